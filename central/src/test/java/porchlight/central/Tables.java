package porchlight.central;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Looks into a ledger's file past central. */
final class Tables {
  private Tables() {}

  /** How every table is made, and the rows of all but some. */
  static List<String> dump(Path file, List<String> without) throws SQLException {
    List<String> dump = new ArrayList<>();
    try (Connection connection = open(file)) {
      List<String> names = new ArrayList<>();
      try (Statement statement = connection.createStatement();
          ResultSet tables =
              statement.executeQuery(
                  "select name, sql from sqlite_master where type = 'table' order by name")) {
        while (tables.next()) {
          dump.add(tables.getString(2));
          names.add(tables.getString(1));
        }
      }
      names.removeAll(without);
      for (String name : names) {
        dump(connection, name, dump);
      }
    }
    return dump;
  }

  private static void dump(Connection connection, String table, List<String> dump)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select * from " + table + " order by 1")) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        StringBuilder line = new StringBuilder(table);
        for (int i = 1; i <= columns; i++) {
          line.append('|').append(rows.getMetaData().getColumnName(i)).append('=');
          line.append(rows.getString(i));
        }
        dump.add(line.toString());
      }
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
    return DriverManager.getConnection("jdbc:sqlite:" + file + "?busy_timeout=10000");
  }
}
