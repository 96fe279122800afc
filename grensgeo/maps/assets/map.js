/* grensgeo map: bundled from js/ by `make js`; edit there.
   sources a51753b64df05dd1: src/pages/address.js src/pages/areas.js src/pages/bands.js src/pages/base.js src/pages/card.js src/pages/choosing.js src/pages/classes.js src/pages/controls.js src/pages/extremes.js src/pages/figures.js src/pages/flows.js src/pages/keys.js src/pages/leaving.js src/pages/map.js src/pages/names.js src/pages/offers.js src/pages/points.js src/pages/selecting.js src/pages/small_print.js src/shared/after_paint.js src/shared/appearance.js src/shared/areas.js src/shared/base_map.js src/shared/base_names.js src/shared/canvas_layer.js src/shared/elements.js src/shared/geometry.js src/shared/map_canvas.js src/shared/map_nodes.js src/shared/marks.js src/shared/numbers.js src/shared/page.js src/shared/pdf.js src/shared/room.js src/shared/saving.js src/shared/sheet.js src/shared/small_table.js src/shared/unpack.js src/shared/words.js */
"use strict";(()=>{var S=t=>document.getElementById(t);function Pt(t,n,e){for(let[r,o]of Object.entries(n))o!==null&&o!==!1&&t.setAttribute(r,o===!0?"":String(o));return t.append(
...e.filter(r=>r!==null)),t}function x(t,n={},...e){return Pt(document.createElement(t),n,e)}function v(t,n={},...e){let r=document.createElementNS("http://www.\
w3.org/2000/svg",t);return Pt(r,n,e)}function mt(t,n,e){return t.style[e]=`var(--side-${n})`,t}var Dt=t=>mt(x("i",{class:"key","aria-hidden":"true"}),t,"backgro\
und");function Bt(t,n){for(let[e,r]of Object.entries(t))document.documentElement.style.setProperty("--side-"+e,r[n?1:0])}function B(t,n,e=null){let r=x("button",
{type:"button",class:"link","data-key":e},t);return r.addEventListener("click",n),r}var zt=()=>JSON.parse(S("grensgeo-data").textContent);function tt(t,...n){let e=t.
contains(document.activeElement)?document.activeElement:null,r=e?.getAttribute("data-key")??null,o=!e?.matches(":focus-visible");if(t.replaceChildren(...n.filter(
i=>i!==null)),r===null)return;let a=[...t.querySelectorAll("[data-key]")].find(i=>i.getAttribute("data-key")===r);a instanceof HTMLElement&&a.focus({preventScroll:o})}var T={nl:"nl-NL",de:"de-DE",en:"en-GB"},On=.001,Tn=10,Ln=.095,Ft=5e-4,Ut=.001,An=.995,Cn=.99;function En(t){return t>=On&&t<1?{maximumSignificantDigits:2}:{maximumFractionDigits:t<
Tn?1:0}}var Nn=t=>t.replace("-","−");function ht(t){let n=new Map;function e(l,c){let f=JSON.stringify(c),m=n.get(f);return m||n.set(f,m=new Intl.NumberFormat(
t,c)),m.format(l)}let r=l=>e(l,En(Math.abs(l))),o=l=>e(l,{style:"percent",maximumFractionDigits:l!==0&&Math.abs(l)<Ln?1:0});function a(l){return l>An&&l<1?">"+o(
Cn):l>0&&l<Ft?"<"+o(Ut):o(l)}let i=(l,c)=>c>0?"+"+l:Nn(l);function s(l){return l===0||Math.abs(l)>=Ft?i(o(l),l):(l<0?"−":"+")+"<"+o(Ut)}return{format:e,count:r,
share:o,part:a,signedShare:s,plain:l=>e(l,{}),signedCount:l=>i(r(l),l),minutes:(l,c=0)=>e(l,{minimumFractionDigits:c,maximumFractionDigits:c})}}var G=Object.keys(T);function jt(t,n){return n.map(e=>e.slice(0,2).toLowerCase()).find(e=>G.includes(e))??t}function Mn(t,n){return t.replace(/\{(\w+)\}/g,(e,r)=>Object.
hasOwn(n,r)?n[r]:e)}var Wt=t=>t.normalize("NFD").replace(/\p{M}/gu,"").replace(/ß/g,"ss").toLowerCase().replace(/[^\p{L}\p{N}]+/gu," ").trim();function Ht(t,n){
let e=n,r=ht(T[e]);function o(s,l){let c=t[s];return c&&l!==null&&Object.hasOwn(c,l)?c[l][e]:null}let a=(s,l={})=>Mn(o("texts",s)??s,l);return{get language(){return e},
set language(s){e=s,r=ht(T[s])},named:o,t:a,count:s=>s===null||Number.isNaN(s)?a("missing"):r.count(s),share:s=>r.share(s),part:s=>r.part(s),plain:s=>r.plain(s),
signedCount:s=>r.signedCount(s),signedShare:s=>r.signedShare(s),minutes:(s,l)=>r.minutes(s,l),opportunity:s=>o("opportunities",s)??s,period:s=>o("periods",s)??s,
in:s=>s[e],capital:s=>s.charAt(0).toLocaleUpperCase(T[e])+s.slice(1),lowered:s=>s.charAt(0).toLocaleLowerCase(T[e])+s.slice(1),sort:(s,l)=>s.localeCompare(l,T[e]),
date:s=>new Intl.DateTimeFormat(T[e],{weekday:"short",day:"numeric",month:"short",timeZone:"UTC"}).format(s),clock:s=>new Intl.DateTimeFormat(T[e],{hour:"2-digi\
t",minute:"2-digit",timeZone:"UTC"}).format(s),sentence(s,l){return a(s).split(/(\{\w+\})/).map(c=>{let f=c.startsWith("{")?c.slice(1,-1):null;return f!==null&&
Object.hasOwn(l,f)?l[f]:c})}}}var Gt="grensgeo",In=["light","dark"];function qt(){try{let{language:t,theme:n}=JSON.parse(localStorage.getItem(Gt)??"{}");return{language:t,theme:n}}catch{return{}}}
function gt(t){try{localStorage.setItem(Gt,JSON.stringify({...qt(),...t}))}catch{}}function wt(t,n){let e=qt(),r=(o,...a)=>a.find(i=>i!==void 0&&o.includes(i));
return{language:r(G,n.language,e.language)??jt(t,navigator.languages),theme:r(In,n.theme,e.theme)??"auto"}}var Xt=()=>window.matchMedia("(prefers-color-scheme: \
dark)"),Rn=t=>t==="dark"||t!=="light"&&Xt().matches;function Kt(t,n){let e=t,r=!1,o=()=>!r&&Rn(e);function a(){document.documentElement.dataset.theme=o()?"dark":
"light",n(o())}function i(s){r=s,a()}return S("theme")?.addEventListener("click",()=>{e=o()?"light":"dark",gt({theme:e}),a()}),Xt().addEventListener("change",a),
window.addEventListener("beforeprint",()=>i(!0)),window.addEventListener("afterprint",()=>i(!1)),{show:a,take(s){e=s,a()},get theme(){return e},get dark(){return o()}}}function $n(t,n){let e=document.getElementById(n),[r,o]=["width","height"].map(c=>Number(e?.getAttribute(c))),a=document.createElement("canvas");a.width=2*r,a.height=
2*o;let i=a.getContext("2d");if(!e||!i)return"transparent";i.scale(2,2);for(let c of e.querySelectorAll("rect")){let[f,m,h]=["x","width","height"].map(p=>Number(
c.getAttribute(p)));i.fillStyle=getComputedStyle(c).fill,i.globalAlpha=Number(c.getAttribute("fill-opacity")??1),i.fillRect(f,0,m,h)}let s=t.createPattern(a,"re\
peat"),l=Number(/rotate\((-?\d+)\)/.exec(e.getAttribute("patternTransform")??"")?.[1]??0);return s?.setTransform(new DOMMatrix().rotate(l).scale(1/2)),s??"trans\
parent"}function Pn(t,n,e){let r=n.getBoundingClientRect(),[o,a]=(n.getAttribute("viewBox")??"0 0").split(/[ ,]+/).map(Number);t.save(),t.translate(r.left-e.left-
o,r.top-e.top-a);let i=t.globalAlpha;for(let s of n.querySelectorAll("path")){let l=getComputedStyle(s),c=new Path2D(s.getAttribute("d")??""),f=/url\("#([\w-]+)"\)/.
exec(l.fill);l.fill!=="none"&&(t.globalAlpha=i*Number(l.fillOpacity),t.fillStyle=f?$n(t,f[1]):l.fill,t.fill(c,l.fillRule==="evenodd"?"evenodd":"nonzero")),l.stroke!==
"none"&&(t.globalAlpha=i*Number(l.strokeOpacity),t.strokeStyle=l.stroke,t.lineWidth=parseFloat(l.strokeWidth),t.setLineDash(l.strokeDasharray==="none"?[]:l.strokeDasharray.
split(",").map(parseFloat)),t.lineJoin=t.lineCap="round",t.stroke(c))}t.restore()}function Dn(t,n,e,r){let{left:o,top:a,width:i,height:s}=n.getBoundingClientRect(),
[l,c]=[o-e.left,a-e.top],f=getComputedStyle(n),m=parseFloat(f.fontSize);if((!n.textContent||n.classList.contains("shield"))&&(t.fillStyle=f.backgroundColor,t.fillRect(
l,c,i,s)),!n.textContent)return;let h=f.textTransform==="uppercase"?n.textContent.toLocaleUpperCase():n.textContent,p=n.classList.contains("shield");t.font=`${f.
fontWeight} ${m}px ${f.fontFamily}`,t.letterSpacing=f.letterSpacing==="normal"?"0px":f.letterSpacing,t.textAlign=p?"center":"left";let d=[p?l+i/2:l,c+s/2+m*.35];
t.fillStyle=f.color,t.strokeStyle=r,t.lineWidth=3,t.lineJoin="round",p||t.strokeText(h,d[0],d[1]),t.fillText(h,d[0],d[1])}function Bn(t,n,e){let{left:r,bottom:o,
width:a}=n.getBoundingClientRect(),[i,s]=[r-e.left,o-e.top-1];t.letterSpacing="0px",t.textAlign="left",t.font=`600 11px ${getComputedStyle(n).fontFamily}`,t.strokeStyle=
t.fillStyle="#1f2430",t.lineWidth=2,t.setLineDash([]),t.stroke(new Path2D(`M${i} ${s-6}V${s}H${i+a}V${s-6}`)),t.fillText(String(n.textContent),i+4,s-5)}function Vt(t){
let n=t.getContainer(),e=n.getBoundingClientRect(),r=document.createElement("canvas");r.width=2*e.width,r.height=2*e.height;let o=r.getContext("2d");o.scale(2,2),
o.fillStyle=getComputedStyle(n).backgroundColor,o.fillRect(0,0,e.width,e.height);let a=getComputedStyle(document.documentElement).getPropertyValue("--halo").trim()||
"#ffffff",i=[...n.querySelectorAll(".leaflet-pane")].filter(l=>l.parentElement!==n).sort((l,c)=>Number(getComputedStyle(l).zIndex)-Number(getComputedStyle(c).zIndex));
for(let l of i){o.globalAlpha=Number(getComputedStyle(l).opacity);for(let c of l.children){let f=c.getBoundingClientRect();c instanceof HTMLCanvasElement?o.drawImage(
c,f.left-e.left,f.top-e.top,f.width,f.height):c instanceof SVGSVGElement?Pn(o,c,e):c instanceof HTMLElement&&c.matches(".place, .country, .dot")&&Dn(o,c,e,a)}}o.
globalAlpha=1;let s=n.querySelector(".leaflet-control-scale-line");return s instanceof HTMLElement&&Bn(o,s,e),r}var zn=[[".leaflet-control-zoom-in","zoom_in"],[".leaflet-control-zoom-out","zoom_out"],["a.home","home"]],q=t=>[...document.querySelectorAll(`[data-${t}]`)].map(
n=>n);function Zt(t,n,e){let{t:r}=t;document.documentElement.lang=t.language,document.title=t.in(n.title),S("title").textContent=t.in(n.title);for(let o of q("t\
ext"))o.textContent=r(String(o.dataset.text),{version:n.version});for(let o of q("said"))o.title=r(String(o.dataset.said));for(let o of q("label"))o.setAttribute(
"aria-label",r(String(o.dataset.label)));Fn(t.language),e.setAttribute("aria-label",r("map_region"));for(let[o,a]of zn){let i=document.querySelector(o);i&&(i.title=
r(a),i.setAttribute("aria-label",r(a)))}}function Fn(t){for(let n of q("language"))n.setAttribute("aria-pressed",String(n.dataset.language===t))}function Yt(t){
for(let n of q("language"))n.addEventListener("click",()=>t(String(n.dataset.language)))}var Un=5;function Jt(t,n){let e=t.filter(({concerns:r})=>!r.length||r.some(
o=>n.includes(o)));return[...e.filter(({concerns:r})=>r.length),...e.filter(({concerns:r})=>!r.length)].slice(0,Un)}function Qt(t){return t.url?x("a",{href:t.url,
rel:"noopener noreferrer",target:"_blank"},t.title):x("span",{},t.title)}function te(t,n){let e=L.Control.extend({onAdd(){let r=L.DomUtil.create("div","leaflet-\
bar"),o=L.DomUtil.create("a","home",r);return o.href="#",o.setAttribute("role","button"),o.textContent="⌂",L.DomEvent.on(o,"click",a=>{L.DomEvent.stop(a),n()}),
r}});new e({position:"topleft"}).addTo(t)}function ee(t,n){let e=window.innerWidth;window.addEventListener("resize",()=>{if(window.innerWidth===e){t.invalidateSize(
{animate:!1});return}e=window.innerWidth,n()})}function yt(t){let n=t.replace(/^#/,"");return G.includes(n)?{lang:n}:Object.fromEntries(new URLSearchParams(n))}function bt(t,n,{state:e,view:r,choose:o}){let a=n.
views.findIndex(({kind:s})=>s===t.view);a>=0&&(e.view=a);for(let s of r().controls)s.options.includes(t[s.id])&&o(s,t[s.id]);let i=n.base.areas.findIndex(([s])=>s===
t.area);e.area=r().ids?.includes(i)?i:null}function ne(t,{state:n,view:e,chosen:r},{language:o,theme:a}){let i=new URLSearchParams({lang:o});a!=="auto"&&i.set("\
theme",a),t.views.length>1&&i.set("view",e().kind);for(let s of e().controls)s.options.length>1&&i.set(s.id,r(s));return n.area!==null&&i.set("area",t.base.areas[n.
area][0]),i.toString()}function oe(t,n){let e={step:0,negative:!1};if(t==null)return{kind:"missing",...e};if(t==="u")return{kind:"undefined",...e};if(t==="n")return{kind:"noise",...e};
if(t===0)return{kind:"zero",...e};let r=Number(t);return{kind:"step",step:n.filter(o=>Math.abs(r)>=o).length,negative:r<0}}var I={missing:"url(#hatch-missing)",
undefined:"url(#hatch-undefined)",noise:"var(--noise)",zero:"var(--same)"};function xt(t,n,e,r){if(t.kind!=="step")return I[t.kind];let o=r[n];if(n==="diverging"){
let i=o.length/2,s=e.length<2?Math.min(t.step+1,i-1):t.step;return t.negative?o[i-1-s]:o[i+s]}let a=e.length?t.step*(o.length-1)/e.length:o.length-1;return o[Math.
round(a)]}var jn=40075.017,re=85.0511287798,ie=t=>256*(t+180)/360;function ae(t){let n=Math.sin(Math.max(-re,Math.min(re,t))*Math.PI/180);return 256*(.5-Math.log((1+n)/(1-
n))/(4*Math.PI))}var le=(t,n)=>t*(256/jn)/Math.cos(n*Math.PI/180);function ce(t){let n=new Int32Array(t.length+1);for(let e=0;e<t.length;e++)n[e+1]=n[e]+t[e];return n}function et(t){let n=[],[e,r]=[0,0];for(let o=0;o<t.length;o+=
2)e+=t[o],r+=t[o+1],n.push([r/1e4,e/1e4]);return n}var kt=t=>t.map(n=>n.map(et)),Wn="ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_",se=5;function ue(t){
let n=[],[e,r,o]=[0,0,0];for(let a of t){let i=Wn.indexOf(a);r|=(i&31)<<o,o+=se,!(i>>se)&&(e+=r>>>1^-(r&1),n.push(e),[r,o]=[0,0])}return n}var fe=(t,n)=>t[2]<n[0]||
t[0]>n[2]||t[3]<n[1]||t[1]>n[3];var Hn=[[9,15e4],[10,5e4]];function Gn(t,n){let e=[];for(let r=0;r<t.length;r+=2){let[o,a]=[t[r],t[r+1]];for(let i=0;i<Math.abs(a);i++)e.push(n[o+Math.sign(a)*i])}
return e}function pe({areas:t,corners:n}){let[e,r]=n.map(ue),o=r.map((a,i)=>[a/1e4,e[i]/1e4]);return t.map(([a,i,s,l,c,f,m],h)=>{let p=m.map(d=>d.map(u=>Gn(u,o)));
return{number:h,code:a,name:i,country:s,nuts3:l,part:c,population:f,rings:p,centre:L.latLngBounds(p.flat(2)).getCenter()}})}function de(t,n){let e=Hn.find(([r])=>n<
r);return t.part!=="ring"||!e||t.population>=e[1]}var me=t=>t>2e5?15:t>6e4?13:11.5;function he(t){let n=!1,e=0;function r(){n&&(n=!1,t())}let o=()=>requestAnimationFrame(()=>requestAnimationFrame(()=>{e||r()}));function a(){clearTimeout(e),e=0,
n&&o()}return{flush:r,release:a,ask(){!n&&!e&&o(),n=!0},hold(){clearTimeout(e),e=Number(setTimeout(a,400))}}}function ge(t){let n=window.devicePixelRatio||1;return Math.min(2,Math.max(1,t?Math.round(n):n))}function we(t,n,e){let r={options:{padding:.15},_initContainer(){
this._container=L.DomUtil.create("canvas",n),this._container.setAttribute("aria-hidden","true"),this._context=this._container.getContext("2d")},_destroyContainer(){
L.DomUtil.remove(this._container)},_lay(a){let i=this._bounds.getSize(),s=this._container,l=Math.max(1,Math.round(i.x*a)),c=Math.max(1,Math.round(i.y*a));L.DomUtil.
setPosition(s,this._bounds.min),s.style.width=i.x+"px",s.style.height=i.y+"px";let f=s.width!==l||s.height!==c;f&&Object.assign(s,{width:l,height:c});let m=this.
_map.getPixelOrigin().add(this._bounds.min),h=a*2**this._map.getZoom();return{other:f,frame:{width:l,height:c,ratio:a,scale:h,left:m.x*a,top:m.y*a}}}},o=L.Renderer.
extend({...r,...e});return new o({pane:t})}var vt={uint8:Uint8Array,int8:Int8Array,uint16:Uint16Array,int16:Int16Array,uint32:Uint32Array,int32:Int32Array,float32:Float32Array,float64:Float64Array},St="0\
123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%()*+-:;=?@^_`{|}~,.",ye=new Uint8Array(128);for(let t=0;t<St.length;t++)ye[St.charCodeAt(t)]=t;
function qn(t){let n=Math.ceil(t.length/5),e=new Uint8Array(5*n).fill(St.charCodeAt(84));new TextEncoder().encodeInto(t,e);let r=new Uint8Array(4*n);for(let o=0,
a=0;o<n;o++){let i=0;for(let s=a+5;a<s;a++)i=Math.imul(i,85)+ye[e[a]]|0;r[4*o]=i>>>24,r[4*o+1]=i>>>16,r[4*o+2]=i>>>8,r[4*o+3]=i}return r.subarray(0,Math.floor(4*
t.length/5))}async function Xn(t){let n=new DecompressionStream("deflate"),e=n.writable.getWriter();return Promise.all([e.write(t),e.close()]).catch(()=>{}),new Uint8Array(
await new Response(n.readable).arrayBuffer())}function be(t,n){let e=new Int32Array(n),r=0;for(let o=0;o<n;o++){let[a,i,s]=[0,0,0];do s=t[r++],a|=(s&127)<<i,i+=7;while(s&128);e[o]=a}return e}function Kn({n:t,
width:n},e){let r=new Int32Array(t);for(let o=0;o<t;o++){let a=e[o];n>1&&(a|=e[t+o]<<8),n>2&&(a|=e[2*t+o]<<16|e[3*t+o]<<24),r[o]=a}return r}var xe=t=>t>>>1^-(t&
1);function ke(t,n){let{n:e,width:r,steps:o=0,signed:a}=n,i=r===0?be(t,e):Kn(n,t);if(a)for(let s=0;s<e;s++)i[s]=xe(i[s]);for(let s=0;s<o;s++)for(let l=1;l<e;l++)
i[l]=i[l]+i[l-1]|0;return i}function Vn(t,{n,forms:e,values:r}){let o=be(t,r),a=Array.from({length:n},(s,l)=>String(e[o[l]][0])),i=n;for(let s=1;i<r;s+=2){let l=0;
for(let c=0;c<n;c++){let f=e[o[c]];s>=f.length||(l+=xe(o[i++]),a[c]+=String(l).padStart(Number(f[s]),"0")+f[s+1])}}return a}function Zn(t,n){let e=ke(t.subarray(
n.n),n),r=10**n.digits;for(let o=0;o<n.n;o++)e[o]=e[o]*r+t[o];return e}function Yn(t,n){let e=new vt[n.type](n.n),r=10**n.digits,o=Object.hasOwn(n,"null");for(let a=0;a<
n.n;a++)e[a]=o&&t[a]===n.null?NaN:t[a]/r;return e}function Jn(t,{type:n,n:e,width:r}){let o=new Uint8Array(e*r);for(let l=0;l<r;l++)for(let c=0;c<e;c++)o[c*r+l]=
t[l*e+c];let a=new DataView(o.buffer),i=new vt[n](e),s=r===8?"getFloat64":"getFloat32";for(let l=0;l<e;l++)i[l]=a[s](l*r,!0);return i}async function Qn(t,n){let e=await Xn(
qn(n));if(t.type==="text")return t.forms?Vn(e,t):t.n===0?[]:new TextDecoder().decode(e).split(`
`);if(!Object.hasOwn(t,"steps"))return Jn(e,t);let r=t.split?Zn(e,t):ke(e,t);return Object.hasOwn(t,"digits")?Yn(r,t):t.type==="int32"?r:vt[t.type].from(r)}async function Se(t,n){
if(t.format!==2||t.parts.length!==n.length)throw new Error(`packed in format ${t.format}, ${n.length} chunks`);let e=await Promise.all(t.parts.map((r,o)=>Qn(r,n[o])));
return Object.fromEntries(t.parts.map((r,o)=>[r.name,e[o]]))}var to=["nature","built_up","water"],eo=[[1.5,4.5],[1.1,3.4],[.6,2.6],[.5,2]],_t=[8,13],ve=1.1,no=2.2,_e=1.7,Ot=({looks:t},n)=>t.levels_from.filter(e=>n>=e).length;
function K({looks:t},n,e,r){let o=t.shown_from[n];return r>=o[Math.min(e,o.length)-1]}function oo(t,n){let{layers:e}=n,{names:r,layer:o,rank:a,name:i,corners:s,
start_x:l,start_y:c,step_x:f,step_y:m}=t,h=ce(s),p=s.length,d=new Float64Array(h[p]),u=new Float64Array(h[p]),w=new Float64Array(4*p),y=new Int32Array(p),[g,b,k,
_]=[0,0,0,0];for(let O=0;O<p;O++){g+=l[O],b+=c[O];let[M,$]=[g,b],[H,P,pt,dt]=[1/0,1/0,-1/0,-1/0];for(let N=h[O];N<h[O+1];N++)N>h[O]&&(M+=f[k],$+=m[k],k++),d[N]=
ie(M/1e4),u[N]=ae($/1e4),H=Math.min(H,d[N]),pt=Math.max(pt,d[N]),P=Math.min(P,u[N]),dt=Math.max(dt,u[N]);w.set([H,P,pt,dt],4*O),e[o[O]]==="place"&&(y[O]=t.people[_++])}
return{n:p,layer:Array.from(o,O=>e[O]),rank:a,name:Array.from(i,O=>r[O]),people:y,at:h,x:d,y:u,level:t.level,box:w,looks:n}}async function Oe(t){if(!t)return null;let{manifest:n,chunks:e}=t;return oo(await Se(n,e),n.meta)}function V({n:t,layer:n,rank:e,box:r},o,a,{width:i,height:s,scale:l,
left:c,top:f}){let m=[];for(let h=0;h<t;h++){if(n[h]!==o||e[h]!==a)continue;r[4*h]*l-c>i||r[4*h+2]*l-c<0||r[4*h+1]*l-f>s||r[4*h+3]*l-f<0||m.push(h)}return m}function Z({
at:t,x:n,y:e,level:r},o,a,{scale:i,left:s,top:l}){let c=[];for(let f=t[o];f<t[o+1];f++)r[f]<=a&&c.push([n[f]*i-s,e[f]*i-l]);return c}function ro(t,n,e,r,{sight:o,
level:a}){let i=to.includes(e);t.beginPath();for(let s of V(n,e,r,o)){let l=Z(n,s,a,o);l.length<(i?3:2)||(l.forEach(([c,f],m)=>m?t.lineTo(c,f):t.moveTo(c,f)),i&&
t.closePath())}}function z(t,n,e,r=[]){t.strokeStyle=n,t.lineWidth=e,t.setLineDash(r),t.stroke()}function so(t,n,e,{zoom:r,ratio:o,colours:a,transit:i=!1}){let s=Ot(
n,r),l=Math.max(0,Math.min(1,(r-_t[0])/(_t[1]-_t[0]))),c={sight:e,level:s};t.lineJoin="round",t.lineCap="round";function f(m,h){for(let p=n.looks.shown_from[m].
length;p>=1;p--)K(n,m,p,r)&&(ro(t,n,m,p,c),h(p))}for(let m of["nature","built_up","water"])f(m,()=>{t.fillStyle=a[m],t.fill("nonzero")});if(f("waterway",m=>z(t,
a.river,o*(1+1.4*l)/Math.sqrt(m))),f("road",m=>{let[h,p]=eo[m-1],d=o*(h+l*(p-h));z(t,a.casing,d+o*(m<3?ve:.7*ve)),z(t,a.road,d)}),t.lineCap="butt",f("rail",m=>{
let h=o*(m===1?1.7+l:1.3+l)*(i?_e:1);i&&z(t,a.casing,h+2*o),z(t,a.rail,h),z(t,a.sleeper,h*.5,[5*o,5*o])}),t.setLineDash([]),!(!i&&!K(n,"station",1,r)))for(let m of V(
n,"station",1,e)){let[[h,p]]=Z(n,m,s,e),d=o*no*(i?_e:1);t.fillStyle=a.station,t.fillRect(h-d,p-d,2*d,2*d),t.strokeStyle=a.rail,t.lineWidth=o,t.strokeRect(h-d,p-
d,2*d,2*d)}}function Te(t){let n=we(t,"base-map",{_update(){this._map._animatingZoom&&this._bounds||(this._bounds?this.late.ask():this._now())},_reset(){this._update(),
this._updateTransform(this._map.getCenter(),this._map.getZoom())},_now(){!this._map||this._map._animatingZoom&&this._bounds||(L.Renderer.prototype._update.call(
this),this.draw())},show(e){this._base=e,this.draw()},emphasise(e){this._transit=e,this.late.ask()},dress(e){this._dark=e,this.draw()},draw(){if(!this._base||!this.
_bounds)return;let{frame:e,other:r}=this._lay(ge(!1));r||this._context.clearRect(0,0,e.width,e.height);let o=this._base.looks.colours[this._dark?"dark":"light"];
so(this._context,this._base,e,{zoom:this._map.getZoom(),ratio:e.ratio,colours:o,transit:this._transit})}});return n.late=he(()=>n._now()),n}var Le=[["land",200,!1],["figures",300,!1],["bands",350,!1],["base",380,!0],["lines",400,!0],["frontier",420,!0],["points",430,!1],["chosen",440,!0],["names",620,
!0]],io=Le.map(([t])=>t).filter(t=>!["base","names"].includes(t)),nt="var(--land)",ot="#7d7f86",ao="var(--faint)",Y="var(--border)",lo=.4,co=[["water",{color:"#\
9cc3d9",weight:2}],["road",{color:"#8f8a80",weight:.9,opacity:.75}],["rail",{color:"#4a4a52",weight:1.6,dashArray:"6 3"}]];function uo(t){for(let[n,e,r]of Le){let o=t.
createPane(n);o.style.zIndex=String(e),r&&(o.style.pointerEvents="none")}return Object.fromEntries(io.map(n=>[n,L.svg({pane:n,padding:.4})]))}async function Ae(t,n){
let e=await Oe(n.base_map);if(!e)return null;let r=Te("base").addTo(t);return r.show(e),{base:e,layer:r}}function Ce(t,n){let e=uo(t),r=pe(n.base),o=(m,h)=>({pane:m,
renderer:e[m],smoothFactor:lo,...h}),a=(m,h)=>o(m,{interactive:!1,...h});for(let m of r){L.polygon(m.rings,a("land",{stroke:!0,color:nt,weight:.8,fillColor:nt,fillOpacity:n.
land})).addTo(t);let h=m.part==="ring";L.polygon(m.rings,a("lines",{fill:!1,weight:h?.5:.8,color:h?ao:ot})).addTo(t)}for(let[m,h]of co){let p=(n.lines[m]||[]).map(
et);p.length&&L.polyline(p,a("lines",h)).addTo(t)}let i=n.base.border.map(et);L.polyline(i,a("frontier",{color:"var(--halo)",weight:5,opacity:.9})).addTo(t),L.polyline(
i,a("frontier",{color:Y,weight:2.6})).addTo(t),L.control.scale({imperial:!1,position:"bottomright",maxWidth:120}).addTo(t);let[s,l,c,f]=n.base.bounds;return{areas:r,
frontier:i,renderers:e,live:o,flat:a,bounds:L.latLngBounds([s,l],[c,f])}}function A(t,n){let e=x("i",{class:"swatch","aria-hidden":"true"});return t.startsWith("url(#")?e.append(v("svg",{},v("rect",{width:"100%",height:"100%",fill:t}))):
e.style.backgroundColor=t,x("li",{},e,n)}var D=(t,n)=>x("li",{},x("i",{class:"swatch "+t,"aria-hidden":"true"}),n);function J(t,n,e){let r=D("line",e),o=r.firstChild;
return o.style.borderTopColor=t,o.style.borderTopWidth=n+"px",r}var E=t=>x("li",{class:"said"},t);function C(t,n,e){let r=x("span",{},...e?[Dt(e)]:[],t);return x(
"div",{class:"row"},r,x("b",{},n))}var rt={edge:"url(#hatch-edge)",still:"url(#hatch-still)"};function fo({data:t,words:n,choosing:e,said:r},o,a){let{t:i}=n,s=r.units[o.unit];function l(h){return h===
0?i("class_below",{a:s(a[0])}):h===a.length?i("class_above",{a:s(a[h-1])}):i("class_between",{a:s(a[h-1]),b:s(a[h])})}let c=(h,p=!1)=>xt({kind:"step",step:h,negative:p},
o.palette,a,t.palettes),f=a.length?[...a.keys(),a.length]:[];if(o.palette==="diverging"){let h=p=>f.map(d=>A(c(d,p),(p?"− ":"+ ")+l(d)));return[...h(!1).reverse(),
A(I.zero,i("class_same")),...h(!0)]}let m=e.layer().values[e.fieldName()].includes(0);return[...f.toReversed().map(h=>A(c(h),l(h))),...m?[A(I.zero,i(o.palette===
"effect"?"class_zero_effect":"class_zero"))]:[]]}function po({words:t,choosing:n,base:e,said:r},o){let{t:a}=t,{view:i,layer:s,fieldName:l}=n,c=s().values[l()],f=i().
ids??[],m=e.areas.filter(u=>!f.includes(u.number)),h=f.map((u,w)=>r.marks(w)),p=(s().values.unknown||[]).filter(u=>Number(u)>0).length;return[...[[c.includes("n"),
I.noise,"class_noise"],[c.includes("u"),I.undefined,i().undefined||"undefined"],[c.includes(null)||m.some(u=>u.part!=="ring"),I.missing,"class_missing"],[h.some(
u=>u.edge),rt.edge,o.palette==="sequential"?"class_edge":"class_edge_other"],[h.some(u=>u.still&&!u.edge),rt.still,"class_still"]].filter(([u])=>u).map(([,u,w])=>A(
u,a(w,{noise:w==="class_noise"?t.share(i().noise):""}))),...p?[E(a("bounds",{n:t.count(p)}))]:[],...m.some(u=>u.part==="ring")?[A(nt,a("class_outside"))]:[]]}function mo({
data:t,choosing:n,base:e,said:r},o,a,i){let{state:s,view:l,layer:c,fieldName:f,field:m}=n,h=c().breaks[m().group],p=c().values[f()];function d(u,w){let y=L.polygon(
e.areas[u].rings,e.live("figures",{color:ot,weight:.6,fillColor:w,fillOpacity:1}));y.bindTooltip(()=>o.card(u,!0),{sticky:!0,opacity:1,className:"hover"}),y.on(
"mouseover",()=>o.mark(u)),y.on("mouseout",()=>o.mark(s.area)),y.on("click",g=>{y.closeTooltip(),o.select(u,g.latlng)}),i("area"+u,y)}(l().ids??[]).forEach((u,w)=>{
let y=xt(oe(p[w],h),m().palette,h,t.palettes),g=a.get("area"+u);g?g.setStyle({fillColor:y}):d(u,y),a.get("over"+u)?.remove(),a.delete("over"+u);let{edge:b,still:k}=r.
marks(w);!b&&!k||i("over"+u,L.polygon(e.areas[u].rings,e.flat("lines",{stroke:!1,fillColor:b?rt.edge:rt.still,fillOpacity:1})))});for(let u of e.areas)u.part===
"ring"||a.has("area"+u.number)||i("area"+u.number,L.polygon(u.rings,e.flat("figures",{color:ot,weight:.6,fillColor:I.missing,fillOpacity:1})))}function Ee(t,n,e){
let{words:r,choosing:o,base:a,said:i}=t,{t:s}=r,{view:l,layer:c,field:f}=o;return{draw:m=>mo(t,n,e,m),title:()=>i.fieldTitle(f()),legend:()=>[...fo(t,f(),c().breaks[f().
group]),...po(t,f())],table(){let m=[...l().rows.map(([p,d,u])=>[s(p),i.where()+d,u]),...(l().bar??[]).map(p=>[s(p),p,"count"]),...(l().bounds??[]).flatMap(p=>[
"lower","upper"].map(d=>[s("bounds_"+d,{what:s("row_"+p)}),p+"_"+d,"plain"]))],h=(l().ids??[]).map((p,d)=>({area:a.areas[p],slot:d})).sort((p,d)=>r.sort(p.area.
name,d.area.name));return{head:[s("municipality"),s("country"),...m.map(([p])=>r.capital(p))],rows:h.map(({area:p,slot:d})=>[p.name,[p.country,...m.map(([,u,w])=>i.
figureAt(u,d,w))]])}}}}var ho="#888888",Ne="other",go=1/200;function Me({map:t,data:n,words:e,choosing:r,base:o}){let{t:a,count:i}=e,{view:s,layer:l}=r,c=()=>[...s().parts,Ne];function f(u){
let w=l().bands.map(b=>b.cutoff).sort((b,k)=>b-k),y=w.length>1?w.indexOf(u)/(w.length-1):0,{bands:g}=n.palettes;return s().cutoffs.includes(u)?g[Math.round(y*(g.
length-2))]:ho}let m=(u,w)=>a("area_km2",{n:i(u.km2[w]||0)}),h=u=>a("within",{n:e.plain(u.cutoff)});function p(u){let[w,y]=l().key,g=c().filter(b=>u.km2[b]>0||b!==
Ne);return x("div",{class:"card"},x("strong",{},s().names[w]??w),x("div",{class:"main"},h(u)),x("div",{class:"small"},e.named("by_mode",y)??""),...g.map(b=>C(a(
b),m(u,b))))}function d(u){let{all:w}=u.km2,y=(n.home[l().key[0]]??"").toLowerCase(),b=(y?s().parts.filter(k=>k!==y):[]).reduce((k,_)=>k+(u.km2[_]||0),0);return b&&
w?a("area_share",{n:i(w),p:e.share(b/w)}):a("area_km2",{n:i(w)})}return{draw(u){l().bands.forEach((y,g)=>{let b=L.polygon(kt(y.geometry),o.live("bands",{color:"\
#ffffff",weight:1,fillColor:f(y.cutoff),fillOpacity:1}));b.bindTooltip(()=>p(y),{sticky:!0,opacity:1,className:"hover"}),b.on("click",k=>{b.closeTooltip(),L.popup(
{maxWidth:290}).setLatLng(k.latlng).setContent(p(y)).openOn(t)}),u("band"+g,b)});let w=n.origins[l().key[0]];w&&u("halo",L.circleMarker([w[1],w[0]],{...o.flat("\
chosen",{color:"#ffffff",weight:3,fillColor:Y,fillOpacity:1}),radius:8}))},title:()=>a("travel_time"),legend:()=>l().bands.toReversed().map(u=>{let w=A(f(u.cutoff),
h(u));return w.append(x("small",{},d(u))),w}),table:()=>({head:[e.capital(a("cutoff")),...c().map(u=>a(u))],rows:l().bands.toReversed().map(u=>[a("minutes",{n:e.
plain(u.cutoff)}),c().map(w=>m(u,w))])}),unseen(){let u=Math.max(...l().bands.map(b=>b.km2.all||0)),{x:w,y}=t.getSize(),g=le(2**t.getZoom(),t.getCenter().lat);return u>
0&&u*g**2<go*w*y},box(){let u=L.latLngBounds([]);for(let w of l().bands)u.extend(L.polyline(kt(w.geometry).flat()).getBounds());return u.isValid()?{bounds:u,options:{
padding:[24,24]}}:null}}}function Ie(t){let n={view:0,choices:{},area:null},e=()=>t.views[n.view],r=()=>e().controls.filter(c=>!c.field);function o(c){let{values:f}=i(),m=h=>Object.hasOwn(
f,h)&&f[h].some(p=>typeof p=="number");return[c.start,...c.options].find(m)??c.start}function a(c){let f=n.choices[c.id];return c.options.includes(f)?f:c.id==="\
destination"&&e().kind==="reach"?o(c):c.start}function i(){let c=r().map(a);return e().layers.find(f=>f.key.every((m,h)=>m===c[h]))??e().layers[0]}function s(c,f){
n.choices[c.id]=f;let m=r(),h=m.map(a),p=m.indexOf(c),d=y=>y.key.filter((g,b)=>g===h[b]).length,w=(p<0?[i()]:e().layers.filter(y=>y.key[p]===f)).reduce((y,g)=>d(
g)>d(y)?g:y);m.forEach((y,g)=>{n.choices[y.id]=w.key[g]})}let l=()=>e().controls.filter(c=>c.field).map(a).join("_");return{state:n,view:e,layer:i,layerControls:r,
chosen:a,choose:s,fieldName:l,field:()=>e().fields[l()]}}var wo=6,yo=4;function bo({id:t,name:n,options:e,current:r,pick:o}){let a=x("select",{id:"c-"+t,"data-key":t});for(let[i,s]of e){let l=x("option",{value:i},s);l.
selected=i===r,a.append(l)}return a.addEventListener("change",()=>o(a.value)),x("div",{class:"choice"},x("label",{for:"c-"+t,class:"legend"},n),a)}function xo({
id:t,name:n,options:e,current:r,pick:o}){let a=x("div",{class:"pills"});for(let[i,s]of e){let l=x("input",{type:"radio",name:t,value:i,checked:i===r,"data-key":t+
"="+i});l.addEventListener("change",()=>o(i)),a.append(x("label",{class:"pill"},l,x("span",{},s)))}return x("fieldset",{class:"choice"},x("legend",{class:"legen\
d"},n),a)}function Re({data:t,words:n,choosing:e,said:r},o,a){let{state:i,view:s,chosen:l,choose:c}=e,f=s().controls.map(m=>({id:m.id,name:n.t(m.id),current:l(m),
options:m.options.map(h=>[h,r.optionLabel(m.id,h)]),pick(h){c(m,h),a(m.id==="origin"),o()}}));f.unshift({id:"view",name:n.t("view"),current:String(i.view),options:t.
views.map((m,h)=>[String(h),n.t("view_"+m.kind)]),pick(m){i.view=Number(m),a(!0),o()}}),tt(S("controls"),...f.filter(({options:m})=>m.length>1).map(m=>{let h=m.
id==="origin"?yo:wo;return m.options.length>h?bo(m):xo(m)}))}function st(t){return t.palette!=="diverging"?t.unit:t.unit==="percent"?"change_percent":"change"}function $e(t,n){let{t:e,count:r}=t,{view:o,layer:a}=n,i={count:r,
plain:r,percent:t.share,change:t.signedCount,change_percent:t.signedShare};function s(p,d){return p==null?e("missing"):p==="u"?e("undefined"):p==="n"?e("class_n\
oise",{noise:t.share(o().noise)}):i[d](Number(p))}function l(p,d){let{values:u}=a();return Object.hasOwn(u,p)?u[p][d]:void 0}function c(p,d){let u=l(p,d);return typeof u==
"number"?u:null}function f(p,d){if(p!=="open"||(l(p,d)??null)!==null)return null;let u=o().bar??[],w=u.reduce((g,b)=>g+(c(b,d)??0),0),y=u.filter(g=>c(g,d)===null);
return!(w>0)||!y.length?null:[e("at_least",{n:r(w)}),y.map(g=>e("no_data_of",{country:e(g)})).join(", ")].join(" – ")}function m(p,d,u){let w=f(p,d);if(w!==null)
return w;let y=s(l(p,d),u);return u==="count"&&c(p,d)!==null&&(c("unknown",d)??0)>0?e("at_least",{n:y}):y}return{units:i,figureAt:m,numberAt:c,marks:p=>({edge:(c(
"edge",p)??0)>(o().edge_share??1),still:l("without",p)===1})}}function Pe(t,n){let{t:e}=t,{view:r,layerControls:o,chosen:a,fieldName:i}=n;function s(p,d){return p===
"mode"?t.named("modes",d)??(d==="any"?e("mode_any"):d):p==="opportunity"?t.opportunity(d):p==="cutoff"?e("minutes",{n:t.plain(Number(d))}):p==="origin"?r().names[d]??
d:p==="scenario"?d==="baseline"?e("baseline"):d:p==="side"&&!["all","own","across"].includes(d)?e(d):e(p+"_"+d)}function l(p){let d=p==="all"?"":p==="any"?e("by\
_any"):p;return t.named("by_mode",p)??d}let c=()=>Object.fromEntries(o().map(p=>{let d=a(p),u=p.id==="mode"?l(d):p.id==="cutoff"?t.plain(Number(d)):s(p.id,d);return[
p.id,u]})),f=()=>r().kind==="scenario"?", "+e("destination_"+i().split("_")[0]):"";return{optionLabel:s,values:c,where:()=>r().kind==="scenario"?i().split("_")[0]+
"_":"",fieldTitle:p=>t.capital(e(p.label,c()))+f()}}function De({words:t,choosing:n,base:e,said:r},o){let{t:a,count:i}=t,{view:s,layer:l,fieldName:c,field:f}=n,m=S("extremes");m.replaceChildren();let{ids:h}=s();if(!h)
return;let p=st(f()),d=l().values[c()],u=h.map((k,_)=>({number:k,value:d[_],mark:r.marks(_)})).filter(k=>typeof k.value=="number"),w=u.filter(({mark:k})=>!k.edge&&
!k.still).sort((k,_)=>Number(_.value)-Number(k.value));function y(k,_){let O=p==="count"||p==="change"?" "+r.values().opportunity:"",M=P=>r.units[p](Number(P))+
O,$=w.filter(P=>M(P.value)===M(_)),H=$.length>1?a("tied",{n:i($.length)}):B(e.areas[$[0].number].name,()=>o($[0].number));m.append(x("div",{},a(k)+": ",H," ",x(
"b",{},M(_))))}let g=w.at(-1);g&&w[0].value!==g.value&&(y("highest",w[0].value),y("lowest",g.value));let b=[{why:"edge",n:u.filter(({mark:k})=>k.edge).length},{
why:"still",n:u.filter(({mark:k})=>k.still&&!k.edge).length}].filter(({n:k})=>k>0).map(({why:k,n:_})=>a("left_"+k,{n:i(_)}));b.length&&m.append(x("div",{class:"\
small"},a("left_out",{parts:b.join(", ")})))}var Be="var(--soft)",ze=.12,Fe=16;function ko([t,n],[e,r]){let o=Math.cos((n+r)/2*Math.PI/180),a=[(t+e)/2+ze*(r-n)/o,(n+r)/2-ze*(e-t)*o];return Array.from({length:Fe+
1},(i,s)=>{let l=s/Fe;return[(1-l)**2*n+2*l*(1-l)*a[1]+l*l*r,(1-l)**2*t+2*l*(1-l)*a[0]+l*l*e]})}function Ue({data:t,words:n,choosing:e,base:r}){let{t:o,count:a}=n,
{layer:i}=e,{areas:s}=r,l=new Map(t.base.places.map(([p,d,u])=>[p,[d,u]])),c=([p,d])=>t.palettes.flows[s[p].country===s[d].country?0:1];function f(p){let{breaks:d}=i(),
u=d.filter(w=>p>=w).length;return t.widths[Math.round(u*(t.widths.length-1)/Math.max(d.length,1))]}let m=([p,d,u])=>x("div",{class:"card"},x("strong",{},s[p].name+
" → "+s[d].name),x("div",{class:"main"},a(u)));function h(){let p=i().breaks;return p.length?[...p.map((u,w)=>J(Be,f(u),w+1===p.length?o("class_above",{a:a(u)}):
o("class_between",{a:a(u),b:a(p[w+1])}))).reverse(),J(Be,f(0),o("class_below",{a:a(p[0])}))]:[]}return{draw(p){i().flows.toReversed().forEach((d,u)=>{let[w,y]=[
l.get(d[0]),l.get(d[1])];if(!w||!y)return;let g=L.polyline(ko(w,y),{pane:"bands",renderer:r.renderers.bands,color:c(d),weight:f(d[2]),opacity:1,lineCap:"butt"});
g.bindTooltip(()=>m(d),{sticky:!0,opacity:1,className:"hover"}),p("flow"+u,g)})},title:()=>n.capital(o("field_flows")),legend(){let{left_out:p,people_left_out:d,
outside:u,missing:w}=i(),[y,g]=t.palettes.flows;return[...h(),J(y,4,o("flow_within")),J(g,4,o("flow_across")),...p?[E(o("flow_left_out",{n:a(p),p:a(d)}))]:[],...u?
[E(o("flow_outside",{n:a(u)}))]:[],...w?[E(o("flow_missing",{n:a(w)}))]:[]]},table:()=>({head:["flow_from","flow_to","flow_count"].map(p=>n.capital(o(p))),rows:i().
flows.map(([p,d,u])=>[s[p].name,[s[d].name,a(u)]])})}}var So=["fill","stroke"];function Q(t,n){let{left:e,top:r,width:o,height:a}=t.getBoundingClientRect();return{x:e-n.left,y:r-n.top,width:o,height:a}}function vo(t,n){
return v("image",{...Q(t,n),href:t.toDataURL("image/png"),preserveAspectRatio:"none"})}function _o(t,n){let e=t.cloneNode(!0),[r,o]=[t,e].map(i=>[...i.querySelectorAll(
"path")]);r.forEach((i,s)=>{let l=getComputedStyle(i);for(let c of So)o[s].setAttribute(c,l.getPropertyValue(c).replace(/url\("(#[^"]+)"\)/,"url($1)"));o[s].removeAttribute(
"class")});let a=v("svg",{...Q(t,n),viewBox:t.getAttribute("viewBox")??"",overflow:"visible"});return a.append(...e.childNodes),a}function Oo(t,n,e){let r=Q(t,n),
o=getComputedStyle(t),a=parseFloat(o.fontSize);if(!t.textContent)return[v("circle",{cx:r.x+r.width/2,cy:r.y+r.height/2,r:r.width/2,fill:o.backgroundColor})];let i={
y:r.y+r.height/2+a*.35,"font-size":a,"font-weight":o.fontWeight,fill:o.color};if(t.classList.contains("shield"))return[v("rect",{...r,rx:3,fill:o.backgroundColor,
stroke:"#b5a970","stroke-width":1}),v("text",{...i,x:r.x+r.width/2,"text-anchor":"middle"},t.textContent)];let s=o.textTransform==="uppercase"?t.textContent.toLocaleUpperCase():
t.textContent;return[v("text",{...i,x:r.x,stroke:e,"stroke-width":3,"stroke-linejoin":"round","paint-order":"stroke","letter-spacing":o.letterSpacing==="normal"?
null:o.letterSpacing},s)]}function To(t,n,e){let{x:r,y:o,width:a,height:i}=Q(t,n),s=getComputedStyle(t).color,l=o+i-1,c=`M${r} ${l-6}V${l}H${r+a}V${l-6}`;return[
v("path",{d:c,fill:"none",stroke:e,"stroke-width":5}),v("path",{d:c,fill:"none",stroke:s,"stroke-width":2}),v("text",{x:r+4,y:l-5,"font-size":11,"font-weight":600,
fill:s,stroke:e,"stroke-width":3,"paint-order":"stroke"},t.textContent)]}function je(t){let n=t.getContainer(),e=n.getBoundingClientRect(),r=getComputedStyle(document.
documentElement).getPropertyValue("--halo").trim()||"#ffffff",o=[...n.querySelectorAll(".leaflet-pane")].filter(s=>s.parentElement!==n).map(s=>s).sort((s,l)=>Number(
getComputedStyle(s).zIndex)-Number(getComputedStyle(l).zIndex)),a=[v("rect",{width:e.width,height:e.height,fill:getComputedStyle(n).backgroundColor})];for(let s of o){
let l=v("g",{opacity:getComputedStyle(s).opacity});for(let c of s.children)if(c.checkVisibility()){if(c instanceof HTMLCanvasElement)l.append(vo(c,e));else if(c instanceof
SVGSVGElement)l.append(_o(c,e));else if(c instanceof HTMLElement&&c.matches(".place, .country, .dot"))l.append(...Oo(c,e,r));else if(c instanceof HTMLElement&&c.
matches(".pin")){let{x:f,y:m,width:h,height:p}=Q(c,e);l.append(v("circle",{cx:f+h/2,cy:m+p,r:7,fill:"#ffffff",stroke:"#111827","stroke-width":4}))}}l.childElementCount&&
a.push(l)}let i=n.querySelector(".leaflet-control-scale-line");return i instanceof HTMLElement&&a.push(...To(i,e,r)),a}function it(t,n){let e=document.createElement("a");e.href=URL.createObjectURL(t),e.download=n,document.body.append(e),e.click(),e.remove(),setTimeout(()=>URL.revokeObjectURL(
e.href),1e4)}var[Tt,We]=[595.28,841.89],F=28,at={size:9,width:Tt-2*F},Lo=3,Ao=t=>"<FEFF"+[...Array(t.length).keys()].map(n=>t.charCodeAt(n).toString(16).padStart(4,"0")).join(
"")+">",Co={"€":128,"„":132,"…":133,"‘":145,"’":146,"“":147,"”":148,"•":149,"–":150,"—":151,"−":45,"→":187};function Eo(t){return"<"+[...t].
map(n=>{let e=Co[n]??n.codePointAt(0)??63;return(e>255||e<32?63:e).toString(16).padStart(2,"0")}).join("")+">"}function He(t,n,e,r){let o=t.width>t.height,[a,i]=o?
[We,Tt]:[Tt,We],s=Math.min((a-2*F)/t.width,(i-2*F)/t.height),[l,c]=[t.width*s,t.height*s],f=e.filter(b=>b).map((b,k)=>`1 0 0 1 ${F} ${i-F-12*(k+1)} Tm ${Eo(b)} \
Tj`),m=`q ${l.toFixed(2)} 0 0 ${c.toFixed(2)} ${((a-l)/2).toFixed(2)} ${(i-F-c).toFixed(2)} cm /Map Do Q
BT /F ${at.size} Tf ${Lo} Tr ${f.join(`
`)} ET
`,h=[`<< /Type /Catalog /Pages 2 0 R /Lang (${r}) >>`,"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${a} ${i}] /Conte\
nts 4 0 R /Resources << /XObject << /Map 5 0 R >> /Font << /F 6 0 R >> >> >>`,`<< /Length ${m.length} >>
stream
${m}endstream`,[`<< /Type /XObject /Subtype /Image /Width ${t.width} /Height ${t.height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${t.
bytes.length} >>
stream
`,t.bytes,`
endstream`],"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",`<< /Title ${Ao(n)} /Creator (grensgeo) >>`],p=[],d=0;function u(b){
let k=typeof b=="string"?Uint8Array.from(b,_=>_.charCodeAt(0)):b;p.push(k),d+=k.length}u(`%PDF-1.7
`);let w=h.map((b,k)=>{let _=d;u(`${k+1} 0 obj
`);for(let O of[b].flat())u(O);return u(`
endobj
`),_}),y=d;u(`xref
0 ${h.length+1}
0000000000 65535 f 
`+w.map(b=>`${String(b).padStart(10,"0")} 00000 n 
`).join("")+`trailer
<< /Size ${h.length+1} /Root 1 0 R /Info 7 0 R >>
startxref
${y}
%%EOF
`);let g=new Uint8Array(d);return p.reduce((b,k)=>(g.set(k,b),b+k.length),0),g}var R=20,Xe=640,vs=Xe-2*R,No=21,U=22,Ge=2,Ke=()=>getComputedStyle(document.body).fontFamily;function qe(t,n,e,r){let o=[""];for(let a of n){let i=o[o.length-1],
s=i?i+e+a:a;t.measureText(s).width<=r||!i?o[o.length-1]=s:o.push(a)}return o}var Lt=(t,n,e)=>qe(t,n.split(/\s+/).flatMap(r=>t.measureText(r).width<=e?[r]:qe(t,[
...r],"",e))," ",e);function At(t,n){let e=document.createElement("canvas").getContext("2d");return e.font=`${t} ${n}px ${Ke()}`,e}function Mo(t,n){return(e,{size:r,
weight:o,leading:a},i)=>{if(!e)return{nodes:[],end:i};let s=Lt(At(o,r),e,n-2*R);return{end:i+s.length*a,nodes:s.map((l,c)=>v("text",{x:R,y:i+(c+.75)*a,"font-siz\
e":r,"font-weight":o,fill:t},l))}}}function Io({line:t,colour:n,stripe:e,shape:r,width:o=3},a,i){if(t)return[v("rect",{x:a,y:i+7-o/2,width:U,height:o,fill:t})];
let[s,l]=[a+U/2,i+7],c={fill:n??"none",stroke:"#7d7f86","stroke-width":.8};if(r==="circle")return[v("circle",{cx:s,cy:l,r:6,...c})];if(r==="diamond")return[v("p\
ath",{d:`M${s-7} ${l}L${s} ${l-7}L${s+7} ${l}L${s} ${l+7}Z`,...c})];if(r==="star")return[v("circle",{cx:s,cy:l,r:6,fill:"#c2185b"})];let f=v("rect",{x:a,y:i,width:U,
height:13,...c});return e?[f,...[0,1,2,3].map(m=>v("rect",{x:a+6*m+2,y:i,width:3,height:13,fill:e}))]:[f]}function Ro(t,n,e,r){let o=At(400,12),a=[],[i,s,l]=[R,
r,r];for(let c of t){let f=Lt(o,c.said,n-2*R-U-6),m=U+6+Math.max(...f.map(h=>o.measureText(h).width))+16;i>R&&i+m-16>n-R&&([i,s]=[R,l]),a.push(...Io(c,i,s),...f.
map((h,p)=>v("text",{x:i+U+6,y:s+11+16*p,"font-size":12,fill:e},h))),i+=m,l=Math.max(l,s+No+16*(f.length-1))}return{nodes:a,end:l}}function Ve(t,n,e,{ink:r,paper:o}){
let a=Math.max(t.width,Xe),i=Mo(r,a),s=i(e.title,{size:13,weight:600,leading:18},10),l=i(e.headline,{size:19,weight:700,leading:25},s.end),c=i(e.question,{size:13,
weight:400,leading:18},l.end),f=c.end+10,m=i(e.legend,{size:12,weight:600,leading:18},f+t.height+8),h=Ro(n,a,r,m.end+4),p=h.end+2,d=e.below.flatMap(g=>{let b=i(
g,{size:11,weight:400,leading:15},p);return p=b.end,b.nodes}),u=Math.ceil(p+12),w=$o(document.querySelector("svg.hatches defs"));return v("svg",{xmlns:"http://w\
ww.w3.org/2000/svg",width:a,height:u,viewBox:`0 0 ${a} ${u}`,"font-family":Ke()},v("title",{},e.headline),...w?[w]:[],v("rect",{width:a,height:u,fill:o}),...s.nodes,
...l.nodes,...c.nodes,v("svg",{x:(a-t.width)/2,y:f,width:t.width,height:t.height,overflow:"hidden"},...t.nodes),...m.nodes,...h.nodes,...d)}function $o(t){let n=t&&
t.cloneNode(!0),e=t?.querySelectorAll("rect")??[];return n?.querySelectorAll("rect").forEach((r,o)=>r.setAttribute("fill",getComputedStyle(e[o]).fill)),n}var Ze=t=>new XMLSerializer().
serializeToString(t),Ye=t=>new Blob([`<?xml version="1.0" encoding="UTF-8"?>
`,Ze(t)],{type:"image/svg+xml"});async function Je(t){let n=new Image;n.src="data:image/svg+xml;charset=utf-8,"+encodeURIComponent(Ze(t)),await n.decode();let e=document.
createElement("canvas");return e.width=Ge*Number(t.getAttribute("width")),e.height=Ge*Number(t.getAttribute("height")),e.getContext("2d")?.drawImage(n,0,0,e.width,
e.height),e}async function Qe(t){let n=await Je(t);return new Promise((e,r)=>{n.toBlob(o=>o?e(o):r(new Error("no picture")),"image/png")})}async function tn(t,n,e){
let r=await Je(t),o=await new Promise(c=>{r.toBlob(c,"image/jpeg",.92)}),a=new Uint8Array(await o.arrayBuffer()),i=At(400,at.size),s=[n.title,n.headline,n.question,
...n.below].flatMap(c=>Lt(i,c,at.width)),l=He({bytes:a,width:r.width,height:r.height},n.title||n.headline,s,e);return new Blob([l],{type:"application/pdf"})}var Po=t=>t.replace(/(?<=^|[,;\t\r\n]["\s]*)(?=[=+\-@\t\r\n])/g,"'");var Do=/^[-\u2212+]?[\d.,\u00a0]+$/;function en(t,n){if(!Do.test(t))return NaN;let[e,r]=T[n].startsWith("en")?[",","."]:[".",","];return Number(t.replaceAll(e,"").
replaceAll(" ","").replace(r,".").replace("−","-"))}function Bo({head:t,body:n},e){let r=e!=="en",o=r?";":",";function a(i){let s=en(i,e);if(!Number.isNaN(s))
return r?String(s).replace(".",","):String(s);let l=Po(i);return/[",;\n\r]/.test(l)?`"${l.replace(/"/g,'""')}"`:l}return[t,...n].map(i=>i.map(a).join(o)).join(`\
\r
`)+`\r
`}var zo=t=>t.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g,"").replace(/&/g,"&amp;").replace(/</g,"&lt;").replace(/>/g,"&gt;").replace(/"/g,"&quot;"),j='\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',Ct="http://schemas.openxmlformats.org/spreadsheetml/2006/main",lt="http://schemas.openxmlformats.org/of\
ficeDocument/2006/relationships",Et="http://schemas.openxmlformats.org/package/2006",ct="application/vnd.openxmlformats-officedocument.spreadsheetml",[Fo,Uo]=[44,
110];function jo(t){let n=t.filter(e=>e.length>1);return Array.from({length:Math.max(0,...n.map(e=>e.length))},(e,r)=>Math.min(Fo,2+Math.max(...n.map(o=>(o[r]??
"").length))))}function Wo({head:t,body:n},e,r){function o(i,s){let l=en(i,e),c=s!==void 0&&i.length>s;return Number.isNaN(l)?`<c${c?' s="2"':""} t="inlineStr">\
<is><t xml:space="preserve">${zo(i)}</t></is></c>`:`<c${Number.isInteger(l)?' s="1"':""}><v>${l}</v></c>`}let a=(i,s)=>`${j}<worksheet xmlns="${Ct}">`+(s.length?
`<cols>${s.map((l,c)=>`<col min="${c+1}" max="${c+1}" width="${l}" customWidth="1"/>`).join("")}</cols>`:"")+"<sheetData>"+i.map(l=>`<row>${l.map((c,f)=>o(c,l.length<
s.length&&f===l.length-1?void 0:s[f])).join("")}</row>`).join("")+"</sheetData></worksheet>";return[["[Content_Types].xml",`${j}<Types xmlns="${Et}/content-type\
s"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${ct}.sh\
eet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${ct}.styles+xml"/>`+[1,2].map(i=>`<Override PartName="/xl/worksheets/sheet${i}.xml" ContentType\
="${ct}.worksheet+xml"/>`).join("")+"</Types>"],["_rels/.rels",`${j}<Relationships xmlns="${Et}/relationships"><Relationship Id="rId1" Type="${lt}/officeDocumen\
t" Target="xl/workbook.xml"/></Relationships>`],["xl/workbook.xml",`${j}<workbook xmlns="${Ct}" xmlns:r="${lt}"><sheets><sheet name="1" sheetId="1" r:id="rId1"/\
><sheet name="2" sheetId="2" r:id="rId2"/></sheets></workbook>`],["xl/_rels/workbook.xml.rels",`${j}<Relationships xmlns="${Et}/relationships">`+[1,2].map(i=>`<\
Relationship Id="rId${i}" Type="${lt}/worksheet" Target="worksheets/sheet${i}.xml"/>`).join("")+`<Relationship Id="rId3" Type="${lt}/styles" Target="styles.xml"\
/></Relationships>`],["xl/styles.xml",`${j}<styleSheet xmlns="${Ct}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><\
fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><\
diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="3" applyNumberFormat="1"/><xf applyAlignment="1">\
<alignment vertical="top" wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`],["xl/\
worksheets/sheet1.xml",a([t,...n],jo([t,...n]))],["xl/worksheets/sheet2.xml",a(r.map(i=>[i]),[Uo])]]}function Ho(t){let n=-1;for(let e of t){n^=e;for(let r=0;r<
8;r++)n=n>>>1^(n&1?3988292384:0)}return~n>>>0}function Go(t){let n=new TextEncoder,e=[],r=[];function o(i,s){for(let[l,c]of s)for(let f=0;f<l;f++)i.push(c/2**(8*
f)&255)}for(let[i,s]of t){let[l,c]=[n.encode(i),n.encode(s)],f=[[2,20],[2,2048],[2,0],[2,0],[2,33],[4,Ho(c)],[4,c.length],[4,c.length],[2,l.length],[2,0]];o(r,[
[4,33639248],[2,20],...f,[2,0],[2,0],[2,0],[4,0],[4,e.length]]),r.push(...l),o(e,[[4,67324752],...f]);for(let m of[l,c])for(let h of m)e.push(h)}let a=e.length;
for(let i of r)e.push(i);return o(e,[[4,101010256],[2,0],[2,0],[2,t.length],[2,t.length],[4,r.length],[4,a],[2,0]]),Uint8Array.from(e)}function nn(t,n,e,r,o){let a=n===
"csv"?new Blob(["\uFEFF"+Bo(t,e)],{type:"text/csv;charset=utf-8"}):new Blob([Go(Wo(t,e,r))],{type:ct+".sheet"});it(a,o+"."+n)}var qo=70;function on({words:t,data:n,choosing:e}){let r=e.layerControls().map(e.chosen);return Wt([t.in(n.title),...r].join(" ")).replace(/ /g,"-").slice(0,qo)}
function Xo(t){let n=t.querySelector(".swatch");if(!n)return[];let e=getComputedStyle(n),r=[...t.childNodes].filter(s=>s!==n).map(s=>s.textContent?.trim()).filter(
s=>s).join(", "),o=[...n.classList];if(o.includes("line")||o.includes("frontier"))return[{said:r,line:e.borderTopColor,width:parseFloat(e.borderTopWidth)}];let a=n.
querySelector("rect")?.getAttribute("fill"),i=o.find(s=>["circle","diamond","star"].includes(s));return[{said:r,shape:i,colour:a??e.backgroundColor}]}function Ko(t){
let{head:n,rows:e}=t.table(),r=o=>o instanceof Node?o.textContent??"":o??"";return{caption:S("headline").textContent,head:n,body:e.map(([o,a])=>[r(o),...a.map(r)])}}
function rn(t,n){let{words:e,map:r,data:o}=t,a=()=>[...document.querySelectorAll("#legend .said")].map(s=>String(s.textContent)).concat([S("strip-notes").firstChild?.
textContent??"",S("strip-sources").textContent,e.t("made_with",{version:o.version})]);async function i(s){let{x:l,y:c}=r.getSize(),f={title:e.in(o.title),headline:S(
"headline").textContent,question:"",legend:S("legend-title").textContent,below:a()},m=getComputedStyle(document.body),h=[...S("legend").children].flatMap(Xo),p=Ve(
{width:l,height:c,nodes:je(r)},h,f,{ink:m.color,paper:m.backgroundColor});it(s==="png"?await Qe(p):s==="svg"?Ye(p):await tn(p,f,e.language),on(t)+"."+s)}for(let s of[
"png","svg","pdf"])S(s).addEventListener("click",()=>i(s));for(let s of["csv","xlsx"])S(s).addEventListener("click",()=>{let l=Ko(n()),c=o.notes.map(f=>e.in(f.text));
nn(l,s,e.language,[e.in(o.title),l.caption,...c,...a()],on(t))});S("print").addEventListener("click",()=>window.print())}var Nt=10,Vo=6,ut=14,Zo=300,Yo=34,Jo=[0,9,9.75,11.5],Qo=t=>t<9.5?26:60,tr=2;function sn(t){let n=t.getZoom(),e=t.containerPointToLayerPoint([0,0]),r=t.getPixelOrigin(),
o=t.getSize();return{width:o.x,height:o.y,scale:2**n,zoom:n,x:e.x,y:e.y,left:r.x+e.x,top:r.y+e.y}}function er(t,{width:n,height:e}){let r=[];for(let a=1;a<t.length;a++){
let[[i,s],[l,c]]=[t[a-1],t[a]],f=Math.max(1,Math.ceil(Math.hypot(l-i,c-s)/12));for(let m=0;m<f;m++){let h=i+(m+.5)/f*(l-i),p=s+(m+.5)/f*(c-s);h>0&&p>0&&h<n&&p<e&&
r.push([h,p])}}let o=Math.floor(r.length/2);return r.map((a,i)=>r[o+(i%2?-1:1)*Math.ceil(i/2)]).filter(Boolean)}var nr=t=>t.reduce((n,[e,r],o)=>o?n+Math.hypot(e-
t[o-1][0],r-t[o-1][1]):0,0);function an(t,n,e,r){let o=sn(t),a=Ot(n,o.zoom),i=[],s=new Map;for(let l of r){if(!K(n,"road",l,o.zoom)||o.zoom<Jo[l-1])continue;let c=V(
n,"road",l,o).filter(f=>n.name[f]).map(f=>({name:n.name[f],corners:Z(n,f,a,o)})).map(f=>({...f,long:nr(f.corners)})).filter(({long:f})=>f>=Yo).sort((f,m)=>m.long-
f.long);for(let{name:f,corners:m}of c){if(i.length>=Qo(o.zoom))return i;let h=f.split("/").slice(0,tr).join("/"),p=e.widthOf(h,Nt,!0)+Vo,d=f.split("/").flatMap(
u=>s.get(u)??[]);for(let[u,w]of er(m,o)){if(d.some(([b,k])=>Math.hypot(b-u,k-w)<Zo))continue;let[y,g]=[o.x+u-p/2,o.y+w-ut/2];if(e.free([y-2,g-2,y+p+2,g+ut+2])){
e.take([y,g,y+p,g+ut]),i.push({text:h,rank:l,x:y,y:g,width:p,height:ut}),d.push([u,w]);for(let b of f.split("/"))s.set(b,[...s.get(b)??[],[u,w]])}}}}return i}function ln(t,n,e,r){
let o=sn(t);return r.filter(a=>K(n,e,a,o.zoom)).flatMap(a=>V(n,e,a,o).map(i=>{let[[s,l]]=Z(n,i,1/0,o);return{name:n.name[i],rank:a,people:n.people[i],at:L.point(
o.x+s,o.y+l)}}).sort((i,s)=>s.people-i.people))}function cn(t,n){let e=document.createElement("canvas").getContext("2d"),r=getComputedStyle(document.body).fontFamily,o=t.containerPointToLayerPoint([0,0]),a=L.
bounds(o,t.containerPointToLayerPoint(t.getSize())),[i,s]=[a.min,a.max];return{screen:a,point:l=>t.latLngToLayerPoint(l),free:l=>l[0]>=i.x&&l[2]<=s.x&&l[1]>=i.y&&
l[3]<=s.y&&n.every(c=>fe(c,l)),take:(...l)=>{n.push(...l)},widthOf(l,c,f){return e.font=`${f?600:400} ${c}px ${r}`,e.measureText(l).width}}}var un=({x:t,y:n},e,r,o)=>[
[t+o,n-r/2],[t-o-e,n-r/2],[t-e/2,n-r-4],[t-e/2,n+4]];function W(t,n,e){return t.style.transform=`translate(${n}px,${e}px)`,t}var or=13,Mt=18,fn=14,rr=12,sr=[12,11.5,11,10.5],ir=10.5,pn=[58,170];function ar({data:t,choosing:n,base:e},r){let o=n.view().kind==="isochrones"?n.layer().key[0]:
null;if(o===null||!t.origins[o]||e.areas.some(f=>f.code===o))return[];let[a,i]=t.origins[o],s=r.point([i,a]),l=n.view().names[o];r.take([s.x-10,s.y-10,s.x+20+r.
widthOf(l,fn,!0),s.y+10]);let c=x("span",{class:"place big"},l);return c.style.fontSize=fn+"px",[W(c,s.x+13,s.y-9)]}function dn(t,n,e,r,o){let a=r>rr,i=e.widthOf(
t,r,a)+8,s=r*1.3,l=un(n,i,s,4).find(([h,p])=>e.free([h,p,h+i,p+s]));if(!l)return[];let[c,f]=l;e.take([c,f,c+i,f+s],[n.x-3,n.y-3,n.x+3,n.y+3]);let m=x("span",{class:"\
place "+o+(a?" big":"")},t);return m.style.fontSize=r+"px",[W(x("i",{class:"dot "+o}),n.x-2.5,n.y-2.5),W(m,c+4,f)]}function ft(t,n,e,r,o,a=new Set){return ln(t,
n,r,o).filter(({name:i,at:s})=>e.screen.contains(s)&&!a.has(i.split(" (")[0])).flatMap(({name:i,rank:s,at:l})=>dn(i,l,e,r==="station"?ir:sr[s-1],r==="station"?"\
stop":"village"))}function lr(t,n,e,r){let o=a=>an(t,n,e,a).map(({text:i,rank:s,x:l,y:c,width:f})=>{let m=x("span",{class:s===1?"place shield motorway":"place s\
hield"},i);return m.style.fontSize=Nt+"px",m.style.width=f+"px",W(m,l,c)});return[...o([1,2]),...ft(t,n,e,"place",[2,3]),...o([3]),...ft(t,n,e,"station",[1],r),
...ft(t,n,e,"place",[4]),...o([4])]}function cr(t,n,e,r){let o=r.widthOf(t.toLocaleUpperCase(),or,!0)+t.length*2.4+8;function a(s,l){let c=L.bounds([s-6,l-4],[s+
o+6,l+22]);return e.some(f=>f.some(m=>c.contains(m)))}let i=n.map(s=>[s.x-o/2,s.y-Mt/2]).find(([s,l])=>!a(s,l)&&r.free([s,l,s+o,l+Mt]));return i?(r.take([i[0],i[1],
i[0]+o,i[1]+Mt]),[W(x("span",{class:"country"},t),i[0],i[1])]):[]}function mn(t,n,e){let{map:r,data:o,words:a,base:i}=t,{x:s,y:l}=r.containerPointToLayerPoint([
0,0]),c=cn(r,[[s,l,s+pn[0],l+pn[1]],...e]),f=ar(t,c);n&&f.push(...ft(r,n,c,"place",[1]));for(let[h,p,d]of o.base.places){let u=i.areas[h],w=c.point([d,p]);!de(u,
r.getZoom())||!c.screen.contains(w)||f.push(...dn(u.name,w,c,me(u.population),u.part==="ring"?"ring":"town"))}let m=i.frontier.map(h=>h.map(c.point));if(m.flat().
some(h=>c.screen.contains(h))){let h=c.point(L.latLngBounds(i.frontier.flat()).getCenter());for(let p of new Set(i.areas.map(d=>d.country))){let d=i.areas.filter(
u=>u.country===p).map(u=>c.point(u.centre)).sort((u,w)=>u.distanceTo(h)-w.distanceTo(h));f.push(...cr(a.t(p.toLowerCase()),d,m,c))}}if(n){let h=new Set(f.map(p=>String(
p.textContent).split(" (")[0]));f.push(...lr(r,n,c,h))}r.getPane("names")?.replaceChildren(...f)}var It=t=>L.CircleMarker.extend({_updatePath(){let{x:n,y:e}=this._point;this._renderer._setPath(this,t(n,e,this._radius))}});function hn(t,n,e){let r=e*1.3;return`\
M${t-r} ${n}L${t} ${n-r}L${t+r} ${n}L${t} ${n+r}Z`}function gn(t,n,e){return`M${Array.from({length:10},(o,a)=>{let i=e*(a%2?.45:1);return`${t+i*Math.sin(a*Math.
PI/5)} ${n-i*Math.cos(a*Math.PI/5)}`}).join("L")}Z`}var ur=["sector","level","language","period"];function wn({words:t,choosing:n}){let{t:e,count:r,capital:o}=t,{view:a,layer:i}=n,s=g=>e("minutes",{n:r(Math.round(
g))});function l(g){return g===null||!/^[a-z]{2}$/.test(g)?g:new Intl.DisplayNames([t.language],{type:"language"}).of(g)??g}let c=g=>({what:o(t.named("opp_types",
g.type)??g.type),sector:t.named("sectors",g.sector)??g.sector,level:g.level,language:l(g.language),period:g.from===null&&g.to===null?null:[g.from??"…",g.to??"\
…"].join(" – ")});function f(g){let b=i().key[0]==="any"?g.mode:i().key[0];return t.named("modes",b)??b}let m=g=>a().places[g.place][2],h=g=>g.unsure.map(b=>e(
"unsure_"+b)).join(", "),p=g=>x("div",{class:"small warn"},g);function d(g){let b=c(g),k=x("div",{class:"offer"},x("strong",{},b.what));g.count!==null&&g.count!==
1&&k.append(C(o(e("placement_places")),r(g.count)));for(let _ of ur)_==="period"&&b.period===null||k.append(C(o(e("placement_"+_)),b[_]??e("placement_not_told")));
return k.append(C(o(e("placement_id")),g.id)),g.unsure.length&&k.append(p(e("placement_unsure_what",{what:h(g)}))),g.main_place&&k.append(p(e("placement_at_main\
_place"))),k}function u(g,b){let[k,_]=g[0],O=e(k.country.toLowerCase())+(m(k)?" ("+e("side_across")+")":"");return x("div",{class:"card"},x("div",{class:"main"},
s(_)),x("div",{class:"small"},f(k)+" · "+O),...g.slice(0,b).map(([M])=>d(M)),...g.length>b?[x("div",{class:"small"},"+ "+r(g.length-b))]:[])}let w=()=>["placem\
ent_time","country","placement_sector","placement_by","placement_what","placement_level","placement_language","placement_not_told"].map(g=>o(e(g)));function y(g){
let b=c(g);return[g.country+(m(g)?" ◆":""),b.sector??"–",f(g),b.what,b.level??"–",b.language??"–",h(g)]}return{minutes:s,card:u,columns:w,cells:y}}var Rt=t=>x("div",{class:"small warn"},t);function yn({words:t,choosing:n,base:e,said:r}){let{t:o}=t,{view:a,fieldName:i,field:s}=n;function l(d){let u=e.areas[d],
w=o("population",{n:t.plain(u.population)});return[x("strong",{},u.name),x("div",{class:"small"},[o(u.country.toLowerCase()),u.nuts3,w].join(" · "))]}function c(d){
let u=s();return[x("div",{class:"main"},r.figureAt(i(),d,st(u))),x("div",{class:"small"},r.fieldTitle(u)+(a().mean?o("of_mean_here"):""))]}function f(d){let u=(a().
bar??[]).map(b=>({name:b,value:r.numberAt(b,d)})),w=u.map(({name:b})=>C(o(b),r.figureAt(b,d,"count"),b)),y=u.reduce((b,{value:k})=>b+(k??0),0);if(!(y>0)||u.some(
({value:b})=>b===null))return w;let g=x("div",{class:"bar","aria-hidden":"true"});for(let{name:b,value:k}of u){let _=mt(x("i"),b,"background");_.style.width=100*
Number(k)/y+"%",g.append(_)}return[g,...w]}let m=d=>a().rows.map(([u,w,y])=>C(t.capital(o(u)),r.figureAt(r.where()+w,d,y))),h=d=>(a().bounds??[]).filter(u=>r.numberAt(
u+"_lower",d)!==null&&r.numberAt(u+"_upper",d)!==null).map(u=>C(o("bounds_of",{what:o("row_"+u)}),o("bounds_range",{a:r.figureAt(u+"_lower",d,"plain"),b:r.figureAt(
u+"_upper",d,"plain")})));function p(d,u){let w=r.numberAt("without",d),y=r.numberAt("edge",d)??0,g=r.numberAt("unknown",d)??0;return[...w!==null&&!u?[C(o("row_\
without"),t.share(w))]:[],...r.marks(d).still?[Rt(o("mark_still"))]:[],...y>0?[Rt(o("edge_mean",{share:t.share(y)}))]:[],...g>0?[Rt(o("lower_bound",{n:t.count(g)}))]:
[]]}return function(u,w=!1){let y=(a().ids??[]).indexOf(u);return x("div",{class:"card"},...l(u),...c(y),...f(y),...w?[]:[...m(y),...h(y)],...p(y,w))}}function bn(t){let{map:n,data:e,words:r,choosing:o,base:a}=t,{state:i,view:s}=o,l=yn(t),c=null,f=null;function m(u){c&&c.remove(),c=u===null?null:L.polygon(a.areas[u].
rings,a.flat("chosen",{fill:!1,color:"#111827",weight:3})).addTo(n)}function h(u){let w=e.base.places.find(y=>y[0]===u);return w?[w[2],w[1]]:a.areas[u].centre}function p(u,w){
let y=w??(f&&i.area===u?f.getLatLng():void 0)??h(u);i.area=u,m(u),S("find").value=String(u),f?f.setLatLng(y).setContent(l(u)):f=L.popup({maxWidth:290,autoPanPadding:[
16,16]}).setLatLng(y).setContent(l(u)).openOn(n),$t(r.t("close"))}n.on("popupclose",()=>{f=null,i.area=null,m(null),S("find").value=""});function d(){let{ids:u}=s();
if(S("find-box").hidden=!u,!u)return;let w=new Map;for(let y of u){let g=a.areas[y];w.set(g.nuts3,[...w.get(g.nuts3)??[],g])}S("find").replaceChildren(x("option",
{value:""},r.t("find_none")),...[...w].map(([y,g])=>x("optgroup",{label:y},...g.sort((b,k)=>r.sort(b.name,k.name)).map(b=>x("option",{value:String(b.number)},b.
name))))),S("find").value=i.area===null?"":String(i.area)}return S("find").addEventListener("change",()=>{S("find").value!==""?p(Number(S("find").value)):n.closePopup()}),
{card:l,mark:m,select:p,showList:d}}function $t(t){let n=document.querySelector(".leaflet-popup-close-button");n&&n.setAttribute("aria-label",t)}var fr=1.0001,xn=760;function kn(t,n){let e=n.findIndex(([r])=>t<=r*fr);return e<0?n.length-1:e}function pr(t){let{map:n,words:e,choosing:r,base:o}=t,{view:a,layer:i}=r,
s=wn(t),l=It(hn),c=It(gn);function f(){let d=new Map;for(let[u,w]of i().rows){let y=a().offers[u];d.has(y.place)||d.set(y.place,[]),d.get(y.place).push([y,w])}return d}
function m(d){let[u,w]=a().places[d[0][0].place],g=L.popup({maxWidth:290,maxHeight:320,autoPanPadding:[16,16]}).setLatLng([w,u]).setContent(s.card(d,d.length)).
openOn(n).getElement()?.querySelector(".leaflet-popup-content");g instanceof HTMLElement&&(g.tabIndex=0),$t(e.t("close"))}function h(d,u){let[w,y,g]=a().places[d],
b=new(g?l:L.CircleMarker)([y,w],{pane:"points",renderer:o.renderers.points,radius:Math.min(7+1.5*Math.log2(u.length),14),color:"#1d1f24",weight:1.4,fillColor:a().
bands[kn(u[0][1],a().bands)][1],fillOpacity:1});return b.bindTooltip(()=>s.card(u,2),{opacity:1,className:"hover"}),b.on("click",()=>{b.closeTooltip(),m(u)}),b}
return{offers:s,groups:f,open:m,marker:h,homeMarker:([d,u])=>new c([u,d],{pane:"points",renderer:o.renderers.points,interactive:!1,radius:13,color:"#ffffff",weight:2,
fillColor:Y,fillOpacity:1})}}function Sn(t){let{map:n,words:e,choosing:r}=t,{t:o,count:a}=e,{view:i,layer:s}=r,{offers:l,groups:c,open:f,marker:m,homeMarker:h}=pr(
t),p=!1;function d(){let{places:w,home:y}=i(),g=[...c().keys()].map(b=>L.latLng(w[b][1],w[b][0]));return y?[...g,L.latLng(y[1],y[0])]:g}function u(){let{bands:w}=i(),
y=s().rows.map(([,g])=>kn(g,w));return w.map(([g,b],k)=>A(b,o("placement_band",{a:a(k?w[k-1][0]:0),b:a(g),n:a(y.filter(_=>_===k).length)})))}return{draw(w){for(let[
g,b]of[...c()].reverse())w("point"+g,m(g,b));let{home:y}=i();y&&w("home",h(y)),!p&&window.innerWidth>xn&&(S("table-box").open=!0),p=!0},title:()=>o("placement_o\
ffers"),legend(){let w=Object.entries(s().asides).filter(([,b])=>b).map(([b,k])=>o(b,{n:a(k)}));s().rows.length||w.unshift(o("placement_none")),[...c().values()].
some(b=>b.length>1)&&w.unshift(o("placement_several"));let y=i().controls.find(b=>b.id==="side"),g=y&&y.options.length>1?[D("circle",o("placement_own")),D("diam\
ond",o("placement_across"))]:[];return[...u(),...g,...i().home?[D("star",o("placement_home"))]:[],...w.map(E)]},table(){let w=c();return{head:l.columns(),rows:s().
rows.map(([y,g])=>{let b=i().offers[y];return[B(l.minutes(g),()=>{f(w.get(b.place)??[[b,g]]),window.innerWidth<=xn&&n.getContainer().scrollIntoView()},String(y)),
l.cells(b)]})}},values:()=>Object.fromEntries(Object.entries(s().said).map(([w,y])=>[w,a(y)])),box(){let w=L.latLngBounds(d());return w.isValid()?{bounds:w,options:{
padding:[48,48],maxZoom:13}}:null},taken:()=>d().map(w=>{let y=n.latLngToLayerPoint(w);return[y.x-6,y.y-6,y.x+6,y.y+6]})}}function vn({data:t,words:n,choosing:e}){let{t:r}=n;S("notes").replaceChildren(...t.notes.map(s=>x("li",{},n.in(s.text),...s.details.map(l=>x("div",{class:"smal\
l"},n.in(l)))))),S("notes-box").hidden=t.notes.length===0;let o=t.labels.mode_of_trip,a=e.layerControls().map(e.chosen).map(s=>Object.hasOwn(o,s)?o[s]:s),i=Jt(t.
strip,a);S("strip-notes").textContent=i.map(s=>n.in(s.text)).join(" "),t.notes.length>i.length&&S("strip-notes").append(" ",B(r("more_notes",{n:n.plain(t.notes.
length)}),()=>{S("notes-box").open=!0,S("notes-box").scrollIntoView(),S("notes-box").querySelector("summary").focus()})),S("strip-sources").textContent=t.attributions.
length?r("source")+": "+t.attributions.map(n.in).join(" · "):"",S("sources").replaceChildren(...t.sources.map(s=>{let l=s.reference_date?r("reference_date",{date:s.
reference_date}):"";return x("li",{},Qt(s),". "+[n.in(s.attribution),n.in(s.licence),l].filter(c=>c).join(" · "))}))}function dr({data:t,words:n,choosing:e},r){let{closed:o}=e.view();S("legend-title").textContent=r.title(),S("legend").replaceChildren(...r.legend(),...t.base.border.
length?[D("frontier",n.t("border_line"))]:[],...o?[E(n.t(o))]:[])}function _n({choosing:t},n){if(!S("table-box").open){S("table").replaceChildren();return}let{head:e,
rows:r}=n.table();tt(S("table"),x("table",{class:t.view().kind},x("caption",{},S("headline").textContent),x("thead",{},x("tr",{},...e.map(o=>x("th",{scope:"col"},
o)))),x("tbody",{},...r.map(([o,a])=>x("tr",{},x("th",{scope:"row"},o),...a.map(i=>x("td",{},i)))))))}function mr({words:t,choosing:n,said:e},r){let{kind:o,ids:a,
mean:i}=n.view(),s=t.t("head_"+o,{...e.values(),...r.values?.()}).trim();S("headline").textContent=s+(a?t.t(i?"of_mean":"of_each"):"")}function hr(t,n,e){let r=Ht(
n.labels,e),o=Ie(n),a={...$e(r,o),...Pe(r,o)};return{map:t,data:n,words:r,choosing:o,said:a,base:Ce(t,n)}}function gr(t){let{map:n,data:e,choosing:{state:r,view:o}}=t,
a=bn(t),i=new Map,s=Ee(t,a,i),l={isochrones:Me(t),flows:Ue(t),placements:Sn(t)},c=()=>l[o().kind]??s,f=null,m=null;function h(){for(let d of i.values())d.remove();
i.clear(),n.closePopup(),a.mark(null)}function p(){mn(t,m?.base??null,c().taken?.()??[])}return{topic:c,selecting:a,names:p,home(){let{bounds:d,options:u}=c().box?.()??
{bounds:t.base.bounds,options:{padding:[4,4]}};n.fitBounds(d,{...u,animate:!1})},draw(){(f!==r.view||!o().ids)&&h(),f=r.view,c().draw((d,u)=>i.set(d,u.addTo(n)))},
dress(d){Bt(e.sides,d),m?.layer.dress(d),p()},lay(d){m=d}}}function wr(t){let[n,e,r]=[!0,!1,!1];return{ask(o){[n,e]=[n||o,!0]},act(){let o=!!(!n&&e&&t.topic().unseen?.());
(n||o||e&&r)&&t.home(),(n||e)&&(r=o),[n,e]=[!1,!1]}}}function yr(t){let n=zt(),e=yt(location.hash),r=wt(n.language,{language:e.lang,theme:e.theme}),o=hr(t,n,r.language),
{words:a,choosing:i}=o,{state:s,view:l}=i,c=gr(o),{topic:f,selecting:m}=c,h=wr(c),p=Kt(r.theme,g=>{c.dress(g),S("theme").textContent=a.t(g?"theme_light":"theme_\
dark")});function d(){try{history.replaceState(null,"","#"+ne(n,i,{language:a.language,theme:p.theme}))}catch{}}function u(){let{area:g}=s;Zt(a,n,t.getContainer()),
vn(o),Re(o,u,h.ask),mr(o,f()),c.draw(),t.invalidateSize({animate:!1,pan:!1}),h.act(),dr(o,f()),De(o,m.select),m.showList(),_n(o,f()),p.show(),g!==null&&l().ids?.
includes(g)&&m.select(g),d()}function w(){t.invalidateSize({animate:!1,pan:!1}),c.home()}xr(t,o,c.names);function y(g){a.language=g,u()}Yt(g=>{gt({language:g}),
y(g)}),S("theme").addEventListener("click",d),S("table-box").addEventListener("toggle",()=>_n(o,f())),t.on("popupopen popupclose",d),window.addEventListener("ha\
shchange",()=>{let g=yt(location.hash);bt(g,n,i),h.ask(!0),y(wt(a.language,{language:g.lang??a.language}).language)}),rn(o,f),te(t,c.home),ee(t,w),br(t),bt(e,n,
i),u(),Ae(t,n).then(g=>{c.lay(g),p.show()})}function br(t){let n=()=>S("on-paper")?.remove();window.addEventListener("beforeprint",()=>{n(),t.getContainer().after(
x("figure",{id:"on-paper"},Vt(t)))}),window.addEventListener("afterprint",n)}function xr(t,n,e){t.setMaxBounds(n.base.bounds.pad(1.2)),t.getContainer().setAttribute(
"role","region"),t.getPane("bands").style.opacity="0.8",t.on("moveend zoomend resize viewreset",e),t.on("zoomstart",()=>t.getPane("names")?.replaceChildren())}Object.
assign(globalThis,{grensgeoPage:yr});})();
