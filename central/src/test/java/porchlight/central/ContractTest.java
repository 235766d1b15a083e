package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import porchlight.central.reports.Answer;
import porchlight.central.reports.Os;
import porchlight.central.reports.Outcome;
import porchlight.central.reports.Reason;
import porchlight.central.reports.Severity;
import porchlight.central.reports.Word;

/** What the schema lets in is what central has a word for: no more, no less. */
class ContractTest {
  private static final JsonNode SCHEMA = schema();

  private static JsonNode schema() {
    try {
      return Samples.parse(Files.readString(Path.of("../config/report-1.schema.json")));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void same(String pointer, Stream<? extends Enum<?>> constants) {
    Set<String> allowed = new TreeSet<>();
    SCHEMA.at(pointer + "/enum").forEach(word -> allowed.add(word.asText()));
    assertFalse(allowed.isEmpty(), pointer);
    assertEquals(allowed, constants.map(Word::of).collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void every_word_of_the_schema_is_known() {
    String content = "/$defs/content/properties/";
    same("/$defs/severity", Stream.of(Severity.values()));
    same("/$defs/reason", Stream.of(Reason.values()));
    same(content + "assessment/properties/answer", Stream.of(Answer.values()));
    same(
        content + "findings/items/properties/outcome",
        Stream.of(Outcome.values()).filter(outcome -> outcome != Outcome.ABSENT));
    same(content + "machine/properties/os/properties/family", Stream.of(Os.Family.values()));
  }
}
