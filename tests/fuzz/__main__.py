"""Fuzzing: `make fuzz`, or `python -m tests.fuzz [SHARE] [FIRST]`: a share (1 is a million inputs) from a number on.

A case that raises, or that takes longer than a second, is printed with its number and kept in `found/`, where
`test_found` reads it ever after. Ends with code 1 if there was any.
"""

from __future__ import annotations

import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from tests.fuzz import inputs
from tests.fuzz.targets import TARGETS

FOUND = Path(__file__).parent / "found"
SLOW = 1.0  # CPU seconds for one small input
WARM_UP = 100
MOST = 5  # cases of one target that are kept in a run


def run(name: str, target: Callable[[int], None], first: int, count: int) -> int:
    """Try so many inputs of a target; how many went wrong."""
    for number in range(-WARM_UP, 0):  # what is loaded once is nobody's fault
        target(number)
    started, wrong, tried = time.perf_counter(), 0, 0
    for number in range(first, first + count):
        before, tried = time.process_time(), tried + 1
        try:
            target(number)
        except Exception:
            reason = traceback.format_exc(limit=-3)
        else:
            took = time.process_time() - before
            reason = f"took {took:.1f} s\n" if took > SLOW else ""
        if reason:
            wrong += 1
            print(f"{name} {number}: {reason}", flush=True)
            keep(name, number)
            if wrong == MOST:
                break
    seconds = time.perf_counter() - started
    print(f"{name}: {tried:,} inputs in {seconds:.0f} s, {tried / seconds:,.0f} a second, {wrong} wrong", flush=True)
    return wrong


def keep(name: str, number: int) -> None:
    """Write the input to a file that says what it is for."""
    if name == "files":
        path, data = inputs.file(number)
        file = FOUND / f"files-{number}{Path(path).suffix}"
    else:
        data = inputs.text(number, 120 if name == "articles" else 30).encode()
        file = FOUND / f"{name}-{number}.txt"
    FOUND.mkdir(exist_ok=True)
    file.write_bytes(data)


def main() -> None:
    """Try all targets."""
    share = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    wrong = sum(run(name, target, first, int(count * share)) for name, (target, count) in TARGETS.items())
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
