package porchlight.central.accounts;

import java.time.Instant;
import porchlight.central.people.Act;
import porchlight.central.people.Deed;

/**
 * Where somebody does something from.
 *
 * @param address the address that they came from
 * @param network what they are limited by, which of IPv6 is their network
 */
public record Where(String address, String network, Instant now) {
  /** What they do, for the audit log. */
  public Deed deed(String who, Act act, String target, String detail) {
    return new Deed(now, who, address, act, target, detail);
  }
}
