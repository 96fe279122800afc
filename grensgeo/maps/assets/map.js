/* grensgeo map: bundled from js/ by `make js`; edit there.
   sources 2069729a13560966: src/pages/address.js src/pages/areas.js src/pages/bands.js src/pages/base.js src/pages/card.js src/pages/choosing.js src/pages/classes.js src/pages/controls.js src/pages/extremes.js src/pages/figures.js src/pages/flows.js src/pages/keys.js src/pages/leaving.js src/pages/map.js src/pages/names.js src/pages/offers.js src/pages/points.js src/pages/selecting.js src/pages/small_print.js src/shared/after_paint.js src/shared/appearance.js src/shared/areas.js src/shared/base_map.js src/shared/base_names.js src/shared/canvas_layer.js src/shared/elements.js src/shared/geometry.js src/shared/map_canvas.js src/shared/map_nodes.js src/shared/marks.js src/shared/numbers.js src/shared/page.js src/shared/pdf.js src/shared/room.js src/shared/saving.js src/shared/sheet.js src/shared/small_table.js src/shared/unpack.js src/shared/words.js */
"use strict";(()=>{var v=t=>document.getElementById(t);function It(t,n,e){for(let[o,r]of Object.entries(n))r!==null&&r!==!1&&t.setAttribute(o,r===!0?"":String(r));return t.append(
...e.filter(o=>o!==null)),t}function x(t,n={},...e){return It(document.createElement(t),n,e)}function S(t,n={},...e){let o=document.createElementNS("http://www.\
w3.org/2000/svg",t);return It(o,n,e)}function dt(t,n,e){return t.style[e]=`var(--side-${n})`,t}var Mt=t=>dt(x("i",{class:"key","aria-hidden":"true"}),t,"backgro\
und");function Rt(t,n){for(let[e,o]of Object.entries(t))document.documentElement.style.setProperty("--side-"+e,o[n?1:0])}function D(t,n,e=null){let o=x("button",
{type:"button",class:"link","data-key":e},t);return o.addEventListener("click",n),o}var $t=()=>JSON.parse(v("grensgeo-data").textContent);function tt(t,...n){let e=t.
contains(document.activeElement)?document.activeElement:null,o=e?.getAttribute("data-key")??null,r=!e?.matches(":focus-visible");if(t.replaceChildren(...n.filter(
a=>a!==null)),o===null)return;let i=[...t.querySelectorAll("[data-key]")].find(a=>a.getAttribute("data-key")===o);i instanceof HTMLElement&&i.focus({preventScroll:r})}var T={nl:"nl-NL",de:"de-DE",en:"en-GB"},bn=.001,xn=10,kn=.095,Pt=5e-4,Dt=.001,vn=.995,Sn=.99;function _n(t){return t>=bn&&t<1?{maximumSignificantDigits:2}:{maximumFractionDigits:t<
xn?1:0}}var On=t=>t.replace("-","−");function mt(t){let n=new Map;function e(l,c){let p=JSON.stringify(c),m=n.get(p);return m||n.set(p,m=new Intl.NumberFormat(
t,c)),m.format(l)}let o=l=>e(l,_n(Math.abs(l))),r=l=>e(l,{style:"percent",maximumFractionDigits:l!==0&&Math.abs(l)<kn?1:0});function i(l){return l>vn&&l<1?">"+r(
Sn):l>0&&l<Pt?"<"+r(Dt):r(l)}let a=(l,c)=>c>0?"+"+l:On(l);function s(l){return l===0||Math.abs(l)>=Pt?a(r(l),l):(l<0?"−":"+")+"<"+r(Dt)}return{format:e,count:o,
share:r,part:i,signedShare:s,plain:l=>e(l,{}),signedCount:l=>a(o(l),l),minutes:(l,c=0)=>e(l,{minimumFractionDigits:c,maximumFractionDigits:c})}}var W=Object.keys(T);function Bt(t,n){return n.map(e=>e.slice(0,2).toLowerCase()).find(e=>W.includes(e))??t}function Ln(t,n){return t.replace(/\{(\w+)\}/g,(e,o)=>Object.
hasOwn(n,o)?n[o]:e)}var Ft=t=>t.normalize("NFD").replace(/\p{M}/gu,"").replace(/ß/g,"ss").toLowerCase().replace(/[^\p{L}\p{N}]+/gu," ").trim();function zt(t,n){
let e=n,o=mt(T[e]);function r(s,l){let c=t[s];return c&&l!==null&&Object.hasOwn(c,l)?c[l][e]:null}let i=(s,l={})=>Ln(r("texts",s)??s,l);return{get language(){return e},
set language(s){e=s,o=mt(T[s])},named:r,t:i,count:s=>s===null||Number.isNaN(s)?i("missing"):o.count(s),share:s=>o.share(s),part:s=>o.part(s),plain:s=>o.plain(s),
signedCount:s=>o.signedCount(s),signedShare:s=>o.signedShare(s),minutes:(s,l)=>o.minutes(s,l),opportunity:s=>r("opportunities",s)??s,period:s=>r("periods",s)??s,
in:s=>s[e],capital:s=>s.charAt(0).toLocaleUpperCase(T[e])+s.slice(1),lowered:s=>s.charAt(0).toLocaleLowerCase(T[e])+s.slice(1),sort:(s,l)=>s.localeCompare(l,T[e]),
date:s=>new Intl.DateTimeFormat(T[e],{weekday:"short",day:"numeric",month:"short",timeZone:"UTC"}).format(s),clock:s=>new Intl.DateTimeFormat(T[e],{hour:"2-digi\
t",minute:"2-digit",timeZone:"UTC"}).format(s),sentence(s,l){return i(s).split(/(\{\w+\})/).map(c=>{let p=c.startsWith("{")?c.slice(1,-1):null;return p!==null&&
Object.hasOwn(l,p)?l[p]:c})}}}var Ut="grensgeo",Tn=["light","dark"];function jt(){try{let{language:t,theme:n}=JSON.parse(localStorage.getItem(Ut)??"{}");return{language:t,theme:n}}catch{return{}}}
function ht(t){try{localStorage.setItem(Ut,JSON.stringify({...jt(),...t}))}catch{}}function gt(t,n){let e=jt(),o=(r,...i)=>i.find(a=>a!==void 0&&r.includes(a));
return{language:o(W,n.language,e.language)??Bt(t,navigator.languages),theme:o(Tn,n.theme,e.theme)??"auto"}}function Wt(t,n){let e=window.matchMedia("(prefers-co\
lor-scheme: dark)"),o=t,r=!1,i=()=>!r&&(o==="dark"||o!=="light"&&e.matches);function a(){document.documentElement.dataset.theme=i()?"dark":"light",n(i())}function s(l){
r=l,a()}return v("theme")?.addEventListener("click",()=>{o=i()?"light":"dark",ht({theme:o}),a()}),e.addEventListener("change",a),window.addEventListener("before\
print",()=>s(!0)),window.addEventListener("afterprint",()=>s(!1)),{show:a,take(l){o=l,a()},get theme(){return o},get dark(){return i()}}}function Cn(t,n){let e=document.getElementById(n),[o,r]=["width","height"].map(c=>Number(e?.getAttribute(c))),i=document.createElement("canvas");i.width=2*o,i.height=
2*r;let a=i.getContext("2d");if(!e||!a)return"transparent";a.scale(2,2);for(let c of e.querySelectorAll("rect")){let[p,m,h]=["x","width","height"].map(f=>Number(
c.getAttribute(f)));a.fillStyle=getComputedStyle(c).fill,a.globalAlpha=Number(c.getAttribute("fill-opacity")??1),a.fillRect(p,0,m,h)}let s=t.createPattern(i,"re\
peat"),l=Number(/rotate\((-?\d+)\)/.exec(e.getAttribute("patternTransform")??"")?.[1]??0);return s?.setTransform(new DOMMatrix().rotate(l).scale(1/2)),s??"trans\
parent"}function An(t,n,e){let o=n.getBoundingClientRect(),[r,i]=(n.getAttribute("viewBox")??"0 0").split(/[ ,]+/).map(Number);t.save(),t.translate(o.left-e.left-
r,o.top-e.top-i);let a=t.globalAlpha;for(let s of n.querySelectorAll("path")){let l=getComputedStyle(s),c=new Path2D(s.getAttribute("d")??""),p=/url\("#([\w-]+)"\)/.
exec(l.fill);l.fill!=="none"&&(t.globalAlpha=a*Number(l.fillOpacity),t.fillStyle=p?Cn(t,p[1]):l.fill,t.fill(c,l.fillRule==="evenodd"?"evenodd":"nonzero")),l.stroke!==
"none"&&(t.globalAlpha=a*Number(l.strokeOpacity),t.strokeStyle=l.stroke,t.lineWidth=parseFloat(l.strokeWidth),t.setLineDash(l.strokeDasharray==="none"?[]:l.strokeDasharray.
split(",").map(parseFloat)),t.lineJoin=t.lineCap="round",t.stroke(c))}t.restore()}function En(t,n,e,o){let{left:r,top:i,width:a,height:s}=n.getBoundingClientRect(),
[l,c]=[r-e.left,i-e.top],p=getComputedStyle(n),m=parseFloat(p.fontSize);if((!n.textContent||n.classList.contains("shield"))&&(t.fillStyle=p.backgroundColor,t.fillRect(
l,c,a,s)),!n.textContent)return;let h=p.textTransform==="uppercase"?n.textContent.toLocaleUpperCase():n.textContent,f=n.classList.contains("shield");t.font=`${p.
fontWeight} ${m}px ${p.fontFamily}`,t.letterSpacing=p.letterSpacing==="normal"?"0px":p.letterSpacing,t.textAlign=f?"center":"left";let d=[f?l+a/2:l,c+s/2+m*.35];
t.fillStyle=p.color,t.strokeStyle=o,t.lineWidth=3,t.lineJoin="round",f||t.strokeText(h,d[0],d[1]),t.fillText(h,d[0],d[1])}function Nn(t,n,e){let{left:o,bottom:r,
width:i}=n.getBoundingClientRect(),[a,s]=[o-e.left,r-e.top-1];t.letterSpacing="0px",t.textAlign="left",t.font=`600 11px ${getComputedStyle(n).fontFamily}`,t.strokeStyle=
t.fillStyle="#1f2430",t.lineWidth=2,t.setLineDash([]),t.stroke(new Path2D(`M${a} ${s-6}V${s}H${a+i}V${s-6}`)),t.fillText(String(n.textContent),a+4,s-5)}function Ht(t){
let n=t.getContainer(),e=n.getBoundingClientRect(),o=document.createElement("canvas");o.width=2*e.width,o.height=2*e.height;let r=o.getContext("2d");r.scale(2,2),
r.fillStyle=getComputedStyle(n).backgroundColor,r.fillRect(0,0,e.width,e.height);let i=getComputedStyle(document.documentElement).getPropertyValue("--halo").trim()||
"#ffffff",a=[...n.querySelectorAll(".leaflet-pane")].filter(l=>l.parentElement!==n).sort((l,c)=>Number(getComputedStyle(l).zIndex)-Number(getComputedStyle(c).zIndex));
for(let l of a){r.globalAlpha=Number(getComputedStyle(l).opacity);for(let c of l.children){let p=c.getBoundingClientRect();c instanceof HTMLCanvasElement?r.drawImage(
c,p.left-e.left,p.top-e.top,p.width,p.height):c instanceof SVGSVGElement?An(r,c,e):c instanceof HTMLElement&&c.matches(".place, .country, .dot")&&En(r,c,e,i)}}r.
globalAlpha=1;let s=n.querySelector(".leaflet-control-scale-line");return s instanceof HTMLElement&&Nn(r,s,e),o}var In=[[".leaflet-control-zoom-in","zoom_in"],[".leaflet-control-zoom-out","zoom_out"],["a.home","home"]],H=t=>[...document.querySelectorAll(`[data-${t}]`)].map(
n=>n);function Gt(t,n,e){let{t:o}=t;document.documentElement.lang=t.language,document.title=t.in(n.title),v("title").textContent=t.in(n.title);for(let r of H("t\
ext"))r.textContent=o(String(r.dataset.text),{version:n.version});for(let r of H("said"))r.title=o(String(r.dataset.said));for(let r of H("label"))r.setAttribute(
"aria-label",o(String(r.dataset.label)));Mn(t.language),e.setAttribute("aria-label",o("map_region"));for(let[r,i]of In){let a=document.querySelector(r);a&&(a.title=
o(i),a.setAttribute("aria-label",o(i)))}}function Mn(t){for(let n of H("language"))n.setAttribute("aria-pressed",String(n.dataset.language===t))}function qt(t){
for(let n of H("language"))n.addEventListener("click",()=>t(String(n.dataset.language)))}var Rn=5;function Xt(t,n){let e=t.filter(({concerns:o})=>!o.length||o.some(
r=>n.includes(r)));return[...e.filter(({concerns:o})=>o.length),...e.filter(({concerns:o})=>!o.length)].slice(0,Rn)}function Vt(t){return t.url?x("a",{href:t.url,
rel:"noopener noreferrer",target:"_blank"},t.title):x("span",{},t.title)}function Kt(t,n){let e=L.Control.extend({onAdd(){let o=L.DomUtil.create("div","leaflet-\
bar"),r=L.DomUtil.create("a","home",o);return r.href="#",r.setAttribute("role","button"),r.textContent="⌂",L.DomEvent.on(r,"click",i=>{L.DomEvent.stop(i),n()}),
o}});new e({position:"topleft"}).addTo(t)}function Zt(t,n){let e=window.innerWidth;window.addEventListener("resize",()=>{if(window.innerWidth===e){t.invalidateSize(
{animate:!1});return}e=window.innerWidth,n()})}function wt(t){let n=t.replace(/^#/,"");return W.includes(n)?{lang:n}:Object.fromEntries(new URLSearchParams(n))}function yt(t,n,{state:e,view:o,choose:r}){let i=n.
views.findIndex(({kind:s})=>s===t.view);i>=0&&(e.view=i);for(let s of o().controls)s.options.includes(t[s.id])&&r(s,t[s.id]);let a=n.base.areas.findIndex(([s])=>s===
t.area);e.area=o().ids?.includes(a)?a:null}function Yt(t,{state:n,view:e,chosen:o},{language:r,theme:i}){let a=new URLSearchParams({lang:r});i!=="auto"&&a.set("\
theme",i),t.views.length>1&&a.set("view",e().kind);for(let s of e().controls)s.options.length>1&&a.set(s.id,o(s));return n.area!==null&&a.set("area",t.base.areas[n.
area][0]),a.toString()}function Jt(t,n){let e={step:0,negative:!1};if(t==null)return{kind:"missing",...e};if(t==="u")return{kind:"undefined",...e};if(t==="n")return{kind:"noise",...e};
if(t===0)return{kind:"zero",...e};let o=Number(t);return{kind:"step",step:n.filter(r=>Math.abs(o)>=r).length,negative:o<0}}var M={missing:"url(#hatch-missing)",
undefined:"url(#hatch-undefined)",noise:"var(--noise)",zero:"var(--same)"};function bt(t,n,e,o){if(t.kind!=="step")return M[t.kind];let r=o[n];if(n==="diverging"){
let a=r.length/2,s=e.length<2?Math.min(t.step+1,a-1):t.step;return t.negative?r[a-1-s]:r[a+s]}let i=e.length?t.step*(r.length-1)/e.length:r.length-1;return r[Math.
round(i)]}var Qt=85.0511287798,ee=t=>256*(t+180)/360;function ne(t){let n=Math.sin(Math.max(-Qt,Math.min(Qt,t))*Math.PI/180);return 256*(.5-Math.log((1+n)/(1-n))/(4*Math.
PI))}function oe(t){let n=new Int32Array(t.length+1);for(let e=0;e<t.length;e++)n[e+1]=n[e]+t[e];return n}function et(t){let n=[],[e,o]=[0,0];for(let r=0;r<t.length;r+=
2)e+=t[r],o+=t[r+1],n.push([o/1e4,e/1e4]);return n}var xt=t=>t.map(n=>n.map(et)),$n="ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_",te=5;function re(t){
let n=[],[e,o,r]=[0,0,0];for(let i of t){let a=$n.indexOf(i);o|=(a&31)<<r,r+=te,!(a>>te)&&(e+=o>>>1^-(o&1),n.push(e),[o,r]=[0,0])}return n}var se=(t,n)=>t[2]<n[0]||
t[0]>n[2]||t[3]<n[1]||t[1]>n[3];var Pn=[[9,15e4],[10,5e4]];function Dn(t,n){let e=[];for(let o=0;o<t.length;o+=2){let[r,i]=[t[o],t[o+1]];for(let a=0;a<Math.abs(i);a++)e.push(n[r+Math.sign(i)*a])}
return e}function ie({areas:t,corners:n}){let[e,o]=n.map(re),r=o.map((i,a)=>[i/1e4,e[a]/1e4]);return t.map(([i,a,s,l,c,p,m],h)=>{let f=m.map(d=>d.map(u=>Dn(u,r)));
return{number:h,code:i,name:a,country:s,nuts3:l,part:c,population:p,rings:f,centre:L.latLngBounds(f.flat(2)).getCenter()}})}function ae(t,n){let e=Pn.find(([o])=>n<
o);return t.part!=="ring"||!e||t.population>=e[1]}var le=t=>t>2e5?15:t>6e4?13:11.5;function ce(t){let n=!1,e=0;function o(){n&&(n=!1,t())}let r=()=>requestAnimationFrame(()=>requestAnimationFrame(()=>{e||o()}));function i(){clearTimeout(e),e=0,
n&&r()}return{flush:o,release:i,ask(){!n&&!e&&r(),n=!0},hold(){clearTimeout(e),e=Number(setTimeout(i,400))}}}function ue(t){let n=window.devicePixelRatio||1;return Math.min(2,Math.max(1,t?Math.round(n):n))}function fe(t,n,e){let o={options:{padding:.15},_initContainer(){
this._container=L.DomUtil.create("canvas",n),this._container.setAttribute("aria-hidden","true"),this._context=this._container.getContext("2d")},_destroyContainer(){
L.DomUtil.remove(this._container)},_lay(i){let a=this._bounds.getSize(),s=this._container,l=Math.max(1,Math.round(a.x*i)),c=Math.max(1,Math.round(a.y*i));L.DomUtil.
setPosition(s,this._bounds.min),s.style.width=a.x+"px",s.style.height=a.y+"px";let p=s.width!==l||s.height!==c;p&&Object.assign(s,{width:l,height:c});let m=this.
_map.getPixelOrigin().add(this._bounds.min),h=i*2**this._map.getZoom();return{other:p,frame:{width:l,height:c,ratio:i,scale:h,left:m.x*i,top:m.y*i}}}},r=L.Renderer.
extend({...o,...e});return new r({pane:t})}var kt={uint8:Uint8Array,int8:Int8Array,uint16:Uint16Array,int16:Int16Array,uint32:Uint32Array,int32:Int32Array,float32:Float32Array,float64:Float64Array},pe="0\
123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%()*+-:;=?@^_`{|}~,.",de=new Uint8Array(128);for(let t=0;t<pe.length;t++)de[pe.charCodeAt(t)]=t;
function Bn(t){let n=Math.ceil(t.length/5),e=new Uint8Array(4*n);for(let o=0;o<n;o++){let r=0;for(let i=5*o;i<5*o+5;i++)r=r*85+(i<t.length?de[t.charCodeAt(i)]:84);
e[4*o]=r>>>24,e[4*o+1]=r>>>16,e[4*o+2]=r>>>8,e[4*o+3]=r}return e.subarray(0,Math.floor(4*t.length/5))}async function Fn(t){let n=new Blob([t]).stream().pipeThrough(
new DecompressionStream("deflate"));return new Uint8Array(await new Response(n).arrayBuffer())}function me(t,n){let e=new Int32Array(n),o=0;for(let r=0;r<n;r++){let[i,a,s]=[0,0,0];do s=t[o++],i|=(s&127)<<a,a+=7;while(s&128);e[r]=i}return e}function zn({n:t,
width:n},e){let o=new Int32Array(t);for(let r=0;r<t;r++){let i=e[r];n>1&&(i|=e[t+r]<<8),n>2&&(i|=e[2*t+r]<<16|e[3*t+r]<<24),o[r]=i}return o}var he=t=>t>>>1^-(t&
1);function ge(t,n){let{n:e,width:o,steps:r=0,signed:i}=n,a=o===0?me(t,e):zn(n,t);if(i)for(let s=0;s<e;s++)a[s]=he(a[s]);for(let s=0;s<r;s++)for(let l=1;l<e;l++)
a[l]=a[l]+a[l-1]|0;return a}function Un(t,{n,forms:e,values:o}){let r=me(t,o),i=Array.from({length:n},(s,l)=>String(e[r[l]][0])),a=n;for(let s=1;a<o;s+=2){let l=0;
for(let c=0;c<n;c++){let p=e[r[c]];s>=p.length||(l+=he(r[a++]),i[c]+=String(l).padStart(Number(p[s]),"0")+p[s+1])}}return i}function jn(t,n){let e=ge(t.subarray(
n.n),n),o=10**n.digits;for(let r=0;r<n.n;r++)e[r]=e[r]*o+t[r];return e}function Wn(t,n){let e=new kt[n.type](n.n),o=10**n.digits,r=Object.hasOwn(n,"null");for(let i=0;i<
n.n;i++)e[i]=r&&t[i]===n.null?NaN:t[i]/o;return e}function Hn(t,{type:n,n:e,width:o}){let r=new Uint8Array(e*o);for(let l=0;l<o;l++)for(let c=0;c<e;c++)r[c*o+l]=
t[l*e+c];let i=new DataView(r.buffer),a=new kt[n](e),s=o===8?"getFloat64":"getFloat32";for(let l=0;l<e;l++)a[l]=i[s](l*o,!0);return a}async function Gn(t,n){let e=await Fn(
Bn(n));if(t.type==="text")return t.forms?Un(e,t):t.n===0?[]:new TextDecoder().decode(e).split(`
`);if(!Object.hasOwn(t,"steps"))return Hn(e,t);let o=t.split?jn(e,t):ge(e,t);return Object.hasOwn(t,"digits")?Wn(o,t):t.type==="int32"?o:kt[t.type].from(o)}async function we(t,n){
if(t.format!==2||t.parts.length!==n.length)throw new Error(`packed in format ${t.format}, ${n.length} chunks`);let e=await Promise.all(t.parts.map((o,r)=>Gn(o,n[r])));
return Object.fromEntries(t.parts.map((o,r)=>[o.name,e[r]]))}var qn=["nature","built_up","water"],Xn=[[1.5,4.5],[1.1,3.4],[.6,2.6],[.5,2]],vt=[8,13],ye=1.1,Vn=2.2,be=1.7,St=({looks:t},n)=>t.levels_from.filter(e=>n>=e).length;
function q({looks:t},n,e,o){let r=t.shown_from[n];return o>=r[Math.min(e,r.length)-1]}function Kn(t,n){let{layers:e}=n,{names:o,layer:r,rank:i,name:a,corners:s,
start_x:l,start_y:c,step_x:p,step_y:m}=t,h=oe(s),f=s.length,d=new Float64Array(h[f]),u=new Float64Array(h[f]),w=new Float64Array(4*f),y=new Int32Array(f),[g,b,k,
_]=[0,0,0,0];for(let O=0;O<f;O++){g+=l[O],b+=c[O];let[I,R]=[g,b],[j,$,ft,pt]=[1/0,1/0,-1/0,-1/0];for(let N=h[O];N<h[O+1];N++)N>h[O]&&(I+=p[k],R+=m[k],k++),d[N]=
ee(I/1e4),u[N]=ne(R/1e4),j=Math.min(j,d[N]),ft=Math.max(ft,d[N]),$=Math.min($,u[N]),pt=Math.max(pt,u[N]);w.set([j,$,ft,pt],4*O),e[r[O]]==="place"&&(y[O]=t.people[_++])}
return{n:f,layer:Array.from(r,O=>e[O]),rank:i,name:Array.from(a,O=>o[O]),people:y,at:h,x:d,y:u,level:t.level,box:w,looks:n}}async function xe(t){if(!t)return null;let{manifest:n,chunks:e}=t;return Kn(await we(n,e),n.meta)}function X({n:t,layer:n,rank:e,box:o},r,i,{width:a,height:s,scale:l,
left:c,top:p}){let m=[];for(let h=0;h<t;h++){if(n[h]!==r||e[h]!==i)continue;o[4*h]*l-c>a||o[4*h+2]*l-c<0||o[4*h+1]*l-p>s||o[4*h+3]*l-p<0||m.push(h)}return m}function V({
at:t,x:n,y:e,level:o},r,i,{scale:a,left:s,top:l}){let c=[];for(let p=t[r];p<t[r+1];p++)o[p]<=i&&c.push([n[p]*a-s,e[p]*a-l]);return c}function Zn(t,n,e,o,{sight:r,
level:i}){let a=qn.includes(e);t.beginPath();for(let s of X(n,e,o,r)){let l=V(n,s,i,r);l.length<(a?3:2)||(l.forEach(([c,p],m)=>m?t.lineTo(c,p):t.moveTo(c,p)),a&&
t.closePath())}}function B(t,n,e,o=[]){t.strokeStyle=n,t.lineWidth=e,t.setLineDash(o),t.stroke()}function Yn(t,n,e,{zoom:o,ratio:r,colours:i,transit:a=!1}){let s=St(
n,o),l=Math.max(0,Math.min(1,(o-vt[0])/(vt[1]-vt[0]))),c={sight:e,level:s};t.lineJoin="round",t.lineCap="round";function p(m,h){for(let f=n.looks.shown_from[m].
length;f>=1;f--)q(n,m,f,o)&&(Zn(t,n,m,f,c),h(f))}for(let m of["nature","built_up","water"])p(m,()=>{t.fillStyle=i[m],t.fill("nonzero")});if(p("waterway",m=>B(t,
i.river,r*(1+1.4*l)/Math.sqrt(m))),p("road",m=>{let[h,f]=Xn[m-1],d=r*(h+l*(f-h));B(t,i.casing,d+r*(m<3?ye:.7*ye)),B(t,i.road,d)}),t.lineCap="butt",p("rail",m=>{
let h=r*(m===1?1.7+l:1.3+l)*(a?be:1);a&&B(t,i.casing,h+2*r),B(t,i.rail,h),B(t,i.sleeper,h*.5,[5*r,5*r])}),t.setLineDash([]),!(!a&&!q(n,"station",1,o)))for(let m of X(
n,"station",1,e)){let[[h,f]]=V(n,m,s,e),d=r*Vn*(a?be:1);t.fillStyle=i.station,t.fillRect(h-d,f-d,2*d,2*d),t.strokeStyle=i.rail,t.lineWidth=r,t.strokeRect(h-d,f-
d,2*d,2*d)}}function ke(t){let n=fe(t,"base-map",{_update(){this._map._animatingZoom&&this._bounds||(this._bounds?this.late.ask():this._now())},_reset(){this._update(),
this._updateTransform(this._map.getCenter(),this._map.getZoom())},_now(){!this._map||this._map._animatingZoom&&this._bounds||(L.Renderer.prototype._update.call(
this),this.draw())},show(e){this._base=e,this.draw()},emphasise(e){this._transit=e,this.late.ask()},dress(e){this._dark=e,this.draw()},draw(){if(!this._base||!this.
_bounds)return;let{frame:e,other:o}=this._lay(ue(!1));o||this._context.clearRect(0,0,e.width,e.height);let r=this._base.looks.colours[this._dark?"dark":"light"];
Yn(this._context,this._base,e,{zoom:this._map.getZoom(),ratio:e.ratio,colours:r,transit:this._transit})}});return n.late=ce(()=>n._now()),n}var ve=[["land",200,!1],["figures",300,!1],["bands",350,!1],["base",380,!0],["lines",400,!0],["frontier",420,!0],["points",430,!1],["chosen",440,!0],["names",620,
!0]],Jn=ve.map(([t])=>t).filter(t=>!["base","names"].includes(t)),nt="var(--land)",ot="#7d7f86",Qn="var(--faint)",K="var(--border)",to=.4,eo=[["water",{color:"#\
9cc3d9",weight:2}],["road",{color:"#8f8a80",weight:.9,opacity:.75}],["rail",{color:"#4a4a52",weight:1.6,dashArray:"6 3"}]];function no(t){for(let[n,e,o]of ve){let r=t.
createPane(n);r.style.zIndex=String(e),o&&(r.style.pointerEvents="none")}return Object.fromEntries(Jn.map(n=>[n,L.svg({pane:n,padding:.4})]))}async function Se(t,n){
let e=await xe(n.base_map);if(!e)return null;let o=ke("base").addTo(t);return o.show(e),{base:e,layer:o}}function _e(t,n){let e=no(t),o=ie(n.base),r=(m,h)=>({pane:m,
renderer:e[m],smoothFactor:to,...h}),i=(m,h)=>r(m,{interactive:!1,...h});for(let m of o){L.polygon(m.rings,i("land",{stroke:!0,color:nt,weight:.8,fillColor:nt,fillOpacity:n.
land})).addTo(t);let h=m.part==="ring";L.polygon(m.rings,i("lines",{fill:!1,weight:h?.5:.8,color:h?Qn:ot})).addTo(t)}for(let[m,h]of eo){let f=(n.lines[m]||[]).map(
et);f.length&&L.polyline(f,i("lines",h)).addTo(t)}let a=n.base.border.map(et);L.polyline(a,i("frontier",{color:"var(--halo)",weight:5,opacity:.9})).addTo(t),L.polyline(
a,i("frontier",{color:K,weight:2.6})).addTo(t),L.control.scale({imperial:!1,position:"bottomright",maxWidth:120}).addTo(t);let[s,l,c,p]=n.base.bounds;return{areas:o,
frontier:a,renderers:e,live:r,flat:i,bounds:L.latLngBounds([s,l],[c,p])}}function C(t,n){let e=x("i",{class:"swatch","aria-hidden":"true"});return t.startsWith("url(#")?e.append(S("svg",{},S("rect",{width:"100%",height:"100%",fill:t}))):
e.style.backgroundColor=t,x("li",{},e,n)}var P=(t,n)=>x("li",{},x("i",{class:"swatch "+t,"aria-hidden":"true"}),n);function Z(t,n,e){let o=P("line",e),r=o.firstChild;
return r.style.borderTopColor=t,r.style.borderTopWidth=n+"px",o}var E=t=>x("li",{class:"said"},t);function A(t,n,e){let o=x("span",{},...e?[Mt(e)]:[],t);return x(
"div",{class:"row"},o,x("b",{},n))}var rt={edge:"url(#hatch-edge)",still:"url(#hatch-still)"};function oo({data:t,words:n,choosing:e,said:o},r,i){let{t:a}=n,s=o.units[r.unit];function l(h){return h===
0?a("class_below",{a:s(i[0])}):h===i.length?a("class_above",{a:s(i[h-1])}):a("class_between",{a:s(i[h-1]),b:s(i[h])})}let c=(h,f=!1)=>bt({kind:"step",step:h,negative:f},
r.palette,i,t.palettes),p=i.length?[...i.keys(),i.length]:[];if(r.palette==="diverging"){let h=f=>p.map(d=>C(c(d,f),(f?"− ":"+ ")+l(d)));return[...h(!1).reverse(),
C(M.zero,a("class_same")),...h(!0)]}let m=e.layer().values[e.fieldName()].includes(0);return[...p.toReversed().map(h=>C(c(h),l(h))),...m?[C(M.zero,a(r.palette===
"effect"?"class_zero_effect":"class_zero"))]:[]]}function ro({words:t,choosing:n,base:e,said:o},r){let{t:i}=t,{view:a,layer:s,fieldName:l}=n,c=s().values[l()],p=a().
ids??[],m=e.areas.filter(u=>!p.includes(u.number)),h=p.map((u,w)=>o.marks(w)),f=(s().values.unknown||[]).filter(u=>Number(u)>0).length;return[...[[c.includes("n"),
M.noise,"class_noise"],[c.includes("u"),M.undefined,a().undefined||"undefined"],[c.includes(null)||m.some(u=>u.part!=="ring"),M.missing,"class_missing"],[h.some(
u=>u.edge),rt.edge,r.palette==="sequential"?"class_edge":"class_edge_other"],[h.some(u=>u.still&&!u.edge),rt.still,"class_still"]].filter(([u])=>u).map(([,u,w])=>C(
u,i(w,{noise:w==="class_noise"?t.share(a().noise):""}))),...f?[E(i("bounds",{n:t.count(f)}))]:[],...m.some(u=>u.part==="ring")?[C(nt,i("class_outside"))]:[]]}function so({
data:t,choosing:n,base:e,said:o},r,i,a){let{state:s,view:l,layer:c,fieldName:p,field:m}=n,h=c().breaks[m().group],f=c().values[p()];function d(u,w){let y=L.polygon(
e.areas[u].rings,e.live("figures",{color:ot,weight:.6,fillColor:w,fillOpacity:1}));y.bindTooltip(()=>r.card(u,!0),{sticky:!0,opacity:1,className:"hover"}),y.on(
"mouseover",()=>r.mark(u)),y.on("mouseout",()=>r.mark(s.area)),y.on("click",g=>{y.closeTooltip(),r.select(u,g.latlng)}),a("area"+u,y)}(l().ids??[]).forEach((u,w)=>{
let y=bt(Jt(f[w],h),m().palette,h,t.palettes),g=i.get("area"+u);g?g.setStyle({fillColor:y}):d(u,y),i.get("over"+u)?.remove(),i.delete("over"+u);let{edge:b,still:k}=o.
marks(w);!b&&!k||a("over"+u,L.polygon(e.areas[u].rings,e.flat("lines",{stroke:!1,fillColor:b?rt.edge:rt.still,fillOpacity:1})))});for(let u of e.areas)u.part===
"ring"||i.has("area"+u.number)||a("area"+u.number,L.polygon(u.rings,e.flat("figures",{color:ot,weight:.6,fillColor:M.missing,fillOpacity:1})))}function Oe(t,n,e){
let{words:o,choosing:r,base:i,said:a}=t,{t:s}=o,{view:l,layer:c,field:p}=r;return{draw:m=>so(t,n,e,m),title:()=>a.fieldTitle(p()),legend:()=>[...oo(t,p(),c().breaks[p().
group]),...ro(t,p())],table(){let m=[...l().rows.map(([f,d,u])=>[s(f),a.where()+d,u]),...(l().bar??[]).map(f=>[s(f),f,"count"]),...(l().bounds??[]).flatMap(f=>[
"lower","upper"].map(d=>[s("bounds_"+d,{what:s("row_"+f)}),f+"_"+d,"plain"]))],h=(l().ids??[]).map((f,d)=>({area:i.areas[f],slot:d})).sort((f,d)=>o.sort(f.area.
name,d.area.name));return{head:[s("municipality"),s("country"),...m.map(([f])=>o.capital(f))],rows:h.map(({area:f,slot:d})=>[f.name,[f.country,...m.map(([,u,w])=>a.
figureAt(u,d,w))]])}}}}var io="#888888",Le="other";function Te({map:t,data:n,words:e,choosing:o,base:r}){let{t:i,count:a}=e,{view:s,layer:l}=o,c=()=>[...s().parts,Le];function p(u){let w=l().
bands.map(b=>b.cutoff).sort((b,k)=>b-k),y=w.length>1?w.indexOf(u)/(w.length-1):0,{bands:g}=n.palettes;return s().cutoffs.includes(u)?g[Math.round(y*(g.length-2))]:
io}let m=(u,w)=>i("area_km2",{n:a(u.km2[w]||0)}),h=u=>i("within",{n:e.plain(u.cutoff)});function f(u){let[w,y]=l().key,g=c().filter(b=>u.km2[b]>0||b!==Le);return x(
"div",{class:"card"},x("strong",{},s().names[w]??w),x("div",{class:"main"},h(u)),x("div",{class:"small"},e.named("by_mode",y)??""),...g.map(b=>A(i(b),m(u,b))))}
function d(u){let{all:w}=u.km2,y=(n.home[l().key[0]]??"").toLowerCase(),b=(y?s().parts.filter(k=>k!==y):[]).reduce((k,_)=>k+(u.km2[_]||0),0);return b&&w?i("area\
_share",{n:a(w),p:e.share(b/w)}):i("area_km2",{n:a(w)})}return{draw(u){l().bands.forEach((y,g)=>{let b=L.polygon(xt(y.geometry),r.live("bands",{color:"#ffffff",
weight:1,fillColor:p(y.cutoff),fillOpacity:1}));b.bindTooltip(()=>f(y),{sticky:!0,opacity:1,className:"hover"}),b.on("click",k=>{b.closeTooltip(),L.popup({maxWidth:290}).
setLatLng(k.latlng).setContent(f(y)).openOn(t)}),u("band"+g,b)});let w=n.origins[l().key[0]];w&&u("halo",L.circleMarker([w[1],w[0]],{...r.flat("chosen",{color:"\
#ffffff",weight:3,fillColor:K,fillOpacity:1}),radius:8}))},title:()=>i("travel_time"),legend:()=>l().bands.toReversed().map(u=>{let w=C(p(u.cutoff),h(u));return w.
append(x("small",{},d(u))),w}),table:()=>({head:[e.capital(i("cutoff")),...c().map(u=>i(u))],rows:l().bands.toReversed().map(u=>[i("minutes",{n:e.plain(u.cutoff)}),
c().map(w=>m(u,w))])}),box(){let u=L.latLngBounds([]);for(let w of l().bands)u.extend(L.polyline(xt(w.geometry).flat()).getBounds());return u.isValid()?{bounds:u,
options:{padding:[24,24]}}:null}}}function Ce(t){let n={view:0,choices:{},area:null},e=()=>t.views[n.view],o=()=>e().controls.filter(c=>!c.field);function r(c){let{values:p}=a(),m=h=>Object.hasOwn(
p,h)&&p[h].some(f=>typeof f=="number");return[c.start,...c.options].find(m)??c.start}function i(c){let p=n.choices[c.id];return c.options.includes(p)?p:c.id==="\
destination"&&e().kind==="reach"?r(c):c.start}function a(){let c=o().map(i);return e().layers.find(p=>p.key.every((m,h)=>m===c[h]))??e().layers[0]}function s(c,p){
n.choices[c.id]=p;let m=o(),h=m.map(i),f=m.indexOf(c),d=y=>y.key.filter((g,b)=>g===h[b]).length,w=(f<0?[a()]:e().layers.filter(y=>y.key[f]===p)).reduce((y,g)=>d(
g)>d(y)?g:y);m.forEach((y,g)=>{n.choices[y.id]=w.key[g]})}let l=()=>e().controls.filter(c=>c.field).map(i).join("_");return{state:n,view:e,layer:a,layerControls:o,
chosen:i,choose:s,fieldName:l,field:()=>e().fields[l()]}}var ao=6,lo=4;function co({id:t,name:n,options:e,current:o,pick:r}){let i=x("select",{id:"c-"+t,"data-key":t});for(let[a,s]of e){let l=x("option",{value:a},s);l.
selected=a===o,i.append(l)}return i.addEventListener("change",()=>r(i.value)),x("div",{class:"choice"},x("label",{for:"c-"+t,class:"legend"},n),i)}function uo({
id:t,name:n,options:e,current:o,pick:r}){let i=x("div",{class:"pills"});for(let[a,s]of e){let l=x("input",{type:"radio",name:t,value:a,checked:a===o,"data-key":t+
"="+a});l.addEventListener("change",()=>r(a)),i.append(x("label",{class:"pill"},l,x("span",{},s)))}return x("fieldset",{class:"choice"},x("legend",{class:"legen\
d"},n),i)}function Ae({data:t,words:n,choosing:e,said:o},r,i){let{state:a,view:s,chosen:l,choose:c}=e,p=s().controls.map(m=>({id:m.id,name:n.t(m.id),current:l(m),
options:m.options.map(h=>[h,o.optionLabel(m.id,h)]),pick(h){c(m,h),m.id==="origin"&&i(),r()}}));p.unshift({id:"view",name:n.t("view"),current:String(a.view),options:t.
views.map((m,h)=>[String(h),n.t("view_"+m.kind)]),pick(m){a.view=Number(m),i(),r()}}),tt(v("controls"),...p.filter(({options:m})=>m.length>1).map(m=>{let h=m.id===
"origin"?lo:ao;return m.options.length>h?co(m):uo(m)}))}function st(t){return t.palette!=="diverging"?t.unit:t.unit==="percent"?"change_percent":"change"}function Ee(t,n){let{t:e,count:o}=t,{view:r,layer:i}=n,a={count:o,
plain:o,percent:t.share,change:t.signedCount,change_percent:t.signedShare};function s(f,d){return f==null?e("missing"):f==="u"?e("undefined"):f==="n"?e("class_n\
oise",{noise:t.share(r().noise)}):a[d](Number(f))}function l(f,d){let{values:u}=i();return Object.hasOwn(u,f)?u[f][d]:void 0}function c(f,d){let u=l(f,d);return typeof u==
"number"?u:null}function p(f,d){if(f!=="open"||(l(f,d)??null)!==null)return null;let u=r().bar??[],w=u.reduce((g,b)=>g+(c(b,d)??0),0),y=u.filter(g=>c(g,d)===null);
return!(w>0)||!y.length?null:[e("at_least",{n:o(w)}),y.map(g=>e("no_data_of",{country:e(g)})).join(", ")].join(" – ")}function m(f,d,u){let w=p(f,d);if(w!==null)
return w;let y=s(l(f,d),u);return u==="count"&&c(f,d)!==null&&(c("unknown",d)??0)>0?e("at_least",{n:y}):y}return{units:a,figureAt:m,numberAt:c,marks:f=>({edge:(c(
"edge",f)??0)>(r().edge_share??1),still:l("without",f)===1})}}function Ne(t,n){let{t:e}=t,{view:o,layerControls:r,chosen:i,fieldName:a}=n;function s(f,d){return f===
"mode"?t.named("modes",d)??(d==="any"?e("mode_any"):d):f==="opportunity"?t.opportunity(d):f==="cutoff"?e("minutes",{n:t.plain(Number(d))}):f==="origin"?o().names[d]??
d:f==="scenario"?d==="baseline"?e("baseline"):d:f==="side"&&!["all","own","across"].includes(d)?e(d):e(f+"_"+d)}function l(f){let d=f==="all"?"":f==="any"?e("by\
_any"):f;return t.named("by_mode",f)??d}let c=()=>Object.fromEntries(r().map(f=>{let d=i(f),u=f.id==="mode"?l(d):f.id==="cutoff"?t.plain(Number(d)):s(f.id,d);return[
f.id,u]})),p=()=>o().kind==="scenario"?", "+e("destination_"+a().split("_")[0]):"";return{optionLabel:s,values:c,where:()=>o().kind==="scenario"?a().split("_")[0]+
"_":"",fieldTitle:f=>t.capital(e(f.label,c()))+p()}}function Ie({words:t,choosing:n,base:e,said:o},r){let{t:i,count:a}=t,{view:s,layer:l,fieldName:c,field:p}=n,m=v("extremes");m.replaceChildren();let{ids:h}=s();if(!h)
return;let f=st(p()),d=l().values[c()],u=h.map((k,_)=>({number:k,value:d[_],mark:o.marks(_)})).filter(k=>typeof k.value=="number"),w=u.filter(({mark:k})=>!k.edge&&
!k.still).sort((k,_)=>Number(_.value)-Number(k.value));function y(k,_){let O=f==="count"||f==="change"?" "+o.values().opportunity:"",I=$=>o.units[f](Number($))+
O,R=w.filter($=>I($.value)===I(_)),j=R.length>1?i("tied",{n:a(R.length)}):D(e.areas[R[0].number].name,()=>r(R[0].number));m.append(x("div",{},i(k)+": ",j," ",x(
"b",{},I(_))))}let g=w.at(-1);g&&w[0].value!==g.value&&(y("highest",w[0].value),y("lowest",g.value));let b=[{why:"edge",n:u.filter(({mark:k})=>k.edge).length},{
why:"still",n:u.filter(({mark:k})=>k.still&&!k.edge).length}].filter(({n:k})=>k>0).map(({why:k,n:_})=>i("left_"+k,{n:a(_)}));b.length&&m.append(x("div",{class:"\
small"},i("left_out",{parts:b.join(", ")})))}var Me="#3c3f46",Re=.12,$e=16;function fo([t,n],[e,o]){let r=Math.cos((n+o)/2*Math.PI/180),i=[(t+e)/2+Re*(o-n)/r,(n+o)/2-Re*(e-t)*r];return Array.from({length:$e+
1},(a,s)=>{let l=s/$e;return[(1-l)**2*n+2*l*(1-l)*i[1]+l*l*o,(1-l)**2*t+2*l*(1-l)*i[0]+l*l*e]})}function Pe({data:t,words:n,choosing:e,base:o}){let{t:r,count:i}=n,
{layer:a}=e,{areas:s}=o,l=new Map(t.base.places.map(([f,d,u])=>[f,[d,u]])),c=([f,d])=>t.palettes.flows[s[f].country===s[d].country?0:1];function p(f){let{breaks:d}=a(),
u=d.filter(w=>f>=w).length;return t.widths[Math.round(u*(t.widths.length-1)/Math.max(d.length,1))]}let m=([f,d,u])=>x("div",{class:"card"},x("strong",{},s[f].name+
" → "+s[d].name),x("div",{class:"main"},i(u)));function h(){let f=a().breaks;return f.length?[...f.map((u,w)=>Z(Me,p(u),w+1===f.length?r("class_above",{a:i(u)}):
r("class_between",{a:i(u),b:i(f[w+1])}))).reverse(),Z(Me,p(0),r("class_below",{a:i(f[0])}))]:[]}return{draw(f){a().flows.toReversed().forEach((d,u)=>{let[w,y]=[
l.get(d[0]),l.get(d[1])];if(!w||!y)return;let g=L.polyline(fo(w,y),{pane:"bands",renderer:o.renderers.bands,color:c(d),weight:p(d[2]),opacity:1,lineCap:"butt"});
g.bindTooltip(()=>m(d),{sticky:!0,opacity:1,className:"hover"}),f("flow"+u,g)})},title:()=>n.capital(r("field_flows")),legend(){let{left_out:f,people_left_out:d,
outside:u,missing:w}=a(),[y,g]=t.palettes.flows;return[...h(),Z(y,4,r("flow_within")),Z(g,4,r("flow_across")),...f?[E(r("flow_left_out",{n:i(f),p:i(d)}))]:[],...u?
[E(r("flow_outside",{n:i(u)}))]:[],...w?[E(r("flow_missing",{n:i(w)}))]:[]]},table:()=>({head:["flow_from","flow_to","flow_count"].map(f=>n.capital(r(f))),rows:a().
flows.map(([f,d,u])=>[s[f].name,[s[d].name,i(u)]])})}}var po=["fill","stroke"];function Y(t,n){let{left:e,top:o,width:r,height:i}=t.getBoundingClientRect();return{x:e-n.left,y:o-n.top,width:r,height:i}}function mo(t,n){
return S("image",{...Y(t,n),href:t.toDataURL("image/png"),preserveAspectRatio:"none"})}function ho(t,n){let e=t.cloneNode(!0),[o,r]=[t,e].map(a=>[...a.querySelectorAll(
"path")]);o.forEach((a,s)=>{let l=getComputedStyle(a);for(let c of po)r[s].setAttribute(c,l.getPropertyValue(c).replace(/url\("(#[^"]+)"\)/,"url($1)"));r[s].removeAttribute(
"class")});let i=S("svg",{...Y(t,n),viewBox:t.getAttribute("viewBox")??"",overflow:"visible"});return i.append(...e.childNodes),i}function go(t,n,e){let o=Y(t,n),
r=getComputedStyle(t),i=parseFloat(r.fontSize);if(!t.textContent)return[S("circle",{cx:o.x+o.width/2,cy:o.y+o.height/2,r:o.width/2,fill:r.backgroundColor})];let a={
y:o.y+o.height/2+i*.35,"font-size":i,"font-weight":r.fontWeight,fill:r.color};if(t.classList.contains("shield"))return[S("rect",{...o,rx:3,fill:r.backgroundColor,
stroke:"#b5a970","stroke-width":1}),S("text",{...a,x:o.x+o.width/2,"text-anchor":"middle"},t.textContent)];let s=r.textTransform==="uppercase"?t.textContent.toLocaleUpperCase():
t.textContent;return[S("text",{...a,x:o.x,stroke:e,"stroke-width":3,"stroke-linejoin":"round","paint-order":"stroke","letter-spacing":r.letterSpacing==="normal"?
null:r.letterSpacing},s)]}function wo(t,n,e){let{x:o,y:r,width:i,height:a}=Y(t,n),s=getComputedStyle(t).color,l=r+a-1,c=`M${o} ${l-6}V${l}H${o+i}V${l-6}`;return[
S("path",{d:c,fill:"none",stroke:e,"stroke-width":5}),S("path",{d:c,fill:"none",stroke:s,"stroke-width":2}),S("text",{x:o+4,y:l-5,"font-size":11,"font-weight":600,
fill:s,stroke:e,"stroke-width":3,"paint-order":"stroke"},t.textContent)]}function De(t){let n=t.getContainer(),e=n.getBoundingClientRect(),o=getComputedStyle(document.
documentElement).getPropertyValue("--halo").trim()||"#ffffff",r=[...n.querySelectorAll(".leaflet-pane")].filter(s=>s.parentElement!==n).map(s=>s).sort((s,l)=>Number(
getComputedStyle(s).zIndex)-Number(getComputedStyle(l).zIndex)),i=[S("rect",{width:e.width,height:e.height,fill:getComputedStyle(n).backgroundColor})];for(let s of r){
let l=S("g",{opacity:getComputedStyle(s).opacity});for(let c of s.children)if(c.checkVisibility()){if(c instanceof HTMLCanvasElement)l.append(mo(c,e));else if(c instanceof
SVGSVGElement)l.append(ho(c,e));else if(c instanceof HTMLElement&&c.matches(".place, .country, .dot"))l.append(...go(c,e,o));else if(c instanceof HTMLElement&&c.
matches(".pin")){let{x:p,y:m,width:h,height:f}=Y(c,e);l.append(S("circle",{cx:p+h/2,cy:m+f,r:7,fill:"#ffffff",stroke:"#111827","stroke-width":4}))}}l.childElementCount&&
i.push(l)}let a=n.querySelector(".leaflet-control-scale-line");return a instanceof HTMLElement&&i.push(...wo(a,e,o)),i}function it(t,n){let e=document.createElement("a");e.href=URL.createObjectURL(t),e.download=n,document.body.append(e),e.click(),e.remove(),setTimeout(()=>URL.revokeObjectURL(
e.href),1e4)}var[Be,Fe]=[595.28,841.89],J=28,yo=3,bo=t=>"<FEFF"+[...Array(t.length).keys()].map(n=>t.charCodeAt(n).toString(16).padStart(4,"0")).join("")+">",xo={"€":128,"\
„":132,"…":133,"‘":145,"’":146,"“":147,"”":148,"•":149,"–":150,"—":151,"−":45,"→":187};function ko(t){return"<"+[...t].map(n=>{let e=xo[n]??
n.codePointAt(0)??63;return(e>255||e<32?63:e).toString(16).padStart(2,"0")}).join("")+">"}function ze(t,n,e,o){let r=t.width>t.height,[i,a]=r?[Fe,Be]:[Be,Fe],s=Math.
min((i-2*J)/t.width,(a-2*J)/t.height),[l,c]=[t.width*s,t.height*s],p=e.filter(b=>b).map((b,k)=>`1 0 0 1 ${J} ${a-J-12*(k+1)} Tm ${ko(b)} Tj`),m=`q ${l.toFixed(2)}\
 0 0 ${c.toFixed(2)} ${((i-l)/2).toFixed(2)} ${(a-J-c).toFixed(2)} cm /Map Do Q
BT /F 9 Tf ${yo} Tr ${p.join(`
`)} ET
`,h=[`<< /Type /Catalog /Pages 2 0 R /Lang (${o}) >>`,"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${i} ${a}] /Conte\
nts 4 0 R /Resources << /XObject << /Map 5 0 R >> /Font << /F 6 0 R >> >> >>`,`<< /Length ${m.length} >>
stream
${m}endstream`,[`<< /Type /XObject /Subtype /Image /Width ${t.width} /Height ${t.height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${t.
bytes.length} >>
stream
`,t.bytes,`
endstream`],"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",`<< /Title ${bo(n)} /Creator (grensgeo) >>`],f=[],d=0;function u(b){
let k=typeof b=="string"?Uint8Array.from(b,_=>_.charCodeAt(0)):b;f.push(k),d+=k.length}u(`%PDF-1.7
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
`);let g=new Uint8Array(d);return f.reduce((b,k)=>(g.set(k,b),b+k.length),0),g}var F=20,vo=640,Ue=21,Q=22,je=2,_t=()=>getComputedStyle(document.body).fontFamily;function So(t,n,e){let o=[""];for(let r of n.split(/\s+/)){let i=o[o.length-1],
a=i?i+" "+r:r;t.measureText(a).width<=e||!i?o[o.length-1]=a:o.push(r)}return o}function _o(t,n,e){return(o,{size:r,weight:i,leading:a},s)=>{if(!o)return{nodes:[],
end:s};t.font=`${i} ${r}px ${_t()}`;let l=So(t,o,e-2*F);return{end:s+l.length*a,nodes:l.map((c,p)=>S("text",{x:F,y:s+(p+.75)*a,"font-size":r,"font-weight":i,fill:n},
c))}}}function Oo({line:t,colour:n,stripe:e,shape:o,width:r=3},i,a){if(t)return[S("rect",{x:i,y:a+7-r/2,width:Q,height:r,fill:t})];let[s,l]=[i+Q/2,a+7],c={fill:n??
"none",stroke:"#7d7f86","stroke-width":.8};if(o==="circle")return[S("circle",{cx:s,cy:l,r:6,...c})];if(o==="diamond")return[S("path",{d:`M${s-7} ${l}L${s} ${l-7}\
L${s+7} ${l}L${s} ${l+7}Z`,...c})];if(o==="star")return[S("circle",{cx:s,cy:l,r:6,fill:"#c2185b"})];let p=S("rect",{x:i,y:a,width:Q,height:13,...c});return e?[p,
...[0,1,2,3].map(m=>S("rect",{x:i+6*m+2,y:a,width:3,height:13,fill:e}))]:[p]}function Lo(t,n,e,o,r){t.font=`400 12px ${_t()}`;let i=[],[a,s]=[F,r];for(let l of n){
let c=Q+6+t.measureText(l.said).width+16;a>F&&a+c>e-F&&([a,s]=[F,s+Ue]),i.push(...Oo(l,a,s),S("text",{x:a+Q+6,y:s+11,"font-size":12,fill:o},l.said)),a+=c}return{
nodes:i,end:n.length?s+Ue:r}}function We(t,n,e,{ink:o,paper:r}){let i=Math.max(t.width,vo),a=document.createElement("canvas").getContext("2d"),s=_o(a,o,i),l=s(e.
title,{size:13,weight:600,leading:18},10),c=s(e.headline,{size:19,weight:700,leading:25},l.end),p=s(e.question,{size:13,weight:400,leading:18},c.end),m=p.end+10,
h=s(e.legend,{size:12,weight:600,leading:18},m+t.height+8),f=Lo(a,n,i,o,h.end+4),d=f.end+2,u=e.below.flatMap(b=>{let k=s(b,{size:11,weight:400,leading:15},d);return d=
k.end,k.nodes}),w=Math.ceil(d+12),y=To(document.querySelector("svg.hatches defs"));return S("svg",{xmlns:"http://www.w3.org/2000/svg",width:i,height:w,viewBox:`\
0 0 ${i} ${w}`,"font-family":_t()},S("title",{},e.headline),...y?[y]:[],S("rect",{width:i,height:w,fill:r}),...l.nodes,...c.nodes,...p.nodes,S("svg",{x:(i-t.width)/
2,y:m,width:t.width,height:t.height,overflow:"hidden"},...t.nodes),...h.nodes,...f.nodes,...u)}function To(t){let n=t&&t.cloneNode(!0),e=t?.querySelectorAll("re\
ct")??[];return n?.querySelectorAll("rect").forEach((o,r)=>o.setAttribute("fill",getComputedStyle(e[r]).fill)),n}var He=t=>new XMLSerializer().serializeToString(
t),Ge=t=>new Blob([`<?xml version="1.0" encoding="UTF-8"?>
`,He(t)],{type:"image/svg+xml"});async function qe(t){let n=new Image;n.src="data:image/svg+xml;charset=utf-8,"+encodeURIComponent(He(t)),await n.decode();let e=document.
createElement("canvas");return e.width=je*Number(t.getAttribute("width")),e.height=je*Number(t.getAttribute("height")),e.getContext("2d")?.drawImage(n,0,0,e.width,
e.height),e}async function Xe(t){let n=await qe(t);return new Promise((e,o)=>{n.toBlob(r=>r?e(r):o(new Error("no picture")),"image/png")})}async function Ve(t,n,e){
let o=await qe(t),r=await new Promise(l=>{o.toBlob(l,"image/jpeg",.92)}),i=new Uint8Array(await r.arrayBuffer()),a=[n.headline,n.question,...n.below],s=ze({bytes:i,
width:o.width,height:o.height},n.title||n.headline,a,e);return new Blob([s],{type:"application/pdf"})}var Co=t=>t.replace(/(?<=^|[,;\t\r\n]["\s]*)(?=[=+\-@\t\r\n])/g,"'");var Ao=/^[-\u2212+]?[\d.,\u00a0]+$/;function Ke(t,n){if(!Ao.test(t))return NaN;let[e,o]=T[n].startsWith("en")?[",","."]:[".",","];return Number(t.replaceAll(e,"").
replaceAll(" ","").replace(o,".").replace("−","-"))}function Eo({head:t,body:n},e){let o=e!=="en",r=o?";":",";function i(a){let s=Ke(a,e);if(!Number.isNaN(s))
return o?String(s).replace(".",","):String(s);let l=Co(a);return/[",;\n\r]/.test(l)?`"${l.replace(/"/g,'""')}"`:l}return[t,...n].map(a=>a.map(i).join(r)).join(`\
\r
`)+`\r
`}var No=t=>t.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g,"").replace(/&/g,"&amp;").replace(/</g,"&lt;").replace(/>/g,"&gt;").replace(/"/g,"&quot;"),z='\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',Ot="http://schemas.openxmlformats.org/spreadsheetml/2006/main",at="http://schemas.openxmlformats.org/of\
ficeDocument/2006/relationships",Lt="http://schemas.openxmlformats.org/package/2006",lt="application/vnd.openxmlformats-officedocument.spreadsheetml";function Io({
head:t,body:n},e,o){function r(a){let s=Ke(a,e);return Number.isNaN(s)?`<c t="inlineStr"><is><t xml:space="preserve">${No(a)}</t></is></c>`:`<c${Number.isInteger(
s)?' s="1"':""}><v>${s}</v></c>`}let i=a=>`${z}<worksheet xmlns="${Ot}"><sheetData>`+a.map(s=>`<row>${s.map(r).join("")}</row>`).join("")+"</sheetData></workshe\
et>";return[["[Content_Types].xml",`${z}<Types xmlns="${Lt}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relatio\
nships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${lt}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${lt}.styles+xml"/>`+[1,
2].map(a=>`<Override PartName="/xl/worksheets/sheet${a}.xml" ContentType="${lt}.worksheet+xml"/>`).join("")+"</Types>"],["_rels/.rels",`${z}<Relationships xmlns\
="${Lt}/relationships"><Relationship Id="rId1" Type="${at}/officeDocument" Target="xl/workbook.xml"/></Relationships>`],["xl/workbook.xml",`${z}<workbook xmlns=\
"${Ot}" xmlns:r="${at}"><sheets><sheet name="1" sheetId="1" r:id="rId1"/><sheet name="2" sheetId="2" r:id="rId2"/></sheets></workbook>`],["xl/_rels/workbook.xml\
.rels",`${z}<Relationships xmlns="${Lt}/relationships">`+[1,2].map(a=>`<Relationship Id="rId${a}" Type="${at}/worksheet" Target="worksheets/sheet${a}.xml"/>`).join(
"")+`<Relationship Id="rId3" Type="${at}/styles" Target="styles.xml"/></Relationships>`],["xl/styles.xml",`${z}<styleSheet xmlns="${Ot}"><fonts count="1"><font>\
<sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fil\
l></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2">\
<xf/><xf numFmtId="3" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`],["xl/\
worksheets/sheet1.xml",i([t,...n])],["xl/worksheets/sheet2.xml",i(o.map(a=>[a]))]]}function Mo(t){let n=-1;for(let e of t){n^=e;for(let o=0;o<8;o++)n=n>>>1^(n&1?
3988292384:0)}return~n>>>0}function Ro(t){let n=new TextEncoder,e=[],o=[];function r(a,s){for(let[l,c]of s)for(let p=0;p<l;p++)a.push(c/2**(8*p)&255)}for(let[a,
s]of t){let[l,c]=[n.encode(a),n.encode(s)],p=[[2,20],[2,2048],[2,0],[2,0],[2,33],[4,Mo(c)],[4,c.length],[4,c.length],[2,l.length],[2,0]];r(o,[[4,33639248],[2,20],
...p,[2,0],[2,0],[2,0],[4,0],[4,e.length]]),o.push(...l),r(e,[[4,67324752],...p]);for(let m of[l,c])for(let h of m)e.push(h)}let i=e.length;for(let a of o)e.push(
a);return r(e,[[4,101010256],[2,0],[2,0],[2,t.length],[2,t.length],[4,o.length],[4,i],[2,0]]),Uint8Array.from(e)}function Ze(t,n,e,o,r){let i=n==="csv"?new Blob(
["\uFEFF"+Eo(t,e)],{type:"text/csv;charset=utf-8"}):new Blob([Ro(Io(t,e,o))],{type:lt+".sheet"});it(i,r+"."+n)}var $o=70;function Ye({words:t,data:n,choosing:e}){let o=e.layerControls().map(e.chosen);return Ft([t.in(n.title),...o].join(" ")).replace(/ /g,"-").slice(0,$o)}
function Po(t){let n=t.querySelector(".swatch");if(!n)return[];let e=getComputedStyle(n),o=[...t.childNodes].filter(s=>s!==n).map(s=>s.textContent?.trim()).filter(
s=>s).join(", "),r=[...n.classList];if(r.includes("line")||r.includes("frontier"))return[{said:o,line:e.borderTopColor,width:parseFloat(e.borderTopWidth)}];let i=n.
querySelector("rect")?.getAttribute("fill"),a=r.find(s=>["circle","diamond","star"].includes(s));return[{said:o,shape:a,colour:i??e.backgroundColor}]}function Do(t){
let{head:n,rows:e}=t.table(),o=r=>r instanceof Node?r.textContent??"":r??"";return{caption:v("headline").textContent,head:n,body:e.map(([r,i])=>[o(r),...i.map(o)])}}
function Je(t,n){let{words:e,map:o,data:r}=t,i=()=>[...document.querySelectorAll("#legend .said")].map(s=>String(s.textContent)).concat([v("strip-notes").firstChild?.
textContent??"",v("strip-sources").textContent,e.t("made_with",{version:r.version})]);async function a(s){let{x:l,y:c}=o.getSize(),p={title:e.in(r.title),headline:v(
"headline").textContent,question:"",legend:v("legend-title").textContent,below:i()},m=getComputedStyle(document.body),h=[...v("legend").children].flatMap(Po),f=We(
{width:l,height:c,nodes:De(o)},h,p,{ink:m.color,paper:m.backgroundColor});it(s==="png"?await Xe(f):s==="svg"?Ge(f):await Ve(f,p,e.language),Ye(t)+"."+s)}for(let s of[
"png","svg","pdf"])v(s).addEventListener("click",()=>a(s));for(let s of["csv","xlsx"])v(s).addEventListener("click",()=>{let l=Do(n()),c=r.notes.map(p=>e.in(p.text));
Ze(l,s,e.language,[e.in(r.title),l.caption,...c,...i()],Ye(t))});v("print").addEventListener("click",()=>window.print())}var Tt=10,Bo=6,ct=14,Fo=300,zo=34,Uo=[0,9,9.75,11.5],jo=t=>t<9.5?26:60,Wo=2;function Qe(t){let n=t.getZoom(),e=t.containerPointToLayerPoint([0,0]),o=t.getPixelOrigin(),
r=t.getSize();return{width:r.x,height:r.y,scale:2**n,zoom:n,x:e.x,y:e.y,left:o.x+e.x,top:o.y+e.y}}function Ho(t,{width:n,height:e}){let o=[];for(let i=1;i<t.length;i++){
let[[a,s],[l,c]]=[t[i-1],t[i]],p=Math.max(1,Math.ceil(Math.hypot(l-a,c-s)/12));for(let m=0;m<p;m++){let h=a+(m+.5)/p*(l-a),f=s+(m+.5)/p*(c-s);h>0&&f>0&&h<n&&f<e&&
o.push([h,f])}}let r=Math.floor(o.length/2);return o.map((i,a)=>o[r+(a%2?-1:1)*Math.ceil(a/2)]).filter(Boolean)}var Go=t=>t.reduce((n,[e,o],r)=>r?n+Math.hypot(e-
t[r-1][0],o-t[r-1][1]):0,0);function tn(t,n,e,o){let r=Qe(t),i=St(n,r.zoom),a=[],s=new Map;for(let l of o){if(!q(n,"road",l,r.zoom)||r.zoom<Uo[l-1])continue;let c=X(
n,"road",l,r).filter(p=>n.name[p]).map(p=>({name:n.name[p],corners:V(n,p,i,r)})).map(p=>({...p,long:Go(p.corners)})).filter(({long:p})=>p>=zo).sort((p,m)=>m.long-
p.long);for(let{name:p,corners:m}of c){if(a.length>=jo(r.zoom))return a;let h=p.split("/").slice(0,Wo).join("/"),f=e.widthOf(h,Tt,!0)+Bo,d=p.split("/").flatMap(
u=>s.get(u)??[]);for(let[u,w]of Ho(m,r)){if(d.some(([b,k])=>Math.hypot(b-u,k-w)<Fo))continue;let[y,g]=[r.x+u-f/2,r.y+w-ct/2];if(e.free([y-2,g-2,y+f+2,g+ct+2])){
e.take([y,g,y+f,g+ct]),a.push({text:h,rank:l,x:y,y:g,width:f,height:ct}),d.push([u,w]);for(let b of p.split("/"))s.set(b,[...s.get(b)??[],[u,w]])}}}}return a}function en(t,n,e,o){
let r=Qe(t);return o.filter(i=>q(n,e,i,r.zoom)).flatMap(i=>X(n,e,i,r).map(a=>{let[[s,l]]=V(n,a,1/0,r);return{name:n.name[a],rank:i,people:n.people[a],at:L.point(
r.x+s,r.y+l)}}).sort((a,s)=>s.people-a.people))}function nn(t,n){let e=document.createElement("canvas").getContext("2d"),o=getComputedStyle(document.body).fontFamily,r=t.containerPointToLayerPoint([0,0]),i=L.
bounds(r,t.containerPointToLayerPoint(t.getSize())),[a,s]=[i.min,i.max];return{screen:i,point:l=>t.latLngToLayerPoint(l),free:l=>l[0]>=a.x&&l[2]<=s.x&&l[1]>=a.y&&
l[3]<=s.y&&n.every(c=>se(c,l)),take:(...l)=>{n.push(...l)},widthOf(l,c,p){return e.font=`${p?600:400} ${c}px ${o}`,e.measureText(l).width}}}var on=({x:t,y:n},e,o,r)=>[
[t+r,n-o/2],[t-r-e,n-o/2],[t-e/2,n-o-4],[t-e/2,n+4]];function U(t,n,e){return t.style.transform=`translate(${n}px,${e}px)`,t}var qo=13,Ct=18,rn=14,Xo=12,Vo=[12,11.5,11,10.5],Ko=10.5,sn=[58,170];function Zo({data:t,choosing:n,base:e},o){let r=n.view().kind==="isochrones"?n.layer().key[0]:
null;if(r===null||!t.origins[r]||e.areas.some(p=>p.code===r))return[];let[i,a]=t.origins[r],s=o.point([a,i]),l=n.view().names[r];o.take([s.x-10,s.y-10,s.x+20+o.
widthOf(l,rn,!0),s.y+10]);let c=x("span",{class:"place big"},l);return c.style.fontSize=rn+"px",[U(c,s.x+13,s.y-9)]}function an(t,n,e,o,r){let i=o>Xo,a=e.widthOf(
t,o,i)+8,s=o*1.3,l=on(n,a,s,4).find(([h,f])=>e.free([h,f,h+a,f+s]));if(!l)return[];let[c,p]=l;e.take([c,p,c+a,p+s],[n.x-3,n.y-3,n.x+3,n.y+3]);let m=x("span",{class:"\
place "+r+(i?" big":"")},t);return m.style.fontSize=o+"px",[U(x("i",{class:"dot "+r}),n.x-2.5,n.y-2.5),U(m,c+4,p)]}function ut(t,n,e,o,r,i=new Set){return en(t,
n,o,r).filter(({name:a,at:s})=>e.screen.contains(s)&&!i.has(a.split(" (")[0])).flatMap(({name:a,rank:s,at:l})=>an(a,l,e,o==="station"?Ko:Vo[s-1],o==="station"?"\
stop":"village"))}function Yo(t,n,e,o){let r=i=>tn(t,n,e,i).map(({text:a,rank:s,x:l,y:c,width:p})=>{let m=x("span",{class:s===1?"place shield motorway":"place s\
hield"},a);return m.style.fontSize=Tt+"px",m.style.width=p+"px",U(m,l,c)});return[...r([1,2]),...ut(t,n,e,"place",[2,3]),...r([3]),...ut(t,n,e,"station",[1],o),
...ut(t,n,e,"place",[4]),...r([4])]}function Jo(t,n,e,o){let r=o.widthOf(t.toLocaleUpperCase(),qo,!0)+t.length*2.4+8;function i(s,l){let c=L.bounds([s-6,l-4],[s+
r+6,l+22]);return e.some(p=>p.some(m=>c.contains(m)))}let a=n.map(s=>[s.x-r/2,s.y-Ct/2]).find(([s,l])=>!i(s,l)&&o.free([s,l,s+r,l+Ct]));return a?(o.take([a[0],a[1],
a[0]+r,a[1]+Ct]),[U(x("span",{class:"country"},t),a[0],a[1])]):[]}function ln(t,n,e){let{map:o,data:r,words:i,base:a}=t,{x:s,y:l}=o.containerPointToLayerPoint([
0,0]),c=nn(o,[[s,l,s+sn[0],l+sn[1]],...e]),p=Zo(t,c);n&&p.push(...ut(o,n,c,"place",[1]));for(let[h,f,d]of r.base.places){let u=a.areas[h],w=c.point([d,f]);!ae(u,
o.getZoom())||!c.screen.contains(w)||p.push(...an(u.name,w,c,le(u.population),u.part==="ring"?"ring":"town"))}let m=a.frontier.map(h=>h.map(c.point));if(m.flat().
some(h=>c.screen.contains(h))){let h=c.point(L.latLngBounds(a.frontier.flat()).getCenter());for(let f of new Set(a.areas.map(d=>d.country))){let d=a.areas.filter(
u=>u.country===f).map(u=>c.point(u.centre)).sort((u,w)=>u.distanceTo(h)-w.distanceTo(h));p.push(...Jo(i.t(f.toLowerCase()),d,m,c))}}if(n){let h=new Set(p.map(f=>String(
f.textContent).split(" (")[0]));p.push(...Yo(o,n,c,h))}o.getPane("names")?.replaceChildren(...p)}var At=t=>L.CircleMarker.extend({_updatePath(){let{x:n,y:e}=this._point;this._renderer._setPath(this,t(n,e,this._radius))}});function cn(t,n,e){let o=e*1.3;return`\
M${t-o} ${n}L${t} ${n-o}L${t+o} ${n}L${t} ${n+o}Z`}function un(t,n,e){return`M${Array.from({length:10},(r,i)=>{let a=e*(i%2?.45:1);return`${t+a*Math.sin(i*Math.
PI/5)} ${n-a*Math.cos(i*Math.PI/5)}`}).join("L")}Z`}var Qo=["sector","level","language","period"];function fn({words:t,choosing:n}){let{t:e,count:o,capital:r}=t,{view:i,layer:a}=n,s=g=>e("minutes",{n:o(Math.round(
g))});function l(g){return g===null||!/^[a-z]{2}$/.test(g)?g:new Intl.DisplayNames([t.language],{type:"language"}).of(g)??g}let c=g=>({what:r(t.named("opp_types",
g.type)??g.type),sector:t.named("sectors",g.sector)??g.sector,level:g.level,language:l(g.language),period:g.from===null&&g.to===null?null:[g.from??"…",g.to??"\
…"].join(" – ")});function p(g){let b=a().key[0]==="any"?g.mode:a().key[0];return t.named("modes",b)??b}let m=g=>i().places[g.place][2],h=g=>g.unsure.map(b=>e(
"unsure_"+b)).join(", "),f=g=>x("div",{class:"small warn"},g);function d(g){let b=c(g),k=x("div",{class:"offer"},x("strong",{},b.what));g.count!==null&&g.count!==
1&&k.append(A(r(e("placement_places")),o(g.count)));for(let _ of Qo)_==="period"&&b.period===null||k.append(A(r(e("placement_"+_)),b[_]??e("placement_not_told")));
return k.append(A(r(e("placement_id")),g.id)),g.unsure.length&&k.append(f(e("placement_unsure_what",{what:h(g)}))),g.main_place&&k.append(f(e("placement_at_main\
_place"))),k}function u(g,b){let[k,_]=g[0],O=e(k.country.toLowerCase())+(m(k)?" ("+e("side_across")+")":"");return x("div",{class:"card"},x("div",{class:"main"},
s(_)),x("div",{class:"small"},p(k)+" · "+O),...g.slice(0,b).map(([I])=>d(I)),...g.length>b?[x("div",{class:"small"},"+ "+o(g.length-b))]:[])}let w=()=>["placem\
ent_time","country","placement_sector","placement_by","placement_what","placement_level","placement_language","placement_not_told"].map(g=>r(e(g)));function y(g){
let b=c(g);return[g.country+(m(g)?" ◆":""),b.sector??"–",p(g),b.what,b.level??"–",b.language??"–",h(g)]}return{minutes:s,card:u,columns:w,cells:y}}var Et=t=>x("div",{class:"small warn"},t);function pn({words:t,choosing:n,base:e,said:o}){let{t:r}=t,{view:i,fieldName:a,field:s}=n;function l(d){let u=e.areas[d],
w=r("population",{n:t.plain(u.population)});return[x("strong",{},u.name),x("div",{class:"small"},[r(u.country.toLowerCase()),u.nuts3,w].join(" · "))]}function c(d){
let u=s();return[x("div",{class:"main"},o.figureAt(a(),d,st(u))),x("div",{class:"small"},o.fieldTitle(u)+(i().mean?r("of_mean_here"):""))]}function p(d){let u=(i().
bar??[]).map(b=>({name:b,value:o.numberAt(b,d)})),w=u.map(({name:b})=>A(r(b),o.figureAt(b,d,"count"),b)),y=u.reduce((b,{value:k})=>b+(k??0),0);if(!(y>0)||u.some(
({value:b})=>b===null))return w;let g=x("div",{class:"bar","aria-hidden":"true"});for(let{name:b,value:k}of u){let _=dt(x("i"),b,"background");_.style.width=100*
Number(k)/y+"%",g.append(_)}return[g,...w]}let m=d=>i().rows.map(([u,w,y])=>A(t.capital(r(u)),o.figureAt(o.where()+w,d,y))),h=d=>(i().bounds??[]).filter(u=>o.numberAt(
u+"_lower",d)!==null&&o.numberAt(u+"_upper",d)!==null).map(u=>A(r("bounds_of",{what:r("row_"+u)}),r("bounds_range",{a:o.figureAt(u+"_lower",d,"plain"),b:o.figureAt(
u+"_upper",d,"plain")})));function f(d,u){let w=o.numberAt("without",d),y=o.numberAt("edge",d)??0,g=o.numberAt("unknown",d)??0;return[...w!==null&&!u?[A(r("row_\
without"),t.share(w))]:[],...o.marks(d).still?[Et(r("mark_still"))]:[],...y>0?[Et(r("edge_mean",{share:t.share(y)}))]:[],...g>0?[Et(r("lower_bound",{n:t.count(g)}))]:
[]]}return function(u,w=!1){let y=(i().ids??[]).indexOf(u);return x("div",{class:"card"},...l(u),...c(y),...p(y),...w?[]:[...m(y),...h(y)],...f(y,w))}}function dn(t){let{map:n,data:e,words:o,choosing:r,base:i}=t,{state:a,view:s}=r,l=pn(t),c=null,p=null;function m(u){c&&c.remove(),c=u===null?null:L.polygon(i.areas[u].
rings,i.flat("chosen",{fill:!1,color:"#111827",weight:3})).addTo(n)}function h(u){let w=e.base.places.find(y=>y[0]===u);return w?[w[2],w[1]]:i.areas[u].centre}function f(u,w){
let y=w??(p&&a.area===u?p.getLatLng():void 0)??h(u);a.area=u,m(u),v("find").value=String(u),p?p.setLatLng(y).setContent(l(u)):p=L.popup({maxWidth:290,autoPanPadding:[
16,16]}).setLatLng(y).setContent(l(u)).openOn(n),Nt(o.t("close"))}n.on("popupclose",()=>{p=null,a.area=null,m(null),v("find").value=""});function d(){let{ids:u}=s();
if(v("find-box").hidden=!u,!u)return;let w=new Map;for(let y of u){let g=i.areas[y];w.set(g.nuts3,[...w.get(g.nuts3)??[],g])}v("find").replaceChildren(x("option",
{value:""},o.t("find_none")),...[...w].map(([y,g])=>x("optgroup",{label:y},...g.sort((b,k)=>o.sort(b.name,k.name)).map(b=>x("option",{value:String(b.number)},b.
name))))),v("find").value=a.area===null?"":String(a.area)}return v("find").addEventListener("change",()=>{v("find").value!==""?f(Number(v("find").value)):n.closePopup()}),
{card:l,mark:m,select:f,showList:d}}function Nt(t){let n=document.querySelector(".leaflet-popup-close-button");n&&n.setAttribute("aria-label",t)}var tr=1.0001,mn=760;function hn(t,n){let e=n.findIndex(([o])=>t<=o*tr);return e<0?n.length-1:e}function er(t){let{map:n,words:e,choosing:o,base:r}=t,{view:i,layer:a}=o,
s=fn(t),l=At(cn),c=At(un);function p(){let d=new Map;for(let[u,w]of a().rows){let y=i().offers[u];d.has(y.place)||d.set(y.place,[]),d.get(y.place).push([y,w])}return d}
function m(d){let[u,w]=i().places[d[0][0].place],g=L.popup({maxWidth:290,maxHeight:320,autoPanPadding:[16,16]}).setLatLng([w,u]).setContent(s.card(d,d.length)).
openOn(n).getElement()?.querySelector(".leaflet-popup-content");g instanceof HTMLElement&&(g.tabIndex=0),Nt(e.t("close"))}function h(d,u){let[w,y,g]=i().places[d],
b=new(g?l:L.CircleMarker)([y,w],{pane:"points",renderer:r.renderers.points,radius:Math.min(7+1.5*Math.log2(u.length),14),color:"#1d1f24",weight:1.4,fillColor:i().
bands[hn(u[0][1],i().bands)][1],fillOpacity:1});return b.bindTooltip(()=>s.card(u,2),{opacity:1,className:"hover"}),b.on("click",()=>{b.closeTooltip(),m(u)}),b}
return{offers:s,groups:p,open:m,marker:h,homeMarker:([d,u])=>new c([u,d],{pane:"points",renderer:r.renderers.points,interactive:!1,radius:13,color:"#ffffff",weight:2,
fillColor:K,fillOpacity:1})}}function gn(t){let{map:n,words:e,choosing:o}=t,{t:r,count:i}=e,{view:a,layer:s}=o,{offers:l,groups:c,open:p,marker:m,homeMarker:h}=er(
t),f=!1;function d(){let{places:w,home:y}=a(),g=[...c().keys()].map(b=>L.latLng(w[b][1],w[b][0]));return y?[...g,L.latLng(y[1],y[0])]:g}function u(){let{bands:w}=a(),
y=s().rows.map(([,g])=>hn(g,w));return w.map(([g,b],k)=>C(b,r("placement_band",{a:i(k?w[k-1][0]:0),b:i(g),n:i(y.filter(_=>_===k).length)})))}return{draw(w){for(let[
g,b]of[...c()].reverse())w("point"+g,m(g,b));let{home:y}=a();y&&w("home",h(y)),!f&&window.innerWidth>mn&&(v("table-box").open=!0),f=!0},title:()=>r("placement_o\
ffers"),legend(){let w=Object.entries(s().asides).filter(([,b])=>b).map(([b,k])=>r(b,{n:i(k)}));s().rows.length||w.unshift(r("placement_none")),[...c().values()].
some(b=>b.length>1)&&w.unshift(r("placement_several"));let y=a().controls.find(b=>b.id==="side"),g=y&&y.options.length>1?[P("circle",r("placement_own")),P("diam\
ond",r("placement_across"))]:[];return[...u(),...g,...a().home?[P("star",r("placement_home"))]:[],...w.map(E)]},table(){let w=c();return{head:l.columns(),rows:s().
rows.map(([y,g])=>{let b=a().offers[y];return[D(l.minutes(g),()=>{p(w.get(b.place)??[[b,g]]),window.innerWidth<=mn&&n.getContainer().scrollIntoView()},String(y)),
l.cells(b)]})}},values:()=>Object.fromEntries(Object.entries(s().said).map(([w,y])=>[w,i(y)])),box(){let w=L.latLngBounds(d());return w.isValid()?{bounds:w,options:{
padding:[48,48],maxZoom:13}}:null},taken:()=>d().map(w=>{let y=n.latLngToLayerPoint(w);return[y.x-6,y.y-6,y.x+6,y.y+6]})}}function wn({data:t,words:n,choosing:e}){let{t:o}=n;v("notes").replaceChildren(...t.notes.map(s=>x("li",{},n.in(s.text),...s.details.map(l=>x("div",{class:"smal\
l"},n.in(l)))))),v("notes-box").hidden=t.notes.length===0;let r=t.labels.mode_of_trip,i=e.layerControls().map(e.chosen).map(s=>Object.hasOwn(r,s)?r[s]:s),a=Xt(t.
strip,i);v("strip-notes").textContent=a.map(s=>n.in(s.text)).join(" "),t.notes.length>a.length&&v("strip-notes").append(" ",D(o("more_notes",{n:n.plain(t.notes.
length)}),()=>{v("notes-box").open=!0,v("notes-box").scrollIntoView(),v("notes-box").querySelector("summary").focus()})),v("strip-sources").textContent=t.attributions.
length?o("source")+": "+t.attributions.map(n.in).join(" · "):"",v("sources").replaceChildren(...t.sources.map(s=>{let l=s.reference_date?o("reference_date",{date:s.
reference_date}):"";return x("li",{},Vt(s),". "+[n.in(s.attribution),n.in(s.licence),l].filter(c=>c).join(" · "))}))}function nr({data:t,words:n,choosing:e},o){let{closed:r}=e.view();v("legend-title").textContent=o.title(),v("legend").replaceChildren(...o.legend(),...t.base.border.
length?[P("frontier",n.t("border_line"))]:[],...r?[E(n.t(r))]:[])}function yn({choosing:t},n){if(!v("table-box").open){v("table").replaceChildren();return}let{head:e,
rows:o}=n.table();tt(v("table"),x("table",{class:t.view().kind},x("caption",{},v("headline").textContent),x("thead",{},x("tr",{},...e.map(r=>x("th",{scope:"col"},
r)))),x("tbody",{},...o.map(([r,i])=>x("tr",{},x("th",{scope:"row"},r),...i.map(a=>x("td",{},a)))))))}function or({words:t,choosing:n,said:e},o){let{kind:r,ids:i,
mean:a}=n.view(),s=t.t("head_"+r,{...e.values(),...o.values?.()}).trim();v("headline").textContent=s+(i?t.t(a?"of_mean":"of_each"):"")}function rr(t,n,e){let o=zt(
n.labels,e),r=Ce(n),i={...Ee(o,r),...Ne(o,r)};return{map:t,data:n,words:o,choosing:r,said:i,base:_e(t,n)}}function sr(t){let{map:n,data:e,choosing:{state:o,view:r}}=t,
i=dn(t),a=new Map,s=Oe(t,i,a),l={isochrones:Te(t),flows:Pe(t),placements:gn(t)},c=()=>l[r().kind]??s,p=null,m=null;function h(){for(let d of a.values())d.remove();
a.clear(),n.closePopup(),i.mark(null)}function f(){ln(t,m?.base??null,c().taken?.()??[])}return{topic:c,selecting:i,names:f,home(){let{bounds:d,options:u}=c().box?.()??
{bounds:t.base.bounds,options:{padding:[4,4]}};n.fitBounds(d,{...u,animate:!1})},draw(){(p!==o.view||!r().ids)&&h(),p=o.view,c().draw((d,u)=>a.set(d,u.addTo(n)))},
dress(d){Rt(e.sides,d),m?.layer.dress(d),f()},lay(d){m=d}}}function ir(t){let n=$t(),e=wt(location.hash),o=gt(n.language,{language:e.lang,theme:e.theme}),r=rr(t,
n,o.language),{words:i,choosing:a}=r,{state:s,view:l}=a,c=sr(r),{topic:p,selecting:m}=c,h=!0,f=Wt(o.theme,g=>{c.dress(g),v("theme").textContent=i.t(g?"theme_lig\
ht":"theme_dark")});function d(){try{history.replaceState(null,"","#"+Yt(n,a,{language:i.language,theme:f.theme}))}catch{}}function u(){let{area:g}=s;Gt(i,n,t.getContainer()),
wn(r),Ae(r,u,()=>{h=!0}),or(r,p()),c.draw(),t.invalidateSize({animate:!1,pan:!1}),h&&(h=!1,c.home()),nr(r,p()),Ie(r,m.select),m.showList(),yn(r,p()),f.show(),g!==
null&&l().ids?.includes(g)&&m.select(g),d()}function w(){t.invalidateSize({animate:!1,pan:!1}),c.home()}lr(t,r,c.names);function y(g){i.language=g,u()}qt(g=>{ht(
{language:g}),y(g)}),v("theme").addEventListener("click",d),v("table-box").addEventListener("toggle",()=>yn(r,p())),t.on("popupopen popupclose",d),window.addEventListener(
"hashchange",()=>{let g=wt(location.hash);yt(g,n,a),h=!0,y(gt(i.language,{language:g.lang??i.language}).language)}),Je(r,p),Kt(t,c.home),Zt(t,w),ar(t),yt(e,n,a),
u(),Se(t,n).then(g=>{c.lay(g),f.show()})}function ar(t){let n=()=>v("on-paper")?.remove();window.addEventListener("beforeprint",()=>{n(),t.getContainer().after(
x("figure",{id:"on-paper"},Ht(t)))}),window.addEventListener("afterprint",n)}function lr(t,n,e){t.setMaxBounds(n.base.bounds.pad(1.2)),t.getContainer().setAttribute(
"role","region"),t.getPane("bands").style.opacity="0.8",t.on("moveend zoomend resize viewreset",e),t.on("zoomstart",()=>t.getPane("names")?.replaceChildren())}Object.
assign(globalThis,{grensgeoPage:ir});})();
