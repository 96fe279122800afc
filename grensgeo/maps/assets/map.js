/* grensgeo map: bundled from js/ by `make js`; edit there.
   sources a6856068ff285461: src/pages/areas.js src/pages/bands.js src/pages/base.js src/pages/card.js src/pages/choosing.js src/pages/classes.js src/pages/controls.js src/pages/extremes.js src/pages/figures.js src/pages/flows.js src/pages/keys.js src/pages/map.js src/pages/names.js src/pages/offers.js src/pages/points.js src/pages/selecting.js src/pages/small_print.js src/shared/areas.js src/shared/elements.js src/shared/geometry.js src/shared/numbers.js src/shared/page.js src/shared/room.js src/shared/words.js */
"use strict";(()=>{var k=e=>document.getElementById(e);function $e(e,n,t){for(let[s,o]of Object.entries(n))o!==null&&o!==!1&&e.setAttribute(s,o===!0?"":String(o));return e.append(
...t.filter(s=>s!==null)),e}function b(e,n={},...t){return $e(document.createElement(e),n,t)}function E(e,n,t=null){let s=b("button",{type:"button",class:"link","data-key":t},e);return s.addEventListener("click",n),s}var J=()=>JSON.parse(k("grensgeo-dat\
a").textContent);function B(e,...n){let t=e.contains(document.activeElement)?document.activeElement:null,s=t?.getAttribute("data-key")??null,o=!t?.matches(":foc\
us-visible");if(e.replaceChildren(...n.filter(p=>p!==null)),s===null)return;let a=[...e.querySelectorAll("[data-key]")].find(p=>p.getAttribute("data-key")===s);
a instanceof HTMLElement&&a.focus({preventScroll:o})}var He=[[".leaflet-control-zoom-in","zoom_in"],[".leaflet-control-zoom-out","zoom_out"],["a.home","home"]],M=e=>[...document.querySelectorAll(`[data-${e}]`)].map(
n=>n);function Y(e,n,t){let{t:s}=e;document.documentElement.lang=e.language,document.title=e.in(n.title),k("title").textContent=e.in(n.title);for(let o of M("te\
xt"))o.textContent=s(String(o.dataset.text),{version:n.version});for(let o of M("said"))o.title=s(String(o.dataset.said));for(let o of M("label"))o.setAttribute(
"aria-label",s(String(o.dataset.label)));Fe(e.language),t.setAttribute("aria-label",s("map_region"));for(let[o,a]of He){let p=document.querySelector(o);p&&(p.title=
s(a),p.setAttribute("aria-label",s(a)))}}function Fe(e){for(let n of M("language"))n.setAttribute("aria-pressed",String(n.dataset.language===e))}function Q(e){for(let n of M(
"language"))n.addEventListener("click",()=>e(String(n.dataset.language)))}function ee(e){return e.url?b("a",{href:e.url,rel:"noopener noreferrer",target:"_blank"},
e.title):b("span",{},e.title)}function te(e,n){let t=L.Control.extend({onAdd(){let s=L.DomUtil.create("div","leaflet-bar"),o=L.DomUtil.create("a","home",s);return o.
href="#",o.setAttribute("role","button"),o.textContent="⌂",L.DomEvent.on(o,"click",a=>{L.DomEvent.stop(a),n()}),s}});new t({position:"topleft"}).addTo(e)}function ne(e,n){
let t=window.innerWidth;window.addEventListener("resize",()=>{if(window.innerWidth===t){e.invalidateSize({animate:!1});return}t=window.innerWidth,n()})}var T={nl:"nl-NL",de:"de-DE",en:"en-GB"},Ge=.001,Ke=10,qe=.095,oe=5e-4,se=.001,Ze=.995,Ve=.99;function Xe(e){return e>=Ge&&e<1?{maximumSignificantDigits:2}:{maximumFractionDigits:e<
Ke?1:0}}var Je=e=>e.replace("-","−");function G(e){let n=new Map;function t(r,m){let y=JSON.stringify(m),h=n.get(y);return h||n.set(y,h=new Intl.NumberFormat(
e,m)),h.format(r)}let s=r=>t(r,Xe(Math.abs(r))),o=r=>t(r,{style:"percent",maximumFractionDigits:r!==0&&Math.abs(r)<qe?1:0});function a(r){return r>Ze&&r<1?">"+o(
Ve):r>0&&r<oe?"<"+o(se):o(r)}let p=(r,m)=>m>0?"+"+r:Je(r);function i(r){return r===0||Math.abs(r)>=oe?p(o(r),r):(r<0?"−":"+")+"<"+o(se)}return{format:t,count:s,
share:o,part:a,signedShare:i,plain:r=>t(r,{}),signedCount:r=>p(s(r),r),minutes:(r,m=0)=>t(r,{minimumFractionDigits:m,maximumFractionDigits:m})}}var K=Object.keys(T);function re(e,n){return n.map(t=>t.slice(0,2).toLowerCase()).find(t=>K.includes(t))??e}function Ye(e,n){return e.replace(/\{(\w+)\}/g,(t,s)=>Object.
hasOwn(n,s)?n[s]:t)}function ie(e,n){let t=n,s=G(T[t]);function o(i,r){let m=e[i];return m&&r!==null&&Object.hasOwn(m,r)?m[r][t]:null}let a=(i,r={})=>Ye(o("texts",i)??i,r);return{get language(){
return t},set language(i){t=i,s=G(T[i])},named:o,t:a,count:i=>i===null||Number.isNaN(i)?a("missing"):s.count(i),share:i=>s.share(i),part:i=>s.part(i),plain:i=>s.
plain(i),signedCount:i=>s.signedCount(i),signedShare:i=>s.signedShare(i),minutes:(i,r)=>s.minutes(i,r),opportunity:i=>o("opportunities",i)??i,period:i=>o("perio\
ds",i)??i,in:i=>i[t],capital:i=>i.charAt(0).toLocaleUpperCase(T[t])+i.slice(1),lowered:i=>i.charAt(0).toLocaleLowerCase(T[t])+i.slice(1),sort:(i,r)=>i.localeCompare(
r,T[t]),date:i=>new Intl.DateTimeFormat(T[t],{weekday:"short",day:"numeric",month:"short",timeZone:"UTC"}).format(i),clock:i=>new Intl.DateTimeFormat(T[t],{hour:"\
2-digit",minute:"2-digit",timeZone:"UTC"}).format(i),sentence(i,r){return a(i).split(/(\{\w+\})/).map(m=>{let y=m.startsWith("{")?m.slice(1,-1):null;return y!==
null&&Object.hasOwn(r,y)?r[y]:m})}}}function ae(e,n){let t={step:0,negative:!1};if(e==null)return{kind:"missing",...t};if(e==="u")return{kind:"undefined",...t};if(e==="n")return{kind:"noise",...t};
if(e===0)return{kind:"zero",...t};let s=Number(e);return{kind:"step",step:n.filter(o=>Math.abs(s)>=o).length,negative:s<0}}var Qe={missing:"url(#hatch-missing)",
undefined:"url(#hatch-undefined)",zero:"#ffffff"};function q(e,n,t,s){if(e.kind==="noise")return s.noise;if(e.kind!=="step")return Qe[e.kind];let o=s[n];if(n===
"diverging"){let p=o.length/2,i=t.length<2?Math.min(e.step+1,p-1):e.step;return e.negative?o[p-1-i]:o[p+i]}let a=t.length?e.step*(o.length-1)/t.length:o.length-
1;return o[Math.round(a)]}function R(e){let n=[],[t,s]=[0,0];for(let o=0;o<e.length;o+=2)t+=e[o],s+=e[o+1],n.push([s/1e4,t/1e4]);return n}var P=e=>e.map(n=>n.map(R)),le=(e,n)=>e[2]<n[0]||
e[0]>n[2]||e[3]<n[1]||e[1]>n[3];var et=[[9,15e4],[10,5e4]];function ce(e){return e.map(([n,t,s,o,a,p,i],r)=>{let m=P(i);return{number:r,code:n,name:t,country:s,nuts3:o,part:a,population:p,rings:m,
centre:L.latLngBounds(m.flat(2)).getCenter()}})}function ue(e,n){let t=et.find(([s])=>n<s);return e.part!=="ring"||!t||e.population>=t[1]}var fe=e=>e>2e5?15:e>6e4?
13:11.5;var pe=[["land",200,!1],["figures",300,!1],["bands",350,!1],["lines",400,!0],["frontier",420,!0],["points",430,!1],["chosen",440,!0],["names",620,!0]],tt=pe.map(
([e])=>e).filter(e=>e!=="names"),U="#f3f1ec",$="#7d7f86",nt="#c9c5bb",D="#c2185b",ot=.4,st=[["water",{color:"#9cc3d9",weight:2}],["road",{color:"#8f8a80",weight:.9,
opacity:.75}],["rail",{color:"#4a4a52",weight:1.6,dashArray:"6 3"}]];function rt(e){for(let[n,t,s]of pe){let o=e.createPane(n);o.style.zIndex=String(t),s&&(o.style.
pointerEvents="none")}return Object.fromEntries(tt.map(n=>[n,L.svg({pane:n,padding:.4})]))}function de(e,n){let t=rt(e),s=ce(n.base.areas),o=(h,w)=>({pane:h,renderer:t[h],
smoothFactor:ot,...w}),a=(h,w)=>o(h,{interactive:!1,...w});for(let h of s){L.polygon(h.rings,a("land",{stroke:!0,color:U,weight:.8,fillColor:U,fillOpacity:n.land})).
addTo(e);let w=h.part==="ring";L.polygon(h.rings,a("lines",{fill:!1,weight:w?.5:.8,color:w?nt:$})).addTo(e)}for(let[h,w]of st){let c=(n.lines[h]||[]).map(R);c.length&&
L.polyline(c,a("lines",w)).addTo(e)}let p=n.base.border.map(R);L.polyline(p,a("frontier",{color:"#ffffff",weight:5,opacity:.9})).addTo(e),L.polyline(p,a("fronti\
er",{color:D,weight:2.6})).addTo(e),L.control.scale({imperial:!1,position:"bottomright",maxWidth:120}).addTo(e);let[i,r,m,y]=n.base.bounds;return{areas:s,frontier:p,
renderers:t,live:o,flat:a,bounds:L.latLngBounds([i,r],[m,y])}}function O(e,n){let t=b("i",{class:"swatch","aria-hidden":"true"});return e.startsWith("url(#")?t.classList.add(e.slice(5,-1)):t.style.backgroundColor=e,b("li",
{},t,n)}var C=(e,n)=>b("li",{},b("i",{class:"swatch "+e,"aria-hidden":"true"}),n);function z(e,n,t){let s=C("line",t),o=s.firstChild;return o.style.borderTopColor=
e,o.style.borderTopWidth=n+"px",s}var S=e=>b("li",{class:"said"},e);function N(e,n,t){let s=b("span",{},...t?[b("i",{class:"key part-"+t})]:[],e);return b("div",
{class:"row"},s,b("b",{},n))}var me="url(#hatch-missing)";function it({data:e,words:n,choosing:t,said:s},o,a){let{t:p}=n,i=s.units[o.unit];function r(w){return w===0?p("class_below",{a:i(a[0])}):
w===a.length?p("class_above",{a:i(a[w-1])}):p("class_between",{a:i(a[w-1]),b:i(a[w])})}let m=(w,c=!1)=>q({kind:"step",step:w,negative:c},o.palette,a,e.palettes),
y=a.length?[...a.keys(),a.length]:[];if(o.palette==="diverging"){let w=c=>y.map(l=>O(m(l,c),(c?"− ":"+ ")+r(l)));return[...w(!1).reverse(),O("#ffffff",p("clas\
s_same")),...w(!0)]}let h=t.layer().values[t.fieldName()].includes(0);return[...y.toReversed().map(w=>O(m(w),r(w))),...h?[O("#ffffff",p(o.palette==="effect"?"cl\
ass_zero_effect":"class_zero"))]:[]]}function at({data:e,words:n,choosing:t,base:s,said:o},a){let{t:p}=n,{view:i,layer:r,fieldName:m}=t,y=r().values[m()],h=i().
ids??[],w=s.areas.filter(d=>!h.includes(d.number)),c=h.map((d,g)=>o.marks(g)),l=(r().values.unknown||[]).filter(d=>Number(d)>0).length;return[...[[y.includes("n"),
e.palettes.noise,"class_noise"],[y.includes("u"),"url(#hatch-undefined)",i().undefined||"undefined"],[y.includes(null)||w.some(d=>d.part!=="ring"),me,"class_mis\
sing"],[c.some(d=>d.edge),"url(#hatch-edge)",a.palette==="sequential"?"class_edge":"class_edge_other"],[c.some(d=>d.still&&!d.edge),"url(#hatch-still)","class_s\
till"]].filter(([d])=>d).map(([,d,g])=>O(d,p(g,{noise:g==="class_noise"?n.share(i().noise):""}))),...l?[S(p("bounds",{n:n.count(l)}))]:[],...w.some(d=>d.part===
"ring")?[O(U,p("class_outside"))]:[]]}function lt({data:e,choosing:n,base:t,said:s},o,a,p){let{state:i,view:r,layer:m,fieldName:y,field:h}=n,w=m().breaks[h().group],
c=m().values[y()];function l(u,d){let g=L.polygon(t.areas[u].rings,t.live("figures",{color:$,weight:.6,fillColor:d,fillOpacity:1}));g.bindTooltip(()=>o.card(u,!0),
{sticky:!0,opacity:1,className:"hover"}),g.on("mouseover",()=>o.mark(u)),g.on("mouseout",()=>o.mark(i.area)),g.on("click",f=>{g.closeTooltip(),o.select(u,f.latlng)}),
p("area"+u,g)}(r().ids??[]).forEach((u,d)=>{let g=q(ae(c[d],w),h().palette,w,e.palettes),f=a.get("area"+u);f?f.setStyle({fillColor:g}):l(u,g),a.get("over"+u)?.remove(),
a.delete("over"+u);let{edge:_,still:v}=s.marks(d);!_&&!v||p("over"+u,L.polygon(t.areas[u].rings,t.flat("lines",{stroke:!1,fillColor:_?"url(#hatch-edge)":"url(#h\
atch-still)",fillOpacity:1})))});for(let u of t.areas)u.part==="ring"||a.has("area"+u.number)||p("area"+u.number,L.polygon(u.rings,t.flat("figures",{color:$,weight:.6,
fillColor:me,fillOpacity:1})))}function ge(e,n,t){let{words:s,choosing:o,base:a,said:p}=e,{t:i}=s,{view:r,layer:m,field:y}=o;return{draw:h=>lt(e,n,t,h),title:()=>p.
fieldTitle(y()),legend:()=>[...it(e,y(),m().breaks[y().group]),...at(e,y())],table(){let h=[...r().rows.map(([c,l,u])=>[i(c),p.where()+l,u]),...(r().bar??[]).map(
c=>[i(c),c,"count"])],w=(r().ids??[]).map((c,l)=>({area:a.areas[c],slot:l})).sort((c,l)=>s.sort(c.area.name,l.area.name));return{head:[i("municipality"),i("coun\
try"),...h.map(([c])=>s.capital(c))],rows:w.map(({area:c,slot:l})=>[c.name,[c.country,...h.map(([,u,d])=>p.figureAt(u,l,d))]])}}}}var ct="#888888",Z=["nl","de","other"];function he({map:e,data:n,words:t,choosing:s,base:o}){let{t:a,count:p}=t,{view:i,layer:r}=s;function m(l){let u=r().bands.
map(f=>f.cutoff).sort((f,_)=>f-_),d=u.length>1?u.indexOf(l)/(u.length-1):0,{bands:g}=n.palettes;return i().cutoffs.includes(l)?g[Math.round(d*(g.length-2))]:ct}
let y=(l,u)=>a("area_km2",{n:p(l.km2[u]||0)}),h=l=>a("within",{n:t.plain(l.cutoff)});function w(l){let[u,d]=r().key,g=Z.filter(f=>l.km2[f]>0||f!=="other");return b(
"div",{class:"card"},b("strong",{},i().names[u]??u),b("div",{class:"main"},h(l)),b("div",{class:"small"},t.named("by_mode",d)??""),...g.map(f=>N(a(f),y(l,f))))}
function c(l){let{all:u}=l.km2,d=n.home[r().key[0]],g=d==="NL"?l.km2.de:d==="DE"?l.km2.nl:0;return g&&u?a("area_share",{n:p(u),p:t.share(g/u)}):a("area_km2",{n:p(
u)})}return{draw(l){r().bands.forEach((d,g)=>{let f=L.polygon(P(d.geometry),o.live("bands",{color:"#ffffff",weight:1,fillColor:m(d.cutoff),fillOpacity:1}));f.bindTooltip(
()=>w(d),{sticky:!0,opacity:1,className:"hover"}),f.on("click",_=>{f.closeTooltip(),L.popup({maxWidth:290}).setLatLng(_.latlng).setContent(w(d)).openOn(e)}),l("\
band"+g,f)});let u=n.origins[r().key[0]];u&&l("halo",L.circleMarker([u[1],u[0]],{...o.flat("chosen",{color:"#ffffff",weight:3,fillColor:D,fillOpacity:1}),radius:8}))},
title:()=>a("travel_time"),legend:()=>r().bands.toReversed().map(l=>{let u=O(m(l.cutoff),h(l));return u.append(b("small",{},c(l))),u}),table:()=>({head:[t.capital(
a("cutoff")),...Z.map(l=>a(l))],rows:r().bands.toReversed().map(l=>[a("minutes",{n:t.plain(l.cutoff)}),Z.map(u=>y(l,u))])}),box(){let l=L.latLngBounds([]);for(let u of r().
bands)l.extend(L.polyline(P(u.geometry).flat()).getBounds());return l.isValid()?{bounds:l,options:{padding:[24,24]}}:null}}}function we(e){let n={view:0,choices:{},area:null},t=()=>e.views[n.view],s=()=>t().controls.filter(m=>!m.field);function o(m){let{values:y}=p(),h=w=>Object.hasOwn(
y,w)&&y[w].some(c=>typeof c=="number");return[m.start,...m.options].find(h)??m.start}function a(m){let y=n.choices[m.id];return m.options.includes(y)?y:m.id==="\
destination"&&t().kind==="reach"?o(m):m.start}function p(){let m=s().map(a);return t().layers.find(y=>y.key.every((h,w)=>h===m[w]))??t().layers[0]}function i(m,y){
n.choices[m.id]=y;let h=s(),w=h.map(a),c=h.indexOf(m),l=g=>g.key.filter((f,_)=>f===w[_]).length,d=(c<0?[p()]:t().layers.filter(g=>g.key[c]===y)).reduce((g,f)=>l(
f)>l(g)?f:g);h.forEach((g,f)=>{n.choices[g.id]=d.key[f]})}let r=()=>t().controls.filter(m=>m.field).map(a).join("_");return{state:n,view:t,layer:p,layerControls:s,
chosen:a,choose:i,fieldName:r,field:()=>t().fields[r()]}}var ut=6,ft=4;function pt({id:e,name:n,options:t,current:s,pick:o}){let a=b("select",{id:"c-"+e,"data-key":e});for(let[p,i]of t){let r=b("option",{value:p},i);r.
selected=p===s,a.append(r)}return a.addEventListener("change",()=>o(a.value)),b("div",{class:"choice"},b("label",{for:"c-"+e,class:"legend"},n),a)}function dt({
id:e,name:n,options:t,current:s,pick:o}){let a=b("div",{class:"pills"});for(let[p,i]of t){let r=b("input",{type:"radio",name:e,value:p,checked:p===s,"data-key":e+
"="+p});r.addEventListener("change",()=>o(p)),a.append(b("label",{class:"pill"},r,b("span",{},i)))}return b("fieldset",{class:"choice"},b("legend",{class:"legen\
d"},n),a)}function be({data:e,words:n,choosing:t,said:s},o,a){let{state:p,view:i,chosen:r,choose:m}=t,y=i().controls.map(h=>({id:h.id,name:n.t(h.id),current:r(h),
options:h.options.map(w=>[w,s.optionLabel(h.id,w)]),pick(w){m(h,w),h.id==="origin"&&a(),o()}}));y.unshift({id:"view",name:n.t("view"),current:String(p.view),options:e.
views.map((h,w)=>[String(w),n.t("view_"+h.kind)]),pick(h){p.view=Number(h),a(),o()}}),B(k("controls"),...y.filter(({options:h})=>h.length>1).map(h=>{let w=h.id===
"origin"?ft:ut;return h.options.length>w?pt(h):dt(h)}))}function H(e){return e.palette!=="diverging"?e.unit:e.unit==="percent"?"change_percent":"change"}function ye(e,n){let{t,count:s}=e,{view:o,layer:a}=n,p={count:s,
percent:e.share,change:e.signedCount,change_percent:e.signedShare};function i(c,l){return c==null?t("missing"):c==="u"?t("undefined"):c==="n"?t("class_noise",{noise:e.
share(o().noise)}):p[l](Number(c))}function r(c,l){let{values:u}=a();return Object.hasOwn(u,c)?u[c][l]:void 0}function m(c,l){let u=r(c,l);return typeof u=="num\
ber"?u:null}function y(c,l){if(c!=="open"||(r(c,l)??null)!==null)return null;let u=o().bar??[],d=u.filter(_=>m(_,l)!==null),g=d.length===1?Number(r(d[0],l)):0,f=u.
find(_=>m(_,l)===null);return!(g>0)||f===void 0?null:t("at_least",{n:s(g)})+" – "+t("no_data_of",{country:t(f)})}function h(c,l,u){let d=y(c,l);if(d!==null)return d;
let g=i(r(c,l),u);return u==="count"&&m(c,l)!==null&&(m("unknown",l)??0)>0?t("at_least",{n:g}):g}return{units:p,figureAt:h,numberAt:m,marks:c=>({edge:(m("edge",
c)??0)>(o().edge_share??1),still:r("without",c)===1})}}function _e(e,n){let{t}=e,{view:s,layerControls:o,chosen:a,fieldName:p}=n;function i(c,l){return c==="mod\
e"?e.named("modes",l)??(l==="any"?t("mode_any"):l):c==="opportunity"?e.opportunity(l):c==="cutoff"?t("minutes",{n:e.plain(Number(l))}):c==="origin"?s().names[l]??
l:c==="scenario"?l==="baseline"?t("baseline"):l:t(c+"_"+l)}function r(c){let l=c==="all"?"":c==="any"?t("by_any"):c;return e.named("by_mode",c)??l}let m=()=>Object.
fromEntries(o().map(c=>{let l=a(c),u=c.id==="mode"?r(l):c.id==="cutoff"?e.plain(Number(l)):i(c.id,l);return[c.id,u]})),y=()=>s().kind==="scenario"?", "+t("desti\
nation_"+p().split("_")[0]):"";return{optionLabel:i,values:m,where:()=>s().kind==="scenario"?p().split("_")[0]+"_":"",fieldTitle:c=>e.capital(t(c.label,m()))+y()}}function ve({words:e,choosing:n,base:t,said:s},o){let{t:a,count:p}=e,{view:i,layer:r,fieldName:m,field:y}=n,h=k("extremes");h.replaceChildren();let{ids:w}=i();if(!w)
return;let c=H(y()),l=r().values[m()],u=w.map((v,x)=>({number:v,value:l[x],mark:s.marks(x)})).filter(v=>typeof v.value=="number"),d=u.filter(({mark:v})=>!v.edge&&
!v.still).sort((v,x)=>Number(x.value)-Number(v.value));function g(v,x){let A=c==="count"||c==="change"?" "+s.values().opportunity:"",I=F=>s.units[c](Number(F))+
A,j=d.filter(F=>I(F.value)===I(x)),Ue=j.length>1?a("tied",{n:p(j.length)}):E(t.areas[j[0].number].name,()=>o(j[0].number));h.append(b("div",{},a(v)+": ",Ue," ",
b("b",{},I(x))))}let f=d.at(-1);f&&d[0].value!==f.value&&(g("highest",d[0].value),g("lowest",f.value));let _=[{why:"edge",n:u.filter(({mark:v})=>v.edge).length},
{why:"still",n:u.filter(({mark:v})=>v.still&&!v.edge).length}].filter(({n:v})=>v>0).map(({why:v,n:x})=>a("left_"+v,{n:p(x)}));_.length&&h.append(b("div",{class:"\
small"},a("left_out",{parts:_.join(", ")})))}var ke="#3c3f46",xe=.12,Le=16;function mt([e,n],[t,s]){let o=Math.cos((n+s)/2*Math.PI/180),a=[(e+t)/2+xe*(s-n)/o,(n+s)/2-xe*(t-e)*o];return Array.from({length:Le+
1},(p,i)=>{let r=i/Le;return[(1-r)**2*n+2*r*(1-r)*a[1]+r*r*s,(1-r)**2*e+2*r*(1-r)*a[0]+r*r*t]})}function Oe({data:e,words:n,choosing:t,base:s}){let{t:o,count:a}=n,
{layer:p}=t,{areas:i}=s,r=new Map(e.base.places.map(([c,l,u])=>[c,[l,u]])),m=([c,l])=>e.palettes.flows[i[c].country===i[l].country?0:1];function y(c){let{breaks:l}=p(),
u=l.filter(d=>c>=d).length;return e.widths[Math.round(u*(e.widths.length-1)/Math.max(l.length,1))]}let h=([c,l,u])=>b("div",{class:"card"},b("strong",{},i[c].name+
" → "+i[l].name),b("div",{class:"main"},a(u)));function w(){let c=p().breaks;return c.length?[...c.map((u,d)=>z(ke,y(u),d+1===c.length?o("class_above",{a:a(u)}):
o("class_between",{a:a(u),b:a(c[d+1])}))).reverse(),z(ke,y(0),o("class_below",{a:a(c[0])}))]:[]}return{draw(c){p().flows.toReversed().forEach((l,u)=>{let[d,g]=[
r.get(l[0]),r.get(l[1])];if(!d||!g)return;let f=L.polyline(mt(d,g),{pane:"bands",renderer:s.renderers.bands,color:m(l),weight:y(l[2]),opacity:1,lineCap:"butt"});
f.bindTooltip(()=>h(l),{sticky:!0,opacity:1,className:"hover"}),c("flow"+u,f)})},title:()=>n.capital(o("field_flows")),legend(){let{left_out:c,people_left_out:l,
outside:u,missing:d}=p(),[g,f]=e.palettes.flows;return[...w(),z(g,4,o("flow_within")),z(f,4,o("flow_across")),...c?[S(o("flow_left_out",{n:a(c),p:a(l)}))]:[],...u?
[S(o("flow_outside",{n:a(u)}))]:[],...d?[S(o("flow_missing",{n:a(d)}))]:[]]},table:()=>({head:["flow_from","flow_to","flow_count"].map(c=>n.capital(o(c))),rows:p().
flows.map(([c,l,u])=>[i[c].name,[i[l].name,a(u)]])})}}function Se(e,n){let t=document.createElement("canvas").getContext("2d"),s=getComputedStyle(document.body).fontFamily,o=e.containerPointToLayerPoint([0,0]),a=L.
bounds(o,e.containerPointToLayerPoint(e.getSize())),[p,i]=[a.min,a.max];return{screen:a,point:r=>e.latLngToLayerPoint(r),free:r=>r[0]>=p.x&&r[2]<=i.x&&r[1]>=p.y&&
r[3]<=i.y&&n.every(m=>le(m,r)),take:(...r)=>{n.push(...r)},widthOf(r,m,y){return t.font=`${y?600:400} ${m}px ${s}`,t.measureText(r).width}}}var Ne=({x:e,y:n},t,s,o)=>[
[e+o,n-s/2],[e-o-t,n-s/2],[e-t/2,n-s-4],[e-t/2,n+4]];function W(e,n,t){return e.style.transform=`translate(${n}px,${t}px)`,e}var gt=13,Te=18,Ce=14,ht=12,Ee=[48,126];function wt({data:e,choosing:n,base:t},s){let o=n.view().kind==="isochrones"?n.layer().key[0]:null;if(o===null||!e.origins[o]||
t.areas.some(y=>y.code===o))return[];let[a,p]=e.origins[o],i=s.point([p,a]),r=n.view().names[o];s.take([i.x-10,i.y-10,i.x+20+s.widthOf(r,Ce,!0),i.y+10]);let m=b(
"span",{class:"place big"},r);return m.style.fontSize=Ce+"px",[W(m,i.x+13,i.y-9)]}function bt(e,n,t){let s=fe(e.population),o=s>ht,a=t.widthOf(e.name,s,o)+8,p=s*
1.3,i=Ne(n,a,p,4).find(([w,c])=>t.free([w,c,w+a,c+p]));if(!i)return[];let[r,m]=i;t.take([r,m,r+a,m+p],[n.x-3,n.y-3,n.x+3,n.y+3]);let y=e.part==="ring"?" ring":"",
h=b("span",{class:"place"+y+(o?" big":"")},e.name);return h.style.fontSize=s+"px",[W(b("i",{class:"dot"}),n.x-2.5,n.y-2.5),W(h,r+4,m)]}function yt(e,n,t,s){let o=s.
widthOf(e.toLocaleUpperCase(),gt,!0)+e.length*2.4+8;function a(i,r){let m=L.bounds([i-6,r-4],[i+o+6,r+22]);return t.some(y=>y.some(h=>m.contains(h)))}let p=n.map(
i=>[i.x-o/2,i.y-Te/2]).find(([i,r])=>!a(i,r)&&s.free([i,r,i+o,r+Te]));return p?[W(b("span",{class:"country"},e),p[0],p[1])]:[]}function Ae(e,n){let{map:t,data:s,
words:o,base:a}=e,{x:p,y:i}=t.containerPointToLayerPoint([0,0]),r=Se(t,[[p,i,p+Ee[0],i+Ee[1]],...n]),m=wt(e,r);for(let[h,w,c]of s.base.places){let l=a.areas[h],
u=r.point([c,w]);ue(l,t.getZoom())&&r.screen.contains(u)&&m.push(...bt(l,u,r))}let y=a.frontier.map(h=>h.map(r.point));if(y.flat().some(h=>r.screen.contains(h))){
let h=r.point(L.latLngBounds(a.frontier.flat()).getCenter());for(let w of new Set(a.areas.map(c=>c.country))){let c=a.areas.filter(l=>l.country===w).map(l=>r.point(
l.centre)).sort((l,u)=>l.distanceTo(h)-u.distanceTo(h));m.push(...yt(o.t(w.toLowerCase()),c,y,r))}}t.getPane("names")?.replaceChildren(...m)}var _t=["sector","level","language","period"];function Ie({words:e,choosing:n}){let{t,count:s,capital:o}=e,{view:a,layer:p}=n,i=f=>t("minutes",{n:s(Math.round(f))});
function r(f){return f===null||!/^[a-z]{2}$/.test(f)?f:new Intl.DisplayNames([e.language],{type:"language"}).of(f)??f}let m=f=>({what:o(e.named("opp_types",f.type)??
f.type),sector:e.named("sectors",f.sector)??f.sector,level:f.level,language:r(f.language),period:f.from===null&&f.to===null?null:[f.from??"…",f.to??"…"].join(
" – ")});function y(f){let _=p().key[0]==="any"?f.mode:p().key[0];return e.named("modes",_)??_}let h=f=>a().places[f.place][2],w=f=>f.unsure.map(_=>t("unsure_"+
_)).join(", "),c=f=>b("div",{class:"small warn"},f);function l(f){let _=m(f),v=b("div",{class:"offer"},b("strong",{},_.what));f.count!==null&&f.count!==1&&v.append(
N(o(t("placement_places")),s(f.count)));for(let x of _t)x==="period"&&_.period===null||v.append(N(o(t("placement_"+x)),_[x]??t("placement_not_told")));return v.
append(N(o(t("placement_id")),f.id)),f.unsure.length&&v.append(c(t("placement_unsure_what",{what:w(f)}))),f.main_place&&v.append(c(t("placement_at_main_place"))),
v}function u(f,_){let[v,x]=f[0],A=t(v.country.toLowerCase())+(h(v)?" ("+t("side_across")+")":"");return b("div",{class:"card"},b("div",{class:"main"},i(x)),b("d\
iv",{class:"small"},y(v)+" · "+A),...f.slice(0,_).map(([I])=>l(I)),...f.length>_?[b("div",{class:"small"},"+ "+s(f.length-_))]:[])}let d=()=>["placement_time",
"country","placement_sector","placement_by","placement_what","placement_level","placement_language","placement_not_told"].map(f=>o(t(f)));function g(f){let _=m(
f);return[f.country+(h(f)?" ◆":""),_.sector??"–",y(f),_.what,_.level??"–",_.language??"–",w(f)]}return{minutes:i,card:u,columns:d,cells:g}}var V=e=>b("div",{class:"small warn"},e);function Me({words:e,choosing:n,base:t,said:s}){let{t:o}=e,{view:a,fieldName:p,field:i}=n;function r(c){let l=t.areas[c],
u=o("population",{n:e.plain(l.population)});return[b("strong",{},l.name),b("div",{class:"small"},[o(l.country.toLowerCase()),l.nuts3,u].join(" · "))]}function m(c){
let l=i();return[b("div",{class:"main"},s.figureAt(p(),c,H(l))),b("div",{class:"small"},s.fieldTitle(l)+(a().mean?o("of_mean_here"):""))]}function y(c){let l=(a().
bar??[]).map(f=>({name:f,value:s.numberAt(f,c)})),u=l.map(({name:f})=>N(o(f),s.figureAt(f,c,"count"),f)),d=l.reduce((f,{value:_})=>f+(_??0),0);if(!(d>0)||l.some(
({value:f})=>f===null))return u;let g=b("div",{class:"bar","aria-hidden":"true"});for(let{name:f,value:_}of l){let v=b("i",{class:"part-"+f});v.style.width=100*
Number(_)/d+"%",g.append(v)}return[g,...u]}let h=c=>a().rows.map(([l,u,d])=>N(e.capital(o(l)),s.figureAt(s.where()+u,c,d)));function w(c,l){let u=s.numberAt("wi\
thout",c),d=s.numberAt("edge",c)??0,g=s.numberAt("unknown",c)??0;return[...u!==null&&!l?[N(o("row_without"),e.share(u))]:[],...s.marks(c).still?[V(o("mark_still"))]:
[],...d>0?[V(o("edge_mean",{share:e.share(d)}))]:[],...g>0?[V(o("lower_bound",{n:e.count(g)}))]:[]]}return function(l,u=!1){let d=(a().ids??[]).indexOf(l);return b(
"div",{class:"card"},...r(l),...m(d),...y(d),...u?[]:h(d),...w(d,u))}}function Pe(e){let{map:n,data:t,words:s,choosing:o,base:a}=e,{state:p,view:i}=o,r=Me(e),m=null,y=null;function h(u){m&&m.remove(),m=u===null?null:L.polygon(a.areas[u].
rings,a.flat("chosen",{fill:!1,color:"#111827",weight:3})).addTo(n)}function w(u){let d=t.base.places.find(g=>g[0]===u);return d?[d[2],d[1]]:a.areas[u].centre}function c(u,d){
let g=d??(y&&p.area===u?y.getLatLng():void 0)??w(u);p.area=u,h(u),k("find").value=String(u),y?y.setLatLng(g).setContent(r(u)):y=L.popup({maxWidth:290,autoPanPadding:[
16,16]}).setLatLng(g).setContent(r(u)).openOn(n),X(s.t("close"))}n.on("popupclose",()=>{y=null,p.area=null,h(null),k("find").value=""});function l(){let{ids:u}=i();
if(k("find-box").hidden=!u,!u)return;let d=new Map;for(let g of u){let f=a.areas[g];d.set(f.nuts3,[...d.get(f.nuts3)??[],f])}k("find").replaceChildren(b("option",
{value:""},s.t("find_none")),...[...d].map(([g,f])=>b("optgroup",{label:g},...f.sort((_,v)=>s.sort(_.name,v.name)).map(_=>b("option",{value:String(_.number)},_.
name))))),k("find").value=p.area===null?"":String(p.area)}return k("find").addEventListener("change",()=>{k("find").value!==""?c(Number(k("find").value)):n.closePopup()}),
{card:r,mark:h,select:c,showList:l}}function X(e){let n=document.querySelector(".leaflet-popup-close-button");n&&n.setAttribute("aria-label",e)}var vt=1.0001,De=760,ze=e=>L.CircleMarker.extend({_updatePath(){let{x:n,y:t}=this._point;this._renderer._setPath(this,e(n,t,this._radius))}});function kt(e,n,t){
let s=t*1.3;return`M${e-s} ${n}L${e} ${n-s}L${e+s} ${n}L${e} ${n+s}Z`}function xt(e,n,t){return`M${Array.from({length:10},(o,a)=>{let p=t*(a%2?.45:1);return`${e+
p*Math.sin(a*Math.PI/5)} ${n-p*Math.cos(a*Math.PI/5)}`}).join("L")}Z`}function We(e,n){let t=n.findIndex(([s])=>e<=s*vt);return t<0?n.length-1:t}function Lt(e){
let{map:n,words:t,choosing:s,base:o}=e,{view:a,layer:p}=s,i=Ie(e),r=ze(kt),m=ze(xt);function y(){let l=new Map;for(let[u,d]of p().rows){let g=a().offers[u];l.has(
g.place)||l.set(g.place,[]),l.get(g.place).push([g,d])}return l}function h(l){let[u,d]=a().places[l[0][0].place],f=L.popup({maxWidth:290,maxHeight:320,autoPanPadding:[
16,16]}).setLatLng([d,u]).setContent(i.card(l,l.length)).openOn(n).getElement()?.querySelector(".leaflet-popup-content");f instanceof HTMLElement&&(f.tabIndex=0),
X(t.t("close"))}function w(l,u){let[d,g,f]=a().places[l],_=new(f?r:L.CircleMarker)([g,d],{pane:"points",renderer:o.renderers.points,radius:Math.min(7+1.5*Math.log2(
u.length),14),color:"#1d1f24",weight:1.4,fillColor:a().bands[We(u[0][1],a().bands)][1],fillOpacity:1});return _.bindTooltip(()=>i.card(u,2),{opacity:1,className:"\
hover"}),_.on("click",()=>{_.closeTooltip(),h(u)}),_}return{offers:i,groups:y,open:h,marker:w,homeMarker:([l,u])=>new m([u,l],{pane:"points",renderer:o.renderers.
points,interactive:!1,radius:13,color:"#ffffff",weight:2,fillColor:D,fillOpacity:1})}}function je(e){let{map:n,words:t,choosing:s}=e,{t:o,count:a}=t,{view:p,layer:i}=s,
{offers:r,groups:m,open:y,marker:h,homeMarker:w}=Lt(e),c=!1;function l(){let{places:d,home:g}=p(),f=[...m().keys()].map(_=>L.latLng(d[_][1],d[_][0]));return g?[
...f,L.latLng(g[1],g[0])]:f}function u(){let{bands:d}=p(),g=i().rows.map(([,f])=>We(f,d));return d.map(([f,_],v)=>O(_,o("placement_band",{a:a(v?d[v-1][0]:0),b:a(
f),n:a(g.filter(x=>x===v).length)})))}return{draw(d){for(let[f,_]of[...m()].reverse())d("point"+f,h(f,_));let{home:g}=p();g&&d("home",w(g)),!c&&window.innerWidth>
De&&(k("table-box").open=!0),c=!0},title:()=>o("placement_offers"),legend(){let d=Object.entries(i().asides).filter(([,g])=>g).map(([g,f])=>o(g,{n:a(f)}));return i().
rows.length||d.unshift(o("placement_none")),[...m().values()].some(g=>g.length>1)&&d.unshift(o("placement_several")),[...u(),C("circle",o("placement_own")),C("d\
iamond",o("placement_across")),...p().home?[C("star",o("placement_home"))]:[],...d.map(S)]},table(){let d=m();return{head:r.columns(),rows:i().rows.map(([g,f])=>{
let _=p().offers[g];return[E(r.minutes(f),()=>{y(d.get(_.place)??[[_,f]]),window.innerWidth<=De&&n.getContainer().scrollIntoView()},String(g)),r.cells(_)]})}},values:()=>Object.
fromEntries(Object.entries(i().said).map(([d,g])=>[d,a(g)])),box(){let d=L.latLngBounds(l());return d.isValid()?{bounds:d,options:{padding:[48,48],maxZoom:13}}:
null},taken:()=>l().map(d=>{let g=n.latLngToLayerPoint(d);return[g.x-6,g.y-6,g.x+6,g.y+6]})}}function Be({data:e,words:n,choosing:t}){let{t:s}=n;k("notes").replaceChildren(...e.notes.map(i=>b("li",{},n.in(i.text),...i.details.map(r=>b("div",{class:"smal\
l"},n.in(r)))))),k("notes-box").hidden=e.notes.length===0;let o=e.labels.mode_of_trip,a=t.layerControls().map(t.chosen).map(i=>Object.hasOwn(o,i)?o[i]:i),p=e.strip.
filter(i=>!i.concerns.length||i.concerns.some(r=>a.includes(r)));k("strip-notes").textContent=p.map(i=>n.in(i.text)).join(" "),e.notes.length>p.length&&k("strip\
-notes").append(" ",E(s("more_notes",{n:n.plain(e.notes.length)}),()=>{k("notes-box").open=!0,k("notes-box").scrollIntoView(),k("notes-box").querySelector("summ\
ary").focus()})),k("strip-sources").textContent=e.attributions.length?s("source")+": "+e.attributions.join(" · "):"",k("sources").replaceChildren(...e.sources.
map(i=>{let r=i.reference_date?s("reference_date",{date:i.reference_date}):"";return b("li",{},ee(i),". "+[i.attribution,i.licence,r].filter(m=>m).join(" · "))}))}function Ot(e){let n=location.hash.slice(1);return K.includes(n)?n:re(e,navigator.languages)}function St({words:e,choosing:n},t){let{closed:s}=n.view();k("legen\
d-title").textContent=t.title(),k("legend").replaceChildren(...t.legend(),C("frontier",e.t("border_line")),...s?[S(e.t(s))]:[])}function Re({choosing:e},n){if(!k(
"table-box").open){k("table").replaceChildren();return}let{head:t,rows:s}=n.table();B(k("table"),b("table",{class:e.view().kind},b("caption",{},k("headline").textContent),
b("thead",{},b("tr",{},...t.map(o=>b("th",{scope:"col"},o)))),b("tbody",{},...s.map(([o,a])=>b("tr",{},b("th",{scope:"row"},o),...a.map(p=>b("td",{},p)))))))}function Nt({
words:e,choosing:n,said:t},s){let{kind:o,ids:a,mean:p}=n.view(),i=e.t("head_"+o,{...t.values(),...s.values?.()}).trim();k("headline").textContent=i+(a?e.t(p?"of\
_mean":"of_each"):"")}function Tt(e){let n=J(),t=ie(n.labels,Ot(n.language)),s=we(n),o={...ye(t,s),..._e(t,s)},a={map:e,data:n,words:t,choosing:s,said:o,base:de(
e,n)},{state:p,view:i}=s,r=Pe(a),m=new Map,y=ge(a,r,m),h={isochrones:he(a),flows:Oe(a),placements:je(a)},w=()=>h[i().kind]??y,c=null,l=!0;function u(){let{bounds:v,
options:x}=w().box?.()??{bounds:a.base.bounds,options:{padding:[4,4]}};e.fitBounds(v,{...x,animate:!1})}function d(){for(let v of m.values())v.remove();m.clear(),
e.closePopup(),r.mark(null)}let g=()=>Ae(a,w().taken?.()??[]);function f(){let{area:v}=p;(c!==p.view||!i().ids)&&d(),c=p.view,Y(t,n,e.getContainer()),Be(a),be(a,
f,()=>{l=!0}),Nt(a,w()),w().draw((x,A)=>m.set(x,A.addTo(e))),e.invalidateSize({animate:!1,pan:!1}),l&&(l=!1,u()),St(a,w()),ve(a,r.select),r.showList(),Re(a,w()),
g(),v!==null&&i().ids?.includes(v)&&r.select(v)}function _(){e.invalidateSize({animate:!1,pan:!1}),u()}e.setMaxBounds(a.base.bounds.pad(1.2)),e.getContainer().setAttribute(
"role","region"),e.getPane("bands").style.opacity="0.8",e.on("moveend zoomend resize viewreset",g),e.on("zoomstart",()=>e.getPane("names")?.replaceChildren()),Q(
v=>{t.language=v,f()}),k("table-box").addEventListener("toggle",()=>Re(a,w())),te(e,u),ne(e,_),window.addEventListener("beforeprint",_),window.matchMedia("print").
addEventListener("change",_),f()}Object.assign(globalThis,{grensgeoPage:Tt});})();
