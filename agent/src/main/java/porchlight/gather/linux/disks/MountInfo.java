package porchlight.gather.linux.disks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.machine.Answer;
import porchlight.machine.Question.ReadFile;

/** {@code /proc/self/mountinfo}, proc_pid_mountinfo(5): what is mounted where. */
final class MountInfo {
  static final ReadFile FILE = new ReadFile("/proc/self/mountinfo");

  private static final Pattern DEVICE = Pattern.compile("\\d{1,9}:\\d{1,9}");
  private static final Pattern ESCAPE = Pattern.compile("\\\\([0-7]{3})");

  private MountInfo() {}

  /**
   * One mount.
   *
   * @param device {@code major:minor}; major 0 is no block device
   */
  record Mount(String device, String point, String type, String source) {
    boolean isOnBlockDevice() {
      return !device.startsWith("0:");
    }

    /** Whether that file lies below. */
    boolean covers(String path) {
      return path.startsWith(point.endsWith("/") ? point : point + "/");
    }
  }

  /** In the order in which they cover each other: of two at one place the later counts. */
  static Reading<List<Mount>> read(Answer answer) {
    return Answers.read(FILE, answer, said -> read(said.text()));
  }

  private static Reading<List<Mount>> read(String text) {
    var found = new ArrayList<Mount>();
    for (String line : text.lines().toList()) {
      var mount = mount(line);
      if (mount.isEmpty()) {
        return Answers.notUnderstood(FILE, line);
      }
      found.add(mount.get());
    }
    return text.endsWith("\n") && found.stream().anyMatch(mount -> mount.point().equals("/"))
        ? Reading.known(found)
        : Answers.notUnderstood(FILE, "it is cut off, or has no root");
  }

  private static Optional<Mount> mount(String line) {
    var words = Arrays.asList(line.split(" ", -1));
    int end = words.size() < 6 ? -1 : words.subList(6, words.size()).indexOf("-");
    if (end < 0 || words.size() < 6 + end + 4 || !DEVICE.matcher(words.get(2)).matches()) {
      return Optional.empty();
    }
    String point = plain(words.get(4));
    String type = words.get(6 + end + 1);
    return point.startsWith("/") && !type.isEmpty()
        ? Optional.of(new Mount(words.get(2), point, type, plain(words.get(6 + end + 2))))
        : Optional.empty();
  }

  /** The kernel writes blanks and backslashes in octal. */
  static String plain(String written) {
    return ESCAPE
        .matcher(written)
        .replaceAll(found ->
            java.util.regex.Matcher.quoteReplacement(
                String.valueOf((char) Integer.parseInt(found.group(1), 8))));
  }
}
