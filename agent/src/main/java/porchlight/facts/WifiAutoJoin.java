package porchlight.facts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The saved Wi-Fi networks that this laptop joins by itself whenever it meets their name. */
public sealed interface WifiAutoJoin {

  /**
   * There is an adapter.
   *
   * @param weak those that anybody can pretend to be
   * @param networks how many were seen in all, whether joined by themselves or not
   * @param unseen what could not be looked into; empty when these are all
   */
  record Saved(List<Profile> weak, int networks, Optional<Unseen> unseen) implements WifiAutoJoin {
    public Saved {
      weak = List.copyOf(weak);
    }
  }

  /** No Wi-Fi adapter. */
  record NoAdapter() implements WifiAutoJoin {}

  /**
   * One of them.
   *
   * @param network its name as it is saved, which may be bytes in figures
   * @param by the program that saved it
   */
  record Profile(String network, Weakness weakness, String by) {}

  /** Why anybody can pretend to be a network. */
  enum Weakness {
    OPEN,
    /** A password that is found out in minutes, and that is not needed to pretend. */
    WEP,
    /** Encrypted without a password. */
    OWE,
    /** Without a password; the source does not tell OWE from nothing at all. */
    NO_PASSWORD;

    /** The word used in JSON: {@code no-password}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** What could not be looked into, and why. */
  record Unseen(Reason reason, String detail) {}
}
