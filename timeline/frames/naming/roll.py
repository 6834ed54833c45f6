"""The full names of an article by their words, so that who a short name means is looked up, not searched for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection

Name = tuple[str, ...]
"""The folded words of a name."""


class Roll:
    """Full names, and the one that a shorter form can only mean: "Lopes", "Ana Lopes" for ("ana", "maria", "lopes").

    A text that names thousands of people would take minutes if each name were compared with all the others.
    """

    def __init__(self, names: Collection[Name] = ()) -> None:
        self._times: Counter[Name] = Counter()  # the same name can stand for two
        self._ending: defaultdict[str, set[Name]] = defaultdict(set)
        self._holding: defaultdict[str, set[Name]] = defaultdict(set)
        for name in names:
            self.add(name)

    def add(self, name: Name) -> None:
        """Take a name up."""
        self._times[name] += 1
        self._ending[name[-1] if name else ""].add(name)
        for word in name:
            self._holding[word].add(name)

    def meant(self, words: Name) -> Name | None:
        """The name these words stand for: the same, else one that ends alike, else one that holds them in order.

        None if no name fits, or several fit equally well.
        """
        if not words:
            return None
        if words in self._times:
            return self._only({words})
        fitting = self._fitting(words)
        last = self._ending.get(words[-1], set())
        return self._only((last if len(words) == 1 else fitting & last) or fitting)

    def holds(self, words: Name) -> bool:
        """Whether any name has these words in this order."""
        return bool(self._fitting(words))

    def _fitting(self, words: Name) -> set[Name]:
        """The names that have these words in this order."""
        found = min((self._holding.get(word, set()) for word in words), key=len, default=set())
        return found if len(words) < 2 else {name for name in found if _within(words, name)}

    def _only(self, names: set[Name]) -> Name | None:
        name = next(iter(names)) if len(names) == 1 else None
        return name if name is not None and self._times[name] == 1 else None


def _within(short: Name, full: Name) -> bool:
    """Whether the words of one name stand in the other in the same order."""
    rest = iter(full)
    return all(word in rest for word in short)
