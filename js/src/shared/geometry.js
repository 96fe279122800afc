/* Outlines as they travel: whole ten-thousandths of a degree, each a step from the one before
   (grensgeo/maps/base.py). */

/** @typedef {import("../types.js").Spot} Spot */

/** Steps in a degree, as in grensgeo/maps/base.py. */
export const UNITS = 10000;

/** Points of a line, latitude first.
 * @param {number[]} steps
 * @returns {Spot[]} */
export function line(steps) {
  /** @type {Spot[]} */
  const points = [];
  let [x, y] = [0, 0];
  for (let i = 0; i < steps.length; i += 2) {
    x += steps[i];
    y += steps[i + 1];
    points.push([y / UNITS, x / UNITS]);
  }
  return points;
}

/** Rings of polygons.
 * @param {number[][][]} geometry
 * @returns {Spot[][][]} */
export const polygons = (geometry) => geometry.map((rings) => rings.map(line));

/** Whether two boxes on the screen lie apart.
 * @param {readonly number[]} a left, top, right, bottom
 * @param {readonly number[]} b
 * @returns {boolean} */
export const apart = (a, b) => a[2] < b[0] || a[0] > b[2] || a[3] < b[1] || a[1] > b[3];
