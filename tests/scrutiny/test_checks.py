"""What a bad deployment is told, and that a good one is told nothing."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
import time_machine
from django.core.checks import run_checks

from deadlines.bank_holidays import HORIZON
from scrutiny import checks

ROOT = Path(__file__).resolve().parents[2]
FILE_MAIL = "django.core.mail.backends.filebased.EmailBackend"
SQLITE = {"default": {"ENGINE": "django.db.backends.sqlite3"}}
POSTGRESQL = {"default": {"ENGINE": "django.db.backends.postgresql"}}
DOCUMENTED = {
    "SITE_URL": "https://scrutiny.council.example",
    "ALLOWED_HOSTS": "scrutiny.council.example",
    "SECRET_KEY": "of-its-own-" + "abcdefghij0123456789" * 3,
    "EMAIL_URL": "smtp+tls://sender:phrase@mail.council.example:587",
    "MAIL_FROM": "Scrutiny <scrutiny@democracy.example>",
}


@pytest.mark.parametrize(
    ("check", "right", "wrong", "number"),
    [
        (checks.check_date_is_not_held, {"HELD_DATE": None}, {"HELD_DATE": date(2023, 9, 19)}, "W002"),
        (checks.check_site_url, {"SITE_URL": "https://a.example"}, {"SITE_URL": "http://a.example"}, "W003"),
        (
            checks.check_sender,
            {"DEFAULT_FROM_EMAIL": "Scrutiny <scrutiny@democracy.example>"},
            {"DEFAULT_FROM_EMAIL": "Scrutiny <scrutiny@council.example>"},
            "W004",
        ),
        (
            checks.check_mail_leaves_the_house,
            {"EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend"},
            {"EMAIL_BACKEND": FILE_MAIL},
            "W005",
        ),
        (
            checks.check_one_machine,
            {"REDIS_URL": "redis://redis.example", "DATABASES": POSTGRESQL},
            {"REDIS_URL": "redis://redis.example", "DATABASES": SQLITE},
            "W006",
        ),
        (checks.check_one_machine, {"REDIS_URL": "", "DATABASES": SQLITE}, None, ""),
        (checks.check_date_is_not_held, {"HELD_DATE": date(2023, 9, 19), "DEBUG": True}, None, ""),
    ],
)
def test_deployment_is_warned_of_what_is_wrong_and_of_nothing_else(monkeypatch, check, right, wrong, number):
    def ids(values):
        for name, value in values.items():
            monkeypatch.setattr(f"django.conf.settings.{name}", value, raising=False)
        return [message.id for message in check(None)]

    assert ids(right) == []
    assert wrong is None or ids(wrong) == [f"scrutiny.{number}"]


def test_key_kept_beside_the_data_is_warned_of(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    given = [message.id for message in checks.check_secret_is_given(None)]
    (tmp_path / "secret_key").write_text(f"{settings.SECRET_KEY}\n")
    kept = [message.id for message in checks.check_secret_is_given(None)]
    assert (given, kept) == ([], ["scrutiny.W007"])


@pytest.mark.parametrize(("day", "ids"), [(date(2023, 9, 19), []), (HORIZON, ["scrutiny.W001"])])
def test_end_of_the_bank_holiday_list_is_warned_of(day, ids):
    with time_machine.travel(day):
        assert [message.id for message in checks.check_bank_holidays(None)] == ids


def test_checks_are_registered_and_an_embedded_installation_passes_them():
    assert [message.id for message in run_checks() if message.id.startswith("scrutiny.")] == []
    deployed = {message.id for message in run_checks(include_deployment_checks=True)}
    assert "scrutiny.W003" in deployed


@pytest.mark.parametrize(
    ("arguments", "environment"), [([], {}), (["--deploy"], DOCUMENTED)], ids=["embedded", "documented"]
)
def test_installation_as_documented_is_clean(tmp_path, arguments, environment):
    plain = {key: os.environ[key] for key in ("PATH", "HOME", "LANG") if key in os.environ}
    checked = subprocess.run(
        [sys.executable, "manage.py", "check", "--fail-level", "WARNING", *arguments],
        cwd=ROOT,
        env={**plain, "DATA_DIR": str(tmp_path), **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (checked.returncode, checked.stdout.strip()) == (0, "System check identified no issues (0 silenced).")
