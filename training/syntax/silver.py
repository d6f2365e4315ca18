"""Silver trees: razdel and slovnet (PyPI natasha, MIT) over texts without trees -> CoNLL-U on stdout."""

import glob
import os
import sys

import natasha
from navec import Navec
from razdel import sentenize, tokenize
from slovnet import Morph, Syntax

DATA = os.path.join(os.path.dirname(natasha.__file__), "data")


def main(folders):
    navec = Navec.load(os.path.join(DATA, "emb/navec_news_v1_1B_250K_300d_100q.tar"))
    morph = Morph.load(os.path.join(DATA, "model/slovnet_morph_news_v1.tar"), batch_size=8).navec(navec)
    syntax = Syntax.load(os.path.join(DATA, "model/slovnet_syntax_news_v1.tar")).navec(navec)
    sentences = list(read_sentences(folders))
    for words, tags, tree in zip(sentences, morph.map(sentences), syntax.map(sentences)):
        for i, (word, tag, node) in enumerate(zip(words, tags.tokens, tree.tokens)):
            feats = "|".join(f"{k}={v}" for k, v in sorted(tag.feats.items())) or "_"
            print(i + 1, word, "_", tag.pos, "_", feats, node.head_id, node.rel, "_", "_", sep="\t")
        print()


def read_sentences(folders):
    for folder in folders:
        for path in sorted(glob.glob(f"{folder}/*.txt")):
            with open(path, encoding="utf-8") as file:
                for paragraph in file.read().split("\n"):
                    for sentence in sentenize(paragraph):
                        words = [token.text for token in tokenize(sentence.text)]
                        if 3 <= len(words) <= 80:
                            yield words


main(sys.argv[1:])
