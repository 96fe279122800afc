/* Travel times through a timetable for every departure of a window: range-RAPTOR, as
   grensgeo/routing/transit/raptor.py has it, after Delling, Pajor and Werneck (2015). Whole seconds
   throughout; a time and a number of rides stand in one number, time first. In a mirror time runs
   backwards: departures are deadlines, and what is found is the latest departure. */

/** @typedef {import("../types.js").Arrays} Arrays */
/** @typedef {ReturnType<typeof pool>} Pool */
/** @typedef {ReturnType<typeof lines>} Lines */
/** @typedef {ReturnType<typeof ways>} Ways */
/** @typedef {{start: Int32Array, place: Int32Array, seconds: Int32Array, nPlaces: number}} Onward
 *   legs from stops to destinations: those of stop s are start[s] up to start[s + 1] */
/** @typedef {{moments: number[], limit: number, rides: number}} Window moments ascending (in a mirror:
 *   negative), the longest journey in seconds, the most rides */
/** @typedef {{access: [number, number][], onward: Onward, window: Window, usable: Uint8Array | null}} Asked
 *   `access` are legs [stop, whole seconds] at the place's end; `usable` is 1 for stops that may be called
 *   at: a vehicle is not ridden through others */
/** @typedef {{stop: Int32Array, since: Int32Array, n: number}} Stops a list of stops, and the round or
 *   departure in which each was last put there */
/** @typedef {ReturnType<typeof workspace>} Work */

export const RIDE_BITS = 4;
export const UNREACHED = 1 << 30;
export const MOST_TRIPS = (1 << 15) - 1;

/** Rounds up, so that nobody gets on just after the doors close; so little is a rounding error
 * (grensgeo/routing/transit/schedule.py). */
export const ROUNDING = 0.01;
/** @param {number} seconds
 * @returns {number} */
export const wholeSeconds = (seconds) => Math.ceil(seconds - ROUNDING);

/** Where each of some pieces starts, and where the last ends.
 * @param {ArrayLike<number>} lengths */
function starts(lengths) {
  const result = new Int32Array(lengths.length + 1);
  for (let i = 0; i < lengths.length; i++) result[i + 1] = result[i] + lengths[i];
  return result;
}

/** All runs with their times, pattern by pattern; grensgeo/traveltimes/portable_plans.py wrote
 * each as what changes from the run before it.
 * @param {Arrays} arrays */
export function pool(arrays) {
  /** @type {Record<string, Int32Array>} */
  const { "pattern/calls": calls, "pattern/runs": runs, "call/ride_s": ride, "call/stand_s": stand } = arrays;
  const arrival = new Int32Array(ride.length);
  const departure = new Int32Array(ride.length);
  const timeStart = new Int32Array(calls.length + 1);
  for (let p = 0, at = 0; p < calls.length; p++) {
    const rode = new Int32Array(calls[p]);
    const stood = new Int32Array(calls[p]);
    for (let run = 0; run < runs[p]; run++) {
      for (let i = 0, now = 0; i < calls[p]; i++, at++) {
        rode[i] += ride[at];
        stood[i] += stand[at];
        now += rode[i];
        arrival[at] = now;
        now += stood[i];
        departure[at] = now;
      }
    }
    timeStart[p + 1] = at;
  }
  /** @type {Record<string, Int32Array>} */
  const { "call/stop": stop, "call/board": board, "call/alight": alight } = arrays;
  return { calls, runs, arrival, departure, timeStart, callStart: starts(calls), runStart: starts(runs),
    stop, board, alight };
}

/** Numbers of the runs of a pattern that are in a plan, in the order of travel.
 * @param {Pool} all
 * @param {number} pattern
 * @param {Uint8Array} runs
 * @param {boolean} reverse
 * @returns {number[]} */
export function runsOf(all, pattern, runs, reverse) {
  const mine = [];
  for (let run = 0; run < all.runs[pattern]; run++) if (runs[all.runStart[pattern] + run]) mine.push(run);
  return reverse ? mine.reverse() : mine;
}

/** Calls by the stops at which one may board.
 * @param {number[]} boards
 * @param {Int32Array} callStop
 * @param {number} nStops */
function byStop(boards, callStop, nStops) {
  const counts = new Int32Array(nStops);
  for (const call of boards) counts[callStop[call]]++;
  const stopStart = starts(counts);
  const stopCall = new Int32Array(boards.length);
  const next = stopStart.slice();
  for (const call of boards) stopCall[next[callStop[call]]++] = call;
  return { stopStart, stopCall };
}

/** The runs of one plan, laid out for searching: departures call by call, so that trips stand
 * side by side, and arrivals trip by trip, so that the calls of a ride do.
 * @param {Pool} all
 * @param {Uint8Array} runs 1 for those of the plan
 * @param {number} nStops
 * @param {boolean} reverse */
export function lines(all, runs, nStops, reverse) {
  const nCalls = all.stop.length;
  const empty = () => new Int32Array(nCalls);
  const [callStop, callEnd, callArrival, callStride, callDeparture, callTrips] = Array.from({ length: 6 }, empty);
  const callOff = new Uint8Array(nCalls);
  /** @type {number[]} */
  const arrivals = [];
  /** @type {number[]} */
  const departures = [];
  /** @type {number[]} */
  const boards = [];
  const sign = reverse ? -1 : 1;
  const [arrive, depart] = reverse ? [all.departure, all.arrival] : [all.arrival, all.departure];
  const [on, off] = reverse ? [all.alight, all.board] : [all.board, all.alight];
  for (let p = 0; p < all.calls.length; p++) {
    const n = all.calls[p];
    const mine = runsOf(all, p, runs, reverse);
    const first = all.callStart[p];
    for (let i = 0; i < n; i++) {
      const place = reverse ? n - 1 - i : i;
      const given = first + place;
      const call = first + i;
      callStop[call] = all.stop[given];
      callEnd[call] = first + n - 1;
      callOff[call] = off[given];
      callArrival[call] = arrivals.length + i;
      callStride[call] = n;
      callDeparture[call] = departures.length;
      callTrips[call] = mine.length;
      if (on[given] && i < n - 1 && mine.length > 0) boards.push(call);
      for (const run of mine) departures.push(sign * depart[all.timeStart[p] + run * n + place]);
    }
    for (const run of mine) {
      for (let i = 0; i < n; i++) {
        arrivals.push(sign * arrive[all.timeStart[p] + run * n + (reverse ? n - 1 - i : i)]);
      }
    }
  }
  return { callStop, callEnd, callOff, callArrival, callStride, callDeparture, callTrips, nCalls,
    arrival: Int32Array.from(arrivals), departure: Int32Array.from(departures), ...byStop(boards, callStop, nStops) };
}

/** @typedef {{from: number, to: number, seconds: number, stated?: boolean}} Way */

/** Ways between different stops: what the timetable states goes before a walk.
 * @param {Record<string, ArrayLike<number>>} changes
 * @param {[number, number, number][]} walks
 * @param {number} leastChange
 * @param {number} nStops
 * @returns {Way[]} */
function between(changes, walks, leastChange, nStops) {
  /** @type {Map<number, Way>} */
  const pairs = new Map();
  /** @param {Way} way */
  const offer = (way) => {
    if (way.from === way.to) return;
    const pair = way.from * nStops + way.to;
    const known = pairs.get(pair);
    if (known === undefined || (known.stated === way.stated && way.seconds < known.seconds)) pairs.set(pair, way);
  };
  const { transfer_from: from, transfer_to: to, transfer_s: seconds, forbidden_from: lost, forbidden_to: there } = changes;
  for (let i = 0; i < from.length; i++) offer({ from: from[i], to: to[i], seconds: seconds[i], stated: true });
  for (const [start, end, walk] of walks) {
    offer({ from: start, to: end, seconds: wholeSeconds(walk + leastChange), stated: false });
  }
  for (let i = 0; i < lost.length; i++) pairs.delete(lost[i] * nStops + there[i]);
  return [...pairs.values()];
}

/** Ways from getting off to getting on: staying at the stop, those that the timetable states, and
 * walks through the streets ([from, to, seconds]) where it states none and forbids none.
 * @param {Record<string, ArrayLike<number>>} changes
 * @param {[number, number, number][]} walks
 * @param {number} leastChange
 * @param {number} nStops
 * @param {boolean} reverse */
export function ways(changes, walks, leastChange, nStops, reverse) {
  const { stop, change_ok: allowed, min_change_s: least } = changes;
  /** @type {Way[]} */
  const all = [];
  for (let i = 0; i < stop.length; i++) {
    if (allowed[i]) all.push({ from: stop[i], to: stop[i], seconds: least[i] });
  }
  all.push(...between(changes, walks, leastChange, nStops));
  /** @type {["from" | "to", "from" | "to"]} */
  const [start, end] = reverse ? ["to", "from"] : ["from", "to"];
  const counts = new Int32Array(nStops);
  for (const way of all) counts[way[start]]++;
  const wayStart = starts(counts);
  const next = wayStart.slice();
  const wayStop = new Int32Array(all.length);
  const waySeconds = new Int32Array(all.length);
  for (const way of all) {
    const at = next[way[start]]++;
    wayStop[at] = way[end];
    waySeconds[at] = way.seconds;
  }
  return { wayStart, wayStop, waySeconds };
}

/** What a search keeps from one departure to the one before: what was found for a later departure
 * stays, since leaving earlier one can always wait. Labels are by number of rides at most.
 * @param {number} nStops
 * @param {number} nCalls
 * @param {number} rides */
function workspace(nStops, nCalls, rides) {
  const wide = rides + 1;
  /** @returns {Stops} */
  const list = () => ({ stop: new Int32Array(nStops), since: new Int32Array(nStops), n: 0 });
  return {
    wide, rides, stamp: 0, latest: 0,
    arrival: new Int32Array(nStops * wide).fill(UNREACHED),
    ready: new Int32Array(nStops * wide).fill(UNREACHED),
    aboard: new Int16Array(nCalls * rides).fill(MOST_TRIPS),
    best: new Int32Array(nStops).fill(UNREACHED),
    marked: list(), met: list(), better: list(),
  };
}

/** @param {Stops} list
 * @param {number} stop
 * @param {number} stamp */
function put(list, stop, stamp) {
  if (list.since[stop] === stamp) return;
  list.since[stop] = stamp;
  list.stop[list.n++] = stop;
}

/** Lowers labels from one number of rides to the next, as far as they are higher.
 * @param {Int32Array | Int16Array} labels
 * @param {number} first
 * @param {number} end
 * @param {number} value */
function lower(labels, first, end, value) {
  for (let at = first; at < end && labels[at] > value; at++) labels[at] = value;
}

/** The first trip of a call that leaves no earlier than a time, among those before `trip`, of which
 * the last does.
 * @param {Int32Array} departure
 * @param {number} first
 * @param {number} trip
 * @param {number} time
 * @returns {number} */
function firstTrip(departure, first, trip, time) {
  let low = 0;
  let high = trip - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (departure[first + middle] < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Rides a trip from a call on: writes where it arrives earlier than anything before.
 * @param {Lines} line
 * @param {Work} work
 * @param {Uint8Array | null} usable
 * @param {number} ride
 * @param {number} call
 * @param {number} trip */
function rideOn(line, work, usable, ride, call, trip) {
  const { callStop, callEnd, callOff, arrival: arrivalS } = line;
  const { wide, rides, arrival, aboard, met, stamp, latest } = work;
  const row = line.callArrival[call] + trip * line.callStride[call] - call;
  for (let off = call + 1, end = callEnd[call]; off <= end; off++) {
    const there = callStop[off];
    if (usable !== null && usable[there] === 0) break;
    const more = (off - 1) * rides + ride - 1;
    if (aboard[more] <= trip) break;
    lower(aboard, more, off * rides, trip);
    const time = arrivalS[row + off];
    if (time > latest) break;
    const label = there * wide + ride;
    if (callOff[off] && time < arrival[label]) {
      arrival[label] = time;
      put(met, there, stamp);
    }
  }
}

/** Boards at every marked stop the first trip that is earlier than any that was ridden from there.
 * @param {Lines} line
 * @param {Work} work
 * @param {Uint8Array | null} usable
 * @param {number} ride */
function boardAll(line, work, usable, ride) {
  const { stopStart, stopCall, callDeparture, callTrips, departure } = line;
  const { wide, rides, ready, aboard, marked } = work;
  work.met.n = 0;
  for (let m = 0; m < marked.n; m++) {
    const stop = marked.stop[m];
    const time = ready[stop * wide + ride - 1];
    for (let here = stopStart[stop], end = stopStart[stop + 1]; here < end; here++) {
      const call = stopCall[here];
      const first = callDeparture[call];
      const trip = Math.min(aboard[call * rides + ride - 1], callTrips[call]);
      if (trip === 0 || departure[first + trip - 1] < time) continue;
      rideOn(line, work, usable, ride, call, firstTrip(departure, first, trip, time));
    }
  }
}

/** Changes at every stop that was met to where something leaves.
 * @param {Lines} line
 * @param {Ways} way
 * @param {Work} work
 * @param {Uint8Array | null} usable
 * @param {number} ride
 * @param {number} departing the stamp of this departure */
function change({ stopStart }, { wayStart, wayStop, waySeconds }, work, usable, ride, departing) {
  const { wide, rides, arrival, ready, best, marked, met, better, stamp, latest } = work;
  marked.n = 0;
  for (let m = 0; m < met.n; m++) {
    const stop = met.stop[m];
    const label = stop * wide + ride;
    const time = arrival[label];
    lower(arrival, label + 1, (stop + 1) * wide, time);
    const key = (time << RIDE_BITS) + ride;
    if (key < best[stop]) {
      best[stop] = key;
      put(better, stop, departing);
    }
    if (ride === rides) continue;
    for (let w = wayStart[stop], end = wayStart[stop + 1]; w < end; w++) {
      const there = wayStop[w];
      const later = time + waySeconds[w];
      if (later > latest || later >= ready[there * wide + ride]) continue;
      if (stopStart[there] === stopStart[there + 1]) continue; // nothing leaves from there
      if (usable !== null && usable[there] === 0) continue;
      lower(ready, there * wide + ride, (there + 1) * wide, later);
      put(marked, there, stamp);
    }
  }
}

/** Brings what is better at stops to the destinations around them.
 * @param {Onward} onward
 * @param {Work} work
 * @param {Int32Array} at the earliest key of each destination */
function reachAll({ start, place, seconds }, { best, better }, at) {
  for (let b = 0; b < better.n; b++) {
    const stop = better.stop[b];
    for (let leg = start[stop], end = start[stop + 1]; leg < end; leg++) {
      const key = best[stop] + (seconds[leg] << RIDE_BITS);
      if (key < at[place[leg]]) at[place[leg]] = key;
    }
  }
}

/** Searches for every moment of the window, from its last to its first. Gives keys, destination by
 * destination and within each moment by moment.
 * @param {Lines} line
 * @param {Ways} way
 * @param {Asked} asked
 * @returns {Int32Array} */
export function search(line, way, { access, onward, window, usable }) {
  const { moments, limit, rides } = window;
  const work = workspace(way.wayStart.length - 1, line.nCalls, rides);
  const { wide, ready, marked } = work;
  const at = new Int32Array(onward.nPlaces).fill(UNREACHED);
  const keys = new Int32Array(onward.nPlaces * moments.length);
  const most = (limit << RIDE_BITS) + (1 << RIDE_BITS) - 1;
  for (let number = moments.length - 1; number >= 0; number--) {
    const moment = moments[number];
    const departing = ++work.stamp;
    work.latest = moment + limit;
    marked.n = work.better.n = 0;
    for (const [stop, seconds] of access) {
      lower(ready, stop * wide, (stop + 1) * wide, moment + seconds);
      put(marked, stop, departing);
    }
    for (let ride = 1; ride <= rides && marked.n > 0; ride++) {
      work.stamp++;
      boardAll(line, work, usable, ride);
      change(line, way, work, usable, ride, departing);
    }
    reachAll(onward, work, at);
    const start = moment << RIDE_BITS;
    for (let place = 0; place < onward.nPlaces; place++) {
      const key = at[place] - start;
      keys[place * moments.length + number] = key <= most ? key : UNREACHED;
    }
  }
  return keys;
}

/** The key at a rank among those from `first` on, from 0 the least; changes their order.
 * @param {Int32Array} keys
 * @param {number} first
 * @param {number} n
 * @param {number} rank
 * @returns {number} */
function ranked(keys, first, n, rank) {
  let low = first;
  let high = first + n - 1;
  const at = first + rank;
  while (low < high) {
    const pivot = keys[(low + high) >> 1];
    let i = low;
    let j = high;
    while (i <= j) {
      while (keys[i] < pivot) i++;
      while (keys[j] > pivot) j--;
      if (i <= j) {
        const swap = keys[i];
        keys[i++] = keys[j];
        keys[j--] = swap;
      }
    }
    if (at <= j) high = j;
    else if (at >= i) low = i;
    else break;
  }
  return keys[at];
}

/** Place of a percentile among `n` values in ascending order, from 0: the nearest rank.
 * @param {number} asked
 * @param {number} n
 * @returns {number} */
export function rankOf(asked, n) {
  return Math.max(Math.ceil(asked * n / 100 - 1e-9) - 1, 0);
}

/** Seconds at a percentile of the moments, place by place; Infinity where it is not reached.
 * @param {Int32Array} keys
 * @param {number} nMoments
 * @param {number} asked
 * @returns {Float64Array} */
export function percentile(keys, nMoments, asked) {
  const n = keys.length / nMoments;
  const rank = rankOf(asked, nMoments);
  const seconds = new Float64Array(n);
  for (let place = 0; place < n; place++) {
    const key = ranked(keys, place * nMoments, nMoments, rank);
    seconds[place] = key === UNREACHED ? Infinity : key >> RIDE_BITS;
  }
  return seconds;
}
