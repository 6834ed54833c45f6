"""Runs a command and prints how long it took and how much memory all its processes had at once.

`python -m tests.bench.memory COMMAND...`: wall and CPU seconds, and the highest sums of resident memory (pages that
processes share count for each) and of proportional memory (shared pages count once). Read from /proc: Linux only.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

EVERY = 0.2  # seconds


@dataclass(frozen=True)
class Used:
    """What a command took: seconds, and megabytes of all processes together."""

    code: int
    wall: float
    cpu: float
    resident: float
    proportional: float


def measure(command: Sequence[str], **options: object) -> Used:
    """Run a command to its end."""
    started, before = time.perf_counter(), os.times()
    process = subprocess.Popen(command, **options)  # type: ignore[call-overload]
    resident = proportional = 0.0
    while process.poll() is None:
        tree = list(_tree(process.pid))
        resident = max(resident, sum(_kilobytes(pid, "status", "VmRSS:") for pid in tree) / 1024)
        proportional = max(proportional, sum(_kilobytes(pid, "smaps_rollup", "Pss:") for pid in tree) / 1024)
        time.sleep(EVERY)
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Used(process.returncode, time.perf_counter() - started, cpu, resident, proportional)


def _tree(pid: int) -> Iterator[int]:
    """A process and all below it."""
    yield pid
    for file in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = file.read_text().split()
        except OSError:
            continue
        for child in children:
            yield from _tree(int(child))


def _kilobytes(pid: int, file: str, name: str) -> int:
    try:
        lines = Path(f"/proc/{pid}/{file}").read_text().splitlines()
    except OSError:  # it has ended
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith(name)), 0)


def main() -> None:
    """Measure the command that was given."""
    used = measure(sys.argv[1:])
    print(
        f"{used.wall:.1f} s, {used.cpu:.1f} s CPU, {used.resident:,.0f} MB resident, "
        f"{used.proportional:,.0f} MB proportional",
        file=sys.stderr,
    )
    sys.exit(used.code)


if __name__ == "__main__":
    main()
