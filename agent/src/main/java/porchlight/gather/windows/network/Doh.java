package porchlight.gather.windows.network;

import java.util.List;
import java.util.Optional;
import porchlight.facts.Dns.Transport;
import porchlight.facts.IpAddress;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.gather.windows.Registry;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question;
import porchlight.machine.ReadRegistry;
import porchlight.machine.WindowsNative;

/**
 * Whether Windows encrypts its queries to a server. That a server is known to be able to says
 * nothing; what is set for an adapter does, and what Windows' own library must confirm.
 */
final class Doh {
  private static final String LINKS =
      "HKLM\\SYSTEM\\CurrentControlSet\\Services\\Dnscache\\InterfaceSpecificParameters";
  private static final String CACHE =
      "HKLM\\SYSTEM\\CurrentControlSet\\Services\\Dnscache\\Parameters";
  private static final String ABLE = CACHE + "\\DohWellKnownServers";

  static final WindowsNative NATIVE = DohLibrary.NATIVE;
  static final ReadRegistry SETTINGS =
      new ReadRegistry(LINKS + "\\*\\DohInterfaceSettings\\*\\*", "DohFlags", "DohTemplate");
  static final ReadRegistry ABLE_SERVERS = new ReadRegistry(ABLE + "\\*", "Template");
  static final ReadRegistry SERVICE = new ReadRegistry(CACHE, "EnableAutoDoh", "EnableMDNS");

  /** All that may be asked. */
  static final List<Question> QUESTIONS =
      List.of(NATIVE, SETTINGS, ABLE_SERVERS, SERVICE, DnsPolicy.POLICY);

  private static final int BY_ITSELF = 1;
  private static final int BY_TEMPLATE = 2;
  private static final int FALLS_BACK = 4;
  private static final int DISCOVERED = 16;

  private final Machine machine;
  private final Reading<Registry> settings;
  private final Optional<Long> policy;
  private final Optional<Long> auto;
  private final boolean isKnown;

  private Doh(Machine machine) {
    this.machine = machine;
    this.settings = Registry.read(machine, SETTINGS);
    var wanted = DnsPolicy.number(machine, "DoHPolicy");
    var service =
        Registry.read(machine, SERVICE).flatMap(known -> known.number(CACHE, "EnableAutoDoh"));
    this.policy = orNone(wanted);
    this.auto = orNone(service);
    this.isKnown = wanted instanceof Known && service instanceof Known;
  }

  private static Optional<Long> orNone(Reading<Optional<Long>> number) {
    return number instanceof Known<Optional<Long>>(var known) ? known : Optional.empty();
  }

  static Doh read(Machine machine) {
    return new Doh(machine);
  }

  /** How queries to that server of an adapter travel. */
  Transport transport(Adapter adapter, String address) {
    if (IpAddress.of(address).filter(IpAddress::isLoopback).isPresent()) {
      return Transport.NOT_TOLD; // a program here sends them on
    }
    Answer told = machine.ask(NATIVE);
    if (told instanceof Answer.Missing) {
      return Transport.PLAIN; // this Windows is too old for anything else
    }
    if (!isKnown || adapter.guid().isEmpty() || !(settings instanceof Known<Registry>(var keys))) {
      return Transport.NOT_TOLD;
    }
    return switch (policy.orElse(2L).intValue()) {
      case 1 -> Transport.PLAIN;
      case 2 -> set(keys, adapter, address, told);
      case 3 -> Transport.NOT_TOLD; // demanded; whether the server can is not
      default -> Transport.NOT_TOLD;
    };
  }

  private Transport set(Registry keys, Adapter adapter, String address, Answer told) {
    var flags = flags(keys, adapter.guid(), address);
    var confirmed = DohLibrary.confirmed(told, adapter.guid(), address);
    if (flags.isEmpty() || confirmed.isEmpty()) {
      return Transport.NOT_TOLD;
    }
    long bits = flags.get();
    if (bits == 0) {
      return confirmed.get() || auto.orElse(0L) != 0 ? Transport.NOT_TOLD : Transport.PLAIN;
    }
    if ((bits & (BY_ITSELF | BY_TEMPLATE)) == 0) {
      return (bits & DISCOVERED) != 0 ? Transport.OPPORTUNISTIC : Transport.NOT_TOLD;
    }
    if (!confirmed.get()) {
      return Transport.NOT_TOLD;
    }
    return (bits & FALLS_BACK) != 0 ? Transport.OPPORTUNISTIC : Transport.AUTHENTICATED;
  }

  /** What is set for it, 0 for nothing; empty when that is not understood or leads nowhere. */
  private Optional<Long> flags(Registry keys, String guid, String address) {
    for (String family : List.of("Doh", "Doh6")) {
      String above = LINKS + "\\" + guid + "\\DohInterfaceSettings\\" + family;
      if (keys.denied(above)) {
        return Optional.empty();
      }
      for (String server : keys.subkeys(above)) {
        if (IpAddress.of(server).map(IpAddress::text).filter(address::equals).isPresent()) {
          return flags(keys, above + "\\" + server, isAble(address));
        }
      }
    }
    return Optional.of(0L);
  }

  private static Optional<Long> flags(Registry keys, String key, boolean isAble) {
    if (!(keys.number(key, "DohFlags") instanceof Known<Optional<Long>>(var flags))
        || !(keys.text(key, "DohTemplate") instanceof Known<Optional<String>>(var template))) {
      return Optional.empty();
    }
    long bits = flags.orElse(0L);
    boolean byItself = (bits & BY_ITSELF) != 0 && isAble;
    boolean byTemplate =
        (bits & BY_TEMPLATE) != 0 && template.filter(one -> one.startsWith("https://")).isPresent();
    boolean isSet = (bits & (BY_ITSELF | BY_TEMPLATE)) != 0;
    return isSet && !byItself && !byTemplate ? Optional.empty() : Optional.of(bits);
  }

  private boolean isAble(String address) {
    return Registry.read(machine, ABLE_SERVERS) instanceof Known<Registry>(var able)
        && able.subkeys(ABLE).stream()
            .anyMatch(one ->
                IpAddress.of(one).map(IpAddress::text).filter(address::equals).isPresent()
                    && able.text(ABLE + "\\" + one, "Template")
                        instanceof Known<Optional<String>>(var template)
                    && template.filter(text -> text.startsWith("https://")).isPresent());
  }
}
