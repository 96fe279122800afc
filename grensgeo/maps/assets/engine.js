/* grensgeo engine: bundled from js/ by `make js`; edit there.
   sources 26d6d2c011ec6b66: src/engine/answers.js src/engine/counting.js src/engine/hierarchy.js src/engine/later.js src/engine/main.js src/engine/streets.js src/engine/sweep.js src/engine/timetable.js src/engine/transit.js src/engine/unpack.js src/engine/weights.js src/engine/worker.js src/shared/precision.js */
"use strict";(()=>{function wt(t,n,c){let s=new Int32Array(t+1);for(let r=0;r<c.length;r++)s[c[r]+1]++;for(let r=0;r<t;r++)s[r+1]+=s[r];let o=s.slice(),e=new Int32Array(c.length);
for(let r=0;r<c.length;r++)e[o[c[r]]++]=n[r];return{start:s,ends:e}}function yt(t,n){let c=t.length-1,s=new Int32Array(c).fill(-1),o=new Int32Array(c).fill(-1);
for(let e=0;e<c;e++)for(let r=t[e];r<t[e+1];r++){let a=n[r];for(;o[a]>=0&&o[a]!==e;){let i=o[a];o[a]=e,a=i}o[a]<0&&(o[a]=s[a]=e)}return s}function H({start:t,ends:n},c,s){
let o=new Int32Array(c.length).fill(-1);for(let e=0;e<c.length;e++){o[e]=e;for(let r=t[e];r<t[e+1];r++)for(let a=n[r];o[a]!==e;a=c[a])o[a]=e,s(a,e)}}function gt(t,n,c,s){
let[o,e]=[n,c];for(;o<e;){let r=o+e>>1;t[r]<s?o=r+1:e=r}return o}function G(t,n,c){let s=n.map((w,g)=>Math.min(w,c[g])),o=n.map((w,g)=>Math.max(w,c[g])),e=wt(t,
s,o),r=yt(e.start,e.ends),a=new Int32Array(t+1),i=new Int32Array(t+1);H(e,r,(w,g)=>{a[w+1]++,i[g+1]++});for(let w=0;w<t;w++)a[w+1]+=a[w],i[w+1]+=i[w];let l=new Int32Array(
a[t]),f=new Int32Array(a[t]),u=new Int32Array(a[t]),p=a.slice(),d=0;H(e,r,(w,g)=>{l[p[w]]=g,f[d]=w,u[d++]=p[w]++});let m=new Int32Array(t).fill(1);for(let w=0;w<
t;w++)r[w]>=0&&(m[r[w]]+=m[w]);let y=s.map((w,g)=>gt(l,a[w],a[w+1],o[g])),h=Uint8Array.from(n,(w,g)=>+(w<c[g]));return{n:t,start:a,high:l,parent:r,size:m,lowStart:i,
low:f,lowShortcut:u,edgeShortcut:y,edgeRises:h}}function At({start:t,high:n,lowStart:c,low:s,lowShortcut:o},e,r,{up:a,down:i}){for(let l=t[e];l<t[e+1];l++)r[n[l]]=
l;for(let l=c[e];l<c[e+1];l++){let f=o[l],u=a[f],p=i[f],d=t[s[l]+1];if(!(u===1/0&&p===1/0))for(let m=f+1;m<d;m++){let y=r[n[m]],h=p+a[m];h<a[y]&&(a[y]=h);let w=i[m]+
u;w<i[y]&&(i[y]=w)}}}function z(t,n,c){let{n:s,high:o,edgeShortcut:e,edgeRises:r}=t,a=new Float32Array(o.length).fill(1/0),i=new Float32Array(o.length).fill(1/0);
for(let f=0;f<e.length;f++){let u=e[f];a[u]=Math.min(a[u],r[f]?n[f]:c[f]),i[u]=Math.min(i[u],r[f]?c[f]:n[f])}let l=new Int32Array(s);for(let f=0;f<s;f++)At(t,f,
l,{up:a,down:i});return{up:a,down:i}}function W(t){return{best:new Float64Array(t).fill(1/0),path:new Uint8Array(t),touched:new Int32Array(t),count:0}}function It(t){for(let n=0;n<t.count;n++)t.best[t.
touched[n]]=1/0;t.count=0}function _t({start:t,high:n,parent:c},s,o,e,{best:r,path:a}){for(let i=o;i>=0;i=c[i]){a[i]=1;let l=r[i];if(!(l>e))for(let f=t[i];f<t[i+
1];f++){let u=l+s[f];u<r[n[f]]&&(r[n[f]]=u)}}}function K(t,{leave:n,enter:c,empty:s},o,e,r,a){if(It(a),o<0||!(e<=r))return;let{n:i,start:l,high:f,size:u}=t,{best:p,
path:d,touched:m}=a;p[o]=e,_t(t,n,o,r,a);let y=0;for(let h=i-1;h>=0;){if(s[h]&&!d[h]){h-=u[h];continue}let w=d[h]?p[h]:1/0,g=d[h];for(let I=l[h];I<l[h+1];I++){let A=p[f[I]];
if(A===1/0)continue;g=1;let _=A+c[I];_<w&&(w=_)}d[h]=0,w<=r?(p[h]=w,m[y++]=h):p[h]=1/0,h-=g?1:u[h]}a.count=y}function bt(t){let n=t*(Math.PI/180);return{east:111412.84*Math.cos(n)-93.5*Math.cos(3*n)+.118*Math.cos(5*n),north:111132.92-559.82*Math.cos(2*n)+1.175*Math.cos(
4*n)}}function V(t,n){let c=new Int32Array(n.length),s=new Int32Array(n.length);for(let o=0,e=0;o<t.length;o++)for(let r=0,a=o;r<t[o];r++,e++)a+=n[e],c[e]=o,s[e]=
a;return{tail:c,head:s}}function Y({tail:t,head:n},c,s,{lon:o,lat:e}){return Float64Array.from(c,(r,a)=>{let[i,l]=[t[a],n[a]],{east:f,north:u}=bt((e[i]+e[l])/2),
p=Math.hypot((o[i]-o[l])*f,(e[i]-e[l])*u);return r+(Number.isNaN(p)?0:Math.floor(p*s+.5))})}function J(t,n,{factors:c},{factor:s,rest:o,step:e}){let r=t.length,
a=new Float64Array(2*r);for(let i=0;i<2*r;i++){if(s[i]===255){a[i]=1/0;continue}let l=i<r?i:i-r,f=t[l];if(n!==null){let u=n[i],p=n[i<r?i+r:l];u<1/0?f=u:p<1/0&&(f=
p)}a[i]=Math.max(f*c[s[i]]+o[i]*e,0)}return a}var j=10;function S(t,n=1/0){let c=new Map;return(...s)=>{let o=s.join("/"),e=c.has(o)?c.get(o):t(...s);return c.delete(o),c.set(o,e),c.size>n&&c.delete(c.keys().
next().value),e}}function Q(t,n,c,s,o){let{beside:e}=n[c],r=l=>{let f=t[`snap/${c}/${l}`];return e===null?f:f.map((u,p)=>u+t[`snap/${e}/${l}`][p])},a=r(`${s}/le\
ave`),i=r(`${s}/gap`);return{leave:a,enter:a.map((l,f)=>l+i[f]),offset:Float64Array.from(r("offset"),l=>l*o)}}function Ot(t,n){let c=i=>t[`streets/${n}/${i}`],s=c(
"count"),{tail:o,head:e}=V(s,c("step")),r=c("rank")??Int32Array.from(s,(i,l)=>l);return{hierarchy:G(s.length,o.map(i=>r[i]),e.map(i=>r[i])),ends:{tail:o,head:e},
rank:r,work:W(s.length)}}function Et(t,n,c){let[s,o]=["lon","lat"].map(e=>{let r=["cell","place","stop"].map(l=>t[`${l}/${e}`]??[]),a=new Float64Array(c).fill(NaN),
i=n.length;for(let l of r.toReversed())for(let f=l.length-1;f>=0;f--)n[--i]>=0&&(a[n[i]]=l[f]);return a});return{lon:s,lat:o}}function kt({n:t,parent:n},c){let s=new Uint8Array(
t).fill(1);for(let{leave:o,enter:e}of c)for(let r of[o,e])for(let a of r)a>=0&&(s[a]=0);for(let o=0;o<t;o++)!s[o]&&n[o]>=0&&(s[n[o]]=0);return s}function vt(t,n,c,s){
let o=new Int32Array(n+1);for(let a=c;a<s;a++)t[a]>=0&&o[t[a]+1]++;for(let a=0;a<n;a++)o[a+1]+=o[a];let e=new Int32Array(o[n]),r=o.slice();for(let a=c;a<s;a++)t[a]>=
0&&(e[r[t[a]]++]=a);return{start:o,entry:e}}function St(t,n){let{shapes:c,snappings:s,offset_step_s:o}=n.streets,e=S(p=>Ot(t,p)),r=S((p,d)=>{let m=Q(t,s,p,d,o),
{rank:y}=e(d),h=w=>w<0?-1:y[w];return{...m,leave:m.leave.map(h),enter:m.enter.map(h)}}),a=S(p=>kt(e(p).hierarchy,s.flatMap((d,m)=>d.shapes.includes(p)?[r(m,p)]:
[]))),i=S(p=>{let{beeline:d,spots:m,unit_s:y,n_vertices:h}=c[p],{leave:w}=Q(t,s,m,p,o);return Y(e(p).ends,t[`streets/${p}/length`],d,Et(t,w,h)).map(g=>g*y)}),l=S(
(p,d)=>{let m=t[`streets/${p}/${d}/factor`],{like:y}=c[p].metrics[d];if(y<0)return m;let h=l(p,y);return m.map((w,g)=>w+h[g])},j),f=S((p,d)=>{let m=c[p].metrics[d],
y=h=>t[`streets/${p}/${d}/${h}`];return J(i(p),m.from<0?null:f(p,m.from),m,{factor:l(p,d),rest:y("rest"),step:c[p].step_s})},j),u=S((p,d)=>{let m=f(p,d),y=m.length/
2;return z(e(p).hierarchy,m.subarray(0,y),m.subarray(y))},j);return{shape:e,standing:r,empty:a,customised:u}}function X(t,n){let{shapes:c,layers:s}=n.streets,{shape:o,
standing:e,empty:r,customised:a}=St(t,n),i=S((d,m,y,h,w)=>{let{leave:g,enter:I}=e(d,m);return vt(y?g:I,c[m].n_vertices,h,w)}),l=S(d=>({status:t[`snap/${d}/statu\
s`]}));function f({snap:d,number:m,code:y,reverse:h,point:w,limit:g}){let{shape:I,sets:A}=s[m],{hierarchy:_,work:b}=o(I),{up:E,down:k}=a(I,A[y]),{leave:O,enter:v,
offset:x}=e(d,I),N={leave:h?k:E,enter:h?E:k,empty:r(I)};return K(_,N,(h?v:O)[w],x[w],g,b),{number:I,work:b,onward:h?O:v,offset:x}}function u(d,m,y,h){let{work:w,
onward:g,offset:I}=f(d);for(let A=m;A<y;A++){let _=g[A],b=_<0?1/0:w.best[_]+I[A];h[A-m]=b<=d.limit?b:1/0}}function p(d,m,y,h){let{number:w,work:g,offset:I}=f(d),
{start:A,entry:_}=i(d.snap,w,d.reverse,m,y);for(let b=0;b<g.count;b++){let E=g.touched[b];for(let k=A[E];k<A[E+1];k++){let O=g.best[E]+I[_[k]];O<=d.limit&&h(_[k],
O)}}}return{snapping:l,toAll:u,toNear:p}}var P=t=>Math.fround(t*(1+4e-7));var U=t=>Math.ceil(t-.01);function T(t){let n=new Int32Array(t.length+1);for(let c=0;c<t.length;c++)n[c+1]=n[c]+t[c];return n}function Z(t){let{"pattern/calls":n,
"pattern/runs":c,"call/ride_s":s,"call/stand_s":o}=t,e=new Int32Array(s.length),r=new Int32Array(s.length),a=new Int32Array(n.length+1);for(let u=0,p=0;u<n.length;u++){
let d=new Int32Array(n[u]),m=new Int32Array(n[u]);for(let y=0;y<c[u];y++)for(let h=0,w=0;h<n[u];h++,p++)d[h]+=s[p],m[h]+=o[p],w+=d[h],e[p]=w,w+=m[h],r[p]=w;a[u+
1]=p}let{"call/stop":i,"call/board":l,"call/alight":f}=t;return{calls:n,runs:c,arrival:e,departure:r,timeStart:a,callStart:T(n),runStart:T(c),stop:i,board:l,alight:f}}
function xt(t,n,c,s){let o=[];for(let e=0;e<t.runs[n];e++)c[t.runStart[n]+e]&&o.push(e);return s?o.reverse():o}function Mt(t,n,c){let s=new Int32Array(c);for(let a of t)
s[n[a]]++;let o=T(s),e=new Int32Array(t.length),r=o.slice();for(let a of t)e[r[n[a]]++]=a;return{stopStart:o,stopCall:e}}function q(t,n,c,s){let o=t.stop.length,
e=()=>new Int32Array(o),[r,a,i,l,f,u]=Array.from({length:6},e),p=new Uint8Array(o),d=[],m=[],y=[],h=s?-1:1,[w,g]=s?[t.departure,t.arrival]:[t.arrival,t.departure],
[I,A]=s?[t.alight,t.board]:[t.board,t.alight];for(let _=0;_<t.calls.length;_++){let b=t.calls[_],E=xt(t,_,n,s),k=t.callStart[_];for(let O=0;O<b;O++){let v=s?b-1-
O:O,x=k+v,N=k+O;r[N]=t.stop[x],a[N]=k+b-1,p[N]=A[x],i[N]=d.length+O,l[N]=b,f[N]=m.length,u[N]=E.length,I[x]&&O<b-1&&E.length>0&&y.push(N);for(let ht of E)m.push(
h*g[t.timeStart[_]+ht*b+v])}for(let O of E)for(let v=0;v<b;v++)d.push(h*w[t.timeStart[_]+O*b+(s?b-1-v:v)])}return{callStop:r,callEnd:a,callOff:p,callArrival:i,callStride:l,
callDeparture:f,callTrips:u,nCalls:o,arrival:Int32Array.from(d),departure:Int32Array.from(m),...Mt(y,r,c)}}function $t(t,n,c,s){let o=new Map,e=u=>{if(u.from===
u.to)return;let p=u.from*s+u.to,d=o.get(p);(d===void 0||d.stated===u.stated&&u.seconds<d.seconds)&&o.set(p,u)},{transfer_from:r,transfer_to:a,transfer_s:i,forbidden_from:l,
forbidden_to:f}=t;for(let u=0;u<r.length;u++)e({from:r[u],to:a[u],seconds:i[u],stated:!0});for(let[u,p,d]of n)e({from:u,to:p,seconds:U(d+c),stated:!1});for(let u=0;u<
l.length;u++)o.delete(l[u]*s+f[u]);return[...o.values()]}function tt(t,n,c,s,o){let{stop:e,change_ok:r,min_change_s:a}=t,i=[];for(let h=0;h<e.length;h++)r[h]&&i.
push({from:e[h],to:e[h],seconds:a[h]});i.push(...$t(t,n,c,s));let[l,f]=o?["to","from"]:["from","to"],u=new Int32Array(s);for(let h of i)u[h[l]]++;let p=T(u),d=p.
slice(),m=new Int32Array(i.length),y=new Int32Array(i.length);for(let h of i){let w=d[h[l]]++;m[w]=h[f],y[w]=h.seconds}return{wayStart:p,wayStop:m,waySeconds:y}}
function Tt(t,n,c){let s=c+1,o=()=>({stop:new Int32Array(t),since:new Int32Array(t),n:0});return{wide:s,rides:c,stamp:0,latest:0,arrival:new Int32Array(t*s).fill(
1073741824),ready:new Int32Array(t*s).fill(1073741824),aboard:new Int16Array(n*c).fill(32767),best:new Int32Array(t).fill(1073741824),marked:o(),met:o(),better:o()}}
function R(t,n,c){t.since[n]!==c&&(t.since[n]=c,t.stop[t.n++]=n)}function D(t,n,c,s){for(let o=n;o<c&&t[o]>s;o++)t[o]=s}function Rt(t,n,c,s){let o=0,e=c-1;for(;o<
e;){let r=o+e>>1;t[n+r]<s?o=r+1:e=r}return o}function Dt(t,n,c,s,o,e){let{callStop:r,callEnd:a,callOff:i,arrival:l}=t,{wide:f,rides:u,arrival:p,aboard:d,met:m,stamp:y,
latest:h}=n,w=t.callArrival[o]+e*t.callStride[o]-o;for(let g=o+1,I=a[o];g<=I;g++){let A=r[g];if(c!==null&&c[A]===0)break;let _=(g-1)*u+s-1;if(d[_]<=e)break;D(d,
_,g*u,e);let b=l[w+g];if(b>h)break;let E=A*f+s;i[g]&&b<p[E]&&(p[E]=b,R(m,A,y))}}function Ut(t,n,c,s){let{stopStart:o,stopCall:e,callDeparture:r,callTrips:a,departure:i}=t,
{wide:l,rides:f,ready:u,aboard:p,marked:d}=n;n.met.n=0;for(let m=0;m<d.n;m++){let y=d.stop[m],h=u[y*l+s-1];for(let w=o[y],g=o[y+1];w<g;w++){let I=e[w],A=r[I],_=Math.
min(p[I*f+s-1],a[I]);_===0||i[A+_-1]<h||Dt(t,n,c,s,I,Rt(i,A,_,h))}}}function Ft({stopStart:t},{wayStart:n,wayStop:c,waySeconds:s},o,e,r,a){let{wide:i,rides:l,arrival:f,
ready:u,best:p,marked:d,met:m,better:y,stamp:h,latest:w}=o;d.n=0;for(let g=0;g<m.n;g++){let I=m.stop[g],A=I*i+r,_=f[A];D(f,A+1,(I+1)*i,_);let b=(_<<4)+r;if(b<p[I]&&
(p[I]=b,R(y,I,a)),r!==l)for(let E=n[I],k=n[I+1];E<k;E++){let O=c[E],v=_+s[E];v>w||v>=u[O*i+r]||t[O]!==t[O+1]&&(e!==null&&e[O]===0||(D(u,O*i+r,(O+1)*i,v),R(d,O,h)))}}}
function jt({start:t,place:n,seconds:c},{best:s,better:o},e){for(let r=0;r<o.n;r++){let a=o.stop[r];for(let i=t[a],l=t[a+1];i<l;i++){let f=s[a]+(c[i]<<4);f<e[n[i]]&&
(e[n[i]]=f)}}}function nt(t,n,{access:c,onward:s,window:o,usable:e}){let{moments:r,limit:a,rides:i}=o,l=Tt(n.wayStart.length-1,t.nCalls,i),{wide:f,ready:u,marked:p}=l,
d=new Int32Array(s.nPlaces).fill(1073741824),m=new Int32Array(s.nPlaces*r.length),y=(a<<4)+16-1;for(let h=r.length-1;h>=0;h--){let w=r[h],g=++l.stamp;l.latest=w+
a,p.n=l.better.n=0;for(let[A,_]of c)D(u,A*f,(A+1)*f,w+_),R(p,A,g);for(let A=1;A<=i&&p.n>0;A++)l.stamp++,Ut(t,l,e,A),Ft(t,n,l,e,A,g);jt(s,l,d);let I=w<<4;for(let A=0;A<
s.nPlaces;A++){let _=d[A]-I;m[A*r.length+h]=_<=y?_:1073741824}}return m}function Pt(t,n,c,s){let o=n,e=n+c-1,r=n+s;for(;o<e;){let a=t[o+e>>1],i=o,l=e;for(;i<=l;){
for(;t[i]<a;)i++;for(;t[l]>a;)l--;if(i<=l){let f=t[i];t[i++]=t[l],t[l--]=f}}if(r<=l)e=l;else if(r>=i)o=i;else break}return t[r]}function Ct(t,n){return Math.max(
Math.ceil(t*n/100-1e-9)-1,0)}function et(t,n,c){let s=t.length/n,o=Ct(c,n),e=new Float64Array(s);for(let r=0;r<s;r++){let a=Pt(t,r*n,n,o);e[r]=a===1073741824?1/0:
a>>4}return e}var Bt=4,Ht=["stop","min_change_s","change_ok","transfer_from","transfer_to","transfer_s","forbidden_from","forbidden_to"];function M({trip:t,scenario:n,own:c,code:s,
reverse:o},e){let r=t.legs[e],a=r.limit_min===null?1/0:60*r.limit_min,i=60*r.park_min;return{snap:c?r.own_snapping:r.snapping,number:r.layers[n],code:s,reverse:o,
limit:a,park:i,within:(a-i)*(1+4e-7)}}function ot({streets:t,country:n},c,s,[o,e],r){let{code:a,park:i,limit:l,within:f}=c;t.toNear({...c,point:s,limit:f},o,e,(u,p)=>{
a!==0&&n[u]!==a||r(u-o,U(Math.min(p+i,l)))})}function Gt(t,n){let{n_stops:c,n_cells:s}=t.meta,o=t.usable(n.code),e=new Int32Array(c+1),r=[],a=[];for(let f=0;f<c;f++)
(o===null||o[f])&&ot(t,n,t.firstStop+f,[0,s],(u,p)=>{r.push(u),a.push(p)}),e[f+1]=r.length;let i=Int32Array.from(new Set(r)).sort(),l=new Int32Array(s);return i.
forEach((f,u)=>{l[f]=u}),{start:e,place:Int32Array.from(r,f=>l[f]),seconds:Int32Array.from(a),served:i,nPlaces:i.length}}function zt({arrays:t,meta:n,streets:c,
firstStop:s,usable:o},e,r,a){let i=n.n_stops,l=o(e.code),f=[];for(let p=0;p<i;p++){if(l!==null&&!l[p])continue;let d={...e,point:s+p,limit:e.within};c.toNear(d,
s,s+i,(m,y)=>{l!==null&&!l[m-s]||f.push([p,m-s,Math.min(y,e.limit)])})}let u=Object.fromEntries(Ht.map(p=>[p,t[`changes/${r}/${p}`]]));return tt(u,f,n.least_change_s,
i,a)}function Wt({meta:t,streets:n,country:c},s){let{trip:o,reverse:e,own:r,code:a}=s,i=M(s,"direct"),l=new Float64Array(t.n_cells);n.toAll({...i,point:s.point,
limit:i.within},0,t.n_cells,l);let f=o.timetable[e?"to":"from"][s.scenario].limit_s,u=o.legs[e?"access":"egress"],{status:p}=n.snapping(r?u.own_snapping:u.snapping);
return l.map((d,m)=>{let y=Math.min(d,i.limit);return p[m]!==0||r&&c[m]!==a||!(d<1/0&&y<=f)?1/0:U(y)})}function Kt(t){let{arrays:n,meta:c,firstStop:s,usable:o}=t,
e=new Map(c.trips.map(d=>[d.id,d])),r=S(()=>Z(n)),a=S((d,m)=>q(r(),n[`plan/${d}/run`],c.n_stops,m)),i=S((d,m,y,h,w,g)=>{let I=e.get(d);return zt(t,M({trip:I,scenario:m,
own:y,code:h,reverse:!1},"change"),w,g)}),l=new Map;function f(d){let m=[d.snap,d.number,d.code,d.reverse,d.limit,d.park].join("/"),y=l.get(m);return y||l.set(m,
y=Gt(t,d)),y}let u=new Map;function p(d){let{trip:m,scenario:y,reverse:h,own:w,code:g,point:I}=d,A=m.timetable[h?"to":"from"][y],[_,b]=h?["egress","access"]:["a\
ccess","egress"],E=[];ot(t,M(d,_),I,[s,s+c.n_stops],(x,N)=>E.push([x,N]));let k=f(M(d,b)),O=h?A.moments_s.map(x=>-x).reverse():A.moments_s;return{keys:nt(a(A.plan,
h),i(m.id,y,w,g,A.changes,h),{access:E,onward:k,window:{moments:O,limit:A.limit_s,rides:A.max_rides},usable:o(g)}),served:k.served,count:O.length,near:E.length}}
return d=>{let{trip:m,scenario:y,reverse:h,code:w,point:g}=d,I=[m.id,y,h,w,g].join("/"),A=u.get(I)??p(d);return u.delete(I),u.set(I,A),u.size>Bt&&u.delete(u.keys().
next().value??""),A}}function st(t,n,c){let s=n.n_cells+n.n_places,o=t["point/country"],e=S(l=>l===0?null:Uint8Array.from({length:n.n_stops},(f,u)=>+(o[s+u]===l))),
r={arrays:t,meta:n,streets:c,country:o,firstStop:s,usable:e},a=Kt(r);function i(l){let f=Wt(r,l),{keys:u,served:p,count:d,near:m}=a(l),y=et(u,d,l.percentile),h=Uint8Array.
from(f,w=>+(w<1/0));return p.forEach((w,g)=>{y[g]<f[w]&&(f[w]=y[g],h[w]=0)}),{seconds:f,walked:h,status:m>0?"":"no_service"}}return{times:i}}var rt=["","not_snapped","outside_data"],ct=t=>t!==""&&rt.includes(t),Yt=12;function Jt(t,n){let c=new Map(t.trips.map(i=>[i.id,i])),{n_cells:s,n_places:o,n_stops:e}=t,
r={cell:[0,s],place:[s,o],stop:[s+o,e]};function a({kind:i,index:l}){if(!Object.hasOwn(r,i)||!(l>=0&&l<r[i][1]))throw new RangeError(`no ${i} ${l}`);return r[i][0]+
l}return i=>{let l=c.get(i.trip);if(l===void 0)throw new RangeError(`no trip ${i.trip}`);let f=t.scenarios.indexOf(i.scenario??t.scenarios[0]);if(f<0)throw new RangeError(
`no scenario ${i.scenario}`);let u=i.direction??"from";if(u!=="from"&&u!=="to")throw new RangeError(`no direction ${u}`);let p=i.foreign_routing===!1,d=a(i.place),
m=p?n[d]:0;if(p&&m===0)throw new RangeError("the country of the place is not known");let y=l.percentiles,h=i.percentile??(y.includes(50)?50:y[0]);return{trip:l,
scenario:f,reverse:u==="to",own:p,point:d,code:m,percentile:h}}}function Qt({n:t,country:n,streets:c},s){let o=M(s,"street"),e=new Float64Array(t);c.toAll({...o,
point:s.point,limit:o.within},0,t,e);for(let r=0;r<t;r++)s.own&&n[r]!==s.code?e[r]=1/0:e[r]<1/0&&(e[r]=Math.min(e[r]+o.park,o.limit));return e}function it({trip:t,
reverse:n}){return t.mode!=="transit"?["street","street"]:n?["egress","access"]:["access","egress"]}function Xt({arrays:t,n,streets:c},s,{minutes:o,walked:e}){let{
trip:r,own:a,point:i}=s,[l,f]=it(s),u=c.snapping(r.legs[f].snapping).status;if(c.snapping(r.legs[l][a?"own_snapping":"snapping"]).status[i]!==0)return;let p=i<n?
[i]:[];t["twin/point"].forEach((d,m)=>{d===i&&p.push(t["twin/cell"][m])});for(let d of p)u[d]===0&&(o[d]=0,e&&(e[d]=1))}function Zt(t,n){let{n:c,streets:s,transit:o}=t,
{trip:e,own:r,point:a}=n,i=e.legs[it(n)[0]],l=new Float32Array(c).fill(NaN),f=rt[s.snapping(r?i.own_snapping:i.snapping).status[a]];if(f!=="")return{minutes:l,status:f,
walked:null};let u=e.mode==="transit"?o.times(n):{seconds:Qt(t,n),walked:null,status:f};for(let p=0;p<c;p++)u.seconds[p]<1/0&&(l[p]=Math.fround(u.seconds[p])/60);
return Xt(t,n,{minutes:l,walked:u.walked}),{minutes:l,status:u.status,walked:u.walked}}function F(t,n){let c=X(t,n),s={arrays:t,n:n.n_cells,country:t["point/cou\
ntry"],streets:c,transit:st(t,n,c)},o=Jt(n,s.country),e=new Map;return{times(r){let a=o(r),i=[a.point,a.trip.id,a.reverse,a.own,a.scenario,a.percentile].join("/"),
l=e.get(i)??Zt(s,a);return e.delete(i),e.set(i,l),e.size>Yt&&e.delete(e.keys().next().value??""),l}}}function qt(t,n){let c={};for(let[s,o]of Object.entries(t)){if(s.startsWith("opportunity/cell/")&&(c[s.slice(17)]=o),!s.startsWith("opportunity/municipality/"))
continue;let e=new Float64Array(o.length);for(let r=0;r<n.n;r++)e[n.municipality[r]]+=n.population[r];c[s.slice(25)]=Float64Array.from(n.municipality,(r,a)=>o[r]*
n.population[a]/e[r])}return c}function at(t,n,c){return(t[`${n}/name`]||t[`${n}/id`]||[]).map((o,e)=>({id:t[`${n}/id`][e],name:o,lon:t[`${n}/lon`][e],lat:t[`${n}\
/lat`][e],country:c[e]}))}function lt(t,n,c,s){let o=new Map;for(let e=0;e<t.n;e++){let r=t.country[e],a=o.get(r);a||o.set(r,a={total:0,known:0,unknown:0,any:!1});
let i=c[e],l=Number.isNaN(i);l||(a.any=!0),s(n[e],r)&&(l?a.unknown++:(a.known++,a.total+=i))}for(let e of o.values())(!e.any||e.unknown>0&&e.known===0)&&(e.total=
NaN);return o}function tn(t,n,c,s,o,{resistance:e=0}={}){let r=P(s),a=lt(t,n,c,m=>m<=r),i=e===0?a:lt(t,n,c,(m,y)=>(y===o?m:Math.fround(m+e))<=r),l=m=>a.get(m)?.
total??0,[f,u,p,d]=[0,0,0,0];for(let[m,y]of a)d+=y.unknown,m===o?f+=y.total:(u+=y.total,p+=i.get(m)?.total??0);return{nl:l(1),de:l(2),total:f+u,closed:f,realised:f+
p,felt:p,open:f+u,missing:d}}function nn(t){let n=Math.ceil(t);return n>0&&t<=P(n-1)?n-1:n}function ft(t){for(let n=1;n<t.length;n++)t[n]+=t[n-1]}function en(t,n,c,s){
let o=()=>new Float64Array(s+1),e={nl:o(),de:o(),total:o(),unknown:o()},r=[o(),e.nl,e.de],a=r.map(()=>({any:!1,known:o(),unknown:o()}));for(let i=0;i<t.n;i++){let l=t.
country[i],f=Number.isNaN(c[i]);if(f||(a[l].any=!0),Number.isNaN(n[i]))continue;let u=nn(n[i]);if(!(u>s)){if(a[l][f?"unknown":"known"][u]++,f){e.unknown[u]++;continue}
e.total[u]+=c[i],r[l][u]+=c[i]}}Object.values(e).forEach(ft);for(let{known:i,unknown:l}of a)[i,l].forEach(ft);for(let i of[1,2]){let{any:l,known:f,unknown:u}=a[i];
for(let p=0;p<=s;p++)(!l||u[p]>0&&f[p]===0)&&(r[i][p]=NaN)}return e}function ut(t,n){let c=n.n_cells,s=c+n.n_places,o=t["point/country"],e={n:c,id:t["cell/id"],
lon:t["cell/lon"],lat:t["cell/lat"],country:o.subarray(0,c),municipality:t["cell/municipality"],population:t["cell/population"]};return{cells:e,places:at(t,"pla\
ce",o.subarray(c)),stops:at(t,"stop",o.subarray(s)),municipalities:t["municipality/code"]||[],opportunities:qt(t,e),trips:n.trips,scenarios:n.scenarios,meta:n,arrays:t,
reach:(...r)=>tn(e,...r),curve:(...r)=>en(e,...r)}}var C={uint8:Uint8Array,int8:Int8Array,uint16:Uint16Array,int16:Int16Array,uint32:Uint32Array,int32:Int32Array,float32:Float32Array,float64:Float64Array};function on(t){
let n=atob(t),c=new Uint8Array(n.length);for(let s=0;s<c.length;s++)c[s]=n.charCodeAt(s);return c}async function sn(t){let n=new Blob([t]).stream().pipeThrough(
new DecompressionStream("deflate"));return new Uint8Array(await new Response(n).arrayBuffer())}function rn(t,{n,width:c,steps:s=0}){let o=new Int32Array(n);for(let e=0;e<
n;e++){let r=t[e];c>1&&(r|=t[n+e]<<8),c>2&&(r|=t[2*n+e]<<16|t[3*n+e]<<24),o[e]=r>>>1^-(r&1)}for(let e=0;e<s;e++)for(let r=1;r<n;r++)o[r]=o[r]+o[r-1]|0;return o}
function cn(t,n){let c=new C[n.type](n.n),s=10**n.digits,o=Object.hasOwn(n,"null");for(let e=0;e<n.n;e++)c[e]=o&&t[e]===n.null?NaN:t[e]/s;return c}function an(t,{
type:n,n:c,width:s}){let o=new Uint8Array(c*s);for(let i=0;i<s;i++)for(let l=0;l<c;l++)o[l*s+i]=t[i*c+l];let e=new DataView(o.buffer),r=new C[n](c),a=s===8?"get\
Float64":"getFloat32";for(let i=0;i<c;i++)r[i]=e[a](i*s,!0);return r}async function ln(t,n){let c=await sn(on(n));if(t.type==="text")return t.n===0?[]:new TextDecoder().
decode(c).split(`
`);if(!Object.hasOwn(t,"steps"))return an(c,t);let s=rn(c,t);return Object.hasOwn(t,"digits")?cn(s,t):t.type==="int32"?s:C[t.type].from(s)}async function $(t,n){
if(t.format!==1||t.parts.length!==n.length)throw new Error(`packed in format ${t.format}, ${n.length} chunks`);let c=await Promise.all(t.parts.map((s,o)=>ln(s,n[o])));
return Object.fromEntries(t.parts.map((s,o)=>[s.name,c[o]]))}var pt=/^streets\/\d+\/\d+\//;function B(t,n,c){let s=t.parts.map((o,e)=>e).filter(o=>c(t.parts[o].name));return{manifest:{...t,parts:s.map(o=>t.parts[o])},chunks:s.
map(o=>n[o])}}function L(t,n,c,s){let o=`streets/${n}/${c}`;if(c<0||s.has(`${o}/factor`))return;s.add(`${o}/factor`).add(`${o}/rest`);let e=t.shapes[n].metrics[c];
L(t,n,e.from,s),L(t,n,e.like,s)}function dt({trips:t,scenarios:n,streets:c},s){let o=new Set,e=t.find(a=>a.id===s.trip),r=n.indexOf(s.scenario??n[0]);for(let a of Object.
values(e?.legs??{})){let i=c.layers[a.layers[r]],l=s.foreign_routing===!1?i?.sets:i?.sets.slice(0,1);for(let f of l??[])L(c,i.shape,f,o)}return o}var fn=t=>t instanceof Error?t.message:String(t);async function un(t,n){let c=B(t,n,e=>!pt.test(e)),s=await $(c.manifest,c.chunks),o=F(s,t.meta);return async e=>{
let r=dt(t.meta,e),a=B(t,n,i=>r.has(i)&&!Object.hasOwn(s,i));return Object.assign(s,await $(a.manifest,a.chunks)),o.times(e)}}function mt(t){let n=null,c=Promise.
resolve();async function s({number:o,asked:e,manifest:r,chunks:a}){try{if(n===null){n=await un(r,a),t.postMessage({opened:!0});return}let{minutes:i,walked:l,status:f}=await n(
e);t.postMessage({number:o,minutes:i,walked:l,status:f})}catch(i){t.postMessage({number:o,failed:fn(i)})}}t.addEventListener("message",({data:o})=>{c=c.then(()=>s(
o))})}async function pn(t,n){let c=await $(t,n),s=ut(c,t.meta),o=F(c,t.meta),e=new WeakSet;function r(i,...l){let f=s.reach(i,...l);return e.has(i)?Object.fromEntries(
Object.keys(f).map(u=>[u,NaN])):f}function a(i){let l=o.times(i);return ct(l.status)&&e.add(l.minutes),l}return{...s,times:a,reach:r}}Object.assign(globalThis,{
GrensgeoEngine:{open:pn,unpack:$}});typeof document>"u"&&mt(globalThis);})();
