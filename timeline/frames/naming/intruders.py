"""Who breaks into computers in an article: the gangs and programs it names, and the attackers it speaks of."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache

from timeline.articles.words import words_in
from timeline.frames.roles.slots import Slots
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.lexicon import lemmas, with_plurals
from timeline.gazetteers.intruders import known_intruders
from timeline.gazetteers.places import find_place

_NAME = r"[A-Z][\w-]*(?: [A-Z0-9][\w-]*)?"
_KIND = (
    r"(?:group|gang|collective|crew|outfit|ring|team|operation|hackers|malware|ransomware|trojan|worm|botnet|spyware"
    r"|virus|strain|variant|family|actor|APT|backdoor|wiper|implant|stealer|infostealer|loader|rootkit)"
)
_CALLED = re.compile(
    rf"\b{_KIND},? (?:(?:is |was |were |also |that is |which is )?"
    rf"(?:known as|called|calling (?:itself|themselves)|dubbed|nicknamed|named|tracked as)"
    rf"|(?:that |which )?(?:it|they|he|she|we) (?:calls?|tracks? as|named)|going by the name) "
    rf"[“\"'‘]?({_NAME})"
    rf"|\bhackers of ({_NAME})"
)
_KNOWN = re.compile(
    rf"\b({_NAME})(?:['’]s)? (?:ransomware|malware|spyware|botnet|trojan|worm|hack(?:ers?|ing|tivists?)"
    r"|cybercrime|extortion)\b"
)
_SLOTS = ("subject", "with", "by", "from", "possessive", "modifier", "host", "called_by")
_PLANTED_IN = ("object", "object_of", "of")
_FELL_TO_OF = ("to", "of")
_OF_KIND = frozenset({"member", "variant", "strain", "offshoot", "version", "hand", "work", "franchise"})
_BLAMED = frozenset({"to", "on", "with", "as", "for"})


@lru_cache(maxsize=64)
def named_intruders(text: str) -> frozenset[str]:
    """The telling words, in lower case, of the names a text gives to gangs and programs, and of those known anyway.

    If it tells of no hacks, only the names that nobody else bears.
    """
    on_computers = not with_plurals("cyber_core").isdisjoint(words_in(text))
    known = known_intruders(text, on_computers)
    hits = (hit for pattern in (_CALLED, _KNOWN) for hit in pattern.finditer(text)) if on_computers else ()
    found = (next(filter(None, hit.groups())) for hit in hits)
    return frozenset(_telling(name) for name in (*known, *filter(_may_name, found)))


def _telling(name: str) -> str:
    """The word of a name that tells it from others: of "Lazarus Group" the first."""
    words = name.lower().split()
    return words[-2] if len(words) > 1 and words[-1] in lemmas("intruder") | lemmas("company_form") else words[-1]


def _may_name(name: str) -> bool:
    """Not "Russian hackers", "Android malware", "The ransomware"."""
    words = name.split()
    common = lemmas("no_intruder")
    return find_place(name) is None and find_place(words[-1]) is None and words[-1].lower() not in common


def with_intruders(slots: Slots, names: frozenset[str]) -> Slots:
    """Slots with those fillers told apart that break into computers: ``gang`` by name, ``intruder`` by any word.

    ``names`` is what `named_intruders` found. What is found or planted by such a name is ``planted``, whom or what
    somebody blames by it ``blamed``, whose victim somebody is ``fell_to``.
    """
    return _WithIntruders(slots, names)


class _WithIntruders(Slots):
    """The slots that tell intruders apart, each looked for when a frame asks for it."""

    __slots__ = ("_names",)

    def __init__(self, slots: Slots, names: frozenset[str]) -> None:
        """Take the slots of a trigger and the names of gangs and programs."""
        super().__init__({}, slots)
        self._names = names

    def __contains__(self, name: str) -> bool:
        """Whether there is such a slot, empty or not."""
        return name in _TOLD or super().__contains__(name)

    def _looked_up(self, name: str) -> tuple[Token, ...]:
        told = _TOLD.get(name)
        return super()._looked_up(name) if told is None else self._found.setdefault(name, told(self, self._names))


def _gangs(slots: Slots, names: frozenset[str]) -> tuple[Token, ...]:
    return _called_in(slots, _SLOTS, names)


def _attackers(slots: Slots, names: frozenset[str]) -> tuple[Token, ...]:
    gangs = slots["gang"]
    others = (token for slot in _SLOTS for token in slots.get(slot) if token.lemma_.lower() in _intruders())
    return (*gangs, *(token for token in others if token not in gangs))


def _planted(slots: Slots, names: frozenset[str]) -> tuple[Token, ...]:
    return _called_in(slots, _PLANTED_IN, names)


def _fell_to(slots: Slots, names: frozenset[str]) -> tuple[Token, ...]:
    return _called_in(slots, _FELL_TO_OF, names)


@cache
def _intruders() -> frozenset[str]:
    return lemmas("hacker") | lemmas("intruder")


def _blamed(slots: Slots, names: frozenset[str]) -> tuple[Token, ...]:
    """ "Attributed the theft at the bank to Zebra": wherever the parser hung the phrase."""
    if not names:
        return ()
    below = (token for thing in slots.get("object") for token in thing.head.subtree if token.i > thing.i)
    phrases = (token for token in below if token.dep_ == "pobj" and token.head.lower_ in _BLAMED)
    return tuple(token for token in phrases if _is_called(token, names))


def _called_in(slots: Slots, listed: tuple[str, ...], names: frozenset[str]) -> tuple[Token, ...]:
    if not names:
        return ()
    return tuple(token for slot in listed for token in slots.get(slot) if _is_called(token, names))


_TOLD: dict[str, Callable[[Slots, frozenset[str]], tuple[Token, ...]]] = {
    "gang": _gangs,
    "intruder": _attackers,
    "planted": _planted,
    "blamed": _blamed,
    "fell_to": _fell_to,
}


def _is_called(token: Token, names: frozenset[str]) -> bool:
    """A name, or a noun with one: "the Zebra group", "a group known as Zebra", "members of Zebra", "Zebra malware"."""
    if token.lower_.split("(")[0] in names:
        return True
    below = (word for word in token.subtree if word.text[:1].isupper() and word.lower_ in names)
    lemma = token.lemma_.lower()
    return (lemma in _intruders() or lemma in _OF_KIND) and any(below)
