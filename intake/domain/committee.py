"""Whose paper it is: the committee an officer means where the paper's own name for it is not on record."""

from django.db import transaction

from council.domain.setting_up import establish_body
from council.models import Body
from council.refusal import Refusal
from intake.domain.read import propose_from
from intake.models import Reading
from intake.rules import committees_of
from papers.reading.document import read


@transaction.atomic
def say_committee(reading: Reading, *, body: Body, by) -> Reading:
    """Say which committee a paper is of; the name it prints becomes another name of that committee.

    Everything is proposed anew, against that committee's record. Raises ``Refusal`` where the officer does not run the
    committee, or something of the paper is on record already.
    """
    reading = Reading.objects.select_for_update(of=("self",)).select_related("paper").get(pk=reading.pk)
    if not committees_of(by).filter(pk=body.pk).exists():
        raise Refusal(f"Only its own officers put papers of {body.called} on record.")
    if reading.recordings.exists():
        raise Refusal("Something of this paper is on record already, so its committee stays as it is.")
    if reading.committee:
        establish_body(name=body.name, kind=body.kind, aliases=(reading.committee,))
    reading.body, reading.version = body, reading.version + 1
    reading.save(update_fields=["body", "version"])
    propose_from(reading, read(reading.text, kind=reading.asked_kind))
    return reading
