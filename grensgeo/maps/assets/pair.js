/* grensgeo pair: bundled from js/ by `make js`; edit there.
   sources 1d7ddef66096ab0c: src/pages/pair.js src/shared/elements.js */
"use strict";(()=>{var n=t=>document.getElementById(t);var l=()=>JSON.parse(n("grensgeo-data").textContent);var{texts:s}=l(),o=n("pair"),r=n("edge-at"),i=()=>o.className==="swipe";function a(){n("map1").parentElement.style.clipPath=i()?`inset(0 0 0 ${r.value}%)`:"none",
n("edge").style.left=r.value+"%",n("where").hidden=!i()}function u(t){if(!i()||t.type==="pointermove"&&t.buttons!==1)return;let e=o.getBoundingClientRect();r.value=
String(Math.round(100*(t.clientX-e.left)/e.width)),a()}function c(){let t=document.documentElement.lang;for(let e of document.querySelectorAll("ul.legend"))e.toggleAttribute(
"hidden",e.getAttribute("lang")!==t);for(let e of[0,1])n("map"+e).alt=s["caption"+e][t]}r.addEventListener("input",a);o.addEventListener("pointerdown",u);o.addEventListener(
"pointermove",u);for(let t of document.querySelectorAll("input[name=way]"))t.addEventListener("change",()=>{o.className=t.getAttribute("value"),a()});new MutationObserver(
c).observe(document.documentElement,{attributeFilter:["lang"]});c();a();})();
