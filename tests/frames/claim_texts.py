"""Small articles for the tests of claims and realis: one line each, parsed, with a match on one of their words."""

from __future__ import annotations

from timeline.frames.claims.claims import Attribution, attributions, claim_of
from timeline.frames.match import Match
from timeline.frames.syntax.parsing import Parsed, parse
from timeline.models import Sentence, Span


def written(line: str) -> tuple[tuple[Parsed, ...], tuple[Sentence, ...], str]:
    """An article of one line: "|" parts sentences, "¶" begins a paragraph, "#" a headline."""
    kind = "title" if line.startswith("#") else "body"
    text, sentences = "", []
    for number, paragraph in enumerate(line.lstrip("# ").split("¶")):
        text += "\n\n" if number else ""
        for place, piece in enumerate(part.strip() for part in paragraph.split("|")):
            text += " " if place else ""
            start, text = len(text), text + piece
            sentences.append(Sentence(len(sentences), Span(start, len(text), piece), number, kind))
    return parse(sentences), tuple(sentences), text


def match_of(
    line: str, word: str, event_type: str = "detention", mode: str = "", actor: str = ""
) -> tuple[Match, tuple[Attribution, ...]]:
    """A match on the first such word of a line, with one actor if named, and the attributions of the line."""
    parsed, sentences, text = written(line)
    for item in parsed:
        for token in item.doc:
            if token.text == word:
                slots = tuple(("actor", other) for other in item.doc if other.text == actor)
                match = Match(item, event_type, f"{event_type}:test", token, (token,), slots, mode)
                return match, attributions(parsed, sentences, text)
    raise AssertionError(f"{word!r} is not a word of {line!r}")


def claimed(line: str, word: str) -> tuple[str, str, str, str] | None:
    """The claim on the first such word of a line: source, cue, kind and outlet; None if nobody is cited."""
    claim = claim_of(*match_of(line, word))
    return (claim.claimant, claim.cue, claim.kind, claim.outlet) if claim is not None else None
