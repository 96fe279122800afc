/* What the mean inhabitant of a municipality reaches: looked up in what the library computed from
   all its cells, every few minutes, so that it is the figure of the tables and maps. */

import * as Figures from "./figures.js";

const SIDES = { nl: "NL", de: "DE" };
const HOME = { 1: ["nl", "de"], 2: ["de", "nl"] };

export function of(arrays, told) {
  const rows = new Map((told ? told.codes : []).map((code, row) => [code, row]));
  const layers = new Map((told ? told.layers : []).map((one, number) => [one.trip + "/" + one.scenario, { ...one, number }]));
  const joined = new Map();

  const layerOf = (state) => layers.get(state.trip + "/" + state.scenario);
  /* Values of a layer; those of a scenario are written as what they add to the baseline. */
  function values(layer, name) {
    const key = layer.number + "/" + name;
    if (!joined.has(key)) {
      const own = arrays["mean/" + key];
      const base = layer.base === null || own === undefined ? null : arrays[`mean/${layer.base}/${name}`];
      joined.set(key, base ? Float64Array.from(own, (v, i) => v + base[i]) : own);
    }
    return joined.get(key);
  }
  function at(layer, name, row, minute) {
    const found = values(layer, name);
    if (found === undefined) return NaN;
    const width = layer.longest_min / told.step_min + 1;
    return found[row * width + Math.min(minute, layer.longest_min) / told.step_min];
  }

  /* Whether a question can be answered for the mean inhabitant; else it is for the main place. */
  function has(state, place, percentile) {
    return Boolean(place && place.kind === "place" && place.area && rows.has(place.area.code)
      && layerOf(state) && state.direction === "from" && state.reading === "destinations"
      && percentile === 50 && told.opportunities.includes(state.opportunity));
  }

  /* Figures of one municipality at a state, in the shape of the engine's `reach`. */
  function figures(state, code, home) {
    const layer = layerOf(state);
    const row = rows.get(code);
    const [own, other] = HOME[home];
    const read = (side, minute) => (minute < 0 ? 0 : at(layer, `${state.opportunity}/${SIDES[side]}`, row, minute));
    const found = { nl: read("nl", state.cutoff), de: read("de", state.cutoff) };
    found.closed = found[own];
    found.open = found.total = found.nl + found.de;
    found.realised = found[own] + read(other, state.cutoff - state.resistance);
    found.felt = read(other, state.cutoff - state.resistance);
    found.missing = at(layer, state.opportunity + "/unknown", row, state.cutoff);
    found.edgeShare = at(layer, "edge", row, state.cutoff);
    found.touchesEdge = found.edgeShare > told.edge_share;
    const known = Figures.sumKnown([found.nl, found.de]);
    found.shareWithout = known > 0 ? Math.min(1, at(layer, state.opportunity + "/without", row, state.cutoff) / known) : NaN;
    return found;
  }

  /* Reach by whole minute, straight from one figure to the next. */
  function curve(state, code, name = state.opportunity) {
    const layer = layerOf(state);
    const row = rows.get(code);
    const line = (side) => Float64Array.from({ length: layer.longest_min + 1 }, (_, minute) => {
      const before = Math.floor(minute / told.step_min) * told.step_min;
      const [a, b] = [at(layer, `${name}/${SIDES[side]}`, row, before),
        at(layer, `${name}/${SIDES[side]}`, row, Math.min(before + told.step_min, layer.longest_min))];
      return a + ((b - a) * (minute - before)) / told.step_min;
    });
    return { nl: line("nl"), de: line("de") };
  }

  return {
    has, figures, curve,
    step: told ? told.step_min : 1,
    edgeShare: told ? told.edge_share : 0,
    longest: (state) => (layerOf(state) ? layerOf(state).longest_min : Infinity),
  };
}
