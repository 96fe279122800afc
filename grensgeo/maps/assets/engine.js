/* grensgeo engine: bundled from js/ by `make js`; edit there.
   sources c64d9d24cf9d97cb: src/engine/answers.js src/engine/counting.js src/engine/hierarchy.js src/engine/later.js src/engine/main.js src/engine/streets.js src/engine/sweep.js src/engine/timetable.js src/engine/transit.js src/engine/unpack.js src/engine/weights.js src/engine/worker.js src/shared/precision.js */
"use strict";(()=>{function gt(t,n,s){let r=new Int32Array(t+1);for(let c=0;c<s.length;c++)r[Math.max(n[c],s[c])+1]++;for(let c=0;c<t;c++)r[c+1]+=r[c];let o=r.slice(),e=new Int32Array(
s.length),a=new Int32Array(s.length);for(let c=0;c<s.length;c++){let i=o[Math.max(n[c],s[c])]++;e[i]=Math.min(n[c],s[c]),a[i]=c}return{start:r,ends:e,edge:a}}function yt(t,n){
let s=t.length-1,r=new Int32Array(s).fill(-1),o=new Int32Array(s).fill(-1);for(let e=0;e<s;e++)for(let a=t[e];a<t[e+1];a++){let c=n[a];for(;o[c]>=0&&o[c]!==e;){
let i=o[c];o[c]=e,c=i}o[c]<0&&(o[c]=r[c]=e)}return r}function At({start:t,ends:n},s){let r=s.length,[o,e]=[new Int32Array(r+1),new Int32Array(r+1)],a=new Int32Array(
r).fill(-1);for(let c=0;c<r;c++){a[c]=c;for(let i=t[c];i<t[c+1];i++)for(let l=n[i];a[l]!==c;l=s[l])a[l]=c,o[l+1]++,e[c+1]++}for(let c=0;c<r;c++)o[c+1]+=o[c],e[c+
1]+=e[c];return{start:o,lowStart:e}}function z(t,n,s){let r=gt(t,n,s),o=yt(r.start,r.ends),{start:e,lowStart:a}=At(r,o),c=new Int32Array(e[t]),i=new Int32Array(
e[t]),l=new Int32Array(e[t]),f=new Int32Array(n.length),u=e.slice(),p=new Int32Array(t).fill(-1),m=0;for(let d=0;d<t;d++){p[d]=d;for(let g=r.start[d];g<r.start[d+
1];g++)for(let y=r.ends[g];p[y]!==d;y=o[y])p[y]=d,c[u[y]]=d,i[m]=y,l[m++]=u[y]++;for(let g=r.start[d];g<r.start[d+1];g++)f[r.edge[g]]=u[r.ends[g]]-1}let h=new Int32Array(
t).fill(1);for(let d=0;d<t;d++)o[d]>=0&&(h[o[d]]+=h[d]);let w=new Uint8Array(n.length);for(let d=0;d<n.length;d++)w[d]=+(n[d]<s[d]);return{n:t,start:e,high:c,parent:o,
size:h,lowStart:a,low:i,lowShortcut:l,edgeShortcut:f,edgeRises:w}}function It({start:t,high:n,lowStart:s,low:r,lowShortcut:o},e,a,{up:c,down:i}){for(let l=t[e];l<
t[e+1];l++)a[n[l]]=l;for(let l=s[e];l<s[e+1];l++){let f=o[l],u=c[f],p=i[f],m=t[r[l]+1];if(!(u===1/0&&p===1/0))for(let h=f+1;h<m;h++){let w=a[n[h]],d=p+c[h];d<c[w]&&
(c[w]=d);let g=i[h]+u;g<i[w]&&(i[w]=g)}}}function W(t,n,s){let{n:r,high:o,edgeShortcut:e,edgeRises:a}=t,c=new Float32Array(o.length).fill(1/0),i=new Float32Array(
o.length).fill(1/0);for(let f=0;f<e.length;f++){let u=e[f];c[u]=Math.min(c[u],a[f]?n[f]:s[f]),i[u]=Math.min(i[u],a[f]?s[f]:n[f])}let l=new Int32Array(r);for(let f=0;f<
r;f++)It(t,f,l,{up:c,down:i});return{up:c,down:i}}function K(t){return{best:new Float64Array(t).fill(1/0),path:new Uint8Array(t),touched:new Int32Array(t),count:0}}function _t(t){for(let n=0;n<t.count;n++)t.best[t.
touched[n]]=1/0;t.count=0}function bt({start:t,high:n,parent:s},r,o,e,{best:a,path:c}){for(let i=o;i>=0;i=s[i]){c[i]=1;let l=a[i];if(!(l>e))for(let f=t[i];f<t[i+
1];f++){let u=l+r[f];u<a[n[f]]&&(a[n[f]]=u)}}}function V(t,{leave:n,enter:s,empty:r},o,e,a,c){if(_t(c),o<0||!(e<=a))return;let{n:i,start:l,high:f,size:u}=t,{best:p,
path:m,touched:h}=c;p[o]=e,bt(t,n,o,a,c);let w=0;for(let d=i-1;d>=0;){if(r[d]&&!m[d]){d-=u[d];continue}let g=m[d]?p[d]:1/0,y=m[d];for(let I=l[d];I<l[d+1];I++){let A=p[f[I]];
if(A===1/0)continue;y=1;let _=A+s[I];_<g&&(g=_)}m[d]=0,g<=a?(p[d]=g,h[w++]=d):p[d]=1/0,d-=y?1:u[d]}c.count=w}function Ot(t){let n=Math.cos(t*(Math.PI/180)),s=n*n;return{east:n*(111412.84-93.5*(4*s-3)+.118*((16*s-20)*s+5)),north:111132.92-559.82*(2*s-1)+1.175*(8*s*(s-1)+
1)}}function Y(t,n){let s=new Int32Array(n.length),r=new Int32Array(n.length);for(let o=0,e=0;o<t.length;o++)for(let a=0,c=o;a<t[o];a++,e++)c+=n[e],s[e]=o,r[e]=
c;return{tail:s,head:r}}function J({tail:t,head:n},s,r,{lon:o,lat:e}){let a=new Float64Array(s.length);for(let c=0;c<s.length;c++){let[i,l]=[t[c],n[c]];a[c]=s[c];
let f=(e[i]+e[l])/2;if(r===0||Number.isNaN(f))continue;let{east:u,north:p}=Ot(f),[m,h]=[(o[i]-o[l])*u,(e[i]-e[l])*p];a[c]+=Math.floor(Math.sqrt(m*m+h*h)*r+.5)}return a}
function Q(t,n,{factors:s},{factor:r,rest:o,step:e}){let a=t.length,c=new Float64Array(2*a);for(let i=0;i<2*a;i++){if(r[i]===255){c[i]=1/0;continue}let l=i<a?i:
i-a,f=t[l];if(n!==null){let u=n[i],p=n[i<a?i+a:l];u<1/0?f=u:p<1/0&&(f=p)}c[i]=Math.max(f*s[r[i]]+o[i]*e,0)}return c}var j=10;function S(t,n=1/0){let s=new Map;return(...r)=>{let o=r.join("/"),e=s.has(o)?s.get(o):t(...r);return s.delete(o),s.set(o,e),s.size>n&&s.delete(s.keys().
next().value),e}}function X(t,n,s,r,o){let e=(i,l=s)=>{let f=t[`snap/${l}/${i}`],{beside:u}=n[l];if(u===null)return f;let p=e(i,u);return f.map((m,h)=>m+p[h])},
a=e(`${r}/leave`),c=e(`${r}/gap`);return{leave:a,enter:a.map((i,l)=>i+c[l]),offset:Float64Array.from(e("offset"),i=>i*o)}}function Et(t,n){let s=f=>t[`streets/${n}\
/${f}`],r=s("count"),{tail:o,head:e}=Y(r,s("step")),a=s("rank"),c=a??r.map((f,u)=>u),i=f=>a?f.map(u=>c[u]):f;return{hierarchy:z(r.length,i(o),i(e)),ends:{tail:o,
head:e},rank:c,work:K(r.length)}}function kt(t,n,s){let[r,o]=["lon","lat"].map(e=>{let a=["cell","place","stop"].map(l=>t[`${l}/${e}`]??[]),c=new Float64Array(s).
fill(NaN),i=n.length;for(let l of a.toReversed())for(let f=l.length-1;f>=0;f--)n[--i]>=0&&(c[n[i]]=l[f]);return c});return{lon:r,lat:o}}function vt({n:t,parent:n},{
leave:s,enter:r}){let o=new Uint8Array(t).fill(1);for(let e=0;e<s.length;e++)s[e]>=0&&(o[s[e]]=0),r[e]>=0&&(o[r[e]]=0);for(let e=0;e<t;e++)!o[e]&&n[e]>=0&&(o[n[e]]=
0);return o}function St(t,n,s,r){let o=new Int32Array(n+1);for(let c=s;c<r;c++)t[c]>=0&&o[t[c]+1]++;for(let c=0;c<n;c++)o[c+1]+=o[c];let e=new Int32Array(o[n]),
a=o.slice();for(let c=s;c<r;c++)t[c]>=0&&(e[a[t[c]]++]=c);return{start:o,entry:e}}function xt(t,n){let{shapes:s,snappings:r,offset_step_s:o}=n.streets,e=S(p=>Et(
t,p)),a=S((p,m)=>{let h=X(t,r,p,m,o),{rank:w}=e(m),d=g=>g<0?-1:w[g];return{...h,leave:h.leave.map(d),enter:h.enter.map(d)}}),c=S((p,m)=>vt(e(m).hierarchy,a(p,m))),
i=S(p=>{let{beeline:m,spots:h,unit_s:w,n_vertices:d}=s[p],{leave:g}=X(t,r,h,p,o);return J(e(p).ends,t[`streets/${p}/length`],m,kt(t,g,d)).map(y=>y*w)}),l=S((p,m)=>{
let h=t[`streets/${p}/${m}/factor`],{like:w}=s[p].metrics[m];if(w<0)return h;let d=l(p,w);return h.map((g,y)=>g+d[y])},j),f=S((p,m)=>{let h=s[p].metrics[m],w=d=>t[`\
streets/${p}/${m}/${d}`];return Q(i(p),h.from<0?null:f(p,h.from),h,{factor:l(p,m),rest:w("rest"),step:s[p].step_s})},j),u=S((p,m)=>{let h=f(p,m),w=h.length/2;return W(
e(p).hierarchy,h.subarray(0,w),h.subarray(w))},j);return{shape:e,standing:a,empty:c,customised:u}}function Z(t,n){let{shapes:s,layers:r}=n.streets,{shape:o,standing:e,
empty:a,customised:c}=xt(t,n),i=S((m,h,w,d,g)=>{let{leave:y,enter:I}=e(m,h);return St(w?y:I,s[h].n_vertices,d,g)}),l=S(m=>({status:t[`snap/${m}/status`]}));function f({
snap:m,number:h,code:w,reverse:d,point:g,limit:y}){let{shape:I,sets:A}=r[h],{hierarchy:_,work:b}=o(I),{up:E,down:k}=c(I,A[w]),{leave:O,enter:v,offset:N}=e(m,I),
x={leave:d?k:E,enter:d?E:k,empty:a(m,I)};return V(_,x,(d?v:O)[g],N[g],y,b),{number:I,work:b,onward:d?O:v,offset:N}}function u(m,h,w,d){let{work:g,onward:y,offset:I}=f(
m);for(let A=h;A<w;A++){let _=y[A],b=_<0?1/0:g.best[_]+I[A];d[A-h]=b<=m.limit?b:1/0}}function p(m,h,w,d){let{number:g,work:y,offset:I}=f(m),{start:A,entry:_}=i(
m.snap,g,m.reverse,h,w);for(let b=0;b<y.count;b++){let E=y.touched[b];for(let k=A[E];k<A[E+1];k++){let O=y.best[E]+I[_[k]];O<=m.limit&&d(_[k],O)}}}return{snapping:l,
toAll:u,toNear:p}}var C=t=>Math.fround(t*(1+4e-7));var F=t=>Math.ceil(t-.01);function R(t){let n=new Int32Array(t.length+1);for(let s=0;s<t.length;s++)n[s+1]=n[s]+t[s];return n}function q(t){let{"pattern/calls":n,
"pattern/runs":s,"call/ride_s":r,"call/stand_s":o}=t,e=new Int32Array(r.length),a=new Int32Array(r.length),c=new Int32Array(n.length+1);for(let u=0,p=0;u<n.length;u++){
let m=new Int32Array(n[u]),h=new Int32Array(n[u]);for(let w=0;w<s[u];w++)for(let d=0,g=0;d<n[u];d++,p++)m[d]+=r[p],h[d]+=o[p],g+=m[d],e[p]=g,g+=h[d],a[p]=g;c[u+
1]=p}let{"call/stop":i,"call/board":l,"call/alight":f}=t;return{calls:n,runs:s,arrival:e,departure:a,timeStart:c,callStart:R(n),runStart:R(s),stop:i,board:l,alight:f}}
function $t(t,n,s,r){let o=[];for(let e=0;e<t.runs[n];e++)s[t.runStart[n]+e]&&o.push(e);return r?o.reverse():o}function Mt(t,n,s){let r=new Int32Array(s);for(let c of t)
r[n[c]]++;let o=R(r),e=new Int32Array(t.length),a=o.slice();for(let c of t)e[a[n[c]]++]=c;return{stopStart:o,stopCall:e}}function tt(t,n,s,r){let o=t.stop.length,
e=()=>new Int32Array(o),[a,c,i,l,f,u]=Array.from({length:6},e),p=new Uint8Array(o),m=[],h=[],w=[],d=r?-1:1,[g,y]=r?[t.departure,t.arrival]:[t.arrival,t.departure],
[I,A]=r?[t.alight,t.board]:[t.board,t.alight];for(let _=0;_<t.calls.length;_++){let b=t.calls[_],E=$t(t,_,n,r),k=t.callStart[_];for(let O=0;O<b;O++){let v=r?b-1-
O:O,N=k+v,x=k+O;a[x]=t.stop[N],c[x]=k+b-1,p[x]=A[N],i[x]=m.length+O,l[x]=b,f[x]=h.length,u[x]=E.length,I[N]&&O<b-1&&E.length>0&&w.push(x);for(let wt of E)h.push(
d*y[t.timeStart[_]+wt*b+v])}for(let O of E)for(let v=0;v<b;v++)m.push(d*g[t.timeStart[_]+O*b+(r?b-1-v:v)])}return{callStop:a,callEnd:c,callOff:p,callArrival:i,callStride:l,
callDeparture:f,callTrips:u,nCalls:o,arrival:Int32Array.from(m),departure:Int32Array.from(h),...Mt(w,a,s)}}function Tt(t,n,s,r){let o=new Map,e=u=>{if(u.from===
u.to)return;let p=u.from*r+u.to,m=o.get(p);(m===void 0||m.stated===u.stated&&u.seconds<m.seconds)&&o.set(p,u)},{transfer_from:a,transfer_to:c,transfer_s:i,forbidden_from:l,
forbidden_to:f}=t;for(let u=0;u<a.length;u++)e({from:a[u],to:c[u],seconds:i[u],stated:!0});for(let[u,p,m]of n)e({from:u,to:p,seconds:F(m+s),stated:!1});for(let u=0;u<
l.length;u++)o.delete(l[u]*r+f[u]);return[...o.values()]}function nt(t,n,s,r,o){let{stop:e,change_ok:a,min_change_s:c}=t,i=[];for(let d=0;d<e.length;d++)a[d]&&i.
push({from:e[d],to:e[d],seconds:c[d]});i.push(...Tt(t,n,s,r));let[l,f]=o?["to","from"]:["from","to"],u=new Int32Array(r);for(let d of i)u[d[l]]++;let p=R(u),m=p.
slice(),h=new Int32Array(i.length),w=new Int32Array(i.length);for(let d of i){let g=m[d[l]]++;h[g]=d[f],w[g]=d.seconds}return{wayStart:p,wayStop:h,waySeconds:w}}
function Rt(t,n,s){let r=s+1,o=()=>({stop:new Int32Array(t),since:new Int32Array(t),n:0});return{wide:r,rides:s,stamp:0,latest:0,arrival:new Int32Array(t*r).fill(
1073741824),ready:new Int32Array(t*r).fill(1073741824),aboard:new Int16Array(n*s).fill(32767),best:new Int32Array(t).fill(1073741824),marked:o(),met:o(),better:o()}}
function D(t,n,s){t.since[n]!==s&&(t.since[n]=s,t.stop[t.n++]=n)}function U(t,n,s,r){for(let o=n;o<s&&t[o]>r;o++)t[o]=r}function Dt(t,n,s,r){let o=0,e=s-1;for(;o<
e;){let a=o+e>>1;t[n+a]<r?o=a+1:e=a}return o}function Ut(t,n,s,r,o,e){let{callStop:a,callEnd:c,callOff:i,arrival:l}=t,{wide:f,rides:u,arrival:p,aboard:m,met:h,stamp:w,
latest:d}=n,g=t.callArrival[o]+e*t.callStride[o]-o;for(let y=o+1,I=c[o];y<=I;y++){let A=a[y];if(s!==null&&s[A]===0)break;let _=(y-1)*u+r-1;if(m[_]<=e)break;U(m,
_,y*u,e);let b=l[g+y];if(b>d)break;let E=A*f+r;i[y]&&b<p[E]&&(p[E]=b,D(h,A,w))}}function Ft(t,n,s,r){let{stopStart:o,stopCall:e,callDeparture:a,callTrips:c,departure:i}=t,
{wide:l,rides:f,ready:u,aboard:p,marked:m}=n;n.met.n=0;for(let h=0;h<m.n;h++){let w=m.stop[h],d=u[w*l+r-1];for(let g=o[w],y=o[w+1];g<y;g++){let I=e[g],A=a[I],_=Math.
min(p[I*f+r-1],c[I]);_===0||i[A+_-1]<d||Ut(t,n,s,r,I,Dt(i,A,_,d))}}}function Pt({stopStart:t},{wayStart:n,wayStop:s,waySeconds:r},o,e,a,c){let{wide:i,rides:l,arrival:f,
ready:u,best:p,marked:m,met:h,better:w,stamp:d,latest:g}=o;m.n=0;for(let y=0;y<h.n;y++){let I=h.stop[y],A=I*i+a,_=f[A];U(f,A+1,(I+1)*i,_);let b=(_<<4)+a;if(b<p[I]&&
(p[I]=b,D(w,I,c)),a!==l)for(let E=n[I],k=n[I+1];E<k;E++){let O=s[E],v=_+r[E];v>g||v>=u[O*i+a]||t[O]!==t[O+1]&&(e!==null&&e[O]===0||(U(u,O*i+a,(O+1)*i,v),D(m,O,d)))}}}
function jt({start:t,place:n,seconds:s},{best:r,better:o},e){for(let a=0;a<o.n;a++){let c=o.stop[a];for(let i=t[c],l=t[c+1];i<l;i++){let f=r[c]+(s[i]<<4);f<e[n[i]]&&
(e[n[i]]=f)}}}function et(t,n,{access:s,onward:r,window:o,usable:e}){let{moments:a,limit:c,rides:i}=o,l=Rt(n.wayStart.length-1,t.nCalls,i),{wide:f,ready:u,marked:p}=l,
m=new Int32Array(r.nPlaces).fill(1073741824),h=new Int32Array(r.nPlaces*a.length),w=(c<<4)+16-1;for(let d=a.length-1;d>=0;d--){let g=a[d],y=++l.stamp;l.latest=g+
c,p.n=l.better.n=0;for(let[A,_]of s)U(u,A*f,(A+1)*f,g+_),D(p,A,y);for(let A=1;A<=i&&p.n>0;A++)l.stamp++,Ft(t,l,e,A),Pt(t,n,l,e,A,y);jt(r,l,m);let I=g<<4;for(let A=0;A<
r.nPlaces;A++){let _=m[A]-I;h[A*a.length+d]=_<=w?_:1073741824}}return h}function Ct(t,n,s,r){let o=n,e=n+s-1,a=n+r;for(;o<e;){let c=t[o+e>>1],i=o,l=e;for(;i<=l;){
for(;t[i]<c;)i++;for(;t[l]>c;)l--;if(i<=l){let f=t[i];t[i++]=t[l],t[l--]=f}}if(a<=l)e=l;else if(a>=i)o=i;else break}return t[a]}function Lt(t,n){return Math.max(
Math.ceil(t*n/100-1e-9)-1,0)}function ot(t,n,s){let r=t.length/n,o=Lt(s,n),e=new Float64Array(r);for(let a=0;a<r;a++){let c=Ct(t,a*n,n,o);e[a]=c===1073741824?1/0:
c>>4}return e}var Ht=4,Gt=["stop","min_change_s","change_ok","transfer_from","transfer_to","transfer_s","forbidden_from","forbidden_to"],M=(t,n,s)=>(n?t.own_snapping:t.snapping)[s];
function $({trip:t,scenario:n,own:s,code:r,reverse:o},e){let a=t.legs[e],c=a.limit_min===null?1/0:60*a.limit_min,i=60*a.park_min;return{snap:M(a,s,n),number:a.layers[n],
code:r,reverse:o,limit:c,park:i,within:(c-i)*(1+4e-7)}}function rt({streets:t,country:n},s,r,[o,e],a){let{code:c,park:i,limit:l,within:f}=s;t.toNear({...s,point:r,
limit:f},o,e,(u,p)=>{c!==0&&n[u]!==c||a(u-o,F(Math.min(p+i,l)))})}function zt(t,n){let{n_stops:s,n_cells:r}=t.meta,o=t.usable(n.code),e=new Int32Array(s+1),a=[],
c=[];for(let f=0;f<s;f++)(o===null||o[f])&&rt(t,n,t.firstStop+f,[0,r],(u,p)=>{a.push(u),c.push(p)}),e[f+1]=a.length;let i=Int32Array.from(new Set(a)).sort(),l=new Int32Array(
r);return i.forEach((f,u)=>{l[f]=u}),{start:e,place:Int32Array.from(a,f=>l[f]),seconds:Int32Array.from(c),served:i,nPlaces:i.length}}function Wt({arrays:t,meta:n,
streets:s,firstStop:r,usable:o},e,a,c){let i=n.n_stops,l=o(e.code),f=[];for(let p=0;p<i;p++){if(l!==null&&!l[p])continue;let m={...e,point:r+p,limit:e.within};s.
toNear(m,r,r+i,(h,w)=>{l!==null&&!l[h-r]||f.push([p,h-r,Math.min(w,e.limit)])})}let u=Object.fromEntries(Gt.map(p=>[p,t[`changes/${a}/${p}`]]));return nt(u,f,n.
least_change_s,i,c)}function Kt({meta:t,streets:n,country:s},r){let{trip:o,reverse:e,own:a,code:c}=r,i=$(r,"direct"),l=new Float64Array(t.n_cells);n.toAll({...i,
point:r.point,limit:i.within},0,t.n_cells,l);let f=o.timetable[e?"to":"from"][r.scenario].limit_s,u=o.legs[e?"access":"egress"],{status:p}=n.snapping(M(u,a,r.scenario));
return l.map((m,h)=>{let w=Math.min(m,i.limit);return p[h]!==0||a&&s[h]!==c||!(m<1/0&&w<=f)?1/0:F(w)})}function Vt(t){let{arrays:n,meta:s,firstStop:r,usable:o}=t,
e=new Map(s.trips.map(m=>[m.id,m])),a=S(()=>q(n)),c=S((m,h)=>tt(a(),n[`plan/${m}/run`],s.n_stops,h)),i=S((m,h,w,d,g,y)=>{let I=e.get(m);return Wt(t,$({trip:I,scenario:h,
own:w,code:d,reverse:!1},"change"),g,y)}),l=new Map;function f(m){let h=[m.snap,m.number,m.code,m.reverse,m.limit,m.park].join("/"),w=l.get(h);return w||l.set(h,
w=zt(t,m)),w}let u=new Map;function p(m){let{trip:h,scenario:w,reverse:d,own:g,code:y,point:I}=m,A=h.timetable[d?"to":"from"][w],[_,b]=d?["egress","access"]:["a\
ccess","egress"],E=[];rt(t,$(m,_),I,[r,r+s.n_stops],(N,x)=>E.push([N,x]));let k=f($(m,b)),O=d?A.moments_s.map(N=>-N).reverse():A.moments_s;return{keys:et(c(A.plan,
d),i(h.id,w,g,y,A.changes,d),{access:E,onward:k,window:{moments:O,limit:A.limit_s,rides:A.max_rides},usable:o(y)}),served:k.served,count:O.length,near:E.length}}
return m=>{let{trip:h,scenario:w,reverse:d,code:g,point:y}=m,I=[h.id,w,d,g,y].join("/"),A=u.get(I)??p(m);return u.delete(I),u.set(I,A),u.size>Ht&&u.delete(u.keys().
next().value??""),A}}function st(t,n,s){let r=n.n_cells+n.n_places,o=t["point/country"],e=S(l=>l===0?null:Uint8Array.from({length:n.n_stops},(f,u)=>+(o[r+u]===l))),
a={arrays:t,meta:n,streets:s,country:o,firstStop:r,usable:e},c=Vt(a);function i(l){let f=Kt(a,l),{keys:u,served:p,count:m,near:h}=c(l),w=ot(u,m,l.percentile),d=Uint8Array.
from(f,g=>+(g<1/0));return p.forEach((g,y)=>{w[y]<f[g]&&(f[g]=w[y],d[g]=0)}),{seconds:f,walked:d,status:h>0?"":"no_service"}}return{times:i}}var ct=["","not_snapped","outside_data"],it=t=>t!==""&&ct.includes(t),Jt=12;function Qt(t,n){let s=new Map(t.trips.map(i=>[i.id,i])),{n_cells:r,n_places:o,n_stops:e}=t,
a={cell:[0,r],place:[r,o],stop:[r+o,e]};function c({kind:i,index:l}){if(!Object.hasOwn(a,i)||!(l>=0&&l<a[i][1]))throw new RangeError(`no ${i} ${l}`);return a[i][0]+
l}return i=>{let l=s.get(i.trip);if(l===void 0)throw new RangeError(`no trip ${i.trip}`);let f=t.scenarios.indexOf(i.scenario??t.scenarios[0]);if(f<0)throw new RangeError(
`no scenario ${i.scenario}`);let u=i.direction??"from";if(u!=="from"&&u!=="to")throw new RangeError(`no direction ${u}`);let p=i.foreign_routing===!1,m=c(i.place),
h=p?n[m]:0;if(p&&h===0)throw new RangeError("the country of the place is not known");let w=l.percentiles,d=i.percentile??(w.includes(50)?50:w[0]);return{trip:l,
scenario:f,reverse:u==="to",own:p,point:m,code:h,percentile:d}}}function Xt({n:t,country:n,streets:s},r){let o=$(r,"street"),e=new Float64Array(t);s.toAll({...o,
point:r.point,limit:o.within},0,t,e);for(let a=0;a<t;a++)r.own&&n[a]!==r.code?e[a]=1/0:e[a]<1/0&&(e[a]=Math.min(e[a]+o.park,o.limit));return e}function at({trip:t,
reverse:n}){return t.mode!=="transit"?["street","street"]:n?["egress","access"]:["access","egress"]}function Zt({arrays:t,n,streets:s},r,{minutes:o,walked:e}){let{
trip:a,own:c,point:i,scenario:l}=r,[f,u]=at(r),p=s.snapping(M(a.legs[u],!1,l)).status;if(s.snapping(M(a.legs[f],c,l)).status[i]!==0)return;let m=i<n?[i]:[];t["t\
win/point"].forEach((h,w)=>{h===i&&m.push(t["twin/cell"][w])});for(let h of m)p[h]===0&&(o[h]=0,e&&(e[h]=1))}function qt(t,n){let{n:s,streets:r,transit:o}=t,{trip:e,
own:a,point:c}=n,i=e.legs[at(n)[0]],l=new Float32Array(s).fill(NaN),f=ct[r.snapping(M(i,a,n.scenario)).status[c]];if(f!=="")return{minutes:l,status:f,walked:null};
let u=e.mode==="transit"?o.times(n):{seconds:Xt(t,n),walked:null,status:f};for(let p=0;p<s;p++)u.seconds[p]<1/0&&(l[p]=Math.fround(u.seconds[p])/60);return Zt(t,
n,{minutes:l,walked:u.walked}),{minutes:l,status:u.status,walked:u.walked}}function P(t,n){let s=Z(t,n),r={arrays:t,n:n.n_cells,country:t["point/country"],streets:s,
transit:st(t,n,s)},o=Qt(n,r.country),e=new Map;return{times(a){let c=o(a),i=[c.point,c.trip.id,c.reverse,c.own,c.scenario,c.percentile].join("/"),l=e.get(i)??qt(
r,c);return e.delete(i),e.set(i,l),e.size>Jt&&e.delete(e.keys().next().value??""),l}}}function tn(t,n){let s={};for(let[r,o]of Object.entries(t)){if(r.startsWith("opportunity/cell/")&&(s[r.slice(17)]=o),!r.startsWith("opportunity/municipality/"))
continue;let e=new Float64Array(o.length);for(let a=0;a<n.n;a++)e[n.municipality[a]]+=n.population[a];s[r.slice(25)]=Float64Array.from(n.municipality,(a,c)=>o[a]*
n.population[c]/e[a])}return s}function lt(t,n,s){return(t[`${n}/name`]||t[`${n}/id`]||[]).map((o,e)=>({id:t[`${n}/id`][e],name:o,lon:t[`${n}/lon`][e],lat:t[`${n}\
/lat`][e],country:s[e]}))}function ft(t,n,s,r){let o=new Map;for(let e=0;e<t.n;e++){let a=t.country[e],c=o.get(a);c||o.set(a,c={total:0,known:0,unknown:0,any:!1});
let i=s[e],l=Number.isNaN(i);l||(c.any=!0),r(n[e],a)&&(l?c.unknown++:(c.known++,c.total+=i))}for(let e of o.values())(!e.any||e.unknown>0&&e.known===0)&&(e.total=
NaN);return o}function nn(t,n,s,r,o,{resistance:e=0}={}){let a=C(r),c=ft(t,n,s,h=>h<=a),i=e===0?c:ft(t,n,s,(h,w)=>(w===o?h:Math.fround(h+e))<=a),l=h=>c.get(h)?.
total??0,[f,u,p,m]=[0,0,0,0];for(let[h,w]of c)m+=w.unknown,h===o?f+=w.total:(u+=w.total,p+=i.get(h)?.total??0);return{nl:l(1),de:l(2),total:f+u,closed:f,realised:f+
p,felt:p,open:f+u,missing:m}}function en(t){let n=Math.ceil(t);return n>0&&t<=C(n-1)?n-1:n}function ut(t){for(let n=1;n<t.length;n++)t[n]+=t[n-1]}function on(t,n,s,r){
let o=()=>new Float64Array(r+1),e={nl:o(),de:o(),total:o(),unknown:o()},a=[o(),e.nl,e.de],c=a.map(()=>({any:!1,known:o(),unknown:o()}));for(let i=0;i<t.n;i++){let l=t.
country[i],f=Number.isNaN(s[i]);if(f||(c[l].any=!0),Number.isNaN(n[i]))continue;let u=en(n[i]);if(!(u>r)){if(c[l][f?"unknown":"known"][u]++,f){e.unknown[u]++;continue}
e.total[u]+=s[i],a[l][u]+=s[i]}}Object.values(e).forEach(ut);for(let{known:i,unknown:l}of c)[i,l].forEach(ut);for(let i of[1,2]){let{any:l,known:f,unknown:u}=c[i];
for(let p=0;p<=r;p++)(!l||u[p]>0&&f[p]===0)&&(a[i][p]=NaN)}return e}function pt(t,n){let s=n.n_cells,r=s+n.n_places,o=t["point/country"],e={n:s,id:t["cell/id"],
lon:t["cell/lon"],lat:t["cell/lat"],country:o.subarray(0,s),municipality:t["cell/municipality"],population:t["cell/population"]};return{cells:e,places:lt(t,"pla\
ce",o.subarray(s)),stops:lt(t,"stop",o.subarray(r)),municipalities:t["municipality/code"]||[],opportunities:tn(t,e),trips:n.trips,scenarios:n.scenarios,meta:n,arrays:t,
reach:(...a)=>nn(e,...a),curve:(...a)=>on(e,...a)}}var L={uint8:Uint8Array,int8:Int8Array,uint16:Uint16Array,int16:Int16Array,uint32:Uint32Array,int32:Int32Array,float32:Float32Array,float64:Float64Array};function rn(t){
let n=atob(t),s=new Uint8Array(n.length);for(let r=0;r<s.length;r++)s[r]=n.charCodeAt(r);return s}async function sn(t){let n=new Blob([t]).stream().pipeThrough(
new DecompressionStream("deflate"));return new Uint8Array(await new Response(n).arrayBuffer())}function cn(t,{n,width:s,steps:r=0}){let o=new Int32Array(n);for(let e=0;e<
n;e++){let a=t[e];s>1&&(a|=t[n+e]<<8),s>2&&(a|=t[2*n+e]<<16|t[3*n+e]<<24),o[e]=a>>>1^-(a&1)}for(let e=0;e<r;e++)for(let a=1;a<n;a++)o[a]=o[a]+o[a-1]|0;return o}
function an(t,n){let s=new L[n.type](n.n),r=10**n.digits,o=Object.hasOwn(n,"null");for(let e=0;e<n.n;e++)s[e]=o&&t[e]===n.null?NaN:t[e]/r;return s}function ln(t,{
type:n,n:s,width:r}){let o=new Uint8Array(s*r);for(let i=0;i<r;i++)for(let l=0;l<s;l++)o[l*r+i]=t[i*s+l];let e=new DataView(o.buffer),a=new L[n](s),c=r===8?"get\
Float64":"getFloat32";for(let i=0;i<s;i++)a[i]=e[c](i*r,!0);return a}async function fn(t,n){let s=await sn(rn(n));if(t.type==="text")return t.n===0?[]:new TextDecoder().
decode(s).split(`
`);if(!Object.hasOwn(t,"steps"))return ln(s,t);let r=cn(s,t);return Object.hasOwn(t,"digits")?an(r,t):t.type==="int32"?r:L[t.type].from(r)}async function T(t,n){
if(t.format!==1||t.parts.length!==n.length)throw new Error(`packed in format ${t.format}, ${n.length} chunks`);let s=await Promise.all(t.parts.map((r,o)=>fn(r,n[o])));
return Object.fromEntries(t.parts.map((r,o)=>[r.name,s[o]]))}var un=/^(pattern|call|plan|changes)\//,dt=/^(streets|snap|pattern|call|plan|changes)\//,pn=["count","step","rank","length"];function G(t,n,s){let r=t.parts.map(
(o,e)=>e).filter(o=>s(t.parts[o].name));return{manifest:{...t,parts:r.map(o=>t.parts[o])},chunks:r.map(o=>n[o])}}function B(t,n,s,r){let o=`streets/${n}/${s}`;if(s<
0||r.has(`${o}/factor`))return;r.add(`${o}/factor`).add(`${o}/rest`);let e=t.shapes[n].metrics[s];B(t,n,e.from,r),B(t,n,e.like,r)}function H(t,n,s,r){if(s!==null){
for(let o of["status","offset",`${n}/leave`,`${n}/gap`])r.add(`snap/${s}/${o}`);H(t,n,t.snappings[s].beside,r)}}function mt({trips:t,scenarios:n,streets:s},r){let o=new Set,
e=t.find(l=>l.id===r.trip),a=n.indexOf(r.scenario??n[0]),c=r.foreign_routing===!1;for(let l of Object.values(e?.legs??{})){let f=s.layers[l.layers[a]];if(f){for(let u of pn)
o.add(`streets/${f.shape}/${u}`);H(s,f.shape,s.shapes[f.shape].spots,o);for(let u of c?[l.own_snapping,l.snapping]:[l.snapping])H(s,f.shape,u[a],o);for(let u of c?
f.sets:f.sets.slice(0,1))B(s,f.shape,u,o)}}let i=!!e?.timetable&&a>=0;return l=>o.has(l)||i&&un.test(l)}var dn=t=>t instanceof Error?t.message:String(t);async function mn(t,n){let s=G(t,n,e=>!dt.test(e)),r=await T(s.manifest,s.chunks),o=P(r,t.meta);return async e=>{
let a=mt(t.meta,e),c=G(t,n,i=>a(i)&&!Object.hasOwn(r,i));return Object.assign(r,await T(c.manifest,c.chunks)),o.times(e)}}function ht(t){let n=null,s=Promise.resolve();
async function r({number:o,asked:e,manifest:a,chunks:c,first:i}){try{if(n===null){n=await mn(a,c),t.postMessage({opened:!0}),i&&await n(i).catch(()=>{});return}
let{minutes:l,walked:f,status:u}=await n(e);t.postMessage({number:o,minutes:l,walked:f,status:u})}catch(l){t.postMessage({number:o,failed:dn(l)})}}t.addEventListener(
"message",({data:o})=>{s=s.then(()=>r(o))})}async function hn(t,n){let s=await T(t,n),r=pt(s,t.meta),o=P(s,t.meta),e=new WeakSet;function a(i,...l){let f=r.reach(i,...l);return e.has(i)?Object.fromEntries(
Object.keys(f).map(u=>[u,NaN])):f}function c(i){let l=o.times(i);return it(l.status)&&e.add(l.minutes),l}return{...r,times:c,reach:a}}Object.assign(globalThis,{
GrensgeoEngine:{open:hn,unpack:T}});typeof document>"u"&&ht(globalThis);})();
