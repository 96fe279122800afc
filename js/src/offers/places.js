/* Where homes and offers lie, and what they are called. */

import { SEARCHED, nearCells } from "../atlas/places.js";
import { degreesOf } from "../shared/base_map.js";
import { unpack } from "../shared/unpack.js";
import { plain } from "../shared/words.js";

/** @typedef {import("../types.js").OfferPageData} OfferPageData */
/** @typedef {import("./engine.js").Homes} Homes */

/** What a home is called stands behind this in the key of a name that was searched for. */
export const NAMED = "|";

/** Places that can be searched for: municipalities and villages, each the nearest home.
 * @param {OfferPageData} data
 * @param {import("../pages/base.js").DrawnBase} base
 * @param {import("../pages/base.js").Ground | null} ground
 * @param {(x: number, y: number) => number} homeAt
 * @param {{id: string[], words: import("../shared/words.js").Words}} of
 * @returns {any[]} entries of the search box */
export function entriesOf(data, base, ground, homeAt, { id, words }) {
  /** @param {string} name
   * @param {number} x
   * @param {number} y
   * @param {number} weight
   * @param {() => string} note */
  function entry(name, x, y, weight, note) {
    const home = homeAt(x, y);
    return home < 0 ? [] : [{ key: id[home] + NAMED + name, kind: "place", name, plain: plain(name), weight, note }];
  }
  const towns = data.base.places.flatMap(([number, x, y]) => {
    const area = base.areas[number];
    return entry(area.name, x, y, 1e9 + area.population, () => words.t("kind_place") + " \u00b7 " + area.nuts3);
  });
  const own = new Set(towns.map((one) => one.plain));
  const layers = ground?.base;
  const villages = !layers ? [] : [...layers.layer.keys()].filter((i) => SEARCHED.includes(layers.layer[i])).flatMap((i) => {
    const [x, y] = degreesOf(layers, i);
    const kind = layers.layer[i] === "postcode" ? "postcode" : "village";
    return own.has(plain(layers.name[i])) ? []
      : entry(layers.name[i], x, y, layers.people[i], () => words.t("kind_" + kind)).map((one) => ({ ...one, kind }));
  });
  return [...towns, ...villages];
}

/** Whether a point lies in an outline.
 * @param {import("../types.js").Spot[][][]} rings
 * @param {number} lat
 * @param {number} lon */
function inside(rings, lat, lon) {
  return rings.some((polygon) => {
    let odd = false;
    for (const ring of polygon) {
      for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
        const [[y1, x1], [y2, x2]] = [ring[i], ring[j]];
        if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) odd = !odd;
      }
    }
    return odd;
  });
}

/** Longitude and latitude of the places of offers.
 * @param {OfferPageData} data
 * @returns {Promise<L.LatLng[]>} */
export async function spotsOf({ engine: { manifest, chunks } }) {
  const kept = [...manifest.parts.keys()].filter((i) => /^cell\/(lon|lat)$/.test(manifest.parts[i].name));
  const arrays = await unpack({ ...manifest, parts: kept.map((i) => manifest.parts[i]) }, kept.map((i) => chunks[i]));
  return Array.from(arrays["cell/lon"], (lon, i) => L.latLng(arrays["cell/lat"][i], lon));
}

/** Homes by id, by their place on the map, and with the municipality about them.
 * @param {Homes} homes
 * @param {import("../types.js").Area[]} areas */
export function homesOf(homes, areas) {
  const numbers = new Map(homes.id.map((id, i) => [id, i]));
  return {
    id: homes.id, numbers,
    at: nearCells(/** @type {any} */ ({ cells: homes })),
    /** @param {number} number */
    spot: (number) => L.latLng(homes.lat[number], homes.lon[number]),
    /** @param {number} number */
    area: (number) => areas.find(({ rings }) => inside(rings, homes.lat[number], homes.lon[number])),
  };
}
