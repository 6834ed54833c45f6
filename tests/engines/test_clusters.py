"""A cluster that gives up in the middle says so in a clear word; the package stands, and --resume goes on."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.engines.test_engines import SHARDS, publish, write_news
from tests.test_repeat import content, differing
from timeline import engines, job
from timeline.engines import kept
from timeline.engines.shards import read_shard
from timeline.errors import InputError, TimelineError


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two seconds are enough for a cluster on this machine."""
    monkeypatch.setattr("timeline.engines.cluster._PATIENCE", 2)


@pytest.fixture
def cluster() -> Iterator[object]:
    """A scheduler and one worker, in threads of this process."""
    from distributed import LocalCluster

    with LocalCluster(n_workers=1, threads_per_worker=1, processes=False, dashboard_address=None) as running:
        yield running


def slow(shard: bytes) -> bytes:
    """So slow that something can happen meanwhile."""
    time.sleep(0.2)
    return shard


def ends(cluster: object, end: Callable[[], object], match: str) -> None:
    """Read some shards on a cluster, end something after the first, and expect a word about it."""
    results = iter(engines.choose("dask", scheduler=cluster.scheduler_address)(slow, SHARDS * 20))  # type: ignore[attr-defined]
    assert next(iter(results)) == SHARDS[0]
    end()
    with pytest.raises(TimelineError, match=match):
        list(results)


def test_a_cluster_that_loses_its_workers_is_not_waited_for(cluster: object) -> None:
    ends(cluster, lambda: cluster.scale(0), r"no worker for 2 seconds; what was read is kept: .*--resume")  # type: ignore[attr-defined]


def test_a_scheduler_that_goes_away_is_an_error_with_a_way_on(cluster: object) -> None:
    ends(cluster, lambda: cluster.close(), r"could not finish: .*; what was read is kept: .*--resume")  # type: ignore[attr-defined]


def fall(_shard: bytes) -> bytes:
    """What a worker does that the system ends."""
    import os

    os._exit(9)


def test_a_shard_that_ends_every_worker_is_an_error_with_a_way_on() -> None:
    from distributed import LocalCluster

    with (
        LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=None, silence_logs=50) as cluster,
        pytest.raises(TimelineError, match=r"could not finish: .*--resume"),
    ):
        list(engines.choose("dask", scheduler=cluster.scheduler_address)(fall, SHARDS))


def test_a_worker_of_another_program_is_told(cluster: object, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = iter(["mine", *["another"] * 99])  # the first is the one that asks
    monkeypatch.setattr("timeline.engines.shards.code_version", lambda: next(asked))
    with pytest.raises(InputError, match="another version of timeline or its model; install the same one everywhere"):
        list(engines.choose("dask", scheduler=cluster.scheduler_address)(read_shard, SHARDS))  # type: ignore[attr-defined]


def absent(_shard: bytes) -> bytes:
    """What a worker does that lacks something."""
    raise ModuleNotFoundError("No module named 'timeline'")


def test_a_worker_that_lacks_the_program_is_told(cluster: object) -> None:
    with pytest.raises(InputError, match=r"No module named 'timeline'.*in the same version"):
        list(engines.choose("dask", scheduler=cluster.scheduler_address)(absent, SHARDS))  # type: ignore[attr-defined]


def test_an_address_where_something_else_listens_is_an_input_error() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        address = f"tcp://127.0.0.1:{other.getsockname()[1]}"
        with pytest.raises(InputError, match="no dask scheduler answers"):
            list(engines.choose("dask", scheduler=address)(read_shard, SHARDS))


def test_the_package_stands_and_resume_goes_on_after_a_cluster_gave_up(
    cluster: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Workers vanish after the second shard: the old package is as it was, and only what is missing is read again."""
    monkeypatch.setattr(kept, "SIZE", 1)
    monkeypatch.setattr("timeline.engines.shards.SIZE", 1)
    few, out = write_news(tmp_path / "few", 4), tmp_path / "out"
    more = write_news(tmp_path / "more", 40, seed=5)
    publish(few, out, job.How(workers=1))
    before = content(out / "datapackage")
    original = kept.Work._keep

    def keep_then_end(self: kept.Work, *args: object) -> None:
        original(self, *args)  # type: ignore[arg-type]
        if self._manifest.read_bytes().count(b"\n") == 2:
            cluster.scale(0)  # type: ignore[attr-defined]

    address = cluster.scheduler_address  # type: ignore[attr-defined]
    with monkeypatch.context() as patch:
        patch.setattr(kept.Work, "_keep", keep_then_end)
        with pytest.raises(TimelineError, match="--resume"):
            publish(more, out, job.How(engine="dask", scheduler=address))
    assert differing(content(out / "datapackage"), before) == []
    report = publish(more, out, job.How(workers=1, resume=True))
    assert any("had been read before" in notice for notice in report.notices)
    publish(few, tmp_path / "other", job.How(workers=1))
    publish(more, tmp_path / "other", job.How(workers=1))
    assert differing(content(out), content(tmp_path / "other")) == []
