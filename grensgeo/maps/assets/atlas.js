/* grensgeo atlas: bundled from js/ by `make js`; edit there.
   sources 4cd7ee0c9851a8ac: src/atlas/answer.js src/atlas/asking.js src/atlas/cells.js src/atlas/chart.js src/atlas/choices.js src/atlas/colours.js src/atlas/controls.js src/atlas/csv.js src/atlas/cut.js src/atlas/engine.js src/atlas/figures.js src/atlas/ground.js src/atlas/headline.js src/atlas/leaving.js src/atlas/main.js src/atlas/mean.js src/atlas/names.js src/atlas/outlines.js src/atlas/picture.js src/atlas/places.js src/atlas/ranking.js src/atlas/saying.js src/atlas/search.js src/atlas/session.js src/atlas/showing.js src/atlas/standings.js src/atlas/state.js src/atlas/telling.js src/atlas/view.js src/engine/answers.js src/engine/counting.js src/engine/hierarchy.js src/engine/later.js src/engine/streets.js src/engine/sweep.js src/engine/timetable.js src/engine/transit.js src/engine/weights.js src/engine/worker.js src/shared/areas.js src/shared/base_map.js src/shared/base_names.js src/shared/elements.js src/shared/geometry.js src/shared/numbers.js src/shared/page.js src/shared/precision.js src/shared/room.js src/shared/unpack.js src/shared/words.js */
"use strict";(()=>{var de=85.0511287798,tt=t=>256*(t+180)/360;function et(t){let e=Math.sin(Math.max(-de,Math.min(de,t))*Math.PI/180);return 256*(.5-Math.log((1+e)/(1-e))/(4*Math.
PI))}function F(t){let e=new Int32Array(t.length+1);for(let n=0;n<t.length;n++)e[n+1]=e[n]+t[n];return e}function xt(t){let e=[],[n,o]=[0,0];for(let r=0;r<t.length;r+=
2)n+=t[r],o+=t[r+1],e.push([o/1e4,n/1e4]);return e}var he=t=>t.map(e=>e.map(xt)),me=(t,e)=>t[2]<e[0]||t[0]>e[2]||t[3]<e[1]||t[1]>e[3];var uo=[[9,15e4],[10,5e4]];function ge(t){return t.map(([e,n,o,r,s,c,i],a)=>{let f=he(i);return{number:a,code:e,name:n,country:o,nuts3:r,part:s,population:c,rings:f,
centre:L.latLngBounds(f.flat(2)).getCenter()}})}function ye(t,e){let n=uo.find(([o])=>e<o);return t.part!=="ring"||!n||t.population>=n[1]}var we=t=>t>2e5?15:t>6e4?
13:11.5;var Ft={uint8:Uint8Array,int8:Int8Array,uint16:Uint16Array,int16:Int16Array,uint32:Uint32Array,int32:Int32Array,float32:Float32Array,float64:Float64Array};function po(t){
let e=atob(t),n=new Uint8Array(e.length);for(let o=0;o<n.length;o++)n[o]=e.charCodeAt(o);return n}async function ho(t){let e=new Blob([t]).stream().pipeThrough(
new DecompressionStream("deflate"));return new Uint8Array(await new Response(e).arrayBuffer())}function mo(t,{n:e,width:n,steps:o=0}){let r=new Int32Array(e);for(let s=0;s<
e;s++){let c=t[s];n>1&&(c|=t[e+s]<<8),n>2&&(c|=t[2*e+s]<<16|t[3*e+s]<<24),r[s]=c>>>1^-(c&1)}for(let s=0;s<o;s++)for(let c=1;c<e;c++)r[c]=r[c]+r[c-1]|0;return r}
function go(t,e){let n=new Ft[e.type](e.n),o=10**e.digits,r=Object.hasOwn(e,"null");for(let s=0;s<e.n;s++)n[s]=r&&t[s]===e.null?NaN:t[s]/o;return n}function yo(t,{
type:e,n,width:o}){let r=new Uint8Array(n*o);for(let a=0;a<o;a++)for(let f=0;f<n;f++)r[f*o+a]=t[a*n+f];let s=new DataView(r.buffer),c=new Ft[e](n),i=o===8?"getF\
loat64":"getFloat32";for(let a=0;a<n;a++)c[a]=s[i](a*o,!0);return c}async function wo(t,e){let n=await ho(po(e));if(t.type==="text")return t.n===0?[]:new TextDecoder().
decode(n).split(`
`);if(!Object.hasOwn(t,"steps"))return yo(n,t);let o=mo(n,t);return Object.hasOwn(t,"digits")?go(o,t):t.type==="int32"?o:Ft[t.type].from(o)}async function nt(t,e){
if(t.format!==1||t.parts.length!==e.length)throw new Error(`packed in format ${t.format}, ${e.length} chunks`);let n=await Promise.all(t.parts.map((o,r)=>wo(o,e[r])));
return Object.fromEntries(t.parts.map((o,r)=>[o.name,n[r]]))}var bo=[9.75,11.5],xe={nature:[0],built_up:[0],water:[0,10],waterway:[0,9.5,11.5],rail:[0,9.5],road:[0,0,8.75,11],station:[10],place:[0,8.75,10,11.75]},_o=["nat\
ure","built_up","water"],be=[[1.5,4.5],[1.1,3.4],[.6,2.6],[.5,2]],Gt=[8,13],_e=1.1,xo=2.2,ke={light:{road:"rgba(255,255,255,0.92)",casing:"rgba(70,72,80,0.38)",
rail:"rgba(52,54,62,0.62)",sleeper:"rgba(255,255,255,0.85)",water:"rgba(150,196,222,0.9)",river:"rgba(74,144,190,0.8)",built:"rgba(60,52,44,0.13)",nature:"rgba(\
70,140,70,0.16)",station:"#ffffff"},dark:{road:"rgba(236,240,246,0.42)",casing:"rgba(12,14,18,0.6)",rail:"rgba(10,12,16,0.75)",sleeper:"rgba(220,226,236,0.6)",water:"\
rgba(46,86,116,0.9)",river:"rgba(88,150,196,0.75)",built:"rgba(255,255,255,0.1)",nature:"rgba(90,170,100,0.16)",station:"#14171d"}},vt=t=>bo.filter(e=>t>=e).length;
function z(t,e,n){let o=xe[t];return n>=o[Math.min(e,o.length)-1]}function ko(t,e){let{names:n,layer:o,rank:r,name:s,corners:c,start_x:i,start_y:a,step_x:f,step_y:l}=t,
u=F(c),p=c.length,d=new Float64Array(u[p]),h=new Float64Array(u[p]),m=new Float64Array(4*p),g=new Int32Array(p),[_,w,k,v]=[0,0,0,0];for(let x=0;x<p;x++){_+=i[x],
w+=a[x];let[S,N]=[_,w],[A,W,X,K]=[1/0,1/0,-1/0,-1/0];for(let T=u[x];T<u[x+1];T++)T>u[x]&&(S+=f[k],N+=l[k],k++),d[T]=tt(S/1e4),h[T]=et(N/1e4),A=Math.min(A,d[T]),
X=Math.max(X,d[T]),W=Math.min(W,h[T]),K=Math.max(K,h[T]);m.set([A,W,X,K],4*x),e[o[x]]==="place"&&(g[x]=t.people[v++])}return{n:p,layer:Array.from(o,x=>e[x]),rank:r,
name:Array.from(s,x=>n[x]),people:g,at:u,x:d,y:h,level:t.level,box:m}}async function ve(t){if(!t)return null;let{manifest:e,chunks:n}=t,{layers:o}=e.meta;return ko(
await nt(e,n),o)}function it({n:t,layer:e,rank:n,box:o},r,s,{width:c,height:i,scale:a,left:f,top:l}){let u=[];for(let p=0;p<t;p++){if(e[p]!==r||n[p]!==s)continue;
o[4*p]*a-f>c||o[4*p+2]*a-f<0||o[4*p+1]*a-l>i||o[4*p+3]*a-l<0||u.push(p)}return u}function st({at:t,x:e,y:n,level:o},r,s,{scale:c,left:i,top:a}){let f=[];for(let l=t[r];l<
t[r+1];l++)o[l]<=s&&f.push([e[l]*c-i,n[l]*c-a]);return f}function kt(t,e,n,o,{sight:r,level:s}){let c=_o.includes(n);t.beginPath();for(let i of it(e,n,o,r)){let a=st(
e,i,s,r);a.length<(c?3:2)||(a.forEach(([f,l],u)=>u?t.lineTo(f,l):t.moveTo(f,l)),c&&t.closePath())}}function ot(t,e,n,o=[]){t.strokeStyle=e,t.lineWidth=n,t.setLineDash(
o),t.stroke()}function vo(t,e,n,{zoom:o,ratio:r,colours:s}){let c=vt(o),i=Math.max(0,Math.min(1,(o-Gt[0])/(Gt[1]-Gt[0]))),a={sight:n,level:c};t.lineJoin="round",
t.lineCap="round";for(let[f,l]of[["nature",s.nature],["built_up",s.built],["water",s.water]])for(let u=xe[f].length;u>=1;u--)z(f,u,o)&&(kt(t,e,f,u,a),t.fillStyle=
l,t.fill("nonzero"));for(let f of[3,2,1])z("waterway",f,o)&&(kt(t,e,"waterway",f,a),ot(t,s.river,r*(1+1.4*i)/Math.sqrt(f)));for(let f=be.length;f>=1;f--){if(!z(
"road",f,o))continue;let[l,u]=be[f-1],p=r*(l+i*(u-l));kt(t,e,"road",f,a),ot(t,s.casing,p+r*(f<3?_e:_e*.7)),ot(t,s.road,p)}for(let f of[2,1]){if(!z("rail",f,o))continue;
let l=r*(f===1?1.7+i:1.3+i);t.lineCap="butt",kt(t,e,"rail",f,a),ot(t,s.rail,l),ot(t,s.sleeper,l*.5,[5*r,5*r])}if(t.setLineDash([]),!!z("station",1,o))for(let f of it(
e,"station",1,n)){let[[l,u]]=st(e,f,c,n),p=r*xo;t.fillStyle=s.station,t.fillRect(l-p,u-p,2*p,2*p),t.strokeStyle=s.rail,t.lineWidth=r,t.strokeRect(l-p,u-p,2*p,2*
p)}}function Se(t){let e={options:{padding:.15},_initContainer(){this._container=L.DomUtil.create("canvas","base-map"),this._container.setAttribute("aria-hidden",
"true"),this._context=this._container.getContext("2d")},_destroyContainer(){L.DomUtil.remove(this._container)},_update(){this._map._animatingZoom&&this._bounds||
(L.Renderer.prototype._update.call(this),this.draw())},show(o){this._base=o,this.draw()},dress(o){this._colours=o,this.draw()},draw(){if(!this._base||!this._colours||
!this._bounds)return;let o=Math.min(2,Math.max(1,window.devicePixelRatio||1)),r=this._bounds.getSize(),s=this._container;L.DomUtil.setPosition(s,this._bounds.min),
s.style.width=r.x+"px",s.style.height=r.y+"px",s.width=Math.max(1,Math.round(r.x*o)),s.height=Math.max(1,Math.round(r.y*o));let c=this._map.getZoom(),i=this._map.
getPixelOrigin().add(this._bounds.min),a={width:s.width,height:s.height,scale:o*2**c,left:i.x*o,top:i.y*o};vo(this._context,this._base,a,{zoom:c,ratio:o,colours:this.
_colours})}},n=L.Renderer.extend(e);return new n({pane:t})}var b=t=>document.getElementById(t);function Oe(t,e,n){for(let[o,r]of Object.entries(e))r!==null&&r!==!1&&t.setAttribute(o,r===!0?"":String(r));return t.append(
...n.filter(o=>o!==null)),t}function y(t,e={},...n){return Oe(document.createElement(t),e,n)}function R(t,e={},...n){let o=document.createElementNS("http://www.\
w3.org/2000/svg",t);return Oe(o,e,n)}function at(t,e,n){return t.style[n]=`var(--side-${e})`,t}var St=t=>at(y("i",{class:"key","aria-hidden":"true"}),t,"backgro\
und");function Ae(t,e){for(let[n,o]of Object.entries(t))document.documentElement.style.setProperty("--side-"+n,o[e?1:0])}function Ot(t,e,n=null){let o=y("button",
{type:"button",class:"link","data-key":n},t);return o.addEventListener("click",e),o}var Ee=()=>JSON.parse(b("grensgeo-data").textContent);function At(t,...e){let n=t.
contains(document.activeElement)?document.activeElement:null,o=n?.getAttribute("data-key")??null,r=!n?.matches(":focus-visible");if(t.replaceChildren(...e.filter(
c=>c!==null)),o===null)return;let s=[...t.querySelectorAll("[data-key]")].find(c=>c.getAttribute("data-key")===o);s instanceof HTMLElement&&s.focus({preventScroll:r})}var So=[[".leaflet-control-zoom-in","zoom_in"],[".leaflet-control-zoom-out","zoom_out"],["a.home","home"]],ct=t=>[...document.querySelectorAll(`[data-${t}]`)].map(
e=>e);function Et(t,e,n){let{t:o}=t;document.documentElement.lang=t.language,document.title=t.in(e.title),b("title").textContent=t.in(e.title);for(let r of ct("\
text"))r.textContent=o(String(r.dataset.text),{version:e.version});for(let r of ct("said"))r.title=o(String(r.dataset.said));for(let r of ct("label"))r.setAttribute(
"aria-label",o(String(r.dataset.label)));Oo(t.language),n.setAttribute("aria-label",o("map_region"));for(let[r,s]of So){let c=document.querySelector(r);c&&(c.title=
o(s),c.setAttribute("aria-label",o(s)))}}function Oo(t){for(let e of ct("language"))e.setAttribute("aria-pressed",String(e.dataset.language===t))}function Ie(t){
for(let e of ct("language"))e.addEventListener("click",()=>t(String(e.dataset.language)))}function Ne(t){return t.url?y("a",{href:t.url,rel:"noopener noreferrer",
target:"_blank"},t.title):y("span",{},t.title)}function Te(t,e){let n=L.Control.extend({onAdd(){let o=L.DomUtil.create("div","leaflet-bar"),r=L.DomUtil.create("\
a","home",o);return r.href="#",r.setAttribute("role","button"),r.textContent="⌂",L.DomEvent.on(r,"click",s=>{L.DomEvent.stop(s),e()}),o}});new n({position:"to\
pleft"}).addTo(t)}function Me(t,e){let n=window.innerWidth;window.addEventListener("resize",()=>{if(window.innerWidth===n){t.invalidateSize({animate:!1});return}
n=window.innerWidth,e()})}var U={nl:"nl-NL",de:"de-DE",en:"en-GB"},Ao=.001,Eo=10,Io=.095,Le=5e-4,Ce=.001,No=.995,To=.99;function Mo(t){return t>=Ao&&t<1?{maximumSignificantDigits:2}:{maximumFractionDigits:t<
Eo?1:0}}var Lo=t=>t.replace("-","−");function Xt(t){let e=new Map;function n(a,f){let l=JSON.stringify(f),u=e.get(l);return u||e.set(l,u=new Intl.NumberFormat(
t,f)),u.format(a)}let o=a=>n(a,Mo(Math.abs(a))),r=a=>n(a,{style:"percent",maximumFractionDigits:a!==0&&Math.abs(a)<Io?1:0});function s(a){return a>No&&a<1?">"+r(
To):a>0&&a<Le?"<"+r(Ce):r(a)}let c=(a,f)=>f>0?"+"+a:Lo(a);function i(a){return a===0||Math.abs(a)>=Le?c(r(a),a):(a<0?"−":"+")+"<"+r(Ce)}return{format:n,count:o,
share:r,part:s,signedShare:i,plain:a=>n(a,{}),signedCount:a=>c(o(a),a),minutes:(a,f=0)=>n(a,{minimumFractionDigits:f,maximumFractionDigits:f})}}var It=Object.keys(U);function Re(t,e){return e.map(n=>n.slice(0,2).toLowerCase()).find(n=>It.includes(n))??t}function Co(t,e){return t.replace(/\{(\w+)\}/g,(n,o)=>Object.
hasOwn(e,o)?e[o]:n)}var P=t=>t.normalize("NFD").replace(/\p{M}/gu,"").replace(/ß/g,"ss").toLowerCase().replace(/[^\p{L}\p{N}]+/gu," ").trim();function Pe(t,e){
let n=e,o=Xt(U[n]);function r(i,a){let f=t[i];return f&&a!==null&&Object.hasOwn(f,a)?f[a][n]:null}let s=(i,a={})=>Co(r("texts",i)??i,a);return{get language(){return n},
set language(i){n=i,o=Xt(U[i])},named:r,t:s,count:i=>i===null||Number.isNaN(i)?s("missing"):o.count(i),share:i=>o.share(i),part:i=>o.part(i),plain:i=>o.plain(i),
signedCount:i=>o.signedCount(i),signedShare:i=>o.signedShare(i),minutes:(i,a)=>o.minutes(i,a),opportunity:i=>r("opportunities",i)??i,period:i=>r("periods",i)??i,
in:i=>i[n],capital:i=>i.charAt(0).toLocaleUpperCase(U[n])+i.slice(1),lowered:i=>i.charAt(0).toLocaleLowerCase(U[n])+i.slice(1),sort:(i,a)=>i.localeCompare(a,U[n]),
date:i=>new Intl.DateTimeFormat(U[n],{weekday:"short",day:"numeric",month:"short",timeZone:"UTC"}).format(i),clock:i=>new Intl.DateTimeFormat(U[n],{hour:"2-digi\
t",minute:"2-digit",timeZone:"UTC"}).format(i),sentence(i,a){return s(i).split(/(\{\w+\})/).map(f=>{let l=f.startsWith("{")?f.slice(1,-1):null;return l!==null&&
Object.hasOwn(a,l)?a[l]:f})}}}var Nt=.999999999,E=t=>Math.fround(t*(1+4e-7));var $e=1,De=[5,15],Ro=[5,10,15,20,30],Po=60,$o=6,Be={light:{land:"#f6f4ef",faint:"#c4c0b6",outline:"#7d7f86",edge:"#5b6270",halo:"#ffffff",border:"#c2185b",beyond:"\
#e9e6df",line:"#16181d",undo:"#f6f4ef",still:"#8b8478",same:"#ffffff"},dark:{land:"#20252e",faint:"#454b57",outline:"#7b8494",edge:"#a8afbc",halo:"#0f1217",border:"\
#ff6f9f",beyond:"#2b313c",line:"#ffffff",undo:"#20252e",still:"#59606d",same:"#4a5160"}},lt=t=>Ro.find(e=>t/e<=$o)??Po;function Tt(t,e){let n=[];for(let o=0;o<t;o+=
e)n.push({from:o,to:Math.min(t,o+e)});return n}function $(t){let e=parseInt(t.slice(1),16);return 255<<24|(e&255)<<16|e&65280|e>>16}function Ue(t){return{colour:new Uint32Array(
t+1),stripe:new Uint32Array(t+1),within:new Uint8Array(t+1),line:0}}function je(t,e,n,{minutes:o,walked:r,cutoff:s,width:c,countries:i,counts:a}){let f=n.map($),
l=E(s),[u,p,d]=[$(e.beyond),$(e.undo),$(e.still)];t.line=$(e.line);for(let h=0;h<o.length;h++){let m=o[h],g=m<=l,_=g?f[Math.max(0,Math.min(f.length-1,Math.ceil(
(m-1e-4)/c)-1))]:u;t.within[h+1]=g?1:0,t.colour[h+1]=_,t.stripe[h+1]=g&&!a(m,i[h])?p:g&&r&&r[h]?d:_}}function We(t,e,n,{minutes:o,before:r,cutoff:s}){let c=E(s),
i=n.map($),a=i.length/2,[f,l,u]=[$(e.beyond),$(e.same),$(e.undo)];t.line=$(e.line);for(let p=0;p<o.length;p++){let[d,h]=[o[p],r[p]],[m,g]=[d<=c,h<=c];t.within[p+
1]=m?1:0;let _=l,w=null;if(!m&&!g)_=f;else if(m&&Number.isNaN(h))[_,w]=[i[i.length-1],u];else if(g&&Number.isNaN(d))[_,w]=[i[0],u];else{let k=h-d,v=Math.abs(k),
x=De.filter(S=>v>=S).length;v>=$e&&(_=k>0?i[a+x]:i[a-1-x])}t.colour[p+1]=_,t.stripe[p+1]=w??_}}function Do(t,e,n){let{t:o,minutes:r}=t,s=n.length/2,c=[$e,...De],
i=c.map((l,u)=>u+1<c.length?o("band_range",{a:r(l),b:r(c[u+1])}):r(l)+"+"),a=i.map((l,u)=>({colour:n[s+u],said:o("faster",{a:l})})),f=i.map((l,u)=>({colour:n[s-
1-u],said:o("slower",{a:l})}));return[...a.reverse(),{colour:e.same,said:o("same")},...f,{colour:n[n.length-1],stripe:e.undo,said:o("gained")},{colour:n[0],stripe:e.
undo,said:o("lost")}]}function Bo(t,e,n,{cutoff:o,width:r,border:s,walked:c,vehicle:i}){let{t:a,minutes:f}=t,l=Tt(o,r).map((u,p)=>({colour:n[Math.min(p,n.length-
1)],band:!0,said:a("band_range",{a:f(u.from),b:f(u.to)})}));return s!=="open"&&l.push({colour:n[1],stripe:e.undo,said:a("not_counted")}),c&&l.push({colour:n[1],
stripe:e.still,said:a("without_ride",{vehicle:i})}),l}function ze(t,e,n,o){let{t:r}=t,s=t.minutes(o.cutoff);return[...o.before?Do(t,e,n.diverging):Bo(t,e,n.times,
o),{line:e.line,said:r("isochrone",{n:s})},{colour:e.beyond,said:r("beyond",{n:s})},{colour:e.land,said:r("nobody")},...o.frontier?[{line:e.border,said:r("borde\
r_line")}]:[]]}var ft=(t,e)=>({own:t[e],others:t.filter((n,o)=>o!==e)});function Z(t){let e=t.filter(n=>!Number.isNaN(n));return e.length?e.reduce((n,o)=>n+o,0):NaN}function Ge(t){
let e=Z(t);return e===0&&t.some(n=>Number.isNaN(n))?NaN:e}var Mt=t=>t.status!==""&&t.status!=="no_service";function pt(t,e,n){let o=(c,i)=>({place:e.ask,trip:t.
trip,direction:t.direction,percentile:t.percentile,foreign_routing:i,scenario:c}),r=t.reading==="routing",s={open:o(t.scenario,!0)};return r&&(s.wall=o(t.scenario,
!1)),t.scenario!==n&&(s.before=o(n,!0),r&&(s.beforeWall=o(n,!1))),s}function dt(t,e){let n=E(t.cutoff);return(o,r)=>o<=n&&(r===e||t.border==="open"||t.border===
"realised"&&Math.fround(o+t.resistance)<=n)}function Uo({engine:t,weights:e},n,o,{open:r,wall:s}){let c=t.reach(r.minutes,e,n.cutoff,o,{resistance:n.resistance}),
i=s?t.reach(s.minutes,e,n.cutoff,o,{}):c;return{...c,closed:i.closed}}function ut(t,e,n,o){let r=t.by[n]??NaN,s={closed:[t.closed],realised:[r,...ft(t.feltBy,n).
others],open:[r,...ft(t.by,n).others]},c=[o[n]??"other",...ft(o.slice(0,t.by.length),n).others],i={},a={};for(let[p,d]of Object.entries(s))i[p]=Ge(d),a[p]=c.filter(
(h,m)=>Number.isNaN(d[m]));let f=e.border,u={closed:t.by.map(()=>0),realised:t.feltBy,open:t.by}[f].map((p,d)=>d!==n?p:f==="closed"?t.closed:t.by[n]);return{...t,
atLeast:i,lacks:a,shown:t[f],shownBy:u,sides:o.slice(0,t.by.length),unknownCountries:a[f]}}function jo(t,e,{minutes:n,walked:o}){if(!o)return NaN;let r=E(e.cutoff),
[s,c]=[0,0];for(let i=0;i<n.length;i++)!(n[i]<=r)||Number.isNaN(t[i])||(s+=t[i],o[i]&&(c+=t[i]));return s>0?c/s:NaN}var He=(t,e,n)=>(t.border==="closed"&&n?n:e).
minutes;function Xe(t,e,n,o){let{engine:r,weights:s,edge:c,cut:i,palette:a,longest:f,sides:l}=t;if(Mt(o.open))return t.mean?Fe(t,e,n,{minutes:o.open.minutes,walked:null}):
{status:o.open.status};let u=He(e,o.open,o.wall),p={minutes:u,walked:o.open.walked},d=o.before&&!Mt(o.before)?{open:o.before,wall:o.beforeWall}:null,h=d?He(e,d.
open,d.wall):null;if(t.mean)return Fe(t,e,n,{...p,before:h});let m=g=>ut(Uo(t,e,n,g),e,n,l);return{...m(o),...p,home:n,noService:o.open.status==="no_service",shareWithout:jo(
s,e,o.open),...d&&h?{before:{...m(d),minutes:h}}:{},touchesEdge:i<=e.cutoff||Wo(r,c,e,n,u),bands:zo(r,e,u,lt(f),a),curve:{...r.curve(o.open.minutes,s,f),home:n}}}
function Fe(t,e,n,{minutes:o,walked:r,before:s}){let{mean:c,code:i,baseline:a,palette:f,longest:l,sides:u}=t,p=c,d={...e,scenario:a},h=p.curve(e,i,"population");
return{...ut(p.figures(e,i,n),e,n,u),minutes:o,walked:r,home:n,mean:!0,...e.scenario===a?{}:{before:{...ut(p.figures(d,i,n),d,n,u),minutes:s}},bands:Tt(e.cutoff,
lt(l)).map((m,g)=>{let _=w=>w[Math.min(m.to,w.length-1)]-(m.from>0?w[m.from]:0);return{...m,by:h.by.map(_),colour:f[Math.min(g,f.length-1)]}}),curve:{...p.curve(
e,i),home:n}}}function Wo(t,e,n,o,r){let s=dt(n,o);return r.some((c,i)=>e[i]&&s(c,t.cells.country[i]))}function zo(t,e,n,o,r){let s=Tt(e.cutoff,o).map((i,a)=>({
...i,by:Array(t.cells.covered).fill(0),colour:r[Math.min(a,r.length-1)]})),c=s.map(i=>E(i.to));for(let i=0;i<n.length;i++){let a=c.findIndex(l=>n[i]<=l),f=t.cells.
country[i];a>=0&&f>=0&&(s[a].by[f]+=t.cells.population[i])}return s}function Ho(t,e,n){let{own:o,others:r}=ft(e.by,n),s=o?o[t.cutoff]:NaN,c=t.border==="realised"?
t.cutoff-t.resistance:t.cutoff;return t.border==="closed"||c<0?s:Ge([s,...r.map(i=>i[c])])}function Ke({engine:t,weights:e,edge:n,longest:o},{minutes:r,walked:s},c){
let{country:i,covered:a}=t.cells,f=Array(a).fill(1/0);for(let l=0;l<r.length;l++)n[l]&&r[l]<f[i[l]]&&(f[i[l]]=r[l]);return{curve:t.curve(r,e,o),edge:f,cut:c,walked:s&&
t.curve(r.map((l,u)=>s[u]?l:NaN),e,o)}}function Ze(t,{curve:e,walked:n,edge:o,cut:r},s){let c=E(t.cutoff),{own:i,others:a}=ft(o,s),f=Math.min(...a),l=t.border===
"closed"?1/0:t.border==="realised"?Math.fround(f+t.resistance):f,u=p=>Z(p.by.map(d=>d[t.cutoff]));return{value:Ho(t,e,s),edge:r<=t.cutoff||Math.min(i??1/0,l)<=c,
still:n!==null&&!(u(n)<u(e)*Nt)}}function Ye(t,e,n,o,r){let s=new Map(e.map(l=>[l,[]]));for(let l=0;l<t.cells.n;l++){let u=n(l);u&&s.get(u)?.push(l)}let c=l=>Number.
isNaN(r[l])?1/0:r[l],i=t.cells.population,a=E(o.cutoff),f=[];for(let[l,u]of s){let p=u.reduce((g,_)=>g+i[_],0),[d,h,m]=[0,1/0,0];for(let g of u.sort((_,w)=>c(_)-
c(w)||0))d<p/2&&d+i[g]>=p/2&&(h=c(g)),d+=i[g],r[g]<=a&&(m+=i[g]);p>0&&f.push({area:l,median:h,within:m})}return f.sort((l,u)=>l.median===u.median?0:l.median-u.median)}var G=["closed","realised","open"],Lt=["destinations","routing"],Kt=["from","to"],Zt=["mean","place"],Fo=["auto","light","dark"],Yt=5,Ct=90,Rt=60;function Ve(t,e,n,o){
let r=Math.round(Number(t));return t===""||t===null||!Number.isFinite(r)?o:Math.max(e,Math.min(n,r))}var D=(t,e,n)=>e.find(o=>o===t)??n;function Y(t,e){let n=t.
trips.find(o=>o.id===e);return n&&n.max_min?Math.min(Ct,Math.floor(n.max_min)):Ct}function Go(t,e){let n=e&&e.length?e:[50],o=n.includes(50)?50:n[Math.floor(n.length/
2)];return D(Number(t),n,o)}function Xo(t,e){let{step:n}=e.mean,o=Math.min(Y(e,t.trip),e.mean.longest(t)),r=(s,c,i)=>Math.max(c,Math.min(i,Math.round(s/n)*n));t.
cutoff=r(t.cutoff,n,Math.floor(o/n)*n),t.resistance=r(t.resistance,0,Rt)}function Pt(t,e,n){let o={...e,...t};return o.language=D(o.language,It,e.language),o.theme=
D(o.theme,Fo,"auto"),n.hasPlace(o.place)||(o.place=e.place),o.direction=D(o.direction,Kt,e.direction),o.trip=D(o.trip,n.trips.map(r=>r.id),e.trip),o.percentile=
Go(o.percentile,n.trips.find(r=>r.id===o.trip)?.percentiles),o.cutoff=Ve(o.cutoff,Yt,Y(n,o.trip),e.cutoff),o.border=n.hasBorder?D(o.border,G,e.border):"open",o.
reading=n.hasBorder?D(o.reading,Lt,e.reading):Lt[0],o.resistance=Ve(o.resistance,0,Rt,e.resistance),o.opportunity=D(o.opportunity,n.opportunities,e.opportunity),
o.scenario=D(o.scenario,n.scenariosOf(o.trip),n.scenarios[0]),o.compare=o.compare===!0&&o.scenario!==n.scenarios[0],o.whose=D(o.whose,Zt,e.whose),n.ofInhabitants(
o)&&Xo(o,n),o}var Je=[["lang","language"],["theme","theme"],["at","place"],["who","whose"],["way","direction"],["trip","trip"],["p","percentile"],["min","cutoff"],
["border","border"],["closed","reading"],["felt","resistance"],["what","opportunity"],["plan","scenario"],["diff","compare"]];function qe(t){return Je.filter(([
,e])=>!(e==="theme"&&t.theme==="auto")&&!(e==="compare"&&!t.compare)).map(([e,n])=>e+"="+encodeURIComponent(n==="compare"?1:String(t[n]))).join("&")}function ht(t){
let e=t.replace(/^#/,"");if(It.includes(e))return{language:e};let n={};for(let o of e.split("&")){let r=o.indexOf("="),s=Je.find(([i])=>i===o.slice(0,r));if(r<1||
!s)continue;let c;try{c=decodeURIComponent(o.slice(r+1))}catch{continue}n[s[1]]=s[1]==="compare"?c==="1":c}return n}var Ko=200;function Qe(t,e,n){let{now:o,known:r,data:s,engine:c,baseline:i}=t,a={to:"population",from:s.start.opportunity},f="";async function l(){let h=pt(o.state,
t.here(),i),m=JSON.stringify(h);if(m===f)return!0;f=m;let g={};for(let[_,w]of Object.entries(h))if(g[_]=await c.times(w),f!==m)return!1;return o.times=g,!0}function u(){
let{state:h,times:m}=o;if(!m)return;let g=t.here();o.shown=Xe({engine:c,weights:t.weights(),edge:t.edge,cut:t.cut(pt(h,g,i).open),palette:t.palettes().times,longest:t.
longest(),mean:t.ofInhabitants()?t.mean:null,code:g.area?g.area.code:"",baseline:i,sides:t.sides},h,g.country,m),e.draw()}async function p(h){let m=performance.
now(),g=o.times;e.begin(h),await l()&&(u(),e.later(),g===o.times&&(n.push(performance.now()-m),n.length>Ko&&n.shift()))}function d(h){let m=o.state,g=Pt(h,m,r);
return g.direction!==m.direction&&!h.opportunity&&(a[m.direction]=m.opportunity,g.opportunity=a[g.direction]),o.state=g,p(m)}return{ask:d,show:p,draw:u}}var O=t=>t!=null&&!Number.isNaN(t),M=({sides:t})=>t.length>1,V=t=>t.shareWithout>=Nt;function I(t,e,n){let o=e.atLeast[n];return O(o)?e.lacks[n].length>0||e.missing>
0&&o>0?t.t("at_least",{n:t.count(o)}):t.count(o):t.t("missing")}var H=(t,e,n)=>e.lacks[n].map(o=>t.t("no_data_of",{country:t.t(o)})).join(", ");function tn(t,{open:e,
closed:n}){return!O(e)||!O(n)?t.t("effect_missing"):n===0?t.t("effect_undefined")+(e===0?"":" ("+t.signedCount(e)+")"):t.t("effect_said",{relative:t.signedShare(
e/n-1),absolute:t.signedCount(e-n)})}function en(t){return O(t.atLeast.open)?V(t)?t.noService?"_no_stop":"_still":t.lacks.open.length?"_unknown":M(t)?t.closed===
0&&t.open>0?"_undefined":Math.round(t.closed)!==Math.round(t.open)?"":t.touchesEdge?"_same_edge":"_same":"_whole":"_nothing"}var nn=320,Zo=164,[$t,on,mt]=[306,8,128],Yo=56,Vo=7,Jo=75;function qo(t){let e=10**Math.floor(Math.log10(Math.max(t,1)));return[1,2,5,10].map(n=>n*e).find(n=>n>=
t)??10*e}function Qo(t,e,n){let o=qo(e/3),r=Math.ceil(e/o)*o,s=Math.max(Yo,8+Vo*t.count(r).length);return{step:o,top:r,left:s,last:n,x:c=>s+($t-s)*c/n,y:c=>mt-(mt-
on)*c/r,minuteAt:c=>Math.round((c-s)/($t-s)*n)}}var Vt=(t,e,n,o)=>R("text",{x:e,y:n,"text-anchor":o},t);function tr(t,{step:e,top:n,left:o,last:r,x:s,y:c}){let i=[];
for(let a=0;a<=n+1e-9;a+=e)i.push(R("line",{x1:o,x2:$t,y1:c(a),y2:c(a),class:"grid"}),Vt(t.count(a),o-6,c(a)+4,"end"));for(let a=0;a<=r;a+=r>Jo?30:15)i.push(Vt(
t.minutes(a),s(a),mt+16,"middle"));return i.push(Vt(t.t("axis_minutes"),$t,mt+31,"end")),i}function er({last:t,x:e,y:n},o,r){let s=[...Array(t+1).keys()],c=i=>s.
map(a=>`${e(a).toFixed(1)},${n(i(a)).toFixed(1)}`);return"M"+[...c(o),...c(r).reverse()].join("L")+"Z"}function nr(t,e,n,o,r){let s=i=>I(t,{atLeast:{at:Z(o.curve.
by.map(a=>a[i]))},lacks:{at:o.lacks.open},missing:o.missing},"at"),c=Math.min(r,Math.max(5,Math.round(e.cutoff/15)*15-15));return t.t("chart_said",{opportunity:n,
a:s(c),x:t.minutes(c),b:s(Math.min(r,e.cutoff)),y:t.minutes(e.cutoff)})}function or(t,{sides:e,curve:{home:n},lacks:o},r){let s=o.open.length?"  – "+H(t,{lacks:o},
"open"):"";if(!M({sides:e}))return[s];let c=i=>i===n?t.t("own_country"):r.length===2&&r[0]===n?t.t("across"):t.t(e[i]);return[...r.flatMap((i,a)=>[St(e[i]),c(i)+
(a+1<r.length?"  ":"")]),s]}function Dt(t,e,n,o,r){let{by:s,home:c}=o.curve,i=[...s.keys()].sort((d,h)=>+(h===c)-+(d===c)),a=s[0].length-1,f=(d,h)=>i.slice(0,d).
reduce((m,g)=>m+(O(s[g][h])?s[g][h]:0),0),l=Qo(t,Math.max(f(i.length,a),1),a),u=l.x(e.cutoff),p=R("svg",{viewBox:`0 0 ${nn} ${Zo}`,role:"img","aria-label":nr(t,
e,n,o,a)},...tr(t,l),...i.map((d,h)=>at(R("path",{d:er(l,m=>f(h+1,m),m=>f(h,m)),class:"area"}),o.sides[d],"fill")),R("line",{x1:u,x2:u,y1:on-6,y2:mt+4,class:"no\
w"}));p.addEventListener("pointerdown",d=>{let h=p.getBoundingClientRect();r(l.minuteAt((d.clientX-h.left)/h.width*nn))}),b("chart").replaceChildren(p),b("chart\
-key").replaceChildren(...or(t,o,i))}function Bt(t,e){let n=y("fieldset",{class:"choice",id:"c-"+t}),o="",r=()=>[...n.querySelectorAll("input")];function s(c,i,a){let f=r().find(u=>u===document.activeElement)?.
value,l=y("div",{class:"pills"},...i.map(([u,p,d])=>{let h=y("input",{type:"radio",name:t,value:u,disabled:!!d});return h.addEventListener("change",()=>e(u)),y(
"label",{class:"pill"},h,y("span",{},p))}));n.replaceChildren(y("legend",{class:"legend"},c),l,...a?[y("p",{class:"small why"},a)]:[]),r().find(u=>u.value===f)?.
focus()}return{node:n,show(c,i,a,f=""){n.hidden=i.length<2;let l=JSON.stringify([c,i,f]);l!==o&&(o=l,s(c,i,f));for(let u of r())u.checked=u.value===String(a)}}}
function Jt(t,e){let n=y("input",{type:"range",id:"c-"+t,name:t,step:1}),o=y("label",{class:"legend",for:"c-"+t}),r=y("output",{for:"c-"+t,class:"reading"}),s=y(
"div",{class:"choice slide"},o,r,n);return n.addEventListener("input",()=>e(Number(n.value))),{node:s,show(c,{low:i,high:a,step:f},l,u){o.textContent=c,n.step=String(
f),n.min=String(i),n.max=String(a),n.value!==String(l)&&(n.value=String(l)),n.style.setProperty("--part",100*(l-i)/(a-i)+"%"),r.textContent=u,n.setAttribute("ar\
ia-valuetext",u)}}}var rr=12,rn=4;function ir(t,e){return(t+" ").startsWith(e+" ")?0:t.startsWith(e)?1:t.includes(" "+e)?2:t.includes(e)?3:rn}function sr(t,e){let n=P(e);return n?
t.map(o=>({fit:ir(o.plain,n),entry:o})).filter(({fit:o})=>o<rn).sort((o,r)=>o.fit-r.fit||r.entry.weight-o.entry.weight).slice(0,rr).map(({entry:o})=>o):[]}function ar(){
let t=y("label",{class:"legend",for:"place"}),e=y("input",{id:"place",type:"text",role:"combobox",autocomplete:"off",spellcheck:"false","aria-autocomplete":"lis\
t","aria-expanded":"false","aria-controls":"place-list","aria-describedby":"place-hint"}),n=y("span",{id:"place-hint",class:"small"}),o=y("ul",{id:"place-list",
role:"listbox",hidden:!0}),r=y("span",{class:"hidden",role:"status"}),s=y("div",{class:"choice search"},t,y("div",{class:"box"},e,o),n,r);return{label:t,input:e,
hint:n,list:o,said:r,node:s}}function cr({input:t,list:e,said:n},o,r,s){let c=[],i=-1;function a(l){i=l,[...e.children].forEach((p,d)=>p.setAttribute("aria-sele\
cted",String(d===i)));let u=e.children[i];if(!u){t.removeAttribute("aria-activedescendant");return}u.scrollIntoView({block:"nearest"}),t.setAttribute("aria-acti\
vedescendant",u.id)}function f(l,u){let p=y("li",{role:"option",id:"place-"+u,"aria-selected":"false"},y("span",{class:"name"},l.name),y("span",{class:"small"},
l.note()));return p.addEventListener("pointerdown",d=>{d.preventDefault(),s(l)}),p}return{close(){e.hidden=!0,a(-1),t.setAttribute("aria-expanded","false")},open(){
c=sr(r,t.value),e.replaceChildren(...c.map(f)),e.hidden=c.length===0,t.setAttribute("aria-expanded",String(c.length>0));let l=!c.length&&P(t.value)!=="";return n.
textContent=c.length?o.t("place_found",{n:o.count(c.length)}):l?o.t("place_none"):"",a(c.length?0:-1),l},move:l=>a((i+l+c.length)%c.length),marked:()=>e.hidden?
void 0:c[i],any:()=>c.length>0}}function sn(t,e,n){let o=ar(),{input:r,hint:s,list:c,said:i}=o,a="";function f(g){s.textContent=g?t.t("place_none_still",{name:a}):
t.t("place_hint"),s.classList.toggle("warn",g),r.setAttribute("aria-invalid",String(g))}let l=cr(o,t,e,u);function u(g){l.close(),f(!1),n(g.key),r.select()}let p=()=>f(
l.open());function d(){l.close(),f(!1),r.value=a}function h(){let g=l.marked();g?u(g):!l.any()&&P(r.value)&&(r.value=a,r.select())}let m={ArrowDown:()=>c.hidden?
p():l.move(1),ArrowUp:()=>c.hidden?p():l.move(-1),Enter:h,Escape:d};return r.addEventListener("input",p),r.addEventListener("focus",()=>r.select()),r.addEventListener(
"blur",()=>{d(),i.textContent=""}),r.addEventListener("keydown",g=>{Object.hasOwn(m,g.key)&&(m[g.key](),g.preventDefault())}),{node:o.node,show(g){o.label.textContent=
t.t("place"),f(!1),c.setAttribute("aria-label",t.t("place")),a=g,(document.activeElement!==r||c.hidden)&&(r.value=g)}}}function lr({words:t,known:e,entries:n,ask:o}){let r=i=>Bt(i,a=>o({[i]:a})),s=y("input",{type:"checkbox",id:"c-compare",name:"compare"});s.addEventListener("cha\
nge",()=>o({compare:s.checked}));let c=y("span",{});return{place:sn(t,n,i=>o({place:i})),whose:r("whose"),cutoff:Jt("cutoff",i=>o({cutoff:i})),border:r("border"),
resistance:Jt("resistance",i=>o({resistance:i})),mode:Bt("mode",i=>o({trip:e.trips.find(a=>e.kindOf(a.id)===i)?.id})),trip:r("trip"),percentile:Bt("percentile",
i=>o({percentile:Number(i)})),opportunity:r("opportunity"),direction:r("direction"),scenario:r("scenario"),compare:{node:y("label",{class:"choice check"},s,c),box:s,
text:c},reading:r("reading")}}function fr(t,{words:e,known:n},o){let{t:r}=e,s=(f,l)=>l.map(u=>[u,r(f+"_"+u)]),c=f=>r("minutes_long",{n:e.minutes(f)}),i=n.ofInhabitants(
o)?n.mean.step:1;t.whose.show(r("whose"),n.couldBeOfInhabitants(o)?s("whose",Zt):[],o.whose),t.cutoff.show(r("cutoff"),{low:Yt,high:Y(n,o.trip),step:i},o.cutoff,
c(o.cutoff));let a=n.hasBorder?{borders:G,readings:Lt}:{borders:[],readings:[]};t.border.show(r("border"),s("border",a.borders),o.border),t.resistance.node.hidden=
o.border!=="realised",t.resistance.show(r("resistance"),{low:0,high:Rt,step:i},o.resistance,c(o.resistance)),t.reading.show(r("reading"),s("reading",a.readings),
o.reading),t.direction.show(r("direction"),s("direction",Kt),o.direction),t.opportunity.show(r("opportunity"),n.opportunities.map(f=>[f,e.opportunity(f)]),o.opportunity)}
function ur(t,{words:e,known:n},o){let{t:r}=e,s=n.trip(o.trip),c=n.kindOf(s.id),i=new Map(n.trips.toReversed().map(u=>[n.kindOf(u.id),u.id])),a=[...new Set(n.trips.
map(u=>n.kindOf(u.id)))];t.mode.show(r("mode"),a.map(u=>[u,n.nameOf(i.get(u)??s.id)]),c);let f=n.trips.filter(u=>n.kindOf(u.id)===c),l=s.mode==="transit"&&o.direction===
"to";t.trip.show(r(l?"arrival":"departure"),f.map(u=>[u.id,n.tripName(u)]),o.trip),t.percentile.show(r("percentile"),(s.percentiles??[]).map(u=>[String(u),e.share(
u/100)]),o.percentile)}function pr({scenario:t,compare:e},{words:n,known:o},r){let{t:s}=n,c=o.scenariosOf(r.trip),i=o.scenarios.filter(a=>!c.includes(a)).map(o.
scenarioName);t.show(s("scenario"),o.scenarios.map(a=>[a,o.scenarioName(a),!c.includes(a)]),r.scenario,i.length?s("scenario_idle",{scenario:i.join("; ")}):""),e.
node.hidden=r.scenario===o.scenarios[0],e.box.checked=r.compare,e.text.textContent=s("compare")}function an(t,e){let n=lr(e);return t.replaceChildren(...Object.
values(n).map(o=>o.node)),t.addEventListener("submit",o=>o.preventDefault()),{show(o,r){n.place.show(r),fr(n,e,o),ur(n,e,o),pr(n,e,o)}}}function dr(t,e){let n={};for(let[o,r]of Object.entries(t)){if(o.startsWith("opportunity/cell/")&&(n[o.slice(17)]=r),!o.startsWith("opportunity/municipality/"))
continue;let s=new Float64Array(r.length);for(let c=0;c<e.n;c++)s[e.municipality[c]]+=e.population[c];n[o.slice(25)]=Float64Array.from(e.municipality,(c,i)=>r[c]*
e.population[i]/s[c])}return n}function cn(t,e,n){return(t[`${e}/name`]||t[`${e}/id`]||[]).map((r,s)=>({id:t[`${e}/id`][s],name:r,lon:t[`${e}/lon`][s],lat:t[`${e}\
/lat`][s],country:n[s]}))}function ln(t,e,n,o){let r=Array.from({length:t.covered+1},()=>({total:0,known:0,unknown:0,any:!1,cells:0}));for(let s=0;s<t.n;s++){let c=t.
country[s],i=r[c<0?t.covered:c],a=n[s],f=Number.isNaN(a);i.cells++,f||(i.any=!0),o(e[s],c)&&(f?i.unknown++:(i.known++,i.total+=a))}for(let s of r)s.cells>0&&(!s.
any||s.unknown>0&&s.known===0)&&(s.total=NaN);return r}function hr(t,e,n,o,r,{resistance:s=0}={}){let c=E(o),i=ln(t,e,n,h=>h<=c),a=s===0?i:ln(t,e,n,(h,m)=>(m===
r?h:Math.fround(h+s))<=c),f=r>=0&&r<t.covered?i[r].total:NaN,[l,u,p]=[0,0,0];i.forEach((h,m)=>{p+=h.unknown,m!==r&&(l+=h.total,u+=a[m].total)});let d=h=>h.slice(
0,t.covered).map(m=>m.total);return{by:d(i),feltBy:d(a),total:f+l,closed:f,realised:f+u,felt:u,open:f+l,missing:p}}function mr(t){let e=Math.ceil(t);return e>0&&t<=E(e-1)?e-1:e}function fn(t){for(let e=1;e<t.length;e++)t[e]+=t[e-1]}function gr(t,e,n,o){let r=()=>new Float64Array(
o+1),s={total:r(),unknown:r()},c=Array.from({length:t.covered},()=>({any:!1,sum:r(),known:r(),unknown:r()}));for(let i=0;i<t.n;i++){let a=c[t.country[i]],f=Number.
isNaN(n[i]);if(a&&!f&&(a.any=!0),Number.isNaN(e[i]))continue;let l=mr(e[i]);if(!(l>o)){if(a&&a[f?"unknown":"known"][l]++,f){s.unknown[l]++;continue}s.total[l]+=
n[i],a&&(a.sum[l]+=n[i])}}Object.values(s).forEach(fn);for(let{any:i,sum:a,known:f,unknown:l}of c){[a,f,l].forEach(fn);for(let u=0;u<=o;u++)(!i||l[u]>0&&f[u]===
0)&&(a[u]=NaN)}return{by:c.map(i=>i.sum),...s}}function yr(t,e){let n=s=>[...new Set(s)].filter(c=>c>0).sort((c,i)=>c-i),o=n(t.subarray(0,e)),r=[...o,...n(t).filter(
s=>!o.includes(s))];return{countries:r,covered:o.length,positions:Int8Array.from(t,s=>r.indexOf(s))}}function un(t,e){let n=e.n_cells,o=n+e.n_places,{countries:r,
covered:s,positions:c}=yr(t["point/country"],n),i={n,covered:s,id:t["cell/id"],lon:t["cell/lon"],lat:t["cell/lat"],country:c.subarray(0,n),municipality:t["cell/\
municipality"],population:t["cell/population"]};return{cells:i,countries:r,places:cn(t,"place",c.subarray(n)),stops:cn(t,"stop",c.subarray(o)),municipalities:t["\
municipality/code"]||[],opportunities:dr(t,i),trips:e.trips,scenarios:e.scenarios,meta:e,arrays:t,reach:(...a)=>hr(i,...a),curve:(...a)=>gr(i,...a)}}function pn(t,e,n=null){let o=new Map,r=0,s=c=>new Promise((i,a)=>{o.set(++r,{answered:i,refused:a}),t.postMessage({number:r,asked:c})});return new Promise((c,i)=>{
t.addEventListener("error",a=>{let f=new Error(a.message||"no worker");i(f);for(let{refused:l}of o.values())l(f);o.clear()}),t.addEventListener("message",({data:a})=>{
let f=o.get(a.number);o.delete(a.number),a.opened?c(s):f?a.failed===void 0?f.answered(a):f.refused(new Error(a.failed)):i(new Error(a.failed))}),t.postMessage({
...e,first:n})})}var dn=/^(shape|mean|opportunity|edge)\//,_r=/^(cell|place|stop|municipality)\/|^point\/country$/;function hn({manifest:t,chunks:e},n){let o=[...t.parts.keys()].
filter(r=>n(t.parts[r].name));return{manifest:{...t,parts:o.map(r=>t.parts[r])},chunks:o.map(r=>e[r])}}var xr=t=>new Worker(URL.createObjectURL(new Blob([t],{type:"\
text/javascript"})));async function kr({manifest:t,chunks:e}){let n=await globalThis.GrensgeoEngine.open(t,e);return async o=>n.times(o)}async function mn(t,e,n){
let o=hn(t,i=>!dn.test(i)),r=(async()=>{try{return await pn(xr(e),o,n)}catch{return kr(o)}})(),s=hn(t,i=>dn.test(i)||_r.test(i)),c=await nt(s.manifest,s.chunks);
return{...un(c,t.manifest.meta),times:async i=>(await r)(i)}}var gn=t=>t.replace(/(?<=^|[,;\t\r\n]["\s]*)(?=[=+\-@\t\r\n])/g,"'");function vr(t){if(typeof t=="number")return Number.isNaN(t)?"":String(t);let e=gn(String(t??
""));return/[",\n\r;#]/.test(e)?'"'+e.replace(/"/g,'""')+'"':e}var Sr=t=>"# "+gn(t.replace(/[\r\n\u2028\u2029]+/g," "));function Or(t,e,n){return[...t.map(Sr),...[
e,...n].map(r=>r.map(vr).join(","))].join(`\r
`)+`\r
`}var J=(t,e)=>Math.round(t*e)/e,qt=t=>O(t)?String(J(t,1e3)):"";function Ar(t,e,n,o){if(!e.atLeast)return[];let r=(M(e)?G:["open"]).map(i=>{let a=e.lacks[i].length>
0||e.missing>0,f=O(e.atLeast[i])?(a?">= ":"")+qt(e.atLeast[i]):"",l=H(t,e,i);return`${i}: ${f} ${n} (${o})`+(l?"; "+l:"")}),s=e.sides.map((i,a)=>`${i}: ${qt(e.by[a])}\
 ${n} (${o})`),c=[["share_without_ride",e.shareWithout],["edge_share",e.edgeShare]];return[...r,...s,...c.flatMap(([i,a])=>O(a)?[`${i}: ${qt(a)} (${o})`]:[]),...e.
mean?[]:[`edge: ${!!e.touchesEdge}`]]}function Er(t,e,{state:n,found:o},{said:r,whose:s}){let{opportunity:c}=n;return[...r,...Ar(t,o,c,s),`units: travel_time_mi\
n in minutes; population in inhabitants; ${c} in numbers; lon and lat in degrees (EPSG:4326); empty is not known or not reached`,...e.notes.map(i=>"note: "+[i.text,
...i.details].map(a=>t.in(a)).join(" / ")),...e.sources.map(i=>"source: "+[i.title,i.attribution,"licence "+i.licence,i.reference_date].join("; ")),t.t("made_wi\
th",{version:e.version})]}function yn(t,e,n,o){let{engine:{cells:r},areaOfCell:s,codes:c,state:i,found:a,weights:f,home:l}=n,{opportunity:u}=i,p=u!=="population",
d=dt(i,l),h=E(i.cutoff),m=["cell_id","region_code","municipality","country","lon","lat","population",...p?[u]:[],"travel_time_min","within_cutoff","counted",...a.
walked?["without_ride"]:[],...a.before?["travel_time_baseline_min"]:[]],g=r.id.map((_,w)=>{let k=a.minutes?a.minutes[w]:NaN,v=s(w);return[_,v?.code,v?.name,c[r.
country[w]],J(r.lon[w],1e5),J(r.lat[w],1e5),r.population[w],...p?[J(f[w],1e4)]:[],J(k,1e3),k<=h?1:0,d(k,r.country[w])?1:0,...a.walked?[Number.isNaN(k)?"":a.walked[w]]:
[],...a.before?[J(a.before.minutes[w],1e3)]:[]]});return Or(Er(t,e,n,o),m,g)}function te(t,e){let n=document.createElement("a");n.href=URL.createObjectURL(t),n.download=e,document.body.append(n),n.click(),n.remove(),setTimeout(()=>URL.revokeObjectURL(
n.href),1e4)}var gt=()=>getComputedStyle(document.body).fontFamily,_n=t=>t?"#eef0f4":"#1f2430";function Qt(t,e){let n=document.createElement("canvas");n.width=t*
2,n.height=e*2;let o=n.getContext("2d");return o.scale(2,2),{canvas:n,context:o}}function Ir(t,e,n){let o=[""];for(let r of e.split(/\s+/)){let s=o[o.length-1],
c=s?s+" "+r:r;t.measureText(c).width<=n||!s?o[o.length-1]=c:o.push(r)}return o}var wn=t=>t.reduce((e,n)=>e+n.lines.length*n.leading,0);function Nr(t,e,n){t.font=
`400 12px ${gt()}`;let o=[[]],r=0;for(let s of e){let c=26+t.measureText(s.said).width+16;r+c>n-40&&o[o.length-1].length&&(o.push([]),r=0),o[o.length-1].push([r,
s]),r+=c}return o}function bn(t,e,n,o){let r=n;for(let s of e){t.font=s.font,t.fillStyle=o;for(let c of s.lines)r+=s.leading,t.fillText(c,20,r-s.leading*.25)}}function xn(t,e,n){
let o=t.map.getSize(),r=Math.max(o.x,640),s=_n(t.dark),{context:c}=Qt(1,1),i=(g,_,w)=>(c.font=`${g} ${gt()}`,{font:c.font,leading:w,lines:Ir(c,_,r-40)}),a=[i("7\
00 19px",n.headline,25),i("400 13px",n.question,18)],f=n.below.map(g=>i("400 11px",g,15)),l=Nr(c,e,r),u=wn(a)+28,p=u+o.y+l.length*21+wn(f)+30,{canvas:d,context:h}=Qt(
r,p);h.fillStyle=t.dark?"#14171d":"#ffffff",h.fillRect(0,0,r,p),h.textBaseline="alphabetic",bn(h,a,12,s),vn(h,t,(r-o.x)/2,u);let m=u+o.y+12;return l.forEach((g,_)=>{
for(let[w,k]of g)Cr(h,k,20+w,m+_*21,s)}),bn(h,f,m+l.length*21+2,s),new Promise(g=>{d.toBlob(g,"image/png")})}function kn(t){let e=t.map.getSize(),{canvas:n,context:o}=Qt(
e.x,e.y);return vn(o,t,0,0),n}function vn(t,e,n,o){let{map:r,dark:s}=e,c=r.getSize();t.save(),t.beginPath(),t.rect(n,o,c.x,c.y),t.clip(),t.fillStyle=s?"#171a20":
"#e3e3e0",t.fillRect(n,o,c.x,c.y);let i=r.getContainer().getBoundingClientRect();for(let a of["land","cells","base","lines"])for(let f of r.getPane(a)?.querySelectorAll(
"canvas")??[]){let l=f.getBoundingClientRect();t.drawImage(f,n+l.left-i.left,o+l.top-i.top,l.width,l.height)}Mr(t,e,n,o),Lr(t,e,n,o),t.restore()}function Tr(t,{
name:e,kind:n,width:o=0,size:r},s,c){let i=n==="shield motorway";t.fillStyle=i?"#5f7da8":"#fffdf2",t.strokeStyle=i?"#ffffff":"#b5a970",t.lineWidth=1,t.fillRect(
s,c,o,r*1.4),t.strokeRect(s,c,o,r*1.4),t.fillStyle=i?"#ffffff":"#5a5335",t.font=`600 ${r}px ${gt()}`,t.textAlign="center",t.fillText(e,s+o/2,c+r*1.05),t.textAlign=
"start"}function Mr(t,{map:e,view:n,theme:o,dark:r},s,c){let i=e.containerPointToLayerPoint([0,0]);t.lineJoin="round";for(let a of n.written){let f=s+a.x-i.x,l=c+
a.y-i.y+a.size;if(a.width){Tr(t,a,f,l-a.size);continue}t.font=`${a.bold?600:400} ${a.size}px ${gt()}`,t.lineWidth=3,t.strokeStyle=o.halo,t.fillStyle=a.kind==="c\
ountry"?o.border:_n(r),t.strokeText(a.name,f,l,240),t.fillText(a.name,f,l,240),a.dot&&a.kind!=="here"&&t.fillRect(s+a.at.x-i.x-2,c+a.at.y-i.y-2,4,4)}}function Lr(t,{
map:e,view:n},o,r){if(!n.chosen)return;let s=e.latLngToContainerPoint(n.chosen.latlng);t.beginPath(),t.arc(o+s.x,r+s.y,7,0,2*Math.PI),t.fillStyle="#ffffff",t.fill(),
t.lineWidth=4,t.strokeStyle="#111827",t.stroke()}function Cr(t,{line:e,colour:n,stripe:o,said:r},s,c,i){if(e)t.fillStyle=e,t.fillRect(s,c+5,20,3);else{if(t.fillStyle=
n??i,t.fillRect(s,c,20,13),o){t.fillStyle=o;for(let a=0;a<20;a+=6)t.fillRect(s+a+3,c,3,13)}t.lineWidth=.6,t.strokeStyle="#7d7f86",t.strokeRect(s,c,20,13)}t.font=
`400 12px ${gt()}`,t.fillStyle=i,t.fillText(r,s+26,c+11)}var Ut=({words:t,here:e},n)=>t.t(n+"_"+e().kind,{name:e().name});function yt(t){return t.now.state.direction==="to"?Ut(t,"to"):t.words.lowered(Ut(t,"from"))}function j(t){
let{words:e,known:n,here:o,now:{state:r}}=t,{t:s}=e,{name:c,kind:i,country:a}=o(),f=t.ofInhabitants(),l=n.parkOf(r.trip);return{place:c,mode:n.byTrip(r.trip,a),
from:f?s("from_mean",{name:c}):Ut(t,"from"),to:Ut(t,"to"),reaches:s(f?"reaches_mean":"reaches_one"),whose:s("owner_"+(f?"mean":i),{name:c}),vehicle:n.ofTrip(r.trip,
"vehicle"),none:n.ofTrip(r.trip,"no_vehicle"),without:n.ofTrip(r.trip,"without"),parking:l>0?s("parking",{n:e.minutes(l)}):"",opportunity:e.opportunity(r.opportunity),
scenario:n.scenarioName(r.scenario)}}function jt(t){let{words:e,known:n,now:{state:o}}=t,{t:r}=e,s=j(t),c=n.trip(o.trip),i=n.trips.filter(a=>n.kindOf(a.id)===n.
kindOf(c.id)).length>1;return[s.whose,r("direction_"+o.direction),s.mode,s.parking,i||c.mode==="transit"?n.tripName(c):"",r("minutes",{n:e.minutes(o.cutoff)}),n.
hasBorder?r("shown_"+o.border,{n:e.minutes(o.resistance)})+(o.border==="closed"?" ("+r("reading_"+o.reading)+")":""):"",s.opportunity,r("scenario")+": "+s.scenario].
filter(a=>a).join(" · ")}function ee({words:t,known:e,data:n,now:{state:o}}){return[t.t("scenario")+": "+e.scenarioName(o.scenario),t.t("source")+": "+n.attributions.
join(" · "),t.t("made_with",{version:n.version})].join(" · ")}function Sn({data:t,known:e,now:{state:n}}){let o=[n.opportunity,e.trip(n.trip).mode];return t.strip.
filter(r=>!r.concerns.length||r.concerns.some(s=>o.includes(s)))}var ne=t=>Sn(t).map(e=>t.words.in(e.text)).join(" ");function On(t){let{words:e,data:n}=t,{t:o}=e;
b("warnings").replaceChildren(...Sn(t).map(r=>y("li",{title:e.in(r.text)},e.in(r.short)))),b("notes").replaceChildren(...n.notes.map(r=>y("li",{},e.in(r.text),...r.
details.map(s=>y("p",{class:"small"},e.in(s)))))),b("sources").replaceChildren(...n.sources.map(r=>{let s=[r.attribution,o("licence",{name:r.licence}),r.reference_date?
o("reference_date",{date:r.reference_date}):""];return y("li",{},Ne(r)," – "+s.filter(c=>c).join(" · "))})),b("strip").textContent=ee(t),b("asked").textContent=
jt(t)}var oe=t=>"#"+qe(t.now.state);function wt(t,e,n){let o=y("span",{},t);return n&&o.prepend(St(n)),y("div",{class:"row"},o,y("b",{},e))}function Rr(t){let e=t.reduce((n,[,o])=>n+(O(o)?o:0),0);
return y("div",{class:"bar","aria-hidden":"true"},...t.map(([n,o])=>{let r=at(y("i"),n,"background");return r.style.width=(e>0&&O(o)?100*o/e:0)+"%",r}))}function q(t,e,...n){
b(t+"-title").textContent=[e.t(t),...n].join(" · ")}function Pr(t,e){let n=e.mean&&(e.edgeShare??0)>0?t.t("edge_mean",{share:t.part(e.edgeShare??0)}):e.touchesEdge?
t.t("edge"):"";return[...e.unknownCountries.map(o=>t.t("unknown_country",{country:t.t(o)})),e.missing>0&&!e.unknownCountries.length?t.t("unknown_some",{n:t.count(
e.missing)}):"",e.noService?t.t("no_service"):"",n].filter(o=>o)}function $r(t,e,n,o){b("split-title").textContent=t.capital(t.t("reachable",{opportunity:n.opportunity,
cutoff:t.minutes(e.cutoff)})),b("split-value").textContent=I(t,o,e.border),b("split-said").textContent=[n.whose,M(o)?t.t("shown_"+e.border,{n:t.minutes(e.resistance)}):
"",e.border==="closed"?t.t("reading_"+e.reading):n.mode,n.parking].filter(s=>s).join(" · ");let r=o.sides.map((s,c)=>[s,o.shownBy[c]]);b("split-parts").replaceChildren(
Rr(r),...r.map(([s,c])=>wt(t.t(s),t.count(c),s))),b("split-warnings").replaceChildren(...Pr(t,o).map(s=>y("p",{class:"warn"},s)))}function Dr(t,e,n,o){if(M(o)||
(q("border",t),b("border-value").textContent=t.t("no_border",{country:t.t(o.sides[0])})),b("border-box").hidden=M(o),b("effect-box").hidden=!M(o),!M(o))return;q(
"effect",t,n.opportunity,n.whose),b("effect-value").textContent=tn(t,o);let r=Math.max(o.atLeast.open||0,o.atLeast.closed||0,1);b("effect-rows").replaceChildren(
...G.map(s=>{let c=wt(t.t("shown_"+s,{n:t.minutes(e.resistance)}),I(t,o,s));c.classList.toggle("chosen",s===e.border);let i=y("i",{class:"gauge","aria-hidden":"\
true"});return i.style.width=(O(o.atLeast[s])?100*o.atLeast[s]/r:0)+"%",c.append(i),c}))}function Br(t,e,n,o){if(b("plan-box").hidden=!o.before,!o.before)return;
q("plan",t,n.opportunity,n.whose);let[r,s]=[o,o.before].map(c=>c.atLeast[e.border]);b("plan-rows").replaceChildren(wt(t.t("scenario_none"),I(t,o.before,e.border)),
wt(n.scenario,I(t,o,e.border)),wt(t.t("row_abs"),O(r)&&O(s)?t.signedCount(r-s):t.t("missing")))}function Ur(t,e,n){q("bands",t,e.whose);let o=M(n)?n.sides:[],r=[
"band",...o,"total"].map(f=>y("th",{scope:"col"},t.t(f))),s=f=>[...o.map((l,u)=>f[u]),f.reduce((l,u)=>l+u,0)].map(l=>y("td",{},t.count(l))),c=n.bands.map(f=>{let l=y(
"i",{class:"key","aria-hidden":"true"});l.style.background=f.colour;let u=t.t("band_range",{a:t.minutes(f.from),b:t.minutes(f.to)});return y("tr",{},y("th",{scope:"\
row"},l,u),...s(f.by))}),i=n.sides.map((f,l)=>n.bands.reduce((u,p)=>u+p.by[l],0)),a=y("tr",{class:"sum"},y("th",{scope:"row"},t.t("total")),...s(i));b("bands").
replaceChildren(y("thead",{},y("tr",{},...r)),y("tbody",{},...c,a))}function An(t,e,n,o,r){$r(t,e,n,o),Dr(t,e,n,o),Br(t,e,n,o),q("chart",t,n.opportunity,n.whose),
Dt(t,e,n.opportunity,o,r),Ur(t,n,o)}function jr(t,e,n){let{left:o,rows:r,own:s,kind:c,lacking:i}=n,{none:a}=e;if(n.done<n.all)return t.t("rank_busy",{n:t.count(
n.done),all:t.count(n.all)});let f=["edge","still","unknown"].filter(l=>o[l]>0).map(l=>t.t("rank_left_"+l,{n:t.count(o[l]),none:a}));return[s==="edge"||s==="sti\
ll"?t.t("rank_own_"+s,{none:a}):"",r.length?t.capital(t.t(c,{all:t.count(r.length)}))+".":"",f.length?t.t("rank_left_out",{parts:f.join(", ")}):"",i?t.t("rank_p\
artial",{countries:i}):""].filter(l=>l).join(" ")}function En(t,e,n,o){q("rank",t,e.opportunity,e.whose);let r=n.done>=n.all,s={n:t.count(n.place),all:t.count(n.
of)};b("rank-value").textContent=r?n.own!=="ranked"?t.t("rank_none"):t.t(n.shared?"rank_shared":"rank_said",s):"…",b("rank-said").textContent=jr(t,e,n);let c=b(
"rank-box").querySelector("details");c.hidden=!r||!n.rows.length,c.firstElementChild.textContent=t.t("rank_list"),!(!r||!c.open)&&At(b("rank-list"),...n.rows.map(
({member:i,value:a})=>{let f=t.count(a),l=y("li",{},Ot(i.name,()=>o(i.key),i.key),y("b",{},n.lacking?t.t("at_least",{n:f}):f));return l.classList.toggle("chosen",
i.key===n.member),l}))}var bt=(t,e)=>y(e?"strong":"b",{},t);function Wr(t,e,n,o){let r=o.before?.atLeast[e.border],s=o.atLeast[e.border];return!o.before||!O(r)||!O(s)?[]:[" ",...t.sentence(
"head_scenario",{scenario:n.scenario,after:bt(I(t,o,e.border),!0),before:bt(I(t,o.before,e.border),!1),change:r>0?t.signedShare((s-r)/r):t.signedCount(s-r)})]}function In(t,e,n,o){
let r={...n,cutoff:t.minutes(e.cutoff)};if(o.status)return t.sentence("head_"+o.status,r);let s=en(o),c=H(t,o,"open"),i=t.sentence("head_"+e.direction+s,{...r,open:bt(
I(t,o,"open"),e.border==="open"),closed:bt(I(t,o,"closed"),e.border==="closed"),...s==="_unknown"?{lacking:c}:{},...s===""?{effect:t.signedShare(o.open/o.closed-
1)}:{}});return c&&(s==="_still"||s==="_no_stop")&&i.push(" (",c,")"),!V(o)&&O(o.shareWithout)&&i.push(" ",...t.sentence("head_share",{share:t.part(o.shareWithout),
vehicle:n.vehicle})),e.border==="realised"&&O(o.realised)&&i.push(" ",...t.sentence("head_realised",{resistance:t.minutes(e.resistance),realised:bt(I(t,o,"reali\
sed"),!0)})),[...i,...Wr(t,e,n,o)]}function Nn(t){let{state:e,shown:n}=t.now;return{cutoff:e.cutoff,width:lt(t.longest()),border:e.border,frontier:t.known.hasBorder,before:t.comparing(),walked:!!n?.
walked,vehicle:t.known.ofTrip(e.trip,"vehicle")}}function Tn(t){let{look:e,view:n,engine:o,now:{state:r,times:s,shown:c}}=t;if(!s||!c)return;let i=c.status?s.open.
minutes:c.minutes;t.comparing()&&c.before?We(e,t.theme(),t.palettes().diverging,{minutes:i,before:c.before.minutes,cutoff:r.cutoff}):je(e,t.theme(),t.palettes().
times,{...Nn(t),minutes:i,walked:c.walked,countries:o.cells.country,counts:dt(r,t.here().country)}),n.layer.paint(e)}function Wt(t){let{words:e}=t,n=t.comparing()?
"legend_change":"legend_time";b("legend-title").textContent=e.t(n,{from:yt(t)});let o=ze(e,t.theme(),t.palettes(),Nn(t));return b("legend").replaceChildren(...o.
map(({line:r,colour:s,stripe:c,said:i})=>{let a=y("i",{class:"swatch"+(r?" line":""),"aria-hidden":"true"});return a.style.background=r??(c?`repeating-linear-gr\
adient(-45deg, ${s} 0 3px, ${c} 3px 6px)`:String(s)),y("li",{},a,i)})),o}function Mn(t,e){let{words:n,now:{state:o,shown:r}}=t;if(!r)return;let s=j(t);b("headli\
ne").replaceChildren(...In(n,o,s,r)),b("headline").removeAttribute("aria-busy"),b("answer-box").hidden=!!r.status,r.status||An(n,o,s,r,c=>e({cutoff:c}))}function re(t,e){
let{words:n,engine:o,areas:r,places:s,now:{state:c,shown:i}}=t,{t:a}=n,f=b("table");if(!b("table-box").open||!i)return;if(i.status){f.replaceChildren();return}let l=[
"municipality","country","table_median","table_share"].map(p=>y("th",{scope:"col"},a(p))),u=Ye(o,r,s.areaOfCell,c,i.minutes).map(({area:p,median:d,within:h})=>{
let m="place:"+p.code;return y("tr",{},y("th",{scope:"row"},Ot(p.name,()=>e({place:m}),m)),y("td",{},a(p.country.toLowerCase())),y("td",{},d===1/0?a("unreached"):
n.minutes(d)),y("td",{},n.count(h)))});At(f,y("table",{},y("caption",{},a("table_caption")+" – "+yt(t)),y("thead",{},y("tr",{},...l)),y("tbody",{},...u)))}function Ln({
words:t,engine:e,places:n,known:o,now:{state:r,shown:s}},c){if(!s||s.status||c<0)return"";let{t:i}=t,a=n.areaOfCell(c),f=s.minutes[c],l=!Number.isNaN(f);return[
a?a.name:"",l?i("minutes",{n:t.minutes(f)}):i("unreached"),s.walked&&s.walked[c]&&l?i("without_ride",{vehicle:o.ofTrip(r.trip,"vehicle")}):"",i("population",{n:t.
count(e.cells.population[c])})].filter(u=>u).join(" · ")}var zr=2500;function zt(t){b("said").textContent=t,b("toast").textContent=t,b("toast").hidden=!1,setTimeout(()=>{b("toast").hidden=!0},zr)}function ie(t){try{history.
replaceState(null,"",oe(t))}catch{}}function Cn({here:t,now:{state:e}},n){return["atlas",P(t().name).replace(/ /g,"-").slice(0,40),P(e.trip).replace(/ /g,"-"),e.
cutoff+"min",e.border].join("-")+n}function se(t){let{words:e,data:n,engine:o,places:r,codes:s,here:c,now:{state:i,shown:a}}=t;return a?yn(e,n,{engine:o,areaOfCell:r.
areaOfCell,codes:s,state:i,found:a,weights:t.weights(),home:c().country},{said:[b("headline").textContent,jt(t),e.t("legend_time",{from:yt(t)}),"link: "+oe(t)],
whose:j(t).whose}):""}var Rn=t=>({map:t.map,view:t.view,theme:t.theme(),dark:t.dark()});async function Hr(t){let e=await xn(Rn(t),Wt(t),{headline:b("headline").
textContent,question:jt(t),below:[ne(t),ee(t)]});e&&te(e,Cn(t,".png"))}function Fr(t){let e=new Blob(["\uFEFF"+se(t)],{type:"text/csv;charset=utf-8"});te(e,Cn(t,
".csv"))}async function Gr(t){let{t:e}=t.words;ie(t);try{await navigator.clipboard.writeText(location.href),zt(e(location.protocol==="file:"?"copied_local":"cop\
ied"))}catch{zt(e("not_copied"))}}function Pn(t,{dress:e,draw:n,again:o}){b("print").addEventListener("click",()=>window.print()),b("link").addEventListener("cl\
ick",()=>Gr(t)),b("png").addEventListener("click",()=>Hr(t)),b("csv").addEventListener("click",()=>Fr(t));let r=()=>document.getElementById("on-paper");window.addEventListener(
"beforeprint",()=>{t.now.onPaper=!0,e(),n(),t.view.flush(),r()?.remove(),b("map-box").after(y("figure",{id:"on-paper"},kn(Rn(t)),y("figcaption",{class:"small"},
ne(t))))}),window.addEventListener("afterprint",()=>{r()?.remove(),t.now.onPaper=!1,o()})}var Kr=40075.017,ae=254,Zr=255,$n=(t,e)=>t*(256/Kr)/Math.cos(e*Math.PI/180);function Dn({rings:t,corners:e,start_x:n,start_y:o,step_x:r,step_y:s}){let c=F(t),i=F(
e),a=new Float64Array(i[e.length]),f=new Float64Array(i[e.length]),[l,u,p]=[0,0,0];for(let d=0;d<e.length;d++){l+=n[d],u+=o[d];let[h,m]=[l,u];for(let g=i[d];g<i[d+
1];g++)g>i[d]&&(h+=r[p],m+=s[p],p++),a[g]=tt(h/1e4),f[g]=et(m/1e4)}return Un({n:t.length,first:c,ringAt:i,x:a,y:f})}function Bn(t){let e=F(t.map(r=>r.length)),n=F(
t.flat().map(r=>r.length)),o=t.flat(2);return Un({n:t.length,first:e,ringAt:n,x:o.map(([,r])=>tt(r)),y:o.map(([r])=>et(r))})}function Un({n:t,first:e,ringAt:n,x:o,
y:r}){let s=new Float64Array(4*t);for(let c=0;c<t;c++){let[i,a,f,l]=[1/0,1/0,-1/0,-1/0];for(let u=n[e[c]];u<n[e[c+1]];u++)i=Math.min(i,o[u]),f=Math.max(f,o[u]),
a=Math.min(a,r[u]),l=Math.max(l,r[u]);s.set([i,a,f,l],4*c)}return{n:t,first:e,ringAt:n,x:o,y:r,box:s}}function Yr(t,e,{scale:n,left:o,top:r},s,c){c.length=0;for(let i=t.
first[e];i<t.first[e+1];i++){let a=t.ringAt[i+1],f=a-1;for(let l=t.ringAt[i];l<a;f=l++){let u=t.y[l]*n-r,p=t.y[f]*n-r;if(u>s==p>s)continue;let d=t.x[l]*n-o,h=t.
x[f]*n-o;c.push(d+(s-u)*(h-d)/(p-u))}}c.length>2?c.sort((i,a)=>i-a):c[0]>c[1]&&c.reverse()}function ce(t,e,n){let{width:o,height:r,scale:s,left:c,top:i}=e;n.fill(
0);let a=[];for(let f=0;f<t.n;f++){let l=t.box[4*f]*s-c,u=t.box[4*f+1]*s-i,p=t.box[4*f+2]*s-c,d=t.box[4*f+3]*s-i;if(p<0||d<0||l>o||u>r)continue;let h=Math.min(r-
1,Math.ceil(d-.5)-1);for(let m=Math.max(0,Math.ceil(u-.5));m<=h;m++){Yr(t,f,e,m+.5,a);for(let g=0;g+1<a.length;g+=2){let _=Math.max(0,Math.ceil(a[g]-.5)),w=Math.
min(o,Math.ceil(a[g+1]-.5));w>_&&n.fill(f+1,m*o+_,m*o+w)}}}}function jn(t,{width:e,height:n},o,r,s){for(let i=0;i<t.length;i++)s[i]=t[i]?0:r[i]?Zr:ae,r[i]=t[i];
let c=(i,a)=>{let f=s[a]+1;f<=o&&f<s[i]&&(s[i]=f,r[i]=r[a])};for(let i=0,a=0;i<n;i++)for(let f=0;f<e;f++,a++)!s[a]||s[a]===ae||(f&&c(a,a-1),i&&c(a,a-e));for(let i=n-
1,a=t.length-1;i>=0;i--)for(let f=e-1;f>=0;f--,a--)!s[a]||s[a]===ae||(f<e-1&&c(a,a+1),i<n-1&&c(a,a+e))}function Wn(t,e,{width:n,height:o},r,{colour:s,stripe:c}){
if(s.every((a,f)=>a===c[f])){for(let a=0;a<e.length;a++)t[a]=s[e[a]];return}let i=r/2;for(let a=0,f=0;a<o;a++){let l=a%r;for(let u=0;u<n;u++,f++){let p=e[f];t[f]=
l<i?s[p]:c[p],++l===r&&(l=0)}}}function zn(t,e,{width:n},o,{within:r,line:s}){for(let c=0;c<e.length-n;c++){let i=e[c];if(!i)continue;let a=e[c+1],f=e[c+n];if(!(i===
a&&i===f||!(a&&r[i]!==r[a]&&(c+1)%n||f&&r[i]!==r[f])))for(let u=0;u<=o;u++)t[c+u]=s,c+u*n<t.length&&(t[c+u*n]=s)}}function Hn({arrays:t,meta:e,scenarios:n}){let o={cell:0,place:e.n_cells,stop:e.n_cells+e.n_places};return({place:r,trip:s,direction:c,percentile:i,scenario:a})=>{
if(c==="to")return 1/0;let f=p=>t[`edge/${s}/${p}/${i??""}`]??t[`edge/${s}/${p}/`],l=f(a??n[0])??f(n[0]),u=l?l[o[r.kind]+r.index]:255;return u===255?1/0:u}}function Vr(t,e){let n=e?e.step_min:1,o=new Map((e?e.codes:[]).map((i,a)=>[i,a])),r=new Map((e?e.layers:[]).map((i,a)=>[i.trip+"/"+i.scenario,{...i,number:a}])),
s=new Map;function c(i,a){let f=i.number+"/"+a;if(!s.has(f)){let l=t["mean/"+f],u=i.base===null||l===void 0?null:t[`mean/${i.base}/${a}`];s.set(f,u?Float64Array.
from(l,(p,d)=>p+u[d]):l)}return s.get(f)}return{step:n,hasRow:i=>o.has(i),found:i=>r.get(i.trip+"/"+i.scenario),at(i,a,f,l){let u=o.get(f),p=c(i,a);if(p===void 0||
u===void 0)return NaN;let d=i.longest_min/n+1;return p[u*d+Math.min(l,i.longest_min)/n]}}}function Fn(t,e,n){let{step:o,hasRow:r,found:s,at:c}=Vr(t,e),i=e?e.edge_share:
0;function a(p){let d=s(p);if(!d)throw new RangeError(`no mean inhabitants for ${p.trip}, ${p.scenario}`);return d}function f(p,d,h){return!!(e&&d&&d.kind==="pl\
ace"&&d.area&&r(d.area.code)&&s(p)&&p.direction==="from"&&p.reading==="destinations"&&h===50&&e.opportunities.includes(p.opportunity))}function l(p,d,h){let m=a(
p),g=(B,C)=>c(m,B,d,C),{cutoff:_,opportunity:w,resistance:k}=p,v=(B,C)=>C<0?0:g(`${w}/${B}`,C),x=n.map(B=>v(B,_)),S=n.map((B,C)=>C===h?x[C]:v(B,_-k)),N=x[h]??NaN,
A=B=>B.reduce((C,lo,fo)=>fo===h?C:C+lo,0),W=N+A(x),X=A(S),K=g("edge",_),T=Z(x);return{by:x,feltBy:S,closed:N,open:W,total:W,realised:N+X,felt:X,missing:g(w+"/un\
known",_),edgeShare:K,touchesEdge:K>i,shareWithout:T>0?Math.min(1,g(w+"/without",_)/T):NaN}}function u(p,d,h=p.opportunity){let m=a(p),g=_=>Float64Array.from({length:m.
longest_min+1},(w,k)=>{let v=Math.floor(k/o)*o,[x,S]=[v,Math.min(v+o,m.longest_min)].map(N=>c(m,`${h}/${_}`,d,N));return x+(S-x)*(k-v)/o});return{by:n.map(g)}}return{
has:f,figures:l,curve:u,step:o,edgeShare:i,longest:p=>s(p)?.longest_min??1/0}}var Jr=600,qr=1e9,le=({countries:t},e)=>t.map(n=>e.countries[n]);function Qr(t,e,n,o){let r=new Map;return t.places.forEach(({id:s,name:c,lon:i,lat:a,country:f},l)=>{
let u=e.get(s),p="place:"+s,d=u?u.name:c;r.set(p,{key:p,kind:"place",name:d,lon:i,lat:a,country:f,area:u,plain:P(d),ask:{kind:"place",index:l},weight:qr+(u?u.population:
0),note:()=>n.t("kind_place")+(u?" · "+u.nuts3:"")})}),t.stops.forEach(({id:s,name:c,lon:i,lat:a,country:f},l)=>{let u="stop:"+s;r.set(u,{key:u,kind:"stop",name:c,
lon:i,lat:a,country:f,ask:{kind:"stop",index:l},weight:0,plain:P(c),note:()=>n.t("kind_stop")+" · "+n.t(o[f]??"other")})}),r}function Gn(t,e,n,o){let r=new Map(
e.map(l=>[l.code,l])),s=Array.from(t.cells.municipality,l=>r.get(t.municipalities[l])),c=new Map(t.cells.id.map((l,u)=>[l,u])),i=Qr(t,r,n,o);function a(l){if(!l.
startsWith("cell:"))return i.get(l);let u=c.get(l.slice(5));if(u===void 0)return;let p=s[u],{lon:d,lat:h,country:m}=t.cells;return{key:l,kind:"cell",name:n.t("c\
ell_of",{name:p?p.name:"?"}),area:p,lon:d[u],lat:h[u],country:m[u],ask:{kind:"cell",index:u}}}function f(l){let u=new Map;return[...i.values()].filter(p=>{if(p.
kind!=="stop")return!0;let d=u.get(p.plain)??[];return u.set(p.plain,[...d,p]),!d.some(h=>l([h.lat,h.lon],[p.lat,p.lon])<Jr)})}return{get:a,has:l=>typeof l=="st\
ring"&&a(l)!==void 0,searchable:f,stops:[...i.values()].filter(l=>l.kind==="stop"),areaOfCell:l=>s[l]}}function ti(t,e,n){let o=new Map(t.trips.map(i=>[i.id,i]));
function r(i){let a=o.get(i);if(!a)throw new RangeError(`no trip ${i}`);return a}function s({id:i}){let{title:a,departure:f,period:l,window_min:u=0}=r(i);if(a)return e.
in(a);if(!f)return l?e.period(l):i;let p=new Date(f.slice(0,16)+":00Z"),d=new Date(p.getTime()+u*6e4);return e.date(p)+", "+e.clock(p)+(u?"–"+e.clock(d):"")}function c(i,a){
let{lacking:f,by:l}=r(i),u=n[a],p=u&&Object.hasOwn(f,u)?e.in(f[u]):"",d=e.in(l);return p?d.endsWith(")")?d.slice(0,-1)+"; "+p+")":`${d} (${p})`:d}return{tripName:s,
byTrip:c,kindOf:i=>r(i).kind,nameOf:i=>e.in(r(i).name),ofTrip:(i,a)=>e.in(r(i)[a]),parkOf:i=>r(i).park_min}}function Xn(t,e,n,o,r){let[s,...c]=t.scenarios,i=a=>r.
has(a,o.get(a.place),Number(a.percentile));return{...ti(e,n,le(t,e)),hasBorder:t.cells.covered>1,mean:r,couldBeOfInhabitants:i,ofInhabitants:a=>a.whose==="mean"&&
i(a),trips:t.trips,trip:a=>t.trips.find(f=>f.id===a),opportunities:e.opportunities,hasPlace:o.has,scenarios:t.scenarios,scenariosOf:a=>[s,...c.filter(f=>!Object.
hasOwn(e.scenario_trips,f)||e.scenario_trips[f].includes(a))],scenarioName:a=>a===s?n.t("scenario_none"):Object.hasOwn(e.scenarios,a)?n.in(e.scenarios[a]):a}}function ei(t,e){return t.study.flatMap(n=>{let o=e.get("place:"+n);return!o||!o.area?[]:[{key:o.key,name:o.name,place:o.ask,country:o.country,area:o.area}]})}function Kn(t,e){
let{data:n,words:o,engine:r,areas:s}=t,c=le(r,n),i=c.map(m=>m.toLowerCase()),a=Gn(r,s,o,i),f=Fn(r.arrays,n.mean,c.slice(0,r.cells.covered)),l=Xn(r,n,o,a,f),u=window.
matchMedia("(prefers-color-scheme: dark)"),p={...r.opportunities,population:r.cells.population},d={state:Pt({...ht(location.hash),...e},n.start,l),times:null,shown:null,
onPaper:!1};function h(){let{theme:m}=d.state;return!d.onPaper&&(m==="dark"||m==="auto"&&u.matches)}return{...t,codes:c,sides:i,places:a,mean:f,known:l,now:d,prefersDark:u,
dark:h,baseline:r.scenarios[0],members:ei(n,a),cut:Hn(r),look:Ue(r.cells.n),here:()=>a.get(d.state.place),weights:()=>p[d.state.opportunity],longest:()=>Y(l,d.state.
trip)||Ct,theme:()=>Be[h()?"dark":"light"],palettes:()=>({times:h()?n.palettes.dark:n.palettes.light,diverging:n.palettes.diverging}),ofInhabitants:()=>l.ofInhabitants(
d.state),comparing:()=>!!(d.state.compare&&d.shown?.before?.minutes)}}var ni=12,oi=350,ri=24;function Zn(t,e,{edge:n,cut:o},r){let s=new Map,c=null,i=0,a=0;function f(u){let p=JSON.stringify([{...u.request,place:null},u.opportunity]),
d=s.get(p)??{curves:[],question:u};return s.set(p,d),s.size>ni&&s.delete(s.keys().next().value??""),d}async function l(u,p){let d=performance.now();for(;u.curves.
length<e.length;){let{request:h,weights:m,longest:g}=u.question,_={...h,place:e[u.curves.length].place},w=await t.times(_);if(p!==a)return;if(u.curves.push(Mt(w)?
null:Ke({engine:t,weights:m,edge:n,longest:g},w,o(_))),performance.now()-d>ri)break}r(),u.curves.length<e.length&&(i=window.setTimeout(l,0,u,p))}return{ask(u){c=
f(u),a++,clearTimeout(i),c.curves.length<e.length&&(i=window.setTimeout(l,oi,c,a))},get done(){return c===null?0:c.curves.length},all:e.length,standings(u){return e.
map((p,d)=>{let h=c?.curves[d]??null;return{member:p,...h?u(h,p.country):{value:NaN,edge:!1,still:!1}}})}}}function Yn(t){let e=t.filter(n=>!Number.isNaN(n.value));
return{rows:e.filter(n=>!n.edge&&!n.still).sort((n,o)=>o.value-n.value),left:{edge:e.filter(n=>n.edge).length,still:e.filter(n=>n.still&&!n.edge).length,unknown:t.
length-e.length}}}function ii({value:t,edge:e,still:n}){return O(t)&&!e&&!n?"ranked":e?"edge":n?"still":"unknown"}function Vn(t,e){let{engine:n,members:o,edge:r,cut:s,mean:c,now:i,
words:a,sides:f}=t,l=Zn(n,o,{edge:r,cut:s},p);function u(){return t.ofInhabitants()?o.map(d=>{let h=c.figures(i.state,d.area.code,d.country),m=ut(h,i.state,d.country,
f);return{member:d,value:m.atLeast[i.state.border],edge:m.touchesEdge,still:V(m)}}):l.done<l.all?[]:l.standings((d,h)=>Ze(i.state,d,h))}function p(){let{state:d,
shown:h}=i;if(!h||h.status)return;let m=t.ofInhabitants(),g=u(),{rows:_,left:w}=Yn(g),k=g.find(S=>S.member.key===d.place),v=k??{value:h.atLeast[d.border],edge:h.
touchesEdge,still:V(h)},x=_.filter(S=>S.member.key!==d.place);En(a,j(t),{all:l.all,done:m?l.all:l.done,rows:_,left:w,member:k?d.place:null,own:ii(v),kind:m?"ran\
k_mean":k?"rank_among":"rank_beside",lacking:H(a,h,d.border),place:x.filter(S=>S.value>v.value).length+1,shared:x.some(S=>S.value===v.value),of:x.length+1},S=>e(
{place:S}))}return{show:p,ask(){let{state:d,shown:h}=i;if(!h||h.status||t.ofInhabitants())return;let m=d.border!=="closed"||d.reading!=="routing";l.ask({request:{
...pt(d,t.here(),t.baseline).open,foreign_routing:m},opportunity:d.opportunity,weights:t.weights(),longest:t.longest()})},progress:()=>({done:l.done,all:l.all})}}function Jn(t,e){let n=document.createElement("canvas").getContext("2d"),o=getComputedStyle(document.body).fontFamily,r=t.containerPointToLayerPoint([0,0]),s=L.
bounds(r,t.containerPointToLayerPoint(t.getSize())),[c,i]=[s.min,s.max];return{screen:s,point:a=>t.latLngToLayerPoint(a),free:a=>a[0]>=c.x&&a[2]<=i.x&&a[1]>=c.y&&
a[3]<=i.y&&e.every(f=>me(f,a)),take:(...a)=>{e.push(...a)},widthOf(a,f,l){return n.font=`${l?600:400} ${f}px ${o}`,n.measureText(a).width}}}var qn=({x:t,y:e},n,o,r)=>[
[t+r,e-o/2],[t-r-n,e-o/2],[t-n/2,e-o-4],[t-n/2,e+4]];function _t(t,e,n){return t.style.transform=`translate(${e}px,${n}px)`,t}var si=1.6,ai=250,ci=6;function Qn(t,e,n,o){let r={options:{padding:.15},_initContainer(){this._container=L.DomUtil.create("canvas","cells"),this._container.setAttribute(
"aria-hidden","true"),this._context=this._container.getContext("2d")},_destroyContainer(){L.DomUtil.remove(this._container)},_update(){if(this._map._animatingZoom&&
this._bounds)return;L.Renderer.prototype._update.call(this),this._fit(),ce(t,this._frame,this._cell),ce(e,this._frame,this._near);let c=Math.min(ai,Math.round(si*
$n(this._frame.scale,o)));jn(this._cell,this._frame,c,this._near,this._distance),this._expecting||this.draw()},expect(){this._expecting=!0,requestAnimationFrame(
()=>{this._expecting&&this.draw()})},_fit(){let c=Math.min(2,Math.max(1,Math.round(window.devicePixelRatio||1))),i=this._bounds.getSize(),a=Math.max(1,Math.round(
i.x*c)),f=Math.max(1,Math.round(i.y*c)),l=this._container;L.DomUtil.setPosition(l,this._bounds.min),l.style.width=i.x+"px",l.style.height=i.y+"px",(l.width!==a||
l.height!==f||!this._cell)&&(l.width=a,l.height=f,this._image=this._context.createImageData(a,f),this._pixels=new Uint32Array(this._image.data.buffer),this._cell=
new Uint32Array(a*f),this._near=new Uint32Array(a*f),this._distance=new Uint8Array(a*f));let u=this._map.getPixelOrigin().add(this._bounds.min),p=c*2**this._map.
getZoom();this._frame={width:a,height:f,ratio:c,scale:p,left:u.x*c,top:u.y*c}},paint(c){this._look=c,this.draw()},draw(){if(this._expecting=!1,!this._look||!this.
_cell)return;let{ratio:c}=this._frame;Wn(this._pixels,this._cell,this._frame,ci*c,this._look),zn(this._pixels,this._near,this._frame,c>1?3:1,this._look),this._context.
putImageData(this._image,0,0)},at(c,i){let a=this._map.latLngToLayerPoint(c).subtract(this._bounds.min).multiplyBy(this._frame.ratio).floor(),{width:f,height:l}=this.
_frame;if(a.x<0||a.y<0||a.x>=f||a.y>=l)return-1;let u=a.y*f+a.x;return(i?this._near[u]:this._cell[u])-1}},s=L.Renderer.extend(r);return new s({pane:n})}var li=[["land",200],["cells",300],["base",350],["lines",400],["chosen",440],["names",620]],fi=.6;function to(t,e,n){for(let[p,d]of li){let h=t.createPane(p);h.
style.zIndex=String(d),h.style.pointerEvents="none"}let o={};for(let p of["land","lines"])o[p]=L.canvas({pane:p,padding:.15});let r=(p,d)=>({pane:p,renderer:o[p],
interactive:!1,smoothFactor:fi,...d}),s=e.base.border.map(xt),c=e.edge.map(xt),i=n.map(p=>L.polygon(p.rings,r("land",{weight:1})).addTo(t)),a=n.map(p=>L.polygon(
p.rings,r("lines",{fill:!1,weight:p.part==="ring"?.5:.9})).addTo(t)),f=L.polyline(c,r("lines",{weight:1.6,dashArray:"5 5"})).addTo(t),l=L.polyline(s,r("lines",{
weight:5,opacity:.85})).addTo(t),u=L.polyline(s,r("lines",{weight:2.4})).addTo(t);return{frontier:s,edge:c,dress(p){for(let d of i)d.setStyle({color:p.land,fillColor:p.
land,fillOpacity:1});a.forEach((d,h)=>d.setStyle({color:n[h].part==="ring"?p.faint:p.outline})),f.setStyle({color:p.edge}),l.setStyle({color:p.halo}),u.setStyle(
{color:p.border})},flush(){for(let p of Object.values(o))p._redraw()}}}var fe=10,ui=6,Ht=14,pi=300,di=34,hi=[0,9,9.75,11.5],mi=t=>t<9.5?26:60,gi=2;function eo(t){let e=t.getZoom(),n=t.containerPointToLayerPoint([0,0]),o=t.getPixelOrigin(),
r=t.getSize();return{width:r.x,height:r.y,scale:2**e,zoom:e,x:n.x,y:n.y,left:o.x+n.x,top:o.y+n.y}}function yi(t,{width:e,height:n}){let o=[];for(let s=1;s<t.length;s++){
let[[c,i],[a,f]]=[t[s-1],t[s]],l=Math.max(1,Math.ceil(Math.hypot(a-c,f-i)/12));for(let u=0;u<l;u++){let p=c+(u+.5)/l*(a-c),d=i+(u+.5)/l*(f-i);p>0&&d>0&&p<e&&d<n&&
o.push([p,d])}}let r=Math.floor(o.length/2);return o.map((s,c)=>o[r+(c%2?-1:1)*Math.ceil(c/2)]).filter(Boolean)}var wi=t=>t.reduce((e,[n,o],r)=>r?e+Math.hypot(n-
t[r-1][0],o-t[r-1][1]):0,0);function no(t,e,n,o){let r=eo(t),s=vt(r.zoom),c=[],i=new Map;for(let a of o){if(!z("road",a,r.zoom)||r.zoom<hi[a-1])continue;let f=it(
e,"road",a,r).filter(l=>e.name[l]).map(l=>({name:e.name[l],corners:st(e,l,s,r)})).map(l=>({...l,long:wi(l.corners)})).filter(({long:l})=>l>=di).sort((l,u)=>u.long-
l.long);for(let{name:l,corners:u}of f){if(c.length>=mi(r.zoom))return c;let p=l.split("/").slice(0,gi).join("/"),d=n.widthOf(p,fe,!0)+ui,h=l.split("/").flatMap(
m=>i.get(m)??[]);for(let[m,g]of yi(u,r)){if(h.some(([k,v])=>Math.hypot(k-m,v-g)<pi))continue;let[_,w]=[r.x+m-d/2,r.y+g-Ht/2];if(n.free([_-2,w-2,_+d+2,w+Ht+2])){
n.take([_,w,_+d,w+Ht]),c.push({text:p,rank:a,x:_,y:w,width:d,height:Ht}),h.push([m,g]);for(let k of l.split("/"))i.set(k,[...i.get(k)??[],[m,g]])}}}}return c}function oo(t,e,n){
let o=eo(t);return n.filter(r=>z("place",r,o.zoom)).flatMap(r=>it(e,"place",r,o).map(s=>{let[[c,i]]=st(e,s,vt(1/0),o);return{name:e.name[s],rank:r,people:e.people[s],
at:L.point(o.x+c,o.y+i)}}).sort((s,c)=>c.people-s.people))}var bi=6e4,_i=10.5,xi=".leaflet-bar, .leaflet-control-scale, #warnings li",ki=220,vi=8,Si=10,Oi=12,Ai=[12.5,11.5,11,10.5];function Ei(t){let e=t.containerPointToLayerPoint(
[0,0]),n=t.getContainer().getBoundingClientRect(),[o,r]=[e.x-n.left,e.y-n.top];return[...document.querySelectorAll(xi)].map(s=>{let c=s.getBoundingClientRect();
return[c.left+o,c.top+r,c.right+o,c.bottom+r]})}function Q(t,e,n,o,r){let s=o.size*1.3,c=Math.min(t.widthOf(e,o.size,o.bold),ki)+4,a=(r?qn(n,c,s,5):[[n.x-c/2,n.
y-s/2]]).find(([u,p])=>t.free([u,p,u+c,p+s]));if(!a)return[];let[f,l]=a;return t.take([f,l,f+c,l+s],[n.x-3,n.y-3,n.x+3,n.y+3]),[{name:e,x:f,y:l,at:n,...o,dot:r}]}
function Ii(t,e){let n=t.point(e.latlng);return t.take([n.x-11,n.y-31,n.x+11,n.y+2]),Q(t,e.name,n.add([8,-14]),{size:14,bold:!0,kind:"here"},!0)}function Ni(t,{
areas:e,frontier:n,words:o},r){let s=n.flat().filter((i,a)=>a%Si===0).map(t.point);if(!s.some(i=>t.screen.contains(i)))return[];let c=i=>s.some(a=>Math.abs(a.x-
i.x)<100&&Math.abs(a.y-i.y)<26);return[...new Set(e.map(i=>i.country))].flatMap(i=>{let a=o.t(i.toLowerCase()).toLocaleUpperCase(),f=e.filter(l=>l.country===i).
map(l=>t.point(l.centre)).filter(l=>t.screen.contains(l)&&!c(l)).sort((l,u)=>l.distanceTo(r)-u.distanceTo(r));for(let l of f){let u=Q(t,a,l,{size:13,bold:!0,kind:"\
country"},!1);if(u.length)return u}return[]})}function Ti(t,{edge:e,words:n}){let[o]=e.flat().filter((r,s)=>s%vi===0).map(t.point).filter(r=>t.screen.contains(r)).
sort((r,s)=>s.y-r.y);return o?Q(t,n.t("data_end"),o.add([0,11]),{size:11,bold:!1,kind:"end"},!1):[]}function ue(t,{map:e,base:n},o){return n?no(e,n,t,o).map(({text:r,
rank:s,x:c,y:i,width:a})=>({name:r,x:c,y:i,at:L.point(c,i),size:fe,bold:!0,dot:!1,width:a,kind:s===1?"shield motorway":"shield"})):[]}function ro(t,{map:e,base:n},o){
return n?oo(e,n,o).filter(({at:r})=>t.screen.contains(r)).flatMap(({name:r,rank:s,at:c})=>Q(t,r,c,{size:Ai[s-1],bold:!1,kind:"village"},!0)):[]}function io(t,e,n){
let{map:o,places:r,areas:s}=t,c=o.getZoom(),i=Jn(o,Ei(o)),a=e?Ii(i,e):[],f=o.containerPointToLayerPoint(o.getSize().divideBy(2)),l=!1;for(let[u,p,d]of r){let h=s[u];
if(!l&&h.population<bi&&(l=!0,a.push(...Ni(i,t,f))),e&&e.area===h&&e.kind==="place"||!ye(h,c))continue;let m=i.point([d,p]);if(!i.screen.contains(m))continue;let g=we(
h.population),_=h.part==="ring"?"ring":"town";a.push(...Q(i,h.name,m,{size:g,bold:g>Oi,kind:_,number:u},!0))}a.push(...ue(i,t,[1,2]),...ro(i,t,[1,2,3]),...ue(i,
t,[3]));for(let u of c>=_i?n:[]){let p=i.point([u.lat,u.lon]);i.screen.contains(p)&&a.push(...Q(i,u.name,p,{size:10.5,bold:!1,kind:"stop",stop:u.key},!0))}return a.
push(...ro(i,t,[4]),...ue(i,t,[4])),[...a,...Ti(i,t)]}function so(t,e){t.replaceChildren(...e.flatMap(n=>{let o=y("span",{class:"place "+n.kind+(n.bold?" big":"")},
n.name);return o.style.fontSize=n.size+"px",n.width&&(o.style.width=n.width+"px"),_t(o,n.x,n.y),!n.dot||n.kind==="here"?[o]:[_t(y("i",{class:"dot "+n.kind}),n.at.
x-2.5,n.at.y-2.5),o]}))}var Mi=240,Li=9;function Ci(){let t=y("div",{class:"pin","aria-hidden":"true"});return t.append(R("svg",{viewBox:"0 0 24 32"},R("path",{d:"M12 31C12 31 2.5 18.6\
 2.5 11.4a9.5 9.5 0 0 1 19 0C21.5 18.6 12 31 12 31Z"}),R("circle",{cx:12,cy:11.5,r:3.6}))),t}function Ri(t){t.append(y("div",{class:"cross","aria-hidden":"true"}));
let e=n=>t.classList.toggle("keyed",n);t.addEventListener("keyup",n=>e(n.target===t)),t.addEventListener("pointerdown",()=>e(!1)),t.addEventListener("blur",()=>e(
!1))}function Pi(t,e){let n=y("div",{id:"hover",hidden:!0,"aria-hidden":"true"});t.getContainer().append(n);let o=null,r=()=>"";function s(){o&&(n.textContent=r(
e.at(o,!1)),n.hidden=!n.textContent)}return{sayAgain:s,quiet(){n.hidden=!0},hover(c){window.matchMedia("(hover: hover)").matches&&(r=c,t.on("mousemove",({latlng:i,
containerPoint:a})=>{o=i,s();let f=a.x>t.getSize().x-Mi;n.style.transform=`translate(${a.x+(f?-12:14)}px,${a.y+14}px)`+(f?" translateX(-100%)":"")}),t.on("mouse\
out zoomstart movestart",()=>{o=null,n.hidden=!0}))}}}function $i(t,e){function n(r){let s=e(),c=s&&t.getBounds().contains(s)?s:t.getCenter();return t.setZoomAround(
c,t.getZoom()+r)}let{zoomDelta:o=1}=t.options;t.zoomIn=(r=o)=>n(r),t.zoomOut=(r=o)=>n(-r)}function ao(t,e,{areas:n,cells:o,base:r,words:s}){let c=to(t,e,n),[i,a,
f,l]=e.base.bounds,u=Qn(o,Bn(n.map(x=>x.rings.flat())),"cells",(i+f)/2),p=r?Se("base"):null,d=Ci();t.getPane("chosen")?.append(d),Ri(t.getContainer()),L.control.
scale({imperial:!1,position:"bottomright",maxWidth:110}).addTo(t);let h=L.latLngBounds([i,a],[f,l]),m=()=>t.fitBounds(h,{padding:[2,2],animate:!1});t.setMaxBounds(
h.pad(.9)),Te(t,m);let g=t.getPane("names"),_=[],w=null,k=[];$i(t,()=>w?.latlng);function v(){if(_=io({map:t,places:e.base.places,areas:n,base:r,words:s,...c},w,
k),so(g,_),d.hidden=!w,!w)return;let x=t.latLngToLayerPoint(w.latlng);_t(d,x.x-12,x.y-31)}return t.on("moveend zoomend resize viewreset",v),t.on("zoomstart",()=>{
g.replaceChildren(),d.hidden=!0}),Me(t,()=>{t.invalidateSize({animate:!1,pan:!1}),m()}),{layer:u,home:m,...Pi(t,u),flush:c.flush,dress(x,S){c.dress(x),p?.dress(
ke[S?"dark":"light"])},start(){m(),u.addTo(t),p?.addTo(t).show(r)},choose(x){w=x,v()},showStops(x){k=x,v()},nameAt(x){let S=t.containerPointToLayerPoint(x),[N]=_.
filter(A=>(A.number!==void 0||A.stop)&&A.dot).map(A=>({far:A.at.distanceTo(S),one:A})).sort((A,W)=>A.far-W.far);return N&&N.far<Li?N.one:null},get written(){return _},
get chosen(){return w}}}var Di=120,Bi=300,Ui=700;function pe(t,e){let n=0;return()=>{clearTimeout(n),n=window.setTimeout(e,t)}}function co({map:t,view:e,here:n},o){let r=n(),s=L.latLng(
r.lat,r.lon);o&&!t.getBounds().pad(-.08).contains(s)&&t.panTo(s,{animate:!1}),e.choose({...r,latlng:s})}function ji(t){let{words:e,data:n,map:o,view:r,now:s}=t;
function c(){b("theme").textContent=e.t(t.dark()?"theme_light":"theme_dark")}return{speak(){e.language=s.state.language,Et(e,n,o.getContainer()),co(t,!1),c()},dress(){
document.documentElement.dataset.theme=t.dark()?"dark":"light",Ae(n.sides,t.dark()),r.dress(t.theme(),t.dark()),c()}}}function Wi(t,e){let{map:n,view:o,areas:r,
engine:s,words:c}=t;function i(a,f){let l=o.nameAt(a);if(l)return e({place:l.stop??"place:"+r[Number(l.number)].code});let u=o.layer.at(f,!0);return u>=0?e({place:"\
cell:"+s.cells.id[u]}):zt(c.t("outside_click"))}n.on("click",a=>i(a.containerPoint,a.latlng)),n.getContainer().addEventListener("keydown",a=>{a.key!=="Enter"||a.
target!==n.getContainer()||(a.preventDefault(),i(n.latLngToContainerPoint(n.getCenter()),n.getCenter()))}),o.hover(a=>Ln(t,a))}function zi(t,e){let{words:n,known:o,
places:r,view:s,now:c,map:i}=t,{speak:a,dress:f}=ji(t),l=Vn(t,g),u=pe(Ui,()=>{b("said").textContent=b("headline").textContent}),p=pe(Di,()=>re(t,g)),d=pe(Bi,()=>ie(
t)),h=an(b("question"),{words:n,known:o,entries:r.searchable((w,k)=>i.distance(w,k)),ask:g}),m=Qe(t,{begin(w){c.state.language!==w.language&&a(),c.state.theme!==
w.theme&&f(),h.show(c.state,t.here().name),c.state.place!==w.place&&(s.layer.expect(),co(t,!0)),b("headline").setAttribute("aria-busy","true"),s.quiet()},draw(){
Tn(t),s.sayAgain(),Mn(t,g),u(),l.ask(),l.show(),Wt(t),On(t)},later(){p(),d()}},e.redrawMs);function g(w){return m.ask(w)}function _(){f(),c.shown&&m.show(c.state)}
return b("theme").addEventListener("click",()=>g({theme:t.dark()?"light":"dark"})),b("table-box").addEventListener("toggle",()=>re(t,g)),b("rank-box").querySelector(
"details").addEventListener("toggle",l.show),t.prefersDark.addEventListener("change",_),window.addEventListener("hashchange",()=>g(ht(location.hash))),Pn(t,{dress:f,
draw:m.draw,again:_}),Wi(t,g),Object.defineProperty(e,"rank",{get:l.progress}),{ask:g,first(){return s.start(),a(),f(),s.showStops(r.stops),m.show(c.state)}}}async function Hi(t,e,n){
let{trip:o,scenario:r}={...e.start,...ht(location.hash)},s={place:{kind:"cell",index:0},trip:o,scenario:r},c=await mn(e.engine,b("grensgeo-engine").textContent,
s),i=p=>c.arrays["shape/"+p],a=ge(e.base.areas),f=Dn(Object.fromEntries(["rings","corners","start_x","start_y","step_x","step_y"].map(p=>[p,i(p)]))),l=await ve(
e.base_map),u=ao(t,e,{areas:a,cells:f,base:l,words:n});return{map:t,data:e,words:n,engine:c,areas:a,view:u,edge:i("edge")}}function Fi(t){let e=Ee();e.start.language=
Re(e.language,navigator.languages);let n=Pe(e.labels,e.start.language),o={},r=i=>{Object.assign(o,i),n.language=i.language,Et(n,e,t.getContainer())};Ie(i=>r({language:i}));
let s={redrawMs:[]};async function c(){let i=Kn(await Hi(t,e,n),o),{ask:a,first:f}=zi(i,s);return r=a,Object.defineProperties(s,{state:{get:()=>({...i.now.state})},
figures:{get:()=>i.now.shown}}),Object.assign(s,{set:a,engine:i.engine,csv:()=>se(i),chart:l=>Dt(n,i.now.state,j(i).opportunity,l,u=>a({cutoff:u}))}),await f(),
s}t.getContainer().setAttribute("role","application"),Et(n,e,t.getContainer()),s.ready=c().catch(i=>{throw b("headline").textContent=n.t("failed",{reason:String(
i?.message??i)}),i}),Object.assign(globalThis,{grensgeoAtlas:s})}Object.assign(globalThis,{grensgeoPage:Fi});})();
