/* grensgeo pair: bundled from js/ by `make js`; edit there.
   sources c1f44d6bea08dd75: src/pages/pair.js */
"use strict";(()=>{(()=>{let c=JSON.parse(document.getElementById("grensgeo-data").textContent),n=document.getElementById("pair"),s=document.getElementById("edge"),o=document.getElementById(
"edge-at"),i=document.getElementById("map1").parentElement;function a(){let e=n.className==="swipe";i.style.clipPath=e?`inset(0 0 0 ${o.value}%)`:"none",s.style.
left=o.value+"%",document.getElementById("where").hidden=!e}function d(e){if(n.className!=="swipe"||e.type==="pointermove"&&e.buttons!==1)return;let t=n.getBoundingClientRect();
o.value=String(Math.round(100*(e.clientX-t.left)/t.width)),a()}o.addEventListener("input",a),n.addEventListener("pointerdown",d),n.addEventListener("pointermove",
d);for(let e of document.querySelectorAll("[name=way]"))e.addEventListener("change",()=>{n.className=e.value,a()});function l(){let e=document.documentElement.lang;
for(let t of document.querySelectorAll(".legend"))t.hidden=t.lang!==e;for(let t of[0,1])document.getElementById("map"+t).alt=c.texts["caption"+t][e]}new MutationObserver(
l).observe(document.documentElement,{attributeFilter:["lang"]}),l(),a()})();})();
