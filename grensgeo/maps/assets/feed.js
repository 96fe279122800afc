/* grensgeo feed: bundled from js/ by `make js`; edit there.
   sources be0c5ea61c0ff759: src/pages/feed.js src/shared/elements.js src/shared/numbers.js src/shared/saving.js src/shared/small_table.js */
"use strict";(()=>{var d=e=>document.getElementById(e);var b={nl:"nl-NL",de:"de-DE",en:"en-GB"};function y(e,n){let t=document.createElement("a");t.href=URL.createObjectURL(e),t.download=n,document.body.append(t),t.click(),t.remove(),setTimeout(()=>URL.revokeObjectURL(
t.href),1e4)}var w=e=>e.replace(/(?<=^|[,;\t\r\n]["\s]*)(?=[=+\-@\t\r\n])/g,"'");var T=/^[-\u2212+]?[\d.,\u00a0]+$/;function g(e,n){if(!T.test(e))return NaN;let[t,r]=b[n].startsWith("en")?[",","."]:[".",","];return Number(e.replaceAll(t,"").
replaceAll(" ","").replace(r,".").replace("−","-"))}function $({head:e,body:n},t){let r=t!=="en",l=r?";":",";function a(o){let s=g(o,t);if(!Number.isNaN(s))return r?
String(s).replace(".",","):String(s);let c=w(o);return/[",;\n\r]/.test(c)?`"${c.replace(/"/g,'""')}"`:c}return[e,...n].map(o=>o.map(a).join(l)).join(`\r
`)+`\r
`}var I=e=>e.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g,"").replace(/&/g,"&amp;").replace(/</g,"&lt;").replace(/>/g,"&gt;").replace(/"/g,"&quot;"),u='<\
?xml version="1.0" encoding="UTF-8" standalone="yes"?>',h="http://schemas.openxmlformats.org/spreadsheetml/2006/main",p="http://schemas.openxmlformats.org/offic\
eDocument/2006/relationships",x="http://schemas.openxmlformats.org/package/2006",f="application/vnd.openxmlformats-officedocument.spreadsheetml";function N({head:e,
body:n},t,r){function l(o){let s=g(o,t);return Number.isNaN(s)?`<c t="inlineStr"><is><t xml:space="preserve">${I(o)}</t></is></c>`:`<c${Number.isInteger(s)?' s=\
"1"':""}><v>${s}</v></c>`}let a=o=>`${u}<worksheet xmlns="${h}"><sheetData>`+o.map(s=>`<row>${s.map(l).join("")}</row>`).join("")+"</sheetData></worksheet>";return[
["[Content_Types].xml",`${u}<Types xmlns="${x}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Override PartName="/xl/workbook.xml" ContentType="${f}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${f}.styles+xml"/>`+[1,2].map(o=>`<Ove\
rride PartName="/xl/worksheets/sheet${o}.xml" ContentType="${f}.worksheet+xml"/>`).join("")+"</Types>"],["_rels/.rels",`${u}<Relationships xmlns="${x}/relations\
hips"><Relationship Id="rId1" Type="${p}/officeDocument" Target="xl/workbook.xml"/></Relationships>`],["xl/workbook.xml",`${u}<workbook xmlns="${h}" xmlns:r="${p}\
"><sheets><sheet name="1" sheetId="1" r:id="rId1"/><sheet name="2" sheetId="2" r:id="rId2"/></sheets></workbook>`],["xl/_rels/workbook.xml.rels",`${u}<Relations\
hips xmlns="${x}/relationships">`+[1,2].map(o=>`<Relationship Id="rId${o}" Type="${p}/worksheet" Target="worksheets/sheet${o}.xml"/>`).join("")+`<Relationship I\
d="rId3" Type="${p}/styles" Target="styles.xml"/></Relationships>`],["xl/styles.xml",`${u}<styleSheet xmlns="${h}"><fonts count="1"><font><sz val="11"/><name va\
l="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders cou\
nt="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="3" \
applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`],["xl/worksheets/sheet1.xml",
a([e,...n])],["xl/worksheets/sheet2.xml",a(r.map(o=>[o]))]]}function A(e){let n=-1;for(let t of e){n^=t;for(let r=0;r<8;r++)n=n>>>1^(n&1?3988292384:0)}return~n>>>
0}function v(e){let n=new TextEncoder,t=[],r=[];function l(o,s){for(let[c,i]of s)for(let m=0;m<c;m++)o.push(i/2**(8*m)&255)}for(let[o,s]of e){let[c,i]=[n.encode(
o),n.encode(s)],m=[[2,20],[2,2048],[2,0],[2,0],[2,33],[4,A(i)],[4,i.length],[4,i.length],[2,c.length],[2,0]];l(r,[[4,33639248],[2,20],...m,[2,0],[2,0],[2,0],[4,
0],[4,t.length]]),r.push(...c),l(t,[[4,67324752],...m]);for(let S of[c,i])for(let E of S)t.push(E)}let a=t.length;for(let o of r)t.push(o);return l(t,[[4,101010256],
[2,0],[2,0],[2,e.length],[2,e.length],[4,r.length],[4,a],[2,0]]),Uint8Array.from(t)}function k(e,n,t,r,l){let a=n==="csv"?new Blob(["\uFEFF"+$(e,t)],{type:"text\
/csv;charset=utf-8"}):new Blob([v(N(e,t,r))],{type:f+".sheet"});y(a,l+"."+n)}var L=e=>[...e.children].map(n=>n.textContent??"");for(let e of["csv","xlsx"])d(e)?.addEventListener("click",()=>{let[n,...t]=[...document.querySelectorAll("#fi\
ndings tr")].map(L),r=document.title;k({caption:r,head:n??[r],body:t},e,document.documentElement.lang,[r],"findings")});d("print")?.addEventListener("click",()=>window.
print());})();
