/* grensgeo engine: bundled from js/ by `make js`; edit there.
   sources 5c310ca85cf63e41: src/engine/answers.js src/engine/counting.js src/engine/hierarchy.js src/engine/later.js src/engine/main.js src/engine/streets.js src/engine/sweep.js src/engine/timetable.js src/engine/transit.js src/engine/unpack.js src/engine/weights.js src/engine/worker.js src/shared/precision.js */
"use strict";(()=>{function yt(t,n,c){let r=new Int32Array(t+1);for(let s=0;s<c.length;s++)r[c[s]+1]++;for(let s=0;s<t;s++)r[s+1]+=r[s];let o=r.slice(),e=new Int32Array(c.length);
for(let s=0;s<c.length;s++)e[o[c[s]]++]=n[s];return{start:r,ends:e}}function gt(t,n){let c=t.length-1,r=new Int32Array(c).fill(-1),o=new Int32Array(c).fill(-1);
for(let e=0;e<c;e++)for(let s=t[e];s<t[e+1];s++){let a=n[s];for(;o[a]>=0&&o[a]!==e;){let i=o[a];o[a]=e,a=i}o[a]<0&&(o[a]=r[a]=e)}return r}function G({start:t,ends:n},c,r){
let o=new Int32Array(c.length).fill(-1);for(let e=0;e<c.length;e++){o[e]=e;for(let s=t[e];s<t[e+1];s++)for(let a=n[s];o[a]!==e;a=c[a])o[a]=e,r(a,e)}}function At(t,n,c,r){
let[o,e]=[n,c];for(;o<e;){let s=o+e>>1;t[s]<r?o=s+1:e=s}return o}function z(t,n,c){let r=n.map((w,g)=>Math.min(w,c[g])),o=n.map((w,g)=>Math.max(w,c[g])),e=yt(t,
r,o),s=gt(e.start,e.ends),a=new Int32Array(t+1),i=new Int32Array(t+1);G(e,s,(w,g)=>{a[w+1]++,i[g+1]++});for(let w=0;w<t;w++)a[w+1]+=a[w],i[w+1]+=i[w];let l=new Int32Array(
a[t]),f=new Int32Array(a[t]),u=new Int32Array(a[t]),p=a.slice(),m=0;G(e,s,(w,g)=>{l[p[w]]=g,f[m]=w,u[m++]=p[w]++});let d=new Int32Array(t).fill(1);for(let w=0;w<
t;w++)s[w]>=0&&(d[s[w]]+=d[w]);let y=r.map((w,g)=>At(l,a[w],a[w+1],o[g])),h=Uint8Array.from(n,(w,g)=>+(w<c[g]));return{n:t,start:a,high:l,parent:s,size:d,lowStart:i,
low:f,lowShortcut:u,edgeShortcut:y,edgeRises:h}}function It({start:t,high:n,lowStart:c,low:r,lowShortcut:o},e,s,{up:a,down:i}){for(let l=t[e];l<t[e+1];l++)s[n[l]]=
l;for(let l=c[e];l<c[e+1];l++){let f=o[l],u=a[f],p=i[f],m=t[r[l]+1];if(!(u===1/0&&p===1/0))for(let d=f+1;d<m;d++){let y=s[n[d]],h=p+a[d];h<a[y]&&(a[y]=h);let w=i[d]+
u;w<i[y]&&(i[y]=w)}}}function W(t,n,c){let{n:r,high:o,edgeShortcut:e,edgeRises:s}=t,a=new Float32Array(o.length).fill(1/0),i=new Float32Array(o.length).fill(1/0);
for(let f=0;f<e.length;f++){let u=e[f];a[u]=Math.min(a[u],s[f]?n[f]:c[f]),i[u]=Math.min(i[u],s[f]?c[f]:n[f])}let l=new Int32Array(r);for(let f=0;f<r;f++)It(t,f,
l,{up:a,down:i});return{up:a,down:i}}function K(t){return{best:new Float64Array(t).fill(1/0),path:new Uint8Array(t),touched:new Int32Array(t),count:0}}function _t(t){for(let n=0;n<t.count;n++)t.best[t.
touched[n]]=1/0;t.count=0}function bt({start:t,high:n,parent:c},r,o,e,{best:s,path:a}){for(let i=o;i>=0;i=c[i]){a[i]=1;let l=s[i];if(!(l>e))for(let f=t[i];f<t[i+
1];f++){let u=l+r[f];u<s[n[f]]&&(s[n[f]]=u)}}}function V(t,{leave:n,enter:c,empty:r},o,e,s,a){if(_t(a),o<0||!(e<=s))return;let{n:i,start:l,high:f,size:u}=t,{best:p,
path:m,touched:d}=a;p[o]=e,bt(t,n,o,s,a);let y=0;for(let h=i-1;h>=0;){if(r[h]&&!m[h]){h-=u[h];continue}let w=m[h]?p[h]:1/0,g=m[h];for(let I=l[h];I<l[h+1];I++){let A=p[f[I]];
if(A===1/0)continue;g=1;let _=A+c[I];_<w&&(w=_)}m[h]=0,w<=s?(p[h]=w,d[y++]=h):p[h]=1/0,h-=g?1:u[h]}a.count=y}function Ot(t){let n=t*(Math.PI/180);return{east:111412.84*Math.cos(n)-93.5*Math.cos(3*n)+.118*Math.cos(5*n),north:111132.92-559.82*Math.cos(2*n)+1.175*Math.cos(
4*n)}}function Y(t,n){let c=new Int32Array(n.length),r=new Int32Array(n.length);for(let o=0,e=0;o<t.length;o++)for(let s=0,a=o;s<t[o];s++,e++)a+=n[e],c[e]=o,r[e]=
a;return{tail:c,head:r}}function J({tail:t,head:n},c,r,{lon:o,lat:e}){return Float64Array.from(c,(s,a)=>{let[i,l]=[t[a],n[a]],{east:f,north:u}=Ot((e[i]+e[l])/2),
p=Math.hypot((o[i]-o[l])*f,(e[i]-e[l])*u);return s+(Number.isNaN(p)?0:Math.floor(p*r+.5))})}function Q(t,n,{factors:c},{factor:r,rest:o,step:e}){let s=t.length,
a=new Float64Array(2*s);for(let i=0;i<2*s;i++){if(r[i]===255){a[i]=1/0;continue}let l=i<s?i:i-s,f=t[l];if(n!==null){let u=n[i],p=n[i<s?i+s:l];u<1/0?f=u:p<1/0&&(f=
p)}a[i]=Math.max(f*c[r[i]]+o[i]*e,0)}return a}var P=10;function S(t,n=1/0){let c=new Map;return(...r)=>{let o=r.join("/"),e=c.has(o)?c.get(o):t(...r);return c.delete(o),c.set(o,e),c.size>n&&c.delete(c.keys().
next().value),e}}function X(t,n,c,r,o){let e=(i,l=c)=>{let f=t[`snap/${l}/${i}`],{beside:u}=n[l];if(u===null)return f;let p=e(i,u);return f.map((m,d)=>m+p[d])},
s=e(`${r}/leave`),a=e(`${r}/gap`);return{leave:s,enter:s.map((i,l)=>i+a[l]),offset:Float64Array.from(e("offset"),i=>i*o)}}function Et(t,n){let c=i=>t[`streets/${n}\
/${i}`],r=c("count"),{tail:o,head:e}=Y(r,c("step")),s=c("rank")??Int32Array.from(r,(i,l)=>l);return{hierarchy:z(r.length,o.map(i=>s[i]),e.map(i=>s[i])),ends:{tail:o,
head:e},rank:s,work:K(r.length)}}function kt(t,n,c){let[r,o]=["lon","lat"].map(e=>{let s=["cell","place","stop"].map(l=>t[`${l}/${e}`]??[]),a=new Float64Array(c).
fill(NaN),i=n.length;for(let l of s.toReversed())for(let f=l.length-1;f>=0;f--)n[--i]>=0&&(a[n[i]]=l[f]);return a});return{lon:r,lat:o}}function vt({n:t,parent:n},c){
let r=new Uint8Array(t).fill(1);for(let{leave:o,enter:e}of c)for(let s of[o,e])for(let a of s)a>=0&&(r[a]=0);for(let o=0;o<t;o++)!r[o]&&n[o]>=0&&(r[n[o]]=0);return r}
function St(t,n,c,r){let o=new Int32Array(n+1);for(let a=c;a<r;a++)t[a]>=0&&o[t[a]+1]++;for(let a=0;a<n;a++)o[a+1]+=o[a];let e=new Int32Array(o[n]),s=o.slice();
for(let a=c;a<r;a++)t[a]>=0&&(e[s[t[a]]++]=a);return{start:o,entry:e}}function xt(t,n){let{shapes:c,snappings:r,offset_step_s:o}=n.streets,e=S(p=>Et(t,p)),s=S((p,m)=>{
let d=X(t,r,p,m,o),{rank:y}=e(m),h=w=>w<0?-1:y[w];return{...d,leave:d.leave.map(h),enter:d.enter.map(h)}}),a=S(p=>vt(e(p).hierarchy,r.flatMap((m,d)=>m.shapes.includes(
p)?[s(d,p)]:[]))),i=S(p=>{let{beeline:m,spots:d,unit_s:y,n_vertices:h}=c[p],{leave:w}=X(t,r,d,p,o);return J(e(p).ends,t[`streets/${p}/length`],m,kt(t,w,h)).map(
g=>g*y)}),l=S((p,m)=>{let d=t[`streets/${p}/${m}/factor`],{like:y}=c[p].metrics[m];if(y<0)return d;let h=l(p,y);return d.map((w,g)=>w+h[g])},P),f=S((p,m)=>{let d=c[p].
metrics[m],y=h=>t[`streets/${p}/${m}/${h}`];return Q(i(p),d.from<0?null:f(p,d.from),d,{factor:l(p,m),rest:y("rest"),step:c[p].step_s})},P),u=S((p,m)=>{let d=f(p,
m),y=d.length/2;return W(e(p).hierarchy,d.subarray(0,y),d.subarray(y))},P);return{shape:e,standing:s,empty:a,customised:u}}function Z(t,n){let{shapes:c,layers:r}=n.
streets,{shape:o,standing:e,empty:s,customised:a}=xt(t,n),i=S((m,d,y,h,w)=>{let{leave:g,enter:I}=e(m,d);return St(y?g:I,c[d].n_vertices,h,w)}),l=S(m=>({status:t[`\
snap/${m}/status`]}));function f({snap:m,number:d,code:y,reverse:h,point:w,limit:g}){let{shape:I,sets:A}=r[d],{hierarchy:_,work:b}=o(I),{up:E,down:k}=a(I,A[y]),
{leave:O,enter:v,offset:N}=e(m,I),x={leave:h?k:E,enter:h?E:k,empty:s(I)};return V(_,x,(h?v:O)[w],N[w],g,b),{number:I,work:b,onward:h?O:v,offset:N}}function u(m,d,y,h){
let{work:w,onward:g,offset:I}=f(m);for(let A=d;A<y;A++){let _=g[A],b=_<0?1/0:w.best[_]+I[A];h[A-d]=b<=m.limit?b:1/0}}function p(m,d,y,h){let{number:w,work:g,offset:I}=f(
m),{start:A,entry:_}=i(m.snap,w,m.reverse,d,y);for(let b=0;b<g.count;b++){let E=g.touched[b];for(let k=A[E];k<A[E+1];k++){let O=g.best[E]+I[_[k]];O<=m.limit&&h(
_[k],O)}}}return{snapping:l,toAll:u,toNear:p}}var C=t=>Math.fround(t*(1+4e-7));var F=t=>Math.ceil(t-.01);function R(t){let n=new Int32Array(t.length+1);for(let c=0;c<t.length;c++)n[c+1]=n[c]+t[c];return n}function q(t){let{"pattern/calls":n,
"pattern/runs":c,"call/ride_s":r,"call/stand_s":o}=t,e=new Int32Array(r.length),s=new Int32Array(r.length),a=new Int32Array(n.length+1);for(let u=0,p=0;u<n.length;u++){
let m=new Int32Array(n[u]),d=new Int32Array(n[u]);for(let y=0;y<c[u];y++)for(let h=0,w=0;h<n[u];h++,p++)m[h]+=r[p],d[h]+=o[p],w+=m[h],e[p]=w,w+=d[h],s[p]=w;a[u+
1]=p}let{"call/stop":i,"call/board":l,"call/alight":f}=t;return{calls:n,runs:c,arrival:e,departure:s,timeStart:a,callStart:R(n),runStart:R(c),stop:i,board:l,alight:f}}
function Mt(t,n,c,r){let o=[];for(let e=0;e<t.runs[n];e++)c[t.runStart[n]+e]&&o.push(e);return r?o.reverse():o}function Tt(t,n,c){let r=new Int32Array(c);for(let a of t)
r[n[a]]++;let o=R(r),e=new Int32Array(t.length),s=o.slice();for(let a of t)e[s[n[a]]++]=a;return{stopStart:o,stopCall:e}}function tt(t,n,c,r){let o=t.stop.length,
e=()=>new Int32Array(o),[s,a,i,l,f,u]=Array.from({length:6},e),p=new Uint8Array(o),m=[],d=[],y=[],h=r?-1:1,[w,g]=r?[t.departure,t.arrival]:[t.arrival,t.departure],
[I,A]=r?[t.alight,t.board]:[t.board,t.alight];for(let _=0;_<t.calls.length;_++){let b=t.calls[_],E=Mt(t,_,n,r),k=t.callStart[_];for(let O=0;O<b;O++){let v=r?b-1-
O:O,N=k+v,x=k+O;s[x]=t.stop[N],a[x]=k+b-1,p[x]=A[N],i[x]=m.length+O,l[x]=b,f[x]=d.length,u[x]=E.length,I[N]&&O<b-1&&E.length>0&&y.push(x);for(let wt of E)d.push(
h*g[t.timeStart[_]+wt*b+v])}for(let O of E)for(let v=0;v<b;v++)m.push(h*w[t.timeStart[_]+O*b+(r?b-1-v:v)])}return{callStop:s,callEnd:a,callOff:p,callArrival:i,callStride:l,
callDeparture:f,callTrips:u,nCalls:o,arrival:Int32Array.from(m),departure:Int32Array.from(d),...Tt(y,s,c)}}function $t(t,n,c,r){let o=new Map,e=u=>{if(u.from===
u.to)return;let p=u.from*r+u.to,m=o.get(p);(m===void 0||m.stated===u.stated&&u.seconds<m.seconds)&&o.set(p,u)},{transfer_from:s,transfer_to:a,transfer_s:i,forbidden_from:l,
forbidden_to:f}=t;for(let u=0;u<s.length;u++)e({from:s[u],to:a[u],seconds:i[u],stated:!0});for(let[u,p,m]of n)e({from:u,to:p,seconds:F(m+c),stated:!1});for(let u=0;u<
l.length;u++)o.delete(l[u]*r+f[u]);return[...o.values()]}function nt(t,n,c,r,o){let{stop:e,change_ok:s,min_change_s:a}=t,i=[];for(let h=0;h<e.length;h++)s[h]&&i.
push({from:e[h],to:e[h],seconds:a[h]});i.push(...$t(t,n,c,r));let[l,f]=o?["to","from"]:["from","to"],u=new Int32Array(r);for(let h of i)u[h[l]]++;let p=R(u),m=p.
slice(),d=new Int32Array(i.length),y=new Int32Array(i.length);for(let h of i){let w=m[h[l]]++;d[w]=h[f],y[w]=h.seconds}return{wayStart:p,wayStop:d,waySeconds:y}}
function Rt(t,n,c){let r=c+1,o=()=>({stop:new Int32Array(t),since:new Int32Array(t),n:0});return{wide:r,rides:c,stamp:0,latest:0,arrival:new Int32Array(t*r).fill(
1073741824),ready:new Int32Array(t*r).fill(1073741824),aboard:new Int16Array(n*c).fill(32767),best:new Int32Array(t).fill(1073741824),marked:o(),met:o(),better:o()}}
function D(t,n,c){t.since[n]!==c&&(t.since[n]=c,t.stop[t.n++]=n)}function U(t,n,c,r){for(let o=n;o<c&&t[o]>r;o++)t[o]=r}function Dt(t,n,c,r){let o=0,e=c-1;for(;o<
e;){let s=o+e>>1;t[n+s]<r?o=s+1:e=s}return o}function Ut(t,n,c,r,o,e){let{callStop:s,callEnd:a,callOff:i,arrival:l}=t,{wide:f,rides:u,arrival:p,aboard:m,met:d,stamp:y,
latest:h}=n,w=t.callArrival[o]+e*t.callStride[o]-o;for(let g=o+1,I=a[o];g<=I;g++){let A=s[g];if(c!==null&&c[A]===0)break;let _=(g-1)*u+r-1;if(m[_]<=e)break;U(m,
_,g*u,e);let b=l[w+g];if(b>h)break;let E=A*f+r;i[g]&&b<p[E]&&(p[E]=b,D(d,A,y))}}function Ft(t,n,c,r){let{stopStart:o,stopCall:e,callDeparture:s,callTrips:a,departure:i}=t,
{wide:l,rides:f,ready:u,aboard:p,marked:m}=n;n.met.n=0;for(let d=0;d<m.n;d++){let y=m.stop[d],h=u[y*l+r-1];for(let w=o[y],g=o[y+1];w<g;w++){let I=e[w],A=s[I],_=Math.
min(p[I*f+r-1],a[I]);_===0||i[A+_-1]<h||Ut(t,n,c,r,I,Dt(i,A,_,h))}}}function jt({stopStart:t},{wayStart:n,wayStop:c,waySeconds:r},o,e,s,a){let{wide:i,rides:l,arrival:f,
ready:u,best:p,marked:m,met:d,better:y,stamp:h,latest:w}=o;m.n=0;for(let g=0;g<d.n;g++){let I=d.stop[g],A=I*i+s,_=f[A];U(f,A+1,(I+1)*i,_);let b=(_<<4)+s;if(b<p[I]&&
(p[I]=b,D(y,I,a)),s!==l)for(let E=n[I],k=n[I+1];E<k;E++){let O=c[E],v=_+r[E];v>w||v>=u[O*i+s]||t[O]!==t[O+1]&&(e!==null&&e[O]===0||(U(u,O*i+s,(O+1)*i,v),D(m,O,h)))}}}
function Pt({start:t,place:n,seconds:c},{best:r,better:o},e){for(let s=0;s<o.n;s++){let a=o.stop[s];for(let i=t[a],l=t[a+1];i<l;i++){let f=r[a]+(c[i]<<4);f<e[n[i]]&&
(e[n[i]]=f)}}}function et(t,n,{access:c,onward:r,window:o,usable:e}){let{moments:s,limit:a,rides:i}=o,l=Rt(n.wayStart.length-1,t.nCalls,i),{wide:f,ready:u,marked:p}=l,
m=new Int32Array(r.nPlaces).fill(1073741824),d=new Int32Array(r.nPlaces*s.length),y=(a<<4)+16-1;for(let h=s.length-1;h>=0;h--){let w=s[h],g=++l.stamp;l.latest=w+
a,p.n=l.better.n=0;for(let[A,_]of c)U(u,A*f,(A+1)*f,w+_),D(p,A,g);for(let A=1;A<=i&&p.n>0;A++)l.stamp++,Ft(t,l,e,A),jt(t,n,l,e,A,g);Pt(r,l,m);let I=w<<4;for(let A=0;A<
r.nPlaces;A++){let _=m[A]-I;d[A*s.length+h]=_<=y?_:1073741824}}return d}function Ct(t,n,c,r){let o=n,e=n+c-1,s=n+r;for(;o<e;){let a=t[o+e>>1],i=o,l=e;for(;i<=l;){
for(;t[i]<a;)i++;for(;t[l]>a;)l--;if(i<=l){let f=t[i];t[i++]=t[l],t[l--]=f}}if(s<=l)e=l;else if(s>=i)o=i;else break}return t[s]}function Lt(t,n){return Math.max(
Math.ceil(t*n/100-1e-9)-1,0)}function ot(t,n,c){let r=t.length/n,o=Lt(c,n),e=new Float64Array(r);for(let s=0;s<r;s++){let a=Ct(t,s*n,n,o);e[s]=a===1073741824?1/0:
a>>4}return e}var Ht=4,Gt=["stop","min_change_s","change_ok","transfer_from","transfer_to","transfer_s","forbidden_from","forbidden_to"],T=(t,n,c)=>(n?t.own_snapping:t.snapping)[c];
function M({trip:t,scenario:n,own:c,code:r,reverse:o},e){let s=t.legs[e],a=s.limit_min===null?1/0:60*s.limit_min,i=60*s.park_min;return{snap:T(s,c,n),number:s.layers[n],
code:r,reverse:o,limit:a,park:i,within:(a-i)*(1+4e-7)}}function rt({streets:t,country:n},c,r,[o,e],s){let{code:a,park:i,limit:l,within:f}=c;t.toNear({...c,point:r,
limit:f},o,e,(u,p)=>{a!==0&&n[u]!==a||s(u-o,F(Math.min(p+i,l)))})}function zt(t,n){let{n_stops:c,n_cells:r}=t.meta,o=t.usable(n.code),e=new Int32Array(c+1),s=[],
a=[];for(let f=0;f<c;f++)(o===null||o[f])&&rt(t,n,t.firstStop+f,[0,r],(u,p)=>{s.push(u),a.push(p)}),e[f+1]=s.length;let i=Int32Array.from(new Set(s)).sort(),l=new Int32Array(
r);return i.forEach((f,u)=>{l[f]=u}),{start:e,place:Int32Array.from(s,f=>l[f]),seconds:Int32Array.from(a),served:i,nPlaces:i.length}}function Wt({arrays:t,meta:n,
streets:c,firstStop:r,usable:o},e,s,a){let i=n.n_stops,l=o(e.code),f=[];for(let p=0;p<i;p++){if(l!==null&&!l[p])continue;let m={...e,point:r+p,limit:e.within};c.
toNear(m,r,r+i,(d,y)=>{l!==null&&!l[d-r]||f.push([p,d-r,Math.min(y,e.limit)])})}let u=Object.fromEntries(Gt.map(p=>[p,t[`changes/${s}/${p}`]]));return nt(u,f,n.
least_change_s,i,a)}function Kt({meta:t,streets:n,country:c},r){let{trip:o,reverse:e,own:s,code:a}=r,i=M(r,"direct"),l=new Float64Array(t.n_cells);n.toAll({...i,
point:r.point,limit:i.within},0,t.n_cells,l);let f=o.timetable[e?"to":"from"][r.scenario].limit_s,u=o.legs[e?"access":"egress"],{status:p}=n.snapping(T(u,s,r.scenario));
return l.map((m,d)=>{let y=Math.min(m,i.limit);return p[d]!==0||s&&c[d]!==a||!(m<1/0&&y<=f)?1/0:F(y)})}function Vt(t){let{arrays:n,meta:c,firstStop:r,usable:o}=t,
e=new Map(c.trips.map(m=>[m.id,m])),s=S(()=>q(n)),a=S((m,d)=>tt(s(),n[`plan/${m}/run`],c.n_stops,d)),i=S((m,d,y,h,w,g)=>{let I=e.get(m);return Wt(t,M({trip:I,scenario:d,
own:y,code:h,reverse:!1},"change"),w,g)}),l=new Map;function f(m){let d=[m.snap,m.number,m.code,m.reverse,m.limit,m.park].join("/"),y=l.get(d);return y||l.set(d,
y=zt(t,m)),y}let u=new Map;function p(m){let{trip:d,scenario:y,reverse:h,own:w,code:g,point:I}=m,A=d.timetable[h?"to":"from"][y],[_,b]=h?["egress","access"]:["a\
ccess","egress"],E=[];rt(t,M(m,_),I,[r,r+c.n_stops],(N,x)=>E.push([N,x]));let k=f(M(m,b)),O=h?A.moments_s.map(N=>-N).reverse():A.moments_s;return{keys:et(a(A.plan,
h),i(d.id,y,w,g,A.changes,h),{access:E,onward:k,window:{moments:O,limit:A.limit_s,rides:A.max_rides},usable:o(g)}),served:k.served,count:O.length,near:E.length}}
return m=>{let{trip:d,scenario:y,reverse:h,code:w,point:g}=m,I=[d.id,y,h,w,g].join("/"),A=u.get(I)??p(m);return u.delete(I),u.set(I,A),u.size>Ht&&u.delete(u.keys().
next().value??""),A}}function st(t,n,c){let r=n.n_cells+n.n_places,o=t["point/country"],e=S(l=>l===0?null:Uint8Array.from({length:n.n_stops},(f,u)=>+(o[r+u]===l))),
s={arrays:t,meta:n,streets:c,country:o,firstStop:r,usable:e},a=Vt(s);function i(l){let f=Kt(s,l),{keys:u,served:p,count:m,near:d}=a(l),y=ot(u,m,l.percentile),h=Uint8Array.
from(f,w=>+(w<1/0));return p.forEach((w,g)=>{y[g]<f[w]&&(f[w]=y[g],h[w]=0)}),{seconds:f,walked:h,status:d>0?"":"no_service"}}return{times:i}}var ct=["","not_snapped","outside_data"],it=t=>t!==""&&ct.includes(t),Jt=12;function Qt(t,n){let c=new Map(t.trips.map(i=>[i.id,i])),{n_cells:r,n_places:o,n_stops:e}=t,
s={cell:[0,r],place:[r,o],stop:[r+o,e]};function a({kind:i,index:l}){if(!Object.hasOwn(s,i)||!(l>=0&&l<s[i][1]))throw new RangeError(`no ${i} ${l}`);return s[i][0]+
l}return i=>{let l=c.get(i.trip);if(l===void 0)throw new RangeError(`no trip ${i.trip}`);let f=t.scenarios.indexOf(i.scenario??t.scenarios[0]);if(f<0)throw new RangeError(
`no scenario ${i.scenario}`);let u=i.direction??"from";if(u!=="from"&&u!=="to")throw new RangeError(`no direction ${u}`);let p=i.foreign_routing===!1,m=a(i.place),
d=p?n[m]:0;if(p&&d===0)throw new RangeError("the country of the place is not known");let y=l.percentiles,h=i.percentile??(y.includes(50)?50:y[0]);return{trip:l,
scenario:f,reverse:u==="to",own:p,point:m,code:d,percentile:h}}}function Xt({n:t,country:n,streets:c},r){let o=M(r,"street"),e=new Float64Array(t);c.toAll({...o,
point:r.point,limit:o.within},0,t,e);for(let s=0;s<t;s++)r.own&&n[s]!==r.code?e[s]=1/0:e[s]<1/0&&(e[s]=Math.min(e[s]+o.park,o.limit));return e}function at({trip:t,
reverse:n}){return t.mode!=="transit"?["street","street"]:n?["egress","access"]:["access","egress"]}function Zt({arrays:t,n,streets:c},r,{minutes:o,walked:e}){let{
trip:s,own:a,point:i,scenario:l}=r,[f,u]=at(r),p=c.snapping(T(s.legs[u],!1,l)).status;if(c.snapping(T(s.legs[f],a,l)).status[i]!==0)return;let m=i<n?[i]:[];t["t\
win/point"].forEach((d,y)=>{d===i&&m.push(t["twin/cell"][y])});for(let d of m)p[d]===0&&(o[d]=0,e&&(e[d]=1))}function qt(t,n){let{n:c,streets:r,transit:o}=t,{trip:e,
own:s,point:a}=n,i=e.legs[at(n)[0]],l=new Float32Array(c).fill(NaN),f=ct[r.snapping(T(i,s,n.scenario)).status[a]];if(f!=="")return{minutes:l,status:f,walked:null};
let u=e.mode==="transit"?o.times(n):{seconds:Xt(t,n),walked:null,status:f};for(let p=0;p<c;p++)u.seconds[p]<1/0&&(l[p]=Math.fround(u.seconds[p])/60);return Zt(t,
n,{minutes:l,walked:u.walked}),{minutes:l,status:u.status,walked:u.walked}}function j(t,n){let c=Z(t,n),r={arrays:t,n:n.n_cells,country:t["point/country"],streets:c,
transit:st(t,n,c)},o=Qt(n,r.country),e=new Map;return{times(s){let a=o(s),i=[a.point,a.trip.id,a.reverse,a.own,a.scenario,a.percentile].join("/"),l=e.get(i)??qt(
r,a);return e.delete(i),e.set(i,l),e.size>Jt&&e.delete(e.keys().next().value??""),l}}}function tn(t,n){let c={};for(let[r,o]of Object.entries(t)){if(r.startsWith("opportunity/cell/")&&(c[r.slice(17)]=o),!r.startsWith("opportunity/municipality/"))
continue;let e=new Float64Array(o.length);for(let s=0;s<n.n;s++)e[n.municipality[s]]+=n.population[s];c[r.slice(25)]=Float64Array.from(n.municipality,(s,a)=>o[s]*
n.population[a]/e[s])}return c}function lt(t,n,c){return(t[`${n}/name`]||t[`${n}/id`]||[]).map((o,e)=>({id:t[`${n}/id`][e],name:o,lon:t[`${n}/lon`][e],lat:t[`${n}\
/lat`][e],country:c[e]}))}function ft(t,n,c,r){let o=new Map;for(let e=0;e<t.n;e++){let s=t.country[e],a=o.get(s);a||o.set(s,a={total:0,known:0,unknown:0,any:!1});
let i=c[e],l=Number.isNaN(i);l||(a.any=!0),r(n[e],s)&&(l?a.unknown++:(a.known++,a.total+=i))}for(let e of o.values())(!e.any||e.unknown>0&&e.known===0)&&(e.total=
NaN);return o}function nn(t,n,c,r,o,{resistance:e=0}={}){let s=C(r),a=ft(t,n,c,d=>d<=s),i=e===0?a:ft(t,n,c,(d,y)=>(y===o?d:Math.fround(d+e))<=s),l=d=>a.get(d)?.
total??0,[f,u,p,m]=[0,0,0,0];for(let[d,y]of a)m+=y.unknown,d===o?f+=y.total:(u+=y.total,p+=i.get(d)?.total??0);return{nl:l(1),de:l(2),total:f+u,closed:f,realised:f+
p,felt:p,open:f+u,missing:m}}function en(t){let n=Math.ceil(t);return n>0&&t<=C(n-1)?n-1:n}function ut(t){for(let n=1;n<t.length;n++)t[n]+=t[n-1]}function on(t,n,c,r){
let o=()=>new Float64Array(r+1),e={nl:o(),de:o(),total:o(),unknown:o()},s=[o(),e.nl,e.de],a=s.map(()=>({any:!1,known:o(),unknown:o()}));for(let i=0;i<t.n;i++){let l=t.
country[i],f=Number.isNaN(c[i]);if(f||(a[l].any=!0),Number.isNaN(n[i]))continue;let u=en(n[i]);if(!(u>r)){if(a[l][f?"unknown":"known"][u]++,f){e.unknown[u]++;continue}
e.total[u]+=c[i],s[l][u]+=c[i]}}Object.values(e).forEach(ut);for(let{known:i,unknown:l}of a)[i,l].forEach(ut);for(let i of[1,2]){let{any:l,known:f,unknown:u}=a[i];
for(let p=0;p<=r;p++)(!l||u[p]>0&&f[p]===0)&&(s[i][p]=NaN)}return e}function pt(t,n){let c=n.n_cells,r=c+n.n_places,o=t["point/country"],e={n:c,id:t["cell/id"],
lon:t["cell/lon"],lat:t["cell/lat"],country:o.subarray(0,c),municipality:t["cell/municipality"],population:t["cell/population"]};return{cells:e,places:lt(t,"pla\
ce",o.subarray(c)),stops:lt(t,"stop",o.subarray(r)),municipalities:t["municipality/code"]||[],opportunities:tn(t,e),trips:n.trips,scenarios:n.scenarios,meta:n,arrays:t,
reach:(...s)=>nn(e,...s),curve:(...s)=>on(e,...s)}}var L={uint8:Uint8Array,int8:Int8Array,uint16:Uint16Array,int16:Int16Array,uint32:Uint32Array,int32:Int32Array,float32:Float32Array,float64:Float64Array};function rn(t){
let n=atob(t),c=new Uint8Array(n.length);for(let r=0;r<c.length;r++)c[r]=n.charCodeAt(r);return c}async function sn(t){let n=new Blob([t]).stream().pipeThrough(
new DecompressionStream("deflate"));return new Uint8Array(await new Response(n).arrayBuffer())}function cn(t,{n,width:c,steps:r=0}){let o=new Int32Array(n);for(let e=0;e<
n;e++){let s=t[e];c>1&&(s|=t[n+e]<<8),c>2&&(s|=t[2*n+e]<<16|t[3*n+e]<<24),o[e]=s>>>1^-(s&1)}for(let e=0;e<r;e++)for(let s=1;s<n;s++)o[s]=o[s]+o[s-1]|0;return o}
function an(t,n){let c=new L[n.type](n.n),r=10**n.digits,o=Object.hasOwn(n,"null");for(let e=0;e<n.n;e++)c[e]=o&&t[e]===n.null?NaN:t[e]/r;return c}function ln(t,{
type:n,n:c,width:r}){let o=new Uint8Array(c*r);for(let i=0;i<r;i++)for(let l=0;l<c;l++)o[l*r+i]=t[i*c+l];let e=new DataView(o.buffer),s=new L[n](c),a=r===8?"get\
Float64":"getFloat32";for(let i=0;i<c;i++)s[i]=e[a](i*r,!0);return s}async function fn(t,n){let c=await sn(rn(n));if(t.type==="text")return t.n===0?[]:new TextDecoder().
decode(c).split(`
`);if(!Object.hasOwn(t,"steps"))return ln(c,t);let r=cn(c,t);return Object.hasOwn(t,"digits")?an(r,t):t.type==="int32"?r:L[t.type].from(r)}async function $(t,n){
if(t.format!==1||t.parts.length!==n.length)throw new Error(`packed in format ${t.format}, ${n.length} chunks`);let c=await Promise.all(t.parts.map((r,o)=>fn(r,n[o])));
return Object.fromEntries(t.parts.map((r,o)=>[r.name,c[o]]))}var mt=/^streets\/\d+\/\d+\//;function H(t,n,c){let r=t.parts.map((o,e)=>e).filter(o=>c(t.parts[o].name));return{manifest:{...t,parts:r.map(o=>t.parts[o])},chunks:r.
map(o=>n[o])}}function B(t,n,c,r){let o=`streets/${n}/${c}`;if(c<0||r.has(`${o}/factor`))return;r.add(`${o}/factor`).add(`${o}/rest`);let e=t.shapes[n].metrics[c];
B(t,n,e.from,r),B(t,n,e.like,r)}function dt({trips:t,scenarios:n,streets:c},r){let o=new Set,e=t.find(a=>a.id===r.trip),s=n.indexOf(r.scenario??n[0]);for(let a of Object.
values(e?.legs??{})){let i=c.layers[a.layers[s]],l=r.foreign_routing===!1?i?.sets:i?.sets.slice(0,1);for(let f of l??[])B(c,i.shape,f,o)}return o}var un=t=>t instanceof Error?t.message:String(t);async function pn(t,n){let c=H(t,n,e=>!mt.test(e)),r=await $(c.manifest,c.chunks),o=j(r,t.meta);return async e=>{
let s=dt(t.meta,e),a=H(t,n,i=>s.has(i)&&!Object.hasOwn(r,i));return Object.assign(r,await $(a.manifest,a.chunks)),o.times(e)}}function ht(t){let n=null,c=Promise.
resolve();async function r({number:o,asked:e,manifest:s,chunks:a}){try{if(n===null){n=await pn(s,a),t.postMessage({opened:!0});return}let{minutes:i,walked:l,status:f}=await n(
e);t.postMessage({number:o,minutes:i,walked:l,status:f})}catch(i){t.postMessage({number:o,failed:un(i)})}}t.addEventListener("message",({data:o})=>{c=c.then(()=>r(
o))})}async function mn(t,n){let c=await $(t,n),r=pt(c,t.meta),o=j(c,t.meta),e=new WeakSet;function s(i,...l){let f=r.reach(i,...l);return e.has(i)?Object.fromEntries(
Object.keys(f).map(u=>[u,NaN])):f}function a(i){let l=o.times(i);return it(l.status)&&e.add(l.minutes),l}return{...r,times:a,reach:s}}Object.assign(globalThis,{
GrensgeoEngine:{open:mn,unpack:$}});typeof document>"u"&&ht(globalThis);})();
