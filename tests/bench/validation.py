"""How long validation takes, and how much memory: ours, Frictionless as shipped and with our reader, DuckDB by hand."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyarrow.parquet as pq

from timeline.package.constraints import quoted
from timeline.package.schema import Resource, all_resources

EVENTS = 1_000_000
SAMPLE = 2_000  # events that Frictionless is given: it reads about a thousand rows a second as shipped
WITH_READER = 20_000


@dataclass(frozen=True)
class Run:
    """Wall seconds, CPU seconds and the largest memory (bytes) of a command, start-up included; its exit code is 0."""

    seconds: float
    cpu: float
    memory: int


def run(*command: str) -> Run:
    """Run a command of Python to its end. Raises SystemExit with its output if it fails."""
    with tempfile.TemporaryFile() as output:
        started = time.perf_counter()
        process = subprocess.Popen([sys.executable, *command], stdout=output, stderr=output)
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            raise SystemExit(f"{' '.join(command)} failed:\n{output.read().decode()[-2000:]}")
    return Run(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024)


def by_hand(folder: Path) -> None:
    """What a DuckDB user would check on the Parquet files: keys, references, nulls, enums, ranges and patterns."""
    import duckdb

    for each in all_resources():
        for query in _queries(folder, each):
            (faults,) = duckdb.execute(query).fetchone() or (1,)
            if faults:
                raise SystemExit(f"{each.name}: {faults} faults by {query}")


def _queries(folder: Path, resource: Resource) -> Iterator[str]:
    def rows(name: str) -> str:
        return f"'{folder}/data/{name}.parquet'"

    conditions = [condition for field in resource.field for condition in _conditions(field)]
    yield f"SELECT count(*) FROM {rows(resource.name)} WHERE NOT ({' AND '.join(conditions)})"
    for key in filter(None, (resource.primary_key, *resource.unique)):
        names = ", ".join(map(quoted, key))
        yield f"SELECT count(*) FROM (SELECT 1 FROM {rows(resource.name)} GROUP BY {names} HAVING count(*) > 1)"
    for reference in resource.foreign_key:
        (ours,), (theirs,) = reference.fields, reference.reference
        there = f"(SELECT {quoted(theirs)} AS k FROM {rows(reference.resource)})"
        yield (
            f"SELECT count(*) FROM {rows(resource.name)} AS r ANTI JOIN {there} AS o ON r.{quoted(ours)} = o.k "
            f"WHERE r.{quoted(ours)} IS NOT NULL"
        )


def _conditions(field) -> Iterator[str]:
    cell = quoted(field.name)
    if field.required:
        yield f"{cell} IS NOT NULL"
    if field.values:
        yield f"coalesce({cell} IN ({', '.join(repr(value) for value, _ in field.values)}), TRUE)"
    if field.minimum is not None:
        yield f"coalesce({cell} >= {field.minimum}, TRUE)"
    if field.maximum is not None:
        yield f"coalesce({cell} <= {field.maximum}, TRUE)"
    if field.pattern:
        yield f"coalesce(regexp_full_match({cell}, '{field.pattern}'), TRUE)"
    yield "TRUE"


def _published(folder: Path, events: int) -> int:
    """Write a package in a process of its own (a child's peak memory starts from its parent's); return its rows."""
    program = (
        "import sys; from pathlib import Path; from tests.bench.million import publish_generated; "
        "publish_generated(int(sys.argv[1]), Path(sys.argv[2]))"
    )
    run("-c", program, str(events), str(folder))
    return sum(pq.read_metadata(folder / f"data/{each.name}.parquet").num_rows for each in all_resources())


def validation_rows(events: int = EVENTS) -> Iterator[tuple[str, ...]]:
    """Rows of the table: who, what of, rows, wall seconds, CPU seconds, rows a second, memory."""
    with tempfile.TemporaryDirectory() as scratch:
        large, sample, middle = (Path(scratch, name) for name in ("large", "sample", "middle"))
        count, few, some = _published(large, events), _published(sample, SAMPLE), _published(middle, WITH_READER)
        yield _row("`timeline validate`, everything, CSV too", count, run("-m", "timeline", "validate", str(large)))
        alone = ("-c", "import sys; from pathlib import Path; from tests.bench.validation import by_hand; "
                 "by_hand(Path(sys.argv[1]))", str(large))  # fmt: skip
        yield _row("DuckDB by hand: keys, references, columns of the Parquet files", count, run(*alone))
        stock = ("-m", "frictionless", "validate", "--trusted", str(sample / "datapackage.json"))
        yield _row("Frictionless as shipped, Parquet", few, run(*stock))
        csv = ("-m", "frictionless", "validate", "--trusted", str(middle / "csv" / "datapackage.json"))
        yield _row("Frictionless as shipped, CSV", some, run(*csv))
        ours = ("-m", "timeline", "validate", "--frictionless", str(middle))
        yield _row("`timeline validate --frictionless`", some, run(*ours))


def _row(name: str, rows: int, used: Run) -> tuple[str, ...]:
    return (
        name,
        f"{rows:,}",
        f"{used.seconds:.1f}",
        f"{used.cpu:.1f}",
        f"{rows / used.seconds:,.0f}",
        f"{used.memory / 1e6:,.0f} MB",
    )
