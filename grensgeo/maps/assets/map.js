/* grensgeo map: bundled from js/ by `make js`; edit there.
   sources 1799e4b154ce2a6a: src/pages/areas.js src/pages/bands.js src/pages/base.js src/pages/card.js src/pages/choosing.js src/pages/classes.js src/pages/controls.js src/pages/extremes.js src/pages/figures.js src/pages/flows.js src/pages/keys.js src/pages/map.js src/pages/names.js src/pages/offers.js src/pages/points.js src/pages/selecting.js src/pages/small_print.js src/shared/areas.js src/shared/base_map.js src/shared/base_names.js src/shared/elements.js src/shared/geometry.js src/shared/numbers.js src/shared/page.js src/shared/room.js src/shared/unpack.js src/shared/words.js */
"use strict";(()=>{var v=t=>document.getElementById(t);function ye(t,e,n){for(let[o,s]of Object.entries(e))s!==null&&s!==!1&&t.setAttribute(o,s===!0?"":String(s));return t.append(
...n.filter(o=>o!==null)),t}function _(t,e={},...n){return ye(document.createElement(t),e,n)}function et(t,e,n){return t.style[n]=`var(--side-${e})`,t}var ft=t=>et(_("i",{class:"key","aria-hidden":"true"}),t,"background");function pt(t,e){for(let[n,o]of Object.
entries(t))document.documentElement.style.setProperty("--side-"+n,o[e?1:0])}function R(t,e,n=null){let o=_("button",{type:"button",class:"link","data-key":n},t);
return o.addEventListener("click",e),o}var dt=()=>JSON.parse(v("grensgeo-data").textContent);function G(t,...e){let n=t.contains(document.activeElement)?document.
activeElement:null,o=n?.getAttribute("data-key")??null,s=!n?.matches(":focus-visible");if(t.replaceChildren(...e.filter(l=>l!==null)),o===null)return;let r=[...t.
querySelectorAll("[data-key]")].find(l=>l.getAttribute("data-key")===o);r instanceof HTMLElement&&r.focus({preventScroll:s})}var be=[[".leaflet-control-zoom-in","zoom_in"],[".leaflet-control-zoom-out","zoom_out"],["a.home","home"]],j=t=>[...document.querySelectorAll(`[data-${t}]`)].map(
e=>e);function mt(t,e,n){let{t:o}=t;document.documentElement.lang=t.language,document.title=t.in(e.title),v("title").textContent=t.in(e.title);for(let s of j("t\
ext"))s.textContent=o(String(s.dataset.text),{version:e.version});for(let s of j("said"))s.title=o(String(s.dataset.said));for(let s of j("label"))s.setAttribute(
"aria-label",o(String(s.dataset.label)));_e(t.language),n.setAttribute("aria-label",o("map_region"));for(let[s,r]of be){let l=document.querySelector(s);l&&(l.title=
o(r),l.setAttribute("aria-label",o(r)))}}function _e(t){for(let e of j("language"))e.setAttribute("aria-pressed",String(e.dataset.language===t))}function ht(t){
for(let e of j("language"))e.addEventListener("click",()=>t(String(e.dataset.language)))}function gt(t){return t.url?_("a",{href:t.url,rel:"noopener noreferrer",
target:"_blank"},t.title):_("span",{},t.title)}function wt(t,e){let n=L.Control.extend({onAdd(){let o=L.DomUtil.create("div","leaflet-bar"),s=L.DomUtil.create("\
a","home",o);return s.href="#",s.setAttribute("role","button"),s.textContent="⌂",L.DomEvent.on(s,"click",r=>{L.DomEvent.stop(r),e()}),o}});new n({position:"to\
pleft"}).addTo(t)}function yt(t,e){let n=window.innerWidth;window.addEventListener("resize",()=>{if(window.innerWidth===n){t.invalidateSize({animate:!1});return}
n=window.innerWidth,e()})}var C={nl:"nl-NL",de:"de-DE",en:"en-GB"},xe=.001,ve=10,Le=.095,bt=5e-4,_t=.001,ke=.995,Oe=.99;function Se(t){return t>=xe&&t<1?{maximumSignificantDigits:2}:{maximumFractionDigits:t<
ve?1:0}}var Te=t=>t.replace("-","−");function nt(t){let e=new Map;function n(a,f){let d=JSON.stringify(f),w=e.get(d);return w||e.set(d,w=new Intl.NumberFormat(
t,f)),w.format(a)}let o=a=>n(a,Se(Math.abs(a))),s=a=>n(a,{style:"percent",maximumFractionDigits:a!==0&&Math.abs(a)<Le?1:0});function r(a){return a>ke&&a<1?">"+s(
Oe):a>0&&a<bt?"<"+s(_t):s(a)}let l=(a,f)=>f>0?"+"+a:Te(a);function i(a){return a===0||Math.abs(a)>=bt?l(s(a),a):(a<0?"−":"+")+"<"+s(_t)}return{format:n,count:o,
share:s,part:r,signedShare:i,plain:a=>n(a,{}),signedCount:a=>l(o(a),a),minutes:(a,f=0)=>n(a,{minimumFractionDigits:f,maximumFractionDigits:f})}}var ot=Object.keys(C);function xt(t,e){return e.map(n=>n.slice(0,2).toLowerCase()).find(n=>ot.includes(n))??t}function Ae(t,e){return t.replace(/\{(\w+)\}/g,(n,o)=>Object.
hasOwn(e,o)?e[o]:n)}function vt(t,e){let n=e,o=nt(C[n]);function s(i,a){let f=t[i];return f&&a!==null&&Object.hasOwn(f,a)?f[a][n]:null}let r=(i,a={})=>Ae(s("texts",i)??i,a);return{
get language(){return n},set language(i){n=i,o=nt(C[i])},named:s,t:r,count:i=>i===null||Number.isNaN(i)?r("missing"):o.count(i),share:i=>o.share(i),part:i=>o.part(
i),plain:i=>o.plain(i),signedCount:i=>o.signedCount(i),signedShare:i=>o.signedShare(i),minutes:(i,a)=>o.minutes(i,a),opportunity:i=>s("opportunities",i)??i,period:i=>s(
"periods",i)??i,in:i=>i[n],capital:i=>i.charAt(0).toLocaleUpperCase(C[n])+i.slice(1),lowered:i=>i.charAt(0).toLocaleLowerCase(C[n])+i.slice(1),sort:(i,a)=>i.localeCompare(
a,C[n]),date:i=>new Intl.DateTimeFormat(C[n],{weekday:"short",day:"numeric",month:"short",timeZone:"UTC"}).format(i),clock:i=>new Intl.DateTimeFormat(C[n],{hour:"\
2-digit",minute:"2-digit",timeZone:"UTC"}).format(i),sentence(i,a){return r(i).split(/(\{\w+\})/).map(f=>{let d=f.startsWith("{")?f.slice(1,-1):null;return d!==
null&&Object.hasOwn(a,d)?a[d]:f})}}}function Lt(t,e){let n={step:0,negative:!1};if(t==null)return{kind:"missing",...n};if(t==="u")return{kind:"undefined",...n};if(t==="n")return{kind:"noise",...n};
if(t===0)return{kind:"zero",...n};let o=Number(t);return{kind:"step",step:e.filter(s=>Math.abs(o)>=s).length,negative:o<0}}var Me={missing:"url(#hatch-missing)",
undefined:"url(#hatch-undefined)",zero:"#ffffff"};function st(t,e,n,o){if(t.kind==="noise")return o.noise;if(t.kind!=="step")return Me[t.kind];let s=o[e];if(e===
"diverging"){let l=s.length/2,i=n.length<2?Math.min(t.step+1,l-1):t.step;return t.negative?s[l-1-i]:s[l+i]}let r=n.length?t.step*(s.length-1)/n.length:s.length-
1;return s[Math.round(r)]}var kt=85.0511287798,Ot=t=>256*(t+180)/360;function St(t){let e=Math.sin(Math.max(-kt,Math.min(kt,t))*Math.PI/180);return 256*(.5-Math.log((1+e)/(1-e))/(4*Math.
PI))}function Tt(t){let e=new Int32Array(t.length+1);for(let n=0;n<t.length;n++)e[n+1]=e[n]+t[n];return e}function K(t){let e=[],[n,o]=[0,0];for(let s=0;s<t.length;s+=
2)n+=t[s],o+=t[s+1],e.push([o/1e4,n/1e4]);return e}var B=t=>t.map(e=>e.map(K)),At=(t,e)=>t[2]<e[0]||t[0]>e[2]||t[3]<e[1]||t[1]>e[3];var Ne=[[9,15e4],[10,5e4]];function Mt(t){return t.map(([e,n,o,s,r,l,i],a)=>{let f=B(i);return{number:a,code:e,name:n,country:o,nuts3:s,part:r,population:l,rings:f,
centre:L.latLngBounds(f.flat(2)).getCenter()}})}function Nt(t,e){let n=Ne.find(([o])=>e<o);return t.part!=="ring"||!n||t.population>=n[1]}var Ct=t=>t>2e5?15:t>6e4?
13:11.5;var rt={uint8:Uint8Array,int8:Int8Array,uint16:Uint16Array,int16:Int16Array,uint32:Uint32Array,int32:Int32Array,float32:Float32Array,float64:Float64Array};function Ce(t){
let e=atob(t),n=new Uint8Array(e.length);for(let o=0;o<n.length;o++)n[o]=e.charCodeAt(o);return n}async function Ee(t){let e=new Blob([t]).stream().pipeThrough(
new DecompressionStream("deflate"));return new Uint8Array(await new Response(e).arrayBuffer())}function Ie(t,{n:e,width:n,steps:o=0}){let s=new Int32Array(e);for(let r=0;r<
e;r++){let l=t[r];n>1&&(l|=t[e+r]<<8),n>2&&(l|=t[2*e+r]<<16|t[3*e+r]<<24),s[r]=l>>>1^-(l&1)}for(let r=0;r<o;r++)for(let l=1;l<e;l++)s[l]=s[l]+s[l-1]|0;return s}
function Pe(t,e){let n=new rt[e.type](e.n),o=10**e.digits,s=Object.hasOwn(e,"null");for(let r=0;r<e.n;r++)n[r]=s&&t[r]===e.null?NaN:t[r]/o;return n}function Re(t,{
type:e,n,width:o}){let s=new Uint8Array(n*o);for(let a=0;a<o;a++)for(let f=0;f<n;f++)s[f*o+a]=t[a*n+f];let r=new DataView(s.buffer),l=new rt[e](n),i=o===8?"getF\
loat64":"getFloat32";for(let a=0;a<n;a++)l[a]=r[i](a*o,!0);return l}async function De(t,e){let n=await Ee(Ce(e));if(t.type==="text")return t.n===0?[]:new TextDecoder().
decode(n).split(`
`);if(!Object.hasOwn(t,"steps"))return Re(n,t);let o=Ie(n,t);return Object.hasOwn(t,"digits")?Pe(o,t):t.type==="int32"?o:rt[t.type].from(o)}async function Et(t,e){
if(t.format!==1||t.parts.length!==e.length)throw new Error(`packed in format ${t.format}, ${e.length} chunks`);let n=await Promise.all(t.parts.map((o,s)=>De(o,e[s])));
return Object.fromEntries(t.parts.map((o,s)=>[o.name,n[s]]))}var ze=["nature","built_up","water"],je=[[1.5,4.5],[1.1,3.4],[.6,2.6],[.5,2]],it=[8,13],Pt=1.1,Be=2.2,at=({looks:t},e)=>t.levels_from.filter(n=>e>=n).length;function W({
looks:t},e,n,o){let s=t.shown_from[e];return o>=s[Math.min(n,s.length)-1]}function Ue(t,e){let{layers:n}=e,{names:o,layer:s,rank:r,name:l,corners:i,start_x:a,start_y:f,
step_x:d,step_y:w}=t,g=Tt(i),c=i.length,h=new Float64Array(g[c]),u=new Float64Array(g[c]),p=new Float64Array(4*c),y=new Int32Array(c),[m,b,x,k]=[0,0,0,0];for(let O=0;O<
c;O++){m+=a[O],b+=f[O];let[T,E]=[m,b],[z,I,Q,tt]=[1/0,1/0,-1/0,-1/0];for(let N=g[O];N<g[O+1];N++)N>g[O]&&(T+=d[x],E+=w[x],x++),h[N]=Ot(T/1e4),u[N]=St(E/1e4),z=Math.
min(z,h[N]),Q=Math.max(Q,h[N]),I=Math.min(I,u[N]),tt=Math.max(tt,u[N]);p.set([z,I,Q,tt],4*O),n[s[O]]==="place"&&(y[O]=t.people[k++])}return{n:c,layer:Array.from(
s,O=>n[O]),rank:r,name:Array.from(l,O=>o[O]),people:y,at:g,x:h,y:u,level:t.level,box:p,looks:e}}async function Rt(t){if(!t)return null;let{manifest:e,chunks:n}=t;return Ue(await Et(e,n),e.meta)}function F({n:t,layer:e,rank:n,box:o},s,r,{width:l,height:i,scale:a,
left:f,top:d}){let w=[];for(let g=0;g<t;g++){if(e[g]!==s||n[g]!==r)continue;o[4*g]*a-f>l||o[4*g+2]*a-f<0||o[4*g+1]*a-d>i||o[4*g+3]*a-d<0||w.push(g)}return w}function H({
at:t,x:e,y:n,level:o},s,r,{scale:l,left:i,top:a}){let f=[];for(let d=t[s];d<t[s+1];d++)o[d]<=r&&f.push([e[d]*l-i,n[d]*l-a]);return f}function We(t,e,n,o,{sight:s,
level:r}){let l=ze.includes(n);t.beginPath();for(let i of F(e,n,o,s)){let a=H(e,i,r,s);a.length<(l?3:2)||(a.forEach(([f,d],w)=>w?t.lineTo(f,d):t.moveTo(f,d)),l&&
t.closePath())}}function U(t,e,n,o=[]){t.strokeStyle=e,t.lineWidth=n,t.setLineDash(o),t.stroke()}function Fe(t,e,n,{zoom:o,ratio:s,colours:r}){let l=at(e,o),i=Math.
max(0,Math.min(1,(o-it[0])/(it[1]-it[0]))),a={sight:n,level:l};t.lineJoin="round",t.lineCap="round";function f(d,w){for(let g=e.looks.shown_from[d].length;g>=1;g--)
W(e,d,g,o)&&(We(t,e,d,g,a),w(g))}for(let d of["nature","built_up","water"])f(d,()=>{t.fillStyle=r[d],t.fill("nonzero")});if(f("waterway",d=>U(t,r.river,s*(1+1.4*
i)/Math.sqrt(d))),f("road",d=>{let[w,g]=je[d-1],c=s*(w+i*(g-w));U(t,r.casing,c+s*(d<3?Pt:.7*Pt)),U(t,r.road,c)}),t.lineCap="butt",f("rail",d=>{let w=s*(d===1?1.7+
i:1.3+i);U(t,r.rail,w),U(t,r.sleeper,w*.5,[5*s,5*s])}),t.setLineDash([]),!!W(e,"station",1,o))for(let d of F(e,"station",1,n)){let[[w,g]]=H(e,d,l,n),c=s*Be;t.fillStyle=
r.station,t.fillRect(w-c,g-c,2*c,2*c),t.strokeStyle=r.rail,t.lineWidth=s,t.strokeRect(w-c,g-c,2*c,2*c)}}function Dt(t){let e={options:{padding:.15},_initContainer(){
this._container=L.DomUtil.create("canvas","base-map"),this._container.setAttribute("aria-hidden","true"),this._context=this._container.getContext("2d")},_destroyContainer(){
L.DomUtil.remove(this._container)},_update(){this._map._animatingZoom&&this._bounds||(L.Renderer.prototype._update.call(this),this.draw())},show(o){this._base=o,
this.draw()},dress(o){this._dark=o,this.draw()},draw(){if(!this._base||!this._bounds)return;let o=Math.min(2,Math.max(1,window.devicePixelRatio||1)),s=this._bounds.
getSize(),r=this._container;L.DomUtil.setPosition(r,this._bounds.min),r.style.width=s.x+"px",r.style.height=s.y+"px",r.width=Math.max(1,Math.round(s.x*o)),r.height=
Math.max(1,Math.round(s.y*o));let l=this._map.getZoom(),i=this._map.getPixelOrigin().add(this._bounds.min),a={width:r.width,height:r.height,scale:o*2**l,left:i.
x*o,top:i.y*o},f=this._base.looks.colours[this._dark?"dark":"light"];Fe(this._context,this._base,a,{zoom:l,ratio:o,colours:f})}},n=L.Renderer.extend(e);return new n(
{pane:t})}var zt=[["land",200,!1],["figures",300,!1],["bands",350,!1],["base",380,!0],["lines",400,!0],["frontier",420,!0],["points",430,!1],["chosen",440,!0],["names",620,
!0]],He=zt.map(([t])=>t).filter(t=>!["base","names"].includes(t)),q="#f3f1ec",Y="#7d7f86",$e="#c9c5bb",$="#c2185b",Xe=.4,Ge=[["water",{color:"#9cc3d9",weight:2}],
["road",{color:"#8f8a80",weight:.9,opacity:.75}],["rail",{color:"#4a4a52",weight:1.6,dashArray:"6 3"}]];function Ke(t){for(let[e,n,o]of zt){let s=t.createPane(e);
s.style.zIndex=String(n),o&&(s.style.pointerEvents="none")}return Object.fromEntries(He.map(e=>[e,L.svg({pane:e,padding:.4})]))}async function jt(t,e){let n=await Rt(
e.base_map);return n?(Dt("base").addTo(t).show(n),n):null}function Bt(t,e){let n=Ke(t),o=Mt(e.base.areas),s=(w,g)=>({pane:w,renderer:n[w],smoothFactor:Xe,...g}),
r=(w,g)=>s(w,{interactive:!1,...g});for(let w of o){L.polygon(w.rings,r("land",{stroke:!0,color:q,weight:.8,fillColor:q,fillOpacity:e.land})).addTo(t);let g=w.part===
"ring";L.polygon(w.rings,r("lines",{fill:!1,weight:g?.5:.8,color:g?$e:Y})).addTo(t)}for(let[w,g]of Ge){let c=(e.lines[w]||[]).map(K);c.length&&L.polyline(c,r("l\
ines",g)).addTo(t)}let l=e.base.border.map(K);L.polyline(l,r("frontier",{color:"#ffffff",weight:5,opacity:.9})).addTo(t),L.polyline(l,r("frontier",{color:$,weight:2.6})).
addTo(t),L.control.scale({imperial:!1,position:"bottomright",maxWidth:120}).addTo(t);let[i,a,f,d]=e.base.bounds;return{areas:o,frontier:l,renderers:n,live:s,flat:r,
bounds:L.latLngBounds([i,a],[f,d])}}function S(t,e){let n=_("i",{class:"swatch","aria-hidden":"true"});return t.startsWith("url(#")?n.classList.add(t.slice(5,-1)):n.style.backgroundColor=t,_("li",
{},n,e)}var P=(t,e)=>_("li",{},_("i",{class:"swatch "+t,"aria-hidden":"true"}),e);function X(t,e,n){let o=P("line",n),s=o.firstChild;return s.style.borderTopColor=
t,s.style.borderTopWidth=e+"px",o}var A=t=>_("li",{class:"said"},t);function M(t,e,n){let o=_("span",{},...n?[ft(n)]:[],t);return _("div",{class:"row"},o,_("b",
{},e))}var Ut="url(#hatch-missing)";function qe({data:t,words:e,choosing:n,said:o},s,r){let{t:l}=e,i=o.units[s.unit];function a(g){return g===0?l("class_below",{a:i(r[0])}):
g===r.length?l("class_above",{a:i(r[g-1])}):l("class_between",{a:i(r[g-1]),b:i(r[g])})}let f=(g,c=!1)=>st({kind:"step",step:g,negative:c},s.palette,r,t.palettes),
d=r.length?[...r.keys(),r.length]:[];if(s.palette==="diverging"){let g=c=>d.map(h=>S(f(h,c),(c?"− ":"+ ")+a(h)));return[...g(!1).reverse(),S("#ffffff",l("clas\
s_same")),...g(!0)]}let w=n.layer().values[n.fieldName()].includes(0);return[...d.toReversed().map(g=>S(f(g),a(g))),...w?[S("#ffffff",l(s.palette==="effect"?"cl\
ass_zero_effect":"class_zero"))]:[]]}function Ye({data:t,words:e,choosing:n,base:o,said:s},r){let{t:l}=e,{view:i,layer:a,fieldName:f}=n,d=a().values[f()],w=i().
ids??[],g=o.areas.filter(p=>!w.includes(p.number)),c=w.map((p,y)=>s.marks(y)),h=(a().values.unknown||[]).filter(p=>Number(p)>0).length;return[...[[d.includes("n"),
t.palettes.noise,"class_noise"],[d.includes("u"),"url(#hatch-undefined)",i().undefined||"undefined"],[d.includes(null)||g.some(p=>p.part!=="ring"),Ut,"class_mis\
sing"],[c.some(p=>p.edge),"url(#hatch-edge)",r.palette==="sequential"?"class_edge":"class_edge_other"],[c.some(p=>p.still&&!p.edge),"url(#hatch-still)","class_s\
till"]].filter(([p])=>p).map(([,p,y])=>S(p,l(y,{noise:y==="class_noise"?e.share(i().noise):""}))),...h?[A(l("bounds",{n:e.count(h)}))]:[],...g.some(p=>p.part===
"ring")?[S(q,l("class_outside"))]:[]]}function Ze({data:t,choosing:e,base:n,said:o},s,r,l){let{state:i,view:a,layer:f,fieldName:d,field:w}=e,g=f().breaks[w().group],
c=f().values[d()];function h(u,p){let y=L.polygon(n.areas[u].rings,n.live("figures",{color:Y,weight:.6,fillColor:p,fillOpacity:1}));y.bindTooltip(()=>s.card(u,!0),
{sticky:!0,opacity:1,className:"hover"}),y.on("mouseover",()=>s.mark(u)),y.on("mouseout",()=>s.mark(i.area)),y.on("click",m=>{y.closeTooltip(),s.select(u,m.latlng)}),
l("area"+u,y)}(a().ids??[]).forEach((u,p)=>{let y=st(Lt(c[p],g),w().palette,g,t.palettes),m=r.get("area"+u);m?m.setStyle({fillColor:y}):h(u,y),r.get("over"+u)?.
remove(),r.delete("over"+u);let{edge:b,still:x}=o.marks(p);!b&&!x||l("over"+u,L.polygon(n.areas[u].rings,n.flat("lines",{stroke:!1,fillColor:b?"url(#hatch-edge)":
"url(#hatch-still)",fillOpacity:1})))});for(let u of n.areas)u.part==="ring"||r.has("area"+u.number)||l("area"+u.number,L.polygon(u.rings,n.flat("figures",{color:Y,
weight:.6,fillColor:Ut,fillOpacity:1})))}function Wt(t,e,n){let{words:o,choosing:s,base:r,said:l}=t,{t:i}=o,{view:a,layer:f,field:d}=s;return{draw:w=>Ze(t,e,n,w),
title:()=>l.fieldTitle(d()),legend:()=>[...qe(t,d(),f().breaks[d().group]),...Ye(t,d())],table(){let w=[...a().rows.map(([c,h,u])=>[i(c),l.where()+h,u]),...(a().
bar??[]).map(c=>[i(c),c,"count"])],g=(a().ids??[]).map((c,h)=>({area:r.areas[c],slot:h})).sort((c,h)=>o.sort(c.area.name,h.area.name));return{head:[i("municipal\
ity"),i("country"),...w.map(([c])=>o.capital(c))],rows:g.map(({area:c,slot:h})=>[c.name,[c.country,...w.map(([,u,p])=>l.figureAt(u,h,p))]])}}}}var Ve="#888888",Ft="other";function Ht({map:t,data:e,words:n,choosing:o,base:s}){let{t:r,count:l}=n,{view:i,layer:a}=o,f=()=>[...i().parts,Ft];function d(u){let p=a().
bands.map(b=>b.cutoff).sort((b,x)=>b-x),y=p.length>1?p.indexOf(u)/(p.length-1):0,{bands:m}=e.palettes;return i().cutoffs.includes(u)?m[Math.round(y*(m.length-2))]:
Ve}let w=(u,p)=>r("area_km2",{n:l(u.km2[p]||0)}),g=u=>r("within",{n:n.plain(u.cutoff)});function c(u){let[p,y]=a().key,m=f().filter(b=>u.km2[b]>0||b!==Ft);return _(
"div",{class:"card"},_("strong",{},i().names[p]??p),_("div",{class:"main"},g(u)),_("div",{class:"small"},n.named("by_mode",y)??""),...m.map(b=>M(r(b),w(u,b))))}
function h(u){let{all:p}=u.km2,y=(e.home[a().key[0]]??"").toLowerCase(),b=(y?i().parts.filter(x=>x!==y):[]).reduce((x,k)=>x+(u.km2[k]||0),0);return b&&p?r("area\
_share",{n:l(p),p:n.share(b/p)}):r("area_km2",{n:l(p)})}return{draw(u){a().bands.forEach((y,m)=>{let b=L.polygon(B(y.geometry),s.live("bands",{color:"#ffffff",weight:1,
fillColor:d(y.cutoff),fillOpacity:1}));b.bindTooltip(()=>c(y),{sticky:!0,opacity:1,className:"hover"}),b.on("click",x=>{b.closeTooltip(),L.popup({maxWidth:290}).
setLatLng(x.latlng).setContent(c(y)).openOn(t)}),u("band"+m,b)});let p=e.origins[a().key[0]];p&&u("halo",L.circleMarker([p[1],p[0]],{...s.flat("chosen",{color:"\
#ffffff",weight:3,fillColor:$,fillOpacity:1}),radius:8}))},title:()=>r("travel_time"),legend:()=>a().bands.toReversed().map(u=>{let p=S(d(u.cutoff),g(u));return p.
append(_("small",{},h(u))),p}),table:()=>({head:[n.capital(r("cutoff")),...f().map(u=>r(u))],rows:a().bands.toReversed().map(u=>[r("minutes",{n:n.plain(u.cutoff)}),
f().map(p=>w(u,p))])}),box(){let u=L.latLngBounds([]);for(let p of a().bands)u.extend(L.polyline(B(p.geometry).flat()).getBounds());return u.isValid()?{bounds:u,
options:{padding:[24,24]}}:null}}}function $t(t){let e={view:0,choices:{},area:null},n=()=>t.views[e.view],o=()=>n().controls.filter(f=>!f.field);function s(f){let{values:d}=l(),w=g=>Object.hasOwn(
d,g)&&d[g].some(c=>typeof c=="number");return[f.start,...f.options].find(w)??f.start}function r(f){let d=e.choices[f.id];return f.options.includes(d)?d:f.id==="\
destination"&&n().kind==="reach"?s(f):f.start}function l(){let f=o().map(r);return n().layers.find(d=>d.key.every((w,g)=>w===f[g]))??n().layers[0]}function i(f,d){
e.choices[f.id]=d;let w=o(),g=w.map(r),c=w.indexOf(f),h=y=>y.key.filter((m,b)=>m===g[b]).length,p=(c<0?[l()]:n().layers.filter(y=>y.key[c]===d)).reduce((y,m)=>h(
m)>h(y)?m:y);w.forEach((y,m)=>{e.choices[y.id]=p.key[m]})}let a=()=>n().controls.filter(f=>f.field).map(r).join("_");return{state:e,view:n,layer:l,layerControls:o,
chosen:r,choose:i,fieldName:a,field:()=>n().fields[a()]}}var Je=6,Qe=4;function tn({id:t,name:e,options:n,current:o,pick:s}){let r=_("select",{id:"c-"+t,"data-key":t});for(let[l,i]of n){let a=_("option",{value:l},i);a.
selected=l===o,r.append(a)}return r.addEventListener("change",()=>s(r.value)),_("div",{class:"choice"},_("label",{for:"c-"+t,class:"legend"},e),r)}function en({
id:t,name:e,options:n,current:o,pick:s}){let r=_("div",{class:"pills"});for(let[l,i]of n){let a=_("input",{type:"radio",name:t,value:l,checked:l===o,"data-key":t+
"="+l});a.addEventListener("change",()=>s(l)),r.append(_("label",{class:"pill"},a,_("span",{},i)))}return _("fieldset",{class:"choice"},_("legend",{class:"legen\
d"},e),r)}function Xt({data:t,words:e,choosing:n,said:o},s,r){let{state:l,view:i,chosen:a,choose:f}=n,d=i().controls.map(w=>({id:w.id,name:e.t(w.id),current:a(w),
options:w.options.map(g=>[g,o.optionLabel(w.id,g)]),pick(g){f(w,g),w.id==="origin"&&r(),s()}}));d.unshift({id:"view",name:e.t("view"),current:String(l.view),options:t.
views.map((w,g)=>[String(g),e.t("view_"+w.kind)]),pick(w){l.view=Number(w),r(),s()}}),G(v("controls"),...d.filter(({options:w})=>w.length>1).map(w=>{let g=w.id===
"origin"?Qe:Je;return w.options.length>g?tn(w):en(w)}))}function Z(t){return t.palette!=="diverging"?t.unit:t.unit==="percent"?"change_percent":"change"}function Gt(t,e){let{t:n,count:o}=t,{view:s,layer:r}=e,l={count:o,
percent:t.share,change:t.signedCount,change_percent:t.signedShare};function i(c,h){return c==null?n("missing"):c==="u"?n("undefined"):c==="n"?n("class_noise",{noise:t.
share(s().noise)}):l[h](Number(c))}function a(c,h){let{values:u}=r();return Object.hasOwn(u,c)?u[c][h]:void 0}function f(c,h){let u=a(c,h);return typeof u=="num\
ber"?u:null}function d(c,h){if(c!=="open"||(a(c,h)??null)!==null)return null;let u=s().bar??[],p=u.reduce((m,b)=>m+(f(b,h)??0),0),y=u.filter(m=>f(m,h)===null);return!(p>
0)||!y.length?null:[n("at_least",{n:o(p)}),y.map(m=>n("no_data_of",{country:n(m)})).join(", ")].join(" – ")}function w(c,h,u){let p=d(c,h);if(p!==null)return p;
let y=i(a(c,h),u);return u==="count"&&f(c,h)!==null&&(f("unknown",h)??0)>0?n("at_least",{n:y}):y}return{units:l,figureAt:w,numberAt:f,marks:c=>({edge:(f("edge",
c)??0)>(s().edge_share??1),still:a("without",c)===1})}}function Kt(t,e){let{t:n}=t,{view:o,layerControls:s,chosen:r,fieldName:l}=e;function i(c,h){return c==="m\
ode"?t.named("modes",h)??(h==="any"?n("mode_any"):h):c==="opportunity"?t.opportunity(h):c==="cutoff"?n("minutes",{n:t.plain(Number(h))}):c==="origin"?o().names[h]??
h:c==="scenario"?h==="baseline"?n("baseline"):h:c==="side"&&!["all","own","across"].includes(h)?n(h):n(c+"_"+h)}function a(c){let h=c==="all"?"":c==="any"?n("by\
_any"):c;return t.named("by_mode",c)??h}let f=()=>Object.fromEntries(s().map(c=>{let h=r(c),u=c.id==="mode"?a(h):c.id==="cutoff"?t.plain(Number(h)):i(c.id,h);return[
c.id,u]})),d=()=>o().kind==="scenario"?", "+n("destination_"+l().split("_")[0]):"";return{optionLabel:i,values:f,where:()=>o().kind==="scenario"?l().split("_")[0]+
"_":"",fieldTitle:c=>t.capital(n(c.label,f()))+d()}}function qt({words:t,choosing:e,base:n,said:o},s){let{t:r,count:l}=t,{view:i,layer:a,fieldName:f,field:d}=e,w=v("extremes");w.replaceChildren();let{ids:g}=i();if(!g)
return;let c=Z(d()),h=a().values[f()],u=g.map((x,k)=>({number:x,value:h[k],mark:o.marks(k)})).filter(x=>typeof x.value=="number"),p=u.filter(({mark:x})=>!x.edge&&
!x.still).sort((x,k)=>Number(k.value)-Number(x.value));function y(x,k){let O=c==="count"||c==="change"?" "+o.values().opportunity:"",T=I=>o.units[c](Number(I))+
O,E=p.filter(I=>T(I.value)===T(k)),z=E.length>1?r("tied",{n:l(E.length)}):R(n.areas[E[0].number].name,()=>s(E[0].number));w.append(_("div",{},r(x)+": ",z," ",_(
"b",{},T(k))))}let m=p.at(-1);m&&p[0].value!==m.value&&(y("highest",p[0].value),y("lowest",m.value));let b=[{why:"edge",n:u.filter(({mark:x})=>x.edge).length},{
why:"still",n:u.filter(({mark:x})=>x.still&&!x.edge).length}].filter(({n:x})=>x>0).map(({why:x,n:k})=>r("left_"+x,{n:l(k)}));b.length&&w.append(_("div",{class:"\
small"},r("left_out",{parts:b.join(", ")})))}var Yt="#3c3f46",Zt=.12,Vt=16;function nn([t,e],[n,o]){let s=Math.cos((e+o)/2*Math.PI/180),r=[(t+n)/2+Zt*(o-e)/s,(e+o)/2-Zt*(n-t)*s];return Array.from({length:Vt+
1},(l,i)=>{let a=i/Vt;return[(1-a)**2*e+2*a*(1-a)*r[1]+a*a*o,(1-a)**2*t+2*a*(1-a)*r[0]+a*a*n]})}function Jt({data:t,words:e,choosing:n,base:o}){let{t:s,count:r}=e,
{layer:l}=n,{areas:i}=o,a=new Map(t.base.places.map(([c,h,u])=>[c,[h,u]])),f=([c,h])=>t.palettes.flows[i[c].country===i[h].country?0:1];function d(c){let{breaks:h}=l(),
u=h.filter(p=>c>=p).length;return t.widths[Math.round(u*(t.widths.length-1)/Math.max(h.length,1))]}let w=([c,h,u])=>_("div",{class:"card"},_("strong",{},i[c].name+
" → "+i[h].name),_("div",{class:"main"},r(u)));function g(){let c=l().breaks;return c.length?[...c.map((u,p)=>X(Yt,d(u),p+1===c.length?s("class_above",{a:r(u)}):
s("class_between",{a:r(u),b:r(c[p+1])}))).reverse(),X(Yt,d(0),s("class_below",{a:r(c[0])}))]:[]}return{draw(c){l().flows.toReversed().forEach((h,u)=>{let[p,y]=[
a.get(h[0]),a.get(h[1])];if(!p||!y)return;let m=L.polyline(nn(p,y),{pane:"bands",renderer:o.renderers.bands,color:f(h),weight:d(h[2]),opacity:1,lineCap:"butt"});
m.bindTooltip(()=>w(h),{sticky:!0,opacity:1,className:"hover"}),c("flow"+u,m)})},title:()=>e.capital(s("field_flows")),legend(){let{left_out:c,people_left_out:h,
outside:u,missing:p}=l(),[y,m]=t.palettes.flows;return[...g(),X(y,4,s("flow_within")),X(m,4,s("flow_across")),...c?[A(s("flow_left_out",{n:r(c),p:r(h)}))]:[],...u?
[A(s("flow_outside",{n:r(u)}))]:[],...p?[A(s("flow_missing",{n:r(p)}))]:[]]},table:()=>({head:["flow_from","flow_to","flow_count"].map(c=>e.capital(s(c))),rows:l().
flows.map(([c,h,u])=>[i[c].name,[i[h].name,r(u)]])})}}var lt=10,on=6,V=14,sn=300,rn=34,an=[0,9,9.75,11.5],ln=t=>t<9.5?26:60,cn=2;function Qt(t){let e=t.getZoom(),n=t.containerPointToLayerPoint([0,0]),o=t.getPixelOrigin(),
s=t.getSize();return{width:s.x,height:s.y,scale:2**e,zoom:e,x:n.x,y:n.y,left:o.x+n.x,top:o.y+n.y}}function un(t,{width:e,height:n}){let o=[];for(let r=1;r<t.length;r++){
let[[l,i],[a,f]]=[t[r-1],t[r]],d=Math.max(1,Math.ceil(Math.hypot(a-l,f-i)/12));for(let w=0;w<d;w++){let g=l+(w+.5)/d*(a-l),c=i+(w+.5)/d*(f-i);g>0&&c>0&&g<e&&c<n&&
o.push([g,c])}}let s=Math.floor(o.length/2);return o.map((r,l)=>o[s+(l%2?-1:1)*Math.ceil(l/2)]).filter(Boolean)}var fn=t=>t.reduce((e,[n,o],s)=>s?e+Math.hypot(n-
t[s-1][0],o-t[s-1][1]):0,0);function te(t,e,n,o){let s=Qt(t),r=at(e,s.zoom),l=[],i=new Map;for(let a of o){if(!W(e,"road",a,s.zoom)||s.zoom<an[a-1])continue;let f=F(
e,"road",a,s).filter(d=>e.name[d]).map(d=>({name:e.name[d],corners:H(e,d,r,s)})).map(d=>({...d,long:fn(d.corners)})).filter(({long:d})=>d>=rn).sort((d,w)=>w.long-
d.long);for(let{name:d,corners:w}of f){if(l.length>=ln(s.zoom))return l;let g=d.split("/").slice(0,cn).join("/"),c=n.widthOf(g,lt,!0)+on,h=d.split("/").flatMap(
u=>i.get(u)??[]);for(let[u,p]of un(w,s)){if(h.some(([b,x])=>Math.hypot(b-u,x-p)<sn))continue;let[y,m]=[s.x+u-c/2,s.y+p-V/2];if(n.free([y-2,m-2,y+c+2,m+V+2])){n.
take([y,m,y+c,m+V]),l.push({text:g,rank:a,x:y,y:m,width:c,height:V}),h.push([u,p]);for(let b of d.split("/"))i.set(b,[...i.get(b)??[],[u,p]])}}}}return l}function ee(t,e,n,o){
let s=Qt(t);return o.filter(r=>W(e,n,r,s.zoom)).flatMap(r=>F(e,n,r,s).map(l=>{let[[i,a]]=H(e,l,1/0,s);return{name:e.name[l],rank:r,people:e.people[l],at:L.point(
s.x+i,s.y+a)}}).sort((l,i)=>i.people-l.people))}function ne(t,e){let n=document.createElement("canvas").getContext("2d"),o=getComputedStyle(document.body).fontFamily,s=t.containerPointToLayerPoint([0,0]),r=L.
bounds(s,t.containerPointToLayerPoint(t.getSize())),[l,i]=[r.min,r.max];return{screen:r,point:a=>t.latLngToLayerPoint(a),free:a=>a[0]>=l.x&&a[2]<=i.x&&a[1]>=l.y&&
a[3]<=i.y&&e.every(f=>At(f,a)),take:(...a)=>{e.push(...a)},widthOf(a,f,d){return n.font=`${d?600:400} ${f}px ${o}`,n.measureText(a).width}}}var oe=({x:t,y:e},n,o,s)=>[
[t+s,e-o/2],[t-s-n,e-o/2],[t-n/2,e-o-4],[t-n/2,e+4]];function D(t,e,n){return t.style.transform=`translate(${e}px,${n}px)`,t}var pn=13,se=18,re=14,dn=12,mn=[12,11.5,11,10.5],hn=10.5,ie=[48,126];function gn({data:t,choosing:e,base:n},o){let s=e.view().kind==="isochrones"?e.layer().key[0]:
null;if(s===null||!t.origins[s]||n.areas.some(d=>d.code===s))return[];let[r,l]=t.origins[s],i=o.point([l,r]),a=e.view().names[s];o.take([i.x-10,i.y-10,i.x+20+o.
widthOf(a,re,!0),i.y+10]);let f=_("span",{class:"place big"},a);return f.style.fontSize=re+"px",[D(f,i.x+13,i.y-9)]}function ae(t,e,n,o,s){let r=o>dn,l=n.widthOf(
t,o,r)+8,i=o*1.3,a=oe(e,l,i,4).find(([g,c])=>n.free([g,c,g+l,c+i]));if(!a)return[];let[f,d]=a;n.take([f,d,f+l,d+i],[e.x-3,e.y-3,e.x+3,e.y+3]);let w=_("span",{class:"\
place "+s+(r?" big":"")},t);return w.style.fontSize=o+"px",[D(_("i",{class:"dot "+s}),e.x-2.5,e.y-2.5),D(w,f+4,d)]}function J(t,e,n,o,s,r=new Set){return ee(t,e,
o,s).filter(({name:l,at:i})=>n.screen.contains(i)&&!r.has(l.split(" (")[0])).flatMap(({name:l,rank:i,at:a})=>ae(l,a,n,o==="station"?hn:mn[i-1],o==="station"?"st\
op":"village"))}function wn(t,e,n,o){let s=r=>te(t,e,n,r).map(({text:l,rank:i,x:a,y:f,width:d})=>{let w=_("span",{class:i===1?"place shield motorway":"place shi\
eld"},l);return w.style.fontSize=lt+"px",w.style.width=d+"px",D(w,a,f)});return[...s([1,2]),...J(t,e,n,"place",[2,3]),...s([3]),...J(t,e,n,"station",[1],o),...J(
t,e,n,"place",[4]),...s([4])]}function yn(t,e,n,o){let s=o.widthOf(t.toLocaleUpperCase(),pn,!0)+t.length*2.4+8;function r(i,a){let f=L.bounds([i-6,a-4],[i+s+6,a+
22]);return n.some(d=>d.some(w=>f.contains(w)))}let l=e.map(i=>[i.x-s/2,i.y-se/2]).find(([i,a])=>!r(i,a)&&o.free([i,a,i+s,a+se]));return l?[D(_("span",{class:"c\
ountry"},t),l[0],l[1])]:[]}function le(t,e,n){let{map:o,data:s,words:r,base:l}=t,{x:i,y:a}=o.containerPointToLayerPoint([0,0]),f=ne(o,[[i,a,i+ie[0],a+ie[1]],...n]),
d=gn(t,f);e&&d.push(...J(o,e,f,"place",[1]));for(let[g,c,h]of s.base.places){let u=l.areas[g],p=f.point([h,c]);!Nt(u,o.getZoom())||!f.screen.contains(p)||d.push(
...ae(u.name,p,f,Ct(u.population),u.part==="ring"?"ring":"town"))}let w=l.frontier.map(g=>g.map(f.point));if(w.flat().some(g=>f.screen.contains(g))){let g=f.point(
L.latLngBounds(l.frontier.flat()).getCenter());for(let c of new Set(l.areas.map(h=>h.country))){let h=l.areas.filter(u=>u.country===c).map(u=>f.point(u.centre)).
sort((u,p)=>u.distanceTo(g)-p.distanceTo(g));d.push(...yn(r.t(c.toLowerCase()),h,w,f))}}if(e){let g=new Set(d.map(c=>String(c.textContent).split(" (")[0]));d.push(
...wn(o,e,f,g))}o.getPane("names")?.replaceChildren(...d)}var bn=["sector","level","language","period"];function ce({words:t,choosing:e}){let{t:n,count:o,capital:s}=t,{view:r,layer:l}=e,i=m=>n("minutes",{n:o(Math.round(
m))});function a(m){return m===null||!/^[a-z]{2}$/.test(m)?m:new Intl.DisplayNames([t.language],{type:"language"}).of(m)??m}let f=m=>({what:s(t.named("opp_types",
m.type)??m.type),sector:t.named("sectors",m.sector)??m.sector,level:m.level,language:a(m.language),period:m.from===null&&m.to===null?null:[m.from??"…",m.to??"\
…"].join(" – ")});function d(m){let b=l().key[0]==="any"?m.mode:l().key[0];return t.named("modes",b)??b}let w=m=>r().places[m.place][2],g=m=>m.unsure.map(b=>n(
"unsure_"+b)).join(", "),c=m=>_("div",{class:"small warn"},m);function h(m){let b=f(m),x=_("div",{class:"offer"},_("strong",{},b.what));m.count!==null&&m.count!==
1&&x.append(M(s(n("placement_places")),o(m.count)));for(let k of bn)k==="period"&&b.period===null||x.append(M(s(n("placement_"+k)),b[k]??n("placement_not_told")));
return x.append(M(s(n("placement_id")),m.id)),m.unsure.length&&x.append(c(n("placement_unsure_what",{what:g(m)}))),m.main_place&&x.append(c(n("placement_at_main\
_place"))),x}function u(m,b){let[x,k]=m[0],O=n(x.country.toLowerCase())+(w(x)?" ("+n("side_across")+")":"");return _("div",{class:"card"},_("div",{class:"main"},
i(k)),_("div",{class:"small"},d(x)+" · "+O),...m.slice(0,b).map(([T])=>h(T)),...m.length>b?[_("div",{class:"small"},"+ "+o(m.length-b))]:[])}let p=()=>["placem\
ent_time","country","placement_sector","placement_by","placement_what","placement_level","placement_language","placement_not_told"].map(m=>s(n(m)));function y(m){
let b=f(m);return[m.country+(w(m)?" ◆":""),b.sector??"–",d(m),b.what,b.level??"–",b.language??"–",g(m)]}return{minutes:i,card:u,columns:p,cells:y}}var ct=t=>_("div",{class:"small warn"},t);function ue({words:t,choosing:e,base:n,said:o}){let{t:s}=t,{view:r,fieldName:l,field:i}=e;function a(c){let h=n.areas[c],
u=s("population",{n:t.plain(h.population)});return[_("strong",{},h.name),_("div",{class:"small"},[s(h.country.toLowerCase()),h.nuts3,u].join(" · "))]}function f(c){
let h=i();return[_("div",{class:"main"},o.figureAt(l(),c,Z(h))),_("div",{class:"small"},o.fieldTitle(h)+(r().mean?s("of_mean_here"):""))]}function d(c){let h=(r().
bar??[]).map(m=>({name:m,value:o.numberAt(m,c)})),u=h.map(({name:m})=>M(s(m),o.figureAt(m,c,"count"),m)),p=h.reduce((m,{value:b})=>m+(b??0),0);if(!(p>0)||h.some(
({value:m})=>m===null))return u;let y=_("div",{class:"bar","aria-hidden":"true"});for(let{name:m,value:b}of h){let x=et(_("i"),m,"background");x.style.width=100*
Number(b)/p+"%",y.append(x)}return[y,...u]}let w=c=>r().rows.map(([h,u,p])=>M(t.capital(s(h)),o.figureAt(o.where()+u,c,p)));function g(c,h){let u=o.numberAt("wi\
thout",c),p=o.numberAt("edge",c)??0,y=o.numberAt("unknown",c)??0;return[...u!==null&&!h?[M(s("row_without"),t.share(u))]:[],...o.marks(c).still?[ct(s("mark_stil\
l"))]:[],...p>0?[ct(s("edge_mean",{share:t.share(p)}))]:[],...y>0?[ct(s("lower_bound",{n:t.count(y)}))]:[]]}return function(h,u=!1){let p=(r().ids??[]).indexOf(
h);return _("div",{class:"card"},...a(h),...f(p),...d(p),...u?[]:w(p),...g(p,u))}}function fe(t){let{map:e,data:n,words:o,choosing:s,base:r}=t,{state:l,view:i}=s,a=ue(t),f=null,d=null;function w(u){f&&f.remove(),f=u===null?null:L.polygon(r.areas[u].
rings,r.flat("chosen",{fill:!1,color:"#111827",weight:3})).addTo(e)}function g(u){let p=n.base.places.find(y=>y[0]===u);return p?[p[2],p[1]]:r.areas[u].centre}function c(u,p){
let y=p??(d&&l.area===u?d.getLatLng():void 0)??g(u);l.area=u,w(u),v("find").value=String(u),d?d.setLatLng(y).setContent(a(u)):d=L.popup({maxWidth:290,autoPanPadding:[
16,16]}).setLatLng(y).setContent(a(u)).openOn(e),ut(o.t("close"))}e.on("popupclose",()=>{d=null,l.area=null,w(null),v("find").value=""});function h(){let{ids:u}=i();
if(v("find-box").hidden=!u,!u)return;let p=new Map;for(let y of u){let m=r.areas[y];p.set(m.nuts3,[...p.get(m.nuts3)??[],m])}v("find").replaceChildren(_("option",
{value:""},o.t("find_none")),...[...p].map(([y,m])=>_("optgroup",{label:y},...m.sort((b,x)=>o.sort(b.name,x.name)).map(b=>_("option",{value:String(b.number)},b.
name))))),v("find").value=l.area===null?"":String(l.area)}return v("find").addEventListener("change",()=>{v("find").value!==""?c(Number(v("find").value)):e.closePopup()}),
{card:a,mark:w,select:c,showList:h}}function ut(t){let e=document.querySelector(".leaflet-popup-close-button");e&&e.setAttribute("aria-label",t)}var _n=1.0001,pe=760,de=t=>L.CircleMarker.extend({_updatePath(){let{x:e,y:n}=this._point;this._renderer._setPath(this,t(e,n,this._radius))}});function xn(t,e,n){
let o=n*1.3;return`M${t-o} ${e}L${t} ${e-o}L${t+o} ${e}L${t} ${e+o}Z`}function vn(t,e,n){return`M${Array.from({length:10},(s,r)=>{let l=n*(r%2?.45:1);return`${t+
l*Math.sin(r*Math.PI/5)} ${e-l*Math.cos(r*Math.PI/5)}`}).join("L")}Z`}function me(t,e){let n=e.findIndex(([o])=>t<=o*_n);return n<0?e.length-1:n}function Ln(t){
let{map:e,words:n,choosing:o,base:s}=t,{view:r,layer:l}=o,i=ce(t),a=de(xn),f=de(vn);function d(){let h=new Map;for(let[u,p]of l().rows){let y=r().offers[u];h.has(
y.place)||h.set(y.place,[]),h.get(y.place).push([y,p])}return h}function w(h){let[u,p]=r().places[h[0][0].place],m=L.popup({maxWidth:290,maxHeight:320,autoPanPadding:[
16,16]}).setLatLng([p,u]).setContent(i.card(h,h.length)).openOn(e).getElement()?.querySelector(".leaflet-popup-content");m instanceof HTMLElement&&(m.tabIndex=0),
ut(n.t("close"))}function g(h,u){let[p,y,m]=r().places[h],b=new(m?a:L.CircleMarker)([y,p],{pane:"points",renderer:s.renderers.points,radius:Math.min(7+1.5*Math.
log2(u.length),14),color:"#1d1f24",weight:1.4,fillColor:r().bands[me(u[0][1],r().bands)][1],fillOpacity:1});return b.bindTooltip(()=>i.card(u,2),{opacity:1,className:"\
hover"}),b.on("click",()=>{b.closeTooltip(),w(u)}),b}return{offers:i,groups:d,open:w,marker:g,homeMarker:([h,u])=>new f([u,h],{pane:"points",renderer:s.renderers.
points,interactive:!1,radius:13,color:"#ffffff",weight:2,fillColor:$,fillOpacity:1})}}function he(t){let{map:e,words:n,choosing:o}=t,{t:s,count:r}=n,{view:l,layer:i}=o,
{offers:a,groups:f,open:d,marker:w,homeMarker:g}=Ln(t),c=!1;function h(){let{places:p,home:y}=l(),m=[...f().keys()].map(b=>L.latLng(p[b][1],p[b][0]));return y?[
...m,L.latLng(y[1],y[0])]:m}function u(){let{bands:p}=l(),y=i().rows.map(([,m])=>me(m,p));return p.map(([m,b],x)=>S(b,s("placement_band",{a:r(x?p[x-1][0]:0),b:r(
m),n:r(y.filter(k=>k===x).length)})))}return{draw(p){for(let[m,b]of[...f()].reverse())p("point"+m,w(m,b));let{home:y}=l();y&&p("home",g(y)),!c&&window.innerWidth>
pe&&(v("table-box").open=!0),c=!0},title:()=>s("placement_offers"),legend(){let p=Object.entries(i().asides).filter(([,b])=>b).map(([b,x])=>s(b,{n:r(x)}));i().rows.
length||p.unshift(s("placement_none")),[...f().values()].some(b=>b.length>1)&&p.unshift(s("placement_several"));let y=l().controls.find(b=>b.id==="side"),m=y&&y.
options.length>1?[P("circle",s("placement_own")),P("diamond",s("placement_across"))]:[];return[...u(),...m,...l().home?[P("star",s("placement_home"))]:[],...p.map(
A)]},table(){let p=f();return{head:a.columns(),rows:i().rows.map(([y,m])=>{let b=l().offers[y];return[R(a.minutes(m),()=>{d(p.get(b.place)??[[b,m]]),window.innerWidth<=
pe&&e.getContainer().scrollIntoView()},String(y)),a.cells(b)]})}},values:()=>Object.fromEntries(Object.entries(i().said).map(([p,y])=>[p,r(y)])),box(){let p=L.latLngBounds(
h());return p.isValid()?{bounds:p,options:{padding:[48,48],maxZoom:13}}:null},taken:()=>h().map(p=>{let y=e.latLngToLayerPoint(p);return[y.x-6,y.y-6,y.x+6,y.y+6]})}}function ge({data:t,words:e,choosing:n}){let{t:o}=e;v("notes").replaceChildren(...t.notes.map(i=>_("li",{},e.in(i.text),...i.details.map(a=>_("div",{class:"smal\
l"},e.in(a)))))),v("notes-box").hidden=t.notes.length===0;let s=t.labels.mode_of_trip,r=n.layerControls().map(n.chosen).map(i=>Object.hasOwn(s,i)?s[i]:i),l=t.strip.
filter(i=>!i.concerns.length||i.concerns.some(a=>r.includes(a)));v("strip-notes").textContent=l.map(i=>e.in(i.text)).join(" "),t.notes.length>l.length&&v("strip\
-notes").append(" ",R(o("more_notes",{n:e.plain(t.notes.length)}),()=>{v("notes-box").open=!0,v("notes-box").scrollIntoView(),v("notes-box").querySelector("summ\
ary").focus()})),v("strip-sources").textContent=t.attributions.length?o("source")+": "+t.attributions.join(" · "):"",v("sources").replaceChildren(...t.sources.
map(i=>{let a=i.reference_date?o("reference_date",{date:i.reference_date}):"";return _("li",{},gt(i),". "+[i.attribution,i.licence,a].filter(f=>f).join(" · "))}))}function kn(t){let e=location.hash.slice(1);return ot.includes(e)?e:xt(t,navigator.languages)}function On({data:t,words:e,choosing:n},o){let{closed:s}=n.view();
v("legend-title").textContent=o.title(),v("legend").replaceChildren(...o.legend(),...t.base.border.length?[P("frontier",e.t("border_line"))]:[],...s?[A(e.t(s))]:
[])}function we({choosing:t},e){if(!v("table-box").open){v("table").replaceChildren();return}let{head:n,rows:o}=e.table();G(v("table"),_("table",{class:t.view().
kind},_("caption",{},v("headline").textContent),_("thead",{},_("tr",{},...n.map(s=>_("th",{scope:"col"},s)))),_("tbody",{},...o.map(([s,r])=>_("tr",{},_("th",{scope:"\
row"},s),...r.map(l=>_("td",{},l)))))))}function Sn({words:t,choosing:e,said:n},o){let{kind:s,ids:r,mean:l}=e.view(),i=t.t("head_"+s,{...n.values(),...o.values?.()}).
trim();v("headline").textContent=i+(r?t.t(l?"of_mean":"of_each"):"")}function Tn(t){let e=dt(),n=vt(e.labels,kn(e.language));pt(e.sides,!1);let o=$t(e),s={...Gt(
n,o),...Kt(n,o)},r={map:t,data:e,words:n,choosing:o,said:s,base:Bt(t,e)},{state:l,view:i}=o,a=fe(r),f=new Map,d=Wt(r,a,f),w={isochrones:Ht(r),flows:Jt(r),placements:he(
r)},g=()=>w[i().kind]??d,c=null,h=!0;function u(){let{bounds:k,options:O}=g().box?.()??{bounds:r.base.bounds,options:{padding:[4,4]}};t.fitBounds(k,{...O,animate:!1})}
function p(){for(let k of f.values())k.remove();f.clear(),t.closePopup(),a.mark(null)}let y=null,m=()=>le(r,y,g().taken?.()??[]);function b(){let{area:k}=l;(c!==
l.view||!i().ids)&&p(),c=l.view,mt(n,e,t.getContainer()),ge(r),Xt(r,b,()=>{h=!0}),Sn(r,g()),g().draw((O,T)=>f.set(O,T.addTo(t))),t.invalidateSize({animate:!1,pan:!1}),
h&&(h=!1,u()),On(r,g()),qt(r,a.select),a.showList(),we(r,g()),m(),k!==null&&i().ids?.includes(k)&&a.select(k)}function x(){t.invalidateSize({animate:!1,pan:!1}),
u()}t.setMaxBounds(r.base.bounds.pad(1.2)),t.getContainer().setAttribute("role","region"),t.getPane("bands").style.opacity="0.8",t.on("moveend zoomend resize vi\
ewreset",m),t.on("zoomstart",()=>t.getPane("names")?.replaceChildren()),ht(k=>{n.language=k,b()}),v("table-box").addEventListener("toggle",()=>we(r,g())),wt(t,u),
yt(t,x),window.addEventListener("beforeprint",x),window.matchMedia("print").addEventListener("change",x),b(),jt(t,e).then(k=>{y=k,m()})}Object.assign(globalThis,
{grensgeoPage:Tn});})();
