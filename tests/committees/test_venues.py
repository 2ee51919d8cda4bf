"""One venue under all the names papers give it."""

import pytest

from committees.models import Venue, VenueAlias
from committees.venues import find_venue, venue_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def halls():
    return [Venue.objects.create(name=name) for name in ("Town Hall, Bootle", "Town Hall, Southport")]


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("Town Hall, Bootle", 0),
        ("Town Hall, Bootle.", 0),
        ("THE TOWN HALL, BOOTLE", 0),
        ("Bootle Town Hall", 0),
        ("Town Hall, Southport", 1),
        ("Birkdale Room - Southport Town Hall, Lord Street, Southport", 1),
        ("Bootle Town Hall, Committee Room 2", 0),
        ("Town Hall", None),
        ("Bootle", None),
        ("Bootle Town Hall or Southport Town Hall", None),
        ("Town Hall, Crosby", None),
        ("", None),
        ("...", None),
    ],
)
def test_find_venue_in_any_order_of_words(halls, printed, found):
    assert find_venue(printed) == (None if found is None else halls[found])


def test_find_venue_by_alias(halls):
    VenueAlias.objects.create(venue=halls[1], text="The Atkinson", room="Studio")
    assert find_venue("Atkinson") == halls[1]


def test_find_venue_prefers_the_name_to_another_s_alias(halls):
    VenueAlias.objects.create(venue=halls[1], text="Bootle Town Hall")
    assert find_venue("Town Hall, Bootle") == halls[0]


def test_venue_for_puts_a_new_place_on_record_once():
    assert venue_for("Netherton Activity Centre.") == venue_for("NETHERTON ACTIVITY CENTRE")
    assert list(Venue.objects.values_list("name", flat=True)) == ["Netherton Activity Centre"]


@pytest.mark.parametrize("printed", ["", "   "])
def test_venue_for_nothing_is_nothing(printed):
    assert (venue_for(printed), Venue.objects.count()) == (None, 0)


def test_venue_whose_name_is_too_long_is_found_again_under_what_was_kept():
    printed = "Great Hall " + "of the Guild of Ropemakers and Sailmakers " * 8
    assert venue_for(printed) == venue_for(printed)
    assert len(Venue.objects.get().name) <= 200


@pytest.mark.parametrize("printed", ["", " . ", "—", "///"])
def test_venue_of_no_letters_is_nothing(printed):
    assert (venue_for(printed), Venue.objects.count()) == (None, 0)
