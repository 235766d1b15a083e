package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two people who read numbers to each other, because the laptop has no network. */
class OfflineCallTest extends OneCentral {
  private static final Pattern NUMBERS =
      Pattern.compile("<p class=\"spoken\">([\\d ]{11})<br>([\\d ]{11})</p>");
  private static final String QUESTION = "12345678";
  private Crew crew;
  private CallingLaptop laptop;
  private byte[] key = {};
  private String page = "";

  @BeforeEach
  void called() throws IOException {
    String token = running.token("Acme Dental", 1);
    Laptop plain = new Laptop(running.central.url(), running.clock);
    JsonNode enrolled = Samples.parse(plain.enroll(token, "LT-0042").send().body());
    plain.device = enrolled.path("device").asText();
    laptop = new CallingLaptop(plain);
    key = laptop.offline(enrolled.path("policyKeys").path(0));
    crew = new Crew(running, running.device(plain).path("organisation").asText());
    page = opened("password-reset");
  }

  private String opened(String purpose) {
    return crew.ask(
            "theo",
            "POST",
            "/devices/" + laptop.laptop.device + "/verify",
            Map.of("purpose", purpose, "ticket", "4711", "called", "user"))
        .headers()
        .firstValue("Location")
        .orElseThrow();
  }

  private HttpResponse<String> post(String what, String value) {
    return crew.ask("theo", "POST", page + "/" + what, Map.of(what, value));
  }

  /** What the tech reads: central's question, and its answer to the laptop's. */
  private String[] read() {
    assertEquals(303, post("question", "1234 5678").statusCode());
    Matcher found = NUMBERS.matcher(crew.get("theo", page).body());
    assertTrue(found.find(), crew.get("theo", page).body());
    return new String[] {found.group(1).replace(" ", ""), found.group(2).replace(" ", "")};
  }

  private String answer(String challenge, String purpose) {
    return CallingLaptop.ocra(key, challenge + QUESTION, purpose);
  }

  @Test
  void each_knows_the_other_by_two_numbers() {
    String[] numbers = read();
    assertEquals(
        CallingLaptop.ocra(key, QUESTION + numbers[0], "password-reset"),
        numbers[1],
        "the laptop believes the tech");
    assertEquals(303, post("answer", answer(numbers[0], "password-reset")).statusCode());
    String proven = crew.get("theo", page).body();
    assertTrue(proven.contains("Verified without a network."), proven);
    assertFalse(proven.contains("Give it to the laptop"), "there is no window");
    assertEquals(422, post("answer", answer(numbers[0], "password-reset")).statusCode(), "once");
  }

  @Test
  void an_answer_about_another_purpose_is_wrong() {
    String[] numbers = read();
    assertNotEquals(CallingLaptop.ocra(key, QUESTION + numbers[0], "remote-help"), numbers[1]);
    assertEquals(422, post("answer", answer(numbers[0], "remote-help")).statusCode());
  }

  @Test
  void three_wrong_numbers_lock_it() {
    String[] numbers = read();
    for (int i = 0; i < 3; i++) {
      post("answer", "0000000" + i);
    }
    assertEquals(422, post("answer", answer(numbers[0], "password-reset")).statusCode());
    assertTrue(crew.get("theo", page).body().contains("Locked"));
  }

  @Test
  void every_question_after_the_first_costs_a_try() {
    String first = read()[0];
    assertNotEquals(first, read()[0], "an old answer fits no new question");
    read();
    post("question", QUESTION);
    assertTrue(crew.get("theo", page).body().contains("Locked"), crew.get("theo", page).body());
  }

  @Test
  void after_three_minutes_it_is_over() {
    String[] numbers = read();
    running.now = running.now.plusSeconds(181);
    assertEquals(422, post("answer", answer(numbers[0], "password-reset")).statusCode());
  }

  @Test
  void a_laptop_that_signs_needs_no_numbers() {
    laptop.look();
    laptop.sign(node -> {});
    assertEquals(422, post("question", QUESTION).statusCode());
  }
}
