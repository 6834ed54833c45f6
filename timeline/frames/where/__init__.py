"""Where: the place a clause names, and the country a story is about."""
