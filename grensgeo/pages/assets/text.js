/* grensgeo text: bundled from js/ by `make js`; edit there.
   sources d222be6e365ec85f: src/pages/text.js src/shared/elements.js src/shared/numbers.js src/shared/pdf.js src/shared/saving.js src/shared/sheet.js src/shared/small_table.js src/shared/words.js */
"use strict";(()=>{var x=t=>document.getElementById(t);function H(t,o,e){for(let[n,s]of Object.entries(o))s!==null&&s!==!1&&t.setAttribute(n,s===!0?"":String(s));return t.append(...e.
filter(n=>n!==null)),t}function d(t,o={},...e){let n=document.createElementNS("http://www.w3.org/2000/svg",t);return H(n,o,e)}function y(t,o){let e=document.createElement("a");e.href=URL.createObjectURL(t),e.download=o,document.body.append(e),e.click(),e.remove(),setTimeout(()=>URL.revokeObjectURL(
e.href),1e4)}var f=20,_=640,I=21,g=22,R=2,k=()=>getComputedStyle(document.body).fontFamily;function z(t,o,e){let n=[""];for(let s of o.split(/\s+/)){let c=n[n.length-1],r=c?
c+" "+s:s;t.measureText(r).width<=e||!c?n[n.length-1]=r:n.push(s)}return n}function W(t,o,e){return(n,{size:s,weight:c,leading:r},i)=>{if(!n)return{nodes:[],end:i};
t.font=`${c} ${s}px ${k()}`;let l=z(t,n,e-2*f);return{end:i+l.length*r,nodes:l.map((a,u)=>d("text",{x:f,y:i+(u+.75)*r,"font-size":s,"font-weight":c,fill:o},a))}}}
function G({line:t,colour:o,stripe:e,shape:n,width:s=3},c,r){if(t)return[d("rect",{x:c,y:r+7-s/2,width:g,height:s,fill:t})];let[i,l]=[c+g/2,r+7],a={fill:o??"non\
e",stroke:"#7d7f86","stroke-width":.8};if(n==="circle")return[d("circle",{cx:i,cy:l,r:6,...a})];if(n==="diamond")return[d("path",{d:`M${i-7} ${l}L${i} ${l-7}L${i+
7} ${l}L${i} ${l+7}Z`,...a})];if(n==="star")return[d("circle",{cx:i,cy:l,r:6,fill:"#c2185b"})];let u=d("rect",{x:c,y:r,width:g,height:13,...a});return e?[u,...[
0,1,2,3].map(m=>d("rect",{x:c+6*m+2,y:r,width:3,height:13,fill:e}))]:[u]}function X(t,o,e,n,s){t.font=`400 12px ${k()}`;let c=[],[r,i]=[f,s];for(let l of o){let a=g+
6+t.measureText(l.said).width+16;r>f&&r+a>e-f&&([r,i]=[f,i+I]),c.push(...G(l,r,i),d("text",{x:r+g+6,y:i+11,"font-size":12,fill:n},l.said)),r+=a}return{nodes:c,end:o.
length?i+I:s}}function F(t,o,e,{ink:n,paper:s}){let c=Math.max(t.width,_),r=document.createElement("canvas").getContext("2d"),i=W(r,n,c),l=i(e.title,{size:13,weight:600,
leading:18},10),a=i(e.headline,{size:19,weight:700,leading:25},l.end),u=i(e.question,{size:13,weight:400,leading:18},a.end),m=u.end+10,p=i(e.legend,{size:12,weight:600,
leading:18},m+t.height+8),L=X(r,o,c,n,p.end+4),T=L.end+2,U=e.below.flatMap(q=>{let N=i(q,{size:11,weight:400,leading:15},T);return T=N.end,N.nodes}),E=Math.ceil(
T+12),v=K(document.querySelector("svg.hatches defs"));return d("svg",{xmlns:"http://www.w3.org/2000/svg",width:c,height:E,viewBox:`0 0 ${c} ${E}`,"font-family":k()},
d("title",{},e.headline),...v?[v]:[],d("rect",{width:c,height:E,fill:s}),...l.nodes,...a.nodes,...u.nodes,d("svg",{x:(c-t.width)/2,y:m,width:t.width,height:t.height,
overflow:"hidden"},...t.nodes),...p.nodes,...L.nodes,...U)}function K(t){let o=t&&t.cloneNode(!0),e=t?.querySelectorAll("rect")??[];return o?.querySelectorAll("\
rect").forEach((n,s)=>n.setAttribute("fill",getComputedStyle(e[s]).fill)),o}var Z=t=>new XMLSerializer().serializeToString(t);async function J(t){let o=new Image;o.src="data:image/svg+xml;charset=utf-8,"+encodeURIComponent(Z(t)),await o.decode();let e=document.createElement("canvas");return e.
width=R*Number(t.getAttribute("width")),e.height=R*Number(t.getAttribute("height")),e.getContext("2d")?.drawImage(o,0,0,e.width,e.height),e}async function B(t){
let o=await J(t);return new Promise((e,n)=>{o.toBlob(s=>s?e(s):n(new Error("no picture")),"image/png")})}var b={nl:"nl-NL",de:"de-DE",en:"en-GB"};var V=t=>t.replace(/(?<=^|[,;\t\r\n]["\s]*)(?=[=+\-@\t\r\n])/g,"'");var Q=/^[-\u2212+]?[\d.,\u00a0]+$/;function D(t,o){if(!Q.test(t))return NaN;let[e,n]=b[o].startsWith("en")?[",","."]:[".",","];return Number(t.replaceAll(e,"").
replaceAll(" ","").replace(n,".").replace("−","-"))}function Y({head:t,body:o},e){let n=e!=="en",s=n?";":",";function c(r){let i=D(r,e);if(!Number.isNaN(i))return n?
String(i).replace(".",","):String(i);let l=V(r);return/[",;\n\r]/.test(l)?`"${l.replace(/"/g,'""')}"`:l}return[t,...o].map(r=>r.map(c).join(s)).join(`\r
`)+`\r
`}var tt=t=>t.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g,"").replace(/&/g,"&amp;").replace(/</g,"&lt;").replace(/>/g,"&gt;").replace(/"/g,"&quot;"),h='\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',A="http://schemas.openxmlformats.org/spreadsheetml/2006/main",S="http://schemas.openxmlformats.org/offi\
ceDocument/2006/relationships",C="http://schemas.openxmlformats.org/package/2006",$="application/vnd.openxmlformats-officedocument.spreadsheetml";function et({head:t,
body:o},e,n){function s(r){let i=D(r,e);return Number.isNaN(i)?`<c t="inlineStr"><is><t xml:space="preserve">${tt(r)}</t></is></c>`:`<c${Number.isInteger(i)?' s\
="1"':""}><v>${i}</v></c>`}let c=r=>`${h}<worksheet xmlns="${A}"><sheetData>`+r.map(i=>`<row>${i.map(s).join("")}</row>`).join("")+"</sheetData></worksheet>";return[
["[Content_Types].xml",`${h}<Types xmlns="${C}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Override PartName="/xl/workbook.xml" ContentType="${$}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${$}.styles+xml"/>`+[1,2].map(r=>`<Ove\
rride PartName="/xl/worksheets/sheet${r}.xml" ContentType="${$}.worksheet+xml"/>`).join("")+"</Types>"],["_rels/.rels",`${h}<Relationships xmlns="${C}/relations\
hips"><Relationship Id="rId1" Type="${S}/officeDocument" Target="xl/workbook.xml"/></Relationships>`],["xl/workbook.xml",`${h}<workbook xmlns="${A}" xmlns:r="${S}\
"><sheets><sheet name="1" sheetId="1" r:id="rId1"/><sheet name="2" sheetId="2" r:id="rId2"/></sheets></workbook>`],["xl/_rels/workbook.xml.rels",`${h}<Relations\
hips xmlns="${C}/relationships">`+[1,2].map(r=>`<Relationship Id="rId${r}" Type="${S}/worksheet" Target="worksheets/sheet${r}.xml"/>`).join("")+`<Relationship I\
d="rId3" Type="${S}/styles" Target="styles.xml"/></Relationships>`],["xl/styles.xml",`${h}<styleSheet xmlns="${A}"><fonts count="1"><font><sz val="11"/><name va\
l="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders cou\
nt="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="3" \
applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`],["xl/worksheets/sheet1.xml",
c([t,...o])],["xl/worksheets/sheet2.xml",c(n.map(r=>[r]))]]}function nt(t){let o=-1;for(let e of t){o^=e;for(let n=0;n<8;n++)o=o>>>1^(o&1?3988292384:0)}return~o>>>
0}function ot(t){let o=new TextEncoder,e=[],n=[];function s(r,i){for(let[l,a]of i)for(let u=0;u<l;u++)r.push(a/2**(8*u)&255)}for(let[r,i]of t){let[l,a]=[o.encode(
r),o.encode(i)],u=[[2,20],[2,2048],[2,0],[2,0],[2,33],[4,nt(a)],[4,a.length],[4,a.length],[2,l.length],[2,0]];s(n,[[4,33639248],[2,20],...u,[2,0],[2,0],[2,0],[4,
0],[4,e.length]]),n.push(...l),s(e,[[4,67324752],...u]);for(let m of[l,a])for(let p of m)e.push(p)}let c=e.length;for(let r of n)e.push(r);return s(e,[[4,101010256],
[2,0],[2,0],[2,t.length],[2,t.length],[4,n.length],[4,c],[2,0]]),Uint8Array.from(e)}function M(t,o,e,n,s){let c=o==="csv"?new Blob(["\uFEFF"+Y(t,e)],{type:"text\
/csv;charset=utf-8"}):new Blob([ot(et(t,e,n))],{type:$+".sheet"});y(c,s+"."+o)}var Et=Object.keys(b);var j=t=>t.normalize("NFD").replace(/\p{M}/gu,"").replace(/ß/g,"ss").toLowerCase().replace(/[^\p{L}\p{N}]+/gu," ").trim();var rt=14,w=t=>[...document.querySelectorAll(`.told:not([hidden]) ${t}`)],st=t=>[...t.children].map(o=>o.textContent?.trim()??""),P=()=>j(document.title).replace(
/ /g,"-").slice(0,70)||"grensgeo";function it(){let t=w("table");return t.flatMap((o,e)=>{let n=o.closest("section")?.querySelector("h2, h3")?.textContent,s=[...o.
querySelectorAll("tr")].map(st);return t.length>1?[...e?[[]]:[],[n??""],...s]:s})}function ct(){let[t,o]=[[],getComputedStyle(document.body)],[e,n]=[0,0];for(let s of w(
"svg.plot")){let{width:c,height:r}=s.viewBox.baseVal,i=s.cloneNode(!0),l=i.querySelectorAll("*");[...s.querySelectorAll("*")].forEach((a,u)=>{let m=getComputedStyle(
a);for(let p of["fill","stroke","font-size"])l[u].setAttribute(p,m.getPropertyValue(p))}),t.push(d("text",{x:0,y:n+14,"font-size":13,"font-weight":600,fill:o.color},
s.getAttribute("aria-label")??""));for(let[a,u]of Object.entries({x:0,y:n+20,width:c,height:r}))i.setAttribute(a,String(u));t.push(i),[e,n]=[Math.max(e,c),n+20+
r+rt]}return{width:e,height:n,nodes:t}}for(let t of["csv","xlsx"])x(t)?.addEventListener("click",()=>{let[o,...e]=it(),{title:n,documentElement:s}=document;M({caption:n,
head:o??[n],body:e},t,s.lang,[n,...w("li").map(c=>c.textContent??"")],P())});x("png")?.addEventListener("click",async()=>{let t=getComputedStyle(document.body),
o=F(ct(),[],{title:document.title,headline:w(".lead, .summary")[0]?.textContent??"",question:"",legend:"",below:[document.querySelector("footer")?.textContent?.
trim()??""]},{ink:t.color,paper:t.backgroundColor});y(await B(o),P()+".png")});var O=[];window.addEventListener("beforeprint",()=>{O=w("details:not([open])");for(let t of O)
t.open=!0});window.addEventListener("afterprint",()=>{for(let t of O)t.open=!1});x("print")?.addEventListener("click",()=>window.print());})();
