"""The tables of the council room."""

from council.models.bodies import Body, BodyAlias, BodySuccession, FormerSlug, Holding, Portfolio, Post, PostAlias
from council.models.dates import ClockSetting, Holiday, MunicipalYear
from council.models.people import Person, PersonAlias, RoleGrant, User
from council.models.profile import Council

__all__ = [
    "Body",
    "BodyAlias",
    "BodySuccession",
    "ClockSetting",
    "Council",
    "FormerSlug",
    "Holding",
    "Holiday",
    "MunicipalYear",
    "Person",
    "PersonAlias",
    "Portfolio",
    "Post",
    "PostAlias",
    "RoleGrant",
    "User",
]
