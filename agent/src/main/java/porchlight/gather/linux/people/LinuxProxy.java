package porchlight.gather.linux.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import porchlight.facts.Proxy;
import porchlight.facts.Proxy.Setting;
import porchlight.facts.Proxy.Way;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.Unseen;
import porchlight.gather.linux.people.Accounts.Person;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question.Modified;

/**
 * The proxies that programs on this Linux are told of: by the environment, and by the settings of
 * the desktops, for every person.
 */
public final class LinuxProxy {
  /** There when pacrunner is, to which NetworkManager hands what the network says of proxies. */
  static final Modified PACRUNNER =
      new Modified("/usr/share/dbus-1/system-services/org.pacrunner.service");

  private final Machine machine;
  private final List<Setting> settings = new ArrayList<>();
  private Optional<Unseen> unseen = Optional.empty();

  private LinuxProxy(Machine machine) {
    this.machine = machine;
  }

  public static Reading<Proxy> read(Machine machine) {
    var proxies = new LinuxProxy(machine);
    ProxyEnvironment.read(machine).forEach(proxies::add);
    proxies.desktops();
    if (!(machine.ask(PACRUNNER) instanceof Answer.Missing)) {
      proxies.add(
          Reading.unknown(
              Reason.NOT_SUPPORTED, "what pacrunner was told by the network is not read"));
    }
    return Reading.known(new Proxy(proxies.settings, proxies.unseen));
  }

  private void add(Reading<List<Setting>> some) {
    switch (some) {
      case Reading.Known<List<Setting>>(var known) -> settings.addAll(known);
      case Reading.Unknown<List<Setting>>(var reason, var detail) -> {
        // What somebody can do something about comes first.
        if (unseen.isEmpty() || reason == Reason.NEEDS_PRIVILEGE) {
          unseen = Optional.of(new Unseen(reason, detail));
        }
      }
    }
  }

  private void desktops() {
    switch (Sessions.read(machine)) {
      case Reading.Unknown<Map<String, Sessions.Kind>> unknown -> add(unknown.as());
      case Reading.Known<Map<String, Sessions.Kind>>(var desktops) -> {
        if (!desktops.isEmpty()) {
          people(List.copyOf(desktops.values()));
        }
      }
    }
  }

  private void people(List<Sessions.Kind> desktops) {
    switch (Accounts.read(machine)) {
      case Reading.Unknown<Accounts> unknown -> add(unknown.as());
      case Reading.Known<Accounts>(var accounts) -> {
        for (Person person : accounts.people()) {
          if (desktops.contains(Sessions.Kind.PLASMA)) {
            add(person, "KDE Plasma", PlasmaProxy.read(machine, person));
          }
          if (desktops.contains(Sessions.Kind.GNOME)) {
            add(person, "GNOME", GnomeProxy.read(machine, person));
          } else if (desktops.contains(Sessions.Kind.OTHER)) {
            other(person);
          }
        }
        if (!accounts.others().isEmpty()) {
          add(Reading.unknown(Reason.NOT_SUPPORTED, accounts.others()));
        }
      }
    }
  }

  /** Other desktops go by GNOME's settings, or have none of their own. */
  private void other(Person person) {
    Reading<List<Way>> ways = GnomeProxy.read(machine, person);
    boolean none =
        ways instanceof Reading.Unknown<List<Way>>(var reason, var detail)
            && reason == Reason.TOOL_MISSING
            && detail.startsWith(GnomeSettings.NO_SCHEMA);
    if (!none) {
      add(person, "GNOME's settings", ways);
    }
  }

  private void add(Person person, String where, Reading<List<Way>> ways) {
    add(
        ways.map(
            known -> known.stream().map(way -> new Setting(where, person.name(), way)).toList()));
  }
}
