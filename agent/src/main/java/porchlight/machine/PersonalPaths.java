package porchlight.machine;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import porchlight.machine.Redaction.Personal;

/** Where files are called after people and networks, and which of their lines name them. */
final class PersonalPaths {
  static final String ACCOUNTS = "/etc/passwd";

  private static final String HUMAN = "(?m)^[^:\\n]*:[^:\\n]*:[1-9]\\d{3,}:\\d*:";

  /** The account, the name in full, and the home folder's own name. */
  static final List<Personal> PEOPLE =
      List.of(
          new Personal(Pattern.compile("(?m)^([^:\\n]+):[^:\\n]*:[1-9]\\d{3,}:"), "person"),
          new Personal(Pattern.compile(HUMAN + "([^:\\n]+):"), "person"),
          new Personal(Pattern.compile(HUMAN + "[^:\\n]*:[^:\\n]*/([^:/\\n]+)/?:"), "person"));

  static final Personal NETWORK =
      new Personal(
          Pattern.compile(
              "(?m)^\\s*(?:(?:ssid|id|ESSID|NAME)\\s*=|(?:wpa-ssid|wireless-essid)\\s)\\s*[\"']?([^\"'\\n]+)"),
          "network");

  /** The host of a proxy or of a proxy's script, which may be called after a company. */
  static final Personal PROXY =
      new Personal(
          Pattern.compile(
              "(?im)^(?:[^=\\n]*proxy[^=\\n]*|/system/proxy/[^=\\n]*(?:host|url))\\s*=\\s*[\"']?"
                  + "(?:[a-z0-9]+://)?([a-z][^\"'/:\\s?#]*)"),
          "host");

  /** The account that is logged in without being asked. */
  private static final Personal LOGGED_IN =
      new Personal(
          Pattern.compile(
              "(?m)(?:^\\s*(?:AutomaticLogin|TimedLogin|autologin-user|autologin|[Uu]ser|NODM_USER"
                  + "|DISPLAYMANAGER_AUTOLOGIN)\\s*=|--autologin[ =]|\\s-a)\\s*[\"']?"
                  + "(?!_?greet)([^\\s\"'#]+)"),
          "person");

  private static final Pattern LOGIN =
      Pattern.compile(
          "/(?:etc|run|usr/share|usr/local/share|usr/lib)/(?:gdm3?|lightdm|sddm|greetd|lxdm|xdg/lightdm)/.*"
              + "|/etc/sddm\\.conf(?:\\.d/.*)?|/etc/default/nodm|/etc/sysconfig/displaymanager"
              + "|/.*/systemd/system/(?:.*getty|autovt)@?.*");

  /** What whoever runs a network calls it and this laptop, in the files of DHCP clients. */
  static final Personal DOMAIN =
      new Personal(
          Pattern.compile(
              "(?m)(?:^\\s*(?:dhcp4\\.domain_name=|DOMAINNAME="
                  + "|option (?:domain-name|host-name|nis-domain|domain-search) )\"?"
                  + "|^\\s*(?:dhcp4\\.default_url=|CAPTIVE_PORTAL=|option default-url \"?)"
                  + "[A-Za-z]+://)([^\";/:?#\\n]+)"),
          "domain");

  /** A profile of Firefox that a person gave a name, and one of a Chromium's with its own. */
  static final Personal PROFILE =
      new Personal(
          Pattern.compile("(?m)^(?:Path=(?:.*/)?)?([a-z0-9]{8}\\.(?!default(?:-|$))[^/\\n]*)$"),
          "profile");

  static final Personal CHOSEN =
      new Personal(
          Pattern.compile(
              "[{,]\"((?!(?:Default|Profile \\d{1,4}|info_cache|profile)\")[^\"\\\\]+)\":\\{}"),
          "profile");

  private static final Pattern FILE =
      Pattern.compile("(?m)^(.+?)(\\.nmconnection|\\.open|\\.psk|\\.8021x|)$");

  /** Of these only what comes after the dash is a name. */
  private static final Pattern IFCFG = Pattern.compile("(?m)^ifcfg-(.+)$");

  private static final String IFCFG_FOLDER = "/etc/sysconfig/network-scripts";
  private static final List<String> NETWORK_FOLDERS =
      List.of(
          "/etc/NetworkManager/system-connections",
          "/run/NetworkManager/system-connections",
          "/usr/lib/NetworkManager/system-connections",
          "/var/lib/iwd");

  private PersonalPaths() {}

  static List<Personal> inFile(String path) {
    return LOGIN.matcher(path).matches() ? List.of(LOGGED_IN) : List.of();
  }

  static List<Personal> inFolder(String path) {
    if (NETWORK_FOLDERS.contains(path)) {
      return List.of(new Personal(FILE, "network"));
    }
    if (path.equals(IFCFG_FOLDER)) {
      return List.of(new Personal(IFCFG, "network"));
    }
    if (path.equals("/Users")) {
      return List.of(
          new Personal(Pattern.compile("(?m)^(?!Shared$|Guest$|\\.localized$)(.+)$"), "person"));
    }
    return path.equals("/home")
        ? List.of(new Personal(Pattern.compile("(?m)^(.+)$"), "person"))
        : List.of();
  }

  /** A home folder is called after its owner. */
  static String folder(String path, Map<String, String> names) {
    int slash = path.lastIndexOf('/');
    String name = path.substring(slash + 1);
    return path.startsWith("/usr/") || path.startsWith("/etc/")
        ? path
        : path.substring(0, slash + 1) + names.getOrDefault(name, name);
  }

  /** Names between slashes, as they stand in the paths of a question or an answer. */
  static String between(String text, Map<String, String> names) {
    var out = new StringBuilder();
    int from = 0;
    for (int at = 0; at <= text.length(); at++) {
      if (at == text.length() || "/,\n".indexOf(text.charAt(at)) >= 0) {
        String part = text.substring(from, at);
        out.append(names.getOrDefault(part, part));
        if (at < text.length()) {
          out.append(text.charAt(at));
        }
        from = at + 1;
      }
    }
    return out.toString();
  }

  /** A saved network's file is called after the network. */
  static String file(String folder, String path, Map<String, String> names) {
    var older = IFCFG.matcher(path);
    if (folder.equals(IFCFG_FOLDER) && older.matches()) {
      return "ifcfg-" + names.getOrDefault(older.group(1), older.group(1));
    }
    var parts = FILE.matcher(path);
    return NETWORK_FOLDERS.contains(folder) && parts.matches()
        ? names.getOrDefault(parts.group(1), parts.group(1)) + parts.group(2)
        : path;
  }
}
