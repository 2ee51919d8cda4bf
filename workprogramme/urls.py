"""Addresses of the pages that see the work programme and what is below it."""

from django.urls import path

from workprogramme.views import forward_plan, items, meetings, paper_settings, prints, programme, routing, stages

urlpatterns = [
    path("committees/<slug:slug>/programme/<slug:year>/", programme.programme, name="programme"),
    path("committees/<slug:slug>/programme/<slug:year>/export.csv", programme.export_programme, name="programme_csv"),
    path("committees/<slug:slug>/programme/<slug:year>/items/new/", items.item_new, name="item_new"),
    path("meetings/<int:pk>/held/", meetings.meeting_held, name="meeting_held"),
    path("items/I<int:pk>/accept/", items.item_accept, name="item_accept"),
    path("items/I<int:pk>/decline/", items.item_decline, name="item_decline"),
    path("items/I<int:pk>/reroute/", routing.item_reroute, name="item_reroute"),
    path("items/I<int:pk>/defer/", items.item_defer, name="item_defer"),
    path("items/I<int:pk>/withdraw/", items.item_withdraw, name="item_withdraw"),
    path("items/I<int:pk>/authors/", items.item_authors, name="item_authors"),
    path("stages/<int:pk>/done/", stages.stage_done, name="stage_done"),
    path("stages/<int:pk>/open-again/", stages.stage_reopen, name="stage_reopen"),
    path("reports/prints/<int:pk>/", prints.print_page, name="print"),
    path("reports/prints/<int:pk>/progress/", prints.print_progress, name="print_progress"),
    path("reports/prints/<int:pk>/file/", prints.print_file, name="print_file"),
    path("setup/paragraphs/", paper_settings.wordings, name="wordings"),
    path("setup/paragraphs/<slug:key>/", paper_settings.wording, name="wording"),
    path("setup/templates/", paper_settings.word_templates, name="word_templates"),
    path("setup/templates/<slug:paper>/", paper_settings.word_template, name="word_template"),
    path("setup/templates/<slug:paper>/use/", paper_settings.word_template_use, name="word_template_use"),
    path("setup/templates/<slug:paper>/file/", paper_settings.word_template_file, name="word_template_file"),
    path("forward-plan/", forward_plan.forward_plan, name="forward_plan"),
    path("forward-plan/published/", forward_plan.plan_published, name="plan_published"),
    path("forward-plan/new/", forward_plan.decision_new, name="decision_new"),
    path("forward-plan/<int:pk>/ask/", forward_plan.pre_scrutiny_ask, name="pre_scrutiny_ask"),
    path("forward-plan/requests/<int:pk>/", forward_plan.pre_scrutiny_decide, name="pre_scrutiny_decide"),
]
