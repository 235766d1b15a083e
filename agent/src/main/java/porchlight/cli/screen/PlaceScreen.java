package porchlight.cli.screen;

import porchlight.checks.Evidence;
import porchlight.checks.Verdict;

/** The screen of {@code porchlight place}. */
public final class PlaceScreen {
  private static final int NAME = 18;

  private PlaceScreen() {}

  public static String render(Verdict verdict, Look look) {
    var sheet = new Sheet(look);
    sheet.text(0, Ink.BOLD, CheckScreen.sentence(verdict.because()));
    for (Evidence seen : verdict.evidence()) {
      sheet.labelled("  " + sheet.padded(seen.name(), NAME), Ink.DIM, seen.value(), Ink.PLAIN);
    }
    boolean isSaid = verdict.evidence().stream().anyMatch(seen -> seen.name().equals("said"));
    if (!isSaid && !verdict.evidence().isEmpty()) {
      sheet
          .gap()
          .text(
              0,
              Ink.DIM,
              "Say what it is: porchlight place home (or office, guest, public-hotspot,"
                  + " phone-hotspot), as root.");
    }
    return sheet.toString();
  }
}
