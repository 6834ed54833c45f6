"""The name that opens a sentence, which the model takes for a noun it has never seen: "Speight was being held"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from timeline.frames.syntax.tagging import Tags

_UNSEEN = ("NN", "NNS", "JJ")
_SHORTEST = 3
_COINED = ("cyber", "ransom", "malware", "spyware", "plainclothes")
"""How words begin that are newer than the word list of the model."""


def named_first(words: Sequence[str], tags: list[Tags], known: Collection[str]) -> list[Tags]:
    """The tags of a sentence, its first word that of a name if it is none of the ``known`` lemmas."""
    if not tags or len(words) < _SHORTEST:
        return tags
    lemma, _, fine, dependency = tags[0]
    word = words[0]
    if fine not in _UNSEEN or not (word.isalpha() and word.istitle()) or len(word) < _SHORTEST:
        return tags
    lower = word.lower()
    if lower in known or lemma.lower() in known or lower.endswith("ing") or lower.startswith(_COINED):
        return tags
    return [(word, "PROPN", "NNP", dependency), *tags[1:]]
