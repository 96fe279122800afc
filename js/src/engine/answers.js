/* Answers what grensgeo.travel_times answers, from what gg.portable() took out of a network and
   grensgeo/maps/packing.py packed. No document, no request, no clock: data in, numbers out. */

import * as Streets from "./streets.js";
import * as Transit from "./transit.js";
import { why } from "./why.js";

/** @typedef {import("../types.js").Arrays} Arrays */
/** @typedef {import("../types.js").Meta} Meta */
/** @typedef {import("../types.js").Asked} Asked */
/** @typedef {import("../types.js").Answer} Answer */
/** @typedef {import("../types.js").Question} Question */
/** @typedef {import("../types.js").Streets} StreetTimes */
/** @typedef {{arrays: Arrays, n: number, country: Uint8Array, streets: StreetTimes,
 *   transit: ReturnType<typeof Transit.of>}} Ground what answers are computed from */

/** Why a place has no times at all. */
const STATUSES = ["", "not_snapped", "outside_data"];
/** Whether a place has no times: where no stop is near, those without a train or a bus still stand.
 * @param {string} status */
export const nowhere = (status) => status !== "" && STATUSES.includes(status);
/** Answers that are kept: looking from a place at another scenario or mode and back is free. */
const KEPT = 12;

/** Reads questions, with every fault told.
 * @param {Meta} meta
 * @param {Uint8Array} country of every point
 * @returns {(asked: Asked) => Question} */
function reader(meta, country) {
  const trips = new Map(meta.trips.map((trip) => [trip.id, trip]));
  const { n_cells: n, n_places: nPlaces, n_stops: nStops } = meta;
  /** @type {Record<string, [number, number]>} */
  const kinds = { cell: [0, n], place: [n, nPlaces], stop: [n + nPlaces, nStops] };
  /** The number of a place among all points.
   * @param {Asked["place"]} place */
  function pointOf({ kind, index }) {
    if (!Object.hasOwn(kinds, kind) || !(index >= 0 && index < kinds[kind][1])) {
      throw new RangeError(`no ${kind} ${index}`);
    }
    return kinds[kind][0] + index;
  }
  return (asked) => {
    const trip = trips.get(asked.trip);
    if (trip === undefined) throw new RangeError(`no trip ${asked.trip}`);
    const scenario = meta.scenarios.indexOf(asked.scenario ?? meta.scenarios[0]);
    if (scenario < 0) throw new RangeError(`no scenario ${asked.scenario}`);
    const direction = asked.direction ?? "from";
    if (direction !== "from" && direction !== "to") throw new RangeError(`no direction ${direction}`);
    const own = asked.foreign_routing === false;
    const point = pointOf(asked.place);
    const code = own ? country[point] : 0;
    if (own && code === 0) throw new RangeError("the country of the place is not known");
    const known = trip.percentiles;
    const percentile = asked.percentile ?? (known.includes(50) ? 50 : known[0]);
    const other = asked.other ? pointOf(asked.other) : -1;
    return { trip, scenario, reverse: direction === "to", own, point, code, percentile, other };
  };
}

/** Seconds along the streets between the place and all cells, door to door.
 * @param {Ground} ground
 * @param {Question} question
 * @returns {Float64Array} */
function byStreet({ n, country, streets }, question) {
  const leg = Transit.legOf(question, "street");
  const seconds = new Float64Array(n);
  streets.toAll({ ...leg, point: question.point, limit: leg.within }, 0, n, seconds);
  for (let i = 0; i < n; i++) {
    const abroad = question.own && country[i] !== question.code;
    if (abroad) seconds[i] = Infinity;
    else if (seconds[i] < Infinity) seconds[i] = Math.min(seconds[i] + leg.park, leg.limit);
  }
  return seconds;
}

/** Names of a trip's legs at the place's end and at the cells'.
 * @param {Question} question
 * @returns {[string, string]} */
function ends({ trip, reverse }) {
  if (trip.mode !== "transit") return ["street", "street"];
  return reverse ? ["egress", "access"] : ["access", "egress"];
}

/** The very same coordinates are 0 minutes away, where both are on the network.
 * @param {Ground} ground
 * @param {Question} question
 * @param {Pick<Answer, "minutes" | "walked">} found is changed */
function stay({ arrays, n, streets }, question, { minutes, walked }) {
  const { trip, own, point, scenario } = question;
  const [start, end] = ends(question);
  const there = streets.snapping(Transit.snapOf(trip.legs[end], false, scenario)).status;
  if (streets.snapping(Transit.snapOf(trip.legs[start], own, scenario)).status[point] !== 0) return;
  const same = point < n ? [point] : [];
  arrays["twin/point"].forEach((/** @type {number} */ twin, /** @type {number} */ k) => {
    if (twin === point) same.push(arrays["twin/cell"][k]);
  });
  for (const cell of same) {
    if (there[cell] !== 0) continue;
    minutes[cell] = 0;
    if (walked) walked[cell] = 1;
  }
}

/** @param {Ground} ground
 * @param {Question} question
 * @returns {Answer} */
function answer(ground, question) {
  const { n, streets, transit } = ground;
  const { trip, own, point } = question;
  const end = trip.legs[ends(question)[0]];
  const minutes = new Float32Array(n).fill(NaN);
  const status = STATUSES[streets.snapping(Transit.snapOf(end, own, question.scenario)).status[point]];
  if (status !== "") return { minutes, status, walked: null };
  const found = trip.mode === "transit" ? transit.times(question)
    : { seconds: byStreet(ground, question), walked: null, status };
  for (let i = 0; i < n; i++) {
    if (found.seconds[i] < Infinity) minutes[i] = Math.fround(found.seconds[i]) / 60;
  }
  stay(ground, question, { minutes, walked: found.walked });
  return { minutes, status: found.status, walked: found.walked };
}

/** @param {Arrays} arrays
 * @param {Meta} meta */
export function answersOf(arrays, meta) {
  const streets = Streets.of(arrays, meta);
  /** @type {Ground} */
  const ground = { arrays, n: meta.n_cells, country: arrays["point/country"], streets,
    transit: Transit.of(arrays, meta, streets) };
  const read = reader(meta, ground.country);
  const kinds = ["cell", "place", "stop"];
  /** @param {number} point */
  function spots(point) {
    const starts = [0, meta.n_cells, meta.n_cells + meta.n_places];
    const kind = starts.findLastIndex((start) => start <= point);
    return ["lon", "lat"].map((name) => arrays[`${kinds[kind]}/${name}`][point - starts[kind]]);
  }
  /** @type {Map<string, Answer>} */
  const answers = new Map();
  return {
    /** Minutes between a place and all cells: `place` {kind: "cell" | "place" | "stop", index},
     * `trip` an id, `direction` "from" or "to" the place, `percentile` for trips by timetable,
     * `foreign_routing` false to stay in the place's own country, `scenario` a name.
     * @param {Asked} asked
     * @returns {Answer} */
    times(asked) {
      const question = read(asked);
      const key = [question.point, question.trip.id, question.reverse, question.own,
        question.scenario, question.percentile].join("/");
      const known = answers.get(key) ?? answer(ground, question);
      answers.delete(key);
      answers.set(key, known); // to the end: what was asked for last
      if (answers.size > KEPT) answers.delete(answers.keys().next().value ?? "");
      return known;
    },
    /** How the time between a place and `other` {kind, index} comes about: `minutes`, NaN where there is
     * none, and its `legs` in the order of travel.
     * @param {Asked} asked
     * @returns {import("../types.js").Why} */
    why(asked) {
      const question = read(asked);
      const { point, other, trip, own, scenario } = question;
      const [at, to] = [point, other].map((one) => spots(one).join());
      const names = ends(question);
      const lost = [point, other].some((one, end) =>
        streets.snapping(Transit.snapOf(trip.legs[names[end]], end === 0 && own, scenario)).status[one] !== 0);
      if (lost) return { minutes: NaN, legs: [] };
      return at === to ? { minutes: 0, legs: [] } : why(ground, question, other);
    },
  };
}
