package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A tech and a laptop who are about to prove to each other who they are. */
abstract class CalledLaptop {
  Running running;
  Crew crew;
  CallingLaptop laptop;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    running = new Running(folder, 100);
    Laptop plain = running.laptop("Acme Dental", "LT-0042");
    plain.full(Samples.content("LT-0042", "safe", 90, "firewall:pass:high")).send();
    laptop = new CallingLaptop(plain);
    crew = new Crew(running, running.device(plain).path("organisation").asText());
  }

  @AfterEach
  void stop() {
    running.close();
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
