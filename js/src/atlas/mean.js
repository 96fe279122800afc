/* What the mean inhabitant of a municipality reaches: looked up in what the library computed from
   all its cells, every few minutes, so that it is the figure of the tables and maps. */

import { sumKnown } from "./figures.js";

/** @typedef {import("../types.js").State} State */
/** @typedef {import("../types.js").MeanLayer} MeanLayer */
/** @typedef {import("../types.js").Place} Place */
/** @typedef {ReturnType<typeof meanOf>} Mean */

/** Looks up figures in what the library computed.
 * @param {import("../types.js").Arrays} arrays
 * @param {import("../types.js").MeanData | null} told */
function lookUp(arrays, told) {
  const step = told ? told.step_min : 1;
  const rows = new Map((told ? told.codes : []).map((code, row) => [code, row]));
  const layers = new Map((told ? told.layers : [])
    .map((one, number) => [one.trip + "/" + one.scenario, { ...one, number }]));
  /** @type {Map<string, Float64Array | undefined>} */
  const joined = new Map();

  /** Values of a layer; those of a scenario are written as what they add to the baseline.
   * @param {MeanLayer} layer
   * @param {string} name */
  function values(layer, name) {
    const key = layer.number + "/" + name;
    if (!joined.has(key)) {
      const own = arrays["mean/" + key];
      const base = layer.base === null || own === undefined ? null : arrays[`mean/${layer.base}/${name}`];
      joined.set(key, base ? Float64Array.from(own, (v, i) => v + base[i]) : own);
    }
    return joined.get(key);
  }
  return {
    step,
    /** @param {string} code */
    hasRow: (code) => rows.has(code),
    /** @param {State} state */
    found: (state) => layers.get(state.trip + "/" + state.scenario),
    /** @param {MeanLayer} layer
     * @param {string} name
     * @param {string} code
     * @param {number} minute
     * @returns {number} */
    at(layer, name, code, minute) {
      const row = rows.get(code);
      const all = values(layer, name);
      if (all === undefined || row === undefined) return NaN;
      const width = layer.longest_min / step + 1;
      return all[row * width + Math.min(minute, layer.longest_min) / step];
    },
  };
}

/** Finds between which bounds figures lie, where the tables have them at the cutoff.
 * @param {import("../types.js").Arrays} arrays
 * @param {import("../types.js").MeanData | null} told
 * @returns {(state: State, code: string) => Record<string, [number, number]> | null} */
const boundsIn = (arrays, told) => ({ trip, opportunity, cutoff }, code) => {
  if (!told) return null;
  const number = told.bounds.layers.findIndex(([one, name]) => one === trip && name === opportunity);
  const place = told.bounds.cutoffs.indexOf(cutoff);
  if (number < 0 || place < 0) return null;
  const at = told.codes.indexOf(code) * told.bounds.cutoffs.length + place;
  /** @param {string} name
   * @returns {[string, [number, number]][]} */
  const pair = (name) => {
    const [low, high] = ["lower", "upper"].map((end) => arrays[`mean/bounds/${number}/${name}_${end}`][at]);
    return Math.round(high) > Math.round(low) ? [[name, [low, high]]] : [];
  };
  const found = [...pair("closed"), ...pair("open")];
  return found.length ? Object.fromEntries(found) : null;
};

/** @param {import("../types.js").Arrays} arrays
 * @param {import("../types.js").MeanData | null} told
 * @param {string[]} codes of the countries in which cells lie */
export function meanOf(arrays, told, codes) {
  const { step, hasRow, found, at } = lookUp(arrays, told);
  const edgeShare = told ? told.edge_share : 0;
  const boundsOf = boundsIn(arrays, told);
  const baseline = told?.layers.find(({ base }) => base === null)?.scenario;

  /** @param {State} state
   * @returns {MeanLayer} */
  function layerOf(state) {
    const layer = found(state);
    if (!layer) throw new RangeError(`no mean inhabitants for ${state.trip}, ${state.scenario}`);
    return layer;
  }
  /** Whether a question can be answered for the mean inhabitant; else it is for the main place.
   * @param {State} state
   * @param {Place | undefined} place
   * @param {number} percentile */
  function has(state, place, percentile) {
    return Boolean(told && place && place.kind === "place" && place.area && hasRow(place.area.code)
      && found(state) && state.direction === "from" && state.reading === "destinations"
      && percentile === 50 && told.opportunities.includes(state.opportunity));
  }

  /** Figures of one municipality at a state, in the shape of the engine's `reach`.
   * @param {State} state
   * @param {string} code
   * @param {number} home */
  function figures(state, code, home) {
    const layer = layerOf(state);
    /** @param {string} name
     * @param {number} minute */
    const read = (name, minute) => at(layer, name, code, minute);
    const { cutoff, opportunity, resistance } = state;
    /** @param {string} country
     * @param {number} minute */
    const of = (country, minute) => (minute < 0 ? 0 : read(`${opportunity}/${country}`, minute));
    const by = codes.map((country) => of(country, cutoff));
    const feltBy = codes.map((country, i) => (i === home ? by[i] : of(country, cutoff - resistance)));
    const closed = by[home] ?? NaN;
    /** @param {number[]} all */
    const others = (all) => all.reduce((sum, value, i) => (i === home ? sum : sum + value), 0);
    const open = closed + others(by);
    const felt = others(feltBy);
    const edge = read("edge", cutoff);
    const bounds = state.scenario === baseline ? boundsOf(state, code) : null;
    const known = sumKnown(by);
    return {
      by, feltBy, closed, open, total: open,
      realised: closed + felt, felt, missing: read(opportunity + "/unknown", cutoff),
      ...(bounds ? { bounds } : {}), edgeShare: edge, touchesEdge: edge > edgeShare,
      shareWithout: known > 0 ? Math.min(1, read(opportunity + "/without", cutoff) / known) : NaN,
    };
  }

  /** Reach by whole minute, straight from one figure to the next.
   * @param {State} state
   * @param {string} code
   * @param {string} [name] what is counted
   * @returns {import("../types.js").Curve} */
  function curve(state, code, name = state.opportunity) {
    const layer = layerOf(state);
    /** @param {string} country */
    const line = (country) => Float64Array.from({ length: layer.longest_min + 1 }, (_, minute) => {
      const before = Math.floor(minute / step) * step;
      const [a, b] = [before, Math.min(before + step, layer.longest_min)]
        .map((known) => at(layer, `${name}/${country}`, code, known));
      return a + ((b - a) * (minute - before)) / step;
    });
    return { by: codes.map(line) };
  }

  return {
    has, figures, curve, step, edgeShare,
    /** @param {State} state */
    longest: (state) => found(state)?.longest_min ?? Infinity,
  };
}
