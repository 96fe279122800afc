/* The second place on the map: picked to ask why it is so far, or to compare with; and in what else
   a second answer is to differ. Buttons and a panel of the map, large enough for a finger. */

import { byId, make } from "../shared/elements.js";
import { choices } from "./choices.js";
import { search } from "./search.js";
import { BORDERS } from "./state.js";
import { differing, otherState, withVersus } from "./versus.js";

/** @typedef {import("./session.js").Session} Session */
/** @typedef {import("../types.js").Entry} Entry */
/** @typedef {import("../types.js").State} State */
/** @typedef {(patch: import("../types.js").Patch) => void} Ask */
/** @typedef {"why" | "versus"} Purpose */

/** Two letters that tell the answers apart. */
export const LETTERS = ["A", "B"];

/** What one of two answers asks that the other does not, in words.
 * @param {Session} session
 * @param {State} state
 * @param {State} other
 * @returns {string} */
export function apartText(session, state, other) {
  const { words, known } = session;
  const place = session.here(state);
  /** @type {Record<string, () => string>} */
  const said = {
    place: () => place.name,
    trip: () => (known.kindOf(state.trip) === known.kindOf(other.trip)
      ? known.tripName(known.trip(state.trip)) : known.nameOf(state.trip)),
    border: () => words.t("shown_" + state.border, { n: words.minutes(state.resistance) }),
    scenario: () => known.scenarioName(state.scenario),
  };
  const names = differing(state, other);
  return (names.length ? names : ["place"]).map((name) => said[name]()).join(", ");
}

/** The panel's rows: in what B may differ.
 * @param {Session} session
 * @param {Entry[]} entries
 * @param {(key: string) => void} pick a place
 * @param {Ask} ask */
function panelOf(session, entries, pick, ask) {
  const { words, known, now } = session;
  const { t } = words;
  /** @param {keyof State} name */
  const row = (name) => choices("other-" + name, (value) => ask({ versus: withVersus(now.state, { [name]: value }) }));
  const parts = { place: search(words, entries, pick, "other"), trip: row("trip"), border: row("border"), scenario: row("scenario") };
  const close = make("button", { type: "button", id: "second-close" });
  const title = make("p", { class: "legend", id: "second-title" });
  byId("second").replaceChildren(title, ...Object.values(parts).map((part) => part.node), close);
  return {
    close,
    /** @param {Purpose} purpose */
    show(purpose) {
      const { state } = now;
      const other = otherState(state, known) ?? state;
      const comparing = purpose === "versus";
      title.textContent = t(comparing ? "versus_pick" : "why_pick");
      parts.place.show(comparing ? session.here(other).name : session.places.get(state.target)?.name ?? "");
      const kinds = known.trips.map((one) => /** @type {[string, string]} */ ([one.id,
        known.trips.filter((two) => known.kindOf(two.id) === known.kindOf(one.id)).length > 1
          ? known.nameOf(one.id) + ", " + known.tripName(one) : known.nameOf(one.id)]));
      parts.trip.show(t("mode"), comparing ? kinds : [], other.trip);
      parts.border.show(t("border"), comparing && known.hasBorder ? BORDERS.map((v) => [v, t("border_" + v)]) : [], other.border);
      parts.scenario.show(t("scenario"), comparing
        ? known.scenariosOf(other.trip).map((v) => [v, known.scenarioName(v)]) : [], other.scenario);
      close.textContent = t(comparing && state.versus ? "versus_end" : "close");
    },
  };
}

/** @param {Session} session
 * @param {Entry[]} entries that can be searched for
 * @param {Ask} ask */
export function secondOf(session, entries, ask) {
  const { words, now } = session;
  /** @type {Purpose | null} */
  let purpose = null;
  const panel = panelOf(session, entries, (key) => picked(key), ask);
  /** @type {Record<Purpose, HTMLButtonElement>} */
  const buttons = { why: byId("why-button"), versus: byId("versus-button") };

  function show() {
    for (const [name, button] of Object.entries(buttons)) button.setAttribute("aria-pressed", String(name === purpose));
    byId("second").hidden = !purpose;
    session.map.getContainer().classList.toggle("picking", Boolean(purpose));
    if (purpose) panel.show(purpose);
  }
  /** @param {Purpose | null} next */
  function turn(next) {
    purpose = next;
    show();
  }
  /** A place for what is being picked; whether there is any such.
   * @param {string} key
   * @param {Purpose | null} [meant] told by a key that is held
   * @returns {boolean} */
  function picked(key, meant = purpose) {
    if (meant === "why") {
      turn(null);
      ask({ target: key });
    } else if (meant === "versus") ask({ versus: withVersus(now.state, { place: key }) });
    return meant !== null;
  }
  for (const name of /** @type {Purpose[]} */ (Object.keys(buttons))) {
    buttons[name].addEventListener("click", () => turn(purpose === name ? null : name));
  }
  panel.close.addEventListener("click", () => {
    if (purpose === "versus" && now.state.versus) ask({ versus: "" });
    turn(null);
    buttons.versus.focus();
  });
  byId("second").addEventListener("submit", (/** @type {Event} */ event) => event.preventDefault());
  byId("second").addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Escape" && !event.defaultPrevented) turn(null);
  });
  return { show, picked, words };
}
