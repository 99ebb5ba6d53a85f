"""Language, direction, digits, theme and density: applied at once, then remembered."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from hudhud.config.errors import ConfigError
from hudhud.config.settings import Language, Settings, ThemeChoice
from hudhud.ui.actions import ActionSet, Wish
from hudhud.ui.language import install_language
from hudhud.ui.theme import apply_theme, current_theme, follow_scheme

LANGUAGES = MappingProxyType(
    {
        Wish.LANGUAGE_SYSTEM: Language.SYSTEM,
        Wish.LANGUAGE_ENGLISH: Language.ENGLISH,
        Wish.LANGUAGE_ARABIC: Language.ARABIC,
    }
)
THEMES = MappingProxyType(
    {
        Wish.THEME_SYSTEM: ThemeChoice.SYSTEM,
        Wish.THEME_LIGHT: ThemeChoice.LIGHT,
        Wish.THEME_DARK: ThemeChoice.DARK,
    }
)


def apply_appearance(app: QApplication, settings: Settings) -> None:
    """Word and colour the whole program; may be called again at any time."""
    language, digits = settings.language, settings.digits
    install_language(app, language, digits, settings.direction)
    follow_scheme(app, settings.theme)
    apply_theme(app, current_theme(app, settings.theme))


def looks_of(settings: Settings) -> tuple[str, ...]:
    """What the whole program is worded and coloured anew for."""
    return (
        settings.language,
        settings.direction,
        settings.digits,
        settings.theme,
    )


class AppearanceController(QObject):
    """`changed` carries the Settings; `failed` says why they were not written."""

    changed = Signal(object)
    density_changed = Signal(object)
    failed = Signal(str)

    def __init__(
        self,
        app: QApplication,
        settings: Settings,
        save: Callable[[Settings], None],
        actions: ActionSet,
    ) -> None:
        super().__init__(app)
        self._app = app
        self._settings = settings
        self._save = save
        self._actions = actions
        app.styleHints().colorSchemeChanged.connect(self._follow_system)
        for wish, language in LANGUAGES.items():
            actions[wish].triggered.connect(partial(self._speak, language))
        for wish, theme in THEMES.items():
            actions[wish].triggered.connect(partial(self._color, theme))
        self._check_actions()

    @property
    def settings(self) -> Settings:
        return self._settings

    def undo_seconds(self) -> int:
        return self._settings.undo_seconds

    @Slot(object)
    def use(self, settings: Settings) -> None:
        if settings == self._settings:
            return
        before, self._settings = self._settings, settings
        if looks_of(settings) != looks_of(before):
            apply_appearance(self._app, settings)
        self._actions.retranslate()
        self._check_actions()
        if settings.density is not before.density:
            self.density_changed.emit(settings.density)
        self.changed.emit(settings)
        try:
            self._save(settings)
        except ConfigError as error:
            self.failed.emit(str(error))

    def _speak(self, language: Language, _checked: bool = False) -> None:
        self.use(replace(self._settings, language=language))

    def _color(self, theme: ThemeChoice, _checked: bool = False) -> None:
        self.use(replace(self._settings, theme=theme))

    @Slot()
    def _follow_system(self) -> None:
        if self._settings.theme is ThemeChoice.SYSTEM:
            apply_theme(self._app, current_theme(self._app, ThemeChoice.SYSTEM))

    def _check_actions(self) -> None:
        for wish, language in LANGUAGES.items():
            self._actions[wish].setChecked(language is self._settings.language)
        for wish, theme in THEMES.items():
            self._actions[wish].setChecked(theme is self._settings.theme)
