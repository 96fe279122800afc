/* Elements of a page. Every text from data becomes a text node, never HTML. */

/** @typedef {import("../types.js").Child} Child */
/** @typedef {Record<string, string | number | boolean | null>} Attributes */

/** The element that stands in the page under an id.
 * @param {string} id
 * @returns {any} an element whose kind who asks for it knows */
export const byId = (id) => document.getElementById(id);

/** @template {Element} T
 * @param {T} node
 * @param {Attributes} attributes
 * @param {Child[]} children
 * @returns {T} */
function dress(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.filter((child) => child !== null));
  return node;
}

/** Makes an element of HTML; an attribute that is null or false is left out.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Attributes} [attributes]
 * @param {Child[]} children
 * @returns {HTMLElementTagNameMap[K]} */
export function make(tag, attributes = {}, ...children) {
  return dress(document.createElement(tag), attributes, children);
}

/** Makes an element of SVG.
 * @param {string} tag
 * @param {Attributes} [attributes]
 * @param {Child[]} children
 * @returns {SVGElement} */
export function draw(tag, attributes = {}, ...children) {
  const node = /** @type {SVGElement} */ (document.createElementNS("http://www.w3.org/2000/svg", tag));
  return dress(node, attributes, children);
}

/** Colours an element as a country.
 * @template {HTMLElement | SVGElement} T
 * @param {T} node
 * @param {string} side the country's code in small letters
 * @param {"background" | "fill"} property
 * @returns {T} */
export function sideStyle(node, side, property) {
  node.style[property] = `var(--side-${side})`;
  return node;
}
/** The colour of a country before its name.
 * @param {string} side */
export const sideKey = (side) => sideStyle(make("i", { class: "key", "aria-hidden": "true" }), side, "background");
/** Gives countries their colours.
 * @param {import("../types.js").Sides} sides
 * @param {boolean} dark */
export function colourSides(sides, dark) {
  for (const [side, colours] of Object.entries(sides)) {
    document.documentElement.style.setProperty("--side-" + side, colours[dark ? 1 : 0]);
  }
}

/** A button that looks like a link.
 * @param {string} text
 * @param {() => void} act
 * @param {string | null} [key] by which it is found again
 * @returns {HTMLButtonElement} */
export function linkButton(text, act, key = null) {
  const button = make("button", { type: "button", class: "link", "data-key": key }, text);
  button.addEventListener("click", act);
  return button;
}

/** The JSON that grensgeo/maps wrote into the page.
 * @returns {any} */
export const pageData = () => JSON.parse(byId("grensgeo-data").textContent);

/** Replaces what stands in a box; what had the keyboard's focus in it has it still, found again by
 * its `data-key`.
 * @param {HTMLElement} box
 * @param {Child[]} nodes */
export function replaceIn(box, ...nodes) {
  const held = box.contains(document.activeElement) ? document.activeElement : null;
  const key = held?.getAttribute("data-key") ?? null;
  // who came by keyboard is to see where it is; who clicked is not to be moved
  const preventScroll = !held?.matches(":focus-visible");
  box.replaceChildren(...nodes.filter((node) => node !== null));
  if (key === null) return;
  const again = [...box.querySelectorAll("[data-key]")].find((node) => node.getAttribute("data-key") === key);
  if (again instanceof HTMLElement) again.focus({ preventScroll });
}
