#!/bin/sh
# Silver trees, features and training of models/ru-syntax.bin. Needs python3 with pip and the corpora in ../shared; seeds are
# fixed and one thread computes, so that the same machine gives the same file.
set -eu
cd "$(dirname "$0")/../.."
work=training/work/syntax
shared=../shared/corpora
mkdir -p "$work"
[ -d training/.venv ] || python3 -m venv training/.venv
training/.venv/bin/pip install --quiet -r training/syntax/requirements.txt
[ -s "$work/silver.conllu" ] || training/.venv/bin/python training/syntax/silver.py \
  "$shared/nerel-train" "$shared/nerel-dev" "$shared/factrueval-devset" > "$work/silver.conllu"
cat "$shared/ud/ru_taiga-ud-dev.conllu" "$shared/ud/ru_taiga-ud-test.conllu" > "$work/taiga.conllu"
node training/syntax/dump-features.ts "$work/features" "gsd=$shared/ud/ru_gsd-ud-dev.conllu" \
  "pud=$shared/ud/ru_pud-ud-test.conllu" "taiga=$work/taiga.conllu" "test=$shared/ud/ru_gsd-ud-test.conllu" \
  "silver=$work/silver.conllu"
training/.venv/bin/python training/syntax/train.py "$work/features" --all --test --out models/ru-syntax.bin
