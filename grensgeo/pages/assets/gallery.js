/* grensgeo gallery: bundled from js/ by `make js`; edit there.
   sources ebbc55d5cf2abea4: src/pages/address.js src/pages/gallery.js src/shared/appearance.js src/shared/elements.js src/shared/numbers.js src/shared/page.js src/shared/words.js */
"use strict";(()=>{var i=t=>document.getElementById(t);var p=()=>JSON.parse(i("grensgeo-data").textContent);var h={nl:"nl-NL",de:"de-DE",en:"en-GB"};var l=Object.keys(h);function b(t,e){return e.map(n=>n.slice(0,2).toLowerCase()).find(n=>l.includes(n))??t}var S="grensgeo",_=["light","dark"];function x(){try{let{language:t,theme:e}=JSON.parse(localStorage.getItem(S)??"{}");return{language:t,theme:e}}catch{return{}}}
function m(t){try{localStorage.setItem(S,JSON.stringify({...x(),...t}))}catch{}}function A(t,e){let n=x(),r=(u,...s)=>s.find(a=>a!==void 0&&u.includes(a));return{
language:r(l,e.language,n.language)??b(t,navigator.languages),theme:r(_,e.theme,n.theme)??"auto"}}function w(t,e){let n=window.matchMedia("(prefers-color-scheme\
: dark)"),r=t,u=!1,s=()=>!u&&(r==="dark"||r!=="light"&&n.matches);function a(){document.documentElement.dataset.theme=s()?"dark":"light",e(s())}function g(d){u=
d,a()}return i("theme")?.addEventListener("click",()=>{r=s()?"light":"dark",m({theme:r}),a()}),n.addEventListener("change",a),window.addEventListener("beforepri\
nt",()=>g(!0)),window.addEventListener("afterprint",()=>g(!1)),{show:a,take(d){r=d,a()},get theme(){return r},get dark(){return s()}}}var E=t=>[...document.querySelectorAll(`[data-${t}]`)].map(e=>e);function k(t){for(let e of E("language"))e.setAttribute("aria-pressed",String(e.dataset.language===t))}function y(t){for(let e of E("language"))e.addEventListener(
"click",()=>t(String(e.dataset.language)))}function O(t){let e=t.replace(/^#/,"");return l.includes(e)?{lang:e}:Object.fromEntries(new URLSearchParams(e))}var{language:I,texts:c}=p(),T=O(location.hash),C=A(I,{language:T.lang,theme:T.theme}),{language:o}=C,f=w(C.theme,t=>{let e=i("theme");e&&(e.textContent=c[t?"the\
me_light":"theme_dark"][o])});function N(){for(let t of document.querySelectorAll("[data-map]")){let e=new URLSearchParams({lang:o});f.theme!=="auto"&&e.set("th\
eme",f.theme);let n=t.getAttribute("data-state");t.setAttribute("href",`${t.getAttribute("data-map")}.html#${e}${n?"&"+n:""}`)}}function D(){document.documentElement.
lang=o,document.title=c.title[o];for(let t of document.querySelectorAll("[data-text]"))t.textContent=c[String(t.getAttribute("data-text"))][o];for(let t of document.
querySelectorAll("[data-label]")){let e=c[String(t.getAttribute("data-label"))];e&&t.setAttribute("aria-label",e[o])}for(let t of document.querySelectorAll("[da\
ta-told]"))t.toggleAttribute("hidden",t.getAttribute("data-told")!==o);k(o),document.querySelector(".languages")?.setAttribute("aria-label",c.language[o]),f.show(),
N()}y(t=>{o=t,m({language:o}),D()});i("theme")?.addEventListener("click",N);D();})();
