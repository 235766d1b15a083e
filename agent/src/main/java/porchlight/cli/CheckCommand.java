package porchlight.cli;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Set;
import porchlight.cli.screen.CheckScreen;
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
  public void describe(Options options) {
    options
        .list("--only", "ID", "Ask only these checks.")
        .flag("--json", "Print JSON, as config/facts.md describes it.")
        .flag("--verbose", "Show what is well, too, and all that was seen.")
        .option(
            "--fail-on",
            "SEVERITY",
            "The exit code is 1 from this severity on: critical, high, medium (the default), low or"
                + " info.")
        .option("--policy", "FILE", "Judge by this policy instead of the packed one.")
        .option("--replay", "FILE", "Judge a machine that facts --record remembered.")
        .flag("--offline", "Ask nothing outside this laptop. Today no check does.")
        .code(Exit.SAFE, "safe: nothing at or above --fail-on is wrong or unseen")
        .code(Exit.FOUND, "something at or above --fail-on failed")
        .code(Exit.CANNOT_SAY, "none failed, but something at or above --fail-on could not be seen")
        .code(Exit.USAGE, "the command line is not understood")
        .code(Exit.OURS, "our own mistake (--debug shows where)")
        .code(Exit.CONFIGURATION, "a policy or recording cannot be used");
  }

  @Override
  public int run(Arguments given, Doors doors, Terminal terminal) {
    Severity threshold =
        given.text("--fail-on").map(CheckCommand::severity).orElse(Severity.MEDIUM);
    boolean json = given.has("--json");
    Policy whole = Given.policy(given);
    var ids = new ArrayList<String>();
    whole.rules().forEach(rule -> ids.add(rule.check().id()));
    Set<String> only = Given.words(given, "--only", "check", ids);
    Policy policy = whole.only(only);
    Source source = Source.of(Given.replay(given), doors);
    if (!json) {
      given.text("--replay").ifPresent(file -> source.tellReplay(file, terminal));
    }
    var facts = source.facts(policy.needs(), doors, terminal, json);
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
              given.has("--verbose"));
      terminal.result(screen.render(assessment, terminal.look()));
    }
    return exit(assessment, threshold);
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
