"""The files for servers: what each service waits for, how it is seen to be well, and that no secret is in them."""

import re

import pytest
import yaml
from celery.signals import after_task_publish
from django.conf import settings

COMPOSE = (settings.BASE_DIR / "docker-compose.yml").read_text()
DOCKERFILE = (settings.BASE_DIR / "Dockerfile").read_text()
SERVICES = yaml.safe_load(COMPOSE)["services"]
EXAMPLE = dict(re.findall(r"^([A-Z_]+)=(.*)$", (settings.BASE_DIR / ".env.example").read_text(), re.MULTILINE))
READ_BY_SETTINGS = set(
    re.findall(r'env\.\w+\(\s*"([A-Z_]+)"', (settings.BASE_DIR / "scrutiny/settings.py").read_text())
)


def test_services_are_the_whole_of_the_product():
    assert sorted(SERVICES) == ["beat", "db", "migrate", "redis", "web", "worker"]


@pytest.mark.parametrize("name", ["db", "redis", "web", "worker", "beat"])
def test_service_that_stays_up_has_a_health_check_and_comes_back(name):
    service = SERVICES[name]
    assert (service["healthcheck"]["test"][0][:3], service["restart"]) == ("CMD", "unless-stopped")


@pytest.mark.parametrize("name", ["web", "worker", "beat"])
def test_part_of_the_service_waits_for_its_servers_and_the_migration(name):
    waits = {other: on["condition"] for other, on in SERVICES[name]["depends_on"].items()}
    assert waits == {
        "db": "service_healthy",
        "redis": "service_healthy",
        "migrate": "service_completed_successfully",
    }


def test_every_name_that_is_filled_in_stands_in_the_example():
    assert set(re.findall(r"\$\{([A-Z_]+)", COMPOSE)) == set(EXAMPLE)


def test_every_name_given_to_the_service_is_one_that_settings_read():
    assert set(SERVICES["web"]["environment"]) - READ_BY_SETTINGS == set()


def test_secrets_are_left_empty_in_the_example():
    assert (EXAMPLE["SECRET_KEY"], EXAMPLE["POSTGRES_PASSWORD"]) == ("", "")


def test_image_runs_as_nobody_in_particular_on_pinned_packages():
    said = re.findall(r"^(FROM|USER|CMD) (.+)$", DOCKERFILE, re.MULTILINE)
    assert (said[:2], "--require-hashes" in DOCKERFILE) == (
        [("FROM", "python:3.11-slim-bookworm"), ("USER", "scrutiny")],
        True,
    )


def test_image_checks_the_address_that_monitors_ask():
    assert re.search(r"HEALTHCHECK .*\\\n.*/health/", DOCKERFILE)


def test_beat_is_seen_by_the_mark_it_leaves(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    after_task_publish.send(sender="reminders.tasks.sweep")
    left = [path.name for path in tmp_path.iterdir()]
    assert re.search(r"-name (\S+)", SERVICES["beat"]["healthcheck"]["test"][1])[1] in left
