package porchlight.cli;

/** One sub-command; only the one that was asked for is built. */
interface Command {

  /** What it does, in a line. */
  String about();

  /** Adds its options and what its exit codes mean. */
  void describe(Options options);

  /** Does it; returns the exit code. */
  int run(Arguments given, Doors doors, Terminal terminal);
}
