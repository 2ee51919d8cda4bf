"""The machine and the day a benchmark ran on, for the first line it prints."""

from __future__ import annotations

import datetime as dt
import os
import platform


def where() -> str:
    """The date, the platform, the processor cores and the Python of this run."""
    today = dt.datetime.now(tz=dt.UTC).date()
    return f"{today}, {platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}"


if __name__ == "__main__":
    print(where())
