"""The news itself as what another event counts from: "the announcement came two days after the vote"."""

from __future__ import annotations

from typing import Literal

from timeline.frames.syntax.tokens import Token

News = Literal["told", "comes", "published", ""]
"""What was told or said of these days, the same or else the page itself ("comes"), or the page itself."""

_REPORTS = frozenset({"report", "study", "survey", "article", "paper", "review", "issue", "bulletin", "interview"})
_STEPS = frozenset(
    """announcement statement news decision move measure order step warning ruling verdict declaration message remark
    comment call appeal disclosure revelation recognition resignation expulsion visit""".split()
)
_APPEARS = frozenset({"appear", "publish"})
_COMES = frozenset({"come", "follow", "emerge"})


def news_of(governor: Token, subject: Token | None) -> News:
    """Whether a clause tells only that the news is there: "the report appears", "the announcement came"."""
    noun = subject.lemma_.lower() if subject is not None else ""
    if noun not in _REPORTS | _STEPS:
        return ""
    present = governor.tag_ in ("VBZ", "VBP")
    if noun in _REPORTS and governor.lemma_ in _APPEARS and present:
        return "published"
    return ("comes" if present else "told") if governor.lemma_ in _COMES | _APPEARS else ""
