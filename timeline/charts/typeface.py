"""The shipped font cut to the letters that a chart draws, as a style sheet to put into its pictures."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable
from functools import lru_cache

from fontTools import subset

from timeline.charts.measure import FAMILY, FILES, FONT_DIRECTORY, require_fonts
from timeline.charts.scene import Scene, Text

_NOTICE = "Timeline Sans, cut to the letters used here; a renamed subset of a font by Adobe; SIL Open Font License 1.1"
_USUAL = "".join(map(chr, range(0x20, 0x7F))) + "\u00a0·×–—‘’“”…−"  # in every cut, so that charts can share one
_NAMES = [0, 1, 2, 13, 14]  # copyright, family, style, licence and its address


def typeface(scenes: Iterable[Scene]) -> str:
    """The @font-face rules that pictures need: one for each weight they use, as WOFF2 in a data address.

    It has the usual letters, and those of the pictures.
    """
    used: dict[int, set[str]] = {}
    for scene in scenes:
        for shape in scene.shapes:
            if isinstance(shape, Text):
                used.setdefault(shape.weight, set(_USUAL)).update(shape.text)
    return f"/* {_NOTICE}. */" + "".join(_face(weight, "".join(sorted(used[weight]))) for weight in sorted(used))


@lru_cache(maxsize=64)
def _face(weight: int, letters: str) -> str:
    data = base64.b64encode(_cut(weight, letters)).decode()
    return (
        f"@font-face{{font-family:'{FAMILY}';font-style:normal;font-weight:{weight};"
        f"src:url(data:font/woff2;base64,{data}) format('woff2')}}"
    )


def _cut(weight: int, letters: str) -> bytes:
    """The font with these letters and how they are spaced; the same bytes for the same letters."""
    require_fonts()
    options = subset.Options(flavor="woff2", hinting=False, name_IDs=_NAMES, recalc_timestamp=False)
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl"]
    cutter, out = subset.Subsetter(options), io.BytesIO()
    cutter.populate(unicodes=[ord(letter) for letter in letters])
    with subset.load_font(str(FONT_DIRECTORY / FILES[weight]), options) as font:
        cutter.subset(font)
        subset.save_font(font, out, options)
    return out.getvalue()
