package porchlight.cli;

import static porchlight.cli.Command.config;
import static porchlight.cli.Command.flag;
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
        .addOption(flag("--rotate-key", "Enrolled already: have another key, and nothing else."))
        .addOption(config());
  }

  @Override
  public int run(ParseResult given, Doors doors, Terminal terminal) {
    boolean rotate = given.hasMatchedOption("--rotate-key");
    Doors.Enrolled enrolled =
        rotate ? doors.agent().rotate(Given.text(given, "--config")) : enroll(given, doors);
    String not = rotate ? "the key was not changed: " : "not enrolled: ";
    String words = (enrolled.done() ? "" : not) + enrolled.words();
    terminal.err().println(Plain.of("porchlight: " + words, terminal.talk()));
    return enrolled.done() ? Exit.SAFE : Exit.FOUND;
  }

  private static Doors.Enrolled enroll(ParseResult given, Doors doors) {
    return doors
        .enroll()
        .enroll(
            need(given, "--server"), need(given, "--token-file"), Given.text(given, "--config"));
  }

  private static String need(ParseResult given, String option) {
    return Given.text(given, option)
        .orElseThrow(() ->
            new Usage(option + " is missing: porchlight enroll --server URL --token-file FILE"));
  }
}
