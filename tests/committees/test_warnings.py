"""What does not agree in a paper is shown until somebody says how it was settled."""

import pytest

from committees.domain.warnings import open_warning_again, settle_warning
from committees.models import Paper, PaperWarning
from council.refusal import Refusal
from tests.factories import make_body, make_officer

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer():
    return make_officer(make_body())


@pytest.fixture
def warning(officer):
    paper = Paper.objects.create(name="Agenda", sha256="1" * 64, kept_by=officer)
    return PaperWarning.objects.create(paper=paper, code="weekday_mismatch", text="14 November is a Tuesday", line=5)


def kept(warning):
    warning.refresh_from_db()
    return warning.settled_because, warning.settled_by, PaperWarning.objects.open().count()


def test_settled_with_how_and_by_whom(warning, officer, held):
    settle_warning(warning, how=" The date is right ", by=officer)
    assert kept(warning) == ("The date is right", officer, 0)
    assert warning.settled_on == held


def test_opened_again_it_is_as_before(warning, officer):
    open_warning_again(settle_warning(warning, how="The date is right", by=officer))
    assert kept(warning) == ("", None, 1)


@pytest.mark.parametrize("how", ["", "   "])
def test_it_must_be_said_how(warning, officer, how):
    with pytest.raises(Refusal, match="Say how it was settled"):
        settle_warning(warning, how=how, by=officer)
    assert kept(warning) == ("", None, 1)


def test_what_somebody_settled_is_not_settled_twice(warning, officer):
    settle_warning(warning, how="The date is right", by=officer)
    with pytest.raises(Refusal, match="settled already: The date is right"):
        settle_warning(warning, how="The day is right", by=officer)
