package porchlight.central.ledger;

import porchlight.central.people.Deed;
import porchlight.central.reports.Word;
import porchlight.central.signing.Digests;

/**
 * A deed as it is kept: {@code before} is the hash of the entry before it, {@code hash} its own.
 */
public record AuditEntry(long number, Deed deed, String before, String hash) {
  /** The hash before the first entry. */
  static final String NONE = "";

  static AuditEntry after(long number, String before, Deed deed) {
    return new AuditEntry(number, deed, before, digest(number, before, deed));
  }

  /** Whether it says what it said when it was written. */
  boolean holds() {
    return hash.equals(digest(number, before, deed));
  }

  /** Every part with its length before it, so that no two entries read the same. */
  private static String digest(long number, String before, Deed deed) {
    StringBuilder text = new StringBuilder("porchlight-audit/1\n");
    for (String part :
        new String[] {
          Long.toString(number),
          before,
          Long.toString(deed.at().toEpochMilli()),
          deed.who(),
          deed.address(),
          Word.of(deed.act()),
          deed.target(),
          deed.detail()
        }) {
      text.append(part.length()).append(':').append(part);
    }
    return Digests.ofText(text.toString());
  }
}
