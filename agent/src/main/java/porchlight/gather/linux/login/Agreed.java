package porchlight.gather.linux.login;

import java.util.List;
import porchlight.facts.AutoLogin.Entry;
import porchlight.facts.Reading;
import porchlight.facts.Reason;

/** One answer of several files, of which the program reads only one and we do not know which. */
final class Agreed {
  private Agreed() {}

  static Reading<Entry> of(List<Entry> entries, String program) {
    if (entries.isEmpty()) {
      return Reading.unknown(
          Reason.TOOL_MISSING, program + "'s settings are not where they belong");
    }
    Entry first = entries.get(0);
    return entries.stream().allMatch(entry -> entry.getClass() == first.getClass())
        ? Reading.known(first)
        : Reading.unknown(
            Reason.NOT_UNDERSTOOD, program + " has two settings files that contradict each other");
  }
}
