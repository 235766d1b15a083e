package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** A tech and a laptop who are about to prove to each other who they are. */
abstract class CalledLaptop extends OneCentral {
  Crew crew;
  CallingLaptop laptop;

  @BeforeEach
  void introduced() throws IOException {
    Laptop plain = running.laptop("Acme Dental", "LT-0042");
    plain.full(Samples.content("LT-0042", "safe", 90, "firewall:pass:high")).send();
    laptop = new CallingLaptop(plain);
    crew = new Crew(running, running.device(plain).path("organisation").asText());
  }

  HttpResponse<String> open(String purpose) {
    return crew.ask(
        "theo",
        "POST",
        "/devices/" + laptop.laptop.device + "/verify",
        Map.of("purpose", purpose, "ticket", "4711", "called", "user"));
  }

  /** Opens one and has the laptop show it. */
  String opened() {
    HttpResponse<String> answer = open("password-reset");
    assertEquals(303, answer.statusCode(), answer.body());
    laptop.look();
    return answer.headers().firstValue("Location").orElseThrow();
  }

  HttpResponse<String> type(String page, String code) {
    return crew.ask("theo", "POST", page + "/code", Map.of("code", code));
  }

  String page(String page) {
    return crew.get("theo", page).body();
  }

  void signed() {
    HttpResponse<String> answer = laptop.sign(node -> {});
    assertEquals(200, answer.statusCode(), answer.body());
  }
}
