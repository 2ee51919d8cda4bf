"""What can go wrong in the asking, before there is an answer to read."""

from __future__ import annotations

from papers.moderngov.faults import Fault


class BadAddress(Fault):
    """The address of the service in the settings is none that can be asked."""

    code = "bad_address"
    stops = True


class NoAnswer(Fault):
    """The service did not answer, or answered that it could not, each time it was asked."""

    code = "no_answer"


class Refused(Fault):
    """The service says that it will not answer us at all."""

    code = "refused"
    stops = True


class LeftHost(Fault):
    """The service sends us to another address than the one in the settings."""

    code = "left_host"
    stops = True

    def __init__(self) -> None:
        super().__init__(
            "The web service sends every question on to another address, which was not followed: "
            "put the service's own address in the settings."
        )


class AskedToWait(Fault):
    """The service asks for a longer rest than a run may take."""

    code = "asked_to_wait"
    stops = True

    def __init__(self, seconds: float) -> None:
        super().__init__(
            f"The web service asks to be left alone for {max(1, round(seconds / 60))} minutes, so the run ended: "
            "run it again after that."
        )


class TooMuchAsked(Fault):
    """A run has asked as often as a run may."""

    code = "too_much_asked"
    stops = True

    def __init__(self, most: int) -> None:
        super().__init__(
            f"The run ended after {most:,} requests, which is as many as one may make: ask for fewer dates."
        )


class GivenUp(Fault):
    """So many records in a row had no answer that the service is taken to be out of order."""

    code = "given_up"
    stops = True

    def __init__(self, count: int) -> None:
        super().__init__(
            f"{count} records in a row had no answer, so the run ended: see whether the web service is up."
        )
