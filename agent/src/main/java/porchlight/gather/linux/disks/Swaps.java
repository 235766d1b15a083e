package porchlight.gather.linux.disks;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.machine.Answer;
import porchlight.machine.Question.ReadFile;

/** {@code /proc/swaps}: where memory is put when there is too little of it. */
final class Swaps {
  static final ReadFile FILE = new ReadFile("/proc/swaps");

  private static final Pattern HEADER = Pattern.compile("Filename\\s+Type\\s+Size\\s+Used\\s.*");
  private static final Pattern ROW =
      Pattern.compile("(/\\S+)\\s+(partition|file)\\s+\\d+\\s+\\d+\\s+-?\\d+\\s*");

  private Swaps() {}

  /**
   * One area.
   *
   * @param path of the device, or of the file
   */
  record Swap(boolean isFile, String path) {
    /** It lies in memory, so that nothing of it is there when the laptop is off. */
    boolean isInMemory() {
      return !isFile && path.matches("/dev/z?ram\\d+");
    }
  }

  /** A list without rows is that of a machine without swap; no list is not. */
  static Reading<List<Swap>> read(Answer answer) {
    return Answers.read(FILE, answer, said -> read(said.text()));
  }

  private static Reading<List<Swap>> read(String text) {
    var lines = text.lines().toList();
    if (lines.isEmpty() || !HEADER.matcher(lines.get(0)).matches() || !text.endsWith("\n")) {
      return Answers.notUnderstood(FILE, text);
    }
    var found = new ArrayList<Swap>();
    for (String line : lines.subList(1, lines.size())) {
      // The mark of a file that was deleted stands between name and type.
      Matcher row = ROW.matcher(line.replace("\\040(deleted)", ""));
      if (!row.matches()) {
        return Answers.notUnderstood(FILE, line);
      }
      found.add(new Swap(row.group(2).equals("file"), MountInfo.plain(row.group(1))));
    }
    return Reading.known(found);
  }
}
