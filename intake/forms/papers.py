"""Giving a paper, and having it read as something else."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from council.models import Body
from govuk.forms import GovukForm, Look, VersionField
from intake.enums import Kind
from intake.file_names import SUFFIXES
from intake.models import Reading
from papers.reading.document import MOST_CHARACTERS

UPLOAD, PASTE = "upload", "paste"
_TOO_LONG = f"The text is longer than {MOST_CHARACTERS // 1_000_000} million characters. Paste one paper at a time"

_KIND = {"required": "Choose what the paper is", "invalid_choice": "Choose what the paper is from the list"}


class GivePaper(GovukForm):
    """A paper as a file or as pasted text, what it is, and which committee reviews it."""

    look = {"way": Look(size="m", reveals={UPLOAD: "file", PASTE: "text"})}
    way = forms.ChoiceField(
        label="How do you want to give the paper?",
        choices={UPLOAD: "Upload a file", PASTE: "Paste its text"},
        initial=UPLOAD,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether to upload a file or paste text"},
    )
    file = forms.FileField(
        required=False,
        label="File",
        help_text="Word (.docx), PDF, text, a saved web page or a table as CSV, up to 20 MB",
        widget=forms.FileInput(attrs={"accept": ",".join(SUFFIXES)}),
        error_messages={"empty": "The file is empty. Choose the file that holds the paper"},
    )
    text = forms.CharField(
        required=False,
        strip=False,
        max_length=MOST_CHARACTERS,
        label="Text of the paper",
        help_text="Copy the whole paper, from its heading to its last line",
        widget=forms.Textarea(attrs={"rows": "12"}),
        error_messages={"max_length": _TOO_LONG},
    )
    kind = forms.ChoiceField(label="What is it?", choices=Kind, initial=Kind.AUTO, error_messages=_KIND)
    body = forms.ModelChoiceField(
        Body.objects.none(),
        required=False,
        label="Which committee reviews it?",
        error_messages={"invalid_choice": "Choose the committee from the list"},
        empty_label="Tell from the paper",
        help_text="Its officers see the paper. Until a committee is known, only you and scrutiny managers do",
    )

    def __init__(self, *args: Any, committees: QuerySet[Body], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].queryset = committees
        if committees.count() < 2:
            del self.fields["body"]

    def clean(self) -> dict[str, Any]:
        """What was chosen to give is there."""
        cleaned = super().clean()
        if cleaned.get("way") == UPLOAD and not cleaned.get("file") and "file" not in self.errors:
            self.add_error("file", "Select the file that holds the paper")
        if cleaned.get("way") == PASTE and not (cleaned.get("text") or "").strip() and "text" not in self.errors:
            self.add_error("text", "Paste the text of the paper")
        return cleaned

    @property
    def given_in(self) -> str:
        """The field that holds the paper."""
        return "file" if self.cleaned_data["way"] == UPLOAD else "text"


class ReadAgain(GovukForm):
    """What to read a paper as this time."""

    kind = forms.ChoiceField(label="Read it as", choices=Kind, widget=forms.RadioSelect, error_messages=_KIND)
    version = VersionField()

    def __init__(self, *args: Any, reading: Reading, **kwargs: Any) -> None:
        super().__init__(*args, initial={"kind": reading.asked_kind, "version": reading.version}, **kwargs)
