package porchlight.gather.macos.network;

import java.util.List;
import java.util.Optional;
import porchlight.facts.Firewall;
import porchlight.facts.Firewall.Ports;
import porchlight.facts.Firewall.Protocol;
import porchlight.facts.Firewall.Side;
import porchlight.facts.Listening.Reach;
import porchlight.facts.Listening.Service;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.gather.macos.SwVers;
import porchlight.gather.macos.SystemExtensions;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question;

/**
 * What strangers reach of a Mac. Its firewall decides by program, not by port: what listens is let
 * in unless all is blocked, because signed programs are let in by default and nearly all are
 * signed. It is alike for IPv4 and IPv6.
 */
public final class MacFirewall {
  /** All that may be asked. */
  public static final List<Question> QUESTIONS =
      List.of(
          SocketFilter.STATE,
          FirewallProfile.PROFILE,
          Netstat.SOCKETS,
          Netstat.SOCKETS6,
          Pf.INFO,
          Pf.RULES,
          Pf.FILE,
          SystemExtensions.LIST);

  private MacFirewall() {}

  public static Reading<Firewall> read(Machine machine) {
    return state(machine)
        .map(alf -> {
          Firewall firewall = firewall(machine, alf.state());
          return alf.state() == AlfState.OFF
              ? firewall // nothing of it is in force
              : new Firewall(firewall.ipv4(), firewall.ipv6(), alf.settings());
        });
  }

  /** From 15.0 on the tool is root's alone, and in 26 everybody's again. */
  private static Reading<Alf> state(Machine machine) {
    boolean old =
        SwVers.read(machine) instanceof Known<SwVers>(var system)
            && !system.version().major().equals("15");
    return old
        ? tool(machine).or(() -> profile(machine))
        : profile(machine).or(() -> tool(machine));
  }

  private static Reading<Alf> tool(Machine machine) {
    Answer answer = machine.ask(SocketFilter.STATE);
    return SocketFilter.read(answer).map(state -> new Alf(state, SocketFilter.settings(answer)));
  }

  private static Reading<Alf> profile(Machine machine) {
    Answer answer = machine.ask(FirewallProfile.PROFILE);
    return FirewallProfile.read(answer)
        .map(state -> new Alf(state, FirewallProfile.settings(answer)));
  }

  private static Firewall firewall(Machine machine, AlfState state) {
    return switch (state) {
      case OFF -> {
        Side side = withoutAlf(machine);
        yield new Firewall(side, side);
      }
      case PROGRAMS ->
          switch (MacListening.sockets(machine)) {
            case Known<List<Service>>(var services) ->
                new Firewall(letIn(services, Reach.IPV4), letIn(services, Reach.IPV6));
            case Unknown<List<Service>>(var reason, var detail) -> {
              Side side =
                  Side.unknown(
                      "the firewall lets in what listens, and that is not known: " + detail);
              yield new Firewall(side, side);
            }
          };
      case BLOCK_ALL -> new Firewall(Side.only(needed(68)), Side.only(needed(546)));
    };
  }

  /** Open is only what nobody else can be keeping shut. */
  private static Side withoutAlf(Machine machine) {
    return switch (Pf.filters(machine)) {
      case Known<Boolean>(var own) ->
          own ? off("pf has rules of its own, which are not read") : withoutPf(machine);
      case Unknown<Boolean>(var reason, var detail) ->
          off("whether pf has rules of its own could not be told: " + detail);
    };
  }

  private static Side withoutPf(Machine machine) {
    return switch (OtherFilters.inbound(machine.ask(SystemExtensions.LIST))) {
      case Known<Optional<String>>(var other) ->
          other.map(name -> off(name + " is on, which is not read")).orElseGet(Side::open);
      case Unknown<Optional<String>>(var reason, var detail) ->
          off("whether another maker's is on could not be told: " + detail);
    };
  }

  private static Side off(String what) {
    return Side.unknown("the firewall of macOS is off, and " + what);
  }

  private static Side letIn(List<Service> services, Reach family) {
    List<Ports> ports =
        services.stream()
            .filter(service -> service.reach() == family || service.reach() == Reach.BOTH)
            .map(service -> new Ports(service.protocol(), service.port(), service.port()))
            .distinct()
            .sorted()
            .toList();
    return ports.isEmpty() ? Side.blocked() : Side.only(ports);
  }

  /** Even when all is blocked: DHCP, IPsec and Bonjour. */
  private static List<Ports> needed(int dhcp) {
    return List.of(udp(dhcp), udp(500), udp(4500), udp(5353)).stream().sorted().toList();
  }

  private static Ports udp(int port) {
    return new Ports(Protocol.UDP, port, port);
  }
}
