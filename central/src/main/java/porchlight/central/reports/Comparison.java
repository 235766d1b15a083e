package porchlight.central.reports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a content says otherwise of its checks than another, in its order.
 *
 * @param same how many checks say the same, to the word
 */
public record Comparison(List<Contrast> contrasts, int same) {

  /** What {@code after} says otherwise than {@code before}. */
  public static Comparison of(Content before, Content after) {
    Map<String, Finding> was = byCheck(before);
    Map<String, Finding> is = byCheck(after);
    Map<String, Finding> all = new LinkedHashMap<>(is);
    was.forEach(all::putIfAbsent);
    List<Contrast> contrasts = new ArrayList<>();
    for (String check : all.keySet()) {
      Contrast contrast =
          new Contrast(
              check, Optional.ofNullable(was.get(check)), Optional.ofNullable(is.get(check)));
      if (!contrast.before().equals(contrast.after())) {
        contrasts.add(contrast);
      }
    }
    return new Comparison(List.copyOf(contrasts), all.size() - contrasts.size());
  }

  /** Those that went that way. */
  public List<Contrast> that(Contrast.Way way) {
    return contrasts.stream().filter(contrast -> contrast.way() == way).toList();
  }

  /** Of a check that is listed twice the worse counts. */
  private static Map<String, Finding> byCheck(Content content) {
    Map<String, Finding> findings = new LinkedHashMap<>();
    for (Finding finding : content.findings()) {
      findings.merge(
          finding.check(),
          finding,
          (one, other) -> one.outcome().compareTo(other.outcome()) <= 0 ? one : other);
    }
    return findings;
  }
}
