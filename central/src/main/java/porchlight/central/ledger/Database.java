package porchlight.central.ledger;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * The SQLite file: one connection that writes, a few that read beside it. An answered report must
 * survive a killed process and a power cut, hence {@code synchronous=FULL}.
 */
final class Database implements AutoCloseable {
  private static final int READERS = 4;
  private static final String PRAGMAS =
      "?journal_mode=WAL&synchronous=FULL&busy_timeout=10000&foreign_keys=true";
  private final String url;
  private final BlockingQueue<Sql> readers = new ArrayBlockingQueue<>(READERS);

  private Database(String url) {
    this.url = url;
  }

  /** What a reader does with its connection. */
  interface Read<T> {
    T in(Sql sql) throws SQLException;
  }

  /** Opens the file, making it and its tables where there are none. */
  static Database open(Path file) throws SQLException {
    Database database = new Database("jdbc:sqlite:" + file.toAbsolutePath() + PRAGMAS);
    try (Sql sql = database.writer()) {
      Migrations.run(sql);
    }
    for (int i = 0; i < READERS; i++) {
      database.readers.add(new Sql(DriverManager.getConnection(database.url)));
    }
    return database;
  }

  /** A new connection, for the one writer. */
  Sql writer() throws SQLException {
    return new Sql(DriverManager.getConnection(url));
  }

  /** Reads; throws LedgerFault when the database does not answer. */
  <T> T read(Read<T> read) {
    try {
      Sql sql = readers.take();
      try {
        return read.in(sql);
      } finally {
        readers.add(sql);
      }
    } catch (SQLException e) {
      throw new LedgerFault("the ledger cannot be read", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LedgerFault("stopping", e);
    }
  }

  @Override
  public void close() throws SQLException {
    for (int i = 0; i < READERS; i++) {
      Sql sql = readers.poll();
      if (sql != null) {
        sql.close();
      }
    }
  }
}
