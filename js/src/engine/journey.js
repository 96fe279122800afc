/* By which rides, walks and waits a time by timetable comes about: one departure is searched, and
   every label keeps where it came from, as grensgeo/routing/transit/itinerary.py. In a mirror time
   runs backwards. Whole seconds. */

import { UNREACHED, rankOf, RIDE_BITS } from "./timetable.js";

/** @typedef {import("./timetable.js").Lines} Lines */
/** @typedef {import("./timetable.js").Ways} Ways */
/** @typedef {[number, number][]} Legs stops and whole seconds */
/** @typedef {{call: number, off: number, trip: number, board: number, alight: number, boards: number, alights: number}} Ride
 *   calls, the trip among those of the plan, stops and seconds */
/** @typedef {{walks: number[], rides: Ride[], took: number}} Journey the walk before each ride and the last one */
/** @typedef {{access: Legs, egress: Legs, moment: number, limit: number, rides: number, usable: Uint8Array | null}} Asked */
/** @typedef {{arrival: Int32Array[], ready: Int32Array[], rode: Map<number, [number, number, number]>[], came: Map<number, number>[]}} Labels */

/** The moment whose journey a percentile is the time of, the first of those that are alike (in a mirror the last);
 * -1 where there is none.
 * @param {Int32Array} keys of one destination, moment by moment
 * @param {number} asked percentile
 * @param {boolean} reverse
 * @returns {number} */
export function momentOf(keys, asked, reverse) {
  const key = keys.toSorted()[rankOf(asked, keys.length)];
  if (key === UNREACHED) return -1;
  return reverse ? keys.lastIndexOf(key) : keys.indexOf(key);
}
/** @param {number} key
 * @returns {number} */
export const secondsOf = (key) => (key === UNREACHED ? Infinity : key >> RIDE_BITS);

/** Rides every line at a stop to its end.
 * @param {Lines} line
 * @param {number} stop
 * @param {number} ready
 * @param {number} latest
 * @param {Uint8Array | null} usable
 * @param {{arrival: Int32Array, rode: Map<number, [number, number, number]>}} into */
function rideAll(line, stop, ready, latest, usable, { arrival, rode }) {
  for (let place = line.stopStart[stop]; place < line.stopStart[stop + 1]; place++) {
    const board = line.stopCall[place];
    const first = line.callDeparture[board];
    let trip = 0;
    while (trip < line.callTrips[board] && line.departure[first + trip] < ready) trip++;
    if (trip === line.callTrips[board]) continue;
    const at = line.callArrival[board] + trip * line.callStride[board] - board;
    for (let off = board + 1; off <= line.callEnd[board]; off++) {
      const there = line.callStop[off];
      if (usable !== null && usable[there] === 0) break;
      const time = line.arrival[at + off];
      if (!line.callOff[off] || time >= arrival[there] || time > latest) continue;
      arrival[there] = time;
      rode.set(there, [board, off, trip]);
    }
  }
}

/** Searches one departure, round by round.
 * @param {Lines} line
 * @param {Ways} way
 * @param {Asked} asked
 * @returns {Labels} */
function labelled(line, { wayStart, wayStop, waySeconds }, { access, moment, limit, rides, usable }) {
  const nStops = wayStart.length - 1;
  const latest = moment + limit;
  const empty = () => new Int32Array(nStops).fill(UNREACHED);
  /** @type {Labels} */
  const labels = { arrival: [empty()], ready: [empty()], rode: [new Map()], came: [new Map()] };
  let fresh = /** @type {Set<number>} */ (new Set());
  for (const [stop, seconds] of access) {
    labels.ready[0][stop] = Math.min(labels.ready[0][stop], moment + seconds);
    fresh.add(stop);
  }
  for (let ride = 1; ride <= rides; ride++) {
    const before = labels.arrival[ride - 1];
    const [arrival, ready] = [before.slice(), labels.ready[ride - 1].slice()];
    const [rode, came] = [new Map(), new Map()];
    for (const stop of [...fresh].sort((a, b) => a - b)) {
      rideAll(line, stop, labels.ready[ride - 1][stop], latest, usable, { arrival, rode });
    }
    fresh = new Set();
    for (let stop = 0; stop < nStops; stop++) {
      if (arrival[stop] >= before[stop]) continue;
      for (let w = wayStart[stop]; w < wayStart[stop + 1]; w++) {
        const [there, later] = [wayStop[w], arrival[stop] + waySeconds[w]];
        if (later > latest || later >= ready[there] || (usable !== null && usable[there] === 0)) continue;
        ready[there] = later;
        came.set(there, stop);
        fresh.add(there);
      }
    }
    labels.arrival.push(arrival);
    labels.ready.push(ready);
    labels.rode.push(rode);
    labels.came.push(came);
  }
  return labels;
}

/** Traces labels from the last stop back to the first.
 * @param {Lines} line
 * @param {Labels} labels
 * @param {number} count rides
 * @param {number} last
 * @returns {{rides: Ride[], changes: number[]}} */
function back(line, { arrival, ready, rode, came }, count, last) {
  /** @type {Ride[]} */
  const rides = [];
  const changes = [];
  let stop = last;
  for (let ride = count; ride > 0; ride--) {
    const [call, off, trip] = rode[ride].get(stop) ?? [-1, -1, -1];
    const board = line.callStop[call];
    rides.push({ call, off, trip, board, alight: stop, boards: line.departure[line.callDeparture[call] + trip],
                 alights: arrival[ride][stop] });
    if (ride === 1) break;
    const from = came[ride - 1].get(board) ?? -1;
    changes.push(ready[ride - 1][board] - arrival[ride - 1][from]);
    stop = from;
  }
  return { rides: rides.reverse(), changes: changes.reverse() };
}

/** The journey that arrives first and, of those, has the fewest rides; null where none does in time.
 * @param {Lines} line
 * @param {Ways} way
 * @param {Asked} asked
 * @returns {Journey | null} */
export function journeyOf(line, way, asked) {
  const { access, egress, moment, limit } = asked;
  const labels = labelled(line, way, asked);
  let [took, count, leg] = [Infinity, 0, 0];
  for (let ride = 1; ride < labels.arrival.length; ride++) {
    egress.forEach(([stop, seconds], i) => {
      const all = labels.arrival[ride][stop] + seconds - moment;
      if (all < took) [took, count, leg] = [all, ride, i];
    });
  }
  if (took > limit) return null;
  const { rides, changes } = back(line, labels, count, egress[leg][0]);
  const first = Math.min(...access.filter(([stop]) => stop === rides[0].board).map(([, seconds]) => seconds));
  return { walks: [first, ...changes, egress[leg][1]], rides, took };
}
