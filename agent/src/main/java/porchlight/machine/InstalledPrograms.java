package porchlight.machine;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Which of some programs are in the lists of what is installed; nothing is told of any other. A
 * block each, apart by an empty line: {@code installed=3}, how many lists follow; then {@code
 * list=HKLM}, {@code HKLM32}, and {@code user1} … for the people whose hives are loaded, {@code
 * state=read}, {@code absent} or {@code denied}; of one that was read {@code found} (those of the
 * names that some program bears, apart by commas, left out when there are none) and {@code
 * unreadable} (how many programs have no name that can be read).
 *
 * @param names as people see them, in any case of letters; one that ends in {@code *} is every
 *     program whose name begins so
 */
public record InstalledPrograms(List<String> names) implements WindowsQuestion {
  private static final Pattern NAME = Pattern.compile("[^,*\\p{Cntrl}]+\\*?");

  public InstalledPrograms {
    names = List.copyOf(names);
    for (String name : names) {
      if (!NAME.matcher(name).matches()) {
        throw new IllegalArgumentException("not the name of a program: " + name);
      }
    }
  }

  @Override
  public String text() {
    return "? installed " + String.join(",", names);
  }
}
