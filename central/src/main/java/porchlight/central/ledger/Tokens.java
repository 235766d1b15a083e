package porchlight.central.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Enrolment tokens and the organisations they are for. */
final class Tokens {
  private Tokens() {}

  /** A new token; its organisation is made, under {@code newId}, when the name is new. */
  static void issue(Sql sql, NewToken token) throws SQLException {
    sql.update(
        "insert into organisation (id, name, created_at) values (?, ?, ?) on conflict do nothing",
        token.newId(),
        token.organisation(),
        token.now());
    sql.update(
        "insert into token (hash, organisation, uses, uses_left, expires_at, approval, created_at)"
            + " select ?, id, ?, ?, ?, ?, ? from organisation where name = ?",
        token.hash(),
        token.uses(),
        token.uses(),
        token.expires(),
        token.approval() ? 1 : 0,
        token.now(),
        token.organisation());
  }

  /** Uses a token once; false when it is unknown, used up, revoked or too old. */
  static boolean pay(Sql sql, String hash, Instant now) throws SQLException {
    return sql.update(
            "update token set uses_left = uses_left - 1 where hash = ? and uses_left > 0"
                + " and expires_at > ? and revoked_at is null",
            hash,
            now)
        == 1;
  }

  static List<Token> list(Sql sql) throws SQLException {
    return sql.list(
        "select t.*, o.name from token t join organisation o on o.id = t.organisation"
            + " order by o.name, t.created_at, t.hash",
        row ->
            new Token(
                Token.id(row.text("hash")),
                row.text("name"),
                row.number("uses_left"),
                row.time("expires_at"),
                row.number("approval") == 1,
                row.maybeTime("revoked_at")));
  }

  /** Revokes a token by the id it is listed under; false when there is none. */
  static boolean revoke(Sql sql, String id, Instant now) throws SQLException {
    List<String> hashes =
        sql.list("select hash from token", row -> row.text("hash")).stream()
            .filter(hash -> Token.id(hash).equals(id))
            .toList();
    for (String hash : hashes) {
      sql.update("update token set revoked_at = coalesce(revoked_at, ?) where hash = ?", now, hash);
    }
    return !hashes.isEmpty();
  }

  static String organisation(Sql sql, String id) throws SQLException {
    return sql.one("select name from organisation where id = ?", row -> row.text("name"), id)
        .orElseThrow(() -> new IllegalStateException("the organisation is gone"));
  }
}
