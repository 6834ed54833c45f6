"""Every rule's examples and counterexamples, and what registration refuses."""

import re

import pytest

from timeline.errors import RuleError
from timeline.timex import dates
from timeline.timex.registry import REFERENCE, RULES, compile_pattern, levels, rule

MARKED = re.compile(r"\[([^\]]*)\]")
levels()
EXAMPLES = [(found.name, text, value) for found in RULES for text, value in found.examples.items()]
COUNTEREXAMPLES = [(found.name, text) for found in RULES for text in found.counterexamples]


def unmark(marked: str) -> tuple[str, list[tuple[int, int]]]:
    spans, plain, position = [], "", 0
    for match in MARKED.finditer(marked):
        plain += marked[position : match.start()]
        spans.append((len(plain), len(plain) + len(match[1])))
        plain += match[1]
        position = match.end()
    return plain + marked[position:], spans


@pytest.mark.parametrize(("name", "marked", "values"), EXAMPLES, ids=[f"{n}:{t}" for n, t, _ in EXAMPLES])
def test_example(name, marked, values):
    text, spans = unmark(marked)
    found = {(one.span.start, one.span.end): one for one in dates(text, REFERENCE)}
    said = {text[start:end]: f"{one.value}{'/' + one.mod if one.mod else ''}" for (start, end), one in found.items()}
    assert all(span in found for span in spans), said
    given = [f"{found[span].value}{'/' + found[span].mod if found[span].mod else ''}" for span in spans]
    assert given == (values.split(" ") if len(spans) > 1 else [values]), said
    assert name in {found[span].rule for span in spans}


@pytest.mark.parametrize(("name", "text"), COUNTEREXAMPLES, ids=[f"{n}:{t}" for n, t in COUNTEREXAMPLES])
def test_counterexample(name, text):
    assert name not in {one.rule for one in dates(text, REFERENCE)}


def test_every_rule_that_makes_an_expression_has_an_example():
    assert not [found.name for found in RULES if found.level > 2 and not found.examples and not found.gives_class]


def test_no_code_stands_for_two_classes_and_no_rule_matches_nothing():
    assert len({found.name for found in RULES}) == len(RULES) > 70
    assert not [found.name for found in RULES if found.regex.fullmatch("")]


@pytest.mark.parametrize("pattern", ["month?", "(the|a)*", "the? year?"])
def test_pattern_that_matches_nothing_is_refused(pattern):
    with pytest.raises(RuleError, match="matches the empty text"):
        compile_pattern(pattern)


def test_unknown_group_and_missing_examples_are_refused():
    with pytest.raises(RuleError, match="unknown group"):
        compile_pattern("$fortnight ago")
    with pytest.raises(RuleError, match="no examples"):
        rule("month", examples={})
