"""Which date expression dates a mention, read off the parse; values come later (`timeline.timex.resolve`)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from timeline.frames.naming.capitals import dateline_end
from timeline.frames.syntax.parsing import Parsed, children
from timeline.frames.syntax.tokens import Token
from timeline.frames.when.attachment import (
    closes_before,
    gap_of,
    is_brought_about,
    is_done_then,
    is_of_participle,
    is_of_the_call,
    is_past_aside,
    names_day,
    opens_conjunct,
    tells_when,
)
from timeline.frames.when.clauses import (
    clause_around,
    dated_noun,
    dates_noun,
    describes,
    governor_of,
    head_of,
    is_part,
    is_scene,
    picks_out,
    reports,
    saying_of,
    stem,
)
from timeline.frames.when.elsewhere import (
    came_before,
    compares,
    dates_thing,
    in_other_aside,
    is_aside,
    is_counted_from,
    is_of_somebody,
    is_of_what_came_before,
    is_remembered,
    measures_against,
    tells_of_another,
    tells_what_he_is,
    told_as_earlier,
)
from timeline.frames.when.expressions import Expression, standing
from timeline.frames.words.name_words import name_words


@dataclass(frozen=True)
class Link:
    """The expression that dates a word, and how it hangs together with it (lower is closer)."""

    expression: int
    distance: int
    aside: bool = False  # the mention stands in an aside of the clause that is dated
    of_noun: bool = False  # "after Sunday's vote", "since May, when he fell": what precedes the day is not its own


_CLAUSE = ("VERB", "AUX")
_ASKING = frozenset({"demand", "ask", "urge", "insist", "propose", "suggest", "recommend", "request", "require"})
_OWN, _CLAUSE_MATE, SHARED, AROUND, _FAR, _NOT = 0, 1, 2, 3, 5, 6
"""How far from a trigger its date stands; ``AROUND`` is in a clause before or after its own."""


def link(
    parsed: Parsed,
    trigger: Token,
    expressions: Sequence[Expression],
    performed: bool = False,
    apart: Collection[int] = (),
) -> Link | None:
    """The expression that dates a trigger: in its phrase, its clause, or a clause that shares its time with it.

    An expression that hangs on a verb of saying dates the saying, not the event ("said on Tuesday that ..."), unless
    the act is ``performed`` by saying so ("announced on Tuesday that it did not recognise"). Those ``apart`` are not
    asked.
    """
    body = parsed.sentence.span.start + dateline_end(parsed.sentence.span.text)
    able = standing(expressions, body, parsed.sentence.span.end)  # the dateline tells when it was written
    ranked = (_ranked(parsed, trigger, expressions, index, performed) for index in able if index not in apart)
    best = min((found for found in ranked if found is not None), default=None)
    if best is None or best.rank > _FAR:
        return None
    last = best.expression
    closes = last > 0 and (expressions[last - 1].range_end == last or _ends_list(expressions, last, parsed))
    return Link(last - closes, best.rank, best.aside, best.of_noun)  # of a range the first dates it


class _Ranked(NamedTuple):
    """How well an expression dates a trigger: the smaller the better."""

    too_far: bool
    closeness: float
    words_off: int
    expression: int
    rank: int
    aside: bool
    of_noun: bool


def _ranked(
    parsed: Parsed, trigger: Token, expressions: Sequence[Expression], index: int, performed: bool
) -> _Ranked | None:
    """The rank of an expression; None if it can date nothing."""
    expression = expressions[index]
    token = head_of(parsed, expression.span) if _can_date(expression) else None
    if token is None or (expression.type == "DURATION" and _counts_from(token)):
        return None
    rank = _closeness(token, trigger, performed)
    of_noun = dates_noun(token, trigger) or tells_when(token, trigger)
    clause = clause_around(trigger)
    aside = is_aside(clause) and governor_of(token) in clause.ancestors
    closeness = rank + _worse(expression, token) + 0.5 * _goes_on(expressions, index)
    closeness += 0.5 * is_of_the_call(token, trigger)
    return _Ranked(rank > _FAR, closeness, abs(token.i - trigger.i), index, rank, aside, of_noun)


def _worse(expression: Expression, token: Token) -> float:
    """How much worse an expression dates than a day does: a length, a night that is not named, "since 1986".

    So does the day of what may come round each week: "the Sunday marches, on 16 August".
    """
    weekly = token.lower_ in name_words().weekdays and token.dep_ in ("compound", "nmod") and token.head.tag_ == "NNS"
    if expression.type == "DURATION" and expression.relation == "within":
        return 0.75  # "promised on Monday to hold elections within 45 days"
    if weekly or expression.type == "DURATION" or expression.span.text.lower() in ("now", "currently"):
        return 1.5
    return 0.5 * (expression.span.text.lower() == "overnight" or expression.relation == "since")


def _goes_on(expressions: Sequence[Expression], index: int) -> bool:
    """Whether the part of a day is said of the day named right behind it: "at dawn the next morning"."""
    behind = expressions[index + 1] if index + 1 < len(expressions) else None
    part = expressions[index]
    return part.type == "TIME" and behind is not None and behind.span.start - part.span.end == 1


def _ends_list(expressions: Sequence[Expression], index: int, parsed: Parsed) -> bool:
    """Whether a day closes a list that shares its month: "on the nights of 28 and 29 June"."""
    first, last, base = expressions[index - 1], expressions[index], parsed.sentence.span.start
    between = parsed.sentence.span.text[first.span.end - base : last.span.start - base]
    return first.span.text.isdigit() and first.span.start >= base and between in (" and ", ", ", " or ")


def _counts_from(length: Token) -> bool:
    """Whether a length counts from what a clause tells, as ties know: "a day after troops had opened fire"."""
    behind = length.doc[length.i + 1 : length.i + 2]
    return any(cue.lower_ in ("after", "before") and cue.dep_ == "mark" for cue in behind)


def _can_date(expression: Expression) -> bool:
    if expression.type == "SET":
        return False
    return expression.type != "DURATION" or expression.relation in ("within", "after", "before")


def _closeness(token: Token, trigger: Token, performed: bool) -> int:
    """How an expression hangs together with a trigger: own phrase, own clause, shared clause, around, or not at all."""
    if (
        (compares(token) and dated_noun(token) != trigger)
        or is_counted_from(token)
        or dates_thing(token, trigger)
        or is_remembered(trigger, token)
    ):
        return _NOT
    if names_day(token) and is_of_what_came_before(token, trigger):
        return _NOT
    if tells_what_he_is(token) or measures_against(token, trigger):
        return _NOT
    if is_of_somebody(token, trigger):
        return _NOT
    if picks_out(trigger) and trigger not in token.ancestors:
        return _NOT
    saying = saying_of(token)
    if saying is not None:
        return _OWN if saying == trigger else SHARED if performed else _NOT
    if is_brought_about(token, trigger):
        return _OWN
    gap = gap_of(token)
    if gap is not None and trigger.pos_ not in _CLAUSE and gap in (trigger, *trigger.ancestors):
        return _OWN  # "chosen in 2019 and in custody since 2021"
    if _hangs_on(token, trigger):
        return _NOT if gap is not None else _OWN
    if tells_when(token, trigger):
        return _OWN
    noun = dated_noun(token)
    if noun is not None:  # it dates what that noun stands for: the trigger's own object, or something else
        part = is_part(noun, trigger) or describes(trigger, noun) or is_scene(noun, trigger)
        return _CLAUSE_MATE if part else _NOT
    return _NOT if gap is not None else _clauses_apart(token, trigger, performed)


def _clauses_apart(token: Token, trigger: Token, performed: bool) -> int:
    """How an expression outside the trigger's own phrase hangs together with it, by the clauses of both."""
    governor, clause = governor_of(token), clause_around(trigger)
    if is_of_participle(token, governor, trigger):
        return _NOT
    if governor.dep_ == "xcomp" and governor.head == trigger and governor.i == trigger.i + 1:
        governor = trigger  # "let go", "set free"
    if clause.dep_ == "conj" and governor == clause.head and opens_conjunct(token, governor, clause):
        return _CLAUSE_MATE
    if (governor == clause or governor in clause.ancestors) and came_before(trigger, clause):
        return _NOT
    if governor.i < trigger.i and came_before(trigger, clause):
        return _NOT
    if governor == clause:
        spoken = reports(clause, token) and clause != trigger and trigger.dep_ not in ("dobj", "nsubjpass")
        return _CLAUSE_MATE if not spoken else SHARED if performed else _NOT
    if governor != trigger and reports(governor, token) and not _acts_too(governor, clause):
        return SHARED if performed else _NOT
    if clause.dep_ == "ccomp" and trigger != clause and clause.head.lemma_ in _ASKING:
        return _NOT  # "a week later he demanded that the vote be repeated"
    if clause.dep_ in ("xcomp", "acl", "conj", "advcl", "pcomp", "relcl", "ccomp") and governor in clause.ancestors:
        verbal = trigger == clause  # whatever angered them, it may have been on that day
        earlier = token.i < clause.i and names_day(token) and told_as_earlier(governor, clause)
        if clause.dep_ == "conj" and governor.i < token.i and _holds_now(clause, governor):
            return _NOT  # "declared independence in 2008 and has been recognised by many"
        return (
            _NOT
            if earlier or (is_past_aside(clause, token) and (verbal or clause.dep_ == "relcl"))
            else _shared(token, governor, clause)
        )
    if clause in governor.ancestors:
        if tells_of_another(governor, clause) or (governor.dep_ == "conj" and _holds_now(clause, governor)):
            return _NOT
        if is_done_then(token, governor, clause):
            return SHARED
        return AROUND if governor.dep_ in ("xcomp", "pcomp", "acl", "conj") and token.i > trigger.i else _FAR
    if clause.dep_ == "advcl" and clause.tag_ == "VBG" and closes_before(token, governor, clause):
        return AROUND
    return _NOT if in_other_aside(governor, clause) else _FAR


def _holds_now(clause: Token, other: Token) -> bool:
    """ "Does not recognise him and imposed sanctions in 2019": what holds now has no day of what was done then."""
    present = any(word.tag_ in ("VBZ", "VBP") for word in (clause, *children(clause, "aux", "auxpass")))
    past = other.tag_ == "VBD" or any(aux.lower_ in ("was", "were", "had") for aux in children(other, "aux", "auxpass"))
    return present and past


def _acts_too(verb: Token, clause: Token) -> bool:
    """Whether a clause tells what the speaker did besides saying: "on Monday it said so and closed the border"."""
    return clause.dep_ == "conj" and clause.head == verb and clause.tag_ == verb.tag_


def _shared(token: Token, governor: Token, clause: Token) -> int:
    """An expression of a higher clause: shared when it stands before both ("On Monday X did A and B")."""
    if clause.dep_ == "conj" and clause.head == governor:
        return SHARED if token.i < governor.i else AROUND
    means = clause.dep_ == "pcomp" and clause.head.lower_ == "by"  # "answered on Monday by expelling two"
    return SHARED if means or clause.dep_ in ("xcomp", "acl") else AROUND


def _hangs_on(token: Token, trigger: Token) -> bool:
    """Whether an expression stands inside the trigger's own phrase or clause, with no other verb between."""
    head, noun = stem(token), dated_noun(token)
    while head.head != head:
        if noun is not None and head.i != token.i and head == noun and head != trigger:
            return False
        head = head.head
        if head == trigger:
            return True
        if head.pos_ in _CLAUSE:
            return False
    return False
