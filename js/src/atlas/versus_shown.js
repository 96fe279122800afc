/* A against B in words and figures. */

import { byId, make } from "../shared/elements.js";
import { apartText, LETTERS } from "./second.js";
import { BORDERS } from "./state.js";
import { bordered, known, told } from "./telling.js";

/** @typedef {import("./session.js").Session} Session */
/** @typedef {import("../types.js").KnownParts} KnownParts */

/** What the two answers are called: a letter and in what they differ; empty where nothing is compared.
 * @param {Session} session
 * @returns {[string, string]} */
export function namesOfBoth(session) {
  const { state, other } = session.now;
  if (!other) return ["", ""];
  return [`${LETTERS[0]}: ${apartText(session, state, other.state)}`, `${LETTERS[1]}: ${apartText(session, other.state, state)}`];
}

/** How much more B has than A: a count and, where A has any, a share.
 * @param {import("../shared/words.js").Words} words
 * @param {number} a
 * @param {number} b
 * @returns {string} */
export function gap(words, a, b) {
  if (!known(a) || !known(b)) return words.t("missing");
  return words.signedCount(b - a) + (a > 0 ? " (" + words.signedShare(b / a - 1) + ")" : "");
}

/** The end of the headline.
 * @param {Session} session
 * @returns {(string | Node)[]} */
export function headlineOfBoth(session) {
  const { words, now: { state, shown, other } } = session;
  if (!other || !shown || shown.status) return [];
  const [a, b] = [shown.atLeast[state.border], other.shown.atLeast[other.state.border]];
  return [" ", ...words.sentence("versus_head", {
    second: namesOfBoth(session)[1], first: LETTERS[0], change: gap(words, a, b),
    value: make("b", {}, told(words, other.shown, other.state.border)),
  })];
}

/** The table of both, beside the map.
 * @param {Session} session */
export function showVersus(session) {
  const { words, now: { state, shown, other } } = session;
  const { t } = words;
  byId("versus-box").hidden = !other || !shown || Boolean(shown.status);
  if (!other || !shown || shown.status) return;
  const both = namesOfBoth(session);
  byId("versus-title").textContent = t("versus") + " \u00b7 " + words.opportunity(state.opportunity);
  /** @param {string} name
   * @param {[string, string]} values
   * @param {string} change */
  const row = (name, values, change) => make("tr", {}, make("th", { scope: "row" }, name),
    ...[...values, change].map((text) => make("td", {}, text)));
  const states = bordered(shown) ? BORDERS : ["open"];
  const same = state.border === other.state.border;
  /** @param {KnownParts} one
   * @param {string} border */
  const value = (one, border) => told(words, one, border);
  const chosen = same ? [] : [row(t("versus_chosen"),
    [value(shown, state.border), value(other.shown, other.state.border)],
    gap(words, shown.atLeast[state.border], other.shown.atLeast[other.state.border]))];
  const head = ["", ...both, t("versus_change")].map((text) => make("th", { scope: "col" }, text));
  byId("versus-table").replaceChildren(make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...chosen,
    ...states.map((border) => row(t("shown_" + border, { n: words.minutes(state.resistance) }),
      [value(shown, border), value(other.shown, border)],
      gap(words, shown.atLeast[border], other.shown.atLeast[border])))));
}
