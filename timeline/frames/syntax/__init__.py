"""Sentences parsed: words with their heads, noun phrases, lists, and the usual mistakes of the parser."""
