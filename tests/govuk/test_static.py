"""What was taken from outside can be collected, and holds nothing that is GOV.UK's own."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command

STATIC = Path(__file__).parents[2] / "static"
VENDOR = STATIC / "vendor"


@pytest.mark.slow
def test_static_files_are_collected_with_hashed_names(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    }
    call_command("collectstatic", interactive=False, verbosity=0)
    named = [staticfiles_storage.url(f"look/{name}") for name in ("look.css", "print.css", "start.js", "supported.js")]
    assert [(tmp_path / Path(url).relative_to("/static")).exists() for url in named] == [True] * 4


@pytest.mark.parametrize("trace", ["GDS Transport", "/assets/", "sourceMappingURL", "crest.svg", "crown.png"])
def test_vendored_styles_are_mended(trace):
    assert [path.name for path in VENDOR.rglob("*.css") if trace in path.read_text()] == []


def test_no_type_crown_or_crest_is_shipped():
    kinds = {path.suffix for path in VENDOR.rglob("*") if path.is_file()}
    assert kinds == {".css", ".js", ".svg", ".md", ""}


def test_every_icon_named_in_a_style_is_there():
    missing = [
        name
        for style in VENDOR.rglob("*.css")
        for name in re.findall(r"url\(([^)]+)\)", style.read_text())
        if not name.startswith(("data:", '"data:', "'data:")) and not (style.parent / name).exists()
    ]
    assert missing == []
