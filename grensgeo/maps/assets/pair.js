/* grensgeo pair: bundled from js/ by `make js`; edit there.
   sources 6c9f3228b8da4b9d: src/pages/pair.js src/shared/elements.js */
"use strict";(()=>{var n=e=>document.getElementById(e);var i=()=>JSON.parse(n("grensgeo-data").textContent);var{texts:s}=i(),o=n("pair"),r=n("edge-at"),a=()=>o.className==="swipe";function l(){n("map1").parentElement.style.clipPath=a()?`inset(0 0 0 ${r.value}%)`:"none",
n("edge").style.left=r.value+"%",n("where").hidden=!a()}function c(e){if(!a()||e.type==="pointermove"&&e.buttons!==1)return;let t=o.getBoundingClientRect();r.value=
String(Math.round(100*(e.clientX-t.left)/t.width)),l()}function u(){let e=document.documentElement.lang;for(let t of document.querySelectorAll("ul.legend"))t.toggleAttribute(
"hidden",t.getAttribute("lang")!==e);for(let t of[0,1])n("map"+t).alt=s["caption"+t][e]}r.addEventListener("input",l);o.addEventListener("pointerdown",c);o.addEventListener(
"pointermove",c);for(let e of document.querySelectorAll("input[name=way]"))e.addEventListener("change",()=>{o.className=e.getAttribute("value"),l()});new MutationObserver(
u).observe(document.documentElement,{attributeFilter:["lang"]});u();l();})();
