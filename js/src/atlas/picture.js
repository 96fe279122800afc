/* The picture that leaves the page: the map as it stands, with its headline and its small print. */

/** @typedef {import("../types.js").LegendEntry} LegendEntry */
/** @typedef {{map: L.Map, view: import("./view.js").View, theme: import("../types.js").Theme,
 *   dark: boolean}} Scene what is drawn */
/** @typedef {{font: string, leading: number, lines: string[]}} Block */
/** @typedef {CanvasRenderingContext2D} Context */

/** Pixels of a picture for one of the screen. */
const RATIO = 2;
const LEAST_WIDTH = 640;
const MARGIN = 20;
const SWATCH = 20;
const ROW = 21;

/** Saves a file.
 * @param {Blob} blob
 * @param {string} name */
export function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

const family = () => getComputedStyle(document.body).fontFamily;
/** @param {boolean} dark */
const inkOf = (dark) => (dark ? "#eef0f4" : "#1f2430");

/** @param {number} width
 * @param {number} height */
function canvasOf(width, height) {
  const canvas = document.createElement("canvas");
  canvas.width = width * RATIO;
  canvas.height = height * RATIO;
  const context = /** @type {Context} */ (canvas.getContext("2d"));
  context.scale(RATIO, RATIO);
  return { canvas, context };
}

/** Breaks a text into lines.
 * @param {Context} context
 * @param {string} text
 * @param {number} width
 * @returns {string[]} */
function wrap(context, text, width) {
  const lines = [""];
  for (const word of text.split(/\s+/)) {
    const last = lines[lines.length - 1];
    const longer = last ? last + " " + word : word;
    if (context.measureText(longer).width <= width || !last) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** @param {Block[]} blocks */
const heightOf = (blocks) => blocks.reduce((all, one) => all + one.lines.length * one.leading, 0);

/** Entries of the legend in rows, each with how far it stands from the left.
 * @param {Context} measure
 * @param {LegendEntry[]} legend
 * @param {number} width
 * @returns {[number, LegendEntry][][]} */
function rowsOf(measure, legend, width) {
  measure.font = `400 12px ${family()}`;
  /** @type {[number, LegendEntry][][]} */
  const rows = [[]];
  let used = 0;
  for (const entry of legend) {
    const wide = 26 + measure.measureText(entry.said).width + 16;
    if (used + wide > width - 2 * MARGIN && rows[rows.length - 1].length) {
      rows.push([]);
      used = 0;
    }
    rows[rows.length - 1].push([used, entry]);
    used += wide;
  }
  return rows;
}

/** @param {Context} context
 * @param {Block[]} blocks
 * @param {number} y
 * @param {string} ink */
function write(context, blocks, y, ink) {
  let at = y;
  for (const one of blocks) {
    context.font = one.font;
    context.fillStyle = ink;
    for (const text of one.lines) {
      at += one.leading;
      context.fillText(text, MARGIN, at - one.leading * 0.25);
    }
  }
}

/** @param {Scene} scene
 * @param {LegendEntry[]} legend
 * @param {{headline: string, question: string, legend: string, below: string[]}} texts
 * @returns {Promise<Blob | null>} */
export function picture(scene, legend, texts) {
  const size = scene.map.getSize();
  const width = Math.max(size.x, LEAST_WIDTH);
  const ink = inkOf(scene.dark);
  const { context: measure } = canvasOf(1, 1);
  /** @param {string} font
   * @param {string} text
   * @param {number} leading
   * @returns {Block} */
  const block = (font, text, leading) => {
    measure.font = `${font} ${family()}`;
    return { font: measure.font, leading, lines: wrap(measure, text, width - 2 * MARGIN) };
  };
  const above = [block("700 19px", texts.headline, 25), block("400 13px", texts.question, 18)];
  const below = texts.below.map((text) => block("400 11px", text, 15));
  const named = [block("600 12px", texts.legend, 18)];
  const rows = rowsOf(measure, legend, width);
  const head = heightOf(above) + 28;
  const height = head + size.y + heightOf(named) + rows.length * ROW + heightOf(below) + 34;
  const { canvas, context } = canvasOf(width, height);
  context.fillStyle = scene.dark ? "#14171d" : "#ffffff";
  context.fillRect(0, 0, width, height);
  context.textBaseline = "alphabetic";
  write(context, above, 12, ink);
  drawMap(context, scene, (width - size.x) / 2, head);
  write(context, named, head + size.y + 6, ink);
  const foot = head + size.y + heightOf(named) + 12;
  rows.forEach((row, i) => {
    for (const [x, entry] of row) drawSwatch(context, entry, MARGIN + x, foot + i * ROW, ink);
  });
  write(context, below, foot + rows.length * ROW + 2, ink);
  return new Promise((done) => { canvas.toBlob(done, "image/png"); });
}

/** The map alone, as it stands on the screen.
 * @param {Scene} scene */
export function mapPicture(scene) {
  const size = scene.map.getSize();
  const { canvas, context } = canvasOf(size.x, size.y);
  drawMap(context, scene, 0, 0);
  return canvas;
}

/** @param {Context} context
 * @param {Scene} scene
 * @param {number} left
 * @param {number} top */
function drawMap(context, scene, left, top) {
  const { map, dark } = scene;
  const size = map.getSize();
  context.save();
  context.beginPath();
  context.rect(left, top, size.x, size.y);
  context.clip();
  context.fillStyle = dark ? "#171a20" : "#e3e3e0";
  context.fillRect(left, top, size.x, size.y);
  const frame = map.getContainer().getBoundingClientRect();
  for (const pane of ["land", "cells", "base", "lines", "way"]) {
    for (const canvas of map.getPane(pane)?.querySelectorAll("canvas") ?? []) {
      const box = canvas.getBoundingClientRect();
      context.drawImage(canvas, left + box.left - frame.left, top + box.top - frame.top, box.width, box.height);
    }
  }
  drawNames(context, scene, left, top);
  drawScale(context, scene, left + size.x, top + size.y);
  drawChosen(context, scene, left, top);
  context.restore();
}

/** The number of a road in its box.
 * @param {Context} context
 * @param {import("./names.js").Written} one
 * @param {number} x
 * @param {number} y */
function drawShield(context, { name, kind, width = 0, size }, x, y) {
  const motorway = kind === "shield motorway";
  context.fillStyle = motorway ? "#4b6a97" : "#fffdf2";
  context.strokeStyle = motorway ? "#ffffff" : "#b5a970";
  context.lineWidth = 1;
  context.fillRect(x, y, width, size * 1.4);
  context.strokeRect(x, y, width, size * 1.4);
  context.fillStyle = motorway ? "#ffffff" : "#5a5335";
  context.font = `600 ${size}px ${family()}`;
  context.textAlign = "center";
  context.fillText(name, x + width / 2, y + size * 1.05);
  context.textAlign = "start";
}

/** @param {Context} context
 * @param {Scene} scene
 * @param {number} left
 * @param {number} top */
function drawNames(context, { map, view, theme, dark }, left, top) {
  const corner = map.containerPointToLayerPoint([0, 0]);
  context.lineJoin = "round";
  for (const one of view.written) {
    const x = left + one.x - corner.x;
    const y = top + one.y - corner.y + one.size;
    if (one.width) {
      drawShield(context, one, x, y - one.size);
      continue;
    }
    context.font = `${one.bold ? 600 : 400} ${one.size}px ${family()}`;
    context.lineWidth = 3;
    context.strokeStyle = theme.halo;
    context.fillStyle = one.kind === "country" ? theme.border : inkOf(dark);
    context.strokeText(one.name, x, y, 240);
    context.fillText(one.name, x, y, 240);
    if (one.dot && one.kind !== "here") {
      context.fillRect(left + one.at.x - corner.x - 2, top + one.at.y - corner.y - 2, 4, 4);
    }
  }
}

/** The bar that says how long a way is, as it stands on the map.
 * @param {Context} context
 * @param {Scene} scene
 * @param {number} right
 * @param {number} bottom */
function drawScale(context, { map, theme, dark }, right, bottom) {
  const bar = map.getContainer().querySelector(".leaflet-control-scale-line");
  if (!(bar instanceof HTMLElement)) return;
  const [end, y] = [right - 12, bottom - 12];
  const start = end - bar.offsetWidth;
  context.font = `600 11px ${family()}`;
  for (const [colour, width] of /** @type {[string, number][]} */ ([[theme.halo, 5], [inkOf(dark), 2]])) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.beginPath();
    context.moveTo(start, y - 6);
    context.lineTo(start, y);
    context.lineTo(end, y);
    context.lineTo(end, y - 6);
    context.stroke();
  }
  context.strokeStyle = theme.halo;
  context.lineWidth = 3;
  context.fillStyle = inkOf(dark);
  context.strokeText(String(bar.textContent), start + 4, y - 6);
  context.fillText(String(bar.textContent), start + 4, y - 6);
}

/** @param {Context} context
 * @param {Scene} scene
 * @param {number} left
 * @param {number} top */
function drawChosen(context, { map, view }, left, top) {
  if (!view.chosen) return;
  const at = map.latLngToContainerPoint(view.chosen.latlng);
  context.beginPath();
  context.arc(left + at.x, top + at.y, 7, 0, 2 * Math.PI);
  context.fillStyle = "#ffffff";
  context.fill();
  context.lineWidth = 4;
  context.strokeStyle = "#111827";
  context.stroke();
}

/** @param {Context} context
 * @param {LegendEntry} entry
 * @param {number} x
 * @param {number} y
 * @param {string} ink */
function drawSwatch(context, { line, colour, stripe, said }, x, y, ink) {
  if (line) {
    context.fillStyle = line;
    context.fillRect(x, y + 5, SWATCH, 3);
  } else {
    context.fillStyle = colour ?? ink;
    context.fillRect(x, y, SWATCH, 13);
    if (stripe) {
      context.fillStyle = stripe;
      for (let k = 0; k < SWATCH; k += 6) context.fillRect(x + k + 3, y, 3, 13);
    }
    context.lineWidth = 0.6;
    context.strokeStyle = "#7d7f86";
    context.strokeRect(x, y, SWATCH, 13);
  }
  context.font = `400 12px ${family()}`;
  context.fillStyle = ink;
  context.fillText(said, x + 26, y + 11);
}
