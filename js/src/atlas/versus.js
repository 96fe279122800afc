/* A against B: what B asks differs from what A asks in a few points, which stand in the address;
   in all else it follows A. */

import { checked, read, write } from "./state.js";

/** @typedef {import("../types.js").State} State */
/** @typedef {import("../types.js").Patch} Patch */
/** @typedef {import("../types.js").Known} Known */

/** In what two may differ.
 * @type {(keyof State)[]} */
export const DIFFERING = ["place", "trip", "border", "scenario"];

/** What B asks otherwise, as the address has it.
 * @param {Patch} patch
 * @returns {string} */
export const versusText = (patch) => write(/** @type {State} */ (patch),
  DIFFERING.filter((name) => patch[name] !== undefined));

/** What B asks otherwise.
 * @param {string} text
 * @returns {Patch} */
export function versusOf(text) {
  const all = read(text);
  return Object.fromEntries(DIFFERING.filter((name) => all[name] !== undefined).map((name) => [name, all[name]]));
}

/** What B asks; null where nothing is compared.
 * @param {State} state
 * @param {Known} known
 * @returns {State | null} */
export function otherState(state, known) {
  if (!state.versus) return null;
  const patch = versusOf(state.versus);
  // by another trip its own middle is meant
  const more = patch.trip && patch.trip !== state.trip ? { percentile: null } : {};
  return checked({ ...patch, ...more, versus: "", target: "", compare: false }, state, known);
}

/** In what the two differ now.
 * @param {State} one
 * @param {State} other
 * @returns {(keyof State)[]} */
export const differing = (one, other) => DIFFERING.filter((name) => one[name] !== other[name]);

/** B with one thing otherwise; nothing is left where that is what A asks and B has nothing else.
 * @param {State} state
 * @param {Patch} patch
 * @returns {string} */
export function withVersus(state, patch) {
  const all = { ...versusOf(state.versus), ...patch };
  const other = DIFFERING.filter((name) => all[name] !== undefined && all[name] !== state[name]);
  return versusText(Object.fromEntries(other.map((name) => [name, all[name]])));
}
