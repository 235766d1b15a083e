package porchlight.cli;

import static porchlight.cli.Command.option;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import porchlight.cli.screen.Plain;

/** {@code porchlight enroll}. */
final class EnrollCommand implements Command {

  @Override
  public String about() {
    return "Make this laptop known to your central endpoint.";
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.addOption(option("--server", "URL", "The central endpoint's address."))
        .addOption(
            option(
                "--token-file",
                "FILE",
                "A file that holds the enrolment token; removed once used."))
        .addOption(
            option(
                "--config", "FILE", "The agent's settings; usually /etc/porchlight/agent.json."));
  }

  @Override
  public int run(ParseResult given, Doors doors, Terminal terminal) {
    Doors.Enrolled enrolled =
        doors
            .enroll()
            .enroll(
                need(given, "--server"),
                need(given, "--token-file"),
                Given.text(given, "--config"));
    String words = (enrolled.done() ? "" : "not enrolled: ") + enrolled.words();
    terminal.err().println(Plain.of("porchlight: " + words, terminal.talk()));
    return enrolled.done() ? Exit.SAFE : Exit.FOUND;
  }

  private static String need(ParseResult given, String option) {
    return Given.text(given, option)
        .orElseThrow(() ->
            new Usage(option + " is missing: porchlight enroll --server URL --token-file FILE"));
  }
}
