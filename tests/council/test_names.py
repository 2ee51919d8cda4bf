"""Spellings of one name, as papers print them, and names that only look alike."""

import pytest

from council.names import fold, fold_person, fold_place


@pytest.mark.parametrize(
    "printed",
    [
        "Executive Director of Corporate Resources and Customer Services",
        "Executive Director Corporate Resources & Customer Services",
        "Executive Director for Corporate Resources and Customer Services",
        "EXECUTIVE DIRECTOR OF CORPORATE RESOURCES AND CUSTOMER SERVICES.",
        "the Executive  Director, Corporate Resources and Customer Services",
    ],
)
def test_fold_takes_spellings_of_a_post_for_one(printed):
    assert fold(printed) == "executive director corporate resources and customer services"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Assistant Director Children's Services (Education)", "Assistant Director of Children’s Services (Education)"),
        ("Executive Director Adult Social Care and Health", "Executive Director for Adult Social Care and Health"),
        ("Overview and Scrutiny Committee (Childrens Services)", "Overview & Scrutiny Committee, Children's Services"),
        ("Cabinet Member – Children's Social Care", "Cabinet Member, Children's Social Care"),
        ("Heads of Service", "HEADS OF SERVICE"),
    ],
)
def test_fold_joins(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Executive Director of Social Care and Education",
            "Executive Director of Children's Social Care and Education",
        ),
        ("Assistant Director of Education", "Director of Education"),
        ("Domestic Abuse Partnership Board", "Abuse Domestic Partnership Board"),
        ("Scrutiny Committee 1", "Scrutiny Committee 2"),
    ],
)
def test_fold_keeps_apart(one, other):
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("Councillor Doyle", "doyle"),
        ("Councilor Doyle", "doyle"),
        ("Cllr. Doyle", "doyle"),
        ("Mrs. S. Cain", "s cain"),
        ("Mrs Sandra Cain", "sandra cain"),
        ("Ms. Joan McCarthy", "joan mccarthy"),
        ("The Reverend O’Brien", "obrien"),
        ("Councillor John Kelly", "john kelly"),
        ("Councillor John Joseph Kelly", "john joseph kelly"),
        ("Kelly", "kelly"),
        ("Dr", "dr"),
        ("Siân Núñez", "sian nunez"),
        ("Олена Шевченко", "олена шевченко"),
        ("", ""),
    ],
)
def test_fold_person_leaves_titles_out_and_keeps_every_name(printed, folded):
    assert fold_person(printed) == folded


@pytest.mark.parametrize(("one", "other"), [("José", "Jos"), ("Олена", "Ірина"), ("Jørgen", "J. Rgen")])
def test_fold_person_keeps_letters_of_every_alphabet(one, other):
    assert fold_person(one) != fold_person(other)


def test_fold_person_never_merges_people_who_share_a_surname():
    kellys = ["Councillor Kelly", "Councillor John Kelly", "Councillor John Joseph Kelly", "Cllr J. Kelly"]
    assert len({fold_person(name) for name in kellys}) == len(kellys)


@pytest.mark.parametrize(
    "printed",
    ["Town Hall, Bootle", "Town Hall, Bootle.", "THE TOWN HALL, BOOTLE", "Bootle Town Hall", "at Town Hall Bootle"],
)
def test_fold_place_takes_spellings_of_a_venue_for_one(printed):
    assert fold_place(printed) == "bootle hall town"


def test_fold_place_keeps_two_town_halls_apart():
    assert fold_place("Town Hall, Southport") != fold_place("Town Hall, Bootle")


@pytest.mark.parametrize("folding", [fold, fold_person, fold_place])
@pytest.mark.parametrize(
    "printed", ["Mrs. S. Cain", "Assistant Director (Education) & Skills", "Town Hall, Bootle.", "—"]
)
def test_folding_twice_is_folding_once(folding, printed):
    assert folding(folding(printed)) == folding(printed)
