-- What the person chose for the letters of one sender; `address` in lower case.
CREATE TABLE correspondent (
    address TEXT PRIMARY KEY,
    images INTEGER NOT NULL DEFAULT 0 CHECK (images IN (0, 1)),
    direction TEXT CHECK (direction IN ('left-to-right', 'right-to-left'))
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 2;
