/* grensgeo engine: bundled from js/ by `make js`; edit there.
   sources d4bbbcdccdba3158: src/engine/answers.js src/engine/counting.js src/engine/hierarchy.js src/engine/later.js src/engine/main.js src/engine/streets.js src/engine/sweep.js src/engine/timetable.js src/engine/transit.js src/engine/weights.js src/engine/worker.js src/shared/precision.js src/shared/unpack.js */
"use strict";(()=>{function yt(t,n,s){let r=new Int32Array(t+1);for(let c=0;c<s.length;c++)r[Math.max(n[c],s[c])+1]++;for(let c=0;c<t;c++)r[c+1]+=r[c];let o=r.slice(),e=new Int32Array(
s.length),a=new Int32Array(s.length);for(let c=0;c<s.length;c++){let i=o[Math.max(n[c],s[c])]++;e[i]=Math.min(n[c],s[c]),a[i]=c}return{start:r,ends:e,edge:a}}function At(t,n){
let s=t.length-1,r=new Int32Array(s).fill(-1),o=new Int32Array(s).fill(-1);for(let e=0;e<s;e++)for(let a=t[e];a<t[e+1];a++){let c=n[a];for(;o[c]>=0&&o[c]!==e;){
let i=o[c];o[c]=e,c=i}o[c]<0&&(o[c]=r[c]=e)}return r}function It({start:t,ends:n},s){let r=s.length,[o,e]=[new Int32Array(r+1),new Int32Array(r+1)],a=new Int32Array(
r).fill(-1);for(let c=0;c<r;c++){a[c]=c;for(let i=t[c];i<t[c+1];i++)for(let l=n[i];a[l]!==c;l=s[l])a[l]=c,o[l+1]++,e[c+1]++}for(let c=0;c<r;c++)o[c+1]+=o[c],e[c+
1]+=e[c];return{start:o,lowStart:e}}function z(t,n,s){let r=yt(t,n,s),o=At(r.start,r.ends),{start:e,lowStart:a}=It(r,o),c=new Int32Array(e[t]),i=new Int32Array(
e[t]),l=new Int32Array(e[t]),f=new Int32Array(n.length),u=e.slice(),m=new Int32Array(t).fill(-1),d=0;for(let p=0;p<t;p++){m[p]=p;for(let g=r.start[p];g<r.start[p+
1];g++)for(let y=r.ends[g];m[y]!==p;y=o[y])m[y]=p,c[u[y]]=p,i[d]=y,l[d++]=u[y]++;for(let g=r.start[p];g<r.start[p+1];g++)f[r.edge[g]]=u[r.ends[g]]-1}let h=new Int32Array(
t).fill(1);for(let p=0;p<t;p++)o[p]>=0&&(h[o[p]]+=h[p]);let w=new Uint8Array(n.length);for(let p=0;p<n.length;p++)w[p]=+(n[p]<s[p]);return{n:t,start:e,high:c,parent:o,
size:h,lowStart:a,low:i,lowShortcut:l,edgeShortcut:f,edgeRises:w}}function _t({start:t,high:n,lowStart:s,low:r,lowShortcut:o},e,a,{up:c,down:i}){for(let l=t[e];l<
t[e+1];l++)a[n[l]]=l;for(let l=s[e];l<s[e+1];l++){let f=o[l],u=c[f],m=i[f],d=t[r[l]+1];if(!(u===1/0&&m===1/0))for(let h=f+1;h<d;h++){let w=a[n[h]],p=m+c[h];p<c[w]&&
(c[w]=p);let g=i[h]+u;g<i[w]&&(i[w]=g)}}}function W(t,n,s){let{n:r,high:o,edgeShortcut:e,edgeRises:a}=t,c=new Float32Array(o.length).fill(1/0),i=new Float32Array(
o.length).fill(1/0);for(let f=0;f<e.length;f++){let u=e[f];c[u]=Math.min(c[u],a[f]?n[f]:s[f]),i[u]=Math.min(i[u],a[f]?s[f]:n[f])}let l=new Int32Array(r);for(let f=0;f<
r;f++)_t(t,f,l,{up:c,down:i});return{up:c,down:i}}function K(t){return{best:new Float64Array(t).fill(1/0),path:new Uint8Array(t),touched:new Int32Array(t),count:0}}function bt(t){for(let n=0;n<t.count;n++)t.best[t.
touched[n]]=1/0;t.count=0}function Ot({start:t,high:n,parent:s},r,o,e,{best:a,path:c}){for(let i=o;i>=0;i=s[i]){c[i]=1;let l=a[i];if(!(l>e))for(let f=t[i];f<t[i+
1];f++){let u=l+r[f];u<a[n[f]]&&(a[n[f]]=u)}}}function V(t,{leave:n,enter:s,empty:r},o,e,a,c){if(bt(c),o<0||!(e<=a))return;let{n:i,start:l,high:f,size:u}=t,{best:m,
path:d,touched:h}=c;m[o]=e,Ot(t,n,o,a,c);let w=0;for(let p=i-1;p>=0;){if(r[p]&&!d[p]){p-=u[p];continue}let g=d[p]?m[p]:1/0,y=d[p];for(let I=l[p];I<l[p+1];I++){let A=m[f[I]];
if(A===1/0)continue;y=1;let _=A+s[I];_<g&&(g=_)}d[p]=0,g<=a?(m[p]=g,h[w++]=p):m[p]=1/0,p-=y?1:u[p]}c.count=w}function Et(t){let n=Math.cos(t*(Math.PI/180)),s=n*n;return{east:n*(111412.84-93.5*(4*s-3)+.118*((16*s-20)*s+5)),north:111132.92-559.82*(2*s-1)+1.175*(8*s*(s-1)+
1)}}function Y(t,n){let s=new Int32Array(n.length),r=new Int32Array(n.length);for(let o=0,e=0;o<t.length;o++)for(let a=0,c=o;a<t[o];a++,e++)c+=n[e],s[e]=o,r[e]=
c;return{tail:s,head:r}}function J({tail:t,head:n},s,r,{lon:o,lat:e}){let a=new Float64Array(s.length);for(let c=0;c<s.length;c++){let[i,l]=[t[c],n[c]];a[c]=s[c];
let f=(e[i]+e[l])/2;if(r===0||Number.isNaN(f))continue;let{east:u,north:m}=Et(f),[d,h]=[(o[i]-o[l])*u,(e[i]-e[l])*m];a[c]+=Math.floor(Math.sqrt(d*d+h*h)*r+.5)}return a}
function Q(t,n,{factors:s},{factor:r,rest:o,step:e}){let a=t.length,c=new Float64Array(2*a);for(let i=0;i<2*a;i++){if(r[i]===255){c[i]=1/0;continue}let l=i<a?i:
i-a,f=t[l];if(n!==null){let u=n[i],m=n[i<a?i+a:l];u<1/0?f=u:m<1/0&&(f=m)}c[i]=Math.max(f*s[r[i]]+o[i]*e,0)}return c}var j=10;function k(t,n=1/0){let s=new Map;return(...r)=>{let o=r.join("/"),e=s.has(o)?s.get(o):t(...r);return s.delete(o),s.set(o,e),s.size>n&&s.delete(s.keys().
next().value),e}}function X(t,n,s,r,o){let e=(i,l=s)=>{let f=t[`snap/${l}/${i}`],{beside:u}=n[l];if(u===null)return f;let m=e(i,u);return f.map((d,h)=>d+m[h])},
a=e(`${r}/leave`),c=e(`${r}/gap`);return{leave:a,enter:a.map((i,l)=>i+c[l]),offset:Float64Array.from(e("offset"),i=>i*o)}}function vt(t,n){let s=f=>t[`streets/${n}\
/${f}`],r=s("count"),{tail:o,head:e}=Y(r,s("step")),a=s("rank"),c=a??r.map((f,u)=>u),i=f=>a?f.map(u=>c[u]):f;return{hierarchy:z(r.length,i(o),i(e)),ends:{tail:o,
head:e},rank:c,work:K(r.length)}}function Nt(t,n,s){let[r,o]=["lon","lat"].map(e=>{let a=["cell","place","stop"].map(l=>t[`${l}/${e}`]??[]),c=new Float64Array(s).
fill(NaN),i=n.length;for(let l of a.toReversed())for(let f=l.length-1;f>=0;f--)n[--i]>=0&&(c[n[i]]=l[f]);return c});return{lon:r,lat:o}}function kt({n:t,parent:n},{
leave:s,enter:r}){let o=new Uint8Array(t).fill(1);for(let e=0;e<s.length;e++)s[e]>=0&&(o[s[e]]=0),r[e]>=0&&(o[r[e]]=0);for(let e=0;e<t;e++)!o[e]&&n[e]>=0&&(o[n[e]]=
0);return o}function St(t,n,s,r){let o=new Int32Array(n+1);for(let c=s;c<r;c++)t[c]>=0&&o[t[c]+1]++;for(let c=0;c<n;c++)o[c+1]+=o[c];let e=new Int32Array(o[n]),
a=o.slice();for(let c=s;c<r;c++)t[c]>=0&&(e[a[t[c]]++]=c);return{start:o,entry:e}}function xt(t,n){let{shapes:s,snappings:r,offset_step_s:o}=n.streets,e=k(m=>vt(
t,m)),a=k((m,d)=>{let h=X(t,r,m,d,o),{rank:w}=e(d),p=g=>g<0?-1:w[g];return{...h,leave:h.leave.map(p),enter:h.enter.map(p)}}),c=k((m,d)=>kt(e(d).hierarchy,a(m,d))),
i=k(m=>{let{beeline:d,spots:h,unit_s:w,n_vertices:p}=s[m],{leave:g}=X(t,r,h,m,o);return J(e(m).ends,t[`streets/${m}/length`],d,Nt(t,g,p)).map(y=>y*w)}),l=k((m,d)=>{
let h=t[`streets/${m}/${d}/factor`],{like:w}=s[m].metrics[d];if(w<0)return h;let p=l(m,w);return h.map((g,y)=>g+p[y])},j),f=k((m,d)=>{let h=s[m].metrics[d],w=p=>t[`\
streets/${m}/${d}/${p}`];return Q(i(m),h.from<0?null:f(m,h.from),h,{factor:l(m,d),rest:w("rest"),step:s[m].step_s})},j),u=k((m,d)=>{let h=f(m,d),w=h.length/2;return W(
e(m).hierarchy,h.subarray(0,w),h.subarray(w))},j);return{shape:e,standing:a,empty:c,customised:u}}function Z(t,n){let{shapes:s,layers:r}=n.streets,{shape:o,standing:e,
empty:a,customised:c}=xt(t,n),i=k((d,h,w,p,g)=>{let{leave:y,enter:I}=e(d,h);return St(w?y:I,s[h].n_vertices,p,g)}),l=k(d=>({status:t[`snap/${d}/status`]}));function f({
snap:d,number:h,code:w,reverse:p,point:g,limit:y}){let{shape:I,sets:A}=r[h],{hierarchy:_,work:b}=o(I),{up:E,down:v}=c(I,A[w]),{leave:O,enter:N,offset:x}=e(d,I),
S={leave:p?v:E,enter:p?E:v,empty:a(d,I)};return V(_,S,(p?N:O)[g],x[g],y,b),{number:I,work:b,onward:p?O:N,offset:x}}function u(d,h,w,p){let{work:g,onward:y,offset:I}=f(
d);for(let A=h;A<w;A++){let _=y[A],b=_<0?1/0:g.best[_]+I[A];p[A-h]=b<=d.limit?b:1/0}}function m(d,h,w,p){let{number:g,work:y,offset:I}=f(d),{start:A,entry:_}=i(
d.snap,g,d.reverse,h,w);for(let b=0;b<y.count;b++){let E=y.touched[b];for(let v=A[E];v<A[E+1];v++){let O=y.best[E]+I[_[v]];O<=d.limit&&p(_[v],O)}}}return{snapping:l,
toAll:u,toNear:m}}var C=t=>Math.fround(t*(1+4e-7));var F=t=>Math.ceil(t-.01);function R(t){let n=new Int32Array(t.length+1);for(let s=0;s<t.length;s++)n[s+1]=n[s]+t[s];return n}function q(t){let{"pattern/calls":n,
"pattern/runs":s,"call/ride_s":r,"call/stand_s":o}=t,e=new Int32Array(r.length),a=new Int32Array(r.length),c=new Int32Array(n.length+1);for(let u=0,m=0;u<n.length;u++){
let d=new Int32Array(n[u]),h=new Int32Array(n[u]);for(let w=0;w<s[u];w++)for(let p=0,g=0;p<n[u];p++,m++)d[p]+=r[m],h[p]+=o[m],g+=d[p],e[m]=g,g+=h[p],a[m]=g;c[u+
1]=m}let{"call/stop":i,"call/board":l,"call/alight":f}=t;return{calls:n,runs:s,arrival:e,departure:a,timeStart:c,callStart:R(n),runStart:R(s),stop:i,board:l,alight:f}}
function Mt(t,n,s,r){let o=[];for(let e=0;e<t.runs[n];e++)s[t.runStart[n]+e]&&o.push(e);return r?o.reverse():o}function Tt(t,n,s){let r=new Int32Array(s);for(let c of t)
r[n[c]]++;let o=R(r),e=new Int32Array(t.length),a=o.slice();for(let c of t)e[a[n[c]]++]=c;return{stopStart:o,stopCall:e}}function tt(t,n,s,r){let o=t.stop.length,
e=()=>new Int32Array(o),[a,c,i,l,f,u]=Array.from({length:6},e),m=new Uint8Array(o),d=[],h=[],w=[],p=r?-1:1,[g,y]=r?[t.departure,t.arrival]:[t.arrival,t.departure],
[I,A]=r?[t.alight,t.board]:[t.board,t.alight];for(let _=0;_<t.calls.length;_++){let b=t.calls[_],E=Mt(t,_,n,r),v=t.callStart[_];for(let O=0;O<b;O++){let N=r?b-1-
O:O,x=v+N,S=v+O;a[S]=t.stop[x],c[S]=v+b-1,m[S]=A[x],i[S]=d.length+O,l[S]=b,f[S]=h.length,u[S]=E.length,I[x]&&O<b-1&&E.length>0&&w.push(S);for(let gt of E)h.push(
p*y[t.timeStart[_]+gt*b+N])}for(let O of E)for(let N=0;N<b;N++)d.push(p*g[t.timeStart[_]+O*b+(r?b-1-N:N)])}return{callStop:a,callEnd:c,callOff:m,callArrival:i,callStride:l,
callDeparture:f,callTrips:u,nCalls:o,arrival:Int32Array.from(d),departure:Int32Array.from(h),...Tt(w,a,s)}}function Rt(t,n,s,r){let o=new Map,e=u=>{if(u.from===
u.to)return;let m=u.from*r+u.to,d=o.get(m);(d===void 0||d.stated===u.stated&&u.seconds<d.seconds)&&o.set(m,u)},{transfer_from:a,transfer_to:c,transfer_s:i,forbidden_from:l,
forbidden_to:f}=t;for(let u=0;u<a.length;u++)e({from:a[u],to:c[u],seconds:i[u],stated:!0});for(let[u,m,d]of n)e({from:u,to:m,seconds:F(d+s),stated:!1});for(let u=0;u<
l.length;u++)o.delete(l[u]*r+f[u]);return[...o.values()]}function nt(t,n,s,r,o){let{stop:e,change_ok:a,min_change_s:c}=t,i=[];for(let p=0;p<e.length;p++)a[p]&&i.
push({from:e[p],to:e[p],seconds:c[p]});i.push(...Rt(t,n,s,r));let[l,f]=o?["to","from"]:["from","to"],u=new Int32Array(r);for(let p of i)u[p[l]]++;let m=R(u),d=m.
slice(),h=new Int32Array(i.length),w=new Int32Array(i.length);for(let p of i){let g=d[p[l]]++;h[g]=p[f],w[g]=p.seconds}return{wayStart:m,wayStop:h,waySeconds:w}}
function Dt(t,n,s){let r=s+1,o=()=>({stop:new Int32Array(t),since:new Int32Array(t),n:0});return{wide:r,rides:s,stamp:0,latest:0,arrival:new Int32Array(t*r).fill(
1073741824),ready:new Int32Array(t*r).fill(1073741824),aboard:new Int16Array(n*s).fill(32767),best:new Int32Array(t).fill(1073741824),marked:o(),met:o(),better:o()}}
function D(t,n,s){t.since[n]!==s&&(t.since[n]=s,t.stop[t.n++]=n)}function U(t,n,s,r){for(let o=n;o<s&&t[o]>r;o++)t[o]=r}function Ut(t,n,s,r){let o=0,e=s-1;for(;o<
e;){let a=o+e>>1;t[n+a]<r?o=a+1:e=a}return o}function Ft(t,n,s,r,o,e){let{callStop:a,callEnd:c,callOff:i,arrival:l}=t,{wide:f,rides:u,arrival:m,aboard:d,met:h,stamp:w,
latest:p}=n,g=t.callArrival[o]+e*t.callStride[o]-o;for(let y=o+1,I=c[o];y<=I;y++){let A=a[y];if(s!==null&&s[A]===0)break;let _=(y-1)*u+r-1;if(d[_]<=e)break;U(d,
_,y*u,e);let b=l[g+y];if(b>p)break;let E=A*f+r;i[y]&&b<m[E]&&(m[E]=b,D(h,A,w))}}function Pt(t,n,s,r){let{stopStart:o,stopCall:e,callDeparture:a,callTrips:c,departure:i}=t,
{wide:l,rides:f,ready:u,aboard:m,marked:d}=n;n.met.n=0;for(let h=0;h<d.n;h++){let w=d.stop[h],p=u[w*l+r-1];for(let g=o[w],y=o[w+1];g<y;g++){let I=e[g],A=a[I],_=Math.
min(m[I*f+r-1],c[I]);_===0||i[A+_-1]<p||Ft(t,n,s,r,I,Ut(i,A,_,p))}}}function jt({stopStart:t},{wayStart:n,wayStop:s,waySeconds:r},o,e,a,c){let{wide:i,rides:l,arrival:f,
ready:u,best:m,marked:d,met:h,better:w,stamp:p,latest:g}=o;d.n=0;for(let y=0;y<h.n;y++){let I=h.stop[y],A=I*i+a,_=f[A];U(f,A+1,(I+1)*i,_);let b=(_<<4)+a;if(b<m[I]&&
(m[I]=b,D(w,I,c)),a!==l)for(let E=n[I],v=n[I+1];E<v;E++){let O=s[E],N=_+r[E];N>g||N>=u[O*i+a]||t[O]!==t[O+1]&&(e!==null&&e[O]===0||(U(u,O*i+a,(O+1)*i,N),D(d,O,p)))}}}
function Ct({start:t,place:n,seconds:s},{best:r,better:o},e){for(let a=0;a<o.n;a++){let c=o.stop[a];for(let i=t[c],l=t[c+1];i<l;i++){let f=r[c]+(s[i]<<4);f<e[n[i]]&&
(e[n[i]]=f)}}}function et(t,n,{access:s,onward:r,window:o,usable:e}){let{moments:a,limit:c,rides:i}=o,l=Dt(n.wayStart.length-1,t.nCalls,i),{wide:f,ready:u,marked:m}=l,
d=new Int32Array(r.nPlaces).fill(1073741824),h=new Int32Array(r.nPlaces*a.length),w=(c<<4)+16-1;for(let p=a.length-1;p>=0;p--){let g=a[p],y=++l.stamp;l.latest=g+
c,m.n=l.better.n=0;for(let[A,_]of s)U(u,A*f,(A+1)*f,g+_),D(m,A,y);for(let A=1;A<=i&&m.n>0;A++)l.stamp++,Pt(t,l,e,A),jt(t,n,l,e,A,y);Ct(r,l,d);let I=g<<4;for(let A=0;A<
r.nPlaces;A++){let _=d[A]-I;h[A*a.length+p]=_<=w?_:1073741824}}return h}function Bt(t,n,s,r){let o=n,e=n+s-1,a=n+r;for(;o<e;){let c=t[o+e>>1],i=o,l=e;for(;i<=l;){
for(;t[i]<c;)i++;for(;t[l]>c;)l--;if(i<=l){let f=t[i];t[i++]=t[l],t[l--]=f}}if(a<=l)e=l;else if(a>=i)o=i;else break}return t[a]}function Lt(t,n){return Math.max(
Math.ceil(t*n/100-1e-9)-1,0)}function ot(t,n,s){let r=t.length/n,o=Lt(s,n),e=new Float64Array(r);for(let a=0;a<r;a++){let c=Bt(t,a*n,n,o);e[a]=c===1073741824?1/0:
c>>4}return e}var Gt=4,zt=["stop","min_change_s","change_ok","transfer_from","transfer_to","transfer_s","forbidden_from","forbidden_to"],M=(t,n,s)=>(n?t.own_snapping:t.snapping)[s];
function $({trip:t,scenario:n,own:s,code:r,reverse:o},e){let a=t.legs[e],c=a.limit_min===null?1/0:60*a.limit_min,i=60*a.park_min;return{snap:M(a,s,n),number:a.layers[n],
code:r,reverse:o,limit:c,park:i,within:(c-i)*(1+4e-7)}}function rt({streets:t,country:n},s,r,[o,e],a){let{code:c,park:i,limit:l,within:f}=s;t.toNear({...s,point:r,
limit:f},o,e,(u,m)=>{c!==0&&n[u]!==c||a(u-o,F(Math.min(m+i,l)))})}function Wt(t,n){let{n_stops:s,n_cells:r}=t.meta,o=t.usable(n.code),e=new Int32Array(s+1),a=[],
c=[];for(let f=0;f<s;f++)(o===null||o[f])&&rt(t,n,t.firstStop+f,[0,r],(u,m)=>{a.push(u),c.push(m)}),e[f+1]=a.length;let i=Int32Array.from(new Set(a)).sort(),l=new Int32Array(
r);return i.forEach((f,u)=>{l[f]=u}),{start:e,place:Int32Array.from(a,f=>l[f]),seconds:Int32Array.from(c),served:i,nPlaces:i.length}}function Kt({arrays:t,meta:n,
streets:s,firstStop:r,usable:o},e,a,c){let i=n.n_stops,l=o(e.code),f=[];for(let m=0;m<i;m++){if(l!==null&&!l[m])continue;let d={...e,point:r+m,limit:e.within};s.
toNear(d,r,r+i,(h,w)=>{l!==null&&!l[h-r]||f.push([m,h-r,Math.min(w,e.limit)])})}let u=Object.fromEntries(zt.map(m=>[m,t[`changes/${a}/${m}`]]));return nt(u,f,n.
least_change_s,i,c)}function Vt({meta:t,streets:n,country:s},r){let{trip:o,reverse:e,own:a,code:c}=r,i=$(r,"direct"),l=new Float64Array(t.n_cells);n.toAll({...i,
point:r.point,limit:i.within},0,t.n_cells,l);let f=o.timetable[e?"to":"from"][r.scenario].limit_s,u=o.legs[e?"access":"egress"],{status:m}=n.snapping(M(u,a,r.scenario));
return l.map((d,h)=>{let w=Math.min(d,i.limit);return m[h]!==0||a&&s[h]!==c||!(d<1/0&&w<=f)?1/0:F(w)})}function Yt(t){let{arrays:n,meta:s,firstStop:r,usable:o}=t,
e=new Map(s.trips.map(d=>[d.id,d])),a=k(()=>q(n)),c=k((d,h)=>tt(a(),n[`plan/${d}/run`],s.n_stops,h)),i=k((d,h,w,p,g,y)=>{let I=e.get(d);return Kt(t,$({trip:I,scenario:h,
own:w,code:p,reverse:!1},"change"),g,y)}),l=new Map;function f(d){let h=[d.snap,d.number,d.code,d.reverse,d.limit,d.park].join("/"),w=l.get(h);return w||l.set(h,
w=Wt(t,d)),w}let u=new Map;function m(d){let{trip:h,scenario:w,reverse:p,own:g,code:y,point:I}=d,A=h.timetable[p?"to":"from"][w],[_,b]=p?["egress","access"]:["a\
ccess","egress"],E=[];rt(t,$(d,_),I,[r,r+s.n_stops],(x,S)=>E.push([x,S]));let v=f($(d,b)),O=p?A.moments_s.map(x=>-x).reverse():A.moments_s;return{keys:et(c(A.plan,
p),i(h.id,w,g,y,A.changes,p),{access:E,onward:v,window:{moments:O,limit:A.limit_s,rides:A.max_rides},usable:o(y)}),served:v.served,count:O.length,near:E.length}}
return d=>{let{trip:h,scenario:w,reverse:p,code:g,point:y}=d,I=[h.id,w,p,g,y].join("/"),A=u.get(I)??m(d);return u.delete(I),u.set(I,A),u.size>Gt&&u.delete(u.keys().
next().value??""),A}}function st(t,n,s){let r=n.n_cells+n.n_places,o=t["point/country"],e=k(l=>l===0?null:Uint8Array.from({length:n.n_stops},(f,u)=>+(o[r+u]===l))),
a={arrays:t,meta:n,streets:s,country:o,firstStop:r,usable:e},c=Yt(a);function i(l){let f=Vt(a,l),{keys:u,served:m,count:d,near:h}=c(l),w=ot(u,d,l.percentile),p=Uint8Array.
from(f,g=>+(g<1/0));return m.forEach((g,y)=>{w[y]<f[g]&&(f[g]=w[y],p[g]=0)}),{seconds:f,walked:p,status:h>0?"":"no_service"}}return{times:i}}var ct=["","not_snapped","outside_data"],it=t=>t!==""&&ct.includes(t),Qt=12;function Xt(t,n){let s=new Map(t.trips.map(i=>[i.id,i])),{n_cells:r,n_places:o,n_stops:e}=t,
a={cell:[0,r],place:[r,o],stop:[r+o,e]};function c({kind:i,index:l}){if(!Object.hasOwn(a,i)||!(l>=0&&l<a[i][1]))throw new RangeError(`no ${i} ${l}`);return a[i][0]+
l}return i=>{let l=s.get(i.trip);if(l===void 0)throw new RangeError(`no trip ${i.trip}`);let f=t.scenarios.indexOf(i.scenario??t.scenarios[0]);if(f<0)throw new RangeError(
`no scenario ${i.scenario}`);let u=i.direction??"from";if(u!=="from"&&u!=="to")throw new RangeError(`no direction ${u}`);let m=i.foreign_routing===!1,d=c(i.place),
h=m?n[d]:0;if(m&&h===0)throw new RangeError("the country of the place is not known");let w=l.percentiles,p=i.percentile??(w.includes(50)?50:w[0]);return{trip:l,
scenario:f,reverse:u==="to",own:m,point:d,code:h,percentile:p}}}function Zt({n:t,country:n,streets:s},r){let o=$(r,"street"),e=new Float64Array(t);s.toAll({...o,
point:r.point,limit:o.within},0,t,e);for(let a=0;a<t;a++)r.own&&n[a]!==r.code?e[a]=1/0:e[a]<1/0&&(e[a]=Math.min(e[a]+o.park,o.limit));return e}function at({trip:t,
reverse:n}){return t.mode!=="transit"?["street","street"]:n?["egress","access"]:["access","egress"]}function qt({arrays:t,n,streets:s},r,{minutes:o,walked:e}){let{
trip:a,own:c,point:i,scenario:l}=r,[f,u]=at(r),m=s.snapping(M(a.legs[u],!1,l)).status;if(s.snapping(M(a.legs[f],c,l)).status[i]!==0)return;let d=i<n?[i]:[];t["t\
win/point"].forEach((h,w)=>{h===i&&d.push(t["twin/cell"][w])});for(let h of d)m[h]===0&&(o[h]=0,e&&(e[h]=1))}function tn(t,n){let{n:s,streets:r,transit:o}=t,{trip:e,
own:a,point:c}=n,i=e.legs[at(n)[0]],l=new Float32Array(s).fill(NaN),f=ct[r.snapping(M(i,a,n.scenario)).status[c]];if(f!=="")return{minutes:l,status:f,walked:null};
let u=e.mode==="transit"?o.times(n):{seconds:Zt(t,n),walked:null,status:f};for(let m=0;m<s;m++)u.seconds[m]<1/0&&(l[m]=Math.fround(u.seconds[m])/60);return qt(t,
n,{minutes:l,walked:u.walked}),{minutes:l,status:u.status,walked:u.walked}}function P(t,n){let s=Z(t,n),r={arrays:t,n:n.n_cells,country:t["point/country"],streets:s,
transit:st(t,n,s)},o=Xt(n,r.country),e=new Map;return{times(a){let c=o(a),i=[c.point,c.trip.id,c.reverse,c.own,c.scenario,c.percentile].join("/"),l=e.get(i)??tn(
r,c);return e.delete(i),e.set(i,l),e.size>Qt&&e.delete(e.keys().next().value??""),l}}}function nn(t,n){let s={};for(let[r,o]of Object.entries(t)){if(r.startsWith("opportunity/cell/")&&(s[r.slice(17)]=o),!r.startsWith("opportunity/municipality/"))
continue;let e=new Float64Array(o.length);for(let a=0;a<n.n;a++)e[n.municipality[a]]+=n.population[a];s[r.slice(25)]=Float64Array.from(n.municipality,(a,c)=>o[a]*
n.population[c]/e[a])}return s}function lt(t,n,s){return(t[`${n}/name`]||t[`${n}/id`]||[]).map((o,e)=>({id:t[`${n}/id`][e],name:o,lon:t[`${n}/lon`][e],lat:t[`${n}\
/lat`][e],country:s[e]}))}function ft(t,n,s,r){let o=Array.from({length:t.covered+1},()=>({total:0,known:0,unknown:0,any:!1,cells:0}));for(let e=0;e<t.n;e++){let a=t.
country[e],c=o[a<0?t.covered:a],i=s[e],l=Number.isNaN(i);c.cells++,l||(c.any=!0),r(n[e],a)&&(l?c.unknown++:(c.known++,c.total+=i))}for(let e of o)e.cells>0&&(!e.
any||e.unknown>0&&e.known===0)&&(e.total=NaN);return o}function en(t,n,s,r,o,{resistance:e=0}={}){let a=C(r),c=ft(t,n,s,h=>h<=a),i=e===0?c:ft(t,n,s,(h,w)=>(w===
o?h:Math.fround(h+e))<=a),l=o>=0&&o<t.covered?c[o].total:NaN,[f,u,m]=[0,0,0];c.forEach((h,w)=>{m+=h.unknown,w!==o&&(f+=h.total,u+=i[w].total)});let d=h=>h.slice(
0,t.covered).map(w=>w.total);return{by:d(c),feltBy:d(i),total:l+f,closed:l,realised:l+u,felt:u,open:l+f,missing:m}}function pt({by:t}){let n=t.map(()=>NaN);return{
by:n,feltBy:n,total:NaN,closed:NaN,realised:NaN,felt:NaN,open:NaN,missing:NaN}}function on(t){let n=Math.ceil(t);return n>0&&t<=C(n-1)?n-1:n}function ut(t){for(let n=1;n<
t.length;n++)t[n]+=t[n-1]}function rn(t,n,s,r){let o=()=>new Float64Array(r+1),e={total:o(),unknown:o()},a=Array.from({length:t.covered},()=>({any:!1,sum:o(),known:o(),
unknown:o()}));for(let c=0;c<t.n;c++){let i=a[t.country[c]],l=Number.isNaN(s[c]);if(i&&!l&&(i.any=!0),Number.isNaN(n[c]))continue;let f=on(n[c]);if(!(f>r)){if(i&&
i[l?"unknown":"known"][f]++,l){e.unknown[f]++;continue}e.total[f]+=s[c],i&&(i.sum[f]+=s[c])}}Object.values(e).forEach(ut);for(let{any:c,sum:i,known:l,unknown:f}of a){
[i,l,f].forEach(ut);for(let u=0;u<=r;u++)(!c||f[u]>0&&l[u]===0)&&(i[u]=NaN)}return{by:a.map(c=>c.sum),...e}}function sn(t,n){let s=e=>[...new Set(e)].filter(a=>a>
0).sort((a,c)=>a-c),r=s(t.subarray(0,n)),o=[...r,...s(t).filter(e=>!r.includes(e))];return{countries:o,covered:r.length,positions:Int8Array.from(t,e=>o.indexOf(
e))}}function dt(t,n){let s=n.n_cells,r=s+n.n_places,{countries:o,covered:e,positions:a}=sn(t["point/country"],s),c={n:s,covered:e,id:t["cell/id"],lon:t["cell/l\
on"],lat:t["cell/lat"],country:a.subarray(0,s),municipality:t["cell/municipality"],population:t["cell/population"]};return{cells:c,countries:o,places:lt(t,"plac\
e",a.subarray(s)),stops:lt(t,"stop",a.subarray(r)),municipalities:t["municipality/code"]||[],opportunities:nn(t,c),trips:n.trips,scenarios:n.scenarios,meta:n,arrays:t,
reach:(...i)=>en(c,...i),curve:(...i)=>rn(c,...i)}}var B={uint8:Uint8Array,int8:Int8Array,uint16:Uint16Array,int16:Int16Array,uint32:Uint32Array,int32:Int32Array,float32:Float32Array,float64:Float64Array};function cn(t){
let n=atob(t),s=new Uint8Array(n.length);for(let r=0;r<s.length;r++)s[r]=n.charCodeAt(r);return s}async function an(t){let n=new Blob([t]).stream().pipeThrough(
new DecompressionStream("deflate"));return new Uint8Array(await new Response(n).arrayBuffer())}function ln(t,{n,width:s,steps:r=0}){let o=new Int32Array(n);for(let e=0;e<
n;e++){let a=t[e];s>1&&(a|=t[n+e]<<8),s>2&&(a|=t[2*n+e]<<16|t[3*n+e]<<24),o[e]=a>>>1^-(a&1)}for(let e=0;e<r;e++)for(let a=1;a<n;a++)o[a]=o[a]+o[a-1]|0;return o}
function fn(t,n){let s=new B[n.type](n.n),r=10**n.digits,o=Object.hasOwn(n,"null");for(let e=0;e<n.n;e++)s[e]=o&&t[e]===n.null?NaN:t[e]/r;return s}function un(t,{
type:n,n:s,width:r}){let o=new Uint8Array(s*r);for(let i=0;i<r;i++)for(let l=0;l<s;l++)o[l*r+i]=t[i*s+l];let e=new DataView(o.buffer),a=new B[n](s),c=r===8?"get\
Float64":"getFloat32";for(let i=0;i<s;i++)a[i]=e[c](i*r,!0);return a}async function pn(t,n){let s=await an(cn(n));if(t.type==="text")return t.n===0?[]:new TextDecoder().
decode(s).split(`
`);if(!Object.hasOwn(t,"steps"))return un(s,t);let r=ln(s,t);return Object.hasOwn(t,"digits")?fn(r,t):t.type==="int32"?r:B[t.type].from(r)}async function T(t,n){
if(t.format!==1||t.parts.length!==n.length)throw new Error(`packed in format ${t.format}, ${n.length} chunks`);let s=await Promise.all(t.parts.map((r,o)=>pn(r,n[o])));
return Object.fromEntries(t.parts.map((r,o)=>[r.name,s[o]]))}var dn=/^(pattern|call|plan|changes)\//,mt=/^(streets|snap|pattern|call|plan|changes)\//,mn=["count","step","rank","length"];function G(t,n,s){let r=t.parts.map(
(o,e)=>e).filter(o=>s(t.parts[o].name));return{manifest:{...t,parts:r.map(o=>t.parts[o])},chunks:r.map(o=>n[o])}}function L(t,n,s,r){let o=`streets/${n}/${s}`;if(s<
0||r.has(`${o}/factor`))return;r.add(`${o}/factor`).add(`${o}/rest`);let e=t.shapes[n].metrics[s];L(t,n,e.from,r),L(t,n,e.like,r)}function H(t,n,s,r){if(s!==null){
for(let o of["status","offset",`${n}/leave`,`${n}/gap`])r.add(`snap/${s}/${o}`);H(t,n,t.snappings[s].beside,r)}}function ht({trips:t,scenarios:n,streets:s},r){let o=new Set,
e=t.find(l=>l.id===r.trip),a=n.indexOf(r.scenario??n[0]),c=r.foreign_routing===!1;for(let l of Object.values(e?.legs??{})){let f=s.layers[l.layers[a]];if(f){for(let u of mn)
o.add(`streets/${f.shape}/${u}`);H(s,f.shape,s.shapes[f.shape].spots,o);for(let u of c?[l.own_snapping,l.snapping]:[l.snapping])H(s,f.shape,u[a],o);for(let u of c?
f.sets:f.sets.slice(0,1))L(s,f.shape,u,o)}}let i=!!e?.timetable&&a>=0;return l=>o.has(l)||i&&dn.test(l)}var hn=t=>t instanceof Error?t.message:String(t);async function wn(t,n){let s=G(t,n,e=>!mt.test(e)),r=await T(s.manifest,s.chunks),o=P(r,t.meta);return async e=>{
let a=ht(t.meta,e),c=G(t,n,i=>a(i)&&!Object.hasOwn(r,i));return Object.assign(r,await T(c.manifest,c.chunks)),o.times(e)}}function wt(t){let n=null,s=Promise.resolve();
async function r({number:o,asked:e,manifest:a,chunks:c,first:i}){try{if(n===null){n=await wn(a,c),t.postMessage({opened:!0}),i&&await n(i).catch(()=>{});return}
let{minutes:l,walked:f,status:u}=await n(e);t.postMessage({number:o,minutes:l,walked:f,status:u})}catch(l){t.postMessage({number:o,failed:hn(l)})}}t.addEventListener(
"message",({data:o})=>{s=s.then(()=>r(o))})}async function gn(t,n){let s=await T(t,n),r=dt(s,t.meta),o=P(s,t.meta),e=new WeakSet;function a(i,...l){let f=r.reach(i,...l);return e.has(i)?pt(f):f}function c(i){
let l=o.times(i);return it(l.status)&&e.add(l.minutes),l}return{...r,times:c,reach:a}}Object.assign(globalThis,{GrensgeoEngine:{open:gn,unpack:T}});typeof document>
"u"&&wt(globalThis);})();
