"""Fuzzing: `make fuzz SHARE=0.1`, or `python -m tests.fuzz [SHARE] [FIRST] [TARGET ...]`.

A share (1 is a million inputs) of each target's inputs, from a number on, divided among all cores. The same numbers
are the same inputs, however many cores there are. A case that raises, or that takes longer than a second, is printed
with its number and kept in `found/`, where `test_found` reads it ever after. Ends with code 1 if there was any.
"""

from __future__ import annotations

import os
import signal
import sys
import time
import traceback
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from types import FrameType

from tests.fuzz import inputs
from tests.fuzz.targets import TARGETS

FOUND = Path(__file__).parent / "found"
SLOW = 1.0  # CPU seconds for one small input
ENDLESS = 20.0  # CPU seconds after which it is stopped
WARM_UP = 100
PART = 1 / 400  # of a target's inputs that one process tries in a row
MOST = 5  # cases of one target after which a run goes on to the next
EVERY = 10.0  # seconds between lines of progress
Case = tuple[int, str]  # a number, and what went wrong


class Endless(BaseException):
    """Out of time; not an Exception, so that no code under test can take it for its own."""


def stop(_signal: int, _frame: FrameType | None) -> None:
    raise Endless


def warm_up() -> None:
    """In each process: what is loaded once is nobody's fault."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGPROF, stop)
    for target, _ in TARGETS.values():
        for number in range(-WARM_UP, 0):
            target(number)


def attempt(name: str, numbers: range) -> list[Case]:
    """Try these inputs of a target; those that went wrong."""
    target, _ = TARGETS[name]
    return [(number, wrong) for number in numbers if (wrong := fault(target, number))]


def fault(target: Callable[[int], None], number: int) -> str:
    """What is wrong with one input; nothing if it is well and quick."""
    before = time.process_time()
    signal.setitimer(signal.ITIMER_PROF, ENDLESS)
    try:
        target(number)
    except (Exception, Endless):
        return traceback.format_exc(limit=-3)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    took = time.process_time() - before
    return f"took {took:.1f} s\n" if took > SLOW else ""


def run(pool: ProcessPoolExecutor, name: str, first: int, count: int) -> int:
    """Try so many inputs of a target in all processes, and say how it goes; how many went wrong."""
    step = max(int(TARGETS[name][1] * PART), 1)
    parts = [range(at, min(at + step, first + count)) for at in range(first, first + count, step)]
    futures = [pool.submit(attempt, name, numbers) for numbers in parts]
    started, said, wrong, tried = time.perf_counter(), time.perf_counter(), 0, 0
    for numbers, future in zip(parts, futures, strict=True):
        try:
            cases = future.result()
        except BrokenProcessPool:
            sys.exit(f"{name}: a process died near input {numbers[0]}; try from there on by fewer")
        tried += len(numbers)
        for number, reason in cases:
            print(f"{name} {number}: {reason}", flush=True)
            keep(name, number)
        wrong += len(cases)
        if wrong >= MOST:
            break
        if time.perf_counter() - said > EVERY:
            said = time.perf_counter()
            left = (said - started) / tried * (count - tried)
            print(f"{name}: {tried:,} of {count:,}, {left:.0f} s left", file=sys.stderr, flush=True)
    for future in futures:
        future.cancel()
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
    """Try all targets, or those named."""
    share = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    names = sys.argv[3:] or list(TARGETS)
    workers = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    with ProcessPoolExecutor(workers, initializer=warm_up) as pool:
        wrong = sum(run(pool, name, first, max(int(TARGETS[name][1] * share), 1)) for name in names)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
