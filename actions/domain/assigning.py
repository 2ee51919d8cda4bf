"""To which committee each thing goes: by what it hangs on, by its portfolio, or as the officer decided."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from actions.domain.what_goes import Thing
from actions.enums import PassedSort
from council.models import Body, Portfolio
from council.refusal import Refusal

MOST_NAMED = 20


@dataclass(frozen=True)
class Part:
    """A committee that follows: one on record, or a new one by its name; and what comes to it.

    Without a ``remit`` it gets that of the committees it continues; one on record keeps its own beside it.
    """

    body: Body | None = None
    name: str = ""
    short_name: str = ""
    portfolios: tuple[Portfolio, ...] = ()
    remit: str | None = None

    @property
    def called(self) -> str:
        """What it is or will be called."""
        return self.body.called if self.body else self.short_name or self.name


@dataclass(frozen=True)
class Choices:
    """What an officer decided where no rule does; parts are told by their number, from 0.

    ``to`` by the key of a thing; ``rest`` for all that is left open. ``cancelled`` are the meetings that will not be
    held, with the reason. ``seats`` says where the holder of a seat sits, by the key of the seat: on every part where
    nothing is said. ``leading`` says who chairs a new committee, by role.
    """

    to: Mapping[str, int] = field(default_factory=dict)
    rest: int | None = None
    cancelled: Mapping[str, str] = field(default_factory=dict)
    seats: Mapping[int, tuple[int, ...]] | None = None
    leading: Mapping[str, int | None] | None = None


BY_RULE = Choices()
"""Nothing decided: everything goes by rule."""


@dataclass(frozen=True)
class Placed:
    """The part a thing goes to, and by which rule."""

    part: int
    because: str


def assign(things: Iterable[Thing], parts: Sequence[Part], choices: Choices) -> dict[str, Placed]:
    """Where each thing goes, by its key; meetings that are cancelled go nowhere.

    Raises ``Refusal``, naming them, where something is left over: nothing may be lost on the way.
    """
    placed: dict[str, Placed] = {}
    refs: dict[str, str] = {}
    left: list[Thing] = []
    for thing in things:
        refs[thing.key] = thing.ref
        if thing.key in choices.cancelled:
            continue
        found = _chosen(thing, parts, choices) or _by_rule(thing, parts, placed, refs) or _rest(parts, choices)
        if found:
            placed[thing.key] = found
        else:
            left.append(thing)
    _check_nothing_left(left)
    return placed


def undecided(things: Iterable[Thing], parts: Sequence[Part]) -> list[Thing]:
    """The things for which no rule says where they go, so that an officer has to; meetings first."""
    things = list(things)
    placed: dict[str, Placed] = {}
    refs = {thing.key: thing.ref for thing in things}
    for thing in things:
        if found := _by_rule(thing, parts, placed, refs):
            placed[thing.key] = found
    return [thing for thing in things if thing.key not in placed and not _follows(thing, refs)]


def _follows(thing: Thing, refs: Mapping[str, str]) -> bool:
    """Whether it will go with something that an officer decides on."""
    return any(key in refs for key in thing.goes_with)


def _chosen(thing: Thing, parts: Sequence[Part], choices: Choices) -> Placed | None:
    because = "Chosen" if len(parts) > 1 else ""
    return Placed(choices.to[thing.key], because) if thing.key in choices.to else None


def _by_rule(
    thing: Thing, parts: Sequence[Part], placed: Mapping[str, Placed], refs: Mapping[str, str]
) -> Placed | None:
    if len(parts) == 1:
        return Placed(0, "")
    rules = [_with_another(thing, placed, refs), _by_portfolio(thing, parts)]
    if thing.portfolio_first:
        rules.reverse()
    return rules[0] or rules[1]


def _with_another(thing: Thing, placed: Mapping[str, Placed], refs: Mapping[str, str]) -> Placed | None:
    other = next((key for key in thing.goes_with if key in placed), None)
    return Placed(placed[other].part, f"With {refs[other]}"[:300]) if other else None


def _by_portfolio(thing: Thing, parts: Sequence[Part]) -> Placed | None:
    for number, part in enumerate(parts):
        for portfolio in part.portfolios:
            if portfolio.pk == thing.portfolio_id:
                return Placed(number, f"Portfolio: {portfolio}")
    return None


def _rest(parts: Sequence[Part], choices: Choices) -> Placed | None:
    return None if choices.rest is None else Placed(choices.rest, "With all that was left open")


def _check_nothing_left(left: Sequence[Thing]) -> None:
    if not left:
        return
    named = ", ".join(thing.ref for thing in left[:MOST_NAMED])
    more = f" and {len(left) - MOST_NAMED} more" if len(left) > MOST_NAMED else ""
    meetings = any(thing.sort == PassedSort.MEETING for thing in left)
    asked = "Say to which committee each of these goes" + (", or that a meeting is cancelled" if meetings else "")
    raise Refusal(f"{asked}: {named}{more}.")
