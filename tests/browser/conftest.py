"""A real browser for the journeys: Debian's Chromium, driven by Playwright, with the accessibility checker at hand.

Set CHROMIUM to use another build. Where none is installed the tests marked `browser` are skipped.
"""

import os
from pathlib import Path

import pytest

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright's loop runs in the test's own thread

CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
AXE = Path(__file__).parent / "axe.min.js"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SIZES = {"desktop": (1280, 900), "phone": (390, 844)}
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def pytest_collection_modifyitems(items):
    missing = pytest.mark.skip(reason=f"no Chromium at {CHROMIUM}")
    for item in items:
        if item.get_closest_marker("browser") and not CHROMIUM.exists():
            item.add_marker(missing)


@pytest.fixture(autouse=True)
def plain_static_addresses(settings):
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.fixture(scope="session")
def browser():
    """Return one browser for the whole run."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield running
        running.close()


@pytest.fixture
def new_page(browser, live_server):
    """Return a maker of pages: `new_page()`, `new_page("phone")`, `new_page(scripts=False)`.

    Every page starts a session of its own, and addresses may be given from the root: `page.goto("/actions/")`.
    """
    opened = []

    def make(size="desktop", scripts=True):
        width, height = SIZES[size]
        context = browser.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": height},
            java_script_enabled=scripts,
            locale="en-GB",
            timezone_id="Europe/London",
        )
        opened.append(context)
        page = context.new_page()
        page.faults = []
        page.on("pageerror", lambda error: page.faults.append(str(error)))
        page.on("console", lambda line: page.faults.append(line.text) if line.type == "error" else None)
        return page

    yield make
    for context in opened:
        context.close()


@pytest.fixture
def page(new_page):
    """Return a page of desktop size; `page.faults` lists what its scripts complained of."""
    return new_page()


@pytest.fixture
def axe():
    """Return a checker: `axe(page) == []` where nothing is wrong, else rule, help and places of each violation."""

    def check(page):
        # through the browser's own protocol, as the page's content security policy forbids added scripts
        page.evaluate(AXE.read_text() + "; undefined")
        found = page.evaluate("rules => axe.run(document, rules)", RULES)
        return [
            {"rule": fault["id"], "help": fault["help"], "places": [node["html"][:200] for node in fault["nodes"]]}
            for fault in found["violations"]
        ]

    return check
