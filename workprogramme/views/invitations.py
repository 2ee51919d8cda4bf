"""Who is asked to a meeting: the list, asking, answering, adding and taking off."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from committees.models import Meeting
from committees.rules import may_run
from council.access import carry_out, find_only_if, standing_required, way_back
from council.calendar import today
from workprogramme.domain.attendance import GROUPS, Line, attendance_at, gaps_at
from workprogramme.domain.invitations import add_guest, answer_invitation, invite, withdraw_invitation
from workprogramme.exports import attendance_csv
from workprogramme.forms import AddGuest, AnswerInvitation, Invite, WithdrawInvitation
from workprogramme.models import Invitation
from workprogramme.views.items import ask, find_item_to_plan
from workprogramme.views.meetings import find_meeting_to_run
from workprogramme.views.programme import way_to


@standing_required
@require_safe
def invitations(request: HttpRequest, pk: int) -> HttpResponse:
    """Show who is to be at a meeting, why, and where it stands with each."""
    meeting = find_meeting(pk)
    lines = attendance_at(meeting)
    context = {
        "meeting": meeting,
        "body": meeting.body,
        "groups": [(title, [line for line in lines if line.group == group]) for group, title in GROUPS.items()],
        "is_over": meeting.is_over(today()),
        "gaps": [] if meeting.is_over(today()) else gaps_at(meeting, meeting.items.on_a_meeting().defer("exempt_note")),
        "to_invite": sum(line.is_open for line in lines),
        "may_run": may_run(request.user, meeting.body),
        "here": request.path,
        "breadcrumbs": [*way_to_meeting(meeting), {"text": "Invitations"}],
    }
    return render(request, "workprogramme/invitations/list.html", context)


@standing_required
@require_safe
def export_invitations(request: HttpRequest, pk: int) -> HttpResponse:
    """Download the list as CSV."""
    meeting = find_meeting(pk)
    name = f"{meeting.body.slug}-invitations-{meeting.on or meeting.pk}.csv"
    return attendance_csv(attendance_at(meeting), name)


@standing_required
def invitations_sent(request: HttpRequest, pk: int) -> HttpResponse:
    """Record who was invited, and when."""
    meeting = find_meeting_to_run(request, pk)
    lines = [line for line in attendance_at(meeting) if not line.is_invited]
    form = Invite(request.POST if request.method == "POST" else None, lines=lines)
    if form.is_valid() and carry_out(form, invite, meeting, by=request.user, **form.words):
        messages.success(request, "The invitations are recorded.")
        return redirect("invitations", meeting.pk)
    lead = ["Send the invitations as you always do. Here you record that they went."]
    lead += [] if lines else ["Everybody on the list is invited."]
    return about(request, form, meeting, heading="Record who was invited", submit="Record it", lead=lead)


@standing_required
def invitation_answer(request: HttpRequest, pk: int, who: str) -> HttpResponse:
    """Record what somebody answered, or what was agreed of their attendance."""
    meeting = find_meeting_to_run(request, pk)
    line = find_line(meeting, who)
    form = AnswerInvitation(request.POST if request.method == "POST" else None, line=line)
    words = {"who": line.who, "by": request.user}
    if form.is_valid() and carry_out(form, answer_invitation, meeting, **words, **form.cleaned_data):
        messages.success(request, f"The answer of {line.who} is recorded.")
        return redirect(way_back(request, "invitations", meeting.pk))
    back = way_back(request, "invitations", meeting.pk)
    words = {"heading": str(line.who), "submit": "Save", "lead": line.reasons, "cancel": back}
    return about(request, form, meeting, **words)


def find_line(meeting: Meeting, who: str) -> Line:
    """Whoever the address names, where they are to be at the meeting; otherwise not found."""
    line = next((line for line in attendance_at(meeting) if line.key == who), None)
    if line is None:
        raise Http404
    return line


@standing_required
def guest_add(request: HttpRequest, pk: int) -> HttpResponse:
    """Add somebody to a meeting."""
    meeting = find_meeting_to_run(request, pk)
    form = AddGuest(request.POST or None)
    if form.is_valid() and carry_out(form, add_guest, meeting=meeting, by=request.user, **form.cleaned_data):
        messages.success(request, "They are on the list.")
        return redirect("invitations", meeting.pk)
    return about(request, form, meeting, heading="Add somebody to this meeting", submit="Add them")


@standing_required
def item_guest_add(request: HttpRequest, pk: int) -> HttpResponse:
    """Add somebody who is to come with an item, to whichever meeting it goes."""
    item = find_item_to_plan(request, pk)
    form = AddGuest(request.POST or None)
    if form.is_valid() and carry_out(form, add_guest, item=item, by=request.user, **form.cleaned_data):
        messages.success(request, "They are invited with this item, to whichever meeting it goes.")
        return redirect("item", item.pk)
    return ask(request, form, heading="Invite somebody with this item", submit="Add them", item=item)


@standing_required
def invitation_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take somebody off the list."""
    found = Invitation.objects.standing().select_related(
        "meeting__body", "item__programme__body", "item__meeting__body"
    )
    invitation = get_object_or_404(found.select_related("post", "person", "body"), pk=pk)
    body = invitation.meeting.body if invitation.meeting else invitation.item.programme.body
    find_only_if(may_run(request.user, body))
    form = WithdrawInvitation(request.POST or None)
    if form.is_valid() and carry_out(form, withdraw_invitation, invitation, by=request.user, **form.cleaned_data):
        messages.success(request, f"{invitation.who} is off the list.")
        return redirect(_page_of(invitation))
    words = {"heading": "Take off the list?", "caption": str(invitation.who), "submit": "Take them off"}
    way = [*way_to(body), {"text": "Back to the list", "href": _page_of(invitation)}]
    return ask(request, form, variant="warning", cancel=_page_of(invitation), breadcrumbs=way, **words)


def _page_of(invitation: Invitation) -> str:
    if invitation.meeting_id:
        return reverse("invitations", args=[invitation.meeting_id])
    return reverse("item", args=[invitation.item_id])


def find_meeting(pk: int) -> Meeting:
    """The meeting, with what its list of invitations shows; or not found."""
    return get_object_or_404(Meeting.objects.select_related("body", "year", "venue"), pk=pk)


def way_to_meeting(meeting: Meeting) -> list[dict]:
    """The way from the committees to a meeting."""
    here = {"text": f"{meeting.get_kind_display()}, {meeting.when}", "href": reverse("meeting", args=[meeting.pk])}
    return [*way_to(meeting.body), here]


def about(request: HttpRequest, form, meeting: Meeting, **context) -> HttpResponse:
    """Show a form about who comes to a meeting; it leads back to the list."""
    back = reverse("invitations", args=[meeting.pk])
    way = [*way_to_meeting(meeting), {"text": "Invitations", "href": back}]
    caption = f"{meeting.body.called}, {meeting.when}"
    return ask(request, form, breadcrumbs=way, **{"caption": caption, "cancel": back, **context})
