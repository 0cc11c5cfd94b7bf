/**
 * The layout of the database at `DATABASE_URL`: that of the data folder (../schema.ts), and besides
 *
 *   pen                   one row: who has it locked has the turn (SPEC J21); `last` is the number of the last row, never
 *                         used again, and one is taken too by each packing, so that it is heard of
 *   documents.renewed     the number that was taken when its generation was packed; 0 for the first
 *   audit.row             the order of the lines, which a data folder has by itself
 *   backups_noted         what servers tell each other of backups: the last one made, and the last try that made none
 *   trail_words.words     by row of `audit`, as a text vector
 *
 * Texts that are compared are compared by their bytes, whatever the database's language. The schema's version is the
 * number of migrations that were run; a migration that has been released is never changed. The accounts' tables stand
 * beside these (accounts/store).
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE company (id text NOT NULL, one boolean PRIMARY KEY DEFAULT true CHECK (one));
  CREATE TABLE pen (last bigint NOT NULL);
  INSERT INTO pen VALUES (0);

  CREATE TABLE documents (
    name text COLLATE "C" PRIMARY KEY,
    last bigint NOT NULL,
    state bytea,
    crc bigint NOT NULL,
    generation text COLLATE "C" NOT NULL DEFAULT '',
    packed bigint NOT NULL DEFAULT 0,
    renewed bigint NOT NULL DEFAULT 0,
    changed bigint NOT NULL
  );

  CREATE TABLE journal (
    number bigint PRIMARY KEY,
    document text COLLATE "C" NOT NULL,
    "user" text NOT NULL,
    replica text COLLATE "C" NOT NULL,
    at bigint NOT NULL,
    "update" bytea NOT NULL,
    crc bigint NOT NULL
  );
  CREATE INDEX journal_by_document ON journal (document, number);

  CREATE TABLE audit (
    row bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    journal bigint NOT NULL,
    document text COLLATE "C" NOT NULL,
    collection text COLLATE "C" NOT NULL,
    record text COLLATE "C" NOT NULL,
    path text COLLATE "C" NOT NULL,
    "user" text COLLATE "C" NOT NULL,
    replica text COLLATE "C" NOT NULL,
    at bigint NOT NULL,
    stamp text COLLATE "C" NOT NULL,
    value text NOT NULL
  );
  CREATE INDEX audit_by_stamp ON audit (collection, record, stamp);
  CREATE INDEX audit_by_path ON audit (collection, record, path, stamp);
  CREATE INDEX audit_by_time ON audit (at, row);
  CREATE INDEX audit_by_user ON audit ("user", at, row);
  CREATE INDEX audit_by_replica ON audit (replica, at, row);
  CREATE INDEX audit_by_collection ON audit (collection, at, row);

  CREATE TABLE trail_words (row bigint PRIMARY KEY, words tsvector NOT NULL);
  CREATE INDEX trail_words_by_word ON trail_words USING gin (words);
  CREATE TABLE trail_indexed (upto bigint NOT NULL);
  INSERT INTO trail_indexed VALUES (0);
  -- Whether a JSON text is of an object with the field; what is no JSON has none.
  CREATE FUNCTION has_field(value text, field text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
  BEGIN
    RETURN jsonb_exists(value::jsonb, field);
  EXCEPTION WHEN data_exception THEN
    RETURN false;
  END $$;

  CREATE TABLE replicas (
    name text COLLATE "C" PRIMARY KEY,
    "user" text NOT NULL,
    label text NOT NULL,
    at bigint NOT NULL
  );

  CREATE TABLE restorations (at bigint PRIMARY KEY, backup bigint NOT NULL);

  CREATE TABLE counters (sort text NOT NULL, year integer NOT NULL, last bigint NOT NULL, PRIMARY KEY (sort, year));

  CREATE TABLE numbers (
    "order" text COLLATE "C" PRIMARY KEY,
    sort text NOT NULL,
    year integer NOT NULL,
    number text COLLATE "C" NOT NULL,
    given boolean NOT NULL
  );
  CREATE UNIQUE INDEX numbers_given ON numbers (sort, year, number) WHERE given;
  CREATE INDEX numbers_all ON numbers (sort, year, number);

  CREATE TABLE refusals (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at bigint NOT NULL,
    document text NOT NULL,
    "user" text NOT NULL,
    replica text NOT NULL,
    code text NOT NULL,
    cause text NOT NULL,
    bytes bigint NOT NULL
  );
  `,
  // A lost order is to have its number again when it is brought.
  `
  CREATE TABLE shown (
    "order" text COLLATE "C" PRIMARY KEY,
    sort text NOT NULL,
    year integer NOT NULL,
    number text COLLATE "C" NOT NULL,
    UNIQUE (sort, year, number)
  );
  `,
  // A start looks for numbers that are missing behind the last one.
  `
  CREATE TABLE numbered (upto bigint NOT NULL);
  INSERT INTO numbered VALUES (0);
  `,
  // Every server's page tells of the last backup, whichever made it (keeping/SPEC K6).
  `
  CREATE TABLE backups_noted (what text PRIMARY KEY, note jsonb NOT NULL);
  `,
  // Agents hear of the journal by its numbers.
  `
  CREATE INDEX audit_by_journal ON audit (journal, row);
  `,
  // What agents have done, or have begun to; how letters and SMS are sent.
  `
  CREATE TABLE effects (
    key text COLLATE "C" PRIMARY KEY,
    token bigint NOT NULL,
    holder text NOT NULL,
    nonce text NOT NULL,
    until bigint NOT NULL,
    mode text NOT NULL,
    state text NOT NULL,
    outcome text NOT NULL,
    at bigint NOT NULL
  );
  CREATE INDEX effects_by_state ON effects (state, at);
  CREATE TABLE effect_tokens (last bigint NOT NULL);
  INSERT INTO effect_tokens VALUES (0);
  CREATE TABLE sending (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    settings text NOT NULL,
    sealed text NOT NULL,
    "user" text NOT NULL,
    at bigint NOT NULL
  );
  `,
  // People's own accounts of mail.
  `
  CREATE TABLE own_mails (
    "user" text COLLATE "C" PRIMARY KEY,
    settings text NOT NULL,
    sealed text NOT NULL,
    at bigint NOT NULL,
    refused text NOT NULL
  );
  `,
  // Of each letter that a mail server lists, what became of it.
  `
  CREATE TABLE mail_folders (
    account text COLLATE "C" NOT NULL,
    folder text COLLATE "C" NOT NULL,
    validity text COLLATE "C" NOT NULL,
    upto bigint NOT NULL,
    modseq text,
    listed bigint NOT NULL,
    PRIMARY KEY (account, folder)
  );
  CREATE TABLE mail_ledger (
    account text COLLATE "C" NOT NULL,
    folder text COLLATE "C" NOT NULL,
    validity text COLLATE "C" NOT NULL,
    uid bigint NOT NULL,
    state text NOT NULL,
    letter text COLLATE "C",
    place text,
    flags text NOT NULL,
    attempts integer NOT NULL,
    next bigint,
    why text NOT NULL,
    PRIMARY KEY (account, folder, validity, uid)
  );
  CREATE INDEX mail_ledger_by_letter ON mail_ledger (account, letter) WHERE letter IS NOT NULL;
  `,
  // Accounts of mail, the company's and people's own.
  `
  CREATE TABLE mail_accounts (
    id text COLLATE "C" PRIMARY KEY,
    owner text COLLATE "C" NOT NULL,
    settings text NOT NULL,
    password text NOT NULL,
    oauth text NOT NULL,
    at bigint NOT NULL,
    standing text NOT NULL
  );
  `,
  // A person's own account of mail is one of these.
  `
  INSERT INTO mail_accounts
  SELECT
    substr(md5(random()::text || clock_timestamp()::text || "user"), 1, 20),
    "user",
    jsonb_build_object(
      'name', '',
      'fromName', own -> 'fromName',
      'address', own -> 'fromAddress',
      'receive', NULL,
      'send', jsonb_strip_nulls(jsonb_build_object(
        'host', own -> 'host',
        'port', own -> 'port',
        'tls', own -> 'tls',
        'user', own -> 'user',
        'mostMb', own -> 'mostMb'
      )),
      'folders', '[]'::jsonb,
      'since', NULL,
      'isDefault', true,
      'marksSeen', false,
      'storesSent', false,
      'signature', own -> 'signature',
      'isOff', false
    )::text,
    sealed,
    '',
    at,
    CASE refused WHEN '' THEN '{}'
      ELSE jsonb_build_object('send', jsonb_build_object('state', 'refused', 'trouble', refused))::text END
  FROM (SELECT *, settings::jsonb AS own FROM own_mails) AS own_mails;
  DROP TABLE own_mails;
  `,
  // Phones and lines, codes that pair phones, and where the bridge listens.
  `
  CREATE TABLE phones (
    id text COLLATE "C" PRIMARY KEY,
    owner text COLLATE "C" NOT NULL,
    settings text NOT NULL,
    key text NOT NULL,
    secrets text NOT NULL,
    paired bigint NOT NULL,
    at bigint NOT NULL,
    seen bigint
  );
  CREATE TABLE phone_codes (
    owner text COLLATE "C" PRIMARY KEY,
    code text COLLATE "C" NOT NULL UNIQUE,
    phone text NOT NULL,
    asked text NOT NULL,
    until bigint NOT NULL
  );
  CREATE TABLE phone_bridge (machine text COLLATE "C" PRIMARY KEY, url text NOT NULL);
  `,
  // Services outside that the company asks.
  `
  CREATE TABLE services (
    name text COLLATE "C" PRIMARY KEY,
    settings text NOT NULL,
    sealed text NOT NULL,
    "user" text NOT NULL,
    at bigint NOT NULL
  );
  `,
]
