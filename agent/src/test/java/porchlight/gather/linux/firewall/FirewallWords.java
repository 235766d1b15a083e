package porchlight.gather.linux.firewall;

import java.util.Optional;
import porchlight.facts.Firewall;
import porchlight.facts.Reading.Known;
import porchlight.machine.LocalMachine;

/** Prints what is said of this machine, and in its last line the two words, to try by hand. */
final class FirewallWords {
  private FirewallWords() {}

  public static void main(String[] arguments) {
    var reading = LinuxFirewall.read(new LocalMachine(), Optional.empty());
    System.out.println(reading);
    System.out.println(
        reading instanceof Known<Firewall>(var firewall)
            ? firewall.ipv4().inbound().word() + " " + firewall.ipv6().inbound().word()
            : "unknown unknown");
  }
}
