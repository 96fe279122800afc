/* grensgeo pair: bundled from js/ by `make js`; edit there.
   sources 9d74f3e64fb2f479: src/pages/pair.js src/shared/elements.js src/shared/numbers.js src/shared/pdf.js src/shared/saving.js src/shared/sheet.js src/shared/small_table.js */
"use strict";(()=>{var d=t=>document.getElementById(t);function K(t,n,e){for(let[o,s]of Object.entries(n))s!==null&&s!==!1&&t.setAttribute(o,s===!0?"":String(s));return t.append(...e.
filter(o=>o!==null)),t}function m(t,n={},...e){let o=document.createElementNS("http://www.w3.org/2000/svg",t);return K(o,n,e)}var C=()=>JSON.parse(d("grensgeo-data").textContent);function $(t,n){let e=document.createElement("a");e.href=URL.createObjectURL(t),e.download=n,document.body.append(e),e.click(),e.remove(),setTimeout(()=>URL.revokeObjectURL(
e.href),1e4)}var[J,wt]=[595.28,841.89],Q=28,Y={size:9,width:J-2*Q};var h=20,M=640,vt=M-2*h,Z=21,g=22,I=2,D=()=>getComputedStyle(document.body).fontFamily;function F(t,n,e,o){let s=[""];for(let l of n){let r=s[s.length-1],i=r?r+
e+l:l;t.measureText(i).width<=o||!r?s[s.length-1]=i:s.push(l)}return s}var B=(t,n,e)=>F(t,n.split(/\s+/).flatMap(o=>t.measureText(o).width<=e?[o]:F(t,[...o],"",
e))," ",e);function j(t,n){let e=document.createElement("canvas").getContext("2d");return e.font=`${t} ${n}px ${D()}`,e}function V(t,n){return(e,{size:o,weight:s,
leading:l},r)=>{if(!e)return{nodes:[],end:r};let i=B(j(s,o),e,n-2*h);return{end:r+i.length*l,nodes:i.map((a,c)=>m("text",{x:h,y:r+(c+.75)*l,"font-size":o,"font-\
weight":s,fill:t},a))}}}function tt({line:t,colour:n,stripe:e,shape:o,width:s=3},l,r){if(t)return[m("rect",{x:l,y:r+7-s/2,width:g,height:s,fill:t})];let[i,a]=[l+
g/2,r+7],c={fill:n??"none",stroke:"#7d7f86","stroke-width":.8};if(o==="circle")return[m("circle",{cx:i,cy:a,r:6,...c})];if(o==="diamond")return[m("path",{d:`M${i-
7} ${a}L${i} ${a-7}L${i+7} ${a}L${i} ${a+7}Z`,...c})];if(o==="star")return[m("circle",{cx:i,cy:a,r:6,fill:"#c2185b"})];let u=m("rect",{x:l,y:r,width:g,height:13,
...c});return e?[u,...[0,1,2,3].map(p=>m("rect",{x:l+6*p+2,y:r,width:3,height:13,fill:e}))]:[u]}function et(t,n,e,o){let s=j(400,12),l=[],[r,i,a]=[h,o,o];for(let c of t){
let u=B(s,c.said,n-2*h-g-6),p=g+6+Math.max(...u.map(f=>s.measureText(f).width))+16;r>h&&r+p-16>n-h&&([r,i]=[h,a]),l.push(...tt(c,r,i),...u.map((f,y)=>m("text",{
x:r+g+6,y:i+11+16*y,"font-size":12,fill:e},f))),r+=p,a=Math.max(a,i+Z+16*(u.length-1))}return{nodes:l,end:a}}function H(t,n,e,{ink:o,paper:s}){let l=Math.max(t.
width,M),r=V(o,l),i=r(e.title,{size:13,weight:600,leading:18},10),a=r(e.headline,{size:19,weight:700,leading:25},i.end),c=r(e.question,{size:13,weight:400,leading:18},
a.end),u=c.end+10,p=r(e.legend,{size:12,weight:600,leading:18},u+t.height+8),f=et(n,l,o,p.end+4),y=f.end+2,X=e.below.flatMap(G=>{let N=r(G,{size:11,weight:400,leading:15},
y);return y=N.end,N.nodes}),k=Math.ceil(y+12),L=nt(document.querySelector("svg.hatches defs"));return m("svg",{xmlns:"http://www.w3.org/2000/svg",width:l,height:k,
viewBox:`0 0 ${l} ${k}`,"font-family":D()},m("title",{},e.headline),...L?[L]:[],m("rect",{width:l,height:k,fill:s}),...i.nodes,...a.nodes,...c.nodes,m("svg",{x:(l-
t.width)/2,y:u,width:t.width,height:t.height,overflow:"hidden"},...t.nodes),...p.nodes,...f.nodes,...X)}function nt(t){let n=t&&t.cloneNode(!0),e=t?.querySelectorAll(
"rect")??[];return n?.querySelectorAll("rect").forEach((o,s)=>o.setAttribute("fill",getComputedStyle(e[s]).fill)),n}var ot=t=>new XMLSerializer().serializeToString(
t);async function rt(t){let n=new Image;n.src="data:image/svg+xml;charset=utf-8,"+encodeURIComponent(ot(t)),await n.decode();let e=document.createElement("canvas");
return e.width=I*Number(t.getAttribute("width")),e.height=I*Number(t.getAttribute("height")),e.getContext("2d")?.drawImage(n,0,0,e.width,e.height),e}async function P(t){
let n=await rt(t);return new Promise((e,o)=>{n.toBlob(s=>s?e(s):o(new Error("no picture")),"image/png")})}var _={nl:"nl-NL",de:"de-DE",en:"en-GB"};var st=t=>t.replace(/(?<=^|[,;\t\r\n]["\s]*)(?=[=+\-@\t\r\n])/g,"'");var it=/^[-\u2212+]?[\d.,\u00a0]+$/;function W(t,n){if(!it.test(t))return NaN;let[e,o]=_[n].startsWith("en")?[",","."]:[".",","];return Number(t.replaceAll(e,"").
replaceAll(" ","").replace(o,".").replace("−","-"))}function at({head:t,body:n},e){let o=e!=="en",s=o?";":",";function l(r){let i=W(r,e);if(!Number.isNaN(i))
return o?String(i).replace(".",","):String(i);let a=st(r);return/[",;\n\r]/.test(a)?`"${a.replace(/"/g,'""')}"`:a}return[t,...n].map(r=>r.map(l).join(s)).join(`\
\r
`)+`\r
`}var ct=t=>t.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g,"").replace(/&/g,"&amp;").replace(/</g,"&lt;").replace(/>/g,"&gt;").replace(/"/g,"&quot;"),x='\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',A="http://schemas.openxmlformats.org/spreadsheetml/2006/main",S="http://schemas.openxmlformats.org/offi\
ceDocument/2006/relationships",O="http://schemas.openxmlformats.org/package/2006",E="application/vnd.openxmlformats-officedocument.spreadsheetml",[lt,ut]=[44,110];
function mt(t){let n=t.filter(e=>e.length>1);return Array.from({length:Math.max(0,...n.map(e=>e.length))},(e,o)=>Math.min(lt,2+Math.max(...n.map(s=>(s[o]??"").length))))}
function dt({head:t,body:n},e,o){function s(r,i){let a=W(r,e),c=i!==void 0&&r.length>i;return Number.isNaN(a)?`<c${c?' s="2"':""} t="inlineStr"><is><t xml:space\
="preserve">${ct(r)}</t></is></c>`:`<c${Number.isInteger(a)?' s="1"':""}><v>${a}</v></c>`}let l=(r,i)=>`${x}<worksheet xmlns="${A}">`+(i.length?`<cols>${i.map((a,c)=>`\
<col min="${c+1}" max="${c+1}" width="${a}" customWidth="1"/>`).join("")}</cols>`:"")+"<sheetData>"+r.map(a=>`<row>${a.map((c,u)=>s(c,a.length<i.length&&u===a.length-
1?void 0:i[u])).join("")}</row>`).join("")+"</sheetData></worksheet>";return[["[Content_Types].xml",`${x}<Types xmlns="${O}/content-types"><Default Extension="r\
els" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${E}.sheet.main+xml"/><Override \
PartName="/xl/styles.xml" ContentType="${E}.styles+xml"/>`+[1,2].map(r=>`<Override PartName="/xl/worksheets/sheet${r}.xml" ContentType="${E}.worksheet+xml"/>`).
join("")+"</Types>"],["_rels/.rels",`${x}<Relationships xmlns="${O}/relationships"><Relationship Id="rId1" Type="${S}/officeDocument" Target="xl/workbook.xml"/>\
</Relationships>`],["xl/workbook.xml",`${x}<workbook xmlns="${A}" xmlns:r="${S}"><sheets><sheet name="1" sheetId="1" r:id="rId1"/><sheet name="2" sheetId="2" r:\
id="rId2"/></sheets></workbook>`],["xl/_rels/workbook.xml.rels",`${x}<Relationships xmlns="${O}/relationships">`+[1,2].map(r=>`<Relationship Id="rId${r}" Type="${S}\
/worksheet" Target="worksheets/sheet${r}.xml"/>`).join("")+`<Relationship Id="rId3" Type="${S}/styles" Target="styles.xml"/></Relationships>`],["xl/styles.xml",
`${x}<styleSheet xmlns="${A}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/><\
/fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyle\
Xfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="3" applyNumberFormat="1"/><xf applyAlignment="1"><alignment vertical="top" wrapText="1"/\
></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`],["xl/worksheets/sheet1.xml",l([t,...n],mt([t,
...n]))],["xl/worksheets/sheet2.xml",l(o.map(r=>[r]),[ut])]]}function pt(t){let n=-1;for(let e of t){n^=e;for(let o=0;o<8;o++)n=n>>>1^(n&1?3988292384:0)}return~n>>>
0}function ft(t){let n=new TextEncoder,e=[],o=[];function s(r,i){for(let[a,c]of i)for(let u=0;u<a;u++)r.push(c/2**(8*u)&255)}for(let[r,i]of t){let[a,c]=[n.encode(
r),n.encode(i)],u=[[2,20],[2,2048],[2,0],[2,0],[2,33],[4,pt(c)],[4,c.length],[4,c.length],[2,a.length],[2,0]];s(o,[[4,33639248],[2,20],...u,[2,0],[2,0],[2,0],[4,
0],[4,e.length]]),o.push(...a),s(e,[[4,67324752],...u]);for(let p of[a,c])for(let f of p)e.push(f)}let l=e.length;for(let r of o)e.push(r);return s(e,[[4,101010256],
[2,0],[2,0],[2,t.length],[2,t.length],[4,o.length],[4,l],[2,0]]),Uint8Array.from(e)}function q(t,n,e,o,s){let l=n==="csv"?new Blob(["\uFEFF"+at(t,e)],{type:"tex\
t/csv;charset=utf-8"}):new Blob([ft(dt(t,e,o))],{type:E+".sheet"});$(l,s+"."+n)}var{texts:b,tables:ht}=C(),w=d("pair"),T=d("edge-at"),R=()=>w.className==="swipe";function v(){d("map1").parentElement.style.clipPath=R()?`inset(0 0 0 ${T.value}\
%)`:"none",d("edge").style.left=T.value+"%",d("where").hidden=!R()}function U(t){if(!R()||t.type==="pointermove"&&t.buttons!==1)return;let n=w.getBoundingClientRect();
T.value=String(Math.round(100*(t.clientX-n.left)/n.width)),v()}function z(){let t=document.documentElement.lang;for(let n of document.querySelectorAll("ul.legen\
d"))n.toggleAttribute("hidden",n.getAttribute("lang")!==t);for(let n of[0,1])d("map"+n).alt=b["caption"+n][t]}async function gt(){let t=document.documentElement.
lang,n=[0,1].map(c=>d("map"+c)),[e,o]=[n[0].naturalWidth/2,n[0].naturalHeight/2],s=n.map((c,u)=>m("image",{x:u*(e+10),width:e,height:o,href:c.src})),l=[0,1].map(
c=>b["caption"+c][t]),r=[0,1].map(c=>[...document.querySelectorAll(`ul.legend[data-legend="${c}"]:not([hidden]) li`)].map(u=>u.textContent?.trim()).join(" · ")),
i=getComputedStyle(document.body),a=H({width:2*e+10,height:o,nodes:s},[],{title:b.title[t],headline:l.join(" | "),question:"",legend:"",below:[...r,...["notes",
"sources","made"].map(c=>b[c][t])]},{ink:i.color,paper:i.backgroundColor});$(await P(a),"maps.png")}d("png").addEventListener("click",gt);for(let t of["csv","xl\
sx"])d(t)?.addEventListener("click",()=>{let n=document.documentElement.lang,[e,...o]=ht[n],s=["title","caption0","caption1","notes","sources","made"].map(l=>b[l][n]);
q({caption:s[0],head:e,body:o},t,n,s,"maps")});d("print").addEventListener("click",()=>window.print());T.addEventListener("input",v);w.addEventListener("pointer\
down",U);w.addEventListener("pointermove",U);for(let t of document.querySelectorAll("input[name=way]"))t.addEventListener("change",()=>{w.className=t.getAttribute(
"value"),v()});new MutationObserver(z).observe(document.documentElement,{attributeFilter:["lang"]});z();v();})();
