package porchlight.central.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import porchlight.central.settings.Company;
import porchlight.central.settings.Front;
import porchlight.central.settings.Secret;
import porchlight.central.settings.SessionRule;
import porchlight.central.settings.SettingsFault;
import porchlight.central.settings.TlsFiles;

/** Reads the members of a settings file that say how people come in. */
final class FrontReader {
  private static final Set<String> TLS = Set.of("certificates", "key");
  private static final Set<String> OIDC =
      Set.of("name", "issuer", "clientId", "secretFile", "back", "claim", "roles");
  private static final int MOST_IDLE_MINUTES = 1_440;
  private static final int MOST_HOURS = 720;
  private final OutletsReader.Fault fault;
  private Front front = Front.DEFAULTS;

  FrontReader(OutletsReader.Fault fault) {
    this.fault = fault;
  }

  Front front() {
    return front;
  }

  void read(String member, JsonNode value) throws SettingsFault {
    String path = "/" + member;
    Set<String> proxies = front.proxies();
    Duration idle = front.sessions().idle();
    Duration longest = front.sessions().longest();
    Optional<TlsFiles> tls = front.tls();
    Optional<Company> company = front.company();
    switch (member) {
      case "proxies" -> proxies = addresses(path, value);
      case "sessionIdleMinutes" ->
          idle = Duration.ofMinutes(number(path, value, 5, MOST_IDLE_MINUTES));
      case "sessionHours" -> longest = Duration.ofHours(number(path, value, 1, MOST_HOURS));
      case "tls" -> tls = Optional.of(tls(path, value));
      case "oidc" -> company = Optional.of(company(path, value));
      default -> throw fault.at(path, "no such setting");
    }
    front = new Front(proxies, new SessionRule(idle, longest), tls, company);
  }

  private int number(String path, JsonNode value, int least, int most) throws SettingsFault {
    if (!value.isInt() || value.intValue() < least || value.intValue() > most) {
      throw fault.at(path, "a whole number from " + least + " to " + most + " is expected");
    }
    return value.intValue();
  }

  private Set<String> addresses(String path, JsonNode value) throws SettingsFault {
    if (!value.isArray()) {
      throw fault.at(path, "a list of addresses is expected");
    }
    Set<String> addresses = new HashSet<>();
    for (JsonNode one : value) {
      if (!one.isTextual() || !one.asText().matches("[0-9a-f.:]{2,45}")) {
        throw fault.at(path, "addresses such as 10.0.0.5 or fd00::5 are expected, no names");
      }
      addresses.add(one.asText());
    }
    return Set.copyOf(addresses);
  }

  private TlsFiles tls(String path, JsonNode node) throws SettingsFault {
    fault.unlessKnown(path, node, TLS);
    return new TlsFiles(file(path, node, "certificates"), file(path, node, "key"));
  }

  private Company company(String path, JsonNode node) throws SettingsFault {
    fault.unlessKnown(path, node, OIDC);
    Map<String, String> roles = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> role : node.path("roles").properties()) {
      String value = role.getValue().asText();
      if (!value.equals("admin")
          && !value.equals("tech")
          && !(value.startsWith(Company.CLIENT) && value.length() > Company.CLIENT.length())) {
        throw fault.at(
            path + "/roles/" + role.getKey(), "admin, tech or client:ORGANISATION is expected");
      }
      roles.put(role.getKey(), value);
    }
    if (roles.isEmpty()) {
      throw fault.at(path + "/roles", "at least one value of the claim is expected");
    }
    return new Company(
        node.has("name") ? text(path, node, "name") : "your company",
        address(path, node, "issuer"),
        text(path, node, "clientId"),
        secret(path, node),
        address(path, node, "back"),
        node.has("claim") ? text(path, node, "claim") : "groups",
        Map.copyOf(roles));
  }

  /** What is said to it is secret, so it goes by TLS or stays on this machine. */
  private URI address(String path, JsonNode node, String name) throws SettingsFault {
    String text = text(path, node, name);
    try {
      URI uri = URI.create(text);
      boolean here = "127.0.0.1".equals(uri.getHost()) || "localhost".equals(uri.getHost());
      if (uri.getHost() != null
          && ("https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && here))) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // Refused below, as any other that is none.
    }
    throw fault.at(path + "/" + name, "an https address is expected");
  }

  private Secret secret(String path, JsonNode node) throws SettingsFault {
    try {
      return new Secret(Files.readString(file(path, node, "secretFile")).strip());
    } catch (IOException e) {
      throw fault.at(
          path + "/secretFile",
          "a file that can be read is expected: " + e.getClass().getSimpleName());
    }
  }

  private Path file(String path, JsonNode node, String name) throws SettingsFault {
    try {
      return Path.of(text(path, node, name));
    } catch (InvalidPathException e) {
      throw fault.at(path + "/" + name, "the name of a file is expected");
    }
  }

  private String text(String path, JsonNode node, String name) throws SettingsFault {
    JsonNode value = node.path(name);
    if (!value.isTextual() || value.asText().isBlank()) {
      throw fault.at(path + "/" + name, "a text is expected");
    }
    return value.asText();
  }
}
