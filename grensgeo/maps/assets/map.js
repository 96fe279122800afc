/* grensgeo map: bundled from js/ by `make js`; edit there.
   sources 102f8f9b43cb2dc9: src/pages/address.js src/pages/areas.js src/pages/bands.js src/pages/base.js src/pages/card.js src/pages/choosing.js src/pages/classes.js src/pages/controls.js src/pages/extremes.js src/pages/figures.js src/pages/flows.js src/pages/keys.js src/pages/map.js src/pages/names.js src/pages/offers.js src/pages/points.js src/pages/selecting.js src/pages/small_print.js src/shared/after_paint.js src/shared/appearance.js src/shared/areas.js src/shared/base_map.js src/shared/base_names.js src/shared/canvas_layer.js src/shared/elements.js src/shared/geometry.js src/shared/marks.js src/shared/numbers.js src/shared/page.js src/shared/room.js src/shared/unpack.js src/shared/words.js */
"use strict";(()=>{var v=t=>document.getElementById(t);function Ce(t,e,n){for(let[r,o]of Object.entries(e))o!==null&&o!==!1&&t.setAttribute(r,o===!0?"":String(o));return t.append(
...n.filter(r=>r!==null)),t}function _(t,e={},...n){return Ce(document.createElement(t),e,n)}function nt(t,e,n){return t.style[n]=`var(--side-${e})`,t}var wt=t=>nt(_("i",{class:"key","aria-hidden":"true"}),t,"background");function yt(t,e){for(let[n,r]of Object.
entries(t))document.documentElement.style.setProperty("--side-"+n,r[e?1:0])}function R(t,e,n=null){let r=_("button",{type:"button",class:"link","data-key":n},t);
return r.addEventListener("click",e),r}var bt=()=>JSON.parse(v("grensgeo-data").textContent);function K(t,...e){let n=t.contains(document.activeElement)?document.
activeElement:null,r=n?.getAttribute("data-key")??null,o=!n?.matches(":focus-visible");if(t.replaceChildren(...e.filter(a=>a!==null)),r===null)return;let s=[...t.
querySelectorAll("[data-key]")].find(a=>a.getAttribute("data-key")===r);s instanceof HTMLElement&&s.focus({preventScroll:o})}var M={nl:"nl-NL",de:"de-DE",en:"en-GB"},Ie=.001,Pe=10,Re=.095,_t=5e-4,xt=.001,De=.995,Ue=.99;function je(t){return t>=Ie&&t<1?{maximumSignificantDigits:2}:{maximumFractionDigits:t<
Pe?1:0}}var ze=t=>t.replace("-","−");function ot(t){let e=new Map;function n(l,f){let m=JSON.stringify(f),g=e.get(m);return g||e.set(m,g=new Intl.NumberFormat(
t,f)),g.format(l)}let r=l=>n(l,je(Math.abs(l))),o=l=>n(l,{style:"percent",maximumFractionDigits:l!==0&&Math.abs(l)<Re?1:0});function s(l){return l>De&&l<1?">"+o(
Ue):l>0&&l<_t?"<"+o(xt):o(l)}let a=(l,f)=>f>0?"+"+l:ze(l);function i(l){return l===0||Math.abs(l)>=_t?a(o(l),l):(l<0?"−":"+")+"<"+o(xt)}return{format:n,count:r,
share:o,part:s,signedShare:i,plain:l=>n(l,{}),signedCount:l=>a(r(l),l),minutes:(l,f=0)=>n(l,{minimumFractionDigits:f,maximumFractionDigits:f})}}var j=Object.keys(M);function vt(t,e){return e.map(n=>n.slice(0,2).toLowerCase()).find(n=>j.includes(n))??t}function Be(t,e){return t.replace(/\{(\w+)\}/g,(n,r)=>Object.
hasOwn(e,r)?e[r]:n)}function kt(t,e){let n=e,r=ot(M[n]);function o(i,l){let f=t[i];return f&&l!==null&&Object.hasOwn(f,l)?f[l][n]:null}let s=(i,l={})=>Be(o("texts",i)??i,l);return{
get language(){return n},set language(i){n=i,r=ot(M[i])},named:o,t:s,count:i=>i===null||Number.isNaN(i)?s("missing"):r.count(i),share:i=>r.share(i),part:i=>r.part(
i),plain:i=>r.plain(i),signedCount:i=>r.signedCount(i),signedShare:i=>r.signedShare(i),minutes:(i,l)=>r.minutes(i,l),opportunity:i=>o("opportunities",i)??i,period:i=>o(
"periods",i)??i,in:i=>i[n],capital:i=>i.charAt(0).toLocaleUpperCase(M[n])+i.slice(1),lowered:i=>i.charAt(0).toLocaleLowerCase(M[n])+i.slice(1),sort:(i,l)=>i.localeCompare(
l,M[n]),date:i=>new Intl.DateTimeFormat(M[n],{weekday:"short",day:"numeric",month:"short",timeZone:"UTC"}).format(i),clock:i=>new Intl.DateTimeFormat(M[n],{hour:"\
2-digit",minute:"2-digit",timeZone:"UTC"}).format(i),sentence(i,l){return s(i).split(/(\{\w+\})/).map(f=>{let m=f.startsWith("{")?f.slice(1,-1):null;return m!==
null&&Object.hasOwn(l,m)?l[m]:f})}}}var Lt="grensgeo",Fe=["light","dark"];function Ot(){try{let{language:t,theme:e}=JSON.parse(localStorage.getItem(Lt)??"{}");return{language:t,theme:e}}catch{return{}}}
function rt(t){try{localStorage.setItem(Lt,JSON.stringify({...Ot(),...t}))}catch{}}function st(t,e){let n=Ot(),r=(o,...s)=>s.find(a=>a!==void 0&&o.includes(a));
return{language:r(j,e.language,n.language)??vt(t,navigator.languages),theme:r(Fe,e.theme,n.theme)??"auto"}}function St(t,e){let n=window.matchMedia("(prefers-co\
lor-scheme: dark)"),r=t,o=!1,s=()=>!o&&(r==="dark"||r!=="light"&&n.matches);function a(){document.documentElement.dataset.theme=s()?"dark":"light",e(s())}function i(l){
o=l,a()}return v("theme")?.addEventListener("click",()=>{r=s()?"light":"dark",rt({theme:r}),a()}),n.addEventListener("change",a),window.addEventListener("before\
print",()=>i(!0)),window.addEventListener("afterprint",()=>i(!1)),{show:a,take(l){r=l,a()},get theme(){return r},get dark(){return s()}}}var We=[[".leaflet-control-zoom-in","zoom_in"],[".leaflet-control-zoom-out","zoom_out"],["a.home","home"]],z=t=>[...document.querySelectorAll(`[data-${t}]`)].map(
e=>e);function Tt(t,e,n){let{t:r}=t;document.documentElement.lang=t.language,document.title=t.in(e.title),v("title").textContent=t.in(e.title);for(let o of z("t\
ext"))o.textContent=r(String(o.dataset.text),{version:e.version});for(let o of z("said"))o.title=r(String(o.dataset.said));for(let o of z("label"))o.setAttribute(
"aria-label",r(String(o.dataset.label)));He(t.language),n.setAttribute("aria-label",r("map_region"));for(let[o,s]of We){let a=document.querySelector(o);a&&(a.title=
r(s),a.setAttribute("aria-label",r(s)))}}function He(t){for(let e of z("language"))e.setAttribute("aria-pressed",String(e.dataset.language===t))}function At(t){
for(let e of z("language"))e.addEventListener("click",()=>t(String(e.dataset.language)))}var $e=5;function Et(t,e){let n=t.filter(({concerns:r})=>!r.length||r.some(
o=>e.includes(o)));return[...n.filter(({concerns:r})=>r.length),...n.filter(({concerns:r})=>!r.length)].slice(0,$e)}function Mt(t){return t.url?_("a",{href:t.url,
rel:"noopener noreferrer",target:"_blank"},t.title):_("span",{},t.title)}function Nt(t,e){let n=L.Control.extend({onAdd(){let r=L.DomUtil.create("div","leaflet-\
bar"),o=L.DomUtil.create("a","home",r);return o.href="#",o.setAttribute("role","button"),o.textContent="⌂",L.DomEvent.on(o,"click",s=>{L.DomEvent.stop(s),e()}),
r}});new n({position:"topleft"}).addTo(t)}function Ct(t,e){let n=window.innerWidth;window.addEventListener("resize",()=>{if(window.innerWidth===n){t.invalidateSize(
{animate:!1});return}n=window.innerWidth,e()})}function it(t){let e=t.replace(/^#/,"");return j.includes(e)?{lang:e}:Object.fromEntries(new URLSearchParams(e))}function at(t,e,{state:n,view:r,choose:o}){let s=e.
views.findIndex(({kind:i})=>i===t.view);s>=0&&(n.view=s);for(let i of r().controls)i.options.includes(t[i.id])&&o(i,t[i.id]);let a=e.base.areas.findIndex(([i])=>i===
t.area);n.area=r().ids?.includes(a)?a:null}function It(t,{state:e,view:n,chosen:r},{language:o,theme:s}){let a=new URLSearchParams({lang:o});s!=="auto"&&a.set("\
theme",s),t.views.length>1&&a.set("view",n().kind);for(let i of n().controls)i.options.length>1&&a.set(i.id,r(i));return e.area!==null&&a.set("area",t.base.areas[e.
area][0]),a.toString()}function Pt(t,e){let n={step:0,negative:!1};if(t==null)return{kind:"missing",...n};if(t==="u")return{kind:"undefined",...n};if(t==="n")return{kind:"noise",...n};
if(t===0)return{kind:"zero",...n};let r=Number(t);return{kind:"step",step:e.filter(o=>Math.abs(r)>=o).length,negative:r<0}}var Ge={missing:"url(#hatch-missing)",
undefined:"url(#hatch-undefined)",zero:"#ffffff"};function lt(t,e,n,r){if(t.kind==="noise")return r.noise;if(t.kind!=="step")return Ge[t.kind];let o=r[e];if(e===
"diverging"){let a=o.length/2,i=n.length<2?Math.min(t.step+1,a-1):t.step;return t.negative?o[a-1-i]:o[a+i]}let s=n.length?t.step*(o.length-1)/n.length:o.length-
1;return o[Math.round(s)]}var Rt=85.0511287798,Dt=t=>256*(t+180)/360;function Ut(t){let e=Math.sin(Math.max(-Rt,Math.min(Rt,t))*Math.PI/180);return 256*(.5-Math.log((1+e)/(1-e))/(4*Math.
PI))}function jt(t){let e=new Int32Array(t.length+1);for(let n=0;n<t.length;n++)e[n+1]=e[n]+t[n];return e}function Z(t){let e=[],[n,r]=[0,0];for(let o=0;o<t.length;o+=
2)n+=t[o],r+=t[o+1],e.push([r/1e4,n/1e4]);return e}var B=t=>t.map(e=>e.map(Z)),zt=(t,e)=>t[2]<e[0]||t[0]>e[2]||t[3]<e[1]||t[1]>e[3];var Xe=[[9,15e4],[10,5e4]];function Bt(t){return t.map(([e,n,r,o,s,a,i],l)=>{let f=B(i);return{number:l,code:e,name:n,country:r,nuts3:o,part:s,population:a,rings:f,
centre:L.latLngBounds(f.flat(2)).getCenter()}})}function Ft(t,e){let n=Xe.find(([r])=>e<r);return t.part!=="ring"||!n||t.population>=n[1]}var Wt=t=>t>2e5?15:t>6e4?
13:11.5;function Ht(t){let e=!1,n=0;function r(){e&&(e=!1,t())}let o=()=>requestAnimationFrame(()=>requestAnimationFrame(()=>{n||r()}));function s(){clearTimeout(n),n=0,
e&&o()}return{flush:r,release:s,ask(){!e&&!n&&o(),e=!0},hold(){clearTimeout(n),n=Number(setTimeout(s,400))}}}function $t(t){let e=window.devicePixelRatio||1;return Math.min(2,Math.max(1,t?Math.round(e):e))}function Gt(t,e,n){let r={options:{padding:.15},_initContainer(){
this._container=L.DomUtil.create("canvas",e),this._container.setAttribute("aria-hidden","true"),this._context=this._container.getContext("2d")},_destroyContainer(){
L.DomUtil.remove(this._container)},_lay(s){let a=this._bounds.getSize(),i=this._container,l=Math.max(1,Math.round(a.x*s)),f=Math.max(1,Math.round(a.y*s));L.DomUtil.
setPosition(i,this._bounds.min),i.style.width=a.x+"px",i.style.height=a.y+"px";let m=i.width!==l||i.height!==f;m&&Object.assign(i,{width:l,height:f});let g=this.
_map.getPixelOrigin().add(this._bounds.min),w=s*2**this._map.getZoom();return{other:m,frame:{width:l,height:f,ratio:s,scale:w,left:g.x*s,top:g.y*s}}}},o=L.Renderer.
extend({...r,...n});return new o({pane:t})}var ct={uint8:Uint8Array,int8:Int8Array,uint16:Uint16Array,int16:Int16Array,uint32:Uint32Array,int32:Int32Array,float32:Float32Array,float64:Float64Array};function Ke(t){
let e=atob(t),n=new Uint8Array(e.length);for(let r=0;r<n.length;r++)n[r]=e.charCodeAt(r);return n}async function Ze(t){let e=new Blob([t]).stream().pipeThrough(
new DecompressionStream("deflate"));return new Uint8Array(await new Response(e).arrayBuffer())}function qe(t,{n:e,width:n,steps:r=0}){let o=new Int32Array(e);for(let s=0;s<
e;s++){let a=t[s];n>1&&(a|=t[e+s]<<8),n>2&&(a|=t[2*e+s]<<16|t[3*e+s]<<24),o[s]=a>>>1^-(a&1)}for(let s=0;s<r;s++)for(let a=1;a<e;a++)o[a]=o[a]+o[a-1]|0;return o}
function Ye(t,e){let n=new ct[e.type](e.n),r=10**e.digits,o=Object.hasOwn(e,"null");for(let s=0;s<e.n;s++)n[s]=o&&t[s]===e.null?NaN:t[s]/r;return n}function Ve(t,{
type:e,n,width:r}){let o=new Uint8Array(n*r);for(let l=0;l<r;l++)for(let f=0;f<n;f++)o[f*r+l]=t[l*n+f];let s=new DataView(o.buffer),a=new ct[e](n),i=r===8?"getF\
loat64":"getFloat32";for(let l=0;l<n;l++)a[l]=s[i](l*r,!0);return a}async function Je(t,e){let n=await Ze(Ke(e));if(t.type==="text")return t.n===0?[]:new TextDecoder().
decode(n).split(`
`);if(!Object.hasOwn(t,"steps"))return Ve(n,t);let r=qe(n,t);return Object.hasOwn(t,"digits")?Ye(r,t):t.type==="int32"?r:ct[t.type].from(r)}async function Xt(t,e){
if(t.format!==1||t.parts.length!==e.length)throw new Error(`packed in format ${t.format}, ${e.length} chunks`);let n=await Promise.all(t.parts.map((r,o)=>Je(r,e[o])));
return Object.fromEntries(t.parts.map((r,o)=>[r.name,n[o]]))}var Qe=["nature","built_up","water"],tn=[[1.5,4.5],[1.1,3.4],[.6,2.6],[.5,2]],ut=[8,13],Zt=1.1,en=2.2,ft=({looks:t},e)=>t.levels_from.filter(n=>e>=n).length;function W({
looks:t},e,n,r){let o=t.shown_from[e];return r>=o[Math.min(n,o.length)-1]}function nn(t,e){let{layers:n}=e,{names:r,layer:o,rank:s,name:a,corners:i,start_x:l,start_y:f,
step_x:m,step_y:g}=t,w=jt(i),c=i.length,d=new Float64Array(w[c]),u=new Float64Array(w[c]),h=new Float64Array(4*c),y=new Int32Array(c),[p,b,x,k]=[0,0,0,0];for(let O=0;O<
c;O++){p+=l[O],b+=f[O];let[N,C]=[p,b],[U,I,tt,et]=[1/0,1/0,-1/0,-1/0];for(let E=w[O];E<w[O+1];E++)E>w[O]&&(N+=m[x],C+=g[x],x++),d[E]=Dt(N/1e4),u[E]=Ut(C/1e4),U=
Math.min(U,d[E]),tt=Math.max(tt,d[E]),I=Math.min(I,u[E]),et=Math.max(et,u[E]);h.set([U,I,tt,et],4*O),n[o[O]]==="place"&&(y[O]=t.people[k++])}return{n:c,layer:Array.
from(o,O=>n[O]),rank:s,name:Array.from(a,O=>r[O]),people:y,at:w,x:d,y:u,level:t.level,box:h,looks:e}}async function qt(t){if(!t)return null;let{manifest:e,chunks:n}=t;return nn(await Xt(e,n),e.meta)}function H({n:t,layer:e,rank:n,box:r},o,s,{width:a,height:i,scale:l,
left:f,top:m}){let g=[];for(let w=0;w<t;w++){if(e[w]!==o||n[w]!==s)continue;r[4*w]*l-f>a||r[4*w+2]*l-f<0||r[4*w+1]*l-m>i||r[4*w+3]*l-m<0||g.push(w)}return g}function $({
at:t,x:e,y:n,level:r},o,s,{scale:a,left:i,top:l}){let f=[];for(let m=t[o];m<t[o+1];m++)r[m]<=s&&f.push([e[m]*a-i,n[m]*a-l]);return f}function on(t,e,n,r,{sight:o,
level:s}){let a=Qe.includes(n);t.beginPath();for(let i of H(e,n,r,o)){let l=$(e,i,s,o);l.length<(a?3:2)||(l.forEach(([f,m],g)=>g?t.lineTo(f,m):t.moveTo(f,m)),a&&
t.closePath())}}function F(t,e,n,r=[]){t.strokeStyle=e,t.lineWidth=n,t.setLineDash(r),t.stroke()}function rn(t,e,n,{zoom:r,ratio:o,colours:s}){let a=ft(e,r),i=Math.
max(0,Math.min(1,(r-ut[0])/(ut[1]-ut[0]))),l={sight:n,level:a};t.lineJoin="round",t.lineCap="round";function f(m,g){for(let w=e.looks.shown_from[m].length;w>=1;w--)
W(e,m,w,r)&&(on(t,e,m,w,l),g(w))}for(let m of["nature","built_up","water"])f(m,()=>{t.fillStyle=s[m],t.fill("nonzero")});if(f("waterway",m=>F(t,s.river,o*(1+1.4*
i)/Math.sqrt(m))),f("road",m=>{let[g,w]=tn[m-1],c=o*(g+i*(w-g));F(t,s.casing,c+o*(m<3?Zt:.7*Zt)),F(t,s.road,c)}),t.lineCap="butt",f("rail",m=>{let g=o*(m===1?1.7+
i:1.3+i);F(t,s.rail,g),F(t,s.sleeper,g*.5,[5*o,5*o])}),t.setLineDash([]),!!W(e,"station",1,r))for(let m of H(e,"station",1,n)){let[[g,w]]=$(e,m,a,n),c=o*en;t.fillStyle=
s.station,t.fillRect(g-c,w-c,2*c,2*c),t.strokeStyle=s.rail,t.lineWidth=o,t.strokeRect(g-c,w-c,2*c,2*c)}}function Yt(t){let e=Gt(t,"base-map",{_update(){this._map.
_animatingZoom&&this._bounds||(this._bounds?this.late.ask():this._now())},_reset(){this._update(),this._updateTransform(this._map.getCenter(),this._map.getZoom())},
_now(){!this._map||this._map._animatingZoom&&this._bounds||(L.Renderer.prototype._update.call(this),this.draw())},show(n){this._base=n,this.draw()},dress(n){this.
_dark=n,this.draw()},paper(n){this._sheet?.remove(),this._container.style.display=n?"none":"",n&&(this._now(),this._sheet=L.DomUtil.create("img","base-map"),this.
_sheet.alt="",this._sheet.src=this._container.toDataURL(),this._sheet.style.cssText=this._container.style.cssText,this._sheet.style.display="",this._container.after(
this._sheet))},draw(){if(!this._base||!this._bounds)return;let{frame:n,other:r}=this._lay($t(!1));r||this._context.clearRect(0,0,n.width,n.height);let o=this._base.
looks.colours[this._dark?"dark":"light"];rn(this._context,this._base,n,{zoom:this._map.getZoom(),ratio:n.ratio,colours:o})}});return e.late=Ht(()=>e._now()),e}var Vt=[["land",200,!1],["figures",300,!1],["bands",350,!1],["base",380,!0],["lines",400,!0],["frontier",420,!0],["points",430,!1],["chosen",440,!0],["names",620,
!0]],sn=Vt.map(([t])=>t).filter(t=>!["base","names"].includes(t)),q="var(--land)",Y="#7d7f86",an="var(--faint)",G="var(--border)",ln=.4,cn=[["water",{color:"#9c\
c3d9",weight:2}],["road",{color:"#8f8a80",weight:.9,opacity:.75}],["rail",{color:"#4a4a52",weight:1.6,dashArray:"6 3"}]];function un(t){for(let[e,n,r]of Vt){let o=t.
createPane(e);o.style.zIndex=String(n),r&&(o.style.pointerEvents="none")}return Object.fromEntries(sn.map(e=>[e,L.svg({pane:e,padding:.4})]))}async function Jt(t,e){
let n=await qt(e.base_map);if(!n)return null;let r=Yt("base").addTo(t);return r.show(n),{base:n,layer:r}}function Qt(t,e){let n=un(t),r=Bt(e.base.areas),o=(g,w)=>({
pane:g,renderer:n[g],smoothFactor:ln,...w}),s=(g,w)=>o(g,{interactive:!1,...w});for(let g of r){L.polygon(g.rings,s("land",{stroke:!0,color:q,weight:.8,fillColor:q,
fillOpacity:e.land})).addTo(t);let w=g.part==="ring";L.polygon(g.rings,s("lines",{fill:!1,weight:w?.5:.8,color:w?an:Y})).addTo(t)}for(let[g,w]of cn){let c=(e.lines[g]||
[]).map(Z);c.length&&L.polyline(c,s("lines",w)).addTo(t)}let a=e.base.border.map(Z);L.polyline(a,s("frontier",{color:"var(--halo)",weight:5,opacity:.9})).addTo(
t),L.polyline(a,s("frontier",{color:G,weight:2.6})).addTo(t),L.control.scale({imperial:!1,position:"bottomright",maxWidth:120}).addTo(t);let[i,l,f,m]=e.base.bounds;
return{areas:r,frontier:a,renderers:n,live:o,flat:s,bounds:L.latLngBounds([i,l],[f,m])}}function S(t,e){let n=_("i",{class:"swatch","aria-hidden":"true"});return t.startsWith("url(#")?n.classList.add(t.slice(5,-1)):n.style.backgroundColor=t,_("li",
{},n,e)}var P=(t,e)=>_("li",{},_("i",{class:"swatch "+t,"aria-hidden":"true"}),e);function X(t,e,n){let r=P("line",n),o=r.firstChild;return o.style.borderTopColor=
t,o.style.borderTopWidth=e+"px",r}var T=t=>_("li",{class:"said"},t);function A(t,e,n){let r=_("span",{},...n?[wt(n)]:[],t);return _("div",{class:"row"},r,_("b",
{},e))}var te="url(#hatch-missing)";function fn({data:t,words:e,choosing:n,said:r},o,s){let{t:a}=e,i=r.units[o.unit];function l(w){return w===0?a("class_below",{a:i(s[0])}):
w===s.length?a("class_above",{a:i(s[w-1])}):a("class_between",{a:i(s[w-1]),b:i(s[w])})}let f=(w,c=!1)=>lt({kind:"step",step:w,negative:c},o.palette,s,t.palettes),
m=s.length?[...s.keys(),s.length]:[];if(o.palette==="diverging"){let w=c=>m.map(d=>S(f(d,c),(c?"− ":"+ ")+l(d)));return[...w(!1).reverse(),S("#ffffff",a("clas\
s_same")),...w(!0)]}let g=n.layer().values[n.fieldName()].includes(0);return[...m.toReversed().map(w=>S(f(w),l(w))),...g?[S("#ffffff",a(o.palette==="effect"?"cl\
ass_zero_effect":"class_zero"))]:[]]}function pn({data:t,words:e,choosing:n,base:r,said:o},s){let{t:a}=e,{view:i,layer:l,fieldName:f}=n,m=l().values[f()],g=i().
ids??[],w=r.areas.filter(h=>!g.includes(h.number)),c=g.map((h,y)=>o.marks(y)),d=(l().values.unknown||[]).filter(h=>Number(h)>0).length;return[...[[m.includes("n"),
t.palettes.noise,"class_noise"],[m.includes("u"),"url(#hatch-undefined)",i().undefined||"undefined"],[m.includes(null)||w.some(h=>h.part!=="ring"),te,"class_mis\
sing"],[c.some(h=>h.edge),"url(#hatch-edge)",s.palette==="sequential"?"class_edge":"class_edge_other"],[c.some(h=>h.still&&!h.edge),"url(#hatch-still)","class_s\
till"]].filter(([h])=>h).map(([,h,y])=>S(h,a(y,{noise:y==="class_noise"?e.share(i().noise):""}))),...d?[T(a("bounds",{n:e.count(d)}))]:[],...w.some(h=>h.part===
"ring")?[S(q,a("class_outside"))]:[]]}function dn({data:t,choosing:e,base:n,said:r},o,s,a){let{state:i,view:l,layer:f,fieldName:m,field:g}=e,w=f().breaks[g().group],
c=f().values[m()];function d(u,h){let y=L.polygon(n.areas[u].rings,n.live("figures",{color:Y,weight:.6,fillColor:h,fillOpacity:1}));y.bindTooltip(()=>o.card(u,!0),
{sticky:!0,opacity:1,className:"hover"}),y.on("mouseover",()=>o.mark(u)),y.on("mouseout",()=>o.mark(i.area)),y.on("click",p=>{y.closeTooltip(),o.select(u,p.latlng)}),
a("area"+u,y)}(l().ids??[]).forEach((u,h)=>{let y=lt(Pt(c[h],w),g().palette,w,t.palettes),p=s.get("area"+u);p?p.setStyle({fillColor:y}):d(u,y),s.get("over"+u)?.
remove(),s.delete("over"+u);let{edge:b,still:x}=r.marks(h);!b&&!x||a("over"+u,L.polygon(n.areas[u].rings,n.flat("lines",{stroke:!1,fillColor:b?"url(#hatch-edge)":
"url(#hatch-still)",fillOpacity:1})))});for(let u of n.areas)u.part==="ring"||s.has("area"+u.number)||a("area"+u.number,L.polygon(u.rings,n.flat("figures",{color:Y,
weight:.6,fillColor:te,fillOpacity:1})))}function ee(t,e,n){let{words:r,choosing:o,base:s,said:a}=t,{t:i}=r,{view:l,layer:f,field:m}=o;return{draw:g=>dn(t,e,n,g),
title:()=>a.fieldTitle(m()),legend:()=>[...fn(t,m(),f().breaks[m().group]),...pn(t,m())],table(){let g=[...l().rows.map(([c,d,u])=>[i(c),a.where()+d,u]),...(l().
bar??[]).map(c=>[i(c),c,"count"])],w=(l().ids??[]).map((c,d)=>({area:s.areas[c],slot:d})).sort((c,d)=>r.sort(c.area.name,d.area.name));return{head:[i("municipal\
ity"),i("country"),...g.map(([c])=>r.capital(c))],rows:w.map(({area:c,slot:d})=>[c.name,[c.country,...g.map(([,u,h])=>a.figureAt(u,d,h))]])}}}}var mn="#888888",ne="other";function oe({map:t,data:e,words:n,choosing:r,base:o}){let{t:s,count:a}=n,{view:i,layer:l}=r,f=()=>[...i().parts,ne];function m(u){let h=l().
bands.map(b=>b.cutoff).sort((b,x)=>b-x),y=h.length>1?h.indexOf(u)/(h.length-1):0,{bands:p}=e.palettes;return i().cutoffs.includes(u)?p[Math.round(y*(p.length-2))]:
mn}let g=(u,h)=>s("area_km2",{n:a(u.km2[h]||0)}),w=u=>s("within",{n:n.plain(u.cutoff)});function c(u){let[h,y]=l().key,p=f().filter(b=>u.km2[b]>0||b!==ne);return _(
"div",{class:"card"},_("strong",{},i().names[h]??h),_("div",{class:"main"},w(u)),_("div",{class:"small"},n.named("by_mode",y)??""),...p.map(b=>A(s(b),g(u,b))))}
function d(u){let{all:h}=u.km2,y=(e.home[l().key[0]]??"").toLowerCase(),b=(y?i().parts.filter(x=>x!==y):[]).reduce((x,k)=>x+(u.km2[k]||0),0);return b&&h?s("area\
_share",{n:a(h),p:n.share(b/h)}):s("area_km2",{n:a(h)})}return{draw(u){l().bands.forEach((y,p)=>{let b=L.polygon(B(y.geometry),o.live("bands",{color:"#ffffff",weight:1,
fillColor:m(y.cutoff),fillOpacity:1}));b.bindTooltip(()=>c(y),{sticky:!0,opacity:1,className:"hover"}),b.on("click",x=>{b.closeTooltip(),L.popup({maxWidth:290}).
setLatLng(x.latlng).setContent(c(y)).openOn(t)}),u("band"+p,b)});let h=e.origins[l().key[0]];h&&u("halo",L.circleMarker([h[1],h[0]],{...o.flat("chosen",{color:"\
#ffffff",weight:3,fillColor:G,fillOpacity:1}),radius:8}))},title:()=>s("travel_time"),legend:()=>l().bands.toReversed().map(u=>{let h=S(m(u.cutoff),w(u));return h.
append(_("small",{},d(u))),h}),table:()=>({head:[n.capital(s("cutoff")),...f().map(u=>s(u))],rows:l().bands.toReversed().map(u=>[s("minutes",{n:n.plain(u.cutoff)}),
f().map(h=>g(u,h))])}),box(){let u=L.latLngBounds([]);for(let h of l().bands)u.extend(L.polyline(B(h.geometry).flat()).getBounds());return u.isValid()?{bounds:u,
options:{padding:[24,24]}}:null}}}function re(t){let e={view:0,choices:{},area:null},n=()=>t.views[e.view],r=()=>n().controls.filter(f=>!f.field);function o(f){let{values:m}=a(),g=w=>Object.hasOwn(
m,w)&&m[w].some(c=>typeof c=="number");return[f.start,...f.options].find(g)??f.start}function s(f){let m=e.choices[f.id];return f.options.includes(m)?m:f.id==="\
destination"&&n().kind==="reach"?o(f):f.start}function a(){let f=r().map(s);return n().layers.find(m=>m.key.every((g,w)=>g===f[w]))??n().layers[0]}function i(f,m){
e.choices[f.id]=m;let g=r(),w=g.map(s),c=g.indexOf(f),d=y=>y.key.filter((p,b)=>p===w[b]).length,h=(c<0?[a()]:n().layers.filter(y=>y.key[c]===m)).reduce((y,p)=>d(
p)>d(y)?p:y);g.forEach((y,p)=>{e.choices[y.id]=h.key[p]})}let l=()=>n().controls.filter(f=>f.field).map(s).join("_");return{state:e,view:n,layer:a,layerControls:r,
chosen:s,choose:i,fieldName:l,field:()=>n().fields[l()]}}var hn=6,gn=4;function wn({id:t,name:e,options:n,current:r,pick:o}){let s=_("select",{id:"c-"+t,"data-key":t});for(let[a,i]of n){let l=_("option",{value:a},i);l.
selected=a===r,s.append(l)}return s.addEventListener("change",()=>o(s.value)),_("div",{class:"choice"},_("label",{for:"c-"+t,class:"legend"},e),s)}function yn({
id:t,name:e,options:n,current:r,pick:o}){let s=_("div",{class:"pills"});for(let[a,i]of n){let l=_("input",{type:"radio",name:t,value:a,checked:a===r,"data-key":t+
"="+a});l.addEventListener("change",()=>o(a)),s.append(_("label",{class:"pill"},l,_("span",{},i)))}return _("fieldset",{class:"choice"},_("legend",{class:"legen\
d"},e),s)}function se({data:t,words:e,choosing:n,said:r},o,s){let{state:a,view:i,chosen:l,choose:f}=n,m=i().controls.map(g=>({id:g.id,name:e.t(g.id),current:l(g),
options:g.options.map(w=>[w,r.optionLabel(g.id,w)]),pick(w){f(g,w),g.id==="origin"&&s(),o()}}));m.unshift({id:"view",name:e.t("view"),current:String(a.view),options:t.
views.map((g,w)=>[String(w),e.t("view_"+g.kind)]),pick(g){a.view=Number(g),s(),o()}}),K(v("controls"),...m.filter(({options:g})=>g.length>1).map(g=>{let w=g.id===
"origin"?gn:hn;return g.options.length>w?wn(g):yn(g)}))}function V(t){return t.palette!=="diverging"?t.unit:t.unit==="percent"?"change_percent":"change"}function ie(t,e){let{t:n,count:r}=t,{view:o,layer:s}=e,a={count:r,
percent:t.share,change:t.signedCount,change_percent:t.signedShare};function i(c,d){return c==null?n("missing"):c==="u"?n("undefined"):c==="n"?n("class_noise",{noise:t.
share(o().noise)}):a[d](Number(c))}function l(c,d){let{values:u}=s();return Object.hasOwn(u,c)?u[c][d]:void 0}function f(c,d){let u=l(c,d);return typeof u=="num\
ber"?u:null}function m(c,d){if(c!=="open"||(l(c,d)??null)!==null)return null;let u=o().bar??[],h=u.reduce((p,b)=>p+(f(b,d)??0),0),y=u.filter(p=>f(p,d)===null);return!(h>
0)||!y.length?null:[n("at_least",{n:r(h)}),y.map(p=>n("no_data_of",{country:n(p)})).join(", ")].join(" – ")}function g(c,d,u){let h=m(c,d);if(h!==null)return h;
let y=i(l(c,d),u);return u==="count"&&f(c,d)!==null&&(f("unknown",d)??0)>0?n("at_least",{n:y}):y}return{units:a,figureAt:g,numberAt:f,marks:c=>({edge:(f("edge",
c)??0)>(o().edge_share??1),still:l("without",c)===1})}}function ae(t,e){let{t:n}=t,{view:r,layerControls:o,chosen:s,fieldName:a}=e;function i(c,d){return c==="m\
ode"?t.named("modes",d)??(d==="any"?n("mode_any"):d):c==="opportunity"?t.opportunity(d):c==="cutoff"?n("minutes",{n:t.plain(Number(d))}):c==="origin"?r().names[d]??
d:c==="scenario"?d==="baseline"?n("baseline"):d:c==="side"&&!["all","own","across"].includes(d)?n(d):n(c+"_"+d)}function l(c){let d=c==="all"?"":c==="any"?n("by\
_any"):c;return t.named("by_mode",c)??d}let f=()=>Object.fromEntries(o().map(c=>{let d=s(c),u=c.id==="mode"?l(d):c.id==="cutoff"?t.plain(Number(d)):i(c.id,d);return[
c.id,u]})),m=()=>r().kind==="scenario"?", "+n("destination_"+a().split("_")[0]):"";return{optionLabel:i,values:f,where:()=>r().kind==="scenario"?a().split("_")[0]+
"_":"",fieldTitle:c=>t.capital(n(c.label,f()))+m()}}function le({words:t,choosing:e,base:n,said:r},o){let{t:s,count:a}=t,{view:i,layer:l,fieldName:f,field:m}=e,g=v("extremes");g.replaceChildren();let{ids:w}=i();if(!w)
return;let c=V(m()),d=l().values[f()],u=w.map((x,k)=>({number:x,value:d[k],mark:r.marks(k)})).filter(x=>typeof x.value=="number"),h=u.filter(({mark:x})=>!x.edge&&
!x.still).sort((x,k)=>Number(k.value)-Number(x.value));function y(x,k){let O=c==="count"||c==="change"?" "+r.values().opportunity:"",N=I=>r.units[c](Number(I))+
O,C=h.filter(I=>N(I.value)===N(k)),U=C.length>1?s("tied",{n:a(C.length)}):R(n.areas[C[0].number].name,()=>o(C[0].number));g.append(_("div",{},s(x)+": ",U," ",_(
"b",{},N(k))))}let p=h.at(-1);p&&h[0].value!==p.value&&(y("highest",h[0].value),y("lowest",p.value));let b=[{why:"edge",n:u.filter(({mark:x})=>x.edge).length},{
why:"still",n:u.filter(({mark:x})=>x.still&&!x.edge).length}].filter(({n:x})=>x>0).map(({why:x,n:k})=>s("left_"+x,{n:a(k)}));b.length&&g.append(_("div",{class:"\
small"},s("left_out",{parts:b.join(", ")})))}var ce="#3c3f46",ue=.12,fe=16;function bn([t,e],[n,r]){let o=Math.cos((e+r)/2*Math.PI/180),s=[(t+n)/2+ue*(r-e)/o,(e+r)/2-ue*(n-t)*o];return Array.from({length:fe+
1},(a,i)=>{let l=i/fe;return[(1-l)**2*e+2*l*(1-l)*s[1]+l*l*r,(1-l)**2*t+2*l*(1-l)*s[0]+l*l*n]})}function pe({data:t,words:e,choosing:n,base:r}){let{t:o,count:s}=e,
{layer:a}=n,{areas:i}=r,l=new Map(t.base.places.map(([c,d,u])=>[c,[d,u]])),f=([c,d])=>t.palettes.flows[i[c].country===i[d].country?0:1];function m(c){let{breaks:d}=a(),
u=d.filter(h=>c>=h).length;return t.widths[Math.round(u*(t.widths.length-1)/Math.max(d.length,1))]}let g=([c,d,u])=>_("div",{class:"card"},_("strong",{},i[c].name+
" → "+i[d].name),_("div",{class:"main"},s(u)));function w(){let c=a().breaks;return c.length?[...c.map((u,h)=>X(ce,m(u),h+1===c.length?o("class_above",{a:s(u)}):
o("class_between",{a:s(u),b:s(c[h+1])}))).reverse(),X(ce,m(0),o("class_below",{a:s(c[0])}))]:[]}return{draw(c){a().flows.toReversed().forEach((d,u)=>{let[h,y]=[
l.get(d[0]),l.get(d[1])];if(!h||!y)return;let p=L.polyline(bn(h,y),{pane:"bands",renderer:r.renderers.bands,color:f(d),weight:m(d[2]),opacity:1,lineCap:"butt"});
p.bindTooltip(()=>g(d),{sticky:!0,opacity:1,className:"hover"}),c("flow"+u,p)})},title:()=>e.capital(o("field_flows")),legend(){let{left_out:c,people_left_out:d,
outside:u,missing:h}=a(),[y,p]=t.palettes.flows;return[...w(),X(y,4,o("flow_within")),X(p,4,o("flow_across")),...c?[T(o("flow_left_out",{n:s(c),p:s(d)}))]:[],...u?
[T(o("flow_outside",{n:s(u)}))]:[],...h?[T(o("flow_missing",{n:s(h)}))]:[]]},table:()=>({head:["flow_from","flow_to","flow_count"].map(c=>e.capital(o(c))),rows:a().
flows.map(([c,d,u])=>[i[c].name,[i[d].name,s(u)]])})}}var pt=10,_n=6,J=14,xn=300,vn=34,kn=[0,9,9.75,11.5],Ln=t=>t<9.5?26:60,On=2;function de(t){let e=t.getZoom(),n=t.containerPointToLayerPoint([0,0]),r=t.getPixelOrigin(),
o=t.getSize();return{width:o.x,height:o.y,scale:2**e,zoom:e,x:n.x,y:n.y,left:r.x+n.x,top:r.y+n.y}}function Sn(t,{width:e,height:n}){let r=[];for(let s=1;s<t.length;s++){
let[[a,i],[l,f]]=[t[s-1],t[s]],m=Math.max(1,Math.ceil(Math.hypot(l-a,f-i)/12));for(let g=0;g<m;g++){let w=a+(g+.5)/m*(l-a),c=i+(g+.5)/m*(f-i);w>0&&c>0&&w<e&&c<n&&
r.push([w,c])}}let o=Math.floor(r.length/2);return r.map((s,a)=>r[o+(a%2?-1:1)*Math.ceil(a/2)]).filter(Boolean)}var Tn=t=>t.reduce((e,[n,r],o)=>o?e+Math.hypot(n-
t[o-1][0],r-t[o-1][1]):0,0);function me(t,e,n,r){let o=de(t),s=ft(e,o.zoom),a=[],i=new Map;for(let l of r){if(!W(e,"road",l,o.zoom)||o.zoom<kn[l-1])continue;let f=H(
e,"road",l,o).filter(m=>e.name[m]).map(m=>({name:e.name[m],corners:$(e,m,s,o)})).map(m=>({...m,long:Tn(m.corners)})).filter(({long:m})=>m>=vn).sort((m,g)=>g.long-
m.long);for(let{name:m,corners:g}of f){if(a.length>=Ln(o.zoom))return a;let w=m.split("/").slice(0,On).join("/"),c=n.widthOf(w,pt,!0)+_n,d=m.split("/").flatMap(
u=>i.get(u)??[]);for(let[u,h]of Sn(g,o)){if(d.some(([b,x])=>Math.hypot(b-u,x-h)<xn))continue;let[y,p]=[o.x+u-c/2,o.y+h-J/2];if(n.free([y-2,p-2,y+c+2,p+J+2])){n.
take([y,p,y+c,p+J]),a.push({text:w,rank:l,x:y,y:p,width:c,height:J}),d.push([u,h]);for(let b of m.split("/"))i.set(b,[...i.get(b)??[],[u,h]])}}}}return a}function he(t,e,n,r){
let o=de(t);return r.filter(s=>W(e,n,s,o.zoom)).flatMap(s=>H(e,n,s,o).map(a=>{let[[i,l]]=$(e,a,1/0,o);return{name:e.name[a],rank:s,people:e.people[a],at:L.point(
o.x+i,o.y+l)}}).sort((a,i)=>i.people-a.people))}function ge(t,e){let n=document.createElement("canvas").getContext("2d"),r=getComputedStyle(document.body).fontFamily,o=t.containerPointToLayerPoint([0,0]),s=L.
bounds(o,t.containerPointToLayerPoint(t.getSize())),[a,i]=[s.min,s.max];return{screen:s,point:l=>t.latLngToLayerPoint(l),free:l=>l[0]>=a.x&&l[2]<=i.x&&l[1]>=a.y&&
l[3]<=i.y&&e.every(f=>zt(f,l)),take:(...l)=>{e.push(...l)},widthOf(l,f,m){return n.font=`${m?600:400} ${f}px ${r}`,n.measureText(l).width}}}var we=({x:t,y:e},n,r,o)=>[
[t+o,e-r/2],[t-o-n,e-r/2],[t-n/2,e-r-4],[t-n/2,e+4]];function D(t,e,n){return t.style.transform=`translate(${e}px,${n}px)`,t}var An=13,dt=18,ye=14,En=12,Mn=[12,11.5,11,10.5],Nn=10.5,be=[58,170];function Cn({data:t,choosing:e,base:n},r){let o=e.view().kind==="isochrones"?e.layer().key[0]:
null;if(o===null||!t.origins[o]||n.areas.some(m=>m.code===o))return[];let[s,a]=t.origins[o],i=r.point([a,s]),l=e.view().names[o];r.take([i.x-10,i.y-10,i.x+20+r.
widthOf(l,ye,!0),i.y+10]);let f=_("span",{class:"place big"},l);return f.style.fontSize=ye+"px",[D(f,i.x+13,i.y-9)]}function _e(t,e,n,r,o){let s=r>En,a=n.widthOf(
t,r,s)+8,i=r*1.3,l=we(e,a,i,4).find(([w,c])=>n.free([w,c,w+a,c+i]));if(!l)return[];let[f,m]=l;n.take([f,m,f+a,m+i],[e.x-3,e.y-3,e.x+3,e.y+3]);let g=_("span",{class:"\
place "+o+(s?" big":"")},t);return g.style.fontSize=r+"px",[D(_("i",{class:"dot "+o}),e.x-2.5,e.y-2.5),D(g,f+4,m)]}function Q(t,e,n,r,o,s=new Set){return he(t,e,
r,o).filter(({name:a,at:i})=>n.screen.contains(i)&&!s.has(a.split(" (")[0])).flatMap(({name:a,rank:i,at:l})=>_e(a,l,n,r==="station"?Nn:Mn[i-1],r==="station"?"st\
op":"village"))}function In(t,e,n,r){let o=s=>me(t,e,n,s).map(({text:a,rank:i,x:l,y:f,width:m})=>{let g=_("span",{class:i===1?"place shield motorway":"place shi\
eld"},a);return g.style.fontSize=pt+"px",g.style.width=m+"px",D(g,l,f)});return[...o([1,2]),...Q(t,e,n,"place",[2,3]),...o([3]),...Q(t,e,n,"station",[1],r),...Q(
t,e,n,"place",[4]),...o([4])]}function Pn(t,e,n,r){let o=r.widthOf(t.toLocaleUpperCase(),An,!0)+t.length*2.4+8;function s(i,l){let f=L.bounds([i-6,l-4],[i+o+6,l+
22]);return n.some(m=>m.some(g=>f.contains(g)))}let a=e.map(i=>[i.x-o/2,i.y-dt/2]).find(([i,l])=>!s(i,l)&&r.free([i,l,i+o,l+dt]));return a?(r.take([a[0],a[1],a[0]+
o,a[1]+dt]),[D(_("span",{class:"country"},t),a[0],a[1])]):[]}function xe(t,e,n){let{map:r,data:o,words:s,base:a}=t,{x:i,y:l}=r.containerPointToLayerPoint([0,0]),
f=ge(r,[[i,l,i+be[0],l+be[1]],...n]),m=Cn(t,f);e&&m.push(...Q(r,e,f,"place",[1]));for(let[w,c,d]of o.base.places){let u=a.areas[w],h=f.point([d,c]);!Ft(u,r.getZoom())||
!f.screen.contains(h)||m.push(..._e(u.name,h,f,Wt(u.population),u.part==="ring"?"ring":"town"))}let g=a.frontier.map(w=>w.map(f.point));if(g.flat().some(w=>f.screen.
contains(w))){let w=f.point(L.latLngBounds(a.frontier.flat()).getCenter());for(let c of new Set(a.areas.map(d=>d.country))){let d=a.areas.filter(u=>u.country===
c).map(u=>f.point(u.centre)).sort((u,h)=>u.distanceTo(w)-h.distanceTo(w));m.push(...Pn(s.t(c.toLowerCase()),d,g,f))}}if(e){let w=new Set(m.map(c=>String(c.textContent).
split(" (")[0]));m.push(...In(r,e,f,w))}r.getPane("names")?.replaceChildren(...m)}var mt=t=>L.CircleMarker.extend({_updatePath(){let{x:e,y:n}=this._point;this._renderer._setPath(this,t(e,n,this._radius))}});function ve(t,e,n){let r=n*1.3;return`\
M${t-r} ${e}L${t} ${e-r}L${t+r} ${e}L${t} ${e+r}Z`}function ke(t,e,n){return`M${Array.from({length:10},(o,s)=>{let a=n*(s%2?.45:1);return`${t+a*Math.sin(s*Math.
PI/5)} ${e-a*Math.cos(s*Math.PI/5)}`}).join("L")}Z`}var Rn=["sector","level","language","period"];function Le({words:t,choosing:e}){let{t:n,count:r,capital:o}=t,{view:s,layer:a}=e,i=p=>n("minutes",{n:r(Math.round(
p))});function l(p){return p===null||!/^[a-z]{2}$/.test(p)?p:new Intl.DisplayNames([t.language],{type:"language"}).of(p)??p}let f=p=>({what:o(t.named("opp_types",
p.type)??p.type),sector:t.named("sectors",p.sector)??p.sector,level:p.level,language:l(p.language),period:p.from===null&&p.to===null?null:[p.from??"…",p.to??"\
…"].join(" – ")});function m(p){let b=a().key[0]==="any"?p.mode:a().key[0];return t.named("modes",b)??b}let g=p=>s().places[p.place][2],w=p=>p.unsure.map(b=>n(
"unsure_"+b)).join(", "),c=p=>_("div",{class:"small warn"},p);function d(p){let b=f(p),x=_("div",{class:"offer"},_("strong",{},b.what));p.count!==null&&p.count!==
1&&x.append(A(o(n("placement_places")),r(p.count)));for(let k of Rn)k==="period"&&b.period===null||x.append(A(o(n("placement_"+k)),b[k]??n("placement_not_told")));
return x.append(A(o(n("placement_id")),p.id)),p.unsure.length&&x.append(c(n("placement_unsure_what",{what:w(p)}))),p.main_place&&x.append(c(n("placement_at_main\
_place"))),x}function u(p,b){let[x,k]=p[0],O=n(x.country.toLowerCase())+(g(x)?" ("+n("side_across")+")":"");return _("div",{class:"card"},_("div",{class:"main"},
i(k)),_("div",{class:"small"},m(x)+" · "+O),...p.slice(0,b).map(([N])=>d(N)),...p.length>b?[_("div",{class:"small"},"+ "+r(p.length-b))]:[])}let h=()=>["placem\
ent_time","country","placement_sector","placement_by","placement_what","placement_level","placement_language","placement_not_told"].map(p=>o(n(p)));function y(p){
let b=f(p);return[p.country+(g(p)?" ◆":""),b.sector??"–",m(p),b.what,b.level??"–",b.language??"–",w(p)]}return{minutes:i,card:u,columns:h,cells:y}}var ht=t=>_("div",{class:"small warn"},t);function Oe({words:t,choosing:e,base:n,said:r}){let{t:o}=t,{view:s,fieldName:a,field:i}=e;function l(c){let d=n.areas[c],
u=o("population",{n:t.plain(d.population)});return[_("strong",{},d.name),_("div",{class:"small"},[o(d.country.toLowerCase()),d.nuts3,u].join(" · "))]}function f(c){
let d=i();return[_("div",{class:"main"},r.figureAt(a(),c,V(d))),_("div",{class:"small"},r.fieldTitle(d)+(s().mean?o("of_mean_here"):""))]}function m(c){let d=(s().
bar??[]).map(p=>({name:p,value:r.numberAt(p,c)})),u=d.map(({name:p})=>A(o(p),r.figureAt(p,c,"count"),p)),h=d.reduce((p,{value:b})=>p+(b??0),0);if(!(h>0)||d.some(
({value:p})=>p===null))return u;let y=_("div",{class:"bar","aria-hidden":"true"});for(let{name:p,value:b}of d){let x=nt(_("i"),p,"background");x.style.width=100*
Number(b)/h+"%",y.append(x)}return[y,...u]}let g=c=>s().rows.map(([d,u,h])=>A(t.capital(o(d)),r.figureAt(r.where()+u,c,h)));function w(c,d){let u=r.numberAt("wi\
thout",c),h=r.numberAt("edge",c)??0,y=r.numberAt("unknown",c)??0;return[...u!==null&&!d?[A(o("row_without"),t.share(u))]:[],...r.marks(c).still?[ht(o("mark_stil\
l"))]:[],...h>0?[ht(o("edge_mean",{share:t.share(h)}))]:[],...y>0?[ht(o("lower_bound",{n:t.count(y)}))]:[]]}return function(d,u=!1){let h=(s().ids??[]).indexOf(
d);return _("div",{class:"card"},...l(d),...f(h),...m(h),...u?[]:g(h),...w(h,u))}}function Se(t){let{map:e,data:n,words:r,choosing:o,base:s}=t,{state:a,view:i}=o,l=Oe(t),f=null,m=null;function g(u){f&&f.remove(),f=u===null?null:L.polygon(s.areas[u].
rings,s.flat("chosen",{fill:!1,color:"#111827",weight:3})).addTo(e)}function w(u){let h=n.base.places.find(y=>y[0]===u);return h?[h[2],h[1]]:s.areas[u].centre}function c(u,h){
let y=h??(m&&a.area===u?m.getLatLng():void 0)??w(u);a.area=u,g(u),v("find").value=String(u),m?m.setLatLng(y).setContent(l(u)):m=L.popup({maxWidth:290,autoPanPadding:[
16,16]}).setLatLng(y).setContent(l(u)).openOn(e),gt(r.t("close"))}e.on("popupclose",()=>{m=null,a.area=null,g(null),v("find").value=""});function d(){let{ids:u}=i();
if(v("find-box").hidden=!u,!u)return;let h=new Map;for(let y of u){let p=s.areas[y];h.set(p.nuts3,[...h.get(p.nuts3)??[],p])}v("find").replaceChildren(_("option",
{value:""},r.t("find_none")),...[...h].map(([y,p])=>_("optgroup",{label:y},...p.sort((b,x)=>r.sort(b.name,x.name)).map(b=>_("option",{value:String(b.number)},b.
name))))),v("find").value=a.area===null?"":String(a.area)}return v("find").addEventListener("change",()=>{v("find").value!==""?c(Number(v("find").value)):e.closePopup()}),
{card:l,mark:g,select:c,showList:d}}function gt(t){let e=document.querySelector(".leaflet-popup-close-button");e&&e.setAttribute("aria-label",t)}var Dn=1.0001,Te=760;function Ae(t,e){let n=e.findIndex(([r])=>t<=r*Dn);return n<0?e.length-1:n}function Un(t){let{map:e,words:n,choosing:r,base:o}=t,{view:s,layer:a}=r,
i=Le(t),l=mt(ve),f=mt(ke);function m(){let d=new Map;for(let[u,h]of a().rows){let y=s().offers[u];d.has(y.place)||d.set(y.place,[]),d.get(y.place).push([y,h])}return d}
function g(d){let[u,h]=s().places[d[0][0].place],p=L.popup({maxWidth:290,maxHeight:320,autoPanPadding:[16,16]}).setLatLng([h,u]).setContent(i.card(d,d.length)).
openOn(e).getElement()?.querySelector(".leaflet-popup-content");p instanceof HTMLElement&&(p.tabIndex=0),gt(n.t("close"))}function w(d,u){let[h,y,p]=s().places[d],
b=new(p?l:L.CircleMarker)([y,h],{pane:"points",renderer:o.renderers.points,radius:Math.min(7+1.5*Math.log2(u.length),14),color:"#1d1f24",weight:1.4,fillColor:s().
bands[Ae(u[0][1],s().bands)][1],fillOpacity:1});return b.bindTooltip(()=>i.card(u,2),{opacity:1,className:"hover"}),b.on("click",()=>{b.closeTooltip(),g(u)}),b}
return{offers:i,groups:m,open:g,marker:w,homeMarker:([d,u])=>new f([u,d],{pane:"points",renderer:o.renderers.points,interactive:!1,radius:13,color:"#ffffff",weight:2,
fillColor:G,fillOpacity:1})}}function Ee(t){let{map:e,words:n,choosing:r}=t,{t:o,count:s}=n,{view:a,layer:i}=r,{offers:l,groups:f,open:m,marker:g,homeMarker:w}=Un(
t),c=!1;function d(){let{places:h,home:y}=a(),p=[...f().keys()].map(b=>L.latLng(h[b][1],h[b][0]));return y?[...p,L.latLng(y[1],y[0])]:p}function u(){let{bands:h}=a(),
y=i().rows.map(([,p])=>Ae(p,h));return h.map(([p,b],x)=>S(b,o("placement_band",{a:s(x?h[x-1][0]:0),b:s(p),n:s(y.filter(k=>k===x).length)})))}return{draw(h){for(let[
p,b]of[...f()].reverse())h("point"+p,g(p,b));let{home:y}=a();y&&h("home",w(y)),!c&&window.innerWidth>Te&&(v("table-box").open=!0),c=!0},title:()=>o("placement_o\
ffers"),legend(){let h=Object.entries(i().asides).filter(([,b])=>b).map(([b,x])=>o(b,{n:s(x)}));i().rows.length||h.unshift(o("placement_none")),[...f().values()].
some(b=>b.length>1)&&h.unshift(o("placement_several"));let y=a().controls.find(b=>b.id==="side"),p=y&&y.options.length>1?[P("circle",o("placement_own")),P("diam\
ond",o("placement_across"))]:[];return[...u(),...p,...a().home?[P("star",o("placement_home"))]:[],...h.map(T)]},table(){let h=f();return{head:l.columns(),rows:i().
rows.map(([y,p])=>{let b=a().offers[y];return[R(l.minutes(p),()=>{m(h.get(b.place)??[[b,p]]),window.innerWidth<=Te&&e.getContainer().scrollIntoView()},String(y)),
l.cells(b)]})}},values:()=>Object.fromEntries(Object.entries(i().said).map(([h,y])=>[h,s(y)])),box(){let h=L.latLngBounds(d());return h.isValid()?{bounds:h,options:{
padding:[48,48],maxZoom:13}}:null},taken:()=>d().map(h=>{let y=e.latLngToLayerPoint(h);return[y.x-6,y.y-6,y.x+6,y.y+6]})}}function Me({data:t,words:e,choosing:n}){let{t:r}=e;v("notes").replaceChildren(...t.notes.map(i=>_("li",{},e.in(i.text),...i.details.map(l=>_("div",{class:"smal\
l"},e.in(l)))))),v("notes-box").hidden=t.notes.length===0;let o=t.labels.mode_of_trip,s=n.layerControls().map(n.chosen).map(i=>Object.hasOwn(o,i)?o[i]:i),a=Et(t.
strip,s);v("strip-notes").textContent=a.map(i=>e.in(i.text)).join(" "),t.notes.length>a.length&&v("strip-notes").append(" ",R(r("more_notes",{n:e.plain(t.notes.
length)}),()=>{v("notes-box").open=!0,v("notes-box").scrollIntoView(),v("notes-box").querySelector("summary").focus()})),v("strip-sources").textContent=t.attributions.
length?r("source")+": "+t.attributions.map(e.in).join(" · "):"",v("sources").replaceChildren(...t.sources.map(i=>{let l=i.reference_date?r("reference_date",{date:i.
reference_date}):"";return _("li",{},Mt(i),". "+[e.in(i.attribution),e.in(i.licence),l].filter(f=>f).join(" · "))}))}function jn({data:t,words:e,choosing:n},r){let{closed:o}=n.view();v("legend-title").textContent=r.title(),v("legend").replaceChildren(...r.legend(),...t.base.border.
length?[P("frontier",e.t("border_line"))]:[],...o?[T(e.t(o))]:[])}function Ne({choosing:t},e){if(!v("table-box").open){v("table").replaceChildren();return}let{head:n,
rows:r}=e.table();K(v("table"),_("table",{class:t.view().kind},_("caption",{},v("headline").textContent),_("thead",{},_("tr",{},...n.map(o=>_("th",{scope:"col"},
o)))),_("tbody",{},...r.map(([o,s])=>_("tr",{},_("th",{scope:"row"},o),...s.map(a=>_("td",{},a)))))))}function zn({words:t,choosing:e,said:n},r){let{kind:o,ids:s,
mean:a}=e.view(),i=t.t("head_"+o,{...n.values(),...r.values?.()}).trim();v("headline").textContent=i+(s?t.t(a?"of_mean":"of_each"):"")}function Bn(t,e,n){let r=kt(
e.labels,n),o=re(e),s={...ie(r,o),...ae(r,o)};return{map:t,data:e,words:r,choosing:o,said:s,base:Qt(t,e)}}function Fn(t){let{map:e,data:n,choosing:{state:r,view:o}}=t,
s=Se(t),a=new Map,i=ee(t,s,a),l={isochrones:oe(t),flows:pe(t),placements:Ee(t)},f=()=>l[o().kind]??i,m=null,g=null;function w(){for(let d of a.values())d.remove();
a.clear(),e.closePopup(),s.mark(null)}function c(){xe(t,g?.base??null,f().taken?.()??[])}return{topic:f,selecting:s,names:c,home(){let{bounds:d,options:u}=f().box?.()??
{bounds:t.base.bounds,options:{padding:[4,4]}};e.fitBounds(d,{...u,animate:!1})},draw(){(m!==r.view||!o().ids)&&w(),m=r.view,f().draw((d,u)=>a.set(d,u.addTo(e)))},
dress(d){yt(n.sides,d),g?.layer.dress(d),c()},paper(d){g?.layer.paper(d)},lay(d){g=d}}}function Wn(t){let e=bt(),n=it(location.hash),r=st(e.language,{language:n.
lang,theme:n.theme}),o=Bn(t,e,r.language),{words:s,choosing:a}=o,{state:i,view:l}=a,f=Fn(o),{topic:m,selecting:g}=f,w=!0,c=St(r.theme,p=>{f.dress(p),v("theme").
textContent=s.t(p?"theme_light":"theme_dark")});function d(){try{history.replaceState(null,"","#"+It(e,a,{language:s.language,theme:c.theme}))}catch{}}function u(){
let{area:p}=i;Tt(s,e,t.getContainer()),Me(o),se(o,u,()=>{w=!0}),zn(o,m()),f.draw(),t.invalidateSize({animate:!1,pan:!1}),w&&(w=!1,f.home()),jn(o,m()),le(o,g.select),
g.showList(),Ne(o,m()),c.show(),p!==null&&l().ids?.includes(p)&&g.select(p),d()}function h(){t.invalidateSize({animate:!1,pan:!1}),f.home()}$n(t,o,f.names);function y(p){
s.language=p,u()}At(p=>{rt({language:p}),y(p)}),v("theme").addEventListener("click",d),v("table-box").addEventListener("toggle",()=>Ne(o,m())),t.on("popupopen p\
opupclose",d),window.addEventListener("hashchange",()=>{let p=it(location.hash);at(p,e,a),w=!0,y(st(s.language,{language:p.lang??s.language}).language)}),Nt(t,f.
home),Ct(t,h),Hn(p=>{h(),f.paper(p)}),at(n,e,a),u(),Jt(t,e).then(p=>{f.lay(p),c.show()})}function Hn(t){window.addEventListener("beforeprint",()=>t(!0)),window.
addEventListener("afterprint",()=>t(!1)),window.matchMedia("print").addEventListener("change",({matches:e})=>t(e))}function $n(t,e,n){t.setMaxBounds(e.base.bounds.
pad(1.2)),t.getContainer().setAttribute("role","region"),t.getPane("bands").style.opacity="0.8",t.on("moveend zoomend resize viewreset",n),t.on("zoomstart",()=>t.
getPane("names")?.replaceChildren())}Object.assign(globalThis,{grensgeoPage:Wn});})();
