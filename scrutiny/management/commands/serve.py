"""`manage.py serve`: web, worker and beat together, in one readable log, and gone together."""

import os
import signal
import socket
import sys

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from honcho.environ import parse_procfile
from honcho.manager import Manager
from honcho.printer import Printer

HOST = "127.0.0.1"


def check_free(port: int) -> None:
    """Raise a ``CommandError`` that says what to do where nothing can listen on the port."""
    if not 0 < port < 65536:
        raise CommandError(f"A port is a number from 1 to 65535, not {port}. Try: make run PORT=8001")
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((HOST, port))
        except PermissionError as error:
            raise CommandError(f"Port {port} is kept for the system. Try: make run PORT=8001") from error
        except OSError as error:
            raise CommandError(
                f"Port {port} is taken: Scrutiny may be running already. Stop what uses it, "
                f"or choose another port: make run PORT={port + 1 if port < 65535 else 8001}"
            ) from error


def surroundings(port: int) -> dict[str, str]:
    """The environment of the three processes: ours, with the port and the address people use."""
    return {
        "SITE_URL": f"http://{HOST}:{port}",
        **os.environ,
        "PORT": str(port),
        "PYTHON": sys.executable,
        "PYTHONUNBUFFERED": "1",
    }


def run_together(port: int) -> int | None:
    """Run every process of the Procfile until one stops or we are told to stop; then stop them all."""
    manager = Manager(Printer(sys.stdout, time_format=""))  # each process prints the time itself
    processes = parse_procfile((settings.BASE_DIR / "Procfile").read_text()).processes
    for name, command in processes.items():
        manager.add_process(name, command, env=surroundings(port), cwd=str(settings.BASE_DIR))
    signal.signal(signal.SIGHUP, lambda *_: os.kill(os.getpid(), signal.SIGTERM))
    manager.loop()
    return manager.returncode


class Command(BaseCommand):
    """Run the whole service on this machine: web server, worker and timetable."""

    help = "Run web, worker and beat together; Ctrl-C stops all three."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("port", nargs="?", type=int, default=8000)
        parser.add_argument("--check", action="store_true", help="only see whether the port is free")

    def handle(self, *, port, check, **options):
        check_free(port)
        if check:
            return
        self.stdout.write(f"\nScrutiny will be at http://{HOST}:{port}/ - Ctrl-C stops it.\n\n")
        returned = run_together(port)
        stopped_by_us = {130, 143}
        if returned not in stopped_by_us:
            sys.exit(returned)
