"""From a picture to files: PNG, PDF and the text of a specification."""

from __future__ import annotations

import io
import json
from functools import lru_cache

import vl_convert
from PIL import Image

from timeline.charts.measure import FAMILY, FILES, FONT_DIRECTORY, require_fonts
from timeline.charts.paint import Json
from timeline.errors import TimelineError

SCREEN, PRINT = 192, 300  # pixels per inch; said in the file, so that documents place the picture at its real size
_COLOURS = 256


def png(bare: str, ppi: int = SCREEN) -> bytes:
    """A picture (SVG text) as pixels; 96 of its units make an inch.

    The most frequent colours are kept as they are, and the rest, soft edges of letters, become the nearest of them:
    the file is less than half as large.
    """
    register_fonts()
    pixels = Image.open(io.BytesIO(vl_convert.svg_to_png(bare, scale=ppi / 96))).convert("RGB")
    out = io.BytesIO()
    _with_palette(pixels).save(out, "PNG", compress_level=7, dpi=(ppi, ppi))
    return out.getvalue()


def pdf(bare: str) -> bytes:
    """A picture (SVG text) as a PDF page of its size. Its bytes differ from run to run."""
    register_fonts()
    return bytes(vl_convert.svg_to_pdf(bare))


def json_text(spec: Json) -> str:
    """The specification as a file; plain ASCII without "<", so that it is safe inside a page as well."""
    return json.dumps(spec, ensure_ascii=True, separators=(",", ":")).replace("<", "\\u003c") + "\n"


def _with_palette(pixels: Image.Image) -> Image.Image:
    counted: list[tuple[int, tuple[int, int, int]]] = pixels.getcolors(1 << 24)  # type: ignore[assignment]
    ranked = sorted(counted, key=lambda entry: (-entry[0], entry[1]))[:_COLOURS]
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for _, colour in ranked for part in colour])
    return pixels.quantize(palette=palette, dither=Image.Dither.NONE)


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
