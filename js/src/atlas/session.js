/* What an open atlas knows: what the file holds, and what is asked and shown now. */

import { isDark } from "../shared/appearance.js";
import { canvasOf, themes } from "./colours.js";
import { cutOf } from "./cut.js";
import { meanOf } from "./mean.js";
import { codesOf, knownOf, placesOf } from "./places.js";
import { LONGEST, askedFor, checked, longest, read } from "./state.js";

/** @typedef {import("../types.js").AtlasData} AtlasData */
/** @typedef {import("../types.js").Engine} Engine */
/** @typedef {import("../types.js").Area} Area */
/** @typedef {import("../types.js").Patch} Patch */
/** @typedef {import("../types.js").Place} Place */
/** @typedef {import("../shared/words.js").Words} Words */
/** @typedef {ReturnType<typeof sessionOf>} Session */
/** @typedef {{state: import("../types.js").State, times: import("./figures.js").Times | null,
 *   shown: import("../types.js").Shown | null, other: import("../types.js").Other | null,
 *   why: (import("../types.js").Why & {key: string}) | null, onPaper: boolean, fit: boolean}} Now `other` is what is compared with, `why` how the
 *   time to the target comes about; `fit` whether the map is to show all of the next answer */

/** The main places that are ranked.
 * @param {AtlasData} data
 * @param {import("./places.js").Places} places
 * @returns {import("./ranking.js").Member[]} */
function membersOf(data, places) {
  return data.study.flatMap((code) => {
    const place = places.get("place:" + code);
    if (!place || !place.area) return [];
    return [{ key: place.key, name: place.name, place: place.ask, country: place.country, area: place.area }];
  });
}

/** @param {{map: L.Map, data: AtlasData, words: Words, engine: Engine, areas: Area[],
 *   base: import("../shared/base_map.js").BaseMap | null, view: import("./view.js").View, edge: Uint8Array}} parts
 * @param {Patch} early what has been chosen before there was an answer */
export function sessionOf(parts, early) {
  const { data, words, engine, areas } = parts;
  const codes = codesOf(engine, data);
  const sides = codes.map((code) => code.toLowerCase());
  const places = placesOf(engine, areas, words, sides);
  const mean = meanOf(engine.arrays, data.mean, codes.slice(0, engine.cells.covered));
  const known = knownOf(engine, data, words, places, mean);
  /** @type {Record<string, import("../types.js").Counts>} */
  const weights = { ...engine.opportunities, population: engine.cells.population };
  /** @type {Now} */
  const now = {
    state: checked({ ...read(askedFor()), ...early }, data.start, known),
    times: null, shown: null, other: null, why: null, onPaper: false, fit: false,
  };
  const dark = () => !now.onPaper && isDark(now.state.theme);
  return {
    ...parts, codes, sides, places, mean, known, now, dark,
    baseline: engine.scenarios[0],
    members: membersOf(data, places),
    cut: cutOf(engine),
    look: canvasOf(engine.cells.n),
    /** The place that is asked about. */
    here: (state = now.state) => /** @type {Place} */ (places.get(state.place)),
    weights: () => weights[now.state.opportunity],
    longest: (state = now.state) => longest(known, state.trip) || LONGEST,
    theme: () => themes[dark() ? "dark" : "light"],
    palettes: () => ({
      times: dark() ? data.palettes.dark : data.palettes.light, diverging: data.palettes.diverging,
    }),
    ofInhabitants: (state = now.state) => known.ofInhabitants(state),
    comparing: () => Boolean(now.state.compare && now.shown?.before?.minutes),
  };
}
