"""Comments by finance and legal officers on a report: their numbers, or why there are none."""

from django.db import transaction

from committees.enums import Stage
from council.calendar import now, today
from council.history import create_by, save_by
from council.refusal import Refusal
from papers.reading.comment_numbers import comment_number
from workprogramme.domain.items import locked
from workprogramme.domain.stages import has_all_comments, meet_stage, reopen_stage
from workprogramme.enums import BEING_WRITTEN, CommentsFrom
from workprogramme.models import Comments, Item
from workprogramme.rules import can_have_comments


@transaction.atomic
def record_comments(
    item: Item,
    *,
    by,
    fd: str = "",
    fd_not_required: str = "",
    ld: str = "",
    ld_not_required: str = "",
    late_because: str = "",
) -> list[Comments]:
    """Put the FD and LD numbers of a report on record, or why one is not required; what is left empty stays as it is.

    With both there the stage of comments is done, and where its day has passed it is done with ``late_because``.
    Raises ``Refusal`` for a number that cannot be read, a number beside a reason for none, or late without a reason.
    """
    item = locked(item)
    if not can_have_comments(item):
        raise Refusal(f"This item is {item.get_state_display().lower()}, so no comments belong to it.")
    said = ((CommentsFrom.FINANCE, fd, fd_not_required), (CommentsFrom.LEGAL, ld, ld_not_required))
    written = [_write(item, which, number, because, by=by) for which, number, because in said if number or because]
    stage = item.stages.owed().filter(stage=Stage.COMMENTS).first()
    if written and stage and has_all_comments(item.pk):
        meet_stage(stage, by=by, late_because=late_because)
    return written


def _write(item: Item, which: str, number: str, because: str, *, by) -> Comments:
    values = {"number": "", "not_required_because": because.strip()[:300]}
    if number and because:
        raise Refusal(f"Enter the {which} number or why it is not required, not both.")
    if number:
        values = {"number": read_number(number, which), "not_required_because": ""}
    kept = item.comments.filter(which=which).first()
    if kept is None:
        return create_by(Comments, by=by, item=item, which=which, recorded_by=by, recorded_on=today(), **values)
    if (kept.number, kept.not_required_because) != tuple(values.values()):
        kept.number, kept.not_required_because = values.values()
        kept.recorded_by, kept.recorded_on = by, today()
        save_by(kept, by=by, fields=[*values, "recorded_by", "recorded_on"])
    return kept


def read_number(number: str, which: str) -> str:
    """The number as it is kept. Raises ``Refusal``, saying how to mend it."""
    try:
        return comment_number(number, which)
    except ValueError as error:
        raise Refusal(f"{error}.") from error


@transaction.atomic
def take_back_comments(comments: Comments, *, by) -> None:
    """Take a number, or the reason for none, off a report that is still being written; its stage is open again."""
    item = locked(comments.item)
    if item.state not in BEING_WRITTEN:
        raise Refusal(f"This item is {item.get_state_display().lower()}, so its comments stay. You can correct them.")
    comments._history_user, comments._history_date = by, now()
    comments.delete()
    stage = item.stages.filter(stage=Stage.COMMENTS, met_on__isnull=False).first()
    if stage:
        reopen_stage(stage, by=by)
