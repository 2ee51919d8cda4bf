"""The demonstration year, put on record by calling the verbs, in the order in which things happened."""

from django.db import transaction

from actions.domain.actions import arrange, ask, ask_again, put_on_programme
from actions.domain.editions import freeze_edition
from actions.domain.two_voices import record_answer
from actions.domain.written_answers import ask_in_writing, circulate, give_answer, set_answer_due
from actions.models import Action
from committees.domain.cycle import set_up_cycle
from committees.domain.meetings import arrange_meeting, hold_meeting, publish_agenda
from committees.domain.minutes import record_clause, record_minute
from committees.domain.seats import take_seat
from committees.models import AgendaLine, Clause, IssueRaised, Meeting, Paper, PaperWarning, Venue, VenueAlias
from council.directory import find_body, find_post
from council.domain.setting_up import create_post, establish_body, hold_post, open_year, register_person
from council.history import save_by
from council.models import Body, Council, Portfolio, User
from demo import facts, minutes
from demo.asked import put_requests_on_record
from workprogramme.domain.checklist import add_points, tick_point
from workprogramme.domain.comments import record_comments
from workprogramme.domain.editions import adopt_programme, record_forward_plan
from workprogramme.domain.hearings import plan_hearing
from workprogramme.domain.invitations import add_guest, answer_invitation, invite
from workprogramme.domain.items import (
    accept_item,
    hear_item,
    open_programme,
    publish_item,
    schedule_item,
    suggest_item,
)
from workprogramme.domain.meetings import hold_and_hear, publish_with_reports
from workprogramme.domain.series import begin_series
from workprogramme.enums import Coming
from workprogramme.models import ContentPoint, Item


@transaction.atomic
def build_year(*, by: User) -> Body:
    """Put the whole demonstration year on record; ``by`` is whoever the record names for it."""
    committee = set_up()
    seat_members(committee, by=by)
    meetings = {on: _meeting(committee, on, venue, room, by=by) for on, venue, room in facts.MEETINGS}
    _informal(committee, by=by)
    _minute(meetings[facts.MEETINGS[0][0]], by=by)
    for on, rows in facts.ITEMS.items():
        _programme(meetings[on], rows, by=by)
    _come_back(meetings, by=by)
    _ask_in_writing(meetings[facts.MEETINGS[0][0]], by=by)
    _carry_over(committee, by=by)
    september = meetings[facts.MEETINGS[1][0]]
    _publish(september, by=by)
    put_requests_on_record(committee, by=by)
    _hear_elsewhere(september, by=by)
    _invite(meetings, by=by)
    _record_answers(september, meetings[facts.MEETINGS[2][0]], by=by)
    _comment(september, by=by)
    _check_content(meetings, by=by)
    return committee


def hold_the_date() -> Council:
    """The council of the demonstration, its date held: verbs called from here on happen on that day."""
    return Council.objects.update_or_create(pk=1, defaults={"name": "Sefton Council", "held_on": facts.HELD_ON})[0]


def set_up() -> Body:
    """The committee with its cycle, the posts it asks and the places where it meets."""
    for name, kind, short_name, aliases in facts.BODIES:
        establish_body(name=name, kind=kind, short_name=short_name, aliases=aliases)
    committee = find_body(facts.COMMITTEE)
    committee.portfolios.set([Portfolio.objects.get_or_create(name=name)[0] for name in facts.PORTFOLIOS])
    committee.remit = facts.REMIT
    committee.save(update_fields=["remit"])
    set_up_cycle(committee)
    for title, aliases, line in facts.POSTS:
        create_post(title=title, aliases=aliases, line_post=find_post(line) if line else None)
    for title, portfolio, _ in facts.CABINET:
        create_post(title=title, portfolio=Portfolio.objects.get(name=portfolio))
    for name, aliases in facts.VENUES.items():
        venue = Venue.objects.create(name=name)
        for alias in aliases:
            VenueAlias.objects.get_or_create(text=alias, venue=venue)
    return committee


def seat_members(committee: Body, *, by: User) -> None:
    """Whoever sits on the committee, substitutes beside their members."""
    for order, (name, title, role, represents, substitute) in enumerate(facts.SEATS):
        seat = take_seat(
            body=committee, person=_person(name, title), role=role, represents=represents, order=order, by=by
        )
        if substitute:
            person = _person(substitute, "Councillor")
            take_seat(body=committee, person=person, role="substitute", substitute_for=seat, order=order, by=by)


def _person(name: str, title: str = ""):
    return register_person(name=name, title=title, email=f"{name.lower().replace(' ', '.')}@sefton.example")


def _meeting(committee: Body, on, venue: str, room: str, *, by: User) -> Meeting:
    return arrange_meeting(body=committee, on=on, at=facts.AT, venue=Venue.objects.get(name=venue), room=room, by=by)


def _informal(committee: Body, *, by: User) -> None:
    year = open_year(facts.YEAR)
    for order, (kind, title, on, state, words, organisers) in enumerate(facts.INFORMAL):
        arrange_meeting(
            body=committee, kind=kind, title=title, on=on, state=state, when_text=words, year=year, order=order, by=by,
            organisers=tuple(_person(name) for name in organisers),
        )  # fmt: skip
    for order, (title, on, state) in enumerate(facts.TRAINING):
        arrange_meeting(
            body=committee, kind="training", title=title, on=on, state=state, year=year, order=order + 20, by=by
        )


def _minute(meeting: Meeting, *, by: User) -> None:
    hold_meeting(meeting, by=by)
    for order, title in enumerate(minutes.TITLES, start=1):
        record_minute(meeting=meeting, number=str(order), title=title, order=order)
    for order, (path, label, text, sort, same_as) in enumerate(minutes.CLAUSES):
        record_clause(
            minute=meeting.minutes.get(number=path.split("/")[0]), path=path, label=label, text=text, sort=sort,
            parent=_clause(meeting, path.rpartition("/")[0]), same_as=_clause(meeting, same_as), order=order,
        )  # fmt: skip
    for number, text, taken_up_by in minutes.SUGGESTIONS:
        minute = meeting.minutes.get(number=number)
        IssueRaised.objects.create(
            minute=minute, text=text, is_suggestion=True, taken_up_by=_clause(meeting, taken_up_by)
        )
    _ask(meeting, by=by)


def _clause(meeting: Meeting, path: str) -> Clause | None:
    return Clause.objects.filter(minute__meeting=meeting, path=path).first() if path else None


def _ask(meeting: Meeting, *, by: User) -> None:
    for path, task, owner, owner_from, kind, words in minutes.ASKED:
        who = meeting.body if owner == minutes.MEMBERS else find_post(owner) if owner else None
        ask(
            clause=_clause(meeting, path), task=task, owner=who, by=by, due_kind=kind, due_text=words,
            asked_as_printed=owner or "", asked_from=owner_from,
        )  # fmt: skip
    for repeat in Clause.objects.filter(minute__meeting=meeting, same_as__actions__isnull=False):
        ask_again(Action.objects.get(clause=repeat.same_as), repeat)


def _programme(meeting: Meeting, rows, *, by: User) -> None:
    programme = open_programme(body=meeting.body, year=open_year(facts.YEAR))
    for order, (title, writers) in enumerate(rows, start=1):
        item = suggest_item(
            programme=programme, title=title, by=by,
            authors=() if isinstance(writers, str) else tuple(_person(name) for name in writers),
            organisation=writers if isinstance(writers, str) else "",
        )  # fmt: skip
        item = schedule_item(accept_item(item, by=by), meeting=meeting, order=order, by=by, why="Programme 2023/24")
        if meeting.state == "held":
            hear_item(item, by=by)


def _come_back(meetings: dict, *, by: User) -> None:
    june = meetings[facts.MEETINGS[0][0]]
    for title, returns, path, by_cabinet, from_on, titles in facts.COMES_BACK:
        begin_series(
            body=june.body, title=title, returns=returns, from_on=from_on, by=by, origin_clause=_clause(june, path),
            portfolios=june.body.portfolios.all() if by_cabinet else (),
            items=Item.objects.filter(programme__body=june.body, title__in=titles).order_by("meeting__on"),
        )  # fmt: skip


def _ask_in_writing(june: Meeting, *, by: User) -> None:
    for title, question, owner, answer, answered_on, circulated_on in facts.QUESTIONS:
        words = {"item": june.items.get(title=title), "question": question, "owner": find_post(owner), "by": by}
        written = ask_in_writing(meeting=june, **words)
        if answer:
            written = give_answer(written, answer=answer, on=answered_on, by=by)
            circulate(written, on=circulated_on, to="All members of the committee", by=by)
        else:
            words = {"why": facts.ANSWER_MOVED_BECAUSE, "agreed_by": "Councillor Hardman, chair", "by": by}
            set_answer_due(written, on=facts.ANSWER_MOVED_TO, **words)


def _carry_over(committee: Body, *, by: User) -> None:
    programme = open_programme(body=committee, year=open_year(facts.YEAR))
    item = suggest_item(programme=programme, title=facts.CARRIED_OVER, origin="last_year", by=by)
    accept_item(item, by=by, why=f"{facts.GUESTS_BECAUSE}; formal or informal is still to be decided")
    for guest in facts.GUESTS:
        words = {"because": facts.GUESTS_BECAUSE, "asked_on": facts.GUESTS_ASKED_ON, "by": by}
        add_guest(item=item, organisation=guest, **words)


def _publish(meeting: Meeting, *, by: User) -> None:
    publish_agenda(meeting, on=facts.PUBLISHED_ON, by=by)
    paper = Paper.objects.create(
        body=meeting.body, name="Agenda pack, 26 September 2023", sha256="0" * 64, read_as="pack", kept_by=by
    )
    for code, line, text in facts.WARNINGS:
        PaperWarning.objects.create(paper=paper, code=code, line=line, text=text)
    for order, (number, title, report_of, row) in enumerate(facts.AGENDA, start=1):
        AgendaLine.objects.create(
            meeting=meeting, number=number, title=title, report_of=report_of, order=order, paper=paper
        )
        if row:
            item = meeting.items.get(title=row)
            item.report_of = find_post(report_of)
            save_by(item, by=by, why=f"Report of the {report_of}", fields=["report_of"])
            publish_item(item, on=facts.PUBLISHED_ON, by=by, agenda_number=number)


def _hear_elsewhere(september: Meeting, *, by: User) -> None:
    for name, on, published_on, titles in facts.ELSEWHERE:
        meeting = arrange_meeting(body=find_body(name), on=on, at=facts.AT, by=by)
        reports = september.items.filter(title__in=titles).order_by("order")
        hearings = [plan_hearing(item, meeting=meeting, by=by) for item in reports]
        if published_on:
            publish_with_reports(meeting, on=published_on, items=(), hearings=hearings, by=by)
        else:
            hold_and_hear(meeting, items=(), hearings=hearings, by=by)


def _invite(meetings: dict, *, by: User) -> None:
    """Cabinet Members presented their reports in June; they were asked to September's meeting with its agenda."""
    for title, _, name in facts.CABINET:
        hold_post(person=_person(name, "Councillor"), post=find_post(title), from_on=facts.IN_OFFICE_FROM)
    posts, june, september = [find_post(title) for title, *_ in facts.CABINET], *list(meetings.values())[:2]
    for post in posts:
        answer_invitation(june, who=post, answer=Coming.COMES, on=june.on, by=by)
    invite(september, whom=posts, on=facts.PUBLISHED_ON, by=by)


def _record_answers(september: Meeting, november: Meeting, *, by: User) -> None:
    def action(path: str) -> Action:
        return Action.objects.get(clause__path=path, clause__minute__meeting__body=september.body)

    improvement = september.items.get(title=facts.IMPROVEMENT)
    abuse = september.items.get(title=facts.ABUSE)
    practice = september.items.get(title=facts.CHAT)
    scorecard = november.items.get(title=facts.SCORECARD)
    for path, item in (
        ("6/2/a", improvement), ("6/2/b", abuse), ("6/2/b", improvement), ("6/2/c", improvement),
        ("7/2", practice), ("7/3/i", practice),
    ):  # fmt: skip
        record_answer(action(path), item=item, on=facts.PUBLISHED_ON, by=by)
    for path, item in (("7/3", practice), ("7/3/ii", practice), ("9/2/i", scorecard), ("9/2/ii", scorecard),
                       ("9/3", scorecard)):  # fmt: skip
        put_on_programme(action(path), item=item, by=by)
    for path, title in (
        ("5/1", "Emotional Health & Wellbeing Services"), ("13/3", "Feedback from an Ofsted Monitoring Visit"),
        ("13/5/a", "Meet the Making a Difference (MAD) Group"), ("13/5/b", "Menai Wellbeing Centre"),
        ("13/5/c", "Children's Services at Magdalen House, Bootle"),
    ):  # fmt: skip
        arrange(action(path), meeting=Meeting.objects.get(body=september.body, title=title), by=by)


def keep_edition(*, by: User) -> None:
    """The programme as it went out in September, adopted in June; the forward plan has nothing in remit."""
    september = Meeting.objects.deciding().get(on=facts.MEETINGS[1][0])
    programme = open_programme(body=september.body, year=september.year)
    adopt_programme(programme, clause=_clause(_june(september.body), facts.ADOPTED_BY), by=by)
    published_on, from_on, to_on = facts.FORWARD_PLAN
    record_forward_plan(published_on=published_on, from_on=from_on, to_on=to_on, by=by)
    freeze_edition(programme, for_meeting=september, by=by)


def _june(committee: Body) -> Meeting:
    return Meeting.objects.deciding().get(body=committee, on=facts.MEETINGS[0][0])


def _comment(september: Meeting, *, by: User) -> None:
    for title, fd, ld, why_none in facts.COMMENTS:
        record_comments(
            september.items.get(title=title), fd=fd, ld=ld, fd_not_required=why_none, ld_not_required=why_none, by=by
        )


def _check_content(meetings: dict, *, by: User) -> None:
    june = meetings[facts.MEETINGS[0][0]]
    for path, on, title, text in facts.CHECKLIST:
        item = meetings[on].items.get(title=title)
        add_points(clause=_clause(june, path), item=item, texts=[text], subject=title, by=by)
    path, where = facts.TICKED
    point = ContentPoint.objects.get(clause=_clause(june, path))
    writers = User.objects.filter(person__authored__item=point.item)
    tick_point(point, item=point.item, where=where, by=writers.first() or by)
