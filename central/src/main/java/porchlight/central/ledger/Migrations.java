package porchlight.central.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;

/** Brings a ledger's tables to what this central knows, step by step, in one transaction. */
final class Migrations {
  /** Each is run once; the first also makes the tables that an unnumbered ledger has. */
  private static final List<String> STEPS =
      List.of(
          "schema.sql", "schema-2.sql", "schema-3.sql", "/porchlight/central/sql/V40__events.sql");

  private static final int UNNUMBERED = 1;

  private Migrations() {}

  /** Upgrades; throws LedgerFault when a newer central has made this ledger. */
  static void run(Sql sql) throws SQLException {
    sql.begin();
    try {
      int version = version(sql);
      if (version > STEPS.size()) {
        throw new LedgerFault("the ledger was made by a newer central", null);
      }
      for (String step : STEPS.subList(version, STEPS.size())) {
        for (String statement : statements(step)) {
          sql.execute(statement);
        }
      }
      if (version < STEPS.size()) {
        Meta.put(sql, "schema", Integer.toString(STEPS.size()));
      }
      sql.commit();
    } catch (SQLException | RuntimeException e) {
      sql.rollback();
      throw e;
    }
  }

  private static int version(Sql sql) throws SQLException {
    boolean fresh =
        sql.one("select name from sqlite_master where name = 'device'", row -> row.text("name"))
            .isEmpty();
    return fresh
        ? 0
        : sql.one(
                "select value from meta where name = 'schema'",
                row -> Integer.parseInt(row.text("value")))
            .orElse(UNNUMBERED);
  }

  private static List<String> statements(String step) {
    try (InputStream in = Migrations.class.getResourceAsStream(step)) {
      if (in == null) {
        throw new IllegalStateException(step + " is not packed");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return List.of(text.replaceAll("(?m)^--.*$", "").strip().split(";\\s*", -1)).stream()
          .filter(statement -> !statement.isBlank())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
