/* What a page of offers is asked, and which offers fit. */

/** @typedef {import("../types.js").OfferRow} OfferRow */
/** @typedef {import("../types.js").OfferState} OfferState */
/** @typedef {import("./engine.js").Minutes} Minutes */
/** @typedef {{offer: OfferRow, minutes: number, by: string, unsure: string[]}} Found */

export const ALL = "all";
export const ANY = "any";
export const SHORTEST = 5;
/** The longest cutoff, as in grensgeo/maps/offer_page.py. */
export const LONGEST = 90;
/** What a minute of rounding does not move beyond the cutoff. */
const SLACK = 1.0001;

/** Whether an offer fits, and what it does not tell; what it does not tell never rules it out.
 * @param {OfferRow} offer
 * @param {OfferState} state
 * @returns {string[] | null} */
export function fitting(offer, { level, sector, kind }) {
  const unsure = [];
  if (kind !== ALL && offer.type !== kind) return null;
  if (level !== ALL) {
    if (offer.low === null && offer.high === null) unsure.push("level");
    else if ((offer.low ?? 1) > Number(level) || (offer.high ?? 8) < Number(level)) return null;
  }
  if (sector !== ALL) {
    if (!offer.nace.length) unsure.push("sector");
    else if (!offer.nace.some((one) => sector.includes(one))) return null;
  }
  return unsure;
}

/** Minutes to a place by the trip that is chosen, or by the quickest.
 * @param {Minutes} times
 * @param {string} trip
 * @param {number} point
 * @returns {[number, string]} */
export function timeTo(times, trip, point) {
  if (trip !== ANY) return [times[trip][point], trip];
  /** @type {[number, string]} */
  let best = [NaN, ""];
  for (const [name, minutes] of Object.entries(times)) {
    if (!(minutes[point] >= best[0]) && !Number.isNaN(minutes[point])) best = [minutes[point], name];
  }
  return best;
}

/** The offers that fit, the nearest first; those that are not reached come last.
 * @param {OfferRow[]} offers
 * @param {OfferState} state
 * @param {Minutes | null} times
 * @param {string | null} own country of the home, where the border is closed
 * @returns {Found[]} */
export function matching(offers, state, times, own) {
  /** @type {Found[]} */
  const found = [];
  for (const offer of offers) {
    const unsure = fitting(offer, state);
    if (unsure === null) continue;
    const [minutes, by] = times && (own === null || offer.country === own)
      ? timeTo(times, state.trip, offer.point) : /** @type {[number, string]} */ ([NaN, ""]);
    found.push({ offer, minutes, by, unsure });
  }
  const order = (/** @type {Found} */ one) => (Number.isNaN(one.minutes) ? Infinity : one.minutes);
  return found.sort((a, b) => (order(a) === order(b) ? 0 : order(a) - order(b)));
}

/** @param {Found} one
 * @param {number} cutoff */
export const within = ({ minutes }, cutoff) => minutes <= cutoff * SLACK;

/** @type {[string, keyof OfferState][]} */
const KEYS = [["at", "home"], ["level", "level"], ["sector", "sector"], ["kind", "kind"], ["by", "trip"],
              ["min", "cutoff"], ["border", "border"]];

/** The part of an address after #, but for language and theme.
 * @param {OfferState} state
 * @returns {Record<string, string>} */
export const written = (state) => Object.fromEntries(KEYS.filter(([, name]) => state[name] !== null)
  .map(([short, name]) => [short, String(state[name])]));

/** A state in which everything exists; what does not is taken from the state before.
 * @param {Record<string, string>} asked by an address
 * @param {OfferState} before
 * @param {{trips: string[], kinds: string[], levels: string[], homes: Map<string, number>}} known
 * @returns {OfferState} */
export function readState(asked, before, known) {
  const minutes = Math.round(Number(asked.min));
  const sound = asked.min !== undefined && Number.isFinite(minutes);
  return {
    home: known.homes.has(asked.at) ? asked.at : before.home,
    level: [ALL, ...known.levels].includes(asked.level) ? asked.level : before.level,
    sector: /^(all|[A-U]+)$/.test(asked.sector ?? "") ? asked.sector : before.sector,
    kind: [ALL, ...known.kinds].includes(asked.kind) ? asked.kind : before.kind,
    trip: [ANY, ...known.trips].includes(asked.by) ? asked.by : before.trip,
    cutoff: sound ? Math.max(SHORTEST, Math.min(LONGEST, minutes)) : before.cutoff,
    border: ["open", "closed"].includes(asked.border) ? asked.border : before.border,
  };
}
