package porchlight.central.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import porchlight.central.people.Scope;
import porchlight.central.reports.Word;

/** The tokens of programs. */
final class ApiTokens {
  private ApiTokens() {}

  static void add(Sql sql, ApiToken token) throws SQLException {
    sql.update(
        "insert into api_token (id, hash, name, scopes, organisation, created_by, created_at,"
            + " expires_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
        token.id(),
        token.hash(),
        token.name(),
        token.scopes().stream().map(Word::of).sorted().collect(Collectors.joining(" ")),
        token.organisation().orElse(null),
        token.createdBy(),
        token.createdAt(),
        token.expiresAt());
  }

  static List<ApiToken> list(Sql sql) throws SQLException {
    return sql.list("select * from api_token order by created_at desc, id", ApiTokens::token);
  }

  static Optional<ApiToken> find(Sql sql, String hash) throws SQLException {
    return sql.one("select * from api_token where hash = ?", ApiTokens::token, hash);
  }

  static void used(Sql sql, String id, Instant now) throws SQLException {
    sql.update("update api_token set used_at = ? where id = ?", now, id);
  }

  static boolean revoke(Sql sql, String id, Instant now) throws SQLException {
    return sql.update(
            "update api_token set revoked_at = ? where id = ? and revoked_at is null", now, id)
        == 1;
  }

  private static ApiToken token(Row row) throws SQLException {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    for (String word : row.text("scopes").split(" ", -1)) {
      scopes.add(Word.parse(Scope.class, word));
    }
    return new ApiToken(
        row.text("id"),
        row.text("hash"),
        row.text("name"),
        scopes,
        row.maybeText("organisation"),
        row.text("created_by"),
        row.time("created_at"),
        row.time("expires_at"),
        row.maybeTime("used_at"),
        row.maybeTime("revoked_at"));
  }
}
