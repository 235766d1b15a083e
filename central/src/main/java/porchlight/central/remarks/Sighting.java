package porchlight.central.remarks;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import porchlight.central.reports.Finding;
import porchlight.central.reports.Outcome;

/** One thing that a failed check showed; the same thing elsewhere has the same key. */
public record Sighting(String check, String name, String value) {
  private static final int MOST = 60;

  /** What these findings show. */
  public static List<Sighting> in(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.outcome() == Outcome.FAIL)
        .flatMap(Sighting::of)
        .distinct()
        .limit(MOST)
        .toList();
  }

  private static Stream<Sighting> of(Finding finding) {
    return finding.evidence().stream()
        .map(seen -> new Sighting(finding.check(), seen.name(), seen.value()));
  }

  /** The key. */
  public String key() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((check + "\n" + name + "\n" + value).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
