"""What an author works from: a report with its stages, the clauses to answer, its checklist, comments and moves."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet

from actions.models import Action
from council.models import User
from scrutiny.matters import asked_of_reports, matters_raised, offered_points
from workprogramme.domain.checklist import Line, checklists_of, left_unticked
from workprogramme.domain.run_up import Shown, track_of_item
from workprogramme.enums import BEING_WRITTEN, CommentsFrom, MoveState
from workprogramme.models import Comments, ContentPoint, Item, MoveRequest, ReportStage
from workprogramme.rules import (
    can_ask_to_move,
    can_be_ticked,
    can_have_comments,
    is_met_by_comments,
    may_plan,
    may_prepare,
    writes,
)


@dataclass(frozen=True)
class Given:
    """Comments by finance or legal officers: whose, and what is on record of them, if anything."""

    which: str
    whose: str
    comments: Comments | None


@dataclass(frozen=True)
class Sheet:
    """One report as somebody sees it on a day, with what they may do about it."""

    item: Item
    track: list[Shown]
    due: ReportStage | None
    is_late: bool
    comments: list[Given]
    asked: list[Action]
    checklist: list[Line]
    unticked: list[ContentPoint]
    matters: str
    offered: list[Action]
    move: MoveRequest | None
    may_plan: bool
    may_prepare: bool
    may_comment: bool
    may_tick: bool
    may_ask_move: bool
    may_take_back_move: bool
    may_answer_move: bool

    @property
    def ticked(self) -> int:
        """How many points are ticked."""
        return sum(line.tick is not None for line in self.checklist)

    @property
    def is_owed(self) -> bool:
        """Whether any stage of it is still owed."""
        return any(stage.state in {"due", "late"} for stage in self.track)

    @property
    def comments_missing(self) -> bool:
        """Whether finance or legal comments are neither there nor said not to be required."""
        return any(given.comments is None for given in self.comments)

    @property
    def may_take_back_comments(self) -> bool:
        """Whether a number can be taken off: while the report is being written."""
        return self.may_comment and self.item.state in BEING_WRITTEN

    @property
    def may_mark(self) -> bool:
        """Whether the stage that is due first can be marked done here."""
        return self.may_prepare and self.due is not None and self.item.state in BEING_WRITTEN

    @property
    def due_by_comments(self) -> bool:
        """Whether the stage that is due first is the one that comments meet."""
        return self.due is not None and is_met_by_comments(self.due)


def with_reports(items: QuerySet[Item]) -> QuerySet[Item]:
    """Items with all that their sheets show, at the same number of queries for one as for many."""
    moves = MoveRequest.objects.select_related(
        "from_meeting__body", "to__body", "asked_by__person", "answered_by__person"
    )
    return items.with_people().prefetch_related(
        "stages__met_by__person",
        Prefetch("comments", Comments.objects.select_related("recorded_by__person")),
        Prefetch("move_requests", moves),
    )


def sheets_of(items: Iterable[Item], user: User, on: date) -> list[Sheet]:
    """The sheet of each report, in the order given; ``items`` come from ``with_reports``."""
    items = list(items)
    asked, checklists = asked_of_reports(items, user), checklists_of(items)
    return [_sheet(item, user, on, asked[item.pk], checklists[item.pk]) for item in items]


def _sheet(item: Item, user: User, on: date, asked: list[Action], lines: list[Line]) -> Sheet:
    owed = [stage for stage in item.stages.all() if stage.is_owed and stage.due_on]
    due = min(owed, key=lambda stage: stage.due_on, default=None)
    return Sheet(
        item=item,
        track=track_of_item(item, on),
        due=due,
        is_late=due is not None and due.is_late(on),
        comments=_comments(item),
        asked=asked,
        checklist=lines,
        unticked=left_unticked(item, lines, on),
        matters=matters_raised(asked, lines),
        offered=offered_points(asked, lines) if may_plan(user, item) else [],
        **_moves(item, user),
        **_powers(item, user),
    )


def _comments(item: Item) -> list[Given]:
    kept = {comments.which: comments for comments in item.comments.all()}
    return [Given(which, which.label, kept.get(which)) for which in CommentsFrom]


def _moves(item: Item, user: User) -> dict:
    move = next(iter(item.move_requests.all()), None)
    is_open = move is not None and move.state == MoveState.ASKED
    return {
        "move": move,
        "may_ask_move": writes(user, item) and can_ask_to_move(item) and not is_open,
        "may_take_back_move": writes(user, item) and is_open,
        "may_answer_move": may_plan(user, item) and is_open,
    }


def _powers(item: Item, user: User) -> dict:
    prepares = may_prepare(user, item)
    return {
        "may_plan": may_plan(user, item),
        "may_prepare": prepares,
        "may_comment": prepares and can_have_comments(item),
        "may_tick": prepares and can_be_ticked(item),
    }
