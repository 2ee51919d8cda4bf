"""How long it takes to read a pack, as a ratio to splitting the same text into folded lines, and in seconds.

Run: python benchmarks/reading.py [FILE]. Without a file it reads an invented paper repeated to about 400 kB.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.machine import where  # noqa: E402
from papers.reading.document import read  # noqa: E402

PACK = ROOT.parent / "shared" / "papers" / "agenda-pack-2023-09-26.txt"
INVENTED = ROOT / "tests" / "papers" / "fixtures" / "kelford-resolved-dash.txt"
RUNS = 5
MOST_SECONDS = 1.0  # for 400 kB


def main() -> None:
    """Print the seconds of the best run, and the ratio to the baseline of the same run."""
    print(where())
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else PACK
    text = path.read_text(encoding="utf-8") if path.exists() else INVENTED.read_text(encoding="utf-8") * 250
    seconds = _best(lambda: read(text))
    baseline = _best(lambda: [" ".join(line.split()) for line in text.split("\n")])
    each = seconds / len(text) * 400_000
    print(
        f"reading {len(text) / 1000:.0f} kB: {seconds:.2f} s ({each:.2f} s for 400 kB, limit {MOST_SECONDS:.0f} s), "
        f"{seconds / baseline:.0f} times splitting its lines"
    )
    if each > MOST_SECONDS:
        raise SystemExit("Slower than it may be.")


def _best(work: Callable[[], object]) -> float:
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


if __name__ == "__main__":
    main()
