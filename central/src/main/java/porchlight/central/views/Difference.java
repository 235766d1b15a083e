package porchlight.central.views;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import porchlight.central.presence.Presence;
import porchlight.central.reports.Calm;
import porchlight.central.reports.Comparison;
import porchlight.central.reports.Content;
import porchlight.central.reports.Contrast;
import porchlight.central.reports.Contrast.Way;
import porchlight.central.reports.Finding;
import porchlight.central.reports.Outcome;
import porchlight.central.reports.Word;

/**
 * What one look says otherwise than another, to be read; {@code before} and {@code after} head the
 * columns.
 */
public record Difference(
    String answer, Side before, Side after, List<Group> groups, int same, boolean two) {

  /** One of the two: whose report it is, which, and from when. */
  public record Side(String label, String device, String report, Moment at, String silent) {
    static Side of(String label, Look look) {
      Heard heard = look.heard();
      return new Side(
          label,
          heard.device().id(),
          look.report(),
          Moment.of(look.said().at(), heard.now()),
          heard.presence() == Presence.SILENT ? "silent for " + Moment.span(heard.quiet()) : "");
    }
  }

  /** What went the same way. */
  public record Group(String title, List<Line> lines) {}

  /** Something that differs, with what was said before and after. */
  public record Line(String what, String before, String after, String css) {}

  /** How many things differ. */
  public int count() {
    return groups.stream().mapToInt(group -> group.lines().size()).sum();
  }

  /** What {@code after} says otherwise than {@code before}. */
  public static Difference of(Look before, Look after) {
    boolean two = !before.heard().device().id().equals(after.heard().device().id());
    Comparison found = Comparison.of(before.content(), after.content());
    List<Group> groups =
        Stream.of(
                new Group("Altogether", altogether(before.content(), after.content())),
                group("Worse", found, Way.WORSE),
                group("Could not tell any more", found, Way.UNKNOWN),
                group("Better", found, Way.BETTER),
                group("Otherwise", found, Way.OTHER))
            .filter(group -> !group.lines().isEmpty())
            .toList();
    return new Difference(
        answer(before, after, two),
        Side.of(two ? before.heard().name() : "Before", before),
        Side.of(two ? after.heard().name() : "After", after),
        groups,
        found.same(),
        two);
  }

  private static String answer(Look before, Look after, boolean two) {
    boolean same = before.answer().equals(after.answer());
    if (two) {
      return same
          ? "Both are " + after.answer() + "."
          : "The one is " + before.answer() + ", the other " + after.answer() + ".";
    }
    return same
        ? "It is " + after.answer() + " as before."
        : "It was " + before.answer() + ", it is " + after.answer() + ".";
  }

  private static List<Line> altogether(Content before, Content after) {
    List<Line> lines = new ArrayList<>();
    add(lines, "Answer", answer(before), answer(after), Word.of(after.assessment().answer()));
    add(lines, "Place", place(before), place(after), "");
    add(lines, "System", system(before), system(after), "");
    add(lines, "Agent", before.agentVersion(), after.agentVersion(), "");
    add(
        lines,
        "Policy revision",
        Integer.toString(before.policyRevision()),
        Integer.toString(after.policyRevision()),
        "");
    return List.copyOf(lines);
  }

  private static void add(List<Line> lines, String what, String before, String after, String css) {
    if (!before.equals(after)) {
      lines.add(new Line(what, Calm.text(before), Calm.text(after), css));
    }
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

  private static String system(Content content) {
    return content.os().name() + content.os().version().map(version -> " " + version).orElse("");
  }

  private static Group group(String title, Comparison found, Way way) {
    return new Group(title, found.that(way).stream().map(Difference::line).toList());
  }

  private static Line line(Contrast contrast) {
    return new Line(
        CheckPage.of(contrast.check()).title(),
        Calm.text(said(contrast.before())),
        Calm.text(said(contrast.after())),
        contrast.after().map(finding -> css(finding.outcome())).orElse(""));
  }

  private static String css(Outcome outcome) {
    return switch (outcome) {
      case FAIL -> "unsafe";
      case PASS -> "safe";
      case UNKNOWN, NOT_APPLICABLE, ABSENT -> "";
    };
  }

  private static String said(Optional<Finding> finding) {
    if (finding.isEmpty()) {
      return History.words(Outcome.ABSENT);
    }
    Finding one = finding.get();
    StringBuilder said = new StringBuilder(History.words(one.outcome()));
    said.append(" (").append(Word.of(one.severity())).append("): ").append(one.because());
    one.evidence()
        .forEach(seen -> said.append(" · ").append(seen.name()).append(' ').append(seen.value()));
    return said.toString();
  }
}
