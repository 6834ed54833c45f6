"""What the command line says of itself."""

from __future__ import annotations

import subprocess
import sys

import pytest
import typer.main

from tests.cli.given import Run
from timeline import cli

COMMANDS = typer.main.get_command(cli.app).commands  # type: ignore[attr-defined]


def test_the_commands_are_those_of_the_design() -> None:
    assert set(COMMANDS) == set(
        "build dates mentions events explain validate diff release charts site serve evaluate".split()
    )  # fmt: skip


@pytest.mark.parametrize("name", COMMANDS)
def test_help_explains_every_option(name: str, run: Run) -> None:
    shown = run(name, "--help")
    assert shown.code == 0
    assert not shown.err
    assert (COMMANDS[name].help or "").endswith((".", ")."))
    for parameter in COMMANDS[name].params:
        assert parameter.help, f"{parameter.name} of {name} is not explained"  # type: ignore[attr-defined]
        assert " ".join(parameter.help.split())[:12] in " ".join(shown.out.split())  # type: ignore[attr-defined]


def test_help_starts_fast_and_loads_nothing_heavy() -> None:
    asked = [sys.executable, "-X", "importtime", "-m", "timeline", "--help"]
    shown = subprocess.run(asked, capture_output=True, text=True, check=True)
    loaded = {line.rpartition("|")[2].strip() for line in shown.stderr.splitlines()}
    assert "typer" in loaded
    assert not loaded & {"spacy", "pandas", "altair", "pyarrow", "duckdb", "timeline.pipeline"}


def test_an_unknown_command_is_wrong_usage(run: Run) -> None:
    assert run("publish").code == 2
    assert run("build").code == 2
