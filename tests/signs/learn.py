"""Write the weights of the signs anew, from the examples of all event types and `sentences.tsv`: `make signs`."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tests.signs.learning import Labelled, learn
from timeline.event_types import EventType, Example, event_types
from timeline.frames.signs import scores

SENTENCES = Path(__file__).with_name("sentences.tsv")
POLICE_NEWS = Path(__file__).parents[1] / "event_types" / "news_sentences.tsv"
WEIGHTS = Path(scores.__file__).with_name("weights.tsv")


def labelled() -> tuple[Labelled, ...]:
    """All sentences that say what they tell."""
    return (*_of_types(event_types()), *_listed(), *_police_news())


def fingerprint(sentences: Sequence[Labelled]) -> str:
    """What the weights were learned from, as a hash."""
    lines = (f"{item.text}|{sorted(item.types)}|{sorted(item.unsure)}" for item in sentences)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _of_types(kinds: Mapping[str, EventType]) -> Iterator[Labelled]:
    for name, kind in kinds.items():
        for example in kind.examples:
            told = example.event.get("realis", "actual") in ("actual", "historical")
            told = told and example.event.get("status") not in ("denied", "planned")
            unsure = frozenset() if told else frozenset({name})
            yield Labelled(
                example.text, _with_mode(name, example) | set(example.also) if told else frozenset(example.also), unsure
            )
        for example in kind.counterexamples:
            yield Labelled(example.text, frozenset(example.also))


def _with_mode(name: str, example: Example) -> frozenset[str]:
    mode = example.event.get("mode")
    return frozenset({name} if mode is None else {name, f"{name}/{mode}"})


def _listed() -> Iterator[Labelled]:
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            types, unsure, text = line.split("\t")
            yield Labelled(text, _names(types), _names(unsure))


def _police_news() -> Iterator[Labelled]:
    for line in POLICE_NEWS.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            types, text = line.split("\t")
            told = types.replace("protest", "protest/").replace("riot", "protest/riot").replace("none", "-")
            yield Labelled(text, _names(told))


def _names(listed: str) -> frozenset[str]:
    """The types of a list, and their modes where it has them: "protest/riot" is a protest too."""
    told = set(listed.split(",")) - {"-"}
    return frozenset(told | {name.partition("/")[0] for name in told})


def main() -> None:
    """Learn and write."""
    sentences = labelled()
    kinds = {name: kind.signs for name, kind in event_types().items() if kind.signs}
    types = [*kinds, *(f"{name}/{signs.mode}" for name, signs in kinds.items() if signs.mode)]
    learned = learn(sentences, types)
    pairs: dict[str, list[str]] = defaultdict(list)
    for name, weights in learned.items():
        for sign, weight in weights.items():
            pairs[sign].append(f"{name}={weight}")
    head = f"# Written by `make signs` from {len(sentences)} sentences, {fingerprint(sentences)}\n"
    lines = ("\t".join((sign, *found)) + "\n" for sign, found in sorted(pairs.items()))
    WEIGHTS.write_text(head + "".join(lines), encoding="utf-8")
    print(f"{len(pairs)} signs of {len(types)} event types and modes from {len(sentences)} sentences")


if __name__ == "__main__":
    main()
