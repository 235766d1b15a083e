package porchlight.central.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import porchlight.central.remarks.Remark;
import porchlight.central.remarks.Sighting;
import porchlight.central.remarks.Subject;
import porchlight.central.reports.Word;

/** What was said about what is seen. */
final class Remarks {
  private static final int MOST = 500;

  private Remarks() {}

  static void add(Sql sql, Remark remark) throws SQLException {
    Subject subject = remark.subject();
    sql.update(
        "insert into remark (id, kind, organisation, device, check_id, place, seen, words, author,"
            + " made_at, expires_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
        remark.id(),
        Word.of(remark.kind()),
        subject.organisation().orElse(null),
        subject.device().orElse(null),
        subject.check().orElse(null),
        subject.place().orElse(null),
        subject.seen().orElse(null),
        remark.words(),
        remark.author(),
        remark.at(),
        remark.expires().orElse(null));
  }

  static boolean end(Sql sql, String id, Instant now) throws SQLException {
    return sql.update("update remark set ended_at = ? where id = ? and ended_at is null", now, id)
        == 1;
  }

  /** Those that hold, newest first. */
  static List<Remark> holding(Sql sql, Instant now, Within within) throws SQLException {
    return sql.list(
        "select * from remark where ended_at is null and (expires_at is null or expires_at > ?)"
            + within.and()
            + " order by made_at desc, id limit "
            + MOST,
        Remarks::remark,
        within.after(now));
  }

  /** Notes that hold and name a check and nothing else, by others than such authors. */
  static List<Remark> advice(Sql sql, Instant now, String notBy, Within within)
      throws SQLException {
    return sql.list(
        "select * from remark where ended_at is null and (expires_at is null or expires_at > ?)"
            + " and kind = 'note' and check_id is not null and organisation is null"
            + " and device is null and place is null and seen is null and substr(author, 1, ?) <> ?"
            + within.and()
            + " order by made_at desc, id limit "
            + MOST,
        Remarks::remark,
        within.after(now, notBy.length(), notBy));
  }

  /** Those that hold and are about a device, or about what is seen on it. */
  static List<Remark> about(Sql sql, String device, Instant now, Within within)
      throws SQLException {
    return sql.list(
        "select * from remark where ended_at is null and (expires_at is null or expires_at > ?)"
            + " and (organisation is null or organisation ="
            + " (select organisation from device where id = ?))"
            + " and (device is null or device = ?)"
            + " and (seen is null or seen in (select seen from sighting where device = ?))"
            + within.and()
            + " order by made_at desc, id limit "
            + MOST,
        Remarks::remark,
        within.after(now, device, device, device));
  }

  /** Puts what a device shows now in the place of what it showed before. */
  static void sighted(Sql sql, String device, List<Sighting> sightings) throws SQLException {
    sql.update("delete from sighting where device = ?", device);
    for (Sighting one : sightings) {
      sql.update(
          "insert into sighting (device, seen, organisation, check_id, name, value)"
              + " select id, ?, organisation, ?, ?, ? from device where id = ?"
              + " on conflict do nothing",
          one.key(),
          one.check(),
          one.name(),
          one.value(),
          device);
    }
  }

  /** The same thing on more than one device, those of most clients first. */
  static List<Shared> shared(Sql sql, int most, Within within) throws SQLException {
    return sql.list(
        "select seen, min(s.check_id) as check_id, min(s.name) as name, min(s.value) as value,"
            + " count(*) as devices, count(distinct s.organisation) as organisations from sighting s"
            + " join device d on d.id = s.device where d.standing = 'active' and s.check_id in ('captive-portal', 'dns-filtering', 'dns-integrity',"
            + " 'dns-resolvers', 'gateway-identity', 'hosts-file', 'proxy', 'router-exposure',"
            + " 'tls-interception', 'trusted-roots')"
            + within.and()
            + " group by seen having count(*) > 1"
            + " order by count(distinct s.organisation) desc, count(*) desc, seen limit "
            + most,
        row ->
            new Shared(
                row.text("seen"),
                new Sighting(row.text("check_id"), row.text("name"), row.text("value")),
                row.number("devices"),
                row.number("organisations")),
        within.after());
  }

  /** The devices that show it. */
  static List<Kin.Relative> showing(Sql sql, String seen, int most, Within within)
      throws SQLException {
    return sql.list(
        "select d.id, d.name from sighting s join device d on d.id = s.device where s.seen = ?"
            + " and d.standing = 'active'"
            + within.and()
            + " order by d.name nulls last, d.id limit "
            + most,
        row -> new Kin.Relative(row.text("id"), row.maybeText("name")),
        within.after(seen));
  }

  private static Remark remark(Row row) throws SQLException {
    return new Remark(
        row.text("id"),
        row.word(Remark.Kind.class, "kind"),
        new Subject(
            row.maybeText("organisation"),
            row.maybeText("device"),
            row.maybeText("check_id"),
            row.maybeText("place"),
            row.maybeText("seen")),
        row.text("words"),
        row.text("author"),
        row.time("made_at"),
        row.maybeTime("expires_at"));
  }
}
