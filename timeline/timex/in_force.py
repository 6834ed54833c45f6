"""The year and the month that the words before an expression lend it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from timeline.models import DateExpression
from timeline.timex.arithmetic import day_of
from timeline.timex.forms import Calendar, Clock, DayPart, Form, Found, Holiday, Inside, Period, Relative
from timeline.timex.pieces import BOUNDARY
from timeline.timex.values import bounds, is_day, is_month

REACH = 120
"""Characters within which one expression lends its year or month to the next."""
STORY_REACH = 240
"""Characters within which a story of an earlier year goes on from one day to the next."""
PARAGRAPH_REACH = 480
"""The same, where no paragraph ends in between."""
STORY_DAYS = 62
"""Days within which a past date follows the one told just before it, where the nearest such day is far from now."""
TURNED_BACK = 31
"""Days by which it may lie before that one instead: stories turn back a little, "until 6 May ... sworn in on 4 May"."""
CALLED_AHEAD = 120
"""Days after the date told before it within which a vote or a march was called, that has passed since."""
CALLED_FOR = re.compile(r"(?<!has )(?<!have )\b(?:called|set|fixed|scheduled|announced|ordered)\b[^.;]{1,60}\bfor $")
"""A call of the past right before a day: "called an election for"."""
ASIDE = re.compile(
    r"(?:, (?:\w+ly )?(?:\w{2,}ed|built|born|bought|begun|made|sold|cut|shut|who|which|whose|where)\b"
    r"|(?:^|[.!?] |\n)(?:Founded|Established|Created|Formed|Built|Born|Opened|Launched)\b)[^,.;]*(?:, in )?$"
)
"""The opening of a relative or participle clause that tells of another time than the rest of its sentence."""
MEANT_FOR = re.compile(r"\bfor(?: the)?(?: \d{4},?)*(?: and| or)? $")
"""What a year is named for before it: "the budget for 2022", "the hosts for 2018 and 2022"."""
BACKWARD = re.compile(r"\b(?:after|since|following|from|than|against|unlike|before)\b")
"""Words that turn back: "in May 2018, after losing on 10 January"."""


HAD = re.compile(r"\bhad\b[^,;]*$")
"""What tells of the time before: "deposed her on 5 December, whom voters had returned only in May"."""
_BESIDE = 6  # characters between a weekday and its day: "Sunday, 3 May", "Sunday (3 May)"


def same_sentence(text: str, end: int, start: int) -> bool:
    """Tell whether a little text between two offsets holds no sentence end."""
    return start - end < REACH and BOUNDARY.search(text, end, start) is None


def bears_year(form: Form) -> bool:
    """Tell whether the words of a form say or count a year: "May 1998", "last year", "July two years ago"."""
    match form:
        case Calendar() | Period() | Holiday():
            return form.year is not None
        case Relative(unit=unit):
            return unit in ("Y", "DE", "CE")
        case Inside(outer=outer):
            return bears_year(outer)
        case DayPart(of=of) | Clock(of=of):
            return of is not None and bears_year(of)
    return False


def in_force(
    text: str, found: Sequence[Found], index: int, now: dt.date | None, out: Sequence[DateExpression]
) -> tuple[int | None, str]:
    """Give the year and the month in force: of the other end of a range, an apposition, or the date told before."""
    expression = found[index]
    if expression.range_end is not None and expression.range_end < len(found):
        form = found[expression.range_end].form
        if isinstance(form, Calendar) and form.year is not None and form.month is not None:
            return form.year, ""
    back = next((place for place in range(index - 1, -1, -1) if _lends(found, place, index)), None)
    if back is None or expression.relation == "since":
        return None, ""
    shared = _shared_year(text, found, index, now)
    if shared is not None:
        return shared, ""
    if not same_sentence(text, found[back].span.end, expression.span.start):
        return _story_year(text, found[index], out[back], now), ""
    return _in_sentence(text, expression, found[back].form, now, out[back])


def _lends(found: Sequence[Found], place: int, index: int) -> bool:
    """Tell whether one expression can lend its year to another: a weekday only to the day it names as well."""
    form, start = found[place].form, found[index].span.start
    if found[place].type not in ("DATE", "TIME"):
        return False
    own = found[index].form
    if not isinstance(form, Calendar) or form != Calendar(weekday=form.weekday):
        return True
    return not isinstance(own, Calendar) or not own.month or start - found[place].span.end < _BESIDE


def _shared_year(text: str, found: Sequence[Found], index: int, now: dt.date | None) -> int | None:
    """Give the year that the next expression says for both: "in June and July of last year"."""
    if index + 1 == len(found) or not isinstance(found[index].form, Calendar):
        return None
    form = found[index + 1].form
    if text[found[index].span.end : found[index + 1].span.start].strip() not in ("and", "or"):
        return None
    outer = form.outer if isinstance(form, Inside) else form
    if isinstance(outer, Calendar):
        return outer.year
    if isinstance(outer, Relative) and outer.unit == "Y" and outer.base == "publication" and now is not None:
        year = now.year + round(outer.amount)
        return year if dt.MINYEAR <= year <= dt.MAXYEAR else None
    return None


def _in_sentence(
    text: str, expression: Found, form: Form, now: dt.date | None, before: DateExpression
) -> tuple[int | None, str]:
    month = before.value if is_month(before.value) else ""
    between = text[before.span.end : expression.span.start].strip()
    if ";" in between:
        return _story_year(text, expression, before, now), ""
    if between in ("'s", "’s") and len(before.value) == 4 and before.value.isdigit():
        return int(before.value), month
    if not before.value[:4].isdigit() or now is None or (before.relation == "since" and not _goes_on(between)):
        return None, month
    if "," in between and between != "," and _explicit_year(form) and _aside(text, before.span.start):
        return _story_year(text, expression, before, now), ""
    apposed = between == "," and is_day(before.value)
    carried = before.anchor.startswith("the year ")
    to = expression.relation == "to" and "," not in between  # not: "was held in July last year, moves to May Day"
    explicit = _explicit_year(form) and (len(before.value) in (4, 7) or to)
    year = int(before.value[:4])
    if year > now.year and expression.relation in ("by", "until", "before") and between != ",":
        return None, month  # "a plan for 2012 by the end of May"
    if year > now.year and before.relation in ("until", "to") and expression.relation not in ("until", "to"):
        return None, month  # "he will serve until 2012, and the vote called for 3 March will not take place"
    if (
        year > now.year
        and expression.relation == "at"
        and MEANT_FOR.search(text, max(0, before.span.start - 40), before.span.start)
    ):
        return None, month  # "it will choose the hosts for 2022 on 2 December"
    if explicit and not apposed and expression.relation != "to":
        year = _after(expression.form, before, year, between, now)
    ahead = year > now.year if expression.direction == "future" else year != now.year
    if (apposed or explicit or carried) and ahead:
        return year, month
    return _story_year(text, expression, before, now), month


def _aside(text: str, offset: int) -> bool:
    """Tell whether an offset stands in words set off by a comma: "the firm, founded in 1994, lost its head in May"."""
    return ASIDE.search(text, max(0, offset - REACH), offset) is not None


def _goes_on(between: str) -> bool:
    """Tell whether the words after "since 1959" still tell of that year: ", when he took power", or an apposition."""
    return between == "," or between.startswith((", when ", "when "))


def _after(form: Form, before: DateExpression, year: int, between: str, now: dt.date) -> int:
    """Give the year of the first such month after the one just told: "in May 2018, was sworn in on 10 January"."""
    if not (isinstance(form, Calendar) and form.month and is_month(before.value)):
        return year
    turned = form.month < int(before.value[5:7]) and (year + 1, form.month) <= (now.year, now.month)
    return year + (turned and not BACKWARD.search(between))


def _story_year(text: str, expression: Found, before: DateExpression, now: dt.date | None) -> int | None:
    """Give the year of a day or month that follows soon on a past date told just before it.

    Only where that date lies in an earlier year and the nearest such day is far from the publication: a day of the
    last two months is the news, whatever was told before it.
    """
    form, stretch = expression.form, bounds(before.value)
    if now is None or stretch is None or before.end is None or not isinstance(form, Calendar) or not form.month:
        return None
    between = text[before.span.end : expression.span.start]
    if form.year or form.which or form.weekday:
        return None
    if expression.direction == "future":
        return _year_called_for(between, form, stretch, now)
    if len(between) > (STORY_REACH if "\n" in between else PARAGRAPH_REACH):
        return None
    if "\n" in between and BOUNDARY.search(between.rpartition("\n")[2]):
        return None  # a new paragraph has begun with something else
    clause = BOUNDARY.split(between)[-1].removesuffix(" from ")  # the start of a range
    if stretch[0].year >= now.year or len(before.value) < 7 or BACKWARD.search(clause):
        return None
    days = [day for year in range(stretch[0].year - 1, now.year + 2) if (day := _first_day(form, year))]
    told = [day for day in days if expression.direction != "past" or day <= now]  # what has been is no coming day
    near = min((abs((day - now).days) for day in told), default=0)
    within = next((day for day in days if stretch[0] <= day <= stretch[1]), None)
    if within is not None and form.day and not is_day(before.value) and "Q" not in before.value:
        return within.year  # "last summer ... from 9 July"; not: than a quarter a year before
    if not form.day and HAD.search(clause) is not None and near > STORY_DAYS:
        return max((day for day in days if day <= stretch[0]), default=stretch[0]).year  # "whom they had chosen in May"
    back = TURNED_BACK if form.day else -1
    following = next((day for day in days if (stretch[0] - day).days <= back), None)
    if following is None or near <= STORY_DAYS or (following - stretch[1]).days > STORY_DAYS:
        return None
    return following.year


def _year_called_for(between: str, form: Calendar, told: tuple[dt.date, dt.date], now: dt.date) -> int | None:
    """Give the year of a day called for in a story gone by: "... on 13 January. He called a vote for 2 May"."""
    if CALLED_FOR.search(between) is None or "\n" in between or not form.day:
        return None
    following = next(
        (day for year in (told[1].year, told[1].year + 1) if (day := _first_day(form, year)) and day >= told[1]), None
    )
    over = following is not None and (now - following).days > STORY_DAYS and (following - told[1]).days <= CALLED_AHEAD
    return following.year if following is not None and over else None


def _first_day(form: Calendar, year: int) -> dt.date | None:
    return day_of(year, form.month or 1, form.day or 1)


def _explicit_year(form: Form) -> bool:
    """Tell whether the words name a year: "1998", "May 1998", "the first quarter of 1998", "May of that year".

    A month "of last year" does, while "last year" alone does not: "it lost seats last year and met on 3 May".
    """
    if isinstance(form, Inside):
        return _explicit_year(form.outer) or (isinstance(form.outer, Relative) and form.outer.unit == "Y")
    if isinstance(form, Relative):
        return form.unit == "Y" and form.base == "focus" and form.amount == 0
    return isinstance(form, Calendar | Period) and form.year is not None
