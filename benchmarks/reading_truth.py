"""The papers to score and what is true of them: the invented ones, a folder of others, and the real ones at hand.

Every truth has the one shape of the invented papers' truth. What a truth does not say is UNSAID, and not scored.
"""

from __future__ import annotations

import json
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FIXTURES = ROOT / "tests" / "papers" / "fixtures"
REAL = next(
    (at for parent in ROOT.parents if (at := parent / "shared" / "papers").exists()), ROOT.parent / "shared" / "papers"
)
ENDINGS = (".txt", ".md", ".html", ".docx", ".pdf")
UNSAID = "?"
DUE_KINDS = {
    "next-meeting": "next_meeting",
    "future-meeting": "future_meeting",
    "date-to-be-determined": "to_be_arranged",
    "explicit-date": "date",
}
COMMITTEE = "Overview and Scrutiny Committee (Children's Services and Safeguarding)"
CALLED = "os-css-2023-09-26"
FACTS = ("committee", "date", "time", "venue")
ROWS = ("seats", "programme", "informal", "editions", "entries", "trackers", "recommendations", "reports")
_UNSAID = dict.fromkeys((*FACTS, "items", "follow_ups", *ROWS), UNSAID) | {"whole": False}  # of one meeting of a pack


def papers(names: list[str], folder: Path | None = None) -> dict[str, tuple[Path, dict]]:
    """The papers to score, by name: those of the folder, else the invented and the real ones; only those named, if any.

    A paper of several endings beside one truth is a paper of each; a truth without a paper is left out.
    """
    found = _beside(folder or FIXTURES)
    if folder is None and REAL.exists():
        found |= real_papers()
    return {name: each for name, each in found.items() if not names or name in names or each[0].stem in names}


def _beside(folder: Path) -> dict[str, tuple[Path, dict]]:
    found = {}
    for path in sorted(folder.glob("*.json")):
        there = [paper for ending in ENDINGS if (paper := path.with_suffix(ending)).exists()]
        truth = json.loads(path.read_text(encoding="utf-8"))
        found |= {paper.name if len(there) > 1 else path.stem: (paper, truth) for paper in there}
    return found


def real_papers() -> dict[str, tuple[Path, dict]]:
    """The real papers, the pack once as minutes and once as what it calls and plans."""
    truth = json.loads((REAL / "truth.json").read_text(encoding="utf-8"))
    pack = REAL / "agenda-pack-2023-09-26.txt"
    return {
        "real pack: minutes": (pack, _UNSAID | _minutes(truth)),
        "real pack: the rest": (pack, _UNSAID | _pack(truth)),
        "real peer challenge": (REAL / "peer-challenge-2022-07.txt", _UNSAID | _peer_challenge(truth)),
        "real replacement letter": (REAL / "replacement-item-2022-01-04.txt", _UNSAID | _letter()),
        "real board reports": (REAL / "health-and-wellbeing-board-2020-12-09.txt", _UNSAID | _board(truth)),
    }


def _minutes(truth: dict) -> dict:
    flat = [each for each in truth["follow_ups_flat"] if not each["container_only"]]
    paths = [(each["clause"].split("/", 1)[1], each) for each in flat]
    return {
        "kind": "pack",
        "committee": COMMITTEE,
        "date": "2023-06-06",
        "time": "18:30",
        "items": [[str(m["minute_no"]), m["title"]] for m in truth["minutes"]],
        "follow_ups": [
            [path, each["asked_as_printed"], None, DUE_KINDS.get(each["due_kind"], each["due_kind"]), UNSAID]
            for path, each in paths
            if path != "11"
        ],
    }


def _pack(truth: dict) -> dict:
    front, informal = truth["memberships"][0], truth["informal_programme_rows"]["rows"]
    edition = truth["forward_plan"]["editions"][0]
    return {
        "kind": "pack",
        "committee": COMMITTEE,
        "date": "2023-09-26",
        "time": "18:30",
        "items": [[str(a["no"]), a["title"]] for a in truth["agenda_items"] if a["meeting"] == CALLED],
        "seats": [[m["name_as_printed"].split(" (")[0], m["role"]] for m in front["members"]]
        + [[m["substitute"], "substitute"] for m in front["members"]]
        + [[m["name_as_printed"].split(",")[0], m["role"]] for m in front["co_opted_and_advisory"]],
        "programme": [[w["meeting"].removeprefix("os-css-"), w["item"]] for w in truth["work_programme_rows"]],
        "informal": [[row["title"], UNSAID] for row in informal],
        "editions": [[edition["published"], edition["period_start"], edition["period_end_inferred"]]],
        "entries": [],
        "trackers": [],
        "recommendations": [],
        "reports": [_report(each) for each in truth["reports"] if each["meeting"] == CALLED],
    }


def _report(each: dict) -> list:
    fd, ld = ((each[key] or {}).get("normalised", "").strip(".") or None for key in ("fd_ref", "ld_ref"))
    return [each["subject"]["text"], each["report_of"]["text"], fd, ld, len(each["recommendations"])]


def _peer_challenge(truth: dict) -> dict:
    numbers = [str(each["paragraph"]) for each in truth["peer_challenge_recommendations"]]
    return {"kind": "recommendations", "recommendations": numbers, "follow_ups": [], "reports": [], "trackers": []}


def _letter() -> dict:
    return {
        "kind": "letter",
        "date": "2022-01-04",
        "items": [["8", "Cabinet Member Reports"]],
        "follow_ups": [],
        "recommendations": [],
    }


def _board(truth: dict) -> dict:
    reports = [_report(each) for each in truth["reports"] if each["meeting"] != CALLED]
    return {"kind": "report", "date": "2020-12-09", "reports": reports, "follow_ups": [], "recommendations": []}
