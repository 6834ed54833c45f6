"""Quotations of an article, and who speaks them when they run over sentences."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from timeline.articles.stops import LONGEST
from timeline.frames.claims.attribution import Attribution
from timeline.frames.claims.scopes import kind_of
from timeline.frames.claims.speech import attribution_for
from timeline.frames.syntax.parsing import Parsed, children
from timeline.frames.syntax.tokens import Token
from timeline.models import Sentence

_PARAGRAPH = re.compile(r"(?:[^\n]++|\n(?![ \t]*\n))+")
_OPEN, _CLOSE = "“„«", "”»"
_MARK = re.compile(f'[{_OPEN}{_CLOSE}"]')
_ANY_MARK = re.compile(f"[{_OPEN}{_CLOSE}\"‘']")
_SINGLE = re.compile(r"(?:(?<=\s)|^)[‘'](?=\w)(?P<said>[^‘\n]{1,1500}?[.,?!])[’'](?!\w)", re.MULTILINE)
_MARKS = ("”", "»", '"', "’", "'")
_MARKS_AHEAD = "“„«\"‘'"
_FAR = 20_000  # characters that are looked back for the start of a paragraph; none is longer in news
_WORDS = 4  # a shorter quotation without a speaker beside it is a name or irony

Reader = Callable[[Sentence], Parsed]


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: offsets of the article between its marks; ``open`` if its paragraph ends before it closes."""

    start: int
    end: int
    paragraph: int
    open: bool = False


class _Held:
    """Which offsets the quotations of a text hold, found without going through all of them."""

    def __init__(self, spans: Sequence[Quote]) -> None:
        """Take them in the order of the text."""
        self._starts = [quote.start for quote in spans]
        self._reach = list(accumulate((quote.end for quote in spans), max))

    def __contains__(self, offset: int) -> bool:
        before = bisect_right(self._starts, offset)
        return before > 0 and self._reach[before - 1] > offset


def quotes(text: str) -> tuple[Quote, ...]:
    """All quotations of a text, in order; a mark that nothing closes runs to the end of its paragraph."""
    if _ANY_MARK.search(text) is None:
        return ()
    found: list[Quote] = []
    for number, paragraph in enumerate(_PARAGRAPH.finditer(text)):
        doubled = tuple(_doubled(text, paragraph.start(), paragraph.end(), number))
        held = _Held(doubled)
        found.extend(doubled)
        for match in _SINGLE.finditer(text, paragraph.start(), paragraph.end()):
            if match.start() not in held and len(match["said"].split()) >= _WORDS:
                found.append(Quote(match.start("said"), match.end("said"), number))
    return tuple(sorted(found, key=lambda quote: quote.start))


def _doubled(text: str, start: int, end: int, paragraph: int) -> Iterator[Quote]:
    opened = -1
    for match in _MARK.finditer(text, start, end):
        place, mark = match.start(), match.group()
        if opened < 0 and (mark in _OPEN or mark == '"'):
            opened = place + 1
        elif opened >= 0 and (mark in _CLOSE or mark == '"'):
            yield Quote(opened, place, paragraph)
            opened = -1
    if opened >= 0:
        yield Quote(opened, end, paragraph, open=True)


def quoted(
    text: str, found: Sequence[Attribution], sentences: Sequence[Sentence], wanted: frozenset[int], read: Reader
) -> tuple[Attribution, ...]:
    """An attribution for every quotation that a sentence of ``wanted`` touches and whose speaker can be told.

    ``found`` holds what single sentences showed; ``read`` parses a sentence when the speaker stands in an unread one.
    """
    spans = quotes(text)
    held = _Held(spans)
    named = sorted((a for a in found if a.source and a.cue_start not in held), key=lambda item: item.cue_start)
    ends = [item.span.end for item in sentences]
    starts = [item.span.start for item in sentences]
    spoken: list[Attribution] = []
    last: tuple[Quote, Attribution] | None = None
    silent: Quote | None = None  # an unclosed quotation whose speaker the next paragraph names
    leading = _paragraphs(spans, sentences, wanted)
    for quote in spans:
        first, behind = bisect_right(ends, quote.start), bisect_left(starts, quote.end)
        touched = sentences[first:behind]
        if not touched or (silent is None and quote.paragraph not in leading):
            continue
        around = _within(named, touched[0].span.start - LONGEST, touched[-1].span.end)
        beside = _overlapping(quote, around) or _beside(
            quote, held, _near(touched, sentences[max(0, first - 1) : first]), read
        )
        if beside is None and len(text[quote.start : quote.end].split()) >= _WORDS and _opens(quote, touched):
            beside = _inherited(text, quote, last, named)
        if beside is not None:
            said = replace(beside, start=quote.start, end=quote.end, direct=True)
            if silent is not None and silent.paragraph == quote.paragraph - 1:
                spoken.append(replace(said, start=silent.start, end=silent.end))
            spoken.append(said)
            last = (quote, said)
        silent = quote if beside is None and quote.open else None
    return tuple(spoken)


def _paragraphs(spans: Sequence[Quote], sentences: Sequence[Sentence], wanted: frozenset[int]) -> frozenset[int]:
    """The paragraphs whose quotations matter: those with a wanted sentence, and one before if its quotation is open."""
    kept = [sentence.span for sentence in sentences if sentence.index in wanted]
    starts, ends = [span.start for span in kept], [span.end for span in kept]
    touched = {quote.paragraph for quote in spans if bisect_right(ends, quote.start) < bisect_left(starts, quote.end)}
    return frozenset(touched | {quote.paragraph for quote in spans if quote.open and quote.paragraph + 1 in touched})


def _near(touched: Sequence[Sentence], before: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """Where the speaker may stand: the sentences of the two marks, and the one before them if it ends in a colon."""
    ends = (touched[-1], touched[0])
    return tuple(dict.fromkeys((*ends, *(item for item in before if item.span.text.rstrip().endswith(":")))))


def _opens(quote: Quote, touched: Sequence[Sentence]) -> bool:
    """Whether a quotation opens its sentence: one in the middle of the narrator's words belongs to the narrator."""
    ahead = touched[0].span.text[: max(0, quote.start - touched[0].span.start)]
    return not ahead.strip(_OPEN + "\"‘' ")


def _within(named: Sequence[Attribution], start: int, end: int) -> Sequence[Attribution]:
    """Those whose cue lies in a stretch of the text, of all in the order of their cues."""
    return named[
        bisect_left(named, start, key=lambda item: item.cue_start) : bisect_left(
            named, end, key=lambda item: item.cue_start
        )
    ]


def _overlapping(quote: Quote, near: Sequence[Attribution]) -> Attribution | None:
    """The attribution whose words the quotation shares: "…, he said" reaches back to the opening mark."""
    shared = [item for item in near if item.start < quote.end and quote.start < item.end]
    return min(shared, key=lambda item: (item.end - item.start, item.start), default=None)


def _beside(quote: Quote, held: _Held, near: Sequence[Sentence], read: Reader) -> Attribution | None:
    """A speech tag beside the quotation's marks: `… ," the mayor said.`, `The mayor said: "…`"""
    for sentence in near:
        if sentence.span.start >= quote.start and sentence.span.end <= quote.end:
            continue
        parsed = read(sentence)
        cues = [token for token in parsed.doc if _speaks(parsed, token, held)]
        if cues:
            nearest = min(cues, key=lambda token: abs(parsed.offset(token) - quote.end))
            return attribution_for(parsed, nearest)
    return None


def _speaks(parsed: Parsed, token: Token, held: _Held) -> bool:
    quoting = token.lemma_.lower() == "quote" and bool(children(token, "prep"))
    leads = token.i + 2 == len(token.doc) and token.doc[-1].text == ":"
    follows = token.i > 0 and token.nbor(-1).text in _MARKS and children(token, "dobj")
    tag = kind_of(token) and (children(token, "nsubj") or leads or follows)
    if token.pos_ != "VERB" or not (quoting or tag):
        return False
    return parsed.offset(token) not in held


def _inherited(
    text: str, quote: Quote, last: tuple[Quote, Attribution] | None, named: Sequence[Attribution]
) -> Attribution | None:
    """The speaker goes on: in the same paragraph, after a colon, or in the next paragraph of an unclosed quotation."""
    if last is not None:
        before, said = last
        if before.paragraph == quote.paragraph or (before.open and before.paragraph == quote.paragraph - 1):
            return said
    end = quote.start
    while end > 0 and (text[end - 1].isspace() or text[end - 1] in _MARKS_AHEAD):
        end -= 1
    start = text.rfind("\n\n", max(0, end - _FAR), end)
    if not text[max(start, 0) : quote.start].strip(' \n“"'):  # the paragraph is the quotation alone
        start = text.rfind("\n\n", max(0, start - _FAR), max(start, 0))
    return next(iter(_within(named, start + 1, quote.start)[-1:]), None)
