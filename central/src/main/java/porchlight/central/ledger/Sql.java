package porchlight.central.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One connection and its prepared statements; used by one thread at a time. */
final class Sql implements AutoCloseable {
  private final Connection connection;
  private final List<String> begin;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  /** {@code begin} are the statements that begin a transaction that writes. */
  Sql(Connection connection, List<String> begin) {
    this.connection = connection;
    this.begin = begin;
  }

  Connection connection() {
    return connection;
  }

  /** Reads one row. */
  interface RowReader<T> {
    T read(Row row) throws SQLException;
  }

  /** Runs a statement and says how many rows it changed. */
  int update(String sql, @Nullable Object... values) throws SQLException {
    return bound(sql, values).executeUpdate();
  }

  <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... values)
      throws SQLException {
    List<T> rows = new ArrayList<>();
    try (ResultSet results = bound(sql, values).executeQuery()) {
      Row row = new Row(results);
      while (results.next()) {
        rows.add(reader.read(row));
      }
    }
    return rows;
  }

  <T> Optional<T> one(String sql, RowReader<T> reader, @Nullable Object... values)
      throws SQLException {
    try (ResultSet results = bound(sql, values).executeQuery()) {
      return results.next() ? Optional.of(reader.read(new Row(results))) : Optional.empty();
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /**
   * Begins to write. Said by hand, because with auto-commit off the driver begins the next
   * transaction, and so locks the file, as soon as the last is committed.
   */
  void begin() throws SQLException {
    for (String statement : begin) {
      execute(statement);
    }
  }

  void commit() throws SQLException {
    execute("commit");
  }

  void rollback() throws SQLException {
    execute("rollback");
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private PreparedStatement bound(String sql, @Nullable Object[] values) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      statement.setObject(
          i + 1, value instanceof Instant at ? Long.valueOf(at.toEpochMilli()) : value);
    }
    return statement;
  }
}
