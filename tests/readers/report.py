"""Opens reports in a real Chromium and says what is wrong with them.

    python3 tests/readers/report.py SHOTS FILE...

Each FILE is a report.html. Screenshots and the printed page go to the folder SHOTS. Prints what is wrong, one line each, and
exits with 1.
"""

import pathlib
import re
import shutil
import sys

import pypdf
from playwright.sync_api import sync_playwright

BROWSERS = ["chromium", "chromium-browser", "google-chrome"]

WIDE = {"width": 1400, "height": 900}
NARROW = {"width": 420, "height": 900}
VIEWS = {
    "wide": {"viewport": WIDE},
    "narrow": {"viewport": NARROW},
    "dark": {"viewport": WIDE, "color_scheme": "dark"},
    "plain": {"viewport": WIDE, "java_script_enabled": False},
}

# Names of what is wrong in the page as it stands.
LOOK = """() => {
  const wrong = [];
  const ids = [...document.querySelectorAll('[id]')].map((one) => one.id);
  ids.filter((id, at) => ids.indexOf(id) !== at).forEach((id) => wrong.push(`the id ${id} stands twice`));
  document.querySelectorAll('a[href^="#"]').forEach((link) => {
    if (!document.getElementById(link.getAttribute('href').slice(1))) wrong.push(`nothing has the id of the link ${link.href}`);
  });
  document.querySelectorAll('figure').forEach((figure) => {
    if (!figure.querySelector('figcaption')?.textContent.trim()) wrong.push(`${figure.id} has no caption`);
    figure.querySelectorAll('svg').forEach((svg) => {
      const named = svg.getAttribute('aria-labelledby')?.split(' ').map((id) => document.getElementById(id)?.textContent.trim());
      if (!svg.getAttribute('role') || !named?.length || named.some((text) => !text)) wrong.push(`a picture of ${figure.id} is not described`);
    });
  });
  document.querySelectorAll('details').forEach((details) => { details.open = true; });
  document.querySelectorAll('figure svg').forEach((svg) => {
    const frame = svg.getBoundingClientRect();
    const where = svg.getAttribute('aria-labelledby').split('-title')[0];
    const boxes = [...svg.querySelectorAll('text')].map((text) => ({ text: text.childNodes[0]?.data ?? '', box: text.getBoundingClientRect() }));
    boxes.filter(({ box }) => box.left < frame.left - 1 || box.right > frame.right + 1).forEach(({ text }) =>
      wrong.push(`"${text}" runs out of the picture ${where}`));
    boxes.forEach((one, at) => boxes.slice(at + 1).forEach((other) => {
      const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      if (across > 1 && down > one.box.height * 0.4) wrong.push(`"${one.text}" and "${other.text}" cover each other in the picture ${where}`);
    }));
  });
  const channels = (color) => color.match(/[\\d.]+/g).map(Number);
  const light = (color) => {
    const part = (value) => value <= 10.31475 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4;
    const [r, g, b] = channels(color);
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const ground = (one) => {
    for (; one; one = one.parentElement) {
      const color = getComputedStyle(one).backgroundColor;
      if (channels(color)[3] !== 0) return color;
    }
    return 'rgb(255, 255, 255)';
  };
  const faint = new Set();
  document.querySelectorAll('body *').forEach((one) => {
    const own = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!own || !one.getClientRects().length) return;
    const style = getComputedStyle(one);
    const ink = one instanceof SVGElement ? style.fill : style.color;
    if (!ink.startsWith('rgb')) return;
    const [a, b] = [light(ink), light(ground(one))].sort((x, y) => y - x);
    if ((a + 0.05) / (b + 0.05) < 4.5) faint.add(`${one.tagName}.${one.getAttribute('class') ?? ''}: ${ink} on ${ground(one)} is too faint`);
  });
  return wrong.concat([...faint]);
}"""


def browser_path():
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        sys.exit(f"none of {', '.join(BROWSERS)} is on the path")
    return found


def watched(context, address, wrong):
    """A page that notes errors and everything it asks of the outside."""
    page = context.new_page()
    page.on("console", lambda said: said.type in ("error", "warning") and wrong.append(f"console: {said.text}"))
    page.on("pageerror", lambda error: wrong.append(f"script: {error}"))
    page.on("request", lambda asked: asked.url.split("#")[0] != address and wrong.append(f"asks for {asked.url}"))
    page.goto(address)
    return page


def widths(page, wrong):
    over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    if over > 0:
        wrong.append(f"is {over} px wider than the screen")


def first_screen(page, wrong):
    """All that the first screen answers stands on it."""
    for card in page.query_selector_all(".card h2"):
        if card.bounding_box()["y"] > WIDE["height"] - 20:
            wrong.append(f"the card {card.inner_text()} is not on the first screen")
    if page.query_selector(".verdict .mark") is None:
        wrong.append("the first screen has no verdict")


def tables(page, wrong):
    """The first column of the longest table is sorted both ways and filtered, by keyboard."""
    table = max(page.query_selector_all("main table"), key=lambda one: len(one.query_selector_all("tbody tr")))
    button = table.query_selector("thead [role=button]")
    cells = lambda: [row.query_selector("td").inner_text() for row in table.query_selector_all("tbody tr") if row.is_visible()]
    before = cells()
    for order, down in (("ascending", False), ("descending", True)):
        button.focus()
        page.keyboard.press("Enter")
        if table.query_selector("thead th").get_attribute("aria-sort") != order:
            wrong.append(f"a table does not say that it is {order}")
        if sorted(before) != before and cells() == before and not down:
            wrong.append("a table is not sorted")
    field = table.evaluate_handle("table => table.parentElement.previousElementSibling.querySelector('input')").as_element()
    field.fill(before[0])
    if not 0 < len(cells()) < len(before):
        wrong.append("a table is not filtered")
    field.fill("")


def chain(page, wrong):
    """A task of the schedule is chosen by keyboard, shows its chain, and is left with Escape."""
    page.query_selector("#figure-gantt [data-task]").focus()
    for key in ("ArrowDown", "ArrowDown", "Enter"):
        page.keyboard.press(key)
    panel = page.query_selector("#task")
    if not panel.is_visible() or len(panel.query_selector_all("li")) < 1:
        wrong.append("a task does not show its chain")
    if len(page.query_selector_all("#figure-gantt .in-chain")) < 2:
        wrong.append("a chain is not marked in the schedule")
    page.keyboard.press("Escape")
    if panel.is_visible():
        wrong.append("the chain does not go away")


def printed(page, path, wrong):
    """Every page has its number, and a table that goes on has its head again."""
    page.pdf(path=path, prefer_css_page_size=True)
    pages = [sheet.extract_text() for sheet in pypdf.PdfReader(path).pages]
    for at, text in enumerate(pages, 1):
        if not re.search(rf"\b{at} / {len(pages)}\b", text):
            wrong.append(f"page {at} of {len(pages)} has no number")
    heads = sum(text.count("Runner-up") for text in pages)
    if heads <= len([one for one in page.query_selector_all("thead") if "Runner-up" in one.inner_text()]):
        wrong.append("the head of a table that goes on is not repeated")


def check(browser, path, shots):
    address = path.resolve().as_uri()
    stem, wrong = f"report-{path.parent.name}", []
    for name, options in VIEWS.items():
        context = browser.new_context(**options)
        found = []
        page = watched(context, address, found)
        page.screenshot(path=shots / f"{stem}-{name}.png")
        if name != "plain":
            widths(page, found)
        if name == "wide":
            first_screen(page, found)
            if not found:
                tables(page, found)
                chain(page, found)
            printed(page, shots / f"{stem}.pdf", found)
        if name in ("wide", "dark"):
            found += page.evaluate(LOOK)
            for figure in page.query_selector_all("figure"):
                figure.screenshot(path=shots / f"{stem}-{name}-{figure.get_attribute('id')}.png")
        wrong += [f"{path.parent.name}, {name}: {what}" for what in found]
        context.close()
    return wrong


def main():
    shots = pathlib.Path(sys.argv[1])
    shots.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=["--no-sandbox"])
        wrong = [what for path in sys.argv[2:] for what in check(browser, pathlib.Path(path), shots)]
        browser.close()
    print("\n".join(wrong) if wrong else "nothing is wrong")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
