"""A piece of HTML to its plain text, a paragraph a line."""

from __future__ import annotations

import re

_BLOCKS = frozenset(
    "address article blockquote br dd div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre section table tr"
    " ul".split()
)
_UNREAD = ("script", "style", "noscript", "template", "iframe", "object")
_CONTROLS = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]"
    r"|&#(?:0{0,6}(?:[0-8]|1[124-9]|2\d|3[01])(?!\d)|x0{0,6}(?:[0-8bc]|1[0-9a-f])(?![0-9a-f]));?",
    re.IGNORECASE,
)
"""Characters that no markup may hold, written as they are or as references."""
_SPACES = re.compile(r"[^\S\n]+")


def text_of(markup: str) -> str:
    """The text of a fragment; a text without markup comes back as it is, and nothing in it is ever run."""
    if "<" not in markup and "&" not in markup:
        return markup.strip()
    from lxml import html
    from lxml.etree import LxmlError, iterwalk

    try:
        root = html.fragment_fromstring(
            _CONTROLS.sub(" ", markup), create_parent="div", parser=html.HTMLParser(huge_tree=True)
        )
    except (LxmlError, ValueError):
        return _SPACES.sub(" ", re.sub(r"<[^<>]{0,500}>", " ", markup)).strip()
    for element in list(root.iter(*_UNREAD)):
        element.drop_tree()
    parts: list[str] = []
    for event, element in iterwalk(root, events=("start", "end")):
        if isinstance(element.tag, str) and element.tag in _BLOCKS:
            parts.append("\n")
        text = element.text if event == "start" and isinstance(element.tag, str) else None
        tail = element.tail if event == "end" and element is not root else None
        parts += [part.replace("\n", " ") for part in (text, tail) if part]
    lines = (_SPACES.sub(" ", line).strip() for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)
