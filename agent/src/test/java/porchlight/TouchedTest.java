package porchlight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import porchlight.facts.Fact;
import porchlight.gather.Gathering;
import porchlight.machine.LocalMachine;
import porchlight.machine.Machine;
import porchlight.machine.Question;
import porchlight.machine.Transcript;
import porchlight.machine.TranscriptText;

/**
 * What {@code porchlight commands} prints is what the tool classes may ask: their constants, found
 * by looking, and a few lines with a hole where the name of a file stands.
 */
class TouchedTest {
  private static final Path CLASSES = Path.of("target/classes");

  private static Path list(String system) {
    return Path.of("src/main/resources/porchlight/commands", system + ".txt");
  }

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

  /** The same of a Mac. */
  private static final List<String> WITH_A_HOLE_ON_MACOS =
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

  /** The same of Windows. */
  private static final List<String> WITH_A_HOLE_ON_WINDOWS =
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

  /** What is asked with a name that is only known when it is seen. */
  private static final List<String> WITH_A_HOLE =
      List.of(
          "? link /sys/class/block/{name}",
          "? link /sys/dev/block/{number}",
          "? list /lib/modules/{name}",
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

  @ParameterizedTest
  @ValueSource(strings = {"linux", "macos", "windows"})
  void the_list_is_what_the_tool_classes_may_ask(String system) throws Exception {
    Set<String> constants = constants(system);
    assertTrue(constants.size() >= 4, "only " + constants);
    var all = new TreeSet<>(constants);
    all.addAll(
        switch (system) {
          case "linux" -> WITH_A_HOLE;
          case "macos" -> WITH_A_HOLE_ON_MACOS;
          default -> WITH_A_HOLE_ON_WINDOWS;
        });
    Golden.check(list(system), String.join("\n", all) + "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"linux", "macos", "windows"})
  void nothing_is_asked_that_is_not_on_the_list(String system) throws Exception {
    var listed = new ArrayList<Pattern>();
    Files.readAllLines(list(system)).forEach(line -> listed.add(pattern(line)));
    var strangers = new ArrayList<String>();
    int asked = 0;
    for (String question : asked(system)) {
      asked++;
      if (listed.stream().noneMatch(one -> one.matcher(question).matches())) {
        strangers.add(question);
      }
    }
    assertEquals(List.of(), strangers);
    assertTrue(asked >= 10 || system.equals("windows"), "only " + asked + " questions");
  }

  private static Pattern pattern(String line) {
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

  private static Set<String> asked(String system) throws Exception {
    var asked = new ConcurrentSkipListSet<String>();
    if (system.equals("linux")) {
      gather(system, new LocalMachine(), asked);
    }
    for (Path machine : MachinesTest.machines()) {
      var recorded = TranscriptText.read(Files.readString(machine));
      if (recorded.system().equals(system)) {
        gather(system, new Transcript(recorded), asked);
      }
    }
    return asked;
  }

  private static void gather(String system, Machine machine, Set<String> asked) {
    Machine listening =
        question -> {
          asked.add(question.text());
          return machine.ask(question);
        };
    new Gathering(EnumSet.allOf(Fact.class), Gathering.USUAL_LIMIT, fact -> {})
        .gather(OperatingSystem.gatherer(system, listening), Instant.now());
  }

  private static Set<String> constants(String system)
      throws IOException, ReflectiveOperationException {
    var texts = new TreeSet<String>();
    try (var files = Files.walk(CLASSES.resolve("porchlight/gather/" + system))) {
      for (Path file : files.filter(file -> file.toString().endsWith(".class")).toList()) {
        String name = CLASSES.relativize(file).toString().replace('/', '.');
        Class<?> type = Class.forName(name.substring(0, name.length() - ".class".length()));
        for (Field field : type.getDeclaredFields()) {
          if (Modifier.isStatic(field.getModifiers())) {
            field.setAccessible(true);
            add(field.get(null), texts);
          }
        }
      }
    }
    return texts;
  }

  private static void add(@Nullable Object value, Set<String> texts) {
    if (value instanceof Question question) {
      texts.add(question.text());
    } else if (value instanceof Collection<?> many) {
      many.forEach(one -> add(one, texts));
    }
  }
}
