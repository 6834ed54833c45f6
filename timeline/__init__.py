"""News articles in; a validated, sourced, dated event dataset and charts out.

>>> import timeline
>>> [day.value for day in timeline.dates("They voted on Sunday.", published="2024-07-30")]
['2024-07-28']
"""

from timeline.api import build, chart, dates, load, mentions, read

__all__ = ["build", "chart", "dates", "load", "mentions", "read"]
__version__ = "0.1.0"
