"""What teachers hold of verbs that nobody annotated. See README.md.

teach.py E5.bin CANDIDATES OUT: a logistic regression over the features of a candidate (dump-candidates.ts) and two layers of
multilingual-e5-small at its verb, learnt from the annotated articles, says of each verb of the others how likely a careful reader
takes it: in percent, by a teacher of all annotated articles and by one without each part of them. Prints how good the latter are
on the part that they had not seen.
"""

import json
import os
import sys
from collections import defaultdict

os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"
# how sums are split hangs on how many processors are seen
os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"
sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "syntax"))
import jax
import jax.numpy as jnp
import numpy as np
from scipy import sparse
from scipy.optimize import minimize

from e5 import E5, PIECES, of_words

LAYERS = (8, 12)
PARTS = 10
# cost of a weight; how far a layer weighs beside the other features; a feature of fewer articles tells of these articles
PENALTY, SHARE, LEAST = 10, 2.2, 3
# words of a sentence that are computed, so that few lengths occur, and pieces in a batch
WORDS, ROOM = [8, 16, 24, 32, 48, 64, 96, 128, 200, 400], 1000
# what a row of e5 has room for
PLACES = 508


def main():
    weights, candidates, out = sys.argv[1:]
    with open(candidates) as file:
        articles = [json.loads(line) for line in file]
    all_ = [c | {"article": a["name"], "part": a["part"]} for a in articles for c in a["candidates"]]
    inputs = sparse.hstack([features_of([c for c in all_ if c["taken"] is not None], all_), layers_at(weights, all_)]).tocsr()
    part = np.array([-1 if c["part"] is None else c["part"] for c in all_])
    taken = np.array([c["taken"] is True for c in all_], float)
    shares, learnt = [], np.zeros(len(all_))
    for left_out in [None, *range(PARTS)]:
        rows = (part >= 0) & (part != left_out)
        likely = likelihoods(learn(inputs[rows], taken[rows]), inputs)
        shares.append(likely)
        learnt[part == left_out] = likely[part == left_out]
    report(learnt[part >= 0], taken[part >= 0] > 0)
    write(out, all_, np.rint(100 * np.stack(shares, 1)).astype(int))


def features_of(known, all_):
    """Which of the features of the annotated candidates each has."""
    articles = defaultdict(set)
    for c in known:
        for feature in c["features"]:
            articles[feature].add(c["article"])
    column = {f: i for i, f in enumerate(sorted(f for f, own in articles.items() if len(own) >= LEAST))}
    places = [(i, column[f]) for i, c in enumerate(all_) for f in c["features"] if f in column]
    rows, columns = zip(*places)
    return sparse.csr_matrix((np.ones(len(rows)), (rows, columns)), (len(all_), len(column)))


def layers_at(weights, all_):
    """The layers at the word of each candidate: mean 0, each layer as long as SHARE on the whole."""
    e5 = E5(weights, max(LAYERS))
    run = jax.jit(lambda layers, b: jnp.stack([of_words(h, b) for h in see(e5, layers, b)]))
    sentences = defaultdict(list)
    for i, c in enumerate(all_):
        sentences[tuple(c["words"][: WORDS[-1]])].append(i)
    found = np.zeros((len(LAYERS), len(all_), e5.sizes["size"]))
    for low, high in zip([0] + WORDS, WORDS):
        group = [words for words in sentences if low < len(words) <= high]
        count = max(2, ROOM // high)
        for at in range(0, len(group), count):
            chosen = group[at : at + count]
            pieces, mask = np.zeros((count, high, PIECES), np.int32), np.zeros((count, high), np.float32)
            for row, words in enumerate(chosen):
                pieces[row, : len(words)] = shortened(e5.pieces(words))
                mask[row, : len(words)] = 1
            hidden = np.asarray(run(e5.layers, e5.pack({"pieces": pieces, "mask": mask})))
            for row, words in enumerate(chosen):
                for i in sentences[words]:
                    found[:, i] = hidden[:, row, min(all_[i]["word"], len(words) - 1)]
    found -= found.mean(1, keepdims=True)
    return np.hstack(SHARE * found / np.sqrt((found**2).sum(2).mean(1))[:, None, None])


def see(e5, layers, b):
    hidden = e5.hidden(layers, b, 0, None)
    return [hidden[k - 1] for k in LAYERS]


def shortened(pieces):
    """No more than fit into a row: the longest words lose their ends first."""
    while (pieces > 0).sum() > PLACES:
        lengths = (pieces > 0).sum(1)
        longest = lengths.argmax()
        pieces[longest, lengths[longest] - 1] = 0
    return pieces


def learn(inputs, taken):
    """Weights and bias of the logistic regression."""

    def loss(w):
        margins = inputs @ w[:-1] + w[-1]
        slope = sigmoid(margins) - taken
        cost = np.logaddexp(0, margins).sum() - margins @ taken + PENALTY / 2 * (w[:-1] ** 2).sum()
        return cost, np.append(inputs.T @ slope + PENALTY * w[:-1], slope.sum())

    return minimize(loss, np.zeros(inputs.shape[1] + 1), jac=True, method="L-BFGS-B", options={"maxiter": 1000}).x


def likelihoods(w, inputs):
    return sigmoid(inputs @ w[:-1] + w[-1])


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def report(likely, taken):
    chosen = likely >= 0.41
    right = (chosen & taken).sum()
    print(json.dumps({"candidates": len(taken), "taken": int(taken.sum()), "f1": round(2 * right / (chosen.sum() + taken.sum()), 3)}))


def write(out, all_, percents):
    told = defaultdict(dict)
    for c, own in zip(all_, percents.tolist()):
        if c["part"] is None:
            told[c["article"]][str(c["offset"])] = own
    with open(out, "w") as file:
        for name, verbs in told.items():
            file.write(json.dumps({"name": name, "verbs": verbs}, separators=(",", ":")) + "\n")


main()
