"""Handing one mail to the mail server, and understanding what it answers."""

import smtplib
from email.message import EmailMessage as StandardMessage
from email.policy import SMTP
from email.utils import format_datetime
from enum import StrEnum

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection

from reminders.models import Mail

PERMANENT_FROM = 500
STRICT = SMTP.clone(cte_type="7bit", max_line_length=76)


class Answer(StrEnum):
    """What became of an attempt. ``unknown``: the server may have taken the mail, or not."""

    TAKEN = "taken"
    LATER = "later"
    NEVER = "never"
    UNKNOWN = "unknown"
    NO_SERVER = "no server"


class StrictMessage(StandardMessage):
    """A message that strict servers take: plain ASCII on the wire, no line over 76 characters."""

    def as_bytes(self, unixfrom=False, policy=None, linesep="\n") -> bytes:
        """The message as bytes, with the line ends that the mail backend asks for."""
        return super().as_bytes(unixfrom, policy=(policy or self.policy).clone(linesep=linesep))


class StrictMail(EmailMultiAlternatives):
    """Django's mail, put together by the standard library's newer rules."""

    def message(self) -> StrictMessage:
        """The whole message: headers, text part, HTML part."""
        message = StrictMessage(policy=STRICT)
        message["Subject"] = self.subject
        message["From"] = self.from_email
        message["To"] = ", ".join(self.to)
        for name, value in self.extra_headers.items():
            message[name] = value
        message.set_content(self.body, cte="quoted-printable")
        for alternative in self.alternatives:
            message.add_alternative(alternative.content, subtype="html", cte="quoted-printable")
        return message


def deliver(mail: Mail) -> tuple[Answer, str]:
    """Try once to hand a mail to the server; says what it answered. Never call it inside a transaction."""
    try:
        connection = get_connection()
        connection.open()
    except Exception as error:
        return Answer.NO_SERVER, _said(error)
    try:
        message = _message(mail, connection)
        message.message()
    except Exception as error:
        connection.close()
        return Answer.NEVER, _said(error)
    return _hand_over(message, connection)


def _message(mail: Mail, connection) -> StrictMail:
    message = StrictMail(
        subject=mail.subject,
        body=mail.text,
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[mail.address],
        connection=connection,
        headers={
            "Date": format_datetime(mail.created_at),
            "Message-ID": mail.message_id,
            "Auto-Submitted": "auto-generated",
        },
    )
    message.attach_alternative(mail.html, "text/html")
    return message


def _hand_over(message: StrictMail, connection) -> tuple[Answer, str]:
    try:
        connection.send_messages([message])
    except smtplib.SMTPServerDisconnected as error:
        return Answer.UNKNOWN, _said(error)
    except smtplib.SMTPRecipientsRefused as error:
        return _by_code(next(iter(error.recipients.values())))
    except smtplib.SMTPResponseException as error:
        return _by_code((error.smtp_code, error.smtp_error))
    except smtplib.SMTPNotSupportedError as error:
        return Answer.NEVER, _said(error)
    except OSError as error:
        return Answer.UNKNOWN, _said(error)
    except Exception as error:
        return Answer.NEVER, _said(error)
    finally:
        _close(connection)
    return Answer.TAKEN, ""


def _close(connection) -> None:
    # A server that fails at QUIT has still answered for the mail.
    try:
        connection.close()
    except Exception:
        connection.connection = None


def _by_code(answer: tuple[int, bytes | str]) -> tuple[Answer, str]:
    code, words = answer
    said = words.decode(errors="replace") if isinstance(words, bytes) else words
    return (Answer.NEVER if code >= PERMANENT_FROM else Answer.LATER), f"{code} {said}"[:300]


def _said(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"[:300]
