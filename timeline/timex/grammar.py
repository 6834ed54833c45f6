"""Applies the rules to a run of tokens: level by level, leftmost first, longest first, then by name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from timeline.timex.forms import Calendar, Clock, Fixed, Form, Holiday, Inside, Item, Ordinal, Period, Relative
from timeline.timex.registry import Given, Parts, Rule, code, levels
from timeline.timex.tokens import Node

CACHED_LENGTH = 24


@dataclass(slots=True)
class Made(Node):
    """A node that a rule made: an `Item`, or a class with its value for later levels; its span is the kept part."""

    rule: str = ""
    kept: tuple[int, int] = (0, 0)  # tokens of the span, half open


Candidate = tuple[int, int, int, int, Rule]  # start, end, kept start, kept end, all in nodes


def parse(run: list[Node]) -> list[Made]:
    """Give the expressions in a run of tokens, in order."""
    if len(run) > CACHED_LENGTH or run[-1].last - run[0].first != len(run):
        return _parsed(run)
    first = run[0].first
    return [_moved(made, first) for made in _known(tuple([(n.kind, type(n.value), n.value) for n in run]))]


def _parsed(run: list[Node]) -> list[Made]:
    nodes = run
    for nodes in steps(run):  # noqa: B007 - only the last is wanted
        pass
    return [node for node in nodes if isinstance(node, Made) and isinstance(node.value, Item)]


@lru_cache(maxsize=20000)  # "on Monday", "last week": the same few runs come again and again
def _known(run: tuple[tuple[str, type, object], ...]) -> tuple[Made, ...]:
    """Give the expressions of a run that begins at token 0; what it gives depends on classes and values alone."""
    return tuple(_parsed([Node(kind, at, at + 1, value) for at, (kind, _, value) in enumerate(run)]))


def _moved(made: Made, by: int) -> Made:
    kept = (made.kept[0] + by, made.kept[1] + by)
    return Made(made.kind, made.first + by, made.last + by, made.value, made.rule, kept)


def steps(run: list[Node]) -> Iterator[list[Node]]:
    """Give what a run of tokens has become after each level at which a rule may apply."""
    nodes, codes, level = run, _coded(run), 0
    while (step := (_next if len(codes) <= CACHED_LENGTH else _search)(codes, level)) is not None:
        level, found = step
        nodes = _apply(found, nodes)
        codes = _coded(nodes)
        yield nodes


def _search(codes: str, level: int) -> tuple[int, tuple[Candidate, ...]] | None:
    """Give the next level, from one on, at which any rule matches: the level after it, and the matches."""
    for number in range(level, len(levels())):
        found = _candidates(number, codes)
        if found:
            return number + 1, found
    return None


def _coded(nodes: list[Node]) -> str:
    return "".join([code(node.kind) for node in nodes])


def _apply(found: tuple[Candidate, ...], nodes: list[Node]) -> list[Node]:
    out: list[Node] = []
    position = 0
    for start, end, kept, kept_end, rule in found:
        if start < position:
            continue
        made = _single(rule, nodes[start]) if end - start == 1 else _make(rule, nodes, start, end, kept, kept_end)
        if made:
            out += nodes[position:start]
            out += made
            position = end
    return out + nodes[position:]


def _candidates(level: int, codes: str) -> tuple[Candidate, ...]:
    found: list[Candidate] = []
    present = frozenset(codes)
    for rule in levels()[level]:
        if rule.codes.isdisjoint(present):
            continue
        kept = "kept" in rule.regex.groupindex
        for match in rule.regex.finditer(codes):
            inner = match.span("kept") if kept else match.span()
            found.append((*match.span(), *inner, rule))
    found.sort(key=lambda candidate: (candidate[0], -candidate[1]))
    return tuple(found)


_next = lru_cache(maxsize=40000)(_search)


def _single(rule: Rule, node: Node) -> list[Node]:
    """Apply a rule to one node; what it gives depends on class and value alone, so it is remembered."""
    if isinstance(node, Made):
        return _make(rule, [node], 0, 1, 0, 1)
    given, kind = _remembered(rule.name, node.kind, node.value)
    if isinstance(given, Item):
        return [Made(kind, node.first, node.last, given, rule.name, (node.first, node.last))]
    return [_class(rule, given, node.first, node.last)] if isinstance(given, tuple) else []


def _class(rule: Rule, given: tuple[str, object], first: int, last: int) -> Made:
    return Made(given[0], first, last, given[1], rule.name, (first, last))


@lru_cache(maxsize=20000)
def _remembered(name: str, kind: str, value: object) -> tuple[Given, str]:
    rule = next(rule for rules in levels() for rule in rules if rule.name == name)
    given = rule.function(Parts([Node(kind, 0, 1, value)]))
    return given, kind_of(given) if isinstance(given, Item) else ""


def _make(rule: Rule, nodes: list[Node], start: int, end: int, kept: int, kept_end: int) -> list[Node]:
    given = rule.function(Parts(nodes[start:end]))
    if given is None:
        return []
    if isinstance(given, list):
        return given
    if isinstance(given, Node):
        return [given]
    first, last = nodes[start].first, nodes[end - 1].last
    span = (nodes[kept].first, nodes[kept_end - 1].last)
    if isinstance(given, tuple):
        return [_class(rule, given, first, last)]
    return [Made(kind_of(given), first, last, given, rule.name, span)]


def kind_of(item: Item) -> str:
    """Give the class an expression has for later levels: D_item a day, M_item a month without a year …"""
    if item.type in ("DURATION", "SET"):
        return "L_item" if item.type == "DURATION" else "S_item"
    return _kind(item.form)


def _kind(form: Form) -> str:
    match form:
        case Calendar(year=year, month=month, day=day, weekday=weekday):
            if day or weekday:
                return "D_item"
            if month:
                return "My_item" if year or form.which else "M_item"
            return "Y_item"
        case Holiday():
            return "D_item"
        case Period(kind="WE"):
            return "W_item"
        case Period(year=year, which=which):
            return "Py_item" if year or which else "P_item"
        case Relative(unit=unit):
            return {"D": "D_item", "W": "W_item", "WE": "W_item", "M": "My_item", "Y": "Y_item"}.get(unit, "R_item")
        case Inside(inner=inner):
            return {"M_item": "My_item", "P_item": "Py_item", "D_item": "D_item"}.get(_kind(inner), "R_item")
        case Ordinal(unit=unit):
            return "O_item"
        case Clock(of=of):
            return "C_item" if of is None else "T_item"
        case Fixed(value=value):
            return "V_item" if value.endswith("_REF") else "R_item"
    return "T_item"
