"""What is asked first before committees are renamed, merged or split: which, into which, and who decided it."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django import forms
from django.db.models import QuerySet

from actions.domain.assigning import Part
from actions.domain.what_goes import things_of
from committees.enums import ClauseSort
from committees.models import Clause
from council.calendar import today
from council.enums import COMMITTEE_KINDS
from council.models import Body, Portfolio
from govuk.forms import DateField, GovukForm, say_what_to_do
from scrutiny.forms import ClauseChoice
from workprogramme.fields import a_reason

DECIDING_SORTS = (ClauseSort.AGREED, ClauseSort.APPROVED, ClauseSort.OTHER)
MOST_CLAUSES = 100
MOST_PARTS = 4


def standing_committees() -> QuerySet[Body]:
    """The committees that stand today."""
    return Body.objects.filter(kind__in=COMMITTEE_KINDS, ended_on__isnull=True).order_by("name")


def clauses_that_may_have_decided() -> QuerySet[Clause]:
    """The clauses of the last year that agreed or approved something, the latest first."""
    lately = today() - timedelta(days=400)
    found = Clause.objects.filter(sort__in=DECIDING_SORTS, minute__meeting__on__gte=lately)
    in_turn = found.order_by("-minute__meeting__on", "minute__order", "order", "pk").values("pk")[:MOST_CLAUSES]
    clauses = Clause.objects.filter(pk__in=list(in_turn.values_list("pk", flat=True)))
    return clauses.select_related("minute__meeting__body").order_by("-minute__meeting__on", "minute__order", "order")


class Decided(GovukForm):
    """From which day, why, and by which decision: asked of every reorganisation."""

    from_on = DateField(label="First day", help_text="The day from which it is so. For example, 16 5 2024")
    why = a_reason("Why")
    decided_in = forms.CharField(
        label="Decision of Council",
        max_length=200,
        required=False,
        help_text="For example, Council, 18 May 2023, minute 12",
    )
    clause = ClauseChoice(
        Clause.objects.none(), label="Or a clause on record", required=False, empty_label="None",
        help_text="Clauses of the last year that agree or approve something.",
    )  # fmt: skip

    field_order: Sequence[str] | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["clause"].queryset = clauses_that_may_have_decided()
        if not self.fields["clause"].queryset:
            del self.fields["clause"]

    def clean(self) -> dict[str, Any]:
        """Somebody decided it: Council as printed, or a clause on record."""
        cleaned = super().clean()
        if not cleaned.get("decided_in") and not cleaned.get("clause") and "decided_in" not in self.errors:
            self.add_error("decided_in", "Enter the decision of Council, or select the clause")
        return cleaned

    @property
    def decided(self) -> dict[str, Any]:
        """The words of the decision, as every verb takes them."""
        return {name: self.cleaned_data.get(name) for name in ("from_on", "why", "decided_in", "clause")}


class RenameCommittee(Decided):
    """The new name of a committee."""

    name = forms.CharField(label="New name", max_length=250)
    short_name = forms.CharField(
        label="Short name", max_length=60, required=False, help_text="What people call it. Its address is made of this."
    )
    field_order = ["name", "short_name", "from_on", "why", "decided_in", "clause"]


class MergeCommittees(Decided):
    """Which committees are merged, and into which."""

    bodies = forms.ModelMultipleChoiceField(
        Body.objects.none(), label="Which committees come to their end?", widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Select the committees that come to their end"},
    )  # fmt: skip
    into = forms.ModelChoiceField(
        Body.objects.none(), label="Which committee continues them?", required=False, empty_label="A new committee",
    )  # fmt: skip
    name = forms.CharField(label="Name of the new committee", max_length=250, required=False)
    short_name = forms.CharField(label="Its short name", max_length=60, required=False)
    field_order = ["bodies", "into", "name", "short_name", "from_on", "why", "decided_in", "clause"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["bodies"].queryset = self.fields["into"].queryset = standing_committees()

    def clean(self) -> dict[str, Any]:
        """A new committee has a name."""
        cleaned = super().clean()
        if not cleaned.get("into") and not cleaned.get("name"):
            self.add_error("name", "Enter the name of the new committee, or select one that continues them")
        return cleaned

    @property
    def ending(self) -> list[Body]:
        """The committees that end: the one that continues them is not among them."""
        return [body for body in self.cleaned_data["bodies"] if body != self.cleaned_data.get("into")]

    @property
    def part(self) -> Part:
        """The committee that continues them."""
        into, said = self.cleaned_data.get("into"), self.cleaned_data
        return Part(body=into) if into else Part(name=said["name"], short_name=said["short_name"])


class SplitCommittee(Decided):
    """Into which committees one is split, and which portfolios go to each."""

    def __init__(self, *args: Any, body: Body, **kwargs: Any) -> None:
        self.body = body
        super().__init__(*args, **kwargs)
        others = standing_committees().exclude(pk=body.pk)
        portfolios = portfolios_in_question(body)
        for number in range(1, MOST_PARTS + 1):
            self._ask_of_part(number, others, portfolios)

    def _ask_of_part(self, number: int, others: QuerySet[Body], portfolios: QuerySet[Portfolio]) -> None:
        new = "Name of a new committee" if number <= 2 else "Name of a new committee (optional)"
        asked = {
            f"name_{number}": forms.CharField(label=new, max_length=250, required=False),
            f"short_name_{number}": forms.CharField(label="Its short name", max_length=60, required=False),
            f"body_{number}": forms.ModelChoiceField(
                others, label="Or a committee on record", required=False, empty_label="None: it is new"
            ),
        }
        if portfolios:
            asked[f"portfolios_{number}"] = forms.ModelMultipleChoiceField(
                portfolios, label="Portfolios that go to it", required=False, widget=forms.CheckboxSelectMultiple
            )
        for name, field in asked.items():
            say_what_to_do(field)
            self.fields[name] = field

    @property
    def sections(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The fields under their headings: the decision, then each committee that follows."""
        decision = [self[name] for name in Decided.base_fields if name in self.fields]
        parts = [
            (f"Committee {number}", [self[name] for name in self.fields if name.endswith(f"_{number}")])
            for number in range(1, MOST_PARTS + 1)
        ]
        return [("", decision), *parts]

    def clean(self) -> dict[str, Any]:
        """At least two committees continue it, and each portfolio goes to one of them at most."""
        cleaned = super().clean()
        for number in range(1, 3):
            if not cleaned.get(f"name_{number}") and not cleaned.get(f"body_{number}"):
                self.add_error(f"name_{number}", f"Enter the name of committee {number}, or select one on record")
        self._check_portfolios(cleaned)
        return cleaned

    def _check_portfolios(self, cleaned: dict[str, Any]) -> None:
        taken: dict[int, int] = {}
        for number in range(1, MOST_PARTS + 1):
            for portfolio in cleaned.get(f"portfolios_{number}") or ():
                if taken.setdefault(portfolio.pk, number) != number:
                    other = taken[portfolio.pk]
                    self.add_error(f"portfolios_{number}", f"{portfolio} goes to committee {other} already")

    @property
    def parts(self) -> list[Part]:
        """The committees that continue it."""
        said = self.cleaned_data
        return [
            Part(
                body=said.get(f"body_{number}"),
                name=said[f"name_{number}"],
                short_name=said[f"short_name_{number}"],
                portfolios=tuple(said.get(f"portfolios_{number}") or ()),
            )
            for number in range(1, MOST_PARTS + 1)
            if said.get(f"body_{number}") or said[f"name_{number}"]
        ]


def portfolios_in_question(body: Body) -> QuerySet[Portfolio]:
    """The portfolios of a committee, and those of what is open there."""
    of_things = {thing.portfolio_id for thing in things_of(body, today())} - {None}
    of_body = body.portfolios.values_list("pk", flat=True)
    return Portfolio.objects.filter(pk__in=[*of_things, *of_body])
