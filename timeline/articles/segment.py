"""From an article to its sentences: headline, body and boilerplate, each with its place in the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from timeline.articles.boilerplate import is_furniture, opens_links
from timeline.articles.labels import caption_end, label_ends
from timeline.articles.paragraphs import Paragraph, paragraphs
from timeline.articles.stops import pieces
from timeline.models import Article, Sentence, Span

Kind = Literal["title", "body", "boilerplate"]

_FINAL_STOP = re.compile(r"[.…:;,]['\"”’»)\]*_]{0,4}$")  # in bold or italics of Markdown too
_ANY_STOP = re.compile(r"[.!?…:;,]['\"”’»)\]*_]{0,4}$")
_DATELINE = re.compile(
    r"""[A-Z][\w\ .'’,/()-]{1,80}\s[—–-]{1,2}\s  # NORVIK, Aug. 27 (Nordwire) —
      | [A-Z][\w\ .'’-]{1,40},\ (?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\ \d{1,2}
      | \d{1,2}\ [A-Z][a-z]+)\W*\Z  # the same on a line of its own""",
    re.VERBOSE,
)

HEADLINE_WORDS = 24
DECK_WORDS = 40
HEADING_WORDS = 12


@dataclass(frozen=True, slots=True)
class _Piece:
    """A paragraph with its text and what is known of it before its neighbours are looked at."""

    paragraph: Paragraph
    text: str
    words: int
    furniture: bool
    link_list: bool


def sentences(article: Article) -> tuple[Sentence, ...]:
    """Cut an article into sentences, in order and without overlap; spans have no outer whitespace.

    Never raises for any text and takes linear time. Sentences of web furniture are kept, as ``boilerplate``, so that
    numbers are stable and time stamps can be found; headlines and headings are ``title``.
    """
    found = [_piece(article.text, paragraph) for paragraph in paragraphs(article.text)]
    kinds = _kinds(found, article.title)
    labels = label_ends(article.text, [piece.paragraph.start for piece in found])
    result: list[Sentence] = []
    for number, (piece, kind) in enumerate(zip(found, kinds, strict=True)):
        first = labels.get(piece.paragraph.start, piece.paragraph.start)
        behind = caption_end(article.text, first) if kind == "body" else first
        caption = [(first, behind)] if behind > first else []
        for start, end in (*caption, *pieces(article.text, behind, piece.paragraph.end)):
            text = article.text[start:end]
            own: Kind = "boilerplate" if kind == "body" and is_furniture(text, "sentence") else kind
            result.append(Sentence(len(result), Span(start, end, text), number, own))
    return tuple(result)


def _piece(text: str, paragraph: Paragraph) -> _Piece:
    """Look at one paragraph by itself."""
    body = text[paragraph.start : paragraph.end]
    furniture = is_furniture(body, "paragraph")
    return _Piece(paragraph, body, body.count(" ") + 1, furniture, furniture and opens_links(body))


def _kinds(found: Sequence[_Piece], title: str) -> list[Kind]:
    """Decide the kind of every paragraph: furniture first, then links below it, then headline, deck and headings."""
    kinds: list[Kind] = ["boilerplate" if piece.furniture else "body" for piece in found]
    in_links = False
    for i, piece in enumerate(found):
        if piece.furniture:
            in_links = (in_links and not piece.words > HEADLINE_WORDS) or piece.link_list
        elif in_links and _is_unstopped(piece, HEADLINE_WORDS):
            kinds[i] = "boilerplate"
        else:
            in_links = False
    body = [i for i, kind in enumerate(kinds) if kind == "body"]
    for i in _titles([found[i] for i in body], title):
        kinds[body[i]] = "title"
    return kinds


def _titles(body: Sequence[_Piece], title: str) -> list[int]:
    """Find the headline, the deck below it and headings between paragraphs of prose, as positions in ``body``."""
    if len(body) < 2:
        return []
    result = [0] if _same(body[0].text, title) or _is_headline(body[0], HEADLINE_WORDS) else []
    if result and len(body) > 2 and _is_headline(body[1], DECK_WORDS):
        result.append(1)
    for i in range(max(1, len(result)), len(body) - 1):
        over = body[i + 1]
        if i + 2 < len(body) and _is_unstopped(over, HEADING_WORDS):
            over = body[i + 2]  # a heading over a heading: "Africa", "Mali: Officers Held"
        if body[i].paragraph.heading or _is_heading(body[i], body[i - 1], over, i - 1 in result):
            result.append(i)
    return result


def _same(text: str, title: str) -> bool:
    """Compare a paragraph with the stated title, letters and digits only."""
    return bool(title) and re.sub(r"\W+", " ", text).strip().casefold() == re.sub(r"\W+", " ", title).strip().casefold()


def _is_unstopped(piece: _Piece, most: int) -> bool:
    """Tell whether a paragraph is short and ends without the stop of a sentence."""
    return piece.words <= most and not piece.paragraph.bullet and not _FINAL_STOP.search(piece.text)


def _is_headline(piece: _Piece, most: int) -> bool:
    """Tell whether a first paragraph is a headline rather than a lead."""
    return piece.paragraph.heading or (_is_unstopped(piece, most) and not _DATELINE.match(piece.text))


def _is_heading(piece: _Piece, before: _Piece, after: _Piece, below_title: bool) -> bool:
    """Tell whether a short line stands between two paragraphs of prose."""
    return (
        piece.words <= HEADING_WORDS
        and not piece.paragraph.bullet
        and not piece.text[:1].islower()
        and not _DATELINE.match(piece.text)
        and not _ANY_STOP.search(piece.text)
        and (below_title or _ANY_STOP.search(before.text) is not None)
        and not after.paragraph.bullet
        and (_FINAL_STOP.search(after.text) is not None or after.words > HEADLINE_WORDS)
    )
