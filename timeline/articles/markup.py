"""What the markup of a page states of its article: address, publisher, headline, day of publication.

Each is taken from where publishers put it, in the order in which they can be trusted. Nothing is guessed: a date in
the text, in a comment, beside a link to another story or of a later change is not when the article appeared, and an
address that holds a date is weighed as what it is, later (`timex.date_article`).
"""

from __future__ import annotations

import re
from html import unescape
from typing import Any
from urllib.parse import urljoin, urlsplit

from timeline.articles.linked import Linked

_SITE = ("og:site_name",)
_PUBLISHER = ("publisher", "dc.publisher", "dcterms.publisher", "application-name", "apple-mobile-web-app-title")
_SAVED = re.compile(  # what browsers and their extensions write at the top of a page they save
    r"<!--\s{0,20}(?:saved\ from\ url=\(\d{1,6}\)|page\ saved\ with\ [\w ]{1,40}\s{1,20}url:\s{0,20})(https?://[^\s>]{1,2000})",
    re.IGNORECASE,
)
_TOP = 4096  # characters
_SEPARATOR = r"\s+[|–—•·«»:/-]+\s+"
_NAME_WORDS = 6  # a site's name is short

_ASIDE = frozenset("aside footer nav form script style noscript template iframe object link".split())
_ELSEWHERE = re.compile(
    r"(?:^|[\s_-])(?:comments?|disqus|related|recirc|recommend(?:ed|ations)?|sidebar|promo|teasers?|trending|newsletter"
    r"|copyright|footer|latest|popular|more-on|most-read|ticker|widget|read-(?:more|next)|also|masthead)(?:$|[\s_-])",
    re.IGNORECASE,
)
_CHANGED = re.compile(r"modified|updated|lastmod|copyright|og:url", re.IGNORECASE)
_AMBIGUOUS = re.compile(r"(?<![\d/-])(0?[1-9]|1[0-2])([/-])(?!\1\2)(0?[1-9]|1[0-2])\2(\d{4})(?!\d)")
_PROSE_WORDS, _LINE_WORDS = 30, 8  # more than the first, or than the second and a stop: dates in it belong to the story
_DAYS = ("1900-01-01", "2100-12-31")  # fixed: htmldate's own bound is today, and no clock may decide


def address_of(tree: Any, source: str, linked: Linked, known: str) -> str:  # noqa: ANN401 - lxml has no types
    """The address of an article, "" if nothing tells it: the canonical link first; ``known`` is where it was fetched.

    A site that calls its front page canonical for every story is not believed.
    """
    shared = meta(tree, ("og:url",))
    saved = _SAVED.search(source[:_TOP])
    base = known or shared or linked.url or (saved[1] if saved else "")
    links = [joined for link in tree.xpath("//link[@rel='canonical']/@href") if (joined := _joined(base, link))]
    found = [link for link in (*links, shared, linked.url, saved[1] if saved else "", known) if _is_address(link)]
    return next((link for link in found if urlsplit(link).path.strip("/")), found[0] if found else "")


def publisher_of(tree: Any, linked: Linked, title: str, url: str) -> str:  # noqa: ANN401
    """Who published it: as stated, as the title of the page ends (or begins) beside the headline, else the site."""
    stated = (meta(tree, _SITE), linked.publisher, meta(tree, _PUBLISHER))
    host = re.sub(r"^www\.", "", _host(url))
    named = (line for text in stated if (line := one_line(text)) and not line.startswith(("http", "@", "www.")))
    return next(named, "") or _beside(_page_title(tree), title) or host


def headline(title: str, publisher: str) -> str:
    """A title without the name of the site that pages put after it."""
    line = one_line(title)
    return re.sub(_SEPARATOR + re.escape(publisher) + r"\s*\Z", "", line, flags=re.IGNORECASE) if publisher else line


def published_of(tree: Any) -> str:  # noqa: ANN401
    """The day of publication that meta tags or the lines about the headline state, "" if none does. Cuts the tree."""
    from htmldate import find_date
    from lxml import html

    for element in [element for element in tree.iter() if _is_elsewhere(element)]:
        if element.getparent() is not None:
            element.drop_tree()
    page = html.tostring(tree, encoding="unicode")
    found = find_date(
        _AMBIGUOUS.sub(" ", page),
        url="",  # else it would be taken from the canonical link
        extensive_search=False,
        original_date=True,
        min_date=_DAYS[0],
        max_date=_DAYS[1],
    )
    return found or ""


def _is_elsewhere(element: Any) -> bool:  # noqa: ANN401
    """Whether a part of a page says nothing of when its article appeared."""
    if not isinstance(element.tag, str) or element.tag in _ASIDE:
        return True
    if element.tag in ("meta", "time"):
        return _CHANGED.search(" ".join(map(str, element.attrib.values()))) is not None
    if element.tag in ("p", "li", "blockquote", "td", "dd"):
        return _is_prose("".join(element.itertext())) and element.find(".//h1") is None
    marks = f"{element.get('class', '')} {element.get('id', '')}"
    kept = element.tag in ("html", "head", "body", "main", "article", "h1")
    return not kept and _ELSEWHERE.search(marks) is not None and element.find(".//h1") is None


def _is_prose(text: str) -> bool:
    words = len(text.split())
    return words > _PROSE_WORDS or (words > _LINE_WORDS and text.rstrip("\"'”’) \n").endswith((".", "!", "?")))


def meta(tree: Any, names: tuple[str, ...]) -> str:  # noqa: ANN401
    """The content of the first of these meta tags that says anything."""
    stated: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
        if content := (element.get("content") or "").strip():
            stated.setdefault(name, content)
    return next((stated[name] for name in names if name in stated), "")


def one_line(text: str) -> str:
    """A stated text on one line; entities that were escaped twice, as many systems do, are characters."""
    return " ".join(unescape(text).split())


def _page_title(tree: Any) -> str:  # noqa: ANN401
    found = tree.find(".//head//title")
    return one_line("".join(found.itertext())) if found is not None else ""


def _beside(whole: str, title: str) -> str:
    """What the title of a page has beside the headline, if that is a short name: its last part, or its first."""
    parts = re.split(_SEPARATOR, whole)
    if not title or whole == title:
        return ""
    if whole.endswith(title):
        name = re.split(rf"{_SEPARATOR}|:\s", whole[: -len(title)])[0].strip()
    elif len(parts) > 1 and (whole.startswith(title) or (title.startswith(parts[0]) and " " in parts[0])):
        name = parts[-1]
    else:
        return ""
    return name if len(name.split()) <= _NAME_WORDS else ""


def _joined(base: str, link: str) -> str:
    try:
        return urljoin(base, link.strip())
    except ValueError:
        return ""


def _is_address(link: str) -> bool:
    return link.startswith(("http://", "https://")) and bool(_host(link))


def _host(link: str) -> str:
    try:
        return urlsplit(link).hostname or ""
    except ValueError:  # no sound address
        return ""
