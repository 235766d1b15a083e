package porchlight.central.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/** The connections to a ledger: one that writes, a few that read beside it. */
final class Database implements AutoCloseable {
  private static final int CONNECTIONS = 6;
  private static final long PATIENCE = TimeUnit.SECONDS.toMillis(10);

  /** An answered report must survive a killed process and a power cut, hence FULL. */
  private static final String PRAGMAS =
      "?journal_mode=WAL&synchronous=FULL&busy_timeout=10000&foreign_keys=true"
          + "&transaction_mode=IMMEDIATE";

  private final HikariDataSource pool;
  private final Store store;

  private Database(HikariDataSource pool, Store store) {
    this.pool = pool;
    this.store = store;
  }

  /** What a reader does with its connection. */
  interface Read<T> {
    T in(Sql sql) throws SQLException;
  }

  /** Opens a ledger, making its tables where there are none. */
  static Database open(Store store) throws SQLException, IOException {
    HikariDataSource pool = new HikariDataSource(config(store));
    try {
      Migrations.run(pool, store);
      return new Database(pool, store);
    } catch (SQLException | IOException | RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  private static HikariConfig config(Store store) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("ledger");
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(PATIENCE);
    switch (store) {
      case Store.File(var path) ->
          config.setJdbcUrl("jdbc:sqlite:" + path.toAbsolutePath() + PRAGMAS);
      case Store.Server(var url, var password) -> {
        config.setJdbcUrl(url);
        password.ifPresent(config::setPassword);
        config.addDataSourceProperty("ApplicationName", "porchlight-central");
        config.addDataSourceProperty("socketTimeout", "30");
        config.addDataSourceProperty("tcpKeepAlive", "true");
      }
    }
    return config;
  }

  /** A connection for the one writer, to keep until it fails. */
  Sql writer() throws SQLException {
    return new Sql(pool.getConnection(), store.begin());
  }

  /** Gives a connection up on which something failed; what it had begun is undone. */
  void drop(Sql sql) {
    pool.evictConnection(sql.connection());
  }

  /** Reads; throws LedgerFault when the database does not answer. */
  <T> T read(Read<T> read) {
    try (Sql sql = new Sql(pool.getConnection(), store.begin())) {
      return read.in(sql);
    } catch (SQLException e) {
      throw new LedgerFault("the ledger cannot be read", e);
    }
  }

  /** Copies a ledger that is a file, as of this moment, into an empty one; false on a server. */
  boolean copyTo(Path file) {
    if (store instanceof Store.Server) {
      return false;
    }
    read(sql -> sql.update("vacuum into ?", file.toAbsolutePath().toString()));
    return true;
  }

  @Override
  public void close() {
    pool.close();
  }
}
