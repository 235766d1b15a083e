package porchlight.central.verify;

import porchlight.central.calls.Verification;

/** What became of opening a verification. */
public sealed interface Opening {
  /** It is open. */
  record Done(Verification one) implements Opening {}

  /** Something keeps it from that, in words. */
  record Barred(String why) implements Opening {}

  /** There is no such device that reports. */
  record Nowhere() implements Opening {}
}
