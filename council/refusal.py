"""How a verb says no: in words that a person can act on."""


class Refusal(ValueError):
    """A verb was asked for something that is not possible now; the message says what to do about it."""


class Stale(Refusal):
    """Somebody else saved the record since it was shown; nothing was changed."""
