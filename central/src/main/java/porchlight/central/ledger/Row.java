package porchlight.central.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import porchlight.central.reports.Word;

/** The row that a query stands on. */
final class Row {
  private final ResultSet results;

  Row(ResultSet results) {
    this.results = results;
  }

  /** A text that the schema says is never null. */
  String text(String column) throws SQLException {
    return maybeText(column)
        .orElseThrow(() -> new IllegalStateException("the ledger has no " + column));
  }

  Optional<String> maybeText(String column) throws SQLException {
    return Optional.ofNullable(results.getString(column));
  }

  long number(String column) throws SQLException {
    return results.getLong(column);
  }

  Optional<Long> maybeNumber(String column) throws SQLException {
    long value = results.getLong(column);
    return results.wasNull() ? Optional.empty() : Optional.of(value);
  }

  Instant time(String column) throws SQLException {
    return Instant.ofEpochMilli(number(column));
  }

  Optional<Instant> maybeTime(String column) throws SQLException {
    return maybeNumber(column).map(Instant::ofEpochMilli);
  }

  <E extends Enum<E>> E word(Class<E> type, String column) throws SQLException {
    return Word.parse(type, text(column));
  }
}
