"""Reading an edition back as it was, comparing two, and the minute by which the committee adopts its programme."""

from datetime import date

from django.db import transaction
from django.db.models import Q

from committees.models import Clause
from council.refusal import Refusal
from papers.writing.canonical import hash_of
from papers.writing.changes import compare
from papers.writing.edition import Change, from_text
from papers.writing.edition import Edition as Printed
from workprogramme.models import Adoption, Edition, ForwardPlan, Programme
from workprogramme.rules import check_can_adopt


class Altered(RuntimeError):
    """The record of an edition is not what was frozen: its text does not give its hash."""


def text_of(edition: Edition) -> str:
    """The text of an edition, byte for byte as it was frozen. Raises ``Altered`` where it no longer gives its hash."""
    if hash_of(edition.content) != edition.sha256:
        raise Altered(f"{edition} is not as it was frozen: its text does not give the hash {edition.sha256}.")
    return edition.content


def read_edition(edition: Edition) -> Printed:
    """What an edition prints, exactly as it was. Raises ``Altered`` as ``text_of`` does."""
    return from_text(text_of(edition))


def compare_editions(before: Edition, after: Edition) -> tuple[Change, ...]:
    """Each difference from one edition to another. Raises ``Refusal`` where they are of different programmes."""
    if before.programme_id != after.programme_id:
        raise Refusal("Those are editions of different programmes, so they cannot be compared.")
    return compare(read_edition(before), read_edition(after))


@transaction.atomic
def adopt_programme(programme: Programme, *, clause: Clause, by, edition: Edition | None = None) -> Adoption:
    """Record that the committee adopted its programme by a clause of a minute (Protocol 5.4).

    Without an ``edition`` it is the last one frozen for that meeting or before it, where there is one. Found again
    where it is on record. Raises ``Refusal`` for a clause of another committee or of a meeting that cannot resolve.
    """
    programme = Programme.objects.select_for_update(of=("self",)).get(pk=programme.pk)
    check_can_adopt(programme, clause)
    if edition is not None and edition.programme_id != programme.pk:
        raise Refusal("That edition is of another programme.")
    words = {"edition": edition or _edition_before(programme, clause), "by": by}
    adoption, _ = Adoption.objects.get_or_create(programme=programme, clause=clause, defaults=words)
    programme.adopted_by = programme.adoptions.last().clause
    programme.save(update_fields=["adopted_by"])
    return adoption


def _edition_before(programme: Programme, clause: Clause) -> Edition | None:
    meeting = clause.minute.meeting
    known = Q(for_meeting=meeting) | Q(for_meeting__isnull=True, made_on__lte=meeting.on)
    return programme.editions.filter(known | Q(for_meeting__on__lt=meeting.on)).first()


def record_forward_plan(
    *, published_on: date, by, from_on: date | None = None, to_on: date | None = None
) -> ForwardPlan:
    """Record that a forward plan was published, with the period it covers, whether or not anything in it is in remit.

    Raises ``Refusal`` where the period ends before it begins.
    """
    if from_on and to_on and to_on < from_on:
        raise Refusal("The period of the forward plan cannot end before it begins.")
    period = {"from_on": from_on, "to_on": to_on}
    words = {"defaults": period, "create_defaults": {**period, "entered_by": by}}
    return ForwardPlan.objects.update_or_create(published_on=published_on, **words)[0]
