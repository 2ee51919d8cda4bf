"""What a reorganisation does to what comes back: it comes back to the committee that continues."""

from datetime import date, timedelta

from django.db import transaction
from django.db.models import QuerySet

from council.calendar import today
from council.history import save_by
from council.models import Body
from council.names import fold
from workprogramme.domain.passing import OPEN
from workprogramme.domain.series import join_series, leave_series
from workprogramme.models import Series


def lasting_series(body: Body, from_on: date) -> QuerySet[Series]:
    """What comes back to a committee on a day or after it."""
    lasting = Series.objects.live_in(from_on, date.max).filter(body=body)
    return lasting.select_related("report_of").prefetch_related("portfolios").order_by("pk")


@transaction.atomic
def pass_series(series: Series, *, to: Body, why: str, by) -> str:
    """Let what comes back come back to another committee. What is called the same there goes on for both.

    Its items have gone before: one that went to yet another committee comes once. Returns what became of it where that
    is not plain.
    """
    series = Series.objects.select_for_update(of=("self",)).get(pk=series.pk)
    same = next((one for one in lasting_series(to, today()) if fold(one.title) == fold(series.title)), None)
    before, series.body, series.version = series.body_id, to, series.version + 1
    said = f"Goes on in what {to.called} has under that title" if same else ""
    if same:
        series.until_on, series.ended_because = max(series.from_on, today() - timedelta(days=1)), said
    save_by(series, by=by, why=why, fields=["body", "until_on", "ended_because", "version"])
    _let_items_follow(series, same or series, before=before, by=by)
    if same:
        _join(series, same)
    return said


def _let_items_follow(series: Series, goes_on: Series, *, before: int, by) -> None:
    coming = series.items.filter(state__in=OPEN).exclude(programme__body=before).select_related("programme")
    for item in coming.order_by("pk"):
        if item.programme.body_id == goes_on.body_id:
            join_series(item, series=goes_on, by=by)
        else:
            leave_series(item, by=by)


def _join(ended: Series, same: Series) -> None:
    """Whose report it is, and where it was left out, holds for the one that goes on."""
    same.portfolios.add(*ended.portfolios.all())
    settled = same.left_out.filter(meeting__isnull=False).values("meeting")
    ended.left_out.filter(meeting__body=same.body).exclude(meeting__in=settled).update(series=same)
