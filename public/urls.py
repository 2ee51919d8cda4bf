"""Addresses that anybody may go to."""

from django.urls import path

from public import views

urlpatterns = [
    path("public/suggest/", views.suggest, name="public_suggest"),
    path("public/suggest/received/", views.received, name="public_received"),
    path("public/requests/", views.requests, name="public_requests"),
]
