package porchlight.gather.linux.dns;

import java.util.List;
import porchlight.facts.Dns;
import porchlight.facts.Dns.Resolver;
import porchlight.facts.Dns.Transport;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;

/** What systemd-resolved prints, as tests spell it, and what was made of it. */
abstract class SystemdResolved {
  static final String STUB = "nameserver 127.0.0.53\noptions edns0 trust-ad\nsearch .\n";

  static String global(String tls) {
    return "Global\n  Protocols: +LLMNR " + tls + "DNSOverTLS DNSSEC=no/unsupported\n\n";
  }

  static String link(String name, String protocols, String servers, String domain) {
    String tls = protocols.contains("DNSOverTLS") ? "" : " -DNSOverTLS";
    return """
    Link 2 (%s)
        Current Scopes: DNS
             Protocols: %s%s -mDNS
                        DNSSEC=no/unsupported
           DNS Servers: %s
            DNS Domain: %s

    """
        .formatted(name, protocols, tls, servers, domain);
  }

  static List<String> addresses(List<Resolver> resolvers) {
    return resolvers.stream().map(Resolver::address).toList();
  }

  static List<Resolver> resolvers(Reading<Dns> reading) {
    if (reading instanceof Known<Dns>(var dns)) {
      return dns.resolvers();
    }
    throw new AssertionError(reading);
  }

  static Reason reason(Reading<Dns> reading) {
    return reading instanceof Unknown<Dns>(var reason, var detail) ? reason : Reason.TURNED_OFF;
  }

  static Resolver wlan0(String address, Transport transport) {
    return new Resolver(address, "wlan0", transport);
  }

  static Reading<Dns> dns(String by, List<Resolver> resolvers) {
    return Reading.known(new Dns(resolvers, by));
  }
}
