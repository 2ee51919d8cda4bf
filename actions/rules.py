"""What is possible for actions now, and who may say what of them."""

from datetime import date

from actions.enums import ACTION_LIFE, LIVE, ActionState
from actions.models import Action, Recommendation
from committees.rules import may_run
from council.directory import holders
from council.models import Post, User
from council.refusal import Refusal
from council.rules import has_standing


def may_see_action(user: User, action: Action) -> bool:
    """Accepted actions are open to everybody the record knows; a draft only to the committee's officers."""
    return has_standing(user) and (action.state != ActionState.DRAFT or may_run(user, action.body))


def owes(user: User, action: Action, on: date) -> bool:
    """Holds the post that was asked, is the person asked, or the delegate."""
    if user.person_id is None:
        return False
    named = {action.owed_by_person_id, action.delegate_id}
    return user.person_id in named or _holds(user, action.owed_by_post, on)


def _holds(user: User, post: Post | None, on: date) -> bool:
    return post is not None and holders(post, on).filter(pk=user.person_id).exists()


def may_update(user: User, action: Action, on: date) -> bool:
    """May say where it stands: whoever owes it, or the committee's officers on their behalf."""
    return owes(user, action, on) or may_run(user, action.body)


def may_close(user: User, action: Action) -> bool:
    """May record what the committee decided: its officers. An owner only proposes."""
    return may_run(user, action.body)


def may_update_recommendation(user: User, recommendation: Recommendation, on: date) -> bool:
    """May give the owner's view: who holds the lead post, or the committee's officers."""
    return may_run(user, recommendation.body) or (
        user.person_id is not None and _holds(user, recommendation.lead_post, on)
    )


def is_live(action: Action) -> bool:
    """Accepted and not ended."""
    return action.state in LIVE


def check_can_become(action: Action, state: str) -> None:
    """Raises ``Refusal`` where the action's life does not lead from where it stands to ``state``."""
    if state not in ACTION_LIFE[action.state]:
        now, then = action.get_state_display().lower(), ActionState(state).label.lower()
        raise Refusal(f"This action is {now}, so it cannot become {then}.")
