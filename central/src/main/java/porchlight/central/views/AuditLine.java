package porchlight.central.views;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import porchlight.central.ledger.AuditEntry;
import porchlight.central.reports.Word;

/** One deed, as the audit page tells it. */
public record AuditLine(
    long number, Moment at, String who, String did, String target, String detail, String address) {
  /** The first line of the file. */
  public static final String CSV_HEAD = "number,at,who,did,target,detail,address,hash\r\n";

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

  /** An entry as a line of CSV (RFC 4180). */
  public static String csv(AuditEntry entry) {
    return Stream.of(
            Long.toString(entry.number()),
            entry.deed().at().toString(),
            entry.deed().who(),
            Word.of(entry.deed().act()),
            entry.deed().target(),
            entry.deed().detail(),
            entry.deed().address(),
            entry.hash())
        .map(AuditLine::cell)
        .collect(Collectors.joining(",", "", "\r\n"));
  }

  /** A cell that no spreadsheet takes for a formula. */
  private static String cell(String text) {
    String safe = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    return '"' + safe.replace("\"", "\"\"") + '"';
  }
}
