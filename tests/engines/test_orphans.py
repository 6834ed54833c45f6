"""A build that is killed leaves no worker behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

SCRIPT = """
import os, sys, time
from pathlib import Path
from timeline.engines.local import on_cores

def nap(shard: bytes) -> bytes:
    Path(sys.argv[1], str(os.getpid())).touch()
    time.sleep(600)
    return shard

if __name__ == "__main__":
    list(on_cores(nap, [b""] * 20, workers=2))
"""


def lives(pid: int) -> bool:
    """Whether a process runs; one that has ended and waits to be noticed does not."""
    try:
        return bool(Path(f"/proc/{pid}/cmdline").read_bytes()) if Path("/proc").is_dir() else os.kill(pid, 0) is None
    except OSError:
        return False


def in_time(done: Callable[[], bool], seconds: float = 60) -> bool:
    until = time.monotonic() + seconds
    while not done() and time.monotonic() < until:
        time.sleep(0.1)
    return done()


def test_workers_end_with_the_process_that_started_them(tmp_path: Path) -> None:
    script, told = tmp_path / "build.py", tmp_path / "told"
    script.write_text(SCRIPT, encoding="utf-8")
    told.mkdir()
    root = str(Path(__file__).parents[2])
    started = subprocess.Popen([sys.executable, str(script), str(told)], env={**os.environ, "PYTHONPATH": root})
    try:
        assert in_time(lambda: len(list(told.iterdir())) == 2, 300)
        workers = [int(file.name) for file in told.iterdir()]
        assert all(map(lives, workers))
        started.send_signal(signal.SIGKILL)
        started.wait()
        assert in_time(lambda: not any(map(lives, workers)))
    finally:
        started.kill()
        for file in told.iterdir():
            if lives(int(file.name)):
                os.kill(int(file.name), signal.SIGKILL)
