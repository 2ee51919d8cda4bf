"""An author marks a stage done, and takes it back."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertRedirects

from workprogramme.domain.items import publish_item

pytestmark = pytest.mark.django_db


@pytest.fixture
def stage(item):
    return item.stages.get(stage="draft")


def met_by(stage):
    stage.refresh_from_db()
    return stage.met_on, stage.met_by


@pytest.mark.parametrize("role", ["author", "officer", "manager"])
def test_stage_is_done_with_one_press_and_undone_with_another(signed_in, people, stage, held, role):
    client = signed_in(role)
    assertRedirects(client.post(reverse("stage_done", args=[stage.pk])), f"/items/I{stage.item_id}/")
    done = met_by(stage)
    client.post(reverse("stage_reopen", args=[stage.pk]))
    assert (done, met_by(stage)) == ((held, people[role]), (None, None))


@pytest.mark.parametrize("role", ["member", "officer elsewhere", "nobody"])
@pytest.mark.parametrize("verb", ["stage_done", "stage_reopen"])
def test_stage_is_not_found_by_others(signed_in, stage, role, verb):
    assert signed_in(role).post(reverse(verb, args=[stage.pk])).status_code == 404
    assert met_by(stage) == (None, None)


def test_stage_is_not_marked_by_a_look(signed_in, stage):
    assert signed_in("author").get(reverse("stage_done", args=[stage.pk])).status_code == 200
    assert signed_in("author").get(reverse("stage_reopen", args=[stage.pk])).status_code == 405
    assert met_by(stage) == (None, None)


def test_stage_marked_twice_says_when_it_was_done(signed_in, stage):
    client = signed_in("author")
    client.post(reverse("stage_done", args=[stage.pk]))
    page = client.post(reverse("stage_done", args=[stage.pk]), follow=True)
    assertContains(page, "already marked done on 19 September 2023")


def test_stage_of_a_published_report_stays_done(signed_in, item, stage, officer, held):
    client = signed_in("author")
    client.post(reverse("stage_done", args=[stage.pk]))
    publish_item(item, on=held, by=officer)
    page = client.post(reverse("stage_reopen", args=[stage.pk]), follow=True)
    assertContains(page, "This item is published, so its stages stay as they are.")
    assert met_by(stage)[0] == held


def test_press_leads_back_to_where_it_was_made(signed_in, stage):
    page = signed_in("author").post(reverse("stage_done", args=[stage.pk]), {"next": "/forward-plan/"})
    assertRedirects(page, "/forward-plan/")
