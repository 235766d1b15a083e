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
  private static final String LOG = "C:\\Program Files\\Porchlight\\log\\service.log";
  private static final String AUTOMATIC = "0x2";
  private static final String DISABLED = "0x4";

  /** `msiexec /famus`: every file, and what is in the registry. */
  private static final String OF_ALL = "0x3c0";

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
    assertEquals(1, it.entries());
    assertEquals(List.of("Porchlight 0.1.0 has started."), it.events());
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
    String before = it.pid("supervised");
    assertFalse(before.isEmpty());
    it.shell("kill -9 " + before);
    PackagedLaptop.await(
        Duration.ofSeconds(60),
        () -> {
          String now = it.pid("supervised");
          return !now.isEmpty() && !now.equals(before);
        });
    assertEquals("RUNNING", it.service());
    assertTrue(Files.readString(it.installed("log/service.log")).contains("is started again"));
    String told = it.events().getLast();
    assertTrue(told.startsWith("The agent ended by itself with status "), told);
    assertTrue(told.endsWith(": 1. What it said is in " + LOG + "."), told);
  }

  @Test
  @Order(8)
  void what_repeats_is_told_once_an_hour() throws Exception {
    assertEquals(0, it.tool("seldom").code(), "the number of the first that is not, in tool.c");
  }

  @Test
  @Order(9)
  void stopped_nothing_of_it_runs() throws Exception {
    it.done("net", "stop", "Porchlight");
    is("STOPPED");
    for (String word : List.of("service", "supervised", "cycle")) {
      assertEquals("", it.pid(word), word);
    }
    assertEquals("Porchlight has stopped: it was asked to.", it.events().getLast());
    it.done("net", "start", "Porchlight");
    is("RUNNING");
  }

  @Test
  @Order(10)
  void an_upgrade_keeps_who_it_is_and_what_was_set() throws Exception {
    String identity = Files.readString(state("identity.json"));
    String managed = Files.readString(it.drive("ProgramData/Porchlight/managed.json"));
    Path cache = Files.createDirectories(it.installed("cache"));
    Files.writeString(cache.resolve("porchlight.jsa"), "of the version before");
    Path kept = Files.writeString(it.folder().resolve("kept"), "by somebody, elsewhere");
    Path link = Files.createSymbolicLink(cache.resolve("link"), Path.of("/work"));
    newer("0.1.1");
    assertEquals(0, it.msiexec("/i", "0.1.1.msi"));
    is("RUNNING");
    assertFalse(Files.exists(cache.resolve("porchlight.jsa")));
    assertTrue(Files.exists(kept), "a link was followed");
    Files.deleteIfExists(link); // Wine deletes no links to folders
    assertTrue(Files.readString(it.installed("log/service.log")).contains("is started again"));
    assertTrue(it.done("reg", "query", OURS, "/v", "Version").endsWith("0.1.1"));
    assertTrue(it.done("reg", "query", OURS, "/v", "Tenant").endsWith("Example"));
    assertEquals(1, it.entries());
    assertEquals(identity, Files.readString(state("identity.json")));
    assertEquals(managed, Files.readString(it.drive("ProgramData/Porchlight/managed.json")));
  }

  /** The same files under a higher version. */
  private static void newer(String version) throws Exception {
    Msi.build(version, it.folder(), folder.resolve("work"));
  }

  @Test
  @Order(11)
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
  @Order(12)
  void an_older_one_over_it_is_refused() throws Exception {
    assertEquals(REFUSED, it.msiexec("/i", "0.msi"));
    assertTrue(it.done("reg", "query", OURS, "/v", "Version").endsWith("0.1.2"));
    assertEquals("RUNNING", it.service());
  }

  /** Wine's msiexec passes no `/f` on, so the function is called that it calls on Windows. */
  @Test
  @Order(13)
  void what_is_missing_or_damaged_is_told_and_a_repair_brings_it_back() throws Exception {
    var whole = it.brought();
    String identity = Files.readString(state("identity.json"));
    Files.delete(it.installed("bin/porchlight.exe"));
    Files.delete(it.installed("runtime/bin/server/jvm.dll"));
    Files.writeString(it.installed("classes/porchlight"), "damaged");
    it.done("reg", "delete", OURS, "/v", "Version", "/f");
    it.shell("kill -9 " + it.pid("supervised"));
    PackagedLaptop.await(
        Duration.ofSeconds(60),
        () -> it.events().getLast().startsWith("The agent cannot be started: File not found."));
    assertEquals(0, it.tool("repair", Msi.product("0.1.2"), OF_ALL).code());
    is("RUNNING");
    assertEquals(whole, it.brought());
    assertTrue(it.done("reg", "query", OURS, "/v", "Version").endsWith("0.1.2"));
    assertEquals(identity, Files.readString(state("identity.json")));
    assertEquals(0, it.porchlight("status").code(), "central has heard of it");
  }

  @Test
  @Order(14)
  void a_repair_makes_it_run_again_unless_it_is_disabled() throws Exception {
    var repair = List.of("REINSTALL=ALL", "REINSTALLMODE=amus").toArray(String[]::new);
    it.done("net", "stop", "Porchlight");
    is("STOPPED");
    Files.delete(it.installed("bin/porchlight.exe"));
    assertEquals(0, it.msiexec("/i", Msi.product("0.1.2"), repair));
    is("RUNNING");
    it.done("net", "stop", "Porchlight");
    is("STOPPED");
    it.setStart(4);
    assertEquals(0, it.msiexec("/i", Msi.product("0.1.2"), repair));
    assertEquals("STOPPED", it.service());
    assertEquals(DISABLED, it.configured("Start"));
  }

  @Test
  @Order(15)
  void removed_it_said_goodbye_and_left_nothing() throws Exception {
    it.done("reg", "add", POLICY, "/v", "reportSeconds", "/t", "REG_DWORD", "/d", "600", "/f");
    assertTrue(it.registered().size() > 10, "what names us before");
    assertEquals(0, it.msiexec("/x", Msi.product("0.1.2")));
    assertEquals(List.of(), Device.listed(central.data()), "retired: no longer listed");
    assertEquals("", it.service());
    assertEquals("", it.shell("find /prefix/drive_c -iname '*porchlight*'"));
    assertEquals("", it.shell("find /prefix/drive_c/windows/Installer -name '*.msi'"));
    assertTrue(it.registered().stream().allMatch(line -> line.contains("Policies")));
  }
}
