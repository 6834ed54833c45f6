"""From the package in place to its charts and pages: the commands `charts` and `site`, and the end of a build.

Nothing that reads articles is loaded for it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from timeline import charts, package
from timeline.errors import PackageError
from timeline.site.landing import write_site
from timeline.site.published import read_published

__all__ = ["draw"]


def draw(
    folder: Path,
    day: dt.date | None = None,
    since: Sequence[Path] = (),
    out: Path | None = None,
    **options: Any,  # noqa: ANN401 - as charts.draw takes them
) -> Path:
    """Draw ``folder/charts`` anew from ``folder/datapackage``: pictures, pages and feeds.

    ``day`` is the day of this version, for what asks for one; ``since`` are packages of earlier versions, oldest
    first, that it is compared with. With options, which choose what to draw as `charts.draw` says, or with ``out``,
    only charts are written, beside what is there. Raises PackageError where there is no package or no room,
    TimelineError for an option that is not known.
    """
    published = read_published(folder, day, since, charts.choice_of(options))
    meta, target = published.meta, out or folder / "charts"
    about = charts.ChartMeta(
        meta.title,
        meta.licence,
        meta.base_url,
        meta.version,
        articles=published.rows["articles"],
        selection=published.note,
    )
    try:
        if out or options:
            charts.draw(published.frames, about, target, **options)
            return target
        if target.is_dir() and any(target.iterdir()) and not (target / "index.html").is_file():
            raise PackageError(f"{target}: holds files but no index.html; it is not replaced. Name another folder")
        with package.built_aside(target) as aside:
            write_site(published, charts.draw(published.frames, about, aside), aside)
    except OSError as error:
        raise PackageError(f"{target}: cannot be written: {error}; what was there is unchanged") from error
    return target
