"""Every address of the service."""

from django.contrib.auth.views import LogoutView
from django.urls import include, path

from scrutiny.pages import (
    committees,
    health,
    holidays,
    item,
    item_move,
    item_move_asked,
    meeting,
    meeting_move,
    meeting_new,
    minutes,
    my_reports,
    my_work,
    point_add,
    sign_in,
    statements,
)

urlpatterns = [
    path("", my_work.home, name="home"),
    path("accounts/sign-in/", sign_in.SignIn.as_view(), name="sign_in"),
    path("accounts/sign-out/", LogoutView.as_view(), name="sign_out"),
    path("accounts/password/", sign_in.ChangePassword.as_view(), name="change_password"),
    path("setup/holidays/", holidays.holidays, name="holidays"),
    path("setup/holidays/<int:pk>/remove/", holidays.holiday_remove, name="holiday_remove"),
    path("accessibility/", statements.accessibility, name="accessibility"),
    path("privacy/", statements.privacy, name="privacy"),
    path("health/", health.health, name="health"),
    path("robots.txt", statements.robots, name="robots"),
    path("committees/", committees.committees, name="committees"),
    path("committees/<slug:slug>/", committees.committee, name="committee"),
    path("committees/<slug:slug>/meetings/new/", meeting_new.meeting_new, name="meeting_new"),
    path("meetings/<int:pk>/", meeting.meeting, name="meeting"),
    path("meetings/<int:pk>/minutes/", minutes.minutes, name="meeting_minutes"),
    path("meetings/<int:pk>/move/", meeting_move.meeting_move, name="meeting_move"),
    path("items/I<int:pk>/", item.item, name="item"),
    path("items/I<int:pk>/move/", item_move.item_move, name="item_move"),
    path("items/I<int:pk>/move-asked/", item_move_asked.item_move_asked, name="item_move_asked"),
    path("items/I<int:pk>/checklist/A<int:action>/", point_add.point_add, name="point_add"),
    path("my-reports/", my_reports.my_reports, name="my_reports"),
    path("my-reports/export.csv", my_reports.export, name="my_reports_csv"),
    path("", include("govuk.urls")),
    path("", include("council.urls")),
    path("", include("actions.urls")),
    path("", include("workprogramme.urls")),
    path("", include("intake.urls")),
    path("", include("reminders.urls")),
]
