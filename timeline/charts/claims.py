"""Claims: who says what about which event, who agrees, and who contradicts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from timeline.charts.frame import Head, flow, framed, key_entry, notice
from timeline.charts.items import Item
from timeline.charts.locales import formats
from timeline.charts.scene import Block, Hit, Line, Scene, Shape, Style, Symbol, block, stacked
from timeline.charts.sheet import EVENT, Column, Sheet, event_cells, sheet_of
from timeline.charts.style import FAINT, GROUPS, INK, MUTED, TEXT
from timeline.charts.view import View, more_line
from timeline.charts.voices import Claimed, Stance, Voice, claimed, ranked
from timeline.charts.words import count, country_words, listed

NAME = "claims"

_FOR, _AGAINST = GROUPS[0].colour, GROUPS[1].colour
_CHECK, _CROSS = "M-0.9,0L-0.25,0.7L0.95,-0.75", "M-0.75,-0.75L0.75,0.75M-0.75,0.75L0.75,-0.75"
_SIGNS: dict[Stance, str] = {
    "says": _CHECK,
    "alleges": "M0.95,0A0.95,0.95,0,1,1,-0.95,0A0.95,0.95,0,1,1,0.95,0Z",
    "announces": "M0,-1.1L1.1,0L0,1.1L-1.1,0Z",
    "denies": _CROSS,
    "refers": "M-1,0L1,0",
}
_WORDS: dict[Stance, str] = {
    "says": "says so",
    "alleges": "alleges it",
    "announces": "announces or plans it",
    "denies": "denies it",
    "refers": "refers to it",
}
_CELL = 236.0  # a source and what it says take at least so much
_MOST = 8  # sources of one event that are drawn
_DRAWN = 30  # events in one picture
_QUOTED = 16  # more events than this are drawn without the words of their sources


def scene(view: View) -> Scene:
    """The claims on the events chosen."""
    everything = claimed(view)
    drawn, rest = ranked(everything, min(view.limit, _DRAWN))
    head = Head(
        "Who says what" if view.title is None else view.title,
        _about(view, everything) if view.subtitle is None else view.subtitle,
    )
    description = f"Lists of sources by event. {head.subtitle} " + " ".join(_spoken(one) for one in drawn)
    if not drawn:
        body = notice("No source is cited for any event of this dataset.", view.room)
        return framed(body, Head(head.title, ""), Block(0, 0, ()), view.meta, view.wide, description.strip())
    more = more_line(count(len(rest), "more event"), rest[0].item.anchor if rest else "", view)
    several = len({one.item.country for one in everything}) > 1
    quotes = len(drawn) <= _QUOTED
    body = stacked([*(_event(one, view, several, quotes) for one in drawn), *more], view.room, 12)
    return framed(body, head, _key(drawn, view.room), view.meta, view.wide, description.strip())


def listed_items(view: View) -> tuple[Item, ...]:
    """The events that the page lists under the picture."""
    return tuple(one.item for one in claimed(view))


def sheet(view: View) -> Sheet:
    """Every source on every event, and below them who only refers to it."""
    columns = (
        *EVENT,
        Column("source", "Source"),
        Column("cited", "Cited, or the article itself"),
        Column("stance", "Says"),
        Column("figures", "Figures"),
        Column("relayed_by", "Relayed by"),
        Column("mention_ids"),
        Column("contested"),
    )
    told = ((one, voice) for one in claimed(view) for voice in (*one.voices, *one.referring))
    return sheet_of(columns, ((voice.target, _cells(one, voice)) for one, voice in told))


def _cells(one: Claimed, voice: Voice) -> tuple[str, ...]:
    return (
        *event_cells(one.item),
        voice.name,
        "cited" if voice.named else "article",
        _WORDS[voice.stance],
        "; ".join(count.words for count in voice.counts),
        "; ".join(voice.outlets),
        "; ".join(voice.mentions),
        "yes" if one.contested else "no",
    )


def _about(view: View, found: Sequence[Claimed]) -> str:
    names = {voice.name for one in found for voice in one.voices if voice.named}
    said = [f"{count(len(found), 'event')} for which {count(len(names), 'source is', 'sources are')} cited."]
    contested = sum(one.contested for one in found)
    if contested:
        said.append(f"Sources contradict each other on {formats().number(contested)} of them.")
    elif found:
        said.append("No source is told to contradict another.")
    others = len(view.items) - len(found)
    if others:
        rest = "rests" if others == 1 else "rest"
        said.append(f"{count(others, 'other event')} {rest} on the articles’ own words alone.")
    return " ".join(said)


def _event(one: Claimed, view: View, with_country: bool, quotes: bool) -> Block:
    """What happened, or is said to have, and beside or under it who says so and who doesn't."""
    room = view.room
    wide = room >= 600
    left = min(330.0, room * 0.32) if wide else room
    heading = _heading(one, left, with_country)
    x, y = (left + 28, 0.0) if wide else (0.0, heading.height + 6)
    voices = _voices(one, room - x, quotes, view.elsewhere)
    height = max(heading.height, voices.height) if wide else y + voices.height
    hit = Hit(0, 10, left, 10 + heading.height, one.item.anchor, f"{one.item.when}. {one.item.title}. {_verdict(one)}")
    shapes = (Line(0, 0, room, 0, FAINT, 1), *heading.moved(0, 10), hit, *voices.moved(x, y + 10))
    return Block(room, height + 10, shapes)


def _heading(one: Claimed, room: float, with_country: bool) -> Block:
    item = one.item
    where = country_words(item.country) if with_country and item.country else ""
    head = " · ".join(filter(None, (item.when, item.what, where)))
    verdict = Style(12, 600, _AGAINST, 2) if one.contested else Style(12, 400, MUTED, 2)
    return block(
        [
            (item.title, Style(14, 600, INK, 4)),
            (head[:1].upper() + head[1:], Style(13, 400, TEXT, 3)),
            (_verdict(one), verdict),
        ],
        room,
    )


def _verdict(one: Claimed) -> str:
    """How the sources stand to each other, in a word."""
    agreeing, denying = len(one.agreeing), len(one.denying)
    said = count(agreeing, "source") if agreeing else ""
    if agreeing > 1 and not denying and not one.rival_counts:
        said = f"{said} agree"
    if denying:
        against = f"{count(denying, 'source')} {'denies' if denying == 1 else 'deny'} it"
        said = f"{said} for it, {against}" if said else against
    return f"{said}; their figures cannot all be right" if one.rival_counts else said


def _voices(one: Claimed, room: float, quotes: bool, elsewhere: str) -> Block:
    shown = one.voices if len(one.voices) <= _MOST else (*one.agreeing[: _MOST - 2], *one.denying[:2])
    columns = max(1, int((room + 20) // (_CELL + 20)))
    step = (room + 20) / columns
    shapes: list[Shape] = []
    y = 0.0
    for first in range(0, len(shown), columns):
        spans = 2 if len(shown) == 1 and columns > 1 else 1
        row = [_voice(voice, one.item, spans * step - 20, quotes) for voice in shown[first : first + columns]]
        for at, cell in enumerate(row):
            shapes += cell.moved(at * step, y)
        y += max(cell.height for cell in row) + 10
    if len(shown) < len(one.voices):
        words = f"and {count(len(one.voices) - len(shown), 'more source')}, {elsewhere}"
        rest = block([(words, Style(12, 400, MUTED))], room)
        shapes += rest.moved(22, y)
        y += rest.height
    return Block(room, y, tuple(shapes))


def _voice(voice: Voice, item: Item, room: float, quoted: bool) -> Block:
    """A sign, the source's name, how it stands to the event, and the beginning of the sentence that says so."""
    details = [
        _WORDS[voice.stance] if voice.named or voice.stance != "says" else "in the article’s own words",
        *(one.words for one in voice.counts[:3]),
        *([f"via {listed(voice.outlets)}"] if voice.outlets else []),
    ]
    said = " · ".join(details)
    name = Style(13, 600 if voice.named else 400, INK, 2)
    quote = [(voice.quote, Style(12, 400, TEXT, 3))] if quoted else []
    words = block([(voice.name, name), (said, Style(12, 400, MUTED, 3)), *quote], room - 22)
    hit = Hit(-2, -2, 22 + words.width + 2, words.height + 2, voice.target, f"{voice.name}: {said}. {item.title}")
    return Block(room, words.height, (_sign(voice.stance, voice.named, 8, 9), *words.moved(22, 0), hit))


def _sign(stance: Stance, named: bool, x: float, y: float) -> Symbol:
    colour = MUTED if not named else _AGAINST if stance == "denies" else _FOR
    return Symbol(x, y, _SIGNS[stance], 5, "transparent", colour)


def _key(drawn: Iterable[Claimed], room: float) -> Block:
    voices = [voice for one in drawn for voice in one.voices]
    used = {voice.stance for voice in voices if voice.named or voice.stance == "denies"}
    entries = [key_entry((_sign(stance, True, 7, 9),), 14, _WORDS[stance]) for stance in _SIGNS if stance in used]
    if not all(voice.named for voice in voices):
        entries.append(key_entry((_sign("says", False, 7, 9),), 14, "grey: an article in its own words"))
    return flow(entries, room)


def _spoken(one: Claimed) -> str:
    told = ", ".join(f"{voice.name} {_WORDS[voice.stance]}" for voice in one.voices[:_MOST])
    return f"{one.item.title}, {one.item.when}: {told}."
