package porchlight.json;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A JSON schema, usually {@code config/report-1.schema.json}, held against a text by a validator
 * that is not ours.
 */
public final class Schema {
  private final com.networknt.schema.Schema schema;

  public Schema() {
    this(Path.of("../config/report-1.schema.json"));
  }

  /** The schema in that file. */
  public Schema(Path file) {
    schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                SchemaLocation.of("https://porchlight.invalid/" + file.getFileName()),
                text(file),
                InputFormat.JSON);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What is wrong with the text; empty when it is a report. */
  public List<String> errors(String text) {
    return schema.validate(text, InputFormat.JSON).stream().map(Object::toString).toList();
  }
}
