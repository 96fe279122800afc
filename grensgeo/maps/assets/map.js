/* grensgeo map: bundled from js/ by `make js`; edit there.
   sources f521716244612f65: src/pages/areas.js src/pages/bands.js src/pages/base.js src/pages/card.js src/pages/choosing.js src/pages/classes.js src/pages/controls.js src/pages/extremes.js src/pages/figures.js src/pages/flows.js src/pages/keys.js src/pages/map.js src/pages/names.js src/pages/offers.js src/pages/points.js src/pages/selecting.js src/pages/small_print.js src/shared/areas.js src/shared/elements.js src/shared/geometry.js src/shared/numbers.js src/shared/page.js src/shared/room.js src/shared/words.js */
"use strict";(()=>{var v=e=>document.getElementById(e);function Ke(e,n,t){for(let[s,o]of Object.entries(n))o!==null&&o!==!1&&e.setAttribute(s,o===!0?"":String(o));return e.append(
...t.filter(s=>s!==null)),e}function y(e,n={},...t){return Ke(document.createElement(e),n,t)}function K(e,n,t){return e.style[t]=`var(--side-${n})`,e}var Y=e=>K(y("i",{class:"key","aria-hidden":"true"}),e,"background");function J(e,n){for(let[t,s]of Object.
entries(e))document.documentElement.style.setProperty("--side-"+t,s[n?1:0])}function E(e,n,t=null){let s=y("button",{type:"button",class:"link","data-key":t},e);
return s.addEventListener("click",n),s}var Q=()=>JSON.parse(v("grensgeo-data").textContent);function W(e,...n){let t=e.contains(document.activeElement)?document.
activeElement:null,s=t?.getAttribute("data-key")??null,o=!t?.matches(":focus-visible");if(e.replaceChildren(...n.filter(d=>d!==null)),s===null)return;let a=[...e.
querySelectorAll("[data-key]")].find(d=>d.getAttribute("data-key")===s);a instanceof HTMLElement&&a.focus({preventScroll:o})}var Ge=[[".leaflet-control-zoom-in","zoom_in"],[".leaflet-control-zoom-out","zoom_out"],["a.home","home"]],M=e=>[...document.querySelectorAll(`[data-${e}]`)].map(
n=>n);function ee(e,n,t){let{t:s}=e;document.documentElement.lang=e.language,document.title=e.in(n.title),v("title").textContent=e.in(n.title);for(let o of M("t\
ext"))o.textContent=s(String(o.dataset.text),{version:n.version});for(let o of M("said"))o.title=s(String(o.dataset.said));for(let o of M("label"))o.setAttribute(
"aria-label",s(String(o.dataset.label)));qe(e.language),t.setAttribute("aria-label",s("map_region"));for(let[o,a]of Ge){let d=document.querySelector(o);d&&(d.title=
s(a),d.setAttribute("aria-label",s(a)))}}function qe(e){for(let n of M("language"))n.setAttribute("aria-pressed",String(n.dataset.language===e))}function te(e){
for(let n of M("language"))n.addEventListener("click",()=>e(String(n.dataset.language)))}function ne(e){return e.url?y("a",{href:e.url,rel:"noopener noreferrer",
target:"_blank"},e.title):y("span",{},e.title)}function oe(e,n){let t=L.Control.extend({onAdd(){let s=L.DomUtil.create("div","leaflet-bar"),o=L.DomUtil.create("\
a","home",s);return o.href="#",o.setAttribute("role","button"),o.textContent="⌂",L.DomEvent.on(o,"click",a=>{L.DomEvent.stop(a),n()}),s}});new t({position:"to\
pleft"}).addTo(e)}function se(e,n){let t=window.innerWidth;window.addEventListener("resize",()=>{if(window.innerWidth===t){e.invalidateSize({animate:!1});return}
t=window.innerWidth,n()})}var C={nl:"nl-NL",de:"de-DE",en:"en-GB"},Ze=.001,Xe=10,Ve=.095,re=5e-4,ie=.001,Ye=.995,Je=.99;function Qe(e){return e>=Ze&&e<1?{maximumSignificantDigits:2}:{maximumFractionDigits:e<
Xe?1:0}}var et=e=>e.replace("-","−");function G(e){let n=new Map;function t(i,m){let _=JSON.stringify(m),h=n.get(_);return h||n.set(_,h=new Intl.NumberFormat(
e,m)),h.format(i)}let s=i=>t(i,Qe(Math.abs(i))),o=i=>t(i,{style:"percent",maximumFractionDigits:i!==0&&Math.abs(i)<Ve?1:0});function a(i){return i>Ye&&i<1?">"+o(
Je):i>0&&i<re?"<"+o(ie):o(i)}let d=(i,m)=>m>0?"+"+i:et(i);function r(i){return i===0||Math.abs(i)>=re?d(o(i),i):(i<0?"−":"+")+"<"+o(ie)}return{format:t,count:s,
share:o,part:a,signedShare:r,plain:i=>t(i,{}),signedCount:i=>d(s(i),i),minutes:(i,m=0)=>t(i,{minimumFractionDigits:m,maximumFractionDigits:m})}}var q=Object.keys(C);function ae(e,n){return n.map(t=>t.slice(0,2).toLowerCase()).find(t=>q.includes(t))??e}function tt(e,n){return e.replace(/\{(\w+)\}/g,(t,s)=>Object.
hasOwn(n,s)?n[s]:t)}function ce(e,n){let t=n,s=G(C[t]);function o(r,i){let m=e[r];return m&&i!==null&&Object.hasOwn(m,i)?m[i][t]:null}let a=(r,i={})=>tt(o("texts",r)??r,i);return{get language(){
return t},set language(r){t=r,s=G(C[r])},named:o,t:a,count:r=>r===null||Number.isNaN(r)?a("missing"):s.count(r),share:r=>s.share(r),part:r=>s.part(r),plain:r=>s.
plain(r),signedCount:r=>s.signedCount(r),signedShare:r=>s.signedShare(r),minutes:(r,i)=>s.minutes(r,i),opportunity:r=>o("opportunities",r)??r,period:r=>o("perio\
ds",r)??r,in:r=>r[t],capital:r=>r.charAt(0).toLocaleUpperCase(C[t])+r.slice(1),lowered:r=>r.charAt(0).toLocaleLowerCase(C[t])+r.slice(1),sort:(r,i)=>r.localeCompare(
i,C[t]),date:r=>new Intl.DateTimeFormat(C[t],{weekday:"short",day:"numeric",month:"short",timeZone:"UTC"}).format(r),clock:r=>new Intl.DateTimeFormat(C[t],{hour:"\
2-digit",minute:"2-digit",timeZone:"UTC"}).format(r),sentence(r,i){return a(r).split(/(\{\w+\})/).map(m=>{let _=m.startsWith("{")?m.slice(1,-1):null;return _!==
null&&Object.hasOwn(i,_)?i[_]:m})}}}function le(e,n){let t={step:0,negative:!1};if(e==null)return{kind:"missing",...t};if(e==="u")return{kind:"undefined",...t};if(e==="n")return{kind:"noise",...t};
if(e===0)return{kind:"zero",...t};let s=Number(e);return{kind:"step",step:n.filter(o=>Math.abs(s)>=o).length,negative:s<0}}var nt={missing:"url(#hatch-missing)",
undefined:"url(#hatch-undefined)",zero:"#ffffff"};function Z(e,n,t,s){if(e.kind==="noise")return s.noise;if(e.kind!=="step")return nt[e.kind];let o=s[n];if(n===
"diverging"){let d=o.length/2,r=t.length<2?Math.min(e.step+1,d-1):e.step;return e.negative?o[d-1-r]:o[d+r]}let a=t.length?e.step*(o.length-1)/t.length:o.length-
1;return o[Math.round(a)]}function B(e){let n=[],[t,s]=[0,0];for(let o=0;o<e.length;o+=2)t+=e[o],s+=e[o+1],n.push([s/1e4,t/1e4]);return n}var P=e=>e.map(n=>n.map(B)),ue=(e,n)=>e[2]<n[0]||
e[0]>n[2]||e[3]<n[1]||e[1]>n[3];var ot=[[9,15e4],[10,5e4]];function fe(e){return e.map(([n,t,s,o,a,d,r],i)=>{let m=P(r);return{number:i,code:n,name:t,country:s,nuts3:o,part:a,population:d,rings:m,
centre:L.latLngBounds(m.flat(2)).getCenter()}})}function pe(e,n){let t=ot.find(([s])=>n<s);return e.part!=="ring"||!t||e.population>=t[1]}var de=e=>e>2e5?15:e>6e4?
13:11.5;var me=[["land",200,!1],["figures",300,!1],["bands",350,!1],["lines",400,!0],["frontier",420,!0],["points",430,!1],["chosen",440,!0],["names",620,!0]],st=me.map(
([e])=>e).filter(e=>e!=="names"),$="#f3f1ec",H="#7d7f86",rt="#c9c5bb",j="#c2185b",it=.4,at=[["water",{color:"#9cc3d9",weight:2}],["road",{color:"#8f8a80",weight:.9,
opacity:.75}],["rail",{color:"#4a4a52",weight:1.6,dashArray:"6 3"}]];function ct(e){for(let[n,t,s]of me){let o=e.createPane(n);o.style.zIndex=String(t),s&&(o.style.
pointerEvents="none")}return Object.fromEntries(st.map(n=>[n,L.svg({pane:n,padding:.4})]))}function ge(e,n){let t=ct(e),s=fe(n.base.areas),o=(h,w)=>({pane:h,renderer:t[h],
smoothFactor:it,...w}),a=(h,w)=>o(h,{interactive:!1,...w});for(let h of s){L.polygon(h.rings,a("land",{stroke:!0,color:$,weight:.8,fillColor:$,fillOpacity:n.land})).
addTo(e);let w=h.part==="ring";L.polygon(h.rings,a("lines",{fill:!1,weight:w?.5:.8,color:w?rt:H})).addTo(e)}for(let[h,w]of at){let l=(n.lines[h]||[]).map(B);l.length&&
L.polyline(l,a("lines",w)).addTo(e)}let d=n.base.border.map(B);L.polyline(d,a("frontier",{color:"#ffffff",weight:5,opacity:.9})).addTo(e),L.polyline(d,a("fronti\
er",{color:j,weight:2.6})).addTo(e),L.control.scale({imperial:!1,position:"bottomright",maxWidth:120}).addTo(e);let[r,i,m,_]=n.base.bounds;return{areas:s,frontier:d,
renderers:t,live:o,flat:a,bounds:L.latLngBounds([r,i],[m,_])}}function O(e,n){let t=y("i",{class:"swatch","aria-hidden":"true"});return e.startsWith("url(#")?t.classList.add(e.slice(5,-1)):t.style.backgroundColor=e,y("li",
{},t,n)}var N=(e,n)=>y("li",{},y("i",{class:"swatch "+e,"aria-hidden":"true"}),n);function z(e,n,t){let s=N("line",t),o=s.firstChild;return o.style.borderTopColor=
e,o.style.borderTopWidth=n+"px",s}var S=e=>y("li",{class:"said"},e);function T(e,n,t){let s=y("span",{},...t?[Y(t)]:[],e);return y("div",{class:"row"},s,y("b",{},
n))}var he="url(#hatch-missing)";function lt({data:e,words:n,choosing:t,said:s},o,a){let{t:d}=n,r=s.units[o.unit];function i(w){return w===0?d("class_below",{a:r(a[0])}):
w===a.length?d("class_above",{a:r(a[w-1])}):d("class_between",{a:r(a[w-1]),b:r(a[w])})}let m=(w,l=!1)=>Z({kind:"step",step:w,negative:l},o.palette,a,e.palettes),
_=a.length?[...a.keys(),a.length]:[];if(o.palette==="diverging"){let w=l=>_.map(f=>O(m(f,l),(l?"− ":"+ ")+i(f)));return[...w(!1).reverse(),O("#ffffff",d("clas\
s_same")),...w(!0)]}let h=t.layer().values[t.fieldName()].includes(0);return[..._.toReversed().map(w=>O(m(w),i(w))),...h?[O("#ffffff",d(o.palette==="effect"?"cl\
ass_zero_effect":"class_zero"))]:[]]}function ut({data:e,words:n,choosing:t,base:s,said:o},a){let{t:d}=n,{view:r,layer:i,fieldName:m}=t,_=i().values[m()],h=r().
ids??[],w=s.areas.filter(u=>!h.includes(u.number)),l=h.map((u,g)=>o.marks(g)),f=(i().values.unknown||[]).filter(u=>Number(u)>0).length;return[...[[_.includes("n"),
e.palettes.noise,"class_noise"],[_.includes("u"),"url(#hatch-undefined)",r().undefined||"undefined"],[_.includes(null)||w.some(u=>u.part!=="ring"),he,"class_mis\
sing"],[l.some(u=>u.edge),"url(#hatch-edge)",a.palette==="sequential"?"class_edge":"class_edge_other"],[l.some(u=>u.still&&!u.edge),"url(#hatch-still)","class_s\
till"]].filter(([u])=>u).map(([,u,g])=>O(u,d(g,{noise:g==="class_noise"?n.share(r().noise):""}))),...f?[S(d("bounds",{n:n.count(f)}))]:[],...w.some(u=>u.part===
"ring")?[O($,d("class_outside"))]:[]]}function ft({data:e,choosing:n,base:t,said:s},o,a,d){let{state:r,view:i,layer:m,fieldName:_,field:h}=n,w=m().breaks[h().group],
l=m().values[_()];function f(c,u){let g=L.polygon(t.areas[c].rings,t.live("figures",{color:H,weight:.6,fillColor:u,fillOpacity:1}));g.bindTooltip(()=>o.card(c,!0),
{sticky:!0,opacity:1,className:"hover"}),g.on("mouseover",()=>o.mark(c)),g.on("mouseout",()=>o.mark(r.area)),g.on("click",p=>{g.closeTooltip(),o.select(c,p.latlng)}),
d("area"+c,g)}(i().ids??[]).forEach((c,u)=>{let g=Z(le(l[u],w),h().palette,w,e.palettes),p=a.get("area"+c);p?p.setStyle({fillColor:g}):f(c,g),a.get("over"+c)?.remove(),
a.delete("over"+c);let{edge:b,still:x}=s.marks(u);!b&&!x||d("over"+c,L.polygon(t.areas[c].rings,t.flat("lines",{stroke:!1,fillColor:b?"url(#hatch-edge)":"url(#h\
atch-still)",fillOpacity:1})))});for(let c of t.areas)c.part==="ring"||a.has("area"+c.number)||d("area"+c.number,L.polygon(c.rings,t.flat("figures",{color:H,weight:.6,
fillColor:he,fillOpacity:1})))}function we(e,n,t){let{words:s,choosing:o,base:a,said:d}=e,{t:r}=s,{view:i,layer:m,field:_}=o;return{draw:h=>ft(e,n,t,h),title:()=>d.
fieldTitle(_()),legend:()=>[...lt(e,_(),m().breaks[_().group]),...ut(e,_())],table(){let h=[...i().rows.map(([l,f,c])=>[r(l),d.where()+f,c]),...(i().bar??[]).map(
l=>[r(l),l,"count"])],w=(i().ids??[]).map((l,f)=>({area:a.areas[l],slot:f})).sort((l,f)=>s.sort(l.area.name,f.area.name));return{head:[r("municipality"),r("coun\
try"),...h.map(([l])=>s.capital(l))],rows:w.map(({area:l,slot:f})=>[l.name,[l.country,...h.map(([,c,u])=>d.figureAt(c,f,u))]])}}}}var pt="#888888",be="other";function ye({map:e,data:n,words:t,choosing:s,base:o}){let{t:a,count:d}=t,{view:r,layer:i}=s,m=()=>[...r().parts,be];function _(c){let u=i().
bands.map(b=>b.cutoff).sort((b,x)=>b-x),g=u.length>1?u.indexOf(c)/(u.length-1):0,{bands:p}=n.palettes;return r().cutoffs.includes(c)?p[Math.round(g*(p.length-2))]:
pt}let h=(c,u)=>a("area_km2",{n:d(c.km2[u]||0)}),w=c=>a("within",{n:t.plain(c.cutoff)});function l(c){let[u,g]=i().key,p=m().filter(b=>c.km2[b]>0||b!==be);return y(
"div",{class:"card"},y("strong",{},r().names[u]??u),y("div",{class:"main"},w(c)),y("div",{class:"small"},t.named("by_mode",g)??""),...p.map(b=>T(a(b),h(c,b))))}
function f(c){let{all:u}=c.km2,g=(n.home[i().key[0]]??"").toLowerCase(),b=(g?r().parts.filter(x=>x!==g):[]).reduce((x,k)=>x+(c.km2[k]||0),0);return b&&u?a("area\
_share",{n:d(u),p:t.share(b/u)}):a("area_km2",{n:d(u)})}return{draw(c){i().bands.forEach((g,p)=>{let b=L.polygon(P(g.geometry),o.live("bands",{color:"#ffffff",weight:1,
fillColor:_(g.cutoff),fillOpacity:1}));b.bindTooltip(()=>l(g),{sticky:!0,opacity:1,className:"hover"}),b.on("click",x=>{b.closeTooltip(),L.popup({maxWidth:290}).
setLatLng(x.latlng).setContent(l(g)).openOn(e)}),c("band"+p,b)});let u=n.origins[i().key[0]];u&&c("halo",L.circleMarker([u[1],u[0]],{...o.flat("chosen",{color:"\
#ffffff",weight:3,fillColor:j,fillOpacity:1}),radius:8}))},title:()=>a("travel_time"),legend:()=>i().bands.toReversed().map(c=>{let u=O(_(c.cutoff),w(c));return u.
append(y("small",{},f(c))),u}),table:()=>({head:[t.capital(a("cutoff")),...m().map(c=>a(c))],rows:i().bands.toReversed().map(c=>[a("minutes",{n:t.plain(c.cutoff)}),
m().map(u=>h(c,u))])}),box(){let c=L.latLngBounds([]);for(let u of i().bands)c.extend(L.polyline(P(u.geometry).flat()).getBounds());return c.isValid()?{bounds:c,
options:{padding:[24,24]}}:null}}}function _e(e){let n={view:0,choices:{},area:null},t=()=>e.views[n.view],s=()=>t().controls.filter(m=>!m.field);function o(m){let{values:_}=d(),h=w=>Object.hasOwn(
_,w)&&_[w].some(l=>typeof l=="number");return[m.start,...m.options].find(h)??m.start}function a(m){let _=n.choices[m.id];return m.options.includes(_)?_:m.id==="\
destination"&&t().kind==="reach"?o(m):m.start}function d(){let m=s().map(a);return t().layers.find(_=>_.key.every((h,w)=>h===m[w]))??t().layers[0]}function r(m,_){
n.choices[m.id]=_;let h=s(),w=h.map(a),l=h.indexOf(m),f=g=>g.key.filter((p,b)=>p===w[b]).length,u=(l<0?[d()]:t().layers.filter(g=>g.key[l]===_)).reduce((g,p)=>f(
p)>f(g)?p:g);h.forEach((g,p)=>{n.choices[g.id]=u.key[p]})}let i=()=>t().controls.filter(m=>m.field).map(a).join("_");return{state:n,view:t,layer:d,layerControls:s,
chosen:a,choose:r,fieldName:i,field:()=>t().fields[i()]}}var dt=6,mt=4;function gt({id:e,name:n,options:t,current:s,pick:o}){let a=y("select",{id:"c-"+e,"data-key":e});for(let[d,r]of t){let i=y("option",{value:d},r);i.
selected=d===s,a.append(i)}return a.addEventListener("change",()=>o(a.value)),y("div",{class:"choice"},y("label",{for:"c-"+e,class:"legend"},n),a)}function ht({
id:e,name:n,options:t,current:s,pick:o}){let a=y("div",{class:"pills"});for(let[d,r]of t){let i=y("input",{type:"radio",name:e,value:d,checked:d===s,"data-key":e+
"="+d});i.addEventListener("change",()=>o(d)),a.append(y("label",{class:"pill"},i,y("span",{},r)))}return y("fieldset",{class:"choice"},y("legend",{class:"legen\
d"},n),a)}function xe({data:e,words:n,choosing:t,said:s},o,a){let{state:d,view:r,chosen:i,choose:m}=t,_=r().controls.map(h=>({id:h.id,name:n.t(h.id),current:i(h),
options:h.options.map(w=>[w,s.optionLabel(h.id,w)]),pick(w){m(h,w),h.id==="origin"&&a(),o()}}));_.unshift({id:"view",name:n.t("view"),current:String(d.view),options:e.
views.map((h,w)=>[String(w),n.t("view_"+h.kind)]),pick(h){d.view=Number(h),a(),o()}}),W(v("controls"),..._.filter(({options:h})=>h.length>1).map(h=>{let w=h.id===
"origin"?mt:dt;return h.options.length>w?gt(h):ht(h)}))}function U(e){return e.palette!=="diverging"?e.unit:e.unit==="percent"?"change_percent":"change"}function ve(e,n){let{t,count:s}=e,{view:o,layer:a}=n,d={count:s,
percent:e.share,change:e.signedCount,change_percent:e.signedShare};function r(l,f){return l==null?t("missing"):l==="u"?t("undefined"):l==="n"?t("class_noise",{noise:e.
share(o().noise)}):d[f](Number(l))}function i(l,f){let{values:c}=a();return Object.hasOwn(c,l)?c[l][f]:void 0}function m(l,f){let c=i(l,f);return typeof c=="num\
ber"?c:null}function _(l,f){if(l!=="open"||(i(l,f)??null)!==null)return null;let c=o().bar??[],u=c.reduce((p,b)=>p+(m(b,f)??0),0),g=c.filter(p=>m(p,f)===null);return!(u>
0)||!g.length?null:[t("at_least",{n:s(u)}),g.map(p=>t("no_data_of",{country:t(p)})).join(", ")].join(" – ")}function h(l,f,c){let u=_(l,f);if(u!==null)return u;
let g=r(i(l,f),c);return c==="count"&&m(l,f)!==null&&(m("unknown",f)??0)>0?t("at_least",{n:g}):g}return{units:d,figureAt:h,numberAt:m,marks:l=>({edge:(m("edge",
l)??0)>(o().edge_share??1),still:i("without",l)===1})}}function ke(e,n){let{t}=e,{view:s,layerControls:o,chosen:a,fieldName:d}=n;function r(l,f){return l==="mod\
e"?e.named("modes",f)??(f==="any"?t("mode_any"):f):l==="opportunity"?e.opportunity(f):l==="cutoff"?t("minutes",{n:e.plain(Number(f))}):l==="origin"?s().names[f]??
f:l==="scenario"?f==="baseline"?t("baseline"):f:t(l+"_"+f)}function i(l){let f=l==="all"?"":l==="any"?t("by_any"):l;return e.named("by_mode",l)??f}let m=()=>Object.
fromEntries(o().map(l=>{let f=a(l),c=l.id==="mode"?i(f):l.id==="cutoff"?e.plain(Number(f)):r(l.id,f);return[l.id,c]})),_=()=>s().kind==="scenario"?", "+t("desti\
nation_"+d().split("_")[0]):"";return{optionLabel:r,values:m,where:()=>s().kind==="scenario"?d().split("_")[0]+"_":"",fieldTitle:l=>e.capital(t(l.label,m()))+_()}}function Le({words:e,choosing:n,base:t,said:s},o){let{t:a,count:d}=e,{view:r,layer:i,fieldName:m,field:_}=n,h=v("extremes");h.replaceChildren();let{ids:w}=r();if(!w)
return;let l=U(_()),f=i().values[m()],c=w.map((x,k)=>({number:x,value:f[k],mark:s.marks(k)})).filter(x=>typeof x.value=="number"),u=c.filter(({mark:x})=>!x.edge&&
!x.still).sort((x,k)=>Number(k.value)-Number(x.value));function g(x,k){let A=l==="count"||l==="change"?" "+s.values().opportunity:"",I=F=>s.units[l](Number(F))+
A,R=u.filter(F=>I(F.value)===I(k)),Fe=R.length>1?a("tied",{n:d(R.length)}):E(t.areas[R[0].number].name,()=>o(R[0].number));h.append(y("div",{},a(x)+": ",Fe," ",
y("b",{},I(k))))}let p=u.at(-1);p&&u[0].value!==p.value&&(g("highest",u[0].value),g("lowest",p.value));let b=[{why:"edge",n:c.filter(({mark:x})=>x.edge).length},
{why:"still",n:c.filter(({mark:x})=>x.still&&!x.edge).length}].filter(({n:x})=>x>0).map(({why:x,n:k})=>a("left_"+x,{n:d(k)}));b.length&&h.append(y("div",{class:"\
small"},a("left_out",{parts:b.join(", ")})))}var Oe="#3c3f46",Se=.12,Te=16;function wt([e,n],[t,s]){let o=Math.cos((n+s)/2*Math.PI/180),a=[(e+t)/2+Se*(s-n)/o,(n+s)/2-Se*(t-e)*o];return Array.from({length:Te+
1},(d,r)=>{let i=r/Te;return[(1-i)**2*n+2*i*(1-i)*a[1]+i*i*s,(1-i)**2*e+2*i*(1-i)*a[0]+i*i*t]})}function Ce({data:e,words:n,choosing:t,base:s}){let{t:o,count:a}=n,
{layer:d}=t,{areas:r}=s,i=new Map(e.base.places.map(([l,f,c])=>[l,[f,c]])),m=([l,f])=>e.palettes.flows[r[l].country===r[f].country?0:1];function _(l){let{breaks:f}=d(),
c=f.filter(u=>l>=u).length;return e.widths[Math.round(c*(e.widths.length-1)/Math.max(f.length,1))]}let h=([l,f,c])=>y("div",{class:"card"},y("strong",{},r[l].name+
" → "+r[f].name),y("div",{class:"main"},a(c)));function w(){let l=d().breaks;return l.length?[...l.map((c,u)=>z(Oe,_(c),u+1===l.length?o("class_above",{a:a(c)}):
o("class_between",{a:a(c),b:a(l[u+1])}))).reverse(),z(Oe,_(0),o("class_below",{a:a(l[0])}))]:[]}return{draw(l){d().flows.toReversed().forEach((f,c)=>{let[u,g]=[
i.get(f[0]),i.get(f[1])];if(!u||!g)return;let p=L.polyline(wt(u,g),{pane:"bands",renderer:s.renderers.bands,color:m(f),weight:_(f[2]),opacity:1,lineCap:"butt"});
p.bindTooltip(()=>h(f),{sticky:!0,opacity:1,className:"hover"}),l("flow"+c,p)})},title:()=>n.capital(o("field_flows")),legend(){let{left_out:l,people_left_out:f,
outside:c,missing:u}=d(),[g,p]=e.palettes.flows;return[...w(),z(g,4,o("flow_within")),z(p,4,o("flow_across")),...l?[S(o("flow_left_out",{n:a(l),p:a(f)}))]:[],...c?
[S(o("flow_outside",{n:a(c)}))]:[],...u?[S(o("flow_missing",{n:a(u)}))]:[]]},table:()=>({head:["flow_from","flow_to","flow_count"].map(l=>n.capital(o(l))),rows:d().
flows.map(([l,f,c])=>[r[l].name,[r[f].name,a(c)]])})}}function Ne(e,n){let t=document.createElement("canvas").getContext("2d"),s=getComputedStyle(document.body).fontFamily,o=e.containerPointToLayerPoint([0,0]),a=L.
bounds(o,e.containerPointToLayerPoint(e.getSize())),[d,r]=[a.min,a.max];return{screen:a,point:i=>e.latLngToLayerPoint(i),free:i=>i[0]>=d.x&&i[2]<=r.x&&i[1]>=d.y&&
i[3]<=r.y&&n.every(m=>ue(m,i)),take:(...i)=>{n.push(...i)},widthOf(i,m,_){return t.font=`${_?600:400} ${m}px ${s}`,t.measureText(i).width}}}var Ee=({x:e,y:n},t,s,o)=>[
[e+o,n-s/2],[e-o-t,n-s/2],[e-t/2,n-s-4],[e-t/2,n+4]];function D(e,n,t){return e.style.transform=`translate(${n}px,${t}px)`,e}var bt=13,Ae=18,Ie=14,yt=12,Me=[48,126];function _t({data:e,choosing:n,base:t},s){let o=n.view().kind==="isochrones"?n.layer().key[0]:null;if(o===null||!e.origins[o]||
t.areas.some(_=>_.code===o))return[];let[a,d]=e.origins[o],r=s.point([d,a]),i=n.view().names[o];s.take([r.x-10,r.y-10,r.x+20+s.widthOf(i,Ie,!0),r.y+10]);let m=y(
"span",{class:"place big"},i);return m.style.fontSize=Ie+"px",[D(m,r.x+13,r.y-9)]}function xt(e,n,t){let s=de(e.population),o=s>yt,a=t.widthOf(e.name,s,o)+8,d=s*
1.3,r=Ee(n,a,d,4).find(([w,l])=>t.free([w,l,w+a,l+d]));if(!r)return[];let[i,m]=r;t.take([i,m,i+a,m+d],[n.x-3,n.y-3,n.x+3,n.y+3]);let _=e.part==="ring"?" ring":"",
h=y("span",{class:"place"+_+(o?" big":"")},e.name);return h.style.fontSize=s+"px",[D(y("i",{class:"dot"}),n.x-2.5,n.y-2.5),D(h,i+4,m)]}function vt(e,n,t,s){let o=s.
widthOf(e.toLocaleUpperCase(),bt,!0)+e.length*2.4+8;function a(r,i){let m=L.bounds([r-6,i-4],[r+o+6,i+22]);return t.some(_=>_.some(h=>m.contains(h)))}let d=n.map(
r=>[r.x-o/2,r.y-Ae/2]).find(([r,i])=>!a(r,i)&&s.free([r,i,r+o,i+Ae]));return d?[D(y("span",{class:"country"},e),d[0],d[1])]:[]}function Pe(e,n){let{map:t,data:s,
words:o,base:a}=e,{x:d,y:r}=t.containerPointToLayerPoint([0,0]),i=Ne(t,[[d,r,d+Me[0],r+Me[1]],...n]),m=_t(e,i);for(let[h,w,l]of s.base.places){let f=a.areas[h],
c=i.point([l,w]);pe(f,t.getZoom())&&i.screen.contains(c)&&m.push(...xt(f,c,i))}let _=a.frontier.map(h=>h.map(i.point));if(_.flat().some(h=>i.screen.contains(h))){
let h=i.point(L.latLngBounds(a.frontier.flat()).getCenter());for(let w of new Set(a.areas.map(l=>l.country))){let l=a.areas.filter(f=>f.country===w).map(f=>i.point(
f.centre)).sort((f,c)=>f.distanceTo(h)-c.distanceTo(h));m.push(...vt(o.t(w.toLowerCase()),l,_,i))}}t.getPane("names")?.replaceChildren(...m)}var kt=["sector","level","language","period"];function je({words:e,choosing:n}){let{t,count:s,capital:o}=e,{view:a,layer:d}=n,r=p=>t("minutes",{n:s(Math.round(p))});
function i(p){return p===null||!/^[a-z]{2}$/.test(p)?p:new Intl.DisplayNames([e.language],{type:"language"}).of(p)??p}let m=p=>({what:o(e.named("opp_types",p.type)??
p.type),sector:e.named("sectors",p.sector)??p.sector,level:p.level,language:i(p.language),period:p.from===null&&p.to===null?null:[p.from??"…",p.to??"…"].join(
" – ")});function _(p){let b=d().key[0]==="any"?p.mode:d().key[0];return e.named("modes",b)??b}let h=p=>a().places[p.place][2],w=p=>p.unsure.map(b=>t("unsure_"+
b)).join(", "),l=p=>y("div",{class:"small warn"},p);function f(p){let b=m(p),x=y("div",{class:"offer"},y("strong",{},b.what));p.count!==null&&p.count!==1&&x.append(
T(o(t("placement_places")),s(p.count)));for(let k of kt)k==="period"&&b.period===null||x.append(T(o(t("placement_"+k)),b[k]??t("placement_not_told")));return x.
append(T(o(t("placement_id")),p.id)),p.unsure.length&&x.append(l(t("placement_unsure_what",{what:w(p)}))),p.main_place&&x.append(l(t("placement_at_main_place"))),
x}function c(p,b){let[x,k]=p[0],A=t(x.country.toLowerCase())+(h(x)?" ("+t("side_across")+")":"");return y("div",{class:"card"},y("div",{class:"main"},r(k)),y("d\
iv",{class:"small"},_(x)+" · "+A),...p.slice(0,b).map(([I])=>f(I)),...p.length>b?[y("div",{class:"small"},"+ "+s(p.length-b))]:[])}let u=()=>["placement_time",
"country","placement_sector","placement_by","placement_what","placement_level","placement_language","placement_not_told"].map(p=>o(t(p)));function g(p){let b=m(
p);return[p.country+(h(p)?" ◆":""),b.sector??"–",_(p),b.what,b.level??"–",b.language??"–",w(p)]}return{minutes:r,card:c,columns:u,cells:g}}var X=e=>y("div",{class:"small warn"},e);function ze({words:e,choosing:n,base:t,said:s}){let{t:o}=e,{view:a,fieldName:d,field:r}=n;function i(l){let f=t.areas[l],
c=o("population",{n:e.plain(f.population)});return[y("strong",{},f.name),y("div",{class:"small"},[o(f.country.toLowerCase()),f.nuts3,c].join(" · "))]}function m(l){
let f=r();return[y("div",{class:"main"},s.figureAt(d(),l,U(f))),y("div",{class:"small"},s.fieldTitle(f)+(a().mean?o("of_mean_here"):""))]}function _(l){let f=(a().
bar??[]).map(p=>({name:p,value:s.numberAt(p,l)})),c=f.map(({name:p})=>T(o(p),s.figureAt(p,l,"count"),p)),u=f.reduce((p,{value:b})=>p+(b??0),0);if(!(u>0)||f.some(
({value:p})=>p===null))return c;let g=y("div",{class:"bar","aria-hidden":"true"});for(let{name:p,value:b}of f){let x=K(y("i"),p,"background");x.style.width=100*
Number(b)/u+"%",g.append(x)}return[g,...c]}let h=l=>a().rows.map(([f,c,u])=>T(e.capital(o(f)),s.figureAt(s.where()+c,l,u)));function w(l,f){let c=s.numberAt("wi\
thout",l),u=s.numberAt("edge",l)??0,g=s.numberAt("unknown",l)??0;return[...c!==null&&!f?[T(o("row_without"),e.share(c))]:[],...s.marks(l).still?[X(o("mark_still"))]:
[],...u>0?[X(o("edge_mean",{share:e.share(u)}))]:[],...g>0?[X(o("lower_bound",{n:e.count(g)}))]:[]]}return function(f,c=!1){let u=(a().ids??[]).indexOf(f);return y(
"div",{class:"card"},...i(f),...m(u),..._(u),...c?[]:h(u),...w(u,c))}}function De(e){let{map:n,data:t,words:s,choosing:o,base:a}=e,{state:d,view:r}=o,i=ze(e),m=null,_=null;function h(c){m&&m.remove(),m=c===null?null:L.polygon(a.areas[c].
rings,a.flat("chosen",{fill:!1,color:"#111827",weight:3})).addTo(n)}function w(c){let u=t.base.places.find(g=>g[0]===c);return u?[u[2],u[1]]:a.areas[c].centre}function l(c,u){
let g=u??(_&&d.area===c?_.getLatLng():void 0)??w(c);d.area=c,h(c),v("find").value=String(c),_?_.setLatLng(g).setContent(i(c)):_=L.popup({maxWidth:290,autoPanPadding:[
16,16]}).setLatLng(g).setContent(i(c)).openOn(n),V(s.t("close"))}n.on("popupclose",()=>{_=null,d.area=null,h(null),v("find").value=""});function f(){let{ids:c}=r();
if(v("find-box").hidden=!c,!c)return;let u=new Map;for(let g of c){let p=a.areas[g];u.set(p.nuts3,[...u.get(p.nuts3)??[],p])}v("find").replaceChildren(y("option",
{value:""},s.t("find_none")),...[...u].map(([g,p])=>y("optgroup",{label:g},...p.sort((b,x)=>s.sort(b.name,x.name)).map(b=>y("option",{value:String(b.number)},b.
name))))),v("find").value=d.area===null?"":String(d.area)}return v("find").addEventListener("change",()=>{v("find").value!==""?l(Number(v("find").value)):n.closePopup()}),
{card:i,mark:h,select:l,showList:f}}function V(e){let n=document.querySelector(".leaflet-popup-close-button");n&&n.setAttribute("aria-label",e)}var Lt=1.0001,Re=760,We=e=>L.CircleMarker.extend({_updatePath(){let{x:n,y:t}=this._point;this._renderer._setPath(this,e(n,t,this._radius))}});function Ot(e,n,t){
let s=t*1.3;return`M${e-s} ${n}L${e} ${n-s}L${e+s} ${n}L${e} ${n+s}Z`}function St(e,n,t){return`M${Array.from({length:10},(o,a)=>{let d=t*(a%2?.45:1);return`${e+
d*Math.sin(a*Math.PI/5)} ${n-d*Math.cos(a*Math.PI/5)}`}).join("L")}Z`}function Be(e,n){let t=n.findIndex(([s])=>e<=s*Lt);return t<0?n.length-1:t}function Tt(e){
let{map:n,words:t,choosing:s,base:o}=e,{view:a,layer:d}=s,r=je(e),i=We(Ot),m=We(St);function _(){let f=new Map;for(let[c,u]of d().rows){let g=a().offers[c];f.has(
g.place)||f.set(g.place,[]),f.get(g.place).push([g,u])}return f}function h(f){let[c,u]=a().places[f[0][0].place],p=L.popup({maxWidth:290,maxHeight:320,autoPanPadding:[
16,16]}).setLatLng([u,c]).setContent(r.card(f,f.length)).openOn(n).getElement()?.querySelector(".leaflet-popup-content");p instanceof HTMLElement&&(p.tabIndex=0),
V(t.t("close"))}function w(f,c){let[u,g,p]=a().places[f],b=new(p?i:L.CircleMarker)([g,u],{pane:"points",renderer:o.renderers.points,radius:Math.min(7+1.5*Math.log2(
c.length),14),color:"#1d1f24",weight:1.4,fillColor:a().bands[Be(c[0][1],a().bands)][1],fillOpacity:1});return b.bindTooltip(()=>r.card(c,2),{opacity:1,className:"\
hover"}),b.on("click",()=>{b.closeTooltip(),h(c)}),b}return{offers:r,groups:_,open:h,marker:w,homeMarker:([f,c])=>new m([c,f],{pane:"points",renderer:o.renderers.
points,interactive:!1,radius:13,color:"#ffffff",weight:2,fillColor:j,fillOpacity:1})}}function $e(e){let{map:n,words:t,choosing:s}=e,{t:o,count:a}=t,{view:d,layer:r}=s,
{offers:i,groups:m,open:_,marker:h,homeMarker:w}=Tt(e),l=!1;function f(){let{places:u,home:g}=d(),p=[...m().keys()].map(b=>L.latLng(u[b][1],u[b][0]));return g?[
...p,L.latLng(g[1],g[0])]:p}function c(){let{bands:u}=d(),g=r().rows.map(([,p])=>Be(p,u));return u.map(([p,b],x)=>O(b,o("placement_band",{a:a(x?u[x-1][0]:0),b:a(
p),n:a(g.filter(k=>k===x).length)})))}return{draw(u){for(let[p,b]of[...m()].reverse())u("point"+p,h(p,b));let{home:g}=d();g&&u("home",w(g)),!l&&window.innerWidth>
Re&&(v("table-box").open=!0),l=!0},title:()=>o("placement_offers"),legend(){let u=Object.entries(r().asides).filter(([,b])=>b).map(([b,x])=>o(b,{n:a(x)}));r().rows.
length||u.unshift(o("placement_none")),[...m().values()].some(b=>b.length>1)&&u.unshift(o("placement_several"));let g=d().controls.find(b=>b.id==="side"),p=g&&g.
options.length>1?[N("circle",o("placement_own")),N("diamond",o("placement_across"))]:[];return[...c(),...p,...d().home?[N("star",o("placement_home"))]:[],...u.map(
S)]},table(){let u=m();return{head:i.columns(),rows:r().rows.map(([g,p])=>{let b=d().offers[g];return[E(i.minutes(p),()=>{_(u.get(b.place)??[[b,p]]),window.innerWidth<=
Re&&n.getContainer().scrollIntoView()},String(g)),i.cells(b)]})}},values:()=>Object.fromEntries(Object.entries(r().said).map(([u,g])=>[u,a(g)])),box(){let u=L.latLngBounds(
f());return u.isValid()?{bounds:u,options:{padding:[48,48],maxZoom:13}}:null},taken:()=>f().map(u=>{let g=n.latLngToLayerPoint(u);return[g.x-6,g.y-6,g.x+6,g.y+6]})}}function He({data:e,words:n,choosing:t}){let{t:s}=n;v("notes").replaceChildren(...e.notes.map(r=>y("li",{},n.in(r.text),...r.details.map(i=>y("div",{class:"smal\
l"},n.in(i)))))),v("notes-box").hidden=e.notes.length===0;let o=e.labels.mode_of_trip,a=t.layerControls().map(t.chosen).map(r=>Object.hasOwn(o,r)?o[r]:r),d=e.strip.
filter(r=>!r.concerns.length||r.concerns.some(i=>a.includes(i)));v("strip-notes").textContent=d.map(r=>n.in(r.text)).join(" "),e.notes.length>d.length&&v("strip\
-notes").append(" ",E(s("more_notes",{n:n.plain(e.notes.length)}),()=>{v("notes-box").open=!0,v("notes-box").scrollIntoView(),v("notes-box").querySelector("summ\
ary").focus()})),v("strip-sources").textContent=e.attributions.length?s("source")+": "+e.attributions.join(" · "):"",v("sources").replaceChildren(...e.sources.
map(r=>{let i=r.reference_date?s("reference_date",{date:r.reference_date}):"";return y("li",{},ne(r),". "+[r.attribution,r.licence,i].filter(m=>m).join(" · "))}))}function Ct(e){let n=location.hash.slice(1);return q.includes(n)?n:ae(e,navigator.languages)}function Nt({data:e,words:n,choosing:t},s){let{closed:o}=t.view();v(
"legend-title").textContent=s.title(),v("legend").replaceChildren(...s.legend(),...e.base.border.length?[N("frontier",n.t("border_line"))]:[],...o?[S(n.t(o))]:[])}
function Ue({choosing:e},n){if(!v("table-box").open){v("table").replaceChildren();return}let{head:t,rows:s}=n.table();W(v("table"),y("table",{class:e.view().kind},
y("caption",{},v("headline").textContent),y("thead",{},y("tr",{},...t.map(o=>y("th",{scope:"col"},o)))),y("tbody",{},...s.map(([o,a])=>y("tr",{},y("th",{scope:"\
row"},o),...a.map(d=>y("td",{},d)))))))}function Et({words:e,choosing:n,said:t},s){let{kind:o,ids:a,mean:d}=n.view(),r=e.t("head_"+o,{...t.values(),...s.values?.()}).
trim();v("headline").textContent=r+(a?e.t(d?"of_mean":"of_each"):"")}function At(e){let n=Q(),t=ce(n.labels,Ct(n.language));J(n.sides,!1);let s=_e(n),o={...ve(t,
s),...ke(t,s)},a={map:e,data:n,words:t,choosing:s,said:o,base:ge(e,n)},{state:d,view:r}=s,i=De(a),m=new Map,_=we(a,i,m),h={isochrones:ye(a),flows:Ce(a),placements:$e(
a)},w=()=>h[r().kind]??_,l=null,f=!0;function c(){let{bounds:x,options:k}=w().box?.()??{bounds:a.base.bounds,options:{padding:[4,4]}};e.fitBounds(x,{...k,animate:!1})}
function u(){for(let x of m.values())x.remove();m.clear(),e.closePopup(),i.mark(null)}let g=()=>Pe(a,w().taken?.()??[]);function p(){let{area:x}=d;(l!==d.view||
!r().ids)&&u(),l=d.view,ee(t,n,e.getContainer()),He(a),xe(a,p,()=>{f=!0}),Et(a,w()),w().draw((k,A)=>m.set(k,A.addTo(e))),e.invalidateSize({animate:!1,pan:!1}),f&&
(f=!1,c()),Nt(a,w()),Le(a,i.select),i.showList(),Ue(a,w()),g(),x!==null&&r().ids?.includes(x)&&i.select(x)}function b(){e.invalidateSize({animate:!1,pan:!1}),c()}
e.setMaxBounds(a.base.bounds.pad(1.2)),e.getContainer().setAttribute("role","region"),e.getPane("bands").style.opacity="0.8",e.on("moveend zoomend resize viewre\
set",g),e.on("zoomstart",()=>e.getPane("names")?.replaceChildren()),te(x=>{t.language=x,p()}),v("table-box").addEventListener("toggle",()=>Ue(a,w())),oe(e,c),se(
e,b),window.addEventListener("beforeprint",b),window.matchMedia("print").addEventListener("change",b),p()}Object.assign(globalThis,{grensgeoPage:At});})();
