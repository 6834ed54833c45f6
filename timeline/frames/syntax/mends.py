"""Trees that no grammar allows, mended before anything is read from a parse."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

_CLAUSES = ("xcomp", "advcl", "ccomp", "acl", "conj")
_HANDLING = frozenset(
    "free release pardon deport convict charge jail sentence arrest detain hold swap exchange".split()
)
_TIMES = ("day", "night", "week", "month", "year", "morning", "evening")
_PASTS = {"overthrew": "overthrow"}
_OF_STATE = ("d'etat", "d’etat", "d'état", "d’état")
_NOMINAL = ("ion", "ions", "ure", "ures", "ment", "ments", "est", "ests", "ease", "al", "als", "ing", "ings")
_FALLEN = frozenset(
    "ousted deposed toppled overthrown jailed detained imprisoned exiled arrested impeached elected re-elected".split()
)
_CHOOSING = frozenset("elect re-elect choose name declare proclaim appoint pick vote swear crown".split())
_OFFICES = frozenset("president premier chancellor speaker leader mayor chairman winner king".split())
_SPANS = frozenset("hours days weeks months minutes moments".split())
_COUNTED = frozenset("before after later earlier ago ahead".split())
_FINITE = ("VBD", "VBZ", "VBP")
_AFTER = ("after", "before", "since")
_CALLS = frozenset(
    """call calls appeal appeals demand demands plea pleas pressure request requests order orders ultimatum invitation
    threat threats plan plans pledge pledges promise promises vow vows bid attempt attempts effort efforts""".split()
)


class Word(Protocol):
    """A token as far as its place in the tree is concerned."""

    i: int
    lower_: str
    tag_: str
    pos_: str
    dep_: str
    lemma_: str


def mend(doc: Sequence[Word], heads: list[int]) -> None:
    """Hang words of a sentence where they belong; in place. ``heads`` has the place of the head of each."""
    _acts(doc, heads)
    marks = [word for word in doc if word.dep_ == "mark"]
    for word in doc:
        if word.dep_ == "acl" and word.tag_ == "VBD":
            word.tag_ = "VBN"  # no clause without a subject is finite: "the president bundled onto a plane"
        if word.lower_ == "swearing-in" and word.pos_ != "NOUN":
            word.pos_, word.tag_, word.dep_ = "NOUN", "NN", "compound" if word.dep_ == "amod" else word.dep_
        if word.dep_ == "conj" and word.tag_ in ("VBD", "VBG"):
            heads[word.i] = _finite_head(word, doc, heads)
        elif word.dep_ == "ccomp" and word.tag_ == "VBD" and doc[heads[word.i]].lemma_ in _HANDLING:
            _said_of_a_noun(word, doc, heads)
        elif word.dep_ == "ccomp" and heads[word.i] > word.i and _parts(doc[word.i : heads[word.i]]):
            _stands_alone(word, doc, heads)
        elif word.lower_ in _SPANS and word.dep_ in ("pobj", "dobj") and 1 < word.i < len(doc) - 1:
            _counts_from_there(word, doc, heads)
        elif word.dep_ == "prep" and heads[word.i] > word.i > 1 and doc[word.i - 1].tag_ in _FINITE:
            _said_then(word, doc, heads)
        elif word.dep_ == "csubj" and word.tag_ == "VBG":
            _done_meanwhile(word, doc, heads)
        elif word.dep_ in ("advcl", "xcomp") and word.tag_ == "VB":
            _below_a_call(word, doc, heads)
        elif word.dep_ == "conj" and word.pos_ == "NOUN":
            _beside_a_deed(word, doc, heads)
        elif word.lower_ in _AFTER and word.dep_ == "prep" and doc[heads[word.i]].dep_ == "npadvmod":
            _opens_a_clause(word, doc, heads)
        elif word.dep_ == "agent" and doc[heads[word.i]].dep_ == "advcl" and doc[heads[word.i]].tag_ == "VBD":
            _done_by(doc[heads[word.i]], doc, heads)
        elif word.dep_ == "dobj" and word.lower_ in _OFFICES and doc[heads[word.i]].lemma_ in _CHOOSING:
            _chosen_for(word, doc, heads)
        elif word.lower_ in _OF_STATE and word.i and heads[word.i - 1] == word.i:
            _before_its_adjunct(doc[word.i - 1], word, doc, heads)
    of_root = next((mark for mark in marks if doc[heads[mark.i]].dep_ == "ROOT"), None)
    if of_root is not None:  # the first alone: a text of nothing but "after" takes no longer than others
        _below_its_clause(of_root, doc, heads)
    for mark in marks:
        _before_a_noun(mark, doc, heads)
    for word in doc[1:-1]:
        if word.lower_ in _FALLEN and word.tag_ in ("VBN", "VBD") and doc[word.i - 1].pos_ == "VERB":
            _tells_of_whom(word, doc, heads)


def _acts(doc: Sequence[Word], heads: Sequence[int]) -> None:
    """Whatever has a subject before it and an object behind it is a verb: "Chad's military overthrew the president"."""
    done = {heads[word.i] for word in doc if word.dep_ in ("dobj", "ccomp") and heads[word.i] < word.i}
    for word in doc:
        verb = doc[heads[word.i]]
        if word.dep_ != "nsubj" or verb.i not in done or verb.tag_ not in ("NN", "JJ") or verb.i < word.i:
            continue
        if verb.dep_ in ("ROOT", "advcl", "conj", "relcl") and verb.lower_ != "persona":
            helped = any(other.tag_ in ("MD", "TO") and heads[other.i] == verb.i for other in doc[word.i : verb.i])
            verb.pos_, verb.tag_ = "VERB", "VB" if helped else "VBD"
            verb.lemma_ = _PASTS.get(verb.lower_, verb.lower_)


def _finite_head(verb: Word, doc: Sequence[Word], heads: Sequence[int]) -> int:
    """Of a past tense beside an infinitive the verb above that: "told them to go and closed the office".

    So it is with participles: "ordering 60 to go and closing the office".
    """
    at = heads[verb.i]
    while doc[at].tag_ == "VB" and doc[at].dep_ in _CLAUSES and heads[at] != at:
        at = heads[at]
    alike = doc[at].pos_ == "VERB" and (doc[at].tag_ == "VBG" if verb.tag_ == "VBG" else doc[at].tag_ != "VB")
    return at if alike else heads[verb.i]


def _said_of_a_noun(verb: Word, doc: Sequence[Word], heads: list[int]) -> None:
    """Nobody frees that somebody arrested a day: "had freed several leaders arrested the day before"."""
    above = heads[verb.i]
    below = [word for word in doc if heads[word.i] == verb.i and word.i != verb.i]
    who = next((word for word in below if word.dep_ == "nsubj" and above < word.i == verb.i - 1), None)
    if who is None or any(word.dep_ in ("mark", "aux") for word in below):
        return
    heads[who.i], who.dep_ = above, "dobj"
    heads[verb.i], verb.dep_, verb.tag_ = who.i, "acl", "VBN"
    for word in below:
        if word.dep_ == "dobj" and word.lower_ in _TIMES:
            word.dep_ = "npadvmod"


def _tells_of_whom(fallen: Word, doc: Sequence[Word], heads: list[int]) -> None:
    """Right behind a verb such a participle tells of whom it is done to: "carrying ousted President Lund"."""
    verb = doc[fallen.i - 1]
    below = [word for word in doc[fallen.i + 1 :] if heads[word.i] == fallen.i]
    who = next((word for word in below if word.dep_ == "dobj"), None)
    if who is None or who.tag_ != "NNP" or doc[fallen.i + 1].tag_ != "NNP" or _below(fallen, heads):
        return
    heads[who.i], who.dep_ = verb.i, "dobj"
    for word in below:
        if word != who:
            heads[word.i] = verb.i
    heads[fallen.i], fallen.dep_, fallen.tag_ = who.i, "amod", "VBN"
    if heads[verb.i] == fallen.i:
        heads[verb.i] = verb.i


def _chosen_for(office: Word, doc: Sequence[Word], heads: list[int]) -> None:
    """ "Voters elected Ada Lund president": whom they chose is the object, where the parse makes one name of both."""
    named = [word for word in doc[: office.i] if heads[word.i] == office.i]
    if not named or any(word.tag_ != "NNP" or word.dep_ != "compound" for word in named):
        return
    last = named[-1]
    heads[last.i], last.dep_ = heads[office.i], "dobj"
    for word in named[:-1]:
        heads[word.i] = last.i
    office.dep_ = "oprd"


def _parts(between: Sequence[Word]) -> bool:
    return any(word.lower_ == ";" for word in between)


def _stands_alone(verb: Word, doc: Sequence[Word], heads: list[int]) -> None:
    """ "Lund was freed; her lawyer said": nobody says what stands before a semicolon, unless he says both."""
    behind = doc[heads[verb.i]]
    if behind.dep_ == "ccomp" and heads[behind.i] > behind.i:
        heads[verb.i] = heads[behind.i]
    else:
        heads[verb.i], verb.dep_ = verb.i, "ROOT"


def _counts_from_there(span: Word, doc: Sequence[Word], heads: list[int]) -> None:
    """ "Left hospital hours before the vote": the hospital, and hours before, not the hours of a hospital."""
    thing = doc[span.i - 1]
    if doc[span.i + 1].lower_ not in _COUNTED or thing.dep_ != "compound" or heads[thing.i] != span.i:
        return
    above = heads[span.i]
    thing.dep_, heads[thing.i] = span.dep_, above
    for word in doc[: thing.i]:
        if heads[word.i] == span.i and word.i != thing.i:
            heads[word.i] = thing.i
    span.dep_, heads[span.i] = "npadvmod", heads[above] if thing.dep_ == "pobj" else above


def _said_then(prep: Word, doc: Sequence[Word], heads: list[int]) -> None:
    """ "Peru said on Monday it would go": on Monday Peru said so."""
    verb, said = doc[prep.i - 1], doc[heads[prep.i]]
    if said.dep_ == "ccomp" and heads[said.i] == verb.i and doc[prep.i + 1].dep_ == "pobj":
        heads[prep.i] = verb.i


def _done_meanwhile(verb: Word, doc: Sequence[Word], heads: list[int]) -> None:
    """ "Farmers driving tractors blocked the port": the farmers did, and their driving did not."""
    who = [word for word in doc[: verb.i] if heads[word.i] == verb.i and word.dep_ == "nsubj" and word.tag_ == "NNS"]
    if len(who) == 1 and who[0].i == verb.i - 1:
        heads[who[0].i], heads[verb.i] = heads[verb.i], who[0].i
        verb.dep_ = "acl"


def _done_by(verb: Word, doc: Sequence[Word], heads: Sequence[int]) -> None:
    """What has a doer behind "by" and no subject is a participle: "toppled by her uncle in 1989"."""
    if verb.i and doc[verb.i - 1].lower_ == "," and not any(doc[at].dep_ == "nsubj" for at in _below(verb, heads)):
        verb.tag_ = "VBN"


def _below(verb: Word, heads: Sequence[int]) -> list[int]:
    return [at for at, head in enumerate(heads[: verb.i]) if head == verb.i]


def _opens_a_clause(after: Word, doc: Sequence[Word], heads: list[int]) -> None:
    """Behind a length "after" opens the clause whose verb the length hangs on: "a day after 75 people were killed"."""
    verb = doc[heads[heads[after.i]]]
    empty = not any(heads[word.i] == after.i for word in doc[after.i + 1 :])
    if empty and verb.i > after.i and verb.dep_ == "advcl":
        heads[after.i], after.dep_ = verb.i, "mark"


def _before_its_adjunct(noun: Word, adjunct: Word, doc: Sequence[Word], heads: list[int]) -> None:
    """A coup d'état is a coup: the noun stands first, and all that hangs on the two hangs on it."""
    above = heads[adjunct.i]
    for word in doc:
        if heads[word.i] == adjunct.i:
            heads[word.i] = noun.i
    noun.dep_, adjunct.dep_ = adjunct.dep_, "nmod"
    noun.pos_, noun.tag_ = "NOUN", "NN"
    heads[noun.i], heads[adjunct.i] = (noun.i if above == adjunct.i else above), noun.i


def _beside_a_deed(noun: Word, doc: Sequence[Word], heads: list[int]) -> None:
    """A deed stands beside a deed: "ordered the expulsion of envoys and the closure of a consulate"."""
    one = heads[noun.i]
    of = heads[one]
    if doc[one].dep_ != "pobj" or doc[of].lower_ != "of" or not noun.lower_.endswith(_NOMINAL):
        return
    deed = doc[heads[of]]
    alike = deed.pos_ == "NOUN" and deed.lower_.endswith(_NOMINAL) and not doc[one].lower_.endswith(_NOMINAL)
    if alike and doc[noun.i - 1].lower_ in ("the", "a", "an") and doc[deed.i - 1].lower_ in ("the", "a", "an"):
        heads[noun.i] = deed.i


def _below_a_call(verb: Word, doc: Sequence[Word], heads: list[int]) -> None:
    """An infinitive tells what a call is for, however many make it: "defied calls from Chad and Niger to recognise"."""
    above = heads[verb.i]
    between = doc[above + 1 : verb.i]
    call = next((word for word in between if word.dep_ == "dobj" and heads[word.i] == above), None)
    if call is None or call.lower_ not in _CALLS or doc[verb.i - 1].lower_ != "to":
        return
    heads[verb.i], verb.dep_ = call.i, "acl"


def _below_its_clause(mark: Word, doc: Sequence[Word], heads: list[int]) -> None:
    """A main clause has no "after": "it barred them from leaving, a day after soldiers had held her"."""
    root = doc[heads[mark.i]]
    said = (word for word in doc[: mark.i] if heads[word.i] == root.i and word.dep_ == "ccomp" and word.tag_ in _FINITE)
    main = next(said, None)
    if main is None or mark.lower_ == "that":
        return
    main.dep_, root.dep_ = "ROOT", "advcl"
    heads[main.i], heads[root.i] = main.i, main.i


def _before_a_noun(mark: Word, doc: Sequence[Word], heads: list[int]) -> None:
    """A participle that nobody did is said of the noun behind it: "after disputed elections on 3 May"."""
    verb = doc[heads[mark.i]]
    if mark.lower_ not in _AFTER or verb.i != mark.i + 1 or verb.tag_ != "VBN" or verb.dep_ != "advcl":
        return
    below = [word for word in doc if heads[word.i] == verb.i and word.i != verb.i and word.i != mark.i]
    thing = next((word for word in below if word.dep_ == "dobj"), None)
    if thing is None or below[0] != thing:
        return
    heads[mark.i], mark.dep_ = heads[verb.i], "prep"
    heads[thing.i], thing.dep_ = mark.i, "pobj"
    for word in (verb, *(word for word in below if word != thing)):
        heads[word.i] = thing.i
    verb.dep_ = "amod"
