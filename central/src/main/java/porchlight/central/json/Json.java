package porchlight.central.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** The mappers: strict about what comes in, lenient only towards comments in a settings file. */
public final class Json {
  static final JsonMapper STRICT =
      JsonMapper.builder(
              JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  static final JsonMapper COMMENTED =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  /** JSON of maps, lists, texts, numbers and booleans. */
  public static String write(Object value) {
    try {
      return STRICT.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a value of ours is no JSON", e);
    }
  }

  /** An object of texts that we wrote ourselves; throws when it is none. */
  public static Map<String, String> texts(String json) {
    try {
      Map<String, String> texts = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> member : STRICT.readTree(json).properties()) {
        texts.put(member.getKey(), member.getValue().asText());
      }
      return texts;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a text of ours is no JSON", e);
    }
  }

  /** A JSON text of ours as a value that {@link #write} writes again; throws when it is none. */
  public static Object read(String json) {
    try {
      return STRICT.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a text of ours is no JSON", e);
    }
  }

  /** A text member of an object; empty when there is none. */
  public static String member(String json, String name) {
    try {
      return STRICT.readTree(json).path(name).asText();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("no JSON", e);
    }
  }
}
