"""How wide a text is in the font that draws it, and how it breaks into lines.

Widths come from the shipped font, never from the machine, so a layout is the same everywhere.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from pathlib import Path

from PIL import ImageFont

from timeline.errors import TimelineError

FAMILY = "Timeline Sans"
FONT_DIRECTORY = Path(__file__).parent / "fonts"
FILES = {400: "TimelineSans-Regular.ttf", 600: "TimelineSans-SemiBold.ttf"}
STYLESHEET = "timeline-sans.css"
LINE = 1.32  # line step per font size; the boxes browsers give to a line are 1.26 high

_EM = 200  # size the font is measured at; large, so that rounding does not matter
_UNKNOWN = 1.2  # width in em of a character the font lacks and a reader's machine must supply (an emoji, say)
_ZERO_WIDTH = ("Mn", "Me", "Cf")


def clean(text: object) -> str:
    """One line of text that is safe in XML and cannot reorder its neighbours: no control or bidi characters."""
    kept = (" " if char.isspace() else char for char in str(text or "") if _printable(char))
    return " ".join("".join(kept).split())


def width(text: str, size: float, weight: int = 400) -> float:
    """Width of a line of text in pixels at a font size."""
    return sum(_advance(char, weight) for char in text) * size


def wrap(text: str, room: float, size: float, weight: int = 400, lines: int = 99) -> tuple[str, ...]:
    """Break text into at most `lines` lines no wider than `room`; what is cut ends with an ellipsis."""
    out: list[str] = []
    rest = text.strip()
    while rest and len(out) < lines:
        line, rest = _first_line(rest, room, size, weight)
        if rest and len(out) == lines - 1:
            line, rest = shorten(f"{line} {rest}", room, size, weight), ""
        out.append(line)
    return tuple(out)


def shorten(text: str, room: float, size: float, weight: int = 400) -> str:
    """The text, cut with an ellipsis if it is wider than `room`."""
    if width(text, size, weight) <= room:
        return text
    keep, left = 0, room - width("…", size, weight)
    for char in text:
        left -= _advance(char, weight) * size
        if left < 0:
            break
        keep += 1
    return text[:keep].rstrip(" ,;:-–") + "…"


def draws(char: str) -> bool:
    """Whether the shipped font has a character."""
    return char.isspace() or _advance(char, 400) != _UNKNOWN


def require_fonts() -> None:
    """Raise TimelineError unless every font file that the charts draw with is there."""
    for name in (*FILES.values(), STYLESHEET):
        if not (FONT_DIRECTORY / name).is_file():
            raise TimelineError(
                f"{FONT_DIRECTORY / name}: the font that draws the charts is missing; install the package again"
            )


def _first_line(text: str, room: float, size: float, weight: int) -> tuple[str, str]:
    used, cut, start = 0.0, 0, 0
    for at, char in enumerate(text):
        used += _advance(char, weight) * size
        if char == " ":
            cut = at
        elif used > room:
            start = cut or max(at, 1)
            return text[:start].rstrip(), text[start:].lstrip()
        elif char in "-–/" and at + 1 < len(text):
            cut = at + 1
    return text, ""


@lru_cache(maxsize=8192)
def _advance(char: str, weight: int) -> float:
    """Advance of one character in em; kerning is left out, it only makes text narrower."""
    if unicodedata.category(char) in _ZERO_WIDTH:
        return 0.0
    font = _font(weight)
    if char != " " and bytes(font.getmask(char)) == bytes(font.getmask("\uffff")):
        return _UNKNOWN
    return float(font.getlength(char)) / _EM


@lru_cache(maxsize=8)
def _font(weight: int) -> ImageFont.FreeTypeFont:
    require_fonts()
    return ImageFont.truetype(FONT_DIRECTORY / FILES[weight], _EM, layout_engine=ImageFont.Layout.BASIC)


def _printable(char: str) -> bool:
    if char.isspace() or char == "\u200d":
        return True
    return unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co", "Cn")
