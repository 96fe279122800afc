/* All ways of travelling at once: a strip beneath the headline, and a small table of cutoffs and
   states of the border that one can take along. */

import { byId, make, replaceIn } from "../shared/elements.js";
import { smallTable } from "../shared/small_table.js";
import { fatal, reachKnown, requests } from "./figures.js";
import { namesOf } from "./saying.js";
import { BORDERS } from "./state.js";
import { listenToTable, tableButtons } from "./table_leaving.js";
import { bordered, known as isKnown, told } from "./telling.js";

/** @typedef {import("./session.js").Session} Session */
/** @typedef {import("../types.js").KnownParts} KnownParts */
/** @typedef {import("../types.js").State} State */
/** @typedef {import("./figures.js").Times} Times */
/** @typedef {{trip: string, at: Map<number, KnownParts | null>}} Way figures of a trip by cutoff; none where it has
 *   no times, or not for whom the page speaks */

/** Cutoffs of the table, beside the one that is chosen. */
const CUTOFFS = [30, 45, 60];
const PAUSE_MS = 350;
const KEPT = 24;

/** The trips that are shown: one a kind, the one that is asked about where it is of that kind.
 * @param {Session} session
 * @returns {string[]} */
function tripsOf({ known, now: { state } }) {
  /** @type {Map<string, string>} */
  const kinds = new Map();
  for (const { id } of known.trips) {
    const kind = known.kindOf(id);
    if (!kinds.has(kind) || id === state.trip) kinds.set(kind, id);
  }
  return [...kinds.values()];
}

/** The same question by another trip, in a scenario that concerns it.
 * @param {Session} session
 * @param {string} trip
 * @returns {State} */
function byTrip({ known, baseline, now: { state } }, trip) {
  const scenario = known.scenariosOf(trip).includes(state.scenario) ? state.scenario : baseline;
  const computed = known.trip(trip).percentiles;
  const percentile = trip === state.trip ? state.percentile : computed?.includes(50) ? 50 : computed?.[0] ?? 50;
  return { ...state, trip, scenario, percentile };
}

/** Cutoffs up to the longest of a trip, with that which is chosen.
 * @param {Session} session */
const cutoffsOf = ({ now: { state } }) => [...new Set([...CUTOFFS, state.cutoff])].sort((a, b) => a - b);

/** What trips reach: looked up for mean inhabitants, else computed once nothing else happens.
 * @param {Session} session
 * @param {() => void} changed when more is known */
function knowing(session, changed) {
  const { engine, known, mean, now, sides, baseline } = session;
  /** @type {Map<string, Times>} */
  const kept = new Map();
  let [timer, turns] = [0, 0];
  /** @param {State} state */
  const keyOf = (state) => JSON.stringify(requests(state, session.here(), baseline));

  /** What a trip reaches at a cutoff; null where that is not known.
   * @param {State} state
   * @param {Times | null} times
   * @returns {KnownParts | null} */
  function found(state, times) {
    const place = session.here();
    if (state.cutoff > (known.trip(state.trip).max_min ?? Infinity)) return null;
    if (session.ofInhabitants()) {
      if (!known.ofInhabitants(state) || state.cutoff > mean.longest(state)) return null;
      return reachKnown(mean.figures(state, place.area ? place.area.code : "", place.country), state, place.country, sides);
    }
    return times && !fatal(times.open)
      ? reachKnown({ engine, weights: session.weights(), times }, state, place.country, sides) : null;
  }
  /** @param {number} turn */
  async function work(turn) {
    for (const trip of tripsOf(session)) {
      const state = byTrip(session, trip);
      const key = keyOf(state);
      if (trip === now.state.trip || kept.has(key)) continue;
      /** @type {any} */
      const times = {};
      for (const [name, question] of Object.entries(requests(state, session.here(), baseline))) {
        times[name] = await engine.times(question);
        if (turn !== turns) return;
      }
      kept.set(key, times);
      if (kept.size > KEPT) kept.delete(kept.keys().next().value ?? "");
    }
    changed();
  }
  return {
    /** @returns {Way[] | null} nothing while a trip is not computed */
    ways() {
      /** @type {Way[]} */
      const all = [];
      for (const trip of tripsOf(session)) {
        const state = byTrip(session, trip);
        const times = session.ofInhabitants() ? null : trip === now.state.trip ? now.times : kept.get(keyOf(state)) ?? null;
        if (!session.ofInhabitants() && !times) return null;
        all.push({ trip, at: new Map(cutoffsOf(session).map((cutoff) => [cutoff, found({ ...state, cutoff }, times)])) });
      }
      return all;
    },
    ask() {
      turns++;
      clearTimeout(timer);
      if (now.shown && !now.shown.status && !session.ofInhabitants()) timer = window.setTimeout(work, PAUSE_MS, turns);
    },
  };
}

/** Between which bounds the figures of a trip lie, where the tables have them.
 * @param {Session} session
 * @param {Way} way
 * @param {number[]} cutoffs
 * @returns {string[][]} */
function boundRows({ words, known }, { trip, at }, cutoffs) {
  const { t } = words;
  const found = cutoffs.map((cutoff) => /** @type {{bounds?: Record<string, [number, number]>} | null} */ (at.get(cutoff) ?? null)?.bounds);
  return ["closed", "open"].flatMap((border) => ["lower", "upper"].map((end, i) =>
    [known.nameOf(trip), t("bounds_" + end, { what: t("shown_" + border) }),
     ...found.map((bounds) => (bounds?.[border] ? words.count(bounds[border][i]) : t("missing")))]))
    .filter(([, , ...rest]) => rest.some((text) => text !== t("missing")));
}

/** The small table in words: heads first.
 * @param {Session} session
 * @param {Way[]} all
 * @returns {import("../shared/small_table.js").Table} */
function rows(session, all) {
  const { words, known, now: { state } } = session;
  const { t } = words;
  const cutoffs = cutoffsOf(session);
  const names = namesOf(session);
  return {
    caption: [names.whose, names.opportunity, t("direction_" + state.direction)].join(" \u00b7 "),
    head: [t("mode"), t("border"), ...cutoffs.map((cutoff) => t("minutes", { n: words.minutes(cutoff) }))],
    body: all.flatMap(({ trip, at }) => (known.hasBorder ? BORDERS : ["open"]).map((border) => [
      known.nameOf(trip), t("shown_" + border, { n: words.minutes(state.resistance) }),
      ...cutoffs.map((cutoff) => {
        const one = at.get(cutoff);
        return one ? told(words, one, border) : t("missing");
      }),
    ]).concat(boundRows(session, { trip, at }, cutoffs))),
  };
}

/** @param {Session} session
 * @param {(patch: import("../types.js").Patch) => void} ask */
export function waysOf(session, ask) {
  const { words, known, now } = session;
  const { t } = words;
  const knows = knowing(session, show);

  /** @param {{trip: string, at: Way["at"] | null}} way without figures while they are worked out */
  function pill({ trip, at }) {
    const one = at?.get(now.state.cutoff);
    const value = one ? told(words, one, now.state.border) : at || now.shown?.status ? t("missing") : "\u2026";
    const gain = one && bordered(one) && now.state.border === "open" && one.closed > 0 && isKnown(one.open)
      ? " (" + words.signedShare(one.open / one.closed - 1) + ")" : "";
    const button = make("button", { type: "button", "aria-pressed": String(trip === now.state.trip), "data-key": trip },
      known.nameOf(trip) + " ", make("b", {}, value), gain);
    button.addEventListener("click", () => ask({ trip }));
    return button;
  }
  function show() {
    const trips = tripsOf(session);
    const all = now.shown && !now.shown.status ? knows.ways() : null;
    // its room is kept while it is worked out: the map must not move
    byId("ways").hidden = trips.length < 2;
    byId("ways-box").hidden = trips.length < 2 || !all;
    if (trips.length < 2) return;
    replaceIn(byId("ways"), ...trips.map((trip, i) => pill({ trip, at: all ? all[i].at : null })));
    if (!all) return;
    const names = namesOf(session);
    byId("ways-title").textContent = [t("ways"), names.opportunity, names.whose].join(" \u00b7 ");
    if (byId("ways-box").open) replaceIn(byId("ways-table"), smallTable(rows(session, all)).node);
  }
  byId("ways-box").addEventListener("toggle", show);
  const buttons = tableButtons("ways");
  byId("ways-box").append(buttons);
  listenToTable(buttons, session, () => {
    const all = knows.ways();
    return all && rows(session, all);
  });
  return {
    ask() {
      show();
      knows.ask();
    },
  };
}
