package porchlight.installer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** An older .deb over a newer one on a booted Debian: only when meant, and then without loss. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DowngradeIT {
  private static final String NEWER = "9.0.0";

  /**
   * What a later version might have written into the state: members, lines and a file of its own.
   */
  private static final String LATER =
      """
      import glob, json
      for path in glob.glob("/var/lib/porchlight/*.json"):
          with open(path, encoding="utf-8") as text:
              known = json.load(text)
          known["later"] = {"form": 9, "list": [None, 1e99, "x"]}
          with open(path, "w", encoding="utf-8") as text:
              json.dump(known, text, indent=2)
      with open("/var/lib/porchlight/status", "a", encoding="utf-8") as text:
          text.write("later 9\\n")
      with open("/var/lib/porchlight/later.json", "w", encoding="utf-8") as text:
          text.write("{}")
      """;

  @TempDir static Path folder = Path.of("");
  private static PackagedLaptop it;
  private static String older = "";

  @BeforeAll
  static void boot() throws Exception {
    Path deb = PackagedLaptop.built(PackagedLaptop.DEB);
    it = PackagedLaptop.boot(folder);
    it.laptop().put(deb, PackagedLaptop.PUT);
    it.newer(NEWER);
    older = in("dpkg-deb -f $1 Version", PackagedLaptop.PUT);
    it.installAndReport("apt-get install -y /root/" + NEWER + ".deb");
  }

  @AfterAll
  static void end() {
    if (it != null) {
      it.close();
    }
  }

  private static String in(String script, String... arguments) {
    return it.laptop().script(script, arguments);
  }

  private static String version() {
    return in("dpkg-query -W -f '${Version}' porchlight");
  }

  @Test
  @Order(1)
  void apt_takes_no_older_one_unless_it_is_told_to() {
    String pid = it.property("MainPID");
    Built.Ended refused = it.laptop().in("root", "apt-get", "install", "-y", PackagedLaptop.PUT);
    assertNotEquals(0, refused.code());
    assertTrue(refused.err().contains("without --allow-downgrades"), refused.err());
    assertEquals(NEWER, version());
    assertEquals(pid, it.property("MainPID"), "untouched");
  }

  @Test
  @Order(2)
  void meant_it_keeps_who_it_is_what_was_set_and_what_waits() throws Exception {
    in("ip link set wlan0 down; systemctl restart porchlight");
    PackagedLaptop.await(
        Duration.ofSeconds(60), () -> !in("ls /var/lib/porchlight/spool").isEmpty());
    in("setpriv --reuid porchlight --regid porchlight --clear-groups python3 -c \"$1\"", LATER);
    String device = it.identity("device");
    String key = it.identity("keyId");
    String managed = in("cat /etc/porchlight/managed.json");
    List<String> waiting = in("ls /var/lib/porchlight/spool").lines().toList();
    in("dpkg -i $1 >/root/out 2>&1", PackagedLaptop.PUT);
    assertEquals(older, version());
    PackagedLaptop.await(Duration.ofSeconds(20), it::isActive);
    assertEquals(device, it.identity("device"));
    assertEquals(key, it.identity("keyId"));
    assertEquals(managed, in("cat /etc/porchlight/managed.json"));
    var now = in("ls /var/lib/porchlight/spool").lines().toList();
    assertTrue(now.containsAll(waiting), () -> waiting + " became " + now);
    in("ip link set wlan0 up; ip route add default via 10.70.0.1");
    PackagedLaptop.await(Duration.ofMinutes(2), () -> in("ls /var/lib/porchlight/spool").isEmpty());
    assertEquals(1, it.central().devices().size(), "the same laptop");
    assertEquals("", in("find /var/lib/porchlight ! -user porchlight"));
  }

  @Test
  @Order(3)
  void no_file_of_the_newer_one_is_left() {
    // The image has no manuals.
    assertEquals("", in("dpkg --verify porchlight | grep -v ' /usr/share/' || true"));
    assertEquals(
        "",
        in(
            """
            find /usr/lib/porchlight -type f ! -path '*/cache/*' ! -name classes.jsa | sort >/root/there
            dpkg -L porchlight | sort | comm -23 /root/there -
            """));
    assertEquals("", in("find /usr/lib/porchlight/cache -type f ! -newer /root/$1.deb", NEWER));
  }

  /** A laptop that is not looked at is silent at central, which is no fine. */
  @Test
  @Order(4)
  void a_setting_that_it_does_not_know_is_named_and_costs_no_more_than_its_mending()
      throws Exception {
    in("dpkg -i /root/$1.deb >/dev/null 2>&1", NEWER);
    PackagedLaptop.await(Duration.ofSeconds(20), it::isActive);
    String device = it.identity("device");
    in(
        "cp /etc/porchlight/managed.json /root/kept; sed -i '1s/{/{ \"later\": 9,/' /etc/porchlight/managed.json");
    String said = in("apt-get install -y --allow-downgrades $1 2>&1", PackagedLaptop.PUT);
    assertTrue(said.contains("managed.json: later: there is no such setting"), said);
    assertTrue(said.contains("until that is mended this laptop is not looked at"), said);
    assertEquals(older, version());
    in("rm /var/lib/porchlight/last-check.json; sleep 5");
    assertEquals("", in("ls /var/lib/porchlight/last-check.json 2>/dev/null || true"));
    in("cp /root/kept /etc/porchlight/managed.json; systemctl restart porchlight");
    PackagedLaptop.await(
        Duration.ofSeconds(60), () -> in("ls /var/lib/porchlight").contains("last-check.json"));
    assertEquals(device, it.identity("device"));
  }
}
