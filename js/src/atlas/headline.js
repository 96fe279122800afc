/* One sentence with the numbers in it; a councillor reads no further than this. */

import { make } from "../shared/elements.js";
import { helpless, known, lacking, sentenceOf, told } from "./telling.js";

/** @typedef {import("../types.js").Shown} Shown */
/** @typedef {import("../types.js").State} State */
/** @typedef {import("../shared/words.js").Words} Words */
/** @typedef {import("./telling.js").Names} Names */

/** @param {string} text
 * @param {boolean} shown on the map */
const strong = (text, shown) => make(shown ? "strong" : "b", {}, text);

/** What a scenario changes, where one is compared.
 * @param {Words} words
 * @param {State} state
 * @param {Names} names
 * @param {Shown} found */
function change(words, state, names, found) {
  const before = found.before?.atLeast[state.border];
  const after = found.atLeast[state.border];
  if (!found.before || !known(before) || !known(after)) return [];
  return [" ", ...words.sentence("head_scenario", {
    scenario: names.scenario, after: strong(told(words, found, state.border), true),
    before: strong(told(words, found.before, state.border), false),
    change: before > 0 ? words.signedShare((after - before) / before) : words.signedCount(after - before),
  })];
}

/** @param {Words} words
 * @param {State} state
 * @param {Names} names
 * @param {Shown} found
 * @returns {(string | Node)[]} */
export function headline(words, state, names, found) {
  const values = { ...names, cutoff: words.minutes(state.cutoff) };
  if (found.status) return words.sentence("head_" + found.status, values);
  const key = sentenceOf(found);
  const lacks = lacking(words, found, "open");
  const nodes = words.sentence("head_" + state.direction + key, {
    ...values,
    open: strong(told(words, found, "open"), state.border === "open"),
    closed: strong(told(words, found, "closed"), state.border === "closed"),
    ...(key === "_unknown" ? { lacking: lacks } : {}),
    ...(key === "" ? { effect: words.signedShare(found.open / found.closed - 1) } : {}),
  });
  if (lacks && (key === "_still" || key === "_no_stop")) nodes.push(" (", lacks, ")");
  if (!helpless(found) && known(found.shareWithout)) {
    nodes.push(" ", ...words.sentence("head_share", { share: words.part(found.shareWithout), vehicle: names.vehicle }));
  }
  const bounds = found.bounds?.[state.border];
  if (bounds) nodes.push(" ", words.t("head_bounds", { a: words.count(bounds[0]), b: words.count(bounds[1]) }));
  if (state.border === "realised" && known(found.realised)) {
    nodes.push(" ", ...words.sentence("head_realised", {
      resistance: words.minutes(state.resistance), realised: strong(told(words, found, "realised"), true),
    }));
  }
  return [...nodes, ...change(words, state, names, found)];
}
