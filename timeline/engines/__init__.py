"""Where articles are read: in this process, on its cores, or on a cluster. The rows are the same everywhere."""

from timeline.engines.local import on_cores

__all__ = ["on_cores"]
