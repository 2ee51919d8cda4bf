"""The fonts of a PDF: what the bytes of a string say in a font, and how wide they are printed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from pypdf.generic import DictionaryObject
from pypdf.generic._font import Font

_BOLD = re.compile(r"bold|black|heavy|semibold|demi|[-,]bd\b", re.I)
UNKNOWN = "\ufffd"  # a letter of a font that does not say what its letters are
_REMEMBERED = 4_000  # strings of a font; papers print the same words again and again


@dataclass(frozen=True)
class Shown:
    """A string as shown: its words, its width in thousandths of the size of the font, its characters and spaces."""

    text: str
    width: float
    count: int
    spaces: int


@dataclass
class Typeface:
    """A font as far as reading needs it."""

    font: Font
    bold: bool
    seen: dict[bytes, Shown] = field(default_factory=dict)

    def show(self, data: bytes) -> Shown:
        """What a string of a content stream shows in this font."""
        shown = self.seen.get(data)
        if shown is None:
            shown = self._shown(data)
            if len(self.seen) < _REMEMBERED:
                self.seen[data] = shown
        return shown

    def _shown(self, data: bytes) -> Shown:
        font, widths = self.font, self.font.character_widths
        if not font.interpretable:
            return Shown(UNKNOWN * len(data), 500.0 * len(data), len(data), 0)
        if isinstance(font.encoding, str):
            raw = letters = _decoded(data, font.encoding)
        else:
            raw = data.decode("latin-1")
            letters = "".join(font.encoding.get(code, chr(code)) for code in data)
        text = "".join(str(font.character_map.get(letter, letter)) for letter in letters)
        default = widths.get("default", 500)
        width = sum(_number(widths.get(char, default)) for char in raw)
        return Shown(text, width, len(raw), 0 if isinstance(font.encoding, str) else raw.count(" "))


class Typefaces:
    """The fonts of a document, each read once however many pages use it."""

    def __init__(self) -> None:
        self._known: dict[Any, Typeface] = {}

    def of(self, resources: Any) -> dict[str, Typeface]:
        """The fonts that some resources name."""
        fonts = resolved(resources.get("/Font")) if isinstance(resources, DictionaryObject) else None
        if not isinstance(fonts, DictionaryObject):
            return {}
        return {name: face for name in fonts if (face := self._face(fonts.raw_get(name))) is not None}

    def _face(self, reference: Any) -> Typeface | None:
        key = (getattr(reference, "idnum", None), getattr(reference, "generation", None))
        if key[0] is not None and key in self._known:
            return self._known[key]
        resource = resolved(reference)
        if not isinstance(resource, DictionaryObject):
            return None
        font = Font.from_font_resource(resource)
        face = Typeface(font, _BOLD.search(font.name) is not None)
        if key[0] is not None:
            self._known[key] = face
        return face


def resolved(value: Any) -> Any:
    """What a reference in a PDF refers to; anything else is itself."""
    return value.get_object() if hasattr(value, "get_object") else value


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding, "surrogatepass")
    except (UnicodeDecodeError, LookupError):
        return data.decode("utf-16-be", "replace")


def _number(value: Any) -> float:
    return float(value) if isinstance(value, int | float) else 500.0
