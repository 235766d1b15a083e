package porchlight.gather.windows.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static porchlight.gather.Readings.known;
import static porchlight.gather.Readings.why;
import static porchlight.gather.windows.WinCaptures.text;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import porchlight.facts.Antivirus.Product;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.linux.Told;
import porchlight.gather.windows.FromCaptures;
import porchlight.gather.windows.security.SecurityCenter.State;
import porchlight.machine.Question.Among;

/** Which antivirus guards a Windows laptop. */
class WinAntivirusTest {
  static final String ON =
      """
      AMRunningMode=Normal
      AMServiceEnabled=TRUE
      AntivirusEnabled=TRUE
      AntivirusSignatureAge=0
      AntivirusSignatureLastUpdated=20220321040616.000000+000
      RealTimeProtectionEnabled=TRUE
      """;
  private static final List<String> PASSIVE =
      List.of("Passive Mode", "EDR Block Mode", "SxS Passive Mode");
  private static final Pattern PRINTED =
      Pattern.compile("\"?(displayName|pathToSignedProductExe|productState)\"?\\s*: \"?(.*?)\"?,?");

  /** What PowerShell printed of them, as WMI's own list has it. */
  private static String wmi(String printed) {
    var out = new StringBuilder();
    for (String line : printed.lines().toList()) {
      var property = PRINTED.matcher(line.strip());
      if (property.matches()) {
        String value = property.group(2).replace("\\\\", "\\");
        out.append(property.group(1)).append('=').append(value).append('\n');
        out.append(property.group(1).equals("productState") ? "\n" : "");
      }
    }
    return out.toString();
  }

  private static List<SecurityCenter.Product> listed(String text) {
    return known(
        SecurityCenter.read(
            new Told().says(SecurityCenter.ANTIVIRUS, text), SecurityCenter.ANTIVIRUS));
  }

  private static List<Product> products(Told told) {
    return known(WinAntivirus.read(told)).products();
  }

  private static String product(String name, long state, String path) {
    return "displayName="
        + name
        + "\npathToSignedProductExe="
        + path
        + "\nproductState="
        + state
        + "\n\n";
  }

  @Test
  void defender_is_on_and_current() {
    for (String file : List.of("en-win10-19045-defender-on.txt", "json-win10-defender-on.json")) {
      var one = listed(wmi(text("securitycenter2/" + file))).getFirst();
      assertEquals("Windows Defender", one.name());
      assertEquals(State.ON, one.state());
      assertEquals(true, one.current() && one.microsoft());
    }
  }

  @Test
  void behind_sophos_defender_is_off() {
    var all = listed(wmi(text("securitycenter2/json-win10-sophos-av-firewall-defender-off.json")));
    assertEquals(
        List.of(State.ON, State.OFF),
        all.subList(1, 3).stream().map(SecurityCenter.Product::state).toList());
    assertEquals("Sophos Anti-Virus", all.get(1).name());
    assertEquals(
        "C:\\Program Files (x86)\\Sophos\\Sophos Anti-Virus\\WSCClient.exe", all.get(1).path());
    assertEquals(
        List.of(false, true),
        all.subList(1, 3).stream().map(SecurityCenter.Product::microsoft).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "397568, ON, true, true",
    "397584, ON, false, true",
    "393472, OFF, true, true",
    "266240, ON, true, false",
    "262144, OFF, true, false",
    "331776, ON, true, false",
    "270336, SNOOZED, true, false",
    "274432, EXPIRED, true, false",
  })
  void the_number_of_the_state(long number, State state, boolean current, boolean microsoft) {
    assertEquals(
        new SecurityCenter.Product("X", state, current, microsoft, "windowsdefender://"),
        listed(product("X", number, "windowsdefender://")).getFirst());
  }

  @ParameterizedTest
  @CsvSource({
    "windowsdefender://, true",
    "%ProgramFiles%\\Windows Defender\\MSASCui.exe, true",
    "C:\\Program Files\\Webroot\\WRSA.exe, false",
    "'', false",
  })
  void the_digit_of_the_maker_alone_makes_no_defender(String path, boolean microsoft) {
    assertEquals(microsoft, listed(product("X", 397568, path)).getFirst().microsoft());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "16777216", "", "x", "278528", "266272"})
  void a_number_that_is_not_understood_takes_the_list_with_it(String number) {
    var told =
        new Told().says(SecurityCenter.ANTIVIRUS, "displayName=X\nproductState=" + number + "\n");
    assertEquals(Reason.NOT_UNDERSTOOD, why(SecurityCenter.read(told, SecurityCenter.ANTIVIRUS)));
  }

  private static Told sophos(String there) {
    String file = "Sophos/Sophos Anti-Virus/WSCClient.exe";
    return new Told()
        .says(
            SecurityCenter.ANTIVIRUS,
            product("Sophos", 331776, "C:\\Program Files (x86)\\" + file.replace('/', '\\'))
                + product("Windows Defender", 393472, "windowsdefender://"))
        .says(
            new Among("C:\\Program Files (x86)", List.of(file)),
            there.isEmpty() ? "" : there + " " + file + "\n");
  }

  @Test
  void one_whose_program_is_gone_guards_nothing() {
    var both = products(sophos("file"));
    assertEquals(List.of("Sophos", "Windows Defender"), both.stream().map(Product::name).toList());
    assertEquals(Reading.known(true), both.getFirst().running());
    assertEquals(Optional.of(true), both.getFirst().current());
    assertEquals(Reading.known(false), both.get(1).running());
    assertEquals(
        List.of("Windows Defender"), products(sophos("")).stream().map(Product::name).toList());
    assertInstanceOf(Reading.Unknown.class, products(sophos("denied")).getFirst().running());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\\\server\\share\\x.exe",
        "D:\\x.exe",
        "",
        "C:\\Program Files\\..\\x.exe",
        "C:\\Program Files\\a,b.exe",
        "%odd%\\x.exe"
      })
  void a_program_elsewhere_is_never_looked_for(String path) {
    var told = new Told().says(SecurityCenter.ANTIVIRUS, product("X", 266240, path));
    assertInstanceOf(Reading.Unknown.class, products(told).getFirst().running());
    assertEquals(1, told.asked().size(), "only the list was asked");
  }

  private static Product defender(String status) {
    return products(
            new Told()
                .says(
                    SecurityCenter.ANTIVIRUS,
                    product("Windows Defender", 397568, "windowsdefender://"))
                .says(DefenderStatus.STATUS, status))
        .getFirst();
  }

  @Test
  void defender_says_of_when_its_signatures_are() {
    assertEquals(Reading.known(Instant.parse("2022-03-21T04:06:16Z")), defender(ON).signatures());
    assertEquals(
        Reading.known(Instant.parse("2022-03-21T03:06:16Z")),
        defender(ON.replace("+000", "+060")).signatures());
    assertEquals(Reading.known(true), defender(ON).running());
    // A real one, which was cut before it told whether it looks at files when they are opened.
    String real = FromCaptures.listed("defender/en-Get-MpComputerStatus-normal-2022.txt").strip();
    assertInstanceOf(Reading.Unknown.class, defender(real).running());
    Product whole = defender(real + "\nRealTimeProtectionEnabled=TRUE\n");
    assertEquals(Reading.known(true), whole.running());
    assertEquals(Reading.known(Instant.parse("2022-03-21T04:06:16Z")), whole.signatures());
  }

  @Test
  void switched_off_inside_it_guards_nothing_and_passive_it_watches_beside_another() {
    for (String mode : PASSIVE) {
      assertInstanceOf(Reading.Unknown.class, defender(ON.replace("Normal", mode)).running(), mode);
    }
    assertEquals(Reading.known(false), defender(ON.replace("Normal", "Not running")).running());
    assertEquals(
        Reading.known(false),
        defender(ON.replace("RealTimeProtectionEnabled=TRUE", "RealTimeProtectionEnabled=FALSE"))
            .running());
    for (String odd :
        List.of(
            ON.replace("Normal", "Odd"),
            ON.replace("AntivirusEnabled=TRUE", "AntivirusEnabled="))) {
      assertInstanceOf(Reading.Unknown.class, defender(odd).running());
    }
  }

  @Test
  void signatures_that_were_never_fetched_are_not_current() {
    Product never = defender(ON.replace("Age=0", "Age=4294967295"));
    assertInstanceOf(Reading.Unknown.class, never.signatures());
    assertEquals(Optional.of(false), never.current());
    for (String time : List.of("", "3/21/2022 4:06:16 AM", "20221321040616.000000+000")) {
      assertInstanceOf(
          Reading.Unknown.class,
          defender(ON.replaceFirst("LastUpdated=.*", "LastUpdated=" + time)).signatures());
    }
  }
}
