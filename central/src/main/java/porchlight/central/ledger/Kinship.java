package porchlight.central.ledger;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import porchlight.central.ledger.Kin.Relative;

/** Finds the kin of a device; the same machine hint is a suggestion and nothing more. */
final class Kinship {
  /** Named on a page; a golden image may have thousands. */
  private static final int MOST = 50;

  private static final String NEWEST = " order by x.enrolled_at desc";

  private Kinship() {}

  static Kin of(Sql sql, String device, Within within) throws SQLException {
    return new Kin(
        first(
            sql,
            "join device d on d.id = ? where x.machine = d.machine and x.id <> d.id"
                + " and x.organisation = d.organisation and x.merged_into is null"
                + " and (x.standing = 'active' or x.goodbye = 'uninstalled')"
                + " and x.last_seen < d.enrolled_at and d.cloned_from is null"
                + " and d.merged_into is null",
            " order by x.last_seen desc",
            device,
            within),
        first(sql, "join device d on d.id = ? where x.id = d.merged_into", "", device, within),
        all(sql, "where x.merged_into = ?", NEWEST, device, within),
        first(sql, "join device d on d.id = ? where x.id = d.cloned_from", "", device, within),
        all(sql, "where x.cloned_from = ?", NEWEST, device, within));
  }

  private static Optional<Relative> first(
      Sql sql, String which, String order, String device, Within within) throws SQLException {
    return all(sql, which, order, device, within).stream().findFirst();
  }

  private static List<Relative> all(
      Sql sql, String which, String order, String device, Within within) throws SQLException {
    return sql.list(
        "select x.id, x.name from device x " + which + within.and() + order + " limit " + MOST,
        row -> new Relative(row.text("id"), row.maybeText("name")),
        within.after(device));
  }
}
