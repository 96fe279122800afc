import assert from "node:assert/strict";
import { test } from "node:test";
import { journeyOf, momentOf, secondsOf } from "../src/engine/journey.js";
import { lines, percentile, pool, search, ways } from "../src/engine/timetable.js";
import { fixture } from "./fixtures.js";

const STATED = {
  stop: [0, 1, 2], min_change_s: [30, 40, 50], change_ok: [1, 0, 1],
  transfer_from: [0, 0], transfer_to: [1, 1], transfer_s: [900, 800],
  forbidden_from: [2], forbidden_to: [0],
};
const WALKS = [[0, 1, 100.0], [1, 0, 100.0], [2, 0, 5.0], [0, 2, 99.2], [0, 0, 0.0]];

/** All ways as [from, to, seconds], sorted. */
function listed({ wayStart, wayStop, waySeconds }) {
  const all = [];
  for (let from = 0; from < wayStart.length - 1; from++) {
    for (let k = wayStart[from]; k < wayStart[from + 1]; k++) all.push([from, wayStop[k], waySeconds[k]]);
  }
  return all.sort();
}

test("what a timetable states goes before a walk", () => {
  const ahead = [[0, 0, 30], [0, 1, 800], [0, 2, 160], [1, 0, 160], [2, 2, 50]];
  assert.deepEqual(listed(ways(STATED, WALKS, 60, 3, false)), ahead);
  const back = ahead.map(([end, start, seconds]) => [start, end, seconds]).sort();
  assert.deepEqual(listed(ways(STATED, WALKS, 60, 3, true)), back);
});

/** Times as a page carries them: each run as what changes from the run before it. */
function carried({ calls, runs, stop, board, alight, arrival, departure }) {
  const [ride, stand] = [[], []];
  let at = 0;
  calls.forEach((n, pattern) => {
    let [rode, stood] = [Array(n).fill(0), Array(n).fill(0)];
    for (let run = 0; run < runs[pattern]; run++, at += n) {
      const rides = rode.map((_, i) => arrival[at + i] - (i ? departure[at + i - 1] : 0));
      const stands = stood.map((_, i) => departure[at + i] - arrival[at + i]);
      ride.push(...rides.map((s, i) => s - rode[i]));
      stand.push(...stands.map((s, i) => s - stood[i]));
      [rode, stood] = [rides, stands];
    }
  });
  return { "pattern/calls": calls, "pattern/runs": runs, "call/ride_s": ride, "call/stand_s": stand,
    "call/stop": stop, "call/board": board, "call/alight": alight };
}

/** Legs by stop, from legs by destination. */
function byStop(destinations, nStops) {
  const legs = destinations.flatMap((list, place) => list.map(([stop, seconds]) => ({ stop, place, seconds })))
    .sort((a, b) => a.stop - b.stop);
  const start = Int32Array.from({ length: nStops + 1 }, (_, stop) => legs.filter((leg) => leg.stop < stop).length);
  return { start, place: legs.map((leg) => leg.place), seconds: legs.map((leg) => leg.seconds),
           nPlaces: destinations.length };
}

/** Holds every journey to the time that it is of, and to what its legs add up to. */
function held(line, way, access, told, keys) {
  told.egress.forEach((egress, place) => {
    const own = keys.subarray(place * told.moments.length, (place + 1) * told.moments.length);
    told.moments.forEach((moment, number) => {
      const asked = { access, egress, moment, limit: told.limit, rides: told.max_rides, usable: null };
      const journey = journeyOf(line, way, asked);
      assert.equal(journey?.took ?? Infinity, secondsOf(own[number]));
      if (!journey) return;
      let now = moment;
      journey.rides.forEach(({ boards, alights }, i) => {
        assert.ok(now + journey.walks[i] <= boards && boards <= alights);
        now = alights;
      });
      assert.equal(now + journey.walks.at(-1), moment + journey.took);
    });
    for (const asked of [1, 50, 100]) {
      const at = momentOf(own, asked, false);
      const seconds = percentile(own.slice(), told.moments.length, asked)[0];
      assert.equal(at < 0 ? Infinity : secondsOf(own[at]), seconds);
    }
  });
}

test("every percentile of a window is that of one RAPTOR a departure", () => {
  for (const told of fixture("timetables")) {
    const all = pool(carried(told));
    assert.deepEqual([Array.from(all.arrival), Array.from(all.departure)], [told.arrival, told.departure]);
    const line = lines(all, new Uint8Array(told.departure.length).fill(1), told.n_stops, false);
    const stops = [...Array(told.n_stops).keys()];
    const way = ways({
      stop: stops, change_ok: stops.map((s) => Number(!told.no_change.includes(s))),
      min_change_s: stops.map(() => told.change_s), transfer_from: told.ways.map(([from]) => from),
      transfer_to: told.ways.map(([, to]) => to), transfer_s: told.ways.map(([, , seconds]) => seconds),
      forbidden_from: [], forbidden_to: [],
    }, [], 0, told.n_stops, false);
    const window = { moments: told.moments, limit: told.limit, rides: told.max_rides };
    const onward = byStop(told.egress, told.n_stops);
    told.access.forEach((access, origin) => {
      const found = told.percentiles.map((asked) => {
        const keys = search(line, way, { access, onward, window, usable: null });
        return Array.from(percentile(keys, told.moments.length, asked), (s) => (s === Infinity ? null : s));
      });
      const wanted = told.percentiles.map((_, rank) => told.seconds[origin].map((row) => row[rank]));
      assert.deepEqual(found, wanted);
      held(line, way, access, told, search(line, way, { access, onward, window, usable: null }));
    });
  }
});
