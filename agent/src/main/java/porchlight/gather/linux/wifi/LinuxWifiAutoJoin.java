package porchlight.gather.linux.wifi;

import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.WifiAutoJoin;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question.ListFolder;

/** The saved networks that this Linux joins by itself, whichever program joins them. */
public final class LinuxWifiAutoJoin {
  static final ListFolder CONNMAN = new ListFolder("/var/lib/connman");
  static final ListFolder WICD = new ListFolder("/etc/wicd");
  static final ListFolder NETCTL = new ListFolder("/etc/netctl");

  private LinuxWifiAutoJoin() {}

  public static Reading<WifiAutoJoin> read(Machine machine) {
    return Adapters.links(machine)
        .flatMap(links ->
            links.isEmpty() ? Reading.known(new WifiAutoJoin.NoAdapter()) : saved(machine));
  }

  private static Reading<WifiAutoJoin> saved(Machine machine) {
    SavedNetworks all =
        NmProfiles.read(machine)
            .and(IwdKnown.read(machine))
            .and(WpaConf.read(machine))
            .and(Ifupdown.read(machine))
            .and(notRead(machine, CONNMAN, "ConnMan's saved networks are not read"))
            .and(notRead(machine, WICD, "the saved networks of wicd are not read"))
            .and(notRead(machine, NETCTL, "the profiles of netctl are not read"));
    return all.there()
        ? Reading.known(all.fact())
        : Reading.unknown(
            Reason.NOT_SUPPORTED,
            "there is a Wi-Fi adapter, and no program that joins networks was found");
  }

  /** There is something; folders within do not count, which hold examples. */
  private static SavedNetworks notRead(Machine machine, ListFolder folder, String what) {
    Answer answer = machine.ask(folder);
    boolean isEmpty =
        answer instanceof Answer.Missing
            || (answer instanceof Answer.Said said
                && said.text().lines().allMatch(name -> name.endsWith("/"))
                && !folder.equals(CONNMAN));
    return isEmpty
        ? SavedNetworks.absent()
        : SavedNetworks.unseen(new Reading.Unknown<>(Reason.NOT_SUPPORTED, what));
  }
}
