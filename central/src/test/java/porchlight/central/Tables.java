package porchlight.central;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** Looks into a ledger's file past central. */
final class Tables {
  private static final int BATCH = 1000;

  private Tables() {}

  /** The columns of every table, and the rows of all but some. */
  static List<String> dump(Path file, List<String> without) throws SQLException {
    List<String> dump = new ArrayList<>();
    try (Connection connection = open(file)) {
      for (String name : names(connection)) {
        if (!without.contains(name)) {
          dump(connection, name, dump);
        }
      }
    }
    return dump;
  }

  static List<String> names(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet tables =
        connection
            .getMetaData()
            .getTables(null, connection.getSchema(), "%", new String[] {"TABLE"})) {
      while (tables.next()) {
        names.add(tables.getString("TABLE_NAME"));
      }
    }
    return names;
  }

  /** Copies every row of a table; both sides have the same columns. */
  static void copy(Connection from, Connection to, String table) throws SQLException {
    try (Statement statement = from.createStatement();
        ResultSet rows = statement.executeQuery("select * from " + table)) {
      int columns = rows.getMetaData().getColumnCount();
      List<String> names = new ArrayList<>();
      for (int i = 1; i <= columns; i++) {
        names.add(rows.getMetaData().getColumnName(i));
      }
      String marks = String.join(", ", Collections.nCopies(columns, "?"));
      try (PreparedStatement insert =
          to.prepareStatement(
              "insert into %s (%s) values (%s)"
                  .formatted(table, String.join(", ", names), marks))) {
        int waiting = 0;
        while (rows.next()) {
          for (int i = 1; i <= columns; i++) {
            insert.setObject(i, rows.getObject(i));
          }
          insert.addBatch();
          if (++waiting % BATCH == 0) {
            insert.executeBatch();
          }
        }
        insert.executeBatch();
      }
    }
  }

  private static void dump(Connection connection, String table, List<String> dump)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select * from " + table + " order by 1")) {
      int columns = rows.getMetaData().getColumnCount();
      for (int i = 1; i <= columns; i++) {
        dump.add(table + "." + rows.getMetaData().getColumnName(i));
      }
      List<String> lines = new ArrayList<>();
      while (rows.next()) {
        StringBuilder line = new StringBuilder(table);
        for (int i = 1; i <= columns; i++) {
          line.append('|').append(rows.getMetaData().getColumnName(i)).append('=');
          line.append(rows.getString(i));
        }
        lines.add(line.toString());
      }
      lines.stream().sorted().forEach(dump::add);
    }
  }

  static void execute(Path file, String sql) throws SQLException {
    try (Connection connection = open(file);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static long count(Path file, String sql) throws SQLException {
    try (Connection connection = open(file);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      return result.next() ? result.getLong(1) : 0;
    }
  }

  private static Connection open(Path file) throws SQLException {
    return Books.open(Objects.requireNonNull(file.toAbsolutePath().getParent()));
  }
}
