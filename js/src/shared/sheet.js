/* A sheet with a map, what it says and where it is from: as SVG, as PNG and as PDF. */

import { draw } from "./elements.js";
import { pdfOf, WORDS } from "./pdf.js";

/** @typedef {import("../types.js").LegendEntry} LegendEntry */
/** @typedef {{width: number, height: number, nodes: SVGElement[]}} Drawn the map */
/** @typedef {{title: string, headline: string, question: string, legend: string, below: string[]}} Texts */
/** @typedef {{ink: string, paper: string}} Inks */
/** @typedef {{measureText(text: string): {width: number}}} Measure */

const MARGIN = 20;
const LEAST_WIDTH = 640;
/** The least room that a picture's sheet has between its margins. */
export const LEAST_ROOM = LEAST_WIDTH - 2 * MARGIN;
const ROW = 21;
const SWATCH = 22;
/** Pixels of a picture for one of the screen. */
const RATIO = 2;

const family = () => getComputedStyle(document.body).fontFamily;

/** Joins parts into lines that are no wider than may be, where no part alone is.
 * @param {Measure} measure
 * @param {string[]} parts
 * @param {string} between
 * @param {number} width
 * @returns {string[]} */
function joined(measure, parts, between, width) {
  const lines = [""];
  for (const part of parts) {
    const last = lines[lines.length - 1];
    const longer = last ? last + between + part : part;
    if (measure.measureText(longer).width <= width || !last) lines[lines.length - 1] = longer;
    else lines.push(part);
  }
  return lines;
}

/** Breaks a text into lines, between words, and a word that is too long for a line within it.
 * @param {Measure} measure
 * @param {string} text
 * @param {number} width
 * @returns {string[]} */
export const wrap = (measure, text, width) => joined(measure, text.split(/\s+/)
  .flatMap((word) => (measure.measureText(word).width <= width ? [word] : joined(measure, [...word], "", width))), " ", width);

/** What measures a text that is written in this weight and size.
 * @param {number} weight
 * @param {number} size
 * @returns {CanvasRenderingContext2D} */
export function measuring(weight, size) {
  const measure = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
  measure.font = `${weight} ${size}px ${family()}`;
  return measure;
}

/** Text in lines, beneath one another.
 * @param {string} ink
 * @param {number} width */
function writing(ink, width) {
  /** @param {string} text
   * @param {{size: number, weight: number, leading: number}} how
   * @param {number} y
   * @returns {{nodes: SVGElement[], end: number}} */
  return (text, { size, weight, leading }, y) => {
    if (!text) return { nodes: [], end: y };
    const lines = wrap(measuring(weight, size), text, width - 2 * MARGIN);
    return { end: y + lines.length * leading, nodes: lines.map((one, i) => draw("text",
      { x: MARGIN, y: y + (i + 0.75) * leading, "font-size": size, "font-weight": weight, fill: ink }, one)) };
  };
}

/** The swatch of an entry: a colour, stripes, a hatching, a line or a shape.
 * @param {LegendEntry} entry
 * @param {number} x
 * @param {number} y
 * @returns {SVGElement[]} */
function swatchOf({ line, colour, stripe, shape, width = 3 }, x, y) {
  if (line) return [draw("rect", { x, y: y + 7 - width / 2, width: SWATCH, height: width, fill: line })];
  const [cx, cy] = [x + SWATCH / 2, y + 7];
  const outlined = { fill: colour ?? "none", stroke: "#7d7f86", "stroke-width": 0.8 };
  if (shape === "circle") return [draw("circle", { cx, cy, r: 6, ...outlined })];
  if (shape === "diamond") return [draw("path", { d: `M${cx - 7} ${cy}L${cx} ${cy - 7}L${cx + 7} ${cy}L${cx} ${cy + 7}Z`, ...outlined })];
  if (shape === "star") return [draw("circle", { cx, cy, r: 6, fill: "#c2185b" })];
  const box = draw("rect", { x, y, width: SWATCH, height: 13, ...outlined });
  if (!stripe) return [box];
  return [box, ...[0, 1, 2, 3].map((k) => draw("rect", { x: x + 6 * k + 2, y, width: 3, height: 13, fill: stripe }))];
}

/** Entries of the legend in rows, from a height on.
 * @param {LegendEntry[]} legend
 * @param {number} width
 * @param {string} ink
 * @param {number} y
 * @returns {{nodes: SVGElement[], end: number}} */
function legendOf(legend, width, ink, y) {
  const measure = measuring(400, 12);
  /** @type {SVGElement[]} */
  const nodes = [];
  let [x, top, end] = [MARGIN, y, y];
  for (const entry of legend) {
    const lines = wrap(measure, entry.said, width - 2 * MARGIN - SWATCH - 6);
    const wide = SWATCH + 6 + Math.max(...lines.map((line) => measure.measureText(line).width)) + 16;
    if (x > MARGIN && x + wide - 16 > width - MARGIN) [x, top] = [MARGIN, end];
    nodes.push(...swatchOf(entry, x, top), ...lines.map((line, i) =>
      draw("text", { x: x + SWATCH + 6, y: top + 11 + 16 * i, "font-size": 12, fill: ink }, line)));
    x += wide;
    end = Math.max(end, top + ROW + 16 * (lines.length - 1));
  }
  return { nodes, end };
}

/** The sheet as SVG.
 * @param {Drawn} map
 * @param {LegendEntry[]} legend
 * @param {Texts} texts
 * @param {Inks} inks
 * @returns {SVGElement} */
export function sheetOf(map, legend, texts, { ink, paper }) {
  const width = Math.max(map.width, LEAST_WIDTH);
  const write = writing(ink, width);
  const title = write(texts.title, { size: 13, weight: 600, leading: 18 }, 10);
  const headline = write(texts.headline, { size: 19, weight: 700, leading: 25 }, title.end);
  const question = write(texts.question, { size: 13, weight: 400, leading: 18 }, headline.end);
  const top = question.end + 10;
  const named = write(texts.legend, { size: 12, weight: 600, leading: 18 }, top + map.height + 8);
  const keys = legendOf(legend, width, ink, named.end + 4);
  let end = keys.end + 2;
  const below = texts.below.flatMap((text) => {
    const found = write(text, { size: 11, weight: 400, leading: 15 }, end);
    end = found.end;
    return found.nodes;
  });
  const height = Math.ceil(end + 12);
  const hatches = hatchesOf(document.querySelector("svg.hatches defs"));
  const sheet = draw("svg", { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}`,
                              "font-family": family() },
    draw("title", {}, texts.headline), ...(hatches ? [hatches] : []),
    draw("rect", { width, height, fill: paper }), ...title.nodes, ...headline.nodes, ...question.nodes,
    draw("svg", { x: (width - map.width) / 2, y: top, width: map.width, height: map.height, overflow: "hidden" }, ...map.nodes),
    ...named.nodes, ...keys.nodes, ...below);
  return sheet;
}

/** The page's hatchings in the colours that they have in its theme.
 * @param {Element | null} told
 * @returns {Element | null} */
function hatchesOf(told) {
  const copy = told && /** @type {Element} */ (told.cloneNode(true));
  const parts = told?.querySelectorAll("rect") ?? [];
  copy?.querySelectorAll("rect").forEach((part, k) => part.setAttribute("fill", getComputedStyle(parts[k]).fill));
  return copy;
}

/** @param {SVGElement} sheet
 * @returns {string} */
const textOf = (sheet) => new XMLSerializer().serializeToString(sheet);

/** @param {SVGElement} sheet */
export const svgBlob = (sheet) => new Blob(['<?xml version="1.0" encoding="UTF-8"?>\n', textOf(sheet)], { type: "image/svg+xml" });

/** The sheet painted on a canvas.
 * @param {SVGElement} sheet
 * @returns {Promise<HTMLCanvasElement>} */
async function painted(sheet) {
  const picture = new Image();
  picture.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(textOf(sheet));
  await picture.decode();
  const canvas = document.createElement("canvas");
  canvas.width = RATIO * Number(sheet.getAttribute("width"));
  canvas.height = RATIO * Number(sheet.getAttribute("height"));
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** @param {SVGElement} sheet
 * @returns {Promise<Blob>} */
export async function pngBlob(sheet) {
  const canvas = await painted(sheet);
  return new Promise((done, failed) => {
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("no picture"))), "image/png");
  });
}

/** The sheet on a page of A4, upright or across as it fits, with its text to be found and copied.
 * @param {SVGElement} sheet
 * @param {Texts} texts
 * @param {string} language
 * @returns {Promise<Blob>} */
export async function pdfBlob(sheet, texts, language) {
  const canvas = await painted(sheet);
  const jpeg = await new Promise((done) => { canvas.toBlob(done, "image/jpeg", 0.92); });
  const bytes = new Uint8Array(await /** @type {Blob} */ (jpeg).arrayBuffer());
  const measure = measuring(400, WORDS.size);
  const said = [texts.title, texts.headline, texts.question, ...texts.below].flatMap((text) => wrap(measure, text, WORDS.width));
  const file = pdfOf({ bytes, width: canvas.width, height: canvas.height }, texts.title || texts.headline, said, language);
  return new Blob([/** @type {BlobPart} */ (file)], { type: "application/pdf" });
}
