/* Two maps: wiped one over the other, or side by side. Words are switched by the gallery's script. */

import { byId, draw, pageData } from "../shared/elements.js";
import { save } from "../shared/saving.js";
import { pngBlob, sheetOf } from "../shared/sheet.js";
import { save as saveTable } from "../shared/small_table.js";

const { texts, tables } = pageData();
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

/** Both maps beside each other, with what they are and where they are from. */
async function picture() {
  const language = document.documentElement.lang;
  const maps = [0, 1].map((place) => byId("map" + place));
  const [width, height] = [maps[0].naturalWidth / 2, maps[0].naturalHeight / 2];
  const nodes = maps.map((image, i) => draw("image", { x: i * (width + 10), width, height, href: image.src }));
  const captions = [0, 1].map((place) => texts["caption" + place][language]);
  const legends = [0, 1].map((place) => [...document.querySelectorAll(`ul.legend[data-legend="${place}"]:not([hidden]) li`)]
    .map((item) => item.textContent?.trim()).join(" \u00b7 "));
  const look = getComputedStyle(document.body);
  const sheet = sheetOf({ width: 2 * width + 10, height, nodes }, [], {
    title: texts.title[language], headline: captions.join(" | "), question: "", legend: "",
    below: [...legends, ...["notes", "sources", "made"].map((key) => texts[key][language])],
  }, { ink: look.color, paper: look.backgroundColor });
  save(await pngBlob(sheet), "maps.png");
}
byId("png").addEventListener("click", picture);
for (const ending of /** @type {const} */ (["csv", "xlsx"])) {
  byId(ending)?.addEventListener("click", () => {
    const language = document.documentElement.lang;
    const [head, ...body] = tables[language];
    const notes = ["title", "caption0", "caption1", "notes", "sources", "made"].map((key) => texts[key][language]);
    saveTable({ caption: notes[0], head, body }, ending, language, notes, "maps");
  });
}
byId("print").addEventListener("click", () => window.print());
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
