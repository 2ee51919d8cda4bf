"""The yearly call to Heads of Service: who is asked, who answered with what, and who did not (Protocol 5.1, 5.2)."""

from datetime import date

import pytest

from council.domain.setting_up import open_year
from council.models import Portfolio
from council.refusal import Refusal
from tests.factories import make_item, make_person, make_post, make_user
from workprogramme.domain.asked import accept_asked
from workprogramme.domain.calls import answer_nothing, give_longer, likely_posts, open_call, propose_for_call
from workprogramme.domain.register import where_it_went
from workprogramme.rules import may_answer_call, requests_seen_by

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("held")]
DAY, ANSWER_BY = date(2023, 9, 19), date(2023, 10, 6)


@pytest.fixture
def posts():
    return [make_post("Head of Parks", holder=make_user("Bea Pine").person), make_post("Head of Roads")]


@pytest.fixture
def call(body, officer, posts):
    return open_call(body=body, year=open_year("2024/25"), posts=posts, answer_by=ANSWER_BY, by=officer)


@pytest.fixture
def parks(call):
    return call.answers.get(owed_by_post__title="Head of Parks")


def test_each_post_owes_an_answer_by_the_day(call):
    assert [(str(one.owed_by), one.due_on, one.first_due_on, one.is_owed, one.why) for one in call.answers.all()] == [
        (title, ANSWER_BY, ANSWER_BY, True, "Call for items for 2024/25, opened on 19 September 2023 (Protocol 5.1)")
        for title in ("Head of Parks", "Head of Roads")
    ]


def test_call_opened_again_asks_only_those_not_asked_yet(call, body, officer, posts):
    more = open_call(
        body=body, year=call.year, posts=[*posts, make_post("Head of Schools")], answer_by=ANSWER_BY, by=officer
    )
    assert (more, call.answers.count()) == (call, 3)


@pytest.mark.parametrize(
    ("words", "said"), [({"posts": []}, "at least one post"), ({"answer_by": date(2023, 9, 18)}, "has passed")]
)
def test_call_asks_somebody_by_a_day_to_come(body, officer, posts, words, said):
    with pytest.raises(Refusal, match=said):
        open_call(
            **{
                "body": body,
                "year": open_year("2024/25"),
                "posts": posts,
                "answer_by": ANSWER_BY,
                "by": officer,
                **words,
            }
        )


def test_answer_with_proposals_is_given_by_the_first_and_takes_more(parks, officer):
    first, second = (propose_for_call(parks, title=title, why="Due", by=officer) for title in ("Trees", "Play areas"))
    parks.refresh_from_db()
    assert (parks.met_on, parks.met_by, parks.nothing_because) == (DAY, officer, "")
    assert [(one.title, one.origin, one.who) for one in (first, second)] == [
        ("Trees", "heads_of_service", "Head of Parks"), ("Play areas", "heads_of_service", "Head of Parks"),
    ]  # fmt: skip


def test_proposal_that_is_accepted_goes_on_the_programme_of_the_year_of_the_call(parks, officer):
    asked = accept_asked(propose_for_call(parks, title="Trees", by=officer), by=officer)
    assert (str(asked.item.programme.year), asked.item.origin, where_it_went(asked)) == (
        "2024/25", "heads_of_service", "On the programme, on no meeting yet",
    )  # fmt: skip


def test_nothing_this_year_is_an_answer(parks, officer):
    assert (answer_nothing(parks, by=officer).nothing_because, parks.call.answers.owed().count()) == (
        "Nothing this year", 1,
    )  # fmt: skip


def test_nothing_is_taken_back_by_a_proposal_and_not_the_other_way(parks, officer):
    answer_nothing(parks, because="Reviewed last year", by=officer)
    propose_for_call(parks, title="Trees", by=officer)
    parks.refresh_from_db()
    assert parks.nothing_because == ""
    with pytest.raises(Refusal, match="answered already"):
        answer_nothing(parks, by=officer)


def test_who_has_not_answered_gets_longer_and_the_ledger_says_so(call, parks, officer):
    answer_nothing(parks, by=officer)
    (roads,) = give_longer(call, to=date(2023, 10, 20), why="Half-term", by=officer)
    slip = roads.slips.get()
    assert (roads.due_on, roads.first_due_on, slip.from_on, slip.to_on, slip.why) == (
        date(2023, 10, 20), ANSWER_BY, ANSWER_BY, date(2023, 10, 20), "Half-term",
    )  # fmt: skip
    answer_nothing(roads, by=officer)
    with pytest.raises(Refusal, match="Everybody has answered"):
        give_longer(call, to=date(2023, 10, 27), why="More", by=officer)


def test_holder_of_the_day_answers_and_sees_what_their_post_proposed(parks, people, posts, officer):
    holder = posts[0].holdings.get().person.user
    assert [may_answer_call(user, parks, DAY) for user in (holder, officer, people["manager"], people["member"])] == [
        True, True, True, False,
    ]  # fmt: skip
    propose_for_call(parks, title="Trees", by=holder)
    assert [one.title for one in requests_seen_by(holder, DAY)] == ["Trees"]
    posts[0].holdings.update(to_on=date(2023, 9, 18))
    assert (may_answer_call(holder, parks, DAY), requests_seen_by(holder, DAY).count()) == (False, 0)


def test_posts_of_the_remit_and_of_its_reports_are_likely_to_be_asked(body, november, officer):
    schools = Portfolio.objects.create(name="Schools")
    body.portfolios.add(schools)
    near, gave = make_post("Head of Schools", portfolio=schools), make_post("Head of Health")
    make_post("Head of Bins", holder=make_person())
    make_item(november, by=officer, report_of=gave)
    assert set(likely_posts(body)) == {near, gave}
