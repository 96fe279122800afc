/* grensgeo engine: bundled from js/ by `make js`; edit there.
   sources d56e1bf2e1f4d023: src/engine/answers.js src/engine/counting.js src/engine/main.js src/engine/streets.js src/engine/timetable.js src/engine/transit.js src/engine/unpack.js src/engine/worker.js src/shared/precision.js */
"use strict";(()=>{function fn(n,t){let i=n["edge/count"],o=n["edge/head_step"],e=o.length,s=new Int32Array(e),c=new Int32Array(e),a=new Int32Array(t+1);for(let p=0,f=0;p<t;p++)for(let m=0,
w=p;m<i[p];m++,f++)w+=o[f],s[f]=p,c[f]=w,a[p+1]++,a[w+1]++;for(let p=0;p<t;p++)a[p+1]+=a[p];let r=a.slice(),l=new Int32Array(2*e),d=new Int32Array(2*e),u=new Uint8Array(
2*e);for(let p=0;p<e;p++){let f=r[s[p]]++;l[f]=c[p],d[f]=p;let m=r[c[p]]++;l[m]=s[p],d[m]=p,u[m]=1}return{nVertices:t,nEdges:e,tail:s,head:c,start:a,heads:l,edges:d,
ways:u}}function un(n){return{dist:new Float64Array(n).fill(1/0),heap:new Int32Array(n),place:new Int32Array(n).fill(-1),touched:new Int32Array(n),count:0}}function W(n,t,i,o){
let{heap:e,place:s,dist:c}=n;for(;t>0;){let a=t-1>>2,r=e[a];if(c[r]<=o)break;e[t]=r,s[r]=t,t=a}e[t]=i,s[i]=t}function pn(n,t,i){let{heap:o,place:e,dist:s}=n,c=s[t],
a=0;for(;;){let r=4*a+1;if(r>=i)break;let l=Math.min(r+4,i),d=s[o[r]];for(let u=r+1;u<l;u++){let p=s[o[u]];p<d&&(d=p,r=u)}if(d>=c)break;o[a]=o[r],e[o[a]]=a,a=r}
o[a]=t,e[t]=a}function dn(n){for(let t=0;t<n.count;t++)n.dist[n.touched[t]]=1/0,n.place[n.touched[t]]=-1;n.count=0}function mn(n,t,i,o,e){let{start:s,heads:c}=n,
{dist:a,heap:r,place:l,touched:d}=e;dn(e);let u=0,p=0;for(let[f,m]of i)f<0||!(m<=o)||m>=a[f]||(l[f]<0&&(d[p++]=f,l[f]=u++),a[f]=m,W(e,l[f],f,m));for(;u>0;){let f=r[0],
m=a[f];u--,u>0&&pn(e,r[u],u);for(let w=s[f],g=s[f+1];w<g;w++){let y=c[w],h=m+t[w];h>=a[y]||h>o||(a[y]===1/0&&(d[p++]=y,l[y]=u++),a[y]=h,W(e,l[y],y,h))}}e.count=
p}function wn(n,t,i,o){let{edges:e,ways:s,nEdges:c}=n,{ahead:a,back:r}=t,[l,d]=o?[r,a]:[a,r],u=new Float64Array(e.length),p=new Uint8Array(c);if(i!==0)for(let f=0;f<
c;f++)p[f]=t.country[f]===i||t.country[f]===255?0:1;for(let f=0;f<e.length;f++){let m=e[f],w=s[f]===0?l[m]:d[m];u[f]=p[m]||Number.isNaN(w)?1/0:w}return u}function hn(n,t,i,o){
let{at:e,edge:s,fraction:c,distance:a}=t,r=e.length,l=new Int32Array(2*r).fill(-1),d=new Float64Array(2*r).fill(1/0),u=new Float64Array(2*r).fill(1/0),p=f=>Number.
isNaN(f)?1/0:f;for(let f=0,m=0;f<r;f++){let w=a[f]*o;if(e[f]>=0)l[2*f]=e[f],d[2*f]=u[2*f]=w;else if(e[f]===-2){let g=s[m],y=c[m++],{along:h,begin:A,end:_}=i;l[2*
f]=n.tail[g],l[2*f+1]=n.head[g],d[2*f]=p(h[1][g]*y+_(g,1))+w,d[2*f+1]=p(h[0][g]*(1-y)+_(g,0))+w,u[2*f]=p(h[0][g]*y+A(g,0))+w,u[2*f+1]=p(h[1][g]*(1-y)+A(g,1))+w}}
return{vertex:l,leave:d,enter:u}}function gn(n,t,i){let o=n["edge/length_m"],e=n["edge/class"],s=n["class/pace"],c=o.length,a=n["class/country"].length,r=[0,1].
map(w=>{let g=(2*t+w)*a,y=new Float64Array(c);for(let h=0;h<c;h++)y[h]=o[h]*s[g+e[h]];return y}),l=n[`layer/${t}/edge`];if(l===void 0){let w=()=>0;return{along:r,
country:i,ahead:r[0],back:r[1],begin:w,end:w}}let d=["begin_s","end_s"].map(w=>{let g=new Float64Array(2*c),y=n[`layer/${t}/${w}`];return l.forEach((h,A)=>g.set(
y.subarray(2*A,2*A+2),2*h)),g}),[u,p]=d.map(w=>(g,y)=>w[2*g+y]),[f,m]=[0,1].map(w=>r[w].map((g,y)=>u(y,w)+g+p(y,w)));return{along:r,country:i,ahead:f,back:m,begin:u,
end:p}}function yn(n,t){let i=e=>n[`snap/${t}/${e}`],o={at:i("at"),edge:i("edge"),fraction:i("fraction"),distance:i("distance_m"),status:i("status"),place:new Map,
onEdge:new Map};return o.at.forEach((e,s)=>{if(e!==-2)return;let c=o.place.size;o.place.set(s,c);let a=o.edge[c];o.onEdge.has(a)||o.onEdge.set(a,[]),o.onEdge.get(
a).push([s,c])}),o}function R(n){let t=new Map;return(...i)=>{let o=i.join("/");return t.has(o)||t.set(o,n(...i)),t.get(o)}}function An(n,t,i,o){let e=new Int32Array(
t+1);for(let a=2*i;a<2*o;a++)n[a]>=0&&e[n[a]+1]++;for(let a=0;a<t;a++)e[a+1]+=e[a];let s=new Int32Array(e[t]),c=e.slice();for(let a=2*i;a<2*o;a++)n[a]>=0&&(s[c[n[a]]++]=
a);return{start:e,entry:s}}function z(n,t){let i=fn(n,t.n_vertices),o=n["class/country"],e=n["edge/class"].map(h=>o[h]),s=R(h=>gn(n,h,e)),c=R(h=>yn(n,h)),a=R((h,A,_)=>wn(
i,s(h),A,_)),r=R((h,A)=>hn(i,c(h),s(A),t.off_network_s_per_m)),l=R((h,A,_,b)=>An(r(h,A).vertex,t.n_vertices,_,b)),d=un(t.n_vertices),u=t.n_cells+t.n_places+t.n_stops,
p=new Float64Array(u).fill(1/0),f=new Int32Array(u);function m({snap:h,number:A,code:_,reverse:b,point:O,limit:v}){let{vertex:M,leave:I,enter:S}=r(h,A),N=b?S:I,
E=[0,1].map(x=>[M[2*O+x],N[2*O+x]]);mn(i,a(A,_,b),E,v,d)}function w({snap:h,number:A,reverse:_,point:b},O){let{edge:v,fraction:M,distance:I,place:S,onEdge:N}=c(
h),E=S.get(b);if(E===void 0)return;let x=s(A).along;for(let[k,T]of N.get(v[E])){let[D,B]=_?[M[T],M[E]]:[M[E],M[T]],an=B>=D?0:1,ln=B===D?0:x[an][v[T]]*Math.abs(B-
D);O(k,ln+(I[b]+I[k])*t.off_network_s_per_m)}}function g(h,A,_,b){m(h);let{vertex:O,leave:v,enter:M}=r(h.snap,h.number),I=h.reverse?v:M,{dist:S}=d;for(let N=A;N<
_;N++){let E=1/0,x=O[2*N];x>=0&&(E=S[x]+I[2*N]);let k=O[2*N+1];k>=0&&(E=Math.min(E,S[k]+I[2*N+1])),b[N-A]=E<=h.limit?E:1/0}w(h,(N,E)=>{N<A||N>=_||!(E<=h.limit)||
E<b[N-A]&&(b[N-A]=E)})}function y(h,A,_,b){m(h);let{leave:O,enter:v}=r(h.snap,h.number),M=h.reverse?O:v,{start:I,entry:S}=l(h.snap,h.number,A,_),{limit:N}=h,E=0,
x=(k,T)=>{T<p[k]&&T<=N&&(p[k]===1/0&&(f[E++]=k),p[k]=T)};for(let k=0;k<d.count;k++){let T=d.touched[k];for(let D=I[T];D<I[T+1];D++)x(S[D]>>1,d.dist[T]+M[S[D]])}
w(h,(k,T)=>{k>=A&&k<_&&x(k,T)});for(let k=0;k<E;k++){let T=p[f[k]];p[f[k]]=1/0,b(f[k],T)}}return{snapping:c,toAll:g,toNear:y}}var G=n=>Math.fround(n*(1+4e-7));var P=n=>Math.ceil(n-.01);function $(n){let t=new Int32Array(n.length+1);for(let i=0;i<n.length;i++)t[i+1]=t[i]+n[i];return t}function K(n){let{"pattern/calls":t,
"pattern/runs":i,"call/ride_s":o,"call/stand_s":e}=n,s=new Int32Array(o.length),c=new Int32Array(o.length),a=new Int32Array(t.length+1);for(let u=0,p=0;u<t.length;u++){
let f=new Int32Array(t[u]),m=new Int32Array(t[u]);for(let w=0;w<i[u];w++)for(let g=0,y=0;g<t[u];g++,p++)f[g]+=o[p],m[g]+=e[p],y+=f[g],s[p]=y,y+=m[g],c[p]=y;a[u+
1]=p}let{"call/stop":r,"call/board":l,"call/alight":d}=n;return{calls:t,runs:i,arrival:s,departure:c,timeStart:a,callStart:$(t),runStart:$(i),stop:r,board:l,alight:d}}
function bn(n,t,i,o){let e=[];for(let s=0;s<n.runs[t];s++)i[n.runStart[t]+s]&&e.push(s);return o?e.reverse():e}function In(n,t,i){let o=new Int32Array(i);for(let a of n)
o[t[a]]++;let e=$(o),s=new Int32Array(n.length),c=e.slice();for(let a of n)s[c[t[a]]++]=a;return{stopStart:e,stopCall:s}}function Y(n,t,i,o){let e=n.stop.length,
s=()=>new Int32Array(e),[c,a,r,l,d,u]=Array.from({length:6},s),p=new Uint8Array(e),f=[],m=[],w=[],g=o?-1:1,[y,h]=o?[n.departure,n.arrival]:[n.arrival,n.departure],
[A,_]=o?[n.alight,n.board]:[n.board,n.alight];for(let b=0;b<n.calls.length;b++){let O=n.calls[b],v=bn(n,b,t,o),M=n.callStart[b];for(let I=0;I<O;I++){let S=o?O-1-
I:I,N=M+S,E=M+I;c[E]=n.stop[N],a[E]=M+O-1,p[E]=_[N],r[E]=f.length+I,l[E]=O,d[E]=m.length,u[E]=v.length,A[N]&&I<O-1&&v.length>0&&w.push(E);for(let x of v)m.push(
g*h[n.timeStart[b]+x*O+S])}for(let I of v)for(let S=0;S<O;S++)f.push(g*y[n.timeStart[b]+I*O+(o?O-1-S:S)])}return{callStop:c,callEnd:a,callOff:p,callArrival:r,callStride:l,
callDeparture:d,callTrips:u,nCalls:e,arrival:Int32Array.from(f),departure:Int32Array.from(m),...In(w,c,i)}}function En(n,t,i,o){let e=new Map,s=u=>{if(u.from===
u.to)return;let p=u.from*o+u.to,f=e.get(p);(f===void 0||f.stated===u.stated&&u.seconds<f.seconds)&&e.set(p,u)},{transfer_from:c,transfer_to:a,transfer_s:r,forbidden_from:l,
forbidden_to:d}=n;for(let u=0;u<c.length;u++)s({from:c[u],to:a[u],seconds:r[u],stated:!0});for(let[u,p,f]of t)s({from:u,to:p,seconds:P(f+i),stated:!1});for(let u=0;u<
l.length;u++)e.delete(l[u]*o+d[u]);return[...e.values()]}function J(n,t,i,o,e){let{stop:s,change_ok:c,min_change_s:a}=n,r=[];for(let g=0;g<s.length;g++)c[g]&&r.
push({from:s[g],to:s[g],seconds:a[g]});r.push(...En(n,t,i,o));let[l,d]=e?["to","from"]:["from","to"],u=new Int32Array(o);for(let g of r)u[g[l]]++;let p=$(u),f=p.
slice(),m=new Int32Array(r.length),w=new Int32Array(r.length);for(let g of r){let y=f[g[l]]++;m[y]=g[d],w[y]=g.seconds}return{wayStart:p,wayStop:m,waySeconds:w}}
function On(n,t,i){let o=i+1,e=()=>({stop:new Int32Array(n),since:new Int32Array(n),n:0});return{wide:o,rides:i,stamp:0,latest:0,arrival:new Int32Array(n*o).fill(
1073741824),ready:new Int32Array(n*o).fill(1073741824),aboard:new Int16Array(t*i).fill(32767),best:new Int32Array(n).fill(1073741824),marked:e(),met:e(),better:e()}}
function j(n,t,i){n.since[t]!==i&&(n.since[t]=i,n.stop[n.n++]=t)}function C(n,t,i,o){for(let e=t;e<i&&n[e]>o;e++)n[e]=o}function Nn(n,t,i,o){let e=0,s=i-1;for(;e<
s;){let c=e+s>>1;n[t+c]<o?e=c+1:s=c}return e}function vn(n,t,i,o,e,s){let{callStop:c,callEnd:a,callOff:r,arrival:l}=n,{wide:d,rides:u,arrival:p,aboard:f,met:m,stamp:w,
latest:g}=t,y=n.callArrival[e]+s*n.callStride[e]-e;for(let h=e+1,A=a[e];h<=A;h++){let _=c[h];if(i!==null&&i[_]===0)break;let b=(h-1)*u+o-1;if(f[b]<=s)break;C(f,
b,h*u,s);let O=l[y+h];if(O>g)break;let v=_*d+o;r[h]&&O<p[v]&&(p[v]=O,j(m,_,w))}}function kn(n,t,i,o){let{stopStart:e,stopCall:s,callDeparture:c,callTrips:a,departure:r}=n,
{wide:l,rides:d,ready:u,aboard:p,marked:f}=t;t.met.n=0;for(let m=0;m<f.n;m++){let w=f.stop[m],g=u[w*l+o-1];for(let y=e[w],h=e[w+1];y<h;y++){let A=s[y],_=c[A],b=Math.
min(p[A*d+o-1],a[A]);b===0||r[_+b-1]<g||vn(n,t,i,o,A,Nn(r,_,b,g))}}}function Sn({stopStart:n},{wayStart:t,wayStop:i,waySeconds:o},e,s,c,a){let{wide:r,rides:l,arrival:d,
ready:u,best:p,marked:f,met:m,better:w,stamp:g,latest:y}=e;f.n=0;for(let h=0;h<m.n;h++){let A=m.stop[h],_=A*r+c,b=d[_];C(d,_+1,(A+1)*r,b);let O=(b<<4)+c;if(O<p[A]&&
(p[A]=O,j(w,A,a)),c!==l)for(let v=t[A],M=t[A+1];v<M;v++){let I=i[v],S=b+o[v];S>y||S>=u[I*r+c]||n[I]!==n[I+1]&&(s!==null&&s[I]===0||(C(u,I*r+c,(I+1)*r,S),j(f,I,g)))}}}
function Mn({start:n,place:t,seconds:i},{best:o,better:e},s){for(let c=0;c<e.n;c++){let a=e.stop[c];for(let r=n[a],l=n[a+1];r<l;r++){let d=o[a]+(i[r]<<4);d<s[t[r]]&&
(s[t[r]]=d)}}}function Q(n,t,{access:i,onward:o,window:e,usable:s}){let{moments:c,limit:a,rides:r}=e,l=On(t.wayStart.length-1,n.nCalls,r),{wide:d,ready:u,marked:p}=l,
f=new Int32Array(o.nPlaces).fill(1073741824),m=new Int32Array(o.nPlaces*c.length),w=(a<<4)+16-1;for(let g=c.length-1;g>=0;g--){let y=c[g],h=++l.stamp;l.latest=y+
a,p.n=l.better.n=0;for(let[_,b]of i)C(u,_*d,(_+1)*d,y+b),j(p,_,h);for(let _=1;_<=r&&p.n>0;_++)l.stamp++,kn(n,l,s,_),Sn(n,t,l,s,_,h);Mn(o,l,f);let A=y<<4;for(let _=0;_<
o.nPlaces;_++){let b=f[_]-A;m[_*c.length+g]=b<=w?b:1073741824}}return m}function Tn(n,t,i,o){let e=t,s=t+i-1,c=t+o;for(;e<s;){let a=n[e+s>>1],r=e,l=s;for(;r<=l;){
for(;n[r]<a;)r++;for(;n[l]>a;)l--;if(r<=l){let d=n[r];n[r++]=n[l],n[l--]=d}}if(c<=l)s=l;else if(c>=r)e=r;else break}return n[c]}function xn(n,t){return Math.max(
Math.ceil(n*t/100-1e-9)-1,0)}function X(n,t,i){let o=n.length/t,e=xn(i,t),s=new Float64Array(o);for(let c=0;c<o;c++){let a=Tn(n,c*t,t,e);s[c]=a===1073741824?1/0:
a>>4}return s}var Dn=4,Fn=["stop","min_change_s","change_ok","transfer_from","transfer_to","transfer_s","forbidden_from","forbidden_to"];function F({trip:n,scenario:t,own:i,code:o,
reverse:e},s){let c=n.legs[s],a=c.limit_min===null?1/0:60*c.limit_min,r=60*c.park_min;return{snap:i?c.own_snapping:c.snapping,number:c.layers[t],code:o,reverse:e,
limit:a,park:r,within:(a-r)*(1+4e-7)}}function Z({streets:n,country:t},i,o,[e,s],c){let{code:a,park:r,limit:l,within:d}=i;n.toNear({...i,point:o,limit:d},e,s,(u,p)=>{
a!==0&&t[u]!==a||c(u-e,P(Math.min(p+r,l)))})}function Un(n,t){let{n_stops:i,n_cells:o}=n.meta,e=n.usable(t.code),s=new Int32Array(i+1),c=[],a=[];for(let d=0;d<i;d++)
(e===null||e[d])&&Z(n,t,n.firstStop+d,[0,o],(u,p)=>{c.push(u),a.push(p)}),s[d+1]=c.length;let r=Int32Array.from(new Set(c)).sort(),l=new Int32Array(o);return r.
forEach((d,u)=>{l[d]=u}),{start:s,place:Int32Array.from(c,d=>l[d]),seconds:Int32Array.from(a),served:r,nPlaces:r.length}}function $n({arrays:n,meta:t,streets:i,
firstStop:o,usable:e},s,c,a){let r=t.n_stops,l=e(s.code),d=[];for(let p=0;p<r;p++){if(l!==null&&!l[p])continue;let f={...s,point:o+p,limit:s.within};i.toNear(f,
o,o+r,(m,w)=>{l!==null&&!l[m-o]||d.push([p,m-o,Math.min(w,s.limit)])})}let u=Object.fromEntries(Fn.map(p=>[p,n[`changes/${c}/${p}`]]));return J(u,d,t.least_change_s,
r,a)}function jn({meta:n,streets:t,country:i},o){let{trip:e,reverse:s,own:c,code:a}=o,r=F(o,"direct"),l=new Float64Array(n.n_cells);t.toAll({...r,point:o.point,
limit:r.within},0,n.n_cells,l);let d=e.timetable[s?"to":"from"][o.scenario].limit_s,u=e.legs[s?"access":"egress"],{status:p}=t.snapping(c?u.own_snapping:u.snapping);
return l.map((f,m)=>{let w=Math.min(f,r.limit);return p[m]!==0||c&&i[m]!==a||!(f<1/0&&w<=d)?1/0:P(w)})}function Cn(n){let{arrays:t,meta:i,firstStop:o,usable:e}=n,
s=new Map(i.trips.map(f=>[f.id,f])),c=R(()=>K(t)),a=R((f,m)=>Y(c(),t[`plan/${f}/run`],i.n_stops,m)),r=R((f,m,w,g,y,h)=>{let A=s.get(f);return $n(n,F({trip:A,scenario:m,
own:w,code:g,reverse:!1},"change"),y,h)}),l=new Map;function d(f){let m=[f.snap,f.number,f.code,f.reverse,f.limit,f.park].join("/"),w=l.get(m);return w||l.set(m,
w=Un(n,f)),w}let u=new Map;function p(f){let{trip:m,scenario:w,reverse:g,own:y,code:h,point:A}=f,_=m.timetable[g?"to":"from"][w],[b,O]=g?["egress","access"]:["a\
ccess","egress"],v=[];Z(n,F(f,b),A,[o,o+i.n_stops],(N,E)=>v.push([N,E]));let M=d(F(f,O)),I=g?_.moments_s.map(N=>-N).reverse():_.moments_s;return{keys:Q(a(_.plan,
g),r(m.id,w,y,h,_.changes,g),{access:v,onward:M,window:{moments:I,limit:_.limit_s,rides:_.max_rides},usable:e(h)}),served:M.served,count:I.length,near:v.length}}
return f=>{let{trip:m,scenario:w,reverse:g,code:y,point:h}=f,A=[m.id,w,g,y,h].join("/"),_=u.get(A)??p(f);return u.delete(A),u.set(A,_),u.size>Dn&&u.delete(u.keys().
next().value??""),_}}function V(n,t,i){let o=t.n_cells+t.n_places,e=n["point/country"],s=R(l=>l===0?null:Uint8Array.from({length:t.n_stops},(d,u)=>+(e[o+u]===l))),
c={arrays:n,meta:t,streets:i,country:e,firstStop:o,usable:s},a=Cn(c);function r(l){let d=jn(c,l),{keys:u,served:p,count:f,near:m}=a(l),w=X(u,f,l.percentile),g=Uint8Array.
from(d,y=>+(y<1/0));return p.forEach((y,h)=>{w[h]<d[y]&&(d[y]=w[h],g[y]=0)}),{seconds:d,walked:g,status:m>0?"":"no_service"}}return{times:r}}var q=["","not_snapped","outside_data"],nn=n=>n!==""&&q.includes(n),Hn=12;function Bn(n,t){let i=new Map(n.trips.map(r=>[r.id,r])),{n_cells:o,n_places:e,n_stops:s}=n,
c={cell:[0,o],place:[o,e],stop:[o+e,s]};function a({kind:r,index:l}){if(!Object.hasOwn(c,r)||!(l>=0&&l<c[r][1]))throw new RangeError(`no ${r} ${l}`);return c[r][0]+
l}return r=>{let l=i.get(r.trip);if(l===void 0)throw new RangeError(`no trip ${r.trip}`);let d=n.scenarios.indexOf(r.scenario??n.scenarios[0]);if(d<0)throw new RangeError(
`no scenario ${r.scenario}`);let u=r.direction??"from";if(u!=="from"&&u!=="to")throw new RangeError(`no direction ${u}`);let p=r.foreign_routing===!1,f=a(r.place),
m=p?t[f]:0;if(p&&m===0)throw new RangeError("the country of the place is not known");let w=l.percentiles,g=r.percentile??(w.includes(50)?50:w[0]);return{trip:l,
scenario:d,reverse:u==="to",own:p,point:f,code:m,percentile:g}}}function Gn({n,country:t,streets:i},o){let e=F(o,"street"),s=new Float64Array(n);i.toAll({...e,point:o.
point,limit:e.within},0,n,s);for(let c=0;c<n;c++)o.own&&t[c]!==o.code?s[c]=1/0:s[c]<1/0&&(s[c]=Math.min(s[c]+e.park,e.limit));return s}function tn({trip:n,reverse:t}){
return n.mode!=="transit"?["street","street"]:t?["egress","access"]:["access","egress"]}function Ln({arrays:n,n:t,streets:i},o,{minutes:e,walked:s}){let{trip:c,
own:a,point:r}=o,[l,d]=tn(o),u=i.snapping(c.legs[d].snapping).status;if(i.snapping(c.legs[l][a?"own_snapping":"snapping"]).status[r]!==0)return;let p=r<t?[r]:[];
n["twin/point"].forEach((f,m)=>{f===r&&p.push(n["twin/cell"][m])});for(let f of p)u[f]===0&&(e[f]=0,s&&(s[f]=1))}function Wn(n,t){let{n:i,streets:o,transit:e}=n,
{trip:s,own:c,point:a}=t,r=s.legs[tn(t)[0]],l=new Float32Array(i).fill(NaN),d=q[o.snapping(c?r.own_snapping:r.snapping).status[a]];if(d!=="")return{minutes:l,status:d,
walked:null};let u=s.mode==="transit"?e.times(t):{seconds:Gn(n,t),walked:null,status:d};for(let p=0;p<i;p++)u.seconds[p]<1/0&&(l[p]=Math.fround(u.seconds[p])/60);
return Ln(n,t,{minutes:l,walked:u.walked}),{minutes:l,status:u.status,walked:u.walked}}function H(n,t){let i=z(n,t),o={arrays:n,n:t.n_cells,country:n["point/cou\
ntry"],streets:i,transit:V(n,t,i)},e=Bn(t,o.country),s=new Map;return{times(c){let a=e(c),r=[a.point,a.trip.id,a.reverse,a.own,a.scenario,a.percentile].join("/"),
l=s.get(r)??Wn(o,a);return s.delete(r),s.set(r,l),s.size>Hn&&s.delete(s.keys().next().value??""),l}}}function zn(n,t){let i={};for(let[o,e]of Object.entries(n)){if(o.startsWith("opportunity/cell/")&&(i[o.slice(17)]=e),!o.startsWith("opportunity/municipality/"))
continue;let s=new Float64Array(e.length);for(let c=0;c<t.n;c++)s[t.municipality[c]]+=t.population[c];i[o.slice(25)]=Float64Array.from(t.municipality,(c,a)=>e[c]*
t.population[a]/s[c])}return i}function en(n,t,i){return(n[`${t}/name`]||n[`${t}/id`]||[]).map((e,s)=>({id:n[`${t}/id`][s],name:e,lon:n[`${t}/lon`][s],lat:n[`${t}\
/lat`][s],country:i[s]}))}function on(n,t,i,o){let e=new Map;for(let s=0;s<n.n;s++){let c=n.country[s],a=e.get(c);a||e.set(c,a={total:0,known:0,unknown:0,any:!1});
let r=i[s],l=Number.isNaN(r);l||(a.any=!0),o(t[s],c)&&(l?a.unknown++:(a.known++,a.total+=r))}for(let s of e.values())(!s.any||s.unknown>0&&s.known===0)&&(s.total=
NaN);return e}function Kn(n,t,i,o,e,{resistance:s=0}={}){let c=G(o),a=on(n,t,i,m=>m<=c),r=s===0?a:on(n,t,i,(m,w)=>(w===e?m:Math.fround(m+s))<=c),l=m=>a.get(m)?.
total??0,[d,u,p,f]=[0,0,0,0];for(let[m,w]of a)f+=w.unknown,m===e?d+=w.total:(u+=w.total,p+=r.get(m)?.total??0);return{nl:l(1),de:l(2),total:d+u,closed:d,realised:d+
p,felt:p,open:d+u,missing:f}}function Yn(n){let t=Math.ceil(n);return t>0&&n<=G(t-1)?t-1:t}function sn(n){for(let t=1;t<n.length;t++)n[t]+=n[t-1]}function Jn(n,t,i,o){
let e=()=>new Float64Array(o+1),s={nl:e(),de:e(),total:e(),unknown:e()},c=[e(),s.nl,s.de],a=c.map(()=>({any:!1,known:e(),unknown:e()}));for(let r=0;r<n.n;r++){let l=n.
country[r],d=Number.isNaN(i[r]);if(d||(a[l].any=!0),Number.isNaN(t[r]))continue;let u=Yn(t[r]);if(!(u>o)){if(a[l][d?"unknown":"known"][u]++,d){s.unknown[u]++;continue}
s.total[u]+=i[r],c[l][u]+=i[r]}}Object.values(s).forEach(sn);for(let{known:r,unknown:l}of a)[r,l].forEach(sn);for(let r of[1,2]){let{any:l,known:d,unknown:u}=a[r];
for(let p=0;p<=o;p++)(!l||u[p]>0&&d[p]===0)&&(c[r][p]=NaN)}return s}function rn(n,t){let i=t.n_cells,o=i+t.n_places,e=n["point/country"],s={n:i,id:n["cell/id"],
lon:n["cell/lon"],lat:n["cell/lat"],country:e.subarray(0,i),municipality:n["cell/municipality"],population:n["cell/population"]};return{cells:s,places:en(n,"pla\
ce",e.subarray(i)),stops:en(n,"stop",e.subarray(o)),municipalities:n["municipality/code"]||[],opportunities:zn(n,s),trips:t.trips,scenarios:t.scenarios,meta:t,arrays:n,
reach:(...c)=>Kn(s,...c),curve:(...c)=>Jn(s,...c)}}var L={uint8:Uint8Array,int8:Int8Array,uint16:Uint16Array,int16:Int16Array,uint32:Uint32Array,int32:Int32Array,float32:Float32Array,float64:Float64Array};function Qn(n){
let t=atob(n),i=new Uint8Array(t.length);for(let o=0;o<i.length;o++)i[o]=t.charCodeAt(o);return i}async function Xn(n){let t=new Blob([n]).stream().pipeThrough(
new DecompressionStream("deflate"));return new Uint8Array(await new Response(t).arrayBuffer())}function Zn(n,{n:t,width:i,steps:o=0}){let e=new Int32Array(t);for(let s=0;s<
t;s++){let c=n[s];i>1&&(c|=n[t+s]<<8),i>2&&(c|=n[2*t+s]<<16|n[3*t+s]<<24),e[s]=c>>>1^-(c&1)}for(let s=0;s<o;s++)for(let c=1;c<t;c++)e[c]=e[c]+e[c-1]|0;return e}
function Vn(n,t){let i=new L[t.type](t.n),o=10**t.digits,e=Object.hasOwn(t,"null");for(let s=0;s<t.n;s++)i[s]=e&&n[s]===t.null?NaN:n[s]/o;return i}function qn(n,{
type:t,n:i,width:o}){let e=new Uint8Array(i*o);for(let r=0;r<o;r++)for(let l=0;l<i;l++)e[l*o+r]=n[r*i+l];let s=new DataView(e.buffer),c=new L[t](i),a=o===8?"get\
Float64":"getFloat32";for(let r=0;r<i;r++)c[r]=s[a](r*o,!0);return c}async function nt(n,t){let i=await Xn(Qn(t));if(n.type==="text")return n.n===0?[]:new TextDecoder().
decode(i).split(`
`);if(!Object.hasOwn(n,"steps"))return qn(i,n);let o=Zn(i,n);return Object.hasOwn(n,"digits")?Vn(o,n):n.type==="int32"?o:L[n.type].from(o)}async function U(n,t){
if(n.format!==1||n.parts.length!==t.length)throw new Error(`packed in format ${n.format}, ${t.length} chunks`);let i=await Promise.all(n.parts.map((o,e)=>nt(o,t[e])));
return Object.fromEntries(n.parts.map((o,e)=>[o.name,i[e]]))}var tt=n=>n instanceof Error?n.message:String(n);function cn(n){let t=null;n.addEventListener("message",async({data:i})=>{let{number:o,asked:e,manifest:s,chunks:c}=i;
try{if(t===null){t=U(s,c).then(d=>H(d,s.meta)),await t,n.postMessage({opened:!0});return}let{minutes:a,walked:r,status:l}=(await t).times(e);n.postMessage({number:o,
minutes:a,walked:r,status:l})}catch(a){n.postMessage({number:o,failed:tt(a)})}})}async function et(n,t){let i=await U(n,t),o=rn(i,n.meta),e=H(i,n.meta),s=new WeakSet;function c(r,...l){let d=o.reach(r,...l);return s.has(r)?Object.fromEntries(
Object.keys(d).map(u=>[u,NaN])):d}function a(r){let l=e.times(r);return nn(l.status)&&s.add(l.minutes),l}return{...o,times:a,reach:c}}Object.assign(globalThis,{
GrensgeoEngine:{open:et,unpack:U}});typeof document>"u"&&cn(globalThis);})();
