"""`manage.py serve`: what it starts, in what surroundings, and what it says where a port cannot be had."""

import socket
import sys

import pytest
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError
from honcho.environ import parse_procfile

from scrutiny.management.commands.serve import surroundings


def test_port_that_is_taken_is_said_with_another_to_try():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(CommandError, match=f"Port {port} is taken.*make run PORT=\\d+"):
            call_command("serve", str(port), "--check")


@pytest.mark.parametrize("port", ["0", "65536", "-1"])
def test_number_that_is_no_port_is_refused(port):
    with pytest.raises(CommandError, match="from 1 to 65535"):
        call_command("serve", port=int(port), check=True)


def test_free_port_is_let_pass_in_silence(capsys):
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port = asked.getsockname()[1]
    call_command("serve", str(port), "--check")
    assert capsys.readouterr().out == ""


def test_processes_of_the_procfile_are_web_worker_and_beat():
    started = parse_procfile((settings.BASE_DIR / "Procfile").read_text()).processes
    assert list(started) == ["web", "worker", "beat"]


@pytest.mark.parametrize(
    "set_outside, address", [({}, "http://127.0.0.1:8001"), ({"SITE_URL": "https://a.example"}, "https://a.example")]
)
def test_surroundings_give_the_address_people_use_and_this_python(monkeypatch, set_outside, address):
    monkeypatch.delenv("SITE_URL", raising=False)
    for name, value in set_outside.items():
        monkeypatch.setenv(name, value)
    given = surroundings(8001)
    assert (given["SITE_URL"], given["PORT"], given["PYTHON"]) == (address, "8001", sys.executable)
