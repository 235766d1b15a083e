package porchlight.gather.windows.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import porchlight.facts.IpAddress;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.windows.Registry;
import porchlight.machine.ReadRegistry;

/** One rule for names: the servers that all names are sent to, where it is for all. */
final class NrptRule {
  private static final int GENERIC = 8;

  /** Below these lies most of what people visit; a company's own names lie deeper, or elsewhere. */
  private static final Pattern NEARLY_ALL =
      Pattern.compile("(?i)\\.(com|net|org|info|biz|edu|gov|io|app|dev|[a-z]{2})");

  private static final int DIRECT_ACCESS = 4;

  private NrptRule() {}

  static Reading<List<String>> servers(Registry registry, String key, ReadRegistry from) {
    return names(registry, key)
        .flatMap(names -> {
          if (!names.contains(".")) {
            var whole =
                names.stream().filter(name -> NEARLY_ALL.matcher(name).matches()).findFirst();
            return whole.isPresent()
                ? Answers.notUnderstood(from, "a rule for all names below " + whole.get())
                : Reading.known(List.of());
          }
          return registry
              .number(key, "ConfigOptions")
              .flatMap(options ->
                  registry
                      .text(key, "GenericDNSServers")
                      .flatMap(text -> forAll(options, text.orElse(""), from)));
        });
  }

  private static Reading<List<String>> forAll(
      Optional<Long> options, String text, ReadRegistry from) {
    long bits = options.orElse(0L);
    if ((bits & DIRECT_ACCESS) != 0) {
      return Answers.notUnderstood(from, "DirectAccess resolves all names");
    }
    if (options.isEmpty() && !text.isBlank()) {
      return Answers.notUnderstood(from, "a rule for all names that has servers and no options");
    }
    if ((bits & GENERIC) == 0) {
      return Reading.known(List.of());
    }
    var servers = new ArrayList<String>();
    for (String word : text.split("[;,\\s]+", -1)) {
      var address = IpAddress.of(word.replaceFirst("%.*", ""));
      if (address.isEmpty()) {
        return Answers.notUnderstood(from, "a rule for all names, to " + word);
      }
      servers.add(address.get().text());
    }
    return Reading.known(servers);
  }

  /** A list of texts, or one text in old rules. */
  private static Reading<List<String>> names(Registry registry, String key) {
    return registry
        .list(key, "Name")
        .map(list -> list.orElse(List.of()))
        .or(() -> registry.text(key, "Name").map(text -> text.stream().toList()));
  }
}
