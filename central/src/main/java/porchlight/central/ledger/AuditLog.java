package porchlight.central.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import porchlight.central.people.Act;
import porchlight.central.people.Deed;
import porchlight.central.reports.Calm;
import porchlight.central.reports.Word;

/**
 * Who did what. Entries are only ever added; each holds the hash of the one before, and the last
 * hash is kept apart, so that one that was changed or taken away shows.
 */
final class AuditLog {
  private static final String HEAD = "audit-head";
  private static final int LONGEST = 300;
  private static final int AT_ONCE = 1_000;

  private AuditLog() {}

  static void add(Sql sql, Deed said) throws SQLException {
    Deed deed = storable(said);
    Optional<AuditEntry> last =
        sql.one("select * from audit order by number desc limit 1", AuditLog::entry);
    AuditEntry entry =
        AuditEntry.after(
            last.map(AuditEntry::number).orElse(0L) + 1,
            last.map(AuditEntry::hash).orElse(AuditEntry.NONE),
            deed);
    sql.update(
        "insert into audit (number, at, who, address, act, target, detail, before, hash)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        entry.number(),
        deed.at(),
        deed.who(),
        deed.address(),
        Word.of(deed.act()),
        deed.target(),
        deed.detail(),
        entry.before(),
        entry.hash());
    Meta.put(sql, HEAD, entry.number() + " " + entry.hash());
  }

  /** Does something, and notes the deed in the same transaction when it was done. */
  static boolean doing(GroupCommit writer, Deed deed, GroupCommit.Work<Boolean> work) {
    return writer.write(sql -> {
      boolean done = work.in(sql);
      if (done) {
        add(sql, deed);
      }
      return done;
    });
  }

  /** The newest entries below a number, newest first. */
  static List<AuditEntry> page(Sql sql, long below, int most) throws SQLException {
    return sql.list(
        "select * from audit where number < ? order by number desc limit ?",
        AuditLog::entry,
        below,
        most);
  }

  /** The first number at which the log is not as it was written; empty when all of it is. */
  static OptionalLong broken(Sql sql) throws SQLException {
    String before = AuditEntry.NONE;
    long number = 0;
    List<AuditEntry> some;
    do {
      some =
          sql.list(
              "select * from audit where number > ? order by number limit ?",
              AuditLog::entry,
              number,
              AT_ONCE);
      for (AuditEntry entry : some) {
        if (entry.number() != number + 1 || !entry.before().equals(before) || !entry.holds()) {
          return OptionalLong.of(number + 1);
        }
        number = entry.number();
        before = entry.hash();
      }
    } while (some.size() == AT_ONCE);
    String head = number == 0 ? "" : number + " " + before;
    return Meta.get(sql, HEAD).orElse("").equals(head)
        ? OptionalLong.empty()
        : OptionalLong.of(number + 1);
  }

  private static Deed storable(Deed deed) {
    return new Deed(
        deed.at().truncatedTo(ChronoUnit.MILLIS),
        text(deed.who()),
        text(deed.address()),
        deed.act(),
        text(deed.target()),
        text(deed.detail()));
  }

  private static String text(String text) {
    String calm = Calm.text(text);
    return calm.length() <= LONGEST ? calm : calm.substring(0, LONGEST) + "…";
  }

  private static AuditEntry entry(Row row) throws SQLException {
    Instant at = row.time("at");
    return new AuditEntry(
        row.number("number"),
        new Deed(
            at,
            row.text("who"),
            row.text("address"),
            row.word(Act.class, "act"),
            row.text("target"),
            row.text("detail")),
        row.text("before"),
        row.text("hash"));
  }
}
