package porchlight.central.ledger;

import java.sql.SQLException;
import java.util.Optional;

/** Finds one report of a device, and what it says even where it only repeats it. */
final class SaidRows {
  private static final String NEXT =
      "(select min(n.sequence) from report n where n.device = r.device and n.sequence > r.sequence)";

  /** Numbers that stand for a report which came under another are no gap. */
  private static final String GAP =
      "case when "
          + NEXT
          + " - r.sequence - 1 > (select count(*) from renumbered m where m.device = r.device"
          + " and m.sequence > r.sequence and m.sequence < "
          + NEXT
          + ") then 1 else 0 end";

  private static final String REPORT =
      "select r.sequence, r.id, r.collected_at, r.received_at, (select c.content from report c"
          + " where c.device = r.device and c.digest = r.digest and c.content is not null"
          + " order by c.sequence desc limit 1) as content, "
          + GAP
          + " as gap from report r where r.device = ?";

  private static final String NEWEST = " order by r.sequence desc limit 1";

  private SaidRows() {}

  static Optional<Said> one(Sql sql, String device, Which which) throws SQLException {
    return switch (which) {
      case Which.Numbered(long sequence) ->
          sql.one(REPORT + " and r.sequence = ?", SaidRows::said, device, sequence);
      case Which.Before(var until) ->
          sql.one(
              REPORT + " and " + Headlines.WHEN + " < ?" + NEWEST, SaidRows::said, device, until);
      case Which.Last() -> sql.one(REPORT + NEWEST, SaidRows::said, device);
      case Which.Otherwise(long sequence) ->
          sql.one(
              REPORT
                  + " and r.sequence < ? and r.digest <>"
                  + " (select o.digest from report o where o.device = ? and o.sequence = ?)"
                  + NEWEST,
              SaidRows::said,
              device,
              sequence,
              device,
              sequence);
    };
  }

  private static Said said(Row row) throws SQLException {
    return new Said(
        row.number("sequence"),
        row.text("id"),
        Headlines.when(row.time("collected_at"), row.time("received_at")),
        row.maybeText("content"),
        row.number("gap") == 1);
  }
}
