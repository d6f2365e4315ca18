"""The net that votes on names: learns from slovnet's NER (MIT, PyPI `natasha`) what it makes of news, and writes OUT.bin.

    python training/mentions/distil-names.py CORPORA OUT.bin [STEPS [HALF]]

needs `pip install numpy natasha jax optax` (versions in build.sh). The sentences are those of NEREL train and of the treebanks but GSD test; in most of
them words are swapped for others that navec (MIT) has vectors of, so that the net hears of far more names than the sentences hold
(Jiao et al. 2020 do so for BERT). Nothing annotated is read: each token is learnt as slovnet holds it likely. Of HALF (0 or 1) every
second document of NEREL is left out: the tagger is to learn how far the net can be trusted in texts that it has not read. Fixed
seed, one thread.
"""

import glob
import os
import sys
import time
import unicodedata
from pathlib import Path

os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"
# how sums are split hangs on how many processors are seen
os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "syntax"))
import jax
import jax.numpy as jnp
import natasha
import numpy as np
import optax
from navec import Navec
from net_file import hash_text, write_net_file
from razdel import sentenize, tokenize
from slovnet import NER
from slovnet.shape import word_shape

DATA = Path(natasha.__file__).parent / "data"
# words with a code of their own, numbers of a code, numbers of a token in its context
WORDS, CODE, SIZE, LAYERS = 100_000, 32, 64, 3
# tokens of a row, rows of a step
LENGTH, ROWS = 48, 64
# largest number of a code: codes are kept as int8
LARGEST = 4.0


def main(corpora, out, steps=6000, half=None):
    teacher = Teacher()
    sentences = [teacher.read(words) for words in read_sentences(corpora, None if half is None else int(half))]
    print(f"{len(sentences)} sentences, {sum(len(words) for words, *_ in sentences)} words", flush=True)
    p = learn(teacher, sentences, int(steps))
    write(out, teacher, p)


class Teacher:
    def __init__(self):
        self.navec = Navec.load(str(DATA / "emb/navec_news_v1_1B_250K_300d_100q.tar"))
        ner = NER.load(str(DATA / "model/slovnet_ner_news_v1.tar")).navec(self.navec)
        model = ner.infer.model
        self.wordIds, self.shapeIds = ner.infer.encoder.words_vocab, ner.infer.encoder.shapes_vocab
        self.tags = list(ner.infer.decoder.tags_vocab.items)
        vocabulary = self.navec.vocab
        # ё as е, as the program looks words up; the commoner form has the code
        counts = np.array([*vocabulary.counts, 0, 0][: len(vocabulary.words)])
        self.common = counts
        self.vectors = self.navec.pq.unpack().astype(np.float32)
        rank = np.argsort(-counts[:-2], kind="stable")
        self.known, self.forms = np.zeros(len(counts), np.float32), {}
        for i in rank:
            form = vocabulary.words[i].replace("ё", "е")
            if form in self.forms or len(self.forms) < WORDS:
                self.forms.setdefault(form, int(i))
                self.known[i] = 1
        w = lambda x: jnp.asarray(x.array)
        self.shapes = w(model.emb.shape.weight)
        self.layers = [
            (w(l.conv.weight), w(l.conv.bias), w(l.norm.weight) / w(l.norm.std), w(l.norm.bias) - w(l.norm.mean) * w(l.norm.weight) / w(l.norm.std))
            for l in model.encoder.layers
        ]
        self.out, self.bias, self.steps = w(model.head.proj.weight), w(model.head.proj.bias), w(model.head.crf.transitions)

    def read(self, words):
        """Number of each word in navec, of its shape as slovnet has it, and of its shape as the program has it (`shape_of`)."""
        word = [self.wordIds.encode(w.lower()) for w in words]
        shape = [self.shapeIds.encode(word_shape(w)) for w in words]
        return np.array(word), np.array(shape), np.array([SHAPES.setdefault(shape_of(w), len(SHAPES)) for w in words])

    def shares(self, word, shape, mask):
        """What slovnet holds likely: [rows, LENGTH, 8], by way of its chain."""
        x = jnp.concatenate([self.wordVectors[word], self.shapes[shape]], -1) * mask[..., None]
        for weight, bias, gain, shift in self.layers:
            x = jnp.concatenate([jnp.pad(x, ((0, 0), (1, 1), (0, 0)))[:, k : k + x.shape[1]] for k in range(3)], -1) @ weight.transpose(2, 1, 0).reshape(-1, weight.shape[0])
            x = (jax.nn.relu(x + bias) * gain + shift) * mask[..., None]
        score = x @ self.out + self.bias

        def forward(a, item):
            s, there = item
            b = jax.nn.logsumexp(a[:, :, None] + self.steps[None], 1) + s
            b = jnp.where(there[:, None], b, a)
            return b, b

        def backward(a, item):
            s, there = item
            b = jax.nn.logsumexp(self.steps[None] + (a + s)[:, None, :], 2)
            b = jnp.where(there[:, None], b, a)
            return b, b

        s, there = score.transpose(1, 0, 2), mask.T > 0
        first, rest = jax.lax.scan(forward, s[0], (s[1:], there[1:]))
        alpha = jnp.concatenate([s[:1], rest])
        zero = jnp.zeros_like(s[0])
        _, rest = jax.lax.scan(backward, zero, (s[1:], there[1:]), reverse=True)
        beta = jnp.concatenate([rest, zero[None]])
        return jax.nn.softmax(alpha + beta, -1).transpose(1, 0, 2)


# shapes of words as the program has them, with their numbers
SHAPES = {}


def shape_of(word):
    """`shapeOf` of word-forms.ts."""
    shape = ""
    for char in word:
        kind = "X" if char.isupper() else "x" if char.islower() else "d" if char.isnumeric() else char
        if shape.endswith("XX") if kind == "X" else shape.endswith(kind):
            continue
        shape += kind
    return f"L{shape}" if any("LATIN" in unicodedata.name(char, "") for char in word) else shape


def read_sentences(corpora, half):
    for i, path in enumerate(sorted(glob.glob(f"{corpora}/nerel-train/*.txt"))):
        if i % 2 == half:
            continue
        text = Path(path).read_text(encoding="utf-8")
        for paragraph in text.split("\n"):
            for sentence in sentenize(paragraph):
                yield [token.text for token in tokenize(sentence.text)]
    for path in sorted(glob.glob(f"{corpora}/ud/*.conllu")):
        if "gsd-ud-test" in path:
            continue
        for block in Path(path).read_text(encoding="utf-8").strip().split("\n\n"):
            rows = [line.split("\t") for line in block.split("\n")]
            yield [row[1] for row in rows if row[0].isdigit()]


def initial(rng, shapes):
    normal = lambda *shape: (rng.normal(0, shape[0] ** -0.5, shape)).astype(np.float32)
    p = {"code": normal(300, CODE), "up": normal(CODE, SIZE), "shape": normal(shapes, SIZE) * 3, "unknown": np.zeros(SIZE, np.float32)}
    p |= {f"w{i}": normal(3 * SIZE, SIZE) for i in range(LAYERS)} | {f"b{i}": np.zeros(SIZE, np.float32) for i in range(LAYERS)}
    p |= {f"g{i}": np.ones(SIZE, np.float32) for i in range(LAYERS + 2)}
    return p | {"out": normal(SIZE, 8) * 0.1, "outBias": np.zeros(8, np.float32)}


def scaled(x, gain):
    return x * jax.lax.rsqrt((x * x).mean(-1, keepdims=True) + 1e-5) * gain


def codes(p, vectors):
    return jnp.clip(vectors @ p["code"], -LARGEST, LARGEST)


def scores(p, code, known, shape, mask):
    """[rows, LENGTH, 8]: `code` of each word, 0 where it is not known."""
    x = (code * known[..., None]) @ p["up"] + (1 - known)[..., None] * p["unknown"] + p["shape"][shape]
    x = scaled(x, p["g0"]) * mask[..., None]
    for i in range(LAYERS):
        n = scaled(x, p[f"g{i + 1}"]) * mask[..., None]
        n = jnp.pad(n, ((0, 0), (1, 1), (0, 0)))
        wide = jnp.concatenate([n[:, :-2], n[:, 1:-1], n[:, 2:]], -1)
        x = (x + jax.nn.relu(wide @ p[f"w{i}"] + p[f"b{i}"])) * mask[..., None]
    return scaled(x, p[f"g{LAYERS + 1}"]) @ p["out"] + p["outBias"]


def learn(teacher, sentences, steps):
    rng = np.random.default_rng(1)
    rows = [[column[k : k + LENGTH] for column in one] for one in sentences for k in range(0, len(one[0]), LENGTH)]
    swap = Swap(teacher, rng)
    teacher.wordVectors = vectors = jnp.asarray(teacher.vectors)
    known = jnp.asarray(teacher.known)
    optimiser = optax.chain(
        optax.clip_by_global_norm(2.0),
        optax.adamw(optax.warmup_cosine_decay_schedule(0, 4e-3, 100, steps, 1e-4), b2=0.98, weight_decay=1e-4),
    )

    @jax.jit
    def step(p, state, mean, word, shape, own, mask):
        wanted = teacher.shares(word, shape, mask)

        def loss_of(p):
            found = jax.nn.log_softmax(scores(p, codes(p, vectors[word]), known[word], own, mask))
            return -((wanted * found).sum(-1) * mask).sum() / mask.sum()

        loss, gradient = jax.value_and_grad(loss_of)(p)
        updates, state = optimiser.update(gradient, state, p)
        p = optax.apply_updates(p, updates)
        floor = -(wanted * jnp.log(wanted + 1e-9)).sum(-1) * mask
        return p, state, jax.tree.map(lambda m, x: m * 0.99 + x * 0.01, mean, p), loss - floor.sum() / mask.sum()

    p = {k: jnp.asarray(v) for k, v in initial(rng, len(SHAPES)).items()}
    mean, state, began, seen = p, optimiser.init(p), time.time(), []
    for i in range(1, steps + 1):
        word, shape, own = (np.zeros((ROWS, LENGTH), np.int32) for _ in range(3))
        mask = np.zeros((ROWS, LENGTH), np.float32)
        for row, (k, other) in enumerate(rng.integers(0, len(rows), (ROWS, 2))):
            words, shapes, of = cross(rows[k], rows[other], rng) if rng.random() < 0.4 else rows[k]
            n = len(words)
            word[row, :n], shape[row, :n], own[row, :n], mask[row, :n] = swap(words, shapes), shapes, of, 1
        p, state, mean, gap = step(p, state, mean, word, shape, own, mask)
        seen.append(float(gap))
        if i % 100 == 0:
            print(i, f"divergence {np.mean(seen[-100:]):.4f} {time.time() - began:.0f}s", flush=True)
    return {k: np.asarray(v) for k, v in mean.items()}


def cross(one, other, rng):
    """The beginning of one row and the end of another."""
    head, tail = rng.integers(0, len(one[0]) + 1), rng.integers(0, len(other[0]) + 1)
    return [np.concatenate([a[:head], b[tail:]])[:LENGTH] for a, b in zip(one, other)]


class Swap:
    """Puts other words in the place of some: in that of capitalised ones mostly any word at all, else mostly common words."""

    def __init__(self, teacher, rng):
        self.rng = rng
        weights = teacher.common[:-2].astype(np.float64) ** 0.75
        self.common = rng.choice(len(weights), 1 << 20, p=weights / weights.sum())
        # a word without a code teaches only what to make of such words
        self.any = rng.choice(len(weights), 1 << 20, p=(known := teacher.known[:-2] + 0.1) / known.sum())
        self.names, self.letters = (
            np.array([teacher.shapeIds.encode(f"{script}_{kind}") for script in ("RU", "EN") for kind in kinds])
            for kinds in (("Xx", "XX", "Xx-Xx"), ("Xx", "XX", "Xx-Xx", "xx"))
        )

    def __call__(self, word, shape):
        draw = lambda pool: pool[self.rng.integers(0, len(pool), len(word))]
        is_swapped = (self.rng.random(len(word)) < self.rng.choice([0.1, 0.3, 0.5])) & np.isin(shape, self.letters)
        is_name = np.isin(shape, self.names) & (self.rng.random(len(word)) < 0.7)
        return np.where(is_swapped, np.where(is_name, draw(self.any), draw(self.common)), word)


def write(out, teacher, p):
    """Codes in int8."""
    forms = teacher.forms
    rows = np.array([forms[form] for form in forms])
    table = np.rint(np.asarray(codes(p, teacher.vectors[rows])) / LARGEST * 127).astype(np.int8)
    hashes, order = np.unique(np.array([hash_text(form) for form in forms], np.int32), return_index=True)
    shapes, shape_order = np.unique(np.array([hash_text(shape) for shape in SHAPES], np.int32), return_index=True)
    arrays = {"hashes": hashes, "codes": table[order], "up": p["up"] * (LARGEST / 127)}
    arrays |= {"unknown": p["unknown"], "out": p["out"], "outBias": p["outBias"], "gainInput": p["g0"]}
    for i in range(LAYERS):
        arrays |= {f"window{i}": p[f"w{i}"], f"windowBias{i}": p[f"b{i}"], f"gain{i}": p[f"g{i + 1}"]}
    arrays |= {"gainOutput": p[f"g{LAYERS + 1}"]}
    arrays |= {"shapes": shapes, "shape": p["shape"][shape_order]}
    write_net_file(out, b"SVNAMES1", {"layers": LAYERS, "tags": teacher.tags}, arrays)


if __name__ == "__main__":
    main(*sys.argv[1:])
