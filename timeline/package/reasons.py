"""Why an event differs between two versions: an article came, went or changed, or a rule did."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from timeline.models import Rows

Kind = Literal[
    "new_article", "article_withdrawn", "changed_text", "changed_details", "changed_rule", "other_articles",
    "first_version",
]  # fmt: skip
_WORDS: dict[Kind, str] = {
    "new_article": "new article {}",
    "article_withdrawn": "article {} is withdrawn",
    "changed_text": "changed text of {}",
    "changed_details": "changed details of {}",
    "changed_rule": "changed rule",
    "other_articles": "what other articles tell",
    "first_version": "first version",
}
_STATED = ("title", "publisher", "url", "language", "published")  # with an article, besides its text
# What merging decides, which looks at all articles; everything else of a mention is read from its own article alone.
_MERGED = {"event_id", "merge_rule", "claim_date", "date_value", "date_rule", "date_anchor", "date_alternatives"}


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason, and the article it is about, if it is about one."""

    kind: Kind
    article_id: str = ""

    def __str__(self) -> str:
        return _WORDS[self.kind].format(self.article_id)


class Reasons:
    """Knows two versions of the rows, and says why an event differs between them."""

    def __init__(self, before: Rows, after: Rows) -> None:
        self._notes = _article_notes(*({str(a["article_id"]): a for a in rows["articles"]} for rows in (before, after)))
        self._before, self._after = _readings(before), _readings(after)
        self._told_by: dict[str, set[str]] = {}
        self._article_of: dict[str, str] = {}
        for mention in (*before["mentions"], *after["mentions"]):
            name = str(mention["mention_id"])
            self._told_by.setdefault(str(mention["event_id"]), set()).add(name)
            self._article_of[name] = str(mention["article_id"])

    def of(self, event_id: str) -> tuple[Reason, ...]:
        """Return the reasons, by article.

        If none of its articles changed: what a sentence is read as follows from its article alone, so if that differs a
        rule was changed; if only the merging differs, other articles that changed are why, or, if none did, a rule.
        """
        mentions = self._told_by.get(event_id, set())
        articles = sorted({self._article_of[each] for each in mentions})
        if own := tuple(self._notes[each] for each in articles if each in self._notes):
            return own
        same = all(self._before.get(each) == self._after.get(each) for each in mentions)
        return (Reason("other_articles" if same and self._notes else "changed_rule"),)


def _article_notes(
    old: Mapping[str, Mapping[str, object]], new: Mapping[str, Mapping[str, object]]
) -> dict[str, Reason]:
    notes = {name: Reason("new_article", name) for name in new if name not in old}
    notes |= {name: Reason("article_withdrawn", name) for name in old if name not in new}
    for name in old.keys() & new.keys():
        if old[name]["text_sha256"] != new[name]["text_sha256"]:
            notes[name] = Reason("changed_text", name)
        elif any(old[name][column] != new[name][column] for column in _STATED):
            notes[name] = Reason("changed_details", name)
    return notes


def _readings(rows: Rows) -> dict[str, tuple[object, ...]]:
    """Return of each mention what was read from its article alone."""
    return {
        str(row["mention_id"]): tuple(value for column, value in row.items() if column not in _MERGED)
        for row in rows["mentions"]
    }
