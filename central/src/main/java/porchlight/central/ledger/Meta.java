package porchlight.central.ledger;

import java.sql.SQLException;
import java.util.Optional;

/** Single values that outlive the process. */
final class Meta {
  private Meta() {}

  static Optional<String> get(Sql sql, String name) throws SQLException {
    return sql.one("select value from meta where name = ?", row -> row.text("value"), name);
  }

  static void put(Sql sql, String name, String value) throws SQLException {
    sql.update(
        "insert into meta (name, value) values (?, ?)"
            + " on conflict (name) do update set value = excluded.value",
        name,
        value);
  }
}
