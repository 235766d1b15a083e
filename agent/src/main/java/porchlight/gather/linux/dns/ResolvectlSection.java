package porchlight.gather.linux.dns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.facts.Dns.Transport;
import porchlight.gather.Answers;

/**
 * A part of {@code resolvectl status}: the global one, or one of a link. A value goes on over lines
 * that have no key; that of old versions has {@code DNSOverTLS setting: yes} for today's {@code
 * +DNSOverTLS}.
 *
 * @param link empty for the global part
 */
record ResolvectlSection(boolean isGlobal, String link, Map<String, String> values) {
  private static final Pattern LINK = Pattern.compile("Link \\d+ \\((.+)\\)");
  private static final Pattern DELEGATE = Pattern.compile("Delegate \\S.*");
  private static final Pattern KEY =
      Pattern.compile("\\s*([A-Za-z][A-Za-z0-9./ -]*[A-Za-z0-9]):(?:\\s(.*))?");

  /** systemd 252 leaves out the colon in the global part. */
  private static final Pattern BARE_KEY =
      Pattern.compile("\\s*((?:Fallback |Current )?DNS Servers?|DNS Domain)\\s+(\\S.*)");

  static List<ResolvectlSection> all(String text) {
    var found = new ArrayList<ResolvectlSection>();
    String key = "";
    for (String raw : text.lines().toList()) {
      String line = raw.stripTrailing();
      Matcher link = LINK.matcher(line);
      Matcher entry = entry(line);
      if (line.equals("Global")) {
        found.add(new ResolvectlSection(true, "", new HashMap<>()));
      } else if (link.matches()) {
        found.add(new ResolvectlSection(false, Answers.brief(link.group(1)), new HashMap<>()));
      } else if (DELEGATE.matcher(line).matches()) { // servers for some names only
        found.add(new ResolvectlSection(false, "", new HashMap<>()));
      } else if (found.isEmpty() || line.isBlank()) {
        key = "";
      } else if (entry.matches()) {
        key = entry.group(1);
        String value = entry.group(2) == null ? "" : entry.group(2).strip();
        found.get(found.size() - 1).values.merge(key, value, (one, more) -> one + " " + more);
      } else if (!key.isEmpty()) {
        found
            .get(found.size() - 1)
            .values
            .merge(key, line.strip(), (one, more) -> one + " " + more);
      }
    }
    return found;
  }

  private static Matcher entry(String line) {
    Matcher bare = BARE_KEY.matcher(line);
    return bare.matches() ? bare : KEY.matcher(line);
  }

  /** Empty when there is no such line. */
  String value(String key) {
    return values.getOrDefault(key, "");
  }

  /** A link that is down keeps its servers and is not asked. */
  boolean isInUse() {
    return isGlobal
        || !values.containsKey("Current Scopes")
        || words("Current Scopes").contains("DNS");
  }

  /** The domain {@code ~.} draws all names to a link, away from those with the default route. */
  boolean takesAllNames() {
    return words("DNS Domain").contains("~.") || words("DNS Domain").contains(".");
  }

  boolean hasDefaultRoute() {
    return words("Protocols").contains("+DefaultRoute")
        || value("Default Route").equals("yes")
        || value("DefaultRoute setting").equals("yes");
  }

  /** As if certificates were checked; empty when it is not said. */
  Optional<Transport> transport() {
    var protocols = words("Protocols");
    String setting = value("DNSOverTLS setting");
    if (protocols.contains("+DNSOverTLS") || setting.equals("yes")) {
      return Optional.of(Transport.AUTHENTICATED);
    }
    if (protocols.contains("DNSOverTLS=opportunistic") || setting.equals("opportunistic")) {
      return Optional.of(Transport.OPPORTUNISTIC);
    }
    return protocols.contains("-DNSOverTLS") || setting.equals("no")
        ? Optional.of(Transport.PLAIN)
        : Optional.empty();
  }

  private List<String> words(String key) {
    return List.of(value(key).split("\\s+", -1));
  }
}
