/* grensgeo engine: bundled from js/ by `make js`; edit there.
   sources 02a3e8cbfd4ff64f: src/engine/answers.js src/engine/counting.js src/engine/hierarchy.js src/engine/main.js src/engine/streets.js src/engine/sweep.js src/engine/timetable.js src/engine/transit.js src/engine/unpack.js src/engine/weights.js src/engine/worker.js src/shared/precision.js */
"use strict";(()=>{function pt(t,n,c){let r=new Int32Array(t+1);for(let s=0;s<c.length;s++)r[c[s]+1]++;for(let s=0;s<t;s++)r[s+1]+=r[s];let o=r.slice(),e=new Int32Array(c.length);
for(let s=0;s<c.length;s++)e[o[c[s]]++]=n[s];return{start:r,ends:e}}function mt(t,n){let c=t.length-1,r=new Int32Array(c).fill(-1),o=new Int32Array(c).fill(-1);
for(let e=0;e<c;e++)for(let s=t[e];s<t[e+1];s++){let l=n[s];for(;o[l]>=0&&o[l]!==e;){let i=o[l];o[l]=e,l=i}o[l]<0&&(o[l]=r[l]=e)}return r}function B({start:t,ends:n},c,r){
let o=new Int32Array(c.length).fill(-1);for(let e=0;e<c.length;e++){o[e]=e;for(let s=t[e];s<t[e+1];s++)for(let l=n[s];o[l]!==e;l=c[l])o[l]=e,r(l,e)}}function dt(t,n,c,r){
let[o,e]=[n,c];for(;o<e;){let s=o+e>>1;t[s]<r?o=s+1:e=s}return o}function H(t,n,c){let r=n.map((w,g)=>Math.min(w,c[g])),o=n.map((w,g)=>Math.max(w,c[g])),e=pt(t,
r,o),s=mt(e.start,e.ends),l=new Int32Array(t+1),i=new Int32Array(t+1);B(e,s,(w,g)=>{l[w+1]++,i[g+1]++});for(let w=0;w<t;w++)l[w+1]+=l[w],i[w+1]+=i[w];let a=new Int32Array(
l[t]),f=new Int32Array(l[t]),u=new Int32Array(l[t]),p=l.slice(),m=0;B(e,s,(w,g)=>{a[p[w]]=g,f[m]=w,u[m++]=p[w]++});let d=new Int32Array(t).fill(1);for(let w=0;w<
t;w++)s[w]>=0&&(d[s[w]]+=d[w]);let y=r.map((w,g)=>dt(a,l[w],l[w+1],o[g])),h=Uint8Array.from(n,(w,g)=>+(w<c[g]));return{n:t,start:l,high:a,parent:s,size:d,lowStart:i,
low:f,lowShortcut:u,edgeShortcut:y,edgeRises:h}}function ht({start:t,high:n,lowStart:c,low:r,lowShortcut:o},e,s,{up:l,down:i}){for(let a=t[e];a<t[e+1];a++)s[n[a]]=
a;for(let a=c[e];a<c[e+1];a++){let f=o[a],u=l[f],p=i[f],m=t[r[a]+1];if(!(u===1/0&&p===1/0))for(let d=f+1;d<m;d++){let y=s[n[d]],h=p+l[d];h<l[y]&&(l[y]=h);let w=i[d]+
u;w<i[y]&&(i[y]=w)}}}function L(t,n,c){let{n:r,high:o,edgeShortcut:e,edgeRises:s}=t,l=new Float32Array(o.length).fill(1/0),i=new Float32Array(o.length).fill(1/0);
for(let f=0;f<e.length;f++){let u=e[f];l[u]=Math.min(l[u],s[f]?n[f]:c[f]),i[u]=Math.min(i[u],s[f]?c[f]:n[f])}let a=new Int32Array(r);for(let f=0;f<r;f++)ht(t,f,
a,{up:l,down:i});return{up:l,down:i}}function G(t){return{best:new Float64Array(t).fill(1/0),path:new Uint8Array(t),touched:new Int32Array(t),count:0}}function wt(t){for(let n=0;n<t.count;n++)t.best[t.
touched[n]]=1/0;t.count=0}function yt({start:t,high:n,parent:c},r,o,e,{best:s,path:l}){for(let i=o;i>=0;i=c[i]){l[i]=1;let a=s[i];if(!(a>e))for(let f=t[i];f<t[i+
1];f++){let u=a+r[f];u<s[n[f]]&&(s[n[f]]=u)}}}function z(t,{leave:n,enter:c,empty:r},o,e,s,l){if(wt(l),o<0||!(e<=s))return;let{n:i,start:a,high:f,size:u}=t,{best:p,
path:m,touched:d}=l;p[o]=e,yt(t,n,o,s,l);let y=0;for(let h=i-1;h>=0;){if(r[h]&&!m[h]){h-=u[h];continue}let w=m[h]?p[h]:1/0,g=m[h];for(let I=a[h];I<a[h+1];I++){let A=p[f[I]];
if(A===1/0)continue;g=1;let _=A+c[I];_<w&&(w=_)}m[h]=0,w<=s?(p[h]=w,d[y++]=h):p[h]=1/0,h-=g?1:u[h]}l.count=y}function gt(t){let n=t*(Math.PI/180);return{east:111412.84*Math.cos(n)-93.5*Math.cos(3*n)+.118*Math.cos(5*n),north:111132.92-559.82*Math.cos(2*n)+1.175*Math.cos(
4*n)}}function W(t,n){let c=new Int32Array(n.length),r=new Int32Array(n.length);for(let o=0,e=0;o<t.length;o++)for(let s=0,l=o;s<t[o];s++,e++)l+=n[e],c[e]=o,r[e]=
l;return{tail:c,head:r}}function K({tail:t,head:n},c,r,{lon:o,lat:e}){return Float64Array.from(c,(s,l)=>{let[i,a]=[t[l],n[l]],{east:f,north:u}=gt((e[i]+e[a])/2),
p=Math.hypot((o[i]-o[a])*f,(e[i]-e[a])*u);return s+(Number.isNaN(p)?0:Math.floor(p*r+.5))})}function V(t,n,{factors:c},{factor:r,rest:o,step:e}){let s=t.length,
l=new Float64Array(2*s);for(let i=0;i<2*s;i++){if(r[i]===255){l[i]=1/0;continue}let a=i<s?i:i-s,f=t[a];if(n!==null){let u=n[i],p=n[i<s?i+s:a];u<1/0?f=u:p<1/0&&(f=
p)}l[i]=Math.max(f*c[r[i]]+o[i]*e,0)}return l}var j=10;function S(t,n=1/0){let c=new Map;return(...r)=>{let o=r.join("/"),e=c.has(o)?c.get(o):t(...r);return c.delete(o),c.set(o,e),c.size>n&&c.delete(c.keys().
next().value),e}}function Y(t,n,c,r,o){let{beside:e}=n[c],s=a=>{let f=t[`snap/${c}/${a}`];return e===null?f:f.map((u,p)=>u+t[`snap/${e}/${a}`][p])},l=s(`${r}/le\
ave`),i=s(`${r}/gap`);return{leave:l,enter:l.map((a,f)=>a+i[f]),offset:Float64Array.from(s("offset"),a=>a*o)}}function At(t,n){let c=i=>t[`streets/${n}/${i}`],r=c(
"count"),{tail:o,head:e}=W(r,c("step")),s=c("rank")??Int32Array.from(r,(i,a)=>a);return{hierarchy:H(r.length,o.map(i=>s[i]),e.map(i=>s[i])),ends:{tail:o,head:e},
rank:s,work:G(r.length)}}function It(t,n,c){let[r,o]=["lon","lat"].map(e=>{let s=["cell","place","stop"].map(a=>t[`${a}/${e}`]??[]),l=new Float64Array(c).fill(NaN),
i=n.length;for(let a of s.toReversed())for(let f=a.length-1;f>=0;f--)n[--i]>=0&&(l[n[i]]=a[f]);return l});return{lon:r,lat:o}}function _t({n:t,parent:n},c){let r=new Uint8Array(
t).fill(1);for(let{leave:o,enter:e}of c)for(let s of[o,e])for(let l of s)l>=0&&(r[l]=0);for(let o=0;o<t;o++)!r[o]&&n[o]>=0&&(r[n[o]]=0);return r}function bt(t,n,c,r){
let o=new Int32Array(n+1);for(let l=c;l<r;l++)t[l]>=0&&o[t[l]+1]++;for(let l=0;l<n;l++)o[l+1]+=o[l];let e=new Int32Array(o[n]),s=o.slice();for(let l=c;l<r;l++)t[l]>=
0&&(e[s[t[l]]++]=l);return{start:o,entry:e}}function Et(t,n){let{shapes:c,snappings:r,offset_step_s:o}=n.streets,e=S(p=>At(t,p)),s=S((p,m)=>{let d=Y(t,r,p,m,o),
{rank:y}=e(m),h=w=>w<0?-1:y[w];return{...d,leave:d.leave.map(h),enter:d.enter.map(h)}}),l=S(p=>_t(e(p).hierarchy,r.flatMap((m,d)=>m.shapes.includes(p)?[s(d,p)]:
[]))),i=S(p=>{let{beeline:m,spots:d,unit_s:y,n_vertices:h}=c[p],{leave:w}=Y(t,r,d,p,o);return K(e(p).ends,t[`streets/${p}/length`],m,It(t,w,h)).map(g=>g*y)}),a=S(
(p,m)=>{let d=t[`streets/${p}/${m}/factor`],{like:y}=c[p].metrics[m];if(y<0)return d;let h=a(p,y);return d.map((w,g)=>w+h[g])},j),f=S((p,m)=>{let d=c[p].metrics[m],
y=h=>t[`streets/${p}/${m}/${h}`];return V(i(p),d.from<0?null:f(p,d.from),d,{factor:a(p,m),rest:y("rest"),step:c[p].step_s})},j),u=S((p,m)=>{let d=f(p,m),y=d.length/
2;return L(e(p).hierarchy,d.subarray(0,y),d.subarray(y))},j);return{shape:e,standing:s,empty:l,customised:u}}function J(t,n){let{shapes:c,layers:r}=n.streets,{shape:o,
standing:e,empty:s,customised:l}=Et(t,n),i=S((m,d,y,h,w)=>{let{leave:g,enter:I}=e(m,d);return bt(y?g:I,c[d].n_vertices,h,w)}),a=S(m=>({status:t[`snap/${m}/statu\
s`]}));function f({snap:m,number:d,code:y,reverse:h,point:w,limit:g}){let{shape:I,sets:A}=r[d],{hierarchy:_,work:b}=o(I),{up:O,down:k}=l(I,A[y]),{leave:E,enter:v,
offset:M}=e(m,I),N={leave:h?k:O,enter:h?O:k,empty:s(I)};return z(_,N,(h?v:E)[w],M[w],g,b),{number:I,work:b,onward:h?E:v,offset:M}}function u(m,d,y,h){let{work:w,
onward:g,offset:I}=f(m);for(let A=d;A<y;A++){let _=g[A],b=_<0?1/0:w.best[_]+I[A];h[A-d]=b<=m.limit?b:1/0}}function p(m,d,y,h){let{number:w,work:g,offset:I}=f(m),
{start:A,entry:_}=i(m.snap,w,m.reverse,d,y);for(let b=0;b<g.count;b++){let O=g.touched[b];for(let k=A[O];k<A[O+1];k++){let E=g.best[O]+I[_[k]];E<=m.limit&&h(_[k],
E)}}}return{snapping:a,toAll:u,toNear:p}}var C=t=>Math.fround(t*(1+4e-7));var U=t=>Math.ceil(t-.01);function T(t){let n=new Int32Array(t.length+1);for(let c=0;c<t.length;c++)n[c+1]=n[c]+t[c];return n}function Q(t){let{"pattern/calls":n,
"pattern/runs":c,"call/ride_s":r,"call/stand_s":o}=t,e=new Int32Array(r.length),s=new Int32Array(r.length),l=new Int32Array(n.length+1);for(let u=0,p=0;u<n.length;u++){
let m=new Int32Array(n[u]),d=new Int32Array(n[u]);for(let y=0;y<c[u];y++)for(let h=0,w=0;h<n[u];h++,p++)m[h]+=r[p],d[h]+=o[p],w+=m[h],e[p]=w,w+=d[h],s[p]=w;l[u+
1]=p}let{"call/stop":i,"call/board":a,"call/alight":f}=t;return{calls:n,runs:c,arrival:e,departure:s,timeStart:l,callStart:T(n),runStart:T(c),stop:i,board:a,alight:f}}
function kt(t,n,c,r){let o=[];for(let e=0;e<t.runs[n];e++)c[t.runStart[n]+e]&&o.push(e);return r?o.reverse():o}function vt(t,n,c){let r=new Int32Array(c);for(let l of t)
r[n[l]]++;let o=T(r),e=new Int32Array(t.length),s=o.slice();for(let l of t)e[s[n[l]]++]=l;return{stopStart:o,stopCall:e}}function X(t,n,c,r){let o=t.stop.length,
e=()=>new Int32Array(o),[s,l,i,a,f,u]=Array.from({length:6},e),p=new Uint8Array(o),m=[],d=[],y=[],h=r?-1:1,[w,g]=r?[t.departure,t.arrival]:[t.arrival,t.departure],
[I,A]=r?[t.alight,t.board]:[t.board,t.alight];for(let _=0;_<t.calls.length;_++){let b=t.calls[_],O=kt(t,_,n,r),k=t.callStart[_];for(let E=0;E<b;E++){let v=r?b-1-
E:E,M=k+v,N=k+E;s[N]=t.stop[M],l[N]=k+b-1,p[N]=A[M],i[N]=m.length+E,a[N]=b,f[N]=d.length,u[N]=O.length,I[M]&&E<b-1&&O.length>0&&y.push(N);for(let ut of O)d.push(
h*g[t.timeStart[_]+ut*b+v])}for(let E of O)for(let v=0;v<b;v++)m.push(h*w[t.timeStart[_]+E*b+(r?b-1-v:v)])}return{callStop:s,callEnd:l,callOff:p,callArrival:i,callStride:a,
callDeparture:f,callTrips:u,nCalls:o,arrival:Int32Array.from(m),departure:Int32Array.from(d),...vt(y,s,c)}}function St(t,n,c,r){let o=new Map,e=u=>{if(u.from===
u.to)return;let p=u.from*r+u.to,m=o.get(p);(m===void 0||m.stated===u.stated&&u.seconds<m.seconds)&&o.set(p,u)},{transfer_from:s,transfer_to:l,transfer_s:i,forbidden_from:a,
forbidden_to:f}=t;for(let u=0;u<s.length;u++)e({from:s[u],to:l[u],seconds:i[u],stated:!0});for(let[u,p,m]of n)e({from:u,to:p,seconds:U(m+c),stated:!1});for(let u=0;u<
a.length;u++)o.delete(a[u]*r+f[u]);return[...o.values()]}function Z(t,n,c,r,o){let{stop:e,change_ok:s,min_change_s:l}=t,i=[];for(let h=0;h<e.length;h++)s[h]&&i.
push({from:e[h],to:e[h],seconds:l[h]});i.push(...St(t,n,c,r));let[a,f]=o?["to","from"]:["from","to"],u=new Int32Array(r);for(let h of i)u[h[a]]++;let p=T(u),m=p.
slice(),d=new Int32Array(i.length),y=new Int32Array(i.length);for(let h of i){let w=m[h[a]]++;d[w]=h[f],y[w]=h.seconds}return{wayStart:p,wayStop:d,waySeconds:y}}
function Nt(t,n,c){let r=c+1,o=()=>({stop:new Int32Array(t),since:new Int32Array(t),n:0});return{wide:r,rides:c,stamp:0,latest:0,arrival:new Int32Array(t*r).fill(
1073741824),ready:new Int32Array(t*r).fill(1073741824),aboard:new Int16Array(n*c).fill(32767),best:new Int32Array(t).fill(1073741824),marked:o(),met:o(),better:o()}}
function R(t,n,c){t.since[n]!==c&&(t.since[n]=c,t.stop[t.n++]=n)}function D(t,n,c,r){for(let o=n;o<c&&t[o]>r;o++)t[o]=r}function Mt(t,n,c,r){let o=0,e=c-1;for(;o<
e;){let s=o+e>>1;t[n+s]<r?o=s+1:e=s}return o}function xt(t,n,c,r,o,e){let{callStop:s,callEnd:l,callOff:i,arrival:a}=t,{wide:f,rides:u,arrival:p,aboard:m,met:d,stamp:y,
latest:h}=n,w=t.callArrival[o]+e*t.callStride[o]-o;for(let g=o+1,I=l[o];g<=I;g++){let A=s[g];if(c!==null&&c[A]===0)break;let _=(g-1)*u+r-1;if(m[_]<=e)break;D(m,
_,g*u,e);let b=a[w+g];if(b>h)break;let O=A*f+r;i[g]&&b<p[O]&&(p[O]=b,R(d,A,y))}}function $t(t,n,c,r){let{stopStart:o,stopCall:e,callDeparture:s,callTrips:l,departure:i}=t,
{wide:a,rides:f,ready:u,aboard:p,marked:m}=n;n.met.n=0;for(let d=0;d<m.n;d++){let y=m.stop[d],h=u[y*a+r-1];for(let w=o[y],g=o[y+1];w<g;w++){let I=e[w],A=s[I],_=Math.
min(p[I*f+r-1],l[I]);_===0||i[A+_-1]<h||xt(t,n,c,r,I,Mt(i,A,_,h))}}}function Tt({stopStart:t},{wayStart:n,wayStop:c,waySeconds:r},o,e,s,l){let{wide:i,rides:a,arrival:f,
ready:u,best:p,marked:m,met:d,better:y,stamp:h,latest:w}=o;m.n=0;for(let g=0;g<d.n;g++){let I=d.stop[g],A=I*i+s,_=f[A];D(f,A+1,(I+1)*i,_);let b=(_<<4)+s;if(b<p[I]&&
(p[I]=b,R(y,I,l)),s!==a)for(let O=n[I],k=n[I+1];O<k;O++){let E=c[O],v=_+r[O];v>w||v>=u[E*i+s]||t[E]!==t[E+1]&&(e!==null&&e[E]===0||(D(u,E*i+s,(E+1)*i,v),R(m,E,h)))}}}
function Rt({start:t,place:n,seconds:c},{best:r,better:o},e){for(let s=0;s<o.n;s++){let l=o.stop[s];for(let i=t[l],a=t[l+1];i<a;i++){let f=r[l]+(c[i]<<4);f<e[n[i]]&&
(e[n[i]]=f)}}}function q(t,n,{access:c,onward:r,window:o,usable:e}){let{moments:s,limit:l,rides:i}=o,a=Nt(n.wayStart.length-1,t.nCalls,i),{wide:f,ready:u,marked:p}=a,
m=new Int32Array(r.nPlaces).fill(1073741824),d=new Int32Array(r.nPlaces*s.length),y=(l<<4)+16-1;for(let h=s.length-1;h>=0;h--){let w=s[h],g=++a.stamp;a.latest=w+
l,p.n=a.better.n=0;for(let[A,_]of c)D(u,A*f,(A+1)*f,w+_),R(p,A,g);for(let A=1;A<=i&&p.n>0;A++)a.stamp++,$t(t,a,e,A),Tt(t,n,a,e,A,g);Rt(r,a,m);let I=w<<4;for(let A=0;A<
r.nPlaces;A++){let _=m[A]-I;d[A*s.length+h]=_<=y?_:1073741824}}return d}function Dt(t,n,c,r){let o=n,e=n+c-1,s=n+r;for(;o<e;){let l=t[o+e>>1],i=o,a=e;for(;i<=a;){
for(;t[i]<l;)i++;for(;t[a]>l;)a--;if(i<=a){let f=t[i];t[i++]=t[a],t[a--]=f}}if(s<=a)e=a;else if(s>=i)o=i;else break}return t[s]}function Ut(t,n){return Math.max(
Math.ceil(t*n/100-1e-9)-1,0)}function tt(t,n,c){let r=t.length/n,o=Ut(c,n),e=new Float64Array(r);for(let s=0;s<r;s++){let l=Dt(t,s*n,n,o);e[s]=l===1073741824?1/0:
l>>4}return e}var jt=4,Ct=["stop","min_change_s","change_ok","transfer_from","transfer_to","transfer_s","forbidden_from","forbidden_to"];function x({trip:t,scenario:n,own:c,code:r,
reverse:o},e){let s=t.legs[e],l=s.limit_min===null?1/0:60*s.limit_min,i=60*s.park_min;return{snap:c?s.own_snapping:s.snapping,number:s.layers[n],code:r,reverse:o,
limit:l,park:i,within:(l-i)*(1+4e-7)}}function nt({streets:t,country:n},c,r,[o,e],s){let{code:l,park:i,limit:a,within:f}=c;t.toNear({...c,point:r,limit:f},o,e,(u,p)=>{
l!==0&&n[u]!==l||s(u-o,U(Math.min(p+i,a)))})}function Pt(t,n){let{n_stops:c,n_cells:r}=t.meta,o=t.usable(n.code),e=new Int32Array(c+1),s=[],l=[];for(let f=0;f<c;f++)
(o===null||o[f])&&nt(t,n,t.firstStop+f,[0,r],(u,p)=>{s.push(u),l.push(p)}),e[f+1]=s.length;let i=Int32Array.from(new Set(s)).sort(),a=new Int32Array(r);return i.
forEach((f,u)=>{a[f]=u}),{start:e,place:Int32Array.from(s,f=>a[f]),seconds:Int32Array.from(l),served:i,nPlaces:i.length}}function Bt({arrays:t,meta:n,streets:c,
firstStop:r,usable:o},e,s,l){let i=n.n_stops,a=o(e.code),f=[];for(let p=0;p<i;p++){if(a!==null&&!a[p])continue;let m={...e,point:r+p,limit:e.within};c.toNear(m,
r,r+i,(d,y)=>{a!==null&&!a[d-r]||f.push([p,d-r,Math.min(y,e.limit)])})}let u=Object.fromEntries(Ct.map(p=>[p,t[`changes/${s}/${p}`]]));return Z(u,f,n.least_change_s,
i,l)}function Ht({meta:t,streets:n,country:c},r){let{trip:o,reverse:e,own:s,code:l}=r,i=x(r,"direct"),a=new Float64Array(t.n_cells);n.toAll({...i,point:r.point,
limit:i.within},0,t.n_cells,a);let f=o.timetable[e?"to":"from"][r.scenario].limit_s,u=o.legs[e?"access":"egress"],{status:p}=n.snapping(s?u.own_snapping:u.snapping);
return a.map((m,d)=>{let y=Math.min(m,i.limit);return p[d]!==0||s&&c[d]!==l||!(m<1/0&&y<=f)?1/0:U(y)})}function Lt(t){let{arrays:n,meta:c,firstStop:r,usable:o}=t,
e=new Map(c.trips.map(m=>[m.id,m])),s=S(()=>Q(n)),l=S((m,d)=>X(s(),n[`plan/${m}/run`],c.n_stops,d)),i=S((m,d,y,h,w,g)=>{let I=e.get(m);return Bt(t,x({trip:I,scenario:d,
own:y,code:h,reverse:!1},"change"),w,g)}),a=new Map;function f(m){let d=[m.snap,m.number,m.code,m.reverse,m.limit,m.park].join("/"),y=a.get(d);return y||a.set(d,
y=Pt(t,m)),y}let u=new Map;function p(m){let{trip:d,scenario:y,reverse:h,own:w,code:g,point:I}=m,A=d.timetable[h?"to":"from"][y],[_,b]=h?["egress","access"]:["a\
ccess","egress"],O=[];nt(t,x(m,_),I,[r,r+c.n_stops],(M,N)=>O.push([M,N]));let k=f(x(m,b)),E=h?A.moments_s.map(M=>-M).reverse():A.moments_s;return{keys:q(l(A.plan,
h),i(d.id,y,w,g,A.changes,h),{access:O,onward:k,window:{moments:E,limit:A.limit_s,rides:A.max_rides},usable:o(g)}),served:k.served,count:E.length,near:O.length}}
return m=>{let{trip:d,scenario:y,reverse:h,code:w,point:g}=m,I=[d.id,y,h,w,g].join("/"),A=u.get(I)??p(m);return u.delete(I),u.set(I,A),u.size>jt&&u.delete(u.keys().
next().value??""),A}}function et(t,n,c){let r=n.n_cells+n.n_places,o=t["point/country"],e=S(a=>a===0?null:Uint8Array.from({length:n.n_stops},(f,u)=>+(o[r+u]===a))),
s={arrays:t,meta:n,streets:c,country:o,firstStop:r,usable:e},l=Lt(s);function i(a){let f=Ht(s,a),{keys:u,served:p,count:m,near:d}=l(a),y=tt(u,m,a.percentile),h=Uint8Array.
from(f,w=>+(w<1/0));return p.forEach((w,g)=>{y[g]<f[w]&&(f[w]=y[g],h[w]=0)}),{seconds:f,walked:h,status:d>0?"":"no_service"}}return{times:i}}var ot=["","not_snapped","outside_data"],st=t=>t!==""&&ot.includes(t),zt=12;function Wt(t,n){let c=new Map(t.trips.map(i=>[i.id,i])),{n_cells:r,n_places:o,n_stops:e}=t,
s={cell:[0,r],place:[r,o],stop:[r+o,e]};function l({kind:i,index:a}){if(!Object.hasOwn(s,i)||!(a>=0&&a<s[i][1]))throw new RangeError(`no ${i} ${a}`);return s[i][0]+
a}return i=>{let a=c.get(i.trip);if(a===void 0)throw new RangeError(`no trip ${i.trip}`);let f=t.scenarios.indexOf(i.scenario??t.scenarios[0]);if(f<0)throw new RangeError(
`no scenario ${i.scenario}`);let u=i.direction??"from";if(u!=="from"&&u!=="to")throw new RangeError(`no direction ${u}`);let p=i.foreign_routing===!1,m=l(i.place),
d=p?n[m]:0;if(p&&d===0)throw new RangeError("the country of the place is not known");let y=a.percentiles,h=i.percentile??(y.includes(50)?50:y[0]);return{trip:a,
scenario:f,reverse:u==="to",own:p,point:m,code:d,percentile:h}}}function Kt({n:t,country:n,streets:c},r){let o=x(r,"street"),e=new Float64Array(t);c.toAll({...o,
point:r.point,limit:o.within},0,t,e);for(let s=0;s<t;s++)r.own&&n[s]!==r.code?e[s]=1/0:e[s]<1/0&&(e[s]=Math.min(e[s]+o.park,o.limit));return e}function rt({trip:t,
reverse:n}){return t.mode!=="transit"?["street","street"]:n?["egress","access"]:["access","egress"]}function Vt({arrays:t,n,streets:c},r,{minutes:o,walked:e}){let{
trip:s,own:l,point:i}=r,[a,f]=rt(r),u=c.snapping(s.legs[f].snapping).status;if(c.snapping(s.legs[a][l?"own_snapping":"snapping"]).status[i]!==0)return;let p=i<n?
[i]:[];t["twin/point"].forEach((m,d)=>{m===i&&p.push(t["twin/cell"][d])});for(let m of p)u[m]===0&&(o[m]=0,e&&(e[m]=1))}function Yt(t,n){let{n:c,streets:r,transit:o}=t,
{trip:e,own:s,point:l}=n,i=e.legs[rt(n)[0]],a=new Float32Array(c).fill(NaN),f=ot[r.snapping(s?i.own_snapping:i.snapping).status[l]];if(f!=="")return{minutes:a,status:f,
walked:null};let u=e.mode==="transit"?o.times(n):{seconds:Kt(t,n),walked:null,status:f};for(let p=0;p<c;p++)u.seconds[p]<1/0&&(a[p]=Math.fround(u.seconds[p])/60);
return Vt(t,n,{minutes:a,walked:u.walked}),{minutes:a,status:u.status,walked:u.walked}}function F(t,n){let c=J(t,n),r={arrays:t,n:n.n_cells,country:t["point/cou\
ntry"],streets:c,transit:et(t,n,c)},o=Wt(n,r.country),e=new Map;return{times(s){let l=o(s),i=[l.point,l.trip.id,l.reverse,l.own,l.scenario,l.percentile].join("/"),
a=e.get(i)??Yt(r,l);return e.delete(i),e.set(i,a),e.size>zt&&e.delete(e.keys().next().value??""),a}}}function Jt(t,n){let c={};for(let[r,o]of Object.entries(t)){if(r.startsWith("opportunity/cell/")&&(c[r.slice(17)]=o),!r.startsWith("opportunity/municipality/"))
continue;let e=new Float64Array(o.length);for(let s=0;s<n.n;s++)e[n.municipality[s]]+=n.population[s];c[r.slice(25)]=Float64Array.from(n.municipality,(s,l)=>o[s]*
n.population[l]/e[s])}return c}function ct(t,n,c){return(t[`${n}/name`]||t[`${n}/id`]||[]).map((o,e)=>({id:t[`${n}/id`][e],name:o,lon:t[`${n}/lon`][e],lat:t[`${n}\
/lat`][e],country:c[e]}))}function it(t,n,c,r){let o=new Map;for(let e=0;e<t.n;e++){let s=t.country[e],l=o.get(s);l||o.set(s,l={total:0,known:0,unknown:0,any:!1});
let i=c[e],a=Number.isNaN(i);a||(l.any=!0),r(n[e],s)&&(a?l.unknown++:(l.known++,l.total+=i))}for(let e of o.values())(!e.any||e.unknown>0&&e.known===0)&&(e.total=
NaN);return o}function Qt(t,n,c,r,o,{resistance:e=0}={}){let s=C(r),l=it(t,n,c,d=>d<=s),i=e===0?l:it(t,n,c,(d,y)=>(y===o?d:Math.fround(d+e))<=s),a=d=>l.get(d)?.
total??0,[f,u,p,m]=[0,0,0,0];for(let[d,y]of l)m+=y.unknown,d===o?f+=y.total:(u+=y.total,p+=i.get(d)?.total??0);return{nl:a(1),de:a(2),total:f+u,closed:f,realised:f+
p,felt:p,open:f+u,missing:m}}function Xt(t){let n=Math.ceil(t);return n>0&&t<=C(n-1)?n-1:n}function lt(t){for(let n=1;n<t.length;n++)t[n]+=t[n-1]}function Zt(t,n,c,r){
let o=()=>new Float64Array(r+1),e={nl:o(),de:o(),total:o(),unknown:o()},s=[o(),e.nl,e.de],l=s.map(()=>({any:!1,known:o(),unknown:o()}));for(let i=0;i<t.n;i++){let a=t.
country[i],f=Number.isNaN(c[i]);if(f||(l[a].any=!0),Number.isNaN(n[i]))continue;let u=Xt(n[i]);if(!(u>r)){if(l[a][f?"unknown":"known"][u]++,f){e.unknown[u]++;continue}
e.total[u]+=c[i],s[a][u]+=c[i]}}Object.values(e).forEach(lt);for(let{known:i,unknown:a}of l)[i,a].forEach(lt);for(let i of[1,2]){let{any:a,known:f,unknown:u}=l[i];
for(let p=0;p<=r;p++)(!a||u[p]>0&&f[p]===0)&&(s[i][p]=NaN)}return e}function at(t,n){let c=n.n_cells,r=c+n.n_places,o=t["point/country"],e={n:c,id:t["cell/id"],
lon:t["cell/lon"],lat:t["cell/lat"],country:o.subarray(0,c),municipality:t["cell/municipality"],population:t["cell/population"]};return{cells:e,places:ct(t,"pla\
ce",o.subarray(c)),stops:ct(t,"stop",o.subarray(r)),municipalities:t["municipality/code"]||[],opportunities:Jt(t,e),trips:n.trips,scenarios:n.scenarios,meta:n,arrays:t,
reach:(...s)=>Qt(e,...s),curve:(...s)=>Zt(e,...s)}}var P={uint8:Uint8Array,int8:Int8Array,uint16:Uint16Array,int16:Int16Array,uint32:Uint32Array,int32:Int32Array,float32:Float32Array,float64:Float64Array};function qt(t){
let n=atob(t),c=new Uint8Array(n.length);for(let r=0;r<c.length;r++)c[r]=n.charCodeAt(r);return c}async function tn(t){let n=new Blob([t]).stream().pipeThrough(
new DecompressionStream("deflate"));return new Uint8Array(await new Response(n).arrayBuffer())}function nn(t,{n,width:c,steps:r=0}){let o=new Int32Array(n);for(let e=0;e<
n;e++){let s=t[e];c>1&&(s|=t[n+e]<<8),c>2&&(s|=t[2*n+e]<<16|t[3*n+e]<<24),o[e]=s>>>1^-(s&1)}for(let e=0;e<r;e++)for(let s=1;s<n;s++)o[s]=o[s]+o[s-1]|0;return o}
function en(t,n){let c=new P[n.type](n.n),r=10**n.digits,o=Object.hasOwn(n,"null");for(let e=0;e<n.n;e++)c[e]=o&&t[e]===n.null?NaN:t[e]/r;return c}function on(t,{
type:n,n:c,width:r}){let o=new Uint8Array(c*r);for(let i=0;i<r;i++)for(let a=0;a<c;a++)o[a*r+i]=t[i*c+a];let e=new DataView(o.buffer),s=new P[n](c),l=r===8?"get\
Float64":"getFloat32";for(let i=0;i<c;i++)s[i]=e[l](i*r,!0);return s}async function sn(t,n){let c=await tn(qt(n));if(t.type==="text")return t.n===0?[]:new TextDecoder().
decode(c).split(`
`);if(!Object.hasOwn(t,"steps"))return on(c,t);let r=nn(c,t);return Object.hasOwn(t,"digits")?en(r,t):t.type==="int32"?r:P[t.type].from(r)}async function $(t,n){
if(t.format!==1||t.parts.length!==n.length)throw new Error(`packed in format ${t.format}, ${n.length} chunks`);let c=await Promise.all(t.parts.map((r,o)=>sn(r,n[o])));
return Object.fromEntries(t.parts.map((r,o)=>[r.name,c[o]]))}var rn=t=>t instanceof Error?t.message:String(t);function ft(t){let n=null;t.addEventListener("message",async({data:c})=>{let{number:r,asked:o,manifest:e,chunks:s}=c;
try{if(n===null){n=$(e,s).then(f=>F(f,e.meta)),await n,t.postMessage({opened:!0});return}let{minutes:l,walked:i,status:a}=(await n).times(o);t.postMessage({number:r,
minutes:l,walked:i,status:a})}catch(l){t.postMessage({number:r,failed:rn(l)})}})}async function cn(t,n){let c=await $(t,n),r=at(c,t.meta),o=F(c,t.meta),e=new WeakSet;function s(i,...a){let f=r.reach(i,...a);return e.has(i)?Object.fromEntries(
Object.keys(f).map(u=>[u,NaN])):f}function l(i){let a=o.times(i);return st(a.status)&&e.add(a.minutes),a}return{...r,times:l,reach:s}}Object.assign(globalThis,{
GrensgeoEngine:{open:cn,unpack:$}});typeof document>"u"&&ft(globalThis);})();
