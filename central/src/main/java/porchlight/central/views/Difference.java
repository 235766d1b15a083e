package porchlight.central.views;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import porchlight.central.json.ContentReader;
import porchlight.central.ledger.Headline;
import porchlight.central.ledger.Overview;
import porchlight.central.reports.Calm;
import porchlight.central.reports.Content;
import porchlight.central.reports.Finding;
import porchlight.central.reports.Outcome;
import porchlight.central.reports.Word;

/** What one full report of a device says otherwise than an earlier one. */
public record Difference(
    String device,
    String name,
    Moment from,
    Moment to,
    long fromSequence,
    long toSequence,
    List<Line> lines,
    int same) {
  private static final int MOST = 500;

  /** Something that differs, with what was said before and after. */
  public record Line(String what, String before, String after, String css) {}

  /**
   * The difference, of the two newest where {@code to} is 0; empty when either is no full report
   * that is kept.
   */
  public static Optional<Difference> of(
      Overview overview, Heard heard, int from, int to, Instant now) {
    String id = heard.device().id();
    List<Headline> headlines = overview.headlines(id, MOST);
    if (to == 0 && headlines.size() > 1) {
      return of(
          overview,
          heard,
          (int) headlines.get(1).sequence(),
          (int) headlines.getFirst().sequence(),
          now);
    }
    Optional<Content> before = overview.content(id, from).map(ContentReader::read);
    Optional<Content> after = overview.content(id, to).map(ContentReader::read);
    Optional<Headline> earlier =
        headlines.stream().filter(one -> one.sequence() == from).findFirst();
    Optional<Headline> later = headlines.stream().filter(one -> one.sequence() == to).findFirst();
    if (before.isEmpty() || after.isEmpty() || earlier.isEmpty() || later.isEmpty()) {
      return Optional.empty();
    }
    List<Line> lines = lines(before.get(), after.get());
    return Optional.of(
        new Difference(
            id,
            heard.name(),
            Moment.of(earlier.get().at(), now),
            Moment.of(later.get().at(), now),
            from,
            to,
            lines,
            Math.max(0, after.get().findings().size() - lines.size())));
  }

  private static List<Line> lines(Content before, Content after) {
    List<Line> lines = new ArrayList<>();
    add(lines, "Answer", answer(before), answer(after), Word.of(after.assessment().answer()));
    add(lines, "Place", place(before), place(after), "");
    add(
        lines,
        "System",
        before.os().name() + before.os().version().map(v -> " " + v).orElse(""),
        after.os().name() + after.os().version().map(v -> " " + v).orElse(""),
        "");
    add(lines, "Agent", before.agentVersion(), after.agentVersion(), "");
    add(
        lines,
        "Policy revision",
        Integer.toString(before.policyRevision()),
        Integer.toString(after.policyRevision()),
        "");
    Map<String, Finding> was = byCheck(before);
    Map<String, Finding> is = byCheck(after);
    Map<String, Finding> all = new LinkedHashMap<>(is);
    was.forEach(all::putIfAbsent);
    all.keySet()
        .forEach(check ->
            add(
                lines,
                CheckPage.of(check).title(),
                said(Optional.ofNullable(was.get(check))),
                said(Optional.ofNullable(is.get(check))),
                Optional.ofNullable(is.get(check))
                    .map(finding ->
                        finding.outcome() == Outcome.FAIL
                            ? "unsafe"
                            : finding.outcome() == Outcome.PASS ? "safe" : "")
                    .orElse("")));
    return List.copyOf(lines);
  }

  private static void add(List<Line> lines, String what, String before, String after, String css) {
    if (!before.equals(after)) {
      lines.add(new Line(what, Calm.text(before), Calm.text(after), css));
    }
  }

  private static Map<String, Finding> byCheck(Content content) {
    Map<String, Finding> findings = new LinkedHashMap<>();
    content.findings().forEach(finding -> findings.put(finding.check(), finding));
    return findings;
  }

  private static String answer(Content content) {
    return Heard.tone(content.assessment().answer()).label()
        + (content.assessment().score().isPresent()
            ? ", " + content.assessment().score().getAsInt()
            : "");
  }

  private static String place(Content content) {
    return content.place().map(Whereabouts::of).orElse("on no network");
  }

  private static String said(Optional<Finding> finding) {
    if (finding.isEmpty()) {
      return "not checked";
    }
    StringBuilder said = new StringBuilder(History.words(finding.get().outcome()));
    said.append(": ").append(finding.get().because());
    finding
        .get()
        .evidence()
        .forEach(seen -> said.append(" · ").append(seen.name()).append(' ').append(seen.value()));
    return said.toString();
  }
}
