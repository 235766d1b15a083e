package porchlight.machine;

import java.util.List;
import java.util.regex.Pattern;

/**
 * How services of Windows stand: a block each, apart by an empty line, {@code service=NAME}, {@code
 * state=4} (the number of {@code SERVICE_STATUS}: 1 stopped, 2 starts, 3 stops, 4 runs, 5 and 6
 * resumes and pauses, 7 paused; {@code absent}; {@code denied}), {@code start=2} (0 and 1 with the
 * system, 2 automatically, 3 on demand, 4 disabled; {@code denied}).
 *
 * @param names the names that the system uses, no translated ones; one that ends in {@code *} is
 *     every service whose name begins so, and has no block when there is none
 */
public record ReadServices(List<String> names) implements WindowsQuestion {
  private static final Pattern NAME = Pattern.compile("[^,*/\\\\\\p{Cntrl}]+\\*?");

  public ReadServices {
    names = List.copyOf(names);
    for (String name : names) {
      if (!NAME.matcher(name).matches()) {
        throw new IllegalArgumentException("not the name of a service: " + name);
      }
    }
  }

  /** The same. */
  public ReadServices(String... names) {
    this(List.of(names));
  }

  @Override
  public String text() {
    return "? services " + String.join(",", names);
  }
}
