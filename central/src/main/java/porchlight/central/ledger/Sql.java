package porchlight.central.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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

  /** Runs a statement once for each row of values; says how many rows each time changed. */
  int[] updateAll(String sql, List<@Nullable Object[]> rows) throws SQLException {
    if (rows.isEmpty()) {
      return new int[0];
    }
    PreparedStatement statement = prepared(sql);
    for (@Nullable Object[] values : rows) {
      bind(statement, values);
      statement.addBatch();
    }
    return statement.executeBatch();
  }

  /**
   * Reads the rows whose column, with which {@code sql} ends, is among the values; {@code before}
   * are those of the rest of it. There are few lengths of such a list, so that each is prepared
   * once.
   */
  <T> List<T> among(
      String sql, RowReader<T> reader, List<String> values, @Nullable Object... before)
      throws SQLException {
    if (values.isEmpty()) {
      return List.of();
    }
    int length = Math.max(1, Integer.highestOneBit(values.size() * 2 - 1));
    @Nullable Object[] padded = Arrays.copyOf(before, before.length + length);
    for (int i = 0; i < length; i++) {
      padded[before.length + i] = values.get(Math.min(i, values.size() - 1));
    }
    String marks = String.join(", ", Collections.nCopies(length, "?"));
    return list(sql + "(" + marks + ")", reader, padded);
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
    PreparedStatement statement = prepared(sql);
    bind(statement, values);
    return statement;
  }

  private PreparedStatement prepared(String sql) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    return statement;
  }

  private static void bind(PreparedStatement statement, @Nullable Object[] values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, stored(values[i]));
    }
  }

  /** What both stores take: times as milliseconds, texts without what PostgreSQL refuses. */
  private static @Nullable Object stored(@Nullable Object value) {
    if (value instanceof Instant at) {
      return at.toEpochMilli();
    }
    return value instanceof String text ? text.replace('\u0000', '\uFFFD') : value;
  }
}
