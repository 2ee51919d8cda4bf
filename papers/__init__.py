"""Pure readers of council papers (minutes, agendas, programmes, plans) and writers of sheets; knows no tables."""
