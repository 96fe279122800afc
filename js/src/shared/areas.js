/* Municipalities as a map shows them. */

import { UNITS, stepsOf } from "./geometry.js";

/** Towns of the ring about the region are named from these zooms on, by their inhabitants.
 * @type {[number, number][]} */
const RING_NAMED = [[9, 150000], [10, 50000]];

/** The corners of a ring: runs of corners that stand in a row, backwards where there are fewer than none.
 * @param {number[]} runs first, count, first, count, ...
 * @param {import("../types.js").Spot[]} spots
 * @returns {import("../types.js").Spot[]} */
export function follow(runs, spots) {
  const found = [];
  for (let i = 0; i < runs.length; i += 2) {
    const [first, count] = [runs[i], runs[i + 1]];
    for (let k = 0; k < Math.abs(count); k++) found.push(spots[first + Math.sign(count) * k]);
  }
  return found;
}

/** @param {Pick<import("../types.js").Base, "areas" | "corners">} base as grensgeo/maps/shared_outlines.py wrote it
 * @returns {import("../types.js").Area[]} */
export function readAreas({ areas, corners }) {
  const [lon, lat] = corners.map(stepsOf);
  /** @type {import("../types.js").Spot[]} */
  const spots = lat.map((one, i) => [one / UNITS, lon[i] / UNITS]);
  return areas.map(([code, name, country, nuts3, part, population, outline], number) => {
    const rings = outline.map((polygon) => polygon.map((runs) => follow(runs, spots)));
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
