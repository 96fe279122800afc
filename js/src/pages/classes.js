/* Classes of figures and their colours, as grensgeo/maps/classes.py has them. */

/** @typedef {import("../types.js").Figure} Figure */
/** @typedef {{kind: string, step: number, negative: boolean}} Class */

/** The class of a figure: a step between breaks, or what is no number.
 * @param {Figure | undefined} value
 * @param {number[]} breaks
 * @returns {Class} */
export function classOf(value, breaks) {
  const none = { step: 0, negative: false };
  if (value === null || value === undefined) return { kind: "missing", ...none };
  if (value === "u") return { kind: "undefined", ...none };
  if (value === "n") return { kind: "noise", ...none };
  if (value === 0) return { kind: "zero", ...none };
  const number = Number(value);
  return { kind: "step", step: breaks.filter((cut) => Math.abs(number) >= cut).length, negative: number < 0 };
}

/** What is no step has a fill of its own; where nothing changes, it is as bright as the paper, so that
 * it is dark on dark pages. */
export const FILLS = { missing: "url(#hatch-missing)", undefined: "url(#hatch-undefined)", noise: "var(--noise)",
                       zero: "var(--same)" };

/** The colour, or the hatching, of a class.
 * @param {Class} found
 * @param {string} palette its name
 * @param {number[]} breaks
 * @param {Record<string, string[]>} palettes
 * @returns {string} */
export function colourOf(found, palette, breaks, palettes) {
  if (found.kind !== "step") return FILLS[/** @type {keyof typeof FILLS} */ (found.kind)];
  const colours = palettes[palette];
  if (palette === "diverging") {
    const half = colours.length / 2;
    const rank = breaks.length < 2 ? Math.min(found.step + 1, half - 1) : found.step;
    return found.negative ? colours[half - 1 - rank] : colours[half + rank];
  }
  const spread = breaks.length ? found.step * (colours.length - 1) / breaks.length : colours.length - 1;
  return colours[Math.round(spread)];
}
