"""Events whose words try to break out of pictures and pages."""

from __future__ import annotations

import datetime as dt

D = dt.date

TITLES = (
    "<script>alert('title')</script>",
    "</script><script>alert('end')</script>",
    '"><img src=x onerror=alert(1)>',
    '=1+1 =HYPERLINK("http://evil.example")',
    "{{ 7*7 }} {% raw %} ${alert(1)} datum.x + 1",
    "قال الوزير إن الانتخابات ستجري غدا \u202e reversed",
    "Word " * 60,
    "Unbreakable" * 28,
    "Flags 🇫🇷 and faces 👩‍👩‍👧‍👦 in the street 🔥🔥🔥",
    "日本語の見出しがここにあります、とても長いので折り返す必要があります",
    "line\u2028separator\u2029and\x00null\x1bescape",
    "]]> --> <!-- &amp; &#60;svg/onload=alert(1)&#62; ' \" `",
)


def hostile() -> list[tuple[object, ...]]:
    """One event for each title; quotes, claimants and outlets are as hostile as the titles."""
    return [
        (
            f"h-{at}" if at % 2 else f'h {at} "<b>&/../', "election" if at % 3 else "<b>type</b>", "<i>mode</i>", title,
            D(2030, 3, 1 + at), D(2030, 3, 1 + at), f"2030-03-{1 + at:02}", "day", "during", "<u>stated</u>",
            "reported" if at % 2 else "alleged", "a1" if at % 2 else "a<2>", f"Quoted: {title}", title, title, title,
        )
        for at, title in enumerate(TITLES)
    ]  # fmt: skip
