"""Rules: a pattern over token classes, a small function that gives the form, and examples that are checked.

A pattern names token classes: ``"month num2 comma? year"``. ``?``, ``|``, ``(…)`` mean what they mean in regular
expressions; ``$name`` stands for a group of classes; ``<…>`` marks the part that becomes the span, if not all of it.
Levels run in order, each over what the levels before it made: numbers (1), expressions (2..), combinations, ranges.
In examples ``[…]`` marks the span; values are those on the reference day.
"""

from __future__ import annotations

import datetime as dt
import importlib
import pkgutil
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from timeline.errors import RuleError
from timeline.timex.forms import Item
from timeline.timex.tokens import Node

REFERENCE = dt.date(2024, 7, 31)
"""The publication day, a Wednesday, against which all examples are written."""

Given = Item | Node | list[Node] | tuple[str, object] | None
"""What a rule function may give: an expression; a (class, value) for later levels; finished nodes; or a refusal."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The nodes a pattern matched, asked by class."""

    nodes: list[Node]

    def has(self, *kinds: str) -> bool:
        """Tell whether a node of one of these classes is among them."""
        return any(node.kind in kinds for node in self.nodes)

    def get(self, *kinds: str) -> object:
        """Give the value of the first node of one of these classes, None if there is none."""
        return next((node.value for node in self.nodes if node.kind in kinds), None)

    def number(self, *kinds: str) -> int:
        """Give the whole number a class holds; 0 if there is none."""
        value = self.get(*kinds)
        return int(value) if isinstance(value, int | float) else 0

    def text(self, *kinds: str) -> str:
        """Give the string a class holds; "" if there is none."""
        value = self.get(*kinds)
        return value if isinstance(value, str) else ""

    def items(self) -> list[Item]:
        """Give the expressions that earlier levels made, in order."""
        return [node.value for node in self.nodes if isinstance(node.value, Item)]


Function = Callable[[Parts], Given]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule as registered. ``codes`` are those of the classes in its pattern: one is in whatever it matches."""

    name: str
    level: int
    pattern: str
    regex: re.Pattern[str]
    codes: frozenset[str]
    function: Function
    examples: dict[str, str]
    counterexamples: tuple[str, ...]
    gives_class: bool = False


RULES: list[Rule] = []
_CODES: dict[str, str] = {}
GROUPS = {
    "qty": "(num2|numx|year|numw|qty|few|couple)",
    "dayno": "(num2|ordinal)",
    "nth": "(ordinal|ordw)",
    "mon": "(month|mabbr)",
    "wday": "(weekday|wabbr)",
    "month_": "(M_item|My_item)",
    "approx": "(rough|nearly|approx|only)",
    "date": "(D_item|M_item|My_item|Y_item|P_item|Py_item|W_item|R_item)",
    "day": "D_item",
    "unit_": "(unit|units)",
}


def code(kind: str) -> str:
    """Give the single character that stands for a class in patterns; new classes get the next one."""
    known = _CODES.get(kind)
    if known is None:
        known = _CODES[kind] = chr(0xE000 + len(_CODES))
    return known


def compile_pattern(pattern: str) -> re.Pattern[str]:
    """Turn a pattern over classes into one over their codes.

    Raises `RuleError` when it can match nothing at all, or names an unknown group.
    """
    spelled = re.sub(r"\$(\w+)", lambda match: _group(match[1], pattern), pattern)
    coded = re.sub(r"[A-Za-z_]\w*", lambda match: code(match[0]), spelled)
    kept = {"<": "(?P<kept>", ">": ")"}
    marked = "".join(kept.get(char, char) for char in coded if not char.isspace())
    regex = re.compile(marked)
    if regex.fullmatch(""):
        raise RuleError(f"date rule pattern {pattern!r} matches the empty text; make one part of it required")
    return regex


def _group(name: str, pattern: str) -> str:
    if name not in GROUPS:
        raise RuleError(f"date rule pattern {pattern!r} names the unknown group ${name}; known: {sorted(GROUPS)}")
    return GROUPS[name]


def rule(
    pattern: str,
    *,
    level: int = 3,
    examples: dict[str, str],
    counterexamples: Iterable[str],
    gives_class: bool = False,
) -> Callable[[Function], Function]:
    """Register a function as the rule for a pattern.

    Examples map marked sentences to value or ``value/MOD``; those of a rule that only ``gives_class`` to later levels
    map a marked phrase to class and value, ``{"[twenty-one] days": "numw 21"}``. In a counterexample, which holds
    words of the pattern, the rule must give nothing. Raises `RuleError` where either is missing.
    """
    refused = tuple(counterexamples)
    if not examples or not refused:
        missing = "examples" if not examples else "counterexamples"
        raise RuleError(f"date rule pattern {pattern!r} has no {missing}; give at least one")

    regex = compile_pattern(pattern)

    def register(function: Function) -> Function:
        RULES.append(
            Rule(
                function.__name__,
                level,
                pattern,
                regex,
                frozenset(regex.pattern) & frozenset(_CODES.values()),
                function,
                examples,
                refused,
                gives_class,
            )
        )
        return function

    return register


@lru_cache(maxsize=1)
def levels() -> tuple[tuple[Rule, ...], ...]:
    """Import every module of `timeline.timex.rules` and give the rules by level."""
    package = importlib.import_module("timeline.timex.rules")
    for module in sorted(found.name for found in pkgutil.iter_modules(package.__path__)):
        importlib.import_module(f"timeline.timex.rules.{module}")
    names = [found.name for found in RULES]
    twice = {name for name in names if names.count(name) > 1}
    if twice:
        raise RuleError(f"date rules share a name, rename one: {sorted(twice)}")
    numbers = sorted({found.level for found in RULES})
    return tuple(
        tuple(sorted((found for found in RULES if found.level == number), key=lambda found: found.name))
        for number in numbers
    )
