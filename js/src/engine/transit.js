/* Door-to-door times by public transport as grensgeo/traveltimes/timetables.py computes them: legs
   through the streets to stops and from them, rides between, or the way without any ride. */

import * as Streets from "./streets.js";
import * as Timetable from "./timetable.js";
import { SINGLE } from "../shared/precision.js";

/* Searches that are kept, so that another percentile of the same question is free. */
const KEPT = 4;

/* How a leg of a trip is made: which streets, the limit with and without parking, and parking. */
export function legOf({ trip, scenario, own, code, reverse }, name) {
  const leg = trip.legs[name];
  const limit = leg.limit_min === null ? Infinity : 60 * leg.limit_min;
  const park = 60 * leg.park_min;
  return { snap: own ? leg.own_snapping : leg.snapping, number: leg.layers[scenario], code,
    reverse, limit, park, within: (limit - park) * (1 + SINGLE) };
}

export function of(arrays, meta, streets) {
  const nCells = meta.n_cells;
  const nStops = meta.n_stops;
  const firstStop = nCells + meta.n_places;
  const country = arrays["point/country"];
  const store = Streets.store;
  const { wholeSeconds } = Timetable;
  const pool = store(() => Timetable.pool(arrays));
  const lines = store((plan, reverse) =>
    Timetable.lines(pool(), arrays[`plan/${plan}/run`], nStops, reverse));
  const trips = new Map(meta.trips.map((trip) => [trip.id, trip]));
  const searches = new Map();

  /* The stops of one country, or null for all. */
  const usable = store((code) => (code === 0 ? null
    : Uint8Array.from({ length: nStops }, (_, s) => Number(country[firstStop + s] === code))));

  /* Visits the stops or cells near a point with the whole seconds of a leg. */
  function near(leg, point, first, last, visit) {
    const { code, park, limit, within } = leg;
    streets.toNear({ ...leg, point, limit: within }, first, last, (other, seconds) => {
      if (code !== 0 && country[other] !== code) return;
      visit(other - first, wholeSeconds(Math.min(seconds + park, limit)));
    });
  }

  /* Legs between every stop and the cells around it. */
  function legTable(leg) {
    const open = usable(leg.code);
    const start = new Int32Array(nStops + 1);
    const cell = [];
    const seconds = [];
    for (let stop = 0; stop < nStops; stop++) {
      if (open === null || open[stop]) {
        near(leg, firstStop + stop, 0, nCells, (other, time) => {
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

  /* Tables are made once for each leg that trips have in common. */
  const legTables = new Map();
  function table(leg) {
    const key = [leg.snap, leg.number, leg.code, leg.reverse, leg.limit, leg.park].join("/");
    if (!legTables.has(key)) legTables.set(key, legTable(leg));
    return legTables.get(key);
  }

  /* Ways between stops: walks do not run backwards, whichever the direction of the question. */
  const ways = store((id, scenario, own, code, changes, reverse) => {
    const leg = legOf({ trip: trips.get(id), scenario, own, code, reverse: false }, "change");
    const open = usable(code);
    const walks = [];
    for (let stop = 0; stop < nStops; stop++) {
      if (open !== null && !open[stop]) continue;
      const ask = { ...leg, point: firstStop + stop, limit: leg.within };
      streets.toNear(ask, firstStop, firstStop + nStops, (other, seconds) => {
        if (open !== null && !open[other - firstStop]) return;
        walks.push([stop, other - firstStop, Math.min(seconds, leg.limit)]);
      });
    }
    const column = (name) => arrays[`changes/${changes}/${name}`];
    const stated = {};
    for (const name of ["stop", "min_change_s", "change_ok", "transfer_from", "transfer_to",
      "transfer_s", "forbidden_from", "forbidden_to"]) stated[name] = column(name);
    return Timetable.ways(stated, walks, meta.least_change_s, nStops, reverse);
  });

  /* Keys of every moment for the cells that are near a stop. */
  function searched(question) {
    const { trip, scenario, reverse, own, code, point } = question;
    const name = [trip.id, scenario, reverse, code, point].join("/");
    let found = searches.get(name);
    if (found === undefined) {
      const timed = trip.timetable[reverse ? "to" : "from"][scenario];
      const [here, there] = reverse ? ["egress", "access"] : ["access", "egress"];
      const access = [];
      near(legOf(question, here), point, firstStop, firstStop + nStops,
        (stop, seconds) => access.push([stop, seconds]));
      const onward = table(legOf(question, there));
      const moments = reverse ? timed.moments_s.map((s) => -s).reverse() : timed.moments_s;
      const window = { moments, limit: timed.limit_s, rides: timed.max_rides };
      const keys = Timetable.search(lines(timed.plan, reverse),
        ways(trip.id, scenario, own, code, timed.changes, reverse),
        { access, onward, window, usable: usable(code) });
      found = { keys, served: onward.served, count: moments.length, near: access.length };
    }
    searches.delete(name);
    searches.set(name, found); // to the end: what was asked for last
    if (searches.size > KEPT) searches.delete(searches.keys().next().value);
    return found;
  }

  /* Seconds between the place and all cells at a percentile, Infinity unreached; `walked` is 1
     where nothing that runs is quicker than the way without any ride; `status` is
     "no_service" where no stop is near the place. */
  function times(question) {
    const { trip, reverse, own, code } = question;
    const direct = legOf(question, "direct");
    const seconds = new Float64Array(nCells);
    streets.toAll({ ...direct, point: question.point, limit: direct.within }, 0, nCells, seconds);
    const { limit_s: longest } = trip.timetable[reverse ? "to" : "from"][question.scenario];
    const end = trip.legs[reverse ? "access" : "egress"];
    const { status } = streets.snapping(own ? end.own_snapping : end.snapping);
    for (let i = 0; i < nCells; i++) {
      const walked = Math.min(seconds[i], direct.limit);
      const lost = status[i] !== 0 || (own && country[i] !== code);
      seconds[i] = lost || !(seconds[i] < Infinity && walked <= longest) ? Infinity
        : wholeSeconds(walked);
    }
    const { keys, served, count, near: stops } = searched(question);
    const ridden = Timetable.percentile(keys, count, question.percentile);
    const walked = Uint8Array.from(seconds, (time) => Number(time < Infinity));
    served.forEach((cell, k) => {
      if (!(ridden[k] < seconds[cell])) return;
      seconds[cell] = ridden[k];
      walked[cell] = 0;
    });
    return { seconds, walked, status: stops > 0 ? "" : "no_service" };
  }

  return { times };
}
