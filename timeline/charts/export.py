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
_APART = 9
_STEPS = 20  # from paper to colour; pale bars, at 0.3, are one of them


def png(bare: str, theme: Theme, scale: float = SCREEN / 96, ppi: int = SCREEN) -> bytes:
    """A picture (SVG text) in the colours of a theme as pixels, `scale` for each of its units.

    The file holds a palette, the theme's colours and their soft edges on its paper, and is less than half as large.
    """
    register_fonts()
    pixels = Image.open(io.BytesIO(vl_convert.svg_to_png(bare, scale=scale))).convert("RGB")
    out = io.BytesIO()
    pixels.quantize(palette=_palette(theme), dither=Image.Dither.NONE).save(
        out, "PNG", compress_level=7, dpi=(ppi, ppi)
    )
    return out.getvalue()


def pdf(bare: str, scale: float = 1.0) -> bytes:
    """A picture (SVG text) as a PDF page of its size times `scale`. Its bytes differ from run to run."""
    register_fonts()
    return bytes(vl_convert.svg_to_pdf(bare, scale=scale))


def json_text(spec: Json) -> str:
    """The specification as a file; plain ASCII without "<", so that it is safe inside a page as well."""
    return json.dumps(spec, ensure_ascii=True, separators=(",", ":")).replace("<", "\\u003c") + "\n"


@lru_cache(maxsize=8)
def _palette(theme: Theme) -> Image.Image:
    """The paper, and every other colour in steps from it to full; at most 256 in all."""
    paper, *others = (tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5)) for colour in theme.colours)
    blends = (
        tuple(round(ground + (full - ground) * step / _STEPS) for ground, full in zip(paper, colour, strict=True))
        for colour in others
        for step in range(1, _STEPS + 1)
    )
    # What can't be told from the paper would be taken for it here and there: the search for the nearest is coarse.
    apart = (one for one in blends if max(abs(a - b) for a, b in zip(one, paper, strict=True)) >= _APART)
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in (paper, *dict.fromkeys(apart)) for part in colour])
    return palette


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
