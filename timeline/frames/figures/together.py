"""Those named and those counted beside them: "the mayor and two councillors" are three, "two men and a woman" too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from timeline.frames.figures.quantities import Quantity
from timeline.frames.match import Match
from timeline.frames.naming.names import Cast
from timeline.frames.roles.beside import companions
from timeline.frames.syntax.lists import listed
from timeline.frames.syntax.parsing import children
from timeline.frames.syntax.phrases import Item, item
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.lexicon import lemmas
from timeline.frames.words.name_words import role_word
from timeline.models import Role

_SUMMED = frozenset({"detention", "release", "diplomacy", "sanction"})  # acts upon persons, one by one
_ONE_MORE = "another"
_BOUNDS = ("exact", "at_least", "more_than")
_BODIES = frozenset("staff personnel crew family team unit entourage leadership cabinet public press".split())
_QUANTIFIERS = frozenset("one some many most several none each any half all few neither both".split())


@dataclass(frozen=True, slots=True)
class Sum:
    """How many a list names and counts together: its numbers in order, and the word that stands for them."""

    total: float
    parts: tuple[Quantity, ...]
    as_written: str
    unit: str


def together(match: Match, people: Sequence[Quantity], role: Role, cast: Cast) -> Sum | None:
    """The sum of a list of targets that has numbers in it; None where an item of it says no number.

    ``people`` are the numbers of the sentence that count persons of the event.
    """
    if match.event_type not in _SUMMED:
        return None
    for token in match.fillers(role):
        entries = [entry for entry in listed(match.parsed, token, cast) if not _is_place(entry)]
        beside = (item(match.parsed, who, cast) for who in companions(match) if children(who, "nummod"))
        entries = _apart((*entries, *(one for one in beside if all(one.head != other.head for other in entries))))
        found = _added(entries, people) if len(entries) > 1 else None
        if found is not None:
            return found
    return None


def _apart(entries: Iterable[Item]) -> list[Item]:
    """The items of a list without those that only name the one before: "his son, Ben Abara, and five aides"."""
    found = list(entries)
    single = {entry.head for entry in found if entry.head.tag_ in ("NN", "NNP")}
    told = [after for before, after in pairwise(found) if _is_called(before, after)]
    return [
        entry for entry in found if entry not in told and (entry.head.dep_ != "appos" or entry.head.head not in single)
    ]


def _is_called(office: Item, name: Item) -> bool:
    """ "The mayor, Ivo Lund, and 13 others": a name between commas behind an office, wherever the parse hangs it."""
    doc = office.head.doc
    named = name.naming is not None and name.naming.kind == "person" and office.naming is None
    between = [word.text for word in doc[office.last + 1 : name.first]] == [","]
    closed = name.last + 1 < len(doc) and doc[name.last + 1].text == ","
    return named and between and closed and office.head.tag_ in ("NN", "NNP") and bool(role_word(office.head.lower_))


def _added(entries: Sequence[Item], people: Sequence[Quantity]) -> Sum | None:
    if _spelled_out(entries, people):
        return None
    total, more = 0.0, ""
    parts: list[Quantity] = []
    for entry in entries:
        number = next((one for one in people if _counts(one, entry)), None)
        if any(word.lower_ == "more" for word in entry.tokens):
            return None  # "the envoy in May, and two more in June": others, at another time
        if number is not None and number.value is not None and number.bound in _BOUNDS:
            total, parts = total + number.value, [*parts, number]
        elif number is None and _is_single(entry):
            total += 1
            more = entry.head.lower_ if any(word.lower_ == _ONE_MORE for word in entry.tokens) else more
        else:
            return None
    if parts:
        noun = parts[0].noun
        return Sum(total, tuple(parts), parts[0].as_written, noun.text.lower() if noun is not None else "")
    return Sum(total, (), _ONE_MORE, more) if more else None


def _spelled_out(entries: Sequence[Item], people: Sequence[Quantity]) -> bool:
    """ "Two senators, Ada Lund and Ben Abara": those behind the number are those that it counts."""
    number = next((one for one in people if _counts(one, entries[0])), None)
    names = entries[1:]
    return number is not None and number.value == len(names) and all(entry.naming is not None for entry in names)


def _counts(quantity: Quantity, entry: Item) -> bool:
    return quantity.head in entry.tokens or quantity.head == entry.head or quantity.noun == entry.head


def _is_single(entry: Item) -> bool:
    """Whether an item is one person: a name, or a noun in the singular for nothing else that is counted."""
    head, lemma = entry.head, entry.head.lemma_.lower()
    if head.tag_ not in ("NN", "NNP") or any(word.tag_ == "CD" for word in entry.tokens) or lemma in _BODIES:
        return False
    return entry.naming is not None or lemma in lemmas("people") or bool(role_word(lemma))


def _is_place(entry: Item) -> bool:
    return entry.naming is not None and entry.naming.kind == "place"


def beside(match: Match, role: Role, cast: Cast) -> int:
    """How many are named one by one in the lists of a role: those that "n others" leaves out."""
    return len(set(_named(match, role, cast)))


def _named(match: Match, role: Role, cast: Cast) -> Iterator[int]:
    for token in match.fillers(role):
        for entry in listed(match.parsed, token, cast):
            if not any(word.tag_ == "CD" for word in entry.tokens) and entry.head.tag_ not in ("NNS", "NNPS"):
                yield entry.head.i


def is_part_or_whole(quantity: Quantity, trigger: Token) -> bool:
    """Whether a number counts others than those of the event.

    Of "56 of the 80 people picked up have been freed" 80 were picked up and 56 freed; "one of the three" is no three.
    """
    noun = quantity.noun
    if noun is None or noun.dep_ != "pobj" or noun.head.lower_ != "of" or not _is_number(noun.head.head):
        return False
    told = any(trigger in clause.subtree for clause in noun.children if clause.dep_ in ("acl", "relcl"))
    part = noun.head.head == quantity.head
    return told if part and _has_number(noun) else not part and not told


def _is_number(token: Token) -> bool:
    return token.tag_ == "CD" or token.lower_ in _QUANTIFIERS


def _has_number(noun: Token) -> bool:
    return any(child.tag_ == "CD" for child in noun.children)
