"""A page that shows a text with its date expressions marked; value and reason appear on hover and on keyboard focus."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from timeline.models import Article, DateExpression

STYLE = """
body { font: 1.05rem/1.7 Georgia, "Times New Roman", serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem;
  color: #1a1a1a; background: #fff; overflow-wrap: break-word; }
h1 { font-size: 1.5rem; line-height: 1.25; }
header p, footer { color: #555; font: .9rem/1.5 system-ui, sans-serif; }
.text { white-space: pre-wrap; }
mark { position: relative; padding: .05em .15em; border-radius: .2em; color: inherit; background: #dbeafe;
  border-bottom: 2px solid #1d4ed8; cursor: help; }
mark.DURATION { background: #dcfce7; border-color: #15803d; }
mark.SET { background: #fef3c7; border-color: #b45309; }
mark.TIME { background: #ede9fe; border-color: #6d28d9; }
mark.open { background: #f3f4f6; border-style: dashed; border-color: #6b7280; }
mark:focus { outline: 3px solid #1d4ed8; outline-offset: 2px; }
.note { position: absolute; left: 0; top: 1.9em; z-index: 1; display: none; width: max-content;
  max-width: min(22rem, 80vw);
  padding: .4rem .6rem; border-radius: .3rem; color: #fff; background: #1f2937; font: .8rem/1.45 system-ui, sans-serif;
  white-space: normal; }
mark:hover .note, mark:focus .note { display: block; }
""".strip()  # fmt: skip


HELP = "Hover over a marked expression, or move to it with the Tab key, to see its value and why."


def render_html(article: Article, expressions: Sequence[DateExpression]) -> str:
    """Write one complete page; all of the article's own text is escaped, expressions that overlap are shown once."""
    title = article.title or article.article_id or "Dates"
    resolved = sum(1 for expression in expressions if expression.value)
    about = [f"{len(expressions)} date expression{'s' * (len(expressions) != 1)}, {resolved} with a value"]
    about += [f"published {article.published}"] if article.published else ["publication date not stated"]
    about += [article.publisher] if article.publisher else []
    return "\n".join(
        [
            "<!doctype html>",
            f'<html lang="{escape(article.language or "en", quote=True)}">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(title)}: dates</title>",
            f"<style>\n{STYLE}\n</style>",
            "</head>",
            "<body>",
            f"<header><h1>{escape(title)}</h1><p>{escape(' · '.join(about))}</p></header>",
            f'<main class="text">{"".join(_pieces(article.text, expressions))}</main>',
            f"<footer><p>{HELP}</p></footer>",
            "</body>",
            "</html>",
            "",
        ]
    )


def _pieces(text: str, expressions: Iterable[DateExpression]) -> Iterable[str]:
    position = 0
    for number, expression in enumerate(sorted(expressions, key=lambda found: (found.span.start, -found.span.end))):
        if expression.span.start < position:
            continue
        yield escape(text[position : expression.span.start])
        yield _mark(expression, number)
        position = expression.span.end
    yield escape(text[position:])


def _mark(expression: DateExpression, number: int) -> str:
    classes = expression.type if expression.value else f"{expression.type} open"
    note = f'<span class="note" role="tooltip" id="note-{number}">{escape(describe(expression))}</span>'
    words = escape(expression.span.text)
    return f'<mark class="{classes}" tabindex="0" aria-describedby="note-{number}">{words}{note}</mark>'


def describe(expression: DateExpression) -> str:
    """Say in words what an expression means and why: type, value, what it was counted from, close rivals."""
    value = expression.value or "not decided by the text"
    words = f"{expression.type} {value}"
    if expression.mod:
        words += f" ({expression.mod.lower().replace('_', ' ')})"
    if expression.edtf and expression.edtf != expression.value:
        words += f" · EDTF {expression.edtf}"
    if expression.relation != "at":
        words += f" · {expression.relation}"
    if expression.anchor:
        words += f" · from: {expression.anchor}"
    if expression.alternatives:
        words += f" · or {', '.join(expression.alternatives)}"
    return f"{words} · rule {expression.rule} · {expression.basis}"
