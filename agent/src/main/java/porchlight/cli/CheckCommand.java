package porchlight.cli;

import static porchlight.cli.Command.flag;
import static porchlight.cli.Command.list;
import static porchlight.cli.Command.option;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import porchlight.cli.screen.CheckScreen;
import porchlight.facts.Fact;
import porchlight.json.FindingsJson;
import porchlight.json.tree.JsonText;
import porchlight.policy.Assessment;
import porchlight.policy.Policy;
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
        .addOption(flag("--verbose", "Show what is well, too, and all that was seen."))
        .addOption(
            option(
                "--fail-on",
                "SEVERITY",
                "The exit code is 1 from this severity on: critical, high, medium (the default),"
                    + " low or info."))
        .addOption(option("--policy", "FILE", "Judge by this policy instead of the packed one."))
        .addOption(option("--replay", "FILE", "Judge a machine that facts --record remembered."))
        .addOption(
            flag(
                "--offline",
                "Ask nothing of the network; what only it can tell is not seen then."));
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
    Severity threshold =
        Given.text(given, "--fail-on").map(CheckCommand::severity).orElse(Severity.MEDIUM);
    boolean json = given.hasMatchedOption("--json");
    Policy whole = Given.policy(given);
    var ids = new ArrayList<String>();
    whole.rules().forEach(rule -> ids.add(rule.check().id()));
    Set<String> only = Given.words(given, "--only", "check", ids);
    Policy policy = whole.only(only);
    Source source =
        Source.of(Given.replay(given), doors, policy.places()).offline(Given.isOffline(given));
    if (!json) {
      Given.text(given, "--replay").ifPresent(file -> source.tellReplay(file, terminal));
    }
    var facts =
        source.facts(
            json ? policy.needs() : judged(policy), policy.probes(), doors, terminal, json);
    Assessment assessment = policy.judge(facts);
    if (json) {
      terminal.json(JsonText.pretty(FindingsJson.write(assessment, facts)));
    } else {
      var screen =
          new CheckScreen(
              Pages::of,
              source.system(),
              source.root(),
              policy.rules().size() < whole.rules().size(),
              given.hasMatchedOption("--verbose"));
      terminal.result(screen.render(assessment, terminal.look()));
    }
    return exit(assessment, threshold);
  }

  /** What the screen shows; the device itself is only in the document, and dear to read. */
  private static Set<Fact> judged(Policy policy) {
    return policy.judges();
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
