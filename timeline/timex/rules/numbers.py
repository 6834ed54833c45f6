"""Quantities: "twenty-one", "two and a half", "a dozen", "several", "more than". They make no expression themselves."""

from __future__ import annotations

from timeline.timex.registry import Given, Parts, rule

UNKNOWN = "X"
"""The amount of "a few", "several", "dozens of"."""
BOUNDS = {
    "more": "MORE_THAN",
    "longer": "MORE_THAN",
    "over": "MORE_THAN",
    "less": "LESS_THAN",
    "fewer": "LESS_THAN",
    "under": "LESS_THAN",
    "least": "EQUAL_OR_MORE",
    "most": "EQUAL_OR_LESS",
    "up": "EQUAL_OR_LESS",
}


def _sum(parts: Parts) -> float | str:
    total = last = 0.0
    for node in parts.nodes:
        if node.kind in ("few", "dozens"):
            return UNKNOWN
        if node.kind == "a":
            last = 1.0
        elif node.kind in ("magnitude", "dozen") and isinstance(node.value, int):
            last = max(last, 1) * node.value
            if node.value >= 1000:
                total, last = total + last, 0.0
        elif isinstance(node.value, int | float):
            last += node.value
    return total + last


@rule(
    "numw hyphen? numw",
    level=1,
    gives_class=True,
    examples={"[twenty-one] days": "numw 21", "[sixty five] weeks": "numw 65"},
    counterexamples=["Between one-two days passed.", "for twenty twenty weeks"],
)
def compound_number(parts: Parts) -> Given:
    """ "twenty-one"."""
    tens, ones = parts.nodes[0].value, parts.nodes[-1].value
    if isinstance(tens, int) and isinstance(ones, int) and tens >= 20 and ones < 10:
        return "numw", tens + ones
    return None


@rule(
    "numw hyphen ordw",
    level=1,
    gives_class=True,
    examples={"the [twenty-first] century": "ordw 21"},
    counterexamples=["one-third of the year", "the two-tenth day"],
)
def compound_ordinal(parts: Parts) -> Given:
    """ "twenty-first"."""
    tens, ones = parts.nodes[0].value, parts.nodes[2].value
    if isinstance(tens, int) and isinstance(ones, int) and tens >= 20 and ones < 10:
        return "ordw", tens + ones
    return None


@rule(
    "rough | nearly | (more|less|fewer|longer) than | at (least|most) | up to",
    level=1,
    gives_class=True,
    examples={
        "[about] two days": "approx APPROX",
        "[almost] a year": "approx LESS_THAN",
        "[more than] three weeks": "approx MORE_THAN",
        "[at least] a month": "approx EQUAL_OR_MORE",
        "[up to] six hours": "approx EQUAL_OR_LESS",
    },
    counterexamples=["the least of two weeks", "up in two days, than more"],
)
def approximator(parts: Parts) -> Given:
    """ "about", "more than", "up to"."""
    first = parts.nodes[0]
    if first.kind in ("rough", "nearly"):
        return "approx", first.value
    return "approx", next(BOUNDS[node.kind] for node in parts.nodes if node.kind in BOUNDS)


@rule(
    "no (more|less|longer|fewer) than",
    level=1,
    gives_class=True,
    examples={"[no more than] two days": "approx EQUAL_OR_LESS", "[no fewer than] ten years": "approx EQUAL_OR_MORE"},
    counterexamples=["more than two days", "no more days"],
)
def negated_approximator(parts: Parts) -> Given:
    """ "no more than"."""
    return "approx", "EQUAL_OR_MORE" if parts.has("less", "fewer") else "EQUAL_OR_LESS"


@rule(
    "(a|numw|num2|numx|few)? (magnitude|dozen)+ (and? (numw|num2|numx))?",
    level=2,
    gives_class=True,
    examples={
        "[two thousand] years": "qty 2000",
        "[a hundred and five] days": "qty 105",
        "[a dozen] weeks": "qty 12",
        "[several hundred] years": "qty X",
    },
    counterexamples=["the thousand years", "thousands of days"],
)
def large_number(parts: Parts) -> Given:
    """ "a hundred", "two thousand", "half a dozen"."""
    return ("qty", _sum(parts)) if len(parts.nodes) > 1 else None


@rule(
    "(a half hyphen?|half a) dozen",
    level=2,
    gives_class=True,
    examples={"[a half-dozen] years": "qty 6", "[half a dozen] weeks": "qty 6"},
    counterexamples=["a dozen weeks", "half the dozen days"],
)
def half_dozen(parts: Parts) -> Given:
    """ "half a dozen"."""
    return "qty", 6


@rule(
    "(num2|numw)? num2 hyphen num2",
    level=1,
    gives_class=True,
    examples={"[2 1/2] years": "qty 2.5", "[3/4] hours": "qty 0.75"},
    counterexamples=["3-4 hours", "5/8 days"],
)
def fraction(parts: Parts) -> Given:
    """Halves and quarters in figures: "2 1/2"."""
    if parts.text("hyphen") != "/":
        return None
    numbers = [node.value for node in parts.nodes if isinstance(node.value, int)]
    if (numbers[-2], numbers[-1]) not in ((1, 2), (1, 4), (3, 4)):
        return None
    return "qty", (numbers[0] if len(numbers) > 2 else 0) + numbers[-2] / numbers[-1]


@rule(
    "a? couple of?",
    level=2,
    gives_class=True,
    examples={"[a couple of] days": "qty 2", "the last [couple of] weeks": "qty 2"},
    counterexamples=["couples of days", "a pair of days"],
)
def a_couple(parts: Parts) -> Given:
    """ "a couple of"."""
    return "qty", 2


@rule(
    "a few | few | a? (numw|num2)? dozens of",
    level=2,
    gives_class=True,
    examples={"[a few] days": "qty X", "[several] years": "qty X", "[dozens of] weeks": "qty X"},
    counterexamples=["fewer than two days", "dozens, days later"],
)
def vague_number(parts: Parts) -> Given:
    """ "a few", "dozens of"."""
    return "qty", UNKNOWN


@rule(
    "(numw|num2|numx) hyphen? and hyphen? a hyphen? half | (num2|numx) half",
    level=2,
    gives_class=True,
    examples={"[two and a half] years": "qty 2.5", "[three-and-a-half] days": "qty 3.5"},
    counterexamples=["two days and a half", "half of two years"],
)
def and_a_half(parts: Parts) -> Given:
    """ "two and a half"."""
    value = parts.nodes[0].value
    return ("qty", value + 0.5) if isinstance(value, int | float) else None
