/* The list of offers as a file that a spreadsheet of the language opens. */

import { tame } from "../shared/small_table.js";

/** @typedef {import("./state.js").Found} Found */

/** What is listed of an offer. */
const LISTED = /** @type {const} */ (["title", "company", "address", "postcode", "town", "municipality", "country",
  "level", "sector", "language", "count"]);

/** @param {import("../shared/words.js").Words} words
 * @param {string[]} trips
 * @param {Found[]} reached
 * @param {{times: import("./engine.js").Minutes, home: string, above: string[]}} how `home` a country, `above`
 *   lines over the table
 * @returns {string} */
export function csvOf(words, trips, reached, { times, home, above }) {
  const mark = words.language === "en" ? "," : ";";
  /** @param {string | number | null} value */
  function field(value) {
    const text = typeof value === "number" ? String(value) : tame(String(value ?? ""));
    return /[",;\n\r]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
  }
  /** @param {string} name */
  const column = (name) => words.named("columns", name) ?? name;
  /** @param {string} trip */
  const mode = (trip) => words.named("short", trip) ?? words.named("modes", trip) ?? trip;
  const head = [column("minutes"), words.t("offers_by"), ...LISTED.map(column),
    ...trips.map((trip) => mode(trip) + " (min)"), column("across"), column("located")];
  const rows = reached.map(({ offer, minutes, by }) => [
    Math.round(minutes), mode(by), ...LISTED.map((name) => offer[name]),
    ...trips.map((trip) => (Number.isNaN(times[trip][offer.point]) ? "" : Math.round(times[trip][offer.point]))),
    offer.country === home ? "" : "x", words.named("located", offer.located.replace(" ", "_")),
  ]);
  return "\ufeff" + [...above.map((line) => [line]), head, ...rows]
    .map((row) => row.map(field).join(mark)).join("\r\n") + "\r\n";
}
