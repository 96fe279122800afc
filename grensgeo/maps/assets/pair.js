/* grensgeo pair: bundled from js/ by `make js`; edit there.
   sources cec630f5a6ab4dc5: src/pages/pair.js src/shared/elements.js */
"use strict";(()=>{var n=t=>document.getElementById(t);var i=()=>JSON.parse(n("grensgeo-data").textContent);var{texts:s}=i(),o=n("pair"),l=n("edge-at"),r=()=>o.className==="swipe";function a(){n("map1").parentElement.style.clipPath=r()?`inset(0 0 0 ${l.value}%)`:"none",
n("edge").style.left=l.value+"%",n("where").hidden=!r()}function c(t){if(!r()||t.type==="pointermove"&&t.buttons!==1)return;let e=o.getBoundingClientRect();l.value=
String(Math.round(100*(t.clientX-e.left)/e.width)),a()}function u(){let t=document.documentElement.lang;for(let e of document.querySelectorAll("ul.legend"))e.toggleAttribute(
"hidden",e.getAttribute("lang")!==t);for(let e of[0,1])n("map"+e).alt=s["caption"+e][t]}l.addEventListener("input",a);o.addEventListener("pointerdown",c);o.addEventListener(
"pointermove",c);for(let t of document.querySelectorAll("input[name=way]"))t.addEventListener("change",()=>{o.className=t.getAttribute("value"),a()});new MutationObserver(
u).observe(document.documentElement,{attributeFilter:["lang"]});u();a();})();
