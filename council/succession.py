"""Which bodies continue which, merged or split, over however many generations."""

from collections import defaultdict
from datetime import date

from django.db.models import QuerySet

from council.models import Body, BodySuccession


class Succession:
    """Every succession on record, read once in one query: a council has few."""

    def __init__(self) -> None:
        self._before, self._after = defaultdict(dict), defaultdict(list)
        for before, after, on in BodySuccession.objects.order_by("on", "pk").values_list("before", "after", "on"):
            self._before[after][before] = on
            self._after[before].append(after)

    def forebears(self, body_id: int) -> dict[int, date]:
        """Every body that this one continues, however far back, with the day on which it took over."""
        found: dict[int, date] = {}
        for before, on in self._before[body_id].items():
            for forebear in (before, *self.forebears(before)):
                found[forebear] = max(on, found.get(forebear, on))
        return found

    def is_line(self, body_id: int, asked_by: int) -> bool:
        """Whether a body is the one that asked, or continues it."""
        return body_id == asked_by or asked_by in self.forebears(body_id)

    def heirs(self, body_id: int) -> list[int]:
        """The bodies in which this one goes on, at the end of every line; itself where nothing continues it."""
        following = self._after[body_id]
        if not following:
            return [body_id]
        return list(dict.fromkeys(heir for after in following for heir in self.heirs(after)))


def continued_by(body: Body) -> QuerySet[Body]:
    """The bodies that directly continue one, in the order of their names."""
    return Body.objects.filter(successions_before__before=body).order_by("name")


def standing_heirs(body: Body) -> list[Body]:
    """The bodies in which an ended one goes on today; none where nothing continues it."""
    heirs = set(Succession().heirs(body.pk)) - {body.pk}
    return list(Body.objects.filter(pk__in=heirs).order_by("name"))
