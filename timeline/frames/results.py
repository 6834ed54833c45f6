"""Read election results: which votes, shares and seats belong to whom, turnout, and how much has been counted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.frames.introductions import Introduction
from timeline.frames.names import Cast
from timeline.frames.quantities import Quantity, quantities
from timeline.frames.syntax import Parsed
from timeline.models import Figure, Measure

_VOTES = frozenset({"vote", "ballot"})
_SEATS = frozenset({"seat", "mandate", "deputy", "lawmaker", "legislator", "constituency"})
_PAPERS = frozenset({"ballot", "station", "precinct", "booth", "district", "bulletin", "protocol"})
_VOTERS = frozenset({"voter", "electorate", "elector", "people", "citizen", "adult", "population"})
_COUNTED = re.compile(
    r"\b(?:count(?:ed|ing)|process(?:ed|ing)|tall(?:y|ied|ying)|report(?:ed|ing)|scrutini[sz]ed|results? from|ballots? in)\b",
    re.I,
)
_TURNOUT = re.compile(
    r"\b(?:turnout|turn-out|participation|voting rate|took part|participated|cast (?:their |a |valid )*(?:ballots?|votes?)|went to the polls|turned out)\b",
    re.I,
)
_TURNOUT_AFTER = re.compile(
    r"^\s*(?:of (?:the |all )?(?:(?!votes?\b|ballots?\b)[\w-]+ ){1,3})?(?:(?:had |have |has )?(?:taken part|took part|participated|turned out"
    r"|cast (?:their |a |valid )*(?:votes?|ballots?)|voted(?! for| to| against| in favou?r| yes| no))|went to the polls|turn-?out)\b", re.I,
)  # fmt: skip
_AWAY = re.compile(
    r"\b(?:stayed (?:at )?home|abstain\w*|abstention|did not vote|spoil\w*|blank|invalid|boycott\w*)\b", re.I
)
_MARGIN_BEFORE = re.compile(
    r"\b(?:by|margin of|lead of|majority of|difference of|gap of|just)\s+(?:only |just |a mere )?$", re.I
)
_MARGIN_AFTER = re.compile(
    r"^\s*(?:votes?|ballots?|percent\w*|points?)?\s*(?:ahead|behind|clear|more than|fewer|short|margin|majority|lead)\b",
    re.I,
)
_FOR = re.compile(
    r"^(?:\s*\([^)]*\))?\s*,?[^,;.()]*?\b(?:for|to|in favou?r of|behind|backed|supported|chose|picked)\s+(?P<rest>.*)$",
    re.I | re.S,
)
_RIGHT_BLOCK = re.compile(r"[;]|\b(?:while|whereas|but)\b|\d", re.I)
_SAME = re.compile(
    r"^\s*(?:,\s*or|\(|,?\s*or|,\s*(?:that is|i\.e\.)|,?\s*equal to|,\s*about)\s*(?:about|some|around|nearly|almost|just over|just under|roughly)?\s*$",
    re.I,
)
_TO = re.compile(
    r"^\s*(?:of the votes?)?,?\s*(?:to|against|versus|vs\.?|compared (?:with|to)|-|–)\s*(?:his |her |their |only |just |about |some )*$",
    re.I,
)
_AND_SHARE = re.compile(r"^\s*(?:and|,|with)\s*$", re.I)
_OTHER_BODY = re.compile(
    r"\b(?:council|commission|ministry|court|tribunal|committee|authority|agency|police|press|tv|television|news|radio|office|"
    r"army|embassy|observers?|parliament|congress|senate|assembly|bureau|institute|university|union of|poll(?:ster)?s?|nations|train)\b",
    re.I,
)
_ELECTORAL = re.compile(
    r"\b(?:votes?|voted|voting|voters?|ballots?|elect\w*|re-?elect\w*|polls?|polled|polling|run-?off|round|candidates?|turnout|seats?|won|"
    r"winner|victory|incumbent|rival|figures|results?|majority|party|beat|beaten|beating|defeat\w*|credited|awarded)\b", re.I
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Name:
    """Who may have stood: a person or party, by its offsets in the sentence."""

    name: str
    start: int
    end: int
    person: bool = True


def results(parsed: Parsed, cast: Cast) -> tuple[Figure, ...]:
    """The election figures of any sentence: votes, shares and seats with their subject, turnout, ballots counted.

    A share or number whose owner the sentence does not name has an empty ``subject``; margins and what belongs to
    an unnamed rival have measure "other". Nothing comes of a sentence that has no word of voting.
    """
    text = parsed.sentence.span.text
    if not _ELECTORAL.search(text):
        return ()
    found = quantities(parsed)
    names, base = _candidates(parsed, cast), parsed.sentence.span.start
    read: list[Figure] = []
    for at, quantity in enumerate(found):
        if quantity.vague:
            continue
        measure = _measure(parsed, found, at, read)
        if measure:
            subject = _subject(parsed, found, at, names, read) if measure in ("votes", "vote_share", "seats") else ""
            if (
                read
                and read[-1].subject == "?"
                and subject not in ("", "?")
                and _SAME.match(_gap(text, found, at, base))
            ):
                read[-1] = replace(read[-1], subject=subject)  # "to 4,000 votes, or 40 percent, for Y"
            read.append(_figure(quantity, measure, subject))
        else:
            read.append(_figure(quantity, "people", ""))
    return tuple(_named(item) for item in read if item.measure != "people")


def _named(figure: Figure) -> Figure:
    """A rival nobody named owns no share: the number is kept, its measure is not."""
    return replace(figure, measure="other", subject="") if figure.subject == "?" else figure


def _figure(quantity: Quantity, measure: Measure, subject: str) -> Figure:
    counted = quantity.noun.lower_ if quantity.noun is not None else ""
    unit = "percent" if quantity.kind == "percent" else (counted or (measure if measure in ("votes", "seats") else ""))
    value = quantity.value if quantity.value is not None else (quantity.low or 0.0)
    return Figure(measure, value, quantity.bound, quantity.as_written, quantity.low, quantity.high, unit, subject)


def _candidates(parsed: Parsed, cast: Cast) -> list[_Name]:
    span = parsed.sentence.span
    inside = [item for item in cast.namings if span.start <= item.start and item.end <= span.end]
    return [
        _Name(_full(item, cast), item.left - span.start, item.end - span.start, item.kind != "organisation")
        for item in inside
        if _stands(item, cast)
    ]


def _full(item: Introduction, cast: Cast) -> str:
    person = cast.resolve(item.name)
    return person.name if person else item.name


def _stands(item: Introduction, cast: Cast) -> bool:
    if item.kind in ("place", "role"):
        return False
    if item.kind == "organisation":
        return not _OTHER_BODY.search(item.name) and not (item.name.isupper() and len(item.name) == 2)
    return item.kind == "person" or cast.resolve(item.name) is not None


def _between(parsed: Parsed, found: Sequence[Quantity], left: int, right: int) -> str:
    """The text between two quantities, bound words of the second left out."""
    base = parsed.sentence.span.start
    return parsed.sentence.span.text[found[left].span.end - base : found[right].span.start - base]


def _measure(parsed: Parsed, found: Sequence[Quantity], at: int, read: Sequence[Figure]) -> Measure | None:
    quantity, base, text = found[at], parsed.sentence.span.start, parsed.sentence.span.text
    start, end = quantity.span.start - base, quantity.span.end - base
    before, after = text[:start], text[end:]
    left = found[at - 1].span.end - base if at else 0
    right = found[at + 1].span.start - base if at + 1 < len(found) else len(text)
    near_before = re.split(r"[;:]", text[left:start])[-1]
    near_after = re.split(r"[;:,)]", text[end:right])[0]
    noun = quantity.noun.lemma_.lower() if quantity.noun is not None else ""
    if quantity.kind == "percent":
        return _share(noun, near_before, near_after, read, before)
    if (
        re.match(r"\s+of\s+(?:the\s+|its\s+)?(?:\w+\s+)?$", text[end:right])
        and at + 1 < len(found)
        and _seats(found[at + 1])
    ):
        return "seats"
    if noun in _SEATS:
        return (
            None
            if re.search(r"\bof\s+(?:the\s+|its\s+)?(?:\w+\s+)?$", near_before) and read and read[-1].measure == "seats"
            else "seats"
        )
    if noun in _VOTES:
        paired = (
            re.match(r"\s*(?:votes?|ballots?)?,?\s*(?:to|against)\s+(?:\w+\s+){0,2}$", text[end:right])
            if right < len(text)
            else None
        )
        if (_MARGIN_BEFORE.search(_unbound(before, quantity)) and not paired) or _MARGIN_AFTER.match(after):
            return "other"
        return "ballots_counted" if _COUNTED.search(near_after) and noun == "ballot" else "votes"
    earlier = any(item.measure == "votes" for item in read)
    bare = quantity.noun is None or quantity.noun.i < quantity.head.i
    return "votes" if earlier and bare and (quantity.value or 0) > 100 else None


def _unbound(before: str, quantity: Quantity) -> str:
    """The text before a number without its bound words."""
    words = quantity.as_written[: max(0, quantity.as_written.find(quantity.span.text))]
    return before.removesuffix(words)


def _seats(quantity: Quantity) -> bool:
    return quantity.noun is not None and quantity.noun.lemma_.lower() in _SEATS


def _share(noun: str, before: str, after: str, read: Sequence[Figure], whole: str) -> Measure:
    """What a percentage is: the papers counted, turnout, or somebody's share of the vote."""
    if _AWAY.search(after) or re.search(r"\bshares?\b|\bfell\b|\brose\b|\bup\b\s*$", before):
        return "other"
    counting = _COUNTED.search(after) or _COUNTED.search(before.rsplit(",", 1)[-1])
    if noun in _PAPERS or (noun in _VOTES and counting):
        return "ballots_counted"
    if (
        _TURNOUT_AFTER.match(after)
        or _TURNOUT.search(before.rsplit(",", 2)[-1] + " ")
        or (noun in ("voter", "electorate", "elector") and not re.search(r"\b(?:for|back|chose|support)", after))
    ):
        return "turnout"
    if re.search(r"\bput (?:it|this|the figure) at\W*(?:\w+\W+)?$", before) and read and read[-1].measure == "turnout":
        return "turnout"
    if _TURNOUT.search(before) and not re.search(r"\b(?:won|took|got|with|for)\b", before):
        return "turnout"
    return "vote_share"


def _subject(parsed: Parsed, found: Sequence[Quantity], at: int, names: Sequence[_Name], read: Sequence[Figure]) -> str:
    """Whose a number is: who is named behind "for", who shares it with the number before, or who is named in front."""
    base, text = parsed.sentence.span.start, parsed.sentence.span.text
    start, end = found[at].span.start - base, found[at].span.end - base
    right = found[at + 1].span.start - base if at + 1 < len(found) else len(text)
    behind = next((name for name in names if end <= name.start < right), None)
    if behind is not None and (match := _FOR.match(text[end : behind.start] + "§")):
        if not _RIGHT_BLOCK.search(match["rest"]) and not re.search(r"\bto (?!whom)\w+ ", text[end : behind.start]):
            return behind.name
    previous = read[-1] if read and at else None
    if previous and previous.measure in ("votes", "vote_share", "seats"):
        gap = _gap(text, found, at, base)
        if _SAME.match(gap) and previous.unit != _figure(found[at], "votes", "").unit:
            return previous.subject
        if _TO.match(gap):
            return _rival(parsed, names, previous, start)
        if _AND_SHARE.match(gap) and previous.unit != _figure(found[at], "votes", "").unit:
            return previous.subject
    used = {item.subject for item in read if item.measure in ("votes", "vote_share", "seats") and item.subject}
    left = found[at - 1].span.end - base if at else 0
    ahead = [name for name in names if name.end <= start]
    near = [name for name in ahead if name.start >= left]
    return _owner(parsed, text, near or [name for name in ahead if name.name not in used], start)


def _gap(text: str, found: Sequence[Quantity], at: int, base: int) -> str:
    gap = text[found[at - 1].span.end - base : found[at].span.start - base]
    return re.sub(
        r"^\s*(?:of (?:the )?)?(?:votes?|ballots?|seats?)(?: cast)?", "", _unbound(gap, found[at]), flags=re.I
    )


def _owner(parsed: Parsed, text: str, ahead: Sequence[_Name], start: int) -> str:
    """The candidate in front of a number: the subject of its clause rather than whoever is merely nearest."""
    fitting = [
        name
        for name in ahead
        if not re.search(
            r"\b(?:according to|of|against|over|beat|beaten|defeated|under|said|behind)\s+(?:the\s+)?$",
            text[: name.start],
            re.I,
        )
    ]
    if not fitting:
        beaten = re.search(r"\b(?:beat|beaten|beating|defeat\w*)\s", text[:start])
        return "" if beaten or not ahead else ahead[-1].name
    adjacent = fitting[-1]
    if re.fullmatch(r"[\s,:]*(?:\w+\s+){0,2}", text[adjacent.end : start]):
        return adjacent.name
    subject = _clause_subject(parsed, start, fitting)
    return subject or adjacent.name


def _clause_subject(parsed: Parsed, start: int, names: Sequence[_Name]) -> str:
    """The name that is the grammatical subject of the verb a number hangs on."""
    token = next((token for token in parsed.doc if token.idx + len(token) > start), None)
    for verb in token.ancestors if token is not None else ():
        for child in verb.children:
            if child.dep_ in ("nsubj", "nsubjpass"):
                held = next((name for name in names if name.start <= child.idx < name.end), None)
                if held is not None:
                    return held.name
    return ""


def _rival(parsed: Parsed, names: Sequence[_Name], previous: Figure, start: int) -> str:
    """Who the second number of "by 52 percent to 44 percent" belongs to: the one beaten, if the sentence names one."""
    kind = next((name.person for name in names if name.name == previous.subject), True)
    others = {
        name.name: None for name in names if name.end <= start and name.name != previous.subject and name.person == kind
    }
    return next(iter(others)) if len(others) == 1 else "?"
