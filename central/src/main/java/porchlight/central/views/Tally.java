package porchlight.central.views;

import java.util.Collection;
import java.util.List;
import java.util.function.ToIntFunction;
import porchlight.central.ledger.Stand;

/** How many devices stand how; silent ones are counted apart whatever they said last. */
public record Tally(
    int devices,
    int unsafe,
    int care,
    int cannotSay,
    int safe,
    int silent,
    int waiting,
    int parked) {

  /** Counts. */
  public static Tally ofHeard(List<Heard> heard) {
    return by(heard.size(), tone -> (int) heard.stream().filter(one -> one.tone() == tone).count());
  }

  /** The counts of organisations together. */
  public static Tally of(Collection<Stand> stands) {
    return by(
        stands.stream().mapToInt(Stand::devices).sum(),
        tone -> stands.stream().mapToInt(stand -> stand.of(tone.css())).sum());
  }

  private static Tally by(int devices, ToIntFunction<Tone> count) {
    return new Tally(
        devices,
        count.applyAsInt(Tone.UNSAFE),
        count.applyAsInt(Tone.CARE),
        count.applyAsInt(Tone.CANNOT_SAY),
        count.applyAsInt(Tone.SAFE),
        count.applyAsInt(Tone.SILENT),
        count.applyAsInt(Tone.WAITING),
        count.applyAsInt(Tone.PARKED));
  }

  /** How many stand like this. */
  public int of(Tone tone) {
    return switch (tone) {
      case UNSAFE -> unsafe;
      case CARE -> care;
      case CANNOT_SAY -> cannotSay;
      case SAFE -> safe;
      case SILENT -> silent;
      case WAITING -> waiting;
      case PARKED -> parked;
    };
  }

  /** The answer for all of them, in one sentence. */
  public String headline() {
    if (devices == 0) {
      return "No laptop reports here yet.";
    }
    if (unsafe > 0) {
      return unsafe
          + " of "
          + laptops()
          + (unsafe == 1 ? " is" : " are")
          + " not safe to work from.";
    }
    if (care > 0) {
      return care + " of " + laptops() + (care == 1 ? " needs" : " need") + " care.";
    }
    if (safe == devices) {
      return devices == 1
          ? "The one laptop here is safe to work from."
          : "All " + laptops() + " are safe to work from.";
    }
    return safe == 0
        ? "Nothing to be said of the " + laptops() + " here."
        : safe
            + " of "
            + laptops()
            + (safe == 1 ? " is" : " are")
            + " safe to work from; of the rest it is not known.";
  }

  private String laptops() {
    return devices == 1 ? "1 laptop" : devices + " laptops";
  }
}
