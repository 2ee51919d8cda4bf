"""The Makefile: every target is listed, and a machine without Python is told what to do."""

import os
import re
import shutil
import subprocess

import pytest
from django.conf import settings

pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")


def make(*words: str, at=settings.BASE_DIR) -> subprocess.CompletedProcess:
    """Run make as from a shell, not as part of a run of make that these tests may stand in."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    return subprocess.run(["make", *words], cwd=at, env=clean, capture_output=True, text=True)


def test_make_alone_lists_every_target():
    phony = re.search(r"^\.PHONY: (.+)$", (settings.BASE_DIR / "Makefile").read_text(), re.MULTILINE)
    listed = re.findall(r"^  make (\w+) ", make().stdout, re.MULTILINE)
    assert sorted(listed) == sorted(phony[1].split())


@pytest.mark.parametrize("folder", ["plain", "with a space"])
def test_machine_without_python_is_told_what_is_missing_and_left_as_it_was(tmp_path, folder):
    at = tmp_path / folder
    at.mkdir()
    shutil.copy(settings.BASE_DIR / "Makefile", at)
    shutil.copy(settings.BASE_DIR / "requirements.txt", at)
    asked = make("install", "PYTHON=no-such-python", at=at)
    assert (asked.returncode, "Scrutiny needs Python 3.11 or newer" in asked.stderr, (at / ".venv").exists()) == (
        2,
        True,
        False,
    )
