"""Signs: words that tell of an event together, where no frame reads the construction."""
