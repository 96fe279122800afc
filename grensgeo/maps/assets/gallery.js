/* grensgeo gallery: bundled from js/ by `make js`; edit there.
   sources 7e40eaaf2437bd2a: src/pages/gallery.js */
"use strict";(()=>{(()=>{let n=JSON.parse(document.getElementById("grensgeo-data").textContent),o=["nl","de","en"];function a(t){document.documentElement.lang=t,document.title=n.texts.
title[t];for(let e of document.querySelectorAll("[data-text]"))e.textContent=n.texts[e.dataset.text][t];for(let e of document.querySelectorAll("[data-map]"))e.setAttribute(
"href",e.dataset.map+".html#"+t);for(let e of document.querySelectorAll("[data-language]"))e.setAttribute("aria-pressed",String(e.dataset.language===t));document.
querySelector(".languages").setAttribute("aria-label",n.texts.language[t])}for(let t of document.querySelectorAll("[data-language]"))t.addEventListener("click",
()=>a(t.dataset.language));let s=location.hash.slice(1),l=(navigator.languages||[]).map(t=>t.slice(0,2).toLowerCase());a(o.includes(s)?s:l.find(t=>o.includes(t))??
n.language)})();})();
