package porchlight.central.ledger;

import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import porchlight.central.reports.Delivery;

/** What devices say became of their reports, in their rows. */
final class Deliveries {
  private Deliveries() {}

  static Delivery of(Row row) throws SQLException {
    Optional<Long> skew = row.maybeNumber("skew_seconds");
    return new Delivery(
        row.number("dropped_unchanged"),
        row.number("dropped_full"),
        row.number("dropped_transition"),
        row.number("refused"),
        row.number("failures"),
        skew.isPresent() ? OptionalLong.of(skew.get()) : OptionalLong.empty());
  }

  static void save(Sql sql, String device, Delivery said, boolean newer) throws SQLException {
    Delivery known =
        sql.one(
                "select dropped_unchanged, dropped_full, dropped_transition, refused, failures,"
                    + " skew_seconds from device where id = ?",
                Deliveries::of,
                device)
            .orElse(Delivery.NONE)
            .and(said, newer);
    @Nullable Long skew =
        known.skewSeconds().isPresent() ? (Long) known.skewSeconds().getAsLong() : null;
    sql.update(
        "update device set dropped_unchanged = ?, dropped_full = ?, dropped_transition = ?,"
            + " refused = ?, failures = ?, skew_seconds = ? where id = ?",
        known.droppedUnchanged(),
        known.droppedFull(),
        known.droppedTransition(),
        known.refused(),
        known.failures(),
        skew,
        device);
  }
}
