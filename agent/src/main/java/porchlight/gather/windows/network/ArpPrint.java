package porchlight.gather.windows.network;

import java.util.ArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.facts.IpAddress;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.windows.Lines;
import porchlight.machine.Answer;
import porchlight.machine.Run;

/** {@code arp -a}, in any language: which hardware address answers for which IPv4 address. */
final class ArpPrint {
  static final Run TABLE = Run.of("C:\\Windows\\System32\\arp.exe", "-a");

  private static final Pattern LINK =
      Pattern.compile("\\s*\\S.*?:\\s*([0-9.]{7,15}) --- 0x([0-9a-fA-F]{1,7})");
  private static final Pattern ROW =
      Pattern.compile("\\s*([0-9.]{7,15})\\s+([0-9A-Fa-f]{2}(?:-[0-9A-Fa-f]{2}){5})(?:\\s.*)?");

  private ArpPrint() {}

  static Reading<NeighbourTable> read(Answer answer) {
    return Answers.read(TABLE, answer, said -> parse(said.text()));
  }

  private static Reading<NeighbourTable> parse(String text) {
    var found = new ArrayList<Neighbour>();
    long index = -1;
    String own = "";
    for (String line : Lines.of(text)) {
      Matcher link = LINK.matcher(line);
      Matcher row = ROW.matcher(line);
      if (link.matches()) {
        own = link.group(1);
        index = Long.parseLong(link.group(2), 16);
      } else if (row.matches() && index >= 0) {
        var address = IpAddress.of(row.group(1));
        if (address.isPresent()) {
          NeighbourTable.add(found, index, own, address.get(), row.group(2));
        }
      }
    }
    return index < 0
        ? Answers.notUnderstood(TABLE, "no adapter in it")
        : Reading.known(new NeighbourTable(found));
  }
}
