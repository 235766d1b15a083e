package porchlight.central.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import porchlight.central.devices.Change;
import porchlight.central.people.Viewer;
import porchlight.central.remarks.Remark;

/**
 * What one viewer may read. What is of an organisation that they do not see is answered as what is
 * not there at all. Any method throws LedgerFault when the database does not answer.
 */
public final class Sight {
  private final Database database;
  private final Viewer viewer;

  Sight(Database database, Viewer viewer) {
    this.database = database;
    this.viewer = viewer;
  }

  /** Whose sight it is. */
  public Viewer viewer() {
    return viewer;
  }

  /** What this viewer may read of many devices at once, as of a counted time. */
  public Overview overview(Instant counted) {
    return new Overview(database, viewer, counted);
  }

  /** Every organisation, by name. */
  public List<Organisation> organisations() {
    return database.read(sql -> Directory.organisations(sql, Within.of(viewer, "id")));
  }

  /**
   * The devices that are not retired by their ids, as many as that after this one; of one
   * organisation where that is said.
   */
  public List<Device> devices(Optional<String> organisation, String after, int most) {
    return database.read(sql -> Directory.devices(sql, organisation, after, most, ofDevices()));
  }

  /** The devices of one organisation that are not retired. */
  public List<Device> devices(String organisation) {
    return database.read(sql -> Directory.devices(sql, organisation, ofDevices()));
  }

  /** Those of these devices that are there, retired or not. */
  public List<Device> devices(Set<String> ids) {
    return database.read(sql -> Directory.devices(sql, List.copyOf(ids), ofDevices()));
  }

  /** What devices are called, retired ones too. */
  public List<String> names() {
    return database.read(sql -> Directory.names(sql, ofDevices()));
  }

  /** One device, retired or not. */
  public Optional<Device> device(String id) {
    return database.read(sql -> Directory.device(sql, id, ofDevices()));
  }

  /** The content of a device's newest report, as it was sent. */
  public Optional<String> content(String device) {
    return database.read(sql -> Directory.content(sql, device, ofDevices()));
  }

  /** What each check says on the devices of an organisation that are not retired, by their ids. */
  public Map<String, List<Verdict>> verdicts(String organisation) {
    return database.read(sql -> Verdicts.of(sql, organisation, ofDevices()));
  }

  /** Every change of a device, by check, oldest first. */
  public List<Change> changes(String device) {
    return database.read(sql ->
        Directory.sees(sql, device, ofDevices()) ? DeviceStates.changes(sql, device) : List.of());
  }

  /** The newest receipts of a device, newest first. */
  public List<Receipt> receipts(String device, int most) {
    return database.read(sql ->
        Directory.sees(sql, device, ofDevices())
            ? Directory.receipts(sql, device, most)
            : List.of());
  }

  /** The devices that one is, was or may be. */
  public Kin kin(String device) {
    return database.read(sql -> Kinship.of(sql, device, Within.of(viewer, "x.organisation")));
  }

  /**
   * Remarks that hold and may fit a device: about it, what it shows, its checks or places; which of
   * these it has is the caller's to look at.
   */
  public List<Remark> remarks(String device, Instant now) {
    return database.read(sql ->
        Directory.sees(sql, device, ofDevices())
            ? Remarks.about(sql, device, now, Notebook.readable(viewer))
            : List.of());
  }

  /** The events after this one, oldest first. */
  public List<Event> events(long after, int most) {
    return database.read(sql -> Events.after(sql, after, most, Within.of(viewer, "organisation")));
  }

  /** The newest events since then, oldest first; at most ten thousand. */
  public List<Event> eventsSince(Instant since) {
    return database.read(sql -> Events.since(sql, since, Within.of(viewer, "organisation")));
  }

  private Within ofDevices() {
    return Within.of(viewer, "d.organisation");
  }
}
