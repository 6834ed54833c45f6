"""Where articles are read: in this process, on its cores, or on a cluster. The rows are the same everywhere."""

from __future__ import annotations

from functools import partial
from typing import Literal

from timeline.engines.cluster import on_cluster
from timeline.engines.kept import Work
from timeline.engines.local import on_cores
from timeline.engines.shards import Engine, in_turn
from timeline.errors import InputError

Name = Literal["local", "dask"]

__all__ = ["Engine", "Name", "Work", "choose", "in_turn", "on_cluster", "on_cores"]


def choose(name: Name = "local", workers: int = 0, scheduler: str = "") -> Engine:
    """The engine of a name. ``workers`` 0 is one per core; ``scheduler`` is the address of a running dask cluster."""
    if name == "dask":
        return partial(on_cluster, workers=workers, scheduler=scheduler)
    if scheduler:
        raise InputError(f"--scheduler {scheduler}: only dask has schedulers; add --engine dask, or leave it out")
    return partial(on_cores, workers=workers)
