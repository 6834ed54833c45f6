"""Where the verb that governs an expression points: past, future, or neither; from a closed list, without a parser.

The verb is the nearest one before the expression in its sentence, else the first one after it.
"""

from __future__ import annotations

from bisect import bisect_left

from timeline.timex.forms import Direction
from timeline.timex.tokens import Tokens
from timeline.timex.verb_words import (
    AMBIGUOUS,
    ARTICLES,
    AWAITED,
    AWAITING,
    BARRED,
    BE,
    CALLING,
    CLOSING,
    COMMODITIES,
    CONTRAST,
    COORDINATED,
    DECIDED,
    DELIVERED,
    DETERMINERS,
    DOUBTED,
    EXCHANGES,
    FORECASTERS,
    IRREGULAR,
    LENGTH_OPENERS,
    MODALS,
    NOT_INFINITIVE,
    NOT_VERBS,
    OBJECTS,
    PAST_AUX,
    PLANNED,
    POSTPONED,
    PRESENT_AUX,
    PUT_OFF,
    SCHEDULE,
    STOPS,
    TO_GOVERNORS,
    VERBISH,
    WILL,
)

REACH = 30
"""Tokens within which a verb before an expression governs it; after it, half as many."""
SHORT = 4
"""Tokens from "is" to a day of the week in "the team is off on Monday"."""
SPOKEN = 9
"""Tokens before a day within which "will" leaves no doubt that it is still to come."""
CLAUSE_MARKS = frozenset(',;:()"“”') | frozenset({"and", "but", "that", "which", "who", "after", "since", "as", "said"})
OPENING = 4
"""Tokens at the start of a sentence within which a month stands for the whole sentence: "In early March, it will"."""


def verbs(tokens: Tokens) -> list[int]:
    """Give the indices of the tokens that can be verbs, or say something about them, in order."""
    return [
        index
        for index, word in enumerate(tokens.words)
        if (word in VERBISH or word.endswith("ed")) and tokens.kinds[index] != "month"
    ]  # "may" is a verb, "May" is not


def direction(tokens: Tokens, found: list[int], first: int, last: int) -> Direction:
    """Tell where the governing verb of the tokens ``first..last`` (half open) points; ``found`` is from `verbs`."""
    before = tokens.word(first - 1)
    if before == "since" or _closes_length(tokens, found, first) or _dates_a_start(tokens, found, first):
        return "past"
    if before in ("until", "till", "to", "for", "from") and _postponed(tokens, first):
        return "future"
    if before == "for" and tokens.kinds[last - 1] in ("weekday", "wabbr") and tokens.word(last) not in ("'s", "’s"):
        return "future"
    if before == "for" and tokens.kinds[last - 1] in ("month", "mabbr") and _called(tokens, first):
        return "future"
    if before == "of" and tokens.word(first - 2) == "ahead":
        return "future"
    if before in ("of", "in") and tokens.word(first - 2) in DECIDED:
        return "past"  # "the winner of Sunday's vote takes office in May"
    if tokens.word(last) in ("'s", "’s") and (
        before in AWAITED or (before == "for" and tokens.word(first - 2) in AWAITING)
    ):
        return "future"
    if tokens.kinds[last - 1] == "month" and is_traded(tokens, last):
        return "future"
    if _is_put_off(tokens, first, last):
        return "future"
    if before in ("until", "till") and (_lasting(tokens, found, first) or _barred(tokens, first)):
        return "future"
    if before in ("by", "before", "until") and _conditional(tokens, first):
        return "future"
    if _is_then(tokens, first, last):
        return "future"
    left = _leftward(tokens, found, first, last)
    return left if left is not None else _rightward(tokens, found, first, last)


def _dates_a_start(tokens: Tokens, found: list[int], first: int) -> bool:
    """Tell whether what something has lasted since has a day: "has ruled since the vote on 1 November"."""
    at = bisect_left(found, first)
    start = found[at - 1] if at else -1  # no verb between
    if tokens.word(first - 1) not in ("on", "in", "of"):
        return False
    behind = range(first - 2, start - 1, -1)
    opener = next((index for index in behind if tokens.word(index) in ("since", "following")), None)
    if opener is None or opener < first - REACH // 2:
        return False
    return tokens.word(opener) == "since" or _lasting(tokens, found, opener)


def _called(tokens: Tokens, first: int) -> bool:
    """Tell whether what is "for" a month has been called then: "announced a march for early October"."""
    return any(tokens.word(index) in CALLING for index in range(max(0, first - REACH // 2), first))


def is_traded(tokens: Tokens, last: int) -> bool:
    """Tell whether a month is that of a delivery: "the March contract", "November crude settled at $60"."""
    after = tokens.word(last)
    return after in DELIVERED or (after in COMMODITIES and not EXCHANGES.isdisjoint(tokens.words))


def _lasting(tokens: Tokens, found: list[int], first: int) -> bool:
    """Tell whether what is to last "until" a day has been brought about by now: "it has banned sales until Friday"."""
    for position in range(bisect_left(found, first) - 1, -1, -1):
        index = found[position]
        word = tokens.words[index]
        if word in ("has", "have"):
            return True
        if word == "to" and not _infinitive(tokens, index, first):
            continue
        if word != "been" and tokens.word(index - 1) not in ("has", "have", "been") and not word.endswith("ly"):
            return False
    return False


def _is_then(tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether a day of the week is the one of a calendar: "the primary is Tuesday", not "today is Tuesday"."""
    index = first - 2 if tokens.word(first - 1) in ("on", "at") else first - 1
    if tokens.kinds[last - 1] not in ("weekday", "wabbr") or tokens.word(last) in ("'s", "’s"):
        return False
    return tokens.word(index) in ("is", "are") and tokens.word(index - 1) not in ("it", "today", "")


def _conditional(tokens: Tokens, first: int) -> bool:
    """Tell whether "unless" or "if" opens the clause: "unless a deal was struck by Monday"."""
    for index in range(first - 1, max(-1, first - REACH // 2), -1):
        if tokens.word(index) in (",", ";", ":", "."):
            return False
        if tokens.word(index) in ("unless", "if"):
            return tokens.word(index - 1) not in ("as", "asked", "wondered", "know")
    return False


def _closes_length(tokens: Tokens, found: list[int], first: int) -> bool:
    """Tell whether a day ends a length that is over: "in the year to 31 March", where no verb before looks ahead."""
    if tokens.word(first - 1) not in CLOSING or tokens.kinds[first - 2] not in ("unit", "units"):
        return False
    return tokens.word(first - 3) in LENGTH_OPENERS and _leftward(tokens, found, first - 3, first) != "future"


def is_sure(tokens: Tokens, first: int, last: int, found: list[int]) -> bool:
    """Tell whether the words before leave no doubt about the direction: "since", "postponed to", "the year to"."""
    before = tokens.word(first - 1)
    if _closes_length(tokens, found, first) or _dates_a_start(tokens, found, first):
        return True
    if before == "since" or (before in ("until", "till", "to", "for") and _postponed(tokens, first)):
        return True
    return before in ("on", "at") and _lies_ahead(tokens, first)


def _lies_ahead(tokens: Tokens, first: int) -> bool:
    """Tell whether a clause tells what will be done "on" a day: "the vote will be held on 15 December"."""
    for index in range(first - 2, max(-1, first - SPOKEN), -1):
        word = tokens.words[index]
        if word in CLAUSE_MARKS:
            return False
        if word in ("will", "shall", "'ll", "’ll"):
            return tokens.word(index + 1) not in ("have", "of")
    return False


def _is_put_off(tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether a vote or talks are put off: "postponed September's election", "delayed the March vote"."""
    bare = tokens.kinds[last - 1] in ("month", "mabbr", "weekday", "wabbr")
    before = tokens.word(first - 2) if tokens.word(first - 1) in ("the", "its", "a") else tokens.word(first - 1)
    own = tokens.word(last) in ("'s", "’s") or tokens.word(first - 1) in ("the", "its", "a")
    return bare and own and before in PUT_OFF


def _barred(tokens: Tokens, first: int) -> bool:
    """Tell whether somebody is barred from something "until" a day: "barred police from arresting him until Monday"."""
    near = range(first - 2, max(-1, first - REACH // 2), -1)
    barred = next((index for index in near if tokens.word(index) in BARRED), None)
    return barred is not None and "from" in tokens.words[barred:first]


def _postponed(tokens: Tokens, first: int) -> bool:
    return any(tokens.word(index) in POSTPONED for index in range(max(0, first - 5), first))


def _leftward(tokens: Tokens, found: list[int], first: int, last: int) -> Direction | None:
    infinitive = passive = to_be = False
    for position in range(bisect_left(found, first) - 1, -1, -1):
        index = found[position]
        word = tokens.words[index]
        if index < first - REACH or word in STOPS:
            break
        if word == "to" and _infinitive(tokens, index, first):
            infinitive, to_be = True, tokens.word(index + 1) == "be"
            continue
        verdict = _verb(tokens, index, infinitive, passive)
        if verdict == "due":
            weekday = tokens.kinds[last - 1] in ("weekday", "wabbr")
            return "future" if weekday and CONTRAST.isdisjoint(tokens.words[last : last + 6]) else ""
        if verdict == "present" and tokens.word(index + 1).endswith("ing") and tokens.word(last) not in ("'s", "’s"):
            return "future" if word in ("is", "are", "am") else ""
        if verdict == "present" and word in ("is", "are") and _predicate(tokens, index, first, last):
            return "future"
        if verdict == "past" and tokens.word(index - 1) in ("is", "are") and first - index <= 2:
            verdict = "future" if _predicate(tokens, index - 1, first, last) else verdict  # "is closed on Monday"
        if verdict == "passive":
            passive = True
        elif verdict is not None:
            return "" if verdict == "present" else verdict  # type: ignore[return-value]
    return "future" if to_be else None  # "a report, to be released Friday"


def _predicate(tokens: Tokens, index: int, first: int, last: int) -> bool:
    """Tell whether a day of the week closes a short predicate, as in a calendar: "the shop is closed on Monday"."""
    weekday = "weekday" in tokens.kinds[first:last] and tokens.word(last) not in ("'s", "’s")
    near = first - index <= SHORT and "," not in tokens.words[index:first]
    turned = tokens.word(first - 1) in ("after", "since", "from", "of")
    return weekday and near and not turned and tokens.word(index - 1) not in ("it", "today", "")


def _infinitive(tokens: Tokens, index: int, first: int) -> bool:
    following = tokens.word(index + 1)
    return (
        index + 1 < first
        and following.isalpha()
        and following not in NOT_INFINITIVE
        and tokens.raw(index + 1).islower()
    )


def _verb(tokens: Tokens, index: int, infinitive: bool, passive: bool) -> str | None:
    word = tokens.words[index]
    if word in MODALS:
        return "past" if tokens.word(index + 1) == "have" and word not in ("will", "shall") else "future"
    if word in WILL:
        return "future"
    if word in PLANNED and _planned(tokens, index):
        return _plan(tokens, index)
    if infinitive and word in TO_GOVERNORS:
        if word in ("have", "has") or (word in ("was", "were") and tokens.word(index + 1) == "to"):
            return _obliged(tokens, index)
        return "present" if word in ("was", "were") else "future"
    if word in PAST_AUX:
        return "passive" if word == "been" else "past"
    if word in PRESENT_AUX:
        return "present"
    if word == "appears" and tokens.word(index + 1) not in ("in", "on", "at", "before"):
        return "present"
    if word in SCHEDULE and tokens.word(index + 1) == "back" and tokens.word(index + 2) == "to":
        return "past"  # "goes back to October's vote"
    if word in SCHEDULE and tokens.word(index - 1) not in ("to", "not", "n't"):
        return "future" if tokens.raw(index).islower() else None
    if word == "next":
        return "future" if tokens.word(index - 1) != "the" and tokens.word(index + 1) != "to" else None
    if word == "forecast" and tokens.word(index - 1) in FORECASTERS:
        return "past"
    if word in AMBIGUOUS and tokens.word(index - 1) in DETERMINERS | COORDINATED:
        return None  # a noun, or a verb whose tense is that of the one it is joined to: "will fix it, and cut it"
    if word.endswith("ed") and tokens.word(index - 1) in ARTICLES and word not in IRREGULAR:
        return None  # an adjective: "than scattered showers", "the wounded man"
    if word in IRREGULAR or (word.endswith("ed") and len(word) > 3 and word not in NOT_VERBS):
        return _past_form(tokens, index)
    return None


def _planned(tokens: Tokens, index: int) -> bool:
    """Tell a plan from the noun, or from other senses: "set up", "he predicted", "the plan was rejected"."""
    word, before, after = tokens.words[index], tokens.word(index - 1), tokens.word(index + 1)
    if word in ("plan", "plans"):
        return after in OBJECTS
    if word == "forecast" and before in FORECASTERS:
        return False
    if word in ("set", "forecast", "predicted"):
        return after in ("to", "for") or (before in BE and after not in ("up", "off", "out", "aside", "on", "free"))
    return True


def _plan(tokens: Tokens, index: int) -> str:
    """Give the time of a plan; "had been due" may have been broken off, "had expected" lies in the past."""
    if "had" in (tokens.word(index - 1), tokens.word(index - 2)):
        return "due" if tokens.word(index - 1) == "been" else "past"
    return "future"


def _obliged(tokens: Tokens, index: int) -> str | None:
    """Read "have to leave" as ahead, "have told him to leave" not; "was to leave" as a plan, "was to have left" not."""
    if tokens.words[index] in ("was", "were"):
        return "past" if tokens.word(index + 2) == "have" else "due"
    return "future" if tokens.word(index + 1) == "to" else "past"


def _past_form(tokens: Tokens, index: int) -> str | None:
    """Read a past form: "held" is past, "be held" hangs on what governs "be", "will put" on "will"."""
    for back in (index - 1, index - 2):
        word = tokens.word(back)
        if word in ("be", "remain", "stay"):
            return "passive"  # "will remain closed"
        if (word in MODALS and tokens.kinds[back] != "month") or word in WILL:  # "may have", not "May said"
            return "future"
        if word == "to":
            return "passive"
        if not word.endswith("ly") and word not in ("not", "n't", "also"):
            break
    return "past"


def _rightward(tokens: Tokens, found: list[int], first: int, last: int) -> Direction:
    possessive = tokens.word(last) in ("'s", "’s")
    if tokens.kinds[last - 1] == "month" and first == last - 1 and tokens.word(last) == "," and last > OPENING:
        return ""  # "the rate, at 5 percent in March, could rise": the verb is not the month's
    for position in range(bisect_left(found, last), len(found)):
        index = found[position]
        if index >= last + REACH // 2 or tokens.words[index] in STOPS:
            return ""
        if possessive and tokens.words[index] in DOUBTED:
            return ""
        verdict = _verb(tokens, index, False, False)
        if verdict == "present":
            following = tokens.word(index + 1)
            return "future" if following in PLANNED or following == "to" else ""
        if verdict in ("past", "future"):
            return "future" if verdict == "future" else "past"
    return ""
