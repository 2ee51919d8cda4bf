"""What the tests of this room share."""

from tests.committee_year import body, item, january, november, officer, people, signed_in

__all__ = ["body", "item", "january", "november", "officer", "people", "signed_in"]
