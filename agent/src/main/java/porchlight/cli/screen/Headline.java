package porchlight.cli.screen;

import java.util.ArrayList;
import java.util.List;
import porchlight.checks.Outcome;
import porchlight.policy.Answer;
import porchlight.policy.Assessment;
import porchlight.policy.Finding;
import porchlight.policy.Severity;

/**
 * The answer, and one sentence why.
 *
 * @param partial whether only some checks of the policy were asked for, which must not sound like
 *     all of it
 */
record Headline(Assessment assessment, boolean partial) {
  private static final int LONGEST_ASIDE = 20;

  void print(Sheet sheet) {
    Answer answer = assessment.answer();
    sheet.text(0, ink(answer), words(answer)).text(0, Ink.PLAIN, why(answer));
  }

  private static Ink ink(Answer answer) {
    return switch (answer) {
      case SAFE -> Ink.GOOD;
      case CARE -> Ink.CARE;
      case UNSAFE -> Ink.BAD;
      case CANNOT_SAY -> Ink.BLIND;
    };
  }

  private String words(Answer answer) {
    return switch (answer) {
      case SAFE -> partial ? "SAFE as far as was asked" : "SAFE to work from here";
      case CARE -> "CARE when you work from here";
      case UNSAFE -> "UNSAFE to work from here";
      case CANNOT_SAY -> "CANNOT SAY whether it is safe to work from here";
    };
  }

  private String why(Answer answer) {
    return switch (answer) {
      case SAFE -> well();
      case CARE -> worst(Severity.MEDIUM);
      case UNSAFE -> worst(Severity.HIGH);
      case CANNOT_SAY -> dark();
    };
  }

  /** What each deciding finding says first, in one sentence. */
  private String worst(Severity least) {
    List<String> said = new ArrayList<>();
    for (Finding finding : assessment.findings()) {
      if (finding.failsAt(least)) {
        said.add(clause(finding.verdict().because()));
      }
    }
    String first = CheckScreen.sentence(said.get(0));
    String start = first.substring(0, first.length() - 1);
    return switch (said.size()) {
      case 1 -> first;
      case 2 -> start + ", and " + said.get(1) + ".";
      case 3 -> start + ", " + said.get(1) + ", and " + said.get(2) + ".";
      default -> start + ", " + said.get(1) + ", and " + (said.size() - 2) + " things more.";
    };
  }

  /** What was seen, without what the policy asks for and without a long aside. */
  private static String clause(String because) {
    int end = because.indexOf(';');
    String clause = end < 0 ? because : because.substring(0, end);
    int aside = clause.lastIndexOf(" (");
    return clause.endsWith(")") && clause.length() - aside > LONGEST_ASIDE
        ? clause.substring(0, aside)
        : clause;
  }

  private String dark() {
    if (assessment.assessed() == 0) {
      return "None of the checks could see anything.";
    }
    List<String> dark = new ArrayList<>();
    for (Finding finding : assessment.findings()) {
      if (finding.blindAt(Severity.MEDIUM)) {
        dark.add(finding.check());
      }
    }
    return "Nothing bad was seen, but what matters could not all be seen: "
        + String.join(", ", dark)
        + ".";
  }

  private String well() {
    int small = 0;
    for (Finding finding : assessment.findings()) {
      if (finding.verdict().outcome() == Outcome.FAIL
          || finding.verdict().outcome() == Outcome.UNKNOWN) {
        small++;
      }
    }
    return switch (small) {
      case 0 -> "Everything that was looked at is well.";
      case 1 -> "All that matters is well; one small thing is told below.";
      default -> "All that matters is well; " + small + " small things are told below.";
    };
  }
}
