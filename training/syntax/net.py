"""The net, its loss and its figures.

Rows of one table for the features of a token (token-features.ts) and a projected word vector are summed; then layers of
convolution over three tokens ("c") and of linear recurrence in both directions ("s": SRU, Lei et al. 2018); on top a softmax over
tags, a biaffine scorer of heads (Dozat & Manning 2017) with a term for the distance, and a scorer of relations. Each treebank
has a vector of its own (Stymne et al. 2018), so that conventions of one do not blur another's.
"""

import jax
import jax.numpy as jnp
import numpy as np

from treebanks import TREEBANKS, in_buckets, make_batch
from trees import best_tree

DISTANCES = 24


def initial(rng, shape, corpus, context=0):
    """Weights to begin with; a teacher sees `context` columns more of each token."""
    size, scorers = shape.size, shape.scorers
    rows, tags, relations = corpus.layout["rows"], len(corpus.bundles), len(corpus.relations)

    def matrix(*shape):
        return jnp.asarray(rng.standard_normal(shape, dtype=np.float32) / np.sqrt(shape[-2]))

    p = {
        "words": matrix(300, size),
        "features": jnp.asarray(rng.standard_normal((rows, size), dtype=np.float32) * 0.1),
        "suits": jnp.zeros((len(TREEBANKS), size)),
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
    for i, kind in enumerate(shape.layers):
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

    def one(h, now):
        h = now[0] * h + (1 - now[0]) * now[1]
        return h, h

    forget, state = jnp.moveaxis(forget, 1, 0), jnp.moveaxis(state, 1, 0)
    return jnp.moveaxis(jax.lax.scan(one, jnp.zeros_like(state[0]), (forget, state), reverse=reverse)[1], 0, 1)


class Net:
    """`shape`: size, scorers (width of what scores heads, relations and tags), layers, drop, drop_input (shares left out)."""

    def __init__(self, shape):
        self.shape, self.key = shape, None

    def drop(self, x, rate, shape=None):
        if self.key is None or rate == 0:
            return x
        self.key, key = jax.random.split(self.key)
        return x * jax.random.bernoulli(key, 1 - rate, shape or x.shape) / (1 - rate)

    def encode(self, p, b):
        mask, o = b["mask"][..., None], self.shape
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
        for i, kind in enumerate(o.layers):
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
        x, rate = self.encode(p, b), self.shape.drop
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
    hidden = dependent + head + p["labelBias"]
    return hidden * (hidden > 0) @ p["labelOut"] + p["labelOutBias"]


def loss_of(net, p, b, key):
    """Cross-entropy of heads, relations and tags, averaged over the tokens."""
    arcs, (dependent, head), tags = net.scores(p, b, key)
    root = jnp.broadcast_to(p["labelRoot"], (head.shape[0], 1, head.shape[2]))
    of_head = jnp.take_along_axis(jnp.concatenate([root, head], 1), b["head"][:, :, :1], 1)
    labels = label_scores(p, dependent, of_head)
    loss = cross(labels, b["relation"], b["relationShare"])
    loss += cross(arcs, b["head"], b["headShare"]) + cross(tags, b["tag"], b["tagShare"])
    return (loss * b["mask"]).sum() / b["mask"].sum()


def cross(scores, choices, shares):
    return -(jnp.take_along_axis(jax.nn.log_softmax(scores), jnp.maximum(choices, 0), -1) * shares).sum(-1)


def measure(forward, labels, corpus):
    """Figures on what is held out, before the rules of the program. forward(batch) gives scores of heads, parts of the scores of
    relations, and scores of tags; `labels` are the weights for relations."""
    return {name: figures(forward, labels, corpus, name, held) for name, held in corpus.held_out().items()}


def figures(forward, p, corpus, name, sentences):
    bundles, relations = list(corpus.bundles), list(corpus.relations)
    total = tagged = right_heads = right = right_pos = right_features = 0
    p = {k: np.asarray(v) for k, v in p.items() if k.startswith("label")}
    for high, count, chosen in in_buckets(sentences, 2000):
        chunk = [sentences[i] for i in chosen]
        b = make_batch([(s, TREEBANKS.index(name)) for s in chunk], corpus.vectors, high, count)
        arcs, (dependent, head), tags = jax.tree.map(np.asarray, forward(b))
        for i, s in enumerate(chunk):
            n = len(s["word"])
            heads = best_tree(arcs[i, :n, : n + 1])
            labels = label_scores(p, dependent[i, :n], head_parts(p, head[i], heads)).argmax(1)
            hits = heads == s["head"][:, 0]
            total += n
            right_heads += hits.sum()
            for hit, got, want, tag, gold in zip(hits, labels, s["relation"][:, 0], tags[i].argmax(-1), s["tag"][:, 0]):
                right += hit and relations[got].split(":")[0] == relations[want].split(":")[0]
                if gold < 0:
                    continue
                tagged += 1
                right_pos += bundles[tag].split(" ")[0] == bundles[gold].split(" ")[0]
                right_features += bundles[tag].split(" ")[1] == bundles[gold].split(" ")[1]
    shares = {"uas": right_heads / total, "las": right / total, "upos": right_pos / tagged, "feats": right_features / tagged}
    return {k: round(float(v), 4) for k, v in shares.items()}


def head_parts(p, parts, heads):
    """What each token's head (0 for the root) has to say about the relation."""
    return np.where((heads == 0)[:, None], p["labelRoot"], parts[np.maximum(heads - 1, 0)])
