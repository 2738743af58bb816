"""Reads a workbook of the bill of materials by a reader of its own and holds it to the plan that it was made from.

usage: bom.py plan.json bom.xlsx

LibreOffice computes all formulas anew, from a copy without their results: the results that were written must be those.
"""

import json
import math
import subprocess
import sys
import tempfile
from pathlib import Path

from openpyxl import load_workbook

HEADER = 4
# Headings below which formulas may stand.
COMPUTED = {
    "Quantity",
    "To order",
    "Price delivered, low",
    "Price delivered, likely",
    "Price delivered, high",
    "Installation, low",
    "Installation, likely",
    "Installation, high",
    "Order value, likely",
    "Amount, low",
    "Amount, likely",
    "Amount, high",
    "Committed by then",
    "Extended price",
}
TABLES = ("BOM", "Consolidated", "Orders by PO date", "Re-use ledger")


def recomputed(book, folder):
    """The workbook with all formulas computed by LibreOffice."""
    bare = Path(folder, "bare.xlsx")
    load_workbook(book).save(bare)
    out = Path(folder, "out")
    profile = f"-env:UserInstallation=file://{folder}/profile"
    convert = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(out), str(bare)]
    subprocess.run(convert, check=True, capture_output=True, timeout=300)
    return load_workbook(out / "bare.xlsx", data_only=True)


def same(a, b):
    """Numbers to a thousandth of a cent."""
    if isinstance(a, (int, float)) and isinstance(b, (int, float)):
        return abs(a - b) < 1e-5
    return a == b


def check_formulas(formulas, written, computed):
    count = 0
    for sheet in formulas:
        table = sheet.title in TABLES or sheet.title.startswith("RFQ ")
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"):
            where = f"{sheet.title}!{cell.coordinate}"
            count += 1
            if table:
                heading = sheet.cell(HEADER, cell.column).value
                assert heading in COMPUTED, f"{where} is a formula below {heading!r}"
            told, found = (book[sheet.title][cell.coordinate].value for book in (written, computed))
            assert same(told, found), f"{where}: written {told!r}, computed {found!r}: {cell.value}"
    assert count > 100, f"{count} formulas"
    for cell in (cell for sheet in formulas for row in sheet.iter_rows() for cell in row if cell.data_type == "s"):
        where = f"{cell.parent.title}!{cell.coordinate}"
        assert cell.quotePrefix or not cell.value.startswith(("=", "+", "-", "@")), f"{where} is a formula once it is edited"
    for sheet in computed:
        wrong = [cell.coordinate for row in sheet.iter_rows() for cell in row if str(cell.value).startswith("#")]
        assert not wrong, f"{sheet.title}: errors in {wrong}"


def column(sheet, heading):
    return next(cell.column for cell in sheet[HEADER] if cell.value == heading)


def below(sheet, heading):
    at = column(sheet, heading)
    return [sheet.cell(row, at).value for row in range(HEADER + 1, sheet.max_row + 1)]


def check_totals(plan, computed):
    for title in ("BOM", "Consolidated"):
        sheet = computed[title]
        for end, usd in plan["capex"]["direct"].items():
            total = sheet.cell(HEADER - 1, column(sheet, f"Amount, {end}")).value
            assert abs(total - usd) < 0.005, f"{title}, {end}: {total} and {usd} in the plan"
    orders = computed["Orders by PO date"]
    values, installation = (
        orders.cell(HEADER - 1, column(orders, heading)).value for heading in ("Order value, likely", "Installation, likely")
    )
    assert abs(values + installation - plan["capex"]["direct"]["likely"]) < 0.005, f"orders: {values} and {installation}"
    goods = sum(order_value(line) for line in plan["bom"] if line["amount"])
    assert abs(values - goods) < 0.005 and values < plan["capex"]["direct"]["likely"], f"orders: {values} and {goods}"


def order_value(line):
    """Goods of a line to the cent, or all of it where its price holds installation."""
    price = line["price_split"]["goods"] if line["price_split"] else line["unit_price"]
    return math.floor(price["likely"] * line["quantity"] * 100 + 0.5 + 1e-7) / 100


def check_lines(plan, computed):
    """Every line once, its price as planned; an unpriced line has empty cells and is counted."""
    sheet = computed["BOM"]
    names = ("Line", "Description", "Price delivered, likely", "Installation, likely", "Amount, likely", "Price status")
    columns = [below(sheet, name) for name in names]
    rows = [row for row in zip(*columns) if row[0] is not None]
    lines = {line["line"]: line for line in plan["bom"]}
    assert sorted(row[0] for row in rows) == sorted(lines)
    for number, description, goods, installation, amount, status in rows:
        line = lines[number]
        assert (description, status) == (line["description"], line["price_status"]), number
        price, split = line["unit_price"], line["price_split"]
        assert same(goods, price and (split["goods"] if split else price)["likely"]), number
        told = split["installation"]["likely"] if split else price and "included"
        assert same(installation, told), f"{number}: {installation!r} and {told!r}"
        assert same(amount, line["amount"]["likely"] if line["amount"] else "unpriced"), number
    page = computed["Assumptions"]
    counted = {row[0].value: row[1].value for row in page.iter_rows(max_col=2)}
    capex = plan["capex"]
    assert counted["priced from a published figure"] == capex["lines_priced"]
    assert counted["priced by an engineering estimate"] == capex["lines_estimated"]
    assert counted["unpriced: in no sum"] == capex["lines_unpriced"]
    assert [row[1].value for row in page.iter_rows(max_col=2) if str(row[0].value).startswith("Difference")] == [0]


def check_quotations(plan, computed):
    """What vendors see holds no price, and every line that is still to be ordered."""
    asked = 0
    for sheet in (sheet for sheet in computed if sheet.title.startswith("RFQ ")):
        texts = [str(cell.value) for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
        assert not [text for text in texts if "$" in text], sheet.title
        for heading in ("Unit price offered", "Lead offered, weeks", "Exceptions"):
            assert not any(below(sheet, heading)), f"{sheet.title}: {heading}"
        assert set(below(sheet, "Extended price")) == {"-"}, sheet.title
        asked += sum(1 for line in below(sheet, "Line") if line)
    assert asked > 0
    to_order = [line for line in plan["bom"] if "order" not in line and not line["item"].startswith("utility.")]
    assert asked <= len(to_order)


def check_frames(formulas):
    for sheet in formulas:
        assert sheet.freeze_panes, f"{sheet.title} has no frozen header"
        assert sheet.page_setup.orientation == "landscape" and sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.title
        assert "&P" in sheet.oddFooter.right.text, sheet.title
        if sheet.title != "Assumptions":
            assert sheet.auto_filter.ref and sheet.print_title_rows == f"${HEADER}:${HEADER}", sheet.title
    levels = {dimension.outlineLevel for dimension in formulas["BOM"].row_dimensions.values()}
    assert {1, 2} <= levels, levels


def main(plan_path, book_path):
    plan = json.loads(Path(plan_path).read_text())
    formulas, written = load_workbook(book_path), load_workbook(book_path, data_only=True)
    with tempfile.TemporaryDirectory() as folder:
        computed = recomputed(book_path, folder)
    check_formulas(formulas, written, computed)
    check_totals(plan, computed)
    check_lines(plan, computed)
    check_quotations(plan, computed)
    check_frames(formulas)
    print(", ".join(sheet.title for sheet in formulas))


if __name__ == "__main__":
    main(*sys.argv[1:])
