package porchlight.central.settings;

import java.util.Optional;
import java.util.regex.Pattern;

/** A PostgreSQL database that keeps the ledger: its JDBC URL, and the password when one is told. */
public record LedgerServer(String url, Optional<String> password) {
  private static final String START = "jdbc:postgresql://";
  private static final Pattern SECRET = Pattern.compile("[?&](?:ssl)?password=|//[^/?]*@");
  private static final Pattern REWRITTEN = Pattern.compile("[?&]reWriteBatchedInserts=true");

  /**
   * Reads a JDBC URL; throws IllegalArgumentException when it is none, tells a secret, or asks for
   * what cannot be.
   */
  public static LedgerServer parse(String url) {
    if (!url.startsWith(START)) {
      throw new IllegalArgumentException(
          "a JDBC URL is expected: " + START + "HOST/DATABASE?user=NAME");
    }
    if (SECRET.matcher(url).find()) {
      throw new IllegalArgumentException(
          "no password is expected here: it goes into ledgerPasswordFile");
    }
    if (REWRITTEN.matcher(url).find()) {
      throw new IllegalArgumentException(
          "reWriteBatchedInserts is not expected: with it nobody is told which rows were new");
    }
    return new LedgerServer(url, Optional.empty());
  }

  /** The same with a password. */
  public LedgerServer with(String secret) {
    return new LedgerServer(url, Optional.of(secret));
  }

  @Override
  public String toString() {
    return url;
  }
}
