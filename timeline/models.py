"""The values that flow through the project, in the order they come to be. Read this first.

Every value is frozen. Offsets count code points of ``Article.text``, and for every span
``article.text[span.start:span.end] == span.text``.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Relation = Literal["at", "since", "until", "by", "before", "after", "within", "from", "to", "during"]
DateBasis = Literal["stated", "relative", "anchored", "inferred", "bounded", "unknown"]
DatePrecision = Literal["day", "month", "year", "interval", "partial", "unknown"]
DateExtent = Literal["during", "within"]
PublishedBasis = Literal["stated", "address", "dateline", "inferred", "unknown"]
Realis = Literal["actual", "historical", "planned", "threatened", "demanded", "conditional", "denied", "generic"]
Status = Literal["reported", "alleged", "attempted", "planned", "denied"]
Role = Literal["actor", "target", "candidate", "winner"]
EntityKind = Literal["person", "group", "organisation", "country"]
Bound = Literal["exact", "at_least", "more_than", "about", "almost", "up_to"]
Measure = Literal[
    "votes", "vote_share", "turnout", "ballots_counted", "seats", "people", "killed", "injured", "attacks", "states",
    "other",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of an article's text: half-open code point offsets, and the text they hold."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article as received: the decoded text without front matter, and what is known of it beyond the text."""

    article_id: str
    text: str
    title: str = ""
    publisher: str = ""
    url: str = ""
    language: str = "en"
    published: str = ""  # EDTF, as stated by the file or the dataset; "" if nothing states it
    path: str = ""  # relative to the input, for people; never absolute


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article; boilerplate sentences are kept for their number and never read."""

    index: int
    span: Span
    paragraph: int
    kind: Literal["title", "body", "boilerplate"] = "body"


# ------------------------------------------------------------------ dates


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A date expression with the value it resolved to, in TIMEX3 terms, and how that was decided.

    ``value`` and ``edtf`` are "" where nothing decides; ``XXXX-07-28`` where only the year is missing.
    ``start`` and ``end`` are the first and last day of the value (inclusive), None where it is not a span of days.
    """

    span: Span
    sentence: int
    type: TimexType
    value: str
    mod: str = ""  # START MID END APPROX LESS_THAN MORE_THAN EQUAL_OR_LESS EQUAL_OR_MORE BEFORE AFTER, or ""
    edtf: str = ""
    start: dt.date | None = None
    end: dt.date | None = None
    relation: Relation = "at"  # the preposition that governs it: "since Monday", "within 48 hours", "by June"
    range_end: int | None = None  # index of the expression that closes the range this one opens ("from 3 to 5 May")
    rule: str = ""
    anchor: str = ""  # what it was resolved against, in words: "published 2018-05-24", "the election of 2024-07-28"
    basis: DateBasis = "stated"
    alternatives: tuple[str, ...] = ()  # rival values that were close


@dataclass(frozen=True, slots=True)
class EventAnchor:
    """An event a frame found, as far as the resolution of dates needs to know it, in the order of the text."""

    start: int  # offset of its trigger
    event_type: str
    words: frozenset[str]  # lower-case lemmas it may be called by: {"vote", "election", "poll"}
    expression: int | None = None  # index of the expression that dates it, if its clause has one
    actual: bool = True  # happened by the time of writing
    value: str = ""  # a date known from elsewhere (the election calendar), ISO day, or ""


@dataclass(frozen=True, slots=True)
class ReferenceEvent:
    """A known event (a polling day) that the text names: one of ``dates`` is what ``expression`` says."""

    description: str
    dates: tuple[dt.date, ...]
    expression: int | None = None  # index of the expression that stands for it, None if only the event is named
    decisive: bool = False  # the text itself leaves one candidate (a named candidate, an office holder)


@dataclass(frozen=True, slots=True)
class Publication:
    """When an article can have appeared: a window (None is open), how it is known, and the evidence in words."""

    earliest: dt.date | None = None
    latest: dt.date | None = None
    basis: PublishedBasis = "unknown"
    evidence: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()  # evidence that disagrees, to be reported
    anchor: dt.date | None = None  # the day that weekdays and "yesterday" count from, if one is known


@dataclass(frozen=True, slots=True)
class EventDate:
    """When an event took place: inclusive bounds (None is open), and the words and rule that say so."""

    edtf: str = ""
    start: dt.date | None = None
    end: dt.date | None = None
    precision: DatePrecision = "unknown"
    extent: DateExtent = "during"
    basis: DateBasis = "unknown"
    text: str = ""  # the expression, as written
    value: str = ""  # its TIMEX3 value
    rule: str = ""
    anchor: str = ""
    alternatives: tuple[str, ...] = ()


# ------------------------------------------------------------------ mentions


@dataclass(frozen=True, slots=True)
class Claim:
    """Who is cited for a mention, by which word, and, if the text tells, when it was said and who relayed it."""

    claimant: str
    cue: str
    kind: Literal["statement", "accusation", "denial", "confirmation"] = "statement"
    date: str = ""  # EDTF
    outlet: str = ""


@dataclass(frozen=True, slots=True)
class Participant:
    """A role in a mention. ``name`` is the fullest form found in the article; unnamed groups are described."""

    role: Role
    name: str
    kind: EntityKind = "group"
    country: str = ""  # alpha-3, or ""
    named: bool = True  # False: "protesters", "a number of countries"; these make no entity


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a mention. ``low`` and ``high`` bound the value (None is open). Shares are percent."""

    measure: Measure
    value: float
    bound: Bound
    as_written: str
    low: float | None = None
    high: float | None = None
    unit: str = ""
    subject: str = ""  # whose: a candidate, a group
    claimant: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """An event as one sentence tells it: type, roles, realis, claim, figures, place and date."""

    mention_id: str
    article_id: str
    event_type: str
    sentence: Sentence
    trigger: Span
    rule: str  # "detention:arrest", the id of the frame that matched
    mode: str = ""
    form: str = (
        ""  # of a recognition: congratulated, recognised, endorsed, refused, rejected, did_not_concede, conceded
    )
    realis: Realis = "actual"
    status: Status = "reported"
    claim: Claim | None = None
    participants: tuple[Participant, ...] = ()
    figures: tuple[Figure, ...] = ()
    country: str = ""
    place: str = ""
    latitude: float | None = None
    longitude: float | None = None
    date: EventDate = field(default_factory=EventDate)

    @property
    def is_event(self) -> bool:
        """Whether it makes an event row: what happened, is planned, attempted or alleged, or a sourced denial."""
        if self.realis == "denied":
            return self.status == "denied"
        return self.realis in ("actual", "historical", "planned")


@dataclass(frozen=True, slots=True)
class ArticleResult:
    """All that one article says: what `read_article` returns and engines pass around."""

    article: Article
    publication: Publication
    sentences: tuple[Sentence, ...]
    expressions: tuple[DateExpression, ...]
    mentions: tuple[Mention, ...]


# ------------------------------------------------------------------ events


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, group, organisation or country, under one name, across all articles."""

    entity_id: str
    name: str
    kind: EntityKind
    country: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """One real-world event and the mentions that tell it, best sentence first."""

    event_id: str
    event_type: str
    mode: str
    title: str
    date: EventDate
    status: Status
    country: str
    place: str
    latitude: float | None
    longitude: float | None
    plover: str
    cameo: str
    acled: str
    mentions: tuple[Mention, ...]
    joined_by: tuple[str, ...]  # one per mention: what joined it to the event ("first", "same type, country and day")


Rows = dict[str, list[dict[str, object]]]
"""The dataset as rows: resource name -> rows, each with exactly the columns the schema declares."""
