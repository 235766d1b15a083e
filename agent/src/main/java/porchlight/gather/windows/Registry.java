package porchlight.gather.windows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question;
import porchlight.machine.ReadRegistry;

/**
 * Keys of the registry and their values, as an answer or an export tells them. A key or value that
 * is not there is known not to be there; one that may not be read, or is of another kind than
 * expected, is unknown.
 */
public final class Registry {
  private static final Map<String, String> ROOTS =
      Map.of(
          "HKLM", "HKEY_LOCAL_MACHINE",
          "HKLM32", "HKEY_LOCAL_MACHINE32",
          "HKU", "HKEY_USERS",
          "HKCU", "HKEY_CURRENT_USER");

  private final Question question;
  private final Map<String, RegistryKey> keys;

  Registry(Question question, Map<String, RegistryKey> keys) {
    this.question = question;
    this.keys = keys;
  }

  /** Asks for it. */
  public static Reading<Registry> read(Machine machine, ReadRegistry question) {
    return read(question, machine.ask(question));
  }

  /** From an answer, which may be an export of {@code reg.exe}. */
  public static Reading<Registry> read(Question question, Answer answer) {
    return Answers.read(
        question,
        answer,
        said ->
            said.code() == 0
                ? RegistryText.parse(question, said.text())
                    .flatMap(told -> told.isOf(question) ? Reading.known(told) : none(question))
                : Answers.notUnderstood(question, "code " + said.code() + " " + said.text()));
  }

  /** That a key is not there is told, so one that is not mentioned was spoilt on the way. */
  private boolean isOf(Question asked) {
    if (!(asked instanceof ReadRegistry registry)) {
      return true;
    }
    int star = registry.key().indexOf("\\*");
    return find(star < 0 ? registry.key() : registry.key().substring(0, star)).isPresent();
  }

  private static Reading<Registry> none(Question question) {
    return Answers.notUnderstood(question, "it does not speak of the key");
  }

  /** Whether the key is there, be it readable or not. */
  public boolean has(String key) {
    return find(key).map(found -> !found.absent()).orElse(false);
  }

  /** Whether anything is said of the key, be it that it is not there. */
  public boolean tells(String key) {
    return find(key).isPresent();
  }

  /** Whether the key is there and may not be read. */
  public boolean denied(String key) {
    return find(key).map(RegistryKey::denied).orElse(false);
  }

  /** The names of the keys directly below it that are known, as they are written. */
  public List<String> subkeys(String key) {
    String above = normal(key) + "\\";
    var names = new LinkedHashMap<String, String>();
    for (RegistryKey one : keys.values()) {
      if (!one.absent() && normal(one.path()).startsWith(above)) {
        String below = one.path().substring(above.length());
        int slash = below.indexOf('\\');
        String name = slash < 0 ? below : below.substring(0, slash);
        names.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
      }
    }
    return List.copyOf(names.values());
  }

  /** {@code user1} and so on: whose hives are loaded. */
  public List<String> people() {
    return subkeys("HKU");
  }

  /** Whether there is such a value, whatever it holds. */
  public Reading<Boolean> holds(String key, String name) {
    return value(key, name, value -> Optional.of(Boolean.TRUE))
        .map(found -> found.orElse(Boolean.FALSE));
  }

  /** A DWORD or QWORD. */
  public Reading<Optional<Long>> number(String key, String name) {
    return value(key, name, RegistryValue::number);
  }

  /** A text, with its variables as they are written. */
  public Reading<Optional<String>> text(String key, String name) {
    return value(key, name, RegistryValue::text);
  }

  /** A list of texts. */
  public Reading<Optional<List<String>>> list(String key, String name) {
    return value(key, name, RegistryValue::list);
  }

  /** Bytes of any kind. */
  public Reading<Optional<byte[]>> bytes(String key, String name) {
    return value(key, name, RegistryValue::bytes);
  }

  /** The names of the values that a key has, as they are written. */
  public Set<String> names(String key) {
    return find(key)
        .<Set<String>>map(found -> {
          var names = new LinkedHashSet<String>();
          found.values().values().forEach(value -> names.add(value.name()));
          return names;
        })
        .orElse(Set.of());
  }

  private <T> Reading<Optional<T>> value(
      String key, String name, Function<RegistryValue, Optional<T>> as) {
    Optional<RegistryKey> found = find(key);
    if (found.isEmpty()) {
      if (isBelowDenied(key)) {
        return mayNotBeRead(key);
      }
      return question instanceof ReadRegistry asked && asked.key().indexOf('*') < 0
          ? Answers.notUnderstood(question, "nothing is said of " + key)
          : Reading.known(Optional.empty());
    }
    if (found.get().denied()) {
      return mayNotBeRead(key);
    }
    @Nullable RegistryValue value = found.get().values().get(name.toLowerCase(Locale.ROOT));
    if (value == null) {
      return Reading.known(Optional.empty());
    }
    Optional<T> read = as.apply(value);
    return read.isPresent()
        ? Reading.known(read)
        : Answers.notUnderstood(question, name + " is of another kind");
  }

  private <T> Reading<T> mayNotBeRead(String key) {
    return Reading.unknown(
        Reason.NEEDS_PRIVILEGE, Answers.name(question) + ": " + key + " may not be read");
  }

  /** A person's hive may not be read as a whole; of what is in it nothing is said then. */
  private boolean isBelowDenied(String key) {
    for (int end = key.lastIndexOf('\\'); end > 0; end = key.lastIndexOf('\\', end - 1)) {
      if (denied(key.substring(0, end))) {
        return true;
      }
    }
    return false;
  }

  private Optional<RegistryKey> find(String key) {
    return Optional.ofNullable(keys.get(normal(key)));
  }

  /** Keys are the same in any case. */
  static String normal(String key) {
    int slash = key.indexOf('\\');
    String root = slash < 0 ? key : key.substring(0, slash);
    return (ROOTS.getOrDefault(root.toUpperCase(Locale.ROOT), root)
            + (slash < 0 ? "" : key.substring(slash)))
        .toLowerCase(Locale.ROOT);
  }

  /** All keys, in their order. */
  List<RegistryKey> all() {
    return new ArrayList<>(keys.values());
  }
}
