"""Every chart as files: pages, pictures in two widths, and specifications."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import ModuleType

from timeline.charts.choose import listed
from timeline.charts.export import drawing, inline_svg, json_text, png, standalone_svg
from timeline.charts.frame import ChartMeta
from timeline.charts.items import Tables
from timeline.charts.measure import FONT_DIRECTORY, STYLESHEET
from timeline.charts.paint import paint
from timeline.charts.scene import Hit, Scene
from timeline.charts.view import LISTED, NARROW, WIDE, View, view_of
from timeline.site import ChartPage, Picture, chart_page

_MIDDLE = 640  # a third width, for the columns of most web pages


def publish(
    charts: Mapping[str, ModuleType], tables: Tables, meta: ChartMeta, directory: Path
) -> tuple[ChartPage, ...]:
    """Write all charts into a folder; what the page of each one shows."""
    view = view_of(tables, meta)
    font = (FONT_DIRECTORY / STYLESHEET).read_text(encoding="utf-8")
    pages = []
    for name, module in charts.items():
        page, files = _chart(name, module, view)
        pages.append(page)
        _write(directory, files | {f"{name}.html": chart_page(page, font).encode()})
    return tuple(pages)


def _chart(name: str, module: ModuleType, view: View) -> tuple[ChartPage, dict[str, bytes]]:
    files: dict[str, bytes] = {}
    pictures: list[Picture] = []
    targets: set[str] = set()
    address = view.meta.page(name)
    for wide, infix in ((WIDE, ""), (_MIDDLE, None), (NARROW, ".narrow")):
        narrow = wide < WIDE
        scene: Scene = module.scene(replace(view, wide=wide, narrow=narrow))
        targets |= {shape.target for shape in scene.shapes if isinstance(shape, Hit)}
        spec = paint(scene, address)
        bare = drawing(spec)
        pictures.append(Picture(wide, scene.height, inline_svg(bare, scene, view.meta.language, f"p{wide}")))
        if infix is not None:
            files[f"{name}{infix}.svg"] = standalone_svg(bare, scene, address, view.meta.language).encode()
            files[f"{name}{infix}.png"] = png(bare)
            files[f"{name}{infix}.vl.json"] = json_text(spec).encode()
    everything = module.listed_items(view)
    shown = listed(everything, frozenset(targets), LISTED)
    missing = len(everything) - len(shown)
    page = ChartPage(name, scene.title, scene.description, tuple(pictures), shown, missing, view.meta)
    return page, files


def _write(directory: Path, files: Mapping[str, bytes]) -> None:
    directory.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (directory / name).write_bytes(content)
