package porchlight.cli;

import static porchlight.cli.Command.option;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import porchlight.cli.screen.Ink;
import porchlight.cli.screen.Page;
import porchlight.cli.screen.Sheet;

/** {@code porchlight checks}. */
final class ChecksCommand implements Command {
  private static final int ID = 20;
  private static final int SEVERITY = 10;

  @Override
  public String about() {
    return "List the checks, what each asks, and how much it matters.";
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.addOption(option("--policy", "FILE", "The severities of this policy."));
  }

  @Override
  public int run(ParseResult given, Doors doors, Terminal terminal) {
    var sheet = new Sheet(terminal.look());
    for (var rule : Given.policy(given).rules()) {
      String id = rule.check().id();
      String head = sheet.padded(id, ID) + sheet.padded(rule.severity().word(), SEVERITY);
      sheet.labelled(head, Ink.BOLD, Pages.of(id).map(Page::title).orElse(""), Ink.PLAIN);
    }
    terminal.result(sheet.toString());
    return Exit.SAFE;
  }
}
