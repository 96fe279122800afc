/* grensgeo atlas: bundled from js/ by `make js`; edit there.
   sources 26a5aa6272c82285: src/atlas/answer.js src/atlas/asking.js src/atlas/cells.js src/atlas/chart.js src/atlas/choices.js src/atlas/colours.js src/atlas/controls.js src/atlas/csv.js src/atlas/cut.js src/atlas/engine.js src/atlas/figures.js src/atlas/ground.js src/atlas/headline.js src/atlas/leaving.js src/atlas/main.js src/atlas/mean.js src/atlas/names.js src/atlas/outlines.js src/atlas/picture.js src/atlas/places.js src/atlas/ranking.js src/atlas/saying.js src/atlas/search.js src/atlas/second.js src/atlas/session.js src/atlas/showing.js src/atlas/standings.js src/atlas/state.js src/atlas/table_leaving.js src/atlas/telling.js src/atlas/versus.js src/atlas/versus_shown.js src/atlas/view.js src/atlas/ways.js src/atlas/why_shown.js src/engine/answers.js src/engine/counting.js src/engine/hierarchy.js src/engine/journey.js src/engine/later.js src/engine/path.js src/engine/streets.js src/engine/sweep.js src/engine/timetable.js src/engine/transit.js src/engine/weights.js src/engine/why.js src/engine/worker.js src/shared/after_paint.js src/shared/appearance.js src/shared/areas.js src/shared/base_map.js src/shared/base_names.js src/shared/canvas_layer.js src/shared/elements.js src/shared/geometry.js src/shared/keeping.js src/shared/map_nodes.js src/shared/numbers.js src/shared/page.js src/shared/pdf.js src/shared/precision.js src/shared/room.js src/shared/saving.js src/shared/sheet.js src/shared/small_table.js src/shared/unpack.js src/shared/words.js */
"use strict";(()=>{var Qe=85.0511287798,wt=t=>256*(t+180)/360;function yt(t){let e=Math.sin(Math.max(-Qe,Math.min(Qe,t))*Math.PI/180);return 256*(.5-Math.log((1+e)/(1-e))/(4*Math.
PI))}var tn=(t,e)=>[360*t/256-180,360/Math.PI*Math.atan(Math.exp(2*Math.PI*(.5-e/256)))-90];function X(t){let e=new Int32Array(t.length+1);for(let n=0;n<t.length;n++)
e[n+1]=e[n]+t[n];return e}function Bt(t){let e=[],[n,o]=[0,0];for(let r=0;r<t.length;r+=2)n+=t[r],o+=t[r+1],e.push([o/1e4,n/1e4]);return e}var en=t=>t.map(e=>e.
map(Bt)),nn=(t,e)=>t[2]<e[0]||t[0]>e[2]||t[3]<e[1]||t[1]>e[3];var Nr=[[9,15e4],[10,5e4]];function on(t){return t.map(([e,n,o,r,i,a,s],c)=>{let l=en(s);return{number:c,code:e,name:n,country:o,nuts3:r,part:i,population:a,rings:l,
centre:L.latLngBounds(l.flat(2)).getCenter()}})}function rn(t,e){let n=Nr.find(([o])=>e<o);return t.part!=="ring"||!n||t.population>=n[1]}var sn=t=>t>2e5?15:t>6e4?
13:11.5;var b=t=>document.getElementById(t);function cn(t,e,n){for(let[o,r]of Object.entries(e))r!==null&&r!==!1&&t.setAttribute(o,r===!0?"":String(r));return t.append(
...n.filter(o=>o!==null)),t}function w(t,e={},...n){return cn(document.createElement(t),e,n)}function O(t,e={},...n){let o=document.createElementNS("http://www.\
w3.org/2000/svg",t);return cn(o,e,n)}function bt(t,e,n){return t.style[n]=`var(--side-${e})`,t}var Dt=t=>bt(w("i",{class:"key","aria-hidden":"true"}),t,"backgro\
und");function an(t,e){for(let[n,o]of Object.entries(t))document.documentElement.style.setProperty("--side-"+n,o[e?1:0])}function jt(t,e,n=null){let o=w("button",
{type:"button",class:"link","data-key":n},t);return o.addEventListener("click",e),o}var ln=()=>JSON.parse(b("grensgeo-data").textContent);function K(t,...e){let n=t.
contains(document.activeElement)?document.activeElement:null,o=n?.getAttribute("data-key")??null,r=!n?.matches(":focus-visible");if(t.replaceChildren(...e.filter(
a=>a!==null)),o===null)return;let i=[...t.querySelectorAll("[data-key]")].find(a=>a.getAttribute("data-key")===o);i instanceof HTMLElement&&i.focus({preventScroll:r})}var P={nl:"nl-NL",de:"de-DE",en:"en-GB"},Mr=.001,Lr=10,Cr=.095,fn=5e-4,un=.001,$r=.995,Rr=.99;function Pr(t){return t>=Mr&&t<1?{maximumSignificantDigits:2}:{maximumFractionDigits:t<
Lr?1:0}}var Br=t=>t.replace("-","−");function pe(t){let e=new Map;function n(c,l){let f=JSON.stringify(l),u=e.get(f);return u||e.set(f,u=new Intl.NumberFormat(
t,l)),u.format(c)}let o=c=>n(c,Pr(Math.abs(c))),r=c=>n(c,{style:"percent",maximumFractionDigits:c!==0&&Math.abs(c)<Cr?1:0});function i(c){return c>$r&&c<1?">"+r(
Rr):c>0&&c<fn?"<"+r(un):r(c)}let a=(c,l)=>l>0?"+"+c:Br(c);function s(c){return c===0||Math.abs(c)>=fn?a(r(c),c):(c<0?"−":"+")+"<"+r(un)}return{format:n,count:o,
share:r,part:i,signedShare:s,plain:c=>n(c,{}),signedCount:c=>a(o(c),c),minutes:(c,l=0)=>n(c,{minimumFractionDigits:l,maximumFractionDigits:l})}}var Q=Object.keys(P);function pn(t,e){return e.map(n=>n.slice(0,2).toLowerCase()).find(n=>Q.includes(n))??t}function Dr(t,e){return t.replace(/\{(\w+)\}/g,(n,o)=>Object.
hasOwn(e,o)?e[o]:n)}var B=t=>t.normalize("NFD").replace(/\p{M}/gu,"").replace(/ß/g,"ss").toLowerCase().replace(/[^\p{L}\p{N}]+/gu," ").trim();function dn(t,e){
let n=e,o=pe(P[n]);function r(s,c){let l=t[s];return l&&c!==null&&Object.hasOwn(l,c)?l[c][n]:null}let i=(s,c={})=>Dr(r("texts",s)??s,c);return{get language(){return n},
set language(s){n=s,o=pe(P[s])},named:r,t:i,count:s=>s===null||Number.isNaN(s)?i("missing"):o.count(s),share:s=>o.share(s),part:s=>o.part(s),plain:s=>o.plain(s),
signedCount:s=>o.signedCount(s),signedShare:s=>o.signedShare(s),minutes:(s,c)=>o.minutes(s,c),opportunity:s=>r("opportunities",s)??s,period:s=>r("periods",s)??s,
in:s=>s[n],capital:s=>s.charAt(0).toLocaleUpperCase(P[n])+s.slice(1),lowered:s=>s.charAt(0).toLocaleLowerCase(P[n])+s.slice(1),sort:(s,c)=>s.localeCompare(c,P[n]),
date:s=>new Intl.DateTimeFormat(P[n],{weekday:"short",day:"numeric",month:"short",timeZone:"UTC"}).format(s),clock:s=>new Intl.DateTimeFormat(P[n],{hour:"2-digi\
t",minute:"2-digit",timeZone:"UTC"}).format(s),sentence(s,c){return i(s).split(/(\{\w+\})/).map(l=>{let f=l.startsWith("{")?l.slice(1,-1):null;return f!==null&&
Object.hasOwn(c,f)?c[f]:l})}}}var hn="grensgeo",jr=["light","dark"];function mn(){try{let{language:t,theme:e}=JSON.parse(localStorage.getItem(hn)??"{}");return{language:t,theme:e}}catch{return{}}}
function de(t){try{localStorage.setItem(hn,JSON.stringify({...mn(),...t}))}catch{}}function gn(t,e){let n=mn(),o=(r,...i)=>i.find(a=>a!==void 0&&r.includes(a));
return{language:o(Q,e.language,n.language)??pn(t,navigator.languages),theme:o(jr,e.theme,n.theme)??"auto"}}function Ft(t){let e=!1,n=0;function o(){e&&(e=!1,t())}let r=()=>requestAnimationFrame(()=>requestAnimationFrame(()=>{n||o()}));function i(){clearTimeout(n),n=0,
e&&r()}return{flush:o,release:i,ask(){!e&&!n&&r(),e=!0},hold(){clearTimeout(n),n=Number(setTimeout(i,400))}}}function Ut(t){let e=window.devicePixelRatio||1;return Math.min(2,Math.max(1,t?Math.round(e):e))}function zt(t,e,n){let o={options:{padding:.15},_initContainer(){
this._container=L.DomUtil.create("canvas",e),this._container.setAttribute("aria-hidden","true"),this._context=this._container.getContext("2d")},_destroyContainer(){
L.DomUtil.remove(this._container)},_lay(i){let a=this._bounds.getSize(),s=this._container,c=Math.max(1,Math.round(a.x*i)),l=Math.max(1,Math.round(a.y*i));L.DomUtil.
setPosition(s,this._bounds.min),s.style.width=a.x+"px",s.style.height=a.y+"px";let f=s.width!==c||s.height!==l;f&&Object.assign(s,{width:c,height:l});let u=this.
_map.getPixelOrigin().add(this._bounds.min),p=i*2**this._map.getZoom();return{other:f,frame:{width:c,height:l,ratio:i,scale:p,left:u.x*i,top:u.y*i}}}},r=L.Renderer.
extend({...o,...n});return new r({pane:t})}var he={uint8:Uint8Array,int8:Int8Array,uint16:Uint16Array,int16:Int16Array,uint32:Uint32Array,int32:Int32Array,float32:Float32Array,float64:Float64Array};function Fr(t){
let e=atob(t),n=new Uint8Array(e.length);for(let o=0;o<n.length;o++)n[o]=e.charCodeAt(o);return n}async function Ur(t){let e=new Blob([t]).stream().pipeThrough(
new DecompressionStream("deflate"));return new Uint8Array(await new Response(e).arrayBuffer())}function zr(t,{n:e,width:n,steps:o=0}){let r=new Int32Array(e);for(let i=0;i<
e;i++){let a=t[i];n>1&&(a|=t[e+i]<<8),n>2&&(a|=t[2*e+i]<<16|t[3*e+i]<<24),r[i]=a>>>1^-(a&1)}for(let i=0;i<o;i++)for(let a=1;a<e;a++)r[a]=r[a]+r[a-1]|0;return r}
function Hr(t,e){let n=new he[e.type](e.n),o=10**e.digits,r=Object.hasOwn(e,"null");for(let i=0;i<e.n;i++)n[i]=r&&t[i]===e.null?NaN:t[i]/o;return n}function Wr(t,{
type:e,n,width:o}){let r=new Uint8Array(n*o);for(let c=0;c<o;c++)for(let l=0;l<n;l++)r[l*o+c]=t[c*n+l];let i=new DataView(r.buffer),a=new he[e](n),s=o===8?"getF\
loat64":"getFloat32";for(let c=0;c<n;c++)a[c]=i[s](c*o,!0);return a}async function Gr(t,e){let n=await Ur(Fr(e));if(t.type==="text")return t.n===0?[]:new TextDecoder().
decode(n).split(`
`);if(!Object.hasOwn(t,"steps"))return Wr(n,t);let o=zr(n,t);return Object.hasOwn(t,"digits")?Hr(o,t):t.type==="int32"?o:he[t.type].from(o)}async function xt(t,e){
if(t.format!==1||t.parts.length!==e.length)throw new Error(`packed in format ${t.format}, ${e.length} chunks`);let n=await Promise.all(t.parts.map((o,r)=>Gr(o,e[r])));
return Object.fromEntries(t.parts.map((o,r)=>[o.name,n[r]]))}var Xr=["nature","built_up","water"],Kr=[[1.5,4.5],[1.1,3.4],[.6,2.6],[.5,2]],me=[8,13],wn=1.1,Vr=2.2,yn=1.7,ge=({looks:t},e)=>t.levels_from.filter(n=>e>=n).length;
function _t({looks:t},e,n,o){let r=t.shown_from[e];return o>=r[Math.min(n,r.length)-1]}function Zr(t,e){let{layers:n}=e,{names:o,layer:r,rank:i,name:a,corners:s,
start_x:c,start_y:l,step_x:f,step_y:u}=t,p=X(s),d=s.length,h=new Float64Array(p[d]),m=new Float64Array(p[d]),y=new Float64Array(4*d),g=new Int32Array(d),[x,k,_,
S]=[0,0,0,0];for(let v=0;v<d;v++){x+=c[v],k+=l[v];let[N,G]=[x,k],[U,Y,J,q]=[1/0,1/0,-1/0,-1/0];for(let C=p[v];C<p[v+1];C++)C>p[v]&&(N+=f[_],G+=u[_],_++),h[C]=wt(
N/1e4),m[C]=yt(G/1e4),U=Math.min(U,h[C]),J=Math.max(J,h[C]),Y=Math.min(Y,m[C]),q=Math.max(q,m[C]);y.set([U,Y,J,q],4*v),n[r[v]]==="place"&&(g[v]=t.people[S++])}return{
n:d,layer:Array.from(r,v=>n[v]),rank:i,name:Array.from(a,v=>o[v]),people:g,at:p,x:h,y:m,level:t.level,box:y,looks:e}}var bn=({at:t,x:e,y:n},o)=>tn(e[t[o]],n[t[o]]);
async function xn(t){if(!t)return null;let{manifest:e,chunks:n}=t;return Zr(await xt(e,n),e.meta)}function vt({n:t,layer:e,rank:n,box:o},r,i,{width:a,height:s,scale:c,
left:l,top:f}){let u=[];for(let p=0;p<t;p++){if(e[p]!==r||n[p]!==i)continue;o[4*p]*c-l>a||o[4*p+2]*c-l<0||o[4*p+1]*c-f>s||o[4*p+3]*c-f<0||u.push(p)}return u}function Ot({
at:t,x:e,y:n,level:o},r,i,{scale:a,left:s,top:c}){let l=[];for(let f=t[r];f<t[r+1];f++)o[f]<=i&&l.push([e[f]*a-s,n[f]*a-c]);return l}function Yr(t,e,n,o,{sight:r,
level:i}){let a=Xr.includes(n);t.beginPath();for(let s of vt(e,n,o,r)){let c=Ot(e,s,i,r);c.length<(a?3:2)||(c.forEach(([l,f],u)=>u?t.lineTo(l,f):t.moveTo(l,f)),
a&&t.closePath())}}function tt(t,e,n,o=[]){t.strokeStyle=e,t.lineWidth=n,t.setLineDash(o),t.stroke()}function Jr(t,e,n,{zoom:o,ratio:r,colours:i,transit:a=!1}){
let s=ge(e,o),c=Math.max(0,Math.min(1,(o-me[0])/(me[1]-me[0]))),l={sight:n,level:s};t.lineJoin="round",t.lineCap="round";function f(u,p){for(let d=e.looks.shown_from[u].
length;d>=1;d--)_t(e,u,d,o)&&(Yr(t,e,u,d,l),p(d))}for(let u of["nature","built_up","water"])f(u,()=>{t.fillStyle=i[u],t.fill("nonzero")});if(f("waterway",u=>tt(
t,i.river,r*(1+1.4*c)/Math.sqrt(u))),f("road",u=>{let[p,d]=Kr[u-1],h=r*(p+c*(d-p));tt(t,i.casing,h+r*(u<3?wn:.7*wn)),tt(t,i.road,h)}),t.lineCap="butt",f("rail",
u=>{let p=r*(u===1?1.7+c:1.3+c)*(a?yn:1);a&&tt(t,i.casing,p+2*r),tt(t,i.rail,p),tt(t,i.sleeper,p*.5,[5*r,5*r])}),t.setLineDash([]),!(!a&&!_t(e,"station",1,o)))for(let u of vt(
e,"station",1,n)){let[[p,d]]=Ot(e,u,s,n),h=r*Vr*(a?yn:1);t.fillStyle=i.station,t.fillRect(p-h,d-h,2*h,2*h),t.strokeStyle=i.rail,t.lineWidth=r,t.strokeRect(p-h,d-
h,2*h,2*h)}}function kn(t){let e=zt(t,"base-map",{_update(){this._map._animatingZoom&&this._bounds||(this._bounds?this.late.ask():this._now())},_reset(){this._update(),
this._updateTransform(this._map.getCenter(),this._map.getZoom())},_now(){!this._map||this._map._animatingZoom&&this._bounds||(L.Renderer.prototype._update.call(
this),this.draw())},show(n){this._base=n,this.draw()},emphasise(n){this._transit=n,this.late.ask()},dress(n){this._dark=n,this.draw()},draw(){if(!this._base||!this.
_bounds)return;let{frame:n,other:o}=this._lay(Ut(!1));o||this._context.clearRect(0,0,n.width,n.height);let r=this._base.looks.colours[this._dark?"dark":"light"];
Jr(this._context,this._base,n,{zoom:this._map.getZoom(),ratio:n.ratio,colours:r,transit:this._transit})}});return e.late=Ft(()=>e._now()),e}var qr=[[".leaflet-control-zoom-in","zoom_in"],[".leaflet-control-zoom-out","zoom_out"],["a.home","home"]],St=t=>[...document.querySelectorAll(`[data-${t}]`)].map(
e=>e);function Ht(t,e,n){let{t:o}=t;document.documentElement.lang=t.language,document.title=t.in(e.title),b("title").textContent=t.in(e.title);for(let r of St("\
text"))r.textContent=o(String(r.dataset.text),{version:e.version});for(let r of St("said"))r.title=o(String(r.dataset.said));for(let r of St("label"))r.setAttribute(
"aria-label",o(String(r.dataset.label)));Qr(t.language),n.setAttribute("aria-label",o("map_region"));for(let[r,i]of qr){let a=document.querySelector(r);a&&(a.title=
o(i),a.setAttribute("aria-label",o(i)))}}function Qr(t){for(let e of St("language"))e.setAttribute("aria-pressed",String(e.dataset.language===t))}function _n(t){
for(let e of St("language"))e.addEventListener("click",()=>t(String(e.dataset.language)))}var ts=5;function vn(t,e){let n=t.filter(({concerns:o})=>!o.length||o.
some(r=>e.includes(r)));return[...n.filter(({concerns:o})=>o.length),...n.filter(({concerns:o})=>!o.length)].slice(0,ts)}function On(t){return t.url?w("a",{href:t.
url,rel:"noopener noreferrer",target:"_blank"},t.title):w("span",{},t.title)}function Sn(t,e){let n=L.Control.extend({onAdd(){let o=L.DomUtil.create("div","leaf\
let-bar"),r=L.DomUtil.create("a","home",o);return r.href="#",r.setAttribute("role","button"),r.textContent="⌂",L.DomEvent.on(r,"click",i=>{L.DomEvent.stop(i),
e()}),o}});new n({position:"topleft"}).addTo(t)}function En(t,e){let n=window.innerWidth;window.addEventListener("resize",()=>{if(window.innerWidth===n){t.invalidateSize(
{animate:!1});return}n=window.innerWidth,e()})}var Wt=.999999999,A=t=>Math.fround(t*(1+4e-7));var Tn=1,An=[5,15],es=[5,10,15,20,30],ns=60,os=6,In={light:{land:"#f6f4ef",faint:"#c4c0b6",outline:"#7d7f86",edge:"#5b6270",halo:"#ffffff",border:"#c2185b",beyond:"\
#e9e6df",line:"#16181d",undo:"#f6f4ef",still:"#8b8478",same:"#ffffff",second:"#c75000"},dark:{land:"#20252e",faint:"#454b57",outline:"#7b8494",edge:"#a8afbc",halo:"\
#0f1217",border:"#ff6f9f",beyond:"#2b313c",line:"#ffffff",undo:"#20252e",still:"#59606d",same:"#4a5160",second:"#ffb347"}},Et=t=>es.find(e=>t/e<=os)??ns;function Gt(t,e){
let n=[];for(let o=0;o<t;o+=e)n.push({from:o,to:Math.min(t,o+e)});return n}function D(t){let e=parseInt(t.slice(1),16);return 255<<24|(e&255)<<16|e&65280|e>>16}
function Nn(t){return{colour:new Uint32Array(t+1),stripe:new Uint32Array(t+1),within:new Uint8Array(t+1),line:0,second:null}}function Mn(t,e,n){t.second=n&&{line:D(
e.second),within:Uint8Array.from({length:n.minutes.length+1},(o,r)=>Number(r>0&&n.counts(n.minutes[r-1],n.countries[r-1])))}}function Ln(t,e,n,{minutes:o,walked:r,
cutoff:i,width:a,countries:s,counts:c}){let l=n.map(D),f=A(i),[u,p,d]=[D(e.beyond),D(e.undo),D(e.still)];t.line=D(e.line);for(let h=0;h<o.length;h++){let m=o[h],
y=m<=f,g=y?l[Math.max(0,Math.min(l.length-1,Math.ceil((m-1e-4)/a)-1))]:u;t.within[h+1]=y?1:0,t.colour[h+1]=g,t.stripe[h+1]=y&&!c(m,s[h])?p:y&&r&&r[h]?d:g}}function Cn(t,e,n,{
minutes:o,before:r,cutoff:i}){let a=A(i),s=n.map(D),c=s.length/2,[l,f,u]=[D(e.beyond),D(e.same),D(e.undo)];t.line=D(e.line);for(let p=0;p<o.length;p++){let[d,h]=[
o[p],r[p]],[m,y]=[d<=a,h<=a];t.within[p+1]=m?1:0;let g=f,x=null;if(!m&&!y)g=l;else if(m&&Number.isNaN(h))[g,x]=[s[s.length-1],u];else if(y&&Number.isNaN(d))[g,x]=
[s[0],u];else{let k=h-d,_=Math.abs(k),S=An.filter(v=>_>=v).length;_>=Tn&&(g=k>0?s[c+S]:s[c-1-S])}t.colour[p+1]=g,t.stripe[p+1]=x??g}}function rs(t,e,n){let{t:o,
minutes:r}=t,i=n.length/2,a=[Tn,...An],s=a.map((f,u)=>u+1<a.length?o("band_range",{a:r(f),b:r(a[u+1])}):r(f)+"+"),c=s.map((f,u)=>({colour:n[i+u],said:o("faster",
{a:f})})),l=s.map((f,u)=>({colour:n[i-1-u],said:o("slower",{a:f})}));return[...c.reverse(),{colour:e.same,said:o("same")},...l,{colour:n[n.length-1],stripe:e.undo,
said:o("gained")},{colour:n[0],stripe:e.undo,said:o("lost")}]}function ss(t,e,n,{cutoff:o,width:r,border:i,walked:a,vehicle:s}){let{t:c,minutes:l}=t,f=Gt(o,r).map(
(u,p)=>({colour:n[Math.min(p,n.length-1)],band:!0,said:c("band_range",{a:l(u.from),b:l(u.to)})}));return i!=="open"&&f.push({colour:n[1],stripe:e.undo,said:c("n\
ot_counted")}),a&&f.push({colour:n[1],stripe:e.still,said:c("without_ride",{vehicle:s})}),f}function $n(t,e,n,o){let{t:r}=t,i=t.minutes(o.cutoff);return[...o.before?
rs(t,e,n.diverging):ss(t,e,n.times,o),{line:e.line,said:o.second?r("isochrone_of",{n:i,what:o.first}):r("isochrone",{n:i})},...o.second?[{line:e.second,said:o.second}]:
[],{colour:e.beyond,said:r("beyond",{n:i})},{colour:e.land,said:r("nobody")},...o.frontier?[{line:e.border,said:r("border_line")}]:[]]}var Tt=(t,e)=>({own:t[e],others:t.filter((n,o)=>o!==e)});function nt(t){let e=t.filter(n=>!Number.isNaN(n));return e.length?e.reduce((n,o)=>n+o,0):NaN}function Bn(t){
let e=nt(t);return e===0&&t.some(n=>Number.isNaN(n))?NaN:e}var H=t=>t.status!==""&&t.status!=="no_service";function $(t,e,n){let o=(a,s)=>({place:e.ask,trip:t.trip,
direction:t.direction,percentile:t.percentile,foreign_routing:s,scenario:a}),r=t.reading==="routing",i={open:o(t.scenario,!0)};return r&&(i.wall=o(t.scenario,!1)),
t.scenario!==n&&(i.before=o(n,!0),r&&(i.beforeWall=o(n,!1))),i}function ot(t,e){let n=A(t.cutoff);return(o,r)=>o<=n&&(r===e||t.border==="open"||t.border==="real\
ised"&&Math.fround(o+t.resistance)<=n)}function Dn({engine:t,weights:e},n,o,{open:r,wall:i}){let a=t.reach(r.minutes,e,n.cutoff,o,{resistance:n.resistance}),s=i?
t.reach(i.minutes,e,n.cutoff,o,{}):a;return{...a,closed:s.closed}}function et(t,e,n,o){let r=t.by[n]??NaN,i={closed:[t.closed],realised:[r,...Tt(t.feltBy,n).others],
open:[r,...Tt(t.by,n).others]},a=[o[n]??"other",...Tt(o.slice(0,t.by.length),n).others],s={},c={};for(let[p,d]of Object.entries(i))s[p]=Bn(d),c[p]=a.filter((h,m)=>Number.
isNaN(d[m]));let l=e.border,u={closed:t.by.map(()=>0),realised:t.feltBy,open:t.by}[l].map((p,d)=>d!==n?p:l==="closed"?t.closed:t.by[n]);return{...t,atLeast:s,lacks:c,
shown:t[l],shownBy:u,sides:o.slice(0,t.by.length),unknownCountries:c[l]}}function we(t,e,n,o){let r="times"in t?Dn(t,e,n,t.times):t;return et(r,e,n,o)}function is(t,e,{
minutes:n,walked:o}){if(!o)return NaN;let r=A(e.cutoff),[i,a]=[0,0];for(let s=0;s<n.length;s++)!(n[s]<=r)||Number.isNaN(t[s])||(i+=t[s],o[s]&&(a+=t[s]));return i>
0?a/i:NaN}var Rn=(t,e,n)=>(t.border==="closed"&&n?n:e).minutes;function jn(t,e,n,o){let{engine:r,weights:i,edge:a,cut:s,palette:c,longest:l,sides:f}=t;if(H(o.open))
return t.mean?Pn(t,e,n,{minutes:o.open.minutes,walked:null}):{status:o.open.status};let u=Rn(e,o.open,o.wall),p={minutes:u,walked:o.open.walked},d=o.before&&!H(
o.before)?{open:o.before,wall:o.beforeWall}:null,h=d?Rn(e,d.open,d.wall):null;if(t.mean)return Pn(t,e,n,{...p,before:h});let m=y=>et(Dn(t,e,n,y),e,n,f);return{...m(
o),...p,home:n,noService:o.open.status==="no_service",shareWithout:is(i,e,o.open),...d&&h?{before:{...m(d),minutes:h}}:{},touchesEdge:s<=e.cutoff||cs(r,a,e,n,u),
bands:as(r,e,u,Et(l),c),curve:{...r.curve(o.open.minutes,i,l),home:n}}}function Pn(t,e,n,{minutes:o,walked:r,before:i}){let{mean:a,code:s,baseline:c,palette:l,longest:f,
sides:u}=t,p=a,d={...e,scenario:c},h=p.curve(e,s,"population");return{...et(p.figures(e,s,n),e,n,u),minutes:o,walked:r,home:n,mean:!0,...e.scenario===c?{}:{before:{
...et(p.figures(d,s,n),d,n,u),minutes:i}},bands:Gt(e.cutoff,Et(f)).map((m,y)=>{let g=x=>x[Math.min(m.to,x.length-1)]-(m.from>0?x[m.from]:0);return{...m,by:h.by.
map(g),colour:l[Math.min(y,l.length-1)]}}),curve:{...p.curve(e,s),home:n}}}function cs(t,e,n,o,r){let i=ot(n,o);return r.some((a,s)=>e[s]&&i(a,t.cells.country[s]))}
function as(t,e,n,o,r){let i=Gt(e.cutoff,o).map((s,c)=>({...s,by:Array(t.cells.covered).fill(0),colour:r[Math.min(c,r.length-1)]})),a=i.map(s=>A(s.to));for(let s=0;s<
n.length;s++){let c=a.findIndex(f=>n[s]<=f),l=t.cells.country[s];c>=0&&l>=0&&(i[c].by[l]+=t.cells.population[s])}return i}function Xt(t,e,n){let{own:o,others:r}=Tt(
e.by,n),i=o?o[t.cutoff]:NaN,a=t.border==="realised"?t.cutoff-t.resistance:t.cutoff;return t.border==="closed"||a<0?i:Bn([i,...r.map(s=>s[a])])}function Fn({engine:t,
weights:e,edge:n,longest:o},{minutes:r,walked:i},a){let{country:s,covered:c}=t.cells,l=Array(c).fill(1/0);for(let f=0;f<r.length;f++)n[f]&&r[f]<l[s[f]]&&(l[s[f]]=
r[f]);return{curve:t.curve(r,e,o),edge:l,cut:a,walked:i&&t.curve(r.map((f,u)=>i[u]?f:NaN),e,o)}}function Un(t,{curve:e,walked:n,edge:o,cut:r},i){let a=A(t.cutoff),
{own:s,others:c}=Tt(o,i),l=Math.min(...c),f=t.border==="closed"?1/0:t.border==="realised"?Math.fround(l+t.resistance):l,u=p=>nt(p.by.map(d=>d[t.cutoff]));return{
value:Xt(t,e,i),edge:r<=t.cutoff||Math.min(s??1/0,f)<=a,still:n!==null&&!(u(n)<u(e)*Wt)}}function zn(t,e,n,o,r){let i=new Map(e.map(f=>[f,[]]));for(let f=0;f<t.
cells.n;f++){let u=n(f);u&&i.get(u)?.push(f)}let a=f=>Number.isNaN(r[f])?1/0:r[f],s=t.cells.population,c=A(o.cutoff),l=[];for(let[f,u]of i){let p=u.reduce((y,g)=>y+
s[g],0),[d,h,m]=[0,1/0,0];for(let y of u.sort((g,x)=>a(g)-a(x)||0))d<p/2&&d+s[y]>=p/2&&(h=a(y)),d+=s[y],r[y]<=c&&(m+=s[y]);p>0&&l.push({area:f,median:h,within:m})}
return l.sort((f,u)=>f.median===u.median?0:f.median-u.median)}function ls(){return[...document.body.childNodes].filter(({nodeName:t})=>t!=="SCRIPT").map(t=>t instanceof Element?t.outerHTML:t.textContent).join("")}var fs=typeof document>
"u"?"":ls(),ye="grensgeo-kept",Hn=()=>document.getElementById(ye)?.textContent?.trim()??"";function Wn(t){let e=[...document.body.querySelectorAll("script")].filter(
({id:o})=>o!==ye),n=t.replace(/[<>]/g,"");return`<!DOCTYPE html>
<html lang="${document.documentElement.lang}">
<head>${document.head.innerHTML}</head>
<body>${fs}
<script type="application/json" id="${ye}">${n}<\/script>
${e.map(o=>o.outerHTML).join(`
`)}
</body>
</html>
`}var M=["closed","realised","open"],Kt=["destinations","routing"],xe=["from","to"],ke=["mean","place"],us=["auto","light","dark"],_e=5,Vt=90,Zt=60;function Gn(t,e,n,o){
let r=Math.round(Number(t));return t===""||t===null||!Number.isFinite(r)?o:Math.max(e,Math.min(n,r))}var F=(t,e,n)=>e.find(o=>o===t)??n;function rt(t,e){let n=t.
trips.find(o=>o.id===e);return n&&n.max_min?Math.min(Vt,Math.floor(n.max_min)):Vt}function ps(t,e){let n=e&&e.length?e:[50],o=n.includes(50)?50:n[Math.floor(n.length/
2)];return F(Number(t),n,o)}function ds(t,e){let{step:n}=e.mean,o=Math.min(rt(e,t.trip),e.mean.longest(t)),r=(i,a,s)=>Math.max(a,Math.min(s,Math.round(i/n)*n));
t.cutoff=r(t.cutoff,n,Math.floor(o/n)*n),t.resistance=r(t.resistance,0,Zt)}function st(t,e,n){let o={...e,...t};return o.language=F(o.language,Q,e.language),o.theme=
F(o.theme,us,"auto"),n.hasPlace(o.place)||(o.place=e.place),o.direction=F(o.direction,xe,e.direction),o.trip=F(o.trip,n.trips.map(r=>r.id),e.trip),o.percentile=
ps(o.percentile,n.trips.find(r=>r.id===o.trip)?.percentiles),o.cutoff=Gn(o.cutoff,_e,rt(n,o.trip),e.cutoff),o.border=n.hasBorder?F(o.border,M,e.border):"open",o.
reading=n.hasBorder?F(o.reading,Kt,e.reading):Kt[0],o.resistance=Gn(o.resistance,0,Zt,e.resistance),o.opportunity=F(o.opportunity,n.opportunities,e.opportunity),
o.scenario=F(o.scenario,n.scenariosOf(o.trip),n.scenarios[0]),o.compare=o.compare===!0&&o.scenario!==n.scenarios[0],o.whose=F(o.whose,ke,e.whose),o.versus=typeof o.
versus=="string"?o.versus:"",o.target&&!n.hasPlace(o.target)&&(o.target=n.hasPlace(e.target)?e.target:""),n.ofInhabitants(o)&&ds(o,n),o}var be=[["lang","languag\
e"],["theme","theme"],["at","place"],["who","whose"],["way","direction"],["trip","trip"],["p","percentile"],["min","cutoff"],["border","border"],["closed","read\
ing"],["felt","resistance"],["what","opportunity"],["plan","scenario"],["diff","compare"],["vs","versus"],["why","target"]],Xn={theme:"auto",compare:!1,versus:"",
target:""};function Yt(t,e=be.map(([,n])=>n)){return be.filter(([,n])=>e.includes(n)&&!(Object.hasOwn(Xn,n)&&t[n]===Xn[n])).map(([n,o])=>n+"="+encodeURIComponent(
o==="compare"?1:String(t[o]))).join("&")}var Jt=()=>location.hash.length>1?location.hash:Hn();function V(t){let e=t.replace(/^#/,"");if(Q.includes(e))return{language:e};
let n={};for(let o of e.split("&")){let r=o.indexOf("="),i=be.find(([s])=>s===o.slice(0,r));if(r<1||!i)continue;let a;try{a=decodeURIComponent(o.slice(r+1))}catch{
continue}n[i[1]]=i[1]==="compare"?a==="1":a}return n}var qt=["place","trip","border","scenario"],hs=t=>Yt(t,qt.filter(e=>t[e]!==void 0));function Kn(t){let e=V(t);return Object.fromEntries(qt.filter(n=>e[n]!==void 0).
map(n=>[n,e[n]]))}function At(t,e){if(!t.versus)return null;let n=Kn(t.versus),o=n.trip&&n.trip!==t.trip?{percentile:null}:{};return st({...n,...o,versus:"",target:"",
compare:!1},t,e)}var Vn=(t,e)=>qt.filter(n=>t[n]!==e[n]);function ve(t,e){let n={...Kn(t.versus),...e},o=qt.filter(r=>n[r]!==void 0&&n[r]!==t[r]);return hs(Object.
fromEntries(o.map(r=>[r,n[r]])))}var ms=200;function Oe(t,e,n){let{engine:o,baseline:r}=t,i=t.here(e);return jn({engine:o,weights:t.weights(),edge:t.edge,cut:t.cut($(e,i,r).open),palette:t.palettes().
times,longest:t.longest(e),mean:t.ofInhabitants(e)?t.mean:null,code:i.area?i.area.code:"",baseline:r,sides:t.sides},e,i.country,n)}function gs(t,e){let{now:n,known:o,
engine:r,baseline:i,places:a}=t,s=0;async function c(p){let d=At(n.state,o);if(!d)return null;let h=t.here(d),m={};for(let[y,g]of Object.entries($(d,h,i)))if(m[y]=
await r.times(g),p())return null;return H(m.open)?null:{state:d,place:h,times:m,shown:Oe(t,d,m)}}function l(){let{state:p}=n,d=a.get(p.target);if(!d)return null;
let{open:h,wall:m}=$(p,t.here(),i);return{...p.border==="closed"&&m?m:h,other:d.ask}}function f(){let{other:p,why:d}=n,h=At(n.state,o),m=p&&h&&JSON.stringify($(
h,t.here(h),i))===JSON.stringify($(p.state,p.place,i));n.other=m?{...p,state:h,shown:Oe(t,h,p.times)}:null,d&&d.key!==JSON.stringify(l())&&(n.why=null)}async function u(){
let p=++s,d=()=>p!==s,h=l();if(!(!!(n.state.versus&&!n.other)||!!(h&&!n.why)))return;let y=n.other??await c(d),g=d()||!h?null:{key:JSON.stringify(h),...await r.
why(h)};d()||(n.other=y,n.why=g,e())}return{ask:u,renew:f}}function Zn(t,e,n){let{now:o,known:r,data:i,engine:a,baseline:s}=t,c=gs(t,d),l={to:"population",from:i.
start.opportunity},f="",u=Promise.resolve();async function p(){let y=$(o.state,t.here(),s),g=JSON.stringify(y);if(g===f)return!0;f=g;let x={};for(let[k,_]of Object.
entries(y))if(x[k]=await a.times(_),f!==g)return!1;return o.times=x,!0}function d(){o.times&&(o.shown=Oe(t,o.state,o.times),c.renew(),e.draw())}async function h(y){
let g=performance.now(),x=o.times;e.begin(y),await p()&&(d(),e.later(),u=c.ask(),x===o.times&&(n.push(performance.now()-g),n.length>ms&&n.shift()))}function m(y){
let g=o.state,x=st(y,g,r);return x.direction!==g.direction&&!y.opportunity&&(l[g.direction]=g.opportunity,x.opportunity=l[x.direction]),o.state=x,h(g)}return{ask:m,
show:h,draw:d,settled:()=>u}}var E=t=>t!=null&&!Number.isNaN(t),I=({sides:t})=>t.length>1,it=t=>t.shareWithout>=Wt;function T(t,e,n){let o=e.atLeast[n];return E(o)?e.lacks[n].length>0||e.missing>
0&&o>0?t.t("at_least",{n:t.count(o)}):t.count(o):t.t("missing")}var W=(t,e,n)=>e.lacks[n].map(o=>t.t("no_data_of",{country:t.t(o)})).join(", ");function Yn(t,{open:e,
closed:n}){return!E(e)||!E(n)?t.t("effect_missing"):n===0?t.t("effect_undefined")+(e===0?"":" ("+t.signedCount(e)+")"):t.t("effect_said",{relative:t.signedShare(
e/n-1),absolute:t.signedCount(e-n)})}function Jn(t){return E(t.atLeast.open)?it(t)?t.noService?"_no_stop":"_still":t.lacks.open.length?"_unknown":I(t)?t.closed===
0&&t.open>0?"_undefined":Math.round(t.closed)!==Math.round(t.open)?"":t.touchesEdge?"_same_edge":"_same":"_whole":"_nothing"}var qn=320,ws=164,[Qt,Qn,It]=[306,8,128],ys=56,bs=7,xs=75;function ks(t){let e=10**Math.floor(Math.log10(Math.max(t,1)));return[1,2,5,10].map(n=>n*e).find(n=>n>=
t)??10*e}function _s(t,e,n){let o=ks(e/3),r=Math.ceil(e/o)*o,i=Math.max(ys,8+bs*t.count(r).length);return{step:o,top:r,left:i,last:n,x:a=>i+(Qt-i)*a/n,y:a=>It-(It-
Qn)*a/r,minuteAt:a=>Math.round((a-i)/(Qt-i)*n)}}var Se=(t,e,n,o)=>O("text",{x:e,y:n,"text-anchor":o},t);function vs(t,{step:e,top:n,left:o,last:r,x:i,y:a}){let s=[];
for(let c=0;c<=n+1e-9;c+=e)s.push(O("line",{x1:o,x2:Qt,y1:a(c),y2:a(c),class:"grid"}),Se(t.count(c),o-6,a(c)+4,"end"));for(let c=0;c<=r;c+=r>xs?30:15)s.push(Se(
t.minutes(c),i(c),It+16,"middle"));return s.push(Se(t.t("axis_minutes"),Qt,It+31,"end")),s}function Os({last:t,x:e,y:n},o,r){let i=[...Array(t+1).keys()],a=s=>i.
map(c=>`${e(c).toFixed(1)},${n(s(c)).toFixed(1)}`);return"M"+[...a(o),...a(r).reverse()].join("L")+"Z"}function Ss(t,e,n,o,r){let i=s=>T(t,{atLeast:{at:nt(o.curve.
by.map(c=>c[s]))},lacks:{at:o.lacks.open},missing:o.missing},"at"),a=Math.min(r,Math.max(5,Math.round(e.cutoff/15)*15-15));return t.t("chart_said",{opportunity:n,
a:i(a),x:t.minutes(a),b:i(Math.min(r,e.cutoff)),y:t.minutes(e.cutoff)})}function Es(t,{sides:e,curve:{home:n},lacks:o},r){let i=o.open.length?"  – "+W(t,{lacks:o},
"open"):"";if(!I({sides:e}))return[i];let a=s=>s===n?t.t("own_country"):r.length===2&&r[0]===n?t.t("across"):t.t(e[s]);return[...r.flatMap((s,c)=>[Dt(e[s]),a(s)+
(c+1<r.length?"  ":"")]),i]}function Ts(t,e){if(!t)return[];let{curve:n}=t.shown,o=Math.min(e,n.by[0].length-1);return Array.from({length:o+1},(r,i)=>Xt({...t.state,
cutoff:i},n,n.home))}function As({x:t,y:e,last:n},o,{curve:r},i){return i.length?[Array.from({length:n+1},(s,c)=>Xt({...o,cutoff:c},r,r.home)),i].map((s,c)=>O("\
path",{class:c?"second":"first",d:"M"+s.map((l,f)=>E(l)?`${t(f).toFixed(1)},${e(l).toFixed(1)}`:"").filter(l=>l).join("L")})):[]}function te(t,e,n,o,r,i=null){let{
by:a,home:s}=o.curve,c=[...a.keys()].sort((m,y)=>+(y===s)-+(m===s)),l=a[0].length-1,f=(m,y)=>c.slice(0,m).reduce((g,x)=>g+(E(a[x][y])?a[x][y]:0),0),u=Ts(i,l),p=_s(
t,Math.max(f(c.length,l),1,...u.filter(E)),l),d=p.x(e.cutoff),h=O("svg",{viewBox:`0 0 ${qn} ${ws}`,role:"img","aria-label":Ss(t,e,n,o,l)},...vs(t,p),...c.map((m,y)=>bt(
O("path",{d:Os(p,g=>f(y+1,g),g=>f(y,g)),class:"area"}),o.sides[m],"fill")),...As(p,e,o,u),O("line",{x1:d,x2:d,y1:Qn-6,y2:It+4,class:"now"}));h.addEventListener(
"pointerdown",m=>{let y=h.getBoundingClientRect();r(p.minuteAt((m.clientX-y.left)/y.width*qn))}),b("chart").replaceChildren(h),b("chart-key").replaceChildren(...Es(
t,o,c))}function ct(t,e){let n=w("fieldset",{class:"choice",id:"c-"+t}),o="",r=()=>[...n.querySelectorAll("input")];function i(a,s,c){let l=r().find(u=>u===document.activeElement)?.
value,f=w("div",{class:"pills"},...s.map(([u,p,d])=>{let h=w("input",{type:"radio",name:t,value:u,disabled:!!d});return h.addEventListener("change",()=>e(u)),w(
"label",{class:"pill"},h,w("span",{},p))}));n.replaceChildren(w("legend",{class:"legend"},a),f,...c?[w("p",{class:"small why"},c)]:[]),r().find(u=>u.value===l)?.
focus()}return{node:n,show(a,s,c,l=""){n.hidden=s.length<2;let f=JSON.stringify([a,s,l]);f!==o&&(o=f,i(a,s,l));for(let u of r())u.checked=u.value===String(c)}}}
function Ee(t,e){let n=w("input",{type:"range",id:"c-"+t,name:t,step:1}),o=w("label",{class:"legend",for:"c-"+t}),r=w("output",{for:"c-"+t,class:"reading"}),i=w(
"div",{class:"choice slide"},o,r,n);return n.addEventListener("input",()=>e(Number(n.value))),{node:i,show(a,{low:s,high:c,step:l},f,u){o.textContent=a,n.step=String(
l),n.min=String(s),n.max=String(c),n.value!==String(f)&&(n.value=String(f)),n.style.setProperty("--part",100*(f-s)/(c-s)+"%"),r.textContent=u,n.setAttribute("ar\
ia-valuetext",u)}}}var Is=12,Ae=4,Ns=["station","treinstation","halte","bahnhof","bhf","haltestelle","stop"];function to(t,e){return(t+" ").startsWith(e+" ")?0:t.startsWith(e)?1:t.
includes(" "+e)?2:t.includes(e)?3:Ae}var Te=t=>t.replace(/([aou])e/g,"$1"),Ms=(t,e)=>e.startsWith(t)&&/^\s*\p{L}/u.test(e.slice(t.length));function Ls(t){let e=t.
split(" "),n=e.filter(r=>!Ns.includes(r)),o=n.length>0&&n.length<e.length;return{name:o?n.join(" "):t,station:o}}function Cs(t,e){let n=Te(B(e));if(!n)return[];
let{name:o,station:r}=Ls(n),i=a=>a.kind==="postcode"&&Ms(a.plain,n)?0:Math.min(to(Te(a.plain),n),r&&a.kind==="stop"?to(Te(a.plain),o):Ae);return t.map(a=>({fit:i(
a),entry:a})).filter(a=>a.fit<Ae).sort((a,s)=>a.fit-s.fit||s.entry.weight-a.entry.weight).slice(0,Is).map(({entry:a})=>a)}function $s(t){let e=w("label",{class:"\
legend",for:t}),n=w("input",{id:t,class:"place-box",type:"text",role:"combobox",autocomplete:"off",spellcheck:"false","aria-autocomplete":"list","aria-expanded":"\
false","aria-controls":t+"-list","aria-describedby":t+"-hint"}),o=w("span",{id:t+"-hint",class:"small"}),r=w("ul",{id:t+"-list",class:"place-list",role:"listbox",
hidden:!0}),i=w("span",{class:"hidden",role:"status"}),a=w("div",{class:"choice search"},e,w("div",{class:"box"},n,r),o,i);return{label:e,input:n,hint:o,list:r,
said:i,node:a}}function Rs({input:t,list:e,said:n},o,r,i){let a=[],s=-1;function c(f){s=f,[...e.children].forEach((p,d)=>p.setAttribute("aria-selected",String(d===
s)));let u=e.children[s];if(!u){t.removeAttribute("aria-activedescendant");return}u.scrollIntoView({block:"nearest"}),t.setAttribute("aria-activedescendant",u.id)}
function l(f,u){let p=w("li",{role:"option",id:t.id+"-"+u,"aria-selected":"false"},w("span",{class:"name"},f.name),w("span",{class:"small"},f.note()));return p.
addEventListener("pointerdown",d=>{d.preventDefault(),i(f)}),p}return{close(){e.hidden=!0,c(-1),t.setAttribute("aria-expanded","false")},open(){a=Cs(r,t.value),
e.replaceChildren(...a.map(l)),e.hidden=a.length===0,t.setAttribute("aria-expanded",String(a.length>0));let f=!a.length&&B(t.value)!=="";return n.textContent=a.
length?o.t("place_found",{n:o.count(a.length)}):f?o.t("place_none"):"",c(a.length?0:-1),f},move:f=>c((s+f+a.length)%a.length),marked:()=>e.hidden?void 0:a[s],any:()=>a.
length>0}}function ee(t,e,n,o="place"){let r=$s(o),{input:i,hint:a,list:s,said:c}=r,l="";function f(g){a.textContent=g?l?t.t("place_none_still",{name:l}):t.t("p\
lace_none"):t.t("place_hint"),a.classList.toggle("warn",g),i.setAttribute("aria-invalid",String(g))}let u=Rs(r,t,e,p);function p(g){u.close(),f(!1),n(g.key),i.select()}
let d=()=>f(u.open());function h(){u.close(),f(!1),i.value=l}function m(){let g=u.marked();g?p(g):!u.any()&&B(i.value)&&(i.value=l,i.select())}let y={ArrowDown:()=>s.
hidden?d():u.move(1),ArrowUp:()=>s.hidden?d():u.move(-1),Enter:m,Escape:h};return i.addEventListener("input",d),i.addEventListener("focus",()=>i.select()),i.addEventListener(
"blur",()=>{h(),c.textContent=""}),i.addEventListener("keydown",g=>{Object.hasOwn(y,g.key)&&(y[g.key](),g.preventDefault())}),{node:r.node,show(g){r.label.textContent=
t.t("place"),f(!1),s.setAttribute("aria-label",t.t("place")),l=g,(document.activeElement!==i||s.hidden)&&(i.value=g)}}}function Ps({words:t,known:e,entries:n,ask:o}){let r=s=>ct(s,c=>o({[s]:c})),i=w("input",{type:"checkbox",id:"c-compare",name:"compare"});i.addEventListener("cha\
nge",()=>o({compare:i.checked}));let a=w("span",{});return{place:ee(t,n,s=>o({place:s})),whose:r("whose"),cutoff:Ee("cutoff",s=>o({cutoff:s})),border:r("border"),
resistance:Ee("resistance",s=>o({resistance:s})),mode:ct("mode",s=>o({trip:e.trips.find(c=>e.kindOf(c.id)===s)?.id})),trip:r("trip"),percentile:ct("percentile",
s=>o({percentile:Number(s)})),opportunity:r("opportunity"),direction:r("direction"),scenario:r("scenario"),compare:{node:w("label",{class:"choice check"},i,a),box:i,
text:a},reading:r("reading")}}function Bs(t,{words:e,known:n},o){let{t:r}=e,i=(l,f)=>f.map(u=>[u,r(l+"_"+u)]),a=l=>r("minutes_long",{n:e.minutes(l)}),s=n.ofInhabitants(
o)?n.mean.step:1;t.whose.show(r("whose"),n.couldBeOfInhabitants(o)?i("whose",ke):[],o.whose),t.cutoff.show(r("cutoff"),{low:_e,high:rt(n,o.trip),step:s},o.cutoff,
a(o.cutoff));let c=n.hasBorder?{borders:M,readings:Kt}:{borders:[],readings:[]};t.border.show(r("border"),i("border",c.borders),o.border),t.resistance.node.hidden=
o.border!=="realised",t.resistance.show(r("resistance"),{low:0,high:Zt,step:s},o.resistance,a(o.resistance)),t.reading.show(r("reading"),i("reading",c.readings),
o.reading),t.direction.show(r("direction"),i("direction",xe),o.direction),t.opportunity.show(r("opportunity"),n.opportunities.map(l=>[l,e.opportunity(l)]),o.opportunity)}
function Ds(t,{words:e,known:n},o){let{t:r}=e,i=n.trip(o.trip),a=n.kindOf(i.id),s=new Map(n.trips.toReversed().map(u=>[n.kindOf(u.id),u.id])),c=[...new Set(n.trips.
map(u=>n.kindOf(u.id)))];t.mode.show(r("mode"),c.map(u=>[u,n.nameOf(s.get(u)??i.id)]),a);let l=n.trips.filter(u=>n.kindOf(u.id)===a),f=i.mode==="transit"&&o.direction===
"to";t.trip.show(r(f?"arrival":"departure"),l.map(u=>[u.id,n.tripName(u)]),o.trip),t.percentile.show(r("percentile"),(i.percentiles??[]).map(u=>[String(u),e.share(
u/100)]),o.percentile)}function js({scenario:t,compare:e},{words:n,known:o},r){let{t:i}=n,a=o.scenariosOf(r.trip),s=o.scenarios.filter(c=>!a.includes(c)).map(o.
scenarioName);t.show(i("scenario"),o.scenarios.map(c=>[c,o.scenarioName(c),!a.includes(c)]),r.scenario,s.length?i("scenario_idle",{scenario:s.join("; ")}):""),e.
node.hidden=r.scenario===o.scenarios[0],e.box.checked=r.compare,e.text.textContent=i("compare")}function eo(t,e){let n=Ps(e);return t.replaceChildren(...Object.
values(n).map(o=>o.node)),t.addEventListener("submit",o=>o.preventDefault()),{show(o,r){n.place.show(r),Bs(n,e,o),Ds(n,e,o),js(n,e,o)}}}function Fs(t,e){let n={};for(let[o,r]of Object.entries(t)){if(o.startsWith("opportunity/cell/")&&(n[o.slice(17)]=r),!o.startsWith("opportunity/municipality/"))
continue;let i=new Float64Array(r.length);for(let a=0;a<e.n;a++)i[e.municipality[a]]+=e.population[a];n[o.slice(25)]=Float64Array.from(e.municipality,(a,s)=>r[a]*
e.population[s]/i[a])}return n}function no(t,e,n){return(t[`${e}/name`]||t[`${e}/id`]||[]).map((r,i)=>({id:t[`${e}/id`][i],name:r,lon:t[`${e}/lon`][i],lat:t[`${e}\
/lat`][i],country:n[i]}))}function oo(t,e,n,o){let r=Array.from({length:t.covered+1},()=>({total:0,known:0,unknown:0,any:!1,cells:0}));for(let i=0;i<t.n;i++){let a=t.
country[i],s=r[a<0?t.covered:a],c=n[i],l=Number.isNaN(c);s.cells++,l||(s.any=!0),o(e[i],a)&&(l?s.unknown++:(s.known++,s.total+=c))}for(let i of r)i.cells>0&&(!i.
any||i.unknown>0&&i.known===0)&&(i.total=NaN);return r}function Us(t,e,n,o,r,{resistance:i=0}={}){let a=A(o),s=oo(t,e,n,h=>h<=a),c=i===0?s:oo(t,e,n,(h,m)=>(m===
r?h:Math.fround(h+i))<=a),l=r>=0&&r<t.covered?s[r].total:NaN,[f,u,p]=[0,0,0];s.forEach((h,m)=>{p+=h.unknown,m!==r&&(f+=h.total,u+=c[m].total)});let d=h=>h.slice(
0,t.covered).map(m=>m.total);return{by:d(s),feltBy:d(c),total:l+f,closed:l,realised:l+u,felt:u,open:l+f,missing:p}}function zs(t){let e=Math.ceil(t);return e>0&&t<=A(e-1)?e-1:e}function ro(t){for(let e=1;e<t.length;e++)t[e]+=t[e-1]}function Hs(t,e,n,o){let r=()=>new Float64Array(
o+1),i={total:r(),unknown:r()},a=Array.from({length:t.covered},()=>({any:!1,sum:r(),known:r(),unknown:r()}));for(let s=0;s<t.n;s++){let c=a[t.country[s]],l=Number.
isNaN(n[s]);if(c&&!l&&(c.any=!0),Number.isNaN(e[s]))continue;let f=zs(e[s]);if(!(f>o)){if(c&&c[l?"unknown":"known"][f]++,l){i.unknown[f]++;continue}i.total[f]+=
n[s],c&&(c.sum[f]+=n[s])}}Object.values(i).forEach(ro);for(let{any:s,sum:c,known:l,unknown:f}of a){[c,l,f].forEach(ro);for(let u=0;u<=o;u++)(!s||f[u]>0&&l[u]===
0)&&(c[u]=NaN)}return{by:a.map(s=>s.sum),...i}}function Ws(t,e){let n=i=>[...new Set(i)].filter(a=>a>0).sort((a,s)=>a-s),o=n(t.subarray(0,e)),r=[...o,...n(t).filter(
i=>!o.includes(i))];return{countries:r,covered:o.length,positions:Int8Array.from(t,i=>r.indexOf(i))}}function so(t,e){let n=e.n_cells,o=n+e.n_places,{countries:r,
covered:i,positions:a}=Ws(t["point/country"],n),s={n,covered:i,id:t["cell/id"],lon:t["cell/lon"],lat:t["cell/lat"],country:a.subarray(0,n),municipality:t["cell/\
municipality"],population:t["cell/population"]};return{cells:s,countries:r,places:no(t,"place",a.subarray(n)),stops:no(t,"stop",a.subarray(o)),municipalities:t["\
municipality/code"]||[],opportunities:Fs(t,s),trips:e.trips,scenarios:e.scenarios,meta:e,arrays:t,reach:(...c)=>Us(s,...c),curve:(...c)=>Hs(s,...c)}}function co(t,e,n=null){let o=new Map,r=0,i=a=>new Promise((s,c)=>{o.set(++r,{answered:s,refused:c}),t.postMessage({number:r,asked:a})});return new Promise((a,s)=>{
t.addEventListener("error",c=>{let l=new Error(c.message||"no worker");s(l);for(let{refused:f}of o.values())f(l);o.clear()}),t.addEventListener("message",({data:c})=>{
let l=o.get(c.number);o.delete(c.number),c.opened?a(i):l?c.failed===void 0?l.answered(c):l.refused(new Error(c.failed)):s(new Error(c.failed))}),t.postMessage({
...e,first:n})})}var ao=/^(shape|mean|opportunity|edge)\//,Vs=/^(cell|place|stop|municipality)\/|^point\/country$/;function lo({manifest:t,chunks:e},n){let o=[...t.parts.keys()].
filter(r=>n(t.parts[r].name));return{manifest:{...t,parts:o.map(r=>t.parts[r])},chunks:o.map(r=>e[r])}}var Zs=t=>new Worker(URL.createObjectURL(new Blob([t],{type:"\
text/javascript"})));async function Ys({manifest:t,chunks:e}){let n=await globalThis.GrensgeoEngine.open(t,e);return async o=>o.other?n.why(o):n.times(o)}async function fo(t,e,n){
let o=lo(t,c=>!ao.test(c)),r=(async()=>{try{return await co(Zs(e),o,n)}catch{return Ys(o)}})(),i=lo(t,c=>ao.test(c)||Vs.test(c)),a=await xt(i.manifest,i.chunks),
s=async c=>(await r)(c);return{...so(a,t.manifest.meta),times:s,why:s}}var Js=["fill","stroke"];function Nt(t,e){let{left:n,top:o,width:r,height:i}=t.getBoundingClientRect();return{x:n-e.left,y:o-e.top,width:r,height:i}}function qs(t,e){
return O("image",{...Nt(t,e),href:t.toDataURL("image/png"),preserveAspectRatio:"none"})}function Qs(t,e){let n=t.cloneNode(!0),[o,r]=[t,n].map(a=>[...a.querySelectorAll(
"path")]);o.forEach((a,s)=>{let c=getComputedStyle(a);for(let l of Js)r[s].setAttribute(l,c.getPropertyValue(l).replace(/url\("(#[^"]+)"\)/,"url($1)"));r[s].removeAttribute(
"class")});let i=O("svg",{...Nt(t,e),viewBox:t.getAttribute("viewBox")??"",overflow:"visible"});return i.append(...n.childNodes),i}function ti(t,e,n){let o=Nt(t,
e),r=getComputedStyle(t),i=parseFloat(r.fontSize);if(!t.textContent)return[O("circle",{cx:o.x+o.width/2,cy:o.y+o.height/2,r:o.width/2,fill:r.backgroundColor})];
let a={y:o.y+o.height/2+i*.35,"font-size":i,"font-weight":r.fontWeight,fill:r.color};if(t.classList.contains("shield"))return[O("rect",{...o,rx:3,fill:r.backgroundColor,
stroke:"#b5a970","stroke-width":1}),O("text",{...a,x:o.x+o.width/2,"text-anchor":"middle"},t.textContent)];let s=r.textTransform==="uppercase"?t.textContent.toLocaleUpperCase():
t.textContent;return[O("text",{...a,x:o.x,stroke:n,"stroke-width":3,"stroke-linejoin":"round","paint-order":"stroke","letter-spacing":r.letterSpacing==="normal"?
null:r.letterSpacing},s)]}function ei(t,e,n){let{x:o,y:r,width:i,height:a}=Nt(t,e),s=getComputedStyle(t).color,c=r+a-1,l=`M${o} ${c-6}V${c}H${o+i}V${c-6}`;return[
O("path",{d:l,fill:"none",stroke:n,"stroke-width":5}),O("path",{d:l,fill:"none",stroke:s,"stroke-width":2}),O("text",{x:o+4,y:c-5,"font-size":11,"font-weight":600,
fill:s,stroke:n,"stroke-width":3,"paint-order":"stroke"},t.textContent)]}function uo(t){let e=t.getContainer(),n=e.getBoundingClientRect(),o=getComputedStyle(document.
documentElement).getPropertyValue("--halo").trim()||"#ffffff",r=[...e.querySelectorAll(".leaflet-pane")].filter(s=>s.parentElement!==e).map(s=>s).sort((s,c)=>Number(
getComputedStyle(s).zIndex)-Number(getComputedStyle(c).zIndex)),i=[O("rect",{width:n.width,height:n.height,fill:getComputedStyle(e).backgroundColor})];for(let s of r){
let c=O("g",{opacity:getComputedStyle(s).opacity});for(let l of s.children)if(l.checkVisibility()){if(l instanceof HTMLCanvasElement)c.append(qs(l,n));else if(l instanceof
SVGSVGElement)c.append(Qs(l,n));else if(l instanceof HTMLElement&&l.matches(".place, .country, .dot"))c.append(...ti(l,n,o));else if(l instanceof HTMLElement&&l.
matches(".pin")){let{x:f,y:u,width:p,height:d}=Nt(l,n);c.append(O("circle",{cx:f+p/2,cy:u+d,r:7,fill:"#ffffff",stroke:"#111827","stroke-width":4}))}}c.childElementCount&&
i.push(c)}let a=e.querySelector(".leaflet-control-scale-line");return a instanceof HTMLElement&&i.push(...ei(a,n,o)),i}function at(t,e){let n=document.createElement("a");n.href=URL.createObjectURL(t),n.download=e,document.body.append(n),n.click(),n.remove(),setTimeout(()=>URL.revokeObjectURL(
n.href),1e4)}var[po,ho]=[595.28,841.89],Mt=28,ni=3,oi=t=>"<FEFF"+[...Array(t.length).keys()].map(e=>t.charCodeAt(e).toString(16).padStart(4,"0")).join("")+">",ri={"€":128,
"„":132,"…":133,"‘":145,"’":146,"“":147,"”":148,"•":149,"–":150,"—":151,"−":45,"→":187};function si(t){return"<"+[...t].map(e=>{let n=ri[e]??
e.codePointAt(0)??63;return(n>255||n<32?63:n).toString(16).padStart(2,"0")}).join("")+">"}function mo(t,e,n,o){let r=t.width>t.height,[i,a]=r?[ho,po]:[po,ho],s=Math.
min((i-2*Mt)/t.width,(a-2*Mt)/t.height),[c,l]=[t.width*s,t.height*s],f=n.filter(k=>k).map((k,_)=>`1 0 0 1 ${Mt} ${a-Mt-12*(_+1)} Tm ${si(k)} Tj`),u=`q ${c.toFixed(
2)} 0 0 ${l.toFixed(2)} ${((i-c)/2).toFixed(2)} ${(a-Mt-l).toFixed(2)} cm /Map Do Q
BT /F 9 Tf ${ni} Tr ${f.join(`
`)} ET
`,p=[`<< /Type /Catalog /Pages 2 0 R /Lang (${o}) >>`,"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${i} ${a}] /Conte\
nts 4 0 R /Resources << /XObject << /Map 5 0 R >> /Font << /F 6 0 R >> >> >>`,`<< /Length ${u.length} >>
stream
${u}endstream`,[`<< /Type /XObject /Subtype /Image /Width ${t.width} /Height ${t.height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${t.
bytes.length} >>
stream
`,t.bytes,`
endstream`],"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",`<< /Title ${oi(e)} /Creator (grensgeo) >>`],d=[],h=0;function m(k){
let _=typeof k=="string"?Uint8Array.from(k,S=>S.charCodeAt(0)):k;d.push(_),h+=_.length}m(`%PDF-1.7
`);let y=p.map((k,_)=>{let S=h;m(`${_+1} 0 obj
`);for(let v of[k].flat())m(v);return m(`
endobj
`),S}),g=h;m(`xref
0 ${p.length+1}
0000000000 65535 f 
`+y.map(k=>`${String(k).padStart(10,"0")} 00000 n 
`).join("")+`trailer
<< /Size ${p.length+1} /Root 1 0 R /Info 7 0 R >>
startxref
${g}
%%EOF
`);let x=new Uint8Array(h);return d.reduce((k,_)=>(x.set(_,k),k+_.length),0),x}var lt=20,ii=640,go=21,Lt=22,wo=2,Ie=()=>getComputedStyle(document.body).fontFamily;function ci(t,e,n){let o=[""];for(let r of e.split(/\s+/)){let i=o[o.length-
1],a=i?i+" "+r:r;t.measureText(a).width<=n||!i?o[o.length-1]=a:o.push(r)}return o}function ai(t,e,n){return(o,{size:r,weight:i,leading:a},s)=>{if(!o)return{nodes:[],
end:s};t.font=`${i} ${r}px ${Ie()}`;let c=ci(t,o,n-2*lt);return{end:s+c.length*a,nodes:c.map((l,f)=>O("text",{x:lt,y:s+(f+.75)*a,"font-size":r,"font-weight":i,fill:e},
l))}}}function li({line:t,colour:e,stripe:n,shape:o,width:r=3},i,a){if(t)return[O("rect",{x:i,y:a+7-r/2,width:Lt,height:r,fill:t})];let[s,c]=[i+Lt/2,a+7],l={fill:e??
"none",stroke:"#7d7f86","stroke-width":.8};if(o==="circle")return[O("circle",{cx:s,cy:c,r:6,...l})];if(o==="diamond")return[O("path",{d:`M${s-7} ${c}L${s} ${c-7}\
L${s+7} ${c}L${s} ${c+7}Z`,...l})];if(o==="star")return[O("circle",{cx:s,cy:c,r:6,fill:"#c2185b"})];let f=O("rect",{x:i,y:a,width:Lt,height:13,...l});return n?[
f,...[0,1,2,3].map(u=>O("rect",{x:i+6*u+2,y:a,width:3,height:13,fill:n}))]:[f]}function fi(t,e,n,o,r){t.font=`400 12px ${Ie()}`;let i=[],[a,s]=[lt,r];for(let c of e){
let l=Lt+6+t.measureText(c.said).width+16;a>lt&&a+l>n-lt&&([a,s]=[lt,s+go]),i.push(...li(c,a,s),O("text",{x:a+Lt+6,y:s+11,"font-size":12,fill:o},c.said)),a+=l}return{
nodes:i,end:e.length?s+go:r}}function yo(t,e,n,{ink:o,paper:r}){let i=Math.max(t.width,ii),a=document.createElement("canvas").getContext("2d"),s=ai(a,o,i),c=s(n.
title,{size:13,weight:600,leading:18},10),l=s(n.headline,{size:19,weight:700,leading:25},c.end),f=s(n.question,{size:13,weight:400,leading:18},l.end),u=f.end+10,
p=s(n.legend,{size:12,weight:600,leading:18},u+t.height+8),d=fi(a,e,i,o,p.end+4),h=d.end+2,m=n.below.flatMap(k=>{let _=s(k,{size:11,weight:400,leading:15},h);return h=
_.end,_.nodes}),y=Math.ceil(h+12),g=document.querySelector("svg.hatches defs")?.cloneNode(!0);return O("svg",{xmlns:"http://www.w3.org/2000/svg",width:i,height:y,
viewBox:`0 0 ${i} ${y}`,"font-family":Ie()},O("title",{},n.headline),...g?[g]:[],O("rect",{width:i,height:y,fill:r}),...c.nodes,...l.nodes,...f.nodes,O("svg",{x:(i-
t.width)/2,y:u,width:t.width,height:t.height,overflow:"hidden"},...t.nodes),...p.nodes,...d.nodes,...m)}var bo=t=>new XMLSerializer().serializeToString(t),xo=t=>new Blob(
[`<?xml version="1.0" encoding="UTF-8"?>
`,bo(t)],{type:"image/svg+xml"});async function ko(t){let e=new Image;e.src="data:image/svg+xml;charset=utf-8,"+encodeURIComponent(bo(t)),await e.decode();let n=document.
createElement("canvas");return n.width=wo*Number(t.getAttribute("width")),n.height=wo*Number(t.getAttribute("height")),n.getContext("2d")?.drawImage(e,0,0,n.width,
n.height),n}async function _o(t){let e=await ko(t);return new Promise((n,o)=>{e.toBlob(r=>r?n(r):o(new Error("no picture")),"image/png")})}async function vo(t,e,n){
let o=await ko(t),r=await new Promise(c=>{o.toBlob(c,"image/jpeg",.92)}),i=new Uint8Array(await r.arrayBuffer()),a=[e.headline,e.question,...e.below],s=mo({bytes:i,
width:o.width,height:o.height},e.title||e.headline,a,n);return new Blob([s],{type:"application/pdf"})}var re=t=>t.replace(/(?<=^|[,;\t\r\n]["\s]*)(?=[=+\-@\t\r\n])/g,"'");function Oo({caption:t,head:e,body:n}){return{node:w("table",{},w("caption",{},t),w("thead",
{},w("tr",{},...e.map(r=>w("th",{scope:"col"},r)))),w("tbody",{},...n.map(([r,...i],a)=>{let s=a>0&&n[a-1][0]===r,c=n.filter(([l])=>l===r).length;return w("tr",
{},...s?[]:[w("th",{scope:"rowgroup",rowspan:c},r)],...i.map(l=>w("td",{},l)))})))}}var ui=/^[-\u2212+]?[\d.,\u00a0]+$/;function So(t,e){if(!ui.test(t))return NaN;
let[n,o]=P[e].startsWith("en")?[",","."]:[".",","];return Number(t.replaceAll(n,"").replaceAll(" ","").replace(o,".").replace("−","-"))}function pi({head:t,body:e},n){
let o=n!=="en",r=o?";":",";function i(a){let s=So(a,n);if(!Number.isNaN(s))return o?String(s).replace(".",","):String(s);let c=re(a);return/[",;\n\r]/.test(c)?`\
"${c.replace(/"/g,'""')}"`:c}return[t,...e].map(a=>a.map(i).join(r)).join(`\r
`)+`\r
`}var di=t=>t.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g,"").replace(/&/g,"&amp;").replace(/</g,"&lt;").replace(/>/g,"&gt;").replace(/"/g,"&quot;"),ft='\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',Ne="http://schemas.openxmlformats.org/spreadsheetml/2006/main",ne="http://schemas.openxmlformats.org/of\
ficeDocument/2006/relationships",Me="http://schemas.openxmlformats.org/package/2006",oe="application/vnd.openxmlformats-officedocument.spreadsheetml";function hi({
head:t,body:e},n,o){function r(a){let s=So(a,n);return Number.isNaN(s)?`<c t="inlineStr"><is><t xml:space="preserve">${di(a)}</t></is></c>`:`<c${Number.isInteger(
s)?' s="1"':""}><v>${s}</v></c>`}let i=a=>`${ft}<worksheet xmlns="${Ne}"><sheetData>`+a.map(s=>`<row>${s.map(r).join("")}</row>`).join("")+"</sheetData></worksh\
eet>";return[["[Content_Types].xml",`${ft}<Types xmlns="${Me}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relat\
ionships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${oe}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${oe}.styles+xml"/>`+[
1,2].map(a=>`<Override PartName="/xl/worksheets/sheet${a}.xml" ContentType="${oe}.worksheet+xml"/>`).join("")+"</Types>"],["_rels/.rels",`${ft}<Relationships xm\
lns="${Me}/relationships"><Relationship Id="rId1" Type="${ne}/officeDocument" Target="xl/workbook.xml"/></Relationships>`],["xl/workbook.xml",`${ft}<workbook xm\
lns="${Ne}" xmlns:r="${ne}"><sheets><sheet name="1" sheetId="1" r:id="rId1"/><sheet name="2" sheetId="2" r:id="rId2"/></sheets></workbook>`],["xl/_rels/workbook\
.xml.rels",`${ft}<Relationships xmlns="${Me}/relationships">`+[1,2].map(a=>`<Relationship Id="rId${a}" Type="${ne}/worksheet" Target="worksheets/sheet${a}.xml"/\
>`).join("")+`<Relationship Id="rId3" Type="${ne}/styles" Target="styles.xml"/></Relationships>`],["xl/styles.xml",`${ft}<styleSheet xmlns="${Ne}"><fonts count=\
"1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray1\
25"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs \
count="2"><xf/><xf numFmtId="3" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleShee\
t>`],["xl/worksheets/sheet1.xml",i([t,...e])],["xl/worksheets/sheet2.xml",i(o.map(a=>[a]))]]}function mi(t){let e=-1;for(let n of t){e^=n;for(let o=0;o<8;o++)e=
e>>>1^(e&1?3988292384:0)}return~e>>>0}function gi(t){let e=new TextEncoder,n=[],o=[];function r(a,s){for(let[c,l]of s)for(let f=0;f<c;f++)a.push(l/2**(8*f)&255)}
for(let[a,s]of t){let[c,l]=[e.encode(a),e.encode(s)],f=[[2,20],[2,2048],[2,0],[2,0],[2,33],[4,mi(l)],[4,l.length],[4,l.length],[2,c.length],[2,0]];r(o,[[4,33639248],
[2,20],...f,[2,0],[2,0],[2,0],[4,0],[4,n.length]]),o.push(...c),r(n,[[4,67324752],...f]);for(let u of[c,l])for(let p of u)n.push(p)}let i=n.length;for(let a of o)
n.push(a);return r(n,[[4,101010256],[2,0],[2,0],[2,t.length],[2,t.length],[4,o.length],[4,i],[2,0]]),Uint8Array.from(n)}function Eo(t,e,n,o,r){let i=e==="csv"?new Blob(
["\uFEFF"+pi(t,n)],{type:"text/csv;charset=utf-8"}):new Blob([gi(hi(t,n,o))],{type:oe+".sheet"});at(i,r+"."+e)}function wi(t){if(typeof t=="number")return Number.isNaN(t)?"":String(t);let e=re(String(t??""));return/[",\n\r;#]/.test(e)?'"'+e.replace(/"/g,'""')+'"':e}var yi=t=>"\
# "+re(t.replace(/[\r\n\u2028\u2029]+/g," "));function bi(t,e,n){return[...t.map(yi),...[e,...n].map(r=>r.map(wi).join(","))].join(`\r
`)+`\r
`}var ut=(t,e)=>Math.round(t*e)/e,Le=t=>E(t)?String(ut(t,1e3)):"";function xi(t,e,n,o){if(!e.atLeast)return[];let r=(I(e)?M:["open"]).map(s=>{let c=e.lacks[s].length>
0||e.missing>0,l=E(e.atLeast[s])?(c?">= ":"")+Le(e.atLeast[s]):"",f=W(t,e,s);return`${s}: ${l} ${n} (${o})`+(f?"; "+f:"")}),i=e.sides.map((s,c)=>`${s}: ${Le(e.by[c])}\
 ${n} (${o})`),a=[["share_without_ride",e.shareWithout],["edge_share",e.edgeShare]];return[...r,...i,...a.flatMap(([s,c])=>E(c)?[`${s}: ${Le(c)} (${o})`]:[]),...e.
mean?[]:[`edge: ${!!e.touchesEdge}`]]}function ki(t,e,{state:n,found:o},{said:r,whose:i}){let{opportunity:a}=n;return[...r,...xi(t,o,a,i),`units: travel_time_mi\
n in minutes; population in inhabitants; ${a} in numbers; lon and lat in degrees (EPSG:4326); empty is not known or not reached`,...e.notes.map(s=>"note: "+[s.text,
...s.details].map(c=>t.in(c)).join(" / ")),...e.sources.map(s=>"source: "+[s.title,t.in(s.attribution),"licence "+t.in(s.licence),s.reference_date].join("; ")),
t.t("made_with",{version:e.version})]}function To(t,e,n,o){let{engine:{cells:r},areaOfCell:i,codes:a,state:s,found:c,weights:l,home:f}=n,{opportunity:u}=s,p=u!==
"population",d=ot(s,f),h=A(s.cutoff),m=["cell_id","region_code","municipality","country","lon","lat","population",...p?[u]:[],"travel_time_min","within_cutoff",
"counted",...c.walked?["without_ride"]:[],...c.before?["travel_time_baseline_min"]:[]],y=r.id.map((g,x)=>{let k=c.minutes?c.minutes[x]:NaN,_=i(x);return[g,_?.code,
_?.name,a[r.country[x]],ut(r.lon[x],1e5),ut(r.lat[x],1e5),r.population[x],...p?[ut(l[x],1e4)]:[],ut(k,1e3),k<=h?1:0,d(k,r.country[x])?1:0,...c.walked?[Number.isNaN(
k)?"":c.walked[x]]:[],...c.before?[ut(c.before.minutes[x],1e3)]:[]]});return bi(ki(t,e,n,o),m,y)}var $e=()=>getComputedStyle(document.body).fontFamily,Ce=t=>t?"#eef0f4":"#1f2430";function _i(t,e){let n=document.createElement("canvas");n.width=t*2,n.height=e*
2;let o=n.getContext("2d");return o.scale(2,2),{canvas:n,context:o}}function Ao(t){let e=t.map.getSize(),{canvas:n,context:o}=_i(e.x,e.y);return vi(o,t,0,0),n}function vi(t,e,n,o){
let{map:r,dark:i}=e,a=r.getSize();t.save(),t.beginPath(),t.rect(n,o,a.x,a.y),t.clip(),t.fillStyle=i?"#171a20":"#e3e3e0",t.fillRect(n,o,a.x,a.y);let s=r.getContainer().
getBoundingClientRect();for(let c of["land","cells","base","lines","way"])for(let l of r.getPane(c)?.querySelectorAll("canvas")??[]){let f=l.getBoundingClientRect();
t.drawImage(l,n+f.left-s.left,o+f.top-s.top,f.width,f.height)}Si(t,e,n,o),Ei(t,e,n+a.x,o+a.y),Ti(t,e,n,o),t.restore()}function Oi(t,{name:e,kind:n,width:o=0,size:r},i,a){
let s=n==="shield motorway";t.fillStyle=s?"#4b6a97":"#fffdf2",t.strokeStyle=s?"#ffffff":"#b5a970",t.lineWidth=1,t.fillRect(i,a,o,r*1.4),t.strokeRect(i,a,o,r*1.4),
t.fillStyle=s?"#ffffff":"#5a5335",t.font=`600 ${r}px ${$e()}`,t.textAlign="center",t.fillText(e,i+o/2,a+r*1.05),t.textAlign="start"}function Si(t,{map:e,view:n,
theme:o,dark:r},i,a){let s=e.containerPointToLayerPoint([0,0]);t.lineJoin="round";for(let c of n.written){let l=i+c.x-s.x,f=a+c.y-s.y+c.size;if(c.width){Oi(t,c,
l,f-c.size);continue}t.font=`${c.bold?600:400} ${c.size}px ${$e()}`,t.lineWidth=3,t.strokeStyle=o.halo,t.fillStyle=c.kind==="country"?o.border:Ce(r),t.strokeText(
c.name,l,f,240),t.fillText(c.name,l,f,240),c.dot&&c.kind!=="here"&&t.fillRect(i+c.at.x-s.x-2,a+c.at.y-s.y-2,4,4)}}function Ei(t,{map:e,theme:n,dark:o},r,i){let a=e.
getContainer().querySelector(".leaflet-control-scale-line");if(!(a instanceof HTMLElement))return;let[s,c]=[r-12,i-12],l=s-a.offsetWidth;t.font=`600 11px ${$e()}`;
for(let[f,u]of[[n.halo,5],[Ce(o),2]])t.strokeStyle=f,t.lineWidth=u,t.beginPath(),t.moveTo(l,c-6),t.lineTo(l,c),t.lineTo(s,c),t.lineTo(s,c-6),t.stroke();t.strokeStyle=
n.halo,t.lineWidth=3,t.fillStyle=Ce(o),t.strokeText(String(a.textContent),l+4,c-6),t.fillText(String(a.textContent),l+4,c-6)}function Ti(t,{map:e,view:n},o,r){if(!n.
chosen)return;let i=e.latLngToContainerPoint(n.chosen.latlng);t.beginPath(),t.arc(o+i.x,r+i.y,7,0,2*Math.PI),t.fillStyle="#ffffff",t.fill(),t.lineWidth=4,t.strokeStyle=
"#111827",t.stroke()}var se=({words:t,here:e},n)=>t.t(n+"_"+e().kind,{name:e().name});function Z(t){return t.now.state.direction==="to"?se(t,"to"):t.words.lowered(se(t,"from"))}function R(t){
let{words:e,known:n,here:o,now:{state:r}}=t,{t:i}=e,{name:a,kind:s,country:c}=o(),l=t.ofInhabitants(),f=n.parkOf(r.trip);return{place:a,mode:n.byTrip(r.trip,c),
from:l?i("from_mean",{name:a}):se(t,"from"),to:se(t,"to"),reaches:i(l?"reaches_mean":"reaches_one"),whose:i("owner_"+(l?"mean":s),{name:a}),vehicle:n.ofTrip(r.trip,
"vehicle"),none:n.ofTrip(r.trip,"no_vehicle"),without:n.ofTrip(r.trip,"without"),parking:f>0?i("parking",{n:e.minutes(f)}):"",opportunity:e.opportunity(r.opportunity),
scenario:n.scenarioName(r.scenario)}}function Ct(t){let{words:e,known:n,now:{state:o}}=t,{t:r}=e,i=R(t),a=n.trip(o.trip),s=n.trips.filter(c=>n.kindOf(c.id)===n.
kindOf(a.id)).length>1;return[i.whose,r("direction_"+o.direction),i.mode,i.parking,s||a.mode==="transit"?n.tripName(a):"",r("minutes",{n:e.minutes(o.cutoff)}),n.
hasBorder?r("shown_"+o.border,{n:e.minutes(o.resistance)})+(o.border==="closed"?" ("+r("reading_"+o.reading)+")":""):"",i.opportunity,r("scenario")+": "+i.scenario].
filter(c=>c).join(" · ")}var Io=({words:t,data:e})=>[...e.attributions.map(n=>t.t("source")+": "+t.in(n)),t.t("made_with",{version:e.version})];function ie({words:t,
known:e,data:n,now:{state:o}}){return[t.t("scenario")+": "+e.scenarioName(o.scenario),t.t("source")+": "+n.attributions.map(t.in).join(" · "),t.t("made_with",{
version:n.version})].join(" · ")}function No({data:t,known:e,now:{state:n}}){let o=[n.opportunity,e.trip(n.trip).mode];return vn(t.strip,o)}var Re=t=>No(t).map(
e=>t.words.in(e.text)).join(" ");function Mo(t){let{words:e,data:n}=t,{t:o}=e;b("warnings").replaceChildren(...No(t).map(r=>w("li",{title:e.in(r.text)},e.in(r.short)))),
b("notes").replaceChildren(...n.notes.map(r=>w("li",{},e.in(r.text),...r.details.map(i=>w("p",{class:"small"},e.in(i)))))),b("sources").replaceChildren(...n.sources.
map(r=>{let i=[e.in(r.attribution),o("licence",{name:e.in(r.licence)}),r.reference_date?o("reference_date",{date:r.reference_date}):""];return w("li",{},On(r),"\
 – "+i.filter(a=>a).join(" · "))})),b("strip").textContent=ie(t),b("asked").textContent=Ct(t)}var ce=t=>"#"+Yt(t.now.state);function $t(t,e,n){let o=w("span",{},t);return n&&o.prepend(Dt(n)),w("div",{class:"row"},o,w("b",{},e))}function Ai(t){let e=t.reduce((n,[,o])=>n+(E(o)?o:0),0);
return w("div",{class:"bar","aria-hidden":"true"},...t.map(([n,o])=>{let r=bt(w("i"),n,"background");return r.style.width=(e>0&&E(o)?100*o/e:0)+"%",r}))}function pt(t,e,...n){
b(t+"-title").textContent=[e.t(t),...n].join(" · ")}function Ii(t,e){let n=e.mean&&(e.edgeShare??0)>0?t.t("edge_mean",{share:t.part(e.edgeShare??0)}):e.touchesEdge?
t.t("edge"):"";return[...e.unknownCountries.map(o=>t.t("unknown_country",{country:t.t(o)})),e.missing>0&&!e.unknownCountries.length?t.t("unknown_some",{n:t.count(
e.missing)}):"",e.noService?t.t("no_service"):"",n].filter(o=>o)}function Ni(t,e,n,o){b("split-title").textContent=t.capital(t.t("reachable",{opportunity:n.opportunity,
cutoff:t.minutes(e.cutoff)})),b("split-value").textContent=T(t,o,e.border),b("split-said").textContent=[n.whose,I(o)?t.t("shown_"+e.border,{n:t.minutes(e.resistance)}):
"",e.border==="closed"?t.t("reading_"+e.reading):n.mode,n.parking].filter(i=>i).join(" · ");let r=o.sides.map((i,a)=>[i,o.shownBy[a]]);b("split-parts").replaceChildren(
Ai(r),...r.map(([i,a])=>$t(t.t(i),t.count(a),i))),b("split-warnings").replaceChildren(...Ii(t,o).map(i=>w("p",{class:"warn"},i)))}function Mi(t,e,n,o){if(I(o)||
(pt("border",t),b("border-value").textContent=t.t("no_border",{country:t.t(o.sides[0])})),b("border-box").hidden=I(o),b("effect-box").hidden=!I(o),!I(o))return;
pt("effect",t,n.opportunity,n.whose),b("effect-value").textContent=Yn(t,o);let r=Math.max(o.atLeast.open||0,o.atLeast.closed||0,1);b("effect-rows").replaceChildren(
...M.map(i=>{let a=$t(t.t("shown_"+i,{n:t.minutes(e.resistance)}),T(t,o,i));a.classList.toggle("chosen",i===e.border);let s=w("i",{class:"gauge","aria-hidden":"\
true"});return s.style.width=(E(o.atLeast[i])?100*o.atLeast[i]/r:0)+"%",a.append(s),a}))}function Li(t,e,n,o){if(b("plan-box").hidden=!o.before,!o.before)return;
pt("plan",t,n.opportunity,n.whose);let[r,i]=[o,o.before].map(a=>a.atLeast[e.border]);b("plan-rows").replaceChildren($t(t.t("scenario_none"),T(t,o.before,e.border)),
$t(n.scenario,T(t,o,e.border)),$t(t.t("row_abs"),E(r)&&E(i)?t.signedCount(r-i):t.t("missing")))}function Ci(t,e,n){pt("bands",t,e.whose);let o=I(n)?n.sides:[],r=[
"band",...o,"total"].map(l=>w("th",{scope:"col"},t.t(l))),i=l=>[...o.map((f,u)=>l[u]),l.reduce((f,u)=>f+u,0)].map(f=>w("td",{},t.count(f))),a=n.bands.map(l=>{let f=w(
"i",{class:"key","aria-hidden":"true"});f.style.background=l.colour;let u=t.t("band_range",{a:t.minutes(l.from),b:t.minutes(l.to)});return w("tr",{},w("th",{scope:"\
row"},f,u),...i(l.by))}),s=n.sides.map((l,f)=>n.bands.reduce((u,p)=>u+p.by[f],0)),c=w("tr",{class:"sum"},w("th",{scope:"row"},t.t("total")),...i(s));b("bands").
replaceChildren(w("thead",{},w("tr",{},...r)),w("tbody",{},...a,c))}function Lo(t,e,n,o,r,i){Ni(t,e,n,o),Mi(t,e,n,o),Li(t,e,n,o),pt("chart",t,n.opportunity,n.whose),
te(t,e,n.opportunity,o,r,i),Ci(t,n,o)}function $i(t,e,n){let{left:o,rows:r,own:i,kind:a,lacking:s}=n,{none:c}=e;if(n.done<n.all)return t.t("rank_busy",{n:t.count(
n.done),all:t.count(n.all)});let l=["edge","still","unknown"].filter(f=>o[f]>0).map(f=>t.t("rank_left_"+f,{n:t.count(o[f]),none:c}));return[i==="edge"||i==="sti\
ll"?t.t("rank_own_"+i,{none:c}):"",r.length?t.capital(t.t(a,{all:t.count(r.length)}))+".":"",l.length?t.t("rank_left_out",{parts:l.join(", ")}):"",s?t.t("rank_p\
artial",{countries:s}):""].filter(f=>f).join(" ")}function Co(t,e,n,o){pt("rank",t,e.opportunity,e.whose);let r=n.done>=n.all,i={n:t.count(n.place),all:t.count(
n.of)};b("rank-value").textContent=r?n.own!=="ranked"?t.t("rank_none"):t.t(n.shared?"rank_shared":"rank_said",i):"…",b("rank-said").textContent=$i(t,e,n);let a=b(
"rank-box").querySelector("details");a.hidden=!r||!n.rows.length,a.firstElementChild.textContent=t.t("rank_list"),!(!r||!a.open)&&K(b("rank-list"),...n.rows.map(
({member:s,value:c})=>{let l=t.count(c),f=w("li",{},jt(s.name,()=>o(s.key),s.key),w("b",{},n.lacking?t.t("at_least",{n:l}):l));return f.classList.toggle("chosen",
s.key===n.member),f}))}var Rt=(t,e)=>w(e?"strong":"b",{},t);function Ri(t,e,n,o){let r=o.before?.atLeast[e.border],i=o.atLeast[e.border];return!o.before||!E(r)||!E(i)?[]:[" ",...t.sentence(
"head_scenario",{scenario:n.scenario,after:Rt(T(t,o,e.border),!0),before:Rt(T(t,o.before,e.border),!1),change:r>0?t.signedShare((i-r)/r):t.signedCount(i-r)})]}function $o(t,e,n,o){
let r={...n,cutoff:t.minutes(e.cutoff)};if(o.status)return t.sentence("head_"+o.status,r);let i=Jn(o),a=W(t,o,"open"),s=t.sentence("head_"+e.direction+i,{...r,open:Rt(
T(t,o,"open"),e.border==="open"),closed:Rt(T(t,o,"closed"),e.border==="closed"),...i==="_unknown"?{lacking:a}:{},...i===""?{effect:t.signedShare(o.open/o.closed-
1)}:{}});a&&(i==="_still"||i==="_no_stop")&&s.push(" (",a,")"),!it(o)&&E(o.shareWithout)&&s.push(" ",...t.sentence("head_share",{share:t.part(o.shareWithout),vehicle:n.
vehicle}));let c=o.bounds?.[e.border];return c&&s.push(" ",t.t("head_bounds",{a:t.count(c[0]),b:t.count(c[1])})),e.border==="realised"&&E(o.realised)&&s.push(" ",
...t.sentence("head_realised",{resistance:t.minutes(e.resistance),realised:Rt(T(t,o,"realised"),!0)})),[...s,...Ri(t,e,n,o)]}var ae=["A","B"];function Pe(t,e,n){let{words:o,known:r}=t,i=t.here(e),a={place:()=>i.name,trip:()=>r.kindOf(e.trip)===r.kindOf(n.trip)?r.tripName(r.trip(e.trip)):
r.nameOf(e.trip),border:()=>o.t("shown_"+e.border,{n:o.minutes(e.resistance)}),scenario:()=>r.scenarioName(e.scenario)},s=Vn(e,n);return(s.length?s:["place"]).map(
c=>a[c]()).join(", ")}function Pi(t,e,n,o){let{words:r,known:i,now:a}=t,{t:s}=r,c=p=>ct("other-"+p,d=>o({versus:ve(a.state,{[p]:d})})),l={place:ee(r,e,n,"other"),
trip:c("trip"),border:c("border"),scenario:c("scenario")},f=w("button",{type:"button",id:"second-close"}),u=w("p",{class:"legend",id:"second-title"});return b("\
second").replaceChildren(u,...Object.values(l).map(p=>p.node),f),{close:f,show(p){let{state:d}=a,h=At(d,i)??d,m=p==="versus";u.textContent=s(m?"versus_pick":"wh\
y_pick"),l.place.show(m?t.here(h).name:t.places.get(d.target)?.name??"");let y=i.trips.map(g=>[g.id,i.trips.filter(x=>i.kindOf(x.id)===i.kindOf(g.id)).length>1?
i.nameOf(g.id)+", "+i.tripName(g):i.nameOf(g.id)]);l.trip.show(s("mode"),m?y:[],h.trip),l.border.show(s("border"),m&&i.hasBorder?M.map(g=>[g,s("border_"+g)]):[],
h.border),l.scenario.show(s("scenario"),m?i.scenariosOf(h.trip).map(g=>[g,i.scenarioName(g)]):[],h.scenario),f.textContent=s(m&&d.versus?"versus_end":"close")}}}
function Ro(t,e,n){let{words:o,now:r}=t,i=null,a=Pi(t,e,u=>f(u),n),s={why:b("why-button"),versus:b("versus-button")};function c(){for(let[u,p]of Object.entries(
s))p.setAttribute("aria-pressed",String(u===i));b("second").hidden=!i,t.map.getContainer().classList.toggle("picking",!!i),i&&a.show(i)}function l(u){i=u,c()}function f(u,p=i){
return p==="why"?(l(null),n({target:u})):p==="versus"&&n({versus:ve(r.state,{place:u})}),p!==null}for(let u of Object.keys(s))s[u].addEventListener("click",()=>l(
i===u?null:u));return a.close.addEventListener("click",()=>{i==="versus"&&r.state.versus&&n({versus:""}),l(null),s.versus.focus()}),b("second").addEventListener(
"submit",u=>u.preventDefault()),b("second").addEventListener("keydown",u=>{u.key==="Escape"&&!u.defaultPrevented&&l(null)}),{show:c,picked:f,words:o}}var dt=t=>w("p",{class:"tools"},...["csv","xlsx"].map(e=>w("button",{type:"button",id:`${t}-${e}`},e.toUpperCase())));function ht(t,e,n){for(let o of["csv","xls\
x"])t.querySelector(`[id$="-${o}"]`)?.addEventListener("click",()=>{let r=n();if(!r)return;let{language:i}=e.words;Eo(r,o,i,[b("headline").textContent,r.caption,
...Io(e)],"atlas")})}function le(t){let{state:e,other:n}=t.now;return n?[`${ae[0]}: ${Pe(t,e,n.state)}`,`${ae[1]}: ${Pe(t,n.state,e)}`]:["",""]}function Po(t,e,n){return!E(e)||!E(n)?
t.t("missing"):t.signedCount(n-e)+(e>0?" ("+t.signedShare(n/e-1)+")":"")}function Bo(t){let{words:e,now:{state:n,shown:o,other:r}}=t;if(!r||!o||o.status)return[];
let[i,a]=[o.atLeast[n.border],r.shown.atLeast[r.state.border]];return[" ",...e.sentence("versus_head",{second:le(t)[1],first:ae[0],change:Po(e,i,a),value:w("b",
{},T(e,r.shown,r.state.border))})]}function Do(t){let{words:e,now:{state:n,shown:o,other:r}}=t,{t:i}=e;if(!r||!o||o.status)return null;let a=(c,l,f)=>[c,T(e,o,l),
T(e,r.shown,f),Po(e,o.atLeast[l],r.shown.atLeast[f])],s=I(o)?M:["open"];return{caption:i("versus")+" · "+e.opportunity(n.opportunity),head:["",...le(t),i("vers\
us_change")],body:[...n.border===r.state.border?[]:[a(i("versus_chosen"),n.border,r.state.border)],...s.map(c=>a(i("shown_"+c,{n:e.minutes(n.resistance)}),c,c))]}}
function jo(t){let e=Do(t);b("versus-box").hidden=!e,e&&(b("versus-title").textContent=e.caption,b("versus-table").replaceChildren(w("thead",{},w("tr",{},...e.head.
map(n=>w("th",{scope:"col"},n)))),w("tbody",{},...e.body.map(([n,...o])=>w("tr",{},w("th",{scope:"row"},n),...o.map(r=>w("td",{},r)))))))}function Fo(t){let e=dt(
"versus");b("versus-box").append(e),ht(e,t,()=>Do(t))}var Bi=190;function Uo(t){let{state:e,shown:n}=t.now,[o,r]=le(t);return{first:o,second:r,cutoff:e.cutoff,width:Et(t.longest()),border:e.border,frontier:t.known.
hasBorder,before:t.comparing(),walked:!!n?.walked,vehicle:t.known.ofTrip(e.trip,"vehicle")}}function zo(t){let{look:e,view:n,engine:o,now:{state:r,times:i,shown:a}}=t;
if(!i||!a)return;let s=a.status?i.open.minutes:a.minutes;t.comparing()&&a.before?Cn(e,t.theme(),t.palettes().diverging,{minutes:s,before:a.before.minutes,cutoff:r.
cutoff}):Ln(e,t.theme(),t.palettes().times,{...Uo(t),minutes:s,walked:a.walked,countries:o.cells.country,counts:ot(r,t.here().country)});let{other:c}=t.now;Mn(e,
t.theme(),c&&{minutes:c.shown.minutes,countries:o.cells.country,counts:ot(c.state,c.place.country)}),n.layer.paint(e),n.chooseSecond(c&&c.place.key!==t.here().key?
c.place:null)}function fe(t){let{words:e}=t,n=t.comparing()?"legend_change":"legend_time";b("legend-title").textContent=e.t(n,{from:Z(t)});let o=$n(e,t.theme(),
t.palettes(),Uo(t));return b("legend").replaceChildren(...o.map(({line:r,colour:i,stripe:a,said:s})=>{let c=w("i",{class:"swatch"+(r?" line":""),"aria-hidden":"\
true"});return c.style.background=r??(a?`repeating-linear-gradient(-45deg, ${i} 0 3px, ${a} 3px 6px)`:String(i)),w("li",{},c,s)})),o}function Ho(t,e){let{words:n,
now:{state:o,shown:r}}=t;if(!r)return;let i=R(t);b("headline").replaceChildren(...$o(n,o,i,r),...Bo(t)),b("headline").classList.toggle("long",b("headline").textContent.
length>Bi),b("headline").removeAttribute("aria-busy"),b("answer-box").hidden=!!r.status,jo(t),r.status||Lo(n,o,i,r,a=>e({cutoff:a}),t.now.other)}function Be(t,e){
let{words:n,engine:o,areas:r,places:i,now:{state:a,shown:s}}=t,{t:c}=n,l=b("table");if(!b("table-box").open||!s)return;if(s.status){l.replaceChildren();return}let f=[
"municipality","country","table_median","table_share"].map(p=>w("th",{scope:"col"},c(p))),u=zn(o,r,i.areaOfCell,a,s.minutes).map(({area:p,median:d,within:h})=>{
let m="place:"+p.code;return w("tr",{},w("th",{scope:"row"},jt(p.name,()=>e({place:m}),m)),w("td",{},c(p.country.toLowerCase())),w("td",{},d===1/0?c("unreached"):
n.minutes(d)),w("td",{},n.count(h)))});K(l,w("table",{},w("caption",{},c("table_caption")+" – "+Z(t)),w("thead",{},w("tr",{},...f)),w("tbody",{},...u)))}function Wo({
words:t,engine:e,places:n,known:o,now:{state:r,shown:i}},a){if(!i||i.status||a<0)return"";let{t:s}=t,c=n.areaOfCell(a),l=i.minutes[a],f=!Number.isNaN(l);return[
c?c.name:"",f?s("minutes",{n:t.minutes(l)}):s("unreached"),i.walked&&i.walked[a]&&f?s("without_ride",{vehicle:o.ofTrip(r.trip,"vehicle")}):"",s("population",{n:t.
count(e.cells.population[a])})].filter(u=>u).join(" · ")}var Di=2500;function mt(t){b("said").textContent=t,b("toast").textContent=t,b("toast").hidden=!1,setTimeout(()=>{b("toast").hidden=!0},Di)}function De(t){try{history.
replaceState(null,"",ce(t))}catch{}}function je({here:t,now:{state:e}},n){return["atlas",B(t().name).replace(/ /g,"-").slice(0,40),B(e.trip).replace(/ /g,"-"),e.
cutoff+"min",e.border].join("-")+n}function Fe(t){let{words:e,data:n,engine:o,places:r,codes:i,here:a,now:{state:s,shown:c}}=t;return c?To(e,n,{engine:o,areaOfCell:r.
areaOfCell,codes:i,state:s,found:c,weights:t.weights(),home:a().country},{said:[b("headline").textContent,Ct(t),e.t("legend_time",{from:Z(t)}),"link: "+ce(t)],whose:R(
t).whose}):""}var ji=t=>({map:t.map,view:t.view,theme:t.theme(),dark:t.dark()});async function Fi(t,e,n){t.view.flush(),n();let{x:o,y:r}=t.map.getSize(),i={title:"",
headline:b("headline").textContent,question:Ct(t),legend:b("legend-title").textContent,below:[Re(t),ie(t)]},[a,s]=t.dark()?["#eef0f4","#14171d"]:["#1f2430","#ff\
ffff"],c=yo({width:o,height:r,nodes:uo(t.map)},fe(t),i,{ink:a,paper:s});at(e===".png"?await _o(c):e===".svg"?xo(c):await vo(c,i,t.words.language),je(t,e))}function Ui(t){
let e=new Blob(["\uFEFF"+Fe(t)],{type:"text/csv;charset=utf-8"});at(e,je(t,".csv"))}async function zi(t){let{t:e}=t.words;De(t);try{await navigator.clipboard.writeText(
location.href),mt(e(location.protocol==="file:"?"copied_local":"copied"))}catch{mt(e("not_copied"))}}function Hi(t){let e=new Blob([Wn(ce(t).slice(1))],{type:"t\
ext/html;charset=utf-8"});at(e,je(t,".html"))}async function Wi(t){let{t:e}=t.words,n=[b("headline").textContent,Ct(t),ie(t)].join(`
`);try{await navigator.clipboard.writeText(n),mt(e("copied_text"))}catch{mt(e("not_copied_text"))}}function Go(t,{dress:e,draw:n,again:o,flush:r}){b("print").addEventListener(
"click",()=>window.print()),b("link").addEventListener("click",()=>zi(t));for(let a of[".png",".svg",".pdf"])b(a.slice(1)).addEventListener("click",()=>Fi(t,a,r));
b("keep").addEventListener("click",()=>Hi(t)),b("text").addEventListener("click",()=>Wi(t)),b("csv").addEventListener("click",()=>Ui(t));let i=()=>document.getElementById(
"on-paper");window.addEventListener("beforeprint",()=>{t.now.onPaper=!0,e(),n(),t.view.flush(),r(),i()?.remove(),b("map-box").after(w("figure",{id:"on-paper"},Ao(
ji(t)),w("figcaption",{class:"small"},Re(t))))}),window.addEventListener("afterprint",()=>{i()?.remove(),t.now.onPaper=!1,o()})}var Xi=40075.017,Ue=254,Ki=255,Xo=(t,e)=>t*(256/Xi)/Math.cos(e*Math.PI/180);function Ko({rings:t,corners:e,start_x:n,start_y:o,step_x:r,step_y:i}){let a=X(t),s=X(
e),c=new Float64Array(s[e.length]),l=new Float64Array(s[e.length]),[f,u,p]=[0,0,0];for(let d=0;d<e.length;d++){f+=n[d],u+=o[d];let[h,m]=[f,u];for(let y=s[d];y<s[d+
1];y++)y>s[d]&&(h+=r[p],m+=i[p],p++),c[y]=wt(h/1e4),l[y]=yt(m/1e4)}return Zo({n:t.length,first:a,ringAt:s,x:c,y:l})}function Vo(t){let e=X(t.map(r=>r.length)),n=X(
t.flat().map(r=>r.length)),o=t.flat(2);return Zo({n:t.length,first:e,ringAt:n,x:o.map(([,r])=>wt(r)),y:o.map(([r])=>yt(r))})}function Zo({n:t,first:e,ringAt:n,x:o,
y:r}){let i=new Float64Array(4*t);for(let a=0;a<t;a++){let[s,c,l,f]=[1/0,1/0,-1/0,-1/0];for(let u=n[e[a]];u<n[e[a+1]];u++)s=Math.min(s,o[u]),l=Math.max(l,o[u]),
c=Math.min(c,r[u]),f=Math.max(f,r[u]);i.set([s,c,l,f],4*a)}return{n:t,first:e,ringAt:n,x:o,y:r,box:i}}function Vi(t,e,{scale:n,left:o,top:r},i,a){a.length=0;for(let s=t.
first[e];s<t.first[e+1];s++){let c=t.ringAt[s+1],l=c-1;for(let f=t.ringAt[s];f<c;l=f++){let u=t.y[f]*n-r,p=t.y[l]*n-r;if(u>i==p>i)continue;let d=t.x[f]*n-o,h=t.
x[l]*n-o;a.push(d+(i-u)*(h-d)/(p-u))}}a.length>2?a.sort((s,c)=>s-c):a[0]>a[1]&&a.reverse()}function ze(t,e,n){let{width:o,height:r,scale:i,left:a,top:s}=e;n.fill(
0);let c=[];for(let l=0;l<t.n;l++){let f=t.box[4*l]*i-a,u=t.box[4*l+1]*i-s,p=t.box[4*l+2]*i-a,d=t.box[4*l+3]*i-s;if(p<0||d<0||f>o||u>r)continue;let h=Math.min(r-
1,Math.ceil(d-.5)-1);for(let m=Math.max(0,Math.ceil(u-.5));m<=h;m++){Vi(t,l,e,m+.5,c);for(let y=0;y+1<c.length;y+=2){let g=Math.max(0,Math.ceil(c[y]-.5)),x=Math.
min(o,Math.ceil(c[y+1]-.5));x>g&&n.fill(l+1,m*o+g,m*o+x)}}}}function Yo(t,{width:e,height:n},o,r,i){for(let s=0;s<t.length;s++)i[s]=t[s]?0:r[s]?Ki:Ue,r[s]=t[s];
let a=(s,c)=>{let l=i[c]+1;l<=o&&l<i[s]&&(i[s]=l,r[s]=r[c])};for(let s=0,c=0;s<n;s++)for(let l=0;l<e;l++,c++)!i[c]||i[c]===Ue||(l&&a(c,c-1),s&&a(c,c-e));for(let s=n-
1,c=t.length-1;s>=0;s--)for(let l=e-1;l>=0;l--,c--)!i[c]||i[c]===Ue||(l<e-1&&a(c,c+1),s<n-1&&a(c,c+e))}function Jo(t,e,{width:n,height:o},r,{colour:i,stripe:a}){
if(i.every((c,l)=>c===a[l])){for(let c=0;c<e.length;c++)t[c]=i[e[c]];return}let s=r/2;for(let c=0,l=0;c<o;c++){let f=c%r;for(let u=0;u<n;u++,l++){let p=e[l];t[l]=
f<s?i[p]:a[p],++f===r&&(f=0)}}}function He(t,e,{width:n},o,{within:r,line:i}){for(let a=0;a<e.length-n;a++){let s=e[a];if(!s)continue;let c=e[a+1],l=e[a+n];if(!(s===
c&&s===l||!(c&&r[s]!==r[c]&&(a+1)%n||l&&r[s]!==r[l])))for(let u=0;u<=o;u++)t[a+u]=i,a+u*n<t.length&&(t[a+u*n]=i)}}var Zi=600,Yi=1e9,qo=.02,Ji=["place","postcode"],We=({countries:t},e)=>t.map(n=>e.countries[n]);function qi(t,e,n,o){let r=new Map;return t.places.forEach(({id:i,
name:a,lon:s,lat:c,country:l},f)=>{let u=e.get(i),p="place:"+i,d=u?u.name:a;r.set(p,{key:p,kind:"place",name:d,lon:s,lat:c,country:l,area:u,plain:B(d),ask:{kind:"\
place",index:f},weight:Yi+(u?u.population:0),note:()=>n.t("kind_place")+(u?" · "+u.nuts3:"")})}),t.stops.forEach(({id:i,name:a,lon:s,lat:c,country:l},f)=>{let u="\
stop:"+i;r.set(u,{key:u,kind:"stop",name:a,lon:s,lat:c,country:l,ask:{kind:"stop",index:f},weight:0,plain:B(a),note:()=>n.t("kind_stop")+" · "+n.t(o[l]??"other")})}),
r}function Qo(t,e,n,o){let r=new Map(e.map(f=>[f.code,f])),i=Array.from(t.cells.municipality,f=>r.get(t.municipalities[f])),a=new Map(t.cells.id.map((f,u)=>[f,u])),
s=qi(t,r,n,o);function c(f){if(!f.startsWith("cell:"))return s.get(f);let u=a.get(f.slice(5));if(u===void 0)return;let p=i[u],{lon:d,lat:h,country:m}=t.cells;return{
key:f,kind:"cell",name:n.t("cell_of",{name:p?p.name:"?"}),area:p,lon:d[u],lat:h[u],country:m[u],ask:{kind:"cell",index:u}}}function l(f){let u=new Map;return[...s.
values()].filter(p=>{if(p.kind!=="stop")return!0;let d=u.get(p.plain)??[];return u.set(p.plain,[...d,p]),!d.some(h=>f([h.lat,h.lon],[p.lat,p.lon])<Zi)})}return{
get:c,has:f=>typeof f=="string"&&c(f)!==void 0,searchable:l,stops:[...s.values()].filter(f=>f.kind==="stop"),areaOfCell:f=>i[f]}}function Qi({cells:{lon:t,lat:e}}){
let n=new Map,o=r=>Math.floor(r/qo);for(let r=0;r<t.length;r++){let i=o(t[r])+" "+o(e[r]);n.set(i,[...n.get(i)??[],r])}return(r,i)=>{let a=Math.cos(i*Math.PI/180),
[s,c]=[-1,qo];for(let l of[-2,-1,0,1,2])for(let f of[-1,0,1])for(let u of n.get(o(r)+l+" "+(o(i)+f))??[]){let p=Math.hypot((t[u]-r)*a,e[u]-i);p<c&&([s,c]=[u,p])}
return s}}function tr(t,e,n,o){if(!t)return[];let r=Qi(e);return[...t.layer.keys()].filter(i=>Ji.includes(t.layer[i])).flatMap(i=>{let a=t.layer[i]==="postcode",
[s,c]=bn(t,i),l=r(s,c);if(l<0)return[];let f=n.areaOfCell(l);return[{key:"cell:"+e.cells.id[l],kind:a?"postcode":"cell",name:t.name[i],lon:s,lat:c,country:e.cells.
country[l],plain:B(t.name[i]),weight:t.people[i],ask:{kind:"cell",index:l},note:()=>o.t(a?"kind_postcode":"kind_village")+(f?" · "+f.name:"")}]})}function tc(t,e,n){
let o=new Map(t.trips.map(s=>[s.id,s]));function r(s){let c=o.get(s);if(!c)throw new RangeError(`no trip ${s}`);return c}function i({id:s}){let{title:c,departure:l,
period:f,window_min:u=0}=r(s);if(c)return e.in(c);if(!l)return f?e.period(f):s;let p=new Date(l.slice(0,16)+":00Z"),d=new Date(p.getTime()+u*6e4);return e.date(
p)+", "+e.clock(p)+(u?"–"+e.clock(d):"")}function a(s,c){let{lacking:l,by:f}=r(s),u=n[c],p=u&&Object.hasOwn(l,u)?e.in(l[u]):"",d=e.in(f);return p?d.endsWith("\
)")?d.slice(0,-1)+"; "+p+")":`${d} (${p})`:d}return{tripName:i,byTrip:a,kindOf:s=>r(s).kind,nameOf:s=>e.in(r(s).name),ofTrip:(s,c)=>e.in(r(s)[c]),parkOf:s=>r(s).
park_min}}function er(t,e,n,o,r){let[i,...a]=t.scenarios,s=c=>r.has(c,o.get(c.place),Number(c.percentile));return{...tc(e,n,We(t,e)),hasBorder:t.cells.covered>1,
mean:r,couldBeOfInhabitants:s,ofInhabitants:c=>c.whose==="mean"&&s(c),trips:t.trips,trip:c=>t.trips.find(l=>l.id===c),opportunities:e.opportunities,hasPlace:o.has,
scenarios:t.scenarios,scenariosOf:c=>[i,...a.filter(l=>!Object.hasOwn(e.scenario_trips,l)||e.scenario_trips[l].includes(c))],scenarioName:c=>c===i?n.t("scenario\
_none"):Object.hasOwn(e.scenarios,c)?n.in(e.scenarios[c]):c}}function nr({arrays:t,meta:e,scenarios:n}){let o={cell:0,place:e.n_cells,stop:e.n_cells+e.n_places};return({place:r,trip:i,direction:a,percentile:s,scenario:c})=>{
if(a==="to")return 1/0;let l=p=>t[`edge/${i}/${p}/${s??""}`]??t[`edge/${i}/${p}/`],f=l(c??n[0])??l(n[0]),u=f?f[o[r.kind]+r.index]:255;return u===255?1/0:u}}function ec(t,e){let n=e?e.step_min:1,o=new Map((e?e.codes:[]).map((s,c)=>[s,c])),r=new Map((e?e.layers:[]).map((s,c)=>[s.trip+"/"+s.scenario,{...s,number:c}])),
i=new Map;function a(s,c){let l=s.number+"/"+c;if(!i.has(l)){let f=t["mean/"+l],u=s.base===null||f===void 0?null:t[`mean/${s.base}/${c}`];i.set(l,u?Float64Array.
from(f,(p,d)=>p+u[d]):f)}return i.get(l)}return{step:n,hasRow:s=>o.has(s),found:s=>r.get(s.trip+"/"+s.scenario),at(s,c,l,f){let u=o.get(l),p=a(s,c);if(p===void 0||
u===void 0)return NaN;let d=s.longest_min/n+1;return p[u*d+Math.min(f,s.longest_min)/n]}}}var nc=(t,e)=>({trip:n,opportunity:o,cutoff:r},i)=>{if(!e)return null;
let a=e.bounds.layers.findIndex(([u,p])=>u===n&&p===o),s=e.bounds.cutoffs.indexOf(r);if(a<0||s<0)return null;let c=e.codes.indexOf(i)*e.bounds.cutoffs.length+s,
l=u=>{let[p,d]=["lower","upper"].map(h=>t[`mean/bounds/${a}/${u}_${h}`][c]);return Math.round(d)>Math.round(p)?[[u,[p,d]]]:[]},f=[...l("closed"),...l("open")];return f.
length?Object.fromEntries(f):null};function or(t,e,n){let{step:o,hasRow:r,found:i,at:a}=ec(t,e),s=e?e.edge_share:0,c=nc(t,e),l=e?.layers.find(({base:h})=>h===null)?.
scenario;function f(h){let m=i(h);if(!m)throw new RangeError(`no mean inhabitants for ${h.trip}, ${h.scenario}`);return m}function u(h,m,y){return!!(e&&m&&m.kind===
"place"&&m.area&&r(m.area.code)&&i(h)&&h.direction==="from"&&h.reading==="destinations"&&y===50&&e.opportunities.includes(h.opportunity))}function p(h,m,y){let g=f(
h),x=(z,j)=>a(g,z,m,j),{cutoff:k,opportunity:_,resistance:S}=h,v=(z,j)=>j<0?0:x(`${_}/${z}`,j),N=n.map(z=>v(z,k)),G=n.map((z,j)=>j===y?N[j]:v(z,k-S)),U=N[y]??NaN,
Y=z=>z.reduce((j,Ar,Ir)=>Ir===y?j:j+Ar,0),J=U+Y(N),q=Y(G),C=x("edge",k),Je=h.scenario===l?c(h,m):null,qe=nt(N);return{by:N,feltBy:G,closed:U,open:J,total:J,realised:U+
q,felt:q,missing:x(_+"/unknown",k),...Je?{bounds:Je}:{},edgeShare:C,touchesEdge:C>s,shareWithout:qe>0?Math.min(1,x(_+"/without",k)/qe):NaN}}function d(h,m,y=h.opportunity){
let g=f(h),x=k=>Float64Array.from({length:g.longest_min+1},(_,S)=>{let v=Math.floor(S/o)*o,[N,G]=[v,Math.min(v+o,g.longest_min)].map(U=>a(g,`${y}/${k}`,m,U));return N+
(G-N)*(S-v)/o});return{by:n.map(x)}}return{has:u,figures:p,curve:d,step:o,edgeShare:s,longest:h=>i(h)?.longest_min??1/0}}function oc(t,e){return t.study.flatMap(n=>{let o=e.get("place:"+n);return!o||!o.area?[]:[{key:o.key,name:o.name,place:o.ask,country:o.country,area:o.area}]})}function rr(t,e){
let{data:n,words:o,engine:r,areas:i}=t,a=We(r,n),s=a.map(m=>m.toLowerCase()),c=Qo(r,i,o,s),l=or(r.arrays,n.mean,a.slice(0,r.cells.covered)),f=er(r,n,o,c,l),u=window.
matchMedia("(prefers-color-scheme: dark)"),p={...r.opportunities,population:r.cells.population},d={state:st({...V(Jt()),...e},n.start,f),times:null,shown:null,other:null,
why:null,onPaper:!1,fit:!1};function h(){let{theme:m}=d.state;return!d.onPaper&&(m==="dark"||m==="auto"&&u.matches)}return{...t,codes:a,sides:s,places:c,mean:l,
known:f,now:d,prefersDark:u,dark:h,baseline:r.scenarios[0],members:oc(n,c),cut:nr(r),look:Nn(r.cells.n),here:(m=d.state)=>c.get(m.place),weights:()=>p[d.state.opportunity],
longest:(m=d.state)=>rt(f,m.trip)||Vt,theme:()=>In[h()?"dark":"light"],palettes:()=>({times:h()?n.palettes.dark:n.palettes.light,diverging:n.palettes.diverging}),
ofInhabitants:(m=d.state)=>f.ofInhabitants(m),comparing:()=>!!(d.state.compare&&d.shown?.before?.minutes)}}var rc=12,sc=350,ic=24;function sr(t,e,{edge:n,cut:o},r){let i=new Map,a=null,s=0,c=0;function l(u){let p=JSON.stringify([{...u.request,place:null},u.opportunity]),
d=i.get(p)??{curves:[],question:u};return i.set(p,d),i.size>rc&&i.delete(i.keys().next().value??""),d}async function f(u,p){let d=performance.now();for(;u.curves.
length<e.length;){let{request:h,weights:m,longest:y}=u.question,g={...h,place:e[u.curves.length].place},x=await t.times(g);if(p!==c)return;if(u.curves.push(H(x)?
null:Fn({engine:t,weights:m,edge:n,longest:y},x,o(g))),performance.now()-d>ic)break}r(),u.curves.length<e.length&&(s=window.setTimeout(f,0,u,p))}return{ask(u){a=
l(u),c++,clearTimeout(s),a.curves.length<e.length&&(s=window.setTimeout(f,sc,a,c))},get done(){return a===null?0:a.curves.length},all:e.length,standings(u){return e.
map((p,d)=>{let h=a?.curves[d]??null;return{member:p,...h?u(h,p.country):{value:NaN,edge:!1,still:!1}}})}}}function ir(t){let e=t.filter(n=>!Number.isNaN(n.value));
return{rows:e.filter(n=>!n.edge&&!n.still).sort((n,o)=>o.value-n.value),left:{edge:e.filter(n=>n.edge).length,still:e.filter(n=>n.still&&!n.edge).length,unknown:t.
length-e.length}}}function cc({value:t,edge:e,still:n}){return E(t)&&!e&&!n?"ranked":e?"edge":n?"still":"unknown"}function cr(t,e){let{engine:n,members:o,edge:r,cut:i,mean:a,now:s,
words:c,sides:l}=t,f=sr(n,o,{edge:r,cut:i},p);function u(){return t.ofInhabitants()?o.map(d=>{let h=a.figures(s.state,d.area.code,d.country),m=et(h,s.state,d.country,
l);return{member:d,value:m.atLeast[s.state.border],edge:m.touchesEdge,still:it(m)}}):f.done<f.all?[]:f.standings((d,h)=>Un(s.state,d,h))}function p(){let{state:d,
shown:h}=s;if(!h||h.status)return;let m=t.ofInhabitants(),y=u(),{rows:g,left:x}=ir(y),k=y.find(v=>v.member.key===d.place),_=k??{value:h.atLeast[d.border],edge:h.
touchesEdge,still:it(h)},S=g.filter(v=>v.member.key!==d.place);Co(c,R(t),{all:f.all,done:m?f.all:f.done,rows:g,left:x,member:k?d.place:null,own:cc(_),kind:m?"ra\
nk_mean":k?"rank_among":"rank_beside",lacking:W(c,h,d.border),place:S.filter(v=>v.value>_.value).length+1,shared:S.some(v=>v.value===_.value),of:S.length+1},v=>e(
{place:v}))}return{show:p,ask(){let{state:d,shown:h}=s;if(!h||h.status||t.ofInhabitants())return;let m=d.border!=="closed"||d.reading!=="routing";f.ask({request:{
...$(d,t.here(),t.baseline).open,foreign_routing:m},opportunity:d.opportunity,weights:t.weights(),longest:t.longest()})},progress:()=>({done:f.done,all:f.all})}}function ar(t,e){let n=document.createElement("canvas").getContext("2d"),o=getComputedStyle(document.body).fontFamily,r=t.containerPointToLayerPoint([0,0]),i=L.
bounds(r,t.containerPointToLayerPoint(t.getSize())),[a,s]=[i.min,i.max];return{screen:i,point:c=>t.latLngToLayerPoint(c),free:c=>c[0]>=a.x&&c[2]<=s.x&&c[1]>=a.y&&
c[3]<=s.y&&e.every(l=>nn(l,c)),take:(...c)=>{e.push(...c)},widthOf(c,l,f){return n.font=`${f?600:400} ${l}px ${o}`,n.measureText(c).width}}}var lr=({x:t,y:e},n,o,r)=>[
[t+r,e-o/2],[t-r-n,e-o/2],[t-n/2,e-o-4],[t-n/2,e+4]];function Pt(t,e,n){return t.style.transform=`translate(${e}px,${n}px)`,t}var ac=1.6,lc=250,fc=6;function fr(t,e,n,o){return zt(n,"cells",{_update(){if(this._map._animatingZoom&&this._bounds)return;L.Renderer.prototype._update.call(this),
this._fit(),ze(t,this._frame,this._cell),ze(e,this._frame,this._near);let r=Math.min(lc,Math.round(ac*Xo(this._frame.scale,o)));Yo(this._cell,this._frame,r,this.
_near,this._distance),this._expecting||this.draw()},expect(){this._expecting=!0,requestAnimationFrame(()=>{this._expecting&&this.draw()})},_fit(){let{frame:r,other:i}=this.
_lay(Ut(!0));if(this._frame=r,!i&&this._cell)return;let{width:a,height:s}=r;this._image=this._context.createImageData(a,s),this._pixels=new Uint32Array(this._image.
data.buffer),this._cell=new Uint32Array(a*s),this._near=new Uint32Array(a*s),this._distance=new Uint8Array(a*s)},paint(r){this._look=r,this.draw()},draw(){if(this.
_expecting=!1,!this._look||!this._cell)return;let{ratio:r}=this._frame;Jo(this._pixels,this._cell,this._frame,fc*r,this._look);let i=r>1?3:1;He(this._pixels,this.
_near,this._frame,i,this._look);let{second:a}=this._look;a&&He(this._pixels,this._near,this._frame,i+r,a),this._context.putImageData(this._image,0,0)},at(r,i){let a=this.
_map.latLngToLayerPoint(r).subtract(this._bounds.min).multiplyBy(this._frame.ratio).floor(),{width:s,height:c}=this._frame;if(a.x<0||a.y<0||a.x>=s||a.y>=c)return-1;
let l=a.y*s+a.x;return(i?this._near[l]:this._cell[l])-1}})}var uc=[["land",200],["cells",300],["base",350],["lines",400],["way",430],["chosen",440],["names",620]],pc=.6;function ur(t,e,n){for(let[p,d]of uc){let h=t.createPane(
p);h.style.zIndex=String(d),h.style.pointerEvents="none"}let o={};for(let p of["land","lines"])o[p]=L.canvas({pane:p,padding:.15});let r=(p,d)=>({pane:p,renderer:o[p],
interactive:!1,smoothFactor:pc,...d}),i=e.base.border.map(Bt),a=e.edge.map(Bt),s=n.map(p=>L.polygon(p.rings,r("land",{weight:1})).addTo(t)),c=n.map(p=>L.polygon(
p.rings,r("lines",{fill:!1,weight:p.part==="ring"?.5:.9})).addTo(t)),l=L.polyline(a,r("lines",{weight:1.6,dashArray:"5 5"})).addTo(t),f=L.polyline(i,r("lines",{
weight:5,opacity:.85})).addTo(t),u=L.polyline(i,r("lines",{weight:2.4})).addTo(t);return{frontier:i,edge:a,dress(p){for(let d of s)d.setStyle({color:p.land,fillColor:p.
land,fillOpacity:1});c.forEach((d,h)=>d.setStyle({color:n[h].part==="ring"?p.faint:p.outline})),l.setStyle({color:p.edge}),f.setStyle({color:p.halo}),u.setStyle(
{color:p.border})},flush(){for(let p of Object.values(o))p._redraw()}}}var Ge=10,dc=6,ue=14,hc=300,mc=34,gc=[0,9,9.75,11.5],wc=t=>t<9.5?26:60,yc=2;function pr(t){let e=t.getZoom(),n=t.containerPointToLayerPoint([0,0]),o=t.getPixelOrigin(),
r=t.getSize();return{width:r.x,height:r.y,scale:2**e,zoom:e,x:n.x,y:n.y,left:o.x+n.x,top:o.y+n.y}}function bc(t,{width:e,height:n}){let o=[];for(let i=1;i<t.length;i++){
let[[a,s],[c,l]]=[t[i-1],t[i]],f=Math.max(1,Math.ceil(Math.hypot(c-a,l-s)/12));for(let u=0;u<f;u++){let p=a+(u+.5)/f*(c-a),d=s+(u+.5)/f*(l-s);p>0&&d>0&&p<e&&d<n&&
o.push([p,d])}}let r=Math.floor(o.length/2);return o.map((i,a)=>o[r+(a%2?-1:1)*Math.ceil(a/2)]).filter(Boolean)}var xc=t=>t.reduce((e,[n,o],r)=>r?e+Math.hypot(n-
t[r-1][0],o-t[r-1][1]):0,0);function dr(t,e,n,o){let r=pr(t),i=ge(e,r.zoom),a=[],s=new Map;for(let c of o){if(!_t(e,"road",c,r.zoom)||r.zoom<gc[c-1])continue;let l=vt(
e,"road",c,r).filter(f=>e.name[f]).map(f=>({name:e.name[f],corners:Ot(e,f,i,r)})).map(f=>({...f,long:xc(f.corners)})).filter(({long:f})=>f>=mc).sort((f,u)=>u.long-
f.long);for(let{name:f,corners:u}of l){if(a.length>=wc(r.zoom))return a;let p=f.split("/").slice(0,yc).join("/"),d=n.widthOf(p,Ge,!0)+dc,h=f.split("/").flatMap(
m=>s.get(m)??[]);for(let[m,y]of bc(u,r)){if(h.some(([k,_])=>Math.hypot(k-m,_-y)<hc))continue;let[g,x]=[r.x+m-d/2,r.y+y-ue/2];if(n.free([g-2,x-2,g+d+2,x+ue+2])){
n.take([g,x,g+d,x+ue]),a.push({text:p,rank:c,x:g,y:x,width:d,height:ue}),h.push([m,y]);for(let k of f.split("/"))s.set(k,[...s.get(k)??[],[m,y]])}}}}return a}function hr(t,e,n,o){
let r=pr(t);return o.filter(i=>_t(e,n,i,r.zoom)).flatMap(i=>vt(e,n,i,r).map(a=>{let[[s,c]]=Ot(e,a,1/0,r);return{name:e.name[a],rank:i,people:e.people[a],at:L.point(
r.x+s,r.y+c)}}).sort((a,s)=>s.people-a.people))}var kc=6e4,_c=10.5,vc=9.5,Oc=".leaflet-bar, .leaflet-control-scale, #warnings li, #map-tools button",Sc=220,Ec=8,Tc=10,Ac=12,Ic=[12.5,11.5,11,10.5];function Nc(t){
let e=t.containerPointToLayerPoint([0,0]),n=t.getContainer().getBoundingClientRect(),[o,r]=[e.x-n.left,e.y-n.top];return[...document.querySelectorAll(Oc)].map(i=>{
let a=i.getBoundingClientRect();return[a.left+o,a.top+r,a.right+o,a.bottom+r]})}function gt(t,e,n,o,r){let i=o.size*1.3,a=Math.min(t.widthOf(e,o.size,o.bold),Sc)+
4,c=(r?lr(n,a,i,5):[[n.x-a/2,n.y-i/2]]).find(([u,p])=>t.free([u,p,u+a,p+i]));if(!c)return[];let[l,f]=c;return t.take([l,f,l+a,f+i],[n.x-3,n.y-3,n.x+3,n.y+3]),[{
name:e,x:l,y:f,at:n,...o,dot:r}]}function Mc(t,e){let n=t.point(e.latlng);return t.take([n.x-11,n.y-31,n.x+11,n.y+2]),gt(t,e.name,n.add([8,-14]),{size:14,bold:!0,
kind:"here"},!0)}function Lc(t,{areas:e,frontier:n,words:o},r){let i=n.flat().filter((s,c)=>c%Tc===0).map(t.point);if(!i.some(s=>t.screen.contains(s)))return[];
let a=s=>i.some(c=>Math.abs(c.x-s.x)<100&&Math.abs(c.y-s.y)<26);return[...new Set(e.map(s=>s.country))].flatMap(s=>{let c=o.t(s.toLowerCase()).toLocaleUpperCase(),
l=e.filter(f=>f.country===s).map(f=>t.point(f.centre)).filter(f=>t.screen.contains(f)&&!a(f)).sort((f,u)=>f.distanceTo(r)-u.distanceTo(r));for(let f of l){let u=gt(
t,c,f,{size:13,bold:!0,kind:"country"},!1);if(u.length)return u}return[]})}function Cc(t,{edge:e,words:n}){let[o]=e.flat().filter((r,i)=>i%Ec===0).map(t.point).
filter(r=>t.screen.contains(r)).sort((r,i)=>i.y-r.y);return o?gt(t,n.t("data_end"),o.add([0,11]),{size:11,bold:!1,kind:"end"},!1):[]}function Xe(t,{map:e,base:n},o){
return n?dr(e,n,t,o).map(({text:r,rank:i,x:a,y:s,width:c})=>({name:r,x:a,y:s,at:L.point(a,s),size:Ge,bold:!0,dot:!1,width:c,kind:i===1?"shield motorway":"shield"})):
[]}function Ke(t,{map:e,base:n},o){return n?hr(e,n,"place",o).filter(({at:r})=>t.screen.contains(r)).flatMap(({name:r,rank:i,at:a})=>gt(t,r,a,{size:Ic[i-1],bold:!1,
kind:"village"},!0)):[]}function mr(t,e,n){let{map:o,places:r,areas:i}=t,a=o.getZoom(),s=ar(o,Nc(o)),c=e?Mc(s,e):[];c.push(...Ke(s,t,[1]));let l=o.containerPointToLayerPoint(
o.getSize().divideBy(2)),f=!1;for(let[u,p,d]of r){let h=i[u];if(!f&&h.population<kc&&(f=!0,c.push(...Lc(s,t,l))),e&&e.area===h&&e.kind==="place"||!rn(h,a))continue;
let m=s.point([d,p]);if(!s.screen.contains(m))continue;let y=sn(h.population),g=h.part==="ring"?"ring":"town";c.push(...gt(s,h.name,m,{size:y,bold:y>Ac,kind:g,number:u},
!0))}c.push(...Xe(s,t,[1,2]),...Ke(s,t,[2,3]),...Xe(s,t,[3]));for(let u of a>=(t.transit()?vc:_c)?n:[]){let p=s.point([u.lat,u.lon]);s.screen.contains(p)&&c.push(
...gt(s,u.name,p,{size:10.5,bold:!1,kind:"stop",stop:u.key},!0))}return c.push(...Ke(s,t,[4]),...Xe(s,t,[4])),[...c,...Cc(s,t)]}function gr(t,e){t.replaceChildren(
...e.flatMap(n=>{let o=w("span",{class:"place "+n.kind+(n.bold?" big":"")},n.name);return o.style.fontSize=n.size+"px",n.width&&(o.style.width=n.width+"px"),Pt(
o,n.x,n.y),!n.dot||n.kind==="here"?[o]:[Pt(w("i",{class:"dot "+n.kind}),n.at.x-2.5,n.at.y-2.5),o]}))}var $c=12,Rc=240,Pc=9;function wr(t=""){let e=w("div",{class:"pin"+t,"aria-hidden":"true"});return e.append(O("svg",{viewBox:"0 0 24 32"},O("path",{d:"M12 31C12\
 31 2.5 18.6 2.5 11.4a9.5 9.5 0 0 1 19 0C21.5 18.6 12 31 12 31Z"}),O("circle",{cx:12,cy:11.5,r:3.6}))),e}function Bc(t){t.append(w("div",{class:"cross","aria-hi\
dden":"true"}));let e=n=>t.classList.toggle("keyed",n);t.addEventListener("keyup",n=>e(n.target===t)),t.addEventListener("pointerdown",()=>e(!1)),t.addEventListener(
"blur",()=>e(!1))}function Dc(t,e){let n=w("div",{id:"hover",hidden:!0,"aria-hidden":"true"});t.getContainer().append(n);let o=null,r=()=>"";function i(){o&&(n.
textContent=r(e.at(o,!1)),n.hidden=!n.textContent)}return{sayAgain:i,quiet(){n.hidden=!0},hover(a){window.matchMedia("(hover: hover)").matches&&(r=a,t.on("mouse\
move",({latlng:s,containerPoint:c})=>{o=s,i();let l=c.x>t.getSize().x-Rc;n.style.transform=`translate(${c.x+(l?-12:14)}px,${c.y+14}px)`+(l?" translateX(-100%)":
"")}),t.on("mouseout zoomstart movestart",()=>{o=null,n.hidden=!0}))}}}function jc(t,e){function n(r){let i=e(),a=i&&t.getBounds().contains(i)?i:t.getCenter();return t.
setZoomAround(a,t.getZoom()+r)}let{zoomDelta:o=1}=t.options;t.zoomIn=(r=o)=>n(r),t.zoomOut=(r=o)=>n(-r)}var Fc=t=>e=>{let n=L.latLngBounds(e);n.isValid()&&t.fitBounds(
n,{padding:[24,24],maxZoom:$c,animate:!1})};function Uc(t,e,n,o){let r=t.getPane("names"),i={written:[],chosen:null,second:null,stops:[]},a=Ft(()=>{i.written=o(
i.chosen,i.stops),gr(r,i.written)}),s=[a,...n?[n.late]:[]];function c(){[i.chosen?.latlng,i.second&&L.latLng(i.second.lat,i.second.lon)].forEach((l,f)=>{if(e[f].
hidden=!l,!l)return;let u=t.latLngToLayerPoint(l);Pt(e[f],u.x-12,u.y-31)})}return t.on("moveend zoomend resize viewreset",()=>{c(),a.ask()}),t.on("zoomstart",()=>{
r.replaceChildren();for(let l of e)l.hidden=!0}),{chooseSecond(l){i.second=l,c()},choose(l){i.chosen=l,c(),a.ask()},showStops(l){i.stops=l,a.ask()},rename:()=>a.
ask(),hold:()=>s.forEach(l=>l.hold()),release:()=>s.forEach(l=>l.release()),flush:()=>s.forEach(l=>l.flush()),get written(){return i.written},get chosen(){return i.
chosen}}}function yr(t,e,{areas:n,cells:o,base:r,words:i}){let a=ur(t,e,n),[s,c,l,f]=e.base.bounds,u=fr(o,Vo(n.map(x=>x.rings.flat())),"cells",(s+l)/2),p=r?kn("\
base"):null,d=[wr(),wr(" second")];d[1].hidden=!0,t.getPane("chosen")?.append(...d),Bc(t.getContainer()),L.control.scale({imperial:!1,position:"bottomright",maxWidth:110}).
addTo(t);let h=L.latLngBounds([s,c],[l,f]),m=()=>t.fitBounds(h,{padding:[2,2],animate:!1});t.setMaxBounds(h.pad(.9)),Sn(t,m);let y=!1,g=Uc(t,d,p,(x,k)=>mr({map:t,
places:e.base.places,areas:n,base:r,words:i,transit:()=>y,...a},x,k));return jc(t,()=>g.chosen?.latlng),En(t,()=>{t.invalidateSize({animate:!1,pan:!1}),m()}),{layer:u,
home:m,...Dc(t,u),dress(x,k){a.dress(x),p?.dress(k)},start(){m(),u.addTo(t),p?.addTo(t).show(r)},emphasise(x){x!==y&&(y=x,p?.emphasise(x),g.rename())},fit:Fc(t),
choose:g.choose,chooseSecond:g.chooseSecond,showStops:g.showStops,expect(){u.expect(),g.hold()},answered:g.release,flush(){a.flush(),g.flush()},nameAt(x){let k=t.
containerPointToLayerPoint(x),[_]=g.written.filter(S=>(S.number!==void 0||S.stop)&&S.dot).map(S=>({far:S.at.distanceTo(k),one:S})).sort((S,v)=>S.far-v.far);return _&&
_.far<Pc?_.one:null},get written(){return g.written},get chosen(){return g.chosen}}}var zc=[30,45,60],Hc=350,Wc=24;function Ve({known:t,now:{state:e}}){let n=new Map;for(let{id:o}of t.trips){let r=t.kindOf(o);(!n.has(r)||o===e.trip)&&n.set(r,o)}
return[...n.values()]}function br({known:t,baseline:e,now:{state:n}},o){let r=t.scenariosOf(o).includes(n.scenario)?n.scenario:e,i=t.trip(o).percentiles,a=o===n.
trip?n.percentile:i?.includes(50)?50:i?.[0]??50;return{...n,trip:o,scenario:r,percentile:a}}var kr=({now:{state:t}})=>[...new Set([...zc,t.cutoff])].sort((e,n)=>e-
n);function Gc(t,e){let{engine:n,known:o,mean:r,now:i,sides:a,baseline:s}=t,c=new Map,[l,f]=[0,0],u=h=>JSON.stringify($(h,t.here(),s));function p(h,m){let y=t.here();
return h.cutoff>(o.trip(h.trip).max_min??1/0)?null:t.ofInhabitants()?!o.ofInhabitants(h)||h.cutoff>r.longest(h)?null:we(r.figures(h,y.area?y.area.code:"",y.country),
h,y.country,a):m&&!H(m.open)?we({engine:n,weights:t.weights(),times:m},h,y.country,a):null}async function d(h){for(let m of Ve(t)){let y=br(t,m),g=u(y);if(m===i.
state.trip||c.has(g))continue;let x={};for(let[k,_]of Object.entries($(y,t.here(),s)))if(x[k]=await n.times(_),h!==f)return;c.set(g,x),c.size>Wc&&c.delete(c.keys().
next().value??"")}e()}return{ways(){let h=[];for(let m of Ve(t)){let y=br(t,m),g=t.ofInhabitants()?null:m===i.state.trip?i.times:c.get(u(y))??null;if(!t.ofInhabitants()&&
!g)return null;h.push({trip:m,at:new Map(kr(t).map(x=>[x,p({...y,cutoff:x},g)]))})}return h},ask(){f++,clearTimeout(l),i.shown&&!i.shown.status&&!t.ofInhabitants()&&
(l=window.setTimeout(d,Hc,f))}}}function Xc({words:t,known:e},{trip:n,at:o},r){let{t:i}=t,a=r.map(s=>(o.get(s)??null)?.bounds);return["closed","open"].flatMap(s=>[
"lower","upper"].map((c,l)=>[e.nameOf(n),i("bounds_"+c,{what:i("shown_"+s)}),...a.map(f=>f?.[s]?t.count(f[s][l]):i("missing"))])).filter(([,,...s])=>s.some(c=>c!==
i("missing")))}function xr(t,e){let{words:n,known:o,now:{state:r}}=t,{t:i}=n,a=kr(t),s=R(t);return{caption:[s.whose,s.opportunity,i("direction_"+r.direction)].join(
" · "),head:[i("mode"),i("border"),...a.map(c=>i("minutes",{n:n.minutes(c)}))],body:e.flatMap(({trip:c,at:l})=>(o.hasBorder?M:["open"]).map(f=>[o.nameOf(c),i("\
shown_"+f,{n:n.minutes(r.resistance)}),...a.map(u=>{let p=l.get(u);return p?T(n,p,f):i("missing")})]).concat(Xc(t,{trip:c,at:l},a)))}}function _r(t,e){let{words:n,
known:o,now:r}=t,{t:i}=n,a=Gc(t,c);function s({trip:f,at:u}){let p=u?.get(r.state.cutoff),d=p?T(n,p,r.state.border):u||r.shown?.status?i("missing"):"…",h=p&&I(
p)&&r.state.border==="open"&&p.closed>0&&E(p.open)?" ("+n.signedShare(p.open/p.closed-1)+")":"",m=w("button",{type:"button","aria-pressed":String(f===r.state.trip),
"data-key":f},o.nameOf(f)+" ",w("b",{},d),h);return m.addEventListener("click",()=>e({trip:f})),m}function c(){let f=Ve(t),u=r.shown&&!r.shown.status?a.ways():null;
if(b("ways").hidden=f.length<2,b("ways-box").hidden=f.length<2||!u,f.length<2||(K(b("ways"),...f.map((d,h)=>s({trip:d,at:u?u[h].at:null}))),!u))return;let p=R(t);
b("ways-title").textContent=[i("ways"),p.opportunity,p.whose].join(" · "),b("ways-box").open&&K(b("ways-table"),Oo(xr(t,u)).node)}b("ways-box").addEventListener(
"toggle",c);let l=dt("ways");return b("ways-box").append(l),ht(l,t,()=>{let f=a.ways();return f&&xr(t,f)}),{ask(){c(),a.ask()}}}var Ze=86400,Or=1e3,Kc=1e4,vr=({words:t},e)=>t.clock(new Date((e%Ze+Ze)%Ze*1e3));function Vc(t,e){return e===null||e===0?"":t.t("why_length",{km:t.minutes(e/Or,
e<Kc?1:0)})}function Sr(t,e){let{words:n,engine:o}=t,{t:r}=n,i=c=>c<0?"":o.stops[c].name,a=r("minutes",{n:n.minutes(e.seconds/60,1)});if(e.kind==="park")return r(
"why_park")+": "+a;if(e.kind==="wait")return r(e.from<0?"why_early":"why_wait",{stop:i(e.from)})+": "+a;if(e.kind==="ride"){let{departs:c,arrives:l}=e;return r(
"why_ride",{line:e.line||"?",headsign:e.headsign?" "+r("why_towards",{headsign:e.headsign}):"",minutes:a,from:i(e.from),departs:vr(t,c??0),to:i(e.to),arrives:vr(
t,l??0)})}let s=n.named("modes",e.mode)??e.mode;return[n.capital(s)+(e.to<0?"":" → "+i(e.to))+": "+a,Vc(n,e.metres)].filter(c=>c).join(", ")}function Zc(t){let{
words:e,now:{why:n}}=t,o=document.querySelector("#why .main")?.textContent;return n&&o?{caption:o,head:[e.t("why_leg"),e.t("why_minutes"),e.t("why_km")],body:n.
legs.map(r=>[Sr(t,r),e.minutes(r.seconds/60,1),r.metres?e.minutes(r.metres/Or,1):""])}:null}function Er(t,e){let{map:n,words:o,now:r,places:i}=t,a=null,s=w("but\
ton",{type:"button",id:"why-close"});s.addEventListener("click",()=>e({target:""}));let c=dt("why");ht(c,t,()=>Zc(t));function l(f,u){a??={group:L.layerGroup().
addTo(n),renderer:L.canvas({pane:"way",padding:.15})};let{group:p,renderer:d}=a,{halo:h,line:m,second:y}=t.theme();p.clearLayers();let g={pane:"way",renderer:d,
interactive:!1,smoothFactor:.5};for(let[x,k]of[[h,4],[m,0]])for(let _ of f.filter(({spots:S})=>S.length>1)){let S=_.kind==="ride";L.polyline(_.spots,{...g,color:S&&
!k?y:x,weight:(S?5:3)+k,opacity:1}).addTo(p)}for(let{spots:x}of f.filter(({kind:k})=>k==="ride"))for(let k of[x[0],x[x.length-1]])L.circleMarker(k,{...g,radius:4.5,
weight:2,color:m,fillColor:h,fillOpacity:1}).addTo(p);L.circleMarker([u.lat,u.lon],{...g,radius:7,weight:3,color:m,fillColor:h,fillOpacity:1}).addTo(p)}return{flush:()=>a?.
renderer._redraw?.(),show(){let{why:f,state:u}=r,p=i.get(u.target);if(b("why").hidden=!f||!p,!f||!p){a?.group.clearLayers();return}let{t:d}=o,h=!Number.isNaN(f.
minutes),m=Z(t);s.textContent=d("close"),b("why").replaceChildren(w("h2",{},d("why_title")),w("p",{class:"main"},d(h?"why_said":"why_unreached",{from:o.capital(
m),target:p.name,n:o.minutes(f.minutes,1)})),w("ol",{},...f.legs.map(y=>w("li",{class:y.kind},Sr(t,y)))),w("p",{class:"small"},f.legs.some(({kind:y})=>y==="ride")?
d("why_percentile",{share:o.share(u.percentile/100)}):""),...h?[c]:[],s),l(f.legs,p)}}}var Yc=120,Jc=300,qc=700;function Ye(t,e){let n=0;return()=>{clearTimeout(n),n=window.setTimeout(e,t)}}function Tr({map:t,view:e,here:n},o){let r=n(),i=L.latLng(
r.lat,r.lon);o&&!t.getBounds().pad(-.08).contains(i)&&t.panTo(i,{animate:!1}),e.choose({...r,latlng:i})}function Qc({view:t,engine:e,here:n,now:o}){if(o.fit=!1,
!o.shown||o.shown.status)return;let{lon:r,lat:i}=e.cells,a=A(o.state.cutoff),s=n(),c=[[s.lat,s.lon]];o.shown.minutes.forEach((l,f)=>{l<=a&&c.push([i[f],r[f]])}),
t.fit(c)}var ta=({now:t},e)=>n=>{t.fit||=n.place!==void 0,e(n)};function ea(t){let{words:e,data:n,map:o,view:r,now:i}=t;function a(){b("theme").textContent=e.t(
t.dark()?"theme_light":"theme_dark")}return{speak(){e.language=i.state.language,Ht(e,n,o.getContainer()),Tr(t,!1),a()},dress(){document.documentElement.dataset.
theme=t.dark()?"dark":"light",an(n.sides,t.dark()),r.dress(t.theme(),t.dark()),a()}}}function na(t,e,n){let{map:o,view:r,areas:i,engine:a,words:s}=t;function c(l,f,u){
let p=r.nameAt(l),d=p?-1:r.layer.at(f,!0);if(!p&&d<0)return mt(s.t("outside_click"));let h=p?p.stop??"place:"+i[Number(p.number)].code:"cell:"+a.cells.id[d],m=u.
shiftKey?"versus":u.altKey?"why":void 0;return n.picked(h,m)?void 0:e({place:h})}o.on("click",l=>c(l.containerPoint,l.latlng,l.originalEvent)),o.getContainer().
addEventListener("keydown",l=>{l.key!=="Enter"||l.target!==o.getContainer()||(l.preventDefault(),c(o.latLngToContainerPoint(o.getCenter()),o.getCenter(),l))}),r.
hover(l=>Wo(t,l))}function oa(t,e){let{words:n,known:o,places:r,view:i,now:a,map:s}=t,{speak:c,dress:l}=ea(t),f=cr(t,_),u=_r(t,_),p=Ye(qc,()=>{b("said").textContent=
b("headline").textContent}),d=Ye(Yc,()=>Be(t,_)),h=Ye(Jc,()=>De(t)),m=[...r.searchable((v,N)=>s.distance(v,N)),...tr(t.base,t.engine,r,n)],y=eo(b("question"),{words:n,
known:o,entries:m,ask:ta(t,_)}),g=Ro(t,m,_),x=Er(t,_);Fo(t);let k=Zn(t,{begin(v){a.state.language!==v.language&&c(),a.state.theme!==v.theme&&l(),y.show(a.state,
t.here().name),g.show(),a.state.place!==v.place&&(i.expect(),Tr(t,!0)),b("headline").setAttribute("aria-busy","true"),i.quiet()},draw(){i.emphasise(o.trip(a.state.
trip).mode==="transit"),a.fit&&Qc(t),zo(t),i.answered(),i.sayAgain(),Ho(t,_),x.show(),p(),f.ask(),f.show(),u.ask(),fe(t),Mo(t)},later(){d(),h()}},e.redrawMs);function _(v){
return k.ask(v)}function S(){l(),a.shown&&k.show(a.state)}return b("theme").addEventListener("click",()=>{let v=t.dark()?"light":"dark";return de({theme:v}),_({
theme:v})}),b("table-box").addEventListener("toggle",()=>Be(t,_)),b("rank-box").querySelector("details").addEventListener("toggle",f.show),t.prefersDark.addEventListener(
"change",S),window.addEventListener("hashchange",()=>_(V(location.hash))),Go(t,{dress:l,draw:k.draw,again:S,flush:x.flush}),na(t,_,g),Object.defineProperty(e,"r\
ank",{get:f.progress}),e.settled=k.settled,{ask:_,first(){return i.start(),c(),l(),i.showStops(r.stops),k.show(a.state)}}}async function ra(t,e,n){let{trip:o,scenario:r}={
...e.start,...V(Jt())},i={place:{kind:"cell",index:0},trip:o,scenario:r},a=await fo(e.engine,b("grensgeo-engine").textContent,i),s=p=>a.arrays["shape/"+p],c=on(
e.base.areas),l=Ko(Object.fromEntries(["rings","corners","start_x","start_y","step_x","step_y"].map(p=>[p,s(p)]))),f=await xn(e.base_map),u=yr(t,e,{areas:c,cells:l,
base:f,words:n});return{map:t,data:e,words:n,engine:a,areas:c,base:f,view:u,edge:s("edge")}}function sa(t){let e=ln();Object.assign(e.start,gn(e.language,{}));let n=dn(
e.labels,e.start.language),o={},r=s=>{Object.assign(o,s),n.language=s.language,Ht(n,e,t.getContainer())};_n(s=>{de({language:s}),r({language:s})});let i={redrawMs:[]};
async function a(){let s=rr(await ra(t,e,n),o),{ask:c,first:l}=oa(s,i);return r=c,Object.defineProperties(i,{state:{get:()=>({...s.now.state})},figures:{get:()=>s.
now.shown},other:{get:()=>s.now.other?.shown},why:{get:()=>s.now.why}}),Object.assign(i,{set:c,engine:s.engine,csv:()=>Fe(s),chart:f=>te(n,s.now.state,R(s).opportunity,
f,u=>c({cutoff:u}))}),await l(),i}t.getContainer().setAttribute("role","application"),Ht(n,e,t.getContainer()),i.ready=a().catch(s=>{throw b("headline").textContent=
n.t("failed",{reason:String(s?.message??s)}),s}),Object.assign(globalThis,{grensgeoAtlas:i})}Object.assign(globalThis,{grensgeoPage:sa});})();
