/* grensgeo atlas: bundled from js/ by `make js`; edit there.
   sources f421d36485157d49: src/atlas/answer.js src/atlas/asking.js src/atlas/cells.js src/atlas/chart.js src/atlas/choices.js src/atlas/colours.js src/atlas/controls.js src/atlas/csv.js src/atlas/cut.js src/atlas/engine.js src/atlas/figures.js src/atlas/ground.js src/atlas/headline.js src/atlas/leaving.js src/atlas/main.js src/atlas/mean.js src/atlas/names.js src/atlas/outlines.js src/atlas/picture.js src/atlas/places.js src/atlas/ranking.js src/atlas/saying.js src/atlas/search.js src/atlas/session.js src/atlas/showing.js src/atlas/standings.js src/atlas/state.js src/atlas/telling.js src/atlas/view.js src/engine/answers.js src/engine/counting.js src/engine/hierarchy.js src/engine/later.js src/engine/streets.js src/engine/sweep.js src/engine/timetable.js src/engine/transit.js src/engine/weights.js src/engine/worker.js src/shared/areas.js src/shared/base_map.js src/shared/base_names.js src/shared/elements.js src/shared/geometry.js src/shared/numbers.js src/shared/page.js src/shared/precision.js src/shared/room.js src/shared/unpack.js src/shared/words.js */
"use strict";(()=>{var dn=85.0511287798,Q=t=>256*(t+180)/360;function tt(t){let n=Math.sin(Math.max(-dn,Math.min(dn,t))*Math.PI/180);return 256*(.5-Math.log((1+n)/(1-n))/(4*Math.PI))}
function z(t){let n=new Int32Array(t.length+1);for(let e=0;e<t.length;e++)n[e+1]=n[e]+t[e];return n}function xt(t){let n=[],[e,o]=[0,0];for(let r=0;r<t.length;r+=
2)e+=t[r],o+=t[r+1],n.push([o/1e4,e/1e4]);return n}var hn=t=>t.map(n=>n.map(xt)),mn=(t,n)=>t[2]<n[0]||t[0]>n[2]||t[3]<n[1]||t[1]>n[3];var co=[[9,15e4],[10,5e4]];function gn(t){return t.map(([n,e,o,r,s,a,i],c)=>{let f=hn(i);return{number:c,code:n,name:e,country:o,nuts3:r,part:s,population:a,rings:f,
centre:L.latLngBounds(f.flat(2)).getCenter()}})}function yn(t,n){let e=co.find(([o])=>n<o);return t.part!=="ring"||!e||t.population>=e[1]}var wn=t=>t>2e5?15:t>6e4?
13:11.5;var zt={uint8:Uint8Array,int8:Int8Array,uint16:Uint16Array,int16:Int16Array,uint32:Uint32Array,int32:Int32Array,float32:Float32Array,float64:Float64Array};function ao(t){
let n=atob(t),e=new Uint8Array(n.length);for(let o=0;o<e.length;o++)e[o]=n.charCodeAt(o);return e}async function lo(t){let n=new Blob([t]).stream().pipeThrough(
new DecompressionStream("deflate"));return new Uint8Array(await new Response(n).arrayBuffer())}function fo(t,{n,width:e,steps:o=0}){let r=new Int32Array(n);for(let s=0;s<
n;s++){let a=t[s];e>1&&(a|=t[n+s]<<8),e>2&&(a|=t[2*n+s]<<16|t[3*n+s]<<24),r[s]=a>>>1^-(a&1)}for(let s=0;s<o;s++)for(let a=1;a<n;a++)r[a]=r[a]+r[a-1]|0;return r}
function uo(t,n){let e=new zt[n.type](n.n),o=10**n.digits,r=Object.hasOwn(n,"null");for(let s=0;s<n.n;s++)e[s]=r&&t[s]===n.null?NaN:t[s]/o;return e}function po(t,{
type:n,n:e,width:o}){let r=new Uint8Array(e*o);for(let c=0;c<o;c++)for(let f=0;f<e;f++)r[f*o+c]=t[c*e+f];let s=new DataView(r.buffer),a=new zt[n](e),i=o===8?"ge\
tFloat64":"getFloat32";for(let c=0;c<e;c++)a[c]=s[i](c*o,!0);return a}async function ho(t,n){let e=await lo(ao(n));if(t.type==="text")return t.n===0?[]:new TextDecoder().
decode(e).split(`
`);if(!Object.hasOwn(t,"steps"))return po(e,t);let o=fo(e,t);return Object.hasOwn(t,"digits")?uo(o,t):t.type==="int32"?o:zt[t.type].from(o)}async function nt(t,n){
if(t.format!==1||t.parts.length!==n.length)throw new Error(`packed in format ${t.format}, ${n.length} chunks`);let e=await Promise.all(t.parts.map((o,r)=>ho(o,n[r])));
return Object.fromEntries(t.parts.map((o,r)=>[o.name,e[r]]))}var mo=["nature","built_up","water"],go=[[1.5,4.5],[1.1,3.4],[.6,2.6],[.5,2]],Ht=[8,13],bn=1.1,yo=2.2,Ft=({looks:t},n)=>t.levels_from.filter(e=>n>=e).length;function rt({
looks:t},n,e,o){let r=t.shown_from[n];return o>=r[Math.min(e,r.length)-1]}function wo(t,n){let{layers:e}=n,{names:o,layer:r,rank:s,name:a,corners:i,start_x:c,start_y:f,
step_x:l,step_y:u}=t,p=z(i),d=i.length,h=new Float64Array(p[d]),m=new Float64Array(p[d]),g=new Float64Array(4*d),_=new Int32Array(d),[w,k,O,v]=[0,0,0,0];for(let x=0;x<
d;x++){w+=c[x],k+=f[x];let[T,E]=[w,k],[j,F,G,X]=[1/0,1/0,-1/0,-1/0];for(let A=p[x];A<p[x+1];A++)A>p[x]&&(T+=l[O],E+=u[O],O++),h[A]=Q(T/1e4),m[A]=tt(E/1e4),j=Math.
min(j,h[A]),G=Math.max(G,h[A]),F=Math.min(F,m[A]),X=Math.max(X,m[A]);g.set([j,F,G,X],4*x),e[r[x]]==="place"&&(_[x]=t.people[v++])}return{n:d,layer:Array.from(r,
x=>e[x]),rank:s,name:Array.from(a,x=>o[x]),people:_,at:p,x:h,y:m,level:t.level,box:g,looks:n}}async function _n(t){if(!t)return null;let{manifest:n,chunks:e}=t;
return wo(await nt(n,e),n.meta)}function it({n:t,layer:n,rank:e,box:o},r,s,{width:a,height:i,scale:c,left:f,top:l}){let u=[];for(let p=0;p<t;p++){if(n[p]!==r||e[p]!==
s)continue;o[4*p]*c-f>a||o[4*p+2]*c-f<0||o[4*p+1]*c-l>i||o[4*p+3]*c-l<0||u.push(p)}return u}function st({at:t,x:n,y:e,level:o},r,s,{scale:a,left:i,top:c}){let f=[];
for(let l=t[r];l<t[r+1];l++)o[l]<=s&&f.push([n[l]*a-i,e[l]*a-c]);return f}function bo(t,n,e,o,{sight:r,level:s}){let a=mo.includes(e);t.beginPath();for(let i of it(
n,e,o,r)){let c=st(n,i,s,r);c.length<(a?3:2)||(c.forEach(([f,l],u)=>u?t.lineTo(f,l):t.moveTo(f,l)),a&&t.closePath())}}function et(t,n,e,o=[]){t.strokeStyle=n,t.
lineWidth=e,t.setLineDash(o),t.stroke()}function _o(t,n,e,{zoom:o,ratio:r,colours:s}){let a=Ft(n,o),i=Math.max(0,Math.min(1,(o-Ht[0])/(Ht[1]-Ht[0]))),c={sight:e,
level:a};t.lineJoin="round",t.lineCap="round";function f(l,u){for(let p=n.looks.shown_from[l].length;p>=1;p--)rt(n,l,p,o)&&(bo(t,n,l,p,c),u(p))}for(let l of["na\
ture","built_up","water"])f(l,()=>{t.fillStyle=s[l],t.fill("nonzero")});if(f("waterway",l=>et(t,s.river,r*(1+1.4*i)/Math.sqrt(l))),f("road",l=>{let[u,p]=go[l-1],
d=r*(u+i*(p-u));et(t,s.casing,d+r*(l<3?bn:.7*bn)),et(t,s.road,d)}),t.lineCap="butt",f("rail",l=>{let u=r*(l===1?1.7+i:1.3+i);et(t,s.rail,u),et(t,s.sleeper,u*.5,
[5*r,5*r])}),t.setLineDash([]),!!rt(n,"station",1,o))for(let l of it(n,"station",1,e)){let[[u,p]]=st(n,l,a,e),d=r*yo;t.fillStyle=s.station,t.fillRect(u-d,p-d,2*
d,2*d),t.strokeStyle=s.rail,t.lineWidth=r,t.strokeRect(u-d,p-d,2*d,2*d)}}function xn(t){let n={options:{padding:.15},_initContainer(){this._container=L.DomUtil.
create("canvas","base-map"),this._container.setAttribute("aria-hidden","true"),this._context=this._container.getContext("2d")},_destroyContainer(){L.DomUtil.remove(
this._container)},_update(){this._map._animatingZoom&&this._bounds||(L.Renderer.prototype._update.call(this),this.draw())},show(o){this._base=o,this.draw()},dress(o){
this._dark=o,this.draw()},draw(){if(!this._base||!this._bounds)return;let o=Math.min(2,Math.max(1,window.devicePixelRatio||1)),r=this._bounds.getSize(),s=this._container;
L.DomUtil.setPosition(s,this._bounds.min),s.style.width=r.x+"px",s.style.height=r.y+"px",s.width=Math.max(1,Math.round(r.x*o)),s.height=Math.max(1,Math.round(r.
y*o));let a=this._map.getZoom(),i=this._map.getPixelOrigin().add(this._bounds.min),c={width:s.width,height:s.height,scale:o*2**a,left:i.x*o,top:i.y*o},f=this._base.
looks.colours[this._dark?"dark":"light"];_o(this._context,this._base,c,{zoom:a,ratio:o,colours:f})}},e=L.Renderer.extend(n);return new e({pane:t})}var b=t=>document.getElementById(t);function kn(t,n,e){for(let[o,r]of Object.entries(n))r!==null&&r!==!1&&t.setAttribute(o,r===!0?"":String(r));return t.append(
...e.filter(o=>o!==null)),t}function y(t,n={},...e){return kn(document.createElement(t),n,e)}function R(t,n={},...e){let o=document.createElementNS("http://www.\
w3.org/2000/svg",t);return kn(o,n,e)}function ct(t,n,e){return t.style[e]=`var(--side-${n})`,t}var kt=t=>ct(y("i",{class:"key","aria-hidden":"true"}),t,"backgro\
und");function vn(t,n){for(let[e,o]of Object.entries(t))document.documentElement.style.setProperty("--side-"+e,o[n?1:0])}function vt(t,n,e=null){let o=y("button",
{type:"button",class:"link","data-key":e},t);return o.addEventListener("click",n),o}var On=()=>JSON.parse(b("grensgeo-data").textContent);function Ot(t,...n){let e=t.
contains(document.activeElement)?document.activeElement:null,o=e?.getAttribute("data-key")??null,r=!e?.matches(":focus-visible");if(t.replaceChildren(...n.filter(
a=>a!==null)),o===null)return;let s=[...t.querySelectorAll("[data-key]")].find(a=>a.getAttribute("data-key")===o);s instanceof HTMLElement&&s.focus({preventScroll:r})}var xo=[[".leaflet-control-zoom-in","zoom_in"],[".leaflet-control-zoom-out","zoom_out"],["a.home","home"]],at=t=>[...document.querySelectorAll(`[data-${t}]`)].map(
n=>n);function St(t,n,e){let{t:o}=t;document.documentElement.lang=t.language,document.title=t.in(n.title),b("title").textContent=t.in(n.title);for(let r of at("\
text"))r.textContent=o(String(r.dataset.text),{version:n.version});for(let r of at("said"))r.title=o(String(r.dataset.said));for(let r of at("label"))r.setAttribute(
"aria-label",o(String(r.dataset.label)));ko(t.language),e.setAttribute("aria-label",o("map_region"));for(let[r,s]of xo){let a=document.querySelector(r);a&&(a.title=
o(s),a.setAttribute("aria-label",o(s)))}}function ko(t){for(let n of at("language"))n.setAttribute("aria-pressed",String(n.dataset.language===t))}function Sn(t){
for(let n of at("language"))n.addEventListener("click",()=>t(String(n.dataset.language)))}function An(t){return t.url?y("a",{href:t.url,rel:"noopener noreferrer",
target:"_blank"},t.title):y("span",{},t.title)}function En(t,n){let e=L.Control.extend({onAdd(){let o=L.DomUtil.create("div","leaflet-bar"),r=L.DomUtil.create("\
a","home",o);return r.href="#",r.setAttribute("role","button"),r.textContent="⌂",L.DomEvent.on(r,"click",s=>{L.DomEvent.stop(s),n()}),o}});new e({position:"to\
pleft"}).addTo(t)}function In(t,n){let e=window.innerWidth;window.addEventListener("resize",()=>{if(window.innerWidth===e){t.invalidateSize({animate:!1});return}
e=window.innerWidth,n()})}var B={nl:"nl-NL",de:"de-DE",en:"en-GB"},vo=.001,Oo=10,So=.095,Nn=5e-4,Tn=.001,Ao=.995,Eo=.99;function Io(t){return t>=vo&&t<1?{maximumSignificantDigits:2}:{maximumFractionDigits:t<
Oo?1:0}}var No=t=>t.replace("-","−");function Gt(t){let n=new Map;function e(c,f){let l=JSON.stringify(f),u=n.get(l);return u||n.set(l,u=new Intl.NumberFormat(
t,f)),u.format(c)}let o=c=>e(c,Io(Math.abs(c))),r=c=>e(c,{style:"percent",maximumFractionDigits:c!==0&&Math.abs(c)<So?1:0});function s(c){return c>Ao&&c<1?">"+r(
Eo):c>0&&c<Nn?"<"+r(Tn):r(c)}let a=(c,f)=>f>0?"+"+c:No(c);function i(c){return c===0||Math.abs(c)>=Nn?a(r(c),c):(c<0?"−":"+")+"<"+r(Tn)}return{format:e,count:o,
share:r,part:s,signedShare:i,plain:c=>e(c,{}),signedCount:c=>a(o(c),c),minutes:(c,f=0)=>e(c,{minimumFractionDigits:f,maximumFractionDigits:f})}}var At=Object.keys(B);function Mn(t,n){return n.map(e=>e.slice(0,2).toLowerCase()).find(e=>At.includes(e))??t}function To(t,n){return t.replace(/\{(\w+)\}/g,(e,o)=>Object.
hasOwn(n,o)?n[o]:e)}var P=t=>t.normalize("NFD").replace(/\p{M}/gu,"").replace(/ß/g,"ss").toLowerCase().replace(/[^\p{L}\p{N}]+/gu," ").trim();function Ln(t,n){
let e=n,o=Gt(B[e]);function r(i,c){let f=t[i];return f&&c!==null&&Object.hasOwn(f,c)?f[c][e]:null}let s=(i,c={})=>To(r("texts",i)??i,c);return{get language(){return e},
set language(i){e=i,o=Gt(B[i])},named:r,t:s,count:i=>i===null||Number.isNaN(i)?s("missing"):o.count(i),share:i=>o.share(i),part:i=>o.part(i),plain:i=>o.plain(i),
signedCount:i=>o.signedCount(i),signedShare:i=>o.signedShare(i),minutes:(i,c)=>o.minutes(i,c),opportunity:i=>r("opportunities",i)??i,period:i=>r("periods",i)??i,
in:i=>i[e],capital:i=>i.charAt(0).toLocaleUpperCase(B[e])+i.slice(1),lowered:i=>i.charAt(0).toLocaleLowerCase(B[e])+i.slice(1),sort:(i,c)=>i.localeCompare(c,B[e]),
date:i=>new Intl.DateTimeFormat(B[e],{weekday:"short",day:"numeric",month:"short",timeZone:"UTC"}).format(i),clock:i=>new Intl.DateTimeFormat(B[e],{hour:"2-digi\
t",minute:"2-digit",timeZone:"UTC"}).format(i),sentence(i,c){return s(i).split(/(\{\w+\})/).map(f=>{let l=f.startsWith("{")?f.slice(1,-1):null;return l!==null&&
Object.hasOwn(c,l)?c[l]:f})}}}var Et=.999999999,I=t=>Math.fround(t*(1+4e-7));var Cn=1,Rn=[5,15],Mo=[5,10,15,20,30],Lo=60,Co=6,Pn={light:{land:"#f6f4ef",faint:"#c4c0b6",outline:"#7d7f86",edge:"#5b6270",halo:"#ffffff",border:"#c2185b",beyond:"\
#e9e6df",line:"#16181d",undo:"#f6f4ef",still:"#8b8478",same:"#ffffff"},dark:{land:"#20252e",faint:"#454b57",outline:"#7b8494",edge:"#a8afbc",halo:"#0f1217",border:"\
#ff6f9f",beyond:"#2b313c",line:"#ffffff",undo:"#20252e",still:"#59606d",same:"#4a5160"}},lt=t=>Mo.find(n=>t/n<=Co)??Lo;function It(t,n){let e=[];for(let o=0;o<t;o+=
n)e.push({from:o,to:Math.min(t,o+n)});return e}function $(t){let n=parseInt(t.slice(1),16);return 255<<24|(n&255)<<16|n&65280|n>>16}function $n(t){return{colour:new Uint32Array(
t+1),stripe:new Uint32Array(t+1),within:new Uint8Array(t+1),line:0}}function Dn(t,n,e,{minutes:o,walked:r,cutoff:s,width:a,countries:i,counts:c}){let f=e.map($),
l=I(s),[u,p,d]=[$(n.beyond),$(n.undo),$(n.still)];t.line=$(n.line);for(let h=0;h<o.length;h++){let m=o[h],g=m<=l,_=g?f[Math.max(0,Math.min(f.length-1,Math.ceil(
(m-1e-4)/a)-1))]:u;t.within[h+1]=g?1:0,t.colour[h+1]=_,t.stripe[h+1]=g&&!c(m,i[h])?p:g&&r&&r[h]?d:_}}function Bn(t,n,e,{minutes:o,before:r,cutoff:s}){let a=I(s),
i=e.map($),c=i.length/2,[f,l,u]=[$(n.beyond),$(n.same),$(n.undo)];t.line=$(n.line);for(let p=0;p<o.length;p++){let[d,h]=[o[p],r[p]],[m,g]=[d<=a,h<=a];t.within[p+
1]=m?1:0;let _=l,w=null;if(!m&&!g)_=f;else if(m&&Number.isNaN(h))[_,w]=[i[i.length-1],u];else if(g&&Number.isNaN(d))[_,w]=[i[0],u];else{let k=h-d,O=Math.abs(k),
v=Rn.filter(x=>O>=x).length;O>=Cn&&(_=k>0?i[c+v]:i[c-1-v])}t.colour[p+1]=_,t.stripe[p+1]=w??_}}function Ro(t,n,e){let{t:o,minutes:r}=t,s=e.length/2,a=[Cn,...Rn],
i=a.map((l,u)=>u+1<a.length?o("band_range",{a:r(l),b:r(a[u+1])}):r(l)+"+"),c=i.map((l,u)=>({colour:e[s+u],said:o("faster",{a:l})})),f=i.map((l,u)=>({colour:e[s-
1-u],said:o("slower",{a:l})}));return[...c.reverse(),{colour:n.same,said:o("same")},...f,{colour:e[e.length-1],stripe:n.undo,said:o("gained")},{colour:e[0],stripe:n.
undo,said:o("lost")}]}function Po(t,n,e,{cutoff:o,width:r,border:s,walked:a,vehicle:i}){let{t:c,minutes:f}=t,l=It(o,r).map((u,p)=>({colour:e[Math.min(p,e.length-
1)],band:!0,said:c("band_range",{a:f(u.from),b:f(u.to)})}));return s!=="open"&&l.push({colour:e[1],stripe:n.undo,said:c("not_counted")}),a&&l.push({colour:e[1],
stripe:n.still,said:c("without_ride",{vehicle:i})}),l}function Un(t,n,e,o){let{t:r}=t,s=t.minutes(o.cutoff);return[...o.before?Ro(t,n,e.diverging):Po(t,n,e.times,
o),{line:n.line,said:r("isochrone",{n:s})},{colour:n.beyond,said:r("beyond",{n:s})},{colour:n.land,said:r("nobody")},...o.frontier?[{line:n.border,said:r("borde\
r_line")}]:[]]}var ft=(t,n)=>({own:t[n],others:t.filter((e,o)=>o!==n)});function K(t){let n=t.filter(e=>!Number.isNaN(e));return n.length?n.reduce((e,o)=>e+o,0):NaN}function zn(t){
let n=K(t);return n===0&&t.some(e=>Number.isNaN(e))?NaN:n}var Nt=t=>t.status!==""&&t.status!=="no_service";function pt(t,n,e){let o=(a,i)=>({place:n.ask,trip:t.
trip,direction:t.direction,percentile:t.percentile,foreign_routing:i,scenario:a}),r=t.reading==="routing",s={open:o(t.scenario,!0)};return r&&(s.wall=o(t.scenario,
!1)),t.scenario!==e&&(s.before=o(e,!0),r&&(s.beforeWall=o(e,!1))),s}function dt(t,n){let e=I(t.cutoff);return(o,r)=>o<=e&&(r===n||t.border==="open"||t.border===
"realised"&&Math.fround(o+t.resistance)<=e)}function $o({engine:t,weights:n},e,o,{open:r,wall:s}){let a=t.reach(r.minutes,n,e.cutoff,o,{resistance:e.resistance}),
i=s?t.reach(s.minutes,n,e.cutoff,o,{}):a;return{...a,closed:i.closed}}function ut(t,n,e,o){let r=t.by[e]??NaN,s={closed:[t.closed],realised:[r,...ft(t.feltBy,e).
others],open:[r,...ft(t.by,e).others]},a=[o[e]??"other",...ft(o.slice(0,t.by.length),e).others],i={},c={};for(let[p,d]of Object.entries(s))i[p]=zn(d),c[p]=a.filter(
(h,m)=>Number.isNaN(d[m]));let f=n.border,u={closed:t.by.map(()=>0),realised:t.feltBy,open:t.by}[f].map((p,d)=>d!==e?p:f==="closed"?t.closed:t.by[e]);return{...t,
atLeast:i,lacks:c,shown:t[f],shownBy:u,sides:o.slice(0,t.by.length),unknownCountries:c[f]}}function Do(t,n,{minutes:e,walked:o}){if(!o)return NaN;let r=I(n.cutoff),
[s,a]=[0,0];for(let i=0;i<e.length;i++)!(e[i]<=r)||Number.isNaN(t[i])||(s+=t[i],o[i]&&(a+=t[i]));return s>0?a/s:NaN}var jn=(t,n,e)=>(t.border==="closed"&&e?e:n).
minutes;function Hn(t,n,e,o){let{engine:r,weights:s,edge:a,cut:i,palette:c,longest:f,sides:l}=t;if(Nt(o.open))return t.mean?Wn(t,n,e,{minutes:o.open.minutes,walked:null}):
{status:o.open.status};let u=jn(n,o.open,o.wall),p={minutes:u,walked:o.open.walked},d=o.before&&!Nt(o.before)?{open:o.before,wall:o.beforeWall}:null,h=d?jn(n,d.
open,d.wall):null;if(t.mean)return Wn(t,n,e,{...p,before:h});let m=g=>ut($o(t,n,e,g),n,e,l);return{...m(o),...p,home:e,noService:o.open.status==="no_service",shareWithout:Do(
s,n,o.open),...d&&h?{before:{...m(d),minutes:h}}:{},touchesEdge:i<=n.cutoff||Bo(r,a,n,e,u),bands:Uo(r,n,u,lt(f),c),curve:{...r.curve(o.open.minutes,s,f),home:e}}}
function Wn(t,n,e,{minutes:o,walked:r,before:s}){let{mean:a,code:i,baseline:c,palette:f,longest:l,sides:u}=t,p=a,d={...n,scenario:c},h=p.curve(n,i,"population");
return{...ut(p.figures(n,i,e),n,e,u),minutes:o,walked:r,home:e,mean:!0,...n.scenario===c?{}:{before:{...ut(p.figures(d,i,e),d,e,u),minutes:s}},bands:It(n.cutoff,
lt(l)).map((m,g)=>{let _=w=>w[Math.min(m.to,w.length-1)]-(m.from>0?w[m.from]:0);return{...m,by:h.by.map(_),colour:f[Math.min(g,f.length-1)]}}),curve:{...p.curve(
n,i),home:e}}}function Bo(t,n,e,o,r){let s=dt(e,o);return r.some((a,i)=>n[i]&&s(a,t.cells.country[i]))}function Uo(t,n,e,o,r){let s=It(n.cutoff,o).map((i,c)=>({
...i,by:Array(t.cells.covered).fill(0),colour:r[Math.min(c,r.length-1)]})),a=s.map(i=>I(i.to));for(let i=0;i<e.length;i++){let c=a.findIndex(l=>e[i]<=l),f=t.cells.
country[i];c>=0&&f>=0&&(s[c].by[f]+=t.cells.population[i])}return s}function jo(t,n,e){let{own:o,others:r}=ft(n.by,e),s=o?o[t.cutoff]:NaN,a=t.border==="realised"?
t.cutoff-t.resistance:t.cutoff;return t.border==="closed"||a<0?s:zn([s,...r.map(i=>i[a])])}function Fn({engine:t,weights:n,edge:e,longest:o},{minutes:r,walked:s},a){
let{country:i,covered:c}=t.cells,f=Array(c).fill(1/0);for(let l=0;l<r.length;l++)e[l]&&r[l]<f[i[l]]&&(f[i[l]]=r[l]);return{curve:t.curve(r,n,o),edge:f,cut:a,walked:s&&
t.curve(r.map((l,u)=>s[u]?l:NaN),n,o)}}function Gn(t,{curve:n,walked:e,edge:o,cut:r},s){let a=I(t.cutoff),{own:i,others:c}=ft(o,s),f=Math.min(...c),l=t.border===
"closed"?1/0:t.border==="realised"?Math.fround(f+t.resistance):f,u=p=>K(p.by.map(d=>d[t.cutoff]));return{value:jo(t,n,s),edge:r<=t.cutoff||Math.min(i??1/0,l)<=a,
still:e!==null&&!(u(e)<u(n)*Et)}}function Xn(t,n,e,o,r){let s=new Map(n.map(l=>[l,[]]));for(let l=0;l<t.cells.n;l++){let u=e(l);u&&s.get(u)?.push(l)}let a=l=>Number.
isNaN(r[l])?1/0:r[l],i=t.cells.population,c=I(o.cutoff),f=[];for(let[l,u]of s){let p=u.reduce((g,_)=>g+i[_],0),[d,h,m]=[0,1/0,0];for(let g of u.sort((_,w)=>a(_)-
a(w)||0))d<p/2&&d+i[g]>=p/2&&(h=a(g)),d+=i[g],r[g]<=c&&(m+=i[g]);p>0&&f.push({area:l,median:h,within:m})}return f.sort((l,u)=>l.median===u.median?0:l.median-u.median)}var H=["closed","realised","open"],Tt=["destinations","routing"],Xt=["from","to"],Kt=["mean","place"],Wo=["auto","light","dark"],Zt=5,Mt=90,Lt=60;function Kn(t,n,e,o){
let r=Math.round(Number(t));return t===""||t===null||!Number.isFinite(r)?o:Math.max(n,Math.min(e,r))}var D=(t,n,e)=>n.find(o=>o===t)??e;function Z(t,n){let e=t.
trips.find(o=>o.id===n);return e&&e.max_min?Math.min(Mt,Math.floor(e.max_min)):Mt}function zo(t,n){let e=n&&n.length?n:[50],o=e.includes(50)?50:e[Math.floor(e.length/
2)];return D(Number(t),e,o)}function Ho(t,n){let{step:e}=n.mean,o=Math.min(Z(n,t.trip),n.mean.longest(t)),r=(s,a,i)=>Math.max(a,Math.min(i,Math.round(s/e)*e));t.
cutoff=r(t.cutoff,e,Math.floor(o/e)*e),t.resistance=r(t.resistance,0,Lt)}function Ct(t,n,e){let o={...n,...t};return o.language=D(o.language,At,n.language),o.theme=
D(o.theme,Wo,"auto"),e.hasPlace(o.place)||(o.place=n.place),o.direction=D(o.direction,Xt,n.direction),o.trip=D(o.trip,e.trips.map(r=>r.id),n.trip),o.percentile=
zo(o.percentile,e.trips.find(r=>r.id===o.trip)?.percentiles),o.cutoff=Kn(o.cutoff,Zt,Z(e,o.trip),n.cutoff),o.border=e.hasBorder?D(o.border,H,n.border):"open",o.
reading=e.hasBorder?D(o.reading,Tt,n.reading):Tt[0],o.resistance=Kn(o.resistance,0,Lt,n.resistance),o.opportunity=D(o.opportunity,e.opportunities,n.opportunity),
o.scenario=D(o.scenario,e.scenariosOf(o.trip),e.scenarios[0]),o.compare=o.compare===!0&&o.scenario!==e.scenarios[0],o.whose=D(o.whose,Kt,n.whose),e.ofInhabitants(
o)&&Ho(o,e),o}var Zn=[["lang","language"],["theme","theme"],["at","place"],["who","whose"],["way","direction"],["trip","trip"],["p","percentile"],["min","cutoff"],
["border","border"],["closed","reading"],["felt","resistance"],["what","opportunity"],["plan","scenario"],["diff","compare"]];function Yn(t){return Zn.filter(([
,n])=>!(n==="theme"&&t.theme==="auto")&&!(n==="compare"&&!t.compare)).map(([n,e])=>n+"="+encodeURIComponent(e==="compare"?1:String(t[e]))).join("&")}function ht(t){
let n=t.replace(/^#/,"");if(At.includes(n))return{language:n};let e={};for(let o of n.split("&")){let r=o.indexOf("="),s=Zn.find(([i])=>i===o.slice(0,r));if(r<1||
!s)continue;let a;try{a=decodeURIComponent(o.slice(r+1))}catch{continue}e[s[1]]=s[1]==="compare"?a==="1":a}return e}var Fo=200;function Jn(t,n,e){let{now:o,known:r,data:s,engine:a,baseline:i}=t,c={to:"population",from:s.start.opportunity},f="";async function l(){let h=pt(o.state,
t.here(),i),m=JSON.stringify(h);if(m===f)return!0;f=m;let g={};for(let[_,w]of Object.entries(h))if(g[_]=await a.times(w),f!==m)return!1;return o.times=g,!0}function u(){
let{state:h,times:m}=o;if(!m)return;let g=t.here();o.shown=Hn({engine:a,weights:t.weights(),edge:t.edge,cut:t.cut(pt(h,g,i).open),palette:t.palettes().times,longest:t.
longest(),mean:t.ofInhabitants()?t.mean:null,code:g.area?g.area.code:"",baseline:i,sides:t.sides},h,g.country,m),n.draw()}async function p(h){let m=performance.
now(),g=o.times;n.begin(h),await l()&&(u(),n.later(),g===o.times&&(e.push(performance.now()-m),e.length>Fo&&e.shift()))}function d(h){let m=o.state,g=Ct(h,m,r);
return g.direction!==m.direction&&!h.opportunity&&(c[m.direction]=m.opportunity,g.opportunity=c[g.direction]),o.state=g,p(m)}return{ask:d,show:p,draw:u}}var S=t=>t!=null&&!Number.isNaN(t),M=({sides:t})=>t.length>1,Y=t=>t.shareWithout>=Et;function N(t,n,e){let o=n.atLeast[e];return S(o)?n.lacks[e].length>0||n.missing>
0&&o>0?t.t("at_least",{n:t.count(o)}):t.count(o):t.t("missing")}var W=(t,n,e)=>n.lacks[e].map(o=>t.t("no_data_of",{country:t.t(o)})).join(", ");function Vn(t,{open:n,
closed:e}){return!S(n)||!S(e)?t.t("effect_missing"):e===0?t.t("effect_undefined")+(n===0?"":" ("+t.signedCount(n)+")"):t.t("effect_said",{relative:t.signedShare(
n/e-1),absolute:t.signedCount(n-e)})}function qn(t){return S(t.atLeast.open)?Y(t)?t.noService?"_no_stop":"_still":t.lacks.open.length?"_unknown":M(t)?t.closed===
0&&t.open>0?"_undefined":Math.round(t.closed)!==Math.round(t.open)?"":t.touchesEdge?"_same_edge":"_same":"_whole":"_nothing"}var Qn=320,Go=164,[Rt,te,mt]=[306,8,128],Xo=56,Ko=7,Zo=75;function Yo(t){let n=10**Math.floor(Math.log10(Math.max(t,1)));return[1,2,5,10].map(e=>e*n).find(e=>e>=
t)??10*n}function Jo(t,n,e){let o=Yo(n/3),r=Math.ceil(n/o)*o,s=Math.max(Xo,8+Ko*t.count(r).length);return{step:o,top:r,left:s,last:e,x:a=>s+(Rt-s)*a/e,y:a=>mt-(mt-
te)*a/r,minuteAt:a=>Math.round((a-s)/(Rt-s)*e)}}var Yt=(t,n,e,o)=>R("text",{x:n,y:e,"text-anchor":o},t);function Vo(t,{step:n,top:e,left:o,last:r,x:s,y:a}){let i=[];
for(let c=0;c<=e+1e-9;c+=n)i.push(R("line",{x1:o,x2:Rt,y1:a(c),y2:a(c),class:"grid"}),Yt(t.count(c),o-6,a(c)+4,"end"));for(let c=0;c<=r;c+=r>Zo?30:15)i.push(Yt(
t.minutes(c),s(c),mt+16,"middle"));return i.push(Yt(t.t("axis_minutes"),Rt,mt+31,"end")),i}function qo({last:t,x:n,y:e},o,r){let s=[...Array(t+1).keys()],a=i=>s.
map(c=>`${n(c).toFixed(1)},${e(i(c)).toFixed(1)}`);return"M"+[...a(o),...a(r).reverse()].join("L")+"Z"}function Qo(t,n,e,o,r){let s=i=>N(t,{atLeast:{at:K(o.curve.
by.map(c=>c[i]))},lacks:{at:o.lacks.open},missing:o.missing},"at"),a=Math.min(r,Math.max(5,Math.round(n.cutoff/15)*15-15));return t.t("chart_said",{opportunity:e,
a:s(a),x:t.minutes(a),b:s(Math.min(r,n.cutoff)),y:t.minutes(n.cutoff)})}function tr(t,{sides:n,curve:{home:e},lacks:o},r){let s=o.open.length?"  – "+W(t,{lacks:o},
"open"):"";if(!M({sides:n}))return[s];let a=i=>i===e?t.t("own_country"):r.length===2&&r[0]===e?t.t("across"):t.t(n[i]);return[...r.flatMap((i,c)=>[kt(n[i]),a(i)+
(c+1<r.length?"  ":"")]),s]}function Pt(t,n,e,o,r){let{by:s,home:a}=o.curve,i=[...s.keys()].sort((d,h)=>+(h===a)-+(d===a)),c=s[0].length-1,f=(d,h)=>i.slice(0,d).
reduce((m,g)=>m+(S(s[g][h])?s[g][h]:0),0),l=Jo(t,Math.max(f(i.length,c),1),c),u=l.x(n.cutoff),p=R("svg",{viewBox:`0 0 ${Qn} ${Go}`,role:"img","aria-label":Qo(t,
n,e,o,c)},...Vo(t,l),...i.map((d,h)=>ct(R("path",{d:qo(l,m=>f(h+1,m),m=>f(h,m)),class:"area"}),o.sides[d],"fill")),R("line",{x1:u,x2:u,y1:te-6,y2:mt+4,class:"no\
w"}));p.addEventListener("pointerdown",d=>{let h=p.getBoundingClientRect();r(l.minuteAt((d.clientX-h.left)/h.width*Qn))}),b("chart").replaceChildren(p),b("chart\
-key").replaceChildren(...tr(t,o,i))}function $t(t,n){let e=y("fieldset",{class:"choice",id:"c-"+t}),o="",r=()=>[...e.querySelectorAll("input")];function s(a,i,c){let f=r().find(u=>u===document.activeElement)?.
value,l=y("div",{class:"pills"},...i.map(([u,p,d])=>{let h=y("input",{type:"radio",name:t,value:u,disabled:!!d});return h.addEventListener("change",()=>n(u)),y(
"label",{class:"pill"},h,y("span",{},p))}));e.replaceChildren(y("legend",{class:"legend"},a),l,...c?[y("p",{class:"small why"},c)]:[]),r().find(u=>u.value===f)?.
focus()}return{node:e,show(a,i,c,f=""){e.hidden=i.length<2;let l=JSON.stringify([a,i,f]);l!==o&&(o=l,s(a,i,f));for(let u of r())u.checked=u.value===String(c)}}}
function Jt(t,n){let e=y("input",{type:"range",id:"c-"+t,name:t,step:1}),o=y("label",{class:"legend",for:"c-"+t}),r=y("output",{for:"c-"+t,class:"reading"}),s=y(
"div",{class:"choice slide"},o,r,e);return e.addEventListener("input",()=>n(Number(e.value))),{node:s,show(a,{low:i,high:c,step:f},l,u){o.textContent=a,e.step=String(
f),e.min=String(i),e.max=String(c),e.value!==String(l)&&(e.value=String(l)),e.style.setProperty("--part",100*(l-i)/(c-i)+"%"),r.textContent=u,e.setAttribute("ar\
ia-valuetext",u)}}}var nr=12,ne=4;function er(t,n){return(t+" ").startsWith(n+" ")?0:t.startsWith(n)?1:t.includes(" "+n)?2:t.includes(n)?3:ne}function or(t,n){let e=P(n);return e?
t.map(o=>({fit:er(o.plain,e),entry:o})).filter(({fit:o})=>o<ne).sort((o,r)=>o.fit-r.fit||r.entry.weight-o.entry.weight).slice(0,nr).map(({entry:o})=>o):[]}function rr(){
let t=y("label",{class:"legend",for:"place"}),n=y("input",{id:"place",type:"text",role:"combobox",autocomplete:"off",spellcheck:"false","aria-autocomplete":"lis\
t","aria-expanded":"false","aria-controls":"place-list","aria-describedby":"place-hint"}),e=y("span",{id:"place-hint",class:"small"}),o=y("ul",{id:"place-list",
role:"listbox",hidden:!0}),r=y("span",{class:"hidden",role:"status"}),s=y("div",{class:"choice search"},t,y("div",{class:"box"},n,o),e,r);return{label:t,input:n,
hint:e,list:o,said:r,node:s}}function ir({input:t,list:n,said:e},o,r,s){let a=[],i=-1;function c(l){i=l,[...n.children].forEach((p,d)=>p.setAttribute("aria-sele\
cted",String(d===i)));let u=n.children[i];if(!u){t.removeAttribute("aria-activedescendant");return}u.scrollIntoView({block:"nearest"}),t.setAttribute("aria-acti\
vedescendant",u.id)}function f(l,u){let p=y("li",{role:"option",id:"place-"+u,"aria-selected":"false"},y("span",{class:"name"},l.name),y("span",{class:"small"},
l.note()));return p.addEventListener("pointerdown",d=>{d.preventDefault(),s(l)}),p}return{close(){n.hidden=!0,c(-1),t.setAttribute("aria-expanded","false")},open(){
a=or(r,t.value),n.replaceChildren(...a.map(f)),n.hidden=a.length===0,t.setAttribute("aria-expanded",String(a.length>0));let l=!a.length&&P(t.value)!=="";return e.
textContent=a.length?o.t("place_found",{n:o.count(a.length)}):l?o.t("place_none"):"",c(a.length?0:-1),l},move:l=>c((i+l+a.length)%a.length),marked:()=>n.hidden?
void 0:a[i],any:()=>a.length>0}}function ee(t,n,e){let o=rr(),{input:r,hint:s,list:a,said:i}=o,c="";function f(g){s.textContent=g?t.t("place_none_still",{name:c}):
t.t("place_hint"),s.classList.toggle("warn",g),r.setAttribute("aria-invalid",String(g))}let l=ir(o,t,n,u);function u(g){l.close(),f(!1),e(g.key),r.select()}let p=()=>f(
l.open());function d(){l.close(),f(!1),r.value=c}function h(){let g=l.marked();g?u(g):!l.any()&&P(r.value)&&(r.value=c,r.select())}let m={ArrowDown:()=>a.hidden?
p():l.move(1),ArrowUp:()=>a.hidden?p():l.move(-1),Enter:h,Escape:d};return r.addEventListener("input",p),r.addEventListener("focus",()=>r.select()),r.addEventListener(
"blur",()=>{d(),i.textContent=""}),r.addEventListener("keydown",g=>{Object.hasOwn(m,g.key)&&(m[g.key](),g.preventDefault())}),{node:o.node,show(g){o.label.textContent=
t.t("place"),f(!1),a.setAttribute("aria-label",t.t("place")),c=g,(document.activeElement!==r||a.hidden)&&(r.value=g)}}}function sr({words:t,known:n,entries:e,ask:o}){let r=i=>$t(i,c=>o({[i]:c})),s=y("input",{type:"checkbox",id:"c-compare",name:"compare"});s.addEventListener("cha\
nge",()=>o({compare:s.checked}));let a=y("span",{});return{place:ee(t,e,i=>o({place:i})),whose:r("whose"),cutoff:Jt("cutoff",i=>o({cutoff:i})),border:r("border"),
resistance:Jt("resistance",i=>o({resistance:i})),mode:$t("mode",i=>o({trip:n.trips.find(c=>n.kindOf(c.id)===i)?.id})),trip:r("trip"),percentile:$t("percentile",
i=>o({percentile:Number(i)})),opportunity:r("opportunity"),direction:r("direction"),scenario:r("scenario"),compare:{node:y("label",{class:"choice check"},s,a),box:s,
text:a},reading:r("reading")}}function cr(t,{words:n,known:e},o){let{t:r}=n,s=(f,l)=>l.map(u=>[u,r(f+"_"+u)]),a=f=>r("minutes_long",{n:n.minutes(f)}),i=e.ofInhabitants(
o)?e.mean.step:1;t.whose.show(r("whose"),e.couldBeOfInhabitants(o)?s("whose",Kt):[],o.whose),t.cutoff.show(r("cutoff"),{low:Zt,high:Z(e,o.trip),step:i},o.cutoff,
a(o.cutoff));let c=e.hasBorder?{borders:H,readings:Tt}:{borders:[],readings:[]};t.border.show(r("border"),s("border",c.borders),o.border),t.resistance.node.hidden=
o.border!=="realised",t.resistance.show(r("resistance"),{low:0,high:Lt,step:i},o.resistance,a(o.resistance)),t.reading.show(r("reading"),s("reading",c.readings),
o.reading),t.direction.show(r("direction"),s("direction",Xt),o.direction),t.opportunity.show(r("opportunity"),e.opportunities.map(f=>[f,n.opportunity(f)]),o.opportunity)}
function ar(t,{words:n,known:e},o){let{t:r}=n,s=e.trip(o.trip),a=e.kindOf(s.id),i=new Map(e.trips.toReversed().map(u=>[e.kindOf(u.id),u.id])),c=[...new Set(e.trips.
map(u=>e.kindOf(u.id)))];t.mode.show(r("mode"),c.map(u=>[u,e.nameOf(i.get(u)??s.id)]),a);let f=e.trips.filter(u=>e.kindOf(u.id)===a),l=s.mode==="transit"&&o.direction===
"to";t.trip.show(r(l?"arrival":"departure"),f.map(u=>[u.id,e.tripName(u)]),o.trip),t.percentile.show(r("percentile"),(s.percentiles??[]).map(u=>[String(u),n.share(
u/100)]),o.percentile)}function lr({scenario:t,compare:n},{words:e,known:o},r){let{t:s}=e,a=o.scenariosOf(r.trip),i=o.scenarios.filter(c=>!a.includes(c)).map(o.
scenarioName);t.show(s("scenario"),o.scenarios.map(c=>[c,o.scenarioName(c),!a.includes(c)]),r.scenario,i.length?s("scenario_idle",{scenario:i.join("; ")}):""),n.
node.hidden=r.scenario===o.scenarios[0],n.box.checked=r.compare,n.text.textContent=s("compare")}function oe(t,n){let e=sr(n);return t.replaceChildren(...Object.
values(e).map(o=>o.node)),t.addEventListener("submit",o=>o.preventDefault()),{show(o,r){e.place.show(r),cr(e,n,o),ar(e,n,o),lr(e,n,o)}}}function fr(t,n){let e={};for(let[o,r]of Object.entries(t)){if(o.startsWith("opportunity/cell/")&&(e[o.slice(17)]=r),!o.startsWith("opportunity/municipality/"))
continue;let s=new Float64Array(r.length);for(let a=0;a<n.n;a++)s[n.municipality[a]]+=n.population[a];e[o.slice(25)]=Float64Array.from(n.municipality,(a,i)=>r[a]*
n.population[i]/s[a])}return e}function re(t,n,e){return(t[`${n}/name`]||t[`${n}/id`]||[]).map((r,s)=>({id:t[`${n}/id`][s],name:r,lon:t[`${n}/lon`][s],lat:t[`${n}\
/lat`][s],country:e[s]}))}function ie(t,n,e,o){let r=Array.from({length:t.covered+1},()=>({total:0,known:0,unknown:0,any:!1,cells:0}));for(let s=0;s<t.n;s++){let a=t.
country[s],i=r[a<0?t.covered:a],c=e[s],f=Number.isNaN(c);i.cells++,f||(i.any=!0),o(n[s],a)&&(f?i.unknown++:(i.known++,i.total+=c))}for(let s of r)s.cells>0&&(!s.
any||s.unknown>0&&s.known===0)&&(s.total=NaN);return r}function ur(t,n,e,o,r,{resistance:s=0}={}){let a=I(o),i=ie(t,n,e,h=>h<=a),c=s===0?i:ie(t,n,e,(h,m)=>(m===
r?h:Math.fround(h+s))<=a),f=r>=0&&r<t.covered?i[r].total:NaN,[l,u,p]=[0,0,0];i.forEach((h,m)=>{p+=h.unknown,m!==r&&(l+=h.total,u+=c[m].total)});let d=h=>h.slice(
0,t.covered).map(m=>m.total);return{by:d(i),feltBy:d(c),total:f+l,closed:f,realised:f+u,felt:u,open:f+l,missing:p}}function pr(t){let n=Math.ceil(t);return n>0&&t<=I(n-1)?n-1:n}function se(t){for(let n=1;n<t.length;n++)t[n]+=t[n-1]}function dr(t,n,e,o){let r=()=>new Float64Array(
o+1),s={total:r(),unknown:r()},a=Array.from({length:t.covered},()=>({any:!1,sum:r(),known:r(),unknown:r()}));for(let i=0;i<t.n;i++){let c=a[t.country[i]],f=Number.
isNaN(e[i]);if(c&&!f&&(c.any=!0),Number.isNaN(n[i]))continue;let l=pr(n[i]);if(!(l>o)){if(c&&c[f?"unknown":"known"][l]++,f){s.unknown[l]++;continue}s.total[l]+=
e[i],c&&(c.sum[l]+=e[i])}}Object.values(s).forEach(se);for(let{any:i,sum:c,known:f,unknown:l}of a){[c,f,l].forEach(se);for(let u=0;u<=o;u++)(!i||l[u]>0&&f[u]===
0)&&(c[u]=NaN)}return{by:a.map(i=>i.sum),...s}}function hr(t,n){let e=s=>[...new Set(s)].filter(a=>a>0).sort((a,i)=>a-i),o=e(t.subarray(0,n)),r=[...o,...e(t).filter(
s=>!o.includes(s))];return{countries:r,covered:o.length,positions:Int8Array.from(t,s=>r.indexOf(s))}}function ce(t,n){let e=n.n_cells,o=e+n.n_places,{countries:r,
covered:s,positions:a}=hr(t["point/country"],e),i={n:e,covered:s,id:t["cell/id"],lon:t["cell/lon"],lat:t["cell/lat"],country:a.subarray(0,e),municipality:t["cel\
l/municipality"],population:t["cell/population"]};return{cells:i,countries:r,places:re(t,"place",a.subarray(e)),stops:re(t,"stop",a.subarray(o)),municipalities:t["\
municipality/code"]||[],opportunities:fr(t,i),trips:n.trips,scenarios:n.scenarios,meta:n,arrays:t,reach:(...c)=>ur(i,...c),curve:(...c)=>dr(i,...c)}}function ae(t,n,e=null){let o=new Map,r=0,s=a=>new Promise((i,c)=>{o.set(++r,{answered:i,refused:c}),t.postMessage({number:r,asked:a})});return new Promise((a,i)=>{
t.addEventListener("error",c=>{let f=new Error(c.message||"no worker");i(f);for(let{refused:l}of o.values())l(f);o.clear()}),t.addEventListener("message",({data:c})=>{
let f=o.get(c.number);o.delete(c.number),c.opened?a(s):f?c.failed===void 0?f.answered(c):f.refused(new Error(c.failed)):i(new Error(c.failed))}),t.postMessage({
...n,first:e})})}var le=/^(shape|mean|opportunity|edge)\//,yr=/^(cell|place|stop|municipality)\/|^point\/country$/;function fe({manifest:t,chunks:n},e){let o=[...t.parts.keys()].
filter(r=>e(t.parts[r].name));return{manifest:{...t,parts:o.map(r=>t.parts[r])},chunks:o.map(r=>n[r])}}var wr=t=>new Worker(URL.createObjectURL(new Blob([t],{type:"\
text/javascript"})));async function br({manifest:t,chunks:n}){let e=await globalThis.GrensgeoEngine.open(t,n);return async o=>e.times(o)}async function ue(t,n,e){
let o=fe(t,i=>!le.test(i)),r=(async()=>{try{return await ae(wr(n),o,e)}catch{return br(o)}})(),s=fe(t,i=>le.test(i)||yr.test(i)),a=await nt(s.manifest,s.chunks);
return{...ce(a,t.manifest.meta),times:async i=>(await r)(i)}}var pe=t=>t.replace(/(?<=^|[,;\t\r\n]["\s]*)(?=[=+\-@\t\r\n])/g,"'");function _r(t){if(typeof t=="number")return Number.isNaN(t)?"":String(t);let n=pe(String(t??
""));return/[",\n\r;#]/.test(n)?'"'+n.replace(/"/g,'""')+'"':n}var xr=t=>"# "+pe(t.replace(/[\r\n\u2028\u2029]+/g," "));function kr(t,n,e){return[...t.map(xr),...[
n,...e].map(r=>r.map(_r).join(","))].join(`\r
`)+`\r
`}var J=(t,n)=>Math.round(t*n)/n,Vt=t=>S(t)?String(J(t,1e3)):"";function vr(t,n,e,o){if(!n.atLeast)return[];let r=(M(n)?H:["open"]).map(i=>{let c=n.lacks[i].length>
0||n.missing>0,f=S(n.atLeast[i])?(c?">= ":"")+Vt(n.atLeast[i]):"",l=W(t,n,i);return`${i}: ${f} ${e} (${o})`+(l?"; "+l:"")}),s=n.sides.map((i,c)=>`${i}: ${Vt(n.by[c])}\
 ${e} (${o})`),a=[["share_without_ride",n.shareWithout],["edge_share",n.edgeShare]];return[...r,...s,...a.flatMap(([i,c])=>S(c)?[`${i}: ${Vt(c)} (${o})`]:[]),...n.
mean?[]:[`edge: ${!!n.touchesEdge}`]]}function Or(t,n,{state:e,found:o},{said:r,whose:s}){let{opportunity:a}=e;return[...r,...vr(t,o,a,s),`units: travel_time_mi\
n in minutes; population in inhabitants; ${a} in numbers; lon and lat in degrees (EPSG:4326); empty is not known or not reached`,...n.notes.map(i=>"note: "+[i.text,
...i.details].map(c=>t.in(c)).join(" / ")),...n.sources.map(i=>"source: "+[i.title,i.attribution,"licence "+i.licence,i.reference_date].join("; ")),t.t("made_wi\
th",{version:n.version})]}function de(t,n,e,o){let{engine:{cells:r},areaOfCell:s,codes:a,state:i,found:c,weights:f,home:l}=e,{opportunity:u}=i,p=u!=="population",
d=dt(i,l),h=I(i.cutoff),m=["cell_id","region_code","municipality","country","lon","lat","population",...p?[u]:[],"travel_time_min","within_cutoff","counted",...c.
walked?["without_ride"]:[],...c.before?["travel_time_baseline_min"]:[]],g=r.id.map((_,w)=>{let k=c.minutes?c.minutes[w]:NaN,O=s(w);return[_,O?.code,O?.name,a[r.
country[w]],J(r.lon[w],1e5),J(r.lat[w],1e5),r.population[w],...p?[J(f[w],1e4)]:[],J(k,1e3),k<=h?1:0,d(k,r.country[w])?1:0,...c.walked?[Number.isNaN(k)?"":c.walked[w]]:
[],...c.before?[J(c.before.minutes[w],1e3)]:[]]});return kr(Or(t,n,e,o),m,g)}function Qt(t,n){let e=document.createElement("a");e.href=URL.createObjectURL(t),e.download=n,document.body.append(e),e.click(),e.remove(),setTimeout(()=>URL.revokeObjectURL(
e.href),1e4)}var gt=()=>getComputedStyle(document.body).fontFamily,ge=t=>t?"#eef0f4":"#1f2430";function qt(t,n){let e=document.createElement("canvas");e.width=t*
2,e.height=n*2;let o=e.getContext("2d");return o.scale(2,2),{canvas:e,context:o}}function Sr(t,n,e){let o=[""];for(let r of n.split(/\s+/)){let s=o[o.length-1],
a=s?s+" "+r:r;t.measureText(a).width<=e||!s?o[o.length-1]=a:o.push(r)}return o}var he=t=>t.reduce((n,e)=>n+e.lines.length*e.leading,0);function Ar(t,n,e){t.font=
`400 12px ${gt()}`;let o=[[]],r=0;for(let s of n){let a=26+t.measureText(s.said).width+16;r+a>e-40&&o[o.length-1].length&&(o.push([]),r=0),o[o.length-1].push([r,
s]),r+=a}return o}function me(t,n,e,o){let r=e;for(let s of n){t.font=s.font,t.fillStyle=o;for(let a of s.lines)r+=s.leading,t.fillText(a,20,r-s.leading*.25)}}function ye(t,n,e){
let o=t.map.getSize(),r=Math.max(o.x,640),s=ge(t.dark),{context:a}=qt(1,1),i=(g,_,w)=>(a.font=`${g} ${gt()}`,{font:a.font,leading:w,lines:Sr(a,_,r-40)}),c=[i("7\
00 19px",e.headline,25),i("400 13px",e.question,18)],f=e.below.map(g=>i("400 11px",g,15)),l=Ar(a,n,r),u=he(c)+28,p=u+o.y+l.length*21+he(f)+30,{canvas:d,context:h}=qt(
r,p);h.fillStyle=t.dark?"#14171d":"#ffffff",h.fillRect(0,0,r,p),h.textBaseline="alphabetic",me(h,c,12,s),be(h,t,(r-o.x)/2,u);let m=u+o.y+12;return l.forEach((g,_)=>{
for(let[w,k]of g)Tr(h,k,20+w,m+_*21,s)}),me(h,f,m+l.length*21+2,s),new Promise(g=>{d.toBlob(g,"image/png")})}function we(t){let n=t.map.getSize(),{canvas:e,context:o}=qt(
n.x,n.y);return be(o,t,0,0),e}function be(t,n,e,o){let{map:r,dark:s}=n,a=r.getSize();t.save(),t.beginPath(),t.rect(e,o,a.x,a.y),t.clip(),t.fillStyle=s?"#171a20":
"#e3e3e0",t.fillRect(e,o,a.x,a.y);let i=r.getContainer().getBoundingClientRect();for(let c of["land","cells","base","lines"])for(let f of r.getPane(c)?.querySelectorAll(
"canvas")??[]){let l=f.getBoundingClientRect();t.drawImage(f,e+l.left-i.left,o+l.top-i.top,l.width,l.height)}Ir(t,n,e,o),Nr(t,n,e,o),t.restore()}function Er(t,{
name:n,kind:e,width:o=0,size:r},s,a){let i=e==="shield motorway";t.fillStyle=i?"#4b6a97":"#fffdf2",t.strokeStyle=i?"#ffffff":"#b5a970",t.lineWidth=1,t.fillRect(
s,a,o,r*1.4),t.strokeRect(s,a,o,r*1.4),t.fillStyle=i?"#ffffff":"#5a5335",t.font=`600 ${r}px ${gt()}`,t.textAlign="center",t.fillText(n,s+o/2,a+r*1.05),t.textAlign=
"start"}function Ir(t,{map:n,view:e,theme:o,dark:r},s,a){let i=n.containerPointToLayerPoint([0,0]);t.lineJoin="round";for(let c of e.written){let f=s+c.x-i.x,l=a+
c.y-i.y+c.size;if(c.width){Er(t,c,f,l-c.size);continue}t.font=`${c.bold?600:400} ${c.size}px ${gt()}`,t.lineWidth=3,t.strokeStyle=o.halo,t.fillStyle=c.kind==="c\
ountry"?o.border:ge(r),t.strokeText(c.name,f,l,240),t.fillText(c.name,f,l,240),c.dot&&c.kind!=="here"&&t.fillRect(s+c.at.x-i.x-2,a+c.at.y-i.y-2,4,4)}}function Nr(t,{
map:n,view:e},o,r){if(!e.chosen)return;let s=n.latLngToContainerPoint(e.chosen.latlng);t.beginPath(),t.arc(o+s.x,r+s.y,7,0,2*Math.PI),t.fillStyle="#ffffff",t.fill(),
t.lineWidth=4,t.strokeStyle="#111827",t.stroke()}function Tr(t,{line:n,colour:e,stripe:o,said:r},s,a,i){if(n)t.fillStyle=n,t.fillRect(s,a+5,20,3);else{if(t.fillStyle=
e??i,t.fillRect(s,a,20,13),o){t.fillStyle=o;for(let c=0;c<20;c+=6)t.fillRect(s+c+3,a,3,13)}t.lineWidth=.6,t.strokeStyle="#7d7f86",t.strokeRect(s,a,20,13)}t.font=
`400 12px ${gt()}`,t.fillStyle=i,t.fillText(r,s+26,a+11)}var Dt=({words:t,here:n},e)=>t.t(e+"_"+n().kind,{name:n().name});function yt(t){return t.now.state.direction==="to"?Dt(t,"to"):t.words.lowered(Dt(t,"from"))}function U(t){
let{words:n,known:e,here:o,now:{state:r}}=t,{t:s}=n,{name:a,kind:i,country:c}=o(),f=t.ofInhabitants(),l=e.parkOf(r.trip);return{place:a,mode:e.byTrip(r.trip,c),
from:f?s("from_mean",{name:a}):Dt(t,"from"),to:Dt(t,"to"),reaches:s(f?"reaches_mean":"reaches_one"),whose:s("owner_"+(f?"mean":i),{name:a}),vehicle:e.ofTrip(r.trip,
"vehicle"),none:e.ofTrip(r.trip,"no_vehicle"),without:e.ofTrip(r.trip,"without"),parking:l>0?s("parking",{n:n.minutes(l)}):"",opportunity:n.opportunity(r.opportunity),
scenario:e.scenarioName(r.scenario)}}function Bt(t){let{words:n,known:e,now:{state:o}}=t,{t:r}=n,s=U(t),a=e.trip(o.trip),i=e.trips.filter(c=>e.kindOf(c.id)===e.
kindOf(a.id)).length>1;return[s.whose,r("direction_"+o.direction),s.mode,s.parking,i||a.mode==="transit"?e.tripName(a):"",r("minutes",{n:n.minutes(o.cutoff)}),e.
hasBorder?r("shown_"+o.border,{n:n.minutes(o.resistance)})+(o.border==="closed"?" ("+r("reading_"+o.reading)+")":""):"",s.opportunity,r("scenario")+": "+s.scenario].
filter(c=>c).join(" · ")}function tn({words:t,known:n,data:e,now:{state:o}}){return[t.t("scenario")+": "+n.scenarioName(o.scenario),t.t("source")+": "+e.attributions.
join(" · "),t.t("made_with",{version:e.version})].join(" · ")}function _e({data:t,known:n,now:{state:e}}){let o=[e.opportunity,n.trip(e.trip).mode];return t.strip.
filter(r=>!r.concerns.length||r.concerns.some(s=>o.includes(s)))}var nn=t=>_e(t).map(n=>t.words.in(n.text)).join(" ");function xe(t){let{words:n,data:e}=t,{t:o}=n;
b("warnings").replaceChildren(..._e(t).map(r=>y("li",{title:n.in(r.text)},n.in(r.short)))),b("notes").replaceChildren(...e.notes.map(r=>y("li",{},n.in(r.text),...r.
details.map(s=>y("p",{class:"small"},n.in(s)))))),b("sources").replaceChildren(...e.sources.map(r=>{let s=[r.attribution,o("licence",{name:r.licence}),r.reference_date?
o("reference_date",{date:r.reference_date}):""];return y("li",{},An(r)," – "+s.filter(a=>a).join(" · "))})),b("strip").textContent=tn(t),b("asked").textContent=
Bt(t)}var en=t=>"#"+Yn(t.now.state);function wt(t,n,e){let o=y("span",{},t);return e&&o.prepend(kt(e)),y("div",{class:"row"},o,y("b",{},n))}function Mr(t){let n=t.reduce((e,[,o])=>e+(S(o)?o:0),0);
return y("div",{class:"bar","aria-hidden":"true"},...t.map(([e,o])=>{let r=ct(y("i"),e,"background");return r.style.width=(n>0&&S(o)?100*o/n:0)+"%",r}))}function V(t,n,...e){
b(t+"-title").textContent=[n.t(t),...e].join(" · ")}function Lr(t,n){let e=n.mean&&(n.edgeShare??0)>0?t.t("edge_mean",{share:t.part(n.edgeShare??0)}):n.touchesEdge?
t.t("edge"):"";return[...n.unknownCountries.map(o=>t.t("unknown_country",{country:t.t(o)})),n.missing>0&&!n.unknownCountries.length?t.t("unknown_some",{n:t.count(
n.missing)}):"",n.noService?t.t("no_service"):"",e].filter(o=>o)}function Cr(t,n,e,o){b("split-title").textContent=t.capital(t.t("reachable",{opportunity:e.opportunity,
cutoff:t.minutes(n.cutoff)})),b("split-value").textContent=N(t,o,n.border),b("split-said").textContent=[e.whose,M(o)?t.t("shown_"+n.border,{n:t.minutes(n.resistance)}):
"",n.border==="closed"?t.t("reading_"+n.reading):e.mode,e.parking].filter(s=>s).join(" · ");let r=o.sides.map((s,a)=>[s,o.shownBy[a]]);b("split-parts").replaceChildren(
Mr(r),...r.map(([s,a])=>wt(t.t(s),t.count(a),s))),b("split-warnings").replaceChildren(...Lr(t,o).map(s=>y("p",{class:"warn"},s)))}function Rr(t,n,e,o){if(M(o)||
(V("border",t),b("border-value").textContent=t.t("no_border",{country:t.t(o.sides[0])})),b("border-box").hidden=M(o),b("effect-box").hidden=!M(o),!M(o))return;V(
"effect",t,e.opportunity,e.whose),b("effect-value").textContent=Vn(t,o);let r=Math.max(o.atLeast.open||0,o.atLeast.closed||0,1);b("effect-rows").replaceChildren(
...H.map(s=>{let a=wt(t.t("shown_"+s,{n:t.minutes(n.resistance)}),N(t,o,s));a.classList.toggle("chosen",s===n.border);let i=y("i",{class:"gauge","aria-hidden":"\
true"});return i.style.width=(S(o.atLeast[s])?100*o.atLeast[s]/r:0)+"%",a.append(i),a}))}function Pr(t,n,e,o){if(b("plan-box").hidden=!o.before,!o.before)return;
V("plan",t,e.opportunity,e.whose);let[r,s]=[o,o.before].map(a=>a.atLeast[n.border]);b("plan-rows").replaceChildren(wt(t.t("scenario_none"),N(t,o.before,n.border)),
wt(e.scenario,N(t,o,n.border)),wt(t.t("row_abs"),S(r)&&S(s)?t.signedCount(r-s):t.t("missing")))}function $r(t,n,e){V("bands",t,n.whose);let o=M(e)?e.sides:[],r=[
"band",...o,"total"].map(f=>y("th",{scope:"col"},t.t(f))),s=f=>[...o.map((l,u)=>f[u]),f.reduce((l,u)=>l+u,0)].map(l=>y("td",{},t.count(l))),a=e.bands.map(f=>{let l=y(
"i",{class:"key","aria-hidden":"true"});l.style.background=f.colour;let u=t.t("band_range",{a:t.minutes(f.from),b:t.minutes(f.to)});return y("tr",{},y("th",{scope:"\
row"},l,u),...s(f.by))}),i=e.sides.map((f,l)=>e.bands.reduce((u,p)=>u+p.by[l],0)),c=y("tr",{class:"sum"},y("th",{scope:"row"},t.t("total")),...s(i));b("bands").
replaceChildren(y("thead",{},y("tr",{},...r)),y("tbody",{},...a,c))}function ke(t,n,e,o,r){Cr(t,n,e,o),Rr(t,n,e,o),Pr(t,n,e,o),V("chart",t,e.opportunity,e.whose),
Pt(t,n,e.opportunity,o,r),$r(t,e,o)}function Dr(t,n,e){let{left:o,rows:r,own:s,kind:a,lacking:i}=e,{none:c}=n;if(e.done<e.all)return t.t("rank_busy",{n:t.count(
e.done),all:t.count(e.all)});let f=["edge","still","unknown"].filter(l=>o[l]>0).map(l=>t.t("rank_left_"+l,{n:t.count(o[l]),none:c}));return[s==="edge"||s==="sti\
ll"?t.t("rank_own_"+s,{none:c}):"",r.length?t.capital(t.t(a,{all:t.count(r.length)}))+".":"",f.length?t.t("rank_left_out",{parts:f.join(", ")}):"",i?t.t("rank_p\
artial",{countries:i}):""].filter(l=>l).join(" ")}function ve(t,n,e,o){V("rank",t,n.opportunity,n.whose);let r=e.done>=e.all,s={n:t.count(e.place),all:t.count(e.
of)};b("rank-value").textContent=r?e.own!=="ranked"?t.t("rank_none"):t.t(e.shared?"rank_shared":"rank_said",s):"…",b("rank-said").textContent=Dr(t,n,e);let a=b(
"rank-box").querySelector("details");a.hidden=!r||!e.rows.length,a.firstElementChild.textContent=t.t("rank_list"),!(!r||!a.open)&&Ot(b("rank-list"),...e.rows.map(
({member:i,value:c})=>{let f=t.count(c),l=y("li",{},vt(i.name,()=>o(i.key),i.key),y("b",{},e.lacking?t.t("at_least",{n:f}):f));return l.classList.toggle("chosen",
i.key===e.member),l}))}var bt=(t,n)=>y(n?"strong":"b",{},t);function Br(t,n,e,o){let r=o.before?.atLeast[n.border],s=o.atLeast[n.border];return!o.before||!S(r)||!S(s)?[]:[" ",...t.sentence(
"head_scenario",{scenario:e.scenario,after:bt(N(t,o,n.border),!0),before:bt(N(t,o.before,n.border),!1),change:r>0?t.signedShare((s-r)/r):t.signedCount(s-r)})]}function Oe(t,n,e,o){
let r={...e,cutoff:t.minutes(n.cutoff)};if(o.status)return t.sentence("head_"+o.status,r);let s=qn(o),a=W(t,o,"open"),i=t.sentence("head_"+n.direction+s,{...r,open:bt(
N(t,o,"open"),n.border==="open"),closed:bt(N(t,o,"closed"),n.border==="closed"),...s==="_unknown"?{lacking:a}:{},...s===""?{effect:t.signedShare(o.open/o.closed-
1)}:{}});return a&&(s==="_still"||s==="_no_stop")&&i.push(" (",a,")"),!Y(o)&&S(o.shareWithout)&&i.push(" ",...t.sentence("head_share",{share:t.part(o.shareWithout),
vehicle:e.vehicle})),n.border==="realised"&&S(o.realised)&&i.push(" ",...t.sentence("head_realised",{resistance:t.minutes(n.resistance),realised:bt(N(t,o,"reali\
sed"),!0)})),[...i,...Br(t,n,e,o)]}function Se(t){let{state:n,shown:e}=t.now;return{cutoff:n.cutoff,width:lt(t.longest()),border:n.border,frontier:t.known.hasBorder,before:t.comparing(),walked:!!e?.
walked,vehicle:t.known.ofTrip(n.trip,"vehicle")}}function Ae(t){let{look:n,view:e,engine:o,now:{state:r,times:s,shown:a}}=t;if(!s||!a)return;let i=a.status?s.open.
minutes:a.minutes;t.comparing()&&a.before?Bn(n,t.theme(),t.palettes().diverging,{minutes:i,before:a.before.minutes,cutoff:r.cutoff}):Dn(n,t.theme(),t.palettes().
times,{...Se(t),minutes:i,walked:a.walked,countries:o.cells.country,counts:dt(r,t.here().country)}),e.layer.paint(n)}function Ut(t){let{words:n}=t,e=t.comparing()?
"legend_change":"legend_time";b("legend-title").textContent=n.t(e,{from:yt(t)});let o=Un(n,t.theme(),t.palettes(),Se(t));return b("legend").replaceChildren(...o.
map(({line:r,colour:s,stripe:a,said:i})=>{let c=y("i",{class:"swatch"+(r?" line":""),"aria-hidden":"true"});return c.style.background=r??(a?`repeating-linear-gr\
adient(-45deg, ${s} 0 3px, ${a} 3px 6px)`:String(s)),y("li",{},c,i)})),o}function Ee(t,n){let{words:e,now:{state:o,shown:r}}=t;if(!r)return;let s=U(t);b("headli\
ne").replaceChildren(...Oe(e,o,s,r)),b("headline").removeAttribute("aria-busy"),b("answer-box").hidden=!!r.status,r.status||ke(e,o,s,r,a=>n({cutoff:a}))}function on(t,n){
let{words:e,engine:o,areas:r,places:s,now:{state:a,shown:i}}=t,{t:c}=e,f=b("table");if(!b("table-box").open||!i)return;if(i.status){f.replaceChildren();return}let l=[
"municipality","country","table_median","table_share"].map(p=>y("th",{scope:"col"},c(p))),u=Xn(o,r,s.areaOfCell,a,i.minutes).map(({area:p,median:d,within:h})=>{
let m="place:"+p.code;return y("tr",{},y("th",{scope:"row"},vt(p.name,()=>n({place:m}),m)),y("td",{},c(p.country.toLowerCase())),y("td",{},d===1/0?c("unreached"):
e.minutes(d)),y("td",{},e.count(h)))});Ot(f,y("table",{},y("caption",{},c("table_caption")+" – "+yt(t)),y("thead",{},y("tr",{},...l)),y("tbody",{},...u)))}function Ie({
words:t,engine:n,places:e,known:o,now:{state:r,shown:s}},a){if(!s||s.status||a<0)return"";let{t:i}=t,c=e.areaOfCell(a),f=s.minutes[a],l=!Number.isNaN(f);return[
c?c.name:"",l?i("minutes",{n:t.minutes(f)}):i("unreached"),s.walked&&s.walked[a]&&l?i("without_ride",{vehicle:o.ofTrip(r.trip,"vehicle")}):"",i("population",{n:t.
count(n.cells.population[a])})].filter(u=>u).join(" · ")}var Ur=2500;function jt(t){b("said").textContent=t,b("toast").textContent=t,b("toast").hidden=!1,setTimeout(()=>{b("toast").hidden=!0},Ur)}function rn(t){try{history.
replaceState(null,"",en(t))}catch{}}function Ne({here:t,now:{state:n}},e){return["atlas",P(t().name).replace(/ /g,"-").slice(0,40),P(n.trip).replace(/ /g,"-"),n.
cutoff+"min",n.border].join("-")+e}function sn(t){let{words:n,data:e,engine:o,places:r,codes:s,here:a,now:{state:i,shown:c}}=t;return c?de(n,e,{engine:o,areaOfCell:r.
areaOfCell,codes:s,state:i,found:c,weights:t.weights(),home:a().country},{said:[b("headline").textContent,Bt(t),n.t("legend_time",{from:yt(t)}),"link: "+en(t)],
whose:U(t).whose}):""}var Te=t=>({map:t.map,view:t.view,theme:t.theme(),dark:t.dark()});async function jr(t){let n=await ye(Te(t),Ut(t),{headline:b("headline").
textContent,question:Bt(t),below:[nn(t),tn(t)]});n&&Qt(n,Ne(t,".png"))}function Wr(t){let n=new Blob(["\uFEFF"+sn(t)],{type:"text/csv;charset=utf-8"});Qt(n,Ne(t,
".csv"))}async function zr(t){let{t:n}=t.words;rn(t);try{await navigator.clipboard.writeText(location.href),jt(n(location.protocol==="file:"?"copied_local":"cop\
ied"))}catch{jt(n("not_copied"))}}function Me(t,{dress:n,draw:e,again:o}){b("print").addEventListener("click",()=>window.print()),b("link").addEventListener("cl\
ick",()=>zr(t)),b("png").addEventListener("click",()=>jr(t)),b("csv").addEventListener("click",()=>Wr(t));let r=()=>document.getElementById("on-paper");window.addEventListener(
"beforeprint",()=>{t.now.onPaper=!0,n(),e(),t.view.flush(),r()?.remove(),b("map-box").after(y("figure",{id:"on-paper"},we(Te(t)),y("figcaption",{class:"small"},
nn(t))))}),window.addEventListener("afterprint",()=>{r()?.remove(),t.now.onPaper=!1,o()})}var Fr=40075.017,cn=254,Gr=255,Le=(t,n)=>t*(256/Fr)/Math.cos(n*Math.PI/180);function Ce({rings:t,corners:n,start_x:e,start_y:o,step_x:r,step_y:s}){let a=z(t),i=z(
n),c=new Float64Array(i[n.length]),f=new Float64Array(i[n.length]),[l,u,p]=[0,0,0];for(let d=0;d<n.length;d++){l+=e[d],u+=o[d];let[h,m]=[l,u];for(let g=i[d];g<i[d+
1];g++)g>i[d]&&(h+=r[p],m+=s[p],p++),c[g]=Q(h/1e4),f[g]=tt(m/1e4)}return Pe({n:t.length,first:a,ringAt:i,x:c,y:f})}function Re(t){let n=z(t.map(r=>r.length)),e=z(
t.flat().map(r=>r.length)),o=t.flat(2);return Pe({n:t.length,first:n,ringAt:e,x:o.map(([,r])=>Q(r)),y:o.map(([r])=>tt(r))})}function Pe({n:t,first:n,ringAt:e,x:o,
y:r}){let s=new Float64Array(4*t);for(let a=0;a<t;a++){let[i,c,f,l]=[1/0,1/0,-1/0,-1/0];for(let u=e[n[a]];u<e[n[a+1]];u++)i=Math.min(i,o[u]),f=Math.max(f,o[u]),
c=Math.min(c,r[u]),l=Math.max(l,r[u]);s.set([i,c,f,l],4*a)}return{n:t,first:n,ringAt:e,x:o,y:r,box:s}}function Xr(t,n,{scale:e,left:o,top:r},s,a){a.length=0;for(let i=t.
first[n];i<t.first[n+1];i++){let c=t.ringAt[i+1],f=c-1;for(let l=t.ringAt[i];l<c;f=l++){let u=t.y[l]*e-r,p=t.y[f]*e-r;if(u>s==p>s)continue;let d=t.x[l]*e-o,h=t.
x[f]*e-o;a.push(d+(s-u)*(h-d)/(p-u))}}a.length>2?a.sort((i,c)=>i-c):a[0]>a[1]&&a.reverse()}function an(t,n,e){let{width:o,height:r,scale:s,left:a,top:i}=n;e.fill(
0);let c=[];for(let f=0;f<t.n;f++){let l=t.box[4*f]*s-a,u=t.box[4*f+1]*s-i,p=t.box[4*f+2]*s-a,d=t.box[4*f+3]*s-i;if(p<0||d<0||l>o||u>r)continue;let h=Math.min(r-
1,Math.ceil(d-.5)-1);for(let m=Math.max(0,Math.ceil(u-.5));m<=h;m++){Xr(t,f,n,m+.5,c);for(let g=0;g+1<c.length;g+=2){let _=Math.max(0,Math.ceil(c[g]-.5)),w=Math.
min(o,Math.ceil(c[g+1]-.5));w>_&&e.fill(f+1,m*o+_,m*o+w)}}}}function $e(t,{width:n,height:e},o,r,s){for(let i=0;i<t.length;i++)s[i]=t[i]?0:r[i]?Gr:cn,r[i]=t[i];
let a=(i,c)=>{let f=s[c]+1;f<=o&&f<s[i]&&(s[i]=f,r[i]=r[c])};for(let i=0,c=0;i<e;i++)for(let f=0;f<n;f++,c++)!s[c]||s[c]===cn||(f&&a(c,c-1),i&&a(c,c-n));for(let i=e-
1,c=t.length-1;i>=0;i--)for(let f=n-1;f>=0;f--,c--)!s[c]||s[c]===cn||(f<n-1&&a(c,c+1),i<e-1&&a(c,c+n))}function De(t,n,{width:e,height:o},r,{colour:s,stripe:a}){
if(s.every((c,f)=>c===a[f])){for(let c=0;c<n.length;c++)t[c]=s[n[c]];return}let i=r/2;for(let c=0,f=0;c<o;c++){let l=c%r;for(let u=0;u<e;u++,f++){let p=n[f];t[f]=
l<i?s[p]:a[p],++l===r&&(l=0)}}}function Be(t,n,{width:e},o,{within:r,line:s}){for(let a=0;a<n.length-e;a++){let i=n[a];if(!i)continue;let c=n[a+1],f=n[a+e];if(!(i===
c&&i===f||!(c&&r[i]!==r[c]&&(a+1)%e||f&&r[i]!==r[f])))for(let u=0;u<=o;u++)t[a+u]=s,a+u*e<t.length&&(t[a+u*e]=s)}}function Ue({arrays:t,meta:n,scenarios:e}){let o={cell:0,place:n.n_cells,stop:n.n_cells+n.n_places};return({place:r,trip:s,direction:a,percentile:i,scenario:c})=>{
if(a==="to")return 1/0;let f=p=>t[`edge/${s}/${p}/${i??""}`]??t[`edge/${s}/${p}/`],l=f(c??e[0])??f(e[0]),u=l?l[o[r.kind]+r.index]:255;return u===255?1/0:u}}function Kr(t,n){let e=n?n.step_min:1,o=new Map((n?n.codes:[]).map((i,c)=>[i,c])),r=new Map((n?n.layers:[]).map((i,c)=>[i.trip+"/"+i.scenario,{...i,number:c}])),
s=new Map;function a(i,c){let f=i.number+"/"+c;if(!s.has(f)){let l=t["mean/"+f],u=i.base===null||l===void 0?null:t[`mean/${i.base}/${c}`];s.set(f,u?Float64Array.
from(l,(p,d)=>p+u[d]):l)}return s.get(f)}return{step:e,hasRow:i=>o.has(i),found:i=>r.get(i.trip+"/"+i.scenario),at(i,c,f,l){let u=o.get(f),p=a(i,c);if(p===void 0||
u===void 0)return NaN;let d=i.longest_min/e+1;return p[u*d+Math.min(l,i.longest_min)/e]}}}function je(t,n,e){let{step:o,hasRow:r,found:s,at:a}=Kr(t,n),i=n?n.edge_share:
0;function c(p){let d=s(p);if(!d)throw new RangeError(`no mean inhabitants for ${p.trip}, ${p.scenario}`);return d}function f(p,d,h){return!!(n&&d&&d.kind==="pl\
ace"&&d.area&&r(d.area.code)&&s(p)&&p.direction==="from"&&p.reading==="destinations"&&h===50&&n.opportunities.includes(p.opportunity))}function l(p,d,h){let m=c(
p),g=(A,C)=>a(m,A,d,C),{cutoff:_,opportunity:w,resistance:k}=p,O=(A,C)=>C<0?0:g(`${w}/${A}`,C),v=e.map(A=>O(A,_)),x=e.map((A,C)=>C===h?v[C]:O(A,_-k)),T=v[h]??NaN,
E=A=>A.reduce((C,io,so)=>so===h?C:C+io,0),j=T+E(v),F=E(x),G=g("edge",_),X=K(v);return{by:v,feltBy:x,closed:T,open:j,total:j,realised:T+F,felt:F,missing:g(w+"/un\
known",_),edgeShare:G,touchesEdge:G>i,shareWithout:X>0?Math.min(1,g(w+"/without",_)/X):NaN}}function u(p,d,h=p.opportunity){let m=c(p),g=_=>Float64Array.from({length:m.
longest_min+1},(w,k)=>{let O=Math.floor(k/o)*o,[v,x]=[O,Math.min(O+o,m.longest_min)].map(T=>a(m,`${h}/${_}`,d,T));return v+(x-v)*(k-O)/o});return{by:e.map(g)}}return{
has:f,figures:l,curve:u,step:o,edgeShare:i,longest:p=>s(p)?.longest_min??1/0}}var Zr=600,Yr=1e9,ln=({countries:t},n)=>t.map(e=>n.countries[e]);function Jr(t,n,e,o){let r=new Map;return t.places.forEach(({id:s,name:a,lon:i,lat:c,country:f},l)=>{
let u=n.get(s),p="place:"+s,d=u?u.name:a;r.set(p,{key:p,kind:"place",name:d,lon:i,lat:c,country:f,area:u,plain:P(d),ask:{kind:"place",index:l},weight:Yr+(u?u.population:
0),note:()=>e.t("kind_place")+(u?" · "+u.nuts3:"")})}),t.stops.forEach(({id:s,name:a,lon:i,lat:c,country:f},l)=>{let u="stop:"+s;r.set(u,{key:u,kind:"stop",name:a,
lon:i,lat:c,country:f,ask:{kind:"stop",index:l},weight:0,plain:P(a),note:()=>e.t("kind_stop")+" · "+e.t(o[f]??"other")})}),r}function We(t,n,e,o){let r=new Map(
n.map(l=>[l.code,l])),s=Array.from(t.cells.municipality,l=>r.get(t.municipalities[l])),a=new Map(t.cells.id.map((l,u)=>[l,u])),i=Jr(t,r,e,o);function c(l){if(!l.
startsWith("cell:"))return i.get(l);let u=a.get(l.slice(5));if(u===void 0)return;let p=s[u],{lon:d,lat:h,country:m}=t.cells;return{key:l,kind:"cell",name:e.t("c\
ell_of",{name:p?p.name:"?"}),area:p,lon:d[u],lat:h[u],country:m[u],ask:{kind:"cell",index:u}}}function f(l){let u=new Map;return[...i.values()].filter(p=>{if(p.
kind!=="stop")return!0;let d=u.get(p.plain)??[];return u.set(p.plain,[...d,p]),!d.some(h=>l([h.lat,h.lon],[p.lat,p.lon])<Zr)})}return{get:c,has:l=>typeof l=="st\
ring"&&c(l)!==void 0,searchable:f,stops:[...i.values()].filter(l=>l.kind==="stop"),areaOfCell:l=>s[l]}}function Vr(t,n,e){let o=new Map(t.trips.map(i=>[i.id,i]));
function r(i){let c=o.get(i);if(!c)throw new RangeError(`no trip ${i}`);return c}function s({id:i}){let{title:c,departure:f,period:l,window_min:u=0}=r(i);if(c)return n.
in(c);if(!f)return l?n.period(l):i;let p=new Date(f.slice(0,16)+":00Z"),d=new Date(p.getTime()+u*6e4);return n.date(p)+", "+n.clock(p)+(u?"–"+n.clock(d):"")}function a(i,c){
let{lacking:f,by:l}=r(i),u=e[c],p=u&&Object.hasOwn(f,u)?n.in(f[u]):"",d=n.in(l);return p?d.endsWith(")")?d.slice(0,-1)+"; "+p+")":`${d} (${p})`:d}return{tripName:s,
byTrip:a,kindOf:i=>r(i).kind,nameOf:i=>n.in(r(i).name),ofTrip:(i,c)=>n.in(r(i)[c]),parkOf:i=>r(i).park_min}}function ze(t,n,e,o,r){let[s,...a]=t.scenarios,i=c=>r.
has(c,o.get(c.place),Number(c.percentile));return{...Vr(n,e,ln(t,n)),hasBorder:t.cells.covered>1,mean:r,couldBeOfInhabitants:i,ofInhabitants:c=>c.whose==="mean"&&
i(c),trips:t.trips,trip:c=>t.trips.find(f=>f.id===c),opportunities:n.opportunities,hasPlace:o.has,scenarios:t.scenarios,scenariosOf:c=>[s,...a.filter(f=>!Object.
hasOwn(n.scenario_trips,f)||n.scenario_trips[f].includes(c))],scenarioName:c=>c===s?e.t("scenario_none"):Object.hasOwn(n.scenarios,c)?e.in(n.scenarios[c]):c}}function qr(t,n){return t.study.flatMap(e=>{let o=n.get("place:"+e);return!o||!o.area?[]:[{key:o.key,name:o.name,place:o.ask,country:o.country,area:o.area}]})}function He(t,n){
let{data:e,words:o,engine:r,areas:s}=t,a=ln(r,e),i=a.map(m=>m.toLowerCase()),c=We(r,s,o,i),f=je(r.arrays,e.mean,a.slice(0,r.cells.covered)),l=ze(r,e,o,c,f),u=window.
matchMedia("(prefers-color-scheme: dark)"),p={...r.opportunities,population:r.cells.population},d={state:Ct({...ht(location.hash),...n},e.start,l),times:null,shown:null,
onPaper:!1};function h(){let{theme:m}=d.state;return!d.onPaper&&(m==="dark"||m==="auto"&&u.matches)}return{...t,codes:a,sides:i,places:c,mean:f,known:l,now:d,prefersDark:u,
dark:h,baseline:r.scenarios[0],members:qr(e,c),cut:Ue(r),look:$n(r.cells.n),here:()=>c.get(d.state.place),weights:()=>p[d.state.opportunity],longest:()=>Z(l,d.state.
trip)||Mt,theme:()=>Pn[h()?"dark":"light"],palettes:()=>({times:h()?e.palettes.dark:e.palettes.light,diverging:e.palettes.diverging}),ofInhabitants:()=>l.ofInhabitants(
d.state),comparing:()=>!!(d.state.compare&&d.shown?.before?.minutes)}}var Qr=12,ti=350,ni=24;function Fe(t,n,{edge:e,cut:o},r){let s=new Map,a=null,i=0,c=0;function f(u){let p=JSON.stringify([{...u.request,place:null},u.opportunity]),
d=s.get(p)??{curves:[],question:u};return s.set(p,d),s.size>Qr&&s.delete(s.keys().next().value??""),d}async function l(u,p){let d=performance.now();for(;u.curves.
length<n.length;){let{request:h,weights:m,longest:g}=u.question,_={...h,place:n[u.curves.length].place},w=await t.times(_);if(p!==c)return;if(u.curves.push(Nt(w)?
null:Fn({engine:t,weights:m,edge:e,longest:g},w,o(_))),performance.now()-d>ni)break}r(),u.curves.length<n.length&&(i=window.setTimeout(l,0,u,p))}return{ask(u){a=
f(u),c++,clearTimeout(i),a.curves.length<n.length&&(i=window.setTimeout(l,ti,a,c))},get done(){return a===null?0:a.curves.length},all:n.length,standings(u){return n.
map((p,d)=>{let h=a?.curves[d]??null;return{member:p,...h?u(h,p.country):{value:NaN,edge:!1,still:!1}}})}}}function Ge(t){let n=t.filter(e=>!Number.isNaN(e.value));
return{rows:n.filter(e=>!e.edge&&!e.still).sort((e,o)=>o.value-e.value),left:{edge:n.filter(e=>e.edge).length,still:n.filter(e=>e.still&&!e.edge).length,unknown:t.
length-n.length}}}function ei({value:t,edge:n,still:e}){return S(t)&&!n&&!e?"ranked":n?"edge":e?"still":"unknown"}function Xe(t,n){let{engine:e,members:o,edge:r,cut:s,mean:a,now:i,
words:c,sides:f}=t,l=Fe(e,o,{edge:r,cut:s},p);function u(){return t.ofInhabitants()?o.map(d=>{let h=a.figures(i.state,d.area.code,d.country),m=ut(h,i.state,d.country,
f);return{member:d,value:m.atLeast[i.state.border],edge:m.touchesEdge,still:Y(m)}}):l.done<l.all?[]:l.standings((d,h)=>Gn(i.state,d,h))}function p(){let{state:d,
shown:h}=i;if(!h||h.status)return;let m=t.ofInhabitants(),g=u(),{rows:_,left:w}=Ge(g),k=g.find(x=>x.member.key===d.place),O=k??{value:h.atLeast[d.border],edge:h.
touchesEdge,still:Y(h)},v=_.filter(x=>x.member.key!==d.place);ve(c,U(t),{all:l.all,done:m?l.all:l.done,rows:_,left:w,member:k?d.place:null,own:ei(O),kind:m?"ran\
k_mean":k?"rank_among":"rank_beside",lacking:W(c,h,d.border),place:v.filter(x=>x.value>O.value).length+1,shared:v.some(x=>x.value===O.value),of:v.length+1},x=>n(
{place:x}))}return{show:p,ask(){let{state:d,shown:h}=i;if(!h||h.status||t.ofInhabitants())return;let m=d.border!=="closed"||d.reading!=="routing";l.ask({request:{
...pt(d,t.here(),t.baseline).open,foreign_routing:m},opportunity:d.opportunity,weights:t.weights(),longest:t.longest()})},progress:()=>({done:l.done,all:l.all})}}function Ke(t,n){let e=document.createElement("canvas").getContext("2d"),o=getComputedStyle(document.body).fontFamily,r=t.containerPointToLayerPoint([0,0]),s=L.
bounds(r,t.containerPointToLayerPoint(t.getSize())),[a,i]=[s.min,s.max];return{screen:s,point:c=>t.latLngToLayerPoint(c),free:c=>c[0]>=a.x&&c[2]<=i.x&&c[1]>=a.y&&
c[3]<=i.y&&n.every(f=>mn(f,c)),take:(...c)=>{n.push(...c)},widthOf(c,f,l){return e.font=`${l?600:400} ${f}px ${o}`,e.measureText(c).width}}}var Ze=({x:t,y:n},e,o,r)=>[
[t+r,n-o/2],[t-r-e,n-o/2],[t-e/2,n-o-4],[t-e/2,n+4]];function _t(t,n,e){return t.style.transform=`translate(${n}px,${e}px)`,t}var oi=1.6,ri=250,ii=6;function Ye(t,n,e,o){let r={options:{padding:.15},_initContainer(){this._container=L.DomUtil.create("canvas","cells"),this._container.setAttribute(
"aria-hidden","true"),this._context=this._container.getContext("2d")},_destroyContainer(){L.DomUtil.remove(this._container)},_update(){if(this._map._animatingZoom&&
this._bounds)return;L.Renderer.prototype._update.call(this),this._fit(),an(t,this._frame,this._cell),an(n,this._frame,this._near);let a=Math.min(ri,Math.round(oi*
Le(this._frame.scale,o)));$e(this._cell,this._frame,a,this._near,this._distance),this._expecting||this.draw()},expect(){this._expecting=!0,requestAnimationFrame(
()=>{this._expecting&&this.draw()})},_fit(){let a=Math.min(2,Math.max(1,Math.round(window.devicePixelRatio||1))),i=this._bounds.getSize(),c=Math.max(1,Math.round(
i.x*a)),f=Math.max(1,Math.round(i.y*a)),l=this._container;L.DomUtil.setPosition(l,this._bounds.min),l.style.width=i.x+"px",l.style.height=i.y+"px",(l.width!==c||
l.height!==f||!this._cell)&&(l.width=c,l.height=f,this._image=this._context.createImageData(c,f),this._pixels=new Uint32Array(this._image.data.buffer),this._cell=
new Uint32Array(c*f),this._near=new Uint32Array(c*f),this._distance=new Uint8Array(c*f));let u=this._map.getPixelOrigin().add(this._bounds.min),p=a*2**this._map.
getZoom();this._frame={width:c,height:f,ratio:a,scale:p,left:u.x*a,top:u.y*a}},paint(a){this._look=a,this.draw()},draw(){if(this._expecting=!1,!this._look||!this.
_cell)return;let{ratio:a}=this._frame;De(this._pixels,this._cell,this._frame,ii*a,this._look),Be(this._pixels,this._near,this._frame,a>1?3:1,this._look),this._context.
putImageData(this._image,0,0)},at(a,i){let c=this._map.latLngToLayerPoint(a).subtract(this._bounds.min).multiplyBy(this._frame.ratio).floor(),{width:f,height:l}=this.
_frame;if(c.x<0||c.y<0||c.x>=f||c.y>=l)return-1;let u=c.y*f+c.x;return(i?this._near[u]:this._cell[u])-1}},s=L.Renderer.extend(r);return new s({pane:e})}var si=[["land",200],["cells",300],["base",350],["lines",400],["chosen",440],["names",620]],ci=.6;function Je(t,n,e){for(let[p,d]of si){let h=t.createPane(p);h.
style.zIndex=String(d),h.style.pointerEvents="none"}let o={};for(let p of["land","lines"])o[p]=L.canvas({pane:p,padding:.15});let r=(p,d)=>({pane:p,renderer:o[p],
interactive:!1,smoothFactor:ci,...d}),s=n.base.border.map(xt),a=n.edge.map(xt),i=e.map(p=>L.polygon(p.rings,r("land",{weight:1})).addTo(t)),c=e.map(p=>L.polygon(
p.rings,r("lines",{fill:!1,weight:p.part==="ring"?.5:.9})).addTo(t)),f=L.polyline(a,r("lines",{weight:1.6,dashArray:"5 5"})).addTo(t),l=L.polyline(s,r("lines",{
weight:5,opacity:.85})).addTo(t),u=L.polyline(s,r("lines",{weight:2.4})).addTo(t);return{frontier:s,edge:a,dress(p){for(let d of i)d.setStyle({color:p.land,fillColor:p.
land,fillOpacity:1});c.forEach((d,h)=>d.setStyle({color:e[h].part==="ring"?p.faint:p.outline})),f.setStyle({color:p.edge}),l.setStyle({color:p.halo}),u.setStyle(
{color:p.border})},flush(){for(let p of Object.values(o))p._redraw()}}}var fn=10,ai=6,Wt=14,li=300,fi=34,ui=[0,9,9.75,11.5],pi=t=>t<9.5?26:60,di=2;function Ve(t){let n=t.getZoom(),e=t.containerPointToLayerPoint([0,0]),o=t.getPixelOrigin(),
r=t.getSize();return{width:r.x,height:r.y,scale:2**n,zoom:n,x:e.x,y:e.y,left:o.x+e.x,top:o.y+e.y}}function hi(t,{width:n,height:e}){let o=[];for(let s=1;s<t.length;s++){
let[[a,i],[c,f]]=[t[s-1],t[s]],l=Math.max(1,Math.ceil(Math.hypot(c-a,f-i)/12));for(let u=0;u<l;u++){let p=a+(u+.5)/l*(c-a),d=i+(u+.5)/l*(f-i);p>0&&d>0&&p<n&&d<e&&
o.push([p,d])}}let r=Math.floor(o.length/2);return o.map((s,a)=>o[r+(a%2?-1:1)*Math.ceil(a/2)]).filter(Boolean)}var mi=t=>t.reduce((n,[e,o],r)=>r?n+Math.hypot(e-
t[r-1][0],o-t[r-1][1]):0,0);function qe(t,n,e,o){let r=Ve(t),s=Ft(n,r.zoom),a=[],i=new Map;for(let c of o){if(!rt(n,"road",c,r.zoom)||r.zoom<ui[c-1])continue;let f=it(
n,"road",c,r).filter(l=>n.name[l]).map(l=>({name:n.name[l],corners:st(n,l,s,r)})).map(l=>({...l,long:mi(l.corners)})).filter(({long:l})=>l>=fi).sort((l,u)=>u.long-
l.long);for(let{name:l,corners:u}of f){if(a.length>=pi(r.zoom))return a;let p=l.split("/").slice(0,di).join("/"),d=e.widthOf(p,fn,!0)+ai,h=l.split("/").flatMap(
m=>i.get(m)??[]);for(let[m,g]of hi(u,r)){if(h.some(([k,O])=>Math.hypot(k-m,O-g)<li))continue;let[_,w]=[r.x+m-d/2,r.y+g-Wt/2];if(e.free([_-2,w-2,_+d+2,w+Wt+2])){
e.take([_,w,_+d,w+Wt]),a.push({text:p,rank:c,x:_,y:w,width:d,height:Wt}),h.push([m,g]);for(let k of l.split("/"))i.set(k,[...i.get(k)??[],[m,g]])}}}}return a}function Qe(t,n,e,o){
let r=Ve(t);return o.filter(s=>rt(n,e,s,r.zoom)).flatMap(s=>it(n,e,s,r).map(a=>{let[[i,c]]=st(n,a,1/0,r);return{name:n.name[a],rank:s,people:n.people[a],at:L.point(
r.x+i,r.y+c)}}).sort((a,i)=>i.people-a.people))}var gi=6e4,yi=10.5,wi=".leaflet-bar, .leaflet-control-scale, #warnings li",bi=220,_i=8,xi=10,ki=12,vi=[12.5,11.5,11,10.5];function Oi(t){let n=t.containerPointToLayerPoint(
[0,0]),e=t.getContainer().getBoundingClientRect(),[o,r]=[n.x-e.left,n.y-e.top];return[...document.querySelectorAll(wi)].map(s=>{let a=s.getBoundingClientRect();
return[a.left+o,a.top+r,a.right+o,a.bottom+r]})}function q(t,n,e,o,r){let s=o.size*1.3,a=Math.min(t.widthOf(n,o.size,o.bold),bi)+4,c=(r?Ze(e,a,s,5):[[e.x-a/2,e.
y-s/2]]).find(([u,p])=>t.free([u,p,u+a,p+s]));if(!c)return[];let[f,l]=c;return t.take([f,l,f+a,l+s],[e.x-3,e.y-3,e.x+3,e.y+3]),[{name:n,x:f,y:l,at:e,...o,dot:r}]}
function Si(t,n){let e=t.point(n.latlng);return t.take([e.x-11,e.y-31,e.x+11,e.y+2]),q(t,n.name,e.add([8,-14]),{size:14,bold:!0,kind:"here"},!0)}function Ai(t,{
areas:n,frontier:e,words:o},r){let s=e.flat().filter((i,c)=>c%xi===0).map(t.point);if(!s.some(i=>t.screen.contains(i)))return[];let a=i=>s.some(c=>Math.abs(c.x-
i.x)<100&&Math.abs(c.y-i.y)<26);return[...new Set(n.map(i=>i.country))].flatMap(i=>{let c=o.t(i.toLowerCase()).toLocaleUpperCase(),f=n.filter(l=>l.country===i).
map(l=>t.point(l.centre)).filter(l=>t.screen.contains(l)&&!a(l)).sort((l,u)=>l.distanceTo(r)-u.distanceTo(r));for(let l of f){let u=q(t,c,l,{size:13,bold:!0,kind:"\
country"},!1);if(u.length)return u}return[]})}function Ei(t,{edge:n,words:e}){let[o]=n.flat().filter((r,s)=>s%_i===0).map(t.point).filter(r=>t.screen.contains(r)).
sort((r,s)=>s.y-r.y);return o?q(t,e.t("data_end"),o.add([0,11]),{size:11,bold:!1,kind:"end"},!1):[]}function un(t,{map:n,base:e},o){return e?qe(n,e,t,o).map(({text:r,
rank:s,x:a,y:i,width:c})=>({name:r,x:a,y:i,at:L.point(a,i),size:fn,bold:!0,dot:!1,width:c,kind:s===1?"shield motorway":"shield"})):[]}function to(t,{map:n,base:e},o){
return e?Qe(n,e,"place",o).filter(({at:r})=>t.screen.contains(r)).flatMap(({name:r,rank:s,at:a})=>q(t,r,a,{size:vi[s-1],bold:!1,kind:"village"},!0)):[]}function no(t,n,e){
let{map:o,places:r,areas:s}=t,a=o.getZoom(),i=Ke(o,Oi(o)),c=n?Si(i,n):[],f=o.containerPointToLayerPoint(o.getSize().divideBy(2)),l=!1;for(let[u,p,d]of r){let h=s[u];
if(!l&&h.population<gi&&(l=!0,c.push(...Ai(i,t,f))),n&&n.area===h&&n.kind==="place"||!yn(h,a))continue;let m=i.point([d,p]);if(!i.screen.contains(m))continue;let g=wn(
h.population),_=h.part==="ring"?"ring":"town";c.push(...q(i,h.name,m,{size:g,bold:g>ki,kind:_,number:u},!0))}c.push(...un(i,t,[1,2]),...to(i,t,[1,2,3]),...un(i,
t,[3]));for(let u of a>=yi?e:[]){let p=i.point([u.lat,u.lon]);i.screen.contains(p)&&c.push(...q(i,u.name,p,{size:10.5,bold:!1,kind:"stop",stop:u.key},!0))}return c.
push(...to(i,t,[4]),...un(i,t,[4])),[...c,...Ei(i,t)]}function eo(t,n){t.replaceChildren(...n.flatMap(e=>{let o=y("span",{class:"place "+e.kind+(e.bold?" big":"")},
e.name);return o.style.fontSize=e.size+"px",e.width&&(o.style.width=e.width+"px"),_t(o,e.x,e.y),!e.dot||e.kind==="here"?[o]:[_t(y("i",{class:"dot "+e.kind}),e.at.
x-2.5,e.at.y-2.5),o]}))}var Ii=240,Ni=9;function Ti(){let t=y("div",{class:"pin","aria-hidden":"true"});return t.append(R("svg",{viewBox:"0 0 24 32"},R("path",{d:"M12 31C12 31 2.5 18.6\
 2.5 11.4a9.5 9.5 0 0 1 19 0C21.5 18.6 12 31 12 31Z"}),R("circle",{cx:12,cy:11.5,r:3.6}))),t}function Mi(t){t.append(y("div",{class:"cross","aria-hidden":"true"}));
let n=e=>t.classList.toggle("keyed",e);t.addEventListener("keyup",e=>n(e.target===t)),t.addEventListener("pointerdown",()=>n(!1)),t.addEventListener("blur",()=>n(
!1))}function Li(t,n){let e=y("div",{id:"hover",hidden:!0,"aria-hidden":"true"});t.getContainer().append(e);let o=null,r=()=>"";function s(){o&&(e.textContent=r(
n.at(o,!1)),e.hidden=!e.textContent)}return{sayAgain:s,quiet(){e.hidden=!0},hover(a){window.matchMedia("(hover: hover)").matches&&(r=a,t.on("mousemove",({latlng:i,
containerPoint:c})=>{o=i,s();let f=c.x>t.getSize().x-Ii;e.style.transform=`translate(${c.x+(f?-12:14)}px,${c.y+14}px)`+(f?" translateX(-100%)":"")}),t.on("mouse\
out zoomstart movestart",()=>{o=null,e.hidden=!0}))}}}function Ci(t,n){function e(r){let s=n(),a=s&&t.getBounds().contains(s)?s:t.getCenter();return t.setZoomAround(
a,t.getZoom()+r)}let{zoomDelta:o=1}=t.options;t.zoomIn=(r=o)=>e(r),t.zoomOut=(r=o)=>e(-r)}function oo(t,n,{areas:e,cells:o,base:r,words:s}){let a=Je(t,n,e),[i,c,
f,l]=n.base.bounds,u=Ye(o,Re(e.map(v=>v.rings.flat())),"cells",(i+f)/2),p=r?xn("base"):null,d=Ti();t.getPane("chosen")?.append(d),Mi(t.getContainer()),L.control.
scale({imperial:!1,position:"bottomright",maxWidth:110}).addTo(t);let h=L.latLngBounds([i,c],[f,l]),m=()=>t.fitBounds(h,{padding:[2,2],animate:!1});t.setMaxBounds(
h.pad(.9)),En(t,m);let g=t.getPane("names"),_=[],w=null,k=[];Ci(t,()=>w?.latlng);function O(){if(_=no({map:t,places:n.base.places,areas:e,base:r,words:s,...a},w,
k),eo(g,_),d.hidden=!w,!w)return;let v=t.latLngToLayerPoint(w.latlng);_t(d,v.x-12,v.y-31)}return t.on("moveend zoomend resize viewreset",O),t.on("zoomstart",()=>{
g.replaceChildren(),d.hidden=!0}),In(t,()=>{t.invalidateSize({animate:!1,pan:!1}),m()}),{layer:u,home:m,...Li(t,u),flush:a.flush,dress(v,x){a.dress(v),p?.dress(
x)},start(){m(),u.addTo(t),p?.addTo(t).show(r)},choose(v){w=v,O()},showStops(v){k=v,O()},nameAt(v){let x=t.containerPointToLayerPoint(v),[T]=_.filter(E=>(E.number!==
void 0||E.stop)&&E.dot).map(E=>({far:E.at.distanceTo(x),one:E})).sort((E,j)=>E.far-j.far);return T&&T.far<Ni?T.one:null},get written(){return _},get chosen(){return w}}}var Ri=120,Pi=300,$i=700;function pn(t,n){let e=0;return()=>{clearTimeout(e),e=window.setTimeout(n,t)}}function ro({map:t,view:n,here:e},o){let r=e(),s=L.latLng(
r.lat,r.lon);o&&!t.getBounds().pad(-.08).contains(s)&&t.panTo(s,{animate:!1}),n.choose({...r,latlng:s})}function Di(t){let{words:n,data:e,map:o,view:r,now:s}=t;
function a(){b("theme").textContent=n.t(t.dark()?"theme_light":"theme_dark")}return{speak(){n.language=s.state.language,St(n,e,o.getContainer()),ro(t,!1),a()},dress(){
document.documentElement.dataset.theme=t.dark()?"dark":"light",vn(e.sides,t.dark()),r.dress(t.theme(),t.dark()),a()}}}function Bi(t,n){let{map:e,view:o,areas:r,
engine:s,words:a}=t;function i(c,f){let l=o.nameAt(c);if(l)return n({place:l.stop??"place:"+r[Number(l.number)].code});let u=o.layer.at(f,!0);return u>=0?n({place:"\
cell:"+s.cells.id[u]}):jt(a.t("outside_click"))}e.on("click",c=>i(c.containerPoint,c.latlng)),e.getContainer().addEventListener("keydown",c=>{c.key!=="Enter"||c.
target!==e.getContainer()||(c.preventDefault(),i(e.latLngToContainerPoint(e.getCenter()),e.getCenter()))}),o.hover(c=>Ie(t,c))}function Ui(t,n){let{words:e,known:o,
places:r,view:s,now:a,map:i}=t,{speak:c,dress:f}=Di(t),l=Xe(t,g),u=pn($i,()=>{b("said").textContent=b("headline").textContent}),p=pn(Ri,()=>on(t,g)),d=pn(Pi,()=>rn(
t)),h=oe(b("question"),{words:e,known:o,entries:r.searchable((w,k)=>i.distance(w,k)),ask:g}),m=Jn(t,{begin(w){a.state.language!==w.language&&c(),a.state.theme!==
w.theme&&f(),h.show(a.state,t.here().name),a.state.place!==w.place&&(s.layer.expect(),ro(t,!0)),b("headline").setAttribute("aria-busy","true"),s.quiet()},draw(){
Ae(t),s.sayAgain(),Ee(t,g),u(),l.ask(),l.show(),Ut(t),xe(t)},later(){p(),d()}},n.redrawMs);function g(w){return m.ask(w)}function _(){f(),a.shown&&m.show(a.state)}
return b("theme").addEventListener("click",()=>g({theme:t.dark()?"light":"dark"})),b("table-box").addEventListener("toggle",()=>on(t,g)),b("rank-box").querySelector(
"details").addEventListener("toggle",l.show),t.prefersDark.addEventListener("change",_),window.addEventListener("hashchange",()=>g(ht(location.hash))),Me(t,{dress:f,
draw:m.draw,again:_}),Bi(t,g),Object.defineProperty(n,"rank",{get:l.progress}),{ask:g,first(){return s.start(),c(),f(),s.showStops(r.stops),m.show(a.state)}}}async function ji(t,n,e){
let{trip:o,scenario:r}={...n.start,...ht(location.hash)},s={place:{kind:"cell",index:0},trip:o,scenario:r},a=await ue(n.engine,b("grensgeo-engine").textContent,
s),i=p=>a.arrays["shape/"+p],c=gn(n.base.areas),f=Ce(Object.fromEntries(["rings","corners","start_x","start_y","step_x","step_y"].map(p=>[p,i(p)]))),l=await _n(
n.base_map),u=oo(t,n,{areas:c,cells:f,base:l,words:e});return{map:t,data:n,words:e,engine:a,areas:c,view:u,edge:i("edge")}}function Wi(t){let n=On();n.start.language=
Mn(n.language,navigator.languages);let e=Ln(n.labels,n.start.language),o={},r=i=>{Object.assign(o,i),e.language=i.language,St(e,n,t.getContainer())};Sn(i=>r({language:i}));
let s={redrawMs:[]};async function a(){let i=He(await ji(t,n,e),o),{ask:c,first:f}=Ui(i,s);return r=c,Object.defineProperties(s,{state:{get:()=>({...i.now.state})},
figures:{get:()=>i.now.shown}}),Object.assign(s,{set:c,engine:i.engine,csv:()=>sn(i),chart:l=>Pt(e,i.now.state,U(i).opportunity,l,u=>c({cutoff:u}))}),await f(),
s}t.getContainer().setAttribute("role","application"),St(e,n,t.getContainer()),s.ready=a().catch(i=>{throw b("headline").textContent=e.t("failed",{reason:String(
i?.message??i)}),i}),Object.assign(globalThis,{grensgeoAtlas:s})}Object.assign(globalThis,{grensgeoPage:Wi});})();
