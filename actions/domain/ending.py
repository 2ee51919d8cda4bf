"""Committees come to their end, and others continue them: all of it in the order that lets nothing be lost."""

from collections.abc import Iterable, Sequence
from datetime import date

from actions.domain.assigning import Choices, Part
from actions.domain.dues import re_work_dues
from actions.domain.passing import Passing
from actions.domain.what_goes import things_of
from actions.enums import PassedSort
from committees.domain.passing import copy_cycle
from committees.domain.reorganising import check_can_end, write_passed, write_reorganisation
from committees.domain.seating import Seated, end_seats, seat_anew, seats_lasting
from committees.models import Passed, Reorganisation, Seat
from council.calendar import today
from council.domain.succession import end_body, found_successor, succeed
from council.enums import Reorganised
from council.models import Body
from council.refusal import Refusal
from council.rules import check_stands
from workprogramme.domain.passing import pass_programmes, unheard_items


def end_and_follow(
    ending: Sequence[Body], parts: Sequence[Part], *, how: Reorganised, from_on: date, choices: Choices, why: str, by,
    **decided,
) -> Reorganisation:  # fmt: skip
    """End committees on the day before ``from_on``, and let others continue them; the record of what went where.

    Raises ``Refusal`` as the verbs of ``reorganise`` say.
    """
    ending = list(dict.fromkeys(ending))
    ending = locked([*ending, *(part.body for part in parts if part.body)])[: len(ending)]
    for body in ending:
        check_can_end(body, from_on)
        _check_nothing_unheard(body, from_on)
    after = [_follower(part, ending) for part in parts]
    said = {"how": how, "from_on": from_on, "why": why, "by": by}
    made = write_reorganisation(ended=ending, into=after, **said, **decided)
    because = f"{how.label} from {from_on.day} {from_on:%B %Y}: {why}"
    rows = []
    for body in ending:
        rows += _take_over(body, after, how=how, from_on=from_on)
        rows += Passing(body, after, parts, choices, because, by).pass_on(things_of(body, from_on))
    rows += _seat(ending, after, how, choices, from_on=from_on, why=because, by=by)
    for body in ending:
        end_body(body, from_on=from_on)
    write_passed(made, rows)
    re_work(after, why=because, by=by)
    return made


def locked(bodies: Iterable[Body]) -> list[Body]:
    """The bodies as they are now, locked in one order whatever order they were given in, which they keep."""
    keys = list(dict.fromkeys(body.pk for body in bodies))
    found = Body.objects.select_for_update(no_key=True).filter(pk__in=keys).order_by("pk").in_bulk()
    return [found[key] for key in keys]


def re_work(bodies: Iterable[Body], *, why: str, by) -> None:
    """Work out anew what is due at the meetings of committees that took things over."""
    for body in bodies:
        re_work_dues(body, why=why[:300], by=by)


def _check_nothing_unheard(body: Body, from_on: date) -> None:
    item = unheard_items(body, from_on).first() if from_on <= today() else None
    if item:
        raise Refusal(
            f"{item.ref} is on the meeting of {item.meeting.when} of {body.called}, which is not recorded as held. "
            "Record it first: what was not reached goes along."
        )


def _follower(part: Part, ending: Sequence[Body]) -> Body:
    """The committee of a part, on record from now on, with its portfolios and remit."""
    if part.body is not None:
        (body,) = locked([part.body])
        check_stands(body, None)
    else:
        words = {"name": part.name, "short_name": part.short_name}
        body = found_successor(like=max(ending, key=lambda one: one.item_limit), **words)
    if part.remit is not None:
        body.remit = part.remit
        body.save(update_fields=["remit"])
    body.portfolios.add(*part.portfolios)
    return body


def _take_over(body: Body, after: Sequence[Body], *, how: Reorganised, from_on: date) -> list[Passed]:
    """Let each that follows have the cycle, the programmes and the officers of one that ends."""
    rows = []
    for follower in after:
        copy_cycle(body, follower)
        pass_programmes(body, follower, from_on)
        rows += [
            Passed(sort=PassedSort.OFFICER, number=officer.pk, before=body, after=follower)
            for officer in succeed(body, follower, on=from_on, how=how)
        ]
    return rows


def _seat(
    ending: Sequence[Body], after: Sequence[Body], how: Reorganised, choices: Choices, *, from_on: date, why: str, by
) -> list[Passed]:
    """End each term on the day before; whoever goes on sits anew on what follows."""
    seats = [seat for body in ending for seat in seats_lasting(body, from_on)]
    chosen = choices.leading or {} if how == Reorganised.MERGED else None
    rows = []
    for number, follower in enumerate(after):
        going = [seat for seat in seats if _goes_to(seat, number, choices)]
        became = seat_anew(going, on=follower, from_on=from_on, by=by, chosen=chosen)
        rows += [_seated(seat, follower, became[seat.pk]) for seat in going]
    staying = {seat.pk for seat in seats} - {row.number for row in rows}
    rows += [_seated(seat, None, None) for seat in seats if seat.pk in staying]
    for body in ending:
        end_seats(body, from_on=from_on, why=why, by=by)
    return rows


def _goes_to(seat: Seat, number: int, choices: Choices) -> bool:
    return choices.seats is None or number in choices.seats.get(seat.pk, ())


def _seated(seat: Seat, after: Body | None, became: Seated | None) -> Passed:
    because = became.because if became else "The term ends"
    return Passed(sort=PassedSort.SEAT, number=seat.pk, before=seat.body, after=after, because=because)
