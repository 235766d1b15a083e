package porchlight.installer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The life of the .msi on a Windows of Wine's, one step after the other, from msiexec to its
 * removal.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MsiUnderWineIT {
  private static final String POLICY = "HKLM\\SOFTWARE\\Policies\\Porchlight";
  private static final String OURS = "HKLM\\SOFTWARE\\Porchlight";
  private static final String AUTOMATIC = "0x2";
  private static final String DISABLED = "0x4";
  private static final int BUILD_SECONDS = 300;

  /** What Windows Installer ends with where it refuses, as far as Wine passes it on: 1603. */
  private static final int REFUSED = 1603 & 0xff;

  @TempDir static Path folder = Path.of("");

  private static WineLaptop it;
  private static RunningCentral central;
  private static String token = "";

  @BeforeAll
  static void boot() throws Exception {
    Path msi = PackagedLaptop.built(".msi");
    it = WineLaptop.start(Files.createDirectory(folder.resolve("laptop")));
    central = new RunningCentral(folder, it.beside());
    central.awaitReady();
    token = central.token();
    Files.copy(msi, it.folder().resolve("0.msi"), StandardCopyOption.REPLACE_EXISTING);
  }

  @AfterAll
  static void end() {
    if (central != null) {
      central.close();
    }
    if (it != null) {
      it.close();
    }
  }

  private static Path state(String file) {
    return it.drive("ProgramData/Porchlight/state").resolve(file);
  }

  private static Path installed(String file) {
    return it.drive("Program Files/Porchlight").resolve(file);
  }

  private static void is(String state) throws Exception {
    PackagedLaptop.await(Duration.ofSeconds(60), () -> it.service().equals(state));
  }

  @Test
  @Order(1)
  void what_no_setting_can_be_stops_the_installation() throws Exception {
    assertEquals(REFUSED, it.msiexec("/i", "0.msi", "SERVERURL=ftp://central.example"));
    assertEquals("", it.service());
    assertFalse(Files.exists(it.drive("ProgramData/Porchlight/managed.json")));
  }

  @Test
  @Order(2)
  void msiexec_with_properties_puts_the_laptop_on_the_list() throws Exception {
    long start = System.nanoTime();
    assertEquals(
        0,
        it.msiexec(
            "/i",
            "0.msi",
            "SERVERURL=" + central.address(),
            "ENROLLMENTKEY=" + token,
            "TENANT=Example"));
    long installed = System.nanoTime();
    assertEquals("RUNNING", it.service());
    PackagedLaptop.await(
        Duration.ofMinutes(2),
        () ->
            Device.listed(central.data()).stream()
                .anyMatch(device -> device.standing().equals("active") && device.reported()));
    System.out.printf(
        "msi under Wine: installed in %.1f s, its first report after %.1f s%n",
        (installed - start) / 1e9, (System.nanoTime() - start) / 1e9);
  }

  @Test
  @Order(3)
  void the_key_is_nowhere_any_more() throws Exception {
    assertFalse(Files.exists(it.drive("ProgramData/Porchlight/enrollment-token")));
    assertEquals("", it.shell("grep -rlF -e '" + token + "' /prefix || true"));
    assertFalse(
        it.shell("cat /proc/[0-9]*/cmdline | tr '\\0' ' '").contains(token), "in arguments");
  }

  @Test
  @Order(4)
  void windows_knows_it_as_a_service_and_a_program() throws Exception {
    assertEquals("LocalSystem", it.configured("ObjectName"));
    assertEquals(AUTOMATIC, it.configured("Start"));
    assertTrue(it.done("reg", "query", OURS, "/v", "Tenant").endsWith("Example"));
    assertEquals(1, entries());
  }

  /** How many programs of ours the list of installed programs has. */
  private static long entries() throws Exception {
    return it.done(
            "reg", "query", "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall", "/s")
        .lines()
        .filter(line -> line.matches(".*DisplayName .*Porchlight"))
        .count();
  }

  @Test
  @Order(5)
  void a_policy_in_the_registry_goes_over_the_file_and_status_says_so() throws Exception {
    it.done("reg", "add", POLICY, "/v", "reportSeconds", "/t", "REG_DWORD", "/d", "600", "/f");
    String status = it.porchlight("status", "--json").out().replaceAll("\\s", "");
    assertTrue(
        status.contains(
            "\"reportSeconds\":{\"value\":\"600\",\"from\":\"" + POLICY.replace("\\", "\\\\")),
        status);
    assertTrue(status.contains(central.address()) && status.contains("managed.json"), status);
    it.done("reg", "add", POLICY, "/v", "sever", "/t", "REG_SZ", "/d", "x", "/f");
    var refused = it.porchlight("status");
    assertNotEquals(0, refused.code());
    assertTrue(refused.err().contains("did you mean \"server\""), refused.err());
    it.done("reg", "delete", POLICY, "/f");
  }

  @Test
  @Order(6)
  void the_program_passes_words_output_and_status_on() throws Exception {
    var here = Built.agent("explain", "ünknown check");
    var there = it.porchlight("explain", "ünknown check");
    assertEquals(here.code(), there.code(), there.err());
    assertNotEquals(0, there.code());
    assertEquals(0, it.porchlight("--help").code());
  }

  @Test
  @Order(7)
  void killed_it_is_back() throws Exception {
    String before = pid("supervised");
    assertFalse(before.isEmpty());
    it.shell("kill -9 " + before);
    PackagedLaptop.await(
        Duration.ofSeconds(60),
        () -> {
          String now = pid("supervised");
          return !now.isEmpty() && !now.equals(before);
        });
    assertEquals("RUNNING", it.service());
    assertTrue(Files.readString(installed("log/service.log")).contains("is started again"));
  }

  /** Of the process of ours with that word. */
  private static String pid(String word) throws Exception {
    return it.shell(
        "for one in /proc/[0-9]*; do tr '\\0' ' ' <$one/cmdline 2>/dev/null |"
            + " grep -q 'porchlight.exe\"* "
            + word
            + "' && echo ${one#/proc/}; done | head -1");
  }

  @Test
  @Order(8)
  void stopped_nothing_of_it_runs() throws Exception {
    it.done("net", "stop", "Porchlight");
    is("STOPPED");
    for (String word : List.of("service", "supervised", "cycle")) {
      assertEquals("", pid(word), word);
    }
    it.done("net", "start", "Porchlight");
    is("RUNNING");
  }

  @Test
  @Order(9)
  void an_upgrade_keeps_who_it_is_and_what_was_set() throws Exception {
    String identity = Files.readString(state("identity.json"));
    String managed = Files.readString(it.drive("ProgramData/Porchlight/managed.json"));
    newer("0.1.1");
    assertEquals(0, it.msiexec("/i", "0.1.1.msi"));
    is("RUNNING");
    assertTrue(it.done("reg", "query", OURS, "/v", "Version").endsWith("0.1.1"));
    assertTrue(it.done("reg", "query", OURS, "/v", "Tenant").endsWith("Example"));
    assertEquals(1, entries());
    assertEquals(identity, Files.readString(state("identity.json")));
    assertEquals(managed, Files.readString(it.drive("ProgramData/Porchlight/managed.json")));
  }

  /** The same files under a higher version. */
  private static void newer(String version) throws Exception {
    var built =
        Built.run(
            List.of(
                "src/windows/build",
                "target/porchlight",
                "target/windows/runtime",
                version,
                it.folder().resolve(version + ".msi").toString(),
                folder.resolve("work").toString()),
            Map.of("SOURCE_DATE_EPOCH", "1795305600"),
            BUILD_SECONDS);
    assertEquals(0, built.code(), built.err());
  }

  @Test
  @Order(10)
  void disabled_stays_disabled_and_stopped_stays_stopped() throws Exception {
    it.done("net", "stop", "Porchlight");
    is("STOPPED");
    it.setStart(4);
    newer("0.1.2");
    assertEquals(0, it.msiexec("/i", "0.1.2.msi"));
    assertEquals("STOPPED", it.service());
    assertEquals(DISABLED, it.configured("Start"));
    it.setStart(2);
    it.done("net", "start", "Porchlight");
    is("RUNNING");
  }

  @Test
  @Order(11)
  void an_older_one_over_it_is_refused() throws Exception {
    assertEquals(REFUSED, it.msiexec("/i", "0.msi"));
    assertTrue(it.done("reg", "query", OURS, "/v", "Version").endsWith("0.1.2"));
    assertEquals("RUNNING", it.service());
  }

  /** Wine leaves what was made there later (log, cache), which the package names for removal. */
  @Test
  @Order(12)
  void removed_it_said_goodbye_and_left_nothing() throws Exception {
    assertEquals(0, it.msiexec("/x", "0.1.2.msi"));
    assertEquals(List.of(), Device.listed(central.data()), "retired: no longer listed");
    assertEquals("", it.service());
    for (String folder : List.of("bin", "lib", "runtime")) {
      assertFalse(Files.exists(installed(folder)), folder);
    }
    assertFalse(Files.exists(it.drive("ProgramData/Porchlight")), "settings and state");
    assertNotEquals(0, it.windows("reg", "query", OURS).code());
    assertEquals(0, entries());
  }
}
