"""Setting how the council, or one committee in its place, lets itself be asked and scores topics."""

from django.db import transaction

from council.history import create_by, save_by
from council.models import Body
from workprogramme.models import AskingRules


@transaction.atomic
def set_asking_rules(*, body: Body | None, by, **values) -> AskingRules:
    """Set the rules of the council (``body`` is nobody), or of one committee in their place. Topics keep their own."""
    rules = AskingRules.objects.select_for_update(of=("self",)).filter(body=body).first()
    if rules is None:
        return create_by(AskingRules, by=by, body=body, **values)
    for name, value in values.items():
        setattr(rules, name, value)
    save_by(rules, by=by, fields=list(values))
    return rules


@transaction.atomic
def go_by_council(*, body: Body, by) -> None:
    """Take a committee's own rules away: it goes by those of the council again."""
    for rules in AskingRules.objects.filter(body=body):
        rules._history_user = by
        rules.delete()
