package porchlight.gather.linux.wifi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Wifi;
import porchlight.facts.Wifi.Joined;
import porchlight.facts.Wifi.Security;
import porchlight.gather.Answers;
import porchlight.gather.linux.Failed;
import porchlight.machine.Answer;
import porchlight.machine.Run;

/**
 * The blocks of {@code iw scan dump}. Strangers' access points write into it, some fields (those of
 * WPS) as they like, line ends included: so only the first of a field counts, and what is there
 * twice is not believed.
 */
final class IwScan {
  private static final Pattern HEADER =
      Pattern.compile("BSS (\\S+?)\\s?\\(on ([^)]*)\\)(?: -- (.*))?");

  private IwScan() {}

  private record Block(String bssid, List<String> lines) {}

  /** The network in use; empty when none of the blocks is. */
  static Reading<Optional<Wifi>> joined(Run question, String link, String bssid, Answer answer) {
    return Answers.read(question, answer, said -> joined(question, link, bssid, said));
  }

  private static Reading<Optional<Wifi>> joined(
      Run question, String link, String bssid, Answer.Said said) {
    if (said.code() != 0) {
      return Failed.because(question, said);
    }
    var inUse = inUse(said.text());
    var distinct = new HashSet<String>();
    if (!inUse.stream().allMatch(block -> distinct.add(block.bssid))) {
      return Answers.notUnderstood(question, "one network is in it twice");
    }
    // A link of several radios (Wi-Fi 7) has an address of its own and a block for each.
    var ours = inUse.stream().filter(block -> block.bssid.equals(bssid)).toList();
    var readings = new ArrayList<Reading<Wifi>>();
    for (Block block : ours.isEmpty() ? inUse : ours) {
      readings.add(read(question, link, block));
    }
    if (readings.isEmpty()) {
      return Reading.known(Optional.empty());
    }
    return Weakest.of(readings).map(Optional::of);
  }

  private static List<Block> inUse(String text) {
    var found = new ArrayList<Block>();
    var lines = new ArrayList<String>();
    for (String line : text.lines().toList()) {
      Matcher header = HEADER.matcher(line.stripTrailing());
      if (header.matches()) {
        String status = header.group(3) == null ? "" : header.group(3);
        lines = new ArrayList<>();
        if (status.startsWith("associated") || status.startsWith("joined")) {
          found.add(new Block(header.group(1), lines));
        }
      } else {
        lines.add(line);
      }
    }
    return found;
  }

  private static Reading<Wifi> read(Run question, String link, Block block) {
    return switch (IwBlock.offer(block.lines)) {
      case Unknown<Offer>(var reason, var detail) -> Answers.notUnderstood(question, detail);
      case Known<Offer>(var offer) -> {
        var security = offer.security();
        if (security.isEmpty()) {
          yield Answers.notUnderstood(question, "the network contradicts itself: " + offer);
        }
        yield security.get() == Security.OPEN && !IwBlock.isWhole(block.lines)
            ? Answers.notUnderstood(question, "half of a network")
            : Reading.known(new Joined(link, IwBlock.name(block.lines), security.get()));
      }
    };
  }
}
