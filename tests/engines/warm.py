"""Builds in processes of their own that need not start up: imported once by the server that forks them."""

from __future__ import annotations

import multiprocessing
from multiprocessing.process import BaseProcess
from pathlib import Path

from timeline import job
from timeline.models import Article
from timeline.pipeline import read_article


def _warm_up() -> None:
    """Load the model and all it needs; without threads, so that what is forked is whole."""
    read_article(Article("warm", "Police detained 12 people in Oslo on Sunday, the ministry said."))


_warm_up()


def build(inputs: Path, out: Path, resume: bool) -> None:
    """Build the package; charts read nothing but what was published."""
    job.draw = lambda target: target
    job.build([inputs], out, job.How(workers=1, resume=resume))


def start(inputs: Path, out: Path, resume: bool = False) -> BaseProcess:
    """Begin a build in a process of its own."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.engines.warm"])
    process = context.Process(target=build, args=(inputs, out, resume))
    process.start()
    return process
