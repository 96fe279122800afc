/* Which colour each cell has, and what the legend says about it. */

import { limitOf } from "../shared/precision.js";

/** @typedef {import("../types.js").Theme} Theme */
/** @typedef {import("../types.js").Minutes} Minutes */
/** @typedef {import("../types.js").LegendEntry} LegendEntry */
/** @typedef {ReturnType<typeof canvasOf>} Look */
/** @typedef {{cutoff: number, width: number, border: string, frontier: boolean, before: boolean,
 *   walked: boolean, vehicle: string, first: string, second: string}} LegendQuestion `first` and `second` say what
 *   is compared, empty where nothing is */

/** Changes smaller than this are told as none, and the classes above it, minutes. */
const NOISE_MIN = 1;
const CHANGES = [5, 15];
/** Widths of bands that read well, minutes, and how many bands there are at most. */
const WIDTHS = [5, 10, 15, 20, 30];
const WIDEST = 60;
const MOST_BANDS = 6;

/** @type {Record<"light" | "dark", Theme>} */
export const themes = {
  light: { land: "#f6f4ef", faint: "#c4c0b6", outline: "#7d7f86", edge: "#5b6270", halo: "#ffffff",
           border: "#c2185b", beyond: "#e9e6df", line: "#16181d", undo: "#f6f4ef", still: "#8b8478",
           same: "#ffffff", second: "#c75000" },
  dark: { land: "#20252e", faint: "#454b57", outline: "#7b8494", edge: "#a8afbc", halo: "#0f1217",
          border: "#ff6f9f", beyond: "#2b313c", line: "#ffffff", undo: "#20252e", still: "#59606d",
          same: "#4a5160", second: "#ffb347" },
};

/** Width of the bands up to the longest time that can be asked for, minutes.
 * @param {number} longest
 * @returns {number} */
export const widthOf = (longest) => WIDTHS.find((width) => longest / width <= MOST_BANDS) ?? WIDEST;

/** Bands of time up to the cutoff.
 * @param {number} cutoff
 * @param {number} width
 * @returns {{from: number, to: number}[]} */
export function bandsTo(cutoff, width) {
  const bands = [];
  for (let from = 0; from < cutoff; from += width) bands.push({ from, to: Math.min(cutoff, from + width) });
  return bands;
}

/** A colour as a canvas has it in memory, lowest byte first: red, green, blue, opaque.
 * @param {string} colour `#rrggbb`
 * @returns {number} */
export function hex(colour) {
  const value = parseInt(colour.slice(1), 16);
  return (255 << 24) | ((value & 255) << 16) | (value & 0xff00) | (value >> 16);
}

/** Colours of cells numbered from 1: 0 is where there is none; `second` is another outline.
 * @param {number} n */
export function canvasOf(n) {
  return { colour: new Uint32Array(n + 1), stripe: new Uint32Array(n + 1), within: new Uint8Array(n + 1), line: 0,
           second: /** @type {{within: Uint8Array, line: number} | null} */ (null) };
}

/** Outlines what a second answer counts.
 * @param {Look} look
 * @param {Theme} theme
 * @param {{minutes: Minutes, countries: ArrayLike<number>, counts: (time: number, country: number) => boolean} | null} other */
export function second(look, theme, other) {
  look.second = other && { line: hex(theme.second),
    within: Uint8Array.from({ length: other.minutes.length + 1 }, (_, i) =>
      Number(i > 0 && other.counts(other.minutes[i - 1], other.countries[i - 1]))) };
}

/** Colours cells by time.
 * @param {Look} look
 * @param {Theme} theme
 * @param {string[]} palette
 * @param {{minutes: Minutes, walked: Uint8Array | null, cutoff: number, width: number, countries: ArrayLike<number>,
 *   counts: (time: number, country: number) => boolean}} question */
export function times(look, theme, palette, { minutes, walked, cutoff, width, countries, counts }) {
  const colours = palette.map(hex);
  const limit = limitOf(cutoff);
  const [beyond, undo, still] = [hex(theme.beyond), hex(theme.undo), hex(theme.still)];
  look.line = hex(theme.line);
  for (let i = 0; i < minutes.length; i++) {
    const time = minutes[i];
    const inside = time <= limit;
    const band = inside ? colours[Math.max(0, Math.min(colours.length - 1, Math.ceil((time - 1e-4) / width) - 1))] : beyond;
    look.within[i + 1] = inside ? 1 : 0;
    look.colour[i + 1] = band;
    look.stripe[i + 1] = inside && !counts(time, countries[i]) ? undo
      : inside && walked && walked[i] ? still : band;
  }
}

/** Colours cells by minutes less (blue) or more (red) than in the baseline.
 * @param {Look} look
 * @param {Theme} theme
 * @param {string[]} diverging
 * @param {{minutes: Minutes, before: Minutes, cutoff: number}} question */
export function changes(look, theme, diverging, { minutes, before, cutoff }) {
  const limit = limitOf(cutoff);
  const palette = diverging.map(hex);
  const half = palette.length / 2;
  const [beyond, same, undo] = [hex(theme.beyond), hex(theme.same), hex(theme.undo)];
  look.line = hex(theme.line);
  for (let i = 0; i < minutes.length; i++) {
    const [now, then] = [minutes[i], before[i]];
    const [inside, was] = [now <= limit, then <= limit];
    look.within[i + 1] = inside ? 1 : 0;
    let colour = same;
    let stripe = null;
    if (!inside && !was) colour = beyond;
    else if (inside && Number.isNaN(then)) [colour, stripe] = [palette[palette.length - 1], undo];
    else if (was && Number.isNaN(now)) [colour, stripe] = [palette[0], undo];
    else {
      const gain = then - now;
      const size = Math.abs(gain);
      const step = CHANGES.filter((cut) => size >= cut).length;
      if (size >= NOISE_MIN) colour = gain > 0 ? palette[half + step] : palette[half - 1 - step];
    }
    look.colour[i + 1] = colour;
    look.stripe[i + 1] = stripe ?? colour;
  }
}

/** @param {import("../shared/words.js").Words} words
 * @param {Theme} theme
 * @param {string[]} palette
 * @returns {LegendEntry[]} */
function changeEntries(words, theme, palette) {
  const { t, minutes } = words;
  const half = palette.length / 2;
  const cuts = [NOISE_MIN, ...CHANGES];
  const sizes = cuts.map((cut, i) => (i + 1 < cuts.length
    ? t("band_range", { a: minutes(cut), b: minutes(cuts[i + 1]) }) : minutes(cut) + "+"));
  const faster = sizes.map((a, i) => ({ colour: palette[half + i], said: t("faster", { a }) }));
  const slower = sizes.map((a, i) => ({ colour: palette[half - 1 - i], said: t("slower", { a }) }));
  return [...faster.reverse(), { colour: theme.same, said: t("same") }, ...slower,
    { colour: palette[palette.length - 1], stripe: theme.undo, said: t("gained") },
    { colour: palette[0], stripe: theme.undo, said: t("lost") }];
}

/** @param {import("../shared/words.js").Words} words
 * @param {Theme} theme
 * @param {string[]} palette
 * @param {LegendQuestion} question
 * @returns {LegendEntry[]} */
function timeEntries(words, theme, palette, { cutoff, width, border, walked, vehicle }) {
  const { t, minutes } = words;
  /** @type {LegendEntry[]} */
  const entries = bandsTo(cutoff, width).map((band, i) => ({
    colour: palette[Math.min(i, palette.length - 1)], band: true,
    said: t("band_range", { a: minutes(band.from), b: minutes(band.to) }),
  }));
  if (border !== "open") entries.push({ colour: palette[1], stripe: theme.undo, said: t("not_counted") });
  if (walked) entries.push({ colour: palette[1], stripe: theme.still, said: t("without_ride", { vehicle }) });
  return entries;
}

/** Entries of the legend: colour, words, and whether it is striped or a line.
 * @param {import("../shared/words.js").Words} words
 * @param {Theme} theme
 * @param {{times: string[], diverging: string[]}} palettes
 * @param {LegendQuestion} question
 * @returns {LegendEntry[]} */
export function legend(words, theme, palettes, question) {
  const { t } = words;
  const n = words.minutes(question.cutoff);
  return [
    ...(question.before ? changeEntries(words, theme, palettes.diverging)
      : timeEntries(words, theme, palettes.times, question)),
    { line: theme.line, said: question.second ? t("isochrone_of", { n, what: question.first }) : t("isochrone", { n }) },
    ...(question.second ? [{ line: theme.second, said: question.second }] : []),
    { colour: theme.beyond, said: t("beyond", { n }) },
    { colour: theme.land, said: t("nobody") },
    ...(question.frontier ? [{ line: theme.border, said: t("border_line") }] : []),
  ];
}
