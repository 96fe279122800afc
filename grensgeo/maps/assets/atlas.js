/* grensgeo atlas: bundled from js/ by `make js`; edit there.
   sources 3d223182a6245da4: src/atlas/answer.js src/atlas/asking.js src/atlas/cells.js src/atlas/chart.js src/atlas/choices.js src/atlas/colours.js src/atlas/controls.js src/atlas/csv.js src/atlas/cut.js src/atlas/engine.js src/atlas/figures.js src/atlas/ground.js src/atlas/headline.js src/atlas/leaving.js src/atlas/main.js src/atlas/mean.js src/atlas/names.js src/atlas/outlines.js src/atlas/picture.js src/atlas/places.js src/atlas/ranking.js src/atlas/saying.js src/atlas/search.js src/atlas/second.js src/atlas/session.js src/atlas/showing.js src/atlas/small_table.js src/atlas/standings.js src/atlas/state.js src/atlas/telling.js src/atlas/versus.js src/atlas/versus_shown.js src/atlas/view.js src/atlas/ways.js src/atlas/why_shown.js src/engine/answers.js src/engine/counting.js src/engine/hierarchy.js src/engine/journey.js src/engine/later.js src/engine/path.js src/engine/streets.js src/engine/sweep.js src/engine/timetable.js src/engine/transit.js src/engine/weights.js src/engine/why.js src/engine/worker.js src/shared/after_paint.js src/shared/appearance.js src/shared/areas.js src/shared/base_map.js src/shared/base_names.js src/shared/canvas_layer.js src/shared/elements.js src/shared/geometry.js src/shared/keeping.js src/shared/numbers.js src/shared/page.js src/shared/precision.js src/shared/room.js src/shared/unpack.js src/shared/words.js */
"use strict";(()=>{var Ke=85.0511287798,dt=t=>256*(t+180)/360;function ht(t){let e=Math.sin(Math.max(-Ke,Math.min(Ke,t))*Math.PI/180);return 256*(.5-Math.log((1+e)/(1-e))/(4*Math.
PI))}var Ye=(t,e)=>[360*t/256-180,360/Math.PI*Math.atan(Math.exp(2*Math.PI*(.5-e/256)))-90];function z(t){let e=new Int32Array(t.length+1);for(let n=0;n<t.length;n++)
e[n+1]=e[n]+t[n];return e}function Mt(t){let e=[],[n,o]=[0,0];for(let r=0;r<t.length;r+=2)n+=t[r],o+=t[r+1],e.push([o/1e4,n/1e4]);return e}var Ze=t=>t.map(e=>e.
map(Mt)),Je=(t,e)=>t[2]<e[0]||t[0]>e[2]||t[3]<e[1]||t[1]>e[3];var ar=[[9,15e4],[10,5e4]];function Ve(t){return t.map(([e,n,o,r,s,c,i],a)=>{let l=Ze(i);return{number:a,code:e,name:n,country:o,nuts3:r,part:s,population:c,rings:l,
centre:L.latLngBounds(l.flat(2)).getCenter()}})}function Qe(t,e){let n=ar.find(([o])=>e<o);return t.part!=="ring"||!n||t.population>=n[1]}var qe=t=>t>2e5?15:t>6e4?
13:11.5;var b=t=>document.getElementById(t);function tn(t,e,n){for(let[o,r]of Object.entries(e))r!==null&&r!==!1&&t.setAttribute(o,r===!0?"":String(r));return t.append(
...n.filter(o=>o!==null)),t}function w(t,e={},...n){return tn(document.createElement(t),e,n)}function R(t,e={},...n){let o=document.createElementNS("http://www.\
w3.org/2000/svg",t);return tn(o,e,n)}function mt(t,e,n){return t.style[n]=`var(--side-${e})`,t}var Lt=t=>mt(w("i",{class:"key","aria-hidden":"true"}),t,"backgro\
und");function en(t,e){for(let[n,o]of Object.entries(t))document.documentElement.style.setProperty("--side-"+n,o[e?1:0])}function Ct(t,e,n=null){let o=w("button",
{type:"button",class:"link","data-key":n},t);return o.addEventListener("click",e),o}var nn=()=>JSON.parse(b("grensgeo-data").textContent);function H(t,...e){let n=t.
contains(document.activeElement)?document.activeElement:null,o=n?.getAttribute("data-key")??null,r=!n?.matches(":focus-visible");if(t.replaceChildren(...e.filter(
c=>c!==null)),o===null)return;let s=[...t.querySelectorAll("[data-key]")].find(c=>c.getAttribute("data-key")===o);s instanceof HTMLElement&&s.focus({preventScroll:r})}var $={nl:"nl-NL",de:"de-DE",en:"en-GB"},lr=.001,fr=10,ur=.095,on=5e-4,rn=.001,pr=.995,dr=.99;function hr(t){return t>=lr&&t<1?{maximumSignificantDigits:2}:{maximumFractionDigits:t<
fr?1:0}}var mr=t=>t.replace("-","−");function ae(t){let e=new Map;function n(a,l){let f=JSON.stringify(l),u=e.get(f);return u||e.set(f,u=new Intl.NumberFormat(
t,l)),u.format(a)}let o=a=>n(a,hr(Math.abs(a))),r=a=>n(a,{style:"percent",maximumFractionDigits:a!==0&&Math.abs(a)<ur?1:0});function s(a){return a>pr&&a<1?">"+r(
dr):a>0&&a<on?"<"+r(rn):r(a)}let c=(a,l)=>l>0?"+"+a:mr(a);function i(a){return a===0||Math.abs(a)>=on?c(r(a),a):(a<0?"−":"+")+"<"+r(rn)}return{format:n,count:o,
share:r,part:s,signedShare:i,plain:a=>n(a,{}),signedCount:a=>c(o(a),a),minutes:(a,l=0)=>n(a,{minimumFractionDigits:l,maximumFractionDigits:l})}}var V=Object.keys($);function sn(t,e){return e.map(n=>n.slice(0,2).toLowerCase()).find(n=>V.includes(n))??t}function gr(t,e){return t.replace(/\{(\w+)\}/g,(n,o)=>Object.
hasOwn(e,o)?e[o]:n)}var P=t=>t.normalize("NFD").replace(/\p{M}/gu,"").replace(/ß/g,"ss").toLowerCase().replace(/[^\p{L}\p{N}]+/gu," ").trim();function cn(t,e){
let n=e,o=ae($[n]);function r(i,a){let l=t[i];return l&&a!==null&&Object.hasOwn(l,a)?l[a][n]:null}let s=(i,a={})=>gr(r("texts",i)??i,a);return{get language(){return n},
set language(i){n=i,o=ae($[i])},named:r,t:s,count:i=>i===null||Number.isNaN(i)?s("missing"):o.count(i),share:i=>o.share(i),part:i=>o.part(i),plain:i=>o.plain(i),
signedCount:i=>o.signedCount(i),signedShare:i=>o.signedShare(i),minutes:(i,a)=>o.minutes(i,a),opportunity:i=>r("opportunities",i)??i,period:i=>r("periods",i)??i,
in:i=>i[n],capital:i=>i.charAt(0).toLocaleUpperCase($[n])+i.slice(1),lowered:i=>i.charAt(0).toLocaleLowerCase($[n])+i.slice(1),sort:(i,a)=>i.localeCompare(a,$[n]),
date:i=>new Intl.DateTimeFormat($[n],{weekday:"short",day:"numeric",month:"short",timeZone:"UTC"}).format(i),clock:i=>new Intl.DateTimeFormat($[n],{hour:"2-digi\
t",minute:"2-digit",timeZone:"UTC"}).format(i),sentence(i,a){return s(i).split(/(\{\w+\})/).map(l=>{let f=l.startsWith("{")?l.slice(1,-1):null;return f!==null&&
Object.hasOwn(a,f)?a[f]:l})}}}var an="grensgeo",yr=["light","dark"];function ln(){try{let{language:t,theme:e}=JSON.parse(localStorage.getItem(an)??"{}");return{language:t,theme:e}}catch{return{}}}
function le(t){try{localStorage.setItem(an,JSON.stringify({...ln(),...t}))}catch{}}function fn(t,e){let n=ln(),o=(r,...s)=>s.find(c=>c!==void 0&&r.includes(c));
return{language:o(V,e.language,n.language)??sn(t,navigator.languages),theme:o(yr,e.theme,n.theme)??"auto"}}function Rt(t){let e=!1,n=0;function o(){e&&(e=!1,t())}let r=()=>requestAnimationFrame(()=>requestAnimationFrame(()=>{n||o()}));function s(){clearTimeout(n),n=0,
e&&r()}return{flush:o,release:s,ask(){!e&&!n&&r(),e=!0},hold(){clearTimeout(n),n=Number(setTimeout(s,400))}}}function $t(t){let e=window.devicePixelRatio||1;return Math.min(2,Math.max(1,t?Math.round(e):e))}function Pt(t,e,n){let o={options:{padding:.15},_initContainer(){
this._container=L.DomUtil.create("canvas",e),this._container.setAttribute("aria-hidden","true"),this._context=this._container.getContext("2d")},_destroyContainer(){
L.DomUtil.remove(this._container)},_lay(s){let c=this._bounds.getSize(),i=this._container,a=Math.max(1,Math.round(c.x*s)),l=Math.max(1,Math.round(c.y*s));L.DomUtil.
setPosition(i,this._bounds.min),i.style.width=c.x+"px",i.style.height=c.y+"px";let f=i.width!==a||i.height!==l;f&&Object.assign(i,{width:a,height:l});let u=this.
_map.getPixelOrigin().add(this._bounds.min),p=s*2**this._map.getZoom();return{other:f,frame:{width:a,height:l,ratio:s,scale:p,left:u.x*s,top:u.y*s}}}},r=L.Renderer.
extend({...o,...n});return new r({pane:t})}var fe={uint8:Uint8Array,int8:Int8Array,uint16:Uint16Array,int16:Int16Array,uint32:Uint32Array,int32:Int32Array,float32:Float32Array,float64:Float64Array};function wr(t){
let e=atob(t),n=new Uint8Array(e.length);for(let o=0;o<n.length;o++)n[o]=e.charCodeAt(o);return n}async function br(t){let e=new Blob([t]).stream().pipeThrough(
new DecompressionStream("deflate"));return new Uint8Array(await new Response(e).arrayBuffer())}function xr(t,{n:e,width:n,steps:o=0}){let r=new Int32Array(e);for(let s=0;s<
e;s++){let c=t[s];n>1&&(c|=t[e+s]<<8),n>2&&(c|=t[2*e+s]<<16|t[3*e+s]<<24),r[s]=c>>>1^-(c&1)}for(let s=0;s<o;s++)for(let c=1;c<e;c++)r[c]=r[c]+r[c-1]|0;return r}
function kr(t,e){let n=new fe[e.type](e.n),o=10**e.digits,r=Object.hasOwn(e,"null");for(let s=0;s<e.n;s++)n[s]=r&&t[s]===e.null?NaN:t[s]/o;return n}function _r(t,{
type:e,n,width:o}){let r=new Uint8Array(n*o);for(let a=0;a<o;a++)for(let l=0;l<n;l++)r[l*o+a]=t[a*n+l];let s=new DataView(r.buffer),c=new fe[e](n),i=o===8?"getF\
loat64":"getFloat32";for(let a=0;a<n;a++)c[a]=s[i](a*o,!0);return c}async function vr(t,e){let n=await br(wr(e));if(t.type==="text")return t.n===0?[]:new TextDecoder().
decode(n).split(`
`);if(!Object.hasOwn(t,"steps"))return _r(n,t);let o=xr(n,t);return Object.hasOwn(t,"digits")?kr(o,t):t.type==="int32"?o:fe[t.type].from(o)}async function gt(t,e){
if(t.format!==1||t.parts.length!==e.length)throw new Error(`packed in format ${t.format}, ${e.length} chunks`);let n=await Promise.all(t.parts.map((o,r)=>vr(o,e[r])));
return Object.fromEntries(t.parts.map((o,r)=>[o.name,n[r]]))}var Or=["nature","built_up","water"],Sr=[[1.5,4.5],[1.1,3.4],[.6,2.6],[.5,2]],ue=[8,13],un=1.1,Er=2.2,pe=({looks:t},e)=>t.levels_from.filter(n=>e>=n).length;function bt({
looks:t},e,n,o){let r=t.shown_from[e];return o>=r[Math.min(n,r.length)-1]}function Ar(t,e){let{layers:n}=e,{names:o,layer:r,rank:s,name:c,corners:i,start_x:a,start_y:l,
step_x:f,step_y:u}=t,p=z(i),d=i.length,h=new Float64Array(p[d]),m=new Float64Array(p[d]),y=new Float64Array(4*d),g=new Int32Array(d),[x,_,k,S]=[0,0,0,0];for(let v=0;v<
d;v++){x+=a[v],_+=l[v];let[B,pt]=[x,_],[K,Y,Z,J]=[1/0,1/0,-1/0,-1/0];for(let E=p[v];E<p[v+1];E++)E>p[v]&&(B+=f[k],pt+=u[k],k++),h[E]=dt(B/1e4),m[E]=ht(pt/1e4),K=
Math.min(K,h[E]),Z=Math.max(Z,h[E]),Y=Math.min(Y,m[E]),J=Math.max(J,m[E]);y.set([K,Y,Z,J],4*v),n[r[v]]==="place"&&(g[v]=t.people[S++])}return{n:d,layer:Array.from(
r,v=>n[v]),rank:s,name:Array.from(c,v=>o[v]),people:g,at:p,x:h,y:m,level:t.level,box:y,looks:e}}var pn=({at:t,x:e,y:n},o)=>Ye(e[t[o]],n[t[o]]);async function dn(t){
if(!t)return null;let{manifest:e,chunks:n}=t;return Ar(await gt(e,n),e.meta)}function xt({n:t,layer:e,rank:n,box:o},r,s,{width:c,height:i,scale:a,left:l,top:f}){
let u=[];for(let p=0;p<t;p++){if(e[p]!==r||n[p]!==s)continue;o[4*p]*a-l>c||o[4*p+2]*a-l<0||o[4*p+1]*a-f>i||o[4*p+3]*a-f<0||u.push(p)}return u}function kt({at:t,
x:e,y:n,level:o},r,s,{scale:c,left:i,top:a}){let l=[];for(let f=t[r];f<t[r+1];f++)o[f]<=s&&l.push([e[f]*c-i,n[f]*c-a]);return l}function Tr(t,e,n,o,{sight:r,level:s}){
let c=Or.includes(n);t.beginPath();for(let i of xt(e,n,o,r)){let a=kt(e,i,s,r);a.length<(c?3:2)||(a.forEach(([l,f],u)=>u?t.lineTo(l,f):t.moveTo(l,f)),c&&t.closePath())}}
function yt(t,e,n,o=[]){t.strokeStyle=e,t.lineWidth=n,t.setLineDash(o),t.stroke()}function Ir(t,e,n,{zoom:o,ratio:r,colours:s}){let c=pe(e,o),i=Math.max(0,Math.
min(1,(o-ue[0])/(ue[1]-ue[0]))),a={sight:n,level:c};t.lineJoin="round",t.lineCap="round";function l(f,u){for(let p=e.looks.shown_from[f].length;p>=1;p--)bt(e,f,
p,o)&&(Tr(t,e,f,p,a),u(p))}for(let f of["nature","built_up","water"])l(f,()=>{t.fillStyle=s[f],t.fill("nonzero")});if(l("waterway",f=>yt(t,s.river,r*(1+1.4*i)/Math.
sqrt(f))),l("road",f=>{let[u,p]=Sr[f-1],d=r*(u+i*(p-u));yt(t,s.casing,d+r*(f<3?un:.7*un)),yt(t,s.road,d)}),t.lineCap="butt",l("rail",f=>{let u=r*(f===1?1.7+i:1.3+
i);yt(t,s.rail,u),yt(t,s.sleeper,u*.5,[5*r,5*r])}),t.setLineDash([]),!!bt(e,"station",1,o))for(let f of xt(e,"station",1,n)){let[[u,p]]=kt(e,f,c,n),d=r*Er;t.fillStyle=
s.station,t.fillRect(u-d,p-d,2*d,2*d),t.strokeStyle=s.rail,t.lineWidth=r,t.strokeRect(u-d,p-d,2*d,2*d)}}function hn(t){let e=Pt(t,"base-map",{_update(){this._map.
_animatingZoom&&this._bounds||(this._bounds?this.late.ask():this._now())},_reset(){this._update(),this._updateTransform(this._map.getCenter(),this._map.getZoom())},
_now(){!this._map||this._map._animatingZoom&&this._bounds||(L.Renderer.prototype._update.call(this),this.draw())},show(n){this._base=n,this.draw()},dress(n){this.
_dark=n,this.draw()},paper(n){this._sheet?.remove(),this._container.style.display=n?"none":"",n&&(this._now(),this._sheet=L.DomUtil.create("img","base-map"),this.
_sheet.alt="",this._sheet.src=this._container.toDataURL(),this._sheet.style.cssText=this._container.style.cssText,this._sheet.style.display="",this._container.after(
this._sheet))},draw(){if(!this._base||!this._bounds)return;let{frame:n,other:o}=this._lay($t(!1));o||this._context.clearRect(0,0,n.width,n.height);let r=this._base.
looks.colours[this._dark?"dark":"light"];Ir(this._context,this._base,n,{zoom:this._map.getZoom(),ratio:n.ratio,colours:r})}});return e.late=Rt(()=>e._now()),e}var Nr=[[".leaflet-control-zoom-in","zoom_in"],[".leaflet-control-zoom-out","zoom_out"],["a.home","home"]],_t=t=>[...document.querySelectorAll(`[data-${t}]`)].map(
e=>e);function Dt(t,e,n){let{t:o}=t;document.documentElement.lang=t.language,document.title=t.in(e.title),b("title").textContent=t.in(e.title);for(let r of _t("\
text"))r.textContent=o(String(r.dataset.text),{version:e.version});for(let r of _t("said"))r.title=o(String(r.dataset.said));for(let r of _t("label"))r.setAttribute(
"aria-label",o(String(r.dataset.label)));Mr(t.language),n.setAttribute("aria-label",o("map_region"));for(let[r,s]of Nr){let c=document.querySelector(r);c&&(c.title=
o(s),c.setAttribute("aria-label",o(s)))}}function Mr(t){for(let e of _t("language"))e.setAttribute("aria-pressed",String(e.dataset.language===t))}function mn(t){
for(let e of _t("language"))e.addEventListener("click",()=>t(String(e.dataset.language)))}var Lr=5;function gn(t,e){let n=t.filter(({concerns:o})=>!o.length||o.
some(r=>e.includes(r)));return[...n.filter(({concerns:o})=>o.length),...n.filter(({concerns:o})=>!o.length)].slice(0,Lr)}function yn(t){return t.url?w("a",{href:t.
url,rel:"noopener noreferrer",target:"_blank"},t.title):w("span",{},t.title)}function wn(t,e){let n=L.Control.extend({onAdd(){let o=L.DomUtil.create("div","leaf\
let-bar"),r=L.DomUtil.create("a","home",o);return r.href="#",r.setAttribute("role","button"),r.textContent="⌂",L.DomEvent.on(r,"click",s=>{L.DomEvent.stop(s),
e()}),o}});new n({position:"topleft"}).addTo(t)}function bn(t,e){let n=window.innerWidth;window.addEventListener("resize",()=>{if(window.innerWidth===n){t.invalidateSize(
{animate:!1});return}n=window.innerWidth,e()})}var Bt=.999999999,I=t=>Math.fround(t*(1+4e-7));var xn=1,kn=[5,15],Cr=[5,10,15,20,30],Rr=60,$r=6,_n={light:{land:"#f6f4ef",faint:"#c4c0b6",outline:"#7d7f86",edge:"#5b6270",halo:"#ffffff",border:"#c2185b",beyond:"\
#e9e6df",line:"#16181d",undo:"#f6f4ef",still:"#8b8478",same:"#ffffff",second:"#c75000"},dark:{land:"#20252e",faint:"#454b57",outline:"#7b8494",edge:"#a8afbc",halo:"\
#0f1217",border:"#ff6f9f",beyond:"#2b313c",line:"#ffffff",undo:"#20252e",still:"#59606d",same:"#4a5160",second:"#ffb347"}},vt=t=>Cr.find(e=>t/e<=$r)??Rr;function jt(t,e){
let n=[];for(let o=0;o<t;o+=e)n.push({from:o,to:Math.min(t,o+e)});return n}function D(t){let e=parseInt(t.slice(1),16);return 255<<24|(e&255)<<16|e&65280|e>>16}
function vn(t){return{colour:new Uint32Array(t+1),stripe:new Uint32Array(t+1),within:new Uint8Array(t+1),line:0,second:null}}function On(t,e,n){t.second=n&&{line:D(
e.second),within:Uint8Array.from({length:n.minutes.length+1},(o,r)=>Number(r>0&&n.counts(n.minutes[r-1],n.countries[r-1])))}}function Sn(t,e,n,{minutes:o,walked:r,
cutoff:s,width:c,countries:i,counts:a}){let l=n.map(D),f=I(s),[u,p,d]=[D(e.beyond),D(e.undo),D(e.still)];t.line=D(e.line);for(let h=0;h<o.length;h++){let m=o[h],
y=m<=f,g=y?l[Math.max(0,Math.min(l.length-1,Math.ceil((m-1e-4)/c)-1))]:u;t.within[h+1]=y?1:0,t.colour[h+1]=g,t.stripe[h+1]=y&&!a(m,i[h])?p:y&&r&&r[h]?d:g}}function En(t,e,n,{
minutes:o,before:r,cutoff:s}){let c=I(s),i=n.map(D),a=i.length/2,[l,f,u]=[D(e.beyond),D(e.same),D(e.undo)];t.line=D(e.line);for(let p=0;p<o.length;p++){let[d,h]=[
o[p],r[p]],[m,y]=[d<=c,h<=c];t.within[p+1]=m?1:0;let g=f,x=null;if(!m&&!y)g=l;else if(m&&Number.isNaN(h))[g,x]=[i[i.length-1],u];else if(y&&Number.isNaN(d))[g,x]=
[i[0],u];else{let _=h-d,k=Math.abs(_),S=kn.filter(v=>k>=v).length;k>=xn&&(g=_>0?i[a+S]:i[a-1-S])}t.colour[p+1]=g,t.stripe[p+1]=x??g}}function Pr(t,e,n){let{t:o,
minutes:r}=t,s=n.length/2,c=[xn,...kn],i=c.map((f,u)=>u+1<c.length?o("band_range",{a:r(f),b:r(c[u+1])}):r(f)+"+"),a=i.map((f,u)=>({colour:n[s+u],said:o("faster",
{a:f})})),l=i.map((f,u)=>({colour:n[s-1-u],said:o("slower",{a:f})}));return[...a.reverse(),{colour:e.same,said:o("same")},...l,{colour:n[n.length-1],stripe:e.undo,
said:o("gained")},{colour:n[0],stripe:e.undo,said:o("lost")}]}function Dr(t,e,n,{cutoff:o,width:r,border:s,walked:c,vehicle:i}){let{t:a,minutes:l}=t,f=jt(o,r).map(
(u,p)=>({colour:n[Math.min(p,n.length-1)],band:!0,said:a("band_range",{a:l(u.from),b:l(u.to)})}));return s!=="open"&&f.push({colour:n[1],stripe:e.undo,said:a("n\
ot_counted")}),c&&f.push({colour:n[1],stripe:e.still,said:a("without_ride",{vehicle:i})}),f}function An(t,e,n,o){let{t:r}=t,s=t.minutes(o.cutoff);return[...o.before?
Pr(t,e,n.diverging):Dr(t,e,n.times,o),{line:e.line,said:o.second?r("isochrone_of",{n:s,what:o.first}):r("isochrone",{n:s})},...o.second?[{line:e.second,said:o.second}]:
[],{colour:e.beyond,said:r("beyond",{n:s})},{colour:e.land,said:r("nobody")},...o.frontier?[{line:e.border,said:r("border_line")}]:[]]}var Ot=(t,e)=>({own:t[e],others:t.filter((n,o)=>o!==e)});function q(t){let e=t.filter(n=>!Number.isNaN(n));return e.length?e.reduce((n,o)=>n+o,0):NaN}function Nn(t){
let e=q(t);return e===0&&t.some(n=>Number.isNaN(n))?NaN:e}var F=t=>t.status!==""&&t.status!=="no_service";function M(t,e,n){let o=(c,i)=>({place:e.ask,trip:t.trip,
direction:t.direction,percentile:t.percentile,foreign_routing:i,scenario:c}),r=t.reading==="routing",s={open:o(t.scenario,!0)};return r&&(s.wall=o(t.scenario,!1)),
t.scenario!==n&&(s.before=o(n,!0),r&&(s.beforeWall=o(n,!1))),s}function tt(t,e){let n=I(t.cutoff);return(o,r)=>o<=n&&(r===e||t.border==="open"||t.border==="real\
ised"&&Math.fround(o+t.resistance)<=n)}function Mn({engine:t,weights:e},n,o,{open:r,wall:s}){let c=t.reach(r.minutes,e,n.cutoff,o,{resistance:n.resistance}),i=s?
t.reach(s.minutes,e,n.cutoff,o,{}):c;return{...c,closed:i.closed}}function Q(t,e,n,o){let r=t.by[n]??NaN,s={closed:[t.closed],realised:[r,...Ot(t.feltBy,n).others],
open:[r,...Ot(t.by,n).others]},c=[o[n]??"other",...Ot(o.slice(0,t.by.length),n).others],i={},a={};for(let[p,d]of Object.entries(s))i[p]=Nn(d),a[p]=c.filter((h,m)=>Number.
isNaN(d[m]));let l=e.border,u={closed:t.by.map(()=>0),realised:t.feltBy,open:t.by}[l].map((p,d)=>d!==n?p:l==="closed"?t.closed:t.by[n]);return{...t,atLeast:i,lacks:a,
shown:t[l],shownBy:u,sides:o.slice(0,t.by.length),unknownCountries:a[l]}}function de(t,e,n,o){let r="times"in t?Mn(t,e,n,t.times):t;return Q(r,e,n,o)}function Br(t,e,{
minutes:n,walked:o}){if(!o)return NaN;let r=I(e.cutoff),[s,c]=[0,0];for(let i=0;i<n.length;i++)!(n[i]<=r)||Number.isNaN(t[i])||(s+=t[i],o[i]&&(c+=t[i]));return s>
0?c/s:NaN}var Tn=(t,e,n)=>(t.border==="closed"&&n?n:e).minutes;function Ln(t,e,n,o){let{engine:r,weights:s,edge:c,cut:i,palette:a,longest:l,sides:f}=t;if(F(o.open))
return t.mean?In(t,e,n,{minutes:o.open.minutes,walked:null}):{status:o.open.status};let u=Tn(e,o.open,o.wall),p={minutes:u,walked:o.open.walked},d=o.before&&!F(
o.before)?{open:o.before,wall:o.beforeWall}:null,h=d?Tn(e,d.open,d.wall):null;if(t.mean)return In(t,e,n,{...p,before:h});let m=y=>Q(Mn(t,e,n,y),e,n,f);return{...m(
o),...p,home:n,noService:o.open.status==="no_service",shareWithout:Br(s,e,o.open),...d&&h?{before:{...m(d),minutes:h}}:{},touchesEdge:i<=e.cutoff||jr(r,c,e,n,u),
bands:Ur(r,e,u,vt(l),a),curve:{...r.curve(o.open.minutes,s,l),home:n}}}function In(t,e,n,{minutes:o,walked:r,before:s}){let{mean:c,code:i,baseline:a,palette:l,longest:f,
sides:u}=t,p=c,d={...e,scenario:a},h=p.curve(e,i,"population");return{...Q(p.figures(e,i,n),e,n,u),minutes:o,walked:r,home:n,mean:!0,...e.scenario===a?{}:{before:{
...Q(p.figures(d,i,n),d,n,u),minutes:s}},bands:jt(e.cutoff,vt(f)).map((m,y)=>{let g=x=>x[Math.min(m.to,x.length-1)]-(m.from>0?x[m.from]:0);return{...m,by:h.by.map(
g),colour:l[Math.min(y,l.length-1)]}}),curve:{...p.curve(e,i),home:n}}}function jr(t,e,n,o,r){let s=tt(n,o);return r.some((c,i)=>e[i]&&s(c,t.cells.country[i]))}
function Ur(t,e,n,o,r){let s=jt(e.cutoff,o).map((i,a)=>({...i,by:Array(t.cells.covered).fill(0),colour:r[Math.min(a,r.length-1)]})),c=s.map(i=>I(i.to));for(let i=0;i<
n.length;i++){let a=c.findIndex(f=>n[i]<=f),l=t.cells.country[i];a>=0&&l>=0&&(s[a].by[l]+=t.cells.population[i])}return s}function Ut(t,e,n){let{own:o,others:r}=Ot(
e.by,n),s=o?o[t.cutoff]:NaN,c=t.border==="realised"?t.cutoff-t.resistance:t.cutoff;return t.border==="closed"||c<0?s:Nn([s,...r.map(i=>i[c])])}function Cn({engine:t,
weights:e,edge:n,longest:o},{minutes:r,walked:s},c){let{country:i,covered:a}=t.cells,l=Array(a).fill(1/0);for(let f=0;f<r.length;f++)n[f]&&r[f]<l[i[f]]&&(l[i[f]]=
r[f]);return{curve:t.curve(r,e,o),edge:l,cut:c,walked:s&&t.curve(r.map((f,u)=>s[u]?f:NaN),e,o)}}function Rn(t,{curve:e,walked:n,edge:o,cut:r},s){let c=I(t.cutoff),
{own:i,others:a}=Ot(o,s),l=Math.min(...a),f=t.border==="closed"?1/0:t.border==="realised"?Math.fround(l+t.resistance):l,u=p=>q(p.by.map(d=>d[t.cutoff]));return{
value:Ut(t,e,s),edge:r<=t.cutoff||Math.min(i??1/0,f)<=c,still:n!==null&&!(u(n)<u(e)*Bt)}}function $n(t,e,n,o,r){let s=new Map(e.map(f=>[f,[]]));for(let f=0;f<t.
cells.n;f++){let u=n(f);u&&s.get(u)?.push(f)}let c=f=>Number.isNaN(r[f])?1/0:r[f],i=t.cells.population,a=I(o.cutoff),l=[];for(let[f,u]of s){let p=u.reduce((y,g)=>y+
i[g],0),[d,h,m]=[0,1/0,0];for(let y of u.sort((g,x)=>c(g)-c(x)||0))d<p/2&&d+i[y]>=p/2&&(h=c(y)),d+=i[y],r[y]<=a&&(m+=i[y]);p>0&&l.push({area:f,median:h,within:m})}
return l.sort((f,u)=>f.median===u.median?0:f.median-u.median)}function Fr(){return[...document.body.childNodes].filter(({nodeName:t})=>t!=="SCRIPT").map(t=>t instanceof Element?t.outerHTML:t.textContent).join("")}var Wr=typeof document>
"u"?"":Fr(),he="grensgeo-kept",Pn=()=>document.getElementById(he)?.textContent?.trim()??"";function Dn(t){let e=[...document.body.querySelectorAll("script")].filter(
({id:o})=>o!==he),n=t.replace(/[<>]/g,"");return`<!DOCTYPE html>
<html lang="${document.documentElement.lang}">
<head>${document.head.innerHTML}</head>
<body>${Wr}
<script type="application/json" id="${he}">${n}<\/script>
${e.map(o=>o.outerHTML).join(`
`)}
</body>
</html>
`}var N=["closed","realised","open"],Ft=["destinations","routing"],ge=["from","to"],ye=["mean","place"],zr=["auto","light","dark"],we=5,Wt=90,zt=60;function Bn(t,e,n,o){
let r=Math.round(Number(t));return t===""||t===null||!Number.isFinite(r)?o:Math.max(e,Math.min(n,r))}var U=(t,e,n)=>e.find(o=>o===t)??n;function et(t,e){let n=t.
trips.find(o=>o.id===e);return n&&n.max_min?Math.min(Wt,Math.floor(n.max_min)):Wt}function Hr(t,e){let n=e&&e.length?e:[50],o=n.includes(50)?50:n[Math.floor(n.length/
2)];return U(Number(t),n,o)}function Gr(t,e){let{step:n}=e.mean,o=Math.min(et(e,t.trip),e.mean.longest(t)),r=(s,c,i)=>Math.max(c,Math.min(i,Math.round(s/n)*n));
t.cutoff=r(t.cutoff,n,Math.floor(o/n)*n),t.resistance=r(t.resistance,0,zt)}function nt(t,e,n){let o={...e,...t};return o.language=U(o.language,V,e.language),o.theme=
U(o.theme,zr,"auto"),n.hasPlace(o.place)||(o.place=e.place),o.direction=U(o.direction,ge,e.direction),o.trip=U(o.trip,n.trips.map(r=>r.id),e.trip),o.percentile=
Hr(o.percentile,n.trips.find(r=>r.id===o.trip)?.percentiles),o.cutoff=Bn(o.cutoff,we,et(n,o.trip),e.cutoff),o.border=n.hasBorder?U(o.border,N,e.border):"open",o.
reading=n.hasBorder?U(o.reading,Ft,e.reading):Ft[0],o.resistance=Bn(o.resistance,0,zt,e.resistance),o.opportunity=U(o.opportunity,n.opportunities,e.opportunity),
o.scenario=U(o.scenario,n.scenariosOf(o.trip),n.scenarios[0]),o.compare=o.compare===!0&&o.scenario!==n.scenarios[0],o.whose=U(o.whose,ye,e.whose),o.versus=typeof o.
versus=="string"?o.versus:"",o.target&&!n.hasPlace(o.target)&&(o.target=n.hasPlace(e.target)?e.target:""),n.ofInhabitants(o)&&Gr(o,n),o}var me=[["lang","languag\
e"],["theme","theme"],["at","place"],["who","whose"],["way","direction"],["trip","trip"],["p","percentile"],["min","cutoff"],["border","border"],["closed","read\
ing"],["felt","resistance"],["what","opportunity"],["plan","scenario"],["diff","compare"],["vs","versus"],["why","target"]],jn={theme:"auto",compare:!1,versus:"",
target:""};function Ht(t,e=me.map(([,n])=>n)){return me.filter(([,n])=>e.includes(n)&&!(Object.hasOwn(jn,n)&&t[n]===jn[n])).map(([n,o])=>n+"="+encodeURIComponent(
o==="compare"?1:String(t[o]))).join("&")}var Gt=()=>location.hash.length>1?location.hash:Pn();function G(t){let e=t.replace(/^#/,"");if(V.includes(e))return{language:e};
let n={};for(let o of e.split("&")){let r=o.indexOf("="),s=me.find(([i])=>i===o.slice(0,r));if(r<1||!s)continue;let c;try{c=decodeURIComponent(o.slice(r+1))}catch{
continue}n[s[1]]=s[1]==="compare"?c==="1":c}return n}var Xt=["place","trip","border","scenario"],Xr=t=>Ht(t,Xt.filter(e=>t[e]!==void 0));function Un(t){let e=G(t);return Object.fromEntries(Xt.filter(n=>e[n]!==void 0).
map(n=>[n,e[n]]))}function St(t,e){if(!t.versus)return null;let n=Un(t.versus),o=n.trip&&n.trip!==t.trip?{percentile:null}:{};return nt({...n,...o,versus:"",target:"",
compare:!1},t,e)}var Fn=(t,e)=>Xt.filter(n=>t[n]!==e[n]);function be(t,e){let n={...Un(t.versus),...e},o=Xt.filter(r=>n[r]!==void 0&&n[r]!==t[r]);return Xr(Object.
fromEntries(o.map(r=>[r,n[r]])))}var Kr=200;function xe(t,e,n){let{engine:o,baseline:r}=t,s=t.here(e);return Ln({engine:o,weights:t.weights(),edge:t.edge,cut:t.cut(M(e,s,r).open),palette:t.palettes().
times,longest:t.longest(e),mean:t.ofInhabitants(e)?t.mean:null,code:s.area?s.area.code:"",baseline:r,sides:t.sides},e,s.country,n)}function Yr(t,e){let{now:n,known:o,
engine:r,baseline:s,places:c}=t,i=0;async function a(p){let d=St(n.state,o);if(!d)return null;let h=t.here(d),m={};for(let[y,g]of Object.entries(M(d,h,s)))if(m[y]=
await r.times(g),p())return null;return F(m.open)?null:{state:d,place:h,times:m,shown:xe(t,d,m)}}function l(){let{state:p}=n,d=c.get(p.target);if(!d)return null;
let{open:h,wall:m}=M(p,t.here(),s);return{...p.border==="closed"&&m?m:h,other:d.ask}}function f(){let{other:p,why:d}=n,h=St(n.state,o),m=p&&h&&JSON.stringify(M(
h,t.here(h),s))===JSON.stringify(M(p.state,p.place,s));n.other=m?{...p,state:h,shown:xe(t,h,p.times)}:null,d&&d.key!==JSON.stringify(l())&&(n.why=null)}async function u(){
let p=++i,d=()=>p!==i,h=l();if(!(!!(n.state.versus&&!n.other)||!!(h&&!n.why)))return;let y=n.other??await a(d),g=d()||!h?null:{key:JSON.stringify(h),...await r.
why(h)};d()||(n.other=y,n.why=g,e())}return{ask:u,renew:f}}function Wn(t,e,n){let{now:o,known:r,data:s,engine:c,baseline:i}=t,a=Yr(t,d),l={to:"population",from:s.
start.opportunity},f="",u=Promise.resolve();async function p(){let y=M(o.state,t.here(),i),g=JSON.stringify(y);if(g===f)return!0;f=g;let x={};for(let[_,k]of Object.
entries(y))if(x[_]=await c.times(k),f!==g)return!1;return o.times=x,!0}function d(){o.times&&(o.shown=xe(t,o.state,o.times),a.renew(),e.draw())}async function h(y){
let g=performance.now(),x=o.times;e.begin(y),await p()&&(d(),e.later(),u=a.ask(),x===o.times&&(n.push(performance.now()-g),n.length>Kr&&n.shift()))}function m(y){
let g=o.state,x=nt(y,g,r);return x.direction!==g.direction&&!y.opportunity&&(l[g.direction]=g.opportunity,x.opportunity=l[x.direction]),o.state=x,h(g)}return{ask:m,
show:h,draw:d,settled:()=>u}}var O=t=>t!=null&&!Number.isNaN(t),T=({sides:t})=>t.length>1,ot=t=>t.shareWithout>=Bt;function A(t,e,n){let o=e.atLeast[n];return O(o)?e.lacks[n].length>0||e.missing>
0&&o>0?t.t("at_least",{n:t.count(o)}):t.count(o):t.t("missing")}var W=(t,e,n)=>e.lacks[n].map(o=>t.t("no_data_of",{country:t.t(o)})).join(", ");function zn(t,{open:e,
closed:n}){return!O(e)||!O(n)?t.t("effect_missing"):n===0?t.t("effect_undefined")+(e===0?"":" ("+t.signedCount(e)+")"):t.t("effect_said",{relative:t.signedShare(
e/n-1),absolute:t.signedCount(e-n)})}function Hn(t){return O(t.atLeast.open)?ot(t)?t.noService?"_no_stop":"_still":t.lacks.open.length?"_unknown":T(t)?t.closed===
0&&t.open>0?"_undefined":Math.round(t.closed)!==Math.round(t.open)?"":t.touchesEdge?"_same_edge":"_same":"_whole":"_nothing"}var Gn=320,Zr=164,[Kt,Xn,Et]=[306,8,128],Jr=56,Vr=7,Qr=75;function qr(t){let e=10**Math.floor(Math.log10(Math.max(t,1)));return[1,2,5,10].map(n=>n*e).find(n=>n>=
t)??10*e}function ts(t,e,n){let o=qr(e/3),r=Math.ceil(e/o)*o,s=Math.max(Jr,8+Vr*t.count(r).length);return{step:o,top:r,left:s,last:n,x:c=>s+(Kt-s)*c/n,y:c=>Et-(Et-
Xn)*c/r,minuteAt:c=>Math.round((c-s)/(Kt-s)*n)}}var ke=(t,e,n,o)=>R("text",{x:e,y:n,"text-anchor":o},t);function es(t,{step:e,top:n,left:o,last:r,x:s,y:c}){let i=[];
for(let a=0;a<=n+1e-9;a+=e)i.push(R("line",{x1:o,x2:Kt,y1:c(a),y2:c(a),class:"grid"}),ke(t.count(a),o-6,c(a)+4,"end"));for(let a=0;a<=r;a+=r>Qr?30:15)i.push(ke(
t.minutes(a),s(a),Et+16,"middle"));return i.push(ke(t.t("axis_minutes"),Kt,Et+31,"end")),i}function ns({last:t,x:e,y:n},o,r){let s=[...Array(t+1).keys()],c=i=>s.
map(a=>`${e(a).toFixed(1)},${n(i(a)).toFixed(1)}`);return"M"+[...c(o),...c(r).reverse()].join("L")+"Z"}function os(t,e,n,o,r){let s=i=>A(t,{atLeast:{at:q(o.curve.
by.map(a=>a[i]))},lacks:{at:o.lacks.open},missing:o.missing},"at"),c=Math.min(r,Math.max(5,Math.round(e.cutoff/15)*15-15));return t.t("chart_said",{opportunity:n,
a:s(c),x:t.minutes(c),b:s(Math.min(r,e.cutoff)),y:t.minutes(e.cutoff)})}function rs(t,{sides:e,curve:{home:n},lacks:o},r){let s=o.open.length?"  – "+W(t,{lacks:o},
"open"):"";if(!T({sides:e}))return[s];let c=i=>i===n?t.t("own_country"):r.length===2&&r[0]===n?t.t("across"):t.t(e[i]);return[...r.flatMap((i,a)=>[Lt(e[i]),c(i)+
(a+1<r.length?"  ":"")]),s]}function ss(t,e){if(!t)return[];let{curve:n}=t.shown,o=Math.min(e,n.by[0].length-1);return Array.from({length:o+1},(r,s)=>Ut({...t.state,
cutoff:s},n,n.home))}function is({x:t,y:e,last:n},o,{curve:r},s){return s.length?[Array.from({length:n+1},(i,a)=>Ut({...o,cutoff:a},r,r.home)),s].map((i,a)=>R("\
path",{class:a?"second":"first",d:"M"+i.map((l,f)=>O(l)?`${t(f).toFixed(1)},${e(l).toFixed(1)}`:"").filter(l=>l).join("L")})):[]}function Yt(t,e,n,o,r,s=null){let{
by:c,home:i}=o.curve,a=[...c.keys()].sort((m,y)=>+(y===i)-+(m===i)),l=c[0].length-1,f=(m,y)=>a.slice(0,m).reduce((g,x)=>g+(O(c[x][y])?c[x][y]:0),0),u=ss(s,l),p=ts(
t,Math.max(f(a.length,l),1,...u.filter(O)),l),d=p.x(e.cutoff),h=R("svg",{viewBox:`0 0 ${Gn} ${Zr}`,role:"img","aria-label":os(t,e,n,o,l)},...es(t,p),...a.map((m,y)=>mt(
R("path",{d:ns(p,g=>f(y+1,g),g=>f(y,g)),class:"area"}),o.sides[m],"fill")),...is(p,e,o,u),R("line",{x1:d,x2:d,y1:Xn-6,y2:Et+4,class:"now"}));h.addEventListener(
"pointerdown",m=>{let y=h.getBoundingClientRect();r(p.minuteAt((m.clientX-y.left)/y.width*Gn))}),b("chart").replaceChildren(h),b("chart-key").replaceChildren(...rs(
t,o,a))}function rt(t,e){let n=w("fieldset",{class:"choice",id:"c-"+t}),o="",r=()=>[...n.querySelectorAll("input")];function s(c,i,a){let l=r().find(u=>u===document.activeElement)?.
value,f=w("div",{class:"pills"},...i.map(([u,p,d])=>{let h=w("input",{type:"radio",name:t,value:u,disabled:!!d});return h.addEventListener("change",()=>e(u)),w(
"label",{class:"pill"},h,w("span",{},p))}));n.replaceChildren(w("legend",{class:"legend"},c),f,...a?[w("p",{class:"small why"},a)]:[]),r().find(u=>u.value===l)?.
focus()}return{node:n,show(c,i,a,l=""){n.hidden=i.length<2;let f=JSON.stringify([c,i,l]);f!==o&&(o=f,s(c,i,l));for(let u of r())u.checked=u.value===String(a)}}}
function _e(t,e){let n=w("input",{type:"range",id:"c-"+t,name:t,step:1}),o=w("label",{class:"legend",for:"c-"+t}),r=w("output",{for:"c-"+t,class:"reading"}),s=w(
"div",{class:"choice slide"},o,r,n);return n.addEventListener("input",()=>e(Number(n.value))),{node:s,show(c,{low:i,high:a,step:l},f,u){o.textContent=c,n.step=String(
l),n.min=String(i),n.max=String(a),n.value!==String(f)&&(n.value=String(f)),n.style.setProperty("--part",100*(f-i)/(a-i)+"%"),r.textContent=u,n.setAttribute("ar\
ia-valuetext",u)}}}var cs=12,Oe=4,as=["station","treinstation","halte","bahnhof","bhf","haltestelle","stop"];function Kn(t,e){return(t+" ").startsWith(e+" ")?0:t.startsWith(e)?1:t.
includes(" "+e)?2:t.includes(e)?3:Oe}var ve=t=>t.replace(/([aou])e/g,"$1");function ls(t){let e=t.split(" "),n=e.filter(r=>!as.includes(r)),o=n.length>0&&n.length<
e.length;return{name:o?n.join(" "):t,station:o}}function fs(t,e){let n=ve(P(e));if(!n)return[];let{name:o,station:r}=ls(n),s=c=>Math.min(Kn(ve(c.plain),n),r&&c.
kind==="stop"?Kn(ve(c.plain),o):Oe);return t.map(c=>({fit:s(c),entry:c})).filter(c=>c.fit<Oe).sort((c,i)=>c.fit-i.fit||i.entry.weight-c.entry.weight).slice(0,cs).
map(({entry:c})=>c)}function us(t){let e=w("label",{class:"legend",for:t}),n=w("input",{id:t,class:"place-box",type:"text",role:"combobox",autocomplete:"off",spellcheck:"\
false","aria-autocomplete":"list","aria-expanded":"false","aria-controls":t+"-list","aria-describedby":t+"-hint"}),o=w("span",{id:t+"-hint",class:"small"}),r=w(
"ul",{id:t+"-list",class:"place-list",role:"listbox",hidden:!0}),s=w("span",{class:"hidden",role:"status"}),c=w("div",{class:"choice search"},e,w("div",{class:"\
box"},n,r),o,s);return{label:e,input:n,hint:o,list:r,said:s,node:c}}function ps({input:t,list:e,said:n},o,r,s){let c=[],i=-1;function a(f){i=f,[...e.children].forEach(
(p,d)=>p.setAttribute("aria-selected",String(d===i)));let u=e.children[i];if(!u){t.removeAttribute("aria-activedescendant");return}u.scrollIntoView({block:"near\
est"}),t.setAttribute("aria-activedescendant",u.id)}function l(f,u){let p=w("li",{role:"option",id:t.id+"-"+u,"aria-selected":"false"},w("span",{class:"name"},f.
name),w("span",{class:"small"},f.note()));return p.addEventListener("pointerdown",d=>{d.preventDefault(),s(f)}),p}return{close(){e.hidden=!0,a(-1),t.setAttribute(
"aria-expanded","false")},open(){c=fs(r,t.value),e.replaceChildren(...c.map(l)),e.hidden=c.length===0,t.setAttribute("aria-expanded",String(c.length>0));let f=!c.
length&&P(t.value)!=="";return n.textContent=c.length?o.t("place_found",{n:o.count(c.length)}):f?o.t("place_none"):"",a(c.length?0:-1),f},move:f=>a((i+f+c.length)%
c.length),marked:()=>e.hidden?void 0:c[i],any:()=>c.length>0}}function Zt(t,e,n,o="place"){let r=us(o),{input:s,hint:c,list:i,said:a}=r,l="";function f(g){c.textContent=
g?l?t.t("place_none_still",{name:l}):t.t("place_none"):t.t("place_hint"),c.classList.toggle("warn",g),s.setAttribute("aria-invalid",String(g))}let u=ps(r,t,e,p);
function p(g){u.close(),f(!1),n(g.key),s.select()}let d=()=>f(u.open());function h(){u.close(),f(!1),s.value=l}function m(){let g=u.marked();g?p(g):!u.any()&&P(
s.value)&&(s.value=l,s.select())}let y={ArrowDown:()=>i.hidden?d():u.move(1),ArrowUp:()=>i.hidden?d():u.move(-1),Enter:m,Escape:h};return s.addEventListener("in\
put",d),s.addEventListener("focus",()=>s.select()),s.addEventListener("blur",()=>{h(),a.textContent=""}),s.addEventListener("keydown",g=>{Object.hasOwn(y,g.key)&&
(y[g.key](),g.preventDefault())}),{node:r.node,show(g){r.label.textContent=t.t("place"),f(!1),i.setAttribute("aria-label",t.t("place")),l=g,(document.activeElement!==
s||i.hidden)&&(s.value=g)}}}function ds({words:t,known:e,entries:n,ask:o}){let r=i=>rt(i,a=>o({[i]:a})),s=w("input",{type:"checkbox",id:"c-compare",name:"compare"});s.addEventListener("cha\
nge",()=>o({compare:s.checked}));let c=w("span",{});return{place:Zt(t,n,i=>o({place:i})),whose:r("whose"),cutoff:_e("cutoff",i=>o({cutoff:i})),border:r("border"),
resistance:_e("resistance",i=>o({resistance:i})),mode:rt("mode",i=>o({trip:e.trips.find(a=>e.kindOf(a.id)===i)?.id})),trip:r("trip"),percentile:rt("percentile",
i=>o({percentile:Number(i)})),opportunity:r("opportunity"),direction:r("direction"),scenario:r("scenario"),compare:{node:w("label",{class:"choice check"},s,c),box:s,
text:c},reading:r("reading")}}function hs(t,{words:e,known:n},o){let{t:r}=e,s=(l,f)=>f.map(u=>[u,r(l+"_"+u)]),c=l=>r("minutes_long",{n:e.minutes(l)}),i=n.ofInhabitants(
o)?n.mean.step:1;t.whose.show(r("whose"),n.couldBeOfInhabitants(o)?s("whose",ye):[],o.whose),t.cutoff.show(r("cutoff"),{low:we,high:et(n,o.trip),step:i},o.cutoff,
c(o.cutoff));let a=n.hasBorder?{borders:N,readings:Ft}:{borders:[],readings:[]};t.border.show(r("border"),s("border",a.borders),o.border),t.resistance.node.hidden=
o.border!=="realised",t.resistance.show(r("resistance"),{low:0,high:zt,step:i},o.resistance,c(o.resistance)),t.reading.show(r("reading"),s("reading",a.readings),
o.reading),t.direction.show(r("direction"),s("direction",ge),o.direction),t.opportunity.show(r("opportunity"),n.opportunities.map(l=>[l,e.opportunity(l)]),o.opportunity)}
function ms(t,{words:e,known:n},o){let{t:r}=e,s=n.trip(o.trip),c=n.kindOf(s.id),i=new Map(n.trips.toReversed().map(u=>[n.kindOf(u.id),u.id])),a=[...new Set(n.trips.
map(u=>n.kindOf(u.id)))];t.mode.show(r("mode"),a.map(u=>[u,n.nameOf(i.get(u)??s.id)]),c);let l=n.trips.filter(u=>n.kindOf(u.id)===c),f=s.mode==="transit"&&o.direction===
"to";t.trip.show(r(f?"arrival":"departure"),l.map(u=>[u.id,n.tripName(u)]),o.trip),t.percentile.show(r("percentile"),(s.percentiles??[]).map(u=>[String(u),e.share(
u/100)]),o.percentile)}function gs({scenario:t,compare:e},{words:n,known:o},r){let{t:s}=n,c=o.scenariosOf(r.trip),i=o.scenarios.filter(a=>!c.includes(a)).map(o.
scenarioName);t.show(s("scenario"),o.scenarios.map(a=>[a,o.scenarioName(a),!c.includes(a)]),r.scenario,i.length?s("scenario_idle",{scenario:i.join("; ")}):""),e.
node.hidden=r.scenario===o.scenarios[0],e.box.checked=r.compare,e.text.textContent=s("compare")}function Yn(t,e){let n=ds(e);return t.replaceChildren(...Object.
values(n).map(o=>o.node)),t.addEventListener("submit",o=>o.preventDefault()),{show(o,r){n.place.show(r),hs(n,e,o),ms(n,e,o),gs(n,e,o)}}}function ys(t,e){let n={};for(let[o,r]of Object.entries(t)){if(o.startsWith("opportunity/cell/")&&(n[o.slice(17)]=r),!o.startsWith("opportunity/municipality/"))
continue;let s=new Float64Array(r.length);for(let c=0;c<e.n;c++)s[e.municipality[c]]+=e.population[c];n[o.slice(25)]=Float64Array.from(e.municipality,(c,i)=>r[c]*
e.population[i]/s[c])}return n}function Zn(t,e,n){return(t[`${e}/name`]||t[`${e}/id`]||[]).map((r,s)=>({id:t[`${e}/id`][s],name:r,lon:t[`${e}/lon`][s],lat:t[`${e}\
/lat`][s],country:n[s]}))}function Jn(t,e,n,o){let r=Array.from({length:t.covered+1},()=>({total:0,known:0,unknown:0,any:!1,cells:0}));for(let s=0;s<t.n;s++){let c=t.
country[s],i=r[c<0?t.covered:c],a=n[s],l=Number.isNaN(a);i.cells++,l||(i.any=!0),o(e[s],c)&&(l?i.unknown++:(i.known++,i.total+=a))}for(let s of r)s.cells>0&&(!s.
any||s.unknown>0&&s.known===0)&&(s.total=NaN);return r}function ws(t,e,n,o,r,{resistance:s=0}={}){let c=I(o),i=Jn(t,e,n,h=>h<=c),a=s===0?i:Jn(t,e,n,(h,m)=>(m===
r?h:Math.fround(h+s))<=c),l=r>=0&&r<t.covered?i[r].total:NaN,[f,u,p]=[0,0,0];i.forEach((h,m)=>{p+=h.unknown,m!==r&&(f+=h.total,u+=a[m].total)});let d=h=>h.slice(
0,t.covered).map(m=>m.total);return{by:d(i),feltBy:d(a),total:l+f,closed:l,realised:l+u,felt:u,open:l+f,missing:p}}function bs(t){let e=Math.ceil(t);return e>0&&t<=I(e-1)?e-1:e}function Vn(t){for(let e=1;e<t.length;e++)t[e]+=t[e-1]}function xs(t,e,n,o){let r=()=>new Float64Array(
o+1),s={total:r(),unknown:r()},c=Array.from({length:t.covered},()=>({any:!1,sum:r(),known:r(),unknown:r()}));for(let i=0;i<t.n;i++){let a=c[t.country[i]],l=Number.
isNaN(n[i]);if(a&&!l&&(a.any=!0),Number.isNaN(e[i]))continue;let f=bs(e[i]);if(!(f>o)){if(a&&a[l?"unknown":"known"][f]++,l){s.unknown[f]++;continue}s.total[f]+=
n[i],a&&(a.sum[f]+=n[i])}}Object.values(s).forEach(Vn);for(let{any:i,sum:a,known:l,unknown:f}of c){[a,l,f].forEach(Vn);for(let u=0;u<=o;u++)(!i||f[u]>0&&l[u]===
0)&&(a[u]=NaN)}return{by:c.map(i=>i.sum),...s}}function ks(t,e){let n=s=>[...new Set(s)].filter(c=>c>0).sort((c,i)=>c-i),o=n(t.subarray(0,e)),r=[...o,...n(t).filter(
s=>!o.includes(s))];return{countries:r,covered:o.length,positions:Int8Array.from(t,s=>r.indexOf(s))}}function Qn(t,e){let n=e.n_cells,o=n+e.n_places,{countries:r,
covered:s,positions:c}=ks(t["point/country"],n),i={n,covered:s,id:t["cell/id"],lon:t["cell/lon"],lat:t["cell/lat"],country:c.subarray(0,n),municipality:t["cell/\
municipality"],population:t["cell/population"]};return{cells:i,countries:r,places:Zn(t,"place",c.subarray(n)),stops:Zn(t,"stop",c.subarray(o)),municipalities:t["\
municipality/code"]||[],opportunities:ys(t,i),trips:e.trips,scenarios:e.scenarios,meta:e,arrays:t,reach:(...a)=>ws(i,...a),curve:(...a)=>xs(i,...a)}}function to(t,e,n=null){let o=new Map,r=0,s=c=>new Promise((i,a)=>{o.set(++r,{answered:i,refused:a}),t.postMessage({number:r,asked:c})});return new Promise((c,i)=>{
t.addEventListener("error",a=>{let l=new Error(a.message||"no worker");i(l);for(let{refused:f}of o.values())f(l);o.clear()}),t.addEventListener("message",({data:a})=>{
let l=o.get(a.number);o.delete(a.number),a.opened?c(s):l?a.failed===void 0?l.answered(a):l.refused(new Error(a.failed)):i(new Error(a.failed))}),t.postMessage({
...e,first:n})})}var eo=/^(shape|mean|opportunity|edge)\//,Ss=/^(cell|place|stop|municipality)\/|^point\/country$/;function no({manifest:t,chunks:e},n){let o=[...t.parts.keys()].
filter(r=>n(t.parts[r].name));return{manifest:{...t,parts:o.map(r=>t.parts[r])},chunks:o.map(r=>e[r])}}var Es=t=>new Worker(URL.createObjectURL(new Blob([t],{type:"\
text/javascript"})));async function As({manifest:t,chunks:e}){let n=await globalThis.GrensgeoEngine.open(t,e);return async o=>o.other?n.why(o):n.times(o)}async function oo(t,e,n){
let o=no(t,a=>!eo.test(a)),r=(async()=>{try{return await to(Es(e),o,n)}catch{return As(o)}})(),s=no(t,a=>eo.test(a)||Ss.test(a)),c=await gt(s.manifest,s.chunks),
i=async a=>(await r)(a);return{...Qn(c,t.manifest.meta),times:i,why:i}}var Jt=t=>t.replace(/(?<=^|[,;\t\r\n]["\s]*)(?=[=+\-@\t\r\n])/g,"'");function Ts(t){if(typeof t=="number")return Number.isNaN(t)?"":String(t);let e=Jt(String(t??
""));return/[",\n\r;#]/.test(e)?'"'+e.replace(/"/g,'""')+'"':e}var Is=t=>"# "+Jt(t.replace(/[\r\n\u2028\u2029]+/g," "));function Ns(t,e,n){return[...t.map(Is),...[
e,...n].map(r=>r.map(Ts).join(","))].join(`\r
`)+`\r
`}var st=(t,e)=>Math.round(t*e)/e,Se=t=>O(t)?String(st(t,1e3)):"";function Ms(t,e,n,o){if(!e.atLeast)return[];let r=(T(e)?N:["open"]).map(i=>{let a=e.lacks[i].length>
0||e.missing>0,l=O(e.atLeast[i])?(a?">= ":"")+Se(e.atLeast[i]):"",f=W(t,e,i);return`${i}: ${l} ${n} (${o})`+(f?"; "+f:"")}),s=e.sides.map((i,a)=>`${i}: ${Se(e.by[a])}\
 ${n} (${o})`),c=[["share_without_ride",e.shareWithout],["edge_share",e.edgeShare]];return[...r,...s,...c.flatMap(([i,a])=>O(a)?[`${i}: ${Se(a)} (${o})`]:[]),...e.
mean?[]:[`edge: ${!!e.touchesEdge}`]]}function Ls(t,e,{state:n,found:o},{said:r,whose:s}){let{opportunity:c}=n;return[...r,...Ms(t,o,c,s),`units: travel_time_mi\
n in minutes; population in inhabitants; ${c} in numbers; lon and lat in degrees (EPSG:4326); empty is not known or not reached`,...e.notes.map(i=>"note: "+[i.text,
...i.details].map(a=>t.in(a)).join(" / ")),...e.sources.map(i=>"source: "+[i.title,t.in(i.attribution),"licence "+t.in(i.licence),i.reference_date].join("; ")),
t.t("made_with",{version:e.version})]}function ro(t,e,n,o){let{engine:{cells:r},areaOfCell:s,codes:c,state:i,found:a,weights:l,home:f}=n,{opportunity:u}=i,p=u!==
"population",d=tt(i,f),h=I(i.cutoff),m=["cell_id","region_code","municipality","country","lon","lat","population",...p?[u]:[],"travel_time_min","within_cutoff",
"counted",...a.walked?["without_ride"]:[],...a.before?["travel_time_baseline_min"]:[]],y=r.id.map((g,x)=>{let _=a.minutes?a.minutes[x]:NaN,k=s(x);return[g,k?.code,
k?.name,c[r.country[x]],st(r.lon[x],1e5),st(r.lat[x],1e5),r.population[x],...p?[st(l[x],1e4)]:[],st(_,1e3),_<=h?1:0,d(_,r.country[x])?1:0,...a.walked?[Number.isNaN(
_)?"":a.walked[x]]:[],...a.before?[st(a.before.minutes[x],1e3)]:[]]});return Ns(Ls(t,e,n,o),m,y)}function it(t,e){let n=document.createElement("a");n.href=URL.createObjectURL(t),n.download=e,document.body.append(n),n.click(),n.remove(),setTimeout(()=>URL.revokeObjectURL(
n.href),1e4)}var ct=()=>getComputedStyle(document.body).fontFamily,Qt=t=>t?"#eef0f4":"#1f2430";function Ae(t,e){let n=document.createElement("canvas");n.width=t*
2,n.height=e*2;let o=n.getContext("2d");return o.scale(2,2),{canvas:n,context:o}}function Cs(t,e,n){let o=[""];for(let r of e.split(/\s+/)){let s=o[o.length-1],
c=s?s+" "+r:r;t.measureText(c).width<=n||!s?o[o.length-1]=c:o.push(r)}return o}var Vt=t=>t.reduce((e,n)=>e+n.lines.length*n.leading,0);function Rs(t,e,n){t.font=
`400 12px ${ct()}`;let o=[[]],r=0;for(let s of e){let c=26+t.measureText(s.said).width+16;r+c>n-40&&o[o.length-1].length&&(o.push([]),r=0),o[o.length-1].push([r,
s]),r+=c}return o}function Ee(t,e,n,o){let r=n;for(let s of e){t.font=s.font,t.fillStyle=o;for(let c of s.lines)r+=s.leading,t.fillText(c,20,r-s.leading*.25)}}function so(t,e,n){
let o=t.map.getSize(),r=Math.max(o.x,640),s=Qt(t.dark),{context:c}=Ae(1,1),i=(g,x,_)=>(c.font=`${g} ${ct()}`,{font:c.font,leading:_,lines:Cs(c,x,r-40)}),a=[i("7\
00 19px",n.headline,25),i("400 13px",n.question,18)],l=n.below.map(g=>i("400 11px",g,15)),f=[i("600 12px",n.legend,18)],u=Rs(c,e,r),p=Vt(a)+28,d=p+o.y+Vt(f)+u.length*
21+Vt(l)+34,{canvas:h,context:m}=Ae(r,d);m.fillStyle=t.dark?"#14171d":"#ffffff",m.fillRect(0,0,r,d),m.textBaseline="alphabetic",Ee(m,a,12,s),co(m,t,(r-o.x)/2,p),
Ee(m,f,p+o.y+6,s);let y=p+o.y+Vt(f)+12;return u.forEach((g,x)=>{for(let[_,k]of g)js(m,k,20+_,y+x*21,s)}),Ee(m,l,y+u.length*21+2,s),new Promise(g=>{h.toBlob(g,"i\
mage/png")})}function io(t){let e=t.map.getSize(),{canvas:n,context:o}=Ae(e.x,e.y);return co(o,t,0,0),n}function co(t,e,n,o){let{map:r,dark:s}=e,c=r.getSize();t.
save(),t.beginPath(),t.rect(n,o,c.x,c.y),t.clip(),t.fillStyle=s?"#171a20":"#e3e3e0",t.fillRect(n,o,c.x,c.y);let i=r.getContainer().getBoundingClientRect();for(let a of[
"land","cells","base","lines","way"])for(let l of r.getPane(a)?.querySelectorAll("canvas")??[]){let f=l.getBoundingClientRect();t.drawImage(l,n+f.left-i.left,o+
f.top-i.top,f.width,f.height)}Ps(t,e,n,o),Ds(t,e,n+c.x,o+c.y),Bs(t,e,n,o),t.restore()}function $s(t,{name:e,kind:n,width:o=0,size:r},s,c){let i=n==="shield moto\
rway";t.fillStyle=i?"#4b6a97":"#fffdf2",t.strokeStyle=i?"#ffffff":"#b5a970",t.lineWidth=1,t.fillRect(s,c,o,r*1.4),t.strokeRect(s,c,o,r*1.4),t.fillStyle=i?"#ffff\
ff":"#5a5335",t.font=`600 ${r}px ${ct()}`,t.textAlign="center",t.fillText(e,s+o/2,c+r*1.05),t.textAlign="start"}function Ps(t,{map:e,view:n,theme:o,dark:r},s,c){
let i=e.containerPointToLayerPoint([0,0]);t.lineJoin="round";for(let a of n.written){let l=s+a.x-i.x,f=c+a.y-i.y+a.size;if(a.width){$s(t,a,l,f-a.size);continue}
t.font=`${a.bold?600:400} ${a.size}px ${ct()}`,t.lineWidth=3,t.strokeStyle=o.halo,t.fillStyle=a.kind==="country"?o.border:Qt(r),t.strokeText(a.name,l,f,240),t.fillText(
a.name,l,f,240),a.dot&&a.kind!=="here"&&t.fillRect(s+a.at.x-i.x-2,c+a.at.y-i.y-2,4,4)}}function Ds(t,{map:e,theme:n,dark:o},r,s){let c=e.getContainer().querySelector(
".leaflet-control-scale-line");if(!(c instanceof HTMLElement))return;let[i,a]=[r-12,s-12],l=i-c.offsetWidth;t.font=`600 11px ${ct()}`;for(let[f,u]of[[n.halo,5],
[Qt(o),2]])t.strokeStyle=f,t.lineWidth=u,t.beginPath(),t.moveTo(l,a-6),t.lineTo(l,a),t.lineTo(i,a),t.lineTo(i,a-6),t.stroke();t.strokeStyle=n.halo,t.lineWidth=3,
t.fillStyle=Qt(o),t.strokeText(String(c.textContent),l+4,a-6),t.fillText(String(c.textContent),l+4,a-6)}function Bs(t,{map:e,view:n},o,r){if(!n.chosen)return;let s=e.
latLngToContainerPoint(n.chosen.latlng);t.beginPath(),t.arc(o+s.x,r+s.y,7,0,2*Math.PI),t.fillStyle="#ffffff",t.fill(),t.lineWidth=4,t.strokeStyle="#111827",t.stroke()}
function js(t,{line:e,colour:n,stripe:o,said:r},s,c,i){if(e)t.fillStyle=e,t.fillRect(s,c+5,20,3);else{if(t.fillStyle=n??i,t.fillRect(s,c,20,13),o){t.fillStyle=o;
for(let a=0;a<20;a+=6)t.fillRect(s+a+3,c,3,13)}t.lineWidth=.6,t.strokeStyle="#7d7f86",t.strokeRect(s,c,20,13)}t.font=`400 12px ${ct()}`,t.fillStyle=i,t.fillText(
r,s+26,c+11)}var qt=({words:t,here:e},n)=>t.t(n+"_"+e().kind,{name:e().name});function X(t){return t.now.state.direction==="to"?qt(t,"to"):t.words.lowered(qt(t,"from"))}function C(t){
let{words:e,known:n,here:o,now:{state:r}}=t,{t:s}=e,{name:c,kind:i,country:a}=o(),l=t.ofInhabitants(),f=n.parkOf(r.trip);return{place:c,mode:n.byTrip(r.trip,a),
from:l?s("from_mean",{name:c}):qt(t,"from"),to:qt(t,"to"),reaches:s(l?"reaches_mean":"reaches_one"),whose:s("owner_"+(l?"mean":i),{name:c}),vehicle:n.ofTrip(r.trip,
"vehicle"),none:n.ofTrip(r.trip,"no_vehicle"),without:n.ofTrip(r.trip,"without"),parking:f>0?s("parking",{n:e.minutes(f)}):"",opportunity:e.opportunity(r.opportunity),
scenario:n.scenarioName(r.scenario)}}function At(t){let{words:e,known:n,now:{state:o}}=t,{t:r}=e,s=C(t),c=n.trip(o.trip),i=n.trips.filter(a=>n.kindOf(a.id)===n.
kindOf(c.id)).length>1;return[s.whose,r("direction_"+o.direction),s.mode,s.parking,i||c.mode==="transit"?n.tripName(c):"",r("minutes",{n:e.minutes(o.cutoff)}),n.
hasBorder?r("shown_"+o.border,{n:e.minutes(o.resistance)})+(o.border==="closed"?" ("+r("reading_"+o.reading)+")":""):"",s.opportunity,r("scenario")+": "+s.scenario].
filter(a=>a).join(" · ")}function te({words:t,known:e,data:n,now:{state:o}}){return[t.t("scenario")+": "+e.scenarioName(o.scenario),t.t("source")+": "+n.attributions.
map(t.in).join(" · "),t.t("made_with",{version:n.version})].join(" · ")}function ao({data:t,known:e,now:{state:n}}){let o=[n.opportunity,e.trip(n.trip).mode];
return gn(t.strip,o)}var Te=t=>ao(t).map(e=>t.words.in(e.text)).join(" ");function lo(t){let{words:e,data:n}=t,{t:o}=e;b("warnings").replaceChildren(...ao(t).map(
r=>w("li",{title:e.in(r.text)},e.in(r.short)))),b("notes").replaceChildren(...n.notes.map(r=>w("li",{},e.in(r.text),...r.details.map(s=>w("p",{class:"small"},e.
in(s)))))),b("sources").replaceChildren(...n.sources.map(r=>{let s=[e.in(r.attribution),o("licence",{name:e.in(r.licence)}),r.reference_date?o("reference_date",
{date:r.reference_date}):""];return w("li",{},yn(r)," – "+s.filter(c=>c).join(" · "))})),b("strip").textContent=te(t),b("asked").textContent=At(t)}var ee=t=>"\
#"+Ht(t.now.state);function Tt(t,e,n){let o=w("span",{},t);return n&&o.prepend(Lt(n)),w("div",{class:"row"},o,w("b",{},e))}function Us(t){let e=t.reduce((n,[,o])=>n+(O(o)?o:0),0);
return w("div",{class:"bar","aria-hidden":"true"},...t.map(([n,o])=>{let r=mt(w("i"),n,"background");return r.style.width=(e>0&&O(o)?100*o/e:0)+"%",r}))}function at(t,e,...n){
b(t+"-title").textContent=[e.t(t),...n].join(" · ")}function Fs(t,e){let n=e.mean&&(e.edgeShare??0)>0?t.t("edge_mean",{share:t.part(e.edgeShare??0)}):e.touchesEdge?
t.t("edge"):"";return[...e.unknownCountries.map(o=>t.t("unknown_country",{country:t.t(o)})),e.missing>0&&!e.unknownCountries.length?t.t("unknown_some",{n:t.count(
e.missing)}):"",e.noService?t.t("no_service"):"",n].filter(o=>o)}function Ws(t,e,n,o){b("split-title").textContent=t.capital(t.t("reachable",{opportunity:n.opportunity,
cutoff:t.minutes(e.cutoff)})),b("split-value").textContent=A(t,o,e.border),b("split-said").textContent=[n.whose,T(o)?t.t("shown_"+e.border,{n:t.minutes(e.resistance)}):
"",e.border==="closed"?t.t("reading_"+e.reading):n.mode,n.parking].filter(s=>s).join(" · ");let r=o.sides.map((s,c)=>[s,o.shownBy[c]]);b("split-parts").replaceChildren(
Us(r),...r.map(([s,c])=>Tt(t.t(s),t.count(c),s))),b("split-warnings").replaceChildren(...Fs(t,o).map(s=>w("p",{class:"warn"},s)))}function zs(t,e,n,o){if(T(o)||
(at("border",t),b("border-value").textContent=t.t("no_border",{country:t.t(o.sides[0])})),b("border-box").hidden=T(o),b("effect-box").hidden=!T(o),!T(o))return;
at("effect",t,n.opportunity,n.whose),b("effect-value").textContent=zn(t,o);let r=Math.max(o.atLeast.open||0,o.atLeast.closed||0,1);b("effect-rows").replaceChildren(
...N.map(s=>{let c=Tt(t.t("shown_"+s,{n:t.minutes(e.resistance)}),A(t,o,s));c.classList.toggle("chosen",s===e.border);let i=w("i",{class:"gauge","aria-hidden":"\
true"});return i.style.width=(O(o.atLeast[s])?100*o.atLeast[s]/r:0)+"%",c.append(i),c}))}function Hs(t,e,n,o){if(b("plan-box").hidden=!o.before,!o.before)return;
at("plan",t,n.opportunity,n.whose);let[r,s]=[o,o.before].map(c=>c.atLeast[e.border]);b("plan-rows").replaceChildren(Tt(t.t("scenario_none"),A(t,o.before,e.border)),
Tt(n.scenario,A(t,o,e.border)),Tt(t.t("row_abs"),O(r)&&O(s)?t.signedCount(r-s):t.t("missing")))}function Gs(t,e,n){at("bands",t,e.whose);let o=T(n)?n.sides:[],r=[
"band",...o,"total"].map(l=>w("th",{scope:"col"},t.t(l))),s=l=>[...o.map((f,u)=>l[u]),l.reduce((f,u)=>f+u,0)].map(f=>w("td",{},t.count(f))),c=n.bands.map(l=>{let f=w(
"i",{class:"key","aria-hidden":"true"});f.style.background=l.colour;let u=t.t("band_range",{a:t.minutes(l.from),b:t.minutes(l.to)});return w("tr",{},w("th",{scope:"\
row"},f,u),...s(l.by))}),i=n.sides.map((l,f)=>n.bands.reduce((u,p)=>u+p.by[f],0)),a=w("tr",{class:"sum"},w("th",{scope:"row"},t.t("total")),...s(i));b("bands").
replaceChildren(w("thead",{},w("tr",{},...r)),w("tbody",{},...c,a))}function fo(t,e,n,o,r,s){Ws(t,e,n,o),zs(t,e,n,o),Hs(t,e,n,o),at("chart",t,n.opportunity,n.whose),
Yt(t,e,n.opportunity,o,r,s),Gs(t,n,o)}function Xs(t,e,n){let{left:o,rows:r,own:s,kind:c,lacking:i}=n,{none:a}=e;if(n.done<n.all)return t.t("rank_busy",{n:t.count(
n.done),all:t.count(n.all)});let l=["edge","still","unknown"].filter(f=>o[f]>0).map(f=>t.t("rank_left_"+f,{n:t.count(o[f]),none:a}));return[s==="edge"||s==="sti\
ll"?t.t("rank_own_"+s,{none:a}):"",r.length?t.capital(t.t(c,{all:t.count(r.length)}))+".":"",l.length?t.t("rank_left_out",{parts:l.join(", ")}):"",i?t.t("rank_p\
artial",{countries:i}):""].filter(f=>f).join(" ")}function uo(t,e,n,o){at("rank",t,e.opportunity,e.whose);let r=n.done>=n.all,s={n:t.count(n.place),all:t.count(
n.of)};b("rank-value").textContent=r?n.own!=="ranked"?t.t("rank_none"):t.t(n.shared?"rank_shared":"rank_said",s):"…",b("rank-said").textContent=Xs(t,e,n);let c=b(
"rank-box").querySelector("details");c.hidden=!r||!n.rows.length,c.firstElementChild.textContent=t.t("rank_list"),!(!r||!c.open)&&H(b("rank-list"),...n.rows.map(
({member:i,value:a})=>{let l=t.count(a),f=w("li",{},Ct(i.name,()=>o(i.key),i.key),w("b",{},n.lacking?t.t("at_least",{n:l}):l));return f.classList.toggle("chosen",
i.key===n.member),f}))}var It=(t,e)=>w(e?"strong":"b",{},t);function Ks(t,e,n,o){let r=o.before?.atLeast[e.border],s=o.atLeast[e.border];return!o.before||!O(r)||!O(s)?[]:[" ",...t.sentence(
"head_scenario",{scenario:n.scenario,after:It(A(t,o,e.border),!0),before:It(A(t,o.before,e.border),!1),change:r>0?t.signedShare((s-r)/r):t.signedCount(s-r)})]}function po(t,e,n,o){
let r={...n,cutoff:t.minutes(e.cutoff)};if(o.status)return t.sentence("head_"+o.status,r);let s=Hn(o),c=W(t,o,"open"),i=t.sentence("head_"+e.direction+s,{...r,open:It(
A(t,o,"open"),e.border==="open"),closed:It(A(t,o,"closed"),e.border==="closed"),...s==="_unknown"?{lacking:c}:{},...s===""?{effect:t.signedShare(o.open/o.closed-
1)}:{}});return c&&(s==="_still"||s==="_no_stop")&&i.push(" (",c,")"),!ot(o)&&O(o.shareWithout)&&i.push(" ",...t.sentence("head_share",{share:t.part(o.shareWithout),
vehicle:n.vehicle})),e.border==="realised"&&O(o.realised)&&i.push(" ",...t.sentence("head_realised",{resistance:t.minutes(e.resistance),realised:It(A(t,o,"reali\
sed"),!0)})),[...i,...Ks(t,e,n,o)]}var ne=["A","B"];function Ie(t,e,n){let{words:o,known:r}=t,s=t.here(e),c={place:()=>s.name,trip:()=>r.kindOf(e.trip)===r.kindOf(n.trip)?r.tripName(r.trip(e.trip)):
r.nameOf(e.trip),border:()=>o.t("shown_"+e.border,{n:o.minutes(e.resistance)}),scenario:()=>r.scenarioName(e.scenario)},i=Fn(e,n);return(i.length?i:["place"]).map(
a=>c[a]()).join(", ")}function Ys(t,e,n,o){let{words:r,known:s,now:c}=t,{t:i}=r,a=p=>rt("other-"+p,d=>o({versus:be(c.state,{[p]:d})})),l={place:Zt(r,e,n,"other"),
trip:a("trip"),border:a("border"),scenario:a("scenario")},f=w("button",{type:"button",id:"second-close"}),u=w("p",{class:"legend",id:"second-title"});return b("\
second").replaceChildren(u,...Object.values(l).map(p=>p.node),f),{close:f,show(p){let{state:d}=c,h=St(d,s)??d,m=p==="versus";u.textContent=i(m?"versus_pick":"wh\
y_pick"),l.place.show(m?t.here(h).name:t.places.get(d.target)?.name??"");let y=s.trips.map(g=>[g.id,s.trips.filter(x=>s.kindOf(x.id)===s.kindOf(g.id)).length>1?
s.nameOf(g.id)+", "+s.tripName(g):s.nameOf(g.id)]);l.trip.show(i("mode"),m?y:[],h.trip),l.border.show(i("border"),m&&s.hasBorder?N.map(g=>[g,i("border_"+g)]):[],
h.border),l.scenario.show(i("scenario"),m?s.scenariosOf(h.trip).map(g=>[g,s.scenarioName(g)]):[],h.scenario),f.textContent=i(m&&d.versus?"versus_end":"close")}}}
function ho(t,e,n){let{words:o,now:r}=t,s=null,c=Ys(t,e,u=>f(u),n),i={why:b("why-button"),versus:b("versus-button")};function a(){for(let[u,p]of Object.entries(
i))p.setAttribute("aria-pressed",String(u===s));b("second").hidden=!s,t.map.getContainer().classList.toggle("picking",!!s),s&&c.show(s)}function l(u){s=u,a()}function f(u,p=s){
return p==="why"?(l(null),n({target:u})):p==="versus"&&n({versus:be(r.state,{place:u})}),p!==null}for(let u of Object.keys(i))i[u].addEventListener("click",()=>l(
s===u?null:u));return c.close.addEventListener("click",()=>{s==="versus"&&r.state.versus&&n({versus:""}),l(null),i.versus.focus()}),b("second").addEventListener(
"submit",u=>u.preventDefault()),b("second").addEventListener("keydown",u=>{u.key==="Escape"&&!u.defaultPrevented&&l(null)}),{show:a,picked:f,words:o}}function oe(t){let{state:e,other:n}=t.now;return n?[`${ne[0]}: ${Ie(t,e,n.state)}`,`${ne[1]}: ${Ie(t,n.state,e)}`]:["",""]}function Ne(t,e,n){return!O(e)||!O(n)?
t.t("missing"):t.signedCount(n-e)+(e>0?" ("+t.signedShare(n/e-1)+")":"")}function mo(t){let{words:e,now:{state:n,shown:o,other:r}}=t;if(!r||!o||o.status)return[];
let[s,c]=[o.atLeast[n.border],r.shown.atLeast[r.state.border]];return[" ",...e.sentence("versus_head",{second:oe(t)[1],first:ne[0],change:Ne(e,s,c),value:w("b",
{},A(e,r.shown,r.state.border))})]}function go(t){let{words:e,now:{state:n,shown:o,other:r}}=t,{t:s}=e;if(b("versus-box").hidden=!r||!o||!!o.status,!r||!o||o.status)
return;let c=oe(t);b("versus-title").textContent=s("versus")+" · "+e.opportunity(n.opportunity);let i=(d,h,m)=>w("tr",{},w("th",{scope:"row"},d),...[...h,m].map(
y=>w("td",{},y))),a=T(o)?N:["open"],l=n.border===r.state.border,f=(d,h)=>A(e,d,h),u=l?[]:[i(s("versus_chosen"),[f(o,n.border),f(r.shown,r.state.border)],Ne(e,o.
atLeast[n.border],r.shown.atLeast[r.state.border]))],p=["",...c,s("versus_change")].map(d=>w("th",{scope:"col"},d));b("versus-table").replaceChildren(w("thead",
{},w("tr",{},...p)),w("tbody",{},...u,...a.map(d=>i(s("shown_"+d,{n:e.minutes(n.resistance)}),[f(o,d),f(r.shown,d)],Ne(e,o.atLeast[d],r.shown.atLeast[d])))))}function yo(t){let{state:e,shown:n}=t.now,[o,r]=oe(t);return{first:o,second:r,cutoff:e.cutoff,width:vt(t.longest()),border:e.border,frontier:t.known.hasBorder,before:t.
comparing(),walked:!!n?.walked,vehicle:t.known.ofTrip(e.trip,"vehicle")}}function wo(t){let{look:e,view:n,engine:o,now:{state:r,times:s,shown:c}}=t;if(!s||!c)return;
let i=c.status?s.open.minutes:c.minutes;t.comparing()&&c.before?En(e,t.theme(),t.palettes().diverging,{minutes:i,before:c.before.minutes,cutoff:r.cutoff}):Sn(e,
t.theme(),t.palettes().times,{...yo(t),minutes:i,walked:c.walked,countries:o.cells.country,counts:tt(r,t.here().country)});let{other:a}=t.now;On(e,t.theme(),a&&
{minutes:a.shown.minutes,countries:o.cells.country,counts:tt(a.state,a.place.country)}),n.layer.paint(e),n.chooseSecond(a&&a.place.key!==t.here().key?a.place:null)}
function re(t){let{words:e}=t,n=t.comparing()?"legend_change":"legend_time";b("legend-title").textContent=e.t(n,{from:X(t)});let o=An(e,t.theme(),t.palettes(),yo(
t));return b("legend").replaceChildren(...o.map(({line:r,colour:s,stripe:c,said:i})=>{let a=w("i",{class:"swatch"+(r?" line":""),"aria-hidden":"true"});return a.
style.background=r??(c?`repeating-linear-gradient(-45deg, ${s} 0 3px, ${c} 3px 6px)`:String(s)),w("li",{},a,i)})),o}function bo(t,e){let{words:n,now:{state:o,shown:r}}=t;
if(!r)return;let s=C(t);b("headline").replaceChildren(...po(n,o,s,r),...mo(t)),b("headline").removeAttribute("aria-busy"),b("answer-box").hidden=!!r.status,go(t),
r.status||fo(n,o,s,r,c=>e({cutoff:c}),t.now.other)}function Me(t,e){let{words:n,engine:o,areas:r,places:s,now:{state:c,shown:i}}=t,{t:a}=n,l=b("table");if(!b("t\
able-box").open||!i)return;if(i.status){l.replaceChildren();return}let f=["municipality","country","table_median","table_share"].map(p=>w("th",{scope:"col"},a(p))),
u=$n(o,r,s.areaOfCell,c,i.minutes).map(({area:p,median:d,within:h})=>{let m="place:"+p.code;return w("tr",{},w("th",{scope:"row"},Ct(p.name,()=>e({place:m}),m)),
w("td",{},a(p.country.toLowerCase())),w("td",{},d===1/0?a("unreached"):n.minutes(d)),w("td",{},n.count(h)))});H(l,w("table",{},w("caption",{},a("table_caption")+
" – "+X(t)),w("thead",{},w("tr",{},...f)),w("tbody",{},...u)))}function xo({words:t,engine:e,places:n,known:o,now:{state:r,shown:s}},c){if(!s||s.status||c<0)return"";
let{t:i}=t,a=n.areaOfCell(c),l=s.minutes[c],f=!Number.isNaN(l);return[a?a.name:"",f?i("minutes",{n:t.minutes(l)}):i("unreached"),s.walked&&s.walked[c]&&f?i("wit\
hout_ride",{vehicle:o.ofTrip(r.trip,"vehicle")}):"",i("population",{n:t.count(e.cells.population[c])})].filter(u=>u).join(" · ")}var Zs=2500;function lt(t){b("said").textContent=t,b("toast").textContent=t,b("toast").hidden=!1,setTimeout(()=>{b("toast").hidden=!0},Zs)}function Le(t){try{history.
replaceState(null,"",ee(t))}catch{}}function Ce({here:t,now:{state:e}},n){return["atlas",P(t().name).replace(/ /g,"-").slice(0,40),P(e.trip).replace(/ /g,"-"),e.
cutoff+"min",e.border].join("-")+n}function Re(t){let{words:e,data:n,engine:o,places:r,codes:s,here:c,now:{state:i,shown:a}}=t;return a?ro(e,n,{engine:o,areaOfCell:r.
areaOfCell,codes:s,state:i,found:a,weights:t.weights(),home:c().country},{said:[b("headline").textContent,At(t),e.t("legend_time",{from:X(t)}),"link: "+ee(t)],whose:C(
t).whose}):""}var ko=t=>({map:t.map,view:t.view,theme:t.theme(),dark:t.dark()});async function Js(t){t.view.flush();let e=await so(ko(t),re(t),{headline:b("head\
line").textContent,question:At(t),legend:b("legend-title").textContent,below:[Te(t),te(t)]});e&&it(e,Ce(t,".png"))}function Vs(t){let e=new Blob(["\uFEFF"+Re(t)],
{type:"text/csv;charset=utf-8"});it(e,Ce(t,".csv"))}async function Qs(t){let{t:e}=t.words;Le(t);try{await navigator.clipboard.writeText(location.href),lt(e(location.
protocol==="file:"?"copied_local":"copied"))}catch{lt(e("not_copied"))}}function qs(t){let e=new Blob([Dn(ee(t).slice(1))],{type:"text/html;charset=utf-8"});it(
e,Ce(t,".html"))}async function ti(t){let{t:e}=t.words,n=[b("headline").textContent,At(t),te(t)].join(`
`);try{await navigator.clipboard.writeText(n),lt(e("copied_text"))}catch{lt(e("not_copied_text"))}}function _o(t,{dress:e,draw:n,again:o,flush:r}){b("print").addEventListener(
"click",()=>window.print()),b("link").addEventListener("click",()=>Qs(t)),b("png").addEventListener("click",()=>Js(t)),b("keep").addEventListener("click",()=>qs(
t)),b("text").addEventListener("click",()=>ti(t)),b("csv").addEventListener("click",()=>Vs(t));let s=()=>document.getElementById("on-paper");window.addEventListener(
"beforeprint",()=>{t.now.onPaper=!0,e(),n(),t.view.flush(),r(),s()?.remove(),b("map-box").after(w("figure",{id:"on-paper"},io(ko(t)),w("figcaption",{class:"smal\
l"},Te(t))))}),window.addEventListener("afterprint",()=>{s()?.remove(),t.now.onPaper=!1,o()})}var ni=40075.017,$e=254,oi=255,vo=(t,e)=>t*(256/ni)/Math.cos(e*Math.PI/180);function Oo({rings:t,corners:e,start_x:n,start_y:o,step_x:r,step_y:s}){let c=z(t),i=z(
e),a=new Float64Array(i[e.length]),l=new Float64Array(i[e.length]),[f,u,p]=[0,0,0];for(let d=0;d<e.length;d++){f+=n[d],u+=o[d];let[h,m]=[f,u];for(let y=i[d];y<i[d+
1];y++)y>i[d]&&(h+=r[p],m+=s[p],p++),a[y]=dt(h/1e4),l[y]=ht(m/1e4)}return Eo({n:t.length,first:c,ringAt:i,x:a,y:l})}function So(t){let e=z(t.map(r=>r.length)),n=z(
t.flat().map(r=>r.length)),o=t.flat(2);return Eo({n:t.length,first:e,ringAt:n,x:o.map(([,r])=>dt(r)),y:o.map(([r])=>ht(r))})}function Eo({n:t,first:e,ringAt:n,x:o,
y:r}){let s=new Float64Array(4*t);for(let c=0;c<t;c++){let[i,a,l,f]=[1/0,1/0,-1/0,-1/0];for(let u=n[e[c]];u<n[e[c+1]];u++)i=Math.min(i,o[u]),l=Math.max(l,o[u]),
a=Math.min(a,r[u]),f=Math.max(f,r[u]);s.set([i,a,l,f],4*c)}return{n:t,first:e,ringAt:n,x:o,y:r,box:s}}function ri(t,e,{scale:n,left:o,top:r},s,c){c.length=0;for(let i=t.
first[e];i<t.first[e+1];i++){let a=t.ringAt[i+1],l=a-1;for(let f=t.ringAt[i];f<a;l=f++){let u=t.y[f]*n-r,p=t.y[l]*n-r;if(u>s==p>s)continue;let d=t.x[f]*n-o,h=t.
x[l]*n-o;c.push(d+(s-u)*(h-d)/(p-u))}}c.length>2?c.sort((i,a)=>i-a):c[0]>c[1]&&c.reverse()}function Pe(t,e,n){let{width:o,height:r,scale:s,left:c,top:i}=e;n.fill(
0);let a=[];for(let l=0;l<t.n;l++){let f=t.box[4*l]*s-c,u=t.box[4*l+1]*s-i,p=t.box[4*l+2]*s-c,d=t.box[4*l+3]*s-i;if(p<0||d<0||f>o||u>r)continue;let h=Math.min(r-
1,Math.ceil(d-.5)-1);for(let m=Math.max(0,Math.ceil(u-.5));m<=h;m++){ri(t,l,e,m+.5,a);for(let y=0;y+1<a.length;y+=2){let g=Math.max(0,Math.ceil(a[y]-.5)),x=Math.
min(o,Math.ceil(a[y+1]-.5));x>g&&n.fill(l+1,m*o+g,m*o+x)}}}}function Ao(t,{width:e,height:n},o,r,s){for(let i=0;i<t.length;i++)s[i]=t[i]?0:r[i]?oi:$e,r[i]=t[i];
let c=(i,a)=>{let l=s[a]+1;l<=o&&l<s[i]&&(s[i]=l,r[i]=r[a])};for(let i=0,a=0;i<n;i++)for(let l=0;l<e;l++,a++)!s[a]||s[a]===$e||(l&&c(a,a-1),i&&c(a,a-e));for(let i=n-
1,a=t.length-1;i>=0;i--)for(let l=e-1;l>=0;l--,a--)!s[a]||s[a]===$e||(l<e-1&&c(a,a+1),i<n-1&&c(a,a+e))}function To(t,e,{width:n,height:o},r,{colour:s,stripe:c}){
if(s.every((a,l)=>a===c[l])){for(let a=0;a<e.length;a++)t[a]=s[e[a]];return}let i=r/2;for(let a=0,l=0;a<o;a++){let f=a%r;for(let u=0;u<n;u++,l++){let p=e[l];t[l]=
f<i?s[p]:c[p],++f===r&&(f=0)}}}function De(t,e,{width:n},o,{within:r,line:s}){for(let c=0;c<e.length-n;c++){let i=e[c];if(!i)continue;let a=e[c+1],l=e[c+n];if(!(i===
a&&i===l||!(a&&r[i]!==r[a]&&(c+1)%n||l&&r[i]!==r[l])))for(let u=0;u<=o;u++)t[c+u]=s,c+u*n<t.length&&(t[c+u*n]=s)}}var si=600,ii=1e9,Io=.02,Be=({countries:t},e)=>t.map(n=>e.countries[n]);function ci(t,e,n,o){let r=new Map;return t.places.forEach(({id:s,name:c,lon:i,lat:a,country:l},f)=>{
let u=e.get(s),p="place:"+s,d=u?u.name:c;r.set(p,{key:p,kind:"place",name:d,lon:i,lat:a,country:l,area:u,plain:P(d),ask:{kind:"place",index:f},weight:ii+(u?u.population:
0),note:()=>n.t("kind_place")+(u?" · "+u.nuts3:"")})}),t.stops.forEach(({id:s,name:c,lon:i,lat:a,country:l},f)=>{let u="stop:"+s;r.set(u,{key:u,kind:"stop",name:c,
lon:i,lat:a,country:l,ask:{kind:"stop",index:f},weight:0,plain:P(c),note:()=>n.t("kind_stop")+" · "+n.t(o[l]??"other")})}),r}function No(t,e,n,o){let r=new Map(
e.map(f=>[f.code,f])),s=Array.from(t.cells.municipality,f=>r.get(t.municipalities[f])),c=new Map(t.cells.id.map((f,u)=>[f,u])),i=ci(t,r,n,o);function a(f){if(!f.
startsWith("cell:"))return i.get(f);let u=c.get(f.slice(5));if(u===void 0)return;let p=s[u],{lon:d,lat:h,country:m}=t.cells;return{key:f,kind:"cell",name:n.t("c\
ell_of",{name:p?p.name:"?"}),area:p,lon:d[u],lat:h[u],country:m[u],ask:{kind:"cell",index:u}}}function l(f){let u=new Map;return[...i.values()].filter(p=>{if(p.
kind!=="stop")return!0;let d=u.get(p.plain)??[];return u.set(p.plain,[...d,p]),!d.some(h=>f([h.lat,h.lon],[p.lat,p.lon])<si)})}return{get:a,has:f=>typeof f=="st\
ring"&&a(f)!==void 0,searchable:l,stops:[...i.values()].filter(f=>f.kind==="stop"),areaOfCell:f=>s[f]}}function ai({cells:{lon:t,lat:e}}){let n=new Map,o=r=>Math.
floor(r/Io);for(let r=0;r<t.length;r++){let s=o(t[r])+" "+o(e[r]);n.set(s,[...n.get(s)??[],r])}return(r,s)=>{let c=Math.cos(s*Math.PI/180),[i,a]=[-1,Io];for(let l of[
-2,-1,0,1,2])for(let f of[-1,0,1])for(let u of n.get(o(r)+l+" "+(o(s)+f))??[]){let p=Math.hypot((t[u]-r)*c,e[u]-s);p<a&&([i,a]=[u,p])}return i}}function Mo(t,e,n,o){
if(!t)return[];let r=ai(e);return[...t.layer.keys()].filter(s=>t.layer[s]==="place").flatMap(s=>{let[c,i]=pn(t,s),a=r(c,i);if(a<0)return[];let l=n.areaOfCell(a);
return[{key:"cell:"+e.cells.id[a],kind:"cell",name:t.name[s],lon:c,lat:i,country:e.cells.country[a],plain:P(t.name[s]),weight:t.people[s],ask:{kind:"cell",index:a},
note:()=>o.t("kind_village")+(l?" · "+l.name:"")}]})}function li(t,e,n){let o=new Map(t.trips.map(i=>[i.id,i]));function r(i){let a=o.get(i);if(!a)throw new RangeError(
`no trip ${i}`);return a}function s({id:i}){let{title:a,departure:l,period:f,window_min:u=0}=r(i);if(a)return e.in(a);if(!l)return f?e.period(f):i;let p=new Date(
l.slice(0,16)+":00Z"),d=new Date(p.getTime()+u*6e4);return e.date(p)+", "+e.clock(p)+(u?"–"+e.clock(d):"")}function c(i,a){let{lacking:l,by:f}=r(i),u=n[a],p=u&&
Object.hasOwn(l,u)?e.in(l[u]):"",d=e.in(f);return p?d.endsWith(")")?d.slice(0,-1)+"; "+p+")":`${d} (${p})`:d}return{tripName:s,byTrip:c,kindOf:i=>r(i).kind,nameOf:i=>e.
in(r(i).name),ofTrip:(i,a)=>e.in(r(i)[a]),parkOf:i=>r(i).park_min}}function Lo(t,e,n,o,r){let[s,...c]=t.scenarios,i=a=>r.has(a,o.get(a.place),Number(a.percentile));
return{...li(e,n,Be(t,e)),hasBorder:t.cells.covered>1,mean:r,couldBeOfInhabitants:i,ofInhabitants:a=>a.whose==="mean"&&i(a),trips:t.trips,trip:a=>t.trips.find(l=>l.
id===a),opportunities:e.opportunities,hasPlace:o.has,scenarios:t.scenarios,scenariosOf:a=>[s,...c.filter(l=>!Object.hasOwn(e.scenario_trips,l)||e.scenario_trips[l].
includes(a))],scenarioName:a=>a===s?n.t("scenario_none"):Object.hasOwn(e.scenarios,a)?n.in(e.scenarios[a]):a}}function Co({arrays:t,meta:e,scenarios:n}){let o={cell:0,place:e.n_cells,stop:e.n_cells+e.n_places};return({place:r,trip:s,direction:c,percentile:i,scenario:a})=>{
if(c==="to")return 1/0;let l=p=>t[`edge/${s}/${p}/${i??""}`]??t[`edge/${s}/${p}/`],f=l(a??n[0])??l(n[0]),u=f?f[o[r.kind]+r.index]:255;return u===255?1/0:u}}function fi(t,e){let n=e?e.step_min:1,o=new Map((e?e.codes:[]).map((i,a)=>[i,a])),r=new Map((e?e.layers:[]).map((i,a)=>[i.trip+"/"+i.scenario,{...i,number:a}])),
s=new Map;function c(i,a){let l=i.number+"/"+a;if(!s.has(l)){let f=t["mean/"+l],u=i.base===null||f===void 0?null:t[`mean/${i.base}/${a}`];s.set(l,u?Float64Array.
from(f,(p,d)=>p+u[d]):f)}return s.get(l)}return{step:n,hasRow:i=>o.has(i),found:i=>r.get(i.trip+"/"+i.scenario),at(i,a,l,f){let u=o.get(l),p=c(i,a);if(p===void 0||
u===void 0)return NaN;let d=i.longest_min/n+1;return p[u*d+Math.min(f,i.longest_min)/n]}}}function Ro(t,e,n){let{step:o,hasRow:r,found:s,at:c}=fi(t,e),i=e?e.edge_share:
0;function a(p){let d=s(p);if(!d)throw new RangeError(`no mean inhabitants for ${p.trip}, ${p.scenario}`);return d}function l(p,d,h){return!!(e&&d&&d.kind==="pl\
ace"&&d.area&&r(d.area.code)&&s(p)&&p.direction==="from"&&p.reading==="destinations"&&h===50&&e.opportunities.includes(p.opportunity))}function f(p,d,h){let m=a(
p),y=(E,j)=>c(m,E,d,j),{cutoff:g,opportunity:x,resistance:_}=p,k=(E,j)=>j<0?0:y(`${x}/${E}`,j),S=n.map(E=>k(E,g)),v=n.map((E,j)=>j===h?S[j]:k(E,g-_)),B=S[h]??NaN,
pt=E=>E.reduce((j,ir,cr)=>cr===h?j:j+ir,0),K=B+pt(S),Y=pt(v),Z=y("edge",g),J=q(S);return{by:S,feltBy:v,closed:B,open:K,total:K,realised:B+Y,felt:Y,missing:y(x+"\
/unknown",g),edgeShare:Z,touchesEdge:Z>i,shareWithout:J>0?Math.min(1,y(x+"/without",g)/J):NaN}}function u(p,d,h=p.opportunity){let m=a(p),y=g=>Float64Array.from(
{length:m.longest_min+1},(x,_)=>{let k=Math.floor(_/o)*o,[S,v]=[k,Math.min(k+o,m.longest_min)].map(B=>c(m,`${h}/${g}`,d,B));return S+(v-S)*(_-k)/o});return{by:n.
map(y)}}return{has:l,figures:f,curve:u,step:o,edgeShare:i,longest:p=>s(p)?.longest_min??1/0}}function ui(t,e){return t.study.flatMap(n=>{let o=e.get("place:"+n);return!o||!o.area?[]:[{key:o.key,name:o.name,place:o.ask,country:o.country,area:o.area}]})}function $o(t,e){
let{data:n,words:o,engine:r,areas:s}=t,c=Be(r,n),i=c.map(m=>m.toLowerCase()),a=No(r,s,o,i),l=Ro(r.arrays,n.mean,c.slice(0,r.cells.covered)),f=Lo(r,n,o,a,l),u=window.
matchMedia("(prefers-color-scheme: dark)"),p={...r.opportunities,population:r.cells.population},d={state:nt({...G(Gt()),...e},n.start,f),times:null,shown:null,other:null,
why:null,onPaper:!1};function h(){let{theme:m}=d.state;return!d.onPaper&&(m==="dark"||m==="auto"&&u.matches)}return{...t,codes:c,sides:i,places:a,mean:l,known:f,
now:d,prefersDark:u,dark:h,baseline:r.scenarios[0],members:ui(n,a),cut:Co(r),look:vn(r.cells.n),here:(m=d.state)=>a.get(m.place),weights:()=>p[d.state.opportunity],
longest:(m=d.state)=>et(f,m.trip)||Wt,theme:()=>_n[h()?"dark":"light"],palettes:()=>({times:h()?n.palettes.dark:n.palettes.light,diverging:n.palettes.diverging}),
ofInhabitants:(m=d.state)=>f.ofInhabitants(m),comparing:()=>!!(d.state.compare&&d.shown?.before?.minutes)}}var pi=12,di=350,hi=24;function Po(t,e,{edge:n,cut:o},r){let s=new Map,c=null,i=0,a=0;function l(u){let p=JSON.stringify([{...u.request,place:null},u.opportunity]),
d=s.get(p)??{curves:[],question:u};return s.set(p,d),s.size>pi&&s.delete(s.keys().next().value??""),d}async function f(u,p){let d=performance.now();for(;u.curves.
length<e.length;){let{request:h,weights:m,longest:y}=u.question,g={...h,place:e[u.curves.length].place},x=await t.times(g);if(p!==a)return;if(u.curves.push(F(x)?
null:Cn({engine:t,weights:m,edge:n,longest:y},x,o(g))),performance.now()-d>hi)break}r(),u.curves.length<e.length&&(i=window.setTimeout(f,0,u,p))}return{ask(u){c=
l(u),a++,clearTimeout(i),c.curves.length<e.length&&(i=window.setTimeout(f,di,c,a))},get done(){return c===null?0:c.curves.length},all:e.length,standings(u){return e.
map((p,d)=>{let h=c?.curves[d]??null;return{member:p,...h?u(h,p.country):{value:NaN,edge:!1,still:!1}}})}}}function Do(t){let e=t.filter(n=>!Number.isNaN(n.value));
return{rows:e.filter(n=>!n.edge&&!n.still).sort((n,o)=>o.value-n.value),left:{edge:e.filter(n=>n.edge).length,still:e.filter(n=>n.still&&!n.edge).length,unknown:t.
length-e.length}}}function mi({value:t,edge:e,still:n}){return O(t)&&!e&&!n?"ranked":e?"edge":n?"still":"unknown"}function Bo(t,e){let{engine:n,members:o,edge:r,cut:s,mean:c,now:i,
words:a,sides:l}=t,f=Po(n,o,{edge:r,cut:s},p);function u(){return t.ofInhabitants()?o.map(d=>{let h=c.figures(i.state,d.area.code,d.country),m=Q(h,i.state,d.country,
l);return{member:d,value:m.atLeast[i.state.border],edge:m.touchesEdge,still:ot(m)}}):f.done<f.all?[]:f.standings((d,h)=>Rn(i.state,d,h))}function p(){let{state:d,
shown:h}=i;if(!h||h.status)return;let m=t.ofInhabitants(),y=u(),{rows:g,left:x}=Do(y),_=y.find(v=>v.member.key===d.place),k=_??{value:h.atLeast[d.border],edge:h.
touchesEdge,still:ot(h)},S=g.filter(v=>v.member.key!==d.place);uo(a,C(t),{all:f.all,done:m?f.all:f.done,rows:g,left:x,member:_?d.place:null,own:mi(k),kind:m?"ra\
nk_mean":_?"rank_among":"rank_beside",lacking:W(a,h,d.border),place:S.filter(v=>v.value>k.value).length+1,shared:S.some(v=>v.value===k.value),of:S.length+1},v=>e(
{place:v}))}return{show:p,ask(){let{state:d,shown:h}=i;if(!h||h.status||t.ofInhabitants())return;let m=d.border!=="closed"||d.reading!=="routing";f.ask({request:{
...M(d,t.here(),t.baseline).open,foreign_routing:m},opportunity:d.opportunity,weights:t.weights(),longest:t.longest()})},progress:()=>({done:f.done,all:f.all})}}function jo(t,e){let n=document.createElement("canvas").getContext("2d"),o=getComputedStyle(document.body).fontFamily,r=t.containerPointToLayerPoint([0,0]),s=L.
bounds(r,t.containerPointToLayerPoint(t.getSize())),[c,i]=[s.min,s.max];return{screen:s,point:a=>t.latLngToLayerPoint(a),free:a=>a[0]>=c.x&&a[2]<=i.x&&a[1]>=c.y&&
a[3]<=i.y&&e.every(l=>Je(l,a)),take:(...a)=>{e.push(...a)},widthOf(a,l,f){return n.font=`${f?600:400} ${l}px ${o}`,n.measureText(a).width}}}var Uo=({x:t,y:e},n,o,r)=>[
[t+r,e-o/2],[t-r-n,e-o/2],[t-n/2,e-o-4],[t-n/2,e+4]];function Nt(t,e,n){return t.style.transform=`translate(${e}px,${n}px)`,t}var gi=1.6,yi=250,wi=6;function Fo(t,e,n,o){return Pt(n,"cells",{_update(){if(this._map._animatingZoom&&this._bounds)return;L.Renderer.prototype._update.call(this),
this._fit(),Pe(t,this._frame,this._cell),Pe(e,this._frame,this._near);let r=Math.min(yi,Math.round(gi*vo(this._frame.scale,o)));Ao(this._cell,this._frame,r,this.
_near,this._distance),this._expecting||this.draw()},expect(){this._expecting=!0,requestAnimationFrame(()=>{this._expecting&&this.draw()})},_fit(){let{frame:r,other:s}=this.
_lay($t(!0));if(this._frame=r,!s&&this._cell)return;let{width:c,height:i}=r;this._image=this._context.createImageData(c,i),this._pixels=new Uint32Array(this._image.
data.buffer),this._cell=new Uint32Array(c*i),this._near=new Uint32Array(c*i),this._distance=new Uint8Array(c*i)},paint(r){this._look=r,this.draw()},draw(){if(this.
_expecting=!1,!this._look||!this._cell)return;let{ratio:r}=this._frame;To(this._pixels,this._cell,this._frame,wi*r,this._look);let s=r>1?3:1;De(this._pixels,this.
_near,this._frame,s,this._look);let{second:c}=this._look;c&&De(this._pixels,this._near,this._frame,s+r,c),this._context.putImageData(this._image,0,0)},at(r,s){let c=this.
_map.latLngToLayerPoint(r).subtract(this._bounds.min).multiplyBy(this._frame.ratio).floor(),{width:i,height:a}=this._frame;if(c.x<0||c.y<0||c.x>=i||c.y>=a)return-1;
let l=c.y*i+c.x;return(s?this._near[l]:this._cell[l])-1}})}var bi=[["land",200],["cells",300],["base",350],["lines",400],["way",430],["chosen",440],["names",620]],xi=.6;function Wo(t,e,n){for(let[p,d]of bi){let h=t.createPane(
p);h.style.zIndex=String(d),h.style.pointerEvents="none"}let o={};for(let p of["land","lines"])o[p]=L.canvas({pane:p,padding:.15});let r=(p,d)=>({pane:p,renderer:o[p],
interactive:!1,smoothFactor:xi,...d}),s=e.base.border.map(Mt),c=e.edge.map(Mt),i=n.map(p=>L.polygon(p.rings,r("land",{weight:1})).addTo(t)),a=n.map(p=>L.polygon(
p.rings,r("lines",{fill:!1,weight:p.part==="ring"?.5:.9})).addTo(t)),l=L.polyline(c,r("lines",{weight:1.6,dashArray:"5 5"})).addTo(t),f=L.polyline(s,r("lines",{
weight:5,opacity:.85})).addTo(t),u=L.polyline(s,r("lines",{weight:2.4})).addTo(t);return{frontier:s,edge:c,dress(p){for(let d of i)d.setStyle({color:p.land,fillColor:p.
land,fillOpacity:1});a.forEach((d,h)=>d.setStyle({color:n[h].part==="ring"?p.faint:p.outline})),l.setStyle({color:p.edge}),f.setStyle({color:p.halo}),u.setStyle(
{color:p.border})},flush(){for(let p of Object.values(o))p._redraw()}}}var je=10,ki=6,se=14,_i=300,vi=34,Oi=[0,9,9.75,11.5],Si=t=>t<9.5?26:60,Ei=2;function zo(t){let e=t.getZoom(),n=t.containerPointToLayerPoint([0,0]),o=t.getPixelOrigin(),
r=t.getSize();return{width:r.x,height:r.y,scale:2**e,zoom:e,x:n.x,y:n.y,left:o.x+n.x,top:o.y+n.y}}function Ai(t,{width:e,height:n}){let o=[];for(let s=1;s<t.length;s++){
let[[c,i],[a,l]]=[t[s-1],t[s]],f=Math.max(1,Math.ceil(Math.hypot(a-c,l-i)/12));for(let u=0;u<f;u++){let p=c+(u+.5)/f*(a-c),d=i+(u+.5)/f*(l-i);p>0&&d>0&&p<e&&d<n&&
o.push([p,d])}}let r=Math.floor(o.length/2);return o.map((s,c)=>o[r+(c%2?-1:1)*Math.ceil(c/2)]).filter(Boolean)}var Ti=t=>t.reduce((e,[n,o],r)=>r?e+Math.hypot(n-
t[r-1][0],o-t[r-1][1]):0,0);function Ho(t,e,n,o){let r=zo(t),s=pe(e,r.zoom),c=[],i=new Map;for(let a of o){if(!bt(e,"road",a,r.zoom)||r.zoom<Oi[a-1])continue;let l=xt(
e,"road",a,r).filter(f=>e.name[f]).map(f=>({name:e.name[f],corners:kt(e,f,s,r)})).map(f=>({...f,long:Ti(f.corners)})).filter(({long:f})=>f>=vi).sort((f,u)=>u.long-
f.long);for(let{name:f,corners:u}of l){if(c.length>=Si(r.zoom))return c;let p=f.split("/").slice(0,Ei).join("/"),d=n.widthOf(p,je,!0)+ki,h=f.split("/").flatMap(
m=>i.get(m)??[]);for(let[m,y]of Ai(u,r)){if(h.some(([_,k])=>Math.hypot(_-m,k-y)<_i))continue;let[g,x]=[r.x+m-d/2,r.y+y-se/2];if(n.free([g-2,x-2,g+d+2,x+se+2])){
n.take([g,x,g+d,x+se]),c.push({text:p,rank:a,x:g,y:x,width:d,height:se}),h.push([m,y]);for(let _ of f.split("/"))i.set(_,[...i.get(_)??[],[m,y]])}}}}return c}function Go(t,e,n,o){
let r=zo(t);return o.filter(s=>bt(e,n,s,r.zoom)).flatMap(s=>xt(e,n,s,r).map(c=>{let[[i,a]]=kt(e,c,1/0,r);return{name:e.name[c],rank:s,people:e.people[c],at:L.point(
r.x+i,r.y+a)}}).sort((c,i)=>i.people-c.people))}var Ii=6e4,Ni=10.5,Mi=".leaflet-bar, .leaflet-control-scale, #warnings li, #map-tools button",Li=220,Ci=8,Ri=10,$i=12,Pi=[12.5,11.5,11,10.5];function Di(t){let e=t.
containerPointToLayerPoint([0,0]),n=t.getContainer().getBoundingClientRect(),[o,r]=[e.x-n.left,e.y-n.top];return[...document.querySelectorAll(Mi)].map(s=>{let c=s.
getBoundingClientRect();return[c.left+o,c.top+r,c.right+o,c.bottom+r]})}function ft(t,e,n,o,r){let s=o.size*1.3,c=Math.min(t.widthOf(e,o.size,o.bold),Li)+4,a=(r?
Uo(n,c,s,5):[[n.x-c/2,n.y-s/2]]).find(([u,p])=>t.free([u,p,u+c,p+s]));if(!a)return[];let[l,f]=a;return t.take([l,f,l+c,f+s],[n.x-3,n.y-3,n.x+3,n.y+3]),[{name:e,
x:l,y:f,at:n,...o,dot:r}]}function Bi(t,e){let n=t.point(e.latlng);return t.take([n.x-11,n.y-31,n.x+11,n.y+2]),ft(t,e.name,n.add([8,-14]),{size:14,bold:!0,kind:"\
here"},!0)}function ji(t,{areas:e,frontier:n,words:o},r){let s=n.flat().filter((i,a)=>a%Ri===0).map(t.point);if(!s.some(i=>t.screen.contains(i)))return[];let c=i=>s.
some(a=>Math.abs(a.x-i.x)<100&&Math.abs(a.y-i.y)<26);return[...new Set(e.map(i=>i.country))].flatMap(i=>{let a=o.t(i.toLowerCase()).toLocaleUpperCase(),l=e.filter(
f=>f.country===i).map(f=>t.point(f.centre)).filter(f=>t.screen.contains(f)&&!c(f)).sort((f,u)=>f.distanceTo(r)-u.distanceTo(r));for(let f of l){let u=ft(t,a,f,{
size:13,bold:!0,kind:"country"},!1);if(u.length)return u}return[]})}function Ui(t,{edge:e,words:n}){let[o]=e.flat().filter((r,s)=>s%Ci===0).map(t.point).filter(
r=>t.screen.contains(r)).sort((r,s)=>s.y-r.y);return o?ft(t,n.t("data_end"),o.add([0,11]),{size:11,bold:!1,kind:"end"},!1):[]}function Ue(t,{map:e,base:n},o){return n?
Ho(e,n,t,o).map(({text:r,rank:s,x:c,y:i,width:a})=>({name:r,x:c,y:i,at:L.point(c,i),size:je,bold:!0,dot:!1,width:a,kind:s===1?"shield motorway":"shield"})):[]}function Fe(t,{
map:e,base:n},o){return n?Go(e,n,"place",o).filter(({at:r})=>t.screen.contains(r)).flatMap(({name:r,rank:s,at:c})=>ft(t,r,c,{size:Pi[s-1],bold:!1,kind:"village"},
!0)):[]}function Xo(t,e,n){let{map:o,places:r,areas:s}=t,c=o.getZoom(),i=jo(o,Di(o)),a=e?Bi(i,e):[];a.push(...Fe(i,t,[1]));let l=o.containerPointToLayerPoint(o.
getSize().divideBy(2)),f=!1;for(let[u,p,d]of r){let h=s[u];if(!f&&h.population<Ii&&(f=!0,a.push(...ji(i,t,l))),e&&e.area===h&&e.kind==="place"||!Qe(h,c))continue;
let m=i.point([d,p]);if(!i.screen.contains(m))continue;let y=qe(h.population),g=h.part==="ring"?"ring":"town";a.push(...ft(i,h.name,m,{size:y,bold:y>$i,kind:g,number:u},
!0))}a.push(...Ue(i,t,[1,2]),...Fe(i,t,[2,3]),...Ue(i,t,[3]));for(let u of c>=Ni?n:[]){let p=i.point([u.lat,u.lon]);i.screen.contains(p)&&a.push(...ft(i,u.name,
p,{size:10.5,bold:!1,kind:"stop",stop:u.key},!0))}return a.push(...Fe(i,t,[4]),...Ue(i,t,[4])),[...a,...Ui(i,t)]}function Ko(t,e){t.replaceChildren(...e.flatMap(
n=>{let o=w("span",{class:"place "+n.kind+(n.bold?" big":"")},n.name);return o.style.fontSize=n.size+"px",n.width&&(o.style.width=n.width+"px"),Nt(o,n.x,n.y),!n.
dot||n.kind==="here"?[o]:[Nt(w("i",{class:"dot "+n.kind}),n.at.x-2.5,n.at.y-2.5),o]}))}var Fi=240,Wi=9;function Yo(t=""){let e=w("div",{class:"pin"+t,"aria-hidden":"true"});return e.append(R("svg",{viewBox:"0 0 24 32"},R("path",{d:"M12 31C12 31 2.\
5 18.6 2.5 11.4a9.5 9.5 0 0 1 19 0C21.5 18.6 12 31 12 31Z"}),R("circle",{cx:12,cy:11.5,r:3.6}))),e}function zi(t){t.append(w("div",{class:"cross","aria-hidden":"\
true"}));let e=n=>t.classList.toggle("keyed",n);t.addEventListener("keyup",n=>e(n.target===t)),t.addEventListener("pointerdown",()=>e(!1)),t.addEventListener("b\
lur",()=>e(!1))}function Hi(t,e){let n=w("div",{id:"hover",hidden:!0,"aria-hidden":"true"});t.getContainer().append(n);let o=null,r=()=>"";function s(){o&&(n.textContent=
r(e.at(o,!1)),n.hidden=!n.textContent)}return{sayAgain:s,quiet(){n.hidden=!0},hover(c){window.matchMedia("(hover: hover)").matches&&(r=c,t.on("mousemove",({latlng:i,
containerPoint:a})=>{o=i,s();let l=a.x>t.getSize().x-Fi;n.style.transform=`translate(${a.x+(l?-12:14)}px,${a.y+14}px)`+(l?" translateX(-100%)":"")}),t.on("mouse\
out zoomstart movestart",()=>{o=null,n.hidden=!0}))}}}function Gi(t,e){function n(r){let s=e(),c=s&&t.getBounds().contains(s)?s:t.getCenter();return t.setZoomAround(
c,t.getZoom()+r)}let{zoomDelta:o=1}=t.options;t.zoomIn=(r=o)=>n(r),t.zoomOut=(r=o)=>n(-r)}function Xi(t,e,n,o){let r=t.getPane("names"),s={written:[],chosen:null,
second:null,stops:[]},c=Rt(()=>{s.written=o(s.chosen,s.stops),Ko(r,s.written)}),i=[c,...n?[n.late]:[]];function a(){[s.chosen?.latlng,s.second&&L.latLng(s.second.
lat,s.second.lon)].forEach((l,f)=>{if(e[f].hidden=!l,!l)return;let u=t.latLngToLayerPoint(l);Nt(e[f],u.x-12,u.y-31)})}return t.on("moveend zoomend resize viewre\
set",()=>{a(),c.ask()}),t.on("zoomstart",()=>{r.replaceChildren();for(let l of e)l.hidden=!0}),{chooseSecond(l){s.second=l,a()},choose(l){s.chosen=l,a(),c.ask()},
showStops(l){s.stops=l,c.ask()},hold:()=>i.forEach(l=>l.hold()),release:()=>i.forEach(l=>l.release()),flush:()=>i.forEach(l=>l.flush()),get written(){return s.written},
get chosen(){return s.chosen}}}function Zo(t,e,{areas:n,cells:o,base:r,words:s}){let c=Wo(t,e,n),[i,a,l,f]=e.base.bounds,u=Fo(o,So(n.map(g=>g.rings.flat())),"ce\
lls",(i+l)/2),p=r?hn("base"):null,d=[Yo(),Yo(" second")];d[1].hidden=!0,t.getPane("chosen")?.append(...d),zi(t.getContainer()),L.control.scale({imperial:!1,position:"\
bottomright",maxWidth:110}).addTo(t);let h=L.latLngBounds([i,a],[l,f]),m=()=>t.fitBounds(h,{padding:[2,2],animate:!1});t.setMaxBounds(h.pad(.9)),wn(t,m);let y=Xi(
t,d,p,(g,x)=>Xo({map:t,places:e.base.places,areas:n,base:r,words:s,...c},g,x));return Gi(t,()=>y.chosen?.latlng),bn(t,()=>{t.invalidateSize({animate:!1,pan:!1}),
m()}),{layer:u,home:m,...Hi(t,u),dress(g,x){c.dress(g),p?.dress(x)},start(){m(),u.addTo(t),p?.addTo(t).show(r)},choose:y.choose,chooseSecond:y.chooseSecond,showStops:y.
showStops,expect(){u.expect(),y.hold()},answered:y.release,flush(){c.flush(),y.flush()},nameAt(g){let x=t.containerPointToLayerPoint(g),[_]=y.written.filter(k=>(k.
number!==void 0||k.stop)&&k.dot).map(k=>({far:k.at.distanceTo(x),one:k})).sort((k,S)=>k.far-S.far);return _&&_.far<Wi?_.one:null},get written(){return y.written},
get chosen(){return y.chosen}}}function Jo({caption:t,head:e,body:n}){return{node:w("table",{},w("caption",{},t),w("thead",{},w("tr",{},...e.map(r=>w("th",{scope:"col"},r)))),w("tbody",{},...n.
map(([r,...s],c)=>{let i=c>0&&n[c-1][0]===r,a=n.filter(([l])=>l===r).length;return w("tr",{},...i?[]:[w("th",{scope:"rowgroup",rowspan:a},r)],...s.map(l=>w("td",
{},l)))})))}}var Ki=/^[-\u2212+]?[\d.,\u00a0]+$/;function Vo(t,e){if(!Ki.test(t))return NaN;let[n,o]=$[e].startsWith("en")?[",","."]:[".",","];return Number(t.replaceAll(
n,"").replaceAll(" ","").replace(o,".").replace("−","-"))}function Yi({head:t,body:e},n){let o=n!=="en",r=o?";":",";function s(c){let i=Vo(c,n);if(!Number.isNaN(
i))return o?String(i).replace(".",","):String(i);let a=Jt(c);return/[",;\n\r]/.test(a)?`"${a.replace(/"/g,'""')}"`:a}return[t,...e].map(c=>c.map(s).join(r)).join(
`\r
`)+`\r
`}var Zi=t=>t.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g,"").replace(/&/g,"&amp;").replace(/</g,"&lt;").replace(/>/g,"&gt;").replace(/"/g,"&quot;"),ut='\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',We="http://schemas.openxmlformats.org/spreadsheetml/2006/main",ie="http://schemas.openxmlformats.org/of\
ficeDocument/2006/relationships",ze="http://schemas.openxmlformats.org/package/2006",ce="application/vnd.openxmlformats-officedocument.spreadsheetml";function Ji({
head:t,body:e},n,o){function r(c){let i=Vo(c,n);return Number.isNaN(i)?`<c t="inlineStr"><is><t xml:space="preserve">${Zi(c)}</t></is></c>`:`<c${Number.isInteger(
i)?' s="1"':""}><v>${i}</v></c>`}let s=c=>`${ut}<worksheet xmlns="${We}"><sheetData>`+c.map(i=>`<row>${i.map(r).join("")}</row>`).join("")+"</sheetData></worksh\
eet>";return[["[Content_Types].xml",`${ut}<Types xmlns="${ze}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relat\
ionships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${ce}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${ce}.styles+xml"/>`+[
1,2].map(c=>`<Override PartName="/xl/worksheets/sheet${c}.xml" ContentType="${ce}.worksheet+xml"/>`).join("")+"</Types>"],["_rels/.rels",`${ut}<Relationships xm\
lns="${ze}/relationships"><Relationship Id="rId1" Type="${ie}/officeDocument" Target="xl/workbook.xml"/></Relationships>`],["xl/workbook.xml",`${ut}<workbook xm\
lns="${We}" xmlns:r="${ie}"><sheets><sheet name="1" sheetId="1" r:id="rId1"/><sheet name="2" sheetId="2" r:id="rId2"/></sheets></workbook>`],["xl/_rels/workbook\
.xml.rels",`${ut}<Relationships xmlns="${ze}/relationships">`+[1,2].map(c=>`<Relationship Id="rId${c}" Type="${ie}/worksheet" Target="worksheets/sheet${c}.xml"/\
>`).join("")+`<Relationship Id="rId3" Type="${ie}/styles" Target="styles.xml"/></Relationships>`],["xl/styles.xml",`${ut}<styleSheet xmlns="${We}"><fonts count=\
"1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray1\
25"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs \
count="2"><xf/><xf numFmtId="3" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleShee\
t>`],["xl/worksheets/sheet1.xml",s([t,...e])],["xl/worksheets/sheet2.xml",s(o.map(c=>[c]))]]}function Vi(t){let e=-1;for(let n of t){e^=n;for(let o=0;o<8;o++)e=
e>>>1^(e&1?3988292384:0)}return~e>>>0}function Qi(t){let e=new TextEncoder,n=[],o=[];function r(c,i){for(let[a,l]of i)for(let f=0;f<a;f++)c.push(l/2**(8*f)&255)}
for(let[c,i]of t){let[a,l]=[e.encode(c),e.encode(i)],f=[[2,20],[2,2048],[2,0],[2,0],[2,33],[4,Vi(l)],[4,l.length],[4,l.length],[2,a.length],[2,0]];r(o,[[4,33639248],
[2,20],...f,[2,0],[2,0],[2,0],[4,0],[4,n.length]]),o.push(...a),r(n,[[4,67324752],...f]);for(let u of[a,l])for(let p of u)n.push(p)}let s=n.length;for(let c of o)
n.push(c);return r(n,[[4,101010256],[2,0],[2,0],[2,t.length],[2,t.length],[4,o.length],[4,s],[2,0]]),Uint8Array.from(n)}function Qo(t,e,n,o){let r=e==="csv"?new Blob(
["\uFEFF"+Yi(t,n)],{type:"text/csv;charset=utf-8"}):new Blob([Qi(Ji(t,n,[o,t.caption]))],{type:ce+".sheet"});it(r,"atlas."+e)}var qi=[30,45,60],tc=350,ec=24;function He({known:t,now:{state:e}}){let n=new Map;for(let{id:o}of t.trips){let r=t.kindOf(o);(!n.has(r)||o===e.trip)&&n.set(r,o)}
return[...n.values()]}function qo({known:t,baseline:e,now:{state:n}},o){let r=t.scenariosOf(o).includes(n.scenario)?n.scenario:e,s=t.trip(o).percentiles,c=o===n.
trip?n.percentile:s?.includes(50)?50:s?.[0]??50;return{...n,trip:o,scenario:r,percentile:c}}var er=({now:{state:t}})=>[...new Set([...qi,t.cutoff])].sort((e,n)=>e-
n);function nc(t,e){let{engine:n,known:o,mean:r,now:s,sides:c,baseline:i}=t,a=new Map,[l,f]=[0,0],u=h=>JSON.stringify(M(h,t.here(),i));function p(h,m){let y=t.here();
return h.cutoff>(o.trip(h.trip).max_min??1/0)?null:t.ofInhabitants()?!o.ofInhabitants(h)||h.cutoff>r.longest(h)?null:de(r.figures(h,y.area?y.area.code:"",y.country),
h,y.country,c):m&&!F(m.open)?de({engine:n,weights:t.weights(),times:m},h,y.country,c):null}async function d(h){for(let m of He(t)){let y=qo(t,m),g=u(y);if(m===s.
state.trip||a.has(g))continue;let x={};for(let[_,k]of Object.entries(M(y,t.here(),i)))if(x[_]=await n.times(k),h!==f)return;a.set(g,x),a.size>ec&&a.delete(a.keys().
next().value??"")}e()}return{ways(){let h=[];for(let m of He(t)){let y=qo(t,m),g=t.ofInhabitants()?null:m===s.state.trip?s.times:a.get(u(y))??null;if(!t.ofInhabitants()&&
!g)return null;h.push({trip:m,at:new Map(er(t).map(x=>[x,p({...y,cutoff:x},g)]))})}return h},ask(){f++,clearTimeout(l),s.shown&&!s.shown.status&&!t.ofInhabitants()&&
(l=window.setTimeout(d,tc,f))}}}function tr(t,e){let{words:n,known:o,now:{state:r}}=t,{t:s}=n,c=er(t),i=C(t);return{caption:[i.whose,i.opportunity,s("direction_"+
r.direction)].join(" · "),head:[s("mode"),s("border"),...c.map(a=>s("minutes",{n:n.minutes(a)}))],body:e.flatMap(({trip:a,at:l})=>(o.hasBorder?N:["open"]).map(
f=>[o.nameOf(a),s("shown_"+f,{n:n.minutes(r.resistance)}),...c.map(u=>{let p=l.get(u);return p?A(n,p,f):s("missing")})]))}}function nr(t,e){let{words:n,known:o,
now:r}=t,{t:s}=n,c=nc(t,a);function i({trip:l,at:f}){let u=f?.get(r.state.cutoff),p=u?A(n,u,r.state.border):f||r.shown?.status?s("missing"):"…",d=u&&T(u)&&r.state.
border==="open"&&u.closed>0&&O(u.open)?" ("+n.signedShare(u.open/u.closed-1)+")":"",h=w("button",{type:"button","aria-pressed":String(l===r.state.trip),"data-ke\
y":l},o.nameOf(l)+" ",w("b",{},p),d);return h.addEventListener("click",()=>e({trip:l})),h}function a(){let l=He(t),f=r.shown&&!r.shown.status?c.ways():null;if(b(
"ways").hidden=l.length<2,b("ways-box").hidden=l.length<2||!f,l.length<2||(H(b("ways"),...l.map((p,d)=>i({trip:p,at:f?f[d].at:null}))),!f))return;let u=C(t);b("\
ways-title").textContent=[s("ways"),u.opportunity,u.whose].join(" · "),b("ways-box").open&&H(b("ways-table"),Jo(tr(t,f)).node)}b("ways-box").addEventListener("\
toggle",a);for(let l of["csv","xlsx"])b("ways-"+l).addEventListener("click",()=>{let f=c.ways();f&&Qo(tr(t,f),l,n.language,b("headline").textContent)});return{ask(){
a(),c.ask()}}}var Ge=86400,oc=1e3,rc=1e4,or=({words:t},e)=>t.clock(new Date((e%Ge+Ge)%Ge*1e3));function sc(t,e){return e===null||e===0?"":t.t("why_length",{km:t.minutes(e/oc,
e<rc?1:0)})}function ic(t,e){let{words:n,engine:o}=t,{t:r}=n,s=a=>a<0?"":o.stops[a].name,c=r("minutes",{n:n.minutes(e.seconds/60,1)});if(e.kind==="park")return r(
"why_park")+": "+c;if(e.kind==="wait")return r(e.from<0?"why_early":"why_wait",{stop:s(e.from)})+": "+c;if(e.kind==="ride"){let{departs:a,arrives:l}=e;return r(
"why_ride",{line:e.line||"?",headsign:e.headsign?" "+r("why_towards",{headsign:e.headsign}):"",minutes:c,from:s(e.from),departs:or(t,a??0),to:s(e.to),arrives:or(
t,l??0)})}let i=n.named("modes",e.mode)??e.mode;return[n.capital(i)+(e.to<0?"":" → "+s(e.to))+": "+c,sc(n,e.metres)].filter(a=>a).join(", ")}function rr(t,e){
let{map:n,words:o,now:r,places:s}=t,c=null,i=w("button",{type:"button",id:"why-close"});i.addEventListener("click",()=>e({target:""}));function a(l,f){c??={group:L.
layerGroup().addTo(n),renderer:L.canvas({pane:"way",padding:.15})};let{group:u,renderer:p}=c,{halo:d,line:h,second:m}=t.theme();u.clearLayers();let y={pane:"way",
renderer:p,interactive:!1,smoothFactor:.5};for(let[g,x]of[[d,4],[h,0]])for(let _ of l.filter(({spots:k})=>k.length>1)){let k=_.kind==="ride";L.polyline(_.spots,
{...y,color:k&&!x?m:g,weight:(k?5:3)+x,opacity:1}).addTo(u)}for(let{spots:g}of l.filter(({kind:x})=>x==="ride"))for(let x of[g[0],g[g.length-1]])L.circleMarker(
x,{...y,radius:4.5,weight:2,color:h,fillColor:d,fillOpacity:1}).addTo(u);L.circleMarker([f.lat,f.lon],{...y,radius:7,weight:3,color:h,fillColor:d,fillOpacity:1}).
addTo(u)}return{flush:()=>c?.renderer._redraw?.(),show(){let{why:l,state:f}=r,u=s.get(f.target);if(b("why").hidden=!l||!u,!l||!u){c?.group.clearLayers();return}
let{t:p}=o,d=!Number.isNaN(l.minutes),h=X(t);i.textContent=p("close"),b("why").replaceChildren(w("h2",{},p("why_title")),w("p",{class:"main"},p(d?"why_said":"wh\
y_unreached",{from:o.capital(h),target:u.name,n:o.minutes(l.minutes,1)})),w("ol",{},...l.legs.map(m=>w("li",{class:m.kind},ic(t,m)))),w("p",{class:"small"},l.legs.
some(({kind:m})=>m==="ride")?p("why_percentile",{share:o.share(f.percentile/100)}):""),i),a(l.legs,u)}}}var cc=120,ac=300,lc=700;function Xe(t,e){let n=0;return()=>{clearTimeout(n),n=window.setTimeout(e,t)}}function sr({map:t,view:e,here:n},o){let r=n(),s=L.latLng(
r.lat,r.lon);o&&!t.getBounds().pad(-.08).contains(s)&&t.panTo(s,{animate:!1}),e.choose({...r,latlng:s})}function fc(t){let{words:e,data:n,map:o,view:r,now:s}=t;
function c(){b("theme").textContent=e.t(t.dark()?"theme_light":"theme_dark")}return{speak(){e.language=s.state.language,Dt(e,n,o.getContainer()),sr(t,!1),c()},dress(){
document.documentElement.dataset.theme=t.dark()?"dark":"light",en(n.sides,t.dark()),r.dress(t.theme(),t.dark()),c()}}}function uc(t,e,n){let{map:o,view:r,areas:s,
engine:c,words:i}=t;function a(l,f,u){let p=r.nameAt(l),d=p?-1:r.layer.at(f,!0);if(!p&&d<0)return lt(i.t("outside_click"));let h=p?p.stop??"place:"+s[Number(p.number)].
code:"cell:"+c.cells.id[d],m=u.shiftKey?"versus":u.altKey?"why":void 0;return n.picked(h,m)?void 0:e({place:h})}o.on("click",l=>a(l.containerPoint,l.latlng,l.originalEvent)),
o.getContainer().addEventListener("keydown",l=>{l.key!=="Enter"||l.target!==o.getContainer()||(l.preventDefault(),a(o.latLngToContainerPoint(o.getCenter()),o.getCenter(),
l))}),r.hover(l=>xo(t,l))}function pc(t,e){let{words:n,known:o,places:r,view:s,now:c,map:i}=t,{speak:a,dress:l}=fc(t),f=Bo(t,k),u=nr(t,k),p=Xe(lc,()=>{b("said").
textContent=b("headline").textContent}),d=Xe(cc,()=>Me(t,k)),h=Xe(ac,()=>Le(t)),m=[...r.searchable((v,B)=>i.distance(v,B)),...Mo(t.base,t.engine,r,n)],y=Yn(b("q\
uestion"),{words:n,known:o,ask:k,entries:m}),g=ho(t,m,k),x=rr(t,k),_=Wn(t,{begin(v){c.state.language!==v.language&&a(),c.state.theme!==v.theme&&l(),y.show(c.state,
t.here().name),g.show(),c.state.place!==v.place&&(s.expect(),sr(t,!0)),b("headline").setAttribute("aria-busy","true"),s.quiet()},draw(){wo(t),s.answered(),s.sayAgain(),
bo(t,k),x.show(),p(),f.ask(),f.show(),u.ask(),re(t),lo(t)},later(){d(),h()}},e.redrawMs);function k(v){return _.ask(v)}function S(){l(),c.shown&&_.show(c.state)}
return b("theme").addEventListener("click",()=>{let v=t.dark()?"light":"dark";return le({theme:v}),k({theme:v})}),b("table-box").addEventListener("toggle",()=>Me(
t,k)),b("rank-box").querySelector("details").addEventListener("toggle",f.show),t.prefersDark.addEventListener("change",S),window.addEventListener("hashchange",()=>k(
G(location.hash))),_o(t,{dress:l,draw:_.draw,again:S,flush:x.flush}),uc(t,k,g),Object.defineProperty(e,"rank",{get:f.progress}),e.settled=_.settled,{ask:k,first(){
return s.start(),a(),l(),s.showStops(r.stops),_.show(c.state)}}}async function dc(t,e,n){let{trip:o,scenario:r}={...e.start,...G(Gt())},s={place:{kind:"cell",index:0},
trip:o,scenario:r},c=await oo(e.engine,b("grensgeo-engine").textContent,s),i=p=>c.arrays["shape/"+p],a=Ve(e.base.areas),l=Oo(Object.fromEntries(["rings","corner\
s","start_x","start_y","step_x","step_y"].map(p=>[p,i(p)]))),f=await dn(e.base_map),u=Zo(t,e,{areas:a,cells:l,base:f,words:n});return{map:t,data:e,words:n,engine:c,
areas:a,base:f,view:u,edge:i("edge")}}function hc(t){let e=nn();Object.assign(e.start,fn(e.language,{}));let n=cn(e.labels,e.start.language),o={},r=i=>{Object.assign(
o,i),n.language=i.language,Dt(n,e,t.getContainer())};mn(i=>{le({language:i}),r({language:i})});let s={redrawMs:[]};async function c(){let i=$o(await dc(t,e,n),o),
{ask:a,first:l}=pc(i,s);return r=a,Object.defineProperties(s,{state:{get:()=>({...i.now.state})},figures:{get:()=>i.now.shown},other:{get:()=>i.now.other?.shown},
why:{get:()=>i.now.why}}),Object.assign(s,{set:a,engine:i.engine,csv:()=>Re(i),chart:f=>Yt(n,i.now.state,C(i).opportunity,f,u=>a({cutoff:u}))}),await l(),s}t.getContainer().
setAttribute("role","application"),Dt(n,e,t.getContainer()),s.ready=c().catch(i=>{throw b("headline").textContent=n.t("failed",{reason:String(i?.message??i)}),i}),
Object.assign(globalThis,{grensgeoAtlas:s})}Object.assign(globalThis,{grensgeoPage:hc});})();
