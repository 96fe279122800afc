/* grensgeo atlas: bundled from js/ by `make js`; edit there.
   sources f675140cb0b85bbe: src/atlas/answer.js src/atlas/asking.js src/atlas/cells.js src/atlas/chart.js src/atlas/choices.js src/atlas/colours.js src/atlas/controls.js src/atlas/csv.js src/atlas/cut.js src/atlas/engine.js src/atlas/figures.js src/atlas/ground.js src/atlas/headline.js src/atlas/leaving.js src/atlas/main.js src/atlas/mean.js src/atlas/names.js src/atlas/outlines.js src/atlas/picture.js src/atlas/places.js src/atlas/ranking.js src/atlas/saying.js src/atlas/search.js src/atlas/second.js src/atlas/session.js src/atlas/showing.js src/atlas/standings.js src/atlas/state.js src/atlas/table_leaving.js src/atlas/telling.js src/atlas/versus.js src/atlas/versus_shown.js src/atlas/view.js src/atlas/ways.js src/atlas/why_shown.js src/engine/answers.js src/engine/counting.js src/engine/hierarchy.js src/engine/journey.js src/engine/later.js src/engine/path.js src/engine/streets.js src/engine/sweep.js src/engine/timetable.js src/engine/transit.js src/engine/weights.js src/engine/why.js src/engine/worker.js src/shared/after_paint.js src/shared/appearance.js src/shared/areas.js src/shared/base_map.js src/shared/base_names.js src/shared/canvas_layer.js src/shared/elements.js src/shared/geometry.js src/shared/keeping.js src/shared/map_nodes.js src/shared/numbers.js src/shared/page.js src/shared/pdf.js src/shared/precision.js src/shared/room.js src/shared/saving.js src/shared/sheet.js src/shared/small_table.js src/shared/unpack.js src/shared/words.js */
"use strict";(()=>{var Qe=85.0511287798,yt=t=>256*(t+180)/360;function bt(t){let e=Math.sin(Math.max(-Qe,Math.min(Qe,t))*Math.PI/180);return 256*(.5-Math.log((1+e)/(1-e))/(4*Math.
PI))}var en=(t,e)=>[360*t/256-180,360/Math.PI*Math.atan(Math.exp(2*Math.PI*(.5-e/256)))-90];function K(t){let e=new Int32Array(t.length+1);for(let n=0;n<t.length;n++)
e[n+1]=e[n]+t[n];return e}function ue(t){let e=[],[n,o]=[0,0];for(let r=0;r<t.length;r+=2)n+=t[r],o+=t[r+1],e.push([o/1e4,n/1e4]);return e}var jr="ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_",tn=5;function nn(t){let e=[],[n,o,r]=[0,0,0];for(let i of t){let a=jr.indexOf(i);o|=(a&
31)<<r,r+=tn,!(a>>tn)&&(n+=o>>>1^-(o&1),e.push(n),[o,r]=[0,0])}return e}var on=(t,e)=>t[2]<e[0]||t[0]>e[2]||t[3]<e[1]||t[1]>e[3];var Fr=[[9,15e4],[10,5e4]];function Ur(t,e){let n=[];for(let o=0;o<t.length;o+=2){let[r,i]=[t[o],t[o+1]];for(let a=0;a<Math.abs(i);a++)n.push(e[r+Math.sign(i)*a])}
return n}function rn({areas:t,corners:e}){let[n,o]=e.map(nn),r=o.map((i,a)=>[i/1e4,n[a]/1e4]);return t.map(([i,a,s,c,l,f,u],p)=>{let d=u.map(h=>h.map(m=>Ur(m,r)));
return{number:p,code:i,name:a,country:s,nuts3:c,part:l,population:f,rings:d,centre:L.latLngBounds(d.flat(2)).getCenter()}})}function sn(t,e){let n=Fr.find(([o])=>e<
o);return t.part!=="ring"||!n||t.population>=n[1]}var cn=t=>t>2e5?15:t>6e4?13:11.5;var b=t=>document.getElementById(t);function an(t,e,n){for(let[o,r]of Object.entries(e))r!==null&&r!==!1&&t.setAttribute(o,r===!0?"":String(r));return t.append(
...n.filter(o=>o!==null)),t}function w(t,e={},...n){return an(document.createElement(t),e,n)}function S(t,e={},...n){let o=document.createElementNS("http://www.\
w3.org/2000/svg",t);return an(o,e,n)}function xt(t,e,n){return t.style[n]=`var(--side-${e})`,t}var Bt=t=>xt(w("i",{class:"key","aria-hidden":"true"}),t,"backgro\
und");function ln(t,e){for(let[n,o]of Object.entries(t))document.documentElement.style.setProperty("--side-"+n,o[e?1:0])}function Dt(t,e,n=null){let o=w("button",
{type:"button",class:"link","data-key":n},t);return o.addEventListener("click",e),o}var fn=()=>JSON.parse(b("grensgeo-data").textContent);function V(t,...e){let n=t.
contains(document.activeElement)?document.activeElement:null,o=n?.getAttribute("data-key")??null,r=!n?.matches(":focus-visible");if(t.replaceChildren(...e.filter(
a=>a!==null)),o===null)return;let i=[...t.querySelectorAll("[data-key]")].find(a=>a.getAttribute("data-key")===o);i instanceof HTMLElement&&i.focus({preventScroll:r})}var P={nl:"nl-NL",de:"de-DE",en:"en-GB"},zr=.001,Hr=10,Wr=.095,un=5e-4,pn=.001,Gr=.995,Xr=.99;function Kr(t){return t>=zr&&t<1?{maximumSignificantDigits:2}:{maximumFractionDigits:t<
Hr?1:0}}var Vr=t=>t.replace("-","−");function pe(t){let e=new Map;function n(c,l){let f=JSON.stringify(l),u=e.get(f);return u||e.set(f,u=new Intl.NumberFormat(
t,l)),u.format(c)}let o=c=>n(c,Kr(Math.abs(c))),r=c=>n(c,{style:"percent",maximumFractionDigits:c!==0&&Math.abs(c)<Wr?1:0});function i(c){return c>Gr&&c<1?">"+r(
Xr):c>0&&c<un?"<"+r(pn):r(c)}let a=(c,l)=>l>0?"+"+c:Vr(c);function s(c){return c===0||Math.abs(c)>=un?a(r(c),c):(c<0?"−":"+")+"<"+r(pn)}return{format:n,count:o,
share:r,part:i,signedShare:s,plain:c=>n(c,{}),signedCount:c=>a(o(c),c),minutes:(c,l=0)=>n(c,{minimumFractionDigits:l,maximumFractionDigits:l})}}var tt=Object.keys(P);function dn(t,e){return e.map(n=>n.slice(0,2).toLowerCase()).find(n=>tt.includes(n))??t}function Zr(t,e){return t.replace(/\{(\w+)\}/g,(n,o)=>Object.
hasOwn(e,o)?e[o]:n)}var B=t=>t.normalize("NFD").replace(/\p{M}/gu,"").replace(/ß/g,"ss").toLowerCase().replace(/[^\p{L}\p{N}]+/gu," ").trim();function hn(t,e){
let n=e,o=pe(P[n]);function r(s,c){let l=t[s];return l&&c!==null&&Object.hasOwn(l,c)?l[c][n]:null}let i=(s,c={})=>Zr(r("texts",s)??s,c);return{get language(){return n},
set language(s){n=s,o=pe(P[s])},named:r,t:i,count:s=>s===null||Number.isNaN(s)?i("missing"):o.count(s),share:s=>o.share(s),part:s=>o.part(s),plain:s=>o.plain(s),
signedCount:s=>o.signedCount(s),signedShare:s=>o.signedShare(s),minutes:(s,c)=>o.minutes(s,c),opportunity:s=>r("opportunities",s)??s,period:s=>r("periods",s)??s,
in:s=>s[n],capital:s=>s.charAt(0).toLocaleUpperCase(P[n])+s.slice(1),lowered:s=>s.charAt(0).toLocaleLowerCase(P[n])+s.slice(1),sort:(s,c)=>s.localeCompare(c,P[n]),
date:s=>new Intl.DateTimeFormat(P[n],{weekday:"short",day:"numeric",month:"short",timeZone:"UTC"}).format(s),clock:s=>new Intl.DateTimeFormat(P[n],{hour:"2-digi\
t",minute:"2-digit",timeZone:"UTC"}).format(s),sentence(s,c){return i(s).split(/(\{\w+\})/).map(l=>{let f=l.startsWith("{")?l.slice(1,-1):null;return f!==null&&
Object.hasOwn(c,f)?c[f]:l})}}}var mn="grensgeo",Jr=["light","dark"];function gn(){try{let{language:t,theme:e}=JSON.parse(localStorage.getItem(mn)??"{}");return{language:t,theme:e}}catch{return{}}}
function de(t){try{localStorage.setItem(mn,JSON.stringify({...gn(),...t}))}catch{}}function wn(t,e){let n=gn(),o=(r,...i)=>i.find(a=>a!==void 0&&r.includes(a));
return{language:o(tt,e.language,n.language)??dn(t,navigator.languages),theme:o(Jr,e.theme,n.theme)??"auto"}}function jt(t){let e=!1,n=0;function o(){e&&(e=!1,t())}let r=()=>requestAnimationFrame(()=>requestAnimationFrame(()=>{n||o()}));function i(){clearTimeout(n),n=0,
e&&r()}return{flush:o,release:i,ask(){!e&&!n&&r(),e=!0},hold(){clearTimeout(n),n=Number(setTimeout(i,400))}}}function Ft(t){let e=window.devicePixelRatio||1;return Math.min(2,Math.max(1,t?Math.round(e):e))}function Ut(t,e,n){let o={options:{padding:.15},_initContainer(){
this._container=L.DomUtil.create("canvas",e),this._container.setAttribute("aria-hidden","true"),this._context=this._container.getContext("2d")},_destroyContainer(){
L.DomUtil.remove(this._container)},_lay(i){let a=this._bounds.getSize(),s=this._container,c=Math.max(1,Math.round(a.x*i)),l=Math.max(1,Math.round(a.y*i));L.DomUtil.
setPosition(s,this._bounds.min),s.style.width=a.x+"px",s.style.height=a.y+"px";let f=s.width!==c||s.height!==l;f&&Object.assign(s,{width:c,height:l});let u=this.
_map.getPixelOrigin().add(this._bounds.min),p=i*2**this._map.getZoom();return{other:f,frame:{width:c,height:l,ratio:i,scale:p,left:u.x*i,top:u.y*i}}}},r=L.Renderer.
extend({...o,...n});return new r({pane:t})}var he={uint8:Uint8Array,int8:Int8Array,uint16:Uint16Array,int16:Int16Array,uint32:Uint32Array,int32:Int32Array,float32:Float32Array,float64:Float64Array},yn="0\
123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%()*+-:;=?@^_`{|}~,.",bn=new Uint8Array(128);for(let t=0;t<yn.length;t++)bn[yn.charCodeAt(t)]=t;
function xn(t){let e=Math.ceil(t.length/5),n=new Uint8Array(4*e);for(let o=0;o<e;o++){let r=0;for(let i=5*o;i<5*o+5;i++)r=r*85+(i<t.length?bn[t.charCodeAt(i)]:84);
n[4*o]=r>>>24,n[4*o+1]=r>>>16,n[4*o+2]=r>>>8,n[4*o+3]=r}return n.subarray(0,Math.floor(4*t.length/5))}async function kn(t){let e=new Blob([t]).stream().pipeThrough(
new DecompressionStream("deflate"));return new Uint8Array(await new Response(e).arrayBuffer())}var _n=async t=>JSON.parse(new TextDecoder().decode(await kn(xn(t))));
function vn(t,e){let n=new Int32Array(e),o=0;for(let r=0;r<e;r++){let[i,a,s]=[0,0,0];do s=t[o++],i|=(s&127)<<a,a+=7;while(s&128);n[r]=i}return n}function Yr({n:t,
width:e},n){let o=new Int32Array(t);for(let r=0;r<t;r++){let i=n[r];e>1&&(i|=n[t+r]<<8),e>2&&(i|=n[2*t+r]<<16|n[3*t+r]<<24),o[r]=i}return o}var Sn=t=>t>>>1^-(t&
1);function On(t,e){let{n,width:o,steps:r=0,signed:i}=e,a=o===0?vn(t,n):Yr(e,t);if(i)for(let s=0;s<n;s++)a[s]=Sn(a[s]);for(let s=0;s<r;s++)for(let c=1;c<n;c++)a[c]=
a[c]+a[c-1]|0;return a}function qr(t,{n:e,forms:n,values:o}){let r=vn(t,o),i=Array.from({length:e},(s,c)=>String(n[r[c]][0])),a=e;for(let s=1;a<o;s+=2){let c=0;
for(let l=0;l<e;l++){let f=n[r[l]];s>=f.length||(c+=Sn(r[a++]),i[l]+=String(c).padStart(Number(f[s]),"0")+f[s+1])}}return i}function Qr(t,e){let n=On(t.subarray(
e.n),e),o=10**e.digits;for(let r=0;r<e.n;r++)n[r]=n[r]*o+t[r];return n}function ts(t,e){let n=new he[e.type](e.n),o=10**e.digits,r=Object.hasOwn(e,"null");for(let i=0;i<
e.n;i++)n[i]=r&&t[i]===e.null?NaN:t[i]/o;return n}function es(t,{type:e,n,width:o}){let r=new Uint8Array(n*o);for(let c=0;c<o;c++)for(let l=0;l<n;l++)r[l*o+c]=t[c*
n+l];let i=new DataView(r.buffer),a=new he[e](n),s=o===8?"getFloat64":"getFloat32";for(let c=0;c<n;c++)a[c]=i[s](c*o,!0);return a}async function ns(t,e){let n=await kn(
xn(e));if(t.type==="text")return t.forms?qr(n,t):t.n===0?[]:new TextDecoder().decode(n).split(`
`);if(!Object.hasOwn(t,"steps"))return es(n,t);let o=t.split?Qr(n,t):On(n,t);return Object.hasOwn(t,"digits")?ts(o,t):t.type==="int32"?o:he[t.type].from(o)}async function kt(t,e){
if(t.format!==2||t.parts.length!==e.length)throw new Error(`packed in format ${t.format}, ${e.length} chunks`);let n=await Promise.all(t.parts.map((o,r)=>ns(o,e[r])));
return Object.fromEntries(t.parts.map((o,r)=>[o.name,n[r]]))}var os=["nature","built_up","water"],rs=[[1.5,4.5],[1.1,3.4],[.6,2.6],[.5,2]],me=[8,13],En=1.1,ss=2.2,Tn=1.7,ge=({looks:t},e)=>t.levels_from.filter(n=>e>=n).length;
function _t({looks:t},e,n,o){let r=t.shown_from[e];return o>=r[Math.min(n,r.length)-1]}function is(t,e){let{layers:n}=e,{names:o,layer:r,rank:i,name:a,corners:s,
start_x:c,start_y:l,step_x:f,step_y:u}=t,p=K(s),d=s.length,h=new Float64Array(p[d]),m=new Float64Array(p[d]),y=new Float64Array(4*d),g=new Int32Array(d),[x,k,_,
O]=[0,0,0,0];for(let v=0;v<d;v++){x+=c[v],k+=l[v];let[N,X]=[x,k],[U,Y,q,Q]=[1/0,1/0,-1/0,-1/0];for(let C=p[v];C<p[v+1];C++)C>p[v]&&(N+=f[_],X+=u[_],_++),h[C]=yt(
N/1e4),m[C]=bt(X/1e4),U=Math.min(U,h[C]),q=Math.max(q,h[C]),Y=Math.min(Y,m[C]),Q=Math.max(Q,m[C]);y.set([U,Y,q,Q],4*v),n[r[v]]==="place"&&(g[v]=t.people[O++])}return{
n:d,layer:Array.from(r,v=>n[v]),rank:i,name:Array.from(a,v=>o[v]),people:g,at:p,x:h,y:m,level:t.level,box:y,looks:e}}var An=({at:t,x:e,y:n},o)=>en(e[t[o]],n[t[o]]);
async function In(t){if(!t)return null;let{manifest:e,chunks:n}=t;return is(await kt(e,n),e.meta)}function vt({n:t,layer:e,rank:n,box:o},r,i,{width:a,height:s,scale:c,
left:l,top:f}){let u=[];for(let p=0;p<t;p++){if(e[p]!==r||n[p]!==i)continue;o[4*p]*c-l>a||o[4*p+2]*c-l<0||o[4*p+1]*c-f>s||o[4*p+3]*c-f<0||u.push(p)}return u}function St({
at:t,x:e,y:n,level:o},r,i,{scale:a,left:s,top:c}){let l=[];for(let f=t[r];f<t[r+1];f++)o[f]<=i&&l.push([e[f]*a-s,n[f]*a-c]);return l}function cs(t,e,n,o,{sight:r,
level:i}){let a=os.includes(n);t.beginPath();for(let s of vt(e,n,o,r)){let c=St(e,s,i,r);c.length<(a?3:2)||(c.forEach(([l,f],u)=>u?t.lineTo(l,f):t.moveTo(l,f)),
a&&t.closePath())}}function et(t,e,n,o=[]){t.strokeStyle=e,t.lineWidth=n,t.setLineDash(o),t.stroke()}function as(t,e,n,{zoom:o,ratio:r,colours:i,transit:a=!1}){
let s=ge(e,o),c=Math.max(0,Math.min(1,(o-me[0])/(me[1]-me[0]))),l={sight:n,level:s};t.lineJoin="round",t.lineCap="round";function f(u,p){for(let d=e.looks.shown_from[u].
length;d>=1;d--)_t(e,u,d,o)&&(cs(t,e,u,d,l),p(d))}for(let u of["nature","built_up","water"])f(u,()=>{t.fillStyle=i[u],t.fill("nonzero")});if(f("waterway",u=>et(
t,i.river,r*(1+1.4*c)/Math.sqrt(u))),f("road",u=>{let[p,d]=rs[u-1],h=r*(p+c*(d-p));et(t,i.casing,h+r*(u<3?En:.7*En)),et(t,i.road,h)}),t.lineCap="butt",f("rail",
u=>{let p=r*(u===1?1.7+c:1.3+c)*(a?Tn:1);a&&et(t,i.casing,p+2*r),et(t,i.rail,p),et(t,i.sleeper,p*.5,[5*r,5*r])}),t.setLineDash([]),!(!a&&!_t(e,"station",1,o)))for(let u of vt(
e,"station",1,n)){let[[p,d]]=St(e,u,s,n),h=r*ss*(a?Tn:1);t.fillStyle=i.station,t.fillRect(p-h,d-h,2*h,2*h),t.strokeStyle=i.rail,t.lineWidth=r,t.strokeRect(p-h,d-
h,2*h,2*h)}}function Nn(t){let e=Ut(t,"base-map",{_update(){this._map._animatingZoom&&this._bounds||(this._bounds?this.late.ask():this._now())},_reset(){this._update(),
this._updateTransform(this._map.getCenter(),this._map.getZoom())},_now(){!this._map||this._map._animatingZoom&&this._bounds||(L.Renderer.prototype._update.call(
this),this.draw())},show(n){this._base=n,this.draw()},emphasise(n){this._transit=n,this.late.ask()},dress(n){this._dark=n,this.draw()},draw(){if(!this._base||!this.
_bounds)return;let{frame:n,other:o}=this._lay(Ft(!1));o||this._context.clearRect(0,0,n.width,n.height);let r=this._base.looks.colours[this._dark?"dark":"light"];
as(this._context,this._base,n,{zoom:this._map.getZoom(),ratio:n.ratio,colours:r,transit:this._transit})}});return e.late=jt(()=>e._now()),e}var ls=[[".leaflet-control-zoom-in","zoom_in"],[".leaflet-control-zoom-out","zoom_out"],["a.home","home"]],Ot=t=>[...document.querySelectorAll(`[data-${t}]`)].map(
e=>e);function zt(t,e,n){let{t:o}=t;document.documentElement.lang=t.language,document.title=t.in(e.title),b("title").textContent=t.in(e.title);for(let r of Ot("\
text"))r.textContent=o(String(r.dataset.text),{version:e.version});for(let r of Ot("said"))r.title=o(String(r.dataset.said));for(let r of Ot("label"))r.setAttribute(
"aria-label",o(String(r.dataset.label)));fs(t.language),n.setAttribute("aria-label",o("map_region"));for(let[r,i]of ls){let a=document.querySelector(r);a&&(a.title=
o(i),a.setAttribute("aria-label",o(i)))}}function fs(t){for(let e of Ot("language"))e.setAttribute("aria-pressed",String(e.dataset.language===t))}function Mn(t){
for(let e of Ot("language"))e.addEventListener("click",()=>t(String(e.dataset.language)))}var us=5;function Ln(t,e){let n=t.filter(({concerns:o})=>!o.length||o.
some(r=>e.includes(r)));return[...n.filter(({concerns:o})=>o.length),...n.filter(({concerns:o})=>!o.length)].slice(0,us)}function Cn(t){return t.url?w("a",{href:t.
url,rel:"noopener noreferrer",target:"_blank"},t.title):w("span",{},t.title)}function $n(t,e){let n=L.Control.extend({onAdd(){let o=L.DomUtil.create("div","leaf\
let-bar"),r=L.DomUtil.create("a","home",o);return r.href="#",r.setAttribute("role","button"),r.textContent="⌂",L.DomEvent.on(r,"click",i=>{L.DomEvent.stop(i),
e()}),o}});new n({position:"topleft"}).addTo(t)}function Rn(t,e){let n=window.innerWidth;window.addEventListener("resize",()=>{if(window.innerWidth===n){t.invalidateSize(
{animate:!1});return}n=window.innerWidth,e()})}var Ht=.999999999,A=t=>Math.fround(t*(1+4e-7));var Pn=1,Bn=[5,15],ps=[5,10,15,20,30],ds=60,hs=6,Dn={light:{land:"#f6f4ef",faint:"#c4c0b6",outline:"#7d7f86",edge:"#5b6270",halo:"#ffffff",border:"#c2185b",beyond:"\
#e9e6df",line:"#16181d",undo:"#f6f4ef",still:"#8b8478",same:"#ffffff",second:"#c75000"},dark:{land:"#20252e",faint:"#454b57",outline:"#7b8494",edge:"#a8afbc",halo:"\
#0f1217",border:"#ff6f9f",beyond:"#2b313c",line:"#ffffff",undo:"#20252e",still:"#59606d",same:"#4a5160",second:"#ffb347"}},Et=t=>ps.find(e=>t/e<=hs)??ds;function Wt(t,e){
let n=[];for(let o=0;o<t;o+=e)n.push({from:o,to:Math.min(t,o+e)});return n}function D(t){let e=parseInt(t.slice(1),16);return 255<<24|(e&255)<<16|e&65280|e>>16}
function jn(t){return{colour:new Uint32Array(t+1),stripe:new Uint32Array(t+1),within:new Uint8Array(t+1),line:0,second:null}}function Fn(t,e,n){t.second=n&&{line:D(
e.second),within:Uint8Array.from({length:n.minutes.length+1},(o,r)=>Number(r>0&&n.counts(n.minutes[r-1],n.countries[r-1])))}}function Un(t,e,n,{minutes:o,walked:r,
cutoff:i,width:a,countries:s,counts:c}){let l=n.map(D),f=A(i),[u,p,d]=[D(e.beyond),D(e.undo),D(e.still)];t.line=D(e.line);for(let h=0;h<o.length;h++){let m=o[h],
y=m<=f,g=y?l[Math.max(0,Math.min(l.length-1,Math.ceil((m-1e-4)/a)-1))]:u;t.within[h+1]=y?1:0,t.colour[h+1]=g,t.stripe[h+1]=y&&!c(m,s[h])?p:y&&r&&r[h]?d:g}}function zn(t,e,n,{
minutes:o,before:r,cutoff:i}){let a=A(i),s=n.map(D),c=s.length/2,[l,f,u]=[D(e.beyond),D(e.same),D(e.undo)];t.line=D(e.line);for(let p=0;p<o.length;p++){let[d,h]=[
o[p],r[p]],[m,y]=[d<=a,h<=a];t.within[p+1]=m?1:0;let g=f,x=null;if(!m&&!y)g=l;else if(m&&Number.isNaN(h))[g,x]=[s[s.length-1],u];else if(y&&Number.isNaN(d))[g,x]=
[s[0],u];else{let k=h-d,_=Math.abs(k),O=Bn.filter(v=>_>=v).length;_>=Pn&&(g=k>0?s[c+O]:s[c-1-O])}t.colour[p+1]=g,t.stripe[p+1]=x??g}}function ms(t,e,n){let{t:o,
minutes:r}=t,i=n.length/2,a=[Pn,...Bn],s=a.map((f,u)=>u+1<a.length?o("band_range",{a:r(f),b:r(a[u+1])}):r(f)+"+"),c=s.map((f,u)=>({colour:n[i+u],said:o("faster",
{a:f})})),l=s.map((f,u)=>({colour:n[i-1-u],said:o("slower",{a:f})}));return[...c.reverse(),{colour:e.same,said:o("same")},...l,{colour:n[n.length-1],stripe:e.undo,
said:o("gained")},{colour:n[0],stripe:e.undo,said:o("lost")}]}function gs(t,e,n,{cutoff:o,width:r,border:i,walked:a,vehicle:s}){let{t:c,minutes:l}=t,f=Wt(o,r).map(
(u,p)=>({colour:n[Math.min(p,n.length-1)],band:!0,said:c("band_range",{a:l(u.from),b:l(u.to)})}));return i!=="open"&&f.push({colour:n[1],stripe:e.undo,said:c("n\
ot_counted")}),a&&f.push({colour:n[1],stripe:e.still,said:c("without_ride",{vehicle:s})}),f}function Hn(t,e,n,o){let{t:r}=t,i=t.minutes(o.cutoff);return[...o.before?
ms(t,e,n.diverging):gs(t,e,n.times,o),{line:e.line,said:o.second?r("isochrone_of",{n:i,what:o.first}):r("isochrone",{n:i})},...o.second?[{line:e.second,said:o.second}]:
[],{colour:e.beyond,said:r("beyond",{n:i})},{colour:e.land,said:r("nobody")},...o.frontier?[{line:e.border,said:r("border_line")}]:[]]}var Tt=(t,e)=>({own:t[e],others:t.filter((n,o)=>o!==e)});function ot(t){let e=t.filter(n=>!Number.isNaN(n));return e.length?e.reduce((n,o)=>n+o,0):NaN}function Xn(t){
let e=ot(t);return e===0&&t.some(n=>Number.isNaN(n))?NaN:e}var W=t=>t.status!==""&&t.status!=="no_service";function $(t,e,n){let o=(a,s)=>({place:e.ask,trip:t.trip,
direction:t.direction,percentile:t.percentile,foreign_routing:s,scenario:a}),r=t.reading==="routing",i={open:o(t.scenario,!0)};return r&&(i.wall=o(t.scenario,!1)),
t.scenario!==n&&(i.before=o(n,!0),r&&(i.beforeWall=o(n,!1))),i}function rt(t,e){let n=A(t.cutoff);return(o,r)=>o<=n&&(r===e||t.border==="open"||t.border==="real\
ised"&&Math.fround(o+t.resistance)<=n)}function Kn({engine:t,weights:e},n,o,{open:r,wall:i}){let a=t.reach(r.minutes,e,n.cutoff,o,{resistance:n.resistance}),s=i?
t.reach(i.minutes,e,n.cutoff,o,{}):a;return{...a,closed:s.closed}}function nt(t,e,n,o){let r=t.by[n]??NaN,i={closed:[t.closed],realised:[r,...Tt(t.feltBy,n).others],
open:[r,...Tt(t.by,n).others]},a=[o[n]??"other",...Tt(o.slice(0,t.by.length),n).others],s={},c={};for(let[p,d]of Object.entries(i))s[p]=Xn(d),c[p]=a.filter((h,m)=>Number.
isNaN(d[m]));let l=e.border,u={closed:t.by.map(()=>0),realised:t.feltBy,open:t.by}[l].map((p,d)=>d!==n?p:l==="closed"?t.closed:t.by[n]);return{...t,atLeast:s,lacks:c,
shown:t[l],shownBy:u,sides:o.slice(0,t.by.length),unknownCountries:c[l]}}function we(t,e,n,o){let r="times"in t?Kn(t,e,n,t.times):t;return nt(r,e,n,o)}function ws(t,e,{
minutes:n,walked:o}){if(!o)return NaN;let r=A(e.cutoff),[i,a]=[0,0];for(let s=0;s<n.length;s++)!(n[s]<=r)||Number.isNaN(t[s])||(i+=t[s],o[s]&&(a+=t[s]));return i>
0?a/i:NaN}var Wn=(t,e,n)=>(t.border==="closed"&&n?n:e).minutes;function Vn(t,e,n,o){let{engine:r,weights:i,edge:a,cut:s,palette:c,longest:l,sides:f}=t;if(W(o.open))
return t.mean?Gn(t,e,n,{minutes:o.open.minutes,walked:null}):{status:o.open.status};let u=Wn(e,o.open,o.wall),p={minutes:u,walked:o.open.walked},d=o.before&&!W(
o.before)?{open:o.before,wall:o.beforeWall}:null,h=d?Wn(e,d.open,d.wall):null;if(t.mean)return Gn(t,e,n,{...p,before:h});let m=y=>nt(Kn(t,e,n,y),e,n,f);return{...m(
o),...p,home:n,noService:o.open.status==="no_service",shareWithout:ws(i,e,o.open),...d&&h?{before:{...m(d),minutes:h}}:{},touchesEdge:s<=e.cutoff||ys(r,a,e,n,u),
bands:bs(r,e,u,Et(l),c),curve:{...r.curve(o.open.minutes,i,l),home:n}}}function Gn(t,e,n,{minutes:o,walked:r,before:i}){let{mean:a,code:s,baseline:c,palette:l,longest:f,
sides:u}=t,p=a,d={...e,scenario:c},h=p.curve(e,s,"population");return{...nt(p.figures(e,s,n),e,n,u),minutes:o,walked:r,home:n,mean:!0,...e.scenario===c?{}:{before:{
...nt(p.figures(d,s,n),d,n,u),minutes:i}},bands:Wt(e.cutoff,Et(f)).map((m,y)=>{let g=x=>x[Math.min(m.to,x.length-1)]-(m.from>0?x[m.from]:0);return{...m,by:h.by.
map(g),colour:l[Math.min(y,l.length-1)]}}),curve:{...p.curve(e,s),home:n}}}function ys(t,e,n,o,r){let i=rt(n,o);return r.some((a,s)=>e[s]&&i(a,t.cells.country[s]))}
function bs(t,e,n,o,r){let i=Wt(e.cutoff,o).map((s,c)=>({...s,by:Array(t.cells.covered).fill(0),colour:r[Math.min(c,r.length-1)]})),a=i.map(s=>A(s.to));for(let s=0;s<
n.length;s++){let c=a.findIndex(f=>n[s]<=f),l=t.cells.country[s];c>=0&&l>=0&&(i[c].by[l]+=t.cells.population[s])}return i}function Gt(t,e,n){let{own:o,others:r}=Tt(
e.by,n),i=o?o[t.cutoff]:NaN,a=t.border==="realised"?t.cutoff-t.resistance:t.cutoff;return t.border==="closed"||a<0?i:Xn([i,...r.map(s=>s[a])])}function Zn({engine:t,
weights:e,edge:n,longest:o},{minutes:r,walked:i},a){let{country:s,covered:c}=t.cells,l=Array(c).fill(1/0);for(let f=0;f<r.length;f++)n[f]&&r[f]<l[s[f]]&&(l[s[f]]=
r[f]);return{curve:t.curve(r,e,o),edge:l,cut:a,walked:i&&t.curve(r.map((f,u)=>i[u]?f:NaN),e,o)}}function Jn(t,{curve:e,walked:n,edge:o,cut:r},i){let a=A(t.cutoff),
{own:s,others:c}=Tt(o,i),l=Math.min(...c),f=t.border==="closed"?1/0:t.border==="realised"?Math.fround(l+t.resistance):l,u=p=>ot(p.by.map(d=>d[t.cutoff]));return{
value:Gt(t,e,i),edge:r<=t.cutoff||Math.min(s??1/0,f)<=a,still:n!==null&&!(u(n)<u(e)*Ht)}}function Yn(t,e,n,o,r){let i=new Map(e.map(f=>[f,[]]));for(let f=0;f<t.
cells.n;f++){let u=n(f);u&&i.get(u)?.push(f)}let a=f=>Number.isNaN(r[f])?1/0:r[f],s=t.cells.population,c=A(o.cutoff),l=[];for(let[f,u]of i){let p=u.reduce((y,g)=>y+
s[g],0),[d,h,m]=[0,1/0,0];for(let y of u.sort((g,x)=>a(g)-a(x)||0))d<p/2&&d+s[y]>=p/2&&(h=a(y)),d+=s[y],r[y]<=c&&(m+=s[y]);p>0&&l.push({area:f,median:h,within:m})}
return l.sort((f,u)=>f.median===u.median?0:f.median-u.median)}function xs(){return[...document.body.childNodes].filter(({nodeName:t})=>t!=="SCRIPT").map(t=>t instanceof Element?t.outerHTML:t.textContent).join("")}var ks=typeof document>
"u"?"":xs(),ye="grensgeo-kept",qn=()=>document.getElementById(ye)?.textContent?.trim()??"";function Qn(t){let e=[...document.body.querySelectorAll("script")].filter(
({id:o})=>o!==ye),n=t.replace(/[<>]/g,"");return`<!DOCTYPE html>
<html lang="${document.documentElement.lang}">
<head>${document.head.innerHTML}</head>
<body>${ks}
<script type="application/json" id="${ye}">${n}<\/script>
${e.map(o=>o.outerHTML).join(`
`)}
</body>
</html>
`}var M=["closed","realised","open"],Xt=["destinations","routing"],xe=["from","to"],ke=["mean","place"],_s=["auto","light","dark"],_e=5,Kt=90,Vt=60;function to(t,e,n,o){
let r=Math.round(Number(t));return t===""||t===null||!Number.isFinite(r)?o:Math.max(e,Math.min(n,r))}var F=(t,e,n)=>e.find(o=>o===t)??n;function st(t,e){let n=t.
trips.find(o=>o.id===e);return n&&n.max_min?Math.min(Kt,Math.floor(n.max_min)):Kt}function vs(t,e){let n=e&&e.length?e:[50],o=n.includes(50)?50:n[Math.floor(n.length/
2)];return F(Number(t),n,o)}function Ss(t,e){let{step:n}=e.mean,o=Math.min(st(e,t.trip),e.mean.longest(t)),r=(i,a,s)=>Math.max(a,Math.min(s,Math.round(i/n)*n));
t.cutoff=r(t.cutoff,n,Math.floor(o/n)*n),t.resistance=r(t.resistance,0,Vt)}function it(t,e,n){let o={...e,...t};return o.language=F(o.language,tt,e.language),o.
theme=F(o.theme,_s,"auto"),n.hasPlace(o.place)||(o.place=e.place),o.direction=F(o.direction,xe,e.direction),o.trip=F(o.trip,n.trips.map(r=>r.id),e.trip),o.percentile=
vs(o.percentile,n.trips.find(r=>r.id===o.trip)?.percentiles),o.cutoff=to(o.cutoff,_e,st(n,o.trip),e.cutoff),o.border=n.hasBorder?F(o.border,M,e.border):"open",o.
reading=n.hasBorder?F(o.reading,Xt,e.reading):Xt[0],o.resistance=to(o.resistance,0,Vt,e.resistance),o.opportunity=F(o.opportunity,n.opportunities,e.opportunity),
o.scenario=F(o.scenario,n.scenariosOf(o.trip),n.scenarios[0]),o.compare=o.compare===!0&&o.scenario!==n.scenarios[0],o.whose=F(o.whose,ke,e.whose),o.versus=typeof o.
versus=="string"?o.versus:"",o.target&&!n.hasPlace(o.target)&&(o.target=n.hasPlace(e.target)?e.target:""),n.ofInhabitants(o)&&Ss(o,n),o}var be=[["lang","languag\
e"],["theme","theme"],["at","place"],["who","whose"],["way","direction"],["trip","trip"],["p","percentile"],["min","cutoff"],["border","border"],["closed","read\
ing"],["felt","resistance"],["what","opportunity"],["plan","scenario"],["diff","compare"],["vs","versus"],["why","target"]],eo={theme:"auto",compare:!1,versus:"",
target:""};function Zt(t,e=be.map(([,n])=>n)){return be.filter(([,n])=>e.includes(n)&&!(Object.hasOwn(eo,n)&&t[n]===eo[n])).map(([n,o])=>n+"="+encodeURIComponent(
o==="compare"?1:String(t[o]))).join("&")}var Jt=()=>location.hash.length>1?location.hash:qn();function Z(t){let e=t.replace(/^#/,"");if(tt.includes(e))return{language:e};
let n={};for(let o of e.split("&")){let r=o.indexOf("="),i=be.find(([s])=>s===o.slice(0,r));if(r<1||!i)continue;let a;try{a=decodeURIComponent(o.slice(r+1))}catch{
continue}n[i[1]]=i[1]==="compare"?a==="1":a}return n}var Yt=["place","trip","border","scenario"],Os=t=>Zt(t,Yt.filter(e=>t[e]!==void 0));function no(t){let e=Z(t);return Object.fromEntries(Yt.filter(n=>e[n]!==void 0).
map(n=>[n,e[n]]))}function At(t,e){if(!t.versus)return null;let n=no(t.versus),o=n.trip&&n.trip!==t.trip?{percentile:null}:{};return it({...n,...o,versus:"",target:"",
compare:!1},t,e)}var oo=(t,e)=>Yt.filter(n=>t[n]!==e[n]);function ve(t,e){let n={...no(t.versus),...e},o=Yt.filter(r=>n[r]!==void 0&&n[r]!==t[r]);return Os(Object.
fromEntries(o.map(r=>[r,n[r]])))}var Es=200;function Se(t,e,n){let{engine:o,baseline:r}=t,i=t.here(e);return Vn({engine:o,weights:t.weights(),edge:t.edge,cut:t.cut($(e,i,r).open),palette:t.palettes().
times,longest:t.longest(e),mean:t.ofInhabitants(e)?t.mean:null,code:i.area?i.area.code:"",baseline:r,sides:t.sides},e,i.country,n)}function Ts(t,e){let{now:n,known:o,
engine:r,baseline:i,places:a}=t,s=0;async function c(p){let d=At(n.state,o);if(!d)return null;let h=t.here(d),m={};for(let[y,g]of Object.entries($(d,h,i)))if(m[y]=
await r.times(g),p())return null;return W(m.open)?null:{state:d,place:h,times:m,shown:Se(t,d,m)}}function l(){let{state:p}=n,d=a.get(p.target);if(!d)return null;
let{open:h,wall:m}=$(p,t.here(),i);return{...p.border==="closed"&&m?m:h,other:d.ask}}function f(){let{other:p,why:d}=n,h=At(n.state,o),m=p&&h&&JSON.stringify($(
h,t.here(h),i))===JSON.stringify($(p.state,p.place,i));n.other=m?{...p,state:h,shown:Se(t,h,p.times)}:null,d&&d.key!==JSON.stringify(l())&&(n.why=null)}async function u(){
let p=++s,d=()=>p!==s,h=l();if(!(!!(n.state.versus&&!n.other)||!!(h&&!n.why)))return;let y=n.other??await c(d),g=d()||!h?null:{key:JSON.stringify(h),...await r.
why(h)};d()||(n.other=y,n.why=g,e())}return{ask:u,renew:f}}function ro(t,e,n){let{now:o,known:r,data:i,engine:a,baseline:s}=t,c=Ts(t,d),l={to:"population",from:i.
start.opportunity},f="",u=Promise.resolve();async function p(){let y=$(o.state,t.here(),s),g=JSON.stringify(y);if(g===f)return!0;f=g;let x={};for(let[k,_]of Object.
entries(y))if(x[k]=await a.times(_),f!==g)return!1;return o.times=x,!0}function d(){o.times&&(o.shown=Se(t,o.state,o.times),c.renew(),e.draw())}async function h(y){
let g=performance.now(),x=o.times;e.begin(y),await p()&&(d(),e.later(),u=c.ask(),x===o.times&&(n.push(performance.now()-g),n.length>Es&&n.shift()))}function m(y){
let g=o.state,x=it(y,g,r);return x.direction!==g.direction&&!y.opportunity&&(l[g.direction]=g.opportunity,x.opportunity=l[x.direction]),o.state=x,h(g)}return{ask:m,
show:h,draw:d,settled:()=>u}}var E=t=>t!=null&&!Number.isNaN(t),I=({sides:t})=>t.length>1,ct=t=>t.shareWithout>=Ht;function T(t,e,n){let o=e.atLeast[n];return E(o)?e.lacks[n].length>0||e.missing>
0&&o>0?t.t("at_least",{n:t.count(o)}):t.count(o):t.t("missing")}var G=(t,e,n)=>e.lacks[n].map(o=>t.t("no_data_of",{country:t.t(o)})).join(", ");function so(t,{open:e,
closed:n}){return!E(e)||!E(n)?t.t("effect_missing"):n===0?t.t("effect_undefined")+(e===0?"":" ("+t.signedCount(e)+")"):t.t("effect_said",{relative:t.signedShare(
e/n-1),absolute:t.signedCount(e-n)})}function io(t){return E(t.atLeast.open)?ct(t)?t.noService?"_no_stop":"_still":t.lacks.open.length?"_unknown":I(t)?t.closed===
0&&t.open>0?"_undefined":Math.round(t.closed)!==Math.round(t.open)?"":t.touchesEdge?"_same_edge":"_same":"_whole":"_nothing"}var co=320,As=164,[qt,ao,It]=[306,8,128],Is=56,Ns=7,Ms=75;function Ls(t){let e=10**Math.floor(Math.log10(Math.max(t,1)));return[1,2,5,10].map(n=>n*e).find(n=>n>=
t)??10*e}function Cs(t,e,n){let o=Ls(e/3),r=Math.ceil(e/o)*o,i=Math.max(Is,8+Ns*t.count(r).length);return{step:o,top:r,left:i,last:n,x:a=>i+(qt-i)*a/n,y:a=>It-(It-
ao)*a/r,minuteAt:a=>Math.round((a-i)/(qt-i)*n)}}var Oe=(t,e,n,o)=>S("text",{x:e,y:n,"text-anchor":o},t);function $s(t,{step:e,top:n,left:o,last:r,x:i,y:a}){let s=[];
for(let c=0;c<=n+1e-9;c+=e)s.push(S("line",{x1:o,x2:qt,y1:a(c),y2:a(c),class:"grid"}),Oe(t.count(c),o-6,a(c)+4,"end"));for(let c=0;c<=r;c+=r>Ms?30:15)s.push(Oe(
t.minutes(c),i(c),It+16,"middle"));return s.push(Oe(t.t("axis_minutes"),qt,It+31,"end")),s}function Rs({last:t,x:e,y:n},o,r){let i=[...Array(t+1).keys()],a=s=>i.
map(c=>`${e(c).toFixed(1)},${n(s(c)).toFixed(1)}`);return"M"+[...a(o),...a(r).reverse()].join("L")+"Z"}function Ps(t,e,n,o,r){let i=s=>T(t,{atLeast:{at:ot(o.curve.
by.map(c=>c[s]))},lacks:{at:o.lacks.open},missing:o.missing},"at"),a=Math.min(r,Math.max(5,Math.round(e.cutoff/15)*15-15));return t.t("chart_said",{opportunity:n,
a:i(a),x:t.minutes(a),b:i(Math.min(r,e.cutoff)),y:t.minutes(e.cutoff)})}function Bs(t,{sides:e,curve:{home:n},lacks:o},r){let i=o.open.length?"  – "+G(t,{lacks:o},
"open"):"";if(!I({sides:e}))return[i];let a=s=>s===n?t.t("own_country"):r.length===2&&r[0]===n?t.t("across"):t.t(e[s]);return[...r.flatMap((s,c)=>[Bt(e[s]),a(s)+
(c+1<r.length?"  ":"")]),i]}function Ds(t,e){if(!t)return[];let{curve:n}=t.shown,o=Math.min(e,n.by[0].length-1);return Array.from({length:o+1},(r,i)=>Gt({...t.state,
cutoff:i},n,n.home))}function js({x:t,y:e,last:n},o,{curve:r},i){return i.length?[Array.from({length:n+1},(s,c)=>Gt({...o,cutoff:c},r,r.home)),i].map((s,c)=>S("\
path",{class:c?"second":"first",d:"M"+s.map((l,f)=>E(l)?`${t(f).toFixed(1)},${e(l).toFixed(1)}`:"").filter(l=>l).join("L")})):[]}function Qt(t,e,n,o,r,i=null){let{
by:a,home:s}=o.curve,c=[...a.keys()].sort((m,y)=>+(y===s)-+(m===s)),l=a[0].length-1,f=(m,y)=>c.slice(0,m).reduce((g,x)=>g+(E(a[x][y])?a[x][y]:0),0),u=Ds(i,l),p=Cs(
t,Math.max(f(c.length,l),1,...u.filter(E)),l),d=p.x(e.cutoff),h=S("svg",{viewBox:`0 0 ${co} ${As}`,role:"img","aria-label":Ps(t,e,n,o,l)},...$s(t,p),...c.map((m,y)=>xt(
S("path",{d:Rs(p,g=>f(y+1,g),g=>f(y,g)),class:"area"}),o.sides[m],"fill")),...js(p,e,o,u),S("line",{x1:d,x2:d,y1:ao-6,y2:It+4,class:"now"}));h.addEventListener(
"pointerdown",m=>{let y=h.getBoundingClientRect();r(p.minuteAt((m.clientX-y.left)/y.width*co))}),b("chart").replaceChildren(h),b("chart-key").replaceChildren(...Bs(
t,o,c))}function at(t,e){let n=w("fieldset",{class:"choice",id:"c-"+t}),o="",r=()=>[...n.querySelectorAll("input")];function i(a,s,c){let l=r().find(u=>u===document.activeElement)?.
value,f=w("div",{class:"pills"},...s.map(([u,p,d])=>{let h=w("input",{type:"radio",name:t,value:u,disabled:!!d});return h.addEventListener("change",()=>e(u)),w(
"label",{class:"pill"},h,w("span",{},p))}));n.replaceChildren(w("legend",{class:"legend"},a),f,...c?[w("p",{class:"small why"},c)]:[]),r().find(u=>u.value===l)?.
focus()}return{node:n,show(a,s,c,l=""){n.hidden=s.length<2;let f=JSON.stringify([a,s,l]);f!==o&&(o=f,i(a,s,l));for(let u of r())u.checked=u.value===String(c)}}}
function Ee(t,e){let n=w("input",{type:"range",id:"c-"+t,name:t,step:1}),o=w("label",{class:"legend",for:"c-"+t}),r=w("output",{for:"c-"+t,class:"reading"}),i=w(
"div",{class:"choice slide"},o,r,n);return n.addEventListener("input",()=>e(Number(n.value))),{node:i,show(a,{low:s,high:c,step:l},f,u){o.textContent=a,n.step=String(
l),n.min=String(s),n.max=String(c),n.value!==String(f)&&(n.value=String(f)),n.style.setProperty("--part",100*(f-s)/(c-s)+"%"),r.textContent=u,n.setAttribute("ar\
ia-valuetext",u)}}}var Fs=12,Ae=4,Us=["station","treinstation","halte","bahnhof","bhf","haltestelle","stop"];function lo(t,e){return(t+" ").startsWith(e+" ")?0:t.startsWith(e)?1:t.
includes(" "+e)?2:t.includes(e)?3:Ae}var Te=t=>t.replace(/([aou])e/g,"$1"),zs=(t,e)=>e.startsWith(t)&&/^\s*\p{L}/u.test(e.slice(t.length));function Hs(t){let e=t.
split(" "),n=e.filter(r=>!Us.includes(r)),o=n.length>0&&n.length<e.length;return{name:o?n.join(" "):t,station:o}}function Ws(t,e){let n=Te(B(e));if(!n)return[];
let{name:o,station:r}=Hs(n),i=a=>a.kind==="postcode"&&zs(a.plain,n)?0:Math.min(lo(Te(a.plain),n),r&&a.kind==="stop"?lo(Te(a.plain),o):Ae);return t.map(a=>({fit:i(
a),entry:a})).filter(a=>a.fit<Ae).sort((a,s)=>a.fit-s.fit||s.entry.weight-a.entry.weight).slice(0,Fs).map(({entry:a})=>a)}function Gs(t){let e=w("label",{class:"\
legend",for:t}),n=w("input",{id:t,class:"place-box",type:"text",role:"combobox",autocomplete:"off",spellcheck:"false","aria-autocomplete":"list","aria-expanded":"\
false","aria-controls":t+"-list","aria-describedby":t+"-hint"}),o=w("span",{id:t+"-hint",class:"small"}),r=w("ul",{id:t+"-list",class:"place-list",role:"listbox",
hidden:!0}),i=w("span",{class:"hidden",role:"status"}),a=w("div",{class:"choice search"},e,w("div",{class:"box"},n,r),o,i);return{label:e,input:n,hint:o,list:r,
said:i,node:a}}function Xs({input:t,list:e,said:n},o,r,i){let a=[],s=-1;function c(f){s=f,[...e.children].forEach((p,d)=>p.setAttribute("aria-selected",String(d===
s)));let u=e.children[s];if(!u){t.removeAttribute("aria-activedescendant");return}u.scrollIntoView({block:"nearest"}),t.setAttribute("aria-activedescendant",u.id)}
function l(f,u){let p=w("li",{role:"option",id:t.id+"-"+u,"aria-selected":"false"},w("span",{class:"name"},f.name),w("span",{class:"small"},f.note()));return p.
addEventListener("pointerdown",d=>{d.preventDefault(),i(f)}),p}return{close(){e.hidden=!0,c(-1),t.setAttribute("aria-expanded","false")},open(){a=Ws(r,t.value),
e.replaceChildren(...a.map(l)),e.hidden=a.length===0,t.setAttribute("aria-expanded",String(a.length>0));let f=!a.length&&B(t.value)!=="";return n.textContent=a.
length?o.t("place_found",{n:o.count(a.length)}):f?o.t("place_none"):"",c(a.length?0:-1),f},move:f=>c((s+f+a.length)%a.length),marked:()=>e.hidden?void 0:a[s],any:()=>a.
length>0}}function te(t,e,n,o="place"){let r=Gs(o),{input:i,hint:a,list:s,said:c}=r,l="";function f(g){a.textContent=g?l?t.t("place_none_still",{name:l}):t.t("p\
lace_none"):t.t("place_hint"),a.classList.toggle("warn",g),i.setAttribute("aria-invalid",String(g))}let u=Xs(r,t,e,p);function p(g){u.close(),f(!1),n(g.key),i.select()}
let d=()=>f(u.open());function h(){u.close(),f(!1),i.value=l}function m(){let g=u.marked();g?p(g):!u.any()&&B(i.value)&&(i.value=l,i.select())}let y={ArrowDown:()=>s.
hidden?d():u.move(1),ArrowUp:()=>s.hidden?d():u.move(-1),Enter:m,Escape:h};return i.addEventListener("input",d),i.addEventListener("focus",()=>i.select()),i.addEventListener(
"blur",()=>{h(),c.textContent=""}),i.addEventListener("keydown",g=>{Object.hasOwn(y,g.key)&&(y[g.key](),g.preventDefault())}),{node:r.node,show(g){r.label.textContent=
t.t("place"),f(!1),s.setAttribute("aria-label",t.t("place")),l=g,(document.activeElement!==i||s.hidden)&&(i.value=g)}}}function Ks({words:t,known:e,entries:n,ask:o}){let r=s=>at(s,c=>o({[s]:c})),i=w("input",{type:"checkbox",id:"c-compare",name:"compare"});i.addEventListener("cha\
nge",()=>o({compare:i.checked}));let a=w("span",{});return{place:te(t,n,s=>o({place:s})),whose:r("whose"),cutoff:Ee("cutoff",s=>o({cutoff:s})),border:r("border"),
resistance:Ee("resistance",s=>o({resistance:s})),mode:at("mode",s=>o({trip:e.trips.find(c=>e.kindOf(c.id)===s)?.id})),trip:r("trip"),percentile:at("percentile",
s=>o({percentile:Number(s)})),opportunity:r("opportunity"),direction:r("direction"),scenario:r("scenario"),compare:{node:w("label",{class:"choice check"},i,a),box:i,
text:a},reading:r("reading")}}function Vs(t,{words:e,known:n},o){let{t:r}=e,i=(l,f)=>f.map(u=>[u,r(l+"_"+u)]),a=l=>r("minutes_long",{n:e.minutes(l)}),s=n.ofInhabitants(
o)?n.mean.step:1;t.whose.show(r("whose"),n.couldBeOfInhabitants(o)?i("whose",ke):[],o.whose),t.cutoff.show(r("cutoff"),{low:_e,high:st(n,o.trip),step:s},o.cutoff,
a(o.cutoff));let c=n.hasBorder?{borders:M,readings:Xt}:{borders:[],readings:[]};t.border.show(r("border"),i("border",c.borders),o.border),t.resistance.node.hidden=
o.border!=="realised",t.resistance.show(r("resistance"),{low:0,high:Vt,step:s},o.resistance,a(o.resistance)),t.reading.show(r("reading"),i("reading",c.readings),
o.reading),t.direction.show(r("direction"),i("direction",xe),o.direction),t.opportunity.show(r("opportunity"),n.opportunities.map(l=>[l,e.opportunity(l)]),o.opportunity)}
function Zs(t,{words:e,known:n},o){let{t:r}=e,i=n.trip(o.trip),a=n.kindOf(i.id),s=new Map(n.trips.toReversed().map(u=>[n.kindOf(u.id),u.id])),c=[...new Set(n.trips.
map(u=>n.kindOf(u.id)))];t.mode.show(r("mode"),c.map(u=>[u,n.nameOf(s.get(u)??i.id)]),a);let l=n.trips.filter(u=>n.kindOf(u.id)===a),f=i.mode==="transit"&&o.direction===
"to";t.trip.show(r(f?"arrival":"departure"),l.map(u=>[u.id,n.tripName(u)]),o.trip),t.percentile.show(r("percentile"),(i.percentiles??[]).map(u=>[String(u),e.share(
u/100)]),o.percentile)}function Js({scenario:t,compare:e},{words:n,known:o},r){let{t:i}=n,a=o.scenariosOf(r.trip),s=o.scenarios.filter(c=>!a.includes(c)).map(o.
scenarioName);t.show(i("scenario"),o.scenarios.map(c=>[c,o.scenarioName(c),!a.includes(c)]),r.scenario,s.length?i("scenario_idle",{scenario:s.join("; ")}):""),e.
node.hidden=r.scenario===o.scenarios[0],e.box.checked=r.compare,e.text.textContent=i("compare")}function fo(t,e){let n=Ks(e);return t.replaceChildren(...Object.
values(n).map(o=>o.node)),t.addEventListener("submit",o=>o.preventDefault()),{show(o,r){n.place.show(r),Vs(n,e,o),Zs(n,e,o),Js(n,e,o)}}}function Ys(t,e){let n={};for(let[o,r]of Object.entries(t)){if(!o.startsWith("opportunity/municipality/"))continue;let i=o.slice(25),a=new Float64Array(r.length);
for(let l=0;l<e.n;l++)a[e.municipality[l]]+=e.population[l];let s=Float64Array.from(e.municipality,(l,f)=>r[l]*e.population[f]/a[l]),c=t["opportunity/cell/"+i];
t["opportunity/at/"+i].forEach((l,f)=>{s[l]=c[f]}),n[i]=s}return n}function uo(t,e,n){return(t[`${e}/name`]||t[`${e}/id`]||[]).map((r,i)=>({id:t[`${e}/id`][i],name:r,
lon:t[`${e}/lon`][i],lat:t[`${e}/lat`][i],country:n[i]}))}function po(t,e,n,o){let r=Array.from({length:t.covered+1},()=>({total:0,known:0,unknown:0,any:!1,cells:0}));
for(let i=0;i<t.n;i++){let a=t.country[i],s=r[a<0?t.covered:a],c=n[i],l=Number.isNaN(c);s.cells++,l||(s.any=!0),o(e[i],a)&&(l?s.unknown++:(s.known++,s.total+=c))}
for(let i of r)i.cells>0&&(!i.any||i.unknown>0&&i.known===0)&&(i.total=NaN);return r}function qs(t,e,n,o,r,{resistance:i=0}={}){let a=A(o),s=po(t,e,n,h=>h<=a),c=i===
0?s:po(t,e,n,(h,m)=>(m===r?h:Math.fround(h+i))<=a),l=r>=0&&r<t.covered?s[r].total:NaN,[f,u,p]=[0,0,0];s.forEach((h,m)=>{p+=h.unknown,m!==r&&(f+=h.total,u+=c[m].
total)});let d=h=>h.slice(0,t.covered).map(m=>m.total);return{by:d(s),feltBy:d(c),total:l+f,closed:l,realised:l+u,felt:u,open:l+f,missing:p}}function Qs(t){let e=Math.ceil(t);return e>0&&t<=A(e-1)?e-1:e}function ho(t){for(let e=1;e<t.length;e++)t[e]+=t[e-1]}function ti(t,e,n,o){let r=()=>new Float64Array(
o+1),i={total:r(),unknown:r()},a=Array.from({length:t.covered},()=>({any:!1,sum:r(),known:r(),unknown:r()}));for(let s=0;s<t.n;s++){let c=a[t.country[s]],l=Number.
isNaN(n[s]);if(c&&!l&&(c.any=!0),Number.isNaN(e[s]))continue;let f=Qs(e[s]);if(!(f>o)){if(c&&c[l?"unknown":"known"][f]++,l){i.unknown[f]++;continue}i.total[f]+=
n[s],c&&(c.sum[f]+=n[s])}}Object.values(i).forEach(ho);for(let{any:s,sum:c,known:l,unknown:f}of a){[c,l,f].forEach(ho);for(let u=0;u<=o;u++)(!s||f[u]>0&&l[u]===
0)&&(c[u]=NaN)}return{by:a.map(s=>s.sum),...i}}function ei(t,e){let n=i=>[...new Set(i)].filter(a=>a>0).sort((a,s)=>a-s),o=n(t.subarray(0,e)),r=[...o,...n(t).filter(
i=>!o.includes(i))];return{countries:r,covered:o.length,positions:Int8Array.from(t,i=>r.indexOf(i))}}function mo(t,e){let n=e.n_cells,o=n+e.n_places,{countries:r,
covered:i,positions:a}=ei(t["point/country"],n),s={n,covered:i,id:t["cell/id"],lon:t["cell/lon"],lat:t["cell/lat"],country:a.subarray(0,n),municipality:t["cell/\
municipality"],population:t["cell/population"]};return{cells:s,countries:r,places:uo(t,"place",a.subarray(n)),stops:uo(t,"stop",a.subarray(o)),municipalities:t["\
municipality/code"]||[],opportunities:Ys(t,s),trips:e.trips,scenarios:e.scenarios,meta:e,arrays:t,reach:(...c)=>qs(s,...c),curve:(...c)=>ti(s,...c)}}function wo(t,e,n=null){let o=new Map,r=0,i=a=>new Promise((s,c)=>{o.set(++r,{answered:s,refused:c}),t.postMessage({number:r,asked:a})});return new Promise((a,s)=>{
t.addEventListener("error",c=>{let l=new Error(c.message||"no worker");s(l);for(let{refused:f}of o.values())f(l);o.clear()}),t.addEventListener("message",({data:c})=>{
let l=o.get(c.number);o.delete(c.number),c.opened?a(i):l?c.failed===void 0?l.answered(c):l.refused(new Error(c.failed)):s(new Error(c.failed))}),t.postMessage({
...e,first:n})})}var yo=/^(shape|mean|opportunity|edge)\//,si=/^(cell|place|stop|municipality)\/|^point\/country$/;function bo({manifest:t,chunks:e},n){let o=[...t.parts.keys()].
filter(r=>n(t.parts[r].name));return{manifest:{...t,parts:o.map(r=>t.parts[r])},chunks:o.map(r=>e[r])}}var ii=t=>new Worker(URL.createObjectURL(new Blob([t],{type:"\
text/javascript"})));async function ci({manifest:t,chunks:e}){let n=await globalThis.GrensgeoEngine.open(t,e);return async o=>o.other?n.why(o):n.times(o)}async function xo(t,e,n){
let o=bo(t,c=>!yo.test(c)),r=(async()=>{try{return await wo(ii(e),o,n)}catch{return ci(o)}})(),i=bo(t,c=>yo.test(c)||si.test(c)),a=await kt(i.manifest,i.chunks),
s=async c=>(await r)(c);return{...mo(a,t.manifest.meta),times:s,why:s}}var ai=["fill","stroke"];function Nt(t,e){let{left:n,top:o,width:r,height:i}=t.getBoundingClientRect();return{x:n-e.left,y:o-e.top,width:r,height:i}}function li(t,e){
return S("image",{...Nt(t,e),href:t.toDataURL("image/png"),preserveAspectRatio:"none"})}function fi(t,e){let n=t.cloneNode(!0),[o,r]=[t,n].map(a=>[...a.querySelectorAll(
"path")]);o.forEach((a,s)=>{let c=getComputedStyle(a);for(let l of ai)r[s].setAttribute(l,c.getPropertyValue(l).replace(/url\("(#[^"]+)"\)/,"url($1)"));r[s].removeAttribute(
"class")});let i=S("svg",{...Nt(t,e),viewBox:t.getAttribute("viewBox")??"",overflow:"visible"});return i.append(...n.childNodes),i}function ui(t,e,n){let o=Nt(t,
e),r=getComputedStyle(t),i=parseFloat(r.fontSize);if(!t.textContent)return[S("circle",{cx:o.x+o.width/2,cy:o.y+o.height/2,r:o.width/2,fill:r.backgroundColor})];
let a={y:o.y+o.height/2+i*.35,"font-size":i,"font-weight":r.fontWeight,fill:r.color};if(t.classList.contains("shield"))return[S("rect",{...o,rx:3,fill:r.backgroundColor,
stroke:"#b5a970","stroke-width":1}),S("text",{...a,x:o.x+o.width/2,"text-anchor":"middle"},t.textContent)];let s=r.textTransform==="uppercase"?t.textContent.toLocaleUpperCase():
t.textContent;return[S("text",{...a,x:o.x,stroke:n,"stroke-width":3,"stroke-linejoin":"round","paint-order":"stroke","letter-spacing":r.letterSpacing==="normal"?
null:r.letterSpacing},s)]}function pi(t,e,n){let{x:o,y:r,width:i,height:a}=Nt(t,e),s=getComputedStyle(t).color,c=r+a-1,l=`M${o} ${c-6}V${c}H${o+i}V${c-6}`;return[
S("path",{d:l,fill:"none",stroke:n,"stroke-width":5}),S("path",{d:l,fill:"none",stroke:s,"stroke-width":2}),S("text",{x:o+4,y:c-5,"font-size":11,"font-weight":600,
fill:s,stroke:n,"stroke-width":3,"paint-order":"stroke"},t.textContent)]}function ko(t){let e=t.getContainer(),n=e.getBoundingClientRect(),o=getComputedStyle(document.
documentElement).getPropertyValue("--halo").trim()||"#ffffff",r=[...e.querySelectorAll(".leaflet-pane")].filter(s=>s.parentElement!==e).map(s=>s).sort((s,c)=>Number(
getComputedStyle(s).zIndex)-Number(getComputedStyle(c).zIndex)),i=[S("rect",{width:n.width,height:n.height,fill:getComputedStyle(e).backgroundColor})];for(let s of r){
let c=S("g",{opacity:getComputedStyle(s).opacity});for(let l of s.children)if(l.checkVisibility()){if(l instanceof HTMLCanvasElement)c.append(li(l,n));else if(l instanceof
SVGSVGElement)c.append(fi(l,n));else if(l instanceof HTMLElement&&l.matches(".place, .country, .dot"))c.append(...ui(l,n,o));else if(l instanceof HTMLElement&&l.
matches(".pin")){let{x:f,y:u,width:p,height:d}=Nt(l,n);c.append(S("circle",{cx:f+p/2,cy:u+d,r:7,fill:"#ffffff",stroke:"#111827","stroke-width":4}))}}c.childElementCount&&
i.push(c)}let a=e.querySelector(".leaflet-control-scale-line");return a instanceof HTMLElement&&i.push(...pi(a,n,o)),i}function lt(t,e){let n=document.createElement("a");n.href=URL.createObjectURL(t),n.download=e,document.body.append(n),n.click(),n.remove(),setTimeout(()=>URL.revokeObjectURL(
n.href),1e4)}var[_o,vo]=[595.28,841.89],Mt=28,di=3,hi=t=>"<FEFF"+[...Array(t.length).keys()].map(e=>t.charCodeAt(e).toString(16).padStart(4,"0")).join("")+">",mi={"€":128,
"„":132,"…":133,"‘":145,"’":146,"“":147,"”":148,"•":149,"–":150,"—":151,"−":45,"→":187};function gi(t){return"<"+[...t].map(e=>{let n=mi[e]??
e.codePointAt(0)??63;return(n>255||n<32?63:n).toString(16).padStart(2,"0")}).join("")+">"}function So(t,e,n,o){let r=t.width>t.height,[i,a]=r?[vo,_o]:[_o,vo],s=Math.
min((i-2*Mt)/t.width,(a-2*Mt)/t.height),[c,l]=[t.width*s,t.height*s],f=n.filter(k=>k).map((k,_)=>`1 0 0 1 ${Mt} ${a-Mt-12*(_+1)} Tm ${gi(k)} Tj`),u=`q ${c.toFixed(
2)} 0 0 ${l.toFixed(2)} ${((i-c)/2).toFixed(2)} ${(a-Mt-l).toFixed(2)} cm /Map Do Q
BT /F 9 Tf ${di} Tr ${f.join(`
`)} ET
`,p=[`<< /Type /Catalog /Pages 2 0 R /Lang (${o}) >>`,"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${i} ${a}] /Conte\
nts 4 0 R /Resources << /XObject << /Map 5 0 R >> /Font << /F 6 0 R >> >> >>`,`<< /Length ${u.length} >>
stream
${u}endstream`,[`<< /Type /XObject /Subtype /Image /Width ${t.width} /Height ${t.height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${t.
bytes.length} >>
stream
`,t.bytes,`
endstream`],"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",`<< /Title ${hi(e)} /Creator (grensgeo) >>`],d=[],h=0;function m(k){
let _=typeof k=="string"?Uint8Array.from(k,O=>O.charCodeAt(0)):k;d.push(_),h+=_.length}m(`%PDF-1.7
`);let y=p.map((k,_)=>{let O=h;m(`${_+1} 0 obj
`);for(let v of[k].flat())m(v);return m(`
endobj
`),O}),g=h;m(`xref
0 ${p.length+1}
0000000000 65535 f 
`+y.map(k=>`${String(k).padStart(10,"0")} 00000 n 
`).join("")+`trailer
<< /Size ${p.length+1} /Root 1 0 R /Info 7 0 R >>
startxref
${g}
%%EOF
`);let x=new Uint8Array(h);return d.reduce((k,_)=>(x.set(_,k),k+_.length),0),x}var ft=20,wi=640,Oo=21,Lt=22,Eo=2,Ie=()=>getComputedStyle(document.body).fontFamily;function yi(t,e,n){let o=[""];for(let r of e.split(/\s+/)){let i=o[o.length-
1],a=i?i+" "+r:r;t.measureText(a).width<=n||!i?o[o.length-1]=a:o.push(r)}return o}function bi(t,e,n){return(o,{size:r,weight:i,leading:a},s)=>{if(!o)return{nodes:[],
end:s};t.font=`${i} ${r}px ${Ie()}`;let c=yi(t,o,n-2*ft);return{end:s+c.length*a,nodes:c.map((l,f)=>S("text",{x:ft,y:s+(f+.75)*a,"font-size":r,"font-weight":i,fill:e},
l))}}}function xi({line:t,colour:e,stripe:n,shape:o,width:r=3},i,a){if(t)return[S("rect",{x:i,y:a+7-r/2,width:Lt,height:r,fill:t})];let[s,c]=[i+Lt/2,a+7],l={fill:e??
"none",stroke:"#7d7f86","stroke-width":.8};if(o==="circle")return[S("circle",{cx:s,cy:c,r:6,...l})];if(o==="diamond")return[S("path",{d:`M${s-7} ${c}L${s} ${c-7}\
L${s+7} ${c}L${s} ${c+7}Z`,...l})];if(o==="star")return[S("circle",{cx:s,cy:c,r:6,fill:"#c2185b"})];let f=S("rect",{x:i,y:a,width:Lt,height:13,...l});return n?[
f,...[0,1,2,3].map(u=>S("rect",{x:i+6*u+2,y:a,width:3,height:13,fill:n}))]:[f]}function ki(t,e,n,o,r){t.font=`400 12px ${Ie()}`;let i=[],[a,s]=[ft,r];for(let c of e){
let l=Lt+6+t.measureText(c.said).width+16;a>ft&&a+l>n-ft&&([a,s]=[ft,s+Oo]),i.push(...xi(c,a,s),S("text",{x:a+Lt+6,y:s+11,"font-size":12,fill:o},c.said)),a+=l}return{
nodes:i,end:e.length?s+Oo:r}}function To(t,e,n,{ink:o,paper:r}){let i=Math.max(t.width,wi),a=document.createElement("canvas").getContext("2d"),s=bi(a,o,i),c=s(n.
title,{size:13,weight:600,leading:18},10),l=s(n.headline,{size:19,weight:700,leading:25},c.end),f=s(n.question,{size:13,weight:400,leading:18},l.end),u=f.end+10,
p=s(n.legend,{size:12,weight:600,leading:18},u+t.height+8),d=ki(a,e,i,o,p.end+4),h=d.end+2,m=n.below.flatMap(k=>{let _=s(k,{size:11,weight:400,leading:15},h);return h=
_.end,_.nodes}),y=Math.ceil(h+12),g=_i(document.querySelector("svg.hatches defs"));return S("svg",{xmlns:"http://www.w3.org/2000/svg",width:i,height:y,viewBox:`\
0 0 ${i} ${y}`,"font-family":Ie()},S("title",{},n.headline),...g?[g]:[],S("rect",{width:i,height:y,fill:r}),...c.nodes,...l.nodes,...f.nodes,S("svg",{x:(i-t.width)/
2,y:u,width:t.width,height:t.height,overflow:"hidden"},...t.nodes),...p.nodes,...d.nodes,...m)}function _i(t){let e=t&&t.cloneNode(!0),n=t?.querySelectorAll("re\
ct")??[];return e?.querySelectorAll("rect").forEach((o,r)=>o.setAttribute("fill",getComputedStyle(n[r]).fill)),e}var Ao=t=>new XMLSerializer().serializeToString(
t),Io=t=>new Blob([`<?xml version="1.0" encoding="UTF-8"?>
`,Ao(t)],{type:"image/svg+xml"});async function No(t){let e=new Image;e.src="data:image/svg+xml;charset=utf-8,"+encodeURIComponent(Ao(t)),await e.decode();let n=document.
createElement("canvas");return n.width=Eo*Number(t.getAttribute("width")),n.height=Eo*Number(t.getAttribute("height")),n.getContext("2d")?.drawImage(e,0,0,n.width,
n.height),n}async function Mo(t){let e=await No(t);return new Promise((n,o)=>{e.toBlob(r=>r?n(r):o(new Error("no picture")),"image/png")})}async function Lo(t,e,n){
let o=await No(t),r=await new Promise(c=>{o.toBlob(c,"image/jpeg",.92)}),i=new Uint8Array(await r.arrayBuffer()),a=[e.headline,e.question,...e.below],s=So({bytes:i,
width:o.width,height:o.height},e.title||e.headline,a,n);return new Blob([s],{type:"application/pdf"})}var oe=t=>t.replace(/(?<=^|[,;\t\r\n]["\s]*)(?=[=+\-@\t\r\n])/g,"'");function Co({caption:t,head:e,body:n}){return{node:w("table",{},w("caption",{},t),w("thead",
{},w("tr",{},...e.map(r=>w("th",{scope:"col"},r)))),w("tbody",{},...n.map(([r,...i],a)=>{let s=a>0&&n[a-1][0]===r,c=n.filter(([l])=>l===r).length;return w("tr",
{},...s?[]:[w("th",{scope:"rowgroup",rowspan:c},r)],...i.map(l=>w("td",{},l)))})))}}var vi=/^[-\u2212+]?[\d.,\u00a0]+$/;function $o(t,e){if(!vi.test(t))return NaN;
let[n,o]=P[e].startsWith("en")?[",","."]:[".",","];return Number(t.replaceAll(n,"").replaceAll(" ","").replace(o,".").replace("−","-"))}function Si({head:t,body:e},n){
let o=n!=="en",r=o?";":",";function i(a){let s=$o(a,n);if(!Number.isNaN(s))return o?String(s).replace(".",","):String(s);let c=oe(a);return/[",;\n\r]/.test(c)?`\
"${c.replace(/"/g,'""')}"`:c}return[t,...e].map(a=>a.map(i).join(r)).join(`\r
`)+`\r
`}var Oi=t=>t.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g,"").replace(/&/g,"&amp;").replace(/</g,"&lt;").replace(/>/g,"&gt;").replace(/"/g,"&quot;"),ut='\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',Ne="http://schemas.openxmlformats.org/spreadsheetml/2006/main",ee="http://schemas.openxmlformats.org/of\
ficeDocument/2006/relationships",Me="http://schemas.openxmlformats.org/package/2006",ne="application/vnd.openxmlformats-officedocument.spreadsheetml";function Ei({
head:t,body:e},n,o){function r(a){let s=$o(a,n);return Number.isNaN(s)?`<c t="inlineStr"><is><t xml:space="preserve">${Oi(a)}</t></is></c>`:`<c${Number.isInteger(
s)?' s="1"':""}><v>${s}</v></c>`}let i=a=>`${ut}<worksheet xmlns="${Ne}"><sheetData>`+a.map(s=>`<row>${s.map(r).join("")}</row>`).join("")+"</sheetData></worksh\
eet>";return[["[Content_Types].xml",`${ut}<Types xmlns="${Me}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relat\
ionships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${ne}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${ne}.styles+xml"/>`+[
1,2].map(a=>`<Override PartName="/xl/worksheets/sheet${a}.xml" ContentType="${ne}.worksheet+xml"/>`).join("")+"</Types>"],["_rels/.rels",`${ut}<Relationships xm\
lns="${Me}/relationships"><Relationship Id="rId1" Type="${ee}/officeDocument" Target="xl/workbook.xml"/></Relationships>`],["xl/workbook.xml",`${ut}<workbook xm\
lns="${Ne}" xmlns:r="${ee}"><sheets><sheet name="1" sheetId="1" r:id="rId1"/><sheet name="2" sheetId="2" r:id="rId2"/></sheets></workbook>`],["xl/_rels/workbook\
.xml.rels",`${ut}<Relationships xmlns="${Me}/relationships">`+[1,2].map(a=>`<Relationship Id="rId${a}" Type="${ee}/worksheet" Target="worksheets/sheet${a}.xml"/\
>`).join("")+`<Relationship Id="rId3" Type="${ee}/styles" Target="styles.xml"/></Relationships>`],["xl/styles.xml",`${ut}<styleSheet xmlns="${Ne}"><fonts count=\
"1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray1\
25"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs \
count="2"><xf/><xf numFmtId="3" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleShee\
t>`],["xl/worksheets/sheet1.xml",i([t,...e])],["xl/worksheets/sheet2.xml",i(o.map(a=>[a]))]]}function Ti(t){let e=-1;for(let n of t){e^=n;for(let o=0;o<8;o++)e=
e>>>1^(e&1?3988292384:0)}return~e>>>0}function Ai(t){let e=new TextEncoder,n=[],o=[];function r(a,s){for(let[c,l]of s)for(let f=0;f<c;f++)a.push(l/2**(8*f)&255)}
for(let[a,s]of t){let[c,l]=[e.encode(a),e.encode(s)],f=[[2,20],[2,2048],[2,0],[2,0],[2,33],[4,Ti(l)],[4,l.length],[4,l.length],[2,c.length],[2,0]];r(o,[[4,33639248],
[2,20],...f,[2,0],[2,0],[2,0],[4,0],[4,n.length]]),o.push(...c),r(n,[[4,67324752],...f]);for(let u of[c,l])for(let p of u)n.push(p)}let i=n.length;for(let a of o)
n.push(a);return r(n,[[4,101010256],[2,0],[2,0],[2,t.length],[2,t.length],[4,o.length],[4,i],[2,0]]),Uint8Array.from(n)}function Ro(t,e,n,o,r){let i=e==="csv"?new Blob(
["\uFEFF"+Si(t,n)],{type:"text/csv;charset=utf-8"}):new Blob([Ai(Ei(t,n,o))],{type:ne+".sheet"});lt(i,r+"."+e)}function Ii(t){if(typeof t=="number")return Number.isNaN(t)?"":String(t);let e=oe(String(t??""));return/[",\n\r;#]/.test(e)?'"'+e.replace(/"/g,'""')+'"':e}var Ni=t=>"\
# "+oe(t.replace(/[\r\n\u2028\u2029]+/g," "));function Mi(t,e,n){return[...t.map(Ni),...[e,...n].map(r=>r.map(Ii).join(","))].join(`\r
`)+`\r
`}var pt=(t,e)=>Math.round(t*e)/e,Le=t=>E(t)?String(pt(t,1e3)):"";function Li(t,e,n,o){if(!e.atLeast)return[];let r=(I(e)?M:["open"]).map(s=>{let c=e.lacks[s].length>
0||e.missing>0,l=E(e.atLeast[s])?(c?">= ":"")+Le(e.atLeast[s]):"",f=G(t,e,s);return`${s}: ${l} ${n} (${o})`+(f?"; "+f:"")}),i=e.sides.map((s,c)=>`${s}: ${Le(e.by[c])}\
 ${n} (${o})`),a=[["share_without_ride",e.shareWithout],["edge_share",e.edgeShare]];return[...r,...i,...a.flatMap(([s,c])=>E(c)?[`${s}: ${Le(c)} (${o})`]:[]),...e.
mean?[]:[`edge: ${!!e.touchesEdge}`]]}function Ci(t,e,{state:n,found:o},{said:r,whose:i}){let{opportunity:a}=n;return[...r,...Li(t,o,a,i),`units: travel_time_mi\
n in minutes; population in inhabitants; ${a} in numbers; lon and lat in degrees (EPSG:4326); empty is not known or not reached`,...e.notes.map(s=>"note: "+[s.text,
...s.details].map(c=>t.in(c)).join(" / ")),...e.sources.map(s=>"source: "+[s.title,t.in(s.attribution),"licence "+t.in(s.licence),s.reference_date].join("; ")),
t.t("made_with",{version:e.version})]}function Po(t,e,n,o){let{engine:{cells:r},areaOfCell:i,codes:a,state:s,found:c,weights:l,home:f}=n,{opportunity:u}=s,p=u!==
"population",d=rt(s,f),h=A(s.cutoff),m=["cell_id","region_code","municipality","country","lon","lat","population",...p?[u]:[],"travel_time_min","within_cutoff",
"counted",...c.walked?["without_ride"]:[],...c.before?["travel_time_baseline_min"]:[]],y=r.id.map((g,x)=>{let k=c.minutes?c.minutes[x]:NaN,_=i(x);return[g,_?.code,
_?.name,a[r.country[x]],pt(r.lon[x],1e5),pt(r.lat[x],1e5),r.population[x],...p?[pt(l[x],1e4)]:[],pt(k,1e3),k<=h?1:0,d(k,r.country[x])?1:0,...c.walked?[Number.isNaN(
k)?"":c.walked[x]]:[],...c.before?[pt(c.before.minutes[x],1e3)]:[]]});return Mi(Ci(t,e,n,o),m,y)}var $e=()=>getComputedStyle(document.body).fontFamily,Ce=t=>t?"#eef0f4":"#1f2430";function $i(t,e){let n=document.createElement("canvas");n.width=t*2,n.height=e*
2;let o=n.getContext("2d");return o.scale(2,2),{canvas:n,context:o}}function Bo(t){let e=t.map.getSize(),{canvas:n,context:o}=$i(e.x,e.y);return Ri(o,t,0,0),n}function Ri(t,e,n,o){
let{map:r,dark:i}=e,a=r.getSize();t.save(),t.beginPath(),t.rect(n,o,a.x,a.y),t.clip(),t.fillStyle=i?"#171a20":"#e3e3e0",t.fillRect(n,o,a.x,a.y);let s=r.getContainer().
getBoundingClientRect();for(let c of["land","cells","base","lines","way"])for(let l of r.getPane(c)?.querySelectorAll("canvas")??[]){let f=l.getBoundingClientRect();
t.drawImage(l,n+f.left-s.left,o+f.top-s.top,f.width,f.height)}Bi(t,e,n,o),Di(t,e,n+a.x,o+a.y),ji(t,e,n,o),t.restore()}function Pi(t,{name:e,kind:n,width:o=0,size:r},i,a){
let s=n==="shield motorway";t.fillStyle=s?"#4b6a97":"#fffdf2",t.strokeStyle=s?"#ffffff":"#b5a970",t.lineWidth=1,t.fillRect(i,a,o,r*1.4),t.strokeRect(i,a,o,r*1.4),
t.fillStyle=s?"#ffffff":"#5a5335",t.font=`600 ${r}px ${$e()}`,t.textAlign="center",t.fillText(e,i+o/2,a+r*1.05),t.textAlign="start"}function Bi(t,{map:e,view:n,
theme:o,dark:r},i,a){let s=e.containerPointToLayerPoint([0,0]);t.lineJoin="round";for(let c of n.written){let l=i+c.x-s.x,f=a+c.y-s.y+c.size;if(c.width){Pi(t,c,
l,f-c.size);continue}t.font=`${c.bold?600:400} ${c.size}px ${$e()}`,t.lineWidth=3,t.strokeStyle=o.halo,t.fillStyle=c.kind==="country"?o.border:Ce(r),t.strokeText(
c.name,l,f,240),t.fillText(c.name,l,f,240),c.dot&&c.kind!=="here"&&t.fillRect(i+c.at.x-s.x-2,a+c.at.y-s.y-2,4,4)}}function Di(t,{map:e,theme:n,dark:o},r,i){let a=e.
getContainer().querySelector(".leaflet-control-scale-line");if(!(a instanceof HTMLElement))return;let[s,c]=[r-12,i-12],l=s-a.offsetWidth;t.font=`600 11px ${$e()}`;
for(let[f,u]of[[n.halo,5],[Ce(o),2]])t.strokeStyle=f,t.lineWidth=u,t.beginPath(),t.moveTo(l,c-6),t.lineTo(l,c),t.lineTo(s,c),t.lineTo(s,c-6),t.stroke();t.strokeStyle=
n.halo,t.lineWidth=3,t.fillStyle=Ce(o),t.strokeText(String(a.textContent),l+4,c-6),t.fillText(String(a.textContent),l+4,c-6)}function ji(t,{map:e,view:n},o,r){if(!n.
chosen)return;let i=e.latLngToContainerPoint(n.chosen.latlng);t.beginPath(),t.arc(o+i.x,r+i.y,7,0,2*Math.PI),t.fillStyle="#ffffff",t.fill(),t.lineWidth=4,t.strokeStyle=
"#111827",t.stroke()}var re=({words:t,here:e},n)=>t.t(n+"_"+e().kind,{name:e().name});function J(t){return t.now.state.direction==="to"?re(t,"to"):t.words.lowered(re(t,"from"))}function R(t){
let{words:e,known:n,here:o,now:{state:r}}=t,{t:i}=e,{name:a,kind:s,country:c}=o(),l=t.ofInhabitants(),f=n.parkOf(r.trip);return{place:a,mode:n.byTrip(r.trip,c),
from:l?i("from_mean",{name:a}):re(t,"from"),to:re(t,"to"),reaches:i(l?"reaches_mean":"reaches_one"),whose:i("owner_"+(l?"mean":s),{name:a}),vehicle:n.ofTrip(r.trip,
"vehicle"),none:n.ofTrip(r.trip,"no_vehicle"),without:n.ofTrip(r.trip,"without"),parking:f>0?i("parking",{n:e.minutes(f)}):"",opportunity:e.opportunity(r.opportunity),
scenario:n.scenarioName(r.scenario)}}function Ct(t){let{words:e,known:n,now:{state:o}}=t,{t:r}=e,i=R(t),a=n.trip(o.trip),s=n.trips.filter(c=>n.kindOf(c.id)===n.
kindOf(a.id)).length>1;return[i.whose,r("direction_"+o.direction),i.mode,i.parking,s||a.mode==="transit"?n.tripName(a):"",r("minutes",{n:e.minutes(o.cutoff)}),n.
hasBorder?r("shown_"+o.border,{n:e.minutes(o.resistance)})+(o.border==="closed"?" ("+r("reading_"+o.reading)+")":""):"",i.opportunity,r("scenario")+": "+i.scenario].
filter(c=>c).join(" · ")}var Do=({words:t,data:e})=>[...e.attributions.map(n=>t.t("source")+": "+t.in(n)),t.t("made_with",{version:e.version})];function se({words:t,
known:e,data:n,now:{state:o}}){return[t.t("scenario")+": "+e.scenarioName(o.scenario),t.t("source")+": "+n.attributions.map(t.in).join(" · "),t.t("made_with",{
version:n.version})].join(" · ")}function jo({data:t,known:e,now:{state:n}}){let o=[n.opportunity,e.trip(n.trip).mode];return Ln(t.strip,o)}var Re=t=>jo(t).map(
e=>t.words.in(e.text)).join(" ");function Fo(t){let{words:e,data:n}=t,{t:o}=e;b("warnings").replaceChildren(...jo(t).map(r=>w("li",{title:e.in(r.text)},e.in(r.short)))),
b("notes").replaceChildren(...n.notes.map(r=>w("li",{},e.in(r.text),...r.details.map(i=>w("p",{class:"small"},e.in(i)))))),b("sources").replaceChildren(...n.sources.
map(r=>{let i=[e.in(r.attribution),o("licence",{name:e.in(r.licence)}),r.reference_date?o("reference_date",{date:r.reference_date}):""];return w("li",{},Cn(r),"\
 – "+i.filter(a=>a).join(" · "))})),b("strip").textContent=se(t),b("asked").textContent=Ct(t)}var ie=t=>"#"+Zt(t.now.state);function $t(t,e,n){let o=w("span",{},t);return n&&o.prepend(Bt(n)),w("div",{class:"row"},o,w("b",{},e))}function Fi(t){let e=t.reduce((n,[,o])=>n+(E(o)?o:0),0);
return w("div",{class:"bar","aria-hidden":"true"},...t.map(([n,o])=>{let r=xt(w("i"),n,"background");return r.style.width=(e>0&&E(o)?100*o/e:0)+"%",r}))}function dt(t,e,...n){
b(t+"-title").textContent=[e.t(t),...n].join(" · ")}function Ui(t,e){let n=e.mean&&(e.edgeShare??0)>0?t.t("edge_mean",{share:t.part(e.edgeShare??0)}):e.touchesEdge?
t.t("edge"):"";return[...e.unknownCountries.map(o=>t.t("unknown_country",{country:t.t(o)})),e.missing>0&&!e.unknownCountries.length?t.t("unknown_some",{n:t.count(
e.missing)}):"",e.noService?t.t("no_service"):"",n].filter(o=>o)}function zi(t,e,n,o){b("split-title").textContent=t.capital(t.t("reachable",{opportunity:n.opportunity,
cutoff:t.minutes(e.cutoff)})),b("split-value").textContent=T(t,o,e.border),b("split-said").textContent=[n.whose,I(o)?t.t("shown_"+e.border,{n:t.minutes(e.resistance)}):
"",e.border==="closed"?t.t("reading_"+e.reading):n.mode,n.parking].filter(i=>i).join(" · ");let r=o.sides.map((i,a)=>[i,o.shownBy[a]]);b("split-parts").replaceChildren(
Fi(r),...r.map(([i,a])=>$t(t.t(i),t.count(a),i))),b("split-warnings").replaceChildren(...Ui(t,o).map(i=>w("p",{class:"warn"},i)))}function Hi(t,e,n,o){if(I(o)||
(dt("border",t),b("border-value").textContent=t.t("no_border",{country:t.t(o.sides[0])})),b("border-box").hidden=I(o),b("effect-box").hidden=!I(o),!I(o))return;
dt("effect",t,n.opportunity,n.whose),b("effect-value").textContent=so(t,o);let r=Math.max(o.atLeast.open||0,o.atLeast.closed||0,1);b("effect-rows").replaceChildren(
...M.map(i=>{let a=$t(t.t("shown_"+i,{n:t.minutes(e.resistance)}),T(t,o,i));a.classList.toggle("chosen",i===e.border);let s=w("i",{class:"gauge","aria-hidden":"\
true"});return s.style.width=(E(o.atLeast[i])?100*o.atLeast[i]/r:0)+"%",a.append(s),a}))}function Wi(t,e,n,o){if(b("plan-box").hidden=!o.before,!o.before)return;
dt("plan",t,n.opportunity,n.whose);let[r,i]=[o,o.before].map(a=>a.atLeast[e.border]);b("plan-rows").replaceChildren($t(t.t("scenario_none"),T(t,o.before,e.border)),
$t(n.scenario,T(t,o,e.border)),$t(t.t("row_abs"),E(r)&&E(i)?t.signedCount(r-i):t.t("missing")))}function Gi(t,e,n){dt("bands",t,e.whose);let o=I(n)?n.sides:[],r=[
"band",...o,"total"].map(l=>w("th",{scope:"col"},t.t(l))),i=l=>[...o.map((f,u)=>l[u]),l.reduce((f,u)=>f+u,0)].map(f=>w("td",{},t.count(f))),a=n.bands.map(l=>{let f=w(
"i",{class:"key","aria-hidden":"true"});f.style.background=l.colour;let u=t.t("band_range",{a:t.minutes(l.from),b:t.minutes(l.to)});return w("tr",{},w("th",{scope:"\
row"},f,u),...i(l.by))}),s=n.sides.map((l,f)=>n.bands.reduce((u,p)=>u+p.by[f],0)),c=w("tr",{class:"sum"},w("th",{scope:"row"},t.t("total")),...i(s));b("bands").
replaceChildren(w("thead",{},w("tr",{},...r)),w("tbody",{},...a,c))}function Uo(t,e,n,o,r,i){zi(t,e,n,o),Hi(t,e,n,o),Wi(t,e,n,o),dt("chart",t,n.opportunity,n.whose),
Qt(t,e,n.opportunity,o,r,i),Gi(t,n,o)}function Xi(t,e,n){let{left:o,rows:r,own:i,kind:a,lacking:s}=n,{none:c}=e;if(n.done<n.all)return t.t("rank_busy",{n:t.count(
n.done),all:t.count(n.all)});let l=["edge","still","unknown"].filter(f=>o[f]>0).map(f=>t.t("rank_left_"+f,{n:t.count(o[f]),none:c}));return[i==="edge"||i==="sti\
ll"?t.t("rank_own_"+i,{none:c}):"",r.length?t.capital(t.t(a,{all:t.count(r.length)}))+".":"",l.length?t.t("rank_left_out",{parts:l.join(", ")}):"",s?t.t("rank_p\
artial",{countries:s}):""].filter(f=>f).join(" ")}function zo(t,e,n,o){dt("rank",t,e.opportunity,e.whose);let r=n.done>=n.all,i={n:t.count(n.place),all:t.count(
n.of)};b("rank-value").textContent=r?n.own!=="ranked"?t.t("rank_none"):t.t(n.shared?"rank_shared":"rank_said",i):"…",b("rank-said").textContent=Xi(t,e,n);let a=b(
"rank-box").querySelector("details");a.hidden=!r||!n.rows.length,a.firstElementChild.textContent=t.t("rank_list"),!(!r||!a.open)&&V(b("rank-list"),...n.rows.map(
({member:s,value:c})=>{let l=t.count(c),f=w("li",{},Dt(s.name,()=>o(s.key),s.key),w("b",{},n.lacking?t.t("at_least",{n:l}):l));return f.classList.toggle("chosen",
s.key===n.member),f}))}var Rt=(t,e)=>w(e?"strong":"b",{},t);function Ki(t,e,n,o){let r=o.before?.atLeast[e.border],i=o.atLeast[e.border];return!o.before||!E(r)||!E(i)?[]:[" ",...t.sentence(
"head_scenario",{scenario:n.scenario,after:Rt(T(t,o,e.border),!0),before:Rt(T(t,o.before,e.border),!1),change:r>0?t.signedShare((i-r)/r):t.signedCount(i-r)})]}function Ho(t,e,n,o){
let r={...n,cutoff:t.minutes(e.cutoff)};if(o.status)return t.sentence("head_"+o.status,r);let i=io(o),a=G(t,o,"open"),s=t.sentence("head_"+e.direction+i,{...r,open:Rt(
T(t,o,"open"),e.border==="open"),closed:Rt(T(t,o,"closed"),e.border==="closed"),...i==="_unknown"?{lacking:a}:{},...i===""?{effect:t.signedShare(o.open/o.closed-
1)}:{}});a&&(i==="_still"||i==="_no_stop")&&s.push(" (",a,")"),!ct(o)&&E(o.shareWithout)&&s.push(" ",...t.sentence("head_share",{share:t.part(o.shareWithout),vehicle:n.
vehicle}));let c=o.bounds?.[e.border];return c&&s.push(" ",t.t("head_bounds",{a:t.count(c[0]),b:t.count(c[1])})),e.border==="realised"&&E(o.realised)&&s.push(" ",
...t.sentence("head_realised",{resistance:t.minutes(e.resistance),realised:Rt(T(t,o,"realised"),!0)})),[...s,...Ki(t,e,n,o)]}var ce=["A","B"];function Pe(t,e,n){let{words:o,known:r}=t,i=t.here(e),a={place:()=>i.name,trip:()=>r.kindOf(e.trip)===r.kindOf(n.trip)?r.tripName(r.trip(e.trip)):
r.nameOf(e.trip),border:()=>o.t("shown_"+e.border,{n:o.minutes(e.resistance)}),scenario:()=>r.scenarioName(e.scenario)},s=oo(e,n);return(s.length?s:["place"]).map(
c=>a[c]()).join(", ")}function Vi(t,e,n,o){let{words:r,known:i,now:a}=t,{t:s}=r,c=p=>at("other-"+p,d=>o({versus:ve(a.state,{[p]:d})})),l={place:te(r,e,n,"other"),
trip:c("trip"),border:c("border"),scenario:c("scenario")},f=w("button",{type:"button",id:"second-close"}),u=w("p",{class:"legend",id:"second-title"});return b("\
second").replaceChildren(u,...Object.values(l).map(p=>p.node),f),{close:f,show(p){let{state:d}=a,h=At(d,i)??d,m=p==="versus";u.textContent=s(m?"versus_pick":"wh\
y_pick"),l.place.show(m?t.here(h).name:t.places.get(d.target)?.name??"");let y=i.trips.map(g=>[g.id,i.trips.filter(x=>i.kindOf(x.id)===i.kindOf(g.id)).length>1?
i.nameOf(g.id)+", "+i.tripName(g):i.nameOf(g.id)]);l.trip.show(s("mode"),m?y:[],h.trip),l.border.show(s("border"),m&&i.hasBorder?M.map(g=>[g,s("border_"+g)]):[],
h.border),l.scenario.show(s("scenario"),m?i.scenariosOf(h.trip).map(g=>[g,i.scenarioName(g)]):[],h.scenario),f.textContent=s(m&&d.versus?"versus_end":"close")}}}
function Wo(t,e,n){let{words:o,now:r}=t,i=null,a=Vi(t,e,u=>f(u),n),s={why:b("why-button"),versus:b("versus-button")};function c(){for(let[u,p]of Object.entries(
s))p.setAttribute("aria-pressed",String(u===i));b("second").hidden=!i,t.map.getContainer().classList.toggle("picking",!!i),i&&a.show(i)}function l(u){i=u,c()}function f(u,p=i){
return p==="why"?(l(null),n({target:u})):p==="versus"&&n({versus:ve(r.state,{place:u})}),p!==null}for(let u of Object.keys(s))s[u].addEventListener("click",()=>l(
i===u?null:u));return a.close.addEventListener("click",()=>{i==="versus"&&r.state.versus&&n({versus:""}),l(null),s.versus.focus()}),b("second").addEventListener(
"submit",u=>u.preventDefault()),b("second").addEventListener("keydown",u=>{u.key==="Escape"&&!u.defaultPrevented&&l(null)}),{show:c,picked:f,words:o}}var ht=t=>w("p",{class:"tools"},...["csv","xlsx"].map(e=>w("button",{type:"button",id:`${t}-${e}`},e.toUpperCase())));function mt(t,e,n){for(let o of["csv","xls\
x"])t.querySelector(`[id$="-${o}"]`)?.addEventListener("click",()=>{let r=n();if(!r)return;let{language:i}=e.words;Ro(r,o,i,[b("headline").textContent,r.caption,
...Do(e)],"atlas")})}function ae(t){let{state:e,other:n}=t.now;return n?[`${ce[0]}: ${Pe(t,e,n.state)}`,`${ce[1]}: ${Pe(t,n.state,e)}`]:["",""]}function Go(t,e,n){return!E(e)||!E(n)?
t.t("missing"):t.signedCount(n-e)+(e>0?" ("+t.signedShare(n/e-1)+")":"")}function Xo(t){let{words:e,now:{state:n,shown:o,other:r}}=t;if(!r||!o||o.status)return[];
let[i,a]=[o.atLeast[n.border],r.shown.atLeast[r.state.border]];return[" ",...e.sentence("versus_head",{second:ae(t)[1],first:ce[0],change:Go(e,i,a),value:w("b",
{},T(e,r.shown,r.state.border))})]}function Ko(t){let{words:e,now:{state:n,shown:o,other:r}}=t,{t:i}=e;if(!r||!o||o.status)return null;let a=(c,l,f)=>[c,T(e,o,l),
T(e,r.shown,f),Go(e,o.atLeast[l],r.shown.atLeast[f])],s=I(o)?M:["open"];return{caption:i("versus")+" · "+e.opportunity(n.opportunity),head:["",...ae(t),i("vers\
us_change")],body:[...n.border===r.state.border?[]:[a(i("versus_chosen"),n.border,r.state.border)],...s.map(c=>a(i("shown_"+c,{n:e.minutes(n.resistance)}),c,c))]}}
function Vo(t){let e=Ko(t);b("versus-box").hidden=!e,e&&(b("versus-title").textContent=e.caption,b("versus-table").replaceChildren(w("thead",{},w("tr",{},...e.head.
map(n=>w("th",{scope:"col"},n)))),w("tbody",{},...e.body.map(([n,...o])=>w("tr",{},w("th",{scope:"row"},n),...o.map(r=>w("td",{},r)))))))}function Zo(t){let e=ht(
"versus");b("versus-box").append(e),mt(e,t,()=>Ko(t))}var Zi=190;function Jo(t){let{state:e,shown:n}=t.now,[o,r]=ae(t);return{first:o,second:r,cutoff:e.cutoff,width:Et(t.longest()),border:e.border,frontier:t.known.
hasBorder,before:t.comparing(),walked:!!n?.walked,vehicle:t.known.ofTrip(e.trip,"vehicle")}}function Yo(t){let{look:e,view:n,engine:o,now:{state:r,times:i,shown:a}}=t;
if(!i||!a)return;let s=a.status?i.open.minutes:a.minutes;t.comparing()&&a.before?zn(e,t.theme(),t.palettes().diverging,{minutes:s,before:a.before.minutes,cutoff:r.
cutoff}):Un(e,t.theme(),t.palettes().times,{...Jo(t),minutes:s,walked:a.walked,countries:o.cells.country,counts:rt(r,t.here().country)});let{other:c}=t.now;Fn(e,
t.theme(),c&&{minutes:c.shown.minutes,countries:o.cells.country,counts:rt(c.state,c.place.country)}),n.layer.paint(e),n.chooseSecond(c&&c.place.key!==t.here().key?
c.place:null)}function le(t){let{words:e}=t,n=t.comparing()?"legend_change":"legend_time";b("legend-title").textContent=e.t(n,{from:J(t)});let o=Hn(e,t.theme(),
t.palettes(),Jo(t));return b("legend").replaceChildren(...o.map(({line:r,colour:i,stripe:a,said:s})=>{let c=w("i",{class:"swatch"+(r?" line":""),"aria-hidden":"\
true"});return c.style.background=r??(a?`repeating-linear-gradient(-45deg, ${i} 0 3px, ${a} 3px 6px)`:String(i)),w("li",{},c,s)})),o}function qo(t,e){let{words:n,
now:{state:o,shown:r}}=t;if(!r)return;let i=R(t);b("headline").replaceChildren(...Ho(n,o,i,r),...Xo(t)),b("headline").classList.toggle("long",b("headline").textContent.
length>Zi),b("headline").removeAttribute("aria-busy"),b("answer-box").hidden=!!r.status,Vo(t),r.status||Uo(n,o,i,r,a=>e({cutoff:a}),t.now.other)}function Be(t,e){
let{words:n,engine:o,areas:r,places:i,now:{state:a,shown:s}}=t,{t:c}=n,l=b("table");if(!b("table-box").open||!s)return;if(s.status){l.replaceChildren();return}let f=[
"municipality","country","table_median","table_share"].map(p=>w("th",{scope:"col"},c(p))),u=Yn(o,r,i.areaOfCell,a,s.minutes).map(({area:p,median:d,within:h})=>{
let m="place:"+p.code;return w("tr",{},w("th",{scope:"row"},Dt(p.name,()=>e({place:m}),m)),w("td",{},c(p.country.toLowerCase())),w("td",{},d===1/0?c("unreached"):
n.minutes(d)),w("td",{},n.count(h)))});V(l,w("table",{},w("caption",{},c("table_caption")+" – "+J(t)),w("thead",{},w("tr",{},...f)),w("tbody",{},...u)))}function Qo({
words:t,engine:e,places:n,known:o,now:{state:r,shown:i}},a){if(!i||i.status||a<0)return"";let{t:s}=t,c=n.areaOfCell(a),l=i.minutes[a],f=!Number.isNaN(l);return[
c?c.name:"",f?s("minutes",{n:t.minutes(l)}):s("unreached"),i.walked&&i.walked[a]&&f?s("without_ride",{vehicle:o.ofTrip(r.trip,"vehicle")}):"",s("population",{n:t.
count(e.cells.population[a])})].filter(u=>u).join(" · ")}var Ji=2500;function gt(t){b("said").textContent=t,b("toast").textContent=t,b("toast").hidden=!1,setTimeout(()=>{b("toast").hidden=!0},Ji)}function De(t){try{history.
replaceState(null,"",ie(t))}catch{}}function je({here:t,now:{state:e}},n){return["atlas",B(t().name).replace(/ /g,"-").slice(0,40),B(e.trip).replace(/ /g,"-"),e.
cutoff+"min",e.border].join("-")+n}function Fe(t){let{words:e,data:n,engine:o,places:r,codes:i,here:a,now:{state:s,shown:c}}=t;return c?Po(e,n,{engine:o,areaOfCell:r.
areaOfCell,codes:i,state:s,found:c,weights:t.weights(),home:a().country},{said:[b("headline").textContent,Ct(t),e.t("legend_time",{from:J(t)}),"link: "+ie(t)],whose:R(
t).whose}):""}var Yi=t=>({map:t.map,view:t.view,theme:t.theme(),dark:t.dark()});async function qi(t,e,n){t.view.flush(),n();let{x:o,y:r}=t.map.getSize(),i={title:"",
headline:b("headline").textContent,question:Ct(t),legend:b("legend-title").textContent,below:[Re(t),se(t)]},[a,s]=t.dark()?["#eef0f4","#14171d"]:["#1f2430","#ff\
ffff"],c=To({width:o,height:r,nodes:ko(t.map)},le(t),i,{ink:a,paper:s});lt(e===".png"?await Mo(c):e===".svg"?Io(c):await Lo(c,i,t.words.language),je(t,e))}function Qi(t){
let e=new Blob(["\uFEFF"+Fe(t)],{type:"text/csv;charset=utf-8"});lt(e,je(t,".csv"))}async function tc(t){let{t:e}=t.words;De(t);try{await navigator.clipboard.writeText(
location.href),gt(e(location.protocol==="file:"?"copied_local":"copied"))}catch{gt(e("not_copied"))}}function ec(t){let e=new Blob([Qn(ie(t).slice(1))],{type:"t\
ext/html;charset=utf-8"});lt(e,je(t,".html"))}async function nc(t){let{t:e}=t.words,n=[b("headline").textContent,Ct(t),se(t)].join(`
`);try{await navigator.clipboard.writeText(n),gt(e("copied_text"))}catch{gt(e("not_copied_text"))}}function tr(t,{dress:e,draw:n,again:o,flush:r}){b("print").addEventListener(
"click",()=>window.print()),b("link").addEventListener("click",()=>tc(t));for(let a of[".png",".svg",".pdf"])b(a.slice(1)).addEventListener("click",()=>qi(t,a,r));
b("keep").addEventListener("click",()=>ec(t)),b("text").addEventListener("click",()=>nc(t)),b("csv").addEventListener("click",()=>Qi(t));let i=()=>document.getElementById(
"on-paper");window.addEventListener("beforeprint",()=>{t.now.onPaper=!0,e(),n(),t.view.flush(),r(),i()?.remove(),b("map-box").after(w("figure",{id:"on-paper"},Bo(
Yi(t)),w("figcaption",{class:"small"},Re(t))))}),window.addEventListener("afterprint",()=>{i()?.remove(),t.now.onPaper=!1,o()})}var rc=40075.017,Ue=254,sc=255,er=(t,e)=>t*(256/rc)/Math.cos(e*Math.PI/180);function nr({rings:t,corners:e,start_x:n,start_y:o,step_x:r,step_y:i}){let a=K(t),s=K(
e),c=new Float64Array(s[e.length]),l=new Float64Array(s[e.length]),[f,u,p]=[0,0,0];for(let d=0;d<e.length;d++){f+=n[d],u+=o[d];let[h,m]=[f,u];for(let y=s[d];y<s[d+
1];y++)y>s[d]&&(h+=r[p],m+=i[p],p++),c[y]=yt(h/1e4),l[y]=bt(m/1e4)}return rr({n:t.length,first:a,ringAt:s,x:c,y:l})}function or(t){let e=K(t.map(r=>r.length)),n=K(
t.flat().map(r=>r.length)),o=t.flat(2);return rr({n:t.length,first:e,ringAt:n,x:o.map(([,r])=>yt(r)),y:o.map(([r])=>bt(r))})}function rr({n:t,first:e,ringAt:n,x:o,
y:r}){let i=new Float64Array(4*t);for(let a=0;a<t;a++){let[s,c,l,f]=[1/0,1/0,-1/0,-1/0];for(let u=n[e[a]];u<n[e[a+1]];u++)s=Math.min(s,o[u]),l=Math.max(l,o[u]),
c=Math.min(c,r[u]),f=Math.max(f,r[u]);i.set([s,c,l,f],4*a)}return{n:t,first:e,ringAt:n,x:o,y:r,box:i}}function ic(t,e,{scale:n,left:o,top:r},i,a){a.length=0;for(let s=t.
first[e];s<t.first[e+1];s++){let c=t.ringAt[s+1],l=c-1;for(let f=t.ringAt[s];f<c;l=f++){let u=t.y[f]*n-r,p=t.y[l]*n-r;if(u>i==p>i)continue;let d=t.x[f]*n-o,h=t.
x[l]*n-o;a.push(d+(i-u)*(h-d)/(p-u))}}a.length>2?a.sort((s,c)=>s-c):a[0]>a[1]&&a.reverse()}function ze(t,e,n){let{width:o,height:r,scale:i,left:a,top:s}=e;n.fill(
0);let c=[];for(let l=0;l<t.n;l++){let f=t.box[4*l]*i-a,u=t.box[4*l+1]*i-s,p=t.box[4*l+2]*i-a,d=t.box[4*l+3]*i-s;if(p<0||d<0||f>o||u>r)continue;let h=Math.min(r-
1,Math.ceil(d-.5)-1);for(let m=Math.max(0,Math.ceil(u-.5));m<=h;m++){ic(t,l,e,m+.5,c);for(let y=0;y+1<c.length;y+=2){let g=Math.max(0,Math.ceil(c[y]-.5)),x=Math.
min(o,Math.ceil(c[y+1]-.5));x>g&&n.fill(l+1,m*o+g,m*o+x)}}}}function sr(t,{width:e,height:n},o,r,i){for(let s=0;s<t.length;s++)i[s]=t[s]?0:r[s]?sc:Ue,r[s]=t[s];
let a=(s,c)=>{let l=i[c]+1;l<=o&&l<i[s]&&(i[s]=l,r[s]=r[c])};for(let s=0,c=0;s<n;s++)for(let l=0;l<e;l++,c++)!i[c]||i[c]===Ue||(l&&a(c,c-1),s&&a(c,c-e));for(let s=n-
1,c=t.length-1;s>=0;s--)for(let l=e-1;l>=0;l--,c--)!i[c]||i[c]===Ue||(l<e-1&&a(c,c+1),s<n-1&&a(c,c+e))}function ir(t,e,{width:n,height:o},r,{colour:i,stripe:a}){
if(i.every((c,l)=>c===a[l])){for(let c=0;c<e.length;c++)t[c]=i[e[c]];return}let s=r/2;for(let c=0,l=0;c<o;c++){let f=c%r;for(let u=0;u<n;u++,l++){let p=e[l];t[l]=
f<s?i[p]:a[p],++f===r&&(f=0)}}}function He(t,e,{width:n},o,{within:r,line:i}){for(let a=0;a<e.length-n;a++){let s=e[a];if(!s)continue;let c=e[a+1],l=e[a+n];if(!(s===
c&&s===l||!(c&&r[s]!==r[c]&&(a+1)%n||l&&r[s]!==r[l])))for(let u=0;u<=o;u++)t[a+u]=i,a+u*n<t.length&&(t[a+u*n]=i)}}var cc=600,ac=1e9,cr=.02,lc=["place","postcode"],We=({countries:t},e)=>t.map(n=>e.countries[n]);function fc(t,e,n,o){let r=new Map;return t.places.forEach(({id:i,
name:a,lon:s,lat:c,country:l},f)=>{let u=e.get(i),p="place:"+i,d=u?u.name:a;r.set(p,{key:p,kind:"place",name:d,lon:s,lat:c,country:l,area:u,plain:B(d),ask:{kind:"\
place",index:f},weight:ac+(u?u.population:0),note:()=>n.t("kind_place")+(u?" · "+u.nuts3:"")})}),t.stops.forEach(({id:i,name:a,lon:s,lat:c,country:l},f)=>{let u="\
stop:"+i;r.set(u,{key:u,kind:"stop",name:a,lon:s,lat:c,country:l,ask:{kind:"stop",index:f},weight:0,plain:B(a),note:()=>n.t("kind_stop")+" · "+n.t(o[l]??"other")})}),
r}function ar(t,e,n,o){let r=new Map(e.map(f=>[f.code,f])),i=Array.from(t.cells.municipality,f=>r.get(t.municipalities[f])),a=new Map(t.cells.id.map((f,u)=>[f,u])),
s=fc(t,r,n,o);function c(f){if(!f.startsWith("cell:"))return s.get(f);let u=a.get(f.slice(5));if(u===void 0)return;let p=i[u],{lon:d,lat:h,country:m}=t.cells;return{
key:f,kind:"cell",name:n.t("cell_of",{name:p?p.name:"?"}),area:p,lon:d[u],lat:h[u],country:m[u],ask:{kind:"cell",index:u}}}function l(f){let u=new Map;return[...s.
values()].filter(p=>{if(p.kind!=="stop")return!0;let d=u.get(p.plain)??[];return u.set(p.plain,[...d,p]),!d.some(h=>f([h.lat,h.lon],[p.lat,p.lon])<cc)})}return{
get:c,has:f=>typeof f=="string"&&c(f)!==void 0,searchable:l,stops:[...s.values()].filter(f=>f.kind==="stop"),areaOfCell:f=>i[f]}}function uc({cells:{lon:t,lat:e}}){
let n=new Map,o=r=>Math.floor(r/cr);for(let r=0;r<t.length;r++){let i=o(t[r])+" "+o(e[r]);n.set(i,[...n.get(i)??[],r])}return(r,i)=>{let a=Math.cos(i*Math.PI/180),
[s,c]=[-1,cr];for(let l of[-2,-1,0,1,2])for(let f of[-1,0,1])for(let u of n.get(o(r)+l+" "+(o(i)+f))??[]){let p=Math.hypot((t[u]-r)*a,e[u]-i);p<c&&([s,c]=[u,p])}
return s}}function lr(t,e,n,o){if(!t)return[];let r=uc(e);return[...t.layer.keys()].filter(i=>lc.includes(t.layer[i])).flatMap(i=>{let a=t.layer[i]==="postcode",
[s,c]=An(t,i),l=r(s,c);if(l<0)return[];let f=n.areaOfCell(l);return[{key:"cell:"+e.cells.id[l],kind:a?"postcode":"cell",name:t.name[i],lon:s,lat:c,country:e.cells.
country[l],plain:B(t.name[i]),weight:t.people[i],ask:{kind:"cell",index:l},note:()=>o.t(a?"kind_postcode":"kind_village")+(f?" · "+f.name:"")}]})}function pc(t,e,n){
let o=new Map(t.trips.map(s=>[s.id,s]));function r(s){let c=o.get(s);if(!c)throw new RangeError(`no trip ${s}`);return c}function i({id:s}){let{title:c,departure:l,
period:f,window_min:u=0}=r(s);if(c)return e.in(c);if(!l)return f?e.period(f):s;let p=new Date(l.slice(0,16)+":00Z"),d=new Date(p.getTime()+u*6e4);return e.date(
p)+", "+e.clock(p)+(u?"–"+e.clock(d):"")}function a(s,c){let{lacking:l,by:f}=r(s),u=n[c],p=u&&Object.hasOwn(l,u)?e.in(l[u]):"",d=e.in(f);return p?d.endsWith("\
)")?d.slice(0,-1)+"; "+p+")":`${d} (${p})`:d}return{tripName:i,byTrip:a,kindOf:s=>r(s).kind,nameOf:s=>e.in(r(s).name),ofTrip:(s,c)=>e.in(r(s)[c]),parkOf:s=>r(s).
park_min}}function fr(t,e,n,o,r){let[i,...a]=t.scenarios,s=c=>r.has(c,o.get(c.place),Number(c.percentile));return{...pc(e,n,We(t,e)),hasBorder:t.cells.covered>1,
mean:r,couldBeOfInhabitants:s,ofInhabitants:c=>c.whose==="mean"&&s(c),trips:t.trips,trip:c=>t.trips.find(l=>l.id===c),opportunities:e.opportunities,hasPlace:o.has,
scenarios:t.scenarios,scenariosOf:c=>[i,...a.filter(l=>!Object.hasOwn(e.scenario_trips,l)||e.scenario_trips[l].includes(c))],scenarioName:c=>c===i?n.t("scenario\
_none"):Object.hasOwn(e.scenarios,c)?n.in(e.scenarios[c]):c}}function ur({arrays:t,meta:e,scenarios:n}){let o={cell:0,place:e.n_cells,stop:e.n_cells+e.n_places};return({place:r,trip:i,direction:a,percentile:s,scenario:c})=>{
if(a==="to")return 1/0;let l=p=>t[`edge/${i}/${p}/${s??""}`]??t[`edge/${i}/${p}/`],f=l(c??n[0])??l(n[0]),u=f?f[o[r.kind]+r.index]:255;return u===255?1/0:u}}function dc(t,e){let n=e?e.step_min:1,o=new Map((e?e.codes:[]).map((s,c)=>[s,c])),r=new Map((e?e.layers:[]).map((s,c)=>[s.trip+"/"+s.scenario,{...s,number:c}])),
i=new Map;function a(s,c){let l=s.number+"/"+c;if(!i.has(l)){let f=t["mean/"+l],u=s.base===null||f===void 0?null:t[`mean/${s.base}/${c}`];i.set(l,u?Float64Array.
from(f,(p,d)=>p+u[d]):f)}return i.get(l)}return{step:n,hasRow:s=>o.has(s),found:s=>r.get(s.trip+"/"+s.scenario),at(s,c,l,f){let u=o.get(l),p=a(s,c);if(p===void 0||
u===void 0)return NaN;let d=s.longest_min/n+1;return p[u*d+Math.min(f,s.longest_min)/n]}}}var hc=(t,e)=>({trip:n,opportunity:o,cutoff:r},i)=>{if(!e)return null;
let a=e.bounds.layers.findIndex(([u,p])=>u===n&&p===o),s=e.bounds.cutoffs.indexOf(r);if(a<0||s<0)return null;let c=e.codes.indexOf(i)*e.bounds.cutoffs.length+s,
l=u=>{let[p,d]=["lower","upper"].map(h=>t[`mean/bounds/${a}/${u}_${h}`][c]);return Math.round(d)>Math.round(p)?[[u,[p,d]]]:[]},f=[...l("closed"),...l("open")];return f.
length?Object.fromEntries(f):null};function pr(t,e,n){let{step:o,hasRow:r,found:i,at:a}=dc(t,e),s=e?e.edge_share:0,c=hc(t,e),l=e?.layers.find(({base:h})=>h===null)?.
scenario;function f(h){let m=i(h);if(!m)throw new RangeError(`no mean inhabitants for ${h.trip}, ${h.scenario}`);return m}function u(h,m,y){return!!(e&&m&&m.kind===
"place"&&m.area&&r(m.area.code)&&i(h)&&h.direction==="from"&&h.reading==="destinations"&&y===50&&e.opportunities.includes(h.opportunity))}function p(h,m,y){let g=f(
h),x=(z,j)=>a(g,z,m,j),{cutoff:k,opportunity:_,resistance:O}=h,v=(z,j)=>j<0?0:x(`${_}/${z}`,j),N=n.map(z=>v(z,k)),X=n.map((z,j)=>j===y?N[j]:v(z,k-O)),U=N[y]??NaN,
Y=z=>z.reduce((j,Br,Dr)=>Dr===y?j:j+Br,0),q=U+Y(N),Q=Y(X),C=x("edge",k),Ye=h.scenario===l?c(h,m):null,qe=ot(N);return{by:N,feltBy:X,closed:U,open:q,total:q,realised:U+
Q,felt:Q,missing:x(_+"/unknown",k),...Ye?{bounds:Ye}:{},edgeShare:C,touchesEdge:C>s,shareWithout:qe>0?Math.min(1,x(_+"/without",k)/qe):NaN}}function d(h,m,y=h.opportunity){
let g=f(h),x=k=>Float64Array.from({length:g.longest_min+1},(_,O)=>{let v=Math.floor(O/o)*o,[N,X]=[v,Math.min(v+o,g.longest_min)].map(U=>a(g,`${y}/${k}`,m,U));return N+
(X-N)*(O-v)/o});return{by:n.map(x)}}return{has:u,figures:p,curve:d,step:o,edgeShare:s,longest:h=>i(h)?.longest_min??1/0}}function mc(t,e){return t.study.flatMap(n=>{let o=e.get("place:"+n);return!o||!o.area?[]:[{key:o.key,name:o.name,place:o.ask,country:o.country,area:o.area}]})}function dr(t,e){
let{data:n,words:o,engine:r,areas:i}=t,a=We(r,n),s=a.map(m=>m.toLowerCase()),c=ar(r,i,o,s),l=pr(r.arrays,n.mean,a.slice(0,r.cells.covered)),f=fr(r,n,o,c,l),u=window.
matchMedia("(prefers-color-scheme: dark)"),p={...r.opportunities,population:r.cells.population},d={state:it({...Z(Jt()),...e},n.start,f),times:null,shown:null,other:null,
why:null,onPaper:!1,fit:!1};function h(){let{theme:m}=d.state;return!d.onPaper&&(m==="dark"||m==="auto"&&u.matches)}return{...t,codes:a,sides:s,places:c,mean:l,
known:f,now:d,prefersDark:u,dark:h,baseline:r.scenarios[0],members:mc(n,c),cut:ur(r),look:jn(r.cells.n),here:(m=d.state)=>c.get(m.place),weights:()=>p[d.state.opportunity],
longest:(m=d.state)=>st(f,m.trip)||Kt,theme:()=>Dn[h()?"dark":"light"],palettes:()=>({times:h()?n.palettes.dark:n.palettes.light,diverging:n.palettes.diverging}),
ofInhabitants:(m=d.state)=>f.ofInhabitants(m),comparing:()=>!!(d.state.compare&&d.shown?.before?.minutes)}}var gc=12,wc=350,yc=24;function hr(t,e,{edge:n,cut:o},r){let i=new Map,a=null,s=0,c=0;function l(u){let p=JSON.stringify([{...u.request,place:null},u.opportunity]),
d=i.get(p)??{curves:[],question:u};return i.set(p,d),i.size>gc&&i.delete(i.keys().next().value??""),d}async function f(u,p){let d=performance.now();for(;u.curves.
length<e.length;){let{request:h,weights:m,longest:y}=u.question,g={...h,place:e[u.curves.length].place},x=await t.times(g);if(p!==c)return;if(u.curves.push(W(x)?
null:Zn({engine:t,weights:m,edge:n,longest:y},x,o(g))),performance.now()-d>yc)break}r(),u.curves.length<e.length&&(s=window.setTimeout(f,0,u,p))}return{ask(u){a=
l(u),c++,clearTimeout(s),a.curves.length<e.length&&(s=window.setTimeout(f,wc,a,c))},get done(){return a===null?0:a.curves.length},all:e.length,standings(u){return e.
map((p,d)=>{let h=a?.curves[d]??null;return{member:p,...h?u(h,p.country):{value:NaN,edge:!1,still:!1}}})}}}function mr(t){let e=t.filter(n=>!Number.isNaN(n.value));
return{rows:e.filter(n=>!n.edge&&!n.still).sort((n,o)=>o.value-n.value),left:{edge:e.filter(n=>n.edge).length,still:e.filter(n=>n.still&&!n.edge).length,unknown:t.
length-e.length}}}function bc({value:t,edge:e,still:n}){return E(t)&&!e&&!n?"ranked":e?"edge":n?"still":"unknown"}function gr(t,e){let{engine:n,members:o,edge:r,cut:i,mean:a,now:s,
words:c,sides:l}=t,f=hr(n,o,{edge:r,cut:i},p);function u(){return t.ofInhabitants()?o.map(d=>{let h=a.figures(s.state,d.area.code,d.country),m=nt(h,s.state,d.country,
l);return{member:d,value:m.atLeast[s.state.border],edge:m.touchesEdge,still:ct(m)}}):f.done<f.all?[]:f.standings((d,h)=>Jn(s.state,d,h))}function p(){let{state:d,
shown:h}=s;if(!h||h.status)return;let m=t.ofInhabitants(),y=u(),{rows:g,left:x}=mr(y),k=y.find(v=>v.member.key===d.place),_=k??{value:h.atLeast[d.border],edge:h.
touchesEdge,still:ct(h)},O=g.filter(v=>v.member.key!==d.place);zo(c,R(t),{all:f.all,done:m?f.all:f.done,rows:g,left:x,member:k?d.place:null,own:bc(_),kind:m?"ra\
nk_mean":k?"rank_among":"rank_beside",lacking:G(c,h,d.border),place:O.filter(v=>v.value>_.value).length+1,shared:O.some(v=>v.value===_.value),of:O.length+1},v=>e(
{place:v}))}return{show:p,ask(){let{state:d,shown:h}=s;if(!h||h.status||t.ofInhabitants())return;let m=d.border!=="closed"||d.reading!=="routing";f.ask({request:{
...$(d,t.here(),t.baseline).open,foreign_routing:m},opportunity:d.opportunity,weights:t.weights(),longest:t.longest()})},progress:()=>({done:f.done,all:f.all})}}function wr(t,e){let n=document.createElement("canvas").getContext("2d"),o=getComputedStyle(document.body).fontFamily,r=t.containerPointToLayerPoint([0,0]),i=L.
bounds(r,t.containerPointToLayerPoint(t.getSize())),[a,s]=[i.min,i.max];return{screen:i,point:c=>t.latLngToLayerPoint(c),free:c=>c[0]>=a.x&&c[2]<=s.x&&c[1]>=a.y&&
c[3]<=s.y&&e.every(l=>on(l,c)),take:(...c)=>{e.push(...c)},widthOf(c,l,f){return n.font=`${f?600:400} ${l}px ${o}`,n.measureText(c).width}}}var yr=({x:t,y:e},n,o,r)=>[
[t+r,e-o/2],[t-r-n,e-o/2],[t-n/2,e-o-4],[t-n/2,e+4]];function Pt(t,e,n){return t.style.transform=`translate(${e}px,${n}px)`,t}var xc=1.6,kc=250,_c=6;function br(t,e,n,o){return Ut(n,"cells",{_update(){if(this._map._animatingZoom&&this._bounds)return;L.Renderer.prototype._update.call(this),
this._fit(),ze(t,this._frame,this._cell),ze(e,this._frame,this._near);let r=Math.min(kc,Math.round(xc*er(this._frame.scale,o)));sr(this._cell,this._frame,r,this.
_near,this._distance),this._expecting||this.draw()},expect(){this._expecting=!0,requestAnimationFrame(()=>{this._expecting&&this.draw()})},_fit(){let{frame:r,other:i}=this.
_lay(Ft(!0));if(this._frame=r,!i&&this._cell)return;let{width:a,height:s}=r;this._image=this._context.createImageData(a,s),this._pixels=new Uint32Array(this._image.
data.buffer),this._cell=new Uint32Array(a*s),this._near=new Uint32Array(a*s),this._distance=new Uint8Array(a*s)},paint(r){this._look=r,this.draw()},draw(){if(this.
_expecting=!1,!this._look||!this._cell)return;let{ratio:r}=this._frame;ir(this._pixels,this._cell,this._frame,_c*r,this._look);let i=r>1?3:1;He(this._pixels,this.
_near,this._frame,i,this._look);let{second:a}=this._look;a&&He(this._pixels,this._near,this._frame,i+r,a),this._context.putImageData(this._image,0,0)},at(r,i){let a=this.
_map.latLngToLayerPoint(r).subtract(this._bounds.min).multiplyBy(this._frame.ratio).floor(),{width:s,height:c}=this._frame;if(a.x<0||a.y<0||a.x>=s||a.y>=c)return-1;
let l=a.y*s+a.x;return(i?this._near[l]:this._cell[l])-1}})}var vc=[["land",200],["cells",300],["base",350],["lines",400],["way",430],["chosen",440],["names",620]],Sc=.6;function xr(t,e,n){for(let[p,d]of vc){let h=t.createPane(
p);h.style.zIndex=String(d),h.style.pointerEvents="none"}let o={};for(let p of["land","lines"])o[p]=L.canvas({pane:p,padding:.15});let r=(p,d)=>({pane:p,renderer:o[p],
interactive:!1,smoothFactor:Sc,...d}),i=e.base.border.map(ue),a=e.edge.map(ue),s=n.map(p=>L.polygon(p.rings,r("land",{weight:1})).addTo(t)),c=n.map(p=>L.polygon(
p.rings,r("lines",{fill:!1,weight:p.part==="ring"?.5:.9})).addTo(t)),l=L.polyline(a,r("lines",{weight:1.6,dashArray:"5 5"})).addTo(t),f=L.polyline(i,r("lines",{
weight:5,opacity:.85})).addTo(t),u=L.polyline(i,r("lines",{weight:2.4})).addTo(t);return{frontier:i,edge:a,dress(p){for(let d of s)d.setStyle({color:p.land,fillColor:p.
land,fillOpacity:1});c.forEach((d,h)=>d.setStyle({color:n[h].part==="ring"?p.faint:p.outline})),l.setStyle({color:p.edge}),f.setStyle({color:p.halo}),u.setStyle(
{color:p.border})},flush(){for(let p of Object.values(o))p._redraw()}}}var Ge=10,Oc=6,fe=14,Ec=300,Tc=34,Ac=[0,9,9.75,11.5],Ic=t=>t<9.5?26:60,Nc=2;function kr(t){let e=t.getZoom(),n=t.containerPointToLayerPoint([0,0]),o=t.getPixelOrigin(),
r=t.getSize();return{width:r.x,height:r.y,scale:2**e,zoom:e,x:n.x,y:n.y,left:o.x+n.x,top:o.y+n.y}}function Mc(t,{width:e,height:n}){let o=[];for(let i=1;i<t.length;i++){
let[[a,s],[c,l]]=[t[i-1],t[i]],f=Math.max(1,Math.ceil(Math.hypot(c-a,l-s)/12));for(let u=0;u<f;u++){let p=a+(u+.5)/f*(c-a),d=s+(u+.5)/f*(l-s);p>0&&d>0&&p<e&&d<n&&
o.push([p,d])}}let r=Math.floor(o.length/2);return o.map((i,a)=>o[r+(a%2?-1:1)*Math.ceil(a/2)]).filter(Boolean)}var Lc=t=>t.reduce((e,[n,o],r)=>r?e+Math.hypot(n-
t[r-1][0],o-t[r-1][1]):0,0);function _r(t,e,n,o){let r=kr(t),i=ge(e,r.zoom),a=[],s=new Map;for(let c of o){if(!_t(e,"road",c,r.zoom)||r.zoom<Ac[c-1])continue;let l=vt(
e,"road",c,r).filter(f=>e.name[f]).map(f=>({name:e.name[f],corners:St(e,f,i,r)})).map(f=>({...f,long:Lc(f.corners)})).filter(({long:f})=>f>=Tc).sort((f,u)=>u.long-
f.long);for(let{name:f,corners:u}of l){if(a.length>=Ic(r.zoom))return a;let p=f.split("/").slice(0,Nc).join("/"),d=n.widthOf(p,Ge,!0)+Oc,h=f.split("/").flatMap(
m=>s.get(m)??[]);for(let[m,y]of Mc(u,r)){if(h.some(([k,_])=>Math.hypot(k-m,_-y)<Ec))continue;let[g,x]=[r.x+m-d/2,r.y+y-fe/2];if(n.free([g-2,x-2,g+d+2,x+fe+2])){
n.take([g,x,g+d,x+fe]),a.push({text:p,rank:c,x:g,y:x,width:d,height:fe}),h.push([m,y]);for(let k of f.split("/"))s.set(k,[...s.get(k)??[],[m,y]])}}}}return a}function vr(t,e,n,o){
let r=kr(t);return o.filter(i=>_t(e,n,i,r.zoom)).flatMap(i=>vt(e,n,i,r).map(a=>{let[[s,c]]=St(e,a,1/0,r);return{name:e.name[a],rank:i,people:e.people[a],at:L.point(
r.x+s,r.y+c)}}).sort((a,s)=>s.people-a.people))}var Cc=6e4,$c=10.5,Rc=9.5,Pc=".leaflet-bar, .leaflet-control-scale, #warnings li, #map-tools button",Bc=220,Dc=8,jc=10,Fc=12,Uc=[12.5,11.5,11,10.5];function zc(t){
let e=t.containerPointToLayerPoint([0,0]),n=t.getContainer().getBoundingClientRect(),[o,r]=[e.x-n.left,e.y-n.top];return[...document.querySelectorAll(Pc)].map(i=>{
let a=i.getBoundingClientRect();return[a.left+o,a.top+r,a.right+o,a.bottom+r]})}function wt(t,e,n,o,r){let i=o.size*1.3,a=Math.min(t.widthOf(e,o.size,o.bold),Bc)+
4,c=(r?yr(n,a,i,5):[[n.x-a/2,n.y-i/2]]).find(([u,p])=>t.free([u,p,u+a,p+i]));if(!c)return[];let[l,f]=c;return t.take([l,f,l+a,f+i],[n.x-3,n.y-3,n.x+3,n.y+3]),[{
name:e,x:l,y:f,at:n,...o,dot:r}]}function Hc(t,e){let n=t.point(e.latlng);return t.take([n.x-11,n.y-31,n.x+11,n.y+2]),wt(t,e.name,n.add([8,-14]),{size:14,bold:!0,
kind:"here"},!0)}function Wc(t,{areas:e,frontier:n,words:o},r){let i=n.flat().filter((s,c)=>c%jc===0).map(t.point);if(!i.some(s=>t.screen.contains(s)))return[];
let a=s=>i.some(c=>Math.abs(c.x-s.x)<100&&Math.abs(c.y-s.y)<26);return[...new Set(e.map(s=>s.country))].flatMap(s=>{let c=o.t(s.toLowerCase()).toLocaleUpperCase(),
l=e.filter(f=>f.country===s).map(f=>t.point(f.centre)).filter(f=>t.screen.contains(f)&&!a(f)).sort((f,u)=>f.distanceTo(r)-u.distanceTo(r));for(let f of l){let u=wt(
t,c,f,{size:13,bold:!0,kind:"country"},!1);if(u.length)return u}return[]})}function Gc(t,{edge:e,words:n}){let[o]=e.flat().filter((r,i)=>i%Dc===0).map(t.point).
filter(r=>t.screen.contains(r)).sort((r,i)=>i.y-r.y);return o?wt(t,n.t("data_end"),o.add([0,11]),{size:11,bold:!1,kind:"end"},!1):[]}function Xe(t,{map:e,base:n},o){
return n?_r(e,n,t,o).map(({text:r,rank:i,x:a,y:s,width:c})=>({name:r,x:a,y:s,at:L.point(a,s),size:Ge,bold:!0,dot:!1,width:c,kind:i===1?"shield motorway":"shield"})):
[]}function Ke(t,{map:e,base:n},o){return n?vr(e,n,"place",o).filter(({at:r})=>t.screen.contains(r)).flatMap(({name:r,rank:i,at:a})=>wt(t,r,a,{size:Uc[i-1],bold:!1,
kind:"village"},!0)):[]}function Sr(t,e,n){let{map:o,places:r,areas:i}=t,a=o.getZoom(),s=wr(o,zc(o)),c=e?Hc(s,e):[];c.push(...Ke(s,t,[1]));let l=o.containerPointToLayerPoint(
o.getSize().divideBy(2)),f=!1;for(let[u,p,d]of r){let h=i[u];if(!f&&h.population<Cc&&(f=!0,c.push(...Wc(s,t,l))),e&&e.area===h&&e.kind==="place"||!sn(h,a))continue;
let m=s.point([d,p]);if(!s.screen.contains(m))continue;let y=cn(h.population),g=h.part==="ring"?"ring":"town";c.push(...wt(s,h.name,m,{size:y,bold:y>Fc,kind:g,number:u},
!0))}c.push(...Xe(s,t,[1,2]),...Ke(s,t,[2,3]),...Xe(s,t,[3]));for(let u of a>=(t.transit()?Rc:$c)?n:[]){let p=s.point([u.lat,u.lon]);s.screen.contains(p)&&c.push(
...wt(s,u.name,p,{size:10.5,bold:!1,kind:"stop",stop:u.key},!0))}return c.push(...Ke(s,t,[4]),...Xe(s,t,[4])),[...c,...Gc(s,t)]}function Or(t,e){t.replaceChildren(
...e.flatMap(n=>{let o=w("span",{class:"place "+n.kind+(n.bold?" big":"")},n.name);return o.style.fontSize=n.size+"px",n.width&&(o.style.width=n.width+"px"),Pt(
o,n.x,n.y),!n.dot||n.kind==="here"?[o]:[Pt(w("i",{class:"dot "+n.kind}),n.at.x-2.5,n.at.y-2.5),o]}))}var Xc=12,Kc=240,Vc=9;function Er(t=""){let e=w("div",{class:"pin"+t,"aria-hidden":"true"});return e.append(S("svg",{viewBox:"0 0 24 32"},S("path",{d:"M12 31C12\
 31 2.5 18.6 2.5 11.4a9.5 9.5 0 0 1 19 0C21.5 18.6 12 31 12 31Z"}),S("circle",{cx:12,cy:11.5,r:3.6}))),e}function Zc(t){t.append(w("div",{class:"cross","aria-hi\
dden":"true"}));let e=n=>t.classList.toggle("keyed",n);t.addEventListener("keyup",n=>e(n.target===t)),t.addEventListener("pointerdown",()=>e(!1)),t.addEventListener(
"blur",()=>e(!1))}function Jc(t,e){let n=w("div",{id:"hover",hidden:!0,"aria-hidden":"true"});t.getContainer().append(n);let o=null,r=()=>"";function i(){o&&(n.
textContent=r(e.at(o,!1)),n.hidden=!n.textContent)}return{sayAgain:i,quiet(){n.hidden=!0},hover(a){window.matchMedia("(hover: hover)").matches&&(r=a,t.on("mouse\
move",({latlng:s,containerPoint:c})=>{o=s,i();let l=c.x>t.getSize().x-Kc;n.style.transform=`translate(${c.x+(l?-12:14)}px,${c.y+14}px)`+(l?" translateX(-100%)":
"")}),t.on("mouseout zoomstart movestart",()=>{o=null,n.hidden=!0}))}}}function Yc(t,e){function n(r){let i=e(),a=i&&t.getBounds().contains(i)?i:t.getCenter();return t.
setZoomAround(a,t.getZoom()+r)}let{zoomDelta:o=1}=t.options;t.zoomIn=(r=o)=>n(r),t.zoomOut=(r=o)=>n(-r)}var qc=t=>e=>{let n=L.latLngBounds(e);n.isValid()&&t.fitBounds(
n,{padding:[24,24],maxZoom:Xc,animate:!1})};function Qc(t,e,n,o){let r=t.getPane("names"),i={written:[],chosen:null,second:null,stops:[]},a=jt(()=>{i.written=o(
i.chosen,i.stops),Or(r,i.written)}),s=[a,...n?[n.late]:[]];function c(){[i.chosen?.latlng,i.second&&L.latLng(i.second.lat,i.second.lon)].forEach((l,f)=>{if(e[f].
hidden=!l,!l)return;let u=t.latLngToLayerPoint(l);Pt(e[f],u.x-12,u.y-31)})}return t.on("moveend zoomend resize viewreset",()=>{c(),a.ask()}),t.on("zoomstart",()=>{
r.replaceChildren();for(let l of e)l.hidden=!0}),{chooseSecond(l){i.second=l,c()},choose(l){i.chosen=l,c(),a.ask()},showStops(l){i.stops=l,a.ask()},rename:()=>a.
ask(),hold:()=>s.forEach(l=>l.hold()),release:()=>s.forEach(l=>l.release()),flush:()=>s.forEach(l=>l.flush()),get written(){return i.written},get chosen(){return i.
chosen}}}function Tr(t,e,{areas:n,cells:o,base:r,words:i}){let a=xr(t,e,n),[s,c,l,f]=e.base.bounds,u=br(o,or(n.map(x=>x.rings.flat())),"cells",(s+l)/2),p=r?Nn("\
base"):null,d=[Er(),Er(" second")];d[1].hidden=!0,t.getPane("chosen")?.append(...d),Zc(t.getContainer()),L.control.scale({imperial:!1,position:"bottomright",maxWidth:110}).
addTo(t);let h=L.latLngBounds([s,c],[l,f]),m=()=>t.fitBounds(h,{padding:[2,2],animate:!1});t.setMaxBounds(h.pad(.9)),$n(t,m);let y=!1,g=Qc(t,d,p,(x,k)=>Sr({map:t,
places:e.base.places,areas:n,base:r,words:i,transit:()=>y,...a},x,k));return Yc(t,()=>g.chosen?.latlng),Rn(t,()=>{t.invalidateSize({animate:!1,pan:!1}),m()}),{layer:u,
home:m,...Jc(t,u),dress(x,k){a.dress(x),p?.dress(k)},start(){m(),u.addTo(t),p?.addTo(t).show(r)},emphasise(x){x!==y&&(y=x,p?.emphasise(x),g.rename())},fit:qc(t),
choose:g.choose,chooseSecond:g.chooseSecond,showStops:g.showStops,expect(){u.expect(),g.hold()},answered:g.release,flush(){a.flush(),g.flush()},nameAt(x){let k=t.
containerPointToLayerPoint(x),[_]=g.written.filter(O=>(O.number!==void 0||O.stop)&&O.dot).map(O=>({far:O.at.distanceTo(k),one:O})).sort((O,v)=>O.far-v.far);return _&&
_.far<Vc?_.one:null},get written(){return g.written},get chosen(){return g.chosen}}}var ta=[30,45,60],ea=350,na=24;function Ve({known:t,now:{state:e}}){let n=new Map;for(let{id:o}of t.trips){let r=t.kindOf(o);(!n.has(r)||o===e.trip)&&n.set(r,o)}
return[...n.values()]}function Ar({known:t,baseline:e,now:{state:n}},o){let r=t.scenariosOf(o).includes(n.scenario)?n.scenario:e,i=t.trip(o).percentiles,a=o===n.
trip?n.percentile:i?.includes(50)?50:i?.[0]??50;return{...n,trip:o,scenario:r,percentile:a}}var Nr=({now:{state:t}})=>[...new Set([...ta,t.cutoff])].sort((e,n)=>e-
n);function oa(t,e){let{engine:n,known:o,mean:r,now:i,sides:a,baseline:s}=t,c=new Map,[l,f]=[0,0],u=h=>JSON.stringify($(h,t.here(),s));function p(h,m){let y=t.here();
return h.cutoff>(o.trip(h.trip).max_min??1/0)?null:t.ofInhabitants()?!o.ofInhabitants(h)||h.cutoff>r.longest(h)?null:we(r.figures(h,y.area?y.area.code:"",y.country),
h,y.country,a):m&&!W(m.open)?we({engine:n,weights:t.weights(),times:m},h,y.country,a):null}async function d(h){for(let m of Ve(t)){let y=Ar(t,m),g=u(y);if(m===i.
state.trip||c.has(g))continue;let x={};for(let[k,_]of Object.entries($(y,t.here(),s)))if(x[k]=await n.times(_),h!==f)return;c.set(g,x),c.size>na&&c.delete(c.keys().
next().value??"")}e()}return{ways(){let h=[];for(let m of Ve(t)){let y=Ar(t,m),g=t.ofInhabitants()?null:m===i.state.trip?i.times:c.get(u(y))??null;if(!t.ofInhabitants()&&
!g)return null;h.push({trip:m,at:new Map(Nr(t).map(x=>[x,p({...y,cutoff:x},g)]))})}return h},ask(){f++,clearTimeout(l),i.shown&&!i.shown.status&&!t.ofInhabitants()&&
(l=window.setTimeout(d,ea,f))}}}function ra({words:t,known:e},{trip:n,at:o},r){let{t:i}=t,a=r.map(s=>(o.get(s)??null)?.bounds);return["closed","open"].flatMap(s=>[
"lower","upper"].map((c,l)=>[e.nameOf(n),i("bounds_"+c,{what:i("shown_"+s)}),...a.map(f=>f?.[s]?t.count(f[s][l]):i("missing"))])).filter(([,,...s])=>s.some(c=>c!==
i("missing")))}function Ir(t,e){let{words:n,known:o,now:{state:r}}=t,{t:i}=n,a=Nr(t),s=R(t);return{caption:[s.whose,s.opportunity,i("direction_"+r.direction)].join(
" · "),head:[i("mode"),i("border"),...a.map(c=>i("minutes",{n:n.minutes(c)}))],body:e.flatMap(({trip:c,at:l})=>(o.hasBorder?M:["open"]).map(f=>[o.nameOf(c),i("\
shown_"+f,{n:n.minutes(r.resistance)}),...a.map(u=>{let p=l.get(u);return p?T(n,p,f):i("missing")})]).concat(ra(t,{trip:c,at:l},a)))}}function Mr(t,e){let{words:n,
known:o,now:r}=t,{t:i}=n,a=oa(t,c);function s({trip:f,at:u}){let p=u?.get(r.state.cutoff),d=p?T(n,p,r.state.border):u||r.shown?.status?i("missing"):"…",h=p&&I(
p)&&r.state.border==="open"&&p.closed>0&&E(p.open)?" ("+n.signedShare(p.open/p.closed-1)+")":"",m=w("button",{type:"button","aria-pressed":String(f===r.state.trip),
"data-key":f},o.nameOf(f)+" ",w("b",{},d),h);return m.addEventListener("click",()=>e({trip:f})),m}function c(){let f=Ve(t),u=r.shown&&!r.shown.status?a.ways():null;
if(b("ways").hidden=f.length<2,b("ways-box").hidden=f.length<2||!u,f.length<2||(V(b("ways"),...f.map((d,h)=>s({trip:d,at:u?u[h].at:null}))),!u))return;let p=R(t);
b("ways-title").textContent=[i("ways"),p.opportunity,p.whose].join(" · "),b("ways-box").open&&V(b("ways-table"),Co(Ir(t,u)).node)}b("ways-box").addEventListener(
"toggle",c);let l=ht("ways");return b("ways-box").append(l),mt(l,t,()=>{let f=a.ways();return f&&Ir(t,f)}),{ask(){c(),a.ask()}}}var Ze=86400,Cr=1e3,sa=1e4,Lr=({words:t},e)=>t.clock(new Date((e%Ze+Ze)%Ze*1e3));function ia(t,e){return e===null||e===0?"":t.t("why_length",{km:t.minutes(e/Cr,
e<sa?1:0)})}function $r(t,e){let{words:n,engine:o}=t,{t:r}=n,i=c=>c<0?"":o.stops[c].name,a=r("minutes",{n:n.minutes(e.seconds/60,1)});if(e.kind==="park")return r(
"why_park")+": "+a;if(e.kind==="wait")return r(e.from<0?"why_early":"why_wait",{stop:i(e.from)})+": "+a;if(e.kind==="ride"){let{departs:c,arrives:l}=e;return r(
"why_ride",{line:e.line||"?",headsign:e.headsign?" "+r("why_towards",{headsign:e.headsign}):"",minutes:a,from:i(e.from),departs:Lr(t,c??0),to:i(e.to),arrives:Lr(
t,l??0)})}let s=n.named("modes",e.mode)??e.mode;return[n.capital(s)+(e.to<0?"":" → "+i(e.to))+": "+a,ia(n,e.metres)].filter(c=>c).join(", ")}function ca(t){let{
words:e,now:{why:n}}=t,o=document.querySelector("#why .main")?.textContent;return n&&o?{caption:o,head:[e.t("why_leg"),e.t("why_minutes"),e.t("why_km")],body:n.
legs.map(r=>[$r(t,r),e.minutes(r.seconds/60,1),r.metres?e.minutes(r.metres/Cr,1):""])}:null}function Rr(t,e){let{map:n,words:o,now:r,places:i}=t,a=null,s=w("but\
ton",{type:"button",id:"why-close"});s.addEventListener("click",()=>e({target:""}));let c=ht("why");mt(c,t,()=>ca(t));function l(f,u){a??={group:L.layerGroup().
addTo(n),renderer:L.canvas({pane:"way",padding:.15})};let{group:p,renderer:d}=a,{halo:h,line:m,second:y}=t.theme();p.clearLayers();let g={pane:"way",renderer:d,
interactive:!1,smoothFactor:.5};for(let[x,k]of[[h,4],[m,0]])for(let _ of f.filter(({spots:O})=>O.length>1)){let O=_.kind==="ride";L.polyline(_.spots,{...g,color:O&&
!k?y:x,weight:(O?5:3)+k,opacity:1}).addTo(p)}for(let{spots:x}of f.filter(({kind:k})=>k==="ride"))for(let k of[x[0],x[x.length-1]])L.circleMarker(k,{...g,radius:4.5,
weight:2,color:m,fillColor:h,fillOpacity:1}).addTo(p);L.circleMarker([u.lat,u.lon],{...g,radius:7,weight:3,color:m,fillColor:h,fillOpacity:1}).addTo(p)}return{flush:()=>a?.
renderer._redraw?.(),show(){let{why:f,state:u}=r,p=i.get(u.target);if(b("why").hidden=!f||!p,!f||!p){a?.group.clearLayers();return}let{t:d}=o,h=!Number.isNaN(f.
minutes),m=J(t);s.textContent=d("close"),b("why").replaceChildren(w("h2",{},d("why_title")),w("p",{class:"main"},d(h?"why_said":"why_unreached",{from:o.capital(
m),target:p.name,n:o.minutes(f.minutes,1)})),w("ol",{},...f.legs.map(y=>w("li",{class:y.kind},$r(t,y)))),w("p",{class:"small"},f.legs.some(({kind:y})=>y==="ride")?
d("why_percentile",{share:o.share(u.percentile/100)}):""),...h?[c]:[],s),l(f.legs,p)}}}var aa=120,la=300,fa=700;function Je(t,e){let n=0;return()=>{clearTimeout(n),n=window.setTimeout(e,t)}}function Pr({map:t,view:e,here:n},o){let r=n(),i=L.latLng(
r.lat,r.lon);o&&!t.getBounds().pad(-.08).contains(i)&&t.panTo(i,{animate:!1}),e.choose({...r,latlng:i})}function ua({view:t,engine:e,here:n,now:o}){if(o.fit=!1,
!o.shown||o.shown.status)return;let{lon:r,lat:i}=e.cells,a=A(o.state.cutoff),s=n(),c=[[s.lat,s.lon]];o.shown.minutes.forEach((l,f)=>{l<=a&&c.push([i[f],r[f]])}),
t.fit(c)}var pa=({now:t},e)=>n=>{t.fit||=n.place!==void 0,e(n)};function da(t){let{words:e,data:n,map:o,view:r,now:i}=t;function a(){b("theme").textContent=e.t(
t.dark()?"theme_light":"theme_dark")}return{speak(){e.language=i.state.language,zt(e,n,o.getContainer()),Pr(t,!1),a()},dress(){document.documentElement.dataset.
theme=t.dark()?"dark":"light",ln(n.sides,t.dark()),r.dress(t.theme(),t.dark()),a()}}}function ha(t,e,n){let{map:o,view:r,areas:i,engine:a,words:s}=t;function c(l,f,u){
let p=r.nameAt(l),d=p?-1:r.layer.at(f,!0);if(!p&&d<0)return gt(s.t("outside_click"));let h=p?p.stop??"place:"+i[Number(p.number)].code:"cell:"+a.cells.id[d],m=u.
shiftKey?"versus":u.altKey?"why":void 0;return n.picked(h,m)?void 0:e({place:h})}o.on("click",l=>c(l.containerPoint,l.latlng,l.originalEvent)),o.getContainer().
addEventListener("keydown",l=>{l.key!=="Enter"||l.target!==o.getContainer()||(l.preventDefault(),c(o.latLngToContainerPoint(o.getCenter()),o.getCenter(),l))}),r.
hover(l=>Qo(t,l))}function ma(t,e){let{words:n,known:o,places:r,view:i,now:a,map:s}=t,{speak:c,dress:l}=da(t),f=gr(t,_),u=Mr(t,_),p=Je(fa,()=>{b("said").textContent=
b("headline").textContent}),d=Je(aa,()=>Be(t,_)),h=Je(la,()=>De(t)),m=[...r.searchable((v,N)=>s.distance(v,N)),...lr(t.base,t.engine,r,n)],y=fo(b("question"),{words:n,
known:o,entries:m,ask:pa(t,_)}),g=Wo(t,m,_),x=Rr(t,_);Zo(t);let k=ro(t,{begin(v){a.state.language!==v.language&&c(),a.state.theme!==v.theme&&l(),y.show(a.state,
t.here().name),g.show(),a.state.place!==v.place&&(i.expect(),Pr(t,!0)),b("headline").setAttribute("aria-busy","true"),i.quiet()},draw(){i.emphasise(o.trip(a.state.
trip).mode==="transit"),a.fit&&ua(t),Yo(t),i.answered(),i.sayAgain(),qo(t,_),x.show(),p(),f.ask(),f.show(),u.ask(),le(t),Fo(t)},later(){d(),h()}},e.redrawMs);function _(v){
return k.ask(v)}function O(){l(),a.shown&&k.show(a.state)}return b("theme").addEventListener("click",()=>{let v=t.dark()?"light":"dark";return de({theme:v}),_({
theme:v})}),b("table-box").addEventListener("toggle",()=>Be(t,_)),b("rank-box").querySelector("details").addEventListener("toggle",f.show),t.prefersDark.addEventListener(
"change",O),window.addEventListener("hashchange",()=>_(Z(location.hash))),tr(t,{dress:l,draw:k.draw,again:O,flush:x.flush}),ha(t,_,g),Object.defineProperty(e,"r\
ank",{get:f.progress}),e.settled=k.settled,{ask:_,first(){return i.start(),c(),l(),i.showStops(r.stops),k.show(a.state)}}}async function ga(t,e,n){let{trip:o,scenario:r}={
...e.start,...Z(Jt())},i={place:{kind:"cell",index:0},trip:o,scenario:r},a={manifest:await _n(e.engine.head),chunks:e.engine.chunks},s=await xo(a,b("grensgeo-en\
gine").textContent,i),c=d=>s.arrays["shape/"+d],l=rn(e.base),f=nr(Object.fromEntries(["rings","corners","start_x","start_y","step_x","step_y"].map(d=>[d,c(d)]))),
u=await In(e.base_map),p=Tr(t,e,{areas:l,cells:f,base:u,words:n});return{map:t,data:e,words:n,engine:s,areas:l,base:u,view:p,edge:c("edge")}}function wa(t){let e=fn();
Object.assign(e.start,wn(e.language,{}));let n=hn(e.labels,e.start.language),o={},r=s=>{Object.assign(o,s),n.language=s.language,zt(n,e,t.getContainer())};Mn(s=>{
de({language:s}),r({language:s})});let i={redrawMs:[]};async function a(){let s=dr(await ga(t,e,n),o),{ask:c,first:l}=ma(s,i);return r=c,Object.defineProperties(
i,{state:{get:()=>({...s.now.state})},figures:{get:()=>s.now.shown},other:{get:()=>s.now.other?.shown},why:{get:()=>s.now.why}}),Object.assign(i,{set:c,engine:s.
engine,csv:()=>Fe(s),chart:f=>Qt(n,s.now.state,R(s).opportunity,f,u=>c({cutoff:u}))}),await l(),i}t.getContainer().setAttribute("role","application"),zt(n,e,t.getContainer()),
i.ready=a().catch(s=>{throw b("headline").textContent=n.t("failed",{reason:String(s?.message??s)}),s}),Object.assign(globalThis,{grensgeoAtlas:i})}Object.assign(
globalThis,{grensgeoPage:wa});})();
