"""From a scene to a Vega-Lite specification that draws exactly it.

Everything that varies is data (positions in pixels, texts, links), never an expression, so no text can do anything but
be shown.
"""

from __future__ import annotations

from timeline.charts.scene import Hit, Line, Rect, Scene, Shape, Symbol, Text
from timeline.charts.svg import FALLBACK

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.4.1.json"  # the one that Altair writes
Json = dict[str, object]


def paint(scene: Scene, page: str) -> Json:
    """The scene as a specification, always the same one; events link to `page` (an address) and their fragment."""
    groups: dict[str, tuple[Json, Json, list[Json]]] = {}
    for shape in sorted(scene.shapes, key=lambda shape: shape.plane):
        mark, encoding, datum = _parts(shape, page)
        key = repr((shape.plane, sorted(mark.items()), sorted(encoding)))
        groups.setdefault(key, (mark, encoding, []))[2].append(datum)
    layers = [{"data": {"values": data}, "mark": mark, "encoding": enc} for mark, enc, data in groups.values()]
    return {
        "$schema": SCHEMA,
        "description": scene.description,
        "width": scene.width,
        "height": scene.height,
        "padding": 0,
        "autosize": {"type": "none"},
        "background": scene.paper,
        "config": {"view": {"stroke": None}, "font": FALLBACK},
        "layer": layers,
    }


def _parts(shape: Shape, page: str) -> tuple[Json, Json, Json]:
    """Mark, encoding and datum of one shape; shapes with the same mark and encoding share a layer."""
    match shape:
        case Rect():
            return _rect(shape)
        case Line():
            mark: Json = {"type": "rule", "aria": False, "strokeWidth": shape.weight}
            if shape.dash:
                mark["strokeDash"] = list(shape.dash)
            return mark, _at("x", "y", "x2", "y2", stroke="colour"), _ends(shape) | {"colour": shape.stroke}
        case Symbol():
            mark = {"type": "point", "aria": False, "opacity": 1, "size": 4 * shape.radius**2, "strokeWidth": 2}
            datum: Json = {"x": _px(shape.x), "y": _px(shape.y), "shape": shape.shape}
            return (
                mark,
                _at("x", "y", fill="fill", stroke="colour", shape="shape"),
                datum | {"fill": shape.fill, "colour": shape.stroke},
            )
        case Text():
            align = {"start": "left", "middle": "center", "end": "right"}[shape.anchor]
            mark = {"type": "text", "aria": False, "align": align, "baseline": "alphabetic", "font": FALLBACK}
            mark |= {"fontSize": shape.size, "fontWeight": shape.weight}
            datum = {"x": _px(shape.x), "y": _px(shape.y), "text": shape.text, "colour": shape.colour}
            return mark, _at("x", "y", fill="colour") | {"text": {"field": "text", "type": "nominal"}}, datum
        case Hit():
            return _hit(shape, page)


def _rect(shape: Rect) -> tuple[Json, Json, Json]:
    mark: Json = {"type": "rect", "aria": False, "opacity": shape.opacity, "strokeWidth": 1.5}
    if shape.radius:
        mark["cornerRadius"] = shape.radius
    if shape.dash:
        mark["strokeDash"] = list(shape.dash)
    encoding = _at("x", "y", "x2", "y2", fill="fill", stroke="colour")
    return mark, encoding, _ends(shape) | {"fill": shape.fill, "colour": shape.stroke}


def _hit(shape: Hit, page: str) -> tuple[Json, Json, Json]:
    mark: Json = {"type": "rect", "fill": "#ffffff", "fillOpacity": 0, "stroke": None, "cursor": "pointer"}
    text: Json = {"field": "description", "type": "nominal"}
    encoding = _at("x", "y", "x2", "y2") | {"href": {"field": "href", "type": "nominal"}}
    encoding |= {"description": text, "tooltip": text}
    return mark, encoding, _ends(shape) | {"href": f"{page}#{shape.target}", "description": shape.description}


def _at(*channels: str, **styles: str) -> Json:
    """Channels in pixels and literal styles: no scale stands between the data and the drawing."""
    encoding: Json = {}
    for channel in channels:
        plain: Json = {"field": channel}
        full: Json = {"field": channel, "type": "quantitative", "scale": None, "axis": None}
        encoding[channel] = plain if channel in ("x2", "y2") else full
    for channel, field in styles.items():
        encoding[channel] = {"field": field, "type": "nominal", "scale": None, "legend": None}
    return encoding


def _ends(shape: Rect | Line | Hit) -> Json:
    return {"x": _px(shape.x), "y": _px(shape.y), "x2": _px(shape.x2), "y2": _px(shape.y2)}


def _px(value: float) -> float:
    """Pixels to one decimal, so that specifications stay small."""
    return round(value, 1)
