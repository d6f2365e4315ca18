"""Highest-scoring tree with one root (Chu & Liu 1965, Edmonds 1967)."""

import numpy as np


def best_tree(scores):
    """scores[dependent, head] with head 0 for the root -> heads, counted from 1."""
    n = scores.shape[0]
    full = np.full((n + 1, n + 1), -1e9)
    full[1:] = scores
    np.fill_diagonal(full, -1e9)
    heads = span(full)
    roots = [v for v in range(1, n + 1) if heads[v] == 0]
    if len(roots) > 1:
        tries = []
        for root in roots:
            alone = full.copy()
            alone[:, 0] = -1e8
            alone[root, 0] = full[root, 0]
            found = span(alone)
            tries.append((alone[np.arange(1, n + 1), found[1:]].sum(), -root, found))
        heads = max(tries, key=lambda t: t[:2])[2]
    return heads[1:]


def span(scores):
    n = len(scores)
    heads = scores.argmax(1)
    heads[0] = 0
    cycle = find_cycle(heads)
    if cycle is None:
        return heads
    inside = set(cycle)
    rest = [v for v in range(n) if v not in inside]
    k = len(rest)
    smaller = np.full((k + 1, k + 1), -1e9)
    smaller[:k, :k] = scores[np.ix_(rest, rest)]
    own = sum(scores[v, heads[v]] for v in cycle)
    leave, enter = {}, {}
    for i, v in enumerate(rest):
        if v != 0:
            out = scores[v, cycle]
            smaller[i, k], leave[v] = out.max(), cycle[out.argmax()]
        into = np.array([scores[c, v] - scores[c, heads[c]] + own for c in cycle])
        smaller[k, i], enter[v] = into.max(), cycle[into.argmax()]
    found = span(smaller)
    result = heads.copy()
    for i, v in enumerate(rest[1:], 1):
        result[v] = leave[v] if found[i] == k else rest[found[i]]
    result[enter[rest[found[k]]]] = rest[found[k]]
    return result


def find_cycle(heads):
    state = [0] * len(heads)
    state[0] = 2
    for v in range(1, len(heads)):
        path, u = [], v
        while state[u] == 0:
            state[u] = 1
            path.append(u)
            u = heads[u]
        if state[u] == 1:
            return path[path.index(u) :]
        for w in path:
            state[w] = 2
    return None
