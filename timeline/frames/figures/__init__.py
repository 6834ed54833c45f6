"""How many: quantities, what they count, and the results of elections."""
