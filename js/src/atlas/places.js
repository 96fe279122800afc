/* What can be asked about: places by key, and the trips, scenarios and counts that there are. */

import * as Words from "./words.js";

const SAME_STOP_M = 600;
const TOWNS_FIRST = 1e9;

/* Towns and stops by key (`place:GM0168`, `stop:rail:gronau`); cells (`cell:…`) are made when
   they are asked for. */
export function places(engine, areas, words) {
  const { t } = words;
  const codes = new Map(areas.map((area) => [area.code, area]));
  const ofCell = Array.from(engine.cells.municipality, (m) => codes.get(engine.municipalities[m]));
  const cells = new Map(engine.cells.id.map((id, i) => [id, i]));
  const named = new Map();
  engine.places.forEach(({ id, name, lon, lat, country }, index) => {
    const area = codes.get(id);
    const key = "place:" + id;
    named.set(key, {
      key, kind: "place", name: area ? area.name : name, lon, lat, country, area,
      ask: { kind: "place", index }, weight: TOWNS_FIRST + (area ? area.population : 0),
      note: () => t("kind_place") + (area ? " \u00b7 " + area.nuts3 : ""),
    });
  });
  engine.stops.forEach(({ id, name, lon, lat, country }, index) => {
    const key = "stop:" + id;
    named.set(key, {
      key, kind: "stop", name, lon, lat, country, ask: { kind: "stop", index }, weight: 0,
      note: () => t("kind_stop") + " \u00b7 " + words.country(country),
    });
  });
  for (const place of named.values()) place.plain = Words.plain(place.name);

  function get(key) {
    if (!key.startsWith("cell:")) return named.get(key);
    const index = cells.get(key.slice(5));
    if (index === undefined) return undefined;
    const area = ofCell[index];
    const { lon, lat, country } = engine.cells;
    return {
      key, kind: "cell", name: t("cell_of", { name: area ? area.name : "?" }), area,
      lon: lon[index], lat: lat[index], country: country[index], ask: { kind: "cell", index },
    };
  }
  /* Both sides of a street are one stop to who looks for it. */
  function searchable(distance) {
    const seen = new Map();
    return [...named.values()].filter((place) => {
      if (place.kind !== "stop") return true;
      const same = seen.get(place.plain) || [];
      seen.set(place.plain, [...same, place]);
      return !same.some((one) => distance([one.lat, one.lon], [place.lat, place.lon]) < SAME_STOP_M);
    });
  }
  return {
    get,
    has: (key) => typeof key === "string" && get(key) !== undefined,
    searchable,
    stops: [...named.values()].filter((place) => place.kind === "stop"),
    areaOfCell: (cell) => ofCell[cell],
  };
}

/* Trips, scenarios and counts, and how they are called. */
export function known(engine, data, words, here, mean) {
  const described = new Map(data.trips.map((trip) => [trip.id, trip]));
  const [baseline, ...plans] = engine.scenarios;
  function tripName(trip) {
    const told = described.get(trip.id) || {};
    if (told.title) return words.in(told.title);
    if (!told.departure) return told.period ? words.period(told.period) : trip.id;
    const from = new Date(told.departure.slice(0, 16) + ":00Z");
    const until = new Date(from.getTime() + (told.window_min || 0) * 60000);
    return words.date(from) + ", " + words.clock(from)
      + (told.window_min ? "\u2013" + words.clock(until) : "");
  }
  const ofTrip = (id, name) => {
    const told = described.get(id);
    return told && told[name] ? words.in(told[name]) : "";
  };
  /* In a sentence, with what public transport lacks in a country: "by train (…; without buses)". */
  function byTrip(id, country) {
    const told = described.get(id);
    const code = ["", "NL", "DE"][country];
    const lacks = Object.hasOwn(told.lacking, code) ? words.in(told.lacking[code]) : "";
    const by = words.in(told.by);
    if (!lacks) return by;
    return by.endsWith(")") ? by.slice(0, -1) + "; " + lacks + ")" : `${by} (${lacks})`;
  }
  return {
    mean,
    kindOf: (id) => described.get(id).kind,
    nameOf: (id) => ofTrip(id, "name"),
    ofTrip,
    byTrip,
    parkOf: (id) => described.get(id).park_min,
    /* Whether a state's figures are those of the mean inhabitant, or could be. */
    ofInhabitants: (state) => state.whose === "mean" && mean.has(state, here.get(state.place), Number(state.percentile)),
    couldBeOfInhabitants: (state) => mean.has(state, here.get(state.place), Number(state.percentile)),
    languages: words.languages,
    trips: engine.trips,
    trip: (id) => engine.trips.find((one) => one.id === id),
    tripName,
    opportunities: data.opportunities,
    hasPlace: here.has,
    scenarios: engine.scenarios,
    scenariosOf: (trip) => [baseline, ...plans.filter((name) =>
      !Object.hasOwn(data.scenario_trips, name) || data.scenario_trips[name].includes(trip))],
    scenarioName: (name) => (name === baseline ? words.t("scenario_none")
      : Object.hasOwn(data.scenarios, name) ? words.in(data.scenarios[name]) : name),
  };
}
