"""Writes an export as a spreadsheet and as one zip with its game files; it decides nothing about what is in them."""

import io
import json
import re
import zipfile
from collections.abc import Mapping
from datetime import datetime

from django.utils import timezone
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from game.selectors.export import Cell, Export, Sheet

# What a spreadsheet would read as a truth when somebody goes through the cell, in the languages of the game.
LIKE_A_TRUTH = ("true", "false", "waar", "onwaar")
# An x with four hexadecimal digits is how a spreadsheet writes a character; its underscore is written so to stay itself.
ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
WIDEST, NARROWEST, LOOKED_AT = 60, 8, 200
BOLD = Font(bold=True)
WRAPPED = Alignment(wrap_text=True, vertical="top")


def workbook(sheets: tuple[Sheet, ...]) -> bytes:
    """Return a spreadsheet (xlsx) with these sheets, the names of their columns in the first row."""
    book = Workbook(write_only=True)
    for sheet in sheets:
        page = book.create_sheet(sheet.name)
        page.freeze_panes = "A2"
        for number, width in enumerate(_widths(sheet), 1):
            page.column_dimensions[get_column_letter(number)].width = width
        head = [WriteOnlyCell(page, name) for name in sheet.columns]
        for cell in head:
            cell.font = BOLD
            cell.alignment = WRAPPED
        page.append(head)
        for row in sheet.rows:
            page.append([_cell(page, value) for value in row])
        page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns))}{len(sheet.rows) + 1}"
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _cell(page: object, value: Cell) -> object:
    """Return what to write: text as it is, never as a formula, an error or a number; moments in local time."""
    if isinstance(value, datetime):
        return timezone.localtime(value).replace(tzinfo=None, microsecond=0)
    if not isinstance(value, str):
        return value
    text = ESCAPE.sub("_x005F_", ILLEGAL_CHARACTERS_RE.sub("", value))
    is_plain = not text or (text[0].isalpha() and text.lower() not in LIKE_A_TRUTH)
    if is_plain and len(text) <= WIDEST:
        return text
    cell = WriteOnlyCell(page, text)
    if len(text) > WIDEST:
        cell.alignment = WRAPPED  # a sentence is read whole, and not under the next column
    if not is_plain:
        cell.data_type = "s"  # the library takes "#REF!" for an error, "=1" for a formula
        cell.quotePrefix = True  # and a spreadsheet would too, once somebody goes through the cell
    return cell


def _widths(sheet: Sheet) -> list[int]:
    found = []
    for place, name in enumerate(sheet.columns):
        longest = max((_length(row[place]) for row in sheet.rows[:LOOKED_AT]), default=0)
        found.append(min(WIDEST, max(NARROWEST, len(name) + 3, longest + 2)))
    return found


def _length(value: Cell) -> int:
    return 16 if isinstance(value, datetime) else 8 if isinstance(value, float) else len(str(value or ""))


def game_json(file: Mapping[str, object]) -> bytes:
    """Return a game file as JSON text."""
    return json.dumps(file, ensure_ascii=False, allow_nan=False, indent=1).encode()


def archive(export: Export, sheets: tuple[Sheet, ...], name: str) -> bytes:
    """Return a zip with the spreadsheet, called `name`, and every game file in a folder."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as box:
        box.writestr(f"{name}.xlsx", workbook(sheets))
        for file, game in export.files.items():
            box.writestr(f"games/{file}", game_json(game))
    return written.getvalue()
