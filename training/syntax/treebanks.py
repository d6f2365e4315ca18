"""What the nets learn from: the sentences of dump-features.ts, word vectors, batches."""

import json
import os

import natasha
import numpy as np
from navec import Navec

from conventions import Gsd, Row
from net_file import hash_text

TREEBANKS = ["gsd", "pud", "taiga"]
# texts without trees, of which teach.py tells what it holds likely in the conventions of GSD
SILVER = "silver"
# a batch holds sentences of up to so many words
BUCKETS = [12, 18, 24, 32, 40, 50, 80]
# likeliest heads, relations and tags that a student is told of
RANKED = 4
# every so many sentences of these are held out for measuring
HELD_OUT = {"gsd": 4, "pud": 10}


class Inventory(dict):
    def id(self, key):
        return self.setdefault(key, len(self))


class Corpus:
    """Sentences of the treebanks by name, inventories of tags and relations, vectors of words."""

    def __init__(self, folder, words):
        with open(f"{folder}/tags.json", encoding="utf-8") as file:
            self.layout = json.load(file)
        self.folder = folder
        self.hashes, self.vectors = word_vectors(words)
        self.bundles, self.relations = Inventory(), Inventory()
        self.gsd = Gsd(read_rows(folder, "gsd"))
        self.treebanks = {name: self.read(name) for name in TREEBANKS}

    def read(self, name):
        """Sentences: arrays of one row a token; `forms` are its words."""
        width, hashes = self.layout["width"], self.hashes
        tokens = np.fromfile(f"{self.folder}/{name}.tokens", dtype=np.int32).reshape(-1, width)
        places = [np.searchsorted(hashes, tokens[:, k]) for k in (0, 1)]
        known = [hashes[np.minimum(p, len(hashes) - 1)] == tokens[:, k] for k, p in enumerate(places)]
        words = np.where(known[0], places[0], np.where(known[1], places[1], len(hashes)))
        sentences, at = [], 0
        for rows in read_rows(self.folder, name):
            n = len(rows)
            sentence = {"word": words[at : at + n], "features": tokens[at : at + n, 2:]}
            sentences.append(sentence | (self.gold(name, rows) if name in TREEBANKS else {}))
            at += n
        assert at == len(tokens)
        return sentences

    def gold(self, name, rows):
        tags = [row.tag() for row in rows] if name == "gsd" else self.gsd.tags(rows)
        return {
            "tag": alone([-1 if tag is None else self.bundles.id(tag) for tag in tags]),
            # where nothing is to be learnt all shares are 0
            "tagShare": alone([float(tag is not None) for tag in tags]),
            "head": alone([row.head + 1 for row in rows]),
            "headShare": alone(np.ones(len(rows))),
            "relation": alone([self.relations.id(row.relation) for row in rows]),
            "relationShare": alone(np.ones(len(rows))),
        }

    def held_out(self):
        return {name: self.treebanks[name][::every] for name, every in HELD_OUT.items()}

    def pools(self, everything):
        """Sentences to learn from with the number of their treebank."""
        return [
            [
                (sentence, suit)
                for i, sentence in enumerate(self.treebanks[name])
                if everything or name not in HELD_OUT or i % HELD_OUT[name]
            ]
            for suit, name in enumerate(TREEBANKS)
        ]


def read_rows(folder, name):
    with open(f"{folder}/{name}.conllu", encoding="utf-8") as file:
        for block in file.read().strip("\n").split("\n\n"):
            yield [Row(line.split("\t")) for line in block.split("\n")]


def alone(values):
    """One certain choice of each token in the shape of RANKED choices with their shares."""
    values = np.asarray(values)
    return np.concatenate([values[:, None], np.zeros((len(values), RANKED - 1), values.dtype)], 1)


def word_vectors(most):
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


def in_buckets(sentences, room):
    """Chunks of sentences of about the same length: (longest that fits, sentences in a full chunk, indices)."""
    for low, high in zip([0] + BUCKETS, BUCKETS + [300]):
        group = [i for i, sentence in enumerate(sentences) if low < len(sentence["word"]) <= high]
        count = max(4, room // high)
        for at in range(0, len(group), count):
            yield high, count, group[at : at + count]


def make_batch(items, vectors, length, count):
    """Arrays [count, length, …] of (sentence, number of its treebank), the rest of the places masked."""
    b = {"vector": np.zeros((count, length, vectors.shape[1]), np.float32), "suit": np.zeros(count, np.int32)}
    b["mask"] = np.zeros((count, length), np.float32)
    for name, first in items[0][0].items():
        kind = np.int32 if first.dtype.kind == "i" else np.float32
        b[name] = np.zeros((count, length, *first.shape[1:]), kind)
    for i, (sentence, suit) in enumerate(items):
        n = len(sentence["word"])
        b["vector"][i, :n] = vectors[sentence["word"]]
        for name, values in sentence.items():
            b[name][i, :n] = values
        b["mask"][i, :n] = 1
        b["suit"][i] = suit
    return b


class Batches:
    """Draws a length and then sentences of it, so that the pools come in the shares of `mix`, counted in tokens."""

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
        chosen = self.rng.choice(len(self.pools), size=count, p=self.share[:, k] / by_bucket[k])
        return make_batch([self.draw(pool, k) for pool in chosen], self.vectors, BUCKETS[k], count)

    def draw(self, pool, k):
        if not self.queues.get((pool, k)):
            self.queues[pool, k] = list(self.rng.permutation(len(self.pools[pool][k])))
        return self.pools[pool][k][self.queues[pool, k].pop()]
