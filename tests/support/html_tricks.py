"""Letters that try what letters try: to load, to run, to lead away."""

PIXEL = "R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs="
CANARY = "ran"
RUN = f"document.title=`{CANARY}`"


# PLACE is where all of them lead, like http://127.0.0.1:8000; REST is that without
# `http`, BARE without `http:`. Those with a name instead are for the count of look-ups.
LOADING = (
    "<img src=PLACE/img.png>",
    "<img src='BARE/no-scheme.png'>",
    f"<img srcset='PLACE/srcset.png 2x' src='data:image/gif;base64,{PIXEL}'>",
    "<picture><source srcset=PLACE/source.png><img src=x></picture>",
    "<img lowsrc=PLACE/lowsrc.png dynsrc=PLACE/dynsrc.avi>",
    "<img src=cid:x style='content:url(PLACE/content.png)'>",
    "<img src='cid:PLACE/cid.png'><img src='data:PLACE/data.png'>",
    "<img src='&#104;ttpREST/entity.png'>",
    "<img src='ht\ntpREST/newline.png'><img src=\\\\127.0.0.1\\share\\x>",
    "<image src=PLACE/image.png><input type=image src=PLACE/input.png>",
    "<style>body{background:url(PLACE/css.png)}</style>",
    "<style>@import url(PLACE/import.css);</style>"
    "<style>@import 'PLACE/import2.css';</style>",
    "<style>@font-face{font-family:f;src:url(PLACE/font.woff)}"
    "p{font-family:f}</style><p>t</p>",
    "<style>li{list-style-image:url(PLACE/list.png)}</style><ul><li>t</ul>",
    "<style>p:before{content:url(PLACE/before.png)}</style><p>t",
    "<style>p{cursor:url(PLACE/cursor.cur),auto}</style><p>t",
    "<p style='background-image:image-set(\"PLACE/set.png\" 1x)'>t</p>",
    "<p style='background:u\\72l(PLACE/escape.png)'>t</p>",
    "<p style='background:url(/**/PLACE/comment.png)'>t</p>",
    "<p style='filter:url(PLACE/filter.svg#f);mask:url(PLACE/mask.svg)'>t</p>",
    "<p style='border-image:url(PLACE/border.png) 1'>t</p>",
    "<link rel=stylesheet href=PLACE/sheet.css>",
    "<link rel=prefetch href=PLACE/prefetch><link rel=preload as=image "
    "href=PLACE/preload.png><link rel=preconnect href=PLACE>",
    "<link rel=dns-prefetch href=//prefetch.leak.example>"
    "<link rel=preconnect href=https://preconnect.leak.example crossorigin>",
    "<link rel=icon href=PLACE/icon.png><link rel=manifest href=PLACE/m.json>",
    "<link rel=modulepreload href=PLACE/m.js><link rel=prerender href=PLACE/r>",
    "<iframe src=PLACE/iframe></iframe><frame src=PLACE/frame>",
    "<iframe srcdoc=\"<img src='PLACE/srcdoc.png'>\"></iframe>",
    "<object data=PLACE/object></object><embed src=PLACE/embed>",
    "<applet code=x codebase=PLACE/applet></applet>",
    "<video src=PLACE/v.mp4 poster=PLACE/poster.png autoplay></video>",
    "<audio src=PLACE/a.mp3 autoplay></audio><bgsound src=PLACE/b.wav>",
    "<video><source src=PLACE/s.mp4><track src=PLACE/t.vtt default></video>",
    "<svg><image href=PLACE/svg.png /><image xlink:href=PLACE/xlink.png />"
    "<use href=PLACE/use.svg#x /><script href=PLACE/s.js></script></svg>",
    "<svg><style>@import 'PLACE/svg.css';</style>"
    "<rect fill=url(PLACE/f.svg#a)>"
    "<feImage href=PLACE/fe.png></svg>",
    "<math><mglyph src=PLACE/glyph.png></math>",
    "<base href=PLACE/base/><img src=relative.png>",
    '<meta http-equiv=refresh content="0;url=PLACE/refresh">',
    '<meta http-equiv=refresh content="0; PLACE/refresh2">',
    '<meta http-equiv=Link content="<PLACE/link.css>; rel=stylesheet">',
    '<meta http-equiv=Content-Security-Policy content="default-src *; '
    'report-uri PLACE/report">',
    "<form action=PLACE/form id=f><input name=a autofocus onfocus=f.submit()></form>",
    "<body background=PLACE/body.png><table background=PLACE/table.png><tr>"
    "<td background=PLACE/cell.png>t</table>",
    "<a href=PLACE/link ping=PLACE/ping>link</a>",
    "<script src=PLACE/script.js></script><script>fetch('PLACE/fetch')</script>",
    "<script>new Image().src='PLACE/js.png';"
    "navigator.sendBeacon('PLACE/beacon');</script>",
    "<!--[if gte mso 9]><img src=PLACE/mso.png><![endif]-->",
    "<!--><img src=PLACE/comment.png>--><!-- <img src=PLACE/in.png> -->",
    "<![CDATA[<img src=PLACE/cdata.png>]]>",
    "<noscript><img src=PLACE/noscript.png></noscript>",
    "<template><img src=PLACE/template.png></template>",
    "<textarea><img src=PLACE/textarea.png></textarea>",
    "<xmp><img src=PLACE/xmp.png></xmp><plaintext-x><img src=PLACE/p.png>",
    "<div title='<img src=PLACE/title.png>'>t</div>",
    "<table><td><img src='PLACE/cell2.png'></td></table>",
    "<img src=file:///etc/hostname><img src='file://127.0.0.1/share/x.png'>",
    "<img alt='unclosed src=PLACE/a.png><p>\"'><img src=PLACE/after.png>",
    "<img src='PLACE/unclosed.png",
)
# Scripts in all their hiding places; RUN leaves its mark where one runs.
RUNNING = (
    f"<script>{RUN}</script>",
    f"<img src=x onerror={RUN}>",
    f"<svg onload={RUN}><svg/onload={RUN}>",
    f"<body onload={RUN}>",
    f"<details open ontoggle={RUN}>x</details>",
    f"<video><source onerror={RUN}></video>",
    f"<iframe srcdoc='<script>parent.{RUN}</script>'></iframe>",
    f"<iframe src='javascript:parent.{RUN}'></iframe>",
    f"<object data='javascript:{RUN}'></object><embed src='javascript:{RUN}'>",
    f'<meta http-equiv=refresh content="0;url=javascript:{RUN}">',
    f"<input autofocus onfocus={RUN}><select autofocus onfocus={RUN}>",
    f"<style>@keyframes x{{}}</style><p style='animation:x' onanimationstart={RUN}>",
    f"<math><mtext><table><mglyph><style><!--</style><img title='-->"
    f"<img src=1 onerror={RUN}>'>",
    f"<form><math><mtext></form><form><mglyph><style></math><img src onerror={RUN}>",
    f"<svg></p><style><a id='</style><img src=1 onerror={RUN}>'>",
    f"<noscript><p title='</noscript><img src=x onerror={RUN}>'>",
    f"<svg><desc><noscript>&lt;/noscript>&lt;/desc>&lt;s>&lt;/s>&lt;style>"
    f"&lt;a title='&lt;/style>&lt;img src onerror={RUN}>'>",
    f"<textarea><p title='</textarea><img src=x onerror={RUN}>'>",
    f"<xmp><p title='</xmp><svg/onload={RUN}>'></xmp>",
    f"<title><p title='</title><img src=x onerror={RUN}>'>",
    f"<math><annotation-xml encoding='text/html'><style><img src=x onerror={RUN}>",
    f"<math><mi><table><mglyph><style><math><img src=x onerror={RUN}></style>",
    f"<svg><style><img src=x onerror={RUN}></style></svg>",
    f"<svg><foreignObject><img src=x onerror={RUN}></foreignObject></svg>",
    f"<svg><animate onbegin={RUN} attributeName=x dur=1s>",
    f"<svg><set onbegin={RUN} attributeName=x to=1>",
    f"<template><img src=x onerror={RUN}></template>",
    f"<select><option><style></option></select><img src=x onerror={RUN}></style>",
    f"<table><caption><svg><title><table><caption></svg><img src=x onerror={RUN}>",
    f"<a><svg><desc><a><table><a></table><style><!--</style></svg>"
    f"<a id='--><img src onerror={RUN}>'>",
    f"<p id='\"><img src=x onerror={RUN}>'>`\"><img src=x onerror={RUN}>",
    f"<!--><img src=x onerror={RUN}>--><!--!><svg onload={RUN}>-->",
    f"<![CDATA[><img src=x onerror={RUN}>]]><?x ><img src=x onerror={RUN}>",
    f"<IMG SRC=x ONERROR={RUN}><img/src=x/onerror={RUN}><img\fsrc=x\fonerror={RUN}>",
    f"<img src='x'onerror={RUN}><img src=x alt=\"`<svg onload={RUN}>`\">",
    f"<div dir='\" onfocus={RUN} autofocus tabindex=1 x=\"'>t</div>",
    f"<p style='width:expression({RUN})'>t</p><p style='x:\"'onclick={RUN}>t</p>",
    f"<link rel=stylesheet onerror={RUN} href=data:,x>",
    f"<audio src=x onerror={RUN}></audio><marquee onstart={RUN}>t</marquee>",
)


def loading_tricks(place: str) -> tuple[str, ...]:
    """Every way we know of to make a viewer fetch something below `place`."""
    rest, bare = place.removeprefix("http"), place.removeprefix("http:")
    return tuple(
        trick.replace("PLACE", place).replace("REST", rest).replace("BARE", bare)
        for trick in LOADING
    )
