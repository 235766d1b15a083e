package porchlight;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What is asked with a name that is only known when it is seen: lines with a hole in its place. */
final class Holes {
  private static final Pattern HOLE = Pattern.compile("\\{[a-z]+}");

  /** A home is a whole path, a saved network's name may have spaces, keys of dconf have slashes. */
  private static final Map<String, String> FILLED =
      Map.of(
          "{home}",
          "/[^ ]+",
          "{file}",
          "[^/]+",
          "{keys}",
          "[^ ]+",
          "{paths}",
          ".+",
          "{browser}",
          "[^ ]+",
          "{profile}",
          "[^/]+",
          "{folder}",
          ".+",
          "{users}",
          "[A-Z]:\\\\[^/]+",
          "{firefox}",
          "(?:/(?:usr/lib|usr/lib64|opt)/[^/ ]+|/Applications/Firefox[^/]*\\.app/Contents/Resources"
              + "|C:\\\\Program Files[^/]*\\\\[^/\\\\]*Firefox[^/\\\\]*)");

  private static final List<String> LINUX =
      List.of(
          "? link /sys/class/block/{name}",
          "? link /sys/dev/block/{number}",
          "? list /lib/modules/{name}",
          "? list /run/porchlight/modules/{name}",
          "? list /usr/local/share/ca-certificates/{name}",
          "? list /usr/local/share/ca-certificates/{name}/{name}",
          "? list /sys/class/block/{name}/slaves",
          "? list /sys/class/net/{name}",
          "? read /sys/class/net/{name}/carrier_changes",
          "? settings /run/NetworkManager/devices {number} {keys}",
          "? settings /run/systemd/netif/leases {number} {keys}",
          "? settings /run/systemd/netif/links {number} {keys}",
          "? settings /var/lib/dhcp {file} {keys}",
          "? list /var/cache/dnf/{name}/repodata",
          "? list /var/cache/libdnf5/{name}/repodata",
          "? list /var/cache/zypp/raw/{name}/repodata",
          "? modified /var/cache/dnf/{name}/repodata/{name}",
          "? modified /var/cache/libdnf5/{name}/repodata/{name}",
          "? modified /var/cache/zypp/raw/{name}/repodata/{name}",
          "? modified /var/lib/pacman/sync/{name}",
          "? list /sys/fs/btrfs/{name}/devices",
          "? read /etc/dnsmasq.d/{file}",
          "? read /etc/unbound/conf.d/{file}",
          "? read /etc/unbound/keys.d/{file}",
          "? read /etc/unbound/local.d/{file}",
          "? read /etc/unbound/unbound.conf.d/{file}",
          "? read /proc/{number}/cmdline",
          "? read /sys/class/block/{name}/dm/name",
          "? read /sys/class/block/{name}/dm/uuid",
          "? read /sys/class/net/{name}/operstate",
          "? dconf /etc/dconf/db {name} {keys}",
          "? dconf {home} .config/dconf/{name} {keys}",
          "? read /run/dconf/user/{uid}",
          "? settings /etc/NetworkManager/system-connections {file} {keys}",
          "? settings /etc/network/interfaces.d {file} {keys}",
          "? settings /etc/sysconfig/network-scripts {file} {keys}",
          "? settings /etc/wpa_supplicant {file} {keys}",
          "? settings /run/NetworkManager/system-connections {file} {keys}",
          "? settings /run/netplan {file} {keys}",
          "? settings /usr/lib/NetworkManager/system-connections {file} {keys}",
          "? settings /var/lib/iwd {file} {keys}",
          "? settings /etc/environment.d {file} {keys}",
          "? settings /etc/profile.d {file} {keys}",
          "? settings {home} .config/kioslaverc {keys}",
          "? settings {home} .config/kscreenlockerrc {keys}",
          "? among {home} {paths}",
          "? json {home} {browser}/Local State {keys}",
          "? json {home} {browser}/{profile}/Preferences {keys}",
          "? json {home} {browser}/{profile}/Secure Preferences {keys}",
          "? names {home} {browser}",
          "? json {home} {browser}/{profile}/extensions.json {keys}",
          "? prefs {home} {browser}/{profile}/prefs.js {keys}",
          "? prefs {home} {browser}/{profile}/user.js {keys}",
          "? settings {home} {browser}/profiles.ini {keys}",
          "? json-commented /etc/{browser}/policies/managed {file} {keys}",
          "? json-commented /etc/{browser}/policies/recommended {file} {keys}",
          "? json /etc/firefox/policies policies.json {keys}",
          "? json {firefox}/distribution policies.json {keys}",
          "? list /etc/{browser}/policies/managed",
          "? list /etc/{browser}/policies/recommended",
          "? list {firefox}/defaults/pref",
          "? list {firefox}/defaults/preferences",
          "? list {firefox}/distribution",
          "? prefs {firefox}/defaults/pref {file} {keys}",
          "? prefs {firefox}/defaults/preferences {file} {keys}",
          "? prefs /etc/firefox {file} {keys}",
          "? prefs /etc/firefox-esr {file} {keys}",
          "? prefs /etc/firefox/defaults/pref {file} {keys}",
          "? prefs /etc/firefox/pref {file} {keys}",
          "? list /etc/systemd/system/{name}",
          "? read /etc/systemd/system/{name}",
          "? read /etc/systemd/system/{name}/{file}",
          "? list /run/systemd/system/{name}",
          "? read /run/systemd/system/{name}",
          "? read /run/systemd/system/{name}/{file}",
          "? list /usr/local/lib/systemd/system/{name}",
          "? read /usr/local/lib/systemd/system/{name}",
          "? read /usr/local/lib/systemd/system/{name}/{file}",
          "? list /usr/lib/systemd/system/{name}",
          "? read /usr/lib/systemd/system/{name}",
          "? read /usr/lib/systemd/system/{name}/{file}",
          "? list /lib/systemd/system/{name}",
          "? read /lib/systemd/system/{name}",
          "? read /lib/systemd/system/{name}/{file}",
          "? read /etc/gdm/{file}",
          "? read /etc/gdm3/{file}",
          "? read /etc/lightdm/{file}",
          "? read /etc/lxdm/{file}",
          "? read /usr/share/lightdm/lightdm.conf.d/{file}",
          "? read /usr/local/share/lightdm/lightdm.conf.d/{file}",
          "? read /etc/xdg/lightdm/lightdm.conf.d/{file}",
          "? read /etc/lightdm/lightdm.conf.d/{file}",
          "? read /usr/lib/sddm/sddm.conf.d/{file}",
          "? read /etc/sddm.conf.d/{file}",
          "? read /etc/sddm.conf",
          "? read /var/lib/apt/lists/{name}",
          "? stanzas /var/lib/apt/lists/{name} {fields}",
          "? stanzas /var/lib/apt/lists/{name} {fields} among /var/lib/dpkg/status");

  private static final List<String> MACOS =
      List.of(
          "? among {home} {paths}",
          "? json /Library/Managed Preferences {bundle}.plist {keys}",
          "? json /Library/Managed Preferences {person}/{bundle}.plist {keys}",
          "? json /Library/Preferences {bundle}.plist {keys}",
          "? json {firefox}/distribution policies.json {keys}",
          "? json {home} Library/Containers/com.apple.Safari/Data/Library/Preferences/com.apple.Safari.plist {keys}",
          "? json {home} Library/Preferences/{bundle}.plist {keys}",
          "? json {home} {folder}/Local State {keys}",
          "? json {home} {folder}/Preferences {keys}",
          "? json {home} {folder}/Secure Preferences {keys}",
          "? json {home} {folder}/extensions.json {keys}",
          "? list {firefox}/defaults/pref",
          "? list {firefox}/defaults/preferences",
          "? list {firefox}/distribution",
          "? names {home} {folder}",
          "? prefs {firefox}/defaults/pref {file} {keys}",
          "? prefs {firefox}/defaults/preferences {file} {keys}",
          "? prefs {home} {folder}/prefs.js {keys}",
          "? prefs {home} {folder}/user.js {keys}",
          "? settings {home} {folder}/profiles.ini {keys}");

  private static final List<String> WINDOWS =
      List.of(
          "? among C:\\Program Files (x86) {paths}",
          "? among C:\\Program Files {paths}",
          "? among C:\\ProgramData {paths}",
          "? among C:\\Windows {paths}",
          "? among {users} {paths}",
          "? json {firefox}\\distribution policies.json {keys}",
          "? json {users} {folder}/Local State {keys}",
          "? json {users} {folder}/Preferences {keys}",
          "? json {users} {folder}/Secure Preferences {keys}",
          "? json {users} {folder}/extensions.json {keys}",
          "? list {firefox}\\defaults\\pref",
          "? list {firefox}\\defaults\\preferences",
          "? list {firefox}\\distribution",
          "? names {users} {folder}",
          "? prefs {firefox}\\defaults\\pref {file} {keys}",
          "? prefs {firefox}\\defaults\\preferences {file} {keys}",
          "? prefs {users} {folder}/prefs.js {keys}",
          "? prefs {users} {folder}/user.js {keys}",
          "? settings {users} {folder}/profiles.ini {keys}");

  private Holes() {}

  /** The lines of that operating system. */
  static List<String> on(String system) {
    return switch (system) {
      case "linux" -> LINUX;
      case "macos" -> MACOS;
      case "windows" -> WINDOWS;
      default -> throw new IllegalArgumentException(system);
    };
  }

  /** The questions that a line with holes stands for. */
  static Pattern pattern(String line) {
    var regex = new StringBuilder();
    var hole = HOLE.matcher(line);
    int at = 0;
    while (hole.find()) {
      regex
          .append(Pattern.quote(line.substring(at, hole.start())))
          .append(FILLED.getOrDefault(hole.group(), "[^/ ]+"));
      at = hole.end();
    }
    return Pattern.compile(regex.append(Pattern.quote(line.substring(at))).toString());
  }
}
