"""The net that votes on names: learns from slovnet's NER (MIT, PyPI `natasha`) what it makes of news, and writes OUT.bin.

    python training/mentions/distil-names.py CORPORA OUT.bin [STEPS]

needs `pip install numpy natasha jax optax` (versions in build.sh). The sentences are those of NEREL train and of the treebanks but GSD test; in most of
them words are swapped for others that navec (MIT) has vectors of, so that the net hears of far more names than the sentences hold
(Jiao et al. 2020 do so for BERT). Nothing annotated is read: each token is learnt as slovnet holds it likely. All weights begin at random.
Fixed seed, one thread. What is learnt is written every thousand steps.
"""

import glob
import os
import sys
import time
import unicodedata
from collections import Counter
from pathlib import Path

os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"
# how sums are split hangs on how many processors are seen
os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
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
# words with a code of their own; numbers of a code, of a shape, and of a token behind each layer
WORDS, CODE, SHAPE, LAYERS = 96_000, 64, 32, (256, 128, 64)
# a number of a code is kept in four bits, from -7 to 7; two of these are one for the first layer to begin with
LARGEST, UNIT = 7, 2
# words whose vectors others are like
CELLS = 4096
# a shape seen less often has no numbers
SHAPE_COUNT = 3
RATE = 5e-3
# rows of a step, tokens of a row
ROWS, LENGTH = 32, 96


def main(corpora, out, steps=9000):
    teacher = Teacher()
    sentences = list(read_sentences(corpora))
    shapes = common_shapes(sentences)
    lessons = [teacher.read(words, shapes) for words in sentences]
    print(f"{len(lessons)} sentences, {sum(one.shape[1] for one in lessons)} words, {len(shapes)} shapes", flush=True)
    learn(teacher, lessons, len(shapes), int(steps), lambda p: write(out, teacher, shapes, p))


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
        first, *others = [w(l.conv.weight).transpose(2, 1, 0) for l in model.encoder.layers]
        size = self.vectors.shape[1]
        # what each word and shape are to the first layer, in each of three places
        places = lambda rows, weights: jnp.einsum("ri,kio->rko", rows, weights)
        self.weights = {
            "word": places(self.vectors, first[:, :size]),
            "shape": places(w(model.emb.shape.weight), first[:, size:]),
            "others": [weights.reshape(-1, weights.shape[2]) for weights in others],
            "biases": [w(l.conv.bias) for l in model.encoder.layers],
            "gains": [w(l.norm.weight) / w(l.norm.std) for l in model.encoder.layers],
            "shifts": [w(l.norm.bias) - w(l.norm.mean) * w(l.norm.weight) / w(l.norm.std) for l in model.encoder.layers],
            "out": w(model.head.proj.weight),
            "outBias": w(model.head.proj.bias),
            "steps": w(model.head.crf.transitions),
        }

    def read(self, words, shapes):
        """A column for each word: its number in navec, of its shape as slovnet has it and as the program has it, and a 1."""
        word = [self.wordIds.encode(w.lower()) for w in words]
        shape = [self.shapeIds.encode(word_shape(w)) for w in words]
        return np.array([word, shape, [shapes.get(shape_of(w), 0) for w in words], [1] * len(words)], np.int32)


def read_sentences(corpora):
    for path in sorted(glob.glob(f"{corpora}/nerel-train/*.txt")):
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


def common_shapes(sentences):
    """Numbers of shapes, from 1 on."""
    counts = Counter(shape_of(word) for words in sentences for word in words)
    return {shape: i for i, shape in enumerate((shape for shape, count in counts.items() if count >= SHAPE_COUNT), 1)}


def shape_of(word):
    """`shapeOf` of word-forms.ts."""
    shape = ""
    for char in word:
        kind = "X" if char.isupper() else "x" if char.islower() else "d" if char.isnumeric() else char
        if shape.endswith("XX") if kind == "X" else shape.endswith(kind):
            continue
        shape += kind
    return f"L{shape}" if any("LATIN" in unicodedata.name(char, "") for char in word) else shape


def taught(weights, word, shape, mask):
    """What slovnet holds likely: [rows, LENGTH, 8]."""
    x = (weights["word"][word] + weights["shape"][shape]) * mask[..., None, None]
    x = jnp.pad(x, ((0, 0), (1, 1), (0, 0), (0, 0)))
    x = x[:, :-2, 0] + x[:, 1:-1, 1] + x[:, 2:, 2]
    for i, (bias, gain, shift) in enumerate(zip(weights["biases"], weights["gains"], weights["shifts"])):
        if i > 0:
            x = three(x) @ weights["others"][i - 1]
        x = (jax.nn.relu(x + bias) * gain + shift) * mask[..., None]
    return chances(x @ weights["out"] + weights["outBias"], weights["steps"], mask)


def three(x):
    """Each row between its neighbours."""
    x = jnp.pad(x, ((0, 0), (1, 1), (0, 0)))
    return jnp.concatenate([x[:, :-2], x[:, 1:-1], x[:, 2:]], -1)


def chances(score, steps, mask):
    """How likely the chain holds each tag: a sentence ends where the mask is 0."""
    own, step = jnp.exp(score - score.max(-1, keepdims=True)).transpose(1, 0, 2), jnp.exp(steps)
    there = mask.T[..., None] > 0

    def onward(before, item):
        own, there = item
        here = own * jnp.where(there, before @ step, 1)
        return here / here.sum(-1, keepdims=True), here

    def back(after, item):
        own, there = item
        here = jnp.where(there, (after * own) @ step.T, 1)
        here /= here.sum(-1, keepdims=True)
        return here, here

    nothing = jnp.ones_like(own[:1])
    _, left = jax.lax.scan(onward, own[0], (own, jnp.concatenate([there[:1] & False, there[:-1]])))
    _, right = jax.lax.scan(back, nothing[0], (jnp.concatenate([own[1:], nothing]), jnp.concatenate([there[1:], there[:1] & False])), reverse=True)
    both = left * right
    return (both / both.sum(-1, keepdims=True)).transpose(1, 0, 2)


def initial(rng, vectors, shapes):
    normal = lambda *shape: rng.normal(0, shape[0] ** -0.5, shape).astype(np.float32)
    p = {"code": normal(vectors.shape[1], CODE) / vectors.std(), "unknown": np.zeros(CODE, np.float32), "shape": normal(shapes, SHAPE) * shapes**0.5}
    inputs = CODE + SHAPE
    for i, size in enumerate(LAYERS):
        p |= {f"w{i}": normal(3 * inputs, size) * 2**0.5, f"b{i}": np.zeros(size, np.float32)}
        inputs = size
    return p | {"out": normal(inputs, 8) * 0.1, "outBias": np.zeros(8, np.float32), "steps": np.zeros((8, 8), np.float32)}


def codes(p, vectors):
    """Whole numbers; what is learnt is learnt as though they were not rounded."""
    exact = jnp.clip(vectors @ p["code"] * UNIT, -LARGEST, LARGEST)
    return exact + jax.lax.stop_gradient(jnp.round(exact) - exact)


def learnt(p, vectors, known, shape, mask):
    """[rows, LENGTH, 8], as `taught`."""
    code = jnp.where(known[..., None] > 0, codes(p, vectors) / UNIT, p["unknown"])
    own = jnp.concatenate([jnp.zeros((1, SHAPE)), p["shape"]])[shape]
    x = jnp.concatenate([code, own], -1)
    for i in range(len(LAYERS)):
        x = jax.nn.relu(three(x * mask[..., None]) @ p[f"w{i}"] + p[f"b{i}"])
    return chances(x @ p["out"] + p["outBias"], p["steps"], mask)


def learn(teacher, lessons, shapes, steps, keep):
    rng = np.random.default_rng(1)
    swap = Swap(teacher, rng)
    optimiser = optax.chain(
        optax.clip_by_global_norm(1.0),
        optax.adamw(optax.warmup_cosine_decay_schedule(0, RATE, 300, steps, RATE / 100), b2=0.99, weight_decay=1e-4),
    )

    @jax.jit
    def step(p, state, mean, fixed, word, shape, own, mask):
        weights, vectors, known = fixed
        mask = mask.astype(jnp.float32)
        wanted = taught(weights, word, shape, mask)

        def loss_of(p):
            found = learnt(p, vectors[word], known[word], own, mask)
            return ((wanted * (jnp.log(wanted + 1e-9) - jnp.log(found + 1e-9))).sum(-1) * mask).sum() / mask.sum()

        loss, gradient = jax.value_and_grad(loss_of)(p)
        updates, state = optimiser.update(gradient, state, p)
        p = optax.apply_updates(p, updates)
        return p, state, jax.tree.map(lambda m, x: m * 0.998 + x * 0.002, mean, p), loss

    fixed = teacher.weights, jnp.asarray(teacher.vectors), jnp.asarray(teacher.known)
    p = {k: jnp.asarray(v) for k, v in initial(rng, teacher.vectors, shapes).items()}
    mean, state, began, seen = p, optimiser.init(p), time.time(), []
    for i in range(1, steps + 1):
        p, state, mean, loss = step(p, state, mean, fixed, *lesson(lessons, swap, rng))
        seen.append(float(loss))
        if i % 100 == 0:
            print(i, f"divergence {np.mean(seen[-100:]):.4f} {time.time() - began:.0f}s", flush=True)
        if i % 1000 == 0 or i == steps:
            keep({k: np.asarray(v) for k, v in mean.items()})


def lesson(lessons, swap, rng):
    """Sentences with a gap behind each; two in five are the beginning of one and the end of another."""
    pieces, gap, length = [], np.zeros((4, 1), np.int32), 0
    while length < ROWS * LENGTH:
        one, other = (lessons[k] for k in rng.integers(0, len(lessons), 2))
        if rng.random() < 0.4:
            head, tail = rng.integers(0, one.shape[1] + 1), rng.integers(0, other.shape[1] + 1)
            one = np.concatenate([one[:, :head], other[:, tail:]], 1)
        one = np.concatenate([swap(one), one[1:]])
        pieces += [one, gap]
        length += one.shape[1] + 1
    return np.concatenate(pieces, 1)[:, : ROWS * LENGTH].reshape(4, ROWS, LENGTH)


class Swap:
    """Puts other words in the place of some: mostly words like them, else in that of capitalised ones mostly any word at all, or a common one."""

    def __init__(self, teacher, rng):
        self.rng = rng
        weights = teacher.common[:-2].astype(np.float64) ** 0.75
        self.common = rng.choice(len(weights), 1 << 20, p=weights / weights.sum())
        # a word without a code teaches only what to make of such words
        self.any = rng.choice(len(weights), 1 << 20, p=(known := teacher.known[:-2] + 0.1) / known.sum())
        self.names, self.letters = (
            np.isin(np.arange(len(teacher.shapeIds.items)), [teacher.shapeIds.encode(f"{script}_{kind}") for script in ("RU", "EN") for kind in kinds])
            for kinds in (("Xx", "XX", "Xx-Xx"), ("Xx", "XX", "Xx-Xx", "xx"))
        )
        # words are alike whose vectors point most nearly to the same one of CELLS of them
        forms = np.array(list(teacher.forms.values()))
        unit = teacher.vectors / (np.linalg.norm(teacher.vectors, axis=1, keepdims=True) + 1e-9)
        self.cell = (unit @ unit[rng.choice(forms, CELLS, replace=False)].T).argmax(1)
        self.byCell = forms[np.argsort(self.cell[forms], kind="stable")]
        self.sizes = np.bincount(self.cell[forms], minlength=CELLS)
        self.starts = np.cumsum(self.sizes) - self.sizes

    def __call__(self, one):
        word, shape = one[:2]
        draw = lambda pool: pool[self.rng.integers(0, len(pool), len(word))]
        cell = self.cell[word]
        like = self.byCell[self.starts[cell] + (self.rng.random(len(word)) * self.sizes[cell]).astype(int)]
        is_swapped = (self.rng.random(len(word)) < self.rng.choice([0.1, 0.3, 0.5, 0.7])) & self.letters[shape]
        is_name = self.names[shape] & (self.rng.random(len(word)) < 0.7)
        other = np.where(is_name, draw(self.any), draw(self.common))
        return np.where(is_swapped, np.where(self.rng.random(len(word)) < 0.6, like, other), word)[None]


def write(out, teacher, shapes, p):
    """Codes of four bits, the first of two in the lower ones."""
    forms = list(teacher.forms)
    table = np.asarray(codes(p, teacher.vectors[list(teacher.forms.values())])).astype(np.int8)
    table = table[:, ::2] & 15 | table[:, 1::2] << 4
    # the program has an initial and its stop as one token
    rows = list(range(len(forms))) + [i for i, form in enumerate(forms) if len(form) == 1 and form.isalpha()]
    forms += [f"{forms[i]}." for i in rows[len(forms) :]]
    hashes, order = np.unique(np.array([hash_text(form) for form in forms], np.int32), return_index=True)
    shapes = shapes | {f"{letter}.": shapes[letter] for letter in ("X", "x", "LX", "Lx") if letter in shapes}
    keys, places = np.unique(np.array([hash_text(shape) for shape in shapes], np.int32), return_index=True)
    arrays = {"hashes": hashes, "codes": table[np.array(rows)[order]], "unknown": p["unknown"] * UNIT}
    arrays |= {"shapes": keys, "shape": p["shape"][np.array(list(shapes.values()))[places] - 1]}
    unscaled = np.tile(np.repeat([1 / UNIT, 1], [CODE, SHAPE]), 3)
    for i in range(len(LAYERS)):
        arrays |= {f"window{i}": p[f"w{i}"] * unscaled[:, None] if i == 0 else p[f"w{i}"], f"windowBias{i}": p[f"b{i}"]}
    types, labels = chain_labels(teacher.tags)
    arrays |= {"out": p["out"][:, labels], "outBias": p["outBias"][labels], "transitions": p["steps"][np.ix_(labels, labels)]}
    write_net_file(out, b"SVNAMES2", {"layers": len(LAYERS), "types": types}, arrays)


def chain_labels(tags):
    """Types, and the tag that each label of `decode-chain.ts` is (O, then B, I, L, U of each type): L is an «I» and U a «B»."""
    types = [tag[2:] for tag in tags if tag.startswith("B-")]
    return types, [tags.index("O")] + [tags.index(f"{step}-{type}") for type in types for step in "BIIB"]


if __name__ == "__main__":
    main(*sys.argv[1:])
