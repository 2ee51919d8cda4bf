"""Who must be told what, when - and the proof that they were."""
