package porchlight.central.ledger;

import java.time.Instant;
import java.util.List;
import porchlight.central.people.Deed;
import porchlight.central.people.Role;
import porchlight.central.people.Viewer;
import porchlight.central.remarks.Remark;

/**
 * What was said about what is seen, as one viewer may read it. A client reads the acknowledgements
 * of its own organisation and no note; notes go from client to client. Any method throws
 * LedgerFault or Overloaded.
 */
public final class Notebook {
  private final Database database;
  private final GroupCommit writer;
  private final Viewer viewer;

  Notebook(Database database, GroupCommit writer, Viewer viewer) {
    this.database = database;
    this.writer = writer;
    this.viewer = viewer;
  }

  /** Writes them down; what is known already stays as it is. */
  public void add(List<Remark> remarks, Deed deed) {
    AuditLog.doing(
        writer,
        deed,
        sql -> {
          for (Remark remark : remarks) {
            Remarks.add(sql, remark);
          }
          return true;
        });
  }

  /** Ends one; false when there is none of this id that holds. */
  public boolean end(String id, Deed deed) {
    return AuditLog.doing(writer, deed, sql -> Remarks.end(sql, id, deed.at()));
  }

  /** Those that hold, newest first. */
  public List<Remark> holding(Instant now) {
    return database.read(sql -> Remarks.holding(sql, now, readable(viewer)));
  }

  /** Notes that hold about checks and nothing else, newest first; not those of such authors. */
  public List<Remark> advice(Instant now, String notBy) {
    return database.read(sql -> Remarks.advice(sql, now, notBy, readable(viewer)));
  }

  /** The same thing on more than one device, those of most clients first. */
  public List<Shared> shared(int most) {
    return database.read(sql -> Remarks.shared(sql, most, Within.of(viewer, "s.organisation")));
  }

  /** The devices that show it. */
  public List<Kin.Relative> showing(String seen, int most) {
    return database.read(
        sql -> Remarks.showing(sql, seen, most, Within.of(viewer, "d.organisation")));
  }

  /** What a viewer may read, as a condition. */
  static Within readable(Viewer viewer) {
    return viewer.role() == Role.CLIENT
        ? new Within(
            " and kind = 'acknowledgement' and organisation = ?",
            List.of(viewer.only().orElseThrow()))
        : Within.ALL;
  }
}
