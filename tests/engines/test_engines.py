"""Where articles are read changes nothing: in this process, in others, on a cluster, or again after a crash."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.bench.news import articles
from timeline import engines, job
from timeline.articles import Reading
from timeline.engines import local
from timeline.engines.shares import SIZE, in_order, read_share
from timeline.errors import InputError, TimelineError
from timeline.models import Article, ArticleResult
from timeline.pipeline import read_article

NEWS = articles(12, political=0.3, seed=7, sentences=8)


@pytest.fixture(scope="module")
def plainly() -> tuple[ArticleResult, ...]:
    """What the articles say, read one after the other in this process."""
    results = tuple(map(read_article, NEWS))
    assert sum(len(result.mentions) for result in results) > 12
    return results


def test_on_cores_gives_the_same(plainly: tuple[ArticleResult, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "_FEW", 2)
    assert tuple(engines.choose("local", workers=2)(read_article, NEWS)) == plainly
    assert tuple(engines.choose("local", workers=1)(read_article, NEWS)) == plainly


def test_a_cluster_gives_the_same(plainly: tuple[ArticleResult, ...]) -> None:
    from distributed import LocalCluster

    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        there = engines.choose("dask", workers=2, scheduler=cluster.scheduler_address)
        assert tuple(there(read_article, NEWS)) == plainly
    started = engines.choose("dask", workers=2)
    whole = job.derive(Reading(NEWS), {}, started)
    assert whole == job.derive(Reading(NEWS), {})
    assert len(whole.events) > 5


def test_an_address_where_no_scheduler_answers_is_an_input_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.engines.cluster._PATIENCE", 1)
    for address in ("tcp://127.0.0.1:9", "nonsense://x"):
        with pytest.raises(InputError, match="no dask scheduler answers"):
            list(engines.choose("dask", scheduler=address)(read_article, NEWS))


def test_a_cluster_without_workers_is_an_input_error(monkeypatch: pytest.MonkeyPatch) -> None:
    from distributed import LocalCluster

    monkeypatch.setattr("timeline.engines.cluster._PATIENCE", 1)
    with (
        LocalCluster(n_workers=0, dashboard_address=None) as cluster,
        pytest.raises(InputError, match="dask worker"),
    ):
        list(engines.choose("dask", scheduler=cluster.scheduler_address)(read_article, NEWS))


def test_without_dask_the_error_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(InputError, match=r"timeline\[dask\]"):
        list(engines.choose("dask")(read_article, NEWS))


def test_a_worker_with_another_program_is_refused() -> None:
    with pytest.raises(InputError, match="another version"):
        read_share(read_article, NEWS, "0" * 64)


def test_a_process_that_dies_is_an_error_with_a_way_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "_FEW", 2)
    with pytest.raises(TimelineError, match="--resume"):
        list(engines.choose("local", workers=2)(die, NEWS))


def die(_article: Article) -> ArticleResult:
    """What a process does that the system ends."""
    import os

    os._exit(9)


def test_only_a_few_shares_are_on_their_way(plainly: tuple[ArticleResult, ...]) -> None:
    """Bounded memory: nobody reads far ahead of what was taken."""
    taken: list[int] = []
    read: list[int] = []

    def counted(article: Article) -> ArticleResult:
        read.append(1)
        return plainly[0]

    def results() -> Iterator[ArticleResult]:
        with ThreadPoolExecutor(2) as pool:
            yield from in_order(pool, counted, NEWS * 40, 2)

    for result in results():
        taken.append(1)
        assert len(read) - len(taken) <= (3 * 2 + 1) * SIZE
        assert result is plainly[0]
    assert len(read) == len(NEWS) * 40
