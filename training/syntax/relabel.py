"""Trees of our own nets for the texts of the silver trees, in the conventions of GSD: relabel.py FEATURES NET.npz …

Scores of all nets are averaged. Writes FEATURES/own.tokens and FEATURES/own.conllu.
"""

import json
import shutil
import sys
from types import SimpleNamespace

import jax
import numpy as np

from train import BUCKETS, SUITS, Inventory, Net, label_scores, make_batch, read_sentences, word_vectors
from trees import best_tree


def main(folder, paths):
    with open(f"{folder}/tags.json", encoding="utf-8") as file:
        width = json.load(file)["width"]
    hashes, vectors = word_vectors()
    bundles, relations = Inventory(), Inventory()
    data = {name: read_sentences(folder, name, width, hashes, bundles, relations) for name in SUITS + ["test"]}
    of_gsd = np.full(len(bundles), -1e9)
    of_gsd[list({t for name in ("gsd", "pud") for s in data[name] for t in s["tag"]})] = 0
    nets = [dict(np.load(path)) for path in paths]
    size = nets[0]["gainOutput"].shape[0]
    layers = ["c" if f"window{i}" in nets[0] else "s" for i in range(sum(k.startswith("gain") for k in nets[0]) - 2)]
    net = Net(SimpleNamespace(size=size, drop=0, drop_input=0), layers)
    forward = jax.jit(lambda p, b: net.scores(p, b, None))
    names = list(bundles), list(relations)
    rows = [None] * len(data["silver"])
    for low, high in zip([0] + BUCKETS, BUCKETS):
        group = [i for i, s in enumerate(data["silver"]) if low < len(s["word"]) <= high]
        count = 2000 // high
        for at in range(0, len(group), count):
            chunk = group[at : at + count]
            b = make_batch([(data["silver"][i], 0, 1) for i in chunk], vectors, high, count)
            scored = [jax.tree.map(np.asarray, forward(p, b)) for p in nets]
            for k, i in enumerate(chunk):
                rows[i] = label(nets, scored, k, len(data["silver"][i]["word"]), of_gsd, *names)
    with open(f"{folder}/own.conllu", "w", encoding="utf-8") as file:
        file.write("\n\n".join(rows) + "\n")
    shutil.copy(f"{folder}/silver.tokens", f"{folder}/own.tokens")


def label(nets, scored, k, n, of_gsd, bundles, relations):
    heads = best_tree(mean(log_softmax(arcs[k, :n, : n + 1]) for arcs, _, _ in scored))
    tags = (mean(log_softmax(tags[k, :n]) for _, _, tags in scored) + of_gsd).argmax(1)
    labels = []
    for p, (_, (dependent, head), _) in zip(nets, scored):
        of_head = np.where((heads == 0)[:, None], p["labelRoot"], head[k][np.maximum(heads - 1, 0)])
        labels.append(log_softmax(np.asarray(label_scores(p, dependent[k, :n], of_head))))
    chosen = mean(labels).argmax(1)
    return "\n".join(
        "\t".join([*bundles[tag].split(" "), str(head), relations[relation]])
        for tag, head, relation in zip(tags, heads, chosen)
    )


def mean(arrays):
    return np.mean(list(arrays), axis=0)


def log_softmax(x):
    x = x - x.max(-1, keepdims=True)
    return x - np.log(np.exp(x).sum(-1, keepdims=True))


main(sys.argv[1], sys.argv[2:])
