package porchlight.gather.linux.firewall;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;

/** One table of nftables, from whichever listing shows it whole. */
final class NftWorld {
  private NftWorld() {}

  /**
   * Its chains. A table that cannot be understood is one chain that nobody knows.
   *
   * @param saved what iptables-nft-save shows, for IPv4 (false) and IPv6 (true)
   */
  static List<Chain.Base> bases(
      NftTable table,
      NftText text,
      NftBytecode bytecode,
      Map<Boolean, Map<String, IptablesSave.Table>> saved) {
    return switch (Nft.isDormant(table, text)) {
      case Unknown<Boolean>(var reason, var detail) -> List.of(opaque(table, detail));
      case Known<Boolean>(Boolean sleeps) when sleeps -> List.of();
      case Known<Boolean> awake ->
          switch (table.family) {
            case "ip", "ip6" -> filtering(table, text, bytecode, saved);
            case "inet", "netdev" -> understood(table, text, bytecode);
            case "bridge" -> List.of(opaque(table, "rules of a bridge"));
            default -> List.of(); // arp sees no TCP and no UDP
          };
    };
  }

  private static List<Chain.Base> filtering(
      NftTable table,
      NftText text,
      NftBytecode bytecode,
      Map<Boolean, Map<String, IptablesSave.Table>> saved) {
    boolean v6 = table.family.equals("ip6");
    Optional<IptablesSave.Table> whole =
        Optional.ofNullable(saved.get(v6))
            .flatMap(tables -> Optional.ofNullable(tables.get(table.name)))
            .filter(found -> table.hasXt && isSame(table, found));
    return whole
        .map(found -> IptablesChains.bases(found, v6, v6 ? "ip6tables" : "iptables"))
        .orElseGet(() -> understood(table, text, bytecode));
  }

  /** iptables-nft-save leaves out what it cannot show; then nft's own listing says more. */
  private static boolean isSame(NftTable table, IptablesSave.Table found) {
    return table.rules.values().stream().mapToInt(List::size).sum() == found.size()
        && found.rules().keySet().containsAll(table.chains.keySet());
  }

  private static List<Chain.Base> understood(NftTable table, NftText text, NftBytecode bytecode) {
    try {
      return new NftChains(table, text, bytecode).bases();
    } catch (NftTable.Odd odd) {
      return List.of(opaque(table, String.valueOf(odd.getMessage())));
    }
  }

  private static Chain.Base opaque(NftTable table, String why) {
    return Chain.Base.opaque(
        table.family + " table: " + why, !table.family.equals("ip6"), !table.family.equals("ip"));
  }
}
