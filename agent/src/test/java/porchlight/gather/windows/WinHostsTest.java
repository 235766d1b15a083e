package porchlight.gather.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static porchlight.gather.Readings.known;
import static porchlight.gather.Readings.why;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import porchlight.facts.Hosts;
import porchlight.facts.Hosts.Entry;
import porchlight.facts.Reason;
import porchlight.gather.linux.Told;
import porchlight.machine.Answer;

class WinHostsTest {

  private static final String KEY =
      "[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters]\n";
  private static final String ROOT =
      "[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion]\n";
  private static final String LINE = "203.0.113.7 www.example-bank.com\r\n";

  private static String folder(String path) {
    var hex = new StringBuilder();
    (path + "\0").chars().forEach(c -> hex.append(String.format(",%02x,%02x", c & 255, c >> 8)));
    return KEY + "\"DataBasePath\"=hex(2):" + hex.substring(1) + "\n";
  }

  private static Told machine(String hosts) {
    return new Told()
        .says(WinHosts.ROOT, ROOT + "\"SystemRoot\"=\"C:\\\\WINDOWS\"\n")
        .says(WinHosts.FOLDER, folder("%SystemRoot%\\System32\\drivers\\etc"))
        .says(WinHosts.FILE, hosts)
        .says(
            WinDevice.NAME, Keys.header(WinDevice.NAME.key()) + "\"ComputerName\"=\"LAPTOP-1\"\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\uFEFF"})
  void the_file_is_read_with_a_mark_of_its_encoding_or_without(String mark) {
    String text =
        mark + LINE + "# remark\r\n127.0.0.1 ads.example.com\r\n10.0.0.1 laptop-1.corp.com\r\n";
    assertEquals(
        new Hosts(true, List.of(new Entry("www.example-bank.com", "203.0.113.7")), 1),
        known(WinHosts.read(machine(text))));
  }

  @Test
  void a_file_in_two_bytes_a_letter_is_not_taken_for_an_empty_one() {
    String wide = "\uFFFD\uFFFD" + LINE.replaceAll("(?s)(.)", "$1\0");
    assertEquals(Reason.NOT_UNDERSTOOD, why(WinHosts.read(machine(wide))));
  }

  @Test
  void a_folder_elsewhere_is_itself_a_finding() {
    var moved = machine("").says(WinHosts.FOLDER, folder("%SystemRoot%\\help"));
    assertEquals(Hosts.moved(), known(WinHosts.read(moved)));
    var near = machine("").says(WinHosts.FOLDER, folder("\\SystemRootX\\System32\\drivers\\etc"));
    assertEquals(Hosts.moved(), known(WinHosts.read(near)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "C:\\Windows\\System32\\drivers\\etc\\",
        "%windir%\\System32\\drivers\\etc",
        "%SystemDrive%\\Windows\\system32\\drivers\\etc",
        "\\SystemRoot\\System32\\drivers\\etc",
        "\\??\\C:\\Windows\\System32\\drivers\\etc",
        "\\\\?\\C:\\Windows\\System32\\drivers\\etc",
        "C:\\\\Windows\\\\System32\\drivers\\\\etc",
        "c:/windows/system32/drivers/etc",
      })
  void the_usual_folder_may_be_written_in_many_ways(String path) {
    var usual = machine("").says(WinHosts.FOLDER, folder(path));
    assertEquals(new Hosts(true, List.of(), 0), known(WinHosts.read(usual)));
  }

  @Test
  void a_folder_by_another_variable_is_not_guessed() {
    var other = machine("").says(WinHosts.FOLDER, folder("%ProgramData%\\etc"));
    assertEquals(Reason.NOT_UNDERSTOOD, why(WinHosts.read(other)));
  }

  @Test
  void no_file_is_asked_where_there_is_none() {
    var none = machine("").says(WinHosts.FILE, new Answer.Missing());
    assertEquals(new Hosts(false, List.of(), 0), known(WinHosts.read(none)));
  }

  @Test
  void what_is_missing_or_denied_or_elsewhere_is_unknown() {
    assertEquals(Reason.TOOL_MISSING, why(WinHosts.read(new Told())));
    var denied = machine("").says(WinHosts.FILE, new Answer.Denied());
    assertEquals(Reason.NEEDS_PRIVILEGE, why(WinHosts.read(denied)));
    var untold = machine(LINE).says(WinHosts.FOLDER, KEY);
    assertEquals(Reason.NOT_UNDERSTOOD, why(WinHosts.read(untold)));
    var other = machine(LINE).says(WinHosts.ROOT, ROOT + "\"SystemRoot\"=\"D:\\\\Windows\"\n");
    assertEquals(Reason.NOT_SUPPORTED, why(WinHosts.read(other)));
    assertEquals(Reason.NOT_UNDERSTOOD, why(WinHosts.read(machine("\uFFFD garbage \u001b[31m"))));
  }
}
