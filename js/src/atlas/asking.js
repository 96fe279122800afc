/* Asking: a wish becomes a question, the question an answer, and the answer is shown. */

import { fatal, figures, requests } from "./figures.js";
import { checked } from "./state.js";
import { otherState } from "./versus.js";

/** @typedef {import("./session.js").Session} Session */
/** @typedef {import("../types.js").Patch} Patch */
/** @typedef {import("../types.js").State} State */

/** How many times of redrawing are kept, for those who measure. */
const REDRAWS_KEPT = 200;

/** All that is shown at a state, of times that are known.
 * @param {Session} session
 * @param {State} state
 * @param {import("./figures.js").Times} times */
function shownOf(session, state, times) {
  const { engine, baseline } = session;
  const place = session.here(state);
  return figures({
    engine, weights: session.weights(), edge: session.edge,
    cut: session.cut(requests(state, place, baseline).open), palette: session.palettes().times,
    longest: session.longest(state), mean: session.ofInhabitants(state) ? session.mean : null,
    code: place.area ? place.area.code : "", baseline, sides: session.sides,
  }, state, place.country, times);
}

/** What is asked besides, once the answer stands: the second answer, and why a time is as it is.
 * @param {Session} session
 * @param {() => void} draw */
function besides(session, draw) {
  const { now, known, engine, baseline, places } = session;
  let turn = 0;
  /** Computes the second answer.
   * @param {() => boolean} late
   * @returns {Promise<import("../types.js").Other | null>} */
  async function second(late) {
    const state = otherState(now.state, known);
    if (!state) return null;
    const place = session.here(state);
    /** @type {any} */
    const times = {};
    for (const [name, question] of Object.entries(requests(state, place, baseline))) {
      times[name] = await engine.times(question);
      if (late()) return null;
    }
    return fatal(times.open) ? null : { state, place, times, shown: shownOf(session, state, times) };
  }
  /** The question why the time to the target is what the map shows; null where none is asked. */
  function whyAsked() {
    const { state } = now;
    const target = places.get(state.target);
    if (!target) return null;
    const { open, wall } = requests(state, session.here(), baseline);
    return { ...(state.border === "closed" && wall ? wall : open), other: target.ask };
  }
  /** Forgets what is no answer to what is asked now; figures of times that still are follow the question. */
  function renew() {
    const { other, why } = now;
    const state = otherState(now.state, known);
    const same = other && state && JSON.stringify(requests(state, session.here(state), baseline))
      === JSON.stringify(requests(other.state, other.place, baseline));
    now.other = same ? { ...other, state, shown: shownOf(session, state, other.times) } : null;
    if (why && why.key !== JSON.stringify(whyAsked())) now.why = null;
  }
  async function ask() {
    const mine = ++turn;
    const late = () => mine !== turn;
    const wanted = whyAsked();
    const waits = Boolean(now.state.versus && !now.other) || Boolean(wanted && !now.why);
    if (!waits) return;
    const other = now.other ?? await second(late);
    const told = late() || !wanted ? null : { key: JSON.stringify(wanted), ...await engine.why(wanted) };
    if (late()) return;
    now.other = other;
    now.why = told;
    draw();
  }
  return { ask, renew };
}

/** @param {Session} session
 * @param {{begin(before: State): void, draw(): void, later(): void}} showing what is done at once, with the
 *   answer, and when nothing else happens
 * @param {number[]} redrawMs */
export function askingOf(session, showing, redrawMs) {
  const { now, known, data, engine, baseline } = session;
  const more = besides(session, draw);
  /** What was counted when the other direction was last looked at.
   * @type {Record<string, string>} */
  const countedBefore = { to: "population", from: data.start.opportunity };
  let asked = "";
  let moreAsked = Promise.resolve();

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
    if (!now.times) return;
    now.shown = shownOf(session, now.state, now.times);
    more.renew();
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
    moreAsked = more.ask();
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
  return { ask, show, draw, settled: () => moreAsked };
}
