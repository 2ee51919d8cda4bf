"""Every address of the service."""

from django.contrib.auth.views import LogoutView
from django.urls import include, path

from scrutiny.pages import my_work, sign_in, statements

urlpatterns = [
    path("", my_work.home, name="home"),
    path("accounts/sign-in/", sign_in.SignIn.as_view(), name="sign_in"),
    path("accounts/sign-out/", LogoutView.as_view(), name="sign_out"),
    path("accounts/password/", sign_in.ChangePassword.as_view(), name="change_password"),
    path("accessibility/", statements.accessibility, name="accessibility"),
    path("privacy/", statements.privacy, name="privacy"),
    path("robots.txt", statements.robots, name="robots"),
    path("", include("govuk.urls")),
    path("", include("council.urls")),
    path("", include("workprogramme.urls")),
]
