"""The actions list, and the same list as a CSV file."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, QueryDict, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from actions.enums import ENDED, ActionState
from actions.exports import actions_csv
from actions.filters import ActionFilter, in_order
from actions.models import Action
from actions.rules import visible_actions
from actions.standing import with_standing
from actions.views.rows import row_of
from council.calendar import today
from council.models import Body, User
from council.rules import has_standing

PAGE = 25
COLUMNS = (("Action", "ref"), ("Asked of", "owner"), ("Due", "due"), ("Where it stands", ""))
DEFAULT_SORT = "due"


@login_required
@require_safe
def actions(request: HttpRequest) -> HttpResponse:
    """What committees asked for, and what became of it."""
    seen, narrowed = _seen(request.user), _narrowed(request)
    page = Paginator(with_standing(narrowed.qs), PAGE).get_page(request.GET.get("page"))
    context = {
        "today": today(),
        "filter": narrowed,
        "page": page,
        "rows": [row_of(action, today()) for action in page],
        "many_committees": len({action.body_id for action in page}) > 1,
        "total": seen.count(),
        "hidden": narrowed.left_out(),
        "columns": [_column(request, text, sort) for text, sort in COLUMNS],
        "shortcuts": _shortcuts(request, seen, narrowed.form.cleaned_data.get("committee")),
        "csv": _with_query(reverse("actions_csv"), request.GET),
        "everything": _with_query(request.path, request.GET, state="all"),
    }
    return render(request, "actions/list.html", context)


@login_required
@require_safe
def export(request: HttpRequest) -> StreamingHttpResponse:
    """The list as it is shown, all its pages, as a CSV file."""
    lines = actions_csv(with_standing(_narrowed(request).qs))
    file = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    file["Content-Disposition"] = f'attachment; filename="actions-{today():%Y-%m-%d}.csv"'
    return file


def _seen(user: User) -> QuerySet[Action]:
    if not has_standing(user):
        raise Http404
    return visible_actions(user)


def _narrowed(request: HttpRequest) -> ActionFilter:
    return ActionFilter(request.GET, queryset=in_order(_seen(request.user)), request=request)


def _column(request: HttpRequest, text: str, sort: str) -> dict[str, str]:
    if not sort:
        return {"text": text}
    now = request.GET.get("sort") or DEFAULT_SORT
    turned = f"-{sort}" if now == sort else sort
    order = {sort: "ascending", f"-{sort}": "descending"}.get(now, "none")
    wanted = "" if turned == DEFAULT_SORT else turned
    return {"text": text, "sort": order, "href": _with_query(request.path, request.GET, sort=wanted)}


def _with_query(path: str, query: QueryDict, **changes: str) -> str:
    query = query.copy()
    query.pop("page", None)
    for name, value in changes.items():
        query[name] = value
        if not value:
            del query[name]
    return f"{path}?{query.urlencode()}" if query else path


def _shortcuts(request: HttpRequest, seen: QuerySet[Action], committee: Body | None) -> list[dict]:
    """The four ways people most often look at the list, with how many there are; a chosen committee stays chosen."""
    within = seen.filter(body=committee) if committee else seen
    counts = within.aggregate(
        live=Count("pk", filter=~Q(state__in=ENDED)), proposed=Count("pk", filter=Q(state=ActionState.PROPOSED))
    )
    rows = [
        ("Not ended", {}, counts["live"]),
        ("Overlooked", {"overlooked": "on"}, within.overlooked().count()),
        ("Overdue", {"due": "overdue"}, within.live().overdue(today()).count()),
        ("To accept", {"state": ActionState.PROPOSED.value}, counts["proposed"]),
    ]
    chosen = {name: value for name, value in request.GET.items() if value and name not in {"page", "sort", "committee"}}
    return [
        {"text": text, "count": count, "current": query == chosen, "href": _shortcut(request.path, query, committee)}
        for text, query, count in rows
    ]


def _shortcut(path: str, query: dict[str, str], committee: Body | None) -> str:
    words = QueryDict(mutable=True)
    words.update(query | ({"committee": committee.slug} if committee else {}))
    return f"{path}?{words.urlencode()}" if words else path
