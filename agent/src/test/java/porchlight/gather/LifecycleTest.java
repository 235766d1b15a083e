package porchlight.gather;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LifecycleTest {
  private static final String HEAD =
      """
      # data-as-of: 2026-08-22
      product\tcycle\tlabel\tcodename\treleased\tuntil\textended\tlatest\tsource
      """;
  private static final String ROW = "a\t1\t\tb\t2020-01-01\t2026-01-01\t\t1.2\there\n";

  @Test
  void the_shipped_table_is_well_formed_and_has_every_product() {
    var table = Lifecycle.shipped();
    assertTrue(table.versions().size() >= 250, table.versions().size() + " rows");
    assertFalse(table.asOf().isBefore(LocalDate.of(2026, 8, 22)));
    var products = table.versions().stream().map(Lifecycle.Version::product).distinct().toList();
    assertTrue(
        products.containsAll(
            List.of(
                "debian",
                "fedora",
                "linuxmint",
                "macos",
                "opensuse",
                "pop-os",
                "rhel",
                "ubuntu",
                "windows",
                "windows-server")));
  }

  @Test
  void no_extended_support_ends_before_the_common_one() {
    for (var version : Lifecycle.shipped().versions()) {
      if (version.until().isPresent() && version.extendedUntil().isPresent()) {
        assertFalse(
            version.extendedUntil().get().isBefore(version.until().get()), version.toString());
      }
    }
  }

  @Test
  void a_row_is_found_by_product_and_cycle() {
    var table = Lifecycle.of(HEAD + ROW);
    assertEquals(Optional.of(LocalDate.of(2026, 1, 1)), table.find("a", "1").orElseThrow().until());
    assertTrue(table.find("a", "2").isEmpty());
    assertTrue(
        Lifecycle.of(HEAD + ROW.replace("2026-01-01", "open"))
            .find("a", "1")
            .orElseThrow()
            .until()
            .isEmpty());
  }

  @Test
  void a_malformed_table_is_refused() {
    for (String bad :
        List.of(
            ROW,
            HEAD.substring(HEAD.indexOf('\n') + 1) + ROW,
            HEAD + ROW + ROW,
            HEAD + "\n",
            HEAD + ROW.replace("\there", ""),
            HEAD + ROW.replace("here", ""),
            HEAD + ROW.replace("2026-01-01", "2026-13-01"),
            HEAD + ROW.replace("2026-01-01", ""),
            HEAD + ROW.replace("a\t1", "\t1"))) {
      assertThrows(IllegalArgumentException.class, () -> Lifecycle.of(bad), bad);
    }
  }
}
