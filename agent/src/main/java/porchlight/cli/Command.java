package porchlight.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** One sub-command; only the one that was asked for is built. */
interface Command {

  /** What it does, in a line. */
  String about();

  /** Adds its options and arguments. */
  void describe(CommandSpec spec);

  /** Does it; returns the exit code. */
  int run(ParseResult given, Doors doors, Terminal terminal);

  /** An option that takes no value. */
  static OptionSpec flag(String name, String about) {
    return OptionSpec.builder(name).arity("0").type(boolean.class).description(about).build();
  }

  /** An option with one value. */
  static OptionSpec option(String name, String value, String about) {
    return OptionSpec.builder(name)
        .arity("1")
        .type(String.class)
        .paramLabel(value)
        .description(about)
        .build();
  }

  /** Where the agent's settings are, for a command that is about the agent of this laptop. */
  static OptionSpec config() {
    return option("--config", "FILE", "The agent's settings; usually /etc/porchlight/agent.json.");
  }

  /** An option with values parted by commas. */
  static OptionSpec list(String name, String value, String about) {
    return OptionSpec.builder(name)
        .arity("1")
        .type(String[].class)
        .splitRegex(",")
        .paramLabel(value)
        .description(about)
        .build();
  }
}
