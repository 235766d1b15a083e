package porchlight.central.ledger;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Forgets reports by their age, a few devices at a time and the oldest first, so that nobody who
 * writes waits for it. Changes and counts stay, so no "since" is lost; nor is the newest report of
 * a device, or the last content that it repeats.
 */
final class Retention {
  /** At every beat, so that twenty thousand devices have their turn within three hours. */
  private static final int DEVICES = 20;

  private static final int REPORTS = 100;
  private static final int EVENTS = 200;
  private static final String CURSOR = "retention";

  private Retention() {}

  private record Turn(String device, String organisation, long days) {}

  /**
   * Forgets some; {@code days} is how long reports of an organisation are kept that says nothing.
   */
  static void forget(Sql sql, Instant now, int days) throws SQLException {
    String after = Meta.get(sql, CURSOR).orElse("");
    List<Turn> turns =
        sql.list(
            "select d.id, d.organisation, coalesce(o.keep_days, ?) as days from device d"
                + " join organisation o on o.id = d.organisation where d.id > ? order by d.id limit ?",
            row -> new Turn(row.text("id"), row.text("organisation"), row.number("days")),
            days,
            after,
            DEVICES);
    Map<String, Instant> organisations = new HashMap<>();
    for (Turn turn : turns) {
      Instant before = now.minus(Duration.ofDays(turn.days()));
      organisations.put(turn.organisation(), before);
      ofDevice(sql, turn.device(), before);
      Headlines.forget(sql, turn.device(), now);
    }
    Meta.put(sql, CURSOR, turns.size() < DEVICES ? "" : turns.getLast().device());
    for (Map.Entry<String, Instant> one : organisations.entrySet()) {
      events(sql, one.getKey(), one.getValue());
    }
  }

  static boolean keep(Sql sql, String organisation, int days) throws SQLException {
    return sql.update("update organisation set keep_days = ? where name = ?", days, organisation)
        == 1;
  }

  private static void ofDevice(Sql sql, String device, Instant before) throws SQLException {
    sql.update(
        "delete from report where device = ? and received_at < ? and sequence in"
            + " (select sequence from report where device = ? order by sequence limit ?)"
            + " and sequence < (select highest from device where id = ?)"
            + " and sequence <> coalesce((select max(r.sequence) from report r"
            + " join device d on d.id = r.device and d.digest = r.digest"
            + " where d.id = ? and r.content is not null), 0)",
        device,
        before,
        device,
        REPORTS,
        device,
        device);
  }

  /** The newest stays, or numbers would begin anew; so does what a webhook has not been told. */
  private static void events(Sql sql, String organisation, Instant before) throws SQLException {
    Optional<Long> untold =
        sql.one("select min(told) as told from hook", row -> row.maybeNumber("told"))
            .orElse(Optional.empty());
    sql.update(
        "delete from event where id in (select id from event where organisation = ? order by id"
            + " limit ?) and at < ?"
            + " and id < (select max(id) from event) and id <= ?"
            + " and not exists (select 1 from posting p where p.event = event.id)",
        organisation,
        EVENTS,
        before,
        untold.orElse(Long.MAX_VALUE));
  }
}
