"""Python tools on the inputs of bench/language-peers.ts: JSON on stdin, JSON on stdout, each with its processor time.

Needs an environment with requirements.txt. Every tool runs once to warm up on a little and once to be measured.
"""

import json
import os
import sys
import time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"
import natasha
import razdel
import spacy
from navec import Navec
from slovnet import NER, Morph, Syntax

DATA = os.path.join(os.path.dirname(natasha.__file__), "data")


def main(work):
    navec = Navec.load(os.path.join(DATA, "emb/navec_news_v1_1B_250K_300d_100q.tar"))
    load = lambda kind, name, **options: kind.load(os.path.join(DATA, f"model/{name}_v1.tar"), **options).navec(navec)
    ner = load(NER, "slovnet_ner_news")
    morph = load(Morph, "slovnet_morph_news", batch_size=8)
    syntax = load(Syntax, "slovnet_syntax_news")
    blank = spacy.blank("ru")
    vocabulary = natasha.MorphVocab()
    texts, sentences, articles = work["texts"], work["sentences"], work["articles"]
    tools = [
        ("tokens", "razdel 0.5", texts, lambda them: [[[t.start, t.stop] for t in razdel.tokenize(text)] for text in them]),
        ("tokens", "spaCy 3.8, blank ru", texts, lambda them: [spacy_tokens(blank, text) for text in them]),
        ("tags", "slovnet 0.6", sentences, lambda them: [tags(found) for found in morph.map(them)]),
        ("lemmas", "natasha 1.6", sentences, lambda them: [lemmas(found, vocabulary) for found in morph.map(them)]),
        ("trees", "slovnet 0.6", sentences, lambda them: [tree(found) for found in syntax.map(them)]),
        ("mentions", "slovnet 0.6", articles, lambda them: [[[s.start, s.stop, s.type] for s in ner(text).spans] for text in them]),
    ]
    results = []
    for stage, name, inputs, run in tools:
        run(inputs[:5])
        began = time.process_time()
        found = run(inputs)
        results.append({"stage": stage, "name": name, "seconds": time.process_time() - began, "found": found})
    json.dump(results, sys.stdout, ensure_ascii=False)


def spacy_tokens(blank, text):
    return [[t.idx, t.idx + len(t)] for t in blank(text) if not t.is_space]


def tags(found):
    return [[t.pos, "|".join(f"{k}={v}" for k, v in sorted(t.feats.items())) or "_"] for t in found.tokens]


def lemmas(found, vocabulary):
    return [vocabulary.lemmatize(t.text, t.pos, t.feats) for t in found.tokens]


def tree(found):
    return [[int(t.head_id) - 1, t.rel] for t in found.tokens]


main(json.load(sys.stdin))
