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
    """The venue a paper prints, put on record where it is new; nothing where nothing is printed."""
    if not printed.strip():
        return None
    return find_venue(printed) or Venue.objects.create(name=printed.strip().rstrip(".")[:200])
