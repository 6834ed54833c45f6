"""From a specification to files: SVG that carries its font, words and links; PNG of the same; JSON."""

from __future__ import annotations

import io
import json
import xml.etree.ElementTree as ET
from functools import lru_cache

import vl_convert
from PIL import Image

from timeline.charts.measure import FAMILY, FILES, FONT_DIRECTORY, STYLESHEET, require_fonts
from timeline.charts.paint import Json
from timeline.charts.scene import Scene
from timeline.errors import TimelineError

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_PPI = 192  # two pixels for one; said in the file, so that documents place the picture at its real size

ET.register_namespace("", _SVG)
ET.register_namespace("xlink", _XLINK)


def drawing(spec: Json) -> str:
    """The bare SVG of a specification, drawn with the shipped font."""
    _register_fonts()
    return str(vl_convert.vegalite_to_svg(spec))


def standalone_svg(bare: str, scene: Scene, page: str, language: str) -> str:
    """An SVG file: font inside, title and description in words, each event linked to `page`."""
    root = _worded(bare, scene, page, language, "picture")
    style = ET.Element(f"{{{_SVG}}}style")
    style.text = (FONT_DIRECTORY / STYLESHEET).read_text(encoding="utf-8").strip()
    root.insert(2, style)
    return ET.tostring(root, encoding="unicode") + "\n"


def inline_svg(bare: str, scene: Scene, language: str, key: str) -> str:
    """An SVG to stand in a page: links lead within the page, the page brings the font. `key` keeps ids apart."""
    return ET.tostring(_worded(bare, scene, "", language, key), encoding="unicode")


def png(bare: str) -> bytes:
    """The picture as pixels, two for one."""
    _register_fonts()
    pixels = Image.open(io.BytesIO(vl_convert.svg_to_png(bare, scale=_PPI / 96)))
    out = io.BytesIO()
    pixels.convert("RGB").save(out, "PNG", optimize=True, dpi=(_PPI, _PPI))  # a third of the size
    return out.getvalue()


def json_text(spec: Json) -> str:
    """The specification as a file; plain ASCII without "<", so that it is safe inside a page as well."""
    return json.dumps(spec, ensure_ascii=True, separators=(",", ":")).replace("<", "\\u003c") + "\n"


def _worded(bare: str, scene: Scene, page: str, language: str, key: str) -> ET.Element:
    root = ET.fromstring(bare)
    for element in root.iter():
        for name in ("role", "aria-roledescription", "aria-hidden", "aria-label"):
            if element.tag != f"{{{_SVG}}}path" or name != "aria-label":
                element.attrib.pop(name, None)
    for link in root.iter(f"{{{_SVG}}}a"):
        _name_link(link, page)
    root.attrib |= {"role": "group", "lang": language, "aria-labelledby": f"{key}-title {key}-desc"}
    for tag, words in (("desc", scene.description), ("title", scene.title)):
        element = ET.Element(f"{{{_SVG}}}{tag}", {"id": f"{key}-{tag}"})
        element.text = words
        root.insert(0, element)
    return root


def _name_link(link: ET.Element, page: str) -> None:
    """Give a link its address on `page`, and its event in words as label and tooltip."""
    address = link.attrib.pop(f"{{{_XLINK}}}href", "")
    target = f"{page}#{address.partition('#')[2]}"
    link.set("href", target)
    if page:
        link.set(f"{{{_XLINK}}}href", target)  # for readers of the older standard
    words = "".join(shape.attrib.pop("aria-label", "") for shape in link)
    link.set("aria-label", words)
    if page:
        title = ET.Element(f"{{{_SVG}}}title")
        title.text = words
        link.insert(0, title)


@lru_cache(maxsize=1)
def _register_fonts() -> None:
    require_fonts()
    vl_convert.register_font_directory(str(FONT_DIRECTORY))
    for weight in FILES:
        if _sample(FAMILY, weight) == _sample("no such font", weight):
            raise TimelineError(f"{FONT_DIRECTORY}: {FAMILY} {weight} does not draw; install the package again")


def _sample(family: str, weight: int) -> bytes:
    words = f'<text y="20" font-family="{family}" font-weight="{weight}" font-size="20">Rg</text>'
    return bytes(vl_convert.svg_to_png(f'<svg xmlns="{_SVG}" width="40" height="30">{words}</svg>'))
