package porchlight.cli;

import porchlight.cli.screen.Plain;

/** {@code porchlight enroll}. */
final class EnrollCommand implements Command {

  @Override
  public String about() {
    return "Make this laptop known to your central endpoint.";
  }

  @Override
  public void describe(Options options) {
    options
        .option("--server", "URL", "The central endpoint's address.")
        .option("--token-file", "FILE", "A file that holds the enrolment token; removed once used.")
        .option("--config", "FILE", "The agent's settings; usually /etc/porchlight/agent.json.");
  }

  @Override
  public int run(Arguments given, Doors doors, Terminal terminal) {
    Doors.Enrolled enrolled =
        doors
            .enroll()
            .enroll(need(given, "--server"), need(given, "--token-file"), given.text("--config"));
    String words = (enrolled.done() ? "" : "not enrolled: ") + enrolled.words();
    terminal.err().println(Plain.of("porchlight: " + words, terminal.talk()));
    return enrolled.done() ? Exit.SAFE : Exit.FOUND;
  }

  private static String need(Arguments given, String option) {
    return given
        .text(option)
        .orElseThrow(() ->
            new Usage(option + " is missing: porchlight enroll --server URL --token-file FILE"));
  }
}
