/* grensgeo pair: bundled from js/ by `make js`; edit there.
   sources 0155663601f2b013: src/pages/pair.js src/shared/elements.js src/shared/numbers.js src/shared/pdf.js src/shared/saving.js src/shared/sheet.js src/shared/small_table.js */
"use strict";(()=>{var m=t=>document.getElementById(t);function X(t,n,e){for(let[o,i]of Object.entries(n))i!==null&&i!==!1&&t.setAttribute(o,i===!0?"":String(i));return t.append(...e.
filter(o=>o!==null)),t}function d(t,n={},...e){let o=document.createElementNS("http://www.w3.org/2000/svg",t);return X(o,n,e)}var F=()=>JSON.parse(m("grensgeo-data").textContent);function y(t,n){let e=document.createElement("a");e.href=URL.createObjectURL(t),e.download=n,document.body.append(e),e.click(),e.remove(),setTimeout(()=>URL.revokeObjectURL(
e.href),1e4)}var f=20,G=640,B=21,g=22,D=2,A=()=>getComputedStyle(document.body).fontFamily;function K(t,n,e){let o=[""];for(let i of n.split(/\s+/)){let c=o[o.length-1],r=c?
c+" "+i:i;t.measureText(r).width<=e||!c?o[o.length-1]=r:o.push(i)}return o}function J(t,n,e){return(o,{size:i,weight:c,leading:r},s)=>{if(!o)return{nodes:[],end:s};
t.font=`${c} ${i}px ${A()}`;let a=K(t,o,e-2*f);return{end:s+a.length*r,nodes:a.map((l,u)=>d("text",{x:f,y:s+(u+.75)*r,"font-size":i,"font-weight":c,fill:n},l))}}}
function Q({line:t,colour:n,stripe:e,shape:o,width:i=3},c,r){if(t)return[d("rect",{x:c,y:r+7-i/2,width:g,height:i,fill:t})];let[s,a]=[c+g/2,r+7],l={fill:n??"non\
e",stroke:"#7d7f86","stroke-width":.8};if(o==="circle")return[d("circle",{cx:s,cy:a,r:6,...l})];if(o==="diamond")return[d("path",{d:`M${s-7} ${a}L${s} ${a-7}L${s+
7} ${a}L${s} ${a+7}Z`,...l})];if(o==="star")return[d("circle",{cx:s,cy:a,r:6,fill:"#c2185b"})];let u=d("rect",{x:c,y:r,width:g,height:13,...l});return e?[u,...[
0,1,2,3].map(p=>d("rect",{x:c+6*p+2,y:r,width:3,height:13,fill:e}))]:[u]}function Y(t,n,e,o,i){t.font=`400 12px ${A()}`;let c=[],[r,s]=[f,i];for(let a of n){let l=g+
6+t.measureText(a.said).width+16;r>f&&r+l>e-f&&([r,s]=[f,s+B]),c.push(...Q(a,r,s),d("text",{x:r+g+6,y:s+11,"font-size":12,fill:o},a.said)),r+=l}return{nodes:c,end:n.
length?s+B:i}}function M(t,n,e,{ink:o,paper:i}){let c=Math.max(t.width,G),r=document.createElement("canvas").getContext("2d"),s=J(r,o,c),a=s(e.title,{size:13,weight:600,
leading:18},10),l=s(e.headline,{size:19,weight:700,leading:25},a.end),u=s(e.question,{size:13,weight:400,leading:18},l.end),p=u.end+10,x=s(e.legend,{size:12,weight:600,
leading:18},p+t.height+8),N=Y(r,n,c,o,x.end+4),k=N.end+2,W=e.below.flatMap(z=>{let I=s(z,{size:11,weight:400,leading:15},k);return k=I.end,I.nodes}),v=Math.ceil(
k+12),C=document.querySelector("svg.hatches defs")?.cloneNode(!0);return d("svg",{xmlns:"http://www.w3.org/2000/svg",width:c,height:v,viewBox:`0 0 ${c} ${v}`,"f\
ont-family":A()},d("title",{},e.headline),...C?[C]:[],d("rect",{width:c,height:v,fill:i}),...a.nodes,...l.nodes,...u.nodes,d("svg",{x:(c-t.width)/2,y:p,width:t.
width,height:t.height,overflow:"hidden"},...t.nodes),...x.nodes,...N.nodes,...W)}var Z=t=>new XMLSerializer().serializeToString(t);async function V(t){let n=new Image;n.src="data:image/svg+xml;charset=utf-8,"+encodeURIComponent(Z(t)),await n.decode();let e=document.createElement("canvas");return e.
width=D*Number(t.getAttribute("width")),e.height=D*Number(t.getAttribute("height")),e.getContext("2d")?.drawImage(n,0,0,e.width,e.height),e}async function H(t){
let n=await V(t);return new Promise((e,o)=>{n.toBlob(i=>i?e(i):o(new Error("no picture")),"image/png")})}var P={nl:"nl-NL",de:"de-DE",en:"en-GB"};var tt=t=>t.replace(/(?<=^|[,;\t\r\n]["\s]*)(?=[=+\-@\t\r\n])/g,"'");var et=/^[-\u2212+]?[\d.,\u00a0]+$/;function j(t,n){if(!et.test(t))return NaN;let[e,o]=P[n].startsWith("en")?[",","."]:[".",","];return Number(t.replaceAll(e,"").
replaceAll(" ","").replace(o,".").replace("−","-"))}function nt({head:t,body:n},e){let o=e!=="en",i=o?";":",";function c(r){let s=j(r,e);if(!Number.isNaN(s))
return o?String(s).replace(".",","):String(s);let a=tt(r);return/[",;\n\r]/.test(a)?`"${a.replace(/"/g,'""')}"`:a}return[t,...n].map(r=>r.map(c).join(i)).join(`\
\r
`)+`\r
`}var ot=t=>t.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g,"").replace(/&/g,"&amp;").replace(/</g,"&lt;").replace(/>/g,"&gt;").replace(/"/g,"&quot;"),h='\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',R="http://schemas.openxmlformats.org/spreadsheetml/2006/main",$="http://schemas.openxmlformats.org/offi\
ceDocument/2006/relationships",L="http://schemas.openxmlformats.org/package/2006",E="application/vnd.openxmlformats-officedocument.spreadsheetml";function rt({head:t,
body:n},e,o){function i(r){let s=j(r,e);return Number.isNaN(s)?`<c t="inlineStr"><is><t xml:space="preserve">${ot(r)}</t></is></c>`:`<c${Number.isInteger(s)?' s\
="1"':""}><v>${s}</v></c>`}let c=r=>`${h}<worksheet xmlns="${R}"><sheetData>`+r.map(s=>`<row>${s.map(i).join("")}</row>`).join("")+"</sheetData></worksheet>";return[
["[Content_Types].xml",`${h}<Types xmlns="${L}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Override PartName="/xl/workbook.xml" ContentType="${E}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${E}.styles+xml"/>`+[1,2].map(r=>`<Ove\
rride PartName="/xl/worksheets/sheet${r}.xml" ContentType="${E}.worksheet+xml"/>`).join("")+"</Types>"],["_rels/.rels",`${h}<Relationships xmlns="${L}/relations\
hips"><Relationship Id="rId1" Type="${$}/officeDocument" Target="xl/workbook.xml"/></Relationships>`],["xl/workbook.xml",`${h}<workbook xmlns="${R}" xmlns:r="${$}\
"><sheets><sheet name="1" sheetId="1" r:id="rId1"/><sheet name="2" sheetId="2" r:id="rId2"/></sheets></workbook>`],["xl/_rels/workbook.xml.rels",`${h}<Relations\
hips xmlns="${L}/relationships">`+[1,2].map(r=>`<Relationship Id="rId${r}" Type="${$}/worksheet" Target="worksheets/sheet${r}.xml"/>`).join("")+`<Relationship I\
d="rId3" Type="${$}/styles" Target="styles.xml"/></Relationships>`],["xl/styles.xml",`${h}<styleSheet xmlns="${R}"><fonts count="1"><font><sz val="11"/><name va\
l="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders cou\
nt="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="3" \
applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`],["xl/worksheets/sheet1.xml",
c([t,...n])],["xl/worksheets/sheet2.xml",c(o.map(r=>[r]))]]}function st(t){let n=-1;for(let e of t){n^=e;for(let o=0;o<8;o++)n=n>>>1^(n&1?3988292384:0)}return~n>>>
0}function it(t){let n=new TextEncoder,e=[],o=[];function i(r,s){for(let[a,l]of s)for(let u=0;u<a;u++)r.push(l/2**(8*u)&255)}for(let[r,s]of t){let[a,l]=[n.encode(
r),n.encode(s)],u=[[2,20],[2,2048],[2,0],[2,0],[2,33],[4,st(l)],[4,l.length],[4,l.length],[2,a.length],[2,0]];i(o,[[4,33639248],[2,20],...u,[2,0],[2,0],[2,0],[4,
0],[4,e.length]]),o.push(...a),i(e,[[4,67324752],...u]);for(let p of[a,l])for(let x of p)e.push(x)}let c=e.length;for(let r of o)e.push(r);return i(e,[[4,101010256],
[2,0],[2,0],[2,t.length],[2,t.length],[4,o.length],[4,c],[2,0]]),Uint8Array.from(e)}function U(t,n,e,o,i){let c=n==="csv"?new Blob(["\uFEFF"+nt(t,e)],{type:"tex\
t/csv;charset=utf-8"}):new Blob([it(rt(t,e,o))],{type:E+".sheet"});y(c,i+"."+n)}var{texts:w,tables:ct}=F(),b=m("pair"),S=m("edge-at"),O=()=>b.className==="swipe";function T(){m("map1").parentElement.style.clipPath=O()?`inset(0 0 0 ${S.value}\
%)`:"none",m("edge").style.left=S.value+"%",m("where").hidden=!O()}function _(t){if(!O()||t.type==="pointermove"&&t.buttons!==1)return;let n=b.getBoundingClientRect();
S.value=String(Math.round(100*(t.clientX-n.left)/n.width)),T()}function q(){let t=document.documentElement.lang;for(let n of document.querySelectorAll("ul.legen\
d"))n.toggleAttribute("hidden",n.getAttribute("lang")!==t);for(let n of[0,1])m("map"+n).alt=w["caption"+n][t]}async function at(){let t=document.documentElement.
lang,n=[0,1].map(l=>m("map"+l)),[e,o]=[n[0].naturalWidth/2,n[0].naturalHeight/2],i=n.map((l,u)=>d("image",{x:u*(e+10),width:e,height:o,href:l.src})),c=[0,1].map(
l=>w["caption"+l][t]),r=[0,1].map(l=>[...document.querySelectorAll(`ul.legend[data-legend="${l}"]:not([hidden]) li`)].map(u=>u.textContent?.trim()).join(" · ")),
s=getComputedStyle(document.body),a=M({width:2*e+10,height:o,nodes:i},[],{title:w.title[t],headline:c.join(" | "),question:"",legend:"",below:[...r,...["notes",
"sources","made"].map(l=>w[l][t])]},{ink:s.color,paper:s.backgroundColor});y(await H(a),"maps.png")}m("png").addEventListener("click",at);for(let t of["csv","xl\
sx"])m(t)?.addEventListener("click",()=>{let n=document.documentElement.lang,[e,...o]=ct[n],i=["title","caption0","caption1","notes","sources","made"].map(c=>w[c][n]);
U({caption:i[0],head:e,body:o},t,n,i,"maps")});m("print").addEventListener("click",()=>window.print());S.addEventListener("input",T);b.addEventListener("pointer\
down",_);b.addEventListener("pointermove",_);for(let t of document.querySelectorAll("input[name=way]"))t.addEventListener("change",()=>{b.className=t.getAttribute(
"value"),T()});new MutationObserver(q).observe(document.documentElement,{attributeFilter:["lang"]});q();T();})();
