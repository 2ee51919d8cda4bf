"""Forms of the yearly call to Heads of Service."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from council.models import Post
from govuk.forms import DateField, GovukForm
from workprogramme.fields import a_reason
from workprogramme.forms.requests import a_title, some_words


class OpenCall(GovukForm):
    """Which posts are asked, and by when they answer."""

    answer_by = DateField(label="Answer by", help_text="For example, 31 3 2024")
    posts = forms.ModelMultipleChoiceField(
        Post.objects.none(), label="Which posts are asked?", widget=forms.CheckboxSelectMultiple,
        help_text="Ticked: posts in the committee's remit, and those that gave it a report.",
        error_messages={"required": "Select at least one post"},
    )  # fmt: skip

    def __init__(self, *args: Any, posts: QuerySet[Post], likely: QuerySet[Post], **kwargs: Any) -> None:
        initial = kwargs.pop("initial", {}) | {"posts": list(likely)}
        super().__init__(*args, initial=initial, **kwargs)
        self.fields["posts"].queryset = posts
        if not initial["posts"]:
            self.fields["posts"].help_text = ""


class GiveLonger(GovukForm):
    """Until when those who have not answered have, and why."""

    to = DateField(label="New day", help_text="For example, 14 4 2024")
    why = a_reason("Why")


class ProposeItem(GovukForm):
    """An item that a Head of Service proposes."""

    title = a_title()
    why = some_words("Why, and what should the committee do with it?")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, prefix="propose", **kwargs)


class NothingThisYear(GovukForm):
    """That there is nothing, with a word on why where there is one."""

    because = forms.CharField(label="A word on why", max_length=300, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, prefix="nothing", **kwargs)
