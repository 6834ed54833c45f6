"""Who an article says has won, and whose a result, a win or a new office therefore is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from timeline.gazetteers import places
from timeline.gazetteers.names import fold
from timeline.models import Mention, Participant

_RESULT = re.compile(
    r"\b(?:result|outcome|count|tally|vote|ballot|election|poll|figure|number|victory|win|winner|verdict|exercise"
    r"|process|party|defeat|president|president-elect|leader|claimant|successor|newcomer|man|woman|premier"
    r"|head of state|presidency|inauguration|oath|rival|opponent|challenger|adversary|contender|incumbent|victor)s?$",
    re.IGNORECASE,
)
_RECOGNISED = re.compile(r"\b(?:incumbent|victor|winner|president-elect|successor)$", re.IGNORECASE)
_NAME = r"(?P<name>[A-Z][\w-]*(?: [A-Z][\w-]*){0,2})"
_FREE = r"(?:[Ii]ndependence|[Ss]ecession|[Ss]tatehood|[Ss]overeignty)"
_FREE_WORDS = ("ndependence", "ecession", "tatehood", "overeignty")  # one of them is in whatever the shapes find
_SECESSION = (
    re.compile(rf"{_NAME}[’']s? (?:[\w-]+ ){{0,3}}(?:of )?{_FREE}\b"),
    re.compile(rf"\b{_FREE} (?:of|for|from \w+ by) (?:the )?{_NAME}\b"),
    re.compile(rf"\b{_FREE} (?:was|has been|had been) (?:[a-z]+ly )?(?:declared|proclaimed) (?:in|by) {_NAME}"),
    re.compile(rf"{_NAME}(?: has| had)?(?: [a-z]+ly)? (?:declared|declares|proclaimed) (?:[\w-]+ ){{0,2}}{_FREE}\b"),
)
_NEW_STATE = re.compile(
    r"\b(?:independence|secession|statehood|declaration|act|move|step|state|republic|country|government|parliament)$",
    re.IGNORECASE,
)
_NEW = re.compile(r"\bnew(?:ly elected)? (?:president|prime minister|premier|leader|head of state|ruler)\b", re.I)
_OFFICE = re.compile(r"\b(?:president|prime minister|premier|head of state|chancellor)$", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_HALF = 50.0  # percent: who has more than this has won, though nobody else's share is told
_BEFORE = 2  # sentences: the first tells who won, the next ones how the others did


@dataclass(frozen=True, slots=True)
class Winner:
    """Somebody an article says has won or taken office: at which offset, in which country, and how surely.

    ``rank`` 0 is an election, 1 an oath of office, which only counts where no election is told.
    """

    start: int
    country: str
    party: Participant
    rank: int = 0


def winners(mentions: Sequence[Mention]) -> tuple[Winner, ...]:
    """Every winner the article tells of, in the order of the text."""
    return tuple(sorted(_winners(mentions), key=lambda winner: winner.start))


def _winners(mentions: Sequence[Mention]) -> Iterator[Winner]:
    told = [mention for mention in mentions if mention.realis in ("actual", "historical")]
    elections = [mention for mention in told if mention.event_type == "election"]
    for mention in told:
        here = mention.sentence.index
        before = [other for other in elections if here - _BEFORE <= other.sentence.index <= here]
        most: dict[str, float] = dict(sorted((f.measure, f.value) for other in before for f in other.figures))
        if mention.event_type == "election" and (party := _winner(mention, most)) is not None:
            yield Winner(mention.trigger.start, mention.country, party)
        if mention.event_type == "inauguration":
            for party in mention.participants:
                if party.role == "actor" and party.named and party.kind == "person":
                    yield Winner(mention.trigger.start, mention.country, party, 1)


def _winner(mention: Mention, most: Mapping[str, float]) -> Participant | None:
    """Who is said to have won, else who has the largest share or number of votes, else who alone has over half.

    ``most`` holds the largest count of each measure up to here: who comes first in a sentence about the others has not
    won.
    """
    stated = next((party for party in mention.participants if party.role == "winner" and party.named), None)
    if stated is not None:
        return stated
    for measure in ("vote_share", "votes"):
        counted = [figure for figure in mention.figures if figure.measure == measure and figure.subject]
        if not counted:
            continue
        first = max(counted, key=lambda figure: figure.value)
        rivals = [figure.value for figure in mention.figures if figure.measure == "other" and figure.unit == first.unit]
        beaten = len(counted) > 1 or any(value < first.value for value in rivals)
        if first.value < most.get(measure, 0):
            return None
        if beaten or (measure == "vote_share" and first.value > _HALF):
            return next((party for party in mention.participants if party.name == first.subject), None)
    return None


def recognised(mention: Mention, told: Sequence[Winner], new_state: str) -> Mention:
    """A recognition with the winner in place of "the result", "the new president" or nothing.

    ``new_state`` is the place whose independence the article tells of, or "".
    """
    targets = [party for party in mention.participants if party.role == "target"]
    if any(party.named for party in targets):
        return mention
    if new_state and all(_NEW_STATE.search(party.name) for party in targets):
        return _aimed(mention, Participant("target", new_state, "country", places.country_of(new_state)))
    if not all(_RESULT.search(party.name) for party in targets):
        return mention
    party = _meant(mention, told)
    return _aimed(mention, replace(party, role="target")) if party is not None else mention


def recognised_before(mention: Mention, before: Sequence[Mention]) -> Mention:
    """A recognition of "the incumbent" or "the winner", with whoever was recognised before in place of these words."""
    targets = [party for party in mention.participants if party.role == "target"]
    if not targets or any(party.named or not _RECOGNISED.search(party.name) for party in targets):
        return mention
    own = {party.name for party in mention.participants if party.role == "actor"}
    earlier = (
        party
        for model in reversed(before)
        if model.event_type == "recognition" and model.country in ("", mention.country)
        for party in model.participants
        if party.role == "target" and party.named and party.kind == "person" and party.name not in own
    )
    found = next(earlier, None)
    return _aimed(mention, found) if found is not None else mention


def _aimed(mention: Mention, target: Participant) -> Mention:
    others = tuple(party for party in mention.participants if party.role != "target")
    return replace(mention, participants=(*others, target))


def _meant(mention: Mention, told: Sequence[Winner]) -> Participant | None:
    """The winner told last before the mention, else the first after it; nobody recognises himself."""
    own = {party.name for party in mention.participants if party.role == "actor"}
    fitting = [
        winner
        for winner in told
        if winner.party.name not in own and (winner.country == mention.country or not mention.country)
    ]
    for rank in (0, 1):
        ranked = [winner for winner in fitting if winner.rank == rank]
        before = [winner for winner in ranked if winner.start <= mention.trigger.start]
        if ranked:
            return (before[-1] if before else ranked[0]).party
    return None


def took_office(mention: Mention, told: Sequence[Winner]) -> Mention:
    """An oath that names nobody ("the swearing-in took place on 20 August"), or a new president, is the winner's."""
    sworn = [party for party in mention.participants if party.role == "actor"]
    if sworn and not all(_by_office(party, mention.sentence.span.text) for party in sworn):
        return mention
    party = _meant(mention, told)
    if party is None or party.kind != "person":
        return mention
    others = tuple(party for party in mention.participants if party not in sworn)
    return replace(mention, participants=(replace(party, role="actor"), *others))


def _by_office(party: Participant, text: str) -> bool:
    """Whether somebody is called "the new president" alone: whoever held the office before is named elsewhere."""
    if not party.named and _OFFICE.search(party.name) and " new " not in f" {party.name} ":
        return True
    return _NEW.search(text) is not None and fold(party.name).split()[-1] not in _WORD.findall(fold(text))


def newcomers(mention: Mention, told: Sequence[Winner]) -> Mention:
    """The name of whoever a sentence only calls "the new president", told before as the winner or sworn in."""
    own = mention.sentence.span.text
    if not any(_is_new(party, own) for party in mention.participants):
        return mention
    sworn = [winner for winner in told if winner.rank == 1 and winner.start < mention.trigger.start]
    meant = _meant(mention, sworn) or _meant(mention, told)  # whoever was sworn in last is the new one
    if meant is None or meant.kind != "person":
        return mention
    named = (replace(meant, role=party.role) if _is_new(party, own) else party for party in mention.participants)
    return replace(mention, participants=tuple(dict.fromkeys(named)))


def _ends(name: str) -> tuple[str, ...]:
    """A name, and what is left of it without its first words: the "When" of "When Biafra" is none of it."""
    words = name.split()
    return tuple(" ".join(words[at:]) for at in range(len(words)))


def _is_new(party: Participant, text: str) -> bool:
    """Whether somebody is only called "the new president", also where that was taken for whoever held the office."""
    if _NEW.fullmatch(party.name):
        return True
    told = party.kind == "person" and party.named and _NEW.search(text) is not None
    return told and party.role == "actor" and fold(party.name).split()[-1] not in _WORD.findall(fold(text))


def seceding(text: str, states: Mapping[str, str]) -> str:
    """The place that an article says has declared itself a state; "" if it tells of none.

    ``states`` holds what the article calls each state: a capital in which independence is declared stands for its own.
    """
    if not any(word in text for word in _FREE_WORDS):
        return ""
    found = sorted((match.start(), match["name"]) for shape in _SECESSION for match in shape.finditer(text))
    for name in (part for _, words in found for part in _ends(words)):
        place = places.find_place(name)
        if place is not None and place.kind in ("country", "region"):
            return name
        if place is not None and place.kind == "capital" and place.country in states:
            return states[place.country]
    return ""
