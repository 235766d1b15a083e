package porchlight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import porchlight.facts.Fact;
import porchlight.gather.Gathering;
import porchlight.machine.LocalMachine;
import porchlight.machine.Machine;
import porchlight.machine.Question;
import porchlight.machine.Transcript;
import porchlight.machine.TranscriptText;

/**
 * What {@code porchlight commands} prints is what the tool classes may ask: their constants, found
 * by looking, and a few lines with a hole where the name of a file stands.
 */
class TouchedTest {
  private static final Path CLASSES = Path.of("target/classes");

  private static Path list(String system) {
    return Path.of("src/main/resources/porchlight/commands", system + ".txt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"linux", "macos", "windows"})
  void the_list_is_what_the_tool_classes_may_ask(String system) throws Exception {
    Set<String> constants = constants(system);
    assertTrue(constants.size() >= 4, "only " + constants);
    var all = new TreeSet<>(constants);
    all.addAll(Holes.on(system));
    Golden.check(list(system), String.join("\n", all) + "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"linux", "macos", "windows"})
  void nothing_is_asked_that_is_not_on_the_list(String system) throws Exception {
    var listed = new ArrayList<Pattern>();
    Files.readAllLines(list(system)).forEach(line -> listed.add(Holes.pattern(line)));
    var strangers = new ArrayList<String>();
    int asked = 0;
    for (String question : asked(system)) {
      asked++;
      if (listed.stream().noneMatch(one -> one.matcher(question).matches())) {
        strangers.add(question);
      }
    }
    assertEquals(List.of(), strangers);
    assertTrue(asked >= 10 || system.equals("windows"), "only " + asked + " questions");
  }

  private static Set<String> asked(String system) throws Exception {
    var asked = new ConcurrentSkipListSet<String>();
    if (system.equals("linux")) {
      gather(system, new LocalMachine(), asked);
    }
    for (Path machine : MachinesTest.machines()) {
      var recorded = TranscriptText.read(Files.readString(machine));
      if (recorded.system().equals(system)) {
        gather(system, new Transcript(recorded), asked);
      }
    }
    return asked;
  }

  private static void gather(String system, Machine machine, Set<String> asked) {
    Machine listening =
        question -> {
          asked.add(question.text());
          return machine.ask(question);
        };
    new Gathering(EnumSet.allOf(Fact.class), Gathering.USUAL_LIMIT, fact -> {})
        .gather(OperatingSystem.gatherer(system, listening), Instant.now());
  }

  private static Set<String> constants(String system)
      throws IOException, ReflectiveOperationException {
    var texts = new TreeSet<String>();
    try (var files = Files.walk(CLASSES.resolve("porchlight/gather/" + system))) {
      for (Path file : files.filter(file -> file.toString().endsWith(".class")).toList()) {
        String name = CLASSES.relativize(file).toString().replace('/', '.');
        Class<?> type = Class.forName(name.substring(0, name.length() - ".class".length()));
        for (Field field : type.getDeclaredFields()) {
          if (Modifier.isStatic(field.getModifiers())) {
            field.setAccessible(true);
            add(field.get(null), texts);
          }
        }
      }
    }
    return texts;
  }

  private static void add(@Nullable Object value, Set<String> texts) {
    if (value instanceof Question question) {
      texts.add(question.text());
    } else if (value instanceof Collection<?> many) {
      many.forEach(one -> add(one, texts));
    }
  }
}
