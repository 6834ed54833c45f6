"""The lists of cue words: each is used, and says what it means."""

from __future__ import annotations

import tomllib
from pathlib import Path

from timeline.frames.words import cues


def test_every_list_is_used_and_says_what_it_means():
    room = Path(cues.__file__).parent
    code = "".join(path.read_text(encoding="utf-8") for path in sorted(room.parent.rglob("*.py")))
    for file in ("cues.toml", "realis.toml", "role_words.toml"):
        for name, table in tomllib.loads((room / file).read_text(encoding="utf-8")).items():
            assert f'"{name}"' in code, f"{file}: nothing uses [{name}]"
            assert table["meaning"] and len(table["words"]) == len(set(table["words"])), f"{file} [{name}]"
