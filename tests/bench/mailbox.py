"""A mailbox to measure with: letters of about 4 KB, each of its own words."""

import os
import random
from pathlib import Path

from support.real.place import USER_ID
from support.real.server import RealServer

TEXT = """
    the of and a to in is you that it he was for on are as with his they I at be this
    have from or one had by word but not what all were we when your can said there
    invoice October payment delivery meeting Tuesday attached please regards report
    mailbox archive server letter hoopoe window river mountain garden library ticket
"""
WORDS = TEXT.split()
SOME_OCTETS = 3400


def letter(number: int, chance: random.Random) -> bytes:
    lines: list[str] = []
    size = 0
    while size < SOME_OCTETS:
        line = " ".join(chance.choices(WORDS, k=12))
        lines.append(line)
        size += len(line) + 1
    body = "\n".join(lines)
    sender = f"Sender {number % 500} <sender{number % 500}@example.org>"
    return (
        f"Return-Path: <sender{number % 500}@example.org>\n"
        f"Received: from mx{number % 9}.example.org (mx{number % 9}.example.org"
        f" [192.0.2.{number % 250}])\n\tby mail.example.net with ESMTPS id {number:x};"
        f" Mon, 05 Jan 2026 10:{number % 60:02}:00 +0000\n"
        f"From: {sender}\nTo: Noor Haddad <noor@example.net>\n"
        f"Subject: {' '.join(chance.choices(WORDS, k=5))} {number}\n"
        f"Date: Mon, 05 Jan 2026 10:{number % 60:02}:00 +0000\n"
        f"Message-ID: <bench-{number}@example.org>\nMIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=utf-8\n"
        f"Content-Transfer-Encoding: 8bit\n\n{body}\n"
    ).encode()


def deliver(server: RealServer, count: int) -> int:
    """Put so many letters into a Dovecot's maildir; gives their octets."""
    chance = random.Random(count)
    folder: Path = server.log.parent / "home" / "Maildir" / "new"
    octets = 0
    for number in range(count):
        file = folder / f"{1800000000 + number}.M{number:06}.bench"
        letter_octets = letter(number, chance)
        octets += len(letter_octets)
        file.write_bytes(letter_octets)
        os.chown(file, USER_ID, USER_ID)
    return octets
