"""Finding what a paper names: bodies, posts and people, by name or else by alias, never by likeness."""

from datetime import date

from django.db.models import Q, QuerySet

from council.models import Body, Person, Post
from council.names import fold, fold_person


def find_body(printed: str) -> Body | None:
    """The body of this name or alias, or nothing."""
    folded = fold(printed)
    return Body.objects.filter(folded=folded).first() or Body.objects.filter(aliases__folded=folded).first()


def body_at(slug: str) -> Body | None:
    """The body of this address, or of one that it had before it was renamed, or nothing."""
    return Body.objects.filter(slug=slug).first() or Body.objects.filter(former_slugs__slug=slug).first()


def find_post(printed: str) -> Post | None:
    """The post of this title or alias, or nothing."""
    folded = fold(printed)
    return Post.objects.filter(folded=folded).first() or Post.objects.filter(aliases__folded=folded).first()


def find_person(printed: str) -> Person | None:
    """The person of this name or alias, titles aside, or nothing; a surname alone finds only a surname alone."""
    folded = fold_person(printed)
    return Person.objects.filter(folded=folded).first() or Person.objects.filter(aliases__folded=folded).first()


def holders(post: Post, on: date) -> QuerySet[Person]:
    """Who holds the post on a day."""
    held = Q(holdings__post=post)
    started = Q(holdings__from_on__isnull=True) | Q(holdings__from_on__lte=on)
    lasting = Q(holdings__to_on__isnull=True) | Q(holdings__to_on__gte=on)
    return Person.objects.filter(held & started & lasting).distinct()
