/* Asking: a wish becomes a question, the question an answer, and the answer is shown. */

import { figures, requests } from "./figures.js";
import { checked } from "./state.js";

/** @typedef {import("./session.js").Session} Session */
/** @typedef {import("../types.js").Patch} Patch */
/** @typedef {import("../types.js").State} State */

/** How many times of redrawing are kept, for those who measure. */
const REDRAWS_KEPT = 200;

/** @param {Session} session
 * @param {{begin(before: State): void, draw(): void, later(): void}} showing what is done at once, with the
 *   answer, and when nothing else happens
 * @param {number[]} redrawMs */
export function askingOf(session, showing, redrawMs) {
  const { now, known, data, engine, baseline } = session;
  /** What was counted when the other direction was last looked at.
   * @type {Record<string, string>} */
  const countedBefore = { to: "population", from: data.start.opportunity };
  let asked = "";

  /** Computes the times of the state; false where something else has been asked meanwhile. */
  async function compute() {
    const wanted = requests(now.state, session.here(), baseline);
    const key = JSON.stringify(wanted);
    if (key === asked) return true;
    asked = key;
    /** @type {any} */
    const found = {};
    // one after the other: what nobody waits for any longer is not computed
    for (const [name, question] of Object.entries(wanted)) {
      found[name] = await engine.times(question);
      if (asked !== key) return false;
    }
    now.times = found;
    return true;
  }
  /** Everything that shows the times that are known; at once, so that a printer can wait for it. */
  function draw() {
    const { state, times } = now;
    if (!times) return;
    const place = session.here();
    now.shown = figures({
      engine, weights: session.weights(), edge: session.edge,
      cut: session.cut(requests(state, place, baseline).open), palette: session.palettes().times,
      longest: session.longest(), mean: session.ofInhabitants() ? session.mean : null,
      code: place.area ? place.area.code : "", baseline, sides: session.sides,
    }, state, place.country, times);
    showing.draw();
  }
  /** @param {State} before */
  async function show(before) {
    const started = performance.now();
    const old = now.times;
    showing.begin(before);
    if (!(await compute())) return;
    draw();
    showing.later();
    if (old !== now.times) return;
    redrawMs.push(performance.now() - started);
    if (redrawMs.length > REDRAWS_KEPT) redrawMs.shift();
  }
  /** Asks something else; what cannot be is left as it was.
   * @param {Patch} patch */
  function ask(patch) {
    const before = now.state;
    const after = checked(patch, before, known);
    if (after.direction !== before.direction && !patch.opportunity) {
      countedBefore[before.direction] = before.opportunity;
      after.opportunity = countedBefore[after.direction];
    }
    now.state = after;
    return show(before);
  }
  return { ask, show, draw };
}
