"""One message as JSON: the fields README names."""

from hudhud.archive.archive import Archive
from hudhud.cli.console import Json
from hudhud.domain.messages import MessageRow


def message_json(archive: Archive, row: MessageRow) -> dict[str, Json]:
    sha256 = archive.contents.sha256(row.id).hex() if row.saved else None
    return {
        "id": row.id,
        "uid": row.uid,
        "octets": row.octets,
        "sha256": sha256,
        "subject": row.subject,
        "from": str(row.sender) if row.sender else "",
        "date": row.date.isoformat(),
        "state": row.state.value,
        "decision": row.verdict.value if row.verdict else None,
        "set_aside": row.set_aside,
        "attachments": row.attachments,
    }
