"""Who says the clause in which a pronoun stands: "the insurer denied that it had been hacked" speaks of the insurer."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.frames.claims.scopes import kind_of
from timeline.frames.naming.names import Cast, Person
from timeline.frames.syntax.parsing import Parsed
from timeline.frames.syntax.phrases import Item, item
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.name_words import name_words, role_word

SOME = frozenset({"several", "some", "many", "most", "both", "others"})  # of a group


def sayer(pronoun: Token) -> Token | None:
    """Who says the clause that a pronoun is the subject, or the owner of the subject, of."""
    top = pronoun.head if pronoun.dep_ == "poss" else pronoun
    clause = top.head
    if (
        top.dep_ not in ("nsubj", "nsubjpass")
        or clause.dep_ != "ccomp"
        or clause.head.pos_ != "VERB"
        or clause.head == clause
    ):
        return None
    if kind_of(clause.head) is None or kind_of(clause.head) == "accusation":
        return None
    able = (word for word in clause.head.children if word.dep_ == "nsubj")
    subjects = [word for word in able if word.pos_ in ("NOUN", "PROPN") or word.lower_ in SOME]
    return subjects[-1] if subjects else None


def body_that_speaks(parsed: Parsed, speaker: Token | None, cast: Cast) -> Item | None:
    """The body that speaks, or that a spokesman speaks for."""
    if speaker is None:
        return None
    entry = item(parsed, speaker, cast)
    if entry.naming is None and speaker.tag_ in ("NNS", "NNPS"):
        return None
    people = [person for person in people_named(parsed, speaker, cast) if person.sure or person.titles]
    if not people and not role_word(speaker.lower_):
        return entry
    for token in speaker.subtree:
        of = token.dep_ == "poss" or (token.dep_ == "pobj" and token.head.lower_ in ("for", "of", "at"))
        inner = item(parsed, token, cast) if of and token.pos_ in ("NOUN", "PROPN") else None
        named = inner is not None and inner.naming is not None and inner.naming.kind in ("organisation", "place")
        if inner is not None and (named or token.lower_ in name_words().organisations):
            return inner
    return None


def people_named(parsed: Parsed, token: Token, cast: Cast) -> Iterator[Person]:
    """The people that a phrase names: its own name, and the names beside it."""
    for head in (token, *(word for word in token.children if word.dep_ == "appos")):
        naming = cast.at(parsed.offset(head))
        person = cast.resolve(naming.name) if naming is not None else None
        if person is not None:
            yield person
