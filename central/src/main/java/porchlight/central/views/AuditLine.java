package porchlight.central.views;

import java.time.Instant;
import java.util.List;
import porchlight.central.ledger.AuditEntry;
import porchlight.central.reports.Word;

/** One deed, as the audit page tells it. */
public record AuditLine(
    long number, Moment at, String who, String did, String target, String detail, String address) {
  /** Every entry, as they were given. */
  public static List<AuditLine> all(List<AuditEntry> entries, Instant now) {
    return entries.stream().map(entry -> of(entry, now)).toList();
  }

  private static AuditLine of(AuditEntry entry, Instant now) {
    return new AuditLine(
        entry.number(),
        Moment.of(entry.deed().at(), now),
        entry.deed().who(),
        Word.of(entry.deed().act()).replace('-', ' '),
        entry.deed().target(),
        entry.deed().detail(),
        entry.deed().address());
  }
}
