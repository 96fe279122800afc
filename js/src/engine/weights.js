/* Seconds of a page's edges from what grensgeo/traveltimes/portable_coding.py wrote: a length in
   whole steps, and under each metric those of an earlier one times a factor, and a rest in steps. */

/** The factor that stands for a closed direction. */
export const CLOSED = 255;

/** Metres of a degree of longitude and of latitude (GRS 80), as portable_coding.py has them.
 * @param {number} lat */
export function metresPerDegree(lat) {
  const cos = Math.cos(lat * (Math.PI / 180));
  const square = cos * cos; // cosines of multiples of the angle are polynomials of its own
  return {
    east: cos * (111_412.84 - 93.5 * (4 * square - 3) + 0.118 * ((16 * square - 20) * square + 5)),
    north: 111_132.92 - 559.82 * (2 * square - 1) + 1.175 * (8 * square * (square - 1) + 1),
  };
}

/**
 * Where edges lead: steps from one upper end to the next of the same lower end.
 * @param {Int32Array} count edges up from each vertex
 * @param {Int32Array} step
 */
export function endsOf(count, step) {
  const tail = new Int32Array(step.length);
  const head = new Int32Array(step.length);
  for (let v = 0, e = 0; v < count.length; v++) {
    for (let k = 0, at = v; k < count[v]; k++, e++) {
      at += step[e];
      tail[e] = v;
      head[e] = at;
    }
  }
  return { tail, head };
}

/**
 * Lengths in whole units, of what they are beyond the straight line between the points at both ends.
 * @param {{ tail: Int32Array, head: Int32Array }} ends
 * @param {Int32Array} beyond
 * @param {number} scale units a metre
 * @param {{ lon: Float64Array, lat: Float64Array }} at degrees by vertex, NaN where no point stands
 */
export function lengthsOf({ tail, head }, beyond, scale, { lon, lat }) {
  const result = new Float64Array(beyond.length);
  for (let e = 0; e < beyond.length; e++) {
    const [one, other] = [tail[e], head[e]];
    result[e] = beyond[e];
    const middle = (lat[one] + lat[other]) / 2;
    if (scale === 0 || Number.isNaN(middle)) continue;
    const { east, north } = metresPerDegree(middle);
    const [x, y] = [(lon[one] - lon[other]) * east, (lat[one] - lat[other]) * north];
    result[e] += Math.floor(Math.sqrt(x * x + y * y) * scale + 0.5);
  }
  return result;
}

/**
 * About how many metres edges are long: the seconds of the streets with one pace, and where those
 * are closed the straight line with its usual detour.
 * @param {{ tail: Int32Array, head: Int32Array }} ends
 * @param {{ seconds: Float64Array, metre: number, factor: Uint8Array }} base seconds, those of a metre, and factors
 *   ahead and back
 * @param {number} detour
 * @param {{ lon: Float64Array, lat: Float64Array }} at degrees by vertex, NaN where no point stands
 */
export function metresOf({ tail, head }, { seconds, metre, factor }, detour, { lon, lat }) {
  const n = seconds.length;
  return seconds.map((long, e) => {
    if (factor[e] !== CLOSED || factor[e + n] !== CLOSED) return long / metre;
    const [one, other] = [tail[e], head[e]];
    const { east, north } = metresPerDegree((lat[one] + lat[other]) / 2);
    const straight = Math.hypot((lon[one] - lon[other]) * east, (lat[one] - lat[other]) * north);
    return Number.isNaN(straight) ? long / metre : straight * detour;
  });
}

/**
 * The seconds of a metric, of all edges ahead and then of all back; Infinity where closed.
 * @param {Float64Array} start seconds of the lengths
 * @param {Float64Array | null} before seconds of the metric that this one is written from
 * @param {{ factors: number[] }} told
 * @param {{ factor: Uint8Array, rest: Int32Array, step: number }} written
 */
export function secondsOf(start, before, { factors }, { factor, rest, step }) {
  const n = start.length;
  const result = new Float64Array(2 * n);
  for (let i = 0; i < 2 * n; i++) {
    if (factor[i] === CLOSED) {
      result[i] = Infinity;
      continue;
    }
    const e = i < n ? i : i - n;
    let from = start[e];
    if (before !== null) {
      const mine = before[i];
      const other = before[i < n ? i + n : e];
      if (mine < Infinity) from = mine;
      else if (other < Infinity) from = other;
    }
    result[i] = Math.max(from * factors[factor[i]] + rest[i] * step, 0);
  }
  return result;
}
