package porchlight.cli.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.checks.Outcome;
import porchlight.policy.Assessment;
import porchlight.policy.Finding;

/** Where this laptop is, and whether anybody stands between it and the internet: two lines. */
record Whereabouts(Assessment assessment) {
  private static final String PLACE = "place";

  /** The checks that would see somebody there, in the order in which they are named. */
  private static final List<String> BETWEEN =
      List.of("gateway-identity", "captive-portal", "tls-interception", "dns-integrity");

  void print(Sheet sheet) {
    var place = finding(PLACE);
    if (place.isEmpty() || place.get().verdict().outcome() == Outcome.NOT_APPLICABLE) {
      return;
    }
    sheet
        .gap()
        .labelled(
            "Here: ", Ink.BOLD, CheckScreen.sentence(place.get().verdict().because()), Ink.PLAIN);
    var seen = having(Outcome.FAIL);
    var clear = having(Outcome.PASS);
    var blind = having(Outcome.UNKNOWN);
    if (!seen.isEmpty()) {
      say(sheet, Ink.BAD, "perhaps somebody: see " + String.join(", ", seen) + ".");
    } else if (!clear.isEmpty()) {
      String dark = blind.isEmpty() ? "" : "; " + String.join(", ", blind) + " could not see";
      say(
          sheet,
          Ink.PLAIN,
          "nobody, as far as " + String.join(", ", clear) + " can see" + dark + ".");
    } else if (!blind.isEmpty()) {
      say(sheet, Ink.BLIND, "cannot be told: " + String.join(", ", blind) + " could not see.");
    }
  }

  private static void say(Sheet sheet, Ink ink, String words) {
    sheet.text(0, ink, "Between here and the internet: " + words);
  }

  private List<String> having(Outcome outcome) {
    var names = new ArrayList<String>();
    for (String check : BETWEEN) {
      finding(check)
          .filter(one -> one.verdict().outcome() == outcome)
          .ifPresent(one -> names.add(check));
    }
    return names;
  }

  private Optional<Finding> finding(String check) {
    return assessment.findings().stream().filter(one -> one.check().equals(check)).findFirst();
  }
}
