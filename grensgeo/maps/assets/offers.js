/* grensgeo offers: bundled from js/ by `make js`; edit there.
   sources b0a8ec34de7d11da: src/atlas/places.js src/atlas/search.js src/engine/answers.js src/engine/hierarchy.js src/engine/journey.js src/engine/later.js src/engine/path.js src/engine/streets.js src/engine/sweep.js src/engine/timetable.js src/engine/transit.js src/engine/weights.js src/engine/why.js src/engine/worker.js src/offers/controls.js src/offers/engine.js src/offers/list_csv.js src/offers/main.js src/offers/marks.js src/offers/places.js src/offers/session.js src/offers/showing.js src/offers/state.js src/offers/telling.js src/pages/base.js src/pages/keys.js src/pages/names.js src/pages/small_print.js src/shared/after_paint.js src/shared/appearance.js src/shared/areas.js src/shared/base_map.js src/shared/base_names.js src/shared/canvas_layer.js src/shared/elements.js src/shared/geometry.js src/shared/marks.js src/shared/numbers.js src/shared/page.js src/shared/precision.js src/shared/room.js src/shared/saving.js src/shared/small_table.js src/shared/unpack.js src/shared/words.js */
"use strict";(()=>{function Q(t,e){let n=document.createElement("a");n.href=URL.createObjectURL(t),n.download=e,document.body.append(n),n.click(),n.remove(),setTimeout(()=>URL.revokeObjectURL(
n.href),1e4)}var St=85.0511287798,kt=t=>256*(t+180)/360;function It(t){let e=Math.sin(Math.max(-St,Math.min(St,t))*Math.PI/180);return 256*(.5-Math.log((1+e)/(1-e))/(4*Math.
PI))}var Et=(t,e)=>[360*t/256-180,360/Math.PI*Math.atan(Math.exp(2*Math.PI*(.5-e/256)))-90];function Tt(t){let e=new Int32Array(t.length+1);for(let n=0;n<t.length;n++)
e[n+1]=e[n]+t[n];return e}function q(t){let e=[],[n,o]=[0,0];for(let s=0;s<t.length;s+=2)n+=t[s],o+=t[s+1],e.push([o/1e4,n/1e4]);return e}var Ze="ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_",At=5;function Lt(t){let e=[],[n,o,s]=[0,0,0];for(let c of t){let i=Ze.indexOf(c);o|=(i&
31)<<s,s+=At,!(i>>At)&&(n+=o>>>1^-(o&1),e.push(n),[o,s]=[0,0])}return e}var Mt=(t,e)=>t[2]<e[0]||t[0]>e[2]||t[3]<e[1]||t[1]>e[3];var Je=[[9,15e4],[10,5e4]];function Ve(t,e){let n=[];for(let o=0;o<t.length;o+=2){let[s,c]=[t[o],t[o+1]];for(let i=0;i<Math.abs(c);i++)n.push(e[s+Math.sign(c)*i])}
return n}function Nt({areas:t,corners:e}){let[n,o]=e.map(Lt),s=o.map((c,i)=>[c/1e4,n[i]/1e4]);return t.map(([c,i,r,a,f,l,u],p)=>{let m=u.map(h=>h.map(y=>Ve(y,s)));
return{number:p,code:c,name:i,country:r,nuts3:a,part:f,population:l,rings:m,centre:L.latLngBounds(m.flat(2)).getCenter()}})}function Ct(t,e){let n=Je.find(([o])=>e<
o);return t.part!=="ring"||!n||t.population>=n[1]}var Rt=t=>t>2e5?15:t>6e4?13:11.5;function $t(t){let e=!1,n=0;function o(){e&&(e=!1,t())}let s=()=>requestAnimationFrame(()=>requestAnimationFrame(()=>{n||o()}));function c(){clearTimeout(n),n=0,
e&&s()}return{flush:o,release:c,ask(){!e&&!n&&s(),e=!0},hold(){clearTimeout(n),n=Number(setTimeout(c,400))}}}function Pt(t){let e=window.devicePixelRatio||1;return Math.min(2,Math.max(1,t?Math.round(e):e))}function Dt(t,e,n){let o={options:{padding:.15},_initContainer(){
this._container=L.DomUtil.create("canvas",e),this._container.setAttribute("aria-hidden","true"),this._context=this._container.getContext("2d")},_destroyContainer(){
L.DomUtil.remove(this._container)},_lay(c){let i=this._bounds.getSize(),r=this._container,a=Math.max(1,Math.round(i.x*c)),f=Math.max(1,Math.round(i.y*c));L.DomUtil.
setPosition(r,this._bounds.min),r.style.width=i.x+"px",r.style.height=i.y+"px";let l=r.width!==a||r.height!==f;l&&Object.assign(r,{width:a,height:f});let u=this.
_map.getPixelOrigin().add(this._bounds.min),p=c*2**this._map.getZoom();return{other:l,frame:{width:a,height:f,ratio:c,scale:p,left:u.x*c,top:u.y*c}}}},s=L.Renderer.
extend({...o,...n});return new s({pane:t})}var et={uint8:Uint8Array,int8:Int8Array,uint16:Uint16Array,int16:Int16Array,uint32:Uint32Array,int32:Int32Array,float32:Float32Array,float64:Float64Array},tt="0\
123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%()*+-:;=?@^_`{|}~,.",jt=new Uint8Array(128);for(let t=0;t<tt.length;t++)jt[tt.charCodeAt(t)]=t;
function Qe(t){let e=Math.ceil(t.length/5),n=new Uint8Array(5*e).fill(tt.charCodeAt(84));new TextEncoder().encodeInto(t,n);let o=new Uint8Array(4*e);for(let s=0,
c=0;s<e;s++){let i=0;for(let r=c+5;c<r;c++)i=Math.imul(i,85)+jt[n[c]]|0;o[4*s]=i>>>24,o[4*s+1]=i>>>16,o[4*s+2]=i>>>8,o[4*s+3]=i}return o.subarray(0,Math.floor(4*
t.length/5))}async function qe(t){let e=new DecompressionStream("deflate"),n=e.writable.getWriter();return Promise.all([n.write(t),n.close()]).catch(()=>{}),new Uint8Array(
await new Response(e.readable).arrayBuffer())}function Ut(t,e){let n=new Int32Array(e),o=0;for(let s=0;s<e;s++){let[c,i,r]=[0,0,0];do r=t[o++],c|=(r&127)<<i,i+=7;while(r&128);n[s]=c}return n}function tn({n:t,
width:e},n){let o=new Int32Array(t);for(let s=0;s<t;s++){let c=n[s];e>1&&(c|=n[t+s]<<8),e>2&&(c|=n[2*t+s]<<16|n[3*t+s]<<24),o[s]=c}return o}var Bt=t=>t>>>1^-(t&
1);function Ft(t,e){let{n,width:o,steps:s=0,signed:c}=e,i=o===0?Ut(t,n):tn(e,t);if(c)for(let r=0;r<n;r++)i[r]=Bt(i[r]);for(let r=0;r<s;r++)for(let a=1;a<n;a++)i[a]=
i[a]+i[a-1]|0;return i}function en(t,{n:e,forms:n,values:o}){let s=Ut(t,o),c=Array.from({length:e},(r,a)=>String(n[s[a]][0])),i=e;for(let r=1;i<o;r+=2){let a=0;
for(let f=0;f<e;f++){let l=n[s[f]];r>=l.length||(a+=Bt(s[i++]),c[f]+=String(a).padStart(Number(l[r]),"0")+l[r+1])}}return c}function nn(t,e){let n=Ft(t.subarray(
e.n),e),o=10**e.digits;for(let s=0;s<e.n;s++)n[s]=n[s]*o+t[s];return n}function on(t,e){let n=new et[e.type](e.n),o=10**e.digits,s=Object.hasOwn(e,"null");for(let c=0;c<
e.n;c++)n[c]=s&&t[c]===e.null?NaN:t[c]/o;return n}function sn(t,{type:e,n,width:o}){let s=new Uint8Array(n*o);for(let a=0;a<o;a++)for(let f=0;f<n;f++)s[f*o+a]=t[a*
n+f];let c=new DataView(s.buffer),i=new et[e](n),r=o===8?"getFloat64":"getFloat32";for(let a=0;a<n;a++)i[a]=c[r](a*o,!0);return i}async function rn(t,e){let n=await qe(
Qe(e));if(t.type==="text")return t.forms?en(n,t):t.n===0?[]:new TextDecoder().decode(n).split(`
`);if(!Object.hasOwn(t,"steps"))return sn(n,t);let o=t.split?nn(n,t):Ft(n,t);return Object.hasOwn(t,"digits")?on(o,t):t.type==="int32"?o:et[t.type].from(o)}async function N(t,e){
if(t.format!==2||t.parts.length!==e.length)throw new Error(`packed in format ${t.format}, ${e.length} chunks`);let n=await Promise.all(t.parts.map((o,s)=>rn(o,e[s])));
return Object.fromEntries(t.parts.map((o,s)=>[o.name,n[s]]))}var cn=["nature","built_up","water"],an=[[1.5,4.5],[1.1,3.4],[.6,2.6],[.5,2]],nt=[8,13],Ht=1.1,ln=2.2,Wt=1.7,ot=({looks:t},e)=>t.levels_from.filter(n=>e>=n).length;
function j({looks:t},e,n,o){let s=t.shown_from[e];return o>=s[Math.min(n,s.length)-1]}function fn(t,e){let{layers:n}=e,{names:o,layer:s,rank:c,name:i,corners:r,
start_x:a,start_y:f,step_x:l,step_y:u}=t,p=Tt(r),m=r.length,h=new Float64Array(p[m]),y=new Float64Array(p[m]),x=new Float64Array(4*m),g=new Int32Array(m),[_,v,O,
k]=[0,0,0,0];for(let b=0;b<m;b++){_+=a[b],v+=f[b];let[A,E]=[_,v],[S,C,J,V]=[1/0,1/0,-1/0,-1/0];for(let T=p[b];T<p[b+1];T++)T>p[b]&&(A+=l[O],E+=u[O],O++),h[T]=kt(
A/1e4),y[T]=It(E/1e4),S=Math.min(S,h[T]),J=Math.max(J,h[T]),C=Math.min(C,y[T]),V=Math.max(V,y[T]);x.set([S,C,J,V],4*b),n[s[b]]==="place"&&(g[b]=t.people[k++])}return{
n:m,layer:Array.from(s,b=>n[b]),rank:c,name:Array.from(i,b=>o[b]),people:g,at:p,x:h,y,level:t.level,box:x,looks:e}}var st=({at:t,x:e,y:n},o)=>Et(e[t[o]],n[t[o]]);
async function Gt(t){if(!t)return null;let{manifest:e,chunks:n}=t;return fn(await N(e,n),e.meta)}function U({n:t,layer:e,rank:n,box:o},s,c,{width:i,height:r,scale:a,
left:f,top:l}){let u=[];for(let p=0;p<t;p++){if(e[p]!==s||n[p]!==c)continue;o[4*p]*a-f>i||o[4*p+2]*a-f<0||o[4*p+1]*a-l>r||o[4*p+3]*a-l<0||u.push(p)}return u}function B({
at:t,x:e,y:n,level:o},s,c,{scale:i,left:r,top:a}){let f=[];for(let l=t[s];l<t[s+1];l++)o[l]<=c&&f.push([e[l]*i-r,n[l]*i-a]);return f}function un(t,e,n,o,{sight:s,
level:c}){let i=cn.includes(n);t.beginPath();for(let r of U(e,n,o,s)){let a=B(e,r,c,s);a.length<(i?3:2)||(a.forEach(([f,l],u)=>u?t.lineTo(f,l):t.moveTo(f,l)),i&&
t.closePath())}}function R(t,e,n,o=[]){t.strokeStyle=e,t.lineWidth=n,t.setLineDash(o),t.stroke()}function pn(t,e,n,{zoom:o,ratio:s,colours:c,transit:i=!1}){let r=ot(
e,o),a=Math.max(0,Math.min(1,(o-nt[0])/(nt[1]-nt[0]))),f={sight:n,level:r};t.lineJoin="round",t.lineCap="round";function l(u,p){for(let m=e.looks.shown_from[u].
length;m>=1;m--)j(e,u,m,o)&&(un(t,e,u,m,f),p(m))}for(let u of["nature","built_up","water"])l(u,()=>{t.fillStyle=c[u],t.fill("nonzero")});if(l("waterway",u=>R(t,
c.river,s*(1+1.4*a)/Math.sqrt(u))),l("road",u=>{let[p,m]=an[u-1],h=s*(p+a*(m-p));R(t,c.casing,h+s*(u<3?Ht:.7*Ht)),R(t,c.road,h)}),t.lineCap="butt",l("rail",u=>{
let p=s*(u===1?1.7+a:1.3+a)*(i?Wt:1);i&&R(t,c.casing,p+2*s),R(t,c.rail,p),R(t,c.sleeper,p*.5,[5*s,5*s])}),t.setLineDash([]),!(!i&&!j(e,"station",1,o)))for(let u of U(
e,"station",1,n)){let[[p,m]]=B(e,u,r,n),h=s*ln*(i?Wt:1);t.fillStyle=c.station,t.fillRect(p-h,m-h,2*h,2*h),t.strokeStyle=c.rail,t.lineWidth=s,t.strokeRect(p-h,m-
h,2*h,2*h)}}function zt(t){let e=Dt(t,"base-map",{_update(){this._map._animatingZoom&&this._bounds||(this._bounds?this.late.ask():this._now())},_reset(){this._update(),
this._updateTransform(this._map.getCenter(),this._map.getZoom())},_now(){!this._map||this._map._animatingZoom&&this._bounds||(L.Renderer.prototype._update.call(
this),this.draw())},show(n){this._base=n,this.draw()},emphasise(n){this._transit=n,this.late.ask()},dress(n){this._dark=n,this.draw()},draw(){if(!this._base||!this.
_bounds)return;let{frame:n,other:o}=this._lay(Pt(!1));o||this._context.clearRect(0,0,n.width,n.height);let s=this._base.looks.colours[this._dark?"dark":"light"];
pn(this._context,this._base,n,{zoom:this._map.getZoom(),ratio:n.ratio,colours:s,transit:this._transit})}});return e.late=$t(()=>e._now()),e}var Yt=[["land",200,!1],["figures",300,!1],["bands",350,!1],["base",380,!0],["lines",400,!0],["frontier",420,!0],["points",430,!1],["chosen",440,!0],["names",620,
!0]],mn=Yt.map(([t])=>t).filter(t=>!["base","names"].includes(t)),Xt="var(--land)",dn="#7d7f86",hn="var(--faint)",gn="var(--border)",yn=.4,wn=[["water",{color:"\
#9cc3d9",weight:2}],["road",{color:"#8f8a80",weight:.9,opacity:.75}],["rail",{color:"#4a4a52",weight:1.6,dashArray:"6 3"}]];function bn(t){for(let[e,n,o]of Yt){
let s=t.createPane(e);s.style.zIndex=String(n),o&&(s.style.pointerEvents="none")}return Object.fromEntries(mn.map(e=>[e,L.svg({pane:e,padding:.4})]))}async function Kt(t,e){
let n=await Gt(e.base_map);if(!n)return null;let o=zt("base").addTo(t);return o.show(n),{base:n,layer:o}}function Zt(t,e){let n=bn(t),o=Nt(e.base),s=(u,p)=>({pane:u,
renderer:n[u],smoothFactor:yn,...p}),c=(u,p)=>s(u,{interactive:!1,...p});for(let u of o){L.polygon(u.rings,c("land",{stroke:!0,color:Xt,weight:.8,fillColor:Xt,fillOpacity:e.
land})).addTo(t);let p=u.part==="ring";L.polygon(u.rings,c("lines",{fill:!1,weight:p?.5:.8,color:p?hn:dn})).addTo(t)}for(let[u,p]of wn){let m=(e.lines[u]||[]).map(
q);m.length&&L.polyline(m,c("lines",p)).addTo(t)}let i=e.base.border.map(q);L.polyline(i,c("frontier",{color:"var(--halo)",weight:5,opacity:.9})).addTo(t),L.polyline(
i,c("frontier",{color:gn,weight:2.6})).addTo(t),L.control.scale({imperial:!1,position:"bottomright",maxWidth:120}).addTo(t);let[r,a,f,l]=e.base.bounds;return{areas:o,
frontier:i,renderers:n,live:s,flat:c,bounds:L.latLngBounds([r,a],[f,l])}}var rt=10,xn=6,G=14,_n=300,vn=34,On=[0,9,9.75,11.5],Sn=t=>t<9.5?26:60,An=2;function Jt(t){let e=t.getZoom(),n=t.containerPointToLayerPoint([0,0]),o=t.getPixelOrigin(),
s=t.getSize();return{width:s.x,height:s.y,scale:2**e,zoom:e,x:n.x,y:n.y,left:o.x+n.x,top:o.y+n.y}}function kn(t,{width:e,height:n}){let o=[];for(let c=1;c<t.length;c++){
let[[i,r],[a,f]]=[t[c-1],t[c]],l=Math.max(1,Math.ceil(Math.hypot(a-i,f-r)/12));for(let u=0;u<l;u++){let p=i+(u+.5)/l*(a-i),m=r+(u+.5)/l*(f-r);p>0&&m>0&&p<e&&m<n&&
o.push([p,m])}}let s=Math.floor(o.length/2);return o.map((c,i)=>o[s+(i%2?-1:1)*Math.ceil(i/2)]).filter(Boolean)}var In=t=>t.reduce((e,[n,o],s)=>s?e+Math.hypot(n-
t[s-1][0],o-t[s-1][1]):0,0);function Vt(t,e,n,o){let s=Jt(t),c=ot(e,s.zoom),i=[],r=new Map;for(let a of o){if(!j(e,"road",a,s.zoom)||s.zoom<On[a-1])continue;let f=U(
e,"road",a,s).filter(l=>e.name[l]).map(l=>({name:e.name[l],corners:B(e,l,c,s)})).map(l=>({...l,long:In(l.corners)})).filter(({long:l})=>l>=vn).sort((l,u)=>u.long-
l.long);for(let{name:l,corners:u}of f){if(i.length>=Sn(s.zoom))return i;let p=l.split("/").slice(0,An).join("/"),m=n.widthOf(p,rt,!0)+xn,h=l.split("/").flatMap(
y=>r.get(y)??[]);for(let[y,x]of kn(u,s)){if(h.some(([v,O])=>Math.hypot(v-y,O-x)<_n))continue;let[g,_]=[s.x+y-m/2,s.y+x-G/2];if(n.free([g-2,_-2,g+m+2,_+G+2])){n.
take([g,_,g+m,_+G]),i.push({text:p,rank:a,x:g,y:_,width:m,height:G}),h.push([y,x]);for(let v of l.split("/"))r.set(v,[...r.get(v)??[],[y,x]])}}}}return i}function Qt(t,e,n,o){
let s=Jt(t);return o.filter(c=>j(e,n,c,s.zoom)).flatMap(c=>U(e,n,c,s).map(i=>{let[[r,a]]=B(e,i,1/0,s);return{name:e.name[i],rank:c,people:e.people[i],at:L.point(
s.x+r,s.y+a)}}).sort((i,r)=>r.people-i.people))}var w=t=>document.getElementById(t);function qt(t,e,n){for(let[o,s]of Object.entries(e))s!==null&&s!==!1&&t.setAttribute(o,s===!0?"":String(s));return t.append(
...n.filter(o=>o!==null)),t}function d(t,e={},...n){return qt(document.createElement(t),e,n)}function it(t,e={},...n){let o=document.createElementNS("http://www\
.w3.org/2000/svg",t);return qt(o,e,n)}function te(t,e){for(let[n,o]of Object.entries(t))document.documentElement.style.setProperty("--side-"+n,o[e?1:0])}function z(t,e,n=null){let o=d("button",{type:"\
button",class:"link","data-key":n},t);return o.addEventListener("click",e),o}var ct=()=>JSON.parse(w("grensgeo-data").textContent);function ee(t,...e){let n=t.contains(
document.activeElement)?document.activeElement:null,o=n?.getAttribute("data-key")??null,s=!n?.matches(":focus-visible");if(t.replaceChildren(...e.filter(i=>i!==
null)),o===null)return;let c=[...t.querySelectorAll("[data-key]")].find(i=>i.getAttribute("data-key")===o);c instanceof HTMLElement&&c.focus({preventScroll:s})}function ne(t,e){let n=document.createElement("canvas").getContext("2d"),o=getComputedStyle(document.body).fontFamily,s=t.containerPointToLayerPoint([0,0]),c=L.
bounds(s,t.containerPointToLayerPoint(t.getSize())),[i,r]=[c.min,c.max];return{screen:c,point:a=>t.latLngToLayerPoint(a),free:a=>a[0]>=i.x&&a[2]<=r.x&&a[1]>=i.y&&
a[3]<=r.y&&e.every(f=>Mt(f,a)),take:(...a)=>{e.push(...a)},widthOf(a,f,l){return n.font=`${l?600:400} ${f}px ${o}`,n.measureText(a).width}}}var oe=({x:t,y:e},n,o,s)=>[
[t+s,e-o/2],[t-s-n,e-o/2],[t-n/2,e-o-4],[t-n/2,e+4]];function $(t,e,n){return t.style.transform=`translate(${e}px,${n}px)`,t}var En=13,at=18,se=14,Tn=12,Ln=[12,11.5,11,10.5],Mn=10.5,re=[58,170];function Nn({data:t,choosing:e,base:n},o){let s=e.view().kind==="isochrones"?e.layer().key[0]:
null;if(s===null||!t.origins[s]||n.areas.some(l=>l.code===s))return[];let[c,i]=t.origins[s],r=o.point([i,c]),a=e.view().names[s];o.take([r.x-10,r.y-10,r.x+20+o.
widthOf(a,se,!0),r.y+10]);let f=d("span",{class:"place big"},a);return f.style.fontSize=se+"px",[$(f,r.x+13,r.y-9)]}function ie(t,e,n,o,s){let c=o>Tn,i=n.widthOf(
t,o,c)+8,r=o*1.3,a=oe(e,i,r,4).find(([p,m])=>n.free([p,m,p+i,m+r]));if(!a)return[];let[f,l]=a;n.take([f,l,f+i,l+r],[e.x-3,e.y-3,e.x+3,e.y+3]);let u=d("span",{class:"\
place "+s+(c?" big":"")},t);return u.style.fontSize=o+"px",[$(d("i",{class:"dot "+s}),e.x-2.5,e.y-2.5),$(u,f+4,l)]}function X(t,e,n,o,s,c=new Set){return Qt(t,e,
o,s).filter(({name:i,at:r})=>n.screen.contains(r)&&!c.has(i.split(" (")[0])).flatMap(({name:i,rank:r,at:a})=>ie(i,a,n,o==="station"?Mn:Ln[r-1],o==="station"?"st\
op":"village"))}function Cn(t,e,n,o){let s=c=>Vt(t,e,n,c).map(({text:i,rank:r,x:a,y:f,width:l})=>{let u=d("span",{class:r===1?"place shield motorway":"place shi\
eld"},i);return u.style.fontSize=rt+"px",u.style.width=l+"px",$(u,a,f)});return[...s([1,2]),...X(t,e,n,"place",[2,3]),...s([3]),...X(t,e,n,"station",[1],o),...X(
t,e,n,"place",[4]),...s([4])]}function Rn(t,e,n,o){let s=o.widthOf(t.toLocaleUpperCase(),En,!0)+t.length*2.4+8;function c(r,a){let f=L.bounds([r-6,a-4],[r+s+6,a+
22]);return n.some(l=>l.some(u=>f.contains(u)))}let i=e.map(r=>[r.x-s/2,r.y-at/2]).find(([r,a])=>!c(r,a)&&o.free([r,a,r+s,a+at]));return i?(o.take([i[0],i[1],i[0]+
s,i[1]+at]),[$(d("span",{class:"country"},t),i[0],i[1])]):[]}function ce(t,e,n){let{map:o,data:s,words:c,base:i}=t,{x:r,y:a}=o.containerPointToLayerPoint([0,0]),
f=ne(o,[[r,a,r+re[0],a+re[1]],...n]),l=Nn(t,f);e&&l.push(...X(o,e,f,"place",[1]));for(let[p,m,h]of s.base.places){let y=i.areas[p],x=f.point([h,m]);!Ct(y,o.getZoom())||
!f.screen.contains(x)||l.push(...ie(y.name,x,f,Rt(y.population),y.part==="ring"?"ring":"town"))}let u=i.frontier.map(p=>p.map(f.point));if(u.flat().some(p=>f.screen.
contains(p))){let p=f.point(L.latLngBounds(i.frontier.flat()).getCenter());for(let m of new Set(i.areas.map(h=>h.country))){let h=i.areas.filter(y=>y.country===
m).map(y=>f.point(y.centre)).sort((y,x)=>y.distanceTo(p)-x.distanceTo(p));l.push(...Rn(c.t(m.toLowerCase()),h,u,f))}}if(e){let p=new Set(l.map(m=>String(m.textContent).
split(" (")[0]));l.push(...Cn(o,e,f,p))}o.getPane("names")?.replaceChildren(...l)}var $n=[[".leaflet-control-zoom-in","zoom_in"],[".leaflet-control-zoom-out","zoom_out"],["a.home","home"]],F=t=>[...document.querySelectorAll(`[data-${t}]`)].map(
e=>e);function lt(t,e,n){let{t:o}=t;document.documentElement.lang=t.language,document.title=t.in(e.title),w("title").textContent=t.in(e.title);for(let s of F("t\
ext"))s.textContent=o(String(s.dataset.text),{version:e.version});for(let s of F("said"))s.title=o(String(s.dataset.said));for(let s of F("label"))s.setAttribute(
"aria-label",o(String(s.dataset.label)));Pn(t.language),n.setAttribute("aria-label",o("map_region"));for(let[s,c]of $n){let i=document.querySelector(s);i&&(i.title=
o(c),i.setAttribute("aria-label",o(c)))}}function Pn(t){for(let e of F("language"))e.setAttribute("aria-pressed",String(e.dataset.language===t))}function ae(t){
for(let e of F("language"))e.addEventListener("click",()=>t(String(e.dataset.language)))}var Dn=5;function le(t,e){let n=t.filter(({concerns:o})=>!o.length||o.some(
s=>e.includes(s)));return[...n.filter(({concerns:o})=>o.length),...n.filter(({concerns:o})=>!o.length)].slice(0,Dn)}function fe(t){return t.url?d("a",{href:t.url,
rel:"noopener noreferrer",target:"_blank"},t.title):d("span",{},t.title)}function ue(t,e){let n=L.Control.extend({onAdd(){let o=L.DomUtil.create("div","leaflet-\
bar"),s=L.DomUtil.create("a","home",o);return s.href="#",s.setAttribute("role","button"),s.textContent="⌂",L.DomEvent.on(s,"click",c=>{L.DomEvent.stop(c),e()}),
o}});new n({position:"topleft"}).addTo(t)}function pe(t,e){let n=window.innerWidth;window.addEventListener("resize",()=>{if(window.innerWidth===n){t.invalidateSize(
{animate:!1});return}n=window.innerWidth,e()})}function me({data:t,words:e,choosing:n}){let{t:o}=e;w("notes").replaceChildren(...t.notes.map(r=>d("li",{},e.in(r.text),...r.details.map(a=>d("div",{class:"smal\
l"},e.in(a)))))),w("notes-box").hidden=t.notes.length===0;let s=t.labels.mode_of_trip,c=n.layerControls().map(n.chosen).map(r=>Object.hasOwn(s,r)?s[r]:r),i=le(t.
strip,c);w("strip-notes").textContent=i.map(r=>e.in(r.text)).join(" "),t.notes.length>i.length&&w("strip-notes").append(" ",z(o("more_notes",{n:e.plain(t.notes.
length)}),()=>{w("notes-box").open=!0,w("notes-box").scrollIntoView(),w("notes-box").querySelector("summary").focus()})),w("strip-sources").textContent=t.attributions.
length?o("source")+": "+t.attributions.map(e.in).join(" · "):"",w("sources").replaceChildren(...t.sources.map(r=>{let a=r.reference_date?o("reference_date",{date:r.
reference_date}):"";return d("li",{},fe(r),". "+[e.in(r.attribution),e.in(r.licence),a].filter(f=>f).join(" · "))}))}var I={nl:"nl-NL",de:"de-DE",en:"en-GB"},jn=.001,Un=10,Bn=.095,de=5e-4,he=.001,Fn=.995,Hn=.99;function Wn(t){return t>=jn&&t<1?{maximumSignificantDigits:2}:{maximumFractionDigits:t<
Un?1:0}}var Gn=t=>t.replace("-","−");function ft(t){let e=new Map;function n(a,f){let l=JSON.stringify(f),u=e.get(l);return u||e.set(l,u=new Intl.NumberFormat(
t,f)),u.format(a)}let o=a=>n(a,Wn(Math.abs(a))),s=a=>n(a,{style:"percent",maximumFractionDigits:a!==0&&Math.abs(a)<Bn?1:0});function c(a){return a>Fn&&a<1?">"+s(
Hn):a>0&&a<de?"<"+s(he):s(a)}let i=(a,f)=>f>0?"+"+a:Gn(a);function r(a){return a===0||Math.abs(a)>=de?i(s(a),a):(a<0?"−":"+")+"<"+s(he)}return{format:n,count:o,
share:s,part:c,signedShare:r,plain:a=>n(a,{}),signedCount:a=>i(o(a),a),minutes:(a,f=0)=>n(a,{minimumFractionDigits:f,maximumFractionDigits:f})}}var ut=Object.keys(I);function ge(t,e){return e.map(n=>n.slice(0,2).toLowerCase()).find(n=>ut.includes(n))??t}function zn(t,e){return t.replace(/\{(\w+)\}/g,(n,o)=>Object.
hasOwn(e,o)?e[o]:n)}var M=t=>t.normalize("NFD").replace(/\p{M}/gu,"").replace(/ß/g,"ss").toLowerCase().replace(/[^\p{L}\p{N}]+/gu," ").trim();function pt(t,e){
let n=e,o=ft(I[n]);function s(r,a){let f=t[r];return f&&a!==null&&Object.hasOwn(f,a)?f[a][n]:null}let c=(r,a={})=>zn(s("texts",r)??r,a);return{get language(){return n},
set language(r){n=r,o=ft(I[r])},named:s,t:c,count:r=>r===null||Number.isNaN(r)?c("missing"):o.count(r),share:r=>o.share(r),part:r=>o.part(r),plain:r=>o.plain(r),
signedCount:r=>o.signedCount(r),signedShare:r=>o.signedShare(r),minutes:(r,a)=>o.minutes(r,a),opportunity:r=>s("opportunities",r)??r,period:r=>s("periods",r)??r,
in:r=>r[n],capital:r=>r.charAt(0).toLocaleUpperCase(I[n])+r.slice(1),lowered:r=>r.charAt(0).toLocaleLowerCase(I[n])+r.slice(1),sort:(r,a)=>r.localeCompare(a,I[n]),
date:r=>new Intl.DateTimeFormat(I[n],{weekday:"short",day:"numeric",month:"short",timeZone:"UTC"}).format(r),clock:r=>new Intl.DateTimeFormat(I[n],{hour:"2-digi\
t",minute:"2-digit",timeZone:"UTC"}).format(r),sentence(r,a){return c(r).split(/(\{\w+\})/).map(f=>{let l=f.startsWith("{")?f.slice(1,-1):null;return l!==null&&
Object.hasOwn(a,l)?a[l]:f})}}}var ye="grensgeo",Xn=["light","dark"];function we(){try{let{language:t,theme:e}=JSON.parse(localStorage.getItem(ye)??"{}");return{language:t,theme:e}}catch{return{}}}
function mt(t){try{localStorage.setItem(ye,JSON.stringify({...we(),...t}))}catch{}}function be(t,e){let n=we(),o=(s,...c)=>c.find(i=>i!==void 0&&s.includes(i));
return{language:o(ut,e.language,n.language)??ge(t,navigator.languages),theme:o(Xn,e.theme,n.theme)??"auto"}}var xe=()=>window.matchMedia("(prefers-color-scheme:\
 dark)"),Yn=t=>t==="dark"||t!=="light"&&xe().matches;function _e(t,e){let n=t,o=!1,s=()=>!o&&Yn(n);function c(){document.documentElement.dataset.theme=s()?"dark":
"light",e(s())}function i(r){o=r,c()}return w("theme")?.addEventListener("click",()=>{n=s()?"light":"dark",mt({theme:n}),c()}),xe().addEventListener("change",c),
window.addEventListener("beforeprint",()=>i(!0)),window.addEventListener("afterprint",()=>i(!1)),{show:c,take(r){n=r,c()},get theme(){return n},get dark(){return s()}}}var Kn=12,ht=4,Zn=["station","treinstation","halte","bahnhof","bhf","haltestelle","stop"];function ve(t,e){return(t+" ").startsWith(e+" ")?0:t.startsWith(e)?1:t.
includes(" "+e)?2:t.includes(e)?3:ht}var dt=t=>t.replace(/([aou])e/g,"$1"),Jn=(t,e)=>e.startsWith(t)&&/^\s*\p{L}/u.test(e.slice(t.length));function Vn(t){let e=t.
split(" "),n=e.filter(s=>!Zn.includes(s)),o=n.length>0&&n.length<e.length;return{name:o?n.join(" "):t,station:o}}function Qn(t,e){let n=dt(M(e));if(!n)return[];
let{name:o,station:s}=Vn(n),c=i=>i.kind==="postcode"&&Jn(i.plain,n)?0:Math.min(ve(dt(i.plain),n),s&&i.kind==="stop"?ve(dt(i.plain),o):ht);return t.map(i=>({fit:c(
i),entry:i})).filter(i=>i.fit<ht).sort((i,r)=>i.fit-r.fit||r.entry.weight-i.entry.weight).slice(0,Kn).map(({entry:i})=>i)}function qn(t){let e=d("label",{class:"\
legend",for:t}),n=d("input",{id:t,class:"place-box",type:"text",role:"combobox",autocomplete:"off",spellcheck:"false","aria-autocomplete":"list","aria-expanded":"\
false","aria-controls":t+"-list","aria-describedby":t+"-hint"}),o=d("span",{id:t+"-hint",class:"small"}),s=d("ul",{id:t+"-list",class:"place-list",role:"listbox",
hidden:!0}),c=d("span",{class:"hidden",role:"status"}),i=d("div",{class:"choice search"},e,d("div",{class:"box"},n,s),o,c);return{label:e,input:n,hint:o,list:s,
said:c,node:i}}function to({input:t,list:e,said:n},o,s,c){let i=[],r=-1;function a(l){r=l,[...e.children].forEach((p,m)=>p.setAttribute("aria-selected",String(m===
r)));let u=e.children[r];if(!u){t.removeAttribute("aria-activedescendant");return}u.scrollIntoView({block:"nearest"}),t.setAttribute("aria-activedescendant",u.id)}
function f(l,u){let p=d("li",{role:"option",id:t.id+"-"+u,"aria-selected":"false"},d("span",{class:"name"},l.name),d("span",{class:"small"},l.note()));return p.
addEventListener("pointerdown",m=>{m.preventDefault(),c(l)}),p}return{close(){e.hidden=!0,a(-1),t.setAttribute("aria-expanded","false")},open(){i=Qn(s,t.value),
e.replaceChildren(...i.map(f)),e.hidden=i.length===0,t.setAttribute("aria-expanded",String(i.length>0));let l=!i.length&&M(t.value)!=="";return n.textContent=i.
length?o.t("place_found",{n:o.count(i.length)}):l?o.t("place_none"):"",a(i.length?0:-1),l},move:l=>a((r+l+i.length)%i.length),marked:()=>e.hidden?void 0:i[r],any:()=>i.
length>0}}function Oe(t,e,n,o="place"){let s=qn(o),{input:c,hint:i,list:r,said:a}=s,f="";function l(g){i.textContent=g?f?t.t("place_none_still",{name:f}):t.t("p\
lace_none"):t.t("place_hint"),i.classList.toggle("warn",g),c.setAttribute("aria-invalid",String(g))}let u=to(s,t,e,p);function p(g){u.close(),l(!1),n(g.key),c.select()}
let m=()=>l(u.open());function h(){u.close(),l(!1),c.value=f}function y(){let g=u.marked();g?p(g):!u.any()&&M(c.value)&&(c.value=f,c.select())}let x={ArrowDown:()=>r.
hidden?m():u.move(1),ArrowUp:()=>r.hidden?m():u.move(-1),Enter:y,Escape:h};return c.addEventListener("input",m),c.addEventListener("focus",()=>c.select()),c.addEventListener(
"blur",()=>{h(),a.textContent=""}),c.addEventListener("keydown",g=>{Object.hasOwn(x,g.key)&&(x[g.key](),g.preventDefault())}),{node:s.node,show(g){s.label.textContent=
t.t("place"),l(!1),r.setAttribute("aria-label",t.t("place")),f=g,(document.activeElement!==c||r.hidden)&&(c.value=g)}}}function eo(t,{level:e,sector:n,kind:o}){let s=[];if(o!=="all"&&t.type!==o)return null;if(e!=="all"){if(t.low===null&&t.high===null)s.push("level");else if((t.low??
1)>Number(e)||(t.high??8)<Number(e))return null}if(n!=="all"){if(!t.nace.length)s.push("sector");else if(!t.nace.some(c=>n.includes(c)))return null}return s}function no(t,e,n){
if(e!=="any")return[t[e][n],e];let o=[NaN,""];for(let[s,c]of Object.entries(t))!(c[n]>=o[0])&&!Number.isNaN(c[n])&&(o=[c[n],s]);return o}function Se(t,e,n,o){let s=[];
for(let i of t){let r=eo(i,e);if(r===null)continue;let[a,f]=n&&(o===null||i.country===o)?no(n,e.trip,i.point):[NaN,""];s.push({offer:i,minutes:a,by:f,unsure:r})}
let c=i=>Number.isNaN(i.minutes)?1/0:i.minutes;return s.sort((i,r)=>c(i)===c(r)?0:c(i)-c(r))}var H=({minutes:t},e)=>t<=e*1.0001,oo=[["at","home"],["level","leve\
l"],["sector","sector"],["kind","kind"],["by","trip"],["min","cutoff"],["border","border"]],Ae=t=>Object.fromEntries(oo.filter(([,e])=>t[e]!==null).map(([e,n])=>[
e,String(t[n])]));function Y(t,e,n){let o=Math.round(Number(t.min)),s=t.min!==void 0&&Number.isFinite(o);return{home:n.homes.has(t.at)?t.at:e.home,level:["all",
...n.levels].includes(t.level)?t.level:e.level,sector:/^(all|[A-U]+)$/.test(t.sector??"")?t.sector:e.sector,kind:["all",...n.kinds].includes(t.kind)?t.kind:e.kind,
trip:["any",...n.trips].includes(t.by)?t.by:e.trip,cutoff:s?Math.max(5,Math.min(90,o)):e.cutoff,border:["open","closed"].includes(t.border)?t.border:e.border}}function gt(t,e){let n=d("label",{for:"c-"+t,class:"legend"}),o=d("select",{id:"c-"+t});return o.addEventListener("change",()=>e({[t]:o.value})),{node:d("div",{
class:"choice"},n,o),show(s,c,i){n.textContent=s,o.replaceChildren(...c.map(([r,a])=>{let f=d("option",{value:r},a);return f.selected=r===i,f}))}}}function ke(t,e){
let n=d("legend",{class:"legend"}),o=d("div",{class:"pills"});return{node:d("fieldset",{class:"choice"},n,o),show(s,c,i){n.textContent=s;let r=o.contains(document.
activeElement);o.replaceChildren(...c.map(([a,f])=>{let l=d("input",{type:"radio",name:t,value:a,checked:a===i});return l.addEventListener("change",()=>e({[t]:a})),
d("label",{class:"pill"},l,d("span",{},f))})),r&&o.querySelector("input:checked")?.focus()}}}function io(t){let e=d("label",{for:"c-cutoff",class:"legend"}),n=d(
"output",{for:"c-cutoff"}),o=d("input",{id:"c-cutoff",type:"range",min:5,max:90,step:5});return o.addEventListener("input",()=>t({cutoff:Number(o.value)})),{node:d(
"div",{class:"choice slide"},e,n,o),show(s,c,i){e.textContent=s,n.textContent=c,o.value=String(i),o.setAttribute("aria-valuetext",c)}}}function Ie(t,{words:e,entries:n,
ask:o,trips:s,levels:c,sections:i,kinds:r,border:a}){let{t:f}=e,l=Oe(e,n,g=>o({home:g})),u=ke("trip",o),p=io(o),[m,h,y]=[gt("level",o),gt("sector",o),gt("kind",
o)],x=ke("border",o);return t.append(l.node,u.node,p.node,d("div",{class:"pair"},m.node,h.node),...r.length>1?[y.node]:[],...a?[x.node]:[]),t.addEventListener("\
submit",g=>g.preventDefault()),{show(g,_){l.show(_),u.show(f("offers_by"),[["any",f("offers_any")],...s.map(b=>[b,e.named("modes",b)??b])],g.trip),p.show(f("off\
ers_cutoff"),f("minutes",{n:e.count(g.cutoff)}),g.cutoff);let v=["all",f("offers_all")],O=(b,A)=>b.includes(A)||A==="all"?b:[...b,A],k=(b,A)=>e.named(b,A)??[...A].
map(E=>e.named(b,E)??E).join(" / ");m.show(f("offers_level"),[v,...O(c,g.level).map(b=>[b,k("levels",b)])],g.level),h.show(f("offers_sector"),[v,...O(i,g.sector).
map(b=>[b,k("sectors",b)])],g.sector),y.show(f("offers_kind"),[v,...r.map(b=>[b,e.capital(k("opp_types",b))])],g.kind),x.show(f("offers_border"),[["open",f("off\
ers_open")],["closed",f("offers_closed")]],g.border)}}}function Te(t,e,n=null){let o=new Map,s=0,c=i=>new Promise((r,a)=>{o.set(++s,{answered:r,refused:a}),t.postMessage({number:s,asked:i})});return new Promise((i,r)=>{
t.addEventListener("error",a=>{let f=new Error(a.message||"no worker");r(f);for(let{refused:l}of o.values())l(f);o.clear()}),t.addEventListener("message",({data:a})=>{
let f=o.get(a.number);o.delete(a.number),a.opened?i(c):f?a.failed===void 0?f.answered(a):f.refused(new Error(a.failed)):r(new Error(a.failed))}),t.postMessage({
...e,first:n})})}async function Le({manifest:t,chunks:e},n){let o=t.meta.trips.map(({id:a})=>a),s={place:{kind:"place",index:0},trip:o[0]},c=(async()=>{try{let a=new Worker(URL.
createObjectURL(new Blob([n],{type:"text/javascript"})));return await Te(a,{manifest:t,chunks:e},s)}catch{let a=await globalThis.GrensgeoEngine.open(t,e);return async f=>a.
times(f)}})(),i=t.parts.map((a,f)=>({part:a,chunk:e[f]})).filter(({part:a})=>a.name.startsWith("place/")),r=await N({...t,parts:i.map(({part:a})=>a)},i.map(({chunk:a})=>a));
return{homes:{id:r["place/id"],lon:r["place/lon"],lat:r["place/lat"]},async minutes(a,f){let l=await c,u={};for(let p of o){let m={place:{kind:"place",index:a},
trip:p,foreign_routing:f};u[p]=(await l(m)).minutes}return u}}}var yt=t=>L.CircleMarker.extend({_updatePath(){let{x:e,y:n}=this._point;this._renderer._setPath(this,t(e,n,this._radius))}});function Me(t,e,n){let o=n*1.3;return`\
M${t-o} ${e}L${t} ${e-o}L${t+o} ${e}L${t} ${e+o}Z`}function Ne(t,e,n){return`M${Array.from({length:10},(s,c)=>{let i=n*(c%2?.45:1);return`${t+i*Math.sin(c*Math.
PI/5)} ${e-i*Math.cos(c*Math.PI/5)}`}).join("L")}Z`}var P=5,fo="#c2185b";function Ce(t,e,n){let o=yt(Me),s=yt(Ne),c={pane:"points",renderer:n.renderers.points},i=[],r=null;return{home(a){r?.remove(),r=a&&new s(a,
{...c,interactive:!1,radius:13,color:"#ffffff",weight:2,fillColor:fo,fillOpacity:1}).addTo(t)},draw(a,{at:f,cutoff:l,own:u,pick:p}){for(let h of i)h.remove();i=
[];let m=new Map;for(let h of a)m.set(h.offer.point,[...m.get(h.offer.point)??[],h]);for(let h of[...m.values()].reverse()){let[y]=h,x=H(y,l),g=h.filter(O=>H(O,
l)).length,_=u!==null&&y.offer.country!==u?o:L.CircleMarker,v=new _(f(y),x?{...c,radius:Math.min(7+1.5*Math.log2(g),14),color:"#1d1f24",weight:1.4,fillOpacity:1,
fillColor:e.bands[Math.min(P-1,Math.floor(y.minutes/l*P))]}:{...c,radius:4.5,color:"#4a4f59",weight:1.4,fillColor:"#ffffff",fillOpacity:.8});v.on("click",()=>p(
y,h)),i.push(v.addTo(t))}}}}var Re=.02,$e=["place","postcode"];function Pe({cells:{lon:t,lat:e}}){let n=new Map,o=s=>Math.floor(s/Re);for(let s=0;s<t.length;s++){let c=o(t[s])+" "+o(e[s]);n.set(c,[...n.get(c)??[],s])}return(s,c)=>{
let i=Math.cos(c*Math.PI/180),[r,a]=[-1,Re];for(let f of[-2,-1,0,1,2])for(let l of[-1,0,1])for(let u of n.get(o(s)+f+" "+(o(c)+l))??[]){let p=Math.hypot((t[u]-s)*
i,e[u]-c);p<a&&([r,a]=[u,p])}return r}}var wt="|";function De(t,e,n,o,{id:s,words:c}){function i(u,p,m,h,y){let x=o(p,m);return x<0?[]:[{key:s[x]+wt+u,kind:"place",name:u,plain:M(u),weight:h,note:y}]}
let r=t.base.places.flatMap(([u,p,m])=>{let h=e.areas[u];return i(h.name,p,m,1e9+h.population,()=>c.t("kind_place")+" · "+h.nuts3)}),a=new Set(r.map(u=>u.plain)),
f=n?.base,l=f?[...f.layer.keys()].filter(u=>$e.includes(f.layer[u])).flatMap(u=>{let[p,m]=st(f,u),h=f.layer[u]==="postcode"?"postcode":"village";return a.has(M(
f.name[u]))?[]:i(f.name[u],p,m,f.people[u],()=>c.t("kind_"+h)).map(y=>({...y,kind:h}))}):[];return[...r,...l]}function uo(t,e,n){return t.some(o=>{let s=!1;for(let c of o)
for(let i=0,r=c.length-1;i<c.length;r=i++){let[[a,f],[l,u]]=[c[i],c[r]];a>e!=l>e&&n<(u-f)*(e-a)/(l-a)+f&&(s=!s)}return s})}async function je({engine:{manifest:t,
chunks:e}}){let n=[...t.parts.keys()].filter(s=>/^cell\/(lon|lat)$/.test(t.parts[s].name)),o=await N({...t,parts:n.map(s=>t.parts[s])},n.map(s=>e[s]));return Array.
from(o["cell/lon"],(s,c)=>L.latLng(o["cell/lat"][c],s))}function Ue(t,e){let n=new Map(t.id.map((o,s)=>[o,s]));return{id:t.id,numbers:n,at:Pe({cells:t}),spot:o=>L.
latLng(t.lat[o],t.lon[o]),area:o=>e.find(({rings:s})=>uo(s,t.lat[o],t.lon[o]))}}var bt="home";function po({offers:t,start:e}){let n=o=>t.some(({low:s,high:c})=>(s!==null||c!==null)&&(s??1)<=Number(o)&&Number(o)<=(c??8));return{kinds:[...new Set(
t.map(o=>o.type))],levels:["1","2","3","4","5","6","7","8"].filter(o=>e.level===o||n(o)),sections:[...new Set(t.flatMap(o=>o.nace))].sort()}}function Be({map:t,
data:e,words:n,page:o,telling:s,spots:c,homes:i,asked:r}){let a=po(e),f={trips:e.trips,homes:i.numbers,...a},l=e.start.home!==null,u={state:Y(r,{home:l?bt:null,
level:e.start.level,sector:e.start.sector,kind:"all",trip:"any",cutoff:e.start.cutoff,border:"open"},f),named:"",shown:s.STEP,answer:null},p=()=>u.state.home===
null?null:i.numbers.get(u.state.home)??null,m=()=>p()===null?void 0:i.area(Number(p()));return{map:t,data:e,words:n,page:o,telling:s,now:u,known:f,choices:a,spots:c,
homes:i,border:e.base.border.length>0,at:h=>c[h.offer.point],home:{number:p,country:()=>m()?.country??null,spot:()=>p()===null?null:i.spot(Number(p())),onGrid:()=>u.
state.home!==null&&u.state.home!==bt,name(){return p()===null?"":u.named?u.named:u.state.home===bt?e.start.home_name||n.t("offers_home"):n.t("offers_spot",{name:m()?.
name??"?"})}}}}function Fe(t,e){let n=d("i",{class:"swatch","aria-hidden":"true"});return t.startsWith("url(#")?n.append(it("svg",{},it("rect",{width:"100%",height:"100%",fill:t}))):
n.style.backgroundColor=t,d("li",{},n,e)}var Z=(t,e)=>d("li",{},d("i",{class:"swatch "+t,"aria-hidden":"true"}),e);var xt=t=>d("li",{class:"said"},t);var _t=3;function He({words:t,now:e,home:n},o,s){let c=t.count(o.length);if(n.number()===null||!e.answer){w("headline").textContent=t.t("offers_ask",{of:c});return}
let i=e.state.trip==="any"?t.t("offers_by_any"):t.named("by_mode",e.state.trip)??e.state.trip,r=Object.values(e.answer.times).every(f=>Array.from(f).every(Number.
isNaN)),a=s.filter(f=>f.offer.country!==n.country()).length;w("headline").replaceChildren(...t.sentence(r?"offers_lost":"offers_head",{home:d("b",{},n.name()),n:d(
"b",{},t.count(s.length)),of:c,cutoff:t.count(e.state.cutoff),by:i,across:d("b",{},t.count(a))}))}function We({words:t,data:e,now:n,home:o,border:s},c,i){let{t:r,
count:a}=t,f=n.state.cutoff/P,l=({minutes:u})=>Math.min(P-1,Math.floor(u/f));w("legend-title").textContent=r("offers_legend"),w("legend").replaceChildren(...e.bands.
slice(0,P).map((u,p)=>Fe(u,r("offers_band",{a:a(f*p),b:a(f*(p+1)),n:a(i.filter(m=>l(m)===p).length)}))),Z("far",r("offers_far",{n:a(c.length-i.length)})),Z("hom\
e",r("offers_home")),...s?[Z("diamond",r("offers_abroad"))]:[],...n.state.border==="closed"?[xt(r("offers_closed_means"))]:[],...o.onGrid()?[xt(r("offers_grid"))]:
[])}function vt({map:t,words:e,telling:n,now:o,home:s,at:c},i,r){if(!o.answer)return;let{times:a}=o.answer,f=r.slice(0,_t).map(u=>n.card(u,a,u.offer.country!==s.
country())),l=r.length>_t?[d("div",{class:"small"},"+ "+e.count(r.length-_t))]:[];L.popup({maxWidth:300,maxHeight:320,autoPanPadding:[16,16]}).setLatLng(c(i)).setContent(
d("div",{},...f,...l)).openOn(t)}var Ge=t=>t.replace(/(?<=^|[,;\t\r\n]["\s]*)(?=[=+\-@\t\r\n])/g,"'");var ze=["title","company","address","postcode","town","municipality","country","level","sector","language","count"];function Xe(t,e,n,{times:o,home:s,above:c}){
let i=t.language==="en"?",":";";function r(p){let m=typeof p=="number"?String(p):Ge(String(p??""));return/[",;\n\r]/.test(m)?'"'+m.replace(/"/g,'""')+'"':m}let a=p=>t.
named("columns",p)??p,f=p=>t.named("short",p)??t.named("modes",p)??p,l=[a("minutes"),t.t("offers_by"),...ze.map(a),...e.map(p=>f(p)+" (min)"),a("across"),a("loc\
ated")],u=n.map(({offer:p,minutes:m,by:h})=>[Math.round(m),f(h),...ze.map(y=>p[y]),...e.map(y=>Number.isNaN(o[y][p.point])?"":Math.round(o[y][p.point])),p.country===
s?"":"x",t.named("located",p.located.replace(" ","_"))]);return"\uFEFF"+[...c.map(p=>[p]),l,...u].map(p=>p.map(r).join(i)).join(`\r
`)+`\r
`}var mo=["place","main place"],Ye=40;function Ke(t,e){let{t:n}=t,o=l=>t.count(Math.round(l)),s=l=>t.named("short",l)??t.named("modes",l)??l,c=({offer:l})=>l.title??
l.company??l.id;function i({offer:l}){let u=[l.postcode,l.town??l.municipality].filter(Boolean).join(" ");return[l.title===null?null:l.company,l.address,u].filter(
Boolean).join(", ")}function r({offer:l,unsure:u}){return[l.level,l.sector,l.type==="internship"?null:t.named("opp_types",l.type),l.count!==null&&l.count>1?n("o\
ffers_places",{n:t.count(l.count)}):null,u.length?n("offers_not_told",{what:u.map(m=>n("offers_"+m).toLocaleLowerCase()).join(", ")}):null,l.located==="point"?null:
n("offers_located",{how:t.named("located",l.located.replace(" ","_"))??l.located})].filter(Boolean).join(" · ")}function a({offer:l,by:u},p){return e.flatMap((m,h)=>{
let y=p[m][l.point],x=Number.isNaN(y)?"–":n("minutes",{n:o(y)});return[h?" · ":"",s(m)+" ",m===u?d("b",{},x):x]})}let f=(l,u)=>u?d("span",{class:"abroad"},n(
"offers_abroad")+" ("+n(l.offer.country.toLowerCase())+")"):null;return{whole:o,modeName:s,card:(l,u,p)=>d("div",{class:"card"},d("div",{class:"main"},n("minute\
s",{n:o(l.minutes)})),d("strong",{},c(l)),f(l,p),d("div",{},i(l)),d("div",{class:"by"},...a(l,u)),d("div",{class:"small"},r(l))),list(l,{times:u,home:p,shown:m,
open:h,more:y}){ee(w("list"),...l.slice(0,m).map(g=>{let _=d("button",{type:"button",class:"what","data-key":g.offer.id},c(g));return _.addEventListener("click",
()=>h(g)),d("li",{},d("div",{class:"time"},o(g.minutes),d("small",{},n(mo.includes(g.offer.located)?"offers_about":"offers_min"))),d("div",{},_,f(g,g.offer.country!==
p),d("div",{},i(g)),d("div",{class:"by"},...a(g,u)),d("div",{class:"small"},r(g))))}));let x=l.length-m;w("list-more").replaceChildren(...x>0?[z(n("offers_more",
{n:t.count(Math.min(x,Ye))}),y)]:l.length?[]:[n("offers_none")])},csv:(l,u,p,m)=>Xe(t,e,l,{times:u,home:p,above:m}),STEP:Ye}}var ho=300,Ot=()=>Object.fromEntries(new URLSearchParams(location.hash.slice(1)));async function go(t,e,n){let o=Zt(t,e),c={map:t,words:n,base:o,choosing:{view:()=>({
kind:"offers"}),layerControls:()=>e.trips,chosen:l=>l},data:{...e,labels:{...e.labels,mode_of_trip:{}}}};lt(n,e,t.getContainer()),w("headline").textContent=n.t(
"offers_busy");let[i,r,a]=await Promise.all([Le(e.engine,w("grensgeo-engine").textContent),Kt(t,e),je(e)]);return{session:Be({map:t,data:e,words:n,page:c,spots:a,
homes:Ue(i.homes,o.areas),telling:Ke(n,e.trips),asked:Ot()}),engine:i,ground:r,base:o}}function yo(t,e,n){let{data:o,words:s,now:c,home:i,telling:r,at:a}=t,f=c.
answer?.times??null,l=i.country(),u=Se(o.offers,c.state,f,c.state.border==="closed"?l:null),p=u.filter(m=>H(m,c.state.cutoff));return lt(s,o,t.map.getContainer()),
me(t.page),He(t,u,p),e.home(i.spot()),e.draw(u,{at:a,cutoff:c.state.cutoff,own:l,pick:(m,h)=>vt(t,m,h)}),w("list-box").hidden=f===null,w("list-title").textContent=
s.t("offers_list"),f&&r.list(p,{times:f,home:String(l),shown:c.shown,open:m=>vt(t,m,[m]),more(){c.shown+=r.STEP,n()}}),We(t,u,p),p}function wo({now:t,home:e,telling:n},o,s){
let c=0;return async i=>{let[r,a]=String(i.home??"").split(wt);i.home&&(t.named=a??""),t.state={...t.state,...i,...i.home?{home:r}:{}},t.shown=n.STEP;let f=e.number(),
l=++c,u=f+"/"+t.state.border;if(f!==null&&t.answer?.key!==u){let p=await o.minutes(f,t.state.border!=="closed");if(l!==c)return;t.answer={key:u,times:p}}s(),w("\
said").textContent=w("headline").textContent}}function bo(t,{ask:e,showAll:n,names:o,reached:s,paper:c}){let{map:i,words:r,homes:a,now:f,home:l,telling:u,known:p}=t;
i.on("click",({latlng:m})=>{let h=a.at(m.lng,m.lat);h<0?w("said").textContent=r.t("outside_click"):e({home:a.id[h]})}),i.on("moveend zoomend resize viewreset",o),
ae(m=>{mt({language:m}),r.language=m,n(),w("said").textContent=w("headline").textContent}),w("print").addEventListener("click",()=>window.print()),w("csv").addEventListener(
"click",()=>{if(!f.answer)return;let m=u.csv(s(),f.answer.times,String(l.country()),[w("headline").textContent]);Q(new Blob([m],{type:"text/csv;charset=utf-8"}),
"offers.csv")}),window.addEventListener("beforeprint",()=>c(!0)),window.addEventListener("afterprint",()=>c(!1)),window.addEventListener("hashchange",()=>{f.state=
Y(Ot(),f.state,p),e({})})}function xo({words:t,now:e},n){let o=0;return()=>{clearTimeout(o),o=window.setTimeout(()=>{let s=n(),c=new URLSearchParams({lang:t.language,
...s==="auto"?{}:{theme:s},...Ae(e.state)});try{history.replaceState(null,"","#"+c)}catch{}},ho)}}async function _o(t){let e=ct(),{lang:n,theme:o}=Ot(),s=be(e.language,
{language:n,theme:o}),c=pt({...e.labels,mode_of_trip:{}},s.language);t.getContainer().setAttribute("role","application");let i=()=>{},r=_e(s.theme,S=>{te(e.sides,
S),i(S),w("theme").textContent=c.t(S?"theme_light":"theme_dark")});r.show();let{session:a,engine:f,ground:l,base:u}=await go(t,e,c),{now:p,home:m,homes:h,choices:y,
border:x}=a;t.setMaxBounds(u.bounds.pad(1.2));let g=()=>ce(a.page,l?.base??null,[]);i=S=>{l?.layer.dress(S),g()};let _=xo(a,()=>r.theme),v=Ce(t,e,u),O=[],k=wo(a,
f,A),b=Ie(w("controls"),{words:c,ask:k,trips:e.trips,border:x,...y,entries:De(e,u,l,h.at,{id:h.id,words:c})});function A(){O=yo(a,v,A),b.show(p.state,m.name()),
r.show(),_()}function E(){let S=m.spot(),C=L.latLngBounds([...a.spots,...S?[S]:[]]);t.fitBounds(C.isValid()?C:u.bounds,{padding:[30,30],maxZoom:12,animate:!1})}
return bo(a,{ask:k,showAll:A,names:g,reached:()=>O,paper(S){t.invalidateSize({animate:!1,pan:!1}),E(),l?.layer.paper(S)}}),ue(t,E),pe(t,()=>t.invalidateSize({animate:!1})),
await k({}),t.invalidateSize({animate:!1,pan:!1}),E(),{ask:k,state:()=>({...p.state}),reached:()=>O}}Object.assign(globalThis,{grensgeoPage(t){let e=_o(t).catch(
n=>{throw w("headline").textContent=pt(ct().labels,document.documentElement.lang).t("offers_failed",{reason:String(n?.message??n)}),n});Object.assign(globalThis,
{grensgeoOffers:{ready:e}})}});})();
