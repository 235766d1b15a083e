package porchlight.gather.windows.security;

import static porchlight.gather.Readings.known;
import static porchlight.gather.windows.WinCaptures.text;

import java.util.Map;
import java.util.TreeMap;
import porchlight.facts.Disks;
import porchlight.facts.Disks.Place;
import porchlight.facts.Disks.Protection;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.machine.Answer;

/** What was read of the drives of a Windows laptop, in words. */
abstract class WinDrives {
  static Map<String, String> words(Reading<Disks> reading) {
    var words = new TreeMap<String, String>();
    for (Place place : known(reading).places()) {
      words.put(
          place.name(),
          place.protection() instanceof Known<Protection>(var protection)
              ? protection.word()
              : "unknown");
    }
    return words;
  }

  static Reading<Disks> bde(String file) {
    return ManageBde.read(new Answer.Said(0, text("bitlocker/" + file)));
  }
}
