package porchlight.gather.linux.firewall;

import java.util.List;
import java.util.Map;

/** Rules in order; a rule is its steps in order. */
record Chain(String name, List<List<Step>> rules) {
  Chain {
    rules = List.copyOf(rules);
  }

  /** Where the kernel hands packets to rules. */
  enum Hook {
    INGRESS,
    PREROUTING,
    INPUT,
    FORWARD,
    OUTPUT,
    POSTROUTING,
    EGRESS
  }

  /**
   * A chain that the kernel calls.
   *
   * @param where its table and name, for messages
   * @param priority lower runs first
   * @param nat a chain of type nat sees only the first packet of a connection
   * @param v4 whether IPv4 packets come here
   * @param v6 whether IPv6 packets come here
   * @param devices for ingress and egress, the interfaces it is bound to
   * @param policy what happens at its end
   * @param others the chains that can be jumped to
   */
  record Base(
      String where,
      Hook hook,
      long priority,
      boolean nat,
      boolean v4,
      boolean v6,
      List<String> devices,
      Verdict policy,
      Chain chain,
      Map<String, Chain> others) {

    /** A chain that was seen to be there but could not be read: nobody knows what it lets in. */
    static Base opaque(String where, boolean v4, boolean v6) {
      return new Base(
          where,
          Hook.INPUT,
          0,
          false,
          v4,
          v6,
          List.of(),
          new Verdict.Perhaps(where),
          new Chain(where, List.of()),
          Map.of());
    }
  }
}
