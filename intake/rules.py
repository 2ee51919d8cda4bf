"""Who may give and review papers, what can be taken in, and what can be decided about a proposal now."""

from django.db.models import Q, QuerySet

from council.enums import COMMITTEE_KINDS, Role
from council.models import Body, User
from council.refusal import Refusal, Stale
from council.rules import is_manager, is_officer, is_officer_of
from intake.enums import TAKEN, Decided, Sort
from intake.file_names import suffix_of
from intake.models import Proposal, Reading

MOST_BYTES = 20_000_000
"""The largest file that is taken; a pack of a council's whole month is below it."""


def may_give_papers(user: User) -> bool:
    """May upload or paste a paper: officers of any committee, and managers."""
    return is_officer(user)


def may_review(user: User, reading: Reading) -> bool:
    """May see a paper's review and decide in it: officers of its committee; of a paper without one, whoever gave it."""
    if is_manager(user):
        return True
    if reading.body_id is None:
        return is_officer(user) and reading.paper.kept_by_id == user.pk
    return is_officer_of(user, reading.body)


def visible_readings(user: User) -> QuerySet[Reading]:
    """The readings a user may review."""
    if not is_officer(user):
        return Reading.objects.none()
    if is_manager(user):
        return Reading.objects.all()
    bodies = user.grants.filter(role=Role.OFFICER).values("body")
    return Reading.objects.filter(Q(body__in=bodies) | Q(body__isnull=True, paper__kept_by=user))


def committees_of(user: User) -> QuerySet[Body]:
    """The committees whose papers a user may put on record."""
    if is_manager(user):
        return Body.objects.filter(kind__in=COMMITTEE_KINDS, ended_on__isnull=True)
    return Body.objects.filter(grants__user=user, grants__role=Role.OFFICER).distinct()


def check_can_receive(content: bytes, name: str) -> None:
    """Raises ``Refusal`` for a file that is empty, too large, or not of a sort that can be read."""
    if not suffix_of(name):
        raise Refusal("Choose a Word document (.docx), a PDF, a text file or a saved web page.")
    if not content.strip():
        raise Refusal("The file is empty. Choose the file that holds the paper.")
    if len(content) > MOST_BYTES:
        raise Refusal(f"The file is larger than {MOST_BYTES // 1_000_000} MB. Split it, or give one paper of it.")


def has_anything_on_record(reading: Reading) -> bool:
    """Whether anything that its paper proposed was put on record."""
    return reading.recordings.exists()


def check_nothing_on_record(reading: Reading) -> None:
    """Raises ``Refusal`` where the review has put something on record, so that the paper must stay as it was read."""
    if has_anything_on_record(reading):
        raise Refusal("Something of this paper is on record, so it stays as it was read. Change the record instead.")


def check_can_decide(proposal: Proposal, version: int | None = None) -> None:
    """Raises ``Refusal`` for what is on record already; ``Stale`` where somebody decided it since ``version``."""
    if proposal.is_recorded:
        raise Refusal("This is on record already. Change it there.")
    if version is not None and version != proposal.version:
        raise Stale(f"{_who(proposal)} Look at it again, then decide.")


def _who(proposal: Proposal) -> str:
    last = proposal.decisions.select_related("by__person").last()
    if last is None or not proposal.is_open:
        return f"{proposal.decided_by} {proposal.get_decided_display().lower()} this while you had it open."
    return f"{last.by} opened this again while you had it open."


def check_is_no_target(proposal: Proposal) -> None:
    """Raises ``Refusal`` for what is no action, or has others merged into it, so that it cannot be merged itself."""
    if proposal.sort != Sort.ACTION:
        raise Refusal("Only actions can be merged.")
    if proposal.merged.exists():
        raise Refusal("Others are merged into this one. Merge it the other way round.")


def check_can_merge(proposal: Proposal, into: Proposal) -> None:
    """Raises ``Refusal`` where the other is not an action, is the same, is itself merged or discarded."""
    if into.pk == proposal.pk or into.reading_id != proposal.reading_id or into.sort != proposal.sort:
        raise Refusal("Choose another action of this paper to merge it with.")
    if into.decided in {Decided.MERGED, Decided.DISCARDED}:
        raise Refusal(f"“{into}” is {into.get_decided_display().lower()} itself. Choose another.")


def is_held(proposal: Proposal) -> bool:
    """Whether something accepted, or on record, hangs on it."""
    return _hanging(proposal).exists()


def _hanging(proposal: Proposal) -> QuerySet[Proposal]:
    return Proposal.objects.filter(Q(needs=proposal, decided__in=TAKEN) | Q(into=proposal))


def check_can_discard(proposal: Proposal) -> None:
    """Raises ``Refusal`` where something accepted, or on record, hangs on it."""
    hanging = _hanging(proposal).count()
    if hanging:
        things = "1 thing that hangs" if hanging == 1 else f"{hanging} things that hang"
        raise Refusal(
            f"{things.capitalize()} on this {'is' if hanging == 1 else 'are'} accepted. Open that again first."
        )


def check_stands(proposal: Proposal) -> None:
    """Raises ``Refusal`` for something accepted without what it needs, or merged into what is not accepted."""
    if proposal.decided not in TAKEN:
        return
    for other in Proposal.objects.filter(pk__in=[proposal.needs_id, proposal.into_id]):
        if other.decided != Decided.ACCEPTED:
            raise Refusal(f"“{other}”, which “{proposal}” needs, was decided otherwise since. Decide it again instead.")


def may_sync(user: User) -> bool:
    """May take meetings from the council's ModernGov, and see what came of it: managers, for all committees."""
    return is_manager(user)
