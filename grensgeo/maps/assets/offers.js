/* grensgeo offers: bundled from js/ by `make js`; edit there.
   sources 35a6713b265441b2: src/atlas/places.js src/atlas/search.js src/engine/answers.js src/engine/hierarchy.js src/engine/journey.js src/engine/later.js src/engine/path.js src/engine/streets.js src/engine/sweep.js src/engine/timetable.js src/engine/transit.js src/engine/weights.js src/engine/why.js src/engine/worker.js src/offers/controls.js src/offers/engine.js src/offers/list_csv.js src/offers/main.js src/offers/marks.js src/offers/places.js src/offers/session.js src/offers/showing.js src/offers/state.js src/offers/telling.js src/pages/base.js src/pages/keys.js src/pages/names.js src/pages/small_print.js src/shared/after_paint.js src/shared/appearance.js src/shared/areas.js src/shared/base_map.js src/shared/base_names.js src/shared/canvas_layer.js src/shared/elements.js src/shared/geometry.js src/shared/marks.js src/shared/numbers.js src/shared/page.js src/shared/precision.js src/shared/room.js src/shared/saving.js src/shared/small_table.js src/shared/unpack.js src/shared/words.js */
"use strict";(()=>{function Q(t,e){let n=document.createElement("a");n.href=URL.createObjectURL(t),n.download=e,document.body.append(n),n.click(),n.remove(),setTimeout(()=>URL.revokeObjectURL(
n.href),1e4)}var _t=85.0511287798,vt=t=>256*(t+180)/360;function Ot(t){let e=Math.sin(Math.max(-_t,Math.min(_t,t))*Math.PI/180);return 256*(.5-Math.log((1+e)/(1-e))/(4*Math.
PI))}var St=(t,e)=>[360*t/256-180,360/Math.PI*Math.atan(Math.exp(2*Math.PI*(.5-e/256)))-90];function kt(t){let e=new Int32Array(t.length+1);for(let n=0;n<t.length;n++)
e[n+1]=e[n]+t[n];return e}function H(t){let e=[],[n,o]=[0,0];for(let s=0;s<t.length;s+=2)n+=t[s],o+=t[s+1],e.push([o/1e4,n/1e4]);return e}var At=t=>t.map(e=>e.map(
H)),It=(t,e)=>t[2]<e[0]||t[0]>e[2]||t[3]<e[1]||t[1]>e[3];var Ue=[[9,15e4],[10,5e4]];function Et(t){return t.map(([e,n,o,s,r,a,i],c)=>{let f=At(i);return{number:c,code:e,name:n,country:o,nuts3:s,part:r,population:a,rings:f,
centre:L.latLngBounds(f.flat(2)).getCenter()}})}function Tt(t,e){let n=Ue.find(([o])=>e<o);return t.part!=="ring"||!n||t.population>=n[1]}var Lt=t=>t>2e5?15:t>6e4?
13:11.5;function Nt(t){let e=!1,n=0;function o(){e&&(e=!1,t())}let s=()=>requestAnimationFrame(()=>requestAnimationFrame(()=>{n||o()}));function r(){clearTimeout(n),n=0,
e&&s()}return{flush:o,release:r,ask(){!e&&!n&&s(),e=!0},hold(){clearTimeout(n),n=Number(setTimeout(r,400))}}}function Mt(t){let e=window.devicePixelRatio||1;return Math.min(2,Math.max(1,t?Math.round(e):e))}function Ct(t,e,n){let o={options:{padding:.15},_initContainer(){
this._container=L.DomUtil.create("canvas",e),this._container.setAttribute("aria-hidden","true"),this._context=this._container.getContext("2d")},_destroyContainer(){
L.DomUtil.remove(this._container)},_lay(r){let a=this._bounds.getSize(),i=this._container,c=Math.max(1,Math.round(a.x*r)),f=Math.max(1,Math.round(a.y*r));L.DomUtil.
setPosition(i,this._bounds.min),i.style.width=a.x+"px",i.style.height=a.y+"px";let l=i.width!==c||i.height!==f;l&&Object.assign(i,{width:c,height:f});let u=this.
_map.getPixelOrigin().add(this._bounds.min),p=r*2**this._map.getZoom();return{other:l,frame:{width:c,height:f,ratio:r,scale:p,left:u.x*r,top:u.y*r}}}},s=L.Renderer.
extend({...o,...n});return new s({pane:t})}var q={uint8:Uint8Array,int8:Int8Array,uint16:Uint16Array,int16:Int16Array,uint32:Uint32Array,int32:Int32Array,float32:Float32Array,float64:Float64Array};function Be(t){
let e=atob(t),n=new Uint8Array(e.length);for(let o=0;o<n.length;o++)n[o]=e.charCodeAt(o);return n}async function Fe(t){let e=new Blob([t]).stream().pipeThrough(
new DecompressionStream("deflate"));return new Uint8Array(await new Response(e).arrayBuffer())}function He(t,{n:e,width:n,steps:o=0}){let s=new Int32Array(e);for(let r=0;r<
e;r++){let a=t[r];n>1&&(a|=t[e+r]<<8),n>2&&(a|=t[2*e+r]<<16|t[3*e+r]<<24),s[r]=a>>>1^-(a&1)}for(let r=0;r<o;r++)for(let a=1;a<e;a++)s[a]=s[a]+s[a-1]|0;return s}
function ze(t,e){let n=new q[e.type](e.n),o=10**e.digits,s=Object.hasOwn(e,"null");for(let r=0;r<e.n;r++)n[r]=s&&t[r]===e.null?NaN:t[r]/o;return n}function Ge(t,{
type:e,n,width:o}){let s=new Uint8Array(n*o);for(let c=0;c<o;c++)for(let f=0;f<n;f++)s[f*o+c]=t[c*n+f];let r=new DataView(s.buffer),a=new q[e](n),i=o===8?"getFl\
oat64":"getFloat32";for(let c=0;c<n;c++)a[c]=r[i](c*o,!0);return a}async function We(t,e){let n=await Fe(Be(e));if(t.type==="text")return t.n===0?[]:new TextDecoder().
decode(n).split(`
`);if(!Object.hasOwn(t,"steps"))return Ge(n,t);let o=He(n,t);return Object.hasOwn(t,"digits")?ze(o,t):t.type==="int32"?o:q[t.type].from(o)}async function N(t,e){
if(t.format!==1||t.parts.length!==e.length)throw new Error(`packed in format ${t.format}, ${e.length} chunks`);let n=await Promise.all(t.parts.map((o,s)=>We(o,e[s])));
return Object.fromEntries(t.parts.map((o,s)=>[o.name,n[s]]))}var Xe=["nature","built_up","water"],Ye=[[1.5,4.5],[1.1,3.4],[.6,2.6],[.5,2]],tt=[8,13],$t=1.1,Ke=2.2,Pt=1.7,et=({looks:t},e)=>t.levels_from.filter(n=>e>=n).length;
function P({looks:t},e,n,o){let s=t.shown_from[e];return o>=s[Math.min(n,s.length)-1]}function Ze(t,e){let{layers:n}=e,{names:o,layer:s,rank:r,name:a,corners:i,
start_x:c,start_y:f,step_x:l,step_y:u}=t,p=kt(i),m=i.length,h=new Float64Array(p[m]),y=new Float64Array(p[m]),x=new Float64Array(4*m),g=new Int32Array(m),[v,_,O,
T]=[0,0,0,0];for(let w=0;w<m;w++){v+=c[w],_+=f[w];let[k,S]=[v,_],[M,Z,J,V]=[1/0,1/0,-1/0,-1/0];for(let I=p[w];I<p[w+1];I++)I>p[w]&&(k+=l[O],S+=u[O],O++),h[I]=vt(
k/1e4),y[I]=Ot(S/1e4),M=Math.min(M,h[I]),J=Math.max(J,h[I]),Z=Math.min(Z,y[I]),V=Math.max(V,y[I]);x.set([M,Z,J,V],4*w),n[s[w]]==="place"&&(g[w]=t.people[T++])}return{
n:m,layer:Array.from(s,w=>n[w]),rank:r,name:Array.from(a,w=>o[w]),people:g,at:p,x:h,y,level:t.level,box:x,looks:e}}var nt=({at:t,x:e,y:n},o)=>St(e[t[o]],n[t[o]]);
async function Dt(t){if(!t)return null;let{manifest:e,chunks:n}=t;return Ze(await N(e,n),e.meta)}function D({n:t,layer:e,rank:n,box:o},s,r,{width:a,height:i,scale:c,
left:f,top:l}){let u=[];for(let p=0;p<t;p++){if(e[p]!==s||n[p]!==r)continue;o[4*p]*c-f>a||o[4*p+2]*c-f<0||o[4*p+1]*c-l>i||o[4*p+3]*c-l<0||u.push(p)}return u}function j({
at:t,x:e,y:n,level:o},s,r,{scale:a,left:i,top:c}){let f=[];for(let l=t[s];l<t[s+1];l++)o[l]<=r&&f.push([e[l]*a-i,n[l]*a-c]);return f}function Je(t,e,n,o,{sight:s,
level:r}){let a=Xe.includes(n);t.beginPath();for(let i of D(e,n,o,s)){let c=j(e,i,r,s);c.length<(a?3:2)||(c.forEach(([f,l],u)=>u?t.lineTo(f,l):t.moveTo(f,l)),a&&
t.closePath())}}function C(t,e,n,o=[]){t.strokeStyle=e,t.lineWidth=n,t.setLineDash(o),t.stroke()}function Ve(t,e,n,{zoom:o,ratio:s,colours:r,transit:a=!1}){let i=et(
e,o),c=Math.max(0,Math.min(1,(o-tt[0])/(tt[1]-tt[0]))),f={sight:n,level:i};t.lineJoin="round",t.lineCap="round";function l(u,p){for(let m=e.looks.shown_from[u].
length;m>=1;m--)P(e,u,m,o)&&(Je(t,e,u,m,f),p(m))}for(let u of["nature","built_up","water"])l(u,()=>{t.fillStyle=r[u],t.fill("nonzero")});if(l("waterway",u=>C(t,
r.river,s*(1+1.4*c)/Math.sqrt(u))),l("road",u=>{let[p,m]=Ye[u-1],h=s*(p+c*(m-p));C(t,r.casing,h+s*(u<3?$t:.7*$t)),C(t,r.road,h)}),t.lineCap="butt",l("rail",u=>{
let p=s*(u===1?1.7+c:1.3+c)*(a?Pt:1);a&&C(t,r.casing,p+2*s),C(t,r.rail,p),C(t,r.sleeper,p*.5,[5*s,5*s])}),t.setLineDash([]),!(!a&&!P(e,"station",1,o)))for(let u of D(
e,"station",1,n)){let[[p,m]]=j(e,u,i,n),h=s*Ke*(a?Pt:1);t.fillStyle=r.station,t.fillRect(p-h,m-h,2*h,2*h),t.strokeStyle=r.rail,t.lineWidth=s,t.strokeRect(p-h,m-
h,2*h,2*h)}}function jt(t){let e=Ct(t,"base-map",{_update(){this._map._animatingZoom&&this._bounds||(this._bounds?this.late.ask():this._now())},_reset(){this._update(),
this._updateTransform(this._map.getCenter(),this._map.getZoom())},_now(){!this._map||this._map._animatingZoom&&this._bounds||(L.Renderer.prototype._update.call(
this),this.draw())},show(n){this._base=n,this.draw()},emphasise(n){this._transit=n,this.late.ask()},dress(n){this._dark=n,this.draw()},draw(){if(!this._base||!this.
_bounds)return;let{frame:n,other:o}=this._lay(Mt(!1));o||this._context.clearRect(0,0,n.width,n.height);let s=this._base.looks.colours[this._dark?"dark":"light"];
Ve(this._context,this._base,n,{zoom:this._map.getZoom(),ratio:n.ratio,colours:s,transit:this._transit})}});return e.late=Nt(()=>e._now()),e}var Bt=[["land",200,!1],["figures",300,!1],["bands",350,!1],["base",380,!0],["lines",400,!0],["frontier",420,!0],["points",430,!1],["chosen",440,!0],["names",620,
!0]],Qe=Bt.map(([t])=>t).filter(t=>!["base","names"].includes(t)),Ut="var(--land)",qe="#7d7f86",tn="var(--faint)",en="var(--border)",nn=.4,on=[["water",{color:"\
#9cc3d9",weight:2}],["road",{color:"#8f8a80",weight:.9,opacity:.75}],["rail",{color:"#4a4a52",weight:1.6,dashArray:"6 3"}]];function sn(t){for(let[e,n,o]of Bt){
let s=t.createPane(e);s.style.zIndex=String(n),o&&(s.style.pointerEvents="none")}return Object.fromEntries(Qe.map(e=>[e,L.svg({pane:e,padding:.4})]))}async function Ft(t,e){
let n=await Dt(e.base_map);if(!n)return null;let o=jt("base").addTo(t);return o.show(n),{base:n,layer:o}}function Ht(t,e){let n=sn(t),o=Et(e.base.areas),s=(u,p)=>({
pane:u,renderer:n[u],smoothFactor:nn,...p}),r=(u,p)=>s(u,{interactive:!1,...p});for(let u of o){L.polygon(u.rings,r("land",{stroke:!0,color:Ut,weight:.8,fillColor:Ut,
fillOpacity:e.land})).addTo(t);let p=u.part==="ring";L.polygon(u.rings,r("lines",{fill:!1,weight:p?.5:.8,color:p?tn:qe})).addTo(t)}for(let[u,p]of on){let m=(e.lines[u]||
[]).map(H);m.length&&L.polyline(m,r("lines",p)).addTo(t)}let a=e.base.border.map(H);L.polyline(a,r("frontier",{color:"var(--halo)",weight:5,opacity:.9})).addTo(
t),L.polyline(a,r("frontier",{color:en,weight:2.6})).addTo(t),L.control.scale({imperial:!1,position:"bottomright",maxWidth:120}).addTo(t);let[i,c,f,l]=e.base.bounds;
return{areas:o,frontier:a,renderers:n,live:s,flat:r,bounds:L.latLngBounds([i,c],[f,l])}}var ot=10,rn=6,z=14,cn=300,an=34,ln=[0,9,9.75,11.5],fn=t=>t<9.5?26:60,un=2;function zt(t){let e=t.getZoom(),n=t.containerPointToLayerPoint([0,0]),o=t.getPixelOrigin(),
s=t.getSize();return{width:s.x,height:s.y,scale:2**e,zoom:e,x:n.x,y:n.y,left:o.x+n.x,top:o.y+n.y}}function pn(t,{width:e,height:n}){let o=[];for(let r=1;r<t.length;r++){
let[[a,i],[c,f]]=[t[r-1],t[r]],l=Math.max(1,Math.ceil(Math.hypot(c-a,f-i)/12));for(let u=0;u<l;u++){let p=a+(u+.5)/l*(c-a),m=i+(u+.5)/l*(f-i);p>0&&m>0&&p<e&&m<n&&
o.push([p,m])}}let s=Math.floor(o.length/2);return o.map((r,a)=>o[s+(a%2?-1:1)*Math.ceil(a/2)]).filter(Boolean)}var mn=t=>t.reduce((e,[n,o],s)=>s?e+Math.hypot(n-
t[s-1][0],o-t[s-1][1]):0,0);function Gt(t,e,n,o){let s=zt(t),r=et(e,s.zoom),a=[],i=new Map;for(let c of o){if(!P(e,"road",c,s.zoom)||s.zoom<ln[c-1])continue;let f=D(
e,"road",c,s).filter(l=>e.name[l]).map(l=>({name:e.name[l],corners:j(e,l,r,s)})).map(l=>({...l,long:mn(l.corners)})).filter(({long:l})=>l>=an).sort((l,u)=>u.long-
l.long);for(let{name:l,corners:u}of f){if(a.length>=fn(s.zoom))return a;let p=l.split("/").slice(0,un).join("/"),m=n.widthOf(p,ot,!0)+rn,h=l.split("/").flatMap(
y=>i.get(y)??[]);for(let[y,x]of pn(u,s)){if(h.some(([_,O])=>Math.hypot(_-y,O-x)<cn))continue;let[g,v]=[s.x+y-m/2,s.y+x-z/2];if(n.free([g-2,v-2,g+m+2,v+z+2])){n.
take([g,v,g+m,v+z]),a.push({text:p,rank:c,x:g,y:v,width:m,height:z}),h.push([y,x]);for(let _ of l.split("/"))i.set(_,[...i.get(_)??[],[y,x]])}}}}return a}function Wt(t,e,n,o){
let s=zt(t);return o.filter(r=>P(e,n,r,s.zoom)).flatMap(r=>D(e,n,r,s).map(a=>{let[[i,c]]=j(e,a,1/0,s);return{name:e.name[a],rank:r,people:e.people[a],at:L.point(
s.x+i,s.y+c)}}).sort((a,i)=>i.people-a.people))}var b=t=>document.getElementById(t);function dn(t,e,n){for(let[o,s]of Object.entries(e))s!==null&&s!==!1&&t.setAttribute(o,s===!0?"":String(s));return t.append(
...n.filter(o=>o!==null)),t}function d(t,e={},...n){return dn(document.createElement(t),e,n)}function Xt(t,e){for(let[n,o]of Object.entries(t))document.documentElement.style.setProperty("--side-"+n,o[e?1:0])}function G(t,e,n=null){let o=d("button",{type:"\
button",class:"link","data-key":n},t);return o.addEventListener("click",e),o}var st=()=>JSON.parse(b("grensgeo-data").textContent);function Yt(t,...e){let n=t.contains(
document.activeElement)?document.activeElement:null,o=n?.getAttribute("data-key")??null,s=!n?.matches(":focus-visible");if(t.replaceChildren(...e.filter(a=>a!==
null)),o===null)return;let r=[...t.querySelectorAll("[data-key]")].find(a=>a.getAttribute("data-key")===o);r instanceof HTMLElement&&r.focus({preventScroll:s})}function Kt(t,e){let n=document.createElement("canvas").getContext("2d"),o=getComputedStyle(document.body).fontFamily,s=t.containerPointToLayerPoint([0,0]),r=L.
bounds(s,t.containerPointToLayerPoint(t.getSize())),[a,i]=[r.min,r.max];return{screen:r,point:c=>t.latLngToLayerPoint(c),free:c=>c[0]>=a.x&&c[2]<=i.x&&c[1]>=a.y&&
c[3]<=i.y&&e.every(f=>It(f,c)),take:(...c)=>{e.push(...c)},widthOf(c,f,l){return n.font=`${l?600:400} ${f}px ${o}`,n.measureText(c).width}}}var Zt=({x:t,y:e},n,o,s)=>[
[t+s,e-o/2],[t-s-n,e-o/2],[t-n/2,e-o-4],[t-n/2,e+4]];function R(t,e,n){return t.style.transform=`translate(${e}px,${n}px)`,t}var hn=13,rt=18,Jt=14,gn=12,yn=[12,11.5,11,10.5],wn=10.5,Vt=[58,170];function bn({data:t,choosing:e,base:n},o){let s=e.view().kind==="isochrones"?e.layer().key[0]:
null;if(s===null||!t.origins[s]||n.areas.some(l=>l.code===s))return[];let[r,a]=t.origins[s],i=o.point([a,r]),c=e.view().names[s];o.take([i.x-10,i.y-10,i.x+20+o.
widthOf(c,Jt,!0),i.y+10]);let f=d("span",{class:"place big"},c);return f.style.fontSize=Jt+"px",[R(f,i.x+13,i.y-9)]}function Qt(t,e,n,o,s){let r=o>gn,a=n.widthOf(
t,o,r)+8,i=o*1.3,c=Zt(e,a,i,4).find(([p,m])=>n.free([p,m,p+a,m+i]));if(!c)return[];let[f,l]=c;n.take([f,l,f+a,l+i],[e.x-3,e.y-3,e.x+3,e.y+3]);let u=d("span",{class:"\
place "+s+(r?" big":"")},t);return u.style.fontSize=o+"px",[R(d("i",{class:"dot "+s}),e.x-2.5,e.y-2.5),R(u,f+4,l)]}function W(t,e,n,o,s,r=new Set){return Wt(t,e,
o,s).filter(({name:a,at:i})=>n.screen.contains(i)&&!r.has(a.split(" (")[0])).flatMap(({name:a,rank:i,at:c})=>Qt(a,c,n,o==="station"?wn:yn[i-1],o==="station"?"st\
op":"village"))}function xn(t,e,n,o){let s=r=>Gt(t,e,n,r).map(({text:a,rank:i,x:c,y:f,width:l})=>{let u=d("span",{class:i===1?"place shield motorway":"place shi\
eld"},a);return u.style.fontSize=ot+"px",u.style.width=l+"px",R(u,c,f)});return[...s([1,2]),...W(t,e,n,"place",[2,3]),...s([3]),...W(t,e,n,"station",[1],o),...W(
t,e,n,"place",[4]),...s([4])]}function _n(t,e,n,o){let s=o.widthOf(t.toLocaleUpperCase(),hn,!0)+t.length*2.4+8;function r(i,c){let f=L.bounds([i-6,c-4],[i+s+6,c+
22]);return n.some(l=>l.some(u=>f.contains(u)))}let a=e.map(i=>[i.x-s/2,i.y-rt/2]).find(([i,c])=>!r(i,c)&&o.free([i,c,i+s,c+rt]));return a?(o.take([a[0],a[1],a[0]+
s,a[1]+rt]),[R(d("span",{class:"country"},t),a[0],a[1])]):[]}function qt(t,e,n){let{map:o,data:s,words:r,base:a}=t,{x:i,y:c}=o.containerPointToLayerPoint([0,0]),
f=Kt(o,[[i,c,i+Vt[0],c+Vt[1]],...n]),l=bn(t,f);e&&l.push(...W(o,e,f,"place",[1]));for(let[p,m,h]of s.base.places){let y=a.areas[p],x=f.point([h,m]);!Tt(y,o.getZoom())||
!f.screen.contains(x)||l.push(...Qt(y.name,x,f,Lt(y.population),y.part==="ring"?"ring":"town"))}let u=a.frontier.map(p=>p.map(f.point));if(u.flat().some(p=>f.screen.
contains(p))){let p=f.point(L.latLngBounds(a.frontier.flat()).getCenter());for(let m of new Set(a.areas.map(h=>h.country))){let h=a.areas.filter(y=>y.country===
m).map(y=>f.point(y.centre)).sort((y,x)=>y.distanceTo(p)-x.distanceTo(p));l.push(..._n(r.t(m.toLowerCase()),h,u,f))}}if(e){let p=new Set(l.map(m=>String(m.textContent).
split(" (")[0]));l.push(...xn(o,e,f,p))}o.getPane("names")?.replaceChildren(...l)}var vn=[[".leaflet-control-zoom-in","zoom_in"],[".leaflet-control-zoom-out","zoom_out"],["a.home","home"]],U=t=>[...document.querySelectorAll(`[data-${t}]`)].map(
e=>e);function it(t,e,n){let{t:o}=t;document.documentElement.lang=t.language,document.title=t.in(e.title),b("title").textContent=t.in(e.title);for(let s of U("t\
ext"))s.textContent=o(String(s.dataset.text),{version:e.version});for(let s of U("said"))s.title=o(String(s.dataset.said));for(let s of U("label"))s.setAttribute(
"aria-label",o(String(s.dataset.label)));On(t.language),n.setAttribute("aria-label",o("map_region"));for(let[s,r]of vn){let a=document.querySelector(s);a&&(a.title=
o(r),a.setAttribute("aria-label",o(r)))}}function On(t){for(let e of U("language"))e.setAttribute("aria-pressed",String(e.dataset.language===t))}function te(t){
for(let e of U("language"))e.addEventListener("click",()=>t(String(e.dataset.language)))}var Sn=5;function ee(t,e){let n=t.filter(({concerns:o})=>!o.length||o.some(
s=>e.includes(s)));return[...n.filter(({concerns:o})=>o.length),...n.filter(({concerns:o})=>!o.length)].slice(0,Sn)}function ne(t){return t.url?d("a",{href:t.url,
rel:"noopener noreferrer",target:"_blank"},t.title):d("span",{},t.title)}function oe(t,e){let n=L.Control.extend({onAdd(){let o=L.DomUtil.create("div","leaflet-\
bar"),s=L.DomUtil.create("a","home",o);return s.href="#",s.setAttribute("role","button"),s.textContent="⌂",L.DomEvent.on(s,"click",r=>{L.DomEvent.stop(r),e()}),
o}});new n({position:"topleft"}).addTo(t)}function se(t,e){let n=window.innerWidth;window.addEventListener("resize",()=>{if(window.innerWidth===n){t.invalidateSize(
{animate:!1});return}n=window.innerWidth,e()})}function re({data:t,words:e,choosing:n}){let{t:o}=e;b("notes").replaceChildren(...t.notes.map(i=>d("li",{},e.in(i.text),...i.details.map(c=>d("div",{class:"smal\
l"},e.in(c)))))),b("notes-box").hidden=t.notes.length===0;let s=t.labels.mode_of_trip,r=n.layerControls().map(n.chosen).map(i=>Object.hasOwn(s,i)?s[i]:i),a=ee(t.
strip,r);b("strip-notes").textContent=a.map(i=>e.in(i.text)).join(" "),t.notes.length>a.length&&b("strip-notes").append(" ",G(o("more_notes",{n:e.plain(t.notes.
length)}),()=>{b("notes-box").open=!0,b("notes-box").scrollIntoView(),b("notes-box").querySelector("summary").focus()})),b("strip-sources").textContent=t.attributions.
length?o("source")+": "+t.attributions.map(e.in).join(" · "):"",b("sources").replaceChildren(...t.sources.map(i=>{let c=i.reference_date?o("reference_date",{date:i.
reference_date}):"";return d("li",{},ne(i),". "+[e.in(i.attribution),e.in(i.licence),c].filter(f=>f).join(" · "))}))}var A={nl:"nl-NL",de:"de-DE",en:"en-GB"},kn=.001,An=10,In=.095,ie=5e-4,ce=.001,En=.995,Tn=.99;function Ln(t){return t>=kn&&t<1?{maximumSignificantDigits:2}:{maximumFractionDigits:t<
An?1:0}}var Nn=t=>t.replace("-","−");function ct(t){let e=new Map;function n(c,f){let l=JSON.stringify(f),u=e.get(l);return u||e.set(l,u=new Intl.NumberFormat(
t,f)),u.format(c)}let o=c=>n(c,Ln(Math.abs(c))),s=c=>n(c,{style:"percent",maximumFractionDigits:c!==0&&Math.abs(c)<In?1:0});function r(c){return c>En&&c<1?">"+s(
Tn):c>0&&c<ie?"<"+s(ce):s(c)}let a=(c,f)=>f>0?"+"+c:Nn(c);function i(c){return c===0||Math.abs(c)>=ie?a(s(c),c):(c<0?"−":"+")+"<"+s(ce)}return{format:n,count:o,
share:s,part:r,signedShare:i,plain:c=>n(c,{}),signedCount:c=>a(o(c),c),minutes:(c,f=0)=>n(c,{minimumFractionDigits:f,maximumFractionDigits:f})}}var at=Object.keys(A);function ae(t,e){return e.map(n=>n.slice(0,2).toLowerCase()).find(n=>at.includes(n))??t}function Mn(t,e){return t.replace(/\{(\w+)\}/g,(n,o)=>Object.
hasOwn(e,o)?e[o]:n)}var E=t=>t.normalize("NFD").replace(/\p{M}/gu,"").replace(/ß/g,"ss").toLowerCase().replace(/[^\p{L}\p{N}]+/gu," ").trim();function lt(t,e){
let n=e,o=ct(A[n]);function s(i,c){let f=t[i];return f&&c!==null&&Object.hasOwn(f,c)?f[c][n]:null}let r=(i,c={})=>Mn(s("texts",i)??i,c);return{get language(){return n},
set language(i){n=i,o=ct(A[i])},named:s,t:r,count:i=>i===null||Number.isNaN(i)?r("missing"):o.count(i),share:i=>o.share(i),part:i=>o.part(i),plain:i=>o.plain(i),
signedCount:i=>o.signedCount(i),signedShare:i=>o.signedShare(i),minutes:(i,c)=>o.minutes(i,c),opportunity:i=>s("opportunities",i)??i,period:i=>s("periods",i)??i,
in:i=>i[n],capital:i=>i.charAt(0).toLocaleUpperCase(A[n])+i.slice(1),lowered:i=>i.charAt(0).toLocaleLowerCase(A[n])+i.slice(1),sort:(i,c)=>i.localeCompare(c,A[n]),
date:i=>new Intl.DateTimeFormat(A[n],{weekday:"short",day:"numeric",month:"short",timeZone:"UTC"}).format(i),clock:i=>new Intl.DateTimeFormat(A[n],{hour:"2-digi\
t",minute:"2-digit",timeZone:"UTC"}).format(i),sentence(i,c){return r(i).split(/(\{\w+\})/).map(f=>{let l=f.startsWith("{")?f.slice(1,-1):null;return l!==null&&
Object.hasOwn(c,l)?c[l]:f})}}}var le="grensgeo",Cn=["light","dark"];function fe(){try{let{language:t,theme:e}=JSON.parse(localStorage.getItem(le)??"{}");return{language:t,theme:e}}catch{return{}}}
function ft(t){try{localStorage.setItem(le,JSON.stringify({...fe(),...t}))}catch{}}function ue(t,e){let n=fe(),o=(s,...r)=>r.find(a=>a!==void 0&&s.includes(a));
return{language:o(at,e.language,n.language)??ae(t,navigator.languages),theme:o(Cn,e.theme,n.theme)??"auto"}}function pe(t,e){let n=window.matchMedia("(prefers-c\
olor-scheme: dark)"),o=t,s=!1,r=()=>!s&&(o==="dark"||o!=="light"&&n.matches);function a(){document.documentElement.dataset.theme=r()?"dark":"light",e(r())}function i(c){
s=c,a()}return b("theme")?.addEventListener("click",()=>{o=r()?"light":"dark",ft({theme:o}),a()}),n.addEventListener("change",a),window.addEventListener("before\
print",()=>i(!0)),window.addEventListener("afterprint",()=>i(!1)),{show:a,take(c){o=c,a()},get theme(){return o},get dark(){return r()}}}var Rn=12,pt=4,$n=["station","treinstation","halte","bahnhof","bhf","haltestelle","stop"];function me(t,e){return(t+" ").startsWith(e+" ")?0:t.startsWith(e)?1:t.
includes(" "+e)?2:t.includes(e)?3:pt}var ut=t=>t.replace(/([aou])e/g,"$1");function Pn(t){let e=t.split(" "),n=e.filter(s=>!$n.includes(s)),o=n.length>0&&n.length<
e.length;return{name:o?n.join(" "):t,station:o}}function Dn(t,e){let n=ut(E(e));if(!n)return[];let{name:o,station:s}=Pn(n),r=a=>Math.min(me(ut(a.plain),n),s&&a.
kind==="stop"?me(ut(a.plain),o):pt);return t.map(a=>({fit:r(a),entry:a})).filter(a=>a.fit<pt).sort((a,i)=>a.fit-i.fit||i.entry.weight-a.entry.weight).slice(0,Rn).
map(({entry:a})=>a)}function jn(t){let e=d("label",{class:"legend",for:t}),n=d("input",{id:t,class:"place-box",type:"text",role:"combobox",autocomplete:"off",spellcheck:"\
false","aria-autocomplete":"list","aria-expanded":"false","aria-controls":t+"-list","aria-describedby":t+"-hint"}),o=d("span",{id:t+"-hint",class:"small"}),s=d(
"ul",{id:t+"-list",class:"place-list",role:"listbox",hidden:!0}),r=d("span",{class:"hidden",role:"status"}),a=d("div",{class:"choice search"},e,d("div",{class:"\
box"},n,s),o,r);return{label:e,input:n,hint:o,list:s,said:r,node:a}}function Un({input:t,list:e,said:n},o,s,r){let a=[],i=-1;function c(l){i=l,[...e.children].forEach(
(p,m)=>p.setAttribute("aria-selected",String(m===i)));let u=e.children[i];if(!u){t.removeAttribute("aria-activedescendant");return}u.scrollIntoView({block:"near\
est"}),t.setAttribute("aria-activedescendant",u.id)}function f(l,u){let p=d("li",{role:"option",id:t.id+"-"+u,"aria-selected":"false"},d("span",{class:"name"},l.
name),d("span",{class:"small"},l.note()));return p.addEventListener("pointerdown",m=>{m.preventDefault(),r(l)}),p}return{close(){e.hidden=!0,c(-1),t.setAttribute(
"aria-expanded","false")},open(){a=Dn(s,t.value),e.replaceChildren(...a.map(f)),e.hidden=a.length===0,t.setAttribute("aria-expanded",String(a.length>0));let l=!a.
length&&E(t.value)!=="";return n.textContent=a.length?o.t("place_found",{n:o.count(a.length)}):l?o.t("place_none"):"",c(a.length?0:-1),l},move:l=>c((i+l+a.length)%
a.length),marked:()=>e.hidden?void 0:a[i],any:()=>a.length>0}}function de(t,e,n,o="place"){let s=jn(o),{input:r,hint:a,list:i,said:c}=s,f="";function l(g){a.textContent=
g?f?t.t("place_none_still",{name:f}):t.t("place_none"):t.t("place_hint"),a.classList.toggle("warn",g),r.setAttribute("aria-invalid",String(g))}let u=Un(s,t,e,p);
function p(g){u.close(),l(!1),n(g.key),r.select()}let m=()=>l(u.open());function h(){u.close(),l(!1),r.value=f}function y(){let g=u.marked();g?p(g):!u.any()&&E(
r.value)&&(r.value=f,r.select())}let x={ArrowDown:()=>i.hidden?m():u.move(1),ArrowUp:()=>i.hidden?m():u.move(-1),Enter:y,Escape:h};return r.addEventListener("in\
put",m),r.addEventListener("focus",()=>r.select()),r.addEventListener("blur",()=>{h(),c.textContent=""}),r.addEventListener("keydown",g=>{Object.hasOwn(x,g.key)&&
(x[g.key](),g.preventDefault())}),{node:s.node,show(g){s.label.textContent=t.t("place"),l(!1),i.setAttribute("aria-label",t.t("place")),f=g,(document.activeElement!==
r||i.hidden)&&(r.value=g)}}}function Bn(t,{level:e,sector:n,kind:o}){let s=[];if(o!=="all"&&t.type!==o)return null;if(e!=="all"){if(t.low===null&&t.high===null)s.push("level");else if((t.low??
1)>Number(e)||(t.high??8)<Number(e))return null}if(n!=="all"){if(!t.nace.length)s.push("sector");else if(!t.nace.some(r=>n.includes(r)))return null}return s}function Fn(t,e,n){
if(e!=="any")return[t[e][n],e];let o=[NaN,""];for(let[s,r]of Object.entries(t))!(r[n]>=o[0])&&!Number.isNaN(r[n])&&(o=[r[n],s]);return o}function he(t,e,n,o){let s=[];
for(let a of t){let i=Bn(a,e);if(i===null)continue;let[c,f]=n&&(o===null||a.country===o)?Fn(n,e.trip,a.point):[NaN,""];s.push({offer:a,minutes:c,by:f,unsure:i})}
let r=a=>Number.isNaN(a.minutes)?1/0:a.minutes;return s.sort((a,i)=>r(a)===r(i)?0:r(a)-r(i))}var B=({minutes:t},e)=>t<=e*1.0001,Hn=[["at","home"],["level","leve\
l"],["sector","sector"],["kind","kind"],["by","trip"],["min","cutoff"],["border","border"]],ge=t=>Object.fromEntries(Hn.filter(([,e])=>t[e]!==null).map(([e,n])=>[
e,String(t[n])]));function X(t,e,n){let o=Math.round(Number(t.min)),s=t.min!==void 0&&Number.isFinite(o);return{home:n.homes.has(t.at)?t.at:e.home,level:["all",
...n.levels].includes(t.level)?t.level:e.level,sector:/^(all|[A-U]+)$/.test(t.sector??"")?t.sector:e.sector,kind:["all",...n.kinds].includes(t.kind)?t.kind:e.kind,
trip:["any",...n.trips].includes(t.by)?t.by:e.trip,cutoff:s?Math.max(5,Math.min(90,o)):e.cutoff,border:["open","closed"].includes(t.border)?t.border:e.border}}function mt(t,e){let n=d("label",{for:"c-"+t,class:"legend"}),o=d("select",{id:"c-"+t});return o.addEventListener("change",()=>e({[t]:o.value})),{node:d("div",{
class:"choice"},n,o),show(s,r,a){n.textContent=s,o.replaceChildren(...r.map(([i,c])=>{let f=d("option",{value:i},c);return f.selected=i===a,f}))}}}function ye(t,e){
let n=d("legend",{class:"legend"}),o=d("div",{class:"pills"});return{node:d("fieldset",{class:"choice"},n,o),show(s,r,a){n.textContent=s;let i=o.contains(document.
activeElement);o.replaceChildren(...r.map(([c,f])=>{let l=d("input",{type:"radio",name:t,value:c,checked:c===a});return l.addEventListener("change",()=>e({[t]:c})),
d("label",{class:"pill"},l,d("span",{},f))})),i&&o.querySelector("input:checked")?.focus()}}}function Wn(t){let e=d("label",{for:"c-cutoff",class:"legend"}),n=d(
"output",{for:"c-cutoff"}),o=d("input",{id:"c-cutoff",type:"range",min:5,max:90,step:5});return o.addEventListener("input",()=>t({cutoff:Number(o.value)})),{node:d(
"div",{class:"choice slide"},e,n,o),show(s,r,a){e.textContent=s,n.textContent=r,o.value=String(a),o.setAttribute("aria-valuetext",r)}}}function we(t,{words:e,entries:n,
ask:o,trips:s,levels:r,sections:a,kinds:i,border:c}){let{t:f}=e,l=de(e,n,g=>o({home:g})),u=ye("trip",o),p=Wn(o),[m,h,y]=[mt("level",o),mt("sector",o),mt("kind",
o)],x=ye("border",o);return t.append(l.node,u.node,p.node,d("div",{class:"pair"},m.node,h.node),...i.length>1?[y.node]:[],...c?[x.node]:[]),t.addEventListener("\
submit",g=>g.preventDefault()),{show(g,v){l.show(v),u.show(f("offers_by"),[["any",f("offers_any")],...s.map(w=>[w,e.named("modes",w)??w])],g.trip),p.show(f("off\
ers_cutoff"),f("minutes",{n:e.count(g.cutoff)}),g.cutoff);let _=["all",f("offers_all")],O=(w,k)=>w.includes(k)||k==="all"?w:[...w,k],T=(w,k)=>e.named(w,k)??[...k].
map(S=>e.named(w,S)??S).join(" / ");m.show(f("offers_level"),[_,...O(r,g.level).map(w=>[w,T("levels",w)])],g.level),h.show(f("offers_sector"),[_,...O(a,g.sector).
map(w=>[w,T("sectors",w)])],g.sector),y.show(f("offers_kind"),[_,...i.map(w=>[w,e.capital(T("opp_types",w))])],g.kind),x.show(f("offers_border"),[["open",f("off\
ers_open")],["closed",f("offers_closed")]],g.border)}}}function xe(t,e,n=null){let o=new Map,s=0,r=a=>new Promise((i,c)=>{o.set(++s,{answered:i,refused:c}),t.postMessage({number:s,asked:a})});return new Promise((a,i)=>{
t.addEventListener("error",c=>{let f=new Error(c.message||"no worker");i(f);for(let{refused:l}of o.values())l(f);o.clear()}),t.addEventListener("message",({data:c})=>{
let f=o.get(c.number);o.delete(c.number),c.opened?a(r):f?c.failed===void 0?f.answered(c):f.refused(new Error(c.failed)):i(new Error(c.failed))}),t.postMessage({
...e,first:n})})}async function _e({manifest:t,chunks:e},n){let o=t.meta.trips.map(({id:c})=>c),s={place:{kind:"place",index:0},trip:o[0]},r=(async()=>{try{let c=new Worker(URL.
createObjectURL(new Blob([n],{type:"text/javascript"})));return await xe(c,{manifest:t,chunks:e},s)}catch{let c=await globalThis.GrensgeoEngine.open(t,e);return async f=>c.
times(f)}})(),a=t.parts.map((c,f)=>({part:c,chunk:e[f]})).filter(({part:c})=>c.name.startsWith("place/")),i=await N({...t,parts:a.map(({part:c})=>c)},a.map(({chunk:c})=>c));
return{homes:{id:i["place/id"],lon:i["place/lon"],lat:i["place/lat"]},async minutes(c,f){let l=await r,u={};for(let p of o){let m={place:{kind:"place",index:c},
trip:p,foreign_routing:f};u[p]=(await l(m)).minutes}return u}}}var dt=t=>L.CircleMarker.extend({_updatePath(){let{x:e,y:n}=this._point;this._renderer._setPath(this,t(e,n,this._radius))}});function ve(t,e,n){let o=n*1.3;return`\
M${t-o} ${e}L${t} ${e-o}L${t+o} ${e}L${t} ${e+o}Z`}function Oe(t,e,n){return`M${Array.from({length:10},(s,r)=>{let a=n*(r%2?.45:1);return`${t+a*Math.sin(r*Math.
PI/5)} ${e-a*Math.cos(r*Math.PI/5)}`}).join("L")}Z`}var $=5,Zn="#c2185b";function Se(t,e,n){let o=dt(ve),s=dt(Oe),r={pane:"points",renderer:n.renderers.points},a=[],i=null;return{home(c){i?.remove(),i=c&&new s(c,
{...r,interactive:!1,radius:13,color:"#ffffff",weight:2,fillColor:Zn,fillOpacity:1}).addTo(t)},draw(c,{at:f,cutoff:l,own:u,pick:p}){for(let h of a)h.remove();a=
[];let m=new Map;for(let h of c)m.set(h.offer.point,[...m.get(h.offer.point)??[],h]);for(let h of[...m.values()].reverse()){let[y]=h,x=B(y,l),g=h.filter(O=>B(O,
l)).length,v=u!==null&&y.offer.country!==u?o:L.CircleMarker,_=new v(f(y),x?{...r,radius:Math.min(7+1.5*Math.log2(g),14),color:"#1d1f24",weight:1.4,fillOpacity:1,
fillColor:e.bands[Math.min($-1,Math.floor(y.minutes/l*$))]}:{...r,radius:4.5,color:"#4a4f59",weight:1.4,fillColor:"#ffffff",fillOpacity:.8});_.on("click",()=>p(
y,h)),a.push(_.addTo(t))}}}}var ke=.02;function Ae({cells:{lon:t,lat:e}}){let n=new Map,o=s=>Math.floor(s/ke);for(let s=0;s<t.length;s++){let r=o(t[s])+" "+o(e[s]);n.set(r,[...n.get(r)??[],s])}return(s,r)=>{
let a=Math.cos(r*Math.PI/180),[i,c]=[-1,ke];for(let f of[-2,-1,0,1,2])for(let l of[-1,0,1])for(let u of n.get(o(s)+f+" "+(o(r)+l))??[]){let p=Math.hypot((t[u]-s)*
a,e[u]-r);p<c&&([i,c]=[u,p])}return i}}var ht="|";function Ie(t,e,n,o,{id:s,words:r}){function a(u,p,m,h,y){let x=o(p,m);return x<0?[]:[{key:s[x]+ht+u,kind:"place",name:u,plain:E(u),weight:h,note:y}]}
let i=t.base.places.flatMap(([u,p,m])=>{let h=e.areas[u];return a(h.name,p,m,1e9+h.population,()=>r.t("kind_place")+" · "+h.nuts3)}),c=new Set(i.map(u=>u.plain)),
f=n?.base,l=f?[...f.layer.keys()].filter(u=>f.layer[u]==="place").flatMap(u=>{let[p,m]=nt(f,u);return c.has(E(f.name[u]))?[]:a(f.name[u],p,m,f.people[u],()=>r.t(
"kind_village"))}):[];return[...i,...l]}function Jn(t,e,n){return t.some(o=>{let s=!1;for(let r of o)for(let a=0,i=r.length-1;a<r.length;i=a++){let[[c,f],[l,u]]=[
r[a],r[i]];c>e!=l>e&&n<(u-f)*(e-c)/(l-c)+f&&(s=!s)}return s})}async function Ee({engine:{manifest:t,chunks:e}}){let n=[...t.parts.keys()].filter(s=>/^cell\/(lon|lat)$/.
test(t.parts[s].name)),o=await N({...t,parts:n.map(s=>t.parts[s])},n.map(s=>e[s]));return Array.from(o["cell/lon"],(s,r)=>L.latLng(o["cell/lat"][r],s))}function Te(t,e){
let n=new Map(t.id.map((o,s)=>[o,s]));return{id:t.id,numbers:n,at:Ae({cells:t}),spot:o=>L.latLng(t.lat[o],t.lon[o]),area:o=>e.find(({rings:s})=>Jn(s,t.lat[o],t.
lon[o]))}}var gt="home";function Vn({offers:t,start:e}){let n=o=>t.some(({low:s,high:r})=>(s!==null||r!==null)&&(s??1)<=Number(o)&&Number(o)<=(r??8));return{kinds:[...new Set(
t.map(o=>o.type))],levels:["1","2","3","4","5","6","7","8"].filter(o=>e.level===o||n(o)),sections:[...new Set(t.flatMap(o=>o.nace))].sort()}}function Le({map:t,
data:e,words:n,page:o,telling:s,spots:r,homes:a,asked:i}){let c=Vn(e),f={trips:e.trips,homes:a.numbers,...c},l=e.start.home!==null,u={state:X(i,{home:l?gt:null,
level:e.start.level,sector:e.start.sector,kind:"all",trip:"any",cutoff:e.start.cutoff,border:"open"},f),named:"",shown:s.STEP,answer:null},p=()=>u.state.home===
null?null:a.numbers.get(u.state.home)??null,m=()=>p()===null?void 0:a.area(Number(p()));return{map:t,data:e,words:n,page:o,telling:s,now:u,known:f,choices:c,spots:r,
homes:a,border:e.base.border.length>0,at:h=>r[h.offer.point],home:{number:p,country:()=>m()?.country??null,spot:()=>p()===null?null:a.spot(Number(p())),onGrid:()=>u.
state.home!==null&&u.state.home!==gt,name(){return p()===null?"":u.named?u.named:u.state.home===gt?e.start.home_name||n.t("offers_home"):n.t("offers_spot",{name:m()?.
name??"?"})}}}}function Ne(t,e){let n=d("i",{class:"swatch","aria-hidden":"true"});return t.startsWith("url(#")?n.classList.add(t.slice(5,-1)):n.style.backgroundColor=t,d("li",
{},n,e)}var K=(t,e)=>d("li",{},d("i",{class:"swatch "+t,"aria-hidden":"true"}),e);var yt=t=>d("li",{class:"said"},t);var wt=3;function Me({words:t,now:e,home:n},o,s){let r=t.count(o.length);if(n.number()===null||!e.answer){b("headline").textContent=t.t("offers_ask",{of:r});return}
let a=e.state.trip==="any"?t.t("offers_by_any"):t.named("by_mode",e.state.trip)??e.state.trip,i=Object.values(e.answer.times).every(f=>Array.from(f).every(Number.
isNaN)),c=s.filter(f=>f.offer.country!==n.country()).length;b("headline").replaceChildren(...t.sentence(i?"offers_lost":"offers_head",{home:d("b",{},n.name()),n:d(
"b",{},t.count(s.length)),of:r,cutoff:t.count(e.state.cutoff),by:a,across:d("b",{},t.count(c))}))}function Ce({words:t,data:e,now:n,home:o,border:s},r,a){let{t:i,
count:c}=t,f=n.state.cutoff/$,l=({minutes:u})=>Math.min($-1,Math.floor(u/f));b("legend-title").textContent=i("offers_legend"),b("legend").replaceChildren(...e.bands.
slice(0,$).map((u,p)=>Ne(u,i("offers_band",{a:c(f*p),b:c(f*(p+1)),n:c(a.filter(m=>l(m)===p).length)}))),K("far",i("offers_far",{n:c(r.length-a.length)})),K("hom\
e",i("offers_home")),...s?[K("diamond",i("offers_abroad"))]:[],...n.state.border==="closed"?[yt(i("offers_closed_means"))]:[],...o.onGrid()?[yt(i("offers_grid"))]:
[])}function bt({map:t,words:e,telling:n,now:o,home:s,at:r},a,i){if(!o.answer)return;let{times:c}=o.answer,f=i.slice(0,wt).map(u=>n.card(u,c,u.offer.country!==s.
country())),l=i.length>wt?[d("div",{class:"small"},"+ "+e.count(i.length-wt))]:[];L.popup({maxWidth:300,maxHeight:320,autoPanPadding:[16,16]}).setLatLng(r(a)).setContent(
d("div",{},...f,...l)).openOn(t)}var Re=t=>t.replace(/(?<=^|[,;\t\r\n]["\s]*)(?=[=+\-@\t\r\n])/g,"'");var $e=["title","company","address","postcode","town","municipality","country","level","sector","language","count"];function Pe(t,e,n,{times:o,home:s,above:r}){
let a=t.language==="en"?",":";";function i(p){let m=typeof p=="number"?String(p):Re(String(p??""));return/[",;\n\r]/.test(m)?'"'+m.replace(/"/g,'""')+'"':m}let c=p=>t.
named("columns",p)??p,f=p=>t.named("short",p)??t.named("modes",p)??p,l=[c("minutes"),t.t("offers_by"),...$e.map(c),...e.map(p=>f(p)+" (min)"),c("across"),c("loc\
ated")],u=n.map(({offer:p,minutes:m,by:h})=>[Math.round(m),f(h),...$e.map(y=>p[y]),...e.map(y=>Number.isNaN(o[y][p.point])?"":Math.round(o[y][p.point])),p.country===
s?"":"x",t.named("located",p.located.replace(" ","_"))]);return"\uFEFF"+[...r.map(p=>[p]),l,...u].map(p=>p.map(i).join(a)).join(`\r
`)+`\r
`}var Qn=["place","main place"],De=40;function je(t,e){let{t:n}=t,o=l=>t.count(Math.round(l)),s=l=>t.named("short",l)??t.named("modes",l)??l,r=({offer:l})=>l.title??
l.company??l.id;function a({offer:l}){let u=[l.postcode,l.town??l.municipality].filter(Boolean).join(" ");return[l.title===null?null:l.company,l.address,u].filter(
Boolean).join(", ")}function i({offer:l,unsure:u}){return[l.level,l.sector,l.type==="internship"?null:t.named("opp_types",l.type),l.count!==null&&l.count>1?n("o\
ffers_places",{n:t.count(l.count)}):null,u.length?n("offers_not_told",{what:u.map(m=>n("offers_"+m).toLocaleLowerCase()).join(", ")}):null,l.located==="point"?null:
n("offers_located",{how:t.named("located",l.located.replace(" ","_"))??l.located})].filter(Boolean).join(" · ")}function c({offer:l,by:u},p){return e.flatMap((m,h)=>{
let y=p[m][l.point],x=Number.isNaN(y)?"–":n("minutes",{n:o(y)});return[h?" · ":"",s(m)+" ",m===u?d("b",{},x):x]})}let f=(l,u)=>u?d("span",{class:"abroad"},n(
"offers_abroad")+" ("+n(l.offer.country.toLowerCase())+")"):null;return{whole:o,modeName:s,card:(l,u,p)=>d("div",{class:"card"},d("div",{class:"main"},n("minute\
s",{n:o(l.minutes)})),d("strong",{},r(l)),f(l,p),d("div",{},a(l)),d("div",{class:"by"},...c(l,u)),d("div",{class:"small"},i(l))),list(l,{times:u,home:p,shown:m,
open:h,more:y}){Yt(b("list"),...l.slice(0,m).map(g=>{let v=d("button",{type:"button",class:"what","data-key":g.offer.id},r(g));return v.addEventListener("click",
()=>h(g)),d("li",{},d("div",{class:"time"},o(g.minutes),d("small",{},n(Qn.includes(g.offer.located)?"offers_about":"offers_min"))),d("div",{},v,f(g,g.offer.country!==
p),d("div",{},a(g)),d("div",{class:"by"},...c(g,u)),d("div",{class:"small"},i(g))))}));let x=l.length-m;b("list-more").replaceChildren(...x>0?[G(n("offers_more",
{n:t.count(Math.min(x,De))}),y)]:l.length?[]:[n("offers_none")])},csv:(l,u,p,m)=>Pe(t,e,l,{times:u,home:p,above:m}),STEP:De}}var qn=300,xt=()=>Object.fromEntries(new URLSearchParams(location.hash.slice(1)));async function to(t,e,n){let o=lt({...e.labels,mode_of_trip:{}},n),s=Ht(t,e),a={
map:t,words:o,base:s,choosing:{view:()=>({kind:"offers"}),layerControls:()=>e.trips,chosen:u=>u},data:{...e,labels:{...e.labels,mode_of_trip:{}}}};it(o,e,t.getContainer());
let[i,c,f]=await Promise.all([_e(e.engine,b("grensgeo-engine").textContent),Ft(t,e),Ee(e)]);return{session:Le({map:t,data:e,words:o,page:a,spots:f,homes:Te(i.homes,
s.areas),telling:je(o,e.trips),asked:xt()}),engine:i,ground:c,base:s}}function eo(t,e,n){let{data:o,words:s,now:r,home:a,telling:i,at:c}=t,f=r.answer?.times??null,
l=a.country(),u=he(o.offers,r.state,f,r.state.border==="closed"?l:null),p=u.filter(m=>B(m,r.state.cutoff));return it(s,o,t.map.getContainer()),re(t.page),Me(t,u,
p),e.home(a.spot()),e.draw(u,{at:c,cutoff:r.state.cutoff,own:l,pick:(m,h)=>bt(t,m,h)}),b("list-box").hidden=f===null,b("list-title").textContent=s.t("offers_lis\
t"),f&&i.list(p,{times:f,home:String(l),shown:r.shown,open:m=>bt(t,m,[m]),more(){r.shown+=i.STEP,n()}}),Ce(t,u,p),p}function no({now:t,home:e,telling:n},o,s){let r=0;
return async a=>{let[i,c]=String(a.home??"").split(ht);a.home&&(t.named=c??""),t.state={...t.state,...a,...a.home?{home:i}:{}},t.shown=n.STEP;let f=e.number(),l=++r,
u=f+"/"+t.state.border;if(f!==null&&t.answer?.key!==u){let p=await o.minutes(f,t.state.border!=="closed");if(l!==r)return;t.answer={key:u,times:p}}s(),b("said").
textContent=b("headline").textContent}}function oo(t,{ask:e,showAll:n,names:o,reached:s,paper:r}){let{map:a,words:i,homes:c,now:f,home:l,telling:u,known:p}=t;a.
on("click",({latlng:m})=>{let h=c.at(m.lng,m.lat);h<0?b("said").textContent=i.t("outside_click"):e({home:c.id[h]})}),a.on("moveend zoomend resize viewreset",o),
te(m=>{ft({language:m}),i.language=m,n()}),b("print").addEventListener("click",()=>window.print()),b("csv").addEventListener("click",()=>{if(!f.answer)return;let m=u.
csv(s(),f.answer.times,String(l.country()),[b("headline").textContent]);Q(new Blob([m],{type:"text/csv;charset=utf-8"}),"offers.csv")}),window.addEventListener(
"beforeprint",()=>r(!0)),window.addEventListener("afterprint",()=>r(!1)),window.addEventListener("hashchange",()=>{f.state=X(xt(),f.state,p),e({})})}function so({
words:t,now:e},n){let o=0;return()=>{clearTimeout(o),o=window.setTimeout(()=>{let s=n(),r=new URLSearchParams({lang:t.language,...s==="auto"?{}:{theme:s},...ge(
e.state)});try{history.replaceState(null,"","#"+r)}catch{}},qn)}}async function ro(t){let e=st(),{lang:n,theme:o}=xt(),s=ue(e.language,{language:n,theme:o});t.getContainer().
setAttribute("role","application");let{session:r,engine:a,ground:i,base:c}=await to(t,e,s.language),{words:f,now:l,home:u,homes:p,choices:m,border:h}=r;t.setMaxBounds(
c.bounds.pad(1.2));let y=()=>qt(r.page,i?.base??null,[]),x=pe(s.theme,S=>{Xt(e.sides,S),i?.layer.dress(S),y(),b("theme").textContent=f.t(S?"theme_light":"theme_\
dark")}),g=so(r,()=>x.theme),v=Se(t,e,c),_=[],O=no(r,a,w),T=we(b("controls"),{words:f,ask:O,trips:e.trips,border:h,...m,entries:Ie(e,c,i,p.at,{id:p.id,words:f})});
function w(){_=eo(r,v,w),T.show(l.state,u.name()),x.show(),g()}function k(){let S=u.spot(),M=L.latLngBounds([...r.spots,...S?[S]:[]]);t.fitBounds(M.isValid()?M:
c.bounds,{padding:[30,30],maxZoom:12,animate:!1})}return oo(r,{ask:O,showAll:w,names:y,reached:()=>_,paper(S){t.invalidateSize({animate:!1,pan:!1}),k(),i?.layer.
paper(S)}}),oe(t,k),se(t,()=>t.invalidateSize({animate:!1})),await O({}),t.invalidateSize({animate:!1,pan:!1}),k(),{ask:O,state:()=>({...l.state}),reached:()=>_}}
Object.assign(globalThis,{grensgeoPage(t){let e=ro(t).catch(n=>{throw b("headline").textContent=lt(st().labels,document.documentElement.lang).t("offers_failed",
{reason:String(n?.message??n)}),n});Object.assign(globalThis,{grensgeoOffers:{ready:e}})}});})();
