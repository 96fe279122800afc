/* What leaves the page: a picture, and a table that says where its figures come from. */

import * as Answer from "./answer.js";
import * as Figures from "./figures.js";
import { limitOf } from "../shared/precision.js";

/* Pixels of a picture for one of the screen. */
const RATIO = 2;
export function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

/* A spreadsheet takes text that begins like this for a formula, also where it sees a field begin
   in the middle of a text, since fields end with a semicolon in the reader's country: an
   apostrophe makes it text. */
const tame = (text) => text.replace(/(?<=^|[,;\t\r\n]["\s]*)(?=[=+\-@\t\r\n])/g, "'");
const field = (value) => {
  if (typeof value === "number") return Number.isNaN(value) ? "" : String(value);
  const text = tame(String(value ?? ""));
  return /[",\n\r;#]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
};
/* Remarks stand one to a line, whatever a name holds. */
const remark = (text) => "# " + tame(String(text).replace(/[\r\n\u2028\u2029]+/g, " "));

function csv(remarks, columns, rows) {
  const lines = [...remarks.map(remark), columns.map(field).join(",")];
  for (const row of rows) lines.push(row.map(field).join(","));
  return lines.join("\r\n") + "\r\n";
}

const round = (value, unit) => Math.round(value * unit) / unit;
const number = (value) => (Answer.known(value) ? String(round(value, 1000)) : "");

/* What came out, whose it is, and what is not known of it: a lower bound is told as one. */
function figures(words, found, opportunity, whose) {
  if (!found.atLeast) return [];
  const { known, lacking } = Answer;
  const lines = ["closed", "realised", "open"].map((name) => {
    const bound = found.lacks[name].length > 0 || found.missing > 0;
    const value = known(found.atLeast[name]) ? (bound ? ">= " : "") + number(found.atLeast[name]) : "";
    const lacks = lacking(words, found, name);
    return `${name}: ${value} ${opportunity} (${whose})` + (lacks ? "; " + lacks : "");
  });
  const more = [["share_without_ride", found.shareWithout], ["edge_share", found.edgeShare]]
    .filter(([, value]) => known(value)).map(([name, value]) => `${name}: ${number(value)} (${whose})`);
  return [...lines, ...["nl", "de"].map((name) => `${name}: ${number(found[name])} ${opportunity} (${whose})`),
    ...more, ...(found.mean ? [] : [`edge: ${Boolean(found.touchesEdge)}`])];
}

/* Every cell with its time, and above it what was asked, what came out and where it is from. */
export function table({ engine, places, data, words, state, found, weights, home, lines }) {
  const { opportunity } = state;
  const remarks = [
    ...lines.said,
    ...figures(words, found, opportunity, lines.whose),
    `units: travel_time_min in minutes; population in inhabitants; ${opportunity} in numbers; `
      + "lon and lat in degrees (EPSG:4326); empty is not known or not reached",
    ...data.notes.map((note) => "note: " + [note.text, ...note.details].map((one) => words.in(one)).join(" / ")),
    ...data.sources.map((source) => "source: "
      + [source.title, source.attribution, "licence " + source.licence, source.reference_date].join("; ")),
    words.t("made_with", { version: data.version }),
  ];
  const counted = opportunity !== "population";
  const columns = ["cell_id", "region_code", "municipality", "country", "lon", "lat", "population",
    ...(counted ? [opportunity] : []), "travel_time_min", "within_cutoff", "counted",
    ...(found.walked ? ["without_ride"] : []),
    ...(found.before ? ["travel_time_baseline_min"] : [])];
  const counts = Figures.counts(state, home);
  const limit = limitOf(state.cutoff);
  const { cells } = engine;
  const rows = [...cells.id.keys()].map((i) => {
    const time = found.minutes ? found.minutes[i] : NaN;
    const area = places.areaOfCell(i);
    return [
      cells.id[i], area ? area.code : "", area ? area.name : "", ["", "NL", "DE"][cells.country[i]],
      round(cells.lon[i], 1e5), round(cells.lat[i], 1e5), cells.population[i],
      ...(counted ? [round(weights[i], 1e4)] : []), round(time, 1e3), time <= limit ? 1 : 0,
      counts(time, cells.country[i]) ? 1 : 0,
      ...(found.walked ? [Number.isNaN(time) ? "" : found.walked[i]] : []), ...(found.before ? [round(found.before.minutes[i], 1e3)] : []),
    ];
  });
  return csv(remarks, columns, rows);
}

function wrap(context, text, width) {
  const lines = [""];
  for (const word of text.split(/\s+/)) {
    const longer = lines[lines.length - 1] ? lines[lines.length - 1] + " " + word : word;
    if (context.measureText(longer).width <= width || !lines[lines.length - 1]) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/* The map as it stands, with its headline above and its small print below. */
export function picture({ map, view, legend, theme, dark, texts }) {
  const size = map.getSize();
  const width = Math.max(size.x, 640);
  const family = getComputedStyle(document.body).fontFamily;
  const measure = document.createElement("canvas").getContext("2d");
  const block = (font, text, leading) => {
    measure.font = font;
    return { font, leading, lines: wrap(measure, text, width - 40) };
  };
  const ink = dark ? "#eef0f4" : "#1f2430";
  const paper = dark ? "#14171d" : "#ffffff";
  const above = [block(`700 19px ${family}`, texts.headline, 25), block(`400 13px ${family}`, texts.question, 18)];
  const below = texts.below.map((text) => block(`400 11px ${family}`, text, 15));
  const heightOf = (blocks) => blocks.reduce((all, one) => all + one.lines.length * one.leading, 0);
  measure.font = `400 12px ${family}`;
  const rows = [[]];
  let used = 0;
  for (const entry of legend) {
    const wide = 26 + measure.measureText(entry.said).width + 16;
    if (used + wide > width - 40 && rows[rows.length - 1].length) {
      rows.push([]);
      used = 0;
    }
    rows[rows.length - 1].push([used, entry]);
    used += wide;
  }
  const head = heightOf(above) + 28;
  const foot = rows.length * 21 + heightOf(below) + 30;
  const canvas = document.createElement("canvas");
  canvas.width = width * RATIO;
  canvas.height = (head + size.y + foot) * RATIO;
  const context = canvas.getContext("2d");
  context.scale(RATIO, RATIO);
  context.fillStyle = paper;
  context.fillRect(0, 0, width, head + size.y + foot);
  context.textBaseline = "alphabetic";
  const write = (blocks, y) => {
    let at = y;
    for (const one of blocks) {
      context.font = one.font;
      context.fillStyle = ink;
      for (const text of one.lines) {
        at += one.leading;
        context.fillText(text, 20, at - one.leading * 0.25);
      }
    }
    return at;
  };
  write(above, 12);
  const left = (width - size.x) / 2;
  drawMap(context, { map, view, theme, dark, family, left, top: head, size });
  let y = head + size.y + 12;
  for (const row of rows) {
    for (const [x, entry] of row) swatch(context, entry, 20 + x, y, { ink, family, dark });
    y += 21;
  }
  write(below, y + 2);
  return new Promise((done) => { canvas.toBlob(done, "image/png"); });
}

/* The map alone, as it stands on the screen. */
export function mapPicture({ map, view, theme, dark }) {
  const size = map.getSize();
  const canvas = document.createElement("canvas");
  canvas.width = size.x * RATIO;
  canvas.height = size.y * RATIO;
  const context = canvas.getContext("2d");
  context.scale(RATIO, RATIO);
  const family = getComputedStyle(document.body).fontFamily;
  drawMap(context, { map, view, theme, dark, family, left: 0, top: 0, size });
  return canvas;
}

function drawMap(context, { map, view, theme, dark, family, left, top, size }) {
  context.save();
  context.beginPath();
  context.rect(left, top, size.x, size.y);
  context.clip();
  context.fillStyle = dark ? "#171a20" : "#e3e3e0";
  context.fillRect(left, top, size.x, size.y);
  const frame = map.getContainer().getBoundingClientRect();
  for (const pane of ["land", "cells", "lines"]) {
    for (const canvas of map.getPane(pane).querySelectorAll("canvas")) {
      const box = canvas.getBoundingClientRect();
      context.drawImage(canvas, left + box.left - frame.left, top + box.top - frame.top, box.width, box.height);
    }
  }
  const corner = map.containerPointToLayerPoint([0, 0]);
  context.lineJoin = "round";
  for (const one of view.written) {
    const x = left + one.x - corner.x;
    const y = top + one.y - corner.y + one.size;
    context.font = `${one.bold ? 600 : 400} ${one.size}px ${family}`;
    context.lineWidth = 3;
    context.strokeStyle = theme.halo;
    context.fillStyle = one.kind === "country" ? theme.border : dark ? "#eef0f4" : "#1f2430";
    context.strokeText(one.name, x, y, 240);
    context.fillText(one.name, x, y, 240);
    if (one.dot && one.kind !== "here") {
      context.fillRect(left + one.at.x - corner.x - 2, top + one.at.y - corner.y - 2, 4, 4);
    }
  }
  if (view.chosen) {
    const at = map.latLngToContainerPoint(view.chosen.latlng);
    context.beginPath();
    context.arc(left + at.x, top + at.y, 7, 0, 2 * Math.PI);
    context.fillStyle = "#ffffff";
    context.fill();
    context.lineWidth = 4;
    context.strokeStyle = "#111827";
    context.stroke();
  }
  context.restore();
}

function swatch(context, entry, x, y, { ink, family }) {
  if (entry.line) {
    context.fillStyle = entry.line;
    context.fillRect(x, y + 5, 20, 3);
  } else {
    context.fillStyle = entry.colour;
    context.fillRect(x, y, 20, 13);
    if (entry.stripe) {
      context.fillStyle = entry.stripe;
      for (let k = 0; k < 20; k += 6) context.fillRect(x + k + 3, y, 3, 13);
    }
    context.lineWidth = 0.6;
    context.strokeStyle = "#7d7f86";
    context.strokeRect(x, y, 20, 13);
  }
  context.font = `400 12px ${family}`;
  context.fillStyle = ink;
  context.fillText(entry.said, x + 26, y + 11);
}
