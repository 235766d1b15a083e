package porchlight.central.ledger;

import java.sql.SQLException;

/** Single values that outlive the process. */
final class Meta {
  private Meta() {}

  static void put(Sql sql, String name, String value) throws SQLException {
    sql.update(
        "insert into meta (name, value) values (?, ?)"
            + " on conflict (name) do update set value = excluded.value",
        name,
        value);
  }
}
