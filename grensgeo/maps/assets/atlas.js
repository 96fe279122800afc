/* grensgeo atlas: bundled from js/ by `make js`; edit there.
   sources 99713345ee89776d: src/atlas/answer.js src/atlas/asking.js src/atlas/cells.js src/atlas/chart.js src/atlas/choices.js src/atlas/colours.js src/atlas/controls.js src/atlas/csv.js src/atlas/engine.js src/atlas/figures.js src/atlas/ground.js src/atlas/headline.js src/atlas/leaving.js src/atlas/main.js src/atlas/mean.js src/atlas/names.js src/atlas/outlines.js src/atlas/picture.js src/atlas/places.js src/atlas/ranking.js src/atlas/saying.js src/atlas/search.js src/atlas/session.js src/atlas/showing.js src/atlas/standings.js src/atlas/state.js src/atlas/telling.js src/atlas/view.js src/engine/answers.js src/engine/counting.js src/engine/hierarchy.js src/engine/later.js src/engine/streets.js src/engine/sweep.js src/engine/timetable.js src/engine/transit.js src/engine/unpack.js src/engine/weights.js src/engine/worker.js src/shared/areas.js src/shared/elements.js src/shared/geometry.js src/shared/numbers.js src/shared/page.js src/shared/precision.js src/shared/room.js src/shared/words.js */
"use strict";(()=>{function et(t){let n=[],[e,o]=[0,0];for(let r=0;r<t.length;r+=2)e+=t[r],o+=t[r+1],n.push([o/1e4,e/1e4]);return n}var Zt=t=>t.map(n=>n.map(et)),Yt=(t,n)=>t[2]<n[0]||
t[0]>n[2]||t[3]<n[1]||t[1]>n[3];var Ue=[[9,15e4],[10,5e4]];function Jt(t){return t.map(([n,e,o,r,a,c,i],s)=>{let l=Zt(i);return{number:s,code:n,name:e,country:o,nuts3:r,part:a,population:c,rings:l,
centre:L.latLngBounds(l.flat(2)).getCenter()}})}function qt(t,n){let e=Ue.find(([o])=>n<o);return t.part!=="ring"||!e||t.population>=e[1]}var Qt=t=>t>2e5?15:t>6e4?
13:11.5;var y=t=>document.getElementById(t);function Vt(t,n,e){for(let[o,r]of Object.entries(n))r!==null&&r!==!1&&t.setAttribute(o,r===!0?"":String(r));return t.append(
...e.filter(o=>o!==null)),t}function g(t,n={},...e){return Vt(document.createElement(t),n,e)}function I(t,n={},...e){let o=document.createElementNS("http://www.\
w3.org/2000/svg",t);return Vt(o,n,e)}function ot(t,n,e=null){let o=g("button",{type:"button",class:"link","data-key":e},t);return o.addEventListener("click",n),
o}var tn=()=>JSON.parse(y("grensgeo-data").textContent);function rt(t,...n){let e=t.contains(document.activeElement)?document.activeElement:null,o=e?.getAttribute(
"data-key")??null,r=!e?.matches(":focus-visible");if(t.replaceChildren(...n.filter(c=>c!==null)),o===null)return;let a=[...t.querySelectorAll("[data-key]")].find(
c=>c.getAttribute("data-key")===o);a instanceof HTMLElement&&a.focus({preventScroll:r})}var je=[[".leaflet-control-zoom-in","zoom_in"],[".leaflet-control-zoom-out","zoom_out"],["a.home","home"]],W=t=>[...document.querySelectorAll(`[data-${t}]`)].map(
n=>n);function it(t,n,e){let{t:o}=t;document.documentElement.lang=t.language,document.title=t.in(n.title),y("title").textContent=t.in(n.title);for(let r of W("t\
ext"))r.textContent=o(String(r.dataset.text),{version:n.version});for(let r of W("said"))r.title=o(String(r.dataset.said));for(let r of W("label"))r.setAttribute(
"aria-label",o(String(r.dataset.label)));Be(t.language),e.setAttribute("aria-label",o("map_region"));for(let[r,a]of je){let c=document.querySelector(r);c&&(c.title=
o(a),c.setAttribute("aria-label",o(a)))}}function Be(t){for(let n of W("language"))n.setAttribute("aria-pressed",String(n.dataset.language===t))}function nn(t){
for(let n of W("language"))n.addEventListener("click",()=>t(String(n.dataset.language)))}function en(t){return t.url?g("a",{href:t.url,rel:"noopener noreferrer",
target:"_blank"},t.title):g("span",{},t.title)}function on(t,n){let e=L.Control.extend({onAdd(){let o=L.DomUtil.create("div","leaflet-bar"),r=L.DomUtil.create("\
a","home",o);return r.href="#",r.setAttribute("role","button"),r.textContent="⌂",L.DomEvent.on(r,"click",a=>{L.DomEvent.stop(a),n()}),o}});new e({position:"to\
pleft"}).addTo(t)}function rn(t,n){let e=window.innerWidth;window.addEventListener("resize",()=>{if(window.innerWidth===e){t.invalidateSize({animate:!1});return}
e=window.innerWidth,n()})}var C={nl:"nl-NL",de:"de-DE",en:"en-GB"},We=.001,Fe=10,He=.095,sn=5e-4,cn=.001,ze=.995,Ge=.99;function Ke(t){return t>=We&&t<1?{maximumSignificantDigits:2}:{maximumFractionDigits:t<
Fe?1:0}}var Xe=t=>t.replace("-","−");function St(t){let n=new Map;function e(s,l){let f=JSON.stringify(l),u=n.get(f);return u||n.set(f,u=new Intl.NumberFormat(
t,l)),u.format(s)}let o=s=>e(s,Ke(Math.abs(s))),r=s=>e(s,{style:"percent",maximumFractionDigits:s!==0&&Math.abs(s)<He?1:0});function a(s){return s>ze&&s<1?">"+r(
Ge):s>0&&s<sn?"<"+r(cn):r(s)}let c=(s,l)=>l>0?"+"+s:Xe(s);function i(s){return s===0||Math.abs(s)>=sn?c(r(s),s):(s<0?"−":"+")+"<"+r(cn)}return{format:e,count:o,
share:r,part:a,signedShare:i,plain:s=>e(s,{}),signedCount:s=>c(o(s),s),minutes:(s,l=0)=>e(s,{minimumFractionDigits:l,maximumFractionDigits:l})}}var st=Object.keys(C);function an(t,n){return n.map(e=>e.slice(0,2).toLowerCase()).find(e=>st.includes(e))??t}function Ze(t,n){return t.replace(/\{(\w+)\}/g,(e,o)=>Object.
hasOwn(n,o)?n[o]:e)}var T=t=>t.normalize("NFD").replace(/\p{M}/gu,"").replace(/ß/g,"ss").toLowerCase().replace(/[^\p{L}\p{N}]+/gu," ").trim();function ln(t,n){
let e=n,o=St(C[e]);function r(i,s){let l=t[i];return l&&s!==null&&Object.hasOwn(l,s)?l[s][e]:null}let a=(i,s={})=>Ze(r("texts",i)??i,s);return{get language(){return e},
set language(i){e=i,o=St(C[i])},named:r,t:a,count:i=>i===null||Number.isNaN(i)?a("missing"):o.count(i),share:i=>o.share(i),part:i=>o.part(i),plain:i=>o.plain(i),
signedCount:i=>o.signedCount(i),signedShare:i=>o.signedShare(i),minutes:(i,s)=>o.minutes(i,s),opportunity:i=>r("opportunities",i)??i,period:i=>r("periods",i)??i,
in:i=>i[e],capital:i=>i.charAt(0).toLocaleUpperCase(C[e])+i.slice(1),lowered:i=>i.charAt(0).toLocaleLowerCase(C[e])+i.slice(1),sort:(i,s)=>i.localeCompare(s,C[e]),
date:i=>new Intl.DateTimeFormat(C[e],{weekday:"short",day:"numeric",month:"short",timeZone:"UTC"}).format(i),clock:i=>new Intl.DateTimeFormat(C[e],{hour:"2-digi\
t",minute:"2-digit",timeZone:"UTC"}).format(i),sentence(i,s){return a(i).split(/(\{\w+\})/).map(l=>{let f=l.startsWith("{")?l.slice(1,-1):null;return f!==null&&
Object.hasOwn(s,f)?s[f]:l})}}}var ct=.999999999,A=t=>Math.fround(t*(1+4e-7));var fn=1,un=[5,15],Ye=[5,10,15,20,30],Je=60,qe=6,pn={light:{land:"#f6f4ef",faint:"#c4c0b6",outline:"#7d7f86",edge:"#5b6270",halo:"#ffffff",border:"#c2185b",beyond:"\
#e9e6df",line:"#16181d",undo:"#f6f4ef",still:"#8b8478",same:"#ffffff"},dark:{land:"#20252e",faint:"#454b57",outline:"#7b8494",edge:"#a8afbc",halo:"#0f1217",border:"\
#ff6f9f",beyond:"#2b313c",line:"#ffffff",undo:"#20252e",still:"#59606d",same:"#4a5160"}},F=t=>Ye.find(n=>t/n<=qe)??Je;function at(t,n){let e=[];for(let o=0;o<t;o+=
n)e.push({from:o,to:Math.min(t,o+n)});return e}function N(t){let n=parseInt(t.slice(1),16);return 255<<24|(n&255)<<16|n&65280|n>>16}function dn(t){return{colour:new Uint32Array(
t+1),stripe:new Uint32Array(t+1),within:new Uint8Array(t+1),line:0}}function mn(t,n,e,{minutes:o,walked:r,cutoff:a,width:c,countries:i,counts:s}){let l=e.map(N),
f=A(a),[u,p,d]=[N(n.beyond),N(n.undo),N(n.still)];t.line=N(n.line);for(let h=0;h<o.length;h++){let w=o[h],m=w<=f,b=m?l[Math.max(0,Math.min(l.length-1,Math.ceil(
(w-1e-4)/c)-1))]:u;t.within[h+1]=m?1:0,t.colour[h+1]=b,t.stripe[h+1]=m&&!s(w,i[h])?p:m&&r&&r[h]?d:b}}function hn(t,n,e,{minutes:o,before:r,cutoff:a}){let c=A(a),
i=e.map(N),s=i.length/2,[l,f,u]=[N(n.beyond),N(n.same),N(n.undo)];t.line=N(n.line);for(let p=0;p<o.length;p++){let[d,h]=[o[p],r[p]],[w,m]=[d<=c,h<=c];t.within[p+
1]=w?1:0;let b=f,x=null;if(!w&&!m)b=l;else if(w&&Number.isNaN(h))[b,x]=[i[i.length-1],u];else if(m&&Number.isNaN(d))[b,x]=[i[0],u];else{let _=h-d,O=Math.abs(_),
v=un.filter(S=>O>=S).length;O>=fn&&(b=_>0?i[s+v]:i[s-1-v])}t.colour[p+1]=b,t.stripe[p+1]=x??b}}function Qe(t,n,e){let{t:o,minutes:r}=t,a=e.length/2,c=[fn,...un],
i=c.map((f,u)=>u+1<c.length?o("band_range",{a:r(f),b:r(c[u+1])}):r(f)+"+"),s=i.map((f,u)=>({colour:e[a+u],said:o("faster",{a:f})})),l=i.map((f,u)=>({colour:e[a-
1-u],said:o("slower",{a:f})}));return[...s.reverse(),{colour:n.same,said:o("same")},...l,{colour:e[e.length-1],stripe:n.undo,said:o("gained")},{colour:e[0],stripe:n.
undo,said:o("lost")}]}function Ve(t,n,e,{cutoff:o,width:r,border:a,walked:c,vehicle:i}){let{t:s,minutes:l}=t,f=at(o,r).map((u,p)=>({colour:e[Math.min(p,e.length-
1)],band:!0,said:s("band_range",{a:l(u.from),b:l(u.to)})}));return a!=="open"&&f.push({colour:e[1],stripe:n.undo,said:s("not_counted")}),c&&f.push({colour:e[1],
stripe:n.still,said:s("without_ride",{vehicle:i})}),f}function gn(t,n,e,o){let{t:r}=t,a=t.minutes(o.cutoff);return[...o.before?Qe(t,n,e.diverging):Ve(t,n,e.times,
o),{line:n.line,said:r("isochrone",{n:a})},{colour:n.beyond,said:r("beyond",{n:a})},{colour:n.land,said:r("nobody")},{line:n.border,said:r("border_line")}]}var wn={1:["nl","de"],2:["de","nl"]},$=t=>wn[t]??wn[1];function D(t){let n=t.filter(e=>!Number.isNaN(e));return n.length?n.reduce((e,o)=>e+o,0):NaN}function xn(t){
let n=D(t);return n===0&&t.some(e=>Number.isNaN(e))?NaN:n}var lt=t=>t.status!==""&&t.status!=="no_service";function ft(t,n,e){let o=(c,i)=>({place:n.ask,trip:t.
trip,direction:t.direction,percentile:t.percentile,foreign_routing:i,scenario:c}),r=t.reading==="routing",a={open:o(t.scenario,!0)};return r&&(a.wall=o(t.scenario,
!1)),t.scenario!==e&&(a.before=o(e,!0),r&&(a.beforeWall=o(e,!1))),a}function z(t,n){let e=A(t.cutoff);return(o,r)=>o<=e&&(r===n||t.border==="open"||t.border==="\
realised"&&Math.fround(o+t.resistance)<=e)}function to({engine:t,weights:n},e,o,{open:r,wall:a}){let c=t.reach(r.minutes,n,e.cutoff,o,{resistance:e.resistance}),
i=a?t.reach(a.minutes,n,e.cutoff,o,{}):c;return{...c,closed:i.closed}}function H(t,n,e){let[o,r]=$(e),a={closed:[t.closed],realised:[t[o],t.felt],open:[t[o],t[r]]},
c={},i={};for(let[f,u]of Object.entries(a))c[f]=xn(u),i[f]=[o,r].filter((p,d)=>Number.isNaN(u[d]));let s=n.border,l={[o]:s==="closed"?t.closed:t[o],[r]:s==="clo\
sed"?0:s==="open"?t[r]:t.felt};return{...t,atLeast:c,lacks:i,shown:t[s],shown_nl:l.nl,shown_de:l.de,unknownCountries:i[s]}}function no(t,n,{minutes:e,walked:o}){
if(!o)return NaN;let r=A(n.cutoff),[a,c]=[0,0];for(let i=0;i<e.length;i++)!(e[i]<=r)||Number.isNaN(t[i])||(a+=t[i],o[i]&&(c+=t[i]));return a>0?c/a:NaN}var yn=(t,n,e)=>(t.
border==="closed"&&e?e:n).minutes;function _n(t,n,e,o){let{engine:r,weights:a,edge:c,palette:i,longest:s}=t;if(lt(o.open))return t.mean?bn(t,n,e,{minutes:o.open.
minutes,walked:null}):{status:o.open.status};let l=yn(n,o.open,o.wall),f={minutes:l,walked:o.open.walked},u=o.before&&!lt(o.before)?{open:o.before,wall:o.beforeWall}:
null,p=u?yn(n,u.open,u.wall):null;if(t.mean)return bn(t,n,e,{...f,before:p});let d=h=>H(to(t,n,e,h),n,e);return{...d(o),...f,home:e,noService:o.open.status==="n\
o_service",shareWithout:no(a,n,o.open),...u&&p?{before:{...d(u),minutes:p}}:{},touchesEdge:eo(r,c,n,e,l),bands:oo(r,n,l,F(s),i),curve:{...r.curve(o.open.minutes,
a,s),home:e}}}function bn({mean:t,code:n,baseline:e,palette:o,longest:r},a,c,{minutes:i,walked:s,before:l}){let f=t,u={...a,scenario:e},p=f.curve(a,n,"populatio\
n");return{...H(f.figures(a,n,c),a,c),minutes:i,walked:s,home:c,mean:!0,...a.scenario===e?{}:{before:{...H(f.figures(u,n,c),u,c),minutes:l}},bands:at(a.cutoff,F(
r)).map((d,h)=>{let w=m=>m[Math.min(d.to,m.length-1)]-(d.from>0?m[d.from]:0);return{...d,nl:w(p.nl),de:w(p.de),colour:o[Math.min(h,o.length-1)]}}),curve:{...f.curve(
a,n),home:c}}}function eo(t,n,e,o,r){let a=z(e,o);return r.some((c,i)=>n[i]&&a(c,t.cells.country[i]))}function oo(t,n,e,o,r){let a=at(n.cutoff,o).map((i,s)=>({...i,
nl:0,de:0,colour:r[Math.min(s,r.length-1)]})),c=a.map(i=>A(i.to));for(let i=0;i<e.length;i++){let s=c.findIndex(l=>e[i]<=l);s>=0&&(a[s][t.cells.country[i]===2?"\
de":"nl"]+=t.cells.population[i])}return a}function ro(t,n,e){let[o,r]=$(e),a=t.border==="realised"?t.cutoff-t.resistance:t.cutoff;return t.border==="closed"||a<
0?n[o][t.cutoff]:xn([n[o][t.cutoff],n[r][a]])}function kn({engine:t,weights:n,edge:e,longest:o},{minutes:r,walked:a}){let c=[1/0,1/0,1/0];for(let i=0;i<r.length;i++){
let s=t.cells.country[i];e[i]&&r[i]<c[s]&&(c[s]=r[i])}return{curve:t.curve(r,n,o),edge:c,walked:a&&t.curve(r.map((i,s)=>a[s]?i:NaN),n,o)}}function On(t,{curve:n,
walked:e,edge:o},r){let a=r===2?1:2,c=A(t.cutoff),i=t.border==="closed"?1/0:t.border==="realised"?Math.fround(o[a]+t.resistance):o[a],s=l=>D([l.nl[t.cutoff],l.de[t.
cutoff]]);return{value:ro(t,n,r),edge:Math.min(o[r]??1/0,i)<=c,still:e!==null&&!(s(e)<s(n)*ct)}}function vn(t,n,e,o,r){let a=new Map(n.map(f=>[f,[]]));for(let f=0;f<
t.cells.n;f++){let u=e(f);u&&a.get(u)?.push(f)}let c=f=>Number.isNaN(r[f])?1/0:r[f],i=t.cells.population,s=A(o.cutoff),l=[];for(let[f,u]of a){let p=u.reduce((m,b)=>m+
i[b],0),[d,h,w]=[0,1/0,0];for(let m of u.sort((b,x)=>c(b)-c(x)||0))d<p/2&&d+i[m]>=p/2&&(h=c(m)),d+=i[m],r[m]<=s&&(w+=i[m]);p>0&&l.push({area:f,median:h,within:w})}
return l.sort((f,u)=>f.median===u.median?0:f.median-u.median)}var G=["closed","realised","open"],At=["destinations","routing"],Et=["from","to"],It=["mean","place"],io=["auto","light","dark"],Tt=5,ut=90,pt=60;function Sn(t,n,e,o){
let r=Math.round(Number(t));return t===""||t===null||!Number.isFinite(r)?o:Math.max(n,Math.min(e,r))}var M=(t,n,e)=>n.find(o=>o===t)??e;function U(t,n){let e=t.
trips.find(o=>o.id===n);return e&&e.max_min?Math.min(ut,Math.floor(e.max_min)):ut}function so(t,n){let e=n&&n.length?n:[50],o=e.includes(50)?50:e[Math.floor(e.length/
2)];return M(Number(t),e,o)}function co(t,n){let{step:e}=n.mean,o=Math.min(U(n,t.trip),n.mean.longest(t)),r=(a,c,i)=>Math.max(c,Math.min(i,Math.round(a/e)*e));t.
cutoff=r(t.cutoff,e,Math.floor(o/e)*e),t.resistance=r(t.resistance,0,pt)}function dt(t,n,e){let o={...n,...t};return o.language=M(o.language,st,n.language),o.theme=
M(o.theme,io,"auto"),e.hasPlace(o.place)||(o.place=n.place),o.direction=M(o.direction,Et,n.direction),o.trip=M(o.trip,e.trips.map(r=>r.id),n.trip),o.percentile=
so(o.percentile,e.trips.find(r=>r.id===o.trip)?.percentiles),o.cutoff=Sn(o.cutoff,Tt,U(e,o.trip),n.cutoff),o.border=M(o.border,G,n.border),o.reading=M(o.reading,
At,n.reading),o.resistance=Sn(o.resistance,0,pt,n.resistance),o.opportunity=M(o.opportunity,e.opportunities,n.opportunity),o.scenario=M(o.scenario,e.scenariosOf(
o.trip),e.scenarios[0]),o.compare=o.compare===!0&&o.scenario!==e.scenarios[0],o.whose=M(o.whose,It,n.whose),e.ofInhabitants(o)&&co(o,e),o}var An=[["lang","langu\
age"],["theme","theme"],["at","place"],["who","whose"],["way","direction"],["trip","trip"],["p","percentile"],["min","cutoff"],["border","border"],["closed","re\
ading"],["felt","resistance"],["what","opportunity"],["plan","scenario"],["diff","compare"]];function En(t){return An.filter(([,n])=>!(n==="theme"&&t.theme==="a\
uto")&&!(n==="compare"&&!t.compare)).map(([n,e])=>n+"="+encodeURIComponent(e==="compare"?1:String(t[e]))).join("&")}function K(t){let n=t.replace(/^#/,"");if(st.
includes(n))return{language:n};let e={};for(let o of n.split("&")){let r=o.indexOf("="),a=An.find(([i])=>i===o.slice(0,r));if(r<1||!a)continue;let c;try{c=decodeURIComponent(
o.slice(r+1))}catch{continue}e[a[1]]=a[1]==="compare"?c==="1":c}return e}var ao=200;function In(t,n,e){let{now:o,known:r,data:a,engine:c,baseline:i}=t,s={to:"population",from:a.start.opportunity},l="";async function f(){let h=ft(o.state,
t.here(),i),w=JSON.stringify(h);if(w===l)return!0;l=w;let m={};for(let[b,x]of Object.entries(h))if(m[b]=await c.times(x),l!==w)return!1;return o.times=m,!0}function u(){
let{state:h,times:w}=o;if(!w)return;let m=t.here();o.shown=_n({engine:c,weights:t.weights(),edge:t.edge,palette:t.palettes().times,longest:t.longest(),mean:t.ofInhabitants()?
t.mean:null,code:m.area?m.area.code:"",baseline:i},h,m.country,w),n.draw()}async function p(h){let w=performance.now(),m=o.times;n.begin(h),await f()&&(u(),n.later(),
m===o.times&&(e.push(performance.now()-w),e.length>ao&&e.shift()))}function d(h){let w=o.state,m=dt(h,w,r);return m.direction!==w.direction&&!h.opportunity&&(s[w.
direction]=w.opportunity,m.opportunity=s[m.direction]),o.state=m,p(w)}return{ask:d,show:p,draw:u}}var k=t=>t!=null&&!Number.isNaN(t),j=t=>t.shareWithout>=ct;function E(t,n,e){let o=n.atLeast[e];return k(o)?n.lacks[e].length>0||n.missing>0&&o>0?t.t("at_least",
{n:t.count(o)}):t.count(o):t.t("missing")}var P=(t,n,e)=>n.lacks[e].map(o=>t.t("no_data_of",{country:t.t(o)})).join(", ");function Tn(t,{open:n,closed:e}){return!k(
n)||!k(e)?t.t("effect_missing"):e===0?t.t("effect_undefined")+(n===0?"":" ("+t.signedCount(n)+")"):t.t("effect_said",{relative:t.signedShare(n/e-1),absolute:t.signedCount(
n-e)})}function Nn(t){return k(t.atLeast.open)?j(t)?t.noService?"_no_stop":"_still":t.lacks.open.length?"_unknown":t.closed===0&&t.open>0?"_undefined":Math.round(
t.closed)===Math.round(t.open)?"_same":"":"_nothing"}var Mn=320,lo=164,[mt,Cn,X]=[306,8,128],fo=56,uo=7,po=75;function mo(t){let n=10**Math.floor(Math.log10(Math.max(t,1)));return[1,2,5,10].map(e=>e*n).find(e=>e>=
t)??10*n}function ho(t,n,e){let o=mo(n/3),r=Math.ceil(n/o)*o,a=Math.max(fo,8+uo*t.count(r).length);return{step:o,top:r,left:a,last:e,x:c=>a+(mt-a)*c/e,y:c=>X-(X-
Cn)*c/r,minuteAt:c=>Math.round((c-a)/(mt-a)*e)}}var Nt=(t,n,e,o)=>I("text",{x:n,y:e,"text-anchor":o},t);function go(t,{step:n,top:e,left:o,last:r,x:a,y:c}){let i=[];
for(let s=0;s<=e+1e-9;s+=n)i.push(I("line",{x1:o,x2:mt,y1:c(s),y2:c(s),class:"grid"}),Nt(t.count(s),o-6,c(s)+4,"end"));for(let s=0;s<=r;s+=r>po?30:15)i.push(Nt(
t.minutes(s),a(s),X+16,"middle"));return i.push(Nt(t.t("axis_minutes"),mt,X+31,"end")),i}function Ln({last:t,x:n,y:e},o,r){let a=[...Array(t+1).keys()],c=i=>a.map(
s=>`${n(s).toFixed(1)},${e(i(s)).toFixed(1)}`);return"M"+[...c(o),...c(r).reverse()].join("L")+"Z"}function wo(t,n,e,o,r){let{nl:a,de:c}=o.curve,i=l=>E(t,{atLeast:{
at:D([a[l],c[l]])},lacks:{at:o.lacks.open},missing:o.missing},"at"),s=Math.min(r,Math.max(5,Math.round(n.cutoff/15)*15-15));return t.t("chart_said",{opportunity:e,
a:i(s),x:t.minutes(s),b:i(Math.min(r,n.cutoff)),y:t.minutes(n.cutoff)})}function ht(t,n,e,o,r){let[a,c]=$(o.curve.home),i=o.curve.nl.length-1,s=(p,d)=>k(o.curve[p][d])?
o.curve[p][d]:0,l=ho(t,Math.max(s(a,i)+s(c,i),1),i),f=l.x(n.cutoff),u=I("svg",{viewBox:`0 0 ${Mn} ${lo}`,role:"img","aria-label":wo(t,n,e,o,i)},...go(t,l),I("pa\
th",{d:Ln(l,p=>s(a,p),()=>0),class:"area-"+a}),I("path",{d:Ln(l,p=>s(a,p)+s(c,p),p=>s(a,p)),class:"area-"+c}),I("line",{x1:f,x2:f,y1:Cn-6,y2:X+4,class:"now"}));
u.addEventListener("pointerdown",p=>{let d=u.getBoundingClientRect();r(l.minuteAt((p.clientX-d.left)/d.width*Mn))}),y("chart").replaceChildren(u),y("chart-key").
replaceChildren(g("i",{class:"key part-"+a,"aria-hidden":"true"}),t.t("own_country")+"  ",g("i",{class:"key part-"+c,"aria-hidden":"true"}),t.t("across"),o.lacks.
open.length?"  – "+P(t,o,"open"):"")}function gt(t,n){let e=g("fieldset",{class:"choice",id:"c-"+t}),o="",r=()=>[...e.querySelectorAll("input")];function a(c,i,s){let l=r().find(u=>u===document.activeElement)?.
value,f=g("div",{class:"pills"},...i.map(([u,p,d])=>{let h=g("input",{type:"radio",name:t,value:u,disabled:!!d});return h.addEventListener("change",()=>n(u)),g(
"label",{class:"pill"},h,g("span",{},p))}));e.replaceChildren(g("legend",{class:"legend"},c),f,...s?[g("p",{class:"small why"},s)]:[]),r().find(u=>u.value===l)?.
focus()}return{node:e,show(c,i,s,l=""){e.hidden=i.length<2;let f=JSON.stringify([c,i,l]);f!==o&&(o=f,a(c,i,l));for(let u of r())u.checked=u.value===String(s)}}}
function Mt(t,n){let e=g("input",{type:"range",id:"c-"+t,name:t,step:1}),o=g("label",{class:"legend",for:"c-"+t}),r=g("output",{for:"c-"+t,class:"reading"}),a=g(
"div",{class:"choice slide"},o,r,e);return e.addEventListener("input",()=>n(Number(e.value))),{node:a,show(c,{low:i,high:s,step:l},f,u){o.textContent=c,e.step=String(
l),e.min=String(i),e.max=String(s),e.value!==String(f)&&(e.value=String(f)),e.style.setProperty("--part",100*(f-i)/(s-i)+"%"),r.textContent=u,e.setAttribute("ar\
ia-valuetext",u)}}}var yo=12,Rn=4;function bo(t,n){return(t+" ").startsWith(n+" ")?0:t.startsWith(n)?1:t.includes(" "+n)?2:t.includes(n)?3:Rn}function xo(t,n){let e=T(n);return e?
t.map(o=>({fit:bo(o.plain,e),entry:o})).filter(({fit:o})=>o<Rn).sort((o,r)=>o.fit-r.fit||r.entry.weight-o.entry.weight).slice(0,yo).map(({entry:o})=>o):[]}function _o(){
let t=g("label",{class:"legend",for:"place"}),n=g("input",{id:"place",type:"text",role:"combobox",autocomplete:"off",spellcheck:"false","aria-autocomplete":"lis\
t","aria-expanded":"false","aria-controls":"place-list","aria-describedby":"place-hint"}),e=g("span",{id:"place-hint",class:"small"}),o=g("ul",{id:"place-list",
role:"listbox",hidden:!0}),r=g("span",{class:"hidden",role:"status"}),a=g("div",{class:"choice search"},t,g("div",{class:"box"},n,o),e,r);return{label:t,input:n,
hint:e,list:o,said:r,node:a}}function ko({input:t,list:n,said:e},o,r,a){let c=[],i=-1;function s(f){i=f,[...n.children].forEach((p,d)=>p.setAttribute("aria-sele\
cted",String(d===i)));let u=n.children[i];if(!u){t.removeAttribute("aria-activedescendant");return}u.scrollIntoView({block:"nearest"}),t.setAttribute("aria-acti\
vedescendant",u.id)}function l(f,u){let p=g("li",{role:"option",id:"place-"+u,"aria-selected":"false"},g("span",{class:"name"},f.name),g("span",{class:"small"},
f.note()));return p.addEventListener("pointerdown",d=>{d.preventDefault(),a(f)}),p}return{close(){n.hidden=!0,s(-1),t.setAttribute("aria-expanded","false")},open(){
c=xo(r,t.value),n.replaceChildren(...c.map(l)),n.hidden=c.length===0,t.setAttribute("aria-expanded",String(c.length>0));let f=!c.length&&T(t.value)!=="";return e.
textContent=c.length?o.t("place_found",{n:o.count(c.length)}):f?o.t("place_none"):"",s(c.length?0:-1),f},move:f=>s((i+f+c.length)%c.length),marked:()=>n.hidden?
void 0:c[i],any:()=>c.length>0}}function Pn(t,n,e){let o=_o(),{input:r,hint:a,list:c,said:i}=o,s="";function l(m){a.textContent=m?t.t("place_none_still",{name:s}):
t.t("place_hint"),a.classList.toggle("warn",m),r.setAttribute("aria-invalid",String(m))}let f=ko(o,t,n,u);function u(m){f.close(),l(!1),e(m.key),r.select()}let p=()=>l(
f.open());function d(){f.close(),l(!1),r.value=s}function h(){let m=f.marked();m?u(m):!f.any()&&T(r.value)&&(r.value=s,r.select())}let w={ArrowDown:()=>c.hidden?
p():f.move(1),ArrowUp:()=>c.hidden?p():f.move(-1),Enter:h,Escape:d};return r.addEventListener("input",p),r.addEventListener("focus",()=>r.select()),r.addEventListener(
"blur",()=>{d(),i.textContent=""}),r.addEventListener("keydown",m=>{Object.hasOwn(w,m.key)&&(w[m.key](),m.preventDefault())}),{node:o.node,show(m){o.label.textContent=
t.t("place"),l(!1),c.setAttribute("aria-label",t.t("place")),s=m,(document.activeElement!==r||c.hidden)&&(r.value=m)}}}function Oo({words:t,known:n,entries:e,ask:o}){let r=i=>gt(i,s=>o({[i]:s})),a=g("input",{type:"checkbox",id:"c-compare",name:"compare"});a.addEventListener("cha\
nge",()=>o({compare:a.checked}));let c=g("span",{});return{place:Pn(t,e,i=>o({place:i})),whose:r("whose"),cutoff:Mt("cutoff",i=>o({cutoff:i})),border:r("border"),
resistance:Mt("resistance",i=>o({resistance:i})),mode:gt("mode",i=>o({trip:n.trips.find(s=>n.kindOf(s.id)===i)?.id})),trip:r("trip"),percentile:gt("percentile",
i=>o({percentile:Number(i)})),opportunity:r("opportunity"),direction:r("direction"),scenario:r("scenario"),compare:{node:g("label",{class:"choice check"},a,c),box:a,
text:c},reading:r("reading")}}function vo(t,{words:n,known:e},o){let{t:r}=n,a=(s,l)=>l.map(f=>[f,r(s+"_"+f)]),c=s=>r("minutes_long",{n:n.minutes(s)}),i=e.ofInhabitants(
o)?e.mean.step:1;t.whose.show(r("whose"),e.couldBeOfInhabitants(o)?a("whose",It):[],o.whose),t.cutoff.show(r("cutoff"),{low:Tt,high:U(e,o.trip),step:i},o.cutoff,
c(o.cutoff)),t.border.show(r("border"),a("border",G),o.border),t.resistance.node.hidden=o.border!=="realised",t.resistance.show(r("resistance"),{low:0,high:pt,step:i},
o.resistance,c(o.resistance)),t.reading.show(r("reading"),a("reading",At),o.reading),t.direction.show(r("direction"),a("direction",Et),o.direction),t.opportunity.
show(r("opportunity"),e.opportunities.map(s=>[s,n.opportunity(s)]),o.opportunity)}function So(t,{words:n,known:e},o){let{t:r}=n,a=e.trip(o.trip),c=e.kindOf(a.id),
i=new Map(e.trips.toReversed().map(u=>[e.kindOf(u.id),u.id])),s=[...new Set(e.trips.map(u=>e.kindOf(u.id)))];t.mode.show(r("mode"),s.map(u=>[u,e.nameOf(i.get(u)??
a.id)]),c);let l=e.trips.filter(u=>e.kindOf(u.id)===c),f=a.mode==="transit"&&o.direction==="to";t.trip.show(r(f?"arrival":"departure"),l.map(u=>[u.id,e.tripName(
u)]),o.trip),t.percentile.show(r("percentile"),(a.percentiles??[]).map(u=>[String(u),n.share(u/100)]),o.percentile)}function Ao({scenario:t,compare:n},{words:e,
known:o},r){let{t:a}=e,c=o.scenariosOf(r.trip),i=o.scenarios.filter(s=>!c.includes(s)).map(o.scenarioName);t.show(a("scenario"),o.scenarios.map(s=>[s,o.scenarioName(
s),!c.includes(s)]),r.scenario,i.length?a("scenario_idle",{scenario:i.join("; ")}):""),n.node.hidden=r.scenario===o.scenarios[0],n.box.checked=r.compare,n.text.
textContent=a("compare")}function $n(t,n){let e=Oo(n);return t.replaceChildren(...Object.values(e).map(o=>o.node)),t.addEventListener("submit",o=>o.preventDefault()),
{show(o,r){e.place.show(r),vo(e,n,o),So(e,n,o),Ao(e,n,o)}}}function Eo(t,n){let e={};for(let[o,r]of Object.entries(t)){if(o.startsWith("opportunity/cell/")&&(e[o.slice(17)]=r),!o.startsWith("opportunity/municipality/"))
continue;let a=new Float64Array(r.length);for(let c=0;c<n.n;c++)a[n.municipality[c]]+=n.population[c];e[o.slice(25)]=Float64Array.from(n.municipality,(c,i)=>r[c]*
n.population[i]/a[c])}return e}function Dn(t,n,e){return(t[`${n}/name`]||t[`${n}/id`]||[]).map((r,a)=>({id:t[`${n}/id`][a],name:r,lon:t[`${n}/lon`][a],lat:t[`${n}\
/lat`][a],country:e[a]}))}function Un(t,n,e,o){let r=new Map;for(let a=0;a<t.n;a++){let c=t.country[a],i=r.get(c);i||r.set(c,i={total:0,known:0,unknown:0,any:!1});
let s=e[a],l=Number.isNaN(s);l||(i.any=!0),o(n[a],c)&&(l?i.unknown++:(i.known++,i.total+=s))}for(let a of r.values())(!a.any||a.unknown>0&&a.known===0)&&(a.total=
NaN);return r}function Io(t,n,e,o,r,{resistance:a=0}={}){let c=A(o),i=Un(t,n,e,h=>h<=c),s=a===0?i:Un(t,n,e,(h,w)=>(w===r?h:Math.fround(h+a))<=c),l=h=>i.get(h)?.
total??0,[f,u,p,d]=[0,0,0,0];for(let[h,w]of i)d+=w.unknown,h===r?f+=w.total:(u+=w.total,p+=s.get(h)?.total??0);return{nl:l(1),de:l(2),total:f+u,closed:f,realised:f+
p,felt:p,open:f+u,missing:d}}function To(t){let n=Math.ceil(t);return n>0&&t<=A(n-1)?n-1:n}function jn(t){for(let n=1;n<t.length;n++)t[n]+=t[n-1]}function No(t,n,e,o){
let r=()=>new Float64Array(o+1),a={nl:r(),de:r(),total:r(),unknown:r()},c=[r(),a.nl,a.de],i=c.map(()=>({any:!1,known:r(),unknown:r()}));for(let s=0;s<t.n;s++){let l=t.
country[s],f=Number.isNaN(e[s]);if(f||(i[l].any=!0),Number.isNaN(n[s]))continue;let u=To(n[s]);if(!(u>o)){if(i[l][f?"unknown":"known"][u]++,f){a.unknown[u]++;continue}
a.total[u]+=e[s],c[l][u]+=e[s]}}Object.values(a).forEach(jn);for(let{known:s,unknown:l}of i)[s,l].forEach(jn);for(let s of[1,2]){let{any:l,known:f,unknown:u}=i[s];
for(let p=0;p<=o;p++)(!l||u[p]>0&&f[p]===0)&&(c[s][p]=NaN)}return a}function Bn(t,n){let e=n.n_cells,o=e+n.n_places,r=t["point/country"],a={n:e,id:t["cell/id"],
lon:t["cell/lon"],lat:t["cell/lat"],country:r.subarray(0,e),municipality:t["cell/municipality"],population:t["cell/population"]};return{cells:a,places:Dn(t,"pla\
ce",r.subarray(e)),stops:Dn(t,"stop",r.subarray(o)),municipalities:t["municipality/code"]||[],opportunities:Eo(t,a),trips:n.trips,scenarios:n.scenarios,meta:n,arrays:t,
reach:(...c)=>Io(a,...c),curve:(...c)=>No(a,...c)}}var Lt={uint8:Uint8Array,int8:Int8Array,uint16:Uint16Array,int16:Int16Array,uint32:Uint32Array,int32:Int32Array,float32:Float32Array,float64:Float64Array};function Mo(t){
let n=atob(t),e=new Uint8Array(n.length);for(let o=0;o<e.length;o++)e[o]=n.charCodeAt(o);return e}async function Lo(t){let n=new Blob([t]).stream().pipeThrough(
new DecompressionStream("deflate"));return new Uint8Array(await new Response(n).arrayBuffer())}function Co(t,{n,width:e,steps:o=0}){let r=new Int32Array(n);for(let a=0;a<
n;a++){let c=t[a];e>1&&(c|=t[n+a]<<8),e>2&&(c|=t[2*n+a]<<16|t[3*n+a]<<24),r[a]=c>>>1^-(c&1)}for(let a=0;a<o;a++)for(let c=1;c<n;c++)r[c]=r[c]+r[c-1]|0;return r}
function Ro(t,n){let e=new Lt[n.type](n.n),o=10**n.digits,r=Object.hasOwn(n,"null");for(let a=0;a<n.n;a++)e[a]=r&&t[a]===n.null?NaN:t[a]/o;return e}function Po(t,{
type:n,n:e,width:o}){let r=new Uint8Array(e*o);for(let s=0;s<o;s++)for(let l=0;l<e;l++)r[l*o+s]=t[s*e+l];let a=new DataView(r.buffer),c=new Lt[n](e),i=o===8?"ge\
tFloat64":"getFloat32";for(let s=0;s<e;s++)c[s]=a[i](s*o,!0);return c}async function $o(t,n){let e=await Lo(Mo(n));if(t.type==="text")return t.n===0?[]:new TextDecoder().
decode(e).split(`
`);if(!Object.hasOwn(t,"steps"))return Po(e,t);let o=Co(e,t);return Object.hasOwn(t,"digits")?Ro(o,t):t.type==="int32"?o:Lt[t.type].from(o)}async function Ct(t,n){
if(t.format!==1||t.parts.length!==n.length)throw new Error(`packed in format ${t.format}, ${n.length} chunks`);let e=await Promise.all(t.parts.map((o,r)=>$o(o,n[r])));
return Object.fromEntries(t.parts.map((o,r)=>[o.name,e[r]]))}function Wn(t,n,e=null){let o=new Map,r=0,a=c=>new Promise((i,s)=>{o.set(++r,{answered:i,refused:s}),t.postMessage({number:r,asked:c})});return new Promise((c,i)=>{
t.addEventListener("error",s=>{let l=new Error(s.message||"no worker");i(l);for(let{refused:f}of o.values())f(l);o.clear()}),t.addEventListener("message",({data:s})=>{
let l=o.get(s.number);o.delete(s.number),s.opened?c(a):l?s.failed===void 0?l.answered(s):l.refused(new Error(s.failed)):i(new Error(s.failed))}),t.postMessage({
...n,first:e})})}var Fn=/^(shape|mean|opportunity)\//,jo=/^(cell|place|stop|municipality)\/|^point\/country$/;function Hn({manifest:t,chunks:n},e){let o=[...t.parts.keys()].filter(
r=>e(t.parts[r].name));return{manifest:{...t,parts:o.map(r=>t.parts[r])},chunks:o.map(r=>n[r])}}var Bo=t=>new Worker(URL.createObjectURL(new Blob([t],{type:"tex\
t/javascript"})));async function Wo({manifest:t,chunks:n}){let e=await globalThis.GrensgeoEngine.open(t,n);return async o=>e.times(o)}async function zn(t,n,e){let o=Hn(
t,i=>!Fn.test(i)),r=(async()=>{try{return await Wn(Bo(n),o,e)}catch{return Wo(o)}})(),a=Hn(t,i=>Fn.test(i)||jo.test(i)),c=await Ct(a.manifest,a.chunks);return{...Bn(
c,t.manifest.meta),times:async i=>(await r)(i)}}var Fo=600,Ho=1e9,wt=["","NL","DE"],zo=(t,n)=>t.t(wt[n].toLowerCase()||"other");function Go(t,n,e){let o=new Map;return t.places.forEach(({id:r,name:a,lon:c,lat:i,
country:s},l)=>{let f=n.get(r),u="place:"+r,p=f?f.name:a;o.set(u,{key:u,kind:"place",name:p,lon:c,lat:i,country:s,area:f,plain:T(p),ask:{kind:"place",index:l},weight:Ho+
(f?f.population:0),note:()=>e.t("kind_place")+(f?" · "+f.nuts3:"")})}),t.stops.forEach(({id:r,name:a,lon:c,lat:i,country:s},l)=>{let f="stop:"+r;o.set(f,{key:f,
kind:"stop",name:a,lon:c,lat:i,country:s,ask:{kind:"stop",index:l},weight:0,plain:T(a),note:()=>e.t("kind_stop")+" · "+zo(e,s)})}),o}function Gn(t,n,e){let o=new Map(
n.map(l=>[l.code,l])),r=Array.from(t.cells.municipality,l=>o.get(t.municipalities[l])),a=new Map(t.cells.id.map((l,f)=>[l,f])),c=Go(t,o,e);function i(l){if(!l.startsWith(
"cell:"))return c.get(l);let f=a.get(l.slice(5));if(f===void 0)return;let u=r[f],{lon:p,lat:d,country:h}=t.cells;return{key:l,kind:"cell",name:e.t("cell_of",{name:u?
u.name:"?"}),area:u,lon:p[f],lat:d[f],country:h[f],ask:{kind:"cell",index:f}}}function s(l){let f=new Map;return[...c.values()].filter(u=>{if(u.kind!=="stop")return!0;
let p=f.get(u.plain)??[];return f.set(u.plain,[...p,u]),!p.some(d=>l([d.lat,d.lon],[u.lat,u.lon])<Fo)})}return{get:i,has:l=>typeof l=="string"&&i(l)!==void 0,searchable:s,
stops:[...c.values()].filter(l=>l.kind==="stop"),areaOfCell:l=>r[l]}}function Ko(t,n){let e=new Map(t.trips.map(c=>[c.id,c]));function o(c){let i=e.get(c);if(!i)
throw new RangeError(`no trip ${c}`);return i}function r({id:c}){let{title:i,departure:s,period:l,window_min:f=0}=o(c);if(i)return n.in(i);if(!s)return l?n.period(
l):c;let u=new Date(s.slice(0,16)+":00Z"),p=new Date(u.getTime()+f*6e4);return n.date(u)+", "+n.clock(u)+(f?"–"+n.clock(p):"")}function a(c,i){let{lacking:s,by:l}=o(
c),f=wt[i],u=Object.hasOwn(s,f)?n.in(s[f]):"",p=n.in(l);return u?p.endsWith(")")?p.slice(0,-1)+"; "+u+")":`${p} (${u})`:p}return{tripName:r,byTrip:a,kindOf:c=>o(
c).kind,nameOf:c=>n.in(o(c).name),ofTrip:(c,i)=>n.in(o(c)[i]),parkOf:c=>o(c).park_min}}function Kn(t,n,e,o,r){let[a,...c]=t.scenarios,i=s=>r.has(s,o.get(s.place),
Number(s.percentile));return{...Ko(n,e),mean:r,couldBeOfInhabitants:i,ofInhabitants:s=>s.whose==="mean"&&i(s),trips:t.trips,trip:s=>t.trips.find(l=>l.id===s),opportunities:n.
opportunities,hasPlace:o.has,scenarios:t.scenarios,scenariosOf:s=>[a,...c.filter(l=>!Object.hasOwn(n.scenario_trips,l)||n.scenario_trips[l].includes(s))],scenarioName:s=>s===
a?e.t("scenario_none"):Object.hasOwn(n.scenarios,s)?e.in(n.scenarios[s]):s}}var Xn=t=>t.replace(/(?<=^|[,;\t\r\n]["\s]*)(?=[=+\-@\t\r\n])/g,"'");function Xo(t){if(typeof t=="number")return Number.isNaN(t)?"":String(t);let n=Xn(String(t??
""));return/[",\n\r;#]/.test(n)?'"'+n.replace(/"/g,'""')+'"':n}var Zo=t=>"# "+Xn(t.replace(/[\r\n\u2028\u2029]+/g," "));function Yo(t,n,e){return[...t.map(Zo),...[
n,...e].map(r=>r.map(Xo).join(","))].join(`\r
`)+`\r
`}var B=(t,n)=>Math.round(t*n)/n,Rt=t=>k(t)?String(B(t,1e3)):"";function Jo(t,n,e,o){if(!n.atLeast)return[];let r=["closed","realised","open"].map(i=>{let s=n.lacks[i].
length>0||n.missing>0,l=k(n.atLeast[i])?(s?">= ":"")+Rt(n.atLeast[i]):"",f=P(t,n,i);return`${i}: ${l} ${e} (${o})`+(f?"; "+f:"")}),a=[["nl",n.nl],["de",n.de]].map(
([i,s])=>`${i}: ${Rt(Number(s))} ${e} (${o})`),c=[["share_without_ride",n.shareWithout],["edge_share",n.edgeShare]];return[...r,...a,...c.flatMap(([i,s])=>k(s)?
[`${i}: ${Rt(s)} (${o})`]:[]),...n.mean?[]:[`edge: ${!!n.touchesEdge}`]]}function qo(t,n,{state:e,found:o},{said:r,whose:a}){let{opportunity:c}=e;return[...r,...Jo(
t,o,c,a),`units: travel_time_min in minutes; population in inhabitants; ${c} in numbers; lon and lat in degrees (EPSG:4326); empty is not known or not reached`,
...n.notes.map(i=>"note: "+[i.text,...i.details].map(s=>t.in(s)).join(" / ")),...n.sources.map(i=>"source: "+[i.title,i.attribution,"licence "+i.licence,i.reference_date].
join("; ")),t.t("made_with",{version:n.version})]}function Zn(t,n,e,o){let{engine:{cells:r},areaOfCell:a,state:c,found:i,weights:s,home:l}=e,{opportunity:f}=c,u=f!==
"population",p=z(c,l),d=A(c.cutoff),h=["cell_id","region_code","municipality","country","lon","lat","population",...u?[f]:[],"travel_time_min","within_cutoff","\
counted",...i.walked?["without_ride"]:[],...i.before?["travel_time_baseline_min"]:[]],w=r.id.map((m,b)=>{let x=i.minutes?i.minutes[b]:NaN,_=a(b);return[m,_?.code,
_?.name,wt[r.country[b]],B(r.lon[b],1e5),B(r.lat[b],1e5),r.population[b],...u?[B(s[b],1e4)]:[],B(x,1e3),x<=d?1:0,p(x,r.country[b])?1:0,...i.walked?[Number.isNaN(
x)?"":i.walked[b]]:[],...i.before?[B(i.before.minutes[b],1e3)]:[]]});return Yo(qo(t,n,e,o),h,w)}function $t(t,n){let e=document.createElement("a");e.href=URL.createObjectURL(t),e.download=n,document.body.append(e),e.click(),e.remove(),setTimeout(()=>URL.revokeObjectURL(
e.href),1e4)}var yt=()=>getComputedStyle(document.body).fontFamily,qn=t=>t?"#eef0f4":"#1f2430";function Pt(t,n){let e=document.createElement("canvas");e.width=t*
2,e.height=n*2;let o=e.getContext("2d");return o.scale(2,2),{canvas:e,context:o}}function Qo(t,n,e){let o=[""];for(let r of n.split(/\s+/)){let a=o[o.length-1],
c=a?a+" "+r:r;t.measureText(c).width<=e||!a?o[o.length-1]=c:o.push(r)}return o}var Yn=t=>t.reduce((n,e)=>n+e.lines.length*e.leading,0);function Vo(t,n,e){t.font=
`400 12px ${yt()}`;let o=[[]],r=0;for(let a of n){let c=26+t.measureText(a.said).width+16;r+c>e-40&&o[o.length-1].length&&(o.push([]),r=0),o[o.length-1].push([r,
a]),r+=c}return o}function Jn(t,n,e,o){let r=e;for(let a of n){t.font=a.font,t.fillStyle=o;for(let c of a.lines)r+=a.leading,t.fillText(c,20,r-a.leading*.25)}}function Qn(t,n,e){
let o=t.map.getSize(),r=Math.max(o.x,640),a=qn(t.dark),{context:c}=Pt(1,1),i=(m,b,x)=>(c.font=`${m} ${yt()}`,{font:c.font,leading:x,lines:Qo(c,b,r-40)}),s=[i("7\
00 19px",e.headline,25),i("400 13px",e.question,18)],l=e.below.map(m=>i("400 11px",m,15)),f=Vo(c,n,r),u=Yn(s)+28,p=u+o.y+f.length*21+Yn(l)+30,{canvas:d,context:h}=Pt(
r,p);h.fillStyle=t.dark?"#14171d":"#ffffff",h.fillRect(0,0,r,p),h.textBaseline="alphabetic",Jn(h,s,12,a),te(h,t,(r-o.x)/2,u);let w=u+o.y+12;return f.forEach((m,b)=>{
for(let[x,_]of m)er(h,_,20+x,w+b*21,a)}),Jn(h,l,w+f.length*21+2,a),new Promise(m=>{d.toBlob(m,"image/png")})}function Vn(t){let n=t.map.getSize(),{canvas:e,context:o}=Pt(
n.x,n.y);return te(o,t,0,0),e}function te(t,n,e,o){let{map:r,dark:a}=n,c=r.getSize();t.save(),t.beginPath(),t.rect(e,o,c.x,c.y),t.clip(),t.fillStyle=a?"#171a20":
"#e3e3e0",t.fillRect(e,o,c.x,c.y);let i=r.getContainer().getBoundingClientRect();for(let s of["land","cells","lines"])for(let l of r.getPane(s)?.querySelectorAll(
"canvas")??[]){let f=l.getBoundingClientRect();t.drawImage(l,e+f.left-i.left,o+f.top-i.top,f.width,f.height)}tr(t,n,e,o),nr(t,n,e,o),t.restore()}function tr(t,{
map:n,view:e,theme:o,dark:r},a,c){let i=n.containerPointToLayerPoint([0,0]);t.lineJoin="round";for(let s of e.written){let l=a+s.x-i.x,f=c+s.y-i.y+s.size;t.font=
`${s.bold?600:400} ${s.size}px ${yt()}`,t.lineWidth=3,t.strokeStyle=o.halo,t.fillStyle=s.kind==="country"?o.border:qn(r),t.strokeText(s.name,l,f,240),t.fillText(
s.name,l,f,240),s.dot&&s.kind!=="here"&&t.fillRect(a+s.at.x-i.x-2,c+s.at.y-i.y-2,4,4)}}function nr(t,{map:n,view:e},o,r){if(!e.chosen)return;let a=n.latLngToContainerPoint(
e.chosen.latlng);t.beginPath(),t.arc(o+a.x,r+a.y,7,0,2*Math.PI),t.fillStyle="#ffffff",t.fill(),t.lineWidth=4,t.strokeStyle="#111827",t.stroke()}function er(t,{line:n,
colour:e,stripe:o,said:r},a,c,i){if(n)t.fillStyle=n,t.fillRect(a,c+5,20,3);else{if(t.fillStyle=e??i,t.fillRect(a,c,20,13),o){t.fillStyle=o;for(let s=0;s<20;s+=6)
t.fillRect(a+s+3,c,3,13)}t.lineWidth=.6,t.strokeStyle="#7d7f86",t.strokeRect(a,c,20,13)}t.font=`400 12px ${yt()}`,t.fillStyle=i,t.fillText(r,a+26,c+11)}var bt=({words:t,here:n},e)=>t.t(e+"_"+n().kind,{name:n().name});function Z(t){return t.now.state.direction==="to"?bt(t,"to"):t.words.lowered(bt(t,"from"))}function R(t){
let{words:n,known:e,here:o,now:{state:r}}=t,{t:a}=n,{name:c,kind:i,country:s}=o(),l=t.ofInhabitants(),f=e.parkOf(r.trip);return{place:c,mode:e.byTrip(r.trip,s),
from:l?a("from_mean",{name:c}):bt(t,"from"),to:bt(t,"to"),reaches:a(l?"reaches_mean":"reaches_one"),whose:a("owner_"+(l?"mean":i),{name:c}),vehicle:e.ofTrip(r.trip,
"vehicle"),none:e.ofTrip(r.trip,"no_vehicle"),without:e.ofTrip(r.trip,"without"),parking:f>0?a("parking",{n:n.minutes(f)}):"",opportunity:n.opportunity(r.opportunity),
scenario:e.scenarioName(r.scenario)}}function xt(t){let{words:n,known:e,now:{state:o}}=t,{t:r}=n,a=R(t),c=e.trip(o.trip),i=e.trips.filter(s=>e.kindOf(s.id)===e.
kindOf(c.id)).length>1;return[a.whose,r("direction_"+o.direction),a.mode,a.parking,i||c.mode==="transit"?e.tripName(c):"",r("minutes",{n:n.minutes(o.cutoff)}),r(
"shown_"+o.border,{n:n.minutes(o.resistance)})+(o.border==="closed"?" ("+r("reading_"+o.reading)+")":""),a.opportunity,r("scenario")+": "+a.scenario].filter(s=>s).
join(" · ")}function Dt({words:t,known:n,data:e,now:{state:o}}){return[t.t("scenario")+": "+n.scenarioName(o.scenario),t.t("source")+": "+e.attributions.join("\
 · "),t.t("made_with",{version:e.version})].join(" · ")}function ne({data:t,known:n,now:{state:e}}){let o=[e.opportunity,n.trip(e.trip).mode];return t.strip.filter(
r=>!r.concerns.length||r.concerns.some(a=>o.includes(a)))}var Ut=t=>ne(t).map(n=>t.words.in(n.text)).join(" ");function ee(t){let{words:n,data:e}=t,{t:o}=n;y("w\
arnings").replaceChildren(...ne(t).map(r=>g("li",{title:n.in(r.text)},n.in(r.short)))),y("notes").replaceChildren(...e.notes.map(r=>g("li",{},n.in(r.text),...r.
details.map(a=>g("p",{class:"small"},n.in(a)))))),y("sources").replaceChildren(...e.sources.map(r=>{let a=[r.attribution,o("licence",{name:r.licence}),r.reference_date?
o("reference_date",{date:r.reference_date}):""];return g("li",{},en(r)," – "+a.filter(c=>c).join(" · "))})),y("strip").textContent=Dt(t),y("asked").textContent=
xt(t)}var jt=t=>"#"+En(t.now.state);function Y(t,n,e){let o=g("span",{},t);return e&&o.prepend(g("i",{class:"key part-"+e,"aria-hidden":"true"})),g("div",{class:"row"},o,g("b",{},n))}function or(t){
let n=t.reduce((e,[,o])=>e+(k(o)?o:0),0);return g("div",{class:"bar","aria-hidden":"true"},...t.map(([e,o])=>{let r=g("i",{class:"part-"+e});return r.style.width=
(n>0&&k(o)?100*o/n:0)+"%",r}))}function J(t,n,...e){y(t+"-title").textContent=[n.t(t),...e].join(" · ")}function rr(t,n){let e=n.mean&&(n.edgeShare??0)>0?t.t("\
edge_mean",{share:t.part(n.edgeShare??0)}):n.touchesEdge?t.t("edge"):"";return[...n.unknownCountries.map(o=>t.t("unknown_country",{country:t.t(o)})),n.missing>0&&
!n.unknownCountries.length?t.t("unknown_some",{n:t.count(n.missing)}):"",n.noService?t.t("no_service"):"",e].filter(o=>o)}function ir(t,n,e,o){y("split-title").
textContent=t.capital(t.t("reachable",{opportunity:e.opportunity,cutoff:t.minutes(n.cutoff)})),y("split-value").textContent=E(t,o,n.border),y("split-said").textContent=
[e.whose,t.t("shown_"+n.border,{n:t.minutes(n.resistance)}),n.border==="closed"?t.t("reading_"+n.reading):e.mode,e.parking].filter(a=>a).join(" · ");let r=[["n\
l",o.shown_nl],["de",o.shown_de]];y("split-parts").replaceChildren(or(r),...r.map(([a,c])=>Y(t.t(a),t.count(c),a))),y("split-warnings").replaceChildren(...rr(t,
o).map(a=>g("p",{class:"warn"},a)))}function sr(t,n,e,o){J("effect",t,e.opportunity,e.whose),y("effect-value").textContent=Tn(t,o);let r=Math.max(o.atLeast.open||
0,o.atLeast.closed||0,1);y("effect-rows").replaceChildren(...G.map(a=>{let c=Y(t.t("shown_"+a,{n:t.minutes(n.resistance)}),E(t,o,a));c.classList.toggle("chosen",
a===n.border);let i=g("i",{class:"gauge","aria-hidden":"true"});return i.style.width=(k(o.atLeast[a])?100*o.atLeast[a]/r:0)+"%",c.append(i),c}))}function cr(t,n,e,o){
if(y("plan-box").hidden=!o.before,!o.before)return;J("plan",t,e.opportunity,e.whose);let[r,a]=[o,o.before].map(c=>c.atLeast[n.border]);y("plan-rows").replaceChildren(
Y(t.t("scenario_none"),E(t,o.before,n.border)),Y(e.scenario,E(t,o,n.border)),Y(t.t("row_abs"),k(r)&&k(a)?t.signedCount(r-a):t.t("missing")))}function ar(t,n,e){
J("bands",t,n.whose);let o=["band","nl","de","total"].map(s=>g("th",{scope:"col"},t.t(s))),r=s=>s.map(l=>g("td",{},t.count(l))),a=e.bands.map(s=>{let l=g("i",{class:"\
key","aria-hidden":"true"});l.style.background=s.colour;let f=t.t("band_range",{a:t.minutes(s.from),b:t.minutes(s.to)});return g("tr",{},g("th",{scope:"row"},l,
f),...r([s.nl,s.de,s.nl+s.de]))}),c=s=>e.bands.reduce((l,f)=>l+f[s],0),i=g("tr",{class:"sum"},g("th",{scope:"row"},t.t("total")),...r([c("nl"),c("de"),c("nl")+c(
"de")]));y("bands").replaceChildren(g("thead",{},g("tr",{},...o)),g("tbody",{},...a,i))}function oe(t,n,e,o,r){ir(t,n,e,o),sr(t,n,e,o),cr(t,n,e,o),J("chart",t,e.
opportunity,e.whose),ht(t,n,e.opportunity,o,r),ar(t,e,o)}function lr(t,n,e){let{left:o,rows:r,own:a,kind:c,lacking:i}=e,{none:s}=n;if(e.done<e.all)return t.t("r\
ank_busy",{n:t.count(e.done),all:t.count(e.all)});let l=["edge","still","unknown"].filter(f=>o[f]>0).map(f=>t.t("rank_left_"+f,{n:t.count(o[f]),none:s}));return[
a==="edge"||a==="still"?t.t("rank_own_"+a,{none:s}):"",r.length?t.capital(t.t(c,{all:t.count(r.length)}))+".":"",l.length?t.t("rank_left_out",{parts:l.join(", ")}):
"",i?t.t("rank_partial",{countries:i}):""].filter(f=>f).join(" ")}function re(t,n,e,o){J("rank",t,n.opportunity,n.whose);let r=e.done>=e.all,a={n:t.count(e.place),
all:t.count(e.of)};y("rank-value").textContent=r?e.own!=="ranked"?t.t("rank_none"):t.t(e.shared?"rank_shared":"rank_said",a):"…",y("rank-said").textContent=lr(
t,n,e);let c=y("rank-box").querySelector("details");c.hidden=!r||!e.rows.length,c.firstElementChild.textContent=t.t("rank_list"),!(!r||!c.open)&&rt(y("rank-list"),
...e.rows.map(({member:i,value:s})=>{let l=t.count(s),f=g("li",{},ot(i.name,()=>o(i.key),i.key),g("b",{},e.lacking?t.t("at_least",{n:l}):l));return f.classList.
toggle("chosen",i.key===e.member),f}))}var q=(t,n)=>g(n?"strong":"b",{},t);function fr(t,n,e,o){let r=o.before?.atLeast[n.border],a=o.atLeast[n.border];return!o.before||!k(r)||!k(a)?[]:[" ",...t.sentence(
"head_scenario",{scenario:e.scenario,after:q(E(t,o,n.border),!0),before:q(E(t,o.before,n.border),!1),change:r>0?t.signedShare((a-r)/r):t.signedCount(a-r)})]}function ie(t,n,e,o){
let r={...e,cutoff:t.minutes(n.cutoff)};if(o.status)return t.sentence("head_"+o.status,r);let a=Nn(o),c=P(t,o,"open"),i=t.sentence("head_"+n.direction+a,{...r,open:q(
E(t,o,"open"),n.border==="open"),closed:q(E(t,o,"closed"),n.border==="closed"),...a==="_unknown"?{lacking:c}:{},...a===""?{effect:t.signedShare(o.open/o.closed-
1)}:{}});return c&&(a==="_still"||a==="_no_stop")&&i.push(" (",c,")"),!j(o)&&k(o.shareWithout)&&i.push(" ",...t.sentence("head_share",{share:t.part(o.shareWithout),
vehicle:e.vehicle})),n.border==="realised"&&k(o.realised)&&i.push(" ",...t.sentence("head_realised",{resistance:t.minutes(n.resistance),realised:q(E(t,o,"realis\
ed"),!0)})),[...i,...fr(t,n,e,o)]}function se(t){let{state:n,shown:e}=t.now;return{cutoff:n.cutoff,width:F(t.longest()),border:n.border,before:t.comparing(),walked:!!e?.walked,vehicle:t.known.ofTrip(
n.trip,"vehicle")}}function ce(t){let{look:n,view:e,engine:o,now:{state:r,times:a,shown:c}}=t;if(!a||!c)return;let i=c.status?a.open.minutes:c.minutes;t.comparing()&&
c.before?hn(n,t.theme(),t.palettes().diverging,{minutes:i,before:c.before.minutes,cutoff:r.cutoff}):mn(n,t.theme(),t.palettes().times,{...se(t),minutes:i,walked:c.
walked,countries:o.cells.country,counts:z(r,t.here().country)}),e.layer.paint(n)}function _t(t){let{words:n}=t,e=t.comparing()?"legend_change":"legend_time";y("\
legend-title").textContent=n.t(e,{from:Z(t)});let o=gn(n,t.theme(),t.palettes(),se(t));return y("legend").replaceChildren(...o.map(({line:r,colour:a,stripe:c,said:i})=>{
let s=g("i",{class:"swatch"+(r?" line":""),"aria-hidden":"true"});return s.style.background=r??(c?`repeating-linear-gradient(-45deg, ${a} 0 3px, ${c} 3px 6px)`:
String(a)),g("li",{},s,i)})),o}function ae(t,n){let{words:e,now:{state:o,shown:r}}=t;if(!r)return;let a=R(t);y("headline").replaceChildren(...ie(e,o,a,r)),y("he\
adline").removeAttribute("aria-busy"),y("answer-box").hidden=!!r.status,r.status||oe(e,o,a,r,c=>n({cutoff:c}))}function Bt(t,n){let{words:e,engine:o,areas:r,places:a,
now:{state:c,shown:i}}=t,{t:s}=e,l=y("table");if(!y("table-box").open||!i)return;if(i.status){l.replaceChildren();return}let f=["municipality","country","table_\
median","table_share"].map(p=>g("th",{scope:"col"},s(p))),u=vn(o,r,a.areaOfCell,c,i.minutes).map(({area:p,median:d,within:h})=>{let w="place:"+p.code;return g("\
tr",{},g("th",{scope:"row"},ot(p.name,()=>n({place:w}),w)),g("td",{},s(p.country.toLowerCase())),g("td",{},d===1/0?s("unreached"):e.minutes(d)),g("td",{},e.count(
h)))});rt(l,g("table",{},g("caption",{},s("table_caption")+" – "+Z(t)),g("thead",{},g("tr",{},...f)),g("tbody",{},...u)))}function le({words:t,engine:n,places:e,
known:o,now:{state:r,shown:a}},c){if(!a||a.status||c<0)return"";let{t:i}=t,s=e.areaOfCell(c),l=a.minutes[c],f=!Number.isNaN(l);return[s?s.name:"",f?i("minutes",
{n:t.minutes(l)}):i("unreached"),a.walked&&a.walked[c]&&f?i("without_ride",{vehicle:o.ofTrip(r.trip,"vehicle")}):"",i("population",{n:t.count(n.cells.population[c])})].
filter(u=>u).join(" · ")}var ur=2500;function kt(t){y("said").textContent=t,y("toast").textContent=t,y("toast").hidden=!1,setTimeout(()=>{y("toast").hidden=!0},ur)}function Wt(t){try{history.
replaceState(null,"",jt(t))}catch{}}function fe({here:t,now:{state:n}},e){return["atlas",T(t().name).replace(/ /g,"-").slice(0,40),T(n.trip).replace(/ /g,"-"),n.
cutoff+"min",n.border].join("-")+e}function Ft(t){let{words:n,data:e,engine:o,places:r,here:a,now:{state:c,shown:i}}=t;return i?Zn(n,e,{engine:o,areaOfCell:r.areaOfCell,
state:c,found:i,weights:t.weights(),home:a().country},{said:[y("headline").textContent,xt(t),n.t("legend_time",{from:Z(t)}),"link: "+jt(t)],whose:R(t).whose}):""}
var ue=t=>({map:t.map,view:t.view,theme:t.theme(),dark:t.dark()});async function pr(t){let n=await Qn(ue(t),_t(t),{headline:y("headline").textContent,question:xt(
t),below:[Ut(t),Dt(t)]});n&&$t(n,fe(t,".png"))}function dr(t){let n=new Blob(["\uFEFF"+Ft(t)],{type:"text/csv;charset=utf-8"});$t(n,fe(t,".csv"))}async function mr(t){
let{t:n}=t.words;Wt(t);try{await navigator.clipboard.writeText(location.href),kt(n(location.protocol==="file:"?"copied_local":"copied"))}catch{kt(n("not_copied"))}}
function pe(t,{dress:n,draw:e,again:o}){y("print").addEventListener("click",()=>window.print()),y("link").addEventListener("click",()=>mr(t)),y("png").addEventListener(
"click",()=>pr(t)),y("csv").addEventListener("click",()=>dr(t));let r=()=>document.getElementById("on-paper");window.addEventListener("beforeprint",()=>{t.now.onPaper=
!0,n(),e(),t.view.flush(),r()?.remove(),y("map-box").after(g("figure",{id:"on-paper"},Vn(ue(t)),g("figcaption",{class:"small"},Ut(t))))}),window.addEventListener(
"afterprint",()=>{r()?.remove(),t.now.onPaper=!1,o()})}var Ht=256,me=85.0511287798,hr=40075.017,he=254,gr=255,ge=t=>Ht*(t+180)/360;function we(t){let n=Math.sin(Math.max(-me,Math.min(me,t))*Math.PI/180);return Ht*(.5-
Math.log((1+n)/(1-n))/(4*Math.PI))}var ye=(t,n)=>t*(Ht/hr)/Math.cos(n*Math.PI/180);function Ot(t){let n=new Int32Array(t.length+1);for(let e=0;e<t.length;e++)n[e+
1]=n[e]+t[e];return n}function be({rings:t,corners:n,start_x:e,start_y:o,step_x:r,step_y:a}){let c=Ot(t),i=Ot(n),s=new Float64Array(i[n.length]),l=new Float64Array(
i[n.length]),[f,u,p]=[0,0,0];for(let d=0;d<n.length;d++){f+=e[d],u+=o[d];let[h,w]=[f,u];for(let m=i[d];m<i[d+1];m++)m>i[d]&&(h+=r[p],w+=a[p],p++),s[m]=ge(h/1e4),
l[m]=we(w/1e4)}return _e({n:t.length,first:c,ringAt:i,x:s,y:l})}function xe(t){let n=Ot(t.map(r=>r.length)),e=Ot(t.flat().map(r=>r.length)),o=t.flat(2);return _e(
{n:t.length,first:n,ringAt:e,x:o.map(([,r])=>ge(r)),y:o.map(([r])=>we(r))})}function _e({n:t,first:n,ringAt:e,x:o,y:r}){let a=new Float64Array(4*t);for(let c=0;c<
t;c++){let[i,s,l,f]=[1/0,1/0,-1/0,-1/0];for(let u=e[n[c]];u<e[n[c+1]];u++)i=Math.min(i,o[u]),l=Math.max(l,o[u]),s=Math.min(s,r[u]),f=Math.max(f,r[u]);a.set([i,s,
l,f],4*c)}return{n:t,first:n,ringAt:e,x:o,y:r,box:a}}function wr(t,n,{scale:e,left:o,top:r},a,c){c.length=0;for(let i=t.first[n];i<t.first[n+1];i++){let s=t.ringAt[i+
1],l=s-1;for(let f=t.ringAt[i];f<s;l=f++){let u=t.y[f]*e-r,p=t.y[l]*e-r;if(u>a==p>a)continue;let d=t.x[f]*e-o,h=t.x[l]*e-o;c.push(d+(a-u)*(h-d)/(p-u))}}c.length>
2?c.sort((i,s)=>i-s):c[0]>c[1]&&c.reverse()}function zt(t,n,e){let{width:o,height:r,scale:a,left:c,top:i}=n;e.fill(0);let s=[];for(let l=0;l<t.n;l++){let f=t.box[4*
l]*a-c,u=t.box[4*l+1]*a-i,p=t.box[4*l+2]*a-c,d=t.box[4*l+3]*a-i;if(p<0||d<0||f>o||u>r)continue;let h=Math.min(r-1,Math.ceil(d-.5)-1);for(let w=Math.max(0,Math.ceil(
u-.5));w<=h;w++){wr(t,l,n,w+.5,s);for(let m=0;m+1<s.length;m+=2){let b=Math.max(0,Math.ceil(s[m]-.5)),x=Math.min(o,Math.ceil(s[m+1]-.5));x>b&&e.fill(l+1,w*o+b,w*
o+x)}}}}function ke(t,{width:n,height:e},o,r,a){for(let i=0;i<t.length;i++)a[i]=t[i]?0:r[i]?gr:he,r[i]=t[i];let c=(i,s)=>{let l=a[s]+1;l<=o&&l<a[i]&&a[i]!==he&&
(a[i]=l,r[i]=r[s])};for(let i=0,s=0;i<e;i++)for(let l=0;l<n;l++,s++)l&&c(s,s-1),i&&c(s,s-n);for(let i=e-1,s=t.length-1;i>=0;i--)for(let l=n-1;l>=0;l--,s--)l<n-1&&
c(s,s+1),i<e-1&&c(s,s+n)}function Oe(t,n,{width:e,height:o},r,{colour:a,stripe:c}){if(a.every((s,l)=>s===c[l])){for(let s=0;s<n.length;s++)t[s]=a[n[s]];return}let i=r/
2;for(let s=0,l=0;s<o;s++){let f=s%r;for(let u=0;u<e;u++,l++){let p=n[l];t[l]=f<i?a[p]:c[p],++f===r&&(f=0)}}}function ve(t,n,{width:e},o,{within:r,line:a}){for(let c=0;c<
n.length-e;c++){let i=n[c];if(!i)continue;let s=n[c+1],l=n[c+e];if(!(i===s&&i===l||!(s&&r[i]!==r[s]&&(c+1)%e||l&&r[i]!==r[l])))for(let u=0;u<=o;u++)t[c+u]=a,c+u*
e<t.length&&(t[c+u*e]=a)}}var Gt={nl:"NL",de:"DE"};function yr(t,n){let e=n?n.step_min:1,o=new Map((n?n.codes:[]).map((i,s)=>[i,s])),r=new Map((n?n.layers:[]).map((i,s)=>[i.trip+"/"+i.scenario,
{...i,number:s}])),a=new Map;function c(i,s){let l=i.number+"/"+s;if(!a.has(l)){let f=t["mean/"+l],u=i.base===null||f===void 0?null:t[`mean/${i.base}/${s}`];a.set(
l,u?Float64Array.from(f,(p,d)=>p+u[d]):f)}return a.get(l)}return{step:e,hasRow:i=>o.has(i),found:i=>r.get(i.trip+"/"+i.scenario),at(i,s,l,f){let u=o.get(l),p=c(
i,s);if(p===void 0||u===void 0)return NaN;let d=i.longest_min/e+1;return p[u*d+Math.min(f,i.longest_min)/e]}}}function Se(t,n){let{step:e,hasRow:o,found:r,at:a}=yr(
t,n),c=n?n.edge_share:0;function i(u){let p=r(u);if(!p)throw new RangeError(`no mean inhabitants for ${u.trip}, ${u.scenario}`);return p}function s(u,p,d){return!!(n&&
p&&p.kind==="place"&&p.area&&o(p.area.code)&&r(u)&&u.direction==="from"&&u.reading==="destinations"&&d===50&&n.opportunities.includes(u.opportunity))}function l(u,p,d){
let h=i(u),[w,m]=$(d),b=(vt,nt)=>a(h,vt,p,nt),x=(vt,nt)=>nt<0?0:b(`${u.opportunity}/${Gt[vt]}`,nt),{cutoff:_,opportunity:O}=u,v={nl:x("nl",_),de:x("de",_)},S=x(
m,_-u.resistance),tt=b("edge",_),Xt=D([v.nl,v.de]);return{...v,closed:v[w],open:v.nl+v.de,total:v.nl+v.de,realised:v[w]+S,felt:S,missing:b(O+"/unknown",_),edgeShare:tt,
touchesEdge:tt>c,shareWithout:Xt>0?Math.min(1,b(O+"/without",_)/Xt):NaN}}function f(u,p,d=u.opportunity){let h=i(u),w=m=>Float64Array.from({length:h.longest_min+
1},(b,x)=>{let _=Math.floor(x/e)*e,[O,v]=[_,Math.min(_+e,h.longest_min)].map(S=>a(h,`${d}/${m}`,p,S));return O+(v-O)*(x-_)/e});return{nl:w(Gt.nl),de:w(Gt.de)}}return{
has:s,figures:l,curve:f,step:e,edgeShare:c,longest:u=>r(u)?.longest_min??1/0}}function br(t,n){return t.study.flatMap(e=>{let o=n.get("place:"+e);return!o||!o.area?[]:[{key:o.key,name:o.name,place:o.ask,country:o.country,area:o.area}]})}function Ae(t,n){
let{data:e,words:o,engine:r,areas:a}=t,c=Gn(r,a,o),i=Se(r.arrays,e.mean),s=Kn(r,e,o,c,i),l=window.matchMedia("(prefers-color-scheme: dark)"),f={...r.opportunities,
population:r.cells.population},u={state:dt({...K(location.hash),...n},e.start,s),times:null,shown:null,onPaper:!1};function p(){let{theme:d}=u.state;return!u.onPaper&&
(d==="dark"||d==="auto"&&l.matches)}return{...t,places:c,mean:i,known:s,now:u,prefersDark:l,dark:p,baseline:r.scenarios[0],members:br(e,c),look:dn(r.cells.n),here:()=>c.
get(u.state.place),weights:()=>f[u.state.opportunity],longest:()=>U(s,u.state.trip)||ut,theme:()=>pn[p()?"dark":"light"],palettes:()=>({times:p()?e.palettes.dark:
e.palettes.light,diverging:e.palettes.diverging}),ofInhabitants:()=>s.ofInhabitants(u.state),comparing:()=>!!(u.state.compare&&u.shown?.before?.minutes)}}var xr=12,_r=350,kr=24;function Ee(t,n,e,o){let r=new Map,a=null,c=0,i=0;function s(f){let u=JSON.stringify([{...f.request,place:null},f.opportunity]),p=r.get(u)??
{curves:[],question:f};return r.set(u,p),r.size>xr&&r.delete(r.keys().next().value??""),p}async function l(f,u){let p=performance.now();for(;f.curves.length<n.length;){
let{request:d,weights:h,longest:w}=f.question,m=await t.times({...d,place:n[f.curves.length].place});if(u!==i)return;if(f.curves.push(lt(m)?null:kn({engine:t,weights:h,
edge:e,longest:w},m)),performance.now()-p>kr)break}o(),f.curves.length<n.length&&(c=window.setTimeout(l,0,f,u))}return{ask(f){a=s(f),i++,clearTimeout(c),a.curves.
length<n.length&&(c=window.setTimeout(l,_r,a,i))},get done(){return a===null?0:a.curves.length},all:n.length,standings(f){return n.map((u,p)=>{let d=a?.curves[p]??
null;return{member:u,...d?f(d,u.country):{value:NaN,edge:!1,still:!1}}})}}}function Ie(t){let n=t.filter(e=>!Number.isNaN(e.value));return{rows:n.filter(e=>!e.edge&&
!e.still).sort((e,o)=>o.value-e.value),left:{edge:n.filter(e=>e.edge).length,still:n.filter(e=>e.still&&!e.edge).length,unknown:t.length-n.length}}}function Or({value:t,edge:n,still:e}){return k(t)&&!n&&!e?"ranked":n?"edge":e?"still":"unknown"}function Te(t,n){let{engine:e,members:o,edge:r,mean:a,now:c,words:i}=t,
s=Ee(e,o,r,f);function l(){return t.ofInhabitants()?o.map(u=>{let p=H(a.figures(c.state,u.area.code,u.country),c.state,u.country);return{member:u,value:p.atLeast[c.
state.border],edge:p.touchesEdge,still:j(p)}}):s.done<s.all?[]:s.standings((u,p)=>On(c.state,u,p))}function f(){let{state:u,shown:p}=c;if(!p||p.status)return;let d=t.
ofInhabitants(),h=l(),{rows:w,left:m}=Ie(h),b=h.find(O=>O.member.key===u.place),x=b??{value:p.atLeast[u.border],edge:p.touchesEdge,still:j(p)},_=w.filter(O=>O.member.
key!==u.place);re(i,R(t),{all:s.all,done:d?s.all:s.done,rows:w,left:m,member:b?u.place:null,own:Or(x),kind:d?"rank_mean":b?"rank_among":"rank_beside",lacking:P(
i,p,u.border),place:_.filter(O=>O.value>x.value).length+1,shared:_.some(O=>O.value===x.value),of:_.length+1},O=>n({place:O}))}return{show:f,ask(){let{state:u,shown:p}=c;
if(!p||p.status||t.ofInhabitants())return;let d=u.border!=="closed"||u.reading!=="routing";s.ask({request:{...ft(u,t.here(),t.baseline).open,foreign_routing:d},
opportunity:u.opportunity,weights:t.weights(),longest:t.longest()})},progress:()=>({done:s.done,all:s.all})}}function Ne(t,n){let e=document.createElement("canvas").getContext("2d"),o=getComputedStyle(document.body).fontFamily,r=t.containerPointToLayerPoint([0,0]),a=L.
bounds(r,t.containerPointToLayerPoint(t.getSize())),[c,i]=[a.min,a.max];return{screen:a,point:s=>t.latLngToLayerPoint(s),free:s=>s[0]>=c.x&&s[2]<=i.x&&s[1]>=c.y&&
s[3]<=i.y&&n.every(l=>Yt(l,s)),take:(...s)=>{n.push(...s)},widthOf(s,l,f){return e.font=`${f?600:400} ${l}px ${o}`,e.measureText(s).width}}}var Me=({x:t,y:n},e,o,r)=>[
[t+r,n-o/2],[t-r-e,n-o/2],[t-e/2,n-o-4],[t-e/2,n+4]];function Q(t,n,e){return t.style.transform=`translate(${n}px,${e}px)`,t}var vr=1.6,Sr=250,Ar=6;function Le(t,n,e,o){let r={options:{padding:.15},_initContainer(){this._container=L.DomUtil.create("canvas","cells"),this._container.setAttribute(
"aria-hidden","true"),this._context=this._container.getContext("2d")},_destroyContainer(){L.DomUtil.remove(this._container)},_update(){if(this._map._animatingZoom&&
this._bounds)return;L.Renderer.prototype._update.call(this),this._fit(),zt(t,this._frame,this._cell),zt(n,this._frame,this._near);let c=Math.min(Sr,Math.round(vr*
ye(this._frame.scale,o)));ke(this._cell,this._frame,c,this._near,this._distance),this._expecting||this.draw()},expect(){this._expecting=!0,requestAnimationFrame(
()=>{this._expecting&&this.draw()})},_fit(){let c=Math.min(2,Math.max(1,Math.round(window.devicePixelRatio||1))),i=this._bounds.getSize(),s=Math.max(1,Math.round(
i.x*c)),l=Math.max(1,Math.round(i.y*c)),f=this._container;L.DomUtil.setPosition(f,this._bounds.min),f.style.width=i.x+"px",f.style.height=i.y+"px",(f.width!==s||
f.height!==l||!this._cell)&&(f.width=s,f.height=l,this._image=this._context.createImageData(s,l),this._pixels=new Uint32Array(this._image.data.buffer),this._cell=
new Uint32Array(s*l),this._near=new Uint32Array(s*l),this._distance=new Uint8Array(s*l));let u=this._map.getPixelOrigin().add(this._bounds.min),p=c*2**this._map.
getZoom();this._frame={width:s,height:l,ratio:c,scale:p,left:u.x*c,top:u.y*c}},paint(c){this._look=c,this.draw()},draw(){if(this._expecting=!1,!this._look||!this.
_cell)return;let{ratio:c}=this._frame;Oe(this._pixels,this._cell,this._frame,Ar*c,this._look),ve(this._pixels,this._near,this._frame,c>1?3:1,this._look),this._context.
putImageData(this._image,0,0)},at(c,i){let s=this._map.latLngToLayerPoint(c).subtract(this._bounds.min).multiplyBy(this._frame.ratio).floor(),{width:l,height:f}=this.
_frame;if(s.x<0||s.y<0||s.x>=l||s.y>=f)return-1;let u=s.y*l+s.x;return(i?this._near[u]:this._cell[u])-1}},a=L.Renderer.extend(r);return new a({pane:e})}var Er=[["land",200],["cells",300],["lines",400],["chosen",440],["names",620]],Ir=.6;function Ce(t,n,e){for(let[p,d]of Er){let h=t.createPane(p);h.style.zIndex=
String(d),h.style.pointerEvents="none"}let o={};for(let p of["land","lines"])o[p]=L.canvas({pane:p,padding:.15});let r=(p,d)=>({pane:p,renderer:o[p],interactive:!1,
smoothFactor:Ir,...d}),a=n.base.border.map(et),c=n.edge.map(et),i=e.map(p=>L.polygon(p.rings,r("land",{weight:1})).addTo(t)),s=e.map(p=>L.polygon(p.rings,r("lin\
es",{fill:!1,weight:p.part==="ring"?.5:.9})).addTo(t)),l=L.polyline(c,r("lines",{weight:1.6,dashArray:"5 5"})).addTo(t),f=L.polyline(a,r("lines",{weight:5,opacity:.85})).
addTo(t),u=L.polyline(a,r("lines",{weight:2.4})).addTo(t);return{frontier:a,edge:c,dress(p){for(let d of i)d.setStyle({color:p.land,fillColor:p.land,fillOpacity:1});
s.forEach((d,h)=>d.setStyle({color:e[h].part==="ring"?p.faint:p.outline})),l.setStyle({color:p.edge}),f.setStyle({color:p.halo}),u.setStyle({color:p.border})},flush(){
for(let p of Object.values(o))p._redraw()}}}var Tr=6e4,Nr=10.5,Mr=".leaflet-bar, .leaflet-control-scale, #warnings li",Lr=220,Cr=8,Rr=10,Pr=12;function $r(t){let n=t.containerPointToLayerPoint([0,0]),e=t.
getContainer().getBoundingClientRect(),[o,r]=[n.x-e.left,n.y-e.top];return[...document.querySelectorAll(Mr)].map(a=>{let c=a.getBoundingClientRect();return[c.left+
o,c.top+r,c.right+o,c.bottom+r]})}function V(t,n,e,o,r){let a=o.size*1.3,c=Math.min(t.widthOf(n,o.size,o.bold),Lr)+4,s=(r?Me(e,c,a,5):[[e.x-c/2,e.y-a/2]]).find(
([u,p])=>t.free([u,p,u+c,p+a]));if(!s)return[];let[l,f]=s;return t.take([l,f,l+c,f+a],[e.x-3,e.y-3,e.x+3,e.y+3]),[{name:n,x:l,y:f,at:e,...o,dot:r}]}function Dr(t,n){
let e=t.point(n.latlng);return t.take([e.x-11,e.y-31,e.x+11,e.y+2]),V(t,n.name,e.add([8,-14]),{size:14,bold:!0,kind:"here"},!0)}function Ur(t,{areas:n,frontier:e,
words:o},r){let a=e.flat().filter((i,s)=>s%Rr===0).map(t.point);if(!a.some(i=>t.screen.contains(i)))return[];let c=i=>a.some(s=>Math.abs(s.x-i.x)<100&&Math.abs(
s.y-i.y)<26);return[...new Set(n.map(i=>i.country))].flatMap(i=>{let s=o.t(i.toLowerCase()).toLocaleUpperCase(),l=n.filter(f=>f.country===i).map(f=>t.point(f.centre)).
filter(f=>t.screen.contains(f)&&!c(f)).sort((f,u)=>f.distanceTo(r)-u.distanceTo(r));for(let f of l){let u=V(t,s,f,{size:13,bold:!0,kind:"country"},!1);if(u.length)
return u}return[]})}function jr(t,{edge:n,words:e}){let[o]=n.flat().filter((r,a)=>a%Cr===0).map(t.point).filter(r=>t.screen.contains(r)).sort((r,a)=>a.y-r.y);return o?
V(t,e.t("data_end"),o.add([0,11]),{size:11,bold:!1,kind:"end"},!1):[]}function Re(t,n,e){let{map:o,places:r,areas:a}=t,c=o.getZoom(),i=Ne(o,$r(o)),s=n?Dr(i,n):[],
l=o.containerPointToLayerPoint(o.getSize().divideBy(2)),f=!1;for(let[u,p,d]of r){let h=a[u];if(!f&&h.population<Tr&&(f=!0,s.push(...Ur(i,t,l))),n&&n.area===h&&n.
kind==="place"||!qt(h,c))continue;let w=i.point([d,p]);if(!i.screen.contains(w))continue;let m=Qt(h.population),b=h.part==="ring"?"ring":"town";s.push(...V(i,h.
name,w,{size:m,bold:m>Pr,kind:b,number:u},!0))}for(let u of c>=Nr?e:[]){let p=i.point([u.lat,u.lon]);i.screen.contains(p)&&s.push(...V(i,u.name,p,{size:10.5,bold:!1,
kind:"stop",stop:u.key},!0))}return[...s,...jr(i,t)]}function Pe(t,n){t.replaceChildren(...n.flatMap(e=>{let o=g("span",{class:"place "+e.kind+(e.bold?" big":"")},
e.name);return o.style.fontSize=e.size+"px",Q(o,e.x,e.y),!e.dot||e.kind==="here"?[o]:[Q(g("i",{class:"dot "+e.kind}),e.at.x-2.5,e.at.y-2.5),o]}))}var Br=240,Wr=9;function Fr(){let t=g("div",{class:"pin","aria-hidden":"true"});return t.append(I("svg",{viewBox:"0 0 24 32"},I("path",{d:"M12 31C12 31 2.5 18.6\
 2.5 11.4a9.5 9.5 0 0 1 19 0C21.5 18.6 12 31 12 31Z"}),I("circle",{cx:12,cy:11.5,r:3.6}))),t}function Hr(t){t.append(g("div",{class:"cross","aria-hidden":"true"}));
let n=e=>t.classList.toggle("keyed",e);t.addEventListener("keyup",e=>n(e.target===t)),t.addEventListener("pointerdown",()=>n(!1)),t.addEventListener("blur",()=>n(
!1))}function zr(t,n){let e=g("div",{id:"hover",hidden:!0,"aria-hidden":"true"});t.getContainer().append(e);let o=null,r=()=>"";function a(){o&&(e.textContent=r(
n.at(o,!1)),e.hidden=!e.textContent)}return{sayAgain:a,quiet(){e.hidden=!0},hover(c){window.matchMedia("(hover: hover)").matches&&(r=c,t.on("mousemove",({latlng:i,
containerPoint:s})=>{o=i,a();let l=s.x>t.getSize().x-Br;e.style.transform=`translate(${s.x+(l?-12:14)}px,${s.y+14}px)`+(l?" translateX(-100%)":"")}),t.on("mouse\
out zoomstart movestart",()=>{o=null,e.hidden=!0}))}}}function $e(t,n,{areas:e,cells:o,words:r}){let a=Ce(t,n,e),[c,i,s,l]=n.base.bounds,f=Le(o,xe(e.map(_=>_.rings.
flat())),"cells",(c+s)/2),u=Fr();t.getPane("chosen")?.append(u),Hr(t.getContainer()),L.control.scale({imperial:!1,position:"bottomright",maxWidth:110}).addTo(t);
let p=L.latLngBounds([c,i],[s,l]),d=()=>t.fitBounds(p,{padding:[2,2],animate:!1});t.setMaxBounds(p.pad(.9)),on(t,d);let h=t.getPane("names"),w=[],m=null,b=[];function x(){
if(w=Re({map:t,places:n.base.places,areas:e,words:r,...a},m,b),Pe(h,w),u.hidden=!m,!m)return;let _=t.latLngToLayerPoint(m.latlng);Q(u,_.x-12,_.y-31)}return t.on(
"moveend zoomend resize viewreset",x),t.on("zoomstart",()=>{h.replaceChildren(),u.hidden=!0}),rn(t,()=>{t.invalidateSize({animate:!1,pan:!1}),d()}),{layer:f,home:d,
...zr(t,f),dress:a.dress,flush:a.flush,start(){d(),f.addTo(t)},choose(_){m=_,x()},showStops(_){b=_,x()},nameAt(_){let O=t.containerPointToLayerPoint(_),[v]=w.filter(
S=>(S.number!==void 0||S.stop)&&S.dot).map(S=>({far:S.at.distanceTo(O),one:S})).sort((S,tt)=>S.far-tt.far);return v&&v.far<Wr?v.one:null},get written(){return w},
get chosen(){return m}}}var Gr=120,Kr=300,Xr=700;function Kt(t,n){let e=0;return()=>{clearTimeout(e),e=window.setTimeout(n,t)}}function De({map:t,view:n,here:e},o){let r=e(),a=L.latLng(
r.lat,r.lon);o&&!t.getBounds().pad(-.08).contains(a)&&t.panTo(a,{animate:!1}),n.choose({...r,latlng:a})}function Zr(t){let{words:n,data:e,map:o,view:r,now:a}=t;
function c(){y("theme").textContent=n.t(t.dark()?"theme_light":"theme_dark")}return{speak(){n.language=a.state.language,it(n,e,o.getContainer()),De(t,!1),c()},dress(){
document.documentElement.dataset.theme=t.dark()?"dark":"light",r.dress(t.theme()),c()}}}function Yr(t,n){let{map:e,view:o,areas:r,engine:a,words:c}=t;function i(s,l){
let f=o.nameAt(s);if(f)return n({place:f.stop??"place:"+r[Number(f.number)].code});let u=o.layer.at(l,!0);return u>=0?n({place:"cell:"+a.cells.id[u]}):kt(c.t("o\
utside_click"))}e.on("click",s=>i(s.containerPoint,s.latlng)),e.getContainer().addEventListener("keydown",s=>{s.key!=="Enter"||s.target!==e.getContainer()||(s.preventDefault(),
i(e.latLngToContainerPoint(e.getCenter()),e.getCenter()))}),o.hover(s=>le(t,s))}function Jr(t,n){let{words:e,known:o,places:r,view:a,now:c,map:i}=t,{speak:s,dress:l}=Zr(
t),f=Te(t,m),u=Kt(Xr,()=>{y("said").textContent=y("headline").textContent}),p=Kt(Gr,()=>Bt(t,m)),d=Kt(Kr,()=>Wt(t)),h=$n(y("question"),{words:e,known:o,entries:r.
searchable((x,_)=>i.distance(x,_)),ask:m}),w=In(t,{begin(x){c.state.language!==x.language&&s(),c.state.theme!==x.theme&&l(),h.show(c.state,t.here().name),c.state.
place!==x.place&&(a.layer.expect(),De(t,!0)),y("headline").setAttribute("aria-busy","true"),a.quiet()},draw(){ce(t),a.sayAgain(),ae(t,m),u(),f.ask(),f.show(),_t(
t),ee(t)},later(){p(),d()}},n.redrawMs);function m(x){return w.ask(x)}function b(){l(),c.shown&&w.show(c.state)}return y("theme").addEventListener("click",()=>m(
{theme:t.dark()?"light":"dark"})),y("table-box").addEventListener("toggle",()=>Bt(t,m)),y("rank-box").querySelector("details").addEventListener("toggle",f.show),
t.prefersDark.addEventListener("change",b),window.addEventListener("hashchange",()=>m(K(location.hash))),pe(t,{dress:l,draw:w.draw,again:b}),Yr(t,m),Object.defineProperty(
n,"rank",{get:f.progress}),{ask:m,first(){return a.start(),s(),l(),a.showStops(r.stops),w.show(c.state)}}}async function qr(t,n,e){let{trip:o,scenario:r}={...n.
start,...K(location.hash)},a={place:{kind:"cell",index:0},trip:o,scenario:r},c=await zn(n.engine,y("grensgeo-engine").textContent,a),i=f=>c.arrays["shape/"+f],s=Jt(
n.base.areas),l=be(Object.fromEntries(["rings","corners","start_x","start_y","step_x","step_y"].map(f=>[f,i(f)])));return{map:t,data:n,words:e,engine:c,areas:s,
view:$e(t,n,{areas:s,cells:l,words:e}),edge:i("edge")}}function Qr(t){let n=tn();n.start.language=an(n.language,navigator.languages);let e=ln(n.labels,n.start.language),
o={},r=i=>{Object.assign(o,i),e.language=i.language,it(e,n,t.getContainer())};nn(i=>r({language:i}));let a={redrawMs:[]};async function c(){let i=Ae(await qr(t,
n,e),o),{ask:s,first:l}=Jr(i,a);return r=s,Object.defineProperties(a,{state:{get:()=>({...i.now.state})},figures:{get:()=>i.now.shown}}),Object.assign(a,{set:s,
engine:i.engine,csv:()=>Ft(i),chart:f=>ht(e,i.now.state,R(i).opportunity,f,u=>s({cutoff:u}))}),await l(),a}t.getContainer().setAttribute("role","application"),it(
e,n,t.getContainer()),a.ready=c().catch(i=>{throw y("headline").textContent=e.t("failed",{reason:String(i?.message??i)}),i}),Object.assign(globalThis,{grensgeoAtlas:a})}
Object.assign(globalThis,{grensgeoPage:Qr});})();
