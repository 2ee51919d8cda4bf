"""Questions that were not answered on the night: the list with its CSV, one of them, and asking a new one."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from actions import rules
from actions.domain.written_answers import ask_in_writing
from actions.exports import written_answers_csv
from actions.filters import WrittenAnswerFilter
from actions.forms.written_answers import AskInWriting
from actions.models import WrittenAnswer
from actions.standing import answer_stands
from actions.story import story_of
from actions.thread import page
from committees.models import Meeting
from committees.rules import may_run
from council.access import carry_out, find_only_if, standing_required
from council.calendar import today
from council.directory import holders
from council.models import User

PAGE = 25


@standing_required
@require_safe
def written_answers(request: HttpRequest) -> HttpResponse:
    """Every question that became a written answer, the first due first."""
    seen = answers_for(request.user)
    narrowed = WrittenAnswerFilter(request.GET, queryset=seen, request=request)
    shown = Paginator(narrowed.qs, PAGE).get_page(request.GET.get("page"))
    query = f"?{request.GET.urlencode()}" if request.GET else ""
    context = {
        "filter": narrowed,
        "page": shown,
        "rows": [(written, answer_stands(written, today())) for written in shown],
        "total": seen.count(),
        "csv": f"{reverse('written_answers_csv')}{query}",
        "today": today(),
    }
    return render(request, "actions/written_answers.html", context)


@standing_required
@require_safe
def export(request: HttpRequest) -> StreamingHttpResponse:
    """The list as it is shown, all its pages, as a CSV file."""
    narrowed = WrittenAnswerFilter(request.GET, queryset=answers_for(request.user), request=request)
    file = StreamingHttpResponse(written_answers_csv(narrowed.qs), content_type="text/csv; charset=utf-8")
    file["Content-Disposition"] = f'attachment; filename="written-answers-{today():%Y-%m-%d}.csv"'
    return file


@standing_required
@require_safe
def written_answer(request: HttpRequest, pk: int) -> HttpResponse:
    """What was asked, of whom, by when, the answer, and to whom it went."""
    found = get_object_or_404(answers_for(request.user).select_related("answered_by__person"), pk=pk)
    context = {
        "written": found,
        "stands": answer_stands(found, today()),
        "today": today(),
        "holders": list(holders(found.owed_by_post, today())) if found.owed_by_post else [],
        "slips": found.slips.select_related("by__person"),
        "story": story_of(found),
        "may_answer": rules.may_answer(request.user, found, today()) and rules.can_be_answered(found),
        "verbs": _verbs(request.user, found),
        "meeting_page": page("meeting", pk=found.meeting_id),
        "item_page": page("item", pk=found.item_id) if found.item_id else "",
        "breadcrumbs": [{"text": "Written answers", "href": reverse("written_answers")}, {"text": found.ref}],
    }
    return render(request, "actions/written_answer.html", context)


def answers_for(user: User) -> QuerySet[WrittenAnswer]:
    """Every written answer with what its row shows; not found for those who may see none."""
    if not rules.may_see_written_answers(user):
        raise Http404
    return WrittenAnswer.objects.with_people().order_by("met_on", "due_on", "pk")


def _verbs(user: User, found: WrittenAnswer) -> list[dict[str, str]]:
    """What the committee's officers can record now."""
    if not rules.may_keep_answer(user, found):
        return []
    offered = (
        ("answer_circulated", "It was circulated", rules.can_be_circulated),
        ("answer_due", "Set another date", rules.is_answer_owed),
        ("answer_owner", "Change who owes it", rules.is_answer_owed),
        ("answer_end", "End: needs no answer", rules.is_answer_owed),
    )
    return [{"text": text, "href": page(name, pk=found.pk)} for name, text, can in offered if can(found)]


@standing_required
def question_new(request: HttpRequest, pk: int) -> HttpResponse:
    """Record a question that was not answered at a meeting."""
    meeting = get_object_or_404(Meeting.objects.select_related("body"), pk=pk)
    find_only_if(may_run(request.user, meeting.body))
    form = AskInWriting(request.POST or None, meeting=meeting)
    if form.is_valid() and carry_out(form, ask_in_writing, meeting=meeting, by=request.user, **form.cleaned_data):
        messages.success(request, "The question is on record. Whoever owes the answer is reminded of it.")
        return redirect(page("meeting", pk=meeting.pk) or "written_answers")
    back = page("meeting", pk=meeting.pk)
    way = [{"text": "Written answers", "href": reverse("written_answers")}, {"text": meeting.when, "href": back}]
    words = {"heading": "Record a question to be answered in writing", "submit": "Record it", "cancel": back}
    context = {"form": form, "caption": f"{meeting.body.called}, {meeting.when}", "breadcrumbs": way, **words}
    return render(request, "workprogramme/ask.html", context)
