"""Sentences and words (razdel) of texts without trees -> CoNLL-U on stdout, with words only: silver.py FOLDER …"""

import glob
import sys

from razdel import sentenize, tokenize


def main(folders):
    for words in read_sentences(folders):
        for i, word in enumerate(words):
            print(i + 1, word, "_", "X", "_", "_", 0, "root", "_", "_", sep="\t")
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
