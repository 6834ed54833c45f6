"""How to cite a version of the dataset, in words and for BibTeX."""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline.charts.measure import clean
from timeline.package.layout import SUMS
from timeline.package.meta import LICENCES
from timeline.site.published import PACKAGE, Published


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation as one line, and as a BibTeX entry."""

    text: str
    bibtex: str


def citation(published: Published) -> Citation:
    """Cite this version: who, when, what, where, and the checksum that tells it from every other."""
    meta = published.meta
    people = [clean(person.title) for person in meta.contributors]
    year = str(published.given.year) if published.given else ""
    known = published.files.get(f"{PACKAGE}/{SUMS}")
    checksum = f"SHA-256 of {SUMS}: {known.sha256}" if known else ""
    who = f"{', '.join(people)}{f' ({year})' if year else ''}" if people else ""
    title = (
        f"{clean(meta.title)}{f' ({year})' if year and not people else ''}, version {clean(meta.version)} [data set]"
    )
    licence = LICENCES.get(meta.licence, (meta.licence, ""))[0]
    text = ". ".join(filter(None, (who, title, licence, meta.base_url, checksum))) + "."
    return Citation(text, _bibtex(published, people, year, checksum))


def _bibtex(published: Published, people: list[str], year: str, checksum: str) -> str:
    meta = published.meta
    fields = {
        "author": " and ".join(f"{{{_tex(name)}}}" for name in people),
        "title": f"{{{_tex(clean(meta.title))}}}",
        "year": year,
        "version": _tex(clean(meta.version)),
        "url": re.sub(r"[{}\\\s]", "", meta.base_url),
        "note": _tex(checksum),
    }
    lines = "".join(f",\n  {key} = {{{value}}}" for key, value in fields.items() if value)
    return f"@misc{{{meta.name}{lines}\n}}"


def _tex(text: str) -> str:
    """Text in which TeX sees no command."""
    special = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
    return re.sub(r"[\\~^{}$&#_%]", lambda found: special.get(found[0], f"\\{found[0]}"), text)
