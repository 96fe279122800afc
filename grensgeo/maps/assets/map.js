/* grensgeo map: bundled from js/ by `make js`; edit there.
   sources 28482ffa3faad9a3: src/pages/areas.js src/pages/bands.js src/pages/base.js src/pages/card.js src/pages/choosing.js src/pages/classes.js src/pages/controls.js src/pages/extremes.js src/pages/figures.js src/pages/flows.js src/pages/keys.js src/pages/map.js src/pages/names.js src/pages/offers.js src/pages/points.js src/pages/selecting.js src/pages/small_print.js src/shared/after_paint.js src/shared/areas.js src/shared/base_map.js src/shared/base_names.js src/shared/canvas_layer.js src/shared/elements.js src/shared/geometry.js src/shared/numbers.js src/shared/page.js src/shared/room.js src/shared/unpack.js src/shared/words.js */
"use strict";(()=>{var v=t=>document.getElementById(t);function xe(t,e,n){for(let[s,o]of Object.entries(e))o!==null&&o!==!1&&t.setAttribute(s,o===!0?"":String(o));return t.append(
...n.filter(s=>s!==null)),t}function _(t,e={},...n){return xe(document.createElement(t),e,n)}function et(t,e,n){return t.style[n]=`var(--side-${e})`,t}var ft=t=>et(_("i",{class:"key","aria-hidden":"true"}),t,"background");function pt(t,e){for(let[n,s]of Object.
entries(t))document.documentElement.style.setProperty("--side-"+n,s[e?1:0])}function R(t,e,n=null){let s=_("button",{type:"button",class:"link","data-key":n},t);
return s.addEventListener("click",e),s}var dt=()=>JSON.parse(v("grensgeo-data").textContent);function G(t,...e){let n=t.contains(document.activeElement)?document.
activeElement:null,s=n?.getAttribute("data-key")??null,o=!n?.matches(":focus-visible");if(t.replaceChildren(...e.filter(l=>l!==null)),s===null)return;let r=[...t.
querySelectorAll("[data-key]")].find(l=>l.getAttribute("data-key")===s);r instanceof HTMLElement&&r.focus({preventScroll:o})}var ve=[[".leaflet-control-zoom-in","zoom_in"],[".leaflet-control-zoom-out","zoom_out"],["a.home","home"]],z=t=>[...document.querySelectorAll(`[data-${t}]`)].map(
e=>e);function mt(t,e,n){let{t:s}=t;document.documentElement.lang=t.language,document.title=t.in(e.title),v("title").textContent=t.in(e.title);for(let o of z("t\
ext"))o.textContent=s(String(o.dataset.text),{version:e.version});for(let o of z("said"))o.title=s(String(o.dataset.said));for(let o of z("label"))o.setAttribute(
"aria-label",s(String(o.dataset.label)));Le(t.language),n.setAttribute("aria-label",s("map_region"));for(let[o,r]of ve){let l=document.querySelector(o);l&&(l.title=
s(r),l.setAttribute("aria-label",s(r)))}}function Le(t){for(let e of z("language"))e.setAttribute("aria-pressed",String(e.dataset.language===t))}function ht(t){
for(let e of z("language"))e.addEventListener("click",()=>t(String(e.dataset.language)))}function gt(t){return t.url?_("a",{href:t.url,rel:"noopener noreferrer",
target:"_blank"},t.title):_("span",{},t.title)}function wt(t,e){let n=L.Control.extend({onAdd(){let s=L.DomUtil.create("div","leaflet-bar"),o=L.DomUtil.create("\
a","home",s);return o.href="#",o.setAttribute("role","button"),o.textContent="⌂",L.DomEvent.on(o,"click",r=>{L.DomEvent.stop(r),e()}),s}});new n({position:"to\
pleft"}).addTo(t)}function yt(t,e){let n=window.innerWidth;window.addEventListener("resize",()=>{if(window.innerWidth===n){t.invalidateSize({animate:!1});return}
n=window.innerWidth,e()})}var C={nl:"nl-NL",de:"de-DE",en:"en-GB"},ke=.001,Oe=10,Se=.095,bt=5e-4,_t=.001,Te=.995,Ae=.99;function Me(t){return t>=ke&&t<1?{maximumSignificantDigits:2}:{maximumFractionDigits:t<
Oe?1:0}}var Ne=t=>t.replace("-","−");function nt(t){let e=new Map;function n(a,f){let d=JSON.stringify(f),w=e.get(d);return w||e.set(d,w=new Intl.NumberFormat(
t,f)),w.format(a)}let s=a=>n(a,Me(Math.abs(a))),o=a=>n(a,{style:"percent",maximumFractionDigits:a!==0&&Math.abs(a)<Se?1:0});function r(a){return a>Te&&a<1?">"+o(
Ae):a>0&&a<bt?"<"+o(_t):o(a)}let l=(a,f)=>f>0?"+"+a:Ne(a);function i(a){return a===0||Math.abs(a)>=bt?l(o(a),a):(a<0?"−":"+")+"<"+o(_t)}return{format:n,count:s,
share:o,part:r,signedShare:i,plain:a=>n(a,{}),signedCount:a=>l(s(a),a),minutes:(a,f=0)=>n(a,{minimumFractionDigits:f,maximumFractionDigits:f})}}var ot=Object.keys(C);function xt(t,e){return e.map(n=>n.slice(0,2).toLowerCase()).find(n=>ot.includes(n))??t}function Ce(t,e){return t.replace(/\{(\w+)\}/g,(n,s)=>Object.
hasOwn(e,s)?e[s]:n)}function vt(t,e){let n=e,s=nt(C[n]);function o(i,a){let f=t[i];return f&&a!==null&&Object.hasOwn(f,a)?f[a][n]:null}let r=(i,a={})=>Ce(o("texts",i)??i,a);return{
get language(){return n},set language(i){n=i,s=nt(C[i])},named:o,t:r,count:i=>i===null||Number.isNaN(i)?r("missing"):s.count(i),share:i=>s.share(i),part:i=>s.part(
i),plain:i=>s.plain(i),signedCount:i=>s.signedCount(i),signedShare:i=>s.signedShare(i),minutes:(i,a)=>s.minutes(i,a),opportunity:i=>o("opportunities",i)??i,period:i=>o(
"periods",i)??i,in:i=>i[n],capital:i=>i.charAt(0).toLocaleUpperCase(C[n])+i.slice(1),lowered:i=>i.charAt(0).toLocaleLowerCase(C[n])+i.slice(1),sort:(i,a)=>i.localeCompare(
a,C[n]),date:i=>new Intl.DateTimeFormat(C[n],{weekday:"short",day:"numeric",month:"short",timeZone:"UTC"}).format(i),clock:i=>new Intl.DateTimeFormat(C[n],{hour:"\
2-digit",minute:"2-digit",timeZone:"UTC"}).format(i),sentence(i,a){return r(i).split(/(\{\w+\})/).map(f=>{let d=f.startsWith("{")?f.slice(1,-1):null;return d!==
null&&Object.hasOwn(a,d)?a[d]:f})}}}function Lt(t,e){let n={step:0,negative:!1};if(t==null)return{kind:"missing",...n};if(t==="u")return{kind:"undefined",...n};if(t==="n")return{kind:"noise",...n};
if(t===0)return{kind:"zero",...n};let s=Number(t);return{kind:"step",step:e.filter(o=>Math.abs(s)>=o).length,negative:s<0}}var Ee={missing:"url(#hatch-missing)",
undefined:"url(#hatch-undefined)",zero:"#ffffff"};function st(t,e,n,s){if(t.kind==="noise")return s.noise;if(t.kind!=="step")return Ee[t.kind];let o=s[e];if(e===
"diverging"){let l=o.length/2,i=n.length<2?Math.min(t.step+1,l-1):t.step;return t.negative?o[l-1-i]:o[l+i]}let r=n.length?t.step*(o.length-1)/n.length:o.length-
1;return o[Math.round(r)]}var kt=85.0511287798,Ot=t=>256*(t+180)/360;function St(t){let e=Math.sin(Math.max(-kt,Math.min(kt,t))*Math.PI/180);return 256*(.5-Math.log((1+e)/(1-e))/(4*Math.
PI))}function Tt(t){let e=new Int32Array(t.length+1);for(let n=0;n<t.length;n++)e[n+1]=e[n]+t[n];return e}function K(t){let e=[],[n,s]=[0,0];for(let o=0;o<t.length;o+=
2)n+=t[o],s+=t[o+1],e.push([s/1e4,n/1e4]);return e}var B=t=>t.map(e=>e.map(K)),At=(t,e)=>t[2]<e[0]||t[0]>e[2]||t[3]<e[1]||t[1]>e[3];var Ie=[[9,15e4],[10,5e4]];function Mt(t){return t.map(([e,n,s,o,r,l,i],a)=>{let f=B(i);return{number:a,code:e,name:n,country:s,nuts3:o,part:r,population:l,rings:f,
centre:L.latLngBounds(f.flat(2)).getCenter()}})}function Nt(t,e){let n=Ie.find(([s])=>e<s);return t.part!=="ring"||!n||t.population>=n[1]}var Ct=t=>t>2e5?15:t>6e4?
13:11.5;function Et(t){let e=!1,n=0;function s(){e&&(e=!1,t())}let o=()=>requestAnimationFrame(()=>requestAnimationFrame(()=>{n||s()}));function r(){clearTimeout(n),n=0,
e&&o()}return{flush:s,release:r,ask(){!e&&!n&&o(),e=!0},hold(){clearTimeout(n),n=Number(setTimeout(r,400))}}}function It(t){let e=window.devicePixelRatio||1;return Math.min(2,Math.max(1,t?Math.round(e):e))}function Pt(t,e,n){let s={options:{padding:.15},_initContainer(){
this._container=L.DomUtil.create("canvas",e),this._container.setAttribute("aria-hidden","true"),this._context=this._container.getContext("2d")},_destroyContainer(){
L.DomUtil.remove(this._container)},_lay(r){let l=this._bounds.getSize(),i=this._container,a=Math.max(1,Math.round(l.x*r)),f=Math.max(1,Math.round(l.y*r));L.DomUtil.
setPosition(i,this._bounds.min),i.style.width=l.x+"px",i.style.height=l.y+"px";let d=i.width!==a||i.height!==f;d&&Object.assign(i,{width:a,height:f});let w=this.
_map.getPixelOrigin().add(this._bounds.min),g=r*2**this._map.getZoom();return{other:d,frame:{width:a,height:f,ratio:r,scale:g,left:w.x*r,top:w.y*r}}}},o=L.Renderer.
extend({...s,...n});return new o({pane:t})}var rt={uint8:Uint8Array,int8:Int8Array,uint16:Uint16Array,int16:Int16Array,uint32:Uint32Array,int32:Int32Array,float32:Float32Array,float64:Float64Array};function Pe(t){
let e=atob(t),n=new Uint8Array(e.length);for(let s=0;s<n.length;s++)n[s]=e.charCodeAt(s);return n}async function Re(t){let e=new Blob([t]).stream().pipeThrough(
new DecompressionStream("deflate"));return new Uint8Array(await new Response(e).arrayBuffer())}function De(t,{n:e,width:n,steps:s=0}){let o=new Int32Array(e);for(let r=0;r<
e;r++){let l=t[r];n>1&&(l|=t[e+r]<<8),n>2&&(l|=t[2*e+r]<<16|t[3*e+r]<<24),o[r]=l>>>1^-(l&1)}for(let r=0;r<s;r++)for(let l=1;l<e;l++)o[l]=o[l]+o[l-1]|0;return o}
function je(t,e){let n=new rt[e.type](e.n),s=10**e.digits,o=Object.hasOwn(e,"null");for(let r=0;r<e.n;r++)n[r]=o&&t[r]===e.null?NaN:t[r]/s;return n}function ze(t,{
type:e,n,width:s}){let o=new Uint8Array(n*s);for(let a=0;a<s;a++)for(let f=0;f<n;f++)o[f*s+a]=t[a*n+f];let r=new DataView(o.buffer),l=new rt[e](n),i=s===8?"getF\
loat64":"getFloat32";for(let a=0;a<n;a++)l[a]=r[i](a*s,!0);return l}async function Be(t,e){let n=await Re(Pe(e));if(t.type==="text")return t.n===0?[]:new TextDecoder().
decode(n).split(`
`);if(!Object.hasOwn(t,"steps"))return ze(n,t);let s=De(n,t);return Object.hasOwn(t,"digits")?je(s,t):t.type==="int32"?s:rt[t.type].from(s)}async function Rt(t,e){
if(t.format!==1||t.parts.length!==e.length)throw new Error(`packed in format ${t.format}, ${e.length} chunks`);let n=await Promise.all(t.parts.map((s,o)=>Be(s,e[o])));
return Object.fromEntries(t.parts.map((s,o)=>[s.name,n[o]]))}var Ue=["nature","built_up","water"],Fe=[[1.5,4.5],[1.1,3.4],[.6,2.6],[.5,2]],it=[8,13],jt=1.1,We=2.2,at=({looks:t},e)=>t.levels_from.filter(n=>e>=n).length;function F({
looks:t},e,n,s){let o=t.shown_from[e];return s>=o[Math.min(n,o.length)-1]}function He(t,e){let{layers:n}=e,{names:s,layer:o,rank:r,name:l,corners:i,start_x:a,start_y:f,
step_x:d,step_y:w}=t,g=Tt(i),c=i.length,h=new Float64Array(g[c]),u=new Float64Array(g[c]),p=new Float64Array(4*c),y=new Int32Array(c),[m,b,x,k]=[0,0,0,0];for(let O=0;O<
c;O++){m+=a[O],b+=f[O];let[T,E]=[m,b],[j,I,Q,tt]=[1/0,1/0,-1/0,-1/0];for(let N=g[O];N<g[O+1];N++)N>g[O]&&(T+=d[x],E+=w[x],x++),h[N]=Ot(T/1e4),u[N]=St(E/1e4),j=Math.
min(j,h[N]),Q=Math.max(Q,h[N]),I=Math.min(I,u[N]),tt=Math.max(tt,u[N]);p.set([j,I,Q,tt],4*O),n[o[O]]==="place"&&(y[O]=t.people[k++])}return{n:c,layer:Array.from(
o,O=>n[O]),rank:r,name:Array.from(l,O=>s[O]),people:y,at:g,x:h,y:u,level:t.level,box:p,looks:e}}async function zt(t){if(!t)return null;let{manifest:e,chunks:n}=t;return He(await Rt(e,n),e.meta)}function W({n:t,layer:e,rank:n,box:s},o,r,{width:l,height:i,scale:a,
left:f,top:d}){let w=[];for(let g=0;g<t;g++){if(e[g]!==o||n[g]!==r)continue;s[4*g]*a-f>l||s[4*g+2]*a-f<0||s[4*g+1]*a-d>i||s[4*g+3]*a-d<0||w.push(g)}return w}function H({
at:t,x:e,y:n,level:s},o,r,{scale:l,left:i,top:a}){let f=[];for(let d=t[o];d<t[o+1];d++)s[d]<=r&&f.push([e[d]*l-i,n[d]*l-a]);return f}function $e(t,e,n,s,{sight:o,
level:r}){let l=Ue.includes(n);t.beginPath();for(let i of W(e,n,s,o)){let a=H(e,i,r,o);a.length<(l?3:2)||(a.forEach(([f,d],w)=>w?t.lineTo(f,d):t.moveTo(f,d)),l&&
t.closePath())}}function U(t,e,n,s=[]){t.strokeStyle=e,t.lineWidth=n,t.setLineDash(s),t.stroke()}function Xe(t,e,n,{zoom:s,ratio:o,colours:r}){let l=at(e,s),i=Math.
max(0,Math.min(1,(s-it[0])/(it[1]-it[0]))),a={sight:n,level:l};t.lineJoin="round",t.lineCap="round";function f(d,w){for(let g=e.looks.shown_from[d].length;g>=1;g--)
F(e,d,g,s)&&($e(t,e,d,g,a),w(g))}for(let d of["nature","built_up","water"])f(d,()=>{t.fillStyle=r[d],t.fill("nonzero")});if(f("waterway",d=>U(t,r.river,o*(1+1.4*
i)/Math.sqrt(d))),f("road",d=>{let[w,g]=Fe[d-1],c=o*(w+i*(g-w));U(t,r.casing,c+o*(d<3?jt:.7*jt)),U(t,r.road,c)}),t.lineCap="butt",f("rail",d=>{let w=o*(d===1?1.7+
i:1.3+i);U(t,r.rail,w),U(t,r.sleeper,w*.5,[5*o,5*o])}),t.setLineDash([]),!!F(e,"station",1,s))for(let d of W(e,"station",1,n)){let[[w,g]]=H(e,d,l,n),c=o*We;t.fillStyle=
r.station,t.fillRect(w-c,g-c,2*c,2*c),t.strokeStyle=r.rail,t.lineWidth=o,t.strokeRect(w-c,g-c,2*c,2*c)}}function Bt(t){let e=Pt(t,"base-map",{_update(){this._map.
_animatingZoom&&this._bounds||(this._bounds?this.late.ask():this._now())},_reset(){this._update(),this._updateTransform(this._map.getCenter(),this._map.getZoom())},
_now(){!this._map||this._map._animatingZoom&&this._bounds||(L.Renderer.prototype._update.call(this),this.draw())},show(n){this._base=n,this.draw()},dress(n){this.
_dark=n,this.draw()},draw(){if(!this._base||!this._bounds)return;let{frame:n,other:s}=this._lay(It(!1));s||this._context.clearRect(0,0,n.width,n.height);let o=this.
_base.looks.colours[this._dark?"dark":"light"];Xe(this._context,this._base,n,{zoom:this._map.getZoom(),ratio:n.ratio,colours:o})}});return e.late=Et(()=>e._now()),
e}var Ut=[["land",200,!1],["figures",300,!1],["bands",350,!1],["base",380,!0],["lines",400,!0],["frontier",420,!0],["points",430,!1],["chosen",440,!0],["names",620,
!0]],Ge=Ut.map(([t])=>t).filter(t=>!["base","names"].includes(t)),Z="#f3f1ec",q="#7d7f86",Ke="#c9c5bb",$="#c2185b",Ze=.4,qe=[["water",{color:"#9cc3d9",weight:2}],
["road",{color:"#8f8a80",weight:.9,opacity:.75}],["rail",{color:"#4a4a52",weight:1.6,dashArray:"6 3"}]];function Ye(t){for(let[e,n,s]of Ut){let o=t.createPane(e);
o.style.zIndex=String(n),s&&(o.style.pointerEvents="none")}return Object.fromEntries(Ge.map(e=>[e,L.svg({pane:e,padding:.4})]))}async function Ft(t,e){let n=await zt(
e.base_map);return n?(Bt("base").addTo(t).show(n),n):null}function Wt(t,e){let n=Ye(t),s=Mt(e.base.areas),o=(w,g)=>({pane:w,renderer:n[w],smoothFactor:Ze,...g}),
r=(w,g)=>o(w,{interactive:!1,...g});for(let w of s){L.polygon(w.rings,r("land",{stroke:!0,color:Z,weight:.8,fillColor:Z,fillOpacity:e.land})).addTo(t);let g=w.part===
"ring";L.polygon(w.rings,r("lines",{fill:!1,weight:g?.5:.8,color:g?Ke:q})).addTo(t)}for(let[w,g]of qe){let c=(e.lines[w]||[]).map(K);c.length&&L.polyline(c,r("l\
ines",g)).addTo(t)}let l=e.base.border.map(K);L.polyline(l,r("frontier",{color:"#ffffff",weight:5,opacity:.9})).addTo(t),L.polyline(l,r("frontier",{color:$,weight:2.6})).
addTo(t),L.control.scale({imperial:!1,position:"bottomright",maxWidth:120}).addTo(t);let[i,a,f,d]=e.base.bounds;return{areas:s,frontier:l,renderers:n,live:o,flat:r,
bounds:L.latLngBounds([i,a],[f,d])}}function S(t,e){let n=_("i",{class:"swatch","aria-hidden":"true"});return t.startsWith("url(#")?n.classList.add(t.slice(5,-1)):n.style.backgroundColor=t,_("li",
{},n,e)}var P=(t,e)=>_("li",{},_("i",{class:"swatch "+t,"aria-hidden":"true"}),e);function X(t,e,n){let s=P("line",n),o=s.firstChild;return o.style.borderTopColor=
t,o.style.borderTopWidth=e+"px",s}var A=t=>_("li",{class:"said"},t);function M(t,e,n){let s=_("span",{},...n?[ft(n)]:[],t);return _("div",{class:"row"},s,_("b",
{},e))}var Ht="url(#hatch-missing)";function Ve({data:t,words:e,choosing:n,said:s},o,r){let{t:l}=e,i=s.units[o.unit];function a(g){return g===0?l("class_below",{a:i(r[0])}):
g===r.length?l("class_above",{a:i(r[g-1])}):l("class_between",{a:i(r[g-1]),b:i(r[g])})}let f=(g,c=!1)=>st({kind:"step",step:g,negative:c},o.palette,r,t.palettes),
d=r.length?[...r.keys(),r.length]:[];if(o.palette==="diverging"){let g=c=>d.map(h=>S(f(h,c),(c?"− ":"+ ")+a(h)));return[...g(!1).reverse(),S("#ffffff",l("clas\
s_same")),...g(!0)]}let w=n.layer().values[n.fieldName()].includes(0);return[...d.toReversed().map(g=>S(f(g),a(g))),...w?[S("#ffffff",l(o.palette==="effect"?"cl\
ass_zero_effect":"class_zero"))]:[]]}function Je({data:t,words:e,choosing:n,base:s,said:o},r){let{t:l}=e,{view:i,layer:a,fieldName:f}=n,d=a().values[f()],w=i().
ids??[],g=s.areas.filter(p=>!w.includes(p.number)),c=w.map((p,y)=>o.marks(y)),h=(a().values.unknown||[]).filter(p=>Number(p)>0).length;return[...[[d.includes("n"),
t.palettes.noise,"class_noise"],[d.includes("u"),"url(#hatch-undefined)",i().undefined||"undefined"],[d.includes(null)||g.some(p=>p.part!=="ring"),Ht,"class_mis\
sing"],[c.some(p=>p.edge),"url(#hatch-edge)",r.palette==="sequential"?"class_edge":"class_edge_other"],[c.some(p=>p.still&&!p.edge),"url(#hatch-still)","class_s\
till"]].filter(([p])=>p).map(([,p,y])=>S(p,l(y,{noise:y==="class_noise"?e.share(i().noise):""}))),...h?[A(l("bounds",{n:e.count(h)}))]:[],...g.some(p=>p.part===
"ring")?[S(Z,l("class_outside"))]:[]]}function Qe({data:t,choosing:e,base:n,said:s},o,r,l){let{state:i,view:a,layer:f,fieldName:d,field:w}=e,g=f().breaks[w().group],
c=f().values[d()];function h(u,p){let y=L.polygon(n.areas[u].rings,n.live("figures",{color:q,weight:.6,fillColor:p,fillOpacity:1}));y.bindTooltip(()=>o.card(u,!0),
{sticky:!0,opacity:1,className:"hover"}),y.on("mouseover",()=>o.mark(u)),y.on("mouseout",()=>o.mark(i.area)),y.on("click",m=>{y.closeTooltip(),o.select(u,m.latlng)}),
l("area"+u,y)}(a().ids??[]).forEach((u,p)=>{let y=st(Lt(c[p],g),w().palette,g,t.palettes),m=r.get("area"+u);m?m.setStyle({fillColor:y}):h(u,y),r.get("over"+u)?.
remove(),r.delete("over"+u);let{edge:b,still:x}=s.marks(p);!b&&!x||l("over"+u,L.polygon(n.areas[u].rings,n.flat("lines",{stroke:!1,fillColor:b?"url(#hatch-edge)":
"url(#hatch-still)",fillOpacity:1})))});for(let u of n.areas)u.part==="ring"||r.has("area"+u.number)||l("area"+u.number,L.polygon(u.rings,n.flat("figures",{color:q,
weight:.6,fillColor:Ht,fillOpacity:1})))}function $t(t,e,n){let{words:s,choosing:o,base:r,said:l}=t,{t:i}=s,{view:a,layer:f,field:d}=o;return{draw:w=>Qe(t,e,n,w),
title:()=>l.fieldTitle(d()),legend:()=>[...Ve(t,d(),f().breaks[d().group]),...Je(t,d())],table(){let w=[...a().rows.map(([c,h,u])=>[i(c),l.where()+h,u]),...(a().
bar??[]).map(c=>[i(c),c,"count"])],g=(a().ids??[]).map((c,h)=>({area:r.areas[c],slot:h})).sort((c,h)=>s.sort(c.area.name,h.area.name));return{head:[i("municipal\
ity"),i("country"),...w.map(([c])=>s.capital(c))],rows:g.map(({area:c,slot:h})=>[c.name,[c.country,...w.map(([,u,p])=>l.figureAt(u,h,p))]])}}}}var tn="#888888",Xt="other";function Gt({map:t,data:e,words:n,choosing:s,base:o}){let{t:r,count:l}=n,{view:i,layer:a}=s,f=()=>[...i().parts,Xt];function d(u){let p=a().
bands.map(b=>b.cutoff).sort((b,x)=>b-x),y=p.length>1?p.indexOf(u)/(p.length-1):0,{bands:m}=e.palettes;return i().cutoffs.includes(u)?m[Math.round(y*(m.length-2))]:
tn}let w=(u,p)=>r("area_km2",{n:l(u.km2[p]||0)}),g=u=>r("within",{n:n.plain(u.cutoff)});function c(u){let[p,y]=a().key,m=f().filter(b=>u.km2[b]>0||b!==Xt);return _(
"div",{class:"card"},_("strong",{},i().names[p]??p),_("div",{class:"main"},g(u)),_("div",{class:"small"},n.named("by_mode",y)??""),...m.map(b=>M(r(b),w(u,b))))}
function h(u){let{all:p}=u.km2,y=(e.home[a().key[0]]??"").toLowerCase(),b=(y?i().parts.filter(x=>x!==y):[]).reduce((x,k)=>x+(u.km2[k]||0),0);return b&&p?r("area\
_share",{n:l(p),p:n.share(b/p)}):r("area_km2",{n:l(p)})}return{draw(u){a().bands.forEach((y,m)=>{let b=L.polygon(B(y.geometry),o.live("bands",{color:"#ffffff",weight:1,
fillColor:d(y.cutoff),fillOpacity:1}));b.bindTooltip(()=>c(y),{sticky:!0,opacity:1,className:"hover"}),b.on("click",x=>{b.closeTooltip(),L.popup({maxWidth:290}).
setLatLng(x.latlng).setContent(c(y)).openOn(t)}),u("band"+m,b)});let p=e.origins[a().key[0]];p&&u("halo",L.circleMarker([p[1],p[0]],{...o.flat("chosen",{color:"\
#ffffff",weight:3,fillColor:$,fillOpacity:1}),radius:8}))},title:()=>r("travel_time"),legend:()=>a().bands.toReversed().map(u=>{let p=S(d(u.cutoff),g(u));return p.
append(_("small",{},h(u))),p}),table:()=>({head:[n.capital(r("cutoff")),...f().map(u=>r(u))],rows:a().bands.toReversed().map(u=>[r("minutes",{n:n.plain(u.cutoff)}),
f().map(p=>w(u,p))])}),box(){let u=L.latLngBounds([]);for(let p of a().bands)u.extend(L.polyline(B(p.geometry).flat()).getBounds());return u.isValid()?{bounds:u,
options:{padding:[24,24]}}:null}}}function Kt(t){let e={view:0,choices:{},area:null},n=()=>t.views[e.view],s=()=>n().controls.filter(f=>!f.field);function o(f){let{values:d}=l(),w=g=>Object.hasOwn(
d,g)&&d[g].some(c=>typeof c=="number");return[f.start,...f.options].find(w)??f.start}function r(f){let d=e.choices[f.id];return f.options.includes(d)?d:f.id==="\
destination"&&n().kind==="reach"?o(f):f.start}function l(){let f=s().map(r);return n().layers.find(d=>d.key.every((w,g)=>w===f[g]))??n().layers[0]}function i(f,d){
e.choices[f.id]=d;let w=s(),g=w.map(r),c=w.indexOf(f),h=y=>y.key.filter((m,b)=>m===g[b]).length,p=(c<0?[l()]:n().layers.filter(y=>y.key[c]===d)).reduce((y,m)=>h(
m)>h(y)?m:y);w.forEach((y,m)=>{e.choices[y.id]=p.key[m]})}let a=()=>n().controls.filter(f=>f.field).map(r).join("_");return{state:e,view:n,layer:l,layerControls:s,
chosen:r,choose:i,fieldName:a,field:()=>n().fields[a()]}}var en=6,nn=4;function on({id:t,name:e,options:n,current:s,pick:o}){let r=_("select",{id:"c-"+t,"data-key":t});for(let[l,i]of n){let a=_("option",{value:l},i);a.
selected=l===s,r.append(a)}return r.addEventListener("change",()=>o(r.value)),_("div",{class:"choice"},_("label",{for:"c-"+t,class:"legend"},e),r)}function sn({
id:t,name:e,options:n,current:s,pick:o}){let r=_("div",{class:"pills"});for(let[l,i]of n){let a=_("input",{type:"radio",name:t,value:l,checked:l===s,"data-key":t+
"="+l});a.addEventListener("change",()=>o(l)),r.append(_("label",{class:"pill"},a,_("span",{},i)))}return _("fieldset",{class:"choice"},_("legend",{class:"legen\
d"},e),r)}function Zt({data:t,words:e,choosing:n,said:s},o,r){let{state:l,view:i,chosen:a,choose:f}=n,d=i().controls.map(w=>({id:w.id,name:e.t(w.id),current:a(w),
options:w.options.map(g=>[g,s.optionLabel(w.id,g)]),pick(g){f(w,g),w.id==="origin"&&r(),o()}}));d.unshift({id:"view",name:e.t("view"),current:String(l.view),options:t.
views.map((w,g)=>[String(g),e.t("view_"+w.kind)]),pick(w){l.view=Number(w),r(),o()}}),G(v("controls"),...d.filter(({options:w})=>w.length>1).map(w=>{let g=w.id===
"origin"?nn:en;return w.options.length>g?on(w):sn(w)}))}function Y(t){return t.palette!=="diverging"?t.unit:t.unit==="percent"?"change_percent":"change"}function qt(t,e){let{t:n,count:s}=t,{view:o,layer:r}=e,l={count:s,
percent:t.share,change:t.signedCount,change_percent:t.signedShare};function i(c,h){return c==null?n("missing"):c==="u"?n("undefined"):c==="n"?n("class_noise",{noise:t.
share(o().noise)}):l[h](Number(c))}function a(c,h){let{values:u}=r();return Object.hasOwn(u,c)?u[c][h]:void 0}function f(c,h){let u=a(c,h);return typeof u=="num\
ber"?u:null}function d(c,h){if(c!=="open"||(a(c,h)??null)!==null)return null;let u=o().bar??[],p=u.reduce((m,b)=>m+(f(b,h)??0),0),y=u.filter(m=>f(m,h)===null);return!(p>
0)||!y.length?null:[n("at_least",{n:s(p)}),y.map(m=>n("no_data_of",{country:n(m)})).join(", ")].join(" – ")}function w(c,h,u){let p=d(c,h);if(p!==null)return p;
let y=i(a(c,h),u);return u==="count"&&f(c,h)!==null&&(f("unknown",h)??0)>0?n("at_least",{n:y}):y}return{units:l,figureAt:w,numberAt:f,marks:c=>({edge:(f("edge",
c)??0)>(o().edge_share??1),still:a("without",c)===1})}}function Yt(t,e){let{t:n}=t,{view:s,layerControls:o,chosen:r,fieldName:l}=e;function i(c,h){return c==="m\
ode"?t.named("modes",h)??(h==="any"?n("mode_any"):h):c==="opportunity"?t.opportunity(h):c==="cutoff"?n("minutes",{n:t.plain(Number(h))}):c==="origin"?s().names[h]??
h:c==="scenario"?h==="baseline"?n("baseline"):h:c==="side"&&!["all","own","across"].includes(h)?n(h):n(c+"_"+h)}function a(c){let h=c==="all"?"":c==="any"?n("by\
_any"):c;return t.named("by_mode",c)??h}let f=()=>Object.fromEntries(o().map(c=>{let h=r(c),u=c.id==="mode"?a(h):c.id==="cutoff"?t.plain(Number(h)):i(c.id,h);return[
c.id,u]})),d=()=>s().kind==="scenario"?", "+n("destination_"+l().split("_")[0]):"";return{optionLabel:i,values:f,where:()=>s().kind==="scenario"?l().split("_")[0]+
"_":"",fieldTitle:c=>t.capital(n(c.label,f()))+d()}}function Vt({words:t,choosing:e,base:n,said:s},o){let{t:r,count:l}=t,{view:i,layer:a,fieldName:f,field:d}=e,w=v("extremes");w.replaceChildren();let{ids:g}=i();if(!g)
return;let c=Y(d()),h=a().values[f()],u=g.map((x,k)=>({number:x,value:h[k],mark:s.marks(k)})).filter(x=>typeof x.value=="number"),p=u.filter(({mark:x})=>!x.edge&&
!x.still).sort((x,k)=>Number(k.value)-Number(x.value));function y(x,k){let O=c==="count"||c==="change"?" "+s.values().opportunity:"",T=I=>s.units[c](Number(I))+
O,E=p.filter(I=>T(I.value)===T(k)),j=E.length>1?r("tied",{n:l(E.length)}):R(n.areas[E[0].number].name,()=>o(E[0].number));w.append(_("div",{},r(x)+": ",j," ",_(
"b",{},T(k))))}let m=p.at(-1);m&&p[0].value!==m.value&&(y("highest",p[0].value),y("lowest",m.value));let b=[{why:"edge",n:u.filter(({mark:x})=>x.edge).length},{
why:"still",n:u.filter(({mark:x})=>x.still&&!x.edge).length}].filter(({n:x})=>x>0).map(({why:x,n:k})=>r("left_"+x,{n:l(k)}));b.length&&w.append(_("div",{class:"\
small"},r("left_out",{parts:b.join(", ")})))}var Jt="#3c3f46",Qt=.12,te=16;function rn([t,e],[n,s]){let o=Math.cos((e+s)/2*Math.PI/180),r=[(t+n)/2+Qt*(s-e)/o,(e+s)/2-Qt*(n-t)*o];return Array.from({length:te+
1},(l,i)=>{let a=i/te;return[(1-a)**2*e+2*a*(1-a)*r[1]+a*a*s,(1-a)**2*t+2*a*(1-a)*r[0]+a*a*n]})}function ee({data:t,words:e,choosing:n,base:s}){let{t:o,count:r}=e,
{layer:l}=n,{areas:i}=s,a=new Map(t.base.places.map(([c,h,u])=>[c,[h,u]])),f=([c,h])=>t.palettes.flows[i[c].country===i[h].country?0:1];function d(c){let{breaks:h}=l(),
u=h.filter(p=>c>=p).length;return t.widths[Math.round(u*(t.widths.length-1)/Math.max(h.length,1))]}let w=([c,h,u])=>_("div",{class:"card"},_("strong",{},i[c].name+
" → "+i[h].name),_("div",{class:"main"},r(u)));function g(){let c=l().breaks;return c.length?[...c.map((u,p)=>X(Jt,d(u),p+1===c.length?o("class_above",{a:r(u)}):
o("class_between",{a:r(u),b:r(c[p+1])}))).reverse(),X(Jt,d(0),o("class_below",{a:r(c[0])}))]:[]}return{draw(c){l().flows.toReversed().forEach((h,u)=>{let[p,y]=[
a.get(h[0]),a.get(h[1])];if(!p||!y)return;let m=L.polyline(rn(p,y),{pane:"bands",renderer:s.renderers.bands,color:f(h),weight:d(h[2]),opacity:1,lineCap:"butt"});
m.bindTooltip(()=>w(h),{sticky:!0,opacity:1,className:"hover"}),c("flow"+u,m)})},title:()=>e.capital(o("field_flows")),legend(){let{left_out:c,people_left_out:h,
outside:u,missing:p}=l(),[y,m]=t.palettes.flows;return[...g(),X(y,4,o("flow_within")),X(m,4,o("flow_across")),...c?[A(o("flow_left_out",{n:r(c),p:r(h)}))]:[],...u?
[A(o("flow_outside",{n:r(u)}))]:[],...p?[A(o("flow_missing",{n:r(p)}))]:[]]},table:()=>({head:["flow_from","flow_to","flow_count"].map(c=>e.capital(o(c))),rows:l().
flows.map(([c,h,u])=>[i[c].name,[i[h].name,r(u)]])})}}var lt=10,an=6,V=14,ln=300,cn=34,un=[0,9,9.75,11.5],fn=t=>t<9.5?26:60,pn=2;function ne(t){let e=t.getZoom(),n=t.containerPointToLayerPoint([0,0]),s=t.getPixelOrigin(),
o=t.getSize();return{width:o.x,height:o.y,scale:2**e,zoom:e,x:n.x,y:n.y,left:s.x+n.x,top:s.y+n.y}}function dn(t,{width:e,height:n}){let s=[];for(let r=1;r<t.length;r++){
let[[l,i],[a,f]]=[t[r-1],t[r]],d=Math.max(1,Math.ceil(Math.hypot(a-l,f-i)/12));for(let w=0;w<d;w++){let g=l+(w+.5)/d*(a-l),c=i+(w+.5)/d*(f-i);g>0&&c>0&&g<e&&c<n&&
s.push([g,c])}}let o=Math.floor(s.length/2);return s.map((r,l)=>s[o+(l%2?-1:1)*Math.ceil(l/2)]).filter(Boolean)}var mn=t=>t.reduce((e,[n,s],o)=>o?e+Math.hypot(n-
t[o-1][0],s-t[o-1][1]):0,0);function oe(t,e,n,s){let o=ne(t),r=at(e,o.zoom),l=[],i=new Map;for(let a of s){if(!F(e,"road",a,o.zoom)||o.zoom<un[a-1])continue;let f=W(
e,"road",a,o).filter(d=>e.name[d]).map(d=>({name:e.name[d],corners:H(e,d,r,o)})).map(d=>({...d,long:mn(d.corners)})).filter(({long:d})=>d>=cn).sort((d,w)=>w.long-
d.long);for(let{name:d,corners:w}of f){if(l.length>=fn(o.zoom))return l;let g=d.split("/").slice(0,pn).join("/"),c=n.widthOf(g,lt,!0)+an,h=d.split("/").flatMap(
u=>i.get(u)??[]);for(let[u,p]of dn(w,o)){if(h.some(([b,x])=>Math.hypot(b-u,x-p)<ln))continue;let[y,m]=[o.x+u-c/2,o.y+p-V/2];if(n.free([y-2,m-2,y+c+2,m+V+2])){n.
take([y,m,y+c,m+V]),l.push({text:g,rank:a,x:y,y:m,width:c,height:V}),h.push([u,p]);for(let b of d.split("/"))i.set(b,[...i.get(b)??[],[u,p]])}}}}return l}function se(t,e,n,s){
let o=ne(t);return s.filter(r=>F(e,n,r,o.zoom)).flatMap(r=>W(e,n,r,o).map(l=>{let[[i,a]]=H(e,l,1/0,o);return{name:e.name[l],rank:r,people:e.people[l],at:L.point(
o.x+i,o.y+a)}}).sort((l,i)=>i.people-l.people))}function re(t,e){let n=document.createElement("canvas").getContext("2d"),s=getComputedStyle(document.body).fontFamily,o=t.containerPointToLayerPoint([0,0]),r=L.
bounds(o,t.containerPointToLayerPoint(t.getSize())),[l,i]=[r.min,r.max];return{screen:r,point:a=>t.latLngToLayerPoint(a),free:a=>a[0]>=l.x&&a[2]<=i.x&&a[1]>=l.y&&
a[3]<=i.y&&e.every(f=>At(f,a)),take:(...a)=>{e.push(...a)},widthOf(a,f,d){return n.font=`${d?600:400} ${f}px ${s}`,n.measureText(a).width}}}var ie=({x:t,y:e},n,s,o)=>[
[t+o,e-s/2],[t-o-n,e-s/2],[t-n/2,e-s-4],[t-n/2,e+4]];function D(t,e,n){return t.style.transform=`translate(${e}px,${n}px)`,t}var hn=13,ae=18,le=14,gn=12,wn=[12,11.5,11,10.5],yn=10.5,ce=[48,126];function bn({data:t,choosing:e,base:n},s){let o=e.view().kind==="isochrones"?e.layer().key[0]:
null;if(o===null||!t.origins[o]||n.areas.some(d=>d.code===o))return[];let[r,l]=t.origins[o],i=s.point([l,r]),a=e.view().names[o];s.take([i.x-10,i.y-10,i.x+20+s.
widthOf(a,le,!0),i.y+10]);let f=_("span",{class:"place big"},a);return f.style.fontSize=le+"px",[D(f,i.x+13,i.y-9)]}function ue(t,e,n,s,o){let r=s>gn,l=n.widthOf(
t,s,r)+8,i=s*1.3,a=ie(e,l,i,4).find(([g,c])=>n.free([g,c,g+l,c+i]));if(!a)return[];let[f,d]=a;n.take([f,d,f+l,d+i],[e.x-3,e.y-3,e.x+3,e.y+3]);let w=_("span",{class:"\
place "+o+(r?" big":"")},t);return w.style.fontSize=s+"px",[D(_("i",{class:"dot "+o}),e.x-2.5,e.y-2.5),D(w,f+4,d)]}function J(t,e,n,s,o,r=new Set){return se(t,e,
s,o).filter(({name:l,at:i})=>n.screen.contains(i)&&!r.has(l.split(" (")[0])).flatMap(({name:l,rank:i,at:a})=>ue(l,a,n,s==="station"?yn:wn[i-1],s==="station"?"st\
op":"village"))}function _n(t,e,n,s){let o=r=>oe(t,e,n,r).map(({text:l,rank:i,x:a,y:f,width:d})=>{let w=_("span",{class:i===1?"place shield motorway":"place shi\
eld"},l);return w.style.fontSize=lt+"px",w.style.width=d+"px",D(w,a,f)});return[...o([1,2]),...J(t,e,n,"place",[2,3]),...o([3]),...J(t,e,n,"station",[1],s),...J(
t,e,n,"place",[4]),...o([4])]}function xn(t,e,n,s){let o=s.widthOf(t.toLocaleUpperCase(),hn,!0)+t.length*2.4+8;function r(i,a){let f=L.bounds([i-6,a-4],[i+o+6,a+
22]);return n.some(d=>d.some(w=>f.contains(w)))}let l=e.map(i=>[i.x-o/2,i.y-ae/2]).find(([i,a])=>!r(i,a)&&s.free([i,a,i+o,a+ae]));return l?[D(_("span",{class:"c\
ountry"},t),l[0],l[1])]:[]}function fe(t,e,n){let{map:s,data:o,words:r,base:l}=t,{x:i,y:a}=s.containerPointToLayerPoint([0,0]),f=re(s,[[i,a,i+ce[0],a+ce[1]],...n]),
d=bn(t,f);e&&d.push(...J(s,e,f,"place",[1]));for(let[g,c,h]of o.base.places){let u=l.areas[g],p=f.point([h,c]);!Nt(u,s.getZoom())||!f.screen.contains(p)||d.push(
...ue(u.name,p,f,Ct(u.population),u.part==="ring"?"ring":"town"))}let w=l.frontier.map(g=>g.map(f.point));if(w.flat().some(g=>f.screen.contains(g))){let g=f.point(
L.latLngBounds(l.frontier.flat()).getCenter());for(let c of new Set(l.areas.map(h=>h.country))){let h=l.areas.filter(u=>u.country===c).map(u=>f.point(u.centre)).
sort((u,p)=>u.distanceTo(g)-p.distanceTo(g));d.push(...xn(r.t(c.toLowerCase()),h,w,f))}}if(e){let g=new Set(d.map(c=>String(c.textContent).split(" (")[0]));d.push(
..._n(s,e,f,g))}s.getPane("names")?.replaceChildren(...d)}var vn=["sector","level","language","period"];function pe({words:t,choosing:e}){let{t:n,count:s,capital:o}=t,{view:r,layer:l}=e,i=m=>n("minutes",{n:s(Math.round(
m))});function a(m){return m===null||!/^[a-z]{2}$/.test(m)?m:new Intl.DisplayNames([t.language],{type:"language"}).of(m)??m}let f=m=>({what:o(t.named("opp_types",
m.type)??m.type),sector:t.named("sectors",m.sector)??m.sector,level:m.level,language:a(m.language),period:m.from===null&&m.to===null?null:[m.from??"…",m.to??"\
…"].join(" – ")});function d(m){let b=l().key[0]==="any"?m.mode:l().key[0];return t.named("modes",b)??b}let w=m=>r().places[m.place][2],g=m=>m.unsure.map(b=>n(
"unsure_"+b)).join(", "),c=m=>_("div",{class:"small warn"},m);function h(m){let b=f(m),x=_("div",{class:"offer"},_("strong",{},b.what));m.count!==null&&m.count!==
1&&x.append(M(o(n("placement_places")),s(m.count)));for(let k of vn)k==="period"&&b.period===null||x.append(M(o(n("placement_"+k)),b[k]??n("placement_not_told")));
return x.append(M(o(n("placement_id")),m.id)),m.unsure.length&&x.append(c(n("placement_unsure_what",{what:g(m)}))),m.main_place&&x.append(c(n("placement_at_main\
_place"))),x}function u(m,b){let[x,k]=m[0],O=n(x.country.toLowerCase())+(w(x)?" ("+n("side_across")+")":"");return _("div",{class:"card"},_("div",{class:"main"},
i(k)),_("div",{class:"small"},d(x)+" · "+O),...m.slice(0,b).map(([T])=>h(T)),...m.length>b?[_("div",{class:"small"},"+ "+s(m.length-b))]:[])}let p=()=>["placem\
ent_time","country","placement_sector","placement_by","placement_what","placement_level","placement_language","placement_not_told"].map(m=>o(n(m)));function y(m){
let b=f(m);return[m.country+(w(m)?" ◆":""),b.sector??"–",d(m),b.what,b.level??"–",b.language??"–",g(m)]}return{minutes:i,card:u,columns:p,cells:y}}var ct=t=>_("div",{class:"small warn"},t);function de({words:t,choosing:e,base:n,said:s}){let{t:o}=t,{view:r,fieldName:l,field:i}=e;function a(c){let h=n.areas[c],
u=o("population",{n:t.plain(h.population)});return[_("strong",{},h.name),_("div",{class:"small"},[o(h.country.toLowerCase()),h.nuts3,u].join(" · "))]}function f(c){
let h=i();return[_("div",{class:"main"},s.figureAt(l(),c,Y(h))),_("div",{class:"small"},s.fieldTitle(h)+(r().mean?o("of_mean_here"):""))]}function d(c){let h=(r().
bar??[]).map(m=>({name:m,value:s.numberAt(m,c)})),u=h.map(({name:m})=>M(o(m),s.figureAt(m,c,"count"),m)),p=h.reduce((m,{value:b})=>m+(b??0),0);if(!(p>0)||h.some(
({value:m})=>m===null))return u;let y=_("div",{class:"bar","aria-hidden":"true"});for(let{name:m,value:b}of h){let x=et(_("i"),m,"background");x.style.width=100*
Number(b)/p+"%",y.append(x)}return[y,...u]}let w=c=>r().rows.map(([h,u,p])=>M(t.capital(o(h)),s.figureAt(s.where()+u,c,p)));function g(c,h){let u=s.numberAt("wi\
thout",c),p=s.numberAt("edge",c)??0,y=s.numberAt("unknown",c)??0;return[...u!==null&&!h?[M(o("row_without"),t.share(u))]:[],...s.marks(c).still?[ct(o("mark_stil\
l"))]:[],...p>0?[ct(o("edge_mean",{share:t.share(p)}))]:[],...y>0?[ct(o("lower_bound",{n:t.count(y)}))]:[]]}return function(h,u=!1){let p=(r().ids??[]).indexOf(
h);return _("div",{class:"card"},...a(h),...f(p),...d(p),...u?[]:w(p),...g(p,u))}}function me(t){let{map:e,data:n,words:s,choosing:o,base:r}=t,{state:l,view:i}=o,a=de(t),f=null,d=null;function w(u){f&&f.remove(),f=u===null?null:L.polygon(r.areas[u].
rings,r.flat("chosen",{fill:!1,color:"#111827",weight:3})).addTo(e)}function g(u){let p=n.base.places.find(y=>y[0]===u);return p?[p[2],p[1]]:r.areas[u].centre}function c(u,p){
let y=p??(d&&l.area===u?d.getLatLng():void 0)??g(u);l.area=u,w(u),v("find").value=String(u),d?d.setLatLng(y).setContent(a(u)):d=L.popup({maxWidth:290,autoPanPadding:[
16,16]}).setLatLng(y).setContent(a(u)).openOn(e),ut(s.t("close"))}e.on("popupclose",()=>{d=null,l.area=null,w(null),v("find").value=""});function h(){let{ids:u}=i();
if(v("find-box").hidden=!u,!u)return;let p=new Map;for(let y of u){let m=r.areas[y];p.set(m.nuts3,[...p.get(m.nuts3)??[],m])}v("find").replaceChildren(_("option",
{value:""},s.t("find_none")),...[...p].map(([y,m])=>_("optgroup",{label:y},...m.sort((b,x)=>s.sort(b.name,x.name)).map(b=>_("option",{value:String(b.number)},b.
name))))),v("find").value=l.area===null?"":String(l.area)}return v("find").addEventListener("change",()=>{v("find").value!==""?c(Number(v("find").value)):e.closePopup()}),
{card:a,mark:w,select:c,showList:h}}function ut(t){let e=document.querySelector(".leaflet-popup-close-button");e&&e.setAttribute("aria-label",t)}var Ln=1.0001,he=760,ge=t=>L.CircleMarker.extend({_updatePath(){let{x:e,y:n}=this._point;this._renderer._setPath(this,t(e,n,this._radius))}});function kn(t,e,n){
let s=n*1.3;return`M${t-s} ${e}L${t} ${e-s}L${t+s} ${e}L${t} ${e+s}Z`}function On(t,e,n){return`M${Array.from({length:10},(o,r)=>{let l=n*(r%2?.45:1);return`${t+
l*Math.sin(r*Math.PI/5)} ${e-l*Math.cos(r*Math.PI/5)}`}).join("L")}Z`}function we(t,e){let n=e.findIndex(([s])=>t<=s*Ln);return n<0?e.length-1:n}function Sn(t){
let{map:e,words:n,choosing:s,base:o}=t,{view:r,layer:l}=s,i=pe(t),a=ge(kn),f=ge(On);function d(){let h=new Map;for(let[u,p]of l().rows){let y=r().offers[u];h.has(
y.place)||h.set(y.place,[]),h.get(y.place).push([y,p])}return h}function w(h){let[u,p]=r().places[h[0][0].place],m=L.popup({maxWidth:290,maxHeight:320,autoPanPadding:[
16,16]}).setLatLng([p,u]).setContent(i.card(h,h.length)).openOn(e).getElement()?.querySelector(".leaflet-popup-content");m instanceof HTMLElement&&(m.tabIndex=0),
ut(n.t("close"))}function g(h,u){let[p,y,m]=r().places[h],b=new(m?a:L.CircleMarker)([y,p],{pane:"points",renderer:o.renderers.points,radius:Math.min(7+1.5*Math.
log2(u.length),14),color:"#1d1f24",weight:1.4,fillColor:r().bands[we(u[0][1],r().bands)][1],fillOpacity:1});return b.bindTooltip(()=>i.card(u,2),{opacity:1,className:"\
hover"}),b.on("click",()=>{b.closeTooltip(),w(u)}),b}return{offers:i,groups:d,open:w,marker:g,homeMarker:([h,u])=>new f([u,h],{pane:"points",renderer:o.renderers.
points,interactive:!1,radius:13,color:"#ffffff",weight:2,fillColor:$,fillOpacity:1})}}function ye(t){let{map:e,words:n,choosing:s}=t,{t:o,count:r}=n,{view:l,layer:i}=s,
{offers:a,groups:f,open:d,marker:w,homeMarker:g}=Sn(t),c=!1;function h(){let{places:p,home:y}=l(),m=[...f().keys()].map(b=>L.latLng(p[b][1],p[b][0]));return y?[
...m,L.latLng(y[1],y[0])]:m}function u(){let{bands:p}=l(),y=i().rows.map(([,m])=>we(m,p));return p.map(([m,b],x)=>S(b,o("placement_band",{a:r(x?p[x-1][0]:0),b:r(
m),n:r(y.filter(k=>k===x).length)})))}return{draw(p){for(let[m,b]of[...f()].reverse())p("point"+m,w(m,b));let{home:y}=l();y&&p("home",g(y)),!c&&window.innerWidth>
he&&(v("table-box").open=!0),c=!0},title:()=>o("placement_offers"),legend(){let p=Object.entries(i().asides).filter(([,b])=>b).map(([b,x])=>o(b,{n:r(x)}));i().rows.
length||p.unshift(o("placement_none")),[...f().values()].some(b=>b.length>1)&&p.unshift(o("placement_several"));let y=l().controls.find(b=>b.id==="side"),m=y&&y.
options.length>1?[P("circle",o("placement_own")),P("diamond",o("placement_across"))]:[];return[...u(),...m,...l().home?[P("star",o("placement_home"))]:[],...p.map(
A)]},table(){let p=f();return{head:a.columns(),rows:i().rows.map(([y,m])=>{let b=l().offers[y];return[R(a.minutes(m),()=>{d(p.get(b.place)??[[b,m]]),window.innerWidth<=
he&&e.getContainer().scrollIntoView()},String(y)),a.cells(b)]})}},values:()=>Object.fromEntries(Object.entries(i().said).map(([p,y])=>[p,r(y)])),box(){let p=L.latLngBounds(
h());return p.isValid()?{bounds:p,options:{padding:[48,48],maxZoom:13}}:null},taken:()=>h().map(p=>{let y=e.latLngToLayerPoint(p);return[y.x-6,y.y-6,y.x+6,y.y+6]})}}function be({data:t,words:e,choosing:n}){let{t:s}=e;v("notes").replaceChildren(...t.notes.map(i=>_("li",{},e.in(i.text),...i.details.map(a=>_("div",{class:"smal\
l"},e.in(a)))))),v("notes-box").hidden=t.notes.length===0;let o=t.labels.mode_of_trip,r=n.layerControls().map(n.chosen).map(i=>Object.hasOwn(o,i)?o[i]:i),l=t.strip.
filter(i=>!i.concerns.length||i.concerns.some(a=>r.includes(a)));v("strip-notes").textContent=l.map(i=>e.in(i.text)).join(" "),t.notes.length>l.length&&v("strip\
-notes").append(" ",R(s("more_notes",{n:e.plain(t.notes.length)}),()=>{v("notes-box").open=!0,v("notes-box").scrollIntoView(),v("notes-box").querySelector("summ\
ary").focus()})),v("strip-sources").textContent=t.attributions.length?s("source")+": "+t.attributions.join(" · "):"",v("sources").replaceChildren(...t.sources.
map(i=>{let a=i.reference_date?s("reference_date",{date:i.reference_date}):"";return _("li",{},gt(i),". "+[i.attribution,i.licence,a].filter(f=>f).join(" · "))}))}function Tn(t){let e=location.hash.slice(1);return ot.includes(e)?e:xt(t,navigator.languages)}function An({data:t,words:e,choosing:n},s){let{closed:o}=n.view();
v("legend-title").textContent=s.title(),v("legend").replaceChildren(...s.legend(),...t.base.border.length?[P("frontier",e.t("border_line"))]:[],...o?[A(e.t(o))]:
[])}function _e({choosing:t},e){if(!v("table-box").open){v("table").replaceChildren();return}let{head:n,rows:s}=e.table();G(v("table"),_("table",{class:t.view().
kind},_("caption",{},v("headline").textContent),_("thead",{},_("tr",{},...n.map(o=>_("th",{scope:"col"},o)))),_("tbody",{},...s.map(([o,r])=>_("tr",{},_("th",{scope:"\
row"},o),...r.map(l=>_("td",{},l)))))))}function Mn({words:t,choosing:e,said:n},s){let{kind:o,ids:r,mean:l}=e.view(),i=t.t("head_"+o,{...n.values(),...s.values?.()}).
trim();v("headline").textContent=i+(r?t.t(l?"of_mean":"of_each"):"")}function Nn(t){let e=dt(),n=vt(e.labels,Tn(e.language));pt(e.sides,!1);let s=Kt(e),o={...qt(
n,s),...Yt(n,s)},r={map:t,data:e,words:n,choosing:s,said:o,base:Wt(t,e)},{state:l,view:i}=s,a=me(r),f=new Map,d=$t(r,a,f),w={isochrones:Gt(r),flows:ee(r),placements:ye(
r)},g=()=>w[i().kind]??d,c=null,h=!0;function u(){let{bounds:k,options:O}=g().box?.()??{bounds:r.base.bounds,options:{padding:[4,4]}};t.fitBounds(k,{...O,animate:!1})}
function p(){for(let k of f.values())k.remove();f.clear(),t.closePopup(),a.mark(null)}let y=null,m=()=>fe(r,y,g().taken?.()??[]);function b(){let{area:k}=l;(c!==
l.view||!i().ids)&&p(),c=l.view,mt(n,e,t.getContainer()),be(r),Zt(r,b,()=>{h=!0}),Mn(r,g()),g().draw((O,T)=>f.set(O,T.addTo(t))),t.invalidateSize({animate:!1,pan:!1}),
h&&(h=!1,u()),An(r,g()),Vt(r,a.select),a.showList(),_e(r,g()),m(),k!==null&&i().ids?.includes(k)&&a.select(k)}function x(){t.invalidateSize({animate:!1,pan:!1}),
u()}t.setMaxBounds(r.base.bounds.pad(1.2)),t.getContainer().setAttribute("role","region"),t.getPane("bands").style.opacity="0.8",t.on("moveend zoomend resize vi\
ewreset",m),t.on("zoomstart",()=>t.getPane("names")?.replaceChildren()),ht(k=>{n.language=k,b()}),v("table-box").addEventListener("toggle",()=>_e(r,g())),wt(t,u),
yt(t,x),window.addEventListener("beforeprint",x),window.matchMedia("print").addEventListener("change",x),b(),Ft(t,e).then(k=>{y=k,m()})}Object.assign(globalThis,
{grensgeoPage:Nn});})();
