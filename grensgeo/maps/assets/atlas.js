/* grensgeo atlas: bundled from js/ by `make js`; edit there.
   sources f1c038542ad3ab02: src/atlas/answer.js src/atlas/asking.js src/atlas/cells.js src/atlas/chart.js src/atlas/choices.js src/atlas/colours.js src/atlas/controls.js src/atlas/csv.js src/atlas/cut.js src/atlas/engine.js src/atlas/figures.js src/atlas/ground.js src/atlas/headline.js src/atlas/leaving.js src/atlas/main.js src/atlas/mean.js src/atlas/names.js src/atlas/outlines.js src/atlas/picture.js src/atlas/places.js src/atlas/ranking.js src/atlas/saying.js src/atlas/search.js src/atlas/second.js src/atlas/session.js src/atlas/showing.js src/atlas/standings.js src/atlas/state.js src/atlas/table_leaving.js src/atlas/telling.js src/atlas/versus.js src/atlas/versus_shown.js src/atlas/view.js src/atlas/ways.js src/atlas/why_shown.js src/engine/answers.js src/engine/counting.js src/engine/hierarchy.js src/engine/journey.js src/engine/later.js src/engine/path.js src/engine/streets.js src/engine/sweep.js src/engine/timetable.js src/engine/transit.js src/engine/weights.js src/engine/why.js src/engine/worker.js src/shared/after_paint.js src/shared/appearance.js src/shared/areas.js src/shared/base_map.js src/shared/base_names.js src/shared/canvas_layer.js src/shared/elements.js src/shared/geometry.js src/shared/keeping.js src/shared/map_nodes.js src/shared/numbers.js src/shared/page.js src/shared/pdf.js src/shared/precision.js src/shared/room.js src/shared/saving.js src/shared/sheet.js src/shared/small_table.js src/shared/unpack.js src/shared/words.js */
"use strict";(()=>{var Xr=40075.017,cn=85.0511287798,xt=t=>256*(t+180)/360;function kt(t){let e=Math.sin(Math.max(-cn,Math.min(cn,t))*Math.PI/180);return 256*(.5-Math.log((1+e)/(1-
e))/(4*Math.PI))}var ln=(t,e)=>t*(256/Xr)/Math.cos(e*Math.PI/180),fn=(t,e)=>[360*t/256-180,360/Math.PI*Math.atan(Math.exp(2*Math.PI*(.5-e/256)))-90];function Z(t){
let e=new Int32Array(t.length+1);for(let n=0;n<t.length;n++)e[n+1]=e[n]+t[n];return e}function de(t){let e=[],[n,o]=[0,0];for(let r=0;r<t.length;r+=2)n+=t[r],o+=
t[r+1],e.push([o/1e4,n/1e4]);return e}var Kr="ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_",an=5;function un(t){let e=[],[n,o,r]=[0,0,0];for(let i of t){let a=Kr.indexOf(i);o|=(a&
31)<<r,r+=an,!(a>>an)&&(n+=o>>>1^-(o&1),e.push(n),[o,r]=[0,0])}return e}var pn=(t,e)=>t[2]<e[0]||t[0]>e[2]||t[3]<e[1]||t[1]>e[3];var Vr=[[9,15e4],[10,5e4]];function Zr(t,e){let n=[];for(let o=0;o<t.length;o+=2){let[r,i]=[t[o],t[o+1]];for(let a=0;a<Math.abs(i);a++)n.push(e[r+Math.sign(i)*a])}
return n}function dn({areas:t,corners:e}){let[n,o]=e.map(un),r=o.map((i,a)=>[i/1e4,n[a]/1e4]);return t.map(([i,a,s,c,l,f,u],p)=>{let d=u.map(h=>h.map(m=>Zr(m,r)));
return{number:p,code:i,name:a,country:s,nuts3:c,part:l,population:f,rings:d,centre:L.latLngBounds(d.flat(2)).getCenter()}})}function hn(t,e){let n=Vr.find(([o])=>e<
o);return t.part!=="ring"||!n||t.population>=n[1]}var mn=t=>t>2e5?15:t>6e4?13:11.5;var b=t=>document.getElementById(t);function gn(t,e,n){for(let[o,r]of Object.entries(e))r!==null&&r!==!1&&t.setAttribute(o,r===!0?"":String(r));return t.append(
...n.filter(o=>o!==null)),t}function y(t,e={},...n){return gn(document.createElement(t),e,n)}function S(t,e={},...n){let o=document.createElementNS("http://www.\
w3.org/2000/svg",t);return gn(o,e,n)}function _t(t,e,n){return t.style[n]=`var(--side-${e})`,t}var Dt=t=>_t(y("i",{class:"key","aria-hidden":"true"}),t,"backgro\
und");function wn(t,e){for(let[n,o]of Object.entries(t))document.documentElement.style.setProperty("--side-"+n,o[e?1:0])}function jt(t,e,n=null){let o=y("button",
{type:"button",class:"link","data-key":n},t);return o.addEventListener("click",e),o}var yn=()=>JSON.parse(b("grensgeo-data").textContent);function J(t,...e){let n=t.
contains(document.activeElement)?document.activeElement:null,o=n?.getAttribute("data-key")??null,r=!n?.matches(":focus-visible");if(t.replaceChildren(...e.filter(
a=>a!==null)),o===null)return;let i=[...t.querySelectorAll("[data-key]")].find(a=>a.getAttribute("data-key")===o);i instanceof HTMLElement&&i.focus({preventScroll:r})}var P={nl:"nl-NL",de:"de-DE",en:"en-GB"},Jr=.001,Yr=10,qr=.095,bn=5e-4,xn=.001,Qr=.995,ts=.99;function es(t){return t>=Jr&&t<1?{maximumSignificantDigits:2}:{maximumFractionDigits:t<
Yr?1:0}}var ns=t=>t.replace("-","−");function he(t){let e=new Map;function n(c,l){let f=JSON.stringify(l),u=e.get(f);return u||e.set(f,u=new Intl.NumberFormat(
t,l)),u.format(c)}let o=c=>n(c,es(Math.abs(c))),r=c=>n(c,{style:"percent",maximumFractionDigits:c!==0&&Math.abs(c)<qr?1:0});function i(c){return c>Qr&&c<1?">"+r(
ts):c>0&&c<bn?"<"+r(xn):r(c)}let a=(c,l)=>l>0?"+"+c:ns(c);function s(c){return c===0||Math.abs(c)>=bn?a(r(c),c):(c<0?"−":"+")+"<"+r(xn)}return{format:n,count:o,
share:r,part:i,signedShare:s,plain:c=>n(c,{}),signedCount:c=>a(o(c),c),minutes:(c,l=0)=>n(c,{minimumFractionDigits:l,maximumFractionDigits:l})}}var et=Object.keys(P);function kn(t,e){return e.map(n=>n.slice(0,2).toLowerCase()).find(n=>et.includes(n))??t}function os(t,e){return t.replace(/\{(\w+)\}/g,(n,o)=>Object.
hasOwn(e,o)?e[o]:n)}var B=t=>t.normalize("NFD").replace(/\p{M}/gu,"").replace(/ß/g,"ss").toLowerCase().replace(/[^\p{L}\p{N}]+/gu," ").trim();function _n(t,e){
let n=e,o=he(P[n]);function r(s,c){let l=t[s];return l&&c!==null&&Object.hasOwn(l,c)?l[c][n]:null}let i=(s,c={})=>os(r("texts",s)??s,c);return{get language(){return n},
set language(s){n=s,o=he(P[s])},named:r,t:i,count:s=>s===null||Number.isNaN(s)?i("missing"):o.count(s),share:s=>o.share(s),part:s=>o.part(s),plain:s=>o.plain(s),
signedCount:s=>o.signedCount(s),signedShare:s=>o.signedShare(s),minutes:(s,c)=>o.minutes(s,c),opportunity:s=>r("opportunities",s)??s,period:s=>r("periods",s)??s,
in:s=>s[n],capital:s=>s.charAt(0).toLocaleUpperCase(P[n])+s.slice(1),lowered:s=>s.charAt(0).toLocaleLowerCase(P[n])+s.slice(1),sort:(s,c)=>s.localeCompare(c,P[n]),
date:s=>new Intl.DateTimeFormat(P[n],{weekday:"short",day:"numeric",month:"short",timeZone:"UTC"}).format(s),clock:s=>new Intl.DateTimeFormat(P[n],{hour:"2-digi\
t",minute:"2-digit",timeZone:"UTC"}).format(s),sentence(s,c){return i(s).split(/(\{\w+\})/).map(l=>{let f=l.startsWith("{")?l.slice(1,-1):null;return f!==null&&
Object.hasOwn(c,f)?c[f]:l})}}}var vn="grensgeo",rs=["light","dark"];function On(){try{let{language:t,theme:e}=JSON.parse(localStorage.getItem(vn)??"{}");return{language:t,theme:e}}catch{return{}}}
function me(t){try{localStorage.setItem(vn,JSON.stringify({...On(),...t}))}catch{}}function Sn(t,e){let n=On(),o=(r,...i)=>i.find(a=>a!==void 0&&r.includes(a));
return{language:o(et,e.language,n.language)??kn(t,navigator.languages),theme:o(rs,e.theme,n.theme)??"auto"}}var ge=()=>window.matchMedia("(prefers-color-scheme:\
 dark)"),Ft=t=>t==="dark"||t!=="light"&&ge().matches;function Ut(t){let e=!1,n=0;function o(){e&&(e=!1,t())}let r=()=>requestAnimationFrame(()=>requestAnimationFrame(()=>{n||o()}));function i(){clearTimeout(n),n=0,
e&&r()}return{flush:o,release:i,ask(){!e&&!n&&r(),e=!0},hold(){clearTimeout(n),n=Number(setTimeout(i,400))}}}function zt(t){let e=window.devicePixelRatio||1;return Math.min(2,Math.max(1,t?Math.round(e):e))}function Wt(t,e,n){let o={options:{padding:.15},_initContainer(){
this._container=L.DomUtil.create("canvas",e),this._container.setAttribute("aria-hidden","true"),this._context=this._container.getContext("2d")},_destroyContainer(){
L.DomUtil.remove(this._container)},_lay(i){let a=this._bounds.getSize(),s=this._container,c=Math.max(1,Math.round(a.x*i)),l=Math.max(1,Math.round(a.y*i));L.DomUtil.
setPosition(s,this._bounds.min),s.style.width=a.x+"px",s.style.height=a.y+"px";let f=s.width!==c||s.height!==l;f&&Object.assign(s,{width:c,height:l});let u=this.
_map.getPixelOrigin().add(this._bounds.min),p=i*2**this._map.getZoom();return{other:f,frame:{width:c,height:l,ratio:i,scale:p,left:u.x*i,top:u.y*i}}}},r=L.Renderer.
extend({...o,...n});return new r({pane:t})}var ye={uint8:Uint8Array,int8:Int8Array,uint16:Uint16Array,int16:Int16Array,uint32:Uint32Array,int32:Int32Array,float32:Float32Array,float64:Float64Array},we="0\
123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%()*+-:;=?@^_`{|}~,.",Tn=new Uint8Array(128);for(let t=0;t<we.length;t++)Tn[we.charCodeAt(t)]=t;
function En(t){let e=Math.ceil(t.length/5),n=new Uint8Array(5*e).fill(we.charCodeAt(84));new TextEncoder().encodeInto(t,n);let o=new Uint8Array(4*e);for(let r=0,
i=0;r<e;r++){let a=0;for(let s=i+5;i<s;i++)a=Math.imul(a,85)+Tn[n[i]]|0;o[4*r]=a>>>24,o[4*r+1]=a>>>16,o[4*r+2]=a>>>8,o[4*r+3]=a}return o.subarray(0,Math.floor(4*
t.length/5))}async function An(t){let e=new DecompressionStream("deflate"),n=e.writable.getWriter();return Promise.all([n.write(t),n.close()]).catch(()=>{}),new Uint8Array(
await new Response(e.readable).arrayBuffer())}var In=async t=>JSON.parse(new TextDecoder().decode(await An(En(t))));function Nn(t,e){let n=new Int32Array(e),o=0;
for(let r=0;r<e;r++){let[i,a,s]=[0,0,0];do s=t[o++],i|=(s&127)<<a,a+=7;while(s&128);n[r]=i}return n}function ss({n:t,width:e},n){let o=new Int32Array(t);for(let r=0;r<
t;r++){let i=n[r];e>1&&(i|=n[t+r]<<8),e>2&&(i|=n[2*t+r]<<16|n[3*t+r]<<24),o[r]=i}return o}var Mn=t=>t>>>1^-(t&1);function Ln(t,e){let{n,width:o,steps:r=0,signed:i}=e,
a=o===0?Nn(t,n):ss(e,t);if(i)for(let s=0;s<n;s++)a[s]=Mn(a[s]);for(let s=0;s<r;s++)for(let c=1;c<n;c++)a[c]=a[c]+a[c-1]|0;return a}function is(t,{n:e,forms:n,values:o}){
let r=Nn(t,o),i=Array.from({length:e},(s,c)=>String(n[r[c]][0])),a=e;for(let s=1;a<o;s+=2){let c=0;for(let l=0;l<e;l++){let f=n[r[l]];s>=f.length||(c+=Mn(r[a++]),
i[l]+=String(c).padStart(Number(f[s]),"0")+f[s+1])}}return i}function cs(t,e){let n=Ln(t.subarray(e.n),e),o=10**e.digits;for(let r=0;r<e.n;r++)n[r]=n[r]*o+t[r];
return n}function as(t,e){let n=new ye[e.type](e.n),o=10**e.digits,r=Object.hasOwn(e,"null");for(let i=0;i<e.n;i++)n[i]=r&&t[i]===e.null?NaN:t[i]/o;return n}function ls(t,{
type:e,n,width:o}){let r=new Uint8Array(n*o);for(let c=0;c<o;c++)for(let l=0;l<n;l++)r[l*o+c]=t[c*n+l];let i=new DataView(r.buffer),a=new ye[e](n),s=o===8?"getF\
loat64":"getFloat32";for(let c=0;c<n;c++)a[c]=i[s](c*o,!0);return a}async function fs(t,e){let n=await An(En(e));if(t.type==="text")return t.forms?is(n,t):t.n===
0?[]:new TextDecoder().decode(n).split(`
`);if(!Object.hasOwn(t,"steps"))return ls(n,t);let o=t.split?cs(n,t):Ln(n,t);return Object.hasOwn(t,"digits")?as(o,t):t.type==="int32"?o:ye[t.type].from(o)}async function vt(t,e){
if(t.format!==2||t.parts.length!==e.length)throw new Error(`packed in format ${t.format}, ${e.length} chunks`);let n=await Promise.all(t.parts.map((o,r)=>fs(o,e[r])));
return Object.fromEntries(t.parts.map((o,r)=>[o.name,n[r]]))}var us=["nature","built_up","water"],ps=[[1.5,4.5],[1.1,3.4],[.6,2.6],[.5,2]],be=[8,13],Cn=1.1,ds=2.2,$n=1.7,xe=({looks:t},e)=>t.levels_from.filter(n=>e>=n).length;
function Ot({looks:t},e,n,o){let r=t.shown_from[e];return o>=r[Math.min(n,r.length)-1]}function hs(t,e){let{layers:n}=e,{names:o,layer:r,rank:i,name:a,corners:s,
start_x:c,start_y:l,step_x:f,step_y:u}=t,p=Z(s),d=s.length,h=new Float64Array(p[d]),m=new Float64Array(p[d]),w=new Float64Array(4*d),g=new Int32Array(d),[x,k,_,
O]=[0,0,0,0];for(let v=0;v<d;v++){x+=c[v],k+=l[v];let[N,V]=[x,k],[U,q,Q,tt]=[1/0,1/0,-1/0,-1/0];for(let C=p[v];C<p[v+1];C++)C>p[v]&&(N+=f[_],V+=u[_],_++),h[C]=xt(
N/1e4),m[C]=kt(V/1e4),U=Math.min(U,h[C]),Q=Math.max(Q,h[C]),q=Math.min(q,m[C]),tt=Math.max(tt,m[C]);w.set([U,q,Q,tt],4*v),n[r[v]]==="place"&&(g[v]=t.people[O++])}
return{n:d,layer:Array.from(r,v=>n[v]),rank:i,name:Array.from(a,v=>o[v]),people:g,at:p,x:h,y:m,level:t.level,box:w,looks:e}}var Rn=({at:t,x:e,y:n},o)=>fn(e[t[o]],
n[t[o]]);async function Pn(t){if(!t)return null;let{manifest:e,chunks:n}=t;return hs(await vt(e,n),e.meta)}function St({n:t,layer:e,rank:n,box:o},r,i,{width:a,height:s,
scale:c,left:l,top:f}){let u=[];for(let p=0;p<t;p++){if(e[p]!==r||n[p]!==i)continue;o[4*p]*c-l>a||o[4*p+2]*c-l<0||o[4*p+1]*c-f>s||o[4*p+3]*c-f<0||u.push(p)}return u}
function Tt({at:t,x:e,y:n,level:o},r,i,{scale:a,left:s,top:c}){let l=[];for(let f=t[r];f<t[r+1];f++)o[f]<=i&&l.push([e[f]*a-s,n[f]*a-c]);return l}function ms(t,e,n,o,{
sight:r,level:i}){let a=us.includes(n);t.beginPath();for(let s of St(e,n,o,r)){let c=Tt(e,s,i,r);c.length<(a?3:2)||(c.forEach(([l,f],u)=>u?t.lineTo(l,f):t.moveTo(
l,f)),a&&t.closePath())}}function nt(t,e,n,o=[]){t.strokeStyle=e,t.lineWidth=n,t.setLineDash(o),t.stroke()}function gs(t,e,n,{zoom:o,ratio:r,colours:i,transit:a=!1}){
let s=xe(e,o),c=Math.max(0,Math.min(1,(o-be[0])/(be[1]-be[0]))),l={sight:n,level:s};t.lineJoin="round",t.lineCap="round";function f(u,p){for(let d=e.looks.shown_from[u].
length;d>=1;d--)Ot(e,u,d,o)&&(ms(t,e,u,d,l),p(d))}for(let u of["nature","built_up","water"])f(u,()=>{t.fillStyle=i[u],t.fill("nonzero")});if(f("waterway",u=>nt(
t,i.river,r*(1+1.4*c)/Math.sqrt(u))),f("road",u=>{let[p,d]=ps[u-1],h=r*(p+c*(d-p));nt(t,i.casing,h+r*(u<3?Cn:.7*Cn)),nt(t,i.road,h)}),t.lineCap="butt",f("rail",
u=>{let p=r*(u===1?1.7+c:1.3+c)*(a?$n:1);a&&nt(t,i.casing,p+2*r),nt(t,i.rail,p),nt(t,i.sleeper,p*.5,[5*r,5*r])}),t.setLineDash([]),!(!a&&!Ot(e,"station",1,o)))for(let u of St(
e,"station",1,n)){let[[p,d]]=Tt(e,u,s,n),h=r*ds*(a?$n:1);t.fillStyle=i.station,t.fillRect(p-h,d-h,2*h,2*h),t.strokeStyle=i.rail,t.lineWidth=r,t.strokeRect(p-h,d-
h,2*h,2*h)}}function Bn(t){let e=Wt(t,"base-map",{_update(){this._map._animatingZoom&&this._bounds||(this._bounds?this.late.ask():this._now())},_reset(){this._update(),
this._updateTransform(this._map.getCenter(),this._map.getZoom())},_now(){!this._map||this._map._animatingZoom&&this._bounds||(L.Renderer.prototype._update.call(
this),this.draw())},show(n){this._base=n,this.draw()},emphasise(n){this._transit=n,this.late.ask()},dress(n){this._dark=n,this.draw()},draw(){if(!this._base||!this.
_bounds)return;let{frame:n,other:o}=this._lay(zt(!1));o||this._context.clearRect(0,0,n.width,n.height);let r=this._base.looks.colours[this._dark?"dark":"light"];
gs(this._context,this._base,n,{zoom:this._map.getZoom(),ratio:n.ratio,colours:r,transit:this._transit})}});return e.late=Ut(()=>e._now()),e}var ws=[[".leaflet-control-zoom-in","zoom_in"],[".leaflet-control-zoom-out","zoom_out"],["a.home","home"]],Et=t=>[...document.querySelectorAll(`[data-${t}]`)].map(
e=>e);function Ht(t,e,n){let{t:o}=t;document.documentElement.lang=t.language,document.title=t.in(e.title),b("title").textContent=t.in(e.title);for(let r of Et("\
text"))r.textContent=o(String(r.dataset.text),{version:e.version});for(let r of Et("said"))r.title=o(String(r.dataset.said));for(let r of Et("label"))r.setAttribute(
"aria-label",o(String(r.dataset.label)));ys(t.language),n.setAttribute("aria-label",o("map_region"));for(let[r,i]of ws){let a=document.querySelector(r);a&&(a.title=
o(i),a.setAttribute("aria-label",o(i)))}}function ys(t){for(let e of Et("language"))e.setAttribute("aria-pressed",String(e.dataset.language===t))}function Dn(t){
for(let e of Et("language"))e.addEventListener("click",()=>t(String(e.dataset.language)))}var bs=5;function jn(t,e){let n=t.filter(({concerns:o})=>!o.length||o.
some(r=>e.includes(r)));return[...n.filter(({concerns:o})=>o.length),...n.filter(({concerns:o})=>!o.length)].slice(0,bs)}function Fn(t){return t.url?y("a",{href:t.
url,rel:"noopener noreferrer",target:"_blank"},t.title):y("span",{},t.title)}function Un(t,e){let n=L.Control.extend({onAdd(){let o=L.DomUtil.create("div","leaf\
let-bar"),r=L.DomUtil.create("a","home",o);return r.href="#",r.setAttribute("role","button"),r.textContent="⌂",L.DomEvent.on(r,"click",i=>{L.DomEvent.stop(i),
e()}),o}});new n({position:"topleft"}).addTo(t)}function zn(t,e){let n=window.innerWidth;window.addEventListener("resize",()=>{if(window.innerWidth===n){t.invalidateSize(
{animate:!1});return}n=window.innerWidth,e()})}var Gt=.999999999,A=t=>Math.fround(t*(1+4e-7));var Wn=1,Hn=[5,15],xs=[5,10,15,20,30],ks=60,_s=6,Gn={light:{land:"#f6f4ef",faint:"#c4c0b6",outline:"#7d7f86",edge:"#5b6270",halo:"#ffffff",border:"#c2185b",beyond:"\
#e9e6df",line:"#16181d",undo:"#f6f4ef",still:"#8b8478",same:"#ffffff",second:"#c75000"},dark:{land:"#20252e",faint:"#454b57",outline:"#7b8494",edge:"#a8afbc",halo:"\
#0f1217",border:"#ff6f9f",beyond:"#2b313c",line:"#ffffff",undo:"#20252e",still:"#59606d",same:"#4a5160",second:"#ffb347"}},At=t=>xs.find(e=>t/e<=_s)??ks;function Xt(t,e){
let n=[];for(let o=0;o<t;o+=e)n.push({from:o,to:Math.min(t,o+e)});return n}function D(t){let e=parseInt(t.slice(1),16);return 255<<24|(e&255)<<16|e&65280|e>>16}
function Xn(t){return{colour:new Uint32Array(t+1),stripe:new Uint32Array(t+1),within:new Uint8Array(t+1),line:0,second:null}}function Kn(t,e,n){t.second=n&&{line:D(
e.second),within:Uint8Array.from({length:n.minutes.length+1},(o,r)=>Number(r>0&&n.counts(n.minutes[r-1],n.countries[r-1])))}}function Vn(t,e,n,{minutes:o,walked:r,
cutoff:i,width:a,countries:s,counts:c}){let l=n.map(D),f=A(i),[u,p,d]=[D(e.beyond),D(e.undo),D(e.still)];t.line=D(e.line);for(let h=0;h<o.length;h++){let m=o[h],
w=m<=f,g=w?l[Math.max(0,Math.min(l.length-1,Math.ceil((m-1e-4)/a)-1))]:u;t.within[h+1]=w?1:0,t.colour[h+1]=g,t.stripe[h+1]=w&&!c(m,s[h])?p:w&&r&&r[h]?d:g}}function Zn(t,e,n,{
minutes:o,before:r,cutoff:i}){let a=A(i),s=n.map(D),c=s.length/2,[l,f,u]=[D(e.beyond),D(e.same),D(e.undo)];t.line=D(e.line);for(let p=0;p<o.length;p++){let[d,h]=[
o[p],r[p]],[m,w]=[d<=a,h<=a];t.within[p+1]=m?1:0;let g=f,x=null;if(!m&&!w)g=l;else if(m&&Number.isNaN(h))[g,x]=[s[s.length-1],u];else if(w&&Number.isNaN(d))[g,x]=
[s[0],u];else{let k=h-d,_=Math.abs(k),O=Hn.filter(v=>_>=v).length;_>=Wn&&(g=k>0?s[c+O]:s[c-1-O])}t.colour[p+1]=g,t.stripe[p+1]=x??g}}function vs(t,e,n){let{t:o,
minutes:r}=t,i=n.length/2,a=[Wn,...Hn],s=a.map((f,u)=>u+1<a.length?o("band_range",{a:r(f),b:r(a[u+1])}):r(f)+"+"),c=s.map((f,u)=>({colour:n[i+u],said:o("faster",
{a:f})})),l=s.map((f,u)=>({colour:n[i-1-u],said:o("slower",{a:f})}));return[...c.reverse(),{colour:e.same,said:o("same")},...l,{colour:n[n.length-1],stripe:e.undo,
said:o("gained")},{colour:n[0],stripe:e.undo,said:o("lost")}]}function Os(t,e,n,{cutoff:o,width:r,border:i,walked:a,vehicle:s}){let{t:c,minutes:l}=t,f=Xt(o,r).map(
(u,p)=>({colour:n[Math.min(p,n.length-1)],band:!0,said:c("band_range",{a:l(u.from),b:l(u.to)})}));return i!=="open"&&f.push({colour:n[1],stripe:e.undo,said:c("n\
ot_counted")}),a&&f.push({colour:n[1],stripe:e.still,said:c("without_ride",{vehicle:s})}),f}function Jn(t,e,n,o){let{t:r}=t,i=t.minutes(o.cutoff);return[...o.before?
vs(t,e,n.diverging):Os(t,e,n.times,o),{line:e.line,said:o.second?r("isochrone_of",{n:i,what:o.first}):r("isochrone",{n:i})},...o.second?[{line:e.second,said:o.second}]:
[],{colour:e.beyond,said:r("beyond",{n:i})},{colour:e.land,said:r("nobody")},...o.frontier?[{line:e.border,said:r("border_line")}]:[]]}var It=(t,e)=>({own:t[e],others:t.filter((n,o)=>o!==e)});function rt(t){let e=t.filter(n=>!Number.isNaN(n));return e.length?e.reduce((n,o)=>n+o,0):NaN}function Qn(t){
let e=rt(t);return e===0&&t.some(n=>Number.isNaN(n))?NaN:e}var H=t=>t.status!==""&&t.status!=="no_service";function $(t,e,n){let o=(a,s)=>({place:e.ask,trip:t.trip,
direction:t.direction,percentile:t.percentile,foreign_routing:s,scenario:a}),r=t.reading==="routing",i={open:o(t.scenario,!0)};return r&&(i.wall=o(t.scenario,!1)),
t.scenario!==n&&(i.before=o(n,!0),r&&(i.beforeWall=o(n,!1))),i}function st(t,e){let n=A(t.cutoff);return(o,r)=>o<=n&&(r===e||t.border==="open"||t.border==="real\
ised"&&Math.fround(o+t.resistance)<=n)}function to({engine:t,weights:e},n,o,{open:r,wall:i}){let a=t.reach(r.minutes,e,n.cutoff,o,{resistance:n.resistance}),s=i?
t.reach(i.minutes,e,n.cutoff,o,{}):a;return{...a,closed:s.closed}}function ot(t,e,n,o){let r=t.by[n]??NaN,i={closed:[t.closed],realised:[r,...It(t.feltBy,n).others],
open:[r,...It(t.by,n).others]},a=[o[n]??"other",...It(o.slice(0,t.by.length),n).others],s={},c={};for(let[p,d]of Object.entries(i))s[p]=Qn(d),c[p]=a.filter((h,m)=>Number.
isNaN(d[m]));let l=e.border,u={closed:t.by.map(()=>0),realised:t.feltBy,open:t.by}[l].map((p,d)=>d!==n?p:l==="closed"?t.closed:t.by[n]);return{...t,atLeast:s,lacks:c,
shown:t[l],shownBy:u,sides:o.slice(0,t.by.length),unknownCountries:c[l]}}function ke(t,e,n,o){let r="times"in t?to(t,e,n,t.times):t;return ot(r,e,n,o)}function Ss(t,e,{
minutes:n,walked:o}){if(!o)return NaN;let r=A(e.cutoff),[i,a]=[0,0];for(let s=0;s<n.length;s++)!(n[s]<=r)||Number.isNaN(t[s])||(i+=t[s],o[s]&&(a+=t[s]));return i>
0?a/i:NaN}var Yn=(t,e,n)=>(t.border==="closed"&&n?n:e).minutes;function eo(t,e,n,o){let{engine:r,weights:i,edge:a,cut:s,palette:c,longest:l,sides:f}=t;if(H(o.open))
return t.mean?qn(t,e,n,{minutes:o.open.minutes,walked:null}):{status:o.open.status};let u=Yn(e,o.open,o.wall),p={minutes:u,walked:o.open.walked},d=o.before&&!H(
o.before)?{open:o.before,wall:o.beforeWall}:null,h=d?Yn(e,d.open,d.wall):null;if(t.mean)return qn(t,e,n,{...p,before:h});let m=w=>ot(to(t,e,n,w),e,n,f);return{...m(
o),...p,home:n,noService:o.open.status==="no_service",shareWithout:Ss(i,e,o.open),...d&&h?{before:{...m(d),minutes:h}}:{},touchesEdge:s<=e.cutoff||Ts(r,a,e,n,u),
bands:Es(r,e,u,At(l),c),curve:{...r.curve(o.open.minutes,i,l),home:n}}}function qn(t,e,n,{minutes:o,walked:r,before:i}){let{mean:a,code:s,baseline:c,palette:l,longest:f,
sides:u}=t,p=a,d={...e,scenario:c},h=p.curve(e,s,"population");return{...ot(p.figures(e,s,n),e,n,u),minutes:o,walked:r,home:n,mean:!0,...e.scenario===c?{}:{before:{
...ot(p.figures(d,s,n),d,n,u),minutes:i}},bands:Xt(e.cutoff,At(f)).map((m,w)=>{let g=x=>x[Math.min(m.to,x.length-1)]-(m.from>0?x[m.from]:0);return{...m,by:h.by.
map(g),colour:l[Math.min(w,l.length-1)]}}),curve:{...p.curve(e,s),home:n}}}function Ts(t,e,n,o,r){let i=st(n,o);return r.some((a,s)=>e[s]&&i(a,t.cells.country[s]))}
function Es(t,e,n,o,r){let i=Xt(e.cutoff,o).map((s,c)=>({...s,by:Array(t.cells.covered).fill(0),colour:r[Math.min(c,r.length-1)]})),a=i.map(s=>A(s.to));for(let s=0;s<
n.length;s++){let c=a.findIndex(f=>n[s]<=f),l=t.cells.country[s];c>=0&&l>=0&&(i[c].by[l]+=t.cells.population[s])}return i}function Kt(t,e,n){let{own:o,others:r}=It(
e.by,n),i=o?o[t.cutoff]:NaN,a=t.border==="realised"?t.cutoff-t.resistance:t.cutoff;return t.border==="closed"||a<0?i:Qn([i,...r.map(s=>s[a])])}function no({engine:t,
weights:e,edge:n,longest:o},{minutes:r,walked:i},a){let{country:s,covered:c}=t.cells,l=Array(c).fill(1/0);for(let f=0;f<r.length;f++)n[f]&&r[f]<l[s[f]]&&(l[s[f]]=
r[f]);return{curve:t.curve(r,e,o),edge:l,cut:a,walked:i&&t.curve(r.map((f,u)=>i[u]?f:NaN),e,o)}}function oo(t,{curve:e,walked:n,edge:o,cut:r},i){let a=A(t.cutoff),
{own:s,others:c}=It(o,i),l=Math.min(...c),f=t.border==="closed"?1/0:t.border==="realised"?Math.fround(l+t.resistance):l,u=p=>rt(p.by.map(d=>d[t.cutoff]));return{
value:Kt(t,e,i),edge:r<=t.cutoff||Math.min(s??1/0,f)<=a,still:n!==null&&!(u(n)<u(e)*Gt)}}function ro(t,e,n,o,r){let i=new Map(e.map(f=>[f,[]]));for(let f=0;f<t.
cells.n;f++){let u=n(f);u&&i.get(u)?.push(f)}let a=f=>Number.isNaN(r[f])?1/0:r[f],s=t.cells.population,c=A(o.cutoff),l=[];for(let[f,u]of i){let p=u.reduce((w,g)=>w+
s[g],0),[d,h,m]=[0,1/0,0];for(let w of u.sort((g,x)=>a(g)-a(x)||0))d<p/2&&d+s[w]>=p/2&&(h=a(w)),d+=s[w],r[w]<=c&&(m+=s[w]);p>0&&l.push({area:f,median:h,within:m})}
return l.sort((f,u)=>f.median===u.median?0:f.median-u.median)}function As(){return[...document.body.childNodes].filter(({nodeName:t})=>t!=="SCRIPT").map(t=>t instanceof Element?t.outerHTML:t.textContent).join("")}var Is=typeof document>
"u"?"":As(),_e="grensgeo-kept",so=()=>document.getElementById(_e)?.textContent?.trim()??"";function io(t){let e=[...document.body.querySelectorAll("script")].filter(
({id:o})=>o!==_e),n=t.replace(/[<>]/g,"");return`<!DOCTYPE html>
<html lang="${document.documentElement.lang}">
<head>${document.head.innerHTML}</head>
<body>${Is}
<script type="application/json" id="${_e}">${n}<\/script>
${e.map(o=>o.outerHTML).join(`
`)}
</body>
</html>
`}var M=["closed","realised","open"],Vt=["destinations","routing"],Oe=["from","to"],Se=["mean","place"],Ns=["auto","light","dark"],Te=5,Zt=90,Jt=60;function co(t,e,n,o){
let r=Math.round(Number(t));return t===""||t===null||!Number.isFinite(r)?o:Math.max(e,Math.min(n,r))}var F=(t,e,n)=>e.find(o=>o===t)??n;function it(t,e){let n=t.
trips.find(o=>o.id===e);return n&&n.max_min?Math.min(Zt,Math.floor(n.max_min)):Zt}function Ms(t,e){let n=e&&e.length?e:[50],o=n.includes(50)?50:n[Math.floor(n.length/
2)];return F(Number(t),n,o)}function Ls(t,e){let{step:n}=e.mean,o=Math.min(it(e,t.trip),e.mean.longest(t)),r=(i,a,s)=>Math.max(a,Math.min(s,Math.round(i/n)*n));
t.cutoff=r(t.cutoff,n,Math.floor(o/n)*n),t.resistance=r(t.resistance,0,Jt)}function ct(t,e,n){let o={...e,...t};return o.language=F(o.language,et,e.language),o.
theme=F(o.theme,Ns,"auto"),n.hasPlace(o.place)||(o.place=e.place),o.direction=F(o.direction,Oe,e.direction),o.trip=F(o.trip,n.trips.map(r=>r.id),e.trip),o.percentile=
Ms(o.percentile,n.trips.find(r=>r.id===o.trip)?.percentiles),o.cutoff=co(o.cutoff,Te,it(n,o.trip),e.cutoff),o.border=n.hasBorder?F(o.border,M,e.border):"open",o.
reading=n.hasBorder?F(o.reading,Vt,e.reading):Vt[0],o.resistance=co(o.resistance,0,Jt,e.resistance),o.opportunity=F(o.opportunity,n.opportunities,e.opportunity),
o.scenario=F(o.scenario,n.scenariosOf(o.trip),n.scenarios[0]),o.compare=o.compare===!0&&o.scenario!==n.scenarios[0],o.whose=F(o.whose,Se,e.whose),o.versus=typeof o.
versus=="string"?o.versus:"",o.target&&!n.hasPlace(o.target)&&(o.target=n.hasPlace(e.target)?e.target:""),n.ofInhabitants(o)&&Ls(o,n),o}var ve=[["lang","languag\
e"],["theme","theme"],["at","place"],["who","whose"],["way","direction"],["trip","trip"],["p","percentile"],["min","cutoff"],["border","border"],["closed","read\
ing"],["felt","resistance"],["what","opportunity"],["plan","scenario"],["diff","compare"],["vs","versus"],["why","target"]],ao={theme:"auto",compare:!1,versus:"",
target:""};function Yt(t,e=ve.map(([,n])=>n)){return ve.filter(([,n])=>e.includes(n)&&!(Object.hasOwn(ao,n)&&t[n]===ao[n])).map(([n,o])=>n+"="+encodeURIComponent(
o==="compare"?1:String(t[o]))).join("&")}var Nt=()=>location.hash.length>1?location.hash:so();function G(t){let e=t.replace(/^#/,"");if(et.includes(e))return{language:e};
let n={};for(let o of e.split("&")){let r=o.indexOf("="),i=ve.find(([s])=>s===o.slice(0,r));if(r<1||!i)continue;let a;try{a=decodeURIComponent(o.slice(r+1))}catch{
continue}n[i[1]]=i[1]==="compare"?a==="1":a}return n}var qt=["place","trip","border","scenario"],Cs=t=>Yt(t,qt.filter(e=>t[e]!==void 0));function lo(t){let e=G(t);return Object.fromEntries(qt.filter(n=>e[n]!==void 0).
map(n=>[n,e[n]]))}function Mt(t,e){if(!t.versus)return null;let n=lo(t.versus),o=n.trip&&n.trip!==t.trip?{percentile:null}:{};return ct({...n,...o,versus:"",target:"",
compare:!1},t,e)}var fo=(t,e)=>qt.filter(n=>t[n]!==e[n]);function Ee(t,e){let n={...lo(t.versus),...e},o=qt.filter(r=>n[r]!==void 0&&n[r]!==t[r]);return Cs(Object.
fromEntries(o.map(r=>[r,n[r]])))}var $s=200;function Ae(t,e,n){let{engine:o,baseline:r}=t,i=t.here(e);return eo({engine:o,weights:t.weights(),edge:t.edge,cut:t.cut($(e,i,r).open),palette:t.palettes().
times,longest:t.longest(e),mean:t.ofInhabitants(e)?t.mean:null,code:i.area?i.area.code:"",baseline:r,sides:t.sides},e,i.country,n)}function Rs(t,e){let{now:n,known:o,
engine:r,baseline:i,places:a}=t,s=0;async function c(p){let d=Mt(n.state,o);if(!d)return null;let h=t.here(d),m={};for(let[w,g]of Object.entries($(d,h,i)))if(m[w]=
await r.times(g),p())return null;return H(m.open)?null:{state:d,place:h,times:m,shown:Ae(t,d,m)}}function l(){let{state:p}=n,d=a.get(p.target);if(!d)return null;
let{open:h,wall:m}=$(p,t.here(),i);return{...p.border==="closed"&&m?m:h,other:d.ask}}function f(){let{other:p,why:d}=n,h=Mt(n.state,o),m=p&&h&&JSON.stringify($(
h,t.here(h),i))===JSON.stringify($(p.state,p.place,i));n.other=m?{...p,state:h,shown:Ae(t,h,p.times)}:null,d&&d.key!==JSON.stringify(l())&&(n.why=null)}async function u(){
let p=++s,d=()=>p!==s,h=l();if(!(!!(n.state.versus&&!n.other)||!!(h&&!n.why)))return;let w=n.other??await c(d),g=d()||!h?null:{key:JSON.stringify(h),...await r.
why(h)};d()||(n.other=w,n.why=g,e())}return{ask:u,renew:f}}function uo(t,e,n){let{now:o,known:r,data:i,engine:a,baseline:s}=t,c=Rs(t,d),l={to:"population",from:i.
start.opportunity},f="",u=Promise.resolve();async function p(){let w=$(o.state,t.here(),s),g=JSON.stringify(w);if(g===f)return!0;f=g;let x={};for(let[k,_]of Object.
entries(w))if(x[k]=await a.times(_),f!==g)return!1;return o.times=x,!0}function d(){o.times&&(o.shown=Ae(t,o.state,o.times),c.renew(),e.draw())}async function h(w){
let g=performance.now(),x=o.times;e.begin(w),await p()&&(d(),e.later(),u=c.ask(),x===o.times&&(n.push(performance.now()-g),n.length>$s&&n.shift()))}function m(w){
let g=o.state,x=ct(w,g,r);return x.direction!==g.direction&&!w.opportunity&&(l[g.direction]=g.opportunity,x.opportunity=l[x.direction]),o.state=x,h(g)}return{ask:m,
show:h,draw:d,settled:()=>u}}var T=t=>t!=null&&!Number.isNaN(t),I=({sides:t})=>t.length>1,at=t=>t.shareWithout>=Gt;function E(t,e,n){let o=e.atLeast[n];return T(o)?e.lacks[n].length>0||e.missing>
0&&o>0?t.t("at_least",{n:t.count(o)}):t.count(o):t.t("missing")}var X=(t,e,n)=>e.lacks[n].map(o=>t.t("no_data_of",{country:t.t(o)})).join(", ");function po(t,{open:e,
closed:n}){return!T(e)||!T(n)?t.t("effect_missing"):n===0?t.t("effect_undefined")+(e===0?"":" ("+t.signedCount(e)+")"):t.t("effect_said",{relative:t.signedShare(
e/n-1),absolute:t.signedCount(e-n)})}function ho(t){return T(t.atLeast.open)?at(t)?t.noService?"_no_stop":"_still":t.lacks.open.length?"_unknown":I(t)?t.closed===
0&&t.open>0?"_undefined":Math.round(t.closed)!==Math.round(t.open)?"":t.touchesEdge?"_same_edge":"_same":"_whole":"_nothing"}var mo=320,Ps=164,[Qt,go,Lt]=[306,8,128],Bs=56,Ds=7,js=75;function Fs(t){let e=10**Math.floor(Math.log10(Math.max(t,1)));return[1,2,5,10].map(n=>n*e).find(n=>n>=
t)??10*e}function Us(t,e,n){let o=Fs(e/3),r=Math.ceil(e/o)*o,i=Math.max(Bs,8+Ds*t.count(r).length);return{step:o,top:r,left:i,last:n,x:a=>i+(Qt-i)*a/n,y:a=>Lt-(Lt-
go)*a/r,minuteAt:a=>Math.round((a-i)/(Qt-i)*n)}}var Ie=(t,e,n,o)=>S("text",{x:e,y:n,"text-anchor":o},t);function zs(t,{step:e,top:n,left:o,last:r,x:i,y:a}){let s=[];
for(let c=0;c<=n+1e-9;c+=e)s.push(S("line",{x1:o,x2:Qt,y1:a(c),y2:a(c),class:"grid"}),Ie(t.count(c),o-6,a(c)+4,"end"));for(let c=0;c<=r;c+=r>js?30:15)s.push(Ie(
t.minutes(c),i(c),Lt+16,"middle"));return s.push(Ie(t.t("axis_minutes"),Qt,Lt+31,"end")),s}function Ws({last:t,x:e,y:n},o,r){let i=[...Array(t+1).keys()],a=s=>i.
map(c=>`${e(c).toFixed(1)},${n(s(c)).toFixed(1)}`);return"M"+[...a(o),...a(r).reverse()].join("L")+"Z"}function Hs(t,e,n,o,r){let i=s=>E(t,{atLeast:{at:rt(o.curve.
by.map(c=>c[s]))},lacks:{at:o.lacks.open},missing:o.missing},"at"),a=Math.min(r,Math.max(5,Math.round(e.cutoff/15)*15-15));return t.t("chart_said",{opportunity:n,
a:i(a),x:t.minutes(a),b:i(Math.min(r,e.cutoff)),y:t.minutes(e.cutoff)})}function Gs(t,{sides:e,curve:{home:n},lacks:o},r){let i=o.open.length?"  – "+X(t,{lacks:o},
"open"):"";if(!I({sides:e}))return[i];let a=s=>s===n?t.t("own_country"):r.length===2&&r[0]===n?t.t("across"):t.t(e[s]);return[...r.flatMap((s,c)=>[Dt(e[s]),a(s)+
(c+1<r.length?"  ":"")]),i]}function Xs(t,e){if(!t)return[];let{curve:n}=t.shown,o=Math.min(e,n.by[0].length-1);return Array.from({length:o+1},(r,i)=>Kt({...t.state,
cutoff:i},n,n.home))}function Ks({x:t,y:e,last:n},o,{curve:r},i){return i.length?[Array.from({length:n+1},(s,c)=>Kt({...o,cutoff:c},r,r.home)),i].map((s,c)=>S("\
path",{class:c?"second":"first",d:"M"+s.map((l,f)=>T(l)?`${t(f).toFixed(1)},${e(l).toFixed(1)}`:"").filter(l=>l).join("L")})):[]}function te(t,e,n,o,r,i=null){let{
by:a,home:s}=o.curve,c=[...a.keys()].sort((m,w)=>+(w===s)-+(m===s)),l=a[0].length-1,f=(m,w)=>c.slice(0,m).reduce((g,x)=>g+(T(a[x][w])?a[x][w]:0),0),u=Xs(i,l),p=Us(
t,Math.max(f(c.length,l),1,...u.filter(T)),l),d=p.x(e.cutoff),h=S("svg",{viewBox:`0 0 ${mo} ${Ps}`,role:"img","aria-label":Hs(t,e,n,o,l)},...zs(t,p),...c.map((m,w)=>_t(
S("path",{d:Ws(p,g=>f(w+1,g),g=>f(w,g)),class:"area"}),o.sides[m],"fill")),...Ks(p,e,o,u),S("line",{x1:d,x2:d,y1:go-6,y2:Lt+4,class:"now"}));h.addEventListener(
"pointerdown",m=>{let w=h.getBoundingClientRect();r(p.minuteAt((m.clientX-w.left)/w.width*mo))}),b("chart").replaceChildren(h),b("chart-key").replaceChildren(...Gs(
t,o,c))}function lt(t,e){let n=y("fieldset",{class:"choice",id:"c-"+t}),o="",r=()=>[...n.querySelectorAll("input")];function i(a,s,c){let l=r().find(u=>u===document.activeElement)?.
value,f=y("div",{class:"pills"},...s.map(([u,p,d])=>{let h=y("input",{type:"radio",name:t,value:u,disabled:!!d});return h.addEventListener("change",()=>e(u)),y(
"label",{class:"pill"},h,y("span",{},p))}));n.replaceChildren(y("legend",{class:"legend"},a),f,...c?[y("p",{class:"small why"},c)]:[]),r().find(u=>u.value===l)?.
focus()}return{node:n,show(a,s,c,l=""){n.hidden=s.length<2;let f=JSON.stringify([a,s,l]);f!==o&&(o=f,i(a,s,l));for(let u of r())u.checked=u.value===String(c)}}}
function Ne(t,e){let n=y("input",{type:"range",id:"c-"+t,name:t,step:1}),o=y("label",{class:"legend",for:"c-"+t}),r=y("output",{for:"c-"+t,class:"reading"}),i=y(
"div",{class:"choice slide"},o,r,n);return n.addEventListener("input",()=>e(Number(n.value))),{node:i,show(a,{low:s,high:c,step:l},f,u){o.textContent=a,n.step=String(
l),n.min=String(s),n.max=String(c),n.value!==String(f)&&(n.value=String(f)),n.style.setProperty("--part",100*(f-s)/(c-s)+"%"),r.textContent=u,n.setAttribute("ar\
ia-valuetext",u)}}}var Vs=12,Le=4,Zs=["station","treinstation","halte","bahnhof","bhf","haltestelle","stop"];function wo(t,e){return(t+" ").startsWith(e+" ")?0:t.startsWith(e)?1:t.
includes(" "+e)?2:t.includes(e)?3:Le}var Me=t=>t.replace(/([aou])e/g,"$1"),Js=(t,e)=>e.startsWith(t)&&/^\s*\p{L}/u.test(e.slice(t.length));function Ys(t){let e=t.
split(" "),n=e.filter(r=>!Zs.includes(r)),o=n.length>0&&n.length<e.length;return{name:o?n.join(" "):t,station:o}}function qs(t,e){let n=Me(B(e));if(!n)return[];
let{name:o,station:r}=Ys(n),i=a=>a.kind==="postcode"&&Js(a.plain,n)?0:Math.min(wo(Me(a.plain),n),r&&a.kind==="stop"?wo(Me(a.plain),o):Le);return t.map(a=>({fit:i(
a),entry:a})).filter(a=>a.fit<Le).sort((a,s)=>a.fit-s.fit||s.entry.weight-a.entry.weight).slice(0,Vs).map(({entry:a})=>a)}function Qs(t){let e=y("label",{class:"\
legend",for:t}),n=y("input",{id:t,class:"place-box",type:"text",role:"combobox",autocomplete:"off",spellcheck:"false","aria-autocomplete":"list","aria-expanded":"\
false","aria-controls":t+"-list","aria-describedby":t+"-hint"}),o=y("span",{id:t+"-hint",class:"small"}),r=y("ul",{id:t+"-list",class:"place-list",role:"listbox",
hidden:!0}),i=y("span",{class:"hidden",role:"status"}),a=y("div",{class:"choice search"},e,y("div",{class:"box"},n,r),o,i);return{label:e,input:n,hint:o,list:r,
said:i,node:a}}function ti({input:t,list:e,said:n},o,r,i){let a=[],s=-1;function c(f){s=f,[...e.children].forEach((p,d)=>p.setAttribute("aria-selected",String(d===
s)));let u=e.children[s];if(!u){t.removeAttribute("aria-activedescendant");return}u.scrollIntoView({block:"nearest"}),t.setAttribute("aria-activedescendant",u.id)}
function l(f,u){let p=y("li",{role:"option",id:t.id+"-"+u,"aria-selected":"false"},y("span",{class:"name"},f.name),y("span",{class:"small"},f.note()));return p.
addEventListener("pointerdown",d=>{d.preventDefault(),i(f)}),p}return{close(){e.hidden=!0,c(-1),t.setAttribute("aria-expanded","false")},open(){a=qs(r,t.value),
e.replaceChildren(...a.map(l)),e.hidden=a.length===0,t.setAttribute("aria-expanded",String(a.length>0));let f=!a.length&&B(t.value)!=="";return n.textContent=a.
length?o.t("place_found",{n:o.count(a.length)}):f?o.t("place_none"):"",c(a.length?0:-1),f},move:f=>c((s+f+a.length)%a.length),marked:()=>e.hidden?void 0:a[s],any:()=>a.
length>0}}function ee(t,e,n,o="place"){let r=Qs(o),{input:i,hint:a,list:s,said:c}=r,l="";function f(g){a.textContent=g?l?t.t("place_none_still",{name:l}):t.t("p\
lace_none"):t.t("place_hint"),a.classList.toggle("warn",g),i.setAttribute("aria-invalid",String(g))}let u=ti(r,t,e,p);function p(g){u.close(),f(!1),n(g.key),i.select()}
let d=()=>f(u.open());function h(){u.close(),f(!1),i.value=l}function m(){let g=u.marked();g?p(g):!u.any()&&B(i.value)&&(i.value=l,i.select())}let w={ArrowDown:()=>s.
hidden?d():u.move(1),ArrowUp:()=>s.hidden?d():u.move(-1),Enter:m,Escape:h};return i.addEventListener("input",d),i.addEventListener("focus",()=>i.select()),i.addEventListener(
"blur",()=>{h(),c.textContent=""}),i.addEventListener("keydown",g=>{Object.hasOwn(w,g.key)&&(w[g.key](),g.preventDefault())}),{node:r.node,show(g){r.label.textContent=
t.t("place"),f(!1),s.setAttribute("aria-label",t.t("place")),l=g,(document.activeElement!==i||s.hidden)&&(i.value=g)}}}function ei({words:t,known:e,entries:n,ask:o}){let r=s=>lt(s,c=>o({[s]:c})),i=y("input",{type:"checkbox",id:"c-compare",name:"compare"});i.addEventListener("cha\
nge",()=>o({compare:i.checked}));let a=y("span",{});return{place:ee(t,n,s=>o({place:s})),whose:r("whose"),cutoff:Ne("cutoff",s=>o({cutoff:s})),border:r("border"),
resistance:Ne("resistance",s=>o({resistance:s})),mode:lt("mode",s=>o({trip:e.trips.find(c=>e.kindOf(c.id)===s)?.id})),trip:r("trip"),percentile:lt("percentile",
s=>o({percentile:Number(s)})),opportunity:r("opportunity"),direction:r("direction"),scenario:r("scenario"),compare:{node:y("label",{class:"choice check"},i,a),box:i,
text:a},reading:r("reading")}}function ni(t,{words:e,known:n},o){let{t:r}=e,i=(l,f)=>f.map(u=>[u,r(l+"_"+u)]),a=l=>r("minutes_long",{n:e.minutes(l)}),s=n.ofInhabitants(
o)?n.mean.step:1;t.whose.show(r("whose"),n.couldBeOfInhabitants(o)?i("whose",Se):[],o.whose),t.cutoff.show(r("cutoff"),{low:Te,high:it(n,o.trip),step:s},o.cutoff,
a(o.cutoff));let c=n.hasBorder?{borders:M,readings:Vt}:{borders:[],readings:[]};t.border.show(r("border"),i("border",c.borders),o.border),t.resistance.node.hidden=
o.border!=="realised",t.resistance.show(r("resistance"),{low:0,high:Jt,step:s},o.resistance,a(o.resistance)),t.reading.show(r("reading"),i("reading",c.readings),
o.reading),t.direction.show(r("direction"),i("direction",Oe),o.direction),t.opportunity.show(r("opportunity"),n.opportunities.map(l=>[l,e.opportunity(l)]),o.opportunity)}
function oi(t,{words:e,known:n},o){let{t:r}=e,i=n.trip(o.trip),a=n.kindOf(i.id),s=new Map(n.trips.toReversed().map(u=>[n.kindOf(u.id),u.id])),c=[...new Set(n.trips.
map(u=>n.kindOf(u.id)))];t.mode.show(r("mode"),c.map(u=>[u,n.nameOf(s.get(u)??i.id)]),a);let l=n.trips.filter(u=>n.kindOf(u.id)===a),f=i.mode==="transit"&&o.direction===
"to";t.trip.show(r(f?"arrival":"departure"),l.map(u=>[u.id,n.tripName(u)]),o.trip),t.percentile.show(r("percentile"),(i.percentiles??[]).map(u=>[String(u),e.share(
u/100)]),o.percentile)}function ri({scenario:t,compare:e},{words:n,known:o},r){let{t:i}=n,a=o.scenariosOf(r.trip),s=o.scenarios.filter(c=>!a.includes(c)).map(o.
scenarioName);t.show(i("scenario"),o.scenarios.map(c=>[c,o.scenarioName(c),!a.includes(c)]),r.scenario,s.length?i("scenario_idle",{scenario:s.join("; ")}):""),e.
node.hidden=r.scenario===o.scenarios[0],e.box.checked=r.compare,e.text.textContent=i("compare")}function yo(t,e){let n=ei(e);return t.replaceChildren(...Object.
values(n).map(o=>o.node)),t.addEventListener("submit",o=>o.preventDefault()),{show(o,r){n.place.show(r),ni(n,e,o),oi(n,e,o),ri(n,e,o)}}}function si(t,e){let n={};for(let[o,r]of Object.entries(t)){if(!o.startsWith("opportunity/municipality/"))continue;let i=o.slice(25),a=new Float64Array(r.length);
for(let l=0;l<e.n;l++)a[e.municipality[l]]+=e.population[l];let s=Float64Array.from(e.municipality,(l,f)=>r[l]*e.population[f]/a[l]),c=t["opportunity/cell/"+i];
t["opportunity/at/"+i].forEach((l,f)=>{s[l]=c[f]}),n[i]=s}return n}function bo(t,e,n){return(t[`${e}/name`]||t[`${e}/id`]||[]).map((r,i)=>({id:t[`${e}/id`][i],name:r,
lon:t[`${e}/lon`][i],lat:t[`${e}/lat`][i],country:n[i]}))}function xo(t,e,n,o){let r=Array.from({length:t.covered+1},()=>({total:0,known:0,unknown:0,any:!1,cells:0}));
for(let i=0;i<t.n;i++){let a=t.country[i],s=r[a<0?t.covered:a],c=n[i],l=Number.isNaN(c);s.cells++,l||(s.any=!0),o(e[i],a)&&(l?s.unknown++:(s.known++,s.total+=c))}
for(let i of r)i.cells>0&&(!i.any||i.unknown>0&&i.known===0)&&(i.total=NaN);return r}function ii(t,e,n,o,r,{resistance:i=0}={}){let a=A(o),s=xo(t,e,n,h=>h<=a),c=i===
0?s:xo(t,e,n,(h,m)=>(m===r?h:Math.fround(h+i))<=a),l=r>=0&&r<t.covered?s[r].total:NaN,[f,u,p]=[0,0,0];s.forEach((h,m)=>{p+=h.unknown,m!==r&&(f+=h.total,u+=c[m].
total)});let d=h=>h.slice(0,t.covered).map(m=>m.total);return{by:d(s),feltBy:d(c),total:l+f,closed:l,realised:l+u,felt:u,open:l+f,missing:p}}function ci(t){let e=Math.ceil(t);return e>0&&t<=A(e-1)?e-1:e}function ko(t){for(let e=1;e<t.length;e++)t[e]+=t[e-1]}function ai(t,e,n,o){let r=()=>new Float64Array(
o+1),i={total:r(),unknown:r()},a=Array.from({length:t.covered},()=>({any:!1,sum:r(),known:r(),unknown:r()}));for(let s=0;s<t.n;s++){let c=a[t.country[s]],l=Number.
isNaN(n[s]);if(c&&!l&&(c.any=!0),Number.isNaN(e[s]))continue;let f=ci(e[s]);if(!(f>o)){if(c&&c[l?"unknown":"known"][f]++,l){i.unknown[f]++;continue}i.total[f]+=
n[s],c&&(c.sum[f]+=n[s])}}Object.values(i).forEach(ko);for(let{any:s,sum:c,known:l,unknown:f}of a){[c,l,f].forEach(ko);for(let u=0;u<=o;u++)(!s||f[u]>0&&l[u]===
0)&&(c[u]=NaN)}return{by:a.map(s=>s.sum),...i}}function li(t,e){let n=i=>[...new Set(i)].filter(a=>a>0).sort((a,s)=>a-s),o=n(t.subarray(0,e)),r=[...o,...n(t).filter(
i=>!o.includes(i))];return{countries:r,covered:o.length,positions:Int8Array.from(t,i=>r.indexOf(i))}}function _o(t,e){let n=e.n_cells,o=n+e.n_places,{countries:r,
covered:i,positions:a}=li(t["point/country"],n),s={n,covered:i,id:t["cell/id"],lon:t["cell/lon"],lat:t["cell/lat"],country:a.subarray(0,n),municipality:t["cell/\
municipality"],population:t["cell/population"]};return{cells:s,countries:r,places:bo(t,"place",a.subarray(n)),stops:bo(t,"stop",a.subarray(o)),municipalities:t["\
municipality/code"]||[],opportunities:si(t,s),trips:e.trips,scenarios:e.scenarios,meta:e,arrays:t,reach:(...c)=>ii(s,...c),curve:(...c)=>ai(s,...c)}}function Oo(t,e,n=null){let o=new Map,r=0,i=a=>new Promise((s,c)=>{o.set(++r,{answered:s,refused:c}),t.postMessage({number:r,asked:a})});return new Promise((a,s)=>{
t.addEventListener("error",c=>{let l=new Error(c.message||"no worker");s(l);for(let{refused:f}of o.values())f(l);o.clear()}),t.addEventListener("message",({data:c})=>{
let l=o.get(c.number);o.delete(c.number),c.opened?a(i):l?c.failed===void 0?l.answered(c):l.refused(new Error(c.failed)):s(new Error(c.failed))}),t.postMessage({
...e,first:n})})}var So=/^(shape|mean|opportunity|edge)\//,di=/^(cell|place|stop|municipality)\/|^point\/country$/;function To({manifest:t,chunks:e},n){let o=[...t.parts.keys()].
filter(r=>n(t.parts[r].name));return{manifest:{...t,parts:o.map(r=>t.parts[r])},chunks:o.map(r=>e[r])}}var hi=t=>new Worker(URL.createObjectURL(new Blob([t],{type:"\
text/javascript"})));async function mi({manifest:t,chunks:e}){let n=await globalThis.GrensgeoEngine.open(t,e);return async o=>o.other?n.why(o):n.times(o)}async function Eo(t,e,n){
let o=To(t,c=>!So.test(c)),r=(async()=>{try{return await Oo(hi(e),o,n)}catch{return mi(o)}})(),i=To(t,c=>So.test(c)||di.test(c)),a=await vt(i.manifest,i.chunks),
s=async c=>(await r)(c);return{..._o(a,t.manifest.meta),times:s,why:s}}var gi=["fill","stroke"];function Ct(t,e){let{left:n,top:o,width:r,height:i}=t.getBoundingClientRect();return{x:n-e.left,y:o-e.top,width:r,height:i}}function wi(t,e){
return S("image",{...Ct(t,e),href:t.toDataURL("image/png"),preserveAspectRatio:"none"})}function yi(t,e){let n=t.cloneNode(!0),[o,r]=[t,n].map(a=>[...a.querySelectorAll(
"path")]);o.forEach((a,s)=>{let c=getComputedStyle(a);for(let l of gi)r[s].setAttribute(l,c.getPropertyValue(l).replace(/url\("(#[^"]+)"\)/,"url($1)"));r[s].removeAttribute(
"class")});let i=S("svg",{...Ct(t,e),viewBox:t.getAttribute("viewBox")??"",overflow:"visible"});return i.append(...n.childNodes),i}function bi(t,e,n){let o=Ct(t,
e),r=getComputedStyle(t),i=parseFloat(r.fontSize);if(!t.textContent)return[S("circle",{cx:o.x+o.width/2,cy:o.y+o.height/2,r:o.width/2,fill:r.backgroundColor})];
let a={y:o.y+o.height/2+i*.35,"font-size":i,"font-weight":r.fontWeight,fill:r.color};if(t.classList.contains("shield"))return[S("rect",{...o,rx:3,fill:r.backgroundColor,
stroke:"#b5a970","stroke-width":1}),S("text",{...a,x:o.x+o.width/2,"text-anchor":"middle"},t.textContent)];let s=r.textTransform==="uppercase"?t.textContent.toLocaleUpperCase():
t.textContent;return[S("text",{...a,x:o.x,stroke:n,"stroke-width":3,"stroke-linejoin":"round","paint-order":"stroke","letter-spacing":r.letterSpacing==="normal"?
null:r.letterSpacing},s)]}function xi(t,e,n){let{x:o,y:r,width:i,height:a}=Ct(t,e),s=getComputedStyle(t).color,c=r+a-1,l=`M${o} ${c-6}V${c}H${o+i}V${c-6}`;return[
S("path",{d:l,fill:"none",stroke:n,"stroke-width":5}),S("path",{d:l,fill:"none",stroke:s,"stroke-width":2}),S("text",{x:o+4,y:c-5,"font-size":11,"font-weight":600,
fill:s,stroke:n,"stroke-width":3,"paint-order":"stroke"},t.textContent)]}function Ao(t){let e=t.getContainer(),n=e.getBoundingClientRect(),o=getComputedStyle(document.
documentElement).getPropertyValue("--halo").trim()||"#ffffff",r=[...e.querySelectorAll(".leaflet-pane")].filter(s=>s.parentElement!==e).map(s=>s).sort((s,c)=>Number(
getComputedStyle(s).zIndex)-Number(getComputedStyle(c).zIndex)),i=[S("rect",{width:n.width,height:n.height,fill:getComputedStyle(e).backgroundColor})];for(let s of r){
let c=S("g",{opacity:getComputedStyle(s).opacity});for(let l of s.children)if(l.checkVisibility()){if(l instanceof HTMLCanvasElement)c.append(wi(l,n));else if(l instanceof
SVGSVGElement)c.append(yi(l,n));else if(l instanceof HTMLElement&&l.matches(".place, .country, .dot"))c.append(...bi(l,n,o));else if(l instanceof HTMLElement&&l.
matches(".pin")){let{x:f,y:u,width:p,height:d}=Ct(l,n);c.append(S("circle",{cx:f+p/2,cy:u+d,r:7,fill:"#ffffff",stroke:"#111827","stroke-width":4}))}}c.childElementCount&&
i.push(c)}let a=e.querySelector(".leaflet-control-scale-line");return a instanceof HTMLElement&&i.push(...xi(a,n,o)),i}function ft(t,e){let n=document.createElement("a");n.href=URL.createObjectURL(t),n.download=e,document.body.append(n),n.click(),n.remove(),setTimeout(()=>URL.revokeObjectURL(
n.href),1e4)}var[Ce,Io]=[595.28,841.89],ut=28,ne={size:9,width:Ce-2*ut},ki=3,_i=t=>"<FEFF"+[...Array(t.length).keys()].map(e=>t.charCodeAt(e).toString(16).padStart(4,"0")).join(
"")+">",vi={"€":128,"„":132,"…":133,"‘":145,"’":146,"“":147,"”":148,"•":149,"–":150,"—":151,"−":45,"→":187};function Oi(t){return"<"+[...t].
map(e=>{let n=vi[e]??e.codePointAt(0)??63;return(n>255||n<32?63:n).toString(16).padStart(2,"0")}).join("")+">"}function No(t,e,n,o){let r=t.width>t.height,[i,a]=r?
[Io,Ce]:[Ce,Io],s=Math.min((i-2*ut)/t.width,(a-2*ut)/t.height),[c,l]=[t.width*s,t.height*s],f=n.filter(k=>k).map((k,_)=>`1 0 0 1 ${ut} ${a-ut-12*(_+1)} Tm ${Oi(
k)} Tj`),u=`q ${c.toFixed(2)} 0 0 ${l.toFixed(2)} ${((i-c)/2).toFixed(2)} ${(a-ut-l).toFixed(2)} cm /Map Do Q
BT /F ${ne.size} Tf ${ki} Tr ${f.join(`
`)} ET
`,p=[`<< /Type /Catalog /Pages 2 0 R /Lang (${o}) >>`,"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${i} ${a}] /Conte\
nts 4 0 R /Resources << /XObject << /Map 5 0 R >> /Font << /F 6 0 R >> >> >>`,`<< /Length ${u.length} >>
stream
${u}endstream`,[`<< /Type /XObject /Subtype /Image /Width ${t.width} /Height ${t.height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${t.
bytes.length} >>
stream
`,t.bytes,`
endstream`],"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",`<< /Title ${_i(e)} /Creator (grensgeo) >>`],d=[],h=0;function m(k){
let _=typeof k=="string"?Uint8Array.from(k,O=>O.charCodeAt(0)):k;d.push(_),h+=_.length}m(`%PDF-1.7
`);let w=p.map((k,_)=>{let O=h;m(`${_+1} 0 obj
`);for(let v of[k].flat())m(v);return m(`
endobj
`),O}),g=h;m(`xref
0 ${p.length+1}
0000000000 65535 f 
`+w.map(k=>`${String(k).padStart(10,"0")} 00000 n 
`).join("")+`trailer
<< /Size ${p.length+1} /Root 1 0 R /Info 7 0 R >>
startxref
${g}
%%EOF
`);let x=new Uint8Array(h);return d.reduce((k,_)=>(x.set(_,k),k+_.length),0),x}var K=20,Co=640,Ff=Co-2*K,Si=21,pt=22,Mo=2,$o=()=>getComputedStyle(document.body).fontFamily;function Lo(t,e,n,o){let r=[""];for(let i of e){let a=r[r.length-1],
s=a?a+n+i:i;t.measureText(s).width<=o||!a?r[r.length-1]=s:r.push(i)}return r}var $e=(t,e,n)=>Lo(t,e.split(/\s+/).flatMap(o=>t.measureText(o).width<=n?[o]:Lo(t,[
...o],"",n))," ",n);function Re(t,e){let n=document.createElement("canvas").getContext("2d");return n.font=`${t} ${e}px ${$o()}`,n}function Ti(t,e){return(n,{size:o,
weight:r,leading:i},a)=>{if(!n)return{nodes:[],end:a};let s=$e(Re(r,o),n,e-2*K);return{end:a+s.length*i,nodes:s.map((c,l)=>S("text",{x:K,y:a+(l+.75)*i,"font-siz\
e":o,"font-weight":r,fill:t},c))}}}function Ei({line:t,colour:e,stripe:n,shape:o,width:r=3},i,a){if(t)return[S("rect",{x:i,y:a+7-r/2,width:pt,height:r,fill:t})];
let[s,c]=[i+pt/2,a+7],l={fill:e??"none",stroke:"#7d7f86","stroke-width":.8};if(o==="circle")return[S("circle",{cx:s,cy:c,r:6,...l})];if(o==="diamond")return[S("\
path",{d:`M${s-7} ${c}L${s} ${c-7}L${s+7} ${c}L${s} ${c+7}Z`,...l})];if(o==="star")return[S("circle",{cx:s,cy:c,r:6,fill:"#c2185b"})];let f=S("rect",{x:i,y:a,width:pt,
height:13,...l});return n?[f,...[0,1,2,3].map(u=>S("rect",{x:i+6*u+2,y:a,width:3,height:13,fill:n}))]:[f]}function Ai(t,e,n,o){let r=Re(400,12),i=[],[a,s,c]=[K,
o,o];for(let l of t){let f=$e(r,l.said,e-2*K-pt-6),u=pt+6+Math.max(...f.map(p=>r.measureText(p).width))+16;a>K&&a+u-16>e-K&&([a,s]=[K,c]),i.push(...Ei(l,a,s),...f.
map((p,d)=>S("text",{x:a+pt+6,y:s+11+16*d,"font-size":12,fill:n},p))),a+=u,c=Math.max(c,s+Si+16*(f.length-1))}return{nodes:i,end:c}}function Ro(t,e,n,{ink:o,paper:r}){
let i=Math.max(t.width,Co),a=Ti(o,i),s=a(n.title,{size:13,weight:600,leading:18},10),c=a(n.headline,{size:19,weight:700,leading:25},s.end),l=a(n.question,{size:13,
weight:400,leading:18},c.end),f=l.end+10,u=a(n.legend,{size:12,weight:600,leading:18},f+t.height+8),p=Ai(e,i,o,u.end+4),d=p.end+2,h=n.below.flatMap(x=>{let k=a(
x,{size:11,weight:400,leading:15},d);return d=k.end,k.nodes}),m=Math.ceil(d+12),w=Ii(document.querySelector("svg.hatches defs"));return S("svg",{xmlns:"http://w\
ww.w3.org/2000/svg",width:i,height:m,viewBox:`0 0 ${i} ${m}`,"font-family":$o()},S("title",{},n.headline),...w?[w]:[],S("rect",{width:i,height:m,fill:r}),...s.nodes,
...c.nodes,...l.nodes,S("svg",{x:(i-t.width)/2,y:f,width:t.width,height:t.height,overflow:"hidden"},...t.nodes),...u.nodes,...p.nodes,...h)}function Ii(t){let e=t&&
t.cloneNode(!0),n=t?.querySelectorAll("rect")??[];return e?.querySelectorAll("rect").forEach((o,r)=>o.setAttribute("fill",getComputedStyle(n[r]).fill)),e}var Po=t=>new XMLSerializer().
serializeToString(t),Bo=t=>new Blob([`<?xml version="1.0" encoding="UTF-8"?>
`,Po(t)],{type:"image/svg+xml"});async function Do(t){let e=new Image;e.src="data:image/svg+xml;charset=utf-8,"+encodeURIComponent(Po(t)),await e.decode();let n=document.
createElement("canvas");return n.width=Mo*Number(t.getAttribute("width")),n.height=Mo*Number(t.getAttribute("height")),n.getContext("2d")?.drawImage(e,0,0,n.width,
n.height),n}async function jo(t){let e=await Do(t);return new Promise((n,o)=>{e.toBlob(r=>r?n(r):o(new Error("no picture")),"image/png")})}async function Fo(t,e,n){
let o=await Do(t),r=await new Promise(l=>{o.toBlob(l,"image/jpeg",.92)}),i=new Uint8Array(await r.arrayBuffer()),a=Re(400,ne.size),s=[e.title,e.headline,e.question,
...e.below].flatMap(l=>$e(a,l,ne.width)),c=No({bytes:i,width:o.width,height:o.height},e.title||e.headline,s,n);return new Blob([c],{type:"application/pdf"})}var se=t=>t.replace(/(?<=^|[,;\t\r\n]["\s]*)(?=[=+\-@\t\r\n])/g,"'");function Uo({caption:t,head:e,body:n}){return{node:y("table",{},y("caption",{},t),y("thead",
{},y("tr",{},...e.map(r=>y("th",{scope:"col"},r)))),y("tbody",{},...n.map(([r,...i],a)=>{let s=a>0&&n[a-1][0]===r,c=n.filter(([l])=>l===r).length;return y("tr",
{},...s?[]:[y("th",{scope:"rowgroup",rowspan:c},r)],...i.map(l=>y("td",{},l)))})))}}var Ni=/^[-\u2212+]?[\d.,\u00a0]+$/;function zo(t,e){if(!Ni.test(t))return NaN;
let[n,o]=P[e].startsWith("en")?[",","."]:[".",","];return Number(t.replaceAll(n,"").replaceAll(" ","").replace(o,".").replace("−","-"))}function Mi({head:t,body:e},n){
let o=n!=="en",r=o?";":",";function i(a){let s=zo(a,n);if(!Number.isNaN(s))return o?String(s).replace(".",","):String(s);let c=se(a);return/[",;\n\r]/.test(c)?`\
"${c.replace(/"/g,'""')}"`:c}return[t,...e].map(a=>a.map(i).join(r)).join(`\r
`)+`\r
`}var Li=t=>t.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g,"").replace(/&/g,"&amp;").replace(/</g,"&lt;").replace(/>/g,"&gt;").replace(/"/g,"&quot;"),dt='\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',Pe="http://schemas.openxmlformats.org/spreadsheetml/2006/main",oe="http://schemas.openxmlformats.org/of\
ficeDocument/2006/relationships",Be="http://schemas.openxmlformats.org/package/2006",re="application/vnd.openxmlformats-officedocument.spreadsheetml",[Ci,$i]=[44,
110];function Ri(t){let e=t.filter(n=>n.length>1);return Array.from({length:Math.max(0,...e.map(n=>n.length))},(n,o)=>Math.min(Ci,2+Math.max(...e.map(r=>(r[o]??
"").length))))}function Pi({head:t,body:e},n,o){function r(a,s){let c=zo(a,n),l=s!==void 0&&a.length>s;return Number.isNaN(c)?`<c${l?' s="2"':""} t="inlineStr">\
<is><t xml:space="preserve">${Li(a)}</t></is></c>`:`<c${Number.isInteger(c)?' s="1"':""}><v>${c}</v></c>`}let i=(a,s)=>`${dt}<worksheet xmlns="${Pe}">`+(s.length?
`<cols>${s.map((c,l)=>`<col min="${l+1}" max="${l+1}" width="${c}" customWidth="1"/>`).join("")}</cols>`:"")+"<sheetData>"+a.map(c=>`<row>${c.map((l,f)=>r(l,c.length<
s.length&&f===c.length-1?void 0:s[f])).join("")}</row>`).join("")+"</sheetData></worksheet>";return[["[Content_Types].xml",`${dt}<Types xmlns="${Be}/content-typ\
es"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${re}.s\
heet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${re}.styles+xml"/>`+[1,2].map(a=>`<Override PartName="/xl/worksheets/sheet${a}.xml" ContentTyp\
e="${re}.worksheet+xml"/>`).join("")+"</Types>"],["_rels/.rels",`${dt}<Relationships xmlns="${Be}/relationships"><Relationship Id="rId1" Type="${oe}/officeDocum\
ent" Target="xl/workbook.xml"/></Relationships>`],["xl/workbook.xml",`${dt}<workbook xmlns="${Pe}" xmlns:r="${oe}"><sheets><sheet name="1" sheetId="1" r:id="rId\
1"/><sheet name="2" sheetId="2" r:id="rId2"/></sheets></workbook>`],["xl/_rels/workbook.xml.rels",`${dt}<Relationships xmlns="${Be}/relationships">`+[1,2].map(a=>`\
<Relationship Id="rId${a}" Type="${oe}/worksheet" Target="worksheets/sheet${a}.xml"/>`).join("")+`<Relationship Id="rId3" Type="${oe}/styles" Target="styles.xml\
"/></Relationships>`],["xl/styles.xml",`${dt}<styleSheet xmlns="${Pe}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"\
><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/\
><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="3" applyNumberFormat="1"/><xf applyAlignment="1\
"><alignment vertical="top" wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`],["x\
l/worksheets/sheet1.xml",i([t,...e],Ri([t,...e]))],["xl/worksheets/sheet2.xml",i(o.map(a=>[a]),[$i])]]}function Bi(t){let e=-1;for(let n of t){e^=n;for(let o=0;o<
8;o++)e=e>>>1^(e&1?3988292384:0)}return~e>>>0}function Di(t){let e=new TextEncoder,n=[],o=[];function r(a,s){for(let[c,l]of s)for(let f=0;f<c;f++)a.push(l/2**(8*
f)&255)}for(let[a,s]of t){let[c,l]=[e.encode(a),e.encode(s)],f=[[2,20],[2,2048],[2,0],[2,0],[2,33],[4,Bi(l)],[4,l.length],[4,l.length],[2,c.length],[2,0]];r(o,[
[4,33639248],[2,20],...f,[2,0],[2,0],[2,0],[4,0],[4,n.length]]),o.push(...c),r(n,[[4,67324752],...f]);for(let u of[c,l])for(let p of u)n.push(p)}let i=n.length;
for(let a of o)n.push(a);return r(n,[[4,101010256],[2,0],[2,0],[2,t.length],[2,t.length],[4,o.length],[4,i],[2,0]]),Uint8Array.from(n)}function Wo(t,e,n,o,r){let i=e===
"csv"?new Blob(["\uFEFF"+Mi(t,n)],{type:"text/csv;charset=utf-8"}):new Blob([Di(Pi(t,n,o))],{type:re+".sheet"});ft(i,r+"."+e)}function ji(t){if(typeof t=="number")return Number.isNaN(t)?"":String(t);let e=se(String(t??""));return/[",\n\r;#]/.test(e)?'"'+e.replace(/"/g,'""')+'"':e}var Fi=t=>"\
# "+se(t.replace(/[\r\n\u2028\u2029]+/g," "));function Ui(t,e,n){return[...t.map(Fi),...[e,...n].map(r=>r.map(ji).join(","))].join(`\r
`)+`\r
`}var ht=(t,e)=>Math.round(t*e)/e,De=t=>T(t)?String(ht(t,1e3)):"";function zi(t,e,n,o){if(!e.atLeast)return[];let r=(I(e)?M:["open"]).map(s=>{let c=e.lacks[s].length>
0||e.missing>0,l=T(e.atLeast[s])?(c?">= ":"")+De(e.atLeast[s]):"",f=X(t,e,s);return`${s}: ${l} ${n} (${o})`+(f?"; "+f:"")}),i=e.sides.map((s,c)=>`${s}: ${De(e.by[c])}\
 ${n} (${o})`),a=[["share_without_ride",e.shareWithout],["edge_share",e.edgeShare]];return[...r,...i,...a.flatMap(([s,c])=>T(c)?[`${s}: ${De(c)} (${o})`]:[]),...e.
mean?[]:[`edge: ${!!e.touchesEdge}`]]}function Wi(t,e,{state:n,found:o},{said:r,whose:i}){let{opportunity:a}=n;return[...r,...zi(t,o,a,i),`units: travel_time_mi\
n in minutes; population in inhabitants; ${a} in numbers; lon and lat in degrees (EPSG:4326); empty is not known or not reached`,...e.notes.map(s=>"note: "+[s.text,
...s.details].map(c=>t.in(c)).join(" / ")),...e.sources.map(s=>"source: "+[s.title,t.in(s.attribution),"licence "+t.in(s.licence),s.reference_date].join("; ")),
t.t("made_with",{version:e.version})]}function Ho(t,e,n,o){let{engine:{cells:r},areaOfCell:i,codes:a,state:s,found:c,weights:l,home:f}=n,{opportunity:u}=s,p=u!==
"population",d=st(s,f),h=A(s.cutoff),m=["cell_id","region_code","municipality","country","lon","lat","population",...p?[u]:[],"travel_time_min","within_cutoff",
"counted",...c.walked?["without_ride"]:[],...c.before?["travel_time_baseline_min"]:[]],w=r.id.map((g,x)=>{let k=c.minutes?c.minutes[x]:NaN,_=i(x);return[g,_?.code,
_?.name,a[r.country[x]],ht(r.lon[x],1e5),ht(r.lat[x],1e5),r.population[x],...p?[ht(l[x],1e4)]:[],ht(k,1e3),k<=h?1:0,d(k,r.country[x])?1:0,...c.walked?[Number.isNaN(
k)?"":c.walked[x]]:[],...c.before?[ht(c.before.minutes[x],1e3)]:[]]});return Ui(Wi(t,e,n,o),m,w)}var Fe=()=>getComputedStyle(document.body).fontFamily,je=t=>t?"#eef0f4":"#1f2430";function Hi(t,e){let n=document.createElement("canvas");n.width=t*2,n.height=e*
2;let o=n.getContext("2d");return o.scale(2,2),{canvas:n,context:o}}function Go(t){let e=t.map.getSize(),{canvas:n,context:o}=Hi(e.x,e.y);return Gi(o,t,0,0),n}function Gi(t,e,n,o){
let{map:r,dark:i}=e,a=r.getSize();t.save(),t.beginPath(),t.rect(n,o,a.x,a.y),t.clip(),t.fillStyle=i?"#171a20":"#e3e3e0",t.fillRect(n,o,a.x,a.y);let s=r.getContainer().
getBoundingClientRect();for(let c of["land","cells","base","lines","way"])for(let l of r.getPane(c)?.querySelectorAll("canvas")??[]){let f=l.getBoundingClientRect();
t.drawImage(l,n+f.left-s.left,o+f.top-s.top,f.width,f.height)}Ki(t,e,n,o),Vi(t,e,n+a.x,o+a.y),Zi(t,e,n,o),t.restore()}function Xi(t,{name:e,kind:n,width:o=0,size:r},i,a){
let s=n==="shield motorway";t.fillStyle=s?"#4b6a97":"#fffdf2",t.strokeStyle=s?"#ffffff":"#b5a970",t.lineWidth=1,t.fillRect(i,a,o,r*1.4),t.strokeRect(i,a,o,r*1.4),
t.fillStyle=s?"#ffffff":"#5a5335",t.font=`600 ${r}px ${Fe()}`,t.textAlign="center",t.fillText(e,i+o/2,a+r*1.05),t.textAlign="start"}function Ki(t,{map:e,view:n,
theme:o,dark:r},i,a){let s=e.containerPointToLayerPoint([0,0]);t.lineJoin="round";for(let c of n.written){let l=i+c.x-s.x,f=a+c.y-s.y+c.size;if(c.width){Xi(t,c,
l,f-c.size);continue}t.font=`${c.bold?600:400} ${c.size}px ${Fe()}`,t.lineWidth=3,t.strokeStyle=o.halo,t.fillStyle=c.kind==="country"?o.border:je(r),t.strokeText(
c.name,l,f,240),t.fillText(c.name,l,f,240),c.dot&&c.kind!=="here"&&t.fillRect(i+c.at.x-s.x-2,a+c.at.y-s.y-2,4,4)}}function Vi(t,{map:e,theme:n,dark:o},r,i){let a=e.
getContainer().querySelector(".leaflet-control-scale-line");if(!(a instanceof HTMLElement))return;let[s,c]=[r-12,i-12],l=s-a.offsetWidth;t.font=`600 11px ${Fe()}`;
for(let[f,u]of[[n.halo,5],[je(o),2]])t.strokeStyle=f,t.lineWidth=u,t.beginPath(),t.moveTo(l,c-6),t.lineTo(l,c),t.lineTo(s,c),t.lineTo(s,c-6),t.stroke();t.strokeStyle=
n.halo,t.lineWidth=3,t.fillStyle=je(o),t.strokeText(String(a.textContent),l+4,c-6),t.fillText(String(a.textContent),l+4,c-6)}function Zi(t,{map:e,view:n},o,r){if(!n.
chosen)return;let i=e.latLngToContainerPoint(n.chosen.latlng);t.beginPath(),t.arc(o+i.x,r+i.y,7,0,2*Math.PI),t.fillStyle="#ffffff",t.fill(),t.lineWidth=4,t.strokeStyle=
"#111827",t.stroke()}var ie=({words:t,here:e},n)=>t.t(n+"_"+e().kind,{name:e().name});function Y(t){return t.now.state.direction==="to"?ie(t,"to"):t.words.lowered(ie(t,"from"))}function R(t){
let{words:e,known:n,here:o,now:{state:r}}=t,{t:i}=e,{name:a,kind:s,country:c}=o(),l=t.ofInhabitants(),f=n.parkOf(r.trip);return{place:a,mode:n.byTrip(r.trip,c),
from:l?i("from_mean",{name:a}):ie(t,"from"),to:ie(t,"to"),reaches:i(l?"reaches_mean":"reaches_one"),whose:i("owner_"+(l?"mean":s),{name:a}),vehicle:n.ofTrip(r.trip,
"vehicle"),none:n.ofTrip(r.trip,"no_vehicle"),without:n.ofTrip(r.trip,"without"),parking:f>0?i("parking",{n:e.minutes(f)}):"",opportunity:e.opportunity(r.opportunity),
scenario:n.scenarioName(r.scenario)}}function $t(t){let{words:e,known:n,now:{state:o}}=t,{t:r}=e,i=R(t),a=n.trip(o.trip),s=n.trips.filter(c=>n.kindOf(c.id)===n.
kindOf(a.id)).length>1;return[i.whose,r("direction_"+o.direction),i.mode,i.parking,s||a.mode==="transit"?n.tripName(a):"",r("minutes",{n:e.minutes(o.cutoff)}),n.
hasBorder?r("shown_"+o.border,{n:e.minutes(o.resistance)})+(o.border==="closed"?" ("+r("reading_"+o.reading)+")":""):"",i.opportunity,r("scenario")+": "+i.scenario].
filter(c=>c).join(" · ")}var Xo=({words:t,data:e})=>[...e.attributions.map(n=>t.t("source")+": "+t.in(n)),t.t("made_with",{version:e.version})];function ce({words:t,
known:e,data:n,now:{state:o}}){return[t.t("scenario")+": "+e.scenarioName(o.scenario),t.t("source")+": "+n.attributions.map(t.in).join(" · "),t.t("made_with",{
version:n.version})].join(" · ")}function Ko({data:t,known:e,now:{state:n}}){let o=[n.opportunity,e.trip(n.trip).mode];return jn(t.strip,o)}var Ue=t=>Ko(t).map(
e=>t.words.in(e.text)).join(" ");function Vo(t){let{words:e,data:n}=t,{t:o}=e;b("warnings").replaceChildren(...Ko(t).map(r=>y("li",{title:e.in(r.text)},e.in(r.short)))),
b("notes").replaceChildren(...n.notes.map(r=>y("li",{},e.in(r.text),...r.details.map(i=>y("p",{class:"small"},e.in(i)))))),b("sources").replaceChildren(...n.sources.
map(r=>{let i=[e.in(r.attribution),o("licence",{name:e.in(r.licence)}),r.reference_date?o("reference_date",{date:r.reference_date}):""];return y("li",{},Fn(r),"\
 – "+i.filter(a=>a).join(" · "))})),b("strip").textContent=ce(t),b("asked").textContent=$t(t)}var ae=t=>"#"+Yt(t.now.state);function Rt(t,e,n){let o=y("span",{},t);return n&&o.prepend(Dt(n)),y("div",{class:"row"},o,y("b",{},e))}function Ji(t){let e=t.reduce((n,[,o])=>n+(T(o)?o:0),0);
return y("div",{class:"bar","aria-hidden":"true"},...t.map(([n,o])=>{let r=_t(y("i"),n,"background");return r.style.width=(e>0&&T(o)?100*o/e:0)+"%",r}))}function mt(t,e,...n){
b(t+"-title").textContent=[e.t(t),...n].join(" · ")}function Yi(t,e){let n=e.mean&&(e.edgeShare??0)>0?t.t("edge_mean",{share:t.part(e.edgeShare??0)}):e.touchesEdge?
t.t("edge"):"";return[...e.unknownCountries.map(o=>t.t("unknown_country",{country:t.t(o)})),e.missing>0&&!e.unknownCountries.length?t.t("unknown_some",{n:t.count(
e.missing)}):"",e.noService?t.t("no_service"):"",n].filter(o=>o)}function qi(t,e,n,o){b("split-title").textContent=t.capital(t.t("reachable",{opportunity:n.opportunity,
cutoff:t.minutes(e.cutoff)})),b("split-value").textContent=E(t,o,e.border),b("split-said").textContent=[n.whose,I(o)?t.t("shown_"+e.border,{n:t.minutes(e.resistance)}):
"",e.border==="closed"?t.t("reading_"+e.reading):n.mode,n.parking].filter(i=>i).join(" · ");let r=o.sides.map((i,a)=>[i,o.shownBy[a]]);b("split-parts").replaceChildren(
Ji(r),...r.map(([i,a])=>Rt(t.t(i),t.count(a),i))),b("split-warnings").replaceChildren(...Yi(t,o).map(i=>y("p",{class:"warn"},i)))}function Qi(t,e,n,o){if(I(o)||
(mt("border",t),b("border-value").textContent=t.t("no_border",{country:t.t(o.sides[0])})),b("border-box").hidden=I(o),b("effect-box").hidden=!I(o),!I(o))return;
mt("effect",t,n.opportunity,n.whose),b("effect-value").textContent=po(t,o);let r=Math.max(o.atLeast.open||0,o.atLeast.closed||0,1);b("effect-rows").replaceChildren(
...M.map(i=>{let a=Rt(t.t("shown_"+i,{n:t.minutes(e.resistance)}),E(t,o,i));a.classList.toggle("chosen",i===e.border);let s=y("i",{class:"gauge","aria-hidden":"\
true"});return s.style.width=(T(o.atLeast[i])?100*o.atLeast[i]/r:0)+"%",a.append(s),a}))}function tc(t,e,n,o){if(b("plan-box").hidden=!o.before,!o.before)return;
mt("plan",t,n.opportunity,n.whose);let[r,i]=[o,o.before].map(a=>a.atLeast[e.border]);b("plan-rows").replaceChildren(Rt(t.t("scenario_none"),E(t,o.before,e.border)),
Rt(n.scenario,E(t,o,e.border)),Rt(t.t("row_abs"),T(r)&&T(i)?t.signedCount(r-i):t.t("missing")))}function ec(t,e,n){mt("bands",t,e.whose);let o=I(n)?n.sides:[],r=[
"band",...o,"total"].map(l=>y("th",{scope:"col"},t.t(l))),i=l=>[...o.map((f,u)=>l[u]),l.reduce((f,u)=>f+u,0)].map(f=>y("td",{},t.count(f))),a=n.bands.map(l=>{let f=y(
"i",{class:"key","aria-hidden":"true"});f.style.background=l.colour;let u=t.t("band_range",{a:t.minutes(l.from),b:t.minutes(l.to)});return y("tr",{},y("th",{scope:"\
row"},f,u),...i(l.by))}),s=n.sides.map((l,f)=>n.bands.reduce((u,p)=>u+p.by[f],0)),c=y("tr",{class:"sum"},y("th",{scope:"row"},t.t("total")),...i(s));b("bands").
replaceChildren(y("thead",{},y("tr",{},...r)),y("tbody",{},...a,c))}function Zo(t,e,n,o,r,i){qi(t,e,n,o),Qi(t,e,n,o),tc(t,e,n,o),mt("chart",t,n.opportunity,n.whose),
te(t,e,n.opportunity,o,r,i),ec(t,n,o)}function nc(t,e,n){let{left:o,rows:r,own:i,kind:a,lacking:s}=n,{none:c}=e;if(n.done<n.all)return t.t("rank_busy",{n:t.count(
n.done),all:t.count(n.all)});let l=["edge","still","unknown"].filter(f=>o[f]>0).map(f=>t.t("rank_left_"+f,{n:t.count(o[f]),none:c}));return[i==="edge"||i==="sti\
ll"?t.t("rank_own_"+i,{none:c}):"",r.length?t.capital(t.t(a,{all:t.count(r.length)}))+".":"",l.length?t.t("rank_left_out",{parts:l.join(", ")}):"",s?t.t("rank_p\
artial",{countries:s}):""].filter(f=>f).join(" ")}function Jo(t,e,n,o){mt("rank",t,e.opportunity,e.whose);let r=n.done>=n.all,i={n:t.count(n.place),all:t.count(
n.of)};b("rank-value").textContent=r?n.own!=="ranked"?t.t("rank_none"):t.t(n.shared?"rank_shared":"rank_said",i):"…",b("rank-said").textContent=nc(t,e,n);let a=b(
"rank-box").querySelector("details");a.hidden=!r||!n.rows.length,a.firstElementChild.textContent=t.t("rank_list"),!(!r||!a.open)&&J(b("rank-list"),...n.rows.map(
({member:s,value:c})=>{let l=t.count(c),f=y("li",{},jt(s.name,()=>o(s.key),s.key),y("b",{},n.lacking?t.t("at_least",{n:l}):l));return f.classList.toggle("chosen",
s.key===n.member),f}))}var Pt=(t,e)=>y(e?"strong":"b",{},t);function oc(t,e,n,o){let r=o.before?.atLeast[e.border],i=o.atLeast[e.border];return!o.before||!T(r)||!T(i)?[]:[" ",...t.sentence(
"head_scenario",{scenario:n.scenario,after:Pt(E(t,o,e.border),!0),before:Pt(E(t,o.before,e.border),!1),change:r>0?t.signedShare((i-r)/r):t.signedCount(i-r)})]}function Yo(t,e,n,o){
let r={...n,cutoff:t.minutes(e.cutoff)};if(o.status)return t.sentence("head_"+o.status,r);let i=ho(o),a=X(t,o,"open"),s=t.sentence("head_"+e.direction+i,{...r,open:Pt(
E(t,o,"open"),e.border==="open"),closed:Pt(E(t,o,"closed"),e.border==="closed"),...i==="_unknown"?{lacking:a}:{},...i===""?{effect:t.signedShare(o.open/o.closed-
1)}:{}});a&&(i==="_still"||i==="_no_stop")&&s.push(" (",a,")"),!at(o)&&T(o.shareWithout)&&s.push(" ",...t.sentence("head_share",{share:t.part(o.shareWithout),vehicle:n.
vehicle}));let c=o.bounds?.[e.border];return c&&s.push(" ",t.t("head_bounds",{a:t.count(c[0]),b:t.count(c[1])})),e.border==="realised"&&T(o.realised)&&s.push(" ",
...t.sentence("head_realised",{resistance:t.minutes(e.resistance),realised:Pt(E(t,o,"realised"),!0)})),[...s,...oc(t,e,n,o)]}var le=["A","B"];function ze(t,e,n){let{words:o,known:r}=t,i=t.here(e),a={place:()=>i.name,trip:()=>r.kindOf(e.trip)===r.kindOf(n.trip)?r.tripName(r.trip(e.trip)):
r.nameOf(e.trip),border:()=>o.t("shown_"+e.border,{n:o.minutes(e.resistance)}),scenario:()=>r.scenarioName(e.scenario)},s=fo(e,n);return(s.length?s:["place"]).map(
c=>a[c]()).join(", ")}function rc(t,e,n,o){let{words:r,known:i,now:a}=t,{t:s}=r,c=p=>lt("other-"+p,d=>o({versus:Ee(a.state,{[p]:d})})),l={place:ee(r,e,n,"other"),
trip:c("trip"),border:c("border"),scenario:c("scenario")},f=y("button",{type:"button",id:"second-close"}),u=y("p",{class:"legend",id:"second-title"});return b("\
second").replaceChildren(u,...Object.values(l).map(p=>p.node),f),{close:f,show(p){let{state:d}=a,h=Mt(d,i)??d,m=p==="versus";u.textContent=s(m?"versus_pick":"wh\
y_pick"),l.place.show(m?t.here(h).name:t.places.get(d.target)?.name??"");let w=i.trips.map(g=>[g.id,i.trips.filter(x=>i.kindOf(x.id)===i.kindOf(g.id)).length>1?
i.nameOf(g.id)+", "+i.tripName(g):i.nameOf(g.id)]);l.trip.show(s("mode"),m?w:[],h.trip),l.border.show(s("border"),m&&i.hasBorder?M.map(g=>[g,s("border_"+g)]):[],
h.border),l.scenario.show(s("scenario"),m?i.scenariosOf(h.trip).map(g=>[g,i.scenarioName(g)]):[],h.scenario),f.textContent=s(m&&d.versus?"versus_end":"close")}}}
function qo(t,e,n){let{words:o,now:r}=t,i=null,a=rc(t,e,u=>f(u),n),s={why:b("why-button"),versus:b("versus-button")};function c(){for(let[u,p]of Object.entries(
s))p.setAttribute("aria-pressed",String(u===i));b("second").hidden=!i,t.map.getContainer().classList.toggle("picking",!!i),i&&a.show(i)}function l(u){i=u,c()}function f(u,p=i){
return p==="why"?(l(null),n({target:u})):p==="versus"&&n({versus:Ee(r.state,{place:u})}),p!==null}for(let u of Object.keys(s))s[u].addEventListener("click",()=>l(
i===u?null:u));return a.close.addEventListener("click",()=>{i==="versus"&&r.state.versus&&n({versus:""}),l(null),s.versus.focus()}),b("second").addEventListener(
"submit",u=>u.preventDefault()),b("second").addEventListener("keydown",u=>{u.key==="Escape"&&!u.defaultPrevented&&l(null)}),{show:c,picked:f,words:o}}var gt=t=>y("p",{class:"tools"},...["csv","xlsx"].map(e=>y("button",{type:"button",id:`${t}-${e}`},e.toUpperCase())));function wt(t,e,n){for(let o of["csv","xls\
x"])t.querySelector(`[id$="-${o}"]`)?.addEventListener("click",()=>{let r=n();if(!r)return;let{language:i}=e.words;Wo(r,o,i,[b("headline").textContent,r.caption,
...Xo(e)],"atlas")})}function fe(t){let{state:e,other:n}=t.now;return n?[`${le[0]}: ${ze(t,e,n.state)}`,`${le[1]}: ${ze(t,n.state,e)}`]:["",""]}function Qo(t,e,n){return!T(e)||!T(n)?
t.t("missing"):t.signedCount(n-e)+(e>0?" ("+t.signedShare(n/e-1)+")":"")}function tr(t){let{words:e,now:{state:n,shown:o,other:r}}=t;if(!r||!o||o.status)return[];
let[i,a]=[o.atLeast[n.border],r.shown.atLeast[r.state.border]];return[" ",...e.sentence("versus_head",{second:fe(t)[1],first:le[0],change:Qo(e,i,a),value:y("b",
{},E(e,r.shown,r.state.border))})]}function er(t){let{words:e,now:{state:n,shown:o,other:r}}=t,{t:i}=e;if(!r||!o||o.status)return null;let a=(c,l,f)=>[c,E(e,o,l),
E(e,r.shown,f),Qo(e,o.atLeast[l],r.shown.atLeast[f])],s=I(o)?M:["open"];return{caption:i("versus")+" · "+e.opportunity(n.opportunity),head:["",...fe(t),i("vers\
us_change")],body:[...n.border===r.state.border?[]:[a(i("versus_chosen"),n.border,r.state.border)],...s.map(c=>a(i("shown_"+c,{n:e.minutes(n.resistance)}),c,c))]}}
function nr(t){let e=er(t);b("versus-box").hidden=!e,e&&(b("versus-title").textContent=e.caption,b("versus-table").replaceChildren(y("thead",{},y("tr",{},...e.head.
map(n=>y("th",{scope:"col"},n)))),y("tbody",{},...e.body.map(([n,...o])=>y("tr",{},y("th",{scope:"row"},n),...o.map(r=>y("td",{},r)))))))}function or(t){let e=gt(
"versus");b("versus-box").append(e),wt(e,t,()=>er(t))}var sc=190;function rr(t){let{state:e,shown:n}=t.now,[o,r]=fe(t);return{first:o,second:r,cutoff:e.cutoff,width:At(t.longest()),border:e.border,frontier:t.known.
hasBorder,before:t.comparing(),walked:!!n?.walked,vehicle:t.known.ofTrip(e.trip,"vehicle")}}function sr(t){let{look:e,view:n,engine:o,now:{state:r,times:i,shown:a}}=t;
if(!i||!a)return;let s=a.status?i.open.minutes:a.minutes;t.comparing()&&a.before?Zn(e,t.theme(),t.palettes().diverging,{minutes:s,before:a.before.minutes,cutoff:r.
cutoff}):Vn(e,t.theme(),t.palettes().times,{...rr(t),minutes:s,walked:a.walked,countries:o.cells.country,counts:st(r,t.here().country)});let{other:c}=t.now;Kn(e,
t.theme(),c&&{minutes:c.shown.minutes,countries:o.cells.country,counts:st(c.state,c.place.country)}),n.layer.paint(e),n.chooseSecond(c&&c.place.key!==t.here().key?
c.place:null)}function ue(t){let{words:e}=t,n=t.comparing()?"legend_change":"legend_time";b("legend-title").textContent=e.t(n,{from:Y(t)});let o=Jn(e,t.theme(),
t.palettes(),rr(t));return b("legend").replaceChildren(...o.map(({line:r,colour:i,stripe:a,said:s})=>{let c=y("i",{class:"swatch"+(r?" line":""),"aria-hidden":"\
true"});return c.style.background=r??(a?`repeating-linear-gradient(-45deg, ${i} 0 3px, ${a} 3px 6px)`:String(i)),y("li",{},c,s)})),o}function ir(t,e){let{words:n,
now:{state:o,shown:r}}=t;if(!r)return;let i=R(t);b("headline").replaceChildren(...Yo(n,o,i,r),...tr(t)),b("headline").classList.toggle("long",b("headline").textContent.
length>sc),b("headline").removeAttribute("aria-busy"),b("answer-box").hidden=!!r.status,nr(t),r.status||Zo(n,o,i,r,a=>e({cutoff:a}),t.now.other)}function We(t,e){
let{words:n,engine:o,areas:r,places:i,now:{state:a,shown:s}}=t,{t:c}=n,l=b("table");if(!b("table-box").open||!s)return;if(s.status){l.replaceChildren();return}let f=[
"municipality","country","table_median","table_share"].map(p=>y("th",{scope:"col"},c(p))),u=ro(o,r,i.areaOfCell,a,s.minutes).map(({area:p,median:d,within:h})=>{
let m="place:"+p.code;return y("tr",{},y("th",{scope:"row"},jt(p.name,()=>e({place:m}),m)),y("td",{},c(p.country.toLowerCase())),y("td",{},d===1/0?c("unreached"):
n.minutes(d)),y("td",{},n.count(h)))});J(l,y("table",{},y("caption",{},c("table_caption")+" – "+Y(t)),y("thead",{},y("tr",{},...f)),y("tbody",{},...u)))}function cr({
words:t,engine:e,places:n,known:o,now:{state:r,shown:i}},a){if(!i||i.status||a<0)return"";let{t:s}=t,c=n.areaOfCell(a),l=i.minutes[a],f=!Number.isNaN(l);return[
c?c.name:"",f?s("minutes",{n:t.minutes(l)}):s("unreached"),i.walked&&i.walked[a]&&f?s("without_ride",{vehicle:o.ofTrip(r.trip,"vehicle")}):"",s("population",{n:t.
count(e.cells.population[a])})].filter(u=>u).join(" · ")}var ic=2500;function yt(t){b("said").textContent=t,b("toast").textContent=t,b("toast").hidden=!1,setTimeout(()=>{b("toast").hidden=!0},ic)}function He(t){try{history.
replaceState(null,"",ae(t))}catch{}}function Ge({here:t,now:{state:e}},n){return["atlas",B(t().name).replace(/ /g,"-").slice(0,40),B(e.trip).replace(/ /g,"-"),e.
cutoff+"min",e.border].join("-")+n}function Xe(t){let{words:e,data:n,engine:o,places:r,codes:i,here:a,now:{state:s,shown:c}}=t;return c?Ho(e,n,{engine:o,areaOfCell:r.
areaOfCell,codes:i,state:s,found:c,weights:t.weights(),home:a().country},{said:[b("headline").textContent,$t(t),e.t("legend_time",{from:Y(t)}),"link: "+ae(t)],whose:R(
t).whose}):""}var cc=t=>({map:t.map,view:t.view,theme:t.theme(),dark:t.dark()});async function ac(t,e,n){t.view.flush(),n();let{x:o,y:r}=t.map.getSize(),i={title:"",
headline:b("headline").textContent,question:$t(t),legend:b("legend-title").textContent,below:[Ue(t),ce(t)]},[a,s]=t.dark()?["#eef0f4","#14171d"]:["#1f2430","#ff\
ffff"],c=Ro({width:o,height:r,nodes:Ao(t.map)},ue(t),i,{ink:a,paper:s});ft(e===".png"?await jo(c):e===".svg"?Bo(c):await Fo(c,i,t.words.language),Ge(t,e))}function lc(t){
let e=new Blob(["\uFEFF"+Xe(t)],{type:"text/csv;charset=utf-8"});ft(e,Ge(t,".csv"))}async function fc(t){let{t:e}=t.words;He(t);try{await navigator.clipboard.writeText(
location.href),yt(e(location.protocol==="file:"?"copied_local":"copied"))}catch{yt(e("not_copied"))}}function uc(t){let e=new Blob([io(ae(t).slice(1))],{type:"t\
ext/html;charset=utf-8"});ft(e,Ge(t,".html"))}async function pc(t){let{t:e}=t.words,n=[b("headline").textContent,$t(t),ce(t)].join(`
`);try{await navigator.clipboard.writeText(n),yt(e("copied_text"))}catch{yt(e("not_copied_text"))}}function ar(t,{dress:e,draw:n,again:o,flush:r}){b("print").addEventListener(
"click",()=>window.print()),b("link").addEventListener("click",()=>fc(t));for(let a of[".png",".svg",".pdf"])b(a.slice(1)).addEventListener("click",()=>ac(t,a,r));
b("keep").addEventListener("click",()=>uc(t)),b("text").addEventListener("click",()=>pc(t)),b("csv").addEventListener("click",()=>lc(t));let i=()=>document.getElementById(
"on-paper");window.addEventListener("beforeprint",()=>{t.now.onPaper=!0,e(),n(),t.view.flush(),r(),i()?.remove(),b("map-box").after(y("figure",{id:"on-paper"},Go(
cc(t)),y("figcaption",{class:"small"},Ue(t))))}),window.addEventListener("afterprint",()=>{i()?.remove(),t.now.onPaper=!1,o()})}var Ke=254,dc=255,hc=32;function lr({rings:t,corners:e,start_x:n,start_y:o,step_x:r,step_y:i}){let a=Z(t),s=Z(e),c=new Float64Array(s[e.length]),l=new Float64Array(
s[e.length]),[f,u,p]=[0,0,0];for(let d=0;d<e.length;d++){f+=n[d],u+=o[d];let[h,m]=[f,u];for(let w=s[d];w<s[d+1];w++)w>s[d]&&(h+=r[p],m+=i[p],p++),c[w]=xt(h/1e4),
l[w]=kt(m/1e4)}return ur({n:t.length,first:a,ringAt:s,x:c,y:l})}function fr(t){let e=Z(t.map(r=>r.length)),n=Z(t.flat().map(r=>r.length)),o=t.flat(2);return ur(
{n:t.length,first:e,ringAt:n,x:o.map(([,r])=>xt(r)),y:o.map(([r])=>kt(r))})}function ur({n:t,first:e,ringAt:n,x:o,y:r}){let i=new Float64Array(4*t);for(let a=0;a<
t;a++){let[s,c,l,f]=[1/0,1/0,-1/0,-1/0];for(let u=n[e[a]];u<n[e[a+1]];u++)s=Math.min(s,o[u]),l=Math.max(l,o[u]),c=Math.min(c,r[u]),f=Math.max(f,r[u]);i.set([s,c,
l,f],4*a)}return{n:t,first:e,ringAt:n,x:o,y:r,box:i}}function mc({first:t,x:e,next:n},o,r,i,a){let s=Math.min(t.length,Math.ceil(Math.max(r,a)-.5));for(let c=Math.
max(0,Math.ceil(Math.min(r,a)-.5));c<s;c++){let l=o+(c+.5-r)*(i-o)/(a-r),f=0,u=t[c];for(;u&&e[u]<l;)f=u,u=n[u];f?n[f]=e.length:t[c]=e.length,e.push(l),n.push(u)}}
function Ve(t,e,n){let{width:o,height:r,scale:i,left:a,top:s}=e;n.fill(0);let c={first:new Int32Array(r),x:[],next:[]};for(let l=0;l<t.n;l++){let f=t.box[4*l]*i-
a,u=t.box[4*l+1]*i-s,p=t.box[4*l+2]*i-a,d=t.box[4*l+3]*i-s;if(p<0||d<0||f>o||u>r)continue;c.x.length=c.next.length=1;for(let m=t.first[l];m<t.first[l+1];m++){let w=t.
ringAt[m+1],g=t.x[w-1]*i-a,x=t.y[w-1]*i-s;for(let k=t.ringAt[m];k<w;k++){let _=t.x[k]*i-a,O=t.y[k]*i-s;mc(c,_,O,g,x),[g,x]=[_,O]}}let h=Math.min(r-1,Math.ceil(d-
.5)-1);for(let m=Math.max(0,Math.ceil(u-.5));m<=h;m++){for(let w=c.first[m];w;w=c.next[c.next[w]]){let g=Math.max(0,Math.ceil(c.x[w]-.5)),x=Math.min(o,Math.ceil(
c.x[c.next[w]]-.5));if(x-g>hc)n.fill(l+1,m*o+g,m*o+x);else for(let k=m*o+g;k<m*o+x;k++)n[k]=l+1}c.first[m]=0}}}function pr(t,{width:e,height:n},o,r,i){for(let s=0;s<
t.length;s++)i[s]=t[s]?0:r[s]?dc:Ke,r[s]=t[s];let a=(s,c)=>{let l=i[c]+1;l<=o&&l<i[s]&&(i[s]=l,r[s]=r[c])};for(let s=0,c=0;s<n;s++)for(let l=0;l<e;l++,c++)!i[c]||
i[c]===Ke||(l&&a(c,c-1),s&&a(c,c-e));for(let s=n-1,c=t.length-1;s>=0;s--)for(let l=e-1;l>=0;l--,c--)!i[c]||i[c]===Ke||(l<e-1&&a(c,c+1),s<n-1&&a(c,c+e))}function dr(t,e,{
width:n,height:o},r,{colour:i,stripe:a}){if(i.every((c,l)=>c===a[l])){for(let c=0;c<e.length;c++)t[c]=i[e[c]];return}let s=r/2;for(let c=0,l=0;c<o;c++){let f=c%
r;for(let u=0;u<n;u++,l++){let p=e[l];t[l]=f<s?i[p]:a[p],++f===r&&(f=0)}}}function Ze(t,e,{width:n},o,{within:r,line:i}){for(let a=0;a<e.length-n;a++){let s=e[a];
if(!s)continue;let c=e[a+1],l=e[a+n];if(!(s===c&&s===l||!(c&&r[s]!==r[c]&&(a+1)%n||l&&r[s]!==r[l])))for(let u=0;u<=o;u++)t[a+u]=i,a+u*n<t.length&&(t[a+u*n]=i)}}var gc=600,wc=1e9,hr=.02,yc=["place","postcode"],Je=({countries:t},e)=>t.map(n=>e.countries[n]);function bc(t,e,n,o){let r=new Map;return t.places.forEach(({id:i,
name:a,lon:s,lat:c,country:l},f)=>{let u=e.get(i),p="place:"+i,d=u?u.name:a;r.set(p,{key:p,kind:"place",name:d,lon:s,lat:c,country:l,area:u,plain:B(d),ask:{kind:"\
place",index:f},weight:wc+(u?u.population:0),note:()=>n.t("kind_place")+(u?" · "+u.nuts3:"")})}),t.stops.forEach(({id:i,name:a,lon:s,lat:c,country:l},f)=>{let u="\
stop:"+i;r.set(u,{key:u,kind:"stop",name:a,lon:s,lat:c,country:l,ask:{kind:"stop",index:f},weight:0,plain:B(a),note:()=>n.t("kind_stop")+" · "+n.t(o[l]??"other")})}),
r}function mr(t,e,n,o){let r=new Map(e.map(f=>[f.code,f])),i=Array.from(t.cells.municipality,f=>r.get(t.municipalities[f])),a=new Map(t.cells.id.map((f,u)=>[f,u])),
s=bc(t,r,n,o);function c(f){if(!f.startsWith("cell:"))return s.get(f);let u=a.get(f.slice(5));if(u===void 0)return;let p=i[u],{lon:d,lat:h,country:m}=t.cells;return{
key:f,kind:"cell",name:n.t("cell_of",{name:p?p.name:"?"}),area:p,lon:d[u],lat:h[u],country:m[u],ask:{kind:"cell",index:u}}}function l(f){let u=new Map;return[...s.
values()].filter(p=>{if(p.kind!=="stop")return!0;let d=u.get(p.plain)??[];return u.set(p.plain,[...d,p]),!d.some(h=>f([h.lat,h.lon],[p.lat,p.lon])<gc)})}return{
get:c,has:f=>typeof f=="string"&&c(f)!==void 0,searchable:l,stops:[...s.values()].filter(f=>f.kind==="stop"),areaOfCell:f=>i[f]}}function xc({cells:{lon:t,lat:e}}){
let n=new Map,o=r=>Math.floor(r/hr);for(let r=0;r<t.length;r++){let i=o(t[r])+" "+o(e[r]);n.set(i,[...n.get(i)??[],r])}return(r,i)=>{let a=Math.cos(i*Math.PI/180),
[s,c]=[-1,hr];for(let l of[-2,-1,0,1,2])for(let f of[-1,0,1])for(let u of n.get(o(r)+l+" "+(o(i)+f))??[]){let p=Math.hypot((t[u]-r)*a,e[u]-i);p<c&&([s,c]=[u,p])}
return s}}function gr(t,e,n,o){if(!t)return[];let r=xc(e);return[...t.layer.keys()].filter(i=>yc.includes(t.layer[i])).flatMap(i=>{let a=t.layer[i]==="postcode",
[s,c]=Rn(t,i),l=r(s,c);if(l<0)return[];let f=n.areaOfCell(l);return[{key:"cell:"+e.cells.id[l],kind:a?"postcode":"cell",name:t.name[i],lon:s,lat:c,country:e.cells.
country[l],plain:B(t.name[i]),weight:t.people[i],ask:{kind:"cell",index:l},note:()=>o.t(a?"kind_postcode":"kind_village")+(f?" · "+f.name:"")}]})}function kc(t,e,n){
let o=new Map(t.trips.map(s=>[s.id,s]));function r(s){let c=o.get(s);if(!c)throw new RangeError(`no trip ${s}`);return c}function i({id:s}){let{title:c,departure:l,
period:f,window_min:u=0}=r(s);if(c)return e.in(c);if(!l)return f?e.period(f):s;let p=new Date(l.slice(0,16)+":00Z"),d=new Date(p.getTime()+u*6e4);return e.date(
p)+", "+e.clock(p)+(u?"–"+e.clock(d):"")}function a(s,c){let{lacking:l,by:f}=r(s),u=n[c],p=u&&Object.hasOwn(l,u)?e.in(l[u]):"",d=e.in(f);return p?d.endsWith("\
)")?d.slice(0,-1)+"; "+p+")":`${d} (${p})`:d}return{tripName:i,byTrip:a,kindOf:s=>r(s).kind,nameOf:s=>e.in(r(s).name),ofTrip:(s,c)=>e.in(r(s)[c]),parkOf:s=>r(s).
park_min}}function wr(t,e,n,o,r){let[i,...a]=t.scenarios,s=c=>r.has(c,o.get(c.place),Number(c.percentile));return{...kc(e,n,Je(t,e)),hasBorder:t.cells.covered>1,
mean:r,couldBeOfInhabitants:s,ofInhabitants:c=>c.whose==="mean"&&s(c),trips:t.trips,trip:c=>t.trips.find(l=>l.id===c),opportunities:e.opportunities,hasPlace:o.has,
scenarios:t.scenarios,scenariosOf:c=>[i,...a.filter(l=>!Object.hasOwn(e.scenario_trips,l)||e.scenario_trips[l].includes(c))],scenarioName:c=>c===i?n.t("scenario\
_none"):Object.hasOwn(e.scenarios,c)?n.in(e.scenarios[c]):c}}function yr({arrays:t,meta:e,scenarios:n}){let o={cell:0,place:e.n_cells,stop:e.n_cells+e.n_places};return({place:r,trip:i,direction:a,percentile:s,scenario:c})=>{
if(a==="to")return 1/0;let l=p=>t[`edge/${i}/${p}/${s??""}`]??t[`edge/${i}/${p}/`],f=l(c??n[0])??l(n[0]),u=f?f[o[r.kind]+r.index]:255;return u===255?1/0:u}}function _c(t,e){let n=e?e.step_min:1,o=new Map((e?e.codes:[]).map((s,c)=>[s,c])),r=new Map((e?e.layers:[]).map((s,c)=>[s.trip+"/"+s.scenario,{...s,number:c}])),
i=new Map;function a(s,c){let l=s.number+"/"+c;if(!i.has(l)){let f=t["mean/"+l],u=s.base===null||f===void 0?null:t[`mean/${s.base}/${c}`];i.set(l,u?Float64Array.
from(f,(p,d)=>p+u[d]):f)}return i.get(l)}return{step:n,hasRow:s=>o.has(s),found:s=>r.get(s.trip+"/"+s.scenario),at(s,c,l,f){let u=o.get(l),p=a(s,c);if(p===void 0||
u===void 0)return NaN;let d=s.longest_min/n+1;return p[u*d+Math.min(f,s.longest_min)/n]}}}var vc=(t,e)=>({trip:n,opportunity:o,cutoff:r},i)=>{if(!e)return null;
let a=e.bounds.layers.findIndex(([u,p])=>u===n&&p===o),s=e.bounds.cutoffs.indexOf(r);if(a<0||s<0)return null;let c=e.codes.indexOf(i)*e.bounds.cutoffs.length+s,
l=u=>{let[p,d]=["lower","upper"].map(h=>t[`mean/bounds/${a}/${u}_${h}`][c]);return Math.round(d)>Math.round(p)?[[u,[p,d]]]:[]},f=[...l("closed"),...l("open")];return f.
length?Object.fromEntries(f):null};function br(t,e,n){let{step:o,hasRow:r,found:i,at:a}=_c(t,e),s=e?e.edge_share:0,c=vc(t,e),l=e?.layers.find(({base:h})=>h===null)?.
scenario;function f(h){let m=i(h);if(!m)throw new RangeError(`no mean inhabitants for ${h.trip}, ${h.scenario}`);return m}function u(h,m,w){return!!(e&&m&&m.kind===
"place"&&m.area&&r(m.area.code)&&i(h)&&h.direction==="from"&&h.reading==="destinations"&&w===50&&e.opportunities.includes(h.opportunity))}function p(h,m,w){let g=f(
h),x=(z,j)=>a(g,z,m,j),{cutoff:k,opportunity:_,resistance:O}=h,v=(z,j)=>j<0?0:x(`${_}/${z}`,j),N=n.map(z=>v(z,k)),V=n.map((z,j)=>j===w?N[j]:v(z,k-O)),U=N[w]??NaN,
q=z=>z.reduce((j,Hr,Gr)=>Gr===w?j:j+Hr,0),Q=U+q(N),tt=q(V),C=x("edge",k),rn=h.scenario===l?c(h,m):null,sn=rt(N);return{by:N,feltBy:V,closed:U,open:Q,total:Q,realised:U+
tt,felt:tt,missing:x(_+"/unknown",k),...rn?{bounds:rn}:{},edgeShare:C,touchesEdge:C>s,shareWithout:sn>0?Math.min(1,x(_+"/without",k)/sn):NaN}}function d(h,m,w=h.
opportunity){let g=f(h),x=k=>Float64Array.from({length:g.longest_min+1},(_,O)=>{let v=Math.floor(O/o)*o,[N,V]=[v,Math.min(v+o,g.longest_min)].map(U=>a(g,`${w}/${k}`,
m,U));return N+(V-N)*(O-v)/o});return{by:n.map(x)}}return{has:u,figures:p,curve:d,step:o,edgeShare:s,longest:h=>i(h)?.longest_min??1/0}}function Oc(t,e){return t.study.flatMap(n=>{let o=e.get("place:"+n);return!o||!o.area?[]:[{key:o.key,name:o.name,place:o.ask,country:o.country,area:o.area}]})}function xr(t,e){
let{data:n,words:o,engine:r,areas:i}=t,a=Je(r,n),s=a.map(h=>h.toLowerCase()),c=mr(r,i,o,s),l=br(r.arrays,n.mean,a.slice(0,r.cells.covered)),f=wr(r,n,o,c,l),u={...r.
opportunities,population:r.cells.population},p={state:ct({...G(Nt()),...e},n.start,f),times:null,shown:null,other:null,why:null,onPaper:!1,fit:!1},d=()=>!p.onPaper&&
Ft(p.state.theme);return{...t,codes:a,sides:s,places:c,mean:l,known:f,now:p,dark:d,baseline:r.scenarios[0],members:Oc(n,c),cut:yr(r),look:Xn(r.cells.n),here:(h=p.
state)=>c.get(h.place),weights:()=>u[p.state.opportunity],longest:(h=p.state)=>it(f,h.trip)||Zt,theme:()=>Gn[d()?"dark":"light"],palettes:()=>({times:d()?n.palettes.
dark:n.palettes.light,diverging:n.palettes.diverging}),ofInhabitants:(h=p.state)=>f.ofInhabitants(h),comparing:()=>!!(p.state.compare&&p.shown?.before?.minutes)}}var Sc=12,Tc=350,Ec=24;function kr(t,e,{edge:n,cut:o},r){let i=new Map,a=null,s=0,c=0;function l(u){let p=JSON.stringify([{...u.request,place:null},u.opportunity]),
d=i.get(p)??{curves:[],question:u};return i.set(p,d),i.size>Sc&&i.delete(i.keys().next().value??""),d}async function f(u,p){let d=performance.now();for(;u.curves.
length<e.length;){let{request:h,weights:m,longest:w}=u.question,g={...h,place:e[u.curves.length].place},x=await t.times(g);if(p!==c)return;if(u.curves.push(H(x)?
null:no({engine:t,weights:m,edge:n,longest:w},x,o(g))),performance.now()-d>Ec)break}r(),u.curves.length<e.length&&(s=window.setTimeout(f,0,u,p))}return{ask(u){a=
l(u),c++,clearTimeout(s),a.curves.length<e.length&&(s=window.setTimeout(f,Tc,a,c))},get done(){return a===null?0:a.curves.length},all:e.length,standings(u){return e.
map((p,d)=>{let h=a?.curves[d]??null;return{member:p,...h?u(h,p.country):{value:NaN,edge:!1,still:!1}}})}}}function _r(t){let e=t.filter(n=>!Number.isNaN(n.value));
return{rows:e.filter(n=>!n.edge&&!n.still).sort((n,o)=>o.value-n.value),left:{edge:e.filter(n=>n.edge).length,still:e.filter(n=>n.still&&!n.edge).length,unknown:t.
length-e.length}}}function Ac({value:t,edge:e,still:n}){return T(t)&&!e&&!n?"ranked":e?"edge":n?"still":"unknown"}function vr(t,e){let{engine:n,members:o,edge:r,cut:i,mean:a,now:s,
words:c,sides:l}=t,f=kr(n,o,{edge:r,cut:i},p);function u(){return t.ofInhabitants()?o.map(d=>{let h=a.figures(s.state,d.area.code,d.country),m=ot(h,s.state,d.country,
l);return{member:d,value:m.atLeast[s.state.border],edge:m.touchesEdge,still:at(m)}}):f.done<f.all?[]:f.standings((d,h)=>oo(s.state,d,h))}function p(){let{state:d,
shown:h}=s;if(!h||h.status)return;let m=t.ofInhabitants(),w=u(),{rows:g,left:x}=_r(w),k=w.find(v=>v.member.key===d.place),_=k??{value:h.atLeast[d.border],edge:h.
touchesEdge,still:at(h)},O=g.filter(v=>v.member.key!==d.place);Jo(c,R(t),{all:f.all,done:m?f.all:f.done,rows:g,left:x,member:k?d.place:null,own:Ac(_),kind:m?"ra\
nk_mean":k?"rank_among":"rank_beside",lacking:X(c,h,d.border),place:O.filter(v=>v.value>_.value).length+1,shared:O.some(v=>v.value===_.value),of:O.length+1},v=>e(
{place:v}))}return{show:p,ask(){let{state:d,shown:h}=s;if(!h||h.status||t.ofInhabitants())return;let m=d.border!=="closed"||d.reading!=="routing";f.ask({request:{
...$(d,t.here(),t.baseline).open,foreign_routing:m},opportunity:d.opportunity,weights:t.weights(),longest:t.longest()})},progress:()=>({done:f.done,all:f.all})}}function Or(t,e){let n=document.createElement("canvas").getContext("2d"),o=getComputedStyle(document.body).fontFamily,r=t.containerPointToLayerPoint([0,0]),i=L.
bounds(r,t.containerPointToLayerPoint(t.getSize())),[a,s]=[i.min,i.max];return{screen:i,point:c=>t.latLngToLayerPoint(c),free:c=>c[0]>=a.x&&c[2]<=s.x&&c[1]>=a.y&&
c[3]<=s.y&&e.every(l=>pn(l,c)),take:(...c)=>{e.push(...c)},widthOf(c,l,f){return n.font=`${f?600:400} ${l}px ${o}`,n.measureText(c).width}}}var Sr=({x:t,y:e},n,o,r)=>[
[t+r,e-o/2],[t-r-n,e-o/2],[t-n/2,e-o-4],[t-n/2,e+4]];function Bt(t,e,n){return t.style.transform=`translate(${e}px,${n}px)`,t}var Ic=1.6,Nc=250,Mc=6;function Tr(t,e,n,o){return Wt(n,"cells",{_update(){if(this._map._animatingZoom&&this._bounds)return;L.Renderer.prototype._update.call(this),
this._fit(),Ve(t,this._frame,this._cell),Ve(e,this._frame,this._near);let r=Math.min(Nc,Math.round(Ic*ln(this._frame.scale,o)));pr(this._cell,this._frame,r,this.
_near,this._distance),this._expecting||this.draw()},expect(){this._expecting=!0,requestAnimationFrame(()=>{this._expecting&&this.draw()})},_fit(){let{frame:r,other:i}=this.
_lay(zt(!0));if(this._frame=r,!i&&this._cell)return;let{width:a,height:s}=r;this._image=this._context.createImageData(a,s),this._pixels=new Uint32Array(this._image.
data.buffer),this._cell=new Uint32Array(a*s),this._near=new Uint32Array(a*s),this._distance=new Uint8Array(a*s)},paint(r){this._look=r,this.draw()},draw(){if(this.
_expecting=!1,!this._look||!this._cell)return;let{ratio:r}=this._frame;dr(this._pixels,this._cell,this._frame,Mc*r,this._look);let i=r>1?3:1;Ze(this._pixels,this.
_near,this._frame,i,this._look);let{second:a}=this._look;a&&Ze(this._pixels,this._near,this._frame,i+r,a),this._context.putImageData(this._image,0,0)},at(r,i){let a=this.
_map.latLngToLayerPoint(r).subtract(this._bounds.min).multiplyBy(this._frame.ratio).floor(),{width:s,height:c}=this._frame;if(a.x<0||a.y<0||a.x>=s||a.y>=c)return-1;
let l=a.y*s+a.x;return(i?this._near[l]:this._cell[l])-1}})}var Lc=[["land",200],["cells",300],["base",350],["lines",400],["way",430],["chosen",440],["names",620]],Cc=.6;function Er(t,e,n){for(let[p,d]of Lc){let h=t.createPane(
p);h.style.zIndex=String(d),h.style.pointerEvents="none"}let o={};for(let p of["land","lines"])o[p]=L.canvas({pane:p,padding:.15});let r=(p,d)=>({pane:p,renderer:o[p],
interactive:!1,smoothFactor:Cc,...d}),i=e.base.border.map(de),a=e.edge.map(de),s=n.map(p=>L.polygon(p.rings,r("land",{weight:1})).addTo(t)),c=n.map(p=>L.polygon(
p.rings,r("lines",{fill:!1,weight:p.part==="ring"?.5:.9})).addTo(t)),l=L.polyline(a,r("lines",{weight:1.6,dashArray:"5 5"})).addTo(t),f=L.polyline(i,r("lines",{
weight:5,opacity:.85})).addTo(t),u=L.polyline(i,r("lines",{weight:2.4})).addTo(t);return{frontier:i,edge:a,dress(p){for(let d of s)d.setStyle({color:p.land,fillColor:p.
land,fillOpacity:1});c.forEach((d,h)=>d.setStyle({color:n[h].part==="ring"?p.faint:p.outline})),l.setStyle({color:p.edge}),f.setStyle({color:p.halo}),u.setStyle(
{color:p.border})},flush(){for(let p of Object.values(o))p._redraw()}}}var Ye=10,$c=6,pe=14,Rc=300,Pc=34,Bc=[0,9,9.75,11.5],Dc=t=>t<9.5?26:60,jc=2;function Ar(t){let e=t.getZoom(),n=t.containerPointToLayerPoint([0,0]),o=t.getPixelOrigin(),
r=t.getSize();return{width:r.x,height:r.y,scale:2**e,zoom:e,x:n.x,y:n.y,left:o.x+n.x,top:o.y+n.y}}function Fc(t,{width:e,height:n}){let o=[];for(let i=1;i<t.length;i++){
let[[a,s],[c,l]]=[t[i-1],t[i]],f=Math.max(1,Math.ceil(Math.hypot(c-a,l-s)/12));for(let u=0;u<f;u++){let p=a+(u+.5)/f*(c-a),d=s+(u+.5)/f*(l-s);p>0&&d>0&&p<e&&d<n&&
o.push([p,d])}}let r=Math.floor(o.length/2);return o.map((i,a)=>o[r+(a%2?-1:1)*Math.ceil(a/2)]).filter(Boolean)}var Uc=t=>t.reduce((e,[n,o],r)=>r?e+Math.hypot(n-
t[r-1][0],o-t[r-1][1]):0,0);function Ir(t,e,n,o){let r=Ar(t),i=xe(e,r.zoom),a=[],s=new Map;for(let c of o){if(!Ot(e,"road",c,r.zoom)||r.zoom<Bc[c-1])continue;let l=St(
e,"road",c,r).filter(f=>e.name[f]).map(f=>({name:e.name[f],corners:Tt(e,f,i,r)})).map(f=>({...f,long:Uc(f.corners)})).filter(({long:f})=>f>=Pc).sort((f,u)=>u.long-
f.long);for(let{name:f,corners:u}of l){if(a.length>=Dc(r.zoom))return a;let p=f.split("/").slice(0,jc).join("/"),d=n.widthOf(p,Ye,!0)+$c,h=f.split("/").flatMap(
m=>s.get(m)??[]);for(let[m,w]of Fc(u,r)){if(h.some(([k,_])=>Math.hypot(k-m,_-w)<Rc))continue;let[g,x]=[r.x+m-d/2,r.y+w-pe/2];if(n.free([g-2,x-2,g+d+2,x+pe+2])){
n.take([g,x,g+d,x+pe]),a.push({text:p,rank:c,x:g,y:x,width:d,height:pe}),h.push([m,w]);for(let k of f.split("/"))s.set(k,[...s.get(k)??[],[m,w]])}}}}return a}function Nr(t,e,n,o){
let r=Ar(t);return o.filter(i=>Ot(e,n,i,r.zoom)).flatMap(i=>St(e,n,i,r).map(a=>{let[[s,c]]=Tt(e,a,1/0,r);return{name:e.name[a],rank:i,people:e.people[a],at:L.point(
r.x+s,r.y+c)}}).sort((a,s)=>s.people-a.people))}var zc=6e4,Wc=10.5,Hc=9.5,Gc=".leaflet-bar, .leaflet-control-scale, #warnings li, #map-tools button",Xc=220,Kc=8,Vc=10,Zc=12,Jc=[12.5,11.5,11,10.5];function Yc(t){
let e=t.containerPointToLayerPoint([0,0]),n=t.getContainer().getBoundingClientRect(),[o,r]=[e.x-n.left,e.y-n.top];return[...document.querySelectorAll(Gc)].map(i=>{
let a=i.getBoundingClientRect();return[a.left+o,a.top+r,a.right+o,a.bottom+r]})}function bt(t,e,n,o,r){let i=o.size*1.3,a=Math.min(t.widthOf(e,o.size,o.bold),Xc)+
4,c=(r?Sr(n,a,i,5):[[n.x-a/2,n.y-i/2]]).find(([u,p])=>t.free([u,p,u+a,p+i]));if(!c)return[];let[l,f]=c;return t.take([l,f,l+a,f+i],[n.x-3,n.y-3,n.x+3,n.y+3]),[{
name:e,x:l,y:f,at:n,...o,dot:r}]}function qc(t,e){let n=t.point(e.latlng);return t.take([n.x-11,n.y-31,n.x+11,n.y+2]),bt(t,e.name,n.add([8,-14]),{size:14,bold:!0,
kind:"here"},!0)}function Qc(t,{areas:e,frontier:n,words:o},r){let i=n.flat().filter((s,c)=>c%Vc===0).map(t.point);if(!i.some(s=>t.screen.contains(s)))return[];
let a=s=>i.some(c=>Math.abs(c.x-s.x)<100&&Math.abs(c.y-s.y)<26);return[...new Set(e.map(s=>s.country))].flatMap(s=>{let c=o.t(s.toLowerCase()).toLocaleUpperCase(),
l=e.filter(f=>f.country===s).map(f=>t.point(f.centre)).filter(f=>t.screen.contains(f)&&!a(f)).sort((f,u)=>f.distanceTo(r)-u.distanceTo(r));for(let f of l){let u=bt(
t,c,f,{size:13,bold:!0,kind:"country"},!1);if(u.length)return u}return[]})}function ta(t,{edge:e,words:n}){let[o]=e.flat().filter((r,i)=>i%Kc===0).map(t.point).
filter(r=>t.screen.contains(r)).sort((r,i)=>i.y-r.y);return o?bt(t,n.t("data_end"),o.add([0,11]),{size:11,bold:!1,kind:"end"},!1):[]}function qe(t,{map:e,base:n},o){
return n?Ir(e,n,t,o).map(({text:r,rank:i,x:a,y:s,width:c})=>({name:r,x:a,y:s,at:L.point(a,s),size:Ye,bold:!0,dot:!1,width:c,kind:i===1?"shield motorway":"shield"})):
[]}function Qe(t,{map:e,base:n},o){return n?Nr(e,n,"place",o).filter(({at:r})=>t.screen.contains(r)).flatMap(({name:r,rank:i,at:a})=>bt(t,r,a,{size:Jc[i-1],bold:!1,
kind:"village"},!0)):[]}function Mr(t,e,n){let{map:o,places:r,areas:i}=t,a=o.getZoom(),s=Or(o,Yc(o)),c=e?qc(s,e):[];c.push(...Qe(s,t,[1]));let l=o.containerPointToLayerPoint(
o.getSize().divideBy(2)),f=!1;for(let[u,p,d]of r){let h=i[u];if(!f&&h.population<zc&&(f=!0,c.push(...Qc(s,t,l))),e&&e.area===h&&e.kind==="place"||!hn(h,a))continue;
let m=s.point([d,p]);if(!s.screen.contains(m))continue;let w=mn(h.population),g=h.part==="ring"?"ring":"town";c.push(...bt(s,h.name,m,{size:w,bold:w>Zc,kind:g,number:u},
!0))}c.push(...qe(s,t,[1,2]),...Qe(s,t,[2,3]),...qe(s,t,[3]));for(let u of a>=(t.transit()?Hc:Wc)?n:[]){let p=s.point([u.lat,u.lon]);s.screen.contains(p)&&c.push(
...bt(s,u.name,p,{size:10.5,bold:!1,kind:"stop",stop:u.key},!0))}return c.push(...Qe(s,t,[4]),...qe(s,t,[4])),[...c,...ta(s,t)]}function Lr(t,e){t.replaceChildren(
...e.flatMap(n=>{let o=y("span",{class:"place "+n.kind+(n.bold?" big":"")},n.name);return o.style.fontSize=n.size+"px",n.width&&(o.style.width=n.width+"px"),Bt(
o,n.x,n.y),!n.dot||n.kind==="here"?[o]:[Bt(y("i",{class:"dot "+n.kind}),n.at.x-2.5,n.at.y-2.5),o]}))}var ea=12,na=240,oa=9;function Cr(t=""){let e=y("div",{class:"pin"+t,"aria-hidden":"true"});return e.append(S("svg",{viewBox:"0 0 24 32"},S("path",{d:"M12 31C12\
 31 2.5 18.6 2.5 11.4a9.5 9.5 0 0 1 19 0C21.5 18.6 12 31 12 31Z"}),S("circle",{cx:12,cy:11.5,r:3.6}))),e}function ra(t){t.append(y("div",{class:"cross","aria-hi\
dden":"true"}));let e=n=>t.classList.toggle("keyed",n);t.addEventListener("keyup",n=>e(n.target===t)),t.addEventListener("pointerdown",()=>e(!1)),t.addEventListener(
"blur",()=>e(!1))}function sa(t,e){let n=y("div",{id:"hover",hidden:!0,"aria-hidden":"true"});t.getContainer().append(n);let o=null,r=()=>"";function i(){o&&(n.
textContent=r(e.at(o,!1)),n.hidden=!n.textContent)}return{sayAgain:i,quiet(){n.hidden=!0},hover(a){window.matchMedia("(hover: hover)").matches&&(r=a,t.on("mouse\
move",({latlng:s,containerPoint:c})=>{o=s,i();let l=c.x>t.getSize().x-na;n.style.transform=`translate(${c.x+(l?-12:14)}px,${c.y+14}px)`+(l?" translateX(-100%)":
"")}),t.on("mouseout zoomstart movestart",()=>{o=null,n.hidden=!0}))}}}function ia(t,e){function n(r){let i=e(),a=i&&t.getBounds().contains(i)?i:t.getCenter();return t.
setZoomAround(a,t.getZoom()+r)}let{zoomDelta:o=1}=t.options;t.zoomIn=(r=o)=>n(r),t.zoomOut=(r=o)=>n(-r)}var ca=t=>e=>{let n=L.latLngBounds(e);n.isValid()&&t.fitBounds(
n,{padding:[24,24],maxZoom:ea,animate:!1})};function aa(t,e,n,o){let r=t.getPane("names"),i={written:[],chosen:null,second:null,stops:[]},a=Ut(()=>{i.written=o(
i.chosen,i.stops),Lr(r,i.written)}),s=[a,...n?[n.late]:[]];function c(){[i.chosen?.latlng,i.second&&L.latLng(i.second.lat,i.second.lon)].forEach((l,f)=>{if(e[f].
hidden=!l,!l)return;let u=t.latLngToLayerPoint(l);Bt(e[f],u.x-12,u.y-31)})}return t.on("moveend zoomend resize viewreset",()=>{c(),a.ask()}),t.on("zoomstart",()=>{
r.replaceChildren();for(let l of e)l.hidden=!0}),{chooseSecond(l){i.second=l,c()},choose(l){i.chosen=l,c(),a.ask()},showStops(l){i.stops=l,a.ask()},rename:()=>a.
ask(),hold:()=>s.forEach(l=>l.hold()),release:()=>s.forEach(l=>l.release()),flush:()=>s.forEach(l=>l.flush()),get written(){return i.written},get chosen(){return i.
chosen}}}function $r(t,e,{areas:n,cells:o,base:r,words:i}){let a=Er(t,e,n),[s,c,l,f]=e.base.bounds,u=Tr(o,fr(n.map(x=>x.rings.flat())),"cells",(s+l)/2),p=r?Bn("\
base"):null,d=[Cr(),Cr(" second")];d[1].hidden=!0,t.getPane("chosen")?.append(...d),ra(t.getContainer()),L.control.scale({imperial:!1,position:"bottomright",maxWidth:110}).
addTo(t);let h=L.latLngBounds([s,c],[l,f]),m=()=>t.fitBounds(h,{padding:[2,2],animate:!1});t.setMaxBounds(h.pad(.9)),Un(t,m);let w=!1,g=aa(t,d,p,(x,k)=>Mr({map:t,
places:e.base.places,areas:n,base:r,words:i,transit:()=>w,...a},x,k));return ia(t,()=>g.chosen?.latlng),zn(t,()=>{t.invalidateSize({animate:!1,pan:!1}),m()}),{layer:u,
home:m,...sa(t,u),dress(x,k){a.dress(x),p?.dress(k)},start(){m(),u.addTo(t),p?.addTo(t).show(r)},emphasise(x){x!==w&&(w=x,p?.emphasise(x),g.rename())},fit:ca(t),
choose:g.choose,chooseSecond:g.chooseSecond,showStops:g.showStops,expect(){u.expect(),g.hold()},answered:g.release,flush(){a.flush(),g.flush()},nameAt(x){let k=t.
containerPointToLayerPoint(x),[_]=g.written.filter(O=>(O.number!==void 0||O.stop)&&O.dot).map(O=>({far:O.at.distanceTo(k),one:O})).sort((O,v)=>O.far-v.far);return _&&
_.far<oa?_.one:null},get written(){return g.written},get chosen(){return g.chosen}}}var la=[30,45,60],fa=350,ua=24;function tn({known:t,now:{state:e}}){let n=new Map;for(let{id:o}of t.trips){let r=t.kindOf(o);(!n.has(r)||o===e.trip)&&n.set(r,o)}
return[...n.values()]}function Rr({known:t,baseline:e,now:{state:n}},o){let r=t.scenariosOf(o).includes(n.scenario)?n.scenario:e,i=t.trip(o).percentiles,a=o===n.
trip?n.percentile:i?.includes(50)?50:i?.[0]??50;return{...n,trip:o,scenario:r,percentile:a}}var Br=({now:{state:t}})=>[...new Set([...la,t.cutoff])].sort((e,n)=>e-
n);function pa(t,e){let{engine:n,known:o,mean:r,now:i,sides:a,baseline:s}=t,c=new Map,[l,f]=[0,0],u=h=>JSON.stringify($(h,t.here(),s));function p(h,m){let w=t.here();
return h.cutoff>(o.trip(h.trip).max_min??1/0)?null:t.ofInhabitants()?!o.ofInhabitants(h)||h.cutoff>r.longest(h)?null:ke(r.figures(h,w.area?w.area.code:"",w.country),
h,w.country,a):m&&!H(m.open)?ke({engine:n,weights:t.weights(),times:m},h,w.country,a):null}async function d(h){for(let m of tn(t)){let w=Rr(t,m),g=u(w);if(m===i.
state.trip||c.has(g))continue;let x={};for(let[k,_]of Object.entries($(w,t.here(),s)))if(x[k]=await n.times(_),h!==f)return;c.set(g,x),c.size>ua&&c.delete(c.keys().
next().value??"")}e()}return{ways(){let h=[];for(let m of tn(t)){let w=Rr(t,m),g=t.ofInhabitants()?null:m===i.state.trip?i.times:c.get(u(w))??null;if(!t.ofInhabitants()&&
!g)return null;h.push({trip:m,at:new Map(Br(t).map(x=>[x,p({...w,cutoff:x},g)]))})}return h},ask(){f++,clearTimeout(l),i.shown&&!i.shown.status&&!t.ofInhabitants()&&
(l=window.setTimeout(d,fa,f))}}}function da({words:t,known:e},{trip:n,at:o},r){let{t:i}=t,a=r.map(s=>(o.get(s)??null)?.bounds);return["closed","open"].flatMap(s=>[
"lower","upper"].map((c,l)=>[e.nameOf(n),i("bounds_"+c,{what:i("shown_"+s)}),...a.map(f=>f?.[s]?t.count(f[s][l]):i("missing"))])).filter(([,,...s])=>s.some(c=>c!==
i("missing")))}function Pr(t,e){let{words:n,known:o,now:{state:r}}=t,{t:i}=n,a=Br(t),s=R(t);return{caption:[s.whose,s.opportunity,i("direction_"+r.direction)].join(
" · "),head:[i("mode"),i("border"),...a.map(c=>i("minutes",{n:n.minutes(c)}))],body:e.flatMap(({trip:c,at:l})=>(o.hasBorder?M:["open"]).map(f=>[o.nameOf(c),i("\
shown_"+f,{n:n.minutes(r.resistance)}),...a.map(u=>{let p=l.get(u);return p?E(n,p,f):i("missing")})]).concat(da(t,{trip:c,at:l},a)))}}function Dr(t,e){let{words:n,
known:o,now:r}=t,{t:i}=n,a=pa(t,c);function s({trip:f,at:u}){let p=u?.get(r.state.cutoff),d=p?E(n,p,r.state.border):u||r.shown?.status?i("missing"):"…",h=p&&I(
p)&&r.state.border==="open"&&p.closed>0&&T(p.open)?" ("+n.signedShare(p.open/p.closed-1)+")":"",m=y("button",{type:"button","aria-pressed":String(f===r.state.trip),
"data-key":f},o.nameOf(f)+" ",y("b",{},d),h);return m.addEventListener("click",()=>e({trip:f})),m}function c(){let f=tn(t),u=r.shown&&!r.shown.status?a.ways():null;
if(b("ways").hidden=f.length<2,b("ways-box").hidden=f.length<2||!u,f.length<2||(J(b("ways"),...f.map((d,h)=>s({trip:d,at:u?u[h].at:null}))),!u))return;let p=R(t);
b("ways-title").textContent=[i("ways"),p.opportunity,p.whose].join(" · "),b("ways-box").open&&J(b("ways-table"),Uo(Pr(t,u)).node)}b("ways-box").addEventListener(
"toggle",c);let l=gt("ways");return b("ways-box").append(l),wt(l,t,()=>{let f=a.ways();return f&&Pr(t,f)}),{ask(){c(),a.ask()}}}var en=86400,Fr=1e3,ha=1e4,jr=({words:t},e)=>t.clock(new Date((e%en+en)%en*1e3));function ma(t,e){return e===null||e===0?"":t.t("why_length",{km:t.minutes(e/Fr,
e<ha?1:0)})}function Ur(t,e){let{words:n,engine:o}=t,{t:r}=n,i=c=>c<0?"":o.stops[c].name,a=r("minutes",{n:n.minutes(e.seconds/60,1)});if(e.kind==="park")return r(
"why_park")+": "+a;if(e.kind==="wait")return r(e.from<0?"why_early":"why_wait",{stop:i(e.from)})+": "+a;if(e.kind==="ride"){let{departs:c,arrives:l}=e;return r(
"why_ride",{line:e.line||"?",headsign:e.headsign?" "+r("why_towards",{headsign:e.headsign}):"",minutes:a,from:i(e.from),departs:jr(t,c??0),to:i(e.to),arrives:jr(
t,l??0)})}let s=n.named("modes",e.mode)??e.mode;return[n.capital(s)+(e.to<0?"":" → "+i(e.to))+": "+a,ma(n,e.metres)].filter(c=>c).join(", ")}function ga(t){let{
words:e,now:{why:n}}=t,o=document.querySelector("#why .main")?.textContent;return n&&o?{caption:o,head:[e.t("why_leg"),e.t("why_minutes"),e.t("why_km")],body:n.
legs.map(r=>[Ur(t,r),e.minutes(r.seconds/60,1),r.metres?e.minutes(r.metres/Fr,1):""])}:null}function zr(t,e){let{map:n,words:o,now:r,places:i}=t,a=null,s=y("but\
ton",{type:"button",id:"why-close"});s.addEventListener("click",()=>e({target:""}));let c=gt("why");wt(c,t,()=>ga(t));function l(f,u){a??={group:L.layerGroup().
addTo(n),renderer:L.canvas({pane:"way",padding:.15})};let{group:p,renderer:d}=a,{halo:h,line:m,second:w}=t.theme();p.clearLayers();let g={pane:"way",renderer:d,
interactive:!1,smoothFactor:.5};for(let[x,k]of[[h,4],[m,0]])for(let _ of f.filter(({spots:O})=>O.length>1)){let O=_.kind==="ride";L.polyline(_.spots,{...g,color:O&&
!k?w:x,weight:(O?5:3)+k,opacity:1}).addTo(p)}for(let{spots:x}of f.filter(({kind:k})=>k==="ride"))for(let k of[x[0],x[x.length-1]])L.circleMarker(k,{...g,radius:4.5,
weight:2,color:m,fillColor:h,fillOpacity:1}).addTo(p);L.circleMarker([u.lat,u.lon],{...g,radius:7,weight:3,color:m,fillColor:h,fillOpacity:1}).addTo(p)}return{flush:()=>a?.
renderer._redraw?.(),show(){let{why:f,state:u}=r,p=i.get(u.target);if(b("why").hidden=!f||!p,!f||!p){a?.group.clearLayers();return}let{t:d}=o,h=!Number.isNaN(f.
minutes),m=Y(t);s.textContent=d("close"),b("why").replaceChildren(y("h2",{},d("why_title")),y("p",{class:"main"},d(h?"why_said":"why_unreached",{from:o.capital(
m),target:p.name,n:o.minutes(f.minutes,1)})),y("ol",{},...f.legs.map(w=>y("li",{class:w.kind},Ur(t,w)))),y("p",{class:"small"},f.legs.some(({kind:w})=>w==="ride")?
d("why_percentile",{share:o.share(u.percentile/100)}):""),...h?[c]:[],s),l(f.legs,p)}}}var wa=120,ya=300,ba=700;function nn(t,e){let n=0;return()=>{clearTimeout(n),n=window.setTimeout(e,t)}}function Wr({map:t,view:e,here:n},o){let r=n(),i=L.latLng(
r.lat,r.lon);o&&!t.getBounds().pad(-.08).contains(i)&&t.panTo(i,{animate:!1}),e.choose({...r,latlng:i})}function xa({view:t,engine:e,here:n,now:o}){if(o.fit=!1,
!o.shown||o.shown.status)return;let{lon:r,lat:i}=e.cells,a=A(o.state.cutoff),s=n(),c=[[s.lat,s.lon]];o.shown.minutes.forEach((l,f)=>{l<=a&&c.push([i[f],r[f]])}),
t.fit(c)}var ka=({now:t},e)=>n=>{t.fit||=n.place!==void 0,e(n)};function on(t,e){document.documentElement.dataset.theme=e?"dark":"light",b("theme").textContent=
t.t(e?"theme_light":"theme_dark")}function _a(t){let{words:e,data:n,map:o,view:r,now:i}=t;return{speak(){e.language=i.state.language,Ht(e,n,o.getContainer()),Wr(
t,!1),on(e,t.dark())},dress(){on(e,t.dark()),wn(n.sides,t.dark()),r.dress(t.theme(),t.dark())}}}function va(t,e,n){let{map:o,view:r,areas:i,engine:a,words:s}=t;
function c(l,f,u){let p=r.nameAt(l),d=p?-1:r.layer.at(f,!0);if(!p&&d<0)return yt(s.t("outside_click"));let h=p?p.stop??"place:"+i[Number(p.number)].code:"cell:"+
a.cells.id[d],m=u.shiftKey?"versus":u.altKey?"why":void 0;return n.picked(h,m)?void 0:e({place:h})}o.on("click",l=>c(l.containerPoint,l.latlng,l.originalEvent)),
o.getContainer().addEventListener("keydown",l=>{l.key!=="Enter"||l.target!==o.getContainer()||(l.preventDefault(),c(o.latLngToContainerPoint(o.getCenter()),o.getCenter(),
l))}),r.hover(l=>cr(t,l))}function Oa(t,e){let{words:n,known:o,places:r,view:i,now:a,map:s}=t,{speak:c,dress:l}=_a(t),f=vr(t,_),u=Dr(t,_),p=nn(ba,()=>{b("said").
textContent=b("headline").textContent}),d=nn(wa,()=>We(t,_)),h=nn(ya,()=>He(t)),m=[...r.searchable((v,N)=>s.distance(v,N)),...gr(t.base,t.engine,r,n)],w=yo(b("q\
uestion"),{words:n,known:o,entries:m,ask:ka(t,_)}),g=qo(t,m,_),x=zr(t,_);or(t);let k=uo(t,{begin(v){a.state.language!==v.language&&c(),a.state.theme!==v.theme&&
l(),w.show(a.state,t.here().name),g.show(),a.state.place!==v.place&&(i.expect(),Wr(t,!0)),b("headline").setAttribute("aria-busy","true"),i.quiet()},draw(){i.emphasise(
o.trip(a.state.trip).mode==="transit"),a.fit&&xa(t),sr(t),i.answered(),i.sayAgain(),ir(t,_),x.show(),p(),f.ask(),f.show(),u.ask(),ue(t),Vo(t)},later(){d(),h()}},
e.redrawMs);function _(v){return k.ask(v)}function O(){l(),a.shown&&k.show(a.state)}return b("theme").addEventListener("click",()=>{let v=t.dark()?"light":"dark";
return me({theme:v}),_({theme:v})}),b("table-box").addEventListener("toggle",()=>We(t,_)),b("rank-box").querySelector("details").addEventListener("toggle",f.show),
ge().addEventListener("change",O),window.addEventListener("hashchange",()=>_(G(location.hash))),ar(t,{dress:l,draw:k.draw,again:O,flush:x.flush}),va(t,_,g),Object.
defineProperty(e,"rank",{get:f.progress}),e.settled=k.settled,{ask:_,first(){return i.start(),c(),l(),i.showStops(r.stops),k.show(a.state)}}}async function Sa(t,e,n){
let{trip:o,scenario:r}={...e.start,...G(Nt())},i={place:{kind:"cell",index:0},trip:o,scenario:r},a={manifest:await In(e.engine.head),chunks:e.engine.chunks},s=await Eo(
a,b("grensgeo-engine").textContent,i),c=d=>s.arrays["shape/"+d],l=dn(e.base),f=lr(Object.fromEntries(["rings","corners","start_x","start_y","step_x","step_y"].map(
d=>[d,c(d)]))),u=await Pn(e.base_map),p=$r(t,e,{areas:l,cells:f,base:u,words:n});return{map:t,data:e,words:n,engine:s,areas:l,base:u,view:p,edge:c("edge")}}function Ta(t){
let e=yn();Object.assign(e.start,Sn(e.language,{}));let n=_n(e.labels,e.start.language),o={},r=s=>{Object.assign(o,s),n.language=s.language,Ht(n,e,t.getContainer())};
Dn(s=>{me({language:s}),r({language:s})});let i={redrawMs:[]};async function a(){let s=xr(await Sa(t,e,n),o),{ask:c,first:l}=Oa(s,i);return r=c,Object.defineProperties(
i,{state:{get:()=>({...s.now.state})},figures:{get:()=>s.now.shown},other:{get:()=>s.now.other?.shown},why:{get:()=>s.now.why}}),Object.assign(i,{set:c,engine:s.
engine,csv:()=>Xe(s),chart:f=>te(n,s.now.state,R(s).opportunity,f,u=>c({cutoff:u}))}),await l(),i}t.getContainer().setAttribute("role","application"),Ht(n,e,t.getContainer()),
b("headline").textContent=n.t("head_busy"),on(n,Ft(G(Nt()).theme??e.start.theme)),i.ready=a().catch(s=>{throw b("headline").textContent=n.t("failed",{reason:String(
s?.message??s)}),s}),Object.assign(globalThis,{grensgeoAtlas:i})}Object.assign(globalThis,{grensgeoPage:Ta});})();
