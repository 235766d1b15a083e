package porchlight.cli;

import static porchlight.cli.Command.config;
import static porchlight.cli.Command.option;

import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import porchlight.cli.screen.Plain;

/** {@code porchlight goodbye}. */
final class GoodbyeCommand implements Command {
  private static final String UNINSTALLED = "uninstalled";

  @Override
  public String about() {
    return "Tell central that this laptop will be silent, and why.";
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.addOption(
            option(
                "--reason",
                "WORD",
                "uninstalled (the default; nothing is sent afterwards) or shutdown."))
        .addOption(config());
  }

  @Override
  public int run(ParseResult given, Doors doors, Terminal terminal) {
    String reason =
        Given.word(
            Given.text(given, "--reason").orElse(UNINSTALLED),
            "reason",
            Set.of(UNINSTALLED, "shutdown"));
    Doors.Enrolled said = doors.agent().goodbye(Given.text(given, "--config"), reason);
    String words = (said.done() ? "" : "not told: ") + said.words();
    terminal.err().println(Plain.of("porchlight: " + words, terminal.talk()));
    return said.done() ? Exit.SAFE : Exit.FOUND;
  }
}
