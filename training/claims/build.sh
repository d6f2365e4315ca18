#!/bin/sh
# Lets the teachers tell of what nobody annotated (training/claims/taught.jsonl) and makes src/claims/event-weights.data.ts of it and
# of the annotations: build.sh [CORPORA]. Needs Python 3 with pip and the models of the language. About 20 minutes on one free core.
# The last line alone suffices where rules, features or annotations changed.
set -eu
cd "$(dirname "$0")/../.."
corpora=${1:-../shared/corpora}
work=training/work
python=training/.venv/bin/python
mkdir -p "$work/claims" "$work/syntax"
[ -d training/.venv ] || python3 -m venv training/.venv
"$python" -m pip install --quiet -r training/syntax/requirements.txt
node training/claims/dump-candidates.ts "$corpora" "$work/claims/candidates.jsonl"
weights=$(sh training/syntax/fetch-e5.sh "$python" "$work/syntax")
"$python" training/claims/teach.py "$weights" "$work/claims/candidates.jsonl" training/claims/taught.jsonl
node training/claims/train-events.ts "$corpora"
