package porchlight.machine.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import porchlight.machine.ReadRegistry;

/** Values of the registry as they are told. */
class RegistryLinesTest {
  private static final String ANN = "S-1-5-21-1-2-3-1001";

  private static byte[] wide(String text) {
    return text.getBytes(StandardCharsets.UTF_16LE);
  }

  private static String line(String name, int kind, byte[] data) {
    return RegistryLines.value(name, kind, data, UnaryOperator.identity());
  }

  @Test
  void every_kind_is_written_as_an_export_has_it() {
    assertEquals("\"N\"=dword:0000000a\n", line("N", 4, new byte[] {10, 0, 0, 0}));
    assertEquals(
        "\"T\"=\"C:\\\\a \\\"b\\\"\\u000a[x]\"\n", line("T", 1, wide("C:\\a \"b\"\n[x]\0")));
    assertEquals("@=\"x\"\n", line("", 1, wide("x")));
    assertEquals("\"E\"=\"%\"\n", line("E", 2, wide("%")));
    assertEquals("\"B\"=hex:01,ff\n", line("B", 3, new byte[] {1, -1}));
    assertEquals("\"Q\"=hex(b):01\n", line("Q", 11, new byte[] {1}));
    assertEquals("\"T\"=hex(1):61,00,00,00,62,00\n", line("T", 1, wide("a\0b")));
    assertEquals("\"T\"=hex(1):00,d8\n", line("T", 1, new byte[] {0, (byte) 0xd8}));
    assertEquals("\"P\"=?\n", RegistryLines.present("P"));
  }

  @Test
  void no_persons_identifier_password_or_rules_name_is_told() {
    var people = People.of(List.of("S-1-5-21-0-0-0-500", ANN));
    assertEquals(
        "\"T\"=\"by user2 and user0, not S-1-5-18\"\n",
        RegistryLines.value(
            "T", 1, wide("by " + ANN + " and S-1-12-1-9-9, not S-1-5-18"), people::without));
    assertEquals(
        "\"ProxyServer\"=\"http=proxy:80;https=other:81\"\n",
        line(
            "ProxyServer",
            1,
            RegistryLines.withoutSecrets(
                "ProxyServer", wide("http=ann:secret@proxy:80;https=other:81\0"))));
    assertEquals(
        "\"{x}\"=\"v2.30|Action=Allow|App=game.exe|Dir=In|\"\n",
        line(
            "{x}",
            1,
            RegistryLines.withoutNames(
                wide(
                    "v2.30|Action=Allow|App=C:\\Users\\ann\\game.exe|Name=Ann's|Desc=x|EmbedCtxt=y|Dir=In|\0"))));
  }

  @Test
  void servers_of_companies_and_ids_of_people_in_addresses_are_not_told() {
    assertEquals(
        "\"DiscoveryServiceFullURL\"=\"https://mdm.example/\"\n",
        line(
            "DiscoveryServiceFullURL",
            1,
            RegistryLines.withoutSecrets(
                "DiscoveryServiceFullURL", wide("https://ann:secret@mdm.example/a/b.svc\0"))));
    assertEquals(
        "\"DohTemplate\"=\"https://\"\n",
        line(
            "DohTemplate",
            1,
            RegistryLines.withoutSecrets(
                "DohTemplate", wide("https://dns.example/ab12cd/Anns-Laptop\0"))));
  }

  /** As the control panel writes them. */
  private static byte[] settings(String server, String bypass, String script) {
    var bytes = ByteBuffer.allocate(500).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(0x46).putInt(7).putInt(5);
    for (String text : List.of(server, bypass, script)) {
      bytes.putInt(text.length()).put(text.getBytes(StandardCharsets.US_ASCII));
    }
    return bytes.array();
  }

  @Test
  void of_a_connection_its_flags_and_addresses_are_told_and_no_password() {
    String flags = "\"A\"=hex:46,00,00,00,07,00,00,00,05,00,00,00\n";
    assertEquals(
        flags + "\"A.ProxyServer\"=\"proxy:80\"\n\"A.AutoConfigURL\"=\"http://s/\"\n",
        ConnectionSettings.lines(
            "A", settings("ann:secret@proxy:80", "ours.example", "http://s/p")));
    assertEquals(flags, ConnectionSettings.lines("A", settings("", "ours.example", "")));
    byte[] cut = Arrays.copyOf(settings("proxy:80", "", "http://s/p"), 14);
    assertEquals(flags, ConnectionSettings.lines("A", cut));
    byte[] wild = settings("proxy:80", "", "http://s/p");
    wild[15] = (byte) 0x80;
    assertEquals(flags, ConnectionSettings.lines("A", wild));
    assertEquals("\"A\"=hex:\n", ConnectionSettings.lines("A", new byte[0]));
    assertTrue(ConnectionSettings.isOwn("WinHttpSettings"));
    assertFalse(ConnectionSettings.isOwn("Company VPN"));
  }

  @Test
  void a_network_is_told_by_its_name_which_redaction_finds() {
    assertEquals(
        "\"N\"=\"ssid:Home\"\n",
        line("N", 1, RegistryLines.withoutSecrets("DhcpNetworkHint", wide("84F6D656\0"))));
    assertEquals(
        "\"N\"=\"84F6D\"\n",
        line("N", 1, RegistryLines.withoutSecrets("DhcpNetworkHint", wide("84F6D\0"))));
    assertEquals(Optional.of("ssid:\\xff"), NetworkHint.told("FF"));
  }

  @Test
  void a_question_cannot_hold_what_would_end_its_line_or_mean_another_key() {
    for (String key :
        List.of("HKCU\\A", "HKLM\\A\\..\nB", "HKU\\S-1-5-21-1-2-3-4\\A", "A", "HKLM\\*x")) {
      assertThrows(IllegalArgumentException.class, () -> new ReadRegistry(key, "N"), key);
    }
    for (String value : List.of("a,b", "a b", "", "a\n")) {
      assertThrows(IllegalArgumentException.class, () -> new ReadRegistry("HKLM\\A", value), value);
    }
    assertEquals(
        "? registry HKLM\\A B\\* N,P?", new ReadRegistry("HKLM\\A B\\*", "N", "P?").text());
  }
}
