"""Word clusters out of navec's vectors (natasha project, MIT): spherical k-means at three grains.

    python training/mentions/cluster-vectors.py OUT.tsv

needs `pip install numpy navec natasha`. Writes one line a word form: form, cluster of 64, of 512, of 2048. Fixed seed.
"""

import sys
from pathlib import Path

import natasha
import numpy as np
from navec import Navec

GRAINS = (64, 512, 2048)
ROUNDS = 12


def spherical_kmeans(x, k, rng):
    """Labels of the rows of `x` (unit length) after ROUNDS of mini-batch-free k-means; empty clusters are reseeded."""
    centres = x[rng.choice(len(x), k, replace=False)]
    labels = np.zeros(len(x), dtype=np.int32)
    for _ in range(ROUNDS):
        for start in range(0, len(x), 8192):
            labels[start : start + 8192] = (x[start : start + 8192] @ centres.T).argmax(1)
        sums = np.zeros_like(centres)
        np.add.at(sums, labels, x)
        empty = ~(sums.any(1))
        sums[empty] = x[rng.choice(len(x), int(empty.sum()), replace=False)]
        centres = sums / np.linalg.norm(sums, axis=1, keepdims=True)
    return labels


def main():
    path = Path(natasha.__file__).parent / 'data' / 'emb' / 'navec_news_v1_1B_250K_300d_100q.tar'
    navec = Navec.load(str(path))
    words = [w for w in navec.vocab.words if not w.startswith('<')]
    x = np.stack([navec[w] for w in words]).astype(np.float32)
    norms = np.linalg.norm(x, axis=1, keepdims=True)
    x /= np.maximum(norms, 1e-6)
    rng = np.random.default_rng(1)
    columns = [spherical_kmeans(x, k, rng) for k in GRAINS]
    with open(sys.argv[1], 'w', encoding='utf8') as out:
        for i, word in enumerate(words):
            out.write('\t'.join([word, *(str(c[i]) for c in columns)]) + '\n')


main()
