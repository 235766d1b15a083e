package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;

/** An enrolled laptop whose disk a test copies or sets back, over real HTTP. */
abstract class CopiedDisk extends OneLaptop {
  static final String SAFE = Samples.content("LT", "safe", 90, "firewall:pass:high");
  static final String UNSAFE = Samples.content("LT", "unsafe", 9, "firewall:fail:high");

  /** What an agent does: it jumps where it is told to; and says what it was told at last. */
  HttpResponse<String> insist(Laptop one, String content) {
    HttpResponse<String> answer = one.full(content).send();
    JsonNode body = Samples.parse(answer.body());
    if (body.has("nextSequence")) {
      assertEquals("sequence-taken", body.path("code").asText());
      one.sequence = body.path("nextSequence").longValue() - 1;
      answer = one.full(content).send();
    }
    running.now = running.now.plusSeconds(900);
    return answer;
  }

  void takes(Laptop one, String content) {
    HttpResponse<String> answer = insist(one, content);
    assertEquals(202, answer.statusCode(), answer.body());
  }
}
