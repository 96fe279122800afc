/* Offers and the home on the map: circles in the home's country, diamonds across the border. */

import { diamond, markerOf, star } from "../shared/marks.js";
import { within } from "./state.js";

/** @typedef {import("../types.js").OfferPageData} OfferPageData */
/** @typedef {import("./state.js").Found} Found */

/** Bands of minutes: the cutoff in so many. */
export const BANDS = 5;
const HOME = "#c2185b";

/** Draws them.
 * @param {L.Map} map
 * @param {OfferPageData} data
 * @param {import("../pages/base.js").DrawnBase} base */
export function marksOf(map, data, base) {
  const Diamond = markerOf(diamond);
  const Star = markerOf(star);
  const style = { pane: "points", renderer: base.renderers.points };
  /** @type {L.Path[]} */
  let shown = [];
  /** @type {L.Path | null} */
  let home = null;
  return {
    /** @param {L.LatLng | null} at */
    home(at) {
      home?.remove();
      home = at && new Star(at, { ...style, interactive: false, radius: 13, color: "#ffffff", weight: 2,
        fillColor: HOME, fillOpacity: 1 }).addTo(map);
    },
    /** @param {Found[]} found
     * @param {{at: (found: Found) => L.LatLng, cutoff: number, own: string | null,
     *   pick: (found: Found, group: Found[]) => void}} how */
    draw(found, { at, cutoff, own, pick }) {
      for (const shape of shown) shape.remove();
      shown = [];
      /** @type {Map<number, Found[]>} */
      const groups = new Map();
      for (const one of found) groups.set(one.offer.point, [...(groups.get(one.offer.point) ?? []), one]);
      for (const group of [...groups.values()].reverse()) {
        const [first] = group;
        const near = within(first, cutoff);
        const n = group.filter((one) => within(one, cutoff)).length;
        const Kind = own !== null && first.offer.country !== own ? Diamond : L.CircleMarker;
        const shape = new Kind(at(first), near ? {
          ...style, radius: Math.min(7 + 1.5 * Math.log2(n), 14), color: "#1d1f24", weight: 1.4, fillOpacity: 1,
          fillColor: data.bands[Math.min(BANDS - 1, Math.floor((first.minutes / cutoff) * BANDS))],
        } : { ...style, radius: 4.5, color: "#4a4f59", weight: 1.4, fillColor: "#ffffff", fillOpacity: 0.8 });
        shape.on("click", () => pick(first, group));
        shown.push(shape.addTo(map));
      }
    },
  };
}

