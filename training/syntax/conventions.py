"""Tags of the other treebanks said in the manner of UD_Russian-GSD, so that they teach its tags too.

What GSD does otherwise than PUD and Taiga (counted over its development part): participles have the animacy of the word they
belong to and short ones are in the nominative; auxiliaries have no voice; numerals have `NumType=Card`, small ones the animacy
and gender of what is counted; «который» is a pronoun with the animacy of its antecedent. Where the other treebank does not
tell (the case of «25»), or a little word has a tag that GSD never gives it, the tag is None: it teaches nothing.
"""

STRIP = {"PronType", "NameType", "NumForm", "Poss", "InflClass", "Typo", "Abbr", "ExtPos"}
CLOSED = {"ADP", "ADV", "AUX", "CCONJ", "DET", "NUM", "PART", "PRON", "SCONJ"}
NOUNS = {"NOUN", "PROPN"}


class Row:
    def __init__(self, columns):
        self.form, self.pos, features, head, self.relation = columns
        self.head = int(head) - 1
        self.features = dict(f.split("=") for f in features.split("|")) if features not in ("_", "") else {}

    def tag(self):
        return self.pos + " " + ("|".join(f"{k}={v}" for k, v in sorted(self.features.items(), key=lambda f: f[0].lower())) or "_")


class Gsd:
    """What GSD itself does: the tags of each little word, and which features come together."""

    def __init__(self, sentences):
        self.words, self.patterns = {}, set()
        for row in (row for rows in sentences for row in rows):
            self.patterns.add(pattern(row))
            if row.pos in CLOSED:
                self.words.setdefault(row.form.lower(), set()).add(row.tag())

    def tags(self, rows):
        """A sentence of another treebank -> tag or None of each word."""
        converted = [convert(row, rows) for row in rows]
        return [row.tag() if row is not None and self.knows(row) else None for row in converted]

    def knows(self, row):
        if pattern(row) not in self.patterns:
            return False
        word = self.words.get(row.form.lower())
        if word is None or row.tag() in word:
            return True
        # another case or gender of a word that declines is no other convention
        return row.pos in ("DET", "PRON", "NUM") and any(
            tag.startswith(row.pos + " ") and names(tag) == names(row.tag()) for tag in word
        )


def names(tag):
    return [f.split("=")[0] for f in tag.split(" ")[1].split("|")]


def pattern(row):
    f = row.features
    return (row.pos, f.get("VerbForm"), f.get("Variant"), f.get("Number"), tuple(sorted(f)))


def convert(row, rows):
    found = Row([row.form, row.pos, "_", row.head + 1, row.relation])
    f = found.features = {k: v for k, v in row.features.items() if k not in STRIP}
    head = rows[row.head] if row.head >= 0 else None
    if row.pos in ("VERB", "AUX") and f.get("VerbForm") == "Part":
        of = subject(row, rows) if f.get("Variant") == "Short" else head
        animacy = None if of is None or of.pos not in NOUNS else of.features.get("Animacy")
        if animacy is None:
            return None
        f["Animacy"] = animacy
        if f.get("Variant") == "Short":
            f["Case"] = "Nom"
    if row.pos == "AUX":
        f.pop("Voice", None)
        if f.get("VerbForm") in ("Fin", "Inf"):
            f.setdefault("Aspect", "Imp")
    if row.pos == "NUM":
        if "Case" not in f:
            return None
        f["NumType"] = "Card"
        if row.form.isdigit():
            return None
        if head is not None and head.pos in NOUNS and row.form.lower() in SMALL:
            f["Animacy"] = head.features.get("Animacy", "Inan")
            if row.form.lower() in GENDERED and head.features.get("Gender"):
                f["Gender"] = head.features["Gender"]
    if row.form.lower().startswith("котор"):
        of = antecedent(row, rows)
        if of is None or "Animacy" not in of.features or "Case" not in f:
            return None
        found.pos = "PRON"
        f["Animacy"] = of.features["Animacy"]
        f.setdefault("Number", of.features.get("Number", "Sing"))
        if f["Number"] == "Sing":
            f["Gender"] = of.features.get("Gender", "Masc")
        else:
            f.pop("Gender", None)
    return found


SMALL = {"два", "две", "двух", "двум", "двумя", "три", "трех", "трёх", "трем", "трём", "тремя", "четыре", "четырех", "четырёх",
         "четырем", "четырём", "четырьмя", "несколько", "нескольких", "нескольким", "несколькими", "один", "одна", "одно",
         "одного", "одной", "одному", "одном", "одну", "одним", "оба", "обе", "обоих", "обеих", "обоим", "обеим", "обоими", "обеими"}
GENDERED = {w for w in SMALL if w.startswith(("дв", "тр", "четыр", "од", "об"))}


def subject(row, rows):
    at = rows.index(row)
    found = [r for r in rows if r.head == at and r.relation.startswith("nsubj")]
    return found[0] if found else None


def antecedent(row, rows):
    for _ in range(6):
        if row.relation.startswith("acl") and row.head >= 0:
            of = rows[row.head]
            return of if of.pos in NOUNS else None
        if row.head < 0:
            return None
        row = rows[row.head]
    return None
