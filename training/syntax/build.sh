#!/bin/sh
# Makes models/ru-syntax.bin anew, see README.md. Needs python3 with pip and the corpora in ../shared; seeds are fixed and one
# thread computes, so that the same machine gives the same file.
set -eu
cd "$(dirname "$0")/../.."
work=training/work/syntax
shared=../shared/corpora
python=training/.venv/bin/python
mkdir -p "$work"
[ -d training/.venv ] || python3 -m venv training/.venv
"$python" -m pip install --quiet -r training/syntax/requirements.txt
[ -s "$work/silver.conllu" ] || "$python" training/syntax/silver.py \
  "$shared/nerel-train" "$shared/nerel-dev" "$shared/factrueval-devset" > "$work/silver.conllu"
cat "$shared/ud/ru_taiga-ud-dev.conllu" "$shared/ud/ru_taiga-ud-test.conllu" > "$work/taiga.conllu"
node training/syntax/dump-features.ts "$work/features" "gsd=$shared/ud/ru_gsd-ud-dev.conllu" \
  "pud=$shared/ud/ru_pud-ud-test.conllu" "taiga=$work/taiga.conllu" "test=$shared/ud/ru_gsd-ud-test.conllu" \
  "silver=$work/silver.conllu"
node training/syntax/train-punctuation.ts "$work/punctuation.bin" \
  "$shared/ud/ru_gsd-ud-dev.conllu" "$shared/ud/ru_pud-ud-test.conllu"
train() { "$python" training/syntax/train.py "$work/features" --punctuation "$work/punctuation.bin" "$@"; }
train --steps 2500 --mix 3,3,2,4 --drop 0.2 --checkpoint "$work/first.npz"
train --steps 4000 --all --mix 4,3,1.5,4 --drop 0.25 --checkpoint "$work/second.npz"
"$python" training/syntax/relabel.py "$work/features" "$work/first.npz" "$work/second.npz"
train --steps 3000 --all --mix 4,2,1,1,4 --drop 0.2 --rate 0.0015 --seed 2 --start "$work/second.npz" \
  --checkpoint "$work/third.npz" --out models/ru-syntax.bin --test
