"""Where articles are read changes nothing: in this process, in others, on a cluster, or again after a crash."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.bench.news import articles
from tests.test_repeat import content, differing
from timeline import engines, job, package
from timeline.articles import read
from timeline.engines import kept, local, shards
from timeline.engines.shards import in_order, pack, read_shard, read_there
from timeline.errors import InputError, TimelineError
from timeline.event_types import event_types
from timeline.merge import merge
from timeline.merge.rows import rows
from timeline.models import Article
from timeline.pipeline import read_article

NEWS = articles(12, political=0.3, seed=7, sentences=8)
SHARDS = [pack(NEWS[start : start + 3]) for start in range(0, 12, 3)]


@pytest.fixture(scope="module")
def plainly() -> tuple[bytes, ...]:
    """What the shards say, read one after the other in this process."""
    return tuple(map(read_shard, SHARDS))


def test_on_cores_gives_the_same(plainly: tuple[bytes, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "_FEW", 2)
    assert tuple(engines.choose("local", workers=2)(read_shard, SHARDS)) == plainly
    assert tuple(engines.choose("local", workers=1)(read_shard, SHARDS)) == plainly


def publish(inputs: Path, out: Path, how: job.How) -> job.Report:
    """Build the package alone: charts read nothing but what was published."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(job, "draw", lambda target: target)
        return job.build([inputs], out, how)


def write_news(folder: Path, count: int, seed: int = 7, sentences: int = 8) -> Path:
    """A folder of articles, some of which share sentences, places and days."""
    folder.mkdir(parents=True)
    told = articles(count, political=0.4, seed=seed, sentences=sentences)
    for number, article in enumerate(told):
        day = told[number % 7].published  # many on the same few days, so that events meet
        copied = told[number - 1].text.partition(". ")[0] + ". " if number % 5 == 0 else ""
        (folder / article.path).write_text(f"---\npublished: {day}\n---\n{copied}{article.text}\n")
    return folder


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Forty articles in a folder."""
    return write_news(tmp_path_factory.mktemp("news") / "articles", 40)


@pytest.fixture(scope="module")
def alone(news: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What one process makes of them."""
    out = tmp_path_factory.mktemp("alone")
    report = publish(news, out, job.How(workers=1))
    assert report.events > 30
    return content(out)


@pytest.fixture
def small_shards(monkeypatch: pytest.MonkeyPatch) -> None:
    """Four articles in a shard, and processes for any number of shards."""
    monkeypatch.setattr(kept, "SIZE", 4)
    monkeypatch.setattr(local, "_FEW", 2)


def test_through_the_disk_is_the_same_as_in_memory(news: Path, alone: dict[str, bytes], tmp_path: Path) -> None:
    """`merge` and `rows` hold everything; a build holds next to nothing, and gives the same bytes."""
    dataset = merge(tuple(map(read_article, read(news).articles)), event_types())
    reasons = {reason for event in dataset.events for reason in event.joined_by}
    assert any("same type, country" in reason for reason in reasons) and "same sentence word for word" in reasons
    package.write(rows(dataset), package.DatasetMeta(), tmp_path / "datapackage")
    built = {name: data for name, data in alone.items() if name.startswith("datapackage/")}
    assert differing(content(tmp_path), built) == []


def test_a_rebuild_carries_the_same_ids_over_as_in_memory(news: Path, tmp_path: Path) -> None:
    """Some articles are new, some are gone: ids come over through shared mentions, and vanished ones are listed."""
    for number, file in enumerate(sorted(news.glob("*.txt"))):
        for name, out in (("first", number % 4), ("second", number % 3)):
            if out:
                (tmp_path / name).mkdir(exist_ok=True)
                (tmp_path / name / file.name).write_text(file.read_text())
    built, held = tmp_path / "built", tmp_path / "held"
    known: dict[str, str] = {}
    for name in ("first", "second"):
        publish(tmp_path / name, built, job.How(workers=1))
        dataset = merge(tuple(map(read_article, read(tmp_path / name).articles)), event_types(), known)
        package.write(rows(dataset), package.DatasetMeta(), held / "datapackage")
        known = {m.mention_id: event.event_id for event in dataset.events for m in event.mentions}
    assert package.read_withdrawn(built / "datapackage")
    assert differing(content(built / "datapackage"), content(held / "datapackage")) == []


def test_a_pool_gives_the_same_package(news: Path, alone: dict[str, bytes], tmp_path: Path, small_shards: None) -> None:
    publish(news, tmp_path, job.How(workers=2))
    assert differing(alone, content(tmp_path)) == []


def test_a_cluster_gives_the_same_package(
    news: Path, alone: dict[str, bytes], tmp_path: Path, small_shards: None
) -> None:
    publish(news, tmp_path, job.How(engine="dask", workers=2))
    assert differing(alone, content(tmp_path)) == []


def test_a_worker_of_a_cluster_that_is_killed_changes_nothing(
    news: Path, alone: dict[str, bytes], tmp_path: Path, small_shards: None
) -> None:
    from distributed import Client, LocalCluster

    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        killed: list[int] = []

        def kill() -> None:
            import os
            import signal

            with Client(cluster.scheduler_address, set_as_default=False) as client:
                while not (running := client.processing()) or not any(running.values()):
                    time.sleep(0.02)
                busy = next(name for name, tasks in running.items() if tasks)
                killed.append(client.run(os.getpid, workers=[busy])[busy])
                os.kill(killed[0], signal.SIGKILL)

        killer = threading.Thread(target=kill)
        killer.start()
        publish(news, tmp_path, job.How(engine="dask", workers=2, scheduler=cluster.scheduler_address))
        killer.join()
    assert killed
    assert differing(alone, content(tmp_path)) == []


def test_an_address_where_no_scheduler_answers_is_an_input_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.engines.cluster._PATIENCE", 1)
    for address in ("tcp://127.0.0.1:9", "nonsense://x"):
        with pytest.raises(InputError, match="no dask scheduler answers"):
            list(engines.choose("dask", scheduler=address)(read_shard, SHARDS))


def test_a_cluster_without_workers_is_an_input_error(monkeypatch: pytest.MonkeyPatch) -> None:
    from distributed import LocalCluster

    monkeypatch.setattr("timeline.engines.cluster._PATIENCE", 1)
    with (
        LocalCluster(n_workers=0, dashboard_address=None) as cluster,
        pytest.raises(InputError, match="dask worker"),
    ):
        list(engines.choose("dask", scheduler=cluster.scheduler_address)(read_shard, SHARDS))


def test_without_dask_the_error_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(InputError, match=r"timeline\[dask\]"):
        list(engines.choose("dask")(read_shard, SHARDS))


def test_a_worker_with_another_program_is_refused() -> None:
    with pytest.raises(InputError, match="another version"):
        read_there(read_shard, SHARDS[0], "0" * 64)


def test_a_process_that_dies_is_an_error_with_a_way_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "_FEW", 2)
    with pytest.raises(TimelineError, match="--resume"):
        list(engines.choose("local", workers=2)(die, SHARDS))


def die(_shard: bytes) -> bytes:
    """What a process does that the system ends."""
    import os

    os._exit(9)


def test_only_a_few_shards_are_on_their_way() -> None:
    """Bounded memory: nobody reads far ahead of what was taken."""
    taken: list[int] = []
    read: list[int] = []

    def counted(shard: bytes) -> bytes:
        read.append(1)
        return shard

    def results() -> Iterator[bytes]:
        with ThreadPoolExecutor(2) as pool:
            yield from in_order(pool, counted, SHARDS * 40, 2)

    for result in results():
        taken.append(1)
        assert len(read) - len(taken) <= 3 * 2
        assert result in SHARDS
    assert len(read) == len(SHARDS) * 40


def test_shards_are_the_same_whatever_the_run() -> None:
    assert pack(NEWS) == pack(list(NEWS))
    assert tuple(shards.unpack(pack(NEWS))) == NEWS
    odd = Article("a/../b", "Zeile\u2028 and \r\n \u202e, \x85.", title="=1+1")
    assert tuple(shards.unpack(pack([odd, odd]))) == (odd, odd)
