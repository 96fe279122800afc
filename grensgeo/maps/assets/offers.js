/* grensgeo offers: bundled from js/ by `make js`; edit there.
   sources 9cb949f7e9cbb30c: src/atlas/places.js src/atlas/search.js src/engine/answers.js src/engine/hierarchy.js src/engine/journey.js src/engine/later.js src/engine/path.js src/engine/streets.js src/engine/sweep.js src/engine/timetable.js src/engine/transit.js src/engine/weights.js src/engine/why.js src/engine/worker.js src/offers/controls.js src/offers/engine.js src/offers/list_csv.js src/offers/main.js src/offers/marks.js src/offers/places.js src/offers/session.js src/offers/showing.js src/offers/state.js src/offers/telling.js src/pages/base.js src/pages/keys.js src/pages/names.js src/pages/small_print.js src/shared/after_paint.js src/shared/appearance.js src/shared/areas.js src/shared/base_map.js src/shared/base_names.js src/shared/canvas_layer.js src/shared/elements.js src/shared/geometry.js src/shared/marks.js src/shared/numbers.js src/shared/page.js src/shared/precision.js src/shared/room.js src/shared/saving.js src/shared/small_table.js src/shared/unpack.js src/shared/words.js */
"use strict";(()=>{function Q(t,e){let n=document.createElement("a");n.href=URL.createObjectURL(t),n.download=e,document.body.append(n),n.click(),n.remove(),setTimeout(()=>URL.revokeObjectURL(
n.href),1e4)}var _t=85.0511287798,vt=t=>256*(t+180)/360;function Ot(t){let e=Math.sin(Math.max(-_t,Math.min(_t,t))*Math.PI/180);return 256*(.5-Math.log((1+e)/(1-e))/(4*Math.
PI))}var St=(t,e)=>[360*t/256-180,360/Math.PI*Math.atan(Math.exp(2*Math.PI*(.5-e/256)))-90];function kt(t){let e=new Int32Array(t.length+1);for(let n=0;n<t.length;n++)
e[n+1]=e[n]+t[n];return e}function H(t){let e=[],[n,o]=[0,0];for(let s=0;s<t.length;s+=2)n+=t[s],o+=t[s+1],e.push([o/1e4,n/1e4]);return e}var At=t=>t.map(e=>e.map(
H)),It=(t,e)=>t[2]<e[0]||t[0]>e[2]||t[3]<e[1]||t[1]>e[3];var Be=[[9,15e4],[10,5e4]];function Et(t){return t.map(([e,n,o,s,r,a,i],c)=>{let l=At(i);return{number:c,code:e,name:n,country:o,nuts3:s,part:r,population:a,rings:l,
centre:L.latLngBounds(l.flat(2)).getCenter()}})}function Tt(t,e){let n=Be.find(([o])=>e<o);return t.part!=="ring"||!n||t.population>=n[1]}var Lt=t=>t>2e5?15:t>6e4?
13:11.5;function Nt(t){let e=!1,n=0;function o(){e&&(e=!1,t())}let s=()=>requestAnimationFrame(()=>requestAnimationFrame(()=>{n||o()}));function r(){clearTimeout(n),n=0,
e&&s()}return{flush:o,release:r,ask(){!e&&!n&&s(),e=!0},hold(){clearTimeout(n),n=Number(setTimeout(r,400))}}}function Mt(t){let e=window.devicePixelRatio||1;return Math.min(2,Math.max(1,t?Math.round(e):e))}function Ct(t,e,n){let o={options:{padding:.15},_initContainer(){
this._container=L.DomUtil.create("canvas",e),this._container.setAttribute("aria-hidden","true"),this._context=this._container.getContext("2d")},_destroyContainer(){
L.DomUtil.remove(this._container)},_lay(r){let a=this._bounds.getSize(),i=this._container,c=Math.max(1,Math.round(a.x*r)),l=Math.max(1,Math.round(a.y*r));L.DomUtil.
setPosition(i,this._bounds.min),i.style.width=a.x+"px",i.style.height=a.y+"px";let f=i.width!==c||i.height!==l;f&&Object.assign(i,{width:c,height:l});let u=this.
_map.getPixelOrigin().add(this._bounds.min),p=r*2**this._map.getZoom();return{other:f,frame:{width:c,height:l,ratio:r,scale:p,left:u.x*r,top:u.y*r}}}},s=L.Renderer.
extend({...o,...n});return new s({pane:t})}var q={uint8:Uint8Array,int8:Int8Array,uint16:Uint16Array,int16:Int16Array,uint32:Uint32Array,int32:Int32Array,float32:Float32Array,float64:Float64Array};function Fe(t){
let e=atob(t),n=new Uint8Array(e.length);for(let o=0;o<n.length;o++)n[o]=e.charCodeAt(o);return n}async function He(t){let e=new Blob([t]).stream().pipeThrough(
new DecompressionStream("deflate"));return new Uint8Array(await new Response(e).arrayBuffer())}function ze(t,{n:e,width:n,steps:o=0}){let s=new Int32Array(e);for(let r=0;r<
e;r++){let a=t[r];n>1&&(a|=t[e+r]<<8),n>2&&(a|=t[2*e+r]<<16|t[3*e+r]<<24),s[r]=a>>>1^-(a&1)}for(let r=0;r<o;r++)for(let a=1;a<e;a++)s[a]=s[a]+s[a-1]|0;return s}
function Ge(t,e){let n=new q[e.type](e.n),o=10**e.digits,s=Object.hasOwn(e,"null");for(let r=0;r<e.n;r++)n[r]=s&&t[r]===e.null?NaN:t[r]/o;return n}function We(t,{
type:e,n,width:o}){let s=new Uint8Array(n*o);for(let c=0;c<o;c++)for(let l=0;l<n;l++)s[l*o+c]=t[c*n+l];let r=new DataView(s.buffer),a=new q[e](n),i=o===8?"getFl\
oat64":"getFloat32";for(let c=0;c<n;c++)a[c]=r[i](c*o,!0);return a}async function Xe(t,e){let n=await He(Fe(e));if(t.type==="text")return t.n===0?[]:new TextDecoder().
decode(n).split(`
`);if(!Object.hasOwn(t,"steps"))return We(n,t);let o=ze(n,t);return Object.hasOwn(t,"digits")?Ge(o,t):t.type==="int32"?o:q[t.type].from(o)}async function N(t,e){
if(t.format!==1||t.parts.length!==e.length)throw new Error(`packed in format ${t.format}, ${e.length} chunks`);let n=await Promise.all(t.parts.map((o,s)=>Xe(o,e[s])));
return Object.fromEntries(t.parts.map((o,s)=>[o.name,n[s]]))}var Ye=["nature","built_up","water"],Ke=[[1.5,4.5],[1.1,3.4],[.6,2.6],[.5,2]],tt=[8,13],$t=1.1,Ze=2.2,Pt=1.7,et=({looks:t},e)=>t.levels_from.filter(n=>e>=n).length;
function P({looks:t},e,n,o){let s=t.shown_from[e];return o>=s[Math.min(n,s.length)-1]}function Je(t,e){let{layers:n}=e,{names:o,layer:s,rank:r,name:a,corners:i,
start_x:c,start_y:l,step_x:f,step_y:u}=t,p=kt(i),m=i.length,h=new Float64Array(p[m]),y=new Float64Array(p[m]),x=new Float64Array(4*m),g=new Int32Array(m),[v,_,O,
T]=[0,0,0,0];for(let w=0;w<m;w++){v+=c[w],_+=l[w];let[k,S]=[v,_],[M,Z,J,V]=[1/0,1/0,-1/0,-1/0];for(let I=p[w];I<p[w+1];I++)I>p[w]&&(k+=f[O],S+=u[O],O++),h[I]=vt(
k/1e4),y[I]=Ot(S/1e4),M=Math.min(M,h[I]),J=Math.max(J,h[I]),Z=Math.min(Z,y[I]),V=Math.max(V,y[I]);x.set([M,Z,J,V],4*w),n[s[w]]==="place"&&(g[w]=t.people[T++])}return{
n:m,layer:Array.from(s,w=>n[w]),rank:r,name:Array.from(a,w=>o[w]),people:g,at:p,x:h,y,level:t.level,box:x,looks:e}}var nt=({at:t,x:e,y:n},o)=>St(e[t[o]],n[t[o]]);
async function Dt(t){if(!t)return null;let{manifest:e,chunks:n}=t;return Je(await N(e,n),e.meta)}function D({n:t,layer:e,rank:n,box:o},s,r,{width:a,height:i,scale:c,
left:l,top:f}){let u=[];for(let p=0;p<t;p++){if(e[p]!==s||n[p]!==r)continue;o[4*p]*c-l>a||o[4*p+2]*c-l<0||o[4*p+1]*c-f>i||o[4*p+3]*c-f<0||u.push(p)}return u}function j({
at:t,x:e,y:n,level:o},s,r,{scale:a,left:i,top:c}){let l=[];for(let f=t[s];f<t[s+1];f++)o[f]<=r&&l.push([e[f]*a-i,n[f]*a-c]);return l}function Ve(t,e,n,o,{sight:s,
level:r}){let a=Ye.includes(n);t.beginPath();for(let i of D(e,n,o,s)){let c=j(e,i,r,s);c.length<(a?3:2)||(c.forEach(([l,f],u)=>u?t.lineTo(l,f):t.moveTo(l,f)),a&&
t.closePath())}}function C(t,e,n,o=[]){t.strokeStyle=e,t.lineWidth=n,t.setLineDash(o),t.stroke()}function Qe(t,e,n,{zoom:o,ratio:s,colours:r,transit:a=!1}){let i=et(
e,o),c=Math.max(0,Math.min(1,(o-tt[0])/(tt[1]-tt[0]))),l={sight:n,level:i};t.lineJoin="round",t.lineCap="round";function f(u,p){for(let m=e.looks.shown_from[u].
length;m>=1;m--)P(e,u,m,o)&&(Ve(t,e,u,m,l),p(m))}for(let u of["nature","built_up","water"])f(u,()=>{t.fillStyle=r[u],t.fill("nonzero")});if(f("waterway",u=>C(t,
r.river,s*(1+1.4*c)/Math.sqrt(u))),f("road",u=>{let[p,m]=Ke[u-1],h=s*(p+c*(m-p));C(t,r.casing,h+s*(u<3?$t:.7*$t)),C(t,r.road,h)}),t.lineCap="butt",f("rail",u=>{
let p=s*(u===1?1.7+c:1.3+c)*(a?Pt:1);a&&C(t,r.casing,p+2*s),C(t,r.rail,p),C(t,r.sleeper,p*.5,[5*s,5*s])}),t.setLineDash([]),!(!a&&!P(e,"station",1,o)))for(let u of D(
e,"station",1,n)){let[[p,m]]=j(e,u,i,n),h=s*Ze*(a?Pt:1);t.fillStyle=r.station,t.fillRect(p-h,m-h,2*h,2*h),t.strokeStyle=r.rail,t.lineWidth=s,t.strokeRect(p-h,m-
h,2*h,2*h)}}function jt(t){let e=Ct(t,"base-map",{_update(){this._map._animatingZoom&&this._bounds||(this._bounds?this.late.ask():this._now())},_reset(){this._update(),
this._updateTransform(this._map.getCenter(),this._map.getZoom())},_now(){!this._map||this._map._animatingZoom&&this._bounds||(L.Renderer.prototype._update.call(
this),this.draw())},show(n){this._base=n,this.draw()},emphasise(n){this._transit=n,this.late.ask()},dress(n){this._dark=n,this.draw()},draw(){if(!this._base||!this.
_bounds)return;let{frame:n,other:o}=this._lay(Mt(!1));o||this._context.clearRect(0,0,n.width,n.height);let s=this._base.looks.colours[this._dark?"dark":"light"];
Qe(this._context,this._base,n,{zoom:this._map.getZoom(),ratio:n.ratio,colours:s,transit:this._transit})}});return e.late=Nt(()=>e._now()),e}var Bt=[["land",200,!1],["figures",300,!1],["bands",350,!1],["base",380,!0],["lines",400,!0],["frontier",420,!0],["points",430,!1],["chosen",440,!0],["names",620,
!0]],qe=Bt.map(([t])=>t).filter(t=>!["base","names"].includes(t)),Ut="var(--land)",tn="#7d7f86",en="var(--faint)",nn="var(--border)",on=.4,sn=[["water",{color:"\
#9cc3d9",weight:2}],["road",{color:"#8f8a80",weight:.9,opacity:.75}],["rail",{color:"#4a4a52",weight:1.6,dashArray:"6 3"}]];function rn(t){for(let[e,n,o]of Bt){
let s=t.createPane(e);s.style.zIndex=String(n),o&&(s.style.pointerEvents="none")}return Object.fromEntries(qe.map(e=>[e,L.svg({pane:e,padding:.4})]))}async function Ft(t,e){
let n=await Dt(e.base_map);if(!n)return null;let o=jt("base").addTo(t);return o.show(n),{base:n,layer:o}}function Ht(t,e){let n=rn(t),o=Et(e.base.areas),s=(u,p)=>({
pane:u,renderer:n[u],smoothFactor:on,...p}),r=(u,p)=>s(u,{interactive:!1,...p});for(let u of o){L.polygon(u.rings,r("land",{stroke:!0,color:Ut,weight:.8,fillColor:Ut,
fillOpacity:e.land})).addTo(t);let p=u.part==="ring";L.polygon(u.rings,r("lines",{fill:!1,weight:p?.5:.8,color:p?en:tn})).addTo(t)}for(let[u,p]of sn){let m=(e.lines[u]||
[]).map(H);m.length&&L.polyline(m,r("lines",p)).addTo(t)}let a=e.base.border.map(H);L.polyline(a,r("frontier",{color:"var(--halo)",weight:5,opacity:.9})).addTo(
t),L.polyline(a,r("frontier",{color:nn,weight:2.6})).addTo(t),L.control.scale({imperial:!1,position:"bottomright",maxWidth:120}).addTo(t);let[i,c,l,f]=e.base.bounds;
return{areas:o,frontier:a,renderers:n,live:s,flat:r,bounds:L.latLngBounds([i,c],[l,f])}}var ot=10,cn=6,z=14,an=300,ln=34,fn=[0,9,9.75,11.5],un=t=>t<9.5?26:60,pn=2;function zt(t){let e=t.getZoom(),n=t.containerPointToLayerPoint([0,0]),o=t.getPixelOrigin(),
s=t.getSize();return{width:s.x,height:s.y,scale:2**e,zoom:e,x:n.x,y:n.y,left:o.x+n.x,top:o.y+n.y}}function mn(t,{width:e,height:n}){let o=[];for(let r=1;r<t.length;r++){
let[[a,i],[c,l]]=[t[r-1],t[r]],f=Math.max(1,Math.ceil(Math.hypot(c-a,l-i)/12));for(let u=0;u<f;u++){let p=a+(u+.5)/f*(c-a),m=i+(u+.5)/f*(l-i);p>0&&m>0&&p<e&&m<n&&
o.push([p,m])}}let s=Math.floor(o.length/2);return o.map((r,a)=>o[s+(a%2?-1:1)*Math.ceil(a/2)]).filter(Boolean)}var dn=t=>t.reduce((e,[n,o],s)=>s?e+Math.hypot(n-
t[s-1][0],o-t[s-1][1]):0,0);function Gt(t,e,n,o){let s=zt(t),r=et(e,s.zoom),a=[],i=new Map;for(let c of o){if(!P(e,"road",c,s.zoom)||s.zoom<fn[c-1])continue;let l=D(
e,"road",c,s).filter(f=>e.name[f]).map(f=>({name:e.name[f],corners:j(e,f,r,s)})).map(f=>({...f,long:dn(f.corners)})).filter(({long:f})=>f>=ln).sort((f,u)=>u.long-
f.long);for(let{name:f,corners:u}of l){if(a.length>=un(s.zoom))return a;let p=f.split("/").slice(0,pn).join("/"),m=n.widthOf(p,ot,!0)+cn,h=f.split("/").flatMap(
y=>i.get(y)??[]);for(let[y,x]of mn(u,s)){if(h.some(([_,O])=>Math.hypot(_-y,O-x)<an))continue;let[g,v]=[s.x+y-m/2,s.y+x-z/2];if(n.free([g-2,v-2,g+m+2,v+z+2])){n.
take([g,v,g+m,v+z]),a.push({text:p,rank:c,x:g,y:v,width:m,height:z}),h.push([y,x]);for(let _ of f.split("/"))i.set(_,[...i.get(_)??[],[y,x]])}}}}return a}function Wt(t,e,n,o){
let s=zt(t);return o.filter(r=>P(e,n,r,s.zoom)).flatMap(r=>D(e,n,r,s).map(a=>{let[[i,c]]=j(e,a,1/0,s);return{name:e.name[a],rank:r,people:e.people[a],at:L.point(
s.x+i,s.y+c)}}).sort((a,i)=>i.people-a.people))}var b=t=>document.getElementById(t);function hn(t,e,n){for(let[o,s]of Object.entries(e))s!==null&&s!==!1&&t.setAttribute(o,s===!0?"":String(s));return t.append(
...n.filter(o=>o!==null)),t}function d(t,e={},...n){return hn(document.createElement(t),e,n)}function Xt(t,e){for(let[n,o]of Object.entries(t))document.documentElement.style.setProperty("--side-"+n,o[e?1:0])}function G(t,e,n=null){let o=d("button",{type:"\
button",class:"link","data-key":n},t);return o.addEventListener("click",e),o}var st=()=>JSON.parse(b("grensgeo-data").textContent);function Yt(t,...e){let n=t.contains(
document.activeElement)?document.activeElement:null,o=n?.getAttribute("data-key")??null,s=!n?.matches(":focus-visible");if(t.replaceChildren(...e.filter(a=>a!==
null)),o===null)return;let r=[...t.querySelectorAll("[data-key]")].find(a=>a.getAttribute("data-key")===o);r instanceof HTMLElement&&r.focus({preventScroll:s})}function Kt(t,e){let n=document.createElement("canvas").getContext("2d"),o=getComputedStyle(document.body).fontFamily,s=t.containerPointToLayerPoint([0,0]),r=L.
bounds(s,t.containerPointToLayerPoint(t.getSize())),[a,i]=[r.min,r.max];return{screen:r,point:c=>t.latLngToLayerPoint(c),free:c=>c[0]>=a.x&&c[2]<=i.x&&c[1]>=a.y&&
c[3]<=i.y&&e.every(l=>It(l,c)),take:(...c)=>{e.push(...c)},widthOf(c,l,f){return n.font=`${f?600:400} ${l}px ${o}`,n.measureText(c).width}}}var Zt=({x:t,y:e},n,o,s)=>[
[t+s,e-o/2],[t-s-n,e-o/2],[t-n/2,e-o-4],[t-n/2,e+4]];function R(t,e,n){return t.style.transform=`translate(${e}px,${n}px)`,t}var gn=13,rt=18,Jt=14,yn=12,wn=[12,11.5,11,10.5],bn=10.5,Vt=[58,170];function xn({data:t,choosing:e,base:n},o){let s=e.view().kind==="isochrones"?e.layer().key[0]:
null;if(s===null||!t.origins[s]||n.areas.some(f=>f.code===s))return[];let[r,a]=t.origins[s],i=o.point([a,r]),c=e.view().names[s];o.take([i.x-10,i.y-10,i.x+20+o.
widthOf(c,Jt,!0),i.y+10]);let l=d("span",{class:"place big"},c);return l.style.fontSize=Jt+"px",[R(l,i.x+13,i.y-9)]}function Qt(t,e,n,o,s){let r=o>yn,a=n.widthOf(
t,o,r)+8,i=o*1.3,c=Zt(e,a,i,4).find(([p,m])=>n.free([p,m,p+a,m+i]));if(!c)return[];let[l,f]=c;n.take([l,f,l+a,f+i],[e.x-3,e.y-3,e.x+3,e.y+3]);let u=d("span",{class:"\
place "+s+(r?" big":"")},t);return u.style.fontSize=o+"px",[R(d("i",{class:"dot "+s}),e.x-2.5,e.y-2.5),R(u,l+4,f)]}function W(t,e,n,o,s,r=new Set){return Wt(t,e,
o,s).filter(({name:a,at:i})=>n.screen.contains(i)&&!r.has(a.split(" (")[0])).flatMap(({name:a,rank:i,at:c})=>Qt(a,c,n,o==="station"?bn:wn[i-1],o==="station"?"st\
op":"village"))}function _n(t,e,n,o){let s=r=>Gt(t,e,n,r).map(({text:a,rank:i,x:c,y:l,width:f})=>{let u=d("span",{class:i===1?"place shield motorway":"place shi\
eld"},a);return u.style.fontSize=ot+"px",u.style.width=f+"px",R(u,c,l)});return[...s([1,2]),...W(t,e,n,"place",[2,3]),...s([3]),...W(t,e,n,"station",[1],o),...W(
t,e,n,"place",[4]),...s([4])]}function vn(t,e,n,o){let s=o.widthOf(t.toLocaleUpperCase(),gn,!0)+t.length*2.4+8;function r(i,c){let l=L.bounds([i-6,c-4],[i+s+6,c+
22]);return n.some(f=>f.some(u=>l.contains(u)))}let a=e.map(i=>[i.x-s/2,i.y-rt/2]).find(([i,c])=>!r(i,c)&&o.free([i,c,i+s,c+rt]));return a?(o.take([a[0],a[1],a[0]+
s,a[1]+rt]),[R(d("span",{class:"country"},t),a[0],a[1])]):[]}function qt(t,e,n){let{map:o,data:s,words:r,base:a}=t,{x:i,y:c}=o.containerPointToLayerPoint([0,0]),
l=Kt(o,[[i,c,i+Vt[0],c+Vt[1]],...n]),f=xn(t,l);e&&f.push(...W(o,e,l,"place",[1]));for(let[p,m,h]of s.base.places){let y=a.areas[p],x=l.point([h,m]);!Tt(y,o.getZoom())||
!l.screen.contains(x)||f.push(...Qt(y.name,x,l,Lt(y.population),y.part==="ring"?"ring":"town"))}let u=a.frontier.map(p=>p.map(l.point));if(u.flat().some(p=>l.screen.
contains(p))){let p=l.point(L.latLngBounds(a.frontier.flat()).getCenter());for(let m of new Set(a.areas.map(h=>h.country))){let h=a.areas.filter(y=>y.country===
m).map(y=>l.point(y.centre)).sort((y,x)=>y.distanceTo(p)-x.distanceTo(p));f.push(...vn(r.t(m.toLowerCase()),h,u,l))}}if(e){let p=new Set(f.map(m=>String(m.textContent).
split(" (")[0]));f.push(..._n(o,e,l,p))}o.getPane("names")?.replaceChildren(...f)}var On=[[".leaflet-control-zoom-in","zoom_in"],[".leaflet-control-zoom-out","zoom_out"],["a.home","home"]],U=t=>[...document.querySelectorAll(`[data-${t}]`)].map(
e=>e);function it(t,e,n){let{t:o}=t;document.documentElement.lang=t.language,document.title=t.in(e.title),b("title").textContent=t.in(e.title);for(let s of U("t\
ext"))s.textContent=o(String(s.dataset.text),{version:e.version});for(let s of U("said"))s.title=o(String(s.dataset.said));for(let s of U("label"))s.setAttribute(
"aria-label",o(String(s.dataset.label)));Sn(t.language),n.setAttribute("aria-label",o("map_region"));for(let[s,r]of On){let a=document.querySelector(s);a&&(a.title=
o(r),a.setAttribute("aria-label",o(r)))}}function Sn(t){for(let e of U("language"))e.setAttribute("aria-pressed",String(e.dataset.language===t))}function te(t){
for(let e of U("language"))e.addEventListener("click",()=>t(String(e.dataset.language)))}var kn=5;function ee(t,e){let n=t.filter(({concerns:o})=>!o.length||o.some(
s=>e.includes(s)));return[...n.filter(({concerns:o})=>o.length),...n.filter(({concerns:o})=>!o.length)].slice(0,kn)}function ne(t){return t.url?d("a",{href:t.url,
rel:"noopener noreferrer",target:"_blank"},t.title):d("span",{},t.title)}function oe(t,e){let n=L.Control.extend({onAdd(){let o=L.DomUtil.create("div","leaflet-\
bar"),s=L.DomUtil.create("a","home",o);return s.href="#",s.setAttribute("role","button"),s.textContent="⌂",L.DomEvent.on(s,"click",r=>{L.DomEvent.stop(r),e()}),
o}});new n({position:"topleft"}).addTo(t)}function se(t,e){let n=window.innerWidth;window.addEventListener("resize",()=>{if(window.innerWidth===n){t.invalidateSize(
{animate:!1});return}n=window.innerWidth,e()})}function re({data:t,words:e,choosing:n}){let{t:o}=e;b("notes").replaceChildren(...t.notes.map(i=>d("li",{},e.in(i.text),...i.details.map(c=>d("div",{class:"smal\
l"},e.in(c)))))),b("notes-box").hidden=t.notes.length===0;let s=t.labels.mode_of_trip,r=n.layerControls().map(n.chosen).map(i=>Object.hasOwn(s,i)?s[i]:i),a=ee(t.
strip,r);b("strip-notes").textContent=a.map(i=>e.in(i.text)).join(" "),t.notes.length>a.length&&b("strip-notes").append(" ",G(o("more_notes",{n:e.plain(t.notes.
length)}),()=>{b("notes-box").open=!0,b("notes-box").scrollIntoView(),b("notes-box").querySelector("summary").focus()})),b("strip-sources").textContent=t.attributions.
length?o("source")+": "+t.attributions.map(e.in).join(" · "):"",b("sources").replaceChildren(...t.sources.map(i=>{let c=i.reference_date?o("reference_date",{date:i.
reference_date}):"";return d("li",{},ne(i),". "+[e.in(i.attribution),e.in(i.licence),c].filter(l=>l).join(" · "))}))}var A={nl:"nl-NL",de:"de-DE",en:"en-GB"},An=.001,In=10,En=.095,ie=5e-4,ce=.001,Tn=.995,Ln=.99;function Nn(t){return t>=An&&t<1?{maximumSignificantDigits:2}:{maximumFractionDigits:t<
In?1:0}}var Mn=t=>t.replace("-","−");function ct(t){let e=new Map;function n(c,l){let f=JSON.stringify(l),u=e.get(f);return u||e.set(f,u=new Intl.NumberFormat(
t,l)),u.format(c)}let o=c=>n(c,Nn(Math.abs(c))),s=c=>n(c,{style:"percent",maximumFractionDigits:c!==0&&Math.abs(c)<En?1:0});function r(c){return c>Tn&&c<1?">"+s(
Ln):c>0&&c<ie?"<"+s(ce):s(c)}let a=(c,l)=>l>0?"+"+c:Mn(c);function i(c){return c===0||Math.abs(c)>=ie?a(s(c),c):(c<0?"−":"+")+"<"+s(ce)}return{format:n,count:o,
share:s,part:r,signedShare:i,plain:c=>n(c,{}),signedCount:c=>a(o(c),c),minutes:(c,l=0)=>n(c,{minimumFractionDigits:l,maximumFractionDigits:l})}}var at=Object.keys(A);function ae(t,e){return e.map(n=>n.slice(0,2).toLowerCase()).find(n=>at.includes(n))??t}function Cn(t,e){return t.replace(/\{(\w+)\}/g,(n,o)=>Object.
hasOwn(e,o)?e[o]:n)}var E=t=>t.normalize("NFD").replace(/\p{M}/gu,"").replace(/ß/g,"ss").toLowerCase().replace(/[^\p{L}\p{N}]+/gu," ").trim();function lt(t,e){
let n=e,o=ct(A[n]);function s(i,c){let l=t[i];return l&&c!==null&&Object.hasOwn(l,c)?l[c][n]:null}let r=(i,c={})=>Cn(s("texts",i)??i,c);return{get language(){return n},
set language(i){n=i,o=ct(A[i])},named:s,t:r,count:i=>i===null||Number.isNaN(i)?r("missing"):o.count(i),share:i=>o.share(i),part:i=>o.part(i),plain:i=>o.plain(i),
signedCount:i=>o.signedCount(i),signedShare:i=>o.signedShare(i),minutes:(i,c)=>o.minutes(i,c),opportunity:i=>s("opportunities",i)??i,period:i=>s("periods",i)??i,
in:i=>i[n],capital:i=>i.charAt(0).toLocaleUpperCase(A[n])+i.slice(1),lowered:i=>i.charAt(0).toLocaleLowerCase(A[n])+i.slice(1),sort:(i,c)=>i.localeCompare(c,A[n]),
date:i=>new Intl.DateTimeFormat(A[n],{weekday:"short",day:"numeric",month:"short",timeZone:"UTC"}).format(i),clock:i=>new Intl.DateTimeFormat(A[n],{hour:"2-digi\
t",minute:"2-digit",timeZone:"UTC"}).format(i),sentence(i,c){return r(i).split(/(\{\w+\})/).map(l=>{let f=l.startsWith("{")?l.slice(1,-1):null;return f!==null&&
Object.hasOwn(c,f)?c[f]:l})}}}var le="grensgeo",Rn=["light","dark"];function fe(){try{let{language:t,theme:e}=JSON.parse(localStorage.getItem(le)??"{}");return{language:t,theme:e}}catch{return{}}}
function ft(t){try{localStorage.setItem(le,JSON.stringify({...fe(),...t}))}catch{}}function ue(t,e){let n=fe(),o=(s,...r)=>r.find(a=>a!==void 0&&s.includes(a));
return{language:o(at,e.language,n.language)??ae(t,navigator.languages),theme:o(Rn,e.theme,n.theme)??"auto"}}function pe(t,e){let n=window.matchMedia("(prefers-c\
olor-scheme: dark)"),o=t,s=!1,r=()=>!s&&(o==="dark"||o!=="light"&&n.matches);function a(){document.documentElement.dataset.theme=r()?"dark":"light",e(r())}function i(c){
s=c,a()}return b("theme")?.addEventListener("click",()=>{o=r()?"light":"dark",ft({theme:o}),a()}),n.addEventListener("change",a),window.addEventListener("before\
print",()=>i(!0)),window.addEventListener("afterprint",()=>i(!1)),{show:a,take(c){o=c,a()},get theme(){return o},get dark(){return r()}}}var $n=12,pt=4,Pn=["station","treinstation","halte","bahnhof","bhf","haltestelle","stop"];function me(t,e){return(t+" ").startsWith(e+" ")?0:t.startsWith(e)?1:t.
includes(" "+e)?2:t.includes(e)?3:pt}var ut=t=>t.replace(/([aou])e/g,"$1"),Dn=(t,e)=>e.startsWith(t)&&/^\s*\p{L}/u.test(e.slice(t.length));function jn(t){let e=t.
split(" "),n=e.filter(s=>!Pn.includes(s)),o=n.length>0&&n.length<e.length;return{name:o?n.join(" "):t,station:o}}function Un(t,e){let n=ut(E(e));if(!n)return[];
let{name:o,station:s}=jn(n),r=a=>a.kind==="postcode"&&Dn(a.plain,n)?0:Math.min(me(ut(a.plain),n),s&&a.kind==="stop"?me(ut(a.plain),o):pt);return t.map(a=>({fit:r(
a),entry:a})).filter(a=>a.fit<pt).sort((a,i)=>a.fit-i.fit||i.entry.weight-a.entry.weight).slice(0,$n).map(({entry:a})=>a)}function Bn(t){let e=d("label",{class:"\
legend",for:t}),n=d("input",{id:t,class:"place-box",type:"text",role:"combobox",autocomplete:"off",spellcheck:"false","aria-autocomplete":"list","aria-expanded":"\
false","aria-controls":t+"-list","aria-describedby":t+"-hint"}),o=d("span",{id:t+"-hint",class:"small"}),s=d("ul",{id:t+"-list",class:"place-list",role:"listbox",
hidden:!0}),r=d("span",{class:"hidden",role:"status"}),a=d("div",{class:"choice search"},e,d("div",{class:"box"},n,s),o,r);return{label:e,input:n,hint:o,list:s,
said:r,node:a}}function Fn({input:t,list:e,said:n},o,s,r){let a=[],i=-1;function c(f){i=f,[...e.children].forEach((p,m)=>p.setAttribute("aria-selected",String(m===
i)));let u=e.children[i];if(!u){t.removeAttribute("aria-activedescendant");return}u.scrollIntoView({block:"nearest"}),t.setAttribute("aria-activedescendant",u.id)}
function l(f,u){let p=d("li",{role:"option",id:t.id+"-"+u,"aria-selected":"false"},d("span",{class:"name"},f.name),d("span",{class:"small"},f.note()));return p.
addEventListener("pointerdown",m=>{m.preventDefault(),r(f)}),p}return{close(){e.hidden=!0,c(-1),t.setAttribute("aria-expanded","false")},open(){a=Un(s,t.value),
e.replaceChildren(...a.map(l)),e.hidden=a.length===0,t.setAttribute("aria-expanded",String(a.length>0));let f=!a.length&&E(t.value)!=="";return n.textContent=a.
length?o.t("place_found",{n:o.count(a.length)}):f?o.t("place_none"):"",c(a.length?0:-1),f},move:f=>c((i+f+a.length)%a.length),marked:()=>e.hidden?void 0:a[i],any:()=>a.
length>0}}function de(t,e,n,o="place"){let s=Bn(o),{input:r,hint:a,list:i,said:c}=s,l="";function f(g){a.textContent=g?l?t.t("place_none_still",{name:l}):t.t("p\
lace_none"):t.t("place_hint"),a.classList.toggle("warn",g),r.setAttribute("aria-invalid",String(g))}let u=Fn(s,t,e,p);function p(g){u.close(),f(!1),n(g.key),r.select()}
let m=()=>f(u.open());function h(){u.close(),f(!1),r.value=l}function y(){let g=u.marked();g?p(g):!u.any()&&E(r.value)&&(r.value=l,r.select())}let x={ArrowDown:()=>i.
hidden?m():u.move(1),ArrowUp:()=>i.hidden?m():u.move(-1),Enter:y,Escape:h};return r.addEventListener("input",m),r.addEventListener("focus",()=>r.select()),r.addEventListener(
"blur",()=>{h(),c.textContent=""}),r.addEventListener("keydown",g=>{Object.hasOwn(x,g.key)&&(x[g.key](),g.preventDefault())}),{node:s.node,show(g){s.label.textContent=
t.t("place"),f(!1),i.setAttribute("aria-label",t.t("place")),l=g,(document.activeElement!==r||i.hidden)&&(r.value=g)}}}function Hn(t,{level:e,sector:n,kind:o}){let s=[];if(o!=="all"&&t.type!==o)return null;if(e!=="all"){if(t.low===null&&t.high===null)s.push("level");else if((t.low??
1)>Number(e)||(t.high??8)<Number(e))return null}if(n!=="all"){if(!t.nace.length)s.push("sector");else if(!t.nace.some(r=>n.includes(r)))return null}return s}function zn(t,e,n){
if(e!=="any")return[t[e][n],e];let o=[NaN,""];for(let[s,r]of Object.entries(t))!(r[n]>=o[0])&&!Number.isNaN(r[n])&&(o=[r[n],s]);return o}function he(t,e,n,o){let s=[];
for(let a of t){let i=Hn(a,e);if(i===null)continue;let[c,l]=n&&(o===null||a.country===o)?zn(n,e.trip,a.point):[NaN,""];s.push({offer:a,minutes:c,by:l,unsure:i})}
let r=a=>Number.isNaN(a.minutes)?1/0:a.minutes;return s.sort((a,i)=>r(a)===r(i)?0:r(a)-r(i))}var B=({minutes:t},e)=>t<=e*1.0001,Gn=[["at","home"],["level","leve\
l"],["sector","sector"],["kind","kind"],["by","trip"],["min","cutoff"],["border","border"]],ge=t=>Object.fromEntries(Gn.filter(([,e])=>t[e]!==null).map(([e,n])=>[
e,String(t[n])]));function X(t,e,n){let o=Math.round(Number(t.min)),s=t.min!==void 0&&Number.isFinite(o);return{home:n.homes.has(t.at)?t.at:e.home,level:["all",
...n.levels].includes(t.level)?t.level:e.level,sector:/^(all|[A-U]+)$/.test(t.sector??"")?t.sector:e.sector,kind:["all",...n.kinds].includes(t.kind)?t.kind:e.kind,
trip:["any",...n.trips].includes(t.by)?t.by:e.trip,cutoff:s?Math.max(5,Math.min(90,o)):e.cutoff,border:["open","closed"].includes(t.border)?t.border:e.border}}function mt(t,e){let n=d("label",{for:"c-"+t,class:"legend"}),o=d("select",{id:"c-"+t});return o.addEventListener("change",()=>e({[t]:o.value})),{node:d("div",{
class:"choice"},n,o),show(s,r,a){n.textContent=s,o.replaceChildren(...r.map(([i,c])=>{let l=d("option",{value:i},c);return l.selected=i===a,l}))}}}function ye(t,e){
let n=d("legend",{class:"legend"}),o=d("div",{class:"pills"});return{node:d("fieldset",{class:"choice"},n,o),show(s,r,a){n.textContent=s;let i=o.contains(document.
activeElement);o.replaceChildren(...r.map(([c,l])=>{let f=d("input",{type:"radio",name:t,value:c,checked:c===a});return f.addEventListener("change",()=>e({[t]:c})),
d("label",{class:"pill"},f,d("span",{},l))})),i&&o.querySelector("input:checked")?.focus()}}}function Yn(t){let e=d("label",{for:"c-cutoff",class:"legend"}),n=d(
"output",{for:"c-cutoff"}),o=d("input",{id:"c-cutoff",type:"range",min:5,max:90,step:5});return o.addEventListener("input",()=>t({cutoff:Number(o.value)})),{node:d(
"div",{class:"choice slide"},e,n,o),show(s,r,a){e.textContent=s,n.textContent=r,o.value=String(a),o.setAttribute("aria-valuetext",r)}}}function we(t,{words:e,entries:n,
ask:o,trips:s,levels:r,sections:a,kinds:i,border:c}){let{t:l}=e,f=de(e,n,g=>o({home:g})),u=ye("trip",o),p=Yn(o),[m,h,y]=[mt("level",o),mt("sector",o),mt("kind",
o)],x=ye("border",o);return t.append(f.node,u.node,p.node,d("div",{class:"pair"},m.node,h.node),...i.length>1?[y.node]:[],...c?[x.node]:[]),t.addEventListener("\
submit",g=>g.preventDefault()),{show(g,v){f.show(v),u.show(l("offers_by"),[["any",l("offers_any")],...s.map(w=>[w,e.named("modes",w)??w])],g.trip),p.show(l("off\
ers_cutoff"),l("minutes",{n:e.count(g.cutoff)}),g.cutoff);let _=["all",l("offers_all")],O=(w,k)=>w.includes(k)||k==="all"?w:[...w,k],T=(w,k)=>e.named(w,k)??[...k].
map(S=>e.named(w,S)??S).join(" / ");m.show(l("offers_level"),[_,...O(r,g.level).map(w=>[w,T("levels",w)])],g.level),h.show(l("offers_sector"),[_,...O(a,g.sector).
map(w=>[w,T("sectors",w)])],g.sector),y.show(l("offers_kind"),[_,...i.map(w=>[w,e.capital(T("opp_types",w))])],g.kind),x.show(l("offers_border"),[["open",l("off\
ers_open")],["closed",l("offers_closed")]],g.border)}}}function xe(t,e,n=null){let o=new Map,s=0,r=a=>new Promise((i,c)=>{o.set(++s,{answered:i,refused:c}),t.postMessage({number:s,asked:a})});return new Promise((a,i)=>{
t.addEventListener("error",c=>{let l=new Error(c.message||"no worker");i(l);for(let{refused:f}of o.values())f(l);o.clear()}),t.addEventListener("message",({data:c})=>{
let l=o.get(c.number);o.delete(c.number),c.opened?a(r):l?c.failed===void 0?l.answered(c):l.refused(new Error(c.failed)):i(new Error(c.failed))}),t.postMessage({
...e,first:n})})}async function _e({manifest:t,chunks:e},n){let o=t.meta.trips.map(({id:c})=>c),s={place:{kind:"place",index:0},trip:o[0]},r=(async()=>{try{let c=new Worker(URL.
createObjectURL(new Blob([n],{type:"text/javascript"})));return await xe(c,{manifest:t,chunks:e},s)}catch{let c=await globalThis.GrensgeoEngine.open(t,e);return async l=>c.
times(l)}})(),a=t.parts.map((c,l)=>({part:c,chunk:e[l]})).filter(({part:c})=>c.name.startsWith("place/")),i=await N({...t,parts:a.map(({part:c})=>c)},a.map(({chunk:c})=>c));
return{homes:{id:i["place/id"],lon:i["place/lon"],lat:i["place/lat"]},async minutes(c,l){let f=await r,u={};for(let p of o){let m={place:{kind:"place",index:c},
trip:p,foreign_routing:l};u[p]=(await f(m)).minutes}return u}}}var dt=t=>L.CircleMarker.extend({_updatePath(){let{x:e,y:n}=this._point;this._renderer._setPath(this,t(e,n,this._radius))}});function ve(t,e,n){let o=n*1.3;return`\
M${t-o} ${e}L${t} ${e-o}L${t+o} ${e}L${t} ${e+o}Z`}function Oe(t,e,n){return`M${Array.from({length:10},(s,r)=>{let a=n*(r%2?.45:1);return`${t+a*Math.sin(r*Math.
PI/5)} ${e-a*Math.cos(r*Math.PI/5)}`}).join("L")}Z`}var $=5,Vn="#c2185b";function Se(t,e,n){let o=dt(ve),s=dt(Oe),r={pane:"points",renderer:n.renderers.points},a=[],i=null;return{home(c){i?.remove(),i=c&&new s(c,
{...r,interactive:!1,radius:13,color:"#ffffff",weight:2,fillColor:Vn,fillOpacity:1}).addTo(t)},draw(c,{at:l,cutoff:f,own:u,pick:p}){for(let h of a)h.remove();a=
[];let m=new Map;for(let h of c)m.set(h.offer.point,[...m.get(h.offer.point)??[],h]);for(let h of[...m.values()].reverse()){let[y]=h,x=B(y,f),g=h.filter(O=>B(O,
f)).length,v=u!==null&&y.offer.country!==u?o:L.CircleMarker,_=new v(l(y),x?{...r,radius:Math.min(7+1.5*Math.log2(g),14),color:"#1d1f24",weight:1.4,fillOpacity:1,
fillColor:e.bands[Math.min($-1,Math.floor(y.minutes/f*$))]}:{...r,radius:4.5,color:"#4a4f59",weight:1.4,fillColor:"#ffffff",fillOpacity:.8});_.on("click",()=>p(
y,h)),a.push(_.addTo(t))}}}}var ke=.02,Ae=["place","postcode"];function Ie({cells:{lon:t,lat:e}}){let n=new Map,o=s=>Math.floor(s/ke);for(let s=0;s<t.length;s++){let r=o(t[s])+" "+o(e[s]);n.set(r,[...n.get(r)??[],s])}return(s,r)=>{
let a=Math.cos(r*Math.PI/180),[i,c]=[-1,ke];for(let l of[-2,-1,0,1,2])for(let f of[-1,0,1])for(let u of n.get(o(s)+l+" "+(o(r)+f))??[]){let p=Math.hypot((t[u]-s)*
a,e[u]-r);p<c&&([i,c]=[u,p])}return i}}var ht="|";function Ee(t,e,n,o,{id:s,words:r}){function a(u,p,m,h,y){let x=o(p,m);return x<0?[]:[{key:s[x]+ht+u,kind:"place",name:u,plain:E(u),weight:h,note:y}]}
let i=t.base.places.flatMap(([u,p,m])=>{let h=e.areas[u];return a(h.name,p,m,1e9+h.population,()=>r.t("kind_place")+" · "+h.nuts3)}),c=new Set(i.map(u=>u.plain)),
l=n?.base,f=l?[...l.layer.keys()].filter(u=>Ae.includes(l.layer[u])).flatMap(u=>{let[p,m]=nt(l,u),h=l.layer[u]==="postcode"?"postcode":"village";return c.has(E(
l.name[u]))?[]:a(l.name[u],p,m,l.people[u],()=>r.t("kind_"+h)).map(y=>({...y,kind:h}))}):[];return[...i,...f]}function Qn(t,e,n){return t.some(o=>{let s=!1;for(let r of o)
for(let a=0,i=r.length-1;a<r.length;i=a++){let[[c,l],[f,u]]=[r[a],r[i]];c>e!=f>e&&n<(u-l)*(e-c)/(f-c)+l&&(s=!s)}return s})}async function Te({engine:{manifest:t,
chunks:e}}){let n=[...t.parts.keys()].filter(s=>/^cell\/(lon|lat)$/.test(t.parts[s].name)),o=await N({...t,parts:n.map(s=>t.parts[s])},n.map(s=>e[s]));return Array.
from(o["cell/lon"],(s,r)=>L.latLng(o["cell/lat"][r],s))}function Le(t,e){let n=new Map(t.id.map((o,s)=>[o,s]));return{id:t.id,numbers:n,at:Ie({cells:t}),spot:o=>L.
latLng(t.lat[o],t.lon[o]),area:o=>e.find(({rings:s})=>Qn(s,t.lat[o],t.lon[o]))}}var gt="home";function qn({offers:t,start:e}){let n=o=>t.some(({low:s,high:r})=>(s!==null||r!==null)&&(s??1)<=Number(o)&&Number(o)<=(r??8));return{kinds:[...new Set(
t.map(o=>o.type))],levels:["1","2","3","4","5","6","7","8"].filter(o=>e.level===o||n(o)),sections:[...new Set(t.flatMap(o=>o.nace))].sort()}}function Ne({map:t,
data:e,words:n,page:o,telling:s,spots:r,homes:a,asked:i}){let c=qn(e),l={trips:e.trips,homes:a.numbers,...c},f=e.start.home!==null,u={state:X(i,{home:f?gt:null,
level:e.start.level,sector:e.start.sector,kind:"all",trip:"any",cutoff:e.start.cutoff,border:"open"},l),named:"",shown:s.STEP,answer:null},p=()=>u.state.home===
null?null:a.numbers.get(u.state.home)??null,m=()=>p()===null?void 0:a.area(Number(p()));return{map:t,data:e,words:n,page:o,telling:s,now:u,known:l,choices:c,spots:r,
homes:a,border:e.base.border.length>0,at:h=>r[h.offer.point],home:{number:p,country:()=>m()?.country??null,spot:()=>p()===null?null:a.spot(Number(p())),onGrid:()=>u.
state.home!==null&&u.state.home!==gt,name(){return p()===null?"":u.named?u.named:u.state.home===gt?e.start.home_name||n.t("offers_home"):n.t("offers_spot",{name:m()?.
name??"?"})}}}}function Me(t,e){let n=d("i",{class:"swatch","aria-hidden":"true"});return t.startsWith("url(#")?n.classList.add(t.slice(5,-1)):n.style.backgroundColor=t,d("li",
{},n,e)}var K=(t,e)=>d("li",{},d("i",{class:"swatch "+t,"aria-hidden":"true"}),e);var yt=t=>d("li",{class:"said"},t);var wt=3;function Ce({words:t,now:e,home:n},o,s){let r=t.count(o.length);if(n.number()===null||!e.answer){b("headline").textContent=t.t("offers_ask",{of:r});return}
let a=e.state.trip==="any"?t.t("offers_by_any"):t.named("by_mode",e.state.trip)??e.state.trip,i=Object.values(e.answer.times).every(l=>Array.from(l).every(Number.
isNaN)),c=s.filter(l=>l.offer.country!==n.country()).length;b("headline").replaceChildren(...t.sentence(i?"offers_lost":"offers_head",{home:d("b",{},n.name()),n:d(
"b",{},t.count(s.length)),of:r,cutoff:t.count(e.state.cutoff),by:a,across:d("b",{},t.count(c))}))}function Re({words:t,data:e,now:n,home:o,border:s},r,a){let{t:i,
count:c}=t,l=n.state.cutoff/$,f=({minutes:u})=>Math.min($-1,Math.floor(u/l));b("legend-title").textContent=i("offers_legend"),b("legend").replaceChildren(...e.bands.
slice(0,$).map((u,p)=>Me(u,i("offers_band",{a:c(l*p),b:c(l*(p+1)),n:c(a.filter(m=>f(m)===p).length)}))),K("far",i("offers_far",{n:c(r.length-a.length)})),K("hom\
e",i("offers_home")),...s?[K("diamond",i("offers_abroad"))]:[],...n.state.border==="closed"?[yt(i("offers_closed_means"))]:[],...o.onGrid()?[yt(i("offers_grid"))]:
[])}function bt({map:t,words:e,telling:n,now:o,home:s,at:r},a,i){if(!o.answer)return;let{times:c}=o.answer,l=i.slice(0,wt).map(u=>n.card(u,c,u.offer.country!==s.
country())),f=i.length>wt?[d("div",{class:"small"},"+ "+e.count(i.length-wt))]:[];L.popup({maxWidth:300,maxHeight:320,autoPanPadding:[16,16]}).setLatLng(r(a)).setContent(
d("div",{},...l,...f)).openOn(t)}var $e=t=>t.replace(/(?<=^|[,;\t\r\n]["\s]*)(?=[=+\-@\t\r\n])/g,"'");var Pe=["title","company","address","postcode","town","municipality","country","level","sector","language","count"];function De(t,e,n,{times:o,home:s,above:r}){
let a=t.language==="en"?",":";";function i(p){let m=typeof p=="number"?String(p):$e(String(p??""));return/[",;\n\r]/.test(m)?'"'+m.replace(/"/g,'""')+'"':m}let c=p=>t.
named("columns",p)??p,l=p=>t.named("short",p)??t.named("modes",p)??p,f=[c("minutes"),t.t("offers_by"),...Pe.map(c),...e.map(p=>l(p)+" (min)"),c("across"),c("loc\
ated")],u=n.map(({offer:p,minutes:m,by:h})=>[Math.round(m),l(h),...Pe.map(y=>p[y]),...e.map(y=>Number.isNaN(o[y][p.point])?"":Math.round(o[y][p.point])),p.country===
s?"":"x",t.named("located",p.located.replace(" ","_"))]);return"\uFEFF"+[...r.map(p=>[p]),f,...u].map(p=>p.map(i).join(a)).join(`\r
`)+`\r
`}var to=["place","main place"],je=40;function Ue(t,e){let{t:n}=t,o=f=>t.count(Math.round(f)),s=f=>t.named("short",f)??t.named("modes",f)??f,r=({offer:f})=>f.title??
f.company??f.id;function a({offer:f}){let u=[f.postcode,f.town??f.municipality].filter(Boolean).join(" ");return[f.title===null?null:f.company,f.address,u].filter(
Boolean).join(", ")}function i({offer:f,unsure:u}){return[f.level,f.sector,f.type==="internship"?null:t.named("opp_types",f.type),f.count!==null&&f.count>1?n("o\
ffers_places",{n:t.count(f.count)}):null,u.length?n("offers_not_told",{what:u.map(m=>n("offers_"+m).toLocaleLowerCase()).join(", ")}):null,f.located==="point"?null:
n("offers_located",{how:t.named("located",f.located.replace(" ","_"))??f.located})].filter(Boolean).join(" · ")}function c({offer:f,by:u},p){return e.flatMap((m,h)=>{
let y=p[m][f.point],x=Number.isNaN(y)?"–":n("minutes",{n:o(y)});return[h?" · ":"",s(m)+" ",m===u?d("b",{},x):x]})}let l=(f,u)=>u?d("span",{class:"abroad"},n(
"offers_abroad")+" ("+n(f.offer.country.toLowerCase())+")"):null;return{whole:o,modeName:s,card:(f,u,p)=>d("div",{class:"card"},d("div",{class:"main"},n("minute\
s",{n:o(f.minutes)})),d("strong",{},r(f)),l(f,p),d("div",{},a(f)),d("div",{class:"by"},...c(f,u)),d("div",{class:"small"},i(f))),list(f,{times:u,home:p,shown:m,
open:h,more:y}){Yt(b("list"),...f.slice(0,m).map(g=>{let v=d("button",{type:"button",class:"what","data-key":g.offer.id},r(g));return v.addEventListener("click",
()=>h(g)),d("li",{},d("div",{class:"time"},o(g.minutes),d("small",{},n(to.includes(g.offer.located)?"offers_about":"offers_min"))),d("div",{},v,l(g,g.offer.country!==
p),d("div",{},a(g)),d("div",{class:"by"},...c(g,u)),d("div",{class:"small"},i(g))))}));let x=f.length-m;b("list-more").replaceChildren(...x>0?[G(n("offers_more",
{n:t.count(Math.min(x,je))}),y)]:f.length?[]:[n("offers_none")])},csv:(f,u,p,m)=>De(t,e,f,{times:u,home:p,above:m}),STEP:je}}var eo=300,xt=()=>Object.fromEntries(new URLSearchParams(location.hash.slice(1)));async function no(t,e,n){let o=lt({...e.labels,mode_of_trip:{}},n),s=Ht(t,e),a={
map:t,words:o,base:s,choosing:{view:()=>({kind:"offers"}),layerControls:()=>e.trips,chosen:u=>u},data:{...e,labels:{...e.labels,mode_of_trip:{}}}};it(o,e,t.getContainer());
let[i,c,l]=await Promise.all([_e(e.engine,b("grensgeo-engine").textContent),Ft(t,e),Te(e)]);return{session:Ne({map:t,data:e,words:o,page:a,spots:l,homes:Le(i.homes,
s.areas),telling:Ue(o,e.trips),asked:xt()}),engine:i,ground:c,base:s}}function oo(t,e,n){let{data:o,words:s,now:r,home:a,telling:i,at:c}=t,l=r.answer?.times??null,
f=a.country(),u=he(o.offers,r.state,l,r.state.border==="closed"?f:null),p=u.filter(m=>B(m,r.state.cutoff));return it(s,o,t.map.getContainer()),re(t.page),Ce(t,u,
p),e.home(a.spot()),e.draw(u,{at:c,cutoff:r.state.cutoff,own:f,pick:(m,h)=>bt(t,m,h)}),b("list-box").hidden=l===null,b("list-title").textContent=s.t("offers_lis\
t"),l&&i.list(p,{times:l,home:String(f),shown:r.shown,open:m=>bt(t,m,[m]),more(){r.shown+=i.STEP,n()}}),Re(t,u,p),p}function so({now:t,home:e,telling:n},o,s){let r=0;
return async a=>{let[i,c]=String(a.home??"").split(ht);a.home&&(t.named=c??""),t.state={...t.state,...a,...a.home?{home:i}:{}},t.shown=n.STEP;let l=e.number(),f=++r,
u=l+"/"+t.state.border;if(l!==null&&t.answer?.key!==u){let p=await o.minutes(l,t.state.border!=="closed");if(f!==r)return;t.answer={key:u,times:p}}s(),b("said").
textContent=b("headline").textContent}}function ro(t,{ask:e,showAll:n,names:o,reached:s,paper:r}){let{map:a,words:i,homes:c,now:l,home:f,telling:u,known:p}=t;a.
on("click",({latlng:m})=>{let h=c.at(m.lng,m.lat);h<0?b("said").textContent=i.t("outside_click"):e({home:c.id[h]})}),a.on("moveend zoomend resize viewreset",o),
te(m=>{ft({language:m}),i.language=m,n()}),b("print").addEventListener("click",()=>window.print()),b("csv").addEventListener("click",()=>{if(!l.answer)return;let m=u.
csv(s(),l.answer.times,String(f.country()),[b("headline").textContent]);Q(new Blob([m],{type:"text/csv;charset=utf-8"}),"offers.csv")}),window.addEventListener(
"beforeprint",()=>r(!0)),window.addEventListener("afterprint",()=>r(!1)),window.addEventListener("hashchange",()=>{l.state=X(xt(),l.state,p),e({})})}function io({
words:t,now:e},n){let o=0;return()=>{clearTimeout(o),o=window.setTimeout(()=>{let s=n(),r=new URLSearchParams({lang:t.language,...s==="auto"?{}:{theme:s},...ge(
e.state)});try{history.replaceState(null,"","#"+r)}catch{}},eo)}}async function co(t){let e=st(),{lang:n,theme:o}=xt(),s=ue(e.language,{language:n,theme:o});t.getContainer().
setAttribute("role","application");let{session:r,engine:a,ground:i,base:c}=await no(t,e,s.language),{words:l,now:f,home:u,homes:p,choices:m,border:h}=r;t.setMaxBounds(
c.bounds.pad(1.2));let y=()=>qt(r.page,i?.base??null,[]),x=pe(s.theme,S=>{Xt(e.sides,S),i?.layer.dress(S),y(),b("theme").textContent=l.t(S?"theme_light":"theme_\
dark")}),g=io(r,()=>x.theme),v=Se(t,e,c),_=[],O=so(r,a,w),T=we(b("controls"),{words:l,ask:O,trips:e.trips,border:h,...m,entries:Ee(e,c,i,p.at,{id:p.id,words:l})});
function w(){_=oo(r,v,w),T.show(f.state,u.name()),x.show(),g()}function k(){let S=u.spot(),M=L.latLngBounds([...r.spots,...S?[S]:[]]);t.fitBounds(M.isValid()?M:
c.bounds,{padding:[30,30],maxZoom:12,animate:!1})}return ro(r,{ask:O,showAll:w,names:y,reached:()=>_,paper(S){t.invalidateSize({animate:!1,pan:!1}),k(),i?.layer.
paper(S)}}),oe(t,k),se(t,()=>t.invalidateSize({animate:!1})),await O({}),t.invalidateSize({animate:!1,pan:!1}),k(),{ask:O,state:()=>({...f.state}),reached:()=>_}}
Object.assign(globalThis,{grensgeoPage(t){let e=co(t).catch(n=>{throw b("headline").textContent=lt(st().labels,document.documentElement.lang).t("offers_failed",
{reason:String(n?.message??n)}),n});Object.assign(globalThis,{grensgeoOffers:{ready:e}})}});})();
