package porchlight.central.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Brings a ledger's tables to what this central knows, all steps in one transaction or none. */
final class Migrations {
  private static final String STEPS = "classpath:porchlight/central/sql";
  private static final String HISTORY = "flyway_schema_history";

  /** Ledgers from before the history tell their step in a row of {@code meta}, the first not. */
  private static final int UNNUMBERED = 1;

  private static final int LAST_UNRECORDED = 3;
  private static final Object IN_THIS_PROCESS = new Object();

  private Migrations() {}

  /** Upgrades; throws LedgerFault when a newer central has made this ledger. */
  static void run(DataSource pool, Store store) throws SQLException, IOException {
    switch (store) {
      case Store.File(Path path) -> alone(path, pool);
      case Store.Server server -> upgrade(pool); // Flyway locks there by itself.
    }
  }

  /** SQLite has no lock that outlasts a transaction, so a file beside it is one. */
  private static void alone(Path path, DataSource pool) throws SQLException, IOException {
    Path beside = path.resolveSibling(path.getFileName() + "-upgrade");
    synchronized (IN_THIS_PROCESS) {
      try (FileChannel channel =
          FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        FileLock held = channel.lock();
        try {
          upgrade(pool);
        } finally {
          held.release();
        }
      }
    }
  }

  private static void upgrade(DataSource pool) throws SQLException {
    FluentConfiguration configuration =
        Flyway.configure()
            .dataSource(pool)
            .locations(STEPS)
            .table(HISTORY)
            .group(true)
            .outOfOrder(true)
            .placeholderReplacement(false)
            .ignoreMigrationPatterns(new String[0])
            .baselineDescription("made by a central from before this history");
    Optional<Integer> unrecorded = unrecorded(pool);
    if (unrecorded.isPresent()) {
      configuration.baselineVersion(MigrationVersion.fromVersion("" + unrecorded.get()));
    }
    Flyway flyway = configuration.load();
    if (unrecorded.isPresent()) {
      flyway.baseline();
    }
    if (Stream.of(flyway.info().applied()).anyMatch(Migrations::isUnknown)) {
      throw newer();
    }
    flyway.migrate();
  }

  private static boolean isUnknown(MigrationInfo applied) {
    return !applied.getState().isResolved();
  }

  private static LedgerFault newer() {
    return new LedgerFault("the ledger was made by a newer central", null);
  }

  /** The step of a ledger whose steps were not recorded yet. */
  private static Optional<Integer> unrecorded(DataSource pool) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      if (has(connection, HISTORY) || !has(connection, "device")) {
        return Optional.empty();
      }
      int step =
          Meta.get(new Sql(connection, List.of()), "schema")
              .map(Integer::parseInt)
              .orElse(UNNUMBERED);
      if (step > LAST_UNRECORDED) {
        throw newer();
      }
      return Optional.of(step);
    }
  }

  private static boolean has(Connection connection, String table) throws SQLException {
    try (ResultSet found =
        connection
            .getMetaData()
            .getTables(null, connection.getSchema(), table, new String[] {"TABLE"})) {
      return found.next();
    }
  }
}
