"""The last hidden layers of slovnet's tagger and parser (MIT, PyPI `natasha`), which the teacher sees; nothing of it is shipped.

slovnet-vectors.py OUT NAME=FILE.conllu … writes OUT/NAME.slovnet.npy, float16 [tokens, columns].
"""

import os
import sys

import natasha
import numpy as np
from navec import Navec
from slovnet import Morph, Syntax

DATA = os.path.join(os.path.dirname(natasha.__file__), "data")


def main(out, inputs):
    for item in inputs:
        name, path = item.split("=")
        matrix = np.concatenate(slovnet_vectors(list(read_forms(path))))
        np.save(f"{out}/{name}.slovnet.npy", matrix)
        print(name, matrix.shape, flush=True)


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


def read_forms(path):
    with open(path, encoding="utf-8") as file:
        for block in file.read().strip("\n").split("\n\n"):
            rows = [line.split("\t") for line in block.split("\n")]
            yield [row[1].replace(" ", "") or "_" for row in rows if row[0].isdigit()]


main(sys.argv[1], sys.argv[2:])
