/* The question: search box, sliders and choices. They only say what is wanted; `ask(patch)` does it. */

import { make } from "../shared/elements.js";
import { choices, slider } from "./choices.js";
import { search } from "./search.js";
import { BORDERS, DIRECTIONS, MOST_RESISTANCE, READINGS, SHORTEST, WHOSE, longest } from "./state.js";

/** @typedef {import("../types.js").State} State */
/** @typedef {import("../types.js").Patch} Patch */
/** @typedef {import("./choices.js").Option} Option */
/** @typedef {import("./places.js").AtlasKnown} AtlasKnown */
/** @typedef {{words: import("../shared/words.js").Words, known: AtlasKnown,
 *   entries: import("../types.js").Entry[], ask: (patch: Patch) => void}} Asking */
/** @typedef {ReturnType<typeof buildParts>} Parts */

/** @param {Asking} asking */
function buildParts({ words, known, entries, ask }) {
  /** @param {keyof State} name */
  const pill = (name) => choices(name, (value) => ask({ [name]: value }));
  const box = make("input", { type: "checkbox", id: "c-compare", name: "compare" });
  box.addEventListener("change", () => ask({ compare: box.checked }));
  const text = make("span", {});
  return {
    place: search(words, entries, (key) => ask({ place: key })),
    whose: pill("whose"),
    cutoff: slider("cutoff", (value) => ask({ cutoff: value })),
    border: pill("border"),
    resistance: slider("resistance", (value) => ask({ resistance: value })),
    mode: choices("mode", (kind) => ask({ trip: known.trips.find((one) => known.kindOf(one.id) === kind)?.id })),
    trip: pill("trip"),
    percentile: choices("percentile", (value) => ask({ percentile: Number(value) })),
    opportunity: pill("opportunity"),
    direction: pill("direction"),
    scenario: pill("scenario"),
    compare: { node: make("label", { class: "choice check" }, box, text), box, text },
    reading: pill("reading"),
  };
}

/** Who asks, how far, and how the border counts.
 * @param {Parts} parts
 * @param {Asking} asking
 * @param {State} state */
function showReach(parts, { words, known }, state) {
  const { t } = words;
  /** @param {string} stem
   * @param {string[]} values
   * @returns {Option[]} */
  const named = (stem, values) => values.map((v) => [v, t(stem + "_" + v)]);
  /** @param {number} n */
  const minutes = (n) => t("minutes_long", { n: words.minutes(n) });
  const step = known.ofInhabitants(state) ? known.mean.step : 1;
  parts.whose.show(t("whose"), known.couldBeOfInhabitants(state) ? named("whose", WHOSE) : [], state.whose);
  parts.cutoff.show(t("cutoff"), { low: SHORTEST, high: longest(known, state.trip), step }, state.cutoff,
    minutes(state.cutoff));
  const across = known.hasBorder ? { borders: BORDERS, readings: READINGS } : { borders: [], readings: [] };
  parts.border.show(t("border"), named("border", across.borders), state.border);
  parts.resistance.node.hidden = state.border !== "realised";
  parts.resistance.show(t("resistance"), { low: 0, high: MOST_RESISTANCE, step }, state.resistance,
    minutes(state.resistance));
  parts.reading.show(t("reading"), named("reading", across.readings), state.reading);
  parts.direction.show(t("direction"), named("direction", DIRECTIONS), state.direction);
  parts.opportunity.show(t("opportunity"), known.opportunities.map((v) => [v, words.opportunity(v)]), state.opportunity);
}

/** By what one travels, and when.
 * @param {Parts} parts
 * @param {Asking} asking
 * @param {State} state */
function showTrip(parts, { words, known }, state) {
  const { t } = words;
  const now = known.trip(state.trip);
  const kind = known.kindOf(now.id);
  const first = new Map(known.trips.toReversed().map((one) => [known.kindOf(one.id), one.id]));
  const kinds = [...new Set(known.trips.map((one) => known.kindOf(one.id)))];
  parts.mode.show(t("mode"), kinds.map((v) => [v, known.nameOf(first.get(v) ?? now.id)]), kind);
  const same = known.trips.filter((one) => known.kindOf(one.id) === kind);
  const arriving = now.mode === "transit" && state.direction === "to";
  parts.trip.show(t(arriving ? "arrival" : "departure"), same.map((one) => [one.id, known.tripName(one)]), state.trip);
  parts.percentile.show(t("percentile"), (now.percentiles ?? []).map((v) => [String(v), words.share(v / 100)]),
    state.percentile);
}

/** Which scenario, and why others cannot be chosen.
 * @param {Parts} parts
 * @param {Asking} asking
 * @param {State} state */
function showScenario({ scenario, compare }, { words, known }, state) {
  const { t } = words;
  const useful = known.scenariosOf(state.trip);
  const idle = known.scenarios.filter((v) => !useful.includes(v)).map(known.scenarioName);
  scenario.show(t("scenario"), known.scenarios.map((v) => [v, known.scenarioName(v), !useful.includes(v)]),
    state.scenario, idle.length ? t("scenario_idle", { scenario: idle.join("; ") }) : "");
  compare.node.hidden = state.scenario === known.scenarios[0];
  compare.box.checked = state.compare;
  compare.text.textContent = t("compare");
}

/** @param {HTMLFormElement} form
 * @param {Asking} asking */
export function controlsOf(form, asking) {
  const parts = buildParts(asking);
  form.replaceChildren(...Object.values(parts).map((part) => part.node));
  form.addEventListener("submit", (event) => event.preventDefault());
  return {
    /** @param {State} state
     * @param {string} placeName */
    show(state, placeName) {
      parts.place.show(placeName);
      showReach(parts, asking, state);
      showTrip(parts, asking, state);
      showScenario(parts, asking, state);
    },
  };
}
