/* A against B in words and figures. */

import { byId, make } from "../shared/elements.js";
import { apartText, LETTERS } from "./second.js";
import { BORDERS } from "./state.js";
import { listenToTable, tableButtons } from "./table_leaving.js";
import { bordered, known, told } from "./telling.js";

/** @typedef {import("./session.js").Session} Session */

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

/** Both answers in a table, as it stands beside the map and leaves it.
 * @param {Session} session
 * @returns {import("../shared/small_table.js").Table | null} nothing where nothing is compared */
function versusTable(session) {
  const { words, now: { state, shown, other } } = session;
  const { t } = words;
  if (!other || !shown || shown.status) return null;
  /** @param {string} name
   * @param {string} first
   * @param {string} second
   * @returns {string[]} */
  const row = (name, first, second) => [name, told(words, shown, first), told(words, other.shown, second),
    gap(words, shown.atLeast[first], other.shown.atLeast[second])];
  const states = bordered(shown) ? BORDERS : ["open"];
  return {
    caption: t("versus") + " \u00b7 " + words.opportunity(state.opportunity),
    head: ["", ...namesOfBoth(session), t("versus_change")],
    body: [...(state.border === other.state.border ? [] : [row(t("versus_chosen"), state.border, other.state.border)]),
           ...states.map((border) => row(t("shown_" + border, { n: words.minutes(state.resistance) }), border, border))],
  };
}

/** The table of both, beside the map.
 * @param {Session} session */
export function showVersus(session) {
  const table = versusTable(session);
  byId("versus-box").hidden = !table;
  if (!table) return;
  byId("versus-title").textContent = table.caption;
  byId("versus-table").replaceChildren(
    make("thead", {}, make("tr", {}, ...table.head.map((text) => make("th", { scope: "col" }, text)))),
    make("tbody", {}, ...table.body.map(([name, ...values]) => make("tr", {}, make("th", { scope: "row" }, name),
      ...values.map((text) => make("td", {}, text))))));
}

/** The buttons beneath the table.
 * @param {Session} session */
export function addVersusButtons(session) {
  const buttons = tableButtons("versus");
  byId("versus-box").append(buttons);
  listenToTable(buttons, session, () => versusTable(session));
}
