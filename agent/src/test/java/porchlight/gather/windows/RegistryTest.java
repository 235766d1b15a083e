package porchlight.gather.windows;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.machine.Answer;
import porchlight.machine.ReadRegistry;

class RegistryTest {
  private static final ReadRegistry QUESTION = new ReadRegistry("HKLM\\SOFTWARE\\A\\*", "N", "T");

  /** Hand-made in the form of an export. */
  private static final String EXPORT =
      """
      \uFEFFWindows Registry Editor Version 5.00

      ; a remark
      [HKEY_LOCAL_MACHINE\\SOFTWARE\\A]

      [HKEY_LOCAL_MACHINE\\SOFTWARE\\A\\B C]
      @="unnamed"
      "N"=dword:0000000a
      "T"="C:\\\\users \\"x\\" \\u0007"
      "E"=hex(2):25,00,41,00,25,00,00,00
      "M"=hex(7):61,00,00,00,\\
        62,00,00,00,00,00
      "Q"=hex(b):04,00,00,00,00,00,00,00
      "B"=hex:01,ff
      "P"=?
      [HKEY_LOCAL_MACHINE\\SOFTWARE\\A\\D]
      denied
      [HKEY_LOCAL_MACHINE\\SOFTWARE\\Z]
      absent
      """
          .replace("\n", "\r\n");

  private static final String BC = "hklm\\software\\a\\b c";

  private static Registry registry(String text) {
    if (Registry.read(QUESTION, new Answer.Said(0, text))
        instanceof Reading.Known<Registry>(var known)) {
      return known;
    }
    throw new AssertionError("not read: " + text);
  }

  private static Reason reason(Reading<?> reading) {
    return assertInstanceOf(Reading.Unknown.class, reading).reason();
  }

  @Test
  void every_kind_of_value_is_read() {
    var export = registry(EXPORT);
    assertEquals(Reading.known(Optional.of(10L)), export.number(BC, "n"));
    assertEquals(Reading.known(Optional.of(4L)), export.number(BC, "Q"));
    assertEquals(Reading.known(Optional.of("C:\\users \"x\" \u0007")), export.text(BC, "T"));
    assertEquals(Reading.known(Optional.of("%A%")), export.text(BC, "E"));
    assertEquals(Reading.known(Optional.of("unnamed")), export.text(BC, "(default)"));
    assertEquals(Reading.known(Optional.of(List.of("a", "b"))), export.list(BC, "M"));
    assertEquals(Reading.known(true), export.holds(BC, "P"));
    var bytes = assertInstanceOf(Reading.Known.class, export.bytes(BC, "B")).value();
    assertArrayEquals(
        new byte[] {1, -1}, (byte[]) assertInstanceOf(Optional.class, bytes).orElseThrow());
    assertEquals(List.of("B C", "D"), export.subkeys("HKLM\\SOFTWARE\\A"));
  }

  @Test
  void absent_denied_and_of_another_kind_are_told_apart() {
    var export = registry(EXPORT);
    assertEquals(Reading.known(Optional.empty()), export.number(BC, "other"));
    assertEquals(Reading.known(Optional.empty()), export.number("HKLM\\SOFTWARE\\Z", "N"));
    assertFalse(export.has("HKLM\\SOFTWARE\\Z"));
    assertTrue(export.has("HKLM\\SOFTWARE\\A\\D"));
    assertEquals(Reason.NEEDS_PRIVILEGE, reason(export.number("HKLM\\SOFTWARE\\A\\D", "N")));
    assertEquals(Reason.NOT_UNDERSTOOD, reason(export.number(BC, "T")));
    assertEquals(Reason.NOT_UNDERSTOOD, reason(export.text(BC, "P")));
  }

  @Test
  void what_is_no_export_is_not_understood() {
    for (String text :
        List.of(
            "",
            "garbage",
            "[HKEY_LOCAL_MACHINE\\A]\n\"N\"=dword:1",
            "[HKEY_LOCAL_MACHINE\\A]\n\"N\"=hex(7):61,00,\\",
            "[HKEY_LOCAL_MACHINE\\A]\n\"N\"=\"open",
            "[HKEY_LOCAL_MACHINE\\A]\n\"N\"=dword:00000001\n\"n\"=dword:00000000",
            "[HKEY_LOCAL_MACHINE\\A]\ndenied\n\"N\"=dword:00000001",
            "[-HKEY_LOCAL_MACHINE\\A]",
            "[HKEY_LOCAL_MACHINE\\A]\n\"N\"=" + "\"" + "\\".repeat(300_001),
            "[HKEY_LOCAL_MACHINE\\A]\n\"N\"=hex:" + "00,".repeat(300_000))) {
      assertEquals(
          Reason.NOT_UNDERSTOOD, reason(Registry.read(QUESTION, new Answer.Said(0, text))));
    }
    assertEquals(
        Reason.NOT_UNDERSTOOD, reason(Registry.read(QUESTION, new Answer.Said(1, EXPORT))));
  }

  @Test
  void a_registry_that_is_missing_or_denied_is_no_empty_one() {
    assertEquals(Reason.TOOL_MISSING, reason(Registry.read(QUESTION, new Answer.Missing())));
    assertEquals(Reason.NEEDS_PRIVILEGE, reason(Registry.read(QUESTION, new Answer.Denied())));
  }
}
