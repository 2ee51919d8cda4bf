"""The addresses of the council room."""

from django.urls import path

from council import views

urlpatterns = [path("dates/", views.dates, name="dates")]
