/* grensgeo engine: bundled from js/ by `make js`; edit there.
   sources ae46c0c7a79ef81e: src/engine/answers.js src/engine/counting.js src/engine/hierarchy.js src/engine/journey.js src/engine/later.js src/engine/main.js src/engine/path.js src/engine/streets.js src/engine/sweep.js src/engine/timetable.js src/engine/transit.js src/engine/weights.js src/engine/why.js src/engine/worker.js src/shared/precision.js src/shared/unpack.js */
"use strict";(()=>{function Ut(t,n,s){let r=new Int32Array(t+1);for(let i=0;i<s.length;i++)r[Math.max(n[i],s[i])+1]++;for(let i=0;i<t;i++)r[i+1]+=r[i];let o=r.slice(),e=new Int32Array(
s.length),a=new Int32Array(s.length);for(let i=0;i<s.length;i++){let c=o[Math.max(n[i],s[i])]++;e[c]=Math.min(n[i],s[i]),a[c]=i}return{start:r,ends:e,edge:a}}function Ct(t,n){
let s=t.length-1,r=new Int32Array(s).fill(-1),o=new Int32Array(s).fill(-1);for(let e=0;e<s;e++)for(let a=t[e];a<t[e+1];a++){let i=n[a];for(;o[i]>=0&&o[i]!==e;){
let c=o[i];o[i]=e,i=c}o[i]<0&&(o[i]=r[i]=e)}return r}function Pt({start:t,ends:n},s){let r=s.length,[o,e]=[new Int32Array(r+1),new Int32Array(r+1)],a=new Int32Array(
r).fill(-1);for(let i=0;i<r;i++){a[i]=i;for(let c=t[i];c<t[i+1];c++)for(let l=n[c];a[l]!==i;l=s[l])a[l]=i,o[l+1]++,e[i+1]++}for(let i=0;i<r;i++)o[i+1]+=o[i],e[i+
1]+=e[i];return{start:o,lowStart:e}}function et(t,n,s){let r=Ut(t,n,s),o=Ct(r.start,r.ends),{start:e,lowStart:a}=Pt(r,o),i=new Int32Array(e[t]),c=new Int32Array(
e[t]),l=new Int32Array(e[t]),f=new Int32Array(n.length),p=e.slice(),d=new Int32Array(t).fill(-1),w=0;for(let h=0;h<t;h++){d[h]=h;for(let g=r.start[h];g<r.start[h+
1];g++)for(let y=r.ends[g];d[y]!==h;y=o[y])d[y]=h,i[p[y]]=h,c[w]=y,l[w++]=p[y]++;for(let g=r.start[h];g<r.start[h+1];g++)f[r.edge[g]]=p[r.ends[g]]-1}let u=new Int32Array(
t).fill(1);for(let h=0;h<t;h++)o[h]>=0&&(u[o[h]]+=u[h]);let m=new Uint8Array(n.length);for(let h=0;h<n.length;h++)m[h]=+(n[h]<s[h]);return{n:t,start:e,high:i,parent:o,
size:u,lowStart:a,low:c,lowShortcut:l,edgeShortcut:f,edgeRises:m}}function Ft({start:t,high:n,lowStart:s,low:r,lowShortcut:o},e,a,{up:i,down:c}){for(let l=t[e];l<
t[e+1];l++)a[n[l]]=l;for(let l=s[e];l<s[e+1];l++){let f=o[l],p=i[f],d=c[f],w=t[r[l]+1];if(!(p===1/0&&d===1/0))for(let u=f+1;u<w;u++){let m=a[n[u]],h=d+i[u];h<i[m]&&
(i[m]=h);let g=c[u]+p;g<c[m]&&(c[m]=g)}}}function ot(t,n,s){let{n:r,high:o,edgeShortcut:e,edgeRises:a}=t,i=new Float32Array(o.length).fill(1/0),c=new Float32Array(
o.length).fill(1/0);for(let f=0;f<e.length;f++){let p=e[f];i[p]=Math.min(i[p],a[f]?n[f]:s[f]),c[p]=Math.min(c[p],a[f]?s[f]:n[f])}let l=new Int32Array(r);for(let f=0;f<
r;f++)Ft(t,f,l,{up:i,down:c});return{up:i,down:c}}function ct({high:t,edgeShortcut:n}){let s=new Int32Array(t.length).fill(-1);return n.forEach((r,o)=>{s[r]=o}),s}function st({start:t,high:n,parent:s},r,o){let e=new Map(
[[o,{seconds:0,shortcut:-1,from:-1}]]);for(let a=o;a>=0;a=s[a]){let i=e.get(a)?.seconds??1/0;if(i!==1/0)for(let c=t[a];c<t[a+1];c++){let l=i+r[c];l<(e.get(n[c])?.
seconds??1/0)&&e.set(n[c],{seconds:l,shortcut:c,from:a})}}return e}function rt({start:t,high:n},s,r){let[o,e]=[t[s],t[s+1]-1];for(;o<=e;){let a=o+e>>1;if(n[a]===
r)return a;n[a]<r?o=a+1:e=a-1}return-1}function U(t,n,s,r,o){let{hierarchy:e,timed:{up:a,down:i},edges:{edgesOf:c,seconds:l}}=t,{high:f,lowStart:p,lowShortcut:d,
edgeRises:w}=e,u=f[n],[m,h]=[1/0,-1];for(let O=p[s];O<p[s+1];O++){let[E,v]=[d[O],rt(e,e.low[O],u)],S=v<0?1/0:r?i[E]+a[v]:i[v]+a[E];S<m&&([m,h]=[S,O])}let g=c[n],
y=g>=0&&!!w[g]===r,A=g<0?1/0:l[y?g:g+l.length/2];if(h<0||Math.fround(A)<=m){o.edges.push(g),o.vertices.push(r?u:s);return}let[I,b]=[d[h],e.low[h]],_=rt(e,b,u);U(
t,r?I:_,b,!1,o),U(t,r?_:I,b,!0,o)}function it(t,n,s){let{hierarchy:r,timed:{up:o,down:e}}=t;if(n<0||s<0)return null;let[a,i]=[st(r,o,n),st(r,e,s)],[c,l]=[1/0,-1];
for(let[d,{seconds:w}]of a){let u=w+(i.get(d)?.seconds??1/0);u<c&&([c,l]=[u,d])}if(l<0)return null;let f={seconds:c,vertices:[n],edges:[]},p=[];for(let d=a.get(
l);d&&d.from>=0;d=a.get(d.from))p.push(d);for(let{shortcut:d,from:w}of p.reverse())U(t,d,w,!0,f);for(let d=i.get(l);d&&d.from>=0;d=i.get(d.from))U(t,d.shortcut,
d.from,!1,f);return f}function at(t){return{best:new Float64Array(t).fill(1/0),path:new Uint8Array(t),touched:new Int32Array(t),count:0}}function Bt(t){for(let n=0;n<t.count;n++)t.best[t.
touched[n]]=1/0;t.count=0}function Lt({start:t,high:n,parent:s},r,o,e,{best:a,path:i}){for(let c=o;c>=0;c=s[c]){i[c]=1;let l=a[c];if(!(l>e))for(let f=t[c];f<t[c+
1];f++){let p=l+r[f];p<a[n[f]]&&(a[n[f]]=p)}}}function lt(t,{leave:n,enter:s,empty:r},o,e,a,i){if(Bt(i),o<0||!(e<=a))return;let{n:c,start:l,high:f,size:p}=t,{best:d,
path:w,touched:u}=i;d[o]=e,Lt(t,n,o,a,i);let m=0;for(let h=c-1;h>=0;){if(r[h]&&!w[h]){h-=p[h];continue}let g=w[h]?d[h]:1/0,y=w[h];for(let A=l[h];A<l[h+1];A++){let I=d[f[A]];
if(I===1/0)continue;y=1;let b=I+s[A];b<g&&(g=b)}w[h]=0,g<=a?(d[h]=g,u[m++]=h):d[h]=1/0,h-=y?1:p[h]}i.count=m}function ft(t){let n=Math.cos(t*(Math.PI/180)),s=n*n;return{east:n*(111412.84-93.5*(4*s-3)+.118*((16*s-20)*s+5)),north:111132.92-559.82*(2*s-1)+1.175*(8*s*(s-1)+
1)}}function ut(t,n){let s=new Int32Array(n.length),r=new Int32Array(n.length);for(let o=0,e=0;o<t.length;o++)for(let a=0,i=o;a<t[o];a++,e++)i+=n[e],s[e]=o,r[e]=
i;return{tail:s,head:r}}function pt({tail:t,head:n},s,r,{lon:o,lat:e}){let a=new Float64Array(s.length);for(let i=0;i<s.length;i++){let[c,l]=[t[i],n[i]];a[i]=s[i];
let f=(e[c]+e[l])/2;if(r===0||Number.isNaN(f))continue;let{east:p,north:d}=ft(f),[w,u]=[(o[c]-o[l])*p,(e[c]-e[l])*d];a[i]+=Math.floor(Math.sqrt(w*w+u*u)*r+.5)}return a}
function dt({tail:t,head:n},{seconds:s,metre:r,factor:o},e,{lon:a,lat:i}){let c=s.length;return s.map((l,f)=>{if(o[f]!==255||o[f+c]!==255)return l/r;let[p,d]=[t[f],
n[f]],{east:w,north:u}=ft((i[p]+i[d])/2),m=Math.hypot((a[p]-a[d])*w,(i[p]-i[d])*u);return Number.isNaN(m)?l/r:m*e})}function ht(t,n,{factors:s},{factor:r,rest:o,
step:e}){let a=t.length,i=new Float64Array(2*a);for(let c=0;c<2*a;c++){if(r[c]===255){i[c]=1/0;continue}let l=c<a?c:c-a,f=t[l];if(n!==null){let p=n[c],d=n[c<a?c+
a:l];p<1/0?f=p:d<1/0&&(f=d)}i[c]=Math.max(f*s[r[c]]+o[c]*e,0)}return i}var L=10;function k(t,n=1/0){let s=new Map;return(...r)=>{let o=r.join("/"),e=s.has(o)?s.get(o):t(...r);return s.delete(o),s.set(o,e),s.size>n&&s.delete(s.keys().
next().value),e}}function H(t,n,s,r,o){let e=(c,l=s)=>{let f=t[`snap/${l}/${c}`],{beside:p}=n[l];if(p===null)return f;let d=e(c,p);return f.map((w,u)=>w+d[u])},
a=e(`${r}/leave`),i=e(`${r}/gap`);return{leave:a,enter:a.map((c,l)=>c+i[l]),offset:Float64Array.from(e("offset"),c=>c*o)}}function Ht(t,n){let s=f=>t[`streets/${n}\
/${f}`],r=s("count"),{tail:o,head:e}=ut(r,s("step")),a=s("rank"),i=a??r.map((f,p)=>p),c=f=>a?f.map(p=>i[p]):f;return{hierarchy:et(r.length,c(o),c(e)),ends:{tail:o,
head:e},rank:i,work:at(r.length)}}function G(t,n,s){let[r,o]=["lon","lat"].map(e=>{let a=["cell","place","stop"].map(l=>t[`${l}/${e}`]??[]),i=new Float64Array(s).
fill(NaN),c=n.length;for(let l of a.toReversed())for(let f=l.length-1;f>=0;f--)n[--c]>=0&&(i[n[c]]=l[f]);return i});return{lon:r,lat:o}}function Gt({n:t,parent:n},{
leave:s,enter:r}){let o=new Uint8Array(t).fill(1);for(let e=0;e<s.length;e++)s[e]>=0&&(o[s[e]]=0),r[e]>=0&&(o[r[e]]=0);for(let e=0;e<t;e++)!o[e]&&n[e]>=0&&(o[n[e]]=
0);return o}function Wt(t,n,s,r){let o=new Int32Array(n+1);for(let i=s;i<r;i++)t[i]>=0&&o[t[i]+1]++;for(let i=0;i<n;i++)o[i+1]+=o[i];let e=new Int32Array(o[n]),
a=o.slice();for(let i=s;i<r;i++)t[i]>=0&&(e[a[t[i]]++]=i);return{start:o,entry:e}}function zt(t,n){let{shapes:s,snappings:r,offset_step_s:o}=n.streets,e=k(u=>Ht(
t,u)),a=k((u,m)=>{let h=H(t,r,u,m,o),{rank:g}=e(m),y=A=>A<0?-1:g[A];return{...h,leave:h.leave.map(y),enter:h.enter.map(y)}}),i=k((u,m)=>Gt(e(m).hierarchy,a(u,m))),
c=k(u=>{let{beeline:m,spots:h,unit_s:g,n_vertices:y}=s[u],{leave:A}=H(t,r,h,u,o);return pt(e(u).ends,t[`streets/${u}/length`],m,G(t,A,y)).map(I=>I*g)}),l=k((u,m)=>{
let h=t[`streets/${u}/${m}/factor`],{like:g}=s[u].metrics[m];if(g<0)return h;let y=l(u,g);return h.map((A,I)=>A+y[I])},L),f=k((u,m)=>{let h=s[u].metrics[m],g=y=>t[`\
streets/${u}/${m}/${y}`];return ht(c(u),h.from<0?null:f(u,h.from),h,{factor:l(u,m),rest:g("rest"),step:s[u].step_s})},L),p=k((u,m)=>{let h=f(u,m),g=h.length/2;return ot(
e(u).hierarchy,h.subarray(0,g),h.subarray(g))},L),d=k(u=>ct(e(u).hierarchy)),w=k(u=>{let{beeline:m,spots:h,unit_s:g,n_vertices:y,metre_s:A,base:I}=s[u];if(!A)return null;
let{leave:b}=H(t,r,h,u,o);return dt(e(u).ends,{seconds:c(u),metre:A,factor:l(u,I)},Math.max(1,m*g/A),G(t,b,y))});return{shape:e,standing:a,empty:i,customised:p,
seconds:f,edges:d,metres:w}}function Kt(t,n,{shape:s,standing:r,customised:o,seconds:e,edges:a,metres:i}){let{layers:c}=n.streets;return({snap:l,number:f,code:p},d,w)=>{
let{shape:u,sets:m}=c[f],{hierarchy:h}=s(u),{leave:g,enter:y,offset:A}=r(l,u),I=it({hierarchy:h,timed:o(u,m[p]),edges:{edgesOf:a(u),seconds:e(u,m[p])}},g[d],y[w]);
if(!I)return null;let{lon:b,lat:_}=G(t,g,h.n),O=i(u),E=["lon","lat"].map(N=>["cell","place","stop"].flatMap($=>[...t[`${$}/${N}`]??[]])),[v,S]=[d,w].map(N=>[E[1][N],
E[0][N]]),M=I.vertices.map(N=>[_[N],b[N]]).filter(([N])=>!Number.isNaN(N));return{seconds:A[d]+I.seconds+A[w],metres:O&&I.edges.reduce((N,$)=>N+($<0?0:O[$]),0),
spots:[v,...M,S]}}}function mt(t,n){let{shapes:s,layers:r}=n.streets,o=zt(t,n),{shape:e,standing:a,empty:i,customised:c}=o,l=k((u,m,h,g,y)=>{let{leave:A,enter:I}=a(
u,m);return Wt(h?A:I,s[m].n_vertices,g,y)}),f=k(u=>({status:t[`snap/${u}/status`]}));function p({snap:u,number:m,code:h,reverse:g,point:y,limit:A}){let{shape:I,
sets:b}=r[m],{hierarchy:_,work:O}=e(I),{up:E,down:v}=c(I,b[h]),{leave:S,enter:M,offset:N}=a(u,I),$={leave:g?v:E,enter:g?E:v,empty:i(u,I)};return lt(_,$,(g?M:S)[y],
N[y],A,O),{number:I,work:O,onward:g?S:M,offset:N}}function d(u,m,h,g){let{work:y,onward:A,offset:I}=p(u);for(let b=m;b<h;b++){let _=A[b],O=_<0?1/0:y.best[_]+I[b];
g[b-m]=O<=u.limit?O:1/0}}function w(u,m,h,g){let{number:y,work:A,offset:I}=p(u),{start:b,entry:_}=l(u.snap,y,u.reverse,m,h);for(let O=0;O<A.count;O++){let E=A.touched[O];
for(let v=b[E];v<b[E+1];v++){let S=A.best[E]+I[_[v]];S<=u.limit&&g(_[v],S)}}}return{snapping:f,toAll:d,toNear:w,way:Kt(t,n,o)}}var W=t=>Math.fround(t*(1+4e-7));var D=t=>Math.ceil(t-.01);function C(t){let n=new Int32Array(t.length+1);for(let s=0;s<t.length;s++)n[s+1]=n[s]+t[s];return n}function wt(t){let{"pattern/calls":n,
"pattern/runs":s,"call/ride_s":r,"call/stand_s":o}=t,e=new Int32Array(r.length),a=new Int32Array(r.length),i=new Int32Array(n.length+1);for(let p=0,d=0;p<n.length;p++){
let w=new Int32Array(n[p]),u=new Int32Array(n[p]);for(let m=0;m<s[p];m++)for(let h=0,g=0;h<n[p];h++,d++)w[h]+=r[d],u[h]+=o[d],g+=w[h],e[d]=g,g+=u[h],a[d]=g;i[p+
1]=d}let{"call/stop":c,"call/board":l,"call/alight":f}=t;return{calls:n,runs:s,arrival:e,departure:a,timeStart:i,callStart:C(n),runStart:C(s),stop:c,board:l,alight:f}}
function z(t,n,s,r){let o=[];for(let e=0;e<t.runs[n];e++)s[t.runStart[n]+e]&&o.push(e);return r?o.reverse():o}function Yt(t,n,s){let r=new Int32Array(s);for(let i of t)
r[n[i]]++;let o=C(r),e=new Int32Array(t.length),a=o.slice();for(let i of t)e[a[n[i]]++]=i;return{stopStart:o,stopCall:e}}function gt(t,n,s,r){let o=t.stop.length,
e=()=>new Int32Array(o),[a,i,c,l,f,p]=Array.from({length:6},e),d=new Uint8Array(o),w=[],u=[],m=[],h=r?-1:1,[g,y]=r?[t.departure,t.arrival]:[t.arrival,t.departure],
[A,I]=r?[t.alight,t.board]:[t.board,t.alight];for(let b=0;b<t.calls.length;b++){let _=t.calls[b],O=z(t,b,n,r),E=t.callStart[b];for(let v=0;v<_;v++){let S=r?_-1-
v:v,M=E+S,N=E+v;a[N]=t.stop[M],i[N]=E+_-1,d[N]=I[M],c[N]=w.length+v,l[N]=_,f[N]=u.length,p[N]=O.length,A[M]&&v<_-1&&O.length>0&&m.push(N);for(let $ of O)u.push(
h*y[t.timeStart[b]+$*_+S])}for(let v of O)for(let S=0;S<_;S++)w.push(h*g[t.timeStart[b]+v*_+(r?_-1-S:S)])}return{callStop:a,callEnd:i,callOff:d,callArrival:c,callStride:l,
callDeparture:f,callTrips:p,nCalls:o,arrival:Int32Array.from(w),departure:Int32Array.from(u),...Yt(m,a,s)}}function Jt(t,n,s,r){let o=new Map,e=p=>{if(p.from===
p.to)return;let d=p.from*r+p.to,w=o.get(d);(w===void 0||w.stated===p.stated&&p.seconds<w.seconds)&&o.set(d,p)},{transfer_from:a,transfer_to:i,transfer_s:c,forbidden_from:l,
forbidden_to:f}=t;for(let p=0;p<a.length;p++)e({from:a[p],to:i[p],seconds:c[p],stated:!0});for(let[p,d,w]of n)e({from:p,to:d,seconds:D(w+s),stated:!1});for(let p=0;p<
l.length;p++)o.delete(l[p]*r+f[p]);return[...o.values()]}function yt(t,n,s,r,o){let{stop:e,change_ok:a,min_change_s:i}=t,c=[];for(let h=0;h<e.length;h++)a[h]&&c.
push({from:e[h],to:e[h],seconds:i[h]});c.push(...Jt(t,n,s,r));let[l,f]=o?["to","from"]:["from","to"],p=new Int32Array(r);for(let h of c)p[h[l]]++;let d=C(p),w=d.
slice(),u=new Int32Array(c.length),m=new Int32Array(c.length);for(let h of c){let g=w[h[l]]++;u[g]=h[f],m[g]=h.seconds}return{wayStart:d,wayStop:u,waySeconds:m}}
function Qt(t,n,s){let r=s+1,o=()=>({stop:new Int32Array(t),since:new Int32Array(t),n:0});return{wide:r,rides:s,stamp:0,latest:0,arrival:new Int32Array(t*r).fill(
1073741824),ready:new Int32Array(t*r).fill(1073741824),aboard:new Int16Array(n*s).fill(32767),best:new Int32Array(t).fill(1073741824),marked:o(),met:o(),better:o()}}
function P(t,n,s){t.since[n]!==s&&(t.since[n]=s,t.stop[t.n++]=n)}function F(t,n,s,r){for(let o=n;o<s&&t[o]>r;o++)t[o]=r}function Xt(t,n,s,r){let o=0,e=s-1;for(;o<
e;){let a=o+e>>1;t[n+a]<r?o=a+1:e=a}return o}function Zt(t,n,s,r,o,e){let{callStop:a,callEnd:i,callOff:c,arrival:l}=t,{wide:f,rides:p,arrival:d,aboard:w,met:u,stamp:m,
latest:h}=n,g=t.callArrival[o]+e*t.callStride[o]-o;for(let y=o+1,A=i[o];y<=A;y++){let I=a[y];if(s!==null&&s[I]===0)break;let b=(y-1)*p+r-1;if(w[b]<=e)break;F(w,
b,y*p,e);let _=l[g+y];if(_>h)break;let O=I*f+r;c[y]&&_<d[O]&&(d[O]=_,P(u,I,m))}}function qt(t,n,s,r){let{stopStart:o,stopCall:e,callDeparture:a,callTrips:i,departure:c}=t,
{wide:l,rides:f,ready:p,aboard:d,marked:w}=n;n.met.n=0;for(let u=0;u<w.n;u++){let m=w.stop[u],h=p[m*l+r-1];for(let g=o[m],y=o[m+1];g<y;g++){let A=e[g],I=a[A],b=Math.
min(d[A*f+r-1],i[A]);b===0||c[I+b-1]<h||Zt(t,n,s,r,A,Xt(c,I,b,h))}}}function tn({stopStart:t},{wayStart:n,wayStop:s,waySeconds:r},o,e,a,i){let{wide:c,rides:l,arrival:f,
ready:p,best:d,marked:w,met:u,better:m,stamp:h,latest:g}=o;w.n=0;for(let y=0;y<u.n;y++){let A=u.stop[y],I=A*c+a,b=f[I];F(f,I+1,(A+1)*c,b);let _=(b<<4)+a;if(_<d[A]&&
(d[A]=_,P(m,A,i)),a!==l)for(let O=n[A],E=n[A+1];O<E;O++){let v=s[O],S=b+r[O];S>g||S>=p[v*c+a]||t[v]!==t[v+1]&&(e!==null&&e[v]===0||(F(p,v*c+a,(v+1)*c,S),P(w,v,h)))}}}
function nn({start:t,place:n,seconds:s},{best:r,better:o},e){for(let a=0;a<o.n;a++){let i=o.stop[a];for(let c=t[i],l=t[i+1];c<l;c++){let f=r[i]+(s[c]<<4);f<e[n[c]]&&
(e[n[c]]=f)}}}function K(t,n,{access:s,onward:r,window:o,usable:e}){let{moments:a,limit:i,rides:c}=o,l=Qt(n.wayStart.length-1,t.nCalls,c),{wide:f,ready:p,marked:d}=l,
w=new Int32Array(r.nPlaces).fill(1073741824),u=new Int32Array(r.nPlaces*a.length),m=(i<<4)+16-1;for(let h=a.length-1;h>=0;h--){let g=a[h],y=++l.stamp;l.latest=g+
i,d.n=l.better.n=0;for(let[I,b]of s)F(p,I*f,(I+1)*f,g+b),P(d,I,y);for(let I=1;I<=c&&d.n>0;I++)l.stamp++,qt(t,l,e,I),tn(t,n,l,e,I,y);nn(r,l,w);let A=g<<4;for(let I=0;I<
r.nPlaces;I++){let b=w[I]-A;u[I*a.length+h]=b<=m?b:1073741824}}return u}function en(t,n,s,r){let o=n,e=n+s-1,a=n+r;for(;o<e;){let i=t[o+e>>1],c=o,l=e;for(;c<=l;){
for(;t[c]<i;)c++;for(;t[l]>i;)l--;if(c<=l){let f=t[c];t[c++]=t[l],t[l--]=f}}if(a<=l)e=l;else if(a>=c)o=c;else break}return t[a]}function V(t,n){return Math.max(
Math.ceil(t*n/100-1e-9)-1,0)}function It(t,n,s){let r=t.length/n,o=V(s,n),e=new Float64Array(r);for(let a=0;a<r;a++){let i=en(t,a*n,n,o);e[a]=i===1073741824?1/0:
i>>4}return e}function At(t,n,s){let r=t.toSorted()[V(n,t.length)];return r===1073741824?-1:s?t.lastIndexOf(r):t.indexOf(r)}var bt=t=>t===1073741824?1/0:t>>4;function sn(t,n,s,r,o,{
arrival:e,rode:a}){for(let i=t.stopStart[n];i<t.stopStart[n+1];i++){let c=t.stopCall[i],l=t.callDeparture[c],f=0;for(;f<t.callTrips[c]&&t.departure[l+f]<s;)f++;
if(f===t.callTrips[c])continue;let p=t.callArrival[c]+f*t.callStride[c]-c;for(let d=c+1;d<=t.callEnd[c];d++){let w=t.callStop[d];if(o!==null&&o[w]===0)break;let u=t.
arrival[p+d];!t.callOff[d]||u>=e[w]||u>r||(e[w]=u,a.set(w,[c,d,f]))}}}function rn(t,{wayStart:n,wayStop:s,waySeconds:r},{access:o,moment:e,limit:a,rides:i,usable:c}){
let l=n.length-1,f=e+a,p=()=>new Int32Array(l).fill(1073741824),d={arrival:[p()],ready:[p()],rode:[new Map],came:[new Map]},w=new Set;for(let[u,m]of o)d.ready[0][u]=
Math.min(d.ready[0][u],e+m),w.add(u);for(let u=1;u<=i;u++){let m=d.arrival[u-1],[h,g]=[m.slice(),d.ready[u-1].slice()],[y,A]=[new Map,new Map];for(let I of[...w].
sort((b,_)=>b-_))sn(t,I,d.ready[u-1][I],f,c,{arrival:h,rode:y});w=new Set;for(let I=0;I<l;I++)if(!(h[I]>=m[I]))for(let b=n[I];b<n[I+1];b++){let[_,O]=[s[b],h[I]+
r[b]];O>f||O>=g[_]||c!==null&&c[_]===0||(g[_]=O,A.set(_,I),w.add(_))}d.arrival.push(h),d.ready.push(g),d.rode.push(y),d.came.push(A)}return d}function cn(t,{arrival:n,
ready:s,rode:r,came:o},e,a){let i=[],c=[],l=a;for(let f=e;f>0;f--){let[p,d,w]=r[f].get(l)??[-1,-1,-1],u=t.callStop[p];if(i.push({call:p,off:d,trip:w,board:u,alight:l,
boards:t.departure[t.callDeparture[p]+w],alights:n[f][l]}),f===1)break;let m=o[f-1].get(u)??-1;c.push(s[f-1][u]-n[f-1][m]),l=m}return{rides:i.reverse(),changes:c.
reverse()}}function vt(t,n,s){let{access:r,egress:o,moment:e,limit:a}=s,i=rn(t,n,s),[c,l,f]=[1/0,0,0];for(let u=1;u<i.arrival.length;u++)o.forEach(([m,h],g)=>{let y=i.
arrival[u][m]+h-e;y<c&&([c,l,f]=[y,u,g])});if(c>a)return null;let{rides:p,changes:d}=cn(t,i,l,o[f][0]);return{walks:[Math.min(...r.filter(([u])=>u===p[0].board).
map(([,u])=>u)),...d,o[f][1]],rides:p,took:c}}var ln=4,fn=["stop","min_change_s","change_ok","transfer_from","transfer_to","transfer_s","forbidden_from","forbidden_to"],T=(t,n,s)=>(n?t.own_snapping:t.snapping)[s];
function x({trip:t,scenario:n,own:s,code:r,reverse:o},e){let a=t.legs[e],i=a.limit_min===null?1/0:60*a.limit_min,c=60*a.park_min;return{snap:T(a,s,n),number:a.layers[n],
code:r,reverse:o,limit:i,park:c,within:(i-c)*(1+4e-7)}}function J({streets:t,country:n},s,r,[o,e],a){let{code:i,park:c,limit:l,within:f}=s;t.toNear({...s,point:r,
limit:f},o,e,(p,d)=>{i!==0&&n[p]!==i||a(p-o,D(Math.min(d+c,l)))})}function un(t,n){let{n_stops:s,n_cells:r}=t.meta,o=t.usable(n.code),e=new Int32Array(s+1),a=[],
i=[];for(let f=0;f<s;f++)(o===null||o[f])&&J(t,n,t.firstStop+f,[0,r],(p,d)=>{a.push(p),i.push(d)}),e[f+1]=a.length;let c=Int32Array.from(new Set(a)).sort(),l=new Int32Array(
r);return c.forEach((f,p)=>{l[f]=p}),{start:e,place:Int32Array.from(a,f=>l[f]),seconds:Int32Array.from(i),served:c,nPlaces:c.length}}function pn({arrays:t,meta:n,
streets:s,firstStop:r,usable:o},e,a,i){let c=n.n_stops,l=o(e.code),f=[];for(let d=0;d<c;d++){if(l!==null&&!l[d])continue;let w={...e,point:r+d,limit:e.within};s.
toNear(w,r,r+c,(u,m)=>{l!==null&&!l[u-r]||f.push([d,u-r,Math.min(m,e.limit)])})}let p=Object.fromEntries(fn.map(d=>[d,t[`changes/${a}/${d}`]]));return yt(p,f,n.
least_change_s,c,i)}function dn({meta:t,streets:n,country:s},r){let{trip:o,reverse:e,own:a,code:i}=r,c=x(r,"direct"),l=new Float64Array(t.n_cells);n.toAll({...c,
point:r.point,limit:c.within},0,t.n_cells,l);let f=o.timetable[e?"to":"from"][r.scenario].limit_s,p=o.legs[e?"access":"egress"],{status:d}=n.snapping(T(p,a,r.scenario));
return l.map((w,u)=>{let m=Math.min(w,c.limit);return d[u]!==0||a&&s[u]!==i||!(w<1/0&&m<=f)?1/0:D(m)})}function hn(t){let{arrays:n,meta:s,firstStop:r,usable:o}=t,
e=new Map(s.trips.map(w=>[w.id,w])),a=k(()=>wt(n)),i=k((w,u)=>gt(a(),n[`plan/${w}/run`],s.n_stops,u)),c=k((w,u,m,h,g,y)=>{let A=e.get(w);return pn(t,x({trip:A,scenario:u,
own:m,code:h,reverse:!1},"change"),g,y)}),l=new Map;function f(w){let u=[w.snap,w.number,w.code,w.reverse,w.limit,w.park].join("/"),m=l.get(u);return m||l.set(u,
m=un(t,w)),m}function p(w){let{trip:u,scenario:m,reverse:h,own:g,code:y,point:A}=w,I=u.timetable[h?"to":"from"][m],b=[];J(t,x(w,h?"egress":"access"),A,[r,r+s.n_stops],
(O,E)=>b.push([O,E]));let _=h?I.moments_s.map(O=>-O).reverse():I.moments_s;return{plan:I.plan,line:i(I.plan,h),access:b,usable:o(y),way:c(u.id,m,g,y,I.changes,h),
window:{moments:_,limit:I.limit_s,rides:I.max_rides}}}return{laidOut:p,onwardOf:w=>f(x(w,w.reverse?"access":"egress")),all:a}}function mn({laidOut:t,onwardOf:n}){
let s=new Map;function r(o){let{line:e,way:a,access:i,window:c,usable:l}=t(o),f=n(o);return{keys:K(e,a,{access:i,onward:f,window:c,usable:l}),served:f.served,count:c.
moments.length,near:i.length}}return o=>{let{trip:e,scenario:a,reverse:i,code:c,point:l}=o,f=[e.id,a,i,c,l].join("/"),p=s.get(f)??r(o);return s.delete(f),s.set(
f,p),s.size>ln&&s.delete(s.keys().next().value??""),p}}function wn(t,n){let{arrays:s,meta:r,firstStop:o}=t;function e(c,l){let f=[];if(l<r.n_cells){let{start:w,
place:u,seconds:m,served:h}=n.onwardOf(c),g=h.indexOf(l);for(let y=0;g>=0&&y<r.n_stops;y++)for(let A=w[y];A<w[y+1];A++)u[A]===g&&f.push([y,m[A]]);return f}let{reverse:p}=c,
d={...x(c,p?"access":"egress"),reverse:!p};return J(t,d,l,[o,o+r.n_stops],(w,u)=>f.push([w,u])),f}function a(c,l,f){let{plan:p,line:d,way:w,access:u,window:m,usable:h}=n.
laidOut(c),g=e(c,l),y=new Int32Array(r.n_stops+1);for(let[v]of g)y[v+1]++;for(let v=0;v<r.n_stops;v++)y[v+1]+=y[v];g.sort((v,S)=>v[0]-S[0]);let A={start:y,place:new Int32Array(
g.length),seconds:Int32Array.from(g,([,v])=>v),nPlaces:1},I=K(d,w,{access:u,onward:A,window:m,usable:h}),b=At(I,c.percentile,c.reverse);if(b<0||bt(I[b])>=f)return null;
let _=m.moments[b],O=vt(d,w,{access:u,egress:g,moment:_,limit:m.limit,rides:m.rides,usable:h}),E=s[`plan/${p}/run`];return O&&{...O,moment:_,rides:O.rides.map(v=>({
...v,...i(d,v,E,c.reverse)}))}}function i(c,{call:l,off:f,trip:p},d,w){let u=n.all(),m=0;for(;u.callStart[m+1]<=l;)m++;let h=u.runStart[m]+z(u,m,d,w)[p],g=s["ru\
n/vehicle"][h];return{line:String(s["vehicle/line"][g]),headsign:String(s["vehicle/headsign"][g]),calls:Array.from(c.callStop.slice(l,f+1))}}return a}function Ot(t,n,s){
let r=n.n_cells+n.n_places,o=t["point/country"],e=k(f=>f===0?null:Uint8Array.from({length:n.n_stops},(p,d)=>+(o[r+d]===f))),a={arrays:t,meta:n,streets:s,country:o,
firstStop:r,usable:e},i=hn(a),c=mn(i);function l(f){let p=dn(a,f),{keys:d,served:w,count:u,near:m}=c(f),h=It(d,u,f.percentile),g=Uint8Array.from(p,y=>+(y<1/0));
return w.forEach((y,A)=>{h[A]<p[y]&&(p[y]=h[A],g[y]=0)}),{seconds:p,walked:g,status:m>0?"":"no_service"}}return{times:l,journey:wn(a,i)}}var R=t=>({kind:"way",mode:"",seconds:0,metres:null,from:-1,to:-1,departs:null,arrives:null,line:"",headsign:"",spots:[],...t});function Q({streets:t},n,s,[r,o]){
let e=x({...n,reverse:!1},s);return{found:t.way(e,r,o),mode:n.trip.legs[s].mode,leg:e}}function gn(t,n,s){let{found:r,mode:o,leg:e}=Q(t,n,"street",s);if(!r||r.seconds>
e.within)return{minutes:NaN,legs:[]};let{seconds:a,metres:i,spots:c}=r;return{minutes:Math.min(a+e.park,e.limit)/60,legs:[R({mode:o,seconds:a,metres:i,spots:c}),
...e.park>0?[R({kind:"park",seconds:e.park})]:[]]}}var yn=({arrays:t},n)=>[t["stop/lat"][n],t["stop/lon"][n]];function In({moment:t,walks:n,rides:s},r){if(!r)return{
leaves:t,walks:n,rides:s,until:1/0};let o=s.toReversed().map(a=>({...a,board:a.alight,alight:a.board,boards:-a.alights,alights:-a.boards,calls:a.calls.toReversed()})),
e=n.toReversed();return{leaves:o[0].boards-e[0],walks:e,rides:o,until:-t}}function An(t,n,s,r){let{leaves:o,walks:e,rides:a,until:i}=In(r,n.reverse),c=t.n+t.arrays["\
place/lon"].length,l=[];function f(m,h,g,y){let{found:A,mode:I}=Q(t,n,m,g);l.push(R({mode:I,seconds:h,metres:A?.metres??null,from:y[0],to:y[1],spots:A?.spots??[]}))}
let[p,d]=[o,-1];a.forEach((m,h)=>{let g=m.boards-p-e[h];h>0&&d===m.board?g+=e[h]:e[h]>0&&f(h?"change":"access",e[h],[h?c+d:s[0],c+m.board],[d,m.board]),g>0&&l.push(
R({kind:"wait",seconds:g,from:m.board,to:m.board})),l.push(R({kind:"ride",seconds:m.alights-m.boards,from:m.board,to:m.alight,departs:m.boards,arrives:m.alights,
line:m.line,headsign:m.headsign,spots:m.calls.map(y=>yn(t,y))})),[p,d]=[m.alights,m.alight]});let w=e[e.length-1];w>0&&f("egress",w,[c+d,s[1]],[d,-1]);let u=i-p-
w;return u>0&&u<1/0&&l.push(R({kind:"wait",seconds:u})),{minutes:l.reduce((m,h)=>m+h.seconds,0)/60,legs:l}}function St(t,n,s){let{trip:r,reverse:o,point:e,own:a,
code:i}=n,c=o?[s,e]:[e,s];if(a&&t.country[s]!==i)return{minutes:NaN,legs:[]};if(r.mode!=="transit")return gn(t,n,c);let{found:l,mode:f,leg:p}=Q(t,n,"direct",c),
d=r.timetable[o?"to":"from"][n.scenario].limit_s,w=l&&l.seconds<=p.within?Math.min(l.seconds,p.limit):1/0,u=w<=d?D(w):1/0,m=t.transit.journey(n,s,u);return m?An(
t,n,c,m):!l||u===1/0?{minutes:NaN,legs:[]}:{minutes:u/60,legs:[R({mode:f,seconds:u,metres:l.metres,spots:l.spots})]}}var Nt=["","not_snapped","outside_data"],Et=t=>t!==""&&Nt.includes(t),bn=12;function vn(t,n){let s=new Map(t.trips.map(c=>[c.id,c])),{n_cells:r,n_places:o,n_stops:e}=t,
a={cell:[0,r],place:[r,o],stop:[r+o,e]};function i({kind:c,index:l}){if(!Object.hasOwn(a,c)||!(l>=0&&l<a[c][1]))throw new RangeError(`no ${c} ${l}`);return a[c][0]+
l}return c=>{let l=s.get(c.trip);if(l===void 0)throw new RangeError(`no trip ${c.trip}`);let f=t.scenarios.indexOf(c.scenario??t.scenarios[0]);if(f<0)throw new RangeError(
`no scenario ${c.scenario}`);let p=c.direction??"from";if(p!=="from"&&p!=="to")throw new RangeError(`no direction ${p}`);let d=c.foreign_routing===!1,w=i(c.place),
u=d?n[w]:0;if(d&&u===0)throw new RangeError("the country of the place is not known");let m=l.percentiles,h=c.percentile??(m.includes(50)?50:m[0]),g=c.other?i(c.
other):-1;return{trip:l,scenario:f,reverse:p==="to",own:d,point:w,code:u,percentile:h,other:g}}}function On({n:t,country:n,streets:s},r){let o=x(r,"street"),e=new Float64Array(
t);s.toAll({...o,point:r.point,limit:o.within},0,t,e);for(let a=0;a<t;a++)r.own&&n[a]!==r.code?e[a]=1/0:e[a]<1/0&&(e[a]=Math.min(e[a]+o.park,o.limit));return e}
function X({trip:t,reverse:n}){return t.mode!=="transit"?["street","street"]:n?["egress","access"]:["access","egress"]}function _n({arrays:t,n,streets:s},r,{minutes:o,
walked:e}){let{trip:a,own:i,point:c,scenario:l}=r,[f,p]=X(r),d=s.snapping(T(a.legs[p],!1,l)).status;if(s.snapping(T(a.legs[f],i,l)).status[c]!==0)return;let w=c<
n?[c]:[];t["twin/point"].forEach((u,m)=>{u===c&&w.push(t["twin/cell"][m])});for(let u of w)d[u]===0&&(o[u]=0,e&&(e[u]=1))}function Sn(t,n){let{n:s,streets:r,transit:o}=t,
{trip:e,own:a,point:i}=n,c=e.legs[X(n)[0]],l=new Float32Array(s).fill(NaN),f=Nt[r.snapping(T(c,a,n.scenario)).status[i]];if(f!=="")return{minutes:l,status:f,walked:null};
let p=e.mode==="transit"?o.times(n):{seconds:On(t,n),walked:null,status:f};for(let d=0;d<s;d++)p.seconds[d]<1/0&&(l[d]=Math.fround(p.seconds[d])/60);return _n(t,
n,{minutes:l,walked:p.walked}),{minutes:l,status:p.status,walked:p.walked}}function B(t,n){let s=mt(t,n),r={arrays:t,n:n.n_cells,country:t["point/country"],streets:s,
transit:Ot(t,n,s)},o=vn(n,r.country),e=["cell","place","stop"];function a(c){let l=[0,n.n_cells,n.n_cells+n.n_places],f=l.findLastIndex(p=>p<=c);return["lon","l\
at"].map(p=>t[`${e[f]}/${p}`][c-l[f]])}let i=new Map;return{times(c){let l=o(c),f=[l.point,l.trip.id,l.reverse,l.own,l.scenario,l.percentile].join("/"),p=i.get(
f)??Sn(r,l);return i.delete(f),i.set(f,p),i.size>bn&&i.delete(i.keys().next().value??""),p},why(c){let l=o(c),{point:f,other:p,trip:d,own:w,scenario:u}=l,[m,h]=[
f,p].map(A=>a(A).join()),g=X(l);return[f,p].some((A,I)=>s.snapping(T(d.legs[g[I]],I===0&&w,u)).status[A]!==0)?{minutes:NaN,legs:[]}:m===h?{minutes:0,legs:[]}:St(
r,l,p)}}}function Nn(t,n){let s={};for(let[r,o]of Object.entries(t)){if(r.startsWith("opportunity/cell/")&&(s[r.slice(17)]=o),!r.startsWith("opportunity/municipality/"))
continue;let e=new Float64Array(o.length);for(let a=0;a<n.n;a++)e[n.municipality[a]]+=n.population[a];s[r.slice(25)]=Float64Array.from(n.municipality,(a,i)=>o[a]*
n.population[i]/e[a])}return s}function kt(t,n,s){return(t[`${n}/name`]||t[`${n}/id`]||[]).map((o,e)=>({id:t[`${n}/id`][e],name:o,lon:t[`${n}/lon`][e],lat:t[`${n}\
/lat`][e],country:s[e]}))}function xt(t,n,s,r){let o=Array.from({length:t.covered+1},()=>({total:0,known:0,unknown:0,any:!1,cells:0}));for(let e=0;e<t.n;e++){let a=t.
country[e],i=o[a<0?t.covered:a],c=s[e],l=Number.isNaN(c);i.cells++,l||(i.any=!0),r(n[e],a)&&(l?i.unknown++:(i.known++,i.total+=c))}for(let e of o)e.cells>0&&(!e.
any||e.unknown>0&&e.known===0)&&(e.total=NaN);return o}function En(t,n,s,r,o,{resistance:e=0}={}){let a=W(r),i=xt(t,n,s,u=>u<=a),c=e===0?i:xt(t,n,s,(u,m)=>(m===
o?u:Math.fround(u+e))<=a),l=o>=0&&o<t.covered?i[o].total:NaN,[f,p,d]=[0,0,0];i.forEach((u,m)=>{d+=u.unknown,m!==o&&(f+=u.total,p+=c[m].total)});let w=u=>u.slice(
0,t.covered).map(m=>m.total);return{by:w(i),feltBy:w(c),total:l+f,closed:l,realised:l+p,felt:p,open:l+f,missing:d}}function $t({by:t}){let n=t.map(()=>NaN);return{
by:n,feltBy:n,total:NaN,closed:NaN,realised:NaN,felt:NaN,open:NaN,missing:NaN}}function kn(t){let n=Math.ceil(t);return n>0&&t<=W(n-1)?n-1:n}function Mt(t){for(let n=1;n<
t.length;n++)t[n]+=t[n-1]}function xn(t,n,s,r){let o=()=>new Float64Array(r+1),e={total:o(),unknown:o()},a=Array.from({length:t.covered},()=>({any:!1,sum:o(),known:o(),
unknown:o()}));for(let i=0;i<t.n;i++){let c=a[t.country[i]],l=Number.isNaN(s[i]);if(c&&!l&&(c.any=!0),Number.isNaN(n[i]))continue;let f=kn(n[i]);if(!(f>r)){if(c&&
c[l?"unknown":"known"][f]++,l){e.unknown[f]++;continue}e.total[f]+=s[i],c&&(c.sum[f]+=s[i])}}Object.values(e).forEach(Mt);for(let{any:i,sum:c,known:l,unknown:f}of a){
[c,l,f].forEach(Mt);for(let p=0;p<=r;p++)(!i||f[p]>0&&l[p]===0)&&(c[p]=NaN)}return{by:a.map(i=>i.sum),...e}}function Mn(t,n){let s=e=>[...new Set(e)].filter(a=>a>
0).sort((a,i)=>a-i),r=s(t.subarray(0,n)),o=[...r,...s(t).filter(e=>!r.includes(e))];return{countries:o,covered:r.length,positions:Int8Array.from(t,e=>o.indexOf(
e))}}function Tt(t,n){let s=n.n_cells,r=s+n.n_places,{countries:o,covered:e,positions:a}=Mn(t["point/country"],s),i={n:s,covered:e,id:t["cell/id"],lon:t["cell/l\
on"],lat:t["cell/lat"],country:a.subarray(0,s),municipality:t["cell/municipality"],population:t["cell/population"]};return{cells:i,countries:o,places:kt(t,"plac\
e",a.subarray(s)),stops:kt(t,"stop",a.subarray(r)),municipalities:t["municipality/code"]||[],opportunities:Nn(t,i),trips:n.trips,scenarios:n.scenarios,meta:n,arrays:t,
reach:(...c)=>En(i,...c),curve:(...c)=>xn(i,...c)}}var Z={uint8:Uint8Array,int8:Int8Array,uint16:Uint16Array,int16:Int16Array,uint32:Uint32Array,int32:Int32Array,float32:Float32Array,float64:Float64Array};function $n(t){
let n=atob(t),s=new Uint8Array(n.length);for(let r=0;r<s.length;r++)s[r]=n.charCodeAt(r);return s}async function Tn(t){let n=new Blob([t]).stream().pipeThrough(
new DecompressionStream("deflate"));return new Uint8Array(await new Response(n).arrayBuffer())}function Rn(t,{n,width:s,steps:r=0}){let o=new Int32Array(n);for(let e=0;e<
n;e++){let a=t[e];s>1&&(a|=t[n+e]<<8),s>2&&(a|=t[2*n+e]<<16|t[3*n+e]<<24),o[e]=a>>>1^-(a&1)}for(let e=0;e<r;e++)for(let a=1;a<n;a++)o[a]=o[a]+o[a-1]|0;return o}
function Dn(t,n){let s=new Z[n.type](n.n),r=10**n.digits,o=Object.hasOwn(n,"null");for(let e=0;e<n.n;e++)s[e]=o&&t[e]===n.null?NaN:t[e]/r;return s}function jn(t,{
type:n,n:s,width:r}){let o=new Uint8Array(s*r);for(let c=0;c<r;c++)for(let l=0;l<s;l++)o[l*r+c]=t[c*s+l];let e=new DataView(o.buffer),a=new Z[n](s),i=r===8?"get\
Float64":"getFloat32";for(let c=0;c<s;c++)a[c]=e[i](c*r,!0);return a}async function Un(t,n){let s=await Tn($n(n));if(t.type==="text")return t.n===0?[]:new TextDecoder().
decode(s).split(`
`);if(!Object.hasOwn(t,"steps"))return jn(s,t);let r=Rn(s,t);return Object.hasOwn(t,"digits")?Dn(r,t):t.type==="int32"?r:Z[t.type].from(r)}async function j(t,n){
if(t.format!==1||t.parts.length!==n.length)throw new Error(`packed in format ${t.format}, ${n.length} chunks`);let s=await Promise.all(t.parts.map((r,o)=>Un(r,n[o])));
return Object.fromEntries(t.parts.map((r,o)=>[r.name,s[o]]))}var Cn=/^(pattern|call|plan|changes|run|vehicle)\//,Rt=/^(streets|snap|pattern|call|plan|changes|run|vehicle)\//,Pn=["count","step","rank","length"];function nt(t,n,s){
let r=t.parts.map((o,e)=>e).filter(o=>s(t.parts[o].name));return{manifest:{...t,parts:r.map(o=>t.parts[o])},chunks:r.map(o=>n[o])}}function q(t,n,s,r){let o=`st\
reets/${n}/${s}`;if(s<0||r.has(`${o}/factor`))return;r.add(`${o}/factor`).add(`${o}/rest`);let e=t.shapes[n].metrics[s];q(t,n,e.from,r),q(t,n,e.like,r)}function tt(t,n,s,r){
if(s!==null){for(let o of["status","offset",`${n}/leave`,`${n}/gap`])r.add(`snap/${s}/${o}`);tt(t,n,t.snappings[s].beside,r)}}function Dt({trips:t,scenarios:n,streets:s},r){
let o=new Set,e=t.find(l=>l.id===r.trip),a=n.indexOf(r.scenario??n[0]),i=r.foreign_routing===!1;for(let l of Object.values(e?.legs??{})){let f=s.layers[l.layers[a]];
if(f){for(let p of Pn)o.add(`streets/${f.shape}/${p}`);tt(s,f.shape,s.shapes[f.shape].spots,o);for(let p of i?[l.own_snapping,l.snapping]:[l.snapping])tt(s,f.shape,
p[a],o);for(let p of i?f.sets:f.sets.slice(0,1))q(s,f.shape,p,o)}}let c=!!e?.timetable&&a>=0;return l=>o.has(l)||c&&Cn.test(l)}var Fn=t=>t instanceof Error?t.message:String(t);async function Bn(t,n){let s=nt(t,n,e=>!Rt.test(e)),r=await j(s.manifest,s.chunks),o=B(r,t.meta);return async e=>{
let a=Dt(t.meta,e),i=nt(t,n,c=>a(c)&&!Object.hasOwn(r,c));return Object.assign(r,await j(i.manifest,i.chunks)),e.other?o.why(e):o.times(e)}}function jt(t){let n=null,
s=Promise.resolve();async function r({number:o,asked:e,manifest:a,chunks:i,first:c}){try{if(n===null){n=await Bn(a,i),t.postMessage({opened:!0}),c&&await n(c).catch(
()=>{});return}t.postMessage({number:o,...await n(e)})}catch(l){t.postMessage({number:o,failed:Fn(l)})}}t.addEventListener("message",({data:o})=>{s=s.then(()=>r(
o))})}async function Ln(t,n){let s=await j(t,n),r=Tt(s,t.meta),o=B(s,t.meta),e=new WeakSet;function a(c,...l){let f=r.reach(c,...l);return e.has(c)?$t(f):f}function i(c){
let l=o.times(c);return Et(l.status)&&e.add(l.minutes),l}return{...r,times:i,why:o.why,reach:a}}Object.assign(globalThis,{GrensgeoEngine:{open:Ln,unpack:j}});typeof document>
"u"&&jt(globalThis);})();
