"""Who sits, when they meet, by which cycle, what was minuted, and the papers of a meeting."""
