package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;

/** What the protocol says a refusal looks like. */
final class Answers {
  private Answers() {}

  static void refused(int status, String code, Laptop.Request request) {
    HttpResponse<String> answer = request.send();
    assertEquals(status + " " + code, answer.statusCode() + " " + code(answer), answer.body());
    assertEquals(
        "application/problem+json", answer.headers().firstValue("content-type").orElse(""));
    assertEquals(status, Samples.parse(answer.body()).path("status").intValue());
  }

  static String code(HttpResponse<String> answer) {
    return Samples.parse(answer.body()).path("code").asText();
  }
}
