"""What is possible for actions now, and who may say what of them."""

from datetime import date

from django.db.models import Q, QuerySet

from actions.enums import ACTION_LIFE, ENDED, LIVE, RECOMMENDATION_LIFE, ActionState, RecommendationState
from actions.models import Action, Recommendation, WrittenAnswer
from committees.models import Meeting
from committees.rules import check_can_resolve, may_run
from council.directory import holders
from council.enums import Role
from council.models import Post, User
from council.refusal import Refusal
from council.rules import has_standing, is_manager
from council.succession import Succession


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


def check_can_open_again(action: Action) -> None:
    """Raises ``Refusal`` for a draft, which nobody was asked for yet, and for what is open without an answer."""
    if action.state == ActionState.DRAFT:
        raise Refusal("This action was only read from the minutes. Accept it first.")
    if not can_open_again(action):
        check_can_become(action, ActionState.OPEN)


def check_can_take_answer(action: Action) -> None:
    """Raises ``Refusal`` where nobody was asked yet, or it has ended, so that no answer belongs to it."""
    if not can_take_answer(action):
        raise Refusal(f"This action is {action.get_state_display().lower()}, so it takes no answer.")


def check_can_judge(action: Action, meeting: Meeting, today: date) -> None:
    """Raises ``Refusal`` for a meeting at which the committee that asked cannot have given its view of the action.

    One that the committee continues can have given it, and so can one that continues it.
    """
    check_can_resolve(meeting)
    if not _is_of_line(meeting.body_id, action.body_id):
        raise Refusal(f"{meeting} is a meeting of another committee.")
    if meeting.on > today:
        raise Refusal(f"The meeting of {meeting.when} has not been held yet.")


def _is_of_line(one: int, other: int) -> bool:
    line = Succession() if one != other else None
    return line is None or line.is_line(one, other) or line.is_line(other, one)


def check_can_supersede(action: Action, by_action: Action) -> None:
    """Raises ``Refusal`` where the other action is the same one, or has ended, so that nothing would be left to do."""
    if by_action.pk == action.pk:
        raise Refusal("An action cannot take its own place.")
    if by_action.state in ENDED:
        raise Refusal(f"{by_action.ref} is {by_action.get_state_display().lower()}, so it cannot take another's place.")


def check_can_become(action: Action, state: str) -> None:
    """Raises ``Refusal`` where the action's life does not lead from where it stands to ``state``."""
    if state not in ACTION_LIFE[action.state]:
        now, then = action.get_state_display().lower(), ActionState(state).label.lower()
        raise Refusal(f"This action is {now}, so it cannot become {then}.")


def visible_actions(user: User) -> QuerySet[Action]:
    """Every action the user may see: the list's side of ``may_see_action``."""
    if not has_standing(user):
        return Action.objects.none()
    if is_manager(user):
        return Action.objects.all()
    run = user.grants.filter(role=Role.OFFICER).values("body")
    return Action.objects.exclude(~Q(body__in=run), state=ActionState.DRAFT)


def can_become(action: Action, state: str) -> bool:
    """Whether the action's life leads from where it stands to ``state``."""
    return state in ACTION_LIFE[action.state]


def can_take_update(action: Action) -> bool:
    """Live, and not said to be done: then it is the committee's turn."""
    return is_live(action) and action.state != ActionState.PROPOSED


def can_take_answer(action: Action) -> bool:
    """Whether an answer can be recorded: accepted and not ended."""
    return is_live(action)


def can_be_accepted(action: Action) -> bool:
    """Whether the committee can accept it as complete."""
    return can_become(action, ActionState.COMPLETE)


def can_open_again(action: Action) -> bool:
    """Whether the committee can say that it was not satisfied: ended, said to be done, or answered."""
    answered = is_live(action) and action.met_on is not None
    return action.state != ActionState.DRAFT and (answered or can_become(action, ActionState.OPEN))


def can_take_back(action: Action) -> bool:
    """Whether its owner can take back that it is done: the committee has not decided yet."""
    return action.state == ActionState.PROPOSED


def can_have_date(action: Action) -> bool:
    """Whether it can get another date: live, and still owed."""
    return is_live(action) and action.is_owed


def can_be_ended(action: Action) -> bool:
    """Whether it can be said to be no longer required."""
    return can_become(action, ActionState.NOT_REQUIRED)


def is_draft(action: Action) -> bool:
    """Read from minutes, and waiting for an officer to accept it."""
    return action.state == ActionState.DRAFT


def may_see_recommendations(user: User) -> bool:
    """Recommendations are open to everybody the record knows."""
    return has_standing(user)


def may_close_recommendation(user: User, recommendation: Recommendation) -> bool:
    """May record what Council and the committee decided: the committee's officers."""
    return may_run(user, recommendation.body)


def can_be_approved(recommendation: Recommendation) -> bool:
    """Not approved by Council yet, and not rejected."""
    leads_on = RecommendationState.BEING_IMPLEMENTED in RECOMMENDATION_LIFE[recommendation.state]
    return leads_on and recommendation.approved_on is None


def can_be_signed_off(recommendation: Recommendation) -> bool:
    """Being implemented: the committee can end its updates."""
    return recommendation.state == RecommendationState.BEING_IMPLEMENTED


def may_see_written_answers(user: User) -> bool:
    """Questions and their written answers are open to everybody the record knows."""
    return has_standing(user)


def may_answer(user: User, written: WrittenAnswer, on: date) -> bool:
    """May give the answer: who holds the post that owes it, the person who owes it, or the committee's officers."""
    if may_run(user, written.body):
        return True
    theirs = user.person_id is not None and user.person_id == written.owed_by_person_id
    return theirs or (user.person_id is not None and _holds(user, written.owed_by_post, on))


def may_keep_answer(user: User, written: WrittenAnswer) -> bool:
    """May circulate it, give it another day or owner, or end it: the committee's officers."""
    return may_run(user, written.body)


def can_be_answered(written: WrittenAnswer) -> bool:
    """Whether it takes an answer, or a better one: not sent round yet, and still needed."""
    return written.circulated_on is None and not written.waived_because


def can_be_circulated(written: WrittenAnswer) -> bool:
    """Answered, and not sent round yet."""
    return written.met_on is not None and written.circulated_on is None


def is_answer_owed(written: WrittenAnswer) -> bool:
    """Whether nobody answered it yet, and it is still needed."""
    return written.is_owed
