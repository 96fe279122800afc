/* grensgeo map: bundled from js/ by `make js`; edit there.
   sources 65510e3a2e9cec7a: src/pages/address.js src/pages/areas.js src/pages/bands.js src/pages/base.js src/pages/card.js src/pages/choosing.js src/pages/classes.js src/pages/controls.js src/pages/extremes.js src/pages/figures.js src/pages/flows.js src/pages/keys.js src/pages/leaving.js src/pages/map.js src/pages/names.js src/pages/offers.js src/pages/points.js src/pages/selecting.js src/pages/small_print.js src/shared/after_paint.js src/shared/appearance.js src/shared/areas.js src/shared/base_map.js src/shared/base_names.js src/shared/canvas_layer.js src/shared/elements.js src/shared/geometry.js src/shared/map_canvas.js src/shared/map_nodes.js src/shared/marks.js src/shared/numbers.js src/shared/page.js src/shared/pdf.js src/shared/room.js src/shared/saving.js src/shared/sheet.js src/shared/small_table.js src/shared/unpack.js src/shared/words.js */
"use strict";(()=>{var v=t=>document.getElementById(t);function Et(t,n,e){for(let[o,r]of Object.entries(n))r!==null&&r!==!1&&t.setAttribute(o,r===!0?"":String(r));return t.append(
...e.filter(o=>o!==null)),t}function x(t,n={},...e){return Et(document.createElement(t),n,e)}function S(t,n={},...e){let o=document.createElementNS("http://www.\
w3.org/2000/svg",t);return Et(o,n,e)}function ft(t,n,e){return t.style[e]=`var(--side-${n})`,t}var Nt=t=>ft(x("i",{class:"key","aria-hidden":"true"}),t,"backgro\
und");function It(t,n){for(let[e,o]of Object.entries(t))document.documentElement.style.setProperty("--side-"+e,o[n?1:0])}function P(t,n,e=null){let o=x("button",
{type:"button",class:"link","data-key":e},t);return o.addEventListener("click",n),o}var Mt=()=>JSON.parse(v("grensgeo-data").textContent);function Q(t,...n){let e=t.
contains(document.activeElement)?document.activeElement:null,o=e?.getAttribute("data-key")??null,r=!e?.matches(":focus-visible");if(t.replaceChildren(...n.filter(
a=>a!==null)),o===null)return;let i=[...t.querySelectorAll("[data-key]")].find(a=>a.getAttribute("data-key")===o);i instanceof HTMLElement&&i.focus({preventScroll:r})}var T={nl:"nl-NL",de:"de-DE",en:"en-GB"},yn=.001,bn=10,xn=.095,Rt=5e-4,$t=.001,kn=.995,vn=.99;function _n(t){return t>=yn&&t<1?{maximumSignificantDigits:2}:{maximumFractionDigits:t<
bn?1:0}}var Sn=t=>t.replace("-","−");function pt(t){let n=new Map;function e(l,c){let f=JSON.stringify(c),m=n.get(f);return m||n.set(f,m=new Intl.NumberFormat(
t,c)),m.format(l)}let o=l=>e(l,_n(Math.abs(l))),r=l=>e(l,{style:"percent",maximumFractionDigits:l!==0&&Math.abs(l)<xn?1:0});function i(l){return l>kn&&l<1?">"+r(
vn):l>0&&l<Rt?"<"+r($t):r(l)}let a=(l,c)=>c>0?"+"+l:Sn(l);function s(l){return l===0||Math.abs(l)>=Rt?a(r(l),l):(l<0?"−":"+")+"<"+r($t)}return{format:e,count:o,
share:r,part:i,signedShare:s,plain:l=>e(l,{}),signedCount:l=>a(o(l),l),minutes:(l,c=0)=>e(l,{minimumFractionDigits:c,maximumFractionDigits:c})}}var j=Object.keys(T);function Pt(t,n){return n.map(e=>e.slice(0,2).toLowerCase()).find(e=>j.includes(e))??t}function On(t,n){return t.replace(/\{(\w+)\}/g,(e,o)=>Object.
hasOwn(n,o)?n[o]:e)}var Dt=t=>t.normalize("NFD").replace(/\p{M}/gu,"").replace(/ß/g,"ss").toLowerCase().replace(/[^\p{L}\p{N}]+/gu," ").trim();function Bt(t,n){
let e=n,o=pt(T[e]);function r(s,l){let c=t[s];return c&&l!==null&&Object.hasOwn(c,l)?c[l][e]:null}let i=(s,l={})=>On(r("texts",s)??s,l);return{get language(){return e},
set language(s){e=s,o=pt(T[s])},named:r,t:i,count:s=>s===null||Number.isNaN(s)?i("missing"):o.count(s),share:s=>o.share(s),part:s=>o.part(s),plain:s=>o.plain(s),
signedCount:s=>o.signedCount(s),signedShare:s=>o.signedShare(s),minutes:(s,l)=>o.minutes(s,l),opportunity:s=>r("opportunities",s)??s,period:s=>r("periods",s)??s,
in:s=>s[e],capital:s=>s.charAt(0).toLocaleUpperCase(T[e])+s.slice(1),lowered:s=>s.charAt(0).toLocaleLowerCase(T[e])+s.slice(1),sort:(s,l)=>s.localeCompare(l,T[e]),
date:s=>new Intl.DateTimeFormat(T[e],{weekday:"short",day:"numeric",month:"short",timeZone:"UTC"}).format(s),clock:s=>new Intl.DateTimeFormat(T[e],{hour:"2-digi\
t",minute:"2-digit",timeZone:"UTC"}).format(s),sentence(s,l){return i(s).split(/(\{\w+\})/).map(c=>{let f=c.startsWith("{")?c.slice(1,-1):null;return f!==null&&
Object.hasOwn(l,f)?l[f]:c})}}}var Ft="grensgeo",Tn=["light","dark"];function zt(){try{let{language:t,theme:n}=JSON.parse(localStorage.getItem(Ft)??"{}");return{language:t,theme:n}}catch{return{}}}
function dt(t){try{localStorage.setItem(Ft,JSON.stringify({...zt(),...t}))}catch{}}function mt(t,n){let e=zt(),o=(r,...i)=>i.find(a=>a!==void 0&&r.includes(a));
return{language:o(j,n.language,e.language)??Pt(t,navigator.languages),theme:o(Tn,n.theme,e.theme)??"auto"}}function Ut(t,n){let e=window.matchMedia("(prefers-co\
lor-scheme: dark)"),o=t,r=!1,i=()=>!r&&(o==="dark"||o!=="light"&&e.matches);function a(){document.documentElement.dataset.theme=i()?"dark":"light",n(i())}function s(l){
r=l,a()}return v("theme")?.addEventListener("click",()=>{o=i()?"light":"dark",dt({theme:o}),a()}),e.addEventListener("change",a),window.addEventListener("before\
print",()=>s(!0)),window.addEventListener("afterprint",()=>s(!1)),{show:a,take(l){o=l,a()},get theme(){return o},get dark(){return i()}}}function Ln(t,n){let e=document.getElementById(n),[o,r]=["width","height"].map(c=>Number(e?.getAttribute(c))),i=document.createElement("canvas");i.width=2*o,i.height=
2*r;let a=i.getContext("2d");if(!e||!a)return"transparent";a.scale(2,2);for(let c of e.querySelectorAll("rect")){let[f,m,g]=["x","width","height"].map(p=>Number(
c.getAttribute(p)));a.fillStyle=c.getAttribute("fill")??"transparent",a.globalAlpha=Number(c.getAttribute("fill-opacity")??1),a.fillRect(f,0,m,g)}let s=t.createPattern(
i,"repeat"),l=Number(/rotate\((-?\d+)\)/.exec(e.getAttribute("patternTransform")??"")?.[1]??0);return s?.setTransform(new DOMMatrix().rotate(l).scale(1/2)),s??"\
transparent"}function Cn(t,n,e){let o=n.getBoundingClientRect(),[r,i]=(n.getAttribute("viewBox")??"0 0").split(/[ ,]+/).map(Number);t.save(),t.translate(o.left-
e.left-r,o.top-e.top-i);let a=t.globalAlpha;for(let s of n.querySelectorAll("path")){let l=getComputedStyle(s),c=new Path2D(s.getAttribute("d")??""),f=/url\("#([\w-]+)"\)/.
exec(l.fill);l.fill!=="none"&&(t.globalAlpha=a*Number(l.fillOpacity),t.fillStyle=f?Ln(t,f[1]):l.fill,t.fill(c,l.fillRule==="evenodd"?"evenodd":"nonzero")),l.stroke!==
"none"&&(t.globalAlpha=a*Number(l.strokeOpacity),t.strokeStyle=l.stroke,t.lineWidth=parseFloat(l.strokeWidth),t.setLineDash(l.strokeDasharray==="none"?[]:l.strokeDasharray.
split(",").map(parseFloat)),t.lineJoin=t.lineCap="round",t.stroke(c))}t.restore()}function An(t,n,e,o){let{left:r,top:i,width:a,height:s}=n.getBoundingClientRect(),
[l,c]=[r-e.left,i-e.top],f=getComputedStyle(n),m=parseFloat(f.fontSize);if((!n.textContent||n.classList.contains("shield"))&&(t.fillStyle=f.backgroundColor,t.fillRect(
l,c,a,s)),!n.textContent)return;let g=f.textTransform==="uppercase"?n.textContent.toLocaleUpperCase():n.textContent,p=n.classList.contains("shield");t.font=`${f.
fontWeight} ${m}px ${f.fontFamily}`,t.letterSpacing=f.letterSpacing==="normal"?"0px":f.letterSpacing,t.textAlign=p?"center":"left";let d=[p?l+a/2:l,c+s/2+m*.35];
t.fillStyle=f.color,t.strokeStyle=o,t.lineWidth=3,t.lineJoin="round",p||t.strokeText(g,d[0],d[1]),t.fillText(g,d[0],d[1])}function En(t,n,e){let{left:o,bottom:r,
width:i}=n.getBoundingClientRect(),[a,s]=[o-e.left,r-e.top-1];t.letterSpacing="0px",t.textAlign="left",t.font=`600 11px ${getComputedStyle(n).fontFamily}`,t.strokeStyle=
t.fillStyle="#1f2430",t.lineWidth=2,t.setLineDash([]),t.stroke(new Path2D(`M${a} ${s-6}V${s}H${a+i}V${s-6}`)),t.fillText(String(n.textContent),a+4,s-5)}function jt(t){
let n=t.getContainer(),e=n.getBoundingClientRect(),o=document.createElement("canvas");o.width=2*e.width,o.height=2*e.height;let r=o.getContext("2d");r.scale(2,2),
r.fillStyle=getComputedStyle(n).backgroundColor,r.fillRect(0,0,e.width,e.height);let i=getComputedStyle(document.documentElement).getPropertyValue("--halo").trim()||
"#ffffff",a=[...n.querySelectorAll(".leaflet-pane")].filter(l=>l.parentElement!==n).sort((l,c)=>Number(getComputedStyle(l).zIndex)-Number(getComputedStyle(c).zIndex));
for(let l of a){r.globalAlpha=Number(getComputedStyle(l).opacity);for(let c of l.children){let f=c.getBoundingClientRect();c instanceof HTMLCanvasElement?r.drawImage(
c,f.left-e.left,f.top-e.top,f.width,f.height):c instanceof SVGSVGElement?Cn(r,c,e):c instanceof HTMLElement&&c.matches(".place, .country, .dot")&&An(r,c,e,i)}}r.
globalAlpha=1;let s=n.querySelector(".leaflet-control-scale-line");return s instanceof HTMLElement&&En(r,s,e),o}var Nn=[[".leaflet-control-zoom-in","zoom_in"],[".leaflet-control-zoom-out","zoom_out"],["a.home","home"]],W=t=>[...document.querySelectorAll(`[data-${t}]`)].map(
n=>n);function Wt(t,n,e){let{t:o}=t;document.documentElement.lang=t.language,document.title=t.in(n.title),v("title").textContent=t.in(n.title);for(let r of W("t\
ext"))r.textContent=o(String(r.dataset.text),{version:n.version});for(let r of W("said"))r.title=o(String(r.dataset.said));for(let r of W("label"))r.setAttribute(
"aria-label",o(String(r.dataset.label)));In(t.language),e.setAttribute("aria-label",o("map_region"));for(let[r,i]of Nn){let a=document.querySelector(r);a&&(a.title=
o(i),a.setAttribute("aria-label",o(i)))}}function In(t){for(let n of W("language"))n.setAttribute("aria-pressed",String(n.dataset.language===t))}function Ht(t){
for(let n of W("language"))n.addEventListener("click",()=>t(String(n.dataset.language)))}var Mn=5;function Gt(t,n){let e=t.filter(({concerns:o})=>!o.length||o.some(
r=>n.includes(r)));return[...e.filter(({concerns:o})=>o.length),...e.filter(({concerns:o})=>!o.length)].slice(0,Mn)}function qt(t){return t.url?x("a",{href:t.url,
rel:"noopener noreferrer",target:"_blank"},t.title):x("span",{},t.title)}function Xt(t,n){let e=L.Control.extend({onAdd(){let o=L.DomUtil.create("div","leaflet-\
bar"),r=L.DomUtil.create("a","home",o);return r.href="#",r.setAttribute("role","button"),r.textContent="⌂",L.DomEvent.on(r,"click",i=>{L.DomEvent.stop(i),n()}),
o}});new e({position:"topleft"}).addTo(t)}function Vt(t,n){let e=window.innerWidth;window.addEventListener("resize",()=>{if(window.innerWidth===e){t.invalidateSize(
{animate:!1});return}e=window.innerWidth,n()})}function ht(t){let n=t.replace(/^#/,"");return j.includes(n)?{lang:n}:Object.fromEntries(new URLSearchParams(n))}function gt(t,n,{state:e,view:o,choose:r}){let i=n.
views.findIndex(({kind:s})=>s===t.view);i>=0&&(e.view=i);for(let s of o().controls)s.options.includes(t[s.id])&&r(s,t[s.id]);let a=n.base.areas.findIndex(([s])=>s===
t.area);e.area=o().ids?.includes(a)?a:null}function Kt(t,{state:n,view:e,chosen:o},{language:r,theme:i}){let a=new URLSearchParams({lang:r});i!=="auto"&&a.set("\
theme",i),t.views.length>1&&a.set("view",e().kind);for(let s of e().controls)s.options.length>1&&a.set(s.id,o(s));return n.area!==null&&a.set("area",t.base.areas[n.
area][0]),a.toString()}function Zt(t,n){let e={step:0,negative:!1};if(t==null)return{kind:"missing",...e};if(t==="u")return{kind:"undefined",...e};if(t==="n")return{kind:"noise",...e};
if(t===0)return{kind:"zero",...e};let o=Number(t);return{kind:"step",step:n.filter(r=>Math.abs(o)>=r).length,negative:o<0}}var Rn={missing:"url(#hatch-missing)",
undefined:"url(#hatch-undefined)",zero:"#ffffff"};function wt(t,n,e,o){if(t.kind==="noise")return o.noise;if(t.kind!=="step")return Rn[t.kind];let r=o[n];if(n===
"diverging"){let a=r.length/2,s=e.length<2?Math.min(t.step+1,a-1):t.step;return t.negative?r[a-1-s]:r[a+s]}let i=e.length?t.step*(r.length-1)/e.length:r.length-
1;return r[Math.round(i)]}var Yt=85.0511287798,Qt=t=>256*(t+180)/360;function te(t){let n=Math.sin(Math.max(-Yt,Math.min(Yt,t))*Math.PI/180);return 256*(.5-Math.log((1+n)/(1-n))/(4*Math.
PI))}function ee(t){let n=new Int32Array(t.length+1);for(let e=0;e<t.length;e++)n[e+1]=n[e]+t[e];return n}function tt(t){let n=[],[e,o]=[0,0];for(let r=0;r<t.length;r+=
2)e+=t[r],o+=t[r+1],n.push([o/1e4,e/1e4]);return n}var yt=t=>t.map(n=>n.map(tt)),$n="ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_",Jt=5;function ne(t){
let n=[],[e,o,r]=[0,0,0];for(let i of t){let a=$n.indexOf(i);o|=(a&31)<<r,r+=Jt,!(a>>Jt)&&(e+=o>>>1^-(o&1),n.push(e),[o,r]=[0,0])}return n}var oe=(t,n)=>t[2]<n[0]||
t[0]>n[2]||t[3]<n[1]||t[1]>n[3];var Pn=[[9,15e4],[10,5e4]];function Dn(t,n){let e=[];for(let o=0;o<t.length;o+=2){let[r,i]=[t[o],t[o+1]];for(let a=0;a<Math.abs(i);a++)e.push(n[r+Math.sign(i)*a])}
return e}function re({areas:t,corners:n}){let[e,o]=n.map(ne),r=o.map((i,a)=>[i/1e4,e[a]/1e4]);return t.map(([i,a,s,l,c,f,m],g)=>{let p=m.map(d=>d.map(u=>Dn(u,r)));
return{number:g,code:i,name:a,country:s,nuts3:l,part:c,population:f,rings:p,centre:L.latLngBounds(p.flat(2)).getCenter()}})}function se(t,n){let e=Pn.find(([o])=>n<
o);return t.part!=="ring"||!e||t.population>=e[1]}var ie=t=>t>2e5?15:t>6e4?13:11.5;function ae(t){let n=!1,e=0;function o(){n&&(n=!1,t())}let r=()=>requestAnimationFrame(()=>requestAnimationFrame(()=>{e||o()}));function i(){clearTimeout(e),e=0,
n&&r()}return{flush:o,release:i,ask(){!n&&!e&&r(),n=!0},hold(){clearTimeout(e),e=Number(setTimeout(i,400))}}}function le(t){let n=window.devicePixelRatio||1;return Math.min(2,Math.max(1,t?Math.round(n):n))}function ce(t,n,e){let o={options:{padding:.15},_initContainer(){
this._container=L.DomUtil.create("canvas",n),this._container.setAttribute("aria-hidden","true"),this._context=this._container.getContext("2d")},_destroyContainer(){
L.DomUtil.remove(this._container)},_lay(i){let a=this._bounds.getSize(),s=this._container,l=Math.max(1,Math.round(a.x*i)),c=Math.max(1,Math.round(a.y*i));L.DomUtil.
setPosition(s,this._bounds.min),s.style.width=a.x+"px",s.style.height=a.y+"px";let f=s.width!==l||s.height!==c;f&&Object.assign(s,{width:l,height:c});let m=this.
_map.getPixelOrigin().add(this._bounds.min),g=i*2**this._map.getZoom();return{other:f,frame:{width:l,height:c,ratio:i,scale:g,left:m.x*i,top:m.y*i}}}},r=L.Renderer.
extend({...o,...e});return new r({pane:t})}var bt={uint8:Uint8Array,int8:Int8Array,uint16:Uint16Array,int16:Int16Array,uint32:Uint32Array,int32:Int32Array,float32:Float32Array,float64:Float64Array},ue="0\
123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%()*+-:;=?@^_`{|}~,.",fe=new Uint8Array(128);for(let t=0;t<ue.length;t++)fe[ue.charCodeAt(t)]=t;
function Bn(t){let n=Math.ceil(t.length/5),e=new Uint8Array(4*n);for(let o=0;o<n;o++){let r=0;for(let i=5*o;i<5*o+5;i++)r=r*85+(i<t.length?fe[t.charCodeAt(i)]:84);
e[4*o]=r>>>24,e[4*o+1]=r>>>16,e[4*o+2]=r>>>8,e[4*o+3]=r}return e.subarray(0,Math.floor(4*t.length/5))}async function Fn(t){let n=new Blob([t]).stream().pipeThrough(
new DecompressionStream("deflate"));return new Uint8Array(await new Response(n).arrayBuffer())}function pe(t,n){let e=new Int32Array(n),o=0;for(let r=0;r<n;r++){let[i,a,s]=[0,0,0];do s=t[o++],i|=(s&127)<<a,a+=7;while(s&128);e[r]=i}return e}function zn({n:t,
width:n},e){let o=new Int32Array(t);for(let r=0;r<t;r++){let i=e[r];n>1&&(i|=e[t+r]<<8),n>2&&(i|=e[2*t+r]<<16|e[3*t+r]<<24),o[r]=i}return o}var de=t=>t>>>1^-(t&
1);function me(t,n){let{n:e,width:o,steps:r=0,signed:i}=n,a=o===0?pe(t,e):zn(n,t);if(i)for(let s=0;s<e;s++)a[s]=de(a[s]);for(let s=0;s<r;s++)for(let l=1;l<e;l++)
a[l]=a[l]+a[l-1]|0;return a}function Un(t,{n,forms:e,values:o}){let r=pe(t,o),i=Array.from({length:n},(s,l)=>String(e[r[l]][0])),a=n;for(let s=1;a<o;s+=2){let l=0;
for(let c=0;c<n;c++){let f=e[r[c]];s>=f.length||(l+=de(r[a++]),i[c]+=String(l).padStart(Number(f[s]),"0")+f[s+1])}}return i}function jn(t,n){let e=me(t.subarray(
n.n),n),o=10**n.digits;for(let r=0;r<n.n;r++)e[r]=e[r]*o+t[r];return e}function Wn(t,n){let e=new bt[n.type](n.n),o=10**n.digits,r=Object.hasOwn(n,"null");for(let i=0;i<
n.n;i++)e[i]=r&&t[i]===n.null?NaN:t[i]/o;return e}function Hn(t,{type:n,n:e,width:o}){let r=new Uint8Array(e*o);for(let l=0;l<o;l++)for(let c=0;c<e;c++)r[c*o+l]=
t[l*e+c];let i=new DataView(r.buffer),a=new bt[n](e),s=o===8?"getFloat64":"getFloat32";for(let l=0;l<e;l++)a[l]=i[s](l*o,!0);return a}async function Gn(t,n){let e=await Fn(
Bn(n));if(t.type==="text")return t.forms?Un(e,t):t.n===0?[]:new TextDecoder().decode(e).split(`
`);if(!Object.hasOwn(t,"steps"))return Hn(e,t);let o=t.split?jn(e,t):me(e,t);return Object.hasOwn(t,"digits")?Wn(o,t):t.type==="int32"?o:bt[t.type].from(o)}async function he(t,n){
if(t.format!==2||t.parts.length!==n.length)throw new Error(`packed in format ${t.format}, ${n.length} chunks`);let e=await Promise.all(t.parts.map((o,r)=>Gn(o,n[r])));
return Object.fromEntries(t.parts.map((o,r)=>[o.name,e[r]]))}var qn=["nature","built_up","water"],Xn=[[1.5,4.5],[1.1,3.4],[.6,2.6],[.5,2]],xt=[8,13],ge=1.1,Vn=2.2,we=1.7,kt=({looks:t},n)=>t.levels_from.filter(e=>n>=e).length;
function G({looks:t},n,e,o){let r=t.shown_from[n];return o>=r[Math.min(e,r.length)-1]}function Kn(t,n){let{layers:e}=n,{names:o,layer:r,rank:i,name:a,corners:s,
start_x:l,start_y:c,step_x:f,step_y:m}=t,g=ee(s),p=s.length,d=new Float64Array(g[p]),u=new Float64Array(g[p]),h=new Float64Array(4*p),y=new Int32Array(p),[w,b,k,
_]=[0,0,0,0];for(let O=0;O<p;O++){w+=l[O],b+=c[O];let[I,M]=[w,b],[U,R,ct,ut]=[1/0,1/0,-1/0,-1/0];for(let N=g[O];N<g[O+1];N++)N>g[O]&&(I+=f[k],M+=m[k],k++),d[N]=
Qt(I/1e4),u[N]=te(M/1e4),U=Math.min(U,d[N]),ct=Math.max(ct,d[N]),R=Math.min(R,u[N]),ut=Math.max(ut,u[N]);h.set([U,R,ct,ut],4*O),e[r[O]]==="place"&&(y[O]=t.people[_++])}
return{n:p,layer:Array.from(r,O=>e[O]),rank:i,name:Array.from(a,O=>o[O]),people:y,at:g,x:d,y:u,level:t.level,box:h,looks:n}}async function ye(t){if(!t)return null;let{manifest:n,chunks:e}=t;return Kn(await he(n,e),n.meta)}function q({n:t,layer:n,rank:e,box:o},r,i,{width:a,height:s,scale:l,
left:c,top:f}){let m=[];for(let g=0;g<t;g++){if(n[g]!==r||e[g]!==i)continue;o[4*g]*l-c>a||o[4*g+2]*l-c<0||o[4*g+1]*l-f>s||o[4*g+3]*l-f<0||m.push(g)}return m}function X({
at:t,x:n,y:e,level:o},r,i,{scale:a,left:s,top:l}){let c=[];for(let f=t[r];f<t[r+1];f++)o[f]<=i&&c.push([n[f]*a-s,e[f]*a-l]);return c}function Zn(t,n,e,o,{sight:r,
level:i}){let a=qn.includes(e);t.beginPath();for(let s of q(n,e,o,r)){let l=X(n,s,i,r);l.length<(a?3:2)||(l.forEach(([c,f],m)=>m?t.lineTo(c,f):t.moveTo(c,f)),a&&
t.closePath())}}function D(t,n,e,o=[]){t.strokeStyle=n,t.lineWidth=e,t.setLineDash(o),t.stroke()}function Yn(t,n,e,{zoom:o,ratio:r,colours:i,transit:a=!1}){let s=kt(
n,o),l=Math.max(0,Math.min(1,(o-xt[0])/(xt[1]-xt[0]))),c={sight:e,level:s};t.lineJoin="round",t.lineCap="round";function f(m,g){for(let p=n.looks.shown_from[m].
length;p>=1;p--)G(n,m,p,o)&&(Zn(t,n,m,p,c),g(p))}for(let m of["nature","built_up","water"])f(m,()=>{t.fillStyle=i[m],t.fill("nonzero")});if(f("waterway",m=>D(t,
i.river,r*(1+1.4*l)/Math.sqrt(m))),f("road",m=>{let[g,p]=Xn[m-1],d=r*(g+l*(p-g));D(t,i.casing,d+r*(m<3?ge:.7*ge)),D(t,i.road,d)}),t.lineCap="butt",f("rail",m=>{
let g=r*(m===1?1.7+l:1.3+l)*(a?we:1);a&&D(t,i.casing,g+2*r),D(t,i.rail,g),D(t,i.sleeper,g*.5,[5*r,5*r])}),t.setLineDash([]),!(!a&&!G(n,"station",1,o)))for(let m of q(
n,"station",1,e)){let[[g,p]]=X(n,m,s,e),d=r*Vn*(a?we:1);t.fillStyle=i.station,t.fillRect(g-d,p-d,2*d,2*d),t.strokeStyle=i.rail,t.lineWidth=r,t.strokeRect(g-d,p-
d,2*d,2*d)}}function be(t){let n=ce(t,"base-map",{_update(){this._map._animatingZoom&&this._bounds||(this._bounds?this.late.ask():this._now())},_reset(){this._update(),
this._updateTransform(this._map.getCenter(),this._map.getZoom())},_now(){!this._map||this._map._animatingZoom&&this._bounds||(L.Renderer.prototype._update.call(
this),this.draw())},show(e){this._base=e,this.draw()},emphasise(e){this._transit=e,this.late.ask()},dress(e){this._dark=e,this.draw()},draw(){if(!this._base||!this.
_bounds)return;let{frame:e,other:o}=this._lay(le(!1));o||this._context.clearRect(0,0,e.width,e.height);let r=this._base.looks.colours[this._dark?"dark":"light"];
Yn(this._context,this._base,e,{zoom:this._map.getZoom(),ratio:e.ratio,colours:r,transit:this._transit})}});return n.late=ae(()=>n._now()),n}var xe=[["land",200,!1],["figures",300,!1],["bands",350,!1],["base",380,!0],["lines",400,!0],["frontier",420,!0],["points",430,!1],["chosen",440,!0],["names",620,
!0]],Jn=xe.map(([t])=>t).filter(t=>!["base","names"].includes(t)),et="var(--land)",nt="#7d7f86",Qn="var(--faint)",V="var(--border)",to=.4,eo=[["water",{color:"#\
9cc3d9",weight:2}],["road",{color:"#8f8a80",weight:.9,opacity:.75}],["rail",{color:"#4a4a52",weight:1.6,dashArray:"6 3"}]];function no(t){for(let[n,e,o]of xe){let r=t.
createPane(n);r.style.zIndex=String(e),o&&(r.style.pointerEvents="none")}return Object.fromEntries(Jn.map(n=>[n,L.svg({pane:n,padding:.4})]))}async function ke(t,n){
let e=await ye(n.base_map);if(!e)return null;let o=be("base").addTo(t);return o.show(e),{base:e,layer:o}}function ve(t,n){let e=no(t),o=re(n.base),r=(m,g)=>({pane:m,
renderer:e[m],smoothFactor:to,...g}),i=(m,g)=>r(m,{interactive:!1,...g});for(let m of o){L.polygon(m.rings,i("land",{stroke:!0,color:et,weight:.8,fillColor:et,fillOpacity:n.
land})).addTo(t);let g=m.part==="ring";L.polygon(m.rings,i("lines",{fill:!1,weight:g?.5:.8,color:g?Qn:nt})).addTo(t)}for(let[m,g]of eo){let p=(n.lines[m]||[]).map(
tt);p.length&&L.polyline(p,i("lines",g)).addTo(t)}let a=n.base.border.map(tt);L.polyline(a,i("frontier",{color:"var(--halo)",weight:5,opacity:.9})).addTo(t),L.polyline(
a,i("frontier",{color:V,weight:2.6})).addTo(t),L.control.scale({imperial:!1,position:"bottomright",maxWidth:120}).addTo(t);let[s,l,c,f]=n.base.bounds;return{areas:o,
frontier:a,renderers:e,live:r,flat:i,bounds:L.latLngBounds([s,l],[c,f])}}function C(t,n){let e=x("i",{class:"swatch","aria-hidden":"true"});return t.startsWith("url(#")?e.classList.add(t.slice(5,-1)):e.style.backgroundColor=t,x("li",
{},e,n)}var $=(t,n)=>x("li",{},x("i",{class:"swatch "+t,"aria-hidden":"true"}),n);function K(t,n,e){let o=$("line",e),r=o.firstChild;return r.style.borderTopColor=
t,r.style.borderTopWidth=n+"px",o}var E=t=>x("li",{class:"said"},t);function A(t,n,e){let o=x("span",{},...e?[Nt(e)]:[],t);return x("div",{class:"row"},o,x("b",
{},n))}var _e="url(#hatch-missing)";function oo({data:t,words:n,choosing:e,said:o},r,i){let{t:a}=n,s=o.units[r.unit];function l(g){return g===0?a("class_below",{a:s(i[0])}):
g===i.length?a("class_above",{a:s(i[g-1])}):a("class_between",{a:s(i[g-1]),b:s(i[g])})}let c=(g,p=!1)=>wt({kind:"step",step:g,negative:p},r.palette,i,t.palettes),
f=i.length?[...i.keys(),i.length]:[];if(r.palette==="diverging"){let g=p=>f.map(d=>C(c(d,p),(p?"− ":"+ ")+l(d)));return[...g(!1).reverse(),C("#ffffff",a("clas\
s_same")),...g(!0)]}let m=e.layer().values[e.fieldName()].includes(0);return[...f.toReversed().map(g=>C(c(g),l(g))),...m?[C("#ffffff",a(r.palette==="effect"?"cl\
ass_zero_effect":"class_zero"))]:[]]}function ro({data:t,words:n,choosing:e,base:o,said:r},i){let{t:a}=n,{view:s,layer:l,fieldName:c}=e,f=l().values[c()],m=s().
ids??[],g=o.areas.filter(h=>!m.includes(h.number)),p=m.map((h,y)=>r.marks(y)),d=(l().values.unknown||[]).filter(h=>Number(h)>0).length;return[...[[f.includes("n"),
t.palettes.noise,"class_noise"],[f.includes("u"),"url(#hatch-undefined)",s().undefined||"undefined"],[f.includes(null)||g.some(h=>h.part!=="ring"),_e,"class_mis\
sing"],[p.some(h=>h.edge),"url(#hatch-edge)",i.palette==="sequential"?"class_edge":"class_edge_other"],[p.some(h=>h.still&&!h.edge),"url(#hatch-still)","class_s\
till"]].filter(([h])=>h).map(([,h,y])=>C(h,a(y,{noise:y==="class_noise"?n.share(s().noise):""}))),...d?[E(a("bounds",{n:n.count(d)}))]:[],...g.some(h=>h.part===
"ring")?[C(et,a("class_outside"))]:[]]}function so({data:t,choosing:n,base:e,said:o},r,i,a){let{state:s,view:l,layer:c,fieldName:f,field:m}=n,g=c().breaks[m().group],
p=c().values[f()];function d(u,h){let y=L.polygon(e.areas[u].rings,e.live("figures",{color:nt,weight:.6,fillColor:h,fillOpacity:1}));y.bindTooltip(()=>r.card(u,
!0),{sticky:!0,opacity:1,className:"hover"}),y.on("mouseover",()=>r.mark(u)),y.on("mouseout",()=>r.mark(s.area)),y.on("click",w=>{y.closeTooltip(),r.select(u,w.
latlng)}),a("area"+u,y)}(l().ids??[]).forEach((u,h)=>{let y=wt(Zt(p[h],g),m().palette,g,t.palettes),w=i.get("area"+u);w?w.setStyle({fillColor:y}):d(u,y),i.get("\
over"+u)?.remove(),i.delete("over"+u);let{edge:b,still:k}=o.marks(h);!b&&!k||a("over"+u,L.polygon(e.areas[u].rings,e.flat("lines",{stroke:!1,fillColor:b?"url(#h\
atch-edge)":"url(#hatch-still)",fillOpacity:1})))});for(let u of e.areas)u.part==="ring"||i.has("area"+u.number)||a("area"+u.number,L.polygon(u.rings,e.flat("fi\
gures",{color:nt,weight:.6,fillColor:_e,fillOpacity:1})))}function Se(t,n,e){let{words:o,choosing:r,base:i,said:a}=t,{t:s}=o,{view:l,layer:c,field:f}=r;return{draw:m=>so(
t,n,e,m),title:()=>a.fieldTitle(f()),legend:()=>[...oo(t,f(),c().breaks[f().group]),...ro(t,f())],table(){let m=[...l().rows.map(([p,d,u])=>[s(p),a.where()+d,u]),
...(l().bar??[]).map(p=>[s(p),p,"count"]),...(l().bounds??[]).flatMap(p=>["lower","upper"].map(d=>[s("bounds_"+d,{what:s("row_"+p)}),p+"_"+d,"plain"]))],g=(l().
ids??[]).map((p,d)=>({area:i.areas[p],slot:d})).sort((p,d)=>o.sort(p.area.name,d.area.name));return{head:[s("municipality"),s("country"),...m.map(([p])=>o.capital(
p))],rows:g.map(({area:p,slot:d})=>[p.name,[p.country,...m.map(([,u,h])=>a.figureAt(u,d,h))]])}}}}var io="#888888",Oe="other";function Te({map:t,data:n,words:e,choosing:o,base:r}){let{t:i,count:a}=e,{view:s,layer:l}=o,c=()=>[...s().parts,Oe];function f(u){let h=l().
bands.map(b=>b.cutoff).sort((b,k)=>b-k),y=h.length>1?h.indexOf(u)/(h.length-1):0,{bands:w}=n.palettes;return s().cutoffs.includes(u)?w[Math.round(y*(w.length-2))]:
io}let m=(u,h)=>i("area_km2",{n:a(u.km2[h]||0)}),g=u=>i("within",{n:e.plain(u.cutoff)});function p(u){let[h,y]=l().key,w=c().filter(b=>u.km2[b]>0||b!==Oe);return x(
"div",{class:"card"},x("strong",{},s().names[h]??h),x("div",{class:"main"},g(u)),x("div",{class:"small"},e.named("by_mode",y)??""),...w.map(b=>A(i(b),m(u,b))))}
function d(u){let{all:h}=u.km2,y=(n.home[l().key[0]]??"").toLowerCase(),b=(y?s().parts.filter(k=>k!==y):[]).reduce((k,_)=>k+(u.km2[_]||0),0);return b&&h?i("area\
_share",{n:a(h),p:e.share(b/h)}):i("area_km2",{n:a(h)})}return{draw(u){l().bands.forEach((y,w)=>{let b=L.polygon(yt(y.geometry),r.live("bands",{color:"#ffffff",
weight:1,fillColor:f(y.cutoff),fillOpacity:1}));b.bindTooltip(()=>p(y),{sticky:!0,opacity:1,className:"hover"}),b.on("click",k=>{b.closeTooltip(),L.popup({maxWidth:290}).
setLatLng(k.latlng).setContent(p(y)).openOn(t)}),u("band"+w,b)});let h=n.origins[l().key[0]];h&&u("halo",L.circleMarker([h[1],h[0]],{...r.flat("chosen",{color:"\
#ffffff",weight:3,fillColor:V,fillOpacity:1}),radius:8}))},title:()=>i("travel_time"),legend:()=>l().bands.toReversed().map(u=>{let h=C(f(u.cutoff),g(u));return h.
append(x("small",{},d(u))),h}),table:()=>({head:[e.capital(i("cutoff")),...c().map(u=>i(u))],rows:l().bands.toReversed().map(u=>[i("minutes",{n:e.plain(u.cutoff)}),
c().map(h=>m(u,h))])}),box(){let u=L.latLngBounds([]);for(let h of l().bands)u.extend(L.polyline(yt(h.geometry).flat()).getBounds());return u.isValid()?{bounds:u,
options:{padding:[24,24]}}:null}}}function Le(t){let n={view:0,choices:{},area:null},e=()=>t.views[n.view],o=()=>e().controls.filter(c=>!c.field);function r(c){let{values:f}=a(),m=g=>Object.hasOwn(
f,g)&&f[g].some(p=>typeof p=="number");return[c.start,...c.options].find(m)??c.start}function i(c){let f=n.choices[c.id];return c.options.includes(f)?f:c.id==="\
destination"&&e().kind==="reach"?r(c):c.start}function a(){let c=o().map(i);return e().layers.find(f=>f.key.every((m,g)=>m===c[g]))??e().layers[0]}function s(c,f){
n.choices[c.id]=f;let m=o(),g=m.map(i),p=m.indexOf(c),d=y=>y.key.filter((w,b)=>w===g[b]).length,h=(p<0?[a()]:e().layers.filter(y=>y.key[p]===f)).reduce((y,w)=>d(
w)>d(y)?w:y);m.forEach((y,w)=>{n.choices[y.id]=h.key[w]})}let l=()=>e().controls.filter(c=>c.field).map(i).join("_");return{state:n,view:e,layer:a,layerControls:o,
chosen:i,choose:s,fieldName:l,field:()=>e().fields[l()]}}var ao=6,lo=4;function co({id:t,name:n,options:e,current:o,pick:r}){let i=x("select",{id:"c-"+t,"data-key":t});for(let[a,s]of e){let l=x("option",{value:a},s);l.
selected=a===o,i.append(l)}return i.addEventListener("change",()=>r(i.value)),x("div",{class:"choice"},x("label",{for:"c-"+t,class:"legend"},n),i)}function uo({
id:t,name:n,options:e,current:o,pick:r}){let i=x("div",{class:"pills"});for(let[a,s]of e){let l=x("input",{type:"radio",name:t,value:a,checked:a===o,"data-key":t+
"="+a});l.addEventListener("change",()=>r(a)),i.append(x("label",{class:"pill"},l,x("span",{},s)))}return x("fieldset",{class:"choice"},x("legend",{class:"legen\
d"},n),i)}function Ce({data:t,words:n,choosing:e,said:o},r,i){let{state:a,view:s,chosen:l,choose:c}=e,f=s().controls.map(m=>({id:m.id,name:n.t(m.id),current:l(m),
options:m.options.map(g=>[g,o.optionLabel(m.id,g)]),pick(g){c(m,g),m.id==="origin"&&i(),r()}}));f.unshift({id:"view",name:n.t("view"),current:String(a.view),options:t.
views.map((m,g)=>[String(g),n.t("view_"+m.kind)]),pick(m){a.view=Number(m),i(),r()}}),Q(v("controls"),...f.filter(({options:m})=>m.length>1).map(m=>{let g=m.id===
"origin"?lo:ao;return m.options.length>g?co(m):uo(m)}))}function ot(t){return t.palette!=="diverging"?t.unit:t.unit==="percent"?"change_percent":"change"}function Ae(t,n){let{t:e,count:o}=t,{view:r,layer:i}=n,a={count:o,
plain:o,percent:t.share,change:t.signedCount,change_percent:t.signedShare};function s(p,d){return p==null?e("missing"):p==="u"?e("undefined"):p==="n"?e("class_n\
oise",{noise:t.share(r().noise)}):a[d](Number(p))}function l(p,d){let{values:u}=i();return Object.hasOwn(u,p)?u[p][d]:void 0}function c(p,d){let u=l(p,d);return typeof u==
"number"?u:null}function f(p,d){if(p!=="open"||(l(p,d)??null)!==null)return null;let u=r().bar??[],h=u.reduce((w,b)=>w+(c(b,d)??0),0),y=u.filter(w=>c(w,d)===null);
return!(h>0)||!y.length?null:[e("at_least",{n:o(h)}),y.map(w=>e("no_data_of",{country:e(w)})).join(", ")].join(" – ")}function m(p,d,u){let h=f(p,d);if(h!==null)
return h;let y=s(l(p,d),u);return u==="count"&&c(p,d)!==null&&(c("unknown",d)??0)>0?e("at_least",{n:y}):y}return{units:a,figureAt:m,numberAt:c,marks:p=>({edge:(c(
"edge",p)??0)>(r().edge_share??1),still:l("without",p)===1})}}function Ee(t,n){let{t:e}=t,{view:o,layerControls:r,chosen:i,fieldName:a}=n;function s(p,d){return p===
"mode"?t.named("modes",d)??(d==="any"?e("mode_any"):d):p==="opportunity"?t.opportunity(d):p==="cutoff"?e("minutes",{n:t.plain(Number(d))}):p==="origin"?o().names[d]??
d:p==="scenario"?d==="baseline"?e("baseline"):d:p==="side"&&!["all","own","across"].includes(d)?e(d):e(p+"_"+d)}function l(p){let d=p==="all"?"":p==="any"?e("by\
_any"):p;return t.named("by_mode",p)??d}let c=()=>Object.fromEntries(r().map(p=>{let d=i(p),u=p.id==="mode"?l(d):p.id==="cutoff"?t.plain(Number(d)):s(p.id,d);return[
p.id,u]})),f=()=>o().kind==="scenario"?", "+e("destination_"+a().split("_")[0]):"";return{optionLabel:s,values:c,where:()=>o().kind==="scenario"?a().split("_")[0]+
"_":"",fieldTitle:p=>t.capital(e(p.label,c()))+f()}}function Ne({words:t,choosing:n,base:e,said:o},r){let{t:i,count:a}=t,{view:s,layer:l,fieldName:c,field:f}=n,m=v("extremes");m.replaceChildren();let{ids:g}=s();if(!g)
return;let p=ot(f()),d=l().values[c()],u=g.map((k,_)=>({number:k,value:d[_],mark:o.marks(_)})).filter(k=>typeof k.value=="number"),h=u.filter(({mark:k})=>!k.edge&&
!k.still).sort((k,_)=>Number(_.value)-Number(k.value));function y(k,_){let O=p==="count"||p==="change"?" "+o.values().opportunity:"",I=R=>o.units[p](Number(R))+
O,M=h.filter(R=>I(R.value)===I(_)),U=M.length>1?i("tied",{n:a(M.length)}):P(e.areas[M[0].number].name,()=>r(M[0].number));m.append(x("div",{},i(k)+": ",U," ",x(
"b",{},I(_))))}let w=h.at(-1);w&&h[0].value!==w.value&&(y("highest",h[0].value),y("lowest",w.value));let b=[{why:"edge",n:u.filter(({mark:k})=>k.edge).length},{
why:"still",n:u.filter(({mark:k})=>k.still&&!k.edge).length}].filter(({n:k})=>k>0).map(({why:k,n:_})=>i("left_"+k,{n:a(_)}));b.length&&m.append(x("div",{class:"\
small"},i("left_out",{parts:b.join(", ")})))}var Ie="#3c3f46",Me=.12,Re=16;function fo([t,n],[e,o]){let r=Math.cos((n+o)/2*Math.PI/180),i=[(t+e)/2+Me*(o-n)/r,(n+o)/2-Me*(e-t)*r];return Array.from({length:Re+
1},(a,s)=>{let l=s/Re;return[(1-l)**2*n+2*l*(1-l)*i[1]+l*l*o,(1-l)**2*t+2*l*(1-l)*i[0]+l*l*e]})}function $e({data:t,words:n,choosing:e,base:o}){let{t:r,count:i}=n,
{layer:a}=e,{areas:s}=o,l=new Map(t.base.places.map(([p,d,u])=>[p,[d,u]])),c=([p,d])=>t.palettes.flows[s[p].country===s[d].country?0:1];function f(p){let{breaks:d}=a(),
u=d.filter(h=>p>=h).length;return t.widths[Math.round(u*(t.widths.length-1)/Math.max(d.length,1))]}let m=([p,d,u])=>x("div",{class:"card"},x("strong",{},s[p].name+
" → "+s[d].name),x("div",{class:"main"},i(u)));function g(){let p=a().breaks;return p.length?[...p.map((u,h)=>K(Ie,f(u),h+1===p.length?r("class_above",{a:i(u)}):
r("class_between",{a:i(u),b:i(p[h+1])}))).reverse(),K(Ie,f(0),r("class_below",{a:i(p[0])}))]:[]}return{draw(p){a().flows.toReversed().forEach((d,u)=>{let[h,y]=[
l.get(d[0]),l.get(d[1])];if(!h||!y)return;let w=L.polyline(fo(h,y),{pane:"bands",renderer:o.renderers.bands,color:c(d),weight:f(d[2]),opacity:1,lineCap:"butt"});
w.bindTooltip(()=>m(d),{sticky:!0,opacity:1,className:"hover"}),p("flow"+u,w)})},title:()=>n.capital(r("field_flows")),legend(){let{left_out:p,people_left_out:d,
outside:u,missing:h}=a(),[y,w]=t.palettes.flows;return[...g(),K(y,4,r("flow_within")),K(w,4,r("flow_across")),...p?[E(r("flow_left_out",{n:i(p),p:i(d)}))]:[],...u?
[E(r("flow_outside",{n:i(u)}))]:[],...h?[E(r("flow_missing",{n:i(h)}))]:[]]},table:()=>({head:["flow_from","flow_to","flow_count"].map(p=>n.capital(r(p))),rows:a().
flows.map(([p,d,u])=>[s[p].name,[s[d].name,i(u)]])})}}var po=["fill","stroke"];function Z(t,n){let{left:e,top:o,width:r,height:i}=t.getBoundingClientRect();return{x:e-n.left,y:o-n.top,width:r,height:i}}function mo(t,n){
return S("image",{...Z(t,n),href:t.toDataURL("image/png"),preserveAspectRatio:"none"})}function ho(t,n){let e=t.cloneNode(!0),[o,r]=[t,e].map(a=>[...a.querySelectorAll(
"path")]);o.forEach((a,s)=>{let l=getComputedStyle(a);for(let c of po)r[s].setAttribute(c,l.getPropertyValue(c).replace(/url\("(#[^"]+)"\)/,"url($1)"));r[s].removeAttribute(
"class")});let i=S("svg",{...Z(t,n),viewBox:t.getAttribute("viewBox")??"",overflow:"visible"});return i.append(...e.childNodes),i}function go(t,n,e){let o=Z(t,n),
r=getComputedStyle(t),i=parseFloat(r.fontSize);if(!t.textContent)return[S("circle",{cx:o.x+o.width/2,cy:o.y+o.height/2,r:o.width/2,fill:r.backgroundColor})];let a={
y:o.y+o.height/2+i*.35,"font-size":i,"font-weight":r.fontWeight,fill:r.color};if(t.classList.contains("shield"))return[S("rect",{...o,rx:3,fill:r.backgroundColor,
stroke:"#b5a970","stroke-width":1}),S("text",{...a,x:o.x+o.width/2,"text-anchor":"middle"},t.textContent)];let s=r.textTransform==="uppercase"?t.textContent.toLocaleUpperCase():
t.textContent;return[S("text",{...a,x:o.x,stroke:e,"stroke-width":3,"stroke-linejoin":"round","paint-order":"stroke","letter-spacing":r.letterSpacing==="normal"?
null:r.letterSpacing},s)]}function wo(t,n,e){let{x:o,y:r,width:i,height:a}=Z(t,n),s=getComputedStyle(t).color,l=r+a-1,c=`M${o} ${l-6}V${l}H${o+i}V${l-6}`;return[
S("path",{d:c,fill:"none",stroke:e,"stroke-width":5}),S("path",{d:c,fill:"none",stroke:s,"stroke-width":2}),S("text",{x:o+4,y:l-5,"font-size":11,"font-weight":600,
fill:s,stroke:e,"stroke-width":3,"paint-order":"stroke"},t.textContent)]}function Pe(t){let n=t.getContainer(),e=n.getBoundingClientRect(),o=getComputedStyle(document.
documentElement).getPropertyValue("--halo").trim()||"#ffffff",r=[...n.querySelectorAll(".leaflet-pane")].filter(s=>s.parentElement!==n).map(s=>s).sort((s,l)=>Number(
getComputedStyle(s).zIndex)-Number(getComputedStyle(l).zIndex)),i=[S("rect",{width:e.width,height:e.height,fill:getComputedStyle(n).backgroundColor})];for(let s of r){
let l=S("g",{opacity:getComputedStyle(s).opacity});for(let c of s.children)if(c.checkVisibility()){if(c instanceof HTMLCanvasElement)l.append(mo(c,e));else if(c instanceof
SVGSVGElement)l.append(ho(c,e));else if(c instanceof HTMLElement&&c.matches(".place, .country, .dot"))l.append(...go(c,e,o));else if(c instanceof HTMLElement&&c.
matches(".pin")){let{x:f,y:m,width:g,height:p}=Z(c,e);l.append(S("circle",{cx:f+g/2,cy:m+p,r:7,fill:"#ffffff",stroke:"#111827","stroke-width":4}))}}l.childElementCount&&
i.push(l)}let a=n.querySelector(".leaflet-control-scale-line");return a instanceof HTMLElement&&i.push(...wo(a,e,o)),i}function rt(t,n){let e=document.createElement("a");e.href=URL.createObjectURL(t),e.download=n,document.body.append(e),e.click(),e.remove(),setTimeout(()=>URL.revokeObjectURL(
e.href),1e4)}var[De,Be]=[595.28,841.89],Y=28,yo=3,bo=t=>"<FEFF"+[...Array(t.length).keys()].map(n=>t.charCodeAt(n).toString(16).padStart(4,"0")).join("")+">",xo={"€":128,"\
„":132,"…":133,"‘":145,"’":146,"“":147,"”":148,"•":149,"–":150,"—":151,"−":45,"→":187};function ko(t){return"<"+[...t].map(n=>{let e=xo[n]??
n.codePointAt(0)??63;return(e>255||e<32?63:e).toString(16).padStart(2,"0")}).join("")+">"}function Fe(t,n,e,o){let r=t.width>t.height,[i,a]=r?[Be,De]:[De,Be],s=Math.
min((i-2*Y)/t.width,(a-2*Y)/t.height),[l,c]=[t.width*s,t.height*s],f=e.filter(b=>b).map((b,k)=>`1 0 0 1 ${Y} ${a-Y-12*(k+1)} Tm ${ko(b)} Tj`),m=`q ${l.toFixed(2)}\
 0 0 ${c.toFixed(2)} ${((i-l)/2).toFixed(2)} ${(a-Y-c).toFixed(2)} cm /Map Do Q
BT /F 9 Tf ${yo} Tr ${f.join(`
`)} ET
`,g=[`<< /Type /Catalog /Pages 2 0 R /Lang (${o}) >>`,"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${i} ${a}] /Conte\
nts 4 0 R /Resources << /XObject << /Map 5 0 R >> /Font << /F 6 0 R >> >> >>`,`<< /Length ${m.length} >>
stream
${m}endstream`,[`<< /Type /XObject /Subtype /Image /Width ${t.width} /Height ${t.height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${t.
bytes.length} >>
stream
`,t.bytes,`
endstream`],"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",`<< /Title ${bo(n)} /Creator (grensgeo) >>`],p=[],d=0;function u(b){
let k=typeof b=="string"?Uint8Array.from(b,_=>_.charCodeAt(0)):b;p.push(k),d+=k.length}u(`%PDF-1.7
`);let h=g.map((b,k)=>{let _=d;u(`${k+1} 0 obj
`);for(let O of[b].flat())u(O);return u(`
endobj
`),_}),y=d;u(`xref
0 ${g.length+1}
0000000000 65535 f 
`+h.map(b=>`${String(b).padStart(10,"0")} 00000 n 
`).join("")+`trailer
<< /Size ${g.length+1} /Root 1 0 R /Info 7 0 R >>
startxref
${y}
%%EOF
`);let w=new Uint8Array(d);return p.reduce((b,k)=>(w.set(k,b),b+k.length),0),w}var B=20,vo=640,ze=21,J=22,Ue=2,vt=()=>getComputedStyle(document.body).fontFamily;function _o(t,n,e){let o=[""];for(let r of n.split(/\s+/)){let i=o[o.length-1],
a=i?i+" "+r:r;t.measureText(a).width<=e||!i?o[o.length-1]=a:o.push(r)}return o}function So(t,n,e){return(o,{size:r,weight:i,leading:a},s)=>{if(!o)return{nodes:[],
end:s};t.font=`${i} ${r}px ${vt()}`;let l=_o(t,o,e-2*B);return{end:s+l.length*a,nodes:l.map((c,f)=>S("text",{x:B,y:s+(f+.75)*a,"font-size":r,"font-weight":i,fill:n},
c))}}}function Oo({line:t,colour:n,stripe:e,shape:o,width:r=3},i,a){if(t)return[S("rect",{x:i,y:a+7-r/2,width:J,height:r,fill:t})];let[s,l]=[i+J/2,a+7],c={fill:n??
"none",stroke:"#7d7f86","stroke-width":.8};if(o==="circle")return[S("circle",{cx:s,cy:l,r:6,...c})];if(o==="diamond")return[S("path",{d:`M${s-7} ${l}L${s} ${l-7}\
L${s+7} ${l}L${s} ${l+7}Z`,...c})];if(o==="star")return[S("circle",{cx:s,cy:l,r:6,fill:"#c2185b"})];let f=S("rect",{x:i,y:a,width:J,height:13,...c});return e?[f,
...[0,1,2,3].map(m=>S("rect",{x:i+6*m+2,y:a,width:3,height:13,fill:e}))]:[f]}function To(t,n,e,o,r){t.font=`400 12px ${vt()}`;let i=[],[a,s]=[B,r];for(let l of n){
let c=J+6+t.measureText(l.said).width+16;a>B&&a+c>e-B&&([a,s]=[B,s+ze]),i.push(...Oo(l,a,s),S("text",{x:a+J+6,y:s+11,"font-size":12,fill:o},l.said)),a+=c}return{
nodes:i,end:n.length?s+ze:r}}function je(t,n,e,{ink:o,paper:r}){let i=Math.max(t.width,vo),a=document.createElement("canvas").getContext("2d"),s=So(a,o,i),l=s(e.
title,{size:13,weight:600,leading:18},10),c=s(e.headline,{size:19,weight:700,leading:25},l.end),f=s(e.question,{size:13,weight:400,leading:18},c.end),m=f.end+10,
g=s(e.legend,{size:12,weight:600,leading:18},m+t.height+8),p=To(a,n,i,o,g.end+4),d=p.end+2,u=e.below.flatMap(b=>{let k=s(b,{size:11,weight:400,leading:15},d);return d=
k.end,k.nodes}),h=Math.ceil(d+12),y=document.querySelector("svg.hatches defs")?.cloneNode(!0);return S("svg",{xmlns:"http://www.w3.org/2000/svg",width:i,height:h,
viewBox:`0 0 ${i} ${h}`,"font-family":vt()},S("title",{},e.headline),...y?[y]:[],S("rect",{width:i,height:h,fill:r}),...l.nodes,...c.nodes,...f.nodes,S("svg",{x:(i-
t.width)/2,y:m,width:t.width,height:t.height,overflow:"hidden"},...t.nodes),...g.nodes,...p.nodes,...u)}var We=t=>new XMLSerializer().serializeToString(t),He=t=>new Blob(
[`<?xml version="1.0" encoding="UTF-8"?>
`,We(t)],{type:"image/svg+xml"});async function Ge(t){let n=new Image;n.src="data:image/svg+xml;charset=utf-8,"+encodeURIComponent(We(t)),await n.decode();let e=document.
createElement("canvas");return e.width=Ue*Number(t.getAttribute("width")),e.height=Ue*Number(t.getAttribute("height")),e.getContext("2d")?.drawImage(n,0,0,e.width,
e.height),e}async function qe(t){let n=await Ge(t);return new Promise((e,o)=>{n.toBlob(r=>r?e(r):o(new Error("no picture")),"image/png")})}async function Xe(t,n,e){
let o=await Ge(t),r=await new Promise(l=>{o.toBlob(l,"image/jpeg",.92)}),i=new Uint8Array(await r.arrayBuffer()),a=[n.headline,n.question,...n.below],s=Fe({bytes:i,
width:o.width,height:o.height},n.title||n.headline,a,e);return new Blob([s],{type:"application/pdf"})}var Lo=t=>t.replace(/(?<=^|[,;\t\r\n]["\s]*)(?=[=+\-@\t\r\n])/g,"'");var Co=/^[-\u2212+]?[\d.,\u00a0]+$/;function Ve(t,n){if(!Co.test(t))return NaN;let[e,o]=T[n].startsWith("en")?[",","."]:[".",","];return Number(t.replaceAll(e,"").
replaceAll(" ","").replace(o,".").replace("−","-"))}function Ao({head:t,body:n},e){let o=e!=="en",r=o?";":",";function i(a){let s=Ve(a,e);if(!Number.isNaN(s))
return o?String(s).replace(".",","):String(s);let l=Lo(a);return/[",;\n\r]/.test(l)?`"${l.replace(/"/g,'""')}"`:l}return[t,...n].map(a=>a.map(i).join(r)).join(`\
\r
`)+`\r
`}var Eo=t=>t.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g,"").replace(/&/g,"&amp;").replace(/</g,"&lt;").replace(/>/g,"&gt;").replace(/"/g,"&quot;"),F='\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',_t="http://schemas.openxmlformats.org/spreadsheetml/2006/main",st="http://schemas.openxmlformats.org/of\
ficeDocument/2006/relationships",St="http://schemas.openxmlformats.org/package/2006",it="application/vnd.openxmlformats-officedocument.spreadsheetml";function No({
head:t,body:n},e,o){function r(a){let s=Ve(a,e);return Number.isNaN(s)?`<c t="inlineStr"><is><t xml:space="preserve">${Eo(a)}</t></is></c>`:`<c${Number.isInteger(
s)?' s="1"':""}><v>${s}</v></c>`}let i=a=>`${F}<worksheet xmlns="${_t}"><sheetData>`+a.map(s=>`<row>${s.map(r).join("")}</row>`).join("")+"</sheetData></workshe\
et>";return[["[Content_Types].xml",`${F}<Types xmlns="${St}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relatio\
nships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${it}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${it}.styles+xml"/>`+[1,
2].map(a=>`<Override PartName="/xl/worksheets/sheet${a}.xml" ContentType="${it}.worksheet+xml"/>`).join("")+"</Types>"],["_rels/.rels",`${F}<Relationships xmlns\
="${St}/relationships"><Relationship Id="rId1" Type="${st}/officeDocument" Target="xl/workbook.xml"/></Relationships>`],["xl/workbook.xml",`${F}<workbook xmlns=\
"${_t}" xmlns:r="${st}"><sheets><sheet name="1" sheetId="1" r:id="rId1"/><sheet name="2" sheetId="2" r:id="rId2"/></sheets></workbook>`],["xl/_rels/workbook.xml\
.rels",`${F}<Relationships xmlns="${St}/relationships">`+[1,2].map(a=>`<Relationship Id="rId${a}" Type="${st}/worksheet" Target="worksheets/sheet${a}.xml"/>`).join(
"")+`<Relationship Id="rId3" Type="${st}/styles" Target="styles.xml"/></Relationships>`],["xl/styles.xml",`${F}<styleSheet xmlns="${_t}"><fonts count="1"><font>\
<sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fil\
l></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2">\
<xf/><xf numFmtId="3" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`],["xl/\
worksheets/sheet1.xml",i([t,...n])],["xl/worksheets/sheet2.xml",i(o.map(a=>[a]))]]}function Io(t){let n=-1;for(let e of t){n^=e;for(let o=0;o<8;o++)n=n>>>1^(n&1?
3988292384:0)}return~n>>>0}function Mo(t){let n=new TextEncoder,e=[],o=[];function r(a,s){for(let[l,c]of s)for(let f=0;f<l;f++)a.push(c/2**(8*f)&255)}for(let[a,
s]of t){let[l,c]=[n.encode(a),n.encode(s)],f=[[2,20],[2,2048],[2,0],[2,0],[2,33],[4,Io(c)],[4,c.length],[4,c.length],[2,l.length],[2,0]];r(o,[[4,33639248],[2,20],
...f,[2,0],[2,0],[2,0],[4,0],[4,e.length]]),o.push(...l),r(e,[[4,67324752],...f]);for(let m of[l,c])for(let g of m)e.push(g)}let i=e.length;for(let a of o)e.push(
a);return r(e,[[4,101010256],[2,0],[2,0],[2,t.length],[2,t.length],[4,o.length],[4,i],[2,0]]),Uint8Array.from(e)}function Ke(t,n,e,o,r){let i=n==="csv"?new Blob(
["\uFEFF"+Ao(t,e)],{type:"text/csv;charset=utf-8"}):new Blob([Mo(No(t,e,o))],{type:it+".sheet"});rt(i,r+"."+n)}var Ro=70;function Ze({words:t,data:n,choosing:e}){let o=e.layerControls().map(e.chosen);return Dt([t.in(n.title),...o].join(" ")).replace(/ /g,"-").slice(0,Ro)}
function $o(t){let n=t.querySelector(".swatch");if(!n)return[];let e=getComputedStyle(n),o=[...t.childNodes].filter(s=>s!==n).map(s=>s.textContent?.trim()).filter(
s=>s).join(", "),r=[...n.classList];if(r.includes("line")||r.includes("frontier"))return[{said:o,line:e.borderTopColor,width:parseFloat(e.borderTopWidth)}];let i=r.
find(s=>s.startsWith("hatch-")),a=r.find(s=>["circle","diamond","star"].includes(s));return[{said:o,shape:a,colour:i?`url(#${i})`:e.backgroundColor}]}function Po(t){
let{head:n,rows:e}=t.table(),o=r=>r instanceof Node?r.textContent??"":r??"";return{caption:v("headline").textContent,head:n,body:e.map(([r,i])=>[o(r),...i.map(o)])}}
function Ye(t,n){let{words:e,map:o,data:r}=t,i=()=>[...document.querySelectorAll("#legend .said")].map(s=>String(s.textContent)).concat([v("strip-notes").firstChild?.
textContent??"",v("strip-sources").textContent,e.t("made_with",{version:r.version})]);async function a(s){let{x:l,y:c}=o.getSize(),f={title:e.in(r.title),headline:v(
"headline").textContent,question:"",legend:v("legend-title").textContent,below:i()},m=getComputedStyle(document.body),g=[...v("legend").children].flatMap($o),p=je(
{width:l,height:c,nodes:Pe(o)},g,f,{ink:m.color,paper:m.backgroundColor});rt(s==="png"?await qe(p):s==="svg"?He(p):await Xe(p,f,e.language),Ze(t)+"."+s)}for(let s of[
"png","svg","pdf"])v(s).addEventListener("click",()=>a(s));for(let s of["csv","xlsx"])v(s).addEventListener("click",()=>{let l=Po(n()),c=r.notes.map(f=>e.in(f.text));
Ke(l,s,e.language,[e.in(r.title),l.caption,...c,...i()],Ze(t))});v("print").addEventListener("click",()=>window.print())}var Ot=10,Do=6,at=14,Bo=300,Fo=34,zo=[0,9,9.75,11.5],Uo=t=>t<9.5?26:60,jo=2;function Je(t){let n=t.getZoom(),e=t.containerPointToLayerPoint([0,0]),o=t.getPixelOrigin(),
r=t.getSize();return{width:r.x,height:r.y,scale:2**n,zoom:n,x:e.x,y:e.y,left:o.x+e.x,top:o.y+e.y}}function Wo(t,{width:n,height:e}){let o=[];for(let i=1;i<t.length;i++){
let[[a,s],[l,c]]=[t[i-1],t[i]],f=Math.max(1,Math.ceil(Math.hypot(l-a,c-s)/12));for(let m=0;m<f;m++){let g=a+(m+.5)/f*(l-a),p=s+(m+.5)/f*(c-s);g>0&&p>0&&g<n&&p<e&&
o.push([g,p])}}let r=Math.floor(o.length/2);return o.map((i,a)=>o[r+(a%2?-1:1)*Math.ceil(a/2)]).filter(Boolean)}var Ho=t=>t.reduce((n,[e,o],r)=>r?n+Math.hypot(e-
t[r-1][0],o-t[r-1][1]):0,0);function Qe(t,n,e,o){let r=Je(t),i=kt(n,r.zoom),a=[],s=new Map;for(let l of o){if(!G(n,"road",l,r.zoom)||r.zoom<zo[l-1])continue;let c=q(
n,"road",l,r).filter(f=>n.name[f]).map(f=>({name:n.name[f],corners:X(n,f,i,r)})).map(f=>({...f,long:Ho(f.corners)})).filter(({long:f})=>f>=Fo).sort((f,m)=>m.long-
f.long);for(let{name:f,corners:m}of c){if(a.length>=Uo(r.zoom))return a;let g=f.split("/").slice(0,jo).join("/"),p=e.widthOf(g,Ot,!0)+Do,d=f.split("/").flatMap(
u=>s.get(u)??[]);for(let[u,h]of Wo(m,r)){if(d.some(([b,k])=>Math.hypot(b-u,k-h)<Bo))continue;let[y,w]=[r.x+u-p/2,r.y+h-at/2];if(e.free([y-2,w-2,y+p+2,w+at+2])){
e.take([y,w,y+p,w+at]),a.push({text:g,rank:l,x:y,y:w,width:p,height:at}),d.push([u,h]);for(let b of f.split("/"))s.set(b,[...s.get(b)??[],[u,h]])}}}}return a}function tn(t,n,e,o){
let r=Je(t);return o.filter(i=>G(n,e,i,r.zoom)).flatMap(i=>q(n,e,i,r).map(a=>{let[[s,l]]=X(n,a,1/0,r);return{name:n.name[a],rank:i,people:n.people[a],at:L.point(
r.x+s,r.y+l)}}).sort((a,s)=>s.people-a.people))}function en(t,n){let e=document.createElement("canvas").getContext("2d"),o=getComputedStyle(document.body).fontFamily,r=t.containerPointToLayerPoint([0,0]),i=L.
bounds(r,t.containerPointToLayerPoint(t.getSize())),[a,s]=[i.min,i.max];return{screen:i,point:l=>t.latLngToLayerPoint(l),free:l=>l[0]>=a.x&&l[2]<=s.x&&l[1]>=a.y&&
l[3]<=s.y&&n.every(c=>oe(c,l)),take:(...l)=>{n.push(...l)},widthOf(l,c,f){return e.font=`${f?600:400} ${c}px ${o}`,e.measureText(l).width}}}var nn=({x:t,y:n},e,o,r)=>[
[t+r,n-o/2],[t-r-e,n-o/2],[t-e/2,n-o-4],[t-e/2,n+4]];function z(t,n,e){return t.style.transform=`translate(${n}px,${e}px)`,t}var Go=13,Tt=18,on=14,qo=12,Xo=[12,11.5,11,10.5],Vo=10.5,rn=[58,170];function Ko({data:t,choosing:n,base:e},o){let r=n.view().kind==="isochrones"?n.layer().key[0]:
null;if(r===null||!t.origins[r]||e.areas.some(f=>f.code===r))return[];let[i,a]=t.origins[r],s=o.point([a,i]),l=n.view().names[r];o.take([s.x-10,s.y-10,s.x+20+o.
widthOf(l,on,!0),s.y+10]);let c=x("span",{class:"place big"},l);return c.style.fontSize=on+"px",[z(c,s.x+13,s.y-9)]}function sn(t,n,e,o,r){let i=o>qo,a=e.widthOf(
t,o,i)+8,s=o*1.3,l=nn(n,a,s,4).find(([g,p])=>e.free([g,p,g+a,p+s]));if(!l)return[];let[c,f]=l;e.take([c,f,c+a,f+s],[n.x-3,n.y-3,n.x+3,n.y+3]);let m=x("span",{class:"\
place "+r+(i?" big":"")},t);return m.style.fontSize=o+"px",[z(x("i",{class:"dot "+r}),n.x-2.5,n.y-2.5),z(m,c+4,f)]}function lt(t,n,e,o,r,i=new Set){return tn(t,
n,o,r).filter(({name:a,at:s})=>e.screen.contains(s)&&!i.has(a.split(" (")[0])).flatMap(({name:a,rank:s,at:l})=>sn(a,l,e,o==="station"?Vo:Xo[s-1],o==="station"?"\
stop":"village"))}function Zo(t,n,e,o){let r=i=>Qe(t,n,e,i).map(({text:a,rank:s,x:l,y:c,width:f})=>{let m=x("span",{class:s===1?"place shield motorway":"place s\
hield"},a);return m.style.fontSize=Ot+"px",m.style.width=f+"px",z(m,l,c)});return[...r([1,2]),...lt(t,n,e,"place",[2,3]),...r([3]),...lt(t,n,e,"station",[1],o),
...lt(t,n,e,"place",[4]),...r([4])]}function Yo(t,n,e,o){let r=o.widthOf(t.toLocaleUpperCase(),Go,!0)+t.length*2.4+8;function i(s,l){let c=L.bounds([s-6,l-4],[s+
r+6,l+22]);return e.some(f=>f.some(m=>c.contains(m)))}let a=n.map(s=>[s.x-r/2,s.y-Tt/2]).find(([s,l])=>!i(s,l)&&o.free([s,l,s+r,l+Tt]));return a?(o.take([a[0],a[1],
a[0]+r,a[1]+Tt]),[z(x("span",{class:"country"},t),a[0],a[1])]):[]}function an(t,n,e){let{map:o,data:r,words:i,base:a}=t,{x:s,y:l}=o.containerPointToLayerPoint([
0,0]),c=en(o,[[s,l,s+rn[0],l+rn[1]],...e]),f=Ko(t,c);n&&f.push(...lt(o,n,c,"place",[1]));for(let[g,p,d]of r.base.places){let u=a.areas[g],h=c.point([d,p]);!se(u,
o.getZoom())||!c.screen.contains(h)||f.push(...sn(u.name,h,c,ie(u.population),u.part==="ring"?"ring":"town"))}let m=a.frontier.map(g=>g.map(c.point));if(m.flat().
some(g=>c.screen.contains(g))){let g=c.point(L.latLngBounds(a.frontier.flat()).getCenter());for(let p of new Set(a.areas.map(d=>d.country))){let d=a.areas.filter(
u=>u.country===p).map(u=>c.point(u.centre)).sort((u,h)=>u.distanceTo(g)-h.distanceTo(g));f.push(...Yo(i.t(p.toLowerCase()),d,m,c))}}if(n){let g=new Set(f.map(p=>String(
p.textContent).split(" (")[0]));f.push(...Zo(o,n,c,g))}o.getPane("names")?.replaceChildren(...f)}var Lt=t=>L.CircleMarker.extend({_updatePath(){let{x:n,y:e}=this._point;this._renderer._setPath(this,t(n,e,this._radius))}});function ln(t,n,e){let o=e*1.3;return`\
M${t-o} ${n}L${t} ${n-o}L${t+o} ${n}L${t} ${n+o}Z`}function cn(t,n,e){return`M${Array.from({length:10},(r,i)=>{let a=e*(i%2?.45:1);return`${t+a*Math.sin(i*Math.
PI/5)} ${n-a*Math.cos(i*Math.PI/5)}`}).join("L")}Z`}var Jo=["sector","level","language","period"];function un({words:t,choosing:n}){let{t:e,count:o,capital:r}=t,{view:i,layer:a}=n,s=w=>e("minutes",{n:o(Math.round(
w))});function l(w){return w===null||!/^[a-z]{2}$/.test(w)?w:new Intl.DisplayNames([t.language],{type:"language"}).of(w)??w}let c=w=>({what:r(t.named("opp_types",
w.type)??w.type),sector:t.named("sectors",w.sector)??w.sector,level:w.level,language:l(w.language),period:w.from===null&&w.to===null?null:[w.from??"…",w.to??"\
…"].join(" – ")});function f(w){let b=a().key[0]==="any"?w.mode:a().key[0];return t.named("modes",b)??b}let m=w=>i().places[w.place][2],g=w=>w.unsure.map(b=>e(
"unsure_"+b)).join(", "),p=w=>x("div",{class:"small warn"},w);function d(w){let b=c(w),k=x("div",{class:"offer"},x("strong",{},b.what));w.count!==null&&w.count!==
1&&k.append(A(r(e("placement_places")),o(w.count)));for(let _ of Jo)_==="period"&&b.period===null||k.append(A(r(e("placement_"+_)),b[_]??e("placement_not_told")));
return k.append(A(r(e("placement_id")),w.id)),w.unsure.length&&k.append(p(e("placement_unsure_what",{what:g(w)}))),w.main_place&&k.append(p(e("placement_at_main\
_place"))),k}function u(w,b){let[k,_]=w[0],O=e(k.country.toLowerCase())+(m(k)?" ("+e("side_across")+")":"");return x("div",{class:"card"},x("div",{class:"main"},
s(_)),x("div",{class:"small"},f(k)+" · "+O),...w.slice(0,b).map(([I])=>d(I)),...w.length>b?[x("div",{class:"small"},"+ "+o(w.length-b))]:[])}let h=()=>["placem\
ent_time","country","placement_sector","placement_by","placement_what","placement_level","placement_language","placement_not_told"].map(w=>r(e(w)));function y(w){
let b=c(w);return[w.country+(m(w)?" ◆":""),b.sector??"–",f(w),b.what,b.level??"–",b.language??"–",g(w)]}return{minutes:s,card:u,columns:h,cells:y}}var Ct=t=>x("div",{class:"small warn"},t);function fn({words:t,choosing:n,base:e,said:o}){let{t:r}=t,{view:i,fieldName:a,field:s}=n;function l(d){let u=e.areas[d],
h=r("population",{n:t.plain(u.population)});return[x("strong",{},u.name),x("div",{class:"small"},[r(u.country.toLowerCase()),u.nuts3,h].join(" · "))]}function c(d){
let u=s();return[x("div",{class:"main"},o.figureAt(a(),d,ot(u))),x("div",{class:"small"},o.fieldTitle(u)+(i().mean?r("of_mean_here"):""))]}function f(d){let u=(i().
bar??[]).map(b=>({name:b,value:o.numberAt(b,d)})),h=u.map(({name:b})=>A(r(b),o.figureAt(b,d,"count"),b)),y=u.reduce((b,{value:k})=>b+(k??0),0);if(!(y>0)||u.some(
({value:b})=>b===null))return h;let w=x("div",{class:"bar","aria-hidden":"true"});for(let{name:b,value:k}of u){let _=ft(x("i"),b,"background");_.style.width=100*
Number(k)/y+"%",w.append(_)}return[w,...h]}let m=d=>i().rows.map(([u,h,y])=>A(t.capital(r(u)),o.figureAt(o.where()+h,d,y))),g=d=>(i().bounds??[]).filter(u=>o.numberAt(
u+"_lower",d)!==null&&o.numberAt(u+"_upper",d)!==null).map(u=>A(r("bounds_of",{what:r("row_"+u)}),r("bounds_range",{a:o.figureAt(u+"_lower",d,"plain"),b:o.figureAt(
u+"_upper",d,"plain")})));function p(d,u){let h=o.numberAt("without",d),y=o.numberAt("edge",d)??0,w=o.numberAt("unknown",d)??0;return[...h!==null&&!u?[A(r("row_\
without"),t.share(h))]:[],...o.marks(d).still?[Ct(r("mark_still"))]:[],...y>0?[Ct(r("edge_mean",{share:t.share(y)}))]:[],...w>0?[Ct(r("lower_bound",{n:t.count(w)}))]:
[]]}return function(u,h=!1){let y=(i().ids??[]).indexOf(u);return x("div",{class:"card"},...l(u),...c(y),...f(y),...h?[]:[...m(y),...g(y)],...p(y,h))}}function pn(t){let{map:n,data:e,words:o,choosing:r,base:i}=t,{state:a,view:s}=r,l=fn(t),c=null,f=null;function m(u){c&&c.remove(),c=u===null?null:L.polygon(i.areas[u].
rings,i.flat("chosen",{fill:!1,color:"#111827",weight:3})).addTo(n)}function g(u){let h=e.base.places.find(y=>y[0]===u);return h?[h[2],h[1]]:i.areas[u].centre}function p(u,h){
let y=h??(f&&a.area===u?f.getLatLng():void 0)??g(u);a.area=u,m(u),v("find").value=String(u),f?f.setLatLng(y).setContent(l(u)):f=L.popup({maxWidth:290,autoPanPadding:[
16,16]}).setLatLng(y).setContent(l(u)).openOn(n),At(o.t("close"))}n.on("popupclose",()=>{f=null,a.area=null,m(null),v("find").value=""});function d(){let{ids:u}=s();
if(v("find-box").hidden=!u,!u)return;let h=new Map;for(let y of u){let w=i.areas[y];h.set(w.nuts3,[...h.get(w.nuts3)??[],w])}v("find").replaceChildren(x("option",
{value:""},o.t("find_none")),...[...h].map(([y,w])=>x("optgroup",{label:y},...w.sort((b,k)=>o.sort(b.name,k.name)).map(b=>x("option",{value:String(b.number)},b.
name))))),v("find").value=a.area===null?"":String(a.area)}return v("find").addEventListener("change",()=>{v("find").value!==""?p(Number(v("find").value)):n.closePopup()}),
{card:l,mark:m,select:p,showList:d}}function At(t){let n=document.querySelector(".leaflet-popup-close-button");n&&n.setAttribute("aria-label",t)}var Qo=1.0001,dn=760;function mn(t,n){let e=n.findIndex(([o])=>t<=o*Qo);return e<0?n.length-1:e}function tr(t){let{map:n,words:e,choosing:o,base:r}=t,{view:i,layer:a}=o,
s=un(t),l=Lt(ln),c=Lt(cn);function f(){let d=new Map;for(let[u,h]of a().rows){let y=i().offers[u];d.has(y.place)||d.set(y.place,[]),d.get(y.place).push([y,h])}return d}
function m(d){let[u,h]=i().places[d[0][0].place],w=L.popup({maxWidth:290,maxHeight:320,autoPanPadding:[16,16]}).setLatLng([h,u]).setContent(s.card(d,d.length)).
openOn(n).getElement()?.querySelector(".leaflet-popup-content");w instanceof HTMLElement&&(w.tabIndex=0),At(e.t("close"))}function g(d,u){let[h,y,w]=i().places[d],
b=new(w?l:L.CircleMarker)([y,h],{pane:"points",renderer:r.renderers.points,radius:Math.min(7+1.5*Math.log2(u.length),14),color:"#1d1f24",weight:1.4,fillColor:i().
bands[mn(u[0][1],i().bands)][1],fillOpacity:1});return b.bindTooltip(()=>s.card(u,2),{opacity:1,className:"hover"}),b.on("click",()=>{b.closeTooltip(),m(u)}),b}
return{offers:s,groups:f,open:m,marker:g,homeMarker:([d,u])=>new c([u,d],{pane:"points",renderer:r.renderers.points,interactive:!1,radius:13,color:"#ffffff",weight:2,
fillColor:V,fillOpacity:1})}}function hn(t){let{map:n,words:e,choosing:o}=t,{t:r,count:i}=e,{view:a,layer:s}=o,{offers:l,groups:c,open:f,marker:m,homeMarker:g}=tr(
t),p=!1;function d(){let{places:h,home:y}=a(),w=[...c().keys()].map(b=>L.latLng(h[b][1],h[b][0]));return y?[...w,L.latLng(y[1],y[0])]:w}function u(){let{bands:h}=a(),
y=s().rows.map(([,w])=>mn(w,h));return h.map(([w,b],k)=>C(b,r("placement_band",{a:i(k?h[k-1][0]:0),b:i(w),n:i(y.filter(_=>_===k).length)})))}return{draw(h){for(let[
w,b]of[...c()].reverse())h("point"+w,m(w,b));let{home:y}=a();y&&h("home",g(y)),!p&&window.innerWidth>dn&&(v("table-box").open=!0),p=!0},title:()=>r("placement_o\
ffers"),legend(){let h=Object.entries(s().asides).filter(([,b])=>b).map(([b,k])=>r(b,{n:i(k)}));s().rows.length||h.unshift(r("placement_none")),[...c().values()].
some(b=>b.length>1)&&h.unshift(r("placement_several"));let y=a().controls.find(b=>b.id==="side"),w=y&&y.options.length>1?[$("circle",r("placement_own")),$("diam\
ond",r("placement_across"))]:[];return[...u(),...w,...a().home?[$("star",r("placement_home"))]:[],...h.map(E)]},table(){let h=c();return{head:l.columns(),rows:s().
rows.map(([y,w])=>{let b=a().offers[y];return[P(l.minutes(w),()=>{f(h.get(b.place)??[[b,w]]),window.innerWidth<=dn&&n.getContainer().scrollIntoView()},String(y)),
l.cells(b)]})}},values:()=>Object.fromEntries(Object.entries(s().said).map(([h,y])=>[h,i(y)])),box(){let h=L.latLngBounds(d());return h.isValid()?{bounds:h,options:{
padding:[48,48],maxZoom:13}}:null},taken:()=>d().map(h=>{let y=n.latLngToLayerPoint(h);return[y.x-6,y.y-6,y.x+6,y.y+6]})}}function gn({data:t,words:n,choosing:e}){let{t:o}=n;v("notes").replaceChildren(...t.notes.map(s=>x("li",{},n.in(s.text),...s.details.map(l=>x("div",{class:"smal\
l"},n.in(l)))))),v("notes-box").hidden=t.notes.length===0;let r=t.labels.mode_of_trip,i=e.layerControls().map(e.chosen).map(s=>Object.hasOwn(r,s)?r[s]:s),a=Gt(t.
strip,i);v("strip-notes").textContent=a.map(s=>n.in(s.text)).join(" "),t.notes.length>a.length&&v("strip-notes").append(" ",P(o("more_notes",{n:n.plain(t.notes.
length)}),()=>{v("notes-box").open=!0,v("notes-box").scrollIntoView(),v("notes-box").querySelector("summary").focus()})),v("strip-sources").textContent=t.attributions.
length?o("source")+": "+t.attributions.map(n.in).join(" · "):"",v("sources").replaceChildren(...t.sources.map(s=>{let l=s.reference_date?o("reference_date",{date:s.
reference_date}):"";return x("li",{},qt(s),". "+[n.in(s.attribution),n.in(s.licence),l].filter(c=>c).join(" · "))}))}function er({data:t,words:n,choosing:e},o){let{closed:r}=e.view();v("legend-title").textContent=o.title(),v("legend").replaceChildren(...o.legend(),...t.base.border.
length?[$("frontier",n.t("border_line"))]:[],...r?[E(n.t(r))]:[])}function wn({choosing:t},n){if(!v("table-box").open){v("table").replaceChildren();return}let{head:e,
rows:o}=n.table();Q(v("table"),x("table",{class:t.view().kind},x("caption",{},v("headline").textContent),x("thead",{},x("tr",{},...e.map(r=>x("th",{scope:"col"},
r)))),x("tbody",{},...o.map(([r,i])=>x("tr",{},x("th",{scope:"row"},r),...i.map(a=>x("td",{},a)))))))}function nr({words:t,choosing:n,said:e},o){let{kind:r,ids:i,
mean:a}=n.view(),s=t.t("head_"+r,{...e.values(),...o.values?.()}).trim();v("headline").textContent=s+(i?t.t(a?"of_mean":"of_each"):"")}function or(t,n,e){let o=Bt(
n.labels,e),r=Le(n),i={...Ae(o,r),...Ee(o,r)};return{map:t,data:n,words:o,choosing:r,said:i,base:ve(t,n)}}function rr(t){let{map:n,data:e,choosing:{state:o,view:r}}=t,
i=pn(t),a=new Map,s=Se(t,i,a),l={isochrones:Te(t),flows:$e(t),placements:hn(t)},c=()=>l[r().kind]??s,f=null,m=null;function g(){for(let d of a.values())d.remove();
a.clear(),n.closePopup(),i.mark(null)}function p(){an(t,m?.base??null,c().taken?.()??[])}return{topic:c,selecting:i,names:p,home(){let{bounds:d,options:u}=c().box?.()??
{bounds:t.base.bounds,options:{padding:[4,4]}};n.fitBounds(d,{...u,animate:!1})},draw(){(f!==o.view||!r().ids)&&g(),f=o.view,c().draw((d,u)=>a.set(d,u.addTo(n)))},
dress(d){It(e.sides,d),m?.layer.dress(d),p()},lay(d){m=d}}}function sr(t){let n=Mt(),e=ht(location.hash),o=mt(n.language,{language:e.lang,theme:e.theme}),r=or(t,
n,o.language),{words:i,choosing:a}=r,{state:s,view:l}=a,c=rr(r),{topic:f,selecting:m}=c,g=!0,p=Ut(o.theme,w=>{c.dress(w),v("theme").textContent=i.t(w?"theme_lig\
ht":"theme_dark")});function d(){try{history.replaceState(null,"","#"+Kt(n,a,{language:i.language,theme:p.theme}))}catch{}}function u(){let{area:w}=s;Wt(i,n,t.getContainer()),
gn(r),Ce(r,u,()=>{g=!0}),nr(r,f()),c.draw(),t.invalidateSize({animate:!1,pan:!1}),g&&(g=!1,c.home()),er(r,f()),Ne(r,m.select),m.showList(),wn(r,f()),p.show(),w!==
null&&l().ids?.includes(w)&&m.select(w),d()}function h(){t.invalidateSize({animate:!1,pan:!1}),c.home()}ar(t,r,c.names);function y(w){i.language=w,u()}Ht(w=>{dt(
{language:w}),y(w)}),v("theme").addEventListener("click",d),v("table-box").addEventListener("toggle",()=>wn(r,f())),t.on("popupopen popupclose",d),window.addEventListener(
"hashchange",()=>{let w=ht(location.hash);gt(w,n,a),g=!0,y(mt(i.language,{language:w.lang??i.language}).language)}),Ye(r,f),Xt(t,c.home),Vt(t,h),ir(t),gt(e,n,a),
u(),ke(t,n).then(w=>{c.lay(w),p.show()})}function ir(t){let n=()=>v("on-paper")?.remove();window.addEventListener("beforeprint",()=>{n(),t.getContainer().after(
x("figure",{id:"on-paper"},jt(t)))}),window.addEventListener("afterprint",n)}function ar(t,n,e){t.setMaxBounds(n.base.bounds.pad(1.2)),t.getContainer().setAttribute(
"role","region"),t.getPane("bands").style.opacity="0.8",t.on("moveend zoomend resize viewreset",e),t.on("zoomstart",()=>t.getPane("names")?.replaceChildren())}Object.
assign(globalThis,{grensgeoPage:sr});})();
