package porchlight.gather.windows.network;

import porchlight.facts.IpAddress;

/**
 * One neighbour.
 *
 * @param index the adapter's number
 * @param own the adapter's own address; empty where the number says it
 */
record Neighbour(long index, String own, String address, String mac) {
  boolean isOn(Adapter adapter) {
    return adapter.hasIndex(index)
        || (adapter.index() < 0 && IpAddress.of(own).filter(adapter::hasAddress).isPresent());
  }
}
