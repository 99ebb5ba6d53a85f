"""Messages that were built to cost time or memory; each is made when it is wanted."""

MIXED = b"Content-Type: multipart/mixed; boundary=b\n\n"

BOMBS = {
    "encoded words": lambda: b"Subject: " + b"=?utf-8?Q?a?= " * 150_000 + b"\n\nx",
    "open encoded words": lambda: b"Subject: " + b"=?utf-8?Q?" * 200_000 + b"\n\nx",
    "encoded word of blanks": lambda: b"Subject: =?u?Q?" + b" " * 1_000_000 + b"\n\nx",
    "question marks": lambda: b"Subject: " + b"=?" * 500_000 + b"\n\nx",
    "fields": lambda: b"a:b\n" * 250_000 + b"\nx",
    "folds": lambda: b"Subject: a\n" + b" b\n" * 300_000 + b"\nx",
    "header of blanks": lambda: b"Subject:" + b" \t" * 400_000 + b"x\n\nx",
    "recipients": lambda: b"To: " + b"a@b.c," * 150_000 + b"\n\nx",
    "odd recipients": lambda: b"To: " + b'"a\\",' * 150_000 + b"\n\nx",
    "comments": lambda: b"To: " + b"(" * 800_000 + b"\n\nx",
    "comment after comment": lambda: b"To: " + b"() " * 300_000 + b"\n\nx",
    "brackets": lambda: b"To: " + b"<" * 800_000 + b"\n\nx",
    "groups": lambda: b"To: " + b"a:" * 400_000 + b"\n\nx",
    "names without address": lambda: b"To: " + b"a b," * 200_000 + b"\n\nx",
    "parameters": lambda: b"Content-Type: a/b" + b";a=b" * 200_000 + b"\n\nx",
    "parameter blanks": lambda: b"Content-Type: a/b; a=" + b"x " * 30_000 + b"\n\nx",
    "continuations": lambda: (
        b"Content-Type: a/b"
        + b"".join(b";a*%d*=%%41" % number for number in range(5_000))
        + b"\n\nx"
    ),
    "dates": lambda: b"Date: " + b"1 Jan " * 100_000 + b"\n\nx",
    "references": lambda: b"References: " + b"<a@b>" * 200_000 + b"\n\nx",
    "parts": lambda: MIXED + b"--b\n\nx\n" * 100_000,
    "empty boundaries": lambda: MIXED + b"--b\n" * 500_000,
    "boundaries with tails": lambda: MIXED + b"--bx\n" * 500_000,
    "nesting": lambda: (
        b"".join(
            b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n)
            for n in range(2_000)
        )
        + b"x\n" * 100_000
    ),
    "embedding": lambda: b"Content-Type: message/rfc822\n\n" * 50_000,
    "base64 padding": lambda: (
        b"Content-Transfer-Encoding: base64\n\n" + b"QQ==" * 500_000
    ),
    "quoted-printable": lambda: (
        b"Content-Transfer-Encoding: quoted-printable\n\n" + b"= " * 500_000
    ),
    "uuencoded files": lambda: b"\n" + b"begin 644 a\nM\n" * 100_000,
    "quotes": lambda: b"\n" + b"> " * 500_000,
    "rules": lambda: b"\n" + b"-" * 1_000_000,
    "unknown charset": lambda: (
        b"Content-Type: text/plain; charset=x\n\n" + bytes(range(128, 256)) * 20_000
    ),
    "html depth": lambda: b"Content-Type: text/html\n\n" + b"<div>" * 200_000,
    "html unclosed": lambda: b"Content-Type: text/html\n\n" + b"<a " * 300_000,
    "html entities": lambda: b"Content-Type: text/html\n\n" + b"&amp;" * 300_000,
    "html comments": lambda: b"Content-Type: text/html\n\n" + b"<!--" * 300_000,
    "html quotes": lambda: b"Content-Type: text/html\n\n" + b"<a b='" * 200_000,
    "html tables": lambda: b"Content-Type: text/html\n\n" + b"<table><td>" * 2_400,
    "html styles": lambda: (
        b"Content-Type: text/html\n\n<style>"
        + b"div div div{color:red}" * 3_000
        + b"</style>"
        + b"<div>x</div>" * 20_000
    ),
    "html quotes nested": lambda: (
        b"Content-Type: text/html\n\n" + b"<blockquote>x" * 4_900
    ),
    "html right to left": lambda: (
        b"Content-Type: text/html\n\n" + "<div>م".encode() * 4_900
    ),
}
