"""The font inside an SVG file has every letter that the picture draws, and little else; themes share their pixels."""

from __future__ import annotations

import base64
import io
import re
import xml.etree.ElementTree as ET

import pytest
from fontTools.ttLib import TTFont
from PIL import ImageChops

from tests.charts.fixture import tables
from tests.charts.hostile import hostile
from timeline.charts import CHARTS, ChartMeta, viewed
from timeline.charts.export import in_theme, pixels
from timeline.charts.measure import draws, width
from timeline.charts.scene import Scene
from timeline.charts.style import DARK, LIGHT, recoloured
from timeline.charts.svg import bare_svg, standalone_svg
from timeline.charts.typeface import typeface

SVG = "{http://www.w3.org/2000/svg}"


def scene(name: str = "timeline", events: list[tuple[object, ...]] | None = None) -> Scene:
    found: Scene = CHARTS[name].scene(viewed(tables(events) if events else tables(), ChartMeta("Votes in the islands")))
    return found


def fonts(sheet: str) -> dict[str, set[str]]:
    """The characters of each font in a style sheet, by weight."""
    out = {}
    for weight, data in re.findall(r"font-weight:(\d+);src:url\(data:font/woff2;base64,([^)]+)\)", sheet):
        with TTFont(io.BytesIO(base64.b64decode(data))) as font:
            assert "Adobe" in str(font["name"].getDebugName(0))  # the notice of copyright stays
            out[weight] = {chr(code) for code in font.getBestCmap()}
    return out


@pytest.mark.parametrize("events", [None, hostile()], ids=["fixture", "hostile"])
def test_the_font_inside_has_the_letters_that_are_drawn(events: list[tuple[object, ...]] | None) -> None:
    picture = scene(events=events)
    text = standalone_svg(picture, "timeline.html", "en", typeface([picture]))
    inside = fonts(text)
    assert set(inside) == {"400", "600"}
    for group in ET.fromstring(text).iter(f"{SVG}g"):
        drawn = {char for one in group.findall(f"{SVG}text") for char in one.text or "" if draws(char)}
        drawn = {char for char in drawn if char != " " and width(char, 1)}
        assert drawn <= inside[group.get("font-weight", "400")]
    assert max(len(letters) for letters in inside.values()) < 130
    assert len(typeface([picture])) < 40_000


def test_the_same_letters_give_the_same_font() -> None:
    first, again = typeface([scene(), scene("claims")]), typeface([scene("claims"), scene()])
    assert first == again


@pytest.mark.parametrize("name", ["timeline", "recognitions", "figures"])
def test_the_dark_pixels_are_those_of_a_dark_drawing(name: str) -> None:
    picture = scene(name)
    made = in_theme(pixels(bare_svg(picture), LIGHT), LIGHT, DARK).convert("RGB")
    drawn = pixels(bare_svg(recoloured(picture, DARK)), DARK).convert("RGB")
    apart = ImageChops.difference(made, drawn).convert("L")
    counts = apart.histogram()
    assert sum(counts[48:]) < 0.002 * made.width * made.height  # soft edges differ a little, letters and lines don't
    assert made.getpixel((0, 0)) == (21, 24, 28)
