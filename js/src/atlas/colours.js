/* Which colour each cell has, and what the legend says about it. */

import { hex } from "./cells.js";
import { limitOf } from "../shared/precision.js";

const NOISE_MIN = 1;
const CHANGES = [5, 15];

export const themes = {
  light: { land: "#f6f4ef", faint: "#c4c0b6", outline: "#7d7f86", edge: "#5b6270", halo: "#ffffff",
           border: "#c2185b", beyond: "#e9e6df", line: "#16181d", undo: "#f6f4ef", still: "#8b8478" },
  dark: { land: "#20252e", faint: "#454b57", outline: "#7b8494", edge: "#a8afbc", halo: "#0f1217",
          border: "#ff6f9f", beyond: "#2b313c", line: "#ffffff", undo: "#20252e", still: "#59606d" },
};
/* Six bands up to the longest time that can be asked for, of a width that reads well. */
export const widthOf = (longest) => [5, 10, 15, 20, 30].find((width) => longest / width <= 6) ?? 60;

export function bandsTo(cutoff, width) {
  const bands = [];
  for (let from = 0; from < cutoff; from += width) bands.push({ from, to: Math.min(cutoff, from + width) });
  return bands;
}

/* Colours of cells numbered from 1: 0 is where there is none. */
export function canvasOf(n) {
  return { colour: new Uint32Array(n + 1), stripe: new Uint32Array(n + 1), within: new Uint8Array(n + 1), line: 0 };
}

export function times(look, theme, palette, question) {
  const { minutes, walked, cutoff, width, countries, counts } = question;
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

/* Minutes less (blue) or more (red) than in the baseline. */
export function changes(look, theme, diverging, question) {
  const { minutes, before, cutoff } = question;
  const limit = limitOf(cutoff);
  const palette = diverging.map(hex);
  const [beyond, same, undo] = [hex(theme.beyond), hex(theme.land === "#f6f4ef" ? "#ffffff" : "#4a5160"), hex(theme.undo)];
  look.line = hex(theme.line);
  for (let i = 0; i < minutes.length; i++) {
    const [now, then] = [minutes[i], before[i]];
    const [in_, was] = [now <= limit, then <= limit];
    look.within[i + 1] = in_ ? 1 : 0;
    let colour = same;
    let stripe = null;
    if (!in_ && !was) colour = beyond;
    else if (in_ && Number.isNaN(then)) [colour, stripe] = [palette[palette.length - 1], undo];
    else if (was && Number.isNaN(now)) [colour, stripe] = [palette[0], undo];
    else {
      const gain = then - now;
      const size = Math.abs(gain);
      const step = CHANGES.filter((cut) => size >= cut).length;
      const half = palette.length / 2;
      if (size >= NOISE_MIN) colour = gain > 0 ? palette[half + step] : palette[half - 1 - step];
    }
    look.colour[i + 1] = colour;
    look.stripe[i + 1] = stripe ?? colour;
  }
}

/* Entries of the legend: colour, words, and whether it is striped or a line. */
export function legend(words, theme, palettes, question) {
  const { t } = words;
  const n = (value) => words.minutes(value);
  const isochrone = { line: theme.line, said: t("isochrone", { n: n(question.cutoff) }) };
  const last = [
    { colour: theme.beyond, said: t("beyond", { n: n(question.cutoff) }) },
    { colour: theme.land, said: t("nobody") },
    { line: theme.border, said: t("border_line") },
  ];
  if (question.before) {
    const d = palettes.diverging;
    const half = d.length / 2;
    const cuts = [NOISE_MIN, ...CHANGES];
    const steps = (up) => cuts.map((cut, i) => ({
      colour: up ? d[half + i] : d[half - 1 - i],
      said: t(up ? "faster" : "slower", { a: i + 1 < cuts.length ? t("band_range", { a: n(cut), b: n(cuts[i + 1]) }) : n(cut) + "+" }),
    }));
    return [...steps(true).reverse(), { colour: theme.land === "#f6f4ef" ? "#ffffff" : "#4a5160", said: t("same") },
      ...steps(false), { colour: d[d.length - 1], stripe: theme.undo, said: t("gained") },
      { colour: d[0], stripe: theme.undo, said: t("lost") }, isochrone, ...last];
  }
  const entries = bandsTo(question.cutoff, question.width).map((band, i) => ({
    colour: palettes.times[Math.min(i, palettes.times.length - 1)], band: true,
    said: t("band_range", { a: n(band.from), b: n(band.to) }),
  }));
  if (question.border !== "open") {
    entries.push({ colour: palettes.times[1], stripe: theme.undo, said: t("not_counted") });
  }
  if (question.walked) {
    entries.push({ colour: palettes.times[1], stripe: theme.still, said: t("without_ride", { vehicle: question.vehicle }) });
  }
  return [...entries, isochrone, ...last];
}
