package porchlight.central.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who is signed in, and the links that are good once. */
final class Sessions {
  private static final String ALL =
      "select p.*, s.hash, s.address, s.created_at as begun_at, s.seen_at, s.expires_at"
          + " from session s join person p on p.id = s.person ";

  private Sessions() {}

  static void open(Sql sql, Session session) throws SQLException {
    sql.update("delete from session where expires_at < ?", session.createdAt());
    sql.update(
        "insert into session (hash, person, address, created_at, seen_at, expires_at)"
            + " values (?, ?, ?, ?, ?, ?)",
        session.hash(),
        session.person().id(),
        session.address(),
        session.createdAt(),
        session.seenAt(),
        session.expiresAt());
  }

  /** A session of somebody who may come in. */
  static Optional<Session> find(Sql sql, String hash) throws SQLException {
    return sql.one(ALL + "where s.hash = ? and p.disabled_at is null", Sessions::session, hash);
  }

  static List<Session> of(Sql sql, String person) throws SQLException {
    return sql.list(ALL + "where p.id = ? order by s.seen_at desc", Sessions::session, person);
  }

  static void seen(Sql sql, String hash, Instant now) throws SQLException {
    sql.update("update session set seen_at = ? where hash = ? and seen_at < ?", now, hash, now);
  }

  static boolean end(Sql sql, String hash) throws SQLException {
    return sql.update("delete from session where hash = ?", hash) == 1;
  }

  /** Ends every session of somebody but one; {@code kept} may be none of theirs. */
  static void endOthers(Sql sql, String person, String kept) throws SQLException {
    sql.update("delete from session where person = ? and hash <> ?", person, kept);
  }

  /** Makes a link; those before it to the same end are worth nothing from now on. */
  static void link(Sql sql, Link link) throws SQLException {
    sql.update(
        "delete from link where person = ? or (person is null and ? = '')",
        link.person().orElse(""),
        link.person().orElse(""));
    sql.update(
        "insert into link (hash, person, expires_at) values (?, ?, ?)",
        link.hash(),
        link.person().orElse(null),
        link.expiresAt());
  }

  /** Links to somebody are worth nothing from now on. */
  static void unlink(Sql sql, String person) throws SQLException {
    sql.update("delete from link where person = ?", person);
  }

  static Optional<Link> link(Sql sql, String hash, Instant now) throws SQLException {
    return sql.one(
        "select * from link where hash = ? and expires_at > ?",
        row -> new Link(row.text("hash"), row.maybeText("person"), row.time("expires_at")),
        hash,
        now);
  }

  /** Uses a link up; empty when it was used, has run out, or never was. */
  static Optional<Link> take(Sql sql, String hash, Instant now) throws SQLException {
    Optional<Link> link = link(sql, hash, now);
    if (link.isPresent()) {
      sql.update("delete from link where hash = ?", hash);
    }
    return link;
  }

  private static Session session(Row row) throws SQLException {
    return new Session(
        row.text("hash"),
        People.person(row),
        row.text("address"),
        row.time("begun_at"),
        row.time("seen_at"),
        row.time("expires_at"));
  }
}
