/* grensgeo engine: bundled from js/ by `make js`; edit there.
   sources 259cb266d9d8aba1: src/engine/answers.js src/engine/counting.js src/engine/main.js src/engine/streets.js src/engine/timetable.js src/engine/transit.js src/engine/unpack.js src/engine/worker.js src/shared/precision.js */
"use strict";(()=>{var $n=Object.defineProperty;var jn=(n,t)=>{for(var r in t)$n(n,r,{get:t[r],enumerable:!0})};function Cn(n,t){let r=n["edge/count"],s=n["edge/head_step"],o=s.length,e=new Int32Array(o),i=new Int32Array(o),a=new Int32Array(t+1);for(let g=0,p=0;g<t;g++)for(let A=0,
u=g;A<r[g];A++,p++)u+=s[p],e[p]=g,i[p]=u,a[g+1]++,a[u+1]++;for(let g=0;g<t;g++)a[g+1]+=a[g];let c=a.slice(),d=new Int32Array(2*o),h=new Int32Array(2*o),y=new Uint8Array(
2*o);for(let g=0;g<o;g++){let p=c[e[g]]++;d[p]=i[g],h[p]=g;let A=c[i[g]]++;d[A]=e[g],h[A]=g,y[A]=1}return{nVertices:t,nEdges:o,tail:e,head:i,start:a,heads:d,edges:h,
ways:y}}function Bn(n){return{dist:new Float64Array(n).fill(1/0),heap:new Int32Array(n),place:new Int32Array(n).fill(-1),touched:new Int32Array(n),count:0}}function bn(n,t,r,s){
let{heap:o,place:e,dist:i}=n;for(;t>0;){let a=t-1>>2,c=o[a];if(i[c]<=s)break;o[t]=c,e[c]=t,t=a}o[t]=r,e[r]=t}function Hn(n,t,r){let{heap:s,place:o,dist:e}=n,i=e[t],
a=0;for(;;){let c=4*a+1;if(c>=r)break;let d=Math.min(c+4,r),h=e[s[c]];for(let y=c+1;y<d;y++){let g=e[s[y]];g<h&&(h=g,c=y)}if(h>=i)break;s[a]=s[c],o[s[a]]=a,a=c}
s[a]=t,o[t]=a}function Pn(n){for(let t=0;t<n.count;t++)n.dist[n.touched[t]]=1/0,n.place[n.touched[t]]=-1;n.count=0}function Gn(n,t,r,s,o){let{start:e,heads:i}=n,
{dist:a,heap:c,place:d,touched:h}=o;Pn(o);let y=0,g=0;for(let[p,A]of r)p<0||!(A<=s)||A>=a[p]||(d[p]<0&&(h[g++]=p,d[p]=y++),a[p]=A,bn(o,d[p],p,A));for(;y>0;){let p=c[0],
A=a[p];y--,y>0&&Hn(o,c[y],y);for(let u=e[p],l=e[p+1];u<l;u++){let w=i[u],f=A+t[u];f>=a[w]||f>s||(a[w]===1/0&&(h[g++]=w,d[w]=y++),a[w]=f,bn(o,d[w],w,f))}}o.count=
g}function Ln(n,t,r,s){let{edges:o,ways:e,nEdges:i}=n,{ahead:a,back:c}=t,[d,h]=s?[c,a]:[a,c],y=new Float64Array(o.length),g=new Uint8Array(i);if(r!==0)for(let p=0;p<
i;p++)g[p]=t.country[p]===r||t.country[p]===255?0:1;for(let p=0;p<o.length;p++){let A=o[p],u=e[p]===0?d[A]:h[A];y[p]=g[A]||Number.isNaN(u)?1/0:u}return y}function Wn(n,t,r,s){
let{at:o,edge:e,fraction:i,distance:a}=t,c=o.length,d=new Int32Array(2*c).fill(-1),h=new Float64Array(2*c).fill(1/0),y=new Float64Array(2*c).fill(1/0),g=p=>Number.
isNaN(p)?1/0:p;for(let p=0,A=0;p<c;p++){let u=a[p]*s;if(o[p]>=0)d[2*p]=o[p],h[2*p]=y[2*p]=u;else if(o[p]===-2){let l=e[A],w=i[A++],{along:f,begin:_,end:S}=r;d[2*
p]=n.tail[l],d[2*p+1]=n.head[l],h[2*p]=g(f[1][l]*w+S(l,1))+u,h[2*p+1]=g(f[0][l]*(1-w)+S(l,0))+u,y[2*p]=g(f[0][l]*w+_(l,0))+u,y[2*p+1]=g(f[1][l]*(1-w)+_(l,1))+u}}
return{vertex:d,leave:h,enter:y}}function zn(n,t,r){let s=n["edge/length_m"],o=n["edge/class"],e=n["class/pace"],i=s.length,a=n["class/country"].length,c=[0,1].
map(u=>{let l=(2*t+u)*a,w=new Float64Array(i);for(let f=0;f<i;f++)w[f]=s[f]*e[l+o[f]];return w}),d=n[`layer/${t}/edge`];if(d===void 0){let u=()=>0;return{along:c,
country:r,ahead:c[0],back:c[1],begin:u,end:u}}let h=["begin_s","end_s"].map(u=>{let l=new Float64Array(2*i),w=n[`layer/${t}/${u}`];return d.forEach((f,_)=>l.set(
w.subarray(2*_,2*_+2),2*f)),l}),[y,g]=h.map(u=>(l,w)=>u[2*l+w]),[p,A]=[0,1].map(u=>c[u].map((l,w)=>y(w,u)+l+g(w,u)));return{along:c,country:r,ahead:p,back:A,begin:y,
end:g}}function Kn(n,t){let r=o=>n[`snap/${t}/${o}`],s={at:r("at"),edge:r("edge"),fraction:r("fraction"),distance:r("distance_m"),status:r("status"),place:new Map,
onEdge:new Map};return s.at.forEach((o,e)=>{if(o!==-2)return;let i=s.place.size;s.place.set(e,i);let a=s.edge[i];s.onEdge.has(a)||s.onEdge.set(a,[]),s.onEdge.get(
a).push([e,i])}),s}function X(n){let t=new Map;return(...r)=>{let s=r.join("/");return t.has(s)||t.set(s,n(...r)),t.get(s)}}function Yn(n,t,r,s){let o=new Int32Array(
t+1);for(let a=2*r;a<2*s;a++)n[a]>=0&&o[n[a]+1]++;for(let a=0;a<t;a++)o[a+1]+=o[a];let e=new Int32Array(o[t]),i=o.slice();for(let a=2*r;a<2*s;a++)n[a]>=0&&(e[i[n[a]]++]=
a);return{start:o,entry:e}}function _n(n,t){let r=Cn(n,t.n_vertices),s=n["class/country"],o=n["edge/class"].map(f=>s[f]),e=X(f=>zn(n,f,o)),i=X(f=>Kn(n,f)),a=X((f,_,S)=>Ln(
r,e(f),_,S)),c=X((f,_)=>Wn(r,i(f),e(_),t.off_network_s_per_m)),d=X((f,_,S,m)=>Yn(c(f,_).vertex,t.n_vertices,S,m)),h=Bn(t.n_vertices),y=t.n_cells+t.n_places+t.n_stops,
g=new Float64Array(y).fill(1/0),p=new Int32Array(y);function A({snap:f,number:_,code:S,reverse:m,point:I,limit:N}){let{vertex:b,leave:O,enter:k}=c(f,_),v=m?k:O,
E=[0,1].map(M=>[b[2*I+M],v[2*I+M]]);Gn(r,a(_,S,m),E,N,h)}function u({snap:f,number:_,reverse:S,point:m},I){let{edge:N,fraction:b,distance:O,place:k,onEdge:v}=i(
f),E=k.get(m);if(E===void 0)return;let M=e(_).along;for(let[T,x]of v.get(N[E])){let[D,j]=S?[b[x],b[E]]:[b[E],b[x]],H=j>=D?0:1,P=j===D?0:M[H][N[x]]*Math.abs(j-D);
I(T,P+(O[m]+O[T])*t.off_network_s_per_m)}}function l(f,_,S,m){A(f);let{vertex:I,leave:N,enter:b}=c(f.snap,f.number),O=f.reverse?N:b,{dist:k}=h;for(let v=_;v<S;v++){
let E=1/0,M=I[2*v];M>=0&&(E=k[M]+O[2*v]);let T=I[2*v+1];T>=0&&(E=Math.min(E,k[T]+O[2*v+1])),m[v-_]=E<=f.limit?E:1/0}u(f,(v,E)=>{v<_||v>=S||!(E<=f.limit)||E<m[v-
_]&&(m[v-_]=E)})}function w(f,_,S,m){A(f);let{leave:I,enter:N}=c(f.snap,f.number),b=f.reverse?I:N,{start:O,entry:k}=d(f.snap,f.number,_,S),{limit:v}=f,E=0,M=(T,x)=>{
x<g[T]&&x<=v&&(g[T]===1/0&&(p[E++]=T),g[T]=x)};for(let T=0;T<h.count;T++){let x=h.touched[T];for(let D=O[x];D<O[x+1];D++)M(k[D]>>1,h.dist[x]+b[k[D]])}u(f,(T,x)=>{
T>=_&&T<S&&M(T,x)});for(let T=0;T<E;T++){let x=g[p[T]];g[p[T]]=1/0,m(p[T],x)}}return{snapping:i,toAll:l,toNear:w}}var mn={};jn(mn,{lines:()=>un,percentile:()=>wn,pool:()=>fn,search:()=>dn,ways:()=>pn,wholeSeconds:()=>Sn});var Sn=n=>Math.ceil(n-.01);function sn(n){let t=new Int32Array(n.length+1);for(let r=0;r<n.length;r++)t[r+1]=t[r]+n[r];return t}function fn(n){let t=n["pattern/\
calls"],r=n["pattern/runs"],s=n["call/ride_s"],o=n["call/stand_s"],e=new Int32Array(s.length),i=new Int32Array(s.length),a=new Int32Array(t.length+1);for(let c=0,
d=0;c<t.length;c++){let h=new Int32Array(t[c]),y=new Int32Array(t[c]);for(let g=0;g<r[c];g++)for(let p=0,A=0;p<t[c];p++,d++)h[p]+=s[d],y[p]+=o[d],A+=h[p],e[d]=A,
A+=y[p],i[d]=A;a[c+1]=d}return{calls:t,runs:r,arrival:e,departure:i,timeStart:a,callStart:sn(t),runStart:sn(r),stop:n["call/stop"],board:n["call/board"],alight:n["\
call/alight"]}}function un(n,t,r,s){let o=n.stop.length,e={callStop:new Int32Array(o),callEnd:new Int32Array(o),callOff:new Uint8Array(o),callArrival:new Int32Array(
o),callStride:new Int32Array(o),callDeparture:new Int32Array(o),callTrips:new Int32Array(o),nCalls:o},i=[],a=[],c=[],d=s?-1:1,[h,y]=s?[n.departure,n.arrival]:[n.
arrival,n.departure],[g,p]=s?[n.alight,n.board]:[n.board,n.alight];for(let l=0;l<n.calls.length;l++){let w=n.calls[l],f=[];for(let S=0;S<n.runs[l];S++)t[n.runStart[l]+
S]&&f.push(S);s&&f.reverse();let _=n.callStart[l];for(let S=0;S<w;S++){let m=_+(s?w-1-S:S),I=_+S;e.callStop[I]=n.stop[m],e.callEnd[I]=_+w-1,e.callOff[I]=p[m],e.
callArrival[I]=i.length+S,e.callStride[I]=w,e.callDeparture[I]=a.length,e.callTrips[I]=f.length,g[m]&&S<w-1&&f.length>0&&c.push(I);for(let N of f)a.push(d*y[n.timeStart[l]+
N*w+m-_])}for(let S of f)for(let m=0;m<w;m++){let I=s?w-1-m:m;i.push(d*h[n.timeStart[l]+S*w+I])}}e.arrival=Int32Array.from(i),e.departure=Int32Array.from(a);let A=new Int32Array(
r);for(let l of c)A[e.callStop[l]]++;e.stopStart=sn(A),e.stopCall=new Int32Array(c.length);let u=e.stopStart.slice();for(let l of c)e.stopCall[u[e.callStop[l]]++]=
l;return e}function pn(n,t,r,s,o){let{stop:e}=n,i=new Map,a=(l,w,f,_)=>{if(l===w)return;let S=l*s+w,m=i.get(S);(m===void 0||m.stated===_&&f<m.seconds)&&i.set(S,
{from:l,to:w,seconds:f,stated:_})};n.transfer_from.forEach((l,w)=>a(l,n.transfer_to[w],n.transfer_s[w],!0));for(let[l,w,f]of t)a(l,w,Sn(f+r),!1);n.forbidden_from.
forEach((l,w)=>i.delete(l*s+n.forbidden_to[w]));let c=[];e.forEach((l,w)=>{n.change_ok[w]&&c.push({from:l,to:l,seconds:n.min_change_s[w]})}),c.push(...i.values());
let[d,h]=o?["to","from"]:["from","to"],y=new Int32Array(s);for(let l of c)y[l[d]]++;let g=sn(y),p=g.slice(),A=new Int32Array(c.length),u=new Int32Array(c.length);
for(let l of c){let w=p[l[d]]++;A[w]=l[h],u[w]=l.seconds}return{wayStart:g,wayStop:A,waySeconds:u}}function dn(n,t,{access:r,onward:s,window:o,usable:e}){let{stopStart:i,
stopCall:a,callStop:c,callEnd:d,callOff:h,callArrival:y,callStride:g,callDeparture:p,callTrips:A,arrival:u,departure:l,nCalls:w}=n,{wayStart:f,wayStop:_,waySeconds:S}=t,
{moments:m,limit:I,rides:N}=o,b=f.length-1,O=N+1,k=new Int32Array(b*O).fill(1073741824),v=new Int32Array(b*O).fill(1073741824),E=new Int16Array(w*N).fill(32767),
M=new Int32Array(b).fill(1073741824),T=new Int32Array(b),x=new Int32Array(b),D=new Int32Array(b),j=new Int32Array(b),H=new Int32Array(b),P=new Int32Array(b),{nPlaces:Y}=s,
$=new Int32Array(Y).fill(1073741824),G=new Int32Array(Y*m.length),L=0;for(let on=m.length-1;on>=0;on--){let cn=m[on],yn=cn+I,An=++L,nn=0,In=0;for(let[R,z]of r){
let C=cn+z;for(let F=R*O,Z=F+N;F<=Z&&v[F]>C;F++)v[F]=C;j[R]!==L&&(j[R]=L,T[nn++]=R)}for(let R=1;R<=N&&nn>0;R++){L++;let z=0;for(let C=0;C<nn;C++){let F=T[C],Z=v[F*
O+R-1];for(let J=i[F];J<i[F+1];J++){let K=a[J],W=p[K],U=Math.min(E[K*N+R-1],A[K]);if(U===0||l[W+U-1]<Z)continue;let Q=0;for(U--;Q<U;){let B=Q+U>>1;l[W+B]<Z?Q=B+
1:U=B}let an=y[K]+U*g[K]-K;for(let B=K+1;B<=d[K];B++){let V=c[B];if(e!==null&&e[V]===0)break;let tn=(B-1)*N+R-1;if(E[tn]<=U)break;for(let Un=B*N;tn<Un&&E[tn]>U;tn++)
E[tn]=U;let ln=u[an+B];if(ln>yn)break;h[B]&&ln<k[V*O+R]&&(k[V*O+R]=ln,H[V]!==L&&(H[V]=L,x[z++]=V))}}}nn=0;for(let C=0;C<z;C++){let F=x[C],Z=F*O+N,J=k[F*O+R];for(let W=F*
O+R+1;W<=Z&&k[W]>J;W++)k[W]=J;let K=(J<<4)+R;if(K<M[F]&&(M[F]=K,P[F]!==An&&(P[F]=An,D[In++]=F)),R!==N)for(let W=f[F];W<f[F+1];W++){let U=_[W],Q=J+S[W];if(Q>yn||
Q>=v[U*O+R]||i[U]===i[U+1]||e!==null&&e[U]===0)continue;let an=U*O+N;for(let B=U*O+R;B<=an&&v[B]>Q;B++)v[B]=Q;j[U]!==L&&(j[U]=L,T[nn++]=U)}}}for(let R=0;R<In;R++){
let z=D[R];for(let C=s.start[z];C<s.start[z+1];C++){let F=M[z]+(s.seconds[C]<<4);F<$[s.place[C]]&&($[s.place[C]]=F)}}let Dn=cn<<4,Fn=(I<<4)+16-1;for(let R=0;R<Y;R++){
let z=$[R]-Dn;G[R*m.length+on]=z<=Fn?z:1073741824}}return G}function Jn(n,t,r,s){let o=t,e=t+r-1,i=t+s;for(;o<e;){let a=n[o+e>>1],c=o,d=e;for(;c<=d;){for(;n[c]<
a;)c++;for(;n[d]>a;)d--;if(c<=d){let h=n[c];n[c++]=n[d],n[d--]=h}}if(i<=d)e=d;else if(i>=c)o=c;else break}return n[i]}function Qn(n,t){return Math.max(Math.ceil(
n*t/100-1e-9)-1,0)}function wn(n,t,r){let s=n.length/t,o=Qn(r,t),e=new Float64Array(s);for(let i=0;i<s;i++){let a=Jn(n,i*t,t,o);e[i]=a===1073741824?1/0:a>>4}return e}var gn=n=>Math.fround(n*(1+4e-7));var Zn=4;function q({trip:n,scenario:t,own:r,code:s,reverse:o},e){let i=n.legs[e],a=i.limit_min===null?1/0:60*i.limit_min,c=60*i.park_min;return{snap:r?i.own_snapping:
i.snapping,number:i.layers[t],code:s,reverse:o,limit:a,park:c,within:(a-c)*(1+4e-7)}}function vn(n,t,r){let s=t.n_cells,o=t.n_stops,e=s+t.n_places,i=n["point/co\
untry"],a=X,{wholeSeconds:c}=mn,d=a(()=>fn(n)),h=a((m,I)=>un(d(),n[`plan/${m}/run`],o,I)),y=new Map(t.trips.map(m=>[m.id,m])),g=new Map,p=a(m=>m===0?null:Uint8Array.
from({length:o},(I,N)=>+(i[e+N]===m)));function A(m,I,N,b,O){let{code:k,park:v,limit:E,within:M}=m;r.toNear({...m,point:I,limit:M},N,b,(T,x)=>{k!==0&&i[T]!==k||
O(T-N,c(Math.min(x+v,E)))})}function u(m){let I=p(m.code),N=new Int32Array(o+1),b=[],O=[];for(let E=0;E<o;E++)(I===null||I[E])&&A(m,e+E,0,s,(M,T)=>{b.push(M),O.
push(T)}),N[E+1]=b.length;let k=Int32Array.from(new Set(b)).sort(),v=new Int32Array(s);return k.forEach((E,M)=>{v[E]=M}),{start:N,place:Int32Array.from(b,E=>v[E]),
seconds:Int32Array.from(O),served:k,nPlaces:k.length}}let l=new Map;function w(m){let I=[m.snap,m.number,m.code,m.reverse,m.limit,m.park].join("/");return l.has(
I)||l.set(I,u(m)),l.get(I)}let f=a((m,I,N,b,O,k)=>{let v=q({trip:y.get(m),scenario:I,own:N,code:b,reverse:!1},"change"),E=p(b),M=[];for(let D=0;D<o;D++){if(E!==
null&&!E[D])continue;let j={...v,point:e+D,limit:v.within};r.toNear(j,e,e+o,(H,P)=>{E!==null&&!E[H-e]||M.push([D,H-e,Math.min(P,v.limit)])})}let T=D=>n[`changes\
/${O}/${D}`],x={};for(let D of["stop","min_change_s","change_ok","transfer_from","transfer_to","transfer_s","forbidden_from","forbidden_to"])x[D]=T(D);return pn(
x,M,t.least_change_s,o,k)});function _(m){let{trip:I,scenario:N,reverse:b,own:O,code:k,point:v}=m,E=[I.id,N,b,k,v].join("/"),M=g.get(E);if(M===void 0){let T=I.timetable[b?
"to":"from"][N],[x,D]=b?["egress","access"]:["access","egress"],j=[];A(q(m,x),v,e,e+o,(G,L)=>j.push([G,L]));let H=w(q(m,D)),P=b?T.moments_s.map(G=>-G).reverse():
T.moments_s,Y={moments:P,limit:T.limit_s,rides:T.max_rides};M={keys:dn(h(T.plan,b),f(I.id,N,O,k,T.changes,b),{access:j,onward:H,window:Y,usable:p(k)}),served:H.
served,count:P.length,near:j.length}}return g.delete(E),g.set(E,M),g.size>Zn&&g.delete(g.keys().next().value),M}function S(m){let{trip:I,reverse:N,own:b,code:O}=m,
k=q(m,"direct"),v=new Float64Array(s);r.toAll({...k,point:m.point,limit:k.within},0,s,v);let{limit_s:E}=I.timetable[N?"to":"from"][m.scenario],M=I.legs[N?"acces\
s":"egress"],{status:T}=r.snapping(b?M.own_snapping:M.snapping);for(let $=0;$<s;$++){let G=Math.min(v[$],k.limit),L=T[$]!==0||b&&i[$]!==O;v[$]=L||!(v[$]<1/0&&G<=
E)?1/0:c(G)}let{keys:x,served:D,count:j,near:H}=_(m),P=wn(x,j,m.percentile),Y=Uint8Array.from(v,$=>+($<1/0));return D.forEach(($,G)=>{P[G]<v[$]&&(v[$]=P[G],Y[$]=
0)}),{seconds:v,walked:Y,status:H>0?"":"no_service"}}return{times:S}}var Nn=["","not_snapped","outside_data"],On=n=>n!==""&&Nn.includes(n),qn=12;function rn(n,t){let r=t.n_cells,s=n["point/country"],o=new Map(t.trips.map(u=>[u.id,
u])),e=_n(n,t),i=vn(n,t,e),a={cell:[0,r],place:[r,t.n_places],stop:[r+t.n_places,t.n_stops]},c=new Map;function d({kind:u,index:l}){if(!Object.hasOwn(a,u)||!(l>=
0&&l<a[u][1]))throw new RangeError(`no ${u} ${l}`);return a[u][0]+l}function h(u){let l=o.get(u.trip);if(l===void 0)throw new RangeError(`no trip ${u.trip}`);let w=t.
scenarios.indexOf(u.scenario??t.scenarios[0]);if(w<0)throw new RangeError(`no scenario ${u.scenario}`);let f=u.direction??"from";if(f!=="from"&&f!=="to")throw new RangeError(
`no direction ${f}`);let _=u.foreign_routing===!1,S=d(u.place),m=l.percentiles,I=u.percentile??(m.includes(50)?50:m[0]);return{trip:l,scenario:w,reverse:f==="to",
own:_,point:S,code:_?s[S]:0,percentile:I}}function y(u){let l=q(u,"street"),w=new Float64Array(r);e.toAll({...l,point:u.point,limit:l.within},0,r,w);for(let f=0;f<
r;f++)u.own&&s[f]!==u.code?w[f]=1/0:w[f]<1/0&&(w[f]=Math.min(w[f]+l.park,l.limit));return w}function g(u,{minutes:l,walked:w},f,_){let[S,m]=u.reverse?[_,f]:[f,_],
I=u.trip.legs[S][u.own?"own_snapping":"snapping"],N=e.snapping(u.trip.legs[m].snapping).status;if(e.snapping(I).status[u.point]!==0)return;let b=u.point<r?[u.point]:
[];n["twin/point"].forEach((O,k)=>{O===u.point&&b.push(n["twin/cell"][k])});for(let O of b)N[O]===0&&(l[O]=0,w&&(w[O]=1))}function p(u){let{trip:l,own:w,point:f}=u;
if(w&&u.code===0)throw new RangeError("the country of the place is not known");let _=l.mode==="transit"?["access","egress"]:["street","street"],S=l.legs[_[u.reverse?
1:0]],m=e.snapping(w?S.own_snapping:S.snapping),I=new Float32Array(r).fill(NaN),N=Nn[m.status[f]];if(N!=="")return{minutes:I,status:N,walked:null};let b,O=null;
l.mode==="transit"?{seconds:b,status:N,walked:O}=i.times(u):b=y(u);for(let k=0;k<r;k++)b[k]<1/0&&(I[k]=Math.fround(b[k])/60);return g(u,{minutes:I,walked:O},..._),
{minutes:I,status:N,walked:O}}function A(u){let l=h(u),w=[l.point,l.trip.id,l.reverse,l.own,l.scenario,l.percentile].join("/"),f=c.get(w)??p(l);return c.delete(
w),c.set(w,f),c.size>qn&&c.delete(c.keys().next().value),f}return{times:A}}function nt(n,t){let r={};for(let[s,o]of Object.entries(n)){if(s.startsWith("opportunity/cell/")&&(r[s.slice(17)]=o),!s.startsWith("opportunity/municipality/"))
continue;let e=new Float64Array(o.length);for(let i=0;i<t.n;i++)e[t.municipality[i]]+=t.population[i];r[s.slice(25)]=Float64Array.from(t.municipality,(i,a)=>o[i]*
t.population[a]/e[i])}return r}function Tn(n,t,r){return(n[`${t}/name`]||n[`${t}/id`]||[]).map((o,e)=>({id:n[`${t}/id`][e],name:o,lon:n[`${t}/lon`][e],lat:n[`${t}\
/lat`][e],country:r[e]}))}function kn(n,t,r,s){let o=new Map;for(let e=0;e<n.n;e++){let i=n.country[e],a=o.get(i);a||o.set(i,a={total:0,known:0,unknown:0,any:!1});
let c=r[e],d=Number.isNaN(c);d||(a.any=!0),s(t[e],i)&&(d?a.unknown++:(a.known++,a.total+=c))}for(let e of o.values())(!e.any||e.unknown>0&&e.known===0)&&(e.total=
NaN);return o}function tt(n,t,r,s,o,{resistance:e=0}={}){let i=gn(s),a=kn(n,t,r,A=>A<=i),c=e===0?a:kn(n,t,r,(A,u)=>(u===o?A:Math.fround(A+e))<=i),d=A=>a.get(A)?.
total??0,[h,y,g,p]=[0,0,0,0];for(let[A,u]of a)p+=u.unknown,A===o?h+=u.total:(y+=u.total,g+=c.get(A)?.total??0);return{nl:d(1),de:d(2),total:h+y,closed:h,realised:h+
g,felt:g,open:h+y,missing:p}}function et(n){let t=Math.ceil(n);return t>0&&n<=gn(t-1)?t-1:t}function Mn(n){for(let t=1;t<n.length;t++)n[t]+=n[t-1]}function ot(n,t,r,s){
let o=()=>new Float64Array(s+1),e={nl:o(),de:o(),total:o(),unknown:o()},i=[o(),e.nl,e.de],a=i.map(()=>({any:!1,known:o(),unknown:o()}));for(let c=0;c<n.n;c++){let d=n.
country[c],h=Number.isNaN(r[c]);if(h||(a[d].any=!0),Number.isNaN(t[c]))continue;let y=et(t[c]);if(!(y>s)){if(a[d][h?"unknown":"known"][y]++,h){e.unknown[y]++;continue}
e.total[y]+=r[c],i[d][y]+=r[c]}}Object.values(e).forEach(Mn);for(let{known:c,unknown:d}of a)[c,d].forEach(Mn);for(let c of[1,2]){let{any:d,known:h,unknown:y}=a[c];
for(let g=0;g<=s;g++)(!d||y[g]>0&&h[g]===0)&&(i[c][g]=NaN)}return e}function xn(n,t){let r=t.n_cells,s=r+t.n_places,o=n["point/country"],e={n:r,id:n["cell/id"],
lon:n["cell/lon"],lat:n["cell/lat"],country:o.subarray(0,r),municipality:n["cell/municipality"],population:n["cell/population"]};return{cells:e,places:Tn(n,"pla\
ce",o.subarray(r)),stops:Tn(n,"stop",o.subarray(s)),municipalities:n["municipality/code"]||[],opportunities:nt(n,e),trips:t.trips,scenarios:t.scenarios,meta:t,arrays:n,
reach:(...i)=>tt(e,...i),curve:(...i)=>ot(e,...i)}}var hn={uint8:Uint8Array,int8:Int8Array,uint16:Uint16Array,int16:Int16Array,uint32:Uint32Array,int32:Int32Array,float32:Float32Array,float64:Float64Array};function st(n){
let t=atob(n),r=new Uint8Array(t.length);for(let s=0;s<r.length;s++)r[s]=t.charCodeAt(s);return r}async function rt(n){let t=new Blob([n]).stream().pipeThrough(
new DecompressionStream("deflate"));return new Uint8Array(await new Response(t).arrayBuffer())}function ct(n,{n:t,width:r,steps:s=0}){let o=new Int32Array(t);for(let e=0;e<
t;e++){let i=n[e];r>1&&(i|=n[t+e]<<8),r>2&&(i|=n[2*t+e]<<16|n[3*t+e]<<24),o[e]=i>>>1^-(i&1)}for(let e=0;e<s;e++)for(let i=1;i<t;i++)o[i]=o[i]+o[i-1]|0;return o}
function it(n,t){let r=new hn[t.type](t.n),s=10**t.digits,o=Object.hasOwn(t,"null");for(let e=0;e<t.n;e++)r[e]=o&&n[e]===t.null?NaN:n[e]/s;return r}function at(n,{
type:t,n:r,width:s}){let o=new Uint8Array(r*s);for(let c=0;c<s;c++)for(let d=0;d<r;d++)o[d*s+c]=n[c*r+d];let e=new DataView(o.buffer),i=new hn[t](r),a=s===8?"ge\
tFloat64":"getFloat32";for(let c=0;c<r;c++)i[c]=e[a](c*s,!0);return i}async function lt(n,t){let r=await rt(st(t));if(n.type==="text")return n.n===0?[]:new TextDecoder().
decode(r).split(`
`);if(!Object.hasOwn(n,"steps"))return at(r,n);let s=ct(r,n);return Object.hasOwn(n,"digits")?it(s,n):n.type==="int32"?s:hn[n.type].from(s)}async function en(n,t){
if(n.format!==1||n.parts.length!==t.length)throw new Error(`packed in format ${n.format}, ${t.length} chunks`);let r=await Promise.all(n.parts.map((s,o)=>lt(s,t[o])));
return Object.fromEntries(n.parts.map((s,o)=>[s.name,r[o]]))}var ft=n=>n instanceof Error?n.message:String(n);function Rn(n){let t=null;n.addEventListener("message",async({data:r})=>{let{number:s,asked:o,manifest:e,chunks:i}=r;
try{if(t===null){t=en(e,i).then(h=>rn(h,e.meta)),await t,n.postMessage({opened:!0});return}let{minutes:a,walked:c,status:d}=(await t).times(o);n.postMessage({number:s,
minutes:a,walked:c,status:d})}catch(a){n.postMessage({number:s,failed:ft(a)})}})}async function ut(n,t){let r=await en(n,t),s=xn(r,n.meta),o=rn(r,n.meta),e=new WeakSet;function i(c,...d){let h=s.reach(c,...d);return e.has(c)?Object.fromEntries(
Object.keys(h).map(y=>[y,NaN])):h}function a(c){let d=o.times(c);return On(d.status)&&e.add(d.minutes),d}return{...s,times:a,reach:i}}Object.assign(globalThis,{
GrensgeoEngine:{open:ut,unpack:en}});typeof document>"u"&&Rn(globalThis);})();
