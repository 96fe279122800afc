/* Municipalities as a map shows them. */

import { polygons } from "./geometry.js";

/** Towns of the ring about the region are named from these zooms on, by their inhabitants.
 * @type {[number, number][]} */
const RING_NAMED = [[9, 150000], [10, 50000]];

/** @param {import("../types.js").AreaRow[]} rows
 * @returns {import("../types.js").Area[]} */
export function readAreas(rows) {
  return rows.map(([code, name, country, nuts3, part, population, geometry], number) => {
    const rings = polygons(geometry);
    return { number, code, name, country, nuts3, part, population, rings,
             centre: L.latLngBounds(rings.flat(2)).getCenter() };
  });
}

/** Whether a municipality is named at a zoom.
 * @param {{part: string, population: number}} area
 * @param {number} zoom
 * @returns {boolean} */
export function namedAt(area, zoom) {
  const most = RING_NAMED.find(([below]) => zoom < below);
  return area.part !== "ring" || !most || area.population >= most[1];
}

/** Pixels in which its name is written.
 * @param {number} population
 * @returns {number} */
export const nameSize = (population) => (population > 200000 ? 15 : population > 60000 ? 13 : 11.5);
