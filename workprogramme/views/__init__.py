"""Pages that see the work programme and what is below it."""
