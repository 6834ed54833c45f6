"""Semantic classes of nouns, and the inflected forms of trigger words: what `lexicon.toml` holds, ready for use."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from timeline.errors import RuleError
from timeline.frames.syntax.tokens import Token
from timeline.gazetteers.places import find_place
from timeline.gazetteers.prisons import prison_words

_FILE = Path(__file__).with_name("lexicon.toml")
_PERSON_ENDINGS = ("ers", "ors", "ists", "ians", "men", "women", "ees")
_TRADES = tuple(  # what one person is called by what he or she does; the rest are in the class
    """seller keeper maker worker holder owner grower monger master mistress smith woman person wife girl crat taker
    goer ologist logian icist ivist ernist ationist rman sman dman tman""".split()
)
_COINED = re.compile(r"[A-Z][a-z]+[A-Z][A-Za-z]+")  # "LockJaw": how programs are called, and firms
_NAMES = ("name", "state", "demonym", "number")  # classes without words of their own
_PERSONAL = frozenset(
    """he she they who him her them himself herself whom we us i me his hers their theirs whose my our""".split()
)


@cache
def _raw() -> dict[str, dict[str, str]]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


@cache
def lemmas(name: str) -> frozenset[str]:
    """The lemmas of a class. Raises RuleError for a class that does not exist."""
    try:
        own = frozenset(_raw()["classes"][name].split())
    except KeyError:
        raise RuleError(f"{_FILE.name}: there is no class {name!r}") from None
    return own | prison_words() if name == "prison" else own


@cache
def classes_of_words() -> Mapping[str, tuple[str, ...]]:
    """Word -> the classes it is listed in."""
    found: dict[str, tuple[str, ...]] = {}
    for name, words in sorted(_raw()["classes"].items()):
        for word in words.split():
            found[word] = (*found.get(word, ()), name)
    return found


@cache
def with_plurals(name: str) -> frozenset[str]:
    """The lemmas of a class, and each with an "s"."""
    return frozenset(form for lemma in lemmas(name) for form in (lemma, f"{lemma}s"))


@cache
def verbs(name: str) -> frozenset[str]:
    """The lemmas of a closed list of verbs."""
    return frozenset(_raw()["verbs"][name].split())


def forms(lemma: str) -> frozenset[str]:
    """The inflected forms of a lemma, noun or verb, regular ones by rule: a superset is fine, the gate only opens."""
    irregular = _raw()["irregular"].get(lemma, "").split()
    found = {lemma, f"{lemma}s", *irregular}
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    found |= {f"{stem}ed", f"{stem}ing", f"{stem}es"}
    if lemma.endswith("man"):
        found.add(f"{lemma[:-3]}men")
    if lemma.endswith("y"):
        found |= {f"{lemma[:-1]}ied", f"{lemma[:-1]}ies"}
    if lemma[-1:] not in "aeiouywx" and lemma[-2:-1] in "aeiou":
        found |= {f"{lemma}{lemma[-1]}ed", f"{lemma}{lemma[-1]}ing"}
    return frozenset(found)


def plurals(noun: str) -> frozenset[str]:
    """The forms of a noun, for the gate."""
    found = {noun, f"{noun}s", f"{noun}es"}
    if noun.endswith("y"):
        found.add(f"{noun[:-1]}ies")
    return frozenset(found)


class _Wanted(NamedTuple):
    """What a slot asks for, by the way it is looked up."""

    lemmas: frozenset[str]
    phrases: tuple[str, ...]  # "house arrest"
    classes: tuple[str, ...]


@cache
def _wanted(words: tuple[str, ...]) -> _Wanted:
    plain = [word for word in words if not word.startswith("@")]
    return _Wanted(
        frozenset(word for word in plain if " " not in word),
        tuple(word for word in plain if " " in word),
        tuple(word[1:] for word in words if word.startswith("@")),
    )


def satisfies(token: Token, words: tuple[str, ...]) -> bool:
    """Whether a slot's filler is one of the lemmas or can be in one of the @classes: names and pronouns may be.

    Of "a number of countries" the countries are asked.
    """
    counted = _counted(token) or _made_of(token)
    if counted is not None and satisfies(counted, words):
        return True
    wanted = _wanted(words)
    return _is_called(token, wanted) or any(_may_be(token, name) for name in wanted.classes)


def is_plainly(token: Token, words: tuple[str, ...]) -> bool:
    """Whether a filler is one of the lemmas or of a class's own words: what a prohibition asks.

    Of "thousands of soldiers" the soldiers are asked too, of "a police team" the police alone.
    """
    force = _made_of(token)
    if force is not None:
        return is_plainly(force, words)
    counted = _counted(token)
    if counted is not None and is_plainly(counted, words):
        return True
    wanted = _wanted(words)
    return (
        "*" in wanted.lemmas
        or _is_called(token, wanted)
        or any(
            _may_be(token, name) if name in _NAMES else token.lemma_.lower() in lemmas(name) for name in wanted.classes
        )
    )


def _counted(token: Token) -> Token | None:
    """What a noun of quantity or a number counts: "hundreds of sites", "200 of its sites"."""
    if token.lemma_.lower() not in lemmas("quantity") and token.pos_ != "NUM":
        return None
    return next(
        (noun for prep in token.children if prep.lower_ == "of" for noun in prep.children if noun.dep_ == "pobj"), None
    )


def _made_of(token: Token) -> Token | None:
    """The force that a team or party of it consists of: "a police party", "an army team"."""
    if token.lemma_.lower() not in lemmas("squad"):
        return None
    before = token.nbor(-1) if token.i else token
    forces = lemmas("authority") | {"cell", "branch", "bureau", "wing", "crime", "vigilance"}  # "a crime branch team"
    return before if before.dep_ == "compound" and before.lemma_.lower() in forces else None


def _is_called(token: Token, wanted: _Wanted) -> bool:
    """Whether a token is one of the lemmas; of "house arrest" the modifier stands right before its head."""
    if not wanted.lemmas.isdisjoint(_called(token)):
        return True
    if not wanted.phrases or not token.i:
        return False
    return f"{token.nbor(-1).lower_} {token.lemma_.lower()}" in wanted.phrases


def _called(token: Token) -> tuple[str, ...]:
    """The forms a word may be listed by, also of a common noun taken for a name: "Mobs torched", "mobs looted"."""
    word, lemma = token.lower_, token.lemma_.lower()
    if token.pos_ == "PROPN" and word.endswith("s") and (token.i == 0 or token.text == word):
        return lemma, word, word[:-1]
    if token.i > 1 and token.nbor(-1).text == "-":  # of "the run-off" the parser's head is the "off"
        return lemma, word, f"{token.nbor(-2).lower_}-{lemma}"
    return lemma, word


def _may_be(token: Token, name: str) -> bool:
    if name == "name":
        return token.pos_ == "PROPN"
    if name == "coined":
        return token.pos_ in ("PROPN", "NOUN") and bool(_COINED.fullmatch(token.text))
    if name == "number":
        return token.pos_ == "NUM"
    if name in ("any", "*"):
        return True
    if name == "state":
        words = [word.text for word in token.subtree if word.dep_ in ("compound", "nmod") or word == token]
        place = find_place(" ".join(words))
        return place is not None and place.kind in ("country", "capital", "metonym")
    if name == "demonym":
        place = find_place(token.text)
        return place is not None and place.kind == "demonym"
    if name == "nationals":
        opening = token.i == 0 and token.tag_ == "NNS" and not lemmas("people").isdisjoint(_called(token))
        return token.tag_ in ("NNPS", "NNS") and token.text[:1].isupper() and not opening  # "Troops occupied"
    if name == "person":  # soldiers capture leaders, and towns
        return _denotes_people(token) and (token.pos_ != "PROPN" or find_place(token.text) is None)
    if name == "titled_ruler":
        return token.pos_ == "PROPN" and _is_titled(token, lemmas("ruler"))
    if name == "folk":
        return _are_folk(token)
    if not lemmas(name).isdisjoint(_called(token)):
        return True
    if name == "people":
        return _denotes_people(token)
    if name in ("polity", "government", "system", "authority"):
        return token.pos_ in ("PROPN", "PRON")
    return False


def _is_titled(name: Token, titles: frozenset[str]) -> bool:
    """Whether a title of today stands before a name: "President Lund", and not "former President Lund"."""
    before = {word.lower_ for word in name.doc[name.left_edge.i : name.i]}
    return not before.isdisjoint(titles) and before.isdisjoint(("former", "ex", "deposed", "ousted", "then", "late"))


def _are_folk(token: Token) -> bool:
    """Whether several people are meant who bear no arms and hold no office: "nurses", "a crowd", "some 40"."""
    counted = _counted(token)
    if counted is not None:
        return _are_folk(counted)
    called = set(_called(token))
    before = {word.lower_ for word in token.children if word.dep_ in ("amod", "compound", "nmod") and word.i < token.i}
    if _left_service(token, before):
        return token.tag_ == "NNS"
    if not called.isdisjoint(lemmas("unprotesting")) or not before.isdisjoint(lemmas("arms_bearing")):
        return False
    if token.lower_ == "one":
        return False
    if token.pos_ == "NUM" or token.lower_ in ("they", "some", "many", "others", "several", "those"):
        return True
    known = not called.isdisjoint(lemmas("crowd") | lemmas("aggrieved"))
    plural = token.tag_ in ("NNS", "NNPS") or token.lower_ in ("people", "women", "men")
    shouted = token.pos_ == "PROPN" and token.lower_.endswith("s") and known  # "Farmers", at the head of a sentence
    many = (plural and (known or _denotes_people(token))) or shouted
    return many or not called.isdisjoint(lemmas("throng"))


def _left_service(token: Token, before: set[str]) -> bool:
    """ "Ex-combatants", "retired soldiers": they complain as others do."""
    hyphened = token.i > 1 and token.nbor(-1).text == "-" and token.nbor(-2).lower_ == "ex"
    return hyphened or not before.isdisjoint(("former", "retired", "dismissed", "demobilised", "demobilized"))


def _denotes_people(token: Token) -> bool:
    if token.lower_ == "one" and token.dep_ == "dobj" and any(word.dep_ in ("det", "amod") for word in token.children):
        return False  # "held the first national one": of what was told before
    if token.lower_ in _PERSONAL or token.pos_ in ("PROPN", "NUM"):
        return True
    if token.lower_ in ("those", "some", "many", "all", "none", "both", "several", "most", "others", "half"):
        return True
    if token.tag_ in ("JJ", "VBN") and token.dep_ in ("dobj", "nsubjpass", "nsubj", "pobj"):
        return True  # "the wounded", "the accused"
    if token.lower_ in ("one", "another", "each") and token.dep_ == "nsubjpass":
        return True  # "two were charged; one was released"
    if token.lemma_.lower() in lemmas("things"):
        return False
    if token.tag_ in ("NN", "NNS") and token.lemma_.lower().endswith(_TRADES):
        return True
    return token.tag_ == "NNS" and (token.lower_.endswith(_PERSON_ENDINGS) or token.text[:1].isupper())
