"""The forms of this room: each asks what one verb needs."""
