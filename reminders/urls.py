"""The addresses of the reminders room."""

from django.urls import path

from reminders.views import files, mails, reminders

urlpatterns = [
    path("reminders/", reminders.reminders, name="reminders"),
    path("reminders/mails/<int:pk>/", mails.mail, name="reminder_mail"),
    path("reminders/mails/<int:pk>/again/", mails.mail_again, name="reminder_mail_again"),
    path("mail/", files.mail_files, name="mail_files"),
    path("mail/<slug:stem>/<int:place>/", files.mail_file, name="mail_file"),
    path("mail/<slug:stem>/<int:place>/html/", files.mail_file_html, name="mail_file_html"),
]
