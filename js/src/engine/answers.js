/* Answers what grensgeo.travel_times answers, from what gg.portable() took out of a network and
   grensgeo/maps/packing.py packed. No document, no request, no clock: data in, numbers out. */

import * as Streets from "./streets.js";
import * as Transit from "./transit.js";

/* Why a place has no times at all. */
const STATUSES = ["", "not_snapped", "outside_data"];
/* Whether a place has no times: where no stop is near, those without a train or a bus still stand. */
export const nowhere = (status) => status !== "" && STATUSES.includes(status);
/* Answers that are kept: looking from a place at another scenario or mode and back is free. */
const KEPT = 12;

/* Gives {times}: what is asked of it, and what it gives, see there. */
export function answersOf(arrays, meta) {
  const n = meta.n_cells;
  const country = arrays["point/country"];
  const trips = new Map(meta.trips.map((trip) => [trip.id, trip]));
  const streets = Streets.of(arrays, meta);
  const transit = Transit.of(arrays, meta, streets);
  const kinds = { cell: [0, n], place: [n, meta.n_places], stop: [n + meta.n_places, meta.n_stops] };
  const answers = new Map();

  /* The number of a place among all points. */
  function pointOf({ kind, index }) {
    if (!Object.hasOwn(kinds, kind) || !(index >= 0 && index < kinds[kind][1])) {
      throw new RangeError(`no ${kind} ${index}`);
    }
    return kinds[kind][0] + index;
  }

  /* What a question means, with every fault told. */
  function read(asked) {
    const trip = trips.get(asked.trip);
    if (trip === undefined) throw new RangeError(`no trip ${asked.trip}`);
    const scenario = meta.scenarios.indexOf(asked.scenario ?? meta.scenarios[0]);
    if (scenario < 0) throw new RangeError(`no scenario ${asked.scenario}`);
    const direction = asked.direction ?? "from";
    if (direction !== "from" && direction !== "to") throw new RangeError(`no direction ${direction}`);
    const own = asked.foreign_routing === false;
    const point = pointOf(asked.place);
    const known = trip.percentiles;
    const percentile = asked.percentile ?? (known.includes(50) ? 50 : known[0]);
    return { trip, scenario, reverse: direction === "to", own, point,
      code: own ? country[point] : 0, percentile };
  }

  /* Seconds along the streets between the place and all cells, door to door. */
  function byStreet(question) {
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

  /* The very same coordinates are 0 minutes away, where both are on the network. */
  function stay(question, { minutes, walked }, first, last) {
    const [start, end] = question.reverse ? [last, first] : [first, last];
    const own = question.trip.legs[start][question.own ? "own_snapping" : "snapping"];
    const there = streets.snapping(question.trip.legs[end].snapping).status;
    if (streets.snapping(own).status[question.point] !== 0) return;
    const same = question.point < n ? [question.point] : [];
    arrays["twin/point"].forEach((point, k) => {
      if (point === question.point) same.push(arrays["twin/cell"][k]);
    });
    for (const cell of same) {
      if (there[cell] !== 0) continue;
      minutes[cell] = 0;
      if (walked) walked[cell] = 1;
    }
  }

  function answer(question) {
    const { trip, own, point } = question;
    if (own && question.code === 0) throw new RangeError("the country of the place is not known");
    const legs = trip.mode === "transit" ? ["access", "egress"] : ["street", "street"];
    const end = trip.legs[legs[question.reverse ? 1 : 0]];
    const snapping = streets.snapping(own ? end.own_snapping : end.snapping);
    const minutes = new Float32Array(n).fill(NaN);
    let status = STATUSES[snapping.status[point]];
    if (status !== "") return { minutes, status, walked: null };
    let seconds;
    let walked = null;
    if (trip.mode === "transit") ({ seconds, status, walked } = transit.times(question));
    else seconds = byStreet(question);
    for (let i = 0; i < n; i++) {
      if (seconds[i] < Infinity) minutes[i] = Math.fround(seconds[i]) / 60;
    }
    stay(question, { minutes, walked }, ...legs);
    return { minutes, status, walked };
  }

  /* Minutes between a place and all cells: `place` {kind: "cell" | "place" | "stop", index},
     `trip` an id, `direction` "from" or "to" the place, `percentile` for trips by timetable,
     `foreign_routing` false to stay in the place's own country, `scenario` a name. Gives
     {minutes: Float32Array, NaN unreached; walked: for trips by timetable 1 where no ride is
     needed; status: why the place has no times, or ""}. */
  function times(asked) {
    const question = read(asked);
    const key = [question.point, question.trip.id, question.reverse, question.own,
      question.scenario, question.percentile].join("/");
    const known = answers.get(key) ?? answer(question);
    answers.delete(key);
    answers.set(key, known); // to the end: what was asked for last
    if (answers.size > KEPT) answers.delete(answers.keys().next().value);
    return known;
  }

  return { times };
}
