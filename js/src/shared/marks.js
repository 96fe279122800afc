/* Marks of points on a map that are no circles. */

/** A marker whose path is drawn by a function of its middle and radius.
 * @param {(x: number, y: number, r: number) => string} path
 * @returns {any} a kind of L.CircleMarker */
export const markerOf = (path) => L.CircleMarker.extend({
  _updatePath() {
    const { x, y } = this._point;
    this._renderer._setPath(this, path(x, y, this._radius));
  },
});

/** @param {number} x
 * @param {number} y
 * @param {number} radius */
export function diamond(x, y, radius) {
  const r = radius * 1.3;
  return `M${x - r} ${y}L${x} ${y - r}L${x + r} ${y}L${x} ${y + r}Z`;
}

/** @param {number} x
 * @param {number} y
 * @param {number} radius */
export function star(x, y, radius) {
  const corners = Array.from({ length: 10 }, (_, i) => {
    const r = radius * (i % 2 ? 0.45 : 1);
    return `${x + r * Math.sin(i * Math.PI / 5)} ${y - r * Math.cos(i * Math.PI / 5)}`;
  });
  return `M${corners.join("L")}Z`;
}
