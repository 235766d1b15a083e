package porchlight.cli;

import static porchlight.cli.Command.flag;
import static porchlight.cli.Command.list;
import static porchlight.cli.Command.option;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import porchlight.cli.format.Format;
import porchlight.cli.format.Formats;
import porchlight.cli.format.Printed;
import porchlight.policy.Assessment;
import porchlight.policy.Severity;

/** {@code porchlight check}. */
final class CheckCommand implements Command {

  @Override
  public String about() {
    return "Say whether it is safe to work from here.";
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.addOption(list("--only", "ID", "Ask only these checks (parted by commas)."))
        .addOption(flag("--json", "Print JSON, as config/facts.md describes it."))
        .addOption(
            option(
                "--format",
                "FORMAT",
                "Print what a tool reads, and end as it expects: "
                    + String.join(", ", Formats.names())
                    + "."))
        .addOption(flag("--verbose", "Show what is well, too, and all that was seen."))
        .addOption(
            option(
                "--fail-on",
                "SEVERITY",
                "The exit code is 1 from this severity on: critical, high, medium (the default),"
                    + " low or info."))
        .addOption(
            flag("--cached", "Tell the last check that the agent made by itself, and its age."))
        .addOption(option("--policy", "FILE", "Judge by this policy instead of the one in force."))
        .addOption(option("--replay", "FILE", "Judge a machine that facts --record remembered."))
        .addOption(
            flag(
                "--offline", "Ask nothing of the network; what only it can tell is not seen then."))
        .addOption(
            option(
                "--config",
                "FILE",
                "With --cached: the agent's settings; usually /etc/porchlight/agent.json."));
    spec.usageMessage().exitCodeListHeading("%nExit codes:%n").exitCodeList(exitCodes());
  }

  private static Map<String, String> exitCodes() {
    var codes = new LinkedHashMap<String, String>();
    codes.put(" 0", "safe: nothing at or above --fail-on is wrong or unseen");
    codes.put(" 1", "something at or above --fail-on failed");
    codes.put(" 2", "none failed, but something at or above --fail-on could not be seen");
    codes.put("64", "the command line is not understood");
    codes.put("70", "our own mistake (--debug shows where)");
    codes.put("78", "a policy or recording cannot be used");
    return codes;
  }

  @Override
  public int run(ParseResult given, Doors doors, Terminal terminal) {
    Optional<Format> format = Given.text(given, "--format").map(CheckCommand::format);
    Severity threshold =
        Given.text(given, "--fail-on").map(CheckCommand::severity).orElse(Severity.MEDIUM);
    if (given.hasMatchedOption("--json") && format.isPresent()) {
      throw new Usage("--json and --format are two ways to print; choose one");
    }
    if (given.hasMatchedOption("--cached")) {
      alone(given, List.of("--only", "--policy", "--replay", "--offline"));
    }
    if (format.isEmpty()) {
      return look(given, doors, terminal, false).show(given, threshold, terminal);
    }
    Printed printed = printed(format.get(), given, threshold, doors, terminal);
    terminal.json(printed.text());
    return printed.code();
  }

  /** A tool reads what we print: so what goes wrong is told in its own words, never as well. */
  private static Printed printed(
      Format format, ParseResult given, Severity threshold, Doors doors, Terminal terminal) {
    try {
      return format.of(look(given, doors, terminal, true).seen(threshold));
    } catch (Usage wrong) {
      throw wrong;
    } catch (RuntimeException | Error broken) {
      return format.broken("Porchlight could not look: " + broken.getMessage());
    }
  }

  private static Looked look(ParseResult given, Doors doors, Terminal terminal, boolean quiet) {
    return given.hasMatchedOption("--cached")
        ? Looked.kept(given, doors)
        : Looked.now(given, doors, terminal, quiet);
  }

  private static void alone(ParseResult given, List<String> others) {
    for (String other : others) {
      if (given.hasMatchedOption(other)) {
        throw new Usage("--cached tells a check that was made; " + other + " would need another");
      }
    }
  }

  private static Format format(String word) {
    return Formats.of(Given.word(word, "format", Formats.names())).orElseThrow();
  }

  private static Severity severity(String word) {
    var known = new ArrayList<String>();
    for (Severity severity : Severity.values()) {
      known.add(severity.word());
    }
    Given.word(word, "severity", known);
    return Severity.valueOf(word.toUpperCase(Locale.ROOT));
  }

  static int exit(Assessment assessment, Severity threshold) {
    boolean blind = assessment.assessed() == 0;
    for (var finding : assessment.findings()) {
      if (finding.failsAt(threshold)) {
        return Exit.FOUND;
      }
      blind |= finding.blindAt(threshold);
    }
    return blind ? Exit.CANNOT_SAY : Exit.SAFE;
  }
}
