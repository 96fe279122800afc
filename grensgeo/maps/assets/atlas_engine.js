"use strict";
/* Answers what grensgeo.travel_times answers, from what gg.portable() took out of a network and
   grensgeo/maps/packing.py packed. No document, no request, no clock: data in, numbers out.

   const engine = await GrensgeoEngine.open(manifest, chunks);
   const { minutes, status } = engine.times({
     place: { kind: "cell", index: 5 }, trip: "car", direction: "from", foreign_routing: true });
   engine.reach(minutes, engine.opportunities.jobs, 45, engine.cells.country[5]); */
const GrensgeoEngine = (() => {
  /* Times in single precision may be this share of themselves too long (grensgeo/arrays.py). */
  const SINGLE = 4e-7;
  const STATUSES = ["", "not_snapped", "outside_data"];
  /* Answers that are kept: looking from a place at another scenario or mode and back is free. */
  const KEPT = 12;

  /* Counts of opportunities by cell: as given, or those of each municipality shared over its cells
     by their inhabitants, as Region.opportunities does. NaN where a count is not known. */
  function opportunitiesOf(arrays, cells) {
    const found = {};
    for (const [name, values] of Object.entries(arrays)) {
      if (name.startsWith("opportunity/cell/")) found[name.slice(17)] = values;
      if (!name.startsWith("opportunity/municipality/")) continue;
      const people = new Float64Array(values.length);
      for (let i = 0; i < cells.n; i++) people[cells.municipality[i]] += cells.population[i];
      found[name.slice(25)] = Float64Array.from(cells.municipality, (code, i) =>
        values[code] * cells.population[i] / people[code]);
    }
    return found;
  }

  function pointsOf(arrays, kind) {
    const names = arrays[`${kind}/name`] || arrays[`${kind}/id`] || [];
    return names.map((name, i) => ({ id: arrays[`${kind}/id`][i], name,
      lon: arrays[`${kind}/lon`][i], lat: arrays[`${kind}/lat`][i] }));
  }

  /* What lies within a cutoff. Unknown counts are no zeros: where nothing but unknown counts lies
     within, or a country has no known count at all, the sum is NaN. */
  function sums(cells, minutes, weights, within) {
    const result = new Map();
    for (let i = 0; i < cells.n; i++) {
      const code = cells.country[i];
      if (!result.has(code)) result.set(code, { total: 0, known: 0, unknown: 0, any: false });
      const sum = result.get(code);
      const count = weights[i];
      const missing = Number.isNaN(count);
      if (!missing) sum.any = true;
      if (!within(minutes[i], code)) continue;
      if (missing) {
        sum.unknown++;
      } else {
        sum.known++;
        sum.total += count;
      }
    }
    for (const sum of result.values()) {
      if (!sum.any || (sum.unknown > 0 && sum.known === 0)) sum.total = NaN;
    }
    return result;
  }

  function build(arrays, meta) {
    const n = meta.n_cells;
    const country = arrays["point/country"];
    const cells = { n, id: arrays["cell/id"], lon: arrays["cell/lon"], lat: arrays["cell/lat"],
      country: country.subarray(0, n), municipality: arrays["cell/municipality"],
      population: arrays["cell/population"] };
    const places = pointsOf(arrays, "place");
    const stops = pointsOf(arrays, "stop");
    places.forEach((place, i) => { place.country = country[n + i]; });
    stops.forEach((stop, i) => { stop.country = country[n + places.length + i]; });
    const trips = new Map(meta.trips.map((trip) => [trip.id, trip]));
    const streets = GrensgeoStreets.of(arrays, meta);
    const transit = GrensgeoTransit.of(arrays, meta, streets);
    const kinds = { cell: [0, n], place: [n, places.length], stop: [n + places.length, stops.length] };
    const answers = new Map();
    const lost = new WeakSet(); // minutes from places that are not on the network

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
      const leg = GrensgeoTransit.legOf(question, "street");
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
      if (status !== "") {
        lost.add(minutes);
        return { minutes, status };
      }
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

    /* What is reached within a cutoff from a place in a country (1 NL, 2 DE): by country, in all,
       with the border closed (own country only), realised (whatever lies abroad counts as if
       `resistance` minutes farther off) and open. `missing` counts cells within the cutoff whose
       count is not known. All is NaN from a place that is not on the network. */
    function reach(minutes, weights, cutoff, originCountry, { resistance = 0 } = {}) {
      const limit = Math.fround(cutoff * (1 + SINGLE));
      const found = sums(cells, minutes, weights, (time) => time <= limit);
      const felt = resistance === 0 ? found : sums(cells, minutes, weights, (time, code) =>
        (code === originCountry ? time : Math.fround(time + resistance)) <= limit);
      const total = (code) => (found.has(code) ? found.get(code).total : 0);
      let [closed, across, feltAcross, missing] = [0, 0, 0, 0];
      for (const [code, sum] of found) {
        missing += sum.unknown;
        if (code === originCountry) {
          closed += sum.total;
        } else {
          across += sum.total;
          feltAcross += felt.get(code).total;
        }
      }
      const result = { nl: total(1), de: total(2), total: closed + across, closed,
        realised: closed + feltAcross, felt: feltAcross, open: closed + across, missing };
      if (lost.has(minutes)) for (const name of Object.keys(result)) result[name] = NaN;
      return result;
    }

    /* What is reached within every whole minute up to `most`: {nl, de, total, unknown}, each a
       Float64Array of most + 1. A country is NaN where `reach` has none: nothing is known of it,
       or of whatever lies within the minute. */
    function curve(minutes, weights, most) {
      const result = {};
      for (const name of ["nl", "de", "total", "unknown"]) result[name] = new Float64Array(most + 1);
      const sides = ["", "nl", "de"].map(() => ({
        any: false, known: new Float64Array(most + 1), unknown: new Float64Array(most + 1),
      }));
      for (let i = 0; i < n; i++) {
        const side = sides[cells.country[i]];
        const missing = Number.isNaN(weights[i]);
        if (!missing) side.any = true;
        const time = minutes[i];
        if (Number.isNaN(time)) continue;
        let minute = Math.ceil(time);
        if (minute > 0 && time <= Math.fround((minute - 1) * (1 + SINGLE))) minute--;
        if (minute > most) continue;
        side[missing ? "unknown" : "known"][minute]++;
        if (missing) {
          result.unknown[minute]++;
          continue;
        }
        result.total[minute] += weights[i];
        if (cells.country[i] === 1) result.nl[minute] += weights[i];
        if (cells.country[i] === 2) result.de[minute] += weights[i];
      }
      for (const sum of [...Object.values(result), ...sides.flatMap((side) => [side.known, side.unknown])]) {
        for (let minute = 1; minute <= most; minute++) sum[minute] += sum[minute - 1];
      }
      for (const [code, name] of [[1, "nl"], [2, "de"]]) {
        const { any, known, unknown } = sides[code];
        for (let minute = 0; minute <= most; minute++) {
          if (!any || (unknown[minute] > 0 && known[minute] === 0)) result[name][minute] = NaN;
        }
      }
      return result;
    }

    return { cells, places, stops, municipalities: arrays["municipality/code"] || [],
      opportunities: opportunitiesOf(arrays, cells), trips: meta.trips, scenarios: meta.scenarios,
      meta, arrays, times, reach, curve };
  }

  /* Opens what was packed: `manifest` and `chunks` as grensgeo.maps.packing.pack gave them. */
  async function open(manifest, chunks) {
    return build(await GrensgeoUnpack.unpack(manifest, chunks), manifest.meta);
  }

  return { open };
})();
