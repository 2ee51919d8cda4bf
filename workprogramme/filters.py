"""How the register of requests is narrowed, all of it in the address."""

import django_filters as filters
from django import forms
from django.db.models import Q

from council.models import Body
from govuk.forms import FilterForm
from workprogramme.enums import ASKED_AS, AskedState
from workprogramme.models import ItemRequest

MOST_WORDS = 10


class OwnFilter(filters.Filter):
    """A box to tick: ``on`` in the address, or nothing."""

    field_class = forms.BooleanField


class RequestFilter(filters.FilterSet):
    """The register: what one asked for oneself, by committee, who asked, and where it stands; free text."""

    q = filters.CharFilter(
        label="Search", method="search", max_length=200, help_text="Words, or a reference such as Q12",
    )  # fmt: skip
    mine = OwnFilter(label="Asked for by me", method="only_mine")
    committee = filters.ModelChoiceFilter(
        field_name="body", label="Committee", to_field_name="slug", empty_label="All committees",
        queryset=lambda request: Body.objects.filter(item_requests__isnull=False).distinct(),
    )  # fmt: skip
    origin = filters.ChoiceFilter(
        label="Asked as", empty_label="Anything", choices=[(one.value, one.label) for one in ASKED_AS]
    )
    state = filters.ChoiceFilter(label="Stands", empty_label="Anywhere", choices=AskedState.choices)

    class Meta:
        model = ItemRequest
        form = FilterForm
        fields = []

    def search(self, queryset, name, value):
        """By words of what was asked, the answer and who asked; or by reference. Private names are not searched."""
        ref = value.strip().upper().removeprefix("Q")
        if ref.isascii() and ref.isdigit() and len(ref) < 10:
            return queryset.filter(pk=int(ref))
        fields = ("title", "why", "answer", "person__name", "from_body__name", "call_answer__owed_by_post__title")
        for word in value.split()[:MOST_WORDS]:
            found = Q()
            for field in fields:
                found |= Q(**{f"{field}__icontains": word})
            queryset = queryset.filter(found)
        return queryset

    def only_mine(self, queryset, name, value):
        """What the reader asked for, in person or by their post."""
        return queryset.filter(own=0) if value else queryset
