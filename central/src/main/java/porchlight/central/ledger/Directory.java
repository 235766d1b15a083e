package porchlight.central.ledger;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.central.reports.Goodbye;
import porchlight.central.reports.Place;
import porchlight.central.reports.Word;

/** What the pages ask. Retired devices are left out of lists. */
final class Directory {
  private static final String DEVICES =
      "select d.*, o.name as organisation_name from device d"
          + " join organisation o on o.id = d.organisation ";

  private Directory() {}

  static List<Organisation> organisations(Sql sql, Within within) throws SQLException {
    return sql.list(
        "select id, name from organisation where id is not null" + within.and() + " order by name",
        row -> new Organisation(row.text("id"), row.text("name")),
        within.after());
  }

  /** By their ids, after this one; of one organisation where that is said. */
  static List<Device> devices(
      Sql sql, Optional<String> organisation, String after, int most, Within within)
      throws SQLException {
    List<String> values = new ArrayList<>(List.of(after));
    organisation.ifPresent(values::add);
    values.addAll(within.values());
    return sql.list(
        DEVICES
            + "where d.id > ? and d.standing <> 'retired'"
            + organisation.map(id -> " and d.organisation = ?").orElse("")
            + within.and()
            + " order by d.id limit "
            + most,
        Directory::device,
        values.toArray());
  }

  static List<Device> devices(Sql sql, String organisation, Within within) throws SQLException {
    return sql.list(
        DEVICES + "where d.standing <> 'retired' and d.organisation = ?" + within.and(),
        Directory::device,
        within.after(organisation));
  }

  /** What devices are called, those that are gone too. */
  static List<String> names(Sql sql, Within within) throws SQLException {
    return sql.list(
        "select distinct d.name from device d where d.name is not null" + within.and(),
        row -> row.text("name"),
        within.after());
  }

  static Optional<Device> device(Sql sql, String id, Within within) throws SQLException {
    return sql.one(DEVICES + "where d.id = ?" + within.and(), Directory::device, within.after(id));
  }

  /** Those of these devices that are there, retired or not. */
  static List<Device> devices(Sql sql, List<String> ids, Within within) throws SQLException {
    return sql.among(
        DEVICES + "where d.id is not null" + within.and() + " and d.id in ",
        Directory::device,
        ids,
        within.values().toArray());
  }

  static boolean sees(Sql sql, String device, Within within) throws SQLException {
    return sql.one(
            "select d.id from device d where d.id = ?" + within.and(),
            row -> row.text("id"),
            within.after(device))
        .isPresent();
  }

  /** The content of the newest report that said something, as it was sent. */
  static Optional<String> content(Sql sql, String device, Within within) throws SQLException {
    return sql.one(
        "select r.content from device d join report r on r.device = d.id and r.digest = d.digest"
            + " where d.id = ? and r.content is not null"
            + within.and()
            + " order by r.sequence desc limit 1",
        row -> row.text("content"),
        within.after(device));
  }

  /** The newest receipts, newest first. */
  static List<Receipt> receipts(Sql sql, String device, int most) throws SQLException {
    return sql.list(
        "select sequence, collected_at, received_at, case when content is null then 0 else 1 end"
            + " as is_full from report where device = ? order by sequence desc limit ?",
        row ->
            new Receipt(
                row.number("sequence"),
                row.number("is_full") == 1,
                row.time("collected_at"),
                row.time("received_at")),
        device,
        most);
  }

  static Device device(Row row) throws SQLException {
    return new Device(
        row.text("id"),
        new Organisation(row.text("organisation"), row.text("organisation_name")),
        row.maybeText("name"),
        row.maybeText("os"),
        row.text("agent"),
        row.word(Standing.class, "standing"),
        row.time("enrolled_at"),
        row.time("last_seen"),
        row.maybeTime("last_report"),
        row.maybeTime("heard_at"),
        Duration.ofSeconds(row.number("cadence_seconds")),
        Math.max(0, row.number("highest") - row.number("received")),
        row.maybeText("answer").isPresent()
            ? Optional.of(DeviceStates.assessment(row))
            : Optional.empty(),
        DeviceStates.worst(row),
        Deliveries.of(row),
        goodbye(row),
        row.number("rotate") == 1,
        row.maybeTime("returned_at"),
        row.maybeText("place_kind").map(word -> Word.parse(Place.Kind.class, word)));
  }

  private static Optional<Goodbye> goodbye(Row row) throws SQLException {
    return row.maybeText("goodbye").isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Goodbye(row.word(Goodbye.Reason.class, "goodbye"), row.time("goodbye_at")));
  }
}
