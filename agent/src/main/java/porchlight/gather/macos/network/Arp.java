package porchlight.gather.macos.network;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.facts.IpAddress;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.macos.Refusal;
import porchlight.machine.Answer;
import porchlight.machine.Run;

/** {@code arp -an}: which hardware address answers for which IPv4 address, unasked names. */
final class Arp {
  static final Run TABLE = Run.of("arp", "-an");

  private static final Pattern ROW =
      Pattern.compile("\\S+ \\(([0-9.]+)\\) at (\\S+) on (\\S+)(?: .*)?");

  private Arp() {}

  /** By address and interface, a blank between the two; {@code (incomplete)} is none. */
  static Reading<Map<String, String>> read(Answer answer) {
    return Answers.read(
        TABLE,
        answer,
        said -> said.code() == 0 ? parse(said.text()) : Refusal.because(TABLE, said));
  }

  private static Reading<Map<String, String>> parse(String text) {
    Map<String, String> macs = new HashMap<>();
    for (String line : text.lines().filter(one -> !one.isBlank()).toList()) {
      Matcher row = ROW.matcher(line);
      if (!row.matches() || IpAddress.of(row.group(1)).isEmpty()) {
        return Answers.notUnderstood(TABLE, line);
      }
      Mac.of(row.group(2)).ifPresent(mac -> macs.put(row.group(1) + " " + row.group(3), mac));
    }
    return Reading.known(macs);
  }
}
