/* grensgeo gallery: bundled from js/ by `make js`; edit there.
   sources 3ffc9bd0c10fd88a: src/pages/address.js src/pages/gallery.js src/shared/appearance.js src/shared/elements.js src/shared/numbers.js src/shared/page.js src/shared/words.js */
"use strict";(()=>{var a=t=>document.getElementById(t);var g=()=>JSON.parse(a("grensgeo-data").textContent);var p={nl:"nl-NL",de:"de-DE",en:"en-GB"};var c=Object.keys(p);function h(t,e){return e.map(n=>n.slice(0,2).toLowerCase()).find(n=>c.includes(n))??t}var b="grensgeo",_=["light","dark"];function S(){try{let{language:t,theme:e}=JSON.parse(localStorage.getItem(b)??"{}");return{language:t,theme:e}}catch{return{}}}
function m(t){try{localStorage.setItem(b,JSON.stringify({...S(),...t}))}catch{}}function x(t,e){let n=S(),s=(i,...r)=>r.find(l=>l!==void 0&&i.includes(l));return{
language:s(c,e.language,n.language)??h(t,navigator.languages),theme:s(_,e.theme,n.theme)??"auto"}}var A=()=>window.matchMedia("(prefers-color-scheme: dark)"),I=t=>t===
"dark"||t!=="light"&&A().matches;function w(t,e){let n=t,s=!1,i=()=>!s&&I(n);function r(){document.documentElement.dataset.theme=i()?"dark":"light",e(i())}function l(d){
s=d,r()}return a("theme")?.addEventListener("click",()=>{n=i()?"light":"dark",m({theme:n}),r()}),A().addEventListener("change",r),window.addEventListener("befor\
eprint",()=>l(!0)),window.addEventListener("afterprint",()=>l(!1)),{show:r,take(d){n=d,r()},get theme(){return n},get dark(){return i()}}}var E=t=>[...document.querySelectorAll(`[data-${t}]`)].map(e=>e);function k(t){for(let e of E("language"))e.setAttribute("aria-pressed",String(e.dataset.language===t))}function y(t){for(let e of E("language"))e.addEventListener(
"click",()=>t(String(e.dataset.language)))}function O(t){let e=t.replace(/^#/,"");return c.includes(e)?{lang:e}:Object.fromEntries(new URLSearchParams(e))}var{language:H,texts:u}=g(),T=O(location.hash),C=x(H,{language:T.lang,theme:T.theme}),{language:o}=C,f=w(C.theme,t=>{let e=a("theme");e&&(e.textContent=u[t?"the\
me_light":"theme_dark"][o])});function N(){for(let t of document.querySelectorAll("[data-map]")){let e=new URLSearchParams({lang:o});f.theme!=="auto"&&e.set("th\
eme",f.theme);let n=t.getAttribute("data-state");t.setAttribute("href",`${t.getAttribute("data-map")}.html#${e}${n?"&"+n:""}`)}}function D(){document.documentElement.
lang=o,document.title=u.title[o];for(let t of document.querySelectorAll("[data-text]"))t.textContent=u[String(t.getAttribute("data-text"))][o];for(let t of document.
querySelectorAll("[data-label]")){let e=u[String(t.getAttribute("data-label"))];e&&t.setAttribute("aria-label",e[o])}for(let t of document.querySelectorAll("[da\
ta-told]"))t.toggleAttribute("hidden",t.getAttribute("data-told")!==o);k(o),document.querySelector(".languages")?.setAttribute("aria-label",u.language[o]),f.show(),
N()}y(t=>{o=t,m({language:o}),D()});a("theme")?.addEventListener("click",N);D();})();
