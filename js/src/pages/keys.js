/* Lines of a legend and rows of a card. */

import { draw, make, sideKey } from "../shared/elements.js";

/** A line of the legend: a swatch, filled or hatched as the map is, and words.
 * @param {string} fill a colour, or `url(#…)` of a hatching
 * @param {string} text
 * @returns {HTMLLIElement} */
export function key(fill, text) {
  const swatch = make("i", { class: "swatch", "aria-hidden": "true" });
  if (fill.startsWith("url(#")) swatch.append(draw("svg", {}, draw("rect", { width: "100%", height: "100%", fill })));
  else swatch.style.backgroundColor = fill;
  return make("li", {}, swatch, text);
}

/** A line of the legend whose swatch is drawn by a class of its own.
 * @param {string} name
 * @param {string} text
 * @returns {HTMLLIElement} */
export const shapeKey = (name, text) =>
  make("li", {}, make("i", { class: "swatch " + name, "aria-hidden": "true" }), text);

/** A line of the legend that is a line.
 * @param {string} colour
 * @param {number} width in pixels
 * @param {string} text
 * @returns {HTMLLIElement} */
export function lineKey(colour, width, text) {
  const item = shapeKey("line", text);
  const swatch = /** @type {HTMLElement} */ (item.firstChild);
  swatch.style.borderTopColor = colour;
  swatch.style.borderTopWidth = width + "px";
  return item;
}

/** A remark beneath a legend.
 * @param {string} text
 * @returns {HTMLLIElement} */
export const remark = (text) => make("li", { class: "said" }, text);

/** A row of a card: a name and its value.
 * @param {string} name
 * @param {string} value
 * @param {string} [side] a country, whose colour stands before the name
 * @returns {HTMLDivElement} */
export function row(name, value, side) {
  const label = make("span", {}, ...(side ? [sideKey(side)] : []), name);
  return make("div", { class: "row" }, label, make("b", {}, value));
}
