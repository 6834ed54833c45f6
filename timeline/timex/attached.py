"""What the words after an expression make of it: a day counted from an event, a length, a rhythm."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.models import Relation
from timeline.timex.forms import Calendar, CountedLength, DayPart, EventDay, Fixed, Item, Period, Relative
from timeline.timex.grammar import Made
from timeline.timex.lexicon import CUES, word_set
from timeline.timex.rules.anaphoric import event_day
from timeline.timex.tokens import Tokens
from timeline.timex.traps.numbers import nounless
from timeline.timex.verb_words import IRREGULAR, NOT_VERBS, PAST_AUX, PRESENT_AUX

DETERMINERS = word_set("the a an his her its their that this")
CLAUSE_END = frozenset(",.;:()—–-") | word_set("and but or")
PRONOUNS = word_set("he she they it we i you")
COMPLEMENTS = word_set("of in on at to by for with from against over between that which who when while as because")
LIGHT = word_set("round start beginning end close opening day rest outbreak announcement eve")
"""Nouns that leave the name of the event to what follows: "the first round of voting"."""
HAPPENED = word_set(
    "held place began begun started opened ended closed finished occurred happened erupted won lost voted cast broke"
)
"""Verbs that say no more than that an event took place, or was decided."""
NO_EVENT = COMPLEMENTS | word_set(
    "and but or then is was were are had has have will would could may not also still last"
)
STOPWORDS = DETERMINERS | word_set("of in on at to and or was were is had")
COUNTED_ON = word_set("before after ago earlier later")
SPENDING = word_set("spend spends take takes last lasts wait waits need needs stay stays serve serves")
NOT_RATED = NO_EVENT | word_set("within after before since during under until than about just only nearly almost into")
"""Words before a plain length: "to spend a year", "within a year"."""
RATE_REACH = 6
"""Tokens before "a year" within which the amount stands: "three weeks of paid leave a year"."""
RATED = word_set(
    "percent % million billion trillion thousand hundred times once twice dollars euros pounds barrels tons "
    "tonnes miles kilometres kilometers yen names people passengers"
)


def adjust(tokens: Tokens, made: Made) -> Made | None:
    """Let the words after an expression decide: "the day before" + noun hangs on an event, "$5 a night" is a set."""
    item = made.value
    if not isinstance(item, Item):
        return None
    last = made.kept[1]
    if made.rule in ("unit_before", "part_before"):
        nouns = event_words(tokens, last)
        if nouns:
            event = event_day(item, nouns)
            if event:
                kept = (made.kept[0], last - 1)
                return replace(made, value=event, kept=kept)
    if made.rule == "weekday_before_last" and not CUES.isdisjoint(tokens.kinds[last : last + 1]):
        return _weekday_of(tokens, replace(made, kept=(made.kept[0], last - 1)), item)  # "before last year's vote"
    if made.rule == "weekday_before" and tokens.word(last) not in CLAUSE_END | {""}:
        return _weekday_of(tokens, made, item)
    if made.rule == "weekday_and_number" and isinstance(item.form, Calendar) and not nounless(tokens, last):
        day = replace(item, form=Calendar(weekday=item.form.weekday))  # "on Sunday, the 21st anniversary of the vote"
        return replace(made, value=day, rule="bare_weekday", kept=(made.kept[0], made.kept[0] + 1))
    if made.rule == "part_before" and isinstance(item.form, DayPart) and _date_follows(tokens, last):
        alone = replace(item, form=DayPart(item.form.part))  # "it slowed in the afternoon before Monday's vote"
        return replace(made, value=alone, kept=(made.kept[0], last - 1))
    if made.rule == "quarter" and tokens.word(made.kept[0] - 1) == "for" and isinstance(item.form, Period):
        form = replace(item.form, which=item.form.which or "near")  # "it expects a loss for the third quarter"
        return replace(made, value=replace(item, form=form))
    if made.rule == "the_units" and tokens.word(last) == "to" and tokens.word(last + 1) == "come":
        return replace(made, value=Item(Fixed("FUTURE_REF"), "DATE"), kept=(made.kept[0], last + 2))
    if made.rule == "measured_length":
        return _measured(tokens, made, item)
    if isinstance(item.form, EventDay) and not item.form.nouns:
        nouns = event_words(tokens, last + 1)
        return replace(made, value=replace(item, form=replace(item.form, nouns=nouns))) if nouns else None
    return made


def _weekday_of(tokens: Tokens, made: Made, item: Item) -> Made:
    """Count "the Sunday before the vote" from that, if the story dates it; else the weekday stands alone."""
    assert isinstance(item.form, Calendar)
    kept = (made.kept[0] + 1, made.kept[1] - 1)
    form = replace(item.form, nouns=event_words(tokens, made.kept[1]))
    if not form.nouns:
        form = Calendar(weekday=item.form.weekday)
    return replace(made, value=replace(item, form=form), rule="bare_weekday", kept=kept)


def _date_follows(tokens: Tokens, last: int) -> bool:
    """Tell whether "before" at the end of an expression is the preposition of another date."""
    return tokens.word(last - 1) == "before" and not CUES.isdisjoint(tokens.kinds[last : last + 1])


def _measured(tokens: Tokens, made: Made, item: Item) -> Made:
    first, last = made.kept
    if tokens.word(last) in ("before", "after") and (tokens.word(last + 1) in CLAUSE_END or not tokens.word(last + 1)):
        amount, unit = _amount(item.form.value) if isinstance(item.form, Fixed) else (None, "")
        if amount is not None and unit not in ("H", "MIN", "S"):  # "it had closed two years before."
            form = Relative(-amount if tokens.word(last) == "before" else amount, unit, "focus", compared=amount == 1)
            return replace(made, value=Item(form, "DATE", item.mod), kept=(first, last + 1))
    if tokens.word(first) in ("a", "an", "per") and last - first == 2 and _rate(tokens, first):
        value = item.form.value if isinstance(item.form, Fixed) else ""
        return replace(made, value=Item(Fixed(value), "SET"))
    return made


def _rate(tokens: Tokens, first: int) -> bool:
    """Tell whether "a year" follows an amount: "$5 a night", "20 percent a year", "two hours a night"."""
    before = tokens.word(first - 1)
    if tokens.word(first + 2) in COUNTED_ON:
        return False
    if before in RATED or before.isdigit() or before.startswith(("$", "£", "€")):
        return True
    if not before.isalpha() or before in NOT_RATED or before.endswith(("ed", "ing")) or before in IRREGULAR | SPENDING:
        return False
    for index in range(first - 2, max(-1, first - RATE_REACH), -1):
        word = tokens.word(index)
        if word in CLAUSE_END and word != "-":
            return False
        if word in RATED or word[:1] in "$£€" or word[:1].isdigit() or tokens.kinds[index] in ("numw", "few"):
            return True
    return False


def event_words(tokens: Tokens, index: int) -> frozenset[str]:
    """Give the words that name the event in "after [the vote]", "after [he was arrested]"; empty if none follows.

    A noun phrase names it by its own words, not by those of its complements ("the arrest of two voters"); a clause by
    its verb ("the vote was annulled" is no vote), unless the verb only says that the event took place.
    """
    index += tokens.word(index) == "of"
    if tokens.word(index) in NO_EVENT or not tokens.word(index)[:1].isalpha() or tokens.kinds[index] in CUES:
        return frozenset()
    phrase = _phrase(tokens, index)
    verb = next((place for place, word in phrase if _is_verb(tokens, place, word)), None)
    if verb is None or phrase[0][1] == tokens.word(verb):
        return frozenset(word for _, word in phrase)
    clause = _clause_words(tokens, verb)
    if not clause.isdisjoint(HAPPENED):
        return clause | {word for _, word in phrase}
    acts = {word for word in clause if word.endswith("ed") or word in IRREGULAR}
    return frozenset(acts or clause)


def _phrase(tokens: Tokens, index: int) -> list[tuple[int, str]]:
    """Give the content words from a token up to the first complement or the end of the clause, with their places."""
    out: list[tuple[int, str]] = []
    light = False
    for place in range(index, min(index + 9, len(tokens.words))):
        word = tokens.words[place]
        opened = out and (word in PRONOUNS or (word in COMPLEMENTS and not (word == "of" and light)))
        if word in CLAUSE_END or opened:
            break
        if word[0].isalpha() and word not in DETERMINERS and word not in COMPLEMENTS:
            light = word in LIGHT
            out.append((place, word))
    return out or [(index, tokens.word(index))]


def _is_verb(tokens: Tokens, place: int, word: str) -> bool:
    if word in PAST_AUX or word in PRESENT_AUX:
        return True
    past = word in IRREGULAR or (word.endswith("ed") and word not in NOT_VERBS)
    return past and tokens.word(place - 1) not in DETERMINERS


_ENDINGS = CLAUSE_END | {"", "to", "in", "on", "at", "when"}


def counted(tokens: Tokens, item: Item, kept: tuple[int, int], relation: Relation) -> tuple[Item, Relation]:
    """Read what a length is counted from: "two days after the vote", "within 48 hours (of the raid)", "a day away"."""
    first, last = kept
    after, form = tokens.word(last), item.form
    amount, unit = _amount(form.value) if isinstance(form, Fixed) else (None, "")
    if not isinstance(form, Fixed) or amount is None:
        return item, relation
    if relation == "within":
        nouns = event_words(tokens, last + 1) if after in ("of", "after") else frozenset()
        return replace(item, form=CountedLength(form.value, amount, unit, nouns, within=True)), "within"
    if after in ("after", "before", "following"):
        sign = -1 if after == "before" else 1
        nouns = event_words(tokens, last + 1)
        return replace(
            item, form=CountedLength(form.value, sign * amount, unit, nouns)
        ), "before" if sign < 0 else "after"
    in_front = tokens.word(first - 1) == "in"
    if after == "away" or (in_front and (is_awaited(tokens, last) or after in _ENDINGS)):
        return replace(item, form=CountedLength(form.value, amount, unit, ahead=True)), "after"
    return item, relation


def is_awaited(tokens: Tokens, last: int) -> bool:
    """Tell whether a length is that of "in six months' time"."""
    return tokens.word(last) in ("'", "’", "'s", "’s") and tokens.word(last + 1) == "time"


def _clause_words(tokens: Tokens, index: int) -> frozenset[str]:
    words: list[str] = []
    for position in range(index, min(index + 8, len(tokens.words))):
        word = tokens.words[position]
        if word in (",", ".", ";", ":"):
            break
        if word.isalpha() and word not in STOPWORDS:
            words.append(word)
    return frozenset(words)


VALUE = re.compile(r"P(T?)(\d+(?:\.\d+)?)(DE|CE|[DWMYHSQ])")


def _amount(value: str) -> tuple[float | None, str]:
    match = VALUE.fullmatch(value)
    if match is None:
        return None, ""
    unit = {"M": "MIN"}.get(match[3], match[3]) if match[1] else match[3]
    return float(match[2]), unit
