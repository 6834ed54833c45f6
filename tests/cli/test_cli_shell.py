"""A command as part of a pipe."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.cli.given import ARTICLE


def test_a_reader_that_stops_early_is_no_error(good: Path) -> None:
    for number in range(40):
        (good / f"more-{number}.txt").write_text(ARTICLE, encoding="utf-8")
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "timeline", "dates", str(good)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()
