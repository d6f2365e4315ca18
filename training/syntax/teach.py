"""The teachers: layers of multilingual-e5-small, tuned together with a tagger and parser on top. See README.md.

teach.py E5.bin FEATURES trains them on the treebanks and writes FEATURES/told.npz: for each token of the silver texts the
likeliest heads, tags and relations to the first head with their shares (RANKED of each; the first head is that of the best tree).
At first the layers are only read, then tuned too, the lower ones more slowly (Howard & Ruder 2018); embeddings stay as they are.
"""

import argparse
import json
import os
import time
from types import SimpleNamespace

os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"
# how sums are split hangs on how many processors are seen
os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
import jax
import jax.numpy as jnp
import numpy as np
import optax

from e5 import E5, of_words
from net import Net, head_parts, initial, label_scores, loss_of, measure
from treebanks import RANKED, SILVER, Batches, Corpus, in_buckets, make_batch, read_rows
from trees import best_tree

SHAPE = SimpleNamespace(size=256, scorers=128, layers=["c", "s", "c", "s"], drop=0.33, drop_input=0.3)
WORDS = 60_000
# of GSD, PUD and Taiga
MIX = [4, 3, 1.5]
# what is seen of e5, and what is left out in tuning
LAYERS = (2, 4, 6, 8)
DROP_E5 = 0.1
# rate of the uppermost layer of e5, and of a layer to that of the next above it
TUNE, DEPTH = 1e-4, 0.9


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("weights")
    parser.add_argument("features")
    parser.add_argument("--read", type=int, default=1500, help="steps in which the layers are only read")
    parser.add_argument("--tune", type=int, default=300, help="steps in which they are tuned")
    parser.add_argument("--seeds", default="1,2,3", help="one teacher of each")
    parser.add_argument("--all", action="store_true", help="train on the held-out sentences too")
    return parser.parse_args()


def main():
    options = arguments()
    teacher = Teacher(options)
    read = teacher.phase(options.read, 1000, {"top": top_optimiser(options.read, 2e-3)})
    parts = {"top": top_optimiser(options.tune, 5e-4), "layers": layers_optimiser(options.tune, teacher.e5.count)}
    tune = teacher.phase(options.tune, 500, parts)
    nets = []
    for seed in map(int, options.seeds.split(",")):
        rng = np.random.default_rng(seed)
        p = read({"top": teacher.initial(rng)}, rng, seed)
        nets.append(tune(p | {"layers": jax.tree.map(jnp.asarray, teacher.e5.layers)}, rng, seed))
    teacher.tell(nets)


class Teacher:
    def __init__(self, options):
        self.options = options
        self.corpus, self.e5, self.net = Corpus(options.features, WORDS), E5(options.weights, max(LAYERS)), Net(SHAPE)
        self.treebanks = [s for name, sentences in self.corpus.treebanks.items() for s in self.add_inputs(name, sentences)]
        self.store()

    def add_inputs(self, name, sentences):
        """Adds pieces for e5 and what slovnet sees, with the mean 0 and the deviation 1 over GSD."""
        vectors = np.load(f"{self.corpus.folder}/{name}.slovnet.npy").astype(np.float32)
        if name == "gsd":
            self.slovnet = vectors.mean(0), vectors.std(0) + 1e-3
        vectors, at = scaled(vectors, self.slovnet), 0
        for sentence, rows in zip(sentences, read_rows(self.corpus.folder, name)):
            sentence["pieces"] = self.e5.pieces([row.form for row in rows])
            sentence["slovnet"] = vectors[at : at + len(rows)]
            at += len(rows)
        return sentences

    def store(self):
        """Adds to each sentence what e5 sees before it is tuned."""
        run, seen = jax.jit(self.see_raw), [None] * len(self.treebanks)
        for high, count, chosen in in_buckets(self.treebanks, 1000):
            b = make_batch([(self.treebanks[i], 0) for i in chosen], self.corpus.vectors, high, count)
            found = np.asarray(run(self.e5.layers, self.e5.pack(b)))
            for row, i in zip(found, chosen):
                seen[i] = row[: len(self.treebanks[i]["word"])]
        of_gsd = np.concatenate(seen[: len(self.corpus.treebanks["gsd"])])
        self.scale = of_gsd.mean(0), of_gsd.std(0) + 1e-3
        for sentence, vectors in zip(self.treebanks, seen):
            sentence["stored"] = scaled(vectors, self.scale).astype(np.float16)

    def see_raw(self, layers, b, key=None):
        hidden = self.e5.hidden(layers, b, DROP_E5, key)
        return jnp.concatenate([of_words(hidden[k - 1], b) for k in LAYERS], -1)

    def see(self, p, b, key):
        """A batch with what the net is to see of each token besides its own inputs, by way of e5's layers as they are."""
        e5 = scaled(self.see_raw(p["layers"], b, key), self.scale) if "layers" in p else b["stored"]
        return b | {"context": jnp.concatenate([e5, b["slovnet"]], -1)}

    def scores(self, p, b):
        return self.net.scores(p["top"], self.see(p, b, None), None)

    def initial(self, rng):
        return initial(rng, SHAPE, self.corpus, self.scale[0].size + self.slovnet[0].size)

    def phase(self, steps, size, optimisers):
        """Training of all weights, by parts: gives a function of the weights to begin with, which returns their running mean at
        the end."""
        labels = lambda p: {part: jax.tree.map(lambda _: part, tree) for part, tree in p.items()}
        optimiser = optax.partition(optimisers, labels)

        @jax.jit
        def step(p, mean, state, b, key):
            one, two = jax.random.split(key)
            loss, gradient = jax.value_and_grad(lambda q: loss_of(self.net, q["top"], self.see(q, b, one), two))(p)
            updates, state = optimiser.update(gradient, state, p)
            p = optax.apply_updates(p, updates)
            return p, jax.tree.map(lambda m, x: m * 0.99 + x * 0.01, mean, p), state, loss

        run = jax.jit(self.scores)

        def learn(p, rng, seed):
            batches = Batches(self.corpus.pools(self.options.all), MIX, rng, self.corpus.vectors, size)
            mean, state, key, began = p, optimiser.init(p), jax.random.PRNGKey(seed), time.time()
            for i in range(1, steps + 1):
                key, own = jax.random.split(key)
                p, mean, state, loss = step(p, mean, state, self.batch(batches.next(), p), own)
                if i == steps or i % 500 == 0:
                    forward = lambda b: run(mean, self.batch(b, p))
                    found = {} if self.options.all else measure(forward, mean["top"], self.corpus)
                    print(seed, i, f"loss {float(loss):.3f} {time.time() - began:.0f}s", json.dumps(found), flush=True)
            return mean

        return learn

    def batch(self, b, p):
        """What is needed of a batch: either what was stored or what the layers read."""
        if "layers" in p:
            return self.e5.pack({k: v for k, v in b.items() if k != "stored"})
        return {k: v for k, v in b.items() if k != "pieces"}

    def tell(self, nets):
        silver = self.add_inputs(SILVER, self.corpus.read(SILVER))
        labels = [{k: np.asarray(v) for k, v in p["top"].items() if k.startswith("label")} for p in nets]
        run, found = jax.jit(self.scores), [None] * len(silver)
        for high, count, chosen in in_buckets(silver, 1000):
            b = self.e5.pack(make_batch([(silver[i], 0) for i in chosen], self.corpus.vectors, high, count))
            scored = [jax.tree.map(np.asarray, run(p, b)) for p in nets]
            for k, i in enumerate(chosen):
                found[i] = likely(labels, scored, k, len(silver[i]["word"]))
        columns = {name: np.concatenate([one[name] for one in found]) for name in found[0]}
        bundles, relations = list(self.corpus.bundles), list(self.corpus.relations)
        np.savez(f"{self.corpus.folder}/told.npz", tags=bundles, relations=relations, **columns)


def scaled(vectors, scale):
    """Columns with the mean 0 and the deviation 1 over GSD."""
    return ((vectors - scale[0]) / scale[1]).clip(-8, 8)


def rising_and_falling(steps, peak):
    return optax.warmup_cosine_decay_schedule(0, peak, min(100, steps // 4), steps, peak * 0.02)


def top_optimiser(steps, rate):
    adam = optax.adamw(rising_and_falling(steps, rate), b2=0.95, weight_decay=1e-4)
    return optax.chain(optax.clip_by_global_norm(5.0), adam)


def layers_optimiser(steps, count):
    share = (DEPTH ** np.arange(count)[::-1]).astype(np.float32)

    def by_depth(updates, state, params=None):
        return jax.tree.map(lambda x: x * share.reshape(-1, *[1] * (x.ndim - 1)), updates), state

    return optax.chain(
        optax.clip_by_global_norm(1.0),
        optax.adamw(rising_and_falling(steps, TUNE), b2=0.98, weight_decay=1e-2),
        optax.GradientTransformation(lambda params: optax.EmptyState(), by_depth),
    )


def likely(nets, scored, k, n):
    """What the nets hold likely of the n tokens of sentence k, their likelihoods averaged."""
    arcs = mean(log_softmax(arcs[k, :n, : n + 1]) for arcs, _, _ in scored)
    heads = best_tree(arcs)
    tag, tag_share = likeliest(mean(log_softmax(tags[k, :n]) for _, _, tags in scored))
    head, head_share = likeliest(arcs, heads)
    labels = mean(
        log_softmax(label_scores(p, dependent[k, :n], head_parts(p, of[k], heads)))
        for p, (_, (dependent, of), _) in zip(nets, scored)
    )
    relation, relation_share = likeliest(labels)
    told = {"tag": tag, "head": head, "relation": relation}
    return told | {"tagShare": tag_share, "headShare": head_share, "relationShare": relation_share}


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


if __name__ == "__main__":
    main()
