/* Two maps: wiped one over the other, or side by side. Words are switched by the gallery's script. */

import { byId, pageData } from "../shared/elements.js";

const { texts } = pageData();
const pair = byId("pair");
const at = byId("edge-at");
const swiping = () => pair.className === "swipe";

function wipe() {
  byId("map1").parentElement.style.clipPath = swiping() ? `inset(0 0 0 ${at.value}%)` : "none";
  byId("edge").style.left = at.value + "%";
  byId("where").hidden = !swiping();
}
/** @param {PointerEvent} event */
function follow(event) {
  if (!swiping() || (event.type === "pointermove" && event.buttons !== 1)) return;
  const box = pair.getBoundingClientRect();
  at.value = String(Math.round(100 * (event.clientX - box.left) / box.width));
  wipe();
}
function speak() {
  const language = document.documentElement.lang;
  for (const list of document.querySelectorAll("ul.legend")) {
    list.toggleAttribute("hidden", list.getAttribute("lang") !== language);
  }
  for (const place of [0, 1]) byId("map" + place).alt = texts["caption" + place][language];
}

at.addEventListener("input", wipe);
pair.addEventListener("pointerdown", follow);
pair.addEventListener("pointermove", follow);
for (const way of document.querySelectorAll("input[name=way]")) {
  way.addEventListener("change", () => {
    pair.className = way.getAttribute("value");
    wipe();
  });
}
new MutationObserver(speak).observe(document.documentElement, { attributeFilter: ["lang"] });
speak();
wipe();
