"""The one shape of every page that carries out a verb: find, form, verb, redirect."""

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse, reverse_lazy
from django.views import View

from actions.forms.actions import ActionForm
from actions.models import Action
from actions.rules import may_close, visible_actions
from actions.standing import with_standing
from actions.views.rows import row_of
from council.calendar import today
from council.models import User
from council.refusal import Refusal, Stale
from govuk.forms import GovukForm


class VerbPage(LoginRequiredMixin, View):
    """A page with one form.

    What the user may not do is not found. What is not possible now says so on the record's own page; asked for all
    the same, the verb refuses and what was typed is kept.
    """

    form_class: type[GovukForm]
    template_name = "actions/verb.html"
    heading = ""
    submit = "Save"
    variant = ""
    consequences: tuple[str, ...] = ()
    trail: tuple[dict, ...] = ()
    not_now = "That is not possible now. See where it stands."

    def get(self, request: HttpRequest, **where) -> HttpResponse:
        """Show the form, where the verb is possible now."""
        record = self.found()
        if not self.possible(record):
            messages.info(request, self.not_now)
            return redirect(self.page_of(record))
        return self.page(record, self.form_for(record))

    def post(self, request: HttpRequest, **where) -> HttpResponse:
        """Carry the verb out; a refusal is shown with the form as it was typed."""
        record = self.found()
        form = self.form_for(record, request.POST)
        if form.is_valid():
            try:
                self.carry_out(record, form.cleaned_data)
            except Refusal as refusal:
                form.add_error(None, str(refusal))
                return self.page(self.found(), self.renewed(form, refusal), was=form.cleaned_data.get("version"))
            messages.success(request, self.done(self.found(), form.cleaned_data))
            return redirect(self.page_of(record))
        return self.page(record, form)

    def form_for(self, record, data=None) -> GovukForm:
        """The form, empty or as sent."""
        return self.form_class(data, record=record)

    def renewed(self, form: GovukForm, refusal: Refusal) -> GovukForm:
        """The form as typed, on the version that the reader is now shown, so that a second try is a choice."""
        if isinstance(refusal, Stale):
            form.data = form.data.copy()
            for field in self.form_for(self.found()).hidden_fields():
                form.data[field.html_name] = field.initial
        return form

    def page(self, record, form: GovukForm, was: int | None = None) -> HttpResponse:
        """The page with its form."""
        context = {
            "form": form,
            "record": record,
            "page": self,
            "cancel": self.page_of(record),
            "breadcrumbs": [
                *self.trail,
                {"text": record.ref, "href": self.page_of(record)},
                {"text": self.heading},
            ],
            "changes": [] if was is None else record.history.filter(version__gt=was).select_related("history_user"),
            **self.more(record),
        }
        return render(self.request, self.template_name, context)

    def found(self):
        """The record, or not found where the user may not do this to it."""
        record = self.find()
        if not self.may(self.request.user, record):
            raise Http404
        return record


class ActionPage(VerbPage):
    """A verb over one action; officers only unless a page says otherwise."""

    form_class: type[ActionForm]
    trail = ({"text": "Actions", "href": reverse_lazy("actions")},)

    def find(self) -> Action:
        """The action, fresh, where the user may see it."""
        action = with_standing(visible_actions(self.request.user)).filter(pk=self.kwargs["pk"]).first()
        if action is None:
            raise Http404
        return action

    def may(self, user: User, action: Action) -> bool:
        """Its committee's officers."""
        return may_close(user, action)

    def page_of(self, action: Action) -> str:
        """Where the action is shown."""
        return reverse("action", args=[action.pk])

    def more(self, action: Action) -> dict:
        """What the page says of the action above its form."""
        return {"row": row_of(action, today()), "today": today()}
