"""Small factories: articles whose mentions are stated by the test, with true offsets."""

import datetime as dt
from dataclasses import dataclass, replace

from timeline.merge import Dataset, merge
from timeline.models import (
    Article,
    ArticleResult,
    Claim,
    EventDate,
    Figure,
    Mention,
    Participant,
    Publication,
    Sentence,
    Span,
)


@dataclass(frozen=True)
class Kind:
    """An event type as far as merging needs it."""

    name: str
    title: str

    def code(self, scheme, mode):
        return f"{scheme}:{self.name}:{mode}" if scheme == "plover" else ""


TEMPLATES = {
    "election": "Election in {country}",
    "protest": "Protest{place}",
    "detention": "{target} detained",
    "release": "{target} released",
    "recognition": "{actor} {verb} {target}",
    "inauguration": "{actor} sworn in",
    "coup": "Coup {country}",
    "cyberattack": "Cyberattack on {target}",
    "diplomacy": "{actor}: diplomatic step[ against {target}]",
    "sanction": "{actor}: sanctions on {target}",
    "security": "{trigger_noun} {place}",
    "statement": "{actor}: statement",
}
TYPES = {name: Kind(name, title) for name, title in TEMPLATES.items()}


def on(day, basis="stated", extent="during"):
    """A date: "2031-05-04", "2031-05", "2031", "2031-05-04/2031-05-06", "2031-05-04/..", "XXXX-05-04" or ""."""
    if not day:
        return EventDate()
    if day.startswith("XXXX"):
        return EventDate(day, precision="partial", basis=basis, text=day, value=day)
    first, _, last = day.partition("/")
    start = None if first == ".." else _bounds(first)[0]
    end = None if last == ".." else _bounds(last or first)[1]
    precision = "interval" if last else {4: "year", 7: "month", 10: "day"}[len(day)]
    return EventDate(day, start, end, precision, extent, basis, text=day, value=day, rule="iso")


def _bounds(text):
    if len(text) == 10:
        return (dt.date.fromisoformat(text),) * 2
    year, month = int(text[:4]), int(text[5:7] or 0)
    if not month:
        return dt.date(year, 1, 1), dt.date(year, 12, 31)
    following = dt.date(year + month // 12, month % 12 + 1, 1)
    return dt.date(year, month, 1), following - dt.timedelta(days=1)


def bounded(day):
    """Bounds from what an event follows."""
    return on(day, "bounded", "within")


def person(name, role="target", country=""):
    return Participant(role, name, "person", country)


def state(name, code, role="actor"):
    return Participant(role, name, "country", code)


def body(name, role="actor", country=""):
    return Participant(role, name, "organisation", country)


def crowd(name, role="target"):
    return Participant(role, name, "group", named=False)


def people(value, bound="exact", claimant="", measure="people"):
    return Figure(measure, float(value), bound, f"{bound} {value}", claimant=claimant)


def share(subject, value, measure="vote_share", bound="exact", claimant=""):
    return Figure(measure, float(value), bound, f"{value}", subject=subject, claimant=claimant)


def said(claimant, cue="said", **more):
    return Claim(claimant, cue, **more)


@dataclass(frozen=True)
class Tell:
    """A sentence with its trigger between stars, and what it tells."""

    text: str
    mention: Mention
    title: bool = False


def tell(event_type, text, *parties, day="", date=None, figures=(), title=False, **more):
    """A mention to be placed in an article; ``day`` is a stated date, ``date`` any other."""
    nowhere = Span(0, 0, "")
    mention = Mention(
        "", "", event_type, Sentence(0, nowhere, 0), nowhere, f"{event_type}:test",
        participants=parties, figures=tuple(figures), date=date or on(day), **more,
    )  # fmt: skip
    return Tell(text, mention, title)


def article(article_id, *tells, published="", title=""):
    """An article made of these sentences in this order; a sentence told twice in a row is one with two triggers."""
    text, sentences, mentions = "", [], []
    for number, each in enumerate(tells):
        before, trigger, after = each.text.split("*")
        plain = before + trigger + after
        if not (sentences and sentences[-1].span.text == plain):
            text += "\n" if text else ""
            span = Span(len(text), len(text) + len(plain), plain)
            sentences.append(Sentence(len(sentences), span, len(sentences), "title" if each.title else "body"))
            text += plain
        sentence = sentences[-1]
        start = sentence.span.start + len(before)
        placed = replace(
            each.mention,
            mention_id=f"{article_id}-{number}",
            article_id=article_id,
            sentence=sentence,
            trigger=Span(start, start + len(trigger), trigger),
        )
        mentions.append(placed)
    day = dt.date.fromisoformat(published) if published else None
    publication = Publication(day, day, "stated" if day else "unknown", (f"published {published}",) if day else ())
    return ArticleResult(
        Article(article_id, text, title=title, published=published), publication, tuple(sentences), (), tuple(mentions)
    )


def merged(*results, known=None) -> Dataset:
    """Merge with the test's event types."""
    return merge(results, TYPES, known or {})


def grouped(*tells):
    """Numbers of the sentences told, by event, in one article: [[0, 2], [1]]."""
    events = merged(article("a", *tells, published="2031-05-10")).events
    return sorted(sorted(int(m.mention_id.split("-")[1]) for m in event.mentions) for event in events)


def across(*tells):
    """The same with one article for each sentence."""
    results = [article(f"a{n}", each, published="2031-05-10") for n, each in enumerate(tells)]
    return sorted(sorted(int(m.article_id[1:]) for m in event.mentions) for event in merged(*results).events)


MARCH = "Thousands joined a *march* through Lusaka."
KEN = {"country": "KEN"}
ZMB = {"country": "ZMB"}
LEAD = replace(bounded("2031-05-05/2031-05-06"), rule="lead")
STORY = replace(on("2031-05-04", "anchored"), rule="story-day")
