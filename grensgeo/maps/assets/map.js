/* grensgeo map: bundled from js/ by `make js`; edit there.
   sources a55c2914827c5ef8: src/pages/address.js src/pages/areas.js src/pages/bands.js src/pages/base.js src/pages/card.js src/pages/choosing.js src/pages/classes.js src/pages/controls.js src/pages/extremes.js src/pages/figures.js src/pages/flows.js src/pages/keys.js src/pages/leaving.js src/pages/map.js src/pages/names.js src/pages/offers.js src/pages/points.js src/pages/selecting.js src/pages/small_print.js src/shared/after_paint.js src/shared/appearance.js src/shared/areas.js src/shared/base_map.js src/shared/base_names.js src/shared/canvas_layer.js src/shared/elements.js src/shared/geometry.js src/shared/map_canvas.js src/shared/map_nodes.js src/shared/marks.js src/shared/numbers.js src/shared/page.js src/shared/pdf.js src/shared/room.js src/shared/saving.js src/shared/sheet.js src/shared/small_table.js src/shared/unpack.js src/shared/words.js */
"use strict";(()=>{var v=t=>document.getElementById(t);function At(t,e,n){for(let[o,r]of Object.entries(e))r!==null&&r!==!1&&t.setAttribute(o,r===!0?"":String(r));return t.append(
...n.filter(o=>o!==null)),t}function x(t,e={},...n){return At(document.createElement(t),e,n)}function S(t,e={},...n){let o=document.createElementNS("http://www.\
w3.org/2000/svg",t);return At(o,e,n)}function ft(t,e,n){return t.style[n]=`var(--side-${e})`,t}var Et=t=>ft(x("i",{class:"key","aria-hidden":"true"}),t,"backgro\
und");function Nt(t,e){for(let[n,o]of Object.entries(t))document.documentElement.style.setProperty("--side-"+n,o[e?1:0])}function P(t,e,n=null){let o=x("button",
{type:"button",class:"link","data-key":n},t);return o.addEventListener("click",e),o}var It=()=>JSON.parse(v("grensgeo-data").textContent);function Q(t,...e){let n=t.
contains(document.activeElement)?document.activeElement:null,o=n?.getAttribute("data-key")??null,r=!n?.matches(":focus-visible");if(t.replaceChildren(...e.filter(
a=>a!==null)),o===null)return;let i=[...t.querySelectorAll("[data-key]")].find(a=>a.getAttribute("data-key")===o);i instanceof HTMLElement&&i.focus({preventScroll:r})}var T={nl:"nl-NL",de:"de-DE",en:"en-GB"},fn=.001,pn=10,dn=.095,Mt=5e-4,$t=.001,mn=.995,hn=.99;function gn(t){return t>=fn&&t<1?{maximumSignificantDigits:2}:{maximumFractionDigits:t<
pn?1:0}}var wn=t=>t.replace("-","−");function pt(t){let e=new Map;function n(l,c){let p=JSON.stringify(c),m=e.get(p);return m||e.set(p,m=new Intl.NumberFormat(
t,c)),m.format(l)}let o=l=>n(l,gn(Math.abs(l))),r=l=>n(l,{style:"percent",maximumFractionDigits:l!==0&&Math.abs(l)<dn?1:0});function i(l){return l>mn&&l<1?">"+r(
hn):l>0&&l<Mt?"<"+r($t):r(l)}let a=(l,c)=>c>0?"+"+l:wn(l);function s(l){return l===0||Math.abs(l)>=Mt?a(r(l),l):(l<0?"−":"+")+"<"+r($t)}return{format:n,count:o,
share:r,part:i,signedShare:s,plain:l=>n(l,{}),signedCount:l=>a(o(l),l),minutes:(l,c=0)=>n(l,{minimumFractionDigits:c,maximumFractionDigits:c})}}var j=Object.keys(T);function Rt(t,e){return e.map(n=>n.slice(0,2).toLowerCase()).find(n=>j.includes(n))??t}function yn(t,e){return t.replace(/\{(\w+)\}/g,(n,o)=>Object.
hasOwn(e,o)?e[o]:n)}var Pt=t=>t.normalize("NFD").replace(/\p{M}/gu,"").replace(/ß/g,"ss").toLowerCase().replace(/[^\p{L}\p{N}]+/gu," ").trim();function Bt(t,e){
let n=e,o=pt(T[n]);function r(s,l){let c=t[s];return c&&l!==null&&Object.hasOwn(c,l)?c[l][n]:null}let i=(s,l={})=>yn(r("texts",s)??s,l);return{get language(){return n},
set language(s){n=s,o=pt(T[s])},named:r,t:i,count:s=>s===null||Number.isNaN(s)?i("missing"):o.count(s),share:s=>o.share(s),part:s=>o.part(s),plain:s=>o.plain(s),
signedCount:s=>o.signedCount(s),signedShare:s=>o.signedShare(s),minutes:(s,l)=>o.minutes(s,l),opportunity:s=>r("opportunities",s)??s,period:s=>r("periods",s)??s,
in:s=>s[n],capital:s=>s.charAt(0).toLocaleUpperCase(T[n])+s.slice(1),lowered:s=>s.charAt(0).toLocaleLowerCase(T[n])+s.slice(1),sort:(s,l)=>s.localeCompare(l,T[n]),
date:s=>new Intl.DateTimeFormat(T[n],{weekday:"short",day:"numeric",month:"short",timeZone:"UTC"}).format(s),clock:s=>new Intl.DateTimeFormat(T[n],{hour:"2-digi\
t",minute:"2-digit",timeZone:"UTC"}).format(s),sentence(s,l){return i(s).split(/(\{\w+\})/).map(c=>{let p=c.startsWith("{")?c.slice(1,-1):null;return p!==null&&
Object.hasOwn(l,p)?l[p]:c})}}}var Dt="grensgeo",bn=["light","dark"];function Ft(){try{let{language:t,theme:e}=JSON.parse(localStorage.getItem(Dt)??"{}");return{language:t,theme:e}}catch{return{}}}
function dt(t){try{localStorage.setItem(Dt,JSON.stringify({...Ft(),...t}))}catch{}}function mt(t,e){let n=Ft(),o=(r,...i)=>i.find(a=>a!==void 0&&r.includes(a));
return{language:o(j,e.language,n.language)??Rt(t,navigator.languages),theme:o(bn,e.theme,n.theme)??"auto"}}function zt(t,e){let n=window.matchMedia("(prefers-co\
lor-scheme: dark)"),o=t,r=!1,i=()=>!r&&(o==="dark"||o!=="light"&&n.matches);function a(){document.documentElement.dataset.theme=i()?"dark":"light",e(i())}function s(l){
r=l,a()}return v("theme")?.addEventListener("click",()=>{o=i()?"light":"dark",dt({theme:o}),a()}),n.addEventListener("change",a),window.addEventListener("before\
print",()=>s(!0)),window.addEventListener("afterprint",()=>s(!1)),{show:a,take(l){o=l,a()},get theme(){return o},get dark(){return i()}}}function xn(t,e){let n=document.getElementById(e),[o,r]=["width","height"].map(c=>Number(n?.getAttribute(c))),i=document.createElement("canvas");i.width=2*o,i.height=
2*r;let a=i.getContext("2d");if(!n||!a)return"transparent";a.scale(2,2);for(let c of n.querySelectorAll("rect")){let[p,m,w]=["x","width","height"].map(f=>Number(
c.getAttribute(f)));a.fillStyle=c.getAttribute("fill")??"transparent",a.globalAlpha=Number(c.getAttribute("fill-opacity")??1),a.fillRect(p,0,m,w)}let s=t.createPattern(
i,"repeat"),l=Number(/rotate\((-?\d+)\)/.exec(n.getAttribute("patternTransform")??"")?.[1]??0);return s?.setTransform(new DOMMatrix().rotate(l).scale(1/2)),s??"\
transparent"}function kn(t,e,n){let o=e.getBoundingClientRect(),[r,i]=(e.getAttribute("viewBox")??"0 0").split(/[ ,]+/).map(Number);t.save(),t.translate(o.left-
n.left-r,o.top-n.top-i);let a=t.globalAlpha;for(let s of e.querySelectorAll("path")){let l=getComputedStyle(s),c=new Path2D(s.getAttribute("d")??""),p=/url\("#([\w-]+)"\)/.
exec(l.fill);l.fill!=="none"&&(t.globalAlpha=a*Number(l.fillOpacity),t.fillStyle=p?xn(t,p[1]):l.fill,t.fill(c,l.fillRule==="evenodd"?"evenodd":"nonzero")),l.stroke!==
"none"&&(t.globalAlpha=a*Number(l.strokeOpacity),t.strokeStyle=l.stroke,t.lineWidth=parseFloat(l.strokeWidth),t.setLineDash(l.strokeDasharray==="none"?[]:l.strokeDasharray.
split(",").map(parseFloat)),t.lineJoin=t.lineCap="round",t.stroke(c))}t.restore()}function vn(t,e,n,o){let{left:r,top:i,width:a,height:s}=e.getBoundingClientRect(),
[l,c]=[r-n.left,i-n.top],p=getComputedStyle(e),m=parseFloat(p.fontSize);if((!e.textContent||e.classList.contains("shield"))&&(t.fillStyle=p.backgroundColor,t.fillRect(
l,c,a,s)),!e.textContent)return;let w=p.textTransform==="uppercase"?e.textContent.toLocaleUpperCase():e.textContent,f=e.classList.contains("shield");t.font=`${p.
fontWeight} ${m}px ${p.fontFamily}`,t.letterSpacing=p.letterSpacing==="normal"?"0px":p.letterSpacing,t.textAlign=f?"center":"left";let d=[f?l+a/2:l,c+s/2+m*.35];
t.fillStyle=p.color,t.strokeStyle=o,t.lineWidth=3,t.lineJoin="round",f||t.strokeText(w,d[0],d[1]),t.fillText(w,d[0],d[1])}function _n(t,e,n){let{left:o,bottom:r,
width:i}=e.getBoundingClientRect(),[a,s]=[o-n.left,r-n.top-1];t.letterSpacing="0px",t.textAlign="left",t.font=`600 11px ${getComputedStyle(e).fontFamily}`,t.strokeStyle=
t.fillStyle="#1f2430",t.lineWidth=2,t.setLineDash([]),t.stroke(new Path2D(`M${a} ${s-6}V${s}H${a+i}V${s-6}`)),t.fillText(String(e.textContent),a+4,s-5)}function Ut(t){
let e=t.getContainer(),n=e.getBoundingClientRect(),o=document.createElement("canvas");o.width=2*n.width,o.height=2*n.height;let r=o.getContext("2d");r.scale(2,2),
r.fillStyle=getComputedStyle(e).backgroundColor,r.fillRect(0,0,n.width,n.height);let i=getComputedStyle(document.documentElement).getPropertyValue("--halo").trim()||
"#ffffff",a=[...e.querySelectorAll(".leaflet-pane")].filter(l=>l.parentElement!==e).sort((l,c)=>Number(getComputedStyle(l).zIndex)-Number(getComputedStyle(c).zIndex));
for(let l of a){r.globalAlpha=Number(getComputedStyle(l).opacity);for(let c of l.children){let p=c.getBoundingClientRect();c instanceof HTMLCanvasElement?r.drawImage(
c,p.left-n.left,p.top-n.top,p.width,p.height):c instanceof SVGSVGElement?kn(r,c,n):c instanceof HTMLElement&&c.matches(".place, .country, .dot")&&vn(r,c,n,i)}}r.
globalAlpha=1;let s=e.querySelector(".leaflet-control-scale-line");return s instanceof HTMLElement&&_n(r,s,n),o}var Sn=[[".leaflet-control-zoom-in","zoom_in"],[".leaflet-control-zoom-out","zoom_out"],["a.home","home"]],W=t=>[...document.querySelectorAll(`[data-${t}]`)].map(
e=>e);function jt(t,e,n){let{t:o}=t;document.documentElement.lang=t.language,document.title=t.in(e.title),v("title").textContent=t.in(e.title);for(let r of W("t\
ext"))r.textContent=o(String(r.dataset.text),{version:e.version});for(let r of W("said"))r.title=o(String(r.dataset.said));for(let r of W("label"))r.setAttribute(
"aria-label",o(String(r.dataset.label)));On(t.language),n.setAttribute("aria-label",o("map_region"));for(let[r,i]of Sn){let a=document.querySelector(r);a&&(a.title=
o(i),a.setAttribute("aria-label",o(i)))}}function On(t){for(let e of W("language"))e.setAttribute("aria-pressed",String(e.dataset.language===t))}function Wt(t){
for(let e of W("language"))e.addEventListener("click",()=>t(String(e.dataset.language)))}var Ln=5;function Ht(t,e){let n=t.filter(({concerns:o})=>!o.length||o.some(
r=>e.includes(r)));return[...n.filter(({concerns:o})=>o.length),...n.filter(({concerns:o})=>!o.length)].slice(0,Ln)}function Gt(t){return t.url?x("a",{href:t.url,
rel:"noopener noreferrer",target:"_blank"},t.title):x("span",{},t.title)}function qt(t,e){let n=L.Control.extend({onAdd(){let o=L.DomUtil.create("div","leaflet-\
bar"),r=L.DomUtil.create("a","home",o);return r.href="#",r.setAttribute("role","button"),r.textContent="⌂",L.DomEvent.on(r,"click",i=>{L.DomEvent.stop(i),e()}),
o}});new n({position:"topleft"}).addTo(t)}function Xt(t,e){let n=window.innerWidth;window.addEventListener("resize",()=>{if(window.innerWidth===n){t.invalidateSize(
{animate:!1});return}n=window.innerWidth,e()})}function ht(t){let e=t.replace(/^#/,"");return j.includes(e)?{lang:e}:Object.fromEntries(new URLSearchParams(e))}function gt(t,e,{state:n,view:o,choose:r}){let i=e.
views.findIndex(({kind:s})=>s===t.view);i>=0&&(n.view=i);for(let s of o().controls)s.options.includes(t[s.id])&&r(s,t[s.id]);let a=e.base.areas.findIndex(([s])=>s===
t.area);n.area=o().ids?.includes(a)?a:null}function Vt(t,{state:e,view:n,chosen:o},{language:r,theme:i}){let a=new URLSearchParams({lang:r});i!=="auto"&&a.set("\
theme",i),t.views.length>1&&a.set("view",n().kind);for(let s of n().controls)s.options.length>1&&a.set(s.id,o(s));return e.area!==null&&a.set("area",t.base.areas[e.
area][0]),a.toString()}function Kt(t,e){let n={step:0,negative:!1};if(t==null)return{kind:"missing",...n};if(t==="u")return{kind:"undefined",...n};if(t==="n")return{kind:"noise",...n};
if(t===0)return{kind:"zero",...n};let o=Number(t);return{kind:"step",step:e.filter(r=>Math.abs(o)>=r).length,negative:o<0}}var Tn={missing:"url(#hatch-missing)",
undefined:"url(#hatch-undefined)",zero:"#ffffff"};function wt(t,e,n,o){if(t.kind==="noise")return o.noise;if(t.kind!=="step")return Tn[t.kind];let r=o[e];if(e===
"diverging"){let a=r.length/2,s=n.length<2?Math.min(t.step+1,a-1):t.step;return t.negative?r[a-1-s]:r[a+s]}let i=n.length?t.step*(r.length-1)/n.length:r.length-
1;return r[Math.round(i)]}var Zt=85.0511287798,Yt=t=>256*(t+180)/360;function Jt(t){let e=Math.sin(Math.max(-Zt,Math.min(Zt,t))*Math.PI/180);return 256*(.5-Math.log((1+e)/(1-e))/(4*Math.
PI))}function Qt(t){let e=new Int32Array(t.length+1);for(let n=0;n<t.length;n++)e[n+1]=e[n]+t[n];return e}function tt(t){let e=[],[n,o]=[0,0];for(let r=0;r<t.length;r+=
2)n+=t[r],o+=t[r+1],e.push([o/1e4,n/1e4]);return e}var H=t=>t.map(e=>e.map(tt)),te=(t,e)=>t[2]<e[0]||t[0]>e[2]||t[3]<e[1]||t[1]>e[3];var Cn=[[9,15e4],[10,5e4]];function ee(t){return t.map(([e,n,o,r,i,a,s],l)=>{let c=H(s);return{number:l,code:e,name:n,country:o,nuts3:r,part:i,population:a,rings:c,
centre:L.latLngBounds(c.flat(2)).getCenter()}})}function ne(t,e){let n=Cn.find(([o])=>e<o);return t.part!=="ring"||!n||t.population>=n[1]}var oe=t=>t>2e5?15:t>6e4?
13:11.5;function re(t){let e=!1,n=0;function o(){e&&(e=!1,t())}let r=()=>requestAnimationFrame(()=>requestAnimationFrame(()=>{n||o()}));function i(){clearTimeout(n),n=0,
e&&r()}return{flush:o,release:i,ask(){!e&&!n&&r(),e=!0},hold(){clearTimeout(n),n=Number(setTimeout(i,400))}}}function se(t){let e=window.devicePixelRatio||1;return Math.min(2,Math.max(1,t?Math.round(e):e))}function ie(t,e,n){let o={options:{padding:.15},_initContainer(){
this._container=L.DomUtil.create("canvas",e),this._container.setAttribute("aria-hidden","true"),this._context=this._container.getContext("2d")},_destroyContainer(){
L.DomUtil.remove(this._container)},_lay(i){let a=this._bounds.getSize(),s=this._container,l=Math.max(1,Math.round(a.x*i)),c=Math.max(1,Math.round(a.y*i));L.DomUtil.
setPosition(s,this._bounds.min),s.style.width=a.x+"px",s.style.height=a.y+"px";let p=s.width!==l||s.height!==c;p&&Object.assign(s,{width:l,height:c});let m=this.
_map.getPixelOrigin().add(this._bounds.min),w=i*2**this._map.getZoom();return{other:p,frame:{width:l,height:c,ratio:i,scale:w,left:m.x*i,top:m.y*i}}}},r=L.Renderer.
extend({...o,...n});return new r({pane:t})}var yt={uint8:Uint8Array,int8:Int8Array,uint16:Uint16Array,int16:Int16Array,uint32:Uint32Array,int32:Int32Array,float32:Float32Array,float64:Float64Array};function An(t){
let e=atob(t),n=new Uint8Array(e.length);for(let o=0;o<n.length;o++)n[o]=e.charCodeAt(o);return n}async function En(t){let e=new Blob([t]).stream().pipeThrough(
new DecompressionStream("deflate"));return new Uint8Array(await new Response(e).arrayBuffer())}function Nn(t,{n:e,width:n,steps:o=0}){let r=new Int32Array(e);for(let i=0;i<
e;i++){let a=t[i];n>1&&(a|=t[e+i]<<8),n>2&&(a|=t[2*e+i]<<16|t[3*e+i]<<24),r[i]=a>>>1^-(a&1)}for(let i=0;i<o;i++)for(let a=1;a<e;a++)r[a]=r[a]+r[a-1]|0;return r}
function In(t,e){let n=new yt[e.type](e.n),o=10**e.digits,r=Object.hasOwn(e,"null");for(let i=0;i<e.n;i++)n[i]=r&&t[i]===e.null?NaN:t[i]/o;return n}function Mn(t,{
type:e,n,width:o}){let r=new Uint8Array(n*o);for(let l=0;l<o;l++)for(let c=0;c<n;c++)r[c*o+l]=t[l*n+c];let i=new DataView(r.buffer),a=new yt[e](n),s=o===8?"getF\
loat64":"getFloat32";for(let l=0;l<n;l++)a[l]=i[s](l*o,!0);return a}async function $n(t,e){let n=await En(An(e));if(t.type==="text")return t.n===0?[]:new TextDecoder().
decode(n).split(`
`);if(!Object.hasOwn(t,"steps"))return Mn(n,t);let o=Nn(n,t);return Object.hasOwn(t,"digits")?In(o,t):t.type==="int32"?o:yt[t.type].from(o)}async function ae(t,e){
if(t.format!==1||t.parts.length!==e.length)throw new Error(`packed in format ${t.format}, ${e.length} chunks`);let n=await Promise.all(t.parts.map((o,r)=>$n(o,e[r])));
return Object.fromEntries(t.parts.map((o,r)=>[o.name,n[r]]))}var Rn=["nature","built_up","water"],Pn=[[1.5,4.5],[1.1,3.4],[.6,2.6],[.5,2]],bt=[8,13],ce=1.1,Bn=2.2,ue=1.7,xt=({looks:t},e)=>t.levels_from.filter(n=>e>=n).length;
function G({looks:t},e,n,o){let r=t.shown_from[e];return o>=r[Math.min(n,r.length)-1]}function Dn(t,e){let{layers:n}=e,{names:o,layer:r,rank:i,name:a,corners:s,
start_x:l,start_y:c,step_x:p,step_y:m}=t,w=Qt(s),f=s.length,d=new Float64Array(w[f]),u=new Float64Array(w[f]),h=new Float64Array(4*f),y=new Int32Array(f),[g,b,k,
_]=[0,0,0,0];for(let O=0;O<f;O++){g+=l[O],b+=c[O];let[I,M]=[g,b],[U,$,ct,ut]=[1/0,1/0,-1/0,-1/0];for(let N=w[O];N<w[O+1];N++)N>w[O]&&(I+=p[k],M+=m[k],k++),d[N]=
Yt(I/1e4),u[N]=Jt(M/1e4),U=Math.min(U,d[N]),ct=Math.max(ct,d[N]),$=Math.min($,u[N]),ut=Math.max(ut,u[N]);h.set([U,$,ct,ut],4*O),n[r[O]]==="place"&&(y[O]=t.people[_++])}
return{n:f,layer:Array.from(r,O=>n[O]),rank:i,name:Array.from(a,O=>o[O]),people:y,at:w,x:d,y:u,level:t.level,box:h,looks:e}}async function fe(t){if(!t)return null;let{manifest:e,chunks:n}=t;return Dn(await ae(e,n),e.meta)}function q({n:t,layer:e,rank:n,box:o},r,i,{width:a,height:s,scale:l,
left:c,top:p}){let m=[];for(let w=0;w<t;w++){if(e[w]!==r||n[w]!==i)continue;o[4*w]*l-c>a||o[4*w+2]*l-c<0||o[4*w+1]*l-p>s||o[4*w+3]*l-p<0||m.push(w)}return m}function X({
at:t,x:e,y:n,level:o},r,i,{scale:a,left:s,top:l}){let c=[];for(let p=t[r];p<t[r+1];p++)o[p]<=i&&c.push([e[p]*a-s,n[p]*a-l]);return c}function Fn(t,e,n,o,{sight:r,
level:i}){let a=Rn.includes(n);t.beginPath();for(let s of q(e,n,o,r)){let l=X(e,s,i,r);l.length<(a?3:2)||(l.forEach(([c,p],m)=>m?t.lineTo(c,p):t.moveTo(c,p)),a&&
t.closePath())}}function B(t,e,n,o=[]){t.strokeStyle=e,t.lineWidth=n,t.setLineDash(o),t.stroke()}function zn(t,e,n,{zoom:o,ratio:r,colours:i,transit:a=!1}){let s=xt(
e,o),l=Math.max(0,Math.min(1,(o-bt[0])/(bt[1]-bt[0]))),c={sight:n,level:s};t.lineJoin="round",t.lineCap="round";function p(m,w){for(let f=e.looks.shown_from[m].
length;f>=1;f--)G(e,m,f,o)&&(Fn(t,e,m,f,c),w(f))}for(let m of["nature","built_up","water"])p(m,()=>{t.fillStyle=i[m],t.fill("nonzero")});if(p("waterway",m=>B(t,
i.river,r*(1+1.4*l)/Math.sqrt(m))),p("road",m=>{let[w,f]=Pn[m-1],d=r*(w+l*(f-w));B(t,i.casing,d+r*(m<3?ce:.7*ce)),B(t,i.road,d)}),t.lineCap="butt",p("rail",m=>{
let w=r*(m===1?1.7+l:1.3+l)*(a?ue:1);a&&B(t,i.casing,w+2*r),B(t,i.rail,w),B(t,i.sleeper,w*.5,[5*r,5*r])}),t.setLineDash([]),!(!a&&!G(e,"station",1,o)))for(let m of q(
e,"station",1,n)){let[[w,f]]=X(e,m,s,n),d=r*Bn*(a?ue:1);t.fillStyle=i.station,t.fillRect(w-d,f-d,2*d,2*d),t.strokeStyle=i.rail,t.lineWidth=r,t.strokeRect(w-d,f-
d,2*d,2*d)}}function pe(t){let e=ie(t,"base-map",{_update(){this._map._animatingZoom&&this._bounds||(this._bounds?this.late.ask():this._now())},_reset(){this._update(),
this._updateTransform(this._map.getCenter(),this._map.getZoom())},_now(){!this._map||this._map._animatingZoom&&this._bounds||(L.Renderer.prototype._update.call(
this),this.draw())},show(n){this._base=n,this.draw()},emphasise(n){this._transit=n,this.late.ask()},dress(n){this._dark=n,this.draw()},draw(){if(!this._base||!this.
_bounds)return;let{frame:n,other:o}=this._lay(se(!1));o||this._context.clearRect(0,0,n.width,n.height);let r=this._base.looks.colours[this._dark?"dark":"light"];
zn(this._context,this._base,n,{zoom:this._map.getZoom(),ratio:n.ratio,colours:r,transit:this._transit})}});return e.late=re(()=>e._now()),e}var de=[["land",200,!1],["figures",300,!1],["bands",350,!1],["base",380,!0],["lines",400,!0],["frontier",420,!0],["points",430,!1],["chosen",440,!0],["names",620,
!0]],Un=de.map(([t])=>t).filter(t=>!["base","names"].includes(t)),et="var(--land)",nt="#7d7f86",jn="var(--faint)",V="var(--border)",Wn=.4,Hn=[["water",{color:"#\
9cc3d9",weight:2}],["road",{color:"#8f8a80",weight:.9,opacity:.75}],["rail",{color:"#4a4a52",weight:1.6,dashArray:"6 3"}]];function Gn(t){for(let[e,n,o]of de){let r=t.
createPane(e);r.style.zIndex=String(n),o&&(r.style.pointerEvents="none")}return Object.fromEntries(Un.map(e=>[e,L.svg({pane:e,padding:.4})]))}async function me(t,e){
let n=await fe(e.base_map);if(!n)return null;let o=pe("base").addTo(t);return o.show(n),{base:n,layer:o}}function he(t,e){let n=Gn(t),o=ee(e.base.areas),r=(m,w)=>({
pane:m,renderer:n[m],smoothFactor:Wn,...w}),i=(m,w)=>r(m,{interactive:!1,...w});for(let m of o){L.polygon(m.rings,i("land",{stroke:!0,color:et,weight:.8,fillColor:et,
fillOpacity:e.land})).addTo(t);let w=m.part==="ring";L.polygon(m.rings,i("lines",{fill:!1,weight:w?.5:.8,color:w?jn:nt})).addTo(t)}for(let[m,w]of Hn){let f=(e.lines[m]||
[]).map(tt);f.length&&L.polyline(f,i("lines",w)).addTo(t)}let a=e.base.border.map(tt);L.polyline(a,i("frontier",{color:"var(--halo)",weight:5,opacity:.9})).addTo(
t),L.polyline(a,i("frontier",{color:V,weight:2.6})).addTo(t),L.control.scale({imperial:!1,position:"bottomright",maxWidth:120}).addTo(t);let[s,l,c,p]=e.base.bounds;
return{areas:o,frontier:a,renderers:n,live:r,flat:i,bounds:L.latLngBounds([s,l],[c,p])}}function C(t,e){let n=x("i",{class:"swatch","aria-hidden":"true"});return t.startsWith("url(#")?n.classList.add(t.slice(5,-1)):n.style.backgroundColor=t,x("li",
{},n,e)}var R=(t,e)=>x("li",{},x("i",{class:"swatch "+t,"aria-hidden":"true"}),e);function K(t,e,n){let o=R("line",n),r=o.firstChild;return r.style.borderTopColor=
t,r.style.borderTopWidth=e+"px",o}var E=t=>x("li",{class:"said"},t);function A(t,e,n){let o=x("span",{},...n?[Et(n)]:[],t);return x("div",{class:"row"},o,x("b",
{},e))}var ge="url(#hatch-missing)";function qn({data:t,words:e,choosing:n,said:o},r,i){let{t:a}=e,s=o.units[r.unit];function l(w){return w===0?a("class_below",{a:s(i[0])}):
w===i.length?a("class_above",{a:s(i[w-1])}):a("class_between",{a:s(i[w-1]),b:s(i[w])})}let c=(w,f=!1)=>wt({kind:"step",step:w,negative:f},r.palette,i,t.palettes),
p=i.length?[...i.keys(),i.length]:[];if(r.palette==="diverging"){let w=f=>p.map(d=>C(c(d,f),(f?"− ":"+ ")+l(d)));return[...w(!1).reverse(),C("#ffffff",a("clas\
s_same")),...w(!0)]}let m=n.layer().values[n.fieldName()].includes(0);return[...p.toReversed().map(w=>C(c(w),l(w))),...m?[C("#ffffff",a(r.palette==="effect"?"cl\
ass_zero_effect":"class_zero"))]:[]]}function Xn({data:t,words:e,choosing:n,base:o,said:r},i){let{t:a}=e,{view:s,layer:l,fieldName:c}=n,p=l().values[c()],m=s().
ids??[],w=o.areas.filter(h=>!m.includes(h.number)),f=m.map((h,y)=>r.marks(y)),d=(l().values.unknown||[]).filter(h=>Number(h)>0).length;return[...[[p.includes("n"),
t.palettes.noise,"class_noise"],[p.includes("u"),"url(#hatch-undefined)",s().undefined||"undefined"],[p.includes(null)||w.some(h=>h.part!=="ring"),ge,"class_mis\
sing"],[f.some(h=>h.edge),"url(#hatch-edge)",i.palette==="sequential"?"class_edge":"class_edge_other"],[f.some(h=>h.still&&!h.edge),"url(#hatch-still)","class_s\
till"]].filter(([h])=>h).map(([,h,y])=>C(h,a(y,{noise:y==="class_noise"?e.share(s().noise):""}))),...d?[E(a("bounds",{n:e.count(d)}))]:[],...w.some(h=>h.part===
"ring")?[C(et,a("class_outside"))]:[]]}function Vn({data:t,choosing:e,base:n,said:o},r,i,a){let{state:s,view:l,layer:c,fieldName:p,field:m}=e,w=c().breaks[m().group],
f=c().values[p()];function d(u,h){let y=L.polygon(n.areas[u].rings,n.live("figures",{color:nt,weight:.6,fillColor:h,fillOpacity:1}));y.bindTooltip(()=>r.card(u,
!0),{sticky:!0,opacity:1,className:"hover"}),y.on("mouseover",()=>r.mark(u)),y.on("mouseout",()=>r.mark(s.area)),y.on("click",g=>{y.closeTooltip(),r.select(u,g.
latlng)}),a("area"+u,y)}(l().ids??[]).forEach((u,h)=>{let y=wt(Kt(f[h],w),m().palette,w,t.palettes),g=i.get("area"+u);g?g.setStyle({fillColor:y}):d(u,y),i.get("\
over"+u)?.remove(),i.delete("over"+u);let{edge:b,still:k}=o.marks(h);!b&&!k||a("over"+u,L.polygon(n.areas[u].rings,n.flat("lines",{stroke:!1,fillColor:b?"url(#h\
atch-edge)":"url(#hatch-still)",fillOpacity:1})))});for(let u of n.areas)u.part==="ring"||i.has("area"+u.number)||a("area"+u.number,L.polygon(u.rings,n.flat("fi\
gures",{color:nt,weight:.6,fillColor:ge,fillOpacity:1})))}function we(t,e,n){let{words:o,choosing:r,base:i,said:a}=t,{t:s}=o,{view:l,layer:c,field:p}=r;return{draw:m=>Vn(
t,e,n,m),title:()=>a.fieldTitle(p()),legend:()=>[...qn(t,p(),c().breaks[p().group]),...Xn(t,p())],table(){let m=[...l().rows.map(([f,d,u])=>[s(f),a.where()+d,u]),
...(l().bar??[]).map(f=>[s(f),f,"count"]),...(l().bounds??[]).flatMap(f=>["lower","upper"].map(d=>[s("bounds_"+d,{what:s("row_"+f)}),f+"_"+d,"plain"]))],w=(l().
ids??[]).map((f,d)=>({area:i.areas[f],slot:d})).sort((f,d)=>o.sort(f.area.name,d.area.name));return{head:[s("municipality"),s("country"),...m.map(([f])=>o.capital(
f))],rows:w.map(({area:f,slot:d})=>[f.name,[f.country,...m.map(([,u,h])=>a.figureAt(u,d,h))]])}}}}var Kn="#888888",ye="other";function be({map:t,data:e,words:n,choosing:o,base:r}){let{t:i,count:a}=n,{view:s,layer:l}=o,c=()=>[...s().parts,ye];function p(u){let h=l().
bands.map(b=>b.cutoff).sort((b,k)=>b-k),y=h.length>1?h.indexOf(u)/(h.length-1):0,{bands:g}=e.palettes;return s().cutoffs.includes(u)?g[Math.round(y*(g.length-2))]:
Kn}let m=(u,h)=>i("area_km2",{n:a(u.km2[h]||0)}),w=u=>i("within",{n:n.plain(u.cutoff)});function f(u){let[h,y]=l().key,g=c().filter(b=>u.km2[b]>0||b!==ye);return x(
"div",{class:"card"},x("strong",{},s().names[h]??h),x("div",{class:"main"},w(u)),x("div",{class:"small"},n.named("by_mode",y)??""),...g.map(b=>A(i(b),m(u,b))))}
function d(u){let{all:h}=u.km2,y=(e.home[l().key[0]]??"").toLowerCase(),b=(y?s().parts.filter(k=>k!==y):[]).reduce((k,_)=>k+(u.km2[_]||0),0);return b&&h?i("area\
_share",{n:a(h),p:n.share(b/h)}):i("area_km2",{n:a(h)})}return{draw(u){l().bands.forEach((y,g)=>{let b=L.polygon(H(y.geometry),r.live("bands",{color:"#ffffff",weight:1,
fillColor:p(y.cutoff),fillOpacity:1}));b.bindTooltip(()=>f(y),{sticky:!0,opacity:1,className:"hover"}),b.on("click",k=>{b.closeTooltip(),L.popup({maxWidth:290}).
setLatLng(k.latlng).setContent(f(y)).openOn(t)}),u("band"+g,b)});let h=e.origins[l().key[0]];h&&u("halo",L.circleMarker([h[1],h[0]],{...r.flat("chosen",{color:"\
#ffffff",weight:3,fillColor:V,fillOpacity:1}),radius:8}))},title:()=>i("travel_time"),legend:()=>l().bands.toReversed().map(u=>{let h=C(p(u.cutoff),w(u));return h.
append(x("small",{},d(u))),h}),table:()=>({head:[n.capital(i("cutoff")),...c().map(u=>i(u))],rows:l().bands.toReversed().map(u=>[i("minutes",{n:n.plain(u.cutoff)}),
c().map(h=>m(u,h))])}),box(){let u=L.latLngBounds([]);for(let h of l().bands)u.extend(L.polyline(H(h.geometry).flat()).getBounds());return u.isValid()?{bounds:u,
options:{padding:[24,24]}}:null}}}function xe(t){let e={view:0,choices:{},area:null},n=()=>t.views[e.view],o=()=>n().controls.filter(c=>!c.field);function r(c){let{values:p}=a(),m=w=>Object.hasOwn(
p,w)&&p[w].some(f=>typeof f=="number");return[c.start,...c.options].find(m)??c.start}function i(c){let p=e.choices[c.id];return c.options.includes(p)?p:c.id==="\
destination"&&n().kind==="reach"?r(c):c.start}function a(){let c=o().map(i);return n().layers.find(p=>p.key.every((m,w)=>m===c[w]))??n().layers[0]}function s(c,p){
e.choices[c.id]=p;let m=o(),w=m.map(i),f=m.indexOf(c),d=y=>y.key.filter((g,b)=>g===w[b]).length,h=(f<0?[a()]:n().layers.filter(y=>y.key[f]===p)).reduce((y,g)=>d(
g)>d(y)?g:y);m.forEach((y,g)=>{e.choices[y.id]=h.key[g]})}let l=()=>n().controls.filter(c=>c.field).map(i).join("_");return{state:e,view:n,layer:a,layerControls:o,
chosen:i,choose:s,fieldName:l,field:()=>n().fields[l()]}}var Zn=6,Yn=4;function Jn({id:t,name:e,options:n,current:o,pick:r}){let i=x("select",{id:"c-"+t,"data-key":t});for(let[a,s]of n){let l=x("option",{value:a},s);l.
selected=a===o,i.append(l)}return i.addEventListener("change",()=>r(i.value)),x("div",{class:"choice"},x("label",{for:"c-"+t,class:"legend"},e),i)}function Qn({
id:t,name:e,options:n,current:o,pick:r}){let i=x("div",{class:"pills"});for(let[a,s]of n){let l=x("input",{type:"radio",name:t,value:a,checked:a===o,"data-key":t+
"="+a});l.addEventListener("change",()=>r(a)),i.append(x("label",{class:"pill"},l,x("span",{},s)))}return x("fieldset",{class:"choice"},x("legend",{class:"legen\
d"},e),i)}function ke({data:t,words:e,choosing:n,said:o},r,i){let{state:a,view:s,chosen:l,choose:c}=n,p=s().controls.map(m=>({id:m.id,name:e.t(m.id),current:l(m),
options:m.options.map(w=>[w,o.optionLabel(m.id,w)]),pick(w){c(m,w),m.id==="origin"&&i(),r()}}));p.unshift({id:"view",name:e.t("view"),current:String(a.view),options:t.
views.map((m,w)=>[String(w),e.t("view_"+m.kind)]),pick(m){a.view=Number(m),i(),r()}}),Q(v("controls"),...p.filter(({options:m})=>m.length>1).map(m=>{let w=m.id===
"origin"?Yn:Zn;return m.options.length>w?Jn(m):Qn(m)}))}function ot(t){return t.palette!=="diverging"?t.unit:t.unit==="percent"?"change_percent":"change"}function ve(t,e){let{t:n,count:o}=t,{view:r,layer:i}=e,a={count:o,
plain:o,percent:t.share,change:t.signedCount,change_percent:t.signedShare};function s(f,d){return f==null?n("missing"):f==="u"?n("undefined"):f==="n"?n("class_n\
oise",{noise:t.share(r().noise)}):a[d](Number(f))}function l(f,d){let{values:u}=i();return Object.hasOwn(u,f)?u[f][d]:void 0}function c(f,d){let u=l(f,d);return typeof u==
"number"?u:null}function p(f,d){if(f!=="open"||(l(f,d)??null)!==null)return null;let u=r().bar??[],h=u.reduce((g,b)=>g+(c(b,d)??0),0),y=u.filter(g=>c(g,d)===null);
return!(h>0)||!y.length?null:[n("at_least",{n:o(h)}),y.map(g=>n("no_data_of",{country:n(g)})).join(", ")].join(" – ")}function m(f,d,u){let h=p(f,d);if(h!==null)
return h;let y=s(l(f,d),u);return u==="count"&&c(f,d)!==null&&(c("unknown",d)??0)>0?n("at_least",{n:y}):y}return{units:a,figureAt:m,numberAt:c,marks:f=>({edge:(c(
"edge",f)??0)>(r().edge_share??1),still:l("without",f)===1})}}function _e(t,e){let{t:n}=t,{view:o,layerControls:r,chosen:i,fieldName:a}=e;function s(f,d){return f===
"mode"?t.named("modes",d)??(d==="any"?n("mode_any"):d):f==="opportunity"?t.opportunity(d):f==="cutoff"?n("minutes",{n:t.plain(Number(d))}):f==="origin"?o().names[d]??
d:f==="scenario"?d==="baseline"?n("baseline"):d:f==="side"&&!["all","own","across"].includes(d)?n(d):n(f+"_"+d)}function l(f){let d=f==="all"?"":f==="any"?n("by\
_any"):f;return t.named("by_mode",f)??d}let c=()=>Object.fromEntries(r().map(f=>{let d=i(f),u=f.id==="mode"?l(d):f.id==="cutoff"?t.plain(Number(d)):s(f.id,d);return[
f.id,u]})),p=()=>o().kind==="scenario"?", "+n("destination_"+a().split("_")[0]):"";return{optionLabel:s,values:c,where:()=>o().kind==="scenario"?a().split("_")[0]+
"_":"",fieldTitle:f=>t.capital(n(f.label,c()))+p()}}function Se({words:t,choosing:e,base:n,said:o},r){let{t:i,count:a}=t,{view:s,layer:l,fieldName:c,field:p}=e,m=v("extremes");m.replaceChildren();let{ids:w}=s();if(!w)
return;let f=ot(p()),d=l().values[c()],u=w.map((k,_)=>({number:k,value:d[_],mark:o.marks(_)})).filter(k=>typeof k.value=="number"),h=u.filter(({mark:k})=>!k.edge&&
!k.still).sort((k,_)=>Number(_.value)-Number(k.value));function y(k,_){let O=f==="count"||f==="change"?" "+o.values().opportunity:"",I=$=>o.units[f](Number($))+
O,M=h.filter($=>I($.value)===I(_)),U=M.length>1?i("tied",{n:a(M.length)}):P(n.areas[M[0].number].name,()=>r(M[0].number));m.append(x("div",{},i(k)+": ",U," ",x(
"b",{},I(_))))}let g=h.at(-1);g&&h[0].value!==g.value&&(y("highest",h[0].value),y("lowest",g.value));let b=[{why:"edge",n:u.filter(({mark:k})=>k.edge).length},{
why:"still",n:u.filter(({mark:k})=>k.still&&!k.edge).length}].filter(({n:k})=>k>0).map(({why:k,n:_})=>i("left_"+k,{n:a(_)}));b.length&&m.append(x("div",{class:"\
small"},i("left_out",{parts:b.join(", ")})))}var Oe="#3c3f46",Le=.12,Te=16;function to([t,e],[n,o]){let r=Math.cos((e+o)/2*Math.PI/180),i=[(t+n)/2+Le*(o-e)/r,(e+o)/2-Le*(n-t)*r];return Array.from({length:Te+
1},(a,s)=>{let l=s/Te;return[(1-l)**2*e+2*l*(1-l)*i[1]+l*l*o,(1-l)**2*t+2*l*(1-l)*i[0]+l*l*n]})}function Ce({data:t,words:e,choosing:n,base:o}){let{t:r,count:i}=e,
{layer:a}=n,{areas:s}=o,l=new Map(t.base.places.map(([f,d,u])=>[f,[d,u]])),c=([f,d])=>t.palettes.flows[s[f].country===s[d].country?0:1];function p(f){let{breaks:d}=a(),
u=d.filter(h=>f>=h).length;return t.widths[Math.round(u*(t.widths.length-1)/Math.max(d.length,1))]}let m=([f,d,u])=>x("div",{class:"card"},x("strong",{},s[f].name+
" → "+s[d].name),x("div",{class:"main"},i(u)));function w(){let f=a().breaks;return f.length?[...f.map((u,h)=>K(Oe,p(u),h+1===f.length?r("class_above",{a:i(u)}):
r("class_between",{a:i(u),b:i(f[h+1])}))).reverse(),K(Oe,p(0),r("class_below",{a:i(f[0])}))]:[]}return{draw(f){a().flows.toReversed().forEach((d,u)=>{let[h,y]=[
l.get(d[0]),l.get(d[1])];if(!h||!y)return;let g=L.polyline(to(h,y),{pane:"bands",renderer:o.renderers.bands,color:c(d),weight:p(d[2]),opacity:1,lineCap:"butt"});
g.bindTooltip(()=>m(d),{sticky:!0,opacity:1,className:"hover"}),f("flow"+u,g)})},title:()=>e.capital(r("field_flows")),legend(){let{left_out:f,people_left_out:d,
outside:u,missing:h}=a(),[y,g]=t.palettes.flows;return[...w(),K(y,4,r("flow_within")),K(g,4,r("flow_across")),...f?[E(r("flow_left_out",{n:i(f),p:i(d)}))]:[],...u?
[E(r("flow_outside",{n:i(u)}))]:[],...h?[E(r("flow_missing",{n:i(h)}))]:[]]},table:()=>({head:["flow_from","flow_to","flow_count"].map(f=>e.capital(r(f))),rows:a().
flows.map(([f,d,u])=>[s[f].name,[s[d].name,i(u)]])})}}var eo=["fill","stroke"];function Z(t,e){let{left:n,top:o,width:r,height:i}=t.getBoundingClientRect();return{x:n-e.left,y:o-e.top,width:r,height:i}}function no(t,e){
return S("image",{...Z(t,e),href:t.toDataURL("image/png"),preserveAspectRatio:"none"})}function oo(t,e){let n=t.cloneNode(!0),[o,r]=[t,n].map(a=>[...a.querySelectorAll(
"path")]);o.forEach((a,s)=>{let l=getComputedStyle(a);for(let c of eo)r[s].setAttribute(c,l.getPropertyValue(c).replace(/url\("(#[^"]+)"\)/,"url($1)"));r[s].removeAttribute(
"class")});let i=S("svg",{...Z(t,e),viewBox:t.getAttribute("viewBox")??"",overflow:"visible"});return i.append(...n.childNodes),i}function ro(t,e,n){let o=Z(t,e),
r=getComputedStyle(t),i=parseFloat(r.fontSize);if(!t.textContent)return[S("circle",{cx:o.x+o.width/2,cy:o.y+o.height/2,r:o.width/2,fill:r.backgroundColor})];let a={
y:o.y+o.height/2+i*.35,"font-size":i,"font-weight":r.fontWeight,fill:r.color};if(t.classList.contains("shield"))return[S("rect",{...o,rx:3,fill:r.backgroundColor,
stroke:"#b5a970","stroke-width":1}),S("text",{...a,x:o.x+o.width/2,"text-anchor":"middle"},t.textContent)];let s=r.textTransform==="uppercase"?t.textContent.toLocaleUpperCase():
t.textContent;return[S("text",{...a,x:o.x,stroke:n,"stroke-width":3,"stroke-linejoin":"round","paint-order":"stroke","letter-spacing":r.letterSpacing==="normal"?
null:r.letterSpacing},s)]}function so(t,e,n){let{x:o,y:r,width:i,height:a}=Z(t,e),s=getComputedStyle(t).color,l=r+a-1,c=`M${o} ${l-6}V${l}H${o+i}V${l-6}`;return[
S("path",{d:c,fill:"none",stroke:n,"stroke-width":5}),S("path",{d:c,fill:"none",stroke:s,"stroke-width":2}),S("text",{x:o+4,y:l-5,"font-size":11,"font-weight":600,
fill:s,stroke:n,"stroke-width":3,"paint-order":"stroke"},t.textContent)]}function Ae(t){let e=t.getContainer(),n=e.getBoundingClientRect(),o=getComputedStyle(document.
documentElement).getPropertyValue("--halo").trim()||"#ffffff",r=[...e.querySelectorAll(".leaflet-pane")].filter(s=>s.parentElement!==e).map(s=>s).sort((s,l)=>Number(
getComputedStyle(s).zIndex)-Number(getComputedStyle(l).zIndex)),i=[S("rect",{width:n.width,height:n.height,fill:getComputedStyle(e).backgroundColor})];for(let s of r){
let l=S("g",{opacity:getComputedStyle(s).opacity});for(let c of s.children)if(c.checkVisibility()){if(c instanceof HTMLCanvasElement)l.append(no(c,n));else if(c instanceof
SVGSVGElement)l.append(oo(c,n));else if(c instanceof HTMLElement&&c.matches(".place, .country, .dot"))l.append(...ro(c,n,o));else if(c instanceof HTMLElement&&c.
matches(".pin")){let{x:p,y:m,width:w,height:f}=Z(c,n);l.append(S("circle",{cx:p+w/2,cy:m+f,r:7,fill:"#ffffff",stroke:"#111827","stroke-width":4}))}}l.childElementCount&&
i.push(l)}let a=e.querySelector(".leaflet-control-scale-line");return a instanceof HTMLElement&&i.push(...so(a,n,o)),i}function rt(t,e){let n=document.createElement("a");n.href=URL.createObjectURL(t),n.download=e,document.body.append(n),n.click(),n.remove(),setTimeout(()=>URL.revokeObjectURL(
n.href),1e4)}var[Ee,Ne]=[595.28,841.89],Y=28,io=3,ao=t=>"<FEFF"+[...Array(t.length).keys()].map(e=>t.charCodeAt(e).toString(16).padStart(4,"0")).join("")+">",lo={"€":128,"\
„":132,"…":133,"‘":145,"’":146,"“":147,"”":148,"•":149,"–":150,"—":151,"−":45,"→":187};function co(t){return"<"+[...t].map(e=>{let n=lo[e]??
e.codePointAt(0)??63;return(n>255||n<32?63:n).toString(16).padStart(2,"0")}).join("")+">"}function Ie(t,e,n,o){let r=t.width>t.height,[i,a]=r?[Ne,Ee]:[Ee,Ne],s=Math.
min((i-2*Y)/t.width,(a-2*Y)/t.height),[l,c]=[t.width*s,t.height*s],p=n.filter(b=>b).map((b,k)=>`1 0 0 1 ${Y} ${a-Y-12*(k+1)} Tm ${co(b)} Tj`),m=`q ${l.toFixed(2)}\
 0 0 ${c.toFixed(2)} ${((i-l)/2).toFixed(2)} ${(a-Y-c).toFixed(2)} cm /Map Do Q
BT /F 9 Tf ${io} Tr ${p.join(`
`)} ET
`,w=[`<< /Type /Catalog /Pages 2 0 R /Lang (${o}) >>`,"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${i} ${a}] /Conte\
nts 4 0 R /Resources << /XObject << /Map 5 0 R >> /Font << /F 6 0 R >> >> >>`,`<< /Length ${m.length} >>
stream
${m}endstream`,[`<< /Type /XObject /Subtype /Image /Width ${t.width} /Height ${t.height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${t.
bytes.length} >>
stream
`,t.bytes,`
endstream`],"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",`<< /Title ${ao(e)} /Creator (grensgeo) >>`],f=[],d=0;function u(b){
let k=typeof b=="string"?Uint8Array.from(b,_=>_.charCodeAt(0)):b;f.push(k),d+=k.length}u(`%PDF-1.7
`);let h=w.map((b,k)=>{let _=d;u(`${k+1} 0 obj
`);for(let O of[b].flat())u(O);return u(`
endobj
`),_}),y=d;u(`xref
0 ${w.length+1}
0000000000 65535 f 
`+h.map(b=>`${String(b).padStart(10,"0")} 00000 n 
`).join("")+`trailer
<< /Size ${w.length+1} /Root 1 0 R /Info 7 0 R >>
startxref
${y}
%%EOF
`);let g=new Uint8Array(d);return f.reduce((b,k)=>(g.set(k,b),b+k.length),0),g}var D=20,uo=640,Me=21,J=22,$e=2,kt=()=>getComputedStyle(document.body).fontFamily;function fo(t,e,n){let o=[""];for(let r of e.split(/\s+/)){let i=o[o.length-1],
a=i?i+" "+r:r;t.measureText(a).width<=n||!i?o[o.length-1]=a:o.push(r)}return o}function po(t,e,n){return(o,{size:r,weight:i,leading:a},s)=>{if(!o)return{nodes:[],
end:s};t.font=`${i} ${r}px ${kt()}`;let l=fo(t,o,n-2*D);return{end:s+l.length*a,nodes:l.map((c,p)=>S("text",{x:D,y:s+(p+.75)*a,"font-size":r,"font-weight":i,fill:e},
c))}}}function mo({line:t,colour:e,stripe:n,shape:o,width:r=3},i,a){if(t)return[S("rect",{x:i,y:a+7-r/2,width:J,height:r,fill:t})];let[s,l]=[i+J/2,a+7],c={fill:e??
"none",stroke:"#7d7f86","stroke-width":.8};if(o==="circle")return[S("circle",{cx:s,cy:l,r:6,...c})];if(o==="diamond")return[S("path",{d:`M${s-7} ${l}L${s} ${l-7}\
L${s+7} ${l}L${s} ${l+7}Z`,...c})];if(o==="star")return[S("circle",{cx:s,cy:l,r:6,fill:"#c2185b"})];let p=S("rect",{x:i,y:a,width:J,height:13,...c});return n?[p,
...[0,1,2,3].map(m=>S("rect",{x:i+6*m+2,y:a,width:3,height:13,fill:n}))]:[p]}function ho(t,e,n,o,r){t.font=`400 12px ${kt()}`;let i=[],[a,s]=[D,r];for(let l of e){
let c=J+6+t.measureText(l.said).width+16;a>D&&a+c>n-D&&([a,s]=[D,s+Me]),i.push(...mo(l,a,s),S("text",{x:a+J+6,y:s+11,"font-size":12,fill:o},l.said)),a+=c}return{
nodes:i,end:e.length?s+Me:r}}function Re(t,e,n,{ink:o,paper:r}){let i=Math.max(t.width,uo),a=document.createElement("canvas").getContext("2d"),s=po(a,o,i),l=s(n.
title,{size:13,weight:600,leading:18},10),c=s(n.headline,{size:19,weight:700,leading:25},l.end),p=s(n.question,{size:13,weight:400,leading:18},c.end),m=p.end+10,
w=s(n.legend,{size:12,weight:600,leading:18},m+t.height+8),f=ho(a,e,i,o,w.end+4),d=f.end+2,u=n.below.flatMap(b=>{let k=s(b,{size:11,weight:400,leading:15},d);return d=
k.end,k.nodes}),h=Math.ceil(d+12),y=document.querySelector("svg.hatches defs")?.cloneNode(!0);return S("svg",{xmlns:"http://www.w3.org/2000/svg",width:i,height:h,
viewBox:`0 0 ${i} ${h}`,"font-family":kt()},S("title",{},n.headline),...y?[y]:[],S("rect",{width:i,height:h,fill:r}),...l.nodes,...c.nodes,...p.nodes,S("svg",{x:(i-
t.width)/2,y:m,width:t.width,height:t.height,overflow:"hidden"},...t.nodes),...w.nodes,...f.nodes,...u)}var Pe=t=>new XMLSerializer().serializeToString(t),Be=t=>new Blob(
[`<?xml version="1.0" encoding="UTF-8"?>
`,Pe(t)],{type:"image/svg+xml"});async function De(t){let e=new Image;e.src="data:image/svg+xml;charset=utf-8,"+encodeURIComponent(Pe(t)),await e.decode();let n=document.
createElement("canvas");return n.width=$e*Number(t.getAttribute("width")),n.height=$e*Number(t.getAttribute("height")),n.getContext("2d")?.drawImage(e,0,0,n.width,
n.height),n}async function Fe(t){let e=await De(t);return new Promise((n,o)=>{e.toBlob(r=>r?n(r):o(new Error("no picture")),"image/png")})}async function ze(t,e,n){
let o=await De(t),r=await new Promise(l=>{o.toBlob(l,"image/jpeg",.92)}),i=new Uint8Array(await r.arrayBuffer()),a=[e.headline,e.question,...e.below],s=Ie({bytes:i,
width:o.width,height:o.height},e.title||e.headline,a,n);return new Blob([s],{type:"application/pdf"})}var go=t=>t.replace(/(?<=^|[,;\t\r\n]["\s]*)(?=[=+\-@\t\r\n])/g,"'");var wo=/^[-\u2212+]?[\d.,\u00a0]+$/;function Ue(t,e){if(!wo.test(t))return NaN;let[n,o]=T[e].startsWith("en")?[",","."]:[".",","];return Number(t.replaceAll(n,"").
replaceAll(" ","").replace(o,".").replace("−","-"))}function yo({head:t,body:e},n){let o=n!=="en",r=o?";":",";function i(a){let s=Ue(a,n);if(!Number.isNaN(s))
return o?String(s).replace(".",","):String(s);let l=go(a);return/[",;\n\r]/.test(l)?`"${l.replace(/"/g,'""')}"`:l}return[t,...e].map(a=>a.map(i).join(r)).join(`\
\r
`)+`\r
`}var bo=t=>t.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g,"").replace(/&/g,"&amp;").replace(/</g,"&lt;").replace(/>/g,"&gt;").replace(/"/g,"&quot;"),F='\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',vt="http://schemas.openxmlformats.org/spreadsheetml/2006/main",st="http://schemas.openxmlformats.org/of\
ficeDocument/2006/relationships",_t="http://schemas.openxmlformats.org/package/2006",it="application/vnd.openxmlformats-officedocument.spreadsheetml";function xo({
head:t,body:e},n,o){function r(a){let s=Ue(a,n);return Number.isNaN(s)?`<c t="inlineStr"><is><t xml:space="preserve">${bo(a)}</t></is></c>`:`<c${Number.isInteger(
s)?' s="1"':""}><v>${s}</v></c>`}let i=a=>`${F}<worksheet xmlns="${vt}"><sheetData>`+a.map(s=>`<row>${s.map(r).join("")}</row>`).join("")+"</sheetData></workshe\
et>";return[["[Content_Types].xml",`${F}<Types xmlns="${_t}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relatio\
nships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${it}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${it}.styles+xml"/>`+[1,
2].map(a=>`<Override PartName="/xl/worksheets/sheet${a}.xml" ContentType="${it}.worksheet+xml"/>`).join("")+"</Types>"],["_rels/.rels",`${F}<Relationships xmlns\
="${_t}/relationships"><Relationship Id="rId1" Type="${st}/officeDocument" Target="xl/workbook.xml"/></Relationships>`],["xl/workbook.xml",`${F}<workbook xmlns=\
"${vt}" xmlns:r="${st}"><sheets><sheet name="1" sheetId="1" r:id="rId1"/><sheet name="2" sheetId="2" r:id="rId2"/></sheets></workbook>`],["xl/_rels/workbook.xml\
.rels",`${F}<Relationships xmlns="${_t}/relationships">`+[1,2].map(a=>`<Relationship Id="rId${a}" Type="${st}/worksheet" Target="worksheets/sheet${a}.xml"/>`).join(
"")+`<Relationship Id="rId3" Type="${st}/styles" Target="styles.xml"/></Relationships>`],["xl/styles.xml",`${F}<styleSheet xmlns="${vt}"><fonts count="1"><font>\
<sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fil\
l></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2">\
<xf/><xf numFmtId="3" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`],["xl/\
worksheets/sheet1.xml",i([t,...e])],["xl/worksheets/sheet2.xml",i(o.map(a=>[a]))]]}function ko(t){let e=-1;for(let n of t){e^=n;for(let o=0;o<8;o++)e=e>>>1^(e&1?
3988292384:0)}return~e>>>0}function vo(t){let e=new TextEncoder,n=[],o=[];function r(a,s){for(let[l,c]of s)for(let p=0;p<l;p++)a.push(c/2**(8*p)&255)}for(let[a,
s]of t){let[l,c]=[e.encode(a),e.encode(s)],p=[[2,20],[2,2048],[2,0],[2,0],[2,33],[4,ko(c)],[4,c.length],[4,c.length],[2,l.length],[2,0]];r(o,[[4,33639248],[2,20],
...p,[2,0],[2,0],[2,0],[4,0],[4,n.length]]),o.push(...l),r(n,[[4,67324752],...p]);for(let m of[l,c])for(let w of m)n.push(w)}let i=n.length;for(let a of o)n.push(
a);return r(n,[[4,101010256],[2,0],[2,0],[2,t.length],[2,t.length],[4,o.length],[4,i],[2,0]]),Uint8Array.from(n)}function je(t,e,n,o,r){let i=e==="csv"?new Blob(
["\uFEFF"+yo(t,n)],{type:"text/csv;charset=utf-8"}):new Blob([vo(xo(t,n,o))],{type:it+".sheet"});rt(i,r+"."+e)}var _o=70;function We({words:t,data:e,choosing:n}){let o=n.layerControls().map(n.chosen);return Pt([t.in(e.title),...o].join(" ")).replace(/ /g,"-").slice(0,_o)}
function So(t){let e=t.querySelector(".swatch");if(!e)return[];let n=getComputedStyle(e),o=[...t.childNodes].filter(s=>s!==e).map(s=>s.textContent?.trim()).filter(
s=>s).join(", "),r=[...e.classList];if(r.includes("line")||r.includes("frontier"))return[{said:o,line:n.borderTopColor,width:parseFloat(n.borderTopWidth)}];let i=r.
find(s=>s.startsWith("hatch-")),a=r.find(s=>["circle","diamond","star"].includes(s));return[{said:o,shape:a,colour:i?`url(#${i})`:n.backgroundColor}]}function Oo(t){
let{head:e,rows:n}=t.table(),o=r=>r instanceof Node?r.textContent??"":r??"";return{caption:v("headline").textContent,head:e,body:n.map(([r,i])=>[o(r),...i.map(o)])}}
function He(t,e){let{words:n,map:o,data:r}=t,i=()=>[...document.querySelectorAll("#legend .said")].map(s=>String(s.textContent)).concat([v("strip-notes").firstChild?.
textContent??"",v("strip-sources").textContent,n.t("made_with",{version:r.version})]);async function a(s){let{x:l,y:c}=o.getSize(),p={title:n.in(r.title),headline:v(
"headline").textContent,question:"",legend:v("legend-title").textContent,below:i()},m=getComputedStyle(document.body),w=[...v("legend").children].flatMap(So),f=Re(
{width:l,height:c,nodes:Ae(o)},w,p,{ink:m.color,paper:m.backgroundColor});rt(s==="png"?await Fe(f):s==="svg"?Be(f):await ze(f,p,n.language),We(t)+"."+s)}for(let s of[
"png","svg","pdf"])v(s).addEventListener("click",()=>a(s));for(let s of["csv","xlsx"])v(s).addEventListener("click",()=>{let l=Oo(e()),c=r.notes.map(p=>n.in(p.text));
je(l,s,n.language,[n.in(r.title),l.caption,...c,...i()],We(t))});v("print").addEventListener("click",()=>window.print())}var St=10,Lo=6,at=14,To=300,Co=34,Ao=[0,9,9.75,11.5],Eo=t=>t<9.5?26:60,No=2;function Ge(t){let e=t.getZoom(),n=t.containerPointToLayerPoint([0,0]),o=t.getPixelOrigin(),
r=t.getSize();return{width:r.x,height:r.y,scale:2**e,zoom:e,x:n.x,y:n.y,left:o.x+n.x,top:o.y+n.y}}function Io(t,{width:e,height:n}){let o=[];for(let i=1;i<t.length;i++){
let[[a,s],[l,c]]=[t[i-1],t[i]],p=Math.max(1,Math.ceil(Math.hypot(l-a,c-s)/12));for(let m=0;m<p;m++){let w=a+(m+.5)/p*(l-a),f=s+(m+.5)/p*(c-s);w>0&&f>0&&w<e&&f<n&&
o.push([w,f])}}let r=Math.floor(o.length/2);return o.map((i,a)=>o[r+(a%2?-1:1)*Math.ceil(a/2)]).filter(Boolean)}var Mo=t=>t.reduce((e,[n,o],r)=>r?e+Math.hypot(n-
t[r-1][0],o-t[r-1][1]):0,0);function qe(t,e,n,o){let r=Ge(t),i=xt(e,r.zoom),a=[],s=new Map;for(let l of o){if(!G(e,"road",l,r.zoom)||r.zoom<Ao[l-1])continue;let c=q(
e,"road",l,r).filter(p=>e.name[p]).map(p=>({name:e.name[p],corners:X(e,p,i,r)})).map(p=>({...p,long:Mo(p.corners)})).filter(({long:p})=>p>=Co).sort((p,m)=>m.long-
p.long);for(let{name:p,corners:m}of c){if(a.length>=Eo(r.zoom))return a;let w=p.split("/").slice(0,No).join("/"),f=n.widthOf(w,St,!0)+Lo,d=p.split("/").flatMap(
u=>s.get(u)??[]);for(let[u,h]of Io(m,r)){if(d.some(([b,k])=>Math.hypot(b-u,k-h)<To))continue;let[y,g]=[r.x+u-f/2,r.y+h-at/2];if(n.free([y-2,g-2,y+f+2,g+at+2])){
n.take([y,g,y+f,g+at]),a.push({text:w,rank:l,x:y,y:g,width:f,height:at}),d.push([u,h]);for(let b of p.split("/"))s.set(b,[...s.get(b)??[],[u,h]])}}}}return a}function Xe(t,e,n,o){
let r=Ge(t);return o.filter(i=>G(e,n,i,r.zoom)).flatMap(i=>q(e,n,i,r).map(a=>{let[[s,l]]=X(e,a,1/0,r);return{name:e.name[a],rank:i,people:e.people[a],at:L.point(
r.x+s,r.y+l)}}).sort((a,s)=>s.people-a.people))}function Ve(t,e){let n=document.createElement("canvas").getContext("2d"),o=getComputedStyle(document.body).fontFamily,r=t.containerPointToLayerPoint([0,0]),i=L.
bounds(r,t.containerPointToLayerPoint(t.getSize())),[a,s]=[i.min,i.max];return{screen:i,point:l=>t.latLngToLayerPoint(l),free:l=>l[0]>=a.x&&l[2]<=s.x&&l[1]>=a.y&&
l[3]<=s.y&&e.every(c=>te(c,l)),take:(...l)=>{e.push(...l)},widthOf(l,c,p){return n.font=`${p?600:400} ${c}px ${o}`,n.measureText(l).width}}}var Ke=({x:t,y:e},n,o,r)=>[
[t+r,e-o/2],[t-r-n,e-o/2],[t-n/2,e-o-4],[t-n/2,e+4]];function z(t,e,n){return t.style.transform=`translate(${e}px,${n}px)`,t}var $o=13,Ot=18,Ze=14,Ro=12,Po=[12,11.5,11,10.5],Bo=10.5,Ye=[58,170];function Do({data:t,choosing:e,base:n},o){let r=e.view().kind==="isochrones"?e.layer().key[0]:
null;if(r===null||!t.origins[r]||n.areas.some(p=>p.code===r))return[];let[i,a]=t.origins[r],s=o.point([a,i]),l=e.view().names[r];o.take([s.x-10,s.y-10,s.x+20+o.
widthOf(l,Ze,!0),s.y+10]);let c=x("span",{class:"place big"},l);return c.style.fontSize=Ze+"px",[z(c,s.x+13,s.y-9)]}function Je(t,e,n,o,r){let i=o>Ro,a=n.widthOf(
t,o,i)+8,s=o*1.3,l=Ke(e,a,s,4).find(([w,f])=>n.free([w,f,w+a,f+s]));if(!l)return[];let[c,p]=l;n.take([c,p,c+a,p+s],[e.x-3,e.y-3,e.x+3,e.y+3]);let m=x("span",{class:"\
place "+r+(i?" big":"")},t);return m.style.fontSize=o+"px",[z(x("i",{class:"dot "+r}),e.x-2.5,e.y-2.5),z(m,c+4,p)]}function lt(t,e,n,o,r,i=new Set){return Xe(t,
e,o,r).filter(({name:a,at:s})=>n.screen.contains(s)&&!i.has(a.split(" (")[0])).flatMap(({name:a,rank:s,at:l})=>Je(a,l,n,o==="station"?Bo:Po[s-1],o==="station"?"\
stop":"village"))}function Fo(t,e,n,o){let r=i=>qe(t,e,n,i).map(({text:a,rank:s,x:l,y:c,width:p})=>{let m=x("span",{class:s===1?"place shield motorway":"place s\
hield"},a);return m.style.fontSize=St+"px",m.style.width=p+"px",z(m,l,c)});return[...r([1,2]),...lt(t,e,n,"place",[2,3]),...r([3]),...lt(t,e,n,"station",[1],o),
...lt(t,e,n,"place",[4]),...r([4])]}function zo(t,e,n,o){let r=o.widthOf(t.toLocaleUpperCase(),$o,!0)+t.length*2.4+8;function i(s,l){let c=L.bounds([s-6,l-4],[s+
r+6,l+22]);return n.some(p=>p.some(m=>c.contains(m)))}let a=e.map(s=>[s.x-r/2,s.y-Ot/2]).find(([s,l])=>!i(s,l)&&o.free([s,l,s+r,l+Ot]));return a?(o.take([a[0],a[1],
a[0]+r,a[1]+Ot]),[z(x("span",{class:"country"},t),a[0],a[1])]):[]}function Qe(t,e,n){let{map:o,data:r,words:i,base:a}=t,{x:s,y:l}=o.containerPointToLayerPoint([
0,0]),c=Ve(o,[[s,l,s+Ye[0],l+Ye[1]],...n]),p=Do(t,c);e&&p.push(...lt(o,e,c,"place",[1]));for(let[w,f,d]of r.base.places){let u=a.areas[w],h=c.point([d,f]);!ne(u,
o.getZoom())||!c.screen.contains(h)||p.push(...Je(u.name,h,c,oe(u.population),u.part==="ring"?"ring":"town"))}let m=a.frontier.map(w=>w.map(c.point));if(m.flat().
some(w=>c.screen.contains(w))){let w=c.point(L.latLngBounds(a.frontier.flat()).getCenter());for(let f of new Set(a.areas.map(d=>d.country))){let d=a.areas.filter(
u=>u.country===f).map(u=>c.point(u.centre)).sort((u,h)=>u.distanceTo(w)-h.distanceTo(w));p.push(...zo(i.t(f.toLowerCase()),d,m,c))}}if(e){let w=new Set(p.map(f=>String(
f.textContent).split(" (")[0]));p.push(...Fo(o,e,c,w))}o.getPane("names")?.replaceChildren(...p)}var Lt=t=>L.CircleMarker.extend({_updatePath(){let{x:e,y:n}=this._point;this._renderer._setPath(this,t(e,n,this._radius))}});function tn(t,e,n){let o=n*1.3;return`\
M${t-o} ${e}L${t} ${e-o}L${t+o} ${e}L${t} ${e+o}Z`}function en(t,e,n){return`M${Array.from({length:10},(r,i)=>{let a=n*(i%2?.45:1);return`${t+a*Math.sin(i*Math.
PI/5)} ${e-a*Math.cos(i*Math.PI/5)}`}).join("L")}Z`}var Uo=["sector","level","language","period"];function nn({words:t,choosing:e}){let{t:n,count:o,capital:r}=t,{view:i,layer:a}=e,s=g=>n("minutes",{n:o(Math.round(
g))});function l(g){return g===null||!/^[a-z]{2}$/.test(g)?g:new Intl.DisplayNames([t.language],{type:"language"}).of(g)??g}let c=g=>({what:r(t.named("opp_types",
g.type)??g.type),sector:t.named("sectors",g.sector)??g.sector,level:g.level,language:l(g.language),period:g.from===null&&g.to===null?null:[g.from??"…",g.to??"\
…"].join(" – ")});function p(g){let b=a().key[0]==="any"?g.mode:a().key[0];return t.named("modes",b)??b}let m=g=>i().places[g.place][2],w=g=>g.unsure.map(b=>n(
"unsure_"+b)).join(", "),f=g=>x("div",{class:"small warn"},g);function d(g){let b=c(g),k=x("div",{class:"offer"},x("strong",{},b.what));g.count!==null&&g.count!==
1&&k.append(A(r(n("placement_places")),o(g.count)));for(let _ of Uo)_==="period"&&b.period===null||k.append(A(r(n("placement_"+_)),b[_]??n("placement_not_told")));
return k.append(A(r(n("placement_id")),g.id)),g.unsure.length&&k.append(f(n("placement_unsure_what",{what:w(g)}))),g.main_place&&k.append(f(n("placement_at_main\
_place"))),k}function u(g,b){let[k,_]=g[0],O=n(k.country.toLowerCase())+(m(k)?" ("+n("side_across")+")":"");return x("div",{class:"card"},x("div",{class:"main"},
s(_)),x("div",{class:"small"},p(k)+" · "+O),...g.slice(0,b).map(([I])=>d(I)),...g.length>b?[x("div",{class:"small"},"+ "+o(g.length-b))]:[])}let h=()=>["placem\
ent_time","country","placement_sector","placement_by","placement_what","placement_level","placement_language","placement_not_told"].map(g=>r(n(g)));function y(g){
let b=c(g);return[g.country+(m(g)?" ◆":""),b.sector??"–",p(g),b.what,b.level??"–",b.language??"–",w(g)]}return{minutes:s,card:u,columns:h,cells:y}}var Tt=t=>x("div",{class:"small warn"},t);function on({words:t,choosing:e,base:n,said:o}){let{t:r}=t,{view:i,fieldName:a,field:s}=e;function l(d){let u=n.areas[d],
h=r("population",{n:t.plain(u.population)});return[x("strong",{},u.name),x("div",{class:"small"},[r(u.country.toLowerCase()),u.nuts3,h].join(" · "))]}function c(d){
let u=s();return[x("div",{class:"main"},o.figureAt(a(),d,ot(u))),x("div",{class:"small"},o.fieldTitle(u)+(i().mean?r("of_mean_here"):""))]}function p(d){let u=(i().
bar??[]).map(b=>({name:b,value:o.numberAt(b,d)})),h=u.map(({name:b})=>A(r(b),o.figureAt(b,d,"count"),b)),y=u.reduce((b,{value:k})=>b+(k??0),0);if(!(y>0)||u.some(
({value:b})=>b===null))return h;let g=x("div",{class:"bar","aria-hidden":"true"});for(let{name:b,value:k}of u){let _=ft(x("i"),b,"background");_.style.width=100*
Number(k)/y+"%",g.append(_)}return[g,...h]}let m=d=>i().rows.map(([u,h,y])=>A(t.capital(r(u)),o.figureAt(o.where()+h,d,y))),w=d=>(i().bounds??[]).filter(u=>o.numberAt(
u+"_lower",d)!==null&&o.numberAt(u+"_upper",d)!==null).map(u=>A(r("bounds_of",{what:r("row_"+u)}),r("bounds_range",{a:o.figureAt(u+"_lower",d,"plain"),b:o.figureAt(
u+"_upper",d,"plain")})));function f(d,u){let h=o.numberAt("without",d),y=o.numberAt("edge",d)??0,g=o.numberAt("unknown",d)??0;return[...h!==null&&!u?[A(r("row_\
without"),t.share(h))]:[],...o.marks(d).still?[Tt(r("mark_still"))]:[],...y>0?[Tt(r("edge_mean",{share:t.share(y)}))]:[],...g>0?[Tt(r("lower_bound",{n:t.count(g)}))]:
[]]}return function(u,h=!1){let y=(i().ids??[]).indexOf(u);return x("div",{class:"card"},...l(u),...c(y),...p(y),...h?[]:[...m(y),...w(y)],...f(y,h))}}function rn(t){let{map:e,data:n,words:o,choosing:r,base:i}=t,{state:a,view:s}=r,l=on(t),c=null,p=null;function m(u){c&&c.remove(),c=u===null?null:L.polygon(i.areas[u].
rings,i.flat("chosen",{fill:!1,color:"#111827",weight:3})).addTo(e)}function w(u){let h=n.base.places.find(y=>y[0]===u);return h?[h[2],h[1]]:i.areas[u].centre}function f(u,h){
let y=h??(p&&a.area===u?p.getLatLng():void 0)??w(u);a.area=u,m(u),v("find").value=String(u),p?p.setLatLng(y).setContent(l(u)):p=L.popup({maxWidth:290,autoPanPadding:[
16,16]}).setLatLng(y).setContent(l(u)).openOn(e),Ct(o.t("close"))}e.on("popupclose",()=>{p=null,a.area=null,m(null),v("find").value=""});function d(){let{ids:u}=s();
if(v("find-box").hidden=!u,!u)return;let h=new Map;for(let y of u){let g=i.areas[y];h.set(g.nuts3,[...h.get(g.nuts3)??[],g])}v("find").replaceChildren(x("option",
{value:""},o.t("find_none")),...[...h].map(([y,g])=>x("optgroup",{label:y},...g.sort((b,k)=>o.sort(b.name,k.name)).map(b=>x("option",{value:String(b.number)},b.
name))))),v("find").value=a.area===null?"":String(a.area)}return v("find").addEventListener("change",()=>{v("find").value!==""?f(Number(v("find").value)):e.closePopup()}),
{card:l,mark:m,select:f,showList:d}}function Ct(t){let e=document.querySelector(".leaflet-popup-close-button");e&&e.setAttribute("aria-label",t)}var jo=1.0001,sn=760;function an(t,e){let n=e.findIndex(([o])=>t<=o*jo);return n<0?e.length-1:n}function Wo(t){let{map:e,words:n,choosing:o,base:r}=t,{view:i,layer:a}=o,
s=nn(t),l=Lt(tn),c=Lt(en);function p(){let d=new Map;for(let[u,h]of a().rows){let y=i().offers[u];d.has(y.place)||d.set(y.place,[]),d.get(y.place).push([y,h])}return d}
function m(d){let[u,h]=i().places[d[0][0].place],g=L.popup({maxWidth:290,maxHeight:320,autoPanPadding:[16,16]}).setLatLng([h,u]).setContent(s.card(d,d.length)).
openOn(e).getElement()?.querySelector(".leaflet-popup-content");g instanceof HTMLElement&&(g.tabIndex=0),Ct(n.t("close"))}function w(d,u){let[h,y,g]=i().places[d],
b=new(g?l:L.CircleMarker)([y,h],{pane:"points",renderer:r.renderers.points,radius:Math.min(7+1.5*Math.log2(u.length),14),color:"#1d1f24",weight:1.4,fillColor:i().
bands[an(u[0][1],i().bands)][1],fillOpacity:1});return b.bindTooltip(()=>s.card(u,2),{opacity:1,className:"hover"}),b.on("click",()=>{b.closeTooltip(),m(u)}),b}
return{offers:s,groups:p,open:m,marker:w,homeMarker:([d,u])=>new c([u,d],{pane:"points",renderer:r.renderers.points,interactive:!1,radius:13,color:"#ffffff",weight:2,
fillColor:V,fillOpacity:1})}}function ln(t){let{map:e,words:n,choosing:o}=t,{t:r,count:i}=n,{view:a,layer:s}=o,{offers:l,groups:c,open:p,marker:m,homeMarker:w}=Wo(
t),f=!1;function d(){let{places:h,home:y}=a(),g=[...c().keys()].map(b=>L.latLng(h[b][1],h[b][0]));return y?[...g,L.latLng(y[1],y[0])]:g}function u(){let{bands:h}=a(),
y=s().rows.map(([,g])=>an(g,h));return h.map(([g,b],k)=>C(b,r("placement_band",{a:i(k?h[k-1][0]:0),b:i(g),n:i(y.filter(_=>_===k).length)})))}return{draw(h){for(let[
g,b]of[...c()].reverse())h("point"+g,m(g,b));let{home:y}=a();y&&h("home",w(y)),!f&&window.innerWidth>sn&&(v("table-box").open=!0),f=!0},title:()=>r("placement_o\
ffers"),legend(){let h=Object.entries(s().asides).filter(([,b])=>b).map(([b,k])=>r(b,{n:i(k)}));s().rows.length||h.unshift(r("placement_none")),[...c().values()].
some(b=>b.length>1)&&h.unshift(r("placement_several"));let y=a().controls.find(b=>b.id==="side"),g=y&&y.options.length>1?[R("circle",r("placement_own")),R("diam\
ond",r("placement_across"))]:[];return[...u(),...g,...a().home?[R("star",r("placement_home"))]:[],...h.map(E)]},table(){let h=c();return{head:l.columns(),rows:s().
rows.map(([y,g])=>{let b=a().offers[y];return[P(l.minutes(g),()=>{p(h.get(b.place)??[[b,g]]),window.innerWidth<=sn&&e.getContainer().scrollIntoView()},String(y)),
l.cells(b)]})}},values:()=>Object.fromEntries(Object.entries(s().said).map(([h,y])=>[h,i(y)])),box(){let h=L.latLngBounds(d());return h.isValid()?{bounds:h,options:{
padding:[48,48],maxZoom:13}}:null},taken:()=>d().map(h=>{let y=e.latLngToLayerPoint(h);return[y.x-6,y.y-6,y.x+6,y.y+6]})}}function cn({data:t,words:e,choosing:n}){let{t:o}=e;v("notes").replaceChildren(...t.notes.map(s=>x("li",{},e.in(s.text),...s.details.map(l=>x("div",{class:"smal\
l"},e.in(l)))))),v("notes-box").hidden=t.notes.length===0;let r=t.labels.mode_of_trip,i=n.layerControls().map(n.chosen).map(s=>Object.hasOwn(r,s)?r[s]:s),a=Ht(t.
strip,i);v("strip-notes").textContent=a.map(s=>e.in(s.text)).join(" "),t.notes.length>a.length&&v("strip-notes").append(" ",P(o("more_notes",{n:e.plain(t.notes.
length)}),()=>{v("notes-box").open=!0,v("notes-box").scrollIntoView(),v("notes-box").querySelector("summary").focus()})),v("strip-sources").textContent=t.attributions.
length?o("source")+": "+t.attributions.map(e.in).join(" · "):"",v("sources").replaceChildren(...t.sources.map(s=>{let l=s.reference_date?o("reference_date",{date:s.
reference_date}):"";return x("li",{},Gt(s),". "+[e.in(s.attribution),e.in(s.licence),l].filter(c=>c).join(" · "))}))}function Ho({data:t,words:e,choosing:n},o){let{closed:r}=n.view();v("legend-title").textContent=o.title(),v("legend").replaceChildren(...o.legend(),...t.base.border.
length?[R("frontier",e.t("border_line"))]:[],...r?[E(e.t(r))]:[])}function un({choosing:t},e){if(!v("table-box").open){v("table").replaceChildren();return}let{head:n,
rows:o}=e.table();Q(v("table"),x("table",{class:t.view().kind},x("caption",{},v("headline").textContent),x("thead",{},x("tr",{},...n.map(r=>x("th",{scope:"col"},
r)))),x("tbody",{},...o.map(([r,i])=>x("tr",{},x("th",{scope:"row"},r),...i.map(a=>x("td",{},a)))))))}function Go({words:t,choosing:e,said:n},o){let{kind:r,ids:i,
mean:a}=e.view(),s=t.t("head_"+r,{...n.values(),...o.values?.()}).trim();v("headline").textContent=s+(i?t.t(a?"of_mean":"of_each"):"")}function qo(t,e,n){let o=Bt(
e.labels,n),r=xe(e),i={...ve(o,r),..._e(o,r)};return{map:t,data:e,words:o,choosing:r,said:i,base:he(t,e)}}function Xo(t){let{map:e,data:n,choosing:{state:o,view:r}}=t,
i=rn(t),a=new Map,s=we(t,i,a),l={isochrones:be(t),flows:Ce(t),placements:ln(t)},c=()=>l[r().kind]??s,p=null,m=null;function w(){for(let d of a.values())d.remove();
a.clear(),e.closePopup(),i.mark(null)}function f(){Qe(t,m?.base??null,c().taken?.()??[])}return{topic:c,selecting:i,names:f,home(){let{bounds:d,options:u}=c().box?.()??
{bounds:t.base.bounds,options:{padding:[4,4]}};e.fitBounds(d,{...u,animate:!1})},draw(){(p!==o.view||!r().ids)&&w(),p=o.view,c().draw((d,u)=>a.set(d,u.addTo(e)))},
dress(d){Nt(n.sides,d),m?.layer.dress(d),f()},lay(d){m=d}}}function Vo(t){let e=It(),n=ht(location.hash),o=mt(e.language,{language:n.lang,theme:n.theme}),r=qo(t,
e,o.language),{words:i,choosing:a}=r,{state:s,view:l}=a,c=Xo(r),{topic:p,selecting:m}=c,w=!0,f=zt(o.theme,g=>{c.dress(g),v("theme").textContent=i.t(g?"theme_lig\
ht":"theme_dark")});function d(){try{history.replaceState(null,"","#"+Vt(e,a,{language:i.language,theme:f.theme}))}catch{}}function u(){let{area:g}=s;jt(i,e,t.getContainer()),
cn(r),ke(r,u,()=>{w=!0}),Go(r,p()),c.draw(),t.invalidateSize({animate:!1,pan:!1}),w&&(w=!1,c.home()),Ho(r,p()),Se(r,m.select),m.showList(),un(r,p()),f.show(),g!==
null&&l().ids?.includes(g)&&m.select(g),d()}function h(){t.invalidateSize({animate:!1,pan:!1}),c.home()}Zo(t,r,c.names);function y(g){i.language=g,u()}Wt(g=>{dt(
{language:g}),y(g)}),v("theme").addEventListener("click",d),v("table-box").addEventListener("toggle",()=>un(r,p())),t.on("popupopen popupclose",d),window.addEventListener(
"hashchange",()=>{let g=ht(location.hash);gt(g,e,a),w=!0,y(mt(i.language,{language:g.lang??i.language}).language)}),He(r,p),qt(t,c.home),Xt(t,h),Ko(t),gt(n,e,a),
u(),me(t,e).then(g=>{c.lay(g),f.show()})}function Ko(t){let e=()=>v("on-paper")?.remove();window.addEventListener("beforeprint",()=>{e(),t.getContainer().after(
x("figure",{id:"on-paper"},Ut(t)))}),window.addEventListener("afterprint",e)}function Zo(t,e,n){t.setMaxBounds(e.base.bounds.pad(1.2)),t.getContainer().setAttribute(
"role","region"),t.getPane("bands").style.opacity="0.8",t.on("moveend zoomend resize viewreset",n),t.on("zoomstart",()=>t.getPane("names")?.replaceChildren())}Object.
assign(globalThis,{grensgeoPage:Vo});})();
