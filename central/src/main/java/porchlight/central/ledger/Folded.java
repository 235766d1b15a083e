package porchlight.central.ledger;

import java.sql.SQLException;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Texts to search in: without regard to case, and alike in every store, whatever its locale. */
final class Folded {
  /** Devices of one transaction. */
  private static final int PIECE = 200;

  private Folded() {}

  static String text(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  private record Named(String id, String name, String os) {}

  /** Folds what an older central wrote down, a piece at a time; false when nothing is left. */
  static boolean more(Sql sql) throws SQLException {
    List<Named> some =
        sql.list(
            "select id, coalesce(name, '') as name, coalesce(os, '') as os from device"
                + " where name_folded is null or os_folded is null limit ?",
            row -> new Named(row.text("id"), row.text("name"), row.text("os")),
            PIECE);
    for (Named one : some) {
      sql.update(
          "update device set name_folded = ?, os_folded = ? where id = ?",
          text(one.name()),
          text(one.os()),
          one.id());
    }
    return !some.isEmpty();
  }
}
