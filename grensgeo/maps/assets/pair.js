/* grensgeo pair: bundled from js/ by `make js`; edit there.
   sources f05eeb631aba4dbe: src/pages/pair.js src/shared/elements.js src/shared/pdf.js src/shared/saving.js src/shared/sheet.js */
"use strict";(()=>{var h=t=>document.getElementById(t);function q(t,n,e){for(let[o,r]of Object.entries(n))r!==null&&r!==!1&&t.setAttribute(o,r===!0?"":String(r));return t.append(...e.
filter(o=>o!==null)),t}function d(t,n={},...e){let o=document.createElementNS("http://www.w3.org/2000/svg",t);return q(o,n,e)}var R=()=>JSON.parse(h("grensgeo-data").textContent);function L(t,n){let e=document.createElement("a");e.href=URL.createObjectURL(t),e.download=n,document.body.append(e),e.click(),e.remove(),setTimeout(()=>URL.revokeObjectURL(
e.href),1e4)}var g=20,U=640,C=21,f=22,O=2,x=()=>getComputedStyle(document.body).fontFamily;function j(t,n,e){let o=[""];for(let r of n.split(/\s+/)){let c=o[o.length-1],s=c?
c+" "+r:r;t.measureText(s).width<=e||!c?o[o.length-1]=s:o.push(r)}return o}function z(t,n,e){return(o,{size:r,weight:c,leading:s},i)=>{if(!o)return{nodes:[],end:i};
t.font=`${c} ${r}px ${x()}`;let l=j(t,o,e-2*g);return{end:i+l.length*s,nodes:l.map((a,u)=>d("text",{x:g,y:i+(u+.75)*s,"font-size":r,"font-weight":c,fill:n},a))}}}
function D({line:t,colour:n,stripe:e,shape:o,width:r=3},c,s){if(t)return[d("rect",{x:c,y:s+7-r/2,width:f,height:r,fill:t})];let[i,l]=[c+f/2,s+7],a={fill:n??"non\
e",stroke:"#7d7f86","stroke-width":.8};if(o==="circle")return[d("circle",{cx:i,cy:l,r:6,...a})];if(o==="diamond")return[d("path",{d:`M${i-7} ${l}L${i} ${l-7}L${i+
7} ${l}L${i} ${l+7}Z`,...a})];if(o==="star")return[d("circle",{cx:i,cy:l,r:6,fill:"#c2185b"})];let u=d("rect",{x:c,y:s,width:f,height:13,...a});return e?[u,...[
0,1,2,3].map(m=>d("rect",{x:c+6*m+2,y:s,width:3,height:13,fill:e}))]:[u]}function H(t,n,e,o,r){t.font=`400 12px ${x()}`;let c=[],[s,i]=[g,r];for(let l of n){let a=f+
6+t.measureText(l.said).width+16;s>g&&s+a>e-g&&([s,i]=[g,i+C]),c.push(...D(l,s,i),d("text",{x:s+f+6,y:i+11,"font-size":12,fill:o},l.said)),s+=a}return{nodes:c,end:n.
length?i+C:r}}function B(t,n,e,{ink:o,paper:r}){let c=Math.max(t.width,U),s=document.createElement("canvas").getContext("2d"),i=z(s,o,c),l=i(e.title,{size:13,weight:600,
leading:18},10),a=i(e.headline,{size:19,weight:700,leading:25},l.end),u=i(e.question,{size:13,weight:400,leading:18},a.end),m=u.end+10,S=i(e.legend,{size:12,weight:600,
leading:18},m+t.height+8),A=H(s,n,c,o,S.end+4),v=A.end+2,N=e.below.flatMap(P=>{let k=i(P,{size:11,weight:400,leading:15},v);return v=k.end,k.nodes}),$=Math.ceil(
v+12),T=document.querySelector("svg.hatches defs")?.cloneNode(!0);return d("svg",{xmlns:"http://www.w3.org/2000/svg",width:c,height:$,viewBox:`0 0 ${c} ${$}`,"f\
ont-family":x()},d("title",{},e.headline),...T?[T]:[],d("rect",{width:c,height:$,fill:r}),...l.nodes,...a.nodes,...u.nodes,d("svg",{x:(c-t.width)/2,y:m,width:t.
width,height:t.height,overflow:"hidden"},...t.nodes),...S.nodes,...A.nodes,...N)}var W=t=>new XMLSerializer().serializeToString(t);async function G(t){let n=new Image;n.src="data:image/svg+xml;charset=utf-8,"+encodeURIComponent(W(t)),await n.decode();let e=document.createElement("canvas");return e.
width=O*Number(t.getAttribute("width")),e.height=O*Number(t.getAttribute("height")),e.getContext("2d")?.drawImage(n,0,0,e.width,e.height),e}async function F(t){
let n=await G(t);return new Promise((e,o)=>{n.toBlob(r=>r?e(r):o(new Error("no picture")),"image/png")})}var{texts:w}=R(),p=h("pair"),y=h("edge-at"),E=()=>p.className==="swipe";function b(){h("map1").parentElement.style.clipPath=E()?`inset(0 0 0 ${y.value}%)`:"none",
h("edge").style.left=y.value+"%",h("where").hidden=!E()}function M(t){if(!E()||t.type==="pointermove"&&t.buttons!==1)return;let n=p.getBoundingClientRect();y.value=
String(Math.round(100*(t.clientX-n.left)/n.width)),b()}function I(){let t=document.documentElement.lang;for(let n of document.querySelectorAll("ul.legend"))n.toggleAttribute(
"hidden",n.getAttribute("lang")!==t);for(let n of[0,1])h("map"+n).alt=w["caption"+n][t]}async function X(){let t=document.documentElement.lang,n=[0,1].map(a=>h(
"map"+a)),[e,o]=[n[0].naturalWidth/2,n[0].naturalHeight/2],r=n.map((a,u)=>d("image",{x:u*(e+10),width:e,height:o,href:a.src})),c=[0,1].map(a=>w["caption"+a][t]),
s=[0,1].map(a=>[...document.querySelectorAll(`ul.legend[data-legend="${a}"]:not([hidden]) li`)].map(u=>u.textContent?.trim()).join(" · ")),i=getComputedStyle(document.
body),l=B({width:2*e+10,height:o,nodes:r},[],{title:w.title[t],headline:c.join(" | "),question:"",legend:"",below:[...s,...["notes","sources","made"].map(a=>w[a][t])]},
{ink:i.color,paper:i.backgroundColor});L(await F(l),"maps.png")}h("png").addEventListener("click",X);h("print").addEventListener("click",()=>window.print());y.addEventListener(
"input",b);p.addEventListener("pointerdown",M);p.addEventListener("pointermove",M);for(let t of document.querySelectorAll("input[name=way]"))t.addEventListener(
"change",()=>{p.className=t.getAttribute("value"),b()});new MutationObserver(I).observe(document.documentElement,{attributeFilter:["lang"]});I();b();})();
