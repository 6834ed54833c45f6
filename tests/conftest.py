"""What several rooms' tests share: the package built from the seeds, once a run, and hypothesis' profiles."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from timeline import job, package
from timeline.models import Rows

ROOT = Path(__file__).parent.parent

settings.register_profile("default", deadline=None, max_examples=40, derandomize=True)
settings.register_profile(
    "fuzz", deadline=None, max_examples=4000, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with datapackage/ and charts/ built from the seeds."""
    out = tmp_path_factory.mktemp("built")
    job.build([ROOT / "seeds"], out)
    return out


@pytest.fixture(scope="session")
def seed_rows(built: Path) -> Rows:
    """The rows of the package built from the seeds."""
    return package.read_rows(built / "datapackage")
