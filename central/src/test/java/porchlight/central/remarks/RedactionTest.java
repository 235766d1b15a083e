package porchlight.central.remarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is taken out of a note before another MSP reads it, and what is left. */
class RedactionTest {
  private static final Redaction REDACTION =
      new Redaction(
          List.of("Acme Dental", "ANNAS-XPS", "Änne Gößl", "LT-0042", "ada", "ダイヤ歯科", "DESKTOP-9"));

  private static void becomes(String expected, String words) {
    assertEquals(expected, REDACTION.of(words), words);
  }

  @Test
  void a_name_goes_whatever_stands_between_its_parts() {
    for (String name :
        List.of(
            "Acme Dental",
            "AcmeDental",
            "acmedental",
            "ACME_DENTAL",
            "Acme – Dental",
            "Annas XPS",
            "AnnasXPS",
            "annasxps",
            "LT0042",
            "lt 0042",
            "Ac\u00ADme",
            "acme01")) {
      String left = REDACTION.of("seen on " + name + " twice");
      assertEquals("seen on […] twice", left.replace("[…]01", "[…]"), name);
    }
  }

  @Test
  void accents_may_be_composed_taken_apart_or_left_out() {
    becomes("ask […] first", "ask Änne Gößl first");
    becomes("ask […] first", "ask " + Normalizer.normalize("Änne", Normalizer.Form.NFD) + " first");
    becomes("ask […] first", "ask anne first");
  }

  @Test
  void an_ending_goes_too_and_a_longer_word_stays() {
    becomes("[…] router", "Acmes router");
    becomes("an acmeology of routers", "an acmeology of routers");
    becomes("[…] is slow", "Acme is slow");
    becomes("adapt the adapter", "adapt the adapter");
    becomes("ask […].", "ask Ada.");
  }

  @Test
  void a_name_without_spaces_around_it_takes_its_sentence_along() {
    becomes("[…]、 restart", "これはダイヤ歯科の、 restart");
  }

  @Test
  void words_that_name_nobody_stay() {
    becomes("restart the desktop, then the laptop", "restart the desktop, then the laptop");
  }
}
