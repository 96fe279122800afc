/* Times in single precision, and what rounding does not change. */

/** Times in single precision may be this share of themselves too long (grensgeo/arrays.py). */
export const SINGLE = 4e-7;
/** Shares that differ by no more than rounding from the whole are the whole. */
export const WHOLE = 1 - 1e-9;

/** The longest time, in single precision, that lies within a cutoff.
 * @param {number} minutes
 * @returns {number} */
export const limitOf = (minutes) => Math.fround(minutes * (1 + SINGLE));
