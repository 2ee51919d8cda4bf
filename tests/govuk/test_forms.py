"""Forms that speak plainly."""

import django_filters
import pytest
from django import forms
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.template import Context, Template

from govuk.forms import (
    DateField,
    FilterForm,
    GovukForm,
    GovukModelForm,
    Look,
    VersionField,
    in_sentence,
    required_message,
)


class Item(GovukForm):
    look = {"route": Look(reveals={"other": "why"})}

    version = VersionField()
    title = forms.CharField(max_length=5)
    places = forms.IntegerField(min_value=1, max_value=9)
    route = forms.ChoiceField(choices=[("agenda", "Agenda"), ("other", "Other")], widget=forms.RadioSelect)
    why = forms.CharField(required=False)
    heard_on = forms.DateField(label="Date heard", required=False)
    kept = forms.CharField(error_messages={"required": "Say what is kept"})


def errors_of(form, **data):
    return {name: messages[0] for name, messages in form(data).errors.items()}


def test_messages_say_what_to_do():
    assert errors_of(Item, title="", route="", places="", kept="", version="1") == {
        "title": "Enter the title",
        "places": "Enter the places",
        "route": "Select the route",
        "kept": "Say what is kept",
    }


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("title", "too long", "Title must be 5 characters or fewer"),
        ("places", "many", "Places must be a whole number"),
        ("places", "0", "Places must be 1 or more"),
        ("places", "10", "Places must be 9 or less"),
        ("route", "by sea", "Choose the route from the list"),
    ],
)
def test_message_names_the_field(field, value, message):
    data = {"title": "x", "places": "3", "route": "agenda", "kept": "x", "version": "1"}
    assert errors_of(Item, **{**data, field: value}) == {field: message}


@pytest.mark.parametrize(
    ("field", "message"),
    [
        (forms.CharField(label="Due date"), "Enter the due date"),
        (forms.CharField(label="FD number"), "Enter the FD number"),
        (forms.CharField(label="Why is it late?"), "Answer the question: Why is it late?"),
        (forms.FileField(label="Report"), "Select the report"),
        (forms.BooleanField(label="The chair agreed"), "Tick the box: the chair agreed"),
        (DateField(label="Date received"), "Enter the date received"),
    ],
)
def test_required_message(field, message):
    assert required_message(field) == message


@pytest.mark.parametrize(("label", "text"), [("Due date", "due date"), ("FD number", "FD number"), ("", "")])
def test_label_in_sentence(label, text):
    assert in_sentence(label) == text


def test_date_in_one_box_becomes_three_parts():
    field = Item().fields["heard_on"]
    assert (type(field), field.label, field.required) == (DateField, "Date heard", False)


def draw(source, **context):
    return Template("{% load govuk crispy_forms_tags %}" + source).render(Context(context))


def test_crispy_draws_each_field_once_and_the_version_hidden():
    drawn = draw("{% crispy form %}", form=Item(initial={"version": 3}))
    names = {name: drawn.count(f'name="{name}"') for name in ("version", "title", "route", "why", "heard_on-day")}
    assert (names, '<input type="hidden" name="version" value="3"' in drawn, "<form" in drawn) == (
        {"version": 1, "title": 1, "route": 2, "why": 1, "heard_on-day": 1},
        True,
        False,
    )


def test_form_tag_draws_token_button_and_way_out():
    drawn = draw('{% govuk_form form submit="Move" cancel="/items/" %}', form=Item(), csrf_token="abc")
    found = [drawn.count(part) for part in ("<form", "csrfmiddlewaretoken", ">Move</button>", 'href="/items/"')]
    assert found == [1, 1, 1, 1]


def test_form_tag_leaves_the_summary_of_the_pages_form_to_the_page():
    form = Item({})
    drawn = [draw("{% govuk_form " + name + " %}", form=form, other=Item({})) for name in ("form", "other")]
    assert ["There is a problem" in text for text in drawn] == [False, True]


def test_error_summary_links_to_the_box_at_fault():
    class Meeting(GovukForm):
        version = VersionField()
        held_on = DateField()
        kind = forms.ChoiceField(choices=[("a", "A")], widget=forms.RadioSelect)

        def clean(self):
            raise ValidationError("Somebody else saved this first")

    drawn = draw("{% error_summary form %}", form=Meeting({"held_on-day": "1", "held_on-year": "2023"}))
    links = [f'<li><a href="{href}">' in drawn for href in ("#id_held_on-month", "#id_kind", "#id_version")]
    assert (links, "<li>Somebody else saved this first</li>" in drawn) == ([True, True, False], True)


def test_plain_django_form_is_drawn_alike():
    class Foreign(forms.Form):
        login = forms.CharField(help_text="Your work address")

    drawn = draw("{{ form|crispy }}", form=Foreign())
    assert 'aria-describedby="id_login-hint"' in drawn and 'class="govuk-input"' in drawn


def test_field_in_error_is_described_and_outlined():
    drawn = draw("{% govuk_field form.title %}", form=Item({}))
    assert [
        part in drawn for part in ("govuk-form-group--error", "govuk-input--error", 'aria-describedby="id_title-error"')
    ] == [
        True,
        True,
        True,
    ]


def test_text_typed_is_escaped():
    drawn = draw("{% govuk_field form.title %}", form=Item({"title": "<b>bold</b>"}))
    assert ("<b>" in drawn, "&lt;b&gt;bold" in drawn) == (False, True)


def test_model_form_takes_dates_in_three_parts():
    class GroupForm(GovukModelForm):
        since = forms.DateField()

        class Meta:
            model = Group
            fields = ["name"]

    assert [type(field) for field in GroupForm().fields.values()] == [forms.CharField, DateField]


def test_filter_set_takes_the_look_dates_and_ids_of_its_own(settings):
    settings.FILTERS_EMPTY_CHOICE_LABEL = "Any"

    class Groups(django_filters.FilterSet):
        name = django_filters.ChoiceFilter(choices=[("a", "A")])
        since = django_filters.DateFilter(field_name="name", lookup_expr="gte")

        class Meta:
            model = Group
            form = FilterForm
            fields = ["name"]

    form = Groups(QueryDict("since=2023-09-01")).form
    drawn = draw("{{ form|crispy }}", form=form)
    wanted = 'id="filter_since-day"', '<option value="" selected>Any</option>', 'value="2023"'
    assert [drawn.count(part) for part in wanted] == [1, 1, 1]
