package porchlight.central;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import porchlight.central.json.ContentReader;
import porchlight.central.ledger.Applicant;
import porchlight.central.ledger.Arrival;
import porchlight.central.ledger.Enrolled;
import porchlight.central.ledger.Filed;
import porchlight.central.ledger.Heart;
import porchlight.central.ledger.Ledger;
import porchlight.central.ledger.NewToken;
import porchlight.central.reports.Report;
import porchlight.central.signing.DeviceKey;
import porchlight.central.signing.Digests;

/**
 * Fills a ledger with made-up devices and their days, by the very code that files what comes in
 * from devices, so that all that pages ask is there as it would be; only signatures and HTTP are
 * left out. Turn after turn all devices report; each fifth report of one is full.
 */
final class ManyDays {
  /** Reports of a chapter of {@link MadeUp}: the first of them is full. */
  private static final int CHAPTER = 5;

  private static final int WRITERS = 512;
  private static final Duration CADENCE = Duration.ofMinutes(15);
  private static final Duration NONCE = Duration.ofMinutes(10);
  private final int devices;
  private final int perDay;
  private final long turns;
  private final Instant until;
  private final Ledger ledger;
  private final String[] ids;
  private final DeviceKey[] keys;
  private final long[] sequences;
  private final String[] digests;

  private ManyDays(Ledger ledger, int devices, int days, int perDay, Instant until) {
    this.ledger = ledger;
    this.devices = devices;
    this.perDay = perDay;
    this.turns = (long) days * perDay;
    this.until = until;
    ids = new String[devices];
    keys = new DeviceKey[devices];
    sequences = new long[devices];
    digests = new String[devices];
  }

  static void fill(Path folder, int devices, int days, int perDay, Instant until)
      throws IOException, SQLException {
    Files.createDirectories(folder);
    try (Ledger ledger = Ledger.open(Books.of(folder), 2 * WRITERS)) {
      new ManyDays(ledger, devices, days, perDay, until.truncatedTo(ChronoUnit.MILLIS))
          .live(folder);
    }
    try (Connection connection = Books.open(folder);
        Statement statement = connection.createStatement()) {
      statement.execute("analyze");
    }
  }

  private void live(Path folder) throws SQLException {
    ledger.started(heart(at(0)));
    for (int client = 0; client <= MadeUp.client(devices - 1, devices); client++) {
      ledger.issue(
          new NewToken(
              UUID.randomUUID().toString(),
              "Client %04d".formatted(client),
              token(client),
              devices,
              until,
              false,
              at(0)));
    }
    all(this::enrol);
    for (long turn = 1; turn <= turns; turn++) {
      long now = turn;
      all(number -> report(number, now));
      ledger.watch(heart(at(turn)));
      if (turn % perDay == 0) {
        ledger.noteDay(at(turn), at(turn));
        forgetNonces(folder);
      }
    }
    ledger.stopping(heart(until));
  }

  private static Heart heart(Instant now) {
    return new Heart(now, now, Optional.empty(), 0);
  }

  private static String token(int client) {
    return Digests.ofText("client " + client);
  }

  /** When the reports of a turn come. */
  private Instant at(long turn) {
    return until.minus(Duration.ofDays(1).dividedBy(perDay).multipliedBy(turns - turn));
  }

  private boolean enrol(int number) {
    ids[number] = UUID.randomUUID().toString();
    Laptop laptop = new Laptop("", () -> until);
    keys[number] = new DeviceKey(laptop.x(), laptop.y());
    Applicant applicant =
        new Applicant(
            ids[number],
            new Applicant.Claim.Token(token(MadeUp.client(number, devices))),
            keys[number],
            "0.1.0",
            Optional.of(MadeUp.name(number)),
            Optional.of("Debian GNU/Linux 12"),
            Optional.empty(),
            proof(number, at(0)),
            at(0),
            CADENCE);
    return !(ledger.enrol(applicant) instanceof Enrolled.BadToken);
  }

  private boolean report(int number, long turn) {
    if (!MadeUp.saysSomething(number, turn, turns, perDay)) {
      return true;
    }
    long sequence = ++sequences[number];
    Instant now = at(turn).minusMillis(number * 41L % CADENCE.toMillis());
    Report.Envelope envelope =
        new Report.Envelope(
            UUID.randomUUID().toString(),
            ids[number],
            sequence,
            ids[number],
            now,
            Optional.empty());
    return ledger.file(new Arrival(report(number, envelope), proof(number, now), now, now, CADENCE))
        instanceof Filed.Stored;
  }

  private Report report(int number, Report.Envelope envelope) {
    long moment = envelope.sequence() + number;
    if (envelope.sequence() > 1 && moment % CHAPTER != 0) {
      return new Report.Unchanged(envelope, digests[number]);
    }
    String content = MadeUp.content(number, moment / CHAPTER, MadeUp.client(number, devices));
    digests[number] = LaptopKeys.digestOf(content);
    return new Report.Full(envelope, digests[number], ContentReader.read(content), content);
  }

  private Arrival.Proof proof(int number, Instant now) {
    return new Arrival.Proof(
        keys[number].thumbprint(), UUID.randomUUID().toString(), now.plus(NONCE));
  }

  /** A beat would do it; but beats that are hours apart are an outage. */
  private static void forgetNonces(Path folder) throws SQLException {
    try (Connection connection = Books.open(folder);
        Statement statement = connection.createStatement()) {
      statement.execute("delete from nonce");
    }
  }

  /** For every device, many at a time as requests would be; each has to succeed. */
  private void all(IntFunction<Boolean> work) {
    try (ExecutorService writers =
        Executors.newFixedThreadPool(WRITERS, Thread.ofVirtual().factory())) {
      List<Future<Boolean>> done = new ArrayList<>();
      IntStream.range(0, devices)
          .forEach(number -> done.add(writers.submit(() -> work.apply(number))));
      for (Future<Boolean> one : done) {
        if (!one.get()) {
          throw new IllegalStateException("was not taken");
        }
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
