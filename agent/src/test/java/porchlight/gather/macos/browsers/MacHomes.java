package porchlight.gather.macos.browsers;

import java.nio.file.Path;
import porchlight.gather.OnDisk;
import porchlight.gather.browsers.LeftBehind;
import porchlight.gather.linux.Rooted;
import porchlight.gather.macos.people.Accounts;
import porchlight.machine.Answer;
import porchlight.machine.Machine;

/**
 * A Mac in a folder: files are written into it where macOS has them. What browsers left on Linux is
 * what they leave on a Mac, in other folders.
 */
record MacHomes(Path root, String accounts) {
  private static final String SERVICES =
      """
      _www                     /Library/WebServer
      daemon                   /var/root
      nobody                   /var/empty
      root                     /var/root
      """;
  static final String SUPPORT = "/Users/ann/Library/Application Support/";
  static final String CHROME = SUPPORT + "Google/Chrome";
  static final String FIREFOX = SUPPORT + "Firefox";

  /** Ann's alone, with a Firefox that has nothing of its own. */
  static MacHomes of(Path root) {
    return new MacHomes(root, "ann                      /Users/ann\n" + SERVICES)
        .write("/Users/ann/Library/Preferences/org.mozilla.firefox.plist", plist(""))
        .write("/Users/Shared/.localized", "")
        .write("/Applications/Firefox.app/Contents/Resources/defaults/pref/channel-prefs.js", "");
  }

  static String plist(String members) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<plist version=\"1.0\"><dict>"
        + members
        + "</dict></plist>\n";
  }

  MacHomes with(String accounts) {
    return new MacHomes(root, accounts + SERVICES);
  }

  MacHomes chromium(String capture, String folder) {
    LeftBehind.chromium(capture).forEach((path, text) -> write(folder + "/" + path, text));
    return this;
  }

  MacHomes firefox(String capture) {
    LeftBehind.deeperFirefox(capture).forEach((path, text) -> write(FIREFOX + "/" + path, text));
    return this;
  }

  MacHomes write(String path, String text) {
    OnDisk.write(root.resolve(path.substring(1)), text);
    return this;
  }

  Machine machine() {
    var files = new Rooted(root);
    return question ->
        question.equals(Accounts.LIST) ? new Answer.Said(0, accounts) : files.ask(question);
  }
}
