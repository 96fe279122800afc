/* A Leaflet map as it stands on the screen, as nodes of SVG: pictures of its canvases, its shapes
   with the colours that they have now, its names and its scale. */

import { draw } from "./elements.js";

/** @typedef {{left: number, top: number}} Corner of the map on the screen */

/** What a shape's look depends on where a style sheet or a theme gives it. */
const LOOKS = ["fill", "stroke"];

/** @param {Element} node
 * @param {Corner} corner */
function boxOf(node, corner) {
  const { left, top, width, height } = node.getBoundingClientRect();
  return { x: left - corner.left, y: top - corner.top, width, height };
}

/** The picture of a canvas.
 * @param {HTMLCanvasElement} canvas
 * @param {Corner} corner */
function pictured(canvas, corner) {
  return draw("image", { ...boxOf(canvas, corner), href: canvas.toDataURL("image/png"), preserveAspectRatio: "none" });
}

/** A copy of shapes in which colours are what they are now.
 * @param {SVGSVGElement} svg
 * @param {Corner} corner */
function shaped(svg, corner) {
  const copy = /** @type {SVGElement} */ (svg.cloneNode(true));
  const [paths, copies] = [svg, copy].map((one) => [...one.querySelectorAll("path")]);
  paths.forEach((path, i) => {
    const look = getComputedStyle(path);
    for (const name of LOOKS) copies[i].setAttribute(name, look.getPropertyValue(name).replace(/url\("(#[^"]+)"\)/, "url($1)"));
    copies[i].removeAttribute("class");
  });
  const part = draw("svg", { ...boxOf(svg, corner), viewBox: svg.getAttribute("viewBox") ?? "", overflow: "visible" });
  part.append(...copy.childNodes);
  return part;
}

/** A name with its halo, a number in its box, or a dot.
 * @param {HTMLElement} node
 * @param {Corner} corner
 * @param {string} halo */
function named(node, corner, halo) {
  const box = boxOf(node, corner);
  const look = getComputedStyle(node);
  const size = parseFloat(look.fontSize);
  if (!node.textContent) return [draw("circle", { cx: box.x + box.width / 2, cy: box.y + box.height / 2, r: box.width / 2, fill: look.backgroundColor })];
  const text = { y: box.y + box.height / 2 + size * 0.35, "font-size": size, "font-weight": look.fontWeight, fill: look.color };
  if (node.classList.contains("shield")) {
    return [draw("rect", { ...box, rx: 3, fill: look.backgroundColor, stroke: "#b5a970", "stroke-width": 1 }),
      draw("text", { ...text, x: box.x + box.width / 2, "text-anchor": "middle" }, node.textContent)];
  }
  const told = look.textTransform === "uppercase" ? node.textContent.toLocaleUpperCase() : node.textContent;
  return [draw("text", { ...text, x: box.x, stroke: halo, "stroke-width": 3, "stroke-linejoin": "round", "paint-order": "stroke",
    "letter-spacing": look.letterSpacing === "normal" ? null : look.letterSpacing }, told)];
}

/** The bar that says how long a way is.
 * @param {HTMLElement} bar
 * @param {Corner} corner
 * @param {string} halo */
function scaled(bar, corner, halo) {
  const { x, y, width, height } = boxOf(bar, corner);
  const ink = getComputedStyle(bar).color;
  const low = y + height - 1;
  const path = `M${x} ${low - 6}V${low}H${x + width}V${low - 6}`;
  return [draw("path", { d: path, fill: "none", stroke: halo, "stroke-width": 5 }),
    draw("path", { d: path, fill: "none", stroke: ink, "stroke-width": 2 }),
    draw("text", { x: x + 4, y: low - 5, "font-size": 11, "font-weight": 600, fill: ink, stroke: halo, "stroke-width": 3,
      "paint-order": "stroke" }, bar.textContent)];
}

/** All that a map shows, from below.
 * @param {L.Map} map
 * @returns {SVGElement[]} */
export function mapNodes(map) {
  const container = map.getContainer();
  const corner = container.getBoundingClientRect();
  const halo = getComputedStyle(document.documentElement).getPropertyValue("--halo").trim() || "#ffffff";
  const panes = [...container.querySelectorAll(".leaflet-pane")].filter((pane) => pane.parentElement !== container)
    .map((pane) => /** @type {HTMLElement} */ (pane))
    .sort((a, b) => Number(getComputedStyle(a).zIndex) - Number(getComputedStyle(b).zIndex));
  const nodes = [draw("rect", { width: corner.width, height: corner.height, fill: getComputedStyle(container).backgroundColor })];
  for (const pane of panes) {
    const group = draw("g", { opacity: getComputedStyle(pane).opacity });
    for (const child of pane.children) {
      if (!child.checkVisibility()) continue;
      if (child instanceof HTMLCanvasElement) group.append(pictured(child, corner));
      else if (child instanceof SVGSVGElement) group.append(shaped(child, corner));
      else if (child instanceof HTMLElement && child.matches(".place, .country, .dot")) group.append(...named(child, corner, halo));
      else if (child instanceof HTMLElement && child.matches(".pin")) {
        const { x, y, width, height } = boxOf(child, corner);
        group.append(draw("circle", { cx: x + width / 2, cy: y + height, r: 7, fill: "#ffffff", stroke: "#111827", "stroke-width": 4 }));
      }
    }
    if (group.childElementCount) nodes.push(group);
  }
  const bar = container.querySelector(".leaflet-control-scale-line");
  if (bar instanceof HTMLElement) nodes.push(...scaled(bar, corner, halo));
  return nodes;
}
