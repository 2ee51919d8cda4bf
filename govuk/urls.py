"""The address of the council's colour."""

from django.urls import path

from govuk import views

urlpatterns = [path("theme.css", views.theme_css, name="theme_css")]
