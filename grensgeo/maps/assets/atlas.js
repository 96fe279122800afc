/* grensgeo atlas: bundled from js/ by `make js`; edit there.
   sources 2e2ae8af035e1ca3: src/atlas/answer.js src/atlas/asking.js src/atlas/cells.js src/atlas/chart.js src/atlas/choices.js src/atlas/colours.js src/atlas/controls.js src/atlas/csv.js src/atlas/cut.js src/atlas/engine.js src/atlas/figures.js src/atlas/ground.js src/atlas/headline.js src/atlas/leaving.js src/atlas/main.js src/atlas/mean.js src/atlas/names.js src/atlas/outlines.js src/atlas/picture.js src/atlas/places.js src/atlas/ranking.js src/atlas/saying.js src/atlas/search.js src/atlas/session.js src/atlas/showing.js src/atlas/small_table.js src/atlas/standings.js src/atlas/state.js src/atlas/telling.js src/atlas/view.js src/atlas/ways.js src/engine/answers.js src/engine/counting.js src/engine/hierarchy.js src/engine/journey.js src/engine/later.js src/engine/path.js src/engine/streets.js src/engine/sweep.js src/engine/timetable.js src/engine/transit.js src/engine/weights.js src/engine/why.js src/engine/worker.js src/shared/after_paint.js src/shared/appearance.js src/shared/areas.js src/shared/base_map.js src/shared/base_names.js src/shared/canvas_layer.js src/shared/elements.js src/shared/geometry.js src/shared/keeping.js src/shared/numbers.js src/shared/page.js src/shared/precision.js src/shared/room.js src/shared/unpack.js src/shared/words.js */
"use strict";(()=>{var Ce=85.0511287798,at=t=>256*(t+180)/360;function lt(t){let e=Math.sin(Math.max(-Ce,Math.min(Ce,t))*Math.PI/180);return 256*(.5-Math.log((1+e)/(1-e))/(4*Math.
PI))}var Re=(t,e)=>[360*t/256-180,360/Math.PI*Math.atan(Math.exp(2*Math.PI*(.5-e/256)))-90];function W(t){let e=new Int32Array(t.length+1);for(let n=0;n<t.length;n++)
e[n+1]=e[n]+t[n];return e}function Et(t){let e=[],[n,o]=[0,0];for(let r=0;r<t.length;r+=2)n+=t[r],o+=t[r+1],e.push([o/1e4,n/1e4]);return e}var $e=t=>t.map(e=>e.
map(Et)),Pe=(t,e)=>t[2]<e[0]||t[0]>e[2]||t[3]<e[1]||t[1]>e[3];var Wo=[[9,15e4],[10,5e4]];function De(t){return t.map(([e,n,o,r,i,a,s],c)=>{let f=$e(s);return{number:c,code:e,name:n,country:o,nuts3:r,part:i,population:a,rings:f,
centre:L.latLngBounds(f.flat(2)).getCenter()}})}function Be(t,e){let n=Wo.find(([o])=>e<o);return t.part!=="ring"||!n||t.population>=n[1]}var je=t=>t>2e5?15:t>6e4?
13:11.5;var b=t=>document.getElementById(t);function Ue(t,e,n){for(let[o,r]of Object.entries(e))r!==null&&r!==!1&&t.setAttribute(o,r===!0?"":String(r));return t.append(
...n.filter(o=>o!==null)),t}function y(t,e={},...n){return Ue(document.createElement(t),e,n)}function $(t,e={},...n){let o=document.createElementNS("http://www.\
w3.org/2000/svg",t);return Ue(o,e,n)}function ft(t,e,n){return t.style[n]=`var(--side-${e})`,t}var Tt=t=>ft(y("i",{class:"key","aria-hidden":"true"}),t,"backgro\
und");function Fe(t,e){for(let[n,o]of Object.entries(t))document.documentElement.style.setProperty("--side-"+n,o[e?1:0])}function Nt(t,e,n=null){let o=y("button",
{type:"button",class:"link","data-key":n},t);return o.addEventListener("click",e),o}var We=()=>JSON.parse(b("grensgeo-data").textContent);function z(t,...e){let n=t.
contains(document.activeElement)?document.activeElement:null,o=n?.getAttribute("data-key")??null,r=!n?.matches(":focus-visible");if(t.replaceChildren(...e.filter(
a=>a!==null)),o===null)return;let i=[...t.querySelectorAll("[data-key]")].find(a=>a.getAttribute("data-key")===o);i instanceof HTMLElement&&i.focus({preventScroll:r})}var M={nl:"nl-NL",de:"de-DE",en:"en-GB"},zo=.001,Ho=10,Go=.095,ze=5e-4,He=.001,Xo=.995,Ko=.99;function Zo(t){return t>=zo&&t<1?{maximumSignificantDigits:2}:{maximumFractionDigits:t<
Ho?1:0}}var Yo=t=>t.replace("-","−");function ee(t){let e=new Map;function n(c,f){let l=JSON.stringify(f),u=e.get(l);return u||e.set(l,u=new Intl.NumberFormat(
t,f)),u.format(c)}let o=c=>n(c,Zo(Math.abs(c))),r=c=>n(c,{style:"percent",maximumFractionDigits:c!==0&&Math.abs(c)<Go?1:0});function i(c){return c>Xo&&c<1?">"+r(
Ko):c>0&&c<ze?"<"+r(He):r(c)}let a=(c,f)=>f>0?"+"+c:Yo(c);function s(c){return c===0||Math.abs(c)>=ze?a(r(c),c):(c<0?"−":"+")+"<"+r(He)}return{format:n,count:o,
share:r,part:i,signedShare:s,plain:c=>n(c,{}),signedCount:c=>a(o(c),c),minutes:(c,f=0)=>n(c,{minimumFractionDigits:f,maximumFractionDigits:f})}}var Z=Object.keys(M);function Ge(t,e){return e.map(n=>n.slice(0,2).toLowerCase()).find(n=>Z.includes(n))??t}function Jo(t,e){return t.replace(/\{(\w+)\}/g,(n,o)=>Object.
hasOwn(e,o)?e[o]:n)}var C=t=>t.normalize("NFD").replace(/\p{M}/gu,"").replace(/ß/g,"ss").toLowerCase().replace(/[^\p{L}\p{N}]+/gu," ").trim();function Xe(t,e){
let n=e,o=ee(M[n]);function r(s,c){let f=t[s];return f&&c!==null&&Object.hasOwn(f,c)?f[c][n]:null}let i=(s,c={})=>Jo(r("texts",s)??s,c);return{get language(){return n},
set language(s){n=s,o=ee(M[s])},named:r,t:i,count:s=>s===null||Number.isNaN(s)?i("missing"):o.count(s),share:s=>o.share(s),part:s=>o.part(s),plain:s=>o.plain(s),
signedCount:s=>o.signedCount(s),signedShare:s=>o.signedShare(s),minutes:(s,c)=>o.minutes(s,c),opportunity:s=>r("opportunities",s)??s,period:s=>r("periods",s)??s,
in:s=>s[n],capital:s=>s.charAt(0).toLocaleUpperCase(M[n])+s.slice(1),lowered:s=>s.charAt(0).toLocaleLowerCase(M[n])+s.slice(1),sort:(s,c)=>s.localeCompare(c,M[n]),
date:s=>new Intl.DateTimeFormat(M[n],{weekday:"short",day:"numeric",month:"short",timeZone:"UTC"}).format(s),clock:s=>new Intl.DateTimeFormat(M[n],{hour:"2-digi\
t",minute:"2-digit",timeZone:"UTC"}).format(s),sentence(s,c){return i(s).split(/(\{\w+\})/).map(f=>{let l=f.startsWith("{")?f.slice(1,-1):null;return l!==null&&
Object.hasOwn(c,l)?c[l]:f})}}}var Ke="grensgeo",Vo=["light","dark"];function Ze(){try{let{language:t,theme:e}=JSON.parse(localStorage.getItem(Ke)??"{}");return{language:t,theme:e}}catch{return{}}}
function ne(t){try{localStorage.setItem(Ke,JSON.stringify({...Ze(),...t}))}catch{}}function Ye(t,e){let n=Ze(),o=(r,...i)=>i.find(a=>a!==void 0&&r.includes(a));
return{language:o(Z,e.language,n.language)??Ge(t,navigator.languages),theme:o(Vo,e.theme,n.theme)??"auto"}}function Mt(t){let e=!1,n=0;function o(){e&&(e=!1,t())}let r=()=>requestAnimationFrame(()=>requestAnimationFrame(()=>{n||o()}));function i(){clearTimeout(n),n=0,
e&&r()}return{flush:o,release:i,ask(){!e&&!n&&r(),e=!0},hold(){clearTimeout(n),n=Number(setTimeout(i,400))}}}function Lt(t){let e=window.devicePixelRatio||1;return Math.min(2,Math.max(1,t?Math.round(e):e))}function Ct(t,e,n){let o={options:{padding:.15},_initContainer(){
this._container=L.DomUtil.create("canvas",e),this._container.setAttribute("aria-hidden","true"),this._context=this._container.getContext("2d")},_destroyContainer(){
L.DomUtil.remove(this._container)},_lay(i){let a=this._bounds.getSize(),s=this._container,c=Math.max(1,Math.round(a.x*i)),f=Math.max(1,Math.round(a.y*i));L.DomUtil.
setPosition(s,this._bounds.min),s.style.width=a.x+"px",s.style.height=a.y+"px";let l=s.width!==c||s.height!==f;l&&Object.assign(s,{width:c,height:f});let u=this.
_map.getPixelOrigin().add(this._bounds.min),p=i*2**this._map.getZoom();return{other:l,frame:{width:c,height:f,ratio:i,scale:p,left:u.x*i,top:u.y*i}}}},r=L.Renderer.
extend({...o,...n});return new r({pane:t})}var oe={uint8:Uint8Array,int8:Int8Array,uint16:Uint16Array,int16:Int16Array,uint32:Uint32Array,int32:Int32Array,float32:Float32Array,float64:Float64Array};function Qo(t){
let e=atob(t),n=new Uint8Array(e.length);for(let o=0;o<n.length;o++)n[o]=e.charCodeAt(o);return n}async function qo(t){let e=new Blob([t]).stream().pipeThrough(
new DecompressionStream("deflate"));return new Uint8Array(await new Response(e).arrayBuffer())}function tr(t,{n:e,width:n,steps:o=0}){let r=new Int32Array(e);for(let i=0;i<
e;i++){let a=t[i];n>1&&(a|=t[e+i]<<8),n>2&&(a|=t[2*e+i]<<16|t[3*e+i]<<24),r[i]=a>>>1^-(a&1)}for(let i=0;i<o;i++)for(let a=1;a<e;a++)r[a]=r[a]+r[a-1]|0;return r}
function er(t,e){let n=new oe[e.type](e.n),o=10**e.digits,r=Object.hasOwn(e,"null");for(let i=0;i<e.n;i++)n[i]=r&&t[i]===e.null?NaN:t[i]/o;return n}function nr(t,{
type:e,n,width:o}){let r=new Uint8Array(n*o);for(let c=0;c<o;c++)for(let f=0;f<n;f++)r[f*o+c]=t[c*n+f];let i=new DataView(r.buffer),a=new oe[e](n),s=o===8?"getF\
loat64":"getFloat32";for(let c=0;c<n;c++)a[c]=i[s](c*o,!0);return a}async function or(t,e){let n=await qo(Qo(e));if(t.type==="text")return t.n===0?[]:new TextDecoder().
decode(n).split(`
`);if(!Object.hasOwn(t,"steps"))return nr(n,t);let o=tr(n,t);return Object.hasOwn(t,"digits")?er(o,t):t.type==="int32"?o:oe[t.type].from(o)}async function ut(t,e){
if(t.format!==1||t.parts.length!==e.length)throw new Error(`packed in format ${t.format}, ${e.length} chunks`);let n=await Promise.all(t.parts.map((o,r)=>or(o,e[r])));
return Object.fromEntries(t.parts.map((o,r)=>[o.name,n[r]]))}var rr=["nature","built_up","water"],sr=[[1.5,4.5],[1.1,3.4],[.6,2.6],[.5,2]],re=[8,13],Je=1.1,ir=2.2,se=({looks:t},e)=>t.levels_from.filter(n=>e>=n).length;function ht({
looks:t},e,n,o){let r=t.shown_from[e];return o>=r[Math.min(n,r.length)-1]}function cr(t,e){let{layers:n}=e,{names:o,layer:r,rank:i,name:a,corners:s,start_x:c,start_y:f,
step_x:l,step_y:u}=t,p=W(s),d=s.length,h=new Float64Array(p[d]),m=new Float64Array(p[d]),g=new Float64Array(4*d),w=new Int32Array(d),[x,k,_,O]=[0,0,0,0];for(let v=0;v<
d;v++){x+=c[v],k+=f[v];let[j,ct]=[x,k],[H,G,X,K]=[1/0,1/0,-1/0,-1/0];for(let A=p[v];A<p[v+1];A++)A>p[v]&&(j+=l[_],ct+=u[_],_++),h[A]=at(j/1e4),m[A]=lt(ct/1e4),H=
Math.min(H,h[A]),X=Math.max(X,h[A]),G=Math.min(G,m[A]),K=Math.max(K,m[A]);g.set([H,G,X,K],4*v),n[r[v]]==="place"&&(w[v]=t.people[O++])}return{n:d,layer:Array.from(
r,v=>n[v]),rank:i,name:Array.from(a,v=>o[v]),people:w,at:p,x:h,y:m,level:t.level,box:g,looks:e}}var Ve=({at:t,x:e,y:n},o)=>Re(e[t[o]],n[t[o]]);async function Qe(t){
if(!t)return null;let{manifest:e,chunks:n}=t;return cr(await ut(e,n),e.meta)}function mt({n:t,layer:e,rank:n,box:o},r,i,{width:a,height:s,scale:c,left:f,top:l}){
let u=[];for(let p=0;p<t;p++){if(e[p]!==r||n[p]!==i)continue;o[4*p]*c-f>a||o[4*p+2]*c-f<0||o[4*p+1]*c-l>s||o[4*p+3]*c-l<0||u.push(p)}return u}function gt({at:t,
x:e,y:n,level:o},r,i,{scale:a,left:s,top:c}){let f=[];for(let l=t[r];l<t[r+1];l++)o[l]<=i&&f.push([e[l]*a-s,n[l]*a-c]);return f}function ar(t,e,n,o,{sight:r,level:i}){
let a=rr.includes(n);t.beginPath();for(let s of mt(e,n,o,r)){let c=gt(e,s,i,r);c.length<(a?3:2)||(c.forEach(([f,l],u)=>u?t.lineTo(f,l):t.moveTo(f,l)),a&&t.closePath())}}
function pt(t,e,n,o=[]){t.strokeStyle=e,t.lineWidth=n,t.setLineDash(o),t.stroke()}function lr(t,e,n,{zoom:o,ratio:r,colours:i}){let a=se(e,o),s=Math.max(0,Math.
min(1,(o-re[0])/(re[1]-re[0]))),c={sight:n,level:a};t.lineJoin="round",t.lineCap="round";function f(l,u){for(let p=e.looks.shown_from[l].length;p>=1;p--)ht(e,l,
p,o)&&(ar(t,e,l,p,c),u(p))}for(let l of["nature","built_up","water"])f(l,()=>{t.fillStyle=i[l],t.fill("nonzero")});if(f("waterway",l=>pt(t,i.river,r*(1+1.4*s)/Math.
sqrt(l))),f("road",l=>{let[u,p]=sr[l-1],d=r*(u+s*(p-u));pt(t,i.casing,d+r*(l<3?Je:.7*Je)),pt(t,i.road,d)}),t.lineCap="butt",f("rail",l=>{let u=r*(l===1?1.7+s:1.3+
s);pt(t,i.rail,u),pt(t,i.sleeper,u*.5,[5*r,5*r])}),t.setLineDash([]),!!ht(e,"station",1,o))for(let l of mt(e,"station",1,n)){let[[u,p]]=gt(e,l,a,n),d=r*ir;t.fillStyle=
i.station,t.fillRect(u-d,p-d,2*d,2*d),t.strokeStyle=i.rail,t.lineWidth=r,t.strokeRect(u-d,p-d,2*d,2*d)}}function qe(t){let e=Ct(t,"base-map",{_update(){this._map.
_animatingZoom&&this._bounds||(this._bounds?this.late.ask():this._now())},_reset(){this._update(),this._updateTransform(this._map.getCenter(),this._map.getZoom())},
_now(){!this._map||this._map._animatingZoom&&this._bounds||(L.Renderer.prototype._update.call(this),this.draw())},show(n){this._base=n,this.draw()},dress(n){this.
_dark=n,this.draw()},paper(n){this._sheet?.remove(),this._container.style.display=n?"none":"",n&&(this._now(),this._sheet=L.DomUtil.create("img","base-map"),this.
_sheet.alt="",this._sheet.src=this._container.toDataURL(),this._sheet.style.cssText=this._container.style.cssText,this._sheet.style.display="",this._container.after(
this._sheet))},draw(){if(!this._base||!this._bounds)return;let{frame:n,other:o}=this._lay(Lt(!1));o||this._context.clearRect(0,0,n.width,n.height);let r=this._base.
looks.colours[this._dark?"dark":"light"];lr(this._context,this._base,n,{zoom:this._map.getZoom(),ratio:n.ratio,colours:r})}});return e.late=Mt(()=>e._now()),e}var fr=[[".leaflet-control-zoom-in","zoom_in"],[".leaflet-control-zoom-out","zoom_out"],["a.home","home"]],yt=t=>[...document.querySelectorAll(`[data-${t}]`)].map(
e=>e);function Rt(t,e,n){let{t:o}=t;document.documentElement.lang=t.language,document.title=t.in(e.title),b("title").textContent=t.in(e.title);for(let r of yt("\
text"))r.textContent=o(String(r.dataset.text),{version:e.version});for(let r of yt("said"))r.title=o(String(r.dataset.said));for(let r of yt("label"))r.setAttribute(
"aria-label",o(String(r.dataset.label)));ur(t.language),n.setAttribute("aria-label",o("map_region"));for(let[r,i]of fr){let a=document.querySelector(r);a&&(a.title=
o(i),a.setAttribute("aria-label",o(i)))}}function ur(t){for(let e of yt("language"))e.setAttribute("aria-pressed",String(e.dataset.language===t))}function tn(t){
for(let e of yt("language"))e.addEventListener("click",()=>t(String(e.dataset.language)))}var pr=5;function en(t,e){let n=t.filter(({concerns:o})=>!o.length||o.
some(r=>e.includes(r)));return[...n.filter(({concerns:o})=>o.length),...n.filter(({concerns:o})=>!o.length)].slice(0,pr)}function nn(t){return t.url?y("a",{href:t.
url,rel:"noopener noreferrer",target:"_blank"},t.title):y("span",{},t.title)}function on(t,e){let n=L.Control.extend({onAdd(){let o=L.DomUtil.create("div","leaf\
let-bar"),r=L.DomUtil.create("a","home",o);return r.href="#",r.setAttribute("role","button"),r.textContent="⌂",L.DomEvent.on(r,"click",i=>{L.DomEvent.stop(i),
e()}),o}});new n({position:"topleft"}).addTo(t)}function rn(t,e){let n=window.innerWidth;window.addEventListener("resize",()=>{if(window.innerWidth===n){t.invalidateSize(
{animate:!1});return}n=window.innerWidth,e()})}var $t=.999999999,E=t=>Math.fround(t*(1+4e-7));var sn=1,cn=[5,15],dr=[5,10,15,20,30],hr=60,mr=6,an={light:{land:"#f6f4ef",faint:"#c4c0b6",outline:"#7d7f86",edge:"#5b6270",halo:"#ffffff",border:"#c2185b",beyond:"\
#e9e6df",line:"#16181d",undo:"#f6f4ef",still:"#8b8478",same:"#ffffff"},dark:{land:"#20252e",faint:"#454b57",outline:"#7b8494",edge:"#a8afbc",halo:"#0f1217",border:"\
#ff6f9f",beyond:"#2b313c",line:"#ffffff",undo:"#20252e",still:"#59606d",same:"#4a5160"}},wt=t=>dr.find(e=>t/e<=mr)??hr;function Pt(t,e){let n=[];for(let o=0;o<t;o+=
e)n.push({from:o,to:Math.min(t,o+e)});return n}function P(t){let e=parseInt(t.slice(1),16);return 255<<24|(e&255)<<16|e&65280|e>>16}function ln(t){return{colour:new Uint32Array(
t+1),stripe:new Uint32Array(t+1),within:new Uint8Array(t+1),line:0}}function fn(t,e,n,{minutes:o,walked:r,cutoff:i,width:a,countries:s,counts:c}){let f=n.map(P),
l=E(i),[u,p,d]=[P(e.beyond),P(e.undo),P(e.still)];t.line=P(e.line);for(let h=0;h<o.length;h++){let m=o[h],g=m<=l,w=g?f[Math.max(0,Math.min(f.length-1,Math.ceil(
(m-1e-4)/a)-1))]:u;t.within[h+1]=g?1:0,t.colour[h+1]=w,t.stripe[h+1]=g&&!c(m,s[h])?p:g&&r&&r[h]?d:w}}function un(t,e,n,{minutes:o,before:r,cutoff:i}){let a=E(i),
s=n.map(P),c=s.length/2,[f,l,u]=[P(e.beyond),P(e.same),P(e.undo)];t.line=P(e.line);for(let p=0;p<o.length;p++){let[d,h]=[o[p],r[p]],[m,g]=[d<=a,h<=a];t.within[p+
1]=m?1:0;let w=l,x=null;if(!m&&!g)w=f;else if(m&&Number.isNaN(h))[w,x]=[s[s.length-1],u];else if(g&&Number.isNaN(d))[w,x]=[s[0],u];else{let k=h-d,_=Math.abs(k),
O=cn.filter(v=>_>=v).length;_>=sn&&(w=k>0?s[c+O]:s[c-1-O])}t.colour[p+1]=w,t.stripe[p+1]=x??w}}function gr(t,e,n){let{t:o,minutes:r}=t,i=n.length/2,a=[sn,...cn],
s=a.map((l,u)=>u+1<a.length?o("band_range",{a:r(l),b:r(a[u+1])}):r(l)+"+"),c=s.map((l,u)=>({colour:n[i+u],said:o("faster",{a:l})})),f=s.map((l,u)=>({colour:n[i-
1-u],said:o("slower",{a:l})}));return[...c.reverse(),{colour:e.same,said:o("same")},...f,{colour:n[n.length-1],stripe:e.undo,said:o("gained")},{colour:n[0],stripe:e.
undo,said:o("lost")}]}function yr(t,e,n,{cutoff:o,width:r,border:i,walked:a,vehicle:s}){let{t:c,minutes:f}=t,l=Pt(o,r).map((u,p)=>({colour:n[Math.min(p,n.length-
1)],band:!0,said:c("band_range",{a:f(u.from),b:f(u.to)})}));return i!=="open"&&l.push({colour:n[1],stripe:e.undo,said:c("not_counted")}),a&&l.push({colour:n[1],
stripe:e.still,said:c("without_ride",{vehicle:s})}),l}function pn(t,e,n,o){let{t:r}=t,i=t.minutes(o.cutoff);return[...o.before?gr(t,e,n.diverging):yr(t,e,n.times,
o),{line:e.line,said:r("isochrone",{n:i})},{colour:e.beyond,said:r("beyond",{n:i})},{colour:e.land,said:r("nobody")},...o.frontier?[{line:e.border,said:r("borde\
r_line")}]:[]]}var bt=(t,e)=>({own:t[e],others:t.filter((n,o)=>o!==e)});function V(t){let e=t.filter(n=>!Number.isNaN(n));return e.length?e.reduce((n,o)=>n+o,0):NaN}function mn(t){
let e=V(t);return e===0&&t.some(n=>Number.isNaN(n))?NaN:e}var Y=t=>t.status!==""&&t.status!=="no_service";function U(t,e,n){let o=(a,s)=>({place:e.ask,trip:t.trip,
direction:t.direction,percentile:t.percentile,foreign_routing:s,scenario:a}),r=t.reading==="routing",i={open:o(t.scenario,!0)};return r&&(i.wall=o(t.scenario,!1)),
t.scenario!==n&&(i.before=o(n,!0),r&&(i.beforeWall=o(n,!1))),i}function xt(t,e){let n=E(t.cutoff);return(o,r)=>o<=n&&(r===e||t.border==="open"||t.border==="real\
ised"&&Math.fround(o+t.resistance)<=n)}function gn({engine:t,weights:e},n,o,{open:r,wall:i}){let a=t.reach(r.minutes,e,n.cutoff,o,{resistance:n.resistance}),s=i?
t.reach(i.minutes,e,n.cutoff,o,{}):a;return{...a,closed:s.closed}}function J(t,e,n,o){let r=t.by[n]??NaN,i={closed:[t.closed],realised:[r,...bt(t.feltBy,n).others],
open:[r,...bt(t.by,n).others]},a=[o[n]??"other",...bt(o.slice(0,t.by.length),n).others],s={},c={};for(let[p,d]of Object.entries(i))s[p]=mn(d),c[p]=a.filter((h,m)=>Number.
isNaN(d[m]));let f=e.border,u={closed:t.by.map(()=>0),realised:t.feltBy,open:t.by}[f].map((p,d)=>d!==n?p:f==="closed"?t.closed:t.by[n]);return{...t,atLeast:s,lacks:c,
shown:t[f],shownBy:u,sides:o.slice(0,t.by.length),unknownCountries:c[f]}}function ie(t,e,n,o){let r="times"in t?gn(t,e,n,t.times):t;return J(r,e,n,o)}function wr(t,e,{
minutes:n,walked:o}){if(!o)return NaN;let r=E(e.cutoff),[i,a]=[0,0];for(let s=0;s<n.length;s++)!(n[s]<=r)||Number.isNaN(t[s])||(i+=t[s],o[s]&&(a+=t[s]));return i>
0?a/i:NaN}var dn=(t,e,n)=>(t.border==="closed"&&n?n:e).minutes;function yn(t,e,n,o){let{engine:r,weights:i,edge:a,cut:s,palette:c,longest:f,sides:l}=t;if(Y(o.open))
return t.mean?hn(t,e,n,{minutes:o.open.minutes,walked:null}):{status:o.open.status};let u=dn(e,o.open,o.wall),p={minutes:u,walked:o.open.walked},d=o.before&&!Y(
o.before)?{open:o.before,wall:o.beforeWall}:null,h=d?dn(e,d.open,d.wall):null;if(t.mean)return hn(t,e,n,{...p,before:h});let m=g=>J(gn(t,e,n,g),e,n,l);return{...m(
o),...p,home:n,noService:o.open.status==="no_service",shareWithout:wr(i,e,o.open),...d&&h?{before:{...m(d),minutes:h}}:{},touchesEdge:s<=e.cutoff||br(r,a,e,n,u),
bands:xr(r,e,u,wt(f),c),curve:{...r.curve(o.open.minutes,i,f),home:n}}}function hn(t,e,n,{minutes:o,walked:r,before:i}){let{mean:a,code:s,baseline:c,palette:f,longest:l,
sides:u}=t,p=a,d={...e,scenario:c},h=p.curve(e,s,"population");return{...J(p.figures(e,s,n),e,n,u),minutes:o,walked:r,home:n,mean:!0,...e.scenario===c?{}:{before:{
...J(p.figures(d,s,n),d,n,u),minutes:i}},bands:Pt(e.cutoff,wt(l)).map((m,g)=>{let w=x=>x[Math.min(m.to,x.length-1)]-(m.from>0?x[m.from]:0);return{...m,by:h.by.map(
w),colour:f[Math.min(g,f.length-1)]}}),curve:{...p.curve(e,s),home:n}}}function br(t,e,n,o,r){let i=xt(n,o);return r.some((a,s)=>e[s]&&i(a,t.cells.country[s]))}
function xr(t,e,n,o,r){let i=Pt(e.cutoff,o).map((s,c)=>({...s,by:Array(t.cells.covered).fill(0),colour:r[Math.min(c,r.length-1)]})),a=i.map(s=>E(s.to));for(let s=0;s<
n.length;s++){let c=a.findIndex(l=>n[s]<=l),f=t.cells.country[s];c>=0&&f>=0&&(i[c].by[f]+=t.cells.population[s])}return i}function kr(t,e,n){let{own:o,others:r}=bt(
e.by,n),i=o?o[t.cutoff]:NaN,a=t.border==="realised"?t.cutoff-t.resistance:t.cutoff;return t.border==="closed"||a<0?i:mn([i,...r.map(s=>s[a])])}function wn({engine:t,
weights:e,edge:n,longest:o},{minutes:r,walked:i},a){let{country:s,covered:c}=t.cells,f=Array(c).fill(1/0);for(let l=0;l<r.length;l++)n[l]&&r[l]<f[s[l]]&&(f[s[l]]=
r[l]);return{curve:t.curve(r,e,o),edge:f,cut:a,walked:i&&t.curve(r.map((l,u)=>i[u]?l:NaN),e,o)}}function bn(t,{curve:e,walked:n,edge:o,cut:r},i){let a=E(t.cutoff),
{own:s,others:c}=bt(o,i),f=Math.min(...c),l=t.border==="closed"?1/0:t.border==="realised"?Math.fround(f+t.resistance):f,u=p=>V(p.by.map(d=>d[t.cutoff]));return{
value:kr(t,e,i),edge:r<=t.cutoff||Math.min(s??1/0,l)<=a,still:n!==null&&!(u(n)<u(e)*$t)}}function xn(t,e,n,o,r){let i=new Map(e.map(l=>[l,[]]));for(let l=0;l<t.
cells.n;l++){let u=n(l);u&&i.get(u)?.push(l)}let a=l=>Number.isNaN(r[l])?1/0:r[l],s=t.cells.population,c=E(o.cutoff),f=[];for(let[l,u]of i){let p=u.reduce((g,w)=>g+
s[w],0),[d,h,m]=[0,1/0,0];for(let g of u.sort((w,x)=>a(w)-a(x)||0))d<p/2&&d+s[g]>=p/2&&(h=a(g)),d+=s[g],r[g]<=c&&(m+=s[g]);p>0&&f.push({area:l,median:h,within:m})}
return f.sort((l,u)=>l.median===u.median?0:l.median-u.median)}function _r(){return[...document.body.childNodes].filter(({nodeName:t})=>t!=="SCRIPT").map(t=>t instanceof Element?t.outerHTML:t.textContent).join("")}var vr=typeof document>
"u"?"":_r(),ce="grensgeo-kept",kn=()=>document.getElementById(ce)?.textContent?.trim()??"";function _n(t){let e=[...document.body.querySelectorAll("script")].filter(
({id:o})=>o!==ce),n=t.replace(/[<>]/g,"");return`<!DOCTYPE html>
<html lang="${document.documentElement.lang}">
<head>${document.head.innerHTML}</head>
<body>${vr}
<script type="application/json" id="${ce}">${n}<\/script>
${e.map(o=>o.outerHTML).join(`
`)}
</body>
</html>
`}var B=["closed","realised","open"],Dt=["destinations","routing"],ae=["from","to"],le=["mean","place"],Sr=["auto","light","dark"],fe=5,Bt=90,jt=60;function vn(t,e,n,o){
let r=Math.round(Number(t));return t===""||t===null||!Number.isFinite(r)?o:Math.max(e,Math.min(n,r))}var D=(t,e,n)=>e.find(o=>o===t)??n;function Q(t,e){let n=t.
trips.find(o=>o.id===e);return n&&n.max_min?Math.min(Bt,Math.floor(n.max_min)):Bt}function Or(t,e){let n=e&&e.length?e:[50],o=n.includes(50)?50:n[Math.floor(n.length/
2)];return D(Number(t),n,o)}function Ar(t,e){let{step:n}=e.mean,o=Math.min(Q(e,t.trip),e.mean.longest(t)),r=(i,a,s)=>Math.max(a,Math.min(s,Math.round(i/n)*n));t.
cutoff=r(t.cutoff,n,Math.floor(o/n)*n),t.resistance=r(t.resistance,0,jt)}function Ut(t,e,n){let o={...e,...t};return o.language=D(o.language,Z,e.language),o.theme=
D(o.theme,Sr,"auto"),n.hasPlace(o.place)||(o.place=e.place),o.direction=D(o.direction,ae,e.direction),o.trip=D(o.trip,n.trips.map(r=>r.id),e.trip),o.percentile=
Or(o.percentile,n.trips.find(r=>r.id===o.trip)?.percentiles),o.cutoff=vn(o.cutoff,fe,Q(n,o.trip),e.cutoff),o.border=n.hasBorder?D(o.border,B,e.border):"open",o.
reading=n.hasBorder?D(o.reading,Dt,e.reading):Dt[0],o.resistance=vn(o.resistance,0,jt,e.resistance),o.opportunity=D(o.opportunity,n.opportunities,e.opportunity),
o.scenario=D(o.scenario,n.scenariosOf(o.trip),n.scenarios[0]),o.compare=o.compare===!0&&o.scenario!==n.scenarios[0],o.whose=D(o.whose,le,e.whose),n.ofInhabitants(
o)&&Ar(o,n),o}var Sn=[["lang","language"],["theme","theme"],["at","place"],["who","whose"],["way","direction"],["trip","trip"],["p","percentile"],["min","cutoff"],
["border","border"],["closed","reading"],["felt","resistance"],["what","opportunity"],["plan","scenario"],["diff","compare"]];function On(t){return Sn.filter(([
,e])=>!(e==="theme"&&t.theme==="auto")&&!(e==="compare"&&!t.compare)).map(([e,n])=>e+"="+encodeURIComponent(n==="compare"?1:String(t[n]))).join("&")}var Ft=()=>location.
hash.length>1?location.hash:kn();function kt(t){let e=t.replace(/^#/,"");if(Z.includes(e))return{language:e};let n={};for(let o of e.split("&")){let r=o.indexOf(
"="),i=Sn.find(([s])=>s===o.slice(0,r));if(r<1||!i)continue;let a;try{a=decodeURIComponent(o.slice(r+1))}catch{continue}n[i[1]]=i[1]==="compare"?a==="1":a}return n}var Ir=200;function An(t,e,n){let{now:o,known:r,data:i,engine:a,baseline:s}=t,c={to:"population",from:i.start.opportunity},f="";async function l(){let h=U(o.state,
t.here(),s),m=JSON.stringify(h);if(m===f)return!0;f=m;let g={};for(let[w,x]of Object.entries(h))if(g[w]=await a.times(x),f!==m)return!1;return o.times=g,!0}function u(){
let{state:h,times:m}=o;if(!m)return;let g=t.here();o.shown=yn({engine:a,weights:t.weights(),edge:t.edge,cut:t.cut(U(h,g,s).open),palette:t.palettes().times,longest:t.
longest(),mean:t.ofInhabitants()?t.mean:null,code:g.area?g.area.code:"",baseline:s,sides:t.sides},h,g.country,m),e.draw()}async function p(h){let m=performance.
now(),g=o.times;e.begin(h),await l()&&(u(),e.later(),g===o.times&&(n.push(performance.now()-m),n.length>Ir&&n.shift()))}function d(h){let m=o.state,g=Ut(h,m,r);
return g.direction!==m.direction&&!h.opportunity&&(c[m.direction]=m.opportunity,g.opportunity=c[g.direction]),o.state=g,p(m)}return{ask:d,show:p,draw:u}}var S=t=>t!=null&&!Number.isNaN(t),T=({sides:t})=>t.length>1,q=t=>t.shareWithout>=$t;function I(t,e,n){let o=e.atLeast[n];return S(o)?e.lacks[n].length>0||e.missing>
0&&o>0?t.t("at_least",{n:t.count(o)}):t.count(o):t.t("missing")}var F=(t,e,n)=>e.lacks[n].map(o=>t.t("no_data_of",{country:t.t(o)})).join(", ");function In(t,{open:e,
closed:n}){return!S(e)||!S(n)?t.t("effect_missing"):n===0?t.t("effect_undefined")+(e===0?"":" ("+t.signedCount(e)+")"):t.t("effect_said",{relative:t.signedShare(
e/n-1),absolute:t.signedCount(e-n)})}function En(t){return S(t.atLeast.open)?q(t)?t.noService?"_no_stop":"_still":t.lacks.open.length?"_unknown":T(t)?t.closed===
0&&t.open>0?"_undefined":Math.round(t.closed)!==Math.round(t.open)?"":t.touchesEdge?"_same_edge":"_same":"_whole":"_nothing"}var Tn=320,Er=164,[Wt,Nn,_t]=[306,8,128],Tr=56,Nr=7,Mr=75;function Lr(t){let e=10**Math.floor(Math.log10(Math.max(t,1)));return[1,2,5,10].map(n=>n*e).find(n=>n>=
t)??10*e}function Cr(t,e,n){let o=Lr(e/3),r=Math.ceil(e/o)*o,i=Math.max(Tr,8+Nr*t.count(r).length);return{step:o,top:r,left:i,last:n,x:a=>i+(Wt-i)*a/n,y:a=>_t-(_t-
Nn)*a/r,minuteAt:a=>Math.round((a-i)/(Wt-i)*n)}}var ue=(t,e,n,o)=>$("text",{x:e,y:n,"text-anchor":o},t);function Rr(t,{step:e,top:n,left:o,last:r,x:i,y:a}){let s=[];
for(let c=0;c<=n+1e-9;c+=e)s.push($("line",{x1:o,x2:Wt,y1:a(c),y2:a(c),class:"grid"}),ue(t.count(c),o-6,a(c)+4,"end"));for(let c=0;c<=r;c+=r>Mr?30:15)s.push(ue(
t.minutes(c),i(c),_t+16,"middle"));return s.push(ue(t.t("axis_minutes"),Wt,_t+31,"end")),s}function $r({last:t,x:e,y:n},o,r){let i=[...Array(t+1).keys()],a=s=>i.
map(c=>`${e(c).toFixed(1)},${n(s(c)).toFixed(1)}`);return"M"+[...a(o),...a(r).reverse()].join("L")+"Z"}function Pr(t,e,n,o,r){let i=s=>I(t,{atLeast:{at:V(o.curve.
by.map(c=>c[s]))},lacks:{at:o.lacks.open},missing:o.missing},"at"),a=Math.min(r,Math.max(5,Math.round(e.cutoff/15)*15-15));return t.t("chart_said",{opportunity:n,
a:i(a),x:t.minutes(a),b:i(Math.min(r,e.cutoff)),y:t.minutes(e.cutoff)})}function Dr(t,{sides:e,curve:{home:n},lacks:o},r){let i=o.open.length?"  – "+F(t,{lacks:o},
"open"):"";if(!T({sides:e}))return[i];let a=s=>s===n?t.t("own_country"):r.length===2&&r[0]===n?t.t("across"):t.t(e[s]);return[...r.flatMap((s,c)=>[Tt(e[s]),a(s)+
(c+1<r.length?"  ":"")]),i]}function zt(t,e,n,o,r){let{by:i,home:a}=o.curve,s=[...i.keys()].sort((d,h)=>+(h===a)-+(d===a)),c=i[0].length-1,f=(d,h)=>s.slice(0,d).
reduce((m,g)=>m+(S(i[g][h])?i[g][h]:0),0),l=Cr(t,Math.max(f(s.length,c),1),c),u=l.x(e.cutoff),p=$("svg",{viewBox:`0 0 ${Tn} ${Er}`,role:"img","aria-label":Pr(t,
e,n,o,c)},...Rr(t,l),...s.map((d,h)=>ft($("path",{d:$r(l,m=>f(h+1,m),m=>f(h,m)),class:"area"}),o.sides[d],"fill")),$("line",{x1:u,x2:u,y1:Nn-6,y2:_t+4,class:"no\
w"}));p.addEventListener("pointerdown",d=>{let h=p.getBoundingClientRect();r(l.minuteAt((d.clientX-h.left)/h.width*Tn))}),b("chart").replaceChildren(p),b("chart\
-key").replaceChildren(...Dr(t,o,s))}function Ht(t,e){let n=y("fieldset",{class:"choice",id:"c-"+t}),o="",r=()=>[...n.querySelectorAll("input")];function i(a,s,c){let f=r().find(u=>u===document.activeElement)?.
value,l=y("div",{class:"pills"},...s.map(([u,p,d])=>{let h=y("input",{type:"radio",name:t,value:u,disabled:!!d});return h.addEventListener("change",()=>e(u)),y(
"label",{class:"pill"},h,y("span",{},p))}));n.replaceChildren(y("legend",{class:"legend"},a),l,...c?[y("p",{class:"small why"},c)]:[]),r().find(u=>u.value===f)?.
focus()}return{node:n,show(a,s,c,f=""){n.hidden=s.length<2;let l=JSON.stringify([a,s,f]);l!==o&&(o=l,i(a,s,f));for(let u of r())u.checked=u.value===String(c)}}}
function pe(t,e){let n=y("input",{type:"range",id:"c-"+t,name:t,step:1}),o=y("label",{class:"legend",for:"c-"+t}),r=y("output",{for:"c-"+t,class:"reading"}),i=y(
"div",{class:"choice slide"},o,r,n);return n.addEventListener("input",()=>e(Number(n.value))),{node:i,show(a,{low:s,high:c,step:f},l,u){o.textContent=a,n.step=String(
f),n.min=String(s),n.max=String(c),n.value!==String(l)&&(n.value=String(l)),n.style.setProperty("--part",100*(l-s)/(c-s)+"%"),r.textContent=u,n.setAttribute("ar\
ia-valuetext",u)}}}var Br=12,he=4,jr=["station","treinstation","halte","bahnhof","bhf","haltestelle","stop"];function Mn(t,e){return(t+" ").startsWith(e+" ")?0:t.startsWith(e)?1:t.
includes(" "+e)?2:t.includes(e)?3:he}var de=t=>t.replace(/([aou])e/g,"$1");function Ur(t){let e=t.split(" "),n=e.filter(r=>!jr.includes(r)),o=n.length>0&&n.length<
e.length;return{name:o?n.join(" "):t,station:o}}function Fr(t,e){let n=de(C(e));if(!n)return[];let{name:o,station:r}=Ur(n),i=a=>Math.min(Mn(de(a.plain),n),r&&a.
kind==="stop"?Mn(de(a.plain),o):he);return t.map(a=>({fit:i(a),entry:a})).filter(a=>a.fit<he).sort((a,s)=>a.fit-s.fit||s.entry.weight-a.entry.weight).slice(0,Br).
map(({entry:a})=>a)}function Wr(){let t=y("label",{class:"legend",for:"place"}),e=y("input",{id:"place",type:"text",role:"combobox",autocomplete:"off",spellcheck:"\
false","aria-autocomplete":"list","aria-expanded":"false","aria-controls":"place-list","aria-describedby":"place-hint"}),n=y("span",{id:"place-hint",class:"smal\
l"}),o=y("ul",{id:"place-list",role:"listbox",hidden:!0}),r=y("span",{class:"hidden",role:"status"}),i=y("div",{class:"choice search"},t,y("div",{class:"box"},e,
o),n,r);return{label:t,input:e,hint:n,list:o,said:r,node:i}}function zr({input:t,list:e,said:n},o,r,i){let a=[],s=-1;function c(l){s=l,[...e.children].forEach((p,d)=>p.
setAttribute("aria-selected",String(d===s)));let u=e.children[s];if(!u){t.removeAttribute("aria-activedescendant");return}u.scrollIntoView({block:"nearest"}),t.
setAttribute("aria-activedescendant",u.id)}function f(l,u){let p=y("li",{role:"option",id:"place-"+u,"aria-selected":"false"},y("span",{class:"name"},l.name),y(
"span",{class:"small"},l.note()));return p.addEventListener("pointerdown",d=>{d.preventDefault(),i(l)}),p}return{close(){e.hidden=!0,c(-1),t.setAttribute("aria-\
expanded","false")},open(){a=Fr(r,t.value),e.replaceChildren(...a.map(f)),e.hidden=a.length===0,t.setAttribute("aria-expanded",String(a.length>0));let l=!a.length&&
C(t.value)!=="";return n.textContent=a.length?o.t("place_found",{n:o.count(a.length)}):l?o.t("place_none"):"",c(a.length?0:-1),l},move:l=>c((s+l+a.length)%a.length),
marked:()=>e.hidden?void 0:a[s],any:()=>a.length>0}}function Ln(t,e,n){let o=Wr(),{input:r,hint:i,list:a,said:s}=o,c="";function f(g){i.textContent=g?t.t("place\
_none_still",{name:c}):t.t("place_hint"),i.classList.toggle("warn",g),r.setAttribute("aria-invalid",String(g))}let l=zr(o,t,e,u);function u(g){l.close(),f(!1),n(
g.key),r.select()}let p=()=>f(l.open());function d(){l.close(),f(!1),r.value=c}function h(){let g=l.marked();g?u(g):!l.any()&&C(r.value)&&(r.value=c,r.select())}
let m={ArrowDown:()=>a.hidden?p():l.move(1),ArrowUp:()=>a.hidden?p():l.move(-1),Enter:h,Escape:d};return r.addEventListener("input",p),r.addEventListener("focus",
()=>r.select()),r.addEventListener("blur",()=>{d(),s.textContent=""}),r.addEventListener("keydown",g=>{Object.hasOwn(m,g.key)&&(m[g.key](),g.preventDefault())}),
{node:o.node,show(g){o.label.textContent=t.t("place"),f(!1),a.setAttribute("aria-label",t.t("place")),c=g,(document.activeElement!==r||a.hidden)&&(r.value=g)}}}function Hr({words:t,known:e,entries:n,ask:o}){let r=s=>Ht(s,c=>o({[s]:c})),i=y("input",{type:"checkbox",id:"c-compare",name:"compare"});i.addEventListener("cha\
nge",()=>o({compare:i.checked}));let a=y("span",{});return{place:Ln(t,n,s=>o({place:s})),whose:r("whose"),cutoff:pe("cutoff",s=>o({cutoff:s})),border:r("border"),
resistance:pe("resistance",s=>o({resistance:s})),mode:Ht("mode",s=>o({trip:e.trips.find(c=>e.kindOf(c.id)===s)?.id})),trip:r("trip"),percentile:Ht("percentile",
s=>o({percentile:Number(s)})),opportunity:r("opportunity"),direction:r("direction"),scenario:r("scenario"),compare:{node:y("label",{class:"choice check"},i,a),box:i,
text:a},reading:r("reading")}}function Gr(t,{words:e,known:n},o){let{t:r}=e,i=(f,l)=>l.map(u=>[u,r(f+"_"+u)]),a=f=>r("minutes_long",{n:e.minutes(f)}),s=n.ofInhabitants(
o)?n.mean.step:1;t.whose.show(r("whose"),n.couldBeOfInhabitants(o)?i("whose",le):[],o.whose),t.cutoff.show(r("cutoff"),{low:fe,high:Q(n,o.trip),step:s},o.cutoff,
a(o.cutoff));let c=n.hasBorder?{borders:B,readings:Dt}:{borders:[],readings:[]};t.border.show(r("border"),i("border",c.borders),o.border),t.resistance.node.hidden=
o.border!=="realised",t.resistance.show(r("resistance"),{low:0,high:jt,step:s},o.resistance,a(o.resistance)),t.reading.show(r("reading"),i("reading",c.readings),
o.reading),t.direction.show(r("direction"),i("direction",ae),o.direction),t.opportunity.show(r("opportunity"),n.opportunities.map(f=>[f,e.opportunity(f)]),o.opportunity)}
function Xr(t,{words:e,known:n},o){let{t:r}=e,i=n.trip(o.trip),a=n.kindOf(i.id),s=new Map(n.trips.toReversed().map(u=>[n.kindOf(u.id),u.id])),c=[...new Set(n.trips.
map(u=>n.kindOf(u.id)))];t.mode.show(r("mode"),c.map(u=>[u,n.nameOf(s.get(u)??i.id)]),a);let f=n.trips.filter(u=>n.kindOf(u.id)===a),l=i.mode==="transit"&&o.direction===
"to";t.trip.show(r(l?"arrival":"departure"),f.map(u=>[u.id,n.tripName(u)]),o.trip),t.percentile.show(r("percentile"),(i.percentiles??[]).map(u=>[String(u),e.share(
u/100)]),o.percentile)}function Kr({scenario:t,compare:e},{words:n,known:o},r){let{t:i}=n,a=o.scenariosOf(r.trip),s=o.scenarios.filter(c=>!a.includes(c)).map(o.
scenarioName);t.show(i("scenario"),o.scenarios.map(c=>[c,o.scenarioName(c),!a.includes(c)]),r.scenario,s.length?i("scenario_idle",{scenario:s.join("; ")}):""),e.
node.hidden=r.scenario===o.scenarios[0],e.box.checked=r.compare,e.text.textContent=i("compare")}function Cn(t,e){let n=Hr(e);return t.replaceChildren(...Object.
values(n).map(o=>o.node)),t.addEventListener("submit",o=>o.preventDefault()),{show(o,r){n.place.show(r),Gr(n,e,o),Xr(n,e,o),Kr(n,e,o)}}}function Zr(t,e){let n={};for(let[o,r]of Object.entries(t)){if(o.startsWith("opportunity/cell/")&&(n[o.slice(17)]=r),!o.startsWith("opportunity/municipality/"))
continue;let i=new Float64Array(r.length);for(let a=0;a<e.n;a++)i[e.municipality[a]]+=e.population[a];n[o.slice(25)]=Float64Array.from(e.municipality,(a,s)=>r[a]*
e.population[s]/i[a])}return n}function Rn(t,e,n){return(t[`${e}/name`]||t[`${e}/id`]||[]).map((r,i)=>({id:t[`${e}/id`][i],name:r,lon:t[`${e}/lon`][i],lat:t[`${e}\
/lat`][i],country:n[i]}))}function $n(t,e,n,o){let r=Array.from({length:t.covered+1},()=>({total:0,known:0,unknown:0,any:!1,cells:0}));for(let i=0;i<t.n;i++){let a=t.
country[i],s=r[a<0?t.covered:a],c=n[i],f=Number.isNaN(c);s.cells++,f||(s.any=!0),o(e[i],a)&&(f?s.unknown++:(s.known++,s.total+=c))}for(let i of r)i.cells>0&&(!i.
any||i.unknown>0&&i.known===0)&&(i.total=NaN);return r}function Yr(t,e,n,o,r,{resistance:i=0}={}){let a=E(o),s=$n(t,e,n,h=>h<=a),c=i===0?s:$n(t,e,n,(h,m)=>(m===
r?h:Math.fround(h+i))<=a),f=r>=0&&r<t.covered?s[r].total:NaN,[l,u,p]=[0,0,0];s.forEach((h,m)=>{p+=h.unknown,m!==r&&(l+=h.total,u+=c[m].total)});let d=h=>h.slice(
0,t.covered).map(m=>m.total);return{by:d(s),feltBy:d(c),total:f+l,closed:f,realised:f+u,felt:u,open:f+l,missing:p}}function Jr(t){let e=Math.ceil(t);return e>0&&t<=E(e-1)?e-1:e}function Pn(t){for(let e=1;e<t.length;e++)t[e]+=t[e-1]}function Vr(t,e,n,o){let r=()=>new Float64Array(
o+1),i={total:r(),unknown:r()},a=Array.from({length:t.covered},()=>({any:!1,sum:r(),known:r(),unknown:r()}));for(let s=0;s<t.n;s++){let c=a[t.country[s]],f=Number.
isNaN(n[s]);if(c&&!f&&(c.any=!0),Number.isNaN(e[s]))continue;let l=Jr(e[s]);if(!(l>o)){if(c&&c[f?"unknown":"known"][l]++,f){i.unknown[l]++;continue}i.total[l]+=
n[s],c&&(c.sum[l]+=n[s])}}Object.values(i).forEach(Pn);for(let{any:s,sum:c,known:f,unknown:l}of a){[c,f,l].forEach(Pn);for(let u=0;u<=o;u++)(!s||l[u]>0&&f[u]===
0)&&(c[u]=NaN)}return{by:a.map(s=>s.sum),...i}}function Qr(t,e){let n=i=>[...new Set(i)].filter(a=>a>0).sort((a,s)=>a-s),o=n(t.subarray(0,e)),r=[...o,...n(t).filter(
i=>!o.includes(i))];return{countries:r,covered:o.length,positions:Int8Array.from(t,i=>r.indexOf(i))}}function Dn(t,e){let n=e.n_cells,o=n+e.n_places,{countries:r,
covered:i,positions:a}=Qr(t["point/country"],n),s={n,covered:i,id:t["cell/id"],lon:t["cell/lon"],lat:t["cell/lat"],country:a.subarray(0,n),municipality:t["cell/\
municipality"],population:t["cell/population"]};return{cells:s,countries:r,places:Rn(t,"place",a.subarray(n)),stops:Rn(t,"stop",a.subarray(o)),municipalities:t["\
municipality/code"]||[],opportunities:Zr(t,s),trips:e.trips,scenarios:e.scenarios,meta:e,arrays:t,reach:(...c)=>Yr(s,...c),curve:(...c)=>Vr(s,...c)}}function jn(t,e,n=null){let o=new Map,r=0,i=a=>new Promise((s,c)=>{o.set(++r,{answered:s,refused:c}),t.postMessage({number:r,asked:a})});return new Promise((a,s)=>{
t.addEventListener("error",c=>{let f=new Error(c.message||"no worker");s(f);for(let{refused:l}of o.values())l(f);o.clear()}),t.addEventListener("message",({data:c})=>{
let f=o.get(c.number);o.delete(c.number),c.opened?a(i):f?c.failed===void 0?f.answered(c):f.refused(new Error(c.failed)):s(new Error(c.failed))}),t.postMessage({
...e,first:n})})}var Un=/^(shape|mean|opportunity|edge)\//,ns=/^(cell|place|stop|municipality)\/|^point\/country$/;function Fn({manifest:t,chunks:e},n){let o=[...t.parts.keys()].
filter(r=>n(t.parts[r].name));return{manifest:{...t,parts:o.map(r=>t.parts[r])},chunks:o.map(r=>e[r])}}var os=t=>new Worker(URL.createObjectURL(new Blob([t],{type:"\
text/javascript"})));async function rs({manifest:t,chunks:e}){let n=await globalThis.GrensgeoEngine.open(t,e);return async o=>o.other?n.why(o):n.times(o)}async function Wn(t,e,n){
let o=Fn(t,c=>!Un.test(c)),r=(async()=>{try{return await jn(os(e),o,n)}catch{return rs(o)}})(),i=Fn(t,c=>Un.test(c)||ns.test(c)),a=await ut(i.manifest,i.chunks),
s=async c=>(await r)(c);return{...Dn(a,t.manifest.meta),times:s,why:s}}var Gt=t=>t.replace(/(?<=^|[,;\t\r\n]["\s]*)(?=[=+\-@\t\r\n])/g,"'");function ss(t){if(typeof t=="number")return Number.isNaN(t)?"":String(t);let e=Gt(String(t??
""));return/[",\n\r;#]/.test(e)?'"'+e.replace(/"/g,'""')+'"':e}var is=t=>"# "+Gt(t.replace(/[\r\n\u2028\u2029]+/g," "));function cs(t,e,n){return[...t.map(is),...[
e,...n].map(r=>r.map(ss).join(","))].join(`\r
`)+`\r
`}var tt=(t,e)=>Math.round(t*e)/e,me=t=>S(t)?String(tt(t,1e3)):"";function as(t,e,n,o){if(!e.atLeast)return[];let r=(T(e)?B:["open"]).map(s=>{let c=e.lacks[s].length>
0||e.missing>0,f=S(e.atLeast[s])?(c?">= ":"")+me(e.atLeast[s]):"",l=F(t,e,s);return`${s}: ${f} ${n} (${o})`+(l?"; "+l:"")}),i=e.sides.map((s,c)=>`${s}: ${me(e.by[c])}\
 ${n} (${o})`),a=[["share_without_ride",e.shareWithout],["edge_share",e.edgeShare]];return[...r,...i,...a.flatMap(([s,c])=>S(c)?[`${s}: ${me(c)} (${o})`]:[]),...e.
mean?[]:[`edge: ${!!e.touchesEdge}`]]}function ls(t,e,{state:n,found:o},{said:r,whose:i}){let{opportunity:a}=n;return[...r,...as(t,o,a,i),`units: travel_time_mi\
n in minutes; population in inhabitants; ${a} in numbers; lon and lat in degrees (EPSG:4326); empty is not known or not reached`,...e.notes.map(s=>"note: "+[s.text,
...s.details].map(c=>t.in(c)).join(" / ")),...e.sources.map(s=>"source: "+[s.title,t.in(s.attribution),"licence "+t.in(s.licence),s.reference_date].join("; ")),
t.t("made_with",{version:e.version})]}function zn(t,e,n,o){let{engine:{cells:r},areaOfCell:i,codes:a,state:s,found:c,weights:f,home:l}=n,{opportunity:u}=s,p=u!==
"population",d=xt(s,l),h=E(s.cutoff),m=["cell_id","region_code","municipality","country","lon","lat","population",...p?[u]:[],"travel_time_min","within_cutoff",
"counted",...c.walked?["without_ride"]:[],...c.before?["travel_time_baseline_min"]:[]],g=r.id.map((w,x)=>{let k=c.minutes?c.minutes[x]:NaN,_=i(x);return[w,_?.code,
_?.name,a[r.country[x]],tt(r.lon[x],1e5),tt(r.lat[x],1e5),r.population[x],...p?[tt(f[x],1e4)]:[],tt(k,1e3),k<=h?1:0,d(k,r.country[x])?1:0,...c.walked?[Number.isNaN(
k)?"":c.walked[x]]:[],...c.before?[tt(c.before.minutes[x],1e3)]:[]]});return cs(ls(t,e,n,o),m,g)}function et(t,e){let n=document.createElement("a");n.href=URL.createObjectURL(t),n.download=e,document.body.append(n),n.click(),n.remove(),setTimeout(()=>URL.revokeObjectURL(
n.href),1e4)}var nt=()=>getComputedStyle(document.body).fontFamily,Kt=t=>t?"#eef0f4":"#1f2430";function ye(t,e){let n=document.createElement("canvas");n.width=t*
2,n.height=e*2;let o=n.getContext("2d");return o.scale(2,2),{canvas:n,context:o}}function fs(t,e,n){let o=[""];for(let r of e.split(/\s+/)){let i=o[o.length-1],
a=i?i+" "+r:r;t.measureText(a).width<=n||!i?o[o.length-1]=a:o.push(r)}return o}var Xt=t=>t.reduce((e,n)=>e+n.lines.length*n.leading,0);function us(t,e,n){t.font=
`400 12px ${nt()}`;let o=[[]],r=0;for(let i of e){let a=26+t.measureText(i.said).width+16;r+a>n-40&&o[o.length-1].length&&(o.push([]),r=0),o[o.length-1].push([r,
i]),r+=a}return o}function ge(t,e,n,o){let r=n;for(let i of e){t.font=i.font,t.fillStyle=o;for(let a of i.lines)r+=i.leading,t.fillText(a,20,r-i.leading*.25)}}function Hn(t,e,n){
let o=t.map.getSize(),r=Math.max(o.x,640),i=Kt(t.dark),{context:a}=ye(1,1),s=(w,x,k)=>(a.font=`${w} ${nt()}`,{font:a.font,leading:k,lines:fs(a,x,r-40)}),c=[s("7\
00 19px",n.headline,25),s("400 13px",n.question,18)],f=n.below.map(w=>s("400 11px",w,15)),l=[s("600 12px",n.legend,18)],u=us(a,e,r),p=Xt(c)+28,d=p+o.y+Xt(l)+u.length*
21+Xt(f)+34,{canvas:h,context:m}=ye(r,d);m.fillStyle=t.dark?"#14171d":"#ffffff",m.fillRect(0,0,r,d),m.textBaseline="alphabetic",ge(m,c,12,i),Xn(m,t,(r-o.x)/2,p),
ge(m,l,p+o.y+6,i);let g=p+o.y+Xt(l)+12;return u.forEach((w,x)=>{for(let[k,_]of w)gs(m,_,20+k,g+x*21,i)}),ge(m,f,g+u.length*21+2,i),new Promise(w=>{h.toBlob(w,"i\
mage/png")})}function Gn(t){let e=t.map.getSize(),{canvas:n,context:o}=ye(e.x,e.y);return Xn(o,t,0,0),n}function Xn(t,e,n,o){let{map:r,dark:i}=e,a=r.getSize();t.
save(),t.beginPath(),t.rect(n,o,a.x,a.y),t.clip(),t.fillStyle=i?"#171a20":"#e3e3e0",t.fillRect(n,o,a.x,a.y);let s=r.getContainer().getBoundingClientRect();for(let c of[
"land","cells","base","lines"])for(let f of r.getPane(c)?.querySelectorAll("canvas")??[]){let l=f.getBoundingClientRect();t.drawImage(f,n+l.left-s.left,o+l.top-
s.top,l.width,l.height)}ds(t,e,n,o),hs(t,e,n+a.x,o+a.y),ms(t,e,n,o),t.restore()}function ps(t,{name:e,kind:n,width:o=0,size:r},i,a){let s=n==="shield motorway";
t.fillStyle=s?"#4b6a97":"#fffdf2",t.strokeStyle=s?"#ffffff":"#b5a970",t.lineWidth=1,t.fillRect(i,a,o,r*1.4),t.strokeRect(i,a,o,r*1.4),t.fillStyle=s?"#ffffff":"#\
5a5335",t.font=`600 ${r}px ${nt()}`,t.textAlign="center",t.fillText(e,i+o/2,a+r*1.05),t.textAlign="start"}function ds(t,{map:e,view:n,theme:o,dark:r},i,a){let s=e.
containerPointToLayerPoint([0,0]);t.lineJoin="round";for(let c of n.written){let f=i+c.x-s.x,l=a+c.y-s.y+c.size;if(c.width){ps(t,c,f,l-c.size);continue}t.font=`${c.
bold?600:400} ${c.size}px ${nt()}`,t.lineWidth=3,t.strokeStyle=o.halo,t.fillStyle=c.kind==="country"?o.border:Kt(r),t.strokeText(c.name,f,l,240),t.fillText(c.name,
f,l,240),c.dot&&c.kind!=="here"&&t.fillRect(i+c.at.x-s.x-2,a+c.at.y-s.y-2,4,4)}}function hs(t,{map:e,theme:n,dark:o},r,i){let a=e.getContainer().querySelector("\
.leaflet-control-scale-line");if(!(a instanceof HTMLElement))return;let[s,c]=[r-12,i-12],f=s-a.offsetWidth;t.font=`600 11px ${nt()}`;for(let[l,u]of[[n.halo,5],[
Kt(o),2]])t.strokeStyle=l,t.lineWidth=u,t.beginPath(),t.moveTo(f,c-6),t.lineTo(f,c),t.lineTo(s,c),t.lineTo(s,c-6),t.stroke();t.strokeStyle=n.halo,t.lineWidth=3,
t.fillStyle=Kt(o),t.strokeText(String(a.textContent),f+4,c-6),t.fillText(String(a.textContent),f+4,c-6)}function ms(t,{map:e,view:n},o,r){if(!n.chosen)return;let i=e.
latLngToContainerPoint(n.chosen.latlng);t.beginPath(),t.arc(o+i.x,r+i.y,7,0,2*Math.PI),t.fillStyle="#ffffff",t.fill(),t.lineWidth=4,t.strokeStyle="#111827",t.stroke()}
function gs(t,{line:e,colour:n,stripe:o,said:r},i,a,s){if(e)t.fillStyle=e,t.fillRect(i,a+5,20,3);else{if(t.fillStyle=n??s,t.fillRect(i,a,20,13),o){t.fillStyle=o;
for(let c=0;c<20;c+=6)t.fillRect(i+c+3,a,3,13)}t.lineWidth=.6,t.strokeStyle="#7d7f86",t.strokeRect(i,a,20,13)}t.font=`400 12px ${nt()}`,t.fillStyle=s,t.fillText(
r,i+26,a+11)}var Zt=({words:t,here:e},n)=>t.t(n+"_"+e().kind,{name:e().name});function vt(t){return t.now.state.direction==="to"?Zt(t,"to"):t.words.lowered(Zt(t,"from"))}function N(t){
let{words:e,known:n,here:o,now:{state:r}}=t,{t:i}=e,{name:a,kind:s,country:c}=o(),f=t.ofInhabitants(),l=n.parkOf(r.trip);return{place:a,mode:n.byTrip(r.trip,c),
from:f?i("from_mean",{name:a}):Zt(t,"from"),to:Zt(t,"to"),reaches:i(f?"reaches_mean":"reaches_one"),whose:i("owner_"+(f?"mean":s),{name:a}),vehicle:n.ofTrip(r.trip,
"vehicle"),none:n.ofTrip(r.trip,"no_vehicle"),without:n.ofTrip(r.trip,"without"),parking:l>0?i("parking",{n:e.minutes(l)}):"",opportunity:e.opportunity(r.opportunity),
scenario:n.scenarioName(r.scenario)}}function St(t){let{words:e,known:n,now:{state:o}}=t,{t:r}=e,i=N(t),a=n.trip(o.trip),s=n.trips.filter(c=>n.kindOf(c.id)===n.
kindOf(a.id)).length>1;return[i.whose,r("direction_"+o.direction),i.mode,i.parking,s||a.mode==="transit"?n.tripName(a):"",r("minutes",{n:e.minutes(o.cutoff)}),n.
hasBorder?r("shown_"+o.border,{n:e.minutes(o.resistance)})+(o.border==="closed"?" ("+r("reading_"+o.reading)+")":""):"",i.opportunity,r("scenario")+": "+i.scenario].
filter(c=>c).join(" · ")}function Yt({words:t,known:e,data:n,now:{state:o}}){return[t.t("scenario")+": "+e.scenarioName(o.scenario),t.t("source")+": "+n.attributions.
map(t.in).join(" · "),t.t("made_with",{version:n.version})].join(" · ")}function Kn({data:t,known:e,now:{state:n}}){let o=[n.opportunity,e.trip(n.trip).mode];
return en(t.strip,o)}var we=t=>Kn(t).map(e=>t.words.in(e.text)).join(" ");function Zn(t){let{words:e,data:n}=t,{t:o}=e;b("warnings").replaceChildren(...Kn(t).map(
r=>y("li",{title:e.in(r.text)},e.in(r.short)))),b("notes").replaceChildren(...n.notes.map(r=>y("li",{},e.in(r.text),...r.details.map(i=>y("p",{class:"small"},e.
in(i)))))),b("sources").replaceChildren(...n.sources.map(r=>{let i=[e.in(r.attribution),o("licence",{name:e.in(r.licence)}),r.reference_date?o("reference_date",
{date:r.reference_date}):""];return y("li",{},nn(r)," – "+i.filter(a=>a).join(" · "))})),b("strip").textContent=Yt(t),b("asked").textContent=St(t)}var Jt=t=>"\
#"+On(t.now.state);function Ot(t,e,n){let o=y("span",{},t);return n&&o.prepend(Tt(n)),y("div",{class:"row"},o,y("b",{},e))}function ys(t){let e=t.reduce((n,[,o])=>n+(S(o)?o:0),0);
return y("div",{class:"bar","aria-hidden":"true"},...t.map(([n,o])=>{let r=ft(y("i"),n,"background");return r.style.width=(e>0&&S(o)?100*o/e:0)+"%",r}))}function ot(t,e,...n){
b(t+"-title").textContent=[e.t(t),...n].join(" · ")}function ws(t,e){let n=e.mean&&(e.edgeShare??0)>0?t.t("edge_mean",{share:t.part(e.edgeShare??0)}):e.touchesEdge?
t.t("edge"):"";return[...e.unknownCountries.map(o=>t.t("unknown_country",{country:t.t(o)})),e.missing>0&&!e.unknownCountries.length?t.t("unknown_some",{n:t.count(
e.missing)}):"",e.noService?t.t("no_service"):"",n].filter(o=>o)}function bs(t,e,n,o){b("split-title").textContent=t.capital(t.t("reachable",{opportunity:n.opportunity,
cutoff:t.minutes(e.cutoff)})),b("split-value").textContent=I(t,o,e.border),b("split-said").textContent=[n.whose,T(o)?t.t("shown_"+e.border,{n:t.minutes(e.resistance)}):
"",e.border==="closed"?t.t("reading_"+e.reading):n.mode,n.parking].filter(i=>i).join(" · ");let r=o.sides.map((i,a)=>[i,o.shownBy[a]]);b("split-parts").replaceChildren(
ys(r),...r.map(([i,a])=>Ot(t.t(i),t.count(a),i))),b("split-warnings").replaceChildren(...ws(t,o).map(i=>y("p",{class:"warn"},i)))}function xs(t,e,n,o){if(T(o)||
(ot("border",t),b("border-value").textContent=t.t("no_border",{country:t.t(o.sides[0])})),b("border-box").hidden=T(o),b("effect-box").hidden=!T(o),!T(o))return;
ot("effect",t,n.opportunity,n.whose),b("effect-value").textContent=In(t,o);let r=Math.max(o.atLeast.open||0,o.atLeast.closed||0,1);b("effect-rows").replaceChildren(
...B.map(i=>{let a=Ot(t.t("shown_"+i,{n:t.minutes(e.resistance)}),I(t,o,i));a.classList.toggle("chosen",i===e.border);let s=y("i",{class:"gauge","aria-hidden":"\
true"});return s.style.width=(S(o.atLeast[i])?100*o.atLeast[i]/r:0)+"%",a.append(s),a}))}function ks(t,e,n,o){if(b("plan-box").hidden=!o.before,!o.before)return;
ot("plan",t,n.opportunity,n.whose);let[r,i]=[o,o.before].map(a=>a.atLeast[e.border]);b("plan-rows").replaceChildren(Ot(t.t("scenario_none"),I(t,o.before,e.border)),
Ot(n.scenario,I(t,o,e.border)),Ot(t.t("row_abs"),S(r)&&S(i)?t.signedCount(r-i):t.t("missing")))}function _s(t,e,n){ot("bands",t,e.whose);let o=T(n)?n.sides:[],r=[
"band",...o,"total"].map(f=>y("th",{scope:"col"},t.t(f))),i=f=>[...o.map((l,u)=>f[u]),f.reduce((l,u)=>l+u,0)].map(l=>y("td",{},t.count(l))),a=n.bands.map(f=>{let l=y(
"i",{class:"key","aria-hidden":"true"});l.style.background=f.colour;let u=t.t("band_range",{a:t.minutes(f.from),b:t.minutes(f.to)});return y("tr",{},y("th",{scope:"\
row"},l,u),...i(f.by))}),s=n.sides.map((f,l)=>n.bands.reduce((u,p)=>u+p.by[l],0)),c=y("tr",{class:"sum"},y("th",{scope:"row"},t.t("total")),...i(s));b("bands").
replaceChildren(y("thead",{},y("tr",{},...r)),y("tbody",{},...a,c))}function Yn(t,e,n,o,r){bs(t,e,n,o),xs(t,e,n,o),ks(t,e,n,o),ot("chart",t,n.opportunity,n.whose),
zt(t,e,n.opportunity,o,r),_s(t,n,o)}function vs(t,e,n){let{left:o,rows:r,own:i,kind:a,lacking:s}=n,{none:c}=e;if(n.done<n.all)return t.t("rank_busy",{n:t.count(
n.done),all:t.count(n.all)});let f=["edge","still","unknown"].filter(l=>o[l]>0).map(l=>t.t("rank_left_"+l,{n:t.count(o[l]),none:c}));return[i==="edge"||i==="sti\
ll"?t.t("rank_own_"+i,{none:c}):"",r.length?t.capital(t.t(a,{all:t.count(r.length)}))+".":"",f.length?t.t("rank_left_out",{parts:f.join(", ")}):"",s?t.t("rank_p\
artial",{countries:s}):""].filter(l=>l).join(" ")}function Jn(t,e,n,o){ot("rank",t,e.opportunity,e.whose);let r=n.done>=n.all,i={n:t.count(n.place),all:t.count(
n.of)};b("rank-value").textContent=r?n.own!=="ranked"?t.t("rank_none"):t.t(n.shared?"rank_shared":"rank_said",i):"…",b("rank-said").textContent=vs(t,e,n);let a=b(
"rank-box").querySelector("details");a.hidden=!r||!n.rows.length,a.firstElementChild.textContent=t.t("rank_list"),!(!r||!a.open)&&z(b("rank-list"),...n.rows.map(
({member:s,value:c})=>{let f=t.count(c),l=y("li",{},Nt(s.name,()=>o(s.key),s.key),y("b",{},n.lacking?t.t("at_least",{n:f}):f));return l.classList.toggle("chosen",
s.key===n.member),l}))}var At=(t,e)=>y(e?"strong":"b",{},t);function Ss(t,e,n,o){let r=o.before?.atLeast[e.border],i=o.atLeast[e.border];return!o.before||!S(r)||!S(i)?[]:[" ",...t.sentence(
"head_scenario",{scenario:n.scenario,after:At(I(t,o,e.border),!0),before:At(I(t,o.before,e.border),!1),change:r>0?t.signedShare((i-r)/r):t.signedCount(i-r)})]}function Vn(t,e,n,o){
let r={...n,cutoff:t.minutes(e.cutoff)};if(o.status)return t.sentence("head_"+o.status,r);let i=En(o),a=F(t,o,"open"),s=t.sentence("head_"+e.direction+i,{...r,open:At(
I(t,o,"open"),e.border==="open"),closed:At(I(t,o,"closed"),e.border==="closed"),...i==="_unknown"?{lacking:a}:{},...i===""?{effect:t.signedShare(o.open/o.closed-
1)}:{}});return a&&(i==="_still"||i==="_no_stop")&&s.push(" (",a,")"),!q(o)&&S(o.shareWithout)&&s.push(" ",...t.sentence("head_share",{share:t.part(o.shareWithout),
vehicle:n.vehicle})),e.border==="realised"&&S(o.realised)&&s.push(" ",...t.sentence("head_realised",{resistance:t.minutes(e.resistance),realised:At(I(t,o,"reali\
sed"),!0)})),[...s,...Ss(t,e,n,o)]}function Qn(t){let{state:e,shown:n}=t.now;return{cutoff:e.cutoff,width:wt(t.longest()),border:e.border,frontier:t.known.hasBorder,before:t.comparing(),walked:!!n?.
walked,vehicle:t.known.ofTrip(e.trip,"vehicle")}}function qn(t){let{look:e,view:n,engine:o,now:{state:r,times:i,shown:a}}=t;if(!i||!a)return;let s=a.status?i.open.
minutes:a.minutes;t.comparing()&&a.before?un(e,t.theme(),t.palettes().diverging,{minutes:s,before:a.before.minutes,cutoff:r.cutoff}):fn(e,t.theme(),t.palettes().
times,{...Qn(t),minutes:s,walked:a.walked,countries:o.cells.country,counts:xt(r,t.here().country)}),n.layer.paint(e)}function Vt(t){let{words:e}=t,n=t.comparing()?
"legend_change":"legend_time";b("legend-title").textContent=e.t(n,{from:vt(t)});let o=pn(e,t.theme(),t.palettes(),Qn(t));return b("legend").replaceChildren(...o.
map(({line:r,colour:i,stripe:a,said:s})=>{let c=y("i",{class:"swatch"+(r?" line":""),"aria-hidden":"true"});return c.style.background=r??(a?`repeating-linear-gr\
adient(-45deg, ${i} 0 3px, ${a} 3px 6px)`:String(i)),y("li",{},c,s)})),o}function to(t,e){let{words:n,now:{state:o,shown:r}}=t;if(!r)return;let i=N(t);b("headli\
ne").replaceChildren(...Vn(n,o,i,r)),b("headline").removeAttribute("aria-busy"),b("answer-box").hidden=!!r.status,r.status||Yn(n,o,i,r,a=>e({cutoff:a}))}function be(t,e){
let{words:n,engine:o,areas:r,places:i,now:{state:a,shown:s}}=t,{t:c}=n,f=b("table");if(!b("table-box").open||!s)return;if(s.status){f.replaceChildren();return}let l=[
"municipality","country","table_median","table_share"].map(p=>y("th",{scope:"col"},c(p))),u=xn(o,r,i.areaOfCell,a,s.minutes).map(({area:p,median:d,within:h})=>{
let m="place:"+p.code;return y("tr",{},y("th",{scope:"row"},Nt(p.name,()=>e({place:m}),m)),y("td",{},c(p.country.toLowerCase())),y("td",{},d===1/0?c("unreached"):
n.minutes(d)),y("td",{},n.count(h)))});z(f,y("table",{},y("caption",{},c("table_caption")+" – "+vt(t)),y("thead",{},y("tr",{},...l)),y("tbody",{},...u)))}function eo({
words:t,engine:e,places:n,known:o,now:{state:r,shown:i}},a){if(!i||i.status||a<0)return"";let{t:s}=t,c=n.areaOfCell(a),f=i.minutes[a],l=!Number.isNaN(f);return[
c?c.name:"",l?s("minutes",{n:t.minutes(f)}):s("unreached"),i.walked&&i.walked[a]&&l?s("without_ride",{vehicle:o.ofTrip(r.trip,"vehicle")}):"",s("population",{n:t.
count(e.cells.population[a])})].filter(u=>u).join(" · ")}var Os=2500;function rt(t){b("said").textContent=t,b("toast").textContent=t,b("toast").hidden=!1,setTimeout(()=>{b("toast").hidden=!0},Os)}function xe(t){try{history.
replaceState(null,"",Jt(t))}catch{}}function ke({here:t,now:{state:e}},n){return["atlas",C(t().name).replace(/ /g,"-").slice(0,40),C(e.trip).replace(/ /g,"-"),e.
cutoff+"min",e.border].join("-")+n}function _e(t){let{words:e,data:n,engine:o,places:r,codes:i,here:a,now:{state:s,shown:c}}=t;return c?zn(e,n,{engine:o,areaOfCell:r.
areaOfCell,codes:i,state:s,found:c,weights:t.weights(),home:a().country},{said:[b("headline").textContent,St(t),e.t("legend_time",{from:vt(t)}),"link: "+Jt(t)],
whose:N(t).whose}):""}var no=t=>({map:t.map,view:t.view,theme:t.theme(),dark:t.dark()});async function As(t){t.view.flush();let e=await Hn(no(t),Vt(t),{headline:b(
"headline").textContent,question:St(t),legend:b("legend-title").textContent,below:[we(t),Yt(t)]});e&&et(e,ke(t,".png"))}function Is(t){let e=new Blob(["\uFEFF"+
_e(t)],{type:"text/csv;charset=utf-8"});et(e,ke(t,".csv"))}async function Es(t){let{t:e}=t.words;xe(t);try{await navigator.clipboard.writeText(location.href),rt(
e(location.protocol==="file:"?"copied_local":"copied"))}catch{rt(e("not_copied"))}}function Ts(t){let e=new Blob([_n(Jt(t).slice(1))],{type:"text/html;charset=u\
tf-8"});et(e,ke(t,".html"))}async function Ns(t){let{t:e}=t.words,n=[b("headline").textContent,St(t),Yt(t)].join(`
`);try{await navigator.clipboard.writeText(n),rt(e("copied_text"))}catch{rt(e("not_copied_text"))}}function oo(t,{dress:e,draw:n,again:o}){b("print").addEventListener(
"click",()=>window.print()),b("link").addEventListener("click",()=>Es(t)),b("png").addEventListener("click",()=>As(t)),b("keep").addEventListener("click",()=>Ts(
t)),b("text").addEventListener("click",()=>Ns(t)),b("csv").addEventListener("click",()=>Is(t));let r=()=>document.getElementById("on-paper");window.addEventListener(
"beforeprint",()=>{t.now.onPaper=!0,e(),n(),t.view.flush(),r()?.remove(),b("map-box").after(y("figure",{id:"on-paper"},Gn(no(t)),y("figcaption",{class:"small"},
we(t))))}),window.addEventListener("afterprint",()=>{r()?.remove(),t.now.onPaper=!1,o()})}var Ls=40075.017,ve=254,Cs=255,ro=(t,e)=>t*(256/Ls)/Math.cos(e*Math.PI/180);function so({rings:t,corners:e,start_x:n,start_y:o,step_x:r,step_y:i}){let a=W(t),s=W(
e),c=new Float64Array(s[e.length]),f=new Float64Array(s[e.length]),[l,u,p]=[0,0,0];for(let d=0;d<e.length;d++){l+=n[d],u+=o[d];let[h,m]=[l,u];for(let g=s[d];g<s[d+
1];g++)g>s[d]&&(h+=r[p],m+=i[p],p++),c[g]=at(h/1e4),f[g]=lt(m/1e4)}return co({n:t.length,first:a,ringAt:s,x:c,y:f})}function io(t){let e=W(t.map(r=>r.length)),n=W(
t.flat().map(r=>r.length)),o=t.flat(2);return co({n:t.length,first:e,ringAt:n,x:o.map(([,r])=>at(r)),y:o.map(([r])=>lt(r))})}function co({n:t,first:e,ringAt:n,x:o,
y:r}){let i=new Float64Array(4*t);for(let a=0;a<t;a++){let[s,c,f,l]=[1/0,1/0,-1/0,-1/0];for(let u=n[e[a]];u<n[e[a+1]];u++)s=Math.min(s,o[u]),f=Math.max(f,o[u]),
c=Math.min(c,r[u]),l=Math.max(l,r[u]);i.set([s,c,f,l],4*a)}return{n:t,first:e,ringAt:n,x:o,y:r,box:i}}function Rs(t,e,{scale:n,left:o,top:r},i,a){a.length=0;for(let s=t.
first[e];s<t.first[e+1];s++){let c=t.ringAt[s+1],f=c-1;for(let l=t.ringAt[s];l<c;f=l++){let u=t.y[l]*n-r,p=t.y[f]*n-r;if(u>i==p>i)continue;let d=t.x[l]*n-o,h=t.
x[f]*n-o;a.push(d+(i-u)*(h-d)/(p-u))}}a.length>2?a.sort((s,c)=>s-c):a[0]>a[1]&&a.reverse()}function Se(t,e,n){let{width:o,height:r,scale:i,left:a,top:s}=e;n.fill(
0);let c=[];for(let f=0;f<t.n;f++){let l=t.box[4*f]*i-a,u=t.box[4*f+1]*i-s,p=t.box[4*f+2]*i-a,d=t.box[4*f+3]*i-s;if(p<0||d<0||l>o||u>r)continue;let h=Math.min(r-
1,Math.ceil(d-.5)-1);for(let m=Math.max(0,Math.ceil(u-.5));m<=h;m++){Rs(t,f,e,m+.5,c);for(let g=0;g+1<c.length;g+=2){let w=Math.max(0,Math.ceil(c[g]-.5)),x=Math.
min(o,Math.ceil(c[g+1]-.5));x>w&&n.fill(f+1,m*o+w,m*o+x)}}}}function ao(t,{width:e,height:n},o,r,i){for(let s=0;s<t.length;s++)i[s]=t[s]?0:r[s]?Cs:ve,r[s]=t[s];
let a=(s,c)=>{let f=i[c]+1;f<=o&&f<i[s]&&(i[s]=f,r[s]=r[c])};for(let s=0,c=0;s<n;s++)for(let f=0;f<e;f++,c++)!i[c]||i[c]===ve||(f&&a(c,c-1),s&&a(c,c-e));for(let s=n-
1,c=t.length-1;s>=0;s--)for(let f=e-1;f>=0;f--,c--)!i[c]||i[c]===ve||(f<e-1&&a(c,c+1),s<n-1&&a(c,c+e))}function lo(t,e,{width:n,height:o},r,{colour:i,stripe:a}){
if(i.every((c,f)=>c===a[f])){for(let c=0;c<e.length;c++)t[c]=i[e[c]];return}let s=r/2;for(let c=0,f=0;c<o;c++){let l=c%r;for(let u=0;u<n;u++,f++){let p=e[f];t[f]=
l<s?i[p]:a[p],++l===r&&(l=0)}}}function fo(t,e,{width:n},o,{within:r,line:i}){for(let a=0;a<e.length-n;a++){let s=e[a];if(!s)continue;let c=e[a+1],f=e[a+n];if(!(s===
c&&s===f||!(c&&r[s]!==r[c]&&(a+1)%n||f&&r[s]!==r[f])))for(let u=0;u<=o;u++)t[a+u]=i,a+u*n<t.length&&(t[a+u*n]=i)}}var $s=600,Ps=1e9,uo=.02,Oe=({countries:t},e)=>t.map(n=>e.countries[n]);function Ds(t,e,n,o){let r=new Map;return t.places.forEach(({id:i,name:a,lon:s,lat:c,country:f},l)=>{
let u=e.get(i),p="place:"+i,d=u?u.name:a;r.set(p,{key:p,kind:"place",name:d,lon:s,lat:c,country:f,area:u,plain:C(d),ask:{kind:"place",index:l},weight:Ps+(u?u.population:
0),note:()=>n.t("kind_place")+(u?" · "+u.nuts3:"")})}),t.stops.forEach(({id:i,name:a,lon:s,lat:c,country:f},l)=>{let u="stop:"+i;r.set(u,{key:u,kind:"stop",name:a,
lon:s,lat:c,country:f,ask:{kind:"stop",index:l},weight:0,plain:C(a),note:()=>n.t("kind_stop")+" · "+n.t(o[f]??"other")})}),r}function po(t,e,n,o){let r=new Map(
e.map(l=>[l.code,l])),i=Array.from(t.cells.municipality,l=>r.get(t.municipalities[l])),a=new Map(t.cells.id.map((l,u)=>[l,u])),s=Ds(t,r,n,o);function c(l){if(!l.
startsWith("cell:"))return s.get(l);let u=a.get(l.slice(5));if(u===void 0)return;let p=i[u],{lon:d,lat:h,country:m}=t.cells;return{key:l,kind:"cell",name:n.t("c\
ell_of",{name:p?p.name:"?"}),area:p,lon:d[u],lat:h[u],country:m[u],ask:{kind:"cell",index:u}}}function f(l){let u=new Map;return[...s.values()].filter(p=>{if(p.
kind!=="stop")return!0;let d=u.get(p.plain)??[];return u.set(p.plain,[...d,p]),!d.some(h=>l([h.lat,h.lon],[p.lat,p.lon])<$s)})}return{get:c,has:l=>typeof l=="st\
ring"&&c(l)!==void 0,searchable:f,stops:[...s.values()].filter(l=>l.kind==="stop"),areaOfCell:l=>i[l]}}function Bs({cells:{lon:t,lat:e}}){let n=new Map,o=r=>Math.
floor(r/uo);for(let r=0;r<t.length;r++){let i=o(t[r])+" "+o(e[r]);n.set(i,[...n.get(i)??[],r])}return(r,i)=>{let a=Math.cos(i*Math.PI/180),[s,c]=[-1,uo];for(let f of[
-2,-1,0,1,2])for(let l of[-1,0,1])for(let u of n.get(o(r)+f+" "+(o(i)+l))??[]){let p=Math.hypot((t[u]-r)*a,e[u]-i);p<c&&([s,c]=[u,p])}return s}}function ho(t,e,n,o){
if(!t)return[];let r=Bs(e);return[...t.layer.keys()].filter(i=>t.layer[i]==="place").flatMap(i=>{let[a,s]=Ve(t,i),c=r(a,s);if(c<0)return[];let f=n.areaOfCell(c);
return[{key:"cell:"+e.cells.id[c],kind:"cell",name:t.name[i],lon:a,lat:s,country:e.cells.country[c],plain:C(t.name[i]),weight:t.people[i],ask:{kind:"cell",index:c},
note:()=>o.t("kind_village")+(f?" · "+f.name:"")}]})}function js(t,e,n){let o=new Map(t.trips.map(s=>[s.id,s]));function r(s){let c=o.get(s);if(!c)throw new RangeError(
`no trip ${s}`);return c}function i({id:s}){let{title:c,departure:f,period:l,window_min:u=0}=r(s);if(c)return e.in(c);if(!f)return l?e.period(l):s;let p=new Date(
f.slice(0,16)+":00Z"),d=new Date(p.getTime()+u*6e4);return e.date(p)+", "+e.clock(p)+(u?"–"+e.clock(d):"")}function a(s,c){let{lacking:f,by:l}=r(s),u=n[c],p=u&&
Object.hasOwn(f,u)?e.in(f[u]):"",d=e.in(l);return p?d.endsWith(")")?d.slice(0,-1)+"; "+p+")":`${d} (${p})`:d}return{tripName:i,byTrip:a,kindOf:s=>r(s).kind,nameOf:s=>e.
in(r(s).name),ofTrip:(s,c)=>e.in(r(s)[c]),parkOf:s=>r(s).park_min}}function mo(t,e,n,o,r){let[i,...a]=t.scenarios,s=c=>r.has(c,o.get(c.place),Number(c.percentile));
return{...js(e,n,Oe(t,e)),hasBorder:t.cells.covered>1,mean:r,couldBeOfInhabitants:s,ofInhabitants:c=>c.whose==="mean"&&s(c),trips:t.trips,trip:c=>t.trips.find(f=>f.
id===c),opportunities:e.opportunities,hasPlace:o.has,scenarios:t.scenarios,scenariosOf:c=>[i,...a.filter(f=>!Object.hasOwn(e.scenario_trips,f)||e.scenario_trips[f].
includes(c))],scenarioName:c=>c===i?n.t("scenario_none"):Object.hasOwn(e.scenarios,c)?n.in(e.scenarios[c]):c}}function go({arrays:t,meta:e,scenarios:n}){let o={cell:0,place:e.n_cells,stop:e.n_cells+e.n_places};return({place:r,trip:i,direction:a,percentile:s,scenario:c})=>{
if(a==="to")return 1/0;let f=p=>t[`edge/${i}/${p}/${s??""}`]??t[`edge/${i}/${p}/`],l=f(c??n[0])??f(n[0]),u=l?l[o[r.kind]+r.index]:255;return u===255?1/0:u}}function Us(t,e){let n=e?e.step_min:1,o=new Map((e?e.codes:[]).map((s,c)=>[s,c])),r=new Map((e?e.layers:[]).map((s,c)=>[s.trip+"/"+s.scenario,{...s,number:c}])),
i=new Map;function a(s,c){let f=s.number+"/"+c;if(!i.has(f)){let l=t["mean/"+f],u=s.base===null||l===void 0?null:t[`mean/${s.base}/${c}`];i.set(f,u?Float64Array.
from(l,(p,d)=>p+u[d]):l)}return i.get(f)}return{step:n,hasRow:s=>o.has(s),found:s=>r.get(s.trip+"/"+s.scenario),at(s,c,f,l){let u=o.get(f),p=a(s,c);if(p===void 0||
u===void 0)return NaN;let d=s.longest_min/n+1;return p[u*d+Math.min(l,s.longest_min)/n]}}}function yo(t,e,n){let{step:o,hasRow:r,found:i,at:a}=Us(t,e),s=e?e.edge_share:
0;function c(p){let d=i(p);if(!d)throw new RangeError(`no mean inhabitants for ${p.trip}, ${p.scenario}`);return d}function f(p,d,h){return!!(e&&d&&d.kind==="pl\
ace"&&d.area&&r(d.area.code)&&i(p)&&p.direction==="from"&&p.reading==="destinations"&&h===50&&e.opportunities.includes(p.opportunity))}function l(p,d,h){let m=c(
p),g=(A,R)=>a(m,A,d,R),{cutoff:w,opportunity:x,resistance:k}=p,_=(A,R)=>R<0?0:g(`${x}/${A}`,R),O=n.map(A=>_(A,w)),v=n.map((A,R)=>R===h?O[R]:_(A,w-k)),j=O[h]??NaN,
ct=A=>A.reduce((R,Uo,Fo)=>Fo===h?R:R+Uo,0),H=j+ct(O),G=ct(v),X=g("edge",w),K=V(O);return{by:O,feltBy:v,closed:j,open:H,total:H,realised:j+G,felt:G,missing:g(x+"\
/unknown",w),edgeShare:X,touchesEdge:X>s,shareWithout:K>0?Math.min(1,g(x+"/without",w)/K):NaN}}function u(p,d,h=p.opportunity){let m=c(p),g=w=>Float64Array.from(
{length:m.longest_min+1},(x,k)=>{let _=Math.floor(k/o)*o,[O,v]=[_,Math.min(_+o,m.longest_min)].map(j=>a(m,`${h}/${w}`,d,j));return O+(v-O)*(k-_)/o});return{by:n.
map(g)}}return{has:f,figures:l,curve:u,step:o,edgeShare:s,longest:p=>i(p)?.longest_min??1/0}}function Fs(t,e){return t.study.flatMap(n=>{let o=e.get("place:"+n);return!o||!o.area?[]:[{key:o.key,name:o.name,place:o.ask,country:o.country,area:o.area}]})}function wo(t,e){
let{data:n,words:o,engine:r,areas:i}=t,a=Oe(r,n),s=a.map(m=>m.toLowerCase()),c=po(r,i,o,s),f=yo(r.arrays,n.mean,a.slice(0,r.cells.covered)),l=mo(r,n,o,c,f),u=window.
matchMedia("(prefers-color-scheme: dark)"),p={...r.opportunities,population:r.cells.population},d={state:Ut({...kt(Ft()),...e},n.start,l),times:null,shown:null,
onPaper:!1};function h(){let{theme:m}=d.state;return!d.onPaper&&(m==="dark"||m==="auto"&&u.matches)}return{...t,codes:a,sides:s,places:c,mean:f,known:l,now:d,prefersDark:u,
dark:h,baseline:r.scenarios[0],members:Fs(n,c),cut:go(r),look:ln(r.cells.n),here:()=>c.get(d.state.place),weights:()=>p[d.state.opportunity],longest:()=>Q(l,d.state.
trip)||Bt,theme:()=>an[h()?"dark":"light"],palettes:()=>({times:h()?n.palettes.dark:n.palettes.light,diverging:n.palettes.diverging}),ofInhabitants:()=>l.ofInhabitants(
d.state),comparing:()=>!!(d.state.compare&&d.shown?.before?.minutes)}}var Ws=12,zs=350,Hs=24;function bo(t,e,{edge:n,cut:o},r){let i=new Map,a=null,s=0,c=0;function f(u){let p=JSON.stringify([{...u.request,place:null},u.opportunity]),
d=i.get(p)??{curves:[],question:u};return i.set(p,d),i.size>Ws&&i.delete(i.keys().next().value??""),d}async function l(u,p){let d=performance.now();for(;u.curves.
length<e.length;){let{request:h,weights:m,longest:g}=u.question,w={...h,place:e[u.curves.length].place},x=await t.times(w);if(p!==c)return;if(u.curves.push(Y(x)?
null:wn({engine:t,weights:m,edge:n,longest:g},x,o(w))),performance.now()-d>Hs)break}r(),u.curves.length<e.length&&(s=window.setTimeout(l,0,u,p))}return{ask(u){a=
f(u),c++,clearTimeout(s),a.curves.length<e.length&&(s=window.setTimeout(l,zs,a,c))},get done(){return a===null?0:a.curves.length},all:e.length,standings(u){return e.
map((p,d)=>{let h=a?.curves[d]??null;return{member:p,...h?u(h,p.country):{value:NaN,edge:!1,still:!1}}})}}}function xo(t){let e=t.filter(n=>!Number.isNaN(n.value));
return{rows:e.filter(n=>!n.edge&&!n.still).sort((n,o)=>o.value-n.value),left:{edge:e.filter(n=>n.edge).length,still:e.filter(n=>n.still&&!n.edge).length,unknown:t.
length-e.length}}}function Gs({value:t,edge:e,still:n}){return S(t)&&!e&&!n?"ranked":e?"edge":n?"still":"unknown"}function ko(t,e){let{engine:n,members:o,edge:r,cut:i,mean:a,now:s,
words:c,sides:f}=t,l=bo(n,o,{edge:r,cut:i},p);function u(){return t.ofInhabitants()?o.map(d=>{let h=a.figures(s.state,d.area.code,d.country),m=J(h,s.state,d.country,
f);return{member:d,value:m.atLeast[s.state.border],edge:m.touchesEdge,still:q(m)}}):l.done<l.all?[]:l.standings((d,h)=>bn(s.state,d,h))}function p(){let{state:d,
shown:h}=s;if(!h||h.status)return;let m=t.ofInhabitants(),g=u(),{rows:w,left:x}=xo(g),k=g.find(v=>v.member.key===d.place),_=k??{value:h.atLeast[d.border],edge:h.
touchesEdge,still:q(h)},O=w.filter(v=>v.member.key!==d.place);Jn(c,N(t),{all:l.all,done:m?l.all:l.done,rows:w,left:x,member:k?d.place:null,own:Gs(_),kind:m?"ran\
k_mean":k?"rank_among":"rank_beside",lacking:F(c,h,d.border),place:O.filter(v=>v.value>_.value).length+1,shared:O.some(v=>v.value===_.value),of:O.length+1},v=>e(
{place:v}))}return{show:p,ask(){let{state:d,shown:h}=s;if(!h||h.status||t.ofInhabitants())return;let m=d.border!=="closed"||d.reading!=="routing";l.ask({request:{
...U(d,t.here(),t.baseline).open,foreign_routing:m},opportunity:d.opportunity,weights:t.weights(),longest:t.longest()})},progress:()=>({done:l.done,all:l.all})}}function _o(t,e){let n=document.createElement("canvas").getContext("2d"),o=getComputedStyle(document.body).fontFamily,r=t.containerPointToLayerPoint([0,0]),i=L.
bounds(r,t.containerPointToLayerPoint(t.getSize())),[a,s]=[i.min,i.max];return{screen:i,point:c=>t.latLngToLayerPoint(c),free:c=>c[0]>=a.x&&c[2]<=s.x&&c[1]>=a.y&&
c[3]<=s.y&&e.every(f=>Pe(f,c)),take:(...c)=>{e.push(...c)},widthOf(c,f,l){return n.font=`${l?600:400} ${f}px ${o}`,n.measureText(c).width}}}var vo=({x:t,y:e},n,o,r)=>[
[t+r,e-o/2],[t-r-n,e-o/2],[t-n/2,e-o-4],[t-n/2,e+4]];function It(t,e,n){return t.style.transform=`translate(${e}px,${n}px)`,t}var Xs=1.6,Ks=250,Zs=6;function So(t,e,n,o){return Ct(n,"cells",{_update(){if(this._map._animatingZoom&&this._bounds)return;L.Renderer.prototype._update.call(this),
this._fit(),Se(t,this._frame,this._cell),Se(e,this._frame,this._near);let r=Math.min(Ks,Math.round(Xs*ro(this._frame.scale,o)));ao(this._cell,this._frame,r,this.
_near,this._distance),this._expecting||this.draw()},expect(){this._expecting=!0,requestAnimationFrame(()=>{this._expecting&&this.draw()})},_fit(){let{frame:r,other:i}=this.
_lay(Lt(!0));if(this._frame=r,!i&&this._cell)return;let{width:a,height:s}=r;this._image=this._context.createImageData(a,s),this._pixels=new Uint32Array(this._image.
data.buffer),this._cell=new Uint32Array(a*s),this._near=new Uint32Array(a*s),this._distance=new Uint8Array(a*s)},paint(r){this._look=r,this.draw()},draw(){if(this.
_expecting=!1,!this._look||!this._cell)return;let{ratio:r}=this._frame;lo(this._pixels,this._cell,this._frame,Zs*r,this._look),fo(this._pixels,this._near,this._frame,
r>1?3:1,this._look),this._context.putImageData(this._image,0,0)},at(r,i){let a=this._map.latLngToLayerPoint(r).subtract(this._bounds.min).multiplyBy(this._frame.
ratio).floor(),{width:s,height:c}=this._frame;if(a.x<0||a.y<0||a.x>=s||a.y>=c)return-1;let f=a.y*s+a.x;return(i?this._near[f]:this._cell[f])-1}})}var Ys=[["land",200],["cells",300],["base",350],["lines",400],["chosen",440],["names",620]],Js=.6;function Oo(t,e,n){for(let[p,d]of Ys){let h=t.createPane(p);h.
style.zIndex=String(d),h.style.pointerEvents="none"}let o={};for(let p of["land","lines"])o[p]=L.canvas({pane:p,padding:.15});let r=(p,d)=>({pane:p,renderer:o[p],
interactive:!1,smoothFactor:Js,...d}),i=e.base.border.map(Et),a=e.edge.map(Et),s=n.map(p=>L.polygon(p.rings,r("land",{weight:1})).addTo(t)),c=n.map(p=>L.polygon(
p.rings,r("lines",{fill:!1,weight:p.part==="ring"?.5:.9})).addTo(t)),f=L.polyline(a,r("lines",{weight:1.6,dashArray:"5 5"})).addTo(t),l=L.polyline(i,r("lines",{
weight:5,opacity:.85})).addTo(t),u=L.polyline(i,r("lines",{weight:2.4})).addTo(t);return{frontier:i,edge:a,dress(p){for(let d of s)d.setStyle({color:p.land,fillColor:p.
land,fillOpacity:1});c.forEach((d,h)=>d.setStyle({color:n[h].part==="ring"?p.faint:p.outline})),f.setStyle({color:p.edge}),l.setStyle({color:p.halo}),u.setStyle(
{color:p.border})},flush(){for(let p of Object.values(o))p._redraw()}}}var Ae=10,Vs=6,Qt=14,Qs=300,qs=34,ti=[0,9,9.75,11.5],ei=t=>t<9.5?26:60,ni=2;function Ao(t){let e=t.getZoom(),n=t.containerPointToLayerPoint([0,0]),o=t.getPixelOrigin(),
r=t.getSize();return{width:r.x,height:r.y,scale:2**e,zoom:e,x:n.x,y:n.y,left:o.x+n.x,top:o.y+n.y}}function oi(t,{width:e,height:n}){let o=[];for(let i=1;i<t.length;i++){
let[[a,s],[c,f]]=[t[i-1],t[i]],l=Math.max(1,Math.ceil(Math.hypot(c-a,f-s)/12));for(let u=0;u<l;u++){let p=a+(u+.5)/l*(c-a),d=s+(u+.5)/l*(f-s);p>0&&d>0&&p<e&&d<n&&
o.push([p,d])}}let r=Math.floor(o.length/2);return o.map((i,a)=>o[r+(a%2?-1:1)*Math.ceil(a/2)]).filter(Boolean)}var ri=t=>t.reduce((e,[n,o],r)=>r?e+Math.hypot(n-
t[r-1][0],o-t[r-1][1]):0,0);function Io(t,e,n,o){let r=Ao(t),i=se(e,r.zoom),a=[],s=new Map;for(let c of o){if(!ht(e,"road",c,r.zoom)||r.zoom<ti[c-1])continue;let f=mt(
e,"road",c,r).filter(l=>e.name[l]).map(l=>({name:e.name[l],corners:gt(e,l,i,r)})).map(l=>({...l,long:ri(l.corners)})).filter(({long:l})=>l>=qs).sort((l,u)=>u.long-
l.long);for(let{name:l,corners:u}of f){if(a.length>=ei(r.zoom))return a;let p=l.split("/").slice(0,ni).join("/"),d=n.widthOf(p,Ae,!0)+Vs,h=l.split("/").flatMap(
m=>s.get(m)??[]);for(let[m,g]of oi(u,r)){if(h.some(([k,_])=>Math.hypot(k-m,_-g)<Qs))continue;let[w,x]=[r.x+m-d/2,r.y+g-Qt/2];if(n.free([w-2,x-2,w+d+2,x+Qt+2])){
n.take([w,x,w+d,x+Qt]),a.push({text:p,rank:c,x:w,y:x,width:d,height:Qt}),h.push([m,g]);for(let k of l.split("/"))s.set(k,[...s.get(k)??[],[m,g]])}}}}return a}function Eo(t,e,n,o){
let r=Ao(t);return o.filter(i=>ht(e,n,i,r.zoom)).flatMap(i=>mt(e,n,i,r).map(a=>{let[[s,c]]=gt(e,a,1/0,r);return{name:e.name[a],rank:i,people:e.people[a],at:L.point(
r.x+s,r.y+c)}}).sort((a,s)=>s.people-a.people))}var si=6e4,ii=10.5,ci=".leaflet-bar, .leaflet-control-scale, #warnings li",ai=220,li=8,fi=10,ui=12,pi=[12.5,11.5,11,10.5];function di(t){let e=t.containerPointToLayerPoint(
[0,0]),n=t.getContainer().getBoundingClientRect(),[o,r]=[e.x-n.left,e.y-n.top];return[...document.querySelectorAll(ci)].map(i=>{let a=i.getBoundingClientRect();
return[a.left+o,a.top+r,a.right+o,a.bottom+r]})}function st(t,e,n,o,r){let i=o.size*1.3,a=Math.min(t.widthOf(e,o.size,o.bold),ai)+4,c=(r?vo(n,a,i,5):[[n.x-a/2,n.
y-i/2]]).find(([u,p])=>t.free([u,p,u+a,p+i]));if(!c)return[];let[f,l]=c;return t.take([f,l,f+a,l+i],[n.x-3,n.y-3,n.x+3,n.y+3]),[{name:e,x:f,y:l,at:n,...o,dot:r}]}
function hi(t,e){let n=t.point(e.latlng);return t.take([n.x-11,n.y-31,n.x+11,n.y+2]),st(t,e.name,n.add([8,-14]),{size:14,bold:!0,kind:"here"},!0)}function mi(t,{
areas:e,frontier:n,words:o},r){let i=n.flat().filter((s,c)=>c%fi===0).map(t.point);if(!i.some(s=>t.screen.contains(s)))return[];let a=s=>i.some(c=>Math.abs(c.x-
s.x)<100&&Math.abs(c.y-s.y)<26);return[...new Set(e.map(s=>s.country))].flatMap(s=>{let c=o.t(s.toLowerCase()).toLocaleUpperCase(),f=e.filter(l=>l.country===s).
map(l=>t.point(l.centre)).filter(l=>t.screen.contains(l)&&!a(l)).sort((l,u)=>l.distanceTo(r)-u.distanceTo(r));for(let l of f){let u=st(t,c,l,{size:13,bold:!0,kind:"\
country"},!1);if(u.length)return u}return[]})}function gi(t,{edge:e,words:n}){let[o]=e.flat().filter((r,i)=>i%li===0).map(t.point).filter(r=>t.screen.contains(r)).
sort((r,i)=>i.y-r.y);return o?st(t,n.t("data_end"),o.add([0,11]),{size:11,bold:!1,kind:"end"},!1):[]}function Ie(t,{map:e,base:n},o){return n?Io(e,n,t,o).map(({
text:r,rank:i,x:a,y:s,width:c})=>({name:r,x:a,y:s,at:L.point(a,s),size:Ae,bold:!0,dot:!1,width:c,kind:i===1?"shield motorway":"shield"})):[]}function Ee(t,{map:e,
base:n},o){return n?Eo(e,n,"place",o).filter(({at:r})=>t.screen.contains(r)).flatMap(({name:r,rank:i,at:a})=>st(t,r,a,{size:pi[i-1],bold:!1,kind:"village"},!0)):
[]}function To(t,e,n){let{map:o,places:r,areas:i}=t,a=o.getZoom(),s=_o(o,di(o)),c=e?hi(s,e):[];c.push(...Ee(s,t,[1]));let f=o.containerPointToLayerPoint(o.getSize().
divideBy(2)),l=!1;for(let[u,p,d]of r){let h=i[u];if(!l&&h.population<si&&(l=!0,c.push(...mi(s,t,f))),e&&e.area===h&&e.kind==="place"||!Be(h,a))continue;let m=s.
point([d,p]);if(!s.screen.contains(m))continue;let g=je(h.population),w=h.part==="ring"?"ring":"town";c.push(...st(s,h.name,m,{size:g,bold:g>ui,kind:w,number:u},
!0))}c.push(...Ie(s,t,[1,2]),...Ee(s,t,[2,3]),...Ie(s,t,[3]));for(let u of a>=ii?n:[]){let p=s.point([u.lat,u.lon]);s.screen.contains(p)&&c.push(...st(s,u.name,
p,{size:10.5,bold:!1,kind:"stop",stop:u.key},!0))}return c.push(...Ee(s,t,[4]),...Ie(s,t,[4])),[...c,...gi(s,t)]}function No(t,e){t.replaceChildren(...e.flatMap(
n=>{let o=y("span",{class:"place "+n.kind+(n.bold?" big":"")},n.name);return o.style.fontSize=n.size+"px",n.width&&(o.style.width=n.width+"px"),It(o,n.x,n.y),!n.
dot||n.kind==="here"?[o]:[It(y("i",{class:"dot "+n.kind}),n.at.x-2.5,n.at.y-2.5),o]}))}var yi=240,wi=9;function bi(){let t=y("div",{class:"pin","aria-hidden":"true"});return t.append($("svg",{viewBox:"0 0 24 32"},$("path",{d:"M12 31C12 31 2.5 18.6\
 2.5 11.4a9.5 9.5 0 0 1 19 0C21.5 18.6 12 31 12 31Z"}),$("circle",{cx:12,cy:11.5,r:3.6}))),t}function xi(t){t.append(y("div",{class:"cross","aria-hidden":"true"}));
let e=n=>t.classList.toggle("keyed",n);t.addEventListener("keyup",n=>e(n.target===t)),t.addEventListener("pointerdown",()=>e(!1)),t.addEventListener("blur",()=>e(
!1))}function ki(t,e){let n=y("div",{id:"hover",hidden:!0,"aria-hidden":"true"});t.getContainer().append(n);let o=null,r=()=>"";function i(){o&&(n.textContent=r(
e.at(o,!1)),n.hidden=!n.textContent)}return{sayAgain:i,quiet(){n.hidden=!0},hover(a){window.matchMedia("(hover: hover)").matches&&(r=a,t.on("mousemove",({latlng:s,
containerPoint:c})=>{o=s,i();let f=c.x>t.getSize().x-yi;n.style.transform=`translate(${c.x+(f?-12:14)}px,${c.y+14}px)`+(f?" translateX(-100%)":"")}),t.on("mouse\
out zoomstart movestart",()=>{o=null,n.hidden=!0}))}}}function _i(t,e){function n(r){let i=e(),a=i&&t.getBounds().contains(i)?i:t.getCenter();return t.setZoomAround(
a,t.getZoom()+r)}let{zoomDelta:o=1}=t.options;t.zoomIn=(r=o)=>n(r),t.zoomOut=(r=o)=>n(-r)}function vi(t,e,n,o){let r=t.getPane("names"),i={written:[],chosen:null,
stops:[]},a=Mt(()=>{i.written=o(i.chosen,i.stops),No(r,i.written)}),s=[a,...n?[n.late]:[]];function c(){if(e.hidden=!i.chosen,!i.chosen)return;let f=t.latLngToLayerPoint(
i.chosen.latlng);It(e,f.x-12,f.y-31)}return t.on("moveend zoomend resize viewreset",()=>{c(),a.ask()}),t.on("zoomstart",()=>{r.replaceChildren(),e.hidden=!0}),{
choose(f){i.chosen=f,c(),a.ask()},showStops(f){i.stops=f,a.ask()},hold:()=>s.forEach(f=>f.hold()),release:()=>s.forEach(f=>f.release()),flush:()=>s.forEach(f=>f.
flush()),get written(){return i.written},get chosen(){return i.chosen}}}function Mo(t,e,{areas:n,cells:o,base:r,words:i}){let a=Oo(t,e,n),[s,c,f,l]=e.base.bounds,
u=So(o,io(n.map(w=>w.rings.flat())),"cells",(s+f)/2),p=r?qe("base"):null,d=bi();t.getPane("chosen")?.append(d),xi(t.getContainer()),L.control.scale({imperial:!1,
position:"bottomright",maxWidth:110}).addTo(t);let h=L.latLngBounds([s,c],[f,l]),m=()=>t.fitBounds(h,{padding:[2,2],animate:!1});t.setMaxBounds(h.pad(.9)),on(t,
m);let g=vi(t,d,p,(w,x)=>To({map:t,places:e.base.places,areas:n,base:r,words:i,...a},w,x));return _i(t,()=>g.chosen?.latlng),rn(t,()=>{t.invalidateSize({animate:!1,
pan:!1}),m()}),{layer:u,home:m,...ki(t,u),dress(w,x){a.dress(w),p?.dress(x)},start(){m(),u.addTo(t),p?.addTo(t).show(r)},choose:g.choose,showStops:g.showStops,expect(){
u.expect(),g.hold()},answered:g.release,flush(){a.flush(),g.flush()},nameAt(w){let x=t.containerPointToLayerPoint(w),[k]=g.written.filter(_=>(_.number!==void 0||
_.stop)&&_.dot).map(_=>({far:_.at.distanceTo(x),one:_})).sort((_,O)=>_.far-O.far);return k&&k.far<wi?k.one:null},get written(){return g.written},get chosen(){return g.
chosen}}}function Lo({caption:t,head:e,body:n}){return{node:y("table",{},y("caption",{},t),y("thead",{},y("tr",{},...e.map(r=>y("th",{scope:"col"},r)))),y("tbody",{},...n.
map(([r,...i],a)=>{let s=a>0&&n[a-1][0]===r,c=n.filter(([f])=>f===r).length;return y("tr",{},...s?[]:[y("th",{scope:"rowgroup",rowspan:c},r)],...i.map(f=>y("td",
{},f)))})))}}var Si=/^[-\u2212+]?[\d.,\u00a0]+$/;function Co(t,e){if(!Si.test(t))return NaN;let[n,o]=M[e].startsWith("en")?[",","."]:[".",","];return Number(t.replaceAll(
n,"").replaceAll(" ","").replace(o,".").replace("−","-"))}function Oi({head:t,body:e},n){let o=n!=="en",r=o?";":",";function i(a){let s=Co(a,n);if(!Number.isNaN(
s))return o?String(s).replace(".",","):String(s);let c=Gt(a);return/[",;\n\r]/.test(c)?`"${c.replace(/"/g,'""')}"`:c}return[t,...e].map(a=>a.map(i).join(r)).join(
`\r
`)+`\r
`}var Ai=t=>t.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g,"").replace(/&/g,"&amp;").replace(/</g,"&lt;").replace(/>/g,"&gt;").replace(/"/g,"&quot;"),it='\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',Te="http://schemas.openxmlformats.org/spreadsheetml/2006/main",qt="http://schemas.openxmlformats.org/of\
ficeDocument/2006/relationships",Ne="http://schemas.openxmlformats.org/package/2006",te="application/vnd.openxmlformats-officedocument.spreadsheetml";function Ii({
head:t,body:e},n,o){function r(a){let s=Co(a,n);return Number.isNaN(s)?`<c t="inlineStr"><is><t xml:space="preserve">${Ai(a)}</t></is></c>`:`<c${Number.isInteger(
s)?' s="1"':""}><v>${s}</v></c>`}let i=a=>`${it}<worksheet xmlns="${Te}"><sheetData>`+a.map(s=>`<row>${s.map(r).join("")}</row>`).join("")+"</sheetData></worksh\
eet>";return[["[Content_Types].xml",`${it}<Types xmlns="${Ne}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relat\
ionships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${te}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${te}.styles+xml"/>`+[
1,2].map(a=>`<Override PartName="/xl/worksheets/sheet${a}.xml" ContentType="${te}.worksheet+xml"/>`).join("")+"</Types>"],["_rels/.rels",`${it}<Relationships xm\
lns="${Ne}/relationships"><Relationship Id="rId1" Type="${qt}/officeDocument" Target="xl/workbook.xml"/></Relationships>`],["xl/workbook.xml",`${it}<workbook xm\
lns="${Te}" xmlns:r="${qt}"><sheets><sheet name="1" sheetId="1" r:id="rId1"/><sheet name="2" sheetId="2" r:id="rId2"/></sheets></workbook>`],["xl/_rels/workbook\
.xml.rels",`${it}<Relationships xmlns="${Ne}/relationships">`+[1,2].map(a=>`<Relationship Id="rId${a}" Type="${qt}/worksheet" Target="worksheets/sheet${a}.xml"/\
>`).join("")+`<Relationship Id="rId3" Type="${qt}/styles" Target="styles.xml"/></Relationships>`],["xl/styles.xml",`${it}<styleSheet xmlns="${Te}"><fonts count=\
"1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray1\
25"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs \
count="2"><xf/><xf numFmtId="3" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleShee\
t>`],["xl/worksheets/sheet1.xml",i([t,...e])],["xl/worksheets/sheet2.xml",i(o.map(a=>[a]))]]}function Ei(t){let e=-1;for(let n of t){e^=n;for(let o=0;o<8;o++)e=
e>>>1^(e&1?3988292384:0)}return~e>>>0}function Ti(t){let e=new TextEncoder,n=[],o=[];function r(a,s){for(let[c,f]of s)for(let l=0;l<c;l++)a.push(f/2**(8*l)&255)}
for(let[a,s]of t){let[c,f]=[e.encode(a),e.encode(s)],l=[[2,20],[2,2048],[2,0],[2,0],[2,33],[4,Ei(f)],[4,f.length],[4,f.length],[2,c.length],[2,0]];r(o,[[4,33639248],
[2,20],...l,[2,0],[2,0],[2,0],[4,0],[4,n.length]]),o.push(...c),r(n,[[4,67324752],...l]);for(let u of[c,f])for(let p of u)n.push(p)}let i=n.length;for(let a of o)
n.push(a);return r(n,[[4,101010256],[2,0],[2,0],[2,t.length],[2,t.length],[4,o.length],[4,i],[2,0]]),Uint8Array.from(n)}function Ro(t,e,n,o){let r=e==="csv"?new Blob(
["\uFEFF"+Oi(t,n)],{type:"text/csv;charset=utf-8"}):new Blob([Ti(Ii(t,n,[o,t.caption]))],{type:te+".sheet"});et(r,"atlas."+e)}var Ni=[30,45,60],Mi=350,Li=24;function Me({known:t,now:{state:e}}){let n=new Map;for(let{id:o}of t.trips){let r=t.kindOf(o);(!n.has(r)||o===e.trip)&&n.set(r,o)}
return[...n.values()]}function $o({known:t,baseline:e,now:{state:n}},o){let r=t.scenariosOf(o).includes(n.scenario)?n.scenario:e,i=t.trip(o).percentiles,a=o===n.
trip?n.percentile:i?.includes(50)?50:i?.[0]??50;return{...n,trip:o,scenario:r,percentile:a}}var Do=({now:{state:t}})=>[...new Set([...Ni,t.cutoff])].sort((e,n)=>e-
n);function Ci(t,e){let{engine:n,known:o,mean:r,now:i,sides:a,baseline:s}=t,c=new Map,[f,l]=[0,0],u=h=>JSON.stringify(U(h,t.here(),s));function p(h,m){let g=t.here();
return h.cutoff>(o.trip(h.trip).max_min??1/0)?null:t.ofInhabitants()?!o.ofInhabitants(h)||h.cutoff>r.longest(h)?null:ie(r.figures(h,g.area?g.area.code:"",g.country),
h,g.country,a):m&&!Y(m.open)?ie({engine:n,weights:t.weights(),times:m},h,g.country,a):null}async function d(h){for(let m of Me(t)){let g=$o(t,m),w=u(g);if(m===i.
state.trip||c.has(w))continue;let x={};for(let[k,_]of Object.entries(U(g,t.here(),s)))if(x[k]=await n.times(_),h!==l)return;c.set(w,x),c.size>Li&&c.delete(c.keys().
next().value??"")}e()}return{ways(){let h=[];for(let m of Me(t)){let g=$o(t,m),w=t.ofInhabitants()?null:m===i.state.trip?i.times:c.get(u(g))??null;if(!t.ofInhabitants()&&
!w)return null;h.push({trip:m,at:new Map(Do(t).map(x=>[x,p({...g,cutoff:x},w)]))})}return h},ask(){l++,clearTimeout(f),i.shown&&!i.shown.status&&!t.ofInhabitants()&&
(f=window.setTimeout(d,Mi,l))}}}function Po(t,e){let{words:n,known:o,now:{state:r}}=t,{t:i}=n,a=Do(t),s=N(t);return{caption:[s.whose,s.opportunity,i("direction_"+
r.direction)].join(" · "),head:[i("mode"),i("border"),...a.map(c=>i("minutes",{n:n.minutes(c)}))],body:e.flatMap(({trip:c,at:f})=>(o.hasBorder?B:["open"]).map(
l=>[o.nameOf(c),i("shown_"+l,{n:n.minutes(r.resistance)}),...a.map(u=>{let p=f.get(u);return p?I(n,p,l):i("missing")})]))}}function Bo(t,e){let{words:n,known:o,
now:r}=t,{t:i}=n,a=Ci(t,c);function s({trip:f,at:l}){let u=l?.get(r.state.cutoff),p=u?I(n,u,r.state.border):l||r.shown?.status?i("missing"):"…",d=u&&T(u)&&r.state.
border==="open"&&u.closed>0&&S(u.open)?" ("+n.signedShare(u.open/u.closed-1)+")":"",h=y("button",{type:"button","aria-pressed":String(f===r.state.trip),"data-ke\
y":f},o.nameOf(f)+" ",y("b",{},p),d);return h.addEventListener("click",()=>e({trip:f})),h}function c(){let f=Me(t),l=r.shown&&!r.shown.status?a.ways():null;if(b(
"ways").hidden=f.length<2,b("ways-box").hidden=f.length<2||!l,f.length<2||(z(b("ways"),...f.map((p,d)=>s({trip:p,at:l?l[d].at:null}))),!l))return;let u=N(t);b("\
ways-title").textContent=[i("ways"),u.opportunity,u.whose].join(" · "),b("ways-box").open&&z(b("ways-table"),Lo(Po(t,l)).node)}b("ways-box").addEventListener("\
toggle",c);for(let f of["csv","xlsx"])b("ways-"+f).addEventListener("click",()=>{let l=a.ways();l&&Ro(Po(t,l),f,n.language,b("headline").textContent)});return{ask(){
c(),a.ask()}}}var Ri=120,$i=300,Pi=700;function Le(t,e){let n=0;return()=>{clearTimeout(n),n=window.setTimeout(e,t)}}function jo({map:t,view:e,here:n},o){let r=n(),i=L.latLng(
r.lat,r.lon);o&&!t.getBounds().pad(-.08).contains(i)&&t.panTo(i,{animate:!1}),e.choose({...r,latlng:i})}function Di(t){let{words:e,data:n,map:o,view:r,now:i}=t;
function a(){b("theme").textContent=e.t(t.dark()?"theme_light":"theme_dark")}return{speak(){e.language=i.state.language,Rt(e,n,o.getContainer()),jo(t,!1),a()},dress(){
document.documentElement.dataset.theme=t.dark()?"dark":"light",Fe(n.sides,t.dark()),r.dress(t.theme(),t.dark()),a()}}}function Bi(t,e){let{map:n,view:o,areas:r,
engine:i,words:a}=t;function s(c,f){let l=o.nameAt(c);if(l)return e({place:l.stop??"place:"+r[Number(l.number)].code});let u=o.layer.at(f,!0);return u>=0?e({place:"\
cell:"+i.cells.id[u]}):rt(a.t("outside_click"))}n.on("click",c=>s(c.containerPoint,c.latlng)),n.getContainer().addEventListener("keydown",c=>{c.key!=="Enter"||c.
target!==n.getContainer()||(c.preventDefault(),s(n.latLngToContainerPoint(n.getCenter()),n.getCenter()))}),o.hover(c=>eo(t,c))}function ji(t,e){let{words:n,known:o,
places:r,view:i,now:a,map:s}=t,{speak:c,dress:f}=Di(t),l=ko(t,w),u=Bo(t,w),p=Le(Pi,()=>{b("said").textContent=b("headline").textContent}),d=Le(Ri,()=>be(t,w)),h=Le(
$i,()=>xe(t)),m=Cn(b("question"),{words:n,known:o,ask:w,entries:[...r.searchable((k,_)=>s.distance(k,_)),...ho(t.base,t.engine,r,n)]}),g=An(t,{begin(k){a.state.
language!==k.language&&c(),a.state.theme!==k.theme&&f(),m.show(a.state,t.here().name),a.state.place!==k.place&&(i.expect(),jo(t,!0)),b("headline").setAttribute(
"aria-busy","true"),i.quiet()},draw(){qn(t),i.answered(),i.sayAgain(),to(t,w),p(),l.ask(),l.show(),u.ask(),Vt(t),Zn(t)},later(){d(),h()}},e.redrawMs);function w(k){
return g.ask(k)}function x(){f(),a.shown&&g.show(a.state)}return b("theme").addEventListener("click",()=>{let k=t.dark()?"light":"dark";return ne({theme:k}),w({
theme:k})}),b("table-box").addEventListener("toggle",()=>be(t,w)),b("rank-box").querySelector("details").addEventListener("toggle",l.show),t.prefersDark.addEventListener(
"change",x),window.addEventListener("hashchange",()=>w(kt(location.hash))),oo(t,{dress:f,draw:g.draw,again:x}),Bi(t,w),Object.defineProperty(e,"rank",{get:l.progress}),
{ask:w,first(){return i.start(),c(),f(),i.showStops(r.stops),g.show(a.state)}}}async function Ui(t,e,n){let{trip:o,scenario:r}={...e.start,...kt(Ft())},i={place:{
kind:"cell",index:0},trip:o,scenario:r},a=await Wn(e.engine,b("grensgeo-engine").textContent,i),s=p=>a.arrays["shape/"+p],c=De(e.base.areas),f=so(Object.fromEntries(
["rings","corners","start_x","start_y","step_x","step_y"].map(p=>[p,s(p)]))),l=await Qe(e.base_map),u=Mo(t,e,{areas:c,cells:f,base:l,words:n});return{map:t,data:e,
words:n,engine:a,areas:c,base:l,view:u,edge:s("edge")}}function Fi(t){let e=We();Object.assign(e.start,Ye(e.language,{}));let n=Xe(e.labels,e.start.language),o={},
r=s=>{Object.assign(o,s),n.language=s.language,Rt(n,e,t.getContainer())};tn(s=>{ne({language:s}),r({language:s})});let i={redrawMs:[]};async function a(){let s=wo(
await Ui(t,e,n),o),{ask:c,first:f}=ji(s,i);return r=c,Object.defineProperties(i,{state:{get:()=>({...s.now.state})},figures:{get:()=>s.now.shown}}),Object.assign(
i,{set:c,engine:s.engine,csv:()=>_e(s),chart:l=>zt(n,s.now.state,N(s).opportunity,l,u=>c({cutoff:u}))}),await f(),i}t.getContainer().setAttribute("role","applic\
ation"),Rt(n,e,t.getContainer()),i.ready=a().catch(s=>{throw b("headline").textContent=n.t("failed",{reason:String(s?.message??s)}),s}),Object.assign(globalThis,
{grensgeoAtlas:i})}Object.assign(globalThis,{grensgeoPage:Fi});})();
