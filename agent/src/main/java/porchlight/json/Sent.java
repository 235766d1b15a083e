package porchlight.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonObject;
import porchlight.json.tree.JsonText;

/**
 * A request as it left this laptop, and what came back.
 *
 * @param headers those that make this request differ from others
 * @param body as it was sent; an enrolment token in it is left out
 * @param answer empty while none came
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Sent(
    Instant at,
    String method,
    String url,
    Map<String, String> headers,
    byte[] body,
    Optional<String> answer) {
  private static final int LONGEST = 1 << 20;
  private static final String LEFT_OUT = "(left out)";

  /** What the body says, unpacked; empty when there is none, or it cannot be read. */
  public String text() {
    if (!"gzip".equals(headers.get("Content-Encoding"))) {
      return new String(body, StandardCharsets.UTF_8);
    }
    try (var gzip = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return new String(gzip.readNBytes(LONGEST), StandardCharsets.UTF_8);
    } catch (IOException damaged) {
      return "";
    }
  }

  /** The line that is written before it leaves. */
  public static String line(
      Instant at,
      String method,
      String url,
      Map<String, String> headers,
      byte[] body,
      Optional<String> secret) {
    var names = new JsonObject();
    headers.forEach(names::put);
    return JsonText.compact(
            new JsonObject()
                .put("at", at.toString())
                .put("method", method)
                .put("url", url)
                .put("headers", names)
                .put("body", Base64.getEncoder().encodeToString(without(body, secret)))
                .build())
        + "\n";
  }

  /** The line that is written once an answer has come, or is known not to come. */
  public static String answerLine(String words) {
    return JsonText.compact(new JsonObject().put("answer", words).build()) + "\n";
  }

  private static byte[] without(byte[] body, Optional<String> secret) {
    return secret
        .map(word ->
            new String(body, StandardCharsets.UTF_8)
                .replace(word, LEFT_OUT)
                .getBytes(StandardCharsets.UTF_8))
        .orElse(body);
  }

  /** What those lines say; nothing when they are damaged. */
  public static Optional<Sent> of(String text) {
    String[] lines = text.split("\n", -1);
    return Replies.object(lines[0])
        .flatMap(request ->
            read(
                request,
                lines.length < 2
                    ? Optional.empty()
                    : Replies.object(lines[1]).flatMap(answer -> answer.text("answer"))));
  }

  private static Optional<Sent> read(Json.Obj request, Optional<String> answer) {
    var at = request.text("at").flatMap(Replies::instant);
    var method = request.text("method");
    var url = request.text("url");
    var body = request.text("body").flatMap(Sent::bytes);
    if (at.isEmpty() || method.isEmpty() || url.isEmpty() || body.isEmpty()) {
      return Optional.empty();
    }
    var headers = new LinkedHashMap<String, String>();
    request
        .get("headers")
        .flatMap(Json::asObject)
        .ifPresent(all ->
            all.members()
                .forEach(
                    (name, value) -> value.asText().ifPresent(text -> headers.put(name, text))));
    return Optional.of(new Sent(at.get(), method.get(), url.get(), headers, body.get(), answer));
  }

  private static Optional<byte[]> bytes(String base64) {
    try {
      return Optional.of(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException damaged) {
      return Optional.empty();
    }
  }
}
