/* grensgeo atlas: bundled from js/ by `make js`; edit there.
   sources 5d82d7d6cfcad534: src/atlas/answer.js src/atlas/asking.js src/atlas/cells.js src/atlas/chart.js src/atlas/choices.js src/atlas/colours.js src/atlas/controls.js src/atlas/csv.js src/atlas/cut.js src/atlas/engine.js src/atlas/figures.js src/atlas/ground.js src/atlas/headline.js src/atlas/leaving.js src/atlas/main.js src/atlas/mean.js src/atlas/names.js src/atlas/outlines.js src/atlas/picture.js src/atlas/places.js src/atlas/ranking.js src/atlas/saying.js src/atlas/search.js src/atlas/session.js src/atlas/showing.js src/atlas/standings.js src/atlas/state.js src/atlas/telling.js src/atlas/view.js src/engine/answers.js src/engine/counting.js src/engine/hierarchy.js src/engine/later.js src/engine/streets.js src/engine/sweep.js src/engine/timetable.js src/engine/transit.js src/engine/weights.js src/engine/worker.js src/shared/after_paint.js src/shared/appearance.js src/shared/areas.js src/shared/base_map.js src/shared/base_names.js src/shared/canvas_layer.js src/shared/elements.js src/shared/geometry.js src/shared/numbers.js src/shared/page.js src/shared/precision.js src/shared/room.js src/shared/unpack.js src/shared/words.js */
"use strict";(()=>{var be=85.0511287798,tt=t=>256*(t+180)/360;function et(t){let e=Math.sin(Math.max(-be,Math.min(be,t))*Math.PI/180);return 256*(.5-Math.log((1+e)/(1-e))/(4*Math.
PI))}var _e=(t,e)=>[360*t/256-180,360/Math.PI*Math.atan(Math.exp(2*Math.PI*(.5-e/256)))-90];function j(t){let e=new Int32Array(t.length+1);for(let n=0;n<t.length;n++)
e[n+1]=e[n]+t[n];return e}function kt(t){let e=[],[n,o]=[0,0];for(let r=0;r<t.length;r+=2)n+=t[r],o+=t[r+1],e.push([o/1e4,n/1e4]);return e}var xe=t=>t.map(e=>e.
map(kt)),ke=(t,e)=>t[2]<e[0]||t[0]>e[2]||t[3]<e[1]||t[1]>e[3];var ko=[[9,15e4],[10,5e4]];function Oe(t){return t.map(([e,n,o,r,s,a,i],c)=>{let f=xe(i);return{number:c,code:e,name:n,country:o,nuts3:r,part:s,population:a,rings:f,
centre:L.latLngBounds(f.flat(2)).getCenter()}})}function Se(t,e){let n=ko.find(([o])=>e<o);return t.part!=="ring"||!n||t.population>=n[1]}var ve=t=>t>2e5?15:t>6e4?
13:11.5;var b=t=>document.getElementById(t);function Ae(t,e,n){for(let[o,r]of Object.entries(e))r!==null&&r!==!1&&t.setAttribute(o,r===!0?"":String(r));return t.append(
...n.filter(o=>o!==null)),t}function y(t,e={},...n){return Ae(document.createElement(t),e,n)}function C(t,e={},...n){let o=document.createElementNS("http://www.\
w3.org/2000/svg",t);return Ae(o,e,n)}function nt(t,e,n){return t.style[n]=`var(--side-${e})`,t}var Ot=t=>nt(y("i",{class:"key","aria-hidden":"true"}),t,"backgro\
und");function Ee(t,e){for(let[n,o]of Object.entries(t))document.documentElement.style.setProperty("--side-"+n,o[e?1:0])}function St(t,e,n=null){let o=y("button",
{type:"button",class:"link","data-key":n},t);return o.addEventListener("click",e),o}var Ie=()=>JSON.parse(b("grensgeo-data").textContent);function vt(t,...e){let n=t.
contains(document.activeElement)?document.activeElement:null,o=n?.getAttribute("data-key")??null,r=!n?.matches(":focus-visible");if(t.replaceChildren(...e.filter(
a=>a!==null)),o===null)return;let s=[...t.querySelectorAll("[data-key]")].find(a=>a.getAttribute("data-key")===o);s instanceof HTMLElement&&s.focus({preventScroll:r})}var $={nl:"nl-NL",de:"de-DE",en:"en-GB"},Oo=.001,So=10,vo=.095,Te=5e-4,Ne=.001,Ao=.995,Eo=.99;function Io(t){return t>=Oo&&t<1?{maximumSignificantDigits:2}:{maximumFractionDigits:t<
So?1:0}}var To=t=>t.replace("-","−");function Gt(t){let e=new Map;function n(c,f){let l=JSON.stringify(f),u=e.get(l);return u||e.set(l,u=new Intl.NumberFormat(
t,f)),u.format(c)}let o=c=>n(c,Io(Math.abs(c))),r=c=>n(c,{style:"percent",maximumFractionDigits:c!==0&&Math.abs(c)<vo?1:0});function s(c){return c>Ao&&c<1?">"+r(
Eo):c>0&&c<Te?"<"+r(Ne):r(c)}let a=(c,f)=>f>0?"+"+c:To(c);function i(c){return c===0||Math.abs(c)>=Te?a(r(c),c):(c<0?"−":"+")+"<"+r(Ne)}return{format:n,count:o,
share:r,part:s,signedShare:i,plain:c=>n(c,{}),signedCount:c=>a(o(c),c),minutes:(c,f=0)=>n(c,{minimumFractionDigits:f,maximumFractionDigits:f})}}var X=Object.keys($);function Me(t,e){return e.map(n=>n.slice(0,2).toLowerCase()).find(n=>X.includes(n))??t}function No(t,e){return t.replace(/\{(\w+)\}/g,(n,o)=>Object.
hasOwn(e,o)?e[o]:n)}var N=t=>t.normalize("NFD").replace(/\p{M}/gu,"").replace(/ß/g,"ss").toLowerCase().replace(/[^\p{L}\p{N}]+/gu," ").trim();function Le(t,e){
let n=e,o=Gt($[n]);function r(i,c){let f=t[i];return f&&c!==null&&Object.hasOwn(f,c)?f[c][n]:null}let s=(i,c={})=>No(r("texts",i)??i,c);return{get language(){return n},
set language(i){n=i,o=Gt($[i])},named:r,t:s,count:i=>i===null||Number.isNaN(i)?s("missing"):o.count(i),share:i=>o.share(i),part:i=>o.part(i),plain:i=>o.plain(i),
signedCount:i=>o.signedCount(i),signedShare:i=>o.signedShare(i),minutes:(i,c)=>o.minutes(i,c),opportunity:i=>r("opportunities",i)??i,period:i=>r("periods",i)??i,
in:i=>i[n],capital:i=>i.charAt(0).toLocaleUpperCase($[n])+i.slice(1),lowered:i=>i.charAt(0).toLocaleLowerCase($[n])+i.slice(1),sort:(i,c)=>i.localeCompare(c,$[n]),
date:i=>new Intl.DateTimeFormat($[n],{weekday:"short",day:"numeric",month:"short",timeZone:"UTC"}).format(i),clock:i=>new Intl.DateTimeFormat($[n],{hour:"2-digi\
t",minute:"2-digit",timeZone:"UTC"}).format(i),sentence(i,c){return s(i).split(/(\{\w+\})/).map(f=>{let l=f.startsWith("{")?f.slice(1,-1):null;return l!==null&&
Object.hasOwn(c,l)?c[l]:f})}}}var Ce="grensgeo",Mo=["light","dark"];function Re(){try{let{language:t,theme:e}=JSON.parse(localStorage.getItem(Ce)??"{}");return{language:t,theme:e}}catch{return{}}}
function Xt(t){try{localStorage.setItem(Ce,JSON.stringify({...Re(),...t}))}catch{}}function Pe(t,e){let n=Re(),o=(r,...s)=>s.find(a=>a!==void 0&&r.includes(a));
return{language:o(X,e.language,n.language)??Me(t,navigator.languages),theme:o(Mo,e.theme,n.theme)??"auto"}}function At(t){let e=!1,n=0;function o(){e&&(e=!1,t())}let r=()=>requestAnimationFrame(()=>requestAnimationFrame(()=>{n||o()}));function s(){clearTimeout(n),n=0,
e&&r()}return{flush:o,release:s,ask(){!e&&!n&&r(),e=!0},hold(){clearTimeout(n),n=Number(setTimeout(s,400))}}}function Et(t){let e=window.devicePixelRatio||1;return Math.min(2,Math.max(1,t?Math.round(e):e))}function It(t,e,n){let o={options:{padding:.15},_initContainer(){
this._container=L.DomUtil.create("canvas",e),this._container.setAttribute("aria-hidden","true"),this._context=this._container.getContext("2d")},_destroyContainer(){
L.DomUtil.remove(this._container)},_lay(s){let a=this._bounds.getSize(),i=this._container,c=Math.max(1,Math.round(a.x*s)),f=Math.max(1,Math.round(a.y*s));L.DomUtil.
setPosition(i,this._bounds.min),i.style.width=a.x+"px",i.style.height=a.y+"px";let l=i.width!==c||i.height!==f;l&&Object.assign(i,{width:c,height:f});let u=this.
_map.getPixelOrigin().add(this._bounds.min),p=s*2**this._map.getZoom();return{other:l,frame:{width:c,height:f,ratio:s,scale:p,left:u.x*s,top:u.y*s}}}},r=L.Renderer.
extend({...o,...n});return new r({pane:t})}var Kt={uint8:Uint8Array,int8:Int8Array,uint16:Uint16Array,int16:Int16Array,uint32:Uint32Array,int32:Int32Array,float32:Float32Array,float64:Float64Array};function Lo(t){
let e=atob(t),n=new Uint8Array(e.length);for(let o=0;o<n.length;o++)n[o]=e.charCodeAt(o);return n}async function Co(t){let e=new Blob([t]).stream().pipeThrough(
new DecompressionStream("deflate"));return new Uint8Array(await new Response(e).arrayBuffer())}function Ro(t,{n:e,width:n,steps:o=0}){let r=new Int32Array(e);for(let s=0;s<
e;s++){let a=t[s];n>1&&(a|=t[e+s]<<8),n>2&&(a|=t[2*e+s]<<16|t[3*e+s]<<24),r[s]=a>>>1^-(a&1)}for(let s=0;s<o;s++)for(let a=1;a<e;a++)r[a]=r[a]+r[a-1]|0;return r}
function Po(t,e){let n=new Kt[e.type](e.n),o=10**e.digits,r=Object.hasOwn(e,"null");for(let s=0;s<e.n;s++)n[s]=r&&t[s]===e.null?NaN:t[s]/o;return n}function $o(t,{
type:e,n,width:o}){let r=new Uint8Array(n*o);for(let c=0;c<o;c++)for(let f=0;f<n;f++)r[f*o+c]=t[c*n+f];let s=new DataView(r.buffer),a=new Kt[e](n),i=o===8?"getF\
loat64":"getFloat32";for(let c=0;c<n;c++)a[c]=s[i](c*o,!0);return a}async function Do(t,e){let n=await Co(Lo(e));if(t.type==="text")return t.n===0?[]:new TextDecoder().
decode(n).split(`
`);if(!Object.hasOwn(t,"steps"))return $o(n,t);let o=Ro(n,t);return Object.hasOwn(t,"digits")?Po(o,t):t.type==="int32"?o:Kt[t.type].from(o)}async function ot(t,e){
if(t.format!==1||t.parts.length!==e.length)throw new Error(`packed in format ${t.format}, ${e.length} chunks`);let n=await Promise.all(t.parts.map((o,r)=>Do(o,e[r])));
return Object.fromEntries(t.parts.map((o,r)=>[o.name,n[r]]))}var Bo=["nature","built_up","water"],Uo=[[1.5,4.5],[1.1,3.4],[.6,2.6],[.5,2]],Zt=[8,13],$e=1.1,jo=2.2,Yt=({looks:t},e)=>t.levels_from.filter(n=>e>=n).length;function st({
looks:t},e,n,o){let r=t.shown_from[e];return o>=r[Math.min(n,r.length)-1]}function Wo(t,e){let{layers:n}=e,{names:o,layer:r,rank:s,name:a,corners:i,start_x:c,start_y:f,
step_x:l,step_y:u}=t,p=j(i),d=i.length,h=new Float64Array(p[d]),m=new Float64Array(p[d]),g=new Float64Array(4*d),_=new Int32Array(d),[w,x,k,v]=[0,0,0,0];for(let O=0;O<
d;O++){w+=c[O],x+=f[O];let[B,Q]=[w,x],[z,F,H,G]=[1/0,1/0,-1/0,-1/0];for(let A=p[O];A<p[O+1];A++)A>p[O]&&(B+=l[k],Q+=u[k],k++),h[A]=tt(B/1e4),m[A]=et(Q/1e4),z=Math.
min(z,h[A]),H=Math.max(H,h[A]),F=Math.min(F,m[A]),G=Math.max(G,m[A]);g.set([z,F,H,G],4*O),n[r[O]]==="place"&&(_[O]=t.people[v++])}return{n:d,layer:Array.from(r,
O=>n[O]),rank:s,name:Array.from(a,O=>o[O]),people:_,at:p,x:h,y:m,level:t.level,box:g,looks:e}}var De=({at:t,x:e,y:n},o)=>_e(e[t[o]],n[t[o]]);async function Be(t){
if(!t)return null;let{manifest:e,chunks:n}=t;return Wo(await ot(e,n),e.meta)}function ct({n:t,layer:e,rank:n,box:o},r,s,{width:a,height:i,scale:c,left:f,top:l}){
let u=[];for(let p=0;p<t;p++){if(e[p]!==r||n[p]!==s)continue;o[4*p]*c-f>a||o[4*p+2]*c-f<0||o[4*p+1]*c-l>i||o[4*p+3]*c-l<0||u.push(p)}return u}function at({at:t,
x:e,y:n,level:o},r,s,{scale:a,left:i,top:c}){let f=[];for(let l=t[r];l<t[r+1];l++)o[l]<=s&&f.push([e[l]*a-i,n[l]*a-c]);return f}function zo(t,e,n,o,{sight:r,level:s}){
let a=Bo.includes(n);t.beginPath();for(let i of ct(e,n,o,r)){let c=at(e,i,s,r);c.length<(a?3:2)||(c.forEach(([f,l],u)=>u?t.lineTo(f,l):t.moveTo(f,l)),a&&t.closePath())}}
function rt(t,e,n,o=[]){t.strokeStyle=e,t.lineWidth=n,t.setLineDash(o),t.stroke()}function Fo(t,e,n,{zoom:o,ratio:r,colours:s}){let a=Yt(e,o),i=Math.max(0,Math.
min(1,(o-Zt[0])/(Zt[1]-Zt[0]))),c={sight:n,level:a};t.lineJoin="round",t.lineCap="round";function f(l,u){for(let p=e.looks.shown_from[l].length;p>=1;p--)st(e,l,
p,o)&&(zo(t,e,l,p,c),u(p))}for(let l of["nature","built_up","water"])f(l,()=>{t.fillStyle=s[l],t.fill("nonzero")});if(f("waterway",l=>rt(t,s.river,r*(1+1.4*i)/Math.
sqrt(l))),f("road",l=>{let[u,p]=Uo[l-1],d=r*(u+i*(p-u));rt(t,s.casing,d+r*(l<3?$e:.7*$e)),rt(t,s.road,d)}),t.lineCap="butt",f("rail",l=>{let u=r*(l===1?1.7+i:1.3+
i);rt(t,s.rail,u),rt(t,s.sleeper,u*.5,[5*r,5*r])}),t.setLineDash([]),!!st(e,"station",1,o))for(let l of ct(e,"station",1,n)){let[[u,p]]=at(e,l,a,n),d=r*jo;t.fillStyle=
s.station,t.fillRect(u-d,p-d,2*d,2*d),t.strokeStyle=s.rail,t.lineWidth=r,t.strokeRect(u-d,p-d,2*d,2*d)}}function Ue(t){let e=It(t,"base-map",{_update(){this._map.
_animatingZoom&&this._bounds||(this._bounds?this.late.ask():this._now())},_reset(){this._update(),this._updateTransform(this._map.getCenter(),this._map.getZoom())},
_now(){!this._map||this._map._animatingZoom&&this._bounds||(L.Renderer.prototype._update.call(this),this.draw())},show(n){this._base=n,this.draw()},dress(n){this.
_dark=n,this.draw()},draw(){if(!this._base||!this._bounds)return;let{frame:n,other:o}=this._lay(Et(!1));o||this._context.clearRect(0,0,n.width,n.height);let r=this.
_base.looks.colours[this._dark?"dark":"light"];Fo(this._context,this._base,n,{zoom:this._map.getZoom(),ratio:n.ratio,colours:r})}});return e.late=At(()=>e._now()),
e}var Ho=[[".leaflet-control-zoom-in","zoom_in"],[".leaflet-control-zoom-out","zoom_out"],["a.home","home"]],lt=t=>[...document.querySelectorAll(`[data-${t}]`)].map(
e=>e);function Tt(t,e,n){let{t:o}=t;document.documentElement.lang=t.language,document.title=t.in(e.title),b("title").textContent=t.in(e.title);for(let r of lt("\
text"))r.textContent=o(String(r.dataset.text),{version:e.version});for(let r of lt("said"))r.title=o(String(r.dataset.said));for(let r of lt("label"))r.setAttribute(
"aria-label",o(String(r.dataset.label)));Go(t.language),n.setAttribute("aria-label",o("map_region"));for(let[r,s]of Ho){let a=document.querySelector(r);a&&(a.title=
o(s),a.setAttribute("aria-label",o(s)))}}function Go(t){for(let e of lt("language"))e.setAttribute("aria-pressed",String(e.dataset.language===t))}function je(t){
for(let e of lt("language"))e.addEventListener("click",()=>t(String(e.dataset.language)))}var Xo=5;function We(t,e){let n=t.filter(({concerns:o})=>!o.length||o.
some(r=>e.includes(r)));return[...n.filter(({concerns:o})=>o.length),...n.filter(({concerns:o})=>!o.length)].slice(0,Xo)}function ze(t){return t.url?y("a",{href:t.
url,rel:"noopener noreferrer",target:"_blank"},t.title):y("span",{},t.title)}function Fe(t,e){let n=L.Control.extend({onAdd(){let o=L.DomUtil.create("div","leaf\
let-bar"),r=L.DomUtil.create("a","home",o);return r.href="#",r.setAttribute("role","button"),r.textContent="⌂",L.DomEvent.on(r,"click",s=>{L.DomEvent.stop(s),
e()}),o}});new n({position:"topleft"}).addTo(t)}function He(t,e){let n=window.innerWidth;window.addEventListener("resize",()=>{if(window.innerWidth===n){t.invalidateSize(
{animate:!1});return}n=window.innerWidth,e()})}var Nt=.999999999,E=t=>Math.fround(t*(1+4e-7));var Ge=1,Xe=[5,15],Ko=[5,10,15,20,30],Zo=60,Yo=6,Ke={light:{land:"#f6f4ef",faint:"#c4c0b6",outline:"#7d7f86",edge:"#5b6270",halo:"#ffffff",border:"#c2185b",beyond:"\
#e9e6df",line:"#16181d",undo:"#f6f4ef",still:"#8b8478",same:"#ffffff"},dark:{land:"#20252e",faint:"#454b57",outline:"#7b8494",edge:"#a8afbc",halo:"#0f1217",border:"\
#ff6f9f",beyond:"#2b313c",line:"#ffffff",undo:"#20252e",still:"#59606d",same:"#4a5160"}},ft=t=>Ko.find(e=>t/e<=Yo)??Zo;function Mt(t,e){let n=[];for(let o=0;o<t;o+=
e)n.push({from:o,to:Math.min(t,o+e)});return n}function R(t){let e=parseInt(t.slice(1),16);return 255<<24|(e&255)<<16|e&65280|e>>16}function Ze(t){return{colour:new Uint32Array(
t+1),stripe:new Uint32Array(t+1),within:new Uint8Array(t+1),line:0}}function Ye(t,e,n,{minutes:o,walked:r,cutoff:s,width:a,countries:i,counts:c}){let f=n.map(R),
l=E(s),[u,p,d]=[R(e.beyond),R(e.undo),R(e.still)];t.line=R(e.line);for(let h=0;h<o.length;h++){let m=o[h],g=m<=l,_=g?f[Math.max(0,Math.min(f.length-1,Math.ceil(
(m-1e-4)/a)-1))]:u;t.within[h+1]=g?1:0,t.colour[h+1]=_,t.stripe[h+1]=g&&!c(m,i[h])?p:g&&r&&r[h]?d:_}}function qe(t,e,n,{minutes:o,before:r,cutoff:s}){let a=E(s),
i=n.map(R),c=i.length/2,[f,l,u]=[R(e.beyond),R(e.same),R(e.undo)];t.line=R(e.line);for(let p=0;p<o.length;p++){let[d,h]=[o[p],r[p]],[m,g]=[d<=a,h<=a];t.within[p+
1]=m?1:0;let _=l,w=null;if(!m&&!g)_=f;else if(m&&Number.isNaN(h))[_,w]=[i[i.length-1],u];else if(g&&Number.isNaN(d))[_,w]=[i[0],u];else{let x=h-d,k=Math.abs(x),
v=Xe.filter(O=>k>=O).length;k>=Ge&&(_=x>0?i[c+v]:i[c-1-v])}t.colour[p+1]=_,t.stripe[p+1]=w??_}}function qo(t,e,n){let{t:o,minutes:r}=t,s=n.length/2,a=[Ge,...Xe],
i=a.map((l,u)=>u+1<a.length?o("band_range",{a:r(l),b:r(a[u+1])}):r(l)+"+"),c=i.map((l,u)=>({colour:n[s+u],said:o("faster",{a:l})})),f=i.map((l,u)=>({colour:n[s-
1-u],said:o("slower",{a:l})}));return[...c.reverse(),{colour:e.same,said:o("same")},...f,{colour:n[n.length-1],stripe:e.undo,said:o("gained")},{colour:n[0],stripe:e.
undo,said:o("lost")}]}function Jo(t,e,n,{cutoff:o,width:r,border:s,walked:a,vehicle:i}){let{t:c,minutes:f}=t,l=Mt(o,r).map((u,p)=>({colour:n[Math.min(p,n.length-
1)],band:!0,said:c("band_range",{a:f(u.from),b:f(u.to)})}));return s!=="open"&&l.push({colour:n[1],stripe:e.undo,said:c("not_counted")}),a&&l.push({colour:n[1],
stripe:e.still,said:c("without_ride",{vehicle:i})}),l}function Je(t,e,n,o){let{t:r}=t,s=t.minutes(o.cutoff);return[...o.before?qo(t,e,n.diverging):Jo(t,e,n.times,
o),{line:e.line,said:r("isochrone",{n:s})},{colour:e.beyond,said:r("beyond",{n:s})},{colour:e.land,said:r("nobody")},...o.frontier?[{line:e.border,said:r("borde\
r_line")}]:[]]}var ut=(t,e)=>({own:t[e],others:t.filter((n,o)=>o!==e)});function K(t){let e=t.filter(n=>!Number.isNaN(n));return e.length?e.reduce((n,o)=>n+o,0):NaN}function tn(t){
let e=K(t);return e===0&&t.some(n=>Number.isNaN(n))?NaN:e}var Lt=t=>t.status!==""&&t.status!=="no_service";function dt(t,e,n){let o=(a,i)=>({place:e.ask,trip:t.
trip,direction:t.direction,percentile:t.percentile,foreign_routing:i,scenario:a}),r=t.reading==="routing",s={open:o(t.scenario,!0)};return r&&(s.wall=o(t.scenario,
!1)),t.scenario!==n&&(s.before=o(n,!0),r&&(s.beforeWall=o(n,!1))),s}function ht(t,e){let n=E(t.cutoff);return(o,r)=>o<=n&&(r===e||t.border==="open"||t.border===
"realised"&&Math.fround(o+t.resistance)<=n)}function Vo({engine:t,weights:e},n,o,{open:r,wall:s}){let a=t.reach(r.minutes,e,n.cutoff,o,{resistance:n.resistance}),
i=s?t.reach(s.minutes,e,n.cutoff,o,{}):a;return{...a,closed:i.closed}}function pt(t,e,n,o){let r=t.by[n]??NaN,s={closed:[t.closed],realised:[r,...ut(t.feltBy,n).
others],open:[r,...ut(t.by,n).others]},a=[o[n]??"other",...ut(o.slice(0,t.by.length),n).others],i={},c={};for(let[p,d]of Object.entries(s))i[p]=tn(d),c[p]=a.filter(
(h,m)=>Number.isNaN(d[m]));let f=e.border,u={closed:t.by.map(()=>0),realised:t.feltBy,open:t.by}[f].map((p,d)=>d!==n?p:f==="closed"?t.closed:t.by[n]);return{...t,
atLeast:i,lacks:c,shown:t[f],shownBy:u,sides:o.slice(0,t.by.length),unknownCountries:c[f]}}function Qo(t,e,{minutes:n,walked:o}){if(!o)return NaN;let r=E(e.cutoff),
[s,a]=[0,0];for(let i=0;i<n.length;i++)!(n[i]<=r)||Number.isNaN(t[i])||(s+=t[i],o[i]&&(a+=t[i]));return s>0?a/s:NaN}var Ve=(t,e,n)=>(t.border==="closed"&&n?n:e).
minutes;function en(t,e,n,o){let{engine:r,weights:s,edge:a,cut:i,palette:c,longest:f,sides:l}=t;if(Lt(o.open))return t.mean?Qe(t,e,n,{minutes:o.open.minutes,walked:null}):
{status:o.open.status};let u=Ve(e,o.open,o.wall),p={minutes:u,walked:o.open.walked},d=o.before&&!Lt(o.before)?{open:o.before,wall:o.beforeWall}:null,h=d?Ve(e,d.
open,d.wall):null;if(t.mean)return Qe(t,e,n,{...p,before:h});let m=g=>pt(Vo(t,e,n,g),e,n,l);return{...m(o),...p,home:n,noService:o.open.status==="no_service",shareWithout:Qo(
s,e,o.open),...d&&h?{before:{...m(d),minutes:h}}:{},touchesEdge:i<=e.cutoff||tr(r,a,e,n,u),bands:er(r,e,u,ft(f),c),curve:{...r.curve(o.open.minutes,s,f),home:n}}}
function Qe(t,e,n,{minutes:o,walked:r,before:s}){let{mean:a,code:i,baseline:c,palette:f,longest:l,sides:u}=t,p=a,d={...e,scenario:c},h=p.curve(e,i,"population");
return{...pt(p.figures(e,i,n),e,n,u),minutes:o,walked:r,home:n,mean:!0,...e.scenario===c?{}:{before:{...pt(p.figures(d,i,n),d,n,u),minutes:s}},bands:Mt(e.cutoff,
ft(l)).map((m,g)=>{let _=w=>w[Math.min(m.to,w.length-1)]-(m.from>0?w[m.from]:0);return{...m,by:h.by.map(_),colour:f[Math.min(g,f.length-1)]}}),curve:{...p.curve(
e,i),home:n}}}function tr(t,e,n,o,r){let s=ht(n,o);return r.some((a,i)=>e[i]&&s(a,t.cells.country[i]))}function er(t,e,n,o,r){let s=Mt(e.cutoff,o).map((i,c)=>({
...i,by:Array(t.cells.covered).fill(0),colour:r[Math.min(c,r.length-1)]})),a=s.map(i=>E(i.to));for(let i=0;i<n.length;i++){let c=a.findIndex(l=>n[i]<=l),f=t.cells.
country[i];c>=0&&f>=0&&(s[c].by[f]+=t.cells.population[i])}return s}function nr(t,e,n){let{own:o,others:r}=ut(e.by,n),s=o?o[t.cutoff]:NaN,a=t.border==="realised"?
t.cutoff-t.resistance:t.cutoff;return t.border==="closed"||a<0?s:tn([s,...r.map(i=>i[a])])}function nn({engine:t,weights:e,edge:n,longest:o},{minutes:r,walked:s},a){
let{country:i,covered:c}=t.cells,f=Array(c).fill(1/0);for(let l=0;l<r.length;l++)n[l]&&r[l]<f[i[l]]&&(f[i[l]]=r[l]);return{curve:t.curve(r,e,o),edge:f,cut:a,walked:s&&
t.curve(r.map((l,u)=>s[u]?l:NaN),e,o)}}function on(t,{curve:e,walked:n,edge:o,cut:r},s){let a=E(t.cutoff),{own:i,others:c}=ut(o,s),f=Math.min(...c),l=t.border===
"closed"?1/0:t.border==="realised"?Math.fround(f+t.resistance):f,u=p=>K(p.by.map(d=>d[t.cutoff]));return{value:nr(t,e,s),edge:r<=t.cutoff||Math.min(i??1/0,l)<=a,
still:n!==null&&!(u(n)<u(e)*Nt)}}function rn(t,e,n,o,r){let s=new Map(e.map(l=>[l,[]]));for(let l=0;l<t.cells.n;l++){let u=n(l);u&&s.get(u)?.push(l)}let a=l=>Number.
isNaN(r[l])?1/0:r[l],i=t.cells.population,c=E(o.cutoff),f=[];for(let[l,u]of s){let p=u.reduce((g,_)=>g+i[_],0),[d,h,m]=[0,1/0,0];for(let g of u.sort((_,w)=>a(_)-
a(w)||0))d<p/2&&d+i[g]>=p/2&&(h=a(g)),d+=i[g],r[g]<=c&&(m+=i[g]);p>0&&f.push({area:l,median:h,within:m})}return f.sort((l,u)=>l.median===u.median?0:l.median-u.median)}var W=["closed","realised","open"],Ct=["destinations","routing"],qt=["from","to"],Jt=["mean","place"],or=["auto","light","dark"],Vt=5,Rt=90,Pt=60;function sn(t,e,n,o){
let r=Math.round(Number(t));return t===""||t===null||!Number.isFinite(r)?o:Math.max(e,Math.min(n,r))}var P=(t,e,n)=>e.find(o=>o===t)??n;function Z(t,e){let n=t.
trips.find(o=>o.id===e);return n&&n.max_min?Math.min(Rt,Math.floor(n.max_min)):Rt}function rr(t,e){let n=e&&e.length?e:[50],o=n.includes(50)?50:n[Math.floor(n.length/
2)];return P(Number(t),n,o)}function ir(t,e){let{step:n}=e.mean,o=Math.min(Z(e,t.trip),e.mean.longest(t)),r=(s,a,i)=>Math.max(a,Math.min(i,Math.round(s/n)*n));t.
cutoff=r(t.cutoff,n,Math.floor(o/n)*n),t.resistance=r(t.resistance,0,Pt)}function $t(t,e,n){let o={...e,...t};return o.language=P(o.language,X,e.language),o.theme=
P(o.theme,or,"auto"),n.hasPlace(o.place)||(o.place=e.place),o.direction=P(o.direction,qt,e.direction),o.trip=P(o.trip,n.trips.map(r=>r.id),e.trip),o.percentile=
rr(o.percentile,n.trips.find(r=>r.id===o.trip)?.percentiles),o.cutoff=sn(o.cutoff,Vt,Z(n,o.trip),e.cutoff),o.border=n.hasBorder?P(o.border,W,e.border):"open",o.
reading=n.hasBorder?P(o.reading,Ct,e.reading):Ct[0],o.resistance=sn(o.resistance,0,Pt,e.resistance),o.opportunity=P(o.opportunity,n.opportunities,e.opportunity),
o.scenario=P(o.scenario,n.scenariosOf(o.trip),n.scenarios[0]),o.compare=o.compare===!0&&o.scenario!==n.scenarios[0],o.whose=P(o.whose,Jt,e.whose),n.ofInhabitants(
o)&&ir(o,n),o}var cn=[["lang","language"],["theme","theme"],["at","place"],["who","whose"],["way","direction"],["trip","trip"],["p","percentile"],["min","cutoff"],
["border","border"],["closed","reading"],["felt","resistance"],["what","opportunity"],["plan","scenario"],["diff","compare"]];function an(t){return cn.filter(([
,e])=>!(e==="theme"&&t.theme==="auto")&&!(e==="compare"&&!t.compare)).map(([e,n])=>e+"="+encodeURIComponent(n==="compare"?1:String(t[n]))).join("&")}function mt(t){
let e=t.replace(/^#/,"");if(X.includes(e))return{language:e};let n={};for(let o of e.split("&")){let r=o.indexOf("="),s=cn.find(([i])=>i===o.slice(0,r));if(r<1||
!s)continue;let a;try{a=decodeURIComponent(o.slice(r+1))}catch{continue}n[s[1]]=s[1]==="compare"?a==="1":a}return n}var sr=200;function ln(t,e,n){let{now:o,known:r,data:s,engine:a,baseline:i}=t,c={to:"population",from:s.start.opportunity},f="";async function l(){let h=dt(o.state,
t.here(),i),m=JSON.stringify(h);if(m===f)return!0;f=m;let g={};for(let[_,w]of Object.entries(h))if(g[_]=await a.times(w),f!==m)return!1;return o.times=g,!0}function u(){
let{state:h,times:m}=o;if(!m)return;let g=t.here();o.shown=en({engine:a,weights:t.weights(),edge:t.edge,cut:t.cut(dt(h,g,i).open),palette:t.palettes().times,longest:t.
longest(),mean:t.ofInhabitants()?t.mean:null,code:g.area?g.area.code:"",baseline:i,sides:t.sides},h,g.country,m),e.draw()}async function p(h){let m=performance.
now(),g=o.times;e.begin(h),await l()&&(u(),e.later(),g===o.times&&(n.push(performance.now()-m),n.length>sr&&n.shift()))}function d(h){let m=o.state,g=$t(h,m,r);
return g.direction!==m.direction&&!h.opportunity&&(c[m.direction]=m.opportunity,g.opportunity=c[g.direction]),o.state=g,p(m)}return{ask:d,show:p,draw:u}}var S=t=>t!=null&&!Number.isNaN(t),T=({sides:t})=>t.length>1,Y=t=>t.shareWithout>=Nt;function I(t,e,n){let o=e.atLeast[n];return S(o)?e.lacks[n].length>0||e.missing>
0&&o>0?t.t("at_least",{n:t.count(o)}):t.count(o):t.t("missing")}var U=(t,e,n)=>e.lacks[n].map(o=>t.t("no_data_of",{country:t.t(o)})).join(", ");function fn(t,{open:e,
closed:n}){return!S(e)||!S(n)?t.t("effect_missing"):n===0?t.t("effect_undefined")+(e===0?"":" ("+t.signedCount(e)+")"):t.t("effect_said",{relative:t.signedShare(
e/n-1),absolute:t.signedCount(e-n)})}function un(t){return S(t.atLeast.open)?Y(t)?t.noService?"_no_stop":"_still":t.lacks.open.length?"_unknown":T(t)?t.closed===
0&&t.open>0?"_undefined":Math.round(t.closed)!==Math.round(t.open)?"":t.touchesEdge?"_same_edge":"_same":"_whole":"_nothing"}var pn=320,cr=164,[Dt,dn,gt]=[306,8,128],ar=56,lr=7,fr=75;function ur(t){let e=10**Math.floor(Math.log10(Math.max(t,1)));return[1,2,5,10].map(n=>n*e).find(n=>n>=
t)??10*e}function pr(t,e,n){let o=ur(e/3),r=Math.ceil(e/o)*o,s=Math.max(ar,8+lr*t.count(r).length);return{step:o,top:r,left:s,last:n,x:a=>s+(Dt-s)*a/n,y:a=>gt-(gt-
dn)*a/r,minuteAt:a=>Math.round((a-s)/(Dt-s)*n)}}var Qt=(t,e,n,o)=>C("text",{x:e,y:n,"text-anchor":o},t);function dr(t,{step:e,top:n,left:o,last:r,x:s,y:a}){let i=[];
for(let c=0;c<=n+1e-9;c+=e)i.push(C("line",{x1:o,x2:Dt,y1:a(c),y2:a(c),class:"grid"}),Qt(t.count(c),o-6,a(c)+4,"end"));for(let c=0;c<=r;c+=r>fr?30:15)i.push(Qt(
t.minutes(c),s(c),gt+16,"middle"));return i.push(Qt(t.t("axis_minutes"),Dt,gt+31,"end")),i}function hr({last:t,x:e,y:n},o,r){let s=[...Array(t+1).keys()],a=i=>s.
map(c=>`${e(c).toFixed(1)},${n(i(c)).toFixed(1)}`);return"M"+[...a(o),...a(r).reverse()].join("L")+"Z"}function mr(t,e,n,o,r){let s=i=>I(t,{atLeast:{at:K(o.curve.
by.map(c=>c[i]))},lacks:{at:o.lacks.open},missing:o.missing},"at"),a=Math.min(r,Math.max(5,Math.round(e.cutoff/15)*15-15));return t.t("chart_said",{opportunity:n,
a:s(a),x:t.minutes(a),b:s(Math.min(r,e.cutoff)),y:t.minutes(e.cutoff)})}function gr(t,{sides:e,curve:{home:n},lacks:o},r){let s=o.open.length?"  – "+U(t,{lacks:o},
"open"):"";if(!T({sides:e}))return[s];let a=i=>i===n?t.t("own_country"):r.length===2&&r[0]===n?t.t("across"):t.t(e[i]);return[...r.flatMap((i,c)=>[Ot(e[i]),a(i)+
(c+1<r.length?"  ":"")]),s]}function Bt(t,e,n,o,r){let{by:s,home:a}=o.curve,i=[...s.keys()].sort((d,h)=>+(h===a)-+(d===a)),c=s[0].length-1,f=(d,h)=>i.slice(0,d).
reduce((m,g)=>m+(S(s[g][h])?s[g][h]:0),0),l=pr(t,Math.max(f(i.length,c),1),c),u=l.x(e.cutoff),p=C("svg",{viewBox:`0 0 ${pn} ${cr}`,role:"img","aria-label":mr(t,
e,n,o,c)},...dr(t,l),...i.map((d,h)=>nt(C("path",{d:hr(l,m=>f(h+1,m),m=>f(h,m)),class:"area"}),o.sides[d],"fill")),C("line",{x1:u,x2:u,y1:dn-6,y2:gt+4,class:"no\
w"}));p.addEventListener("pointerdown",d=>{let h=p.getBoundingClientRect();r(l.minuteAt((d.clientX-h.left)/h.width*pn))}),b("chart").replaceChildren(p),b("chart\
-key").replaceChildren(...gr(t,o,i))}function Ut(t,e){let n=y("fieldset",{class:"choice",id:"c-"+t}),o="",r=()=>[...n.querySelectorAll("input")];function s(a,i,c){let f=r().find(u=>u===document.activeElement)?.
value,l=y("div",{class:"pills"},...i.map(([u,p,d])=>{let h=y("input",{type:"radio",name:t,value:u,disabled:!!d});return h.addEventListener("change",()=>e(u)),y(
"label",{class:"pill"},h,y("span",{},p))}));n.replaceChildren(y("legend",{class:"legend"},a),l,...c?[y("p",{class:"small why"},c)]:[]),r().find(u=>u.value===f)?.
focus()}return{node:n,show(a,i,c,f=""){n.hidden=i.length<2;let l=JSON.stringify([a,i,f]);l!==o&&(o=l,s(a,i,f));for(let u of r())u.checked=u.value===String(c)}}}
function te(t,e){let n=y("input",{type:"range",id:"c-"+t,name:t,step:1}),o=y("label",{class:"legend",for:"c-"+t}),r=y("output",{for:"c-"+t,class:"reading"}),s=y(
"div",{class:"choice slide"},o,r,n);return n.addEventListener("input",()=>e(Number(n.value))),{node:s,show(a,{low:i,high:c,step:f},l,u){o.textContent=a,n.step=String(
f),n.min=String(i),n.max=String(c),n.value!==String(l)&&(n.value=String(l)),n.style.setProperty("--part",100*(l-i)/(c-i)+"%"),r.textContent=u,n.setAttribute("ar\
ia-valuetext",u)}}}var yr=12,ne=4,wr=["station","treinstation","halte","bahnhof","bhf","haltestelle","stop"];function hn(t,e){return(t+" ").startsWith(e+" ")?0:t.startsWith(e)?1:t.
includes(" "+e)?2:t.includes(e)?3:ne}var ee=t=>t.replace(/([aou])e/g,"$1");function br(t){let e=t.split(" "),n=e.filter(r=>!wr.includes(r)),o=n.length>0&&n.length<
e.length;return{name:o?n.join(" "):t,station:o}}function _r(t,e){let n=ee(N(e));if(!n)return[];let{name:o,station:r}=br(n),s=a=>Math.min(hn(ee(a.plain),n),r&&a.
kind==="stop"?hn(ee(a.plain),o):ne);return t.map(a=>({fit:s(a),entry:a})).filter(a=>a.fit<ne).sort((a,i)=>a.fit-i.fit||i.entry.weight-a.entry.weight).slice(0,yr).
map(({entry:a})=>a)}function xr(){let t=y("label",{class:"legend",for:"place"}),e=y("input",{id:"place",type:"text",role:"combobox",autocomplete:"off",spellcheck:"\
false","aria-autocomplete":"list","aria-expanded":"false","aria-controls":"place-list","aria-describedby":"place-hint"}),n=y("span",{id:"place-hint",class:"smal\
l"}),o=y("ul",{id:"place-list",role:"listbox",hidden:!0}),r=y("span",{class:"hidden",role:"status"}),s=y("div",{class:"choice search"},t,y("div",{class:"box"},e,
o),n,r);return{label:t,input:e,hint:n,list:o,said:r,node:s}}function kr({input:t,list:e,said:n},o,r,s){let a=[],i=-1;function c(l){i=l,[...e.children].forEach((p,d)=>p.
setAttribute("aria-selected",String(d===i)));let u=e.children[i];if(!u){t.removeAttribute("aria-activedescendant");return}u.scrollIntoView({block:"nearest"}),t.
setAttribute("aria-activedescendant",u.id)}function f(l,u){let p=y("li",{role:"option",id:"place-"+u,"aria-selected":"false"},y("span",{class:"name"},l.name),y(
"span",{class:"small"},l.note()));return p.addEventListener("pointerdown",d=>{d.preventDefault(),s(l)}),p}return{close(){e.hidden=!0,c(-1),t.setAttribute("aria-\
expanded","false")},open(){a=_r(r,t.value),e.replaceChildren(...a.map(f)),e.hidden=a.length===0,t.setAttribute("aria-expanded",String(a.length>0));let l=!a.length&&
N(t.value)!=="";return n.textContent=a.length?o.t("place_found",{n:o.count(a.length)}):l?o.t("place_none"):"",c(a.length?0:-1),l},move:l=>c((i+l+a.length)%a.length),
marked:()=>e.hidden?void 0:a[i],any:()=>a.length>0}}function mn(t,e,n){let o=xr(),{input:r,hint:s,list:a,said:i}=o,c="";function f(g){s.textContent=g?t.t("place\
_none_still",{name:c}):t.t("place_hint"),s.classList.toggle("warn",g),r.setAttribute("aria-invalid",String(g))}let l=kr(o,t,e,u);function u(g){l.close(),f(!1),n(
g.key),r.select()}let p=()=>f(l.open());function d(){l.close(),f(!1),r.value=c}function h(){let g=l.marked();g?u(g):!l.any()&&N(r.value)&&(r.value=c,r.select())}
let m={ArrowDown:()=>a.hidden?p():l.move(1),ArrowUp:()=>a.hidden?p():l.move(-1),Enter:h,Escape:d};return r.addEventListener("input",p),r.addEventListener("focus",
()=>r.select()),r.addEventListener("blur",()=>{d(),i.textContent=""}),r.addEventListener("keydown",g=>{Object.hasOwn(m,g.key)&&(m[g.key](),g.preventDefault())}),
{node:o.node,show(g){o.label.textContent=t.t("place"),f(!1),a.setAttribute("aria-label",t.t("place")),c=g,(document.activeElement!==r||a.hidden)&&(r.value=g)}}}function Or({words:t,known:e,entries:n,ask:o}){let r=i=>Ut(i,c=>o({[i]:c})),s=y("input",{type:"checkbox",id:"c-compare",name:"compare"});s.addEventListener("cha\
nge",()=>o({compare:s.checked}));let a=y("span",{});return{place:mn(t,n,i=>o({place:i})),whose:r("whose"),cutoff:te("cutoff",i=>o({cutoff:i})),border:r("border"),
resistance:te("resistance",i=>o({resistance:i})),mode:Ut("mode",i=>o({trip:e.trips.find(c=>e.kindOf(c.id)===i)?.id})),trip:r("trip"),percentile:Ut("percentile",
i=>o({percentile:Number(i)})),opportunity:r("opportunity"),direction:r("direction"),scenario:r("scenario"),compare:{node:y("label",{class:"choice check"},s,a),box:s,
text:a},reading:r("reading")}}function Sr(t,{words:e,known:n},o){let{t:r}=e,s=(f,l)=>l.map(u=>[u,r(f+"_"+u)]),a=f=>r("minutes_long",{n:e.minutes(f)}),i=n.ofInhabitants(
o)?n.mean.step:1;t.whose.show(r("whose"),n.couldBeOfInhabitants(o)?s("whose",Jt):[],o.whose),t.cutoff.show(r("cutoff"),{low:Vt,high:Z(n,o.trip),step:i},o.cutoff,
a(o.cutoff));let c=n.hasBorder?{borders:W,readings:Ct}:{borders:[],readings:[]};t.border.show(r("border"),s("border",c.borders),o.border),t.resistance.node.hidden=
o.border!=="realised",t.resistance.show(r("resistance"),{low:0,high:Pt,step:i},o.resistance,a(o.resistance)),t.reading.show(r("reading"),s("reading",c.readings),
o.reading),t.direction.show(r("direction"),s("direction",qt),o.direction),t.opportunity.show(r("opportunity"),n.opportunities.map(f=>[f,e.opportunity(f)]),o.opportunity)}
function vr(t,{words:e,known:n},o){let{t:r}=e,s=n.trip(o.trip),a=n.kindOf(s.id),i=new Map(n.trips.toReversed().map(u=>[n.kindOf(u.id),u.id])),c=[...new Set(n.trips.
map(u=>n.kindOf(u.id)))];t.mode.show(r("mode"),c.map(u=>[u,n.nameOf(i.get(u)??s.id)]),a);let f=n.trips.filter(u=>n.kindOf(u.id)===a),l=s.mode==="transit"&&o.direction===
"to";t.trip.show(r(l?"arrival":"departure"),f.map(u=>[u.id,n.tripName(u)]),o.trip),t.percentile.show(r("percentile"),(s.percentiles??[]).map(u=>[String(u),e.share(
u/100)]),o.percentile)}function Ar({scenario:t,compare:e},{words:n,known:o},r){let{t:s}=n,a=o.scenariosOf(r.trip),i=o.scenarios.filter(c=>!a.includes(c)).map(o.
scenarioName);t.show(s("scenario"),o.scenarios.map(c=>[c,o.scenarioName(c),!a.includes(c)]),r.scenario,i.length?s("scenario_idle",{scenario:i.join("; ")}):""),e.
node.hidden=r.scenario===o.scenarios[0],e.box.checked=r.compare,e.text.textContent=s("compare")}function gn(t,e){let n=Or(e);return t.replaceChildren(...Object.
values(n).map(o=>o.node)),t.addEventListener("submit",o=>o.preventDefault()),{show(o,r){n.place.show(r),Sr(n,e,o),vr(n,e,o),Ar(n,e,o)}}}function Er(t,e){let n={};for(let[o,r]of Object.entries(t)){if(o.startsWith("opportunity/cell/")&&(n[o.slice(17)]=r),!o.startsWith("opportunity/municipality/"))
continue;let s=new Float64Array(r.length);for(let a=0;a<e.n;a++)s[e.municipality[a]]+=e.population[a];n[o.slice(25)]=Float64Array.from(e.municipality,(a,i)=>r[a]*
e.population[i]/s[a])}return n}function yn(t,e,n){return(t[`${e}/name`]||t[`${e}/id`]||[]).map((r,s)=>({id:t[`${e}/id`][s],name:r,lon:t[`${e}/lon`][s],lat:t[`${e}\
/lat`][s],country:n[s]}))}function wn(t,e,n,o){let r=Array.from({length:t.covered+1},()=>({total:0,known:0,unknown:0,any:!1,cells:0}));for(let s=0;s<t.n;s++){let a=t.
country[s],i=r[a<0?t.covered:a],c=n[s],f=Number.isNaN(c);i.cells++,f||(i.any=!0),o(e[s],a)&&(f?i.unknown++:(i.known++,i.total+=c))}for(let s of r)s.cells>0&&(!s.
any||s.unknown>0&&s.known===0)&&(s.total=NaN);return r}function Ir(t,e,n,o,r,{resistance:s=0}={}){let a=E(o),i=wn(t,e,n,h=>h<=a),c=s===0?i:wn(t,e,n,(h,m)=>(m===
r?h:Math.fround(h+s))<=a),f=r>=0&&r<t.covered?i[r].total:NaN,[l,u,p]=[0,0,0];i.forEach((h,m)=>{p+=h.unknown,m!==r&&(l+=h.total,u+=c[m].total)});let d=h=>h.slice(
0,t.covered).map(m=>m.total);return{by:d(i),feltBy:d(c),total:f+l,closed:f,realised:f+u,felt:u,open:f+l,missing:p}}function Tr(t){let e=Math.ceil(t);return e>0&&t<=E(e-1)?e-1:e}function bn(t){for(let e=1;e<t.length;e++)t[e]+=t[e-1]}function Nr(t,e,n,o){let r=()=>new Float64Array(
o+1),s={total:r(),unknown:r()},a=Array.from({length:t.covered},()=>({any:!1,sum:r(),known:r(),unknown:r()}));for(let i=0;i<t.n;i++){let c=a[t.country[i]],f=Number.
isNaN(n[i]);if(c&&!f&&(c.any=!0),Number.isNaN(e[i]))continue;let l=Tr(e[i]);if(!(l>o)){if(c&&c[f?"unknown":"known"][l]++,f){s.unknown[l]++;continue}s.total[l]+=
n[i],c&&(c.sum[l]+=n[i])}}Object.values(s).forEach(bn);for(let{any:i,sum:c,known:f,unknown:l}of a){[c,f,l].forEach(bn);for(let u=0;u<=o;u++)(!i||l[u]>0&&f[u]===
0)&&(c[u]=NaN)}return{by:a.map(i=>i.sum),...s}}function Mr(t,e){let n=s=>[...new Set(s)].filter(a=>a>0).sort((a,i)=>a-i),o=n(t.subarray(0,e)),r=[...o,...n(t).filter(
s=>!o.includes(s))];return{countries:r,covered:o.length,positions:Int8Array.from(t,s=>r.indexOf(s))}}function _n(t,e){let n=e.n_cells,o=n+e.n_places,{countries:r,
covered:s,positions:a}=Mr(t["point/country"],n),i={n,covered:s,id:t["cell/id"],lon:t["cell/lon"],lat:t["cell/lat"],country:a.subarray(0,n),municipality:t["cell/\
municipality"],population:t["cell/population"]};return{cells:i,countries:r,places:yn(t,"place",a.subarray(n)),stops:yn(t,"stop",a.subarray(o)),municipalities:t["\
municipality/code"]||[],opportunities:Er(t,i),trips:e.trips,scenarios:e.scenarios,meta:e,arrays:t,reach:(...c)=>Ir(i,...c),curve:(...c)=>Nr(i,...c)}}function xn(t,e,n=null){let o=new Map,r=0,s=a=>new Promise((i,c)=>{o.set(++r,{answered:i,refused:c}),t.postMessage({number:r,asked:a})});return new Promise((a,i)=>{
t.addEventListener("error",c=>{let f=new Error(c.message||"no worker");i(f);for(let{refused:l}of o.values())l(f);o.clear()}),t.addEventListener("message",({data:c})=>{
let f=o.get(c.number);o.delete(c.number),c.opened?a(s):f?c.failed===void 0?f.answered(c):f.refused(new Error(c.failed)):i(new Error(c.failed))}),t.postMessage({
...e,first:n})})}var kn=/^(shape|mean|opportunity|edge)\//,Rr=/^(cell|place|stop|municipality)\/|^point\/country$/;function On({manifest:t,chunks:e},n){let o=[...t.parts.keys()].
filter(r=>n(t.parts[r].name));return{manifest:{...t,parts:o.map(r=>t.parts[r])},chunks:o.map(r=>e[r])}}var Pr=t=>new Worker(URL.createObjectURL(new Blob([t],{type:"\
text/javascript"})));async function $r({manifest:t,chunks:e}){let n=await globalThis.GrensgeoEngine.open(t,e);return async o=>n.times(o)}async function Sn(t,e,n){
let o=On(t,i=>!kn.test(i)),r=(async()=>{try{return await xn(Pr(e),o,n)}catch{return $r(o)}})(),s=On(t,i=>kn.test(i)||Rr.test(i)),a=await ot(s.manifest,s.chunks);
return{..._n(a,t.manifest.meta),times:async i=>(await r)(i)}}var vn=t=>t.replace(/(?<=^|[,;\t\r\n]["\s]*)(?=[=+\-@\t\r\n])/g,"'");function Dr(t){if(typeof t=="number")return Number.isNaN(t)?"":String(t);let e=vn(String(t??
""));return/[",\n\r;#]/.test(e)?'"'+e.replace(/"/g,'""')+'"':e}var Br=t=>"# "+vn(t.replace(/[\r\n\u2028\u2029]+/g," "));function Ur(t,e,n){return[...t.map(Br),...[
e,...n].map(r=>r.map(Dr).join(","))].join(`\r
`)+`\r
`}var q=(t,e)=>Math.round(t*e)/e,oe=t=>S(t)?String(q(t,1e3)):"";function jr(t,e,n,o){if(!e.atLeast)return[];let r=(T(e)?W:["open"]).map(i=>{let c=e.lacks[i].length>
0||e.missing>0,f=S(e.atLeast[i])?(c?">= ":"")+oe(e.atLeast[i]):"",l=U(t,e,i);return`${i}: ${f} ${n} (${o})`+(l?"; "+l:"")}),s=e.sides.map((i,c)=>`${i}: ${oe(e.by[c])}\
 ${n} (${o})`),a=[["share_without_ride",e.shareWithout],["edge_share",e.edgeShare]];return[...r,...s,...a.flatMap(([i,c])=>S(c)?[`${i}: ${oe(c)} (${o})`]:[]),...e.
mean?[]:[`edge: ${!!e.touchesEdge}`]]}function Wr(t,e,{state:n,found:o},{said:r,whose:s}){let{opportunity:a}=n;return[...r,...jr(t,o,a,s),`units: travel_time_mi\
n in minutes; population in inhabitants; ${a} in numbers; lon and lat in degrees (EPSG:4326); empty is not known or not reached`,...e.notes.map(i=>"note: "+[i.text,
...i.details].map(c=>t.in(c)).join(" / ")),...e.sources.map(i=>"source: "+[i.title,t.in(i.attribution),"licence "+t.in(i.licence),i.reference_date].join("; ")),
t.t("made_with",{version:e.version})]}function An(t,e,n,o){let{engine:{cells:r},areaOfCell:s,codes:a,state:i,found:c,weights:f,home:l}=n,{opportunity:u}=i,p=u!==
"population",d=ht(i,l),h=E(i.cutoff),m=["cell_id","region_code","municipality","country","lon","lat","population",...p?[u]:[],"travel_time_min","within_cutoff",
"counted",...c.walked?["without_ride"]:[],...c.before?["travel_time_baseline_min"]:[]],g=r.id.map((_,w)=>{let x=c.minutes?c.minutes[w]:NaN,k=s(w);return[_,k?.code,
k?.name,a[r.country[w]],q(r.lon[w],1e5),q(r.lat[w],1e5),r.population[w],...p?[q(f[w],1e4)]:[],q(x,1e3),x<=h?1:0,d(x,r.country[w])?1:0,...c.walked?[Number.isNaN(
x)?"":c.walked[w]]:[],...c.before?[q(c.before.minutes[w],1e3)]:[]]});return Ur(Wr(t,e,n,o),m,g)}function ie(t,e){let n=document.createElement("a");n.href=URL.createObjectURL(t),n.download=e,document.body.append(n),n.click(),n.remove(),setTimeout(()=>URL.revokeObjectURL(
n.href),1e4)}var yt=()=>getComputedStyle(document.body).fontFamily,Tn=t=>t?"#eef0f4":"#1f2430";function re(t,e){let n=document.createElement("canvas");n.width=t*
2,n.height=e*2;let o=n.getContext("2d");return o.scale(2,2),{canvas:n,context:o}}function zr(t,e,n){let o=[""];for(let r of e.split(/\s+/)){let s=o[o.length-1],
a=s?s+" "+r:r;t.measureText(a).width<=n||!s?o[o.length-1]=a:o.push(r)}return o}var En=t=>t.reduce((e,n)=>e+n.lines.length*n.leading,0);function Fr(t,e,n){t.font=
`400 12px ${yt()}`;let o=[[]],r=0;for(let s of e){let a=26+t.measureText(s.said).width+16;r+a>n-40&&o[o.length-1].length&&(o.push([]),r=0),o[o.length-1].push([r,
s]),r+=a}return o}function In(t,e,n,o){let r=n;for(let s of e){t.font=s.font,t.fillStyle=o;for(let a of s.lines)r+=s.leading,t.fillText(a,20,r-s.leading*.25)}}function Nn(t,e,n){
let o=t.map.getSize(),r=Math.max(o.x,640),s=Tn(t.dark),{context:a}=re(1,1),i=(g,_,w)=>(a.font=`${g} ${yt()}`,{font:a.font,leading:w,lines:zr(a,_,r-40)}),c=[i("7\
00 19px",n.headline,25),i("400 13px",n.question,18)],f=n.below.map(g=>i("400 11px",g,15)),l=Fr(a,e,r),u=En(c)+28,p=u+o.y+l.length*21+En(f)+30,{canvas:d,context:h}=re(
r,p);h.fillStyle=t.dark?"#14171d":"#ffffff",h.fillRect(0,0,r,p),h.textBaseline="alphabetic",In(h,c,12,s),Ln(h,t,(r-o.x)/2,u);let m=u+o.y+12;return l.forEach((g,_)=>{
for(let[w,x]of g)Kr(h,x,20+w,m+_*21,s)}),In(h,f,m+l.length*21+2,s),new Promise(g=>{d.toBlob(g,"image/png")})}function Mn(t){let e=t.map.getSize(),{canvas:n,context:o}=re(
e.x,e.y);return Ln(o,t,0,0),n}function Ln(t,e,n,o){let{map:r,dark:s}=e,a=r.getSize();t.save(),t.beginPath(),t.rect(n,o,a.x,a.y),t.clip(),t.fillStyle=s?"#171a20":
"#e3e3e0",t.fillRect(n,o,a.x,a.y);let i=r.getContainer().getBoundingClientRect();for(let c of["land","cells","base","lines"])for(let f of r.getPane(c)?.querySelectorAll(
"canvas")??[]){let l=f.getBoundingClientRect();t.drawImage(f,n+l.left-i.left,o+l.top-i.top,l.width,l.height)}Gr(t,e,n,o),Xr(t,e,n,o),t.restore()}function Hr(t,{
name:e,kind:n,width:o=0,size:r},s,a){let i=n==="shield motorway";t.fillStyle=i?"#4b6a97":"#fffdf2",t.strokeStyle=i?"#ffffff":"#b5a970",t.lineWidth=1,t.fillRect(
s,a,o,r*1.4),t.strokeRect(s,a,o,r*1.4),t.fillStyle=i?"#ffffff":"#5a5335",t.font=`600 ${r}px ${yt()}`,t.textAlign="center",t.fillText(e,s+o/2,a+r*1.05),t.textAlign=
"start"}function Gr(t,{map:e,view:n,theme:o,dark:r},s,a){let i=e.containerPointToLayerPoint([0,0]);t.lineJoin="round";for(let c of n.written){let f=s+c.x-i.x,l=a+
c.y-i.y+c.size;if(c.width){Hr(t,c,f,l-c.size);continue}t.font=`${c.bold?600:400} ${c.size}px ${yt()}`,t.lineWidth=3,t.strokeStyle=o.halo,t.fillStyle=c.kind==="c\
ountry"?o.border:Tn(r),t.strokeText(c.name,f,l,240),t.fillText(c.name,f,l,240),c.dot&&c.kind!=="here"&&t.fillRect(s+c.at.x-i.x-2,a+c.at.y-i.y-2,4,4)}}function Xr(t,{
map:e,view:n},o,r){if(!n.chosen)return;let s=e.latLngToContainerPoint(n.chosen.latlng);t.beginPath(),t.arc(o+s.x,r+s.y,7,0,2*Math.PI),t.fillStyle="#ffffff",t.fill(),
t.lineWidth=4,t.strokeStyle="#111827",t.stroke()}function Kr(t,{line:e,colour:n,stripe:o,said:r},s,a,i){if(e)t.fillStyle=e,t.fillRect(s,a+5,20,3);else{if(t.fillStyle=
n??i,t.fillRect(s,a,20,13),o){t.fillStyle=o;for(let c=0;c<20;c+=6)t.fillRect(s+c+3,a,3,13)}t.lineWidth=.6,t.strokeStyle="#7d7f86",t.strokeRect(s,a,20,13)}t.font=
`400 12px ${yt()}`,t.fillStyle=i,t.fillText(r,s+26,a+11)}var jt=({words:t,here:e},n)=>t.t(n+"_"+e().kind,{name:e().name});function wt(t){return t.now.state.direction==="to"?jt(t,"to"):t.words.lowered(jt(t,"from"))}function D(t){
let{words:e,known:n,here:o,now:{state:r}}=t,{t:s}=e,{name:a,kind:i,country:c}=o(),f=t.ofInhabitants(),l=n.parkOf(r.trip);return{place:a,mode:n.byTrip(r.trip,c),
from:f?s("from_mean",{name:a}):jt(t,"from"),to:jt(t,"to"),reaches:s(f?"reaches_mean":"reaches_one"),whose:s("owner_"+(f?"mean":i),{name:a}),vehicle:n.ofTrip(r.trip,
"vehicle"),none:n.ofTrip(r.trip,"no_vehicle"),without:n.ofTrip(r.trip,"without"),parking:l>0?s("parking",{n:e.minutes(l)}):"",opportunity:e.opportunity(r.opportunity),
scenario:n.scenarioName(r.scenario)}}function Wt(t){let{words:e,known:n,now:{state:o}}=t,{t:r}=e,s=D(t),a=n.trip(o.trip),i=n.trips.filter(c=>n.kindOf(c.id)===n.
kindOf(a.id)).length>1;return[s.whose,r("direction_"+o.direction),s.mode,s.parking,i||a.mode==="transit"?n.tripName(a):"",r("minutes",{n:e.minutes(o.cutoff)}),n.
hasBorder?r("shown_"+o.border,{n:e.minutes(o.resistance)})+(o.border==="closed"?" ("+r("reading_"+o.reading)+")":""):"",s.opportunity,r("scenario")+": "+s.scenario].
filter(c=>c).join(" · ")}function se({words:t,known:e,data:n,now:{state:o}}){return[t.t("scenario")+": "+e.scenarioName(o.scenario),t.t("source")+": "+n.attributions.
map(t.in).join(" · "),t.t("made_with",{version:n.version})].join(" · ")}function Cn({data:t,known:e,now:{state:n}}){let o=[n.opportunity,e.trip(n.trip).mode];
return We(t.strip,o)}var ce=t=>Cn(t).map(e=>t.words.in(e.text)).join(" ");function Rn(t){let{words:e,data:n}=t,{t:o}=e;b("warnings").replaceChildren(...Cn(t).map(
r=>y("li",{title:e.in(r.text)},e.in(r.short)))),b("notes").replaceChildren(...n.notes.map(r=>y("li",{},e.in(r.text),...r.details.map(s=>y("p",{class:"small"},e.
in(s)))))),b("sources").replaceChildren(...n.sources.map(r=>{let s=[e.in(r.attribution),o("licence",{name:e.in(r.licence)}),r.reference_date?o("reference_date",
{date:r.reference_date}):""];return y("li",{},ze(r)," – "+s.filter(a=>a).join(" · "))})),b("strip").textContent=se(t),b("asked").textContent=Wt(t)}var ae=t=>"\
#"+an(t.now.state);function bt(t,e,n){let o=y("span",{},t);return n&&o.prepend(Ot(n)),y("div",{class:"row"},o,y("b",{},e))}function Zr(t){let e=t.reduce((n,[,o])=>n+(S(o)?o:0),0);
return y("div",{class:"bar","aria-hidden":"true"},...t.map(([n,o])=>{let r=nt(y("i"),n,"background");return r.style.width=(e>0&&S(o)?100*o/e:0)+"%",r}))}function J(t,e,...n){
b(t+"-title").textContent=[e.t(t),...n].join(" · ")}function Yr(t,e){let n=e.mean&&(e.edgeShare??0)>0?t.t("edge_mean",{share:t.part(e.edgeShare??0)}):e.touchesEdge?
t.t("edge"):"";return[...e.unknownCountries.map(o=>t.t("unknown_country",{country:t.t(o)})),e.missing>0&&!e.unknownCountries.length?t.t("unknown_some",{n:t.count(
e.missing)}):"",e.noService?t.t("no_service"):"",n].filter(o=>o)}function qr(t,e,n,o){b("split-title").textContent=t.capital(t.t("reachable",{opportunity:n.opportunity,
cutoff:t.minutes(e.cutoff)})),b("split-value").textContent=I(t,o,e.border),b("split-said").textContent=[n.whose,T(o)?t.t("shown_"+e.border,{n:t.minutes(e.resistance)}):
"",e.border==="closed"?t.t("reading_"+e.reading):n.mode,n.parking].filter(s=>s).join(" · ");let r=o.sides.map((s,a)=>[s,o.shownBy[a]]);b("split-parts").replaceChildren(
Zr(r),...r.map(([s,a])=>bt(t.t(s),t.count(a),s))),b("split-warnings").replaceChildren(...Yr(t,o).map(s=>y("p",{class:"warn"},s)))}function Jr(t,e,n,o){if(T(o)||
(J("border",t),b("border-value").textContent=t.t("no_border",{country:t.t(o.sides[0])})),b("border-box").hidden=T(o),b("effect-box").hidden=!T(o),!T(o))return;J(
"effect",t,n.opportunity,n.whose),b("effect-value").textContent=fn(t,o);let r=Math.max(o.atLeast.open||0,o.atLeast.closed||0,1);b("effect-rows").replaceChildren(
...W.map(s=>{let a=bt(t.t("shown_"+s,{n:t.minutes(e.resistance)}),I(t,o,s));a.classList.toggle("chosen",s===e.border);let i=y("i",{class:"gauge","aria-hidden":"\
true"});return i.style.width=(S(o.atLeast[s])?100*o.atLeast[s]/r:0)+"%",a.append(i),a}))}function Vr(t,e,n,o){if(b("plan-box").hidden=!o.before,!o.before)return;
J("plan",t,n.opportunity,n.whose);let[r,s]=[o,o.before].map(a=>a.atLeast[e.border]);b("plan-rows").replaceChildren(bt(t.t("scenario_none"),I(t,o.before,e.border)),
bt(n.scenario,I(t,o,e.border)),bt(t.t("row_abs"),S(r)&&S(s)?t.signedCount(r-s):t.t("missing")))}function Qr(t,e,n){J("bands",t,e.whose);let o=T(n)?n.sides:[],r=[
"band",...o,"total"].map(f=>y("th",{scope:"col"},t.t(f))),s=f=>[...o.map((l,u)=>f[u]),f.reduce((l,u)=>l+u,0)].map(l=>y("td",{},t.count(l))),a=n.bands.map(f=>{let l=y(
"i",{class:"key","aria-hidden":"true"});l.style.background=f.colour;let u=t.t("band_range",{a:t.minutes(f.from),b:t.minutes(f.to)});return y("tr",{},y("th",{scope:"\
row"},l,u),...s(f.by))}),i=n.sides.map((f,l)=>n.bands.reduce((u,p)=>u+p.by[l],0)),c=y("tr",{class:"sum"},y("th",{scope:"row"},t.t("total")),...s(i));b("bands").
replaceChildren(y("thead",{},y("tr",{},...r)),y("tbody",{},...a,c))}function Pn(t,e,n,o,r){qr(t,e,n,o),Jr(t,e,n,o),Vr(t,e,n,o),J("chart",t,n.opportunity,n.whose),
Bt(t,e,n.opportunity,o,r),Qr(t,n,o)}function ti(t,e,n){let{left:o,rows:r,own:s,kind:a,lacking:i}=n,{none:c}=e;if(n.done<n.all)return t.t("rank_busy",{n:t.count(
n.done),all:t.count(n.all)});let f=["edge","still","unknown"].filter(l=>o[l]>0).map(l=>t.t("rank_left_"+l,{n:t.count(o[l]),none:c}));return[s==="edge"||s==="sti\
ll"?t.t("rank_own_"+s,{none:c}):"",r.length?t.capital(t.t(a,{all:t.count(r.length)}))+".":"",f.length?t.t("rank_left_out",{parts:f.join(", ")}):"",i?t.t("rank_p\
artial",{countries:i}):""].filter(l=>l).join(" ")}function $n(t,e,n,o){J("rank",t,e.opportunity,e.whose);let r=n.done>=n.all,s={n:t.count(n.place),all:t.count(n.
of)};b("rank-value").textContent=r?n.own!=="ranked"?t.t("rank_none"):t.t(n.shared?"rank_shared":"rank_said",s):"…",b("rank-said").textContent=ti(t,e,n);let a=b(
"rank-box").querySelector("details");a.hidden=!r||!n.rows.length,a.firstElementChild.textContent=t.t("rank_list"),!(!r||!a.open)&&vt(b("rank-list"),...n.rows.map(
({member:i,value:c})=>{let f=t.count(c),l=y("li",{},St(i.name,()=>o(i.key),i.key),y("b",{},n.lacking?t.t("at_least",{n:f}):f));return l.classList.toggle("chosen",
i.key===n.member),l}))}var _t=(t,e)=>y(e?"strong":"b",{},t);function ei(t,e,n,o){let r=o.before?.atLeast[e.border],s=o.atLeast[e.border];return!o.before||!S(r)||!S(s)?[]:[" ",...t.sentence(
"head_scenario",{scenario:n.scenario,after:_t(I(t,o,e.border),!0),before:_t(I(t,o.before,e.border),!1),change:r>0?t.signedShare((s-r)/r):t.signedCount(s-r)})]}function Dn(t,e,n,o){
let r={...n,cutoff:t.minutes(e.cutoff)};if(o.status)return t.sentence("head_"+o.status,r);let s=un(o),a=U(t,o,"open"),i=t.sentence("head_"+e.direction+s,{...r,open:_t(
I(t,o,"open"),e.border==="open"),closed:_t(I(t,o,"closed"),e.border==="closed"),...s==="_unknown"?{lacking:a}:{},...s===""?{effect:t.signedShare(o.open/o.closed-
1)}:{}});return a&&(s==="_still"||s==="_no_stop")&&i.push(" (",a,")"),!Y(o)&&S(o.shareWithout)&&i.push(" ",...t.sentence("head_share",{share:t.part(o.shareWithout),
vehicle:n.vehicle})),e.border==="realised"&&S(o.realised)&&i.push(" ",...t.sentence("head_realised",{resistance:t.minutes(e.resistance),realised:_t(I(t,o,"reali\
sed"),!0)})),[...i,...ei(t,e,n,o)]}function Bn(t){let{state:e,shown:n}=t.now;return{cutoff:e.cutoff,width:ft(t.longest()),border:e.border,frontier:t.known.hasBorder,before:t.comparing(),walked:!!n?.
walked,vehicle:t.known.ofTrip(e.trip,"vehicle")}}function Un(t){let{look:e,view:n,engine:o,now:{state:r,times:s,shown:a}}=t;if(!s||!a)return;let i=a.status?s.open.
minutes:a.minutes;t.comparing()&&a.before?qe(e,t.theme(),t.palettes().diverging,{minutes:i,before:a.before.minutes,cutoff:r.cutoff}):Ye(e,t.theme(),t.palettes().
times,{...Bn(t),minutes:i,walked:a.walked,countries:o.cells.country,counts:ht(r,t.here().country)}),n.layer.paint(e)}function zt(t){let{words:e}=t,n=t.comparing()?
"legend_change":"legend_time";b("legend-title").textContent=e.t(n,{from:wt(t)});let o=Je(e,t.theme(),t.palettes(),Bn(t));return b("legend").replaceChildren(...o.
map(({line:r,colour:s,stripe:a,said:i})=>{let c=y("i",{class:"swatch"+(r?" line":""),"aria-hidden":"true"});return c.style.background=r??(a?`repeating-linear-gr\
adient(-45deg, ${s} 0 3px, ${a} 3px 6px)`:String(s)),y("li",{},c,i)})),o}function jn(t,e){let{words:n,now:{state:o,shown:r}}=t;if(!r)return;let s=D(t);b("headli\
ne").replaceChildren(...Dn(n,o,s,r)),b("headline").removeAttribute("aria-busy"),b("answer-box").hidden=!!r.status,r.status||Pn(n,o,s,r,a=>e({cutoff:a}))}function le(t,e){
let{words:n,engine:o,areas:r,places:s,now:{state:a,shown:i}}=t,{t:c}=n,f=b("table");if(!b("table-box").open||!i)return;if(i.status){f.replaceChildren();return}let l=[
"municipality","country","table_median","table_share"].map(p=>y("th",{scope:"col"},c(p))),u=rn(o,r,s.areaOfCell,a,i.minutes).map(({area:p,median:d,within:h})=>{
let m="place:"+p.code;return y("tr",{},y("th",{scope:"row"},St(p.name,()=>e({place:m}),m)),y("td",{},c(p.country.toLowerCase())),y("td",{},d===1/0?c("unreached"):
n.minutes(d)),y("td",{},n.count(h)))});vt(f,y("table",{},y("caption",{},c("table_caption")+" – "+wt(t)),y("thead",{},y("tr",{},...l)),y("tbody",{},...u)))}function Wn({
words:t,engine:e,places:n,known:o,now:{state:r,shown:s}},a){if(!s||s.status||a<0)return"";let{t:i}=t,c=n.areaOfCell(a),f=s.minutes[a],l=!Number.isNaN(f);return[
c?c.name:"",l?i("minutes",{n:t.minutes(f)}):i("unreached"),s.walked&&s.walked[a]&&l?i("without_ride",{vehicle:o.ofTrip(r.trip,"vehicle")}):"",i("population",{n:t.
count(e.cells.population[a])})].filter(u=>u).join(" · ")}var ni=2500;function Ft(t){b("said").textContent=t,b("toast").textContent=t,b("toast").hidden=!1,setTimeout(()=>{b("toast").hidden=!0},ni)}function fe(t){try{history.
replaceState(null,"",ae(t))}catch{}}function zn({here:t,now:{state:e}},n){return["atlas",N(t().name).replace(/ /g,"-").slice(0,40),N(e.trip).replace(/ /g,"-"),e.
cutoff+"min",e.border].join("-")+n}function ue(t){let{words:e,data:n,engine:o,places:r,codes:s,here:a,now:{state:i,shown:c}}=t;return c?An(e,n,{engine:o,areaOfCell:r.
areaOfCell,codes:s,state:i,found:c,weights:t.weights(),home:a().country},{said:[b("headline").textContent,Wt(t),e.t("legend_time",{from:wt(t)}),"link: "+ae(t)],
whose:D(t).whose}):""}var Fn=t=>({map:t.map,view:t.view,theme:t.theme(),dark:t.dark()});async function oi(t){t.view.flush();let e=await Nn(Fn(t),zt(t),{headline:b(
"headline").textContent,question:Wt(t),below:[ce(t),se(t)]});e&&ie(e,zn(t,".png"))}function ri(t){let e=new Blob(["\uFEFF"+ue(t)],{type:"text/csv;charset=utf-8"});
ie(e,zn(t,".csv"))}async function ii(t){let{t:e}=t.words;fe(t);try{await navigator.clipboard.writeText(location.href),Ft(e(location.protocol==="file:"?"copied_l\
ocal":"copied"))}catch{Ft(e("not_copied"))}}function Hn(t,{dress:e,draw:n,again:o}){b("print").addEventListener("click",()=>window.print()),b("link").addEventListener(
"click",()=>ii(t)),b("png").addEventListener("click",()=>oi(t)),b("csv").addEventListener("click",()=>ri(t));let r=()=>document.getElementById("on-paper");window.
addEventListener("beforeprint",()=>{t.now.onPaper=!0,e(),n(),t.view.flush(),r()?.remove(),b("map-box").after(y("figure",{id:"on-paper"},Mn(Fn(t)),y("figcaption",
{class:"small"},ce(t))))}),window.addEventListener("afterprint",()=>{r()?.remove(),t.now.onPaper=!1,o()})}var ci=40075.017,pe=254,ai=255,Gn=(t,e)=>t*(256/ci)/Math.cos(e*Math.PI/180);function Xn({rings:t,corners:e,start_x:n,start_y:o,step_x:r,step_y:s}){let a=j(t),i=j(
e),c=new Float64Array(i[e.length]),f=new Float64Array(i[e.length]),[l,u,p]=[0,0,0];for(let d=0;d<e.length;d++){l+=n[d],u+=o[d];let[h,m]=[l,u];for(let g=i[d];g<i[d+
1];g++)g>i[d]&&(h+=r[p],m+=s[p],p++),c[g]=tt(h/1e4),f[g]=et(m/1e4)}return Zn({n:t.length,first:a,ringAt:i,x:c,y:f})}function Kn(t){let e=j(t.map(r=>r.length)),n=j(
t.flat().map(r=>r.length)),o=t.flat(2);return Zn({n:t.length,first:e,ringAt:n,x:o.map(([,r])=>tt(r)),y:o.map(([r])=>et(r))})}function Zn({n:t,first:e,ringAt:n,x:o,
y:r}){let s=new Float64Array(4*t);for(let a=0;a<t;a++){let[i,c,f,l]=[1/0,1/0,-1/0,-1/0];for(let u=n[e[a]];u<n[e[a+1]];u++)i=Math.min(i,o[u]),f=Math.max(f,o[u]),
c=Math.min(c,r[u]),l=Math.max(l,r[u]);s.set([i,c,f,l],4*a)}return{n:t,first:e,ringAt:n,x:o,y:r,box:s}}function li(t,e,{scale:n,left:o,top:r},s,a){a.length=0;for(let i=t.
first[e];i<t.first[e+1];i++){let c=t.ringAt[i+1],f=c-1;for(let l=t.ringAt[i];l<c;f=l++){let u=t.y[l]*n-r,p=t.y[f]*n-r;if(u>s==p>s)continue;let d=t.x[l]*n-o,h=t.
x[f]*n-o;a.push(d+(s-u)*(h-d)/(p-u))}}a.length>2?a.sort((i,c)=>i-c):a[0]>a[1]&&a.reverse()}function de(t,e,n){let{width:o,height:r,scale:s,left:a,top:i}=e;n.fill(
0);let c=[];for(let f=0;f<t.n;f++){let l=t.box[4*f]*s-a,u=t.box[4*f+1]*s-i,p=t.box[4*f+2]*s-a,d=t.box[4*f+3]*s-i;if(p<0||d<0||l>o||u>r)continue;let h=Math.min(r-
1,Math.ceil(d-.5)-1);for(let m=Math.max(0,Math.ceil(u-.5));m<=h;m++){li(t,f,e,m+.5,c);for(let g=0;g+1<c.length;g+=2){let _=Math.max(0,Math.ceil(c[g]-.5)),w=Math.
min(o,Math.ceil(c[g+1]-.5));w>_&&n.fill(f+1,m*o+_,m*o+w)}}}}function Yn(t,{width:e,height:n},o,r,s){for(let i=0;i<t.length;i++)s[i]=t[i]?0:r[i]?ai:pe,r[i]=t[i];
let a=(i,c)=>{let f=s[c]+1;f<=o&&f<s[i]&&(s[i]=f,r[i]=r[c])};for(let i=0,c=0;i<n;i++)for(let f=0;f<e;f++,c++)!s[c]||s[c]===pe||(f&&a(c,c-1),i&&a(c,c-e));for(let i=n-
1,c=t.length-1;i>=0;i--)for(let f=e-1;f>=0;f--,c--)!s[c]||s[c]===pe||(f<e-1&&a(c,c+1),i<n-1&&a(c,c+e))}function qn(t,e,{width:n,height:o},r,{colour:s,stripe:a}){
if(s.every((c,f)=>c===a[f])){for(let c=0;c<e.length;c++)t[c]=s[e[c]];return}let i=r/2;for(let c=0,f=0;c<o;c++){let l=c%r;for(let u=0;u<n;u++,f++){let p=e[f];t[f]=
l<i?s[p]:a[p],++l===r&&(l=0)}}}function Jn(t,e,{width:n},o,{within:r,line:s}){for(let a=0;a<e.length-n;a++){let i=e[a];if(!i)continue;let c=e[a+1],f=e[a+n];if(!(i===
c&&i===f||!(c&&r[i]!==r[c]&&(a+1)%n||f&&r[i]!==r[f])))for(let u=0;u<=o;u++)t[a+u]=s,a+u*n<t.length&&(t[a+u*n]=s)}}var fi=600,ui=1e9,Vn=.02,he=({countries:t},e)=>t.map(n=>e.countries[n]);function pi(t,e,n,o){let r=new Map;return t.places.forEach(({id:s,name:a,lon:i,lat:c,country:f},l)=>{
let u=e.get(s),p="place:"+s,d=u?u.name:a;r.set(p,{key:p,kind:"place",name:d,lon:i,lat:c,country:f,area:u,plain:N(d),ask:{kind:"place",index:l},weight:ui+(u?u.population:
0),note:()=>n.t("kind_place")+(u?" · "+u.nuts3:"")})}),t.stops.forEach(({id:s,name:a,lon:i,lat:c,country:f},l)=>{let u="stop:"+s;r.set(u,{key:u,kind:"stop",name:a,
lon:i,lat:c,country:f,ask:{kind:"stop",index:l},weight:0,plain:N(a),note:()=>n.t("kind_stop")+" · "+n.t(o[f]??"other")})}),r}function Qn(t,e,n,o){let r=new Map(
e.map(l=>[l.code,l])),s=Array.from(t.cells.municipality,l=>r.get(t.municipalities[l])),a=new Map(t.cells.id.map((l,u)=>[l,u])),i=pi(t,r,n,o);function c(l){if(!l.
startsWith("cell:"))return i.get(l);let u=a.get(l.slice(5));if(u===void 0)return;let p=s[u],{lon:d,lat:h,country:m}=t.cells;return{key:l,kind:"cell",name:n.t("c\
ell_of",{name:p?p.name:"?"}),area:p,lon:d[u],lat:h[u],country:m[u],ask:{kind:"cell",index:u}}}function f(l){let u=new Map;return[...i.values()].filter(p=>{if(p.
kind!=="stop")return!0;let d=u.get(p.plain)??[];return u.set(p.plain,[...d,p]),!d.some(h=>l([h.lat,h.lon],[p.lat,p.lon])<fi)})}return{get:c,has:l=>typeof l=="st\
ring"&&c(l)!==void 0,searchable:f,stops:[...i.values()].filter(l=>l.kind==="stop"),areaOfCell:l=>s[l]}}function di({cells:{lon:t,lat:e}}){let n=new Map,o=r=>Math.
floor(r/Vn);for(let r=0;r<t.length;r++){let s=o(t[r])+" "+o(e[r]);n.set(s,[...n.get(s)??[],r])}return(r,s)=>{let a=Math.cos(s*Math.PI/180),[i,c]=[-1,Vn];for(let f of[
-2,-1,0,1,2])for(let l of[-1,0,1])for(let u of n.get(o(r)+f+" "+(o(s)+l))??[]){let p=Math.hypot((t[u]-r)*a,e[u]-s);p<c&&([i,c]=[u,p])}return i}}function to(t,e,n,o){
if(!t)return[];let r=di(e);return[...t.layer.keys()].filter(s=>t.layer[s]==="place").flatMap(s=>{let[a,i]=De(t,s),c=r(a,i);if(c<0)return[];let f=n.areaOfCell(c);
return[{key:"cell:"+e.cells.id[c],kind:"cell",name:t.name[s],lon:a,lat:i,country:e.cells.country[c],plain:N(t.name[s]),weight:t.people[s],ask:{kind:"cell",index:c},
note:()=>o.t("kind_village")+(f?" · "+f.name:"")}]})}function hi(t,e,n){let o=new Map(t.trips.map(i=>[i.id,i]));function r(i){let c=o.get(i);if(!c)throw new RangeError(
`no trip ${i}`);return c}function s({id:i}){let{title:c,departure:f,period:l,window_min:u=0}=r(i);if(c)return e.in(c);if(!f)return l?e.period(l):i;let p=new Date(
f.slice(0,16)+":00Z"),d=new Date(p.getTime()+u*6e4);return e.date(p)+", "+e.clock(p)+(u?"–"+e.clock(d):"")}function a(i,c){let{lacking:f,by:l}=r(i),u=n[c],p=u&&
Object.hasOwn(f,u)?e.in(f[u]):"",d=e.in(l);return p?d.endsWith(")")?d.slice(0,-1)+"; "+p+")":`${d} (${p})`:d}return{tripName:s,byTrip:a,kindOf:i=>r(i).kind,nameOf:i=>e.
in(r(i).name),ofTrip:(i,c)=>e.in(r(i)[c]),parkOf:i=>r(i).park_min}}function eo(t,e,n,o,r){let[s,...a]=t.scenarios,i=c=>r.has(c,o.get(c.place),Number(c.percentile));
return{...hi(e,n,he(t,e)),hasBorder:t.cells.covered>1,mean:r,couldBeOfInhabitants:i,ofInhabitants:c=>c.whose==="mean"&&i(c),trips:t.trips,trip:c=>t.trips.find(f=>f.
id===c),opportunities:e.opportunities,hasPlace:o.has,scenarios:t.scenarios,scenariosOf:c=>[s,...a.filter(f=>!Object.hasOwn(e.scenario_trips,f)||e.scenario_trips[f].
includes(c))],scenarioName:c=>c===s?n.t("scenario_none"):Object.hasOwn(e.scenarios,c)?n.in(e.scenarios[c]):c}}function no({arrays:t,meta:e,scenarios:n}){let o={cell:0,place:e.n_cells,stop:e.n_cells+e.n_places};return({place:r,trip:s,direction:a,percentile:i,scenario:c})=>{
if(a==="to")return 1/0;let f=p=>t[`edge/${s}/${p}/${i??""}`]??t[`edge/${s}/${p}/`],l=f(c??n[0])??f(n[0]),u=l?l[o[r.kind]+r.index]:255;return u===255?1/0:u}}function mi(t,e){let n=e?e.step_min:1,o=new Map((e?e.codes:[]).map((i,c)=>[i,c])),r=new Map((e?e.layers:[]).map((i,c)=>[i.trip+"/"+i.scenario,{...i,number:c}])),
s=new Map;function a(i,c){let f=i.number+"/"+c;if(!s.has(f)){let l=t["mean/"+f],u=i.base===null||l===void 0?null:t[`mean/${i.base}/${c}`];s.set(f,u?Float64Array.
from(l,(p,d)=>p+u[d]):l)}return s.get(f)}return{step:n,hasRow:i=>o.has(i),found:i=>r.get(i.trip+"/"+i.scenario),at(i,c,f,l){let u=o.get(f),p=a(i,c);if(p===void 0||
u===void 0)return NaN;let d=i.longest_min/n+1;return p[u*d+Math.min(l,i.longest_min)/n]}}}function oo(t,e,n){let{step:o,hasRow:r,found:s,at:a}=mi(t,e),i=e?e.edge_share:
0;function c(p){let d=s(p);if(!d)throw new RangeError(`no mean inhabitants for ${p.trip}, ${p.scenario}`);return d}function f(p,d,h){return!!(e&&d&&d.kind==="pl\
ace"&&d.area&&r(d.area.code)&&s(p)&&p.direction==="from"&&p.reading==="destinations"&&h===50&&e.opportunities.includes(p.opportunity))}function l(p,d,h){let m=c(
p),g=(A,M)=>a(m,A,d,M),{cutoff:_,opportunity:w,resistance:x}=p,k=(A,M)=>M<0?0:g(`${w}/${A}`,M),v=n.map(A=>k(A,_)),O=n.map((A,M)=>M===h?v[M]:k(A,_-x)),B=v[h]??NaN,
Q=A=>A.reduce((M,_o,xo)=>xo===h?M:M+_o,0),z=B+Q(v),F=Q(O),H=g("edge",_),G=K(v);return{by:v,feltBy:O,closed:B,open:z,total:z,realised:B+F,felt:F,missing:g(w+"/un\
known",_),edgeShare:H,touchesEdge:H>i,shareWithout:G>0?Math.min(1,g(w+"/without",_)/G):NaN}}function u(p,d,h=p.opportunity){let m=c(p),g=_=>Float64Array.from({length:m.
longest_min+1},(w,x)=>{let k=Math.floor(x/o)*o,[v,O]=[k,Math.min(k+o,m.longest_min)].map(B=>a(m,`${h}/${_}`,d,B));return v+(O-v)*(x-k)/o});return{by:n.map(g)}}return{
has:f,figures:l,curve:u,step:o,edgeShare:i,longest:p=>s(p)?.longest_min??1/0}}function gi(t,e){return t.study.flatMap(n=>{let o=e.get("place:"+n);return!o||!o.area?[]:[{key:o.key,name:o.name,place:o.ask,country:o.country,area:o.area}]})}function ro(t,e){
let{data:n,words:o,engine:r,areas:s}=t,a=he(r,n),i=a.map(m=>m.toLowerCase()),c=Qn(r,s,o,i),f=oo(r.arrays,n.mean,a.slice(0,r.cells.covered)),l=eo(r,n,o,c,f),u=window.
matchMedia("(prefers-color-scheme: dark)"),p={...r.opportunities,population:r.cells.population},d={state:$t({...mt(location.hash),...e},n.start,l),times:null,shown:null,
onPaper:!1};function h(){let{theme:m}=d.state;return!d.onPaper&&(m==="dark"||m==="auto"&&u.matches)}return{...t,codes:a,sides:i,places:c,mean:f,known:l,now:d,prefersDark:u,
dark:h,baseline:r.scenarios[0],members:gi(n,c),cut:no(r),look:Ze(r.cells.n),here:()=>c.get(d.state.place),weights:()=>p[d.state.opportunity],longest:()=>Z(l,d.state.
trip)||Rt,theme:()=>Ke[h()?"dark":"light"],palettes:()=>({times:h()?n.palettes.dark:n.palettes.light,diverging:n.palettes.diverging}),ofInhabitants:()=>l.ofInhabitants(
d.state),comparing:()=>!!(d.state.compare&&d.shown?.before?.minutes)}}var yi=12,wi=350,bi=24;function io(t,e,{edge:n,cut:o},r){let s=new Map,a=null,i=0,c=0;function f(u){let p=JSON.stringify([{...u.request,place:null},u.opportunity]),
d=s.get(p)??{curves:[],question:u};return s.set(p,d),s.size>yi&&s.delete(s.keys().next().value??""),d}async function l(u,p){let d=performance.now();for(;u.curves.
length<e.length;){let{request:h,weights:m,longest:g}=u.question,_={...h,place:e[u.curves.length].place},w=await t.times(_);if(p!==c)return;if(u.curves.push(Lt(w)?
null:nn({engine:t,weights:m,edge:n,longest:g},w,o(_))),performance.now()-d>bi)break}r(),u.curves.length<e.length&&(i=window.setTimeout(l,0,u,p))}return{ask(u){a=
f(u),c++,clearTimeout(i),a.curves.length<e.length&&(i=window.setTimeout(l,wi,a,c))},get done(){return a===null?0:a.curves.length},all:e.length,standings(u){return e.
map((p,d)=>{let h=a?.curves[d]??null;return{member:p,...h?u(h,p.country):{value:NaN,edge:!1,still:!1}}})}}}function so(t){let e=t.filter(n=>!Number.isNaN(n.value));
return{rows:e.filter(n=>!n.edge&&!n.still).sort((n,o)=>o.value-n.value),left:{edge:e.filter(n=>n.edge).length,still:e.filter(n=>n.still&&!n.edge).length,unknown:t.
length-e.length}}}function _i({value:t,edge:e,still:n}){return S(t)&&!e&&!n?"ranked":e?"edge":n?"still":"unknown"}function co(t,e){let{engine:n,members:o,edge:r,cut:s,mean:a,now:i,
words:c,sides:f}=t,l=io(n,o,{edge:r,cut:s},p);function u(){return t.ofInhabitants()?o.map(d=>{let h=a.figures(i.state,d.area.code,d.country),m=pt(h,i.state,d.country,
f);return{member:d,value:m.atLeast[i.state.border],edge:m.touchesEdge,still:Y(m)}}):l.done<l.all?[]:l.standings((d,h)=>on(i.state,d,h))}function p(){let{state:d,
shown:h}=i;if(!h||h.status)return;let m=t.ofInhabitants(),g=u(),{rows:_,left:w}=so(g),x=g.find(O=>O.member.key===d.place),k=x??{value:h.atLeast[d.border],edge:h.
touchesEdge,still:Y(h)},v=_.filter(O=>O.member.key!==d.place);$n(c,D(t),{all:l.all,done:m?l.all:l.done,rows:_,left:w,member:x?d.place:null,own:_i(k),kind:m?"ran\
k_mean":x?"rank_among":"rank_beside",lacking:U(c,h,d.border),place:v.filter(O=>O.value>k.value).length+1,shared:v.some(O=>O.value===k.value),of:v.length+1},O=>e(
{place:O}))}return{show:p,ask(){let{state:d,shown:h}=i;if(!h||h.status||t.ofInhabitants())return;let m=d.border!=="closed"||d.reading!=="routing";l.ask({request:{
...dt(d,t.here(),t.baseline).open,foreign_routing:m},opportunity:d.opportunity,weights:t.weights(),longest:t.longest()})},progress:()=>({done:l.done,all:l.all})}}function ao(t,e){let n=document.createElement("canvas").getContext("2d"),o=getComputedStyle(document.body).fontFamily,r=t.containerPointToLayerPoint([0,0]),s=L.
bounds(r,t.containerPointToLayerPoint(t.getSize())),[a,i]=[s.min,s.max];return{screen:s,point:c=>t.latLngToLayerPoint(c),free:c=>c[0]>=a.x&&c[2]<=i.x&&c[1]>=a.y&&
c[3]<=i.y&&e.every(f=>ke(f,c)),take:(...c)=>{e.push(...c)},widthOf(c,f,l){return n.font=`${l?600:400} ${f}px ${o}`,n.measureText(c).width}}}var lo=({x:t,y:e},n,o,r)=>[
[t+r,e-o/2],[t-r-n,e-o/2],[t-n/2,e-o-4],[t-n/2,e+4]];function xt(t,e,n){return t.style.transform=`translate(${e}px,${n}px)`,t}var xi=1.6,ki=250,Oi=6;function fo(t,e,n,o){return It(n,"cells",{_update(){if(this._map._animatingZoom&&this._bounds)return;L.Renderer.prototype._update.call(this),
this._fit(),de(t,this._frame,this._cell),de(e,this._frame,this._near);let r=Math.min(ki,Math.round(xi*Gn(this._frame.scale,o)));Yn(this._cell,this._frame,r,this.
_near,this._distance),this._expecting||this.draw()},expect(){this._expecting=!0,requestAnimationFrame(()=>{this._expecting&&this.draw()})},_fit(){let{frame:r,other:s}=this.
_lay(Et(!0));if(this._frame=r,!s&&this._cell)return;let{width:a,height:i}=r;this._image=this._context.createImageData(a,i),this._pixels=new Uint32Array(this._image.
data.buffer),this._cell=new Uint32Array(a*i),this._near=new Uint32Array(a*i),this._distance=new Uint8Array(a*i)},paint(r){this._look=r,this.draw()},draw(){if(this.
_expecting=!1,!this._look||!this._cell)return;let{ratio:r}=this._frame;qn(this._pixels,this._cell,this._frame,Oi*r,this._look),Jn(this._pixels,this._near,this._frame,
r>1?3:1,this._look),this._context.putImageData(this._image,0,0)},at(r,s){let a=this._map.latLngToLayerPoint(r).subtract(this._bounds.min).multiplyBy(this._frame.
ratio).floor(),{width:i,height:c}=this._frame;if(a.x<0||a.y<0||a.x>=i||a.y>=c)return-1;let f=a.y*i+a.x;return(s?this._near[f]:this._cell[f])-1}})}var Si=[["land",200],["cells",300],["base",350],["lines",400],["chosen",440],["names",620]],vi=.6;function uo(t,e,n){for(let[p,d]of Si){let h=t.createPane(p);h.
style.zIndex=String(d),h.style.pointerEvents="none"}let o={};for(let p of["land","lines"])o[p]=L.canvas({pane:p,padding:.15});let r=(p,d)=>({pane:p,renderer:o[p],
interactive:!1,smoothFactor:vi,...d}),s=e.base.border.map(kt),a=e.edge.map(kt),i=n.map(p=>L.polygon(p.rings,r("land",{weight:1})).addTo(t)),c=n.map(p=>L.polygon(
p.rings,r("lines",{fill:!1,weight:p.part==="ring"?.5:.9})).addTo(t)),f=L.polyline(a,r("lines",{weight:1.6,dashArray:"5 5"})).addTo(t),l=L.polyline(s,r("lines",{
weight:5,opacity:.85})).addTo(t),u=L.polyline(s,r("lines",{weight:2.4})).addTo(t);return{frontier:s,edge:a,dress(p){for(let d of i)d.setStyle({color:p.land,fillColor:p.
land,fillOpacity:1});c.forEach((d,h)=>d.setStyle({color:n[h].part==="ring"?p.faint:p.outline})),f.setStyle({color:p.edge}),l.setStyle({color:p.halo}),u.setStyle(
{color:p.border})},flush(){for(let p of Object.values(o))p._redraw()}}}var me=10,Ai=6,Ht=14,Ei=300,Ii=34,Ti=[0,9,9.75,11.5],Ni=t=>t<9.5?26:60,Mi=2;function po(t){let e=t.getZoom(),n=t.containerPointToLayerPoint([0,0]),o=t.getPixelOrigin(),
r=t.getSize();return{width:r.x,height:r.y,scale:2**e,zoom:e,x:n.x,y:n.y,left:o.x+n.x,top:o.y+n.y}}function Li(t,{width:e,height:n}){let o=[];for(let s=1;s<t.length;s++){
let[[a,i],[c,f]]=[t[s-1],t[s]],l=Math.max(1,Math.ceil(Math.hypot(c-a,f-i)/12));for(let u=0;u<l;u++){let p=a+(u+.5)/l*(c-a),d=i+(u+.5)/l*(f-i);p>0&&d>0&&p<e&&d<n&&
o.push([p,d])}}let r=Math.floor(o.length/2);return o.map((s,a)=>o[r+(a%2?-1:1)*Math.ceil(a/2)]).filter(Boolean)}var Ci=t=>t.reduce((e,[n,o],r)=>r?e+Math.hypot(n-
t[r-1][0],o-t[r-1][1]):0,0);function ho(t,e,n,o){let r=po(t),s=Yt(e,r.zoom),a=[],i=new Map;for(let c of o){if(!st(e,"road",c,r.zoom)||r.zoom<Ti[c-1])continue;let f=ct(
e,"road",c,r).filter(l=>e.name[l]).map(l=>({name:e.name[l],corners:at(e,l,s,r)})).map(l=>({...l,long:Ci(l.corners)})).filter(({long:l})=>l>=Ii).sort((l,u)=>u.long-
l.long);for(let{name:l,corners:u}of f){if(a.length>=Ni(r.zoom))return a;let p=l.split("/").slice(0,Mi).join("/"),d=n.widthOf(p,me,!0)+Ai,h=l.split("/").flatMap(
m=>i.get(m)??[]);for(let[m,g]of Li(u,r)){if(h.some(([x,k])=>Math.hypot(x-m,k-g)<Ei))continue;let[_,w]=[r.x+m-d/2,r.y+g-Ht/2];if(n.free([_-2,w-2,_+d+2,w+Ht+2])){
n.take([_,w,_+d,w+Ht]),a.push({text:p,rank:c,x:_,y:w,width:d,height:Ht}),h.push([m,g]);for(let x of l.split("/"))i.set(x,[...i.get(x)??[],[m,g]])}}}}return a}function mo(t,e,n,o){
let r=po(t);return o.filter(s=>st(e,n,s,r.zoom)).flatMap(s=>ct(e,n,s,r).map(a=>{let[[i,c]]=at(e,a,1/0,r);return{name:e.name[a],rank:s,people:e.people[a],at:L.point(
r.x+i,r.y+c)}}).sort((a,i)=>i.people-a.people))}var Ri=6e4,Pi=10.5,$i=".leaflet-bar, .leaflet-control-scale, #warnings li",Di=220,Bi=8,Ui=10,ji=12,Wi=[12.5,11.5,11,10.5];function zi(t){let e=t.containerPointToLayerPoint(
[0,0]),n=t.getContainer().getBoundingClientRect(),[o,r]=[e.x-n.left,e.y-n.top];return[...document.querySelectorAll($i)].map(s=>{let a=s.getBoundingClientRect();
return[a.left+o,a.top+r,a.right+o,a.bottom+r]})}function V(t,e,n,o,r){let s=o.size*1.3,a=Math.min(t.widthOf(e,o.size,o.bold),Di)+4,c=(r?lo(n,a,s,5):[[n.x-a/2,n.
y-s/2]]).find(([u,p])=>t.free([u,p,u+a,p+s]));if(!c)return[];let[f,l]=c;return t.take([f,l,f+a,l+s],[n.x-3,n.y-3,n.x+3,n.y+3]),[{name:e,x:f,y:l,at:n,...o,dot:r}]}
function Fi(t,e){let n=t.point(e.latlng);return t.take([n.x-11,n.y-31,n.x+11,n.y+2]),V(t,e.name,n.add([8,-14]),{size:14,bold:!0,kind:"here"},!0)}function Hi(t,{
areas:e,frontier:n,words:o},r){let s=n.flat().filter((i,c)=>c%Ui===0).map(t.point);if(!s.some(i=>t.screen.contains(i)))return[];let a=i=>s.some(c=>Math.abs(c.x-
i.x)<100&&Math.abs(c.y-i.y)<26);return[...new Set(e.map(i=>i.country))].flatMap(i=>{let c=o.t(i.toLowerCase()).toLocaleUpperCase(),f=e.filter(l=>l.country===i).
map(l=>t.point(l.centre)).filter(l=>t.screen.contains(l)&&!a(l)).sort((l,u)=>l.distanceTo(r)-u.distanceTo(r));for(let l of f){let u=V(t,c,l,{size:13,bold:!0,kind:"\
country"},!1);if(u.length)return u}return[]})}function Gi(t,{edge:e,words:n}){let[o]=e.flat().filter((r,s)=>s%Bi===0).map(t.point).filter(r=>t.screen.contains(r)).
sort((r,s)=>s.y-r.y);return o?V(t,n.t("data_end"),o.add([0,11]),{size:11,bold:!1,kind:"end"},!1):[]}function ge(t,{map:e,base:n},o){return n?ho(e,n,t,o).map(({text:r,
rank:s,x:a,y:i,width:c})=>({name:r,x:a,y:i,at:L.point(a,i),size:me,bold:!0,dot:!1,width:c,kind:s===1?"shield motorway":"shield"})):[]}function ye(t,{map:e,base:n},o){
return n?mo(e,n,"place",o).filter(({at:r})=>t.screen.contains(r)).flatMap(({name:r,rank:s,at:a})=>V(t,r,a,{size:Wi[s-1],bold:!1,kind:"village"},!0)):[]}function go(t,e,n){
let{map:o,places:r,areas:s}=t,a=o.getZoom(),i=ao(o,zi(o)),c=e?Fi(i,e):[];c.push(...ye(i,t,[1]));let f=o.containerPointToLayerPoint(o.getSize().divideBy(2)),l=!1;
for(let[u,p,d]of r){let h=s[u];if(!l&&h.population<Ri&&(l=!0,c.push(...Hi(i,t,f))),e&&e.area===h&&e.kind==="place"||!Se(h,a))continue;let m=i.point([d,p]);if(!i.
screen.contains(m))continue;let g=ve(h.population),_=h.part==="ring"?"ring":"town";c.push(...V(i,h.name,m,{size:g,bold:g>ji,kind:_,number:u},!0))}c.push(...ge(i,
t,[1,2]),...ye(i,t,[2,3]),...ge(i,t,[3]));for(let u of a>=Pi?n:[]){let p=i.point([u.lat,u.lon]);i.screen.contains(p)&&c.push(...V(i,u.name,p,{size:10.5,bold:!1,
kind:"stop",stop:u.key},!0))}return c.push(...ye(i,t,[4]),...ge(i,t,[4])),[...c,...Gi(i,t)]}function yo(t,e){t.replaceChildren(...e.flatMap(n=>{let o=y("span",{
class:"place "+n.kind+(n.bold?" big":"")},n.name);return o.style.fontSize=n.size+"px",n.width&&(o.style.width=n.width+"px"),xt(o,n.x,n.y),!n.dot||n.kind==="here"?
[o]:[xt(y("i",{class:"dot "+n.kind}),n.at.x-2.5,n.at.y-2.5),o]}))}var Xi=240,Ki=9;function Zi(){let t=y("div",{class:"pin","aria-hidden":"true"});return t.append(C("svg",{viewBox:"0 0 24 32"},C("path",{d:"M12 31C12 31 2.5 18.6\
 2.5 11.4a9.5 9.5 0 0 1 19 0C21.5 18.6 12 31 12 31Z"}),C("circle",{cx:12,cy:11.5,r:3.6}))),t}function Yi(t){t.append(y("div",{class:"cross","aria-hidden":"true"}));
let e=n=>t.classList.toggle("keyed",n);t.addEventListener("keyup",n=>e(n.target===t)),t.addEventListener("pointerdown",()=>e(!1)),t.addEventListener("blur",()=>e(
!1))}function qi(t,e){let n=y("div",{id:"hover",hidden:!0,"aria-hidden":"true"});t.getContainer().append(n);let o=null,r=()=>"";function s(){o&&(n.textContent=r(
e.at(o,!1)),n.hidden=!n.textContent)}return{sayAgain:s,quiet(){n.hidden=!0},hover(a){window.matchMedia("(hover: hover)").matches&&(r=a,t.on("mousemove",({latlng:i,
containerPoint:c})=>{o=i,s();let f=c.x>t.getSize().x-Xi;n.style.transform=`translate(${c.x+(f?-12:14)}px,${c.y+14}px)`+(f?" translateX(-100%)":"")}),t.on("mouse\
out zoomstart movestart",()=>{o=null,n.hidden=!0}))}}}function Ji(t,e){function n(r){let s=e(),a=s&&t.getBounds().contains(s)?s:t.getCenter();return t.setZoomAround(
a,t.getZoom()+r)}let{zoomDelta:o=1}=t.options;t.zoomIn=(r=o)=>n(r),t.zoomOut=(r=o)=>n(-r)}function Vi(t,e,n,o){let r=t.getPane("names"),s={written:[],chosen:null,
stops:[]},a=At(()=>{s.written=o(s.chosen,s.stops),yo(r,s.written)}),i=[a,...n?[n.late]:[]];function c(){if(e.hidden=!s.chosen,!s.chosen)return;let f=t.latLngToLayerPoint(
s.chosen.latlng);xt(e,f.x-12,f.y-31)}return t.on("moveend zoomend resize viewreset",()=>{c(),a.ask()}),t.on("zoomstart",()=>{r.replaceChildren(),e.hidden=!0}),{
choose(f){s.chosen=f,c(),a.ask()},showStops(f){s.stops=f,a.ask()},hold:()=>i.forEach(f=>f.hold()),release:()=>i.forEach(f=>f.release()),flush:()=>i.forEach(f=>f.
flush()),get written(){return s.written},get chosen(){return s.chosen}}}function wo(t,e,{areas:n,cells:o,base:r,words:s}){let a=uo(t,e,n),[i,c,f,l]=e.base.bounds,
u=fo(o,Kn(n.map(_=>_.rings.flat())),"cells",(i+f)/2),p=r?Ue("base"):null,d=Zi();t.getPane("chosen")?.append(d),Yi(t.getContainer()),L.control.scale({imperial:!1,
position:"bottomright",maxWidth:110}).addTo(t);let h=L.latLngBounds([i,c],[f,l]),m=()=>t.fitBounds(h,{padding:[2,2],animate:!1});t.setMaxBounds(h.pad(.9)),Fe(t,
m);let g=Vi(t,d,p,(_,w)=>go({map:t,places:e.base.places,areas:n,base:r,words:s,...a},_,w));return Ji(t,()=>g.chosen?.latlng),He(t,()=>{t.invalidateSize({animate:!1,
pan:!1}),m()}),{layer:u,home:m,...qi(t,u),dress(_,w){a.dress(_),p?.dress(w)},start(){m(),u.addTo(t),p?.addTo(t).show(r)},choose:g.choose,showStops:g.showStops,expect(){
u.expect(),g.hold()},answered:g.release,flush(){a.flush(),g.flush()},nameAt(_){let w=t.containerPointToLayerPoint(_),[x]=g.written.filter(k=>(k.number!==void 0||
k.stop)&&k.dot).map(k=>({far:k.at.distanceTo(w),one:k})).sort((k,v)=>k.far-v.far);return x&&x.far<Ki?x.one:null},get written(){return g.written},get chosen(){return g.
chosen}}}var Qi=120,ts=300,es=700;function we(t,e){let n=0;return()=>{clearTimeout(n),n=window.setTimeout(e,t)}}function bo({map:t,view:e,here:n},o){let r=n(),s=L.latLng(
r.lat,r.lon);o&&!t.getBounds().pad(-.08).contains(s)&&t.panTo(s,{animate:!1}),e.choose({...r,latlng:s})}function ns(t){let{words:e,data:n,map:o,view:r,now:s}=t;
function a(){b("theme").textContent=e.t(t.dark()?"theme_light":"theme_dark")}return{speak(){e.language=s.state.language,Tt(e,n,o.getContainer()),bo(t,!1),a()},dress(){
document.documentElement.dataset.theme=t.dark()?"dark":"light",Ee(n.sides,t.dark()),r.dress(t.theme(),t.dark()),a()}}}function os(t,e){let{map:n,view:o,areas:r,
engine:s,words:a}=t;function i(c,f){let l=o.nameAt(c);if(l)return e({place:l.stop??"place:"+r[Number(l.number)].code});let u=o.layer.at(f,!0);return u>=0?e({place:"\
cell:"+s.cells.id[u]}):Ft(a.t("outside_click"))}n.on("click",c=>i(c.containerPoint,c.latlng)),n.getContainer().addEventListener("keydown",c=>{c.key!=="Enter"||c.
target!==n.getContainer()||(c.preventDefault(),i(n.latLngToContainerPoint(n.getCenter()),n.getCenter()))}),o.hover(c=>Wn(t,c))}function rs(t,e){let{words:n,known:o,
places:r,view:s,now:a,map:i}=t,{speak:c,dress:f}=ns(t),l=co(t,g),u=we(es,()=>{b("said").textContent=b("headline").textContent}),p=we(Qi,()=>le(t,g)),d=we(ts,()=>fe(
t)),h=gn(b("question"),{words:n,known:o,ask:g,entries:[...r.searchable((w,x)=>i.distance(w,x)),...to(t.base,t.engine,r,n)]}),m=ln(t,{begin(w){a.state.language!==
w.language&&c(),a.state.theme!==w.theme&&f(),h.show(a.state,t.here().name),a.state.place!==w.place&&(s.expect(),bo(t,!0)),b("headline").setAttribute("aria-busy",
"true"),s.quiet()},draw(){Un(t),s.answered(),s.sayAgain(),jn(t,g),u(),l.ask(),l.show(),zt(t),Rn(t)},later(){p(),d()}},e.redrawMs);function g(w){return m.ask(w)}
function _(){f(),a.shown&&m.show(a.state)}return b("theme").addEventListener("click",()=>{let w=t.dark()?"light":"dark";return Xt({theme:w}),g({theme:w})}),b("t\
able-box").addEventListener("toggle",()=>le(t,g)),b("rank-box").querySelector("details").addEventListener("toggle",l.show),t.prefersDark.addEventListener("chang\
e",_),window.addEventListener("hashchange",()=>g(mt(location.hash))),Hn(t,{dress:f,draw:m.draw,again:_}),os(t,g),Object.defineProperty(e,"rank",{get:l.progress}),
{ask:g,first(){return s.start(),c(),f(),s.showStops(r.stops),m.show(a.state)}}}async function is(t,e,n){let{trip:o,scenario:r}={...e.start,...mt(location.hash)},
s={place:{kind:"cell",index:0},trip:o,scenario:r},a=await Sn(e.engine,b("grensgeo-engine").textContent,s),i=p=>a.arrays["shape/"+p],c=Oe(e.base.areas),f=Xn(Object.
fromEntries(["rings","corners","start_x","start_y","step_x","step_y"].map(p=>[p,i(p)]))),l=await Be(e.base_map),u=wo(t,e,{areas:c,cells:f,base:l,words:n});return{
map:t,data:e,words:n,engine:a,areas:c,base:l,view:u,edge:i("edge")}}function ss(t){let e=Ie();Object.assign(e.start,Pe(e.language,{}));let n=Le(e.labels,e.start.
language),o={},r=i=>{Object.assign(o,i),n.language=i.language,Tt(n,e,t.getContainer())};je(i=>{Xt({language:i}),r({language:i})});let s={redrawMs:[]};async function a(){
let i=ro(await is(t,e,n),o),{ask:c,first:f}=rs(i,s);return r=c,Object.defineProperties(s,{state:{get:()=>({...i.now.state})},figures:{get:()=>i.now.shown}}),Object.
assign(s,{set:c,engine:i.engine,csv:()=>ue(i),chart:l=>Bt(n,i.now.state,D(i).opportunity,l,u=>c({cutoff:u}))}),await f(),s}t.getContainer().setAttribute("role",
"application"),Tt(n,e,t.getContainer()),s.ready=a().catch(i=>{throw b("headline").textContent=n.t("failed",{reason:String(i?.message??i)}),i}),Object.assign(globalThis,
{grensgeoAtlas:s})}Object.assign(globalThis,{grensgeoPage:ss});})();
