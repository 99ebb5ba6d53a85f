"""Where a mail server is and how the line to it is secured."""

from dataclasses import dataclass
from enum import StrEnum


class Security(StrEnum):
    """How a line becomes confidential. There is no "if available": it is or it ends."""

    TLS = "tls"
    STARTTLS = "starttls"
    NONE = "none"

    @property
    def usual_port(self) -> int:
        return 995 if self is Security.TLS else 110


@dataclass(frozen=True, slots=True)
class ServerAddress:
    host: str
    port: int
    security: Security

    @property
    def is_local(self) -> bool:
        """On this computer: nobody else can listen on the line."""
        name = self.host.lower().strip("[]")
        return name in ("localhost", "::1") or name.startswith("127.")

    def __str__(self) -> str:
        return f"{self.host}:{self.port}"
