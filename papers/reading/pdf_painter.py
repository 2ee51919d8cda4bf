"""Follows what paints a page of a PDF, and gathers its pieces of text and the rules of its tables."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pypdf import PageObject
from pypdf.errors import LimitReachedError
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, StreamObject

from papers.reading.pdf_fonts import Typeface, Typefaces, resolved
from papers.reading.pdf_marks import PLAIN, Mark, Matrix, Painted, Rule, one, six, times

_TURNED: dict[int, Matrix] = {90: (0, -1, 1, 0, 0, 0), 180: (-1, 0, 0, -1, 0, 0), 270: (0, 1, -1, 0, 0, 0)}
MOST_BYTES = 4_000_000  # of what paints one page; more is a map or a drawing, whose words are not read
MOST_WORK = 600_000  # operators and operands of one page, as far as the library reads them
MOST_FORMS, DEEPEST_FORM = 300, 8
MOST_RULES = 20_000
_EMPTY = re.compile(rb"[\0\t\n\f\r ]{500,}")
_THIN = 3.5  # points; a filled box no thicker is a rule
_WORD_GAP, _COLUMN_GAP = 0.17, 1.1  # of the size of the letters


@dataclass
class _State:
    """The graphics state, as far as text and rules need it."""

    ctm: Matrix = PLAIN
    face: Typeface | None = None
    size: float = 0.0
    spacing: float = 0.0
    word_spacing: float = 0.0
    scale: float = 1.0
    leading: float = 0.0
    rise: float = 0.0


def marks_of(page: PageObject, faces: Typefaces) -> Painted:
    """Everything a page paints, as it is turned when read."""
    turned = page.rotation % 180 == 90
    painted = Painted(width=float(page.mediabox.height if turned else page.mediabox.width))
    contents = resolved(page.get("/Contents"))
    if contents is None:
        return painted
    content = ContentStream(contents, page.pdf, "bytes")
    painted.size = _closed_up(content)
    if painted.size <= MOST_BYTES:
        state = _State(ctm=_TURNED.get(page.rotation % 360, PLAIN))
        _Painter(painted, faces, page.pdf, state).paint(content, resolved(page.get("/Resources")))
    return painted


def _closed_up(content: ContentStream) -> int:
    """How many bytes a content stream has; long runs of white space, which take long to read, are closed up first."""
    data = content.get_data()
    if _EMPTY.search(data):
        content.set_data(_EMPTY.sub(b" ", data))
    return len(data)


class _Painter:
    """Follows the operators of a content stream."""

    def __init__(self, painted: Painted, faces: Typefaces, pdf: Any, state: _State, depth: int = 0) -> None:
        self.painted, self.faces, self.pdf, self.state, self.depth = painted, faces, pdf, state, depth
        self.stack: list[_State] = []
        self.tm = self.line = PLAIN
        self.path: list[tuple[float, float, float, float]] = []
        self.start = self.at = (0.0, 0.0)
        self.marked: list[bool] = []  # whether each piece of marked content that is open is a running head
        self.hiding = 0
        self.forms = 0
        self.does: dict[bytes, Callable[[list[Any]], None]] = {
            b"q": self._save, b"Q": self._restore, b"cm": self._concat, b"BT": self._begin, b"Tf": self._font,
            b"Tc": self._spacing, b"Tw": self._words, b"Tz": self._scale, b"TL": self._leading, b"Ts": self._rise,
            b"Td": self._move, b"TD": self._move_lead, b"Tm": self._matrix, b"T*": self._next, b"Tj": self._show,
            b"TJ": self._show_all, b"'": self._next_show, b'"': self._set_show, b"m": self._to, b"l": self._line,
            b"re": self._box, b"h": self._close, b"c": self._curve, b"v": self._curve, b"y": self._curve,
            b"S": self._stroke, b"s": self._stroke, b"B": self._stroke, b"B*": self._stroke, b"b": self._stroke,
            b"b*": self._stroke, b"f": self._fill, b"F": self._fill, b"f*": self._fill, b"n": self._clear,
            b"BDC": self._mark, b"BMC": self._mark, b"EMC": self._unmark, b"Do": self._form,
        }  # fmt: skip

    def paint(self, content: ContentStream, resources: Any) -> None:
        """Follow a content stream with the fonts and forms of some resources."""
        self.resources = resources if isinstance(resources, DictionaryObject) else DictionaryObject()
        self.fonts = self.faces.of(self.resources)
        try:
            operations = content.operations
        except LimitReachedError:
            self.painted.work += MOST_WORK
            return  # a drawing
        for operands, operator in operations:
            self.painted.work += 1 + len(operands)
            if (does := self.does.get(operator)) is not None and isinstance(operands, list):
                does(operands)

    def _save(self, _: list[Any]) -> None:
        if len(self.stack) < 200:
            self.stack.append(_State(**vars(self.state)))

    def _restore(self, _: list[Any]) -> None:
        if self.stack:
            self.state = self.stack.pop()

    def _concat(self, operands: list[Any]) -> None:
        self.state.ctm = times(six(operands), self.state.ctm)

    def _begin(self, _: list[Any]) -> None:
        self.tm = self.line = PLAIN

    def _font(self, operands: list[Any]) -> None:
        if len(operands) == 2:
            self.state.face, self.state.size = self.fonts.get(str(operands[0])), one(operands[1:])

    def _spacing(self, operands: list[Any]) -> None:
        self.state.spacing = one(operands)

    def _words(self, operands: list[Any]) -> None:
        self.state.word_spacing = one(operands)

    def _scale(self, operands: list[Any]) -> None:
        self.state.scale = one(operands) / 100

    def _leading(self, operands: list[Any]) -> None:
        self.state.leading = one(operands)

    def _rise(self, operands: list[Any]) -> None:
        self.state.rise = one(operands)

    def _move(self, operands: list[Any]) -> None:
        self.line = self.tm = times((1, 0, 0, 1, one(operands), one(operands[1:])), self.line)

    def _move_lead(self, operands: list[Any]) -> None:
        self.state.leading = -one(operands[1:])
        self._move(operands)

    def _matrix(self, operands: list[Any]) -> None:
        self.line = self.tm = six(operands)

    def _next(self, _: list[Any]) -> None:
        self._move([0, -self.state.leading])

    def _next_show(self, operands: list[Any]) -> None:
        self._next([])
        self._show(operands)

    def _set_show(self, operands: list[Any]) -> None:
        self._words(operands)
        self._spacing(operands[1:])
        self._next_show(operands[2:])

    def _show(self, operands: list[Any]) -> None:
        self._show_all([operands[:1]])

    def _show_all(self, operands: list[Any]) -> None:
        """Show strings with shifts between them: a small shift is spacing, a larger one a space or a column."""
        state, face = self.state, self.state.face
        parts = operands[0] if operands else []
        if face is None or not isinstance(parts, list):
            return
        text, at, begin = "", 0.0, 0.0
        for part in parts:
            if isinstance(part, bytes):
                shown = face.show(part)
                text += shown.text
                at += (shown.width / 1000 * state.size + shown.count * state.spacing) * state.scale
                at += shown.spaces * state.word_spacing * state.scale
            elif isinstance(part, int | float):
                shift = -float(part) / 1000 * state.size * state.scale
                gap = abs(state.size * state.scale)
                if shift > _COLUMN_GAP * gap or shift < -gap:
                    self._put(text, begin, at)
                    text, begin = "", at + shift
                elif shift > _WORD_GAP * gap and text[-1:].strip():
                    text += " "
                at += shift
        self._put(text, begin, at)
        self.tm = times((1, 0, 0, 1, at, 0), self.tm)

    def _put(self, text: str, begin: float, end: float) -> None:
        if not text or self.hiding:
            return
        a, b, c, d, e, f = times(self.tm, self.state.ctm)
        size = abs(self.state.size) * (c * c + d * d) ** 0.5
        if abs(b) > abs(a) or a <= 0 or not 0.5 < size < 500:
            return  # set sideways or upside down, or too small or large to be read
        y = b * begin + d * self.state.rise + f
        mark = Mark(text, a * begin + c * self.state.rise + e, a * end + c * self.state.rise + e, y, size, self._bold())
        self.painted.marks.append(mark)

    def _bold(self) -> bool:
        return self.state.face is not None and self.state.face.bold

    def _to(self, operands: list[Any]) -> None:
        self.start = self.at = (one(operands), one(operands[1:]))

    def _line(self, operands: list[Any]) -> None:
        end = (one(operands), one(operands[1:]))
        self._step(self.at, end)
        self.at = end

    def _curve(self, operands: list[Any]) -> None:
        self.at = (one(operands[-2:]), one(operands[-1:]))

    def _close(self, _: list[Any]) -> None:
        self._step(self.at, self.start)
        self.at = self.start

    def _box(self, operands: list[Any]) -> None:
        x, y, width, height = (one(operands[i:]) for i in range(4))
        corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)]
        for begin, end in itertools.pairwise(corners):
            self._step(begin, end)
        self.start = self.at = (x, y)

    def _step(self, begin: tuple[float, float], end: tuple[float, float]) -> None:
        if len(self.path) < MOST_RULES:
            a, b, c, d, e, f = self.state.ctm
            self.path.append(tuple(m * x + n * y + k for x, y in (begin, end) for m, n, k in ((a, c, e), (b, d, f))))  # type: ignore[arg-type]

    def _stroke(self, _: list[Any]) -> None:
        for x0, y0, x1, y1 in self.path:
            self._rule(x0, y0, x1, y1)
        self.path = []

    def _fill(self, _: list[Any]) -> None:
        """A filled box that is thin is a rule; four steps make a box."""
        for i in range(0, len(self.path) - 3, 4):
            points = self.path[i : i + 4]
            xs, ys = [p[0] for p in points] + [p[2] for p in points], [p[1] for p in points] + [p[3] for p in points]
            width, height = max(xs) - min(xs), max(ys) - min(ys)
            if min(width, height) <= _THIN:
                x, y = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
                along = width >= height
                self._rule(*((min(xs), y, max(xs), y) if along else (x, min(ys), x, max(ys))))
        self.path = []

    def _rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        straight = abs(x0 - x1) < 1 or abs(y0 - y1) < 1
        if straight and len(self.painted.rules) < MOST_RULES and not self.hiding:
            self.painted.rules.append(Rule(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))

    def _clear(self, _: list[Any]) -> None:
        self.path = []

    def _mark(self, operands: list[Any]) -> None:
        """The running heads and page numbers of a tagged PDF are marked as such, and are no words of the paper."""
        properties: Any = operands[1] if len(operands) > 1 else None
        if isinstance(properties, str):
            properties = resolved(resolved(self.resources.get("/Properties")) or {}).get(properties)
        properties = resolved(properties)
        is_artifact = bool(operands) and operands[0] == "/Artifact" and isinstance(properties, dict)
        self.marked.append(is_artifact and properties.get("/Type") == "/Pagination")
        self.hiding += self.marked[-1]

    def _unmark(self, _: list[Any]) -> None:
        if self.marked:
            self.hiding -= self.marked.pop()

    def _form(self, operands: list[Any]) -> None:
        """Paint a form: a piece of page kept apart. Pictures paint no words."""
        forms = resolved(self.resources.get("/XObject"))
        form = resolved(forms.get(operands[0])) if operands and isinstance(forms, dict) else None
        if not isinstance(form, StreamObject) or form.get("/Subtype") != "/Form":
            return
        self.forms += 1
        if self.forms > MOST_FORMS or self.depth >= DEEPEST_FORM or self.hiding:
            return
        content = ContentStream(form, self.pdf, "bytes")
        self.painted.size += _closed_up(content)
        if self.painted.size > MOST_BYTES:
            return
        matrix = resolved(form.get("/Matrix"))
        inner = _State(**vars(self.state))
        inner.ctm = times(six(list(matrix)) if isinstance(matrix, ArrayObject) else PLAIN, inner.ctm)
        painter = _Painter(self.painted, self.faces, self.pdf, inner, self.depth + 1)
        painter.forms = self.forms
        painter.paint(content, resolved(form.get("/Resources")) or self.resources)
        self.forms = painter.forms
