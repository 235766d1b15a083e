package porchlight.gather.macos.browsers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import porchlight.gather.linux.Rooted;
import porchlight.gather.macos.people.Accounts;
import porchlight.machine.Answer;
import porchlight.machine.Machine;

/**
 * A Mac in a folder: files are written into it where macOS has them. What browsers left on Linux is
 * what they leave on a Mac, in other folders.
 */
record MacHomes(Path root, String accounts) {
  private static final Path CAPTURES = Path.of("src/test/captures/linux/browsers");
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
    return copy(CAPTURES.resolve(capture + "/home/ann/.config/chromium"), folder);
  }

  /** On a Mac the profiles lie one folder deeper. */
  MacHomes firefox(String capture) {
    Path from = CAPTURES.resolve(capture + "/home/ann/.config/mozilla/firefox");
    copy(from, FIREFOX + "/Profiles");
    try {
      String list = Files.readString(from.resolve("profiles.ini"));
      Files.delete(root.resolve(FIREFOX.substring(1) + "/Profiles/profiles.ini"));
      return write(FIREFOX + "/profiles.ini", list.replace("Path=", "Path=Profiles/"));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private MacHomes copy(Path from, String to) {
    try (var files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        write(to + "/" + from.relativize(file), Files.readString(file));
      }
      return this;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  MacHomes write(String path, String text) {
    try {
      Path file = root.resolve(path.substring(1));
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  Machine machine() {
    var files = new Rooted(root);
    return question ->
        question.equals(Accounts.LIST) ? new Answer.Said(0, accounts) : files.ask(question);
  }
}
