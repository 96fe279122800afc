/* A page of text and tables: what leaves it, in the language that is shown. */

import { byId, draw } from "../shared/elements.js";
import { save as saveBlob } from "../shared/saving.js";
import { LEAST_ROOM, measuring, pngBlob, sheetOf, wrap } from "../shared/sheet.js";
import { save } from "../shared/small_table.js";
import { plain } from "../shared/words.js";

const SPACE = 14;
/** Heights of a line over a chart, and what lies between it and the chart. */
const [LINE, GAP] = [17, 5];

/** What is shown of a kind.
 * @param {string} query
 * @returns {Element[]} */
const shown = (query) => [...document.querySelectorAll(`.told:not([hidden]) ${query}`)];
/** @param {Element} row */
const cells = (row) => [...row.children].map((cell) => cell.textContent?.trim() ?? "");
const fileName = () => plain(document.title).replace(/ /g, "-").slice(0, 70) || "grensgeo";

/** Its tables beneath one another, each under its heading where there are several.
 * @returns {string[][]} */
function rows() {
  const tables = shown("table");
  return tables.flatMap((table, i) => {
    const named = table.closest("section")?.querySelector("h2, h3")?.textContent;
    const own = [...table.querySelectorAll("tr")].map(cells);
    return tables.length > 1 ? [...(i ? [[]] : []), [named ?? ""], ...own] : own;
  });
}

/** Its charts beneath one another, as they are coloured now.
 * @returns {{width: number, height: number, nodes: SVGElement[]}} */
function charts() {
  const [nodes, write] = [/** @type {SVGElement[]} */ ([]), getComputedStyle(document.body)];
  const measure = measuring(600, 13);
  let [width, y] = [LEAST_ROOM, 0];
  for (const plot of shown("svg.plot")) {
    const { width: wide, height } = /** @type {SVGSVGElement} */ (plot).viewBox.baseVal;
    const copy = /** @type {SVGElement} */ (plot.cloneNode(true));
    const parts = copy.querySelectorAll("*");
    [...plot.querySelectorAll("*")].forEach((part, i) => {
      const look = getComputedStyle(part);
      for (const name of ["fill", "stroke", "font-size"]) parts[i].setAttribute(name, look.getPropertyValue(name));
    });
    const said = wrap(measure, plot.getAttribute("aria-label") ?? "", LEAST_ROOM);
    nodes.push(...said.map((line, i) =>
      draw("text", { x: 0, y: y + 14 + LINE * i, "font-size": 13, "font-weight": 600, fill: write.color }, line)));
    const top = y + LINE * said.length + GAP;
    for (const [name, value] of Object.entries({ x: 0, y: top, width: wide, height })) copy.setAttribute(name, String(value));
    nodes.push(copy);
    [width, y] = [Math.max(width, wide), top + height + SPACE];
  }
  return { width, height: y, nodes };
}

for (const ending of /** @type {const} */ (["csv", "xlsx"])) {
  byId(ending)?.addEventListener("click", () => {
    const [head, ...body] = rows();
    const { title, documentElement } = document;
    save({ caption: title, head: head ?? [title], body }, ending, documentElement.lang, [title, ...shown("li").map((one) =>
      one.textContent ?? "")], fileName());
  });
}
byId("png")?.addEventListener("click", async () => {
  const look = getComputedStyle(document.body);
  const sheet = sheetOf(charts(), [], { title: document.title, headline: shown(".lead, .summary")[0]?.textContent ?? "",
    question: "", legend: "", below: [document.querySelector("footer")?.textContent?.trim() ?? ""] },
  { ink: look.color, paper: look.backgroundColor });
  saveBlob(await pngBlob(sheet), fileName() + ".png");
});
/* On paper stands all; on the screen what was folded is folded again. */
/** @type {HTMLDetailsElement[]} */
let unfolded = [];
window.addEventListener("beforeprint", () => {
  unfolded = /** @type {HTMLDetailsElement[]} */ (shown("details:not([open])"));
  for (const box of unfolded) box.open = true;
});
window.addEventListener("afterprint", () => {
  for (const box of unfolded) box.open = false;
});
byId("print")?.addEventListener("click", () => window.print());
