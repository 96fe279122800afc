/* grensgeo map: bundled from js/ by `make js`; edit there.
   sources ed56af3ff0146874: src/pages/map.js src/pages/points.js */
"use strict";(()=>{function qe(b){let{map:g,data:J,make:B,t:j,own:T,language:C,capital:X,count:A,view:a,layer:$,key:ue,row:E,$:U}=b,pe=L.CircleMarker.extend({_updatePath(){let{x:d,
y:w}=this._point,i=this._radius*1.3;this._renderer._setPath(this,`M${d-i} ${w}L${d} ${w-i}L${d+i} ${w}L${d} ${w+i}Z`)}}),ae=L.CircleMarker.extend({_updatePath(){
let{x:d,y:w}=this._point,i=Array.from({length:10},(x,k)=>{let M=this._radius*(k%2?.45:1);return`${d+M*Math.sin(k*Math.PI/5)} ${w-M*Math.cos(k*Math.PI/5)}`});this.
_renderer._setPath(this,`M${i.join("L")}Z`)}}),he=d=>j("minutes",{n:A(Math.round(d))}),Y=d=>{let w=a().bands.findIndex(([i])=>d<=i*1.0001);return w<0?a().bands.
length-1:w},ne=()=>Object.fromEntries(Object.entries($().said).map(([d,w])=>[d,A(w)])),c=(d,w)=>w===null?null:T(d,w)??w;function ie(d){return d===null||!/^[a-z]{2}$/.
test(d)?d:new Intl.DisplayNames([C()],{type:"language"}).of(d)}let oe=d=>({what:X(c(J.labels.opp_types,d.type)),sector:c(J.labels.sectors,d.sector),level:d.level,
language:ie(d.language),period:d.from===null&&d.to===null?null:[d.from??"…",d.to??"…"].join(" – ")}),V=d=>{let w=$().key[0]==="any"?d.mode:$().key[0];return T(
J.labels.modes,w)??w};function O(d){let w=oe(d),i=B("div",{class:"offer"});i.append(B("strong",{},w.what)),d.count!==null&&d.count!==1&&i.append(E(X(j("placemen\
t_places")),A(d.count)));for(let x of["sector","level","language","period"])x==="period"&&w.period===null||i.append(E(X(j("placement_"+x)),w[x]??j("placement_no\
t_told")));if(i.append(E(X(j("placement_id")),d.id)),d.unsure.length){let x=d.unsure.map(k=>j("unsure_"+k)).join(", ");i.append(B("div",{class:"small warn"},j("\
placement_unsure_what",{what:x})))}return d.main_place&&i.append(B("div",{class:"small warn"},j("placement_at_main_place"))),i}function D(d,w){let i=B("div",{class:"\
card"}),[x,k]=d[0],M=a().places[x.place][2];i.append(B("div",{class:"main"},he(k)),B("div",{class:"small"},V(x)+" · "+j(x.country.toLowerCase())+(M?" ("+j("sid\
e_across")+")":"")));for(let[y]of d.slice(0,w))i.append(O(y));return d.length>w&&i.append(B("div",{class:"small"},"+ "+A(d.length-w))),i}function me(d){let[w,i]=a().
places[d[0][0].place],x=L.popup({maxWidth:290,maxHeight:320,autoPanPadding:[16,16]}).setLatLng([i,w]).setContent(D(d,d.length)).openOn(g);x.getElement().querySelector(
".leaflet-popup-content").tabIndex=0;let k=document.querySelector(".leaflet-popup-close-button");k&&k.setAttribute("aria-label",j("close"))}function I(){let d=new Map;
for(let[w,i]of $().rows){let x=a().offers[w];d.has(x.place)||d.set(x.place,[]),d.get(x.place).push([x,i])}return d}let ge=!1;function be(d,w){for(let[i,x]of[...I()].
reverse()){let[k,M,y]=a().places[i],Z=new(y?pe:L.CircleMarker)([M,k],{pane:"points",renderer:d,radius:Math.min(7+1.5*Math.log2(x.length),14),color:"#1d1f24",weight:1.4,
fillColor:a().bands[Y(x[0][1])][1],fillOpacity:1});Z.bindTooltip(()=>D(x,2),{opacity:1,className:"hover"}),Z.on("click",()=>{Z.closeTooltip(),me(x)}),w("point"+
i,Z)}a().home&&w("home",new ae([a().home[1],a().home[0]],{pane:"points",renderer:d,interactive:!1,radius:13,color:"#ffffff",weight:2,fillColor:"#c2185b",fillOpacity:1})),
!ge&&window.innerWidth>760&&(U("table-box").open=!0),ge=!0}function le(){return[...[...I().keys()].map(w=>a().places[w]),...a().home?[a().home]:[]].map(([w,i])=>{
let x=g.latLngToLayerPoint([i,w]);return[x.x-6,x.y-6,x.x+6,x.y+6]})}function K(){let d=[...I().keys()].map(w=>a().places[w]);return a().home&&d.push(a().home),L.
latLngBounds(d.map(([w,i])=>[i,w]))}function ce(){let d=a().bands,w=d.map(()=>0);for(let[,k]of $().rows)w[Y(k)]+=1;let i=d.map(([k,M],y)=>ue(M,j("placement_band",
{a:A(y?d[y-1][0]:0),b:A(k),n:A(w[y])})));for(let[k,M]of[["circle","placement_own"],["diamond","placement_across"],["star","placement_home"]]){if(k==="star"&&!a().
home)continue;let y=ue("#ffffff",j(M));y.firstChild.className="swatch "+k,y.firstChild.style.cssText="",i.push(y)}let x=Object.entries($().asides).filter(([,k])=>k).
map(([k,M])=>j(k,{n:A(M)}));return $().rows.length||x.unshift(j("placement_none")),[...I().values()].some(k=>k.length>1)&&x.unshift(j("placement_several")),[...i,
...x.map(k=>B("li",{class:"said"},k))]}function we(d,w){for(let x of["placement_time","country","placement_sector","placement_by","placement_what","placement_le\
vel","placement_language","placement_not_told"])d(X(j(x)));let i=I();for(let[x,k]of $().rows){let M=a().offers[x],y=oe(M),Z=B("button",{type:"button",class:"lin\
k"},he(k));Z.addEventListener("click",()=>{me(i.get(M.place)),window.innerWidth<=760&&g.getContainer().scrollIntoView()});let F=ee=>ee===null?"–":ee;w(Z,[M.country+
(a().places[M.place][2]?" ◆":""),F(y.sector),V(M),y.what,F(y.level),F(y.language),M.unsure.map(ee=>j("unsure_"+ee)).join(", ")])}}return{draw:be,box:K,boxes:le,
legend:ce,table:we,said:ne}}function ot(b){let g=JSON.parse(document.getElementById("grensgeo-data").textContent),J={nl:"nl-NL",de:"de-DE",en:"en-GB"},B=location.hash.slice(1),j=(navigator.
languages||[]).map(e=>e.slice(0,2).toLowerCase()).find(e=>Object.hasOwn(J,e)),T={language:Object.hasOwn(J,B)?B:j??g.language,view:0,choices:{},area:null},C=e=>document.
getElementById(e),X=(e,t)=>e.replace(/\{(\w+)\}/g,(s,o)=>Object.hasOwn(t,o)?t[o]:s),A=(e,t)=>Object.hasOwn(e,t)?e[t][T.language]:null,a=(e,t)=>X(A(g.labels.texts,
e)??e,t||{}),$=(e,t)=>new Intl.NumberFormat(J[T.language],t).format(e),ue=e=>e>=.001&&e<1?{maximumSignificantDigits:2}:{maximumFractionDigits:e<10?1:0},E=e=>$(e,
ue(Math.abs(e))),U=e=>$(e,{style:"percent",maximumFractionDigits:e!==0&&Math.abs(e)<.095?1:0}),pe=(e,t)=>t>0?"+"+e:e.replace("-","−"),ae={count:E,percent:U,change:e=>pe(
E(e),e),change_percent:e=>pe(U(e),e)},he=(e,t)=>e==null?a("missing"):e==="u"?a("undefined"):e==="n"?a("class_noise",{noise:U(i().noise)}):ae[t](e);function Y(e,t,s){
let{values:o}=y(),n=h=>Object.hasOwn(o,h)?o[h][t]:void 0,l=i().bar&&i().bar.length?i().bar.map(h=>[h,n(h)]):[],f=l.filter(([,h])=>typeof h=="number");if(e==="op\
en"&&(n(e)===null||n(e)===void 0)&&f.length===1&&f[0][1]>0){let[h]=l.find(([,m])=>typeof m!="number");return a("at_least",{n:E(f[0][1])})+" – "+a("no_data_of",
{country:a(h)})}let u=he(n(e),s);return s==="count"&&typeof n(e)=="number"&&n("unknown")>0?a("at_least",{n:u}):u}let ne=e=>{let{values:t}=y(),s=o=>Object.hasOwn(
t,o)?t[o][e]:null;return{edge:s("edge")>(i().edge_share??1),still:s("without")===1}};function c(e,t,...s){let o=document.createElement(e);for(let[n,l]of Object.
entries(t||{}))l!==null&&l!==!1&&o.setAttribute(n,l===!0?"":l);return o.append(...s.filter(n=>n!==null)),o}function ie(e){let t=[],s=0,o=0;for(let n=0;n<e.length;n+=
2)s+=e[n],o+=e[n+1],t.push([o/1e4,s/1e4]);return t}let oe=e=>e.map(t=>t.map(ie));for(let[e,t]of[["land",200],["figures",300],["bands",350],["lines",400],["front\
ier",420],["points",430],["chosen",440],["names",620]]){let s=b.createPane(e);s.style.zIndex=t,(e==="lines"||e==="frontier"||e==="chosen"||e==="names")&&(s.style.
pointerEvents="none")}let V={};for(let e of["land","figures","bands","lines","frontier","points","chosen"])V[e]=L.svg({pane:e,padding:.4});let O=g.base.areas.map(
(e,t)=>({number:t,code:e[0],name:e[1],country:e[2],nuts3:e[3],part:e[4],population:e[5],rings:oe(e[6])}));for(let e of O)e.centre=L.latLngBounds(e.rings.flat(2)).
getCenter();let D=(e,t)=>({pane:e,renderer:V[e],interactive:!1,smoothFactor:.4,...t});for(let e of O)L.polygon(e.rings,D("land",{stroke:!0,color:"#f3f1ec",weight:.8,
fillColor:"#f3f1ec",fillOpacity:g.land})).addTo(b),L.polygon(e.rings,D("lines",{fill:!1,weight:e.part==="ring"?.5:.8,color:e.part==="ring"?"#c9c5bb":"#7d7f86"})).
addTo(b);let me={water:{color:"#9cc3d9",weight:2},road:{color:"#8f8a80",weight:.9,opacity:.75},rail:{color:"#4a4a52",weight:1.6,dashArray:"6 3"}};for(let e of["\
water","road","rail"]){let t=(g.lines[e]||[]).map(ie);t.length&&L.polyline(t,D("lines",me[e])).addTo(b)}let I=g.base.border.map(ie);L.polyline(I,D("frontier",{color:"\
#ffffff",weight:5,opacity:.9})).addTo(b),L.polyline(I,D("frontier",{color:"#c2185b",weight:2.6})).addTo(b),L.control.scale({imperial:!1,position:"bottomright",maxWidth:120}).
addTo(b);let ge=I.length?L.latLngBounds(I.flat()).getCenter():L.latLngBounds(O.map(e=>e.centre)).getCenter(),be=L.latLngBounds(g.base.bounds.slice(0,2),g.base.bounds.
slice(2));function le(){let e=g.views[T.view];if(e.kind==="isochrones"){let t=L.latLngBounds([]);for(let s of y().bands)t.extend(L.polyline(oe(s.geometry).flat()).
getBounds());if(t.isValid())return b.fitBounds(t,{padding:[24,24],animate:!1})}return e.kind==="placements"&&te.box().isValid()?b.fitBounds(te.box(),{padding:[48,
48],maxZoom:13,animate:!1}):b.fitBounds(be,{padding:[4,4],animate:!1})}b.setMaxBounds(be.pad(1.2));let K=document.createElement("canvas").getContext("2d"),ce=getComputedStyle(
document.body).fontFamily,we=b.getPane("names");function d(){let e=b.getZoom(),t=b.containerPointToLayerPoint([0,0]),s=[[t.x,t.y,t.x+48,t.y+126]];i().kind==="pl\
acements"&&s.push(...te.boxes());let o=[],n=L.bounds(b.containerPointToLayerPoint([0,0]),b.containerPointToLayerPoint(b.getSize())),l=i().kind==="isochrones"?y().
key[0]:null,f=l!==null&&Object.hasOwn(g.origins,l)?g.origins[l]:null;if(f&&!O.some(r=>r.code===l)){let r=b.latLngToLayerPoint([f[1],f[0]]),h=c("span",{class:"pl\
ace big"});h.textContent=i().names[l],h.style.fontSize="14px",h.style.transform=`translate(${r.x+13}px,${r.y-9}px)`,K.font="600 14px "+ce,s.push([r.x-10,r.y-10,
r.x+20+K.measureText(h.textContent).width,r.y+10]),o.push(h)}for(let[r,h,m]of g.base.places){let _=O[r],P=_.part==="ring";if(P&&_.population<(e<9?15e4:e<10?5e4:
0))continue;let p=b.latLngToLayerPoint([m,h]);if(!n.contains(p))continue;let S=_.population>2e5?15:_.population>6e4?13:11.5;K.font=(S>12?"600 ":"400 ")+S+"px "+
ce;let v=K.measureText(_.name).width+8,N=[[p.x+4,p.y-S*.65],[p.x-v-4,p.y-S*.65],[p.x-v/2,p.y-S-7],[p.x-v/2,p.y+5]],z=([R,Le])=>R>=n.min.x&&R+v<=n.max.x&&Le>=n.min.
y,H=([R,Le])=>s.every(Ce=>R+v<Ce[0]||R>Ce[2]||Le+S*1.3<Ce[1]||Le>Ce[3]),G=N.find(R=>z(R)&&H(R));if(!G)continue;s.push([G[0],G[1],G[0]+v,G[1]+S*1.3],[p.x-3,p.y-3,
p.x+3,p.y+3]);let fe=c("i",{class:"dot"});fe.style.transform=`translate(${p.x-2.5}px,${p.y-2.5}px)`;let ke=c("span",{class:"place"+(P?" ring":"")+(S>12?" big":"")});
ke.textContent=_.name,ke.style.fontSize=S+"px",ke.style.transform=`translate(${G[0]+4}px,${G[1]}px)`,o.push(fe,ke)}let u=I.some(r=>r.some(h=>n.contains(b.latLngToLayerPoint(
h))));for(let r of u?["NL","DE"]:[]){let h=a(r.toLowerCase());K.font="600 13px "+ce;let m=K.measureText(h.toLocaleUpperCase()).width+h.length*2.4+8,_=b.latLngToLayerPoint(
ge),p=O.filter(v=>v.country===r).map(v=>b.latLngToLayerPoint(v.centre)).sort((v,N)=>v.distanceTo(_)-N.distanceTo(_)).map(v=>[v.x-m/2,v.y-9]).find(([v,N])=>v>=n.
min.x&&N>=n.min.y&&v+m<=n.max.x&&N+18<=n.max.y&&!w(v,N,m)&&s.every(z=>v+m<z[0]||v>z[2]||N+18<z[1]||N>z[3]));if(!p)continue;let S=c("span",{class:"country"},h);S.
style.transform=`translate(${p[0]}px,${p[1]}px)`,o.push(S)}we.replaceChildren(...o)}function w(e,t,s){let o=L.bounds([e-6,t-4],[e+s+6,t+22]);return I.some(n=>n.
some(l=>o.contains(b.latLngToLayerPoint(l))))}b.on("moveend zoomend resize viewreset",d),b.on("zoomstart",()=>we.replaceChildren());let i=()=>g.views[T.view],x=e=>{
let t=T.choices[e.id];return e.options.includes(t)?t:e.id==="destination"&&i().kind==="reach"?k(e):e.start};function k(e){let{values:t}=y(),s=o=>Object.hasOwn(t,
o)&&t[o].some(n=>typeof n=="number");return[e.start,...e.options].find(s)??e.start}let M=()=>i().controls.filter(e=>!e.field);function y(){let e=M().map(x);return i().
layers.find(s=>s.key.every((o,n)=>o===e[n]))||i().layers[0]}function Z(e,t){T.choices[e.id]=t;let s=M(),o=s.map(x),n=s.indexOf(e),l=r=>r.key.filter((h,m)=>h===o[m]).
length,u=(n<0?[y()]:i().layers.filter(r=>r.key[n]===t)).reduce((r,h)=>l(h)>l(r)?h:r);s.forEach((r,h)=>{T.choices[r.id]=u.key[h]}),e.id==="origin"&&(_e=!0),ve()}
let F=()=>i().controls.filter(e=>e.field).map(x).join("_");function ee(e,t){return e==="mode"?A(g.labels.modes,t)??(t==="any"?a("mode_any"):t):e==="opportunity"?
A(g.labels.opportunities,t)??t:e==="cutoff"?a("minutes",{n:$(Number(t),{})}):e==="origin"?i().names[t]??t:e==="scenario"?t==="baseline"?a("baseline"):t:a(e+"_"+
t)}function ye(){let e={};for(let t of M()){let s=x(t);e[t.id]=t.id==="mode"?A(g.labels.by_mode,s)??(s==="all"?"":s==="any"?a("by_any"):s):t.id==="cutoff"?$(Number(
s),{}):ee(t.id,s)}return e}function De(){let e=[],t=document.activeElement&&document.activeElement.dataset?document.activeElement.dataset.key:null,s=i().controls.
slice();g.views.length>1&&s.unshift({id:"view",options:g.views.map((o,n)=>String(n))});for(let o of s){if(o.options.length<2)continue;let n=o.id==="view"?String(
T.view):x(o),l=m=>o.id==="view"?a("view_"+g.views[Number(m)].kind):ee(o.id,m),f=m=>{o.id==="view"?(T.view=Number(m),_e=!0,ve()):Z(o,m)},u=a(o.id);if(o.options.length>
6||o.id==="origin"&&o.options.length>4){let m=c("select",{id:"c-"+o.id,"data-key":o.id});for(let _ of o.options){let P=c("option",{value:_});P.textContent=l(_),
P.selected=_===n,m.append(P)}m.addEventListener("change",()=>f(m.value)),e.push(c("div",{class:"choice"},c("label",{for:"c-"+o.id,class:"legend"},u),m));continue}
let r=c("fieldset",{class:"choice"},c("legend",{class:"legend"},u)),h=c("div",{class:"pills"});for(let m of o.options){let _=c("input",{type:"radio",name:o.id,value:m,
checked:m===n,"data-key":o.id+"="+m});_.addEventListener("change",()=>f(m)),h.append(c("label",{class:"pill"},_,c("span",{},l(m))))}r.append(h),e.push(r)}if(C("\
controls").replaceChildren(...e),t){let o=[...C("controls").querySelectorAll("[data-key]")].find(n=>n.dataset.key===t);o&&o.focus()}}function Ie(e,t,s){if(e==null)
return{kind:"missing"};if(e==="u")return{kind:"undefined"};if(e==="n")return{kind:"noise"};if(e===0)return{kind:"zero"};let o=Math.abs(e);return{kind:"step",step:s.
filter(l=>o>=l).length,negative:e<0}}function Oe(e,t,s){if(e.kind==="missing")return"url(#hatch-missing)";if(e.kind==="undefined")return"url(#hatch-undefined)";
if(e.kind==="zero")return"#ffffff";if(e.kind==="noise")return g.palettes.noise;let o=g.palettes[t.palette];if(t.palette==="diverging"){let l=o.length/2,f=s.length<
2?Math.min(e.step+1,l-1):e.step;return e.negative?o[l-1-f]:o[l+f]}let n=s.length?e.step*(o.length-1)/s.length:o.length-1;return o[Math.round(n)]}let Se=e=>e.palette===
"diverging"?e.unit==="percent"?"change_percent":"change":e.unit,W=new Map,ze=null,_e=!0,Te=null,Fe=b.getPane("bands");function Ue(){for(let e of W.values())e.remove();
W=new Map,b.closePopup(),re(null)}function re(e){Te&&Te.remove(),Te=e===null?null:L.polygon(O[e].rings,D("chosen",{fill:!1,color:"#111827",weight:3})).addTo(b)}
function de(e,t){return c("div",{class:"row"},c("span",{},e),c("b",{},t))}function Ee(e,t){let s=i().ids.indexOf(e),o=O[e],n=c("div",{class:"card"}),l=c("strong",
{});l.textContent=o.name;let f=c("div",{class:"small"});f.textContent=a(o.country.toLowerCase())+" · "+o.nuts3+" · "+a("population",{n:$(o.population,{})}),n.
append(l,f);let u=y().values,r=v=>Object.hasOwn(u,v)?u[v][s]:void 0,h=i().fields[F()],m=c("div",{class:"main"});if(m.textContent=Y(F(),s,Se(h)),n.append(m,c("di\
v",{class:"small"},Q(a(h.label,ye()))+je()+(i().mean?a("of_mean_here"):""))),i().bar&&i().bar.length){let v=i().bar.map(z=>[z,r(z)]),N=v.reduce((z,H)=>z+(typeof H[1]==
"number"?H[1]:0),0);if(v.every(z=>typeof z[1]=="number")&&N>0){let z=c("div",{class:"bar","aria-hidden":"true"});for(let[H,G]of v){let fe=c("i",{class:"part-"+H});
fe.style.width=100*G/N+"%",z.append(fe)}n.append(z)}for(let[z]of v){let H=de(a(z),Y(z,s,"count"));H.firstChild.prepend(c("i",{class:"key part-"+z})),n.append(H)}}
let _=i().kind==="scenario"?F().split("_")[0]+"_":"";for(let[v,N,z]of t?[]:i().rows)n.append(de(Q(a(v)),Y(_+N,s,z)));let P=ne(s),p=r("without");typeof p=="numbe\
r"&&!t&&n.append(de(a("row_without"),U(p))),P.still&&n.append(c("div",{class:"small warn"},a("mark_still"))),r("edge")>0&&n.append(c("div",{class:"small warn"},
a("edge_mean",{share:U(r("edge"))})));let S=r("unknown");return typeof S=="number"&&S>0&&n.append(c("div",{class:"small warn"},a("lower_bound",{n:E(S)}))),n}let Q=e=>e.
charAt(0).toLocaleUpperCase(J[T.language])+e.slice(1),je=()=>i().kind==="scenario"?", "+a("destination_"+F().split("_")[0]):"",se=null;function xe(e,t){let s=t||
(se&&T.area===e?se.getLatLng():Ve(e));T.area=e,re(e),C("find").value=String(e),se?se.setLatLng(s).setContent(Ee(e)):se=L.popup({maxWidth:290,autoPanPadding:[16,
16]}).setLatLng(s).setContent(Ee(e)).openOn(b);let o=document.querySelector(".leaflet-popup-close-button");o&&o.setAttribute("aria-label",a("close"))}function Ve(e){
let t=g.base.places.find(s=>s[0]===e);return t?[t[2],t[1]]:O[e].centre}b.on("popupclose",()=>{se=null,T.area=null,re(null),C("find").value=""});function Ze(){let e=F(),
t=i().fields[e],s=y(),o=s.breaks[t.group],n=s.values[e];i().ids.forEach((l,f)=>{let u=Oe(Ie(n[f],t,o),t,o),r=W.get(l);r||(r=L.polygon(O[l].rings,{pane:"figures",
renderer:V.figures,smoothFactor:.4,color:"#7d7f86",weight:.6,fillColor:u,fillOpacity:1}).addTo(b),r.bindTooltip(()=>Ee(l,!0),{sticky:!0,opacity:1,className:"hov\
er"}),r.on("mouseover",()=>re(l)),r.on("mouseout",()=>re(T.area)),r.on("click",P=>{r.closeTooltip(),xe(l,P.latlng)}),W.set(l,r)),r.setStyle({fillColor:u});let h=ne(
f),m=h.edge?"url(#hatch-edge)":h.still?"url(#hatch-still)":null,_=W.get("over"+l);_&&_.remove(),W.delete("over"+l),m&&W.set("over"+l,L.polygon(O[l].rings,D("lin\
es",{stroke:!1,fillColor:m,fillOpacity:1})).addTo(b))});for(let l of O)l.part!=="ring"&&!W.has(l.number)&&W.set(l.number,L.polygon(l.rings,D("figures",{color:"#\
7d7f86",weight:.6,fillColor:"url(#hatch-missing)",fillOpacity:1})).addTo(b))}let $e=e=>{let t=i().cutoffs.indexOf(e),s=y().bands.map(n=>n.cutoff).sort((n,l)=>n-
l),o=s.length>1?s.indexOf(e)/(s.length-1):0;return t<0?"#888888":g.palettes.bands[Math.round(o*(g.palettes.bands.length-2))]};function Ae(e){let t=c("div",{class:"\
card"}),s=c("strong",{});s.textContent=i().names[y().key[0]]??y().key[0],t.append(s,c("div",{class:"main"},a("within",{n:$(e.cutoff,{})})),c("div",{class:"small"},
A(g.labels.by_mode,y().key[1])??""));for(let o of["nl","de","other"])(e.km2[o]>0||o!=="other")&&t.append(de(a(o),a("area_km2",{n:E(e.km2[o]||0)})));return t}function He(){
y().bands.forEach((t,s)=>{let o=L.polygon(oe(t.geometry),{pane:"bands",renderer:V.bands,smoothFactor:.4,color:"#ffffff",weight:1,fillColor:$e(t.cutoff),fillOpacity:1}).
addTo(b);o.bindTooltip(()=>Ae(t),{sticky:!0,opacity:1,className:"hover"}),o.on("click",n=>{o.closeTooltip(),L.popup({maxWidth:290}).setLatLng(n.latlng).setContent(
Ae(t)).openOn(b)}),W.set("band"+s,o)});let e=g.origins[y().key[0]];e&&W.set("halo",L.circleMarker([e[1],e[0]],D("chosen",{radius:8,color:"#ffffff",weight:3,fillColor:"\
#c2185b",fillOpacity:1})).addTo(b))}let Ne=e=>g.base.places.find(t=>t[0]===e),Ge=([e,t])=>g.palettes.flows[O[e].country===O[t].country?0:1],Pe=e=>{let t=y().breaks.
filter(s=>e>=s).length;return g.widths[Math.round(t*(g.widths.length-1)/Math.max(y().breaks.length,1))]};function Je(e,t){let[,s,o]=Ne(e),[,n,l]=Ne(t),f=Math.cos(
(o+l)/2*Math.PI/180),u=[(s+n)/2+.12*(l-o)/f,(o+l)/2-.12*(n-s)*f];return Array.from({length:17},(r,h)=>{let m=h/16;return[(1-m)**2*o+2*m*(1-m)*u[1]+m*m*l,(1-m)**
2*s+2*m*(1-m)*u[0]+m*m*n]})}function Ke([e,t,s]){let o=c("strong",{});return o.textContent=O[e].name+" → "+O[t].name,c("div",{class:"card"},o,c("div",{class:"\
main"},E(s)))}function Qe(){y().flows.slice().reverse().forEach((e,t)=>{let s=L.polyline(Je(e[0],e[1]),{pane:"bands",renderer:V.bands,color:Ge(e),weight:Pe(e[2]),
opacity:1,lineCap:"butt"}).addTo(b);s.bindTooltip(()=>Ke(e),{sticky:!0,opacity:1,className:"hover"}),W.set("flow"+t,s)})}function Re(){let e=y().breaks,t=(n,l,f)=>{
let u=q("#ffffff",f);return u.firstChild.className="swatch line",u.firstChild.style.cssText="",u.firstChild.style.borderTopColor=n,u.firstChild.style.borderTopWidth=
l+"px",u},s=e.map((n,l)=>[n,l]).reverse().map(([n,l])=>t("#3c3f46",Pe(n),l+1===e.length?a("class_above",{a:E(n)}):a("class_between",{a:E(n),b:E(e[l+1])})));e.length&&
s.push(t("#3c3f46",Pe(0),a("class_below",{a:E(e[0])}))),s.push(t(g.palettes.flows[0],4,a("flow_within")),t(g.palettes.flows[1],4,a("flow_across")));let o=y();return o.
left_out&&s.push(c("li",{class:"said"},a("flow_left_out",{n:E(o.left_out),p:E(o.people_left_out)}))),o.outside&&s.push(c("li",{class:"said"},a("flow_outside",{n:E(
o.outside)}))),o.missing&&s.push(c("li",{class:"said"},a("flow_missing",{n:E(o.missing)}))),s}let te=qe({map:b,data:g,make:c,t:a,own:A,capital:Q,count:E,view:i,
layer:y,key:q,row:de,$:C,language:()=>T.language});function q(e,t){let s=c("i",{class:"swatch","aria-hidden":"true"});e.startsWith("url(#")?s.classList.add(e.slice(
5,-1)):s.style.backgroundColor=e;let o=c("li",{},s);return o.append(t),o}function Xe(){let e=[],t;if(i().kind==="isochrones"){t=a("travel_time");for(let o of y().
bands.slice().reverse()){let n=o.km2.all,l=g.home[y().key[0]],f=l==="NL"?o.km2.de:l==="DE"?o.km2.nl:null,u=f==null||f===0||n===0?a("area_km2",{n:E(n)}):a("area_\
share",{n:E(n),p:U(f/n)}),r=q($e(o.cutoff),a("within",{n:$(o.cutoff,{})}));r.append(c("small",{},u)),e.push(r)}}else if(i().kind==="flows")t=Q(a("field_flows")),
e.push(...Re());else if(i().kind==="placements")t=a("placement_offers"),e.push(...te.legend());else{let o=F(),n=i().fields[o],l=y().breaks[n.group],f=y().values[o],
u=ae[n.unit];t=Q(a(n.label,ye()))+je();let r=p=>p===0?a("class_below",{a:u(l[0])}):p===l.length?a("class_above",{a:u(l[p-1])}):a("class_between",{a:u(l[p-1]),b:u(
l[p])}),h=l.length?l.map((p,S)=>S).concat(l.length):[];if(n.palette==="diverging"){let p=S=>h.map(v=>q(Oe({kind:"step",step:v,negative:S},n,l),(S?"− ":"+ ")+r(
v)));e.push(...p(!1).reverse(),q("#ffffff",a("class_same")),...p(!0))}else{for(let p of h.slice().reverse())e.push(q(Oe({kind:"step",step:p},n,l),r(p)));f.includes(
0)&&e.push(q("#ffffff",a(n.palette==="effect"?"class_zero_effect":"class_zero")))}f.includes("n")&&e.push(q(g.palettes.noise,a("class_noise",{noise:U(i().noise)}))),
f.includes("u")&&e.push(q("url(#hatch-undefined)",a(i().undefined||"undefined")));let m=O.some(p=>p.part!=="ring"&&!i().ids.includes(p.number));(f.includes(null)||
m)&&e.push(q("url(#hatch-missing)",a("class_missing")));let _=i().ids.map((p,S)=>ne(S));_.some(p=>p.edge)&&e.push(q("url(#hatch-edge)",a(n.palette==="sequential"?
"class_edge":"class_edge_other"))),_.some(p=>p.still&&!p.edge)&&e.push(q("url(#hatch-still)",a("class_still")));let P=(y().values.unknown||[]).filter(p=>p>0).length;
P&&e.push(c("li",{class:"said"},a("bounds",{n:E(P)}))),O.some(p=>p.part==="ring"&&!i().ids.includes(p.number))&&e.push(q("#f3f1ec",a("class_outside")))}let s=c(
"li",{},c("i",{class:"swatch frontier","aria-hidden":"true"}));s.append(a("border_line")),e.push(s),i().closed&&e.push(c("li",{class:"said"},a(i().closed))),C("\
legend-title").textContent=t,C("legend").replaceChildren(...e)}function Ye(){let e=C("extremes");if(e.replaceChildren(),!i().ids)return;let t=F(),s=Se(i().fields[t]),
o=i().ids.map((u,r)=>[u,y().values[t][r],ne(r)]).filter(u=>typeof u[1]=="number"),n=o.filter(([,,u])=>!u.edge&&!u.still).sort((u,r)=>r[1]-u[1]),l=["edge","still"].
map(u=>[u,o.filter(([,,r])=>r[u]&&(u==="edge"||!r.edge)).length]).filter(([,u])=>u>0).map(([u,r])=>a("left_"+u,{n:E(r)})),f=l.length?c("div",{class:"small"},a("\
left_out",{parts:l.join(", ")})):null;if(n.length<2||n[0][1]===n[n.length-1][1])return f&&e.append(f);for(let[u,r]of[["highest",n[0][1]],["lowest",n[n.length-1][1]]]){
let h=p=>ae[s](p)+(s==="count"||s==="change"?" "+ye().opportunity:""),m=h(r),_=n.filter(p=>h(p[1])===m);if(_.length>1){e.append(c("div",{},a(u)+": ",a("tied",{n:E(
_.length)})," ",c("b",{},m)));continue}let P=c("button",{type:"button",class:"link"});P.textContent=O[_[0][0]].name,P.addEventListener("click",()=>xe(_[0][0])),
e.append(c("div",{},a(u)+": ",P," ",c("b",{},m)))}f&&e.append(f)}function Be(){let e=C("table");if(!C("table-box").open)return e.replaceChildren();let t=c("tr",
{}),s=c("tbody",{}),o=f=>t.append(c("th",{scope:"col"},f)),n=(f,u)=>{let r=c("tr",{},c("th",{scope:"row"},f));for(let h of u)r.append(c("td",{},h));s.append(r)};
if(i().kind==="isochrones"){o(Q(a("cutoff")));for(let f of["nl","de","other"])o(a(f));for(let f of y().bands.slice().reverse())n(a("minutes",{n:$(f.cutoff,{})}),
["nl","de","other"].map(u=>a("area_km2",{n:E(f.km2[u]||0)})))}else if(i().kind==="flows"){for(let f of["flow_from","flow_to","flow_count"])o(Q(a(f)));for(let[f,
u,r]of y().flows)n(O[f].name,[O[u].name,E(r)])}else if(i().kind==="placements")te.table(o,n);else{let f=F(),u=y().values,r=i().kind==="scenario"?f.split("_")[0]+
"_":"",h=i().rows.map(([_,P,p])=>[a(_),r+P,p]);for(let _ of i().bar||[])h.push([a(_),_,"count"]);o(a("municipality")),o(a("country"));for(let _ of h)o(Q(_[0]));
let m=i().ids.map((_,P)=>[_,P]).sort((_,P)=>O[_[0]].name.localeCompare(O[P[0]].name,T.language));for(let[_,P]of m)n(O[_].name,[O[_].country,...h.map(p=>Y(p[1],P,
p[2]))])}let l=c("caption",{},C("headline").textContent);e.replaceChildren(c("table",{class:i().kind},l,c("thead",{},t),s))}C("table-box").addEventListener("tog\
gle",Be);function et(){let e=C("find"),t=C("find-box");if(t.hidden=!i().ids,t.hidden)return;let s=new Map;for(let n of i().ids){let l=O[n].nuts3;s.has(l)||s.set(
l,[]),s.get(l).push(O[n])}let o=[c("option",{value:""},a("find_none"))];for(let[n,l]of s){let f=c("optgroup",{label:n});l.sort((u,r)=>u.name.localeCompare(r.name,
T.language));for(let u of l)f.append(c("option",{value:String(u.number)},u.name));o.push(f)}e.replaceChildren(...o),e.value=T.area===null?"":String(T.area)}C("f\
ind").addEventListener("change",()=>{C("find").value!==""?xe(Number(C("find").value)):b.closePopup()});function tt(){let e=T.language;document.documentElement.lang=
e,document.title=g.title[e],C("title").textContent=g.title[e];for(let n of document.querySelectorAll("[data-text]"))n.textContent=a(n.dataset.text,{version:g.version});
for(let n of document.querySelectorAll("[data-label]"))n.setAttribute("aria-label",a(n.dataset.label));for(let[n,l]of[[".leaflet-control-zoom-in","zoom_in"],[".\
leaflet-control-zoom-out","zoom_out"],[".home","home"]]){let f=document.querySelector(n);f&&(f.title=a(l),f.setAttribute("aria-label",a(l)))}b.getContainer().setAttribute(
"role","region"),b.getContainer().setAttribute("aria-label",a("map_region"));for(let n of document.querySelectorAll("[data-language]"))n.setAttribute("aria-pres\
sed",String(n.dataset.language===e));C("notes").replaceChildren(...g.notes.map(n=>{let l=c("li",{},n.text[e]);return l.append(...n.details.map(f=>c("div",{class:"\
small"},f[e]))),l})),C("notes-box").hidden=g.notes.length===0;let t=g.labels.mode_of_trip||{},s=M().map(x).map(n=>Object.hasOwn(t,n)?t[n]:n),o=g.strip.filter(n=>!n.
concerns.length||n.concerns.some(l=>s.includes(l)));if(C("strip-notes").textContent=o.map(n=>n.text[e]).join(" "),g.notes.length>o.length){let n=c("button",{type:"\
button",class:"link"},a("more_notes",{n:$(g.notes.length,{})}));n.addEventListener("click",()=>{C("notes-box").open=!0,C("notes-box").scrollIntoView(),C("notes-\
box").querySelector("summary").focus()}),C("strip-notes").append(" ",n)}C("strip-sources").textContent=g.attributions.length?a("source")+": "+g.attributions.join(
" · "):"",C("sources").replaceChildren(...g.sources.map(n=>{let l=c("li",{}),f=n.url?c("a",{href:n.url,rel:"noopener noreferrer",target:"_blank"}):c("span",{});
return f.textContent=n.title,l.append(f,". "+[n.attribution,n.licence,n.reference_date?a("reference_date",{date:n.reference_date}):""].filter(u=>u).join(" · ")),
l}))}for(let e of document.querySelectorAll("[data-language]"))e.addEventListener("click",()=>{T.language=e.dataset.language,ve()});let nt=L.Control.extend({onAdd(){
let e=L.DomUtil.create("div","leaflet-bar"),t=L.DomUtil.create("a","home",e);return t.href="#",t.setAttribute("role","button"),t.textContent="⌂",L.DomEvent.on(
t,"click",s=>{L.DomEvent.stop(s),le()}),e}});new nt({position:"topleft"}).addTo(b);function ve(){let e=T.area;(ze!==T.view||!i().ids)&&Ue(),ze=T.view,Fe.style.opacity=
"0.8",tt(),De();let t=i().kind==="placements"?te.said():{};C("headline").textContent=a("head_"+i().kind,{...ye(),...t}).trim()+(i().ids?a(i().mean?"of_mean":"of\
_each"):""),i().kind==="isochrones"?He():i().kind==="flows"?Qe():i().kind==="placements"?te.draw(V.points,(s,o)=>W.set(s,o.addTo(b))):Ze(),b.invalidateSize({animate:!1,
pan:!1}),_e&&(_e=!1,le()),Xe(),Ye(),et(),Be(),d(),i().ids&&e!==null&&i().ids.includes(e)&&xe(e)}function Me(){b.invalidateSize({animate:!1,pan:!1}),le()}let We=window.
innerWidth;window.addEventListener("resize",()=>window.innerWidth===We?b.invalidateSize({animate:!1}):(We=window.innerWidth,Me())),window.addEventListener("befo\
reprint",Me),window.matchMedia("print").addEventListener("change",Me),ve()}globalThis.grensgeoPage=ot;})();
