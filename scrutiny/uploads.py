"""Uploads are hostile until read: no more of a file is taken in than a paper may hold."""

from django.core.files.uploadhandler import FileUploadHandler

from intake.rules import MOST_BYTES


class Bounded(FileUploadHandler):
    """Passes on a file up to one byte more than the largest paper, by which the form sees that it is too large.

    The rest is read off the wire and dropped, so that whoever sends it gets an answer and nothing of it is kept.
    """

    chunk_size = 2**16

    def new_file(self, *args, **kwargs) -> None:
        """Begin to count anew with every file."""
        super().new_file(*args, **kwargs)
        self.taken = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Pass on what still fits."""
        fits = raw_data[: MOST_BYTES + 1 - self.taken]
        self.taken += len(fits)
        return fits or None

    def file_complete(self, file_size: int) -> None:
        """Leave the file to the handlers that keep it."""
