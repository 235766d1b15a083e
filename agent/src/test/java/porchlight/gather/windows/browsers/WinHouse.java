package porchlight.gather.windows.browsers;

import java.nio.file.Path;
import porchlight.gather.OnDisk;
import porchlight.gather.browsers.LeftBehind;
import porchlight.gather.linux.Rooted;
import porchlight.gather.windows.WinLaptop;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question;
import porchlight.machine.ReadRegistry;

/**
 * A Windows whose files lie in a folder, and whose registry is written down. What browsers left on
 * Linux is what they leave on Windows, in other folders.
 */
final class WinHouse implements Machine {
  private static final String PROFILES =
      "[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList";
  static final String HOME = "C/Users/ann/";
  static final String CHROME = HOME + "AppData/Local/Google/Chrome/User Data";
  static final String EDGE = HOME + "AppData/Local/Microsoft/Edge/User Data";
  static final String FIREFOX = HOME + "AppData/Roaming/Mozilla/Firefox";

  private final Path root;
  private final Rooted files;
  private final WinLaptop registry = new WinLaptop();

  /** Ann's, who is logged in; with a Firefox for everybody that has nothing of its own. */
  WinHouse(Path root) {
    this.root = root;
    this.files = new Rooted(root);
    people("ann");
    write(HOME + "NTUSER.DAT", "").write("C/Users/Public/desktop.ini", "");
    write("C/Program Files/Mozilla Firefox/defaults/pref/channel-prefs.js", "");
    write("C/Program Files (x86)/desktop.ini", "");
    registry
        .absent(WinFirefox.EVERYBODYS, WinFirefox.EVERYBODYS_PREFERENCES, Explorer.BY_POLICY)
        .absent(WinFirefox.EVERYBODYS_NAMES)
        .registry(Explorer.BY_SETTING);
    for (Vendor one : Vendor.ALL) {
      registry.absent(one.managed(), one.recommended());
      hive(one.personsManaged()).hive(one.personsRecommended());
    }
    hive(WinFirefox.PERSONS)
        .hive(WinFirefox.PERSONS_PREFERENCES)
        .hive(WinFirefox.PERSONS_NAMES)
        .hive(WinPolicies.SMART_SCREEN)
        .hive(WinUsed.MOVED);
  }

  /** Those on the list of people. */
  WinHouse people(String... names) {
    var list = new StringBuilder(PROFILES + "]\n" + PROFILES + "\\S-1-5-18]\n");
    list.append("\"ProfileImagePath\"=\"C:\\\\WINDOWS\\\\system32\\\\config\\\\systemprofile\"\n");
    for (int i = 0; i < names.length; i++) {
      list.append(PROFILES).append("\\user").append(i + 1).append("]\n");
      list.append("\"ProfileImagePath\"=\"C:\\\\Users\\\\").append(names[i]).append("\"\n");
    }
    registry.says(WinHomes.LIST, list.toString());
    return this;
  }

  /** What Ann's part of the registry has; hers is the only one that is loaded. */
  WinHouse hive(ReadRegistry question, String... values) {
    String key = question.key().replace("HKU\\*", "[HKEY_USERS\\user1");
    registry.says(
        question,
        "[HKEY_USERS]\n[HKEY_USERS\\user1]\n"
            + (values.length == 0 ? "" : key + "]\n" + String.join("\n", values) + "\n"));
    return this;
  }

  WinHouse everybody(ReadRegistry question, String... values) {
    registry.registry(question, values);
    return this;
  }

  WinHouse answers(Question question, Answer answer) {
    registry.answers(question, answer);
    return this;
  }

  WinHouse says(Question question, String text) {
    registry.says(question, text);
    return this;
  }

  WinHouse chromium(String capture, String folder) {
    LeftBehind.chromium(capture).forEach((path, text) -> write(folder + "/" + path, text));
    return this;
  }

  WinHouse firefox(String capture) {
    LeftBehind.deeperFirefox(capture).forEach((path, text) -> write(FIREFOX + "/" + path, text));
    return this;
  }

  WinHouse write(String path, String text) {
    OnDisk.write(root.resolve(path), text);
    return this;
  }

  private static String unix(String path) {
    return "/" + path.replace(":", "").replace('\\', '/');
  }

  @Override
  public Answer ask(Question question) {
    Answer told = registry.ask(question);
    if (!(told instanceof Answer.Missing)) {
      return told;
    }
    return switch (question) {
      case Question.ListFolder(var path) -> files.ask(new Question.ListFolder(unix(path)));
      case Question.Among(var folder, var paths) ->
          files.ask(new Question.Among(unix(folder), paths));
      case Question.ListInside(var folder, var path) ->
          files.ask(new Question.ListInside(unix(folder), path));
      case Question.ReadSettings(var folder, var path, var keys) ->
          files.ask(new Question.ReadSettings(unix(folder), path, keys));
      case Question.ReadJson(var folder, var path, var members, var commented) ->
          files.ask(new Question.ReadJson(unix(folder), path, members, commented));
      case Question.ReadPrefs(var folder, var path, var names) ->
          files.ask(new Question.ReadPrefs(unix(folder), path, names));
      case Question other -> new Answer.Missing();
    };
  }
}
