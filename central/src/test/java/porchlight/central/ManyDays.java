package porchlight.central;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import porchlight.central.ledger.Ledger;

/**
 * Fills a ledger with made-up devices and their days, past the intake: what pages cost when there
 * is much to read. One device in twenty is unsafe, one in ten silent, and each changed its firewall
 * now and then; {@code perDay} reports of each are kept a day.
 */
final class ManyDays {
  /** Devices of one organisation. */
  private static final int OFFICE = 100;

  private static final int CHANGES = 6;
  private static final String UNSAFE = Samples.content("LT", "unsafe", 20, "firewall:fail:high");
  private static final String SAFE = Fleet.safeContent("LT", 92);
  private final Connection connection;
  private final int days;
  private final int perDay;
  private final Instant until;

  private ManyDays(Connection connection, int days, int perDay, Instant until) {
    this.connection = connection;
    this.days = days;
    this.perDay = perDay;
    this.until = until;
  }

  static void fill(Path folder, int devices, int days, int perDay, Instant until)
      throws SQLException {
    Ledger.open(Books.of(folder), 1).close();
    try (Connection connection = Books.open(folder);
        Statement statement = connection.createStatement()) {
      for (String begin : Books.of(folder).begin()) {
        statement.execute(begin);
      }
      ManyDays many = new ManyDays(connection, days, perDay, until);
      for (int from = 0; from < devices; from += OFFICE) {
        many.office(from, Math.min(OFFICE, devices - from));
      }
      statement.execute("commit");
      statement.execute("analyze");
    }
  }

  private void office(int from, int size) throws SQLException {
    String organisation =
        UUID.nameUUIDFromBytes(new byte[] {(byte) from, (byte) (from >> 8)}).toString();
    insert(
        "insert into organisation (id, name, created_at) values (?, ?, ?)",
        List.<Object[]>of(new Object[] {organisation, "Client %05d".formatted(from), at(0)}));
    List<Object[]> devices = new ArrayList<>();
    List<Object[]> reports = new ArrayList<>();
    List<Object[]> changes = new ArrayList<>();
    for (int number = from; number < from + size; number++) {
      device(number, organisation, devices, reports, changes);
    }
    insert(
        "insert into device (id, organisation, key_id, key_x, key_y, standing, name, os, agent,"
            + " enrolled_at, last_seen, last_report, heard_at, cadence_seconds, highest, received,"
            + " latest_sequence, latest_at, digest, answer, score, assessed, blind, worst_check,"
            + " worst_severity, worst_because, boot, presence) values (?, ?, ?, 'x', 'y', 'active', ?,"
            + " 'Debian GNU/Linux 12', '0.1.0', ?, ?, ?, ?, 900, ?, ?, ?, ?, ?, ?, ?, 9, 1, ?, ?, ?,"
            + " ?, ?)",
        devices);
    insert(
        "insert into report (device, id, sequence, boot, collected_at, received_at, digest, content)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
        reports);
    insert(
        "insert into change (device, check_id, first_sequence, first_at, before_sequence, before_at,"
            + " from_outcome, to_outcome) values (?, ?, ?, ?, ?, ?, ?, ?)",
        changes);
  }

  private void device(
      int number,
      String organisation,
      List<Object[]> devices,
      List<Object[]> reports,
      List<Object[]> changes) {
    String id = new UUID(0x4000L, 0x8000_0000_0000_0000L + number).toString();
    boolean unsafe = number % 20 == 0;
    boolean silent = number % 10 == 3;
    long last =
        at((long) days * perDay)
            - (silent ? Duration.ofDays(2).toMillis() : number * 40L % 900_000);
    long total = (long) days * perDay;
    String content = unsafe ? UNSAFE : SAFE;
    String digest = Laptop.digestOf(content);
    for (long sequence = 1; sequence <= total; sequence++) {
      long at = last - (total - sequence) * Duration.ofDays(1).toMillis() / perDay;
      boolean full = sequence == 1 || (total - sequence) % (perDay * 5L) == 0;
      reports.add(
          new Object[] {id, id + sequence, sequence, id, at, at, digest, full ? content : null});
    }
    for (long i = 0; i < CHANGES; i++) {
      long sequence = 1 + i * total / CHANGES;
      String to = (i + (unsafe ? 1 : 0)) % 2 == 0 ? "fail" : "pass";
      changes.add(
          new Object[] {
            id,
            "firewall",
            sequence,
            at(sequence),
            sequence - 1,
            at(sequence - 1),
            to.equals("fail") ? "pass" : "fail",
            to
          });
    }
    devices.add(
        new Object[] {
          id,
          organisation,
          "key-" + number,
          "LT-%05d".formatted(number),
          at(0),
          last,
          last,
          last,
          total,
          total,
          total,
          last,
          digest,
          unsafe ? "unsafe" : "safe",
          unsafe ? 20L : 92L,
          unsafe ? "firewall" : null,
          unsafe ? "high" : null,
          unsafe ? "as a check says" : null,
          id,
          silent ? "silent" : "online"
        });
  }

  /** When a report with this number comes, of a device that reports at its turn. */
  private long at(long sequence) {
    Duration turn = Duration.ofDays(1).dividedBy(perDay);
    return until.minus(turn.multipliedBy((long) days * perDay - sequence)).toEpochMilli();
  }

  private void insert(String sql, List<Object[]> rows) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (Object[] row : rows) {
        for (int i = 0; i < row.length; i++) {
          statement.setObject(i + 1, row[i]);
        }
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }
}
