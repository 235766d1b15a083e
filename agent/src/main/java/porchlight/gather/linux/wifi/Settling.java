package porchlight.gather.linux.wifi;

import java.util.function.Supplier;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.facts.Wifi;
import porchlight.machine.Answer;
import porchlight.machine.LinkName;
import porchlight.machine.Machine;
import porchlight.machine.Run;

/** Looks again at a radio that is just connecting, a few times. */
final class Settling {
  /** Time is the machine's: a replay does not wait. */
  static final Run WAIT = Run.of("sleep", "0.5");

  private static final int LOOKS = 4;

  private Settling() {}

  /** How one tool's answer on a link is read. */
  interface Reader {
    Reading<Seen> seen(Run question, String link, Answer answer);
  }

  /** Asks one tool about a link. */
  static Reading<Wifi> look(Machine machine, Run tool, LinkName link, Reader reader) {
    Run question = tool.on(link);
    return look(machine, () -> reader.seen(question, link.value(), machine.ask(question)));
  }

  static Reading<Wifi> look(Machine machine, Supplier<Reading<Seen>> look) {
    for (int left = LOOKS - 1; ; left--) {
      switch (look.get()) {
        case Unknown<Seen> unknown -> {
          return unknown.as();
        }
        case Known<Seen>(Seen.Settled(var wifi)) -> {
          return Reading.known(wifi);
        }
        case Known<Seen>(Seen.Connecting(var atLast)) -> {
          if (left == 0) {
            return atLast;
          }
        }
      }
      machine.ask(WAIT);
    }
  }

  /** The radio of that name is on its way into a network. */
  static Reading<Seen> connecting(String link) {
    return Reading.known(
        new Seen.Connecting(Reading.unknown(Reason.TIMED_OUT, link + " is connecting")));
  }
}
