"""From a picture to files: PNG, PDF and the text of a specification."""

from __future__ import annotations

import io
import json
from functools import lru_cache

import vl_convert
from PIL import Image

from timeline.charts.measure import FAMILY, FILES, FONT_DIRECTORY, require_fonts
from timeline.charts.paint import Json
from timeline.charts.style import Theme
from timeline.errors import TimelineError

SCREEN = 192  # pixels per inch; said in the file, so that documents place the picture at its real size
Colour = tuple[int, int, int]
_APART = 9
_STEPS = 20  # from paper to colour; pale bars, at 0.3, are one of them


def pixels(bare: str, theme: Theme, scale: float = SCREEN / 96) -> Image.Image:
    """A picture (SVG text) in the colours of a theme as pixels, `scale` for each of its units.

    It has a palette, the theme's colours and their soft edges on its paper; as a file it is less than half as large.
    """
    register_fonts()
    drawn = Image.open(io.BytesIO(vl_convert.svg_to_png(bare, scale=scale))).convert("RGB")
    return drawn.quantize(palette=_palette(theme, theme), dither=Image.Dither.NONE)


def in_theme(picture: Image.Image, drawn: Theme, theme: Theme) -> Image.Image:
    """The pixels of a picture drawn in one theme in the colours of another: a new palette, nothing is drawn again."""
    changed = picture.copy()
    changed.putpalette(_palette(drawn, theme).getpalette() or [])
    return changed


def png(picture: Image.Image, ppi: int = SCREEN) -> bytes:
    """Pixels as a PNG file that says how many of them make an inch."""
    out = io.BytesIO()
    picture.save(out, "PNG", compress_level=7, dpi=(ppi, ppi))
    return out.getvalue()


def pdf(bare: str) -> bytes:
    """A picture (SVG text) as a PDF page, a point for each of its units. Its bytes differ from run to run."""
    register_fonts()
    return bytes(vl_convert.svg_to_pdf(bare))


def json_text(spec: Json) -> str:
    """The specification as a file; plain ASCII without "<", so that it is safe inside a page as well."""
    return json.dumps(spec, ensure_ascii=True, separators=(",", ":")).replace("<", "\\u003c") + "\n"


@lru_cache(maxsize=8)
def _palette(drawn: Theme, shown: Theme) -> Image.Image:
    """The paper, and every other colour in steps from it to full; at most 256 in all.

    The steps are those that differ in the theme `drawn`, in its order; the colours are those of `shown`.
    """
    kept: dict[Colour, Colour] = {}
    for one, other in zip(_blends(drawn), _blends(shown), strict=True):
        # What can't be told from the paper would be taken for it here and there: the search for the nearest is coarse.
        if not kept or max(abs(a - b) for a, b in zip(one, next(iter(kept)), strict=True)) >= _APART:
            kept.setdefault(one, other)
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in kept.values() for part in colour])
    return palette


def _blends(theme: Theme) -> list[Colour]:
    paper, *others = ((int(one[1:3], 16), int(one[3:5], 16), int(one[5:7], 16)) for one in theme.colours)
    steps = ((colour, step / _STEPS) for colour in others for step in range(1, _STEPS + 1))
    return [paper, *(_between(paper, colour, share) for colour, share in steps)]


def _between(paper: Colour, colour: Colour, share: float) -> Colour:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(paper, colour, strict=True))
    return red, green, blue


@lru_cache(maxsize=1)
def register_fonts() -> None:
    """Make the shipped font known to what draws. TimelineError if it is missing or does not draw."""
    require_fonts()
    vl_convert.register_font_directory(str(FONT_DIRECTORY))
    for weight in FILES:
        if _sample(FAMILY, weight) == _sample("no such font", weight):
            raise TimelineError(f"{FONT_DIRECTORY}: {FAMILY} {weight} does not draw; install the package again")


def _sample(family: str, weight: int) -> bytes:
    words = f'<text y="20" font-family="{family}" font-weight="{weight}" font-size="20">Rg</text>'
    return bytes(vl_convert.svg_to_png(f'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30">{words}</svg>'))
