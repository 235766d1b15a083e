package porchlight.gather.linux.wifi;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import porchlight.facts.Wifi.Security;

/**
 * What a network offers, whichever tool says it.
 *
 * @param isPrivate the Privacy bit of its capabilities
 * @param wpa its WPA element, the one of 2003
 * @param rsn its RSN element: WPA2 and what came after
 */
record Offer(boolean isPrivate, Optional<Suite> wpa, Optional<Suite> rsn) {

  /** How a laptop proves itself. */
  enum Akm {
    PSK,
    SAE,
    OWE,
    EAP
  }

  /** How packets are encrypted. */
  enum Cipher {
    WEP,
    TKIP,
    /** CCMP and GCMP of any length. */
    AES,
    /** For packets to one laptop: as those to all. */
    AS_GROUP,
    /** For packets to all: there are none. */
    NO_GROUP
  }

  /** One element. */
  record Suite(Set<Akm> akms, Set<Cipher> pairwise, Set<Cipher> group) {
    boolean isComplete() {
      return !akms.isEmpty() && !pairwise.isEmpty() && !group.isEmpty();
    }

    boolean uses(Cipher cipher) {
      return pairwise.contains(cipher) || group.contains(cipher);
    }

    /** An element said twice counts as all it says. */
    Suite plus(Suite other) {
      return new Suite(
          union(Akm.class, akms, other.akms),
          union(Cipher.class, pairwise, other.pairwise),
          union(Cipher.class, group, other.group));
    }

    private static <E extends Enum<E>> Set<E> union(Class<E> type, Set<E> one, Set<E> other) {
      var all = EnumSet.noneOf(type);
      all.addAll(one);
      all.addAll(other);
      return all;
    }
  }

  /** The weakest that is let in; empty for what contradicts itself or lacks a part. */
  Optional<Security> security() {
    if (wpa.isEmpty() && rsn.isEmpty()) {
      return Optional.of(isPrivate ? Security.WEP : Security.OPEN);
    }
    boolean isWhole =
        wpa.stream().allMatch(Suite::isComplete) && rsn.stream().allMatch(Suite::isComplete);
    if (!isPrivate || !isWhole) {
      return Optional.empty(); // an open network's own text may pretend to be an element
    }
    Security old = wpa.map(Offer::ofWpa).orElse(Security.ENTERPRISE);
    Security present = rsn.map(Offer::ofRsn).orElse(Security.WPA);
    if (wpa.isPresent() && rsn.isPresent()) {
      old = old == Security.WEP ? old : Security.WPA_WPA2;
    }
    return Optional.of(old.atLeast(present) ? present : old);
  }

  private static Security ofWpa(Suite suite) {
    return suite.uses(Cipher.WEP) ? Security.WEP : Security.WPA;
  }

  private static Security ofRsn(Suite suite) {
    if (suite.uses(Cipher.WEP)) {
      return Security.WEP;
    }
    if (suite.uses(Cipher.TKIP)) {
      return suite.pairwise.contains(Cipher.AES) ? Security.WPA_WPA2 : Security.WPA;
    }
    if (suite.akms.contains(Akm.OWE)) {
      return Security.OWE;
    }
    if (suite.akms.contains(Akm.PSK)) {
      return suite.akms.contains(Akm.SAE) ? Security.WPA2_WPA3 : Security.WPA2;
    }
    return suite.akms.contains(Akm.SAE) ? Security.WPA3 : Security.ENTERPRISE;
  }
}
