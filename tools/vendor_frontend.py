"""Copy the built look of the pages out of npm packages into this project.

Run it by hand when a version is to change (it needs npm and a registry):

    python tools/vendor_frontend.py

It replaces `static/vendor/` and the test assets that go with it. Running the service needs no npm.
Three faults of the packages as shipped are mended on the way:

* a `sourceMappingURL` comment names a file that is not copied, and collectstatic stops on it;
* icons are addressed as `/assets/…`, which only holds at the root of a site;
* GDS Transport, the crown and the crest belong to GOV.UK alone: the type becomes Helvetica or Arial, and the files
  are left out.
"""

import json
import re
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

PACKAGES = {
    "govuk-frontend": "6.6.0",
    "@ministryofjustice/frontend": "11.1.0",
    "htmx.org": "2.0.11",
    "axe-core": "4.14.1",
}
LICENCES = {
    "govuk-frontend": "MIT, copyright 2017 Crown Copyright (Government Digital Service)",
    "@ministryofjustice/frontend": "MIT, copyright its authors (Ministry of Justice)",
    "htmx.org": "Zero-Clause BSD",
    "axe-core": "Mozilla Public License 2.0, copyright Deque Systems; used by the tests only, unchanged",
}
FIXTURES = (
    "button",
    "checkboxes",
    "date-input",
    "error-message",
    "error-summary",
    "fieldset",
    "file-upload",
    "hint",
    "input",
    "radios",
    "select",
    "textarea",
)
FONT = '"Helvetica Neue",Helvetica,Arial,sans-serif'
CREST = "/assets/images/govuk-crest.svg"

ROOT = Path(__file__).resolve().parent.parent
VENDOR = ROOT / "static" / "vendor"
TESTS = ROOT / "tests"

MIT = """\
Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""


def mend_css(css: str) -> str:
    """Return a stylesheet without source map, GOV.UK's own type and crest, and with icons beside it in `images/`."""
    css = re.sub(r"/\*# sourceMappingURL=.*?\*/\s*", "", css)
    css = re.sub(r"@font-face\{font-family:GDS Transport;[^}]*\}", "", css)
    css = css.replace("GDS Transport,arial,sans-serif", FONT)
    css = css.replace(f"url({CREST})", "none")
    return css.replace("url(/assets/images/", "url(images/")


def mend_js(js: str) -> str:
    """Return a script without its source map comment."""
    return re.sub(r"//# sourceMappingURL=\S+\s*$", "", js)


def icons_named_in(css: str) -> set[str]:
    """Return the file names of the icons a mended stylesheet asks for."""
    return set(re.findall(r"url\(images/([^)]+)\)", css))


def fetch(name: str, version: str, into: Path) -> Path:
    """Download one exact version with `npm pack` and return the folder it was unpacked in."""
    packed = subprocess.run(  # noqa: S603 - the names and versions above, nothing from outside
        ["npm", "pack", "--json", f"{name}@{version}"],  # noqa: S607
        cwd=into,
        check=True,
        capture_output=True,
        text=True,
    )
    listing = json.loads(packed.stdout)
    entry = listing[0] if isinstance(listing, list) else next(iter(listing.values()))
    folder = into / name.replace("/", "-").strip("@")
    with tarfile.open(into / entry["filename"].replace("@", "").replace("/", "-")) as archive:
        archive.extractall(folder, filter="data")
    return folder / "package"


def vendor_styles(css_file: Path, images: Path, target: Path) -> None:
    """Copy one stylesheet, mended, with the icons it names."""
    css = mend_css(css_file.read_text())
    target.mkdir(parents=True, exist_ok=True)
    (target / css_file.name).write_text(css)
    for icon in sorted(icons_named_in(css)):
        (target / "images").mkdir(exist_ok=True)
        shutil.copyfile(images / icon, target / "images" / icon)


def vendor_govuk(package: Path) -> None:
    """Copy GOV.UK Frontend: its style, its script, and the fixtures the form kit is held against."""
    built = package / "dist" / "govuk"
    target = VENDOR / "govuk-frontend"
    vendor_styles(built / "govuk-frontend.min.css", built / "assets" / "images", target)
    (target / "govuk-frontend.min.js").write_text(mend_js((built / "govuk-frontend.min.js").read_text()))
    fixtures = TESTS / "govuk" / "fixtures"
    fixtures.mkdir(parents=True, exist_ok=True)
    for component in FIXTURES:
        source = json.loads((built / "components" / component / "fixtures.json").read_text())
        kept = [{key: entry[key] for key in ("name", "options", "html")} for entry in source["fixtures"]]
        (fixtures / f"{component}.json").write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n")


def vendor_moj(package: Path) -> None:
    """Copy the Ministry of Justice's styles (filters, timeline); its scripts are not used."""
    built = package / "moj"
    vendor_styles(built / "moj-frontend.min.css", built / "assets" / "images", VENDOR / "moj-frontend")


def vendor_htmx(package: Path) -> None:
    """Copy htmx."""
    target = VENDOR / "htmx"
    target.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(package / "dist" / "htmx.min.js", target / "htmx.min.js")
    shutil.copyfile(package / "LICENSE", target / "LICENSE")


def vendor_axe(package: Path) -> None:
    """Copy the accessibility checker beside the browser tests."""
    target = TESTS / "browser"
    target.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(package / "axe.min.js", target / "axe.min.js")
    shutil.copyfile(package / "LICENSE", target / "axe.LICENSE.txt")


def write_versions() -> None:
    """Write what was taken, in which version and under which licence."""
    rows = "\n".join(f"| {name} | {version} | {LICENCES[name]} |" for name, version in PACKAGES.items())
    (VENDOR / "VERSIONS.md").write_text(
        "# What was taken from where\n\n"
        "Written by `tools/vendor_frontend.py`; do not edit files in this folder, run it again.\n\n"
        f"| package (npm) | version | licence |\n|---|---|---|\n{rows}\n\n"
        "Left out: fonts, crown and crest, which are GOV.UK's own.\n"
        "axe-core and GOV.UK Frontend's fixtures are under `tests/`.\n\n"
        f"## The MIT licence\n\n{MIT}"
    )


def main() -> None:
    """Replace `static/vendor/` by the versions named above."""
    shutil.rmtree(VENDOR, ignore_errors=True)
    steps = dict(zip(PACKAGES, (vendor_govuk, vendor_moj, vendor_htmx, vendor_axe), strict=True))
    with tempfile.TemporaryDirectory() as folder:
        for name, version in PACKAGES.items():
            steps[name](fetch(name, version, Path(folder)))
    write_versions()


if __name__ == "__main__":
    main()
