"""What every page is surrounded by."""

from council.profile import profile


def surroundings(request) -> dict:
    """The council's name and the demonstration banner."""
    council = profile()
    return {"council": council, "demonstration": {"held_on": council.held_on}}
