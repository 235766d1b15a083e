package porchlight;

import java.util.ArrayList;

/**
 * The program: finds the way to what was asked for. What stays in memory must not load what only
 * commands need, so each way has a class of its own: {@link Staying}, {@link Cycling}, {@link
 * Seeding}, {@link Attending}, {@link Asking}.
 */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    // Plain loops here: what stays in memory should not bring streams and lambdas along.
    var rest = new ArrayList<String>(arguments.length);
    for (String word : arguments) {
      if (!word.equals("--debug")) {
        rest.add(word);
      }
    }
    boolean debug = rest.size() < arguments.length;
    int exit =
        switch (rest.isEmpty() ? "" : rest.get(0)) {
          case "run" -> Staying.run(rest.subList(1, rest.size()), debug);
          case "cycle" -> Cycling.run(rest.subList(1, rest.size()), debug);
          case Staying.SETUP -> Cycling.setup(rest.subList(1, rest.size()), debug);
          case Seeding.COMMAND -> Seeding.run(System.getenv());
          case Attending.COMMAND -> Attending.run(rest.subList(1, rest.size()));
          default -> Asking.run(rest, debug);
        };
    // A question that is still running must not hold up an answer that has been given.
    Runtime.getRuntime().halt(exit);
  }
}
