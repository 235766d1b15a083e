package porchlight.central.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import porchlight.central.reports.Delivery;
import porchlight.central.reports.Report;
import porchlight.central.reports.Report.Envelope;
import porchlight.central.signing.Digests;

/** Reads a report, after holding it to {@code report-1.schema.json}. */
public final class ReportReader {
  private static final String SCHEMA = "/porchlight/config/report-1.schema.json";

  /** The schema's {@code $id} is relative; it is resolved here and nothing is ever fetched. */
  private static final String HOME = "https://porchlight.invalid/report-1.schema.json";

  private final Schema schema;

  /** Reads the schema that is packed in the jar. */
  public ReportReader() {
    try (InputStream in = ReportReader.class.getResourceAsStream(SCHEMA)) {
      if (in == null) {
        throw new IllegalStateException(SCHEMA + " is not packed");
      }
      schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(SchemaLocation.of(HOME), in, InputFormat.JSON);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The report in an unpacked body; throws Unreadable when it is none. */
  public Report read(byte[] body) throws Unreadable {
    JsonNode node = parse(body);
    List<Error> errors = schema.validate(node);
    if (!errors.isEmpty()) {
      throw new Unreadable(Unreadable.Kind.INVALID, SchemaErrors.worst(errors));
    }
    Envelope envelope =
        new Envelope(
            node.path("id").asText(),
            node.path("device").asText(),
            node.path("sequence").longValue(),
            node.path("boot").asText(),
            instant(node.path("collectedAt").asText()),
            delivery(node.path("delivery")));
    if (node.path("kind").asText().equals("unchanged")) {
      return new Report.Unchanged(envelope, node.path("same").asText());
    }
    Span span = contentSpan(body);
    return new Report.Full(
        envelope,
        Digests.ofContent(body, span.from(), span.length()),
        ContentReader.read(node.path("content")),
        new String(body, span.from(), span.length(), StandardCharsets.UTF_8));
  }

  private static Optional<Delivery> delivery(JsonNode node) {
    if (!node.isObject()) {
      return Optional.empty();
    }
    JsonNode dropped = node.path("dropped");
    JsonNode skew = node.path("skewSeconds");
    return Optional.of(
        new Delivery(
            dropped.path("unchanged").longValue(),
            dropped.path("full").longValue(),
            dropped.path("transition").longValue(),
            node.path("refused").longValue(),
            node.path("failures").longValue(),
            skew.isNumber() ? OptionalLong.of(skew.longValue()) : OptionalLong.empty()));
  }

  private static JsonNode parse(byte[] body) throws Unreadable {
    try {
      JsonNode node = Json.STRICT.readTree(Utf8.text(body));
      if (node == null || node.isMissingNode()) {
        throw new Unreadable(Unreadable.Kind.NOT_JSON, "the body is empty");
      }
      return node;
    } catch (JacksonException e) {
      throw new Unreadable(Unreadable.Kind.NOT_JSON, "the body is not JSON");
    }
  }

  private static Instant instant(String text) throws Unreadable {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new Unreadable(Unreadable.Kind.INVALID, "/collectedAt: is no time");
    }
  }

  private record Span(int from, int length) {}

  /** Where the bytes of the {@code content} member stand; the body is known to be such a report. */
  private static Span contentSpan(byte[] body) {
    try (JsonParser parser = Json.STRICT.createParser(body)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        int from = Math.toIntExact(parser.currentTokenLocation().getByteOffset());
        parser.skipChildren();
        if (name.equals("content")) {
          int to = Math.toIntExact(parser.currentLocation().getByteOffset());
          return new Span(from, to - from);
        }
      }
      throw new IllegalStateException("a full report without content passed the schema");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
