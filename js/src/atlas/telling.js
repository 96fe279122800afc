/* How figures are told: as far as they are known, with what is lacking. */

import { WHOLE } from "../shared/precision.js";

/** @typedef {import("../types.js").Shown} Shown */
/** @typedef {import("../types.js").KnownParts} KnownParts */
/** @typedef {import("../types.js").State} State */
/** @typedef {import("../shared/words.js").Words} Words */
/** @typedef {Record<string, string>} Names what the place, the trip and so on are called */

/** @param {number | null | undefined} v
 * @returns {v is number} */
export const known = (v) => v !== null && v !== undefined && !Number.isNaN(v);

/** Whether there is a border at all: cells in two countries or more.
 * @param {Pick<KnownParts, "sides">} found */
export const bordered = ({ sides }) => sides.length > 1;

/** Where everything is reached without a ride, no train or bus helps.
 * @param {{shareWithout: number}} found */
export const helpless = (found) => found.shareWithout >= WHOLE;

/** A count as far as it is known: "at least" where counts within reach are not, or a country's.
 * @param {Words} words
 * @param {Pick<KnownParts, "atLeast" | "lacks" | "missing">} found
 * @param {string} name of a state of the border
 * @returns {string} */
export function told(words, found, name) {
  const value = found.atLeast[name];
  if (!known(value)) return words.t("missing");
  const bound = found.lacks[name].length > 0 || (found.missing > 0 && value > 0);
  return bound ? words.t("at_least", { n: words.count(value) }) : words.count(value);
}

/** Of which countries nothing is known.
 * @param {Words} words
 * @param {Pick<KnownParts, "lacks">} found
 * @param {string} name of a state of the border
 * @returns {string} */
export const lacking = (words, found, name) =>
  found.lacks[name].map((side) => words.t("no_data_of", { country: words.t(side) })).join(", ");

/** What the border costs: relative and absolute; undefined where nothing is reached without it.
 * @param {Words} words
 * @param {{open: number, closed: number}} found
 * @returns {string} */
export function effectText(words, { open, closed }) {
  if (!known(open) || !known(closed)) return words.t("effect_missing");
  if (closed === 0) {
    return words.t("effect_undefined") + (open === 0 ? "" : " (" + words.signedCount(open) + ")");
  }
  return words.t("effect_said", {
    relative: words.signedShare(open / closed - 1), absolute: words.signedCount(open - closed),
  });
}

/** Which sentence tells what is reached.
 * @param {Shown} found
 * @returns {string} the end of its key */
export function sentenceOf(found) {
  if (!known(found.atLeast.open)) return "_nothing";
  if (helpless(found)) return found.noService ? "_no_stop" : "_still";
  if (found.lacks.open.length) return "_unknown";
  if (!bordered(found)) return "_whole";
  if (found.closed === 0 && found.open > 0) return "_undefined";
  if (Math.round(found.closed) !== Math.round(found.open)) return "";
  /* Where what is reached ends with the data, nobody knows what lies across. */
  return found.touchesEdge ? "_same_edge" : "_same";
}
