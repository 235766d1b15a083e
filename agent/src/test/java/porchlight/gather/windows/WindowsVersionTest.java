package porchlight.gather.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.facts.Device;
import porchlight.facts.Reason;
import porchlight.gather.Readings;
import porchlight.gather.linux.Garbled;
import porchlight.machine.Answer;

class WindowsVersionTest {
  private static final String KEY =
      "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";

  private static WinLaptop laptop(int build, String type, String edition) {
    return WinLaptop.of(build, 1, type, edition);
  }

  private static String product(WinLaptop laptop) {
    return Readings.known(WindowsVersion.read(laptop)).product();
  }

  @Test
  void the_build_makes_it_11_although_its_own_name_says_10() {
    String real = WinCaptures.text("os/reg-win11-25h2-productname-says-windows10.txt");
    assertTrue(real.contains("Windows 10 Pro"));
    var laptop =
        new WinLaptop()
            .says(
                WindowsVersion.CURRENT_VERSION,
                WinCaptures.export(KEY, real).replace("CurrentBuildNumber", "CurrentBuild")
                    + "\"InstallationType\"=\"Client\"\n\"EditionID\"=\"Professional\"\n");
    WindowsVersion version = Readings.known(WindowsVersion.read(laptop));
    assertEquals("Windows 11 Pro", version.product());
    assertEquals("25H2 (26200.8457)", version.version());
    assertTrue(
        WinCaptures.text("os/en-ver-banner-26200.txt").contains("10.0." + version.number() + "]"));
    assertFalse(WindowsVersion.CURRENT_VERSION.text().contains("ProductName"));
  }

  @Test
  void builds_that_client_and_server_share_are_told_apart() {
    assertEquals("Windows 11 Home", product(laptop(26100, "Client", "Core")));
    assertEquals(
        "Windows Server 2025 Standard", product(laptop(26100, "Server", "ServerStandard")));
    assertEquals(
        "Windows Server 2022 Datacenter",
        product(laptop(20348, "Server Core", "ServerDatacenter")));
    assertEquals("Windows 10 Enterprise LTSC", product(laptop(17763, "Client", "EnterpriseS")));
    assertEquals("Windows 10 Pro", product(laptop(19045, "Client", "Professional")));
  }

  @Test
  void a_real_server_2019_is_read() {
    String real = WinCaptures.text("os/currentversion-json-server2019.txt");
    assertTrue(real.contains("\"UBR\":  6414") && real.contains("\"ServerDatacenter\""));
    var laptop = WinLaptop.of(17763, 6414, "Server", "ServerDatacenter");
    assertEquals("Windows Server 2019 Datacenter", product(laptop));
    assertEquals("17763.6414", Readings.known(WindowsVersion.read(laptop)).version());
  }

  @Test
  void wmi_says_it_in_numbers_where_the_registry_does_not() {
    String real = WinCaptures.text("os/json-wmi-server2019-Win32_OperatingSystem.json");
    String typed = WinCaptures.text("os/json-wmi-server2019-full-Win32_OperatingSystem.json");
    for (String text : List.of(real, typed)) {
      assertTrue(
          text.contains("\"BuildNumber\": \"17763\"")
              && text.contains("\"OperatingSystemSKU\": 7")
              && text.contains("\"ProductType\": 3"));
    }
    var laptop =
        new WinLaptop()
            .says(
                WindowsVersion.SYSTEM, "BuildNumber=17763\nOperatingSystemSKU=7\nProductType=3\n");
    assertEquals("Windows Server 2019 Standard", product(laptop));
    assertEquals(Optional.empty(), Readings.known(WindowsVersion.read(laptop)).revision());
  }

  @Test
  void what_is_missing_denied_or_another_is_not_known() {
    assertEquals(Reason.TOOL_MISSING, Readings.why(WindowsVersion.read(new WinLaptop())));
    assertEquals(
        Reason.NEEDS_PRIVILEGE,
        Readings.why(
            WindowsVersion.read(
                new WinLaptop().answers(WindowsVersion.CURRENT_VERSION, new Answer.Denied()))));
    for (var laptop :
        List.of(
            laptop(1, "Client", "Core"),
            laptop(26100, "Klient", "Core"),
            laptop(26100, "Client", "Pro fessional"),
            new WinLaptop()
                .says(
                    WindowsVersion.SYSTEM,
                    "BuildNumber=17763\nOperatingSystemSKU=7\nProductType=9\n"))) {
      assertEquals(Reason.NOT_UNDERSTOOD, Readings.why(WindowsVersion.read(laptop)));
    }
    var whole = "[" + KEY + "]\n\"CurrentBuild\"=\"26100\"\n\"InstallationType\"=\"Client\"\n";
    Garbled.eachAnswer(
        whole,
        answer ->
            WindowsVersion.read(new WinLaptop().answers(WindowsVersion.CURRENT_VERSION, answer)));
  }

  @Test
  void systeminfo_is_read_by_its_one_line_that_is_the_same_in_every_language() {
    String real = WinCaptures.text("systeminfo/en-win10-domain-member.txt");
    assertEquals(Optional.of("10.0.19042"), SystemInfo.read(real));
    assertEquals(Optional.of("10.0.19042"), SystemInfo.read(scrambled(real)));
    assertEquals(Optional.empty(), SystemInfo.read(real.replace("Build 19042", "Build 19043")));
    assertEquals(Optional.empty(), SystemInfo.read(real + real));
    assertEquals(Optional.empty(), SystemInfo.read(""));
  }

  private static String scrambled(String text) {
    return text.replaceAll("(?m)(?<=^|[ (])[A-Za-z](?=[^\\r\\n]*: )", "ж")
        .replace("Build ", "сборка ");
  }

  @Test
  void a_laptop_whose_version_is_not_known_is_still_this_laptop() {
    var laptop =
        new WinLaptop()
            .registry(WinDevice.NAME, "\"ComputerName\"=\"LAPTOP-1\"")
            .registry(
                WinDevice.BIOS,
                "\"SystemManufacturer\"=\"LENOVO\"",
                "\"SystemProductName\"=\"21HM\"")
            .says(SystemInfo.ALL, WinCaptures.text("systeminfo/en-win10-domain-member.txt"));
    assertEquals(
        new Device("LAPTOP-1", "windows", "Windows", "10.0.19042", "", "LENOVO 21HM"),
        Readings.known(WinDevice.read(laptop)));
    assertEquals(Reason.TOOL_MISSING, Readings.why(WinDevice.read(new WinLaptop())));
  }
}
