/* grensgeo map: bundled from js/ by `make js`; edit there.
   sources a5887f831485f053: src/pages/areas.js src/pages/bands.js src/pages/base.js src/pages/card.js src/pages/choosing.js src/pages/classes.js src/pages/controls.js src/pages/extremes.js src/pages/figures.js src/pages/flows.js src/pages/keys.js src/pages/map.js src/pages/names.js src/pages/offers.js src/pages/points.js src/pages/selecting.js src/pages/small_print.js src/shared/areas.js src/shared/elements.js src/shared/geometry.js src/shared/numbers.js src/shared/page.js src/shared/room.js src/shared/words.js */
"use strict";(()=>{var k=e=>document.getElementById(e);function Ue(e,n,t){for(let[r,o]of Object.entries(n))o!==null&&o!==!1&&e.setAttribute(r,o===!0?"":String(o));return e.append(
...t.filter(r=>r!==null)),e}function b(e,n={},...t){return Ue(document.createElement(e),n,t)}function E(e,n,t=null){let r=b("button",{type:"button",class:"link","data-key":t},e);return r.addEventListener("click",n),r}var X=()=>JSON.parse(k("grensgeo-dat\
a").textContent);function B(e,...n){let t=e.contains(document.activeElement)?document.activeElement:null,r=t?.getAttribute("data-key")??null,o=!t?.matches(":foc\
us-visible");if(e.replaceChildren(...n.filter(d=>d!==null)),r===null)return;let a=[...e.querySelectorAll("[data-key]")].find(d=>d.getAttribute("data-key")===r);
a instanceof HTMLElement&&a.focus({preventScroll:o})}var $e=[[".leaflet-control-zoom-in","zoom_in"],[".leaflet-control-zoom-out","zoom_out"],["a.home","home"]],M=e=>[...document.querySelectorAll(`[data-${e}]`)].map(
n=>n);function J(e,n,t){let{t:r}=e;document.documentElement.lang=e.language,document.title=e.in(n.title),k("title").textContent=e.in(n.title);for(let o of M("te\
xt"))o.textContent=r(String(o.dataset.text),{version:n.version});for(let o of M("said"))o.title=r(String(o.dataset.said));for(let o of M("label"))o.setAttribute(
"aria-label",r(String(o.dataset.label)));Fe(e.language),t.setAttribute("aria-label",r("map_region"));for(let[o,a]of $e){let d=document.querySelector(o);d&&(d.title=
r(a),d.setAttribute("aria-label",r(a)))}}function Fe(e){for(let n of M("language"))n.setAttribute("aria-pressed",String(n.dataset.language===e))}function Y(e){for(let n of M(
"language"))n.addEventListener("click",()=>e(String(n.dataset.language)))}function Q(e){return e.url?b("a",{href:e.url,rel:"noopener noreferrer",target:"_blank"},
e.title):b("span",{},e.title)}function ee(e,n){let t=L.Control.extend({onAdd(){let r=L.DomUtil.create("div","leaflet-bar"),o=L.DomUtil.create("a","home",r);return o.
href="#",o.setAttribute("role","button"),o.textContent="⌂",L.DomEvent.on(o,"click",a=>{L.DomEvent.stop(a),n()}),r}});new t({position:"topleft"}).addTo(e)}function te(e,n){
let t=window.innerWidth;window.addEventListener("resize",()=>{if(window.innerWidth===t){e.invalidateSize({animate:!1});return}t=window.innerWidth,n()})}var C={nl:"nl-NL",de:"de-DE",en:"en-GB"},Ge=.001,Ke=10,qe=.095,ne=5e-4,oe=.001,Ze=.995,Ve=.99;function Xe(e){return e>=Ge&&e<1?{maximumSignificantDigits:2}:{maximumFractionDigits:e<
Ke?1:0}}var Je=e=>e.replace("-","−");function G(e){let n=new Map;function t(i,m){let y=JSON.stringify(m),h=n.get(y);return h||n.set(y,h=new Intl.NumberFormat(
e,m)),h.format(i)}let r=i=>t(i,Xe(Math.abs(i))),o=i=>t(i,{style:"percent",maximumFractionDigits:i!==0&&Math.abs(i)<qe?1:0});function a(i){return i>Ze&&i<1?">"+o(
Ve):i>0&&i<ne?"<"+o(oe):o(i)}let d=(i,m)=>m>0?"+"+i:Je(i);function s(i){return i===0||Math.abs(i)>=ne?d(o(i),i):(i<0?"−":"+")+"<"+o(oe)}return{format:t,count:r,
share:o,part:a,signedShare:s,plain:i=>t(i,{}),signedCount:i=>d(r(i),i),minutes:(i,m=0)=>t(i,{minimumFractionDigits:m,maximumFractionDigits:m})}}var K=Object.keys(C);function se(e,n){return n.map(t=>t.slice(0,2).toLowerCase()).find(t=>K.includes(t))??e}function Ye(e,n){return e.replace(/\{(\w+)\}/g,(t,r)=>Object.
hasOwn(n,r)?n[r]:t)}function re(e,n){let t=n,r=G(C[t]);function o(s,i){let m=e[s];return m&&i!==null&&Object.hasOwn(m,i)?m[i][t]:null}let a=(s,i={})=>Ye(o("texts",s)??s,i);return{get language(){
return t},set language(s){t=s,r=G(C[s])},named:o,t:a,count:s=>s===null||Number.isNaN(s)?a("missing"):r.count(s),share:s=>r.share(s),part:s=>r.part(s),plain:s=>r.
plain(s),signedCount:s=>r.signedCount(s),signedShare:s=>r.signedShare(s),minutes:(s,i)=>r.minutes(s,i),opportunity:s=>o("opportunities",s)??s,period:s=>o("perio\
ds",s)??s,in:s=>s[t],capital:s=>s.charAt(0).toLocaleUpperCase(C[t])+s.slice(1),lowered:s=>s.charAt(0).toLocaleLowerCase(C[t])+s.slice(1),sort:(s,i)=>s.localeCompare(
i,C[t]),date:s=>new Intl.DateTimeFormat(C[t],{weekday:"short",day:"numeric",month:"short",timeZone:"UTC"}).format(s),clock:s=>new Intl.DateTimeFormat(C[t],{hour:"\
2-digit",minute:"2-digit",timeZone:"UTC"}).format(s),sentence(s,i){return a(s).split(/(\{\w+\})/).map(m=>{let y=m.startsWith("{")?m.slice(1,-1):null;return y!==
null&&Object.hasOwn(i,y)?i[y]:m})}}}function ie(e,n){let t={step:0,negative:!1};if(e==null)return{kind:"missing",...t};if(e==="u")return{kind:"undefined",...t};if(e==="n")return{kind:"noise",...t};
if(e===0)return{kind:"zero",...t};let r=Number(e);return{kind:"step",step:n.filter(o=>Math.abs(r)>=o).length,negative:r<0}}var Qe={missing:"url(#hatch-missing)",
undefined:"url(#hatch-undefined)",zero:"#ffffff"};function q(e,n,t,r){if(e.kind==="noise")return r.noise;if(e.kind!=="step")return Qe[e.kind];let o=r[n];if(n===
"diverging"){let d=o.length/2,s=t.length<2?Math.min(e.step+1,d-1):e.step;return e.negative?o[d-1-s]:o[d+s]}let a=t.length?e.step*(o.length-1)/t.length:o.length-
1;return o[Math.round(a)]}function R(e){let n=[],[t,r]=[0,0];for(let o=0;o<e.length;o+=2)t+=e[o],r+=e[o+1],n.push([r/1e4,t/1e4]);return n}var P=e=>e.map(n=>n.map(R)),ae=(e,n)=>e[2]<n[0]||
e[0]>n[2]||e[3]<n[1]||e[1]>n[3];var et=[[9,15e4],[10,5e4]];function le(e){return e.map(([n,t,r,o,a,d,s],i)=>{let m=P(s);return{number:i,code:n,name:t,country:r,nuts3:o,part:a,population:d,rings:m,
centre:L.latLngBounds(m.flat(2)).getCenter()}})}function ce(e,n){let t=et.find(([r])=>n<r);return e.part!=="ring"||!t||e.population>=t[1]}var ue=e=>e>2e5?15:e>6e4?
13:11.5;var fe=[["land",200,!1],["figures",300,!1],["bands",350,!1],["lines",400,!0],["frontier",420,!0],["points",430,!1],["chosen",440,!0],["names",620,!0]],tt=fe.map(
([e])=>e).filter(e=>e!=="names"),H="#f3f1ec",U="#7d7f86",nt="#c9c5bb",z="#c2185b",ot=.4,st=[["water",{color:"#9cc3d9",weight:2}],["road",{color:"#8f8a80",weight:.9,
opacity:.75}],["rail",{color:"#4a4a52",weight:1.6,dashArray:"6 3"}]];function rt(e){for(let[n,t,r]of fe){let o=e.createPane(n);o.style.zIndex=String(t),r&&(o.style.
pointerEvents="none")}return Object.fromEntries(tt.map(n=>[n,L.svg({pane:n,padding:.4})]))}function pe(e,n){let t=rt(e),r=le(n.base.areas),o=(h,w)=>({pane:h,renderer:t[h],
smoothFactor:ot,...w}),a=(h,w)=>o(h,{interactive:!1,...w});for(let h of r){L.polygon(h.rings,a("land",{stroke:!0,color:H,weight:.8,fillColor:H,fillOpacity:n.land})).
addTo(e);let w=h.part==="ring";L.polygon(h.rings,a("lines",{fill:!1,weight:w?.5:.8,color:w?nt:U})).addTo(e)}for(let[h,w]of st){let c=(n.lines[h]||[]).map(R);c.length&&
L.polyline(c,a("lines",w)).addTo(e)}let d=n.base.border.map(R);L.polyline(d,a("frontier",{color:"#ffffff",weight:5,opacity:.9})).addTo(e),L.polyline(d,a("fronti\
er",{color:z,weight:2.6})).addTo(e),L.control.scale({imperial:!1,position:"bottomright",maxWidth:120}).addTo(e);let[s,i,m,y]=n.base.bounds;return{areas:r,frontier:d,
renderers:t,live:o,flat:a,bounds:L.latLngBounds([s,i],[m,y])}}function O(e,n){let t=b("i",{class:"swatch","aria-hidden":"true"});return e.startsWith("url(#")?t.classList.add(e.slice(5,-1)):t.style.backgroundColor=e,b("li",
{},t,n)}var N=(e,n)=>b("li",{},b("i",{class:"swatch "+e,"aria-hidden":"true"}),n);function D(e,n,t){let r=N("line",t),o=r.firstChild;return o.style.borderTopColor=
e,o.style.borderTopWidth=n+"px",r}var S=e=>b("li",{class:"said"},e);function T(e,n,t){let r=b("span",{},...t?[b("i",{class:"key part-"+t})]:[],e);return b("div",
{class:"row"},r,b("b",{},n))}var de="url(#hatch-missing)";function it({data:e,words:n,choosing:t,said:r},o,a){let{t:d}=n,s=r.units[o.unit];function i(w){return w===0?d("class_below",{a:s(a[0])}):
w===a.length?d("class_above",{a:s(a[w-1])}):d("class_between",{a:s(a[w-1]),b:s(a[w])})}let m=(w,c=!1)=>q({kind:"step",step:w,negative:c},o.palette,a,e.palettes),
y=a.length?[...a.keys(),a.length]:[];if(o.palette==="diverging"){let w=c=>y.map(f=>O(m(f,c),(c?"− ":"+ ")+i(f)));return[...w(!1).reverse(),O("#ffffff",d("clas\
s_same")),...w(!0)]}let h=t.layer().values[t.fieldName()].includes(0);return[...y.toReversed().map(w=>O(m(w),i(w))),...h?[O("#ffffff",d(o.palette==="effect"?"cl\
ass_zero_effect":"class_zero"))]:[]]}function at({data:e,words:n,choosing:t,base:r,said:o},a){let{t:d}=n,{view:s,layer:i,fieldName:m}=t,y=i().values[m()],h=s().
ids??[],w=r.areas.filter(u=>!h.includes(u.number)),c=h.map((u,g)=>o.marks(g)),f=(i().values.unknown||[]).filter(u=>Number(u)>0).length;return[...[[y.includes("n"),
e.palettes.noise,"class_noise"],[y.includes("u"),"url(#hatch-undefined)",s().undefined||"undefined"],[y.includes(null)||w.some(u=>u.part!=="ring"),de,"class_mis\
sing"],[c.some(u=>u.edge),"url(#hatch-edge)",a.palette==="sequential"?"class_edge":"class_edge_other"],[c.some(u=>u.still&&!u.edge),"url(#hatch-still)","class_s\
till"]].filter(([u])=>u).map(([,u,g])=>O(u,d(g,{noise:g==="class_noise"?n.share(s().noise):""}))),...f?[S(d("bounds",{n:n.count(f)}))]:[],...w.some(u=>u.part===
"ring")?[O(H,d("class_outside"))]:[]]}function lt({data:e,choosing:n,base:t,said:r},o,a,d){let{state:s,view:i,layer:m,fieldName:y,field:h}=n,w=m().breaks[h().group],
c=m().values[y()];function f(l,u){let g=L.polygon(t.areas[l].rings,t.live("figures",{color:U,weight:.6,fillColor:u,fillOpacity:1}));g.bindTooltip(()=>o.card(l,!0),
{sticky:!0,opacity:1,className:"hover"}),g.on("mouseover",()=>o.mark(l)),g.on("mouseout",()=>o.mark(s.area)),g.on("click",p=>{g.closeTooltip(),o.select(l,p.latlng)}),
d("area"+l,g)}(i().ids??[]).forEach((l,u)=>{let g=q(ie(c[u],w),h().palette,w,e.palettes),p=a.get("area"+l);p?p.setStyle({fillColor:g}):f(l,g),a.get("over"+l)?.remove(),
a.delete("over"+l);let{edge:_,still:v}=r.marks(u);!_&&!v||d("over"+l,L.polygon(t.areas[l].rings,t.flat("lines",{stroke:!1,fillColor:_?"url(#hatch-edge)":"url(#h\
atch-still)",fillOpacity:1})))});for(let l of t.areas)l.part==="ring"||a.has("area"+l.number)||d("area"+l.number,L.polygon(l.rings,t.flat("figures",{color:U,weight:.6,
fillColor:de,fillOpacity:1})))}function me(e,n,t){let{words:r,choosing:o,base:a,said:d}=e,{t:s}=r,{view:i,layer:m,field:y}=o;return{draw:h=>lt(e,n,t,h),title:()=>d.
fieldTitle(y()),legend:()=>[...it(e,y(),m().breaks[y().group]),...at(e,y())],table(){let h=[...i().rows.map(([c,f,l])=>[s(c),d.where()+f,l]),...(i().bar??[]).map(
c=>[s(c),c,"count"])],w=(i().ids??[]).map((c,f)=>({area:a.areas[c],slot:f})).sort((c,f)=>r.sort(c.area.name,f.area.name));return{head:[s("municipality"),s("coun\
try"),...h.map(([c])=>r.capital(c))],rows:w.map(({area:c,slot:f})=>[c.name,[c.country,...h.map(([,l,u])=>d.figureAt(l,f,u))]])}}}}var ct="#888888",ge="other";function he({map:e,data:n,words:t,choosing:r,base:o}){let{t:a,count:d}=t,{view:s,layer:i}=r,m=()=>[...s().parts,ge];function y(l){let u=i().
bands.map(_=>_.cutoff).sort((_,v)=>_-v),g=u.length>1?u.indexOf(l)/(u.length-1):0,{bands:p}=n.palettes;return s().cutoffs.includes(l)?p[Math.round(g*(p.length-2))]:
ct}let h=(l,u)=>a("area_km2",{n:d(l.km2[u]||0)}),w=l=>a("within",{n:t.plain(l.cutoff)});function c(l){let[u,g]=i().key,p=m().filter(_=>l.km2[_]>0||_!==ge);return b(
"div",{class:"card"},b("strong",{},s().names[u]??u),b("div",{class:"main"},w(l)),b("div",{class:"small"},t.named("by_mode",g)??""),...p.map(_=>T(a(_),h(l,_))))}
function f(l){let{all:u}=l.km2,g=(n.home[i().key[0]]??"").toLowerCase(),_=(g?s().parts.filter(v=>v!==g):[]).reduce((v,x)=>v+(l.km2[x]||0),0);return _&&u?a("area\
_share",{n:d(u),p:t.share(_/u)}):a("area_km2",{n:d(u)})}return{draw(l){i().bands.forEach((g,p)=>{let _=L.polygon(P(g.geometry),o.live("bands",{color:"#ffffff",weight:1,
fillColor:y(g.cutoff),fillOpacity:1}));_.bindTooltip(()=>c(g),{sticky:!0,opacity:1,className:"hover"}),_.on("click",v=>{_.closeTooltip(),L.popup({maxWidth:290}).
setLatLng(v.latlng).setContent(c(g)).openOn(e)}),l("band"+p,_)});let u=n.origins[i().key[0]];u&&l("halo",L.circleMarker([u[1],u[0]],{...o.flat("chosen",{color:"\
#ffffff",weight:3,fillColor:z,fillOpacity:1}),radius:8}))},title:()=>a("travel_time"),legend:()=>i().bands.toReversed().map(l=>{let u=O(y(l.cutoff),w(l));return u.
append(b("small",{},f(l))),u}),table:()=>({head:[t.capital(a("cutoff")),...m().map(l=>a(l))],rows:i().bands.toReversed().map(l=>[a("minutes",{n:t.plain(l.cutoff)}),
m().map(u=>h(l,u))])}),box(){let l=L.latLngBounds([]);for(let u of i().bands)l.extend(L.polyline(P(u.geometry).flat()).getBounds());return l.isValid()?{bounds:l,
options:{padding:[24,24]}}:null}}}function we(e){let n={view:0,choices:{},area:null},t=()=>e.views[n.view],r=()=>t().controls.filter(m=>!m.field);function o(m){let{values:y}=d(),h=w=>Object.hasOwn(
y,w)&&y[w].some(c=>typeof c=="number");return[m.start,...m.options].find(h)??m.start}function a(m){let y=n.choices[m.id];return m.options.includes(y)?y:m.id==="\
destination"&&t().kind==="reach"?o(m):m.start}function d(){let m=r().map(a);return t().layers.find(y=>y.key.every((h,w)=>h===m[w]))??t().layers[0]}function s(m,y){
n.choices[m.id]=y;let h=r(),w=h.map(a),c=h.indexOf(m),f=g=>g.key.filter((p,_)=>p===w[_]).length,u=(c<0?[d()]:t().layers.filter(g=>g.key[c]===y)).reduce((g,p)=>f(
p)>f(g)?p:g);h.forEach((g,p)=>{n.choices[g.id]=u.key[p]})}let i=()=>t().controls.filter(m=>m.field).map(a).join("_");return{state:n,view:t,layer:d,layerControls:r,
chosen:a,choose:s,fieldName:i,field:()=>t().fields[i()]}}var ut=6,ft=4;function pt({id:e,name:n,options:t,current:r,pick:o}){let a=b("select",{id:"c-"+e,"data-key":e});for(let[d,s]of t){let i=b("option",{value:d},s);i.
selected=d===r,a.append(i)}return a.addEventListener("change",()=>o(a.value)),b("div",{class:"choice"},b("label",{for:"c-"+e,class:"legend"},n),a)}function dt({
id:e,name:n,options:t,current:r,pick:o}){let a=b("div",{class:"pills"});for(let[d,s]of t){let i=b("input",{type:"radio",name:e,value:d,checked:d===r,"data-key":e+
"="+d});i.addEventListener("change",()=>o(d)),a.append(b("label",{class:"pill"},i,b("span",{},s)))}return b("fieldset",{class:"choice"},b("legend",{class:"legen\
d"},n),a)}function be({data:e,words:n,choosing:t,said:r},o,a){let{state:d,view:s,chosen:i,choose:m}=t,y=s().controls.map(h=>({id:h.id,name:n.t(h.id),current:i(h),
options:h.options.map(w=>[w,r.optionLabel(h.id,w)]),pick(w){m(h,w),h.id==="origin"&&a(),o()}}));y.unshift({id:"view",name:n.t("view"),current:String(d.view),options:e.
views.map((h,w)=>[String(w),n.t("view_"+h.kind)]),pick(h){d.view=Number(h),a(),o()}}),B(k("controls"),...y.filter(({options:h})=>h.length>1).map(h=>{let w=h.id===
"origin"?ft:ut;return h.options.length>w?pt(h):dt(h)}))}function $(e){return e.palette!=="diverging"?e.unit:e.unit==="percent"?"change_percent":"change"}function ye(e,n){let{t,count:r}=e,{view:o,layer:a}=n,d={count:r,
percent:e.share,change:e.signedCount,change_percent:e.signedShare};function s(c,f){return c==null?t("missing"):c==="u"?t("undefined"):c==="n"?t("class_noise",{noise:e.
share(o().noise)}):d[f](Number(c))}function i(c,f){let{values:l}=a();return Object.hasOwn(l,c)?l[c][f]:void 0}function m(c,f){let l=i(c,f);return typeof l=="num\
ber"?l:null}function y(c,f){if(c!=="open"||(i(c,f)??null)!==null)return null;let l=o().bar??[],u=l.filter(_=>m(_,f)!==null),g=u.length===1?Number(i(u[0],f)):0,p=l.
find(_=>m(_,f)===null);return!(g>0)||p===void 0?null:t("at_least",{n:r(g)})+" – "+t("no_data_of",{country:t(p)})}function h(c,f,l){let u=y(c,f);if(u!==null)return u;
let g=s(i(c,f),l);return l==="count"&&m(c,f)!==null&&(m("unknown",f)??0)>0?t("at_least",{n:g}):g}return{units:d,figureAt:h,numberAt:m,marks:c=>({edge:(m("edge",
c)??0)>(o().edge_share??1),still:i("without",c)===1})}}function _e(e,n){let{t}=e,{view:r,layerControls:o,chosen:a,fieldName:d}=n;function s(c,f){return c==="mod\
e"?e.named("modes",f)??(f==="any"?t("mode_any"):f):c==="opportunity"?e.opportunity(f):c==="cutoff"?t("minutes",{n:e.plain(Number(f))}):c==="origin"?r().names[f]??
f:c==="scenario"?f==="baseline"?t("baseline"):f:t(c+"_"+f)}function i(c){let f=c==="all"?"":c==="any"?t("by_any"):c;return e.named("by_mode",c)??f}let m=()=>Object.
fromEntries(o().map(c=>{let f=a(c),l=c.id==="mode"?i(f):c.id==="cutoff"?e.plain(Number(f)):s(c.id,f);return[c.id,l]})),y=()=>r().kind==="scenario"?", "+t("desti\
nation_"+d().split("_")[0]):"";return{optionLabel:s,values:m,where:()=>r().kind==="scenario"?d().split("_")[0]+"_":"",fieldTitle:c=>e.capital(t(c.label,m()))+y()}}function ve({words:e,choosing:n,base:t,said:r},o){let{t:a,count:d}=e,{view:s,layer:i,fieldName:m,field:y}=n,h=k("extremes");h.replaceChildren();let{ids:w}=s();if(!w)
return;let c=$(y()),f=i().values[m()],l=w.map((v,x)=>({number:v,value:f[x],mark:r.marks(x)})).filter(v=>typeof v.value=="number"),u=l.filter(({mark:v})=>!v.edge&&
!v.still).sort((v,x)=>Number(x.value)-Number(v.value));function g(v,x){let A=c==="count"||c==="change"?" "+r.values().opportunity:"",I=F=>r.units[c](Number(F))+
A,j=u.filter(F=>I(F.value)===I(x)),He=j.length>1?a("tied",{n:d(j.length)}):E(t.areas[j[0].number].name,()=>o(j[0].number));h.append(b("div",{},a(v)+": ",He," ",
b("b",{},I(x))))}let p=u.at(-1);p&&u[0].value!==p.value&&(g("highest",u[0].value),g("lowest",p.value));let _=[{why:"edge",n:l.filter(({mark:v})=>v.edge).length},
{why:"still",n:l.filter(({mark:v})=>v.still&&!v.edge).length}].filter(({n:v})=>v>0).map(({why:v,n:x})=>a("left_"+v,{n:d(x)}));_.length&&h.append(b("div",{class:"\
small"},a("left_out",{parts:_.join(", ")})))}var ke="#3c3f46",xe=.12,Le=16;function mt([e,n],[t,r]){let o=Math.cos((n+r)/2*Math.PI/180),a=[(e+t)/2+xe*(r-n)/o,(n+r)/2-xe*(t-e)*o];return Array.from({length:Le+
1},(d,s)=>{let i=s/Le;return[(1-i)**2*n+2*i*(1-i)*a[1]+i*i*r,(1-i)**2*e+2*i*(1-i)*a[0]+i*i*t]})}function Oe({data:e,words:n,choosing:t,base:r}){let{t:o,count:a}=n,
{layer:d}=t,{areas:s}=r,i=new Map(e.base.places.map(([c,f,l])=>[c,[f,l]])),m=([c,f])=>e.palettes.flows[s[c].country===s[f].country?0:1];function y(c){let{breaks:f}=d(),
l=f.filter(u=>c>=u).length;return e.widths[Math.round(l*(e.widths.length-1)/Math.max(f.length,1))]}let h=([c,f,l])=>b("div",{class:"card"},b("strong",{},s[c].name+
" → "+s[f].name),b("div",{class:"main"},a(l)));function w(){let c=d().breaks;return c.length?[...c.map((l,u)=>D(ke,y(l),u+1===c.length?o("class_above",{a:a(l)}):
o("class_between",{a:a(l),b:a(c[u+1])}))).reverse(),D(ke,y(0),o("class_below",{a:a(c[0])}))]:[]}return{draw(c){d().flows.toReversed().forEach((f,l)=>{let[u,g]=[
i.get(f[0]),i.get(f[1])];if(!u||!g)return;let p=L.polyline(mt(u,g),{pane:"bands",renderer:r.renderers.bands,color:m(f),weight:y(f[2]),opacity:1,lineCap:"butt"});
p.bindTooltip(()=>h(f),{sticky:!0,opacity:1,className:"hover"}),c("flow"+l,p)})},title:()=>n.capital(o("field_flows")),legend(){let{left_out:c,people_left_out:f,
outside:l,missing:u}=d(),[g,p]=e.palettes.flows;return[...w(),D(g,4,o("flow_within")),D(p,4,o("flow_across")),...c?[S(o("flow_left_out",{n:a(c),p:a(f)}))]:[],...l?
[S(o("flow_outside",{n:a(l)}))]:[],...u?[S(o("flow_missing",{n:a(u)}))]:[]]},table:()=>({head:["flow_from","flow_to","flow_count"].map(c=>n.capital(o(c))),rows:d().
flows.map(([c,f,l])=>[s[c].name,[s[f].name,a(l)]])})}}function Se(e,n){let t=document.createElement("canvas").getContext("2d"),r=getComputedStyle(document.body).fontFamily,o=e.containerPointToLayerPoint([0,0]),a=L.
bounds(o,e.containerPointToLayerPoint(e.getSize())),[d,s]=[a.min,a.max];return{screen:a,point:i=>e.latLngToLayerPoint(i),free:i=>i[0]>=d.x&&i[2]<=s.x&&i[1]>=d.y&&
i[3]<=s.y&&n.every(m=>ae(m,i)),take:(...i)=>{n.push(...i)},widthOf(i,m,y){return t.font=`${y?600:400} ${m}px ${r}`,t.measureText(i).width}}}var Te=({x:e,y:n},t,r,o)=>[
[e+o,n-r/2],[e-o-t,n-r/2],[e-t/2,n-r-4],[e-t/2,n+4]];function W(e,n,t){return e.style.transform=`translate(${n}px,${t}px)`,e}var gt=13,Ce=18,Ne=14,ht=12,Ee=[48,126];function wt({data:e,choosing:n,base:t},r){let o=n.view().kind==="isochrones"?n.layer().key[0]:null;if(o===null||!e.origins[o]||
t.areas.some(y=>y.code===o))return[];let[a,d]=e.origins[o],s=r.point([d,a]),i=n.view().names[o];r.take([s.x-10,s.y-10,s.x+20+r.widthOf(i,Ne,!0),s.y+10]);let m=b(
"span",{class:"place big"},i);return m.style.fontSize=Ne+"px",[W(m,s.x+13,s.y-9)]}function bt(e,n,t){let r=ue(e.population),o=r>ht,a=t.widthOf(e.name,r,o)+8,d=r*
1.3,s=Te(n,a,d,4).find(([w,c])=>t.free([w,c,w+a,c+d]));if(!s)return[];let[i,m]=s;t.take([i,m,i+a,m+d],[n.x-3,n.y-3,n.x+3,n.y+3]);let y=e.part==="ring"?" ring":"",
h=b("span",{class:"place"+y+(o?" big":"")},e.name);return h.style.fontSize=r+"px",[W(b("i",{class:"dot"}),n.x-2.5,n.y-2.5),W(h,i+4,m)]}function yt(e,n,t,r){let o=r.
widthOf(e.toLocaleUpperCase(),gt,!0)+e.length*2.4+8;function a(s,i){let m=L.bounds([s-6,i-4],[s+o+6,i+22]);return t.some(y=>y.some(h=>m.contains(h)))}let d=n.map(
s=>[s.x-o/2,s.y-Ce/2]).find(([s,i])=>!a(s,i)&&r.free([s,i,s+o,i+Ce]));return d?[W(b("span",{class:"country"},e),d[0],d[1])]:[]}function Ae(e,n){let{map:t,data:r,
words:o,base:a}=e,{x:d,y:s}=t.containerPointToLayerPoint([0,0]),i=Se(t,[[d,s,d+Ee[0],s+Ee[1]],...n]),m=wt(e,i);for(let[h,w,c]of r.base.places){let f=a.areas[h],
l=i.point([c,w]);ce(f,t.getZoom())&&i.screen.contains(l)&&m.push(...bt(f,l,i))}let y=a.frontier.map(h=>h.map(i.point));if(y.flat().some(h=>i.screen.contains(h))){
let h=i.point(L.latLngBounds(a.frontier.flat()).getCenter());for(let w of new Set(a.areas.map(c=>c.country))){let c=a.areas.filter(f=>f.country===w).map(f=>i.point(
f.centre)).sort((f,l)=>f.distanceTo(h)-l.distanceTo(h));m.push(...yt(o.t(w.toLowerCase()),c,y,i))}}t.getPane("names")?.replaceChildren(...m)}var _t=["sector","level","language","period"];function Ie({words:e,choosing:n}){let{t,count:r,capital:o}=e,{view:a,layer:d}=n,s=p=>t("minutes",{n:r(Math.round(p))});
function i(p){return p===null||!/^[a-z]{2}$/.test(p)?p:new Intl.DisplayNames([e.language],{type:"language"}).of(p)??p}let m=p=>({what:o(e.named("opp_types",p.type)??
p.type),sector:e.named("sectors",p.sector)??p.sector,level:p.level,language:i(p.language),period:p.from===null&&p.to===null?null:[p.from??"…",p.to??"…"].join(
" – ")});function y(p){let _=d().key[0]==="any"?p.mode:d().key[0];return e.named("modes",_)??_}let h=p=>a().places[p.place][2],w=p=>p.unsure.map(_=>t("unsure_"+
_)).join(", "),c=p=>b("div",{class:"small warn"},p);function f(p){let _=m(p),v=b("div",{class:"offer"},b("strong",{},_.what));p.count!==null&&p.count!==1&&v.append(
T(o(t("placement_places")),r(p.count)));for(let x of _t)x==="period"&&_.period===null||v.append(T(o(t("placement_"+x)),_[x]??t("placement_not_told")));return v.
append(T(o(t("placement_id")),p.id)),p.unsure.length&&v.append(c(t("placement_unsure_what",{what:w(p)}))),p.main_place&&v.append(c(t("placement_at_main_place"))),
v}function l(p,_){let[v,x]=p[0],A=t(v.country.toLowerCase())+(h(v)?" ("+t("side_across")+")":"");return b("div",{class:"card"},b("div",{class:"main"},s(x)),b("d\
iv",{class:"small"},y(v)+" · "+A),...p.slice(0,_).map(([I])=>f(I)),...p.length>_?[b("div",{class:"small"},"+ "+r(p.length-_))]:[])}let u=()=>["placement_time",
"country","placement_sector","placement_by","placement_what","placement_level","placement_language","placement_not_told"].map(p=>o(t(p)));function g(p){let _=m(
p);return[p.country+(h(p)?" ◆":""),_.sector??"–",y(p),_.what,_.level??"–",_.language??"–",w(p)]}return{minutes:s,card:l,columns:u,cells:g}}var Z=e=>b("div",{class:"small warn"},e);function Me({words:e,choosing:n,base:t,said:r}){let{t:o}=e,{view:a,fieldName:d,field:s}=n;function i(c){let f=t.areas[c],
l=o("population",{n:e.plain(f.population)});return[b("strong",{},f.name),b("div",{class:"small"},[o(f.country.toLowerCase()),f.nuts3,l].join(" · "))]}function m(c){
let f=s();return[b("div",{class:"main"},r.figureAt(d(),c,$(f))),b("div",{class:"small"},r.fieldTitle(f)+(a().mean?o("of_mean_here"):""))]}function y(c){let f=(a().
bar??[]).map(p=>({name:p,value:r.numberAt(p,c)})),l=f.map(({name:p})=>T(o(p),r.figureAt(p,c,"count"),p)),u=f.reduce((p,{value:_})=>p+(_??0),0);if(!(u>0)||f.some(
({value:p})=>p===null))return l;let g=b("div",{class:"bar","aria-hidden":"true"});for(let{name:p,value:_}of f){let v=b("i",{class:"part-"+p});v.style.width=100*
Number(_)/u+"%",g.append(v)}return[g,...l]}let h=c=>a().rows.map(([f,l,u])=>T(e.capital(o(f)),r.figureAt(r.where()+l,c,u)));function w(c,f){let l=r.numberAt("wi\
thout",c),u=r.numberAt("edge",c)??0,g=r.numberAt("unknown",c)??0;return[...l!==null&&!f?[T(o("row_without"),e.share(l))]:[],...r.marks(c).still?[Z(o("mark_still"))]:
[],...u>0?[Z(o("edge_mean",{share:e.share(u)}))]:[],...g>0?[Z(o("lower_bound",{n:e.count(g)}))]:[]]}return function(f,l=!1){let u=(a().ids??[]).indexOf(f);return b(
"div",{class:"card"},...i(f),...m(u),...y(u),...l?[]:h(u),...w(u,l))}}function Pe(e){let{map:n,data:t,words:r,choosing:o,base:a}=e,{state:d,view:s}=o,i=Me(e),m=null,y=null;function h(l){m&&m.remove(),m=l===null?null:L.polygon(a.areas[l].
rings,a.flat("chosen",{fill:!1,color:"#111827",weight:3})).addTo(n)}function w(l){let u=t.base.places.find(g=>g[0]===l);return u?[u[2],u[1]]:a.areas[l].centre}function c(l,u){
let g=u??(y&&d.area===l?y.getLatLng():void 0)??w(l);d.area=l,h(l),k("find").value=String(l),y?y.setLatLng(g).setContent(i(l)):y=L.popup({maxWidth:290,autoPanPadding:[
16,16]}).setLatLng(g).setContent(i(l)).openOn(n),V(r.t("close"))}n.on("popupclose",()=>{y=null,d.area=null,h(null),k("find").value=""});function f(){let{ids:l}=s();
if(k("find-box").hidden=!l,!l)return;let u=new Map;for(let g of l){let p=a.areas[g];u.set(p.nuts3,[...u.get(p.nuts3)??[],p])}k("find").replaceChildren(b("option",
{value:""},r.t("find_none")),...[...u].map(([g,p])=>b("optgroup",{label:g},...p.sort((_,v)=>r.sort(_.name,v.name)).map(_=>b("option",{value:String(_.number)},_.
name))))),k("find").value=d.area===null?"":String(d.area)}return k("find").addEventListener("change",()=>{k("find").value!==""?c(Number(k("find").value)):n.closePopup()}),
{card:i,mark:h,select:c,showList:f}}function V(e){let n=document.querySelector(".leaflet-popup-close-button");n&&n.setAttribute("aria-label",e)}var vt=1.0001,ze=760,De=e=>L.CircleMarker.extend({_updatePath(){let{x:n,y:t}=this._point;this._renderer._setPath(this,e(n,t,this._radius))}});function kt(e,n,t){
let r=t*1.3;return`M${e-r} ${n}L${e} ${n-r}L${e+r} ${n}L${e} ${n+r}Z`}function xt(e,n,t){return`M${Array.from({length:10},(o,a)=>{let d=t*(a%2?.45:1);return`${e+
d*Math.sin(a*Math.PI/5)} ${n-d*Math.cos(a*Math.PI/5)}`}).join("L")}Z`}function We(e,n){let t=n.findIndex(([r])=>e<=r*vt);return t<0?n.length-1:t}function Lt(e){
let{map:n,words:t,choosing:r,base:o}=e,{view:a,layer:d}=r,s=Ie(e),i=De(kt),m=De(xt);function y(){let f=new Map;for(let[l,u]of d().rows){let g=a().offers[l];f.has(
g.place)||f.set(g.place,[]),f.get(g.place).push([g,u])}return f}function h(f){let[l,u]=a().places[f[0][0].place],p=L.popup({maxWidth:290,maxHeight:320,autoPanPadding:[
16,16]}).setLatLng([u,l]).setContent(s.card(f,f.length)).openOn(n).getElement()?.querySelector(".leaflet-popup-content");p instanceof HTMLElement&&(p.tabIndex=0),
V(t.t("close"))}function w(f,l){let[u,g,p]=a().places[f],_=new(p?i:L.CircleMarker)([g,u],{pane:"points",renderer:o.renderers.points,radius:Math.min(7+1.5*Math.log2(
l.length),14),color:"#1d1f24",weight:1.4,fillColor:a().bands[We(l[0][1],a().bands)][1],fillOpacity:1});return _.bindTooltip(()=>s.card(l,2),{opacity:1,className:"\
hover"}),_.on("click",()=>{_.closeTooltip(),h(l)}),_}return{offers:s,groups:y,open:h,marker:w,homeMarker:([f,l])=>new m([l,f],{pane:"points",renderer:o.renderers.
points,interactive:!1,radius:13,color:"#ffffff",weight:2,fillColor:z,fillOpacity:1})}}function je(e){let{map:n,words:t,choosing:r}=e,{t:o,count:a}=t,{view:d,layer:s}=r,
{offers:i,groups:m,open:y,marker:h,homeMarker:w}=Lt(e),c=!1;function f(){let{places:u,home:g}=d(),p=[...m().keys()].map(_=>L.latLng(u[_][1],u[_][0]));return g?[
...p,L.latLng(g[1],g[0])]:p}function l(){let{bands:u}=d(),g=s().rows.map(([,p])=>We(p,u));return u.map(([p,_],v)=>O(_,o("placement_band",{a:a(v?u[v-1][0]:0),b:a(
p),n:a(g.filter(x=>x===v).length)})))}return{draw(u){for(let[p,_]of[...m()].reverse())u("point"+p,h(p,_));let{home:g}=d();g&&u("home",w(g)),!c&&window.innerWidth>
ze&&(k("table-box").open=!0),c=!0},title:()=>o("placement_offers"),legend(){let u=Object.entries(s().asides).filter(([,g])=>g).map(([g,p])=>o(g,{n:a(p)}));return s().
rows.length||u.unshift(o("placement_none")),[...m().values()].some(g=>g.length>1)&&u.unshift(o("placement_several")),[...l(),N("circle",o("placement_own")),N("d\
iamond",o("placement_across")),...d().home?[N("star",o("placement_home"))]:[],...u.map(S)]},table(){let u=m();return{head:i.columns(),rows:s().rows.map(([g,p])=>{
let _=d().offers[g];return[E(i.minutes(p),()=>{y(u.get(_.place)??[[_,p]]),window.innerWidth<=ze&&n.getContainer().scrollIntoView()},String(g)),i.cells(_)]})}},values:()=>Object.
fromEntries(Object.entries(s().said).map(([u,g])=>[u,a(g)])),box(){let u=L.latLngBounds(f());return u.isValid()?{bounds:u,options:{padding:[48,48],maxZoom:13}}:
null},taken:()=>f().map(u=>{let g=n.latLngToLayerPoint(u);return[g.x-6,g.y-6,g.x+6,g.y+6]})}}function Be({data:e,words:n,choosing:t}){let{t:r}=n;k("notes").replaceChildren(...e.notes.map(s=>b("li",{},n.in(s.text),...s.details.map(i=>b("div",{class:"smal\
l"},n.in(i)))))),k("notes-box").hidden=e.notes.length===0;let o=e.labels.mode_of_trip,a=t.layerControls().map(t.chosen).map(s=>Object.hasOwn(o,s)?o[s]:s),d=e.strip.
filter(s=>!s.concerns.length||s.concerns.some(i=>a.includes(i)));k("strip-notes").textContent=d.map(s=>n.in(s.text)).join(" "),e.notes.length>d.length&&k("strip\
-notes").append(" ",E(r("more_notes",{n:n.plain(e.notes.length)}),()=>{k("notes-box").open=!0,k("notes-box").scrollIntoView(),k("notes-box").querySelector("summ\
ary").focus()})),k("strip-sources").textContent=e.attributions.length?r("source")+": "+e.attributions.join(" · "):"",k("sources").replaceChildren(...e.sources.
map(s=>{let i=s.reference_date?r("reference_date",{date:s.reference_date}):"";return b("li",{},Q(s),". "+[s.attribution,s.licence,i].filter(m=>m).join(" · "))}))}function Ot(e){let n=location.hash.slice(1);return K.includes(n)?n:se(e,navigator.languages)}function St({words:e,choosing:n},t){let{closed:r}=n.view();k("legen\
d-title").textContent=t.title(),k("legend").replaceChildren(...t.legend(),N("frontier",e.t("border_line")),...r?[S(e.t(r))]:[])}function Re({choosing:e},n){if(!k(
"table-box").open){k("table").replaceChildren();return}let{head:t,rows:r}=n.table();B(k("table"),b("table",{class:e.view().kind},b("caption",{},k("headline").textContent),
b("thead",{},b("tr",{},...t.map(o=>b("th",{scope:"col"},o)))),b("tbody",{},...r.map(([o,a])=>b("tr",{},b("th",{scope:"row"},o),...a.map(d=>b("td",{},d)))))))}function Tt({
words:e,choosing:n,said:t},r){let{kind:o,ids:a,mean:d}=n.view(),s=e.t("head_"+o,{...t.values(),...r.values?.()}).trim();k("headline").textContent=s+(a?e.t(d?"of\
_mean":"of_each"):"")}function Ct(e){let n=X(),t=re(n.labels,Ot(n.language)),r=we(n),o={...ye(t,r),..._e(t,r)},a={map:e,data:n,words:t,choosing:r,said:o,base:pe(
e,n)},{state:d,view:s}=r,i=Pe(a),m=new Map,y=me(a,i,m),h={isochrones:he(a),flows:Oe(a),placements:je(a)},w=()=>h[s().kind]??y,c=null,f=!0;function l(){let{bounds:v,
options:x}=w().box?.()??{bounds:a.base.bounds,options:{padding:[4,4]}};e.fitBounds(v,{...x,animate:!1})}function u(){for(let v of m.values())v.remove();m.clear(),
e.closePopup(),i.mark(null)}let g=()=>Ae(a,w().taken?.()??[]);function p(){let{area:v}=d;(c!==d.view||!s().ids)&&u(),c=d.view,J(t,n,e.getContainer()),Be(a),be(a,
p,()=>{f=!0}),Tt(a,w()),w().draw((x,A)=>m.set(x,A.addTo(e))),e.invalidateSize({animate:!1,pan:!1}),f&&(f=!1,l()),St(a,w()),ve(a,i.select),i.showList(),Re(a,w()),
g(),v!==null&&s().ids?.includes(v)&&i.select(v)}function _(){e.invalidateSize({animate:!1,pan:!1}),l()}e.setMaxBounds(a.base.bounds.pad(1.2)),e.getContainer().setAttribute(
"role","region"),e.getPane("bands").style.opacity="0.8",e.on("moveend zoomend resize viewreset",g),e.on("zoomstart",()=>e.getPane("names")?.replaceChildren()),Y(
v=>{t.language=v,p()}),k("table-box").addEventListener("toggle",()=>Re(a,w())),ee(e,l),te(e,_),window.addEventListener("beforeprint",_),window.matchMedia("print").
addEventListener("change",_),p()}Object.assign(globalThis,{grensgeoPage:Ct});})();
