package porchlight.cli;

import static porchlight.cli.Command.flag;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code porchlight status}. */
final class StatusCommand implements Command {

  @Override
  public String about() {
    return "Say how the agent on this laptop is doing: last check, last report.";
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.addOption(flag("--json", "Print JSON."));
  }

  @Override
  public int run(ParseResult given, Doors doors, Terminal terminal) {
    return doors
        .status()
        .status(given.hasMatchedOption("--json") ? List.of("--json") : List.of(), terminal);
  }
}
