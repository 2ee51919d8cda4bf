# ruff: noqa: E501 - a pattern reads better whole than broken
"""Reading papers: the text of a council paper in, facts with line numbers out. See `document.read` and `files.read_file`."""
