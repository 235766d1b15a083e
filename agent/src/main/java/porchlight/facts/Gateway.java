package porchlight.facts;

import java.util.List;

/** The default gateways; none means that this laptop is on no network. */
public record Gateway(List<Hop> hops) {

  public Gateway {
    hops = List.copyOf(hops);
  }

  /**
   * One default gateway.
   *
   * @param address empty for a point-to-point link that needs none
   * @param mac its hardware address in lower case with colons; empty when the neighbour table does
   *     not have it
   */
  public record Hop(String address, String link, String mac) {}
}
