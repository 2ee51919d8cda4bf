"""What a ModernGov web service answers, as records and as readings: `parsing.parse_meeting`, `reading.read_meeting`."""
