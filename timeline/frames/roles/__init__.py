"""Who does it and to whom: slots of verbs and nouns, participants, and roles that other sentences fill."""
