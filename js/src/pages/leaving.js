/* What leaves a map's page: the map as PNG, SVG and PDF, its table for spreadsheets, a sheet of paper. */

import { byId } from "../shared/elements.js";
import { mapNodes } from "../shared/map_nodes.js";
import { save } from "../shared/saving.js";
import { pdfBlob, pngBlob, sheetOf, svgBlob } from "../shared/sheet.js";
import { save as saveTable } from "../shared/small_table.js";
import { plain } from "../shared/words.js";

/** @typedef {import("../types.js").Page} Page */
/** @typedef {import("../types.js").Topic} Topic */
/** @typedef {import("../types.js").LegendEntry} LegendEntry */

const LONGEST_NAME = 70;

/** What the file is called: the page's title and what is chosen.
 * @param {Page} page */
function fileName({ words, data, choosing }) {
  const chosen = choosing.layerControls().map(choosing.chosen);
  return plain([words.in(data.title), ...chosen].join(" ")).replace(/ /g, "-").slice(0, LONGEST_NAME);
}

/** An entry of the legend as it stands on the page.
 * @param {Element} item
 * @returns {LegendEntry[]} none for a remark */
function entryOf(item) {
  const swatch = item.querySelector(".swatch");
  if (!swatch) return [];
  const look = getComputedStyle(swatch);
  const said = [...item.childNodes].filter((node) => node !== swatch).map((node) => node.textContent?.trim())
    .filter((text) => text).join(", ");
  const names = [...swatch.classList];
  if (names.includes("line") || names.includes("frontier")) {
    return [{ said, line: look.borderTopColor, width: parseFloat(look.borderTopWidth) }];
  }
  const hatch = swatch.querySelector("rect")?.getAttribute("fill");
  const shape = names.find((name) => ["circle", "diamond", "star"].includes(name));
  return [{ said, shape, colour: hatch ?? look.backgroundColor }];
}

/** The table of the page: heads first.
 * @param {Topic} topic
 * @returns {import("../shared/small_table.js").Table} */
function tableOf(topic) {
  const { head, rows } = topic.table();
  /** @param {import("../types.js").Child} cell */
  const text = (cell) => (cell instanceof Node ? cell.textContent ?? "" : cell ?? "");
  return { caption: byId("headline").textContent, head,
           body: rows.map(([first, cells]) => [text(first), ...cells.map(text)]) };
}

/** @param {Page} page
 * @param {() => Topic} topic */
export function listenToLeaving(page, topic) {
  const { words, map, data } = page;
  const below = () => [...document.querySelectorAll("#legend .said")].map((item) => String(item.textContent))
    .concat([byId("strip-notes").firstChild?.textContent ?? "", byId("strip-sources").textContent,
             words.t("made_with", { version: data.version })]);
  /** @param {"png" | "svg" | "pdf"} ending */
  async function picture(ending) {
    const { x: width, y: height } = map.getSize();
    const texts = { title: words.in(data.title), headline: byId("headline").textContent, question: "",
                    legend: byId("legend-title").textContent, below: below() };
    const look = getComputedStyle(document.body);
    const legend = [...byId("legend").children].flatMap(entryOf);
    const sheet = sheetOf({ width, height, nodes: mapNodes(map) }, legend, texts, { ink: look.color, paper: look.backgroundColor });
    save(ending === "png" ? await pngBlob(sheet) : ending === "svg" ? svgBlob(sheet)
      : await pdfBlob(sheet, texts, words.language), fileName(page) + "." + ending);
  }
  for (const ending of /** @type {const} */ (["png", "svg", "pdf"])) {
    byId(ending).addEventListener("click", () => picture(ending));
  }
  for (const ending of /** @type {const} */ (["csv", "xlsx"])) {
    byId(ending).addEventListener("click", () => {
      const table = tableOf(topic());
      const notes = data.notes.map((note) => words.in(note.text));
      saveTable(table, ending, words.language, [words.in(data.title), table.caption, ...notes, ...below()], fileName(page));
    });
  }
  byId("print").addEventListener("click", () => window.print());
}
