"""Web furniture: what a page says about itself. The rules are data, in ``boilerplate.toml``, beside their examples."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from timeline.errors import RuleError

Scope = Literal["paragraph", "sentence"]
"""What a rule is matched against; a rule of both has scope "both"."""

_SCOPES: dict[str, tuple[Scope, ...]] = {
    "paragraph": ("paragraph",),
    "sentence": ("sentence",),
    "both": ("paragraph", "sentence"),
}

LONGEST = 500
"""Characters up to which a paragraph is looked at: furniture is short, and rules stay bounded."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of furniture.

    ``opens`` means that the short lines after it are links to other stories. One of ``needs`` (lower case) must be in
    the text for the rule to be tried at all, which keeps rules cheap that may match anywhere; empty means always.
    """

    name: str
    scopes: tuple[Scope, ...]
    pattern: re.Pattern[str]
    opens: bool
    needs: tuple[str, ...]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


@cache
def rules() -> tuple[Rule, ...]:
    """Load the rules in the order of the file. Raises RuleError for one that is not well formed."""
    source = "timeline/articles/boilerplate.toml"
    data = tomllib.loads(files("timeline.articles").joinpath("boilerplate.toml").read_text(encoding="utf-8"))
    return tuple(_rule(entry, source) for entry in data["rule"])


def _rule(entry: dict[str, object], source: str) -> Rule:
    """Check one entry of the file."""
    name, examples = str(entry.get("name")), entry.get("examples")
    scopes = _SCOPES.get(str(entry.get("scope")), ())
    if not scopes or not isinstance(examples, list) or not examples:
        raise RuleError(f"{source}: rule {name!r} needs a scope (paragraph, sentence, both) and examples")
    try:
        pattern = re.compile(str(entry["pattern"]), re.IGNORECASE | re.VERBOSE)
    except (KeyError, re.error) as error:
        raise RuleError(f"{source}: rule {name!r} has no sound pattern ({error})") from error
    return Rule(
        name=name,
        scopes=scopes,
        pattern=pattern,
        opens=entry.get("opens") is True,
        needs=_strings(entry.get("needs")),
        examples=_strings(examples),
        counterexamples=_strings(entry.get("counterexamples")),
    )


def _strings(value: object) -> tuple[str, ...]:
    """Take a list of the file as strings; what is not there is none."""
    return tuple(map(str, value)) if isinstance(value, list) else ()


@cache
def _matchers(scope: Scope) -> tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]:
    """Give the patterns of one scope with what each needs: all that need nothing as one, which is far faster."""
    own = [rule for rule in rules() if scope in rule.scopes]
    always = "|".join(f"(?:{rule.pattern.pattern})" for rule in own if not rule.needs)
    special = tuple((rule.needs, rule.pattern) for rule in own if rule.needs)
    return (*special, (("",), re.compile(always, re.IGNORECASE | re.VERBOSE)))


def is_furniture(text: str, scope: Scope) -> bool:
    """Tell whether a whole paragraph, or one sentence of it, is web furniture."""
    if len(text) > LONGEST:
        return False
    flat = _flat(text)
    low = flat.lower()
    for needs, pattern in _matchers(scope):  # plain loops: this is asked of every sentence
        for word in needs:
            if word in low:
                if pattern.fullmatch(flat):
                    return True
                break
    return False


def opens_links(text: str) -> bool:
    """Tell whether a paragraph announces links to other stories ("More on this story")."""
    flat = _flat(text)
    return len(text) <= LONGEST and any(rule.opens and rule.pattern.fullmatch(flat) for rule in rules())


def _flat(text: str) -> str:
    """Write a text on one line, with plain spaces, so that patterns need not care."""
    return " ".join(text.split())
