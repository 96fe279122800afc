/* Two maps: wiped one over the other, or side by side. Words are switched by the gallery's script. */
(() => {
  const data = JSON.parse(document.getElementById("grensgeo-data").textContent);
  const pair = document.getElementById("pair");
  const edge = document.getElementById("edge");
  const at = document.getElementById("edge-at");
  const top = document.getElementById("map1").parentElement;
  function wipe() {
    const swipe = pair.className === "swipe";
    top.style.clipPath = swipe ? `inset(0 0 0 ${at.value}%)` : "none";
    edge.style.left = at.value + "%";
    document.getElementById("where").hidden = !swipe;
  }
  function follow(event) {
    if (pair.className !== "swipe" || (event.type === "pointermove" && event.buttons !== 1)) return;
    const box = pair.getBoundingClientRect();
    at.value = String(Math.round(100 * (event.clientX - box.left) / box.width));
    wipe();
  }
  at.addEventListener("input", wipe);
  pair.addEventListener("pointerdown", follow);
  pair.addEventListener("pointermove", follow);
  for (const way of document.querySelectorAll("[name=way]")) {
    way.addEventListener("change", () => {
      pair.className = way.value;
      wipe();
    });
  }
  function speak() {
    const language = document.documentElement.lang;
    for (const list of document.querySelectorAll(".legend")) list.hidden = list.lang !== language;
    for (const place of [0, 1]) {
      document.getElementById("map" + place).alt = data.texts["caption" + place][language];
    }
  }
  new MutationObserver(speak).observe(document.documentElement, { attributeFilter: ["lang"] });
  speak();
  wipe();
})();
