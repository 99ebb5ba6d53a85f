"""What the engine may not do: its settings, its policy, the guard at its door.

Each alone leaks something. Together with the cleaned letter and the flags of
`engine.py`, any two may fail and still nothing leaves.
"""

from PySide6.QtCore import QObject
from PySide6.QtWebEngineCore import (
    QWebEngineDownloadRequest,
    QWebEngineProfile,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
)

from hudhud.ui.web.schemes import DATA, INSIDE, LETTER, REMOTE

CONTENT_POLICY = "; ".join(
    (
        "default-src 'none'",
        f"img-src {INSIDE}: {DATA}: {REMOTE}:",
        "style-src 'unsafe-inline'",
        "form-action 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        # Links that ask for a new window are heard of, and handed over, only so.
        "sandbox allow-popups",
    )
)

_Attribute = QWebEngineSettings.WebAttribute
FORBIDDEN = (
    _Attribute.JavascriptEnabled,
    _Attribute.JavascriptCanOpenWindows,
    _Attribute.JavascriptCanAccessClipboard,
    _Attribute.JavascriptCanPaste,
    _Attribute.AllowWindowActivationFromJavaScript,
    _Attribute.LocalStorageEnabled,
    _Attribute.LocalContentCanAccessRemoteUrls,
    _Attribute.LocalContentCanAccessFileUrls,
    _Attribute.PluginsEnabled,
    _Attribute.PdfViewerEnabled,
    _Attribute.HyperlinkAuditingEnabled,
    _Attribute.FullScreenSupportEnabled,
    _Attribute.ScreenCaptureEnabled,
    _Attribute.WebGLEnabled,
    _Attribute.Accelerated2dCanvasEnabled,
    _Attribute.ReadingFromCanvasEnabled,
    _Attribute.AutoLoadIconsForPage,
    _Attribute.TouchIconsEnabled,
    _Attribute.AllowRunningInsecureContent,
    _Attribute.AllowGeolocationOnInsecureOrigins,
    _Attribute.DnsPrefetchEnabled,
    _Attribute.NavigateOnDropEnabled,
    _Attribute.ErrorPageEnabled,
    _Attribute.BackForwardCacheEnabled,
    _Attribute.FocusOnNavigationEnabled,
)
DEMANDED = (
    _Attribute.PlaybackRequiresUserGesture,
    _Attribute.WebRTCPublicInterfacesOnly,
    _Attribute.PrintElementBackgrounds,
)

_Resource = QWebEngineUrlRequestInfo.ResourceType


class Guard(QWebEngineUrlRequestInterceptor):
    """Lets the letter through, and pictures of our own schemes; nothing else."""

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        info.block(not is_allowed(info.requestUrl().scheme(), info.resourceType()))


def is_allowed(scheme: str, kind: QWebEngineUrlRequestInfo.ResourceType) -> bool:
    if scheme == LETTER:
        return kind is _Resource.ResourceTypeMainFrame
    return scheme in (INSIDE, DATA, REMOTE) and kind is _Resource.ResourceTypeImage


def make_profile(parent: QObject) -> QWebEngineProfile:
    """A profile without a name keeps nothing on the disk."""
    profile = QWebEngineProfile(parent)
    profile.setHttpCacheType(QWebEngineProfile.HttpCacheType.NoCache)
    profile.setPersistentCookiesPolicy(
        QWebEngineProfile.PersistentCookiesPolicy.NoPersistentCookies
    )
    profile.cookieStore().setCookieFilter(refuse_cookie)
    profile.setSpellCheckEnabled(False)
    profile.setPushServiceEnabled(False)
    profile.setUrlRequestInterceptor(Guard(profile))
    profile.downloadRequested.connect(refuse_download)
    return profile


def harden(settings: QWebEngineSettings) -> None:
    for attribute in FORBIDDEN:
        settings.setAttribute(attribute, False)
    for attribute in DEMANDED:
        settings.setAttribute(attribute, True)
    settings.setUnknownUrlSchemePolicy(
        QWebEngineSettings.UnknownUrlSchemePolicy.DisallowUnknownUrlSchemes
    )


def refuse_cookie(request: object) -> bool:
    return False


def refuse_download(request: QWebEngineDownloadRequest) -> None:
    request.cancel()
