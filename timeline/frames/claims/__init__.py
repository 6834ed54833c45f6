"""Who says so: attributions, their sources, how far they reach, quotations."""
