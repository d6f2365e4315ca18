#!/bin/sh
# Makes models/ru-syntax.bin anew, see README.md: build.sh [OUT]. Needs python3 with pip and the corpora in ../shared; seeds are
# fixed and one thread computes, so that the same machine gives the same file. HELD_OUT=1 keeps sentences out of training and
# measures on them. What CORPORA, WORK and SHARE (of all training steps, in percent) say otherwise is for trying the script itself
# on a few sentences.
set -eu
cd "$(dirname "$0")/../.."
out=${1:-models/ru-syntax.bin}
shared=${CORPORA:-../shared/corpora}
work=${WORK:-training/work/syntax}
share=${SHARE:-100}
all=--all
[ -z "${HELD_OUT:-}" ] || all=
python=training/.venv/bin/python
features="$work/features"
mkdir -p "$work"
[ -d training/.venv ] || python3 -m venv training/.venv
"$python" -m pip install --quiet -r training/syntax/requirements.txt
weights=$(sh training/syntax/fetch-e5.sh "$python" "$work")
"$python" training/syntax/silver.py "$shared/nerel-train" "$shared/nerel-dev" "$shared/factrueval-devset" > "$work/silver.conllu"
cat "$shared/ud/ru_taiga-ud-dev.conllu" "$shared/ud/ru_taiga-ud-test.conllu" > "$work/taiga.conllu"
set -- "gsd=$shared/ud/ru_gsd-ud-dev.conllu" "pud=$shared/ud/ru_pud-ud-test.conllu" "taiga=$work/taiga.conllu" "silver=$work/silver.conllu"
node training/syntax/dump-features.ts "$features" "$@"
node training/syntax/train-punctuation.ts "$work/punctuation.bin" \
  "$shared/ud/ru_gsd-ud-dev.conllu" "$shared/ud/ru_pud-ud-test.conllu"
"$python" training/syntax/slovnet-vectors.py "$features" "$@"

# steps N: so many, or the share of them that was asked for
steps() {
  echo $((($1 * share + 99) / 100))
}
"$python" training/syntax/teach.py "$weights" "$features" $all --read "$(steps 1500)" --tune "$(steps 300)"
"$python" training/syntax/train.py "$features" $all --steps "$(steps 7000)" --punctuation "$work/punctuation.bin" --out "$out"
