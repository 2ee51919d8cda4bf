"""What a committee asked for, and what became of it: actions, recommendations, responses, updates."""
