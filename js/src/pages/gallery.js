/* Language switch of the gallery; every text is in the JSON of the page. */
(() => {
  const data = JSON.parse(document.getElementById("grensgeo-data").textContent);
  const codes = ["nl", "de", "en"];
  function show(language) {
    document.documentElement.lang = language;
    document.title = data.texts.title[language];
    for (const node of document.querySelectorAll("[data-text]")) {
      node.textContent = data.texts[node.dataset.text][language];
    }
    for (const link of document.querySelectorAll("[data-map]")) {
      link.setAttribute("href", link.dataset.map + ".html#" + language);
    }
    for (const button of document.querySelectorAll("[data-language]")) {
      button.setAttribute("aria-pressed", String(button.dataset.language === language));
    }
    document.querySelector(".languages").setAttribute("aria-label", data.texts.language[language]);
  }
  for (const button of document.querySelectorAll("[data-language]")) {
    button.addEventListener("click", () => show(button.dataset.language));
  }
  const asked = location.hash.slice(1);
  /* The first language of the browser that the page speaks; else the page's own. */
  const spoken = (navigator.languages || []).map((name) => name.slice(0, 2).toLowerCase());
  show(codes.includes(asked) ? asked : spoken.find((name) => codes.includes(name)) ?? data.language);
})();
