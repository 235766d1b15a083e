package porchlight.cli.screen;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import porchlight.checks.Evidence;
import porchlight.checks.Outcome;
import porchlight.policy.Assessment;
import porchlight.policy.Finding;
import porchlight.policy.Severity;

/**
 * The screen of {@code porchlight check}: the answer, what is wrong and how to mend it, what could
 * not be seen and what would cure that, and what is well.
 *
 * @param pages the pages of the checks
 * @param system whose fixes are shown: {@code linux}, {@code macos} or {@code windows}
 * @param root whether a privileged user looked
 * @param partial whether only some checks of the policy were asked for
 * @param verbose whether what is well is shown with its evidence
 */
public record CheckScreen(
    Function<String, Optional<Page>> pages,
    String system,
    boolean root,
    boolean partial,
    boolean verbose) {
  private static final int INDENT = 2;
  private static final int SHOWN_ALIKE = 4;

  /** Names of programs keep their spelling where they begin a sentence. */
  private static final Set<String> PROGRAMS =
      Set.of(
          ("apt dconf defaults dnf dnsmasq dpkg firewalld ip ipset iptables iw iwctl iwd nft nmcli"
                  + " pacman resolvectl resolved rpm snapd ss stubby systemctl systemd timedatectl ufw"
                  + " unbound zypper")
              .split(" "));

  public String render(Assessment assessment, Look look) {
    var sheet = new Sheet(look);
    new Headline(assessment, partial).print(sheet);
    new Whereabouts(assessment).print(sheet);
    failures(sheet, having(assessment, Outcome.FAIL));
    blind(sheet, having(assessment, Outcome.UNKNOWN));
    quiet(sheet, "✓ passed: ", Ink.GOOD, having(assessment, Outcome.PASS));
    quiet(sheet, "- does not apply: ", Ink.DIM, having(assessment, Outcome.NOT_APPLICABLE));
    sheet.gap().text(0, Ink.DIM, coverage(assessment));
    return sheet.toString();
  }

  private static List<Finding> having(Assessment assessment, Outcome outcome) {
    var some = new ArrayList<Finding>();
    for (Finding finding : assessment.findings()) {
      if (finding.verdict().outcome() == outcome) {
        some.add(finding);
      }
    }
    return some;
  }

  private void failures(Sheet sheet, List<Finding> failed) {
    for (Finding finding : failed) {
      sheet
          .gap()
          .labelled("✗ ", ink(finding.severity()), title(finding), ink(finding.severity()))
          .text(INDENT, Ink.PLAIN, sentence(finding.verdict().because()));
      evidence(sheet, finding.verdict().evidence());
      pages
          .apply(finding.check())
          .flatMap(page -> page.fix(system))
          .ifPresent(fix -> sheet.labelled("  Fix: ", Ink.BOLD, sentence(fix), Ink.PLAIN));
    }
    if (!failed.isEmpty()) {
      sheet.gap().text(0, Ink.DIM, "More on each: porchlight explain " + failed.get(0).check());
    }
  }

  private void evidence(Sheet sheet, List<Evidence> seen) {
    int widest = 0;
    for (Evidence one : seen) {
      widest = Math.max(widest, Width.of(one.name()));
    }
    String before = "";
    int alike = 0;
    for (Evidence one : seen) {
      boolean same = one.name().equals(before);
      alike = same ? alike + 1 : 1;
      before = one.name();
      String label = "    " + sheet.padded(same ? "" : one.name(), widest) + "  ";
      if (verbose || alike <= SHOWN_ALIKE) {
        sheet.labelled(label, Ink.DIM, one.value(), Ink.PLAIN);
      } else if (alike == SHOWN_ALIKE + 1) {
        sheet.labelled(label, Ink.DIM, "… the rest with --verbose", Ink.DIM);
      }
    }
  }

  private void blind(Sheet sheet, List<Finding> blind) {
    Map<String, List<Finding>> byCure = new LinkedHashMap<>();
    for (Finding finding : blind) {
      byCure
          .computeIfAbsent(Cure.of(finding.verdict(), system, root), cure -> new ArrayList<>())
          .add(finding);
    }
    byCure.forEach((cure, findings) -> blind(sheet, cure, findings));
  }

  private void blind(Sheet sheet, String cure, List<Finding> findings) {
    var titles = new ArrayList<String>();
    var details = new LinkedHashSet<String>();
    for (Finding finding : findings) {
      titles.add(title(finding));
      details.add(sentence(finding.verdict().because()));
    }
    sheet.gap().labelled("? ", Ink.BLIND, "could not see " + String.join(", ", titles), Ink.BLIND);
    details.forEach(detail -> sheet.text(INDENT, Ink.PLAIN, detail));
    if (verbose) {
      findings.forEach(finding -> evidence(sheet, finding.verdict().evidence()));
    }
    if (!cure.isEmpty()) {
      sheet.labelled("  To see it: ", Ink.BOLD, cure, Ink.PLAIN);
    }
  }

  private void quiet(Sheet sheet, String label, Ink ink, List<Finding> findings) {
    if (findings.isEmpty()) {
      return;
    }
    if (!verbose) {
      var names = new ArrayList<String>();
      findings.forEach(finding -> names.add(finding.check()));
      // Nothing parts the two quiet lines: together they are one breath.
      (ink == Ink.GOOD ? sheet.gap() : sheet)
          .labelled(label, ink, String.join(", ", names), Ink.PLAIN);
      return;
    }
    for (Finding finding : findings) {
      sheet
          .gap()
          .labelled(label.substring(0, 2), ink, finding.check(), ink)
          .text(INDENT, Ink.PLAIN, sentence(finding.verdict().because()));
      evidence(sheet, finding.verdict().evidence());
    }
  }

  private static String coverage(Assessment assessment) {
    int all = assessment.assessed() + assessment.blind();
    String score =
        assessment.score().isPresent() ? "score " + assessment.score().getAsInt() : "no score";
    return score + " · " + assessment.assessed() + " of " + all + " checks could see";
  }

  private static String title(Finding finding) {
    return finding.check() + " (" + finding.severity().word() + ")";
  }

  private static Ink ink(Severity severity) {
    return switch (severity) {
      case CRITICAL, HIGH -> Ink.BAD;
      case MEDIUM -> Ink.CARE;
      case LOW, INFO -> Ink.BOLD;
    };
  }

  /** As a sentence is written: a capital first, a full stop last. */
  public static String sentence(String text) {
    if (text.isEmpty()) {
      return text;
    }
    int first = text.codePointAt(0);
    // A command or a path keeps its spelling.
    boolean word = text.length() > 1 && Character.isLowerCase(first) && isWord(text);
    String start = word ? text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) : text;
    char last = start.charAt(start.length() - 1);
    return last == '.' || last == '!' || last == '?' || last == '…' ? start : start + ".";
  }

  private static boolean isWord(String text) {
    String[] words = text.split(" ", 3);
    boolean isCommand = words.length > 1 && words[1].startsWith("-");
    return !isCommand
        && words[0].chars().allMatch(c -> c >= 'a' && c <= 'z')
        && !PROGRAMS.contains(words[0]);
  }
}
