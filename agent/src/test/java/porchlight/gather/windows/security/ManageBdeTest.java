package porchlight.gather.windows.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static porchlight.gather.windows.WinCaptures.text;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import porchlight.facts.Disks;
import porchlight.facts.Reading.Known;
import porchlight.gather.windows.WinCaptures;
import porchlight.machine.Answer;

/** Whether drives are encrypted, in the words of manage-bde. */
class ManageBdeTest extends WinDrives {
  @Test
  void the_program_is_read_by_its_rows_in_every_language() {
    assertEquals(Map.of("C:", "plain"), words(bde("manage-bde-de-win10-19045-decrypted.txt")));
    assertEquals(
        Map.of("C:", "encrypted"), words(bde("manage-bde-de-win10-19045-encrypted-100-on.txt")));
    assertEquals(
        Map.of("C:", "plain"), words(bde("manage-bde-de-win10-19045-encrypting-3-percent.txt")));
    assertEquals(
        Map.of("C:", "encrypted"),
        words(bde("manage-bde-en-server2025-xts256-on-external-key.txt")));
    assertEquals(
        Map.of("C:", "encrypted"),
        words(bde("manage-bde-en-win11-22621-aes256-password-decimal-comma.txt")));
    assertEquals(
        Map.of("C:", "suspended", "D:", "unknown"),
        words(bde("manage-bde-tr-locale-win-used-space-protection-off-no-protectors.txt")));
  }

  @Test
  void no_label_matters() {
    for (String file :
        WinCaptures.all().stream().filter(one -> one.startsWith("bitlocker/manage-bde")).toList()) {
      String real = text(file);
      String scrambled =
          real.replaceAll("(?m)^([ \\t]+)\\p{L}[^:\\n]*(?=:)", "$1Żxö")
              .replaceAll("(?m)^Volume(?= )", "Żx")
              .replaceAll("\\[(?:OS|Data) Volume]|\\[Betriebssystemvolume]", "[ö]");
      assertEquals(
          words(ManageBde.read(new Answer.Said(0, real))),
          words(ManageBde.read(new Answer.Said(0, scrambled))),
          file);
    }
  }

  @Test
  void a_language_that_is_not_known_is_never_a_pass() {
    String german = text("bitlocker/manage-bde-de-win10-19045-encrypted-100-on.txt");
    for (String guard : List.of("La protection est activée.", "", "Protection")) {
      assertEquals(
          Map.of("C:", "unknown"),
          words(
              ManageBde.read(
                  new Answer.Said(0, german.replace("Der Schutz ist aktiviert.", guard)))));
    }
    for (String half : List.of("99,9 %", "Unbekannt", "")) {
      assertEquals(
          Map.of("C:", "unknown"),
          words(ManageBde.read(new Answer.Said(0, german.replace("100,0 %", half)))));
    }
  }

  @Test
  void suspended_for_some_restarts_is_suspended() {
    String english = text("bitlocker/manage-bde-en-server2025-xts256-on-external-key.txt");
    String german = text("bitlocker/manage-bde-de-win10-19045-encrypted-100-on.txt");
    for (String off :
        List.of(
            english.replace("Protection On", "Protection Off (1 reboots left)"),
            german.replace(
                "Der Schutz ist aktiviert.", "Der Schutz ist deaktiviert (1 Neustart)."))) {
      assertEquals("suspended", words(ManageBde.read(new Answer.Said(0, off))).get("C:"));
    }
  }

  /** A row that is not the last one may hold what that of the keys holds where there are none. */
  @Test
  void without_the_row_of_the_keys_nothing_is_said_of_them() {
    String german = text("bitlocker/manage-bde-de-win10-19045-encrypted-100-on.txt");
    var lines = german.replace("Der Schutz ist aktiviert.", "Aktív").lines().toList();
    for (int end = 0; end <= lines.size(); end++) {
      var cut = ManageBde.read(new Answer.Said(0, String.join("\n", lines.subList(0, end))));
      assertTrue(
          !(cut instanceof Known<Disks>) || words(cut).equals(Map.of("C:", "unknown")), "" + end);
    }
  }

  @Test
  void a_text_that_was_cut_off_is_not_encrypted() {
    String english = text("bitlocker/manage-bde-en-win11-22621-aes256-password-decimal-comma.txt");
    for (int end = 0; end < english.indexOf("Protection On"); end++) {
      var cut = ManageBde.read(new Answer.Said(0, english.substring(0, end)));
      assertTrue(
          !(cut instanceof Known<Disks>) || words(cut).equals(Map.of("C:", "unknown")), "" + end);
    }
  }

  /** Of these languages there is no capture; the rows are those of all the others. */
  @ParameterizedTest
  @CsvSource({
    "Protection activée, encrypted",
    "Protection désactivée, suspended",
    "Protection désactivée (1 redémarrage restant), suspended",
    "Защита отключена, suspended",
    "保护关闭, suspended",
    "Die Protection activée, unknown",
    "Protection activée (?), unknown",
  })
  void only_the_words_of_the_guard_that_are_known_count(String guard, String expected) {
    String german = text("bitlocker/manage-bde-de-win10-19045-encrypted-100-on.txt");
    assertEquals(
        Map.of("C:", expected),
        words(
            ManageBde.read(
                new Answer.Said(0, german.replace("Der Schutz ist aktiviert.", guard)))));
  }
}
