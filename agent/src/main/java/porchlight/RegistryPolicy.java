package porchlight;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.gather.windows.Registry;
import porchlight.json.Refused;
import porchlight.json.Setting;
import porchlight.json.SettingsReader;
import porchlight.json.SettingsReader.Layered;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonText;
import porchlight.machine.LocalMachine;
import porchlight.machine.Machine;
import porchlight.machine.ReadRegistry;

/**
 * The settings that management has put into the registry of Windows: values that bear the settings'
 * names, over all that files say. Only administrators write there, and everybody may read it.
 */
final class RegistryPolicy {
  static final String KEY = "HKLM\\SOFTWARE\\Policies\\Porchlight";
  static final ReadRegistry QUESTION = new ReadRegistry(KEY, "*");

  private static final boolean WINDOWS = System.getProperty("os.name", "").startsWith("Windows");
  private static final String UNNAMED = "(default)";

  private RegistryPolicy() {}

  /**
   * Those settings over these; on other systems, these.
   *
   * @throws Refused where a value is no setting's, or none that the setting can have
   */
  static Layered over(Layered below) {
    return WINDOWS ? over(below, new LocalMachine()) : below;
  }

  static Layered over(Layered below, Machine machine) {
    return switch (Registry.read(machine, QUESTION)) {
      case Reading.Known<Registry>(var registry) -> over(below, registry);
      case Reading.Unknown<Registry>(var reason, var detail) ->
          throw new Refused(KEY + ": it could not be read: " + detail);
    };
  }

  private static Layered over(Layered below, Registry registry) {
    if (registry.denied(KEY)) {
      throw new Refused(KEY + ": it may not be read");
    }
    var members = new LinkedHashMap<String, Json>();
    for (String name : registry.names(KEY)) {
      if (!name.equals(UNNAMED)) {
        Optional<Setting> setting = setting(name);
        members.put(setting.map(Setting::word).orElse(name), value(registry, name, setting));
      }
    }
    return members.isEmpty()
        ? below
        : SettingsReader.over(below, KEY, JsonText.compact(new Json.Obj(members)));
  }

  /** Names are the same in any case of letters, as everywhere in the registry. */
  private static Optional<Setting> setting(String name) {
    return Arrays.stream(Setting.values())
        .filter(one -> one.word().equalsIgnoreCase(name))
        .findFirst();
  }

  private static Json value(Registry registry, String name, Optional<Setting> setting) {
    Optional<String> text = known(registry.text(KEY, name));
    if (text.isPresent()) {
      return setting.map(one -> one.json(text.get())).orElse(new Json.Str(text.get()));
    }
    Optional<Long> number = known(registry.number(KEY, name));
    if (number.isPresent()) {
      return new Json.Num(number.get().toString());
    }
    List<Json> items =
        known(registry.list(KEY, name)).stream()
            .flatMap(List::stream)
            .<Json>map(Json.Str::new)
            .toList();
    if (items.isEmpty()) {
      throw new Refused(KEY + ": " + name + ": expected REG_SZ, REG_DWORD or REG_MULTI_SZ");
    }
    return new Json.Arr(items);
  }

  private static <T> Optional<T> known(Reading<Optional<T>> reading) {
    return switch (reading) {
      case Reading.Known<Optional<T>>(var value) -> value;
      case Reading.Unknown<Optional<T>> anotherKind -> Optional.empty();
    };
  }
}
