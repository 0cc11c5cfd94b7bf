/**
 * The layout of `voronka.sqlite`.
 *
 *   company      one row: the company's random id
 *   documents ──1:n── journal ──1:n── audit
 *     name              number  ◀───── journal      journal rows up to a snapshot go when it is made;
 *     last, generation  document       document     audit rows stay for ever, so they repeat document,
 *     packed, changed   user           collection   user, replica and time
 *                       replica        record
 *                       at             path
 *                       update, crc    user, replica, at, stamp, value
 *   snapshots    documents ──1:1── state, crc: apart, since a row is written anew, whole, with each of its changes, and
 *                is read through to reach what stands behind its bytes
 *   replicas     name ── the user's device that writes under it
 *   counters     (sort, year) ── the last number given
 *   numbers      order ── (sort, year, number): given ones are unique, imported ones are kept as they came
 *   refusals     what was not taken, and why
 *   restorations when the company was restored, and when the backup was made
 *   shown        numbers that orders had which were lost with that, as devices show them
 *   trail_words  the words of each audit row and of what stood before it, by rowid; audit rows are never removed, so
 *                that is a row's place for ever. It follows later: trail_indexed says how far it is
 *   numbered     up to which audit row every order was found to have its number
 *   effects      key ── what an agent does but once, who has it, until when, and what came of it
 *   effect_tokens  the last token that was given for one
 *   sending      at most one row: how letters and SMS are sent, as JSON; its secrets sealed, and the key is not here
 *   services     name ── a service outside that the company asks, as JSON; its secret sealed
 *   mail_folders (account, folder) ── how far a mail server’s folder is accounted for
 *   mail_ledger  (account, folder, validity, uid) ── what became of a letter that it lists
 *   mail_accounts  id ── an account of mail of somebody, or of the company (owner: empty), its two secrets sealed alike,
 *                and how either of its lines stands
 *   phones       id ── somebody’s phone, or a line of the company (owner: empty), its key and secrets sealed
 *   phone_codes  owner ── the code that pairs one phone of his once
 *   phone_bridge  machine ── where the bridge of telephony listens on it; empty: for all machines
 *
 * Times are ms since 1970. `crc` is the CRC-32 of the bytes beside it: SQLite itself notices no flipped bit.
 * The schema's version (`PRAGMA user_version`) is the number of migrations that were run; a migration that has been
 * released is never changed.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE company (id TEXT NOT NULL) STRICT;

  CREATE TABLE documents (
    name TEXT PRIMARY KEY,
    last INTEGER NOT NULL,
    state BLOB,
    crc INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE journal (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    document TEXT NOT NULL,
    user TEXT NOT NULL,
    replica TEXT NOT NULL,
    at INTEGER NOT NULL,
    "update" BLOB NOT NULL,
    crc INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX journal_by_document ON journal (document, number);

  CREATE TABLE audit (
    journal INTEGER NOT NULL,
    document TEXT NOT NULL,
    collection TEXT NOT NULL,
    record TEXT NOT NULL,
    path TEXT NOT NULL,
    user TEXT NOT NULL,
    replica TEXT NOT NULL,
    at INTEGER NOT NULL,
    stamp TEXT NOT NULL,
    value TEXT NOT NULL
  ) STRICT;
  CREATE INDEX audit_by_record ON audit (collection, record, journal);
  CREATE INDEX audit_by_time ON audit (at);

  CREATE TABLE replicas (
    name TEXT PRIMARY KEY,
    user TEXT NOT NULL,
    label TEXT NOT NULL,
    at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE counters (
    sort TEXT NOT NULL,
    year INTEGER NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (sort, year)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE numbers (
    "order" TEXT PRIMARY KEY,
    sort TEXT NOT NULL,
    year INTEGER NOT NULL,
    number TEXT NOT NULL,
    given INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX numbers_given ON numbers (sort, year, number) WHERE given = 1;
  CREATE INDEX numbers_all ON numbers (sort, year, number);

  CREATE TABLE refusals (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    document TEXT NOT NULL,
    user TEXT NOT NULL,
    replica TEXT NOT NULL,
    code TEXT NOT NULL,
    cause TEXT NOT NULL,
    bytes INTEGER NOT NULL
  ) STRICT;
  `,
  // A record's history is read by stamps, a page at a time, and what stood before by path.
  `
  DROP INDEX audit_by_record;
  CREATE INDEX audit_by_stamp ON audit (collection, record, stamp);
  CREATE INDEX audit_by_path ON audit (collection, record, path, stamp);
  `,
  // Quiet documents are packed: which generation stands, up to which number it was packed, when it was written last.
  `
  ALTER TABLE documents ADD COLUMN generation TEXT NOT NULL DEFAULT '';
  ALTER TABLE documents ADD COLUMN packed INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE documents ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;
  UPDATE documents SET changed = a.at FROM (SELECT document, max(at) AS at FROM audit GROUP BY document) a
    WHERE a.document = documents.name;
  `,
  // The whole trail is searched, the newest first: by who, on what device, in which collection, and by words.
  `
  CREATE INDEX audit_by_user ON audit (user, at);
  CREATE INDEX audit_by_replica ON audit (replica, at);
  CREATE INDEX audit_by_collection ON audit (collection, at);
  CREATE VIRTUAL TABLE trail_words USING fts5(words, content='', columnsize=0, detail=none, tokenize='ascii');
  CREATE TABLE trail_indexed (upto INTEGER NOT NULL) STRICT;
  INSERT INTO trail_indexed VALUES (0);
  `,
  // A restored company gives no number and no name that it may have given before (keeping/SPEC.md).
  `
  CREATE TABLE restorations (at INTEGER PRIMARY KEY, backup INTEGER NOT NULL) STRICT;
  `,
  // A lost order is to have its number again when it is brought.
  `
  CREATE TABLE shown (
    "order" TEXT PRIMARY KEY,
    sort TEXT NOT NULL,
    year INTEGER NOT NULL,
    number TEXT NOT NULL,
    UNIQUE (sort, year, number)
  ) STRICT, WITHOUT ROWID;
  `,
  // What changes with every write stands apart from what is megabytes; a start looks for numbers that are missing behind the last one.
  `
  CREATE TABLE snapshots (document TEXT PRIMARY KEY, state BLOB NOT NULL, crc INTEGER NOT NULL) STRICT;
  INSERT INTO snapshots SELECT name, state, crc FROM documents WHERE state IS NOT NULL;
  ALTER TABLE documents DROP COLUMN state;
  ALTER TABLE documents DROP COLUMN crc;
  CREATE TABLE numbered (upto INTEGER NOT NULL) STRICT;
  INSERT INTO numbered VALUES (0);
  `,
  // Agents hear of the journal by its numbers.
  `
  CREATE INDEX audit_by_journal ON audit (journal);
  `,
  // What agents have done, or have begun to; how letters and SMS are sent.
  `
  CREATE TABLE effects (
    key TEXT PRIMARY KEY,
    token INTEGER NOT NULL,
    holder TEXT NOT NULL,
    nonce TEXT NOT NULL,
    until INTEGER NOT NULL,
    mode TEXT NOT NULL,
    state TEXT NOT NULL,
    outcome TEXT NOT NULL,
    at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX effects_by_state ON effects (state, at);
  CREATE TABLE effect_tokens (last INTEGER NOT NULL) STRICT;
  INSERT INTO effect_tokens VALUES (0);
  CREATE TABLE sending (settings TEXT NOT NULL, sealed TEXT NOT NULL, user TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
  `,
  // People's own accounts of mail.
  `
  CREATE TABLE own_mails (
    user TEXT PRIMARY KEY,
    settings TEXT NOT NULL,
    sealed TEXT NOT NULL,
    at INTEGER NOT NULL,
    refused TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  // Of each letter that a mail server lists, what became of it.
  `
  CREATE TABLE mail_folders (
    account TEXT NOT NULL,
    folder TEXT NOT NULL,
    validity TEXT NOT NULL,
    upto INTEGER NOT NULL,
    modseq TEXT,
    listed INTEGER NOT NULL,
    PRIMARY KEY (account, folder)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE mail_ledger (
    account TEXT NOT NULL,
    folder TEXT NOT NULL,
    validity TEXT NOT NULL,
    uid INTEGER NOT NULL,
    state TEXT NOT NULL,
    letter TEXT,
    place TEXT,
    flags TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    next INTEGER,
    why TEXT NOT NULL,
    PRIMARY KEY (account, folder, validity, uid)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX mail_ledger_by_letter ON mail_ledger (account, letter) WHERE letter IS NOT NULL;
  `,
  // Accounts of mail, the company's and people's own.
  `
  CREATE TABLE mail_accounts (
    id TEXT PRIMARY KEY,
    owner TEXT NOT NULL,
    settings TEXT NOT NULL,
    password TEXT NOT NULL,
    oauth TEXT NOT NULL,
    at INTEGER NOT NULL,
    standing TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  // A person's own account of mail is one of these.
  `
  INSERT INTO mail_accounts
  SELECT
    lower(hex(randomblob(10))),
    user,
    json_object(
      'name', '',
      'fromName', settings -> '$.fromName',
      'address', settings -> '$.fromAddress',
      'receive', NULL,
      'send', json(json_patch(
        json_object(
          'host', settings -> '$.host',
          'port', settings -> '$.port',
          'tls', settings -> '$.tls',
          'user', settings -> '$.user'
        ),
        json_object('mostMb', settings -> '$.mostMb')
      )),
      'folders', json_array(),
      'since', NULL,
      'isDefault', json('true'),
      'marksSeen', json('false'),
      'storesSent', json('false'),
      'signature', settings -> '$.signature',
      'isOff', json('false')
    ),
    sealed,
    '',
    at,
    CASE refused WHEN '' THEN '{}'
      ELSE json_object('send', json_object('state', 'refused', 'trouble', refused)) END
  FROM own_mails;
  DROP TABLE own_mails;
  `,
  // Phones and lines, codes that pair phones, and where the bridge listens.
  `
  CREATE TABLE phones (
    id TEXT PRIMARY KEY,
    owner TEXT NOT NULL,
    settings TEXT NOT NULL,
    key TEXT NOT NULL,
    secrets TEXT NOT NULL,
    paired INTEGER NOT NULL,
    at INTEGER NOT NULL,
    seen INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE phone_codes (
    owner TEXT PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    phone TEXT NOT NULL,
    asked TEXT NOT NULL,
    until INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE phone_bridge (machine TEXT PRIMARY KEY, url TEXT NOT NULL) STRICT, WITHOUT ROWID;
  `,
  // Services outside that the company asks.
  `
  CREATE TABLE services (
    name TEXT PRIMARY KEY,
    settings TEXT NOT NULL,
    sealed TEXT NOT NULL,
    user TEXT NOT NULL,
    at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
]
