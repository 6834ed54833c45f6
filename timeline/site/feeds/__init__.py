"""The dataset for other programs: a module for each format, which makes its file from the published tables.

A module of data has `write(published, path)`, one that describes the dataset has `describe(published, files, here)` and
gives JSON. Both kinds have `NAME` (of the file), `LABEL`, `USE` (what it is for) and `MEDIA` (its media type).
The same dataset gives the same bytes.
"""
