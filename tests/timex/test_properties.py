"""What holds for any date and any text."""

import calendar
import datetime as dt
import re
import time

import edtf
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from timeline.timex import dates
from timeline.timex.arithmetic import at_grain
from timeline.timex.lexicon import LEXICON
from timeline.timex.values import bounds
from timeline.timex.values import edtf as written

SEASON = re.compile(r"\d{4}-2[1-4]")
PUBLISHED = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))
DAYS = (
    "{m} {d}, {y}", "{d} {m} {y}", "{iso}", "{s} {d}, {y}", "{d} {s} {y}", "{d}-{s3}-{y}", "{w}, {m} {d}, {y}",
    "{ws} {s} {d}, {y}", "the {o} of {m} {y}", "the {o} of {m}, {y}", "{m} {o}, {y}", "{m} the {o}, {y}",
    "{w} {d} {m} {y}", "{w}, {o} {m} {y}", "{M} {d}, {y}", "{us}", "{us2}", "{eu}", "{dots}",
)  # fmt: skip
MONTHS = ("{m} {y}", "{m} of {y}", "{s} {y}", "{m}, {y}", "the month of {m} {y}")
PERIODS = (
    ("{y}", "{y}"), ("the year {y}", "{y}"), ("fiscal {y}", "FY{y}"), ("early {y}", "{y}"), ("the end of {y}", "{y}"),
    ("the {n} quarter of {y}", "{y}-Q{q}"), ("Q{q} {y}", "{y}-Q{q}"), ("{y}'s {n} quarter", "{y}-Q{q}"),
    ("the second half of {y}", "{y}-H2"), ("the summer of {y}", "{y}-SU"), ("spring {y}", "{y}-SP"),
    ("Christmas {y}", "{y}-12-25"), ("mid-{m} {y}", "{y}-{mm}"), ("late {m} of {y}", "{y}-{mm}"),
)  # fmt: skip
SHORT = [
    month if len(month) < 5 else f"{'Sept' if month == 'September' else month[:3]}."
    for month in calendar.month_name[1:]
]


def ordinal(day):
    return f"{day}{'th' if 10 < day < 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"


def spell(pattern, day):
    month = calendar.month_name[day.month]
    quarter = (day.month + 2) // 3
    return pattern.format(
        m=month, M=month.upper(), s=SHORT[day.month - 1], s3=month[:3], mm=f"{day.month:02d}", d=day.day, y=day.year,
        iso=day.isoformat(), w=calendar.day_name[day.weekday()], ws=calendar.day_name[day.weekday()][:3] + ".",
        o=ordinal(day.day), us=f"{day.month}/{day.day}/{day.year}", us2=f"{day.month:02d}/{day.day:02d}/{day.year}",
        eu=f"{max(day.day, 13)}/{day.month}/{day.year}", dots=f"{day.day:02d}.{day.month:02d}.{day.year}",
        q=quarter, n=("first", "second", "third", "fourth")[quarter - 1],
    )  # fmt: skip


ANY_DAY = st.dates(dt.date(1000, 1, 1), dt.date(2199, 12, 31))


@settings(max_examples=500, deadline=None)
@given(day=ANY_DAY, published=PUBLISHED, pattern=st.sampled_from(DAYS))
def test_full_dates_read_back_for_any_publication(day, published, pattern):
    if "{eu}" in pattern:
        day = day.replace(day=max(day.day, 13))
    phrase = spell(pattern, day)
    (one,) = dates(f"It happened on {phrase}, they said.", published)
    assert (one.span.text, one.value, one.edtf, one.start, one.end) == (phrase, *[day.isoformat()] * 2, day, day)


@settings(max_examples=200, deadline=None)
@given(day=ANY_DAY, published=PUBLISHED, pattern=st.sampled_from(MONTHS))
def test_months_read_back_for_any_publication(day, published, pattern):
    phrase = spell(pattern, day)
    (one,) = dates(f"It happened in {phrase}, they said.", published)
    assert (one.span.text, one.value) == (phrase, day.isoformat()[:7])
    assert one.start is not None and one.end is not None and one.start <= day <= one.end


@settings(max_examples=300, deadline=None)
@given(day=st.dates(dt.date(1900, 1, 1), dt.date(2039, 12, 31)), published=PUBLISHED, pattern=st.sampled_from(PERIODS))
def test_years_and_their_parts_read_back_for_any_publication(day, published, pattern):
    assume(not (pattern[0].startswith("{y}'s") and day.year % 10 == 0))  # "1990's" is a decade
    phrase, value = (spell(piece, day) for piece in pattern)
    found = dates(f"It happened in {phrase}, they said.", published)
    assert found[-1].value == value
    assert found[0].span.start == len("It happened in ") and found[-1].span.end == len(f"It happened in {phrase}")


@settings(max_examples=150, deadline=None)
@given(decade=st.integers(160, 209), published=PUBLISHED, pattern=st.sampled_from(["the {d}0s", "the early {d}0s"]))
def test_decades_read_back_for_any_publication(decade, published, pattern):
    phrase = pattern.format(d=decade)
    (one,) = dates(f"It happened in {phrase}, they said.", published)
    century = decade % 10 == 0 and decade < 200  # "the 1900s" is the century
    assert (one.span.text, one.value) == (phrase, str(decade)[:2] if century else str(decade))


@settings(max_examples=200, deadline=None)
@given(
    published=PUBLISHED, hour=st.integers(1, 12), minute=st.integers(0, 59), half=st.sampled_from(["a.m.", "p.m."]),
    day=ANY_DAY,
)  # fmt: skip
def test_clock_times_read_back_with_their_day(published, hour, minute, half, day):
    clock = f"{hour % 12 + 12 * (half == 'p.m.'):02d}:{minute:02d}"
    for phrase in (f"{hour}:{minute:02d} {half} on {spell('{m} {d}, {y}', day)}", f"{day.isoformat()}T{clock}"):
        (one,) = dates(f"It happened at {phrase}, they said.", published)
        assert (one.span.text, one.value) == (phrase, f"{day.isoformat()}T{clock}")


@settings(max_examples=200, deadline=None)
@given(published=PUBLISHED, amount=st.integers(2, 400), unit=st.sampled_from(["hour", "day", "week", "month", "year"]))
def test_lengths_read_back(published, amount, unit):
    (one,) = dates(f"It lasted {amount} {unit}s, they said.", published)
    value = f"P{'T' if unit == 'hour' else ''}{amount}{unit[0].upper()}"
    assert (one.span.text, one.type, one.value) == (f"{amount} {unit}s", "DURATION", value)


@settings(max_examples=300, deadline=None)
@given(day=st.dates(dt.date(1901, 1, 1), dt.date(2099, 12, 31)), months=st.integers(1, 2), ahead=st.booleans())
def test_weekday_with_month_and_day_is_a_day_that_has_it(day, months, ahead):
    """The weekday is a checksum: it chooses the year, for any publication within two months of the day."""
    published = day + dt.timedelta(days=-31 * months if ahead else 31 * months)
    (one,) = dates(f"It {'will open' if ahead else 'fell'} on {spell('{w}, {m} {d}', day)}.", published)
    assert one.value == day.isoformat()


@settings(max_examples=200, deadline=None)
@given(published=PUBLISHED, offset=st.integers(-170, 170), first=st.booleans())
def test_month_and_day_is_the_nearest(published, offset, first):
    day = published + dt.timedelta(days=offset)
    if (day.month, day.day) == (2, 29):
        return
    phrase = f"{calendar.month_name[day.month]} {day.day}" if first else f"{day.day} {calendar.month_name[day.month]}"
    (one,) = dates(f"The {phrase} accord.", published)
    assert one.value == day.isoformat()


@settings(max_examples=200, deadline=None)
@given(published=PUBLISHED, number=st.integers(0, 6))
def test_weekdays_agree_with_the_calendar(published, number):
    name = calendar.day_name[number]
    for text, low, high in (
        (f"It fell on {name}.", -6, 0), (f"It will open on {name}.", 0, 6), (f"It fell last {name}.", -7, -1),
        (f"They meet next {name}.", 1, 7),
    ):  # fmt: skip
        (one,) = dates(text, published)
        day = dt.date.fromisoformat(one.value)
        assert day.weekday() == number
        assert low <= (day - published).days <= high


@settings(max_examples=200, deadline=None)
@given(published=PUBLISHED, number=st.integers(0, 6))
def test_weekdays_of_phrases_agree_with_the_calendar(published, number):
    name = calendar.day_name[number]
    for text, low, high in (
        (f"It fell this past {name}.", -7, -1), (f"They meet {name} week.", 8, 14), (f"They met {name} last.", -7, -1),
        (f"They meet a week from {name}.", 8, 14), (f"It fell two weeks ago {name}.", -21, -15),
        (f"They meet on {name} of next week.", 1, 13), (f"It fell {name} night.", -6, 0),
        (f"It fell at 3 p.m. on {name}.", -6, 0), (f"It fell late {name}.", -6, 0),
    ):  # fmt: skip
        (one,) = dates(text, published)
        day = dt.date.fromisoformat(one.value[:10])
        assert day.weekday() == number
        assert low <= (day - published).days <= high, text
    (every,) = dates(f"They meet every {name}.", published)
    assert every.value == f"XXXX-WXX-{number + 1}"


@settings(max_examples=100, deadline=None)
@given(published=PUBLISHED, amount=st.integers(2, 60), unit=st.sampled_from(["day", "week", "month", "year"]))
def test_ago_has_the_grain_of_its_unit(published, amount, unit):
    (one,) = dates(f"It fell {amount} {unit}s ago.", published)
    assert one.span.text == f"{amount} {unit}s ago"
    assert one.start is not None and one.start < published
    days = {"day": 1, "week": 7, "month": 30.44, "year": 365.25}[unit]
    assert abs((published - one.start).days - amount * days) <= days + 4


PIECES = st.sampled_from(
    (
        "Sunday May march 2012 3 p.m. on the day after before last next two weeks ago 12-31-99 1998-99 's , . ; ( ) — "
        "early mid- 28th 9/11 $5 a night every quarter Q3 FY2012 Easter midnight GMT of and to from between within "
        "48 hours twenty -one hundred nineteen ninety '88 long wee half-dozen delivery due to be set planned is "
        "\n\n \u2019s century 1990s \u00e9 \U0001f600 \x00 31 February 29 fiscal noon Mr."
    ).split(" ")
)
WORDS = st.lists(st.one_of(st.sampled_from(sorted(LEXICON)), PIECES), max_size=30).map(" ".join)


@settings(max_examples=600, deadline=None)
@given(
    text=st.one_of(WORDS, st.text(max_size=200), st.lists(PIECES, max_size=40).map(" ".join)),
    published=st.one_of(st.none(), PUBLISHED),
)
@example(text="the 31st of February 9999", published=dt.date(1900, 1, 1))
@example(text="99999999999999999999 years ago, 4000 years ago, 10000 centuries later", published=dt.date(1900, 1, 1))
@example(text="May 5 to 3 to 2 to 1, 1998-1999-2000", published=None)
@example(text="'88", published=None)
@example(text="-Sunday", published=None)
@example(text="to May", published=None)
@example(text="nineteen nineteen-ninety", published=None)
def test_any_text_returns_and_spans_match_it(text, published):
    position = 0
    for one in dates(text, published):
        assert text[one.span.start : one.span.end] == one.span.text
        assert one.span.start >= position
        position = one.span.end
        assert (one.start is None) == (one.end is None)
        if one.start is not None and one.end is not None:
            assert one.start <= one.end
        if one.edtf and "T24" not in one.edtf:
            agrees_with_the_oracle(one.edtf, one.start, one.end)


def agrees_with_the_oracle(written_as, first, last):
    """The `edtf` package reads what we write, and as the same days where it has days for it."""
    parsed = edtf.parse_edtf(written_as)
    assert parsed is not None
    # the package gives its seasons three whole months, and knows no days of what is partial or approximate
    if first is None or last is None or any(char in written_as for char in "~?T") or SEASON.search(written_as):
        return
    low, high = parsed.lower_strict(), parsed.upper_strict()
    assert (low[:3], high[:3]) == (first.timetuple()[:3], last.timetuple()[:3]), written_as


@settings(max_examples=300, deadline=None)
@given(day=st.dates(dt.date(1000, 1, 8), dt.date(2199, 12, 1)), unit=st.sampled_from("D W WE M Q HY Y DE CE".split()))
def test_edtf_of_any_grain_holds_the_days_of_the_value(day, unit):
    value = at_grain(day, unit)
    stretch = bounds(value)
    assert stretch is not None
    agrees_with_the_oracle(written(value), *stretch)


@pytest.mark.parametrize(
    ("value", "mod", "expected"),
    [
        ("2024-07-28", "", "2024-07-28"), ("2024-07", "", "2024-07"), ("2024", "APPROX", "2024~"), ("199", "", "199X"),
        ("18", "", "18XX"), ("1998-W35", "", "1998-08-24/1998-08-30"), ("2008-W40-WE", "", "2008-10-04/2008-10-05"),
        ("1995-Q4", "", "1995-10/1995-12"), ("2007-H1", "", "2007-01/2007-06"), ("1995-SU", "", "1995-22"),
        ("1997-WI", "", "1997-24"), ("2004-07-22T10:00", "", "2004-07-22T10:00:00"),
        ("1997-08-28TNI", "", "1997-08-28"),
        ("1999-12-31T24:00", "", "2000-01-01T00:00:00"), ("2005-10-12T09:00Z", "", "2005-10-12T09:00:00Z"),
        ("XXXX-07-28", "", "XXXX-07-28"), ("T01:00", "", ""), ("FY1999", "", ""), ("P3D", "", ""), ("PAST_REF", "", ""),
        ("2024-02-30", "", ""), ("1998-W60", "", ""), ("", "", ""), ("0000", "", ""),
    ],
)  # fmt: skip
def test_edtf_of_values(value, mod, expected):
    assert written(value, mod) == expected
    if expected and "T" not in expected:
        assert edtf.parse_edtf(expected) is not None


@given(day=st.dates(dt.date(1, 3, 1), dt.date(9999, 12, 1)))  # the first winter began in a year that no date has
def test_bounds_hold_the_day_they_were_made_from(day):
    for unit in ("D", "W", "M", "Q", "HY", "Y", "SEASON", "DE", "CE"):
        value = at_grain(day, unit)
        stretch = bounds(value)
        if unit in ("DE", "CE") and len(value.strip("0")) == 0:
            continue
        assert stretch is not None and stretch[0] <= day <= stretch[1], (unit, value)


def cost(text):
    """Give the processor time of one reading, the least of three: only its growth is compared, never its amount."""
    spent = []
    for _ in range(3):
        start = time.process_time()
        dates(text, "2024-07-31")
        spent.append(time.process_time() - start)
    return max(min(spent), 0.005)


@pytest.mark.parametrize(
    "piece", ["Sunday ", "[(1{2<", "((((((", "12 ", "the next day ", "1,1.1/1-", "3 to ", "a ", "that year ", "By A|"]
)
def test_time_grows_with_the_text_and_not_with_its_square(piece):
    small = piece * (60_000 // len(piece))
    assert cost(small * 8) / cost(small) < 28  # linear is 8, the square 64
