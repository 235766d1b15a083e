package porchlight.json.tree;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/**
 * JSON text to values and back, by Jackson's streaming half: its data binding costs a quarter of a
 * short run's start-up.
 */
public final class JsonText {
  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder().maxNestingDepth(64).build();
  private static final Separators SEPARATORS =
      Separators.createDefaultInstance()
          .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
          .withObjectEmptySeparator("")
          .withArrayEmptySeparator("");
  private static final JsonFactory STRICT = factory(false, false);
  private static final JsonFactory COMMENTED = factory(true, false);

  private JsonText() {}

  /** What was not JSON, and where. */
  public static final class NotJson extends Exception {
    private static final long serialVersionUID = 1L;

    NotJson(String message) {
      super(message);
    }
  }

  /** One JSON value and nothing after it; repeated names and more than 64 levels are refused. */
  public static Json parse(String text) throws NotJson {
    return parse(STRICT, text);
  }

  /**
   * The same, with {@code //} and {@code /* *}{@code /} comments allowed: for files that people
   * write.
   */
  public static Json parseCommented(String text) throws NotJson {
    return parse(COMMENTED, text);
  }

  /** Over a text; {@code commented} allows comments and commas at the end of a list. */
  static JsonParser parser(String text, boolean commented) throws IOException {
    return (commented ? Lenient.FACTORY : STRICT).createParser(text);
  }

  /** Made only when it is needed. */
  private static final class Lenient {
    static final JsonFactory FACTORY = factory(true, true);
  }

  private static Json parse(JsonFactory factory, String text) throws NotJson {
    try (JsonParser parser = factory.createParser(text)) {
      if (parser.nextToken() == null) {
        throw new NotJson("it is empty");
      }
      Json value = value(parser);
      if (parser.nextToken() != null) {
        throw new NotJson(
            "something follows the value at line " + parser.currentTokenLocation().getLineNr());
      }
      return value;
    } catch (JsonProcessingException wrong) {
      var place = wrong.getLocation();
      String at =
          place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
      throw new NotJson(wrong.getOriginalMessage().replaceAll("\\s+", " ") + at);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static Json value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        var members = new LinkedHashMap<String, Json>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = parser.currentName();
          parser.nextToken();
          members.put(name, value(parser));
        }
        yield new Json.Obj(members);
      }
      case START_ARRAY -> {
        var items = new ArrayList<Json>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(value(parser));
        }
        yield new Json.Arr(items);
      }
      case VALUE_STRING,
          VALUE_NUMBER_INT,
          VALUE_NUMBER_FLOAT,
          VALUE_TRUE,
          VALUE_FALSE,
          VALUE_NULL ->
          scalar(parser);
      case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
          throw new IllegalStateException("Jackson gave " + parser.currentToken());
    };
  }

  /** The value that the parser stands at, which has none inside. */
  static Json scalar(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> new Json.Str(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Num(parser.getText());
      case VALUE_TRUE -> new Json.Bool(true);
      case VALUE_FALSE -> new Json.Bool(false);
      case VALUE_NULL -> new Json.Null();
      case START_OBJECT,
          START_ARRAY,
          END_OBJECT,
          END_ARRAY,
          FIELD_NAME,
          NOT_AVAILABLE,
          VALUE_EMBEDDED_OBJECT ->
          throw new IllegalStateException("Jackson gave " + parser.currentToken());
    };
  }

  /** The value on one line, without a blank. */
  public static String compact(Json value) {
    return write(value, false);
  }

  /** The value over lines, indented by two, ending in a line end. */
  public static String pretty(Json value) {
    return write(value, true) + "\n";
  }

  private static String write(Json value, boolean pretty) {
    var out = new StringWriter();
    try (JsonGenerator generator = STRICT.createGenerator(out)) {
      if (pretty) {
        var indenter = new DefaultIndenter("  ", "\n");
        generator.setPrettyPrinter(
            new DefaultPrettyPrinter(SEPARATORS)
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter));
      }
      write(generator, value);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toString();
  }

  private static void write(JsonGenerator generator, Json value) throws IOException {
    switch (value) {
      case Json.Obj(var members) -> {
        generator.writeStartObject();
        for (var member : members.entrySet()) {
          generator.writeFieldName(member.getKey());
          write(generator, member.getValue());
        }
        generator.writeEndObject();
      }
      case Json.Arr(var items) -> {
        generator.writeStartArray();
        for (Json item : items) {
          write(generator, item);
        }
        generator.writeEndArray();
      }
      case Json.Str(var text) -> generator.writeString(text);
      case Json.Num(var literal) -> generator.writeNumber(literal);
      case Json.Bool(var truth) -> generator.writeBoolean(truth);
      case Json.Null() -> generator.writeNull();
    }
  }

  private static JsonFactory factory(boolean comments, boolean lastCommas) {
    var builder = (JsonFactoryBuilder) JsonFactory.builder();
    return builder
        .streamReadConstraints(LIMITS)
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .configure(JsonReadFeature.ALLOW_JAVA_COMMENTS, comments)
        .configure(JsonReadFeature.ALLOW_TRAILING_COMMA, lastCommas)
        .build();
  }
}
