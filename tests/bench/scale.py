"""Time and memory of whole builds of several sizes, all found valid: `python -m tests.bench.scale [WORKERS] [SIZE...]`.

The articles are the invented news of `news.py` in one JSONL file, a fifth of the sentences political, dates spread over
eight years for any size; names are drawn from 200,000 invented ones, common ones much more often than rare ones, so
that new names keep coming as they do in real news.
"""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.memory import measure
from tests.bench.news import WORDS, articles

SIZES = (2_000, 5_000, 10_000, 20_000)
LOT = 500  # articles made at a time
_PERSON = re.compile("|".join(map(re.escape, WORDS["PERSON"])))
GIVEN = tuple("Am Bel Cor Dav El Fen Gor Hal Is Jor Kar Lin Mar Nor Ol Per Ros Sam Tel Ul".split())
SYLLABLES = tuple("a an e ek i il o or u uv".split())
FAMILY = tuple("bach berg dal din fell gren holt kov lund mann nes rup sen stad ter vik".split())


def name(draw: random.Random) -> str:
    """An invented name; a few are very common, most are rare."""
    rank = int(200_000 ** draw.random()) * 7919
    first = GIVEN[rank % 20] + SYLLABLES[rank // 20 % 10]
    return f"{first} {GIVEN[rank // 200 % 20]}{SYLLABLES[rank // 4000 % 10]}{FAMILY[rank // 40_000 % 16]}"


def write_corpus(count: int, file: Path) -> int:
    """Write so many articles as JSON Lines; the number of words."""
    words = 0
    with file.open("w", encoding="utf-8") as out:
        for start in range(0, count, LOT):
            draw = random.Random(f"names {start}")
            for article in articles(min(LOT, count - start), 0.2, seed=1000 + start):
                text = _PERSON.sub(lambda _: name(draw), article.text)  # noqa: B023 - used at once
                words += len(text.split())
                row = {"article_id": f"s{start:07}-{article.article_id}", "text": text, "published": article.published}
                out.write(json.dumps(row) + "\n")
    return words


def main() -> None:
    """Print a table."""
    workers = sys.argv[1] if len(sys.argv) > 1 else "2"
    sizes = [int(size) for size in sys.argv[2:]] or SIZES
    print("| articles | words | seconds | CPU seconds | articles a second | MB resident | MB proportional |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "news.jsonl"
            words = write_corpus(size, file)
            command = [sys.executable, "-m", "timeline", "build", str(file), "--out", f"{folder}/out", "--quiet"]
            used = measure([*command, "--workers", workers])
            if used.code:
                raise SystemExit(f"the build of {size} articles ended with {used.code}")
            check = [sys.executable, "-m", "timeline", "validate", f"{folder}/out/datapackage"]
            subprocess.run(check, check=True, stdout=subprocess.DEVNULL)
        cells = (f"{size:,}", f"{words:,}", f"{used.wall:,.0f}", f"{used.cpu:,.0f}", f"{size / used.wall:,.1f}")
        print(f"| {' | '.join(cells)} | {used.resident:,.0f} | {used.proportional:,.0f} |", flush=True)


if __name__ == "__main__":
    main()
