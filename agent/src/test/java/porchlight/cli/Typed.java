package porchlight.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import porchlight.cli.screen.Look;
import porchlight.facts.Facts;
import porchlight.facts.SampleFacts;
import porchlight.machine.Answer;
import porchlight.machine.Machine;

/** What came of a command line that was typed on a laptop with these facts. */
public record Typed(int exit, String out, String err) {

  static Typed on(Facts facts, String... arguments) {
    return on((system, machine) -> new FactsGatherer(facts), false, arguments);
  }

  /** On a terminal where lines can be taken back. */
  static Typed live(Facts facts, String... arguments) {
    return on((system, machine) -> new FactsGatherer(facts), true, arguments);
  }

  static Typed on(Doors.Gatherers gatherers, boolean live, String... arguments) {
    return on(gatherers, question -> new Answer.Missing(), live, arguments);
  }

  static Typed on(Doors.Gatherers gatherers, Machine here, boolean live, String... arguments) {
    return on(gatherers, here, live, new TypedAgent(), arguments);
  }

  static Typed on(
      Doors.Gatherers gatherers,
      Machine here,
      boolean live,
      Doors.Agent agent,
      String... arguments) {
    return through(doors(gatherers, here, agent), live, arguments);
  }

  /** What came of a command line, in a terminal without colours. */
  public static Typed through(Doors doors, boolean live, String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var look = new Look(false, true, 80);
    var terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            look,
            look,
            live);
    int exit = Trouble.guard(() -> Cli.run(List.of(arguments), doors, terminal), false, terminal);
    return new Typed(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** A laptop of which nothing is read, with this agent. */
  static Doors doors(Doors.Agent agent) {
    return doors(
        (system, machine) -> new FactsGatherer(new SampleFacts().build()),
        question -> new Answer.Missing(),
        agent);
  }

  private static Doors doors(Doors.Gatherers gatherers, Machine here, Doors.Agent agent) {
    return new Doors(
        Clock.fixed(SampleFacts.AT, ZoneOffset.UTC),
        "linux",
        false,
        "1.2.3",
        here,
        gatherers,
        (server, token, config) -> new Doors.Enrolled(!server.isEmpty(), server + " by " + token),
        config -> Optional.empty(),
        rules -> porchlight.gather.Memory.NONE,
        agent);
  }
}
