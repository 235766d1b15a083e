package porchlight.cli;

import static porchlight.cli.Command.flag;
import static porchlight.cli.Command.option;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;
import porchlight.cli.screen.Ink;
import porchlight.cli.screen.Page;
import porchlight.cli.screen.PageScreen;
import porchlight.cli.screen.Sheet;
import porchlight.json.PolicyReader;
import porchlight.policy.Assessment;
import porchlight.policy.Finding;
import porchlight.policy.Severity;

/** {@code porchlight advice [CHECK…]}: for the person who works on the laptop. */
final class AdviceCommand implements Command {
  private static final String DARK =
      "We could not look at everything that matters. So this page may not tell you all. If you have"
          + " a doubt, ask the people who look after your laptop.";
  private static final String WELL = "We found nothing that you need to do now.";

  @Override
  public String about() {
    return "Say in plain words what is wrong here, why it matters to you, and what to do now.";
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.addPositional(
            PositionalParamSpec.builder()
                .index("0..*")
                .arity("0..*")
                .required(false)
                .type(String[].class)
                .paramLabel("CHECK")
                .description("About these checks; without any, about what is wrong here now.")
                .build())
        .addOption(flag("--cached", "About the last check that the agent made by itself."))
        .addOption(option("--policy", "FILE", "Judge by this policy instead of the one in force."))
        .addOption(option("--replay", "FILE", "About a machine that facts --record remembered."))
        .addOption(flag("--offline", "Ask nothing of the network."))
        .addOption(
            option(
                "--config",
                "FILE",
                "With --cached: the agent's settings; usually /etc/porchlight/agent.json."));
  }

  @Override
  public int run(ParseResult given, Doors doors, Terminal terminal) {
    List<String> named = List.of(given.matchedPositionalValue(0, new String[0]));
    named.forEach(check -> Given.word(check, "check", PolicyReader.checks()));
    if (!named.isEmpty()) {
      print(named, terminal);
      return Exit.SAFE;
    }
    Assessment assessment =
        (given.hasMatchedOption("--cached")
                ? Looked.kept(given, doors)
                : Looked.now(given, doors, terminal, false))
            .assessment();
    var failed = new ArrayList<String>();
    boolean dark = assessment.assessed() == 0;
    for (Finding finding : assessment.findings()) {
      if (finding.failsAt(Severity.LOW)) {
        failed.add(finding.check());
      }
      dark |= finding.blindAt(Severity.MEDIUM);
    }
    print(failed, terminal);
    var last = new Sheet(terminal.look());
    if (dark) {
      last.text(0, Ink.BOLD, DARK);
    } else if (failed.isEmpty()) {
      last.text(0, Ink.BOLD, WELL);
    }
    terminal.result(last.toString());
    return CheckCommand.exit(assessment, Severity.MEDIUM);
  }

  private static void print(List<String> checks, Terminal terminal) {
    for (String check : checks) {
      Page page =
          Pages.text("/porchlight/advice/" + check + ".md")
              .map(Page::read)
              .orElseThrow(() -> new IllegalStateException("there is no advice for " + check));
      terminal.result(PageScreen.plain(page, terminal.look()) + "\n");
    }
  }
}
