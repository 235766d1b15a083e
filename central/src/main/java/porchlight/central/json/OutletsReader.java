package porchlight.central.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import porchlight.central.reports.Severity;
import porchlight.central.reports.Word;
import porchlight.central.settings.Hook;
import porchlight.central.settings.Mail;
import porchlight.central.settings.Secret;
import porchlight.central.settings.SettingsFault;

/**
 * Reads the members "webhooks" and "mail" of a settings file. Addresses and passwords stand in
 * files of their own, which only their owner may read.
 */
final class OutletsReader {
  private static final Set<String> HOOK =
      Set.of("name", "kind", "urlFile", "secretFile", "organisations", "severity", "private");
  private static final Set<String> MAIL =
      Set.of("host", "port", "security", "user", "passwordFile", "from", "to", "day", "hour");
  private static final String SIGNING = "whsec_";
  private static final int SHORTEST_SECRET = 24;
  private static final int LAST_PORT = 65_535;

  /** Refuses in the words of the settings file. */
  interface Fault {
    SettingsFault at(String path, String expected);

    /** Refuses what is no object, and members that nobody knows. */
    default void unlessKnown(String path, JsonNode node, Set<String> names) throws SettingsFault {
      if (!node.isObject()) {
        throw at(path, "an object is expected");
      }
      for (Map.Entry<String, JsonNode> member : node.properties()) {
        if (!names.contains(member.getKey())) {
          throw at(
              path + "/" + member.getKey(),
              "one of " + String.join(", ", names.stream().sorted().toList()) + " is expected");
        }
      }
    }
  }

  private final Fault fault;

  OutletsReader(Fault fault) {
    this.fault = fault;
  }

  List<Hook> hooks(JsonNode list) throws SettingsFault {
    if (!list.isArray()) {
      throw fault.at("/webhooks", "a list of webhooks is expected");
    }
    List<Hook> hooks = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (JsonNode node : list) {
      String path = "/webhooks/" + hooks.size();
      Hook hook = hook(path, node);
      if (!names.add(hook.name())) {
        throw fault.at(path + "/name", "a name of its own is expected");
      }
      hooks.add(hook);
    }
    return List.copyOf(hooks);
  }

  private Hook hook(String path, JsonNode node) throws SettingsFault {
    fault.unlessKnown(path, node, HOOK);
    Hook.Kind kind =
        node.has("kind") ? word(path, node, "kind", Hook.Kind.class) : Hook.Kind.CLOUDEVENTS;
    String name = text(path, node, "name");
    if (!name.matches("[A-Za-z0-9._-]{1,40}")) {
      throw fault.at(path + "/name", "1 to 40 of letters, digits, '.', '_' and '-' are expected");
    }
    boolean inside = flag(path, node, "private");
    List<String> lines = secretLines(path, node, "urlFile");
    if (lines.size() != 1 || !isAddress(lines.getFirst(), inside)) {
      throw fault.at(
          path + "/urlFile",
          "one line with an https address is expected (http only to this machine, with private)");
    }
    return new Hook(
        name,
        kind,
        new Secret(lines.getFirst()),
        kind == Hook.Kind.CLOUDEVENTS ? secrets(path, node) : none(path, node, kind),
        Set.copyOf(texts(path + "/organisations", node.path("organisations"))),
        node.has("severity") ? word(path, node, "severity", Severity.class) : Severity.MEDIUM,
        inside);
  }

  private static boolean isAddress(String text, boolean inside) {
    try {
      URI uri = new URI(text);
      String host = String.valueOf(uri.getHost());
      boolean here =
          host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
      return uri.getHost() != null
          && uri.getUserInfo() == null
          && uri.getPort() != 0
          && uri.getPort() <= LAST_PORT
          && ("https".equals(uri.getScheme())
              || ("http".equals(uri.getScheme()) && here && inside));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private List<Secret> secrets(String path, JsonNode node) throws SettingsFault {
    List<Secret> secrets = new ArrayList<>();
    for (String line : secretLines(path, node, "secretFile")) {
      if (!isSecret(line)) {
        throw fault.at(
            path + "/secretFile",
            "lines of whsec_ and the base64 of " + SHORTEST_SECRET + " bytes or more are expected");
      }
      secrets.add(new Secret(line.substring(SIGNING.length())));
    }
    if (secrets.isEmpty() || secrets.size() > 2) {
      throw fault.at(path + "/secretFile", "one secret is expected, or two while it is changed");
    }
    return List.copyOf(secrets);
  }

  private static boolean isSecret(String line) {
    try {
      return line.startsWith(SIGNING)
          && Base64.getDecoder().decode(line.substring(SIGNING.length())).length >= SHORTEST_SECRET;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private List<Secret> none(String path, JsonNode node, Hook.Kind kind) throws SettingsFault {
    if (node.has("secretFile")) {
      throw fault.at(path + "/secretFile", "nothing is expected: " + Word.of(kind) + " knows none");
    }
    return List.of();
  }

  Mail mail(JsonNode node) throws SettingsFault {
    String path = "/mail";
    fault.unlessKnown(path, node, MAIL);
    String host = text(path, node, "host");
    Mail.Security security =
        node.has("security")
            ? word(path, node, "security", Mail.Security.class)
            : Mail.Security.STARTTLS;
    if (security == Mail.Security.NONE && !Set.of("127.0.0.1", "localhost", "::1").contains(host)) {
      throw fault.at(path + "/security", "starttls or tls is expected for another machine");
    }
    return new Mail(
        host,
        number(path, node, "port", 1, 65_535, security == Mail.Security.TLS ? 465 : 587),
        security,
        login(path, node),
        address(path + "/from", text(path, node, "from")),
        recipients(path + "/to", node.path("to")),
        node.has("day") ? word(path, node, "day", DayOfWeek.class) : DayOfWeek.MONDAY,
        number(path, node, "hour", 0, 23, 6));
  }

  private Optional<Mail.Login> login(String path, JsonNode node) throws SettingsFault {
    if (!node.has("user") && !node.has("passwordFile")) {
      return Optional.empty();
    }
    List<String> lines = secretLines(path, node, "passwordFile");
    if (lines.size() != 1) {
      throw fault.at(path + "/passwordFile", "one line with a password is expected");
    }
    return Optional.of(new Mail.Login(text(path, node, "user"), new Secret(lines.getFirst())));
  }

  private Map<String, List<String>> recipients(String path, JsonNode node) throws SettingsFault {
    if (!node.isObject() || node.isEmpty()) {
      throw fault.at(path, "an object of organisations with their recipients is expected");
    }
    Map<String, List<String>> to = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      String at = path + "/" + member.getKey();
      List<String> addresses = texts(at, member.getValue());
      for (String one : addresses) {
        address(at, one);
      }
      to.put(member.getKey(), addresses);
    }
    return to;
  }

  private String address(String path, String text) throws SettingsFault {
    if (!text.matches("[^@\\s<>,;:\"()\\[\\]\\\\]{1,64}@[A-Za-z0-9.-]{1,255}")) {
      throw fault.at(path, "a mail address is expected, such as desk@example.com");
    }
    return text;
  }

  private List<String> secretLines(String path, JsonNode node, String name) throws SettingsFault {
    Path file = Path.of(text(path, node, name));
    try {
      if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
        Set<PosixFilePermission> may = Files.getPosixFilePermissions(file);
        if (may.contains(PosixFilePermission.GROUP_READ)
            || may.contains(PosixFilePermission.OTHERS_READ)) {
          throw fault.at(path + "/" + name, "a file that only its owner may read is expected");
        }
      }
      return Files.readAllLines(file).stream()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .toList();
    } catch (IOException e) {
      throw fault.at(
          path + "/" + name, file + " cannot be read (" + e.getClass().getSimpleName() + ")");
    }
  }

  private String text(String path, JsonNode node, String name) throws SettingsFault {
    JsonNode value = node.path(name);
    if (!value.isTextual() || value.asText().isBlank()) {
      throw fault.at(path + "/" + name, "a text is expected");
    }
    return value.asText();
  }

  private List<String> texts(String path, JsonNode node) throws SettingsFault {
    List<String> texts = new ArrayList<>();
    if (!node.isMissingNode() && !node.isArray()) {
      throw fault.at(path, "a list of texts is expected");
    }
    for (JsonNode one : node) {
      if (!one.isTextual() || one.asText().isBlank()) {
        throw fault.at(path, "a list of texts is expected");
      }
      texts.add(one.asText());
    }
    return List.copyOf(texts);
  }

  private boolean flag(String path, JsonNode node, String name) throws SettingsFault {
    if (node.has(name) && !node.path(name).isBoolean()) {
      throw fault.at(path + "/" + name, "true or false is expected");
    }
    return node.path(name).asBoolean(false);
  }

  private int number(String path, JsonNode node, String name, int least, int most, int otherwise)
      throws SettingsFault {
    JsonNode value = node.path(name);
    if (value.isMissingNode()) {
      return otherwise;
    }
    if (!value.isInt() || value.intValue() < least || value.intValue() > most) {
      throw fault.at(
          path + "/" + name, "a whole number from " + least + " to " + most + " is expected");
    }
    return value.intValue();
  }

  private <E extends Enum<E>> E word(String path, JsonNode node, String name, Class<E> type)
      throws SettingsFault {
    try {
      return Word.parse(type, text(path, node, name));
    } catch (IllegalArgumentException e) {
      throw fault.at(
          path + "/" + name,
          "one of "
              + String.join(", ", Arrays.stream(type.getEnumConstants()).map(Word::of).toList())
              + " is expected");
    }
  }
}
