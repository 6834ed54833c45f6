"""Dates of a text in context, for the tests of what they count from."""

import datetime as dt

from timeline.models import EventAnchor, Publication
from timeline.timex import dates, find, resolve

DAY = dt.date(2024, 7, 31)
KNOWN = Publication(DAY, DAY, "stated", (), (), DAY)


def said(text, published="2024-07-31"):
    return [(one.span.text, one.value) for one in dates(text, published)]


def anchored(text, anchors, publication=KNOWN):
    found = find(text)
    return {one.span.text: one for one in resolve(text, found, publication, anchors)}


def event(text, trigger, words, expression=None, **more):
    return EventAnchor(text.index(trigger), "vote", frozenset(words.split()), expression, **more)
