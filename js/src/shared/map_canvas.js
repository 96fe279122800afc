/* A Leaflet map as it stands on the screen, painted on one canvas at once: a printer waits for no
   picture, and does not lay the panes of a map out anew. */

/** Pixels of the canvas for one of the screen. */
const RATIO = 2;

/** @typedef {CanvasRenderingContext2D} Context */
/** @typedef {{left: number, top: number}} Corner */

/** A hatching of the page as a pattern; none where the page has no such.
 * @param {Context} context
 * @param {string} id
 * @returns {CanvasPattern | string} */
function hatching(context, id) {
  const told = document.getElementById(id);
  const [width, height] = ["width", "height"].map((name) => Number(told?.getAttribute(name)));
  const tile = document.createElement("canvas");
  tile.width = RATIO * width;
  tile.height = RATIO * height;
  const within = tile.getContext("2d");
  if (!told || !within) return "transparent";
  within.scale(RATIO, RATIO);
  for (const part of told.querySelectorAll("rect")) {
    const [x, w, h] = ["x", "width", "height"].map((name) => Number(part.getAttribute(name)));
    within.fillStyle = getComputedStyle(part).fill;
    within.globalAlpha = Number(part.getAttribute("fill-opacity") ?? 1);
    within.fillRect(x, 0, w, h);
  }
  const pattern = context.createPattern(tile, "repeat");
  const turn = Number(/rotate\((-?\d+)\)/.exec(told.getAttribute("patternTransform") ?? "")?.[1] ?? 0);
  pattern?.setTransform(new DOMMatrix().rotate(turn).scale(1 / RATIO));
  return pattern ?? "transparent";
}

/** @param {Context} context
 * @param {SVGSVGElement} svg
 * @param {Corner} corner */
function paintShapes(context, svg, corner) {
  const box = svg.getBoundingClientRect();
  const [x, y] = (svg.getAttribute("viewBox") ?? "0 0").split(/[ ,]+/).map(Number);
  context.save();
  context.translate(box.left - corner.left - x, box.top - corner.top - y);
  const alpha = context.globalAlpha;
  for (const path of svg.querySelectorAll("path")) {
    const look = getComputedStyle(path);
    const shape = new Path2D(path.getAttribute("d") ?? "");
    const hatch = /url\("#([\w-]+)"\)/.exec(look.fill);
    if (look.fill !== "none") {
      context.globalAlpha = alpha * Number(look.fillOpacity);
      context.fillStyle = hatch ? hatching(context, hatch[1]) : look.fill;
      context.fill(shape, look.fillRule === "evenodd" ? "evenodd" : "nonzero");
    }
    if (look.stroke !== "none") {
      context.globalAlpha = alpha * Number(look.strokeOpacity);
      context.strokeStyle = look.stroke;
      context.lineWidth = parseFloat(look.strokeWidth);
      context.setLineDash(look.strokeDasharray === "none" ? [] : look.strokeDasharray.split(",").map(parseFloat));
      context.lineJoin = context.lineCap = "round";
      context.stroke(shape);
    }
  }
  context.restore();
}

/** @param {Context} context
 * @param {HTMLElement} node
 * @param {Corner} corner
 * @param {string} halo */
function paintName(context, node, corner, halo) {
  const { left, top, width, height } = node.getBoundingClientRect();
  const [x, y] = [left - corner.left, top - corner.top];
  const look = getComputedStyle(node);
  const size = parseFloat(look.fontSize);
  if (!node.textContent || node.classList.contains("shield")) {
    context.fillStyle = look.backgroundColor;
    context.fillRect(x, y, width, height);
  }
  if (!node.textContent) return;
  const text = look.textTransform === "uppercase" ? node.textContent.toLocaleUpperCase() : node.textContent;
  const shield = node.classList.contains("shield");
  context.font = `${look.fontWeight} ${size}px ${look.fontFamily}`;
  context.letterSpacing = look.letterSpacing === "normal" ? "0px" : look.letterSpacing;
  context.textAlign = shield ? "center" : "left";
  const at = [shield ? x + width / 2 : x, y + height / 2 + size * 0.35];
  context.fillStyle = look.color;
  context.strokeStyle = halo;
  context.lineWidth = 3;
  context.lineJoin = "round";
  if (!shield) context.strokeText(text, at[0], at[1]);
  context.fillText(text, at[0], at[1]);
}

/** The bar that says how long a way is.
 * @param {Context} context
 * @param {HTMLElement} bar
 * @param {Corner} corner */
function paintScale(context, bar, corner) {
  const { left, bottom, width } = bar.getBoundingClientRect();
  const [x, low] = [left - corner.left, bottom - corner.top - 1];
  context.letterSpacing = "0px";
  context.textAlign = "left";
  context.font = `600 11px ${getComputedStyle(bar).fontFamily}`;
  context.strokeStyle = context.fillStyle = "#1f2430";
  context.lineWidth = 2;
  context.setLineDash([]);
  context.stroke(new Path2D(`M${x} ${low - 6}V${low}H${x + width}V${low - 6}`));
  context.fillText(String(bar.textContent), x + 4, low - 5);
}

/** All that a map shows.
 * @param {L.Map} map
 * @returns {HTMLCanvasElement} */
export function mapCanvas(map) {
  const container = map.getContainer();
  const corner = container.getBoundingClientRect();
  const canvas = document.createElement("canvas");
  canvas.width = RATIO * corner.width;
  canvas.height = RATIO * corner.height;
  const context = /** @type {Context} */ (canvas.getContext("2d"));
  context.scale(RATIO, RATIO);
  context.fillStyle = getComputedStyle(container).backgroundColor;
  context.fillRect(0, 0, corner.width, corner.height);
  const halo = getComputedStyle(document.documentElement).getPropertyValue("--halo").trim() || "#ffffff";
  const panes = [...container.querySelectorAll(".leaflet-pane")].filter((pane) => pane.parentElement !== container)
    .sort((a, b) => Number(getComputedStyle(a).zIndex) - Number(getComputedStyle(b).zIndex));
  for (const pane of panes) {
    context.globalAlpha = Number(getComputedStyle(pane).opacity);
    for (const child of pane.children) {
      const box = child.getBoundingClientRect();
      if (child instanceof HTMLCanvasElement) {
        context.drawImage(child, box.left - corner.left, box.top - corner.top, box.width, box.height);
      } else if (child instanceof SVGSVGElement) paintShapes(context, child, corner);
      else if (child instanceof HTMLElement && child.matches(".place, .country, .dot")) paintName(context, child, corner, halo);
    }
  }
  context.globalAlpha = 1;
  const bar = container.querySelector(".leaflet-control-scale-line");
  if (bar instanceof HTMLElement) paintScale(context, bar, corner);
  return canvas;
}
