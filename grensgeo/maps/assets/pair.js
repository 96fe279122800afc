/* grensgeo pair: bundled from js/ by `make js`; edit there.
   sources 69feab50b79204ec: src/pages/pair.js src/shared/elements.js src/shared/numbers.js src/shared/pdf.js src/shared/saving.js src/shared/sheet.js src/shared/small_table.js */
"use strict";(()=>{var m=t=>document.getElementById(t);function X(t,n,e){for(let[o,s]of Object.entries(n))s!==null&&s!==!1&&t.setAttribute(o,s===!0?"":String(s));return t.append(...e.
filter(o=>o!==null)),t}function d(t,n={},...e){let o=document.createElementNS("http://www.w3.org/2000/svg",t);return X(o,n,e)}var F=()=>JSON.parse(m("grensgeo-data").textContent);function x(t,n){let e=document.createElement("a");e.href=URL.createObjectURL(t),e.download=n,document.body.append(e),e.click(),e.remove(),setTimeout(()=>URL.revokeObjectURL(
e.href),1e4)}var f=20,G=640,B=21,g=22,D=2,A=()=>getComputedStyle(document.body).fontFamily;function K(t,n,e){let o=[""];for(let s of n.split(/\s+/)){let c=o[o.length-1],r=c?
c+" "+s:s;t.measureText(r).width<=e||!c?o[o.length-1]=r:o.push(s)}return o}function J(t,n,e){return(o,{size:s,weight:c,leading:r},i)=>{if(!o)return{nodes:[],end:i};
t.font=`${c} ${s}px ${A()}`;let a=K(t,o,e-2*f);return{end:i+a.length*r,nodes:a.map((l,u)=>d("text",{x:f,y:i+(u+.75)*r,"font-size":s,"font-weight":c,fill:n},l))}}}
function Q({line:t,colour:n,stripe:e,shape:o,width:s=3},c,r){if(t)return[d("rect",{x:c,y:r+7-s/2,width:g,height:s,fill:t})];let[i,a]=[c+g/2,r+7],l={fill:n??"non\
e",stroke:"#7d7f86","stroke-width":.8};if(o==="circle")return[d("circle",{cx:i,cy:a,r:6,...l})];if(o==="diamond")return[d("path",{d:`M${i-7} ${a}L${i} ${a-7}L${i+
7} ${a}L${i} ${a+7}Z`,...l})];if(o==="star")return[d("circle",{cx:i,cy:a,r:6,fill:"#c2185b"})];let u=d("rect",{x:c,y:r,width:g,height:13,...l});return e?[u,...[
0,1,2,3].map(p=>d("rect",{x:c+6*p+2,y:r,width:3,height:13,fill:e}))]:[u]}function Y(t,n,e,o,s){t.font=`400 12px ${A()}`;let c=[],[r,i]=[f,s];for(let a of n){let l=g+
6+t.measureText(a.said).width+16;r>f&&r+l>e-f&&([r,i]=[f,i+B]),c.push(...Q(a,r,i),d("text",{x:r+g+6,y:i+11,"font-size":12,fill:o},a.said)),r+=l}return{nodes:c,end:n.
length?i+B:s}}function M(t,n,e,{ink:o,paper:s}){let c=Math.max(t.width,G),r=document.createElement("canvas").getContext("2d"),i=J(r,o,c),a=i(e.title,{size:13,weight:600,
leading:18},10),l=i(e.headline,{size:19,weight:700,leading:25},a.end),u=i(e.question,{size:13,weight:400,leading:18},l.end),p=u.end+10,b=i(e.legend,{size:12,weight:600,
leading:18},p+t.height+8),C=Y(r,n,c,o,b.end+4),k=C.end+2,W=e.below.flatMap(z=>{let I=i(z,{size:11,weight:400,leading:15},k);return k=I.end,I.nodes}),v=Math.ceil(
k+12),N=Z(document.querySelector("svg.hatches defs"));return d("svg",{xmlns:"http://www.w3.org/2000/svg",width:c,height:v,viewBox:`0 0 ${c} ${v}`,"font-family":A()},
d("title",{},e.headline),...N?[N]:[],d("rect",{width:c,height:v,fill:s}),...a.nodes,...l.nodes,...u.nodes,d("svg",{x:(c-t.width)/2,y:p,width:t.width,height:t.height,
overflow:"hidden"},...t.nodes),...b.nodes,...C.nodes,...W)}function Z(t){let n=t&&t.cloneNode(!0),e=t?.querySelectorAll("rect")??[];return n?.querySelectorAll("\
rect").forEach((o,s)=>o.setAttribute("fill",getComputedStyle(e[s]).fill)),n}var V=t=>new XMLSerializer().serializeToString(t);async function tt(t){let n=new Image;n.src="data:image/svg+xml;charset=utf-8,"+encodeURIComponent(V(t)),await n.decode();let e=document.createElement("canvas");
return e.width=D*Number(t.getAttribute("width")),e.height=D*Number(t.getAttribute("height")),e.getContext("2d")?.drawImage(n,0,0,e.width,e.height),e}async function H(t){
let n=await tt(t);return new Promise((e,o)=>{n.toBlob(s=>s?e(s):o(new Error("no picture")),"image/png")})}var P={nl:"nl-NL",de:"de-DE",en:"en-GB"};var et=t=>t.replace(/(?<=^|[,;\t\r\n]["\s]*)(?=[=+\-@\t\r\n])/g,"'");var nt=/^[-\u2212+]?[\d.,\u00a0]+$/;function j(t,n){if(!nt.test(t))return NaN;let[e,o]=P[n].startsWith("en")?[",","."]:[".",","];return Number(t.replaceAll(e,"").
replaceAll(" ","").replace(o,".").replace("−","-"))}function ot({head:t,body:n},e){let o=e!=="en",s=o?";":",";function c(r){let i=j(r,e);if(!Number.isNaN(i))
return o?String(i).replace(".",","):String(i);let a=et(r);return/[",;\n\r]/.test(a)?`"${a.replace(/"/g,'""')}"`:a}return[t,...n].map(r=>r.map(c).join(s)).join(`\
\r
`)+`\r
`}var rt=t=>t.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g,"").replace(/&/g,"&amp;").replace(/</g,"&lt;").replace(/>/g,"&gt;").replace(/"/g,"&quot;"),h='\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',R="http://schemas.openxmlformats.org/spreadsheetml/2006/main",$="http://schemas.openxmlformats.org/offi\
ceDocument/2006/relationships",L="http://schemas.openxmlformats.org/package/2006",S="application/vnd.openxmlformats-officedocument.spreadsheetml";function st({head:t,
body:n},e,o){function s(r){let i=j(r,e);return Number.isNaN(i)?`<c t="inlineStr"><is><t xml:space="preserve">${rt(r)}</t></is></c>`:`<c${Number.isInteger(i)?' s\
="1"':""}><v>${i}</v></c>`}let c=r=>`${h}<worksheet xmlns="${R}"><sheetData>`+r.map(i=>`<row>${i.map(s).join("")}</row>`).join("")+"</sheetData></worksheet>";return[
["[Content_Types].xml",`${h}<Types xmlns="${L}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Override PartName="/xl/workbook.xml" ContentType="${S}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${S}.styles+xml"/>`+[1,2].map(r=>`<Ove\
rride PartName="/xl/worksheets/sheet${r}.xml" ContentType="${S}.worksheet+xml"/>`).join("")+"</Types>"],["_rels/.rels",`${h}<Relationships xmlns="${L}/relations\
hips"><Relationship Id="rId1" Type="${$}/officeDocument" Target="xl/workbook.xml"/></Relationships>`],["xl/workbook.xml",`${h}<workbook xmlns="${R}" xmlns:r="${$}\
"><sheets><sheet name="1" sheetId="1" r:id="rId1"/><sheet name="2" sheetId="2" r:id="rId2"/></sheets></workbook>`],["xl/_rels/workbook.xml.rels",`${h}<Relations\
hips xmlns="${L}/relationships">`+[1,2].map(r=>`<Relationship Id="rId${r}" Type="${$}/worksheet" Target="worksheets/sheet${r}.xml"/>`).join("")+`<Relationship I\
d="rId3" Type="${$}/styles" Target="styles.xml"/></Relationships>`],["xl/styles.xml",`${h}<styleSheet xmlns="${R}"><fonts count="1"><font><sz val="11"/><name va\
l="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders cou\
nt="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="3" \
applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`],["xl/worksheets/sheet1.xml",
c([t,...n])],["xl/worksheets/sheet2.xml",c(o.map(r=>[r]))]]}function it(t){let n=-1;for(let e of t){n^=e;for(let o=0;o<8;o++)n=n>>>1^(n&1?3988292384:0)}return~n>>>
0}function ct(t){let n=new TextEncoder,e=[],o=[];function s(r,i){for(let[a,l]of i)for(let u=0;u<a;u++)r.push(l/2**(8*u)&255)}for(let[r,i]of t){let[a,l]=[n.encode(
r),n.encode(i)],u=[[2,20],[2,2048],[2,0],[2,0],[2,33],[4,it(l)],[4,l.length],[4,l.length],[2,a.length],[2,0]];s(o,[[4,33639248],[2,20],...u,[2,0],[2,0],[2,0],[4,
0],[4,e.length]]),o.push(...a),s(e,[[4,67324752],...u]);for(let p of[a,l])for(let b of p)e.push(b)}let c=e.length;for(let r of o)e.push(r);return s(e,[[4,101010256],
[2,0],[2,0],[2,t.length],[2,t.length],[4,o.length],[4,c],[2,0]]),Uint8Array.from(e)}function q(t,n,e,o,s){let c=n==="csv"?new Blob(["\uFEFF"+ot(t,e)],{type:"tex\
t/csv;charset=utf-8"}):new Blob([ct(st(t,e,o))],{type:S+".sheet"});x(c,s+"."+n)}var{texts:w,tables:at}=F(),y=m("pair"),E=m("edge-at"),O=()=>y.className==="swipe";function T(){m("map1").parentElement.style.clipPath=O()?`inset(0 0 0 ${E.value}\
%)`:"none",m("edge").style.left=E.value+"%",m("where").hidden=!O()}function U(t){if(!O()||t.type==="pointermove"&&t.buttons!==1)return;let n=y.getBoundingClientRect();
E.value=String(Math.round(100*(t.clientX-n.left)/n.width)),T()}function _(){let t=document.documentElement.lang;for(let n of document.querySelectorAll("ul.legen\
d"))n.toggleAttribute("hidden",n.getAttribute("lang")!==t);for(let n of[0,1])m("map"+n).alt=w["caption"+n][t]}async function lt(){let t=document.documentElement.
lang,n=[0,1].map(l=>m("map"+l)),[e,o]=[n[0].naturalWidth/2,n[0].naturalHeight/2],s=n.map((l,u)=>d("image",{x:u*(e+10),width:e,height:o,href:l.src})),c=[0,1].map(
l=>w["caption"+l][t]),r=[0,1].map(l=>[...document.querySelectorAll(`ul.legend[data-legend="${l}"]:not([hidden]) li`)].map(u=>u.textContent?.trim()).join(" · ")),
i=getComputedStyle(document.body),a=M({width:2*e+10,height:o,nodes:s},[],{title:w.title[t],headline:c.join(" | "),question:"",legend:"",below:[...r,...["notes",
"sources","made"].map(l=>w[l][t])]},{ink:i.color,paper:i.backgroundColor});x(await H(a),"maps.png")}m("png").addEventListener("click",lt);for(let t of["csv","xl\
sx"])m(t)?.addEventListener("click",()=>{let n=document.documentElement.lang,[e,...o]=at[n],s=["title","caption0","caption1","notes","sources","made"].map(c=>w[c][n]);
q({caption:s[0],head:e,body:o},t,n,s,"maps")});m("print").addEventListener("click",()=>window.print());E.addEventListener("input",T);y.addEventListener("pointer\
down",U);y.addEventListener("pointermove",U);for(let t of document.querySelectorAll("input[name=way]"))t.addEventListener("change",()=>{y.className=t.getAttribute(
"value"),T()});new MutationObserver(_).observe(document.documentElement,{attributeFilter:["lang"]});_();T();})();
