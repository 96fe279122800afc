/* grensgeo map: bundled from js/ by `make js`; edit there.
   sources 6d51dbfe7282a072: src/pages/address.js src/pages/areas.js src/pages/bands.js src/pages/base.js src/pages/card.js src/pages/choosing.js src/pages/classes.js src/pages/controls.js src/pages/extremes.js src/pages/figures.js src/pages/flows.js src/pages/keys.js src/pages/leaving.js src/pages/map.js src/pages/names.js src/pages/offers.js src/pages/points.js src/pages/selecting.js src/pages/small_print.js src/shared/after_paint.js src/shared/appearance.js src/shared/areas.js src/shared/base_map.js src/shared/base_names.js src/shared/canvas_layer.js src/shared/elements.js src/shared/geometry.js src/shared/map_nodes.js src/shared/marks.js src/shared/numbers.js src/shared/page.js src/shared/pdf.js src/shared/room.js src/shared/saving.js src/shared/sheet.js src/shared/small_table.js src/shared/unpack.js src/shared/words.js */
"use strict";(()=>{var k=t=>document.getElementById(t);function At(t,e,n){for(let[o,r]of Object.entries(e))r!==null&&r!==!1&&t.setAttribute(o,r===!0?"":String(r));return t.append(
...n.filter(o=>o!==null)),t}function x(t,e={},...n){return At(document.createElement(t),e,n)}function v(t,e={},...n){let o=document.createElementNS("http://www.\
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
step_x:p,step_y:g}=t,w=Jt(s),u=s.length,d=new Float64Array(w[u]),f=new Float64Array(w[u]),h=new Float64Array(4*u),y=new Int32Array(u),[m,b,_,S]=[0,0,0,0];for(let O=0;O<
u;O++){m+=l[O],b+=c[O];let[M,I]=[m,b],[z,$,ct,ut]=[1/0,1/0,-1/0,-1/0];for(let N=w[O];N<w[O+1];N++)N>w[O]&&(M+=p[_],I+=g[_],_++),d[N]=Zt(M/1e4),f[N]=Yt(I/1e4),z=
Math.min(z,d[N]),ct=Math.max(ct,d[N]),$=Math.min($,f[N]),ut=Math.max(ut,f[N]);h.set([z,$,ct,ut],4*O),n[r[O]]==="place"&&(y[O]=t.people[S++])}return{n:u,layer:Array.
from(r,O=>n[O]),rank:i,name:Array.from(a,O=>o[O]),people:y,at:w,x:d,y:f,level:t.level,box:h,looks:e}}async function ce(t){if(!t)return null;let{manifest:e,chunks:n}=t;return Mn(await ie(e,n),e.meta)}function X({n:t,layer:e,rank:n,box:o},r,i,{width:a,height:s,scale:l,
left:c,top:p}){let g=[];for(let w=0;w<t;w++){if(e[w]!==r||n[w]!==i)continue;o[4*w]*l-c>a||o[4*w+2]*l-c<0||o[4*w+1]*l-p>s||o[4*w+3]*l-p<0||g.push(w)}return g}function q({
at:t,x:e,y:n,level:o},r,i,{scale:a,left:s,top:l}){let c=[];for(let p=t[r];p<t[r+1];p++)o[p]<=i&&c.push([e[p]*a-s,n[p]*a-l]);return c}function In(t,e,n,o,{sight:r,
level:i}){let a=An.includes(n);t.beginPath();for(let s of X(e,n,o,r)){let l=q(e,s,i,r);l.length<(a?3:2)||(l.forEach(([c,p],g)=>g?t.lineTo(c,p):t.moveTo(c,p)),a&&
t.closePath())}}function H(t,e,n,o=[]){t.strokeStyle=e,t.lineWidth=n,t.setLineDash(o),t.stroke()}function $n(t,e,n,{zoom:o,ratio:r,colours:i}){let a=xt(e,o),s=Math.
max(0,Math.min(1,(o-bt[0])/(bt[1]-bt[0]))),l={sight:n,level:a};t.lineJoin="round",t.lineCap="round";function c(p,g){for(let w=e.looks.shown_from[p].length;w>=1;w--)
G(e,p,w,o)&&(In(t,e,p,w,l),g(w))}for(let p of["nature","built_up","water"])c(p,()=>{t.fillStyle=i[p],t.fill("nonzero")});if(c("waterway",p=>H(t,i.river,r*(1+1.4*
s)/Math.sqrt(p))),c("road",p=>{let[g,w]=En[p-1],u=r*(g+s*(w-g));H(t,i.casing,u+r*(p<3?le:.7*le)),H(t,i.road,u)}),t.lineCap="butt",c("rail",p=>{let g=r*(p===1?1.7+
s:1.3+s);H(t,i.rail,g),H(t,i.sleeper,g*.5,[5*r,5*r])}),t.setLineDash([]),!!G(e,"station",1,o))for(let p of X(e,"station",1,n)){let[[g,w]]=q(e,p,a,n),u=r*Nn;t.fillStyle=
i.station,t.fillRect(g-u,w-u,2*u,2*u),t.strokeStyle=i.rail,t.lineWidth=r,t.strokeRect(g-u,w-u,2*u,2*u)}}function ue(t){let e=se(t,"base-map",{_update(){this._map.
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
fillOpacity:e.land})).addTo(t);let w=g.part==="ring";L.polygon(g.rings,i("lines",{fill:!1,weight:w?.5:.8,color:w?Rn:nt})).addTo(t)}for(let[g,w]of Fn){let u=(e.lines[g]||
[]).map(tt);u.length&&L.polyline(u,i("lines",w)).addTo(t)}let a=e.base.border.map(tt);L.polyline(a,i("frontier",{color:"var(--halo)",weight:5,opacity:.9})).addTo(
t),L.polyline(a,i("frontier",{color:K,weight:2.6})).addTo(t),L.control.scale({imperial:!1,position:"bottomright",maxWidth:120}).addTo(t);let[s,l,c,p]=e.base.bounds;
return{areas:o,frontier:a,renderers:n,live:r,flat:i,bounds:L.latLngBounds([s,l],[c,p])}}function C(t,e){let n=x("i",{class:"swatch","aria-hidden":"true"});return t.startsWith("url(#")?n.classList.add(t.slice(5,-1)):n.style.backgroundColor=t,x("li",
{},n,e)}var P=(t,e)=>x("li",{},x("i",{class:"swatch "+t,"aria-hidden":"true"}),e);function V(t,e,n){let o=P("line",n),r=o.firstChild;return r.style.borderTopColor=
t,r.style.borderTopWidth=e+"px",o}var A=t=>x("li",{class:"said"},t);function E(t,e,n){let o=x("span",{},...n?[Et(n)]:[],t);return x("div",{class:"row"},o,x("b",
{},e))}var me="url(#hatch-missing)";function zn({data:t,words:e,choosing:n,said:o},r,i){let{t:a}=e,s=o.units[r.unit];function l(w){return w===0?a("class_below",{a:s(i[0])}):
w===i.length?a("class_above",{a:s(i[w-1])}):a("class_between",{a:s(i[w-1]),b:s(i[w])})}let c=(w,u=!1)=>wt({kind:"step",step:w,negative:u},r.palette,i,t.palettes),
p=i.length?[...i.keys(),i.length]:[];if(r.palette==="diverging"){let w=u=>p.map(d=>C(c(d,u),(u?"− ":"+ ")+l(d)));return[...w(!1).reverse(),C("#ffffff",a("clas\
s_same")),...w(!0)]}let g=n.layer().values[n.fieldName()].includes(0);return[...p.toReversed().map(w=>C(c(w),l(w))),...g?[C("#ffffff",a(r.palette==="effect"?"cl\
ass_zero_effect":"class_zero"))]:[]]}function Un({data:t,words:e,choosing:n,base:o,said:r},i){let{t:a}=e,{view:s,layer:l,fieldName:c}=n,p=l().values[c()],g=s().
ids??[],w=o.areas.filter(h=>!g.includes(h.number)),u=g.map((h,y)=>r.marks(y)),d=(l().values.unknown||[]).filter(h=>Number(h)>0).length;return[...[[p.includes("n"),
t.palettes.noise,"class_noise"],[p.includes("u"),"url(#hatch-undefined)",s().undefined||"undefined"],[p.includes(null)||w.some(h=>h.part!=="ring"),me,"class_mis\
sing"],[u.some(h=>h.edge),"url(#hatch-edge)",i.palette==="sequential"?"class_edge":"class_edge_other"],[u.some(h=>h.still&&!h.edge),"url(#hatch-still)","class_s\
till"]].filter(([h])=>h).map(([,h,y])=>C(h,a(y,{noise:y==="class_noise"?e.share(s().noise):""}))),...d?[A(a("bounds",{n:e.count(d)}))]:[],...w.some(h=>h.part===
"ring")?[C(et,a("class_outside"))]:[]]}function jn({data:t,choosing:e,base:n,said:o},r,i,a){let{state:s,view:l,layer:c,fieldName:p,field:g}=e,w=c().breaks[g().group],
u=c().values[p()];function d(f,h){let y=L.polygon(n.areas[f].rings,n.live("figures",{color:nt,weight:.6,fillColor:h,fillOpacity:1}));y.bindTooltip(()=>r.card(f,
!0),{sticky:!0,opacity:1,className:"hover"}),y.on("mouseover",()=>r.mark(f)),y.on("mouseout",()=>r.mark(s.area)),y.on("click",m=>{y.closeTooltip(),r.select(f,m.
latlng)}),a("area"+f,y)}(l().ids??[]).forEach((f,h)=>{let y=wt(Kt(u[h],w),g().palette,w,t.palettes),m=i.get("area"+f);m?m.setStyle({fillColor:y}):d(f,y),i.get("\
over"+f)?.remove(),i.delete("over"+f);let{edge:b,still:_}=o.marks(h);!b&&!_||a("over"+f,L.polygon(n.areas[f].rings,n.flat("lines",{stroke:!1,fillColor:b?"url(#h\
atch-edge)":"url(#hatch-still)",fillOpacity:1})))});for(let f of n.areas)f.part==="ring"||i.has("area"+f.number)||a("area"+f.number,L.polygon(f.rings,n.flat("fi\
gures",{color:nt,weight:.6,fillColor:me,fillOpacity:1})))}function he(t,e,n){let{words:o,choosing:r,base:i,said:a}=t,{t:s}=o,{view:l,layer:c,field:p}=r;return{draw:g=>jn(
t,e,n,g),title:()=>a.fieldTitle(p()),legend:()=>[...zn(t,p(),c().breaks[p().group]),...Un(t,p())],table(){let g=[...l().rows.map(([u,d,f])=>[s(u),a.where()+d,f]),
...(l().bar??[]).map(u=>[s(u),u,"count"])],w=(l().ids??[]).map((u,d)=>({area:i.areas[u],slot:d})).sort((u,d)=>o.sort(u.area.name,d.area.name));return{head:[s("m\
unicipality"),s("country"),...g.map(([u])=>o.capital(u))],rows:w.map(({area:u,slot:d})=>[u.name,[u.country,...g.map(([,f,h])=>a.figureAt(f,d,h))]])}}}}var Wn="#888888",ge="other";function we({map:t,data:e,words:n,choosing:o,base:r}){let{t:i,count:a}=n,{view:s,layer:l}=o,c=()=>[...s().parts,ge];function p(f){let h=l().
bands.map(b=>b.cutoff).sort((b,_)=>b-_),y=h.length>1?h.indexOf(f)/(h.length-1):0,{bands:m}=e.palettes;return s().cutoffs.includes(f)?m[Math.round(y*(m.length-2))]:
Wn}let g=(f,h)=>i("area_km2",{n:a(f.km2[h]||0)}),w=f=>i("within",{n:n.plain(f.cutoff)});function u(f){let[h,y]=l().key,m=c().filter(b=>f.km2[b]>0||b!==ge);return x(
"div",{class:"card"},x("strong",{},s().names[h]??h),x("div",{class:"main"},w(f)),x("div",{class:"small"},n.named("by_mode",y)??""),...m.map(b=>E(i(b),g(f,b))))}
function d(f){let{all:h}=f.km2,y=(e.home[l().key[0]]??"").toLowerCase(),b=(y?s().parts.filter(_=>_!==y):[]).reduce((_,S)=>_+(f.km2[S]||0),0);return b&&h?i("area\
_share",{n:a(h),p:n.share(b/h)}):i("area_km2",{n:a(h)})}return{draw(f){l().bands.forEach((y,m)=>{let b=L.polygon(W(y.geometry),r.live("bands",{color:"#ffffff",weight:1,
fillColor:p(y.cutoff),fillOpacity:1}));b.bindTooltip(()=>u(y),{sticky:!0,opacity:1,className:"hover"}),b.on("click",_=>{b.closeTooltip(),L.popup({maxWidth:290}).
setLatLng(_.latlng).setContent(u(y)).openOn(t)}),f("band"+m,b)});let h=e.origins[l().key[0]];h&&f("halo",L.circleMarker([h[1],h[0]],{...r.flat("chosen",{color:"\
#ffffff",weight:3,fillColor:K,fillOpacity:1}),radius:8}))},title:()=>i("travel_time"),legend:()=>l().bands.toReversed().map(f=>{let h=C(p(f.cutoff),w(f));return h.
append(x("small",{},d(f))),h}),table:()=>({head:[n.capital(i("cutoff")),...c().map(f=>i(f))],rows:l().bands.toReversed().map(f=>[i("minutes",{n:n.plain(f.cutoff)}),
c().map(h=>g(f,h))])}),box(){let f=L.latLngBounds([]);for(let h of l().bands)f.extend(L.polyline(W(h.geometry).flat()).getBounds());return f.isValid()?{bounds:f,
options:{padding:[24,24]}}:null}}}function ye(t){let e={view:0,choices:{},area:null},n=()=>t.views[e.view],o=()=>n().controls.filter(c=>!c.field);function r(c){let{values:p}=a(),g=w=>Object.hasOwn(
p,w)&&p[w].some(u=>typeof u=="number");return[c.start,...c.options].find(g)??c.start}function i(c){let p=e.choices[c.id];return c.options.includes(p)?p:c.id==="\
destination"&&n().kind==="reach"?r(c):c.start}function a(){let c=o().map(i);return n().layers.find(p=>p.key.every((g,w)=>g===c[w]))??n().layers[0]}function s(c,p){
e.choices[c.id]=p;let g=o(),w=g.map(i),u=g.indexOf(c),d=y=>y.key.filter((m,b)=>m===w[b]).length,h=(u<0?[a()]:n().layers.filter(y=>y.key[u]===p)).reduce((y,m)=>d(
m)>d(y)?m:y);g.forEach((y,m)=>{e.choices[y.id]=h.key[m]})}let l=()=>n().controls.filter(c=>c.field).map(i).join("_");return{state:e,view:n,layer:a,layerControls:o,
chosen:i,choose:s,fieldName:l,field:()=>n().fields[l()]}}var Hn=6,Gn=4;function Xn({id:t,name:e,options:n,current:o,pick:r}){let i=x("select",{id:"c-"+t,"data-key":t});for(let[a,s]of n){let l=x("option",{value:a},s);l.
selected=a===o,i.append(l)}return i.addEventListener("change",()=>r(i.value)),x("div",{class:"choice"},x("label",{for:"c-"+t,class:"legend"},e),i)}function qn({
id:t,name:e,options:n,current:o,pick:r}){let i=x("div",{class:"pills"});for(let[a,s]of n){let l=x("input",{type:"radio",name:t,value:a,checked:a===o,"data-key":t+
"="+a});l.addEventListener("change",()=>r(a)),i.append(x("label",{class:"pill"},l,x("span",{},s)))}return x("fieldset",{class:"choice"},x("legend",{class:"legen\
d"},e),i)}function be({data:t,words:e,choosing:n,said:o},r,i){let{state:a,view:s,chosen:l,choose:c}=n,p=s().controls.map(g=>({id:g.id,name:e.t(g.id),current:l(g),
options:g.options.map(w=>[w,o.optionLabel(g.id,w)]),pick(w){c(g,w),g.id==="origin"&&i(),r()}}));p.unshift({id:"view",name:e.t("view"),current:String(a.view),options:t.
views.map((g,w)=>[String(w),e.t("view_"+g.kind)]),pick(g){a.view=Number(g),i(),r()}}),Q(k("controls"),...p.filter(({options:g})=>g.length>1).map(g=>{let w=g.id===
"origin"?Gn:Hn;return g.options.length>w?Xn(g):qn(g)}))}function ot(t){return t.palette!=="diverging"?t.unit:t.unit==="percent"?"change_percent":"change"}function xe(t,e){let{t:n,count:o}=t,{view:r,layer:i}=e,a={count:o,
percent:t.share,change:t.signedCount,change_percent:t.signedShare};function s(u,d){return u==null?n("missing"):u==="u"?n("undefined"):u==="n"?n("class_noise",{noise:t.
share(r().noise)}):a[d](Number(u))}function l(u,d){let{values:f}=i();return Object.hasOwn(f,u)?f[u][d]:void 0}function c(u,d){let f=l(u,d);return typeof f=="num\
ber"?f:null}function p(u,d){if(u!=="open"||(l(u,d)??null)!==null)return null;let f=r().bar??[],h=f.reduce((m,b)=>m+(c(b,d)??0),0),y=f.filter(m=>c(m,d)===null);return!(h>
0)||!y.length?null:[n("at_least",{n:o(h)}),y.map(m=>n("no_data_of",{country:n(m)})).join(", ")].join(" – ")}function g(u,d,f){let h=p(u,d);if(h!==null)return h;
let y=s(l(u,d),f);return f==="count"&&c(u,d)!==null&&(c("unknown",d)??0)>0?n("at_least",{n:y}):y}return{units:a,figureAt:g,numberAt:c,marks:u=>({edge:(c("edge",
u)??0)>(r().edge_share??1),still:l("without",u)===1})}}function _e(t,e){let{t:n}=t,{view:o,layerControls:r,chosen:i,fieldName:a}=e;function s(u,d){return u==="m\
ode"?t.named("modes",d)??(d==="any"?n("mode_any"):d):u==="opportunity"?t.opportunity(d):u==="cutoff"?n("minutes",{n:t.plain(Number(d))}):u==="origin"?o().names[d]??
d:u==="scenario"?d==="baseline"?n("baseline"):d:u==="side"&&!["all","own","across"].includes(d)?n(d):n(u+"_"+d)}function l(u){let d=u==="all"?"":u==="any"?n("by\
_any"):u;return t.named("by_mode",u)??d}let c=()=>Object.fromEntries(r().map(u=>{let d=i(u),f=u.id==="mode"?l(d):u.id==="cutoff"?t.plain(Number(d)):s(u.id,d);return[
u.id,f]})),p=()=>o().kind==="scenario"?", "+n("destination_"+a().split("_")[0]):"";return{optionLabel:s,values:c,where:()=>o().kind==="scenario"?a().split("_")[0]+
"_":"",fieldTitle:u=>t.capital(n(u.label,c()))+p()}}function ke({words:t,choosing:e,base:n,said:o},r){let{t:i,count:a}=t,{view:s,layer:l,fieldName:c,field:p}=e,g=k("extremes");g.replaceChildren();let{ids:w}=s();if(!w)
return;let u=ot(p()),d=l().values[c()],f=w.map((_,S)=>({number:_,value:d[S],mark:o.marks(S)})).filter(_=>typeof _.value=="number"),h=f.filter(({mark:_})=>!_.edge&&
!_.still).sort((_,S)=>Number(S.value)-Number(_.value));function y(_,S){let O=u==="count"||u==="change"?" "+o.values().opportunity:"",M=$=>o.units[u](Number($))+
O,I=h.filter($=>M($.value)===M(S)),z=I.length>1?i("tied",{n:a(I.length)}):R(n.areas[I[0].number].name,()=>r(I[0].number));g.append(x("div",{},i(_)+": ",z," ",x(
"b",{},M(S))))}let m=h.at(-1);m&&h[0].value!==m.value&&(y("highest",h[0].value),y("lowest",m.value));let b=[{why:"edge",n:f.filter(({mark:_})=>_.edge).length},{
why:"still",n:f.filter(({mark:_})=>_.still&&!_.edge).length}].filter(({n:_})=>_>0).map(({why:_,n:S})=>i("left_"+_,{n:a(S)}));b.length&&g.append(x("div",{class:"\
small"},i("left_out",{parts:b.join(", ")})))}var ve="#3c3f46",Le=.12,Se=16;function Kn([t,e],[n,o]){let r=Math.cos((e+o)/2*Math.PI/180),i=[(t+n)/2+Le*(o-e)/r,(e+o)/2-Le*(n-t)*r];return Array.from({length:Se+
1},(a,s)=>{let l=s/Se;return[(1-l)**2*e+2*l*(1-l)*i[1]+l*l*o,(1-l)**2*t+2*l*(1-l)*i[0]+l*l*n]})}function Oe({data:t,words:e,choosing:n,base:o}){let{t:r,count:i}=e,
{layer:a}=n,{areas:s}=o,l=new Map(t.base.places.map(([u,d,f])=>[u,[d,f]])),c=([u,d])=>t.palettes.flows[s[u].country===s[d].country?0:1];function p(u){let{breaks:d}=a(),
f=d.filter(h=>u>=h).length;return t.widths[Math.round(f*(t.widths.length-1)/Math.max(d.length,1))]}let g=([u,d,f])=>x("div",{class:"card"},x("strong",{},s[u].name+
" → "+s[d].name),x("div",{class:"main"},i(f)));function w(){let u=a().breaks;return u.length?[...u.map((f,h)=>V(ve,p(f),h+1===u.length?r("class_above",{a:i(f)}):
r("class_between",{a:i(f),b:i(u[h+1])}))).reverse(),V(ve,p(0),r("class_below",{a:i(u[0])}))]:[]}return{draw(u){a().flows.toReversed().forEach((d,f)=>{let[h,y]=[
l.get(d[0]),l.get(d[1])];if(!h||!y)return;let m=L.polyline(Kn(h,y),{pane:"bands",renderer:o.renderers.bands,color:c(d),weight:p(d[2]),opacity:1,lineCap:"butt"});
m.bindTooltip(()=>g(d),{sticky:!0,opacity:1,className:"hover"}),u("flow"+f,m)})},title:()=>e.capital(r("field_flows")),legend(){let{left_out:u,people_left_out:d,
outside:f,missing:h}=a(),[y,m]=t.palettes.flows;return[...w(),V(y,4,r("flow_within")),V(m,4,r("flow_across")),...u?[A(r("flow_left_out",{n:i(u),p:i(d)}))]:[],...f?
[A(r("flow_outside",{n:i(f)}))]:[],...h?[A(r("flow_missing",{n:i(h)}))]:[]]},table:()=>({head:["flow_from","flow_to","flow_count"].map(u=>e.capital(r(u))),rows:a().
flows.map(([u,d,f])=>[s[u].name,[s[d].name,i(f)]])})}}var Vn=["fill","stroke"];function Z(t,e){let{left:n,top:o,width:r,height:i}=t.getBoundingClientRect();return{x:n-e.left,y:o-e.top,width:r,height:i}}function Zn(t,e){
return v("image",{...Z(t,e),href:t.toDataURL("image/png"),preserveAspectRatio:"none"})}function Yn(t,e){let n=t.cloneNode(!0),[o,r]=[t,n].map(a=>[...a.querySelectorAll(
"path")]);o.forEach((a,s)=>{let l=getComputedStyle(a);for(let c of Vn)r[s].setAttribute(c,l.getPropertyValue(c).replace(/url\("(#[^"]+)"\)/,"url($1)"));r[s].removeAttribute(
"class")});let i=v("svg",{...Z(t,e),viewBox:t.getAttribute("viewBox")??"",overflow:"visible"});return i.append(...n.childNodes),i}function Jn(t,e,n){let o=Z(t,e),
r=getComputedStyle(t),i=parseFloat(r.fontSize);if(!t.textContent)return[v("circle",{cx:o.x+o.width/2,cy:o.y+o.height/2,r:o.width/2,fill:r.backgroundColor})];let a={
y:o.y+o.height/2+i*.35,"font-size":i,"font-weight":r.fontWeight,fill:r.color};if(t.classList.contains("shield"))return[v("rect",{...o,rx:3,fill:r.backgroundColor,
stroke:"#b5a970","stroke-width":1}),v("text",{...a,x:o.x+o.width/2,"text-anchor":"middle"},t.textContent)];let s=r.textTransform==="uppercase"?t.textContent.toLocaleUpperCase():
t.textContent;return[v("text",{...a,x:o.x,stroke:n,"stroke-width":3,"stroke-linejoin":"round","paint-order":"stroke","letter-spacing":r.letterSpacing==="normal"?
null:r.letterSpacing},s)]}function Qn(t,e,n){let{x:o,y:r,width:i,height:a}=Z(t,e),s=getComputedStyle(t).color,l=r+a-1,c=`M${o} ${l-6}V${l}H${o+i}V${l-6}`;return[
v("path",{d:c,fill:"none",stroke:n,"stroke-width":5}),v("path",{d:c,fill:"none",stroke:s,"stroke-width":2}),v("text",{x:o+4,y:l-5,"font-size":11,"font-weight":600,
fill:s,stroke:n,"stroke-width":3,"paint-order":"stroke"},t.textContent)]}function Te(t){let e=t.getContainer(),n=e.getBoundingClientRect(),o=getComputedStyle(document.
documentElement).getPropertyValue("--halo").trim()||"#ffffff",r=[...e.querySelectorAll(".leaflet-pane")].filter(s=>s.parentElement!==e).map(s=>s).sort((s,l)=>Number(
getComputedStyle(s).zIndex)-Number(getComputedStyle(l).zIndex)),i=[v("rect",{width:n.width,height:n.height,fill:getComputedStyle(e).backgroundColor})];for(let s of r){
let l=v("g",{opacity:getComputedStyle(s).opacity});for(let c of s.children)if(c.checkVisibility()){if(c instanceof HTMLCanvasElement)l.append(Zn(c,n));else if(c instanceof
SVGSVGElement)l.append(Yn(c,n));else if(c instanceof HTMLElement&&c.matches(".place, .country, .dot"))l.append(...Jn(c,n,o));else if(c instanceof HTMLElement&&c.
matches(".pin")){let{x:p,y:g,width:w,height:u}=Z(c,n);l.append(v("circle",{cx:p+w/2,cy:g+u,r:7,fill:"#ffffff",stroke:"#111827","stroke-width":4}))}}l.childElementCount&&
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
endstream`],"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",`<< /Title ${eo(e)} /Creator (grensgeo) >>`],u=[],d=0;function f(b){
let _=typeof b=="string"?Uint8Array.from(b,S=>S.charCodeAt(0)):b;u.push(_),d+=_.length}f(`%PDF-1.7
`);let h=w.map((b,_)=>{let S=d;f(`${_+1} 0 obj
`);for(let O of[b].flat())f(O);return f(`
endobj
`),S}),y=d;f(`xref
0 ${w.length+1}
0000000000 65535 f 
`+h.map(b=>`${String(b).padStart(10,"0")} 00000 n 
`).join("")+`trailer
<< /Size ${w.length+1} /Root 1 0 R /Info 7 0 R >>
startxref
${y}
%%EOF
`);let m=new Uint8Array(d);return u.reduce((b,_)=>(m.set(_,b),b+_.length),0),m}var D=20,ro=640,Ne=21,J=22,Me=2,_t=()=>getComputedStyle(document.body).fontFamily;function so(t,e,n){let o=[""];for(let r of e.split(/\s+/)){let i=o[o.length-1],
a=i?i+" "+r:r;t.measureText(a).width<=n||!i?o[o.length-1]=a:o.push(r)}return o}function io(t,e,n){return(o,{size:r,weight:i,leading:a},s)=>{if(!o)return{nodes:[],
end:s};t.font=`${i} ${r}px ${_t()}`;let l=so(t,o,n-2*D);return{end:s+l.length*a,nodes:l.map((c,p)=>v("text",{x:D,y:s+(p+.75)*a,"font-size":r,"font-weight":i,fill:e},
c))}}}function ao({line:t,colour:e,stripe:n,shape:o,width:r=3},i,a){if(t)return[v("rect",{x:i,y:a+7-r/2,width:J,height:r,fill:t})];let[s,l]=[i+J/2,a+7],c={fill:e??
"none",stroke:"#7d7f86","stroke-width":.8};if(o==="circle")return[v("circle",{cx:s,cy:l,r:6,...c})];if(o==="diamond")return[v("path",{d:`M${s-7} ${l}L${s} ${l-7}\
L${s+7} ${l}L${s} ${l+7}Z`,...c})];if(o==="star")return[v("circle",{cx:s,cy:l,r:6,fill:"#c2185b"})];let p=v("rect",{x:i,y:a,width:J,height:13,...c});return n?[p,
...[0,1,2,3].map(g=>v("rect",{x:i+6*g+2,y:a,width:3,height:13,fill:n}))]:[p]}function lo(t,e,n,o,r){t.font=`400 12px ${_t()}`;let i=[],[a,s]=[D,r];for(let l of e){
let c=J+6+t.measureText(l.said).width+16;a>D&&a+c>n-D&&([a,s]=[D,s+Ne]),i.push(...ao(l,a,s),v("text",{x:a+J+6,y:s+11,"font-size":12,fill:o},l.said)),a+=c}return{
nodes:i,end:e.length?s+Ne:r}}function Ie(t,e,n,{ink:o,paper:r}){let i=Math.max(t.width,ro),a=document.createElement("canvas").getContext("2d"),s=io(a,o,i),l=s(n.
title,{size:13,weight:600,leading:18},10),c=s(n.headline,{size:19,weight:700,leading:25},l.end),p=s(n.question,{size:13,weight:400,leading:18},c.end),g=p.end+10,
w=s(n.legend,{size:12,weight:600,leading:18},g+t.height+8),u=lo(a,e,i,o,w.end+4),d=u.end+2,f=n.below.flatMap(b=>{let _=s(b,{size:11,weight:400,leading:15},d);return d=
_.end,_.nodes}),h=Math.ceil(d+12),y=document.querySelector("svg.hatches defs")?.cloneNode(!0);return v("svg",{xmlns:"http://www.w3.org/2000/svg",width:i,height:h,
viewBox:`0 0 ${i} ${h}`,"font-family":_t()},v("title",{},n.headline),...y?[y]:[],v("rect",{width:i,height:h,fill:r}),...l.nodes,...c.nodes,...p.nodes,v("svg",{x:(i-
t.width)/2,y:g,width:t.width,height:t.height,overflow:"hidden"},...t.nodes),...w.nodes,...u.nodes,...f)}var $e=t=>new XMLSerializer().serializeToString(t),Pe=t=>new Blob(
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
"headline").textContent,question:"",legend:k("legend-title").textContent,below:i()},g=getComputedStyle(document.body),w=[...k("legend").children].flatMap(yo),u=Ie(
{width:l,height:c,nodes:Te(o)},w,p,{ink:g.color,paper:g.backgroundColor});rt(s==="png"?await De(u):s==="svg"?Pe(u):await Fe(u,p,n.language),Ue(t)+"."+s)}for(let s of[
"png","svg","pdf"])k(s).addEventListener("click",()=>a(s));for(let s of["csv","xlsx"])k(s).addEventListener("click",()=>{let l=bo(e()),c=r.notes.map(p=>n.in(p.text));
ze(l,s,n.language,[n.in(r.title),l.caption,...c,...i()],Ue(t))});k("print").addEventListener("click",()=>window.print())}var Lt=10,xo=6,at=14,_o=300,ko=34,vo=[0,9,9.75,11.5],Lo=t=>t<9.5?26:60,So=2;function We(t){let e=t.getZoom(),n=t.containerPointToLayerPoint([0,0]),o=t.getPixelOrigin(),
r=t.getSize();return{width:r.x,height:r.y,scale:2**e,zoom:e,x:n.x,y:n.y,left:o.x+n.x,top:o.y+n.y}}function Oo(t,{width:e,height:n}){let o=[];for(let i=1;i<t.length;i++){
let[[a,s],[l,c]]=[t[i-1],t[i]],p=Math.max(1,Math.ceil(Math.hypot(l-a,c-s)/12));for(let g=0;g<p;g++){let w=a+(g+.5)/p*(l-a),u=s+(g+.5)/p*(c-s);w>0&&u>0&&w<e&&u<n&&
o.push([w,u])}}let r=Math.floor(o.length/2);return o.map((i,a)=>o[r+(a%2?-1:1)*Math.ceil(a/2)]).filter(Boolean)}var To=t=>t.reduce((e,[n,o],r)=>r?e+Math.hypot(n-
t[r-1][0],o-t[r-1][1]):0,0);function He(t,e,n,o){let r=We(t),i=xt(e,r.zoom),a=[],s=new Map;for(let l of o){if(!G(e,"road",l,r.zoom)||r.zoom<vo[l-1])continue;let c=X(
e,"road",l,r).filter(p=>e.name[p]).map(p=>({name:e.name[p],corners:q(e,p,i,r)})).map(p=>({...p,long:To(p.corners)})).filter(({long:p})=>p>=ko).sort((p,g)=>g.long-
p.long);for(let{name:p,corners:g}of c){if(a.length>=Lo(r.zoom))return a;let w=p.split("/").slice(0,So).join("/"),u=n.widthOf(w,Lt,!0)+xo,d=p.split("/").flatMap(
f=>s.get(f)??[]);for(let[f,h]of Oo(g,r)){if(d.some(([b,_])=>Math.hypot(b-f,_-h)<_o))continue;let[y,m]=[r.x+f-u/2,r.y+h-at/2];if(n.free([y-2,m-2,y+u+2,m+at+2])){
n.take([y,m,y+u,m+at]),a.push({text:w,rank:l,x:y,y:m,width:u,height:at}),d.push([f,h]);for(let b of p.split("/"))s.set(b,[...s.get(b)??[],[f,h]])}}}}return a}function Ge(t,e,n,o){
let r=We(t);return o.filter(i=>G(e,n,i,r.zoom)).flatMap(i=>X(e,n,i,r).map(a=>{let[[s,l]]=q(e,a,1/0,r);return{name:e.name[a],rank:i,people:e.people[a],at:L.point(
r.x+s,r.y+l)}}).sort((a,s)=>s.people-a.people))}function Xe(t,e){let n=document.createElement("canvas").getContext("2d"),o=getComputedStyle(document.body).fontFamily,r=t.containerPointToLayerPoint([0,0]),i=L.
bounds(r,t.containerPointToLayerPoint(t.getSize())),[a,s]=[i.min,i.max];return{screen:i,point:l=>t.latLngToLayerPoint(l),free:l=>l[0]>=a.x&&l[2]<=s.x&&l[1]>=a.y&&
l[3]<=s.y&&e.every(c=>Qt(c,l)),take:(...l)=>{e.push(...l)},widthOf(l,c,p){return n.font=`${p?600:400} ${c}px ${o}`,n.measureText(l).width}}}var qe=({x:t,y:e},n,o,r)=>[
[t+r,e-o/2],[t-r-n,e-o/2],[t-n/2,e-o-4],[t-n/2,e+4]];function B(t,e,n){return t.style.transform=`translate(${e}px,${n}px)`,t}var Co=13,St=18,Ke=14,Ao=12,Eo=[12,11.5,11,10.5],No=10.5,Ve=[58,170];function Mo({data:t,choosing:e,base:n},o){let r=e.view().kind==="isochrones"?e.layer().key[0]:
null;if(r===null||!t.origins[r]||n.areas.some(p=>p.code===r))return[];let[i,a]=t.origins[r],s=o.point([a,i]),l=e.view().names[r];o.take([s.x-10,s.y-10,s.x+20+o.
widthOf(l,Ke,!0),s.y+10]);let c=x("span",{class:"place big"},l);return c.style.fontSize=Ke+"px",[B(c,s.x+13,s.y-9)]}function Ze(t,e,n,o,r){let i=o>Ao,a=n.widthOf(
t,o,i)+8,s=o*1.3,l=qe(e,a,s,4).find(([w,u])=>n.free([w,u,w+a,u+s]));if(!l)return[];let[c,p]=l;n.take([c,p,c+a,p+s],[e.x-3,e.y-3,e.x+3,e.y+3]);let g=x("span",{class:"\
place "+r+(i?" big":"")},t);return g.style.fontSize=o+"px",[B(x("i",{class:"dot "+r}),e.x-2.5,e.y-2.5),B(g,c+4,p)]}function lt(t,e,n,o,r,i=new Set){return Ge(t,
e,o,r).filter(({name:a,at:s})=>n.screen.contains(s)&&!i.has(a.split(" (")[0])).flatMap(({name:a,rank:s,at:l})=>Ze(a,l,n,o==="station"?No:Eo[s-1],o==="station"?"\
stop":"village"))}function Io(t,e,n,o){let r=i=>He(t,e,n,i).map(({text:a,rank:s,x:l,y:c,width:p})=>{let g=x("span",{class:s===1?"place shield motorway":"place s\
hield"},a);return g.style.fontSize=Lt+"px",g.style.width=p+"px",B(g,l,c)});return[...r([1,2]),...lt(t,e,n,"place",[2,3]),...r([3]),...lt(t,e,n,"station",[1],o),
...lt(t,e,n,"place",[4]),...r([4])]}function $o(t,e,n,o){let r=o.widthOf(t.toLocaleUpperCase(),Co,!0)+t.length*2.4+8;function i(s,l){let c=L.bounds([s-6,l-4],[s+
r+6,l+22]);return n.some(p=>p.some(g=>c.contains(g)))}let a=e.map(s=>[s.x-r/2,s.y-St/2]).find(([s,l])=>!i(s,l)&&o.free([s,l,s+r,l+St]));return a?(o.take([a[0],a[1],
a[0]+r,a[1]+St]),[B(x("span",{class:"country"},t),a[0],a[1])]):[]}function Ye(t,e,n){let{map:o,data:r,words:i,base:a}=t,{x:s,y:l}=o.containerPointToLayerPoint([
0,0]),c=Xe(o,[[s,l,s+Ve[0],l+Ve[1]],...n]),p=Mo(t,c);e&&p.push(...lt(o,e,c,"place",[1]));for(let[w,u,d]of r.base.places){let f=a.areas[w],h=c.point([d,u]);!ee(f,
o.getZoom())||!c.screen.contains(h)||p.push(...Ze(f.name,h,c,ne(f.population),f.part==="ring"?"ring":"town"))}let g=a.frontier.map(w=>w.map(c.point));if(g.flat().
some(w=>c.screen.contains(w))){let w=c.point(L.latLngBounds(a.frontier.flat()).getCenter());for(let u of new Set(a.areas.map(d=>d.country))){let d=a.areas.filter(
f=>f.country===u).map(f=>c.point(f.centre)).sort((f,h)=>f.distanceTo(w)-h.distanceTo(w));p.push(...$o(i.t(u.toLowerCase()),d,g,c))}}if(e){let w=new Set(p.map(u=>String(
u.textContent).split(" (")[0]));p.push(...Io(o,e,c,w))}o.getPane("names")?.replaceChildren(...p)}var Ot=t=>L.CircleMarker.extend({_updatePath(){let{x:e,y:n}=this._point;this._renderer._setPath(this,t(e,n,this._radius))}});function Je(t,e,n){let o=n*1.3;return`\
M${t-o} ${e}L${t} ${e-o}L${t+o} ${e}L${t} ${e+o}Z`}function Qe(t,e,n){return`M${Array.from({length:10},(r,i)=>{let a=n*(i%2?.45:1);return`${t+a*Math.sin(i*Math.
PI/5)} ${e-a*Math.cos(i*Math.PI/5)}`}).join("L")}Z`}var Po=["sector","level","language","period"];function tn({words:t,choosing:e}){let{t:n,count:o,capital:r}=t,{view:i,layer:a}=e,s=m=>n("minutes",{n:o(Math.round(
m))});function l(m){return m===null||!/^[a-z]{2}$/.test(m)?m:new Intl.DisplayNames([t.language],{type:"language"}).of(m)??m}let c=m=>({what:r(t.named("opp_types",
m.type)??m.type),sector:t.named("sectors",m.sector)??m.sector,level:m.level,language:l(m.language),period:m.from===null&&m.to===null?null:[m.from??"…",m.to??"\
…"].join(" – ")});function p(m){let b=a().key[0]==="any"?m.mode:a().key[0];return t.named("modes",b)??b}let g=m=>i().places[m.place][2],w=m=>m.unsure.map(b=>n(
"unsure_"+b)).join(", "),u=m=>x("div",{class:"small warn"},m);function d(m){let b=c(m),_=x("div",{class:"offer"},x("strong",{},b.what));m.count!==null&&m.count!==
1&&_.append(E(r(n("placement_places")),o(m.count)));for(let S of Po)S==="period"&&b.period===null||_.append(E(r(n("placement_"+S)),b[S]??n("placement_not_told")));
return _.append(E(r(n("placement_id")),m.id)),m.unsure.length&&_.append(u(n("placement_unsure_what",{what:w(m)}))),m.main_place&&_.append(u(n("placement_at_main\
_place"))),_}function f(m,b){let[_,S]=m[0],O=n(_.country.toLowerCase())+(g(_)?" ("+n("side_across")+")":"");return x("div",{class:"card"},x("div",{class:"main"},
s(S)),x("div",{class:"small"},p(_)+" · "+O),...m.slice(0,b).map(([M])=>d(M)),...m.length>b?[x("div",{class:"small"},"+ "+o(m.length-b))]:[])}let h=()=>["placem\
ent_time","country","placement_sector","placement_by","placement_what","placement_level","placement_language","placement_not_told"].map(m=>r(n(m)));function y(m){
let b=c(m);return[m.country+(g(m)?" ◆":""),b.sector??"–",p(m),b.what,b.level??"–",b.language??"–",w(m)]}return{minutes:s,card:f,columns:h,cells:y}}var Tt=t=>x("div",{class:"small warn"},t);function en({words:t,choosing:e,base:n,said:o}){let{t:r}=t,{view:i,fieldName:a,field:s}=e;function l(u){let d=n.areas[u],
f=r("population",{n:t.plain(d.population)});return[x("strong",{},d.name),x("div",{class:"small"},[r(d.country.toLowerCase()),d.nuts3,f].join(" · "))]}function c(u){
let d=s();return[x("div",{class:"main"},o.figureAt(a(),u,ot(d))),x("div",{class:"small"},o.fieldTitle(d)+(i().mean?r("of_mean_here"):""))]}function p(u){let d=(i().
bar??[]).map(m=>({name:m,value:o.numberAt(m,u)})),f=d.map(({name:m})=>E(r(m),o.figureAt(m,u,"count"),m)),h=d.reduce((m,{value:b})=>m+(b??0),0);if(!(h>0)||d.some(
({value:m})=>m===null))return f;let y=x("div",{class:"bar","aria-hidden":"true"});for(let{name:m,value:b}of d){let _=ft(x("i"),m,"background");_.style.width=100*
Number(b)/h+"%",y.append(_)}return[y,...f]}let g=u=>i().rows.map(([d,f,h])=>E(t.capital(r(d)),o.figureAt(o.where()+f,u,h)));function w(u,d){let f=o.numberAt("wi\
thout",u),h=o.numberAt("edge",u)??0,y=o.numberAt("unknown",u)??0;return[...f!==null&&!d?[E(r("row_without"),t.share(f))]:[],...o.marks(u).still?[Tt(r("mark_stil\
l"))]:[],...h>0?[Tt(r("edge_mean",{share:t.share(h)}))]:[],...y>0?[Tt(r("lower_bound",{n:t.count(y)}))]:[]]}return function(d,f=!1){let h=(i().ids??[]).indexOf(
d);return x("div",{class:"card"},...l(d),...c(h),...p(h),...f?[]:g(h),...w(h,f))}}function nn(t){let{map:e,data:n,words:o,choosing:r,base:i}=t,{state:a,view:s}=r,l=en(t),c=null,p=null;function g(f){c&&c.remove(),c=f===null?null:L.polygon(i.areas[f].
rings,i.flat("chosen",{fill:!1,color:"#111827",weight:3})).addTo(e)}function w(f){let h=n.base.places.find(y=>y[0]===f);return h?[h[2],h[1]]:i.areas[f].centre}function u(f,h){
let y=h??(p&&a.area===f?p.getLatLng():void 0)??w(f);a.area=f,g(f),k("find").value=String(f),p?p.setLatLng(y).setContent(l(f)):p=L.popup({maxWidth:290,autoPanPadding:[
16,16]}).setLatLng(y).setContent(l(f)).openOn(e),Ct(o.t("close"))}e.on("popupclose",()=>{p=null,a.area=null,g(null),k("find").value=""});function d(){let{ids:f}=s();
if(k("find-box").hidden=!f,!f)return;let h=new Map;for(let y of f){let m=i.areas[y];h.set(m.nuts3,[...h.get(m.nuts3)??[],m])}k("find").replaceChildren(x("option",
{value:""},o.t("find_none")),...[...h].map(([y,m])=>x("optgroup",{label:y},...m.sort((b,_)=>o.sort(b.name,_.name)).map(b=>x("option",{value:String(b.number)},b.
name))))),k("find").value=a.area===null?"":String(a.area)}return k("find").addEventListener("change",()=>{k("find").value!==""?u(Number(k("find").value)):e.closePopup()}),
{card:l,mark:g,select:u,showList:d}}function Ct(t){let e=document.querySelector(".leaflet-popup-close-button");e&&e.setAttribute("aria-label",t)}var Ro=1.0001,on=760;function rn(t,e){let n=e.findIndex(([o])=>t<=o*Ro);return n<0?e.length-1:n}function Do(t){let{map:e,words:n,choosing:o,base:r}=t,{view:i,layer:a}=o,
s=tn(t),l=Ot(Je),c=Ot(Qe);function p(){let d=new Map;for(let[f,h]of a().rows){let y=i().offers[f];d.has(y.place)||d.set(y.place,[]),d.get(y.place).push([y,h])}return d}
function g(d){let[f,h]=i().places[d[0][0].place],m=L.popup({maxWidth:290,maxHeight:320,autoPanPadding:[16,16]}).setLatLng([h,f]).setContent(s.card(d,d.length)).
openOn(e).getElement()?.querySelector(".leaflet-popup-content");m instanceof HTMLElement&&(m.tabIndex=0),Ct(n.t("close"))}function w(d,f){let[h,y,m]=i().places[d],
b=new(m?l:L.CircleMarker)([y,h],{pane:"points",renderer:r.renderers.points,radius:Math.min(7+1.5*Math.log2(f.length),14),color:"#1d1f24",weight:1.4,fillColor:i().
bands[rn(f[0][1],i().bands)][1],fillOpacity:1});return b.bindTooltip(()=>s.card(f,2),{opacity:1,className:"hover"}),b.on("click",()=>{b.closeTooltip(),g(f)}),b}
return{offers:s,groups:p,open:g,marker:w,homeMarker:([d,f])=>new c([f,d],{pane:"points",renderer:r.renderers.points,interactive:!1,radius:13,color:"#ffffff",weight:2,
fillColor:K,fillOpacity:1})}}function sn(t){let{map:e,words:n,choosing:o}=t,{t:r,count:i}=n,{view:a,layer:s}=o,{offers:l,groups:c,open:p,marker:g,homeMarker:w}=Do(
t),u=!1;function d(){let{places:h,home:y}=a(),m=[...c().keys()].map(b=>L.latLng(h[b][1],h[b][0]));return y?[...m,L.latLng(y[1],y[0])]:m}function f(){let{bands:h}=a(),
y=s().rows.map(([,m])=>rn(m,h));return h.map(([m,b],_)=>C(b,r("placement_band",{a:i(_?h[_-1][0]:0),b:i(m),n:i(y.filter(S=>S===_).length)})))}return{draw(h){for(let[
m,b]of[...c()].reverse())h("point"+m,g(m,b));let{home:y}=a();y&&h("home",w(y)),!u&&window.innerWidth>on&&(k("table-box").open=!0),u=!0},title:()=>r("placement_o\
ffers"),legend(){let h=Object.entries(s().asides).filter(([,b])=>b).map(([b,_])=>r(b,{n:i(_)}));s().rows.length||h.unshift(r("placement_none")),[...c().values()].
some(b=>b.length>1)&&h.unshift(r("placement_several"));let y=a().controls.find(b=>b.id==="side"),m=y&&y.options.length>1?[P("circle",r("placement_own")),P("diam\
ond",r("placement_across"))]:[];return[...f(),...m,...a().home?[P("star",r("placement_home"))]:[],...h.map(A)]},table(){let h=c();return{head:l.columns(),rows:s().
rows.map(([y,m])=>{let b=a().offers[y];return[R(l.minutes(m),()=>{p(h.get(b.place)??[[b,m]]),window.innerWidth<=on&&e.getContainer().scrollIntoView()},String(y)),
l.cells(b)]})}},values:()=>Object.fromEntries(Object.entries(s().said).map(([h,y])=>[h,i(y)])),box(){let h=L.latLngBounds(d());return h.isValid()?{bounds:h,options:{
padding:[48,48],maxZoom:13}}:null},taken:()=>d().map(h=>{let y=e.latLngToLayerPoint(h);return[y.x-6,y.y-6,y.x+6,y.y+6]})}}function an({data:t,words:e,choosing:n}){let{t:o}=e;k("notes").replaceChildren(...t.notes.map(s=>x("li",{},e.in(s.text),...s.details.map(l=>x("div",{class:"smal\
l"},e.in(l)))))),k("notes-box").hidden=t.notes.length===0;let r=t.labels.mode_of_trip,i=n.layerControls().map(n.chosen).map(s=>Object.hasOwn(r,s)?r[s]:s),a=Wt(t.
strip,i);k("strip-notes").textContent=a.map(s=>e.in(s.text)).join(" "),t.notes.length>a.length&&k("strip-notes").append(" ",R(o("more_notes",{n:e.plain(t.notes.
length)}),()=>{k("notes-box").open=!0,k("notes-box").scrollIntoView(),k("notes-box").querySelector("summary").focus()})),k("strip-sources").textContent=t.attributions.
length?o("source")+": "+t.attributions.map(e.in).join(" · "):"",k("sources").replaceChildren(...t.sources.map(s=>{let l=s.reference_date?o("reference_date",{date:s.
reference_date}):"";return x("li",{},Ht(s),". "+[e.in(s.attribution),e.in(s.licence),l].filter(c=>c).join(" · "))}))}function Fo({data:t,words:e,choosing:n},o){let{closed:r}=n.view();k("legend-title").textContent=o.title(),k("legend").replaceChildren(...o.legend(),...t.base.border.
length?[P("frontier",e.t("border_line"))]:[],...r?[A(e.t(r))]:[])}function ln({choosing:t},e){if(!k("table-box").open){k("table").replaceChildren();return}let{head:n,
rows:o}=e.table();Q(k("table"),x("table",{class:t.view().kind},x("caption",{},k("headline").textContent),x("thead",{},x("tr",{},...n.map(r=>x("th",{scope:"col"},
r)))),x("tbody",{},...o.map(([r,i])=>x("tr",{},x("th",{scope:"row"},r),...i.map(a=>x("td",{},a)))))))}function Bo({words:t,choosing:e,said:n},o){let{kind:r,ids:i,
mean:a}=e.view(),s=t.t("head_"+r,{...n.values(),...o.values?.()}).trim();k("headline").textContent=s+(i?t.t(a?"of_mean":"of_each"):"")}function zo(t,e,n){let o=Dt(
e.labels,n),r=ye(e),i={...xe(o,r),..._e(o,r)};return{map:t,data:e,words:o,choosing:r,said:i,base:de(t,e)}}function Uo(t){let{map:e,data:n,choosing:{state:o,view:r}}=t,
i=nn(t),a=new Map,s=he(t,i,a),l={isochrones:we(t),flows:Oe(t),placements:sn(t)},c=()=>l[r().kind]??s,p=null,g=null;function w(){for(let d of a.values())d.remove();
a.clear(),e.closePopup(),i.mark(null)}function u(){Ye(t,g?.base??null,c().taken?.()??[])}return{topic:c,selecting:i,names:u,home(){let{bounds:d,options:f}=c().box?.()??
{bounds:t.base.bounds,options:{padding:[4,4]}};e.fitBounds(d,{...f,animate:!1})},draw(){(p!==o.view||!r().ids)&&w(),p=o.view,c().draw((d,f)=>a.set(d,f.addTo(e)))},
dress(d){Nt(n.sides,d),g?.layer.dress(d),u()},paper(d){g?.layer.paper(d)},lay(d){g=d}}}function jo(t){let e=Mt(),n=ht(location.hash),o=mt(e.language,{language:n.
lang,theme:n.theme}),r=zo(t,e,o.language),{words:i,choosing:a}=r,{state:s,view:l}=a,c=Uo(r),{topic:p,selecting:g}=c,w=!0,u=zt(o.theme,m=>{c.dress(m),k("theme").
textContent=i.t(m?"theme_light":"theme_dark")});function d(){try{history.replaceState(null,"","#"+qt(e,a,{language:i.language,theme:u.theme}))}catch{}}function f(){
let{area:m}=s;Ut(i,e,t.getContainer()),an(r),be(r,f,()=>{w=!0}),Bo(r,p()),c.draw(),t.invalidateSize({animate:!1,pan:!1}),w&&(w=!1,c.home()),Fo(r,p()),ke(r,g.select),
g.showList(),ln(r,p()),u.show(),m!==null&&l().ids?.includes(m)&&g.select(m),d()}function h(){t.invalidateSize({animate:!1,pan:!1}),c.home()}Ho(t,r,c.names);function y(m){
i.language=m,f()}jt(m=>{dt({language:m}),y(m)}),k("theme").addEventListener("click",d),k("table-box").addEventListener("toggle",()=>ln(r,p())),t.on("popupopen p\
opupclose",d),window.addEventListener("hashchange",()=>{let m=ht(location.hash);gt(m,e,a),w=!0,y(mt(i.language,{language:m.lang??i.language}).language)}),je(r,p),
Gt(t,c.home),Xt(t,h),Wo(m=>{h(),c.paper(m)}),gt(n,e,a),f(),pe(t,e).then(m=>{c.lay(m),u.show()})}function Wo(t){window.addEventListener("beforeprint",()=>t(!0)),
window.addEventListener("afterprint",()=>t(!1)),window.matchMedia("print").addEventListener("change",({matches:e})=>t(e))}function Ho(t,e,n){t.setMaxBounds(e.base.
bounds.pad(1.2)),t.getContainer().setAttribute("role","region"),t.getPane("bands").style.opacity="0.8",t.on("moveend zoomend resize viewreset",n),t.on("zoomstar\
t",()=>t.getPane("names")?.replaceChildren())}Object.assign(globalThis,{grensgeoPage:jo});})();
