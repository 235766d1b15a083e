package porchlight.gather;

import java.time.Instant;
import porchlight.facts.Lan;
import porchlight.facts.Reading;
import porchlight.facts.Remembered;
import porchlight.facts.Reporting;
import porchlight.facts.Wifi;
import porchlight.gather.place.Recalled;

/** What earlier looks left behind, of the networks that this one finds, and of reporting. */
@FunctionalInterface
public interface Memory {
  /** As on the first day. */
  Memory NONE = (lan, wifi) -> Reading.known(Remembered.NOTHING);

  Reading<Remembered> of(Reading<Lan> lan, Reading<Wifi> wifi);

  /** One of those networks as a place. */
  default Recalled place(Lan.Attachment attachment, Reading<Wifi> wifi, Instant at) {
    return Recalled.NOTHING;
  }

  default Reading<Reporting> reporting() {
    return Reading.known(new Reporting.ToNobody());
  }
}
