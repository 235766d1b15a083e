package porchlight.gather;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import porchlight.facts.RemoteTools.Tool;
import porchlight.gather.RemoteSigns.Kind;
import porchlight.gather.RemoteSigns.Sign;

class RemoteSignsTest {
  private static final String HEAD =
      "# data-as-of: 2026-11-22\ntool\tsystem\tkind\tvalue\tsource\n";
  private static final String ROW = "xrdp\tlinux\tprocess\txrdp\there\n";

  @Test
  void the_shipped_table_has_a_sign_of_every_tool() {
    var table = RemoteSigns.shipped();
    assertTrue(table.signs().size() >= 70, table.signs().size() + " rows");
    assertFalse(table.asOf().isBefore(LocalDate.of(2026, 11, 22)));
    var missing = EnumSet.allOf(Tool.class);
    table.signs().forEach(sign -> missing.remove(sign.tool()));
    // The systems' own are recognised by their switches.
    assertEquals(
        EnumSet.of(
            Tool.MACOS_REMOTE_MANAGEMENT,
            Tool.MACOS_SCREEN_SHARING,
            Tool.WINDOWS_REMOTE_ASSISTANCE,
            Tool.WINDOWS_REMOTE_DESKTOP,
            Tool.WINDOWS_REMOTE_MANAGEMENT),
        missing);
  }

  @Test
  void no_name_of_a_process_is_longer_than_linux_tells() {
    for (Sign sign : RemoteSigns.shipped().of("linux", Kind.PROCESS)) {
      assertTrue(sign.value().length() <= 15, sign.value());
    }
  }

  @Test
  void paths_are_whole_and_names_are_names() {
    for (Sign sign : RemoteSigns.shipped().signs()) {
      assertEquals(sign.kind() == Kind.PATH, sign.value().contains("/"), sign.value());
      assertEquals(sign.kind() == Kind.PATH, sign.value().startsWith("/"), sign.value());
      boolean any = sign.kind() == Kind.UNIT || sign.system().equals("windows");
      assertTrue(any || !sign.value().contains("*"), sign.value());
      assertTrue(
          !sign.system().equals("windows") || !sign.value().replaceFirst("\\*$", "").contains("*"),
          sign.value());
      assertFalse(sign.value().contains(","), sign.value());
    }
  }

  @Test
  void a_row_is_of_one_system_and_one_kind() {
    var table = RemoteSigns.of(HEAD + ROW + ROW.replace("linux", "windows"));
    assertEquals(
        List.of(new Sign(Tool.XRDP, "linux", Kind.PROCESS, "xrdp")),
        table.of("linux", Kind.PROCESS));
    assertEquals(List.of(), table.of("linux", Kind.UNIT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xrdp\tlinux\tprocess\txrdp",
        "xrdpp\tlinux\tprocess\txrdp\there",
        "xrdp\tbeos\tprocess\txrdp\there",
        "xrdp\tlinux\tsocket\txrdp\there",
        "xrdp\tlinux\tprocess\t\there",
        "xrdp\tlinux\tprocess\txrdp\t",
        "",
      })
  void a_row_that_is_not_right_is_refused(String row) {
    assertThrows(IllegalArgumentException.class, () -> RemoteSigns.of(HEAD + row + "\n"));
  }

  @Test
  void a_table_without_a_date_or_a_header_or_with_a_row_twice_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> RemoteSigns.of(HEAD + ROW + ROW));
    assertThrows(IllegalArgumentException.class, () -> RemoteSigns.of(ROW));
    assertThrows(
        IllegalArgumentException.class,
        () -> RemoteSigns.of("tool\tsystem\tkind\tvalue\tsource\n" + ROW));
  }
}
