"""Event types as data: one TOML file each, read strictly. Adding a file adds a type."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from timeline.errors import RuleError
from timeline.models import Status

_FOLDER = Path(__file__).parent
_STATUSES = ("reported", "alleged", "attempted", "planned", "denied")


@dataclass(frozen=True)
class Frame:
    """One construction that tells an event: its trigger words and the syntactic slots its roles come from.

    Slots are logical: the object of an active verb and the subject of its passive are both ``object``. A constraint
    maps slots ("object", "in|into") to lemmas or, with @, classes of ``frames/words/lexicon.toml``.
    """

    id: str
    verbs: frozenset[str] = frozenset()  # lemmas, with a particle if any: "round up"
    nouns: frozenset[str] = frozenset()  # lemmas; "house arrest" asks for the compound
    phrases: tuple[tuple[str, ...], ...] = ()  # fixed wordings, lower case: "behind bars"
    roles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # role -> slots, the first that is filled
    require: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    forbid: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    only: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # what may fill a slot, where anything does
    support: frozenset[str] = frozenset()  # verbs that lend a noun their subject as "host": "stage" a protest
    context: frozenset[str] = frozenset()  # the article must speak of one of these types
    anywhere: bool = False  # of a type that articles on business or sport tell as well: no politics is asked for
    political: bool = False  # a sense that only stands in political surroundings: a coup, a vote that is won
    mode: str = ""
    form: str = ""
    status: Status | None = None
    negated: Mapping[str, str] = field(default_factory=dict)  # mode and form when refused or negated: an act, not a gap
    negated_only: bool = False
    step: bool = False  # tells of a step on the way: what came of it may be told elsewhere
    alone: bool = False  # tells of an event by what goes with it: speaks only where nothing else of its type does


@dataclass(frozen=True)
class Signs:
    """When the words of a sentence tell the type together, where no frame reads them, and where its roles stand."""

    least: float  # probability asked for
    brief: float  # the same in a note or a lone sentence, which has no room to tell it twice
    roles: Mapping[str, tuple[str, ...]]  # role -> slots, the first that is filled
    able: Mapping[str, tuple[str, ...]]  # role -> what can fill it: words and @classes, and with "!" what cannot
    mode: str = ""  # the mode that words tell of this type, if they tell one: "riot", "refuses"
    otherwise: str = ""  # the mode where they do not


@dataclass(frozen=True)
class Example:
    """A sentence and what the type's frames must find in it."""

    text: str
    event: Mapping[str, object] = field(default_factory=dict)
    also: tuple[str, ...] = ()  # other types that are right to speak
    why: str = ""


@dataclass(frozen=True)
class EventType:
    """One event type: what it means, how sentences tell it, and what other schemes call it."""

    name: str
    definition: str
    excludes: str
    title: str
    source: str
    country: tuple[str, ...]  # best first: near, place, actor, target, office, force, leader, blamer, story
    plover: Mapping[str, str]  # mode ("" is the default) -> code, "" where there is none
    cameo: Mapping[str, str]
    acled: Mapping[str, str]
    frames: tuple[Frame, ...]
    examples: tuple[Example, ...]
    counterexamples: tuple[Example, ...]
    signs: Signs | None = None

    def code(self, scheme: str, mode: str) -> str:
        """The nearest code of another scheme ("plover", "cameo", "acled"), or ""."""
        codes: Mapping[str, str] = getattr(self, scheme)
        return codes.get(mode, codes.get("", ""))


@cache
def event_types() -> Mapping[str, EventType]:
    """All event types by name, in alphabetical order."""
    types = [read_type(path) for path in sorted(_FOLDER.glob("*.toml"))]
    return {kind.name: kind for kind in types}


def read_type(path: Path) -> EventType:
    """Read one event type file. Raises RuleError naming the file and the key."""
    try:
        raw = _with_words(path.name, tomllib.loads(path.read_text(encoding="utf-8")))
    except tomllib.TOMLDecodeError as error:
        raise RuleError(f"{path.name}: not TOML: {error}") from error
    _refuse_unknown(path.name, raw, _TYPE_KEYS)
    codes = raw.get("codes", {})
    kind = EventType(
        name=path.stem,
        definition=_text(path.name, raw, "definition"),
        excludes=_text(path.name, raw, "excludes"),
        title=_text(path.name, raw, "title"),
        source=_text(path.name, raw, "source"),
        country=_words(path.name, "country", raw.get("country")),
        plover=codes.get("plover", {}),
        cameo=codes.get("cameo", {}),
        acled=codes.get("acled", {}),
        frames=tuple(
            replace(_frame(path.name, item), anywhere=bool(raw.get("anywhere", False))) for item in raw.get("frame", ())
        ),
        examples=tuple(_example(path.name, item) for item in raw.get("example", ())),
        counterexamples=tuple(_example(path.name, item) for item in raw.get("counterexample", ())),
        signs=_signs(path.name, raw["signs"]) if "signs" in raw else None,
    )
    if not (kind.frames and kind.examples and kind.counterexamples):
        raise RuleError(f"{path.name}: needs at least one [[frame]], [[example]] and [[counterexample]]")
    ids = [frame.id for frame in kind.frames]
    if twice := sorted({each for each in ids if ids.count(each) > 1}):
        raise RuleError(f"{path.name}: the id {twice[0]!r} is given to two frames; give each its own")
    return kind


def _with_words(file: str, raw: dict[str, Any]) -> dict[str, Any]:
    """The file with each "$name" in a list replaced by the words that its table ``words`` holds under that name.

    A wording of two words is written with a low line there: "police_station".
    """
    named = raw.pop("words", {})
    if not isinstance(named, dict):
        raise RuleError(f"{file}: `words` must be a table of texts, saw {named!r}")
    lists = {f"${name}": [word.replace("_", " ") for word in _text(file, named, name).split()] for name in named}
    return {key: _expanded(file, value, lists) for key, value in raw.items()}


def _expanded(file: str, value: object, lists: Mapping[str, list[str]]) -> object:
    if isinstance(value, dict):
        return {key: _expanded(file, item, lists) for key, item in value.items()}
    if not isinstance(value, list):
        return value
    found: list[object] = []
    for item in value:
        if not (isinstance(item, str) and item.startswith("$")):
            found.append(_expanded(file, item, lists))
        elif item in lists:
            found.extend(lists[item])
        else:
            raise RuleError(f"{file}: {item!r} is not in the table `words`; known are {', '.join(sorted(lists))}")
    return found


def _text(file: str, raw: Mapping[str, object], key: str) -> str:
    value = raw.get(key)
    if not isinstance(value, str) or not value:
        raise RuleError(f"{file}: `{key}` must be a text, saw {value!r}")
    return value


def _refuse_unknown(file: str, raw: Mapping[str, object], known: set[str]) -> None:
    unknown = sorted(set(raw) - known)
    if unknown:
        raise RuleError(f"{file}: unknown key {unknown[0]!r}; known are {', '.join(sorted(known))}")


_TYPE_KEYS = set("definition excludes title source country anywhere codes signs frame example counterexample".split())
_ROLES = ("actor", "target", "candidate", "winner")
_LISTS = ("verbs", "nouns", "support", "context")
_FRAME_KEYS = set("id phrases require forbid only mode form status negated negated_only political alone step".split())


def _signs(file: str, raw: Mapping[str, object]) -> Signs:
    _refuse_unknown(file, raw, {"least", "brief", "mode", "otherwise", "able", *_ROLES})
    roles = {role: _words(f"{file}: signs", role, raw[role]) for role in _ROLES if role in raw}
    mode, otherwise = (_text(file, raw, key) if key in raw else "" for key in ("mode", "otherwise"))
    able = _constraint(f"{file}: signs", "able", raw)
    return Signs(_probability(file, raw, "least"), _probability(file, raw, "brief"), roles, able, mode, otherwise)


def _probability(file: str, raw: Mapping[str, object], key: str) -> float:
    value = raw.get(key)
    if not isinstance(value, float) or not 0 < value < 1:
        raise RuleError(f"{file}: `signs.{key}` must be a number between 0 and 1, saw {value!r}")
    return value


def _frame(file: str, raw: Mapping[str, object]) -> Frame:
    _refuse_unknown(file, raw, _FRAME_KEYS | set(_LISTS) | set(_ROLES))
    name = _text(file, raw, "id")
    place = f"{file}: frame {name}"
    status = raw.get("status")
    if status is not None and status not in _STATUSES:
        raise RuleError(f"{place}: status {status!r} is none of {', '.join(_STATUSES)}")
    lists = {key: frozenset(_words(place, key, raw.get(key, []))) for key in _LISTS}
    if not (lists["verbs"] or lists["nouns"] or raw.get("phrases")):
        raise RuleError(f"{place}: needs verbs, nouns or phrases")
    return Frame(
        id=name,
        phrases=tuple(tuple(phrase.split()) for phrase in _words(place, "phrases", raw.get("phrases", []))),
        roles={role: _words(place, role, raw[role]) for role in _ROLES if role in raw},
        require=_constraint(place, "require", raw),
        forbid=_constraint(place, "forbid", raw),
        only=_constraint(place, "only", raw),
        mode=str(raw.get("mode", "")),
        form=str(raw.get("form", "")),
        status=status,  # type: ignore[arg-type]  # checked against _STATUSES above
        negated=dict(raw.get("negated", {})),  # type: ignore[call-overload]
        negated_only=bool(raw.get("negated_only", False)),
        alone=bool(raw.get("alone", False)),
        step=bool(raw.get("step", False)),
        political=bool(raw.get("political", False)),
        verbs=lists["verbs"],
        nouns=lists["nouns"],
        support=lists["support"],
        context=lists["context"],
    )


def _words(place: str, key: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
        raise RuleError(f"{place}: `{key}` must be a list of texts, saw {value!r}")
    return tuple(value)


def _constraint(place: str, key: str, raw: Mapping[str, object]) -> Mapping[str, tuple[str, ...]]:
    table = raw.get(key, {})
    if not isinstance(table, dict):
        raise RuleError(f"{place}: `{key}` must be a table of slots, saw {table!r}")
    return {slot: _words(place, f"{key}.{slot}", words) for slot, words in table.items()}


def _example(file: str, raw: Mapping[str, object]) -> Example:
    _refuse_unknown(file, raw, {"text", "event", "also", "why"})
    event = raw.get("event", {})
    return Example(
        text=_text(file, raw, "text"),
        event=event if isinstance(event, dict) else {},
        also=_words(file, "also", raw.get("also", [])),
        why=str(raw.get("why", "")),
    )
