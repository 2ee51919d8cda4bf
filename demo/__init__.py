"""The demonstration year: facts of one committee, put on record by calling the verbs."""
