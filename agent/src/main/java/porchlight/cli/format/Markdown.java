package porchlight.cli.format;

import porchlight.checks.Evidence;
import porchlight.checks.Outcome;
import porchlight.cli.screen.CheckScreen;
import porchlight.cli.screen.Cure;
import porchlight.policy.Finding;

/** For a ticket. What was seen is escaped, so that no name of a network can write markup. */
final class Markdown implements Format {
  @Override
  public Printed of(Seen seen) {
    var out = new StringBuilder("## ").append(seen.answer()).append(" to work from here\n\n");
    out.append(escape(seen.line())).append("  \n");
    out.append("Looked at ").append(seen.at());
    seen.device()
        .ifPresent(device ->
            out.append(" on ")
                .append(escape(device.name()))
                .append(", ")
                .append(escape((device.system() + " " + device.version()).strip())));
    out.append(", Porchlight ").append(escape(seen.version())).append(".\n");
    for (Finding finding : seen.having(Outcome.FAIL)) {
      finding(out, "Failed", finding);
      seen.pages()
          .apply(finding.check())
          .flatMap(page -> page.fix(seen.system()))
          .ifPresent(fix -> out.append("\n**Fix:** ").append(fix).append('\n'));
    }
    for (Finding finding : seen.having(Outcome.UNKNOWN)) {
      finding(out, "Could not see", finding);
      String cure = Cure.of(finding.verdict(), seen.system(), seen.root());
      if (!cure.isEmpty()) {
        out.append("\n**To see it:** ").append(escape(cure)).append('\n');
      }
    }
    names(out, "Passed", seen, Outcome.PASS);
    names(out, "Does not apply", seen, Outcome.NOT_APPLICABLE);
    return new Printed(out.toString(), code(seen.level()));
  }

  @Override
  public Printed broken(String why) {
    return new Printed("## CANNOT SAY\n\n" + escape(why) + "\n", code(Level.UNKNOWN));
  }

  /** As a plain check ends. */
  static int code(Level level) {
    return switch (level) {
      case OK -> 0;
      case WARNING, CRITICAL -> 1;
      case UNKNOWN -> 2;
    };
  }

  private static void finding(StringBuilder out, String kind, Finding finding) {
    out.append("\n### ")
        .append(kind)
        .append(": ")
        .append(finding.check())
        .append(" (")
        .append(finding.severity().word())
        .append(")\n\n")
        .append(escape(CheckScreen.sentence(finding.verdict().because())))
        .append('\n');
    var evidence = Seen.evidence(finding);
    if (!evidence.isEmpty()) {
      out.append('\n');
      for (Evidence seen : evidence) {
        out.append("- ").append(escape(seen.name())).append(": ").append(escape(seen.value()));
        out.append('\n');
      }
    }
  }

  private static void names(StringBuilder out, String what, Seen seen, Outcome outcome) {
    var names = seen.having(outcome).stream().map(Finding::check).toList();
    if (!names.isEmpty()) {
      out.append("\n**").append(what).append(":** ").append(String.join(", ", names)).append('\n');
    }
  }

  private static String escape(String text) {
    var out = new StringBuilder();
    for (char c : Seen.harmless(text).toCharArray()) {
      if ("\\`*_{}[]<>#|!~&@".indexOf(c) >= 0) {
        out.append('\\');
      }
      out.append(c);
    }
    return out.toString();
  }
}
