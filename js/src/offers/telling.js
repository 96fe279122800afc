/* How offers are told: in the list, on a card, in a file. Words of the data are written as text. */

import { byId, linkButton, make, replaceIn } from "../shared/elements.js";
import { csvOf } from "./list_csv.js";

/** @typedef {import("./state.js").Found} Found */
/** @typedef {import("./engine.js").Minutes} Minutes */
/** @typedef {import("../shared/words.js").Words} Words */

/** Only the town of such an offer is known: its minutes are no more than about right. */
const COARSE = ["place", "main place"];
/** So many are listed at first, and with each click. */
const STEP = 40;

/** @param {Words} words
 * @param {string[]} trips */
export function tellingOf(words, trips) {
  const { t } = words;
  /** @param {number} n */
  const whole = (n) => words.count(Math.round(n));
  /** @param {string} trip */
  const modeName = (trip) => words.named("short", trip) ?? words.named("modes", trip) ?? trip;
  /** @param {Found} found */
  const name = ({ offer }) => offer.title ?? offer.company ?? offer.id;
  /** @param {Found} found */
  function address({ offer }) {
    const town = [offer.postcode, offer.town ?? offer.municipality].filter(Boolean).join(" ");
    return [offer.title === null ? null : offer.company, offer.address, town].filter(Boolean).join(", ");
  }
  /** @param {Found} found */
  function facts({ offer, unsure }) {
    const said = [
      offer.level, offer.sector,
      offer.type === "internship" ? null : words.named("opp_types", offer.type),
      offer.count !== null && offer.count > 1 ? t("offers_places", { n: words.count(offer.count) }) : null,
      unsure.length ? t("offers_not_told", { what: unsure.map((one) => t("offers_" + one).toLocaleLowerCase()).join(", ") }) : null,
      offer.located === "point" ? null
        : t("offers_located", { how: words.named("located", offer.located.replace(" ", "_")) ?? offer.located }),
    ];
    return said.filter(Boolean).join(" \u00b7 ");
  }
  /** Minutes by each trip.
   * @param {Found} found
   * @param {Minutes} times */
  function byTrips({ offer, by }, times) {
    return trips.flatMap((trip, i) => {
      const minutes = times[trip][offer.point];
      const said = Number.isNaN(minutes) ? "\u2013" : t("minutes", { n: whole(minutes) });
      return [i ? " \u00b7 " : "", modeName(trip) + " ", trip === by ? make("b", {}, said) : said];
    });
  }
  /** @param {Found} found
   * @param {boolean} across */
  const badge = (found, across) => (across ? make("span", { class: "abroad" },
    t("offers_abroad") + " (" + t(found.offer.country.toLowerCase()) + ")") : null);
  return {
    whole, modeName,
    /** @param {Found} found
     * @param {Minutes} times
     * @param {boolean} across */
    card: (found, times, across) => make("div", { class: "card" },
      make("div", { class: "main" }, t("minutes", { n: whole(found.minutes) })),
      make("strong", {}, name(found)), badge(found, across), make("div", {}, address(found)),
      make("div", { class: "by" }, ...byTrips(found, times)), make("div", { class: "small" }, facts(found))),
    /** @param {Found[]} reached
     * @param {{times: Minutes, home: string, shown: number, open: (found: Found) => void, more: () => void}} how */
    list(reached, { times, home, shown, open, more }) {
      replaceIn(byId("list"), ...reached.slice(0, shown).map((found) => {
        const button = make("button", { type: "button", class: "what", "data-key": found.offer.id }, name(found));
        button.addEventListener("click", () => open(found));
        return make("li", {}, make("div", { class: "time" }, whole(found.minutes),
          make("small", {}, t(COARSE.includes(found.offer.located) ? "offers_about" : "offers_min"))),
          make("div", {}, button, badge(found, found.offer.country !== home), make("div", {}, address(found)),
            make("div", { class: "by" }, ...byTrips(found, times)), make("div", { class: "small" }, facts(found))));
      }));
      const left = reached.length - shown;
      byId("list-more").replaceChildren(...(left > 0
        ? [linkButton(t("offers_more", { n: words.count(Math.min(left, STEP)) }), more)]
        : reached.length ? [] : [t("offers_none")]));
    },
    /** @param {Found[]} reached
     * @param {Minutes} times
     * @param {string} home country
     * @param {string[]} above lines over the table */
    csv: (reached, times, home, above) => csvOf(words, trips, reached, { times, home, above }),
    STEP,
  };
}
