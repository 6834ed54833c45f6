"""What date a mention of a short text gets."""

from timeline.models import Article
from timeline.pipeline import read_article

FRIDAY = "2031-05-09"
"""The day on which the texts appear."""


def date_of(text: str, trigger: str) -> str:
    """The EDTF date of the mention whose trigger begins with these words."""
    result = read_article(Article("a", text, published=FRIDAY))
    return next(m.date.edtf for m in result.mentions if m.trigger.text.lower().startswith(trigger))
