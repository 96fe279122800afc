/* grensgeo offers: bundled from js/ by `make js`; edit there.
   sources ccb26b32f3b6cdc6: src/atlas/colours.js src/atlas/csv.js src/atlas/figures.js src/atlas/picture.js src/atlas/places.js src/atlas/search.js src/atlas/state.js src/atlas/telling.js src/engine/answers.js src/engine/hierarchy.js src/engine/later.js src/engine/streets.js src/engine/sweep.js src/engine/timetable.js src/engine/transit.js src/engine/weights.js src/engine/worker.js src/offers/controls.js src/offers/engine.js src/offers/list_csv.js src/offers/main.js src/offers/marks.js src/offers/places.js src/offers/session.js src/offers/showing.js src/offers/state.js src/offers/telling.js src/pages/base.js src/pages/keys.js src/pages/names.js src/pages/small_print.js src/shared/after_paint.js src/shared/appearance.js src/shared/areas.js src/shared/base_map.js src/shared/base_names.js src/shared/canvas_layer.js src/shared/elements.js src/shared/geometry.js src/shared/keeping.js src/shared/marks.js src/shared/numbers.js src/shared/page.js src/shared/precision.js src/shared/room.js src/shared/unpack.js src/shared/words.js */
"use strict";(()=>{function _t(t,n){let e=document.createElement("a");e.href=URL.createObjectURL(t),e.download=n,document.body.append(e),e.click(),e.remove(),setTimeout(()=>URL.revokeObjectURL(
e.href),1e4)}var xt=85.0511287798,St=t=>256*(t+180)/360;function At(t){let n=Math.sin(Math.max(-xt,Math.min(xt,t))*Math.PI/180);return 256*(.5-Math.log((1+n)/(1-n))/(4*Math.
PI))}var Ot=(t,n)=>[360*t/256-180,360/Math.PI*Math.atan(Math.exp(2*Math.PI*(.5-n/256)))-90];function vt(t){let n=new Int32Array(t.length+1);for(let e=0;e<t.length;e++)
n[e+1]=n[e]+t[e];return n}function W(t){let n=[],[e,o]=[0,0];for(let r=0;r<t.length;r+=2)e+=t[r],o+=t[r+1],n.push([o/1e4,e/1e4]);return n}var kt=t=>t.map(n=>n.map(
W)),Et=(t,n)=>t[2]<n[0]||t[0]>n[2]||t[3]<n[1]||t[1]>n[3];var jn=[[9,15e4],[10,5e4]];function Nt(t){return t.map(([n,e,o,r,a,c,s],i)=>{let f=kt(s);return{number:i,code:n,name:e,country:o,nuts3:r,part:a,population:c,rings:f,
centre:L.latLngBounds(f.flat(2)).getCenter()}})}function It(t,n){let e=jn.find(([o])=>n<o);return t.part!=="ring"||!e||t.population>=e[1]}var Tt=t=>t>2e5?15:t>6e4?
13:11.5;function Mt(t){let n=!1,e=0;function o(){n&&(n=!1,t())}let r=()=>requestAnimationFrame(()=>requestAnimationFrame(()=>{e||o()}));function a(){clearTimeout(e),e=0,
n&&r()}return{flush:o,release:a,ask(){!n&&!e&&r(),n=!0},hold(){clearTimeout(e),e=Number(setTimeout(a,400))}}}function Lt(t){let n=window.devicePixelRatio||1;return Math.min(2,Math.max(1,t?Math.round(n):n))}function Ct(t,n,e){let o={options:{padding:.15},_initContainer(){
this._container=L.DomUtil.create("canvas",n),this._container.setAttribute("aria-hidden","true"),this._context=this._container.getContext("2d")},_destroyContainer(){
L.DomUtil.remove(this._container)},_lay(a){let c=this._bounds.getSize(),s=this._container,i=Math.max(1,Math.round(c.x*a)),f=Math.max(1,Math.round(c.y*a));L.DomUtil.
setPosition(s,this._bounds.min),s.style.width=c.x+"px",s.style.height=c.y+"px";let l=s.width!==i||s.height!==f;l&&Object.assign(s,{width:i,height:f});let u=this.
_map.getPixelOrigin().add(this._bounds.min),p=a*2**this._map.getZoom();return{other:l,frame:{width:i,height:f,ratio:a,scale:p,left:u.x*a,top:u.y*a}}}},r=L.Renderer.
extend({...o,...e});return new r({pane:t})}var q={uint8:Uint8Array,int8:Int8Array,uint16:Uint16Array,int16:Int16Array,uint32:Uint32Array,int32:Int32Array,float32:Float32Array,float64:Float64Array};function Bn(t){
let n=atob(t),e=new Uint8Array(n.length);for(let o=0;o<e.length;o++)e[o]=n.charCodeAt(o);return e}async function Hn(t){let n=new Blob([t]).stream().pipeThrough(
new DecompressionStream("deflate"));return new Uint8Array(await new Response(n).arrayBuffer())}function Wn(t,{n,width:e,steps:o=0}){let r=new Int32Array(n);for(let a=0;a<
n;a++){let c=t[a];e>1&&(c|=t[n+a]<<8),e>2&&(c|=t[2*n+a]<<16|t[3*n+a]<<24),r[a]=c>>>1^-(c&1)}for(let a=0;a<o;a++)for(let c=1;c<n;c++)r[c]=r[c]+r[c-1]|0;return r}
function Fn(t,n){let e=new q[n.type](n.n),o=10**n.digits,r=Object.hasOwn(n,"null");for(let a=0;a<n.n;a++)e[a]=r&&t[a]===n.null?NaN:t[a]/o;return e}function Gn(t,{
type:n,n:e,width:o}){let r=new Uint8Array(e*o);for(let i=0;i<o;i++)for(let f=0;f<e;f++)r[f*o+i]=t[i*e+f];let a=new DataView(r.buffer),c=new q[n](e),s=o===8?"get\
Float64":"getFloat32";for(let i=0;i<e;i++)c[i]=a[s](i*o,!0);return c}async function zn(t,n){let e=await Hn(Bn(n));if(t.type==="text")return t.n===0?[]:new TextDecoder().
decode(e).split(`
`);if(!Object.hasOwn(t,"steps"))return Gn(e,t);let o=Wn(e,t);return Object.hasOwn(t,"digits")?Fn(o,t):t.type==="int32"?o:q[t.type].from(o)}async function T(t,n){
if(t.format!==1||t.parts.length!==n.length)throw new Error(`packed in format ${t.format}, ${n.length} chunks`);let e=await Promise.all(t.parts.map((o,r)=>zn(o,n[r])));
return Object.fromEntries(t.parts.map((o,r)=>[o.name,e[r]]))}var Kn=["nature","built_up","water"],Xn=[[1.5,4.5],[1.1,3.4],[.6,2.6],[.5,2]],tt=[8,13],Pt=1.1,Yn=2.2,nt=({looks:t},n)=>t.levels_from.filter(e=>n>=e).length;function $({
looks:t},n,e,o){let r=t.shown_from[n];return o>=r[Math.min(e,r.length)-1]}function Zn(t,n){let{layers:e}=n,{names:o,layer:r,rank:a,name:c,corners:s,start_x:i,start_y:f,
step_x:l,step_y:u}=t,p=vt(s),d=s.length,h=new Float64Array(p[d]),g=new Float64Array(p[d]),y=new Float64Array(4*d),b=new Int32Array(d),[S,x,A,I]=[0,0,0,0];for(let w=0;w<
d;w++){S+=i[w],x+=f[w];let[v,O]=[S,x],[M,J,V,Q]=[1/0,1/0,-1/0,-1/0];for(let k=p[w];k<p[w+1];k++)k>p[w]&&(v+=l[A],O+=u[A],A++),h[k]=St(v/1e4),g[k]=At(O/1e4),M=Math.
min(M,h[k]),V=Math.max(V,h[k]),J=Math.min(J,g[k]),Q=Math.max(Q,g[k]);y.set([M,J,V,Q],4*w),e[r[w]]==="place"&&(b[w]=t.people[I++])}return{n:d,layer:Array.from(r,
w=>e[w]),rank:a,name:Array.from(c,w=>o[w]),people:b,at:p,x:h,y:g,level:t.level,box:y,looks:n}}var et=({at:t,x:n,y:e},o)=>Ot(n[t[o]],e[t[o]]);async function $t(t){
if(!t)return null;let{manifest:n,chunks:e}=t;return Zn(await T(n,e),n.meta)}function D({n:t,layer:n,rank:e,box:o},r,a,{width:c,height:s,scale:i,left:f,top:l}){let u=[];
for(let p=0;p<t;p++){if(n[p]!==r||e[p]!==a)continue;o[4*p]*i-f>c||o[4*p+2]*i-f<0||o[4*p+1]*i-l>s||o[4*p+3]*i-l<0||u.push(p)}return u}function U({at:t,x:n,y:e,level:o},r,a,{
scale:c,left:s,top:i}){let f=[];for(let l=t[r];l<t[r+1];l++)o[l]<=a&&f.push([n[l]*c-s,e[l]*c-i]);return f}function Jn(t,n,e,o,{sight:r,level:a}){let c=Kn.includes(
e);t.beginPath();for(let s of D(n,e,o,r)){let i=U(n,s,a,r);i.length<(c?3:2)||(i.forEach(([f,l],u)=>u?t.lineTo(f,l):t.moveTo(f,l)),c&&t.closePath())}}function P(t,n,e,o=[]){
t.strokeStyle=n,t.lineWidth=e,t.setLineDash(o),t.stroke()}function Vn(t,n,e,{zoom:o,ratio:r,colours:a}){let c=nt(n,o),s=Math.max(0,Math.min(1,(o-tt[0])/(tt[1]-tt[0]))),
i={sight:e,level:c};t.lineJoin="round",t.lineCap="round";function f(l,u){for(let p=n.looks.shown_from[l].length;p>=1;p--)$(n,l,p,o)&&(Jn(t,n,l,p,i),u(p))}for(let l of[
"nature","built_up","water"])f(l,()=>{t.fillStyle=a[l],t.fill("nonzero")});if(f("waterway",l=>P(t,a.river,r*(1+1.4*s)/Math.sqrt(l))),f("road",l=>{let[u,p]=Xn[l-
1],d=r*(u+s*(p-u));P(t,a.casing,d+r*(l<3?Pt:.7*Pt)),P(t,a.road,d)}),t.lineCap="butt",f("rail",l=>{let u=r*(l===1?1.7+s:1.3+s);P(t,a.rail,u),P(t,a.sleeper,u*.5,[
5*r,5*r])}),t.setLineDash([]),!!$(n,"station",1,o))for(let l of D(n,"station",1,e)){let[[u,p]]=U(n,l,c,e),d=r*Yn;t.fillStyle=a.station,t.fillRect(u-d,p-d,2*d,2*
d),t.strokeStyle=a.rail,t.lineWidth=r,t.strokeRect(u-d,p-d,2*d,2*d)}}function Dt(t){let n=Ct(t,"base-map",{_update(){this._map._animatingZoom&&this._bounds||(this.
_bounds?this.late.ask():this._now())},_reset(){this._update(),this._updateTransform(this._map.getCenter(),this._map.getZoom())},_now(){!this._map||this._map._animatingZoom&&
this._bounds||(L.Renderer.prototype._update.call(this),this.draw())},show(e){this._base=e,this.draw()},dress(e){this._dark=e,this.draw()},paper(e){this._sheet?.
remove(),this._container.style.display=e?"none":"",e&&(this._now(),this._sheet=L.DomUtil.create("img","base-map"),this._sheet.alt="",this._sheet.src=this._container.
toDataURL(),this._sheet.style.cssText=this._container.style.cssText,this._sheet.style.display="",this._container.after(this._sheet))},draw(){if(!this._base||!this.
_bounds)return;let{frame:e,other:o}=this._lay(Lt(!1));o||this._context.clearRect(0,0,e.width,e.height);let r=this._base.looks.colours[this._dark?"dark":"light"];
Vn(this._context,this._base,e,{zoom:this._map.getZoom(),ratio:e.ratio,colours:r})}});return n.late=Mt(()=>n._now()),n}var jt=[["land",200,!1],["figures",300,!1],["bands",350,!1],["base",380,!0],["lines",400,!0],["frontier",420,!0],["points",430,!1],["chosen",440,!0],["names",620,
!0]],Qn=jt.map(([t])=>t).filter(t=>!["base","names"].includes(t)),Ut="var(--land)",qn="#7d7f86",te="var(--faint)",ne="var(--border)",ee=.4,oe=[["water",{color:"\
#9cc3d9",weight:2}],["road",{color:"#8f8a80",weight:.9,opacity:.75}],["rail",{color:"#4a4a52",weight:1.6,dashArray:"6 3"}]];function re(t){for(let[n,e,o]of jt){
let r=t.createPane(n);r.style.zIndex=String(e),o&&(r.style.pointerEvents="none")}return Object.fromEntries(Qn.map(n=>[n,L.svg({pane:n,padding:.4})]))}async function Bt(t,n){
let e=await $t(n.base_map);if(!e)return null;let o=Dt("base").addTo(t);return o.show(e),{base:e,layer:o}}function Ht(t,n){let e=re(t),o=Nt(n.base.areas),r=(u,p)=>({
pane:u,renderer:e[u],smoothFactor:ee,...p}),a=(u,p)=>r(u,{interactive:!1,...p});for(let u of o){L.polygon(u.rings,a("land",{stroke:!0,color:Ut,weight:.8,fillColor:Ut,
fillOpacity:n.land})).addTo(t);let p=u.part==="ring";L.polygon(u.rings,a("lines",{fill:!1,weight:p?.5:.8,color:p?te:qn})).addTo(t)}for(let[u,p]of oe){let d=(n.lines[u]||
[]).map(W);d.length&&L.polyline(d,a("lines",p)).addTo(t)}let c=n.base.border.map(W);L.polyline(c,a("frontier",{color:"var(--halo)",weight:5,opacity:.9})).addTo(
t),L.polyline(c,a("frontier",{color:ne,weight:2.6})).addTo(t),L.control.scale({imperial:!1,position:"bottomright",maxWidth:120}).addTo(t);let[s,i,f,l]=n.base.bounds;
return{areas:o,frontier:c,renderers:e,live:r,flat:a,bounds:L.latLngBounds([s,i],[f,l])}}var ot=10,se=6,F=14,ie=300,ce=34,ae=[0,9,9.75,11.5],le=t=>t<9.5?26:60,fe=2;function Wt(t){let n=t.getZoom(),e=t.containerPointToLayerPoint([0,0]),o=t.getPixelOrigin(),
r=t.getSize();return{width:r.x,height:r.y,scale:2**n,zoom:n,x:e.x,y:e.y,left:o.x+e.x,top:o.y+e.y}}function ue(t,{width:n,height:e}){let o=[];for(let a=1;a<t.length;a++){
let[[c,s],[i,f]]=[t[a-1],t[a]],l=Math.max(1,Math.ceil(Math.hypot(i-c,f-s)/12));for(let u=0;u<l;u++){let p=c+(u+.5)/l*(i-c),d=s+(u+.5)/l*(f-s);p>0&&d>0&&p<n&&d<e&&
o.push([p,d])}}let r=Math.floor(o.length/2);return o.map((a,c)=>o[r+(c%2?-1:1)*Math.ceil(c/2)]).filter(Boolean)}var pe=t=>t.reduce((n,[e,o],r)=>r?n+Math.hypot(e-
t[r-1][0],o-t[r-1][1]):0,0);function Ft(t,n,e,o){let r=Wt(t),a=nt(n,r.zoom),c=[],s=new Map;for(let i of o){if(!$(n,"road",i,r.zoom)||r.zoom<ae[i-1])continue;let f=D(
n,"road",i,r).filter(l=>n.name[l]).map(l=>({name:n.name[l],corners:U(n,l,a,r)})).map(l=>({...l,long:pe(l.corners)})).filter(({long:l})=>l>=ce).sort((l,u)=>u.long-
l.long);for(let{name:l,corners:u}of f){if(c.length>=le(r.zoom))return c;let p=l.split("/").slice(0,fe).join("/"),d=e.widthOf(p,ot,!0)+se,h=l.split("/").flatMap(
g=>s.get(g)??[]);for(let[g,y]of ue(u,r)){if(h.some(([x,A])=>Math.hypot(x-g,A-y)<ie))continue;let[b,S]=[r.x+g-d/2,r.y+y-F/2];if(e.free([b-2,S-2,b+d+2,S+F+2])){e.
take([b,S,b+d,S+F]),c.push({text:p,rank:i,x:b,y:S,width:d,height:F}),h.push([g,y]);for(let x of l.split("/"))s.set(x,[...s.get(x)??[],[g,y]])}}}}return c}function Gt(t,n,e,o){
let r=Wt(t);return o.filter(a=>$(n,e,a,r.zoom)).flatMap(a=>D(n,e,a,r).map(c=>{let[[s,i]]=U(n,c,1/0,r);return{name:n.name[c],rank:a,people:n.people[c],at:L.point(
r.x+s,r.y+i)}}).sort((c,s)=>s.people-c.people))}var _=t=>document.getElementById(t);function de(t,n,e){for(let[o,r]of Object.entries(n))r!==null&&r!==!1&&t.setAttribute(o,r===!0?"":String(r));return t.append(
...e.filter(o=>o!==null)),t}function m(t,n={},...e){return de(document.createElement(t),n,e)}function zt(t,n){for(let[e,o]of Object.entries(t))document.documentElement.style.setProperty("--side-"+e,o[n?1:0])}function G(t,n,e=null){let o=m("button",{type:"\
button",class:"link","data-key":e},t);return o.addEventListener("click",n),o}var rt=()=>JSON.parse(_("grensgeo-data").textContent);function Kt(t,...n){let e=t.contains(
document.activeElement)?document.activeElement:null,o=e?.getAttribute("data-key")??null,r=!e?.matches(":focus-visible");if(t.replaceChildren(...n.filter(c=>c!==
null)),o===null)return;let a=[...t.querySelectorAll("[data-key]")].find(c=>c.getAttribute("data-key")===o);a instanceof HTMLElement&&a.focus({preventScroll:r})}function Xt(t,n){let e=document.createElement("canvas").getContext("2d"),o=getComputedStyle(document.body).fontFamily,r=t.containerPointToLayerPoint([0,0]),a=L.
bounds(r,t.containerPointToLayerPoint(t.getSize())),[c,s]=[a.min,a.max];return{screen:a,point:i=>t.latLngToLayerPoint(i),free:i=>i[0]>=c.x&&i[2]<=s.x&&i[1]>=c.y&&
i[3]<=s.y&&n.every(f=>Et(f,i)),take:(...i)=>{n.push(...i)},widthOf(i,f,l){return e.font=`${l?600:400} ${f}px ${o}`,e.measureText(i).width}}}var Yt=({x:t,y:n},e,o,r)=>[
[t+r,n-o/2],[t-r-e,n-o/2],[t-e/2,n-o-4],[t-e/2,n+4]];function C(t,n,e){return t.style.transform=`translate(${n}px,${e}px)`,t}var me=13,st=18,Zt=14,he=12,ge=[12,11.5,11,10.5],ye=10.5,Jt=[58,170];function we({data:t,choosing:n,base:e},o){let r=n.view().kind==="isochrones"?n.layer().key[0]:
null;if(r===null||!t.origins[r]||e.areas.some(l=>l.code===r))return[];let[a,c]=t.origins[r],s=o.point([c,a]),i=n.view().names[r];o.take([s.x-10,s.y-10,s.x+20+o.
widthOf(i,Zt,!0),s.y+10]);let f=m("span",{class:"place big"},i);return f.style.fontSize=Zt+"px",[C(f,s.x+13,s.y-9)]}function Vt(t,n,e,o,r){let a=o>he,c=e.widthOf(
t,o,a)+8,s=o*1.3,i=Yt(n,c,s,4).find(([p,d])=>e.free([p,d,p+c,d+s]));if(!i)return[];let[f,l]=i;e.take([f,l,f+c,l+s],[n.x-3,n.y-3,n.x+3,n.y+3]);let u=m("span",{class:"\
place "+r+(a?" big":"")},t);return u.style.fontSize=o+"px",[C(m("i",{class:"dot "+r}),n.x-2.5,n.y-2.5),C(u,f+4,l)]}function z(t,n,e,o,r,a=new Set){return Gt(t,n,
o,r).filter(({name:c,at:s})=>e.screen.contains(s)&&!a.has(c.split(" (")[0])).flatMap(({name:c,rank:s,at:i})=>Vt(c,i,e,o==="station"?ye:ge[s-1],o==="station"?"st\
op":"village"))}function be(t,n,e,o){let r=a=>Ft(t,n,e,a).map(({text:c,rank:s,x:i,y:f,width:l})=>{let u=m("span",{class:s===1?"place shield motorway":"place shi\
eld"},c);return u.style.fontSize=ot+"px",u.style.width=l+"px",C(u,i,f)});return[...r([1,2]),...z(t,n,e,"place",[2,3]),...r([3]),...z(t,n,e,"station",[1],o),...z(
t,n,e,"place",[4]),...r([4])]}function _e(t,n,e,o){let r=o.widthOf(t.toLocaleUpperCase(),me,!0)+t.length*2.4+8;function a(s,i){let f=L.bounds([s-6,i-4],[s+r+6,i+
22]);return e.some(l=>l.some(u=>f.contains(u)))}let c=n.map(s=>[s.x-r/2,s.y-st/2]).find(([s,i])=>!a(s,i)&&o.free([s,i,s+r,i+st]));return c?(o.take([c[0],c[1],c[0]+
r,c[1]+st]),[C(m("span",{class:"country"},t),c[0],c[1])]):[]}function Qt(t,n,e){let{map:o,data:r,words:a,base:c}=t,{x:s,y:i}=o.containerPointToLayerPoint([0,0]),
f=Xt(o,[[s,i,s+Jt[0],i+Jt[1]],...e]),l=we(t,f);n&&l.push(...z(o,n,f,"place",[1]));for(let[p,d,h]of r.base.places){let g=c.areas[p],y=f.point([h,d]);!It(g,o.getZoom())||
!f.screen.contains(y)||l.push(...Vt(g.name,y,f,Tt(g.population),g.part==="ring"?"ring":"town"))}let u=c.frontier.map(p=>p.map(f.point));if(u.flat().some(p=>f.screen.
contains(p))){let p=f.point(L.latLngBounds(c.frontier.flat()).getCenter());for(let d of new Set(c.areas.map(h=>h.country))){let h=c.areas.filter(g=>g.country===
d).map(g=>f.point(g.centre)).sort((g,y)=>g.distanceTo(p)-y.distanceTo(p));l.push(..._e(a.t(d.toLowerCase()),h,u,f))}}if(n){let p=new Set(l.map(d=>String(d.textContent).
split(" (")[0]));l.push(...be(o,n,f,p))}o.getPane("names")?.replaceChildren(...l)}var xe=[[".leaflet-control-zoom-in","zoom_in"],[".leaflet-control-zoom-out","zoom_out"],["a.home","home"]],j=t=>[...document.querySelectorAll(`[data-${t}]`)].map(
n=>n);function it(t,n,e){let{t:o}=t;document.documentElement.lang=t.language,document.title=t.in(n.title),_("title").textContent=t.in(n.title);for(let r of j("t\
ext"))r.textContent=o(String(r.dataset.text),{version:n.version});for(let r of j("said"))r.title=o(String(r.dataset.said));for(let r of j("label"))r.setAttribute(
"aria-label",o(String(r.dataset.label)));Se(t.language),e.setAttribute("aria-label",o("map_region"));for(let[r,a]of xe){let c=document.querySelector(r);c&&(c.title=
o(a),c.setAttribute("aria-label",o(a)))}}function Se(t){for(let n of j("language"))n.setAttribute("aria-pressed",String(n.dataset.language===t))}function qt(t){
for(let n of j("language"))n.addEventListener("click",()=>t(String(n.dataset.language)))}var Ae=5;function tn(t,n){let e=t.filter(({concerns:o})=>!o.length||o.some(
r=>n.includes(r)));return[...e.filter(({concerns:o})=>o.length),...e.filter(({concerns:o})=>!o.length)].slice(0,Ae)}function nn(t){return t.url?m("a",{href:t.url,
rel:"noopener noreferrer",target:"_blank"},t.title):m("span",{},t.title)}function en(t,n){let e=L.Control.extend({onAdd(){let o=L.DomUtil.create("div","leaflet-\
bar"),r=L.DomUtil.create("a","home",o);return r.href="#",r.setAttribute("role","button"),r.textContent="⌂",L.DomEvent.on(r,"click",a=>{L.DomEvent.stop(a),n()}),
o}});new e({position:"topleft"}).addTo(t)}function on(t,n){let e=window.innerWidth;window.addEventListener("resize",()=>{if(window.innerWidth===e){t.invalidateSize(
{animate:!1});return}e=window.innerWidth,n()})}function rn({data:t,words:n,choosing:e}){let{t:o}=n;_("notes").replaceChildren(...t.notes.map(s=>m("li",{},n.in(s.text),...s.details.map(i=>m("div",{class:"smal\
l"},n.in(i)))))),_("notes-box").hidden=t.notes.length===0;let r=t.labels.mode_of_trip,a=e.layerControls().map(e.chosen).map(s=>Object.hasOwn(r,s)?r[s]:s),c=tn(t.
strip,a);_("strip-notes").textContent=c.map(s=>n.in(s.text)).join(" "),t.notes.length>c.length&&_("strip-notes").append(" ",G(o("more_notes",{n:n.plain(t.notes.
length)}),()=>{_("notes-box").open=!0,_("notes-box").scrollIntoView(),_("notes-box").querySelector("summary").focus()})),_("strip-sources").textContent=t.attributions.
length?o("source")+": "+t.attributions.map(n.in).join(" · "):"",_("sources").replaceChildren(...t.sources.map(s=>{let i=s.reference_date?o("reference_date",{date:s.
reference_date}):"";return m("li",{},nn(s),". "+[n.in(s.attribution),n.in(s.licence),i].filter(f=>f).join(" · "))}))}var E={nl:"nl-NL",de:"de-DE",en:"en-GB"},Oe=.001,ve=10,ke=.095,sn=5e-4,cn=.001,Ee=.995,Ne=.99;function Ie(t){return t>=Oe&&t<1?{maximumSignificantDigits:2}:{maximumFractionDigits:t<
ve?1:0}}var Te=t=>t.replace("-","−");function ct(t){let n=new Map;function e(i,f){let l=JSON.stringify(f),u=n.get(l);return u||n.set(l,u=new Intl.NumberFormat(
t,f)),u.format(i)}let o=i=>e(i,Ie(Math.abs(i))),r=i=>e(i,{style:"percent",maximumFractionDigits:i!==0&&Math.abs(i)<ke?1:0});function a(i){return i>Ee&&i<1?">"+r(
Ne):i>0&&i<sn?"<"+r(cn):r(i)}let c=(i,f)=>f>0?"+"+i:Te(i);function s(i){return i===0||Math.abs(i)>=sn?c(r(i),i):(i<0?"−":"+")+"<"+r(cn)}return{format:e,count:o,
share:r,part:a,signedShare:s,plain:i=>e(i,{}),signedCount:i=>c(o(i),i),minutes:(i,f=0)=>e(i,{minimumFractionDigits:f,maximumFractionDigits:f})}}var K=Object.keys(E);function an(t,n){return n.map(e=>e.slice(0,2).toLowerCase()).find(e=>K.includes(e))??t}function Me(t,n){return t.replace(/\{(\w+)\}/g,(e,o)=>Object.
hasOwn(n,o)?n[o]:e)}var N=t=>t.normalize("NFD").replace(/\p{M}/gu,"").replace(/ß/g,"ss").toLowerCase().replace(/[^\p{L}\p{N}]+/gu," ").trim();function at(t,n){
let e=n,o=ct(E[e]);function r(s,i){let f=t[s];return f&&i!==null&&Object.hasOwn(f,i)?f[i][e]:null}let a=(s,i={})=>Me(r("texts",s)??s,i);return{get language(){return e},
set language(s){e=s,o=ct(E[s])},named:r,t:a,count:s=>s===null||Number.isNaN(s)?a("missing"):o.count(s),share:s=>o.share(s),part:s=>o.part(s),plain:s=>o.plain(s),
signedCount:s=>o.signedCount(s),signedShare:s=>o.signedShare(s),minutes:(s,i)=>o.minutes(s,i),opportunity:s=>r("opportunities",s)??s,period:s=>r("periods",s)??s,
in:s=>s[e],capital:s=>s.charAt(0).toLocaleUpperCase(E[e])+s.slice(1),lowered:s=>s.charAt(0).toLocaleLowerCase(E[e])+s.slice(1),sort:(s,i)=>s.localeCompare(i,E[e]),
date:s=>new Intl.DateTimeFormat(E[e],{weekday:"short",day:"numeric",month:"short",timeZone:"UTC"}).format(s),clock:s=>new Intl.DateTimeFormat(E[e],{hour:"2-digi\
t",minute:"2-digit",timeZone:"UTC"}).format(s),sentence(s,i){return a(s).split(/(\{\w+\})/).map(f=>{let l=f.startsWith("{")?f.slice(1,-1):null;return l!==null&&
Object.hasOwn(i,l)?i[l]:f})}}}var ln="grensgeo",Le=["light","dark"];function fn(){try{let{language:t,theme:n}=JSON.parse(localStorage.getItem(ln)??"{}");return{language:t,theme:n}}catch{return{}}}
function lt(t){try{localStorage.setItem(ln,JSON.stringify({...fn(),...t}))}catch{}}function un(t,n){let e=fn(),o=(r,...a)=>a.find(c=>c!==void 0&&r.includes(c));
return{language:o(K,n.language,e.language)??an(t,navigator.languages),theme:o(Le,n.theme,e.theme)??"auto"}}function pn(t,n){let e=window.matchMedia("(prefers-co\
lor-scheme: dark)"),o=t,r=!1,a=()=>!r&&(o==="dark"||o!=="light"&&e.matches);function c(){document.documentElement.dataset.theme=a()?"dark":"light",n(a())}function s(i){
r=i,c()}return _("theme")?.addEventListener("click",()=>{o=a()?"light":"dark",lt({theme:o}),c()}),e.addEventListener("change",c),window.addEventListener("before\
print",()=>s(!0)),window.addEventListener("afterprint",()=>s(!1)),{show:c,take(i){o=i,c()},get theme(){return o},get dark(){return a()}}}var Ce=12,ut=4,Re=["station","treinstation","halte","bahnhof","bhf","haltestelle","stop"];function dn(t,n){return(t+" ").startsWith(n+" ")?0:t.startsWith(n)?1:t.
includes(" "+n)?2:t.includes(n)?3:ut}var ft=t=>t.replace(/([aou])e/g,"$1");function Pe(t){let n=t.split(" "),e=n.filter(r=>!Re.includes(r)),o=e.length>0&&e.length<
n.length;return{name:o?e.join(" "):t,station:o}}function $e(t,n){let e=ft(N(n));if(!e)return[];let{name:o,station:r}=Pe(e),a=c=>Math.min(dn(ft(c.plain),e),r&&c.
kind==="stop"?dn(ft(c.plain),o):ut);return t.map(c=>({fit:a(c),entry:c})).filter(c=>c.fit<ut).sort((c,s)=>c.fit-s.fit||s.entry.weight-c.entry.weight).slice(0,Ce).
map(({entry:c})=>c)}function De(){let t=m("label",{class:"legend",for:"place"}),n=m("input",{id:"place",type:"text",role:"combobox",autocomplete:"off",spellcheck:"\
false","aria-autocomplete":"list","aria-expanded":"false","aria-controls":"place-list","aria-describedby":"place-hint"}),e=m("span",{id:"place-hint",class:"smal\
l"}),o=m("ul",{id:"place-list",role:"listbox",hidden:!0}),r=m("span",{class:"hidden",role:"status"}),a=m("div",{class:"choice search"},t,m("div",{class:"box"},n,
o),e,r);return{label:t,input:n,hint:e,list:o,said:r,node:a}}function Ue({input:t,list:n,said:e},o,r,a){let c=[],s=-1;function i(l){s=l,[...n.children].forEach((p,d)=>p.
setAttribute("aria-selected",String(d===s)));let u=n.children[s];if(!u){t.removeAttribute("aria-activedescendant");return}u.scrollIntoView({block:"nearest"}),t.
setAttribute("aria-activedescendant",u.id)}function f(l,u){let p=m("li",{role:"option",id:"place-"+u,"aria-selected":"false"},m("span",{class:"name"},l.name),m(
"span",{class:"small"},l.note()));return p.addEventListener("pointerdown",d=>{d.preventDefault(),a(l)}),p}return{close(){n.hidden=!0,i(-1),t.setAttribute("aria-\
expanded","false")},open(){c=$e(r,t.value),n.replaceChildren(...c.map(f)),n.hidden=c.length===0,t.setAttribute("aria-expanded",String(c.length>0));let l=!c.length&&
N(t.value)!=="";return e.textContent=c.length?o.t("place_found",{n:o.count(c.length)}):l?o.t("place_none"):"",i(c.length?0:-1),l},move:l=>i((s+l+c.length)%c.length),
marked:()=>n.hidden?void 0:c[s],any:()=>c.length>0}}function mn(t,n,e){let o=De(),{input:r,hint:a,list:c,said:s}=o,i="";function f(y){a.textContent=y?t.t("place\
_none_still",{name:i}):t.t("place_hint"),a.classList.toggle("warn",y),r.setAttribute("aria-invalid",String(y))}let l=Ue(o,t,n,u);function u(y){l.close(),f(!1),e(
y.key),r.select()}let p=()=>f(l.open());function d(){l.close(),f(!1),r.value=i}function h(){let y=l.marked();y?u(y):!l.any()&&N(r.value)&&(r.value=i,r.select())}
let g={ArrowDown:()=>c.hidden?p():l.move(1),ArrowUp:()=>c.hidden?p():l.move(-1),Enter:h,Escape:d};return r.addEventListener("input",p),r.addEventListener("focus",
()=>r.select()),r.addEventListener("blur",()=>{d(),s.textContent=""}),r.addEventListener("keydown",y=>{Object.hasOwn(g,y.key)&&(g[y.key](),y.preventDefault())}),
{node:o.node,show(y){o.label.textContent=t.t("place"),f(!1),c.setAttribute("aria-label",t.t("place")),i=y,(document.activeElement!==r||c.hidden)&&(r.value=y)}}}function je(t,{level:n,sector:e,kind:o}){let r=[];if(o!=="all"&&t.type!==o)return null;if(n!=="all"){if(t.low===null&&t.high===null)r.push("level");else if((t.low??
1)>Number(n)||(t.high??8)<Number(n))return null}if(e!=="all"){if(!t.nace.length)r.push("sector");else if(!t.nace.some(a=>e.includes(a)))return null}return r}function Be(t,n,e){
if(n!=="any")return[t[n][e],n];let o=[NaN,""];for(let[r,a]of Object.entries(t))!(a[e]>=o[0])&&!Number.isNaN(a[e])&&(o=[a[e],r]);return o}function hn(t,n,e,o){let r=[];
for(let c of t){let s=je(c,n);if(s===null)continue;let[i,f]=e&&(o===null||c.country===o)?Be(e,n.trip,c.point):[NaN,""];r.push({offer:c,minutes:i,by:f,unsure:s})}
let a=c=>Number.isNaN(c.minutes)?1/0:c.minutes;return r.sort((c,s)=>a(c)===a(s)?0:a(c)-a(s))}var B=({minutes:t},n)=>t<=n*1.0001,He=[["at","home"],["level","leve\
l"],["sector","sector"],["kind","kind"],["by","trip"],["min","cutoff"],["border","border"]],gn=t=>Object.fromEntries(He.filter(([,n])=>t[n]!==null).map(([n,e])=>[
n,String(t[e])]));function X(t,n,e){let o=Math.round(Number(t.min)),r=t.min!==void 0&&Number.isFinite(o);return{home:e.homes.has(t.at)?t.at:n.home,level:["all",
...e.levels].includes(t.level)?t.level:n.level,sector:/^(all|[A-U]+)$/.test(t.sector??"")?t.sector:n.sector,kind:["all",...e.kinds].includes(t.kind)?t.kind:n.kind,
trip:["any",...e.trips].includes(t.by)?t.by:n.trip,cutoff:r?Math.max(5,Math.min(90,o)):n.cutoff,border:["open","closed"].includes(t.border)?t.border:n.border}}function pt(t,n){let e=m("label",{for:"c-"+t,class:"legend"}),o=m("select",{id:"c-"+t});return o.addEventListener("change",()=>n({[t]:o.value})),{node:m("div",{
class:"choice"},e,o),show(r,a,c){e.textContent=r,o.replaceChildren(...a.map(([s,i])=>{let f=m("option",{value:s},i);return f.selected=s===c,f}))}}}function yn(t,n){
let e=m("legend",{class:"legend"}),o=m("div",{class:"pills"});return{node:m("fieldset",{class:"choice"},e,o),show(r,a,c){e.textContent=r;let s=o.contains(document.
activeElement);o.replaceChildren(...a.map(([i,f])=>{let l=m("input",{type:"radio",name:t,value:i,checked:i===c});return l.addEventListener("change",()=>n({[t]:i})),
m("label",{class:"pill"},l,m("span",{},f))})),s&&o.querySelector("input:checked")?.focus()}}}function Ge(t){let n=m("label",{for:"c-cutoff",class:"legend"}),e=m(
"output",{for:"c-cutoff"}),o=m("input",{id:"c-cutoff",type:"range",min:5,max:90,step:5});return o.addEventListener("input",()=>t({cutoff:Number(o.value)})),{node:m(
"div",{class:"choice slide"},n,e,o),show(r,a,c){n.textContent=r,e.textContent=a,o.value=String(c),o.setAttribute("aria-valuetext",a)}}}function wn(t,{words:n,entries:e,
ask:o,trips:r,levels:a,sections:c,kinds:s,border:i}){let{t:f}=n,l=mn(n,e,b=>o({home:b})),u=yn("trip",o),p=Ge(o),[d,h,g]=[pt("level",o),pt("sector",o),pt("kind",
o)],y=yn("border",o);return t.append(l.node,u.node,p.node,m("div",{class:"pair"},d.node,h.node),...s.length>1?[g.node]:[],...i?[y.node]:[]),t.addEventListener("\
submit",b=>b.preventDefault()),{show(b,S){l.show(S),u.show(f("offers_by"),[["any",f("offers_any")],...r.map(w=>[w,n.named("modes",w)??w])],b.trip),p.show(f("off\
ers_cutoff"),f("minutes",{n:n.count(b.cutoff)}),b.cutoff);let x=["all",f("offers_all")],A=(w,v)=>w.includes(v)||v==="all"?w:[...w,v],I=(w,v)=>n.named(w,v)??[...v].
map(O=>n.named(w,O)??O).join(" / ");d.show(f("offers_level"),[x,...A(a,b.level).map(w=>[w,I("levels",w)])],b.level),h.show(f("offers_sector"),[x,...A(c,b.sector).
map(w=>[w,I("sectors",w)])],b.sector),g.show(f("offers_kind"),[x,...s.map(w=>[w,n.capital(I("opp_types",w))])],b.kind),y.show(f("offers_border"),[["open",f("off\
ers_open")],["closed",f("offers_closed")]],b.border)}}}function bn(t,n,e=null){let o=new Map,r=0,a=c=>new Promise((s,i)=>{o.set(++r,{answered:s,refused:i}),t.postMessage({number:r,asked:c})});return new Promise((c,s)=>{
t.addEventListener("error",i=>{let f=new Error(i.message||"no worker");s(f);for(let{refused:l}of o.values())l(f);o.clear()}),t.addEventListener("message",({data:i})=>{
let f=o.get(i.number);o.delete(i.number),i.opened?c(a):f?i.failed===void 0?f.answered(i):f.refused(new Error(i.failed)):s(new Error(i.failed))}),t.postMessage({
...n,first:e})})}async function _n({manifest:t,chunks:n},e){let o=t.meta.trips.map(({id:i})=>i),r={place:{kind:"place",index:0},trip:o[0]},a=(async()=>{try{let i=new Worker(URL.
createObjectURL(new Blob([e],{type:"text/javascript"})));return await bn(i,{manifest:t,chunks:n},r)}catch{let i=await globalThis.GrensgeoEngine.open(t,n);return async f=>i.
times(f)}})(),c=t.parts.map((i,f)=>({part:i,chunk:n[f]})).filter(({part:i})=>i.name.startsWith("place/")),s=await T({...t,parts:c.map(({part:i})=>i)},c.map(({chunk:i})=>i));
return{homes:{id:s["place/id"],lon:s["place/lon"],lat:s["place/lat"]},async minutes(i,f){let l=await a,u={};for(let p of o){let d={place:{kind:"place",index:i},
trip:p,foreign_routing:f};u[p]=(await l(d)).minutes}return u}}}var dt=t=>L.CircleMarker.extend({_updatePath(){let{x:n,y:e}=this._point;this._renderer._setPath(this,t(n,e,this._radius))}});function xn(t,n,e){let o=e*1.3;return`\
M${t-o} ${n}L${t} ${n-o}L${t+o} ${n}L${t} ${n+o}Z`}function Sn(t,n,e){return`M${Array.from({length:10},(r,a)=>{let c=e*(a%2?.45:1);return`${t+c*Math.sin(a*Math.
PI/5)} ${n-c*Math.cos(a*Math.PI/5)}`}).join("L")}Z`}var R=5,Xe="#c2185b";function An(t,n,e){let o=dt(xn),r=dt(Sn),a={pane:"points",renderer:e.renderers.points},c=[],s=null;return{home(i){s?.remove(),s=i&&new r(i,
{...a,interactive:!1,radius:13,color:"#ffffff",weight:2,fillColor:Xe,fillOpacity:1}).addTo(t)},draw(i,{at:f,cutoff:l,own:u,pick:p}){for(let h of c)h.remove();c=
[];let d=new Map;for(let h of i)d.set(h.offer.point,[...d.get(h.offer.point)??[],h]);for(let h of[...d.values()].reverse()){let[g]=h,y=B(g,l),b=h.filter(A=>B(A,
l)).length,S=u!==null&&g.offer.country!==u?o:L.CircleMarker,x=new S(f(g),y?{...a,radius:Math.min(7+1.5*Math.log2(b),14),color:"#1d1f24",weight:1.4,fillOpacity:1,
fillColor:n.bands[Math.min(R-1,Math.floor(g.minutes/l*R))]}:{...a,radius:4.5,color:"#4a4f59",weight:1.4,fillColor:"#ffffff",fillOpacity:.8});x.on("click",()=>p(
g,h)),c.push(x.addTo(t))}}}}var On=.02;function vn({cells:{lon:t,lat:n}}){let e=new Map,o=r=>Math.floor(r/On);for(let r=0;r<t.length;r++){let a=o(t[r])+" "+o(n[r]);e.set(a,[...e.get(a)??[],r])}return(r,a)=>{
let c=Math.cos(a*Math.PI/180),[s,i]=[-1,On];for(let f of[-2,-1,0,1,2])for(let l of[-1,0,1])for(let u of e.get(o(r)+f+" "+(o(a)+l))??[]){let p=Math.hypot((t[u]-r)*
c,n[u]-a);p<i&&([s,i]=[u,p])}return s}}var mt="|";function kn(t,n,e,o,{id:r,words:a}){function c(u,p,d,h,g){let y=o(p,d);return y<0?[]:[{key:r[y]+mt+u,kind:"place",name:u,plain:N(u),weight:h,note:g}]}
let s=t.base.places.flatMap(([u,p,d])=>{let h=n.areas[u];return c(h.name,p,d,1e9+h.population,()=>a.t("kind_place")+" · "+h.nuts3)}),i=new Set(s.map(u=>u.plain)),
f=e?.base,l=f?[...f.layer.keys()].filter(u=>f.layer[u]==="place").flatMap(u=>{let[p,d]=et(f,u);return i.has(N(f.name[u]))?[]:c(f.name[u],p,d,f.people[u],()=>a.t(
"kind_village"))}):[];return[...s,...l]}function Ye(t,n,e){return t.some(o=>{let r=!1;for(let a of o)for(let c=0,s=a.length-1;c<a.length;s=c++){let[[i,f],[l,u]]=[
a[c],a[s]];i>n!=l>n&&e<(u-f)*(n-i)/(l-i)+f&&(r=!r)}return r})}async function En({engine:{manifest:t,chunks:n}}){let e=[...t.parts.keys()].filter(r=>/^cell\/(lon|lat)$/.
test(t.parts[r].name)),o=await T({...t,parts:e.map(r=>t.parts[r])},e.map(r=>n[r]));return Array.from(o["cell/lon"],(r,a)=>L.latLng(o["cell/lat"][a],r))}function Nn(t,n){
let e=new Map(t.id.map((o,r)=>[o,r]));return{id:t.id,numbers:e,at:vn({cells:t}),spot:o=>L.latLng(t.lat[o],t.lon[o]),area:o=>n.find(({rings:r})=>Ye(r,t.lat[o],t.
lon[o]))}}var ht="home";function Ze({offers:t,start:n}){let e=o=>t.some(({low:r,high:a})=>(r!==null||a!==null)&&(r??1)<=Number(o)&&Number(o)<=(a??8));return{kinds:[...new Set(
t.map(o=>o.type))],levels:["1","2","3","4","5","6","7","8"].filter(o=>n.level===o||e(o)),sections:[...new Set(t.flatMap(o=>o.nace))].sort()}}function In({map:t,
data:n,words:e,page:o,telling:r,spots:a,homes:c,asked:s}){let i=Ze(n),f={trips:n.trips,homes:c.numbers,...i},l=n.start.home!==null,u={state:X(s,{home:l?ht:null,
level:n.start.level,sector:n.start.sector,kind:"all",trip:"any",cutoff:n.start.cutoff,border:"open"},f),named:"",shown:r.STEP,answer:null},p=()=>u.state.home===
null?null:c.numbers.get(u.state.home)??null,d=()=>p()===null?void 0:c.area(Number(p()));return{map:t,data:n,words:e,page:o,telling:r,now:u,known:f,choices:i,spots:a,
homes:c,border:n.base.border.length>0,at:h=>a[h.offer.point],home:{number:p,country:()=>d()?.country??null,spot:()=>p()===null?null:c.spot(Number(p())),onGrid:()=>u.
state.home!==null&&u.state.home!==ht,name(){return p()===null?"":u.named?u.named:u.state.home===ht?n.start.home_name||e.t("offers_home"):e.t("offers_spot",{name:d()?.
name??"?"})}}}}function Tn(t,n){let e=m("i",{class:"swatch","aria-hidden":"true"});return t.startsWith("url(#")?e.classList.add(t.slice(5,-1)):e.style.backgroundColor=t,m("li",
{},e,n)}var Z=(t,n)=>m("li",{},m("i",{class:"swatch "+t,"aria-hidden":"true"}),n);var gt=t=>m("li",{class:"said"},t);var yt=3;function Mn({words:t,now:n,home:e},o,r){let a=t.count(o.length);if(e.number()===null||!n.answer){_("headline").textContent=t.t("offers_ask",{of:a});return}
let c=n.state.trip==="any"?t.t("offers_by_any"):t.named("by_mode",n.state.trip)??n.state.trip,s=Object.values(n.answer.times).every(f=>Array.from(f).every(Number.
isNaN)),i=r.filter(f=>f.offer.country!==e.country()).length;_("headline").replaceChildren(...t.sentence(s?"offers_lost":"offers_head",{home:m("b",{},e.name()),n:m(
"b",{},t.count(r.length)),of:a,cutoff:t.count(n.state.cutoff),by:c,across:m("b",{},t.count(i))}))}function Ln({words:t,data:n,now:e,home:o,border:r},a,c){let{t:s,
count:i}=t,f=e.state.cutoff/R,l=({minutes:u})=>Math.min(R-1,Math.floor(u/f));_("legend-title").textContent=s("offers_legend"),_("legend").replaceChildren(...n.bands.
slice(0,R).map((u,p)=>Tn(u,s("offers_band",{a:i(f*p),b:i(f*(p+1)),n:i(c.filter(d=>l(d)===p).length)}))),Z("far",s("offers_far",{n:i(a.length-c.length)})),Z("hom\
e",s("offers_home")),...r?[Z("diamond",s("offers_abroad"))]:[],...e.state.border==="closed"?[gt(s("offers_closed_means"))]:[],...o.onGrid()?[gt(s("offers_grid"))]:
[])}function wt({map:t,words:n,telling:e,now:o,home:r,at:a},c,s){if(!o.answer)return;let{times:i}=o.answer,f=s.slice(0,yt).map(u=>e.card(u,i,u.offer.country!==r.
country())),l=s.length>yt?[m("div",{class:"small"},"+ "+n.count(s.length-yt))]:[];L.popup({maxWidth:300,maxHeight:320,autoPanPadding:[16,16]}).setLatLng(a(c)).setContent(
m("div",{},...f,...l)).openOn(t)}function Ve(){return[...document.body.childNodes].filter(({nodeName:t})=>t!=="SCRIPT").map(t=>t instanceof Element?t.outerHTML:t.textContent).join("")}var gs=typeof document>
"u"?"":Ve();var Rn=t=>t.replace(/(?<=^|[,;\t\r\n]["\s]*)(?=[=+\-@\t\r\n])/g,"'");var Pn=["title","company","address","postcode","town","municipality","country","level","sector","language","count"];function $n(t,n,e,{times:o,home:r,above:a}){
let c=t.language==="en"?",":";";function s(p){let d=typeof p=="number"?String(p):Rn(String(p??""));return/[",;\n\r]/.test(d)?'"'+d.replace(/"/g,'""')+'"':d}let i=p=>t.
named("columns",p)??p,f=p=>t.named("short",p)??t.named("modes",p)??p,l=[i("minutes"),t.t("offers_by"),...Pn.map(i),...n.map(p=>f(p)+" (min)"),i("across"),i("loc\
ated")],u=e.map(({offer:p,minutes:d,by:h})=>[Math.round(d),f(h),...Pn.map(g=>p[g]),...n.map(g=>Number.isNaN(o[g][p.point])?"":Math.round(o[g][p.point])),p.country===
r?"":"x",t.named("located",p.located.replace(" ","_"))]);return"\uFEFF"+[...a.map(p=>[p]),l,...u].map(p=>p.map(s).join(c)).join(`\r
`)+`\r
`}var Qe=["place","main place"],Dn=40;function Un(t,n){let{t:e}=t,o=l=>t.count(Math.round(l)),r=l=>t.named("short",l)??t.named("modes",l)??l,a=({offer:l})=>l.title??
l.company??l.id;function c({offer:l}){let u=[l.postcode,l.town??l.municipality].filter(Boolean).join(" ");return[l.title===null?null:l.company,l.address,u].filter(
Boolean).join(", ")}function s({offer:l,unsure:u}){return[l.level,l.sector,l.type==="internship"?null:t.named("opp_types",l.type),l.count!==null&&l.count>1?e("o\
ffers_places",{n:t.count(l.count)}):null,u.length?e("offers_not_told",{what:u.map(d=>e("offers_"+d).toLocaleLowerCase()).join(", ")}):null,l.located==="point"?null:
e("offers_located",{how:t.named("located",l.located.replace(" ","_"))??l.located})].filter(Boolean).join(" · ")}function i({offer:l,by:u},p){return n.flatMap((d,h)=>{
let g=p[d][l.point],y=Number.isNaN(g)?"–":e("minutes",{n:o(g)});return[h?" · ":"",r(d)+" ",d===u?m("b",{},y):y]})}let f=(l,u)=>u?m("span",{class:"abroad"},e(
"offers_abroad")+" ("+e(l.offer.country.toLowerCase())+")"):null;return{whole:o,modeName:r,card:(l,u,p)=>m("div",{class:"card"},m("div",{class:"main"},e("minute\
s",{n:o(l.minutes)})),m("strong",{},a(l)),f(l,p),m("div",{},c(l)),m("div",{class:"by"},...i(l,u)),m("div",{class:"small"},s(l))),list(l,{times:u,home:p,shown:d,
open:h,more:g}){Kt(_("list"),...l.slice(0,d).map(b=>{let S=m("button",{type:"button",class:"what","data-key":b.offer.id},a(b));return S.addEventListener("click",
()=>h(b)),m("li",{},m("div",{class:"time"},o(b.minutes),m("small",{},e(Qe.includes(b.offer.located)?"offers_about":"offers_min"))),m("div",{},S,f(b,b.offer.country!==
p),m("div",{},c(b)),m("div",{class:"by"},...i(b,u)),m("div",{class:"small"},s(b))))}));let y=l.length-d;_("list-more").replaceChildren(...y>0?[G(e("offers_more",
{n:t.count(Math.min(y,Dn))}),g)]:l.length?[]:[e("offers_none")])},csv:(l,u,p,d)=>$n(t,n,l,{times:u,home:p,above:d}),STEP:Dn}}var qe=300,bt=()=>Object.fromEntries(new URLSearchParams(location.hash.slice(1)));async function to(t,n,e){let o=at({...n.labels,mode_of_trip:{}},e),r=Ht(t,n),c={
map:t,words:o,base:r,choosing:{view:()=>({kind:"offers"}),layerControls:()=>n.trips,chosen:u=>u},data:{...n,labels:{...n.labels,mode_of_trip:{}}}};it(o,n,t.getContainer());
let[s,i,f]=await Promise.all([_n(n.engine,_("grensgeo-engine").textContent),Bt(t,n),En(n)]);return{session:In({map:t,data:n,words:o,page:c,spots:f,homes:Nn(s.homes,
r.areas),telling:Un(o,n.trips),asked:bt()}),engine:s,ground:i,base:r}}function no(t,n,e){let{data:o,words:r,now:a,home:c,telling:s,at:i}=t,f=a.answer?.times??null,
l=c.country(),u=hn(o.offers,a.state,f,a.state.border==="closed"?l:null),p=u.filter(d=>B(d,a.state.cutoff));return it(r,o,t.map.getContainer()),rn(t.page),Mn(t,u,
p),n.home(c.spot()),n.draw(u,{at:i,cutoff:a.state.cutoff,own:l,pick:(d,h)=>wt(t,d,h)}),_("list-box").hidden=f===null,_("list-title").textContent=r.t("offers_lis\
t"),f&&s.list(p,{times:f,home:String(l),shown:a.shown,open:d=>wt(t,d,[d]),more(){a.shown+=s.STEP,e()}}),Ln(t,u,p),p}function eo({now:t,home:n,telling:e},o,r){let a=0;
return async c=>{let[s,i]=String(c.home??"").split(mt);c.home&&(t.named=i??""),t.state={...t.state,...c,...c.home?{home:s}:{}},t.shown=e.STEP;let f=n.number(),l=++a,
u=f+"/"+t.state.border;if(f!==null&&t.answer?.key!==u){let p=await o.minutes(f,t.state.border!=="closed");if(l!==a)return;t.answer={key:u,times:p}}r(),_("said").
textContent=_("headline").textContent}}function oo(t,{ask:n,showAll:e,names:o,reached:r,paper:a}){let{map:c,words:s,homes:i,now:f,home:l,telling:u,known:p}=t;c.
on("click",({latlng:d})=>{let h=i.at(d.lng,d.lat);h<0?_("said").textContent=s.t("outside_click"):n({home:i.id[h]})}),c.on("moveend zoomend resize viewreset",o),
qt(d=>{lt({language:d}),s.language=d,e()}),_("print").addEventListener("click",()=>window.print()),_("csv").addEventListener("click",()=>{if(!f.answer)return;let d=u.
csv(r(),f.answer.times,String(l.country()),[_("headline").textContent]);_t(new Blob([d],{type:"text/csv;charset=utf-8"}),"offers.csv")}),window.addEventListener(
"beforeprint",()=>a(!0)),window.addEventListener("afterprint",()=>a(!1)),window.addEventListener("hashchange",()=>{f.state=X(bt(),f.state,p),n({})})}function ro({
words:t,now:n},e){let o=0;return()=>{clearTimeout(o),o=window.setTimeout(()=>{let r=e(),a=new URLSearchParams({lang:t.language,...r==="auto"?{}:{theme:r},...gn(
n.state)});try{history.replaceState(null,"","#"+a)}catch{}},qe)}}async function so(t){let n=rt(),{lang:e,theme:o}=bt(),r=un(n.language,{language:e,theme:o});t.getContainer().
setAttribute("role","application");let{session:a,engine:c,ground:s,base:i}=await to(t,n,r.language),{words:f,now:l,home:u,homes:p,choices:d,border:h}=a;t.setMaxBounds(
i.bounds.pad(1.2));let g=()=>Qt(a.page,s?.base??null,[]),y=pn(r.theme,O=>{zt(n.sides,O),s?.layer.dress(O),g(),_("theme").textContent=f.t(O?"theme_light":"theme_\
dark")}),b=ro(a,()=>y.theme),S=An(t,n,i),x=[],A=eo(a,c,w),I=wn(_("controls"),{words:f,ask:A,trips:n.trips,border:h,...d,entries:kn(n,i,s,p.at,{id:p.id,words:f})});
function w(){x=no(a,S,w),I.show(l.state,u.name()),y.show(),b()}function v(){let O=u.spot(),M=L.latLngBounds([...a.spots,...O?[O]:[]]);t.fitBounds(M.isValid()?M:
i.bounds,{padding:[30,30],maxZoom:12,animate:!1})}return oo(a,{ask:A,showAll:w,names:g,reached:()=>x,paper(O){t.invalidateSize({animate:!1,pan:!1}),v(),s?.layer.
paper(O)}}),en(t,v),on(t,()=>t.invalidateSize({animate:!1})),await A({}),t.invalidateSize({animate:!1,pan:!1}),v(),{ask:A,state:()=>({...l.state}),reached:()=>x}}
Object.assign(globalThis,{grensgeoPage(t){let n=so(t).catch(e=>{throw _("headline").textContent=at(rt().labels,document.documentElement.lang).t("offers_failed",
{reason:String(e?.message??e)}),e});Object.assign(globalThis,{grensgeoOffers:{ready:n}})}});})();
