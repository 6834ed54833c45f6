"""Whether it happened: what governs a trigger, moods, and what only points at an event told elsewhere."""
