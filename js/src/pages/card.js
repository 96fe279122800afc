/* What is told of one area: on a card beneath the pointer, and with all rows in a popup. */

import { make, sideStyle } from "../shared/elements.js";
import { unitOf } from "./figures.js";
import { row } from "./keys.js";

/** @typedef {import("../types.js").Page} Page */

/** @param {string} text */
const warning = (text) => make("div", { class: "small warn" }, text);

/** @param {Page} page */
export function cardsOf({ words, choosing, base, said }) {
  const { t } = words;
  const { view, fieldName, field } = choosing;

  /** @param {number} number */
  function heading(number) {
    const area = base.areas[number];
    const people = t("population", { n: words.plain(area.population) });
    return [make("strong", {}, area.name), make("div", { class: "small" },
      [t(area.country.toLowerCase()), area.nuts3, people].join(" \u00b7 "))];
  }
  /** @param {number} slot */
  function main(slot) {
    const shown = field();
    return [make("div", { class: "main" }, said.figureAt(fieldName(), slot, unitOf(shown))),
      make("div", { class: "small" }, said.fieldTitle(shown) + (view().mean ? t("of_mean_here") : ""))];
  }
  /** What lies in each country, as a bar where all are known, and in figures.
   * @param {number} slot */
  function sides(slot) {
    const parts = (view().bar ?? []).map((name) => ({ name, value: said.numberAt(name, slot) }));
    const rows = parts.map(({ name }) => row(t(name), said.figureAt(name, slot, "count"), name));
    const sum = parts.reduce((all, { value }) => all + (value ?? 0), 0);
    if (!(sum > 0) || parts.some(({ value }) => value === null)) return rows;
    const bar = make("div", { class: "bar", "aria-hidden": "true" });
    for (const { name, value } of parts) {
      const piece = sideStyle(make("i"), name, "background");
      piece.style.width = (100 * Number(value)) / sum + "%";
      bar.append(piece);
    }
    return [bar, ...rows];
  }
  /** @param {number} slot */
  const rest = (slot) => view().rows.map(([label, name, unit]) =>
    row(words.capital(t(label)), said.figureAt(said.where() + name, slot, unit)));
  /** Between which bounds figures lie that rest on modelled counts.
   * @param {number} slot */
  const bounds = (slot) => (view().bounds ?? []).filter((name) => said.numberAt(name + "_lower", slot) !== null
    && said.numberAt(name + "_upper", slot) !== null).map((name) => row(t("bounds_of", { what: t("row_" + name) }),
    t("bounds_range", { a: said.figureAt(name + "_lower", slot, "plain"), b: said.figureAt(name + "_upper", slot, "plain") })));
  /** What makes a figure say less than it seems to.
   * @param {number} slot
   * @param {boolean} brief */
  function doubts(slot, brief) {
    const without = said.numberAt("without", slot);
    const edge = said.numberAt("edge", slot) ?? 0;
    const unknown = said.numberAt("unknown", slot) ?? 0;
    return [
      ...(without !== null && !brief ? [row(t("row_without"), words.share(without))] : []),
      ...(said.marks(slot).still ? [warning(t("mark_still"))] : []),
      ...(edge > 0 ? [warning(t("edge_mean", { share: words.share(edge) }))] : []),
      ...(unknown > 0 ? [warning(t("lower_bound", { n: words.count(unknown) }))] : []),
    ];
  }
  /** The card of an area, by its number.
   * @param {number} number
   * @param {boolean} [brief] without the rows */
  return function card(number, brief = false) {
    const slot = (view().ids ?? []).indexOf(number);
    return make("div", { class: "card" }, ...heading(number), ...main(slot), ...sides(slot),
      ...(brief ? [] : [...rest(slot), ...bounds(slot)]), ...doubts(slot, brief));
  };
}
