"use strict";
/* Answers what grensgeo.travel_times answers, from what gg.portable() took out of a network and
   grensgeo/maps/packing.py packed. No document, no request, no clock: data in, numbers out.

   const engine = await GrensgeoEngine.open(manifest, chunks);
   const { minutes, status } = engine.times({
     place: { kind: "cell", index: 5 }, trip: "car", direction: "from", foreign_routing: true });
   engine.reach(minutes, engine.opportunities.jobs, 45, engine.cells.country[5]); */
const GrensgeoEngine = (() => {
  /* Times in single precision may be this share of themselves too long (grensgeo/matrix/sums.py,
     grensgeo/traveltimes/legs.py). */
  const SINGLE = 4e-7;
  const STATUSES = ["", "not_snapped", "outside_data"];
  /* Answers that are kept: looking from a place at another scenario or mode and back is free. */
  const KEPT = 12;

  /* Seconds along every edge in one layer of durations, and what is lost at its ends. */
  function readLayer(arrays, number, country) {
    const lengths = arrays["edge/length_m"];
    const classes = arrays["edge/class"];
    const paces = arrays["class/pace"];
    const n = lengths.length;
    const nClasses = arrays["class/country"].length;
    const along = [0, 1].map((way) => {
      const first = (2 * number + way) * nClasses;
      return Float64Array.from(lengths, (metres, e) => metres * paces[first + classes[e]]);
    });
    const losing = arrays[`layer/${number}/edge`];
    if (losing === undefined) {
      const nothing = () => 0;
      return { along, country, ahead: along[0], back: along[1], begin: nothing, end: nothing };
    }
    const lost = ["begin_s", "end_s"].map((name) => {
      const seconds = new Float64Array(2 * n);
      const given = arrays[`layer/${number}/${name}`];
      losing.forEach((e, k) => seconds.set(given.subarray(2 * k, 2 * k + 2), 2 * e));
      return seconds;
    });
    const [begin, end] = lost.map((seconds) => (e, way) => seconds[2 * e + way]);
    const [ahead, back] = [0, 1].map((way) =>
      along[way].map((seconds, e) => begin(e, way) + seconds + end(e, way)));
    return { along, country, ahead, back, begin, end };
  }

  /* Where all points stand, and which of them stand along an edge. */
  function readSnapping(arrays, number) {
    const column = (name) => arrays[`snap/${number}/${name}`];
    const snapping = { at: column("at"), edge: column("edge"), fraction: column("fraction"),
      distance: column("distance_m"), status: column("status"), along: [] };
    snapping.at.forEach((vertex, i) => {
      if (vertex === GrensgeoStreets.ON_EDGE) snapping.along.push(i);
    });
    return snapping;
  }

  /* A store that makes what is asked for first, and keeps it. */
  function store(make) {
    const kept = new Map();
    return (...key) => {
      const name = key.join("/");
      if (!kept.has(name)) kept.set(name, make(...key));
      return kept.get(name);
    };
  }

  /* The streets: times between points, by layer, snapping and country. */
  function streetsOf(arrays, meta) {
    const graph = GrensgeoStreets.joined(arrays, meta.n_vertices);
    const byClass = arrays["class/country"];
    const country = Uint8Array.from(arrays["edge/class"], (number) => byClass[number]);
    const layer = store((number) => readLayer(arrays, number, country));
    const snapping = store((number) => readSnapping(arrays, number));
    const weights = store((number, code, reverse) =>
      GrensgeoStreets.weigh(graph, layer(number), code, reverse));
    const standing = store((snap, number) =>
      GrensgeoStreets.stand(graph, snapping(snap), layer(number), meta.off_network_s_per_m));
    const work = GrensgeoStreets.workspace(meta.n_vertices);

    /* Seconds from a point to many, or to it from many: `fill(out)` writes them for the points
       `first` up to `last`, Infinity where beyond the limit. */
    function reach({ snap, number, code, reverse, point, limit }) {
      const { vertex, leave, enter } = standing(snap, number);
      const away = reverse ? enter : leave;
      const seeds = [0, 1].map((end) => [vertex[2 * point + end], away[2 * point + end]]);
      GrensgeoStreets.search(graph, weights(number, code, reverse), seeds, limit, work);
    }

    /* Lands on points after `reach`. */
    function land({ snap, number, reverse, point, limit, first, last }, out) {
      const { vertex, leave, enter } = standing(snap, number);
      const onward = reverse ? leave : enter;
      const { dist } = work;
      for (let i = first, k = 0; i < last; i++, k++) {
        let best = Infinity;
        const one = vertex[2 * i];
        if (one >= 0) best = dist[one] + onward[2 * i];
        const other = vertex[2 * i + 1];
        if (other >= 0) best = Math.min(best, dist[other] + onward[2 * i + 1]);
        out[k] = best <= limit ? best : Infinity;
      }
      sameEdge({ snap, number, reverse, point, limit, first, last }, out);
    }

    /* Points on one edge are joined along it, where the direction is open. */
    function sameEdge({ snap, number, reverse, point, limit, first, last }, out) {
      const points = snapping(snap);
      const { along, edge, fraction, distance } = points;
      const here = along.indexOf(point);
      if (here < 0) return;
      const seconds = layer(number).along;
      along.forEach((other, k) => {
        if (edge[k] !== edge[here] || other < first || other >= last) return;
        const [start, end] = reverse ? [fraction[k], fraction[here]] : [fraction[here], fraction[k]];
        const way = end >= start ? 0 : 1;
        const part = end === start ? 0 : seconds[way][edge[k]] * Math.abs(end - start);
        const total = part + (distance[point] + distance[other]) * meta.off_network_s_per_m;
        if (total <= limit && total < out[other - first]) out[other - first] = total;
      });
    }

    return { graph, layer, snapping, standing, weights, work, reach, land };
  }

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
    const streets = streetsOf(arrays, meta);
    const kinds = { cell: [0, n], place: [n, places.length], stop: [n + places.length, stops.length] };
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
      return { trip, scenario, reverse: direction === "to", own, point,
        code: own ? country[point] : 0, percentile: asked.percentile };
    }

    /* How a leg of a trip is made: streets, durations, limit and parking. */
    function legOf({ trip, scenario, own, code, reverse }, name) {
      const leg = trip.legs[name];
      const limit = leg.limit_min === null ? Infinity : 60 * leg.limit_min;
      return { snap: own ? leg.own_snapping : leg.snapping, number: leg.layers[scenario], code,
        reverse, limit, park: 60 * leg.park_min };
    }

    /* Seconds by street between the place and all cells, door to door. */
    function byStreet(question, name) {
      const leg = legOf(question, name);
      const within = (leg.limit - leg.park) * (1 + SINGLE);
      const ask = { ...leg, point: question.point, limit: within, first: 0, last: n };
      const seconds = new Float64Array(n);
      streets.reach(ask);
      streets.land(ask, seconds);
      for (let i = 0; i < n; i++) {
        const abroad = question.own && country[i] !== question.code;
        seconds[i] = abroad ? Infinity : Math.min(seconds[i] + leg.park, Math.max(leg.limit, seconds[i]));
      }
      return seconds;
    }

    /* The very same coordinates are 0 minutes away, where both are on the network. */
    function stay(question, minutes, first, last) {
      const [start, end] = question.reverse ? [last, first] : [first, last];
      const own = question.trip.legs[start][question.own ? "own_snapping" : "snapping"];
      const there = streets.snapping(question.trip.legs[end].snapping).status;
      if (streets.snapping(own).status[question.point] !== 0) return;
      const same = question.point < n ? [question.point] : [];
      arrays["twin/point"].forEach((point, k) => {
        if (point === question.point) same.push(arrays["twin/cell"][k]);
      });
      for (const cell of same) if (there[cell] === 0) minutes[cell] = 0;
    }

    function answer(question) {
      const { trip, own, point } = question;
      if (own && question.code === 0) throw new RangeError("the country of the place is not known");
      const [first, last] = trip.mode === "transit" ? ["access", "egress"] : ["street", "street"];
      const end = trip.legs[question.reverse ? last : first];
      const snapping = streets.snapping(own ? end.own_snapping : end.snapping);
      const minutes = new Float32Array(n).fill(NaN);
      let status = STATUSES[{ 0: 0, 1: 1, 2: 2 }[snapping.status[point]]];
      if (status === "") {
        const seconds = byStreet(question, "street");
        for (let i = 0; i < n; i++) {
          minutes[i] = seconds[i] === Infinity ? NaN : Math.fround(seconds[i]) / 60;
        }
        stay(question, minutes, first, last);
      }
      return { minutes, status };
    }

    /* Minutes between a place and all cells: `place` {kind: "cell" | "place" | "stop", index},
       `trip` an id, `direction` "from" or "to" the place, `percentile` for trips by timetable,
       `foreign_routing` false to stay in the place's own country, `scenario` a name. Gives
       {minutes: Float32Array, NaN unreached; status: why the place has no times, or ""}. */
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
       count is not known. */
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
      return { nl: total(1), de: total(2), total: closed + across, closed,
        realised: closed + feltAcross, open: closed + across, missing };
    }

    /* What is reached within every whole minute up to `most`: {nl, de, total, unknown}, each a
       Float64Array of most + 1. Only known counts are added up. */
    function curve(minutes, weights, most) {
      const result = {};
      for (const name of ["nl", "de", "total", "unknown"]) result[name] = new Float64Array(most + 1);
      for (let i = 0; i < n; i++) {
        const time = minutes[i];
        if (Number.isNaN(time)) continue;
        let minute = Math.ceil(time);
        if (minute > 0 && time <= Math.fround((minute - 1) * (1 + SINGLE))) minute--;
        if (minute > most) continue;
        if (Number.isNaN(weights[i])) {
          result.unknown[minute]++;
          continue;
        }
        result.total[minute] += weights[i];
        if (cells.country[i] === 1) result.nl[minute] += weights[i];
        if (cells.country[i] === 2) result.de[minute] += weights[i];
      }
      for (const sum of Object.values(result)) {
        for (let minute = 1; minute <= most; minute++) sum[minute] += sum[minute - 1];
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
