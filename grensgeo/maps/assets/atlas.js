/* grensgeo atlas: bundled from js/ by `make js`; edit there.
   sources 38c241c2f99ea66c: src/atlas/answer.js src/atlas/cells.js src/atlas/colours.js src/atlas/controls.js src/atlas/engine.js src/atlas/exports.js src/atlas/figures.js src/atlas/main.js src/atlas/mean.js src/atlas/places.js src/atlas/ranking.js src/atlas/state.js src/atlas/view.js src/atlas/words.js src/engine/answers.js src/engine/counting.js src/engine/streets.js src/engine/timetable.js src/engine/transit.js src/engine/unpack.js src/engine/worker.js src/shared/precision.js */
"use strict";(()=>{var Tn=Object.defineProperty;var Ln=(t,n)=>{for(var e in n)Tn(t,e,{get:n[e],enumerable:!0})};var Wt={};Ln(Wt,{bands:()=>ae,border:()=>ie,chart:()=>Bt,headline:()=>re,known:()=>G,lacking:()=>Nt,plan:()=>ce,rank:()=>le,split:()=>se,told:()=>st});var Ae=85.0511287798,Ie=254,Ce=t=>256*(t+180)/360,Me=t=>{let n=Math.sin(Math.max(-Ae,Math.min(Ae,t))*Math.PI/180);return 256*(.5-Math.log((1+n)/(1-n))/(4*Math.PI))};
function Oe(t){let{rings:n,corners:e,start_x:o,start_y:r,step_x:s,step_y:i}=t,c=n.length,f=new Int32Array(c+1);for(let d=0;d<c;d++)f[d+1]=f[d]+n[d];let u=new Int32Array(
e.length+1);for(let d=0;d<e.length;d++)u[d+1]=u[d]+e[d];let p=new Float64Array(u[e.length]),a=new Float64Array(u[e.length]),h=0,l=0,m=0;for(let d=0;d<e.length;d++){
h+=o[d],l+=r[d];let b=h,w=l;for(let x=u[d];x<u[d+1];x++)x>u[d]&&(b+=s[m],w+=i[m],m++),p[x]=Ce(b/1e4),a[x]=Me(w/1e4)}return{n:c,first:f,ringAt:u,x:p,y:a,box:Te(c,
f,u,p,a)}}function Te(t,n,e,o,r){let s=new Float64Array(4*t);for(let i=0;i<t;i++){let[c,f,u,p]=[1/0,1/0,-1/0,-1/0];for(let a=e[n[i]];a<e[n[i+1]];a++)c=Math.min(
c,o[a]),u=Math.max(u,o[a]),f=Math.min(f,r[a]),p=Math.max(p,r[a]);s.set([c,f,u,p],4*i)}return s}function Le(t){let n=[0],e=[0],[o,r]=[[],[]];for(let s of t){for(let i of s){
for(let[c,f]of i)o.push(Ce(f)),r.push(Me(c));e.push(o.length)}n.push(e.length-1)}return{n:t.length,first:n,ringAt:e,x:o,y:r,box:Te(t.length,n,e,o,r)}}function Ne(t,n,e){
let{width:o,height:r,scale:s,left:i,top:c}=n;e.fill(0);let f=[];for(let u=0;u<t.n;u++){let p=t.box[4*u]*s-i,a=t.box[4*u+1]*s-c,h=t.box[4*u+2]*s-i,l=t.box[4*u+3]*
s-c;if(h<0||l<0||p>o||a>r)continue;let m=Math.min(r-1,Math.ceil(l-.5)-1);for(let d=Math.max(0,Math.ceil(a-.5));d<=m;d++){f.length=0;let b=d+.5;for(let w=t.first[u];w<
t.first[u+1];w++){let x=t.ringAt[w+1],S=x-1;for(let C=t.ringAt[w];C<x;S=C++){let _=t.y[C]*s-c,v=t.y[S]*s-c;if(_>b==v>b)continue;let W=t.x[C]*s-i,R=t.x[S]*s-i;f.
push(W+(b-_)*(R-W)/(v-_))}}f.length>2&&f.sort((w,x)=>w-x);for(let w=0;w+1<f.length;w+=2){let x=Math.min(f[w],f[w+1]),S=Math.max(f[w],f[w+1]),C=Math.max(0,Math.ceil(
x-.5)),_=Math.min(o,Math.ceil(S-.5));_>C&&e.fill(u+1,d*o+C,d*o+_)}}}}function Rn(t,n,e,o,r,s){for(let c=0;c<t.length;c++)s[c]=t[c]?0:r[c]?255:Ie,r[c]=t[c];let i=(c,f)=>{
let u=s[f]+1;u<=o&&u<s[c]&&s[c]!==Ie&&(s[c]=u,r[c]=r[f])};for(let c=0,f=0;c<e;c++)for(let u=0;u<n;u++,f++)u&&i(f,f-1),c&&i(f,f-n);for(let c=e-1,f=t.length-1;c>=
0;c--)for(let u=n-1;u>=0;u--,f--)u<n-1&&i(f,f+1),c<e-1&&i(f,f+n)}var ot=t=>{let n=parseInt(t.slice(1),16);return 255<<24|(n&255)<<16|n&65280|n>>16},Re=L.Renderer.
extend({options:{padding:.15},initialize(t,n,e){this.cells=t,this.land=n,this._paint=null,L.Renderer.prototype.initialize.call(this,e)},_initContainer(){this._container=
L.DomUtil.create("canvas","cells"),this._container.setAttribute("aria-hidden","true"),this._context=this._container.getContext("2d")},_destroyContainer(){L.DomUtil.
remove(this._container)},_update(){if(this._map._animatingZoom&&this._bounds)return;L.Renderer.prototype._update.call(this);let t=Math.min(2,Math.max(1,Math.round(
window.devicePixelRatio||1))),n=this._bounds.getSize(),e=Math.max(1,Math.round(n.x*t)),o=Math.max(1,Math.round(n.y*t)),r=this._container;L.DomUtil.setPosition(r,
this._bounds.min),r.style.width=n.x+"px",r.style.height=n.y+"px",(r.width!==e||r.height!==o||!this._cell)&&(r.width=e,r.height=o,this._image=this._context.createImageData(
e,o),this._pixels=new Uint32Array(this._image.data.buffer),this._cell=new Uint32Array(e*o),this._near=new Uint32Array(e*o),this._distance=new Uint8Array(e*o));let s=this.
_map.getPixelOrigin().add(this._bounds.min),i=t*2**this._map.getZoom();this._frame={width:e,height:o,ratio:t,scale:i,left:s.x*t,top:s.y*t},Ne(this.cells,this._frame,
this._cell);let c=i*(256/40075.017)/Math.cos(52.2*Math.PI/180);Ne(this.land,this._frame,this._near),Rn(this._cell,e,o,Math.min(250,Math.round(1.6*c)),this._near,
this._distance),this.draw()},paint(t){this._paint=t,this.draw()},draw(){if(!this._paint||!this._cell)return;let{colour:t,stripe:n,within:e,line:o}=this._paint,{
width:r,height:s,ratio:i}=this._frame,[c,f,u]=[this._cell,this._near,this._pixels],p=i>1?3:1,a=6*i,h=a/2;for(let m=0,d=0;m<s;m++)for(let b=0;b<r;b++,d++){let w=c[d];
u[d]=(b+m)%a<h?t[w]:n[w]}let l=c.length-r;for(let m=0;m<l;m++){let d=f[m];if(!d)continue;let b=f[m+1],w=f[m+r];if(b&&e[d]!==e[b]&&(m+1)%r||w&&e[d]!==e[w])for(let x=0;x<=
p;x++)u[m+x]=o,m+x*r<u.length&&(u[m+x*r]=o)}this._context.putImageData(this._image,0,0)},at(t,n){let e=this._map.latLngToLayerPoint(t).subtract(this._bounds.min).
multiplyBy(this._frame.ratio).floor(),{width:o,height:r}=this._frame;if(e.x<0||e.y<0||e.x>=o||e.y>=r)return-1;let s=e.y*o+e.x;return(n?this._near[s]:this._cell[s])-
1}});var _t=.999999999,J=t=>Math.fround(t*(1+4e-7));var De=1,Fe=[5,15],Pe={light:{land:"#f6f4ef",faint:"#c4c0b6",outline:"#7d7f86",edge:"#5b6270",halo:"#ffffff",border:"#c2185b",beyond:"#e9e6df",line:"#16181d",undo:"\
#f6f4ef",still:"#8b8478"},dark:{land:"#20252e",faint:"#454b57",outline:"#7b8494",edge:"#a8afbc",halo:"#0f1217",border:"#ff6f9f",beyond:"#2b313c",line:"#ffffff",
undo:"#20252e",still:"#59606d"}},Mt=t=>[5,10,15,20,30].find(n=>t/n<=6)??60;function Pt(t,n){let e=[];for(let o=0;o<t;o+=n)e.push({from:o,to:Math.min(t,o+n)});return e}
function Ue(t){return{colour:new Uint32Array(t+1),stripe:new Uint32Array(t+1),within:new Uint8Array(t+1),line:0}}function je(t,n,e,o){let{minutes:r,walked:s,cutoff:i,
width:c,countries:f,counts:u}=o,p=e.map(ot),a=J(i),[h,l,m]=[ot(n.beyond),ot(n.undo),ot(n.still)];t.line=ot(n.line);for(let d=0;d<r.length;d++){let b=r[d],w=b<=a,
x=w?p[Math.max(0,Math.min(p.length-1,Math.ceil((b-1e-4)/c)-1))]:h;t.within[d+1]=w?1:0,t.colour[d+1]=x,t.stripe[d+1]=w&&!u(b,f[d])?l:w&&s&&s[d]?m:x}}function Be(t,n,e,o){
let{minutes:r,before:s,cutoff:i}=o,c=J(i),f=e.map(ot),[u,p,a]=[ot(n.beyond),ot(n.land==="#f6f4ef"?"#ffffff":"#4a5160"),ot(n.undo)];t.line=ot(n.line);for(let h=0;h<
r.length;h++){let[l,m]=[r[h],s[h]],[d,b]=[l<=c,m<=c];t.within[h+1]=d?1:0;let w=p,x=null;if(!d&&!b)w=u;else if(d&&Number.isNaN(m))[w,x]=[f[f.length-1],a];else if(b&&
Number.isNaN(l))[w,x]=[f[0],a];else{let S=m-l,C=Math.abs(S),_=Fe.filter(W=>C>=W).length,v=f.length/2;C>=De&&(w=S>0?f[v+_]:f[v-1-_])}t.colour[h+1]=w,t.stripe[h+1]=
x??w}}function We(t,n,e,o){let{t:r}=t,s=u=>t.minutes(u),i={line:n.line,said:r("isochrone",{n:s(o.cutoff)})},c=[{colour:n.beyond,said:r("beyond",{n:s(o.cutoff)})},
{colour:n.land,said:r("nobody")},{line:n.border,said:r("border_line")}];if(o.before){let u=e.diverging,p=u.length/2,a=[De,...Fe],h=l=>a.map((m,d)=>({colour:l?u[p+
d]:u[p-1-d],said:r(l?"faster":"slower",{a:d+1<a.length?r("band_range",{a:s(m),b:s(a[d+1])}):s(m)+"+"})}));return[...h(!0).reverse(),{colour:n.land==="#f6f4ef"?"\
#ffffff":"#4a5160",said:r("same")},...h(!1),{colour:u[u.length-1],stripe:n.undo,said:r("gained")},{colour:u[0],stripe:n.undo,said:r("lost")},i,...c]}let f=Pt(o.
cutoff,o.width).map((u,p)=>({colour:e.times[Math.min(p,e.times.length-1)],band:!0,said:r("band_range",{a:s(u.from),b:s(u.to)})}));return o.border!=="open"&&f.push(
{colour:e.times[1],stripe:n.undo,said:r("not_counted")}),o.walked&&f.push({colour:e.times[1],stripe:n.still,said:r("without_ride",{vehicle:o.vehicle})}),[...f,i,
...c]}function Et(t){let n=t.filter(e=>!Number.isNaN(e));return n.length?n.reduce((e,o)=>e+o,0):NaN}function Ke(t){let n=Et(t);return n===0&&t.some(e=>Number.isNaN(e))?
NaN:n}var Ut=t=>t.status!==""&&t.status!=="no_service",jt={1:["nl","de"],2:["de","nl"]};function Xt(t,n,e){let o=(i,c)=>({place:n.ask,trip:t.trip,direction:t.direction,
percentile:t.percentile,foreign_routing:c,scenario:i}),r=t.reading==="routing",s={open:o(t.scenario,!0)};return r&&(s.wall=o(t.scenario,!1)),t.scenario!==e&&(s.
before=o(e,!0),r&&(s.beforeWall=o(e,!1))),s}function Ot(t,n){let e=J(t.cutoff);return(o,r)=>o<=e&&(r===n||t.border==="open"||t.border==="realised"&&Math.fround(
o+t.resistance)<=e)}function ze(t,n,e,o,{open:r,wall:s}){let i=t.reach(r.minutes,n,e.cutoff,o,{resistance:e.resistance}),c=s?t.reach(s.minutes,n,e.cutoff,o,{}):
i;return{...i,closed:c.closed}}function vt(t,n,e){let[o,r]=jt[e]||jt[1],s={closed:[t.closed],realised:[t[o],t.felt],open:[t[o],t[r]]};t.atLeast={},t.lacks={};for(let[
c,f]of Object.entries(s))t.atLeast[c]=Ke(f),t.lacks[c]=f.map((u,p)=>Number.isNaN(u)?[o,r][p]:null).filter(u=>u);let i=n.border==="closed"?t.closed:t[o];return t.
shown=t[n.border],t["shown_"+o]=i,t["shown_"+r]=n.border==="closed"?0:n.border==="open"?t[r]:t.felt,t.unknownCountries=t.lacks[n.border],t}function Dn(t,n,{minutes:e,
walked:o}){if(!o)return NaN;let r=J(n.cutoff),[s,i]=[0,0];for(let c=0;c<e.length;c++)!(e[c]<=r)||Number.isNaN(t[c])||(s+=t[c],o[c]&&(i+=t[c]));return s>0?i/s:NaN}
var He=(t,n,e)=>(t.border==="closed"&&e?e:n).minutes;function Xe(t,n,e,o){let{engine:r,weights:s,edge:i,palette:c,longest:f}=t;if(Ut(o.open))return t.mean?Ge(t,
n,e,{minutes:o.open.minutes,walked:null}):{status:o.open.status};let u={minutes:He(n,o.open,o.wall),walked:o.open.walked},p=o.before&&!Ut(o.before)?{open:o.before,
wall:o.beforeWall}:null;if(p&&(u.before={minutes:He(n,p.open,p.wall)}),t.mean)return Ge(t,n,e,u);let a={...vt(ze(r,s,n,e,o),n,e),...u};return a.noService=o.open.
status==="no_service",a.shareWithout=Dn(s,n,o.open),p&&(a.before={...vt(ze(r,s,n,e,p),n,e),...u.before}),a.home=e,a.touchesEdge=Fn(r,i,n,e,a.minutes),a.bands=Pn(
r,n,a.minutes,Mt(f),c),a.curve={...r.curve(o.open.minutes,s,f),home:e},a}function Ge({mean:t,code:n,baseline:e,palette:o,longest:r},s,i,c){let f={...vt(t.figures(
s,n,i),s,i),...c,home:i,mean:!0};if(s.scenario!==e){let p={...s,scenario:e};f.before={...vt(t.figures(p,n,i),p,i),...c.before}}let u=t.curve(s,n,"population");return f.
bands=Pt(s.cutoff,Mt(r)).map((p,a)=>{let h=l=>u[l][Math.min(p.to,u[l].length-1)]-(p.from>0?u[l][p.from]:0);return{...p,nl:h("nl"),de:h("de"),colour:o[Math.min(a,
o.length-1)]}}),f.curve={...t.curve(s,n),home:i},f}function Fn(t,n,e,o,r){let s=Ot(e,o);for(let i=0;i<r.length;i++)if(n[i]&&s(r[i],t.cells.country[i]))return!0;
return!1}function Pn(t,n,e,o,r){let s=Pt(n.cutoff,o).map((c,f)=>({...c,nl:0,de:0,colour:r[Math.min(f,r.length-1)]})),i=s.map(c=>J(c.to));for(let c=0;c<e.length;c++){
let f=i.findIndex(u=>e[c]<=u);f>=0&&(s[f][t.cells.country[c]===2?"de":"nl"]+=t.cells.population[c])}return s}function Un(t,n,e){let[o,r]=jt[e]||jt[1],s=t.border===
"realised"?t.cutoff-t.resistance:t.cutoff;return t.border==="closed"||s<0?n[o][t.cutoff]:Ke([n[o][t.cutoff],n[r][s]])}function Ye(t,n,e,o,{minutes:r,walked:s}){
let i=[1/0,1/0,1/0];for(let f=0;f<r.length;f++){let u=t.cells.country[f];e[f]&&r[f]<i[u]&&(i[u]=r[f])}let c={curve:t.curve(r,n,o),edge:i,walked:null};return s&&
(c.walked=t.curve(r.map((f,u)=>s[u]?f:NaN),n,o)),c}function Ze(t,{curve:n,walked:e,edge:o},r){let s=r===2?1:2,i=J(t.cutoff),c=t.border==="closed"?1/0:t.border===
"realised"?Math.fround(o[s]+t.resistance):o[s],f=u=>Et([u.nl[t.cutoff],u.de[t.cutoff]]);return{value:Un(t,n,r),edge:Math.min(o[r]??1/0,c)<=i,still:e!==null&&!(f(
e)<f(n)*_t)}}function Je(t,n,e,o,r){let s=new Map(n.map(p=>[p,[]]));for(let p=0;p<t.cells.n;p++){let a=e(p);a&&s.get(a).push(p)}let i=p=>Number.isNaN(r[p])?1/0:
r[p],c=t.cells.population,f=J(o.cutoff),u=[];for(let[p,a]of s){let h=a.reduce((b,w)=>b+c[w],0),[l,m,d]=[0,1/0,0];for(let b of a.sort((w,x)=>i(w)-i(x)))l<h/2&&l+
c[b]>=h/2&&(m=i(b)),l+=c[b],r[b]<=f&&(d+=c[b]);h>0&&u.push({area:p,median:m,within:d})}return u.sort((p,a)=>p.median===a.median?0:p.median-a.median)}var Lt=["closed","realised","open"],Zt=["destinations","routing"],Jt=["from","to"],Qt=["mean","place"],jn=["auto","light","dark"];var Qe=(t,n,e,o)=>{let r=Math.round(Number(t));return t===""||t===null||!Number.isFinite(r)?o:Math.max(n,Math.min(e,r))},at=(t,n,e)=>n.includes(t)?t:e;function At(t,n){
let e=t.trips.find(o=>o.id===n);return e&&e.max_min?Math.min(90,Math.floor(e.max_min)):90}function Vt(t,n,e){let o={...n,...t};o.language=at(o.language,e.languages,
n.language),o.theme=at(o.theme,jn,"auto"),e.hasPlace(o.place)||(o.place=n.place),o.direction=at(o.direction,Jt,n.direction),o.trip=at(o.trip,e.trips.map(i=>i.id),
n.trip);let r=e.trips.find(i=>i.id===o.trip),s=r.percentiles&&r.percentiles.length?r.percentiles:[50];if(o.percentile=at(Number(o.percentile),s,s.includes(50)?50:
s[Math.floor(s.length/2)]),o.cutoff=Qe(o.cutoff,5,At(e,o.trip),n.cutoff),o.border=at(o.border,Lt,n.border),o.reading=at(o.reading,Zt,n.reading),o.resistance=Qe(
o.resistance,0,60,n.resistance),o.opportunity=at(o.opportunity,e.opportunities,n.opportunity),o.scenario=at(o.scenario,e.scenariosOf(o.trip),e.scenarios[0]),o.compare=
o.compare===!0&&o.scenario!==e.scenarios[0],o.whose=at(o.whose,Qt,n.whose),e.ofInhabitants(o)){let{step:i}=e.mean,c=Math.min(At(e,o.trip),e.mean.longest(o)),f=(u,p,a)=>Math.
max(p,Math.min(a,Math.round(u/i)*i));o.cutoff=f(o.cutoff,i,Math.floor(c/i)*i),o.resistance=f(o.resistance,0,60)}return o}var Yt={lang:"language",theme:"theme",at:"\
place",who:"whose",way:"direction",trip:"trip",p:"percentile",min:"cutoff",border:"border",closed:"reading",felt:"resistance",what:"opportunity",plan:"scenario",
diff:"compare"};function qt(t){return Object.entries(Yt).map(([n,e])=>[n,e==="compare"?t.compare?1:0:t[e]]).filter(([n,e])=>!(n==="theme"&&e==="auto")&&!(n==="d\
iff"&&!e)).map(([n,e])=>n+"="+encodeURIComponent(e)).join("&")}function te(t,n){let e=t.replace(/^#/,"");if(n.languages.includes(e))return{language:e};let o={};
for(let r of e.split("&")){let s=r.indexOf("="),i=r.slice(0,s);if(s<1||!Object.hasOwn(Yt,i))continue;let c;try{c=decodeURIComponent(r.slice(s+1))}catch{continue}
o[Yt[i]]=i==="diff"?c==="1":c}return o}var It={nl:"nl-NL",de:"de-DE",en:"en-GB"},Bn=null;function Ve(t){let n=t.language,e=new Map;function o(l,m){let d=n+JSON.stringify(m);return e.has(d)||e.set(d,new Intl.
NumberFormat(It[n],m)),e.get(d).format(l)}let r=(l,m)=>{let d=l&&Object.hasOwn(t.labels[l],m)?t.labels[l][m]:null;return d===null?null:d[n]},s=(l,m)=>l.replace(
/\{(\w+)\}/g,(d,b)=>Object.hasOwn(m,b)?m[b]:d),i=(l,m)=>s(r("texts",l)??l,m||{}),c=l=>l.replace("-","−"),f=l=>l>=.001&&l<1?{maximumSignificantDigits:2}:{maximumFractionDigits:l>
0&&l<10?1:0},u=l=>l===Bn||Number.isNaN(l)?i("missing"):o(l,f(Math.abs(l))),p=l=>o(l,{style:"percent",maximumFractionDigits:l!==0&&Math.abs(l)<.095?1:0}),a=l=>l>
.995&&l<1?">"+p(.99):l>0&&l<5e-4?"<"+p(.001):p(l),h=(l,m)=>m>0?"+"+l:c(l);return{get language(){return n},set language(l){n=l},languages:Object.keys(It),t:i,count:u,
share:p,part:a,signedCount:l=>h(u(l),l),signedShare:l=>l!==0&&Math.abs(l)<5e-4?h("<"+p(.001),l).replace("<",l<0?"−<":"<"):h(p(l),l),minutes:(l,m)=>o(l,{minimumFractionDigits:m||
0,maximumFractionDigits:m||0}),mode:l=>r("modes",l)??l,byMode:l=>r("by_mode",l)??l,opportunity:l=>r("opportunities",l)??l,period:l=>r("periods",l)??l,in:l=>l[n],
country:l=>i(l===1?"nl":l===2?"de":"other"),capital:l=>l.charAt(0).toLocaleUpperCase(It[n])+l.slice(1),date:l=>new Intl.DateTimeFormat(It[n],{weekday:"short",day:"\
numeric",month:"short",timeZone:"UTC"}).format(l),clock:l=>new Intl.DateTimeFormat(It[n],{hour:"2-digit",minute:"2-digit",timeZone:"UTC"}).format(l),sort:(l,m)=>l.
localeCompare(m,It[n]),sentence(l,m){return i(l).split(/(\{\w+\})/).map(d=>{let b=d.startsWith("{")?d.slice(1,-1):null;return b!==null&&Object.hasOwn(m,b)?m[b]:
d})}}}function k(t,n,...e){return qe(document.createElement(t),n,e)}function rt(t,n,...e){return qe(document.createElementNS("http://www.w3.org/2000/svg",t),n,e)}
function qe(t,n,e){for(let[o,r]of Object.entries(n||{}))r!==null&&r!==!1&&t.setAttribute(o,r===!0?"":r);return t.append(...e.filter(o=>o!==null)),t}var tn=(t,n)=>(navigator.
languages||[]).map(e=>e.slice(0,2).toLowerCase()).find(e=>n.includes(e))??t,dt=t=>t.normalize("NFD").replace(/\p{M}/gu,"").replace(/ß/g,"ss").toLowerCase().replace(
/[^\p{L}\p{N}]+/gu," ").trim();var Y=t=>document.getElementById(t),G=t=>t!=null&&!Number.isNaN(t);function Rt(t,n,e){let o=k("span",{},t);return e&&o.prepend(k("i",{class:"key part-"+e,"aria-\
hidden":"true"})),k("div",{class:"row"},o,k("b",{},n))}function Wn(t){let n=t.reduce((o,[,r])=>o+(G(r)?r:0),0),e=k("div",{class:"bar","aria-hidden":"true"});for(let[
o,r]of t){let s=k("i",{class:"part-"+o});s.style.width=(n>0&&G(r)?100*r/n:0)+"%",e.append(s)}return e}function $t(t,n,...e){Y(t+"-title").textContent=[n.t(t),...e].
join(" · ")}function st(t,n,e){let o=n.atLeast[e];return G(o)?n.lacks[e].length>0||n.missing>0&&o>0?t.t("at_least",{n:t.count(o)}):t.count(o):t.t("missing")}var Nt=(t,n,e)=>n.
lacks[e].map(o=>t.t("no_data_of",{country:t.t(o)})).join(", ");function zn(t,n){return!G(n.open)||!G(n.closed)?t.t("effect_missing"):n.closed===0?n.open===0?t.t(
"effect_undefined"):t.t("effect_undefined")+" ("+t.signedCount(n.open)+")":t.t("effect_said",{relative:t.signedShare(n.open/n.closed-1),absolute:t.signedCount(n.
open-n.closed)})}function re(t,n,e,o){let r=(a,h)=>k(h?"strong":"b",{},a),s={...e,cutoff:t.minutes(n.cutoff)};if(o.status)return t.sentence("head_"+o.status,s);
s.open=r(st(t,o,"open"),n.border==="open"),s.closed=r(st(t,o,"closed"),n.border==="closed");let{lacks:i}=o,c="head_"+n.direction;G(o.atLeast.open)?ne(o)?c+=o.noService?
"_no_stop":"_still":i.open.length?(c+="_unknown",s.lacking=Nt(t,o,"open")):o.closed===0&&o.open>0?c+="_undefined":Math.round(o.closed)===Math.round(o.open)?c+="\
_same":s.effect=t.signedShare(o.open/o.closed-1):c+="_nothing";let f=t.sentence(c,s);i.open.length&&ne(o)&&G(o.atLeast.open)&&f.push(" (",Nt(t,o,"open"),")"),!ne(
o)&&G(o.shareWithout)&&f.push(" ",...t.sentence("head_share",{share:t.part(o.shareWithout),vehicle:e.vehicle})),n.border==="realised"&&G(o.realised)&&f.push(" ",
...t.sentence("head_realised",{resistance:t.minutes(n.resistance),realised:r(st(t,o,"realised"),!0)}));let[u,p]=[o,o.before].map(a=>a?a.atLeast[n.border]:NaN);if(G(
p)&&G(u)){let a=u-p;f.push(" ",...t.sentence("head_scenario",{scenario:e.scenario,after:r(st(t,o,n.border),!0),before:r(st(t,o.before,n.border),!1),change:p>0?t.
signedShare(a/p):t.signedCount(a)}))}return f}var ne=t=>t.shareWithout>=_t;function se(t,n,e,o){Y("split-title").textContent=t.capital(t.t("reachable",{opportunity:e.
opportunity,cutoff:t.minutes(n.cutoff)})),Y("split-value").textContent=st(t,o,n.border),Y("split-said").textContent=[e.whose,t.t("shown_"+n.border,{n:t.minutes(
n.resistance)}),n.border==="closed"?t.t("reading_"+n.reading):e.mode,e.parking].filter(i=>i).join(" · ");let r=[["nl",o.shown_nl],["de",o.shown_de]];Y("split-p\
arts").replaceChildren(Wn(r),...r.map(([i,c])=>Rt(t.t(i),t.count(c),i)));let s=[];for(let i of o.unknownCountries)s.push(t.t("unknown_country",{country:t.t(i)}));
o.missing>0&&!o.unknownCountries.length&&s.push(t.t("unknown_some",{n:t.count(o.missing)})),o.noService&&s.push(t.t("no_service")),o.mean&&o.edgeShare>0?s.push(
t.t("edge_mean",{share:t.part(o.edgeShare)})):o.touchesEdge&&s.push(t.t("edge")),Y("split-warnings").replaceChildren(...s.map(i=>k("p",{class:"warn"},i)))}function ie(t,n,e,o){
$t("effect",t,e.opportunity,e.whose),Y("effect-value").textContent=zn(t,o);let r=Math.max(o.atLeast.open||0,o.atLeast.closed||0,1);Y("effect-rows").replaceChildren(
...Lt.map(s=>{let i=Rt(t.t("shown_"+s,{n:t.minutes(n.resistance)}),st(t,o,s));i.classList.toggle("chosen",s===n.border);let c=k("i",{class:"gauge","aria-hidden":"\
true"});return c.style.width=(G(o.atLeast[s])?100*o.atLeast[s]/r:0)+"%",i.append(c),i}))}function ce(t,n,e,o){if(Y("plan-box").hidden=!o.before,!o.before)return;
$t("plan",t,e.opportunity,e.whose);let[r,s]=[o,o.before].map(i=>i.atLeast[n.border]);Y("plan-rows").replaceChildren(Rt(t.t("scenario_none"),st(t,o.before,n.border)),
Rt(e.scenario,st(t,o,n.border)),Rt(t.t("row_abs"),G(r)&&G(s)?t.signedCount(r-s):t.t("missing")))}function Bt(t,n,e,o,r){let s=Y("chart");$t("chart",t,e.opportunity,
e.whose);let{nl:i,de:c,home:f}=o.curve,u=i.length-1,p=f===2?c:i,a=f===2?i:c,h=(I,z)=>G(I[z])?I[z]:0,l=Math.max(h(p,u)+h(a,u),1),m=Hn(l/3),d=Math.ceil(l/m)*m,b=Math.
max(56,8+7*t.count(d).length),[w,x,S]=[306,8,128],C=I=>b+(w-b)*I/u,_=I=>S-(S-x)*I/d,v=(I,z)=>{let M=[...Array(u+1).keys()],it=M.map(N=>`${C(N).toFixed(1)},${_(I(
N)).toFixed(1)}`),B=M.reverse().map(N=>`${C(N).toFixed(1)},${_(z(N)).toFixed(1)}`);return"M"+[...it,...B].join("L")+"Z"},W=f===2?"de":"nl",R=[];for(let I=0;I<=d+
1e-9;I+=m)R.push(rt("line",{x1:b,x2:w,y1:_(I),y2:_(I),class:"grid"}),oe(t.count(I),b-6,_(I)+4,"end"));R.push(rt("path",{d:v(I=>h(p,I),()=>0),class:"area-"+W}),rt(
"path",{d:v(I=>h(p,I)+h(a,I),I=>h(p,I)),class:"area-"+(W==="nl"?"de":"nl")}));for(let I=0;I<=u;I+=u>75?30:15)R.push(oe(t.minutes(I),C(I),S+16,"middle"));R.push(
oe(t.t("axis_minutes"),w,S+31,"end"),rt("line",{x1:C(n.cutoff),x2:C(n.cutoff),y1:x-6,y2:S+4,class:"now"}));let D=Math.min(u,Math.max(5,Math.round(n.cutoff/15)*15-
15)),j=I=>st(t,{atLeast:{at:Et([p[I],a[I]])},lacks:{at:o.lacks.open},missing:o.missing},"at"),y=rt("svg",{viewBox:"0 0 320 164",role:"img","aria-label":t.t("cha\
rt_said",{opportunity:e.opportunity,a:j(D),x:t.minutes(D),b:j(Math.min(u,n.cutoff)),y:t.minutes(n.cutoff)})},...R);y.addEventListener("pointerdown",I=>{let z=y.
getBoundingClientRect(),M=(I.clientX-z.left)/z.width*320;r(Math.round((M-b)/(w-b)*u))}),s.replaceChildren(y),Y("chart-key").replaceChildren(k("i",{class:"key pa\
rt-"+W,"aria-hidden":"true"}),t.t("own_country")+"  ",k("i",{class:"key part-"+(W==="nl"?"de":"nl"),"aria-hidden":"true"}),t.t("across"),o.lacks.open.length?"  \
– "+Nt(t,o,"open"):"")}function oe(t,n,e,o){return rt("text",{x:n,y:e,"text-anchor":o},t)}function Hn(t){let n=10**Math.floor(Math.log10(Math.max(t,1)));return[
1,2,5,10].map(e=>e*n).find(e=>e>=t)}function ae(t,n,e){$t("bands",t,n.whose);let o=k("tr",{},...[["band","col"],["nl","col"],["de","col"],["total","col"]].map(([
i,c])=>k("th",{scope:c},t.t(i)))),r=e.bands.map(i=>{let c=k("i",{class:"key","aria-hidden":"true"});return c.style.background=i.colour,k("tr",{},k("th",{scope:"\
row"},c,t.t("band_range",{a:t.minutes(i.from),b:t.minutes(i.to)})),...[i.nl,i.de,i.nl+i.de].map(f=>k("td",{},t.count(f))))}),s=i=>e.bands.reduce((c,f)=>c+f[i],0);
r.push(k("tr",{class:"sum"},k("th",{scope:"row"},t.t("total")),...[s("nl"),s("de"),s("nl")+s("de")].map(i=>k("td",{},t.count(i))))),Y("bands").replaceChildren(k(
"thead",{},o),k("tbody",{},...r))}function le(t,n,e,o){$t("rank",t,n.opportunity,n.whose);let r=t.count(e.all),s=e.done>=e.all,i=s?e.own==="ranked"?t.t(e.shared?
"rank_shared":"rank_said",{n:t.count(e.place),all:t.count(e.of)}):t.t("rank_none"):"…";Y("rank-value").textContent=i;let c=[];if(!s)c.push(t.t("rank_busy",{n:t.
count(e.done),all:r}));else{(e.own==="edge"||e.own==="still")&&c.push(t.t("rank_own_"+e.own,{none:n.none})),e.rows.length&&c.push(t.capital(t.t(e.kind,{all:t.count(
e.rows.length)}))+".");let u=["edge","still","unknown"].filter(p=>e.left[p]>0).map(p=>t.t("rank_left_"+p,{n:t.count(e.left[p]),none:n.none}));u.length&&c.push(t.
t("rank_left_out",{parts:u.join(", ")})),e.lacking&&c.push(t.t("rank_partial",{countries:e.lacking}))}Y("rank-said").textContent=c.join(" ");let f=Y("rank-box").
querySelector("details");f.hidden=!s||!e.rows.length,f.firstElementChild.textContent=t.t("rank_list"),!(!s||!f.open)&&Y("rank-list").replaceChildren(...e.rows.map(
u=>{let p=k("button",{type:"button",class:"link"},u.member.name);p.addEventListener("click",()=>o(u.member.key));let a=e.lacking?t.t("at_least",{n:t.count(u.value)}):
t.count(u.value),h=k("li",{},p,k("b",{},a));return h.classList.toggle("chosen",u.member.key===e.member),h}))}var Xn=12;function ue(t,n){let e=k("fieldset",{class:"choice",id:"c-"+t}),o="";return{node:e,show(r,s,i,c=""){e.hidden=s.length<2;let f=JSON.stringify([r,s,c]);
if(f!==o){o=f;let u=e.contains(document.activeElement)?document.activeElement.value:null,p=k("div",{class:"pills"});for(let[h,l,m]of s){let d=k("input",{type:"r\
adio",name:t,value:h,disabled:!!m});d.addEventListener("change",()=>n(h)),p.append(k("label",{class:"pill"},d,k("span",{},l)))}e.replaceChildren(k("legend",{class:"\
legend"},r),p,...c?[k("p",{class:"small why"},c)]:[]);let a=[...e.querySelectorAll("input")].find(h=>h.value===u);a&&a.focus()}for(let u of e.querySelectorAll("\
input"))u.checked=u.value===String(i)}}}function nn(t,n){let e=k("input",{type:"range",id:"c-"+t,name:t,step:1}),o=k("label",{class:"legend",for:"c-"+t}),r=k("o\
utput",{for:"c-"+t,class:"reading"}),s=k("div",{class:"choice slide"},o,r,e);return e.addEventListener("input",()=>n(Number(e.value))),{node:s,show(i,c,f,u,p,a){
o.textContent=i,e.step=String(a||1),e.min=String(c),e.max=String(f),e.value!==String(u)&&(e.value=String(u)),e.style.setProperty("--part",100*(u-c)/(f-c)+"%"),r.
textContent=p,e.setAttribute("aria-valuetext",p)}}}function Yn(t,n,e){let o=k("label",{class:"legend",for:"place"}),r=k("input",{id:"place",type:"text",role:"co\
mbobox",autocomplete:"off",spellcheck:"false","aria-autocomplete":"list","aria-expanded":"false","aria-controls":"place-list","aria-describedby":"place-hint"}),
s=k("span",{id:"place-hint",class:"small"}),i=k("ul",{id:"place-list",role:"listbox",hidden:!0}),c=k("span",{class:"hidden",role:"status"}),f=k("div",{class:"ch\
oice search"},o,k("div",{class:"box"},r,i),s,c),u=[],p=-1,a="";function h(x){let S=dt(x);if(!S)return[];let C=_=>(_+" ").startsWith(S+" ")?0:_.startsWith(S)?1:_.
includes(" "+S)?2:_.includes(S)?3:4;return n.map(_=>[C(_.plain),_]).filter(([_])=>_<4).sort((_,v)=>_[0]-v[0]||v[1].weight-_[1].weight).slice(0,Xn).map(([,_])=>_)}
function l(){i.hidden=!0,p=-1,r.setAttribute("aria-expanded","false"),r.removeAttribute("aria-activedescendant")}function m(x){s.textContent=x?t.t("place_none_s\
till",{name:a}):t.t("place_hint"),s.classList.toggle("warn",x),r.setAttribute("aria-invalid",String(x))}function d(x){l(),m(!1),e(x.key),r.select()}function b(x){
p=x,[...i.children].forEach((C,_)=>C.setAttribute("aria-selected",String(_===p)));let S=i.children[p];return S?(S.scrollIntoView({block:"nearest"}),r.setAttribute(
"aria-activedescendant",S.id)):r.removeAttribute("aria-activedescendant")}function w(){u=h(r.value),i.replaceChildren(...u.map((S,C)=>{let _=k("li",{role:"optio\
n",id:"place-"+C,"aria-selected":"false"},k("span",{class:"name"},S.name),k("span",{class:"small"},S.note()));return _.addEventListener("pointerdown",v=>{v.preventDefault(),
d(S)}),_})),i.hidden=u.length===0,r.setAttribute("aria-expanded",String(u.length>0));let x=!u.length&&dt(r.value)!=="";c.textContent=u.length?t.t("place_found",
{n:t.count(u.length)}):x?t.t("place_none"):"",m(x),b(u.length?0:-1)}return r.addEventListener("input",w),r.addEventListener("focus",()=>r.select()),r.addEventListener(
"blur",()=>{l(),m(!1),c.textContent="",r.value=a}),r.addEventListener("keydown",x=>{if(x.key==="ArrowDown"||x.key==="ArrowUp")i.hidden?w():b((p+(x.key==="ArrowD\
own"?1:u.length-1))%u.length);else if(x.key==="Enter")!i.hidden&&u[p]?d(u[p]):!u.length&&dt(r.value)&&(r.value=a,r.select());else if(x.key==="Escape")l(),m(!1),
r.value=a;else return;x.preventDefault()}),{node:f,show(x){o.textContent=t.t("place"),m(!1),i.setAttribute("aria-label",t.t("place")),a=x,(document.activeElement!==
r||i.hidden)&&(r.value=x)}}}function on(t,{words:n,known:e,entries:o,ask:r}){let s=v=>ue(v,W=>r({[v]:W})),i=Yn(n,o,v=>r({place:v})),c=nn("cutoff",v=>r({cutoff:v})),
f=nn("resistance",v=>r({resistance:v})),u=s("border"),p=s("reading"),a=ue("mode",v=>r({trip:e.trips.find(W=>e.kindOf(W.id)===v).id})),h=s("whose"),l=s("trip"),m=ue(
"percentile",v=>r({percentile:Number(v)})),d=s("direction"),b=s("opportunity"),w=s("scenario"),x=k("input",{type:"checkbox",id:"c-compare",name:"compare"}),S=k(
"span",{}),C=k("label",{class:"choice check"},x,S);x.addEventListener("change",()=>r({compare:x.checked})),t.replaceChildren(i.node,h.node,c.node,u.node,f.node,
a.node,l.node,m.node,b.node,d.node,w.node,C,p.node),t.addEventListener("submit",v=>v.preventDefault());let _=new Map;for(let v of e.trips)_.has(e.kindOf(v.id))||
_.set(e.kindOf(v.id),v.id);return{show(v,W){let{t:R}=n;i.show(W);let D=At(e,v.trip),y=e.ofInhabitants(v)?e.mean.step:1;h.show(R("whose"),e.couldBeOfInhabitants(
v)?Qt.map(N=>[N,R("whose_"+N)]):[],v.whose),c.show(R("cutoff"),5,D,v.cutoff,R("minutes_long",{n:n.minutes(v.cutoff)}),y),u.show(R("border"),Lt.map(N=>[N,R("bord\
er_"+N)]),v.border),f.node.hidden=v.border!=="realised",f.show(R("resistance"),0,60,v.resistance,R("minutes_long",{n:n.minutes(v.resistance)}),y),p.show(R("read\
ing"),Zt.map(N=>[N,R("reading_"+N)]),v.reading);let I=e.trips.find(N=>N.id===v.trip),z=e.kindOf(I.id);a.show(R("mode"),[..._].map(([N,tt])=>[N,e.nameOf(tt)]),z);
let M=e.trips.filter(N=>e.kindOf(N.id)===z);l.show(R(I.mode==="transit"&&v.direction==="to"?"arrival":"departure"),M.map(N=>[N.id,e.tripName(N)]),v.trip),m.show(
R("percentile"),(I.percentiles||[]).map(N=>[String(N),n.share(N/100)]),v.percentile),d.show(R("direction"),Jt.map(N=>[N,R("direction_"+N)]),v.direction),b.show(
R("opportunity"),e.opportunities.map(N=>[N,n.opportunity(N)]),v.opportunity);let it=e.scenariosOf(v.trip),B=e.scenarios.filter(N=>!it.includes(N)).map(e.scenarioName);
w.show(R("scenario"),e.scenarios.map(N=>[N,e.scenarioName(N),!it.includes(N)]),v.scenario,B.length?R("scenario_idle",{scenario:B.join("; ")}):""),C.hidden=v.scenario===
e.scenarios[0],x.checked=v.compare,S.textContent=R("compare")}}}function Jn(t,n){let e={};for(let[o,r]of Object.entries(t)){if(o.startsWith("opportunity/cell/")&&(e[o.slice(17)]=r),!o.startsWith("opportunity/municipality/"))
continue;let s=new Float64Array(r.length);for(let i=0;i<n.n;i++)s[n.municipality[i]]+=n.population[i];e[o.slice(25)]=Float64Array.from(n.municipality,(i,c)=>r[i]*
n.population[c]/s[i])}return e}function rn(t,n){return(t[`${n}/name`]||t[`${n}/id`]||[]).map((o,r)=>({id:t[`${n}/id`][r],name:o,lon:t[`${n}/lon`][r],lat:t[`${n}\
/lat`][r]}))}function sn(t,n,e,o){let r=new Map;for(let s=0;s<t.n;s++){let i=t.country[s];r.has(i)||r.set(i,{total:0,known:0,unknown:0,any:!1});let c=r.get(i),f=e[s],
u=Number.isNaN(f);u||(c.any=!0),o(n[s],i)&&(u?c.unknown++:(c.known++,c.total+=f))}for(let s of r.values())(!s.any||s.unknown>0&&s.known===0)&&(s.total=NaN);return r}
function Qn(t,n,e,o,r,{resistance:s=0}={}){let i=J(o),c=sn(t,n,e,m=>m<=i),f=s===0?c:sn(t,n,e,(m,d)=>(d===r?m:Math.fround(m+s))<=i),u=m=>c.has(m)?c.get(m).total:
0,[p,a,h,l]=[0,0,0,0];for(let[m,d]of c)l+=d.unknown,m===r?p+=d.total:(a+=d.total,h+=f.get(m).total);return{nl:u(1),de:u(2),total:p+a,closed:p,realised:p+h,felt:h,
open:p+a,missing:l}}function Vn(t){let n=Math.ceil(t);return n>0&&t<=J(n-1)?n-1:n}function cn(t){for(let n=1;n<t.length;n++)t[n]+=t[n-1]}function qn(t,n,e,o){let r={};
for(let c of["nl","de","total","unknown"])r[c]=new Float64Array(o+1);let s=[null,r.nl,r.de],i=s.map(()=>({any:!1,known:new Float64Array(o+1),unknown:new Float64Array(
o+1)}));for(let c=0;c<t.n;c++){let f=t.country[c],u=Number.isNaN(e[c]);if(u||(i[f].any=!0),Number.isNaN(n[c]))continue;let p=Vn(n[c]);if(!(p>o)){if(i[f][u?"unkn\
own":"known"][p]++,u){r.unknown[p]++;continue}r.total[p]+=e[c],s[f]&&(s[f][p]+=e[c])}}Object.values(r).forEach(cn);for(let{known:c,unknown:f}of i)[c,f].forEach(
cn);for(let c of[1,2]){let{any:f,known:u,unknown:p}=i[c];for(let a=0;a<=o;a++)(!f||p[a]>0&&u[a]===0)&&(s[c][a]=NaN)}return r}function an(t,n){let e=n.n_cells,o=t["\
point/country"],r={n:e,id:t["cell/id"],lon:t["cell/lon"],lat:t["cell/lat"],country:o.subarray(0,e),municipality:t["cell/municipality"],population:t["cell/popula\
tion"]},s=rn(t,"place"),i=rn(t,"stop");return s.forEach((c,f)=>{c.country=o[e+f]}),i.forEach((c,f)=>{c.country=o[e+s.length+f]}),{cells:r,places:s,stops:i,municipalities:t["\
municipality/code"]||[],opportunities:Jn(t,r),trips:n.trips,scenarios:n.scenarios,meta:n,arrays:t,reach:(c,...f)=>Qn(r,c,...f),curve:(c,...f)=>qn(r,c,...f)}}var fe={uint8:Uint8Array,int8:Int8Array,uint16:Uint16Array,int16:Int16Array,uint32:Uint32Array,int32:Int32Array,float32:Float32Array,float64:Float64Array};function to(t){
let n=atob(t),e=new Uint8Array(n.length);for(let o=0;o<e.length;o++)e[o]=n.charCodeAt(o);return e}async function eo(t){let n=new Blob([t]).stream().pipeThrough(
new DecompressionStream("deflate"));return new Uint8Array(await new Response(n).arrayBuffer())}function no(t,n){let{n:e,width:o,steps:r}=n,s=new Int32Array(e);for(let i=0;i<
e;i++){let c=t[i];o>1&&(c|=t[e+i]<<8),o>2&&(c|=t[2*e+i]<<16|t[3*e+i]<<24),s[i]=c>>>1^-(c&1)}for(let i=0;i<r;i++)for(let c=1;c<e;c++)s[c]=s[c]+s[c-1]|0;return s}
function oo(t,n){let e=new fe[n.type](n.n),o=10**n.digits,r=Object.hasOwn(n,"null");for(let s=0;s<n.n;s++)e[s]=r&&t[s]===n.null?NaN:t[s]/o;return e}function ro(t,n){
let{n:e,width:o}=n,r=new Uint8Array(e*o);for(let f=0;f<o;f++)for(let u=0;u<e;u++)r[u*o+f]=t[f*e+u];let s=new DataView(r.buffer),i=new fe[n.type](e),c=o===8?"get\
Float64":"getFloat32";for(let f=0;f<e;f++)i[f]=s[c](f*o,!0);return i}async function so(t,n){let e=await eo(to(n));if(t.type==="text")return t.n===0?[]:new TextDecoder().
decode(e).split(`
`);if(!Object.hasOwn(t,"steps"))return ro(e,t);let o=no(e,t);return Object.hasOwn(t,"digits")?oo(o,t):t.type==="int32"?o:fe[t.type].from(o)}async function pe(t,n){
if(t.format!==1||t.parts.length!==n.length)throw new Error(`packed in format ${t.format}, ${n.length} chunks`);let e=await Promise.all(t.parts.map((r,s)=>so(r,n[s]))),
o={};return t.parts.forEach((r,s)=>{o[r.name]=e[s]}),o}function un(t,n){let e=new Map,o=0;return new Promise((r,s)=>{t.addEventListener("error",i=>s(new Error(i.message||"no worker"))),t.addEventListener("message",({
data:i})=>{if(i.opened){r(u=>new Promise((p,a)=>{e.set(++o,{answered:p,refused:a}),t.postMessage({number:o,asked:u})}));return}if(i.number===void 0){s(new Error(
i.failed));return}let{answered:c,refused:f}=e.get(i.number);e.delete(i.number),i.failed===void 0?c(i):f(new Error(i.failed))}),t.postMessage(n)})}var fn=/^(shape|mean|opportunity)\//,ao=/^(cell|place|stop|municipality)\/|^point\/country$/;function pn({manifest:t,chunks:n},e){let o=t.parts.map((r,s)=>s).filter(
r=>e(t.parts[r].name));return{manifest:{...t,parts:o.map(r=>t.parts[r])},chunks:o.map(r=>n[r])}}function lo(t){let n=URL.createObjectURL(new Blob([t],{type:"tex\
t/javascript"}));return new Worker(n)}async function uo({manifest:t,chunks:n}){let e=await globalThis.GrensgeoEngine.open(t,n);return async o=>e.times(o)}async function dn(t,n){
let e=pn(t,i=>!fn.test(i)),o=(async()=>{try{return await un(lo(n),e)}catch{return uo(e)}})(),r=pn(t,i=>fn.test(i)||ao.test(i)),s=await pe(r.manifest,r.chunks);return{
...an(s,t.manifest.meta),times:await o}}var yt=2;function he(t,n){let e=document.createElement("a");e.href=URL.createObjectURL(t),e.download=n,document.body.append(e),e.click(),e.remove(),setTimeout(()=>URL.
revokeObjectURL(e.href),1e4)}var mn=t=>t.replace(/(?<=^|[,;\t\r\n]["\s]*)(?=[=+\-@\t\r\n])/g,"'"),hn=t=>{if(typeof t=="number")return Number.isNaN(t)?"":String(
t);let n=mn(String(t??""));return/[",\n\r;#]/.test(n)?'"'+n.replace(/"/g,'""')+'"':n},fo=t=>"# "+mn(String(t).replace(/[\r\n\u2028\u2029]+/g," "));function po(t,n,e){
let o=[...t.map(fo),n.map(hn).join(",")];for(let r of e)o.push(r.map(hn).join(","));return o.join(`\r
`)+`\r
`}var Ct=(t,n)=>Math.round(t*n)/n,de=t=>G(t)?String(Ct(t,1e3)):"";function ho(t,n,e,o){if(!n.atLeast)return[];let{known:r,lacking:s}=Wt,i=["closed","realised","\
open"].map(f=>{let u=n.lacks[f].length>0||n.missing>0,p=r(n.atLeast[f])?(u?">= ":"")+de(n.atLeast[f]):"",a=s(t,n,f);return`${f}: ${p} ${e} (${o})`+(a?"; "+a:"")}),
c=[["share_without_ride",n.shareWithout],["edge_share",n.edgeShare]].filter(([,f])=>r(f)).map(([f,u])=>`${f}: ${de(u)} (${o})`);return[...i,...["nl","de"].map(f=>`${f}\
: ${de(n[f])} ${e} (${o})`),...c,...n.mean?[]:[`edge: ${!!n.touchesEdge}`]]}function gn({engine:t,places:n,data:e,words:o,state:r,found:s,weights:i,home:c,lines:f}){
let{opportunity:u}=r,p=[...f.said,...ho(o,s,u,f.whose),`units: travel_time_min in minutes; population in inhabitants; ${u} in numbers; lon and lat in degrees (E\
PSG:4326); empty is not known or not reached`,...e.notes.map(w=>"note: "+[w.text,...w.details].map(x=>o.in(x)).join(" / ")),...e.sources.map(w=>"source: "+[w.title,
w.attribution,"licence "+w.licence,w.reference_date].join("; ")),o.t("made_with",{version:e.version})],a=u!=="population",h=["cell_id","region_code","municipali\
ty","country","lon","lat","population",...a?[u]:[],"travel_time_min","within_cutoff","counted",...s.walked?["without_ride"]:[],...s.before?["travel_time_baselin\
e_min"]:[]],l=Ot(r,c),m=J(r.cutoff),{cells:d}=t,b=[...d.id.keys()].map(w=>{let x=s.minutes?s.minutes[w]:NaN,S=n.areaOfCell(w);return[d.id[w],S?S.code:"",S?S.name:
"",["","NL","DE"][d.country[w]],Ct(d.lon[w],1e5),Ct(d.lat[w],1e5),d.population[w],...a?[Ct(i[w],1e4)]:[],Ct(x,1e3),x<=m?1:0,l(x,d.country[w])?1:0,...s.walked?[Number.
isNaN(x)?"":s.walked[w]]:[],...s.before?[Ct(s.before.minutes[w],1e3)]:[]]});return po(p,h,b)}function mo(t,n,e){let o=[""];for(let r of n.split(/\s+/)){let s=o[o.
length-1]?o[o.length-1]+" "+r:r;t.measureText(s).width<=e||!o[o.length-1]?o[o.length-1]=s:o.push(r)}return o}function yn({map:t,view:n,legend:e,theme:o,dark:r,texts:s}){
let i=t.getSize(),c=Math.max(i.x,640),f=getComputedStyle(document.body).fontFamily,u=document.createElement("canvas").getContext("2d"),p=(D,j,y)=>(u.font=D,{font:D,
leading:y,lines:mo(u,j,c-40)}),a=r?"#eef0f4":"#1f2430",h=r?"#14171d":"#ffffff",l=[p(`700 19px ${f}`,s.headline,25),p(`400 13px ${f}`,s.question,18)],m=s.below.map(
D=>p(`400 11px ${f}`,D,15)),d=D=>D.reduce((j,y)=>j+y.lines.length*y.leading,0);u.font=`400 12px ${f}`;let b=[[]],w=0;for(let D of e){let j=26+u.measureText(D.said).
width+16;w+j>c-40&&b[b.length-1].length&&(b.push([]),w=0),b[b.length-1].push([w,D]),w+=j}let x=d(l)+28,S=b.length*21+d(m)+30,C=document.createElement("canvas");
C.width=c*yt,C.height=(x+i.y+S)*yt;let _=C.getContext("2d");_.scale(yt,yt),_.fillStyle=h,_.fillRect(0,0,c,x+i.y+S),_.textBaseline="alphabetic";let v=(D,j)=>{let y=j;
for(let I of D){_.font=I.font,_.fillStyle=a;for(let z of I.lines)y+=I.leading,_.fillText(z,20,y-I.leading*.25)}return y};v(l,12);let W=(c-i.x)/2;wn(_,{map:t,view:n,
theme:o,dark:r,family:f,left:W,top:x,size:i});let R=x+i.y+12;for(let D of b){for(let[j,y]of D)go(_,y,20+j,R,{ink:a,family:f,dark:r});R+=21}return v(m,R+2),new Promise(
D=>{C.toBlob(D,"image/png")})}function bn({map:t,view:n,theme:e,dark:o}){let r=t.getSize(),s=document.createElement("canvas");s.width=r.x*yt,s.height=r.y*yt;let i=s.
getContext("2d");i.scale(yt,yt);let c=getComputedStyle(document.body).fontFamily;return wn(i,{map:t,view:n,theme:e,dark:o,family:c,left:0,top:0,size:r}),s}function wn(t,{
map:n,view:e,theme:o,dark:r,family:s,left:i,top:c,size:f}){t.save(),t.beginPath(),t.rect(i,c,f.x,f.y),t.clip(),t.fillStyle=r?"#171a20":"#e3e3e0",t.fillRect(i,c,
f.x,f.y);let u=n.getContainer().getBoundingClientRect();for(let a of["land","cells","lines"])for(let h of n.getPane(a).querySelectorAll("canvas")){let l=h.getBoundingClientRect();
t.drawImage(h,i+l.left-u.left,c+l.top-u.top,l.width,l.height)}let p=n.containerPointToLayerPoint([0,0]);t.lineJoin="round";for(let a of e.written){let h=i+a.x-p.
x,l=c+a.y-p.y+a.size;t.font=`${a.bold?600:400} ${a.size}px ${s}`,t.lineWidth=3,t.strokeStyle=o.halo,t.fillStyle=a.kind==="country"?o.border:r?"#eef0f4":"#1f2430",
t.strokeText(a.name,h,l,240),t.fillText(a.name,h,l,240),a.dot&&a.kind!=="here"&&t.fillRect(i+a.at.x-p.x-2,c+a.at.y-p.y-2,4,4)}if(e.chosen){let a=n.latLngToContainerPoint(
e.chosen.latlng);t.beginPath(),t.arc(i+a.x,c+a.y,7,0,2*Math.PI),t.fillStyle="#ffffff",t.fill(),t.lineWidth=4,t.strokeStyle="#111827",t.stroke()}t.restore()}function go(t,n,e,o,{
ink:r,family:s}){if(n.line)t.fillStyle=n.line,t.fillRect(e,o+5,20,3);else{if(t.fillStyle=n.colour,t.fillRect(e,o,20,13),n.stripe){t.fillStyle=n.stripe;for(let i=0;i<
20;i+=6)t.fillRect(e+i+3,o,3,13)}t.lineWidth=.6,t.strokeStyle="#7d7f86",t.strokeRect(e,o,20,13)}t.font=`400 12px ${s}`,t.fillStyle=r,t.fillText(n.said,e+26,o+11)}var me={nl:"NL",de:"DE"},bo={1:["nl","de"],2:["de","nl"]};function _n(t,n){let e=new Map((n?n.codes:[]).map((a,h)=>[a,h])),o=new Map((n?n.layers:[]).map((a,h)=>[
a.trip+"/"+a.scenario,{...a,number:h}])),r=new Map,s=a=>o.get(a.trip+"/"+a.scenario);function i(a,h){let l=a.number+"/"+h;if(!r.has(l)){let m=t["mean/"+l],d=a.base===
null||m===void 0?null:t[`mean/${a.base}/${h}`];r.set(l,d?Float64Array.from(m,(b,w)=>b+d[w]):m)}return r.get(l)}function c(a,h,l,m){let d=i(a,h);if(d===void 0)return NaN;
let b=a.longest_min/n.step_min+1;return d[l*b+Math.min(m,a.longest_min)/n.step_min]}function f(a,h,l){return!!(h&&h.kind==="place"&&h.area&&e.has(h.area.code)&&
s(a)&&a.direction==="from"&&a.reading==="destinations"&&l===50&&n.opportunities.includes(a.opportunity))}function u(a,h,l){let m=s(a),d=e.get(h),[b,w]=bo[l],x=(_,v)=>v<
0?0:c(m,`${a.opportunity}/${me[_]}`,d,v),S={nl:x("nl",a.cutoff),de:x("de",a.cutoff)};S.closed=S[b],S.open=S.total=S.nl+S.de,S.realised=S[b]+x(w,a.cutoff-a.resistance),
S.felt=x(w,a.cutoff-a.resistance),S.missing=c(m,a.opportunity+"/unknown",d,a.cutoff),S.edgeShare=c(m,"edge",d,a.cutoff),S.touchesEdge=S.edgeShare>n.edge_share;let C=Et(
[S.nl,S.de]);return S.shareWithout=C>0?Math.min(1,c(m,a.opportunity+"/without",d,a.cutoff)/C):NaN,S}function p(a,h,l=a.opportunity){let m=s(a),d=e.get(h),b=w=>Float64Array.
from({length:m.longest_min+1},(x,S)=>{let C=Math.floor(S/n.step_min)*n.step_min,[_,v]=[c(m,`${l}/${me[w]}`,d,C),c(m,`${l}/${me[w]}`,d,Math.min(C+n.step_min,m.longest_min))];
return _+(v-_)*(S-C)/n.step_min});return{nl:b("nl"),de:b("de")}}return{has:f,figures:u,curve:p,step:n?n.step_min:1,edgeShare:n?n.edge_share:0,longest:a=>s(a)?s(
a).longest_min:1/0}}var _o=600,xo=1e9;function xn(t,n,e){let{t:o}=e,r=new Map(n.map(p=>[p.code,p])),s=Array.from(t.cells.municipality,p=>r.get(t.municipalities[p])),i=new Map(t.cells.
id.map((p,a)=>[p,a])),c=new Map;t.places.forEach(({id:p,name:a,lon:h,lat:l,country:m},d)=>{let b=r.get(p),w="place:"+p;c.set(w,{key:w,kind:"place",name:b?b.name:
a,lon:h,lat:l,country:m,area:b,ask:{kind:"place",index:d},weight:xo+(b?b.population:0),note:()=>o("kind_place")+(b?" · "+b.nuts3:"")})}),t.stops.forEach(({id:p,
name:a,lon:h,lat:l,country:m},d)=>{let b="stop:"+p;c.set(b,{key:b,kind:"stop",name:a,lon:h,lat:l,country:m,ask:{kind:"stop",index:d},weight:0,note:()=>o("kind_s\
top")+" · "+e.country(m)})});for(let p of c.values())p.plain=dt(p.name);function f(p){if(!p.startsWith("cell:"))return c.get(p);let a=i.get(p.slice(5));if(a===
void 0)return;let h=s[a],{lon:l,lat:m,country:d}=t.cells;return{key:p,kind:"cell",name:o("cell_of",{name:h?h.name:"?"}),area:h,lon:l[a],lat:m[a],country:d[a],ask:{
kind:"cell",index:a}}}function u(p){let a=new Map;return[...c.values()].filter(h=>{if(h.kind!=="stop")return!0;let l=a.get(h.plain)||[];return a.set(h.plain,[...l,
h]),!l.some(m=>p([m.lat,m.lon],[h.lat,h.lon])<_o)})}return{get:f,has:p=>typeof p=="string"&&f(p)!==void 0,searchable:u,stops:[...c.values()].filter(p=>p.kind===
"stop"),areaOfCell:p=>s[p]}}function kn(t,n,e,o,r){let s=new Map(n.trips.map(a=>[a.id,a])),[i,...c]=t.scenarios;function f(a){let h=s.get(a.id)||{};if(h.title)return e.
in(h.title);if(!h.departure)return h.period?e.period(h.period):a.id;let l=new Date(h.departure.slice(0,16)+":00Z"),m=new Date(l.getTime()+(h.window_min||0)*6e4);
return e.date(l)+", "+e.clock(l)+(h.window_min?"–"+e.clock(m):"")}let u=(a,h)=>{let l=s.get(a);return l&&l[h]?e.in(l[h]):""};function p(a,h){let l=s.get(a),m=[
"","NL","DE"][h],d=Object.hasOwn(l.lacking,m)?e.in(l.lacking[m]):"",b=e.in(l.by);return d?b.endsWith(")")?b.slice(0,-1)+"; "+d+")":`${b} (${d})`:b}return{mean:r,
kindOf:a=>s.get(a).kind,nameOf:a=>u(a,"name"),ofTrip:u,byTrip:p,parkOf:a=>s.get(a).park_min,ofInhabitants:a=>a.whose==="mean"&&r.has(a,o.get(a.place),Number(a.percentile)),
couldBeOfInhabitants:a=>r.has(a,o.get(a.place),Number(a.percentile)),languages:e.languages,trips:t.trips,trip:a=>t.trips.find(h=>h.id===a),tripName:f,opportunities:n.
opportunities,hasPlace:o.has,scenarios:t.scenarios,scenariosOf:a=>[i,...c.filter(h=>!Object.hasOwn(n.scenario_trips,h)||n.scenario_trips[h].includes(a))],scenarioName:a=>a===
i?e.t("scenario_none"):Object.hasOwn(n.scenarios,a)?e.in(n.scenarios[a]):a}}var So=12,vo=350,Eo=24;function Sn(t,n,e,o){let r=new Map,s=null,i=0,c=0;function f(a){return JSON.stringify([{...a.request,place:null},a.opportunity])}function u(a){
let h=f(a);return r.has(h)||(r.set(h,{curves:[],question:a}),r.size>So&&r.delete(r.keys().next().value)),r.get(h)}async function p(a,h){let l=performance.now();
for(;a.curves.length<n.length;){let{request:m,weights:d,longest:b}=a.question,w=await t.times({...m,place:n[a.curves.length].place});if(h!==c)return;if(a.curves.
push(Ut(w)?null:Ye(t,d,e,b,w)),performance.now()-l>Eo)break}o(),a.curves.length<n.length&&(i=setTimeout(p,0,a,h))}return{ask(a){s=u(a),c++,clearTimeout(i),s.curves.
length<n.length&&(i=setTimeout(p,vo,s,c))},get done(){return s===null?0:s.curves.length},all:n.length,standings(a){return n.map((h,l)=>({member:h,...s.curves[l]===
null?{value:NaN,edge:!1,still:!1}:a(s.curves[l],h.country)}))}}}function vn(t){let n=t.filter(e=>e.value!==null&&!Number.isNaN(e.value));return{rows:n.filter(e=>!e.
edge&&!e.still).sort((e,o)=>o.value-e.value),edge:n.filter(e=>e.edge).length,still:n.filter(e=>e.still&&!e.edge).length,unknown:t.length-n.length}}var En=1e4,Io=6e4,No=240,Co=".leaflet-bar, .leaflet-control-scale, #warnings li";function ge(t){let n=[],[e,o]=[0,0];for(let r=0;r<t.length;r+=2)e+=t[r],o+=t[r+
1],n.push([o/En,e/En]);return n}function An(t){return t.map(([n,e,o,r,s,i,c],f)=>{let u=c.map(p=>p.map(ge));return{number:f,code:n,name:e,country:o,nuts3:r,part:s,
population:i,rings:u,centre:L.latLngBounds(u.flat(2)).getCenter()}})}function In(t,n,{areas:e,cells:o,words:r}){for(let[E,O]of[["land",200],["cells",300],["line\
s",400],["chosen",440],["names",620]]){let U=t.createPane(E);U.style.zIndex=O,U.style.pointerEvents="none"}let s={};for(let E of["land","lines"])s[E]=L.canvas({
pane:E,padding:.15});let i=(E,O)=>({pane:E,renderer:s[E],interactive:!1,smoothFactor:.6,...O}),c=e.map(E=>L.polygon(E.rings,i("land",{weight:1})).addTo(t)),f=Le(
e.map(E=>E.rings.flat())),u=new Re(o,f,{pane:"cells"}),p=e.map(E=>L.polygon(E.rings,i("lines",{fill:!1,weight:E.part==="ring"?.5:.9})).addTo(t)),a=n.base.border.
map(ge),h=n.edge.map(ge),l=L.polyline(h,i("lines",{weight:1.6,dashArray:"5 5"})).addTo(t),m=L.polyline(a,i("lines",{weight:5,opacity:.85})).addTo(t),d=L.polyline(
a,i("lines",{weight:2.4})).addTo(t),b=k("div",{class:"pin","aria-hidden":"true"});b.append(rt("svg",{viewBox:"0 0 24 32"},rt("path",{d:"M12 31C12 31 2.5 18.6 2.\
5 11.4a9.5 9.5 0 0 1 19 0C21.5 18.6 12 31 12 31Z"}),rt("circle",{cx:12,cy:11.5,r:3.6}))),t.getPane("chosen").append(b);let w=k("div",{class:"cross","aria-hidden":"\
true"});t.getContainer().append(w);let x=E=>t.getContainer().classList.toggle("keyed",E);t.getContainer().addEventListener("keyup",E=>x(E.target===t.getContainer())),
t.getContainer().addEventListener("pointerdown",()=>x(!1)),t.getContainer().addEventListener("blur",()=>x(!1));let S=k("div",{id:"hover",hidden:!0,"aria-hidden":"\
true"});t.getContainer().append(S),L.control.scale({imperial:!1,position:"bottomright",maxWidth:110}).addTo(t);let C=L.latLngBounds(n.base.bounds.slice(0,2),n.base.
bounds.slice(2)),_=()=>t.fitBounds(C,{padding:[2,2],animate:!1});t.setMaxBounds(C.pad(.9));let v=L.Control.extend({onAdd(){let E=L.DomUtil.create("div","leaflet\
-bar"),O=L.DomUtil.create("a","home",E);return O.href="#",O.setAttribute("role","button"),O.textContent="⌂",L.DomEvent.on(O,"click",U=>{L.DomEvent.stop(U),_()}),
E}});new v({position:"topleft"}).addTo(t);let W=document.createElement("canvas").getContext("2d"),R=getComputedStyle(document.body).fontFamily,D=t.getPane("name\
s"),j=[],y=null,I=[];function z(){let E=t.getZoom(),O=t.containerPointToLayerPoint([0,0]),U=t.getSize(),P=L.bounds(O,O.add(U)),et=[],ht=t.getContainer().getBoundingClientRect();
for(let F of document.querySelectorAll(Co)){let $=F.getBoundingClientRect(),[Q,X]=[O.x-ht.left,O.y-ht.top];et.push([$.left+Q,$.top+X,$.right+Q,$.bottom+X])}j=[];
let bt=F=>et.every($=>F[2]<$[0]||F[0]>$[2]||F[3]<$[1]||F[1]>$[3]);function ut(F,$,Q,X){let q=Q.size*1.3;W.font=`${Q.bold?600:400} ${Q.size}px ${R}`;let V=Math.min(
W.measureText(F).width,220)+4,wt=X?5:-V/2,ct=(X?[[$.x+wt,$.y-q/2],[$.x-wt-V,$.y-q/2],[$.x-V/2,$.y-q-4],[$.x-V/2,$.y+4]]:[[$.x-V/2,$.y-q/2]]).find(([St,mt])=>St>=
P.min.x&&St+V<=P.max.x&&mt>=P.min.y&&mt+q<=P.max.y&&bt([St,mt,St+V,mt+q]));ct&&(et.push([ct[0],ct[1],ct[0]+V,ct[1]+q],[$.x-3,$.y-3,$.x+3,$.y+3]),j.push({name:F,
x:ct[0],y:ct[1],at:$,...Q,dot:X}))}if(y){let F=t.latLngToLayerPoint(y.latlng);et.push([F.x-11,F.y-31,F.x+11,F.y+2]),ut(y.name,F.add([8,-14]),{size:14,bold:!0,kind:"\
here"},!0)}let ft=!1;for(let[F,$,Q]of n.base.places){let X=e[F];if(!ft&&X.population<Io&&(ft=!0,M(P,ut)),y&&y.area===X&&y.kind==="place")continue;let q=X.part===
"ring";if(q&&X.population<(E<9?15e4:E<10?5e4:0))continue;let V=t.latLngToLayerPoint([Q,$]);if(!P.contains(V))continue;let wt=X.population>2e5?15:X.population>6e4?
13:11.5;ut(X.name,V,{size:wt,bold:wt>12,kind:q?"ring":"town",number:F},!0)}for(let F of E>=10.5?I:[]){let $=t.latLngToLayerPoint([F.lat,F.lon]);P.contains($)&&ut(
F.name,$,{size:10.5,bold:!1,kind:"stop",stop:F.key},!0)}let Z=h.flat().filter((F,$)=>$%8===0).map(F=>t.latLngToLayerPoint(F)).filter(F=>P.contains(F)).sort((F,$)=>$.
y-F.y)[0];Z&&ut(r.t("data_end"),Z.add([0,11]),{size:11,bold:!1,kind:"end"},!1),it()}function M(E,O){for(let[U,P]of[["NL","nl"],["DE","de"]]){let et=e.filter(H=>H.
country===U).map(H=>t.latLngToLayerPoint(H.centre)).filter(H=>E.contains(H)),ht=E.getCenter(),bt=a.flat().filter((H,Z)=>Z%10===0).map(H=>t.latLngToLayerPoint(H));
if(!bt.some(H=>E.contains(H)))continue;et.sort((H,Z)=>H.distanceTo(ht)-Z.distanceTo(ht));let ut=r.t(P).toLocaleUpperCase(),ft=j.length;for(let H of et)if(!bt.some(
Z=>Math.abs(Z.x-H.x)<100&&Math.abs(Z.y-H.y)<26)&&(O(ut,H,{size:13,bold:!0,kind:"country"},!1),j.length>ft))break}}function it(){let E=[];for(let O of j){if(O.dot&&
O.kind!=="here"){let P=k("i",{class:"dot "+O.kind});P.style.transform=`translate(${O.at.x-2.5}px,${O.at.y-2.5}px)`,E.push(P)}let U=k("span",{class:"place "+O.kind+
(O.bold?" big":"")});U.textContent=O.name,U.style.fontSize=O.size+"px",U.style.transform=`translate(${O.x}px,${O.y}px)`,E.push(U)}if(D.replaceChildren(...E),y){
let O=t.latLngToLayerPoint(y.latlng);b.style.transform=`translate(${O.x-12}px,${O.y-31}px)`}b.hidden=!y}t.on("moveend zoomend resize viewreset",z),t.on("zoomsta\
rt",()=>{D.replaceChildren(),b.hidden=!0});function B(E){for(let O of c)O.setStyle({color:E.land,fillColor:E.land,fillOpacity:1});p.forEach((O,U)=>O.setStyle({color:e[U].
part==="ring"?E.faint:E.outline})),l.setStyle({color:E.edge}),m.setStyle({color:E.halo}),d.setStyle({color:E.border})}let N=null,tt=()=>"";function lt(){N&&(S.textContent=
tt(u.at(N,!1)),S.hidden=!S.textContent)}function xt(E){window.matchMedia("(hover: hover)").matches&&(tt=E,t.on("mousemove",({latlng:O,containerPoint:U})=>{N=O,lt();
let P=U.x>t.getSize().x-No;S.style.transform=`translate(${U.x+(P?-12:14)}px,${U.y+14}px)`+(P?" translateX(-100%)":"")}),t.on("mouseout zoomstart movestart",()=>{
N=null,S.hidden=!0}))}let kt=window.innerWidth;function zt(){t.invalidateSize({animate:!1,pan:!1}),_()}return window.addEventListener("resize",()=>window.innerWidth===
kt?t.invalidateSize({animate:!1}):(kt=window.innerWidth,zt())),{layer:u,home:_,hover:xt,sayAgain:lt,dress:B,quiet:()=>{S.hidden=!0},flush:()=>{for(let E of Object.
values(s))E._redraw()},start:()=>{_(),u.addTo(t)},choose(E){y=E,z()},stops(E){I=E,z()},nameAt(E){let O=t.containerPointToLayerPoint(E),U=j.filter(P=>(P.number!==
void 0||P.stop)&&P.dot).map(P=>[P.at.distanceTo(O),P]).sort((P,et)=>P[0]-et[0])[0];return U&&U[0]<9?U[1]:null},get written(){return j},get chosen(){return y}}}function Oo(t){let n=JSON.parse(document.getElementById("grensgeo-data").textContent),e=Ve(n);e.language=n.start.language=tn(n.language,e.languages);let{t:o}=e,
r=l=>document.getElementById(l),s=200,i=2500,c={},f=l=>{Object.assign(c,l),e.language=l.language,a()};for(let l of document.querySelectorAll("[data-language]"))
l.addEventListener("click",()=>f({language:l.dataset.language}));let u={redrawMs:[]};window.grensgeoAtlas=u,u.ready=p().catch(l=>{throw r("headline").textContent=
o("failed",{reason:l&&l.message?l.message:String(l)}),l});async function p(){a();let l=await dn(n.engine,document.getElementById("grensgeo-engine").textContent),
m=An(n.base.areas),d=x=>l.arrays["shape/"+x],b=Oe({rings:d("rings"),corners:d("corners"),start_x:d("start_x"),start_y:d("start_y"),step_x:d("step_x"),step_y:d("\
step_y")}),w=In(t,n,{areas:m,cells:b,words:e});return await h({engine:l,areas:m,view:w,edge:d("edge")}),u}function a(){document.documentElement.lang=e.language,
document.title=e.in(n.title),r("title").textContent=e.in(n.title);for(let l of document.querySelectorAll("[data-text]"))l.textContent=o(l.dataset.text,{version:n.
version});for(let l of document.querySelectorAll("[data-said]"))l.title=o(l.dataset.said);for(let l of document.querySelectorAll("[data-label]"))l.setAttribute(
"aria-label",o(l.dataset.label));for(let l of document.querySelectorAll("[data-language]"))l.setAttribute("aria-pressed",String(l.dataset.language===e.language));
t.getContainer().setAttribute("aria-label",o("map_region")),t.getContainer().setAttribute("role","application");for(let[l,m]of[[".leaflet-control-zoom-in","zoom\
_in"],[".leaflet-control-zoom-out","zoom_out"],["a.home","home"]]){let d=document.querySelector(l);d&&(d.title=o(m),d.setAttribute("aria-label",o(m)))}}function h({
engine:l,areas:m,view:d,edge:b}){let w=l.scenarios[0],x={...l.opportunities,population:l.cells.population},S=xn(l,m,e),C=_n(l.arrays,n.mean),_=kn(l,n,e,S,C),v=Ue(
l.cells.n),W=window.matchMedia("(prefers-color-scheme: dark)"),R=n.study.map(g=>S.get("place:"+g)).filter(g=>g).map(g=>({key:g.key,name:g.name,place:g.ask,country:g.
country,area:g.area})),D=Sn(l,R,b,Q),j={to:"population",from:n.start.opportunity},y=Vt({...te(location.hash,_),...c},n.start,_),I="",z=null,M=null,it=!1,B=()=>S.
get(y.place),N=()=>At(_,y.trip),tt=()=>!it&&(y.theme==="dark"||y.theme==="auto"&&W.matches),lt=()=>Pe[tt()?"dark":"light"],xt=()=>({times:tt()?n.palettes.dark:n.
palettes.light,diverging:n.palettes.diverging}),kt=()=>!!(y.compare&&M&&M.before);async function zt(){let g=Xt(y,B(),w),A=JSON.stringify(g);if(A===I)return!0;I=
A;let T={};for(let[K,gt]of Object.entries(g))if(T[K]=await l.times(gt),I!==A)return!1;return z=T,!0}function E(g){let A=y,T=Vt(g,A,_);return T.direction!==A.direction&&
!g.opportunity&&(j[A.direction]=A.opportunity,T.opportunity=j[T.direction]),y=T,T.language!==A.language&&be(),T.theme!==A.theme&&Dt(),O(A)}async function O(g){let A=performance.
now();On.show(y,B().name),y.place!==g.place&&bt(!0),r("headline").setAttribute("aria-busy","true"),d.quiet();let T=z;await zt()&&(U(),V(),wt(),T===z&&(u.redrawMs.
push(performance.now()-A),u.redrawMs.length>s&&u.redrawMs.shift()))}function U(){M=Xe({engine:l,weights:x[y.opportunity],edge:b,palette:xt().times,longest:N(),mean:_.
ofInhabitants(y)?C:null,code:B().area?B().area.code:"",baseline:w},y,B().country,z),et(),d.sayAgain(),F(),ht(),St()}function P(){return{cutoff:y.cutoff,width:Mt(
N()),border:y.border,before:kt(),walked:!!(M&&M.walked),vehicle:_.ofTrip(y.trip,"vehicle")}}function et(){let g=M.status?z.open.minutes:M.minutes;kt()?Be(v,lt(),
xt().diverging,{minutes:g,before:M.before.minutes,cutoff:y.cutoff}):je(v,lt(),xt().times,{...P(),minutes:g,walked:M.walked,countries:l.cells.country,counts:Ot(y,
B().country)}),d.layer.paint(v)}function ht(){r("legend-title").textContent=o(kt()?"legend_change":"legend_time",{from:H()});let g=We(e,lt(),xt(),P());return r(
"legend").replaceChildren(...g.map(A=>{let T=k("i",{class:"swatch"+(A.line?" line":""),"aria-hidden":"true"});return T.style.background=A.line||(A.stripe?`repea\
ting-linear-gradient(-45deg, ${A.colour} 0 3px, ${A.stripe} 3px 6px)`:A.colour),k("li",{},T,A.said)})),g}function bt(g){let A=B(),T=L.latLng(A.lat,A.lon);g&&!t.
getBounds().pad(-.08).contains(T)&&t.panTo(T,{animate:!1}),d.choose({...A,latlng:T})}let ut=g=>g.charAt(0).toLocaleLowerCase()+g.slice(1),ft=g=>o(g+"_"+B().kind,
{name:B().name}),H=()=>y.direction==="to"?ft("to"):ut(ft("from"));function Z(){let g=_.ofInhabitants(y),A=_.parkOf(y.trip);return{place:B().name,mode:_.byTrip(y.
trip,B().country),from:g?o("from_mean",{name:B().name}):ft("from"),to:ft("to"),reaches:o(g?"reaches_mean":"reaches_one"),whose:o("owner_"+(g?"mean":B().kind),{name:B().
name}),vehicle:_.ofTrip(y.trip,"vehicle"),none:_.ofTrip(y.trip,"no_vehicle"),without:_.ofTrip(y.trip,"without"),parking:A>0?o("parking",{n:e.minutes(A)}):"",opportunity:e.
opportunity(y.opportunity),scenario:_.scenarioName(y.scenario)}}function F(){let g=Z(),A=r("headline");if(A.replaceChildren(...re(e,y,g,M)),A.removeAttribute("a\
ria-busy"),q(),r("answer-box").hidden=!!M.status,M.status)return;se(e,y,g,M),ie(e,y,g,M),ce(e,y,g,M),Bt(e,y,g,M,K=>E({cutoff:K})),ae(e,g,M);let T=y.border!=="cl\
osed"||y.reading!=="routing";_.ofInhabitants(y)||D.ask({request:{...Xt(y,B(),w).open,foreign_routing:T},opportunity:y.opportunity,weights:x[y.opportunity],longest:N()}),
Q()}function $(){return _.ofInhabitants(y)?R.map(g=>{let A=C.figures(y,g.area.code,g.country);return vt(A,y,g.country),{member:g,value:A.atLeast[y.border],edge:A.
touchesEdge,still:A.shareWithout>=_t}}):D.done<D.all?[]:D.standings((g,A)=>Ze(y,g,A))}function Q(){if(!M||M.status)return;let g=_.ofInhabitants(y),A=g?D.all:D.done,
T=$(),{rows:K,...gt}=vn(T),nt=T.find(pt=>pt.member.key===y.place)??{value:M.atLeast[y.border],edge:M.touchesEdge,still:M.shareWithout>=_t},Ft=G(nt.value)&&!nt.edge&&
!nt.still,Kt=K.filter(pt=>pt.member.key!==y.place);le(e,Z(),{all:D.all,done:A,rows:K,left:gt,member:nt.member?y.place:null,own:Ft?"ranked":nt.edge?"edge":nt.still?
"still":"unknown",kind:g?"rank_mean":nt.member?"rank_among":"rank_beside",lacking:Nt(e,M,y.border),place:Kt.filter(pt=>pt.value>nt.value).length+1,shared:Kt.some(
pt=>pt.value===nt.value),of:Kt.length+1},pt=>E({place:pt}))}let X=(g,A)=>{let T=0;return()=>{clearTimeout(T),T=setTimeout(A,g)}},q=X(700,()=>{r("said").textContent=
r("headline").textContent}),V=X(120,Ht),wt=X(300,_e);function Ht(){if(!r("table-box").open)return;if(M.status)return r("table").replaceChildren();let g=["munici\
pality","country","table_median","table_share"].map(K=>k("th",{scope:"col"},o(K))),T=Je(l,m,S.areaOfCell,y,M.minutes).map(({area:K,median:gt,within:nt})=>{let Ft=k(
"button",{type:"button",class:"link"},K.name);return Ft.addEventListener("click",()=>E({place:"place:"+K.code})),k("tr",{},k("th",{scope:"row"},Ft),k("td",{},o(
K.country.toLowerCase())),k("td",{},gt===1/0?o("unreached"):e.minutes(gt)),k("td",{},e.count(nt)))});return r("table").replaceChildren(k("table",{},k("caption",
{},o("table_caption")+" – "+H()),k("thead",{},k("tr",{},...g)),k("tbody",{},...T)))}let ct=g=>!g.concerns.length||g.concerns.includes(y.opportunity)||g.concerns.
includes(_.trip(y.trip).mode);function St(){r("warnings").replaceChildren(...n.strip.filter(ct).map(g=>k("li",{title:e.in(g.text)},e.in(g.short)))),r("notes").replaceChildren(
...n.notes.map(g=>k("li",{},e.in(g.text),...g.details.map(A=>k("p",{class:"small"},e.in(A)))))),r("sources").replaceChildren(...n.sources.map(g=>{let A=g.url?k(
"a",{href:g.url,rel:"noopener noreferrer",target:"_blank"},g.title):k("span",{},g.title),T=[g.attribution,o("licence",{name:g.licence}),g.reference_date?o("refe\
rence_date",{date:g.reference_date}):""];return k("li",{},A," – "+T.filter(K=>K).join(" · "))})),r("strip").textContent=ye(),r("asked").textContent=mt()}function mt(){
let g=_.trip(y.trip),A=_.trips.filter(T=>_.kindOf(T.id)===_.kindOf(g.id)).length>1;return[Z().whose,o("direction_"+y.direction),_.byTrip(g.id,B().country),Z().parking,
A||g.mode==="transit"?_.tripName(g):"",o("minutes",{n:e.minutes(y.cutoff)}),o("shown_"+y.border,{n:e.minutes(y.resistance)})+(y.border==="closed"?" ("+o("readin\
g_"+y.reading)+")":""),e.opportunity(y.opportunity),o("scenario")+": "+_.scenarioName(y.scenario)].filter(T=>T).join(" · ")}function ye(){return[o("scenario")+
": "+_.scenarioName(y.scenario),o("source")+": "+n.attributions.join(" · "),o("made_with",{version:n.version})].join(" · ")}function be(){e.language=y.language,
a(),bt(!1),we()}function Dt(){document.documentElement.dataset.theme=tt()?"dark":"light",d.dress(lt()),we()}function we(){r("theme").textContent=o(tt()?"theme_l\
ight":"theme_dark")}function _e(){try{history.replaceState(null,"","#"+qt(y))}catch{}}function Gt(g){r("said").textContent=g,r("toast").textContent=g,r("toast").
hidden=!1,setTimeout(()=>{r("toast").hidden=!0},i)}let xe=g=>["atlas",dt(B().name).replace(/ /g,"-").slice(0,40),dt(y.trip).replace(/ /g,"-"),y.cutoff+"min",y.border].
join("-")+g,ke=()=>gn({engine:l,places:S,data:n,words:e,state:y,found:M,weights:x[y.opportunity],home:B().country,lines:{said:[r("headline").textContent,mt(),o(
"legend_time",{from:H()}),"link: #"+qt(y)],whose:Z().whose}}),Se=()=>n.strip.filter(ct).map(g=>e.in(g.text)).join(" ");async function Nn(){let g=await yn({map:t,
view:d,legend:ht(),theme:lt(),dark:tt(),texts:{headline:r("headline").textContent,question:mt(),below:[Se(),ye()]}});he(g,xe(".png"))}let Cn=()=>he(new Blob(["\uFEFF"+
ke()],{type:"text/csv;charset=utf-8"}),xe(".csv"));async function Mn(){_e();try{await navigator.clipboard.writeText(location.href),Gt(o(location.protocol==="fil\
e:"?"copied_local":"copied"))}catch{Gt(o("not_copied"))}}let On=on(r("question"),{words:e,known:_,entries:S.searchable((g,A)=>t.distance(g,A)),ask:E});f=E;for(let[
g,A]of[["theme",()=>E({theme:tt()?"light":"dark"})],["print",()=>window.print()],["link",Mn],["png",Nn],["csv",Cn]])r(g).addEventListener("click",A);r("table-bo\
x").addEventListener("toggle",Ht),r("rank-box").querySelector("details").addEventListener("toggle",Q);function ve(){Dt(),M&&O(y)}W.addEventListener("change",ve),
window.addEventListener("beforeprint",()=>{it=!0,Dt(),z&&U(),d.flush();let g=bn({map:t,view:d,theme:lt(),dark:!1});r("on-paper")?.remove(),r("map-box").after(k(
"figure",{id:"on-paper"},g,k("figcaption",{class:"small"},Se())))}),window.addEventListener("afterprint",()=>{r("on-paper")?.remove(),it=!1,ve()}),window.addEventListener(
"hashchange",()=>E(te(location.hash,_)));function Ee(g,A){let T=d.nameAt(g);if(T)return E({place:T.stop??"place:"+m[T.number].code});let K=d.layer.at(A,!0);return K>=
0?E({place:"cell:"+l.cells.id[K]}):Gt(o("outside_click"))}return t.on("click",g=>Ee(g.containerPoint,g.latlng)),t.getContainer().addEventListener("keydown",g=>{
g.key!=="Enter"||g.target!==t.getContainer()||(g.preventDefault(),Ee(t.latLngToContainerPoint(t.getCenter()),t.getCenter()))}),d.hover(g=>{if(!M||M.status||g<0)
return"";let A=S.areaOfCell(g),T=M.minutes[g],K=M.walked&&M.walked[g]&&!Number.isNaN(T)?o("without_ride",{vehicle:_.ofTrip(y.trip,"vehicle")}):"";return[A?A.name:
"",Number.isNaN(T)?o("unreached"):o("minutes",{n:e.minutes(T)}),K,o("population",{n:e.count(l.cells.population[g])})].filter(gt=>gt).join(" · ")}),Object.defineProperties(
u,{state:{get:()=>({...y})},figures:{get:()=>M},rank:{get:()=>({done:D.done,all:D.all})}}),Object.assign(u,{set:E,engine:l,csv:ke,chart:g=>Bt(e,y,Z(),g,A=>E({cutoff:A}))}),
d.start(),be(),Dt(),d.stops(S.stops),O(y)}}globalThis.grensgeoPage=Oo;})();
