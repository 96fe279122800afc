/* What the atlas is asked: one plain object, checked against what the file can answer, and
   written into the address so that a link shows the same. */

export const BORDERS = ["closed", "realised", "open"];
export const READINGS = ["destinations", "routing"];
export const DIRECTIONS = ["from", "to"];
export const WHOSE = ["mean", "place"];
const THEMES = ["auto", "light", "dark"];
export const SHORTEST = 5;
const LONGEST = 90;
export const MOST_RESISTANCE = 60;

const whole = (value, low, high, spare) => {
  const number = Math.round(Number(value));
  return value === "" || value === null || !Number.isFinite(number)
    ? spare : Math.max(low, Math.min(high, number));
};
const among = (value, options, spare) => (options.includes(value) ? value : spare);

/* `known` tells what there is: trips, opportunities, scenarios, languages, and places by key. */
export function longest(known, trip) {
  const found = known.trips.find((one) => one.id === trip);
  return found && found.max_min ? Math.min(LONGEST, Math.floor(found.max_min)) : LONGEST;
}

/* Give a state in which everything exists; what does not is taken from the state before. */
export function checked(wanted, before, known) {
  const state = { ...before, ...wanted };
  state.language = among(state.language, known.languages, before.language);
  state.theme = among(state.theme, THEMES, "auto");
  if (!known.hasPlace(state.place)) state.place = before.place;
  state.direction = among(state.direction, DIRECTIONS, before.direction);
  state.trip = among(state.trip, known.trips.map((one) => one.id), before.trip);
  const trip = known.trips.find((one) => one.id === state.trip);
  const percentiles = trip.percentiles && trip.percentiles.length ? trip.percentiles : [50];
  state.percentile = among(
    Number(state.percentile), percentiles,
    percentiles.includes(50) ? 50 : percentiles[Math.floor(percentiles.length / 2)],
  );
  state.cutoff = whole(state.cutoff, SHORTEST, longest(known, state.trip), before.cutoff);
  state.border = among(state.border, BORDERS, before.border);
  state.reading = among(state.reading, READINGS, before.reading);
  state.resistance = whole(state.resistance, 0, MOST_RESISTANCE, before.resistance);
  state.opportunity = among(state.opportunity, known.opportunities, before.opportunity);
  state.scenario = among(state.scenario, known.scenariosOf(state.trip), known.scenarios[0]);
  state.compare = state.compare === true && state.scenario !== known.scenarios[0];
  state.whose = among(state.whose, WHOSE, before.whose);
  if (known.ofInhabitants(state)) {
    const { step } = known.mean;
    const most = Math.min(longest(known, state.trip), known.mean.longest(state));
    const near = (value, low, high) => Math.max(low, Math.min(high, Math.round(value / step) * step));
    state.cutoff = near(state.cutoff, step, Math.floor(most / step) * step);
    state.resistance = near(state.resistance, 0, MOST_RESISTANCE);
  }
  return state;
}

const KEYS = {
  lang: "language", theme: "theme", at: "place", who: "whose", way: "direction", trip: "trip",
  p: "percentile", min: "cutoff", border: "border", closed: "reading", felt: "resistance",
  what: "opportunity", plan: "scenario", diff: "compare",
};

/* The part of an address after #. */
export function write(state) {
  return Object.entries(KEYS)
    .map(([short, name]) => [short, name === "compare" ? (state.compare ? 1 : 0) : state[name]])
    .filter(([short, value]) => !(short === "theme" && value === "auto") && !(short === "diff" && !value))
    .map(([short, value]) => short + "=" + encodeURIComponent(value))
    .join("&");
}

/* What an address asks for; what cannot be read is left out. */
export function read(fragment, known) {
  const text = fragment.replace(/^#/, "");
  if (known.languages.includes(text)) return { language: text };
  const wanted = {};
  for (const piece of text.split("&")) {
    const at = piece.indexOf("=");
    const short = piece.slice(0, at);
    if (at < 1 || !Object.hasOwn(KEYS, short)) continue;
    let value;
    try {
      value = decodeURIComponent(piece.slice(at + 1));
    } catch {
      continue;
    }
    wanted[KEYS[short]] = short === "diff" ? value === "1" : value;
  }
  return wanted;
}
