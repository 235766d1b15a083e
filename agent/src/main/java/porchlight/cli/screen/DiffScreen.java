package porchlight.cli.screen;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import porchlight.checks.Evidence;
import porchlight.json.Noted;
import porchlight.policy.Change;
import porchlight.policy.Change.Way;
import porchlight.policy.Difference;
import porchlight.policy.Finding;

/** The screen of {@code porchlight diff}: the answers, then each way that checks went. */
public record DiffScreen(Noted before, Noted after, Difference difference) {
  private static final int MOST_SHOWN = 8;

  public String render(Look look) {
    var sheet = new Sheet(look);
    sheet.text(0, Ink.BOLD, answer()).text(0, Ink.PLAIN, count());
    sheet.gap();
    look(sheet, "before  ", before);
    look(sheet, "after   ", after);
    ways(sheet, Way.WORSE, "Worse", Ink.BAD);
    ways(sheet, Way.UNKNOWN, "Could not tell any more", Ink.BLIND);
    ways(sheet, Way.BETTER, "Better", Ink.GOOD);
    ways(sheet, Way.OTHER, "Otherwise", Ink.BOLD);
    return sheet.toString();
  }

  private String answer() {
    String was = word(before);
    String is = word(after);
    return was.equals(is) ? "It is " + is + " as before." : "It was " + was + ", it is " + is + ".";
  }

  private static String word(Noted noted) {
    return noted.assessment().answer().word().toUpperCase(Locale.ROOT).replace('-', ' ');
  }

  private String count() {
    int count = difference.changes().size();
    return count == 0
        ? "Both reports say the same."
        : count
            + (count == 1 ? " thing differs, " : " things differ, ")
            + difference.same()
            + " say the same.";
  }

  private static void look(Sheet sheet, String label, Noted noted) {
    var assessment = noted.assessment();
    String score =
        assessment.score().isPresent() ? "score " + assessment.score().getAsInt() : "no score";
    sheet.labelled(
        label,
        Ink.DIM,
        noted.at().truncatedTo(ChronoUnit.SECONDS)
            + " · "
            + score
            + " · "
            + assessment.assessed()
            + " of "
            + (assessment.assessed() + assessment.blind())
            + " checks could see"
            + noted.report().map(id -> " · report " + id).orElse(""),
        Ink.PLAIN);
  }

  private void ways(Sheet sheet, Way way, String heading, Ink ink) {
    List<Change> changes = difference.that(way);
    if (!changes.isEmpty()) {
      sheet.gap().text(0, ink, heading);
    }
    for (Change change : changes) {
      sheet.gap().text(2, Ink.BOLD, change.check() + severity(change) + ": " + words(change));
      sheet.labelled("    before  ", Ink.DIM, because(change.before()), Ink.PLAIN);
      if (!because(change.before()).equals(because(change.after()))) {
        sheet.labelled("    after   ", Ink.DIM, because(change.after()), Ink.PLAIN);
      }
      evidence(sheet, "    - ", change.gone());
      evidence(sheet, "    + ", change.fresh());
    }
  }

  private static String severity(Change change) {
    return change
        .after()
        .or(change::before)
        .map(finding -> " (" + finding.severity().word() + ")")
        .orElse("");
  }

  private static String words(Change change) {
    String was = outcome(change.before());
    String is = outcome(change.after());
    return was.equals(is) ? is + " as before" : was + " → " + is;
  }

  /** In central's words. */
  private static String outcome(Optional<Finding> finding) {
    return finding
        .map(one ->
            switch (one.verdict().outcome()) {
              case FAIL -> "failed";
              case UNKNOWN -> "could not tell";
              case PASS -> "passed";
              case NOT_APPLICABLE -> "did not apply";
            })
        .orElse("not checked");
  }

  private static String because(Optional<Finding> finding) {
    return finding.map(one -> CheckScreen.sentence(one.verdict().because())).orElse("Not checked.");
  }

  private static void evidence(Sheet sheet, String mark, List<Evidence> seen) {
    seen.stream()
        .limit(MOST_SHOWN)
        .forEach(one -> sheet.labelled(mark, Ink.DIM, one.name() + "  " + one.value(), Ink.PLAIN));
    if (seen.size() > MOST_SHOWN) {
      sheet.text(6, Ink.DIM, "… " + (seen.size() - MOST_SHOWN) + " more with --json");
    }
  }
}
