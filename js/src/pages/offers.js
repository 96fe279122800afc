/* How placements are told: on a card, in a list. Names and all other words of the data are written
   as text only. */

import { make } from "../shared/elements.js";
import { row } from "./keys.js";

/** @typedef {import("../types.js").Page} Page */
/** @typedef {import("../types.js").Offer} Offer */
/** @typedef {[Offer, number][]} Group offers at one place with minutes, the nearest first */

/** What is told of an offer, in the order of a card. */
const TOLD = /** @type {const} */ (["sector", "level", "language", "period"]);

/** @param {Page} page */
export function offersOf({ words, choosing }) {
  const { t, count, capital } = words;
  const { view, layer } = choosing;
  /** @param {number} n */
  const minutes = (n) => t("minutes", { n: count(Math.round(n)) });

  /** The name of a language by its code.
   * @param {string | null} code */
  function tongue(code) {
    if (code === null || !/^[a-z]{2}$/.test(code)) return code;
    return new Intl.DisplayNames([words.language], { type: "language" }).of(code) ?? code;
  }
  /** @param {Offer} offer */
  const told = (offer) => ({
    what: capital(words.named("opp_types", offer.type) ?? offer.type),
    sector: words.named("sectors", offer.sector) ?? offer.sector,
    level: offer.level,
    language: tongue(offer.language),
    period: offer.from === null && offer.to === null ? null
      : [offer.from ?? "\u2026", offer.to ?? "\u2026"].join(" \u2013 "),
  });
  /** @param {Offer} offer */
  function trip(offer) {
    const name = layer().key[0] === "any" ? offer.mode : layer().key[0];
    return words.named("modes", name) ?? name;
  }
  /** @param {Offer} offer */
  const across = (offer) => view().places[offer.place][2];
  /** @param {Offer} offer */
  const unsure = (offer) => offer.unsure.map((name) => t("unsure_" + name)).join(", ");
  /** @param {string} text */
  const warning = (text) => make("div", { class: "small warn" }, text);

  /** @param {Offer} offer */
  function lines(offer) {
    const said = told(offer);
    const box = make("div", { class: "offer" }, make("strong", {}, said.what));
    if (offer.count !== null && offer.count !== 1) box.append(row(capital(t("placement_places")), count(offer.count)));
    for (const name of TOLD) {
      if (name === "period" && said.period === null) continue;
      box.append(row(capital(t("placement_" + name)), said[name] ?? t("placement_not_told")));
    }
    box.append(row(capital(t("placement_id")), offer.id));
    if (offer.unsure.length) box.append(warning(t("placement_unsure_what", { what: unsure(offer) })));
    if (offer.main_place) box.append(warning(t("placement_at_main_place")));
    return box;
  }
  /** @param {Group} group
   * @param {number} most that are told in full */
  function card(group, most) {
    const [offer, time] = group[0];
    const where = t(offer.country.toLowerCase()) + (across(offer) ? " (" + t("side_across") + ")" : "");
    return make("div", { class: "card" }, make("div", { class: "main" }, minutes(time)),
      make("div", { class: "small" }, trip(offer) + " \u00b7 " + where),
      ...group.slice(0, most).map(([one]) => lines(one)),
      ...(group.length > most ? [make("div", { class: "small" }, "+ " + count(group.length - most))] : []));
  }
  const columns = () => ["placement_time", "country", "placement_sector", "placement_by", "placement_what",
    "placement_level", "placement_language", "placement_not_told"].map((name) => capital(t(name)));
  /** The cells of an offer's row, after its minutes.
   * @param {Offer} offer */
  function cells(offer) {
    const said = told(offer);
    return [offer.country + (across(offer) ? " \u25c6" : ""), said.sector ?? "\u2013", trip(offer), said.what,
      said.level ?? "\u2013", said.language ?? "\u2013", unsure(offer)];
  }
  return { minutes, card, columns, cells };
}
