/* Door-to-door times by public transport as grensgeo/traveltimes/timetables.py computes them: legs
   through the streets to stops and from them, rides between, or the way without any ride. */

import { SINGLE } from "../shared/precision.js";
import { store } from "./streets.js";
import { journeyOf, momentOf, secondsOf } from "./journey.js";
import { lines, percentile, pool, runsOf, search, ways, wholeSeconds } from "./timetable.js";

/** @typedef {import("../types.js").Arrays} Arrays */
/** @typedef {import("../types.js").Meta} Meta */
/** @typedef {import("../types.js").Question} Question */
/** @typedef {import("../types.js").Leg} Leg */
/** @typedef {import("../types.js").Streets} Streets */
/** @typedef {import("./timetable.js").Onward & {served: Int32Array}} LegTable */
/** @typedef {{arrays: Arrays, meta: Meta, streets: Streets, country: Uint8Array, firstStop: number,
 *   usable: (code: number) => Uint8Array | null}} Ground what legs are computed from */

/** Searches that are kept, so that another percentile of the same question is free. */
const KEPT = 4;
const CHANGES = ["stop", "min_change_s", "change_ok", "transfer_from", "transfer_to", "transfer_s",
  "forbidden_from", "forbidden_to"];

/** The number of a leg's snapping.
 * @param {import("../types.js").LegMeta} leg
 * @param {boolean} own
 * @param {number} scenario */
export const snapOf = (leg, own, scenario) => (own ? leg.own_snapping : leg.snapping)[scenario];

/** How a leg of a trip is made: which streets, the limit with and without parking, and parking.
 * @param {Pick<Question, "trip" | "scenario" | "own" | "code" | "reverse">} question
 * @param {string} name
 * @returns {Leg} */
export function legOf({ trip, scenario, own, code, reverse }, name) {
  const leg = trip.legs[name];
  const limit = leg.limit_min === null ? Infinity : 60 * leg.limit_min;
  const park = 60 * leg.park_min;
  return { snap: snapOf(leg, own, scenario), number: leg.layers[scenario], code,
    reverse, limit, park, within: (limit - park) * (1 + SINGLE) };
}

/** Visits the stops or cells near a point with the whole seconds of a leg.
 * @param {Ground} ground
 * @param {Leg} leg
 * @param {number} point
 * @param {[number, number]} range of points
 * @param {(other: number, seconds: number) => void} visit */
function near({ streets, country }, leg, point, [first, last], visit) {
  const { code, park, limit, within } = leg;
  streets.toNear({ ...leg, point, limit: within }, first, last, (other, seconds) => {
    if (code !== 0 && country[other] !== code) return;
    visit(other - first, wholeSeconds(Math.min(seconds + park, limit)));
  });
}

/** Legs between every stop and the cells around it.
 * @param {Ground} ground
 * @param {Leg} leg
 * @returns {LegTable} */
function legTable(ground, leg) {
  const { n_stops: nStops, n_cells: nCells } = ground.meta;
  const open = ground.usable(leg.code);
  const start = new Int32Array(nStops + 1);
  /** @type {number[]} */
  const cell = [];
  /** @type {number[]} */
  const seconds = [];
  for (let stop = 0; stop < nStops; stop++) {
    if (open === null || open[stop]) {
      near(ground, leg, ground.firstStop + stop, [0, nCells], (other, time) => {
        cell.push(other);
        seconds.push(time);
      });
    }
    start[stop + 1] = cell.length;
  }
  const served = Int32Array.from(new Set(cell)).sort();
  const numbers = new Int32Array(nCells);
  served.forEach((c, k) => { numbers[c] = k; });
  return { start, place: Int32Array.from(cell, (c) => numbers[c]),
    seconds: Int32Array.from(seconds), served, nPlaces: served.length };
}

/** Ways between stops: walks do not run backwards, whichever the direction of the question.
 * @param {Ground} ground
 * @param {Leg} leg
 * @param {number} changes
 * @param {boolean} reverse */
function waysOf({ arrays, meta, streets, firstStop, usable }, leg, changes, reverse) {
  const nStops = meta.n_stops;
  const open = usable(leg.code);
  /** @type {[number, number, number][]} */
  const walks = [];
  for (let stop = 0; stop < nStops; stop++) {
    if (open !== null && !open[stop]) continue;
    const ask = { ...leg, point: firstStop + stop, limit: leg.within };
    streets.toNear(ask, firstStop, firstStop + nStops, (other, seconds) => {
      if (open !== null && !open[other - firstStop]) return;
      walks.push([stop, other - firstStop, Math.min(seconds, leg.limit)]);
    });
  }
  const stated = Object.fromEntries(CHANGES.map((name) => [name, arrays[`changes/${changes}/${name}`]]));
  return ways(stated, walks, meta.least_change_s, nStops, reverse);
}

/** Seconds of the way without any ride; Infinity where there is none within the longest trip.
 * @param {Ground} ground
 * @param {Question} question
 * @returns {Float64Array} */
function direct({ meta, streets, country }, question) {
  const { trip, reverse, own, code } = question;
  const leg = legOf(question, "direct");
  const seconds = new Float64Array(meta.n_cells);
  streets.toAll({ ...leg, point: question.point, limit: leg.within }, 0, meta.n_cells, seconds);
  const longest = trip.timetable[reverse ? "to" : "from"][question.scenario].limit_s;
  const end = trip.legs[reverse ? "access" : "egress"];
  const { status } = streets.snapping(snapOf(end, own, question.scenario));
  return seconds.map((found, i) => {
    const walked = Math.min(found, leg.limit);
    const lost = status[i] !== 0 || (own && country[i] !== code);
    return lost || !(found < Infinity && walked <= longest) ? Infinity : wholeSeconds(walked);
  });
}

/** What searches of timetables are made of, each once.
 * @param {Ground} ground */
function schedules(ground) {
  const { arrays, meta, firstStop, usable } = ground;
  const trips = new Map(meta.trips.map((trip) => [trip.id, trip]));
  const all = store(() => pool(arrays));
  const linesOf = store((plan, reverse) => lines(all(), arrays[`plan/${plan}/run`], meta.n_stops, reverse));
  const between = store((id, scenario, own, code, changes, reverse) => {
    const trip = /** @type {import("../types.js").TripMeta} */ (trips.get(id));
    return waysOf(ground, legOf({ trip, scenario, own, code, reverse: false }, "change"), changes, reverse);
  });
  /** Tables are made once for each leg that trips have in common.
   * @type {Map<string, LegTable>} */
  const tables = new Map();
  /** @param {Leg} leg */
  function table(leg) {
    const key = [leg.snap, leg.number, leg.code, leg.reverse, leg.limit, leg.park].join("/");
    let found = tables.get(key);
    if (!found) tables.set(key, found = legTable(ground, leg));
    return found;
  }
  /** Lines, changes, legs at the place's end and the window of a question.
   * @param {Question} question */
  function laidOut(question) {
    const { trip, scenario, reverse, own, code, point } = question;
    const timed = trip.timetable[reverse ? "to" : "from"][scenario];
    /** @type {[number, number][]} */
    const access = [];
    near(ground, legOf(question, reverse ? "egress" : "access"), point, [firstStop, firstStop + meta.n_stops],
      (stop, seconds) => access.push([stop, seconds]));
    const moments = reverse ? timed.moments_s.map((s) => -s).reverse() : timed.moments_s;
    return { plan: timed.plan, line: linesOf(timed.plan, reverse), access, usable: usable(code),
      way: between(trip.id, scenario, own, code, timed.changes, reverse),
      window: { moments, limit: timed.limit_s, rides: timed.max_rides } };
  }
  /** Legs between all stops and the cells at the far end.
   * @param {Question} question */
  const onwardOf = (question) => table(legOf(question, question.reverse ? "access" : "egress"));
  return { laidOut, onwardOf, all };
}

/** Searches of timetables from a place; those asked for last are kept.
 * @param {ReturnType<typeof schedules>} made
 * @returns {(question: Question) => {keys: Int32Array, served: Int32Array, count: number, near: number}} */
function searching({ laidOut, onwardOf }) {
  /** @type {Map<string, ReturnType<typeof searched>>} */
  const kept = new Map();
  /** @param {Question} question */
  function searched(question) {
    const { line, way, access, window, usable } = laidOut(question);
    const onward = onwardOf(question);
    const keys = search(line, way, { access, onward, window, usable });
    return { keys, served: onward.served, count: window.moments.length, near: access.length };
  }
  return (question) => {
    const { trip, scenario, reverse, code, point } = question;
    const name = [trip.id, scenario, reverse, code, point].join("/");
    const found = kept.get(name) ?? searched(question);
    kept.delete(name);
    kept.set(name, found); // to the end: what was asked for last
    if (kept.size > KEPT) kept.delete(kept.keys().next().value ?? "");
    return found;
  };
}

/** Finds the journeys that times are of.
 * @param {Ground} ground
 * @param {ReturnType<typeof schedules>} made */
function journeysOf(ground, made) {
  const { arrays, meta, firstStop } = ground;
  /** Legs between the stops and the other end of a journey, as whole seconds.
   * @param {Question} question
   * @param {number} other
   * @returns {[number, number][]} */
  function farLegs(question, other) {
    /** @type {[number, number][]} */
    const legs = [];
    if (other < meta.n_cells) {
      const { start, place, seconds, served } = made.onwardOf(question);
      const own = served.indexOf(other);
      for (let stop = 0; own >= 0 && stop < meta.n_stops; stop++) {
        for (let k = start[stop]; k < start[stop + 1]; k++) if (place[k] === own) legs.push([stop, seconds[k]]);
      }
      return legs;
    }
    const { reverse } = question;
    const leg = { ...legOf(question, reverse ? "access" : "egress"), reverse: !reverse };
    near(ground, leg, other, [firstStop, firstStop + meta.n_stops], (stop, seconds) => legs.push([stop, seconds]));
    return legs;
  }
  /** The journey that the time at a percentile is of: null where no ride is quicker than `least`.
   * @param {Question} question
   * @param {number} other
   * @param {number} least seconds without any ride */
  function journey(question, other, least) {
    const { plan, line, way, access, window, usable: open } = made.laidOut(question);
    const egress = farLegs(question, other);
    const start = new Int32Array(meta.n_stops + 1);
    for (const [stop] of egress) start[stop + 1]++;
    for (let stop = 0; stop < meta.n_stops; stop++) start[stop + 1] += start[stop];
    egress.sort((a, b) => a[0] - b[0]);
    const onward = { start, place: new Int32Array(egress.length), seconds: Int32Array.from(egress, ([, s]) => s), nPlaces: 1 };
    const keys = search(line, way, { access, onward, window, usable: open });
    const at = momentOf(keys, question.percentile, question.reverse);
    if (at < 0 || secondsOf(keys[at]) >= least) return null;
    const moment = window.moments[at];
    const found = journeyOf(line, way, { access, egress, moment, limit: window.limit, rides: window.rides, usable: open });
    const runs = arrays[`plan/${plan}/run`];
    return found && { ...found, moment, rides: found.rides.map((ride) => ({ ...ride, ...riding(line, ride, runs, question.reverse) })) };
  }
  /** The vehicle of a ride, and the stops that it calls at meanwhile, in the order of the search.
   * @param {ReturnType<typeof lines>} line
   * @param {import("./journey.js").Ride} ride
   * @param {Uint8Array} runs of the plan
   * @param {boolean} reverse */
  function riding(line, { call, off, trip }, runs, reverse) {
    const all = made.all();
    let pattern = 0;
    while (all.callStart[pattern + 1] <= call) pattern++;
    const run = all.runStart[pattern] + runsOf(all, pattern, runs, reverse)[trip];
    const vehicle = arrays["run/vehicle"][run];
    return { line: String(arrays["vehicle/line"][vehicle]), headsign: String(arrays["vehicle/headsign"][vehicle]),
      calls: Array.from(line.callStop.slice(call, off + 1)) };
  }
  return journey;
}

/** @param {Arrays} arrays
 * @param {Meta} meta
 * @param {Streets} streets */
export function of(arrays, meta, streets) {
  const firstStop = meta.n_cells + meta.n_places;
  /** @type {Uint8Array} */
  const country = arrays["point/country"];
  /** The stops of one country, or null for all. */
  const usable = store((code) => (code === 0 ? null
    : Uint8Array.from({ length: meta.n_stops }, (_, s) => Number(country[firstStop + s] === code))));
  const ground = { arrays, meta, streets, country, firstStop, usable };
  const made = schedules(ground);
  const searched = searching(made);

  /** Seconds between the place and all cells at a percentile, Infinity unreached; `walked` is 1
   * where nothing that runs is quicker than the way without any ride; `status` is
   * "no_service" where no stop is near the place.
   * @param {Question} question */
  function times(question) {
    const seconds = direct(ground, question);
    const { keys, served, count, near: stops } = searched(question);
    const ridden = percentile(keys, count, question.percentile);
    const walked = Uint8Array.from(seconds, (time) => Number(time < Infinity));
    served.forEach((cell, k) => {
      if (!(ridden[k] < seconds[cell])) return;
      seconds[cell] = ridden[k];
      walked[cell] = 0;
    });
    return { seconds, walked, status: stops > 0 ? "" : "no_service" };
  }

  return { times, journey: journeysOf(ground, made) };
}
