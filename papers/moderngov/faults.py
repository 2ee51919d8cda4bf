"""What can be wrong with an answer: one class a fault, one clear line a fault, never a word of what the answer held."""

from __future__ import annotations

from typing import ClassVar


class Fault(Exception):
    """A record that cannot be taken; the message is one line. `stops` says that the whole run must end with it."""

    code: ClassVar[str] = "fault"
    stops: ClassVar[bool] = False


class NotXml(Fault):
    """Something other than the XML of the service came back."""

    code = "not_xml"


class WebPage(Fault):
    """A web page came back that is neither a challenge nor a login: an error page, or a page that moved in."""

    code = "web_page"

    def __init__(self) -> None:
        super().__init__("A web page came back in place of the XML that was asked for.")


class ChallengePage(Fault):
    """A page that wants a person: a check for robots, or a login."""

    code = "challenge_page"
    stops = True

    def __init__(self) -> None:
        super().__init__(
            "The website answered with a check for robots or a login page, so nothing more was asked of it: "
            "ask whoever runs it to let this service read the web service."
        )


class ServiceError(Fault):
    """The service itself says that it failed."""

    code = "service_error"

    def __init__(self) -> None:
        super().__init__("The web service answered with an error of its own in place of the record.")


class MissingId(Fault):
    """A record without the number by which the service knows it."""

    code = "missing_id"

    def __init__(self, what: str) -> None:
        super().__init__(f"The {what} has no number of its own in the web service, so it cannot be told from others.")


class AnotherRecord(Fault):
    """The service answered with another record than was asked for."""

    code = "another_record"

    def __init__(self, asked: str, given: str) -> None:
        super().__init__(f"Meeting {asked} was asked for and the web service answered with meeting {given}.")


class ImpossibleDate(Fault):
    """A meeting without a date that a calendar has."""

    code = "impossible_date"

    def __init__(self, printed: str) -> None:
        said = f"given as {printed[:20]!r}, which is no day of the calendar" if printed else "not given"
        super().__init__(f"The date of the meeting is {said}: put it right in ModernGov.")


class CutOff(Fault):
    """An answer that ends before its end."""

    code = "cut_off"

    def __init__(self) -> None:
        super().__init__("The answer ends in the middle, so none of it was taken: the next run asks again.")


class TooLarge(Fault):
    """An answer larger than any meeting is."""

    code = "too_large"

    def __init__(self, most: str) -> None:
        super().__init__(f"The answer is larger than {most}, which no meeting is, so it was not read.")


class Hostile(Fault):
    """XML that declares entities or a document type, as attacks do and ModernGov does not."""

    code = "hostile"

    def __init__(self) -> None:
        super().__init__("The answer declares a document type or entities, as attacks do: it was not read.")


class Restricted(Fault):
    """A meeting that is not for the public as a whole."""

    code = "restricted"

    def __init__(self) -> None:
        super().__init__("The meeting is restricted as a whole, so nothing of it was kept.")


class Unreadable(Fault):
    """An answer that is sound, and that the reader failed on."""

    code = "unreadable"

    def __init__(self, why: str) -> None:
        super().__init__(f"The answer is sound but the reader failed on it ({why}): report it as a fault of Scrutiny.")
