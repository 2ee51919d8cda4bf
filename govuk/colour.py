"""A council's colour, checked, and the text colour that can be read on it."""

import re

DEFAULT = "#1d70b8"
INK = "#0b0c0c"
PAPER = "#ffffff"


def safe_colour(colour: str) -> str:
    """Return a six-figure colour such as #1d70b8; the Design System's own blue for anything else."""
    return colour.lower() if re.fullmatch(r"#[0-9a-fA-F]{6}", colour or "") else DEFAULT


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, 0 to 1 (WCAG 2.2, definition of relative luminance)."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def text_on(colour: str) -> str:
    """Return white or near-black, whichever can be read better on a colour."""
    return PAPER if contrast(colour, PAPER) >= contrast(colour, INK) else INK


def mark_on_white(colour: str) -> str:
    """Return a colour for lines on white: the colour itself where it stands out by 3 to 1, near-black otherwise."""
    return colour if contrast(colour, PAPER) >= 3 else INK
