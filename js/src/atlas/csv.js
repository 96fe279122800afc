/* The table that leaves the page, which says where its figures come from. */

import { limitOf } from "../shared/precision.js";
import { tame } from "../shared/small_table.js";
import { counts } from "./figures.js";
import { BORDERS } from "./state.js";
import { bordered, known, lacking } from "./telling.js";

/** @typedef {import("../types.js").Shown} Shown */
/** @typedef {import("../types.js").State} State */
/** @typedef {import("../types.js").Counting} Counting */
/** @typedef {import("../types.js").Counts} Counts */
/** @typedef {import("../shared/words.js").Words} Words */
/** @typedef {{engine: Counting, areaOfCell: (cell: number) => import("../types.js").Area | undefined,
 *   codes: string[], state: State, found: Shown, weights: Counts, home: number}} Answered */

/** @param {string | number | null | undefined} value
 * @returns {string} */
function field(value) {
  if (typeof value === "number") return Number.isNaN(value) ? "" : String(value);
  const text = tame(String(value ?? ""));
  return /[",\n\r;#]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
}
/** Remarks stand one to a line, whatever a name holds.
 * @param {string} text */
const remark = (text) => "# " + tame(text.replace(/[\r\n\u2028\u2029]+/g, " "));

/** @param {string[]} remarks
 * @param {string[]} columns
 * @param {(string | number | null | undefined)[][]} rows
 * @returns {string} */
export function csv(remarks, columns, rows) {
  const lines = [...remarks.map(remark), ...[columns, ...rows].map((row) => row.map(field).join(","))];
  return lines.join("\r\n") + "\r\n";
}

/** @param {number} value
 * @param {number} unit */
const round = (value, unit) => Math.round(value * unit) / unit;
/** @param {number} value */
const number = (value) => (known(value) ? String(round(value, 1000)) : "");

/** What came out, whose it is, and what is not known of it: a lower bound is told as one.
 * @param {Words} words
 * @param {Shown} found
 * @param {string} opportunity
 * @param {string} whose */
function figures(words, found, opportunity, whose) {
  if (!found.atLeast) return [];
  const reached = (bordered(found) ? BORDERS : ["open"]).map((name) => {
    const bound = found.lacks[name].length > 0 || found.missing > 0;
    const value = known(found.atLeast[name]) ? (bound ? ">= " : "") + number(found.atLeast[name]) : "";
    const lacks = lacking(words, found, name);
    return `${name}: ${value} ${opportunity} (${whose})` + (lacks ? "; " + lacks : "");
  });
  const sides = found.sides.map((name, country) =>
    `${name}: ${number(found.by[country])} ${opportunity} (${whose})`);
  /** @type {[string, number | undefined][]} */
  const shares = [["share_without_ride", found.shareWithout], ["edge_share", found.edgeShare]];
  return [...reached, ...sides,
    ...shares.flatMap(([name, value]) => (known(value) ? [`${name}: ${number(value)} (${whose})`] : [])),
    ...(found.mean ? [] : [`edge: ${Boolean(found.touchesEdge)}`])];
}

/** What stands above the rows: what was asked, what came out and where it is from.
 * @param {Words} words
 * @param {import("../types.js").SmallPrint & {version: string}} data
 * @param {Answered} answered
 * @param {{said: string[], whose: string}} lines */
function remarksOf(words, data, { state, found }, { said, whose }) {
  const { opportunity } = state;
  return [
    ...said,
    ...figures(words, found, opportunity, whose),
    `units: travel_time_min in minutes; population in inhabitants; ${opportunity} in numbers; `
      + "lon and lat in degrees (EPSG:4326); empty is not known or not reached",
    ...data.notes.map((note) => "note: " + [note.text, ...note.details].map((one) => words.in(one)).join(" / ")),
    ...data.sources.map((source) => "source: "
      + [source.title, words.in(source.attribution), "licence " + words.in(source.licence), source.reference_date].join("; ")),
    words.t("made_with", { version: data.version }),
  ];
}

/** Every cell with its time, and above it the remarks.
 * @param {Words} words
 * @param {import("../types.js").SmallPrint & {version: string}} data
 * @param {Answered} answered
 * @param {{said: string[], whose: string}} lines
 * @returns {string} */
export function table(words, data, answered, lines) {
  const { engine: { cells }, areaOfCell, codes, state, found, weights, home } = answered;
  const { opportunity } = state;
  const counted = opportunity !== "population";
  const within = counts(state, home);
  const limit = limitOf(state.cutoff);
  const columns = ["cell_id", "region_code", "municipality", "country", "lon", "lat", "population",
    ...(counted ? [opportunity] : []), "travel_time_min", "within_cutoff", "counted",
    ...(found.walked ? ["without_ride"] : []), ...(found.before ? ["travel_time_baseline_min"] : [])];
  const rows = cells.id.map((id, i) => {
    const time = found.minutes ? found.minutes[i] : NaN;
    const area = areaOfCell(i);
    return [
      id, area?.code, area?.name, codes[cells.country[i]],
      round(cells.lon[i], 1e5), round(cells.lat[i], 1e5), cells.population[i],
      ...(counted ? [round(weights[i], 1e4)] : []), round(time, 1e3), time <= limit ? 1 : 0,
      within(time, cells.country[i]) ? 1 : 0,
      ...(found.walked ? [Number.isNaN(time) ? "" : found.walked[i]] : []),
      ...(found.before ? [round(found.before.minutes[i], 1e3)] : []),
    ];
  });
  return csv(remarksOf(words, data, answered, lines), columns, rows);
}
