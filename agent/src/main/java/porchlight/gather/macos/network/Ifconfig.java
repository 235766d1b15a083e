package porchlight.gather.macos.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.facts.IpAddress;
import porchlight.facts.Network;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.macos.Refusal;
import porchlight.machine.Answer;
import porchlight.machine.LinkName;
import porchlight.machine.Machine;
import porchlight.machine.Run;

/**
 * {@code ifconfig} for one interface.
 *
 * @param mac its hardware address; empty when it has none
 * @param networks its addresses with their networks' prefixes; no link-local ones
 */
record Ifconfig(String mac, List<Network> networks) {
  static final Run LINK = Run.of("ifconfig", Run.LINK);

  Ifconfig {
    networks = List.copyOf(networks);
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
    var networks = new ArrayList<Network>();
    String mac = "";
    for (String line : text.lines().skip(1).toList()) {
      List<String> words = List.of(line.strip().split("\\s+", -1));
      if (!line.startsWith("\t") && !line.startsWith(" ")) {
        break; // another interface
      }
      if (words.size() > 1 && words.get(0).equals("ether")) {
        mac = Mac.of(words.get(1)).orElse("");
      } else if (words.size() > 1 && words.get(0).startsWith("inet")) {
        IpAddress.of(words.get(1).replaceFirst("%.*", ""))
            .filter(address -> !isLinkLocal(address))
            .map(address -> new Network(address, prefix(address, words)))
            .ifPresent(networks::add);
      }
    }
    return new Ifconfig(mac, networks);
  }

  /** That of one address alone where it is not told. */
  private static int prefix(IpAddress address, List<String> words) {
    int most = address.isIpv4() ? 32 : 128;
    return after(words, address.isIpv4() ? "netmask" : "prefixlen")
        .map(word -> address.isIpv4() ? ones(word) : digits(word))
        .filter(prefix -> prefix >= 0 && prefix <= most)
        .orElse(most);
  }

  private static Optional<String> after(List<String> words, String key) {
    int at = words.indexOf(key);
    return at > 0 && at + 1 < words.size() ? Optional.of(words.get(at + 1)) : Optional.empty();
  }

  /** {@code 0xffffff00} is 24. */
  private static int ones(String mask) {
    if (!mask.matches("0x[0-9a-f]{8}")) {
      return -1;
    }
    int bits = Integer.parseUnsignedInt(mask.substring(2), 16);
    int ones = Integer.bitCount(bits);
    return ones == 0 || bits == -1 << (32 - ones) ? ones : -1;
  }

  private static int digits(String word) {
    return word.matches("[0-9]{1,3}") ? Integer.parseInt(word) : -1;
  }

  /** Whether anything beyond the link itself can answer there; iCloud's idle tunnels have none. */
  boolean isRoutable() {
    return !networks.isEmpty();
  }

  private static boolean isLinkLocal(IpAddress address) {
    return address.isIpv4() ? address.low() >>> 16 == 0xa9fe : address.high() >>> 54 == 0x3fa;
  }
}
