package porchlight.central.views;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import porchlight.central.devices.Change;
import porchlight.central.json.ContentReader;
import porchlight.central.ledger.Organisation;
import porchlight.central.ledger.Sight;
import porchlight.central.people.Role;
import porchlight.central.reports.Calm;
import porchlight.central.reports.Content;
import porchlight.central.reports.Delivery;
import porchlight.central.reports.Finding;
import porchlight.central.reports.Os;
import porchlight.central.reports.Outcome;
import porchlight.central.reports.PolicySource;
import porchlight.central.reports.Word;

/**
 * Everything about one device; the lists are empty until its first full report. {@code writes} is
 * true for who may leave remarks.
 */
public record DevicePage(
    DeviceLine line,
    Organisation organisation,
    String fixOn,
    List<FindingView> failed,
    List<FindingView> blind,
    List<FindingView> passed,
    List<FindingView> notApplicable,
    List<Fact> facts,
    List<Detail> details,
    long missing,
    long given,
    List<Note> notes,
    List<RemarkView> remarks,
    boolean writes,
    History history) {
  private static final int RECEIPTS = 400;

  /** A fact, whether it is known, and if not why. */
  public record Fact(String name, boolean known, String obstacle) {}

  /** Something about the device itself. */
  public record Detail(String name, String value) {}

  /** Until when somebody lives with what a check found; empty when nobody does. */
  public String acknowledged(String check) {
    return remarks.stream()
        .filter(remark -> remark.acknowledges() && remark.check().equals(check))
        .map(RemarkView::until)
        .findFirst()
        .orElse("");
  }

  /** The answer in a sentence; of a silent device it is not known. */
  public String headline() {
    return switch (line.tone()) {
      case UNSAFE -> "Not safe to work from.";
      case CARE -> "Work from it with care.";
      case CANNOT_SAY -> "Cannot say whether it is safe.";
      case SAFE -> "Safe to work from.";
      case SILENT -> "Silent for " + line.silentFor() + ".";
      case PARKED -> "Parked, as it said.";
      case WAITING -> line.pending() ? "Waits to be let in." : "Enrolled, not heard yet.";
    };
  }

  /** What the answer rests on, in a sentence. */
  public String explanation() {
    return switch (line.tone()) {
      case SILENT, PARKED ->
          "Whether it is safe now is not known. Below is what it said last: "
              + line.said().toLowerCase(Locale.ROOT)
              + ".";
      case WAITING ->
          line.pending()
              ? "A person has to approve it before it may report."
              : "Its first report is still to come.";
      case UNSAFE, CARE, CANNOT_SAY, SAFE -> rests();
    };
  }

  private String rests() {
    if (failed.isEmpty() && blind.isEmpty() && passed.isEmpty()) {
      return "No check has told anything.";
    }
    if (failed.isEmpty() && blind.isEmpty()) {
      return "Every check could see, and none found anything.";
    }
    String found =
        failed.isEmpty() ? "Nothing was found" : counted(failed.size(), "thing") + " to fix";
    return blind.isEmpty()
        ? found + "; every check could see."
        : found + "; " + counted(blind.size(), "check") + " could not tell.";
  }

  private static String counted(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  /** The page of a device as of {@code heard.now()}. */
  public static DevicePage of(Sight sight, Heard heard) {
    String id = heard.device().id();
    Optional<Content> content = sight.content(id).map(ContentReader::read);
    List<Change> changes = sight.changes(id);
    Map<String, Change> last = new HashMap<>();
    changes.forEach(change -> last.put(change.check(), change));
    Findings findings = new Findings(content, last, heard.now());
    return new DevicePage(
        DeviceLine.of(heard),
        heard.device().organisation(),
        fixOn(content),
        findings.with(Outcome.FAIL),
        findings.with(Outcome.UNKNOWN),
        findings.with(Outcome.PASS),
        findings.with(Outcome.NOT_APPLICABLE),
        content.map(DevicePage::facts).orElse(List.of()),
        details(heard, content),
        heard.device().missing(),
        Math.min(heard.device().missing(), heard.device().delivery().given()),
        Notes.of(heard.device(), sight.kin(id), content, heard.now()),
        RemarkView.fitting(sight.remarks(id, heard.now()), content).stream()
            .map(remark -> RemarkView.of(remark, heard.now()))
            .toList(),
        sight.viewer().role() != Role.CLIENT,
        History.of(changes, sight.receipts(id, RECEIPTS), heard.now()));
  }

  private record Findings(Optional<Content> content, Map<String, Change> last, Instant now) {
    List<FindingView> with(Outcome outcome) {
      return content.stream()
          .flatMap(full -> full.findings().stream())
          .filter(finding -> finding.outcome() == outcome)
          .sorted(Comparator.comparing(Finding::severity))
          .map(finding ->
              FindingView.of(
                  finding,
                  content.orElseThrow().os().family(),
                  Optional.ofNullable(last.get(finding.check())),
                  now))
          .toList();
    }
  }

  private static List<Fact> facts(Content content) {
    return content.facts().entrySet().stream()
        .map(fact ->
            new Fact(
                fact.getKey().replace('-', ' '),
                fact.getValue().isEmpty(),
                Cure.obstacle(fact.getValue())))
        .sorted(Comparator.comparing(Fact::known).thenComparing(Fact::name))
        .toList();
  }

  private static String counted(long count) {
    return count > 0 ? Long.toString(count) : "";
  }

  private static String from(PolicySource source) {
    return switch (source) {
      case BUILT_IN -> "built in";
      case FILE -> "from a file";
      case CENTRAL -> "from here";
    };
  }

  private static List<Detail> details(Heard heard, Optional<Content> content) {
    Delivery delivery = heard.device().delivery();
    return List.of(
            new Detail("System", DeviceLine.of(heard).os()),
            new Detail("Architecture", content.flatMap(full -> full.os().arch()).orElse("")),
            new Detail("Model", content.flatMap(Content::model).orElse("")),
            new Detail("Place", content.flatMap(Content::place).map(Whereabouts::of).orElse("")),
            new Detail("Agent", heard.device().agent()),
            new Detail(
                "Policy revision",
                content
                    .map(full ->
                        full.policyRevision()
                            + full.policySource().map(source -> ", " + from(source)).orElse(""))
                    .orElse("")),
            new Detail(
                "Workers lost",
                content
                    .filter(full -> full.workersLost() > 0)
                    .map(full -> Integer.toString(full.workersLost()))
                    .orElse("")),
            new Detail("Enrolled", Moment.of(heard.device().enrolledAt(), heard.now()).exact()),
            new Detail("Reports every", Moment.span(heard.device().cadence())),
            new Detail("Dropped unsent", Delivered.dropped(delivery)),
            new Detail("Refused here", counted(delivery.refused())),
            new Detail("Failed sends", counted(delivery.failures())),
            new Detail("Its clock", Delivered.skew(delivery.skewSeconds())),
            new Detail("May report", Word.of(heard.device().standing())),
            new Detail("Device id", heard.device().id()))
        .stream()
        .filter(detail -> !detail.value().isEmpty())
        .map(detail -> new Detail(detail.name(), Calm.text(detail.value())))
        .toList();
  }

  private static String fixOn(Optional<Content> content) {
    return switch (content.map(full -> full.os().family()).orElse(Os.Family.OTHER)) {
      case LINUX -> "Fix on Linux";
      case MACOS -> "Fix on macOS";
      case WINDOWS -> "Fix on Windows";
      case OTHER -> "Fix";
    };
  }
}
