// What the page can do beyond reading: sort and filter tables, follow the chain that drives a task. Without it nothing is missing.
(() => {
  "use strict";
  const { words, figures, tasks: allTasks } = JSON.parse(document.getElementById("data").textContent);
  const FILTER_FROM = 9;
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const element = (name, text, props = {}) => Object.assign(document.createElement(name), { textContent: text, ...props });

  // Days and figures as the report writes them (with their k, M and B) by size, all else as text; empty cells last.
  const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const oneOf = (names) => `(${names.filter((name) => name).map(escape).join("|")})`;
  const longest = (names) => [...names].sort((a, b) => b.length - a.length);
  const digit = `[${escape(figures.digits)}]`;
  const western = (text) => text.replace(new RegExp(digit, "g"), (found) => [...figures.digits].indexOf(found));
  const PARTS = { YYYY: `(${digit}{4})`, YY: `(${digit}{2})`, MMMM: oneOf(longest(figures.months.map(([name]) => name))),
    MMM: oneOf(longest(figures.months.map(([, short]) => short))), MM: `(${digit}{2})`, M: `(${digit}{1,2})`,
    DD: `(${digit}{2})`, D: `(${digit}{1,2})` };
  const parts = figures.date_pattern.match(/YYYY|YY|MMMM|MMM|MM|M|DD|D|./gsu);
  const DAY = new RegExp("^" + parts.map((part) => PARTS[part] ?? escape(part)).join(""));
  function day(text) {
    const found = DAY.exec(text);
    if (!found) return NaN;
    const named = (part) => figures.months.findIndex((names) => names.includes(part)) + 1;
    const order = parts.filter((part) => part in PARTS);
    const of = (letter) => found[1 + order.findIndex((part) => part.startsWith(letter))];
    return Number(western(of("Y"))) * 400 + (named(of("M")) || Number(western(of("M")))) * 32 + Number(western(of("D")));
  }
  // Marks of direction stand where text runs from the right.
  const MARKS = "[\\u200e\\u200f\\u2066-\\u2069]*";
  const sign = `(?:${escape(figures.currency)})?`;
  const group = figures.group ? `|${escape(figures.group)}` : "";
  const scale = oneOf(longest(figures.scales.map(({ name }) => name)));
  const FIGURE = new RegExp(`^${MARKS}${sign}(-?)${MARKS}${sign}(${digit}(?:${digit}${group})*(?:${escape(figures.decimal)}${digit}+)?)` +
    `(?:\\s*${scale}(?![A-Za-z]))?(?!${digit})(?![\\w-])`, "u");
  function value(text) {
    const date = day(text);
    if (!isNaN(date)) return date;
    const found = FIGURE.exec(text);
    if (!found) return NaN;
    const bare = western(found[2]).replaceAll(figures.group, "").replace(figures.decimal, ".");
    const size = figures.scales.find(({ name }) => name === found[3])?.size ?? 1;
    return (found[1] ? -1 : 1) * Number(bare) * size;
  }
  function compare(a, b) {
    const [x, y] = [value(a), value(b)];
    if (!isNaN(x) && !isNaN(y)) return x - y;
    if (isNaN(x) !== isNaN(y)) return isNaN(x) ? 1 : -1;
    return a < b ? -1 : a > b ? 1 : 0;
  }
  function sort(table, head, column) {
    const down = head.getAttribute("aria-sort") === "ascending";
    all("th", table).forEach((th) => th.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const text = (row) => row.cells[column]?.textContent.trim() ?? "";
    const rows = all("tbody tr", table).map((row, index) => ({ row, index, text: text(row) }));
    rows.sort((a, b) => (down ? -1 : 1) * compare(a.text, b.text) || a.index - b.index);
    table.tBodies[0].append(...rows.map(({ row }) => row));
  }
  // A first cell that is strong as a whole heads a group or names a sum.
  const hasSums = (table) =>
    all("tbody td:first-child > strong", table).some((name) => name.textContent === name.parentNode.textContent);
  function addSorting(table) {
    if (hasSums(table)) return;
    all("thead th", table).forEach((head, column) => {
      // No <button>: on paper, Chromium repeats no head that holds a control.
      const button = element("span", head.textContent, { tabIndex: 0 });
      button.setAttribute("role", "button");
      button.addEventListener("click", () => sort(table, head, column));
      button.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        sort(table, head, column);
      });
      head.replaceChildren(button);
    });
  }
  function addFilter(table) {
    const rows = all("tbody tr", table);
    if (rows.length < FILTER_FROM) return;
    const input = element("input", "", { type: "search" });
    const count = element("span", "");
    count.setAttribute("role", "status");
    const label = element("label", words.filter + " ");
    label.append(input);
    const line = element("div", "", { className: "filter" });
    line.append(label, count);
    table.parentElement.before(line);
    input.addEventListener("input", () => {
      const wanted = input.value.trim().toLowerCase();
      rows.forEach((row) => { row.hidden = !row.textContent.toLowerCase().includes(wanted); });
      const shown = rows.filter((row) => !row.hidden).length;
      count.textContent = wanted ? words.rows.replace("{shown}", shown).replace("{all}", rows.length) : "";
    });
  }
  all("main table").forEach((table) => { addSorting(table); addFilter(table); });

  // The chain of a task: what drives it, back to the start.
  const tasks = new Map(allTasks.map((task) => [task.id, task]));
  const panel = document.getElementById("task");
  function chain(id) {
    const found = [];
    for (let task = tasks.get(id); task && !found.includes(task); task = tasks.get(task.driven_by)) found.push(task);
    return found;
  }
  function hide() {
    panel.hidden = true;
    all("svg.chained").forEach((svg) => svg.classList.remove("chained"));
  }
  function show(id) {
    const [task, ...before] = chain(id);
    if (!task) return;
    const ids = new Set([task, ...before].map((one) => one.id));
    all("[data-task]").forEach((mark) => mark.classList.toggle("in-chain", ids.has(mark.dataset.task)));
    all("svg:has([data-task])").forEach((svg) => svg.classList.toggle("chained", svg.querySelector(".in-chain") !== null));
    const close = element("button", words.close, { type: "button" });
    close.addEventListener("click", hide);
    const steps = element("ol", "");
    steps.append(...before.map((one) => element("li", one.step)));
    panel.replaceChildren(
      element("h2", task.name), element("p", task.dates), element("p", task.float),
      element("p", before.length ? words.chain : words.start), steps, close);
    panel.hidden = false;
  }
  all("svg:has([data-task])").forEach((svg) => {
    const marks = all("[data-task]", svg);
    svg.setAttribute("role", "group");
    marks.forEach((mark, index) => {
      mark.setAttribute("role", "button");
      mark.setAttribute("tabindex", index === 0 ? "0" : "-1");
      mark.setAttribute("aria-label", mark.querySelector("title")?.textContent ?? mark.dataset.task);
      mark.addEventListener("click", () => show(mark.dataset.task));
      mark.addEventListener("keydown", (event) => {
        const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
        if (event.key === "Enter" || event.key === " ") { event.preventDefault(); show(mark.dataset.task); }
        if (!step || !marks[index + step]) return;
        event.preventDefault();
        mark.setAttribute("tabindex", "-1");
        marks[index + step].setAttribute("tabindex", "0");
        marks[index + step].focus();
      });
    });
  });
  addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });

  // Contents: folded where they would push the report away; the section in view is marked.
  if (matchMedia("(max-width: 1079px)").matches) document.querySelector(".contents details").open = false;
  const links = new Map(all(".contents a").map((link) => [link.getAttribute("href").slice(1), link]));
  const seen = new IntersectionObserver((entries) => entries.filter((entry) => entry.isIntersecting).forEach((entry) => {
    links.forEach((link) => link.removeAttribute("aria-current"));
    links.get(entry.target.id)?.setAttribute("aria-current", "true");
  }), { rootMargin: "0px 0px -70% 0px" });
  all("main h2").forEach((heading) => seen.observe(heading));

  // Paper unfolds nothing by itself.
  addEventListener("beforeprint", () => all("details").forEach((details) => { details.open = true; }));
})();
