"""A scene as SVG text: the picture that files and pages show, shape for shape what the Vega-Lite specification draws.

Texts are hidden from screen readers, which read the title, the description and the links instead of scattered words.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from timeline.charts.measure import FAMILY
from timeline.charts.scene import Hit, Line, Rect, Scene, Shape, Symbol, Text

FALLBACK = f"{FAMILY}, Segoe UI, Helvetica Neue, Arial, sans-serif"  # for readers whose program ignores the font inside


def bare_svg(scene: Scene, scale: float = 1.0) -> str:
    """The picture alone, `scale` times as large: no font, words or links in it. What other formats are made from."""
    return f"{_opening(scene, '', scale)}{_ground(scene)}{_drawing(scene)}</svg>"


def standalone_svg(scene: Scene, page: str, language: str, font: str) -> str:
    """An SVG file: `font` (a style sheet) inside, title and description in words, each event linked to `page`."""
    said = _said(scene, "picture")
    links = "".join(_link(shape, page, titled=True) for shape in scene.shapes if isinstance(shape, Hit))
    opening = _opening(scene, f' role="group" lang="{escape(language)}" aria-labelledby="picture-title picture-desc"')
    return f"{opening}{said}<style>{font}</style>{_ground(scene)}{_drawing(scene)}{links}</svg>\n"


def inline_svg(scene: Scene, language: str, key: str) -> str:
    """An SVG to stand in a page: links lead within the page, the page brings the font. `key` keeps ids apart."""
    links = "".join(_link(shape, "", titled=False) for shape in scene.shapes if isinstance(shape, Hit))
    words = f' role="group" lang="{escape(language)}" aria-labelledby="{key}-title {key}-desc"'
    return f"{_opening(scene, words)}{_said(scene, key)}{_drawing(scene)}{links}</svg>"


def _opening(scene: Scene, attributes: str, scale: float = 1.0) -> str:
    wide, high = scene.width, scene.height
    size = f'width="{_number(wide * scale)}" height="{_number(high * scale)}" viewBox="0 0 {wide} {high}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {size}{attributes}>'


def _said(scene: Scene, key: str) -> str:
    title, words = escape(scene.title), escape(scene.description)
    return f'<title id="{key}-title">{title}</title><desc id="{key}-desc">{words}</desc>'


def _ground(scene: Scene) -> str:
    return f'<rect width="{scene.width}" height="{scene.height}" fill="{escape(scene.paper)}"/>'


def _drawing(scene: Scene) -> str:
    """All shapes but the links, those of one style in a group, planes in their order."""
    groups: dict[tuple[int, str], list[str]] = {}
    for shape in sorted((one for one in scene.shapes if not isinstance(one, Hit)), key=lambda shape: shape.plane):
        groups.setdefault((int(shape.plane), _style(shape)), []).append(_element(shape))
    drawn = "".join(f"<g {style}>{''.join(found)}</g>" for (_, style), found in groups.items())
    return f'<g aria-hidden="true" font-family="{FALLBACK}">{drawn}</g>'


def _style(shape: Shape) -> str:
    """What shapes of one look share."""
    match shape:
        case Rect():
            edge = "" if shape.stroke == "transparent" else f'stroke="{shape.stroke}" stroke-width="1.5"'
            fill = "none" if shape.fill == "transparent" else shape.fill
            return _joined(f'fill="{fill}"', edge, _opacity(shape.opacity), _dashes(shape.dash))
        case Line():
            return _joined(f'stroke="{shape.stroke}" stroke-width="{_number(shape.weight)}"', _dashes(shape.dash))
        case Symbol():
            fill = "none" if shape.fill == "transparent" else shape.fill
            return f'fill="{fill}" stroke="{shape.stroke}" stroke-width="{_number(2 / shape.radius)}"'
        case Text():
            anchor = "" if shape.anchor == "start" else f'text-anchor="{shape.anchor}"'
            weight = "" if shape.weight == 400 else f'font-weight="{shape.weight}"'
            return _joined(f'font-size="{_number(shape.size)}"', weight, anchor, f'fill="{shape.colour}"')
        case Hit():
            return ""


def _element(shape: Shape) -> str:
    match shape:
        case Rect():
            radius = f' rx="{_number(shape.radius)}"' if shape.radius else ""
            return f"<rect {_area(shape)}{radius}/>"
        case Line():
            ends = zip(("x1", "y1", "x2", "y2"), (shape.x, shape.y, shape.x2, shape.y2), strict=True)
            return f"<line {_each(ends)}/>"
        case Symbol():
            place = f"translate({_number(shape.x)} {_number(shape.y)}) scale({_number(shape.radius)})"
            return f'<path d="{shape.shape}" transform="{place}"/>'
        case Text():
            return f'<text x="{_number(shape.x)}" y="{_number(shape.y)}">{escape(shape.text, quote=False)}</text>'
        case Hit():
            return ""


def _link(hit: Hit, page: str, titled: bool) -> str:
    """The transparent area of an event: where it leads, and what it is in words."""
    words, target = escape(hit.description), escape(f"{page}#{hit.target}")
    older = f' xlink:href="{target}"' if titled else ""  # for readers of the older standard
    title = f"<title>{words}</title>" if titled else ""
    area = f'<rect {_area(hit)} fill="#fff" fill-opacity="0"/>'
    return f'<a href="{target}"{older} aria-label="{words}">{title}{area}</a>'


def _area(shape: Rect | Hit) -> str:
    named = ("x", "y", "width", "height")
    return _each(zip(named, (shape.x, shape.y, shape.x2 - shape.x, shape.y2 - shape.y), strict=True))


def _each(numbers: Iterable[tuple[str, float]]) -> str:
    return " ".join(f'{name}="{_number(value)}"' for name, value in numbers)


def _opacity(value: float) -> str:
    """How opaque areas are, each for itself as Vega-Lite draws them; for a group's the whole picture is drawn twice."""
    return "" if value == 1 else f'fill-opacity="{_number(value)}" stroke-opacity="{_number(value)}"'


def _dashes(dash: tuple[int, ...]) -> str:
    return f'stroke-dasharray="{" ".join(map(str, dash))}"' if dash else ""


def _joined(*parts: str) -> str:
    return " ".join(filter(None, parts))


def _number(value: float) -> str:
    """As short as two decimals can be."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if value % 1 else str(int(value))
