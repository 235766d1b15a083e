package porchlight.gather.linux.wifi;

import java.util.List;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.facts.Wifi;
import porchlight.machine.LinkName;
import porchlight.machine.Machine;
import porchlight.machine.Question;

/**
 * The Wi-Fi link of a Linux machine. The kernel knows best ({@code iw}); NetworkManager is believed
 * only where it does not stand on iwd, whose networks it describes wrongly.
 */
public final class LinuxWifi {
  /** All that may be asked. */
  public static final List<Question> QUESTIONS =
      List.of(
          Adapters.LINKS,
          Iw.LINK,
          Iw.SCAN,
          Iw.STATION,
          Iw.INFO,
          IwdOwner.BUSCTL,
          IwdOwner.DBUS_SEND,
          NmcliWifi.DEVICES,
          NmcliWifi.NETWORKS,
          Iwctl.STATION,
          WpaCli.STATUS,
          Settling.WAIT);

  private LinuxWifi() {}

  public static Reading<Wifi> read(Machine machine) {
    return Adapters.links(machine)
        .flatMap(links ->
            links.isEmpty()
                ? Reading.known(new Wifi.NotInUse("no Wi-Fi adapter"))
                : joined(machine, links));
  }

  private static Reading<Wifi> joined(Machine machine, List<LinkName> links) {
    Reading<Wifi> kernel = Weakest.of(links, link -> Iw.wifi(machine, link));
    if (!(kernel instanceof Unknown<Wifi>(var reason, var detail))) {
      return kernel;
    }
    Reading<Wifi> others =
        byDaemon(machine, links).or(() -> Weakest.of(links, link -> WpaCli.wifi(machine, link)));
    return switch (others) {
      case Unknown<Wifi> unknown -> kernel.or(() -> others);
      case Known<Wifi> known when couldNotBeAsked(reason) -> others;
      // It is joined, and others know whether the keys are agreed on.
      case Known<Wifi>(Wifi.Joined joined) when reason == Reason.NOT_SUPPORTED -> others;
      // What the kernel did say and nobody understood is not made good by who knows less of it.
      case Known<Wifi> known -> Weakest.of(List.of(kernel, others));
    };
  }

  private static boolean couldNotBeAsked(Reason reason) {
    return switch (reason) {
      case TOOL_MISSING, NEEDS_PRIVILEGE, NEEDS_CONSENT, TURNED_OFF -> true;
      case NOT_SUPPORTED, TIMED_OUT, NOT_UNDERSTOOD, STALE -> false;
    };
  }

  private static Reading<Wifi> byDaemon(Machine machine, List<LinkName> links) {
    return IwdOwner.isThere(machine)
        .flatMap(iwd ->
            iwd ? Weakest.of(links, link -> Iwctl.wifi(machine, link)) : NmcliWifi.wifi(machine));
  }
}
