package porchlight.machine.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
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
    assertEquals("\"E\"=hex(2):25,00\n", line("E", 2, wide("%")));
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
        12, RegistryLines.withoutSecrets("DefaultConnectionSettings", new byte[500]).length);
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
