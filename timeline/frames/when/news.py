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


def news_of(governor: Token, subject: Token | None, counted: bool) -> News:
    """Whether a clause tells only that the news is there, or how things stand as it is published.

    "The announcement came", "the report appears"; where days are ``counted``, "two weeks after the coup, it is quiet".
    """
    noun = subject.lemma_.lower() if subject is not None else ""
    present = governor.tag_ in ("VBZ", "VBP")
    if subject is not None and governor.lemma_ == "come" and governor.tag_ == "VBD" and _is_told_before(subject):
        return "told"
    if noun in _REPORTS | _STEPS and governor.lemma_ in _COMES | _APPEARS:
        if noun in _REPORTS and governor.lemma_ in _APPEARS and present:
            return "published"
        return "comes" if present else "told"
    now = any(aux.tag_ in ("VBZ", "VBP") for aux in governor.children if aux.dep_ in ("aux", "auxpass"))
    return "published" if counted and governor.dep_ == "ROOT" and (present or now) else ""


def _is_told_before(noun: Token) -> bool:
    """ "The switch came two days after the vote": what the article has told, by any name."""
    first = noun.left_edge.lower_ in ("the", "that", "this", "his", "her", "their", "its")
    return noun.pos_ == "NOUN" and noun.tag_ == "NN" and first
