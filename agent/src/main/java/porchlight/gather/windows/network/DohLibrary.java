package porchlight.gather.windows.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.facts.IpAddress;
import porchlight.facts.Reading.Known;
import porchlight.gather.windows.Blocks;
import porchlight.gather.windows.Blocks.Block;
import porchlight.machine.Answer;
import porchlight.machine.WindowsNative;

/** What Windows' own library says of encrypted queries. */
final class DohLibrary {
  static final WindowsNative NATIVE = WindowsNative.DNS_SETTINGS;

  private static final int DOH = 1;

  /** DNS_DOH_SERVER_SETTINGS_ENABLE_AUTO and …_ENABLE: else it merely could be. */
  private static final int ASKED_SO = 3;

  private DohLibrary() {}

  /**
   * Whether the library has that server of an adapter asked so. It numbers the servers that are
   * set, from where is not documented, so only what it says of all of them or of none is taken;
   * empty otherwise, and where it knows of another way than this one.
   */
  static Optional<Boolean> confirmed(Answer told, String guid, String address) {
    if (!(Blocks.read(NATIVE, told) instanceof Known<List<Block>>(var blocks))) {
      return Optional.empty();
    }
    String family = address.indexOf(':') < 0 ? "4" : "6";
    var mine =
        blocks.stream().filter(block -> block.text("family").orElse("").equals(family)).toList();
    Optional<Block> settings =
        mine.stream()
            .filter(block -> block.kind().equals("settings") && isOf(block.name(), guid))
            .filter(block -> block.text("code").isEmpty())
            .findFirst();
    var servers =
        mine.stream()
            .filter(block -> block.kind().equals("server"))
            .filter(block -> isOf(block.text("settings").orElse(""), guid))
            .toList();
    if (settings.isEmpty() || servers.stream().anyMatch(one -> number(one, "type") != DOH)) {
      return Optional.empty();
    }
    long encrypted =
        servers.stream()
            .filter(one -> (number(one, "flags") & ASKED_SO) != 0)
            .map(one -> one.text("profile").orElse("") + " " + one.name())
            .distinct()
            .count();
    return encrypted == 0
        ? Optional.of(false)
        : Optional.of(true).filter(all -> isAllOf(settings.get(), encrypted, address));
  }

  private static boolean isOf(String one, String guid) {
    return one.equalsIgnoreCase(guid);
  }

  private static boolean isAllOf(Block settings, long encrypted, String address) {
    var set = new ArrayList<String>();
    for (String key : List.of("nameServer", "profileNameServer")) {
      for (String word : settings.text(key).orElse("").split("[\\s,;]+", -1)) {
        IpAddress.of(word.replaceFirst("%.*", "")).map(IpAddress::text).ifPresent(set::add);
      }
    }
    return set.size() == encrypted && set.contains(address);
  }

  private static long number(Block block, String key) {
    return block.number(key) instanceof Known<Optional<Long>>(var number) ? number.orElse(0L) : 0;
  }
}
