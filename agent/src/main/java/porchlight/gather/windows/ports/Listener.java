package porchlight.gather.windows.ports;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import porchlight.facts.Firewall.Protocol;
import porchlight.facts.IpAddress;

/**
 * A socket that waits, and whose it is.
 *
 * @param address without brackets or zone, as it was told
 * @param program the name of its file; empty where it is not told
 * @param services those that its process may be running; several share one
 * @param packaged whether its program is a Store app's
 * @param hidden whether its process was not shown, so that it may be one, or a service's
 */
public record Listener(
    Protocol protocol,
    String address,
    int port,
    String program,
    List<String> services,
    boolean packaged,
    boolean hidden) {
  /** Of the system itself, and shown to nobody but administrators: no app, and no more services. */
  private static final Set<String> CORE =
      Set.of(
          "system",
          "wininit.exe",
          "services.exe",
          "lsass.exe",
          "lsaiso.exe",
          "svchost.exe",
          "spoolsv.exe");

  /** As old programs are told of by file systems that only had eight letters. */
  private static final Pattern SHORT = Pattern.compile("~\\d");

  public Listener {
    services = List.copyOf(services);
  }

  /** Told by an address that nobody understands, it is taken for one that strangers reach. */
  public boolean isLoopback() {
    return IpAddress.of(address).map(IpAddress::isLoopback).orElse(false);
  }

  public boolean isIpv6() {
    return address.indexOf(':') >= 0;
  }

  /** Whether that may be its program; a short name such as {@code MYSERV~1.EXE} may be any. */
  public boolean mayBe(String other) {
    return program.isEmpty() || program.equalsIgnoreCase(other) || SHORT.matcher(other).find();
  }

  /** Whether an app or a service that nobody tells of may be behind it. */
  public boolean mayHide() {
    return hidden && services.isEmpty() && !CORE.contains(program.toLowerCase(Locale.ROOT));
  }

  /** Whether that may be the service that waits there. */
  public boolean mayServe(String service) {
    if (services.isEmpty()) {
      return program.isEmpty() || program.toLowerCase(Locale.ROOT).equals("svchost.exe");
    }
    return services.stream().anyMatch(one -> one.equalsIgnoreCase(service));
  }
}
