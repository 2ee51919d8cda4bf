"""The addresses of this room."""

from django.urls import path

from actions.views import (
    action,
    answering,
    keeping,
    lists,
    progress,
    recommendation_new,
    recommendations,
    voices,
    written_answers,
)

urlpatterns = [
    path("actions/", lists.actions, name="actions"),
    path("actions/export.csv", lists.export, name="actions_csv"),
    path("actions/A<int:pk>/", action.action, name="action"),
    path("actions/A<int:pk>/update/", voices.Update.as_view(), name="action_update"),
    path("actions/A<int:pk>/pass-on/", voices.PassOn.as_view(), name="action_pass_on"),
    path("actions/A<int:pk>/take-back/", voices.TakeBack.as_view(), name="action_take_back"),
    path("actions/A<int:pk>/accept/", voices.Accept.as_view(), name="action_accept"),
    path("actions/A<int:pk>/open-again/", voices.OpenAgain.as_view(), name="action_reopen"),
    path("actions/A<int:pk>/answer/", voices.Answer.as_view(), name="action_answer"),
    path("actions/A<int:pk>/programme/", keeping.OnProgramme.as_view(), name="action_programme"),
    path("actions/A<int:pk>/date/", keeping.SetDate.as_view(), name="action_due"),
    path("actions/A<int:pk>/owner/", keeping.ChangeOwner.as_view(), name="action_owner"),
    path("actions/A<int:pk>/end/", keeping.End.as_view(), name="action_end"),
    path("actions/A<int:pk>/accept-draft/", keeping.AcceptDraft.as_view(), name="action_accept_draft"),
    path("written-answers/", written_answers.written_answers, name="written_answers"),
    path("written-answers/export.csv", written_answers.export, name="written_answers_csv"),
    path("written-answers/W<int:pk>/", written_answers.written_answer, name="written_answer"),
    path("written-answers/W<int:pk>/answer/", answering.Give.as_view(), name="answer_give"),
    path("written-answers/W<int:pk>/circulated/", answering.Circulate.as_view(), name="answer_circulated"),
    path("written-answers/W<int:pk>/date/", answering.SetDay.as_view(), name="answer_due"),
    path("written-answers/W<int:pk>/owner/", answering.ChangeOwner.as_view(), name="answer_owner"),
    path("written-answers/W<int:pk>/end/", answering.End.as_view(), name="answer_end"),
    path("meetings/<int:pk>/questions/new/", written_answers.question_new, name="question_new"),
    path("recommendations/", recommendations.recommendations, name="recommendations"),
    path(
        "committees/<slug:slug>/recommendations/new/", recommendation_new.recommendation_new, name="recommendation_new"
    ),
    path("recommendations/R<int:pk>/", recommendations.recommendation, name="recommendation"),
    path("recommendations/R<int:pk>/approved/", progress.Approved.as_view(), name="recommendation_approved"),
    path("recommendations/R<int:pk>/update/", progress.GiveView.as_view(), name="recommendation_update"),
    path(
        "recommendations/R<int:pk>/updates/<int:number>/view/",
        progress.CommitteeView.as_view(),
        name="recommendation_view",
    ),
    path("recommendations/R<int:pk>/sign-off/", progress.SignOff.as_view(), name="recommendation_sign_off"),
]
