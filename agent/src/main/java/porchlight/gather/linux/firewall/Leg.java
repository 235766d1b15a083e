package porchlight.gather.linux.firewall;

import java.util.List;

/** The stretches of a connection's way, each through some of the kernel's hooks. */
enum Leg {
  /** The first packet, until it is known whether it is for this laptop. */
  ARRIVES,
  /** The first packet, on to a program of this laptop. */
  DELIVERED,
  /** The first packet, translated to go elsewhere. */
  PASSED_ON,
  /** The answer. */
  ANSWERED,
  /** The packet that makes a TCP connection complete. */
  ARRIVES_AGAIN,
  DELIVERED_AGAIN;

  List<Chain.Hook> hooks() {
    return switch (this) {
      case ARRIVES, ARRIVES_AGAIN -> List.of(Chain.Hook.INGRESS, Chain.Hook.PREROUTING);
      case DELIVERED, DELIVERED_AGAIN -> List.of(Chain.Hook.INPUT);
      case PASSED_ON -> List.of(Chain.Hook.FORWARD);
      case ANSWERED -> List.of(Chain.Hook.OUTPUT, Chain.Hook.POSTROUTING, Chain.Hook.EGRESS);
    };
  }

  /** Whether packets of this leg are the first of their connection: only those meet nat chains. */
  boolean first() {
    return switch (this) {
      case ARRIVES, DELIVERED, PASSED_ON -> true;
      case ANSWERED, ARRIVES_AGAIN, DELIVERED_AGAIN -> false;
    };
  }
}
