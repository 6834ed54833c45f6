"""One verb for two acts, each with its day: "expelled the envoy in May and two attachés in June"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from timeline.frames.ellipsis import OPPOSITE
from timeline.frames.match import Match
from timeline.frames.roles.passives import is_passive
from timeline.frames.syntax.parsing import children
from timeline.frames.syntax.tokens import Doc, Token
from timeline.frames.words.lexicon import satisfies
from timeline.frames.words.name_words import name_words
from timeline.models import Role

_TYPES = ("diplomacy", "sanction", "recognition", "detention", "release")
_AGAINST = ("coup", "protest", "election")  # types of which only a second one who fell or lost is told so
_PHRASE = frozenset("DT CD JJ JJR NN NNS NNP NNPS PRP$ POS HYPH".split())
_WHEN = frozenset("in on since from last this early late during until yesterday today".split())
_INVERTED = frozenset({"had", "has", "have", "was", "were", "did"})
_PAST = frozenset({"was", "were", "had", "has", "have", "been"})
_UNITS = frozenset({"day", "week", "month", "year", "hour"})
_AWAY = frozenset({"later", "earlier", "after", "before", "ago", "last", "next", "same", "following"})


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two who stand in the same role, each with a day."""

    role: Role
    first: Token
    second: Token


def gapped(matches: Sequence[Match]) -> tuple[Match, ...]:
    """The matches, and for each that is told of two with a day each, one more: of the second, without the verb.

    The first keeps what stands before its own day.
    """
    found: list[Match] = []
    taken = {token for match in matches for token in match.words}
    told = [each for match in matches for each in (*_but_not(match), *_again(match, taken))]
    for match in told:
        pair = _pair(match) if _is_told(match) else None
        if pair is None or pair.second in taken:
            found.append(match)
            continue
        firsts = tuple(token for token in match.fillers(pair.role) if token != pair.second) or (pair.first,)
        found.append(_of(match, pair.role, firsts))
        found.append(replace(_of(match, pair.role, (pair.second,)), trigger=pair.second, words=(pair.second,)))
    return tuple(found)


def _again(match: Match, taken: Collection[Token]) -> Iterator[Match]:
    """ "Lost to her in 2006, and lost again in 2011": the same once more, with the same people."""
    verb = match.trigger
    if match.event_type not in ("election", "coup", "detention", "sanction") or verb.pos_ != "VERB":
        return
    for other in children(verb, "conj"):
        words = {word.lower_ for word in children(other, "advmod")}
        alone = not children(other, "dobj", "nsubj", "nsubjpass", "ccomp", "xcomp") and other not in taken
        if alone and other.lemma_ == verb.lemma_ and other.tag_ == verb.tag_ and "again" in words:
            yield replace(match, trigger=other, words=(other,))


def _but_not(match: Match) -> tuple[Match, ...]:
    """ "Has been recognised by most states, but not by Serbia": the others refuse it."""
    if match.event_type != "recognition" or match.mode not in OPPOSITE:
        return (match,)
    doc = match.parsed.doc
    at = next((word.i for word in doc[match.trigger.i + 1 :] if word.lower_ == "not" and _is_but_not(word)), None)
    others = tuple(who for who in match.fillers("actor") if at is not None and who.i > at)
    if not others:
        return (match,)
    rest = tuple(who for who in match.fillers("actor") if who not in others)
    mode, form = OPPOSITE[match.mode]
    refused = replace(_of(match, "actor", others), mode=mode, form=form, trigger=others[0], words=(others[0],))
    return (_of(match, "actor", rest), refused)


def _is_but_not(word: Token) -> bool:
    """ "But not by Serbia", "though not Serbia"."""
    before, after = word.nbor(-1), word.doc[word.i + 1 : word.i + 2]
    named = bool(after) and (after[0].lower_ in ("by", "the") or after[0].pos_ == "PROPN")
    return before.lower_ in ("but", "though", "although") and named


def _pair(match: Match) -> _Pair | None:
    if match.event_type in _AGAINST:
        pair = _second(match)  # "toppled X in 2005 and Y in 2010"; not: "seized power in 2021, and Y in 2023"
        return pair if pair is not None and satisfies(pair.first, ("@people", "@name", "@government")) else None
    return _followed(match) or _second(match) or _behind_and(match) if match.event_type in _TYPES else None


def _of(match: Match, role: Role, who: Sequence[Token]) -> Match:
    """A match with others in one of its roles."""
    others = tuple(entry for entry in match.slots if entry[0] != role)
    return replace(match, slots=(*others, *((role, token) for token in who)))


def _clause(match: Match) -> Token:
    """The verb of the clause: of "had been behind bars" the "been"."""
    verb = match.trigger
    while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
        verb = verb.head
    return verb


def _is_told(match: Match) -> bool:
    """Whether a clause tells what was done: a past tense, or a passive of the past, that nothing denies."""
    verb = _clause(match)
    if (
        match.trigger.pos_ in ("NOUN", "PROPN")
        and match.trigger.dep_ not in ("pobj", "nsubj")
        and len(match.words) == 1
    ):
        return False  # "the arrest of two", but "was declared persona non grata", "protests toppled the king"
    helpers = {aux.lower_ for aux in children(verb, "aux", "auxpass")}
    past = (verb.tag_ == "VBD" and not helpers) or (
        verb.tag_ == "VBN" and bool(helpers & _PAST) and not helpers - _PAST
    )
    return past and not children(verb, "neg")


def _followed(match: Match) -> _Pair | None:
    """ "Two aides were seized on Monday, followed by a third the next day": whoever followed in the same role."""
    verb = _clause(match)
    for clause in children(verb, "advcl", "acl", "conj"):
        if clause.lower_ != "followed" or clause.i < verb.i or not _dated(tuple(clause.subtree)):
            continue
        for by in (prep for prep in clause.children if prep.lower_ == "by"):
            role: Role = "target" if is_passive(verb) else "actor"
            first = next(iter(match.fillers(role)), None)
            for second in children(by, "pobj"):
                if first is not None and satisfies(second, ("@people", "@envoy")) and not _is_day(second):
                    return _Pair(role, first, second)
    return None


def _second(match: Match) -> _Pair | None:
    """The first object, or what stands behind the first preposition, and the second of the same kind, with days."""
    verb = match.trigger if match.trigger.dep_ != "nsubj" else match.trigger.head
    for first in children(verb, "dobj"):
        for second in (*children(first, "conj"), *children(verb, "conj")):
            if second.pos_ in ("NOUN", "PROPN") and _apart(first, second, second.left_edge):
                return _Pair("target", first, second)
    heads = (verb, *children(verb, "dobj"))
    preps = [prep for head in heads for prep in children(head, "prep") if prep.lower_ != "in"]
    for other in sorted({late for prep in preps for late in _coordinated(prep)}, key=lambda token: token.i):
        pairs = ((one, two) for prep in preps if prep.lower_ == other.lower_ for one, two in _objects(prep, other))
        for first, second in pairs:
            if _apart(first, second, other):
                return _Pair("target", first, second)
    return None


def _behind_and(match: Match) -> _Pair | None:
    """ "Was held in May and his wife in June", "as had two others in June": read from the surface."""
    verb, doc = _clause(match), match.parsed.doc
    for at in range(verb.i + 1, len(doc) - 2):
        inverted = doc[at].lower_ == "as" and doc[at + 1].lower_ in _INVERTED
        start = at + 2 if inverted else at + 1
        fronted = _behind_day(doc, start)
        if not (inverted or doc[at].lower_ == "and") or not _dated(doc[verb.i + 1 : at]):
            continue
        second = _phrase(doc, fronted or start)
        if second is None or _is_day(second):
            continue
        if not (_ends(doc, second.i + 1) if fronted else _ends_dated(doc, second.i + 1)):
            continue
        role = _role(match, verb, second)
        first = next(iter(match.fillers(role)), None) if role else None
        return _Pair(role, first, second) if role and first is not None else None
    return None


def _behind_day(doc: Doc, start: int) -> int:
    """Where the phrase begins behind a day set off by commas: "and, in November 2009, two consuls"; 0 if none is."""
    if doc[start].text != "," or start + 1 >= len(doc):
        return 0
    end = next((token.i for token in doc[start + 1 : start + 7] if token.text == ","), 0)
    day = doc[start + 1 : end] if end else ()
    opens = bool(day) and (day[0].lower_ in _WHEN or _is_day(day[0]))
    return end + 1 if opens and end + 1 < len(doc) and _dated(day) else 0


def _ends(doc: Doc, start: int) -> bool:
    """Whether the sentence, or its part, ends from here on without another verb."""
    for token in doc[start:]:
        if token.pos_ in ("VERB", "AUX"):
            return False
        if token.text in (".", ";", ":", "—", "–"):
            break
    return True


def _phrase(doc: Doc, start: int) -> Token | None:
    """The noun that ends the phrase beginning at a token; None if a second phrase follows it at once."""
    last: Token | None = None
    for token in doc[start:]:
        if last is not None and token.tag_ in ("DT", "PRP$", "CD"):
            return None
        if token.tag_ not in _PHRASE:
            return last
        if token.tag_.startswith("NN") or token.tag_ == "CD" or token.lower_ in ("third", "fourth", "others"):
            last = token
    return last


def _ends_dated(doc: Doc, start: int) -> bool:
    """Whether a day follows at once, and the sentence, or its part, ends without another verb."""
    rest: list[Token] = []
    for token in doc[start:]:
        if token.pos_ in ("VERB", "AUX"):
            return False
        if token.text in (".", ",", ";", ":", "—", "–"):
            break
        rest.append(token)
    opens = bool(rest) and (rest[0].lower_ in _WHEN or _is_day(rest[0]))
    return opens and _dated(rest)


def _role(match: Match, verb: Token, second: Token) -> Role | None:
    """What the second is beside the first: whom it is done to, or who did it too."""
    if is_passive(verb) or verb.pos_ == "AUX":
        return "target"
    if match.event_type in ("detention", "release"):
        return "target" if children(verb, "dobj") else None
    if second.pos_ == "PROPN":
        return "actor"
    return "target" if set(match.fillers("target")) & set(children(verb, "dobj")) else None


def _coordinated(prep: Token) -> Iterator[Token]:
    return (other for other in children(prep, "conj") if other.tag_ == "IN")


def _objects(prep: Token, other: Token) -> Iterator[tuple[Token, Token]]:
    for first in children(prep, "pobj"):
        for second in children(other, "pobj"):
            if first.pos_ in ("NOUN", "PROPN") and second.pos_ in ("NOUN", "PROPN") and not _is_day(second):
                yield first, second


def _apart(first: Token, second: Token, opening: Token) -> bool:
    """Whether a day stands between the two, and another one right behind the second, with no verb in its way."""
    doc = first.doc
    behind: list[Token] = []
    for token in doc[second.i + 1 :]:
        if token.pos_ in ("VERB", "AUX") or token.text in (";", ":", "—", "–"):
            break
        behind.append(token)
    return _dated(doc[first.i + 1 : opening.i]) and _dated(behind)


def _dated(tokens: Sequence[Token]) -> bool:
    units = any(token.lemma_.lower() in _UNITS for token in tokens)
    away = any(token.lower_ in _AWAY for token in tokens)
    return (units and away) or any(_is_day(token) for token in tokens)


def _is_day(token: Token) -> bool:
    year = token.tag_ == "CD" and token.text.isdigit() and len(token.text) == 4
    return year or token.lower_ in name_words().calendar
