/* Showing an answer: on the map, in the legend, in words and figures, in the table in place of the map. */

import { byId, linkButton, make, replaceIn } from "../shared/elements.js";
import { showFigures } from "./answer.js";
import { changes, legend, second, times, widthOf } from "./colours.js";
import { byArea, counts } from "./figures.js";
import { headline } from "./headline.js";
import { namesOf, pointWords } from "./saying.js";
import { headlineOfBoth, namesOfBoth, showVersus } from "./versus_shown.js";

/** @typedef {import("./session.js").Session} Session */
/** @typedef {import("../types.js").Patch} Patch */
/** @typedef {(patch: Patch) => void} Ask */

/** A headline of more letters is written smaller, so that the map keeps its height. */
const LONG = 190;

/** What the colours and the legend depend on.
 * @param {Session} session */
function legendQuestion(session) {
  const { state, shown } = session.now;
  const [first, other] = namesOfBoth(session);
  return { first, second: other, cutoff: state.cutoff, width: widthOf(session.longest()), border: state.border,
           frontier: session.known.hasBorder, before: session.comparing(), walked: Boolean(shown?.walked),
           vehicle: session.known.ofTrip(state.trip, "vehicle") };
}

/** Colours the cells.
 * @param {Session} session */
export function paint(session) {
  const { look, view, engine, now: { state, times: found, shown } } = session;
  if (!found || !shown) return;
  const minutes = shown.status ? found.open.minutes : shown.minutes;
  if (session.comparing() && shown.before) {
    changes(look, session.theme(), session.palettes().diverging,
      { minutes, before: shown.before.minutes, cutoff: state.cutoff });
  } else {
    times(look, session.theme(), session.palettes().times, {
      ...legendQuestion(session), minutes, walked: shown.walked, countries: engine.cells.country,
      counts: counts(state, session.here().country),
    });
  }
  const { other } = session.now;
  second(look, session.theme(), other && { minutes: other.shown.minutes, countries: engine.cells.country,
    counts: counts(other.state, other.place.country) });
  view.layer.paint(look);
  view.chooseSecond(other && other.place.key !== session.here().key ? other.place : null);
}

/** Shows the legend, and gives its entries.
 * @param {Session} session */
export function showLegend(session) {
  const { words } = session;
  const key = session.comparing() ? "legend_change" : "legend_time";
  byId("legend-title").textContent = words.t(key, { from: pointWords(session) });
  const entries = legend(words, session.theme(), session.palettes(), legendQuestion(session));
  byId("legend").replaceChildren(...entries.map(({ line, colour, stripe, said }) => {
    const swatch = make("i", { class: "swatch" + (line ? " line" : ""), "aria-hidden": "true" });
    swatch.style.background = line ?? (stripe
      ? `repeating-linear-gradient(-45deg, ${colour} 0 3px, ${stripe} 3px 6px)` : String(colour));
    return make("li", {}, swatch, said);
  }));
  return entries;
}

/** Sentence and figures.
 * @param {Session} session
 * @param {Ask} ask */
export function showAnswer(session, ask) {
  const { words, now: { state, shown } } = session;
  if (!shown) return;
  const names = namesOf(session);
  byId("headline").replaceChildren(...headline(words, state, names, shown), ...headlineOfBoth(session));
  byId("headline").classList.toggle("long", byId("headline").textContent.length > LONG);
  byId("headline").removeAttribute("aria-busy");
  byId("answer-box").hidden = Boolean(shown.status);
  showVersus(session);
  if (!shown.status) showFigures(words, state, names, shown, (cutoff) => ask({ cutoff }), session.now.other);
}

/** The table in place of the map: municipalities, the nearest first.
 * @param {Session} session
 * @param {Ask} ask */
export function showTable(session, ask) {
  const { words, engine, areas, places, now: { state, shown } } = session;
  const { t } = words;
  const box = byId("table");
  if (!byId("table-box").open || !shown) return;
  if (shown.status) {
    box.replaceChildren();
    return;
  }
  const head = ["municipality", "country", "table_median", "table_share"]
    .map((key) => make("th", { scope: "col" }, t(key)));
  const rows = byArea(engine, areas, places.areaOfCell, state, shown.minutes).map(({ area, median, within }) => {
    const key = "place:" + area.code;
    return make("tr", {}, make("th", { scope: "row" }, linkButton(area.name, () => ask({ place: key }), key)),
      make("td", {}, t(area.country.toLowerCase())),
      make("td", {}, median === Infinity ? t("unreached") : words.minutes(median)),
      make("td", {}, words.count(within)));
  });
  replaceIn(box, make("table", {}, make("caption", {}, t("table_caption") + " \u2013 " + pointWords(session)),
    make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...rows)));
}

/** What lies beneath the pointer.
 * @param {Session} session
 * @param {number} cell
 * @returns {string} */
export function cellText({ words, engine, places, known, now: { state, shown } }, cell) {
  if (!shown || shown.status || cell < 0) return "";
  const { t } = words;
  const area = places.areaOfCell(cell);
  const time = shown.minutes[cell];
  const reached = !Number.isNaN(time);
  return [
    area ? area.name : "", reached ? t("minutes", { n: words.minutes(time) }) : t("unreached"),
    shown.walked && shown.walked[cell] && reached
      ? t("without_ride", { vehicle: known.ofTrip(state.trip, "vehicle") }) : "",
    t("population", { n: words.count(engine.cells.population[cell]) }),
  ].filter((text) => text).join(" \u00b7 ");
}
