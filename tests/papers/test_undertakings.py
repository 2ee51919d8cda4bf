"""What the narrative promises: an officer's own undertaking counts, a member's comment does not."""

import pytest

from papers.reading.undertakings import promised, sentences

SAID = ["Councillor Jude asked about fines.", "Ms Nott introduced the report."]


@pytest.mark.parametrize(
    ("sentence", "owner", "stands", "task"),
    [
        ("The Head of Parks undertook to circulate the map.", "The Head of Parks", "clause", "circulate the map"),
        ("In response to questions she agreed to provide the map.", "Ms Nott", "context", "provide the map"),
        ("In reply to the Chair the Director undertook to write.", "the Director", "clause", "write"),
        ("She confirmed that her team would write to the trust.", "Ms Nott", "context", "write to the trust"),
        ("Officers to provide the number of permits.", "Officers", "clause", "provide the number of permits"),
        (
            "The Clerk, the Mayor and the Head of Parks agreed to meet.",
            "The Clerk, the Mayor and the Head of Parks",
            "clause",
            "meet",
        ),
        (
            "The Lead Member for Parks, Councillor Vane, undertook to write.",
            "The Lead Member for Parks, Councillor Vane",
            "clause",
            "write",
        ),
        ("KT/JB to re-issue them.", "KT/JB", "clause", "re-issue them"),
        ("The figures would be circulated to Members.", None, "none", "The figures would be circulated to Members"),
    ],
)
def test_an_undertaking_is_read(sentence, owner, stands, task):
    promise = promised(sentence, SAID)
    assert (promise.owner, promise.stands, promise.task) == (owner, stands, task)


@pytest.mark.parametrize(
    "sentence",
    [
        "Councillor Ives would raise the matter with the Mayor.",
        "Councillor Kerr said that a leaflet might be sent to residents.",
        "Members agreed that the scheme had worked well.",
        "A leaflet would be circulated to every household in the spring.",
        "Members asked whether the Director had agreed to share the data.",
        "To allow the Committee to follow progress.",
        "The Chair thanked the Clerk, who had agreed to attend at short notice.",
        "A decision was due to be taken by the Executive in June.",
    ],
)
def test_a_comment_is_no_undertaking(sentence):
    assert promised(sentence, SAID) is None


def test_a_title_ends_no_sentence_and_a_mark_stays_with_its_own():
    assert sentences("Mr. Lamb spoke. He will check. (ACTION: Mr. Lamb)") == [
        "Mr. Lamb spoke.",
        "He will check. (ACTION: Mr. Lamb)",
    ]
