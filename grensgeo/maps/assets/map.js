/* grensgeo map: bundled from js/ by `make js`; edit there.
   sources 5945d7f5139574ac: src/pages/address.js src/pages/areas.js src/pages/bands.js src/pages/base.js src/pages/card.js src/pages/choosing.js src/pages/classes.js src/pages/controls.js src/pages/extremes.js src/pages/figures.js src/pages/flows.js src/pages/keys.js src/pages/leaving.js src/pages/map.js src/pages/names.js src/pages/offers.js src/pages/points.js src/pages/selecting.js src/pages/small_print.js src/shared/after_paint.js src/shared/appearance.js src/shared/areas.js src/shared/base_map.js src/shared/base_names.js src/shared/canvas_layer.js src/shared/elements.js src/shared/geometry.js src/shared/map_nodes.js src/shared/marks.js src/shared/numbers.js src/shared/page.js src/shared/pdf.js src/shared/room.js src/shared/saving.js src/shared/sheet.js src/shared/small_table.js src/shared/unpack.js src/shared/words.js */
"use strict";(()=>{var k=t=>document.getElementById(t);function At(t,e,n){for(let[o,r]of Object.entries(e))r!==null&&r!==!1&&t.setAttribute(o,r===!0?"":String(r));return t.append(
...n.filter(o=>o!==null)),t}function x(t,e={},...n){return At(document.createElement(t),e,n)}function S(t,e={},...n){let o=document.createElementNS("http://www.\
w3.org/2000/svg",t);return At(o,e,n)}function ft(t,e,n){return t.style[n]=`var(--side-${e})`,t}var Et=t=>ft(x("i",{class:"key","aria-hidden":"true"}),t,"backgro\
und");function Nt(t,e){for(let[n,o]of Object.entries(t))document.documentElement.style.setProperty("--side-"+n,o[e?1:0])}function R(t,e,n=null){let o=x("button",
{type:"button",class:"link","data-key":n},t);return o.addEventListener("click",e),o}var Mt=()=>JSON.parse(k("grensgeo-data").textContent);function Q(t,...e){let n=t.
contains(document.activeElement)?document.activeElement:null,o=n?.getAttribute("data-key")??null,r=!n?.matches(":focus-visible");if(t.replaceChildren(...e.filter(
a=>a!==null)),o===null)return;let i=[...t.querySelectorAll("[data-key]")].find(a=>a.getAttribute("data-key")===o);i instanceof HTMLElement&&i.focus({preventScroll:r})}var T={nl:"nl-NL",de:"de-DE",en:"en-GB"},cn=.001,un=10,fn=.095,It=5e-4,$t=.001,pn=.995,dn=.99;function mn(t){return t>=cn&&t<1?{maximumSignificantDigits:2}:{maximumFractionDigits:t<
un?1:0}}var hn=t=>t.replace("-","−");function pt(t){let e=new Map;function n(l,c){let p=JSON.stringify(c),g=e.get(p);return g||e.set(p,g=new Intl.NumberFormat(
t,c)),g.format(l)}let o=l=>n(l,mn(Math.abs(l))),r=l=>n(l,{style:"percent",maximumFractionDigits:l!==0&&Math.abs(l)<fn?1:0});function i(l){return l>pn&&l<1?">"+r(
dn):l>0&&l<It?"<"+r($t):r(l)}let a=(l,c)=>c>0?"+"+l:hn(l);function s(l){return l===0||Math.abs(l)>=It?a(r(l),l):(l<0?"−":"+")+"<"+r($t)}return{format:n,count:o,
share:r,part:i,signedShare:s,plain:l=>n(l,{}),signedCount:l=>a(o(l),l),minutes:(l,c=0)=>n(l,{minimumFractionDigits:c,maximumFractionDigits:c})}}var U=Object.keys(T);function Pt(t,e){return e.map(n=>n.slice(0,2).toLowerCase()).find(n=>U.includes(n))??t}function gn(t,e){return t.replace(/\{(\w+)\}/g,(n,o)=>Object.
hasOwn(e,o)?e[o]:n)}var Rt=t=>t.normalize("NFD").replace(/\p{M}/gu,"").replace(/ß/g,"ss").toLowerCase().replace(/[^\p{L}\p{N}]+/gu," ").trim();function Dt(t,e){
let n=e,o=pt(T[n]);function r(s,l){let c=t[s];return c&&l!==null&&Object.hasOwn(c,l)?c[l][n]:null}let i=(s,l={})=>gn(r("texts",s)??s,l);return{get language(){return n},
set language(s){n=s,o=pt(T[s])},named:r,t:i,count:s=>s===null||Number.isNaN(s)?i("missing"):o.count(s),share:s=>o.share(s),part:s=>o.part(s),plain:s=>o.plain(s),
signedCount:s=>o.signedCount(s),signedShare:s=>o.signedShare(s),minutes:(s,l)=>o.minutes(s,l),opportunity:s=>r("opportunities",s)??s,period:s=>r("periods",s)??s,
in:s=>s[n],capital:s=>s.charAt(0).toLocaleUpperCase(T[n])+s.slice(1),lowered:s=>s.charAt(0).toLocaleLowerCase(T[n])+s.slice(1),sort:(s,l)=>s.localeCompare(l,T[n]),
date:s=>new Intl.DateTimeFormat(T[n],{weekday:"short",day:"numeric",month:"short",timeZone:"UTC"}).format(s),clock:s=>new Intl.DateTimeFormat(T[n],{hour:"2-digi\
t",minute:"2-digit",timeZone:"UTC"}).format(s),sentence(s,l){return i(s).split(/(\{\w+\})/).map(c=>{let p=c.startsWith("{")?c.slice(1,-1):null;return p!==null&&
Object.hasOwn(l,p)?l[p]:c})}}}var Ft="grensgeo",wn=["light","dark"];function Bt(){try{let{language:t,theme:e}=JSON.parse(localStorage.getItem(Ft)??"{}");return{language:t,theme:e}}catch{return{}}}
function dt(t){try{localStorage.setItem(Ft,JSON.stringify({...Bt(),...t}))}catch{}}function mt(t,e){let n=Bt(),o=(r,...i)=>i.find(a=>a!==void 0&&r.includes(a));
return{language:o(U,e.language,n.language)??Pt(t,navigator.languages),theme:o(wn,e.theme,n.theme)??"auto"}}function zt(t,e){let n=window.matchMedia("(prefers-co\
lor-scheme: dark)"),o=t,r=!1,i=()=>!r&&(o==="dark"||o!=="light"&&n.matches);function a(){document.documentElement.dataset.theme=i()?"dark":"light",e(i())}function s(l){
r=l,a()}return k("theme")?.addEventListener("click",()=>{o=i()?"light":"dark",dt({theme:o}),a()}),n.addEventListener("change",a),window.addEventListener("before\
print",()=>s(!0)),window.addEventListener("afterprint",()=>s(!1)),{show:a,take(l){o=l,a()},get theme(){return o},get dark(){return i()}}}var yn=[[".leaflet-control-zoom-in","zoom_in"],[".leaflet-control-zoom-out","zoom_out"],["a.home","home"]],j=t=>[...document.querySelectorAll(`[data-${t}]`)].map(
e=>e);function Ut(t,e,n){let{t:o}=t;document.documentElement.lang=t.language,document.title=t.in(e.title),k("title").textContent=t.in(e.title);for(let r of j("t\
ext"))r.textContent=o(String(r.dataset.text),{version:e.version});for(let r of j("said"))r.title=o(String(r.dataset.said));for(let r of j("label"))r.setAttribute(
"aria-label",o(String(r.dataset.label)));bn(t.language),n.setAttribute("aria-label",o("map_region"));for(let[r,i]of yn){let a=document.querySelector(r);a&&(a.title=
o(i),a.setAttribute("aria-label",o(i)))}}function bn(t){for(let e of j("language"))e.setAttribute("aria-pressed",String(e.dataset.language===t))}function jt(t){
for(let e of j("language"))e.addEventListener("click",()=>t(String(e.dataset.language)))}var xn=5;function Wt(t,e){let n=t.filter(({concerns:o})=>!o.length||o.some(
r=>e.includes(r)));return[...n.filter(({concerns:o})=>o.length),...n.filter(({concerns:o})=>!o.length)].slice(0,xn)}function Ht(t){return t.url?x("a",{href:t.url,
rel:"noopener noreferrer",target:"_blank"},t.title):x("span",{},t.title)}function Gt(t,e){let n=L.Control.extend({onAdd(){let o=L.DomUtil.create("div","leaflet-\
bar"),r=L.DomUtil.create("a","home",o);return r.href="#",r.setAttribute("role","button"),r.textContent="⌂",L.DomEvent.on(r,"click",i=>{L.DomEvent.stop(i),e()}),
o}});new n({position:"topleft"}).addTo(t)}function Xt(t,e){let n=window.innerWidth;window.addEventListener("resize",()=>{if(window.innerWidth===n){t.invalidateSize(
{animate:!1});return}n=window.innerWidth,e()})}function ht(t){let e=t.replace(/^#/,"");return U.includes(e)?{lang:e}:Object.fromEntries(new URLSearchParams(e))}function gt(t,e,{state:n,view:o,choose:r}){let i=e.
views.findIndex(({kind:s})=>s===t.view);i>=0&&(n.view=i);for(let s of o().controls)s.options.includes(t[s.id])&&r(s,t[s.id]);let a=e.base.areas.findIndex(([s])=>s===
t.area);n.area=o().ids?.includes(a)?a:null}function qt(t,{state:e,view:n,chosen:o},{language:r,theme:i}){let a=new URLSearchParams({lang:r});i!=="auto"&&a.set("\
theme",i),t.views.length>1&&a.set("view",n().kind);for(let s of n().controls)s.options.length>1&&a.set(s.id,o(s));return e.area!==null&&a.set("area",t.base.areas[e.
area][0]),a.toString()}function Kt(t,e){let n={step:0,negative:!1};if(t==null)return{kind:"missing",...n};if(t==="u")return{kind:"undefined",...n};if(t==="n")return{kind:"noise",...n};
if(t===0)return{kind:"zero",...n};let o=Number(t);return{kind:"step",step:e.filter(r=>Math.abs(o)>=r).length,negative:o<0}}var _n={missing:"url(#hatch-missing)",
undefined:"url(#hatch-undefined)",zero:"#ffffff"};function wt(t,e,n,o){if(t.kind==="noise")return o.noise;if(t.kind!=="step")return _n[t.kind];let r=o[e];if(e===
"diverging"){let a=r.length/2,s=n.length<2?Math.min(t.step+1,a-1):t.step;return t.negative?r[a-1-s]:r[a+s]}let i=n.length?t.step*(r.length-1)/n.length:r.length-
1;return r[Math.round(i)]}var Vt=85.0511287798,Zt=t=>256*(t+180)/360;function Yt(t){let e=Math.sin(Math.max(-Vt,Math.min(Vt,t))*Math.PI/180);return 256*(.5-Math.log((1+e)/(1-e))/(4*Math.
PI))}function Jt(t){let e=new Int32Array(t.length+1);for(let n=0;n<t.length;n++)e[n+1]=e[n]+t[n];return e}function tt(t){let e=[],[n,o]=[0,0];for(let r=0;r<t.length;r+=
2)n+=t[r],o+=t[r+1],e.push([o/1e4,n/1e4]);return e}var W=t=>t.map(e=>e.map(tt)),Qt=(t,e)=>t[2]<e[0]||t[0]>e[2]||t[3]<e[1]||t[1]>e[3];var kn=[[9,15e4],[10,5e4]];function te(t){return t.map(([e,n,o,r,i,a,s],l)=>{let c=W(s);return{number:l,code:e,name:n,country:o,nuts3:r,part:i,population:a,rings:c,
centre:L.latLngBounds(c.flat(2)).getCenter()}})}function ee(t,e){let n=kn.find(([o])=>e<o);return t.part!=="ring"||!n||t.population>=n[1]}var ne=t=>t>2e5?15:t>6e4?
13:11.5;function oe(t){let e=!1,n=0;function o(){e&&(e=!1,t())}let r=()=>requestAnimationFrame(()=>requestAnimationFrame(()=>{n||o()}));function i(){clearTimeout(n),n=0,
e&&r()}return{flush:o,release:i,ask(){!e&&!n&&r(),e=!0},hold(){clearTimeout(n),n=Number(setTimeout(i,400))}}}function re(t){let e=window.devicePixelRatio||1;return Math.min(2,Math.max(1,t?Math.round(e):e))}function se(t,e,n){let o={options:{padding:.15},_initContainer(){
this._container=L.DomUtil.create("canvas",e),this._container.setAttribute("aria-hidden","true"),this._context=this._container.getContext("2d")},_destroyContainer(){
L.DomUtil.remove(this._container)},_lay(i){let a=this._bounds.getSize(),s=this._container,l=Math.max(1,Math.round(a.x*i)),c=Math.max(1,Math.round(a.y*i));L.DomUtil.
setPosition(s,this._bounds.min),s.style.width=a.x+"px",s.style.height=a.y+"px";let p=s.width!==l||s.height!==c;p&&Object.assign(s,{width:l,height:c});let g=this.
_map.getPixelOrigin().add(this._bounds.min),w=i*2**this._map.getZoom();return{other:p,frame:{width:l,height:c,ratio:i,scale:w,left:g.x*i,top:g.y*i}}}},r=L.Renderer.
extend({...o,...n});return new r({pane:t})}var yt={uint8:Uint8Array,int8:Int8Array,uint16:Uint16Array,int16:Int16Array,uint32:Uint32Array,int32:Int32Array,float32:Float32Array,float64:Float64Array};function vn(t){
let e=atob(t),n=new Uint8Array(e.length);for(let o=0;o<n.length;o++)n[o]=e.charCodeAt(o);return n}async function Ln(t){let e=new Blob([t]).stream().pipeThrough(
new DecompressionStream("deflate"));return new Uint8Array(await new Response(e).arrayBuffer())}function Sn(t,{n:e,width:n,steps:o=0}){let r=new Int32Array(e);for(let i=0;i<
e;i++){let a=t[i];n>1&&(a|=t[e+i]<<8),n>2&&(a|=t[2*e+i]<<16|t[3*e+i]<<24),r[i]=a>>>1^-(a&1)}for(let i=0;i<o;i++)for(let a=1;a<e;a++)r[a]=r[a]+r[a-1]|0;return r}
function On(t,e){let n=new yt[e.type](e.n),o=10**e.digits,r=Object.hasOwn(e,"null");for(let i=0;i<e.n;i++)n[i]=r&&t[i]===e.null?NaN:t[i]/o;return n}function Tn(t,{
type:e,n,width:o}){let r=new Uint8Array(n*o);for(let l=0;l<o;l++)for(let c=0;c<n;c++)r[c*o+l]=t[l*n+c];let i=new DataView(r.buffer),a=new yt[e](n),s=o===8?"getF\
loat64":"getFloat32";for(let l=0;l<n;l++)a[l]=i[s](l*o,!0);return a}async function Cn(t,e){let n=await Ln(vn(e));if(t.type==="text")return t.n===0?[]:new TextDecoder().
decode(n).split(`
`);if(!Object.hasOwn(t,"steps"))return Tn(n,t);let o=Sn(n,t);return Object.hasOwn(t,"digits")?On(o,t):t.type==="int32"?o:yt[t.type].from(o)}async function ie(t,e){
if(t.format!==1||t.parts.length!==e.length)throw new Error(`packed in format ${t.format}, ${e.length} chunks`);let n=await Promise.all(t.parts.map((o,r)=>Cn(o,e[r])));
return Object.fromEntries(t.parts.map((o,r)=>[o.name,n[r]]))}var An=["nature","built_up","water"],En=[[1.5,4.5],[1.1,3.4],[.6,2.6],[.5,2]],bt=[8,13],le=1.1,Nn=2.2,xt=({looks:t},e)=>t.levels_from.filter(n=>e>=n).length;function G({
looks:t},e,n,o){let r=t.shown_from[e];return o>=r[Math.min(n,r.length)-1]}function Mn(t,e){let{layers:n}=e,{names:o,layer:r,rank:i,name:a,corners:s,start_x:l,start_y:c,
step_x:p,step_y:g}=t,w=Jt(s),f=s.length,d=new Float64Array(w[f]),u=new Float64Array(w[f]),m=new Float64Array(4*f),y=new Int32Array(f),[h,b,_,v]=[0,0,0,0];for(let O=0;O<
f;O++){h+=l[O],b+=c[O];let[M,I]=[h,b],[z,$,ct,ut]=[1/0,1/0,-1/0,-1/0];for(let N=w[O];N<w[O+1];N++)N>w[O]&&(M+=p[_],I+=g[_],_++),d[N]=Zt(M/1e4),u[N]=Yt(I/1e4),z=
Math.min(z,d[N]),ct=Math.max(ct,d[N]),$=Math.min($,u[N]),ut=Math.max(ut,u[N]);m.set([z,$,ct,ut],4*O),n[r[O]]==="place"&&(y[O]=t.people[v++])}return{n:f,layer:Array.
from(r,O=>n[O]),rank:i,name:Array.from(a,O=>o[O]),people:y,at:w,x:d,y:u,level:t.level,box:m,looks:e}}async function ce(t){if(!t)return null;let{manifest:e,chunks:n}=t;return Mn(await ie(e,n),e.meta)}function X({n:t,layer:e,rank:n,box:o},r,i,{width:a,height:s,scale:l,
left:c,top:p}){let g=[];for(let w=0;w<t;w++){if(e[w]!==r||n[w]!==i)continue;o[4*w]*l-c>a||o[4*w+2]*l-c<0||o[4*w+1]*l-p>s||o[4*w+3]*l-p<0||g.push(w)}return g}function q({
at:t,x:e,y:n,level:o},r,i,{scale:a,left:s,top:l}){let c=[];for(let p=t[r];p<t[r+1];p++)o[p]<=i&&c.push([e[p]*a-s,n[p]*a-l]);return c}function In(t,e,n,o,{sight:r,
level:i}){let a=An.includes(n);t.beginPath();for(let s of X(e,n,o,r)){let l=q(e,s,i,r);l.length<(a?3:2)||(l.forEach(([c,p],g)=>g?t.lineTo(c,p):t.moveTo(c,p)),a&&
t.closePath())}}function H(t,e,n,o=[]){t.strokeStyle=e,t.lineWidth=n,t.setLineDash(o),t.stroke()}function $n(t,e,n,{zoom:o,ratio:r,colours:i}){let a=xt(e,o),s=Math.
max(0,Math.min(1,(o-bt[0])/(bt[1]-bt[0]))),l={sight:n,level:a};t.lineJoin="round",t.lineCap="round";function c(p,g){for(let w=e.looks.shown_from[p].length;w>=1;w--)
G(e,p,w,o)&&(In(t,e,p,w,l),g(w))}for(let p of["nature","built_up","water"])c(p,()=>{t.fillStyle=i[p],t.fill("nonzero")});if(c("waterway",p=>H(t,i.river,r*(1+1.4*
s)/Math.sqrt(p))),c("road",p=>{let[g,w]=En[p-1],f=r*(g+s*(w-g));H(t,i.casing,f+r*(p<3?le:.7*le)),H(t,i.road,f)}),t.lineCap="butt",c("rail",p=>{let g=r*(p===1?1.7+
s:1.3+s);H(t,i.rail,g),H(t,i.sleeper,g*.5,[5*r,5*r])}),t.setLineDash([]),!!G(e,"station",1,o))for(let p of X(e,"station",1,n)){let[[g,w]]=q(e,p,a,n),f=r*Nn;t.fillStyle=
i.station,t.fillRect(g-f,w-f,2*f,2*f),t.strokeStyle=i.rail,t.lineWidth=r,t.strokeRect(g-f,w-f,2*f,2*f)}}function ue(t){let e=se(t,"base-map",{_update(){this._map.
_animatingZoom&&this._bounds||(this._bounds?this.late.ask():this._now())},_reset(){this._update(),this._updateTransform(this._map.getCenter(),this._map.getZoom())},
_now(){!this._map||this._map._animatingZoom&&this._bounds||(L.Renderer.prototype._update.call(this),this.draw())},show(n){this._base=n,this.draw()},dress(n){this.
_dark=n,this.draw()},paper(n){this._sheet?.remove(),this._container.style.display=n?"none":"",n&&(this._now(),this._sheet=L.DomUtil.create("img","base-map"),this.
_sheet.alt="",this._sheet.src=this._container.toDataURL(),this._sheet.style.cssText=this._container.style.cssText,this._sheet.style.display="",this._container.after(
this._sheet))},draw(){if(!this._base||!this._bounds)return;let{frame:n,other:o}=this._lay(re(!1));o||this._context.clearRect(0,0,n.width,n.height);let r=this._base.
looks.colours[this._dark?"dark":"light"];$n(this._context,this._base,n,{zoom:this._map.getZoom(),ratio:n.ratio,colours:r})}});return e.late=oe(()=>e._now()),e}var fe=[["land",200,!1],["figures",300,!1],["bands",350,!1],["base",380,!0],["lines",400,!0],["frontier",420,!0],["points",430,!1],["chosen",440,!0],["names",620,
!0]],Pn=fe.map(([t])=>t).filter(t=>!["base","names"].includes(t)),et="var(--land)",nt="#7d7f86",Rn="var(--faint)",K="var(--border)",Dn=.4,Fn=[["water",{color:"#\
9cc3d9",weight:2}],["road",{color:"#8f8a80",weight:.9,opacity:.75}],["rail",{color:"#4a4a52",weight:1.6,dashArray:"6 3"}]];function Bn(t){for(let[e,n,o]of fe){let r=t.
createPane(e);r.style.zIndex=String(n),o&&(r.style.pointerEvents="none")}return Object.fromEntries(Pn.map(e=>[e,L.svg({pane:e,padding:.4})]))}async function pe(t,e){
let n=await ce(e.base_map);if(!n)return null;let o=ue("base").addTo(t);return o.show(n),{base:n,layer:o}}function de(t,e){let n=Bn(t),o=te(e.base.areas),r=(g,w)=>({
pane:g,renderer:n[g],smoothFactor:Dn,...w}),i=(g,w)=>r(g,{interactive:!1,...w});for(let g of o){L.polygon(g.rings,i("land",{stroke:!0,color:et,weight:.8,fillColor:et,
fillOpacity:e.land})).addTo(t);let w=g.part==="ring";L.polygon(g.rings,i("lines",{fill:!1,weight:w?.5:.8,color:w?Rn:nt})).addTo(t)}for(let[g,w]of Fn){let f=(e.lines[g]||
[]).map(tt);f.length&&L.polyline(f,i("lines",w)).addTo(t)}let a=e.base.border.map(tt);L.polyline(a,i("frontier",{color:"var(--halo)",weight:5,opacity:.9})).addTo(
t),L.polyline(a,i("frontier",{color:K,weight:2.6})).addTo(t),L.control.scale({imperial:!1,position:"bottomright",maxWidth:120}).addTo(t);let[s,l,c,p]=e.base.bounds;
return{areas:o,frontier:a,renderers:n,live:r,flat:i,bounds:L.latLngBounds([s,l],[c,p])}}function C(t,e){let n=x("i",{class:"swatch","aria-hidden":"true"});return t.startsWith("url(#")?n.classList.add(t.slice(5,-1)):n.style.backgroundColor=t,x("li",
{},n,e)}var P=(t,e)=>x("li",{},x("i",{class:"swatch "+t,"aria-hidden":"true"}),e);function V(t,e,n){let o=P("line",n),r=o.firstChild;return r.style.borderTopColor=
t,r.style.borderTopWidth=e+"px",o}var E=t=>x("li",{class:"said"},t);function A(t,e,n){let o=x("span",{},...n?[Et(n)]:[],t);return x("div",{class:"row"},o,x("b",
{},e))}var me="url(#hatch-missing)";function zn({data:t,words:e,choosing:n,said:o},r,i){let{t:a}=e,s=o.units[r.unit];function l(w){return w===0?a("class_below",{a:s(i[0])}):
w===i.length?a("class_above",{a:s(i[w-1])}):a("class_between",{a:s(i[w-1]),b:s(i[w])})}let c=(w,f=!1)=>wt({kind:"step",step:w,negative:f},r.palette,i,t.palettes),
p=i.length?[...i.keys(),i.length]:[];if(r.palette==="diverging"){let w=f=>p.map(d=>C(c(d,f),(f?"− ":"+ ")+l(d)));return[...w(!1).reverse(),C("#ffffff",a("clas\
s_same")),...w(!0)]}let g=n.layer().values[n.fieldName()].includes(0);return[...p.toReversed().map(w=>C(c(w),l(w))),...g?[C("#ffffff",a(r.palette==="effect"?"cl\
ass_zero_effect":"class_zero"))]:[]]}function Un({data:t,words:e,choosing:n,base:o,said:r},i){let{t:a}=e,{view:s,layer:l,fieldName:c}=n,p=l().values[c()],g=s().
ids??[],w=o.areas.filter(m=>!g.includes(m.number)),f=g.map((m,y)=>r.marks(y)),d=(l().values.unknown||[]).filter(m=>Number(m)>0).length;return[...[[p.includes("n"),
t.palettes.noise,"class_noise"],[p.includes("u"),"url(#hatch-undefined)",s().undefined||"undefined"],[p.includes(null)||w.some(m=>m.part!=="ring"),me,"class_mis\
sing"],[f.some(m=>m.edge),"url(#hatch-edge)",i.palette==="sequential"?"class_edge":"class_edge_other"],[f.some(m=>m.still&&!m.edge),"url(#hatch-still)","class_s\
till"]].filter(([m])=>m).map(([,m,y])=>C(m,a(y,{noise:y==="class_noise"?e.share(s().noise):""}))),...d?[E(a("bounds",{n:e.count(d)}))]:[],...w.some(m=>m.part===
"ring")?[C(et,a("class_outside"))]:[]]}function jn({data:t,choosing:e,base:n,said:o},r,i,a){let{state:s,view:l,layer:c,fieldName:p,field:g}=e,w=c().breaks[g().group],
f=c().values[p()];function d(u,m){let y=L.polygon(n.areas[u].rings,n.live("figures",{color:nt,weight:.6,fillColor:m,fillOpacity:1}));y.bindTooltip(()=>r.card(u,
!0),{sticky:!0,opacity:1,className:"hover"}),y.on("mouseover",()=>r.mark(u)),y.on("mouseout",()=>r.mark(s.area)),y.on("click",h=>{y.closeTooltip(),r.select(u,h.
latlng)}),a("area"+u,y)}(l().ids??[]).forEach((u,m)=>{let y=wt(Kt(f[m],w),g().palette,w,t.palettes),h=i.get("area"+u);h?h.setStyle({fillColor:y}):d(u,y),i.get("\
over"+u)?.remove(),i.delete("over"+u);let{edge:b,still:_}=o.marks(m);!b&&!_||a("over"+u,L.polygon(n.areas[u].rings,n.flat("lines",{stroke:!1,fillColor:b?"url(#h\
atch-edge)":"url(#hatch-still)",fillOpacity:1})))});for(let u of n.areas)u.part==="ring"||i.has("area"+u.number)||a("area"+u.number,L.polygon(u.rings,n.flat("fi\
gures",{color:nt,weight:.6,fillColor:me,fillOpacity:1})))}function he(t,e,n){let{words:o,choosing:r,base:i,said:a}=t,{t:s}=o,{view:l,layer:c,field:p}=r;return{draw:g=>jn(
t,e,n,g),title:()=>a.fieldTitle(p()),legend:()=>[...zn(t,p(),c().breaks[p().group]),...Un(t,p())],table(){let g=[...l().rows.map(([f,d,u])=>[s(f),a.where()+d,u]),
...(l().bar??[]).map(f=>[s(f),f,"count"]),...(l().bounds??[]).flatMap(f=>["lower","upper"].map(d=>[s("bounds_"+d,{what:s("row_"+f)}),f+"_"+d,"plain"]))],w=(l().
ids??[]).map((f,d)=>({area:i.areas[f],slot:d})).sort((f,d)=>o.sort(f.area.name,d.area.name));return{head:[s("municipality"),s("country"),...g.map(([f])=>o.capital(
f))],rows:w.map(({area:f,slot:d})=>[f.name,[f.country,...g.map(([,u,m])=>a.figureAt(u,d,m))]])}}}}var Wn="#888888",ge="other";function we({map:t,data:e,words:n,choosing:o,base:r}){let{t:i,count:a}=n,{view:s,layer:l}=o,c=()=>[...s().parts,ge];function p(u){let m=l().
bands.map(b=>b.cutoff).sort((b,_)=>b-_),y=m.length>1?m.indexOf(u)/(m.length-1):0,{bands:h}=e.palettes;return s().cutoffs.includes(u)?h[Math.round(y*(h.length-2))]:
Wn}let g=(u,m)=>i("area_km2",{n:a(u.km2[m]||0)}),w=u=>i("within",{n:n.plain(u.cutoff)});function f(u){let[m,y]=l().key,h=c().filter(b=>u.km2[b]>0||b!==ge);return x(
"div",{class:"card"},x("strong",{},s().names[m]??m),x("div",{class:"main"},w(u)),x("div",{class:"small"},n.named("by_mode",y)??""),...h.map(b=>A(i(b),g(u,b))))}
function d(u){let{all:m}=u.km2,y=(e.home[l().key[0]]??"").toLowerCase(),b=(y?s().parts.filter(_=>_!==y):[]).reduce((_,v)=>_+(u.km2[v]||0),0);return b&&m?i("area\
_share",{n:a(m),p:n.share(b/m)}):i("area_km2",{n:a(m)})}return{draw(u){l().bands.forEach((y,h)=>{let b=L.polygon(W(y.geometry),r.live("bands",{color:"#ffffff",weight:1,
fillColor:p(y.cutoff),fillOpacity:1}));b.bindTooltip(()=>f(y),{sticky:!0,opacity:1,className:"hover"}),b.on("click",_=>{b.closeTooltip(),L.popup({maxWidth:290}).
setLatLng(_.latlng).setContent(f(y)).openOn(t)}),u("band"+h,b)});let m=e.origins[l().key[0]];m&&u("halo",L.circleMarker([m[1],m[0]],{...r.flat("chosen",{color:"\
#ffffff",weight:3,fillColor:K,fillOpacity:1}),radius:8}))},title:()=>i("travel_time"),legend:()=>l().bands.toReversed().map(u=>{let m=C(p(u.cutoff),w(u));return m.
append(x("small",{},d(u))),m}),table:()=>({head:[n.capital(i("cutoff")),...c().map(u=>i(u))],rows:l().bands.toReversed().map(u=>[i("minutes",{n:n.plain(u.cutoff)}),
c().map(m=>g(u,m))])}),box(){let u=L.latLngBounds([]);for(let m of l().bands)u.extend(L.polyline(W(m.geometry).flat()).getBounds());return u.isValid()?{bounds:u,
options:{padding:[24,24]}}:null}}}function ye(t){let e={view:0,choices:{},area:null},n=()=>t.views[e.view],o=()=>n().controls.filter(c=>!c.field);function r(c){let{values:p}=a(),g=w=>Object.hasOwn(
p,w)&&p[w].some(f=>typeof f=="number");return[c.start,...c.options].find(g)??c.start}function i(c){let p=e.choices[c.id];return c.options.includes(p)?p:c.id==="\
destination"&&n().kind==="reach"?r(c):c.start}function a(){let c=o().map(i);return n().layers.find(p=>p.key.every((g,w)=>g===c[w]))??n().layers[0]}function s(c,p){
e.choices[c.id]=p;let g=o(),w=g.map(i),f=g.indexOf(c),d=y=>y.key.filter((h,b)=>h===w[b]).length,m=(f<0?[a()]:n().layers.filter(y=>y.key[f]===p)).reduce((y,h)=>d(
h)>d(y)?h:y);g.forEach((y,h)=>{e.choices[y.id]=m.key[h]})}let l=()=>n().controls.filter(c=>c.field).map(i).join("_");return{state:e,view:n,layer:a,layerControls:o,
chosen:i,choose:s,fieldName:l,field:()=>n().fields[l()]}}var Hn=6,Gn=4;function Xn({id:t,name:e,options:n,current:o,pick:r}){let i=x("select",{id:"c-"+t,"data-key":t});for(let[a,s]of n){let l=x("option",{value:a},s);l.
selected=a===o,i.append(l)}return i.addEventListener("change",()=>r(i.value)),x("div",{class:"choice"},x("label",{for:"c-"+t,class:"legend"},e),i)}function qn({
id:t,name:e,options:n,current:o,pick:r}){let i=x("div",{class:"pills"});for(let[a,s]of n){let l=x("input",{type:"radio",name:t,value:a,checked:a===o,"data-key":t+
"="+a});l.addEventListener("change",()=>r(a)),i.append(x("label",{class:"pill"},l,x("span",{},s)))}return x("fieldset",{class:"choice"},x("legend",{class:"legen\
d"},e),i)}function be({data:t,words:e,choosing:n,said:o},r,i){let{state:a,view:s,chosen:l,choose:c}=n,p=s().controls.map(g=>({id:g.id,name:e.t(g.id),current:l(g),
options:g.options.map(w=>[w,o.optionLabel(g.id,w)]),pick(w){c(g,w),g.id==="origin"&&i(),r()}}));p.unshift({id:"view",name:e.t("view"),current:String(a.view),options:t.
views.map((g,w)=>[String(w),e.t("view_"+g.kind)]),pick(g){a.view=Number(g),i(),r()}}),Q(k("controls"),...p.filter(({options:g})=>g.length>1).map(g=>{let w=g.id===
"origin"?Gn:Hn;return g.options.length>w?Xn(g):qn(g)}))}function ot(t){return t.palette!=="diverging"?t.unit:t.unit==="percent"?"change_percent":"change"}function xe(t,e){let{t:n,count:o}=t,{view:r,layer:i}=e,a={count:o,
plain:o,percent:t.share,change:t.signedCount,change_percent:t.signedShare};function s(f,d){return f==null?n("missing"):f==="u"?n("undefined"):f==="n"?n("class_n\
oise",{noise:t.share(r().noise)}):a[d](Number(f))}function l(f,d){let{values:u}=i();return Object.hasOwn(u,f)?u[f][d]:void 0}function c(f,d){let u=l(f,d);return typeof u==
"number"?u:null}function p(f,d){if(f!=="open"||(l(f,d)??null)!==null)return null;let u=r().bar??[],m=u.reduce((h,b)=>h+(c(b,d)??0),0),y=u.filter(h=>c(h,d)===null);
return!(m>0)||!y.length?null:[n("at_least",{n:o(m)}),y.map(h=>n("no_data_of",{country:n(h)})).join(", ")].join(" – ")}function g(f,d,u){let m=p(f,d);if(m!==null)
return m;let y=s(l(f,d),u);return u==="count"&&c(f,d)!==null&&(c("unknown",d)??0)>0?n("at_least",{n:y}):y}return{units:a,figureAt:g,numberAt:c,marks:f=>({edge:(c(
"edge",f)??0)>(r().edge_share??1),still:l("without",f)===1})}}function _e(t,e){let{t:n}=t,{view:o,layerControls:r,chosen:i,fieldName:a}=e;function s(f,d){return f===
"mode"?t.named("modes",d)??(d==="any"?n("mode_any"):d):f==="opportunity"?t.opportunity(d):f==="cutoff"?n("minutes",{n:t.plain(Number(d))}):f==="origin"?o().names[d]??
d:f==="scenario"?d==="baseline"?n("baseline"):d:f==="side"&&!["all","own","across"].includes(d)?n(d):n(f+"_"+d)}function l(f){let d=f==="all"?"":f==="any"?n("by\
_any"):f;return t.named("by_mode",f)??d}let c=()=>Object.fromEntries(r().map(f=>{let d=i(f),u=f.id==="mode"?l(d):f.id==="cutoff"?t.plain(Number(d)):s(f.id,d);return[
f.id,u]})),p=()=>o().kind==="scenario"?", "+n("destination_"+a().split("_")[0]):"";return{optionLabel:s,values:c,where:()=>o().kind==="scenario"?a().split("_")[0]+
"_":"",fieldTitle:f=>t.capital(n(f.label,c()))+p()}}function ke({words:t,choosing:e,base:n,said:o},r){let{t:i,count:a}=t,{view:s,layer:l,fieldName:c,field:p}=e,g=k("extremes");g.replaceChildren();let{ids:w}=s();if(!w)
return;let f=ot(p()),d=l().values[c()],u=w.map((_,v)=>({number:_,value:d[v],mark:o.marks(v)})).filter(_=>typeof _.value=="number"),m=u.filter(({mark:_})=>!_.edge&&
!_.still).sort((_,v)=>Number(v.value)-Number(_.value));function y(_,v){let O=f==="count"||f==="change"?" "+o.values().opportunity:"",M=$=>o.units[f](Number($))+
O,I=m.filter($=>M($.value)===M(v)),z=I.length>1?i("tied",{n:a(I.length)}):R(n.areas[I[0].number].name,()=>r(I[0].number));g.append(x("div",{},i(_)+": ",z," ",x(
"b",{},M(v))))}let h=m.at(-1);h&&m[0].value!==h.value&&(y("highest",m[0].value),y("lowest",h.value));let b=[{why:"edge",n:u.filter(({mark:_})=>_.edge).length},{
why:"still",n:u.filter(({mark:_})=>_.still&&!_.edge).length}].filter(({n:_})=>_>0).map(({why:_,n:v})=>i("left_"+_,{n:a(v)}));b.length&&g.append(x("div",{class:"\
small"},i("left_out",{parts:b.join(", ")})))}var ve="#3c3f46",Le=.12,Se=16;function Kn([t,e],[n,o]){let r=Math.cos((e+o)/2*Math.PI/180),i=[(t+n)/2+Le*(o-e)/r,(e+o)/2-Le*(n-t)*r];return Array.from({length:Se+
1},(a,s)=>{let l=s/Se;return[(1-l)**2*e+2*l*(1-l)*i[1]+l*l*o,(1-l)**2*t+2*l*(1-l)*i[0]+l*l*n]})}function Oe({data:t,words:e,choosing:n,base:o}){let{t:r,count:i}=e,
{layer:a}=n,{areas:s}=o,l=new Map(t.base.places.map(([f,d,u])=>[f,[d,u]])),c=([f,d])=>t.palettes.flows[s[f].country===s[d].country?0:1];function p(f){let{breaks:d}=a(),
u=d.filter(m=>f>=m).length;return t.widths[Math.round(u*(t.widths.length-1)/Math.max(d.length,1))]}let g=([f,d,u])=>x("div",{class:"card"},x("strong",{},s[f].name+
" → "+s[d].name),x("div",{class:"main"},i(u)));function w(){let f=a().breaks;return f.length?[...f.map((u,m)=>V(ve,p(u),m+1===f.length?r("class_above",{a:i(u)}):
r("class_between",{a:i(u),b:i(f[m+1])}))).reverse(),V(ve,p(0),r("class_below",{a:i(f[0])}))]:[]}return{draw(f){a().flows.toReversed().forEach((d,u)=>{let[m,y]=[
l.get(d[0]),l.get(d[1])];if(!m||!y)return;let h=L.polyline(Kn(m,y),{pane:"bands",renderer:o.renderers.bands,color:c(d),weight:p(d[2]),opacity:1,lineCap:"butt"});
h.bindTooltip(()=>g(d),{sticky:!0,opacity:1,className:"hover"}),f("flow"+u,h)})},title:()=>e.capital(r("field_flows")),legend(){let{left_out:f,people_left_out:d,
outside:u,missing:m}=a(),[y,h]=t.palettes.flows;return[...w(),V(y,4,r("flow_within")),V(h,4,r("flow_across")),...f?[E(r("flow_left_out",{n:i(f),p:i(d)}))]:[],...u?
[E(r("flow_outside",{n:i(u)}))]:[],...m?[E(r("flow_missing",{n:i(m)}))]:[]]},table:()=>({head:["flow_from","flow_to","flow_count"].map(f=>e.capital(r(f))),rows:a().
flows.map(([f,d,u])=>[s[f].name,[s[d].name,i(u)]])})}}var Vn=["fill","stroke"];function Z(t,e){let{left:n,top:o,width:r,height:i}=t.getBoundingClientRect();return{x:n-e.left,y:o-e.top,width:r,height:i}}function Zn(t,e){
return S("image",{...Z(t,e),href:t.toDataURL("image/png"),preserveAspectRatio:"none"})}function Yn(t,e){let n=t.cloneNode(!0),[o,r]=[t,n].map(a=>[...a.querySelectorAll(
"path")]);o.forEach((a,s)=>{let l=getComputedStyle(a);for(let c of Vn)r[s].setAttribute(c,l.getPropertyValue(c).replace(/url\("(#[^"]+)"\)/,"url($1)"));r[s].removeAttribute(
"class")});let i=S("svg",{...Z(t,e),viewBox:t.getAttribute("viewBox")??"",overflow:"visible"});return i.append(...n.childNodes),i}function Jn(t,e,n){let o=Z(t,e),
r=getComputedStyle(t),i=parseFloat(r.fontSize);if(!t.textContent)return[S("circle",{cx:o.x+o.width/2,cy:o.y+o.height/2,r:o.width/2,fill:r.backgroundColor})];let a={
y:o.y+o.height/2+i*.35,"font-size":i,"font-weight":r.fontWeight,fill:r.color};if(t.classList.contains("shield"))return[S("rect",{...o,rx:3,fill:r.backgroundColor,
stroke:"#b5a970","stroke-width":1}),S("text",{...a,x:o.x+o.width/2,"text-anchor":"middle"},t.textContent)];let s=r.textTransform==="uppercase"?t.textContent.toLocaleUpperCase():
t.textContent;return[S("text",{...a,x:o.x,stroke:n,"stroke-width":3,"stroke-linejoin":"round","paint-order":"stroke","letter-spacing":r.letterSpacing==="normal"?
null:r.letterSpacing},s)]}function Qn(t,e,n){let{x:o,y:r,width:i,height:a}=Z(t,e),s=getComputedStyle(t).color,l=r+a-1,c=`M${o} ${l-6}V${l}H${o+i}V${l-6}`;return[
S("path",{d:c,fill:"none",stroke:n,"stroke-width":5}),S("path",{d:c,fill:"none",stroke:s,"stroke-width":2}),S("text",{x:o+4,y:l-5,"font-size":11,"font-weight":600,
fill:s,stroke:n,"stroke-width":3,"paint-order":"stroke"},t.textContent)]}function Te(t){let e=t.getContainer(),n=e.getBoundingClientRect(),o=getComputedStyle(document.
documentElement).getPropertyValue("--halo").trim()||"#ffffff",r=[...e.querySelectorAll(".leaflet-pane")].filter(s=>s.parentElement!==e).map(s=>s).sort((s,l)=>Number(
getComputedStyle(s).zIndex)-Number(getComputedStyle(l).zIndex)),i=[S("rect",{width:n.width,height:n.height,fill:getComputedStyle(e).backgroundColor})];for(let s of r){
let l=S("g",{opacity:getComputedStyle(s).opacity});for(let c of s.children)if(c.checkVisibility()){if(c instanceof HTMLCanvasElement)l.append(Zn(c,n));else if(c instanceof
SVGSVGElement)l.append(Yn(c,n));else if(c instanceof HTMLElement&&c.matches(".place, .country, .dot"))l.append(...Jn(c,n,o));else if(c instanceof HTMLElement&&c.
matches(".pin")){let{x:p,y:g,width:w,height:f}=Z(c,n);l.append(S("circle",{cx:p+w/2,cy:g+f,r:7,fill:"#ffffff",stroke:"#111827","stroke-width":4}))}}l.childElementCount&&
i.push(l)}let a=e.querySelector(".leaflet-control-scale-line");return a instanceof HTMLElement&&i.push(...Qn(a,n,o)),i}function rt(t,e){let n=document.createElement("a");n.href=URL.createObjectURL(t),n.download=e,document.body.append(n),n.click(),n.remove(),setTimeout(()=>URL.revokeObjectURL(
n.href),1e4)}var[Ce,Ae]=[595.28,841.89],Y=28,to=3,eo=t=>"<FEFF"+[...Array(t.length).keys()].map(e=>t.charCodeAt(e).toString(16).padStart(4,"0")).join("")+">",no={"€":128,"\
„":132,"…":133,"‘":145,"’":146,"“":147,"”":148,"•":149,"–":150,"—":151,"−":45,"→":187};function oo(t){return"<"+[...t].map(e=>{let n=no[e]??
e.codePointAt(0)??63;return(n>255||n<32?63:n).toString(16).padStart(2,"0")}).join("")+">"}function Ee(t,e,n,o){let r=t.width>t.height,[i,a]=r?[Ae,Ce]:[Ce,Ae],s=Math.
min((i-2*Y)/t.width,(a-2*Y)/t.height),[l,c]=[t.width*s,t.height*s],p=n.filter(b=>b).map((b,_)=>`1 0 0 1 ${Y} ${a-Y-12*(_+1)} Tm ${oo(b)} Tj`),g=`q ${l.toFixed(2)}\
 0 0 ${c.toFixed(2)} ${((i-l)/2).toFixed(2)} ${(a-Y-c).toFixed(2)} cm /Map Do Q
BT /F 9 Tf ${to} Tr ${p.join(`
`)} ET
`,w=[`<< /Type /Catalog /Pages 2 0 R /Lang (${o}) >>`,"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${i} ${a}] /Conte\
nts 4 0 R /Resources << /XObject << /Map 5 0 R >> /Font << /F 6 0 R >> >> >>`,`<< /Length ${g.length} >>
stream
${g}endstream`,[`<< /Type /XObject /Subtype /Image /Width ${t.width} /Height ${t.height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${t.
bytes.length} >>
stream
`,t.bytes,`
endstream`],"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",`<< /Title ${eo(e)} /Creator (grensgeo) >>`],f=[],d=0;function u(b){
let _=typeof b=="string"?Uint8Array.from(b,v=>v.charCodeAt(0)):b;f.push(_),d+=_.length}u(`%PDF-1.7
`);let m=w.map((b,_)=>{let v=d;u(`${_+1} 0 obj
`);for(let O of[b].flat())u(O);return u(`
endobj
`),v}),y=d;u(`xref
0 ${w.length+1}
0000000000 65535 f 
`+m.map(b=>`${String(b).padStart(10,"0")} 00000 n 
`).join("")+`trailer
<< /Size ${w.length+1} /Root 1 0 R /Info 7 0 R >>
startxref
${y}
%%EOF
`);let h=new Uint8Array(d);return f.reduce((b,_)=>(h.set(_,b),b+_.length),0),h}var D=20,ro=640,Ne=21,J=22,Me=2,_t=()=>getComputedStyle(document.body).fontFamily;function so(t,e,n){let o=[""];for(let r of e.split(/\s+/)){let i=o[o.length-1],
a=i?i+" "+r:r;t.measureText(a).width<=n||!i?o[o.length-1]=a:o.push(r)}return o}function io(t,e,n){return(o,{size:r,weight:i,leading:a},s)=>{if(!o)return{nodes:[],
end:s};t.font=`${i} ${r}px ${_t()}`;let l=so(t,o,n-2*D);return{end:s+l.length*a,nodes:l.map((c,p)=>S("text",{x:D,y:s+(p+.75)*a,"font-size":r,"font-weight":i,fill:e},
c))}}}function ao({line:t,colour:e,stripe:n,shape:o,width:r=3},i,a){if(t)return[S("rect",{x:i,y:a+7-r/2,width:J,height:r,fill:t})];let[s,l]=[i+J/2,a+7],c={fill:e??
"none",stroke:"#7d7f86","stroke-width":.8};if(o==="circle")return[S("circle",{cx:s,cy:l,r:6,...c})];if(o==="diamond")return[S("path",{d:`M${s-7} ${l}L${s} ${l-7}\
L${s+7} ${l}L${s} ${l+7}Z`,...c})];if(o==="star")return[S("circle",{cx:s,cy:l,r:6,fill:"#c2185b"})];let p=S("rect",{x:i,y:a,width:J,height:13,...c});return n?[p,
...[0,1,2,3].map(g=>S("rect",{x:i+6*g+2,y:a,width:3,height:13,fill:n}))]:[p]}function lo(t,e,n,o,r){t.font=`400 12px ${_t()}`;let i=[],[a,s]=[D,r];for(let l of e){
let c=J+6+t.measureText(l.said).width+16;a>D&&a+c>n-D&&([a,s]=[D,s+Ne]),i.push(...ao(l,a,s),S("text",{x:a+J+6,y:s+11,"font-size":12,fill:o},l.said)),a+=c}return{
nodes:i,end:e.length?s+Ne:r}}function Ie(t,e,n,{ink:o,paper:r}){let i=Math.max(t.width,ro),a=document.createElement("canvas").getContext("2d"),s=io(a,o,i),l=s(n.
title,{size:13,weight:600,leading:18},10),c=s(n.headline,{size:19,weight:700,leading:25},l.end),p=s(n.question,{size:13,weight:400,leading:18},c.end),g=p.end+10,
w=s(n.legend,{size:12,weight:600,leading:18},g+t.height+8),f=lo(a,e,i,o,w.end+4),d=f.end+2,u=n.below.flatMap(b=>{let _=s(b,{size:11,weight:400,leading:15},d);return d=
_.end,_.nodes}),m=Math.ceil(d+12),y=document.querySelector("svg.hatches defs")?.cloneNode(!0);return S("svg",{xmlns:"http://www.w3.org/2000/svg",width:i,height:m,
viewBox:`0 0 ${i} ${m}`,"font-family":_t()},S("title",{},n.headline),...y?[y]:[],S("rect",{width:i,height:m,fill:r}),...l.nodes,...c.nodes,...p.nodes,S("svg",{x:(i-
t.width)/2,y:g,width:t.width,height:t.height,overflow:"hidden"},...t.nodes),...w.nodes,...f.nodes,...u)}var $e=t=>new XMLSerializer().serializeToString(t),Pe=t=>new Blob(
[`<?xml version="1.0" encoding="UTF-8"?>
`,$e(t)],{type:"image/svg+xml"});async function Re(t){let e=new Image;e.src="data:image/svg+xml;charset=utf-8,"+encodeURIComponent($e(t)),await e.decode();let n=document.
createElement("canvas");return n.width=Me*Number(t.getAttribute("width")),n.height=Me*Number(t.getAttribute("height")),n.getContext("2d")?.drawImage(e,0,0,n.width,
n.height),n}async function De(t){let e=await Re(t);return new Promise((n,o)=>{e.toBlob(r=>r?n(r):o(new Error("no picture")),"image/png")})}async function Fe(t,e,n){
let o=await Re(t),r=await new Promise(l=>{o.toBlob(l,"image/jpeg",.92)}),i=new Uint8Array(await r.arrayBuffer()),a=[e.headline,e.question,...e.below],s=Ee({bytes:i,
width:o.width,height:o.height},e.title||e.headline,a,n);return new Blob([s],{type:"application/pdf"})}var co=t=>t.replace(/(?<=^|[,;\t\r\n]["\s]*)(?=[=+\-@\t\r\n])/g,"'");var uo=/^[-\u2212+]?[\d.,\u00a0]+$/;function Be(t,e){if(!uo.test(t))return NaN;let[n,o]=T[e].startsWith("en")?[",","."]:[".",","];return Number(t.replaceAll(n,"").
replaceAll(" ","").replace(o,".").replace("−","-"))}function fo({head:t,body:e},n){let o=n!=="en",r=o?";":",";function i(a){let s=Be(a,n);if(!Number.isNaN(s))
return o?String(s).replace(".",","):String(s);let l=co(a);return/[",;\n\r]/.test(l)?`"${l.replace(/"/g,'""')}"`:l}return[t,...e].map(a=>a.map(i).join(r)).join(`\
\r
`)+`\r
`}var po=t=>t.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g,"").replace(/&/g,"&amp;").replace(/</g,"&lt;").replace(/>/g,"&gt;").replace(/"/g,"&quot;"),F='\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',kt="http://schemas.openxmlformats.org/spreadsheetml/2006/main",st="http://schemas.openxmlformats.org/of\
ficeDocument/2006/relationships",vt="http://schemas.openxmlformats.org/package/2006",it="application/vnd.openxmlformats-officedocument.spreadsheetml";function mo({
head:t,body:e},n,o){function r(a){let s=Be(a,n);return Number.isNaN(s)?`<c t="inlineStr"><is><t xml:space="preserve">${po(a)}</t></is></c>`:`<c${Number.isInteger(
s)?' s="1"':""}><v>${s}</v></c>`}let i=a=>`${F}<worksheet xmlns="${kt}"><sheetData>`+a.map(s=>`<row>${s.map(r).join("")}</row>`).join("")+"</sheetData></workshe\
et>";return[["[Content_Types].xml",`${F}<Types xmlns="${vt}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relatio\
nships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${it}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${it}.styles+xml"/>`+[1,
2].map(a=>`<Override PartName="/xl/worksheets/sheet${a}.xml" ContentType="${it}.worksheet+xml"/>`).join("")+"</Types>"],["_rels/.rels",`${F}<Relationships xmlns\
="${vt}/relationships"><Relationship Id="rId1" Type="${st}/officeDocument" Target="xl/workbook.xml"/></Relationships>`],["xl/workbook.xml",`${F}<workbook xmlns=\
"${kt}" xmlns:r="${st}"><sheets><sheet name="1" sheetId="1" r:id="rId1"/><sheet name="2" sheetId="2" r:id="rId2"/></sheets></workbook>`],["xl/_rels/workbook.xml\
.rels",`${F}<Relationships xmlns="${vt}/relationships">`+[1,2].map(a=>`<Relationship Id="rId${a}" Type="${st}/worksheet" Target="worksheets/sheet${a}.xml"/>`).join(
"")+`<Relationship Id="rId3" Type="${st}/styles" Target="styles.xml"/></Relationships>`],["xl/styles.xml",`${F}<styleSheet xmlns="${kt}"><fonts count="1"><font>\
<sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fil\
l></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2">\
<xf/><xf numFmtId="3" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`],["xl/\
worksheets/sheet1.xml",i([t,...e])],["xl/worksheets/sheet2.xml",i(o.map(a=>[a]))]]}function ho(t){let e=-1;for(let n of t){e^=n;for(let o=0;o<8;o++)e=e>>>1^(e&1?
3988292384:0)}return~e>>>0}function go(t){let e=new TextEncoder,n=[],o=[];function r(a,s){for(let[l,c]of s)for(let p=0;p<l;p++)a.push(c/2**(8*p)&255)}for(let[a,
s]of t){let[l,c]=[e.encode(a),e.encode(s)],p=[[2,20],[2,2048],[2,0],[2,0],[2,33],[4,ho(c)],[4,c.length],[4,c.length],[2,l.length],[2,0]];r(o,[[4,33639248],[2,20],
...p,[2,0],[2,0],[2,0],[4,0],[4,n.length]]),o.push(...l),r(n,[[4,67324752],...p]);for(let g of[l,c])for(let w of g)n.push(w)}let i=n.length;for(let a of o)n.push(
a);return r(n,[[4,101010256],[2,0],[2,0],[2,t.length],[2,t.length],[4,o.length],[4,i],[2,0]]),Uint8Array.from(n)}function ze(t,e,n,o,r){let i=e==="csv"?new Blob(
["\uFEFF"+fo(t,n)],{type:"text/csv;charset=utf-8"}):new Blob([go(mo(t,n,o))],{type:it+".sheet"});rt(i,r+"."+e)}var wo=70;function Ue({words:t,data:e,choosing:n}){let o=n.layerControls().map(n.chosen);return Rt([t.in(e.title),...o].join(" ")).replace(/ /g,"-").slice(0,wo)}
function yo(t){let e=t.querySelector(".swatch");if(!e)return[];let n=getComputedStyle(e),o=[...t.childNodes].filter(s=>s!==e).map(s=>s.textContent?.trim()).filter(
s=>s).join(", "),r=[...e.classList];if(r.includes("line")||r.includes("frontier"))return[{said:o,line:n.borderTopColor,width:parseFloat(n.borderTopWidth)}];let i=r.
find(s=>s.startsWith("hatch-")),a=r.find(s=>["circle","diamond","star"].includes(s));return[{said:o,shape:a,colour:i?`url(#${i})`:n.backgroundColor}]}function bo(t){
let{head:e,rows:n}=t.table(),o=r=>r instanceof Node?r.textContent??"":r??"";return{caption:k("headline").textContent,head:e,body:n.map(([r,i])=>[o(r),...i.map(o)])}}
function je(t,e){let{words:n,map:o,data:r}=t,i=()=>[...document.querySelectorAll("#legend .said")].map(s=>String(s.textContent)).concat([k("strip-notes").firstChild?.
textContent??"",k("strip-sources").textContent,n.t("made_with",{version:r.version})]);async function a(s){let{x:l,y:c}=o.getSize(),p={title:n.in(r.title),headline:k(
"headline").textContent,question:"",legend:k("legend-title").textContent,below:i()},g=getComputedStyle(document.body),w=[...k("legend").children].flatMap(yo),f=Ie(
{width:l,height:c,nodes:Te(o)},w,p,{ink:g.color,paper:g.backgroundColor});rt(s==="png"?await De(f):s==="svg"?Pe(f):await Fe(f,p,n.language),Ue(t)+"."+s)}for(let s of[
"png","svg","pdf"])k(s).addEventListener("click",()=>a(s));for(let s of["csv","xlsx"])k(s).addEventListener("click",()=>{let l=bo(e()),c=r.notes.map(p=>n.in(p.text));
ze(l,s,n.language,[n.in(r.title),l.caption,...c,...i()],Ue(t))});k("print").addEventListener("click",()=>window.print())}var Lt=10,xo=6,at=14,_o=300,ko=34,vo=[0,9,9.75,11.5],Lo=t=>t<9.5?26:60,So=2;function We(t){let e=t.getZoom(),n=t.containerPointToLayerPoint([0,0]),o=t.getPixelOrigin(),
r=t.getSize();return{width:r.x,height:r.y,scale:2**e,zoom:e,x:n.x,y:n.y,left:o.x+n.x,top:o.y+n.y}}function Oo(t,{width:e,height:n}){let o=[];for(let i=1;i<t.length;i++){
let[[a,s],[l,c]]=[t[i-1],t[i]],p=Math.max(1,Math.ceil(Math.hypot(l-a,c-s)/12));for(let g=0;g<p;g++){let w=a+(g+.5)/p*(l-a),f=s+(g+.5)/p*(c-s);w>0&&f>0&&w<e&&f<n&&
o.push([w,f])}}let r=Math.floor(o.length/2);return o.map((i,a)=>o[r+(a%2?-1:1)*Math.ceil(a/2)]).filter(Boolean)}var To=t=>t.reduce((e,[n,o],r)=>r?e+Math.hypot(n-
t[r-1][0],o-t[r-1][1]):0,0);function He(t,e,n,o){let r=We(t),i=xt(e,r.zoom),a=[],s=new Map;for(let l of o){if(!G(e,"road",l,r.zoom)||r.zoom<vo[l-1])continue;let c=X(
e,"road",l,r).filter(p=>e.name[p]).map(p=>({name:e.name[p],corners:q(e,p,i,r)})).map(p=>({...p,long:To(p.corners)})).filter(({long:p})=>p>=ko).sort((p,g)=>g.long-
p.long);for(let{name:p,corners:g}of c){if(a.length>=Lo(r.zoom))return a;let w=p.split("/").slice(0,So).join("/"),f=n.widthOf(w,Lt,!0)+xo,d=p.split("/").flatMap(
u=>s.get(u)??[]);for(let[u,m]of Oo(g,r)){if(d.some(([b,_])=>Math.hypot(b-u,_-m)<_o))continue;let[y,h]=[r.x+u-f/2,r.y+m-at/2];if(n.free([y-2,h-2,y+f+2,h+at+2])){
n.take([y,h,y+f,h+at]),a.push({text:w,rank:l,x:y,y:h,width:f,height:at}),d.push([u,m]);for(let b of p.split("/"))s.set(b,[...s.get(b)??[],[u,m]])}}}}return a}function Ge(t,e,n,o){
let r=We(t);return o.filter(i=>G(e,n,i,r.zoom)).flatMap(i=>X(e,n,i,r).map(a=>{let[[s,l]]=q(e,a,1/0,r);return{name:e.name[a],rank:i,people:e.people[a],at:L.point(
r.x+s,r.y+l)}}).sort((a,s)=>s.people-a.people))}function Xe(t,e){let n=document.createElement("canvas").getContext("2d"),o=getComputedStyle(document.body).fontFamily,r=t.containerPointToLayerPoint([0,0]),i=L.
bounds(r,t.containerPointToLayerPoint(t.getSize())),[a,s]=[i.min,i.max];return{screen:i,point:l=>t.latLngToLayerPoint(l),free:l=>l[0]>=a.x&&l[2]<=s.x&&l[1]>=a.y&&
l[3]<=s.y&&e.every(c=>Qt(c,l)),take:(...l)=>{e.push(...l)},widthOf(l,c,p){return n.font=`${p?600:400} ${c}px ${o}`,n.measureText(l).width}}}var qe=({x:t,y:e},n,o,r)=>[
[t+r,e-o/2],[t-r-n,e-o/2],[t-n/2,e-o-4],[t-n/2,e+4]];function B(t,e,n){return t.style.transform=`translate(${e}px,${n}px)`,t}var Co=13,St=18,Ke=14,Ao=12,Eo=[12,11.5,11,10.5],No=10.5,Ve=[58,170];function Mo({data:t,choosing:e,base:n},o){let r=e.view().kind==="isochrones"?e.layer().key[0]:
null;if(r===null||!t.origins[r]||n.areas.some(p=>p.code===r))return[];let[i,a]=t.origins[r],s=o.point([a,i]),l=e.view().names[r];o.take([s.x-10,s.y-10,s.x+20+o.
widthOf(l,Ke,!0),s.y+10]);let c=x("span",{class:"place big"},l);return c.style.fontSize=Ke+"px",[B(c,s.x+13,s.y-9)]}function Ze(t,e,n,o,r){let i=o>Ao,a=n.widthOf(
t,o,i)+8,s=o*1.3,l=qe(e,a,s,4).find(([w,f])=>n.free([w,f,w+a,f+s]));if(!l)return[];let[c,p]=l;n.take([c,p,c+a,p+s],[e.x-3,e.y-3,e.x+3,e.y+3]);let g=x("span",{class:"\
place "+r+(i?" big":"")},t);return g.style.fontSize=o+"px",[B(x("i",{class:"dot "+r}),e.x-2.5,e.y-2.5),B(g,c+4,p)]}function lt(t,e,n,o,r,i=new Set){return Ge(t,
e,o,r).filter(({name:a,at:s})=>n.screen.contains(s)&&!i.has(a.split(" (")[0])).flatMap(({name:a,rank:s,at:l})=>Ze(a,l,n,o==="station"?No:Eo[s-1],o==="station"?"\
stop":"village"))}function Io(t,e,n,o){let r=i=>He(t,e,n,i).map(({text:a,rank:s,x:l,y:c,width:p})=>{let g=x("span",{class:s===1?"place shield motorway":"place s\
hield"},a);return g.style.fontSize=Lt+"px",g.style.width=p+"px",B(g,l,c)});return[...r([1,2]),...lt(t,e,n,"place",[2,3]),...r([3]),...lt(t,e,n,"station",[1],o),
...lt(t,e,n,"place",[4]),...r([4])]}function $o(t,e,n,o){let r=o.widthOf(t.toLocaleUpperCase(),Co,!0)+t.length*2.4+8;function i(s,l){let c=L.bounds([s-6,l-4],[s+
r+6,l+22]);return n.some(p=>p.some(g=>c.contains(g)))}let a=e.map(s=>[s.x-r/2,s.y-St/2]).find(([s,l])=>!i(s,l)&&o.free([s,l,s+r,l+St]));return a?(o.take([a[0],a[1],
a[0]+r,a[1]+St]),[B(x("span",{class:"country"},t),a[0],a[1])]):[]}function Ye(t,e,n){let{map:o,data:r,words:i,base:a}=t,{x:s,y:l}=o.containerPointToLayerPoint([
0,0]),c=Xe(o,[[s,l,s+Ve[0],l+Ve[1]],...n]),p=Mo(t,c);e&&p.push(...lt(o,e,c,"place",[1]));for(let[w,f,d]of r.base.places){let u=a.areas[w],m=c.point([d,f]);!ee(u,
o.getZoom())||!c.screen.contains(m)||p.push(...Ze(u.name,m,c,ne(u.population),u.part==="ring"?"ring":"town"))}let g=a.frontier.map(w=>w.map(c.point));if(g.flat().
some(w=>c.screen.contains(w))){let w=c.point(L.latLngBounds(a.frontier.flat()).getCenter());for(let f of new Set(a.areas.map(d=>d.country))){let d=a.areas.filter(
u=>u.country===f).map(u=>c.point(u.centre)).sort((u,m)=>u.distanceTo(w)-m.distanceTo(w));p.push(...$o(i.t(f.toLowerCase()),d,g,c))}}if(e){let w=new Set(p.map(f=>String(
f.textContent).split(" (")[0]));p.push(...Io(o,e,c,w))}o.getPane("names")?.replaceChildren(...p)}var Ot=t=>L.CircleMarker.extend({_updatePath(){let{x:e,y:n}=this._point;this._renderer._setPath(this,t(e,n,this._radius))}});function Je(t,e,n){let o=n*1.3;return`\
M${t-o} ${e}L${t} ${e-o}L${t+o} ${e}L${t} ${e+o}Z`}function Qe(t,e,n){return`M${Array.from({length:10},(r,i)=>{let a=n*(i%2?.45:1);return`${t+a*Math.sin(i*Math.
PI/5)} ${e-a*Math.cos(i*Math.PI/5)}`}).join("L")}Z`}var Po=["sector","level","language","period"];function tn({words:t,choosing:e}){let{t:n,count:o,capital:r}=t,{view:i,layer:a}=e,s=h=>n("minutes",{n:o(Math.round(
h))});function l(h){return h===null||!/^[a-z]{2}$/.test(h)?h:new Intl.DisplayNames([t.language],{type:"language"}).of(h)??h}let c=h=>({what:r(t.named("opp_types",
h.type)??h.type),sector:t.named("sectors",h.sector)??h.sector,level:h.level,language:l(h.language),period:h.from===null&&h.to===null?null:[h.from??"…",h.to??"\
…"].join(" – ")});function p(h){let b=a().key[0]==="any"?h.mode:a().key[0];return t.named("modes",b)??b}let g=h=>i().places[h.place][2],w=h=>h.unsure.map(b=>n(
"unsure_"+b)).join(", "),f=h=>x("div",{class:"small warn"},h);function d(h){let b=c(h),_=x("div",{class:"offer"},x("strong",{},b.what));h.count!==null&&h.count!==
1&&_.append(A(r(n("placement_places")),o(h.count)));for(let v of Po)v==="period"&&b.period===null||_.append(A(r(n("placement_"+v)),b[v]??n("placement_not_told")));
return _.append(A(r(n("placement_id")),h.id)),h.unsure.length&&_.append(f(n("placement_unsure_what",{what:w(h)}))),h.main_place&&_.append(f(n("placement_at_main\
_place"))),_}function u(h,b){let[_,v]=h[0],O=n(_.country.toLowerCase())+(g(_)?" ("+n("side_across")+")":"");return x("div",{class:"card"},x("div",{class:"main"},
s(v)),x("div",{class:"small"},p(_)+" · "+O),...h.slice(0,b).map(([M])=>d(M)),...h.length>b?[x("div",{class:"small"},"+ "+o(h.length-b))]:[])}let m=()=>["placem\
ent_time","country","placement_sector","placement_by","placement_what","placement_level","placement_language","placement_not_told"].map(h=>r(n(h)));function y(h){
let b=c(h);return[h.country+(g(h)?" ◆":""),b.sector??"–",p(h),b.what,b.level??"–",b.language??"–",w(h)]}return{minutes:s,card:u,columns:m,cells:y}}var Tt=t=>x("div",{class:"small warn"},t);function en({words:t,choosing:e,base:n,said:o}){let{t:r}=t,{view:i,fieldName:a,field:s}=e;function l(d){let u=n.areas[d],
m=r("population",{n:t.plain(u.population)});return[x("strong",{},u.name),x("div",{class:"small"},[r(u.country.toLowerCase()),u.nuts3,m].join(" · "))]}function c(d){
let u=s();return[x("div",{class:"main"},o.figureAt(a(),d,ot(u))),x("div",{class:"small"},o.fieldTitle(u)+(i().mean?r("of_mean_here"):""))]}function p(d){let u=(i().
bar??[]).map(b=>({name:b,value:o.numberAt(b,d)})),m=u.map(({name:b})=>A(r(b),o.figureAt(b,d,"count"),b)),y=u.reduce((b,{value:_})=>b+(_??0),0);if(!(y>0)||u.some(
({value:b})=>b===null))return m;let h=x("div",{class:"bar","aria-hidden":"true"});for(let{name:b,value:_}of u){let v=ft(x("i"),b,"background");v.style.width=100*
Number(_)/y+"%",h.append(v)}return[h,...m]}let g=d=>i().rows.map(([u,m,y])=>A(t.capital(r(u)),o.figureAt(o.where()+m,d,y))),w=d=>(i().bounds??[]).filter(u=>o.numberAt(
u+"_lower",d)!==null&&o.numberAt(u+"_upper",d)!==null).map(u=>A(r("bounds_of",{what:r("row_"+u)}),r("bounds_range",{a:o.figureAt(u+"_lower",d,"plain"),b:o.figureAt(
u+"_upper",d,"plain")})));function f(d,u){let m=o.numberAt("without",d),y=o.numberAt("edge",d)??0,h=o.numberAt("unknown",d)??0;return[...m!==null&&!u?[A(r("row_\
without"),t.share(m))]:[],...o.marks(d).still?[Tt(r("mark_still"))]:[],...y>0?[Tt(r("edge_mean",{share:t.share(y)}))]:[],...h>0?[Tt(r("lower_bound",{n:t.count(h)}))]:
[]]}return function(u,m=!1){let y=(i().ids??[]).indexOf(u);return x("div",{class:"card"},...l(u),...c(y),...p(y),...m?[]:[...g(y),...w(y)],...f(y,m))}}function nn(t){let{map:e,data:n,words:o,choosing:r,base:i}=t,{state:a,view:s}=r,l=en(t),c=null,p=null;function g(u){c&&c.remove(),c=u===null?null:L.polygon(i.areas[u].
rings,i.flat("chosen",{fill:!1,color:"#111827",weight:3})).addTo(e)}function w(u){let m=n.base.places.find(y=>y[0]===u);return m?[m[2],m[1]]:i.areas[u].centre}function f(u,m){
let y=m??(p&&a.area===u?p.getLatLng():void 0)??w(u);a.area=u,g(u),k("find").value=String(u),p?p.setLatLng(y).setContent(l(u)):p=L.popup({maxWidth:290,autoPanPadding:[
16,16]}).setLatLng(y).setContent(l(u)).openOn(e),Ct(o.t("close"))}e.on("popupclose",()=>{p=null,a.area=null,g(null),k("find").value=""});function d(){let{ids:u}=s();
if(k("find-box").hidden=!u,!u)return;let m=new Map;for(let y of u){let h=i.areas[y];m.set(h.nuts3,[...m.get(h.nuts3)??[],h])}k("find").replaceChildren(x("option",
{value:""},o.t("find_none")),...[...m].map(([y,h])=>x("optgroup",{label:y},...h.sort((b,_)=>o.sort(b.name,_.name)).map(b=>x("option",{value:String(b.number)},b.
name))))),k("find").value=a.area===null?"":String(a.area)}return k("find").addEventListener("change",()=>{k("find").value!==""?f(Number(k("find").value)):e.closePopup()}),
{card:l,mark:g,select:f,showList:d}}function Ct(t){let e=document.querySelector(".leaflet-popup-close-button");e&&e.setAttribute("aria-label",t)}var Ro=1.0001,on=760;function rn(t,e){let n=e.findIndex(([o])=>t<=o*Ro);return n<0?e.length-1:n}function Do(t){let{map:e,words:n,choosing:o,base:r}=t,{view:i,layer:a}=o,
s=tn(t),l=Ot(Je),c=Ot(Qe);function p(){let d=new Map;for(let[u,m]of a().rows){let y=i().offers[u];d.has(y.place)||d.set(y.place,[]),d.get(y.place).push([y,m])}return d}
function g(d){let[u,m]=i().places[d[0][0].place],h=L.popup({maxWidth:290,maxHeight:320,autoPanPadding:[16,16]}).setLatLng([m,u]).setContent(s.card(d,d.length)).
openOn(e).getElement()?.querySelector(".leaflet-popup-content");h instanceof HTMLElement&&(h.tabIndex=0),Ct(n.t("close"))}function w(d,u){let[m,y,h]=i().places[d],
b=new(h?l:L.CircleMarker)([y,m],{pane:"points",renderer:r.renderers.points,radius:Math.min(7+1.5*Math.log2(u.length),14),color:"#1d1f24",weight:1.4,fillColor:i().
bands[rn(u[0][1],i().bands)][1],fillOpacity:1});return b.bindTooltip(()=>s.card(u,2),{opacity:1,className:"hover"}),b.on("click",()=>{b.closeTooltip(),g(u)}),b}
return{offers:s,groups:p,open:g,marker:w,homeMarker:([d,u])=>new c([u,d],{pane:"points",renderer:r.renderers.points,interactive:!1,radius:13,color:"#ffffff",weight:2,
fillColor:K,fillOpacity:1})}}function sn(t){let{map:e,words:n,choosing:o}=t,{t:r,count:i}=n,{view:a,layer:s}=o,{offers:l,groups:c,open:p,marker:g,homeMarker:w}=Do(
t),f=!1;function d(){let{places:m,home:y}=a(),h=[...c().keys()].map(b=>L.latLng(m[b][1],m[b][0]));return y?[...h,L.latLng(y[1],y[0])]:h}function u(){let{bands:m}=a(),
y=s().rows.map(([,h])=>rn(h,m));return m.map(([h,b],_)=>C(b,r("placement_band",{a:i(_?m[_-1][0]:0),b:i(h),n:i(y.filter(v=>v===_).length)})))}return{draw(m){for(let[
h,b]of[...c()].reverse())m("point"+h,g(h,b));let{home:y}=a();y&&m("home",w(y)),!f&&window.innerWidth>on&&(k("table-box").open=!0),f=!0},title:()=>r("placement_o\
ffers"),legend(){let m=Object.entries(s().asides).filter(([,b])=>b).map(([b,_])=>r(b,{n:i(_)}));s().rows.length||m.unshift(r("placement_none")),[...c().values()].
some(b=>b.length>1)&&m.unshift(r("placement_several"));let y=a().controls.find(b=>b.id==="side"),h=y&&y.options.length>1?[P("circle",r("placement_own")),P("diam\
ond",r("placement_across"))]:[];return[...u(),...h,...a().home?[P("star",r("placement_home"))]:[],...m.map(E)]},table(){let m=c();return{head:l.columns(),rows:s().
rows.map(([y,h])=>{let b=a().offers[y];return[R(l.minutes(h),()=>{p(m.get(b.place)??[[b,h]]),window.innerWidth<=on&&e.getContainer().scrollIntoView()},String(y)),
l.cells(b)]})}},values:()=>Object.fromEntries(Object.entries(s().said).map(([m,y])=>[m,i(y)])),box(){let m=L.latLngBounds(d());return m.isValid()?{bounds:m,options:{
padding:[48,48],maxZoom:13}}:null},taken:()=>d().map(m=>{let y=e.latLngToLayerPoint(m);return[y.x-6,y.y-6,y.x+6,y.y+6]})}}function an({data:t,words:e,choosing:n}){let{t:o}=e;k("notes").replaceChildren(...t.notes.map(s=>x("li",{},e.in(s.text),...s.details.map(l=>x("div",{class:"smal\
l"},e.in(l)))))),k("notes-box").hidden=t.notes.length===0;let r=t.labels.mode_of_trip,i=n.layerControls().map(n.chosen).map(s=>Object.hasOwn(r,s)?r[s]:s),a=Wt(t.
strip,i);k("strip-notes").textContent=a.map(s=>e.in(s.text)).join(" "),t.notes.length>a.length&&k("strip-notes").append(" ",R(o("more_notes",{n:e.plain(t.notes.
length)}),()=>{k("notes-box").open=!0,k("notes-box").scrollIntoView(),k("notes-box").querySelector("summary").focus()})),k("strip-sources").textContent=t.attributions.
length?o("source")+": "+t.attributions.map(e.in).join(" · "):"",k("sources").replaceChildren(...t.sources.map(s=>{let l=s.reference_date?o("reference_date",{date:s.
reference_date}):"";return x("li",{},Ht(s),". "+[e.in(s.attribution),e.in(s.licence),l].filter(c=>c).join(" · "))}))}function Fo({data:t,words:e,choosing:n},o){let{closed:r}=n.view();k("legend-title").textContent=o.title(),k("legend").replaceChildren(...o.legend(),...t.base.border.
length?[P("frontier",e.t("border_line"))]:[],...r?[E(e.t(r))]:[])}function ln({choosing:t},e){if(!k("table-box").open){k("table").replaceChildren();return}let{head:n,
rows:o}=e.table();Q(k("table"),x("table",{class:t.view().kind},x("caption",{},k("headline").textContent),x("thead",{},x("tr",{},...n.map(r=>x("th",{scope:"col"},
r)))),x("tbody",{},...o.map(([r,i])=>x("tr",{},x("th",{scope:"row"},r),...i.map(a=>x("td",{},a)))))))}function Bo({words:t,choosing:e,said:n},o){let{kind:r,ids:i,
mean:a}=e.view(),s=t.t("head_"+r,{...n.values(),...o.values?.()}).trim();k("headline").textContent=s+(i?t.t(a?"of_mean":"of_each"):"")}function zo(t,e,n){let o=Dt(
e.labels,n),r=ye(e),i={...xe(o,r),..._e(o,r)};return{map:t,data:e,words:o,choosing:r,said:i,base:de(t,e)}}function Uo(t){let{map:e,data:n,choosing:{state:o,view:r}}=t,
i=nn(t),a=new Map,s=he(t,i,a),l={isochrones:we(t),flows:Oe(t),placements:sn(t)},c=()=>l[r().kind]??s,p=null,g=null;function w(){for(let d of a.values())d.remove();
a.clear(),e.closePopup(),i.mark(null)}function f(){Ye(t,g?.base??null,c().taken?.()??[])}return{topic:c,selecting:i,names:f,home(){let{bounds:d,options:u}=c().box?.()??
{bounds:t.base.bounds,options:{padding:[4,4]}};e.fitBounds(d,{...u,animate:!1})},draw(){(p!==o.view||!r().ids)&&w(),p=o.view,c().draw((d,u)=>a.set(d,u.addTo(e)))},
dress(d){Nt(n.sides,d),g?.layer.dress(d),f()},paper(d){g?.layer.paper(d)},lay(d){g=d}}}function jo(t){let e=Mt(),n=ht(location.hash),o=mt(e.language,{language:n.
lang,theme:n.theme}),r=zo(t,e,o.language),{words:i,choosing:a}=r,{state:s,view:l}=a,c=Uo(r),{topic:p,selecting:g}=c,w=!0,f=zt(o.theme,h=>{c.dress(h),k("theme").
textContent=i.t(h?"theme_light":"theme_dark")});function d(){try{history.replaceState(null,"","#"+qt(e,a,{language:i.language,theme:f.theme}))}catch{}}function u(){
let{area:h}=s;Ut(i,e,t.getContainer()),an(r),be(r,u,()=>{w=!0}),Bo(r,p()),c.draw(),t.invalidateSize({animate:!1,pan:!1}),w&&(w=!1,c.home()),Fo(r,p()),ke(r,g.select),
g.showList(),ln(r,p()),f.show(),h!==null&&l().ids?.includes(h)&&g.select(h),d()}function m(){t.invalidateSize({animate:!1,pan:!1}),c.home()}Ho(t,r,c.names);function y(h){
i.language=h,u()}jt(h=>{dt({language:h}),y(h)}),k("theme").addEventListener("click",d),k("table-box").addEventListener("toggle",()=>ln(r,p())),t.on("popupopen p\
opupclose",d),window.addEventListener("hashchange",()=>{let h=ht(location.hash);gt(h,e,a),w=!0,y(mt(i.language,{language:h.lang??i.language}).language)}),je(r,p),
Gt(t,c.home),Xt(t,m),Wo(h=>{m(),c.paper(h)}),gt(n,e,a),u(),pe(t,e).then(h=>{c.lay(h),f.show()})}function Wo(t){window.addEventListener("beforeprint",()=>t(!0)),
window.addEventListener("afterprint",()=>t(!1)),window.matchMedia("print").addEventListener("change",({matches:e})=>t(e))}function Ho(t,e,n){t.setMaxBounds(e.base.
bounds.pad(1.2)),t.getContainer().setAttribute("role","region"),t.getPane("bands").style.opacity="0.8",t.on("moveend zoomend resize viewreset",n),t.on("zoomstar\
t",()=>t.getPane("names")?.replaceChildren())}Object.assign(globalThis,{grensgeoPage:jo});})();
