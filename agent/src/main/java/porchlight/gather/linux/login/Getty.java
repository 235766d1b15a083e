package porchlight.gather.linux.login;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.facts.AutoLogin.Entry;
import porchlight.facts.Reason;
import porchlight.gather.Answers;

/** What a console's unit starts, and whether that asks for a password: agetty(8). */
final class Getty {
  private static final String START = "ExecStart";
  private static final Pattern WORD =
      Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|'([^']*)'|(\\S+)");

  /** Its short options that take a value. */
  private static final String WITH_VALUE = "aCdfHIloPrt";

  private static final Set<String> TERM = Set.of("$TERM", "${TERM}");
  private static final Set<String> LOGIN = Set.of("/bin/login", "/usr/bin/login");
  private static final Pattern FORCED = Pattern.compile("(?:^|\\s)-[A-Za-z]*f(?:\\s|$|[A-Za-z])");

  private Getty() {}

  /** The commands of a unit's file added to those before; an empty one takes all before away. */
  static void add(String text, List<String> commands) {
    String section = "";
    for (String raw : text.replaceAll("\\\\\\r?\\n", " ").lines().toList()) {
      String line = raw.strip();
      int equals = line.indexOf('=');
      if (!KeyFile.isText(line)) {
        commands.add("?");
      } else if (line.startsWith("[") && line.endsWith("]")) {
        section = line;
      } else if (section.equals("[Service]")
          && equals > 0
          && line.substring(0, equals).strip().equals(START)) {
        String command = line.substring(equals + 1).strip();
        if (command.isEmpty()) {
          commands.clear();
        } else {
          commands.add(command);
        }
      }
    }
  }

  static Entry entry(List<String> commands) {
    for (String command : commands) {
      Entry entry = entry(command);
      if (!(entry instanceof Entry.Asks)) {
        return entry;
      }
    }
    return new Entry.Asks();
  }

  private static Entry entry(String command) {
    var words = words(command);
    String program = words.isEmpty() ? "" : words.get(0).replaceFirst("^[-@:+!|]+", "");
    String name = program.substring(program.lastIndexOf('/') + 1);
    for (int i = 1; i < words.size(); i++) {
      String word = words.get(i);
      if (word.startsWith("--a")) { // an option may be cut short, and no other begins so
        return opens(word.contains("=") ? after(word) : at(words, i + 1));
      }
      if (word.startsWith("$") && !TERM.contains(word)) {
        return unclear(word);
      }
    }
    return name.equals("agetty") || name.equals("getty") ? agetty(words) : unclear(program);
  }

  private static Entry agetty(List<String> words) {
    for (int i = 1; i < words.size(); i++) {
      String word = words.get(i);
      if (word.startsWith("--login-o")) {
        String value = word.contains("=") ? after(word) : at(words, i + 1);
        if (FORCED.matcher(value).find()) {
          return opens("");
        }
      } else if (word.startsWith("--login-pr")) {
        String value = word.contains("=") ? after(word) : at(words, i + 1);
        if (!LOGIN.contains(value)) {
          return unclear(value);
        }
      } else if (word.startsWith("-") && !word.startsWith("--") && word.length() > 1) {
        for (int at = 1; at < word.length(); at++) {
          char option = word.charAt(at);
          if (WITH_VALUE.indexOf(option) < 0) {
            continue;
          }
          String value = at + 1 < word.length() ? word.substring(at + 1) : at(words, ++i);
          if (option == 'a') {
            return opens(value);
          } else if (option == 'o' && FORCED.matcher(value).find()) {
            return opens("");
          } else if (option == 'l' && !LOGIN.contains(value)) {
            return unclear(value);
          }
          break;
        }
      }
    }
    return new Entry.Asks();
  }

  private static Entry opens(String person) {
    return new Entry.Opens(person, "agetty is told to log in");
  }

  private static Entry unclear(String program) {
    return new Entry.Unclear(
        Reason.NOT_SUPPORTED,
        "a console starts "
            + (program.isEmpty() ? "nothing that is understood" : Answers.brief(program))
            + ", and whether that asks for a password is not known");
  }

  private static String after(String word) {
    return word.substring(word.indexOf('=') + 1);
  }

  private static String at(List<String> words, int index) {
    return index < words.size() ? words.get(index) : "";
  }

  private static List<String> words(String command) {
    var words = new ArrayList<String>();
    Matcher word = WORD.matcher(command);
    while (word.find()) {
      for (int group = 1; group <= 3; group++) {
        if (word.group(group) != null) {
          words.add(word.group(group));
        }
      }
    }
    return words;
  }
}
