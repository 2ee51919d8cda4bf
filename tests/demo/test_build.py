"""The demonstration year holds the facts of the papers, made by the verbs, and nothing that the papers do not show."""

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError

from actions.models import Action, ActionClause, WrittenAnswer
from committees.models import Clause, Meeting, Minute, Seat
from council.models import Body, Council, Person, User
from demo import facts
from demo.people import PASSWORD, SIGN_INS
from scrutiny.asked import waiting_on
from workprogramme.domain.attendance import attendance_at
from workprogramme.domain.checklist import checklist_of, unticked_at_clearance
from workprogramme.domain.expecting import expected_of, expected_without_place
from workprogramme.models import Hearing, Item, Programme

PAPERS = Path(settings.BASE_DIR).parent / "shared" / "papers"
needs_papers = pytest.mark.skipif(not PAPERS.exists(), reason="the papers are not here")


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year")]


def test_year_has_the_counts_of_the_papers():
    counted = {
        "members": Seat.objects.filter(role__in=["chair", "vice-chair", "member"]).count(),
        "substitutes": Seat.objects.filter(role="substitute").count(),
        "co-opted or advisory": Seat.objects.filter(role__in=["co-opted", "advisory"]).count(),
        "formal meetings": Meeting.objects.deciding().filter(body=Programme.objects.get().body).count(),
        "rows": Item.objects.exclude(meeting=None).count(),
        "minutes": Minute.objects.count(),
        "clauses": Clause.objects.count(),
        "actions": Action.objects.count(),
        "doubles": ActionClause.objects.count(),
    }
    assert counted == {
        "members": 10,
        "substitutes": 10,
        "co-opted or advisory": 6,
        "formal meetings": 5,
        "rows": 34,
        "minutes": 14,
        "clauses": 49,
        "actions": 19,
        "doubles": 7,
    }


def test_year_overlooks_the_leeds_work_and_none_of_the_three_answered_beside_it():
    overlooked = {action.clause.path for action in Action.objects.overlooked()}
    assert overlooked & {"6/2/a", "6/2/b", "6/2/c", "6/2/d"} == {"6/2/d"}
    assert overlooked == {"5/2", "6/2/d", "8/2", "13/7"}


def test_visits_are_still_to_be_arranged():
    visits = Meeting.objects.filter(kind="site_visit").values_list("state", "on")
    assert list(visits) == [("to_be_arranged", None)] * 3


def test_scorecard_is_all_that_is_expected_without_a_place():
    programme = Programme.objects.get()
    missing = expected_without_place(programme, facts.HELD_ON)
    assert [(expected.series.title, expected.words) for expected in missing] == [
        (facts.SCORECARD, "26 September 2023"),
        (facts.SCORECARD, "30 January 2024"),
    ]
    stands = Counter((each.series.title, each.state) for each in expected_of(programme, facts.HELD_ON))
    assert stands == {
        (facts.SCORECARD, "placed"): 3,
        (facts.SCORECARD, "missing"): 2,
        (facts.CABINET_UPDATES, "placed"): 5,
        (facts.UPDATE, "placed"): 5,
        (facts.CHAT, "placed"): 4,
        (facts.OFSTED, "placed"): 3,
    }


def test_officers_first_page_names_what_got_lost_and_nothing_that_did_not():
    waiting = waiting_on(User.objects.get(username="officer"))
    told = [(matter.kind, matter.what) for matter in waiting if matter.kind != "Nobody named"]
    assert told == [
        ("Not ticked at clearance", facts.CHAT),
        ("Expected, without a place", facts.SCORECARD),
        ("Expected, without a place", facts.SCORECARD),
        ("Invited, on no meeting yet", facts.CARRIED_OVER),
    ]
    (carried,) = [matter for matter in waiting if matter.what == facts.CARRIED_OVER]
    assert (carried.stands, carried.since) == (
        "Police, Multi-Agency Safeguarding Hub. Agreed on 6 March 2023, Minute 59 (2) (a)",
        facts.GUESTS_ASKED_ON,
    )


def test_cabinet_members_came_in_june_and_are_invited_to_september():
    june, september, *_ = Meeting.objects.deciding().filter(body=Programme.objects.get().body).order_by("on")
    told = {
        meeting.on.month: [(str(line.who), [holder.name for holder in line.holders], line.stands)
                           for line in attendance_at(meeting) if line.group == "cabinet"]
        for meeting in (june, september)
    }  # fmt: skip
    assert told == {
        6: [("Cabinet Member – Children's Social Care", ["Mhairi Doyle"], "Comes"),
            ("Cabinet Member – Education", ["Diane Roscoe"], "Comes")],
        9: [("Cabinet Member – Children's Social Care", ["Mhairi Doyle"], "Invited on 18 September 2023"),
            ("Cabinet Member – Education", ["Diane Roscoe"], "Invited on 18 September 2023")],
    }  # fmt: skip


def test_one_question_of_june_is_answered_and_one_is_still_owed():
    answers = WrittenAnswer.objects.order_by("pk")
    assert [(each.first_due_on, each.due_on, each.met_on, each.circulated_on) for each in answers] == [
        (date(2023, 6, 20), date(2023, 6, 20), date(2023, 6, 16), date(2023, 6, 19)),
        (date(2023, 6, 20), date(2023, 9, 29), None, None),
    ]


def test_two_reports_of_september_went_to_other_committees_first():
    heard = Hearing.objects.order_by("meeting__on", "order")
    assert [(each.item.title, each.meeting.body.called, each.meeting.on, each.state) for each in heard] == [
        (facts.ABUSE, "Adult Social Care and Health", date(2023, 9, 5), "heard"),
        (facts.VAPING, "Adult Social Care and Health", date(2023, 9, 5), "heard"),
        (facts.ABUSE, "Regeneration and Skills", date(2023, 9, 19), "published"),
    ]


def test_date_is_held_and_agenda_is_out():
    september = Meeting.objects.deciding().get(on="2023-09-26")
    assert Council.load().held_on == facts.HELD_ON
    assert september.publication.met_on == september.publication.due_on == facts.PUBLISHED_ON
    assert set(september.items.values_list("state", flat=True)) == {"published"}


def checklist(on, title):
    item = Item.objects.get(meeting__on=on, title=title)
    return [(line.point.text, line.tick and str(line.tick.by)) for line in checklist_of(item)]


@pytest.mark.parametrize(
    ("on", "title", "lines"),
    [
        ("2023-06-06", facts.PRACTICE, []),
        ("2023-09-26", facts.CHAT, [("a CHAT narrative", "Joe Banham"), ("data on child exploitation", None)]),
        ("2023-11-14", facts.CHAT, [("a CHAT narrative", None), ("data on child exploitation", None)]),
        ("2023-06-06", facts.SCORECARD, []),
        ("2023-11-14", facts.SCORECARD, [("NEET data", None), ("national averages", None)]),
        ("2024-03-12", facts.SCORECARD, [("NEET data", None), ("national averages", None)]),
        ("2023-09-26", facts.IMPROVEMENT, []),
    ],
)
def test_reports_are_asked_for_what_the_committee_wanted_to_see(on, title, lines):
    assert checklist(on, title) == lines


def test_child_exploitation_is_all_that_is_not_ticked_at_clearance():
    found = unticked_at_clearance(Body.objects.all(), on=facts.HELD_ON)
    assert [(item.title, item.meeting.on.month, [str(point) for point in points]) for item, points in found] == [
        (facts.CHAT, 9, ["data on child exploitation"])
    ]


def test_reports_of_september_have_their_comments_in_one_shape():
    september = Item.objects.filter(meeting__on="2023-09-26").order_by("order", "comments__number")
    kept = september.values_list("title", "comments__number")
    assert [(title, number) for title, number in kept if title in {facts.CHAT, facts.ABUSE}] == [
        (facts.ABUSE, "FD.7326/23"),
        (facts.ABUSE, "LD.5526/23"),
        (facts.CHAT, "FD.7365/23"),
        (facts.CHAT, "LD.5565/23"),
    ]


def test_everybody_can_sign_in_with_the_demonstration_password(client):
    assert all(client.login(username=username, password=PASSWORD) for username, *_ in SIGN_INS)
    assert User.objects.count() == len(SIGN_INS)


def test_no_address_is_real():
    addresses = set(Person.objects.exclude(email="").values_list("email", flat=True))
    assert {address.rpartition("@")[2] for address in addresses} == {"sefton.example"}


def test_loading_again_changes_nothing(capsys):
    before = (Action.objects.count(), Item.objects.count(), Person.objects.count())
    call_command("load_demonstration")
    assert capsys.readouterr().out.splitlines()[0] == "The demonstration year is on record."
    assert before == (Action.objects.count(), Item.objects.count(), Person.objects.count())


def test_loading_over_a_real_council_is_refused():
    Council.objects.update(held_on=None)
    with pytest.raises(CommandError, match="holds a council's records"):
        call_command("load_demonstration")
    Council.objects.update(held_on=facts.HELD_ON)
    assert Body.objects.count() > 0


def test_loading_if_empty_leaves_a_real_council_alone_and_lets_nobody_in(capsys):
    Council.objects.update(held_on=None)
    call_command("load_demonstration", "--if-empty")
    Council.objects.update(held_on=facts.HELD_ON)
    assert capsys.readouterr().out.splitlines() == [
        "This database holds a council's records, so the demonstration was left out."
    ]


@needs_papers
def test_rows_and_authors_are_those_of_the_truth_file():
    truth = json.loads((PAPERS / "truth.json").read_text())
    told = {
        (row["meeting"][-10:], row["no"]): (row["item"], tuple(row["authors"]), row.get("author_organisation"))
        for row in truth["work_programme_rows"]
    }
    items = Item.objects.exclude(meeting=None).select_related("meeting", "organisation")
    ours = {
        (item.meeting.on.isoformat(), item.order): (
            item.title,
            tuple(author.person.name for author in item.authors.all()),
            item.organisation.name if item.organisation else None,
        )
        for item in items
    }
    assert ours == told


@needs_papers
def test_no_sentence_of_the_papers_is_copied():
    folded = re.sub(r"\s+", " ", (PAPERS / "agenda-pack-2023-09-26.txt").read_text())
    texts = list(Clause.objects.values_list("text", flat=True)) + list(Action.objects.values_list("task", flat=True))
    copied = [text for text in texts if len(text.split()) > 10 and text.rstrip(":") in folded]
    assert copied == []
