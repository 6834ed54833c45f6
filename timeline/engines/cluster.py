"""Read articles on a dask cluster: one that runs somewhere, or processes started here."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator, Sequence
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from contextlib import ExitStack
from functools import partial
from typing import Any

from timeline.engines.shards import ReadShard, in_order
from timeline.errors import InputError, TimelineError

_PATIENCE = 30  # seconds for a scheduler to answer, for the first worker to join, and for one to come back
_LOOKS = 10  # so often in that time it is seen whether any worker is left


def on_cluster(read: ReadShard, shards: Sequence[bytes], workers: int = 0, scheduler: str = "") -> Iterator[bytes]:
    """Results in the order of the shards; a shard whose worker dies is read by another one.

    Without ``scheduler`` so many processes are started on this machine (0 is one per core); with it, reading starts
    when so many workers have joined (0 is one). Raises InputError if dask is not installed or does not answer.
    """
    with ExitStack() as stack:
        client = stack.enter_context(_client(stack, workers, scheduler))
        try:
            client.wait_for_workers(max(workers, 1), timeout=_PATIENCE)
        except TimeoutError as error:
            raise InputError(
                f"--scheduler {scheduler}: fewer than {max(workers, 1)} workers have joined in {_PATIENCE} seconds; "
                "start some with `dask worker ADDRESS`"
            ) from error
        count = len(client.scheduler_info(n_workers=-1)["workers"])
        try:
            yield from in_order(client.get_executor(pure=False), read, shards, count, partial(_patiently, client))
        except ImportError as error:
            raise InputError(
                f"a worker cannot read articles ({error}); install timeline and its model, in the same version, "
                "wherever workers run"
            ) from error
        except _lost() as error:
            raise TimelineError(
                f"the dask cluster could not finish: {' '.join(str(error).split())[:200] or type(error).__name__}; "
                "what was read is kept: run again with --resume"
            ) from error


def _patiently(client: Any, result: Future[bytes]) -> bytes:  # noqa: ANN401
    """Wait for a result as long as the cluster has a worker; one that has none for a while will not finish.

    Raises ConnectionError where workers or scheduler are gone.
    """
    deserted = 0
    while True:
        try:
            return result.result(timeout=_PATIENCE / _LOOKS)
        except TimeoutError:
            if result.done():
                raise
        except ValueError as error:  # what distributed makes of an answer cut off as the last worker went
            if _workers(client):
                raise
            raise ConnectionError("its last worker went while it answered") from error
        deserted = deserted + 1 if not _workers(client) else 0
        if deserted >= _LOOKS:
            raise ConnectionError(f"it has had no worker for {_PATIENCE} seconds")


def _workers(client: Any) -> int:  # noqa: ANN401
    """How many workers the cluster has; none where the scheduler does not answer."""
    from distributed.comm import CommClosedError

    try:
        return len(client.scheduler_info(n_workers=-1)["workers"]) if client.status == "running" else 0
    except (CommClosedError, OSError, TimeoutError, KeyError):
        return 0


def _lost() -> tuple[type[BaseException], ...]:
    """What comes of a shard that ended every worker it was given to, or of a scheduler that went away."""
    from distributed import KilledWorker
    from distributed.client import FutureCancelledError

    return KilledWorker, CancelledError, FutureCancelledError, OSError


def _client(stack: ExitStack, workers: int, scheduler: str) -> Any:  # noqa: ANN401 - distributed is optional
    try:
        from distributed import Client, LocalCluster
    except ImportError as error:
        raise InputError("--engine dask: dask is not installed; run `pip install 'timeline[dask]'`") from error
    if scheduler:
        try:
            with ThreadPoolExecutor(1) as own:  # a loop of its own, whatever runs in this thread
                own.submit(lambda: asyncio.run(_greet(scheduler))).result()
            return Client(scheduler, timeout=_PATIENCE, set_as_default=False)
        except (OSError, ValueError) as error:
            raise InputError(
                f"--scheduler {scheduler}: no dask scheduler answers there; give an address such as tcp://host:8786"
            ) from error
    cluster = LocalCluster(
        n_workers=workers or None, threads_per_worker=1, dashboard_address=None, silence_logs=logging.ERROR
    )
    return Client(stack.enter_context(cluster), set_as_default=False)


async def _greet(scheduler: str) -> None:
    """See that whatever listens there speaks as schedulers do: the client itself would wait for that without end."""
    from distributed.comm import connect

    comm = await asyncio.wait_for(connect(scheduler, timeout=_PATIENCE), _PATIENCE)
    comm.abort()
