package porchlight.central.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import porchlight.central.people.Viewer;
import porchlight.central.presence.Outage;
import porchlight.central.reports.Goodbye;
import porchlight.central.reports.Report;
import porchlight.central.signing.DeviceKey;

/**
 * Everything central remembers. Any method throws LedgerFault when the database does not answer.
 */
public final class Ledger implements AutoCloseable {
  private final Database database;
  private final GroupCommit writer;
  private final AtomicLong news = new AtomicLong();

  private Ledger(Database database, GroupCommit writer) {
    this.database = database;
    this.writer = writer;
  }

  /** Opens a ledger, making it where there is none; at most {@code capacity} writes may wait. */
  public static Ledger open(Store store, int capacity) {
    return open(store, capacity, () -> {});
  }

  /** The same; {@code onDeath} is run when nothing can be written any more until a new start. */
  public static Ledger open(Store store, int capacity, Runnable onDeath) {
    try {
      Database database = Database.open(store);
      return new Ledger(database, new GroupCommit(database, capacity, onDeath));
    } catch (LedgerFault e) {
      throw e;
    } catch (SQLException | IOException | RuntimeException e) {
      String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new LedgerFault("the ledger " + store + " cannot be opened: " + why, e);
    }
  }

  /** Whether anything can be written. */
  public boolean isAlive() {
    return writer.isAlive();
  }

  /**
   * The transactions that were written since it was opened; reports that wait together share one.
   */
  public long commits() {
    return writer.commits();
  }

  /** Files a report; returns after the commit. Throws Overloaded when too much waits. */
  public Filed file(Arrival arrival) {
    Filed filed = writer.append(arrival);
    if (filed instanceof Filed.Stored && arrival.report() instanceof Report.Full) {
      news.incrementAndGet();
    }
    return filed;
  }

  /** Grows with every report that says something new. */
  public long news() {
    return news.get();
  }

  /** Enrols a device; returns after the commit. Throws Overloaded when too much waits. */
  public Enrolled enrol(Applicant applicant) {
    return writer.write(sql -> Enrolments.enrol(sql, applicant));
  }

  /** Whose key this is, now or next. */
  public Optional<KnownKey> key(String keyId) {
    return database.read(sql -> Keys.find(sql, keyId));
  }

  /** The key that a device has now. */
  public Optional<KnownKey> keyOf(String device) {
    return database.read(sql -> Keys.ofDevice(sql, device));
  }

  /** Uses a nonce up; false when it was used before. */
  public boolean use(Arrival.Proof proof) {
    return writer.write(sql -> {
      Keys.used(sql, proof.keyId());
      return Nonces.use(sql, proof);
    });
  }

  /** Remembers the key that takes over with its first use. */
  public Acted nextKey(Arrival.Proof proof, String device, DeviceKey key, Instant now) {
    return acted(
        proof,
        device,
        sql ->
            key.thumbprint().equals(proof.keyId())
                ? new Acted.Done()
                : Keys.next(sql, device, key, now));
  }

  /** A device says that it leaves. */
  public Acted leave(Arrival.Proof proof, String device, Goodbye goodbye) {
    return acted(
        proof,
        device,
        sql -> {
          Standings.leave(sql, device, goodbye);
          return new Acted.Done();
        });
  }

  /** Whose key it is, and how that device stands, may have changed since the request was read. */
  private Acted acted(Arrival.Proof proof, String device, GroupCommit.Work<Acted> work) {
    return writer.write(sql -> {
      Optional<Standing> standing = Keys.standing(sql, proof.keyId(), device);
      if (!standing.equals(Optional.of(Standing.ACTIVE))) {
        return new Acted.NoLonger(standing);
      }
      if (Nonces.isUsed(sql, proof)) {
        return new Acted.Replayed();
      }
      Keys.used(sql, proof.keyId());
      Acted acted = work.in(sql);
      if (acted instanceof Acted.Done) {
        Nonces.use(sql, proof);
      }
      return acted;
    });
  }

  /** Keeps a token and makes its organisation when that is new. */
  public void issue(NewToken token) {
    writer.perform(sql -> Tokens.issue(sql, token));
  }

  /** Every token, by organisation. */
  public List<Token> tokens() {
    return database.read(Tokens::list);
  }

  /** Revokes a token by the id it is listed under; false when there is none. */
  public boolean revokeToken(String id, Instant now) {
    return writer.write(sql -> Tokens.revoke(sql, id, now));
  }

  /** Sets whether a device may report; false when there is no such device. */
  public boolean stand(String device, Standing standing) {
    return writer.write(sql -> Standings.set(sql, device, standing));
  }

  /** Shuts a device out, and all that came of its disk; empty when there is no such device. */
  public OptionalInt revoke(String device) {
    return writer.write(sql ->
        Standings.set(sql, device, Standing.REVOKED)
            ? OptionalInt.of(Standings.revoke(sql, device))
            : OptionalInt.empty());
  }

  /** Lets a device in; false when none of this id waits for it. */
  public boolean approve(String device, Instant now) {
    return writer.write(sql -> Standings.approve(sql, device, now));
  }

  /** Asks a device for another key; false when there is none of this id that reports. */
  public boolean rotate(String device) {
    return writer.write(sql -> Standings.rotate(sql, device));
  }

  /** Retires the older device for the newer; false unless both are there, of one organisation. */
  public boolean merge(String older, String newer) {
    return writer.write(sql -> Standings.merge(sql, older, newer));
  }

  /** Sets the policy of an organisation, by its name. */
  public PolicySet setPolicy(String organisation, SignedPolicy policy, Instant now) {
    return writer.write(sql -> Policies.set(sql, organisation, policy, now));
  }

  /** The policy of an organisation, by its id. */
  public Optional<SignedPolicy> policy(String organisation) {
    return database.read(sql -> Policies.of(sql, organisation));
  }

  /** The policy of an organisation, by its name. */
  public Optional<SignedPolicy> policyNamed(String name) {
    return database.read(sql -> Policies.named(sql, name));
  }

  /** Who may come in, and what they did. */
  public Register register() {
    return new Register(database, writer);
  }

  /** Where the counted time goes on. */
  public Instant resumed(Instant wall, Optional<String> boot, long nanos) {
    return database.read(sql -> Uptime.resumed(sql, wall, boot, nanos));
  }

  /**
   * Central has started: the time since its last heartbeat was an outage of its own; and what pages
   * ask is noted of devices of which an older central had not.
   */
  public void started(Heart heart) {
    writer.perform(sql -> Uptime.start(sql, heart));
    Optional<String> last = Optional.of("");
    while (last.isPresent()) {
      String after = last.get();
      last = writer.write(sql -> Backfill.next(sql, after));
    }
    while (writer.write(Folded::more)) {}
  }

  /** Central is alive: looks who fell silent, and forgets nonces that no signature can use. */
  public void beat(Heart heart) {
    writer.write(sql -> {
      Uptime.beat(sql, heart);
      Presences.look(sql, heart);
      Nonces.prune(sql, heart.wall());
      return true;
    });
  }

  /**
   * Forgets some of the reports that are older than the organisation's days, or else than these. A
   * clock that was set forward makes nothing old: the earlier of both times counts.
   */
  public void forget(Heart heart, int days) {
    Instant now = heart.wall().isBefore(heart.counted()) ? heart.wall() : heart.counted();
    writer.perform(sql -> Retention.forget(sql, now, days));
  }

  /** Looks who fell silent, without a word on whether central itself was there. */
  public void watch(Heart heart) {
    writer.perform(sql -> Presences.look(sql, heart));
  }

  /** Keeps reports of an organisation for so many days; false when there is none of this name. */
  public boolean keep(String organisation, int days) {
    return writer.write(sql -> Retention.keep(sql, organisation, days));
  }

  /** Copies the ledger, as of this moment, into an empty file; false when a server keeps it. */
  public boolean copyTo(Path file) {
    return database.copyTo(file);
  }

  /** Notes how every organisation stands today; what was noted before of today is overwritten. */
  public void noteDay(Instant now, Instant counted) {
    writer.perform(sql -> DaysKept.note(sql, now, counted));
  }

  /** Central is about to stop: it was there until now. */
  public void stopping(Heart heart) {
    writer.perform(sql -> Uptime.stop(sql, heart));
  }

  /** When central itself could not hear. */
  public List<Outage> outages() {
    return database.read(Uptime::outages);
  }

  /** What somebody may read of devices and organisations. */
  public Sight seenBy(Viewer viewer) {
    return new Sight(database, viewer);
  }

  /** What somebody may read and write about what is seen. */
  public Notebook notebook(Viewer viewer) {
    return new Notebook(database, writer, viewer);
  }

  /** What waits to go out. */
  public Outbox outbox() {
    return new Outbox(database, writer);
  }

  /** Writes what waits, then closes. */
  @Override
  public void close() {
    writer.close();
    database.close();
  }
}
