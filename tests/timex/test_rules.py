"""Every rule's examples and counterexamples, and what registration refuses."""

import re

import pytest

from timeline.errors import RuleError
from timeline.timex import dates
from timeline.timex.grammar import Made, steps
from timeline.timex.registry import GROUPS, REFERENCE, RULES, compile_pattern, levels, rule
from timeline.timex.tokens import runs, tokenize

MARKED = re.compile(r"\[([^\]]*)\]")
levels()
BY_NAME = {found.name: found for found in RULES}
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


def reductions(text: str) -> dict[tuple[str, int, int], str]:
    """What each rule made of which piece of a text, at any level: rule, start, end -> class and value."""
    tokens = tokenize(text, 0, len(text))
    made = (node for run in runs(tokens) for nodes in steps(run) for node in nodes if isinstance(node, Made))
    return {
        (node.rule, tokens.starts[node.first], tokens.ends[node.last - 1]): f"{node.kind} {_short(node.value)}"
        for node in made
    }


def _short(value: object) -> object:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def check_example(name: str, marked: str, values: str) -> None:
    text, spans = unmark(marked)
    assert spans, "an example marks its span with [ ]"
    if BY_NAME[name].gives_class:
        found = reductions(text)
        assert [found.get((name, *span)) for span in spans] == [values], found
        return
    said = {(one.span.start, one.span.end): one for one in dates(text, REFERENCE)}
    given = [f"{one.value}{'/' + one.mod if one.mod else ''}" for one in map(said.get, spans) if one]
    assert given == (values.split(" ") if len(spans) > 1 else [values]), said
    assert name in {said[span].rule for span in spans}


def check_counterexample(name: str, text: str) -> None:
    if BY_NAME[name].gives_class:
        assert name not in {made for made, _, _ in reductions(text)}
    else:
        assert name not in {one.rule for one in dates(text, REFERENCE)}


@pytest.mark.parametrize(("name", "marked", "values"), EXAMPLES, ids=[f"{n}:{t}" for n, t, _ in EXAMPLES])
def test_example(name, marked, values):
    check_example(name, marked, values)


@pytest.mark.parametrize(("name", "text"), COUNTEREXAMPLES, ids=[f"{n}:{t}" for n, t in COUNTEREXAMPLES])
def test_counterexample(name, text):
    check_counterexample(name, text)


@pytest.mark.parametrize("found", RULES, ids=lambda found: found.name)
def test_every_rule_is_tried_on_both_sides(found):
    assert found.examples and found.counterexamples


@pytest.mark.parametrize("found", RULES, ids=lambda found: found.name)
def test_a_rule_fails_on_a_false_example_and_on_its_example_as_a_counterexample(found):
    marked, values = next(iter(found.examples.items()))
    with pytest.raises(AssertionError):
        check_example(found.name, marked, values + "9")
    with pytest.raises(AssertionError):
        check_example(next(other for other in BY_NAME if other != found.name), marked, values)
    with pytest.raises(AssertionError):
        check_counterexample(found.name, unmark(marked)[0])


def classes(text: str) -> set[str]:
    """The classes of a text, as read or as made on the way."""
    return set(tokenize(text, 0, len(text)).kinds) | {made.split(" ")[0] for made in reductions(text).values()}


@pytest.mark.parametrize("found", RULES, ids=lambda found: found.name)
def test_a_counterexample_holds_what_the_rule_looks_for(found):
    """Those that share no class with the pattern could never have fired; at least one must come near."""
    spelled = re.sub(r"\$(\w+)", lambda match: GROUPS[match[1]], found.pattern)
    assert any(classes(text) & set(re.findall(r"\w+", spelled)) for text in found.counterexamples)


def test_no_code_stands_for_two_classes_and_no_rule_matches_nothing():
    assert len(BY_NAME) == len(RULES) > 70
    assert not [found.name for found in RULES if found.regex.fullmatch("")]


@pytest.mark.parametrize("pattern", ["month?", "(the|a)*", "the? year?"])
def test_pattern_that_matches_nothing_is_refused(pattern):
    with pytest.raises(RuleError, match="matches the empty text"):
        compile_pattern(pattern)


def test_unknown_group_is_refused():
    with pytest.raises(RuleError, match="unknown group"):
        compile_pattern("$fortnight ago")


@pytest.mark.parametrize("level", [1, 3])
@pytest.mark.parametrize(
    ("examples", "counterexamples", "missing"),
    [({}, ["in a month"], "no examples"), ({"[May]": "2024-05"}, [], "no c")],
)
def test_a_rule_without_examples_or_counterexamples_is_refused(level, examples, counterexamples, missing):
    before = len(RULES)
    with pytest.raises(RuleError, match=missing):
        rule("month", level=level, examples=examples, counterexamples=counterexamples)
    assert len(RULES) == before
