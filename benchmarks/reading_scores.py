"""How well papers are read: precision and recall of follow-ups, and the share right of everything else.

Run: python benchmarks/reading_scores.py [--wrong] [--folder DIR] [NAME ...]. Each paper (.txt, .md, .html, .docx or
.pdf) is scored against the truth beside it; without a folder these are the invented papers of the tests, and the real
ones where they are at hand. The last column, rows, holds seats, rows of programmes, informal meetings, editions and
entries of plans, tracker rows, recommendations and report headers. `--wrong` prints what differs. A paper that is
refused scores nothing.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from reading_truth import UNSAID, papers  # noqa: E402

from papers.reading.as_json import as_dict  # noqa: E402
from papers.reading.errors import NotAPaper  # noqa: E402
from papers.reading.files import read_file  # noqa: E402

SOMEWHERE = "…"  # ends a path that names only the item
LISTS = ("meetings", "programme", "informal", "forward_plans", "trackers", "recommendations", "reports")
HEADS = ("paper", "wanted", "found", "precision", "recall", "owner", "due", "date", "items", "facts", "rows")


@dataclass
class Score:
    """What was right of what could be right, by measure."""

    right: Counter = field(default_factory=Counter)
    of: Counter = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def add(self, measure: str, got: object, wanted: object) -> None:
        """One thing read against one thing true."""
        if wanted == UNSAID:
            return
        self.of[measure] += 1
        self.right[measure] += got == wanted
        if got != wanted:
            self.wrong.append(f"{measure}: read {got!r}, is {wanted!r}")

    def all_of(self, measure: str, got: Iterable, wanted: Iterable) -> None:
        """A list read against a true list: both what is missing and what is too much count against it."""
        if wanted == UNSAID:
            return
        got, wanted = [json.dumps(each) for each in got], [json.dumps(each) for each in wanted]
        both = sum((Counter(got) & Counter(wanted)).values())
        self.of[measure] += max(len(got), len(wanted))
        self.right[measure] += both
        self.wrong += [f"{measure}: not read {each}" for each in (Counter(wanted) - Counter(got)).elements()]
        self.wrong += [f"{measure}: not there {each}" for each in (Counter(got) - Counter(wanted)).elements()]

    def share(self, measure: str) -> str:
        """The share right, or a dash where there was nothing to be right about."""
        return f"{self.right[measure] / self.of[measure]:.2f}" if self.of[measure] else "-"

    def row(self, name: str) -> tuple[str, ...]:
        """The line of the table."""
        return (
            name,
            str(self.of["recall"]),
            str(self.of["precision"]),
            *(self.share(measure) for measure in HEADS[3:]),
        )

    def take(self, other: Score) -> None:
        """Add another paper's score to this one."""
        self.right += other.right
        self.of += other.of


def _meeting(read: dict, date: str | None) -> dict:
    nothing = {"committee": None, "date": None, "time": None, "venue": None, "items": [], "attendance": [], "seats": []}
    return next((m for m in read["meetings"] if m["date"] == date), (read["meetings"] or [nothing])[0])


def _follow_ups(read: dict) -> list[tuple]:
    return [
        (c["path"], f["asked"], f["due"]["kind"], f["due"]["on"])
        for m in read["meetings"]
        for i in m["items"]
        for c in i["clauses"]
        for f in c["follow_ups"]
    ]


def _wanted(truth: dict) -> list[tuple]:
    if "follow_up_texts" in truth:
        return [(UNSAID, *each) for each in truth["follow_up_texts"]]
    return [
        (path, owner, kind, UNSAID if kind == "next_meeting" and on is None else on)  # its date may be told elsewhere
        for path, owner, _, kind, on in truth["follow_ups"]
    ]


def _pairs(got: list[tuple], wanted: list[tuple]) -> list[tuple[tuple, tuple]]:
    """Each true follow-up with the one read for it: of the same clause, the likest first."""
    left, pairs = list(got), []
    for true in sorted(wanted, key=lambda each: each[0].endswith((UNSAID, SOMEWHERE))):
        near = [
            g for g in left if _is_at(g[0], true[0]) or (true[0] == UNSAID and (g[1] == true[1] or g[2:] == true[2:]))
        ]
        if near:
            best = max(near, key=lambda g: sum(a == b for a, b in zip(g[1:], true[1:], strict=True)))
            left.remove(best)
            pairs.append((best, true))
    return pairs


def _is_at(path: str, wanted: str) -> bool:
    """Whether a path is the true one; "5/…" is true of all that item 5 holds, whole or in part."""
    item = wanted.removesuffix(SOMEWHERE)
    return path == wanted or (item != wanted and f"{path}/".startswith(item))


def _score_follow_ups(score: Score, got: list[tuple], wanted: list[tuple]) -> None:
    pairs = _pairs(got, wanted)
    for measure, total in (("precision", len(got)), ("recall", len(wanted))):
        score.right[measure] += len(pairs)
        score.of[measure] += total
    score.wrong += [f"missed {true}" for true in wanted if true not in [t for _, t in pairs]]
    score.wrong += [f"invented {each}" for each in (Counter(got) - Counter(g for g, _ in pairs)).elements()]
    for read, true in pairs:
        for measure, a, b in zip(("owner", "due", "date"), read[1:], true[1:], strict=True):
            score.add(measure, a, b)


def score_paper(truth: dict, read: dict) -> Score:
    """The score of one paper read, against the truth written for it."""
    score = Score()
    meeting = _meeting(read, truth["date"])
    if truth.get("follow_ups") != UNSAID:
        _score_follow_ups(score, _follow_ups(read), _wanted(truth))
    whole = read["meetings"] if truth["kind"] == "pack" and truth.get("whole", True) else [meeting]
    if "items" in truth:
        score.all_of("items", [[i["number"], i["title"]] for m in whole for i in m["items"]], truth["items"])
    score.add("facts", read["kind"], truth["kind"])
    for key in ("date", "time"):
        score.add("facts", meeting[key], truth[key])
    score.add("facts", (meeting["committee"] or "").casefold(), (truth["committee"] or "").casefold())
    score.add("facts", _without_article(meeting["venue"]), _without_article(truth["venue"]))
    attended = Counter(each["as"] for m in whole for each in m["attendance"])
    for key in ("present", "apologies"):
        score.add("facts", attended[key], truth.get(key, UNSAID))
    for key, got in _rows(read, meeting).items():
        score.all_of("rows", [[key, each] for each in got], _wanted_rows(key, truth, got))
    return score


def _without_article(venue: str | None) -> str | None:
    """A venue as it is told from another: "the Town Hall" and "Town Hall" are one."""
    return re.sub(r"^the\s+", "", venue, flags=re.IGNORECASE) if venue else venue


def _wanted_rows(key: str, truth: dict, got: list) -> list | str:
    """The true rows of a list, named; a place where the truth does not say takes what was read in that place."""
    wanted = truth.get(key, [])
    if wanted == UNSAID:
        return UNSAID
    if key == "reports":
        wanted = [[*row[:2], *_numbers({"fd": row[2], "ld": row[3]}), *row[4:]] for row in wanted]
    if key == "seats":
        wanted = [[_without_title(name), role] for name, role in wanted]
    return [[key, _filled(row, got[at] if at < len(got) else None)] for at, row in enumerate(wanted)]


def _without_title(name: str) -> str:
    """A member's name as it is told from another's: "Councillors Lee and Fenn" may give each the title or not."""
    return re.sub(r"^(?:Councillor|Cllr\.?)\s+", "", name)


def _filled(row: object, got: object) -> object:
    if not isinstance(row, list) or not isinstance(got, list):
        return row
    return [b if a == UNSAID else a for a, b in zip(row, got, strict=True)]


def _rows(read: dict, meeting: dict) -> dict[str, list]:
    plans, reports = read["forward_plans"], read["reports"]
    entries = [e for plan in plans for e in plan["entries"]]
    return {
        "seats": [[_without_title(s["name"]), s["role"]] for s in meeting["seats"]],
        "programme": [[p["meeting"]["date"], row["title"]] for p in read["programme"] for row in p["rows"]],
        "informal": [[e["title"], e["on"]] for e in read["informal"]],
        "editions": [[p["published"], p["from"], p["to"]] for p in plans if p["published"] or p["from"]],
        "entries": [[e["title"], e["decision_maker"], e["due"], e["contact"]] for e in entries],
        "trackers": [[t["ref"], t["owner"], t["due"], t["closed"]] for t in read["trackers"]],
        "recommendations": [r["number"] for r in read["recommendations"]],
        "reports": [[r["subject"], r["report_of"], *_numbers(r), len(r["recommendations"])] for r in reports],
    }


def _numbers(report: dict) -> list[str | None]:
    """The finance and legal numbers, which are printed "FD.7366/23" and "FD 7366/23" for the same."""
    return [re.sub(r"\W", ".", number, count=1) if (number := report[key]) else None for key in ("fd", "ld")]


def _scored(path: Path, truth: dict) -> Score:
    try:
        return score_paper(truth, as_dict(read_file(path)))
    except NotAPaper as refusal:
        score = score_paper(truth, {"kind": None} | {key: [] for key in LISTS})
        score.wrong.insert(0, f"refused: {refusal}")
        return score


def main() -> None:
    """Print the table, and with --wrong what differs in each paper."""
    options = argparse.ArgumentParser(description="Score how well papers are read.")
    options.add_argument("--wrong", action="store_true", help="print what differs")
    options.add_argument("--folder", type=Path, help="score the papers of this folder")
    options.add_argument("names", nargs="*", help="score only these papers")
    chosen = options.parse_args()
    total = Score()
    _print(HEADS)
    for name, (path, truth) in papers(chosen.names, chosen.folder).items():
        score = _scored(path, truth)
        total.take(score)
        _print(score.row(name))
        if chosen.wrong:
            print("".join(f"    {each}\n" for each in score.wrong), end="")
    _print(total.row("overall"))


def _print(row: tuple[str, ...]) -> None:
    print(f"{row[0]:32}" + "".join(f"{cell:>10}" for cell in row[1:]))


if __name__ == "__main__":
    main()
