"""The net that votes on names: slovnet's NER (MIT, PyPI `natasha`), with fewer numbers for each word. Writes OUT.bin.

    python training/mentions/compress-names.py CORPORA OUT.bin

needs `pip install numpy natasha slovnet razdel` (versions in build.sh). slovnet has 300 numbers for each of 250,000 words (navec, MIT). Here the
commoner words have the CODE numbers that lose least of what its first layer makes of all these words, weighed alike: so nothing is
learnt and no text counts for more than the shapes of its words. The layers are slovnet's own.
"""

import glob
import os
import sys
import unicodedata
from collections import Counter
from pathlib import Path

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "syntax"))
import natasha
import numpy as np
from navec import Navec
from net_file import hash_text, write_net_file
from razdel import tokenize
from slovnet import NER
from slovnet.shape import word_shape

DATA = Path(natasha.__file__).parent / "data"
# words with a code of their own, numbers of a code, numbers of a shape: slovnet's 30 and two zeros, as the program counts by eight
WORDS, CODE, SHAPE = 96_000, 64, 32
# a number of a code is kept in four bits, from -7 to 7; one of so many lies beyond
LARGEST, OUTLIERS = 7, 200


def main(corpora, out):
    navec = Navec.load(str(DATA / "emb/navec_news_v1_1B_250K_300d_100q.tar"))
    infer = NER.load(str(DATA / "model/slovnet_ner_news_v1.tar")).navec(navec).infer
    layers, head = infer.model.encoder.layers, infer.model.head
    vectors = navec.pq.unpack().astype(np.float64)
    numbers = vectors.shape[1]
    forms = common_forms(navec.vocab)
    unknown = len(vectors) - 2
    first = layers[0].conv.weight.array
    encode, decode = fewer_numbers(vectors[:unknown], by_place(first)[:, :numbers].reshape(3 * numbers, -1), numbers)

    codes = vectors[list(forms.values())] @ encode
    largest = np.quantile(np.abs(codes), 1 - 1 / OUTLIERS, axis=0)
    codes = np.clip(np.rint(codes / largest * LARGEST), -LARGEST, LARGEST).astype(np.int8)
    codes = codes[:, ::2] & 15 | codes[:, 1::2] << 4
    # the program has an initial and its stop as one token
    places = list(range(len(forms))) + [i for i, form in enumerate(forms) if len(form) == 1 and form.isalpha()]
    forms = list(forms)
    hashes = np.array([hash_text(form) for form in forms] + [hash_text(f"{forms[i]}.") for i in places[len(forms) :]], np.int32)
    hashes, order = np.unique(hashes, return_index=True)
    shapes, rows = read_shapes(corpora, infer)
    unscaled = largest / LARGEST
    arrays = {"hashes": hashes, "codes": codes[np.array(places)[order]], "unknown": vectors[unknown] @ encode / unscaled, "shapes": shapes, "shape": rows}

    # a layer is relu(x w + b) gain + shift: gain and shift go into the next one, so that beyond the edge of a sentence, where slovnet has 0,
    # stands what becomes 0 by them
    gain, shift = np.ones(CODE + SHAPE), np.zeros(CODE + SHAPE)
    for i, layer in enumerate(layers):
        weights = by_place(layer.conv.weight.array).astype(np.float64)
        if i == 0:
            word, shape = weights[:, :numbers], weights[:, numbers:]
            filler = np.zeros((3, SHAPE - shape.shape[1], shape.shape[2]))
            weights = np.concatenate([unscaled[:, None] * (decode @ word), shape, filler], 1)
        inputs = weights.shape[1]
        bias = layer.conv.bias.array + np.einsum("kio,i->o", weights, shift)
        arrays |= {f"window{i}": (weights * gain[:, None]).reshape(3 * inputs, -1), f"windowBias{i}": bias, f"edge{i}": -shift / gain}
        gain = layer.norm.weight.array / layer.norm.std.array
        shift = layer.norm.bias.array - layer.norm.mean.array * gain
    tags = list(infer.decoder.tags_vocab.items)
    types, labels = chain_labels(tags)
    weights = head.proj.weight.array[:, labels]
    arrays |= {"out": gain[:, None] * weights, "outBias": (head.proj.bias.array + shift @ head.proj.weight.array)[labels]}
    arrays |= {"transitions": head.crf.transitions.array[np.ix_(labels, labels)]}
    write_net_file(out, b"SVNAMES2", {"layers": len(layers), "types": types}, arrays)


def common_forms(vocabulary):
    """Number of each common form in navec: ё as е, as the program looks words up; the commoner of two has the code."""
    counts = np.array(vocabulary.counts[: len(vocabulary.words) - 2])
    forms = {}
    for i in np.argsort(-counts, kind="stable"):
        forms.setdefault(vocabulary.words[i].replace("ё", "е"), int(i))
        if len(forms) == WORDS:
            return forms
    raise ValueError(f"navec has fewer than {WORDS} words")


def by_place(weights):
    """[outputs, inputs, 3] of slovnet -> [3, inputs, outputs]."""
    return weights.transpose(2, 1, 0)


def fewer_numbers(vectors, weights, numbers):
    """What makes a code of a vector, and a vector of a code: the product with the weights changes least in the mean over all vectors."""
    side_by_side = np.concatenate(list(weights.reshape(3, numbers, -1)), 1)
    values, axes = np.linalg.eigh(vectors.T @ vectors / len(vectors))
    root = np.sqrt(np.maximum(values, 1e-9))
    main = np.linalg.svd((axes * root) @ axes.T @ side_by_side, full_matrices=False)[0][:, :CODE]
    return (axes / root) @ axes.T @ main, main.T @ (axes * root) @ axes.T


def read_shapes(corpora, infer):
    """Hashes of the shapes of words as the program has them (negative for a single letter), and slovnet's numbers for most such words."""
    seen = {}
    for path in sorted(glob.glob(f"{corpora}/nerel-train/*.txt")):
        for token in tokenize(Path(path).read_text(encoding="utf-8")):
            key = hash_text(shape_of(token.text))
            seen.setdefault(-key if len(token.text) == 1 else key, Counter())[word_shape(token.text)] += 1
            if token.text.isalpha():
                seen.setdefault(hash_text(shape_of(f"{token.text}.")), Counter())[word_shape(token.text[:1])] += 1
    known = infer.model.emb.shape.weight.array
    table = np.zeros((len(seen), SHAPE))
    for row, counts in zip(table, seen.values()):
        row[: known.shape[1]] = known[infer.encoder.shapes_vocab.encode(counts.most_common(1)[0][0])]
    keys, order = np.unique(np.array(list(seen), np.int32), return_index=True)
    return keys, table[order]


def shape_of(word):
    """`shapeOf` of word-forms.ts."""
    shape = ""
    for char in word:
        kind = "X" if char.isupper() else "x" if char.islower() else "d" if char.isnumeric() else char
        if shape.endswith("XX") if kind == "X" else shape.endswith(kind):
            continue
        shape += kind
    return f"L{shape}" if any("LATIN" in unicodedata.name(char, "") for char in word) else shape


def chain_labels(tags):
    """Types, and the tag that each label of `decode-chain.ts` is (O, then B, I, L, U of each type): L is an «I» and U a «B»."""
    types = [tag[2:] for tag in tags if tag.startswith("B-")]
    return types, [tags.index("O")] + [tags.index(f"{step}-{type}") for type in types for step in "BIIB"]


if __name__ == "__main__":
    main(*sys.argv[1:])
