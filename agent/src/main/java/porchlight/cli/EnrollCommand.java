package porchlight.cli;

import static porchlight.cli.Command.option;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

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
            option("--token-file", "FILE", "A file that holds the enrolment token, and only it."));
  }

  @Override
  public int run(ParseResult given, Doors doors, Terminal terminal) {
    return doors.enroll().enroll(need(given, "--server"), need(given, "--token-file"), terminal);
  }

  private static String need(ParseResult given, String option) {
    return Given.text(given, option)
        .orElseThrow(() ->
            new Usage(option + " is missing: porchlight enroll --server URL --token-file FILE"));
  }
}
