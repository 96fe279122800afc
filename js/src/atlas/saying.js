/* What the atlas says of the question: names, the question itself, and the small print. */

import { byId, make } from "../shared/elements.js";
import { notesOn, sourceTitle } from "../shared/page.js";
import { write } from "./state.js";

/** @typedef {import("./session.js").Session} Session */
/** @typedef {import("./telling.js").Names} Names */

/** What the place is called in a sentence, by its kind.
 * @param {Session} session
 * @param {string} what */
const spoken = ({ words, here }, what) => words.t(what + "_" + here().kind, { name: here().name });

/** From which point, or to which, the times on the map are.
 * @param {Session} session */
export function pointWords(session) {
  return session.now.state.direction === "to" ? spoken(session, "to") : session.words.lowered(spoken(session, "from"));
}

/** What everything in the question is called.
 * @param {Session} session
 * @returns {Names} */
export function namesOf(session) {
  const { words, known, here, now: { state } } = session;
  const { t } = words;
  const { name, kind, country } = here();
  const ofInhabitants = session.ofInhabitants();
  const park = known.parkOf(state.trip);
  return {
    place: name, mode: known.byTrip(state.trip, country),
    from: ofInhabitants ? t("from_mean", { name }) : spoken(session, "from"), to: spoken(session, "to"),
    reaches: t(ofInhabitants ? "reaches_mean" : "reaches_one"),
    whose: t("owner_" + (ofInhabitants ? "mean" : kind), { name }),
    vehicle: known.ofTrip(state.trip, "vehicle"), none: known.ofTrip(state.trip, "no_vehicle"),
    without: known.ofTrip(state.trip, "without"),
    parking: park > 0 ? t("parking", { n: words.minutes(park) }) : "",
    opportunity: words.opportunity(state.opportunity), scenario: known.scenarioName(state.scenario),
  };
}

/** The question in one line.
 * @param {Session} session */
export function questionText(session) {
  const { words, known, now: { state } } = session;
  const { t } = words;
  const names = namesOf(session);
  const trip = known.trip(state.trip);
  const several = known.trips.filter((one) => known.kindOf(one.id) === known.kindOf(trip.id)).length > 1;
  return [
    names.whose, t("direction_" + state.direction), names.mode, names.parking,
    several || trip.mode === "transit" ? known.tripName(trip) : "",
    t("minutes", { n: words.minutes(state.cutoff) }),
    !known.hasBorder ? "" : t("shown_" + state.border, { n: words.minutes(state.resistance) })
      + (state.border === "closed" ? " (" + t("reading_" + state.reading) + ")" : ""),
    names.opportunity, t("scenario") + ": " + names.scenario,
  ].filter((text) => text).join(" \u00b7 ");
}

/** Where the figures are from, a line each.
 * @param {Session} session
 * @returns {string[]} */
export const sourcesText = ({ words, data }) =>
  [...data.attributions.map((one) => words.t("source") + ": " + words.in(one)), words.t("made_with", { version: data.version })];

/** Scenario, sources and version, beneath everything.
 * @param {Session} session */
export function stripText({ words, known, data, now: { state } }) {
  return [words.t("scenario") + ": " + known.scenarioName(state.scenario),
          words.t("source") + ": " + data.attributions.map(words.in).join(" \u00b7 "),
          words.t("made_with", { version: data.version })].join(" \u00b7 ");
}

/** The notes that concern what is asked.
 * @param {Session} session */
function concerning({ data, known, now: { state } }) {
  const asked = [state.opportunity, known.trip(state.trip).mode];
  return notesOn(data.strip, asked);
}
/** @param {Session} session */
export const notesText = (session) => concerning(session).map((note) => session.words.in(note.text)).join(" ");

/** @param {Session} session */
export function showSmallPrint(session) {
  const { words, data } = session;
  const { t } = words;
  byId("warnings").replaceChildren(...concerning(session)
    .map((note) => make("li", { title: words.in(note.text) }, words.in(note.short))));
  byId("notes").replaceChildren(...data.notes.map((note) => make("li", {}, words.in(note.text),
    ...note.details.map((detail) => make("p", { class: "small" }, words.in(detail))))));
  byId("sources").replaceChildren(...data.sources.map((source) => {
    const rest = [words.in(source.attribution), t("licence", { name: words.in(source.licence) }),
                  source.reference_date ? t("reference_date", { date: source.reference_date }) : ""];
    return make("li", {}, sourceTitle(source), " \u2013 " + rest.filter((text) => text).join(" \u00b7 "));
  }));
  byId("strip").textContent = stripText(session);
  byId("asked").textContent = questionText(session);
}

/** The address that shows the same.
 * @param {Session} session */
export const fragment = (session) => "#" + write(session.now.state);
