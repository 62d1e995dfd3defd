/// The first layout.
///
/// Every record has a key that is stable across machines and an id that is not; references go by id. A row that is not
/// known stands for a record that others name and nobody described yet. Moments are milliseconds since 1970 in UTC,
/// days are day numbers since 1970-01-01, lists are JSON.
enum SchemaVersion1 {
  static let script = people + product + work + dependencies + cases + journal + reading

  private static let people = """
    CREATE TABLE workspace (
      id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL, now INTEGER, zone_offset INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE team (
      id INTEGER PRIMARY KEY, known INTEGER NOT NULL CHECK (known IN (0, 1)), key TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL, mission TEXT, zone TEXT
    ) STRICT;
    CREATE TABLE person (
      id INTEGER PRIMARY KEY, known INTEGER NOT NULL CHECK (known IN (0, 1)), key TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL, short TEXT, team INTEGER REFERENCES team (id), role TEXT, zone TEXT,
      active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
    ) STRICT;
    CREATE TABLE shield (
      id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, team INTEGER NOT NULL REFERENCES team (id),
      person INTEGER NOT NULL REFERENCES person (id), first_day INTEGER NOT NULL, last_day INTEGER NOT NULL,
      backup INTEGER REFERENCES person (id)
    ) STRICT;
    CREATE TABLE batch (
      id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, team INTEGER NOT NULL REFERENCES team (id),
      weekday INTEGER CHECK (weekday BETWEEN 1 AND 7), time TEXT NOT NULL, answer_by TEXT NOT NULL
    ) STRICT;
    CREATE TABLE holiday (
      id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, region TEXT NOT NULL, date INTEGER NOT NULL, name TEXT NOT NULL
    ) STRICT;
    CREATE TABLE away (
      id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, person INTEGER NOT NULL REFERENCES person (id),
      first_day INTEGER NOT NULL, last_day INTEGER NOT NULL, reason TEXT
    ) STRICT;

    """

  private static let product = """
    CREATE TABLE release (
      id INTEGER PRIMARY KEY, known INTEGER NOT NULL CHECK (known IN (0, 1)), key TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL, date INTEGER, state TEXT, source TEXT
    ) STRICT;
    CREATE TABLE feature (
      id INTEGER PRIMARY KEY, known INTEGER NOT NULL CHECK (known IN (0, 1)), key TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL, team INTEGER REFERENCES team (id), release INTEGER REFERENCES release (id),
      owner INTEGER REFERENCES person (id), aliases TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(aliases)),
      summary TEXT, source TEXT
    ) STRICT;
    CREATE TABLE scope (
      id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, type TEXT NOT NULL,
      aliases TEXT NOT NULL CHECK (json_valid(aliases))
    ) STRICT;
    CREATE TABLE claim (
      id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, subject_kind TEXT NOT NULL, subject TEXT NOT NULL,
      attribute TEXT NOT NULL, scope TEXT NOT NULL CHECK (json_valid(scope)), value TEXT NOT NULL, source TEXT,
      said_by INTEGER REFERENCES person (id), at INTEGER NOT NULL, until INTEGER, verify_days INTEGER,
      confidence TEXT NOT NULL CHECK (confidence IN ('verified', 'stated', 'reported', 'assumed', 'unknown')),
      visibility TEXT NOT NULL CHECK (visibility IN ('internal', 'public'))
    ) STRICT;
    CREATE INDEX claim_of_subject ON claim (subject, attribute);
    CREATE TABLE document (
      id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, title TEXT NOT NULL, url TEXT,
      feature INTEGER REFERENCES feature (id), owner INTEGER REFERENCES person (id), checked INTEGER,
      verify_days INTEGER
    ) STRICT;
    CREATE TABLE term (
      id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, expansion TEXT, meaning TEXT, customer_wording TEXT,
      never_say INTEGER NOT NULL CHECK (never_say IN (0, 1))
    ) STRICT;
    CREATE TABLE alias (
      id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, text TEXT NOT NULL, target_kind TEXT NOT NULL,
      target TEXT NOT NULL
    ) STRICT;
    CREATE TABLE question (
      id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, number INTEGER NOT NULL UNIQUE, text TEXT NOT NULL,
      feature INTEGER REFERENCES feature (id), team INTEGER REFERENCES team (id), state TEXT NOT NULL,
      asked_at INTEGER, answer_by INTEGER, askers TEXT NOT NULL CHECK (json_valid(askers)), answer TEXT
    ) STRICT;

    """

  private static let work = """
    CREATE TABLE status (
      id INTEGER PRIMARY KEY, known INTEGER NOT NULL CHECK (known IN (0, 1)), key TEXT NOT NULL UNIQUE,
      folded TEXT NOT NULL, category TEXT CHECK (category IN ('waiting', 'active', 'done')), said_by TEXT,
      CHECK (known = 0 OR category IS NOT NULL)
    ) STRICT;
    CREATE INDEX status_folded ON status (folded);
    CREATE TABLE item (
      id INTEGER PRIMARY KEY, known INTEGER NOT NULL CHECK (known IN (0, 1)), key TEXT NOT NULL UNIQUE,
      is_open INTEGER CHECK (is_open IN (0, 1)), title TEXT, feature INTEGER REFERENCES feature (id),
      team INTEGER REFERENCES team (id), assignee INTEGER REFERENCES person (id),
      status INTEGER REFERENCES status (id), release INTEGER REFERENCES release (id), type TEXT, created INTEGER,
      updated INTEGER, done INTEGER, due INTEGER, estimate_days REAL, url TEXT, text TEXT,
      outside INTEGER NOT NULL CHECK (outside IN (0, 1)), source TEXT, closed_because TEXT,
      CHECK (known = 1 OR outside = 1), CHECK (closed_because IS NULL OR is_open = 0)
    ) STRICT;
    CREATE INDEX item_of_feature ON item (feature, status);
    CREATE INDEX item_of_assignee ON item (assignee, is_open);
    CREATE INDEX item_of_team ON item (team, is_open);
    CREATE INDEX item_of_release ON item (release);
    CREATE INDEX item_of_status ON item (status);
    CREATE INDEX item_of_unknown_state ON item (key) WHERE is_open IS NULL;
    CREATE INDEX item_outside ON item (key) WHERE outside = 1;
    CREATE TABLE history (
      item INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE, seq INTEGER NOT NULL, at INTEGER NOT NULL,
      status INTEGER NOT NULL REFERENCES status (id), said_by INTEGER REFERENCES person (id), PRIMARY KEY (item, seq)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX history_at ON history (at);
    CREATE TABLE incident (
      id INTEGER PRIMARY KEY, known INTEGER NOT NULL CHECK (known IN (0, 1)), key TEXT NOT NULL UNIQUE,
      title TEXT NOT NULL, severity INTEGER, feature INTEGER REFERENCES feature (id), started INTEGER,
      detected INTEGER, ended INTEGER, impact TEXT
    ) STRICT;

    """

  /// The ends of a dependency are nodes: twice the id, and one more for a feature.
  ///
  /// What waits, what it waits for and since when stay in `open_dependency` as long as the link is not closed and both
  /// ends are open, so that the whole graph is one short scan; triggers see to it, whoever changes an item or a link.
  /// Features count as open. Triggers also keep the ends from being deleted, as one column that points into two tables
  /// cannot have a foreign key.
  private static let dependencies = """
    CREATE TABLE dependency (
      waiting INTEGER NOT NULL, blocker INTEGER NOT NULL, since INTEGER,
      evidence TEXT NOT NULL CHECK (evidence IN ('verified', 'declared', 'guessed', 'imported')), source TEXT,
      said_by INTEGER REFERENCES person (id), note TEXT, closed INTEGER, closed_because TEXT,
      PRIMARY KEY (waiting, blocker)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX dependency_of_blocker ON dependency (blocker);
    CREATE TRIGGER item_needed BEFORE DELETE ON item
    WHEN EXISTS (SELECT 1 FROM dependency WHERE waiting = old.id * 2)
      OR EXISTS (SELECT 1 FROM dependency WHERE blocker = old.id * 2) BEGIN
      SELECT RAISE(ABORT, 'the item is an end of a dependency');
    END;
    CREATE TRIGGER feature_needed BEFORE DELETE ON feature
    WHEN EXISTS (SELECT 1 FROM dependency WHERE waiting = old.id * 2 + 1)
      OR EXISTS (SELECT 1 FROM dependency WHERE blocker = old.id * 2 + 1) BEGIN
      SELECT RAISE(ABORT, 'the feature is an end of a dependency');
    END;
    CREATE TABLE open_dependency (
      waiting INTEGER NOT NULL, blocker INTEGER NOT NULL, since INTEGER, PRIMARY KEY (waiting, blocker),
      FOREIGN KEY (waiting, blocker) REFERENCES dependency (waiting, blocker)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX open_dependency_of_blocker ON open_dependency (blocker);
    CREATE TRIGGER dependency_made AFTER INSERT ON dependency WHEN new.closed IS NULL BEGIN
      INSERT INTO open_dependency SELECT new.waiting, new.blocker, \(age(of: "new"))
      WHERE (new.waiting & 1 OR (SELECT is_open FROM item WHERE id = new.waiting >> 1))
        AND (new.blocker & 1 OR (SELECT is_open FROM item WHERE id = new.blocker >> 1));
    END;
    CREATE TRIGGER dependency_changed AFTER UPDATE OF closed, since ON dependency
    WHEN (old.closed IS NULL) <> (new.closed IS NULL) OR old.since IS NOT new.since BEGIN
      DELETE FROM open_dependency WHERE waiting = new.waiting AND blocker = new.blocker;
      INSERT INTO open_dependency SELECT new.waiting, new.blocker, \(age(of: "new"))
      WHERE new.closed IS NULL
        AND (new.waiting & 1 OR (SELECT is_open FROM item WHERE id = new.waiting >> 1))
        AND (new.blocker & 1 OR (SELECT is_open FROM item WHERE id = new.blocker >> 1));
    END;
    CREATE TRIGGER dependency_gone BEFORE DELETE ON dependency BEGIN
      DELETE FROM open_dependency WHERE waiting = old.waiting AND blocker = old.blocker;
    END;
    CREATE TRIGGER item_closed AFTER UPDATE OF is_open ON item WHEN old.is_open = 1 AND new.is_open IS NOT 1 BEGIN
      DELETE FROM open_dependency WHERE waiting = new.id * 2;
      DELETE FROM open_dependency WHERE blocker = new.id * 2;
    END;
    CREATE TRIGGER item_opened AFTER UPDATE OF is_open ON item WHEN new.is_open = 1 AND old.is_open IS NOT 1 BEGIN
      INSERT OR IGNORE INTO open_dependency SELECT waiting, blocker, \(age(of: "dependency")) FROM dependency
      WHERE waiting = new.id * 2 AND closed IS NULL
        AND (blocker & 1 OR (SELECT is_open FROM item WHERE id = blocker >> 1));
      INSERT OR IGNORE INTO open_dependency SELECT waiting, blocker, \(age(of: "dependency")) FROM dependency
      WHERE blocker = new.id * 2 AND closed IS NULL
        AND (waiting & 1 OR (SELECT is_open FROM item WHERE id = waiting >> 1));
    END;
    CREATE TRIGGER item_created AFTER UPDATE OF created ON item WHEN old.created IS NOT new.created BEGIN
      UPDATE open_dependency SET since = (
        SELECT \(age(of: "d")) FROM dependency d
        WHERE d.waiting = open_dependency.waiting AND d.blocker = open_dependency.blocker)
      WHERE waiting = new.id * 2 OR blocker = new.id * 2;
    END;

    """

  /// Since when a link has held something up: as recorded, else since both ends exist.
  private static func age(of link: String) -> String {
    func created(_ end: String) -> String {
      "(SELECT created FROM item WHERE id = \(link).\(end) >> 1 AND NOT \(link).\(end) & 1)"
    }
    let (waiting, blocker) = (created("waiting"), created("blocker"))
    return "coalesce(\(link).since, max(coalesce(\(waiting), \(blocker)), coalesce(\(blocker), \(waiting))))"
  }

  private static let cases = """
    CREATE TABLE followup (
      id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, number INTEGER NOT NULL UNIQUE, text TEXT NOT NULL,
      owner INTEGER REFERENCES person (id), due_day INTEGER, due_at INTEGER, after INTEGER,
      state TEXT NOT NULL CHECK (state IN ('open', 'waiting', 'done', 'verified', 'dropped')), waiting_on TEXT,
      waiting_since INTEGER, reason TEXT, created INTEGER, done INTEGER, from_case INTEGER,
      said_by INTEGER REFERENCES person (id), CHECK (due_day IS NULL OR due_at IS NULL)
    ) STRICT;
    CREATE INDEX followup_of_owner ON followup (owner, state);
    CREATE TABLE "case" (
      id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, number INTEGER NOT NULL UNIQUE, title TEXT NOT NULL,
      sort TEXT NOT NULL CHECK (sort IN ('incident', 'frustration', 'blocker', 'delay', 'near_miss')), problem TEXT,
      state TEXT NOT NULL CHECK (state IN ('open', 'soak', 'closed')), opened INTEGER, closed INTEGER,
      incident INTEGER REFERENCES incident (id), feature INTEGER REFERENCES feature (id),
      said_by INTEGER REFERENCES person (id)
    ) STRICT;
    CREATE TABLE cause (
      case_id INTEGER NOT NULL REFERENCES "case" (id) ON DELETE CASCADE, seq INTEGER NOT NULL, number INTEGER NOT NULL,
      parent INTEGER, text TEXT NOT NULL,
      evidence TEXT NOT NULL CHECK (evidence IN ('observed', 'reported', 'assumed', 'unknown')), reference TEXT,
      is_root INTEGER NOT NULL CHECK (is_root IN (0, 1)), asked TEXT, PRIMARY KEY (case_id, seq),
      UNIQUE (case_id, number)
    ) STRICT, WITHOUT ROWID;

    """

  private static let journal = """
    CREATE TABLE change_set (
      number INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE CHECK (length(id) = 16), at INTEGER NOT NULL, said_by TEXT,
      verb TEXT NOT NULL, said TEXT, source TEXT, undoes BLOB REFERENCES change_set (id)
    ) STRICT;
    CREATE INDEX change_set_undoes ON change_set (undoes) WHERE undoes IS NOT NULL;
    CREATE TABLE entry (
      number INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      change_set INTEGER NOT NULL REFERENCES change_set (number), kind TEXT NOT NULL, key TEXT NOT NULL, before TEXT,
      after TEXT, CHECK (before IS NOT NULL OR after IS NOT NULL)
    ) STRICT;
    CREATE INDEX entry_of_set ON entry (change_set);
    CREATE INDEX entry_of_record ON entry (key, kind);
    CREATE TABLE counter (kind TEXT PRIMARY KEY, last INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE turn (
      number INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE CHECK (length(id) = 16), at INTEGER NOT NULL, person TEXT,
      said TEXT, intent TEXT, outcome TEXT, reading TEXT CHECK (reading IS NULL OR json_valid(reading)), answer TEXT,
      state TEXT CHECK (state IS NULL OR json_valid(state))
    ) STRICT;
    CREATE INDEX turn_of_person ON turn (person, number);

    """

  /// How names are found: by a word, by two or all of their words (the code of a set of words is a hash), and by what is
  /// left of a misspelt word; `size` is the number of a name's words, so that the shortest come first.
  private static let reading = """
    CREATE TABLE name (
      id INTEGER PRIMARY KEY, kind TEXT NOT NULL, key TEXT NOT NULL, alias TEXT NOT NULL,
      is_main INTEGER NOT NULL CHECK (is_main IN (0, 1)), taught INTEGER REFERENCES alias (id) ON DELETE CASCADE
    ) STRICT;
    CREATE INDEX name_of_record ON name (key, kind);
    CREATE TABLE name_word (
      word TEXT NOT NULL, size INTEGER NOT NULL, name INTEGER NOT NULL REFERENCES name (id) ON DELETE CASCADE,
      PRIMARY KEY (word, size, name)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX name_word_of_name ON name_word (name);
    CREATE TABLE name_words (
      code INTEGER NOT NULL, size INTEGER NOT NULL, name INTEGER NOT NULL, PRIMARY KEY (code, size, name)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE name_spelling (code INTEGER NOT NULL, word TEXT NOT NULL, PRIMARY KEY (code, word))
      STRICT, WITHOUT ROWID;
    CREATE VIRTUAL TABLE search USING fts5 (title, text, content = '', tokenize = 'unicode61 remove_diacritics 2');
    """
}
