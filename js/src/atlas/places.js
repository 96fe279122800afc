/* What can be asked about: places by key, and the trips, scenarios and counts that there are. */

import { degreesOf } from "../shared/base_map.js";
import { plain } from "../shared/words.js";

/** @typedef {import("../types.js").Engine} Engine */
/** @typedef {import("../types.js").Area} Area */
/** @typedef {import("../types.js").Place} Place */
/** @typedef {import("../types.js").Entry} Entry */
/** @typedef {import("../types.js").State} State */
/** @typedef {import("../types.js").AtlasData} AtlasData */
/** @typedef {import("../shared/words.js").Words} Words */
/** @typedef {ReturnType<typeof placesOf>} Places */
/** @typedef {ReturnType<typeof knownOf>} AtlasKnown */

const SAME_STOP_M = 600;
const TOWNS_FIRST = 1e9;
/** Cells are looked for within this of a village, degrees of latitude. */
const NEAR_DEG = 0.02;
/** Layers of the base map that can be searched for. */
export const SEARCHED = ["place", "postcode"];
/** Codes of the countries by their position in the engine's list.
 * @param {Pick<Engine, "countries">} engine
 * @param {Pick<AtlasData, "countries">} data */
export const codesOf = ({ countries }, data) => countries.map((number) => data.countries[number]);

/** Towns and stops by key (`place:GM0168`, `stop:rail:gronau`).
 * @param {Engine} engine
 * @param {Map<string, Area>} codes
 * @param {Words} words
 * @param {string[]} sides keys of the names of the countries
 * @returns {Map<string, Entry>} */
function namedPlaces(engine, codes, words, sides) {
  const named = new Map();
  engine.places.forEach(({ id, name: own, lon, lat, country }, index) => {
    const area = codes.get(id);
    const key = "place:" + id;
    const name = area ? area.name : own;
    named.set(key, {
      key, kind: "place", name, lon, lat, country, area, plain: plain(name),
      ask: { kind: "place", index }, weight: TOWNS_FIRST + (area ? area.population : 0),
      note: () => words.t("kind_place") + (area ? " \u00b7 " + area.nuts3 : ""),
    });
  });
  engine.stops.forEach(({ id, name, lon, lat, country }, index) => {
    const key = "stop:" + id;
    named.set(key, {
      key, kind: "stop", name, lon, lat, country, ask: { kind: "stop", index }, weight: 0, plain: plain(name),
      note: () => words.t("kind_stop") + " \u00b7 " + words.t(sides[country] ?? "other"),
    });
  });
  return named;
}

/** Places of all kinds; cells (`cell:…`) are made when they are asked for.
 * @param {Engine} engine
 * @param {Area[]} areas
 * @param {Words} words
 * @param {string[]} sides keys of the names of the countries */
export function placesOf(engine, areas, words, sides) {
  const codes = new Map(areas.map((area) => [area.code, area]));
  const ofCell = Array.from(engine.cells.municipality, (m) => codes.get(engine.municipalities[m]));
  const cells = new Map(engine.cells.id.map((id, i) => [id, i]));
  const named = namedPlaces(engine, codes, words, sides);

  /** @param {string} key
   * @returns {Place | undefined} */
  function get(key) {
    if (!key.startsWith("cell:")) return named.get(key);
    const index = cells.get(key.slice(5));
    if (index === undefined) return undefined;
    const area = ofCell[index];
    const { lon, lat, country } = engine.cells;
    return {
      key, kind: "cell", name: words.t("cell_of", { name: area ? area.name : "?" }), area,
      lon: lon[index], lat: lat[index], country: country[index], ask: { kind: "cell", index },
    };
  }
  /** Both sides of a street are one stop to who looks for it.
   * @param {(a: [number, number], b: [number, number]) => number} distance in metres */
  function searchable(distance) {
    /** @type {Map<string, Entry[]>} */
    const seen = new Map();
    return [...named.values()].filter((place) => {
      if (place.kind !== "stop") return true;
      const same = seen.get(place.plain) ?? [];
      seen.set(place.plain, [...same, place]);
      return !same.some((one) => distance([one.lat, one.lon], [place.lat, place.lon]) < SAME_STOP_M);
    });
  }
  return {
    get,
    /** @param {unknown} key */
    has: (key) => typeof key === "string" && get(key) !== undefined,
    searchable,
    stops: [...named.values()].filter((place) => place.kind === "stop"),
    /** @param {number} cell */
    areaOfCell: (cell) => ofCell[cell],
  };
}

/** Finds the cell whose point lies nearest, within two kilometres or so; -1 where there is none.
 * @param {Pick<Engine, "cells">} engine
 * @returns {(x: number, y: number) => number} */
export function nearCells({ cells: { lon, lat } }) {
  /** @type {Map<string, number[]>} */
  const squares = new Map();
  /** @param {number} value */
  const step = (value) => Math.floor(value / NEAR_DEG);
  for (let i = 0; i < lon.length; i++) {
    const square = step(lon[i]) + " " + step(lat[i]);
    squares.set(square, [...(squares.get(square) ?? []), i]);
  }
  return (x, y) => {
    const squeeze = Math.cos((y * Math.PI) / 180);
    let [near, least] = [-1, NEAR_DEG];
    for (const dx of [-2, -1, 0, 1, 2]) {
      for (const dy of [-1, 0, 1]) {
        for (const i of squares.get((step(x) + dx) + " " + (step(y) + dy)) ?? []) {
          const far = Math.hypot((lon[i] - x) * squeeze, lat[i] - y);
          if (far < least) [near, least] = [i, far];
        }
      }
    }
    return near;
  };
}

/** Villages, hamlets and postcodes of the base map, to be searched for: each stands for the cell about it.
 * @param {import("../shared/base_map.js").BaseMap | null} base
 * @param {Engine} engine
 * @param {Places} places
 * @param {Words} words
 * @returns {Entry[]} */
export function villagesOf(base, engine, places, words) {
  if (!base) return [];
  const cellAt = nearCells(engine);
  return [...base.layer.keys()].filter((i) => SEARCHED.includes(base.layer[i])).flatMap((i) => {
    const code = base.layer[i] === "postcode";
    const [lon, lat] = degreesOf(base, i);
    const index = cellAt(lon, lat);
    if (index < 0) return [];
    const area = places.areaOfCell(index);
    return [{
      key: "cell:" + engine.cells.id[index], kind: code ? /** @type {const} */ ("postcode") : /** @type {const} */ ("cell"), name: base.name[i], lon, lat,
      country: engine.cells.country[index], plain: plain(base.name[i]), weight: base.people[i],
      ask: { kind: /** @type {const} */ ("cell"), index },
      note: () => words.t(code ? "kind_postcode" : "kind_village") + (area ? " \u00b7 " + area.name : ""),
    }];
  });
}

/** How trips are called.
 * @param {AtlasData} data
 * @param {Words} words
 * @param {string[]} codes of the countries */
function tripNames(data, words, codes) {
  const described = new Map(data.trips.map((trip) => [trip.id, trip]));
  /** @param {string} id */
  function told(id) {
    const found = described.get(id);
    if (!found) throw new RangeError(`no trip ${id}`);
    return found;
  }
  /** When a trip is made: what tells those of one kind apart.
   * @param {{id: string}} trip */
  function tripName({ id }) {
    const { title, departure, period, window_min: window = 0 } = told(id);
    if (title) return words.in(title);
    if (!departure) return period ? words.period(period) : id;
    const from = new Date(departure.slice(0, 16) + ":00Z");
    const until = new Date(from.getTime() + window * 60000);
    return words.date(from) + ", " + words.clock(from) + (window ? "\u2013" + words.clock(until) : "");
  }
  /** In a sentence, with what public transport lacks in a country: "by train (…; without buses)".
   * @param {string} id
   * @param {number} country */
  function byTrip(id, country) {
    const { lacking, by } = told(id);
    const code = codes[country];
    const lacks = code && Object.hasOwn(lacking, code) ? words.in(lacking[code]) : "";
    const said = words.in(by);
    if (!lacks) return said;
    return said.endsWith(")") ? said.slice(0, -1) + "; " + lacks + ")" : `${said} (${lacks})`;
  }
  return {
    tripName, byTrip,
    /** @param {string} id */
    kindOf: (id) => told(id).kind,
    /** @param {string} id */
    nameOf: (id) => words.in(told(id).name),
    /** @param {string} id
     * @param {"vehicle" | "no_vehicle" | "without"} name */
    ofTrip: (id, name) => words.in(told(id)[name]),
    /** @param {string} id */
    parkOf: (id) => told(id).park_min,
  };
}

/** Trips, scenarios and counts, and how they are called.
 * @param {Engine} engine
 * @param {AtlasData} data
 * @param {Words} words
 * @param {Places} places
 * @param {import("./mean.js").Mean} mean */
export function knownOf(engine, data, words, places, mean) {
  const [baseline, ...plans] = engine.scenarios;
  /** Whether figures could be those of the mean inhabitant.
   * @param {State} state */
  const couldBeOfInhabitants = (state) => mean.has(state, places.get(state.place), Number(state.percentile));
  return {
    ...tripNames(data, words, codesOf(engine, data)),
    hasBorder: engine.cells.covered > 1,
    mean,
    couldBeOfInhabitants,
    /** Whether a state's figures are those of the mean inhabitant.
     * @param {State} state */
    ofInhabitants: (state) => state.whose === "mean" && couldBeOfInhabitants(state),
    trips: engine.trips,
    /** @param {string} id */
    trip: (id) => /** @type {import("../types.js").TripMeta} */ (engine.trips.find((one) => one.id === id)),
    opportunities: data.opportunities,
    hasPlace: places.has,
    scenarios: engine.scenarios,
    /** Scenarios that a trip is affected by, the baseline first.
     * @param {string} trip */
    scenariosOf: (trip) => [baseline, ...plans.filter((name) =>
      !Object.hasOwn(data.scenario_trips, name) || data.scenario_trips[name].includes(trip))],
    /** @param {string} name */
    scenarioName: (name) => (name === baseline ? words.t("scenario_none")
      : Object.hasOwn(data.scenarios, name) ? words.in(data.scenarios[name]) : name),
  };
}
