"""Every chart as files: pages, pictures in two widths and two themes, specifications and rows."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType

from timeline.charts.choose import listed
from timeline.charts.export import in_theme, json_text, pdf, pixels, png
from timeline.charts.measure import FONT_DIRECTORY, STYLESHEET
from timeline.charts.paint import paint
from timeline.charts.paper import PIXELS, PRINT, paper_scene
from timeline.charts.scene import Hit, Scene
from timeline.charts.sheet import csv_text
from timeline.charts.style import DARK, LIGHT, Theme, recoloured
from timeline.charts.svg import bare_svg, inline_svg, standalone_svg
from timeline.charts.typeface import typeface
from timeline.charts.view import LISTED, NARROW, View
from timeline.errors import TimelineError
from timeline.site import ChartPage, Picture, chart_page
from timeline.site.embeds import oembed

FORMATS = ("html", "svg", "png", "json", "csv", "pdf")
"""What a chart can be written as: page with oEmbed description, pictures, Vega-Lite specification, rows, PDF."""

USUAL = ("html", "svg", "png", "json", "csv")
BOTH = (LIGHT, DARK)
_POINT = 72  # of them an inch, in PDF
_CSS = 96  # pixels of a page on a screen
_MIDDLE = 640  # a third width, for the columns of most web pages


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which files to write: everything in the first theme, pictures for screens in the others as well.

    PDF is only written on request: its bytes differ from run to run.
    """

    charts: tuple[str, ...] = ()  # all if empty
    formats: tuple[str, ...] = USUAL
    themes: tuple[Theme, ...] = BOTH

    def checked(self, known: Mapping[str, ModuleType]) -> Wanted:
        """The same; TimelineError for a chart or format that isn't known."""
        for option, asked, there in (("charts", self.charts, tuple(known)), ("formats", self.formats, FORMATS)):
            if missing := [value for value in asked if value not in there]:
                raise TimelineError(f"{option}: {', '.join(missing)!r} is not known; there are {', '.join(there)}")
        if not self.formats or not self.themes:
            raise TimelineError(f"formats: name at least one of {', '.join(FORMATS)}")
        return self


def publish(charts: Mapping[str, ModuleType], view: View, directory: Path, wanted: Wanted) -> tuple[ChartPage, ...]:
    """Write the charts wanted into a folder; what the page of each one shows."""
    wanted.checked(charts)
    font = (FONT_DIRECTORY / STYLESHEET).read_text(encoding="utf-8")
    pages = []
    for name, module in charts.items():
        if wanted.charts and name not in wanted.charts:
            continue
        page, files = _chart(name, module, view, wanted)
        pages.append(page)
        if "html" in wanted.formats:
            files[f"{name}.html"] = chart_page(page, font).encode()
            files[f"{name}.oembed.json"] = _json(oembed(page)).encode()
        _write(directory, files)
    return tuple(pages)


def _chart(name: str, module: ModuleType, view: View, wanted: Wanted) -> tuple[ChartPage, dict[str, bytes]]:
    files: dict[str, bytes] = {}
    sizes = ((view.wide, ""), (NARROW, ".narrow"), (_MIDDLE, None))
    scenes = {infix: _scene(module, view, wide) for wide, infix in sizes}
    font = typeface(scenes.values()) if "svg" in wanted.formats else ""
    for infix, scene in scenes.items():
        if infix is not None:
            files |= _pictures(f"{name}{infix}", scene, view, name, wanted, font)
    if {"png", "pdf"} & set(wanted.formats):
        files |= _printed(f"{name}.print", paper_scene(module, view), wanted)
    sheet = module.sheet(view)
    if "csv" in wanted.formats:
        files[f"{name}.csv"] = csv_text(sheet).encode()
    targets = {shape.target for scene in scenes.values() for shape in scene.shapes if isinstance(shape, Hit)}
    everything = module.listed_items(view)
    shown = listed(everything, frozenset(targets), LISTED)
    page = ChartPage(
        name=name,
        title=scenes[""].title,
        description=scenes[""].description,
        pictures=tuple(_inline(scenes[infix], view) for infix in _inlined(view)),
        items=shown,
        missing=len(everything) - len(shown),
        meta=view.meta,
        alt=scenes[""].alt,
        sheet=sheet,
        files=tuple(sorted(files)),
    )
    return page, files


def _inlined(view: View) -> tuple[str | None, ...]:
    """The pictures that a page holds, widest first."""
    return ("", None, ".narrow") if view.wide > _MIDDLE else ("", ".narrow") if view.wide > NARROW else ("",)


def _scene(module: ModuleType, view: View, wide: int) -> Scene:
    scene: Scene = module.scene(replace(view, wide=wide, narrow=wide < 700))
    return scene


def _inline(scene: Scene, view: View) -> Picture:
    return Picture(scene.width, scene.height, inline_svg(scene, view.meta.language, f"p{scene.width}"))


def _pictures(stem: str, scene: Scene, view: View, name: str, wanted: Wanted, font: str) -> dict[str, bytes]:
    """One layout in every format: in the first theme all, in others as pictures."""
    files: dict[str, bytes] = {}
    page, formats, language = view.meta.page(name), wanted.formats, view.meta.language
    for at, theme in enumerate(wanted.themes):
        coloured, end = recoloured(scene, theme), f".{theme.name}" if at else ""
        if "svg" in formats:
            files[f"{stem}{end}.svg"] = standalone_svg(coloured, page, language, font).encode()
    files |= _bitmaps(stem, scene, wanted)
    coloured = recoloured(scene, wanted.themes[0])
    if "pdf" in formats:
        files[f"{stem}.pdf"] = pdf(bare_svg(coloured, _POINT / _CSS))
    if "json" in formats:
        files[f"{stem}.vl.json"] = json_text(paint(coloured, page)).encode()
    return files


def _bitmaps(stem: str, scene: Scene, wanted: Wanted) -> dict[str, bytes]:
    """A layout as PNG, drawn once, in every theme."""
    if "png" not in wanted.formats:
        return {}
    first, *others = wanted.themes
    drawn = pixels(bare_svg(recoloured(scene, first)), first)
    files = {f"{stem}.png": png(drawn)}
    return files | {f"{stem}.{theme.name}.png": png(in_theme(drawn, first, theme)) for theme in others}


def _printed(stem: str, scene: Scene, wanted: Wanted) -> dict[str, bytes]:
    """The layout for paper, as pixels and as PDF."""
    theme, files = wanted.themes[0], dict[str, bytes]()
    coloured = recoloured(scene, theme)
    if "png" in wanted.formats:
        scale = (PIXELS + 0.5) / scene.width  # what draws cuts off the fraction
        files[f"{stem}.png"] = png(pixels(bare_svg(coloured), theme, scale), PRINT)
    if "pdf" in wanted.formats:
        files[f"{stem}.pdf"] = pdf(bare_svg(coloured, PIXELS / PRINT * _POINT / scene.width))
    return files


def _json(value: Mapping[str, object]) -> str:
    return json.dumps(value, ensure_ascii=True, indent=1).replace("<", "\\u003c") + "\n"


def _write(directory: Path, files: Mapping[str, bytes]) -> None:
    directory.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (directory / name).write_bytes(content)
