package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The document that an organisation keeps. */
class ProofTest extends OneCentral {
  private final Map<String, String> organisations = new HashMap<>();

  @BeforeEach
  void fleet() throws IOException {
    new Fleet(running);
    for (JsonNode one : running.json("/v1/organisations").path("organisations")) {
      organisations.put(one.path("name").asText(), one.path("id").asText());
    }
  }

  @Test
  void it_says_what_could_not_be_told_and_counts_no_silent_laptop() throws IOException {
    byte[] proof = proof("Acme Dental");
    Path kept = Path.of("target/proof.pdf");
    Files.createDirectories(Path.of("target"));
    Files.write(kept, proof);
    String text = text(proof);
    assertTrue(text.contains("1 of 3 laptops is not safe to work from."), text);
    assertTrue(text.contains("As of 25 Nov 2026, 11:04 UTC"), text);
    assertTrue(text.contains("LT-0007 Reception silent 3 d safe"), text);
    assertTrue(text.contains("needs more rights"), text);
    assertTrue(text.contains("78 (silent 3 d)"), text);
    assertTrue(
        text.matches("(?s).*The disks are encrypted 0 1 0 0.*"), "of silent ones nothing: " + text);
  }

  @Test
  void the_same_account_gives_the_same_bytes() throws IOException {
    assertArrayEquals(proof("Acme Dental"), proof("Acme Dental"));
  }

  @Test
  void what_a_laptop_says_is_text_and_nothing_else() throws IOException {
    String text = text(proof("Cedar Legal"));
    assertTrue(text.contains("<script>alert(1)</script>"), text);
    assertFalse(text.contains("\u202E"));
  }

  @Test
  void every_letter_can_be_read_whatever_its_script() throws IOException {
    String name = "牙科诊所 ダイヤ 치과 Ωμέγα Жук עברית";
    Laptop laptop = running.laptop("Writing", name);
    laptop.full(Samples.content(name, "safe", 90, "clock:pass:low")).send();
    Laptop thai = running.laptop("Writing", "ร้าน-LT");
    thai.full(Samples.content("ร้าน-LT", "safe", 90, "clock:pass:low")).send();
    organisations.put("Writing", running.device(laptop).path("organisation").asText());
    byte[] proof = proof("Writing");
    Files.write(Path.of("target/proof-scripts.pdf"), proof);
    String text = text(proof);
    assertTrue(text.contains("牙科诊所 ダイヤ 치과 Ωμέγα Жук"), text);
    assertTrue(text.contains("עברית"), "turned round, and back by who reads it: " + text);
    assertTrue(text.contains("[U+0E23]") && text.contains("-LT"), text);
    assertFalse(text.contains("#"), text);
  }

  @Test
  void there_is_none_of_an_organisation_that_is_not_there() {
    assertEquals(404, running.page("/v1/organisations/none/proof.pdf").statusCode());
  }

  private byte[] proof(String organisation) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    running.central.url()
                        + "/v1/organisations/"
                        + organisations.get(organisation)
                        + "/proof.pdf"))
            .header("Authorization", "Bearer " + Running.KEY)
            .build();
    try {
      HttpResponse<byte[]> answer =
          Laptop.HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
      assertEquals(200, answer.statusCode());
      return answer.body();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }
}
