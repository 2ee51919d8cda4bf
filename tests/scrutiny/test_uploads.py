"""How much of a file is taken in."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from intake.rules import MOST_BYTES


@pytest.mark.parametrize(
    ("sent", "taken"),
    [
        (0, 0),
        (10, 10),
        (3_000_000, 3_000_000),
        (MOST_BYTES, MOST_BYTES),
        (MOST_BYTES + 1, MOST_BYTES + 1),
        (MOST_BYTES + 9_000_000, MOST_BYTES + 1),
    ],
)
def test_file_is_taken_in_up_to_one_byte_more_than_the_largest_paper(rf, sent, taken):
    request = rf.post("/", {"file": SimpleUploadedFile("pack.pdf", b"x" * sent)})
    assert (request.FILES["file"].size, len(request.FILES["file"].read())) == (taken, taken)
