"""Trains the tagger and parser (one net) and writes models/ru-syntax.bin. See README.md beside it.

The net: rows of one table for the features of a token (token-features.ts) and a projected word vector are summed; then
alternating layers of convolution over three tokens and of linear recurrence in both directions (SRU, Lei et al. 2018);
on top a softmax over tags, a biaffine scorer of heads (Dozat & Manning 2017) with a term for the distance, and a scorer
of relations. Each treebank has a vector of its own (Stymne et al. 2018), so that conventions of one do not blur another's.
"""

import argparse
import json
import os
import struct
import time

os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"
import jax
import jax.numpy as jnp
import natasha
import numpy as np
import optax
from navec import Navec

from conventions import Gsd, Row
from trees import best_tree

SUITS = ["gsd", "pud", "taiga", "silver"]
# texts of `silver` with the trees of our own nets in the conventions of GSD (relabel.py)
OWN = "own"
BUCKETS = [16, 32, 48, 80]
DISTANCES = 24
# likeliest heads and tags that a student is told of
RANKED = 4
jax.config.update("jax_compilation_cache_dir", "/tmp/jax-cache-syntax")


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("features")
    parser.add_argument("--out", default="")
    parser.add_argument("--punctuation", default="", help="weights of train-punctuation.ts, to go into the file")
    parser.add_argument("--checkpoint", default="")
    parser.add_argument("--start", default="")
    parser.add_argument("--keep", type=float, default=0, help="share of the weights of --start in what is kept at the end")
    parser.add_argument("--steps", type=int, default=6000)
    parser.add_argument("--size", type=int, default=128)
    parser.add_argument("--layers", default="c,s,c,s")
    parser.add_argument("--rate", type=float, default=3e-3)
    parser.add_argument("--drop", type=float, default=0.2)
    parser.add_argument("--drop-input", type=float, default=0.15)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--silver", type=float, default=0.5)
    parser.add_argument("--batch", type=int, default=1000)
    parser.add_argument("--mix", default="4,3,1.5,4", help="shares of the treebanks; a fifth stands for the relabelled silver")
    parser.add_argument("--all", action="store_true", help="train on the held-out sentences too")
    parser.add_argument("--context", action="store_true", help="a teacher: sees the vectors of context-vectors.py too")
    parser.add_argument("--words", type=int, default=60_000, help="most frequent words that have a vector")
    parser.add_argument("--scorers", type=int, default=64, help="width of what scores heads, relations and tags")
    return parser.parse_args()


# ---------------------------------------------------------------- data


def hash_text(text):
    """FNV-1a over UTF-16 units as in src/language/ru/mentions/hash.ts, signed."""
    value = 0x811C9DC5
    units = np.frombuffer(text.encode("utf-16-le"), dtype=np.uint16)
    for unit in units:
        value = ((value ^ int(unit)) * 0x01000193) & 0xFFFFFFFF
    value = value or 1
    return value - (1 << 32) if value >= 1 << 31 else value


def word_vectors(most=60_000):
    """The most frequent words of navec: hashes in ascending order and unit vectors; the last row is for unknown words."""
    path = os.path.join(os.path.dirname(natasha.__file__), "data/emb/navec_news_v1_1B_250K_300d_100q.tar")
    navec = Navec.load(path)
    matrix = np.asarray(navec.pq.unpack(), dtype=np.float32)
    words = navec.vocab.words
    counts = np.asarray(navec.vocab.counts)
    rows = {}
    for i in np.argsort(-counts, kind="stable"):
        if words[i].startswith("<") or len(rows) >= most:
            continue
        rows.setdefault(hash_text(words[i].replace("ё", "е")), i)
    hashes = np.array(sorted(rows), dtype=np.int32)
    vectors = matrix[[rows[h] for h in hashes]]
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-6
    return hashes, np.concatenate([vectors, np.zeros((1, vectors.shape[1]), np.float32)])


class Inventory(dict):
    def id(self, key):
        return self.setdefault(key, len(self))


def read_sentences(folder, name, width, hashes, bundles, relations, gsd, context=False):
    tokens = np.fromfile(f"{folder}/{name}.tokens", dtype=np.int32).reshape(-1, width)
    places = [np.searchsorted(hashes, tokens[:, k]) for k in (0, 1)]
    known = [hashes[np.minimum(p, len(hashes) - 1)] == tokens[:, k] for k, p in enumerate(places)]
    words = np.where(known[0], places[0], np.where(known[1], places[1], len(hashes)))
    seen = read_context(folder, name) if context else np.zeros((len(tokens), 0), np.float16)
    sentences, at = [], 0
    for rows in read_rows(folder, name):
        n = len(rows)
        tags = [row.tag() for row in rows] if name == "gsd" else gsd.tags(rows)
        sentences.append(
            {
                "word": words[at : at + n],
                "features": tokens[at : at + n, 2:],
                "context": seen[at : at + n],
                "tag": alone([-1 if tag is None else bundles.id(tag) for tag in tags]),
                # where nothing is to be learnt all shares are 0
                "tagShare": alone([float(tag is not None) for tag in tags]),
                "head": alone([row.head + 1 for row in rows]),
                "headShare": alone(np.ones(n)),
                "relation": np.array([relations.id(row.relation) for row in rows]),
            }
        )
        at += n
    assert at == len(tokens)
    return sentences


def alone(values):
    """One certain choice of each token in the shape of RANKED choices with their shares."""
    values = np.asarray(values)
    return np.concatenate([values[:, None], np.zeros((len(values), RANKED - 1), values.dtype)], 1)


def read_own(folder, silver, bundles, relations):
    """The silver texts as relabel.py saw them: what its nets hold likely of each token."""
    with np.load(f"{folder}/own.npz") as file:
        own = dict(file)
    tags = np.array([bundles.id(str(tag)) for tag in own.pop("tags")])
    names = np.array([relations.id(str(name)) for name in own.pop("relations")])
    own["tag"], own["relation"] = tags[own["tag"]], names[own["relation"]]
    at = np.cumsum([0] + [len(s["word"]) for s in silver])
    return [s | {k: v[a:b] for k, v in own.items()} for s, a, b in zip(silver, at, at[1:])]


def read_context(folder, name):
    """Vectors of context-vectors.py, each column with the mean 0 and the deviation 1 over GSD."""
    of_gsd = np.load(f"{folder}/gsd.context.npy").astype(np.float32)
    mean, deviation = of_gsd.mean(0), of_gsd.std(0) + 1e-3
    seen = np.load(f"{folder}/{name}.context.npy")
    for at in range(0, len(seen), 4096):
        seen[at : at + 4096] = np.clip((seen[at : at + 4096] - mean) / deviation, -8, 8)
    return seen


def read_rows(folder, name):
    with open(f"{folder}/{name}.conllu", encoding="utf-8") as file:
        for block in file.read().strip("\n").split("\n\n"):
            yield [Row(line.split("\t")) for line in block.split("\n")]


# ---------------------------------------------------------------- net


def initial(rng, size, scorers, layers, rows, tags, relations, context):
    def matrix(*shape):
        return jnp.asarray(rng.standard_normal(shape, dtype=np.float32) / np.sqrt(shape[-2]))

    p = {
        "words": matrix(300, size),
        "features": jnp.asarray(rng.standard_normal((rows, size), dtype=np.float32) * 0.1),
        "suits": jnp.zeros((len(SUITS), size)),
        "gainInput": jnp.ones(size),
        "gainOutput": jnp.ones(size),
        "arcDependent": matrix(size, scorers),
        "arcHead": matrix(size, scorers),
        "arcProduct": matrix(scorers, scorers),
        "arcHeadBias": jnp.zeros(scorers),
        "arcRoot": jnp.zeros(scorers),
        "arcDistance": jnp.zeros((DISTANCES, scorers)),
        "arcDistanceBias": jnp.zeros(DISTANCES),
        "labelDependent": matrix(size, scorers),
        "labelHead": matrix(size, scorers),
        "labelBias": jnp.zeros(scorers),
        "labelRoot": jnp.zeros(scorers),
        "labelOut": matrix(scorers, relations),
        "labelOutBias": jnp.zeros(relations),
        "tagHidden": matrix(size, scorers),
        "tagHiddenBias": jnp.zeros(scorers),
        "tagOut": matrix(scorers, tags),
        "tagOutBias": jnp.zeros(tags),
    }
    if context:
        p["context"] = matrix(context, size)
    for i, kind in enumerate(layers):
        p[f"gain{i}"] = jnp.ones(size)
        if kind == "c":
            p[f"window{i}"] = matrix(3, size, size) / np.sqrt(3)
            p[f"windowBias{i}"] = jnp.zeros(size)
        else:
            p[f"state{i}"] = matrix(size, size)
            p[f"stateBias{i}"] = jnp.zeros(size)
            p[f"forget{i}"] = matrix(size, size)
            p[f"forgetBias{i}"] = jnp.ones(size)
    return p


def normalise(x, gain):
    return x * jax.lax.rsqrt(jnp.mean(x * x, -1, keepdims=True) + 1e-5) * gain


def recur(forget, state, reverse):
    """h[t] = forget[t] h[t-1] + (1 - forget[t]) state[t]"""

    def join(left, right):
        return left[0] * right[0], left[1] * right[0] + right[1]

    return jax.lax.associative_scan(join, (forget, (1 - forget) * state), axis=1, reverse=reverse)[1]


class Net:
    def __init__(self, options, layers):
        self.options, self.layers = options, layers

    def drop(self, x, rate, shape=None):
        if self.key is None or rate == 0:
            return x
        self.key, key = jax.random.split(self.key)
        return x * jax.random.bernoulli(key, 1 - rate, shape or x.shape) / (1 - rate)

    def encode(self, p, b):
        mask, o = b["mask"][..., None], self.options
        words = b["vector"] @ p["words"]
        words = self.drop(words, o.drop_input, words.shape[:2] + (1,))
        features = p["features"][b["features"]] * (b["features"] > 0)[..., None]
        features = self.drop(features, o.drop_input, features.shape[:3] + (1,))
        x = words + features.sum(2) + p["suits"][b["suit"]][:, None]
        if "context" in p:
            x += self.drop(b["context"], o.drop_input) @ p["context"]
        x = normalise(x, p["gainInput"])
        x = self.drop(x, o.drop) * mask
        half = o.size // 2
        for i, kind in enumerate(self.layers):
            y = normalise(x, p[f"gain{i}"]) * mask
            if kind == "c":
                w, wide = p[f"window{i}"], jnp.pad(y, ((0, 0), (1, 1), (0, 0)))
                y = jax.nn.relu(wide[:, :-2] @ w[0] + wide[:, 1:-1] @ w[1] + wide[:, 2:] @ w[2] + p[f"windowBias{i}"])
            else:
                state = y @ p[f"state{i}"] + p[f"stateBias{i}"]
                forget = jax.nn.sigmoid(y @ p[f"forget{i}"] + p[f"forgetBias{i}"])
                forget = jnp.where(mask > 0, forget, 1.0)
                forward = recur(forget[..., :half], state[..., :half], False)
                backward = recur(forget[..., half:], state[..., half:], True)
                y = jnp.tanh(jnp.concatenate([forward, backward], -1))
            x = (x + self.drop(y, o.drop)) * mask
        return normalise(x, p["gainOutput"])

    def scores(self, p, b, key):
        self.key = key
        x, rate = self.encode(p, b), self.options.drop
        dependent = self.drop(jax.nn.relu(x @ p["arcDependent"]), rate)
        head = self.drop(jax.nn.relu(x @ p["arcHead"]), rate)
        arcs = jnp.einsum("bia,bja->bij", dependent @ p["arcProduct"], head) + (head @ p["arcHeadBias"])[:, None, :]
        n = x.shape[1]
        buckets = distance_buckets(n)
        far = dependent @ p["arcDistance"].T + p["arcDistanceBias"]
        arcs += jnp.take_along_axis(far, jnp.broadcast_to(buckets[None], (x.shape[0], n, n)), 2)
        arcs = jnp.concatenate([(dependent @ p["arcRoot"])[..., None], arcs], -1)
        there = jnp.concatenate([jnp.ones_like(b["mask"][:, :1]), b["mask"]], 1)
        arcs = jnp.where(there[:, None, :] > 0, arcs, -1e9)
        tag = self.drop(jax.nn.relu(x @ p["tagHidden"] + p["tagHiddenBias"]), rate)
        labels = (self.drop(x @ p["labelDependent"], rate), self.drop(x @ p["labelHead"], rate))
        return arcs, labels, tag @ p["tagOut"] + p["tagOutBias"]


def distance_buckets(n):
    """Bucket of (head - dependent) for each [dependent, head]; the same as in src/language/ru/syntax/score-heads.ts."""
    away = np.arange(n)[None, :] - np.arange(n)[:, None]
    size = np.abs(away)
    bucket = np.select([size <= 5, size <= 7, size <= 10, size <= 15, size <= 22, size <= 35], [size, 6, 7, 8, 9, 10], 11)
    return jnp.asarray(bucket + 12 * (away > 0))


def label_scores(p, dependent, head):
    return jax.nn.relu(dependent + head + p["labelBias"]) @ p["labelOut"] + p["labelOutBias"]


def loss_of(net, p, b, key):
    arcs, (dependent, head), tags = net.scores(p, b, key)
    root = jnp.broadcast_to(p["labelRoot"], (head.shape[0], 1, head.shape[2]))
    of_head = jnp.take_along_axis(jnp.concatenate([root, head], 1), b["head"][:, :, :1], 1)
    labels = label_scores(p, dependent, of_head)
    loss = optax.softmax_cross_entropy_with_integer_labels(labels, b["relation"])
    loss += cross(arcs, b["head"], b["headShare"]) + cross(tags, b["tag"], b["tagShare"])
    weight = b["mask"] * b["weight"][:, None]
    return (loss * weight).sum() / weight.sum()


def cross(scores, choices, shares):
    return -(jnp.take_along_axis(jax.nn.log_softmax(scores), jnp.maximum(choices, 0), -1) * shares).sum(-1)


# ---------------------------------------------------------------- batches


def make_batch(items, vectors, length, count):
    b = {"vector": np.zeros((count, length, vectors.shape[1]), np.float32), "suit": np.zeros(count, np.int32)}
    b |= {"mask": np.zeros((count, length), np.float32), "weight": np.zeros(count, np.float32)}
    for name, first in items[0][0].items():
        kind = np.int32 if first.dtype.kind == "i" else np.float32
        b[name] = np.zeros((count, length, *first.shape[1:]), kind)
    for i, (sentence, suit, weight) in enumerate(items):
        n = len(sentence["word"])
        b["vector"][i, :n] = vectors[sentence["word"]]
        for name, values in sentence.items():
            b[name][i, :n] = values
        b["mask"][i, :n] = 1
        b["suit"][i], b["weight"][i] = suit, weight
    return b


class Batches:
    """Draws a length and then sentences of it, so that the treebanks come in the shares of `mix`, counted in tokens."""

    def __init__(self, pools, mix, rng, vectors, size):
        self.rng, self.vectors, self.size, self.queues = rng, vectors, size, {}
        self.pools = [
            [[item for item in pool if low < len(item[0]["word"]) <= high] for low, high in zip([0] + BUCKETS, BUCKETS)]
            for pool in pools
        ]
        tokens = np.array([[sum(len(item[0]["word"]) for item in b) for b in pool] for pool in self.pools], float)
        self.share = np.array(mix)[:, None] / sum(mix) * tokens / np.maximum(tokens.sum(1, keepdims=True), 1)

    def next(self):
        by_bucket = self.share.sum(0)
        k = self.rng.choice(len(BUCKETS), p=by_bucket / by_bucket.sum())
        count = max(4, self.size // BUCKETS[k])
        suits = self.rng.choice(len(self.pools), size=count, p=self.share[:, k] / by_bucket[k])
        return make_batch([self.draw(suit, k) for suit in suits], self.vectors, BUCKETS[k], count)

    def draw(self, suit, k):
        if not self.queues.get((suit, k)):
            self.queues[suit, k] = list(self.rng.permutation(len(self.pools[suit][k])))
        return self.pools[suit][k][self.queues[suit, k].pop()]


# ---------------------------------------------------------------- measuring


def measure(forward, p, sentences, suit, vectors, bundles, relations):
    bundles, relations = list(bundles), list(relations)
    total = tagged = right_heads = right = right_pos = right_features = 0
    p = {k: np.asarray(v) for k, v in p.items() if k.startswith("label")} | {"": p}
    for low, high in zip([0] + BUCKETS, BUCKETS + [300]):
        group = [s for s in sentences if low < len(s["word"]) <= high]
        count = max(4, 2000 // high)
        for at in range(0, len(group), count):
            chunk = group[at : at + count]
            b = make_batch([(s, suit, 1) for s in chunk], vectors, high, count)
            arcs, dependent, head, tags = [np.asarray(a) for a in forward(p[""], b)]
            for i, s in enumerate(chunk):
                n = len(s["word"])
                heads = best_tree(arcs[i, :n, : n + 1])
                of_head = np.where((heads == 0)[:, None], p["labelRoot"], head[i][np.maximum(heads - 1, 0)])
                hidden = np.maximum(dependent[i, :n] + of_head + p["labelBias"], 0)
                labels = (hidden @ p["labelOut"] + p["labelOutBias"]).argmax(1)
                hits = heads == s["head"][:, 0]
                total += n
                right_heads += hits.sum()
                for hit, got, want, tag, gold in zip(hits, labels, s["relation"], tags[i], s["tag"][:, 0]):
                    right += hit and relations[got].split(":")[0] == relations[want].split(":")[0]
                    if gold < 0:
                        continue
                    tagged += 1
                    right_pos += bundles[tag].split(" ")[0] == bundles[gold].split(" ")[0]
                    right_features += bundles[tag].split(" ")[1] == bundles[gold].split(" ")[1]
    shares = {"uas": right_heads / total, "las": right / total, "upos": right_pos / tagged, "feats": right_features / tagged}
    return {k: round(float(v), 4) for k, v in shares.items()}


# ---------------------------------------------------------------- file


def write_model(path, p, layers, hashes, vectors, tags, bundles, relations, kept, punctuation):
    """A JSON header (its length first), then the arrays at multiples of 8 bytes; tables in int8 with a scale for each row."""
    p = {k: np.asarray(v, np.float32) for k, v in p.items()}
    arrays = {"wordHashes": hashes}
    tables = {"words": vectors[:-1] @ p.pop("words"), "features": p.pop("features")}
    for name, table in tables.items():
        scale = np.maximum(np.abs(table).max(1), 1e-8) / 127
        arrays[name] = np.rint(table / scale[:, None]).astype(np.int8)
        arrays[name + "Scale"] = scale.astype(np.float32)
    p["suit"] = p.pop("suits")[0]
    p["tagOut"], p["tagOutBias"] = p["tagOut"][:, kept], p["tagOutBias"][kept]
    arrays |= p | {"punctuation": np.fromfile(punctuation, np.float32)}
    header = {"layers": layers, "tags": tags, "bundles": [bundles[i] for i in kept], "relations": relations, "arrays": []}
    at = 0
    for name, array in arrays.items():
        header["arrays"].append({"name": name, "type": str(array.dtype), "shape": list(array.shape), "start": at})
        at += (array.nbytes + 7) // 8 * 8
    text = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    text += b" " * (-(len(text) + 12) % 8)
    with open(path, "wb") as file:
        file.write(b"SVSYNTX1" + struct.pack("<I", len(text)) + text)
        for array in arrays.values():
            file.write(array.tobytes() + b"\0" * (-array.nbytes % 8))


# ---------------------------------------------------------------- main


def main():
    options = arguments()
    layers = options.layers.split(",")
    with open(f"{options.features}/tags.json", encoding="utf-8") as file:
        layout = json.load(file)
    hashes, vectors = word_vectors(options.words)
    bundles, relations = Inventory(), Inventory()
    gsd = Gsd(read_rows(options.features, "gsd"))
    mix = [float(x) for x in options.mix.split(",")]
    data = {
        name: read_sentences(options.features, name, layout["width"], hashes, bundles, relations, gsd, options.context and share > 0)
        for name, share in zip(SUITS, mix)
    }
    if mix[SUITS.index("silver")] == 0:
        silver = data.pop("silver")
        data["silver"] = []
    if len(mix) > len(SUITS):
        data[OWN] = read_own(options.features, silver, bundles, relations)
    held = {} if options.all else {"gsd": data["gsd"][::4], "pud": data["pud"][::10]}
    keep = {"gsd": lambda i: i % 4, "pud": lambda i: i % 10}
    pools = [
        [(s, SUITS.index(name) if name in SUITS else 0, options.silver if name in ("silver", OWN) else 1.0)
         for i, s in enumerate(data[name]) if options.all or name not in keep or keep[name](i)]
        for name in data
    ]
    rng = np.random.default_rng(options.seed)
    net = Net(options, layers)
    columns = data["gsd"][0]["context"].shape[1]
    p = initial(rng, options.size, options.scorers, layers, layout["rows"], len(bundles), len(relations), columns)
    if options.start:
        p = {k: jnp.asarray(v) for k, v in np.load(options.start).items()}
    schedule = optax.warmup_cosine_decay_schedule(0, options.rate, min(100, options.steps // 2), options.steps, options.rate * 0.02)
    optimiser = optax.chain(optax.clip_by_global_norm(5.0), optax.adamw(schedule, b2=0.95, weight_decay=1e-4))

    @jax.jit
    def step(p, mean, state, b, key):
        loss, gradient = jax.value_and_grad(lambda q: loss_of(net, q, b, key))(p)
        updates, state = optimiser.update(gradient, state, p)
        p = optax.apply_updates(p, updates)
        return p, jax.tree.map(lambda m, x: m * 0.995 + x * 0.005, mean, p), state, loss

    @jax.jit
    def forward(p, b):
        arcs, (dependent, head), tags = net.scores(p, b, None)
        return arcs, dependent, head, tags.argmax(-1)

    batches = Batches(pools, mix, rng, vectors, options.batch)
    mean, state, key, began = p, optimiser.init(p), jax.random.PRNGKey(options.seed), time.time()
    for i in range(1, options.steps + 1):
        key, own = jax.random.split(key)
        p, mean, state, loss = step(p, mean, state, batches.next(), own)
        if i % 500 == 0 or i == options.steps:
            figures = {k: measure(forward, mean, s, SUITS.index(k), vectors, bundles, relations) for k, s in held.items()}
            print(i, f"loss {float(loss):.3f} {time.time() - began:.0f}s", json.dumps(figures), flush=True)
            if options.checkpoint:
                np.savez(options.checkpoint, **{k: np.asarray(v) for k, v in mean.items()})
    if options.keep > 0:
        with np.load(options.start) as start:
            mean = {k: options.keep * start[k] + (1 - options.keep) * np.asarray(v) for k, v in mean.items()}
        if options.checkpoint:
            np.savez(options.checkpoint, **mean)
    if options.out:
        seen = {t for name in ("gsd", "pud") for s in data[name] for t in s["tag"][:, 0] if t >= 0}
        others = np.concatenate([s["tag"][:, 0] for s in data["taiga"]])
        counts = np.bincount(others[others >= 0], minlength=len(bundles))
        kept = [i for i in range(len(bundles)) if i in seen or counts[i] > 1]
        write_model(options.out, mean, layers, hashes, vectors, layout["tags"], list(bundles), list(relations), kept, options.punctuation)


if __name__ == "__main__":
    main()
