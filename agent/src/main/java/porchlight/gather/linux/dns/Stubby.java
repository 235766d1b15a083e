package porchlight.gather.linux.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.facts.Dns.Transport;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.machine.Machine;
import porchlight.machine.Question.ReadFile;

/** stubby: the servers it passes queries on to, and how; settings in a plain form of YAML. */
final class Stubby {
  static final ReadFile SETTINGS = new ReadFile("/etc/stubby/stubby.yml");

  private static final int PORT = 853;

  private Stubby() {}

  static Reading<List<Upstream>> upstreams(Machine machine, List<String> arguments) {
    Optional<String> other = LocalResolver.option(arguments, "C");
    return other.filter(SETTINGS.path()::equals).isEmpty()
        ? LocalResolver.elsewhere("stubby", "-C " + other.orElse("(its own)"))
        : Answers.read(SETTINGS, machine.ask(SETTINGS), said -> read(said.text()));
  }

  private static Reading<List<Upstream>> read(String text) {
    var transports = new ArrayList<String>();
    var addresses = new ArrayList<String>();
    String authentication = "";
    String resolution = "GETDNS_RESOLUTION_STUB";
    String section = "";
    for (String raw : text.lines().toList()) {
      String line = raw.replaceAll("(^|\\s)#.*", "").stripTrailing();
      String bare = line.strip().replaceAll("^-\\s+", "");
      int colon = bare.indexOf(": ");
      String key =
          bare.endsWith(":")
              ? bare.substring(0, bare.length() - 1)
              : colon < 0 ? bare : bare.substring(0, colon).strip();
      String value = colon < 0 ? "" : bare.substring(colon + 1).strip().replaceAll("\"", "");
      boolean isTop =
          !line.isEmpty() && !Character.isWhitespace(line.charAt(0)) && !line.startsWith("-");
      if (isTop) {
        section = key;
      }
      if (line.contains("[") || line.contains("{")) {
        return Answers.notUnderstood(SETTINGS, line);
      }
      if (isTop && key.equals("tls_authentication")) {
        authentication = value;
      } else if (isTop && key.equals("resolution_type")) {
        resolution = value;
      } else if (!isTop && section.equals("dns_transport_list") && !bare.isEmpty()) {
        transports.add(bare);
      } else if (section.equals("upstream_recursive_servers") && key.equals("address_data")) {
        addresses.add(value);
      }
    }
    boolean isStub = resolution.equals("GETDNS_RESOLUTION_STUB");
    if (!isStub || transports.isEmpty() || addresses.isEmpty()) {
      return Answers.notUnderstood(SETTINGS, "no upstream servers or transports");
    }
    Transport transport = transport(transports, authentication);
    var found = new ArrayList<Upstream>();
    for (String address : addresses) {
      var one = Upstream.of(address, '@', PORT, transport);
      if (one.isEmpty()) {
        return Answers.notUnderstood(SETTINGS, address);
      }
      found.add(one.get());
    }
    return Reading.known(found);
  }

  /** It tries its transports one after the other. */
  private static Transport transport(List<String> transports, String authentication) {
    boolean some = transports.contains("GETDNS_TRANSPORT_TLS");
    boolean only = transports.stream().allMatch("GETDNS_TRANSPORT_TLS"::equals);
    if (!only) {
      return some ? Transport.OPPORTUNISTIC : Transport.PLAIN;
    }
    return authentication.equals("GETDNS_AUTHENTICATION_REQUIRED")
        ? Transport.AUTHENTICATED
        : Transport.ENCRYPTED;
  }
}
