"""Files of event types: what they may hold, and what is said of those that are wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.errors import RuleError
from timeline.event_types import read_type

KIND = """
definition = "People wave."
excludes = "Waves of the sea."
title = "{actor} waved"
source = "none"
country = ["actor"]

[words]
crowd = "crowd throng"

[[frame]]
id = "waved"
verbs = ["wave"]
actor = ["subject"]
require = { subject = ["man", "$crowd"] }

[[example]]
text = "The crowd waved."

[[counterexample]]
text = "The flag waved."
why = "a flag"
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "wave.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_words_of_a_file_stand_for_their_names(tmp_path: Path) -> None:
    (frame,) = read_type(written(tmp_path, KIND)).frames
    assert frame.require == {"subject": ("man", "crowd", "throng")}


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("$crowd", "$mob", r"wave\.toml: '\$mob' is not in the table `words`; known are \$crowd"),
        ('crowd = "crowd throng"', "crowd = 3", r"wave\.toml: `crowd` must be a text, saw 3"),
        ('definition = "People wave."', "", r"wave\.toml: `definition` must be a text, saw None"),
        ("verbs =", "words =", r"wave\.toml: .*words"),
        (
            "[[example]]",
            '[[frame]]\nid = "waved"\nverbs = ["beckon"]\n\n[[example]]',
            "id .waved. is given to two",
        ),
        ("[[frame]]", "[[frame", r"wave\.toml: not TOML"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, right: str, wrong: str, said: str) -> None:
    assert right in KIND
    with pytest.raises(RuleError, match=said):
        read_type(written(tmp_path, KIND.replace(right, wrong, 1)))
