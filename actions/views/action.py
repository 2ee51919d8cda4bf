"""The page of one action."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from actions import rules
from actions.models import Action
from actions.standing import asks_for_date, with_standing
from actions.story import story_of
from actions.thread import clauses_of, page, thread_of, with_thread
from actions.views.rows import row_of
from committees.rules import may_see_exempt
from council.calendar import today
from council.directory import holders
from council.models import User


@login_required
@require_safe
def action(request: HttpRequest, pk: int) -> HttpResponse:
    """What was asked, of whom, by when, what became of it, and what may be done about it now."""
    found = with_thread(with_standing(rules.visible_actions(request.user))).filter(pk=pk).first()
    if found is None:
        raise Http404
    first, *again = clauses_of(found) or [None]
    may_update = rules.may_update(request.user, found, today())
    context = {
        "row": row_of(found, today()),
        "action": found,
        "today": today(),
        "clause": first,
        "stem": _stem(first),
        "again": again,
        "minutes": page("meeting_minutes", pk=first.minute.meeting_id) if first else "",
        "holders": list(holders(found.owed_by_post, today())) if found.owed_by_post else [],
        "slips": found.slips.select_related("by__person"),
        "updates": found.updates.select_related("by__person"),
        "verdicts": found.verdicts.all(),
        "answers": found.answers.all(),
        "thread": thread_of(found),
        "story": story_of(found),
        "exempt": found.exempt_note if may_see_exempt(request.user, found.body, today()) else "",
        "asks": asks_for_date(found, today()) if rules.can_have_date(found) else None,
        "may_update": may_update and rules.can_take_update(found),
        "may_take_back": may_update and rules.can_take_back(found),
        "verbs": _verbs(request.user, found),
        "breadcrumbs": [{"text": "Actions", "href": page("actions")}, {"text": found.ref}],
    }
    return render(request, "actions/action.html", context)


def _stem(clause) -> list[str]:
    """The clauses that a clause completes, from the outermost in."""
    stems = []
    while clause and clause.parent:
        clause = clause.parent
        stems.insert(0, clause.text)
    return stems


def _verbs(user: User, found: Action) -> list[dict[str, str]]:
    """What the committee's officers can record now; the first one is what the action waits for."""
    if not rules.may_close(user, found):
        return []
    offered = (
        ("action_accept_draft", "Accept this action", rules.is_draft),
        ("action_accept", "The committee accepted it", rules.can_be_accepted),
        ("action_reopen", "The committee was not satisfied", rules.can_open_again),
        ("action_answer", "Record an answer", rules.can_take_answer),
        ("action_programme", "Say what will answer it", rules.can_take_answer),
        ("action_due", "Set another date", rules.can_have_date),
        ("action_owner", "Change who was asked", rules.can_be_ended),
        ("action_end", "End: no longer required", rules.can_be_ended),
    )
    return [{"text": text, "href": page(name, pk=found.pk)} for name, text, can in offered if can(found)]
