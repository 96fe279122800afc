/* grensgeo atlas: bundled from js/ by `make js`; edit there.
   sources 982e422055a7e046: src/atlas/answer.js src/atlas/asking.js src/atlas/cells.js src/atlas/chart.js src/atlas/choices.js src/atlas/colours.js src/atlas/controls.js src/atlas/csv.js src/atlas/engine.js src/atlas/figures.js src/atlas/ground.js src/atlas/headline.js src/atlas/leaving.js src/atlas/main.js src/atlas/mean.js src/atlas/names.js src/atlas/outlines.js src/atlas/picture.js src/atlas/places.js src/atlas/ranking.js src/atlas/saying.js src/atlas/search.js src/atlas/session.js src/atlas/showing.js src/atlas/standings.js src/atlas/state.js src/atlas/telling.js src/atlas/view.js src/engine/answers.js src/engine/counting.js src/engine/hierarchy.js src/engine/later.js src/engine/streets.js src/engine/sweep.js src/engine/timetable.js src/engine/transit.js src/engine/unpack.js src/engine/weights.js src/engine/worker.js src/shared/areas.js src/shared/elements.js src/shared/geometry.js src/shared/numbers.js src/shared/page.js src/shared/precision.js src/shared/room.js src/shared/words.js */
"use strict";(()=>{function it(t){let e=[],[n,o]=[0,0];for(let r=0;r<t.length;r+=2)n+=t[r],o+=t[r+1],e.push([o/1e4,n/1e4]);return e}var ee=t=>t.map(e=>e.map(it)),ne=(t,e)=>t[2]<e[0]||
t[0]>e[2]||t[3]<e[1]||t[1]>e[3];var Gn=[[9,15e4],[10,5e4]];function oe(t){return t.map(([e,n,o,r,c,a,i],s)=>{let l=ee(i);return{number:s,code:e,name:n,country:o,nuts3:r,part:c,population:a,rings:l,
centre:L.latLngBounds(l.flat(2)).getCenter()}})}function re(t,e){let n=Gn.find(([o])=>e<o);return t.part!=="ring"||!n||t.population>=n[1]}var ie=t=>t>2e5?15:t>6e4?
13:11.5;var w=t=>document.getElementById(t);function se(t,e,n){for(let[o,r]of Object.entries(e))r!==null&&r!==!1&&t.setAttribute(o,r===!0?"":String(r));return t.append(
...n.filter(o=>o!==null)),t}function y(t,e={},...n){return se(document.createElement(t),e,n)}function T(t,e={},...n){let o=document.createElementNS("http://www.\
w3.org/2000/svg",t);return se(o,e,n)}function K(t,e,n){return t.style[n]=`var(--side-${e})`,t}var st=t=>K(y("i",{class:"key","aria-hidden":"true"}),t,"backgroun\
d");function ce(t,e){for(let[n,o]of Object.entries(t))document.documentElement.style.setProperty("--side-"+n,o[e?1:0])}function ct(t,e,n=null){let o=y("button",
{type:"button",class:"link","data-key":n},t);return o.addEventListener("click",e),o}var ae=()=>JSON.parse(w("grensgeo-data").textContent);function at(t,...e){let n=t.
contains(document.activeElement)?document.activeElement:null,o=n?.getAttribute("data-key")??null,r=!n?.matches(":focus-visible");if(t.replaceChildren(...e.filter(
a=>a!==null)),o===null)return;let c=[...t.querySelectorAll("[data-key]")].find(a=>a.getAttribute("data-key")===o);c instanceof HTMLElement&&c.focus({preventScroll:r})}var Kn=[[".leaflet-control-zoom-in","zoom_in"],[".leaflet-control-zoom-out","zoom_out"],["a.home","home"]],X=t=>[...document.querySelectorAll(`[data-${t}]`)].map(
e=>e);function lt(t,e,n){let{t:o}=t;document.documentElement.lang=t.language,document.title=t.in(e.title),w("title").textContent=t.in(e.title);for(let r of X("t\
ext"))r.textContent=o(String(r.dataset.text),{version:e.version});for(let r of X("said"))r.title=o(String(r.dataset.said));for(let r of X("label"))r.setAttribute(
"aria-label",o(String(r.dataset.label)));Xn(t.language),n.setAttribute("aria-label",o("map_region"));for(let[r,c]of Kn){let a=document.querySelector(r);a&&(a.title=
o(c),a.setAttribute("aria-label",o(c)))}}function Xn(t){for(let e of X("language"))e.setAttribute("aria-pressed",String(e.dataset.language===t))}function le(t){
for(let e of X("language"))e.addEventListener("click",()=>t(String(e.dataset.language)))}function fe(t){return t.url?y("a",{href:t.url,rel:"noopener noreferrer",
target:"_blank"},t.title):y("span",{},t.title)}function ue(t,e){let n=L.Control.extend({onAdd(){let o=L.DomUtil.create("div","leaflet-bar"),r=L.DomUtil.create("\
a","home",o);return r.href="#",r.setAttribute("role","button"),r.textContent="⌂",L.DomEvent.on(r,"click",c=>{L.DomEvent.stop(c),e()}),o}});new n({position:"to\
pleft"}).addTo(t)}function pe(t,e){let n=window.innerWidth;window.addEventListener("resize",()=>{if(window.innerWidth===n){t.invalidateSize({animate:!1});return}
n=window.innerWidth,e()})}var $={nl:"nl-NL",de:"de-DE",en:"en-GB"},Zn=.001,Yn=10,Jn=.095,de=5e-4,me=.001,qn=.995,Qn=.99;function Vn(t){return t>=Zn&&t<1?{maximumSignificantDigits:2}:{maximumFractionDigits:t<
Yn?1:0}}var to=t=>t.replace("-","−");function Nt(t){let e=new Map;function n(s,l){let f=JSON.stringify(l),u=e.get(f);return u||e.set(f,u=new Intl.NumberFormat(
t,l)),u.format(s)}let o=s=>n(s,Vn(Math.abs(s))),r=s=>n(s,{style:"percent",maximumFractionDigits:s!==0&&Math.abs(s)<Jn?1:0});function c(s){return s>qn&&s<1?">"+r(
Qn):s>0&&s<de?"<"+r(me):r(s)}let a=(s,l)=>l>0?"+"+s:to(s);function i(s){return s===0||Math.abs(s)>=de?a(r(s),s):(s<0?"−":"+")+"<"+r(me)}return{format:n,count:o,
share:r,part:c,signedShare:i,plain:s=>n(s,{}),signedCount:s=>a(o(s),s),minutes:(s,l=0)=>n(s,{minimumFractionDigits:l,maximumFractionDigits:l})}}var ft=Object.keys($);function he(t,e){return e.map(n=>n.slice(0,2).toLowerCase()).find(n=>ft.includes(n))??t}function eo(t,e){return t.replace(/\{(\w+)\}/g,(n,o)=>Object.
hasOwn(e,o)?e[o]:n)}var M=t=>t.normalize("NFD").replace(/\p{M}/gu,"").replace(/ß/g,"ss").toLowerCase().replace(/[^\p{L}\p{N}]+/gu," ").trim();function ge(t,e){
let n=e,o=Nt($[n]);function r(i,s){let l=t[i];return l&&s!==null&&Object.hasOwn(l,s)?l[s][n]:null}let c=(i,s={})=>eo(r("texts",i)??i,s);return{get language(){return n},
set language(i){n=i,o=Nt($[i])},named:r,t:c,count:i=>i===null||Number.isNaN(i)?c("missing"):o.count(i),share:i=>o.share(i),part:i=>o.part(i),plain:i=>o.plain(i),
signedCount:i=>o.signedCount(i),signedShare:i=>o.signedShare(i),minutes:(i,s)=>o.minutes(i,s),opportunity:i=>r("opportunities",i)??i,period:i=>r("periods",i)??i,
in:i=>i[n],capital:i=>i.charAt(0).toLocaleUpperCase($[n])+i.slice(1),lowered:i=>i.charAt(0).toLocaleLowerCase($[n])+i.slice(1),sort:(i,s)=>i.localeCompare(s,$[n]),
date:i=>new Intl.DateTimeFormat($[n],{weekday:"short",day:"numeric",month:"short",timeZone:"UTC"}).format(i),clock:i=>new Intl.DateTimeFormat($[n],{hour:"2-digi\
t",minute:"2-digit",timeZone:"UTC"}).format(i),sentence(i,s){return c(i).split(/(\{\w+\})/).map(l=>{let f=l.startsWith("{")?l.slice(1,-1):null;return f!==null&&
Object.hasOwn(s,f)?s[f]:l})}}}var ut=.999999999,A=t=>Math.fround(t*(1+4e-7));var ye=1,we=[5,15],no=[5,10,15,20,30],oo=60,ro=6,be={light:{land:"#f6f4ef",faint:"#c4c0b6",outline:"#7d7f86",edge:"#5b6270",halo:"#ffffff",border:"#c2185b",beyond:"\
#e9e6df",line:"#16181d",undo:"#f6f4ef",still:"#8b8478",same:"#ffffff"},dark:{land:"#20252e",faint:"#454b57",outline:"#7b8494",edge:"#a8afbc",halo:"#0f1217",border:"\
#ff6f9f",beyond:"#2b313c",line:"#ffffff",undo:"#20252e",still:"#59606d",same:"#4a5160"}},Z=t=>no.find(e=>t/e<=ro)??oo;function pt(t,e){let n=[];for(let o=0;o<t;o+=
e)n.push({from:o,to:Math.min(t,o+e)});return n}function C(t){let e=parseInt(t.slice(1),16);return 255<<24|(e&255)<<16|e&65280|e>>16}function xe(t){return{colour:new Uint32Array(
t+1),stripe:new Uint32Array(t+1),within:new Uint8Array(t+1),line:0}}function _e(t,e,n,{minutes:o,walked:r,cutoff:c,width:a,countries:i,counts:s}){let l=n.map(C),
f=A(c),[u,p,d]=[C(e.beyond),C(e.undo),C(e.still)];t.line=C(e.line);for(let m=0;m<o.length;m++){let g=o[m],h=g<=f,x=h?l[Math.max(0,Math.min(l.length-1,Math.ceil(
(g-1e-4)/a)-1))]:u;t.within[m+1]=h?1:0,t.colour[m+1]=x,t.stripe[m+1]=h&&!s(g,i[m])?p:h&&r&&r[m]?d:x}}function ke(t,e,n,{minutes:o,before:r,cutoff:c}){let a=A(c),
i=n.map(C),s=i.length/2,[l,f,u]=[C(e.beyond),C(e.same),C(e.undo)];t.line=C(e.line);for(let p=0;p<o.length;p++){let[d,m]=[o[p],r[p]],[g,h]=[d<=a,m<=a];t.within[p+
1]=g?1:0;let x=f,b=null;if(!g&&!h)x=l;else if(g&&Number.isNaN(m))[x,b]=[i[i.length-1],u];else if(h&&Number.isNaN(d))[x,b]=[i[0],u];else{let _=m-d,O=Math.abs(_),
k=we.filter(S=>O>=S).length;O>=ye&&(x=_>0?i[s+k]:i[s-1-k])}t.colour[p+1]=x,t.stripe[p+1]=b??x}}function io(t,e,n){let{t:o,minutes:r}=t,c=n.length/2,a=[ye,...we],
i=a.map((f,u)=>u+1<a.length?o("band_range",{a:r(f),b:r(a[u+1])}):r(f)+"+"),s=i.map((f,u)=>({colour:n[c+u],said:o("faster",{a:f})})),l=i.map((f,u)=>({colour:n[c-
1-u],said:o("slower",{a:f})}));return[...s.reverse(),{colour:e.same,said:o("same")},...l,{colour:n[n.length-1],stripe:e.undo,said:o("gained")},{colour:n[0],stripe:e.
undo,said:o("lost")}]}function so(t,e,n,{cutoff:o,width:r,border:c,walked:a,vehicle:i}){let{t:s,minutes:l}=t,f=pt(o,r).map((u,p)=>({colour:n[Math.min(p,n.length-
1)],band:!0,said:s("band_range",{a:l(u.from),b:l(u.to)})}));return c!=="open"&&f.push({colour:n[1],stripe:e.undo,said:s("not_counted")}),a&&f.push({colour:n[1],
stripe:e.still,said:s("without_ride",{vehicle:i})}),f}function ve(t,e,n,o){let{t:r}=t,c=t.minutes(o.cutoff);return[...o.before?io(t,e,n.diverging):so(t,e,n.times,
o),{line:e.line,said:r("isochrone",{n:c})},{colour:e.beyond,said:r("beyond",{n:c})},{colour:e.land,said:r("nobody")},...o.frontier?[{line:e.border,said:r("borde\
r_line")}]:[]]}var Y=(t,e)=>({own:t[e],others:t.filter((n,o)=>o!==e)});function W(t){let e=t.filter(n=>!Number.isNaN(n));return e.length?e.reduce((n,o)=>n+o,0):NaN}function Ae(t){
let e=W(t);return e===0&&t.some(n=>Number.isNaN(n))?NaN:e}var dt=t=>t.status!==""&&t.status!=="no_service";function mt(t,e,n){let o=(a,i)=>({place:e.ask,trip:t.
trip,direction:t.direction,percentile:t.percentile,foreign_routing:i,scenario:a}),r=t.reading==="routing",c={open:o(t.scenario,!0)};return r&&(c.wall=o(t.scenario,
!1)),t.scenario!==n&&(c.before=o(n,!0),r&&(c.beforeWall=o(n,!1))),c}function q(t,e){let n=A(t.cutoff);return(o,r)=>o<=n&&(r===e||t.border==="open"||t.border==="\
realised"&&Math.fround(o+t.resistance)<=n)}function co({engine:t,weights:e},n,o,{open:r,wall:c}){let a=t.reach(r.minutes,e,n.cutoff,o,{resistance:n.resistance}),
i=c?t.reach(c.minutes,e,n.cutoff,o,{}):a;return{...a,closed:i.closed}}function J(t,e,n,o){let r=t.by[n]??NaN,c={closed:[t.closed],realised:[r,...Y(t.feltBy,n).others],
open:[r,...Y(t.by,n).others]},a=[o[n]??"other",...Y(o.slice(0,t.by.length),n).others],i={},s={};for(let[p,d]of Object.entries(c))i[p]=Ae(d),s[p]=a.filter((m,g)=>Number.
isNaN(d[g]));let l=e.border,u={closed:t.by.map(()=>0),realised:t.feltBy,open:t.by}[l].map((p,d)=>d!==n?p:l==="closed"?t.closed:t.by[n]);return{...t,atLeast:i,lacks:s,
shown:t[l],shownBy:u,sides:o.slice(0,t.by.length),unknownCountries:s[l]}}function ao(t,e,{minutes:n,walked:o}){if(!o)return NaN;let r=A(e.cutoff),[c,a]=[0,0];for(let i=0;i<
n.length;i++)!(n[i]<=r)||Number.isNaN(t[i])||(c+=t[i],o[i]&&(a+=t[i]));return c>0?a/c:NaN}var Oe=(t,e,n)=>(t.border==="closed"&&n?n:e).minutes;function Ee(t,e,n,o){
let{engine:r,weights:c,edge:a,palette:i,longest:s,sides:l}=t;if(dt(o.open))return t.mean?Se(t,e,n,{minutes:o.open.minutes,walked:null}):{status:o.open.status};let f=Oe(
e,o.open,o.wall),u={minutes:f,walked:o.open.walked},p=o.before&&!dt(o.before)?{open:o.before,wall:o.beforeWall}:null,d=p?Oe(e,p.open,p.wall):null;if(t.mean)return Se(
t,e,n,{...u,before:d});let m=g=>J(co(t,e,n,g),e,n,l);return{...m(o),...u,home:n,noService:o.open.status==="no_service",shareWithout:ao(c,e,o.open),...p&&d?{before:{
...m(p),minutes:d}}:{},touchesEdge:lo(r,a,e,n,f),bands:fo(r,e,f,Z(s),i),curve:{...r.curve(o.open.minutes,c,s),home:n}}}function Se(t,e,n,{minutes:o,walked:r,before:c}){
let{mean:a,code:i,baseline:s,palette:l,longest:f,sides:u}=t,p=a,d={...e,scenario:s},m=p.curve(e,i,"population");return{...J(p.figures(e,i,n),e,n,u),minutes:o,walked:r,
home:n,mean:!0,...e.scenario===s?{}:{before:{...J(p.figures(d,i,n),d,n,u),minutes:c}},bands:pt(e.cutoff,Z(f)).map((g,h)=>{let x=b=>b[Math.min(g.to,b.length-1)]-
(g.from>0?b[g.from]:0);return{...g,by:m.by.map(x),colour:l[Math.min(h,l.length-1)]}}),curve:{...p.curve(e,i),home:n}}}function lo(t,e,n,o,r){let c=q(n,o);return r.
some((a,i)=>e[i]&&c(a,t.cells.country[i]))}function fo(t,e,n,o,r){let c=pt(e.cutoff,o).map((i,s)=>({...i,by:Array(t.cells.covered).fill(0),colour:r[Math.min(s,r.
length-1)]})),a=c.map(i=>A(i.to));for(let i=0;i<n.length;i++){let s=a.findIndex(f=>n[i]<=f),l=t.cells.country[i];s>=0&&l>=0&&(c[s].by[l]+=t.cells.population[i])}
return c}function uo(t,e,n){let{own:o,others:r}=Y(e.by,n),c=o?o[t.cutoff]:NaN,a=t.border==="realised"?t.cutoff-t.resistance:t.cutoff;return t.border==="closed"||
a<0?c:Ae([c,...r.map(i=>i[a])])}function Ne({engine:t,weights:e,edge:n,longest:o},{minutes:r,walked:c}){let{country:a,covered:i}=t.cells,s=Array(i).fill(1/0);for(let l=0;l<
r.length;l++)n[l]&&r[l]<s[a[l]]&&(s[a[l]]=r[l]);return{curve:t.curve(r,e,o),edge:s,walked:c&&t.curve(r.map((l,f)=>c[f]?l:NaN),e,o)}}function Ie(t,{curve:e,walked:n,
edge:o},r){let c=A(t.cutoff),{own:a,others:i}=Y(o,r),s=Math.min(...i),l=t.border==="closed"?1/0:t.border==="realised"?Math.fround(s+t.resistance):s,f=u=>W(u.by.
map(p=>p[t.cutoff]));return{value:uo(t,e,r),edge:Math.min(a??1/0,l)<=c,still:n!==null&&!(f(n)<f(e)*ut)}}function Te(t,e,n,o,r){let c=new Map(e.map(f=>[f,[]]));for(let f=0;f<
t.cells.n;f++){let u=n(f);u&&c.get(u)?.push(f)}let a=f=>Number.isNaN(r[f])?1/0:r[f],i=t.cells.population,s=A(o.cutoff),l=[];for(let[f,u]of c){let p=u.reduce((h,x)=>h+
i[x],0),[d,m,g]=[0,1/0,0];for(let h of u.sort((x,b)=>a(x)-a(b)||0))d<p/2&&d+i[h]>=p/2&&(m=a(h)),d+=i[h],r[h]<=s&&(g+=i[h]);p>0&&l.push({area:f,median:m,within:g})}
return l.sort((f,u)=>f.median===u.median?0:f.median-u.median)}var j=["closed","realised","open"],ht=["destinations","routing"],It=["from","to"],Tt=["mean","place"],po=["auto","light","dark"],Mt=5,gt=90,yt=60;function Me(t,e,n,o){
let r=Math.round(Number(t));return t===""||t===null||!Number.isFinite(r)?o:Math.max(e,Math.min(n,r))}var R=(t,e,n)=>e.find(o=>o===t)??n;function F(t,e){let n=t.
trips.find(o=>o.id===e);return n&&n.max_min?Math.min(gt,Math.floor(n.max_min)):gt}function mo(t,e){let n=e&&e.length?e:[50],o=n.includes(50)?50:n[Math.floor(n.length/
2)];return R(Number(t),n,o)}function ho(t,e){let{step:n}=e.mean,o=Math.min(F(e,t.trip),e.mean.longest(t)),r=(c,a,i)=>Math.max(a,Math.min(i,Math.round(c/n)*n));t.
cutoff=r(t.cutoff,n,Math.floor(o/n)*n),t.resistance=r(t.resistance,0,yt)}function wt(t,e,n){let o={...e,...t};return o.language=R(o.language,ft,e.language),o.theme=
R(o.theme,po,"auto"),n.hasPlace(o.place)||(o.place=e.place),o.direction=R(o.direction,It,e.direction),o.trip=R(o.trip,n.trips.map(r=>r.id),e.trip),o.percentile=
mo(o.percentile,n.trips.find(r=>r.id===o.trip)?.percentiles),o.cutoff=Me(o.cutoff,Mt,F(n,o.trip),e.cutoff),o.border=n.hasBorder?R(o.border,j,e.border):"open",o.
reading=n.hasBorder?R(o.reading,ht,e.reading):ht[0],o.resistance=Me(o.resistance,0,yt,e.resistance),o.opportunity=R(o.opportunity,n.opportunities,e.opportunity),
o.scenario=R(o.scenario,n.scenariosOf(o.trip),n.scenarios[0]),o.compare=o.compare===!0&&o.scenario!==n.scenarios[0],o.whose=R(o.whose,Tt,e.whose),n.ofInhabitants(
o)&&ho(o,n),o}var Le=[["lang","language"],["theme","theme"],["at","place"],["who","whose"],["way","direction"],["trip","trip"],["p","percentile"],["min","cutoff"],
["border","border"],["closed","reading"],["felt","resistance"],["what","opportunity"],["plan","scenario"],["diff","compare"]];function Ce(t){return Le.filter(([
,e])=>!(e==="theme"&&t.theme==="auto")&&!(e==="compare"&&!t.compare)).map(([e,n])=>e+"="+encodeURIComponent(n==="compare"?1:String(t[n]))).join("&")}function Q(t){
let e=t.replace(/^#/,"");if(ft.includes(e))return{language:e};let n={};for(let o of e.split("&")){let r=o.indexOf("="),c=Le.find(([i])=>i===o.slice(0,r));if(r<1||
!c)continue;let a;try{a=decodeURIComponent(o.slice(r+1))}catch{continue}n[c[1]]=c[1]==="compare"?a==="1":a}return n}var go=200;function Re(t,e,n){let{now:o,known:r,data:c,engine:a,baseline:i}=t,s={to:"population",from:c.start.opportunity},l="";async function f(){let m=mt(o.state,
t.here(),i),g=JSON.stringify(m);if(g===l)return!0;l=g;let h={};for(let[x,b]of Object.entries(m))if(h[x]=await a.times(b),l!==g)return!1;return o.times=h,!0}function u(){
let{state:m,times:g}=o;if(!g)return;let h=t.here();o.shown=Ee({engine:a,weights:t.weights(),edge:t.edge,palette:t.palettes().times,longest:t.longest(),mean:t.ofInhabitants()?
t.mean:null,code:h.area?h.area.code:"",baseline:i,sides:t.sides},m,h.country,g),e.draw()}async function p(m){let g=performance.now(),h=o.times;e.begin(m),await f()&&
(u(),e.later(),h===o.times&&(n.push(performance.now()-g),n.length>go&&n.shift()))}function d(m){let g=o.state,h=wt(m,g,r);return h.direction!==g.direction&&!m.opportunity&&
(s[g.direction]=g.opportunity,h.opportunity=s[h.direction]),o.state=h,p(g)}return{ask:d,show:p,draw:u}}var v=t=>t!=null&&!Number.isNaN(t),N=({sides:t})=>t.length>1,H=t=>t.shareWithout>=ut;function E(t,e,n){let o=e.atLeast[n];return v(o)?e.lacks[n].length>0||e.missing>
0&&o>0?t.t("at_least",{n:t.count(o)}):t.count(o):t.t("missing")}var B=(t,e,n)=>e.lacks[n].map(o=>t.t("no_data_of",{country:t.t(o)})).join(", ");function Pe(t,{open:e,
closed:n}){return!v(e)||!v(n)?t.t("effect_missing"):n===0?t.t("effect_undefined")+(e===0?"":" ("+t.signedCount(e)+")"):t.t("effect_said",{relative:t.signedShare(
e/n-1),absolute:t.signedCount(e-n)})}function $e(t){return v(t.atLeast.open)?H(t)?t.noService?"_no_stop":"_still":t.lacks.open.length?"_unknown":N(t)?t.closed===
0&&t.open>0?"_undefined":Math.round(t.closed)!==Math.round(t.open)?"":t.touchesEdge?"_same_edge":"_same":"_whole":"_nothing"}var De=320,yo=164,[bt,Be,V]=[306,8,128],wo=56,bo=7,xo=75;function _o(t){let e=10**Math.floor(Math.log10(Math.max(t,1)));return[1,2,5,10].map(n=>n*e).find(n=>n>=
t)??10*e}function ko(t,e,n){let o=_o(e/3),r=Math.ceil(e/o)*o,c=Math.max(wo,8+bo*t.count(r).length);return{step:o,top:r,left:c,last:n,x:a=>c+(bt-c)*a/n,y:a=>V-(V-
Be)*a/r,minuteAt:a=>Math.round((a-c)/(bt-c)*n)}}var Lt=(t,e,n,o)=>T("text",{x:e,y:n,"text-anchor":o},t);function vo(t,{step:e,top:n,left:o,last:r,x:c,y:a}){let i=[];
for(let s=0;s<=n+1e-9;s+=e)i.push(T("line",{x1:o,x2:bt,y1:a(s),y2:a(s),class:"grid"}),Lt(t.count(s),o-6,a(s)+4,"end"));for(let s=0;s<=r;s+=r>xo?30:15)i.push(Lt(
t.minutes(s),c(s),V+16,"middle"));return i.push(Lt(t.t("axis_minutes"),bt,V+31,"end")),i}function Oo({last:t,x:e,y:n},o,r){let c=[...Array(t+1).keys()],a=i=>c.map(
s=>`${e(s).toFixed(1)},${n(i(s)).toFixed(1)}`);return"M"+[...a(o),...a(r).reverse()].join("L")+"Z"}function So(t,e,n,o,r){let c=i=>E(t,{atLeast:{at:W(o.curve.by.
map(s=>s[i]))},lacks:{at:o.lacks.open},missing:o.missing},"at"),a=Math.min(r,Math.max(5,Math.round(e.cutoff/15)*15-15));return t.t("chart_said",{opportunity:n,a:c(
a),x:t.minutes(a),b:c(Math.min(r,e.cutoff)),y:t.minutes(e.cutoff)})}function Ao(t,{sides:e,curve:{home:n},lacks:o},r){let c=o.open.length?"  – "+B(t,{lacks:o},
"open"):"";if(!N({sides:e}))return[c];let a=i=>i===n?t.t("own_country"):r.length===2&&r[0]===n?t.t("across"):t.t(e[i]);return[...r.flatMap((i,s)=>[st(e[i]),a(i)+
(s+1<r.length?"  ":"")]),c]}function xt(t,e,n,o,r){let{by:c,home:a}=o.curve,i=[...c.keys()].sort((d,m)=>+(m===a)-+(d===a)),s=c[0].length-1,l=(d,m)=>i.slice(0,d).
reduce((g,h)=>g+(v(c[h][m])?c[h][m]:0),0),f=ko(t,Math.max(l(i.length,s),1),s),u=f.x(e.cutoff),p=T("svg",{viewBox:`0 0 ${De} ${yo}`,role:"img","aria-label":So(t,
e,n,o,s)},...vo(t,f),...i.map((d,m)=>K(T("path",{d:Oo(f,g=>l(m+1,g),g=>l(m,g)),class:"area"}),o.sides[d],"fill")),T("line",{x1:u,x2:u,y1:Be-6,y2:V+4,class:"now"}));
p.addEventListener("pointerdown",d=>{let m=p.getBoundingClientRect();r(f.minuteAt((d.clientX-m.left)/m.width*De))}),w("chart").replaceChildren(p),w("chart-key").
replaceChildren(...Ao(t,o,i))}function _t(t,e){let n=y("fieldset",{class:"choice",id:"c-"+t}),o="",r=()=>[...n.querySelectorAll("input")];function c(a,i,s){let l=r().find(u=>u===document.activeElement)?.
value,f=y("div",{class:"pills"},...i.map(([u,p,d])=>{let m=y("input",{type:"radio",name:t,value:u,disabled:!!d});return m.addEventListener("change",()=>e(u)),y(
"label",{class:"pill"},m,y("span",{},p))}));n.replaceChildren(y("legend",{class:"legend"},a),f,...s?[y("p",{class:"small why"},s)]:[]),r().find(u=>u.value===l)?.
focus()}return{node:n,show(a,i,s,l=""){n.hidden=i.length<2;let f=JSON.stringify([a,i,l]);f!==o&&(o=f,c(a,i,l));for(let u of r())u.checked=u.value===String(s)}}}
function Ct(t,e){let n=y("input",{type:"range",id:"c-"+t,name:t,step:1}),o=y("label",{class:"legend",for:"c-"+t}),r=y("output",{for:"c-"+t,class:"reading"}),c=y(
"div",{class:"choice slide"},o,r,n);return n.addEventListener("input",()=>e(Number(n.value))),{node:c,show(a,{low:i,high:s,step:l},f,u){o.textContent=a,n.step=String(
l),n.min=String(i),n.max=String(s),n.value!==String(f)&&(n.value=String(f)),n.style.setProperty("--part",100*(f-i)/(s-i)+"%"),r.textContent=u,n.setAttribute("ar\
ia-valuetext",u)}}}var Eo=12,Ue=4;function No(t,e){return(t+" ").startsWith(e+" ")?0:t.startsWith(e)?1:t.includes(" "+e)?2:t.includes(e)?3:Ue}function Io(t,e){let n=M(e);return n?
t.map(o=>({fit:No(o.plain,n),entry:o})).filter(({fit:o})=>o<Ue).sort((o,r)=>o.fit-r.fit||r.entry.weight-o.entry.weight).slice(0,Eo).map(({entry:o})=>o):[]}function To(){
let t=y("label",{class:"legend",for:"place"}),e=y("input",{id:"place",type:"text",role:"combobox",autocomplete:"off",spellcheck:"false","aria-autocomplete":"lis\
t","aria-expanded":"false","aria-controls":"place-list","aria-describedby":"place-hint"}),n=y("span",{id:"place-hint",class:"small"}),o=y("ul",{id:"place-list",
role:"listbox",hidden:!0}),r=y("span",{class:"hidden",role:"status"}),c=y("div",{class:"choice search"},t,y("div",{class:"box"},e,o),n,r);return{label:t,input:e,
hint:n,list:o,said:r,node:c}}function Mo({input:t,list:e,said:n},o,r,c){let a=[],i=-1;function s(f){i=f,[...e.children].forEach((p,d)=>p.setAttribute("aria-sele\
cted",String(d===i)));let u=e.children[i];if(!u){t.removeAttribute("aria-activedescendant");return}u.scrollIntoView({block:"nearest"}),t.setAttribute("aria-acti\
vedescendant",u.id)}function l(f,u){let p=y("li",{role:"option",id:"place-"+u,"aria-selected":"false"},y("span",{class:"name"},f.name),y("span",{class:"small"},
f.note()));return p.addEventListener("pointerdown",d=>{d.preventDefault(),c(f)}),p}return{close(){e.hidden=!0,s(-1),t.setAttribute("aria-expanded","false")},open(){
a=Io(r,t.value),e.replaceChildren(...a.map(l)),e.hidden=a.length===0,t.setAttribute("aria-expanded",String(a.length>0));let f=!a.length&&M(t.value)!=="";return n.
textContent=a.length?o.t("place_found",{n:o.count(a.length)}):f?o.t("place_none"):"",s(a.length?0:-1),f},move:f=>s((i+f+a.length)%a.length),marked:()=>e.hidden?
void 0:a[i],any:()=>a.length>0}}function je(t,e,n){let o=To(),{input:r,hint:c,list:a,said:i}=o,s="";function l(h){c.textContent=h?t.t("place_none_still",{name:s}):
t.t("place_hint"),c.classList.toggle("warn",h),r.setAttribute("aria-invalid",String(h))}let f=Mo(o,t,e,u);function u(h){f.close(),l(!1),n(h.key),r.select()}let p=()=>l(
f.open());function d(){f.close(),l(!1),r.value=s}function m(){let h=f.marked();h?u(h):!f.any()&&M(r.value)&&(r.value=s,r.select())}let g={ArrowDown:()=>a.hidden?
p():f.move(1),ArrowUp:()=>a.hidden?p():f.move(-1),Enter:m,Escape:d};return r.addEventListener("input",p),r.addEventListener("focus",()=>r.select()),r.addEventListener(
"blur",()=>{d(),i.textContent=""}),r.addEventListener("keydown",h=>{Object.hasOwn(g,h.key)&&(g[h.key](),h.preventDefault())}),{node:o.node,show(h){o.label.textContent=
t.t("place"),l(!1),a.setAttribute("aria-label",t.t("place")),s=h,(document.activeElement!==r||a.hidden)&&(r.value=h)}}}function Lo({words:t,known:e,entries:n,ask:o}){let r=i=>_t(i,s=>o({[i]:s})),c=y("input",{type:"checkbox",id:"c-compare",name:"compare"});c.addEventListener("cha\
nge",()=>o({compare:c.checked}));let a=y("span",{});return{place:je(t,n,i=>o({place:i})),whose:r("whose"),cutoff:Ct("cutoff",i=>o({cutoff:i})),border:r("border"),
resistance:Ct("resistance",i=>o({resistance:i})),mode:_t("mode",i=>o({trip:e.trips.find(s=>e.kindOf(s.id)===i)?.id})),trip:r("trip"),percentile:_t("percentile",
i=>o({percentile:Number(i)})),opportunity:r("opportunity"),direction:r("direction"),scenario:r("scenario"),compare:{node:y("label",{class:"choice check"},c,a),box:c,
text:a},reading:r("reading")}}function Co(t,{words:e,known:n},o){let{t:r}=e,c=(l,f)=>f.map(u=>[u,r(l+"_"+u)]),a=l=>r("minutes_long",{n:e.minutes(l)}),i=n.ofInhabitants(
o)?n.mean.step:1;t.whose.show(r("whose"),n.couldBeOfInhabitants(o)?c("whose",Tt):[],o.whose),t.cutoff.show(r("cutoff"),{low:Mt,high:F(n,o.trip),step:i},o.cutoff,
a(o.cutoff));let s=n.hasBorder?{borders:j,readings:ht}:{borders:[],readings:[]};t.border.show(r("border"),c("border",s.borders),o.border),t.resistance.node.hidden=
o.border!=="realised",t.resistance.show(r("resistance"),{low:0,high:yt,step:i},o.resistance,a(o.resistance)),t.reading.show(r("reading"),c("reading",s.readings),
o.reading),t.direction.show(r("direction"),c("direction",It),o.direction),t.opportunity.show(r("opportunity"),n.opportunities.map(l=>[l,e.opportunity(l)]),o.opportunity)}
function Ro(t,{words:e,known:n},o){let{t:r}=e,c=n.trip(o.trip),a=n.kindOf(c.id),i=new Map(n.trips.toReversed().map(u=>[n.kindOf(u.id),u.id])),s=[...new Set(n.trips.
map(u=>n.kindOf(u.id)))];t.mode.show(r("mode"),s.map(u=>[u,n.nameOf(i.get(u)??c.id)]),a);let l=n.trips.filter(u=>n.kindOf(u.id)===a),f=c.mode==="transit"&&o.direction===
"to";t.trip.show(r(f?"arrival":"departure"),l.map(u=>[u.id,n.tripName(u)]),o.trip),t.percentile.show(r("percentile"),(c.percentiles??[]).map(u=>[String(u),e.share(
u/100)]),o.percentile)}function Po({scenario:t,compare:e},{words:n,known:o},r){let{t:c}=n,a=o.scenariosOf(r.trip),i=o.scenarios.filter(s=>!a.includes(s)).map(o.
scenarioName);t.show(c("scenario"),o.scenarios.map(s=>[s,o.scenarioName(s),!a.includes(s)]),r.scenario,i.length?c("scenario_idle",{scenario:i.join("; ")}):""),e.
node.hidden=r.scenario===o.scenarios[0],e.box.checked=r.compare,e.text.textContent=c("compare")}function We(t,e){let n=Lo(e);return t.replaceChildren(...Object.
values(n).map(o=>o.node)),t.addEventListener("submit",o=>o.preventDefault()),{show(o,r){n.place.show(r),Co(n,e,o),Ro(n,e,o),Po(n,e,o)}}}function $o(t,e){let n={};for(let[o,r]of Object.entries(t)){if(o.startsWith("opportunity/cell/")&&(n[o.slice(17)]=r),!o.startsWith("opportunity/municipality/"))
continue;let c=new Float64Array(r.length);for(let a=0;a<e.n;a++)c[e.municipality[a]]+=e.population[a];n[o.slice(25)]=Float64Array.from(e.municipality,(a,i)=>r[a]*
e.population[i]/c[a])}return n}function Fe(t,e,n){return(t[`${e}/name`]||t[`${e}/id`]||[]).map((r,c)=>({id:t[`${e}/id`][c],name:r,lon:t[`${e}/lon`][c],lat:t[`${e}\
/lat`][c],country:n[c]}))}function He(t,e,n,o){let r=Array.from({length:t.covered+1},()=>({total:0,known:0,unknown:0,any:!1,cells:0}));for(let c=0;c<t.n;c++){let a=t.
country[c],i=r[a<0?t.covered:a],s=n[c],l=Number.isNaN(s);i.cells++,l||(i.any=!0),o(e[c],a)&&(l?i.unknown++:(i.known++,i.total+=s))}for(let c of r)c.cells>0&&(!c.
any||c.unknown>0&&c.known===0)&&(c.total=NaN);return r}function Do(t,e,n,o,r,{resistance:c=0}={}){let a=A(o),i=He(t,e,n,m=>m<=a),s=c===0?i:He(t,e,n,(m,g)=>(g===
r?m:Math.fround(m+c))<=a),l=r>=0&&r<t.covered?i[r].total:NaN,[f,u,p]=[0,0,0];i.forEach((m,g)=>{p+=m.unknown,g!==r&&(f+=m.total,u+=s[g].total)});let d=m=>m.slice(
0,t.covered).map(g=>g.total);return{by:d(i),feltBy:d(s),total:l+f,closed:l,realised:l+u,felt:u,open:l+f,missing:p}}function Bo(t){let e=Math.ceil(t);return e>0&&t<=A(e-1)?e-1:e}function ze(t){for(let e=1;e<t.length;e++)t[e]+=t[e-1]}function Uo(t,e,n,o){let r=()=>new Float64Array(
o+1),c={total:r(),unknown:r()},a=Array.from({length:t.covered},()=>({any:!1,sum:r(),known:r(),unknown:r()}));for(let i=0;i<t.n;i++){let s=a[t.country[i]],l=Number.
isNaN(n[i]);if(s&&!l&&(s.any=!0),Number.isNaN(e[i]))continue;let f=Bo(e[i]);if(!(f>o)){if(s&&s[l?"unknown":"known"][f]++,l){c.unknown[f]++;continue}c.total[f]+=
n[i],s&&(s.sum[f]+=n[i])}}Object.values(c).forEach(ze);for(let{any:i,sum:s,known:l,unknown:f}of a){[s,l,f].forEach(ze);for(let u=0;u<=o;u++)(!i||f[u]>0&&l[u]===
0)&&(s[u]=NaN)}return{by:a.map(i=>i.sum),...c}}function jo(t,e){let n=c=>[...new Set(c)].filter(a=>a>0).sort((a,i)=>a-i),o=n(t.subarray(0,e)),r=[...o,...n(t).filter(
c=>!o.includes(c))];return{countries:r,covered:o.length,positions:Int8Array.from(t,c=>r.indexOf(c))}}function Ge(t,e){let n=e.n_cells,o=n+e.n_places,{countries:r,
covered:c,positions:a}=jo(t["point/country"],n),i={n,covered:c,id:t["cell/id"],lon:t["cell/lon"],lat:t["cell/lat"],country:a.subarray(0,n),municipality:t["cell/\
municipality"],population:t["cell/population"]};return{cells:i,countries:r,places:Fe(t,"place",a.subarray(n)),stops:Fe(t,"stop",a.subarray(o)),municipalities:t["\
municipality/code"]||[],opportunities:$o(t,i),trips:e.trips,scenarios:e.scenarios,meta:e,arrays:t,reach:(...s)=>Do(i,...s),curve:(...s)=>Uo(i,...s)}}var Rt={uint8:Uint8Array,int8:Int8Array,uint16:Uint16Array,int16:Int16Array,uint32:Uint32Array,int32:Int32Array,float32:Float32Array,float64:Float64Array};function Wo(t){
let e=atob(t),n=new Uint8Array(e.length);for(let o=0;o<n.length;o++)n[o]=e.charCodeAt(o);return n}async function Fo(t){let e=new Blob([t]).stream().pipeThrough(
new DecompressionStream("deflate"));return new Uint8Array(await new Response(e).arrayBuffer())}function Ho(t,{n:e,width:n,steps:o=0}){let r=new Int32Array(e);for(let c=0;c<
e;c++){let a=t[c];n>1&&(a|=t[e+c]<<8),n>2&&(a|=t[2*e+c]<<16|t[3*e+c]<<24),r[c]=a>>>1^-(a&1)}for(let c=0;c<o;c++)for(let a=1;a<e;a++)r[a]=r[a]+r[a-1]|0;return r}
function zo(t,e){let n=new Rt[e.type](e.n),o=10**e.digits,r=Object.hasOwn(e,"null");for(let c=0;c<e.n;c++)n[c]=r&&t[c]===e.null?NaN:t[c]/o;return n}function Go(t,{
type:e,n,width:o}){let r=new Uint8Array(n*o);for(let s=0;s<o;s++)for(let l=0;l<n;l++)r[l*o+s]=t[s*n+l];let c=new DataView(r.buffer),a=new Rt[e](n),i=o===8?"getF\
loat64":"getFloat32";for(let s=0;s<n;s++)a[s]=c[i](s*o,!0);return a}async function Ko(t,e){let n=await Fo(Wo(e));if(t.type==="text")return t.n===0?[]:new TextDecoder().
decode(n).split(`
`);if(!Object.hasOwn(t,"steps"))return Go(n,t);let o=Ho(n,t);return Object.hasOwn(t,"digits")?zo(o,t):t.type==="int32"?o:Rt[t.type].from(o)}async function Pt(t,e){
if(t.format!==1||t.parts.length!==e.length)throw new Error(`packed in format ${t.format}, ${e.length} chunks`);let n=await Promise.all(t.parts.map((o,r)=>Ko(o,e[r])));
return Object.fromEntries(t.parts.map((o,r)=>[o.name,n[r]]))}function Ke(t,e,n=null){let o=new Map,r=0,c=a=>new Promise((i,s)=>{o.set(++r,{answered:i,refused:s}),t.postMessage({number:r,asked:a})});return new Promise((a,i)=>{
t.addEventListener("error",s=>{let l=new Error(s.message||"no worker");i(l);for(let{refused:f}of o.values())f(l);o.clear()}),t.addEventListener("message",({data:s})=>{
let l=o.get(s.number);o.delete(s.number),s.opened?a(c):l?s.failed===void 0?l.answered(s):l.refused(new Error(s.failed)):i(new Error(s.failed))}),t.postMessage({
...e,first:n})})}var Xe=/^(shape|mean|opportunity)\//,Yo=/^(cell|place|stop|municipality)\/|^point\/country$/;function Ze({manifest:t,chunks:e},n){let o=[...t.parts.keys()].filter(
r=>n(t.parts[r].name));return{manifest:{...t,parts:o.map(r=>t.parts[r])},chunks:o.map(r=>e[r])}}var Jo=t=>new Worker(URL.createObjectURL(new Blob([t],{type:"tex\
t/javascript"})));async function qo({manifest:t,chunks:e}){let n=await globalThis.GrensgeoEngine.open(t,e);return async o=>n.times(o)}async function Ye(t,e,n){let o=Ze(
t,i=>!Xe.test(i)),r=(async()=>{try{return await Ke(Jo(e),o,n)}catch{return qo(o)}})(),c=Ze(t,i=>Xe.test(i)||Yo.test(i)),a=await Pt(c.manifest,c.chunks);return{...Ge(
a,t.manifest.meta),times:async i=>(await r)(i)}}var Je=t=>t.replace(/(?<=^|[,;\t\r\n]["\s]*)(?=[=+\-@\t\r\n])/g,"'");function Qo(t){if(typeof t=="number")return Number.isNaN(t)?"":String(t);let e=Je(String(t??
""));return/[",\n\r;#]/.test(e)?'"'+e.replace(/"/g,'""')+'"':e}var Vo=t=>"# "+Je(t.replace(/[\r\n\u2028\u2029]+/g," "));function tr(t,e,n){return[...t.map(Vo),...[
e,...n].map(r=>r.map(Qo).join(","))].join(`\r
`)+`\r
`}var z=(t,e)=>Math.round(t*e)/e,$t=t=>v(t)?String(z(t,1e3)):"";function er(t,e,n,o){if(!e.atLeast)return[];let r=(N(e)?j:["open"]).map(i=>{let s=e.lacks[i].length>
0||e.missing>0,l=v(e.atLeast[i])?(s?">= ":"")+$t(e.atLeast[i]):"",f=B(t,e,i);return`${i}: ${l} ${n} (${o})`+(f?"; "+f:"")}),c=e.sides.map((i,s)=>`${i}: ${$t(e.by[s])}\
 ${n} (${o})`),a=[["share_without_ride",e.shareWithout],["edge_share",e.edgeShare]];return[...r,...c,...a.flatMap(([i,s])=>v(s)?[`${i}: ${$t(s)} (${o})`]:[]),...e.
mean?[]:[`edge: ${!!e.touchesEdge}`]]}function nr(t,e,{state:n,found:o},{said:r,whose:c}){let{opportunity:a}=n;return[...r,...er(t,o,a,c),`units: travel_time_mi\
n in minutes; population in inhabitants; ${a} in numbers; lon and lat in degrees (EPSG:4326); empty is not known or not reached`,...e.notes.map(i=>"note: "+[i.text,
...i.details].map(s=>t.in(s)).join(" / ")),...e.sources.map(i=>"source: "+[i.title,i.attribution,"licence "+i.licence,i.reference_date].join("; ")),t.t("made_wi\
th",{version:e.version})]}function qe(t,e,n,o){let{engine:{cells:r},areaOfCell:c,codes:a,state:i,found:s,weights:l,home:f}=n,{opportunity:u}=i,p=u!=="population",
d=q(i,f),m=A(i.cutoff),g=["cell_id","region_code","municipality","country","lon","lat","population",...p?[u]:[],"travel_time_min","within_cutoff","counted",...s.
walked?["without_ride"]:[],...s.before?["travel_time_baseline_min"]:[]],h=r.id.map((x,b)=>{let _=s.minutes?s.minutes[b]:NaN,O=c(b);return[x,O?.code,O?.name,a[r.
country[b]],z(r.lon[b],1e5),z(r.lat[b],1e5),r.population[b],...p?[z(l[b],1e4)]:[],z(_,1e3),_<=m?1:0,d(_,r.country[b])?1:0,...s.walked?[Number.isNaN(_)?"":s.walked[b]]:
[],...s.before?[z(s.before.minutes[b],1e3)]:[]]});return tr(nr(t,e,n,o),g,h)}function Bt(t,e){let n=document.createElement("a");n.href=URL.createObjectURL(t),n.download=e,document.body.append(n),n.click(),n.remove(),setTimeout(()=>URL.revokeObjectURL(
n.href),1e4)}var kt=()=>getComputedStyle(document.body).fontFamily,tn=t=>t?"#eef0f4":"#1f2430";function Dt(t,e){let n=document.createElement("canvas");n.width=t*
2,n.height=e*2;let o=n.getContext("2d");return o.scale(2,2),{canvas:n,context:o}}function or(t,e,n){let o=[""];for(let r of e.split(/\s+/)){let c=o[o.length-1],
a=c?c+" "+r:r;t.measureText(a).width<=n||!c?o[o.length-1]=a:o.push(r)}return o}var Qe=t=>t.reduce((e,n)=>e+n.lines.length*n.leading,0);function rr(t,e,n){t.font=
`400 12px ${kt()}`;let o=[[]],r=0;for(let c of e){let a=26+t.measureText(c.said).width+16;r+a>n-40&&o[o.length-1].length&&(o.push([]),r=0),o[o.length-1].push([r,
c]),r+=a}return o}function Ve(t,e,n,o){let r=n;for(let c of e){t.font=c.font,t.fillStyle=o;for(let a of c.lines)r+=c.leading,t.fillText(a,20,r-c.leading*.25)}}function en(t,e,n){
let o=t.map.getSize(),r=Math.max(o.x,640),c=tn(t.dark),{context:a}=Dt(1,1),i=(h,x,b)=>(a.font=`${h} ${kt()}`,{font:a.font,leading:b,lines:or(a,x,r-40)}),s=[i("7\
00 19px",n.headline,25),i("400 13px",n.question,18)],l=n.below.map(h=>i("400 11px",h,15)),f=rr(a,e,r),u=Qe(s)+28,p=u+o.y+f.length*21+Qe(l)+30,{canvas:d,context:m}=Dt(
r,p);m.fillStyle=t.dark?"#14171d":"#ffffff",m.fillRect(0,0,r,p),m.textBaseline="alphabetic",Ve(m,s,12,c),on(m,t,(r-o.x)/2,u);let g=u+o.y+12;return f.forEach((h,x)=>{
for(let[b,_]of h)cr(m,_,20+b,g+x*21,c)}),Ve(m,l,g+f.length*21+2,c),new Promise(h=>{d.toBlob(h,"image/png")})}function nn(t){let e=t.map.getSize(),{canvas:n,context:o}=Dt(
e.x,e.y);return on(o,t,0,0),n}function on(t,e,n,o){let{map:r,dark:c}=e,a=r.getSize();t.save(),t.beginPath(),t.rect(n,o,a.x,a.y),t.clip(),t.fillStyle=c?"#171a20":
"#e3e3e0",t.fillRect(n,o,a.x,a.y);let i=r.getContainer().getBoundingClientRect();for(let s of["land","cells","lines"])for(let l of r.getPane(s)?.querySelectorAll(
"canvas")??[]){let f=l.getBoundingClientRect();t.drawImage(l,n+f.left-i.left,o+f.top-i.top,f.width,f.height)}ir(t,e,n,o),sr(t,e,n,o),t.restore()}function ir(t,{
map:e,view:n,theme:o,dark:r},c,a){let i=e.containerPointToLayerPoint([0,0]);t.lineJoin="round";for(let s of n.written){let l=c+s.x-i.x,f=a+s.y-i.y+s.size;t.font=
`${s.bold?600:400} ${s.size}px ${kt()}`,t.lineWidth=3,t.strokeStyle=o.halo,t.fillStyle=s.kind==="country"?o.border:tn(r),t.strokeText(s.name,l,f,240),t.fillText(
s.name,l,f,240),s.dot&&s.kind!=="here"&&t.fillRect(c+s.at.x-i.x-2,a+s.at.y-i.y-2,4,4)}}function sr(t,{map:e,view:n},o,r){if(!n.chosen)return;let c=e.latLngToContainerPoint(
n.chosen.latlng);t.beginPath(),t.arc(o+c.x,r+c.y,7,0,2*Math.PI),t.fillStyle="#ffffff",t.fill(),t.lineWidth=4,t.strokeStyle="#111827",t.stroke()}function cr(t,{line:e,
colour:n,stripe:o,said:r},c,a,i){if(e)t.fillStyle=e,t.fillRect(c,a+5,20,3);else{if(t.fillStyle=n??i,t.fillRect(c,a,20,13),o){t.fillStyle=o;for(let s=0;s<20;s+=6)
t.fillRect(c+s+3,a,3,13)}t.lineWidth=.6,t.strokeStyle="#7d7f86",t.strokeRect(c,a,20,13)}t.font=`400 12px ${kt()}`,t.fillStyle=i,t.fillText(r,c+26,a+11)}var vt=({words:t,here:e},n)=>t.t(n+"_"+e().kind,{name:e().name});function tt(t){return t.now.state.direction==="to"?vt(t,"to"):t.words.lowered(vt(t,"from"))}function D(t){
let{words:e,known:n,here:o,now:{state:r}}=t,{t:c}=e,{name:a,kind:i,country:s}=o(),l=t.ofInhabitants(),f=n.parkOf(r.trip);return{place:a,mode:n.byTrip(r.trip,s),
from:l?c("from_mean",{name:a}):vt(t,"from"),to:vt(t,"to"),reaches:c(l?"reaches_mean":"reaches_one"),whose:c("owner_"+(l?"mean":i),{name:a}),vehicle:n.ofTrip(r.trip,
"vehicle"),none:n.ofTrip(r.trip,"no_vehicle"),without:n.ofTrip(r.trip,"without"),parking:f>0?c("parking",{n:e.minutes(f)}):"",opportunity:e.opportunity(r.opportunity),
scenario:n.scenarioName(r.scenario)}}function Ot(t){let{words:e,known:n,now:{state:o}}=t,{t:r}=e,c=D(t),a=n.trip(o.trip),i=n.trips.filter(s=>n.kindOf(s.id)===n.
kindOf(a.id)).length>1;return[c.whose,r("direction_"+o.direction),c.mode,c.parking,i||a.mode==="transit"?n.tripName(a):"",r("minutes",{n:e.minutes(o.cutoff)}),n.
hasBorder?r("shown_"+o.border,{n:e.minutes(o.resistance)})+(o.border==="closed"?" ("+r("reading_"+o.reading)+")":""):"",c.opportunity,r("scenario")+": "+c.scenario].
filter(s=>s).join(" · ")}function Ut({words:t,known:e,data:n,now:{state:o}}){return[t.t("scenario")+": "+e.scenarioName(o.scenario),t.t("source")+": "+n.attributions.
join(" · "),t.t("made_with",{version:n.version})].join(" · ")}function rn({data:t,known:e,now:{state:n}}){let o=[n.opportunity,e.trip(n.trip).mode];return t.strip.
filter(r=>!r.concerns.length||r.concerns.some(c=>o.includes(c)))}var jt=t=>rn(t).map(e=>t.words.in(e.text)).join(" ");function sn(t){let{words:e,data:n}=t,{t:o}=e;
w("warnings").replaceChildren(...rn(t).map(r=>y("li",{title:e.in(r.text)},e.in(r.short)))),w("notes").replaceChildren(...n.notes.map(r=>y("li",{},e.in(r.text),...r.
details.map(c=>y("p",{class:"small"},e.in(c)))))),w("sources").replaceChildren(...n.sources.map(r=>{let c=[r.attribution,o("licence",{name:r.licence}),r.reference_date?
o("reference_date",{date:r.reference_date}):""];return y("li",{},fe(r)," – "+c.filter(a=>a).join(" · "))})),w("strip").textContent=Ut(t),w("asked").textContent=
Ot(t)}var Wt=t=>"#"+Ce(t.now.state);function et(t,e,n){let o=y("span",{},t);return n&&o.prepend(st(n)),y("div",{class:"row"},o,y("b",{},e))}function ar(t){let e=t.reduce((n,[,o])=>n+(v(o)?o:0),0);
return y("div",{class:"bar","aria-hidden":"true"},...t.map(([n,o])=>{let r=K(y("i"),n,"background");return r.style.width=(e>0&&v(o)?100*o/e:0)+"%",r}))}function G(t,e,...n){
w(t+"-title").textContent=[e.t(t),...n].join(" · ")}function lr(t,e){let n=e.mean&&(e.edgeShare??0)>0?t.t("edge_mean",{share:t.part(e.edgeShare??0)}):e.touchesEdge?
t.t("edge"):"";return[...e.unknownCountries.map(o=>t.t("unknown_country",{country:t.t(o)})),e.missing>0&&!e.unknownCountries.length?t.t("unknown_some",{n:t.count(
e.missing)}):"",e.noService?t.t("no_service"):"",n].filter(o=>o)}function fr(t,e,n,o){w("split-title").textContent=t.capital(t.t("reachable",{opportunity:n.opportunity,
cutoff:t.minutes(e.cutoff)})),w("split-value").textContent=E(t,o,e.border),w("split-said").textContent=[n.whose,N(o)?t.t("shown_"+e.border,{n:t.minutes(e.resistance)}):
"",e.border==="closed"?t.t("reading_"+e.reading):n.mode,n.parking].filter(c=>c).join(" · ");let r=o.sides.map((c,a)=>[c,o.shownBy[a]]);w("split-parts").replaceChildren(
ar(r),...r.map(([c,a])=>et(t.t(c),t.count(a),c))),w("split-warnings").replaceChildren(...lr(t,o).map(c=>y("p",{class:"warn"},c)))}function ur(t,e,n,o){if(N(o)||
(G("border",t),w("border-value").textContent=t.t("no_border",{country:t.t(o.sides[0])})),w("border-box").hidden=N(o),w("effect-box").hidden=!N(o),!N(o))return;G(
"effect",t,n.opportunity,n.whose),w("effect-value").textContent=Pe(t,o);let r=Math.max(o.atLeast.open||0,o.atLeast.closed||0,1);w("effect-rows").replaceChildren(
...j.map(c=>{let a=et(t.t("shown_"+c,{n:t.minutes(e.resistance)}),E(t,o,c));a.classList.toggle("chosen",c===e.border);let i=y("i",{class:"gauge","aria-hidden":"\
true"});return i.style.width=(v(o.atLeast[c])?100*o.atLeast[c]/r:0)+"%",a.append(i),a}))}function pr(t,e,n,o){if(w("plan-box").hidden=!o.before,!o.before)return;
G("plan",t,n.opportunity,n.whose);let[r,c]=[o,o.before].map(a=>a.atLeast[e.border]);w("plan-rows").replaceChildren(et(t.t("scenario_none"),E(t,o.before,e.border)),
et(n.scenario,E(t,o,e.border)),et(t.t("row_abs"),v(r)&&v(c)?t.signedCount(r-c):t.t("missing")))}function dr(t,e,n){G("bands",t,e.whose);let o=N(n)?n.sides:[],r=[
"band",...o,"total"].map(l=>y("th",{scope:"col"},t.t(l))),c=l=>[...o.map((f,u)=>l[u]),l.reduce((f,u)=>f+u,0)].map(f=>y("td",{},t.count(f))),a=n.bands.map(l=>{let f=y(
"i",{class:"key","aria-hidden":"true"});f.style.background=l.colour;let u=t.t("band_range",{a:t.minutes(l.from),b:t.minutes(l.to)});return y("tr",{},y("th",{scope:"\
row"},f,u),...c(l.by))}),i=n.sides.map((l,f)=>n.bands.reduce((u,p)=>u+p.by[f],0)),s=y("tr",{class:"sum"},y("th",{scope:"row"},t.t("total")),...c(i));w("bands").
replaceChildren(y("thead",{},y("tr",{},...r)),y("tbody",{},...a,s))}function cn(t,e,n,o,r){fr(t,e,n,o),ur(t,e,n,o),pr(t,e,n,o),G("chart",t,n.opportunity,n.whose),
xt(t,e,n.opportunity,o,r),dr(t,n,o)}function mr(t,e,n){let{left:o,rows:r,own:c,kind:a,lacking:i}=n,{none:s}=e;if(n.done<n.all)return t.t("rank_busy",{n:t.count(
n.done),all:t.count(n.all)});let l=["edge","still","unknown"].filter(f=>o[f]>0).map(f=>t.t("rank_left_"+f,{n:t.count(o[f]),none:s}));return[c==="edge"||c==="sti\
ll"?t.t("rank_own_"+c,{none:s}):"",r.length?t.capital(t.t(a,{all:t.count(r.length)}))+".":"",l.length?t.t("rank_left_out",{parts:l.join(", ")}):"",i?t.t("rank_p\
artial",{countries:i}):""].filter(f=>f).join(" ")}function an(t,e,n,o){G("rank",t,e.opportunity,e.whose);let r=n.done>=n.all,c={n:t.count(n.place),all:t.count(n.
of)};w("rank-value").textContent=r?n.own!=="ranked"?t.t("rank_none"):t.t(n.shared?"rank_shared":"rank_said",c):"…",w("rank-said").textContent=mr(t,e,n);let a=w(
"rank-box").querySelector("details");a.hidden=!r||!n.rows.length,a.firstElementChild.textContent=t.t("rank_list"),!(!r||!a.open)&&at(w("rank-list"),...n.rows.map(
({member:i,value:s})=>{let l=t.count(s),f=y("li",{},ct(i.name,()=>o(i.key),i.key),y("b",{},n.lacking?t.t("at_least",{n:l}):l));return f.classList.toggle("chosen",
i.key===n.member),f}))}var nt=(t,e)=>y(e?"strong":"b",{},t);function hr(t,e,n,o){let r=o.before?.atLeast[e.border],c=o.atLeast[e.border];return!o.before||!v(r)||!v(c)?[]:[" ",...t.sentence(
"head_scenario",{scenario:n.scenario,after:nt(E(t,o,e.border),!0),before:nt(E(t,o.before,e.border),!1),change:r>0?t.signedShare((c-r)/r):t.signedCount(c-r)})]}function ln(t,e,n,o){
let r={...n,cutoff:t.minutes(e.cutoff)};if(o.status)return t.sentence("head_"+o.status,r);let c=$e(o),a=B(t,o,"open"),i=t.sentence("head_"+e.direction+c,{...r,open:nt(
E(t,o,"open"),e.border==="open"),closed:nt(E(t,o,"closed"),e.border==="closed"),...c==="_unknown"?{lacking:a}:{},...c===""?{effect:t.signedShare(o.open/o.closed-
1)}:{}});return a&&(c==="_still"||c==="_no_stop")&&i.push(" (",a,")"),!H(o)&&v(o.shareWithout)&&i.push(" ",...t.sentence("head_share",{share:t.part(o.shareWithout),
vehicle:n.vehicle})),e.border==="realised"&&v(o.realised)&&i.push(" ",...t.sentence("head_realised",{resistance:t.minutes(e.resistance),realised:nt(E(t,o,"reali\
sed"),!0)})),[...i,...hr(t,e,n,o)]}function fn(t){let{state:e,shown:n}=t.now;return{cutoff:e.cutoff,width:Z(t.longest()),border:e.border,frontier:t.known.hasBorder,before:t.comparing(),walked:!!n?.
walked,vehicle:t.known.ofTrip(e.trip,"vehicle")}}function un(t){let{look:e,view:n,engine:o,now:{state:r,times:c,shown:a}}=t;if(!c||!a)return;let i=a.status?c.open.
minutes:a.minutes;t.comparing()&&a.before?ke(e,t.theme(),t.palettes().diverging,{minutes:i,before:a.before.minutes,cutoff:r.cutoff}):_e(e,t.theme(),t.palettes().
times,{...fn(t),minutes:i,walked:a.walked,countries:o.cells.country,counts:q(r,t.here().country)}),n.layer.paint(e)}function St(t){let{words:e}=t,n=t.comparing()?
"legend_change":"legend_time";w("legend-title").textContent=e.t(n,{from:tt(t)});let o=ve(e,t.theme(),t.palettes(),fn(t));return w("legend").replaceChildren(...o.
map(({line:r,colour:c,stripe:a,said:i})=>{let s=y("i",{class:"swatch"+(r?" line":""),"aria-hidden":"true"});return s.style.background=r??(a?`repeating-linear-gr\
adient(-45deg, ${c} 0 3px, ${a} 3px 6px)`:String(c)),y("li",{},s,i)})),o}function pn(t,e){let{words:n,now:{state:o,shown:r}}=t;if(!r)return;let c=D(t);w("headli\
ne").replaceChildren(...ln(n,o,c,r)),w("headline").removeAttribute("aria-busy"),w("answer-box").hidden=!!r.status,r.status||cn(n,o,c,r,a=>e({cutoff:a}))}function Ft(t,e){
let{words:n,engine:o,areas:r,places:c,now:{state:a,shown:i}}=t,{t:s}=n,l=w("table");if(!w("table-box").open||!i)return;if(i.status){l.replaceChildren();return}let f=[
"municipality","country","table_median","table_share"].map(p=>y("th",{scope:"col"},s(p))),u=Te(o,r,c.areaOfCell,a,i.minutes).map(({area:p,median:d,within:m})=>{
let g="place:"+p.code;return y("tr",{},y("th",{scope:"row"},ct(p.name,()=>e({place:g}),g)),y("td",{},s(p.country.toLowerCase())),y("td",{},d===1/0?s("unreached"):
n.minutes(d)),y("td",{},n.count(m)))});at(l,y("table",{},y("caption",{},s("table_caption")+" – "+tt(t)),y("thead",{},y("tr",{},...f)),y("tbody",{},...u)))}function dn({
words:t,engine:e,places:n,known:o,now:{state:r,shown:c}},a){if(!c||c.status||a<0)return"";let{t:i}=t,s=n.areaOfCell(a),l=c.minutes[a],f=!Number.isNaN(l);return[
s?s.name:"",f?i("minutes",{n:t.minutes(l)}):i("unreached"),c.walked&&c.walked[a]&&f?i("without_ride",{vehicle:o.ofTrip(r.trip,"vehicle")}):"",i("population",{n:t.
count(e.cells.population[a])})].filter(u=>u).join(" · ")}var gr=2500;function At(t){w("said").textContent=t,w("toast").textContent=t,w("toast").hidden=!1,setTimeout(()=>{w("toast").hidden=!0},gr)}function Ht(t){try{history.
replaceState(null,"",Wt(t))}catch{}}function mn({here:t,now:{state:e}},n){return["atlas",M(t().name).replace(/ /g,"-").slice(0,40),M(e.trip).replace(/ /g,"-"),e.
cutoff+"min",e.border].join("-")+n}function zt(t){let{words:e,data:n,engine:o,places:r,codes:c,here:a,now:{state:i,shown:s}}=t;return s?qe(e,n,{engine:o,areaOfCell:r.
areaOfCell,codes:c,state:i,found:s,weights:t.weights(),home:a().country},{said:[w("headline").textContent,Ot(t),e.t("legend_time",{from:tt(t)}),"link: "+Wt(t)],
whose:D(t).whose}):""}var hn=t=>({map:t.map,view:t.view,theme:t.theme(),dark:t.dark()});async function yr(t){let e=await en(hn(t),St(t),{headline:w("headline").
textContent,question:Ot(t),below:[jt(t),Ut(t)]});e&&Bt(e,mn(t,".png"))}function wr(t){let e=new Blob(["\uFEFF"+zt(t)],{type:"text/csv;charset=utf-8"});Bt(e,mn(t,
".csv"))}async function br(t){let{t:e}=t.words;Ht(t);try{await navigator.clipboard.writeText(location.href),At(e(location.protocol==="file:"?"copied_local":"cop\
ied"))}catch{At(e("not_copied"))}}function gn(t,{dress:e,draw:n,again:o}){w("print").addEventListener("click",()=>window.print()),w("link").addEventListener("cl\
ick",()=>br(t)),w("png").addEventListener("click",()=>yr(t)),w("csv").addEventListener("click",()=>wr(t));let r=()=>document.getElementById("on-paper");window.addEventListener(
"beforeprint",()=>{t.now.onPaper=!0,e(),n(),t.view.flush(),r()?.remove(),w("map-box").after(y("figure",{id:"on-paper"},nn(hn(t)),y("figcaption",{class:"small"},
jt(t))))}),window.addEventListener("afterprint",()=>{r()?.remove(),t.now.onPaper=!1,o()})}var Kt=256,wn=85.0511287798,xr=40075.017,Gt=254,_r=255,bn=t=>Kt*(t+180)/360;function xn(t){let e=Math.sin(Math.max(-wn,Math.min(wn,t))*Math.PI/180);return Kt*(.5-
Math.log((1+e)/(1-e))/(4*Math.PI))}var _n=(t,e)=>t*(Kt/xr)/Math.cos(e*Math.PI/180);function Et(t){let e=new Int32Array(t.length+1);for(let n=0;n<t.length;n++)e[n+
1]=e[n]+t[n];return e}function kn({rings:t,corners:e,start_x:n,start_y:o,step_x:r,step_y:c}){let a=Et(t),i=Et(e),s=new Float64Array(i[e.length]),l=new Float64Array(
i[e.length]),[f,u,p]=[0,0,0];for(let d=0;d<e.length;d++){f+=n[d],u+=o[d];let[m,g]=[f,u];for(let h=i[d];h<i[d+1];h++)h>i[d]&&(m+=r[p],g+=c[p],p++),s[h]=bn(m/1e4),
l[h]=xn(g/1e4)}return On({n:t.length,first:a,ringAt:i,x:s,y:l})}function vn(t){let e=Et(t.map(r=>r.length)),n=Et(t.flat().map(r=>r.length)),o=t.flat(2);return On(
{n:t.length,first:e,ringAt:n,x:o.map(([,r])=>bn(r)),y:o.map(([r])=>xn(r))})}function On({n:t,first:e,ringAt:n,x:o,y:r}){let c=new Float64Array(4*t);for(let a=0;a<
t;a++){let[i,s,l,f]=[1/0,1/0,-1/0,-1/0];for(let u=n[e[a]];u<n[e[a+1]];u++)i=Math.min(i,o[u]),l=Math.max(l,o[u]),s=Math.min(s,r[u]),f=Math.max(f,r[u]);c.set([i,s,
l,f],4*a)}return{n:t,first:e,ringAt:n,x:o,y:r,box:c}}function kr(t,e,{scale:n,left:o,top:r},c,a){a.length=0;for(let i=t.first[e];i<t.first[e+1];i++){let s=t.ringAt[i+
1],l=s-1;for(let f=t.ringAt[i];f<s;l=f++){let u=t.y[f]*n-r,p=t.y[l]*n-r;if(u>c==p>c)continue;let d=t.x[f]*n-o,m=t.x[l]*n-o;a.push(d+(c-u)*(m-d)/(p-u))}}a.length>
2?a.sort((i,s)=>i-s):a[0]>a[1]&&a.reverse()}function Xt(t,e,n){let{width:o,height:r,scale:c,left:a,top:i}=e;n.fill(0);let s=[];for(let l=0;l<t.n;l++){let f=t.box[4*
l]*c-a,u=t.box[4*l+1]*c-i,p=t.box[4*l+2]*c-a,d=t.box[4*l+3]*c-i;if(p<0||d<0||f>o||u>r)continue;let m=Math.min(r-1,Math.ceil(d-.5)-1);for(let g=Math.max(0,Math.ceil(
u-.5));g<=m;g++){kr(t,l,e,g+.5,s);for(let h=0;h+1<s.length;h+=2){let x=Math.max(0,Math.ceil(s[h]-.5)),b=Math.min(o,Math.ceil(s[h+1]-.5));b>x&&n.fill(l+1,g*o+x,g*
o+b)}}}}function Sn(t,{width:e,height:n},o,r,c){for(let i=0;i<t.length;i++)c[i]=t[i]?0:r[i]?_r:Gt,r[i]=t[i];let a=(i,s)=>{let l=c[s]+1;l<=o&&l<c[i]&&(c[i]=l,r[i]=
r[s])};for(let i=0,s=0;i<n;i++)for(let l=0;l<e;l++,s++)!c[s]||c[s]===Gt||(l&&a(s,s-1),i&&a(s,s-e));for(let i=n-1,s=t.length-1;i>=0;i--)for(let l=e-1;l>=0;l--,s--)
!c[s]||c[s]===Gt||(l<e-1&&a(s,s+1),i<n-1&&a(s,s+e))}function An(t,e,{width:n,height:o},r,{colour:c,stripe:a}){if(c.every((s,l)=>s===a[l])){for(let s=0;s<e.length;s++)
t[s]=c[e[s]];return}let i=r/2;for(let s=0,l=0;s<o;s++){let f=s%r;for(let u=0;u<n;u++,l++){let p=e[l];t[l]=f<i?c[p]:a[p],++f===r&&(f=0)}}}function En(t,e,{width:n},o,{
within:r,line:c}){for(let a=0;a<e.length-n;a++){let i=e[a];if(!i)continue;let s=e[a+1],l=e[a+n];if(!(i===s&&i===l||!(s&&r[i]!==r[s]&&(a+1)%n||l&&r[i]!==r[l])))for(let u=0;u<=
o;u++)t[a+u]=c,a+u*n<t.length&&(t[a+u*n]=c)}}function vr(t,e){let n=e?e.step_min:1,o=new Map((e?e.codes:[]).map((i,s)=>[i,s])),r=new Map((e?e.layers:[]).map((i,s)=>[i.trip+"/"+i.scenario,{...i,number:s}])),
c=new Map;function a(i,s){let l=i.number+"/"+s;if(!c.has(l)){let f=t["mean/"+l],u=i.base===null||f===void 0?null:t[`mean/${i.base}/${s}`];c.set(l,u?Float64Array.
from(f,(p,d)=>p+u[d]):f)}return c.get(l)}return{step:n,hasRow:i=>o.has(i),found:i=>r.get(i.trip+"/"+i.scenario),at(i,s,l,f){let u=o.get(l),p=a(i,s);if(p===void 0||
u===void 0)return NaN;let d=i.longest_min/n+1;return p[u*d+Math.min(f,i.longest_min)/n]}}}function Nn(t,e,n){let{step:o,hasRow:r,found:c,at:a}=vr(t,e),i=e?e.edge_share:
0;function s(p){let d=c(p);if(!d)throw new RangeError(`no mean inhabitants for ${p.trip}, ${p.scenario}`);return d}function l(p,d,m){return!!(e&&d&&d.kind==="pl\
ace"&&d.area&&r(d.area.code)&&c(p)&&p.direction==="from"&&p.reading==="destinations"&&m===50&&e.opportunities.includes(p.opportunity))}function f(p,d,m){let g=s(
p),h=(P,I)=>a(g,P,d,I),{cutoff:x,opportunity:b,resistance:_}=p,O=(P,I)=>I<0?0:h(`${b}/${P}`,I),k=n.map(P=>O(P,x)),S=n.map((P,I)=>I===m?k[I]:O(P,x-_)),U=k[m]??NaN,
Jt=P=>P.reduce((I,Hn,zn)=>zn===m?I:I+Hn,0),qt=U+Jt(k),Qt=Jt(S),Vt=h("edge",x),te=W(k);return{by:k,feltBy:S,closed:U,open:qt,total:qt,realised:U+Qt,felt:Qt,missing:h(
b+"/unknown",x),edgeShare:Vt,touchesEdge:Vt>i,shareWithout:te>0?Math.min(1,h(b+"/without",x)/te):NaN}}function u(p,d,m=p.opportunity){let g=s(p),h=x=>Float64Array.
from({length:g.longest_min+1},(b,_)=>{let O=Math.floor(_/o)*o,[k,S]=[O,Math.min(O+o,g.longest_min)].map(U=>a(g,`${m}/${x}`,d,U));return k+(S-k)*(_-O)/o});return{
by:n.map(h)}}return{has:l,figures:f,curve:u,step:o,edgeShare:i,longest:p=>c(p)?.longest_min??1/0}}var Or=600,Sr=1e9,Zt=({countries:t},e)=>t.map(n=>e.countries[n]);function Ar(t,e,n,o){let r=new Map;return t.places.forEach(({id:c,name:a,lon:i,lat:s,country:l},f)=>{
let u=e.get(c),p="place:"+c,d=u?u.name:a;r.set(p,{key:p,kind:"place",name:d,lon:i,lat:s,country:l,area:u,plain:M(d),ask:{kind:"place",index:f},weight:Sr+(u?u.population:
0),note:()=>n.t("kind_place")+(u?" · "+u.nuts3:"")})}),t.stops.forEach(({id:c,name:a,lon:i,lat:s,country:l},f)=>{let u="stop:"+c;r.set(u,{key:u,kind:"stop",name:a,
lon:i,lat:s,country:l,ask:{kind:"stop",index:f},weight:0,plain:M(a),note:()=>n.t("kind_stop")+" · "+n.t(o[l]??"other")})}),r}function In(t,e,n,o){let r=new Map(
e.map(f=>[f.code,f])),c=Array.from(t.cells.municipality,f=>r.get(t.municipalities[f])),a=new Map(t.cells.id.map((f,u)=>[f,u])),i=Ar(t,r,n,o);function s(f){if(!f.
startsWith("cell:"))return i.get(f);let u=a.get(f.slice(5));if(u===void 0)return;let p=c[u],{lon:d,lat:m,country:g}=t.cells;return{key:f,kind:"cell",name:n.t("c\
ell_of",{name:p?p.name:"?"}),area:p,lon:d[u],lat:m[u],country:g[u],ask:{kind:"cell",index:u}}}function l(f){let u=new Map;return[...i.values()].filter(p=>{if(p.
kind!=="stop")return!0;let d=u.get(p.plain)??[];return u.set(p.plain,[...d,p]),!d.some(m=>f([m.lat,m.lon],[p.lat,p.lon])<Or)})}return{get:s,has:f=>typeof f=="st\
ring"&&s(f)!==void 0,searchable:l,stops:[...i.values()].filter(f=>f.kind==="stop"),areaOfCell:f=>c[f]}}function Er(t,e,n){let o=new Map(t.trips.map(i=>[i.id,i]));
function r(i){let s=o.get(i);if(!s)throw new RangeError(`no trip ${i}`);return s}function c({id:i}){let{title:s,departure:l,period:f,window_min:u=0}=r(i);if(s)return e.
in(s);if(!l)return f?e.period(f):i;let p=new Date(l.slice(0,16)+":00Z"),d=new Date(p.getTime()+u*6e4);return e.date(p)+", "+e.clock(p)+(u?"–"+e.clock(d):"")}function a(i,s){
let{lacking:l,by:f}=r(i),u=n[s],p=u&&Object.hasOwn(l,u)?e.in(l[u]):"",d=e.in(f);return p?d.endsWith(")")?d.slice(0,-1)+"; "+p+")":`${d} (${p})`:d}return{tripName:c,
byTrip:a,kindOf:i=>r(i).kind,nameOf:i=>e.in(r(i).name),ofTrip:(i,s)=>e.in(r(i)[s]),parkOf:i=>r(i).park_min}}function Tn(t,e,n,o,r){let[c,...a]=t.scenarios,i=s=>r.
has(s,o.get(s.place),Number(s.percentile));return{...Er(e,n,Zt(t,e)),hasBorder:t.cells.covered>1,mean:r,couldBeOfInhabitants:i,ofInhabitants:s=>s.whose==="mean"&&
i(s),trips:t.trips,trip:s=>t.trips.find(l=>l.id===s),opportunities:e.opportunities,hasPlace:o.has,scenarios:t.scenarios,scenariosOf:s=>[c,...a.filter(l=>!Object.
hasOwn(e.scenario_trips,l)||e.scenario_trips[l].includes(s))],scenarioName:s=>s===c?n.t("scenario_none"):Object.hasOwn(e.scenarios,s)?n.in(e.scenarios[s]):s}}function Nr(t,e){return t.study.flatMap(n=>{let o=e.get("place:"+n);return!o||!o.area?[]:[{key:o.key,name:o.name,place:o.ask,country:o.country,area:o.area}]})}function Mn(t,e){
let{data:n,words:o,engine:r,areas:c}=t,a=Zt(r,n),i=a.map(g=>g.toLowerCase()),s=In(r,c,o,i),l=Nn(r.arrays,n.mean,a.slice(0,r.cells.covered)),f=Tn(r,n,o,s,l),u=window.
matchMedia("(prefers-color-scheme: dark)"),p={...r.opportunities,population:r.cells.population},d={state:wt({...Q(location.hash),...e},n.start,f),times:null,shown:null,
onPaper:!1};function m(){let{theme:g}=d.state;return!d.onPaper&&(g==="dark"||g==="auto"&&u.matches)}return{...t,codes:a,sides:i,places:s,mean:l,known:f,now:d,prefersDark:u,
dark:m,baseline:r.scenarios[0],members:Nr(n,s),look:xe(r.cells.n),here:()=>s.get(d.state.place),weights:()=>p[d.state.opportunity],longest:()=>F(f,d.state.trip)||
gt,theme:()=>be[m()?"dark":"light"],palettes:()=>({times:m()?n.palettes.dark:n.palettes.light,diverging:n.palettes.diverging}),ofInhabitants:()=>f.ofInhabitants(
d.state),comparing:()=>!!(d.state.compare&&d.shown?.before?.minutes)}}var Ir=12,Tr=350,Mr=24;function Ln(t,e,n,o){let r=new Map,c=null,a=0,i=0;function s(f){let u=JSON.stringify([{...f.request,place:null},f.opportunity]),p=r.get(u)??
{curves:[],question:f};return r.set(u,p),r.size>Ir&&r.delete(r.keys().next().value??""),p}async function l(f,u){let p=performance.now();for(;f.curves.length<e.length;){
let{request:d,weights:m,longest:g}=f.question,h=await t.times({...d,place:e[f.curves.length].place});if(u!==i)return;if(f.curves.push(dt(h)?null:Ne({engine:t,weights:m,
edge:n,longest:g},h)),performance.now()-p>Mr)break}o(),f.curves.length<e.length&&(a=window.setTimeout(l,0,f,u))}return{ask(f){c=s(f),i++,clearTimeout(a),c.curves.
length<e.length&&(a=window.setTimeout(l,Tr,c,i))},get done(){return c===null?0:c.curves.length},all:e.length,standings(f){return e.map((u,p)=>{let d=c?.curves[p]??
null;return{member:u,...d?f(d,u.country):{value:NaN,edge:!1,still:!1}}})}}}function Cn(t){let e=t.filter(n=>!Number.isNaN(n.value));return{rows:e.filter(n=>!n.edge&&
!n.still).sort((n,o)=>o.value-n.value),left:{edge:e.filter(n=>n.edge).length,still:e.filter(n=>n.still&&!n.edge).length,unknown:t.length-e.length}}}function Lr({value:t,edge:e,still:n}){return v(t)&&!e&&!n?"ranked":e?"edge":n?"still":"unknown"}function Rn(t,e){let{engine:n,members:o,edge:r,mean:c,now:a,words:i,
sides:s}=t,l=Ln(n,o,r,u);function f(){return t.ofInhabitants()?o.map(p=>{let d=c.figures(a.state,p.area.code,p.country),m=J(d,a.state,p.country,s);return{member:p,
value:m.atLeast[a.state.border],edge:m.touchesEdge,still:H(m)}}):l.done<l.all?[]:l.standings((p,d)=>Ie(a.state,p,d))}function u(){let{state:p,shown:d}=a;if(!d||
d.status)return;let m=t.ofInhabitants(),g=f(),{rows:h,left:x}=Cn(g),b=g.find(k=>k.member.key===p.place),_=b??{value:d.atLeast[p.border],edge:d.touchesEdge,still:H(
d)},O=h.filter(k=>k.member.key!==p.place);an(i,D(t),{all:l.all,done:m?l.all:l.done,rows:h,left:x,member:b?p.place:null,own:Lr(_),kind:m?"rank_mean":b?"rank_amon\
g":"rank_beside",lacking:B(i,d,p.border),place:O.filter(k=>k.value>_.value).length+1,shared:O.some(k=>k.value===_.value),of:O.length+1},k=>e({place:k}))}return{
show:u,ask(){let{state:p,shown:d}=a;if(!d||d.status||t.ofInhabitants())return;let m=p.border!=="closed"||p.reading!=="routing";l.ask({request:{...mt(p,t.here(),
t.baseline).open,foreign_routing:m},opportunity:p.opportunity,weights:t.weights(),longest:t.longest()})},progress:()=>({done:l.done,all:l.all})}}function Pn(t,e){let n=document.createElement("canvas").getContext("2d"),o=getComputedStyle(document.body).fontFamily,r=t.containerPointToLayerPoint([0,0]),c=L.
bounds(r,t.containerPointToLayerPoint(t.getSize())),[a,i]=[c.min,c.max];return{screen:c,point:s=>t.latLngToLayerPoint(s),free:s=>s[0]>=a.x&&s[2]<=i.x&&s[1]>=a.y&&
s[3]<=i.y&&e.every(l=>ne(l,s)),take:(...s)=>{e.push(...s)},widthOf(s,l,f){return n.font=`${f?600:400} ${l}px ${o}`,n.measureText(s).width}}}var $n=({x:t,y:e},n,o,r)=>[
[t+r,e-o/2],[t-r-n,e-o/2],[t-n/2,e-o-4],[t-n/2,e+4]];function ot(t,e,n){return t.style.transform=`translate(${e}px,${n}px)`,t}var Cr=1.6,Rr=250,Pr=6;function Dn(t,e,n,o){let r={options:{padding:.15},_initContainer(){this._container=L.DomUtil.create("canvas","cells"),this._container.setAttribute(
"aria-hidden","true"),this._context=this._container.getContext("2d")},_destroyContainer(){L.DomUtil.remove(this._container)},_update(){if(this._map._animatingZoom&&
this._bounds)return;L.Renderer.prototype._update.call(this),this._fit(),Xt(t,this._frame,this._cell),Xt(e,this._frame,this._near);let a=Math.min(Rr,Math.round(Cr*
_n(this._frame.scale,o)));Sn(this._cell,this._frame,a,this._near,this._distance),this._expecting||this.draw()},expect(){this._expecting=!0,requestAnimationFrame(
()=>{this._expecting&&this.draw()})},_fit(){let a=Math.min(2,Math.max(1,Math.round(window.devicePixelRatio||1))),i=this._bounds.getSize(),s=Math.max(1,Math.round(
i.x*a)),l=Math.max(1,Math.round(i.y*a)),f=this._container;L.DomUtil.setPosition(f,this._bounds.min),f.style.width=i.x+"px",f.style.height=i.y+"px",(f.width!==s||
f.height!==l||!this._cell)&&(f.width=s,f.height=l,this._image=this._context.createImageData(s,l),this._pixels=new Uint32Array(this._image.data.buffer),this._cell=
new Uint32Array(s*l),this._near=new Uint32Array(s*l),this._distance=new Uint8Array(s*l));let u=this._map.getPixelOrigin().add(this._bounds.min),p=a*2**this._map.
getZoom();this._frame={width:s,height:l,ratio:a,scale:p,left:u.x*a,top:u.y*a}},paint(a){this._look=a,this.draw()},draw(){if(this._expecting=!1,!this._look||!this.
_cell)return;let{ratio:a}=this._frame;An(this._pixels,this._cell,this._frame,Pr*a,this._look),En(this._pixels,this._near,this._frame,a>1?3:1,this._look),this._context.
putImageData(this._image,0,0)},at(a,i){let s=this._map.latLngToLayerPoint(a).subtract(this._bounds.min).multiplyBy(this._frame.ratio).floor(),{width:l,height:f}=this.
_frame;if(s.x<0||s.y<0||s.x>=l||s.y>=f)return-1;let u=s.y*l+s.x;return(i?this._near[u]:this._cell[u])-1}},c=L.Renderer.extend(r);return new c({pane:n})}var $r=[["land",200],["cells",300],["lines",400],["chosen",440],["names",620]],Dr=.6;function Bn(t,e,n){for(let[p,d]of $r){let m=t.createPane(p);m.style.zIndex=
String(d),m.style.pointerEvents="none"}let o={};for(let p of["land","lines"])o[p]=L.canvas({pane:p,padding:.15});let r=(p,d)=>({pane:p,renderer:o[p],interactive:!1,
smoothFactor:Dr,...d}),c=e.base.border.map(it),a=e.edge.map(it),i=n.map(p=>L.polygon(p.rings,r("land",{weight:1})).addTo(t)),s=n.map(p=>L.polygon(p.rings,r("lin\
es",{fill:!1,weight:p.part==="ring"?.5:.9})).addTo(t)),l=L.polyline(a,r("lines",{weight:1.6,dashArray:"5 5"})).addTo(t),f=L.polyline(c,r("lines",{weight:5,opacity:.85})).
addTo(t),u=L.polyline(c,r("lines",{weight:2.4})).addTo(t);return{frontier:c,edge:a,dress(p){for(let d of i)d.setStyle({color:p.land,fillColor:p.land,fillOpacity:1});
s.forEach((d,m)=>d.setStyle({color:n[m].part==="ring"?p.faint:p.outline})),l.setStyle({color:p.edge}),f.setStyle({color:p.halo}),u.setStyle({color:p.border})},flush(){
for(let p of Object.values(o))p._redraw()}}}var Br=6e4,Ur=10.5,jr=".leaflet-bar, .leaflet-control-scale, #warnings li",Wr=220,Fr=8,Hr=10,zr=12;function Gr(t){let e=t.containerPointToLayerPoint([0,0]),n=t.
getContainer().getBoundingClientRect(),[o,r]=[e.x-n.left,e.y-n.top];return[...document.querySelectorAll(jr)].map(c=>{let a=c.getBoundingClientRect();return[a.left+
o,a.top+r,a.right+o,a.bottom+r]})}function rt(t,e,n,o,r){let c=o.size*1.3,a=Math.min(t.widthOf(e,o.size,o.bold),Wr)+4,s=(r?$n(n,a,c,5):[[n.x-a/2,n.y-c/2]]).find(
([u,p])=>t.free([u,p,u+a,p+c]));if(!s)return[];let[l,f]=s;return t.take([l,f,l+a,f+c],[n.x-3,n.y-3,n.x+3,n.y+3]),[{name:e,x:l,y:f,at:n,...o,dot:r}]}function Kr(t,e){
let n=t.point(e.latlng);return t.take([n.x-11,n.y-31,n.x+11,n.y+2]),rt(t,e.name,n.add([8,-14]),{size:14,bold:!0,kind:"here"},!0)}function Xr(t,{areas:e,frontier:n,
words:o},r){let c=n.flat().filter((i,s)=>s%Hr===0).map(t.point);if(!c.some(i=>t.screen.contains(i)))return[];let a=i=>c.some(s=>Math.abs(s.x-i.x)<100&&Math.abs(
s.y-i.y)<26);return[...new Set(e.map(i=>i.country))].flatMap(i=>{let s=o.t(i.toLowerCase()).toLocaleUpperCase(),l=e.filter(f=>f.country===i).map(f=>t.point(f.centre)).
filter(f=>t.screen.contains(f)&&!a(f)).sort((f,u)=>f.distanceTo(r)-u.distanceTo(r));for(let f of l){let u=rt(t,s,f,{size:13,bold:!0,kind:"country"},!1);if(u.length)
return u}return[]})}function Zr(t,{edge:e,words:n}){let[o]=e.flat().filter((r,c)=>c%Fr===0).map(t.point).filter(r=>t.screen.contains(r)).sort((r,c)=>c.y-r.y);return o?
rt(t,n.t("data_end"),o.add([0,11]),{size:11,bold:!1,kind:"end"},!1):[]}function Un(t,e,n){let{map:o,places:r,areas:c}=t,a=o.getZoom(),i=Pn(o,Gr(o)),s=e?Kr(i,e):
[],l=o.containerPointToLayerPoint(o.getSize().divideBy(2)),f=!1;for(let[u,p,d]of r){let m=c[u];if(!f&&m.population<Br&&(f=!0,s.push(...Xr(i,t,l))),e&&e.area===m&&
e.kind==="place"||!re(m,a))continue;let g=i.point([d,p]);if(!i.screen.contains(g))continue;let h=ie(m.population),x=m.part==="ring"?"ring":"town";s.push(...rt(i,
m.name,g,{size:h,bold:h>zr,kind:x,number:u},!0))}for(let u of a>=Ur?n:[]){let p=i.point([u.lat,u.lon]);i.screen.contains(p)&&s.push(...rt(i,u.name,p,{size:10.5,
bold:!1,kind:"stop",stop:u.key},!0))}return[...s,...Zr(i,t)]}function jn(t,e){t.replaceChildren(...e.flatMap(n=>{let o=y("span",{class:"place "+n.kind+(n.bold?"\
 big":"")},n.name);return o.style.fontSize=n.size+"px",ot(o,n.x,n.y),!n.dot||n.kind==="here"?[o]:[ot(y("i",{class:"dot "+n.kind}),n.at.x-2.5,n.at.y-2.5),o]}))}var Yr=240,Jr=9;function qr(){let t=y("div",{class:"pin","aria-hidden":"true"});return t.append(T("svg",{viewBox:"0 0 24 32"},T("path",{d:"M12 31C12 31 2.5 18.6\
 2.5 11.4a9.5 9.5 0 0 1 19 0C21.5 18.6 12 31 12 31Z"}),T("circle",{cx:12,cy:11.5,r:3.6}))),t}function Qr(t){t.append(y("div",{class:"cross","aria-hidden":"true"}));
let e=n=>t.classList.toggle("keyed",n);t.addEventListener("keyup",n=>e(n.target===t)),t.addEventListener("pointerdown",()=>e(!1)),t.addEventListener("blur",()=>e(
!1))}function Vr(t,e){let n=y("div",{id:"hover",hidden:!0,"aria-hidden":"true"});t.getContainer().append(n);let o=null,r=()=>"";function c(){o&&(n.textContent=r(
e.at(o,!1)),n.hidden=!n.textContent)}return{sayAgain:c,quiet(){n.hidden=!0},hover(a){window.matchMedia("(hover: hover)").matches&&(r=a,t.on("mousemove",({latlng:i,
containerPoint:s})=>{o=i,c();let l=s.x>t.getSize().x-Yr;n.style.transform=`translate(${s.x+(l?-12:14)}px,${s.y+14}px)`+(l?" translateX(-100%)":"")}),t.on("mouse\
out zoomstart movestart",()=>{o=null,n.hidden=!0}))}}}function Wn(t,e,{areas:n,cells:o,words:r}){let c=Bn(t,e,n),[a,i,s,l]=e.base.bounds,f=Dn(o,vn(n.map(_=>_.rings.
flat())),"cells",(a+s)/2),u=qr();t.getPane("chosen")?.append(u),Qr(t.getContainer()),L.control.scale({imperial:!1,position:"bottomright",maxWidth:110}).addTo(t);
let p=L.latLngBounds([a,i],[s,l]),d=()=>t.fitBounds(p,{padding:[2,2],animate:!1});t.setMaxBounds(p.pad(.9)),ue(t,d);let m=t.getPane("names"),g=[],h=null,x=[];function b(){
if(g=Un({map:t,places:e.base.places,areas:n,words:r,...c},h,x),jn(m,g),u.hidden=!h,!h)return;let _=t.latLngToLayerPoint(h.latlng);ot(u,_.x-12,_.y-31)}return t.on(
"moveend zoomend resize viewreset",b),t.on("zoomstart",()=>{m.replaceChildren(),u.hidden=!0}),pe(t,()=>{t.invalidateSize({animate:!1,pan:!1}),d()}),{layer:f,home:d,
...Vr(t,f),dress:c.dress,flush:c.flush,start(){d(),f.addTo(t)},choose(_){h=_,b()},showStops(_){x=_,b()},nameAt(_){let O=t.containerPointToLayerPoint(_),[k]=g.filter(
S=>(S.number!==void 0||S.stop)&&S.dot).map(S=>({far:S.at.distanceTo(O),one:S})).sort((S,U)=>S.far-U.far);return k&&k.far<Jr?k.one:null},get written(){return g},
get chosen(){return h}}}var ti=120,ei=300,ni=700;function Yt(t,e){let n=0;return()=>{clearTimeout(n),n=window.setTimeout(e,t)}}function Fn({map:t,view:e,here:n},o){let r=n(),c=L.latLng(
r.lat,r.lon);o&&!t.getBounds().pad(-.08).contains(c)&&t.panTo(c,{animate:!1}),e.choose({...r,latlng:c})}function oi(t){let{words:e,data:n,map:o,view:r,now:c}=t;
function a(){w("theme").textContent=e.t(t.dark()?"theme_light":"theme_dark")}return{speak(){e.language=c.state.language,lt(e,n,o.getContainer()),Fn(t,!1),a()},dress(){
document.documentElement.dataset.theme=t.dark()?"dark":"light",ce(n.sides,t.dark()),r.dress(t.theme()),a()}}}function ri(t,e){let{map:n,view:o,areas:r,engine:c,
words:a}=t;function i(s,l){let f=o.nameAt(s);if(f)return e({place:f.stop??"place:"+r[Number(f.number)].code});let u=o.layer.at(l,!0);return u>=0?e({place:"cell:"+
c.cells.id[u]}):At(a.t("outside_click"))}n.on("click",s=>i(s.containerPoint,s.latlng)),n.getContainer().addEventListener("keydown",s=>{s.key!=="Enter"||s.target!==
n.getContainer()||(s.preventDefault(),i(n.latLngToContainerPoint(n.getCenter()),n.getCenter()))}),o.hover(s=>dn(t,s))}function ii(t,e){let{words:n,known:o,places:r,
view:c,now:a,map:i}=t,{speak:s,dress:l}=oi(t),f=Rn(t,h),u=Yt(ni,()=>{w("said").textContent=w("headline").textContent}),p=Yt(ti,()=>Ft(t,h)),d=Yt(ei,()=>Ht(t)),m=We(
w("question"),{words:n,known:o,entries:r.searchable((b,_)=>i.distance(b,_)),ask:h}),g=Re(t,{begin(b){a.state.language!==b.language&&s(),a.state.theme!==b.theme&&
l(),m.show(a.state,t.here().name),a.state.place!==b.place&&(c.layer.expect(),Fn(t,!0)),w("headline").setAttribute("aria-busy","true"),c.quiet()},draw(){un(t),c.
sayAgain(),pn(t,h),u(),f.ask(),f.show(),St(t),sn(t)},later(){p(),d()}},e.redrawMs);function h(b){return g.ask(b)}function x(){l(),a.shown&&g.show(a.state)}return w(
"theme").addEventListener("click",()=>h({theme:t.dark()?"light":"dark"})),w("table-box").addEventListener("toggle",()=>Ft(t,h)),w("rank-box").querySelector("det\
ails").addEventListener("toggle",f.show),t.prefersDark.addEventListener("change",x),window.addEventListener("hashchange",()=>h(Q(location.hash))),gn(t,{dress:l,
draw:g.draw,again:x}),ri(t,h),Object.defineProperty(e,"rank",{get:f.progress}),{ask:h,first(){return c.start(),s(),l(),c.showStops(r.stops),g.show(a.state)}}}async function si(t,e,n){
let{trip:o,scenario:r}={...e.start,...Q(location.hash)},c={place:{kind:"cell",index:0},trip:o,scenario:r},a=await Ye(e.engine,w("grensgeo-engine").textContent,c),
i=f=>a.arrays["shape/"+f],s=oe(e.base.areas),l=kn(Object.fromEntries(["rings","corners","start_x","start_y","step_x","step_y"].map(f=>[f,i(f)])));return{map:t,data:e,
words:n,engine:a,areas:s,view:Wn(t,e,{areas:s,cells:l,words:n}),edge:i("edge")}}function ci(t){let e=ae();e.start.language=he(e.language,navigator.languages);let n=ge(
e.labels,e.start.language),o={},r=i=>{Object.assign(o,i),n.language=i.language,lt(n,e,t.getContainer())};le(i=>r({language:i}));let c={redrawMs:[]};async function a(){
let i=Mn(await si(t,e,n),o),{ask:s,first:l}=ii(i,c);return r=s,Object.defineProperties(c,{state:{get:()=>({...i.now.state})},figures:{get:()=>i.now.shown}}),Object.
assign(c,{set:s,engine:i.engine,csv:()=>zt(i),chart:f=>xt(n,i.now.state,D(i).opportunity,f,u=>s({cutoff:u}))}),await l(),c}t.getContainer().setAttribute("role",
"application"),lt(n,e,t.getContainer()),c.ready=a().catch(i=>{throw w("headline").textContent=n.t("failed",{reason:String(i?.message??i)}),i}),Object.assign(globalThis,
{grensgeoAtlas:c})}Object.assign(globalThis,{grensgeoPage:ci});})();
