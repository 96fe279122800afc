/* grensgeo engine: bundled from js/ by `make js`; edit there.
   sources cc1be308a2ab5241: src/engine/answers.js src/engine/counting.js src/engine/hierarchy.js src/engine/journey.js src/engine/later.js src/engine/main.js src/engine/path.js src/engine/streets.js src/engine/sweep.js src/engine/timetable.js src/engine/transit.js src/engine/weights.js src/engine/why.js src/engine/worker.js src/shared/precision.js src/shared/unpack.js */
"use strict";(()=>{function Bt(t,n,s){let r=new Int32Array(t+1);for(let i=0;i<s.length;i++)r[Math.max(n[i],s[i])+1]++;for(let i=0;i<t;i++)r[i+1]+=r[i];let e=r.slice(),o=new Int32Array(
s.length),l=new Int32Array(s.length);for(let i=0;i<s.length;i++){let c=e[Math.max(n[i],s[i])]++;o[c]=Math.min(n[i],s[i]),l[c]=i}return{start:r,ends:o,edge:l}}function Ht(t,n){
let s=t.length-1,r=new Int32Array(s).fill(-1),e=new Int32Array(s).fill(-1);for(let o=0;o<s;o++)for(let l=t[o];l<t[o+1];l++){let i=n[l];for(;e[i]>=0&&e[i]!==o;){
let c=e[i];e[i]=o,i=c}e[i]<0&&(e[i]=r[i]=o)}return r}function Gt({start:t,ends:n},s){let r=s.length,[e,o]=[new Int32Array(r+1),new Int32Array(r+1)],l=new Int32Array(
r).fill(-1);for(let i=0;i<r;i++){l[i]=i;for(let c=t[i];c<t[i+1];c++)for(let a=n[c];l[a]!==i;a=s[a])l[a]=i,e[a+1]++,o[i+1]++}for(let i=0;i<r;i++)e[i+1]+=e[i],o[i+
1]+=o[i];return{start:e,lowStart:o}}function ot(t,n,s){let r=Bt(t,n,s),e=Ht(r.start,r.ends),{start:o,lowStart:l}=Gt(r,e),i=new Int32Array(o[t]),c=new Int32Array(
o[t]),a=new Int32Array(o[t]),f=new Int32Array(n.length),p=o.slice(),d=new Int32Array(t).fill(-1),w=0;for(let h=0;h<t;h++){d[h]=h;for(let g=r.start[h];g<r.start[h+
1];g++)for(let y=r.ends[g];d[y]!==h;y=e[y])d[y]=h,i[p[y]]=h,c[w]=y,a[w++]=p[y]++;for(let g=r.start[h];g<r.start[h+1];g++)f[r.edge[g]]=p[r.ends[g]]-1}let u=new Int32Array(
t).fill(1);for(let h=0;h<t;h++)e[h]>=0&&(u[e[h]]+=u[h]);let m=new Uint8Array(n.length);for(let h=0;h<n.length;h++)m[h]=+(n[h]<s[h]);return{n:t,start:o,high:i,parent:e,
size:u,lowStart:l,low:c,lowShortcut:a,edgeShortcut:f,edgeRises:m}}function Wt({start:t,high:n,lowStart:s,low:r,lowShortcut:e},o,l,{up:i,down:c}){for(let a=t[o];a<
t[o+1];a++)l[n[a]]=a;for(let a=s[o];a<s[o+1];a++){let f=e[a],p=i[f],d=c[f],w=t[r[a]+1];if(!(p===1/0&&d===1/0))for(let u=f+1;u<w;u++){let m=l[n[u]],h=d+i[u];h<i[m]&&
(i[m]=h);let g=c[u]+p;g<c[m]&&(c[m]=g)}}}function st(t,n,s){let{n:r,high:e,edgeShortcut:o,edgeRises:l}=t,i=new Float32Array(e.length).fill(1/0),c=new Float32Array(
e.length).fill(1/0);for(let f=0;f<o.length;f++){let p=o[f];i[p]=Math.min(i[p],l[f]?n[f]:s[f]),c[p]=Math.min(c[p],l[f]?s[f]:n[f])}let a=new Int32Array(r);for(let f=0;f<
r;f++)Wt(t,f,a,{up:i,down:c});return{up:i,down:c}}function it({high:t,edgeShortcut:n}){let s=new Int32Array(t.length).fill(-1);return n.forEach((r,e)=>{s[r]=e}),s}function rt({start:t,high:n,parent:s},r,e){let o=new Map(
[[e,{seconds:0,shortcut:-1,from:-1}]]);for(let l=e;l>=0;l=s[l]){let i=o.get(l)?.seconds??1/0;if(i!==1/0)for(let c=t[l];c<t[l+1];c++){let a=i+r[c];a<(o.get(n[c])?.
seconds??1/0)&&o.set(n[c],{seconds:a,shortcut:c,from:l})}}return o}function ct({start:t,high:n},s,r){let[e,o]=[t[s],t[s+1]-1];for(;e<=o;){let l=e+o>>1;if(n[l]===
r)return l;n[l]<r?e=l+1:o=l-1}return-1}function U(t,n,s,r,e){let{hierarchy:o,timed:{up:l,down:i},edges:{edgesOf:c,seconds:a}}=t,{high:f,lowStart:p,lowShortcut:d,
edgeRises:w}=o,u=f[n],[m,h]=[1/0,-1];for(let O=p[s];O<p[s+1];O++){let[E,v]=[d[O],ct(o,o.low[O],u)],S=v<0?1/0:r?i[E]+l[v]:i[v]+l[E];S<m&&([m,h]=[S,O])}let g=c[n],
y=g>=0&&!!w[g]===r,A=g<0?1/0:a[y?g:g+a.length/2];if(h<0||Math.fround(A)<=m){e.edges.push(g),e.vertices.push(r?u:s);return}let[I,b]=[d[h],o.low[h]],_=ct(o,b,u);U(
t,r?I:_,b,!1,e),U(t,r?_:I,b,!0,e)}function lt(t,n,s){let{hierarchy:r,timed:{up:e,down:o}}=t;if(n<0||s<0)return null;let[l,i]=[rt(r,e,n),rt(r,o,s)],[c,a]=[1/0,-1];
for(let[d,{seconds:w}]of l){let u=w+(i.get(d)?.seconds??1/0);u<c&&([c,a]=[u,d])}if(a<0)return null;let f={seconds:c,vertices:[n],edges:[]},p=[];for(let d=l.get(
a);d&&d.from>=0;d=l.get(d.from))p.push(d);for(let{shortcut:d,from:w}of p.reverse())U(t,d,w,!0,f);for(let d=i.get(a);d&&d.from>=0;d=i.get(d.from))U(t,d.shortcut,
d.from,!1,f);return f}function at(t){return{best:new Float64Array(t).fill(1/0),path:new Uint8Array(t),touched:new Int32Array(t),count:0}}function zt(t){for(let n=0;n<t.count;n++)t.best[t.
touched[n]]=1/0;t.count=0}function Kt({start:t,high:n,parent:s},r,e,o,{best:l,path:i}){for(let c=e;c>=0;c=s[c]){i[c]=1;let a=l[c];if(!(a>o))for(let f=t[c];f<t[c+
1];f++){let p=a+r[f];p<l[n[f]]&&(l[n[f]]=p)}}}function ft(t,{leave:n,enter:s,empty:r},e,o,l,i){if(zt(i),e<0||!(o<=l))return;let{n:c,start:a,high:f,size:p}=t,{best:d,
path:w,touched:u}=i;d[e]=o,Kt(t,n,e,l,i);let m=0;for(let h=c-1;h>=0;){if(r[h]&&!w[h]){h-=p[h];continue}let g=w[h]?d[h]:1/0,y=w[h];for(let A=a[h];A<a[h+1];A++){let I=d[f[A]];
if(I===1/0)continue;y=1;let b=I+s[A];b<g&&(g=b)}w[h]=0,g<=l?(d[h]=g,u[m++]=h):d[h]=1/0,h-=y?1:p[h]}i.count=m}function ut(t){let n=Math.cos(t*(Math.PI/180)),s=n*n;return{east:n*(111412.84-93.5*(4*s-3)+.118*((16*s-20)*s+5)),north:111132.92-559.82*(2*s-1)+1.175*(8*s*(s-1)+
1)}}function pt(t,n){let s=new Int32Array(n.length),r=new Int32Array(n.length);for(let e=0,o=0;e<t.length;e++)for(let l=0,i=e;l<t[e];l++,o++)i+=n[o],s[o]=e,r[o]=
i;return{tail:s,head:r}}function dt({tail:t,head:n},s,r,{lon:e,lat:o}){let l=new Float64Array(s.length);for(let i=0;i<s.length;i++){let[c,a]=[t[i],n[i]];l[i]=s[i];
let f=(o[c]+o[a])/2;if(r===0||Number.isNaN(f))continue;let{east:p,north:d}=ut(f),[w,u]=[(e[c]-e[a])*p,(o[c]-o[a])*d];l[i]+=Math.floor(Math.sqrt(w*w+u*u)*r+.5)}return l}
function ht({tail:t,head:n},{seconds:s,metre:r,factor:e},o,{lon:l,lat:i}){let c=s.length;return s.map((a,f)=>{if(e[f]!==255||e[f+c]!==255)return a/r;let[p,d]=[t[f],
n[f]],{east:w,north:u}=ut((i[p]+i[d])/2),m=Math.hypot((l[p]-l[d])*w,(i[p]-i[d])*u);return Number.isNaN(m)?a/r:m*o})}function mt(t,n,{factors:s},{factor:r,rest:e,
step:o}){let l=t.length,i=new Float64Array(2*l);for(let c=0;c<2*l;c++){if(r[c]===255){i[c]=1/0;continue}let a=c<l?c:c-l,f=t[a];if(n!==null){let p=n[c],d=n[c<l?c+
l:a];p<1/0?f=p:d<1/0&&(f=d)}i[c]=Math.max(f*s[r[c]]+e[c]*o,0)}return i}var B=10;function k(t,n=1/0){let s=new Map;return(...r)=>{let e=r.join("/"),o=s.has(e)?s.get(e):t(...r);return s.delete(e),s.set(e,o),s.size>n&&s.delete(s.keys().
next().value),o}}function H(t,n,s,r,e){let o=(c,a=s)=>{let f=t[`snap/${a}/${c}`],{beside:p}=n[a];if(p===null)return f;let d=o(c,p);return f.map((w,u)=>w+d[u])},
l=o(`${r}/leave`),i=o(`${r}/gap`);return{leave:l,enter:l.map((c,a)=>c+i[a]),offset:Float64Array.from(o("offset"),c=>c*e)}}function Jt(t,n){let s=f=>t[`streets/${n}\
/${f}`],r=s("count"),{tail:e,head:o}=pt(r,s("step")),l=s("rank"),i=l??r.map((f,p)=>p),c=f=>l?f.map(p=>i[p]):f;return{hierarchy:ot(r.length,c(e),c(o)),ends:{tail:e,
head:o},rank:i,work:at(r.length)}}function G(t,n,s){let[r,e]=["lon","lat"].map(o=>{let l=["cell","place","stop"].map(a=>t[`${a}/${o}`]??[]),i=new Float64Array(s).
fill(NaN),c=n.length;for(let a of l.toReversed())for(let f=a.length-1;f>=0;f--)n[--c]>=0&&(i[n[c]]=a[f]);return i});return{lon:r,lat:e}}function Vt({n:t,parent:n},{
leave:s,enter:r}){let e=new Uint8Array(t).fill(1);for(let o=0;o<s.length;o++)s[o]>=0&&(e[s[o]]=0),r[o]>=0&&(e[r[o]]=0);for(let o=0;o<t;o++)!e[o]&&n[o]>=0&&(e[n[o]]=
0);return e}function Yt(t,n,s,r){let e=new Int32Array(n+1);for(let i=s;i<r;i++)t[i]>=0&&e[t[i]+1]++;for(let i=0;i<n;i++)e[i+1]+=e[i];let o=new Int32Array(e[n]),
l=e.slice();for(let i=s;i<r;i++)t[i]>=0&&(o[l[t[i]]++]=i);return{start:e,entry:o}}function Qt(t,n){let{shapes:s,snappings:r,offset_step_s:e}=n.streets,o=k(u=>Jt(
t,u)),l=k((u,m)=>{let h=H(t,r,u,m,e),{rank:g}=o(m),y=A=>A<0?-1:g[A];return{...h,leave:h.leave.map(y),enter:h.enter.map(y)}}),i=k((u,m)=>Vt(o(m).hierarchy,l(u,m))),
c=k(u=>{let{beeline:m,spots:h,unit_s:g,n_vertices:y}=s[u],{leave:A}=H(t,r,h,u,e);return dt(o(u).ends,t[`streets/${u}/length`],m,G(t,A,y)).map(I=>I*g)}),a=k((u,m)=>{
let h=t[`streets/${u}/${m}/factor`],{like:g}=s[u].metrics[m];if(g<0)return h;let y=a(u,g);return h.map((A,I)=>A+y[I])},B),f=k((u,m)=>{let h=s[u].metrics[m],g=y=>t[`\
streets/${u}/${m}/${y}`];return mt(c(u),h.from<0?null:f(u,h.from),h,{factor:a(u,m),rest:g("rest"),step:s[u].step_s})},B),p=k((u,m)=>{let h=f(u,m),g=h.length/2;return st(
o(u).hierarchy,h.subarray(0,g),h.subarray(g))},B),d=k(u=>it(o(u).hierarchy)),w=k(u=>{let{beeline:m,spots:h,unit_s:g,n_vertices:y,metre_s:A,base:I}=s[u];if(!A)return null;
let{leave:b}=H(t,r,h,u,e);return ht(o(u).ends,{seconds:c(u),metre:A,factor:a(u,I)},Math.max(1,m*g/A),G(t,b,y))});return{shape:o,standing:l,empty:i,customised:p,
seconds:f,edges:d,metres:w}}function Xt(t,n,{shape:s,standing:r,customised:e,seconds:o,edges:l,metres:i}){let{layers:c}=n.streets;return({snap:a,number:f,code:p},d,w)=>{
let{shape:u,sets:m}=c[f],{hierarchy:h}=s(u),{leave:g,enter:y,offset:A}=r(a,u),I=lt({hierarchy:h,timed:e(u,m[p]),edges:{edgesOf:l(u),seconds:o(u,m[p])}},g[d],y[w]);
if(!I)return null;let{lon:b,lat:_}=G(t,g,h.n),O=i(u),E=["lon","lat"].map(N=>["cell","place","stop"].flatMap(T=>[...t[`${T}/${N}`]??[]])),[v,S]=[d,w].map(N=>[E[1][N],
E[0][N]]),M=I.vertices.map(N=>[_[N],b[N]]).filter(([N])=>!Number.isNaN(N));return{seconds:A[d]+I.seconds+A[w],metres:O&&I.edges.reduce((N,T)=>N+(T<0?0:O[T]),0),
spots:[v,...M,S]}}}function wt(t,n){let{shapes:s,layers:r}=n.streets,e=Qt(t,n),{shape:o,standing:l,empty:i,customised:c}=e,a=k((u,m,h,g,y)=>{let{leave:A,enter:I}=l(
u,m);return Yt(h?A:I,s[m].n_vertices,g,y)}),f=k(u=>({status:t[`snap/${u}/status`]}));function p({snap:u,number:m,code:h,reverse:g,point:y,limit:A}){let{shape:I,
sets:b}=r[m],{hierarchy:_,work:O}=o(I),{up:E,down:v}=c(I,b[h]),{leave:S,enter:M,offset:N}=l(u,I),T={leave:g?v:E,enter:g?E:v,empty:i(u,I)};return ft(_,T,(g?M:S)[y],
N[y],A,O),{number:I,work:O,onward:g?S:M,offset:N}}function d(u,m,h,g){let{work:y,onward:A,offset:I}=p(u);for(let b=m;b<h;b++){let _=A[b],O=_<0?1/0:y.best[_]+I[b];
g[b-m]=O<=u.limit?O:1/0}}function w(u,m,h,g){let{number:y,work:A,offset:I}=p(u),{start:b,entry:_}=a(u.snap,y,u.reverse,m,h);for(let O=0;O<A.count;O++){let E=A.touched[O];
for(let v=b[E];v<b[E+1];v++){let S=A.best[E]+I[_[v]];S<=u.limit&&g(_[v],S)}}}return{snapping:f,toAll:d,toNear:w,way:Xt(t,n,e)}}var W=t=>Math.fround(t*(1+4e-7));var D=t=>Math.ceil(t-.01);function P(t){let n=new Int32Array(t.length+1);for(let s=0;s<t.length;s++)n[s+1]=n[s]+t[s];return n}function gt(t){let{"pattern/calls":n,
"pattern/runs":s,"call/ride_s":r,"call/stand_s":e}=t,o=new Int32Array(r.length),l=new Int32Array(r.length),i=new Int32Array(n.length+1);for(let p=0,d=0;p<n.length;p++){
let w=new Int32Array(n[p]),u=new Int32Array(n[p]);for(let m=0;m<s[p];m++)for(let h=0,g=0;h<n[p];h++,d++)w[h]+=r[d],u[h]+=e[d],g+=w[h],o[d]=g,g+=u[h],l[d]=g;i[p+
1]=d}let{"call/stop":c,"call/board":a,"call/alight":f}=t;return{calls:n,runs:s,arrival:o,departure:l,timeStart:i,callStart:P(n),runStart:P(s),stop:c,board:a,alight:f}}
function z(t,n,s,r){let e=[];for(let o=0;o<t.runs[n];o++)s[t.runStart[n]+o]&&e.push(o);return r?e.reverse():e}function qt(t,n,s){let r=new Int32Array(s);for(let i of t)
r[n[i]]++;let e=P(r),o=new Int32Array(t.length),l=e.slice();for(let i of t)o[l[n[i]]++]=i;return{stopStart:e,stopCall:o}}function yt(t,n,s,r){let e=t.stop.length,
o=()=>new Int32Array(e),[l,i,c,a,f,p]=Array.from({length:6},o),d=new Uint8Array(e),w=[],u=[],m=[],h=r?-1:1,[g,y]=r?[t.departure,t.arrival]:[t.arrival,t.departure],
[A,I]=r?[t.alight,t.board]:[t.board,t.alight];for(let b=0;b<t.calls.length;b++){let _=t.calls[b],O=z(t,b,n,r),E=t.callStart[b];for(let v=0;v<_;v++){let S=r?_-1-
v:v,M=E+S,N=E+v;l[N]=t.stop[M],i[N]=E+_-1,d[N]=I[M],c[N]=w.length+v,a[N]=_,f[N]=u.length,p[N]=O.length,A[M]&&v<_-1&&O.length>0&&m.push(N);for(let T of O)u.push(
h*y[t.timeStart[b]+T*_+S])}for(let v of O)for(let S=0;S<_;S++)w.push(h*g[t.timeStart[b]+v*_+(r?_-1-S:S)])}return{callStop:l,callEnd:i,callOff:d,callArrival:c,callStride:a,
callDeparture:f,callTrips:p,nCalls:e,arrival:Int32Array.from(w),departure:Int32Array.from(u),...qt(m,l,s)}}function tn(t,n,s,r){let e=new Map,o=p=>{if(p.from===
p.to)return;let d=p.from*r+p.to,w=e.get(d);(w===void 0||w.stated===p.stated&&p.seconds<w.seconds)&&e.set(d,p)},{transfer_from:l,transfer_to:i,transfer_s:c,forbidden_from:a,
forbidden_to:f}=t;for(let p=0;p<l.length;p++)o({from:l[p],to:i[p],seconds:c[p],stated:!0});for(let[p,d,w]of n)o({from:p,to:d,seconds:D(w+s),stated:!1});for(let p=0;p<
a.length;p++)e.delete(a[p]*r+f[p]);return[...e.values()]}function It(t,n,s,r,e){let{stop:o,change_ok:l,min_change_s:i}=t,c=[];for(let h=0;h<o.length;h++)l[h]&&c.
push({from:o[h],to:o[h],seconds:i[h]});c.push(...tn(t,n,s,r));let[a,f]=e?["to","from"]:["from","to"],p=new Int32Array(r);for(let h of c)p[h[a]]++;let d=P(p),w=d.
slice(),u=new Int32Array(c.length),m=new Int32Array(c.length);for(let h of c){let g=w[h[a]]++;u[g]=h[f],m[g]=h.seconds}return{wayStart:d,wayStop:u,waySeconds:m}}
function nn(t,n,s){let r=s+1,e=()=>({stop:new Int32Array(t),since:new Int32Array(t),n:0});return{wide:r,rides:s,stamp:0,latest:0,arrival:new Int32Array(t*r).fill(
1073741824),ready:new Int32Array(t*r).fill(1073741824),aboard:new Int16Array(n*s).fill(32767),best:new Int32Array(t).fill(1073741824),marked:e(),met:e(),better:e()}}
function C(t,n,s){t.since[n]!==s&&(t.since[n]=s,t.stop[t.n++]=n)}function F(t,n,s,r){for(let e=n;e<s&&t[e]>r;e++)t[e]=r}function en(t,n,s,r){let e=0,o=s-1;for(;e<
o;){let l=e+o>>1;t[n+l]<r?e=l+1:o=l}return e}function on(t,n,s,r,e,o){let{callStop:l,callEnd:i,callOff:c,arrival:a}=t,{wide:f,rides:p,arrival:d,aboard:w,met:u,stamp:m,
latest:h}=n,g=t.callArrival[e]+o*t.callStride[e]-e;for(let y=e+1,A=i[e];y<=A;y++){let I=l[y];if(s!==null&&s[I]===0)break;let b=(y-1)*p+r-1;if(w[b]<=o)break;F(w,
b,y*p,o);let _=a[g+y];if(_>h)break;let O=I*f+r;c[y]&&_<d[O]&&(d[O]=_,C(u,I,m))}}function sn(t,n,s,r){let{stopStart:e,stopCall:o,callDeparture:l,callTrips:i,departure:c}=t,
{wide:a,rides:f,ready:p,aboard:d,marked:w}=n;n.met.n=0;for(let u=0;u<w.n;u++){let m=w.stop[u],h=p[m*a+r-1];for(let g=e[m],y=e[m+1];g<y;g++){let A=o[g],I=l[A],b=Math.
min(d[A*f+r-1],i[A]);b===0||c[I+b-1]<h||on(t,n,s,r,A,en(c,I,b,h))}}}function rn({stopStart:t},{wayStart:n,wayStop:s,waySeconds:r},e,o,l,i){let{wide:c,rides:a,arrival:f,
ready:p,best:d,marked:w,met:u,better:m,stamp:h,latest:g}=e;w.n=0;for(let y=0;y<u.n;y++){let A=u.stop[y],I=A*c+l,b=f[I];F(f,I+1,(A+1)*c,b);let _=(b<<4)+l;if(_<d[A]&&
(d[A]=_,C(m,A,i)),l!==a)for(let O=n[A],E=n[A+1];O<E;O++){let v=s[O],S=b+r[O];S>g||S>=p[v*c+l]||t[v]!==t[v+1]&&(o!==null&&o[v]===0||(F(p,v*c+l,(v+1)*c,S),C(w,v,h)))}}}
function cn({start:t,place:n,seconds:s},{best:r,better:e},o){for(let l=0;l<e.n;l++){let i=e.stop[l];for(let c=t[i],a=t[i+1];c<a;c++){let f=r[i]+(s[c]<<4);f<o[n[c]]&&
(o[n[c]]=f)}}}function K(t,n,{access:s,onward:r,window:e,usable:o}){let{moments:l,limit:i,rides:c}=e,a=nn(n.wayStart.length-1,t.nCalls,c),{wide:f,ready:p,marked:d}=a,
w=new Int32Array(r.nPlaces).fill(1073741824),u=new Int32Array(r.nPlaces*l.length),m=(i<<4)+16-1;for(let h=l.length-1;h>=0;h--){let g=l[h],y=++a.stamp;a.latest=g+
i,d.n=a.better.n=0;for(let[I,b]of s)F(p,I*f,(I+1)*f,g+b),C(d,I,y);for(let I=1;I<=c&&d.n>0;I++)a.stamp++,sn(t,a,o,I),rn(t,n,a,o,I,y);cn(r,a,w);let A=g<<4;for(let I=0;I<
r.nPlaces;I++){let b=w[I]-A;u[I*l.length+h]=b<=m?b:1073741824}}return u}function ln(t,n,s,r){let e=n,o=n+s-1,l=n+r;for(;e<o;){let i=t[e+o>>1],c=e,a=o;for(;c<=a;){
for(;t[c]<i;)c++;for(;t[a]>i;)a--;if(c<=a){let f=t[c];t[c++]=t[a],t[a--]=f}}if(l<=a)o=a;else if(l>=c)e=c;else break}return t[l]}function J(t,n){return Math.max(
Math.ceil(t*n/100-1e-9)-1,0)}function At(t,n,s){let r=t.length/n,e=J(s,n),o=new Float64Array(r);for(let l=0;l<r;l++){let i=ln(t,l*n,n,e);o[l]=i===1073741824?1/0:
i>>4}return o}function bt(t,n,s){let r=t.toSorted()[J(n,t.length)];return r===1073741824?-1:s?t.lastIndexOf(r):t.indexOf(r)}var vt=t=>t===1073741824?1/0:t>>4;function fn(t,n,s,r,e,{
arrival:o,rode:l}){for(let i=t.stopStart[n];i<t.stopStart[n+1];i++){let c=t.stopCall[i],a=t.callDeparture[c],f=0;for(;f<t.callTrips[c]&&t.departure[a+f]<s;)f++;
if(f===t.callTrips[c])continue;let p=t.callArrival[c]+f*t.callStride[c]-c;for(let d=c+1;d<=t.callEnd[c];d++){let w=t.callStop[d];if(e!==null&&e[w]===0)break;let u=t.
arrival[p+d];!t.callOff[d]||u>=o[w]||u>r||(o[w]=u,l.set(w,[c,d,f]))}}}function un(t,{wayStart:n,wayStop:s,waySeconds:r},{access:e,moment:o,limit:l,rides:i,usable:c}){
let a=n.length-1,f=o+l,p=()=>new Int32Array(a).fill(1073741824),d={arrival:[p()],ready:[p()],rode:[new Map],came:[new Map]},w=new Set;for(let[u,m]of e)d.ready[0][u]=
Math.min(d.ready[0][u],o+m),w.add(u);for(let u=1;u<=i;u++){let m=d.arrival[u-1],[h,g]=[m.slice(),d.ready[u-1].slice()],[y,A]=[new Map,new Map];for(let I of[...w].
sort((b,_)=>b-_))fn(t,I,d.ready[u-1][I],f,c,{arrival:h,rode:y});w=new Set;for(let I=0;I<a;I++)if(!(h[I]>=m[I]))for(let b=n[I];b<n[I+1];b++){let[_,O]=[s[b],h[I]+
r[b]];O>f||O>=g[_]||c!==null&&c[_]===0||(g[_]=O,A.set(_,I),w.add(_))}d.arrival.push(h),d.ready.push(g),d.rode.push(y),d.came.push(A)}return d}function pn(t,{arrival:n,
ready:s,rode:r,came:e},o,l){let i=[],c=[],a=l;for(let f=o;f>0;f--){let[p,d,w]=r[f].get(a)??[-1,-1,-1],u=t.callStop[p];if(i.push({call:p,off:d,trip:w,board:u,alight:a,
boards:t.departure[t.callDeparture[p]+w],alights:n[f][a]}),f===1)break;let m=e[f-1].get(u)??-1;c.push(s[f-1][u]-n[f-1][m]),a=m}return{rides:i.reverse(),changes:c.
reverse()}}function Ot(t,n,s){let{access:r,egress:e,moment:o,limit:l}=s,i=un(t,n,s),[c,a,f]=[1/0,0,0];for(let u=1;u<i.arrival.length;u++)e.forEach(([m,h],g)=>{let y=i.
arrival[u][m]+h-o;y<c&&([c,a,f]=[y,u,g])});if(c>l)return null;let{rides:p,changes:d}=pn(t,i,a,e[f][0]);return{walks:[Math.min(...r.filter(([u])=>u===p[0].board).
map(([,u])=>u)),...d,e[f][1]],rides:p,took:c}}var hn=4,mn=["stop","min_change_s","change_ok","transfer_from","transfer_to","transfer_s","forbidden_from","forbidden_to"],$=(t,n,s)=>(n?t.own_snapping:t.snapping)[s];
function x({trip:t,scenario:n,own:s,code:r,reverse:e},o){let l=t.legs[o],i=l.limit_min===null?1/0:60*l.limit_min,c=60*l.park_min;return{snap:$(l,s,n),number:l.layers[n],
code:r,reverse:e,limit:i,park:c,within:(i-c)*(1+4e-7)}}function Y({streets:t,country:n},s,r,[e,o],l){let{code:i,park:c,limit:a,within:f}=s;t.toNear({...s,point:r,
limit:f},e,o,(p,d)=>{i!==0&&n[p]!==i||l(p-e,D(Math.min(d+c,a)))})}function wn(t,n){let{n_stops:s,n_cells:r}=t.meta,e=t.usable(n.code),o=new Int32Array(s+1),l=[],
i=[];for(let f=0;f<s;f++)(e===null||e[f])&&Y(t,n,t.firstStop+f,[0,r],(p,d)=>{l.push(p),i.push(d)}),o[f+1]=l.length;let c=Int32Array.from(new Set(l)).sort(),a=new Int32Array(
r);return c.forEach((f,p)=>{a[f]=p}),{start:o,place:Int32Array.from(l,f=>a[f]),seconds:Int32Array.from(i),served:c,nPlaces:c.length}}function gn({arrays:t,meta:n,
streets:s,firstStop:r,usable:e},o,l,i){let c=n.n_stops,a=e(o.code),f=[];for(let d=0;d<c;d++){if(a!==null&&!a[d])continue;let w={...o,point:r+d,limit:o.within};s.
toNear(w,r,r+c,(u,m)=>{a!==null&&!a[u-r]||f.push([d,u-r,Math.min(m,o.limit)])})}let p=Object.fromEntries(mn.map(d=>[d,t[`changes/${l}/${d}`]]));return It(p,f,n.
least_change_s,c,i)}function yn({meta:t,streets:n,country:s},r){let{trip:e,reverse:o,own:l,code:i}=r,c=x(r,"direct"),a=new Float64Array(t.n_cells);n.toAll({...c,
point:r.point,limit:c.within},0,t.n_cells,a);let f=e.timetable[o?"to":"from"][r.scenario].limit_s,p=e.legs[o?"access":"egress"],{status:d}=n.snapping($(p,l,r.scenario));
return a.map((w,u)=>{let m=Math.min(w,c.limit);return d[u]!==0||l&&s[u]!==i||!(w<1/0&&m<=f)?1/0:D(m)})}function In(t){let{arrays:n,meta:s,firstStop:r,usable:e}=t,
o=new Map(s.trips.map(w=>[w.id,w])),l=k(()=>gt(n)),i=k((w,u)=>yt(l(),n[`plan/${w}/run`],s.n_stops,u)),c=k((w,u,m,h,g,y)=>{let A=o.get(w);return gn(t,x({trip:A,scenario:u,
own:m,code:h,reverse:!1},"change"),g,y)}),a=new Map;function f(w){let u=[w.snap,w.number,w.code,w.reverse,w.limit,w.park].join("/"),m=a.get(u);return m||a.set(u,
m=wn(t,w)),m}function p(w){let{trip:u,scenario:m,reverse:h,own:g,code:y,point:A}=w,I=u.timetable[h?"to":"from"][m],b=[];Y(t,x(w,h?"egress":"access"),A,[r,r+s.n_stops],
(O,E)=>b.push([O,E]));let _=h?I.moments_s.map(O=>-O).reverse():I.moments_s;return{plan:I.plan,line:i(I.plan,h),access:b,usable:e(y),way:c(u.id,m,g,y,I.changes,h),
window:{moments:_,limit:I.limit_s,rides:I.max_rides}}}return{laidOut:p,onwardOf:w=>f(x(w,w.reverse?"access":"egress")),all:l}}function An({laidOut:t,onwardOf:n}){
let s=new Map;function r(e){let{line:o,way:l,access:i,window:c,usable:a}=t(e),f=n(e);return{keys:K(o,l,{access:i,onward:f,window:c,usable:a}),served:f.served,count:c.
moments.length,near:i.length}}return e=>{let{trip:o,scenario:l,reverse:i,code:c,point:a}=e,f=[o.id,l,i,c,a].join("/"),p=s.get(f)??r(e);return s.delete(f),s.set(
f,p),s.size>hn&&s.delete(s.keys().next().value??""),p}}function bn(t,n){let{arrays:s,meta:r,firstStop:e}=t;function o(c,a){let f=[];if(a<r.n_cells){let{start:w,
place:u,seconds:m,served:h}=n.onwardOf(c),g=h.indexOf(a);for(let y=0;g>=0&&y<r.n_stops;y++)for(let A=w[y];A<w[y+1];A++)u[A]===g&&f.push([y,m[A]]);return f}let{reverse:p}=c,
d={...x(c,p?"access":"egress"),reverse:!p};return Y(t,d,a,[e,e+r.n_stops],(w,u)=>f.push([w,u])),f}function l(c,a,f){let{plan:p,line:d,way:w,access:u,window:m,usable:h}=n.
laidOut(c),g=o(c,a),y=new Int32Array(r.n_stops+1);for(let[v]of g)y[v+1]++;for(let v=0;v<r.n_stops;v++)y[v+1]+=y[v];g.sort((v,S)=>v[0]-S[0]);let A={start:y,place:new Int32Array(
g.length),seconds:Int32Array.from(g,([,v])=>v),nPlaces:1},I=K(d,w,{access:u,onward:A,window:m,usable:h}),b=bt(I,c.percentile,c.reverse);if(b<0||vt(I[b])>=f)return null;
let _=m.moments[b],O=Ot(d,w,{access:u,egress:g,moment:_,limit:m.limit,rides:m.rides,usable:h}),E=s[`plan/${p}/run`];return O&&{...O,moment:_,rides:O.rides.map(v=>({
...v,...i(d,v,E,c.reverse)}))}}function i(c,{call:a,off:f,trip:p},d,w){let u=n.all(),m=0;for(;u.callStart[m+1]<=a;)m++;let h=u.runStart[m]+z(u,m,d,w)[p],g=s["ru\
n/vehicle"][h];return{line:String(s["vehicle/line"][g]),headsign:String(s["vehicle/headsign"][g]),calls:Array.from(c.callStop.slice(a,f+1))}}return l}function _t(t,n,s){
let r=n.n_cells+n.n_places,e=t["point/country"],o=k(f=>f===0?null:Uint8Array.from({length:n.n_stops},(p,d)=>+(e[r+d]===f))),l={arrays:t,meta:n,streets:s,country:e,
firstStop:r,usable:o},i=In(l),c=An(i);function a(f){let p=yn(l,f),{keys:d,served:w,count:u,near:m}=c(f),h=At(d,u,f.percentile),g=Uint8Array.from(p,y=>+(y<1/0));
return w.forEach((y,A)=>{h[A]<p[y]&&(p[y]=h[A],g[y]=0)}),{seconds:p,walked:g,status:m>0?"":"no_service"}}return{times:a,journey:bn(l,i)}}var R=t=>({kind:"way",mode:"",seconds:0,metres:null,from:-1,to:-1,departs:null,arrives:null,line:"",headsign:"",spots:[],...t});function Q({streets:t},n,s,[r,e]){
let o=x({...n,reverse:!1},s);return{found:t.way(o,r,e),mode:n.trip.legs[s].mode,leg:o}}function vn(t,n,s){let{found:r,mode:e,leg:o}=Q(t,n,"street",s);if(!r||r.seconds>
o.within)return{minutes:NaN,legs:[]};let{seconds:l,metres:i,spots:c}=r;return{minutes:Math.min(l+o.park,o.limit)/60,legs:[R({mode:e,seconds:l,metres:i,spots:c}),
...o.park>0?[R({kind:"park",seconds:o.park})]:[]]}}var On=({arrays:t},n)=>[t["stop/lat"][n],t["stop/lon"][n]];function _n({moment:t,walks:n,rides:s},r){if(!r)return{
leaves:t,walks:n,rides:s,until:1/0};let e=s.toReversed().map(l=>({...l,board:l.alight,alight:l.board,boards:-l.alights,alights:-l.boards,calls:l.calls.toReversed()})),
o=n.toReversed();return{leaves:e[0].boards-o[0],walks:o,rides:e,until:-t}}function Sn(t,n,s,r){let{leaves:e,walks:o,rides:l,until:i}=_n(r,n.reverse),c=t.n+t.arrays["\
place/lon"].length,a=[];function f(m,h,g,y){let{found:A,mode:I}=Q(t,n,m,g);a.push(R({mode:I,seconds:h,metres:A?.metres??null,from:y[0],to:y[1],spots:A?.spots??[]}))}
let[p,d]=[e,-1];l.forEach((m,h)=>{let g=m.boards-p-o[h];h>0&&d===m.board?g+=o[h]:o[h]>0&&f(h?"change":"access",o[h],[h?c+d:s[0],c+m.board],[d,m.board]),g>0&&a.push(
R({kind:"wait",seconds:g,from:m.board,to:m.board})),a.push(R({kind:"ride",seconds:m.alights-m.boards,from:m.board,to:m.alight,departs:m.boards,arrives:m.alights,
line:m.line,headsign:m.headsign,spots:m.calls.map(y=>On(t,y))})),[p,d]=[m.alights,m.alight]});let w=o[o.length-1];w>0&&f("egress",w,[c+d,s[1]],[d,-1]);let u=i-p-
w;return u>0&&u<1/0&&a.push(R({kind:"wait",seconds:u})),{minutes:a.reduce((m,h)=>m+h.seconds,0)/60,legs:a}}function Nt(t,n,s){let{trip:r,reverse:e,point:o,own:l,
code:i}=n,c=e?[s,o]:[o,s];if(l&&t.country[s]!==i)return{minutes:NaN,legs:[]};if(r.mode!=="transit")return vn(t,n,c);let{found:a,mode:f,leg:p}=Q(t,n,"direct",c),
d=r.timetable[e?"to":"from"][n.scenario].limit_s,w=a&&a.seconds<=p.within?Math.min(a.seconds,p.limit):1/0,u=w<=d?D(w):1/0,m=t.transit.journey(n,s,u);return m?Sn(
t,n,c,m):!a||u===1/0?{minutes:NaN,legs:[]}:{minutes:u/60,legs:[R({mode:f,seconds:u,metres:a.metres,spots:a.spots})]}}var Et=["","not_snapped","outside_data"],kt=t=>t!==""&&Et.includes(t),Nn=12;function En(t,n){let s=new Map(t.trips.map(c=>[c.id,c])),{n_cells:r,n_places:e,n_stops:o}=t,
l={cell:[0,r],place:[r,e],stop:[r+e,o]};function i({kind:c,index:a}){if(!Object.hasOwn(l,c)||!(a>=0&&a<l[c][1]))throw new RangeError(`no ${c} ${a}`);return l[c][0]+
a}return c=>{let a=s.get(c.trip);if(a===void 0)throw new RangeError(`no trip ${c.trip}`);let f=t.scenarios.indexOf(c.scenario??t.scenarios[0]);if(f<0)throw new RangeError(
`no scenario ${c.scenario}`);let p=c.direction??"from";if(p!=="from"&&p!=="to")throw new RangeError(`no direction ${p}`);let d=c.foreign_routing===!1,w=i(c.place),
u=d?n[w]:0;if(d&&u===0)throw new RangeError("the country of the place is not known");let m=a.percentiles,h=c.percentile??(m.includes(50)?50:m[0]),g=c.other?i(c.
other):-1;return{trip:a,scenario:f,reverse:p==="to",own:d,point:w,code:u,percentile:h,other:g}}}function kn({n:t,country:n,streets:s},r){let e=x(r,"street"),o=new Float64Array(
t);s.toAll({...e,point:r.point,limit:e.within},0,t,o);for(let l=0;l<t;l++)r.own&&n[l]!==r.code?o[l]=1/0:o[l]<1/0&&(o[l]=Math.min(o[l]+e.park,e.limit));return o}
function X({trip:t,reverse:n}){return t.mode!=="transit"?["street","street"]:n?["egress","access"]:["access","egress"]}function xn({arrays:t,n,streets:s},r,{minutes:e,
walked:o}){let{trip:l,own:i,point:c,scenario:a}=r,[f,p]=X(r),d=s.snapping($(l.legs[p],!1,a)).status;if(s.snapping($(l.legs[f],i,a)).status[c]!==0)return;let w=c<
n?[c]:[];t["twin/point"].forEach((u,m)=>{u===c&&w.push(t["twin/cell"][m])});for(let u of w)d[u]===0&&(e[u]=0,o&&(o[u]=1))}function Mn(t,n){let{n:s,streets:r,transit:e}=t,
{trip:o,own:l,point:i}=n,c=o.legs[X(n)[0]],a=new Float32Array(s).fill(NaN),f=Et[r.snapping($(c,l,n.scenario)).status[i]];if(f!=="")return{minutes:a,status:f,walked:null};
let p=o.mode==="transit"?e.times(n):{seconds:kn(t,n),walked:null,status:f};for(let d=0;d<s;d++)p.seconds[d]<1/0&&(a[d]=Math.fround(p.seconds[d])/60);return xn(t,
n,{minutes:a,walked:p.walked}),{minutes:a,status:p.status,walked:p.walked}}function L(t,n){let s=wt(t,n),r={arrays:t,n:n.n_cells,country:t["point/country"],streets:s,
transit:_t(t,n,s)},e=En(n,r.country),o=["cell","place","stop"];function l(c){let a=[0,n.n_cells,n.n_cells+n.n_places],f=a.findLastIndex(p=>p<=c);return["lon","l\
at"].map(p=>t[`${o[f]}/${p}`][c-a[f]])}let i=new Map;return{times(c){let a=e(c),f=[a.point,a.trip.id,a.reverse,a.own,a.scenario,a.percentile].join("/"),p=i.get(
f)??Mn(r,a);return i.delete(f),i.set(f,p),i.size>Nn&&i.delete(i.keys().next().value??""),p},why(c){let a=e(c),{point:f,other:p,trip:d,own:w,scenario:u}=a,[m,h]=[
f,p].map(A=>l(A).join()),g=X(a);return[f,p].some((A,I)=>s.snapping($(d.legs[g[I]],I===0&&w,u)).status[A]!==0)?{minutes:NaN,legs:[]}:m===h?{minutes:0,legs:[]}:Nt(
r,a,p)}}}function Tn(t,n){let s={};for(let[r,e]of Object.entries(t)){if(!r.startsWith("opportunity/municipality/"))continue;let o=r.slice(25),l=new Float64Array(e.length);
for(let a=0;a<n.n;a++)l[n.municipality[a]]+=n.population[a];let i=Float64Array.from(n.municipality,(a,f)=>e[a]*n.population[f]/l[a]),c=t["opportunity/cell/"+o];
t["opportunity/at/"+o].forEach((a,f)=>{i[a]=c[f]}),s[o]=i}return s}function xt(t,n,s){return(t[`${n}/name`]||t[`${n}/id`]||[]).map((e,o)=>({id:t[`${n}/id`][o],name:e,
lon:t[`${n}/lon`][o],lat:t[`${n}/lat`][o],country:s[o]}))}function Mt(t,n,s,r){let e=Array.from({length:t.covered+1},()=>({total:0,known:0,unknown:0,any:!1,cells:0}));
for(let o=0;o<t.n;o++){let l=t.country[o],i=e[l<0?t.covered:l],c=s[o],a=Number.isNaN(c);i.cells++,a||(i.any=!0),r(n[o],l)&&(a?i.unknown++:(i.known++,i.total+=c))}
for(let o of e)o.cells>0&&(!o.any||o.unknown>0&&o.known===0)&&(o.total=NaN);return e}function $n(t,n,s,r,e,{resistance:o=0}={}){let l=W(r),i=Mt(t,n,s,u=>u<=l),c=o===
0?i:Mt(t,n,s,(u,m)=>(m===e?u:Math.fround(u+o))<=l),a=e>=0&&e<t.covered?i[e].total:NaN,[f,p,d]=[0,0,0];i.forEach((u,m)=>{d+=u.unknown,m!==e&&(f+=u.total,p+=c[m].
total)});let w=u=>u.slice(0,t.covered).map(m=>m.total);return{by:w(i),feltBy:w(c),total:a+f,closed:a,realised:a+p,felt:p,open:a+f,missing:d}}function $t({by:t}){
let n=t.map(()=>NaN);return{by:n,feltBy:n,total:NaN,closed:NaN,realised:NaN,felt:NaN,open:NaN,missing:NaN}}function Rn(t){let n=Math.ceil(t);return n>0&&t<=W(n-
1)?n-1:n}function Tt(t){for(let n=1;n<t.length;n++)t[n]+=t[n-1]}function Dn(t,n,s,r){let e=()=>new Float64Array(r+1),o={total:e(),unknown:e()},l=Array.from({length:t.
covered},()=>({any:!1,sum:e(),known:e(),unknown:e()}));for(let i=0;i<t.n;i++){let c=l[t.country[i]],a=Number.isNaN(s[i]);if(c&&!a&&(c.any=!0),Number.isNaN(n[i]))
continue;let f=Rn(n[i]);if(!(f>r)){if(c&&c[a?"unknown":"known"][f]++,a){o.unknown[f]++;continue}o.total[f]+=s[i],c&&(c.sum[f]+=s[i])}}Object.values(o).forEach(Tt);
for(let{any:i,sum:c,known:a,unknown:f}of l){[c,a,f].forEach(Tt);for(let p=0;p<=r;p++)(!i||f[p]>0&&a[p]===0)&&(c[p]=NaN)}return{by:l.map(i=>i.sum),...o}}function jn(t,n){
let s=o=>[...new Set(o)].filter(l=>l>0).sort((l,i)=>l-i),r=s(t.subarray(0,n)),e=[...r,...s(t).filter(o=>!r.includes(o))];return{countries:e,covered:r.length,positions:Int8Array.
from(t,o=>e.indexOf(o))}}function Rt(t,n){let s=n.n_cells,r=s+n.n_places,{countries:e,covered:o,positions:l}=jn(t["point/country"],s),i={n:s,covered:o,id:t["cel\
l/id"],lon:t["cell/lon"],lat:t["cell/lat"],country:l.subarray(0,s),municipality:t["cell/municipality"],population:t["cell/population"]};return{cells:i,countries:e,
places:xt(t,"place",l.subarray(s)),stops:xt(t,"stop",l.subarray(r)),municipalities:t["municipality/code"]||[],opportunities:Tn(t,i),trips:n.trips,scenarios:n.scenarios,
meta:n,arrays:t,reach:(...c)=>$n(i,...c),curve:(...c)=>Dn(i,...c)}}var q={uint8:Uint8Array,int8:Int8Array,uint16:Uint16Array,int16:Int16Array,uint32:Uint32Array,int32:Int32Array,float32:Float32Array,float64:Float64Array},Z="012\
3456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%()*+-:;=?@^_`{|}~,.",Dt=new Uint8Array(128);for(let t=0;t<Z.length;t++)Dt[Z.charCodeAt(t)]=t;function Un(t){
let n=Math.ceil(t.length/5),s=new Uint8Array(5*n).fill(Z.charCodeAt(84));new TextEncoder().encodeInto(t,s);let r=new Uint8Array(4*n);for(let e=0,o=0;e<n;e++){let l=0;
for(let i=o+5;o<i;o++)l=Math.imul(l,85)+Dt[s[o]]|0;r[4*e]=l>>>24,r[4*e+1]=l>>>16,r[4*e+2]=l>>>8,r[4*e+3]=l}return r.subarray(0,Math.floor(4*t.length/5))}async function Pn(t){
let n=new DecompressionStream("deflate"),s=n.writable.getWriter();return Promise.all([s.write(t),s.close()]).catch(()=>{}),new Uint8Array(await new Response(n.readable).
arrayBuffer())}function jt(t,n){let s=new Int32Array(n),r=0;for(let e=0;e<n;e++){let[o,l,i]=[0,0,0];do i=t[r++],o|=(i&127)<<l,l+=7;while(i&128);s[e]=o}return s}function Cn({n:t,
width:n},s){let r=new Int32Array(t);for(let e=0;e<t;e++){let o=s[e];n>1&&(o|=s[t+e]<<8),n>2&&(o|=s[2*t+e]<<16|s[3*t+e]<<24),r[e]=o}return r}var Ut=t=>t>>>1^-(t&
1);function Pt(t,n){let{n:s,width:r,steps:e=0,signed:o}=n,l=r===0?jt(t,s):Cn(n,t);if(o)for(let i=0;i<s;i++)l[i]=Ut(l[i]);for(let i=0;i<e;i++)for(let c=1;c<s;c++)
l[c]=l[c]+l[c-1]|0;return l}function Fn(t,{n,forms:s,values:r}){let e=jt(t,r),o=Array.from({length:n},(i,c)=>String(s[e[c]][0])),l=n;for(let i=1;l<r;i+=2){let c=0;
for(let a=0;a<n;a++){let f=s[e[a]];i>=f.length||(c+=Ut(e[l++]),o[a]+=String(c).padStart(Number(f[i]),"0")+f[i+1])}}return o}function Ln(t,n){let s=Pt(t.subarray(
n.n),n),r=10**n.digits;for(let e=0;e<n.n;e++)s[e]=s[e]*r+t[e];return s}function Bn(t,n){let s=new q[n.type](n.n),r=10**n.digits,e=Object.hasOwn(n,"null");for(let o=0;o<
n.n;o++)s[o]=e&&t[o]===n.null?NaN:t[o]/r;return s}function Hn(t,{type:n,n:s,width:r}){let e=new Uint8Array(s*r);for(let c=0;c<r;c++)for(let a=0;a<s;a++)e[a*r+c]=
t[c*s+a];let o=new DataView(e.buffer),l=new q[n](s),i=r===8?"getFloat64":"getFloat32";for(let c=0;c<s;c++)l[c]=o[i](c*r,!0);return l}async function Gn(t,n){let s=await Pn(
Un(n));if(t.type==="text")return t.forms?Fn(s,t):t.n===0?[]:new TextDecoder().decode(s).split(`
`);if(!Object.hasOwn(t,"steps"))return Hn(s,t);let r=t.split?Ln(s,t):Pt(s,t);return Object.hasOwn(t,"digits")?Bn(r,t):t.type==="int32"?r:q[t.type].from(r)}async function j(t,n){
if(t.format!==2||t.parts.length!==n.length)throw new Error(`packed in format ${t.format}, ${n.length} chunks`);let s=await Promise.all(t.parts.map((r,e)=>Gn(r,n[e])));
return Object.fromEntries(t.parts.map((r,e)=>[r.name,s[e]]))}var Wn=/^(pattern|call|plan|changes|run|vehicle)\//,Ct=/^(streets|snap|pattern|call|plan|changes|run|vehicle)\//,zn=["count","step","rank","length"];function et(t,n,s){
let r=t.parts.map((e,o)=>o).filter(e=>s(t.parts[e].name));return{manifest:{...t,parts:r.map(e=>t.parts[e])},chunks:r.map(e=>n[e])}}function tt(t,n,s,r){let e=`s\
treets/${n}/${s}`;if(s<0||r.has(`${e}/factor`))return;r.add(`${e}/factor`).add(`${e}/rest`);let o=t.shapes[n].metrics[s];tt(t,n,o.from,r),tt(t,n,o.like,r)}function nt(t,n,s,r){
if(s!==null){for(let e of["status","offset",`${n}/leave`,`${n}/gap`])r.add(`snap/${s}/${e}`);nt(t,n,t.snappings[s].beside,r)}}function Ft({trips:t,scenarios:n,streets:s},r){
let e=new Set,o=t.find(a=>a.id===r.trip),l=n.indexOf(r.scenario??n[0]),i=r.foreign_routing===!1;for(let a of Object.values(o?.legs??{})){let f=s.layers[a.layers[l]];
if(f){for(let p of zn)e.add(`streets/${f.shape}/${p}`);nt(s,f.shape,s.shapes[f.shape].spots,e);for(let p of i?[a.own_snapping,a.snapping]:[a.snapping])nt(s,f.shape,
p[l],e);for(let p of i?f.sets:f.sets.slice(0,1))tt(s,f.shape,p,e)}}let c=!!o?.timetable&&l>=0;return a=>e.has(a)||c&&Wn.test(a)}var Kn=t=>t instanceof Error?t.message:String(t);async function Jn(t,n){let s=et(t,n,o=>!Ct.test(o)),r=await j(s.manifest,s.chunks),e=L(r,t.meta);return async o=>{
let l=Ft(t.meta,o),i=et(t,n,c=>l(c)&&!Object.hasOwn(r,c));return Object.assign(r,await j(i.manifest,i.chunks)),o.other?e.why(o):e.times(o)}}function Lt(t){let n=null,
s=Promise.resolve();async function r({number:e,asked:o,manifest:l,chunks:i,first:c}){try{if(n===null){n=await Jn(l,i),t.postMessage({opened:!0}),c&&await n(c).catch(
()=>{});return}t.postMessage({number:e,...await n(o)})}catch(a){t.postMessage({number:e,failed:Kn(a)})}}t.addEventListener("message",({data:e})=>{s=s.then(()=>r(
e))})}async function Vn(t,n){let s=await j(t,n),r=Rt(s,t.meta),e=L(s,t.meta),o=new WeakSet;function l(c,...a){let f=r.reach(c,...a);return o.has(c)?$t(f):f}function i(c){
let a=e.times(c);return kt(a.status)&&o.add(a.minutes),a}return{...r,times:i,why:e.why,reach:l}}Object.assign(globalThis,{GrensgeoEngine:{open:Vn,unpack:j}});typeof document>
"u"&&Lt(globalThis);})();
