"""Finding a venue under any of the names papers give it."""

from committees.models import Venue
from council.names import fold_place


def find_venue(printed: str) -> Venue | None:
    """The venue of this name or alias in any order of words; else the one whose whole name stands within it."""
    folded = fold_place(printed)
    exact = Venue.objects.filter(folded=folded).first() or Venue.objects.filter(aliases__folded=folded).first()
    if exact or not folded:
        return exact
    words = set(folded.split())
    within = [venue for venue in Venue.objects.all() if set(venue.folded.split()) <= words]
    return within[0] if len(within) == 1 else None


def venue_for(printed: str) -> Venue | None:
    """The venue a paper prints, put on record where it is new; nothing where no place is printed."""
    name = printed.strip().rstrip(".")[:200]
    if not fold_place(name):
        return None
    return find_venue(name) or Venue.objects.create(name=name)
