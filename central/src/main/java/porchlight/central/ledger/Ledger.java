package porchlight.central.ledger;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import porchlight.central.devices.Change;
import porchlight.central.presence.Outage;
import porchlight.central.reports.Word;

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

  /** Whose key this is. */
  public Optional<KnownKey> key(String keyId) {
    return database.read(sql -> Enrolments.key(sql, keyId));
  }

  /** Keeps a token for an organisation, which is made under {@code newId} when its name is new. */
  public void issue(
      String newId, String name, String tokenHash, long uses, Instant expires, Instant now) {
    writer.write(sql -> {
      Enrolments.issue(sql, newId, name, tokenHash, uses, expires, now);
      return true;
    });
  }

  /** Sets whether a device may report; false when there is no such device. */
  public boolean stand(String device, Standing standing) {
    return writer.write(sql -> Enrolments.stand(sql, device, Word.of(standing)));
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
