"""Letters that try what letters try: to load, to run, to lead away."""

PIXEL = "R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs="
CANARY = "ran"
RUN = f"document.title=`{CANARY}`"


def loading_tricks(place: str) -> tuple[str, ...]:
    """Every way we know of to make a viewer fetch something below `place`.

    `place` is like `http://127.0.0.1:8000`. The tricks with names instead of numbers
    are there for the count of look-ups.
    """
    bare = place.partition(":")[2]
    return (
        f"<img src={place}/img.png>",
        f"<img src='{bare}/no-scheme.png'>",
        f"<img srcset='{place}/srcset.png 2x' src='data:image/gif;base64,{PIXEL}'>",
        f"<picture><source srcset={place}/source.png><img src=x></picture>",
        f"<img lowsrc={place}/lowsrc.png dynsrc={place}/dynsrc.avi>",
        f"<img src=cid:x style='content:url({place}/content.png)'>",
        f"<img src='cid:{place}/cid.png'><img src='data:{place}/data.png'>",
        f"<img src='&#104;ttp{place[4:]}/entity.png'>",
        f"<img src='ht\ntp{place[4:]}/newline.png'><img src=\\\\127.0.0.1\\share\\x>",
        f"<image src={place}/image.png><input type=image src={place}/input.png>",
        f"<style>body{{background:url({place}/css.png)}}</style>",
        f"<style>@import url({place}/import.css);</style>"
        f"<style>@import '{place}/import2.css';</style>",
        f"<style>@font-face{{font-family:f;src:url({place}/font.woff)}}"
        "p{font-family:f}</style><p>t</p>",
        f"<style>li{{list-style-image:url({place}/list.png)}}</style><ul><li>t</ul>",
        f"<style>p:before{{content:url({place}/before.png)}}</style><p>t",
        f"<style>p{{cursor:url({place}/cursor.cur),auto}}</style><p>t",
        f"<p style='background-image:image-set(\"{place}/set.png\" 1x)'>t</p>",
        f"<p style='background:u\\72l({place}/escape.png)'>t</p>",
        f"<p style='background:url(/**/{place}/comment.png)'>t</p>",
        f"<p style='filter:url({place}/filter.svg#f);mask:url({place}/mask.svg)'>t</p>",
        f"<p style='border-image:url({place}/border.png) 1'>t</p>",
        f"<link rel=stylesheet href={place}/sheet.css>",
        f"<link rel=prefetch href={place}/prefetch><link rel=preload as=image "
        f"href={place}/preload.png><link rel=preconnect href={place}>",
        "<link rel=dns-prefetch href=//prefetch.leak.example>"
        "<link rel=preconnect href=https://preconnect.leak.example crossorigin>",
        f"<link rel=icon href={place}/icon.png><link rel=manifest href={place}/m.json>",
        f"<link rel=modulepreload href={place}/m.js>"
        f"<link rel=prerender href={place}/r>",
        f"<iframe src={place}/iframe></iframe><frame src={place}/frame>",
        f"<iframe srcdoc=\"<img src='{place}/srcdoc.png'>\"></iframe>",
        f"<object data={place}/object></object><embed src={place}/embed>",
        f"<applet code=x codebase={place}/applet></applet>",
        f"<video src={place}/v.mp4 poster={place}/poster.png autoplay></video>",
        f"<audio src={place}/a.mp3 autoplay></audio><bgsound src={place}/b.wav>",
        f"<video><source src={place}/s.mp4><track src={place}/t.vtt default></video>",
        f"<svg><image href={place}/svg.png /><image xlink:href={place}/xlink.png />"
        f"<use href={place}/use.svg#x /><script href={place}/s.js></script></svg>",
        f"<svg><style>@import '{place}/svg.css';</style>"
        f"<rect fill=url({place}/f.svg#a)>"
        f"<feImage href={place}/fe.png></svg>",
        f"<math><mglyph src={place}/glyph.png></math>",
        f"<base href={place}/base/><img src=relative.png>",
        f'<meta http-equiv=refresh content="0;url={place}/refresh">',
        f'<meta http-equiv=refresh content="0; {place}/refresh2">',
        f'<meta http-equiv=Link content="<{place}/link.css>; rel=stylesheet">',
        f'<meta http-equiv=Content-Security-Policy content="default-src *; '
        f'report-uri {place}/report">',
        f"<form action={place}/form id=f><input name=a autofocus onfocus=f.submit()>"
        "</form>",
        f"<body background={place}/body.png><table background={place}/table.png><tr>"
        f"<td background={place}/cell.png>t</table>",
        f"<a href={place}/link ping={place}/ping>link</a>",
        f"<script src={place}/script.js></script>"
        f"<script>fetch('{place}/fetch')</script>",
        f"<script>new Image().src='{place}/js.png';"
        f"navigator.sendBeacon('{place}/beacon');</script>",
        f"<!--[if gte mso 9]><img src={place}/mso.png><![endif]-->",
        f"<!--><img src={place}/comment.png>--><!-- <img src={place}/in.png> -->",
        f"<![CDATA[<img src={place}/cdata.png>]]>",
        f"<noscript><img src={place}/noscript.png></noscript>",
        f"<template><img src={place}/template.png></template>",
        f"<textarea><img src={place}/textarea.png></textarea>",
        f"<xmp><img src={place}/xmp.png></xmp><plaintext-x><img src={place}/p.png>",
        f"<div title='<img src={place}/title.png>'>t</div>",
        f"<table><td><img src='{place}/cell2.png'></td></table>",
        "<img src=file:///etc/hostname><img src='file://127.0.0.1/share/x.png'>",
        f"<img alt='unclosed src={place}/a.png><p>\"'><img src={place}/after.png>",
        f"<img src='{place}/unclosed.png",
    )


def running_tricks() -> tuple[str, ...]:
    """Scripts in all their hiding places; `RUN` leaves its mark where one runs."""
    return (
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
        "<style>@keyframes x{}</style>"
        f"<p style='animation:x' onanimationstart={RUN}>",
        f"<math><mtext><table><mglyph><style><!--</style><img title='-->"
        f"<img src=1 onerror={RUN}>'>",
        f"<form><math><mtext></form><form><mglyph><style></math>"
        f"<img src onerror={RUN}>",
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
        f"<IMG SRC=x ONERROR={RUN}><img/src=x/onerror={RUN}>"
        f"<img\fsrc=x\fonerror={RUN}>",
        f"<img src='x'onerror={RUN}><img src=x alt=\"`<svg onload={RUN}>`\">",
        f"<div dir='\" onfocus={RUN} autofocus tabindex=1 x=\"'>t</div>",
        f"<p style='width:expression({RUN})'>t</p><p style='x:\"'onclick={RUN}>t</p>",
        f"<link rel=stylesheet onerror={RUN} href=data:,x>",
        f"<audio src=x onerror={RUN}></audio><marquee onstart={RUN}>t</marquee>",
    )
