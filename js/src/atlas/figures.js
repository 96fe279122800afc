/* From the engine's times to the figures that are shown. */

import { bandsTo, widthOf } from "./colours.js";
import { limitOf, WHOLE } from "../shared/precision.js";

/* Missing is not zero: of nothing known the sum is not known. */
export function sumKnown(parts) {
  const told = parts.filter((value) => !Number.isNaN(value));
  return told.length ? told.reduce((all, value) => all + value, 0) : NaN;
}
/* At least nothing is no knowledge: where a part is not known and the rest is none, nothing is. */
function bound(parts) {
  const sum = sumKnown(parts);
  return sum === 0 && parts.some((value) => Number.isNaN(value)) ? NaN : sum;
}
/* Where no stop is near, times without a train or a bus still stand. */
export const fatal = (answer) => answer.status !== "" && answer.status !== "no_service";
const HOME = { 1: ["nl", "de"], 2: ["de", "nl"] };

/* The questions to the engine behind a state, by what they are for. */
export function requests(state, place, baseline) {
  const one = (scenario, foreign) => ({
    place: place.ask, trip: state.trip, direction: state.direction, percentile: state.percentile,
    foreign_routing: foreign, scenario,
  });
  const wall = state.reading === "routing";
  const asked = { open: one(state.scenario, true) };
  if (wall) asked.wall = one(state.scenario, false);
  if (state.scenario !== baseline) {
    asked.before = one(baseline, true);
    if (wall) asked.beforeWall = one(baseline, false);
  }
  return asked;
}

/* Whether what lies in a cell counts, given its time in minutes and its country. */
export function counts(state, home) {
  const limit = limitOf(state.cutoff);
  return (time, country) => time <= limit && (country === home || state.border === "open"
    || (state.border === "realised" && Math.fround(time + state.resistance) <= limit));
}

/* Reach with the border closed, felt and open, from times over all ways and over one's own. */
function reachOf(engine, weights, state, home, { open, wall }) {
  const all = engine.reach(open.minutes, weights, state.cutoff, home, { resistance: state.resistance });
  const own = wall ? engine.reach(wall.minutes, weights, state.cutoff, home, {}) : all;
  return { ...all, closed: own.closed };
}

/* What is known of each state of the border, and of which countries it is not known: what one
   country lacks does not hide what the other has. */
export function knownParts(found, state, home) {
  const [own, other] = HOME[home] || HOME[1];
  const parts = { closed: [found.closed], realised: [found[own], found.felt], open: [found[own], found[other]] };
  found.atLeast = {};
  found.lacks = {};
  for (const [name, values] of Object.entries(parts)) {
    found.atLeast[name] = bound(values);
    found.lacks[name] = values.map((value, i) => (Number.isNaN(value) ? [own, other][i] : null)).filter((one) => one);
  }
  const mine = state.border === "closed" ? found.closed : found[own];
  found.shown = found[state.border];
  found["shown_" + own] = mine;
  found["shown_" + other] = state.border === "closed" ? 0 : state.border === "open" ? found[other] : found.felt;
  found.unknownCountries = found.lacks[state.border];
  return found;
}

/* How much of what is known within the cutoff needs no ride; NaN for trips by street. */
function shareWithout(weights, state, { minutes, walked }) {
  if (!walked) return NaN;
  const limit = limitOf(state.cutoff);
  let [all, without] = [0, 0];
  for (let i = 0; i < minutes.length; i++) {
    if (!(minutes[i] <= limit) || Number.isNaN(weights[i])) continue;
    all += weights[i];
    if (walked[i]) without += weights[i];
  }
  return all > 0 ? without / all : NaN;
}

/* With the border closed to ways as well, the map shows the ways that are left. */
export const drawn = (state, open, wall) => (state.border === "closed" && wall ? wall : open).minutes;

export function figures(asked, state, home, times) {
  const { engine, weights, edge, palette, longest } = asked;
  if (fatal(times.open)) {
    return asked.mean ? ofInhabitants(asked, state, home, { minutes: times.open.minutes, walked: null })
      : { status: times.open.status };
  }
  const onMap = { minutes: drawn(state, times.open, times.wall), walked: times.open.walked };
  const before = times.before && !fatal(times.before) ? { open: times.before, wall: times.beforeWall } : null;
  if (before) onMap.before = { minutes: drawn(state, before.open, before.wall) };
  if (asked.mean) return ofInhabitants(asked, state, home, onMap);
  const found = { ...knownParts(reachOf(engine, weights, state, home, times), state, home), ...onMap };
  found.noService = times.open.status === "no_service";
  found.shareWithout = shareWithout(weights, state, times.open);
  if (before) {
    found.before = { ...knownParts(reachOf(engine, weights, state, home, before), state, home), ...onMap.before };
  }
  found.home = home;
  found.touchesEdge = touches(engine, edge, state, home, found.minutes);
  found.bands = bands(engine, state, found.minutes, widthOf(longest), palette);
  found.curve = { ...engine.curve(times.open.minutes, weights, longest), home };
  return found;
}

/* The same for the mean inhabitant; the map still shows the times of the main place. */
function ofInhabitants({ mean, code, baseline, palette, longest }, state, home, onMap) {
  const found = { ...knownParts(mean.figures(state, code, home), state, home), ...onMap, home, mean: true };
  if (state.scenario !== baseline) {
    const today = { ...state, scenario: baseline };
    found.before = { ...knownParts(mean.figures(today, code, home), today, home), ...onMap.before };
  }
  const people = mean.curve(state, code, "population");
  found.bands = bandsTo(state.cutoff, widthOf(longest)).map((band, i) => {
    const part = (side) => people[side][Math.min(band.to, people[side].length - 1)] - (band.from > 0 ? people[side][band.from] : 0);
    return { ...band, nl: part("nl"), de: part("de"), colour: palette[Math.min(i, palette.length - 1)] };
  });
  found.curve = { ...mean.curve(state, code), home };
  return found;
}

function touches(engine, edge, state, home, minutes) {
  const within = counts(state, home);
  for (let i = 0; i < minutes.length; i++) {
    if (edge[i] && within(minutes[i], engine.cells.country[i])) return true;
  }
  return false;
}

/* Inhabitants by band of time and country, whether the border counts them or not. */
function bands(engine, state, minutes, width, palette) {
  const found = bandsTo(state.cutoff, width).map((band, i) => ({
    ...band, nl: 0, de: 0, colour: palette[Math.min(i, palette.length - 1)],
  }));
  const limits = found.map((band) => limitOf(band.to));
  for (let i = 0; i < minutes.length; i++) {
    const place = limits.findIndex((limit) => minutes[i] <= limit);
    if (place >= 0) found[place][engine.cells.country[i] === 2 ? "de" : "nl"] += engine.cells.population[i];
  }
  return found;
}

/* What a curve gives for a state, for a place in a country: what is known of it. */
export function fromCurve(state, curve, home) {
  const [own, other] = HOME[home] || HOME[1];
  const later = state.border === "realised" ? state.cutoff - state.resistance : state.cutoff;
  if (state.border === "closed" || later < 0) return curve[own][state.cutoff];
  return bound([curve[own][state.cutoff], curve[other][later]]);
}

/* A place of the ranking: curves of what is known, of what needs no ride, and from which minute
   on the edge of the data is touched, by country. */
export function entry(engine, weights, edge, longest, { minutes, walked }) {
  const first = [Infinity, Infinity, Infinity];
  for (let i = 0; i < minutes.length; i++) {
    const code = engine.cells.country[i];
    if (edge[i] && minutes[i] < first[code]) first[code] = minutes[i];
  }
  const found = { curve: engine.curve(minutes, weights, longest), edge: first, walked: null };
  if (walked) {
    found.walked = engine.curve(minutes.map((time, i) => (walked[i] ? time : NaN)), weights, longest);
  }
  return found;
}
/* What stands in the ranking for a state: {value, edge, still}, `still` where no ride helps. */
export function standing(state, { curve, walked, edge }, home) {
  const other = home === 2 ? 1 : 2;
  const limit = limitOf(state.cutoff);
  const across = state.border === "closed" ? Infinity
    : state.border === "realised" ? Math.fround(edge[other] + state.resistance) : edge[other];
  const all = (one) => sumKnown([one.nl[state.cutoff], one.de[state.cutoff]]);
  return { value: fromCurve(state, curve, home), edge: Math.min(edge[home] ?? Infinity, across) <= limit,
    still: walked !== null && !(all(walked) < all(curve) * WHOLE) };
}

/* Each municipality: time of the inhabitant in the middle, inhabitants within the cutoff. */
export function byArea(engine, areas, areaOfCell, state, minutes) {
  const lists = new Map(areas.map((area) => [area, []]));
  for (let i = 0; i < engine.cells.n; i++) {
    const area = areaOfCell(i);
    if (area) lists.get(area).push(i);
  }
  const time = (i) => (Number.isNaN(minutes[i]) ? Infinity : minutes[i]);
  const people = engine.cells.population;
  const limit = limitOf(state.cutoff);
  const rows = [];
  for (const [area, list] of lists) {
    const all = list.reduce((sum, i) => sum + people[i], 0);
    let [seen, median, within] = [0, Infinity, 0];
    for (const i of list.sort((a, b) => time(a) - time(b))) {
      if (seen < all / 2 && seen + people[i] >= all / 2) median = time(i);
      seen += people[i];
      if (minutes[i] <= limit) within += people[i];
    }
    if (all > 0) rows.push({ area, median, within });
  }
  return rows.sort((a, b) => (a.median === b.median ? 0 : a.median - b.median));
}
