/* What is chosen on a map's page, in its address: a link shows the same. */

import { LANGUAGES } from "../shared/words.js";

/** @typedef {import("../types.js").MapData} MapData */
/** @typedef {import("./choosing.js").Choosing} Choosing */

/** What an address asks for: language, theme, and what is chosen by the names of the controls.
 * @param {string} fragment
 * @returns {Record<string, string>} */
export function readAddress(fragment) {
  const text = fragment.replace(/^#/, "");
  if (LANGUAGES.includes(text)) return { lang: text };
  return Object.fromEntries(new URLSearchParams(text));
}

/** Chooses what an address asks for; what is not there is left as it was.
 * @param {Record<string, string>} asked
 * @param {MapData} data
 * @param {Choosing} choosing */
export function chooseAsked(asked, data, { state, view, choose }) {
  const place = data.views.findIndex(({ kind }) => kind === asked.view);
  if (place >= 0) state.view = place;
  for (const control of view().controls) {
    if (control.options.includes(asked[control.id])) choose(control, asked[control.id]);
  }
  const number = data.base.areas.findIndex(([code]) => code === asked.area);
  state.area = view().ids?.includes(number) ? number : null;
}

/** The part of an address after #.
 * @param {MapData} data
 * @param {Choosing} choosing
 * @param {{language: string, theme: string}} appearance
 * @returns {string} */
export function writeAddress(data, { state, view, chosen }, { language, theme }) {
  const found = new URLSearchParams({ lang: language });
  if (theme !== "auto") found.set("theme", theme);
  if (data.views.length > 1) found.set("view", view().kind);
  for (const control of view().controls) {
    if (control.options.length > 1) found.set(control.id, chosen(control));
  }
  if (state.area !== null) found.set("area", data.base.areas[state.area][0]);
  return found.toString();
}
