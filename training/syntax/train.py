"""Trains the tagger and parser (one net) that ships and writes models/ru-syntax.bin. See README.md beside it."""

import argparse
import json
import os
import time
from types import SimpleNamespace

os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"
# how sums are split hangs on how many processors are seen
os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
import jax
import numpy as np
import optax

from net import Net, initial, loss_of, measure
from net_file import write_net_file
from treebanks import SILVER, TREEBANKS, Batches, Corpus

SHAPE = SimpleNamespace(size=160, scorers=64, layers=["c", "s", "c", "s"], drop=0.15, drop_input=0.15)
WORDS = 44_000
# of GSD, PUD, Taiga and what a teacher told
MIX = [1, 1, 0.7, 8]


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("features")
    parser.add_argument("--out", required=True)
    parser.add_argument("--punctuation", required=True, help="weights of train-punctuation.ts, to go into the file")
    parser.add_argument("--steps", type=int, default=7000)
    parser.add_argument("--rate", type=float, default=3e-3)
    parser.add_argument("--batch", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=2)
    parser.add_argument("--all", action="store_true", help="train on the held-out sentences too")
    return parser.parse_args()


def main():
    options = arguments()
    corpus = Corpus(options.features, WORDS)
    told = read_told(corpus)
    pools = corpus.pools(options.all) + [[(sentence, TREEBANKS.index("gsd")) for sentence in told]]
    rng = np.random.default_rng(options.seed)
    net, p = Net(SHAPE), initial(rng, SHAPE, corpus)
    schedule = optax.warmup_cosine_decay_schedule(0, options.rate, min(100, options.steps // 2), options.steps, options.rate * 0.02)
    optimiser = optax.chain(optax.clip_by_global_norm(5.0), optax.adamw(schedule, b2=0.95, weight_decay=1e-4))

    @jax.jit
    def step(p, mean, state, b, key):
        loss, gradient = jax.value_and_grad(lambda q: loss_of(net, q, b, key))(p)
        updates, state = optimiser.update(gradient, state, p)
        p = optax.apply_updates(p, updates)
        return p, jax.tree.map(lambda m, x: m * 0.995 + x * 0.005, mean, p), state, loss

    forward = jax.jit(lambda p, b: net.scores(p, b, None))
    batches = Batches(pools, MIX, rng, corpus.vectors, options.batch)
    mean, state, key, began = p, optimiser.init(p), jax.random.PRNGKey(options.seed), time.time()
    for i in range(1, options.steps + 1):
        key, own = jax.random.split(key)
        p, mean, state, loss = step(p, mean, state, batches.next(), own)
        if i % 500 == 0 or i == options.steps:
            found = {} if options.all else measure(lambda b: forward(mean, b), mean, corpus)
            print(i, f"loss {float(loss):.3f} {time.time() - began:.0f}s", json.dumps(found), flush=True)
    write_model(options.out, mean, corpus, kept_tags(corpus), options.punctuation)


def read_told(corpus):
    """The silver texts as teach.py saw them: what it holds likely of each token."""
    with np.load(f"{corpus.folder}/told.npz") as file:
        told = dict(file)
    tags = np.array([corpus.bundles.id(str(tag)) for tag in told.pop("tags")])
    relations = np.array([corpus.relations.id(str(name)) for name in told.pop("relations")])
    told["tag"], told["relation"] = tags[told["tag"]], relations[told["relation"]]
    silver = corpus.read(SILVER)
    at = np.cumsum([0] + [len(s["word"]) for s in silver])
    return [s | {k: v[a:b] for k, v in told.items()} for s, a, b in zip(silver, at, at[1:])]


def kept_tags(corpus):
    """Tags that GSD or PUD have, or Taiga more than once."""
    counts = dict.fromkeys(range(len(corpus.bundles)), 0)
    for name, sentences in corpus.treebanks.items():
        for tag in np.concatenate([s["tag"][:, 0] for s in sentences]):
            if tag >= 0:
                counts[int(tag)] += 1 if name == "taiga" else 2
    return [tag for tag, count in counts.items() if count > 1]


def write_model(path, p, corpus, kept, punctuation):
    """Tables in int8 with a scale for each row."""
    p = {k: np.asarray(v, np.float32) for k, v in p.items()}
    arrays = {"wordHashes": corpus.hashes}
    tables = {"words": corpus.vectors[:-1] @ p.pop("words"), "features": p.pop("features")}
    for name, table in tables.items():
        scale = np.maximum(np.abs(table).max(1), 1e-8) / 127
        arrays[name] = np.rint(table / scale[:, None]).astype(np.int8)
        arrays[name + "Scale"] = scale.astype(np.float32)
    p["suit"] = p.pop("suits")[0]
    p["tagOut"], p["tagOutBias"] = p["tagOut"][:, kept], p["tagOutBias"][kept]
    arrays |= p | {"punctuation": np.fromfile(punctuation, np.float32)}
    bundles = list(corpus.bundles)
    header = {"layers": SHAPE.layers, "tags": corpus.layout["tags"], "bundles": [bundles[i] for i in kept]}
    header |= {"relations": list(corpus.relations)}
    write_net_file(path, b"SVSYNTX1", header, arrays)


if __name__ == "__main__":
    main()
