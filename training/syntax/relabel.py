"""What our own teachers make of the silver texts, in the conventions of GSD: relabel.py FEATURES TEACHER.npz …

Their likelihoods are averaged. Writes FEATURES/own.npz: for each token of the silver texts the likeliest heads and tags with
their shares (train.py, RANKED of each; the first head is that of the best tree) and the likeliest relation to the first head.
"""

import json
import sys
from types import SimpleNamespace

import jax
import numpy as np

from conventions import Gsd
from train import BUCKETS, RANKED, SUITS, Inventory, Net, label_scores, make_batch, read_rows, read_sentences, word_vectors
from trees import best_tree


def main(folder, paths):
    with open(f"{folder}/tags.json", encoding="utf-8") as file:
        width = json.load(file)["width"]
    hashes, vectors = word_vectors()
    bundles, relations = Inventory(), Inventory()
    gsd = Gsd(read_rows(folder, "gsd"))
    data = {
        name: read_sentences(folder, name, width, hashes, bundles, relations, gsd, name == "silver") for name in SUITS
    }
    silver = data["silver"]
    nets = [dict(np.load(path)) for path in paths]
    size = nets[0]["gainOutput"].shape[0]
    layers = ["c" if f"window{i}" in nets[0] else "s" for i in range(sum(k.startswith("gain") for k in nets[0]) - 2)]
    net = Net(SimpleNamespace(size=size, drop=0, drop_input=0), layers)
    forward = jax.jit(lambda p, b: net.scores(p, b, None))
    found = [None] * len(silver)
    for low, high in zip([0] + BUCKETS, BUCKETS):
        group = [i for i, s in enumerate(silver) if low < len(s["word"]) <= high]
        count = 2000 // high
        for at in range(0, len(group), count):
            chunk = group[at : at + count]
            b = make_batch([(silver[i], 0, 1) for i in chunk], vectors, high, count)
            scored = [jax.tree.map(np.asarray, forward(p, b)) for p in nets]
            for k, i in enumerate(chunk):
                found[i] = label(nets, scored, k, len(silver[i]["word"]))
    columns = {name: np.concatenate([one[name] for one in found]) for name in found[0]}
    np.savez(f"{folder}/own.npz", tags=list(bundles), relations=list(relations), **columns)


def label(nets, scored, k, n):
    arcs = mean(log_softmax(arcs[k, :n, : n + 1]) for arcs, _, _ in scored)
    heads = best_tree(arcs)
    tag, tag_share = likeliest(mean(log_softmax(tags[k, :n]) for _, _, tags in scored))
    head, head_share = likeliest(arcs, heads)
    labels = []
    for p, (_, (dependent, of), _) in zip(nets, scored):
        of_head = np.where((heads == 0)[:, None], p["labelRoot"], of[k][np.maximum(heads - 1, 0)])
        labels.append(log_softmax(np.asarray(label_scores(p, dependent[k, :n], of_head))))
    relation = mean(labels).argmax(1)
    return {"tag": tag, "tagShare": tag_share, "head": head, "headShare": head_share, "relation": relation}


def likeliest(scores, first=None):
    """RANKED choices of each row and their shares, which add up to 1; `first` comes first, whatever its score."""
    scores = log_softmax(scores)
    ranked = np.where(np.arange(scores.shape[1]) == first[:, None], 9.0, scores) if first is not None else scores
    order = np.argsort(-ranked, axis=1, kind="stable")[:, :RANKED]
    shares = np.exp(np.take_along_axis(scores, order, 1))
    pad = ((0, 0), (0, RANKED - order.shape[1]))
    shares /= shares.sum(1, keepdims=True)
    return np.pad(order, pad).astype(np.int32), np.pad(shares, pad).astype(np.float32)


def mean(arrays):
    return np.mean(list(arrays), axis=0)


def log_softmax(x):
    x = x - x.max(-1, keepdims=True)
    return x - np.log(np.exp(x).sum(-1, keepdims=True))


main(sys.argv[1], sys.argv[2:])
