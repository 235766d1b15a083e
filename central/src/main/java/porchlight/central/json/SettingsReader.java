package porchlight.central.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import porchlight.central.settings.Address;
import porchlight.central.settings.Hook;
import porchlight.central.settings.LedgerServer;
import porchlight.central.settings.Mail;
import porchlight.central.settings.Outlets;
import porchlight.central.settings.Settings;
import porchlight.central.settings.SettingsFault;

/** Reads a settings file, JSON with comments; refuses what it does not know, in one line. */
public final class SettingsReader {
  private static final List<String> KNOWN =
      List.of(
          "listen",
          "data",
          "ledger",
          "ledgerPasswordFile",
          "keepDays",
          "reportSeconds",
          "hosts",
          "requestsPerMinute",
          "enrolmentsPerMinute",
          "webhooks",
          "mail",
          "proxies",
          "sessionIdleMinutes",
          "sessionHours",
          "oneTimeCodesFor",
          "tls",
          "oidc");
  private static final String PASSWORD = "PORCHLIGHT_LEDGER_PASSWORD";
  private static final String FILE = "sqlite";
  private static final int MOST_PER_MINUTE = 1_000_000;

  private final Path file;

  private SettingsReader(Path file) {
    this.file = file;
  }

  /** The settings in a file, defaults where it says nothing; throws SettingsFault. */
  public static Settings read(Path file) throws SettingsFault {
    try {
      return new SettingsReader(file).settings(Json.COMMENTED.readTree(Files.readString(file)));
    } catch (JsonProcessingException e) {
      throw new SettingsFault(
          file
              + " line "
              + e.getLocation().getLineNr()
              + ": is not JSON: "
              + e.getOriginalMessage().lines().findFirst().orElse(""));
    } catch (IOException e) {
      throw new SettingsFault(file + ": cannot be read: " + e.getClass().getSimpleName());
    }
  }

  private Settings settings(JsonNode node) throws SettingsFault {
    if (!node.isObject()) {
      throw fault("/", "an object is expected");
    }
    Settings settings = Settings.DEFAULTS;
    FrontReader front = new FrontReader(this::fault);
    OutletsReader outlets = new OutletsReader(this::fault);
    List<Hook> hooks = List.of();
    Optional<Mail> mail = Optional.empty();
    Optional<LedgerServer> server = Optional.empty();
    Optional<String> password = Optional.ofNullable(System.getenv(PASSWORD));
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      String path = "/" + member.getKey();
      JsonNode value = member.getValue();
      int requests = settings.requestsPerMinute();
      int enrolments = settings.enrolmentsPerMinute();
      switch (member.getKey()) {
        case "listen" -> settings = settings.withListen(address(path, text(path, value)));
        case "data" -> settings = settings.withData(Path.of(text(path, value)));
        case "ledger" -> server = server(path, text(path, value));
        case "ledgerPasswordFile" -> password = Optional.of(secret(path, text(path, value)));
        case "keepDays" -> settings = settings.withKeepDays(days(path, value));
        case "reportSeconds" -> settings = settings.withCadence(seconds(path, value));
        case "hosts" -> settings = settings.withHosts(names(path, value));
        case "requestsPerMinute" ->
            settings = settings.withLimits(perMinute(path, value), enrolments);
        case "enrolmentsPerMinute" ->
            settings = settings.withLimits(requests, perMinute(path, value));
        case "webhooks" -> hooks = outlets.hooks(value);
        case "mail" -> mail = Optional.of(outlets.mail(value));
        case "proxies", "sessionIdleMinutes", "sessionHours", "oneTimeCodesFor", "tls", "oidc" ->
            front.read(member.getKey(), value);
        default -> throw fault(path, "no such setting");
      }
    }
    settings = settings.withOutlets(new Outlets(hooks, mail)).withFront(front.front());
    if (server.isEmpty()) {
      return settings;
    }
    return settings.withServer(
        password.isPresent() ? server.get().with(password.get()) : server.get());
  }

  private Optional<LedgerServer> server(String path, String text) throws SettingsFault {
    try {
      return text.equals(FILE) ? Optional.empty() : Optional.of(LedgerServer.parse(text));
    } catch (IllegalArgumentException e) {
      throw fault(path, String.valueOf(e.getMessage()));
    }
  }

  private String secret(String path, String name) throws SettingsFault {
    try {
      String secret = Files.readString(Path.of(name)).strip();
      if (secret.isEmpty()) {
        throw fault(path, "a file with a password is expected: it is empty");
      }
      return secret;
    } catch (IOException | InvalidPathException e) {
      throw fault(path, "a file that can be read is expected: " + e.getClass().getSimpleName());
    }
  }

  private Address address(String path, String text) throws SettingsFault {
    try {
      return Address.parse(text);
    } catch (IllegalArgumentException e) {
      throw fault(path, String.valueOf(e.getMessage()));
    }
  }

  private Duration seconds(String path, JsonNode value) throws SettingsFault {
    if (!value.isInt()
        || value.intValue() < Settings.SHORTEST_SECONDS
        || value.intValue() > Settings.LONGEST_SECONDS) {
      throw fault(path, "a whole number of seconds from 60 to 86400 is expected");
    }
    return Duration.ofSeconds(value.intValue());
  }

  private int days(String path, JsonNode value) throws SettingsFault {
    if (!value.isInt() || value.intValue() < 1 || value.intValue() > Settings.LONGEST_DAYS) {
      throw fault(
          path, "a whole number of days from 1 to " + Settings.LONGEST_DAYS + " is expected");
    }
    return value.intValue();
  }

  private int perMinute(String path, JsonNode value) throws SettingsFault {
    if (!value.isInt() || value.intValue() < 1 || value.intValue() > MOST_PER_MINUTE) {
      throw fault(path, "a whole number from 1 to " + MOST_PER_MINUTE + " is expected");
    }
    return value.intValue();
  }

  private Set<String> names(String path, JsonNode value) throws SettingsFault {
    if (!value.isArray()) {
      throw fault(path, "a list of host names is expected");
    }
    Set<String> names = new HashSet<>();
    for (JsonNode name : value) {
      names.add(text(path, name).toLowerCase(Locale.ROOT));
    }
    return Set.copyOf(names);
  }

  private String text(String path, JsonNode value) throws SettingsFault {
    if (!value.isTextual() || value.asText().isBlank()) {
      throw fault(path, "a text is expected");
    }
    return value.asText();
  }

  private SettingsFault fault(String path, String expected) {
    return new SettingsFault(
        file + " " + path + ": " + expected + " (known: " + String.join(", ", KNOWN) + ")");
  }
}
