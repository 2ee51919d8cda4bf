"""Choosing what to print, wording a standing paragraph, and giving a Word template."""

from typing import Any

from django import forms

from committees.models import Meeting
from govuk.forms import GovukForm, Look
from papers.writing.kinds import KINDS
from papers.writing.standing import MOST_CHARACTERS
from workprogramme.enums import PrintForm
from workprogramme.models import Edition

EDITION, DRAFT = "edition", "draft"


class ChoosePrint(GovukForm):
    """Which edition or draft, which paper, and in which form."""

    look = {
        "of": Look(size="s"),
        "paper": Look(size="s", small=True),
        "form": Look(size="s", small=True, inline=True),
    }
    of = forms.ChoiceField(
        label="Which edition?",
        help_text="A draft is made from the record as it stands, and says so.",
        error_messages={"required": "Choose an edition or a draft"},
    )
    paper = forms.ChoiceField(
        label="Which paper?",
        choices=[(key, kind.label) for key, kind in KINDS.items()],
        initial="report",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose the paper"},
    )
    form = forms.ChoiceField(
        label="In which form?",
        choices=PrintForm,
        initial=PrintForm.WORD,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose Word, PDF or HTML"},
    )

    def __init__(self, *args: Any, editions: list[Edition], meetings: list[Meeting], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._editions = {f"{EDITION}-{edition.number}": edition for edition in editions}
        self._meetings = {f"{DRAFT}-{meeting.pk}": meeting for meeting in meetings}
        kept = [(key, _edition(edition)) for key, edition in self._editions.items()]
        drafts = [(key, f"Draft for the meeting of {meeting.when}") for key, meeting in self._meetings.items()]
        self.fields["of"].choices = [*kept, *drafts, (DRAFT, "Draft for no meeting")]

    @property
    def edition(self) -> Edition | None:
        """The edition chosen, or nothing for a draft."""
        return self._editions.get(self.cleaned_data["of"])

    @property
    def meeting(self) -> Meeting | None:
        """The meeting a draft is for, if for one."""
        return self._meetings.get(self.cleaned_data["of"])


class WordParagraph(GovukForm):
    """A standing paragraph in the council's words."""

    text = forms.CharField(
        required=False,
        max_length=MOST_CHARACTERS,
        label="Text",
        help_text="It may say {council}, {committee} and {year}. A blank line begins another paragraph. "
        "Empty it to leave it out.",
        widget=forms.Textarea(attrs={"rows": "10"}),
    )


class GiveTemplate(GovukForm):
    """A Word template."""

    file = forms.FileField(
        label="Word template",
        help_text="A .docx of up to 5 MB. It is tried before it is used.",
        widget=forms.FileInput(attrs={"accept": ".docx"}),
        error_messages={
            "required": "Select the Word template",
            "empty": "The file is empty. Select the Word template",
        },
    )


def _edition(edition: Edition) -> str:
    made = edition.made_on
    of = f", for the meeting of {edition.for_meeting.when}" if edition.for_meeting else ""
    return f"Edition {edition.number}, {made.day} {made:%B %Y}{of}"
