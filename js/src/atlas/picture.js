/* The map as it stands, painted for paper: a printer waits for no picture. */

/** @typedef {{map: L.Map, view: import("./view.js").View, theme: import("../types.js").Theme,
 *   dark: boolean}} Scene what is drawn */
/** @typedef {CanvasRenderingContext2D} Context */

/** Pixels of a picture for one of the screen. */
const RATIO = 2;

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
