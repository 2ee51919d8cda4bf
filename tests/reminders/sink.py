"""A real mail server for tests."""

import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.policy import default


def _controller():
    """Import aiosmtpd, which wants a package of the name ``public`` that is not our room of that name."""
    ours = {name: sys.modules.pop(name) for name in list(sys.modules) if name.partition(".")[0] == "public"}
    path, sys.path = sys.path, [entry for entry in sys.path if "python3" in entry]
    try:
        from aiosmtpd.controller import Controller
    finally:
        sys.path = path
        sys.modules.pop("public", None)
        sys.modules.update(ours)
    return Controller


Controller = _controller()


class Sink:
    """A real mail server that keeps what it takes; ``answers`` are given in turn to each message, then 250."""

    def __init__(self) -> None:
        self.taken: list = []
        self.answers: list[str] = []

    async def handle_DATA(self, server, session, envelope) -> str:
        """Answer a message, and keep it where it is taken."""
        answer = self.answers.pop(0) if self.answers else "250 OK"
        if answer == "drop":
            self.taken.append(envelope)
            server.transport.abort()
        elif answer.startswith("250"):
            self.taken.append(envelope)
        return answer

    async def handle_RCPT(self, server, session, envelope, address, options) -> str:
        """Take any recipient but those called nobody."""
        if address.startswith("nobody@"):
            return "550 No such user here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    @property
    def messages(self) -> list:
        """What was taken, as messages."""
        return [message_from_bytes(envelope.content, policy=default) for envelope in self.taken]


@contextmanager
def serving(handler: Sink) -> Iterator[tuple[str, int]]:
    """Serve on a port of its own; gives host and port."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        host, port = free.getsockname()
    controller = Controller(handler, hostname=host, port=port)
    controller.start()
    try:
        yield host, port
    finally:
        controller.stop()
