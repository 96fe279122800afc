/* grensgeo text: bundled from js/ by `make js`; edit there.
   sources c9f54b8bdb56097e: src/pages/text.js src/shared/elements.js src/shared/numbers.js src/shared/pdf.js src/shared/saving.js src/shared/sheet.js src/shared/small_table.js src/shared/words.js */
"use strict";(()=>{var b=t=>document.getElementById(t);function G(t,n,e){for(let[o,s]of Object.entries(n))s!==null&&s!==!1&&t.setAttribute(o,s===!0?"":String(s));return t.append(...e.
filter(o=>o!==null)),t}function m(t,n={},...e){let o=document.createElementNS("http://www.w3.org/2000/svg",t);return G(o,n,e)}function S(t,n){let e=document.createElement("a");e.href=URL.createObjectURL(t),e.download=n,document.body.append(e),e.click(),e.remove(),setTimeout(()=>URL.revokeObjectURL(
e.href),1e4)}var[X,St]=[595.28,841.89],K=28,Z={size:9,width:X-2*K};var h=20,D=640,C=D-2*h,J=21,x=22,F=2,B=()=>getComputedStyle(document.body).fontFamily;function M(t,n,e,o){let s=[""];for(let l of n){let r=s[s.length-1],c=r?r+e+
l:l;t.measureText(c).width<=o||!r?s[s.length-1]=c:s.push(l)}return s}var $=(t,n,e)=>M(t,n.split(/\s+/).flatMap(o=>t.measureText(o).width<=e?[o]:M(t,[...o],"",e)),
" ",e);function T(t,n){let e=document.createElement("canvas").getContext("2d");return e.font=`${t} ${n}px ${B()}`,e}function V(t,n){return(e,{size:o,weight:s,leading:l},r)=>{
if(!e)return{nodes:[],end:r};let c=$(T(s,o),e,n-2*h);return{end:r+c.length*l,nodes:c.map((i,a)=>m("text",{x:h,y:r+(a+.75)*l,"font-size":o,"font-weight":s,fill:t},
i))}}}function Q({line:t,colour:n,stripe:e,shape:o,width:s=3},l,r){if(t)return[m("rect",{x:l,y:r+7-s/2,width:x,height:s,fill:t})];let[c,i]=[l+x/2,r+7],a={fill:n??
"none",stroke:"#7d7f86","stroke-width":.8};if(o==="circle")return[m("circle",{cx:c,cy:i,r:6,...a})];if(o==="diamond")return[m("path",{d:`M${c-7} ${i}L${c} ${i-7}\
L${c+7} ${i}L${c} ${i+7}Z`,...a})];if(o==="star")return[m("circle",{cx:c,cy:i,r:6,fill:"#c2185b"})];let u=m("rect",{x:l,y:r,width:x,height:13,...a});return e?[u,
...[0,1,2,3].map(p=>m("rect",{x:l+6*p+2,y:r,width:3,height:13,fill:e}))]:[u]}function Y(t,n,e,o){let s=T(400,12),l=[],[r,c,i]=[h,o,o];for(let a of t){let u=$(s,
a.said,n-2*h-x-6),p=x+6+Math.max(...u.map(d=>s.measureText(d).width))+16;r>h&&r+p-16>n-h&&([r,c]=[h,i]),l.push(...Q(a,r,c),...u.map((d,f)=>m("text",{x:r+x+6,y:c+
11+16*f,"font-size":12,fill:e},d))),r+=p,i=Math.max(i,c+J+16*(u.length-1))}return{nodes:l,end:i}}function j(t,n,e,{ink:o,paper:s}){let l=Math.max(t.width,D),r=V(
o,l),c=r(e.title,{size:13,weight:600,leading:18},10),i=r(e.headline,{size:19,weight:700,leading:25},c.end),a=r(e.question,{size:13,weight:400,leading:18},i.end),
u=a.end+10,p=r(e.legend,{size:12,weight:600,leading:18},u+t.height+8),d=Y(n,l,o,p.end+4),f=d.end+2,O=e.below.flatMap(W=>{let I=r(W,{size:11,weight:400,leading:15},
f);return f=I.end,I.nodes}),g=Math.ceil(f+12),R=tt(document.querySelector("svg.hatches defs"));return m("svg",{xmlns:"http://www.w3.org/2000/svg",width:l,height:g,
viewBox:`0 0 ${l} ${g}`,"font-family":B()},m("title",{},e.headline),...R?[R]:[],m("rect",{width:l,height:g,fill:s}),...c.nodes,...i.nodes,...a.nodes,m("svg",{x:(l-
t.width)/2,y:u,width:t.width,height:t.height,overflow:"hidden"},...t.nodes),...p.nodes,...d.nodes,...O)}function tt(t){let n=t&&t.cloneNode(!0),e=t?.querySelectorAll(
"rect")??[];return n?.querySelectorAll("rect").forEach((o,s)=>o.setAttribute("fill",getComputedStyle(e[s]).fill)),n}var et=t=>new XMLSerializer().serializeToString(
t);async function nt(t){let n=new Image;n.src="data:image/svg+xml;charset=utf-8,"+encodeURIComponent(et(t)),await n.decode();let e=document.createElement("canvas");
return e.width=F*Number(t.getAttribute("width")),e.height=F*Number(t.getAttribute("height")),e.getContext("2d")?.drawImage(n,0,0,e.width,e.height),e}async function P(t){
let n=await nt(t);return new Promise((e,o)=>{n.toBlob(s=>s?e(s):o(new Error("no picture")),"image/png")})}var E={nl:"nl-NL",de:"de-DE",en:"en-GB"};var ot=t=>t.replace(/(?<=^|[,;\t\r\n]["\s]*)(?=[=+\-@\t\r\n])/g,"'");var rt=/^[-\u2212+]?[\d.,\u00a0]+$/;function U(t,n){if(!rt.test(t))return NaN;let[e,o]=E[n].startsWith("en")?[",","."]:[".",","];return Number(t.replaceAll(e,"").
replaceAll(" ","").replace(o,".").replace("−","-"))}function st({head:t,body:n},e){let o=e!=="en",s=o?";":",";function l(r){let c=U(r,e);if(!Number.isNaN(c))
return o?String(c).replace(".",","):String(c);let i=ot(r);return/[",;\n\r]/.test(i)?`"${i.replace(/"/g,'""')}"`:i}return[t,...n].map(r=>r.map(l).join(s)).join(`\
\r
`)+`\r
`}var it=t=>t.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g,"").replace(/&/g,"&amp;").replace(/</g,"&lt;").replace(/>/g,"&gt;").replace(/"/g,"&quot;"),w='\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',L="http://schemas.openxmlformats.org/spreadsheetml/2006/main",A="http://schemas.openxmlformats.org/offi\
ceDocument/2006/relationships",v="http://schemas.openxmlformats.org/package/2006",k="application/vnd.openxmlformats-officedocument.spreadsheetml",[ct,lt]=[44,110];
function at(t){let n=t.filter(e=>e.length>1);return Array.from({length:Math.max(0,...n.map(e=>e.length))},(e,o)=>Math.min(ct,2+Math.max(...n.map(s=>(s[o]??"").length))))}
function ut({head:t,body:n},e,o){function s(r,c){let i=U(r,e),a=c!==void 0&&r.length>c;return Number.isNaN(i)?`<c${a?' s="2"':""} t="inlineStr"><is><t xml:space\
="preserve">${it(r)}</t></is></c>`:`<c${Number.isInteger(i)?' s="1"':""}><v>${i}</v></c>`}let l=(r,c)=>`${w}<worksheet xmlns="${L}">`+(c.length?`<cols>${c.map((i,a)=>`\
<col min="${a+1}" max="${a+1}" width="${i}" customWidth="1"/>`).join("")}</cols>`:"")+"<sheetData>"+r.map(i=>`<row>${i.map((a,u)=>s(a,i.length<c.length&&u===i.length-
1?void 0:c[u])).join("")}</row>`).join("")+"</sheetData></worksheet>";return[["[Content_Types].xml",`${w}<Types xmlns="${v}/content-types"><Default Extension="r\
els" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${k}.sheet.main+xml"/><Override \
PartName="/xl/styles.xml" ContentType="${k}.styles+xml"/>`+[1,2].map(r=>`<Override PartName="/xl/worksheets/sheet${r}.xml" ContentType="${k}.worksheet+xml"/>`).
join("")+"</Types>"],["_rels/.rels",`${w}<Relationships xmlns="${v}/relationships"><Relationship Id="rId1" Type="${A}/officeDocument" Target="xl/workbook.xml"/>\
</Relationships>`],["xl/workbook.xml",`${w}<workbook xmlns="${L}" xmlns:r="${A}"><sheets><sheet name="1" sheetId="1" r:id="rId1"/><sheet name="2" sheetId="2" r:\
id="rId2"/></sheets></workbook>`],["xl/_rels/workbook.xml.rels",`${w}<Relationships xmlns="${v}/relationships">`+[1,2].map(r=>`<Relationship Id="rId${r}" Type="${A}\
/worksheet" Target="worksheets/sheet${r}.xml"/>`).join("")+`<Relationship Id="rId3" Type="${A}/styles" Target="styles.xml"/></Relationships>`],["xl/styles.xml",
`${w}<styleSheet xmlns="${L}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/><\
/fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyle\
Xfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="3" applyNumberFormat="1"/><xf applyAlignment="1"><alignment vertical="top" wrapText="1"/\
></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`],["xl/worksheets/sheet1.xml",l([t,...n],at([t,
...n]))],["xl/worksheets/sheet2.xml",l(o.map(r=>[r]),[lt])]]}function mt(t){let n=-1;for(let e of t){n^=e;for(let o=0;o<8;o++)n=n>>>1^(n&1?3988292384:0)}return~n>>>
0}function dt(t){let n=new TextEncoder,e=[],o=[];function s(r,c){for(let[i,a]of c)for(let u=0;u<i;u++)r.push(a/2**(8*u)&255)}for(let[r,c]of t){let[i,a]=[n.encode(
r),n.encode(c)],u=[[2,20],[2,2048],[2,0],[2,0],[2,33],[4,mt(a)],[4,a.length],[4,a.length],[2,i.length],[2,0]];s(o,[[4,33639248],[2,20],...u,[2,0],[2,0],[2,0],[4,
0],[4,e.length]]),o.push(...i),s(e,[[4,67324752],...u]);for(let p of[i,a])for(let d of p)e.push(d)}let l=e.length;for(let r of o)e.push(r);return s(e,[[4,101010256],
[2,0],[2,0],[2,t.length],[2,t.length],[4,o.length],[4,l],[2,0]]),Uint8Array.from(e)}function q(t,n,e,o,s){let l=n==="csv"?new Blob(["\uFEFF"+st(t,e)],{type:"tex\
t/csv;charset=utf-8"}):new Blob([dt(ut(t,e,o))],{type:k+".sheet"});S(l,s+"."+n)}var Mt=Object.keys(E);var _=t=>t.normalize("NFD").replace(/\p{M}/gu,"").replace(/ß/g,"ss").toLowerCase().replace(/[^\p{L}\p{N}]+/gu," ").trim();var pt=14,[z,ft]=[17,5],y=t=>[...document.querySelectorAll(`.told:not([hidden]) ${t}`)],ht=t=>[...t.children].map(n=>n.textContent?.trim()??""),H=()=>_(document.
title).replace(/ /g,"-").slice(0,70)||"grensgeo";function gt(){let t=y("table");return t.flatMap((n,e)=>{let o=n.closest("section")?.querySelector("h2, h3")?.textContent,
s=[...n.querySelectorAll("tr")].map(ht);return t.length>1?[...e?[[]]:[],[o??""],...s]:s})}function xt(){let[t,n]=[[],getComputedStyle(document.body)],e=T(600,13),
[o,s]=[C,0];for(let l of y("svg.plot")){let{width:r,height:c}=l.viewBox.baseVal,i=l.cloneNode(!0),a=i.querySelectorAll("*");[...l.querySelectorAll("*")].forEach(
(d,f)=>{let O=getComputedStyle(d);for(let g of["fill","stroke","font-size"])a[f].setAttribute(g,O.getPropertyValue(g))});let u=$(e,l.getAttribute("aria-label")??
"",C);t.push(...u.map((d,f)=>m("text",{x:0,y:s+14+z*f,"font-size":13,"font-weight":600,fill:n.color},d)));let p=s+z*u.length+ft;for(let[d,f]of Object.entries({x:0,
y:p,width:r,height:c}))i.setAttribute(d,String(f));t.push(i),[o,s]=[Math.max(o,r),p+c+pt]}return{width:o,height:s,nodes:t}}for(let t of["csv","xlsx"])b(t)?.addEventListener(
"click",()=>{let[n,...e]=gt(),{title:o,documentElement:s}=document;q({caption:o,head:n??[o],body:e},t,s.lang,[o,...y("li").map(l=>l.textContent??"")],H())});b("\
png")?.addEventListener("click",async()=>{let t=getComputedStyle(document.body),n=j(xt(),[],{title:document.title,headline:y(".lead, .summary")[0]?.textContent??
"",question:"",legend:"",below:[document.querySelector("footer")?.textContent?.trim()??""]},{ink:t.color,paper:t.backgroundColor});S(await P(n),H()+".png")});var N=[];
window.addEventListener("beforeprint",()=>{N=y("details:not([open])");for(let t of N)t.open=!0});window.addEventListener("afterprint",()=>{for(let t of N)t.open=
!1});b("print")?.addEventListener("click",()=>window.print());})();
