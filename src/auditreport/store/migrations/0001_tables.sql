-- What is kept. A report is known by the hash of its bytes, whatever its files are called; `ordinal` is its order in it.

CREATE TABLE store (
    version INTEGER NOT NULL,          -- of this schema
    entities_by VARCHAR                -- version of auditreport that wrote the table of local governments
);

-- A file, known by its absolute path.
CREATE TABLE sources (
    absolute VARCHAR NOT NULL,
    path VARCHAR NOT NULL,             -- as it was named
    sha256 VARCHAR,                    -- of its bytes; null where they could not be loaded
    size BIGINT,
    mtime_ns BIGINT,                   -- null where the file was so young that a change would not show in its time
    ctime_ns BIGINT,
    media_type VARCHAR,
    status VARCHAR NOT NULL,           -- read, unreadable, passed_over or removed
    reason VARCHAR,                    -- why it is unreadable
    next_step VARCHAR,
    tool VARCHAR NOT NULL,             -- version of auditreport that read it
    options VARCHAR NOT NULL           -- limits that it was read under
);

CREATE TABLE reports (
    sha256 VARCHAR NOT NULL,
    tool VARCHAR NOT NULL,             -- version of auditreport that read it
    options VARCHAR NOT NULL,
    media_type VARCHAR NOT NULL,
    encoding VARCHAR,
    reader VARCHAR NOT NULL,
    size BIGINT NOT NULL,
    doc_kind VARCHAR NOT NULL,
    district VARCHAR,
    district_code VARCHAR,             -- official code; null where the name leaves it open
    council VARCHAR,
    session_number INTEGER,
    session_name VARCHAR,
    session_start VARCHAR,
    session_end VARCHAR,
    department VARCHAR,
    "function" VARCHAR,                -- what the department does
    title VARCHAR,
    report_year INTEGER,
    plan_year INTEGER,
    published VARCHAR,
    deduced VARCHAR[],
    teams STRUCT("name" VARCHAR, duties VARCHAR[])[],
    is_recognised BOOLEAN NOT NULL,
    has_pictures BOOLEAN NOT NULL,
    facts INTEGER NOT NULL,
    confirmed INTEGER NOT NULL,
    rounding VARCHAR NOT NULL,
    "text" VARCHAR NOT NULL
);

-- The same as the readers and checks gave it, to be taken out unchanged.
CREATE TABLE kept (
    sha256 VARCHAR NOT NULL,
    material BLOB USING COMPRESSION uncompressed NOT NULL,
    checked BLOB USING COMPRESSION uncompressed NOT NULL
);

CREATE TABLE programmes (
    sha256 VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    part VARCHAR NOT NULL,
    title VARCHAR,
    subprogramme VARCHAR,
    number VARCHAR,
    teams VARCHAR[],
    "year" INTEGER,
    lines STRUCT("text" VARCHAR, "role" VARCHAR, "start" INTEGER, "end" INTEGER)[]
);

CREATE TABLE facts (
    sha256 VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    part VARCHAR NOT NULL,
    programme VARCHAR,
    subprogramme VARCHAR,
    item VARCHAR,
    concept VARCHAR NOT NULL,
    dims JSON,
    "year" INTEGER,
    as_of VARCHAR,
    period_start VARCHAR,
    period_end VARCHAR,
    district VARCHAR,
    department VARCHAR,
    "value" VARCHAR NOT NULL,          -- exact, in the base unit
    number DECIMAL(38, 9),             -- the same to compute with; null where it does not fit
    unit VARCHAR NOT NULL,
    decimals INTEGER NOT NULL,
    raw VARCHAR NOT NULL,
    line INTEGER,
    page INTEGER,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    bbox DOUBLE[],
    place VARCHAR,
    status VARCHAR NOT NULL,
    "method" VARCHAR NOT NULL,
    confirmed BOOLEAN NOT NULL,
    candidates JSON,
    "role" VARCHAR,                    -- from here on: what stands around it
    heading VARCHAR,
    block INTEGER,
    "row" INTEGER,
    "column" INTEGER,
    labels VARCHAR[],
    titles VARCHAR[],
    caption VARCHAR,
    lead VARCHAR
);

CREATE TABLE equations (
    sha256 VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    id VARCHAR NOT NULL,
    "rule" VARCHAR NOT NULL,
    formula VARCHAR NOT NULL,
    facts VARCHAR[],
    class VARCHAR NOT NULL,
    slack DOUBLE,
    low VARCHAR,
    high VARCHAR,
    stated VARCHAR NOT NULL,
    lines INTEGER[],
    pages INTEGER[]
);

CREATE TABLE discrepancies (
    sha256 VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    "rule" VARCHAR NOT NULL,
    severity VARCHAR NOT NULL,
    message_en VARCHAR NOT NULL,
    message_ko VARCHAR NOT NULL,
    facts VARCHAR[],
    difference VARCHAR NOT NULL,
    unit VARCHAR NOT NULL,
    fingerprint VARCHAR NOT NULL,
    equation VARCHAR NOT NULL,
    formula VARCHAR NOT NULL,
    lines INTEGER[],
    pages INTEGER[],
    suspects JSON,
    excuses JSON
);

CREATE TABLE issues (
    sha256 VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    code VARCHAR NOT NULL,
    severity VARCHAR NOT NULL,
    message VARCHAR NOT NULL,
    detail VARCHAR,
    line INTEGER,
    page INTEGER,
    "start" INTEGER,
    "end" INTEGER,
    place VARCHAR
);

-- Figures of indicators, as `compare` finds them in each report.
CREATE TABLE cells (
    sha256 VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    indicator VARCHAR NOT NULL,
    district VARCHAR,
    district_code VARCHAR,
    department VARCHAR,
    "function" VARCHAR,
    "year" INTEGER,
    as_of VARCHAR,
    phase VARCHAR,
    "value" VARCHAR NOT NULL,
    number DECIMAL(38, 9),
    unit VARCHAR NOT NULL,
    facts VARCHAR[],
    status VARCHAR NOT NULL,
    note VARCHAR,
    note_ko VARCHAR,
    decimals INTEGER,
    low VARCHAR,
    high VARCHAR,
    programme VARCHAR,
    label VARCHAR,
    confirmed BOOLEAN NOT NULL,
    partial BOOLEAN NOT NULL
);

-- Local governments, from the vocabulary.
CREATE TABLE entities (
    code VARCHAR NOT NULL,
    level VARCHAR NOT NULL,
    ko VARCHAR NOT NULL,
    en VARCHAR NOT NULL,
    parent VARCHAR,
    since DATE,
    until DATE,
    successors VARCHAR[]
);

CREATE TABLE runs (
    id INTEGER NOT NULL,
    started TIMESTAMP NOT NULL,        -- UTC
    ended TIMESTAMP,                   -- null while it runs, or where it was killed
    tool VARCHAR NOT NULL,
    options VARCHAR NOT NULL,
    words VARCHAR[],                   -- what was named
    counts JSON                        -- files by what became of them
);

-- What reading a report again changed in its facts.
CREATE TABLE changes (
    run INTEGER NOT NULL,
    sha256 VARCHAR NOT NULL,
    path VARCHAR NOT NULL,
    tool_before VARCHAR NOT NULL,
    tool_after VARCHAR NOT NULL,
    "change" VARCHAR NOT NULL,         -- gained, lost or altered
    fact VARCHAR NOT NULL,
    "start" INTEGER NOT NULL,
    "before" JSON,
    "after" JSON
);
