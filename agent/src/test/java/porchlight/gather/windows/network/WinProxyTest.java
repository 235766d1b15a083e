package porchlight.gather.windows.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static porchlight.gather.Readings.known;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import porchlight.facts.Proxy;
import porchlight.gather.SystemProxies;
import porchlight.gather.linux.Told;
import porchlight.machine.Answer;
import porchlight.machine.ReadRegistry;

/** The proxies that programs of Windows are told of. */
class WinProxyTest {
  private static final String POLICY =
      "[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows\\CurrentVersion\\Internet Settings]\n";
  private static final String SESSION =
      "[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment]\n";
  private static final String NOBODY = "[HKEY_USERS]\n";
  private static final String FIXED = "[Fixed[host=proxy.example, port=8080]]";
  private static final String DISCOVERED = "[Discovered[]]";

  private static String at(String root, String below, String... values) {
    return "[" + root + below + "]\n" + String.join("\n", values) + "\n";
  }

  private static String flags(int bits) {
    return String.format(
        "\"DefaultConnectionSettings\"=hex:46,00,00,00,05,00,00,00,%02x,00,00,00", bits);
  }

  private static Told person(int bits, String... values) {
    String user = "HKEY_USERS\\user1";
    return new Told()
        .says(WinProxy.PER_PERSON, POLICY + "absent\n")
        .says(WinProxy.PEOPLES_POLICY, NOBODY + "[" + user + "]\n")
        .says(Adapters.NATIVE, WinMachine.ADAPTERS)
        .says(WinProxy.PEOPLE, NOBODY + "[" + user + "]\n" + at(user, InternetSettings.KEY, values))
        .says(
            WinProxy.PEOPLE_FLAGS,
            NOBODY + "[" + user + "]\n" + at(user, InternetSettings.CONNECTIONS, flags(bits)))
        .says(WinProxy.ENVIRONMENTS, NOBODY)
        .says(WinProxy.ENVIRONMENT, SESSION)
        .says(WinHttp.NATIVE, "user=\ndetect=0\n\nmachine=\naccess=1\n");
  }

  private static String ways(Told machine) {
    Proxy proxy = known(WinProxy.read(machine));
    String ways = proxy.settings().stream().map(Proxy.Setting::way).toList().toString();
    return ways + proxy.unseen().map(unseen -> " " + unseen.reason()).orElse("");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1| '' | '' | []",
        "9| '' | '' | [Discovered[]]",
        "3| proxy.example:8080 | '' | [Fixed[host=proxy.example, port=8080]]",
        "3| http=a.example:1;https=b.example:2 | '' | [Fixed[host=a.example, port=1], Fixed[host=b.example, port=2]]",
        "5| '' | http://wpad.example/p.dat | [Script[scheme=http, host=wpad.example]]",
        "1| '' | file://C:/Windows/p.pac | [Script[scheme=file, host=]]",
        "1| '' | file://server/share/p.pac | [Script[scheme=file, host=server]]",
        "3| '' | '' | [] NOT_UNDERSTOOD",
        "5| '' | '' | [] NOT_UNDERSTOOD",
        "33| '' | '' | [] NOT_UNDERSTOOD",
      })
  void byte_eight_says_what_counts(int bits, String server, String script, String expected) {
    var machine =
        person(bits, "\"ProxyServer\"=\"" + server + "\"", "\"AutoConfigURL\"=\"" + script + "\"");
    assertEquals(expected, ways(machine));
  }

  @Test
  void old_programs_go_by_the_plain_values() {
    String server = "\"ProxyServer\"=\"proxy.example:8080\"";
    assertEquals(FIXED, ways(person(1, "\"ProxyEnable\"=dword:00000001", server)));
    assertEquals("[]", ways(person(1, "\"ProxyEnable\"=dword:00000000", server)));
  }

  @Test
  void where_flags_are_not_kept_nothing_is_passed() {
    String user = "[HKEY_USERS\\user1]\n";
    assertEquals("[] NOT_UNDERSTOOD", ways(person(1).says(WinProxy.PEOPLE_FLAGS, NOBODY + user)));
    assertEquals(
        "[] NEEDS_PRIVILEGE", ways(person(1).says(WinProxy.PEOPLE_FLAGS, new Answer.Denied())));
    assertEquals("[] NOT_SUPPORTED", ways(person(1).says(WinProxy.PEOPLE, NOBODY)));
    assertEquals(
        "[] NEEDS_PRIVILEGE",
        ways(
            person(1)
                .says(
                    WinProxy.PEOPLE,
                    NOBODY
                        + user
                        + "denied\n"
                        + at("HKEY_USERS\\user1", InternetSettings.KEY)
                        + "denied\n")));
  }

  @Test
  void a_company_may_have_everybody_use_the_machine_s() {
    var machine =
        person(9)
            .says(WinProxy.PER_PERSON, POLICY + "\"ProxySettingsPerUser\"=dword:00000000\n")
            .says(
                WinProxy.MACHINE,
                at(
                    "HKEY_LOCAL_MACHINE",
                    InternetSettings.KEY,
                    "\"ProxyEnable\"=dword:00000001",
                    "\"ProxyServer\"=\"proxy.example:8080\""))
            .says(WinProxy.MACHINE_FLAGS, at("HKEY_LOCAL_MACHINE", InternetSettings.CONNECTIONS));
    assertEquals(FIXED, ways(machine));
  }

  @Test
  void where_windows_is_told_not_to_ask_the_network_the_flag_decides_nothing() {
    String key =
        "[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\WinHttp]\n";
    String service = "service=WinHttpAutoProxySvc\nstate=1\nstart=";
    String off = key + "\"DisableWpad\"=dword:00000001\n";
    assertEquals("[] NOT_SUPPORTED", ways(person(9).says(WpadSwitch.SWITCH, off)));
    assertEquals("[] NOT_SUPPORTED", ways(person(9).says(WpadSwitch.SERVICE, service + "4\n")));
    assertEquals("[]", ways(person(1).says(WpadSwitch.SWITCH, off)));
    String server = "\"ProxyServer\"=\"proxy.example:8080\"";
    assertEquals(FIXED + " NOT_SUPPORTED", ways(person(11, server).says(WpadSwitch.SWITCH, off)));
    for (String on : List.of(off.replace("01", "00"), key, key + "absent\n", "nonsense")) {
      var machine = person(9).says(WpadSwitch.SWITCH, on);
      assertEquals(DISCOVERED, ways(machine.says(WpadSwitch.SERVICE, service + "3\n")), on);
      assertEquals(DISCOVERED, ways(machine.says(WpadSwitch.SERVICE, service + "denied\n")), on);
    }
  }

  private static Told kept(Told machine, String... lines) {
    String user = "HKEY_USERS\\user1";
    return machine.says(
        WinProxy.PEOPLE_FLAGS,
        NOBODY + "[" + user + "]\n" + at(user, InternetSettings.CONNECTIONS, lines));
  }

  @Test
  void what_stands_with_the_flags_counts_where_it_is_another() {
    String own = "\"DefaultConnectionSettings.ProxyServer\"=\"evil.example:8080\"";
    String plain = "\"ProxyServer\"=\"proxy.example:8080\"";
    String both = "[Fixed[host=evil.example, port=8080], Fixed[host=proxy.example, port=8080]]";
    assertEquals(both, ways(kept(person(3, plain), flags(3), own)));
    assertEquals("[Fixed[host=evil.example, port=8080]]", ways(kept(person(3), flags(3), own)));
    assertEquals("[]", ways(kept(person(1, plain), flags(1), own)), "no flag has it count");
    String script = "\"DefaultConnectionSettings.AutoConfigURL\"=\"http://evil.example/p\"";
    assertEquals(
        "[Script[scheme=http, host=evil.example], Script[scheme=https, host=a.example]]",
        ways(kept(person(5, "\"AutoConfigURL\"=\"https://a.example/p\""), flags(5), script)));
  }

  @Test
  void a_line_that_is_dialled_has_settings_of_its_own() {
    String line = flags(3).replace("DefaultConnectionSettings", "connection1");
    String server = "\"connection1.ProxyServer\"=\"proxy.example:8080\"";
    var machine = kept(person(1), flags(1), line, server);
    assertEquals("[]", ways(machine));
    String up = WinMachine.ADAPTERS + WinMachine.adapter(77, 23, "WAN Miniport (SSTP)", 0);
    assertEquals(FIXED, ways(machine.says(Adapters.NATIVE, up)));
    assertEquals("[] TIMED_OUT", ways(machine.says(Adapters.NATIVE, new Answer.TimedOut())));
  }

  @Test
  void policies_for_a_person_or_the_machine_count_too() {
    String fixed = "\"ProxyEnable\"=dword:00000001\n\"ProxyServer\"=\"proxy.example:8080\"\n";
    assertEquals(FIXED, ways(person(1).says(WinProxy.PER_PERSON, POLICY + fixed)));
    String user = "HKEY_USERS\\user1";
    String own = NOBODY + "[" + user + "]\n" + at(user, InternetSettings.POLICY, fixed);
    assertEquals(FIXED, ways(person(1).says(WinProxy.PEOPLES_POLICY, own)));
    var denied = person(1).says(WinProxy.PEOPLES_POLICY, NOBODY + "[" + user + "]\ndenied\n");
    assertEquals("[] NEEDS_PRIVILEGE", ways(denied));
  }

  @Test
  void services_and_the_environment_count_too() {
    var services = person(1).says(WinHttp.NATIVE, "machine=\naccess=3\nproxy=proxy.example:8080\n");
    assertEquals(FIXED, ways(services));
    var variable =
        person(1)
            .says(
                WinProxy.ENVIRONMENT, SESSION + "\"https_proxy\"=\"http://proxy.example:8080\"\n");
    assertEquals(FIXED, ways(variable));
    var own =
        person(1)
            .says(
                WinProxy.ENVIRONMENTS,
                NOBODY
                    + at(
                        "HKEY_USERS\\user1",
                        "\\Environment",
                        "\"HTTP_PROXY\"=\"proxy.example:8080\""));
    assertEquals(FIXED, ways(own));
    var odd = person(1).says(WinProxy.ENVIRONMENT, SESSION + "\"http_proxy\"=\"%X%\"\n");
    assertEquals("[] NOT_UNDERSTOOD", ways(odd));
  }

  @Test
  void what_is_missing_or_denied_or_not_understood_is_unseen() {
    assertEquals("[] TOOL_MISSING", ways(new Told()));
    for (ReadRegistry question :
        List.of(
            WinProxy.PER_PERSON,
            WinProxy.PEOPLE,
            WinProxy.PEOPLE_FLAGS,
            WinProxy.ENVIRONMENT,
            WinProxy.ENVIRONMENTS)) {
      assertEquals("[] NEEDS_PRIVILEGE", ways(person(1).says(question, new Answer.Denied())));
      assertTrue(ways(person(1).says(question, "nonsense")).contains("NOT_UNDERSTOOD"));
    }
    assertEquals(
        "[] NOT_UNDERSTOOD",
        ways(person(1).says(WinHttp.NATIVE, "machine=\ncode=5\n").says(WinHttpPrint.SHOW, "?")));
  }

  @Test
  void our_own_way_out_goes_by_what_the_library_says() {
    var machine =
        new Told()
            .says(
                WinHttp.NATIVE,
                "user=\nscript=http://wpad.example/p.dat\nproxy=http=a:1;https=b:2\nbypass=<local>;*.corp\n\nmachine=\naccess=3\nproxy=c:3\n");
    assertEquals(
        new SystemProxies(
            List.of("pac+http://wpad.example/p.dat", "http://b:2", "http://c:3"), "*.corp"),
        WinProxyAddresses.read(machine));
    assertEquals(new SystemProxies(List.of(), ""), WinProxyAddresses.read(new Told()));
  }
}
