"""Place boxes under each other so that none touches another: a greedy packing from the top."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.charts.scene import Box


def pack(boxes: Sequence[Box], gap_x: float = 14.0, gap_y: float = 10.0) -> tuple[float, ...]:
    """For each box, how far down to move it so that no two come closer than the gaps.

    Boxes keep their x. Each takes the highest free place, in the order given, so earlier ones stay on top.
    """
    placed: list[Box] = []
    for box in boxes:
        height = box.y2 - box.y
        neighbours = [one for one in placed if one.x < box.x2 + gap_x and box.x < one.x2 + gap_x]
        tops = sorted({0.0, *(one.y2 + gap_y for one in neighbours)})
        top = next(y for y in tops if _free(Box(box.x, y, box.x2, y + height), neighbours, gap_y))
        placed.append(Box(box.x, top, box.x2, top + height))
    return tuple(one.y - box.y for one, box in zip(placed, boxes, strict=True))


def _free(box: Box, neighbours: Sequence[Box], gap_y: float) -> bool:
    slack = 1e-6  # a box that stands exactly at the gap is free
    return not any(box.overlaps(one, 1e9, gap_y - slack) for one in neighbours)
