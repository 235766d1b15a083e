package porchlight.cli.screen;

import java.util.List;
import porchlight.daemon.worker.Step;
import porchlight.daemon.worker.Step.State;

/**
 * What the doctor found: the first broken thing and its cure first, then every step in its order.
 */
public final class DoctorScreen {
  private static final int INDENT = 2;

  private DoctorScreen() {}

  public static String render(List<Step> steps, Look look) {
    var sheet = new Sheet(look);
    var broken = steps.stream().filter(step -> step.state() == State.BROKEN).toList();
    boolean isBlind =
        steps.stream()
            .anyMatch(step -> step.state() == State.UNSEEN && !step.id().startsWith("source "));
    if (!broken.isEmpty()) {
      Step first = broken.getFirst();
      sheet
          .text(0, Ink.BAD, "Broken: " + first.id())
          .text(0, Ink.PLAIN, first.saw())
          .labelled("Cure: ", Ink.BOLD, first.cure() + ".", Ink.PLAIN);
    } else if (isBlind) {
      sheet.text(0, Ink.BLIND, "Nothing broken is seen, but not all could be looked at.");
    } else {
      sheet.text(0, Ink.GOOD, "All works.");
    }
    sheet.gap();
    steps.forEach(step -> row(sheet, step, broken));
    return sheet.toString();
  }

  private static void row(Sheet sheet, Step step, List<Step> broken) {
    sheet.labelled(
        sheet.padded(sign(step.state()) + " " + step.id(), 16) + " ",
        ink(step.state()),
        step.saw(),
        Ink.PLAIN);
    boolean isTold = !broken.isEmpty() && step.equals(broken.getFirst());
    if (!step.cure().isEmpty() && !isTold) {
      sheet.labelled(" ".repeat(INDENT) + "Cure: ", Ink.BOLD, step.cure() + ".", Ink.PLAIN);
    }
  }

  private static String sign(State state) {
    return switch (state) {
      case WORKS -> "✓";
      case BROKEN -> "✗";
      case UNSEEN -> "?";
      case SKIPPED -> "-";
    };
  }

  private static Ink ink(State state) {
    return switch (state) {
      case WORKS -> Ink.GOOD;
      case BROKEN -> Ink.BAD;
      case UNSEEN -> Ink.BLIND;
      case SKIPPED -> Ink.DIM;
    };
  }
}
