package porchlight.gather;

import porchlight.facts.Lan;
import porchlight.facts.Reading;
import porchlight.facts.Remembered;
import porchlight.facts.Reporting;
import porchlight.facts.Wifi;

/** What earlier looks left behind, of the networks that this one finds, and of reporting. */
@FunctionalInterface
public interface Memory {
  /** As on the first day. */
  Memory NONE = (lan, wifi) -> Reading.known(Remembered.NOTHING);

  Reading<Remembered> of(Reading<Lan> lan, Reading<Wifi> wifi);

  default Reading<Reporting> reporting() {
    return Reading.known(new Reporting.ToNobody());
  }
}
