package porchlight.gather.macos;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A version of macOS, compared number by number: 15.10 is newer than 15.9, 26.0 is 26. */
public record MacVersion(List<Integer> numbers) implements Comparable<MacVersion> {
  private static final int MOST = 4;

  public MacVersion {
    numbers = List.copyOf(numbers);
  }

  /** The version of that text, {@code 15.7.9}. */
  public static Optional<MacVersion> of(String text) {
    var numbers = new ArrayList<Integer>();
    for (String part : text.split("\\.", -1)) {
      if (!part.matches("[0-9]{1,4}") || numbers.size() == MOST) {
        return Optional.empty();
      }
      numbers.add(Integer.parseInt(part));
    }
    return Optional.of(new MacVersion(numbers));
  }

  /** What Apple calls a major version: {@code 15}, and of the old ones {@code 10.15}. */
  public String major() {
    return numbers.getFirst() == 10 && numbers.size() > 1
        ? "10." + numbers.get(1)
        : numbers.getFirst().toString();
  }

  private int number(int index) {
    return index < numbers.size() ? numbers.get(index) : 0;
  }

  @Override
  public int compareTo(MacVersion other) {
    for (int i = 0; i < MOST; i++) {
      if (number(i) != other.number(i)) {
        return Integer.compare(number(i), other.number(i));
      }
    }
    return 0;
  }

  /** {@code 15.7.9}. */
  public String text() {
    return String.join(".", numbers.stream().map(String::valueOf).toList());
  }
}
