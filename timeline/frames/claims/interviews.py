"""Interviews set as questions and answers without marks: every answer is cited from whoever is interviewed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from timeline.articles.labels import label_before
from timeline.frames.claims.attribution import Attribution
from timeline.frames.naming.introductions import Introduction
from timeline.frames.naming.names import Cast
from timeline.models import Sentence, Span

INTERVIEW = "interview"
"""The cue of what is said in answer to a question."""
_FIRST = re.compile(r"\b(?:I|I['’](?:m|d|ve|ll)|[Mm]e|[Mm]y|[Ww]e|[Ww]e['’](?:re|d|ve|ll)|[Uu]s|[Oo]ur)\b")
_SECOND = re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE)
_MEETING = re.compile(
    r"\b(?:spoke|speaks|talked|talks|sat\s+down|chatted)\s+(?:to|with)\b|\btold\s+(?:us|me)\b|\binterview",
    re.IGNORECASE,
)
_QUESTIONS = 3  # fewer do not make an interview
_LABELS = 2  # of questions, and of answers
_PROMPT = 25  # words of the longest prompt that is no question
_OFTEN = 4  # of so many paragraphs at least one asks


def answers(sentences: Sequence[Sentence], cast: Cast, text: str) -> tuple[Attribution, ...]:
    """An attribution to the person interviewed for every answer; none where an article is no interview.

    It is one where labels mark questions and answers, or where several paragraphs ask and those between them speak of
    "I"; and the text before names somebody.
    """
    paragraphs = tuple(_paragraphs(sentences))
    opening, replies = _labelled(paragraphs, text) or _unlabelled(paragraphs)
    who = _interviewed(sentences, cast, opening) if replies else None
    if who is None:
        return ()
    said_in = next(item.index for item in sentences if item.span.start <= who.start < item.span.end)
    return tuple(
        Attribution(
            who.name, who.start, who.end, who.start, who.end, INTERVIEW, who.start, "statement", span.start, span.end,
            said_in, direct=True,
        )
        for span in replies
    )  # fmt: skip


def _labelled(paragraphs: Sequence[Span], text: str) -> tuple[int, list[Span]] | None:
    """Where the first question begins, and the answers, by the labels before them; None if there are none.

    A paragraph without a label goes on with the answer before it, but not behind the last.
    """
    labels = [label_before(text, span.start) for span in paragraphs]
    if min(labels.count("question"), labels.count("answer")) < _LABELS:
        return None
    asked = labels.index("question")
    last = max(number for number, label in enumerate(labels) if label)
    said = ""
    replies = []
    for span, label in list(zip(paragraphs, labels, strict=True))[asked : last + 1]:
        said = label or said
        replies += [span] if said == "answer" else []
    return paragraphs[asked].start, replies


def _unlabelled(paragraphs: Sequence[Span]) -> tuple[int, list[Span]]:
    """The same of an interview without labels: no answers where it is none."""
    asking = [number for number, span in enumerate(paragraphs) if _asks(span.text)]
    if len(asking) < _QUESTIONS or len(asking) * _OFTEN < len(paragraphs):
        return 0, []
    rest = list(enumerate(paragraphs))[asking[0] :]
    replies = [span for number, span in rest if number not in asking and not _prompts(span.text)]
    told = sum(bool(_FIRST.search(span.text)) for span in replies)
    return paragraphs[asking[0]].start, replies if told > 1 else []


def _paragraphs(sentences: Sequence[Sentence]) -> Iterator[Span]:
    """The paragraphs of the body, each from its first sentence to its last."""
    body = [item for item in sentences if item.kind == "body"]
    for _, group in groupby(body, key=lambda item: item.paragraph):
        held = list(group)
        text = " ".join(item.span.text for item in held)
        yield Span(held[0].span.start, held[-1].span.end, text)


def _asks(paragraph: str) -> bool:
    """Whether a paragraph is a question: its last word asks, and it speaks for nobody."""
    plain = paragraph.strip()
    return plain.endswith("?") and plain[:1] not in ("“", '"', "‘", "'") and not _FIRST.search(plain)


def _prompts(paragraph: str) -> bool:
    """Whether a paragraph speaks to the person interviewed without asking."""
    short = len(paragraph.split()) <= _PROMPT
    return short and bool(_SECOND.search(paragraph)) and not _FIRST.search(paragraph)


def _interviewed(sentences: Sequence[Sentence], cast: Cast, opening: int) -> Introduction | None:
    """The person that the text before the first question says was met, else the first whom it tells of."""
    before = [item for item in sentences if item.kind == "body" and item.span.end <= opening]
    met = [item for item in before if _MEETING.search(item.span.text)]
    for item in (*met, *before):
        for naming in cast.namings:
            opens = item.span.start <= naming.start < item.span.end and naming.left <= item.span.start + len("The ")
            if opens and cast.resolve(naming.name) is not None:
                return naming
    return None
