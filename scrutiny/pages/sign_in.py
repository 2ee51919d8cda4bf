"""Signing in and out, and changing one's own password."""

from django.contrib import messages
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.contrib.auth.views import LoginView, PasswordChangeView
from django.core.exceptions import ValidationError
from django.urls import reverse_lazy

from council.profile import profile
from govuk.forms import GovukMixin
from scrutiny.attempts import PAUSE_MINUTES, count_failure, forget_failures, is_paused
from scrutiny.who import people_to_try


class SignInForm(GovukMixin, AuthenticationForm):
    """Username and password, with a pause after too many failures."""

    error_messages = {
        "invalid_login": "The username or password is not right. Check both: capital letters count in a password.",
        "inactive": "This account is closed. Ask the scrutiny manager.",
    }

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        # A screen reader would start in the box and never read the heading.
        del self.fields["username"].widget.attrs["autofocus"]

    def clean(self):
        """Raises ``ValidationError`` without looking at the password while this user is paused from this address."""
        username = self.cleaned_data.get("username") or ""
        if username and is_paused(self.request, username):
            raise ValidationError(
                f"There were too many attempts to sign in with this username. Wait {PAUSE_MINUTES} minutes, "
                "then try again. If you have forgotten the password, ask the scrutiny manager.",
                code="paused",
            )
        try:
            cleaned = super().clean()
        except ValidationError:
            count_failure(self.request, username)
            raise
        if self.user_cache:
            forget_failures(self.request, username)
        return cleaned


class SignIn(LoginView):
    """Sign in, then go on to the page that was asked for."""

    template_name = "scrutiny/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True

    def get_context_data(self, **kwargs):
        """In a demonstration the page says who can be tried."""
        council = profile()
        return super().get_context_data(**kwargs) | {"to_try": people_to_try() if council.held_on else []}


class ChangePasswordForm(GovukMixin, PasswordChangeForm):
    """The old password once, the new one twice."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["old_password"].widget.attrs["autofocus"]
        self.fields["new_password1"].help_text = "At least 12 characters. Three words that do not belong together do."
        self.fields["new_password2"].help_text = ""


class ChangePassword(PasswordChangeView):
    """Change one's own password; every other sign-in of the same user ends."""

    template_name = "scrutiny/change_password.html"
    form_class = ChangePasswordForm
    success_url = reverse_lazy("home")

    def form_valid(self, form):
        """Say that it is done."""
        messages.success(self.request, "Your password is changed.")
        return super().form_valid(form)
