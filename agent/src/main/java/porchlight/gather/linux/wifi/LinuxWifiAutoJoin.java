package porchlight.gather.linux.wifi;

import java.util.List;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.WifiAutoJoin;
import porchlight.machine.Answer;
import porchlight.machine.LinkName;
import porchlight.machine.Machine;
import porchlight.machine.Question.ListFolder;
import porchlight.machine.Question.ReadSettings;

/** The saved networks that this Linux joins by itself, whichever program joins them. */
public final class LinuxWifiAutoJoin {
  static final ListFolder CONNMAN = new ListFolder("/var/lib/connman");

  /** Debian's older way: {@code wireless-essid}, {@code wpa-ssid} or {@code wpa-conf} in it. */
  static final ReadSettings INTERFACES =
      new ReadSettings(
          "/etc/network",
          "interfaces",
          List.of("wireless-essid", "wpa-ssid", "wpa-conf", "wpa-roam", "wpa-key-mgmt"));

  private LinuxWifiAutoJoin() {}

  public static Reading<WifiAutoJoin> read(Machine machine) {
    return Adapters.links(machine)
        .flatMap(links ->
            links.isEmpty() ? Reading.known(new WifiAutoJoin.NoAdapter()) : saved(machine, links));
  }

  private static Reading<WifiAutoJoin> saved(Machine machine, List<LinkName> links) {
    SavedNetworks all =
        NmProfiles.read(machine)
            .and(IwdKnown.read(machine))
            .and(WpaConf.read(machine))
            .and(
                machine.ask(CONNMAN) instanceof Answer.Missing
                    ? SavedNetworks.absent()
                    : notRead("ConnMan's saved networks are not read"))
            .and(
                machine.ask(INTERFACES) instanceof Answer.Said said
                        && said.text().lines().anyMatch(line -> line.strip().startsWith("w"))
                    ? notRead("networks in /etc/network/interfaces are not read")
                    : SavedNetworks.absent());
    return all.there()
        ? Reading.known(all.fact())
        : Reading.unknown(
            Reason.NOT_SUPPORTED,
            links.size() + " Wi-Fi adapter, and no program that joins networks was found");
  }

  private static SavedNetworks notRead(String what) {
    return SavedNetworks.unseen(new Reading.Unknown<>(Reason.NOT_SUPPORTED, what));
  }
}
