/* What the atlas is asked: one plain object, checked against what the file can answer, and
   written into the address so that a link shows the same. */

import { keptState } from "../shared/keeping.js";
import { LANGUAGES } from "../shared/words.js";

/** @typedef {import("../types.js").State} State */
/** @typedef {import("../types.js").Patch} Patch */
/** @typedef {import("../types.js").Known} Known */

export const BORDERS = ["closed", "realised", "open"];
export const READINGS = ["destinations", "routing"];
export const DIRECTIONS = ["from", "to"];
export const WHOSE = ["mean", "place"];
const THEMES = ["auto", "light", "dark"];
export const SHORTEST = 5;
/** The longest cutoff of the slider, as in grensgeo/maps/atlas.py. */
export const LONGEST = 90;
export const MOST_RESISTANCE = 60;

/** @param {unknown} value
 * @param {number} low
 * @param {number} high
 * @param {number} spare
 * @returns {number} */
function whole(value, low, high, spare) {
  const number = Math.round(Number(value));
  return value === "" || value === null || !Number.isFinite(number)
    ? spare : Math.max(low, Math.min(high, number));
}
/** @template T
 * @param {unknown} value
 * @param {T[]} options
 * @param {T} spare
 * @returns {T} */
const among = (value, options, spare) => options.find((option) => option === value) ?? spare;

/** The longest cutoff of a trip, in minutes.
 * @param {Pick<Known, "trips">} known
 * @param {string} trip
 * @returns {number} */
export function longest(known, trip) {
  const found = known.trips.find((one) => one.id === trip);
  return found && found.max_min ? Math.min(LONGEST, Math.floor(found.max_min)) : LONGEST;
}

/** The percentile of a trip that is nearest to what is asked.
 * @param {unknown} asked
 * @param {number[] | undefined} computed
 * @returns {number} */
function percentileOf(asked, computed) {
  const percentiles = computed && computed.length ? computed : [50];
  const middle = percentiles.includes(50) ? 50 : percentiles[Math.floor(percentiles.length / 2)];
  return among(Number(asked), percentiles, middle);
}

/** Moves cutoff and resistance to minutes at which figures of mean inhabitants are known.
 * @param {State} state
 * @param {Known} known */
function snapToMean(state, known) {
  const { step } = known.mean;
  const most = Math.min(longest(known, state.trip), known.mean.longest(state));
  /** @param {number} value
   * @param {number} low
   * @param {number} high */
  const near = (value, low, high) => Math.max(low, Math.min(high, Math.round(value / step) * step));
  state.cutoff = near(state.cutoff, step, Math.floor(most / step) * step);
  state.resistance = near(state.resistance, 0, MOST_RESISTANCE);
}

/** A state in which everything exists; what does not is taken from the state before.
 * @param {Patch} wanted
 * @param {State} before
 * @param {Known} known what there is
 * @returns {State} */
export function checked(wanted, before, known) {
  /** @type {State} */
  const state = { ...before, ...wanted };
  state.language = among(state.language, LANGUAGES, before.language);
  state.theme = among(state.theme, THEMES, "auto");
  if (!known.hasPlace(state.place)) state.place = before.place;
  state.direction = among(state.direction, DIRECTIONS, before.direction);
  state.trip = among(state.trip, known.trips.map((one) => one.id), before.trip);
  state.percentile = percentileOf(state.percentile, known.trips.find((one) => one.id === state.trip)?.percentiles);
  state.cutoff = whole(state.cutoff, SHORTEST, longest(known, state.trip), before.cutoff);
  state.border = known.hasBorder ? among(state.border, BORDERS, before.border) : "open";
  state.reading = known.hasBorder ? among(state.reading, READINGS, before.reading) : READINGS[0];
  state.resistance = whole(state.resistance, 0, MOST_RESISTANCE, before.resistance);
  state.opportunity = among(state.opportunity, known.opportunities, before.opportunity);
  state.scenario = among(state.scenario, known.scenariosOf(state.trip), known.scenarios[0]);
  state.compare = state.compare === true && state.scenario !== known.scenarios[0];
  state.whose = among(state.whose, WHOSE, before.whose);
  state.versus = typeof state.versus === "string" ? state.versus : "";
  if (state.target && !known.hasPlace(state.target)) state.target = known.hasPlace(before.target) ? before.target : "";
  if (known.ofInhabitants(state)) snapToMean(state, known);
  return state;
}

/** @type {[string, keyof State][]} */
const KEYS = [
  ["lang", "language"], ["theme", "theme"], ["at", "place"], ["who", "whose"], ["way", "direction"],
  ["trip", "trip"], ["p", "percentile"], ["min", "cutoff"], ["border", "border"], ["closed", "reading"],
  ["felt", "resistance"], ["what", "opportunity"], ["plan", "scenario"], ["diff", "compare"],
  ["vs", "versus"], ["why", "target"],
];
/** What stands in an address only where it is chosen, and what it is else.
 * @type {Patch} */
const UNSAID = { theme: "auto", compare: false, versus: "", target: "" };

/** The part of an address after #.
 * @param {State} state
 * @param {(keyof State)[]} [names] of what is written, if not all
 * @returns {string} */
export function write(state, names = KEYS.map(([, name]) => name)) {
  return KEYS.filter(([, name]) => names.includes(name) && !(Object.hasOwn(UNSAID, name) && state[name] === UNSAID[name]))
    .map(([short, name]) => short + "=" + encodeURIComponent(name === "compare" ? 1 : String(state[name])))
    .join("&");
}

/** What the address asks for, or else the file itself where it was kept with a choice. */
export const askedFor = () => (location.hash.length > 1 ? location.hash : keptState());

/** What an address asks for; what cannot be read is left out.
 * @param {string} fragment
 * @returns {Patch} */
export function read(fragment) {
  const text = fragment.replace(/^#/, "");
  if (LANGUAGES.includes(text)) return { language: text };
  /** @type {Patch} */
  const wanted = {};
  for (const piece of text.split("&")) {
    const at = piece.indexOf("=");
    const found = KEYS.find(([short]) => short === piece.slice(0, at));
    if (at < 1 || !found) continue;
    let value;
    try {
      value = decodeURIComponent(piece.slice(at + 1));
    } catch {
      continue;
    }
    wanted[found[1]] = found[1] === "compare" ? value === "1" : value;
  }
  return wanted;
}
