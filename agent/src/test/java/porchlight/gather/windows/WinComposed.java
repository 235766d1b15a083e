package porchlight.gather.windows;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import porchlight.machine.Answer;
import porchlight.machine.InstalledPrograms;
import porchlight.machine.Machine;
import porchlight.machine.Question;
import porchlight.machine.ReadRegistry;
import porchlight.machine.ReadServices;
import porchlight.machine.ReadWmi;
import porchlight.machine.WindowsNative;

/** A whole Windows in memory: registry, services, WMI, files, libraries and programs. */
final class WinComposed implements Machine {
  final WinTree registry = new WinTree();
  private final Map<String, Answer> answers = new LinkedHashMap<>();
  private final Map<String, String> services = new LinkedHashMap<>();
  private final Map<String, String> classes = new LinkedHashMap<>();
  private final Map<String, String> files = new LinkedHashMap<>();
  private final Set<String> closed = new TreeSet<>();

  WinComposed says(WindowsNative subject, String text) {
    return answers(subject.text(), new Answer.Said(0, text));
  }

  /** A program of the folder of the system, by its words. */
  WinComposed prints(String words, String text) {
    return answers("$ C:\\Windows\\System32\\" + words, new Answer.Said(0, text));
  }

  WinComposed answers(String question, Answer answer) {
    answers.put(question, answer);
    return this;
  }

  WinComposed service(String name, int state, int start) {
    services.put(name, "state=" + state + "\nstart=" + start + "\n");
    return this;
  }

  /** One instance of a class; {@code Name=value} lines. */
  WinComposed wmi(String name, String... lines) {
    classes.merge(name, String.join("\n", lines) + "\n", (one, other) -> one + "\n" + other);
    return this;
  }

  WinComposed noInstance(String name) {
    classes.put(name, "");
    return this;
  }

  WinComposed without(String name) {
    classes.remove(name);
    return this;
  }

  WinComposed file(String path, String text) {
    files.put(path, text);
    return this;
  }

  WinComposed closed(String folder) {
    closed.add(folder);
    return this;
  }

  @Override
  public Answer ask(Question question) {
    Answer told = answers.get(question.text());
    if (told != null) {
      return told;
    }
    return switch (question) {
      case ReadRegistry keys -> new Answer.Said(0, registry.answer(keys));
      case ReadServices asked -> new Answer.Said(0, services(asked));
      case InstalledPrograms asked -> new Answer.Said(0, registry.installed());
      case ReadWmi asked -> wmi(asked);
      case Question.Processes names -> new Answer.Said(0, "# seen 120 hidden 0\n");
      case Question.ListFolder(var path) -> list(path.replace('\\', '/'));
      case Question.ListInside(var folder, var path) -> list(unix(folder, path));
      case Question.Among(var folder, var paths) -> among(folder, paths);
      case Question.ReadFile(var path) -> file(path.replace('\\', '/'));
      case Question.ReadJson(var folder, var path, var members, var commented) ->
          file(unix(folder, path));
      case Question.ReadSettings(var folder, var path, var keys) -> file(unix(folder, path));
      case Question.ReadPrefs(var folder, var path, var names) -> file(unix(folder, path));
      case Question other -> new Answer.Missing();
    };
  }

  private static String unix(String folder, String path) {
    return folder.replace('\\', '/') + "/" + path;
  }

  private String services(ReadServices asked) {
    var out = new StringBuilder();
    for (String name : asked.names()) {
      String state = services.get(name);
      if (state != null) {
        out.append("service=").append(name).append('\n').append(state).append('\n');
      } else if (!name.endsWith("*")) {
        out.append("service=").append(name).append("\nstate=absent\n\n");
      }
    }
    return out.toString();
  }

  private Answer wmi(ReadWmi asked) {
    String instances = classes.get(asked.className());
    if (instances == null) {
      return new Answer.Missing();
    }
    var wanted = new LinkedHashSet<>(asked.properties());
    var out = new StringBuilder();
    for (String line : instances.split("\n", -1)) {
      if (line.isEmpty() || wanted.contains(line.replaceFirst("=.*", ""))) {
        out.append(line).append('\n');
      }
    }
    return new Answer.Said(0, out.toString());
  }

  private boolean isClosed(String path) {
    return closed.stream().anyMatch(path::startsWith);
  }

  private Answer file(String path) {
    String text = files.get(path);
    return isClosed(path)
        ? new Answer.Denied()
        : text == null ? new Answer.Missing() : new Answer.Said(0, text);
  }

  private Answer list(String folder) {
    var names = new TreeSet<String>();
    for (String file : files.keySet()) {
      if (file.startsWith(folder + "/")) {
        names.add(file.substring(folder.length() + 1).replaceFirst("/.*", ""));
      }
    }
    return isClosed(folder + "/")
        ? new Answer.Denied()
        : names.isEmpty()
            ? new Answer.Missing()
            : new Answer.Said(0, String.join("\n", names) + "\n");
  }

  private Answer among(String windows, List<String> paths) {
    String folder = windows.replace('\\', '/');
    if (list(folder) instanceof Answer.Said) {
      var out = new StringBuilder();
      for (String path : paths) {
        String whole = (folder + "/" + path).toLowerCase(Locale.ROOT);
        for (String file : files.keySet()) {
          String one = file.toLowerCase(Locale.ROOT);
          if (one.equals(whole) || one.startsWith(whole + "/")) {
            out.append(one.equals(whole) ? "file " : "folder ").append(path).append('\n');
            break;
          }
        }
      }
      return new Answer.Said(0, out.toString());
    }
    return list(folder);
  }
}
