"""Writes an Excel workbook (Office Open XML, ECMA-376) row by row, the same bytes for the same rows.

Only what a table of data needs: a heading that stays in sight and filters, texts, numbers and days. No formula can come
of a text: every text is stored as text, and one that would run if it were typed in again gets an apostrophe in front.
"""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import IO
from xml.sax.saxutils import escape

MOST_ROWS = 100_000  # in a sheet, below its heading: Excel can hold ten times as many, but not work with them
MOST_TEXT = 32_767  # characters that Excel can hold in a cell
RUNS = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")  # https://owasp.org/www-community/attacks/CSV_Injection

_FIRST_DAY = dt.date(1900, 3, 1)  # before it Excel counts a day that never was
_ZERO = dt.date(1899, 12, 30)
_ILLEGAL = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# What is not written as it is; all other text, which is nearly all, goes in at once.
_CARE = re.compile(r"[&<>\x00-\x1f\ud800-\udfff\ufffe\uffff]|\A'*[=+\-@＝＋－＠]|_x[0-9A-Fa-f]{4}_")
_CODED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # what Excel would read as a character's code
_TIME = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can state
_PLAIN, _HEAD, _DAY, _WRAPPED = range(4)  # styles, in the order of the style sheet
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACK = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml."
_STYLES = Path(__file__).with_name("workbook_styles.xml")
_CUT = " … (cut: the CSV file has it all)"


@dataclass(frozen=True)
class Sheet:
    """A sheet: its name (at most 31 characters), headings, rows, and how wide each column is in characters."""

    name: str
    head: Sequence[str]
    rows: Iterable[Sequence[object]]
    widths: Sequence[int]
    wrap: bool = False


def write_workbook(sheets: Sequence[Sheet], path: Path) -> None:
    """Write the sheets; rows are taken one by one, so that they need not fit into memory."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name, content in _frame(sheets).items():
            with packed.open(_entry(name), "w") as part:
                part.write(content.encode())
        for number, sheet in enumerate(sheets, 1):
            with packed.open(_entry(f"xl/worksheets/sheet{number}.xml"), "w", force_zip64=True) as part:
                _write_sheet(sheet, part)


def defused(text: str) -> str:
    """A text that no spreadsheet runs, even when it is typed in again; take the first apostrophe off to have it back.

    >>> defused("=1+1"), defused("'=1"), defused("'tis")
    ("'=1+1", "''=1", "'tis")
    """
    return f"'{text}" if RUNS.match(text) else text


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _TIME)
    entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o100644 << 16
    return entry


def _write_sheet(sheet: Sheet, part: IO[bytes]) -> None:
    letters = [_letters(at) for at in range(len(sheet.head))]
    columns = "".join(f'<col min="{n}" max="{n}" width="{w}" customWidth="1"/>' for n, w in enumerate(sheet.widths, 1))
    part.write(
        f'{_XML}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" '
        f'activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>{columns}</cols><sheetData>'.encode()
    )
    count = 0
    style = _WRAPPED if sheet.wrap else _PLAIN
    for count, row in enumerate(chain([sheet.head], islice(sheet.rows, MOST_ROWS)), 1):
        part.write(_row(count, row, letters, _HEAD if count == 1 else style).encode())
    part.write(f'</sheetData><autoFilter ref="A1:{letters[-1]}{count}"/></worksheet>'.encode())


def _row(number: int, cells: Sequence[object], letters: Sequence[str], style: int) -> str:
    places = zip(letters, cells, strict=True)
    told = [_cell(f"{letter}{number}", cell, style) for letter, cell in places if cell is not None]
    return f'<row r="{number}">{"".join(told)}</row>'


def _cell(place: str, value: object, style: int) -> str:
    if isinstance(value, dt.date) and value >= _FIRST_DAY:
        return f'<c r="{place}" s="{_DAY}"><v>{(value - _ZERO).days}</v></c>'
    if isinstance(value, int | float):
        return f'<c r="{place}" s="{style}"><v>{value!r}</v></c>'
    text = str(value)
    if len(text) > MOST_TEXT // 2 or _CARE.search(text):
        text = escape(_legal(text), {"\r": "&#13;"})
    return f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def _legal(text: str) -> str:
    """A text that fits into a cell of a workbook: defused, short enough, only characters that XML has."""
    text = defused(text)
    if len(text.encode("utf-16-le")) > 2 * MOST_TEXT:  # Excel counts in UTF-16
        text = text[: MOST_TEXT // 2 - len(_CUT)] + _CUT
    return _ILLEGAL.sub("\ufffd", _CODED.sub("_x005F_", text))


def _letters(at: int) -> str:
    """The name of a column, from 0: A, B … Z, AA."""
    return (_letters(at // 26 - 1) if at >= 26 else "") + chr(65 + at % 26)


def _frame(sheets: Sequence[Sheet]) -> dict[str, str]:
    """Everything of the package but the sheets."""
    numbered = list(enumerate(sheets, 1))
    kinds = [(f"xl/worksheets/sheet{n}.xml", f"{_KIND}worksheet+xml") for n, _ in numbered]
    kinds += [("xl/workbook.xml", f"{_KIND}sheet.main+xml"), ("xl/styles.xml", f"{_KIND}styles+xml")]
    parts = [(f"r{n}", "worksheet", f"worksheets/sheet{n}.xml") for n, _ in numbered]
    names = "".join(f'<sheet name="{escape(sheet.name)}" sheetId="{n}" r:id="r{n}"/>' for n, sheet in numbered)
    return {
        "[Content_Types].xml": _content_types(kinds),
        "_rels/.rels": _relations([("r1", "officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_REL}"><sheets>{names}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relations([*parts, ("r0", "styles", "styles.xml")]),
        "xl/styles.xml": _STYLES.read_text(encoding="utf-8"),
    }


def _content_types(kinds: Sequence[tuple[str, str]]) -> str:
    told = "".join(f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in kinds)
    usual = "".join(
        f'<Default Extension="{ending}" ContentType="{kind}"/>'
        for ending, kind in (
            ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            ("xml", "application/xml"),
        )
    )
    return f'{_XML}<Types xmlns="{_PACK}/content-types">{usual}{told}</Types>'


def _relations(parts: Sequence[tuple[str, str, str]]) -> str:
    told = "".join(f'<Relationship Id="{key}" Type="{_REL}/{kind}" Target="{to}"/>' for key, kind, to in parts)
    return f'{_XML}<Relationships xmlns="{_PACK}/relationships">{told}</Relationships>'
