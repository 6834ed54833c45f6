"""The house itself: targets, commands and seeds are as documented, and no rule knows the articles it is shown first."""

from __future__ import annotations

import ast
import csv
import hashlib
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer.main

from timeline import cli

ROOT = Path(__file__).parent.parent
CODE = ROOT / "timeline"
TARGETS = set(
    "setup events datapackage validate charts site serve test test-embeds lint bench evaluate golden fuzz release clean"
    .split()
)  # fmt: skip
SEEDS = {  # as received
    "000_20f5fabac8232868.txt": "b1034a68af7b98b5bf20f2b49f261b083d82d7813b064c6df0d5db9abc5ecdfb",
    "002_a3d9aa143aed2381.txt": "c814636c1819aafce91b69b4cc75c38f30960fad7a13213b8efe59590ecfd36a",
}


# ------------------------------------------------------------------ targets and commands


def documented_targets() -> dict[str, str]:
    """The targets that `make help` lists, with what it says of each."""
    shown = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return {line.split()[1]: " ".join(line.split()[2:]) for line in shown.splitlines() if line.startswith("  make ")}


def test_help_lists_the_targets_of_the_design() -> None:
    assert set(documented_targets()) >= TARGETS


def test_every_target_is_documented_and_none_is_made_as_a_file() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z][a-z-]*):", makefile, re.MULTILINE))
    phony = set(re.search(r"^\.PHONY:((?:.|\\\n)*?)[^\\]\n", makefile, re.MULTILINE)[0].split()[1:]) - {"\\"}  # type: ignore[index]
    assert targets == set(documented_targets()) == phony
    assert all(documented_targets().values())


def test_the_targets_call_what_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for module in re.findall(r"python -m ((?:timeline|tests)[\w.]*)", makefile):
        path = ROOT / module.replace(".", "/")
        assert path.with_suffix(".py").is_file() or (path / "__main__.py").is_file(), module
    for file in re.findall(r"pytest (tests/\S+)", makefile):
        assert (ROOT / file).exists(), file
    assert set(re.findall(r"/timeline (\w+)", makefile)) <= commands()


def commands() -> set[str]:
    return set(typer.main.get_command(cli.app).commands)  # type: ignore[attr-defined]


def code_blocks(text: str) -> Iterator[str]:
    """The lines of the shell blocks of a page."""
    for block in re.findall(r"^```(?:sh|bash|console|shell)\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
        yield from block.splitlines()


@pytest.mark.parametrize("page", ["README.md", "seeds/README.md"])
def test_the_commands_of_a_page_exist(page: str) -> None:
    assert (ROOT / page).is_file()
    for line in code_blocks((ROOT / page).read_text(encoding="utf-8")):
        words = line.removeprefix("$ ").partition("#")[0].split()
        if words[:1] == ["timeline"]:
            assert words[1] in commands() | {"--help"}, line
        elif words[:1] == ["make"]:
            assert {word for word in words[1:] if "=" not in word} <= set(documented_targets()), line


# ------------------------------------------------------------------ seeds


def test_the_seeds_are_as_received() -> None:
    found = {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in (ROOT / "seeds").glob("*.txt")}
    assert found == SEEDS


def rule_files() -> list[Path]:
    """Everything that decides what is read, but the gazetteers' tables."""
    return sorted(path for path in CODE.rglob("*") if path.suffix in (".py", ".toml"))


CAPITALISED = re.compile(r"[A-ZÁÉÍÓÚÑ][\w’]*(?:[ -][A-ZÁÉÍÓÚÑ][\w’]*)*")
ORDINARY = set(
    """
    Accuses According Advertisement Agency Armed Assembly Bolivarian Candidate Central Coup Election Electoral Embassy
    Foreign Forces Gangs Get General Government Grand Intelligence Minister Ministry National Council Constituent No One
    Planning President Presidential Public Order Republic Secretary Several Sign Simultaneously Southern Command South
    State Subscribe Sunday Supreme There Thursday Train Tv Vice In On The Meanwhile July His Of CIA US TV An
    """.split()
)


def names_of_seeds() -> set[str]:
    """Names the articles use: runs of capitalised words, and single ones, that are no country and no plain word."""
    places = set(place_words())
    found: set[str] = set()
    for name in SEEDS:
        for run in CAPITALISED.findall((ROOT / "seeds" / name).read_text(encoding="utf-8-sig")):
            words = [word.removesuffix("’s").removesuffix("’") for word in re.split("[ -]", run)]
            own = [word for word in words if word not in places and word not in ORDINARY and len(word) > 2]
            found.update(own)
            if own and len(words) > 1:
                found.add(" ".join(words))
    return found


def place_words() -> Iterator[str]:
    """Words in the names of countries, their people and capitals."""
    with (CODE / "gazetteers" / "countries.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield from re.findall(r"[^\s;,-]+", " ".join(str(cell) for cell in row.values()))


GIVEN_NAMES = {"Maria", "Mike", "Henri", "Javier", "Edmundo", "Nicolas", "Nicolás", "Gil"}  # many bear them


def test_the_names_of_the_seeds_are_found() -> None:
    assert {"Maduro", "Machado", "Pompeo", "Globovision", "Bertucci", "Nicolás Maduro"} <= names_of_seeds()


def test_no_rule_knows_a_name_of_the_seeds() -> None:
    names = sorted(names_of_seeds() - GIVEN_NAMES, key=len, reverse=True)
    known = re.compile(r"\b(?:" + "|".join(map(re.escape, names)) + r")\b")
    told = {
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in rule_files()
        for match in known.finditer(path.read_text(encoding="utf-8"))
    }
    assert sorted(told) == []


def test_no_rule_knows_a_sentence_of_the_seeds() -> None:
    length = 7
    runs: set[tuple[str, ...]] = set()
    for name in SEEDS:
        words = re.findall(r"\w+", (ROOT / "seeds" / name).read_text(encoding="utf-8-sig").lower())
        runs.update(zip(*(words[start:] for start in range(length)), strict=False))
    for path in rule_files():
        words = re.findall(r"\w+", path.read_text(encoding="utf-8").lower())
        shared = runs.intersection(zip(*(words[start:] for start in range(length)), strict=False))
        assert not shared, f"{path.relative_to(ROOT)} holds words of an article: {[' '.join(run) for run in shared]}"


# ------------------------------------------------------------------ the code


def test_no_module_is_long() -> None:
    long = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in python_files()}
    assert {name: lines for name, lines in long.items() if lines > 400} == {}


def test_no_function_is_long() -> None:
    long = {}
    for path in python_files():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.end_lineno and node.end_lineno - node.lineno > 40:
                long[f"{path.relative_to(ROOT)}:{node.name}"] = node.end_lineno - node.lineno
    assert long == {}


def python_files() -> list[Path]:
    return sorted(CODE.rglob("*.py"))


def test_no_file_names_a_machine_or_a_registry() -> None:
    """Lock files and code work anywhere: no path of one machine, no index of packages."""
    told = re.compile(r"/(?:home|root|Users)/\w|(?:pypi|pythonhosted|npmjs)\.(?:org|com)")
    files = [*python_files(), *CODE.rglob("*.toml"), *ROOT.glob("*.toml"), *ROOT.glob("*.md"), *ROOT.glob("*.lock")]
    assert [str(file) for file in files if told.search(file.read_text(encoding="utf-8"))] == []


def test_the_reading_never_looks_at_the_clock() -> None:
    clock = re.compile(r"\b(?:today|now|utcnow)\(\)|time\.time\(|gethostname|getuser")
    files = [path for path in python_files() if clock.search(path.read_text(encoding="utf-8"))]
    assert [str(path.relative_to(ROOT)) for path in files] == []
