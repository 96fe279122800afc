/* What a page of offers shows of an answer: headline, list, legend, cards. */

import { key, remark, shapeKey } from "../pages/keys.js";
import { byId, make } from "../shared/elements.js";
import { BANDS } from "./marks.js";
import { ANY } from "./state.js";

/** @typedef {import("./session.js").OfferSession} OfferSession */
/** @typedef {import("./state.js").Found} Found */

/** Offers on one card. */
const MOST = 3;

/** @param {OfferSession} session
 * @param {Found[]} found
 * @param {Found[]} reached */
export function showHeadline({ words, now, home }, found, reached) {
  const of = words.count(found.length);
  if (home.number() === null || !now.answer) {
    byId("headline").textContent = words.t("offers_ask", { of });
    return;
  }
  const by = now.state.trip === ANY ? words.t("offers_by_any")
    : words.named("by_mode", now.state.trip) ?? now.state.trip;
  const lost = Object.values(now.answer.times).every((one) => Array.from(one).every(Number.isNaN));
  const abroad = reached.filter((one) => one.offer.country !== home.country()).length;
  byId("headline").replaceChildren(...words.sentence(lost ? "offers_lost" : "offers_head", {
    home: make("b", {}, home.name()), n: make("b", {}, words.count(reached.length)), of,
    cutoff: words.count(now.state.cutoff), by, across: make("b", {}, words.count(abroad)),
  }));
}

/** @param {OfferSession} session
 * @param {Found[]} found
 * @param {Found[]} reached */
export function showLegend({ words, data, now, home, border }, found, reached) {
  const { t, count } = words;
  const step = now.state.cutoff / BANDS;
  const bandOf = (/** @type {Found} */ { minutes }) => Math.min(BANDS - 1, Math.floor(minutes / step));
  byId("legend-title").textContent = t("offers_legend");
  byId("legend").replaceChildren(
    ...data.bands.slice(0, BANDS).map((colour, i) => key(colour, t("offers_band", {
      a: count(step * i), b: count(step * (i + 1)), n: count(reached.filter((one) => bandOf(one) === i).length),
    }))),
    shapeKey("far", t("offers_far", { n: count(found.length - reached.length) })),
    shapeKey("home", t("offers_home")),
    ...(border ? [shapeKey("diamond", t("offers_abroad"))] : []),
    ...(now.state.border === "closed" ? [remark(t("offers_closed_means"))] : []),
    ...(home.onGrid() ? [remark(t("offers_grid"))] : []));
}

/** @param {OfferSession} session
 * @param {Found} found
 * @param {Found[]} group offers at the same place */
export function showCard({ map, words, telling, now, home, at }, found, group) {
  if (!now.answer) return;
  const { times } = now.answer;
  const cards = group.slice(0, MOST).map((one) => telling.card(one, times, one.offer.country !== home.country()));
  const more = group.length > MOST ? [make("div", { class: "small" }, "+ " + words.count(group.length - MOST))] : [];
  L.popup({ maxWidth: 300, maxHeight: 320, autoPanPadding: [16, 16] }).setLatLng(at(found))
    .setContent(make("div", {}, ...cards, ...more)).openOn(map);
}
