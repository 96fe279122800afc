/* grensgeo engine: bundled from js/ by `make js`; edit there.
   sources 962524b1a4527657: src/engine/answers.js src/engine/counting.js src/engine/main.js src/engine/streets.js src/engine/timetable.js src/engine/transit.js src/engine/unpack.js src/engine/worker.js src/shared/precision.js */
"use strict";(()=>{var $n=Object.defineProperty;var Cn=(n,t)=>{for(var s in t)$n(n,s,{get:t[s],enumerable:!0})};function jn(n,t){let s=n["edge/count"],r=n["edge/head_step"],c=r.length,o=new Int32Array(c),l=new Int32Array(c),e=new Int32Array(t+1);for(let h=0,p=0;h<t;h++)for(let y=0,
u=h;y<s[h];y++,p++)u+=r[p],o[p]=h,l[p]=u,e[h+1]++,e[u+1]++;for(let h=0;h<t;h++)e[h+1]+=e[h];let i=e.slice(),m=new Int32Array(2*c),g=new Int32Array(2*c),A=new Uint8Array(
2*c);for(let h=0;h<c;h++){let p=i[o[h]]++;m[p]=l[h],g[p]=h;let y=i[l[h]]++;m[y]=o[h],g[y]=h,A[y]=1}return{nVertices:t,nEdges:c,tail:o,head:l,start:e,heads:m,edges:g,
ways:A}}function Bn(n){return{dist:new Float64Array(n).fill(1/0),heap:new Int32Array(n),place:new Int32Array(n).fill(-1),touched:new Int32Array(n),count:0}}function bn(n,t,s,r){
let{heap:c,place:o,dist:l}=n;for(;t>0;){let e=t-1>>2,i=c[e];if(l[i]<=r)break;c[t]=i,o[i]=t,t=e}c[t]=s,o[s]=t}function Hn(n,t,s){let{heap:r,place:c,dist:o}=n,l=o[t],
e=0;for(;;){let i=4*e+1;if(i>=s)break;let m=Math.min(i+4,s),g=o[r[i]];for(let A=i+1;A<m;A++){let h=o[r[A]];h<g&&(g=h,i=A)}if(g>=l)break;r[e]=r[i],c[r[e]]=e,e=i}
r[e]=t,c[t]=e}function Pn(n){for(let t=0;t<n.count;t++)n.dist[n.touched[t]]=1/0,n.place[n.touched[t]]=-1;n.count=0}function Gn(n,t,s,r,c){let{start:o,heads:l}=n,
{dist:e,heap:i,place:m,touched:g}=c;Pn(c);let A=0,h=0;for(let[p,y]of s)p<0||!(y<=r)||y>=e[p]||(m[p]<0&&(g[h++]=p,m[p]=A++),e[p]=y,bn(c,m[p],p,y));for(;A>0;){let p=i[0],
y=e[p];A--,A>0&&Hn(c,i[A],A);for(let u=o[p],a=o[p+1];u<a;u++){let d=l[u],f=y+t[u];f>=e[d]||f>r||(e[d]===1/0&&(g[h++]=d,m[d]=A++),e[d]=f,bn(c,m[d],d,f))}}c.count=
h}function Ln(n,t,s,r){let{edges:c,ways:o,nEdges:l}=n,{ahead:e,back:i}=t,[m,g]=r?[i,e]:[e,i],A=new Float64Array(c.length),h=new Uint8Array(l);if(s!==0)for(let p=0;p<
l;p++)h[p]=t.country[p]===s||t.country[p]===255?0:1;for(let p=0;p<c.length;p++){let y=c[p],u=o[p]===0?m[y]:g[y];A[p]=h[y]||Number.isNaN(u)?1/0:u}return A}function Wn(n,t,s,r){
let{at:c,edge:o,fraction:l,distance:e}=t,i=c.length,m=new Int32Array(2*i).fill(-1),g=new Float64Array(2*i).fill(1/0),A=new Float64Array(2*i).fill(1/0),h=p=>Number.
isNaN(p)?1/0:p;for(let p=0,y=0;p<i;p++){let u=e[p]*r;if(c[p]>=0)m[2*p]=c[p],g[2*p]=A[2*p]=u;else if(c[p]===-2){let a=o[y],d=l[y++],{along:f,begin:_,end:S}=s;m[2*
p]=n.tail[a],m[2*p+1]=n.head[a],g[2*p]=h(f[1][a]*d+S(a,1))+u,g[2*p+1]=h(f[0][a]*(1-d)+S(a,0))+u,A[2*p]=h(f[0][a]*d+_(a,0))+u,A[2*p+1]=h(f[1][a]*(1-d)+_(a,1))+u}}
return{vertex:m,leave:g,enter:A}}function zn(n,t,s){let r=n["edge/length_m"],c=n["edge/class"],o=n["class/pace"],l=r.length,e=n["class/country"].length,i=[0,1].
map(u=>{let a=(2*t+u)*e,d=new Float64Array(l);for(let f=0;f<l;f++)d[f]=r[f]*o[a+c[f]];return d}),m=n[`layer/${t}/edge`];if(m===void 0){let u=()=>0;return{along:i,
country:s,ahead:i[0],back:i[1],begin:u,end:u}}let g=["begin_s","end_s"].map(u=>{let a=new Float64Array(2*l),d=n[`layer/${t}/${u}`];return m.forEach((f,_)=>a.set(
d.subarray(2*_,2*_+2),2*f)),a}),[A,h]=g.map(u=>(a,d)=>u[2*a+d]),[p,y]=[0,1].map(u=>i[u].map((a,d)=>A(d,u)+a+h(d,u)));return{along:i,country:s,ahead:p,back:y,begin:A,
end:h}}function Kn(n,t){let s=c=>n[`snap/${t}/${c}`],r={at:s("at"),edge:s("edge"),fraction:s("fraction"),distance:s("distance_m"),status:s("status"),place:new Map,
onEdge:new Map};return r.at.forEach((c,o)=>{if(c!==-2)return;let l=r.place.size;r.place.set(o,l);let e=r.edge[l];r.onEdge.has(e)||r.onEdge.set(e,[]),r.onEdge.get(
e).push([o,l])}),r}function X(n){let t=new Map;return(...s)=>{let r=s.join("/");return t.has(r)||t.set(r,n(...s)),t.get(r)}}function Yn(n,t,s,r){let c=new Int32Array(
t+1);for(let e=2*s;e<2*r;e++)n[e]>=0&&c[n[e]+1]++;for(let e=0;e<t;e++)c[e+1]+=c[e];let o=new Int32Array(c[t]),l=c.slice();for(let e=2*s;e<2*r;e++)n[e]>=0&&(o[l[n[e]]++]=
e);return{start:c,entry:o}}function _n(n,t){let s=jn(n,t.n_vertices),r=n["class/country"],c=n["edge/class"].map(f=>r[f]),o=X(f=>zn(n,f,c)),l=X(f=>Kn(n,f)),e=X((f,_,S)=>Ln(
s,o(f),_,S)),i=X((f,_)=>Wn(s,l(f),o(_),t.off_network_s_per_m)),m=X((f,_,S,w)=>Yn(i(f,_).vertex,t.n_vertices,S,w)),g=Bn(t.n_vertices),A=t.n_cells+t.n_places+t.n_stops,
h=new Float64Array(A).fill(1/0),p=new Int32Array(A);function y({snap:f,number:_,code:S,reverse:w,point:I,limit:N}){let{vertex:b,leave:O,enter:k}=i(f,_),v=w?k:O,
E=[0,1].map(M=>[b[2*I+M],v[2*I+M]]);Gn(s,e(_,S,w),E,N,g)}function u({snap:f,number:_,reverse:S,point:w},I){let{edge:N,fraction:b,distance:O,place:k,onEdge:v}=l(
f),E=k.get(w);if(E===void 0)return;let M=o(_).along;for(let[T,x]of v.get(N[E])){let[D,C]=S?[b[x],b[E]]:[b[E],b[x]],H=C>=D?0:1,P=C===D?0:M[H][N[x]]*Math.abs(C-D);
I(T,P+(O[w]+O[T])*t.off_network_s_per_m)}}function a(f,_,S,w){y(f);let{vertex:I,leave:N,enter:b}=i(f.snap,f.number),O=f.reverse?N:b,{dist:k}=g;for(let v=_;v<S;v++){
let E=1/0,M=I[2*v];M>=0&&(E=k[M]+O[2*v]);let T=I[2*v+1];T>=0&&(E=Math.min(E,k[T]+O[2*v+1])),w[v-_]=E<=f.limit?E:1/0}u(f,(v,E)=>{v<_||v>=S||!(E<=f.limit)||E<w[v-
_]&&(w[v-_]=E)})}function d(f,_,S,w){y(f);let{leave:I,enter:N}=i(f.snap,f.number),b=f.reverse?I:N,{start:O,entry:k}=m(f.snap,f.number,_,S),{limit:v}=f,E=0,M=(T,x)=>{
x<h[T]&&x<=v&&(h[T]===1/0&&(p[E++]=T),h[T]=x)};for(let T=0;T<g.count;T++){let x=g.touched[T];for(let D=O[x];D<O[x+1];D++)M(k[D]>>1,g.dist[x]+b[k[D]])}u(f,(T,x)=>{
T>=_&&T<S&&M(T,x)});for(let T=0;T<E;T++){let x=h[p[T]];h[p[T]]=1/0,w(p[T],x)}}return{snapping:l,toAll:a,toNear:d}}var mn={};Cn(mn,{lines:()=>un,percentile:()=>wn,pool:()=>fn,search:()=>dn,ways:()=>pn,wholeSeconds:()=>Sn});var Sn=n=>Math.ceil(n-.01);function rn(n){let t=new Int32Array(n.length+1);for(let s=0;s<n.length;s++)t[s+1]=t[s]+n[s];return t}function fn(n){let t=n["pattern/\
calls"],s=n["pattern/runs"],r=n["call/ride_s"],c=n["call/stand_s"],o=new Int32Array(r.length),l=new Int32Array(r.length),e=new Int32Array(t.length+1);for(let i=0,
m=0;i<t.length;i++){let g=new Int32Array(t[i]),A=new Int32Array(t[i]);for(let h=0;h<s[i];h++)for(let p=0,y=0;p<t[i];p++,m++)g[p]+=r[m],A[p]+=c[m],y+=g[p],o[m]=y,
y+=A[p],l[m]=y;e[i+1]=m}return{calls:t,runs:s,arrival:o,departure:l,timeStart:e,callStart:rn(t),runStart:rn(s),stop:n["call/stop"],board:n["call/board"],alight:n["\
call/alight"]}}function un(n,t,s,r){let c=n.stop.length,o={callStop:new Int32Array(c),callEnd:new Int32Array(c),callOff:new Uint8Array(c),callArrival:new Int32Array(
c),callStride:new Int32Array(c),callDeparture:new Int32Array(c),callTrips:new Int32Array(c),nCalls:c},l=[],e=[],i=[],m=r?-1:1,[g,A]=r?[n.departure,n.arrival]:[n.
arrival,n.departure],[h,p]=r?[n.alight,n.board]:[n.board,n.alight];for(let a=0;a<n.calls.length;a++){let d=n.calls[a],f=[];for(let S=0;S<n.runs[a];S++)t[n.runStart[a]+
S]&&f.push(S);r&&f.reverse();let _=n.callStart[a];for(let S=0;S<d;S++){let w=_+(r?d-1-S:S),I=_+S;o.callStop[I]=n.stop[w],o.callEnd[I]=_+d-1,o.callOff[I]=p[w],o.
callArrival[I]=l.length+S,o.callStride[I]=d,o.callDeparture[I]=e.length,o.callTrips[I]=f.length,h[w]&&S<d-1&&f.length>0&&i.push(I);for(let N of f)e.push(m*A[n.timeStart[a]+
N*d+w-_])}for(let S of f)for(let w=0;w<d;w++){let I=r?d-1-w:w;l.push(m*g[n.timeStart[a]+S*d+I])}}o.arrival=Int32Array.from(l),o.departure=Int32Array.from(e);let y=new Int32Array(
s);for(let a of i)y[o.callStop[a]]++;o.stopStart=rn(y),o.stopCall=new Int32Array(i.length);let u=o.stopStart.slice();for(let a of i)o.stopCall[u[o.callStop[a]]++]=
a;return o}function pn(n,t,s,r,c){let{stop:o}=n,l=new Map,e=(a,d,f,_)=>{if(a===d)return;let S=a*r+d,w=l.get(S);(w===void 0||w.stated===_&&f<w.seconds)&&l.set(S,
{from:a,to:d,seconds:f,stated:_})};n.transfer_from.forEach((a,d)=>e(a,n.transfer_to[d],n.transfer_s[d],!0));for(let[a,d,f]of t)e(a,d,Sn(f+s),!1);n.forbidden_from.
forEach((a,d)=>l.delete(a*r+n.forbidden_to[d]));let i=[];o.forEach((a,d)=>{n.change_ok[d]&&i.push({from:a,to:a,seconds:n.min_change_s[d]})}),i.push(...l.values());
let[m,g]=c?["to","from"]:["from","to"],A=new Int32Array(r);for(let a of i)A[a[m]]++;let h=rn(A),p=h.slice(),y=new Int32Array(i.length),u=new Int32Array(i.length);
for(let a of i){let d=p[a[m]]++;y[d]=a[g],u[d]=a.seconds}return{wayStart:h,wayStop:y,waySeconds:u}}function dn(n,t,{access:s,onward:r,window:c,usable:o}){let{stopStart:l,
stopCall:e,callStop:i,callEnd:m,callOff:g,callArrival:A,callStride:h,callDeparture:p,callTrips:y,arrival:u,departure:a,nCalls:d}=n,{wayStart:f,wayStop:_,waySeconds:S}=t,
{moments:w,limit:I,rides:N}=c,b=f.length-1,O=N+1,k=new Int32Array(b*O).fill(1073741824),v=new Int32Array(b*O).fill(1073741824),E=new Int16Array(d*N).fill(32767),
M=new Int32Array(b).fill(1073741824),T=new Int32Array(b),x=new Int32Array(b),D=new Int32Array(b),C=new Int32Array(b),H=new Int32Array(b),P=new Int32Array(b),{nPlaces:Y}=r,
$=new Int32Array(Y).fill(1073741824),G=new Int32Array(Y*w.length),L=0;for(let on=w.length-1;on>=0;on--){let cn=w[on],yn=cn+I,An=++L,nn=0,In=0;for(let[R,z]of s){
let j=cn+z;for(let F=R*O,Z=F+N;F<=Z&&v[F]>j;F++)v[F]=j;C[R]!==L&&(C[R]=L,T[nn++]=R)}for(let R=1;R<=N&&nn>0;R++){L++;let z=0;for(let j=0;j<nn;j++){let F=T[j],Z=v[F*
O+R-1];for(let J=l[F];J<l[F+1];J++){let K=e[J],W=p[K],U=Math.min(E[K*N+R-1],y[K]);if(U===0||a[W+U-1]<Z)continue;let Q=0;for(U--;Q<U;){let B=Q+U>>1;a[W+B]<Z?Q=B+
1:U=B}let ln=A[K]+U*h[K]-K;for(let B=K+1;B<=m[K];B++){let V=i[B];if(o!==null&&o[V]===0)break;let tn=(B-1)*N+R-1;if(E[tn]<=U)break;for(let Un=B*N;tn<Un&&E[tn]>U;tn++)
E[tn]=U;let an=u[ln+B];if(an>yn)break;g[B]&&an<k[V*O+R]&&(k[V*O+R]=an,H[V]!==L&&(H[V]=L,x[z++]=V))}}}nn=0;for(let j=0;j<z;j++){let F=x[j],Z=F*O+N,J=k[F*O+R];for(let W=F*
O+R+1;W<=Z&&k[W]>J;W++)k[W]=J;let K=(J<<4)+R;if(K<M[F]&&(M[F]=K,P[F]!==An&&(P[F]=An,D[In++]=F)),R!==N)for(let W=f[F];W<f[F+1];W++){let U=_[W],Q=J+S[W];if(Q>yn||
Q>=v[U*O+R]||l[U]===l[U+1]||o!==null&&o[U]===0)continue;let ln=U*O+N;for(let B=U*O+R;B<=ln&&v[B]>Q;B++)v[B]=Q;C[U]!==L&&(C[U]=L,T[nn++]=U)}}}for(let R=0;R<In;R++){
let z=D[R];for(let j=r.start[z];j<r.start[z+1];j++){let F=M[z]+(r.seconds[j]<<4);F<$[r.place[j]]&&($[r.place[j]]=F)}}let Dn=cn<<4,Fn=(I<<4)+16-1;for(let R=0;R<Y;R++){
let z=$[R]-Dn;G[R*w.length+on]=z<=Fn?z:1073741824}}return G}function Jn(n,t,s,r){let c=t,o=t+s-1,l=t+r;for(;c<o;){let e=n[c+o>>1],i=c,m=o;for(;i<=m;){for(;n[i]<
e;)i++;for(;n[m]>e;)m--;if(i<=m){let g=n[i];n[i++]=n[m],n[m--]=g}}if(l<=m)o=m;else if(l>=i)c=i;else break}return n[l]}function Qn(n,t){return Math.max(Math.ceil(
n*t/100-1e-9)-1,0)}function wn(n,t,s){let r=n.length/t,c=Qn(s,t),o=new Float64Array(r);for(let l=0;l<r;l++){let e=Jn(n,l*t,t,c);o[l]=e===1073741824?1/0:e>>4}return o}var hn=n=>Math.fround(n*(1+4e-7));var Zn=4;function q({trip:n,scenario:t,own:s,code:r,reverse:c},o){let l=n.legs[o],e=l.limit_min===null?1/0:60*l.limit_min,i=60*l.park_min;return{snap:s?l.own_snapping:
l.snapping,number:l.layers[t],code:r,reverse:c,limit:e,park:i,within:(e-i)*(1+4e-7)}}function vn(n,t,s){let r=t.n_cells,c=t.n_stops,o=r+t.n_places,l=n["point/co\
untry"],e=X,{wholeSeconds:i}=mn,m=e(()=>fn(n)),g=e((w,I)=>un(m(),n[`plan/${w}/run`],c,I)),A=new Map(t.trips.map(w=>[w.id,w])),h=new Map,p=e(w=>w===0?null:Uint8Array.
from({length:c},(I,N)=>+(l[o+N]===w)));function y(w,I,N,b,O){let{code:k,park:v,limit:E,within:M}=w;s.toNear({...w,point:I,limit:M},N,b,(T,x)=>{k!==0&&l[T]!==k||
O(T-N,i(Math.min(x+v,E)))})}function u(w){let I=p(w.code),N=new Int32Array(c+1),b=[],O=[];for(let E=0;E<c;E++)(I===null||I[E])&&y(w,o+E,0,r,(M,T)=>{b.push(M),O.
push(T)}),N[E+1]=b.length;let k=Int32Array.from(new Set(b)).sort(),v=new Int32Array(r);return k.forEach((E,M)=>{v[E]=M}),{start:N,place:Int32Array.from(b,E=>v[E]),
seconds:Int32Array.from(O),served:k,nPlaces:k.length}}let a=new Map;function d(w){let I=[w.snap,w.number,w.code,w.reverse,w.limit,w.park].join("/");return a.has(
I)||a.set(I,u(w)),a.get(I)}let f=e((w,I,N,b,O,k)=>{let v=q({trip:A.get(w),scenario:I,own:N,code:b,reverse:!1},"change"),E=p(b),M=[];for(let D=0;D<c;D++){if(E!==
null&&!E[D])continue;let C={...v,point:o+D,limit:v.within};s.toNear(C,o,o+c,(H,P)=>{E!==null&&!E[H-o]||M.push([D,H-o,Math.min(P,v.limit)])})}let T=D=>n[`changes\
/${O}/${D}`],x={};for(let D of["stop","min_change_s","change_ok","transfer_from","transfer_to","transfer_s","forbidden_from","forbidden_to"])x[D]=T(D);return pn(
x,M,t.least_change_s,c,k)});function _(w){let{trip:I,scenario:N,reverse:b,own:O,code:k,point:v}=w,E=[I.id,N,b,k,v].join("/"),M=h.get(E);if(M===void 0){let T=I.timetable[b?
"to":"from"][N],[x,D]=b?["egress","access"]:["access","egress"],C=[];y(q(w,x),v,o,o+c,(G,L)=>C.push([G,L]));let H=d(q(w,D)),P=b?T.moments_s.map(G=>-G).reverse():
T.moments_s,Y={moments:P,limit:T.limit_s,rides:T.max_rides};M={keys:dn(g(T.plan,b),f(I.id,N,O,k,T.changes,b),{access:C,onward:H,window:Y,usable:p(k)}),served:H.
served,count:P.length,near:C.length}}return h.delete(E),h.set(E,M),h.size>Zn&&h.delete(h.keys().next().value),M}function S(w){let{trip:I,reverse:N,own:b,code:O}=w,
k=q(w,"direct"),v=new Float64Array(r);s.toAll({...k,point:w.point,limit:k.within},0,r,v);let{limit_s:E}=I.timetable[N?"to":"from"][w.scenario],M=I.legs[N?"acces\
s":"egress"],{status:T}=s.snapping(b?M.own_snapping:M.snapping);for(let $=0;$<r;$++){let G=Math.min(v[$],k.limit),L=T[$]!==0||b&&l[$]!==O;v[$]=L||!(v[$]<1/0&&G<=
E)?1/0:i(G)}let{keys:x,served:D,count:C,near:H}=_(w),P=wn(x,C,w.percentile),Y=Uint8Array.from(v,$=>+($<1/0));return D.forEach(($,G)=>{P[G]<v[$]&&(v[$]=P[G],Y[$]=
0)}),{seconds:v,walked:Y,status:H>0?"":"no_service"}}return{times:S}}var Nn=["","not_snapped","outside_data"],On=n=>n!==""&&Nn.includes(n),qn=12;function sn(n,t){let s=t.n_cells,r=n["point/country"],c=new Map(t.trips.map(u=>[u.id,
u])),o=_n(n,t),l=vn(n,t,o),e={cell:[0,s],place:[s,t.n_places],stop:[s+t.n_places,t.n_stops]},i=new Map;function m({kind:u,index:a}){if(!Object.hasOwn(e,u)||!(a>=
0&&a<e[u][1]))throw new RangeError(`no ${u} ${a}`);return e[u][0]+a}function g(u){let a=c.get(u.trip);if(a===void 0)throw new RangeError(`no trip ${u.trip}`);let d=t.
scenarios.indexOf(u.scenario??t.scenarios[0]);if(d<0)throw new RangeError(`no scenario ${u.scenario}`);let f=u.direction??"from";if(f!=="from"&&f!=="to")throw new RangeError(
`no direction ${f}`);let _=u.foreign_routing===!1,S=m(u.place),w=a.percentiles,I=u.percentile??(w.includes(50)?50:w[0]);return{trip:a,scenario:d,reverse:f==="to",
own:_,point:S,code:_?r[S]:0,percentile:I}}function A(u){let a=q(u,"street"),d=new Float64Array(s);o.toAll({...a,point:u.point,limit:a.within},0,s,d);for(let f=0;f<
s;f++)u.own&&r[f]!==u.code?d[f]=1/0:d[f]<1/0&&(d[f]=Math.min(d[f]+a.park,a.limit));return d}function h(u,{minutes:a,walked:d},f,_){let[S,w]=u.reverse?[_,f]:[f,_],
I=u.trip.legs[S][u.own?"own_snapping":"snapping"],N=o.snapping(u.trip.legs[w].snapping).status;if(o.snapping(I).status[u.point]!==0)return;let b=u.point<s?[u.point]:
[];n["twin/point"].forEach((O,k)=>{O===u.point&&b.push(n["twin/cell"][k])});for(let O of b)N[O]===0&&(a[O]=0,d&&(d[O]=1))}function p(u){let{trip:a,own:d,point:f}=u;
if(d&&u.code===0)throw new RangeError("the country of the place is not known");let _=a.mode==="transit"?["access","egress"]:["street","street"],S=a.legs[_[u.reverse?
1:0]],w=o.snapping(d?S.own_snapping:S.snapping),I=new Float32Array(s).fill(NaN),N=Nn[w.status[f]];if(N!=="")return{minutes:I,status:N,walked:null};let b,O=null;
a.mode==="transit"?{seconds:b,status:N,walked:O}=l.times(u):b=A(u);for(let k=0;k<s;k++)b[k]<1/0&&(I[k]=Math.fround(b[k])/60);return h(u,{minutes:I,walked:O},..._),
{minutes:I,status:N,walked:O}}function y(u){let a=g(u),d=[a.point,a.trip.id,a.reverse,a.own,a.scenario,a.percentile].join("/"),f=i.get(d)??p(a);return i.delete(
d),i.set(d,f),i.size>qn&&i.delete(i.keys().next().value),f}return{times:y}}function nt(n,t){let s={};for(let[r,c]of Object.entries(n)){if(r.startsWith("opportunity/cell/")&&(s[r.slice(17)]=c),!r.startsWith("opportunity/municipality/"))
continue;let o=new Float64Array(c.length);for(let l=0;l<t.n;l++)o[t.municipality[l]]+=t.population[l];s[r.slice(25)]=Float64Array.from(t.municipality,(l,e)=>c[l]*
t.population[e]/o[l])}return s}function Tn(n,t){return(n[`${t}/name`]||n[`${t}/id`]||[]).map((r,c)=>({id:n[`${t}/id`][c],name:r,lon:n[`${t}/lon`][c],lat:n[`${t}\
/lat`][c]}))}function kn(n,t,s,r){let c=new Map;for(let o=0;o<n.n;o++){let l=n.country[o];c.has(l)||c.set(l,{total:0,known:0,unknown:0,any:!1});let e=c.get(l),i=s[o],
m=Number.isNaN(i);m||(e.any=!0),r(t[o],l)&&(m?e.unknown++:(e.known++,e.total+=i))}for(let o of c.values())(!o.any||o.unknown>0&&o.known===0)&&(o.total=NaN);return c}
function tt(n,t,s,r,c,{resistance:o=0}={}){let l=hn(r),e=kn(n,t,s,y=>y<=l),i=o===0?e:kn(n,t,s,(y,u)=>(u===c?y:Math.fround(y+o))<=l),m=y=>e.has(y)?e.get(y).total:
0,[g,A,h,p]=[0,0,0,0];for(let[y,u]of e)p+=u.unknown,y===c?g+=u.total:(A+=u.total,h+=i.get(y).total);return{nl:m(1),de:m(2),total:g+A,closed:g,realised:g+h,felt:h,
open:g+A,missing:p}}function et(n){let t=Math.ceil(n);return t>0&&n<=hn(t-1)?t-1:t}function Mn(n){for(let t=1;t<n.length;t++)n[t]+=n[t-1]}function ot(n,t,s,r){let c={};
for(let e of["nl","de","total","unknown"])c[e]=new Float64Array(r+1);let o=[null,c.nl,c.de],l=o.map(()=>({any:!1,known:new Float64Array(r+1),unknown:new Float64Array(
r+1)}));for(let e=0;e<n.n;e++){let i=n.country[e],m=Number.isNaN(s[e]);if(m||(l[i].any=!0),Number.isNaN(t[e]))continue;let g=et(t[e]);if(!(g>r)){if(l[i][m?"unkn\
own":"known"][g]++,m){c.unknown[g]++;continue}c.total[g]+=s[e],o[i]&&(o[i][g]+=s[e])}}Object.values(c).forEach(Mn);for(let{known:e,unknown:i}of l)[e,i].forEach(
Mn);for(let e of[1,2]){let{any:i,known:m,unknown:g}=l[e];for(let A=0;A<=r;A++)(!i||g[A]>0&&m[A]===0)&&(o[e][A]=NaN)}return c}function xn(n,t){let s=t.n_cells,r=n["\
point/country"],c={n:s,id:n["cell/id"],lon:n["cell/lon"],lat:n["cell/lat"],country:r.subarray(0,s),municipality:n["cell/municipality"],population:n["cell/popula\
tion"]},o=Tn(n,"place"),l=Tn(n,"stop");return o.forEach((e,i)=>{e.country=r[s+i]}),l.forEach((e,i)=>{e.country=r[s+o.length+i]}),{cells:c,places:o,stops:l,municipalities:n["\
municipality/code"]||[],opportunities:nt(n,c),trips:t.trips,scenarios:t.scenarios,meta:t,arrays:n,reach:(e,...i)=>tt(c,e,...i),curve:(e,...i)=>ot(c,e,...i)}}var gn={uint8:Uint8Array,int8:Int8Array,uint16:Uint16Array,int16:Int16Array,uint32:Uint32Array,int32:Int32Array,float32:Float32Array,float64:Float64Array};function rt(n){
let t=atob(n),s=new Uint8Array(t.length);for(let r=0;r<s.length;r++)s[r]=t.charCodeAt(r);return s}async function st(n){let t=new Blob([n]).stream().pipeThrough(
new DecompressionStream("deflate"));return new Uint8Array(await new Response(t).arrayBuffer())}function ct(n,t){let{n:s,width:r,steps:c}=t,o=new Int32Array(s);for(let l=0;l<
s;l++){let e=n[l];r>1&&(e|=n[s+l]<<8),r>2&&(e|=n[2*s+l]<<16|n[3*s+l]<<24),o[l]=e>>>1^-(e&1)}for(let l=0;l<c;l++)for(let e=1;e<s;e++)o[e]=o[e]+o[e-1]|0;return o}
function it(n,t){let s=new gn[t.type](t.n),r=10**t.digits,c=Object.hasOwn(t,"null");for(let o=0;o<t.n;o++)s[o]=c&&n[o]===t.null?NaN:n[o]/r;return s}function lt(n,t){
let{n:s,width:r}=t,c=new Uint8Array(s*r);for(let i=0;i<r;i++)for(let m=0;m<s;m++)c[m*r+i]=n[i*s+m];let o=new DataView(c.buffer),l=new gn[t.type](s),e=r===8?"get\
Float64":"getFloat32";for(let i=0;i<s;i++)l[i]=o[e](i*r,!0);return l}async function at(n,t){let s=await st(rt(t));if(n.type==="text")return n.n===0?[]:new TextDecoder().
decode(s).split(`
`);if(!Object.hasOwn(n,"steps"))return lt(s,n);let r=ct(s,n);return Object.hasOwn(n,"digits")?it(r,n):n.type==="int32"?r:gn[n.type].from(r)}async function en(n,t){
if(n.format!==1||n.parts.length!==t.length)throw new Error(`packed in format ${n.format}, ${t.length} chunks`);let s=await Promise.all(n.parts.map((c,o)=>at(c,t[o]))),
r={};return n.parts.forEach((c,o)=>{r[c.name]=s[o]}),r}function Rn(n){let t=null;n.addEventListener("message",async({data:s})=>{try{if(t===null){t=en(s.manifest,s.chunks).then(l=>sn(l,s.manifest.meta)),await t,n.postMessage(
{opened:!0});return}let{minutes:r,walked:c,status:o}=(await t).times(s.asked);n.postMessage({number:s.number,minutes:r,walked:c,status:o})}catch(r){n.postMessage(
{number:s.number,failed:r.message})}})}async function ft(n,t){let s=await en(n,t),r=xn(s,n.meta),c=sn(s,n.meta),o=new WeakSet;return{...r,times(l){let e=c.times(l);return On(e.status)&&o.add(e.minutes),
e},reach(l,...e){let i=r.reach(l,...e);if(o.has(l))for(let m of Object.keys(i))i[m]=NaN;return i}}}globalThis.GrensgeoEngine={open:ft,unpack:en};typeof document>
"u"&&Rn(globalThis);})();
