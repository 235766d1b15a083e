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

  /** A check that would see somebody there, and what it looks at. */
  private record Lookout(String check, String at, String what) {}

  /** In the order in which they are named. */
  private static final List<Lookout> BETWEEN =
      List.of(
          new Lookout("gateway-identity", "at the gateway", "the gateway"),
          new Lookout("captive-portal", "on known pages", "known pages"),
          new Lookout("tls-interception", "in certificates", "certificates"),
          new Lookout("dns-integrity", "in answers for names", "answers for names"));

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
      String because = finding(seen.get(0).check).orElseThrow().verdict().because();
      var checks = seen.stream().map(Lookout::check).toList();
      say(sheet, Ink.BAD, "perhaps somebody: " + because + " (" + String.join(", ", checks) + ").");
    } else if (!clear.isEmpty()) {
      String dark = blind.isEmpty() ? "" : "; " + unseen(blind);
      var at = clear.stream().map(Lookout::at).toList();
      say(sheet, Ink.PLAIN, "nobody was seen " + listed(at, " or ") + dark + ".");
    } else if (!blind.isEmpty()) {
      say(sheet, Ink.BLIND, "cannot be told: " + unseen(blind) + ".");
    }
  }

  private static String unseen(List<Lookout> blind) {
    return listed(blind.stream().map(Lookout::what).toList(), " and ") + " could not be looked at";
  }

  private static String listed(List<String> words, String lastly) {
    int last = words.size() - 1;
    return last == 0
        ? words.get(0)
        : String.join(", ", words.subList(0, last)) + lastly + words.get(last);
  }

  private static void say(Sheet sheet, Ink ink, String words) {
    sheet.text(0, ink, "Between here and the internet: " + words);
  }

  private List<Lookout> having(Outcome outcome) {
    var some = new ArrayList<Lookout>();
    for (Lookout one : BETWEEN) {
      finding(one.check)
          .filter(found -> found.verdict().outcome() == outcome)
          .ifPresent(found -> some.add(one));
    }
    return some;
  }

  private Optional<Finding> finding(String check) {
    return assessment.findings().stream().filter(one -> one.check().equals(check)).findFirst();
  }
}
