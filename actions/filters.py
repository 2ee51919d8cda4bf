"""How the lists of this room are narrowed and sorted, all of it in the address."""

from datetime import timedelta

import django_filters as filters
from django import forms
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce, NullIf

from actions.enums import ENDED, ActionState, RecommendationState
from actions.models import Action, Recommendation, WrittenAnswer
from council.calendar import today
from council.models import Body, Person, Post
from govuk.forms import DateField, FilterForm

SOON = timedelta(days=30)
MOST_WORDS = 10
SHOWN_BY_DEFAULT = "Not ended"
GROUPS = {"live": SHOWN_BY_DEFAULT, "ended": "Ended", "all": "All states"}
OWNERS = {"post": Post, "person": Person, "body": Body}
SORTS = {
    "due": "Due date, earliest first",
    "-due": "Due date, latest first",
    "owner": "Asked of, A to Z",
    "-owner": "Asked of, Z to A",
    "ref": "Reference, lowest first",
    "-ref": "Reference, highest first",
    "asked": "Date asked, earliest first",
    "-asked": "Date asked, latest first",
}
SORT_FIELDS = {
    "due": F("due_on"),
    "owner": Coalesce(
        "owed_by_post__title", "owed_by_person__name", "owed_by_body__name", NullIf("asked_as_printed", Value(""))
    ),
    "ref": F("pk"),
    "asked": F("asked_on"),
}


def committees_with(related: str):
    """The bodies that have anything in a list, by the name of the relation, and those that passed theirs on."""
    has_any, passed_on = Q(**{f"{related}__isnull": False}), Q(successions_after__isnull=False)
    return lambda request: Body.objects.filter(has_any | passed_on).distinct()


class TickFilter(filters.Filter):
    """A box to tick: ``on`` in the address, or nothing."""

    field_class = forms.BooleanField


class DayFilter(filters.Filter):
    """A day, typed in three parts."""

    field_class = DateField


class ActionFilter(filters.FilterSet):
    """The actions list: by committee, owner, state and due; what is overlooked; free text; sorted.

    What has ended is left out until a state is chosen.
    """

    q = filters.CharFilter(
        label="Search", method="search", max_length=200, help_text="Words, a reference such as A12, or a name",
    )  # fmt: skip
    overlooked = TickFilter(label="No programme item and no answer yet", method="only_overlooked")
    committee = filters.ModelChoiceFilter(
        field_name="body", label="Committee", queryset=committees_with("actions"), to_field_name="slug",
        empty_label="All committees",
    )  # fmt: skip
    owner = filters.ChoiceFilter(
        label="Asked of", method="owed_by", empty_label="Anybody",
        error_messages={"invalid_choice": "Choose who was asked from the list"},
    )  # fmt: skip
    state = filters.ChoiceFilter(label="State", method="in_state", empty_label=SHOWN_BY_DEFAULT)
    due = filters.ChoiceFilter(
        label="Due", method="due_when", empty_label="At any time",
        choices=[("overdue", "Overdue"), ("soon", "In the next 30 days"), ("none", "No date")],
    )  # fmt: skip
    due_from = DayFilter(label="Due on or after", field_name="due_on", lookup_expr="gte")
    due_to = DayFilter(label="Due on or before", field_name="due_on", lookup_expr="lte")
    sort = filters.ChoiceFilter(
        label="Sort by", method="sorted_by", choices=list(SORTS.items())[1:], empty_label=SORTS["due"],
        error_messages={"invalid_choice": "Choose an order from the list"},
    )  # fmt: skip

    class Meta:
        model = Action
        form = FilterForm
        fields = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.filters["owner"].extra["choices"] = owners_of(self.queryset)
        self.filters["state"].extra["choices"] = states_of(self.queryset)

    def filter_queryset(self, queryset):
        """Every filter in force; what has ended is left out unless a state is chosen."""
        queryset = super().filter_queryset(queryset)
        return queryset if self.form.cleaned_data.get("state") else queryset.exclude(state__in=ENDED)

    def left_out(self) -> int:
        """How many would be shown besides, had they not ended."""
        return 0 if self.form.cleaned_data.get("state") else super().filter_queryset(self.queryset).ended().count()

    def search(self, queryset, name, value):
        """By words of the task, its clauses, its owner and their words; or by reference."""
        ref = value.strip().upper().removeprefix("A")
        if ref.isascii() and ref.isdigit() and len(ref) < 10:
            return queryset.filter(pk=int(ref))
        fields = (
            "task", "clause__text", "repeats__clause__text", "asked_as_printed", "due_text", "owed_by_post__title",
            "owed_by_post__holdings__person__name", "owed_by_person__name", "owed_by_body__name",
            "owed_by_body__aliases__text", "delegate__name",
        )  # fmt: skip
        for word in value.split()[:MOST_WORDS]:
            found = Q()
            for field in fields:
                found |= Q(**{f"{field}__icontains": word})
            queryset = queryset.filter(pk__in=Action.objects.filter(found).values("pk"))
        return queryset

    def only_overlooked(self, queryset, name, value):
        """Live, on no programme row and without any answer."""
        return queryset.overlooked() if value else queryset

    def owed_by(self, queryset, name, value):
        """By who was asked: ``post-3``, ``person-7``, ``body-2`` or ``nobody``."""
        if value == "nobody":
            return queryset.filter(**{f"owed_by_{kind}__isnull": True for kind in OWNERS})
        kind, _, pk = value.partition("-")
        return queryset.filter(**{f"owed_by_{kind}": pk})

    def in_state(self, queryset, name, value):
        """In one state, or in a group of them."""
        groups = {"live": queryset.exclude(state__in=ENDED), "ended": queryset.ended(), "all": queryset}
        return groups[value] if value in groups else queryset.filter(state=value)

    def due_when(self, queryset, name, value):
        """Overdue, due in the next 30 days, or without a date; only of what is live and still owed."""
        owed, day = queryset.live(), today()
        if value == "soon":
            return owed.owed().filter(due_on__range=(day, day + SOON))
        return owed.overdue(day) if value == "overdue" else owed.without_date()

    def sorted_by(self, queryset, name, value):
        """In the order asked for; what lacks it comes last."""
        return in_order(queryset, value)


def in_order(queryset, sort: str = "due"):
    """The actions in one of ``SORTS``; what has no date, or no owner, comes last."""
    field = SORT_FIELDS[sort.removeprefix("-")]
    down = sort.startswith("-")
    order = field.desc(nulls_last=True) if down else field.asc(nulls_last=True)
    return queryset.order_by(order, "pk")


def owners_of(actions) -> list:
    """Everybody the actions are asked of, posts first, as choices in groups."""
    groups = [("Posts", "post"), ("People", "person"), ("Bodies", "body")]
    listed = [(label, _owners(actions, kind)) for label, kind in groups]
    return [("nobody", "Nobody named"), *((label, owners) for label, owners in listed if owners)]


def _owners(actions, kind: str) -> list[tuple[str, str]]:
    owners = OWNERS[kind].objects.filter(pk__in=actions.order_by().values(f"owed_by_{kind}"))
    return [(f"{kind}-{owner.pk}", str(owner)) for owner in owners]


def states_of(actions) -> list[tuple[str, str]]:
    """The states to choose from; drafts only where there are any to be seen."""
    drafts = actions.filter(state=ActionState.DRAFT).exists()
    states = [choice for choice in ActionState.choices if drafts or choice[0] != ActionState.DRAFT]
    return [*GROUPS.items(), *states]


class RecommendationFilter(filters.FilterSet):
    """The recommendations list: by committee and state."""

    committee = filters.ModelChoiceFilter(
        field_name="body", label="Committee", queryset=committees_with("recommendations"), to_field_name="slug",
        empty_label="All committees",
    )  # fmt: skip
    state = filters.ChoiceFilter(label="State", choices=RecommendationState.choices, empty_label="All states")

    class Meta:
        model = Recommendation
        form = FilterForm
        fields = []


class WrittenAnswerFilter(filters.FilterSet):
    """The written answers: by committee, by who owes them, by where they stand. What is settled is left out first."""

    committee = filters.ModelChoiceFilter(
        field_name="body", label="Committee", queryset=committees_with("written_answers"), to_field_name="slug",
        empty_label="All committees",
    )  # fmt: skip
    stands = filters.ChoiceFilter(
        label="Stands", method="standing", empty_label="Not settled",
        choices=[
            ("owed", "Owed"), ("overdue", "Overdue"), ("to_circulate", "Answered, not circulated"),
            ("settled", "Settled"), ("all", "All"),
        ],
    )  # fmt: skip
    owner = filters.ModelChoiceFilter(
        field_name="owed_by_post", label="Owed by", empty_label="Anybody",
        queryset=lambda request: Post.objects.filter(writtenanswers_owed__isnull=False).distinct(),
    )  # fmt: skip

    class Meta:
        model = WrittenAnswer
        form = FilterForm
        fields = []

    def filter_queryset(self, queryset):
        """Every filter in force; what is settled is left out unless it is asked for."""
        queryset = super().filter_queryset(queryset)
        return queryset if self.form.cleaned_data.get("stands") else queryset.exclude(pk__in=queryset.settled())

    def standing(self, queryset, name, value):
        """Where they stand."""
        found = {"owed": queryset.owed(), "to_circulate": queryset.to_circulate(), "settled": queryset.settled()}
        return queryset.overdue(today()) if value == "overdue" else found.get(value, queryset)
