"""From what a paper says to what an officer decides: one module a kind of thing, held against the record."""
