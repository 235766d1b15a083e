package porchlight.installer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonText;
import porchlight.machine.Answer;
import porchlight.machine.Question;
import porchlight.machine.Recorded;
import porchlight.machine.TranscriptText;
import porchlight.machine.WindowsNative;

/**
 * The agent's own jar as a Windows program: a real Java runtime for Windows on Wine 10, whose
 * registry, services, WMI and network tables answer by the very calls that Windows has.
 */
class WindowsUnderWineIT {
  @TempDir static Path folder = Path.of("");

  @BeforeAll
  static void runAll() throws Exception {
    WineComputer.run(folder);
  }

  private static Recorded recorded(String file) throws Exception {
    return TranscriptText.read(Files.readString(folder.resolve(file)));
  }

  private static Answer answer(Question question) throws Exception {
    return recorded("asked.txt").exchanges().stream()
        .filter(one -> one.question().equals(question.text()))
        .findFirst()
        .orElseThrow()
        .answer();
  }

  private static String said(Question question) throws Exception {
    return assertInstanceOf(Answer.Said.class, answer(question), question.text()).text();
  }

  private static Json.Obj json(String file) throws Exception {
    return JsonText.parse(Files.readString(folder.resolve(file))).asObject().orElseThrow();
  }

  @Test
  void what_was_planted_in_the_registry_is_read_back() throws Exception {
    String interfaces = said(AsksWindows.INTERFACES);
    assertTrue(interfaces.contains("AAAA0001}]\n\"NameServer\"=\"192.0.2.53\"\n"), interfaces);
    assertTrue(interfaces.contains("AAAA0002}]\n\"DhcpNameServer\"=\"192.0.2.1\"\n"), interfaces);
    assertTrue(interfaces.contains("\"EnableDHCP\"=dword:00000001"), interfaces);
    assertTrue(said(AsksWindows.HOSTS_FOLDER).contains("\"DataBasePath\"=\"%S"));
    assertTrue(said(AsksWindows.SMART_SCREEN).contains("\"EnableSmartScreen\"=dword:00000000"));
    assertTrue(said(AsksWindows.RDP).contains("\"fDenyTSConnections\"=dword:00000000"));
    assertTrue(said(AsksWindows.WSUS).contains("\"WUServer\"=\"http://wsus.example.com:8530\""));
    assertTrue(said(AsksWindows.LLMNR).contains("\"EnableMulticast\"=dword:00000001"));
    assertTrue(said(AsksWindows.UAC).contains("\"EnableLUA\"=dword:00000000"));
    String rules = said(AsksWindows.NRPT);
    assertTrue(rules.contains("\"Name\"=hex(7):2e,00,00,00"), rules);
    assertTrue(said(AsksWindows.ABSENT).endsWith("Nobody\\Nowhere]\nabsent\n"));
  }

  @Test
  void no_password_and_nobodys_identifier_leaves_the_registry() throws Exception {
    String logon = said(AsksWindows.LOGON);
    assertTrue(logon.contains("\"AutoAdminLogon\"=\"1\"\n\"DefaultPassword\"=?\n"), logon);
    String proxy = said(AsksWindows.PROXY);
    assertTrue(proxy.contains("[HKEY_USERS\\user1]"), proxy);
    assertTrue(proxy.contains("\"ProxyServer\"=\"http=proxy.example.com:8080\""), proxy);
    assertTrue(said(AsksWindows.PROFILES).contains("ProfileList\\user1]"));
    for (String file : List.of("asked.txt", "machine.txt", "facts.json", "check.json")) {
      String all = Files.readString(folder.resolve(file));
      assertFalse(all.contains("correct horse") || all.contains("battery"), file);
      assertFalse(all.contains("S-1-5-21-"), file);
    }
  }

  @Test
  void of_installed_programs_only_those_that_were_asked_for_are_told() throws Exception {
    String recording = Files.readString(folder.resolve("machine.txt"));
    assertTrue(recording.contains("list=HKLM\nstate=read\nfound=AnyDesk*\n"), recording);
    assertTrue(recording.contains("list=user1\nstate=read\nfound=RustDesk*\n"), recording);
    assertFalse(recording.contains("diary"), recording);
  }

  @Test
  void the_folder_of_settings_is_made_for_administrators_and_refused_where_others_may_write()
      throws Exception {
    String made = Files.readString(folder.resolve("setup.txt"));
    assertTrue(made.startsWith("stateFolder C:\\ProgramData\\Porchlight\\state"), made);
    String refused = Files.readString(folder.resolve("setup.refused"));
    assertTrue(refused.contains("others than administrators may write there"), refused);
  }

  @Test
  void services_and_wmi_answer_or_say_what_is_not_there() throws Exception {
    String services = said(AsksWindows.SERVICES);
    assertTrue(services.contains("service=winebus\nstate=4\nstart="), services);
    assertTrue(services.contains("service=RpcSs\nstate="), services);
    assertTrue(services.contains("service=NobodysService\nstate=absent\n"), services);
    assertTrue(services.contains("service=Winmgmt\n"), services);
    String system = said(AsksWindows.SYSTEM);
    assertTrue(system.matches("BuildNumber=\\d{4,6}\n"), system);
    assertEquals(new Answer.Missing(), answer(AsksWindows.ANTIVIRUS));
  }

  @Test
  void nobody_is_led_elsewhere_by_a_link_in_a_home() throws Exception {
    assertEquals("file a b/f.json\nlink link\nlink link/passwd\n", said(AsksWindows.BELOW_HOME));
    assertEquals("{\"b\":{\"c\":\"d\"}}\n", said(AsksWindows.IN_HOME));
    assertEquals("f.json", said(AsksWindows.NAMES));
    assertEquals(
        new Answer.Failed("a link, which is not followed"), answer(AsksWindows.THROUGH_A_LINK));
  }

  @Test
  void programs_are_run_and_seen() throws Exception {
    assertTrue(said(AsksWindows.IPCONFIG).contains("192.0.2.10"));
    assertEquals(new Answer.Missing(), answer(AsksWindows.NO_PROGRAM));
    assertTrue(said(AsksWindows.PROGRAMS).matches("JAVA.exe\n# seen \\d+ hidden 0\n"));
  }

  @Test
  void every_library_answers_or_refuses_with_a_reason() throws Exception {
    String adapters = said(WindowsNative.ADAPTERS);
    assertTrue(adapters.contains("192.0.2.10/24"), adapters);
    assertTrue(adapters.contains("mac=02:00:5e:00:53:02\n"), adapters);
    String listeners = said(WindowsNative.LISTENERS);
    assertTrue(listeners.contains("\nport=47111\n"), listeners);
    assertTrue(listeners.contains("\nprogram=java.exe\n"), listeners);
    assertTrue(said(WindowsNative.PEOPLE).contains("self=1\n"));
    assertTrue(said(WindowsNative.VOLUMES).contains("volume=C:\nkind=3\nsystem=1\n"));
    for (WindowsNative subject : WindowsNative.values()) {
      Answer answer = answer(subject);
      assertFalse(answer instanceof Answer.TimedOut, subject.text());
      assertFalse(answer.toString().contains("mistake"), answer.toString());
    }
  }

  @Test
  void every_fact_is_answered_or_unknown_with_a_reason() throws Exception {
    var facts = json("facts.json");
    int known = 0;
    for (var fact : facts.members().entrySet()) {
      String text = JsonText.compact(fact.getValue());
      if (fact.getKey().equals("at")) {
        continue;
      }
      known += text.startsWith("{\"known\":") ? 1 : 0;
      assertTrue(
          text.startsWith("{\"known\":") || text.startsWith("{\"unknown\":{\"reason\":\""), text);
      assertFalse(text.contains("our own mistake"), text);
    }
    assertTrue(facts.members().size() >= 30 && known >= 1, known + " known");
  }

  @ParameterizedTest
  @CsvSource({
    "hosts-file, fail, pass, unknown",
    "auto-login, fail, pass, pass",
    "proxy, fail, pass, unknown",
    "system-integrity, fail, pass, unknown",
    "reboot-pending, fail, unknown, unknown",
    "auto-updates, fail, unknown, unknown",
    "name-broadcast, fail, pass, fail",
    "phishing-protection, fail, not-applicable, not-applicable",
    "remote-access-tools, fail, pass, unknown",
  })
  void each_planted_setting_decides_as_it_should(
      String check, String bad, String good, String removed) throws Exception {
    assertEquals(bad, outcome("check.json", check));
    assertEquals(good, outcome("good.json", check));
    assertEquals(removed, outcome("removed.json", check));
  }

  private static String outcome(String file, String check) throws Exception {
    var findings = json(file).get("findings").orElseThrow().asItems().orElseThrow();
    return findings.stream()
        .map(one -> one.asObject().orElseThrow())
        .filter(one -> one.text("check").orElse("").equals(check))
        .findFirst()
        .flatMap(one -> one.text("outcome"))
        .orElseThrow();
  }

  @Test
  void a_rule_for_all_names_is_who_answers_them() throws Exception {
    String dns = JsonText.compact(json("facts.json").get("dns").orElseThrow());
    assertTrue(dns.contains("\"203.0.113.66\""), dns);
    assertFalse(dns.contains("\"192.0.2.53\""), dns);
  }

  @Test
  void nothing_that_is_unknown_is_our_own_mistake() throws Exception {
    for (String file : List.of("check.json", "good.json", "removed.json", "machine.txt")) {
      String all = Files.readString(folder.resolve(file));
      assertFalse(all.contains("our own mistake"), file + all);
    }
  }

  @Test
  void a_check_runs_to_its_end_and_its_recording_replays_here_to_the_same_verdicts()
      throws Exception {
    String check = Files.readString(folder.resolve("check.json"));
    var replayed =
        Built.agent(
            "check", "--json", "--offline", "--replay", folder.resolve("machine.txt").toString());
    assertTrue(Verdicts.of(check).lines().count() >= 28, check);
    assertEquals(Verdicts.of(check), Verdicts.of(replayed.out()));
    assertEquals(
        Files.readString(folder.resolve("check.code")).strip(), Integer.toString(replayed.code()));
  }
}
