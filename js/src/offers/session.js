/* What the parts of a page of offers share: what was asked, what was answered, where and how it is
   called. */

import { ANY, ALL, readState } from "./state.js";

/** @typedef {import("../types.js").OfferPageData} OfferPageData */
/** @typedef {import("./engine.js").Minutes} Minutes */
/** @typedef {ReturnType<typeof sessionOf>} OfferSession */

/** Id of the home that the file was made for. */
const OWN = "home";

/** @param {OfferPageData} data */
function choicesOf({ offers, start }) {
  /** @param {string} level */
  const meant = (level) => offers.some(({ low, high }) => (low !== null || high !== null)
    && (low ?? 1) <= Number(level) && Number(level) <= (high ?? 8));
  return {
    kinds: [...new Set(offers.map((one) => one.type))],
    levels: ["1", "2", "3", "4", "5", "6", "7", "8"].filter((one) => start.level === one || meant(one)),
    sections: [...new Set(offers.flatMap((one) => one.nace))].sort(),
  };
}

/** @param {{map: L.Map, data: OfferPageData, words: import("../shared/words.js").Words, page: any,
 *   telling: ReturnType<typeof import("./telling.js").tellingOf>, spots: L.LatLng[],
 *   homes: ReturnType<typeof import("./places.js").homesOf>, asked: Record<string, string>}} parts */
export function sessionOf({ map, data, words, page, telling, spots, homes, asked }) {
  const choices = choicesOf(data);
  const known = { trips: data.trips, homes: homes.numbers, ...choices };
  const own = data.start.home !== null;
  const now = {
    state: readState(asked, {
      home: own ? OWN : null, level: data.start.level, sector: data.start.sector, kind: ALL, trip: ANY,
      cutoff: data.start.cutoff, border: "open",
    }, known),
    /** The name that was searched for. */
    named: "",
    shown: telling.STEP,
    /** @type {{key: string, times: Minutes} | null} */
    answer: null,
  };
  const number = () => (now.state.home === null ? null : homes.numbers.get(now.state.home) ?? null);
  const area = () => (number() === null ? undefined : homes.area(Number(number())));
  return {
    map, data, words, page, telling, now, known, choices, spots, homes,
    border: data.base.border.length > 0,
    /** @param {import("./state.js").Found} found */
    at: (found) => spots[found.offer.point],
    home: {
      number,
      country: () => area()?.country ?? null,
      spot: () => (number() === null ? null : homes.spot(Number(number()))),
      onGrid: () => now.state.home !== null && now.state.home !== OWN,
      name() {
        if (number() === null) return "";
        if (now.named) return now.named;
        if (now.state.home === OWN) return data.start.home_name || words.t("offers_home");
        return words.t("offers_spot", { name: area()?.name ?? "?" });
      },
    },
  };
}
