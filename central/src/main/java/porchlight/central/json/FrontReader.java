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
  private static final Set<String> ROLES = Set.of("admin", "tech", "client");
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
    SessionRule rule = front.sessions();
    front =
        switch (member) {
          case "proxies" -> front.withProxies(addresses(path, value));
          case "sessionIdleMinutes" ->
              front.withSessions(
                  new SessionRule(
                      Duration.ofMinutes(number(path, value, 5, MOST_IDLE_MINUTES)),
                      rule.longest()));
          case "sessionHours" ->
              front.withSessions(
                  new SessionRule(
                      rule.idle(), Duration.ofHours(number(path, value, 1, MOST_HOURS))));
          case "oneTimeCodesFor" -> front.withCodesFor(roles(path, value));
          case "tls" -> front.withTls(tls(path, value));
          case "oidc" -> front.withCompany(company(path, value));
          default -> throw fault.at(path, "no such setting");
        };
  }

  private Set<String> roles(String path, JsonNode value) throws SettingsFault {
    Set<String> roles = new HashSet<>();
    for (JsonNode one : value) {
      roles.add(one.asText());
    }
    if (!value.isArray() || !ROLES.containsAll(roles)) {
      throw fault.at(path, "a list of roles is expected, of admin, tech and client");
    }
    return roles;
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
