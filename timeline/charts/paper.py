"""The picture for a printed page: as wide as its text, and short enough that a caption fits under it."""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType

from timeline.charts.scene import Scene
from timeline.charts.view import View

PRINT = 300  # pixels per inch
PIXELS = 1950  # 6.5 inches: between the margins of a page

_WIDTHS = (624, 690, 750)  # laid out so wide, letters are 13, 12 and 11 sixteenths of those on a screen
_TALLEST = 1.28  # height to width; with a caption of three lines, a page of US Letter
_FEWEST = 1  # events with a label


def paper_scene(module: ModuleType, view: View) -> Scene:
    """A chart for paper: in the largest letters that fit, else with fewer labels and a line that says so."""
    page = replace(view, narrow=True, paper=True)
    for wide in _WIDTHS:
        scene: Scene = module.scene(replace(page, wide=wide))
        if _fits(scene):
            return scene
    few, many = _FEWEST, min(view.limit, len(view.items))
    scene = module.scene(replace(page, wide=_WIDTHS[-1], limit=few))
    while few + 1 < many:
        middle = (few + many) // 2
        tried = module.scene(replace(page, wide=_WIDTHS[-1], limit=middle))
        few, many, scene = (middle, many, tried) if _fits(tried) else (few, middle, scene)
    return scene


def _fits(scene: Scene) -> bool:
    return scene.height <= _TALLEST * scene.width
