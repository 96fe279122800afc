/* What leaves the page as a table: for spreadsheets, and as a workbook with its sources apart. */

import { byId, make } from "../shared/elements.js";
import { save } from "../shared/small_table.js";
import { sourcesText } from "./saying.js";

/** @typedef {import("./session.js").Session} Session */

/** The buttons of a table, in a line of their own.
 * @param {string} name how their ids begin
 * @returns {HTMLElement} */
export const tableButtons = (name) => make("p", { class: "tools" },
  ...["csv", "xlsx"].map((ending) => make("button", { type: "button", id: `${name}-${ending}` }, ending.toUpperCase())));

/** Listens to the buttons of a table.
 * @param {ParentNode} within what they stand in
 * @param {Session} session
 * @param {() => import("../shared/small_table.js").Table | null} tableOf as it stands on the page; none saves nothing */
export function listenToTable(within, session, tableOf) {
  for (const ending of /** @type {const} */ (["csv", "xlsx"])) {
    within.querySelector(`[id$="-${ending}"]`)?.addEventListener("click", () => {
      const table = tableOf();
      if (!table) return;
      const { language } = session.words;
      save(table, ending, language, [byId("headline").textContent, table.caption, ...sourcesText(session)], "atlas");
    });
  }
}
