/* grensgeo offers: bundled from js/ by `make js`; edit there.
   sources 8d0589c9a3a58e48: src/atlas/colours.js src/atlas/csv.js src/atlas/figures.js src/atlas/picture.js src/atlas/places.js src/atlas/search.js src/atlas/state.js src/atlas/telling.js src/engine/answers.js src/engine/hierarchy.js src/engine/journey.js src/engine/later.js src/engine/path.js src/engine/streets.js src/engine/sweep.js src/engine/timetable.js src/engine/transit.js src/engine/weights.js src/engine/why.js src/engine/worker.js src/offers/controls.js src/offers/engine.js src/offers/list_csv.js src/offers/main.js src/offers/marks.js src/offers/places.js src/offers/session.js src/offers/showing.js src/offers/state.js src/offers/telling.js src/pages/base.js src/pages/keys.js src/pages/names.js src/pages/small_print.js src/shared/after_paint.js src/shared/appearance.js src/shared/areas.js src/shared/base_map.js src/shared/base_names.js src/shared/canvas_layer.js src/shared/elements.js src/shared/geometry.js src/shared/keeping.js src/shared/marks.js src/shared/numbers.js src/shared/page.js src/shared/precision.js src/shared/room.js src/shared/unpack.js src/shared/words.js */
"use strict";(()=>{function _t(t,n){let e=document.createElement("a");e.href=URL.createObjectURL(t),e.download=n,document.body.append(e),e.click(),e.remove(),setTimeout(()=>URL.revokeObjectURL(
e.href),1e4)}var xt=85.0511287798,St=t=>256*(t+180)/360;function Ot(t){let n=Math.sin(Math.max(-xt,Math.min(xt,t))*Math.PI/180);return 256*(.5-Math.log((1+n)/(1-n))/(4*Math.
PI))}var vt=(t,n)=>[360*t/256-180,360/Math.PI*Math.atan(Math.exp(2*Math.PI*(.5-n/256)))-90];function At(t){let n=new Int32Array(t.length+1);for(let e=0;e<t.length;e++)
n[e+1]=n[e]+t[e];return n}function H(t){let n=[],[e,o]=[0,0];for(let r=0;r<t.length;r+=2)e+=t[r],o+=t[r+1],n.push([o/1e4,e/1e4]);return n}var kt=t=>t.map(n=>n.map(
H)),It=(t,n)=>t[2]<n[0]||t[0]>n[2]||t[3]<n[1]||t[1]>n[3];var Bn=[[9,15e4],[10,5e4]];function Nt(t){return t.map(([n,e,o,r,i,a,s],c)=>{let f=kt(s);return{number:c,code:n,name:e,country:o,nuts3:r,part:i,population:a,rings:f,
centre:L.latLngBounds(f.flat(2)).getCenter()}})}function Et(t,n){let e=Bn.find(([o])=>n<o);return t.part!=="ring"||!e||t.population>=e[1]}var Tt=t=>t>2e5?15:t>6e4?
13:11.5;function Mt(t){let n=!1,e=0;function o(){n&&(n=!1,t())}let r=()=>requestAnimationFrame(()=>requestAnimationFrame(()=>{e||o()}));function i(){clearTimeout(e),e=0,
n&&r()}return{flush:o,release:i,ask(){!n&&!e&&r(),n=!0},hold(){clearTimeout(e),e=Number(setTimeout(i,400))}}}function Lt(t){let n=window.devicePixelRatio||1;return Math.min(2,Math.max(1,t?Math.round(n):n))}function Ct(t,n,e){let o={options:{padding:.15},_initContainer(){
this._container=L.DomUtil.create("canvas",n),this._container.setAttribute("aria-hidden","true"),this._context=this._container.getContext("2d")},_destroyContainer(){
L.DomUtil.remove(this._container)},_lay(i){let a=this._bounds.getSize(),s=this._container,c=Math.max(1,Math.round(a.x*i)),f=Math.max(1,Math.round(a.y*i));L.DomUtil.
setPosition(s,this._bounds.min),s.style.width=a.x+"px",s.style.height=a.y+"px";let l=s.width!==c||s.height!==f;l&&Object.assign(s,{width:c,height:f});let u=this.
_map.getPixelOrigin().add(this._bounds.min),p=i*2**this._map.getZoom();return{other:l,frame:{width:c,height:f,ratio:i,scale:p,left:u.x*i,top:u.y*i}}}},r=L.Renderer.
extend({...o,...e});return new r({pane:t})}var q={uint8:Uint8Array,int8:Int8Array,uint16:Uint16Array,int16:Int16Array,uint32:Uint32Array,int32:Int32Array,float32:Float32Array,float64:Float64Array};function Wn(t){
let n=atob(t),e=new Uint8Array(n.length);for(let o=0;o<e.length;o++)e[o]=n.charCodeAt(o);return e}async function Hn(t){let n=new Blob([t]).stream().pipeThrough(
new DecompressionStream("deflate"));return new Uint8Array(await new Response(n).arrayBuffer())}function Fn(t,{n,width:e,steps:o=0}){let r=new Int32Array(n);for(let i=0;i<
n;i++){let a=t[i];e>1&&(a|=t[n+i]<<8),e>2&&(a|=t[2*n+i]<<16|t[3*n+i]<<24),r[i]=a>>>1^-(a&1)}for(let i=0;i<o;i++)for(let a=1;a<n;a++)r[a]=r[a]+r[a-1]|0;return r}
function Gn(t,n){let e=new q[n.type](n.n),o=10**n.digits,r=Object.hasOwn(n,"null");for(let i=0;i<n.n;i++)e[i]=r&&t[i]===n.null?NaN:t[i]/o;return e}function zn(t,{
type:n,n:e,width:o}){let r=new Uint8Array(e*o);for(let c=0;c<o;c++)for(let f=0;f<e;f++)r[f*o+c]=t[c*e+f];let i=new DataView(r.buffer),a=new q[n](e),s=o===8?"get\
Float64":"getFloat32";for(let c=0;c<e;c++)a[c]=i[s](c*o,!0);return a}async function Kn(t,n){let e=await Hn(Wn(n));if(t.type==="text")return t.n===0?[]:new TextDecoder().
decode(e).split(`
`);if(!Object.hasOwn(t,"steps"))return zn(e,t);let o=Fn(e,t);return Object.hasOwn(t,"digits")?Gn(o,t):t.type==="int32"?o:q[t.type].from(o)}async function T(t,n){
if(t.format!==1||t.parts.length!==n.length)throw new Error(`packed in format ${t.format}, ${n.length} chunks`);let e=await Promise.all(t.parts.map((o,r)=>Kn(o,n[r])));
return Object.fromEntries(t.parts.map((o,r)=>[o.name,e[r]]))}var Xn=["nature","built_up","water"],Yn=[[1.5,4.5],[1.1,3.4],[.6,2.6],[.5,2]],tt=[8,13],Pt=1.1,Zn=2.2,nt=({looks:t},n)=>t.levels_from.filter(e=>n>=e).length;function $({
looks:t},n,e,o){let r=t.shown_from[n];return o>=r[Math.min(e,r.length)-1]}function Jn(t,n){let{layers:e}=n,{names:o,layer:r,rank:i,name:a,corners:s,start_x:c,start_y:f,
step_x:l,step_y:u}=t,p=At(s),d=s.length,g=new Float64Array(p[d]),y=new Float64Array(p[d]),_=new Float64Array(4*d),h=new Int32Array(d),[S,x,O,E]=[0,0,0,0];for(let w=0;w<
d;w++){S+=c[w],x+=f[w];let[A,v]=[S,x],[M,J,V,Q]=[1/0,1/0,-1/0,-1/0];for(let k=p[w];k<p[w+1];k++)k>p[w]&&(A+=l[O],v+=u[O],O++),g[k]=St(A/1e4),y[k]=Ot(v/1e4),M=Math.
min(M,g[k]),V=Math.max(V,g[k]),J=Math.min(J,y[k]),Q=Math.max(Q,y[k]);_.set([M,J,V,Q],4*w),e[r[w]]==="place"&&(h[w]=t.people[E++])}return{n:d,layer:Array.from(r,
w=>e[w]),rank:i,name:Array.from(a,w=>o[w]),people:h,at:p,x:g,y,level:t.level,box:_,looks:n}}var et=({at:t,x:n,y:e},o)=>vt(n[t[o]],e[t[o]]);async function $t(t){
if(!t)return null;let{manifest:n,chunks:e}=t;return Jn(await T(n,e),n.meta)}function D({n:t,layer:n,rank:e,box:o},r,i,{width:a,height:s,scale:c,left:f,top:l}){let u=[];
for(let p=0;p<t;p++){if(n[p]!==r||e[p]!==i)continue;o[4*p]*c-f>a||o[4*p+2]*c-f<0||o[4*p+1]*c-l>s||o[4*p+3]*c-l<0||u.push(p)}return u}function j({at:t,x:n,y:e,level:o},r,i,{
scale:a,left:s,top:c}){let f=[];for(let l=t[r];l<t[r+1];l++)o[l]<=i&&f.push([n[l]*a-s,e[l]*a-c]);return f}function Vn(t,n,e,o,{sight:r,level:i}){let a=Xn.includes(
e);t.beginPath();for(let s of D(n,e,o,r)){let c=j(n,s,i,r);c.length<(a?3:2)||(c.forEach(([f,l],u)=>u?t.lineTo(f,l):t.moveTo(f,l)),a&&t.closePath())}}function P(t,n,e,o=[]){
t.strokeStyle=n,t.lineWidth=e,t.setLineDash(o),t.stroke()}function Qn(t,n,e,{zoom:o,ratio:r,colours:i}){let a=nt(n,o),s=Math.max(0,Math.min(1,(o-tt[0])/(tt[1]-tt[0]))),
c={sight:e,level:a};t.lineJoin="round",t.lineCap="round";function f(l,u){for(let p=n.looks.shown_from[l].length;p>=1;p--)$(n,l,p,o)&&(Vn(t,n,l,p,c),u(p))}for(let l of[
"nature","built_up","water"])f(l,()=>{t.fillStyle=i[l],t.fill("nonzero")});if(f("waterway",l=>P(t,i.river,r*(1+1.4*s)/Math.sqrt(l))),f("road",l=>{let[u,p]=Yn[l-
1],d=r*(u+s*(p-u));P(t,i.casing,d+r*(l<3?Pt:.7*Pt)),P(t,i.road,d)}),t.lineCap="butt",f("rail",l=>{let u=r*(l===1?1.7+s:1.3+s);P(t,i.rail,u),P(t,i.sleeper,u*.5,[
5*r,5*r])}),t.setLineDash([]),!!$(n,"station",1,o))for(let l of D(n,"station",1,e)){let[[u,p]]=j(n,l,a,e),d=r*Zn;t.fillStyle=i.station,t.fillRect(u-d,p-d,2*d,2*
d),t.strokeStyle=i.rail,t.lineWidth=r,t.strokeRect(u-d,p-d,2*d,2*d)}}function Dt(t){let n=Ct(t,"base-map",{_update(){this._map._animatingZoom&&this._bounds||(this.
_bounds?this.late.ask():this._now())},_reset(){this._update(),this._updateTransform(this._map.getCenter(),this._map.getZoom())},_now(){!this._map||this._map._animatingZoom&&
this._bounds||(L.Renderer.prototype._update.call(this),this.draw())},show(e){this._base=e,this.draw()},dress(e){this._dark=e,this.draw()},paper(e){this._sheet?.
remove(),this._container.style.display=e?"none":"",e&&(this._now(),this._sheet=L.DomUtil.create("img","base-map"),this._sheet.alt="",this._sheet.src=this._container.
toDataURL(),this._sheet.style.cssText=this._container.style.cssText,this._sheet.style.display="",this._container.after(this._sheet))},draw(){if(!this._base||!this.
_bounds)return;let{frame:e,other:o}=this._lay(Lt(!1));o||this._context.clearRect(0,0,e.width,e.height);let r=this._base.looks.colours[this._dark?"dark":"light"];
Qn(this._context,this._base,e,{zoom:this._map.getZoom(),ratio:e.ratio,colours:r})}});return n.late=Mt(()=>n._now()),n}var Ut=[["land",200,!1],["figures",300,!1],["bands",350,!1],["base",380,!0],["lines",400,!0],["frontier",420,!0],["points",430,!1],["chosen",440,!0],["names",620,
!0]],qn=Ut.map(([t])=>t).filter(t=>!["base","names"].includes(t)),jt="var(--land)",te="#7d7f86",ne="var(--faint)",ee="var(--border)",oe=.4,re=[["water",{color:"\
#9cc3d9",weight:2}],["road",{color:"#8f8a80",weight:.9,opacity:.75}],["rail",{color:"#4a4a52",weight:1.6,dashArray:"6 3"}]];function se(t){for(let[n,e,o]of Ut){
let r=t.createPane(n);r.style.zIndex=String(e),o&&(r.style.pointerEvents="none")}return Object.fromEntries(qn.map(n=>[n,L.svg({pane:n,padding:.4})]))}async function Bt(t,n){
let e=await $t(n.base_map);if(!e)return null;let o=Dt("base").addTo(t);return o.show(e),{base:e,layer:o}}function Wt(t,n){let e=se(t),o=Nt(n.base.areas),r=(u,p)=>({
pane:u,renderer:e[u],smoothFactor:oe,...p}),i=(u,p)=>r(u,{interactive:!1,...p});for(let u of o){L.polygon(u.rings,i("land",{stroke:!0,color:jt,weight:.8,fillColor:jt,
fillOpacity:n.land})).addTo(t);let p=u.part==="ring";L.polygon(u.rings,i("lines",{fill:!1,weight:p?.5:.8,color:p?ne:te})).addTo(t)}for(let[u,p]of re){let d=(n.lines[u]||
[]).map(H);d.length&&L.polyline(d,i("lines",p)).addTo(t)}let a=n.base.border.map(H);L.polyline(a,i("frontier",{color:"var(--halo)",weight:5,opacity:.9})).addTo(
t),L.polyline(a,i("frontier",{color:ee,weight:2.6})).addTo(t),L.control.scale({imperial:!1,position:"bottomright",maxWidth:120}).addTo(t);let[s,c,f,l]=n.base.bounds;
return{areas:o,frontier:a,renderers:e,live:r,flat:i,bounds:L.latLngBounds([s,c],[f,l])}}var ot=10,ie=6,F=14,ce=300,ae=34,le=[0,9,9.75,11.5],fe=t=>t<9.5?26:60,ue=2;function Ht(t){let n=t.getZoom(),e=t.containerPointToLayerPoint([0,0]),o=t.getPixelOrigin(),
r=t.getSize();return{width:r.x,height:r.y,scale:2**n,zoom:n,x:e.x,y:e.y,left:o.x+e.x,top:o.y+e.y}}function pe(t,{width:n,height:e}){let o=[];for(let i=1;i<t.length;i++){
let[[a,s],[c,f]]=[t[i-1],t[i]],l=Math.max(1,Math.ceil(Math.hypot(c-a,f-s)/12));for(let u=0;u<l;u++){let p=a+(u+.5)/l*(c-a),d=s+(u+.5)/l*(f-s);p>0&&d>0&&p<n&&d<e&&
o.push([p,d])}}let r=Math.floor(o.length/2);return o.map((i,a)=>o[r+(a%2?-1:1)*Math.ceil(a/2)]).filter(Boolean)}var de=t=>t.reduce((n,[e,o],r)=>r?n+Math.hypot(e-
t[r-1][0],o-t[r-1][1]):0,0);function Ft(t,n,e,o){let r=Ht(t),i=nt(n,r.zoom),a=[],s=new Map;for(let c of o){if(!$(n,"road",c,r.zoom)||r.zoom<le[c-1])continue;let f=D(
n,"road",c,r).filter(l=>n.name[l]).map(l=>({name:n.name[l],corners:j(n,l,i,r)})).map(l=>({...l,long:de(l.corners)})).filter(({long:l})=>l>=ae).sort((l,u)=>u.long-
l.long);for(let{name:l,corners:u}of f){if(a.length>=fe(r.zoom))return a;let p=l.split("/").slice(0,ue).join("/"),d=e.widthOf(p,ot,!0)+ie,g=l.split("/").flatMap(
y=>s.get(y)??[]);for(let[y,_]of pe(u,r)){if(g.some(([x,O])=>Math.hypot(x-y,O-_)<ce))continue;let[h,S]=[r.x+y-d/2,r.y+_-F/2];if(e.free([h-2,S-2,h+d+2,S+F+2])){e.
take([h,S,h+d,S+F]),a.push({text:p,rank:c,x:h,y:S,width:d,height:F}),g.push([y,_]);for(let x of l.split("/"))s.set(x,[...s.get(x)??[],[y,_]])}}}}return a}function Gt(t,n,e,o){
let r=Ht(t);return o.filter(i=>$(n,e,i,r.zoom)).flatMap(i=>D(n,e,i,r).map(a=>{let[[s,c]]=j(n,a,1/0,r);return{name:n.name[a],rank:i,people:n.people[a],at:L.point(
r.x+s,r.y+c)}}).sort((a,s)=>s.people-a.people))}var b=t=>document.getElementById(t);function me(t,n,e){for(let[o,r]of Object.entries(n))r!==null&&r!==!1&&t.setAttribute(o,r===!0?"":String(r));return t.append(
...e.filter(o=>o!==null)),t}function m(t,n={},...e){return me(document.createElement(t),n,e)}function zt(t,n){for(let[e,o]of Object.entries(t))document.documentElement.style.setProperty("--side-"+e,o[n?1:0])}function G(t,n,e=null){let o=m("button",{type:"\
button",class:"link","data-key":e},t);return o.addEventListener("click",n),o}var rt=()=>JSON.parse(b("grensgeo-data").textContent);function Kt(t,...n){let e=t.contains(
document.activeElement)?document.activeElement:null,o=e?.getAttribute("data-key")??null,r=!e?.matches(":focus-visible");if(t.replaceChildren(...n.filter(a=>a!==
null)),o===null)return;let i=[...t.querySelectorAll("[data-key]")].find(a=>a.getAttribute("data-key")===o);i instanceof HTMLElement&&i.focus({preventScroll:r})}function Xt(t,n){let e=document.createElement("canvas").getContext("2d"),o=getComputedStyle(document.body).fontFamily,r=t.containerPointToLayerPoint([0,0]),i=L.
bounds(r,t.containerPointToLayerPoint(t.getSize())),[a,s]=[i.min,i.max];return{screen:i,point:c=>t.latLngToLayerPoint(c),free:c=>c[0]>=a.x&&c[2]<=s.x&&c[1]>=a.y&&
c[3]<=s.y&&n.every(f=>It(f,c)),take:(...c)=>{n.push(...c)},widthOf(c,f,l){return e.font=`${l?600:400} ${f}px ${o}`,e.measureText(c).width}}}var Yt=({x:t,y:n},e,o,r)=>[
[t+r,n-o/2],[t-r-e,n-o/2],[t-e/2,n-o-4],[t-e/2,n+4]];function C(t,n,e){return t.style.transform=`translate(${n}px,${e}px)`,t}var he=13,st=18,Zt=14,ge=12,ye=[12,11.5,11,10.5],we=10.5,Jt=[58,170];function be({data:t,choosing:n,base:e},o){let r=n.view().kind==="isochrones"?n.layer().key[0]:
null;if(r===null||!t.origins[r]||e.areas.some(l=>l.code===r))return[];let[i,a]=t.origins[r],s=o.point([a,i]),c=n.view().names[r];o.take([s.x-10,s.y-10,s.x+20+o.
widthOf(c,Zt,!0),s.y+10]);let f=m("span",{class:"place big"},c);return f.style.fontSize=Zt+"px",[C(f,s.x+13,s.y-9)]}function Vt(t,n,e,o,r){let i=o>ge,a=e.widthOf(
t,o,i)+8,s=o*1.3,c=Yt(n,a,s,4).find(([p,d])=>e.free([p,d,p+a,d+s]));if(!c)return[];let[f,l]=c;e.take([f,l,f+a,l+s],[n.x-3,n.y-3,n.x+3,n.y+3]);let u=m("span",{class:"\
place "+r+(i?" big":"")},t);return u.style.fontSize=o+"px",[C(m("i",{class:"dot "+r}),n.x-2.5,n.y-2.5),C(u,f+4,l)]}function z(t,n,e,o,r,i=new Set){return Gt(t,n,
o,r).filter(({name:a,at:s})=>e.screen.contains(s)&&!i.has(a.split(" (")[0])).flatMap(({name:a,rank:s,at:c})=>Vt(a,c,e,o==="station"?we:ye[s-1],o==="station"?"st\
op":"village"))}function _e(t,n,e,o){let r=i=>Ft(t,n,e,i).map(({text:a,rank:s,x:c,y:f,width:l})=>{let u=m("span",{class:s===1?"place shield motorway":"place shi\
eld"},a);return u.style.fontSize=ot+"px",u.style.width=l+"px",C(u,c,f)});return[...r([1,2]),...z(t,n,e,"place",[2,3]),...r([3]),...z(t,n,e,"station",[1],o),...z(
t,n,e,"place",[4]),...r([4])]}function xe(t,n,e,o){let r=o.widthOf(t.toLocaleUpperCase(),he,!0)+t.length*2.4+8;function i(s,c){let f=L.bounds([s-6,c-4],[s+r+6,c+
22]);return e.some(l=>l.some(u=>f.contains(u)))}let a=n.map(s=>[s.x-r/2,s.y-st/2]).find(([s,c])=>!i(s,c)&&o.free([s,c,s+r,c+st]));return a?(o.take([a[0],a[1],a[0]+
r,a[1]+st]),[C(m("span",{class:"country"},t),a[0],a[1])]):[]}function Qt(t,n,e){let{map:o,data:r,words:i,base:a}=t,{x:s,y:c}=o.containerPointToLayerPoint([0,0]),
f=Xt(o,[[s,c,s+Jt[0],c+Jt[1]],...e]),l=be(t,f);n&&l.push(...z(o,n,f,"place",[1]));for(let[p,d,g]of r.base.places){let y=a.areas[p],_=f.point([g,d]);!Et(y,o.getZoom())||
!f.screen.contains(_)||l.push(...Vt(y.name,_,f,Tt(y.population),y.part==="ring"?"ring":"town"))}let u=a.frontier.map(p=>p.map(f.point));if(u.flat().some(p=>f.screen.
contains(p))){let p=f.point(L.latLngBounds(a.frontier.flat()).getCenter());for(let d of new Set(a.areas.map(g=>g.country))){let g=a.areas.filter(y=>y.country===
d).map(y=>f.point(y.centre)).sort((y,_)=>y.distanceTo(p)-_.distanceTo(p));l.push(...xe(i.t(d.toLowerCase()),g,u,f))}}if(n){let p=new Set(l.map(d=>String(d.textContent).
split(" (")[0]));l.push(..._e(o,n,f,p))}o.getPane("names")?.replaceChildren(...l)}var Se=[[".leaflet-control-zoom-in","zoom_in"],[".leaflet-control-zoom-out","zoom_out"],["a.home","home"]],U=t=>[...document.querySelectorAll(`[data-${t}]`)].map(
n=>n);function it(t,n,e){let{t:o}=t;document.documentElement.lang=t.language,document.title=t.in(n.title),b("title").textContent=t.in(n.title);for(let r of U("t\
ext"))r.textContent=o(String(r.dataset.text),{version:n.version});for(let r of U("said"))r.title=o(String(r.dataset.said));for(let r of U("label"))r.setAttribute(
"aria-label",o(String(r.dataset.label)));Oe(t.language),e.setAttribute("aria-label",o("map_region"));for(let[r,i]of Se){let a=document.querySelector(r);a&&(a.title=
o(i),a.setAttribute("aria-label",o(i)))}}function Oe(t){for(let n of U("language"))n.setAttribute("aria-pressed",String(n.dataset.language===t))}function qt(t){
for(let n of U("language"))n.addEventListener("click",()=>t(String(n.dataset.language)))}var ve=5;function tn(t,n){let e=t.filter(({concerns:o})=>!o.length||o.some(
r=>n.includes(r)));return[...e.filter(({concerns:o})=>o.length),...e.filter(({concerns:o})=>!o.length)].slice(0,ve)}function nn(t){return t.url?m("a",{href:t.url,
rel:"noopener noreferrer",target:"_blank"},t.title):m("span",{},t.title)}function en(t,n){let e=L.Control.extend({onAdd(){let o=L.DomUtil.create("div","leaflet-\
bar"),r=L.DomUtil.create("a","home",o);return r.href="#",r.setAttribute("role","button"),r.textContent="⌂",L.DomEvent.on(r,"click",i=>{L.DomEvent.stop(i),n()}),
o}});new e({position:"topleft"}).addTo(t)}function on(t,n){let e=window.innerWidth;window.addEventListener("resize",()=>{if(window.innerWidth===e){t.invalidateSize(
{animate:!1});return}e=window.innerWidth,n()})}function rn({data:t,words:n,choosing:e}){let{t:o}=n;b("notes").replaceChildren(...t.notes.map(s=>m("li",{},n.in(s.text),...s.details.map(c=>m("div",{class:"smal\
l"},n.in(c)))))),b("notes-box").hidden=t.notes.length===0;let r=t.labels.mode_of_trip,i=e.layerControls().map(e.chosen).map(s=>Object.hasOwn(r,s)?r[s]:s),a=tn(t.
strip,i);b("strip-notes").textContent=a.map(s=>n.in(s.text)).join(" "),t.notes.length>a.length&&b("strip-notes").append(" ",G(o("more_notes",{n:n.plain(t.notes.
length)}),()=>{b("notes-box").open=!0,b("notes-box").scrollIntoView(),b("notes-box").querySelector("summary").focus()})),b("strip-sources").textContent=t.attributions.
length?o("source")+": "+t.attributions.map(n.in).join(" · "):"",b("sources").replaceChildren(...t.sources.map(s=>{let c=s.reference_date?o("reference_date",{date:s.
reference_date}):"";return m("li",{},nn(s),". "+[n.in(s.attribution),n.in(s.licence),c].filter(f=>f).join(" · "))}))}var I={nl:"nl-NL",de:"de-DE",en:"en-GB"},Ae=.001,ke=10,Ie=.095,sn=5e-4,cn=.001,Ne=.995,Ee=.99;function Te(t){return t>=Ae&&t<1?{maximumSignificantDigits:2}:{maximumFractionDigits:t<
ke?1:0}}var Me=t=>t.replace("-","−");function ct(t){let n=new Map;function e(c,f){let l=JSON.stringify(f),u=n.get(l);return u||n.set(l,u=new Intl.NumberFormat(
t,f)),u.format(c)}let o=c=>e(c,Te(Math.abs(c))),r=c=>e(c,{style:"percent",maximumFractionDigits:c!==0&&Math.abs(c)<Ie?1:0});function i(c){return c>Ne&&c<1?">"+r(
Ee):c>0&&c<sn?"<"+r(cn):r(c)}let a=(c,f)=>f>0?"+"+c:Me(c);function s(c){return c===0||Math.abs(c)>=sn?a(r(c),c):(c<0?"−":"+")+"<"+r(cn)}return{format:e,count:o,
share:r,part:i,signedShare:s,plain:c=>e(c,{}),signedCount:c=>a(o(c),c),minutes:(c,f=0)=>e(c,{minimumFractionDigits:f,maximumFractionDigits:f})}}var K=Object.keys(I);function an(t,n){return n.map(e=>e.slice(0,2).toLowerCase()).find(e=>K.includes(e))??t}function Le(t,n){return t.replace(/\{(\w+)\}/g,(e,o)=>Object.
hasOwn(n,o)?n[o]:e)}var N=t=>t.normalize("NFD").replace(/\p{M}/gu,"").replace(/ß/g,"ss").toLowerCase().replace(/[^\p{L}\p{N}]+/gu," ").trim();function at(t,n){
let e=n,o=ct(I[e]);function r(s,c){let f=t[s];return f&&c!==null&&Object.hasOwn(f,c)?f[c][e]:null}let i=(s,c={})=>Le(r("texts",s)??s,c);return{get language(){return e},
set language(s){e=s,o=ct(I[s])},named:r,t:i,count:s=>s===null||Number.isNaN(s)?i("missing"):o.count(s),share:s=>o.share(s),part:s=>o.part(s),plain:s=>o.plain(s),
signedCount:s=>o.signedCount(s),signedShare:s=>o.signedShare(s),minutes:(s,c)=>o.minutes(s,c),opportunity:s=>r("opportunities",s)??s,period:s=>r("periods",s)??s,
in:s=>s[e],capital:s=>s.charAt(0).toLocaleUpperCase(I[e])+s.slice(1),lowered:s=>s.charAt(0).toLocaleLowerCase(I[e])+s.slice(1),sort:(s,c)=>s.localeCompare(c,I[e]),
date:s=>new Intl.DateTimeFormat(I[e],{weekday:"short",day:"numeric",month:"short",timeZone:"UTC"}).format(s),clock:s=>new Intl.DateTimeFormat(I[e],{hour:"2-digi\
t",minute:"2-digit",timeZone:"UTC"}).format(s),sentence(s,c){return i(s).split(/(\{\w+\})/).map(f=>{let l=f.startsWith("{")?f.slice(1,-1):null;return l!==null&&
Object.hasOwn(c,l)?c[l]:f})}}}var ln="grensgeo",Ce=["light","dark"];function fn(){try{let{language:t,theme:n}=JSON.parse(localStorage.getItem(ln)??"{}");return{language:t,theme:n}}catch{return{}}}
function lt(t){try{localStorage.setItem(ln,JSON.stringify({...fn(),...t}))}catch{}}function un(t,n){let e=fn(),o=(r,...i)=>i.find(a=>a!==void 0&&r.includes(a));
return{language:o(K,n.language,e.language)??an(t,navigator.languages),theme:o(Ce,n.theme,e.theme)??"auto"}}function pn(t,n){let e=window.matchMedia("(prefers-co\
lor-scheme: dark)"),o=t,r=!1,i=()=>!r&&(o==="dark"||o!=="light"&&e.matches);function a(){document.documentElement.dataset.theme=i()?"dark":"light",n(i())}function s(c){
r=c,a()}return b("theme")?.addEventListener("click",()=>{o=i()?"light":"dark",lt({theme:o}),a()}),e.addEventListener("change",a),window.addEventListener("before\
print",()=>s(!0)),window.addEventListener("afterprint",()=>s(!1)),{show:a,take(c){o=c,a()},get theme(){return o},get dark(){return i()}}}var Re=12,ut=4,Pe=["station","treinstation","halte","bahnhof","bhf","haltestelle","stop"];function dn(t,n){return(t+" ").startsWith(n+" ")?0:t.startsWith(n)?1:t.
includes(" "+n)?2:t.includes(n)?3:ut}var ft=t=>t.replace(/([aou])e/g,"$1");function $e(t){let n=t.split(" "),e=n.filter(r=>!Pe.includes(r)),o=e.length>0&&e.length<
n.length;return{name:o?e.join(" "):t,station:o}}function De(t,n){let e=ft(N(n));if(!e)return[];let{name:o,station:r}=$e(e),i=a=>Math.min(dn(ft(a.plain),e),r&&a.
kind==="stop"?dn(ft(a.plain),o):ut);return t.map(a=>({fit:i(a),entry:a})).filter(a=>a.fit<ut).sort((a,s)=>a.fit-s.fit||s.entry.weight-a.entry.weight).slice(0,Re).
map(({entry:a})=>a)}function je(t){let n=m("label",{class:"legend",for:t}),e=m("input",{id:t,class:"place-box",type:"text",role:"combobox",autocomplete:"off",spellcheck:"\
false","aria-autocomplete":"list","aria-expanded":"false","aria-controls":t+"-list","aria-describedby":t+"-hint"}),o=m("span",{id:t+"-hint",class:"small"}),r=m(
"ul",{id:t+"-list",class:"place-list",role:"listbox",hidden:!0}),i=m("span",{class:"hidden",role:"status"}),a=m("div",{class:"choice search"},n,m("div",{class:"\
box"},e,r),o,i);return{label:n,input:e,hint:o,list:r,said:i,node:a}}function Ue({input:t,list:n,said:e},o,r,i){let a=[],s=-1;function c(l){s=l,[...n.children].forEach(
(p,d)=>p.setAttribute("aria-selected",String(d===s)));let u=n.children[s];if(!u){t.removeAttribute("aria-activedescendant");return}u.scrollIntoView({block:"near\
est"}),t.setAttribute("aria-activedescendant",u.id)}function f(l,u){let p=m("li",{role:"option",id:t.id+"-"+u,"aria-selected":"false"},m("span",{class:"name"},l.
name),m("span",{class:"small"},l.note()));return p.addEventListener("pointerdown",d=>{d.preventDefault(),i(l)}),p}return{close(){n.hidden=!0,c(-1),t.setAttribute(
"aria-expanded","false")},open(){a=De(r,t.value),n.replaceChildren(...a.map(f)),n.hidden=a.length===0,t.setAttribute("aria-expanded",String(a.length>0));let l=!a.
length&&N(t.value)!=="";return e.textContent=a.length?o.t("place_found",{n:o.count(a.length)}):l?o.t("place_none"):"",c(a.length?0:-1),l},move:l=>c((s+l+a.length)%
a.length),marked:()=>n.hidden?void 0:a[s],any:()=>a.length>0}}function mn(t,n,e,o="place"){let r=je(o),{input:i,hint:a,list:s,said:c}=r,f="";function l(h){a.textContent=
h?f?t.t("place_none_still",{name:f}):t.t("place_none"):t.t("place_hint"),a.classList.toggle("warn",h),i.setAttribute("aria-invalid",String(h))}let u=Ue(r,t,n,p);
function p(h){u.close(),l(!1),e(h.key),i.select()}let d=()=>l(u.open());function g(){u.close(),l(!1),i.value=f}function y(){let h=u.marked();h?p(h):!u.any()&&N(
i.value)&&(i.value=f,i.select())}let _={ArrowDown:()=>s.hidden?d():u.move(1),ArrowUp:()=>s.hidden?d():u.move(-1),Enter:y,Escape:g};return i.addEventListener("in\
put",d),i.addEventListener("focus",()=>i.select()),i.addEventListener("blur",()=>{g(),c.textContent=""}),i.addEventListener("keydown",h=>{Object.hasOwn(_,h.key)&&
(_[h.key](),h.preventDefault())}),{node:r.node,show(h){r.label.textContent=t.t("place"),l(!1),s.setAttribute("aria-label",t.t("place")),f=h,(document.activeElement!==
i||s.hidden)&&(i.value=h)}}}function Be(t,{level:n,sector:e,kind:o}){let r=[];if(o!=="all"&&t.type!==o)return null;if(n!=="all"){if(t.low===null&&t.high===null)r.push("level");else if((t.low??
1)>Number(n)||(t.high??8)<Number(n))return null}if(e!=="all"){if(!t.nace.length)r.push("sector");else if(!t.nace.some(i=>e.includes(i)))return null}return r}function We(t,n,e){
if(n!=="any")return[t[n][e],n];let o=[NaN,""];for(let[r,i]of Object.entries(t))!(i[e]>=o[0])&&!Number.isNaN(i[e])&&(o=[i[e],r]);return o}function hn(t,n,e,o){let r=[];
for(let a of t){let s=Be(a,n);if(s===null)continue;let[c,f]=e&&(o===null||a.country===o)?We(e,n.trip,a.point):[NaN,""];r.push({offer:a,minutes:c,by:f,unsure:s})}
let i=a=>Number.isNaN(a.minutes)?1/0:a.minutes;return r.sort((a,s)=>i(a)===i(s)?0:i(a)-i(s))}var B=({minutes:t},n)=>t<=n*1.0001,He=[["at","home"],["level","leve\
l"],["sector","sector"],["kind","kind"],["by","trip"],["min","cutoff"],["border","border"]],gn=t=>Object.fromEntries(He.filter(([,n])=>t[n]!==null).map(([n,e])=>[
n,String(t[e])]));function X(t,n,e){let o=Math.round(Number(t.min)),r=t.min!==void 0&&Number.isFinite(o);return{home:e.homes.has(t.at)?t.at:n.home,level:["all",
...e.levels].includes(t.level)?t.level:n.level,sector:/^(all|[A-U]+)$/.test(t.sector??"")?t.sector:n.sector,kind:["all",...e.kinds].includes(t.kind)?t.kind:n.kind,
trip:["any",...e.trips].includes(t.by)?t.by:n.trip,cutoff:r?Math.max(5,Math.min(90,o)):n.cutoff,border:["open","closed"].includes(t.border)?t.border:n.border}}function pt(t,n){let e=m("label",{for:"c-"+t,class:"legend"}),o=m("select",{id:"c-"+t});return o.addEventListener("change",()=>n({[t]:o.value})),{node:m("div",{
class:"choice"},e,o),show(r,i,a){e.textContent=r,o.replaceChildren(...i.map(([s,c])=>{let f=m("option",{value:s},c);return f.selected=s===a,f}))}}}function yn(t,n){
let e=m("legend",{class:"legend"}),o=m("div",{class:"pills"});return{node:m("fieldset",{class:"choice"},e,o),show(r,i,a){e.textContent=r;let s=o.contains(document.
activeElement);o.replaceChildren(...i.map(([c,f])=>{let l=m("input",{type:"radio",name:t,value:c,checked:c===a});return l.addEventListener("change",()=>n({[t]:c})),
m("label",{class:"pill"},l,m("span",{},f))})),s&&o.querySelector("input:checked")?.focus()}}}function ze(t){let n=m("label",{for:"c-cutoff",class:"legend"}),e=m(
"output",{for:"c-cutoff"}),o=m("input",{id:"c-cutoff",type:"range",min:5,max:90,step:5});return o.addEventListener("input",()=>t({cutoff:Number(o.value)})),{node:m(
"div",{class:"choice slide"},n,e,o),show(r,i,a){n.textContent=r,e.textContent=i,o.value=String(a),o.setAttribute("aria-valuetext",i)}}}function wn(t,{words:n,entries:e,
ask:o,trips:r,levels:i,sections:a,kinds:s,border:c}){let{t:f}=n,l=mn(n,e,h=>o({home:h})),u=yn("trip",o),p=ze(o),[d,g,y]=[pt("level",o),pt("sector",o),pt("kind",
o)],_=yn("border",o);return t.append(l.node,u.node,p.node,m("div",{class:"pair"},d.node,g.node),...s.length>1?[y.node]:[],...c?[_.node]:[]),t.addEventListener("\
submit",h=>h.preventDefault()),{show(h,S){l.show(S),u.show(f("offers_by"),[["any",f("offers_any")],...r.map(w=>[w,n.named("modes",w)??w])],h.trip),p.show(f("off\
ers_cutoff"),f("minutes",{n:n.count(h.cutoff)}),h.cutoff);let x=["all",f("offers_all")],O=(w,A)=>w.includes(A)||A==="all"?w:[...w,A],E=(w,A)=>n.named(w,A)??[...A].
map(v=>n.named(w,v)??v).join(" / ");d.show(f("offers_level"),[x,...O(i,h.level).map(w=>[w,E("levels",w)])],h.level),g.show(f("offers_sector"),[x,...O(a,h.sector).
map(w=>[w,E("sectors",w)])],h.sector),y.show(f("offers_kind"),[x,...s.map(w=>[w,n.capital(E("opp_types",w))])],h.kind),_.show(f("offers_border"),[["open",f("off\
ers_open")],["closed",f("offers_closed")]],h.border)}}}function _n(t,n,e=null){let o=new Map,r=0,i=a=>new Promise((s,c)=>{o.set(++r,{answered:s,refused:c}),t.postMessage({number:r,asked:a})});return new Promise((a,s)=>{
t.addEventListener("error",c=>{let f=new Error(c.message||"no worker");s(f);for(let{refused:l}of o.values())l(f);o.clear()}),t.addEventListener("message",({data:c})=>{
let f=o.get(c.number);o.delete(c.number),c.opened?a(i):f?c.failed===void 0?f.answered(c):f.refused(new Error(c.failed)):s(new Error(c.failed))}),t.postMessage({
...n,first:e})})}async function xn({manifest:t,chunks:n},e){let o=t.meta.trips.map(({id:c})=>c),r={place:{kind:"place",index:0},trip:o[0]},i=(async()=>{try{let c=new Worker(URL.
createObjectURL(new Blob([e],{type:"text/javascript"})));return await _n(c,{manifest:t,chunks:n},r)}catch{let c=await globalThis.GrensgeoEngine.open(t,n);return async f=>c.
times(f)}})(),a=t.parts.map((c,f)=>({part:c,chunk:n[f]})).filter(({part:c})=>c.name.startsWith("place/")),s=await T({...t,parts:a.map(({part:c})=>c)},a.map(({chunk:c})=>c));
return{homes:{id:s["place/id"],lon:s["place/lon"],lat:s["place/lat"]},async minutes(c,f){let l=await i,u={};for(let p of o){let d={place:{kind:"place",index:c},
trip:p,foreign_routing:f};u[p]=(await l(d)).minutes}return u}}}var dt=t=>L.CircleMarker.extend({_updatePath(){let{x:n,y:e}=this._point;this._renderer._setPath(this,t(n,e,this._radius))}});function Sn(t,n,e){let o=e*1.3;return`\
M${t-o} ${n}L${t} ${n-o}L${t+o} ${n}L${t} ${n+o}Z`}function On(t,n,e){return`M${Array.from({length:10},(r,i)=>{let a=e*(i%2?.45:1);return`${t+a*Math.sin(i*Math.
PI/5)} ${n-a*Math.cos(i*Math.PI/5)}`}).join("L")}Z`}var R=5,Ze="#c2185b";function vn(t,n,e){let o=dt(Sn),r=dt(On),i={pane:"points",renderer:e.renderers.points},a=[],s=null;return{home(c){s?.remove(),s=c&&new r(c,
{...i,interactive:!1,radius:13,color:"#ffffff",weight:2,fillColor:Ze,fillOpacity:1}).addTo(t)},draw(c,{at:f,cutoff:l,own:u,pick:p}){for(let g of a)g.remove();a=
[];let d=new Map;for(let g of c)d.set(g.offer.point,[...d.get(g.offer.point)??[],g]);for(let g of[...d.values()].reverse()){let[y]=g,_=B(y,l),h=g.filter(O=>B(O,
l)).length,S=u!==null&&y.offer.country!==u?o:L.CircleMarker,x=new S(f(y),_?{...i,radius:Math.min(7+1.5*Math.log2(h),14),color:"#1d1f24",weight:1.4,fillOpacity:1,
fillColor:n.bands[Math.min(R-1,Math.floor(y.minutes/l*R))]}:{...i,radius:4.5,color:"#4a4f59",weight:1.4,fillColor:"#ffffff",fillOpacity:.8});x.on("click",()=>p(
y,g)),a.push(x.addTo(t))}}}}var An=.02;function kn({cells:{lon:t,lat:n}}){let e=new Map,o=r=>Math.floor(r/An);for(let r=0;r<t.length;r++){let i=o(t[r])+" "+o(n[r]);e.set(i,[...e.get(i)??[],r])}return(r,i)=>{
let a=Math.cos(i*Math.PI/180),[s,c]=[-1,An];for(let f of[-2,-1,0,1,2])for(let l of[-1,0,1])for(let u of e.get(o(r)+f+" "+(o(i)+l))??[]){let p=Math.hypot((t[u]-r)*
a,n[u]-i);p<c&&([s,c]=[u,p])}return s}}var mt="|";function In(t,n,e,o,{id:r,words:i}){function a(u,p,d,g,y){let _=o(p,d);return _<0?[]:[{key:r[_]+mt+u,kind:"place",name:u,plain:N(u),weight:g,note:y}]}
let s=t.base.places.flatMap(([u,p,d])=>{let g=n.areas[u];return a(g.name,p,d,1e9+g.population,()=>i.t("kind_place")+" · "+g.nuts3)}),c=new Set(s.map(u=>u.plain)),
f=e?.base,l=f?[...f.layer.keys()].filter(u=>f.layer[u]==="place").flatMap(u=>{let[p,d]=et(f,u);return c.has(N(f.name[u]))?[]:a(f.name[u],p,d,f.people[u],()=>i.t(
"kind_village"))}):[];return[...s,...l]}function Je(t,n,e){return t.some(o=>{let r=!1;for(let i of o)for(let a=0,s=i.length-1;a<i.length;s=a++){let[[c,f],[l,u]]=[
i[a],i[s]];c>n!=l>n&&e<(u-f)*(n-c)/(l-c)+f&&(r=!r)}return r})}async function Nn({engine:{manifest:t,chunks:n}}){let e=[...t.parts.keys()].filter(r=>/^cell\/(lon|lat)$/.
test(t.parts[r].name)),o=await T({...t,parts:e.map(r=>t.parts[r])},e.map(r=>n[r]));return Array.from(o["cell/lon"],(r,i)=>L.latLng(o["cell/lat"][i],r))}function En(t,n){
let e=new Map(t.id.map((o,r)=>[o,r]));return{id:t.id,numbers:e,at:kn({cells:t}),spot:o=>L.latLng(t.lat[o],t.lon[o]),area:o=>n.find(({rings:r})=>Je(r,t.lat[o],t.
lon[o]))}}var ht="home";function Ve({offers:t,start:n}){let e=o=>t.some(({low:r,high:i})=>(r!==null||i!==null)&&(r??1)<=Number(o)&&Number(o)<=(i??8));return{kinds:[...new Set(
t.map(o=>o.type))],levels:["1","2","3","4","5","6","7","8"].filter(o=>n.level===o||e(o)),sections:[...new Set(t.flatMap(o=>o.nace))].sort()}}function Tn({map:t,
data:n,words:e,page:o,telling:r,spots:i,homes:a,asked:s}){let c=Ve(n),f={trips:n.trips,homes:a.numbers,...c},l=n.start.home!==null,u={state:X(s,{home:l?ht:null,
level:n.start.level,sector:n.start.sector,kind:"all",trip:"any",cutoff:n.start.cutoff,border:"open"},f),named:"",shown:r.STEP,answer:null},p=()=>u.state.home===
null?null:a.numbers.get(u.state.home)??null,d=()=>p()===null?void 0:a.area(Number(p()));return{map:t,data:n,words:e,page:o,telling:r,now:u,known:f,choices:c,spots:i,
homes:a,border:n.base.border.length>0,at:g=>i[g.offer.point],home:{number:p,country:()=>d()?.country??null,spot:()=>p()===null?null:a.spot(Number(p())),onGrid:()=>u.
state.home!==null&&u.state.home!==ht,name(){return p()===null?"":u.named?u.named:u.state.home===ht?n.start.home_name||e.t("offers_home"):e.t("offers_spot",{name:d()?.
name??"?"})}}}}function Mn(t,n){let e=m("i",{class:"swatch","aria-hidden":"true"});return t.startsWith("url(#")?e.classList.add(t.slice(5,-1)):e.style.backgroundColor=t,m("li",
{},e,n)}var Z=(t,n)=>m("li",{},m("i",{class:"swatch "+t,"aria-hidden":"true"}),n);var gt=t=>m("li",{class:"said"},t);var yt=3;function Ln({words:t,now:n,home:e},o,r){let i=t.count(o.length);if(e.number()===null||!n.answer){b("headline").textContent=t.t("offers_ask",{of:i});return}
let a=n.state.trip==="any"?t.t("offers_by_any"):t.named("by_mode",n.state.trip)??n.state.trip,s=Object.values(n.answer.times).every(f=>Array.from(f).every(Number.
isNaN)),c=r.filter(f=>f.offer.country!==e.country()).length;b("headline").replaceChildren(...t.sentence(s?"offers_lost":"offers_head",{home:m("b",{},e.name()),n:m(
"b",{},t.count(r.length)),of:i,cutoff:t.count(n.state.cutoff),by:a,across:m("b",{},t.count(c))}))}function Cn({words:t,data:n,now:e,home:o,border:r},i,a){let{t:s,
count:c}=t,f=e.state.cutoff/R,l=({minutes:u})=>Math.min(R-1,Math.floor(u/f));b("legend-title").textContent=s("offers_legend"),b("legend").replaceChildren(...n.bands.
slice(0,R).map((u,p)=>Mn(u,s("offers_band",{a:c(f*p),b:c(f*(p+1)),n:c(a.filter(d=>l(d)===p).length)}))),Z("far",s("offers_far",{n:c(i.length-a.length)})),Z("hom\
e",s("offers_home")),...r?[Z("diamond",s("offers_abroad"))]:[],...e.state.border==="closed"?[gt(s("offers_closed_means"))]:[],...o.onGrid()?[gt(s("offers_grid"))]:
[])}function wt({map:t,words:n,telling:e,now:o,home:r,at:i},a,s){if(!o.answer)return;let{times:c}=o.answer,f=s.slice(0,yt).map(u=>e.card(u,c,u.offer.country!==r.
country())),l=s.length>yt?[m("div",{class:"small"},"+ "+n.count(s.length-yt))]:[];L.popup({maxWidth:300,maxHeight:320,autoPanPadding:[16,16]}).setLatLng(i(a)).setContent(
m("div",{},...f,...l)).openOn(t)}function qe(){return[...document.body.childNodes].filter(({nodeName:t})=>t!=="SCRIPT").map(t=>t instanceof Element?t.outerHTML:t.textContent).join("")}var Ps=typeof document>
"u"?"":qe();var Pn=t=>t.replace(/(?<=^|[,;\t\r\n]["\s]*)(?=[=+\-@\t\r\n])/g,"'");var $n=["title","company","address","postcode","town","municipality","country","level","sector","language","count"];function Dn(t,n,e,{times:o,home:r,above:i}){
let a=t.language==="en"?",":";";function s(p){let d=typeof p=="number"?String(p):Pn(String(p??""));return/[",;\n\r]/.test(d)?'"'+d.replace(/"/g,'""')+'"':d}let c=p=>t.
named("columns",p)??p,f=p=>t.named("short",p)??t.named("modes",p)??p,l=[c("minutes"),t.t("offers_by"),...$n.map(c),...n.map(p=>f(p)+" (min)"),c("across"),c("loc\
ated")],u=e.map(({offer:p,minutes:d,by:g})=>[Math.round(d),f(g),...$n.map(y=>p[y]),...n.map(y=>Number.isNaN(o[y][p.point])?"":Math.round(o[y][p.point])),p.country===
r?"":"x",t.named("located",p.located.replace(" ","_"))]);return"\uFEFF"+[...i.map(p=>[p]),l,...u].map(p=>p.map(s).join(a)).join(`\r
`)+`\r
`}var to=["place","main place"],jn=40;function Un(t,n){let{t:e}=t,o=l=>t.count(Math.round(l)),r=l=>t.named("short",l)??t.named("modes",l)??l,i=({offer:l})=>l.title??
l.company??l.id;function a({offer:l}){let u=[l.postcode,l.town??l.municipality].filter(Boolean).join(" ");return[l.title===null?null:l.company,l.address,u].filter(
Boolean).join(", ")}function s({offer:l,unsure:u}){return[l.level,l.sector,l.type==="internship"?null:t.named("opp_types",l.type),l.count!==null&&l.count>1?e("o\
ffers_places",{n:t.count(l.count)}):null,u.length?e("offers_not_told",{what:u.map(d=>e("offers_"+d).toLocaleLowerCase()).join(", ")}):null,l.located==="point"?null:
e("offers_located",{how:t.named("located",l.located.replace(" ","_"))??l.located})].filter(Boolean).join(" · ")}function c({offer:l,by:u},p){return n.flatMap((d,g)=>{
let y=p[d][l.point],_=Number.isNaN(y)?"–":e("minutes",{n:o(y)});return[g?" · ":"",r(d)+" ",d===u?m("b",{},_):_]})}let f=(l,u)=>u?m("span",{class:"abroad"},e(
"offers_abroad")+" ("+e(l.offer.country.toLowerCase())+")"):null;return{whole:o,modeName:r,card:(l,u,p)=>m("div",{class:"card"},m("div",{class:"main"},e("minute\
s",{n:o(l.minutes)})),m("strong",{},i(l)),f(l,p),m("div",{},a(l)),m("div",{class:"by"},...c(l,u)),m("div",{class:"small"},s(l))),list(l,{times:u,home:p,shown:d,
open:g,more:y}){Kt(b("list"),...l.slice(0,d).map(h=>{let S=m("button",{type:"button",class:"what","data-key":h.offer.id},i(h));return S.addEventListener("click",
()=>g(h)),m("li",{},m("div",{class:"time"},o(h.minutes),m("small",{},e(to.includes(h.offer.located)?"offers_about":"offers_min"))),m("div",{},S,f(h,h.offer.country!==
p),m("div",{},a(h)),m("div",{class:"by"},...c(h,u)),m("div",{class:"small"},s(h))))}));let _=l.length-d;b("list-more").replaceChildren(..._>0?[G(e("offers_more",
{n:t.count(Math.min(_,jn))}),y)]:l.length?[]:[e("offers_none")])},csv:(l,u,p,d)=>Dn(t,n,l,{times:u,home:p,above:d}),STEP:jn}}var no=300,bt=()=>Object.fromEntries(new URLSearchParams(location.hash.slice(1)));async function eo(t,n,e){let o=at({...n.labels,mode_of_trip:{}},e),r=Wt(t,n),a={
map:t,words:o,base:r,choosing:{view:()=>({kind:"offers"}),layerControls:()=>n.trips,chosen:u=>u},data:{...n,labels:{...n.labels,mode_of_trip:{}}}};it(o,n,t.getContainer());
let[s,c,f]=await Promise.all([xn(n.engine,b("grensgeo-engine").textContent),Bt(t,n),Nn(n)]);return{session:Tn({map:t,data:n,words:o,page:a,spots:f,homes:En(s.homes,
r.areas),telling:Un(o,n.trips),asked:bt()}),engine:s,ground:c,base:r}}function oo(t,n,e){let{data:o,words:r,now:i,home:a,telling:s,at:c}=t,f=i.answer?.times??null,
l=a.country(),u=hn(o.offers,i.state,f,i.state.border==="closed"?l:null),p=u.filter(d=>B(d,i.state.cutoff));return it(r,o,t.map.getContainer()),rn(t.page),Ln(t,u,
p),n.home(a.spot()),n.draw(u,{at:c,cutoff:i.state.cutoff,own:l,pick:(d,g)=>wt(t,d,g)}),b("list-box").hidden=f===null,b("list-title").textContent=r.t("offers_lis\
t"),f&&s.list(p,{times:f,home:String(l),shown:i.shown,open:d=>wt(t,d,[d]),more(){i.shown+=s.STEP,e()}}),Cn(t,u,p),p}function ro({now:t,home:n,telling:e},o,r){let i=0;
return async a=>{let[s,c]=String(a.home??"").split(mt);a.home&&(t.named=c??""),t.state={...t.state,...a,...a.home?{home:s}:{}},t.shown=e.STEP;let f=n.number(),l=++i,
u=f+"/"+t.state.border;if(f!==null&&t.answer?.key!==u){let p=await o.minutes(f,t.state.border!=="closed");if(l!==i)return;t.answer={key:u,times:p}}r(),b("said").
textContent=b("headline").textContent}}function so(t,{ask:n,showAll:e,names:o,reached:r,paper:i}){let{map:a,words:s,homes:c,now:f,home:l,telling:u,known:p}=t;a.
on("click",({latlng:d})=>{let g=c.at(d.lng,d.lat);g<0?b("said").textContent=s.t("outside_click"):n({home:c.id[g]})}),a.on("moveend zoomend resize viewreset",o),
qt(d=>{lt({language:d}),s.language=d,e()}),b("print").addEventListener("click",()=>window.print()),b("csv").addEventListener("click",()=>{if(!f.answer)return;let d=u.
csv(r(),f.answer.times,String(l.country()),[b("headline").textContent]);_t(new Blob([d],{type:"text/csv;charset=utf-8"}),"offers.csv")}),window.addEventListener(
"beforeprint",()=>i(!0)),window.addEventListener("afterprint",()=>i(!1)),window.addEventListener("hashchange",()=>{f.state=X(bt(),f.state,p),n({})})}function io({
words:t,now:n},e){let o=0;return()=>{clearTimeout(o),o=window.setTimeout(()=>{let r=e(),i=new URLSearchParams({lang:t.language,...r==="auto"?{}:{theme:r},...gn(
n.state)});try{history.replaceState(null,"","#"+i)}catch{}},no)}}async function co(t){let n=rt(),{lang:e,theme:o}=bt(),r=un(n.language,{language:e,theme:o});t.getContainer().
setAttribute("role","application");let{session:i,engine:a,ground:s,base:c}=await eo(t,n,r.language),{words:f,now:l,home:u,homes:p,choices:d,border:g}=i;t.setMaxBounds(
c.bounds.pad(1.2));let y=()=>Qt(i.page,s?.base??null,[]),_=pn(r.theme,v=>{zt(n.sides,v),s?.layer.dress(v),y(),b("theme").textContent=f.t(v?"theme_light":"theme_\
dark")}),h=io(i,()=>_.theme),S=vn(t,n,c),x=[],O=ro(i,a,w),E=wn(b("controls"),{words:f,ask:O,trips:n.trips,border:g,...d,entries:In(n,c,s,p.at,{id:p.id,words:f})});
function w(){x=oo(i,S,w),E.show(l.state,u.name()),_.show(),h()}function A(){let v=u.spot(),M=L.latLngBounds([...i.spots,...v?[v]:[]]);t.fitBounds(M.isValid()?M:
c.bounds,{padding:[30,30],maxZoom:12,animate:!1})}return so(i,{ask:O,showAll:w,names:y,reached:()=>x,paper(v){t.invalidateSize({animate:!1,pan:!1}),A(),s?.layer.
paper(v)}}),en(t,A),on(t,()=>t.invalidateSize({animate:!1})),await O({}),t.invalidateSize({animate:!1,pan:!1}),A(),{ask:O,state:()=>({...l.state}),reached:()=>x}}
Object.assign(globalThis,{grensgeoPage(t){let n=co(t).catch(e=>{throw b("headline").textContent=at(rt().labels,document.documentElement.lang).t("offers_failed",
{reason:String(e?.message??e)}),e});Object.assign(globalThis,{grensgeoOffers:{ready:n}})}});})();
