"""How well papers are read: precision and recall of follow-ups, and the share right of owners, dues, items and facts.

Run: python benchmarks/reading_scores.py [--wrong] [--from FOLDER] [NAME ...]. Each paper is scored against the truth
beside it, in the fixtures of the tests or in another folder; the real pack is scored too where it is at hand. `--wrong`
prints what differs. A paper that is refused scores nothing.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from papers.reading.as_json import as_dict  # noqa: E402
from papers.reading.errors import NotAPaper  # noqa: E402
from papers.reading.files import read_file  # noqa: E402

FIXTURES = ROOT / "tests" / "papers" / "fixtures"
PACK = ROOT.parent / "shared" / "papers" / "agenda-pack-2023-09-26.txt"
DUE_KINDS = {
    "next-meeting": "next_meeting",
    "future-meeting": "future_meeting",
    "date-to-be-determined": "to_be_arranged",
    "explicit-date": "date",
}
UNSAID = "?"  # the truth does not say: not scored
SOMEWHERE = "…"  # ends a path that names only the item
HEADS = ("paper", "wanted", "found", "precision", "recall", "owner", "due", "date", "items", "facts")


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


def _without_article(venue: str | None) -> str | None:
    """A venue without its article: some truths print "the Town Hall", others "Town Hall"."""
    return venue[4:] if venue and venue[:4].casefold() == "the " else venue


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
    return [(path, owner, kind, on) for path, owner, _, kind, on in truth["follow_ups"]]


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
    """Whether a path is the true one; "5/…" is true of all that stands under item 5 and is no printed clause."""
    return path == wanted or (wanted.endswith(SOMEWHERE) and path.startswith(wanted.removesuffix(SOMEWHERE)))


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
    _score_follow_ups(score, _follow_ups(read), _wanted(truth))
    if "items" in truth:
        score.all_of("items", [[i["number"], i["title"]] for i in meeting["items"]], truth["items"])
    score.add("facts", read["kind"], truth["kind"])
    for key in ("date", "time"):
        score.add("facts", meeting[key], truth[key])
    score.add("facts", (meeting["committee"] or "").casefold(), (truth["committee"] or "").casefold())
    score.add("facts", _without_article(meeting["venue"]), _without_article(truth["venue"]))
    attended = Counter(each["as"] for each in meeting["attendance"])
    for key in ("present", "apologies"):
        score.add("facts", attended[key], truth.get(key, UNSAID))
    _score_lists(score, read, meeting, truth)
    return score


def _score_lists(score: Score, read: dict, meeting: dict, truth: dict) -> None:
    lists = {
        "seats": [[s["name"], s["role"]] for s in meeting["seats"]],
        "programme": [[p["meeting"]["date"], row["title"]] for p in read["programme"] for row in p["rows"]],
        "editions": [[p["published"], p["from"], p["to"]] for p in read["forward_plans"]],
        "entries": [
            [e["title"], e["decision_maker"], e["due"], e["contact"]]
            for p in read["forward_plans"]
            for e in p["entries"]
        ],
    }
    for key, got in lists.items():
        if key in truth:
            score.all_of("facts", got, truth[key])


def pack_truth() -> dict:
    """The hand-checked truth of the real pack, in the shape of the invented papers' truth."""
    truth = json.loads((PACK.parent / "truth.json").read_text(encoding="utf-8"))
    flat = [each for each in truth["follow_ups_flat"] if not each["container_only"]]
    paths = [(each["clause"].split("/", 1)[1], each) for each in flat]
    return {
        "kind": "pack",
        "committee": "Overview and Scrutiny Committee (Children's Services and Safeguarding)",
        "date": "2023-06-06",
        "time": "18:30",
        "venue": UNSAID,
        "items": [[str(m["minute_no"]), m["title"]] for m in truth["minutes"]],
        "follow_ups": [
            [path, each["asked_as_printed"], None, DUE_KINDS.get(each["due_kind"], each["due_kind"]), UNSAID]
            for path, each in paths
            if path != "11"
        ],
    }


def paper_beside(truth: Path) -> Path:
    """The paper that a truth is about: the file of the same name that is not JSON."""
    return next(path for path in sorted(truth.parent.glob(f"{truth.stem}.*")) if path.suffix != ".json")


def papers(folder: Path, names: list[str]) -> dict[str, tuple[Path, dict]]:
    """The papers of a folder to score by name: those named (or whose name begins so), else every one there is."""
    found = {
        path.stem: (paper_beside(path), json.loads(path.read_text(encoding="utf-8")))
        for path in sorted(folder.glob("*.json"))
    }
    if PACK.exists() and folder == FIXTURES:
        found["the real pack"] = (PACK, pack_truth())
    return {name: each for name, each in found.items() if not names or name.startswith(tuple(names))}


def _scored(path: Path, truth: dict) -> Score:
    try:
        return score_paper(truth, as_dict(read_file(path)))
    except NotAPaper as refusal:
        empty = {"kind": None, "meetings": [], "programme": [], "forward_plans": []}
        score = score_paper(truth, empty)
        score.wrong.insert(0, f"refused: {refusal}")
        return score


def main() -> None:
    """Print the table, and with --wrong what differs in each paper."""
    arguments = sys.argv[1:]
    folder = Path(arguments.pop(arguments.index("--from") + 1)).resolve() if "--from" in arguments else FIXTURES
    names = [each for each in arguments if not each.startswith("--")]
    total = Score()
    print(f"{HEADS[0]:32}" + "".join(f"{head:>10}" for head in HEADS[1:]))
    for name, (path, truth) in papers(folder, names).items():
        score = _scored(path, truth)
        total.take(score)
        _print(score.row(name))
        if "--wrong" in sys.argv:
            print("".join(f"    {each}\n" for each in score.wrong), end="")
    _print(total.row("overall"))


def _print(row: tuple[str, ...]) -> None:
    print(f"{row[0]:32}" + "".join(f"{cell:>10}" for cell in row[1:]))


if __name__ == "__main__":
    main()
