-- The archive. Moments are microseconds since 1970-01-01 00:00 UTC. README.md beside
-- this folder tells what each table is for, and how to read mail out of it.

PRAGMA application_id = 1213547592;

CREATE TABLE migration (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    applied_at INTEGER NOT NULL
) STRICT;

CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE account (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL
) STRICT;

-- Octets exactly as received. Once sha256 is there, a row never changes.
CREATE TABLE content (
    id INTEGER PRIMARY KEY,
    sha256 BLOB UNIQUE CHECK (length(sha256) = 32),
    octets INTEGER NOT NULL,
    codec TEXT NOT NULL CHECK (codec IN ('plain', 'zstd')),
    raw BLOB
) STRICT;

CREATE TABLE content_chunk (
    content INTEGER NOT NULL REFERENCES content (id),
    n INTEGER NOT NULL,
    octets INTEGER NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (content, n)
) STRICT;

-- Large contents that are still arriving, and the process they arrive in.
CREATE TABLE unfinished (
    content INTEGER PRIMARY KEY REFERENCES content (id),
    process BLOB NOT NULL
) STRICT;

-- A row of the list. Numbers are never given twice, so an old one cannot mislead.
-- `content` names a row of content; declared as a foreign key it would make each saving
-- of a message keep a statement journal, and take twice as long. Verification checks it.
CREATE TABLE message (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account INTEGER NOT NULL REFERENCES account (key),
    uid TEXT,
    content INTEGER,
    state INTEGER NOT NULL CHECK (state BETWEEN 1 AND 6),
    saved INTEGER NOT NULL CHECK (saved = (content IS NOT NULL)),
    read INTEGER NOT NULL DEFAULT 0,
    starred INTEGER NOT NULL DEFAULT 0,
    set_aside INTEGER NOT NULL DEFAULT 0,
    date INTEGER NOT NULL,
    octets INTEGER NOT NULL,
    attachments INTEGER NOT NULL DEFAULT 0,
    sender_name TEXT NOT NULL DEFAULT '',
    sender_address TEXT NOT NULL DEFAULT '',
    subject TEXT NOT NULL DEFAULT '',
    preview TEXT NOT NULL DEFAULT '',
    sender_key TEXT NOT NULL DEFAULT '',
    subject_key TEXT NOT NULL DEFAULT '',
    recipients TEXT NOT NULL DEFAULT '',
    message_id TEXT NOT NULL DEFAULT '',
    thread TEXT NOT NULL DEFAULT ''
) STRICT;

-- The first answers every view by itself; the others only put its answer in order, so
-- that saving a message whose head was read before touches none of them.
CREATE INDEX message_by_date ON message (date, id, account, state, saved, read);
CREATE INDEX message_by_sender ON message (sender_key, id DESC, account);
CREATE INDEX message_by_subject ON message (subject_key, id DESC, account);
CREATE INDEX message_by_size ON message (octets, id DESC, account);
CREATE INDEX message_by_content ON message (content) WHERE content IS NOT NULL;
CREATE INDEX message_set_aside ON message (date, id) WHERE set_aside = 1;

-- How many rows of each kind there are, so that no view has to be counted.
CREATE TABLE tally (
    account INTEGER NOT NULL,
    state INTEGER NOT NULL,
    saved INTEGER NOT NULL,
    read INTEGER NOT NULL,
    set_aside INTEGER NOT NULL,
    messages INTEGER NOT NULL,
    PRIMARY KEY (account, state, saved, read, set_aside)
) STRICT, WITHOUT ROWID;

-- What TOP gave of messages whose octets are not here.
CREATE TABLE first_lines (
    message INTEGER PRIMARY KEY REFERENCES message (id),
    octets INTEGER NOT NULL,
    codec TEXT NOT NULL CHECK (codec IN ('plain', 'zstd')),
    data BLOB NOT NULL
) STRICT;

-- One line for every unique-id that a maildrop ever listed. Lines are never removed;
-- `message` may outlive the row it names.
CREATE TABLE ledger (
    id INTEGER PRIMARY KEY,
    account INTEGER NOT NULL REFERENCES account (key),
    uid TEXT NOT NULL,
    message INTEGER NOT NULL,
    octets INTEGER,
    listed INTEGER NOT NULL,
    first_seen INTEGER NOT NULL,
    saved_at INTEGER,
    saved_octets INTEGER,
    sha256 BLOB,
    identity BLOB,
    verdict TEXT CHECK (verdict IN ('save', 'save-delete', 'delete', 'keep')),
    deletion TEXT CHECK
        (deletion IN ('wanted', 'sent', 'confirmed', 'unknown', 'cancelled')),
    origin TEXT CHECK (origin IN ('person', 'policy')),
    unsaved_allowed INTEGER NOT NULL DEFAULT 0,
    not_before INTEGER,
    failures INTEGER NOT NULL DEFAULT 0,
    removed_here INTEGER NOT NULL DEFAULT 0,
    UNIQUE (account, uid)
) STRICT;

CREATE INDEX ledger_by_message ON ledger (message);
CREATE INDEX ledger_listed ON ledger (account) WHERE listed = 1;
CREATE INDEX ledger_deletion ON ledger (account, deletion) WHERE deletion IS NOT NULL;

-- Every step of every deletion, for ever; the ledger holds the latest step.
CREATE TABLE journal (
    id INTEGER PRIMARY KEY,
    account INTEGER NOT NULL REFERENCES account (key),
    uid TEXT NOT NULL,
    message INTEGER NOT NULL,
    at INTEGER NOT NULL,
    state TEXT NOT NULL,
    origin TEXT NOT NULL,
    unsaved_allowed INTEGER NOT NULL,
    not_before INTEGER NOT NULL,
    octets INTEGER,
    sha256 BLOB,
    server_words TEXT NOT NULL
) STRICT;

CREATE TABLE failure (
    id INTEGER PRIMARY KEY,
    account INTEGER NOT NULL REFERENCES account (key),
    uid TEXT NOT NULL,
    at INTEGER NOT NULL,
    reason TEXT NOT NULL
) STRICT;

CREATE TABLE maildrop_size (
    account INTEGER NOT NULL REFERENCES account (key),
    at INTEGER NOT NULL,
    messages INTEGER NOT NULL,
    octets INTEGER NOT NULL,
    PRIMARY KEY (account, at)
) STRICT, WITHOUT ROWID;

CREATE TABLE quirk (
    account INTEGER NOT NULL REFERENCES account (key),
    name TEXT NOT NULL,
    until INTEGER NOT NULL,
    PRIMARY KEY (account, name)
) STRICT, WITHOUT ROWID;

-- Words are normalised before they come here; `message` is the rowid.
CREATE VIRTUAL TABLE words USING fts5 (
    sender, recipients, subject, body, files,
    content = '', contentless_delete = 1,
    tokenize = 'porter unicode61 remove_diacritics 2'
);

-- Messages whose words have still to be read: from the whole octets, or from the row.
CREATE TABLE index_queue (
    message INTEGER PRIMARY KEY REFERENCES message (id) ON DELETE CASCADE,
    whole INTEGER NOT NULL,
    turn INTEGER NOT NULL
) STRICT;

PRAGMA user_version = 1;
