package porchlight.central.ledger;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import porchlight.central.devices.Change;
import porchlight.central.presence.Outage;
import porchlight.central.reports.Goodbye;
import porchlight.central.signing.DeviceKey;

/**
 * Everything central remembers. Any method throws LedgerFault when the database does not answer.
 */
public final class Ledger implements AutoCloseable {
  private final Database database;
  private final GroupCommit writer;

  private Ledger(Database database, GroupCommit writer) {
    this.database = database;
    this.writer = writer;
  }

  /** Opens the file, making it where there is none; at most {@code capacity} writes may wait. */
  public static Ledger open(Path file, int capacity) {
    try {
      Database database = Database.open(file);
      return new Ledger(database, new GroupCommit(database.writer(), capacity));
    } catch (SQLException e) {
      throw new LedgerFault("the ledger " + file + " cannot be opened: " + e.getMessage(), e);
    }
  }

  /** Files a report; returns after the commit. Throws Overloaded when too much waits. */
  public Filed file(Arrival arrival) {
    return writer.write(sql -> ReportLog.file(sql, arrival));
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

  /** Remembers the key that takes over with its first use; false when it is anybody's already. */
  public boolean nextKey(String device, DeviceKey key) {
    return writer.write(sql -> Keys.next(sql, device, key));
  }

  /** A device says that it leaves. */
  public void leave(String device, Goodbye goodbye) {
    writer.write(sql -> {
      Standings.leave(sql, device, goodbye);
      return true;
    });
  }

  /** Keeps a token and makes its organisation when that is new. */
  public void issue(NewToken token) {
    writer.write(sql -> {
      Tokens.issue(sql, token);
      return true;
    });
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

  /** Lets a device in; false when none of this id waits for it. */
  public boolean approve(String device) {
    return writer.write(sql -> Standings.approve(sql, device));
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

  /** The devices that one is, was or may be. */
  public Kin kin(String device) {
    return database.read(sql -> Kinship.of(sql, device));
  }

  /** Central has started: the time since its last heartbeat was an outage of its own. */
  public void started(Instant now) {
    writer.write(sql -> {
      Uptime.start(sql, now);
      return true;
    });
  }

  /** Central is alive; also forgets nonces that no signature can use any more. */
  public void beat(Instant now) {
    writer.write(sql -> {
      Uptime.beat(sql, now);
      Nonces.prune(sql, now);
      return true;
    });
  }

  /** Central is about to stop: it was there until now. */
  public void stopping(Instant now) {
    writer.write(sql -> {
      Uptime.stop(sql, now);
      return true;
    });
  }

  /** When central itself could not hear. */
  public List<Outage> outages() {
    return database.read(Uptime::outages);
  }

  /** Every organisation, by name. */
  public List<Organisation> organisations() {
    return database.read(Directory::organisations);
  }

  /** Every device that is not retired. */
  public List<Device> devices() {
    return database.read(Directory::devices);
  }

  /** The devices of one organisation that are not retired. */
  public List<Device> devices(String organisation) {
    return database.read(sql -> Directory.devices(sql, organisation));
  }

  /** One device, retired or not. */
  public Optional<Device> device(String id) {
    return database.read(sql -> Directory.device(sql, id));
  }

  /** The content of a device's newest report, as it was sent. */
  public Optional<String> content(String device) {
    return database.read(sql -> Directory.content(sql, device));
  }

  /** Every change of a device, by check, oldest first. */
  public List<Change> changes(String device) {
    return database.read(sql -> DeviceStates.changes(sql, device));
  }

  /** The newest receipts of a device, newest first. */
  public List<Receipt> receipts(String device, int most) {
    return database.read(sql -> Directory.receipts(sql, device, most));
  }

  /** Writes what waits, then closes. */
  @Override
  public void close() {
    try {
      writer.close();
      database.close();
    } catch (SQLException e) {
      throw new LedgerFault("the ledger cannot be closed", e);
    }
  }
}
