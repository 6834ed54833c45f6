"""Noun phrases: the extent of the one around a head, and the one that begins at a token."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from timeline.frames.naming.introductions import Introduction
from timeline.frames.naming.names import Cast
from timeline.frames.syntax.parsing import Parsed
from timeline.frames.syntax.tokens import Doc, Token
from timeline.frames.words.name_words import name_words

_PREMODIFIERS = (
    "det",
    "amod",
    "compound",
    "nmod",
    "nummod",
    "poss",
    "quantmod",
    "predet",
    "advmod",
    "case",
    "npadvmod",
    "punct",
    "neg",
    "dep",
    "appos",
)
NOMINAL = ("NOUN", "PROPN", "PRON")
_BEFORE_NOUN = frozenset(
    {"DT", "PDT", "CD", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "POS", "PRP$", "HYPH", "VBN", "VBG", "RB", "$"}
)
_HOURS = frozenset({"dawn", "daybreak", "sunrise", "noon", "midday", "dusk", "sunset", "nightfall", "midnight"})
_TAIL = 7  # tokens of an "of" phrase kept with its noun


@dataclass(frozen=True)
class Item:
    """A noun phrase: its head, its first and last token (inclusive), and the capitalised name it is, if it is one."""

    head: Token
    first: int
    last: int
    naming: Introduction | None = None

    @property
    def tokens(self) -> tuple[Token, ...]:
        """All tokens of the phrase."""
        return self.head.doc[self.first : self.last + 1]


@lru_cache(maxsize=256)
def item(parsed: Parsed, head: Token, cast: Cast) -> Item:
    """The noun phrase around a head: a whole name where the head is part of one, else the head and what modifies it."""
    naming = cast.at(parsed.offset(head))
    if naming is not None and naming.kind != "role" and not _only_opens(parsed, head, naming):
        first, last = _tokens(parsed, naming, head)
        if not (last + 1 < len(head.doc) and _modifies(head.doc[last], head)):
            return Item(head.doc[last], first, last, naming)
    if head.i and head.lower_ in name_words().organisations and head.tag_ != "NNS":  # "the Hamas movement" is Hamas
        beside = cast.at(parsed.offset(head.doc[head.i - 1]))
        if beside is not None and beside.kind == "organisation":
            return Item(head, _tokens(parsed, beside, head.doc[head.i - 1])[0], head.i, beside)
    first = min([head.i, *(child.left_edge.i for child in _left(head))])
    return Item(head, first, _end(head))


def _only_opens(parsed: Parsed, head: Token, naming: Introduction) -> bool:
    """Whether a common noun has its capital only as the first word: "Websites of two banks were knocked offline"."""
    alone = naming.start == parsed.offset(head) and naming.name == head.text and naming.kind in ("thing", "person")
    opens = not any(token.is_alpha for token in head.doc[: head.i])
    return alone and opens and head.tag_ == "NNS" and head.lower_.endswith("s") and not head.text.isupper()


def _tokens(parsed: Parsed, naming: Introduction, head: Token) -> tuple[int, int]:
    base = parsed.sentence.span.start
    inside = parsed.doc.covered(naming.left - base, naming.end - base, whole=True)
    return (inside[0].i, inside[-1].i) if inside else (head.i, head.i)


def _modifies(last: Token, head: Token) -> bool:
    """Whether a name only modifies the noun that is really meant: the slot head stands outside it."""
    return head.i > last.i


def _left(head: Token) -> list[Token]:
    """The modifiers in front of a noun, as far as they touch each other."""
    touching: list[Token] = []
    edge = head.i
    for child in sorted(head.lefts, key=lambda token: -token.i):
        if child.dep_ not in _PREMODIFIERS or child.right_edge.i < edge - 1 or child.text in (",", ":", ";", "—", "–"):
            break
        if _is_when(child):
            break
        touching.append(child)
        edge = child.left_edge.i
    return touching


def _is_when(word: Token) -> bool:
    """ "On Friday paratroopers", "before dawn soldiers": the day, where no comma keeps it from whoever acts."""
    if word.lower_ not in name_words().calendar and word.lower_ not in _HOURS:
        return False
    return word.i > 0 and word.nbor(-1).pos_ in ("ADP", "SCONJ")


def _end(head: Token) -> int:
    """The last token of a noun phrase: the head, or its short "of" phrase."""
    for child in head.rights:
        if child.i == head.i + 1 and child.lower_ == "of":
            edge = child.i
            while edge + 1 < len(head.doc) and head.is_ancestor(head.doc[edge + 1]):
                if edge - child.i >= _TAIL and head.doc[edge].dep_ != "compound":  # a name is not cut in two
                    break
                following = head.doc[edge + 1]
                if following.text in (",", "(", ";", "–", "—") or following.tag_ in ("WP", "WDT", "WP$"):
                    break
                if following.dep_ in ("relcl", "acl", "nsubj"):
                    break
                edge += 1
            while head.doc[edge].tag_ == "IN":  # "a faction of the army in which"
                edge -= 1
            return edge if edge > child.i else head.i
    return head.i


def item_from(parsed: Parsed, first: int, cast: Cast) -> Item | None:
    """The noun phrase that begins at a token, read from tags: a name, "the X", "X's Y", "12 others"."""
    doc, at = parsed.doc, first
    head: Token | None = None
    naming: Introduction | None = None
    while at < len(doc) and at - first < 12:
        token = doc[at]
        own = cast.at(parsed.offset(token)) or cast.titled(parsed.offset(token))
        if own is not None and own.kind != "role" and own.left >= parsed.offset(doc[first]):
            at = _tokens(parsed, own, token)[1]
            head, naming = doc[at], own
        elif _stops(token, naming):
            break
        elif token.tag_.startswith("NN") or (token.tag_ == "CD" and not _noun_follows(doc, at)):
            head, naming = token, None
        elif token.tag_ == "DT" and head is not None and token.tag_ != "POS":
            break
        at += 1
    if head is None:
        return None
    return Item(head, first, max(head.i, _end(head) if naming is None else head.i), naming)


def _stops(token: Token, naming: Introduction | None) -> bool:
    """Whether a noun phrase read from left to right cannot go on with a token."""
    if naming is not None and (token.tag_ in ("CD", "DT", "RB") or token.lower_ in name_words().organisations):
        return token.tag_ in ("CD", "DT", "RB") or naming.kind == "organisation"
    verbal = token.tag_ in ("RB", "VBG", "VBN") and token.dep_ not in ("amod", "advmod", "compound")
    return verbal or token.tag_ not in _BEFORE_NOUN


def _noun_follows(doc: Doc, at: int) -> bool:
    return any(token.tag_.startswith("NN") for token in doc[at + 1 : at + 3])
