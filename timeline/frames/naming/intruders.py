"""Who breaks into computers in an article: the gangs and programs it names, and the attackers it speaks of."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.frames.roles.slots import Slots
from timeline.frames.syntax.tokens import Token
from timeline.frames.words.lexicon import lemmas
from timeline.gazetteers.places import find_place

_NAME = r"[A-Z][\w-]*(?: [A-Z0-9][\w-]*)?"
_KIND = (
    r"(?:group|gang|collective|crew|outfit|ring|team|operation|hackers|malware|ransomware|trojan|worm|botnet|spyware"
    r"|virus|strain|variant|family|actor)"
)
_CALLED = re.compile(
    rf"\b{_KIND},? (?:(?:is |was |were |also |that is |which is )?"
    rf"(?:known as|called|calling (?:itself|themselves)|dubbed|nicknamed|named|tracked as)|going by the name) "
    rf"[“\"'‘]?({_NAME})"
    rf"|\bhackers of ({_NAME})"
)
_KNOWN = re.compile(
    rf"\b({_NAME})(?:['’]s)? (?:ransomware|malware|spyware|botnet|trojan|worm|hack(?:ers?|ing|tivists?)"
    r"|cybercrime|extortion)\b"
)
_WORD = re.compile(r"[^\W\d_]+")
_SLOTS = ("subject", "with", "by", "from")


@lru_cache(maxsize=64)
def named_intruders(text: str) -> frozenset[str]:
    """The last words, in lower case, of the names a text gives to gangs and programs; none if it tells of no hacks."""
    words = _WORD.findall(text.lower())
    if lemmas("cyber_core").isdisjoint([*words, *(word.removesuffix("s") for word in words)]):
        return frozenset()
    hits = (hit for pattern in (_CALLED, _KNOWN) for hit in pattern.finditer(text))
    found = (next(filter(None, hit.groups())) for hit in hits)
    return frozenset(name.split()[-1].lower() for name in found if _may_name(name))


def _may_name(name: str) -> bool:
    """Not "Russian hackers", "Android malware", "The ransomware"."""
    words = name.split()
    common = lemmas("no_intruder")
    return find_place(name) is None and find_place(words[-1]) is None and words[-1].lower() not in common


def with_intruders(slots: Slots, names: frozenset[str]) -> Slots:
    """Slots with those fillers told apart that break into computers: ``gang`` by name, ``intruder`` by any word.

    ``names`` is what `named_intruders` found.
    """
    fillers = [token for slot in _SLOTS for token in slots.get(slot, ())]
    gangs = tuple(token for token in fillers if _is_called(token, names))
    others = (token for token in fillers if token.lemma_.lower() in lemmas("hacker") | lemmas("intruder"))
    return {**slots, "gang": gangs, "intruder": (*gangs, *(token for token in others if token not in gangs))}


def _is_called(token: Token, names: frozenset[str]) -> bool:
    """A name, or a noun with one: "the Zebra group", "a group known as Zebra"."""
    if not names or token.lower_ in names:
        return bool(names)
    below = (word for word in token.subtree if word.pos_ == "PROPN" and word.lower_ in names)
    return token.lemma_.lower() in lemmas("intruder") and any(below)
