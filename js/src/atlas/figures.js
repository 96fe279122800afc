/* From the engine's times to the figures that are shown. */

import { limitOf, WHOLE } from "../shared/precision.js";
import { bandsTo, widthOf } from "./colours.js";

/** @typedef {import("../types.js").State} State */
/** @typedef {import("../types.js").Answer} Answer */
/** @typedef {import("../types.js").Asked} Asked */
/** @typedef {import("../types.js").Counting} Counting */
/** @typedef {import("../types.js").Counts} Counts */
/** @typedef {import("../types.js").Curve} Curve */
/** @typedef {import("../types.js").Minutes} Minutes */
/** @typedef {import("../types.js").Reach} Reach */
/** @typedef {import("../types.js").KnownParts} KnownParts */
/** @typedef {import("../types.js").Shown} Shown */
/** @typedef {import("../types.js").Area} Area */
/** @typedef {{open: Answer, wall?: Answer, before?: Answer, beforeWall?: Answer}} Times
 *   over all ways and over one's own country's; the same in the baseline */
/** @typedef {{engine: Counting, weights: Counts, edge: Uint8Array, cut: number, palette: string[], longest: number,
 *   mean: import("./mean.js").Mean | null, code: string, baseline: string, sides: string[]}} Basis what
 *   figures come from; `cut` is the minute at which the end of the network is reached, `sides` are keys of the
 *   countries' names */
/** @typedef {{curve: Curve, edge: number[], cut: number, walked: Curve | null}} RankEntry */

/** What lies in the own country, and in each other; where the own holds no cells it is not known.
 * @template T
 * @param {T[]} by country
 * @param {number} home
 * @returns {{own: T | undefined, others: T[]}} */
export const split = (by, home) => ({ own: by[home], others: by.filter((_, country) => country !== home) });

/** Missing is not zero: of nothing known the sum is not known.
 * @param {number[]} parts
 * @returns {number} */
export function sumKnown(parts) {
  const told = parts.filter((value) => !Number.isNaN(value));
  return told.length ? told.reduce((all, value) => all + value, 0) : NaN;
}
/** At least nothing is no knowledge: where a part is not known and the rest is none, nothing is.
 * @param {number[]} parts
 * @returns {number} */
export function bound(parts) {
  const sum = sumKnown(parts);
  return sum === 0 && parts.some((value) => Number.isNaN(value)) ? NaN : sum;
}
/** Where no stop is near, times without a train or a bus still stand.
 * @param {{status: string}} answer */
export const fatal = (answer) => answer.status !== "" && answer.status !== "no_service";

/** The questions to the engine behind a state, by what they are for.
 * @param {State} state
 * @param {{ask: Asked["place"]}} place
 * @param {string} baseline
 * @returns {Record<keyof Times, Asked>} those that are needed */
export function requests(state, place, baseline) {
  /** @param {string} scenario
   * @param {boolean} foreign
   * @returns {Asked} */
  const one = (scenario, foreign) => ({
    place: place.ask, trip: state.trip, direction: state.direction, percentile: state.percentile,
    foreign_routing: foreign, scenario,
  });
  const wall = state.reading === "routing";
  /** @type {any} */
  const asked = { open: one(state.scenario, true) };
  if (wall) asked.wall = one(state.scenario, false);
  if (state.scenario !== baseline) {
    asked.before = one(baseline, true);
    if (wall) asked.beforeWall = one(baseline, false);
  }
  return asked;
}

/** Whether what lies in a cell counts, given its time in minutes and its country.
 * @param {State} state
 * @param {number} home
 * @returns {(time: number, country: number) => boolean} */
export function counts(state, home) {
  const limit = limitOf(state.cutoff);
  return (time, country) => time <= limit && (country === home || state.border === "open"
    || (state.border === "realised" && Math.fround(time + state.resistance) <= limit));
}

/** Reach with the border closed, felt and open, from times over all ways and over one's own.
 * @param {Basis} basis
 * @param {State} state
 * @param {number} home
 * @param {{open: Answer, wall?: Answer}} times
 * @returns {Reach} */
function reachOf({ engine, weights }, state, home, { open, wall }) {
  const all = engine.reach(open.minutes, weights, state.cutoff, home, { resistance: state.resistance });
  const own = wall ? engine.reach(wall.minutes, weights, state.cutoff, home, {}) : all;
  return { ...all, closed: own.closed };
}

/** What is known of each state of the border, and of which countries it is not known: what one
 * country lacks does not hide what the others have.
 * @template {Reach} T
 * @param {T} reach
 * @param {State} state
 * @param {number} home
 * @param {string[]} sides keys of the names of all countries
 * @returns {T & KnownParts} */
export function knownParts(reach, state, home, sides) {
  const own = reach.by[home] ?? NaN;
  /** @type {Record<string, number[]>} */
  const parts = {
    closed: [reach.closed],
    realised: [own, ...split(reach.feltBy, home).others],
    open: [own, ...split(reach.by, home).others],
  };
  const names = [sides[home] ?? "other", ...split(sides.slice(0, reach.by.length), home).others];
  /** @type {Record<string, number>} */
  const atLeast = {};
  /** @type {Record<string, string[]>} */
  const lacks = {};
  for (const [name, values] of Object.entries(parts)) {
    atLeast[name] = bound(values);
    lacks[name] = names.filter((_, i) => Number.isNaN(values[i]));
  }
  const border = /** @type {import("../types.js").Border} */ (state.border);
  const across = { closed: reach.by.map(() => 0), realised: reach.feltBy, open: reach.by }[border];
  const shownBy = across.map((value, country) =>
    (country !== home ? value : border === "closed" ? reach.closed : reach.by[home]));
  return { ...reach, atLeast, lacks, shown: reach[border], shownBy, sides: sides.slice(0, reach.by.length),
           unknownCountries: lacks[border] };
}

/** What is known of a place by another trip: looked up already, or from times.
 * @param {Reach | {engine: Counting, weights: Counts, times: {open: Answer, wall?: Answer}}} from
 * @param {State} state
 * @param {number} home
 * @param {string[]} sides
 * @returns {KnownParts} */
export function reachKnown(from, state, home, sides) {
  const reach = "times" in from ? reachOf(/** @type {any} */ (from), state, home, from.times) : from;
  return knownParts(reach, state, home, sides);
}

/** How much of what is known within the cutoff needs no ride; NaN for trips by street.
 * @param {Counts} weights
 * @param {State} state
 * @param {Answer} answer
 * @returns {number} */
function shareWithout(weights, state, { minutes, walked }) {
  if (!walked) return NaN;
  const limit = limitOf(state.cutoff);
  let [all, without] = [0, 0];
  for (let i = 0; i < minutes.length; i++) {
    if (!(minutes[i] <= limit) || Number.isNaN(weights[i])) continue;
    all += weights[i];
    if (walked[i]) without += weights[i];
  }
  return all > 0 ? without / all : NaN;
}

/** With the border closed to ways as well, the map shows the ways that are left.
 * @param {State} state
 * @param {Answer} open
 * @param {Answer | undefined} wall */
const drawn = (state, open, wall) => (state.border === "closed" && wall ? wall : open).minutes;

/** All that is shown; of a place that has no times nothing but why.
 * @param {Basis} basis
 * @param {State} state
 * @param {number} home
 * @param {Times} times
 * @returns {Shown} */
export function figures(basis, state, home, times) {
  const { engine, weights, edge, cut, palette, longest, sides } = basis;
  if (fatal(times.open)) {
    if (basis.mean) return ofInhabitants(basis, state, home, { minutes: times.open.minutes, walked: null });
    return /** @type {any} */ ({ status: times.open.status });
  }
  const minutes = drawn(state, times.open, times.wall);
  const onMap = { minutes, walked: times.open.walked };
  const before = times.before && !fatal(times.before) ? { open: times.before, wall: times.beforeWall } : null;
  const beforeMinutes = before ? drawn(state, before.open, before.wall) : null;
  if (basis.mean) return ofInhabitants(basis, state, home, { ...onMap, before: beforeMinutes });
  /** @param {{open: Answer, wall?: Answer}} found */
  const known = (found) => knownParts(reachOf(basis, state, home, found), state, home, sides);
  return {
    ...known(times), ...onMap, home,
    noService: times.open.status === "no_service",
    shareWithout: shareWithout(weights, state, times.open),
    ...(before && beforeMinutes ? { before: { ...known(before), minutes: beforeMinutes } } : {}),
    touchesEdge: cut <= state.cutoff || touches(engine, edge, state, home, minutes),
    bands: bands(engine, state, minutes, widthOf(longest), palette),
    curve: { ...engine.curve(times.open.minutes, weights, longest), home },
  };
}

/** The same for the mean inhabitant; the map still shows the times of the main place.
 * @param {Basis} basis
 * @param {State} state
 * @param {number} home
 * @param {{minutes: Minutes, walked: Uint8Array | null, before?: Minutes | null}} onMap
 * @returns {Shown} */
function ofInhabitants(basis, state, home, { minutes, walked, before }) {
  const { mean: known, code, baseline, palette, longest, sides } = basis;
  const mean = /** @type {import("./mean.js").Mean} */ (known);
  const today = { ...state, scenario: baseline };
  const people = mean.curve(state, code, "population");
  return {
    ...knownParts(mean.figures(state, code, home), state, home, sides), minutes, walked, home, mean: true,
    ...(state.scenario === baseline ? {} : {
      before: { ...knownParts(mean.figures(today, code, home), today, home, sides), minutes: /** @type {any} */ (before) },
    }),
    bands: bandsTo(state.cutoff, widthOf(longest)).map((band, i) => {
      /** @param {Float64Array} side */
      const part = (side) => side[Math.min(band.to, side.length - 1)] - (band.from > 0 ? side[band.from] : 0);
      return { ...band, by: people.by.map(part), colour: palette[Math.min(i, palette.length - 1)] };
    }),
    curve: { ...mean.curve(state, code), home },
  };
}

/** Whether what counts reaches the edge of the data.
 * @param {Counting} engine
 * @param {Uint8Array} edge
 * @param {State} state
 * @param {number} home
 * @param {Minutes} minutes */
function touches(engine, edge, state, home, minutes) {
  const within = counts(state, home);
  return minutes.some((time, i) => edge[i] && within(time, engine.cells.country[i]));
}

/** Inhabitants by band of time and country, whether the border counts them or not.
 * @param {Counting} engine
 * @param {State} state
 * @param {Minutes} minutes
 * @param {number} width
 * @param {string[]} palette */
function bands(engine, state, minutes, width, palette) {
  const found = bandsTo(state.cutoff, width).map((band, i) => ({
    ...band, by: Array(engine.cells.covered).fill(0), colour: palette[Math.min(i, palette.length - 1)],
  }));
  const limits = found.map((band) => limitOf(band.to));
  for (let i = 0; i < minutes.length; i++) {
    const place = limits.findIndex((limit) => minutes[i] <= limit);
    const country = engine.cells.country[i];
    if (place >= 0 && country >= 0) found[place].by[country] += engine.cells.population[i];
  }
  return found;
}

/** What a curve gives for a state, for a place in a country: what is known of it.
 * @param {State} state
 * @param {Curve} curve
 * @param {number} home
 * @returns {number} */
export function fromCurve(state, curve, home) {
  const { own, others } = split(curve.by, home);
  const inside = own ? own[state.cutoff] : NaN;
  const later = state.border === "realised" ? state.cutoff - state.resistance : state.cutoff;
  if (state.border === "closed" || later < 0) return inside;
  return bound([inside, ...others.map((one) => one[later])]);
}

/** A place of the ranking: curves of what is known, of what needs no ride, and from which minute
 * on the edge of the data is touched, by country.
 * @param {Pick<Basis, "engine" | "weights" | "edge" | "longest">} basis
 * @param {Answer} answer
 * @param {number} cut the minute at which the end of the network is reached
 * @returns {RankEntry} */
export function entry({ engine, weights, edge, longest }, { minutes, walked }, cut) {
  const { country, covered } = engine.cells;
  const first = Array(covered).fill(Infinity);
  for (let i = 0; i < minutes.length; i++) {
    if (edge[i] && minutes[i] < first[country[i]]) first[country[i]] = minutes[i];
  }
  return {
    curve: engine.curve(minutes, weights, longest), edge: first, cut,
    walked: walked && engine.curve(minutes.map((time, i) => (walked[i] ? time : NaN)), weights, longest),
  };
}
/** What stands in the ranking for a state; `still` where no ride helps.
 * @param {State} state
 * @param {RankEntry} found
 * @param {number} home
 * @returns {{value: number, edge: boolean, still: boolean}} */
export function standing(state, { curve, walked, edge, cut }, home) {
  const limit = limitOf(state.cutoff);
  const { own, others } = split(edge, home);
  const near = Math.min(...others);
  const across = state.border === "closed" ? Infinity
    : state.border === "realised" ? Math.fround(near + state.resistance) : near;
  /** @param {Curve} one */
  const all = (one) => sumKnown(one.by.map((side) => side[state.cutoff]));
  return { value: fromCurve(state, curve, home), edge: cut <= state.cutoff || Math.min(own ?? Infinity, across) <= limit,
    still: walked !== null && !(all(walked) < all(curve) * WHOLE) };
}

/** Each municipality: time of the inhabitant in the middle, inhabitants within the cutoff.
 * @param {Counting} engine
 * @param {Area[]} areas
 * @param {(cell: number) => Area | undefined} areaOfCell
 * @param {State} state
 * @param {Minutes} minutes
 * @returns {{area: Area, median: number, within: number}[]} the nearest first */
export function byArea(engine, areas, areaOfCell, state, minutes) {
  /** @type {Map<Area, number[]>} */
  const lists = new Map(areas.map((area) => [area, []]));
  for (let i = 0; i < engine.cells.n; i++) {
    const area = areaOfCell(i);
    if (area) lists.get(area)?.push(i);
  }
  /** @param {number} i */
  const time = (i) => (Number.isNaN(minutes[i]) ? Infinity : minutes[i]);
  const people = engine.cells.population;
  const limit = limitOf(state.cutoff);
  const rows = [];
  for (const [area, list] of lists) {
    const all = list.reduce((sum, i) => sum + people[i], 0);
    let [seen, median, within] = [0, Infinity, 0];
    for (const i of list.sort((a, b) => time(a) - time(b) || 0)) {
      if (seen < all / 2 && seen + people[i] >= all / 2) median = time(i);
      seen += people[i];
      if (minutes[i] <= limit) within += people[i];
    }
    if (all > 0) rows.push({ area, median, within });
  }
  return rows.sort((a, b) => (a.median === b.median ? 0 : a.median - b.median));
}
