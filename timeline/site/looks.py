"""Style rules that depend on a chart's pictures: which width is shown where, and what they look like in the dark."""

from __future__ import annotations

from collections.abc import Sequence

_SHRINK = 0.9  # a picture is shown as soon as it shrinks no more than this: its smallest letters stay above 10 pixels
_GROW = 1.125


def picture_rules(widths: Sequence[int]) -> str:
    """Show the widest picture that fits its column; `widths` from wide to narrow."""
    rules = [f".w{width} svg{{max-width:{round(width * _GROW) if at else width}px}}" for at, width in enumerate(widths)]
    narrow = widths[-1]
    rules.append(f".w{narrow}{{display:block}}")
    for width in widths[-2::-1]:
        hidden = ",".join(f".w{other}" for other in widths if other < width)
        rules.append(
            f"@container (min-width:{round(width * _SHRINK)}px){{{hidden}{{display:none}}.w{width}{{display:block}}}}"
        )
    return "\n".join(rules)


def dark_rules() -> str:
    """What changes for readers whose screen is dark: the page, and every colour of its pictures."""
    from timeline.charts.style import DARK, LIGHT  # charts draw with this package

    swaps = "".join(
        f'.drawing [fill="{old}"]{{fill:{new}}}.drawing [stroke="{old}"]{{stroke:{new}}}'
        for old, new in zip(LIGHT.colours, DARK.colours, strict=True)
    )
    page = (
        f"html{{color-scheme:dark}}body{{background:{DARK.paper};color:{DARK.ink}}}"
        f"a,.copy{{color:{DARK.groups[0]}}}"
        f".files,.event .when,.event dl,blockquote footer,.source,.note{{color:{DARK.muted}}}"
        f".event,blockquote,th,td,.sheet{{border-color:{DARK.faint}}}"
        f".event:target,.event.on,blockquote:target{{background:{DARK.band};box-shadow:0 0 0 8px {DARK.band}}}"
        f".snippet textarea,.snippet .copy{{background:{DARK.band};color:{DARK.ink};border-color:{DARK.muted}}}"
        f"#tip{{background:{DARK.ink};color:{DARK.paper}}}#tip i{{color:{DARK.band}}}"
        f"a:focus-visible,summary:focus-visible,button:focus-visible,textarea:focus-visible,.sheet:focus-visible"
        f"{{outline-color:{DARK.groups[0]}}}"
        f".drawing a:hover rect,.drawing a:focus-visible rect,.drawing a.on rect{{stroke:{DARK.groups[0]}}}"
    )
    return f"@media screen and (prefers-color-scheme:dark){{{page}{swaps}}}"
