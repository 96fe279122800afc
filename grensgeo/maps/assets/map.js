/* grensgeo map: bundled from js/ by `make js`; edit there.
   sources 870c781b79d4f808: src/pages/address.js src/pages/areas.js src/pages/bands.js src/pages/base.js src/pages/card.js src/pages/choosing.js src/pages/classes.js src/pages/controls.js src/pages/extremes.js src/pages/figures.js src/pages/flows.js src/pages/keys.js src/pages/leaving.js src/pages/map.js src/pages/names.js src/pages/offers.js src/pages/points.js src/pages/selecting.js src/pages/small_print.js src/shared/after_paint.js src/shared/appearance.js src/shared/areas.js src/shared/base_map.js src/shared/base_names.js src/shared/canvas_layer.js src/shared/elements.js src/shared/geometry.js src/shared/map_canvas.js src/shared/map_nodes.js src/shared/marks.js src/shared/numbers.js src/shared/page.js src/shared/pdf.js src/shared/room.js src/shared/saving.js src/shared/sheet.js src/shared/small_table.js src/shared/unpack.js src/shared/words.js */
"use strict";(()=>{var v=t=>document.getElementById(t);function Nt(t,n,e){for(let[r,o]of Object.entries(n))o!==null&&o!==!1&&t.setAttribute(r,o===!0?"":String(o));return t.append(
...e.filter(r=>r!==null)),t}function x(t,n={},...e){return Nt(document.createElement(t),n,e)}function _(t,n={},...e){let r=document.createElementNS("http://www.\
w3.org/2000/svg",t);return Nt(r,n,e)}function pt(t,n,e){return t.style[e]=`var(--side-${n})`,t}var It=t=>pt(x("i",{class:"key","aria-hidden":"true"}),t,"backgro\
und");function Mt(t,n){for(let[e,r]of Object.entries(t))document.documentElement.style.setProperty("--side-"+e,r[n?1:0])}function P(t,n,e=null){let r=x("button",
{type:"button",class:"link","data-key":e},t);return r.addEventListener("click",n),r}var Rt=()=>JSON.parse(v("grensgeo-data").textContent);function Q(t,...n){let e=t.
contains(document.activeElement)?document.activeElement:null,r=e?.getAttribute("data-key")??null,o=!e?.matches(":focus-visible");if(t.replaceChildren(...n.filter(
a=>a!==null)),r===null)return;let i=[...t.querySelectorAll("[data-key]")].find(a=>a.getAttribute("data-key")===r);i instanceof HTMLElement&&i.focus({preventScroll:o})}var T={nl:"nl-NL",de:"de-DE",en:"en-GB"},bn=.001,xn=10,kn=.095,$t=5e-4,Pt=.001,vn=.995,Sn=.99;function _n(t){return t>=bn&&t<1?{maximumSignificantDigits:2}:{maximumFractionDigits:t<
xn?1:0}}var On=t=>t.replace("-","−");function dt(t){let n=new Map;function e(l,c){let p=JSON.stringify(c),m=n.get(p);return m||n.set(p,m=new Intl.NumberFormat(
t,c)),m.format(l)}let r=l=>e(l,_n(Math.abs(l))),o=l=>e(l,{style:"percent",maximumFractionDigits:l!==0&&Math.abs(l)<kn?1:0});function i(l){return l>vn&&l<1?">"+o(
Sn):l>0&&l<$t?"<"+o(Pt):o(l)}let a=(l,c)=>c>0?"+"+l:On(l);function s(l){return l===0||Math.abs(l)>=$t?a(o(l),l):(l<0?"−":"+")+"<"+o(Pt)}return{format:e,count:r,
share:o,part:i,signedShare:s,plain:l=>e(l,{}),signedCount:l=>a(r(l),l),minutes:(l,c=0)=>e(l,{minimumFractionDigits:c,maximumFractionDigits:c})}}var j=Object.keys(T);function Dt(t,n){return n.map(e=>e.slice(0,2).toLowerCase()).find(e=>j.includes(e))??t}function Tn(t,n){return t.replace(/\{(\w+)\}/g,(e,r)=>Object.
hasOwn(n,r)?n[r]:e)}var Bt=t=>t.normalize("NFD").replace(/\p{M}/gu,"").replace(/ß/g,"ss").toLowerCase().replace(/[^\p{L}\p{N}]+/gu," ").trim();function Ft(t,n){
let e=n,r=dt(T[e]);function o(s,l){let c=t[s];return c&&l!==null&&Object.hasOwn(c,l)?c[l][e]:null}let i=(s,l={})=>Tn(o("texts",s)??s,l);return{get language(){return e},
set language(s){e=s,r=dt(T[s])},named:o,t:i,count:s=>s===null||Number.isNaN(s)?i("missing"):r.count(s),share:s=>r.share(s),part:s=>r.part(s),plain:s=>r.plain(s),
signedCount:s=>r.signedCount(s),signedShare:s=>r.signedShare(s),minutes:(s,l)=>r.minutes(s,l),opportunity:s=>o("opportunities",s)??s,period:s=>o("periods",s)??s,
in:s=>s[e],capital:s=>s.charAt(0).toLocaleUpperCase(T[e])+s.slice(1),lowered:s=>s.charAt(0).toLocaleLowerCase(T[e])+s.slice(1),sort:(s,l)=>s.localeCompare(l,T[e]),
date:s=>new Intl.DateTimeFormat(T[e],{weekday:"short",day:"numeric",month:"short",timeZone:"UTC"}).format(s),clock:s=>new Intl.DateTimeFormat(T[e],{hour:"2-digi\
t",minute:"2-digit",timeZone:"UTC"}).format(s),sentence(s,l){return i(s).split(/(\{\w+\})/).map(c=>{let p=c.startsWith("{")?c.slice(1,-1):null;return p!==null&&
Object.hasOwn(l,p)?l[p]:c})}}}var zt="grensgeo",Ln=["light","dark"];function Ut(){try{let{language:t,theme:n}=JSON.parse(localStorage.getItem(zt)??"{}");return{language:t,theme:n}}catch{return{}}}
function mt(t){try{localStorage.setItem(zt,JSON.stringify({...Ut(),...t}))}catch{}}function ht(t,n){let e=Ut(),r=(o,...i)=>i.find(a=>a!==void 0&&o.includes(a));
return{language:r(j,n.language,e.language)??Dt(t,navigator.languages),theme:r(Ln,n.theme,e.theme)??"auto"}}function jt(t,n){let e=window.matchMedia("(prefers-co\
lor-scheme: dark)"),r=t,o=!1,i=()=>!o&&(r==="dark"||r!=="light"&&e.matches);function a(){document.documentElement.dataset.theme=i()?"dark":"light",n(i())}function s(l){
o=l,a()}return v("theme")?.addEventListener("click",()=>{r=i()?"light":"dark",mt({theme:r}),a()}),e.addEventListener("change",a),window.addEventListener("before\
print",()=>s(!0)),window.addEventListener("afterprint",()=>s(!1)),{show:a,take(l){r=l,a()},get theme(){return r},get dark(){return i()}}}function Cn(t,n){let e=document.getElementById(n),[r,o]=["width","height"].map(c=>Number(e?.getAttribute(c))),i=document.createElement("canvas");i.width=2*r,i.height=
2*o;let a=i.getContext("2d");if(!e||!a)return"transparent";a.scale(2,2);for(let c of e.querySelectorAll("rect")){let[p,m,h]=["x","width","height"].map(f=>Number(
c.getAttribute(f)));a.fillStyle=getComputedStyle(c).fill,a.globalAlpha=Number(c.getAttribute("fill-opacity")??1),a.fillRect(p,0,m,h)}let s=t.createPattern(i,"re\
peat"),l=Number(/rotate\((-?\d+)\)/.exec(e.getAttribute("patternTransform")??"")?.[1]??0);return s?.setTransform(new DOMMatrix().rotate(l).scale(1/2)),s??"trans\
parent"}function An(t,n,e){let r=n.getBoundingClientRect(),[o,i]=(n.getAttribute("viewBox")??"0 0").split(/[ ,]+/).map(Number);t.save(),t.translate(r.left-e.left-
o,r.top-e.top-i);let a=t.globalAlpha;for(let s of n.querySelectorAll("path")){let l=getComputedStyle(s),c=new Path2D(s.getAttribute("d")??""),p=/url\("#([\w-]+)"\)/.
exec(l.fill);l.fill!=="none"&&(t.globalAlpha=a*Number(l.fillOpacity),t.fillStyle=p?Cn(t,p[1]):l.fill,t.fill(c,l.fillRule==="evenodd"?"evenodd":"nonzero")),l.stroke!==
"none"&&(t.globalAlpha=a*Number(l.strokeOpacity),t.strokeStyle=l.stroke,t.lineWidth=parseFloat(l.strokeWidth),t.setLineDash(l.strokeDasharray==="none"?[]:l.strokeDasharray.
split(",").map(parseFloat)),t.lineJoin=t.lineCap="round",t.stroke(c))}t.restore()}function En(t,n,e,r){let{left:o,top:i,width:a,height:s}=n.getBoundingClientRect(),
[l,c]=[o-e.left,i-e.top],p=getComputedStyle(n),m=parseFloat(p.fontSize);if((!n.textContent||n.classList.contains("shield"))&&(t.fillStyle=p.backgroundColor,t.fillRect(
l,c,a,s)),!n.textContent)return;let h=p.textTransform==="uppercase"?n.textContent.toLocaleUpperCase():n.textContent,f=n.classList.contains("shield");t.font=`${p.
fontWeight} ${m}px ${p.fontFamily}`,t.letterSpacing=p.letterSpacing==="normal"?"0px":p.letterSpacing,t.textAlign=f?"center":"left";let d=[f?l+a/2:l,c+s/2+m*.35];
t.fillStyle=p.color,t.strokeStyle=r,t.lineWidth=3,t.lineJoin="round",f||t.strokeText(h,d[0],d[1]),t.fillText(h,d[0],d[1])}function Nn(t,n,e){let{left:r,bottom:o,
width:i}=n.getBoundingClientRect(),[a,s]=[r-e.left,o-e.top-1];t.letterSpacing="0px",t.textAlign="left",t.font=`600 11px ${getComputedStyle(n).fontFamily}`,t.strokeStyle=
t.fillStyle="#1f2430",t.lineWidth=2,t.setLineDash([]),t.stroke(new Path2D(`M${a} ${s-6}V${s}H${a+i}V${s-6}`)),t.fillText(String(n.textContent),a+4,s-5)}function Wt(t){
let n=t.getContainer(),e=n.getBoundingClientRect(),r=document.createElement("canvas");r.width=2*e.width,r.height=2*e.height;let o=r.getContext("2d");o.scale(2,2),
o.fillStyle=getComputedStyle(n).backgroundColor,o.fillRect(0,0,e.width,e.height);let i=getComputedStyle(document.documentElement).getPropertyValue("--halo").trim()||
"#ffffff",a=[...n.querySelectorAll(".leaflet-pane")].filter(l=>l.parentElement!==n).sort((l,c)=>Number(getComputedStyle(l).zIndex)-Number(getComputedStyle(c).zIndex));
for(let l of a){o.globalAlpha=Number(getComputedStyle(l).opacity);for(let c of l.children){let p=c.getBoundingClientRect();c instanceof HTMLCanvasElement?o.drawImage(
c,p.left-e.left,p.top-e.top,p.width,p.height):c instanceof SVGSVGElement?An(o,c,e):c instanceof HTMLElement&&c.matches(".place, .country, .dot")&&En(o,c,e,i)}}o.
globalAlpha=1;let s=n.querySelector(".leaflet-control-scale-line");return s instanceof HTMLElement&&Nn(o,s,e),r}var In=[[".leaflet-control-zoom-in","zoom_in"],[".leaflet-control-zoom-out","zoom_out"],["a.home","home"]],W=t=>[...document.querySelectorAll(`[data-${t}]`)].map(
n=>n);function Ht(t,n,e){let{t:r}=t;document.documentElement.lang=t.language,document.title=t.in(n.title),v("title").textContent=t.in(n.title);for(let o of W("t\
ext"))o.textContent=r(String(o.dataset.text),{version:n.version});for(let o of W("said"))o.title=r(String(o.dataset.said));for(let o of W("label"))o.setAttribute(
"aria-label",r(String(o.dataset.label)));Mn(t.language),e.setAttribute("aria-label",r("map_region"));for(let[o,i]of In){let a=document.querySelector(o);a&&(a.title=
r(i),a.setAttribute("aria-label",r(i)))}}function Mn(t){for(let n of W("language"))n.setAttribute("aria-pressed",String(n.dataset.language===t))}function Gt(t){
for(let n of W("language"))n.addEventListener("click",()=>t(String(n.dataset.language)))}var Rn=5;function qt(t,n){let e=t.filter(({concerns:r})=>!r.length||r.some(
o=>n.includes(o)));return[...e.filter(({concerns:r})=>r.length),...e.filter(({concerns:r})=>!r.length)].slice(0,Rn)}function Xt(t){return t.url?x("a",{href:t.url,
rel:"noopener noreferrer",target:"_blank"},t.title):x("span",{},t.title)}function Vt(t,n){let e=L.Control.extend({onAdd(){let r=L.DomUtil.create("div","leaflet-\
bar"),o=L.DomUtil.create("a","home",r);return o.href="#",o.setAttribute("role","button"),o.textContent="⌂",L.DomEvent.on(o,"click",i=>{L.DomEvent.stop(i),n()}),
r}});new e({position:"topleft"}).addTo(t)}function Kt(t,n){let e=window.innerWidth;window.addEventListener("resize",()=>{if(window.innerWidth===e){t.invalidateSize(
{animate:!1});return}e=window.innerWidth,n()})}function gt(t){let n=t.replace(/^#/,"");return j.includes(n)?{lang:n}:Object.fromEntries(new URLSearchParams(n))}function wt(t,n,{state:e,view:r,choose:o}){let i=n.
views.findIndex(({kind:s})=>s===t.view);i>=0&&(e.view=i);for(let s of r().controls)s.options.includes(t[s.id])&&o(s,t[s.id]);let a=n.base.areas.findIndex(([s])=>s===
t.area);e.area=r().ids?.includes(a)?a:null}function Zt(t,{state:n,view:e,chosen:r},{language:o,theme:i}){let a=new URLSearchParams({lang:o});i!=="auto"&&a.set("\
theme",i),t.views.length>1&&a.set("view",e().kind);for(let s of e().controls)s.options.length>1&&a.set(s.id,r(s));return n.area!==null&&a.set("area",t.base.areas[n.
area][0]),a.toString()}function Yt(t,n){let e={step:0,negative:!1};if(t==null)return{kind:"missing",...e};if(t==="u")return{kind:"undefined",...e};if(t==="n")return{kind:"noise",...e};
if(t===0)return{kind:"zero",...e};let r=Number(t);return{kind:"step",step:n.filter(o=>Math.abs(r)>=o).length,negative:r<0}}var tt="var(--same)",$n={missing:"url\
(#hatch-missing)",undefined:"url(#hatch-undefined)",noise:"var(--noise)",zero:tt};function yt(t,n,e,r){if(t.kind!=="step")return $n[t.kind];let o=r[n];if(n==="d\
iverging"){let a=o.length/2,s=e.length<2?Math.min(t.step+1,a-1):t.step;return t.negative?o[a-1-s]:o[a+s]}let i=e.length?t.step*(o.length-1)/e.length:o.length-1;
return o[Math.round(i)]}var Jt=85.0511287798,te=t=>256*(t+180)/360;function ee(t){let n=Math.sin(Math.max(-Jt,Math.min(Jt,t))*Math.PI/180);return 256*(.5-Math.log((1+n)/(1-n))/(4*Math.
PI))}function ne(t){let n=new Int32Array(t.length+1);for(let e=0;e<t.length;e++)n[e+1]=n[e]+t[e];return n}function et(t){let n=[],[e,r]=[0,0];for(let o=0;o<t.length;o+=
2)e+=t[o],r+=t[o+1],n.push([r/1e4,e/1e4]);return n}var bt=t=>t.map(n=>n.map(et)),Pn="ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_",Qt=5;function oe(t){
let n=[],[e,r,o]=[0,0,0];for(let i of t){let a=Pn.indexOf(i);r|=(a&31)<<o,o+=Qt,!(a>>Qt)&&(e+=r>>>1^-(r&1),n.push(e),[r,o]=[0,0])}return n}var re=(t,n)=>t[2]<n[0]||
t[0]>n[2]||t[3]<n[1]||t[1]>n[3];var Dn=[[9,15e4],[10,5e4]];function Bn(t,n){let e=[];for(let r=0;r<t.length;r+=2){let[o,i]=[t[r],t[r+1]];for(let a=0;a<Math.abs(i);a++)e.push(n[o+Math.sign(i)*a])}
return e}function se({areas:t,corners:n}){let[e,r]=n.map(oe),o=r.map((i,a)=>[i/1e4,e[a]/1e4]);return t.map(([i,a,s,l,c,p,m],h)=>{let f=m.map(d=>d.map(u=>Bn(u,o)));
return{number:h,code:i,name:a,country:s,nuts3:l,part:c,population:p,rings:f,centre:L.latLngBounds(f.flat(2)).getCenter()}})}function ie(t,n){let e=Dn.find(([r])=>n<
r);return t.part!=="ring"||!e||t.population>=e[1]}var ae=t=>t>2e5?15:t>6e4?13:11.5;function le(t){let n=!1,e=0;function r(){n&&(n=!1,t())}let o=()=>requestAnimationFrame(()=>requestAnimationFrame(()=>{e||r()}));function i(){clearTimeout(e),e=0,
n&&o()}return{flush:r,release:i,ask(){!n&&!e&&o(),n=!0},hold(){clearTimeout(e),e=Number(setTimeout(i,400))}}}function ce(t){let n=window.devicePixelRatio||1;return Math.min(2,Math.max(1,t?Math.round(n):n))}function ue(t,n,e){let r={options:{padding:.15},_initContainer(){
this._container=L.DomUtil.create("canvas",n),this._container.setAttribute("aria-hidden","true"),this._context=this._container.getContext("2d")},_destroyContainer(){
L.DomUtil.remove(this._container)},_lay(i){let a=this._bounds.getSize(),s=this._container,l=Math.max(1,Math.round(a.x*i)),c=Math.max(1,Math.round(a.y*i));L.DomUtil.
setPosition(s,this._bounds.min),s.style.width=a.x+"px",s.style.height=a.y+"px";let p=s.width!==l||s.height!==c;p&&Object.assign(s,{width:l,height:c});let m=this.
_map.getPixelOrigin().add(this._bounds.min),h=i*2**this._map.getZoom();return{other:p,frame:{width:l,height:c,ratio:i,scale:h,left:m.x*i,top:m.y*i}}}},o=L.Renderer.
extend({...r,...e});return new o({pane:t})}var xt={uint8:Uint8Array,int8:Int8Array,uint16:Uint16Array,int16:Int16Array,uint32:Uint32Array,int32:Int32Array,float32:Float32Array,float64:Float64Array},fe="0\
123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%()*+-:;=?@^_`{|}~,.",pe=new Uint8Array(128);for(let t=0;t<fe.length;t++)pe[fe.charCodeAt(t)]=t;
function Fn(t){let n=Math.ceil(t.length/5),e=new Uint8Array(4*n);for(let r=0;r<n;r++){let o=0;for(let i=5*r;i<5*r+5;i++)o=o*85+(i<t.length?pe[t.charCodeAt(i)]:84);
e[4*r]=o>>>24,e[4*r+1]=o>>>16,e[4*r+2]=o>>>8,e[4*r+3]=o}return e.subarray(0,Math.floor(4*t.length/5))}async function zn(t){let n=new Blob([t]).stream().pipeThrough(
new DecompressionStream("deflate"));return new Uint8Array(await new Response(n).arrayBuffer())}function de(t,n){let e=new Int32Array(n),r=0;for(let o=0;o<n;o++){let[i,a,s]=[0,0,0];do s=t[r++],i|=(s&127)<<a,a+=7;while(s&128);e[o]=i}return e}function Un({n:t,
width:n},e){let r=new Int32Array(t);for(let o=0;o<t;o++){let i=e[o];n>1&&(i|=e[t+o]<<8),n>2&&(i|=e[2*t+o]<<16|e[3*t+o]<<24),r[o]=i}return r}var me=t=>t>>>1^-(t&
1);function he(t,n){let{n:e,width:r,steps:o=0,signed:i}=n,a=r===0?de(t,e):Un(n,t);if(i)for(let s=0;s<e;s++)a[s]=me(a[s]);for(let s=0;s<o;s++)for(let l=1;l<e;l++)
a[l]=a[l]+a[l-1]|0;return a}function jn(t,{n,forms:e,values:r}){let o=de(t,r),i=Array.from({length:n},(s,l)=>String(e[o[l]][0])),a=n;for(let s=1;a<r;s+=2){let l=0;
for(let c=0;c<n;c++){let p=e[o[c]];s>=p.length||(l+=me(o[a++]),i[c]+=String(l).padStart(Number(p[s]),"0")+p[s+1])}}return i}function Wn(t,n){let e=he(t.subarray(
n.n),n),r=10**n.digits;for(let o=0;o<n.n;o++)e[o]=e[o]*r+t[o];return e}function Hn(t,n){let e=new xt[n.type](n.n),r=10**n.digits,o=Object.hasOwn(n,"null");for(let i=0;i<
n.n;i++)e[i]=o&&t[i]===n.null?NaN:t[i]/r;return e}function Gn(t,{type:n,n:e,width:r}){let o=new Uint8Array(e*r);for(let l=0;l<r;l++)for(let c=0;c<e;c++)o[c*r+l]=
t[l*e+c];let i=new DataView(o.buffer),a=new xt[n](e),s=r===8?"getFloat64":"getFloat32";for(let l=0;l<e;l++)a[l]=i[s](l*r,!0);return a}async function qn(t,n){let e=await zn(
Fn(n));if(t.type==="text")return t.forms?jn(e,t):t.n===0?[]:new TextDecoder().decode(e).split(`
`);if(!Object.hasOwn(t,"steps"))return Gn(e,t);let r=t.split?Wn(e,t):he(e,t);return Object.hasOwn(t,"digits")?Hn(r,t):t.type==="int32"?r:xt[t.type].from(r)}async function ge(t,n){
if(t.format!==2||t.parts.length!==n.length)throw new Error(`packed in format ${t.format}, ${n.length} chunks`);let e=await Promise.all(t.parts.map((r,o)=>qn(r,n[o])));
return Object.fromEntries(t.parts.map((r,o)=>[r.name,e[o]]))}var Xn=["nature","built_up","water"],Vn=[[1.5,4.5],[1.1,3.4],[.6,2.6],[.5,2]],kt=[8,13],we=1.1,Kn=2.2,ye=1.7,vt=({looks:t},n)=>t.levels_from.filter(e=>n>=e).length;
function G({looks:t},n,e,r){let o=t.shown_from[n];return r>=o[Math.min(e,o.length)-1]}function Zn(t,n){let{layers:e}=n,{names:r,layer:o,rank:i,name:a,corners:s,
start_x:l,start_y:c,step_x:p,step_y:m}=t,h=ne(s),f=s.length,d=new Float64Array(h[f]),u=new Float64Array(h[f]),w=new Float64Array(4*f),y=new Int32Array(f),[g,b,k,
S]=[0,0,0,0];for(let O=0;O<f;O++){g+=l[O],b+=c[O];let[I,M]=[g,b],[U,R,ut,ft]=[1/0,1/0,-1/0,-1/0];for(let N=h[O];N<h[O+1];N++)N>h[O]&&(I+=p[k],M+=m[k],k++),d[N]=
te(I/1e4),u[N]=ee(M/1e4),U=Math.min(U,d[N]),ut=Math.max(ut,d[N]),R=Math.min(R,u[N]),ft=Math.max(ft,u[N]);w.set([U,R,ut,ft],4*O),e[o[O]]==="place"&&(y[O]=t.people[S++])}
return{n:f,layer:Array.from(o,O=>e[O]),rank:i,name:Array.from(a,O=>r[O]),people:y,at:h,x:d,y:u,level:t.level,box:w,looks:n}}async function be(t){if(!t)return null;let{manifest:n,chunks:e}=t;return Zn(await ge(n,e),n.meta)}function q({n:t,layer:n,rank:e,box:r},o,i,{width:a,height:s,scale:l,
left:c,top:p}){let m=[];for(let h=0;h<t;h++){if(n[h]!==o||e[h]!==i)continue;r[4*h]*l-c>a||r[4*h+2]*l-c<0||r[4*h+1]*l-p>s||r[4*h+3]*l-p<0||m.push(h)}return m}function X({
at:t,x:n,y:e,level:r},o,i,{scale:a,left:s,top:l}){let c=[];for(let p=t[o];p<t[o+1];p++)r[p]<=i&&c.push([n[p]*a-s,e[p]*a-l]);return c}function Yn(t,n,e,r,{sight:o,
level:i}){let a=Xn.includes(e);t.beginPath();for(let s of q(n,e,r,o)){let l=X(n,s,i,o);l.length<(a?3:2)||(l.forEach(([c,p],m)=>m?t.lineTo(c,p):t.moveTo(c,p)),a&&
t.closePath())}}function D(t,n,e,r=[]){t.strokeStyle=n,t.lineWidth=e,t.setLineDash(r),t.stroke()}function Jn(t,n,e,{zoom:r,ratio:o,colours:i,transit:a=!1}){let s=vt(
n,r),l=Math.max(0,Math.min(1,(r-kt[0])/(kt[1]-kt[0]))),c={sight:e,level:s};t.lineJoin="round",t.lineCap="round";function p(m,h){for(let f=n.looks.shown_from[m].
length;f>=1;f--)G(n,m,f,r)&&(Yn(t,n,m,f,c),h(f))}for(let m of["nature","built_up","water"])p(m,()=>{t.fillStyle=i[m],t.fill("nonzero")});if(p("waterway",m=>D(t,
i.river,o*(1+1.4*l)/Math.sqrt(m))),p("road",m=>{let[h,f]=Vn[m-1],d=o*(h+l*(f-h));D(t,i.casing,d+o*(m<3?we:.7*we)),D(t,i.road,d)}),t.lineCap="butt",p("rail",m=>{
let h=o*(m===1?1.7+l:1.3+l)*(a?ye:1);a&&D(t,i.casing,h+2*o),D(t,i.rail,h),D(t,i.sleeper,h*.5,[5*o,5*o])}),t.setLineDash([]),!(!a&&!G(n,"station",1,r)))for(let m of q(
n,"station",1,e)){let[[h,f]]=X(n,m,s,e),d=o*Kn*(a?ye:1);t.fillStyle=i.station,t.fillRect(h-d,f-d,2*d,2*d),t.strokeStyle=i.rail,t.lineWidth=o,t.strokeRect(h-d,f-
d,2*d,2*d)}}function xe(t){let n=ue(t,"base-map",{_update(){this._map._animatingZoom&&this._bounds||(this._bounds?this.late.ask():this._now())},_reset(){this._update(),
this._updateTransform(this._map.getCenter(),this._map.getZoom())},_now(){!this._map||this._map._animatingZoom&&this._bounds||(L.Renderer.prototype._update.call(
this),this.draw())},show(e){this._base=e,this.draw()},emphasise(e){this._transit=e,this.late.ask()},dress(e){this._dark=e,this.draw()},draw(){if(!this._base||!this.
_bounds)return;let{frame:e,other:r}=this._lay(ce(!1));r||this._context.clearRect(0,0,e.width,e.height);let o=this._base.looks.colours[this._dark?"dark":"light"];
Jn(this._context,this._base,e,{zoom:this._map.getZoom(),ratio:e.ratio,colours:o,transit:this._transit})}});return n.late=le(()=>n._now()),n}var ke=[["land",200,!1],["figures",300,!1],["bands",350,!1],["base",380,!0],["lines",400,!0],["frontier",420,!0],["points",430,!1],["chosen",440,!0],["names",620,
!0]],Qn=ke.map(([t])=>t).filter(t=>!["base","names"].includes(t)),nt="var(--land)",ot="#7d7f86",to="var(--faint)",V="var(--border)",eo=.4,no=[["water",{color:"#\
9cc3d9",weight:2}],["road",{color:"#8f8a80",weight:.9,opacity:.75}],["rail",{color:"#4a4a52",weight:1.6,dashArray:"6 3"}]];function oo(t){for(let[n,e,r]of ke){let o=t.
createPane(n);o.style.zIndex=String(e),r&&(o.style.pointerEvents="none")}return Object.fromEntries(Qn.map(n=>[n,L.svg({pane:n,padding:.4})]))}async function ve(t,n){
let e=await be(n.base_map);if(!e)return null;let r=xe("base").addTo(t);return r.show(e),{base:e,layer:r}}function Se(t,n){let e=oo(t),r=se(n.base),o=(m,h)=>({pane:m,
renderer:e[m],smoothFactor:eo,...h}),i=(m,h)=>o(m,{interactive:!1,...h});for(let m of r){L.polygon(m.rings,i("land",{stroke:!0,color:nt,weight:.8,fillColor:nt,fillOpacity:n.
land})).addTo(t);let h=m.part==="ring";L.polygon(m.rings,i("lines",{fill:!1,weight:h?.5:.8,color:h?to:ot})).addTo(t)}for(let[m,h]of no){let f=(n.lines[m]||[]).map(
et);f.length&&L.polyline(f,i("lines",h)).addTo(t)}let a=n.base.border.map(et);L.polyline(a,i("frontier",{color:"var(--halo)",weight:5,opacity:.9})).addTo(t),L.polyline(
a,i("frontier",{color:V,weight:2.6})).addTo(t),L.control.scale({imperial:!1,position:"bottomright",maxWidth:120}).addTo(t);let[s,l,c,p]=n.base.bounds;return{areas:r,
frontier:a,renderers:e,live:o,flat:i,bounds:L.latLngBounds([s,l],[c,p])}}function C(t,n){let e=x("i",{class:"swatch","aria-hidden":"true"});return t.startsWith("url(#")?e.classList.add(t.slice(5,-1)):e.style.backgroundColor=t,x("li",
{},e,n)}var $=(t,n)=>x("li",{},x("i",{class:"swatch "+t,"aria-hidden":"true"}),n);function K(t,n,e){let r=$("line",e),o=r.firstChild;return o.style.borderTopColor=
t,o.style.borderTopWidth=n+"px",r}var E=t=>x("li",{class:"said"},t);function A(t,n,e){let r=x("span",{},...e?[It(e)]:[],t);return x("div",{class:"row"},r,x("b",
{},n))}var _e="url(#hatch-missing)";function ro({data:t,words:n,choosing:e,said:r},o,i){let{t:a}=n,s=r.units[o.unit];function l(h){return h===0?a("class_below",{a:s(i[0])}):
h===i.length?a("class_above",{a:s(i[h-1])}):a("class_between",{a:s(i[h-1]),b:s(i[h])})}let c=(h,f=!1)=>yt({kind:"step",step:h,negative:f},o.palette,i,t.palettes),
p=i.length?[...i.keys(),i.length]:[];if(o.palette==="diverging"){let h=f=>p.map(d=>C(c(d,f),(f?"− ":"+ ")+l(d)));return[...h(!1).reverse(),C(tt,a("class_same")),
...h(!0)]}let m=e.layer().values[e.fieldName()].includes(0);return[...p.toReversed().map(h=>C(c(h),l(h))),...m?[C(tt,a(o.palette==="effect"?"class_zero_effect":
"class_zero"))]:[]]}function so({words:t,choosing:n,base:e,said:r},o){let{t:i}=t,{view:a,layer:s,fieldName:l}=n,c=s().values[l()],p=a().ids??[],m=e.areas.filter(
u=>!p.includes(u.number)),h=p.map((u,w)=>r.marks(w)),f=(s().values.unknown||[]).filter(u=>Number(u)>0).length;return[...[[c.includes("n"),"var(--noise)","class_\
noise"],[c.includes("u"),"url(#hatch-undefined)",a().undefined||"undefined"],[c.includes(null)||m.some(u=>u.part!=="ring"),_e,"class_missing"],[h.some(u=>u.edge),
"url(#hatch-edge)",o.palette==="sequential"?"class_edge":"class_edge_other"],[h.some(u=>u.still&&!u.edge),"url(#hatch-still)","class_still"]].filter(([u])=>u).map(
([,u,w])=>C(u,i(w,{noise:w==="class_noise"?t.share(a().noise):""}))),...f?[E(i("bounds",{n:t.count(f)}))]:[],...m.some(u=>u.part==="ring")?[C(nt,i("class_outsid\
e"))]:[]]}function io({data:t,choosing:n,base:e,said:r},o,i,a){let{state:s,view:l,layer:c,fieldName:p,field:m}=n,h=c().breaks[m().group],f=c().values[p()];function d(u,w){
let y=L.polygon(e.areas[u].rings,e.live("figures",{color:ot,weight:.6,fillColor:w,fillOpacity:1}));y.bindTooltip(()=>o.card(u,!0),{sticky:!0,opacity:1,className:"\
hover"}),y.on("mouseover",()=>o.mark(u)),y.on("mouseout",()=>o.mark(s.area)),y.on("click",g=>{y.closeTooltip(),o.select(u,g.latlng)}),a("area"+u,y)}(l().ids??[]).
forEach((u,w)=>{let y=yt(Yt(f[w],h),m().palette,h,t.palettes),g=i.get("area"+u);g?g.setStyle({fillColor:y}):d(u,y),i.get("over"+u)?.remove(),i.delete("over"+u);
let{edge:b,still:k}=r.marks(w);!b&&!k||a("over"+u,L.polygon(e.areas[u].rings,e.flat("lines",{stroke:!1,fillColor:b?"url(#hatch-edge)":"url(#hatch-still)",fillOpacity:1})))});
for(let u of e.areas)u.part==="ring"||i.has("area"+u.number)||a("area"+u.number,L.polygon(u.rings,e.flat("figures",{color:ot,weight:.6,fillColor:_e,fillOpacity:1})))}
function Oe(t,n,e){let{words:r,choosing:o,base:i,said:a}=t,{t:s}=r,{view:l,layer:c,field:p}=o;return{draw:m=>io(t,n,e,m),title:()=>a.fieldTitle(p()),legend:()=>[
...ro(t,p(),c().breaks[p().group]),...so(t,p())],table(){let m=[...l().rows.map(([f,d,u])=>[s(f),a.where()+d,u]),...(l().bar??[]).map(f=>[s(f),f,"count"]),...(l().
bounds??[]).flatMap(f=>["lower","upper"].map(d=>[s("bounds_"+d,{what:s("row_"+f)}),f+"_"+d,"plain"]))],h=(l().ids??[]).map((f,d)=>({area:i.areas[f],slot:d})).sort(
(f,d)=>r.sort(f.area.name,d.area.name));return{head:[s("municipality"),s("country"),...m.map(([f])=>r.capital(f))],rows:h.map(({area:f,slot:d})=>[f.name,[f.country,
...m.map(([,u,w])=>a.figureAt(u,d,w))]])}}}}var ao="#888888",Te="other";function Le({map:t,data:n,words:e,choosing:r,base:o}){let{t:i,count:a}=e,{view:s,layer:l}=r,c=()=>[...s().parts,Te];function p(u){let w=l().
bands.map(b=>b.cutoff).sort((b,k)=>b-k),y=w.length>1?w.indexOf(u)/(w.length-1):0,{bands:g}=n.palettes;return s().cutoffs.includes(u)?g[Math.round(y*(g.length-2))]:
ao}let m=(u,w)=>i("area_km2",{n:a(u.km2[w]||0)}),h=u=>i("within",{n:e.plain(u.cutoff)});function f(u){let[w,y]=l().key,g=c().filter(b=>u.km2[b]>0||b!==Te);return x(
"div",{class:"card"},x("strong",{},s().names[w]??w),x("div",{class:"main"},h(u)),x("div",{class:"small"},e.named("by_mode",y)??""),...g.map(b=>A(i(b),m(u,b))))}
function d(u){let{all:w}=u.km2,y=(n.home[l().key[0]]??"").toLowerCase(),b=(y?s().parts.filter(k=>k!==y):[]).reduce((k,S)=>k+(u.km2[S]||0),0);return b&&w?i("area\
_share",{n:a(w),p:e.share(b/w)}):i("area_km2",{n:a(w)})}return{draw(u){l().bands.forEach((y,g)=>{let b=L.polygon(bt(y.geometry),o.live("bands",{color:"#ffffff",
weight:1,fillColor:p(y.cutoff),fillOpacity:1}));b.bindTooltip(()=>f(y),{sticky:!0,opacity:1,className:"hover"}),b.on("click",k=>{b.closeTooltip(),L.popup({maxWidth:290}).
setLatLng(k.latlng).setContent(f(y)).openOn(t)}),u("band"+g,b)});let w=n.origins[l().key[0]];w&&u("halo",L.circleMarker([w[1],w[0]],{...o.flat("chosen",{color:"\
#ffffff",weight:3,fillColor:V,fillOpacity:1}),radius:8}))},title:()=>i("travel_time"),legend:()=>l().bands.toReversed().map(u=>{let w=C(p(u.cutoff),h(u));return w.
append(x("small",{},d(u))),w}),table:()=>({head:[e.capital(i("cutoff")),...c().map(u=>i(u))],rows:l().bands.toReversed().map(u=>[i("minutes",{n:e.plain(u.cutoff)}),
c().map(w=>m(u,w))])}),box(){let u=L.latLngBounds([]);for(let w of l().bands)u.extend(L.polyline(bt(w.geometry).flat()).getBounds());return u.isValid()?{bounds:u,
options:{padding:[24,24]}}:null}}}function Ce(t){let n={view:0,choices:{},area:null},e=()=>t.views[n.view],r=()=>e().controls.filter(c=>!c.field);function o(c){let{values:p}=a(),m=h=>Object.hasOwn(
p,h)&&p[h].some(f=>typeof f=="number");return[c.start,...c.options].find(m)??c.start}function i(c){let p=n.choices[c.id];return c.options.includes(p)?p:c.id==="\
destination"&&e().kind==="reach"?o(c):c.start}function a(){let c=r().map(i);return e().layers.find(p=>p.key.every((m,h)=>m===c[h]))??e().layers[0]}function s(c,p){
n.choices[c.id]=p;let m=r(),h=m.map(i),f=m.indexOf(c),d=y=>y.key.filter((g,b)=>g===h[b]).length,w=(f<0?[a()]:e().layers.filter(y=>y.key[f]===p)).reduce((y,g)=>d(
g)>d(y)?g:y);m.forEach((y,g)=>{n.choices[y.id]=w.key[g]})}let l=()=>e().controls.filter(c=>c.field).map(i).join("_");return{state:n,view:e,layer:a,layerControls:r,
chosen:i,choose:s,fieldName:l,field:()=>e().fields[l()]}}var lo=6,co=4;function uo({id:t,name:n,options:e,current:r,pick:o}){let i=x("select",{id:"c-"+t,"data-key":t});for(let[a,s]of e){let l=x("option",{value:a},s);l.
selected=a===r,i.append(l)}return i.addEventListener("change",()=>o(i.value)),x("div",{class:"choice"},x("label",{for:"c-"+t,class:"legend"},n),i)}function fo({
id:t,name:n,options:e,current:r,pick:o}){let i=x("div",{class:"pills"});for(let[a,s]of e){let l=x("input",{type:"radio",name:t,value:a,checked:a===r,"data-key":t+
"="+a});l.addEventListener("change",()=>o(a)),i.append(x("label",{class:"pill"},l,x("span",{},s)))}return x("fieldset",{class:"choice"},x("legend",{class:"legen\
d"},n),i)}function Ae({data:t,words:n,choosing:e,said:r},o,i){let{state:a,view:s,chosen:l,choose:c}=e,p=s().controls.map(m=>({id:m.id,name:n.t(m.id),current:l(m),
options:m.options.map(h=>[h,r.optionLabel(m.id,h)]),pick(h){c(m,h),m.id==="origin"&&i(),o()}}));p.unshift({id:"view",name:n.t("view"),current:String(a.view),options:t.
views.map((m,h)=>[String(h),n.t("view_"+m.kind)]),pick(m){a.view=Number(m),i(),o()}}),Q(v("controls"),...p.filter(({options:m})=>m.length>1).map(m=>{let h=m.id===
"origin"?co:lo;return m.options.length>h?uo(m):fo(m)}))}function rt(t){return t.palette!=="diverging"?t.unit:t.unit==="percent"?"change_percent":"change"}function Ee(t,n){let{t:e,count:r}=t,{view:o,layer:i}=n,a={count:r,
plain:r,percent:t.share,change:t.signedCount,change_percent:t.signedShare};function s(f,d){return f==null?e("missing"):f==="u"?e("undefined"):f==="n"?e("class_n\
oise",{noise:t.share(o().noise)}):a[d](Number(f))}function l(f,d){let{values:u}=i();return Object.hasOwn(u,f)?u[f][d]:void 0}function c(f,d){let u=l(f,d);return typeof u==
"number"?u:null}function p(f,d){if(f!=="open"||(l(f,d)??null)!==null)return null;let u=o().bar??[],w=u.reduce((g,b)=>g+(c(b,d)??0),0),y=u.filter(g=>c(g,d)===null);
return!(w>0)||!y.length?null:[e("at_least",{n:r(w)}),y.map(g=>e("no_data_of",{country:e(g)})).join(", ")].join(" – ")}function m(f,d,u){let w=p(f,d);if(w!==null)
return w;let y=s(l(f,d),u);return u==="count"&&c(f,d)!==null&&(c("unknown",d)??0)>0?e("at_least",{n:y}):y}return{units:a,figureAt:m,numberAt:c,marks:f=>({edge:(c(
"edge",f)??0)>(o().edge_share??1),still:l("without",f)===1})}}function Ne(t,n){let{t:e}=t,{view:r,layerControls:o,chosen:i,fieldName:a}=n;function s(f,d){return f===
"mode"?t.named("modes",d)??(d==="any"?e("mode_any"):d):f==="opportunity"?t.opportunity(d):f==="cutoff"?e("minutes",{n:t.plain(Number(d))}):f==="origin"?r().names[d]??
d:f==="scenario"?d==="baseline"?e("baseline"):d:f==="side"&&!["all","own","across"].includes(d)?e(d):e(f+"_"+d)}function l(f){let d=f==="all"?"":f==="any"?e("by\
_any"):f;return t.named("by_mode",f)??d}let c=()=>Object.fromEntries(o().map(f=>{let d=i(f),u=f.id==="mode"?l(d):f.id==="cutoff"?t.plain(Number(d)):s(f.id,d);return[
f.id,u]})),p=()=>r().kind==="scenario"?", "+e("destination_"+a().split("_")[0]):"";return{optionLabel:s,values:c,where:()=>r().kind==="scenario"?a().split("_")[0]+
"_":"",fieldTitle:f=>t.capital(e(f.label,c()))+p()}}function Ie({words:t,choosing:n,base:e,said:r},o){let{t:i,count:a}=t,{view:s,layer:l,fieldName:c,field:p}=n,m=v("extremes");m.replaceChildren();let{ids:h}=s();if(!h)
return;let f=rt(p()),d=l().values[c()],u=h.map((k,S)=>({number:k,value:d[S],mark:r.marks(S)})).filter(k=>typeof k.value=="number"),w=u.filter(({mark:k})=>!k.edge&&
!k.still).sort((k,S)=>Number(S.value)-Number(k.value));function y(k,S){let O=f==="count"||f==="change"?" "+r.values().opportunity:"",I=R=>r.units[f](Number(R))+
O,M=w.filter(R=>I(R.value)===I(S)),U=M.length>1?i("tied",{n:a(M.length)}):P(e.areas[M[0].number].name,()=>o(M[0].number));m.append(x("div",{},i(k)+": ",U," ",x(
"b",{},I(S))))}let g=w.at(-1);g&&w[0].value!==g.value&&(y("highest",w[0].value),y("lowest",g.value));let b=[{why:"edge",n:u.filter(({mark:k})=>k.edge).length},{
why:"still",n:u.filter(({mark:k})=>k.still&&!k.edge).length}].filter(({n:k})=>k>0).map(({why:k,n:S})=>i("left_"+k,{n:a(S)}));b.length&&m.append(x("div",{class:"\
small"},i("left_out",{parts:b.join(", ")})))}var Me="#3c3f46",Re=.12,$e=16;function po([t,n],[e,r]){let o=Math.cos((n+r)/2*Math.PI/180),i=[(t+e)/2+Re*(r-n)/o,(n+r)/2-Re*(e-t)*o];return Array.from({length:$e+
1},(a,s)=>{let l=s/$e;return[(1-l)**2*n+2*l*(1-l)*i[1]+l*l*r,(1-l)**2*t+2*l*(1-l)*i[0]+l*l*e]})}function Pe({data:t,words:n,choosing:e,base:r}){let{t:o,count:i}=n,
{layer:a}=e,{areas:s}=r,l=new Map(t.base.places.map(([f,d,u])=>[f,[d,u]])),c=([f,d])=>t.palettes.flows[s[f].country===s[d].country?0:1];function p(f){let{breaks:d}=a(),
u=d.filter(w=>f>=w).length;return t.widths[Math.round(u*(t.widths.length-1)/Math.max(d.length,1))]}let m=([f,d,u])=>x("div",{class:"card"},x("strong",{},s[f].name+
" → "+s[d].name),x("div",{class:"main"},i(u)));function h(){let f=a().breaks;return f.length?[...f.map((u,w)=>K(Me,p(u),w+1===f.length?o("class_above",{a:i(u)}):
o("class_between",{a:i(u),b:i(f[w+1])}))).reverse(),K(Me,p(0),o("class_below",{a:i(f[0])}))]:[]}return{draw(f){a().flows.toReversed().forEach((d,u)=>{let[w,y]=[
l.get(d[0]),l.get(d[1])];if(!w||!y)return;let g=L.polyline(po(w,y),{pane:"bands",renderer:r.renderers.bands,color:c(d),weight:p(d[2]),opacity:1,lineCap:"butt"});
g.bindTooltip(()=>m(d),{sticky:!0,opacity:1,className:"hover"}),f("flow"+u,g)})},title:()=>n.capital(o("field_flows")),legend(){let{left_out:f,people_left_out:d,
outside:u,missing:w}=a(),[y,g]=t.palettes.flows;return[...h(),K(y,4,o("flow_within")),K(g,4,o("flow_across")),...f?[E(o("flow_left_out",{n:i(f),p:i(d)}))]:[],...u?
[E(o("flow_outside",{n:i(u)}))]:[],...w?[E(o("flow_missing",{n:i(w)}))]:[]]},table:()=>({head:["flow_from","flow_to","flow_count"].map(f=>n.capital(o(f))),rows:a().
flows.map(([f,d,u])=>[s[f].name,[s[d].name,i(u)]])})}}var mo=["fill","stroke"];function Z(t,n){let{left:e,top:r,width:o,height:i}=t.getBoundingClientRect();return{x:e-n.left,y:r-n.top,width:o,height:i}}function ho(t,n){
return _("image",{...Z(t,n),href:t.toDataURL("image/png"),preserveAspectRatio:"none"})}function go(t,n){let e=t.cloneNode(!0),[r,o]=[t,e].map(a=>[...a.querySelectorAll(
"path")]);r.forEach((a,s)=>{let l=getComputedStyle(a);for(let c of mo)o[s].setAttribute(c,l.getPropertyValue(c).replace(/url\("(#[^"]+)"\)/,"url($1)"));o[s].removeAttribute(
"class")});let i=_("svg",{...Z(t,n),viewBox:t.getAttribute("viewBox")??"",overflow:"visible"});return i.append(...e.childNodes),i}function wo(t,n,e){let r=Z(t,n),
o=getComputedStyle(t),i=parseFloat(o.fontSize);if(!t.textContent)return[_("circle",{cx:r.x+r.width/2,cy:r.y+r.height/2,r:r.width/2,fill:o.backgroundColor})];let a={
y:r.y+r.height/2+i*.35,"font-size":i,"font-weight":o.fontWeight,fill:o.color};if(t.classList.contains("shield"))return[_("rect",{...r,rx:3,fill:o.backgroundColor,
stroke:"#b5a970","stroke-width":1}),_("text",{...a,x:r.x+r.width/2,"text-anchor":"middle"},t.textContent)];let s=o.textTransform==="uppercase"?t.textContent.toLocaleUpperCase():
t.textContent;return[_("text",{...a,x:r.x,stroke:e,"stroke-width":3,"stroke-linejoin":"round","paint-order":"stroke","letter-spacing":o.letterSpacing==="normal"?
null:o.letterSpacing},s)]}function yo(t,n,e){let{x:r,y:o,width:i,height:a}=Z(t,n),s=getComputedStyle(t).color,l=o+a-1,c=`M${r} ${l-6}V${l}H${r+i}V${l-6}`;return[
_("path",{d:c,fill:"none",stroke:e,"stroke-width":5}),_("path",{d:c,fill:"none",stroke:s,"stroke-width":2}),_("text",{x:r+4,y:l-5,"font-size":11,"font-weight":600,
fill:s,stroke:e,"stroke-width":3,"paint-order":"stroke"},t.textContent)]}function De(t){let n=t.getContainer(),e=n.getBoundingClientRect(),r=getComputedStyle(document.
documentElement).getPropertyValue("--halo").trim()||"#ffffff",o=[...n.querySelectorAll(".leaflet-pane")].filter(s=>s.parentElement!==n).map(s=>s).sort((s,l)=>Number(
getComputedStyle(s).zIndex)-Number(getComputedStyle(l).zIndex)),i=[_("rect",{width:e.width,height:e.height,fill:getComputedStyle(n).backgroundColor})];for(let s of o){
let l=_("g",{opacity:getComputedStyle(s).opacity});for(let c of s.children)if(c.checkVisibility()){if(c instanceof HTMLCanvasElement)l.append(ho(c,e));else if(c instanceof
SVGSVGElement)l.append(go(c,e));else if(c instanceof HTMLElement&&c.matches(".place, .country, .dot"))l.append(...wo(c,e,r));else if(c instanceof HTMLElement&&c.
matches(".pin")){let{x:p,y:m,width:h,height:f}=Z(c,e);l.append(_("circle",{cx:p+h/2,cy:m+f,r:7,fill:"#ffffff",stroke:"#111827","stroke-width":4}))}}l.childElementCount&&
i.push(l)}let a=n.querySelector(".leaflet-control-scale-line");return a instanceof HTMLElement&&i.push(...yo(a,e,r)),i}function st(t,n){let e=document.createElement("a");e.href=URL.createObjectURL(t),e.download=n,document.body.append(e),e.click(),e.remove(),setTimeout(()=>URL.revokeObjectURL(
e.href),1e4)}var[Be,Fe]=[595.28,841.89],Y=28,bo=3,xo=t=>"<FEFF"+[...Array(t.length).keys()].map(n=>t.charCodeAt(n).toString(16).padStart(4,"0")).join("")+">",ko={"€":128,"\
„":132,"…":133,"‘":145,"’":146,"“":147,"”":148,"•":149,"–":150,"—":151,"−":45,"→":187};function vo(t){return"<"+[...t].map(n=>{let e=ko[n]??
n.codePointAt(0)??63;return(e>255||e<32?63:e).toString(16).padStart(2,"0")}).join("")+">"}function ze(t,n,e,r){let o=t.width>t.height,[i,a]=o?[Fe,Be]:[Be,Fe],s=Math.
min((i-2*Y)/t.width,(a-2*Y)/t.height),[l,c]=[t.width*s,t.height*s],p=e.filter(b=>b).map((b,k)=>`1 0 0 1 ${Y} ${a-Y-12*(k+1)} Tm ${vo(b)} Tj`),m=`q ${l.toFixed(2)}\
 0 0 ${c.toFixed(2)} ${((i-l)/2).toFixed(2)} ${(a-Y-c).toFixed(2)} cm /Map Do Q
BT /F 9 Tf ${bo} Tr ${p.join(`
`)} ET
`,h=[`<< /Type /Catalog /Pages 2 0 R /Lang (${r}) >>`,"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${i} ${a}] /Conte\
nts 4 0 R /Resources << /XObject << /Map 5 0 R >> /Font << /F 6 0 R >> >> >>`,`<< /Length ${m.length} >>
stream
${m}endstream`,[`<< /Type /XObject /Subtype /Image /Width ${t.width} /Height ${t.height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${t.
bytes.length} >>
stream
`,t.bytes,`
endstream`],"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",`<< /Title ${xo(n)} /Creator (grensgeo) >>`],f=[],d=0;function u(b){
let k=typeof b=="string"?Uint8Array.from(b,S=>S.charCodeAt(0)):b;f.push(k),d+=k.length}u(`%PDF-1.7
`);let w=h.map((b,k)=>{let S=d;u(`${k+1} 0 obj
`);for(let O of[b].flat())u(O);return u(`
endobj
`),S}),y=d;u(`xref
0 ${h.length+1}
0000000000 65535 f 
`+w.map(b=>`${String(b).padStart(10,"0")} 00000 n 
`).join("")+`trailer
<< /Size ${h.length+1} /Root 1 0 R /Info 7 0 R >>
startxref
${y}
%%EOF
`);let g=new Uint8Array(d);return f.reduce((b,k)=>(g.set(k,b),b+k.length),0),g}var B=20,So=640,Ue=21,J=22,je=2,St=()=>getComputedStyle(document.body).fontFamily;function _o(t,n,e){let r=[""];for(let o of n.split(/\s+/)){let i=r[r.length-1],
a=i?i+" "+o:o;t.measureText(a).width<=e||!i?r[r.length-1]=a:r.push(o)}return r}function Oo(t,n,e){return(r,{size:o,weight:i,leading:a},s)=>{if(!r)return{nodes:[],
end:s};t.font=`${i} ${o}px ${St()}`;let l=_o(t,r,e-2*B);return{end:s+l.length*a,nodes:l.map((c,p)=>_("text",{x:B,y:s+(p+.75)*a,"font-size":o,"font-weight":i,fill:n},
c))}}}function To({line:t,colour:n,stripe:e,shape:r,width:o=3},i,a){if(t)return[_("rect",{x:i,y:a+7-o/2,width:J,height:o,fill:t})];let[s,l]=[i+J/2,a+7],c={fill:n??
"none",stroke:"#7d7f86","stroke-width":.8};if(r==="circle")return[_("circle",{cx:s,cy:l,r:6,...c})];if(r==="diamond")return[_("path",{d:`M${s-7} ${l}L${s} ${l-7}\
L${s+7} ${l}L${s} ${l+7}Z`,...c})];if(r==="star")return[_("circle",{cx:s,cy:l,r:6,fill:"#c2185b"})];let p=_("rect",{x:i,y:a,width:J,height:13,...c});return e?[p,
...[0,1,2,3].map(m=>_("rect",{x:i+6*m+2,y:a,width:3,height:13,fill:e}))]:[p]}function Lo(t,n,e,r,o){t.font=`400 12px ${St()}`;let i=[],[a,s]=[B,o];for(let l of n){
let c=J+6+t.measureText(l.said).width+16;a>B&&a+c>e-B&&([a,s]=[B,s+Ue]),i.push(...To(l,a,s),_("text",{x:a+J+6,y:s+11,"font-size":12,fill:r},l.said)),a+=c}return{
nodes:i,end:n.length?s+Ue:o}}function We(t,n,e,{ink:r,paper:o}){let i=Math.max(t.width,So),a=document.createElement("canvas").getContext("2d"),s=Oo(a,r,i),l=s(e.
title,{size:13,weight:600,leading:18},10),c=s(e.headline,{size:19,weight:700,leading:25},l.end),p=s(e.question,{size:13,weight:400,leading:18},c.end),m=p.end+10,
h=s(e.legend,{size:12,weight:600,leading:18},m+t.height+8),f=Lo(a,n,i,r,h.end+4),d=f.end+2,u=e.below.flatMap(b=>{let k=s(b,{size:11,weight:400,leading:15},d);return d=
k.end,k.nodes}),w=Math.ceil(d+12),y=Co(document.querySelector("svg.hatches defs"));return _("svg",{xmlns:"http://www.w3.org/2000/svg",width:i,height:w,viewBox:`\
0 0 ${i} ${w}`,"font-family":St()},_("title",{},e.headline),...y?[y]:[],_("rect",{width:i,height:w,fill:o}),...l.nodes,...c.nodes,...p.nodes,_("svg",{x:(i-t.width)/
2,y:m,width:t.width,height:t.height,overflow:"hidden"},...t.nodes),...h.nodes,...f.nodes,...u)}function Co(t){let n=t&&t.cloneNode(!0),e=t?.querySelectorAll("re\
ct")??[];return n?.querySelectorAll("rect").forEach((r,o)=>r.setAttribute("fill",getComputedStyle(e[o]).fill)),n}var He=t=>new XMLSerializer().serializeToString(
t),Ge=t=>new Blob([`<?xml version="1.0" encoding="UTF-8"?>
`,He(t)],{type:"image/svg+xml"});async function qe(t){let n=new Image;n.src="data:image/svg+xml;charset=utf-8,"+encodeURIComponent(He(t)),await n.decode();let e=document.
createElement("canvas");return e.width=je*Number(t.getAttribute("width")),e.height=je*Number(t.getAttribute("height")),e.getContext("2d")?.drawImage(n,0,0,e.width,
e.height),e}async function Xe(t){let n=await qe(t);return new Promise((e,r)=>{n.toBlob(o=>o?e(o):r(new Error("no picture")),"image/png")})}async function Ve(t,n,e){
let r=await qe(t),o=await new Promise(l=>{r.toBlob(l,"image/jpeg",.92)}),i=new Uint8Array(await o.arrayBuffer()),a=[n.headline,n.question,...n.below],s=ze({bytes:i,
width:r.width,height:r.height},n.title||n.headline,a,e);return new Blob([s],{type:"application/pdf"})}var Ao=t=>t.replace(/(?<=^|[,;\t\r\n]["\s]*)(?=[=+\-@\t\r\n])/g,"'");var Eo=/^[-\u2212+]?[\d.,\u00a0]+$/;function Ke(t,n){if(!Eo.test(t))return NaN;let[e,r]=T[n].startsWith("en")?[",","."]:[".",","];return Number(t.replaceAll(e,"").
replaceAll(" ","").replace(r,".").replace("−","-"))}function No({head:t,body:n},e){let r=e!=="en",o=r?";":",";function i(a){let s=Ke(a,e);if(!Number.isNaN(s))
return r?String(s).replace(".",","):String(s);let l=Ao(a);return/[",;\n\r]/.test(l)?`"${l.replace(/"/g,'""')}"`:l}return[t,...n].map(a=>a.map(i).join(o)).join(`\
\r
`)+`\r
`}var Io=t=>t.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g,"").replace(/&/g,"&amp;").replace(/</g,"&lt;").replace(/>/g,"&gt;").replace(/"/g,"&quot;"),F='\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',_t="http://schemas.openxmlformats.org/spreadsheetml/2006/main",it="http://schemas.openxmlformats.org/of\
ficeDocument/2006/relationships",Ot="http://schemas.openxmlformats.org/package/2006",at="application/vnd.openxmlformats-officedocument.spreadsheetml";function Mo({
head:t,body:n},e,r){function o(a){let s=Ke(a,e);return Number.isNaN(s)?`<c t="inlineStr"><is><t xml:space="preserve">${Io(a)}</t></is></c>`:`<c${Number.isInteger(
s)?' s="1"':""}><v>${s}</v></c>`}let i=a=>`${F}<worksheet xmlns="${_t}"><sheetData>`+a.map(s=>`<row>${s.map(o).join("")}</row>`).join("")+"</sheetData></workshe\
et>";return[["[Content_Types].xml",`${F}<Types xmlns="${Ot}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relatio\
nships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${at}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${at}.styles+xml"/>`+[1,
2].map(a=>`<Override PartName="/xl/worksheets/sheet${a}.xml" ContentType="${at}.worksheet+xml"/>`).join("")+"</Types>"],["_rels/.rels",`${F}<Relationships xmlns\
="${Ot}/relationships"><Relationship Id="rId1" Type="${it}/officeDocument" Target="xl/workbook.xml"/></Relationships>`],["xl/workbook.xml",`${F}<workbook xmlns=\
"${_t}" xmlns:r="${it}"><sheets><sheet name="1" sheetId="1" r:id="rId1"/><sheet name="2" sheetId="2" r:id="rId2"/></sheets></workbook>`],["xl/_rels/workbook.xml\
.rels",`${F}<Relationships xmlns="${Ot}/relationships">`+[1,2].map(a=>`<Relationship Id="rId${a}" Type="${it}/worksheet" Target="worksheets/sheet${a}.xml"/>`).join(
"")+`<Relationship Id="rId3" Type="${it}/styles" Target="styles.xml"/></Relationships>`],["xl/styles.xml",`${F}<styleSheet xmlns="${_t}"><fonts count="1"><font>\
<sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fil\
l></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2">\
<xf/><xf numFmtId="3" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`],["xl/\
worksheets/sheet1.xml",i([t,...n])],["xl/worksheets/sheet2.xml",i(r.map(a=>[a]))]]}function Ro(t){let n=-1;for(let e of t){n^=e;for(let r=0;r<8;r++)n=n>>>1^(n&1?
3988292384:0)}return~n>>>0}function $o(t){let n=new TextEncoder,e=[],r=[];function o(a,s){for(let[l,c]of s)for(let p=0;p<l;p++)a.push(c/2**(8*p)&255)}for(let[a,
s]of t){let[l,c]=[n.encode(a),n.encode(s)],p=[[2,20],[2,2048],[2,0],[2,0],[2,33],[4,Ro(c)],[4,c.length],[4,c.length],[2,l.length],[2,0]];o(r,[[4,33639248],[2,20],
...p,[2,0],[2,0],[2,0],[4,0],[4,e.length]]),r.push(...l),o(e,[[4,67324752],...p]);for(let m of[l,c])for(let h of m)e.push(h)}let i=e.length;for(let a of r)e.push(
a);return o(e,[[4,101010256],[2,0],[2,0],[2,t.length],[2,t.length],[4,r.length],[4,i],[2,0]]),Uint8Array.from(e)}function Ze(t,n,e,r,o){let i=n==="csv"?new Blob(
["\uFEFF"+No(t,e)],{type:"text/csv;charset=utf-8"}):new Blob([$o(Mo(t,e,r))],{type:at+".sheet"});st(i,o+"."+n)}var Po=70;function Ye({words:t,data:n,choosing:e}){let r=e.layerControls().map(e.chosen);return Bt([t.in(n.title),...r].join(" ")).replace(/ /g,"-").slice(0,Po)}
function Do(t){let n=t.querySelector(".swatch");if(!n)return[];let e=getComputedStyle(n),r=[...t.childNodes].filter(s=>s!==n).map(s=>s.textContent?.trim()).filter(
s=>s).join(", "),o=[...n.classList];if(o.includes("line")||o.includes("frontier"))return[{said:r,line:e.borderTopColor,width:parseFloat(e.borderTopWidth)}];let i=o.
find(s=>s.startsWith("hatch-")),a=o.find(s=>["circle","diamond","star"].includes(s));return[{said:r,shape:a,colour:i?`url(#${i})`:e.backgroundColor}]}function Bo(t){
let{head:n,rows:e}=t.table(),r=o=>o instanceof Node?o.textContent??"":o??"";return{caption:v("headline").textContent,head:n,body:e.map(([o,i])=>[r(o),...i.map(r)])}}
function Je(t,n){let{words:e,map:r,data:o}=t,i=()=>[...document.querySelectorAll("#legend .said")].map(s=>String(s.textContent)).concat([v("strip-notes").firstChild?.
textContent??"",v("strip-sources").textContent,e.t("made_with",{version:o.version})]);async function a(s){let{x:l,y:c}=r.getSize(),p={title:e.in(o.title),headline:v(
"headline").textContent,question:"",legend:v("legend-title").textContent,below:i()},m=getComputedStyle(document.body),h=[...v("legend").children].flatMap(Do),f=We(
{width:l,height:c,nodes:De(r)},h,p,{ink:m.color,paper:m.backgroundColor});st(s==="png"?await Xe(f):s==="svg"?Ge(f):await Ve(f,p,e.language),Ye(t)+"."+s)}for(let s of[
"png","svg","pdf"])v(s).addEventListener("click",()=>a(s));for(let s of["csv","xlsx"])v(s).addEventListener("click",()=>{let l=Bo(n()),c=o.notes.map(p=>e.in(p.text));
Ze(l,s,e.language,[e.in(o.title),l.caption,...c,...i()],Ye(t))});v("print").addEventListener("click",()=>window.print())}var Tt=10,Fo=6,lt=14,zo=300,Uo=34,jo=[0,9,9.75,11.5],Wo=t=>t<9.5?26:60,Ho=2;function Qe(t){let n=t.getZoom(),e=t.containerPointToLayerPoint([0,0]),r=t.getPixelOrigin(),
o=t.getSize();return{width:o.x,height:o.y,scale:2**n,zoom:n,x:e.x,y:e.y,left:r.x+e.x,top:r.y+e.y}}function Go(t,{width:n,height:e}){let r=[];for(let i=1;i<t.length;i++){
let[[a,s],[l,c]]=[t[i-1],t[i]],p=Math.max(1,Math.ceil(Math.hypot(l-a,c-s)/12));for(let m=0;m<p;m++){let h=a+(m+.5)/p*(l-a),f=s+(m+.5)/p*(c-s);h>0&&f>0&&h<n&&f<e&&
r.push([h,f])}}let o=Math.floor(r.length/2);return r.map((i,a)=>r[o+(a%2?-1:1)*Math.ceil(a/2)]).filter(Boolean)}var qo=t=>t.reduce((n,[e,r],o)=>o?n+Math.hypot(e-
t[o-1][0],r-t[o-1][1]):0,0);function tn(t,n,e,r){let o=Qe(t),i=vt(n,o.zoom),a=[],s=new Map;for(let l of r){if(!G(n,"road",l,o.zoom)||o.zoom<jo[l-1])continue;let c=q(
n,"road",l,o).filter(p=>n.name[p]).map(p=>({name:n.name[p],corners:X(n,p,i,o)})).map(p=>({...p,long:qo(p.corners)})).filter(({long:p})=>p>=Uo).sort((p,m)=>m.long-
p.long);for(let{name:p,corners:m}of c){if(a.length>=Wo(o.zoom))return a;let h=p.split("/").slice(0,Ho).join("/"),f=e.widthOf(h,Tt,!0)+Fo,d=p.split("/").flatMap(
u=>s.get(u)??[]);for(let[u,w]of Go(m,o)){if(d.some(([b,k])=>Math.hypot(b-u,k-w)<zo))continue;let[y,g]=[o.x+u-f/2,o.y+w-lt/2];if(e.free([y-2,g-2,y+f+2,g+lt+2])){
e.take([y,g,y+f,g+lt]),a.push({text:h,rank:l,x:y,y:g,width:f,height:lt}),d.push([u,w]);for(let b of p.split("/"))s.set(b,[...s.get(b)??[],[u,w]])}}}}return a}function en(t,n,e,r){
let o=Qe(t);return r.filter(i=>G(n,e,i,o.zoom)).flatMap(i=>q(n,e,i,o).map(a=>{let[[s,l]]=X(n,a,1/0,o);return{name:n.name[a],rank:i,people:n.people[a],at:L.point(
o.x+s,o.y+l)}}).sort((a,s)=>s.people-a.people))}function nn(t,n){let e=document.createElement("canvas").getContext("2d"),r=getComputedStyle(document.body).fontFamily,o=t.containerPointToLayerPoint([0,0]),i=L.
bounds(o,t.containerPointToLayerPoint(t.getSize())),[a,s]=[i.min,i.max];return{screen:i,point:l=>t.latLngToLayerPoint(l),free:l=>l[0]>=a.x&&l[2]<=s.x&&l[1]>=a.y&&
l[3]<=s.y&&n.every(c=>re(c,l)),take:(...l)=>{n.push(...l)},widthOf(l,c,p){return e.font=`${p?600:400} ${c}px ${r}`,e.measureText(l).width}}}var on=({x:t,y:n},e,r,o)=>[
[t+o,n-r/2],[t-o-e,n-r/2],[t-e/2,n-r-4],[t-e/2,n+4]];function z(t,n,e){return t.style.transform=`translate(${n}px,${e}px)`,t}var Xo=13,Lt=18,rn=14,Vo=12,Ko=[12,11.5,11,10.5],Zo=10.5,sn=[58,170];function Yo({data:t,choosing:n,base:e},r){let o=n.view().kind==="isochrones"?n.layer().key[0]:
null;if(o===null||!t.origins[o]||e.areas.some(p=>p.code===o))return[];let[i,a]=t.origins[o],s=r.point([a,i]),l=n.view().names[o];r.take([s.x-10,s.y-10,s.x+20+r.
widthOf(l,rn,!0),s.y+10]);let c=x("span",{class:"place big"},l);return c.style.fontSize=rn+"px",[z(c,s.x+13,s.y-9)]}function an(t,n,e,r,o){let i=r>Vo,a=e.widthOf(
t,r,i)+8,s=r*1.3,l=on(n,a,s,4).find(([h,f])=>e.free([h,f,h+a,f+s]));if(!l)return[];let[c,p]=l;e.take([c,p,c+a,p+s],[n.x-3,n.y-3,n.x+3,n.y+3]);let m=x("span",{class:"\
place "+o+(i?" big":"")},t);return m.style.fontSize=r+"px",[z(x("i",{class:"dot "+o}),n.x-2.5,n.y-2.5),z(m,c+4,p)]}function ct(t,n,e,r,o,i=new Set){return en(t,
n,r,o).filter(({name:a,at:s})=>e.screen.contains(s)&&!i.has(a.split(" (")[0])).flatMap(({name:a,rank:s,at:l})=>an(a,l,e,r==="station"?Zo:Ko[s-1],r==="station"?"\
stop":"village"))}function Jo(t,n,e,r){let o=i=>tn(t,n,e,i).map(({text:a,rank:s,x:l,y:c,width:p})=>{let m=x("span",{class:s===1?"place shield motorway":"place s\
hield"},a);return m.style.fontSize=Tt+"px",m.style.width=p+"px",z(m,l,c)});return[...o([1,2]),...ct(t,n,e,"place",[2,3]),...o([3]),...ct(t,n,e,"station",[1],r),
...ct(t,n,e,"place",[4]),...o([4])]}function Qo(t,n,e,r){let o=r.widthOf(t.toLocaleUpperCase(),Xo,!0)+t.length*2.4+8;function i(s,l){let c=L.bounds([s-6,l-4],[s+
o+6,l+22]);return e.some(p=>p.some(m=>c.contains(m)))}let a=n.map(s=>[s.x-o/2,s.y-Lt/2]).find(([s,l])=>!i(s,l)&&r.free([s,l,s+o,l+Lt]));return a?(r.take([a[0],a[1],
a[0]+o,a[1]+Lt]),[z(x("span",{class:"country"},t),a[0],a[1])]):[]}function ln(t,n,e){let{map:r,data:o,words:i,base:a}=t,{x:s,y:l}=r.containerPointToLayerPoint([
0,0]),c=nn(r,[[s,l,s+sn[0],l+sn[1]],...e]),p=Yo(t,c);n&&p.push(...ct(r,n,c,"place",[1]));for(let[h,f,d]of o.base.places){let u=a.areas[h],w=c.point([d,f]);!ie(u,
r.getZoom())||!c.screen.contains(w)||p.push(...an(u.name,w,c,ae(u.population),u.part==="ring"?"ring":"town"))}let m=a.frontier.map(h=>h.map(c.point));if(m.flat().
some(h=>c.screen.contains(h))){let h=c.point(L.latLngBounds(a.frontier.flat()).getCenter());for(let f of new Set(a.areas.map(d=>d.country))){let d=a.areas.filter(
u=>u.country===f).map(u=>c.point(u.centre)).sort((u,w)=>u.distanceTo(h)-w.distanceTo(h));p.push(...Qo(i.t(f.toLowerCase()),d,m,c))}}if(n){let h=new Set(p.map(f=>String(
f.textContent).split(" (")[0]));p.push(...Jo(r,n,c,h))}r.getPane("names")?.replaceChildren(...p)}var Ct=t=>L.CircleMarker.extend({_updatePath(){let{x:n,y:e}=this._point;this._renderer._setPath(this,t(n,e,this._radius))}});function cn(t,n,e){let r=e*1.3;return`\
M${t-r} ${n}L${t} ${n-r}L${t+r} ${n}L${t} ${n+r}Z`}function un(t,n,e){return`M${Array.from({length:10},(o,i)=>{let a=e*(i%2?.45:1);return`${t+a*Math.sin(i*Math.
PI/5)} ${n-a*Math.cos(i*Math.PI/5)}`}).join("L")}Z`}var tr=["sector","level","language","period"];function fn({words:t,choosing:n}){let{t:e,count:r,capital:o}=t,{view:i,layer:a}=n,s=g=>e("minutes",{n:r(Math.round(
g))});function l(g){return g===null||!/^[a-z]{2}$/.test(g)?g:new Intl.DisplayNames([t.language],{type:"language"}).of(g)??g}let c=g=>({what:o(t.named("opp_types",
g.type)??g.type),sector:t.named("sectors",g.sector)??g.sector,level:g.level,language:l(g.language),period:g.from===null&&g.to===null?null:[g.from??"…",g.to??"\
…"].join(" – ")});function p(g){let b=a().key[0]==="any"?g.mode:a().key[0];return t.named("modes",b)??b}let m=g=>i().places[g.place][2],h=g=>g.unsure.map(b=>e(
"unsure_"+b)).join(", "),f=g=>x("div",{class:"small warn"},g);function d(g){let b=c(g),k=x("div",{class:"offer"},x("strong",{},b.what));g.count!==null&&g.count!==
1&&k.append(A(o(e("placement_places")),r(g.count)));for(let S of tr)S==="period"&&b.period===null||k.append(A(o(e("placement_"+S)),b[S]??e("placement_not_told")));
return k.append(A(o(e("placement_id")),g.id)),g.unsure.length&&k.append(f(e("placement_unsure_what",{what:h(g)}))),g.main_place&&k.append(f(e("placement_at_main\
_place"))),k}function u(g,b){let[k,S]=g[0],O=e(k.country.toLowerCase())+(m(k)?" ("+e("side_across")+")":"");return x("div",{class:"card"},x("div",{class:"main"},
s(S)),x("div",{class:"small"},p(k)+" · "+O),...g.slice(0,b).map(([I])=>d(I)),...g.length>b?[x("div",{class:"small"},"+ "+r(g.length-b))]:[])}let w=()=>["placem\
ent_time","country","placement_sector","placement_by","placement_what","placement_level","placement_language","placement_not_told"].map(g=>o(e(g)));function y(g){
let b=c(g);return[g.country+(m(g)?" ◆":""),b.sector??"–",p(g),b.what,b.level??"–",b.language??"–",h(g)]}return{minutes:s,card:u,columns:w,cells:y}}var At=t=>x("div",{class:"small warn"},t);function pn({words:t,choosing:n,base:e,said:r}){let{t:o}=t,{view:i,fieldName:a,field:s}=n;function l(d){let u=e.areas[d],
w=o("population",{n:t.plain(u.population)});return[x("strong",{},u.name),x("div",{class:"small"},[o(u.country.toLowerCase()),u.nuts3,w].join(" · "))]}function c(d){
let u=s();return[x("div",{class:"main"},r.figureAt(a(),d,rt(u))),x("div",{class:"small"},r.fieldTitle(u)+(i().mean?o("of_mean_here"):""))]}function p(d){let u=(i().
bar??[]).map(b=>({name:b,value:r.numberAt(b,d)})),w=u.map(({name:b})=>A(o(b),r.figureAt(b,d,"count"),b)),y=u.reduce((b,{value:k})=>b+(k??0),0);if(!(y>0)||u.some(
({value:b})=>b===null))return w;let g=x("div",{class:"bar","aria-hidden":"true"});for(let{name:b,value:k}of u){let S=pt(x("i"),b,"background");S.style.width=100*
Number(k)/y+"%",g.append(S)}return[g,...w]}let m=d=>i().rows.map(([u,w,y])=>A(t.capital(o(u)),r.figureAt(r.where()+w,d,y))),h=d=>(i().bounds??[]).filter(u=>r.numberAt(
u+"_lower",d)!==null&&r.numberAt(u+"_upper",d)!==null).map(u=>A(o("bounds_of",{what:o("row_"+u)}),o("bounds_range",{a:r.figureAt(u+"_lower",d,"plain"),b:r.figureAt(
u+"_upper",d,"plain")})));function f(d,u){let w=r.numberAt("without",d),y=r.numberAt("edge",d)??0,g=r.numberAt("unknown",d)??0;return[...w!==null&&!u?[A(o("row_\
without"),t.share(w))]:[],...r.marks(d).still?[At(o("mark_still"))]:[],...y>0?[At(o("edge_mean",{share:t.share(y)}))]:[],...g>0?[At(o("lower_bound",{n:t.count(g)}))]:
[]]}return function(u,w=!1){let y=(i().ids??[]).indexOf(u);return x("div",{class:"card"},...l(u),...c(y),...p(y),...w?[]:[...m(y),...h(y)],...f(y,w))}}function dn(t){let{map:n,data:e,words:r,choosing:o,base:i}=t,{state:a,view:s}=o,l=pn(t),c=null,p=null;function m(u){c&&c.remove(),c=u===null?null:L.polygon(i.areas[u].
rings,i.flat("chosen",{fill:!1,color:"#111827",weight:3})).addTo(n)}function h(u){let w=e.base.places.find(y=>y[0]===u);return w?[w[2],w[1]]:i.areas[u].centre}function f(u,w){
let y=w??(p&&a.area===u?p.getLatLng():void 0)??h(u);a.area=u,m(u),v("find").value=String(u),p?p.setLatLng(y).setContent(l(u)):p=L.popup({maxWidth:290,autoPanPadding:[
16,16]}).setLatLng(y).setContent(l(u)).openOn(n),Et(r.t("close"))}n.on("popupclose",()=>{p=null,a.area=null,m(null),v("find").value=""});function d(){let{ids:u}=s();
if(v("find-box").hidden=!u,!u)return;let w=new Map;for(let y of u){let g=i.areas[y];w.set(g.nuts3,[...w.get(g.nuts3)??[],g])}v("find").replaceChildren(x("option",
{value:""},r.t("find_none")),...[...w].map(([y,g])=>x("optgroup",{label:y},...g.sort((b,k)=>r.sort(b.name,k.name)).map(b=>x("option",{value:String(b.number)},b.
name))))),v("find").value=a.area===null?"":String(a.area)}return v("find").addEventListener("change",()=>{v("find").value!==""?f(Number(v("find").value)):n.closePopup()}),
{card:l,mark:m,select:f,showList:d}}function Et(t){let n=document.querySelector(".leaflet-popup-close-button");n&&n.setAttribute("aria-label",t)}var er=1.0001,mn=760;function hn(t,n){let e=n.findIndex(([r])=>t<=r*er);return e<0?n.length-1:e}function nr(t){let{map:n,words:e,choosing:r,base:o}=t,{view:i,layer:a}=r,
s=fn(t),l=Ct(cn),c=Ct(un);function p(){let d=new Map;for(let[u,w]of a().rows){let y=i().offers[u];d.has(y.place)||d.set(y.place,[]),d.get(y.place).push([y,w])}return d}
function m(d){let[u,w]=i().places[d[0][0].place],g=L.popup({maxWidth:290,maxHeight:320,autoPanPadding:[16,16]}).setLatLng([w,u]).setContent(s.card(d,d.length)).
openOn(n).getElement()?.querySelector(".leaflet-popup-content");g instanceof HTMLElement&&(g.tabIndex=0),Et(e.t("close"))}function h(d,u){let[w,y,g]=i().places[d],
b=new(g?l:L.CircleMarker)([y,w],{pane:"points",renderer:o.renderers.points,radius:Math.min(7+1.5*Math.log2(u.length),14),color:"#1d1f24",weight:1.4,fillColor:i().
bands[hn(u[0][1],i().bands)][1],fillOpacity:1});return b.bindTooltip(()=>s.card(u,2),{opacity:1,className:"hover"}),b.on("click",()=>{b.closeTooltip(),m(u)}),b}
return{offers:s,groups:p,open:m,marker:h,homeMarker:([d,u])=>new c([u,d],{pane:"points",renderer:o.renderers.points,interactive:!1,radius:13,color:"#ffffff",weight:2,
fillColor:V,fillOpacity:1})}}function gn(t){let{map:n,words:e,choosing:r}=t,{t:o,count:i}=e,{view:a,layer:s}=r,{offers:l,groups:c,open:p,marker:m,homeMarker:h}=nr(
t),f=!1;function d(){let{places:w,home:y}=a(),g=[...c().keys()].map(b=>L.latLng(w[b][1],w[b][0]));return y?[...g,L.latLng(y[1],y[0])]:g}function u(){let{bands:w}=a(),
y=s().rows.map(([,g])=>hn(g,w));return w.map(([g,b],k)=>C(b,o("placement_band",{a:i(k?w[k-1][0]:0),b:i(g),n:i(y.filter(S=>S===k).length)})))}return{draw(w){for(let[
g,b]of[...c()].reverse())w("point"+g,m(g,b));let{home:y}=a();y&&w("home",h(y)),!f&&window.innerWidth>mn&&(v("table-box").open=!0),f=!0},title:()=>o("placement_o\
ffers"),legend(){let w=Object.entries(s().asides).filter(([,b])=>b).map(([b,k])=>o(b,{n:i(k)}));s().rows.length||w.unshift(o("placement_none")),[...c().values()].
some(b=>b.length>1)&&w.unshift(o("placement_several"));let y=a().controls.find(b=>b.id==="side"),g=y&&y.options.length>1?[$("circle",o("placement_own")),$("diam\
ond",o("placement_across"))]:[];return[...u(),...g,...a().home?[$("star",o("placement_home"))]:[],...w.map(E)]},table(){let w=c();return{head:l.columns(),rows:s().
rows.map(([y,g])=>{let b=a().offers[y];return[P(l.minutes(g),()=>{p(w.get(b.place)??[[b,g]]),window.innerWidth<=mn&&n.getContainer().scrollIntoView()},String(y)),
l.cells(b)]})}},values:()=>Object.fromEntries(Object.entries(s().said).map(([w,y])=>[w,i(y)])),box(){let w=L.latLngBounds(d());return w.isValid()?{bounds:w,options:{
padding:[48,48],maxZoom:13}}:null},taken:()=>d().map(w=>{let y=n.latLngToLayerPoint(w);return[y.x-6,y.y-6,y.x+6,y.y+6]})}}function wn({data:t,words:n,choosing:e}){let{t:r}=n;v("notes").replaceChildren(...t.notes.map(s=>x("li",{},n.in(s.text),...s.details.map(l=>x("div",{class:"smal\
l"},n.in(l)))))),v("notes-box").hidden=t.notes.length===0;let o=t.labels.mode_of_trip,i=e.layerControls().map(e.chosen).map(s=>Object.hasOwn(o,s)?o[s]:s),a=qt(t.
strip,i);v("strip-notes").textContent=a.map(s=>n.in(s.text)).join(" "),t.notes.length>a.length&&v("strip-notes").append(" ",P(r("more_notes",{n:n.plain(t.notes.
length)}),()=>{v("notes-box").open=!0,v("notes-box").scrollIntoView(),v("notes-box").querySelector("summary").focus()})),v("strip-sources").textContent=t.attributions.
length?r("source")+": "+t.attributions.map(n.in).join(" · "):"",v("sources").replaceChildren(...t.sources.map(s=>{let l=s.reference_date?r("reference_date",{date:s.
reference_date}):"";return x("li",{},Xt(s),". "+[n.in(s.attribution),n.in(s.licence),l].filter(c=>c).join(" · "))}))}function or({data:t,words:n,choosing:e},r){let{closed:o}=e.view();v("legend-title").textContent=r.title(),v("legend").replaceChildren(...r.legend(),...t.base.border.
length?[$("frontier",n.t("border_line"))]:[],...o?[E(n.t(o))]:[])}function yn({choosing:t},n){if(!v("table-box").open){v("table").replaceChildren();return}let{head:e,
rows:r}=n.table();Q(v("table"),x("table",{class:t.view().kind},x("caption",{},v("headline").textContent),x("thead",{},x("tr",{},...e.map(o=>x("th",{scope:"col"},
o)))),x("tbody",{},...r.map(([o,i])=>x("tr",{},x("th",{scope:"row"},o),...i.map(a=>x("td",{},a)))))))}function rr({words:t,choosing:n,said:e},r){let{kind:o,ids:i,
mean:a}=n.view(),s=t.t("head_"+o,{...e.values(),...r.values?.()}).trim();v("headline").textContent=s+(i?t.t(a?"of_mean":"of_each"):"")}function sr(t,n,e){let r=Ft(
n.labels,e),o=Ce(n),i={...Ee(r,o),...Ne(r,o)};return{map:t,data:n,words:r,choosing:o,said:i,base:Se(t,n)}}function ir(t){let{map:n,data:e,choosing:{state:r,view:o}}=t,
i=dn(t),a=new Map,s=Oe(t,i,a),l={isochrones:Le(t),flows:Pe(t),placements:gn(t)},c=()=>l[o().kind]??s,p=null,m=null;function h(){for(let d of a.values())d.remove();
a.clear(),n.closePopup(),i.mark(null)}function f(){ln(t,m?.base??null,c().taken?.()??[])}return{topic:c,selecting:i,names:f,home(){let{bounds:d,options:u}=c().box?.()??
{bounds:t.base.bounds,options:{padding:[4,4]}};n.fitBounds(d,{...u,animate:!1})},draw(){(p!==r.view||!o().ids)&&h(),p=r.view,c().draw((d,u)=>a.set(d,u.addTo(n)))},
dress(d){Mt(e.sides,d),m?.layer.dress(d),f()},lay(d){m=d}}}function ar(t){let n=Rt(),e=gt(location.hash),r=ht(n.language,{language:e.lang,theme:e.theme}),o=sr(t,
n,r.language),{words:i,choosing:a}=o,{state:s,view:l}=a,c=ir(o),{topic:p,selecting:m}=c,h=!0,f=jt(r.theme,g=>{c.dress(g),v("theme").textContent=i.t(g?"theme_lig\
ht":"theme_dark")});function d(){try{history.replaceState(null,"","#"+Zt(n,a,{language:i.language,theme:f.theme}))}catch{}}function u(){let{area:g}=s;Ht(i,n,t.getContainer()),
wn(o),Ae(o,u,()=>{h=!0}),rr(o,p()),c.draw(),t.invalidateSize({animate:!1,pan:!1}),h&&(h=!1,c.home()),or(o,p()),Ie(o,m.select),m.showList(),yn(o,p()),f.show(),g!==
null&&l().ids?.includes(g)&&m.select(g),d()}function w(){t.invalidateSize({animate:!1,pan:!1}),c.home()}cr(t,o,c.names);function y(g){i.language=g,u()}Gt(g=>{mt(
{language:g}),y(g)}),v("theme").addEventListener("click",d),v("table-box").addEventListener("toggle",()=>yn(o,p())),t.on("popupopen popupclose",d),window.addEventListener(
"hashchange",()=>{let g=gt(location.hash);wt(g,n,a),h=!0,y(ht(i.language,{language:g.lang??i.language}).language)}),Je(o,p),Vt(t,c.home),Kt(t,w),lr(t),wt(e,n,a),
u(),ve(t,n).then(g=>{c.lay(g),f.show()})}function lr(t){let n=()=>v("on-paper")?.remove();window.addEventListener("beforeprint",()=>{n(),t.getContainer().after(
x("figure",{id:"on-paper"},Wt(t)))}),window.addEventListener("afterprint",n)}function cr(t,n,e){t.setMaxBounds(n.base.bounds.pad(1.2)),t.getContainer().setAttribute(
"role","region"),t.getPane("bands").style.opacity="0.8",t.on("moveend zoomend resize viewreset",e),t.on("zoomstart",()=>t.getPane("names")?.replaceChildren())}Object.
assign(globalThis,{grensgeoPage:ar});})();
