"""What can go wrong that a user can mend. Article text never raises; only what we or the user configured does.

TimelineError
├── InputError      a file, folder or metadata that cannot be read
├── RuleError       an event type, date rule or gazetteer of ours that is wrong
└── PackageError    a data package that cannot be opened or written
"""


class TimelineError(Exception):
    """Base of all errors meant for the user: the message names the file, the place, what was seen, what to do."""


class InputError(TimelineError):
    """An input file, folder or its metadata cannot be read."""


class RuleError(TimelineError):
    """An event type, date rule or gazetteer is not well formed."""


class PackageError(TimelineError):
    """A data package cannot be opened or written."""
