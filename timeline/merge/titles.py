"""Plain English titles for events, short enough for a chart label, from the event type's template.

A template holds fields in braces: ``{actor}``, ``{target}``, ``{candidate}`` (lists: "A, B and 3 more", or how many
people), ``{country}`` and ``{place}`` (with or without "in" before it), ``{verb}`` (what they do, by
mode and number), ``{mode}``, ``{trigger}``. Text in square brackets goes where a field in it is empty or room is short.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from timeline.frames.figures.quantities import is_vague
from timeline.frames.words.lexicon import lemmas
from timeline.frames.words.name_words import name_words, role_word
from timeline.frames.words.noun_words import noun_words
from timeline.merge.countries import country_name, in_country
from timeline.merge.names import bare, fold, same_party
from timeline.merge.parties import in_role, is_anyone, is_many
from timeline.merge.reading import describes, is_about_a_vote, is_noun
from timeline.models import Figure, Mention, Participant, Role, Status

LONGEST = 70
"""Characters a chart label can hold."""

_FIELD = re.compile(r"\{(\w+)\}")
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_BOUNDS = {
    "exact": "", "at_least": "at least ", "more_than": "more than ", "about": "about ", "almost": "almost ",
    "up_to": "up to ",
}  # fmt: skip
_VERBS = {  # by mode: one actor, several
    "recognises": ("recognises", "recognise"),
    "refuses": ("refuses to recognise", "refuse to recognise"),
    "recall": ("recalls diplomats from", "recall diplomats from"),
    "expulsion": ("expels", "expel"),
    "severance": ("cuts ties with", "cut ties with"),
    "accusation": ("accuses", "accuse"),
    "warning": ("warns", "warn"),
    "demand": ("makes demands of", "make demands of"),
    "complaint": ("complains to", "complain to"),
    "restoration": ("restores ties with", "restore ties with"),
    "": ("acts against", "act against"),
}
_WITHOUT_ACTOR = {
    "expulsion": "{target} expelled", "severance": "Ties with {target} cut",
    "restoration": "Ties with {target} restored", "recall": "Diplomats recalled from {target}",
}  # fmt: skip
"""What a step is called that the text tells in the passive."""
_ALONE = {"accusation": ("makes accusations", "make accusations"), "demand": ("makes demands", "make demands"),
          "warning": ("gives a warning", "give a warning"), "complaint": ("complains", "complain")}  # fmt: skip
"""What stands where nobody is named to whom it is said."""
_MEASURES = {"order": "order restored", "emergency": "state of emergency", "deployment": "forces deployed"}
_LABELS = {"security": "Public order measure", "diplomacy": "Diplomatic step", "sanction": "Sanctions"}
_SHOWN_MODES = ("protest", "diplomacy")  # elsewhere the title says it, or nobody would miss it
_OF_PEOPLE = ("detention", "release")  # happen to people: a body whose members are held is not counted among them
_BY_STATES = ("diplomacy", "sanction")  # a ministry acts for its state
_OF_A_VOTE = re.compile(
    r"^(?:\w+ )?(?:results?|outcomes?|elections?|votes?|victory|win|re-election|polls?)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class TitleFacts:
    """What a title can say of an event: its settled values and its mentions, best first."""

    event_type: str
    mode: str
    status: Status
    country: str
    place: str
    mentions: tuple[Mention, ...]
    full_name: Callable[[Mention, Participant], str]


@dataclass(frozen=True, slots=True)
class _Room:
    """How much a title may say: names in a list, bracketed parts, and whether a ministry goes by its state."""

    names: int = 2
    state: bool = False
    optional: bool = True


_LADDER = (_Room(), _Room(1), _Room(2, state=True), _Room(1, state=True), _Room(1, state=True, optional=False))


def write_title(template: str, facts: TitleFacts) -> str:
    """Fill the template with as much as fits; where a field is empty, fall back to the bare type and place."""
    suffix = _suffix(template, facts)
    if facts.event_type == "diplomacy" and not any(in_role(mention, "actor") for mention in facts.mentions):
        template = _WITHOUT_ACTOR.get(facts.mode, template)
    for room in _LADDER:
        filled = _fill(template, facts, room)
        if filled and len(filled) + len(suffix) <= LONGEST:
            return filled + suffix
    long = _fill(template, facts, _LADDER[-1])
    return _shorten(long or _clean(_fallback(facts)), LONGEST - len(suffix)) + suffix


def _fill(template: str, facts: TitleFacts, room: _Room) -> str:
    """The template with its fields, or "" if one it cannot do without is empty."""
    values = _Values(facts, room)
    kept = _OPTIONAL.sub(lambda part: part[1] if room.optional and _complete(part[1], values) else "", template)
    if not _complete(kept, values):
        return ""
    filled = _FIELD.sub(lambda found: values.value(found[1]), kept)
    return _clean(re.sub(r"\b(in|at|on)\s+in\b", "in", filled))


def _complete(text: str, values: _Values) -> bool:
    return all(values.value(name) for name in _FIELD.findall(text))


class _Values:
    """The value of each field, worked out on demand."""

    def __init__(self, facts: TitleFacts, room: _Room) -> None:
        self.facts, self.room = facts, room

    def value(self, name: str) -> str:
        """The text of a field, "" where the event does not have it or no such field exists."""
        facts = self.facts
        plain: Mapping[str, Callable[[], str]] = {
            "actor": lambda: self._acting() or self._parties("actor"),
            "target": lambda: self._expelled() if facts.mode == "expulsion" else self._targets(),
            "candidate": lambda: self._parties("candidate"),
            "winner": lambda: self._parties("winner"),
            "country": lambda: f" in {in_country(facts.country)}" if facts.country else "",
            "place": lambda: f" in {where}" if (where := _where(facts)) else "",
            "mode": lambda: facts.mode.replace("_", " "),
            "verb": lambda: self._verb()[self._several()],
            "trigger": lambda: _trigger(facts),
            "trigger_noun": lambda: _trigger(facts),
        }
        return plain[name]() if name in plain else ""

    def _acting(self) -> str:
        """The state for which a ministry acts, where that is shorter."""
        facts = self.facts
        if not self.room.state or facts.event_type not in _BY_STATES or not _acts_itself(facts):
            return ""
        return country_name(facts.country)

    def _verb(self) -> tuple[str, str]:
        mode = self.facts.mode
        return _ALONE[mode] if mode in _ALONE and not self._targets() else _VERBS.get(mode, _VERBS[""])

    def _targets(self) -> str:
        states = party_names(self.facts, "target", ("country",)) if self.facts.event_type == "diplomacy" else []
        if states and self.facts.mode in _WITHOUT_ACTOR:  # an envoy, or the town of an embassy, stands for its state
            return list_names(states, self.room.names)
        return self._parties("target") or _recognised(self.facts)

    def _expelled(self) -> str:
        """Whom a state sends away: how many diplomats, of which states, else the one that is named."""
        facts = self.facts
        states = party_names(facts, "target", ("country",))
        people = _people(facts.mentions)
        if not people and not states:
            return list_names(party_names(facts, "target"), self.room.names) or "diplomats"
        many = count_people(people).removesuffix(" people") + " diplomats" if people else "diplomats"
        sent = "one diplomat" if people and people.value == 1 else many
        return f"{sent} of {list_names(states, self.room.names)}" if states else sent

    def _several(self) -> bool:
        if self._acting():
            return False
        named = party_names(self.facts, "actor")
        described = _descriptions(self.facts, "actor")
        return len(named) > 1 or (not named and (len(described) > 1 or any(map(is_many, described))))

    def _parties(self, role: Role) -> str:
        facts = self.facts
        people = _people(facts.mentions) if role == "target" else None
        held = role == "target" and facts.event_type in _OF_PEOPLE
        named = party_names(facts, role, ("person",) if held and people else ())
        if named:
            return list_names(named, self.room.names, _total(people))
        if people:
            return count_people(people)
        return " and ".join(_descriptions(facts, role)[: self.room.names])


def _acts_itself(facts: TitleFacts) -> bool:
    """Whether the country of a step is the one that takes it, and not the one it is aimed at."""
    acting = {party.country for mention in facts.mentions for party in in_role(mention, "actor")} - {""}
    aimed = {party.country for mention in facts.mentions for party in in_role(mention, "target")}
    return acting == {facts.country} or (not acting and facts.country not in aimed)


def party_names(facts: TitleFacts, role: Role, kinds: Collection[str] = ()) -> list[str]:
    """The distinct names in a role, of some kinds or all, as the mentions give them; no actor is his own target."""
    doing = [p for m in facts.mentions for p in in_role(m, "actor") if p.named] if role == "target" else []
    seen: list[tuple[Participant, str]] = []
    for mention in facts.mentions:
        for party in in_role(mention, role):
            if (
                party.named
                and (not kinds or party.kind in kinds)
                and not any(same_party(party, other) for other in (*doing, *(p for p, _ in seen)))
            ):
                seen.append((party, facts.full_name(mention, party)))
    return list(dict.fromkeys(name for _, name in seen if name.strip()))


def _descriptions(facts: TitleFacts, role: Role) -> list[str]:
    """The descriptions of unnamed groups in a role, as the first mention that has some gives them."""
    for mention in facts.mentions:
        found = [bare(p.name) for p in in_role(mention, role) if _is_described(p, facts.event_type)]
        if found and facts.event_type == "recognition" and role == "target":
            found = [_with_article(name) for name in found]
        if found:
            return list(dict.fromkeys(found))
    return []


def _is_described(party: Participant, event_type: str) -> bool:
    """Whether a description tells who somebody is: in a statement an office or a body, never "the violence"."""
    if party.named or not fold(party.name) or is_anyone(party.name):
        return False
    head = describes(party.name)
    if event_type == "statement" and party.role == "target":
        return bool(role_word(head)) or head in lemmas("people") or head in name_words().organisations
    return not (event_type in _OF_PEOPLE and head in noun_words().things | noun_words().arrests)


def _with_article(name: str) -> str:
    """A described target as it stands after a verb: "the result", "the new authorities", "Banda's victory"."""
    if re.search(r"['’]s?\b", name):
        return name
    return f"the {name.split(' of ')[0] if _OF_A_VOTE.match(name) else name}"


def _recognised(facts: TitleFacts) -> str:
    """What a recognition without a target is about: a result, or the state itself if it is not one that decides."""
    if facts.event_type != "recognition":
        return ""
    deciding = {party.country for mention in facts.mentions for party in in_role(mention, "actor")}
    if any(is_about_a_vote(mention) for mention in facts.mentions):
        return "the result" + (f" in {in_country(facts.country)}" if facts.country else "")
    return "" if facts.country in deciding else in_country(facts.country)


def list_names(names: Sequence[str], most: int, total: int = 0) -> str:
    """List names: "A", "A and B", "A, B and 5 more"; ``total`` counts people that are not named too."""
    everyone = max(len(names), total)
    if not names or everyone <= 1:
        return "".join(names[:1])
    if everyone == len(names) and everyone <= most + (most > 1):  # nobody gains by "and one more"
        return f"{', '.join(names[:-1])} and {names[-1]}"
    return f"{', '.join(names[:most])} and {everyone - min(len(names), most)} more"


def count_people(figure: Figure) -> str:
    """A number of people in words: "more than 2,200 people", "one person"."""
    if is_vague(figure.as_written):
        words = figure.as_written.casefold()
        return f"{words} of people" if words.endswith("s") else f"{words} people"
    if figure.value == 1:
        return "one person"
    return f"{_BOUNDS[figure.bound]}{figure.value:,.0f} people"


def _people(mentions: Sequence[Mention]) -> Figure | None:
    return next((f for m in mentions for f in m.figures if f.measure == "people" and f.value >= 1), None)


def _total(people: Figure | None) -> int:
    return int(people.value) if people and people.bound == "exact" and people.value < 100 else 0


def _where(facts: TitleFacts) -> str:
    places = [place.strip() for place in facts.place.split(";") if place.strip()]
    return list_names(places, 1 if len(places) > 2 else 2) if places else in_country(facts.country)


def _trigger(facts: TitleFacts) -> str:
    nouns = (m.trigger.text.casefold() for m in facts.mentions if is_noun(m.trigger.text))
    return next(nouns, _MEASURES.get(facts.mode, ""))


def _suffix(template: str, facts: TitleFacts) -> str:
    """What the reader must not miss: the mode the template leaves out, and a status other than reported."""
    told = "{mode}" in template or "{verb}" in template
    shown = [facts.mode.replace("_", " ")] if facts.mode and facts.event_type in _SHOWN_MODES and not told else []
    shown += [facts.status] if facts.status != "reported" else []
    return f" ({', '.join(shown)})" if shown else ""


def _fallback(facts: TitleFacts) -> str:
    """Type and place, or who acts where the place says too little."""
    label = _LABELS.get(facts.event_type, facts.event_type.replace("_", " ").capitalize())
    actors, targets = party_names(facts, "actor"), party_names(facts, "target")
    if facts.event_type in ("recognition", "diplomacy", "sanction", "statement") and actors:
        return f"{label}: {list_names(actors, 2)}"
    if facts.event_type == "recognition" and targets:
        return f"{label} of {list_names(targets, 2)}"
    where = _where(facts)
    return f"{label} in {where}" if where else label


def _clean(text: str) -> str:
    """One line without control characters, with a capital at its start."""
    text = " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
    return text[:1].upper() + text[1:]


def _shorten(text: str, limit: int) -> str:
    if len(text) <= limit:
        return text
    cut = text[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;:-–")
    return f"{cut}…"
