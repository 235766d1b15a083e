package porchlight.central.web;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import porchlight.central.json.Json;

/** RFC 9457 answers to requests that were not served. */
final class Problem {
  private Problem() {}

  static String answer(Context ctx, int status, String code, String detail) {
    return answer(ctx, status, code, detail, Map.of());
  }

  /** Answers, and returns the very text. */
  static String answer(
      Context ctx, int status, String code, String detail, Map<String, Object> more) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("status", status);
    problem.put("code", code);
    problem.put("detail", detail);
    problem.putAll(more);
    String text = Json.write(problem);
    ctx.status(status).contentType("application/problem+json").result(text);
    return text;
  }
}
