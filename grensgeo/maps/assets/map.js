/* grensgeo map: bundled from js/ by `make js`; edit there.
   sources 49f1cf22b1f2d6c5: src/pages/areas.js src/pages/bands.js src/pages/base.js src/pages/card.js src/pages/choosing.js src/pages/classes.js src/pages/controls.js src/pages/extremes.js src/pages/figures.js src/pages/flows.js src/pages/keys.js src/pages/map.js src/pages/names.js src/pages/offers.js src/pages/points.js src/pages/selecting.js src/pages/small_print.js src/shared/areas.js src/shared/elements.js src/shared/geometry.js src/shared/numbers.js src/shared/page.js src/shared/room.js src/shared/words.js */
"use strict";(()=>{var x=e=>document.getElementById(e);function Ue(e,n,t){for(let[a,s]of Object.entries(n))s!==null&&s!==!1&&e.setAttribute(a,s===!0?"":String(s));return e.append(
...t.filter(a=>a!==null)),e}function w(e,n={},...t){return Ue(document.createElement(e),n,t)}function E(e,n){let t=w("button",{type:"button",class:"link"},e);return t.addEventListener("click",n),t}var X=()=>JSON.parse(x("grensgeo-data").textContent);var $e=[[".leaflet-control-zoom-in","zoom_in"],[".leaflet-control-zoom-out","zoom_out"],["a.home","home"]],M=e=>[...document.querySelectorAll(`[data-${e}]`)].map(
n=>n);function J(e,n,t){let{t:a}=e;document.documentElement.lang=e.language,document.title=e.in(n.title),x("title").textContent=e.in(n.title);for(let s of M("te\
xt"))s.textContent=a(String(s.dataset.text),{version:n.version});for(let s of M("said"))s.title=a(String(s.dataset.said));for(let s of M("label"))s.setAttribute(
"aria-label",a(String(s.dataset.label)));He(e.language),t.setAttribute("aria-label",a("map_region"));for(let[s,c]of $e){let p=document.querySelector(s);p&&(p.title=
a(c),p.setAttribute("aria-label",a(c)))}}function He(e){for(let n of M("language"))n.setAttribute("aria-pressed",String(n.dataset.language===e))}function Y(e){for(let n of M(
"language"))n.addEventListener("click",()=>e(String(n.dataset.language)))}function Q(e){return e.url?w("a",{href:e.url,rel:"noopener noreferrer",target:"_blank"},
e.title):w("span",{},e.title)}function ee(e,n){let t=L.Control.extend({onAdd(){let a=L.DomUtil.create("div","leaflet-bar"),s=L.DomUtil.create("a","home",a);return s.
href="#",s.setAttribute("role","button"),s.textContent="⌂",L.DomEvent.on(s,"click",c=>{L.DomEvent.stop(c),n()}),a}});new t({position:"topleft"}).addTo(e)}function te(e,n){
let t=window.innerWidth;window.addEventListener("resize",()=>{if(window.innerWidth===t){e.invalidateSize({animate:!1});return}t=window.innerWidth,n()})}var T={nl:"nl-NL",de:"de-DE",en:"en-GB"},Fe=.001,Ge=10,Ke=.095,ne=5e-4,oe=.001,qe=.995,Ze=.99;function Ve(e){return e>=Fe&&e<1?{maximumSignificantDigits:2}:{maximumFractionDigits:e<
Ge?1:0}}var Xe=e=>e.replace("-","−");function F(e){let n=new Map;function t(r,m){let b=JSON.stringify(m),h=n.get(b);return h||n.set(b,h=new Intl.NumberFormat(
e,m)),h.format(r)}let a=r=>t(r,Ve(Math.abs(r))),s=r=>t(r,{style:"percent",maximumFractionDigits:r!==0&&Math.abs(r)<Ke?1:0});function c(r){return r>qe&&r<1?">"+s(
Ze):r>0&&r<ne?"<"+s(oe):s(r)}let p=(r,m)=>m>0?"+"+r:Xe(r);function i(r){return r===0||Math.abs(r)>=ne?p(s(r),r):(r<0?"−":"+")+"<"+s(oe)}return{format:t,count:a,
share:s,part:c,signedShare:i,plain:r=>t(r,{}),signedCount:r=>p(a(r),r),minutes:(r,m=0)=>t(r,{minimumFractionDigits:m,maximumFractionDigits:m})}}var G=Object.keys(T);function se(e,n){return n.map(t=>t.slice(0,2).toLowerCase()).find(t=>G.includes(t))??e}function Je(e,n){return e.replace(/\{(\w+)\}/g,(t,a)=>Object.
hasOwn(n,a)?n[a]:t)}function re(e,n){let t=n,a=F(T[t]);function s(i,r){let m=e[i];return m&&r!==null&&Object.hasOwn(m,r)?m[r][t]:null}let c=(i,r={})=>Je(s("texts",i)??i,r);return{get language(){
return t},set language(i){t=i,a=F(T[i])},named:s,t:c,count:i=>i===null||Number.isNaN(i)?c("missing"):a.count(i),share:i=>a.share(i),part:i=>a.part(i),plain:i=>a.
plain(i),signedCount:i=>a.signedCount(i),signedShare:i=>a.signedShare(i),minutes:(i,r)=>a.minutes(i,r),opportunity:i=>s("opportunities",i)??i,period:i=>s("perio\
ds",i)??i,in:i=>i[t],capital:i=>i.charAt(0).toLocaleUpperCase(T[t])+i.slice(1),lowered:i=>i.charAt(0).toLocaleLowerCase(T[t])+i.slice(1),sort:(i,r)=>i.localeCompare(
r,T[t]),date:i=>new Intl.DateTimeFormat(T[t],{weekday:"short",day:"numeric",month:"short",timeZone:"UTC"}).format(i),clock:i=>new Intl.DateTimeFormat(T[t],{hour:"\
2-digit",minute:"2-digit",timeZone:"UTC"}).format(i),sentence(i,r){return c(i).split(/(\{\w+\})/).map(m=>{let b=m.startsWith("{")?m.slice(1,-1):null;return b!==
null&&Object.hasOwn(r,b)?r[b]:m})}}}function ie(e,n){let t={step:0,negative:!1};if(e==null)return{kind:"missing",...t};if(e==="u")return{kind:"undefined",...t};if(e==="n")return{kind:"noise",...t};
if(e===0)return{kind:"zero",...t};let a=Number(e);return{kind:"step",step:n.filter(s=>Math.abs(a)>=s).length,negative:a<0}}var Ye={missing:"url(#hatch-missing)",
undefined:"url(#hatch-undefined)",zero:"#ffffff"};function K(e,n,t,a){if(e.kind==="noise")return a.noise;if(e.kind!=="step")return Ye[e.kind];let s=a[n];if(n===
"diverging"){let p=s.length/2,i=t.length<2?Math.min(e.step+1,p-1):e.step;return e.negative?s[p-1-i]:s[p+i]}let c=t.length?e.step*(s.length-1)/t.length:s.length-
1;return s[Math.round(c)]}function B(e){let n=[],[t,a]=[0,0];for(let s=0;s<e.length;s+=2)t+=e[s],a+=e[s+1],n.push([a/1e4,t/1e4]);return n}var P=e=>e.map(n=>n.map(B)),ae=(e,n)=>e[2]<n[0]||
e[0]>n[2]||e[3]<n[1]||e[1]>n[3];var Qe=[[9,15e4],[10,5e4]];function ce(e){return e.map(([n,t,a,s,c,p,i],r)=>{let m=P(i);return{number:r,code:n,name:t,country:a,nuts3:s,part:c,population:p,rings:m,
centre:L.latLngBounds(m.flat(2)).getCenter()}})}function le(e,n){let t=Qe.find(([a])=>n<a);return e.part!=="ring"||!t||e.population>=t[1]}var ue=e=>e>2e5?15:e>6e4?
13:11.5;var fe=[["land",200,!1],["figures",300,!1],["bands",350,!1],["lines",400,!0],["frontier",420,!0],["points",430,!1],["chosen",440,!0],["names",620,!0]],et=fe.map(
([e])=>e).filter(e=>e!=="names"),R="#f3f1ec",U="#7d7f86",tt="#c9c5bb",D="#c2185b",nt=.4,ot=[["water",{color:"#9cc3d9",weight:2}],["road",{color:"#8f8a80",weight:.9,
opacity:.75}],["rail",{color:"#4a4a52",weight:1.6,dashArray:"6 3"}]];function st(e){for(let[n,t,a]of fe){let s=e.createPane(n);s.style.zIndex=String(t),a&&(s.style.
pointerEvents="none")}return Object.fromEntries(et.map(n=>[n,L.svg({pane:n,padding:.4})]))}function pe(e,n){let t=st(e),a=ce(n.base.areas),s=(h,y)=>({pane:h,renderer:t[h],
smoothFactor:nt,...y}),c=(h,y)=>s(h,{interactive:!1,...y});for(let h of a){L.polygon(h.rings,c("land",{stroke:!0,color:R,weight:.8,fillColor:R,fillOpacity:n.land})).
addTo(e);let y=h.part==="ring";L.polygon(h.rings,c("lines",{fill:!1,weight:y?.5:.8,color:y?tt:U})).addTo(e)}for(let[h,y]of ot){let u=(n.lines[h]||[]).map(B);u.length&&
L.polyline(u,c("lines",y)).addTo(e)}let p=n.base.border.map(B);L.polyline(p,c("frontier",{color:"#ffffff",weight:5,opacity:.9})).addTo(e),L.polyline(p,c("fronti\
er",{color:D,weight:2.6})).addTo(e),L.control.scale({imperial:!1,position:"bottomright",maxWidth:120}).addTo(e);let[i,r,m,b]=n.base.bounds;return{areas:a,frontier:p,
renderers:t,live:s,flat:c,bounds:L.latLngBounds([i,r],[m,b])}}function O(e,n){let t=w("i",{class:"swatch","aria-hidden":"true"});return e.startsWith("url(#")?t.classList.add(e.slice(5,-1)):t.style.backgroundColor=e,w("li",
{},t,n)}var C=(e,n)=>w("li",{},w("i",{class:"swatch "+e,"aria-hidden":"true"}),n);function z(e,n,t){let a=C("line",t),s=a.firstChild;return s.style.borderTopColor=
e,s.style.borderTopWidth=n+"px",a}var N=e=>w("li",{class:"said"},e);function S(e,n,t){let a=w("span",{},...t?[w("i",{class:"key part-"+t})]:[],e);return w("div",
{class:"row"},a,w("b",{},n))}var de="url(#hatch-missing)";function rt({data:e,words:n,choosing:t,said:a},s,c){let{t:p}=n,i=a.units[s.unit];function r(y){return y===0?p("class_below",{a:i(c[0])}):
y===c.length?p("class_above",{a:i(c[y-1])}):p("class_between",{a:i(c[y-1]),b:i(c[y])})}let m=(y,u=!1)=>K({kind:"step",step:y,negative:u},s.palette,c,e.palettes),
b=c.length?[...c.keys(),c.length]:[];if(s.palette==="diverging"){let y=u=>b.map(o=>O(m(o,u),(u?"− ":"+ ")+r(o)));return[...y(!1).reverse(),O("#ffffff",p("clas\
s_same")),...y(!0)]}let h=t.layer().values[t.fieldName()].includes(0);return[...b.toReversed().map(y=>O(m(y),r(y))),...h?[O("#ffffff",p(s.palette==="effect"?"cl\
ass_zero_effect":"class_zero"))]:[]]}function it({data:e,words:n,choosing:t,base:a,said:s},c){let{t:p}=n,{view:i,layer:r,fieldName:m}=t,b=r().values[m()],h=i().
ids??[],y=a.areas.filter(d=>!h.includes(d.number)),u=h.map((d,g)=>s.marks(g)),o=(r().values.unknown||[]).filter(d=>Number(d)>0).length;return[...[[b.includes("n"),
e.palettes.noise,"class_noise"],[b.includes("u"),"url(#hatch-undefined)",i().undefined||"undefined"],[b.includes(null)||y.some(d=>d.part!=="ring"),de,"class_mis\
sing"],[u.some(d=>d.edge),"url(#hatch-edge)",c.palette==="sequential"?"class_edge":"class_edge_other"],[u.some(d=>d.still&&!d.edge),"url(#hatch-still)","class_s\
till"]].filter(([d])=>d).map(([,d,g])=>O(d,p(g,{noise:g==="class_noise"?n.share(i().noise):""}))),...o?[N(p("bounds",{n:n.count(o)}))]:[],...y.some(d=>d.part===
"ring")?[O(R,p("class_outside"))]:[]]}function at({data:e,choosing:n,base:t,said:a},s,c,p){let{state:i,view:r,layer:m,fieldName:b,field:h}=n,y=m().breaks[h().group],
u=m().values[b()];function o(l,d){let g=L.polygon(t.areas[l].rings,t.live("figures",{color:U,weight:.6,fillColor:d,fillOpacity:1}));g.bindTooltip(()=>s.card(l,!0),
{sticky:!0,opacity:1,className:"hover"}),g.on("mouseover",()=>s.mark(l)),g.on("mouseout",()=>s.mark(i.area)),g.on("click",f=>{g.closeTooltip(),s.select(l,f.latlng)}),
p("area"+l,g)}(r().ids??[]).forEach((l,d)=>{let g=K(ie(u[d],y),h().palette,y,e.palettes),f=c.get("area"+l);f?f.setStyle({fillColor:g}):o(l,g),c.get("over"+l)?.remove(),
c.delete("over"+l);let{edge:_,still:v}=a.marks(d);!_&&!v||p("over"+l,L.polygon(t.areas[l].rings,t.flat("lines",{stroke:!1,fillColor:_?"url(#hatch-edge)":"url(#h\
atch-still)",fillOpacity:1})))});for(let l of t.areas)l.part==="ring"||c.has("area"+l.number)||p("area"+l.number,L.polygon(l.rings,t.flat("figures",{color:U,weight:.6,
fillColor:de,fillOpacity:1})))}function me(e,n,t){let{words:a,choosing:s,base:c,said:p}=e,{t:i}=a,{view:r,layer:m,field:b}=s;return{draw:h=>at(e,n,t,h),title:()=>p.
fieldTitle(b()),legend:()=>[...rt(e,b(),m().breaks[b().group]),...it(e,b())],table(){let h=[...r().rows.map(([u,o,l])=>[i(u),p.where()+o,l]),...(r().bar??[]).map(
u=>[i(u),u,"count"])],y=(r().ids??[]).map((u,o)=>({area:c.areas[u],slot:o})).sort((u,o)=>a.sort(u.area.name,o.area.name));return{head:[i("municipality"),i("coun\
try"),...h.map(([u])=>a.capital(u))],rows:y.map(({area:u,slot:o})=>[u.name,[u.country,...h.map(([,l,d])=>p.figureAt(l,o,d))]])}}}}var ct="#888888",q=["nl","de","other"];function ge({map:e,data:n,words:t,choosing:a,base:s}){let{t:c,count:p}=t,{view:i,layer:r}=a;function m(o){let l=r().bands.
map(f=>f.cutoff).sort((f,_)=>f-_),d=l.length>1?l.indexOf(o)/(l.length-1):0,{bands:g}=n.palettes;return i().cutoffs.includes(o)?g[Math.round(d*(g.length-2))]:ct}
let b=(o,l)=>c("area_km2",{n:p(o.km2[l]||0)}),h=o=>c("within",{n:t.plain(o.cutoff)});function y(o){let[l,d]=r().key,g=q.filter(f=>o.km2[f]>0||f!=="other");return w(
"div",{class:"card"},w("strong",{},i().names[l]??l),w("div",{class:"main"},h(o)),w("div",{class:"small"},t.named("by_mode",d)??""),...g.map(f=>S(c(f),b(o,f))))}
function u(o){let{all:l}=o.km2,d=n.home[r().key[0]],g=d==="NL"?o.km2.de:d==="DE"?o.km2.nl:0;return g&&l?c("area_share",{n:p(l),p:t.share(g/l)}):c("area_km2",{n:p(
l)})}return{draw(o){r().bands.forEach((d,g)=>{let f=L.polygon(P(d.geometry),s.live("bands",{color:"#ffffff",weight:1,fillColor:m(d.cutoff),fillOpacity:1}));f.bindTooltip(
()=>y(d),{sticky:!0,opacity:1,className:"hover"}),f.on("click",_=>{f.closeTooltip(),L.popup({maxWidth:290}).setLatLng(_.latlng).setContent(y(d)).openOn(e)}),o("\
band"+g,f)});let l=n.origins[r().key[0]];l&&o("halo",L.circleMarker([l[1],l[0]],{...s.flat("chosen",{color:"#ffffff",weight:3,fillColor:D,fillOpacity:1}),radius:8}))},
title:()=>c("travel_time"),legend:()=>r().bands.toReversed().map(o=>{let l=O(m(o.cutoff),h(o));return l.append(w("small",{},u(o))),l}),table:()=>({head:[t.capital(
c("cutoff")),...q.map(o=>c(o))],rows:r().bands.toReversed().map(o=>[c("minutes",{n:t.plain(o.cutoff)}),q.map(l=>b(o,l))])}),box(){let o=L.latLngBounds([]);for(let l of r().
bands)o.extend(L.polyline(P(l.geometry).flat()).getBounds());return o.isValid()?{bounds:o,options:{padding:[24,24]}}:null}}}function he(e){let n={view:0,choices:{},area:null},t=()=>e.views[n.view],a=()=>t().controls.filter(m=>!m.field);function s(m){let{values:b}=p(),h=y=>Object.hasOwn(
b,y)&&b[y].some(u=>typeof u=="number");return[m.start,...m.options].find(h)??m.start}function c(m){let b=n.choices[m.id];return m.options.includes(b)?b:m.id==="\
destination"&&t().kind==="reach"?s(m):m.start}function p(){let m=a().map(c);return t().layers.find(b=>b.key.every((h,y)=>h===m[y]))??t().layers[0]}function i(m,b){
n.choices[m.id]=b;let h=a(),y=h.map(c),u=h.indexOf(m),o=g=>g.key.filter((f,_)=>f===y[_]).length,d=(u<0?[p()]:t().layers.filter(g=>g.key[u]===b)).reduce((g,f)=>o(
f)>o(g)?f:g);h.forEach((g,f)=>{n.choices[g.id]=d.key[f]})}let r=()=>t().controls.filter(m=>m.field).map(c).join("_");return{state:n,view:t,layer:p,layerControls:a,
chosen:c,choose:i,fieldName:r,field:()=>t().fields[r()]}}var lt=6,ut=4;function ft({id:e,name:n,options:t,current:a,pick:s}){let c=w("select",{id:"c-"+e,"data-key":e});for(let[p,i]of t){let r=w("option",{value:p},i);r.
selected=p===a,c.append(r)}return c.addEventListener("change",()=>s(c.value)),w("div",{class:"choice"},w("label",{for:"c-"+e,class:"legend"},n),c)}function pt({
id:e,name:n,options:t,current:a,pick:s}){let c=w("div",{class:"pills"});for(let[p,i]of t){let r=w("input",{type:"radio",name:e,value:p,checked:p===a,"data-key":e+
"="+p});r.addEventListener("change",()=>s(p)),c.append(w("label",{class:"pill"},r,w("span",{},i)))}return w("fieldset",{class:"choice"},w("legend",{class:"legen\
d"},n),c)}function we({data:e,words:n,choosing:t,said:a},s,c){let{state:p,view:i,chosen:r,choose:m}=t,b=x("controls"),h=document.activeElement instanceof HTMLElement?
document.activeElement.dataset.key:void 0,y=i().controls.map(o=>({id:o.id,name:n.t(o.id),current:r(o),options:o.options.map(l=>[l,a.optionLabel(o.id,l)]),pick(l){
m(o,l),o.id==="origin"&&c(),s()}}));if(y.unshift({id:"view",name:n.t("view"),current:String(p.view),options:e.views.map((o,l)=>[String(l),n.t("view_"+o.kind)]),
pick(o){p.view=Number(o),c(),s()}}),b.replaceChildren(...y.filter(({options:o})=>o.length>1).map(o=>{let l=o.id==="origin"?ut:lt;return o.options.length>l?ft(o):
pt(o)})),h===void 0)return;let u=[...b.querySelectorAll("[data-key]")].find(o=>o.dataset.key===h);u&&u.focus()}function $(e){return e.palette!=="diverging"?e.unit:e.unit==="percent"?"change_percent":"change"}function be(e,n){let{t,count:a}=e,{view:s,layer:c}=n,p={count:a,
percent:e.share,change:e.signedCount,change_percent:e.signedShare};function i(u,o){return u==null?t("missing"):u==="u"?t("undefined"):u==="n"?t("class_noise",{noise:e.
share(s().noise)}):p[o](Number(u))}function r(u,o){let{values:l}=c();return Object.hasOwn(l,u)?l[u][o]:void 0}function m(u,o){let l=r(u,o);return typeof l=="num\
ber"?l:null}function b(u,o){if(u!=="open"||(r(u,o)??null)!==null)return null;let l=s().bar??[],d=l.filter(_=>m(_,o)!==null),g=d.length===1?Number(r(d[0],o)):0,f=l.
find(_=>m(_,o)===null);return!(g>0)||f===void 0?null:t("at_least",{n:a(g)})+" – "+t("no_data_of",{country:t(f)})}function h(u,o,l){let d=b(u,o);if(d!==null)return d;
let g=i(r(u,o),l);return l==="count"&&m(u,o)!==null&&(m("unknown",o)??0)>0?t("at_least",{n:g}):g}return{units:p,figureAt:h,numberAt:m,marks:u=>({edge:(m("edge",
u)??0)>(s().edge_share??1),still:r("without",u)===1})}}function ye(e,n){let{t}=e,{view:a,layerControls:s,chosen:c,fieldName:p}=n;function i(u,o){return u==="mod\
e"?e.named("modes",o)??(o==="any"?t("mode_any"):o):u==="opportunity"?e.opportunity(o):u==="cutoff"?t("minutes",{n:e.plain(Number(o))}):u==="origin"?a().names[o]??
o:u==="scenario"?o==="baseline"?t("baseline"):o:t(u+"_"+o)}function r(u){let o=u==="all"?"":u==="any"?t("by_any"):u;return e.named("by_mode",u)??o}let m=()=>Object.
fromEntries(s().map(u=>{let o=c(u),l=u.id==="mode"?r(o):u.id==="cutoff"?e.plain(Number(o)):i(u.id,o);return[u.id,l]})),b=()=>a().kind==="scenario"?", "+t("desti\
nation_"+p().split("_")[0]):"";return{optionLabel:i,values:m,where:()=>a().kind==="scenario"?p().split("_")[0]+"_":"",fieldTitle:u=>e.capital(t(u.label,m()))+b()}}function _e({words:e,choosing:n,base:t,said:a},s){let{t:c,count:p}=e,{view:i,layer:r,fieldName:m,field:b}=n,h=x("extremes");h.replaceChildren();let{ids:y}=i();if(!y)
return;let u=$(b()),o=r().values[m()],l=y.map((v,k)=>({number:v,value:o[k],mark:a.marks(k)})).filter(v=>typeof v.value=="number"),d=l.filter(({mark:v})=>!v.edge&&
!v.still).sort((v,k)=>Number(k.value)-Number(v.value));function g(v,k){let A=u==="count"||u==="change"?" "+a.values().opportunity:"",I=H=>a.units[u](Number(H))+
A,j=d.filter(H=>I(H.value)===I(k)),Re=j.length>1?c("tied",{n:p(j.length)}):E(t.areas[j[0].number].name,()=>s(j[0].number));h.append(w("div",{},c(v)+": ",Re," ",
w("b",{},I(k))))}let f=d.at(-1);f&&d[0].value!==f.value&&(g("highest",d[0].value),g("lowest",f.value));let _=[{why:"edge",n:l.filter(({mark:v})=>v.edge).length},
{why:"still",n:l.filter(({mark:v})=>v.still&&!v.edge).length}].filter(({n:v})=>v>0).map(({why:v,n:k})=>c("left_"+v,{n:p(k)}));_.length&&h.append(w("div",{class:"\
small"},c("left_out",{parts:_.join(", ")})))}var ve="#3c3f46",xe=.12,ke=16;function dt([e,n],[t,a]){let s=Math.cos((n+a)/2*Math.PI/180),c=[(e+t)/2+xe*(a-n)/s,(n+a)/2-xe*(t-e)*s];return Array.from({length:ke+
1},(p,i)=>{let r=i/ke;return[(1-r)**2*n+2*r*(1-r)*c[1]+r*r*a,(1-r)**2*e+2*r*(1-r)*c[0]+r*r*t]})}function Le({data:e,words:n,choosing:t,base:a}){let{t:s,count:c}=n,
{layer:p}=t,{areas:i}=a,r=new Map(e.base.places.map(([u,o,l])=>[u,[o,l]])),m=([u,o])=>e.palettes.flows[i[u].country===i[o].country?0:1];function b(u){let{breaks:o}=p(),
l=o.filter(d=>u>=d).length;return e.widths[Math.round(l*(e.widths.length-1)/Math.max(o.length,1))]}let h=([u,o,l])=>w("div",{class:"card"},w("strong",{},i[u].name+
" → "+i[o].name),w("div",{class:"main"},c(l)));function y(){let u=p().breaks;return u.length?[...u.map((l,d)=>z(ve,b(l),d+1===u.length?s("class_above",{a:c(l)}):
s("class_between",{a:c(l),b:c(u[d+1])}))).reverse(),z(ve,b(0),s("class_below",{a:c(u[0])}))]:[]}return{draw(u){p().flows.toReversed().forEach((o,l)=>{let[d,g]=[
r.get(o[0]),r.get(o[1])];if(!d||!g)return;let f=L.polyline(dt(d,g),{pane:"bands",renderer:a.renderers.bands,color:m(o),weight:b(o[2]),opacity:1,lineCap:"butt"});
f.bindTooltip(()=>h(o),{sticky:!0,opacity:1,className:"hover"}),u("flow"+l,f)})},title:()=>n.capital(s("field_flows")),legend(){let{left_out:u,people_left_out:o,
outside:l,missing:d}=p(),[g,f]=e.palettes.flows;return[...y(),z(g,4,s("flow_within")),z(f,4,s("flow_across")),...u?[N(s("flow_left_out",{n:c(u),p:c(o)}))]:[],...l?
[N(s("flow_outside",{n:c(l)}))]:[],...d?[N(s("flow_missing",{n:c(d)}))]:[]]},table:()=>({head:["flow_from","flow_to","flow_count"].map(u=>n.capital(s(u))),rows:p().
flows.map(([u,o,l])=>[i[u].name,[i[o].name,c(l)]])})}}function Oe(e,n){let t=document.createElement("canvas").getContext("2d"),a=getComputedStyle(document.body).fontFamily,s=e.containerPointToLayerPoint([0,0]),c=L.
bounds(s,e.containerPointToLayerPoint(e.getSize())),[p,i]=[c.min,c.max];return{screen:c,point:r=>e.latLngToLayerPoint(r),free:r=>r[0]>=p.x&&r[2]<=i.x&&r[1]>=p.y&&
r[3]<=i.y&&n.every(m=>ae(m,r)),take:(...r)=>{n.push(...r)},widthOf(r,m,b){return t.font=`${b?600:400} ${m}px ${a}`,t.measureText(r).width}}}var Ne=({x:e,y:n},t,a,s)=>[
[e+s,n-a/2],[e-s-t,n-a/2],[e-t/2,n-a-4],[e-t/2,n+4]];function W(e,n,t){return e.style.transform=`translate(${n}px,${t}px)`,e}var mt=13,Se=18,Te=14,gt=12,Ce=[48,126];function ht({data:e,choosing:n,base:t},a){let s=n.view().kind==="isochrones"?n.layer().key[0]:null;if(s===null||!e.origins[s]||
t.areas.some(b=>b.code===s))return[];let[c,p]=e.origins[s],i=a.point([p,c]),r=n.view().names[s];a.take([i.x-10,i.y-10,i.x+20+a.widthOf(r,Te,!0),i.y+10]);let m=w(
"span",{class:"place big"},r);return m.style.fontSize=Te+"px",[W(m,i.x+13,i.y-9)]}function wt(e,n,t){let a=ue(e.population),s=a>gt,c=t.widthOf(e.name,a,s)+8,p=a*
1.3,i=Ne(n,c,p,4).find(([y,u])=>t.free([y,u,y+c,u+p]));if(!i)return[];let[r,m]=i;t.take([r,m,r+c,m+p],[n.x-3,n.y-3,n.x+3,n.y+3]);let b=e.part==="ring"?" ring":"",
h=w("span",{class:"place"+b+(s?" big":"")},e.name);return h.style.fontSize=a+"px",[W(w("i",{class:"dot"}),n.x-2.5,n.y-2.5),W(h,r+4,m)]}function bt(e,n,t,a){let s=a.
widthOf(e.toLocaleUpperCase(),mt,!0)+e.length*2.4+8;function c(i,r){let m=L.bounds([i-6,r-4],[i+s+6,r+22]);return t.some(b=>b.some(h=>m.contains(h)))}let p=n.map(
i=>[i.x-s/2,i.y-Se/2]).find(([i,r])=>!c(i,r)&&a.free([i,r,i+s,r+Se]));return p?[W(w("span",{class:"country"},e),p[0],p[1])]:[]}function Ee(e,n){let{map:t,data:a,
words:s,base:c}=e,{x:p,y:i}=t.containerPointToLayerPoint([0,0]),r=Oe(t,[[p,i,p+Ce[0],i+Ce[1]],...n]),m=ht(e,r);for(let[h,y,u]of a.base.places){let o=c.areas[h],
l=r.point([u,y]);le(o,t.getZoom())&&r.screen.contains(l)&&m.push(...wt(o,l,r))}let b=c.frontier.map(h=>h.map(r.point));if(b.flat().some(h=>r.screen.contains(h))){
let h=r.point(L.latLngBounds(c.frontier.flat()).getCenter());for(let y of new Set(c.areas.map(u=>u.country))){let u=c.areas.filter(o=>o.country===y).map(o=>r.point(
o.centre)).sort((o,l)=>o.distanceTo(h)-l.distanceTo(h));m.push(...bt(s.t(y.toLowerCase()),u,b,r))}}t.getPane("names")?.replaceChildren(...m)}var yt=["sector","level","language","period"];function Ae({words:e,choosing:n}){let{t,count:a,capital:s}=e,{view:c,layer:p}=n,i=f=>t("minutes",{n:a(Math.round(f))});
function r(f){return f===null||!/^[a-z]{2}$/.test(f)?f:new Intl.DisplayNames([e.language],{type:"language"}).of(f)??f}let m=f=>({what:s(e.named("opp_types",f.type)??
f.type),sector:e.named("sectors",f.sector)??f.sector,level:f.level,language:r(f.language),period:f.from===null&&f.to===null?null:[f.from??"…",f.to??"…"].join(
" – ")});function b(f){let _=p().key[0]==="any"?f.mode:p().key[0];return e.named("modes",_)??_}let h=f=>c().places[f.place][2],y=f=>f.unsure.map(_=>t("unsure_"+
_)).join(", "),u=f=>w("div",{class:"small warn"},f);function o(f){let _=m(f),v=w("div",{class:"offer"},w("strong",{},_.what));f.count!==null&&f.count!==1&&v.append(
S(s(t("placement_places")),a(f.count)));for(let k of yt)k==="period"&&_.period===null||v.append(S(s(t("placement_"+k)),_[k]??t("placement_not_told")));return v.
append(S(s(t("placement_id")),f.id)),f.unsure.length&&v.append(u(t("placement_unsure_what",{what:y(f)}))),f.main_place&&v.append(u(t("placement_at_main_place"))),
v}function l(f,_){let[v,k]=f[0],A=t(v.country.toLowerCase())+(h(v)?" ("+t("side_across")+")":"");return w("div",{class:"card"},w("div",{class:"main"},i(k)),w("d\
iv",{class:"small"},b(v)+" · "+A),...f.slice(0,_).map(([I])=>o(I)),...f.length>_?[w("div",{class:"small"},"+ "+a(f.length-_))]:[])}let d=()=>["placement_time",
"country","placement_sector","placement_by","placement_what","placement_level","placement_language","placement_not_told"].map(f=>s(t(f)));function g(f){let _=m(
f);return[f.country+(h(f)?" ◆":""),_.sector??"–",b(f),_.what,_.level??"–",_.language??"–",y(f)]}return{minutes:i,card:l,columns:d,cells:g}}var Z=e=>w("div",{class:"small warn"},e);function Ie({words:e,choosing:n,base:t,said:a}){let{t:s}=e,{view:c,fieldName:p,field:i}=n;function r(u){let o=t.areas[u],
l=s("population",{n:e.plain(o.population)});return[w("strong",{},o.name),w("div",{class:"small"},[s(o.country.toLowerCase()),o.nuts3,l].join(" · "))]}function m(u){
let o=i();return[w("div",{class:"main"},a.figureAt(p(),u,$(o))),w("div",{class:"small"},a.fieldTitle(o)+(c().mean?s("of_mean_here"):""))]}function b(u){let o=(c().
bar??[]).map(f=>({name:f,value:a.numberAt(f,u)})),l=o.map(({name:f})=>S(s(f),a.figureAt(f,u,"count"),f)),d=o.reduce((f,{value:_})=>f+(_??0),0);if(!(d>0)||o.some(
({value:f})=>f===null))return l;let g=w("div",{class:"bar","aria-hidden":"true"});for(let{name:f,value:_}of o){let v=w("i",{class:"part-"+f});v.style.width=100*
Number(_)/d+"%",g.append(v)}return[g,...l]}let h=u=>c().rows.map(([o,l,d])=>S(e.capital(s(o)),a.figureAt(a.where()+l,u,d)));function y(u,o){let l=a.numberAt("wi\
thout",u),d=a.numberAt("edge",u)??0,g=a.numberAt("unknown",u)??0;return[...l!==null&&!o?[S(s("row_without"),e.share(l))]:[],...a.marks(u).still?[Z(s("mark_still"))]:
[],...d>0?[Z(s("edge_mean",{share:e.share(d)}))]:[],...g>0?[Z(s("lower_bound",{n:e.count(g)}))]:[]]}return function(o,l=!1){let d=(c().ids??[]).indexOf(o);return w(
"div",{class:"card"},...r(o),...m(d),...b(d),...l?[]:h(d),...y(d,l))}}function Me(e){let{map:n,data:t,words:a,choosing:s,base:c}=e,{state:p,view:i}=s,r=Ie(e),m=null,b=null;function h(l){m&&m.remove(),m=l===null?null:L.polygon(c.areas[l].
rings,c.flat("chosen",{fill:!1,color:"#111827",weight:3})).addTo(n)}function y(l){let d=t.base.places.find(g=>g[0]===l);return d?[d[2],d[1]]:c.areas[l].centre}function u(l,d){
let g=d??(b&&p.area===l?b.getLatLng():void 0)??y(l);p.area=l,h(l),x("find").value=String(l),b?b.setLatLng(g).setContent(r(l)):b=L.popup({maxWidth:290,autoPanPadding:[
16,16]}).setLatLng(g).setContent(r(l)).openOn(n),V(a.t("close"))}n.on("popupclose",()=>{b=null,p.area=null,h(null),x("find").value=""});function o(){let{ids:l}=i();
if(x("find-box").hidden=!l,!l)return;let d=new Map;for(let g of l){let f=c.areas[g];d.set(f.nuts3,[...d.get(f.nuts3)??[],f])}x("find").replaceChildren(w("option",
{value:""},a.t("find_none")),...[...d].map(([g,f])=>w("optgroup",{label:g},...f.sort((_,v)=>a.sort(_.name,v.name)).map(_=>w("option",{value:String(_.number)},_.
name))))),x("find").value=p.area===null?"":String(p.area)}return x("find").addEventListener("change",()=>{x("find").value!==""?u(Number(x("find").value)):n.closePopup()}),
{card:r,mark:h,select:u,showList:o}}function V(e){let n=document.querySelector(".leaflet-popup-close-button");n&&n.setAttribute("aria-label",e)}var _t=1.0001,Pe=760,De=e=>L.CircleMarker.extend({_updatePath(){let{x:n,y:t}=this._point;this._renderer._setPath(this,e(n,t,this._radius))}});function vt(e,n,t){
let a=t*1.3;return`M${e-a} ${n}L${e} ${n-a}L${e+a} ${n}L${e} ${n+a}Z`}function xt(e,n,t){return`M${Array.from({length:10},(s,c)=>{let p=t*(c%2?.45:1);return`${e+
p*Math.sin(c*Math.PI/5)} ${n-p*Math.cos(c*Math.PI/5)}`}).join("L")}Z`}function ze(e,n){let t=n.findIndex(([a])=>e<=a*_t);return t<0?n.length-1:t}function kt(e){
let{map:n,words:t,choosing:a,base:s}=e,{view:c,layer:p}=a,i=Ae(e),r=De(vt),m=De(xt);function b(){let o=new Map;for(let[l,d]of p().rows){let g=c().offers[l];o.has(
g.place)||o.set(g.place,[]),o.get(g.place).push([g,d])}return o}function h(o){let[l,d]=c().places[o[0][0].place],f=L.popup({maxWidth:290,maxHeight:320,autoPanPadding:[
16,16]}).setLatLng([d,l]).setContent(i.card(o,o.length)).openOn(n).getElement()?.querySelector(".leaflet-popup-content");f instanceof HTMLElement&&(f.tabIndex=0),
V(t.t("close"))}function y(o,l){let[d,g,f]=c().places[o],_=new(f?r:L.CircleMarker)([g,d],{pane:"points",renderer:s.renderers.points,radius:Math.min(7+1.5*Math.log2(
l.length),14),color:"#1d1f24",weight:1.4,fillColor:c().bands[ze(l[0][1],c().bands)][1],fillOpacity:1});return _.bindTooltip(()=>i.card(l,2),{opacity:1,className:"\
hover"}),_.on("click",()=>{_.closeTooltip(),h(l)}),_}return{offers:i,groups:b,open:h,marker:y,homeMarker:([o,l])=>new m([l,o],{pane:"points",renderer:s.renderers.
points,interactive:!1,radius:13,color:"#ffffff",weight:2,fillColor:D,fillOpacity:1})}}function We(e){let{map:n,words:t,choosing:a}=e,{t:s,count:c}=t,{view:p,layer:i}=a,
{offers:r,groups:m,open:b,marker:h,homeMarker:y}=kt(e),u=!1;function o(){let{places:d,home:g}=p(),f=[...m().keys()].map(_=>L.latLng(d[_][1],d[_][0]));return g?[
...f,L.latLng(g[1],g[0])]:f}function l(){let{bands:d}=p(),g=i().rows.map(([,f])=>ze(f,d));return d.map(([f,_],v)=>O(_,s("placement_band",{a:c(v?d[v-1][0]:0),b:c(
f),n:c(g.filter(k=>k===v).length)})))}return{draw(d){for(let[f,_]of[...m()].reverse())d("point"+f,h(f,_));let{home:g}=p();g&&d("home",y(g)),!u&&window.innerWidth>
Pe&&(x("table-box").open=!0),u=!0},title:()=>s("placement_offers"),legend(){let d=Object.entries(i().asides).filter(([,g])=>g).map(([g,f])=>s(g,{n:c(f)}));return i().
rows.length||d.unshift(s("placement_none")),[...m().values()].some(g=>g.length>1)&&d.unshift(s("placement_several")),[...l(),C("circle",s("placement_own")),C("d\
iamond",s("placement_across")),...p().home?[C("star",s("placement_home"))]:[],...d.map(N)]},table(){let d=m();return{head:r.columns(),rows:i().rows.map(([g,f])=>{
let _=p().offers[g];return[E(r.minutes(f),()=>{b(d.get(_.place)??[[_,f]]),window.innerWidth<=Pe&&n.getContainer().scrollIntoView()}),r.cells(_)]})}},values:()=>Object.
fromEntries(Object.entries(i().said).map(([d,g])=>[d,c(g)])),box(){let d=L.latLngBounds(o());return d.isValid()?{bounds:d,options:{padding:[48,48],maxZoom:13}}:
null},taken:()=>o().map(d=>{let g=n.latLngToLayerPoint(d);return[g.x-6,g.y-6,g.x+6,g.y+6]})}}function je({data:e,words:n,choosing:t}){let{t:a}=n;x("notes").replaceChildren(...e.notes.map(i=>w("li",{},n.in(i.text),...i.details.map(r=>w("div",{class:"smal\
l"},n.in(r)))))),x("notes-box").hidden=e.notes.length===0;let s=e.labels.mode_of_trip,c=t.layerControls().map(t.chosen).map(i=>Object.hasOwn(s,i)?s[i]:i),p=e.strip.
filter(i=>!i.concerns.length||i.concerns.some(r=>c.includes(r)));x("strip-notes").textContent=p.map(i=>n.in(i.text)).join(" "),e.notes.length>p.length&&x("strip\
-notes").append(" ",E(a("more_notes",{n:n.plain(e.notes.length)}),()=>{x("notes-box").open=!0,x("notes-box").scrollIntoView(),x("notes-box").querySelector("summ\
ary").focus()})),x("strip-sources").textContent=e.attributions.length?a("source")+": "+e.attributions.join(" · "):"",x("sources").replaceChildren(...e.sources.
map(i=>{let r=i.reference_date?a("reference_date",{date:i.reference_date}):"";return w("li",{},Q(i),". "+[i.attribution,i.licence,r].filter(m=>m).join(" · "))}))}function Lt(e){let n=location.hash.slice(1);return G.includes(n)?n:se(e,navigator.languages)}function Ot({words:e,choosing:n},t){let{closed:a}=n.view();x("legen\
d-title").textContent=t.title(),x("legend").replaceChildren(...t.legend(),C("frontier",e.t("border_line")),...a?[N(e.t(a))]:[])}function Be({choosing:e},n){if(!x(
"table-box").open){x("table").replaceChildren();return}let{head:t,rows:a}=n.table();x("table").replaceChildren(w("table",{class:e.view().kind},w("caption",{},x(
"headline").textContent),w("thead",{},w("tr",{},...t.map(s=>w("th",{scope:"col"},s)))),w("tbody",{},...a.map(([s,c])=>w("tr",{},w("th",{scope:"row"},s),...c.map(
p=>w("td",{},p)))))))}function Nt({words:e,choosing:n,said:t},a){let{kind:s,ids:c,mean:p}=n.view(),i=e.t("head_"+s,{...t.values(),...a.values?.()}).trim();x("he\
adline").textContent=i+(c?e.t(p?"of_mean":"of_each"):"")}function St(e){let n=X(),t=re(n.labels,Lt(n.language)),a=he(n),s={...be(t,a),...ye(t,a)},c={map:e,data:n,
words:t,choosing:a,said:s,base:pe(e,n)},{state:p,view:i}=a,r=Me(c),m=new Map,b=me(c,r,m),h={isochrones:ge(c),flows:Le(c),placements:We(c)},y=()=>h[i().kind]??b,
u=null,o=!0;function l(){let{bounds:v,options:k}=y().box?.()??{bounds:c.base.bounds,options:{padding:[4,4]}};e.fitBounds(v,{...k,animate:!1})}function d(){for(let v of m.
values())v.remove();m.clear(),e.closePopup(),r.mark(null)}let g=()=>Ee(c,y().taken?.()??[]);function f(){let{area:v}=p;(u!==p.view||!i().ids)&&d(),u=p.view,J(t,
n,e.getContainer()),je(c),we(c,f,()=>{o=!0}),Nt(c,y()),y().draw((k,A)=>m.set(k,A.addTo(e))),e.invalidateSize({animate:!1,pan:!1}),o&&(o=!1,l()),Ot(c,y()),_e(c,r.
select),r.showList(),Be(c,y()),g(),v!==null&&i().ids?.includes(v)&&r.select(v)}function _(){e.invalidateSize({animate:!1,pan:!1}),l()}e.setMaxBounds(c.base.bounds.
pad(1.2)),e.getContainer().setAttribute("role","region"),e.getPane("bands").style.opacity="0.8",e.on("moveend zoomend resize viewreset",g),e.on("zoomstart",()=>e.
getPane("names")?.replaceChildren()),Y(v=>{t.language=v,f()}),x("table-box").addEventListener("toggle",()=>Be(c,y())),ee(e,l),te(e,_),window.addEventListener("b\
eforeprint",_),window.matchMedia("print").addEventListener("change",_),f()}Object.assign(globalThis,{grensgeoPage:St});})();
