"""Who may do what, over the whole council. Rules about one committee's things stand in that room."""

from datetime import date

from council.enums import Role
from council.models import Body, User
from council.models.recognised import Recognised
from council.refusal import Refusal
from council.succession import continued_by


def _grants(user: User) -> list[tuple[str, int | None]]:
    if not user.is_authenticated:
        return []
    if not hasattr(user, "_grants_kept"):
        user._grants_kept = list(user.grants.values_list("role", "body_id"))
    return user._grants_kept


def is_administrator(user: User) -> bool:
    """May set the service up."""
    return user.is_authenticated and (user.is_superuser or (Role.ADMINISTRATOR, None) in _grants(user))


def is_manager(user: User) -> bool:
    """Scrutiny manager: officer of every committee."""
    return (Role.MANAGER, None) in _grants(user)


def may_change_calendar(user: User) -> bool:
    """May put the council's own days on its calendar, by which every date is worked out: managers, administrators."""
    return is_manager(user) or is_administrator(user)


def may_reorganise(user: User) -> bool:
    """May rename, merge and split committees, as Council decided: managers."""
    return is_manager(user)


def is_officer(user: User) -> bool:
    """Committee officer of at least one committee, or manager."""
    return any(role in {Role.OFFICER, Role.MANAGER} for role, _ in _grants(user))


def is_officer_of(user: User, body: Body) -> bool:
    """Committee officer of this committee, or manager."""
    return is_manager(user) or (Role.OFFICER, body.pk) in _grants(user)


def check_stands(body: Body, on: date | None) -> None:
    """Raises ``Refusal`` where the body had come to its end by that day, or by now where no day is said."""
    if body.ended_on is not None and (on is None or on > body.ended_on):
        heirs = " and ".join(heir.called for heir in continued_by(body))
        leads = f" It goes on as {heirs}: put it on record there." if heirs else ""
        raise Refusal(f"{body.called} ended on {body.ended_on.day} {body.ended_on:%B %Y}.{leads}")


def has_standing(user: User) -> bool:
    """Signed in as somebody the record knows, or with a role; anybody else sees what the public sees."""
    return user.is_authenticated and (user.person_id is not None or bool(_grants(user)) or user.is_superuser)


def check_can_be_called(model: type[Recognised], name: str) -> None:
    """Raises ``Refusal`` for a name that nobody could be recognised by, or that is longer than the record keeps."""
    folded, most = model.folded_by(name), model._meta.get_field(model.named_in).max_length
    if not folded:
        raise Refusal(f"“{name.strip()[:40]}” is not a name: it has no letter or figure to be known by.")
    if max(len(name), len(folded)) > most:
        raise Refusal(f"“{name[:40]}…” is too long for a name: shorten it to {most} characters.")
