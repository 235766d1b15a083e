package porchlight.central.views;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import porchlight.central.reports.Calm;
import porchlight.central.reports.Os;

class CheckPageTest {
  @Test
  void a_page_gives_its_title_and_the_fix_for_each_system() {
    CheckPage page = CheckPage.of("sample-check");
    assertEquals("Updates install by themselves", page.title());
    assertTrue(
        page.fix(Os.Family.LINUX).contains("<code>apt-get install unattended-upgrades</code>"));
    assertTrue(page.fix(Os.Family.MACOS).contains("Software Update"));
    assertTrue(page.fix(Os.Family.WINDOWS).contains("<li>"));
    assertEquals("", page.fix(Os.Family.OTHER));
  }

  @Test
  void a_page_brings_no_markup_of_its_own() {
    CheckPage page = CheckPage.of("sample-check");
    assertTrue(page.why().contains("&lt;b&gt;Never&lt;/b&gt;"));
    assertFalse(page.fix(Os.Family.WINDOWS).contains("javascript:"));
  }

  @ParameterizedTest
  @CsvSource({
    "check-of-tomorrow, Check of tomorrow",
    "dns-over-tls,      DNS over TLS",
    "wifi-six,          Wi-Fi six"
  })
  void a_check_without_a_page_is_called_by_its_readable_id(String id, String title) {
    assertEquals(new CheckPage(title, Map.of()), CheckPage.of(id));
  }

  @ParameterizedTest
  @CsvSource({
    "plain Ünïcode שלום 👩‍💻, plain Ünïcode שלום 👩‍💻",
    "'a\nb\tc', a b c",
    "'\u202Egpj', ⟨U+202E⟩gpj",
    "'\u0007', ⟨U+0007⟩",
    "'zero\u200Bwidth', zero⟨U+200B⟩width"
  })
  void text_of_others_is_made_calm(String loud, String calm) {
    assertEquals(calm, Calm.text(loud));
  }
}
