package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An enrolled laptop whose disk a test copies or sets back, over real HTTP. */
abstract class CopiedDisk {
  static final String SAFE = Samples.content("LT", "safe", 90, "firewall:pass:high");
  static final String UNSAFE = Samples.content("LT", "unsafe", 9, "firewall:fail:high");
  Path folder;
  Running running;
  Laptop laptop;

  @BeforeEach
  void start(@TempDir Path temporary) throws IOException {
    folder = temporary;
    running = new Running(folder, 100);
    laptop = running.laptop("Acme Dental", "LT-1");
  }

  @AfterEach
  void stop() {
    running.close();
  }

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
