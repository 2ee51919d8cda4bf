"""What the documents say is so: rooms, settings, packages, commands and files are those of the code."""

import importlib
import re
import tomllib

import pytest
from django.conf import settings
from django.core.management import get_commands

ROOT = settings.BASE_DIR
ARCHITECTURE = (ROOT / "docs/architecture.md").read_text()
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
ROOMS = PYPROJECT["tool"]["importlinter"]["root_packages"]


def table(document: str, heading: str) -> list[list[str]]:
    """The cells of the first table under a heading, without its head."""
    part = (ROOT / document).read_text().split(f"\n## {heading}\n")[1]
    lines = re.search(r"(?:^\|.*\n)+", part, re.MULTILINE)[0].splitlines()
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def chosen(document: str) -> list[str]:
    """The packages named by a requirements file."""
    return re.findall(r"^([A-Za-z][\w-]*)", (ROOT / document).read_text(), re.MULTILINE)


def test_every_package_at_the_top_is_a_room():
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")}
    assert packages == set(ROOMS)


@pytest.mark.parametrize("room", ROOMS)
def test_room_has_the_one_sentence_of_its_package(room):
    sentence = importlib.import_module(room).__doc__.strip().splitlines()[0].replace("``", "`")
    assert f"| `{room}` | {sentence} |" in ARCHITECTURE


def test_order_of_rooms_is_that_of_the_contract():
    contract = PYPROJECT["tool"]["importlinter"]["contracts"][0]["layers"]
    drawn = ARCHITECTURE.split("```")[1].strip().splitlines()
    assert [line.split("  ")[0] for line in drawn] == contract


def test_every_setting_is_in_the_table_and_no_other():
    read = re.findall(r'\benv\.\w+\(\s*"([A-Z_]+)"', (ROOT / "scrutiny/settings.py").read_text())
    assert sorted(name.strip("`") for name, *_ in table("docs/running.md", "What may be set")) == sorted(set(read))


@pytest.mark.parametrize(
    "heading, requirements", [("To run", "requirements.in"), ("To build and test", "requirements-dev.in")]
)
def test_every_chosen_package_has_its_reason_and_licence(heading, requirements):
    rows = table("docs/dependencies.md", heading)
    explained = sorted(name for name, why, licence in rows if why and licence)
    assert explained == sorted(chosen(requirements))


def test_every_command_of_the_readme_exists():
    named = [re.match(r"`(\w+)", row[0])[1] for row in table("README.md", "Commands")]
    assert [name for name in named if name not in get_commands()] == []


def test_every_sign_in_of_the_readme_exists():
    from demo.people import PASSWORD, SIGN_INS

    named = [row[0].strip("`") for row in table("README.md", "The first ten minutes")]
    assert (sorted(named), PASSWORD in (ROOT / "README.md").read_text()) == (
        sorted(name for name, *_ in SIGN_INS),
        True,
    )


@pytest.mark.parametrize("document", ["README.md", *sorted(f"docs/{path.name}" for path in ROOT.glob("docs/*.md"))])
def test_every_file_a_document_names_is_there(document):
    named = re.findall(r"`((?:[\w.-]+/)+[\w-]+\.(?:py|md|txt|toml))`", (ROOT / document).read_text())
    assert [name for name in named if not (ROOT / name).exists()] == []
