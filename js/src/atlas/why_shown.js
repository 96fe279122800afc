/* Why a time is as it is: legs, lines and waits in words, and the way on the map. */

import { byId, make } from "../shared/elements.js";
import { pointWords } from "./saying.js";
import { listenToTable, tableButtons } from "./table_leaving.js";

/** @typedef {import("./session.js").Session} Session */
/** @typedef {import("../types.js").WhyLeg} WhyLeg */
/** @typedef {import("../types.js").Theme} Theme */

const DAY_S = 86400;
const KILOMETRE = 1000;
/** Ways longer than this are told in whole kilometres. */
const LONG_M = 10_000;

/** @param {Session} session
 * @param {number} seconds of the day */
const clock = ({ words }, seconds) => words.clock(new Date(((seconds % DAY_S) + DAY_S) % DAY_S * 1000));

/** How long a way is, in words; nothing where that is not carried.
 * @param {import("../shared/words.js").Words} words
 * @param {number | null} metres
 * @returns {string} */
function lengthText(words, metres) {
  if (metres === null || metres === 0) return "";
  return words.t("why_length", { km: words.minutes(metres / KILOMETRE, metres < LONG_M ? 1 : 0) });
}

/** One leg in words.
 * @param {Session} session
 * @param {WhyLeg} leg
 * @returns {string} */
export function legText(session, leg) {
  const { words, engine } = session;
  const { t } = words;
  /** @param {number} stop */
  const named = (stop) => (stop < 0 ? "" : engine.stops[stop].name);
  const minutes = t("minutes", { n: words.minutes(leg.seconds / 60, 1) });
  if (leg.kind === "park") return t("why_park") + ": " + minutes;
  if (leg.kind === "wait") return t(leg.from < 0 ? "why_early" : "why_wait", { stop: named(leg.from) }) + ": " + minutes;
  if (leg.kind === "ride") {
    const { departs, arrives } = leg;
    return t("why_ride", {
      line: leg.line || "?", headsign: leg.headsign ? " " + t("why_towards", { headsign: leg.headsign }) : "", minutes,
      from: named(leg.from), departs: clock(session, departs ?? 0), to: named(leg.to), arrives: clock(session, arrives ?? 0),
    });
  }
  const mode = words.named("modes", leg.mode) ?? leg.mode;
  return [words.capital(mode) + (leg.to < 0 ? "" : " \u2192 " + named(leg.to)) + ": " + minutes, lengthText(words, leg.metres)]
    .filter((text) => text).join(", ");
}

/** The legs in a table, with minutes and kilometres as numbers.
 * @param {Session} session
 * @returns {import("../shared/small_table.js").Table | null} */
function legTable(session) {
  const { words, now: { why } } = session;
  const said = document.querySelector("#why .main")?.textContent;
  return why && said ? {
    caption: said, head: [words.t("why_leg"), words.t("why_minutes"), words.t("why_km")],
    body: why.legs.map((leg) => [legText(session, leg), words.minutes(leg.seconds / 60, 1),
      leg.metres ? words.minutes(leg.metres / KILOMETRE, 1) : ""]),
  } : null;
}

/** @param {Session} session
 * @param {(patch: import("../types.js").Patch) => void} ask */
export function whyShown(session, ask) {
  const { map, words, now, places } = session;
  /** @type {{group: L.LayerGroup, renderer: any} | null} */
  let drawn = null;
  const close = make("button", { type: "button", id: "why-close" });
  close.addEventListener("click", () => ask({ target: "" }));
  const buttons = tableButtons("why");
  listenToTable(buttons, session, () => legTable(session));

  /** Draws the way: streets as a thin line, rides as a thick one with their stops.
   * @param {WhyLeg[]} legs
   * @param {{lat: number, lon: number}} target */
  function draw(legs, target) {
    drawn ??= { group: L.layerGroup().addTo(map), renderer: L.canvas({ pane: "way", padding: 0.15 }) };
    const { group, renderer } = drawn;
    const { halo, line, second } = session.theme();
    group.clearLayers();
    const common = { pane: "way", renderer, interactive: false, smoothFactor: 0.5 };
    for (const [colour, extra] of /** @type {[string, number][]} */ ([[halo, 4], [line, 0]])) {
      for (const leg of legs.filter(({ spots }) => spots.length > 1)) {
        const ride = leg.kind === "ride";
        L.polyline(leg.spots, { ...common, color: ride && !extra ? second : colour, weight: (ride ? 5 : 3) + extra, opacity: 1 })
          .addTo(group);
      }
    }
    for (const { spots } of legs.filter(({ kind }) => kind === "ride")) {
      for (const spot of [spots[0], spots[spots.length - 1]]) {
        L.circleMarker(spot, { ...common, radius: 4.5, weight: 2, color: line, fillColor: halo, fillOpacity: 1 }).addTo(group);
      }
    }
    L.circleMarker([target.lat, target.lon], { ...common, radius: 7, weight: 3, color: line, fillColor: halo, fillOpacity: 1 })
      .addTo(group);
  }
  return {
    /** Draws now what waits for the next frame, which a printer has not. */
    flush: () => drawn?.renderer._redraw?.(),
    show() {
      const { why, state } = now;
      const target = places.get(state.target);
      byId("why").hidden = !why || !target;
      if (!why || !target) {
        drawn?.group.clearLayers();
        return;
      }
      const { t } = words;
      const reached = !Number.isNaN(why.minutes);
      const from = pointWords(session);
      close.textContent = t("close");
      byId("why").replaceChildren(
        make("h2", {}, t("why_title")),
        make("p", { class: "main" }, t(reached ? "why_said" : "why_unreached",
          { from: words.capital(from), target: target.name, n: words.minutes(why.minutes, 1) })),
        make("ol", {}, ...why.legs.map((leg) => make("li", { class: leg.kind }, legText(session, leg)))),
        make("p", { class: "small" }, why.legs.some(({ kind }) => kind === "ride")
          ? t("why_percentile", { share: words.share(state.percentile / 100) }) : ""),
        ...(reached ? [buttons] : []), close,
      );
      draw(why.legs, target);
    },
  };
}
