# ruff: noqa: E501 - a pattern reads better whole than broken
"""Pure readers and writers of council papers (minutes, agendas, programmes, plans; DOCX, PDF, ICS, CSV); knows no tables."""
