/* The page on a feed, and whatever page without a map has a table: what leaves it. */

import { byId } from "../shared/elements.js";
import { save } from "../shared/small_table.js";

/** @param {Element} row */
const cells = (row) => [...row.children].map((cell) => cell.textContent ?? "");

for (const ending of /** @type {const} */ (["csv", "xlsx"])) {
  byId(ending)?.addEventListener("click", () => {
    const [head, ...body] = [...document.querySelectorAll("#findings tr")].map(cells);
    const title = document.title;
    save({ caption: title, head: head ?? [title], body }, ending, document.documentElement.lang, [title], "findings");
  });
}
byId("print")?.addEventListener("click", () => window.print());
