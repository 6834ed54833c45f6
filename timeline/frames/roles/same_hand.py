"""Who is blamed for an attack beside what tells it: "the same hand" as before, or whom the next sentence names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.frames.naming.names import Cast
from timeline.gazetteers import places
from timeline.models import Claim, Mention, Participant, Sentence

_SAME = re.compile(
    r"\bthe same (?:hands?|aggressors?|attackers?|assailants?|hackers?|intruders?|culprits?|perpetrators?|authors?"
    r"|people|group|gang|crew|quarter|source)\b"
)
_WHO = (
    r"(?P<who>(?:(?:Mr|Mrs|Ms|Dr|Gen|President|Premier)\.? )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}"
    r"|[Tt]he [a-z]+(?: [a-z]+){0,3}|[Oo]fficials|[Ii]nvestigators)"
)
_BLAMES = r"(?: (?:has|had|have|later|also|promptly|quickly|swiftly|immediately)){0,2} (?P<cue>blamed|blames|blame)"
_SOMEBODY = re.compile(
    rf"(?:^|[;:] |, and |\bbut ){_WHO}{_BLAMES} (?:[“\"‘'](?=the same)|(?=the same))"
    rf"|^{_WHO.replace('<who>', '<teller>')}{_BLAMES.replace('<cue>', '<word>')} "
    r"(?P<whom>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})(?=[.,;]| for (?:it|this|that|the (?:attack|hack|intrusion))\b)"
)
_NAMES = frozenset({"hand", "hands", "aggressors", "attackers", "hackers", "culprits", "perpetrators", "group"})


def same_hand(mention: Mention, before: Sequence[Mention], sentences: Sequence[Sentence], cast: Cast) -> Mention:
    """An attack with whoever is blamed for it: those behind the attack told before, where it is "the same hand".

    Asked are its own sentence and, for one that blames somebody, the next of its paragraph. Who does the blaming is
    cited.
    """
    if mention.event_type != "cyberattack" or mention.status == "denied":
        return mention
    if any(party.role == "actor" and party.name.lower() not in _NAMES for party in mention.participants):
        return mention
    for text in _texts(mention, sentences):
        blamed = _SOMEBODY.search(text)
        actors = _earlier(before) if _SAME.search(text) else ()
        if blamed is not None and blamed["whom"]:
            actors = _named(blamed["whom"], cast)
        if actors:
            others = tuple(party for party in mention.participants if party.role != "actor" and not _is_hand(party))
            return replace(mention, participants=(*actors, *others), claim=mention.claim or _claim(blamed, cast))
    return mention


def _texts(mention: Mention, sentences: Sequence[Sentence]) -> Iterator[str]:
    yield mention.sentence.span.text
    for sentence in sentences:
        after = sentence.index == mention.sentence.index + 1 and sentence.paragraph == mention.sentence.paragraph
        if after and _SOMEBODY.search(sentence.span.text):
            yield sentence.span.text


def _is_hand(party: Participant) -> bool:
    return not party.named and party.name.lower().split()[-1:] in ([word] for word in _NAMES)


def _earlier(before: Sequence[Mention]) -> tuple[Participant, ...]:
    """Those behind the attack that was told last before, as far as it names any."""
    for model in reversed(before):
        actors = tuple(party for party in model.participants if party.role == "actor")
        if model.event_type == "cyberattack" and actors:
            return actors
    return ()


def _named(name: str, cast: Cast) -> tuple[Participant, ...]:
    country = places.country_of(name)
    body = cast.organisation(name)
    if body is None and not country:
        return ()
    if body is not None:
        return (Participant("actor", body.full, "organisation", body.country),)
    return (Participant("actor", name, "country", country),)


def _claim(blamed: re.Match[str] | None, cast: Cast) -> Claim | None:
    who = (blamed["who"] or blamed["teller"]) if blamed is not None else ""
    if blamed is None or not who:
        return None
    person = cast.resolve(who)
    told = person.name if person is not None else re.sub(r"^[Tt]he ", "", who)
    return Claim(told, blamed["cue"] or blamed["word"], "accusation")


def only_said(mention: Mention, mentions: Sequence[Mention], home: str) -> Mention:
    """An attack by another state that nobody but its accuser tells of is alleged; ``home`` is whose article it is."""
    claim = mention.claim
    stated = mention.event_type == "cyberattack" and mention.status == "reported" and mention.realis == "actual"
    if not stated or claim is None or claim.kind != "statement" or not home:
        return mention
    states = (party for party in mention.participants if party.role == "actor" and party.kind == "country")
    if not any(party.country not in ("", home) for party in states):
        return mention
    others = (other for other in mentions if other.event_type == "cyberattack" and other is not mention)
    if any(other.claim is None and other.realis == "actual" for other in others):
        return mention  # the article tells of an attack in its own voice: only who did it is in doubt
    return replace(mention, status="alleged")
