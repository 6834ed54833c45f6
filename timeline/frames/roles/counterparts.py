"""The state on the other side of a diplomatic step or a sanction: behind its envoys, its capital, its answer."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from timeline.gazetteers import places
from timeline.models import Mention, Participant

_MORE = re.compile(r"\b(?:another|more|other|others|further)\b", re.IGNORECASE)
_GOVERNMENTS = frozenset({"government", "authorities", "cabinet", "council of ministers", "administration"})


def answered(mention: Mention, states: Mapping[str, str], before: Sequence[Mention], home: str = "") -> Mention:
    """A step with the state it is aimed at: that of the envoys or the capital it names, else of the step before.

    ``states`` holds what the article calls each state, ``before`` the mentions in front of this one; ``home`` is the
    country that the article is about.
    """
    own = _countries(mention, "actor")
    targets = tuple(_state(party, states) for party in mention.participants if party.role == "target")
    if mention.event_type == "diplomacy":  # "called its envoy back to Lisbon": home, not against whom
        targets = tuple(party for party in targets if party.kind != "country" or party.country not in own)
    aimed = [code for party in targets if (code := party.country) and code not in own]
    followed = mention.event_type == "diplomacy" or not targets or mention.rule.endswith(":echo")
    if not aimed and followed and own:
        earlier = _earlier(mention, before, own, home)
        if earlier:
            targets = tuple(party for party in targets if party.country not in own)  # what an answer borrowed
        targets += tuple(Participant("target", states.get(code, ""), "country", code) for code in earlier)
    elif mention.event_type == "diplomacy" and not any(party.kind == "country" for party in targets):
        targets += tuple(Participant("target", states[code], "country", code) for code in aimed if code in states)
    others = tuple(party for party in mention.participants if party.role != "target")
    unique = {party.name.casefold(): party for party in reversed(targets) if party.name}
    return replace(mention, participants=(*others, *reversed(unique.values())))


def by_the_same(mention: Mention, before: Sequence[Mention]) -> Mention:
    """ "Peru expelled the envoy, and two more were sent home in May": by Peru, where nobody else is said to act.

    The step before stands in the same sentence, or in the one before where this one is about "more" or "others".
    """
    if mention.event_type != "diplomacy" or any(party.role == "actor" for party in mention.participants):
        return mention
    model = next((other for other in reversed(before) if other.event_type == "diplomacy"), None)
    if model is None or model.realis != mention.realis or model.mode != mention.mode:
        return mention
    apart = mention.sentence.index - model.sentence.index
    ahead = mention.sentence.span.text[: mention.trigger.start - mention.sentence.span.start]
    if apart > 1 or (apart == 1 and not _MORE.search(ahead)) or apart < 0:
        return mention
    actors = tuple(party for party in model.participants if party.role == "actor")
    country = model.country or mention.country
    return replace(mention, participants=(*actors, *mention.participants), country=country)


def at_home(mention: Mention, states: Mapping[str, str]) -> Mention:
    """ "Ten Peruvian diplomats were expelled from Oslo in May": by the state they were in, if nobody else acts."""
    sent_home = mention.event_type == "diplomacy" and mention.mode == "expulsion"
    if not sent_home or any(party.role == "actor" for party in mention.participants):
        return mention
    code = mention.country
    if not code or code not in states or code in _countries(mention, "target") or not _countries(mention, "target"):
        return mention
    host = Participant("actor", states[code], "country", code)
    return replace(mention, participants=(host, *mention.participants))


def governed(mention: Mention, states: Mapping[str, str], home: str) -> Mention:
    """A step by "the government", "our authorities" or "we" is the state's: the one that the article is about.

    ``states`` holds what the article calls each state; a government told with its country keeps its own words, and
    the body that imposes a sanction its name.
    """
    plain = frozenset({"government"}) if mention.event_type == "sanction" else _GOVERNMENTS
    if home not in states or home in _countries(mention, "target"):
        return mention
    state = Participant("actor", states[home], "country", home)
    changed = [state if _unnamed(party, home, plain) else party for party in mention.participants]
    return replace(mention, participants=tuple(dict.fromkeys(changed)))


def _unnamed(party: Participant, home: str, plain: frozenset[str]) -> bool:
    name = party.name.lower().removeprefix("the ")
    return party.role == "actor" and party.country in ("", home) and name in plain


def _countries(mention: Mention, role: str) -> frozenset[str]:
    return frozenset(party.country for party in mention.participants if party.role == role and party.country)


def _state(party: Participant, states: Mapping[str, str]) -> Participant:
    """The state in place of the capital that its embassies stand in: "from Tehran" is from Iran, if it is named."""
    place = places.find_place(party.name) if party.kind == "country" else None
    if place is not None and place.kind == "capital" and party.country in states:
        return replace(party, name=states[party.country])
    return party


def _earlier(mention: Mention, before: Sequence[Mention], own: frozenset[str], home: str) -> tuple[str, ...]:
    """The states that the latest step before was aimed at; who was its target answers the one who took it.

    So does any other state, where the country that the article is about took it.
    """
    for model in reversed(before):
        if model.event_type not in ("diplomacy", "sanction") or model.status == "denied":
            continue
        aimed, acted = _countries(model, "target") - _countries(model, "actor"), _countries(model, "actor")
        if own and aimed & own:
            return tuple(sorted(acted - own))
        if home in acted and home not in own and model.event_type == mention.event_type:
            return (home,)
        if aimed and model.event_type == mention.event_type:
            return tuple(sorted(aimed - own))
    return ()


def aimed_at_all(mentions: Sequence[Mention], states: Mapping[str, str], home: str = "") -> Iterator[Mention]:
    """The mentions of an article; diplomatic steps that name no target have the one that its other steps have.

    Where none has, the step of another state is aimed at the state that the article is about, its ``home``.
    """
    aimed = Counter(
        code
        for mention in mentions
        if mention.event_type in ("diplomacy", "sanction")
        for code in sorted(_countries(mention, "target") - _countries(mention, "actor"))
    )
    for mention in mentions:
        told = any(party.role == "target" for party in mention.participants)
        lost = mention.event_type == "diplomacy" and not told and bool(_countries(mention, "actor"))
        usual = (
            [code for code, _ in (*aimed.most_common(), (home, 0)) if code not in _countries(mention, "actor")][:1]
            if lost
            else []
        )
        added = tuple(Participant("target", states[code], "country", code) for code in usual if code in states)
        yield replace(mention, participants=(*mention.participants, *added)) if added else mention
