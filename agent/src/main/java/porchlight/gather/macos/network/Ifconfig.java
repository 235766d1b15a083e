package porchlight.gather.macos.network;

import java.util.ArrayList;
import java.util.List;
import porchlight.facts.IpAddress;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.macos.Refusal;
import porchlight.machine.Answer;
import porchlight.machine.LinkName;
import porchlight.machine.Machine;
import porchlight.machine.Run;

/** {@code ifconfig} for one interface: its addresses. */
record Ifconfig(List<IpAddress> addresses) {
  static final Run LINK = Run.of("ifconfig", Run.LINK);

  Ifconfig {
    addresses = List.copyOf(addresses);
  }

  static Reading<Ifconfig> of(Machine machine, LinkName link) {
    Run question = LINK.on(link);
    return read(question, link, machine.ask(question));
  }

  static Reading<Ifconfig> read(Run question, LinkName link, Answer answer) {
    return Answers.read(
        question,
        answer,
        said ->
            said.code() == 0 && said.text().startsWith(link.value() + ": flags=")
                ? Reading.known(parse(said.text()))
                : Refusal.because(question, said));
  }

  private static Ifconfig parse(String text) {
    var found = new ArrayList<IpAddress>();
    for (String line : text.lines().skip(1).toList()) {
      String[] words = line.strip().split("\\s+", 3);
      if (!line.startsWith("\t") && !line.startsWith(" ")) {
        break; // another interface
      }
      if (words.length > 1 && (words[0].equals("inet") || words[0].equals("inet6"))) {
        IpAddress.of(words[1].replaceFirst("%.*", "")).ifPresent(found::add);
      }
    }
    return new Ifconfig(found);
  }

  /** Whether anything beyond the link itself can answer there; iCloud's idle tunnels have none. */
  boolean isRoutable(boolean ipv4) {
    return addresses.stream()
        .anyMatch(address -> address.isIpv4() == ipv4 && !isLinkLocal(address));
  }

  boolean isRoutable() {
    return isRoutable(true) || isRoutable(false);
  }

  private static boolean isLinkLocal(IpAddress address) {
    return address.isIpv4() ? address.low() >>> 16 == 0xa9fe : address.high() >>> 54 == 0x3fa;
  }
}
