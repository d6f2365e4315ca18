#!/bin/sh
# Fetches the dictionary and compiles models/ru-morphology.bin. Needs pip, unzip and the treebanks in ../shared.
set -eu
cd "$(dirname "$0")/../.."
work=training/work/morphology
mkdir -p "$work"
[ -d "$work/pymorphy3_dicts_ru" ] || {
  python3 -m pip download --quiet --no-deps --dest "$work" pymorphy3-dicts-ru==2.4.417150.4580142
  python3 -m zipfile -e "$work"/pymorphy3_dicts_ru-*.whl "$work"
}
treebanks=../shared/corpora/ud
node training/morphology/compile.ts "$work/pymorphy3_dicts_ru/data" \
  "$treebanks/ru_gsd-ud-dev.conllu" "$treebanks/ru_taiga-ud-dev.conllu" "$treebanks/ru_pud-ud-test.conllu"
