package porchlight.gather.linux.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.facts.IpAddress;
import porchlight.facts.Network;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.linux.Rows;
import porchlight.json.tree.Json;
import porchlight.machine.Answer;
import porchlight.machine.LinkName;
import porchlight.machine.Run;

/** {@code ip -d addr}: this laptop's own links and addresses. */
final class OwnLinks {
  static final Run ADDRESSES = Run.of("ip", "-j", "-d", "addr");

  private static final int LINK_LOCAL = 0xfe80;

  private OwnLinks() {}

  /**
   * One of them.
   *
   * @param index its number
   * @param link its name and what it is made of
   * @param mac its hardware address; empty unless it is of Ethernet's kind
   */
  record Own(LinkName name, long index, IpLink.Link link, String mac, List<Network> addresses) {
    /** Whether neighbours on it are found by their hardware addresses. */
    boolean isLan() {
      return !mac.isEmpty() && !link.isLoopback() && !link.isTunnel() && !link.isSink();
    }
  }

  static Reading<List<Own>> read(Answer answer) {
    return Answers.read(
        ADDRESSES, answer, said -> Rows.read(ADDRESSES, said).flatMap(OwnLinks::links));
  }

  private static Reading<List<Own>> links(List<Json.Obj> rows) {
    var found = new ArrayList<Own>();
    for (Json.Obj row : rows) {
      var name = row.text("ifname").flatMap(LinkName::of);
      var addresses = addresses(row);
      if (addresses.isEmpty()) {
        return Answers.notUnderstood(ADDRESSES, "an address that is none");
      }
      if (name.isPresent()) {
        found.add(
            new Own(
                name.get(),
                IpRoute.number(row, "ifindex").orElse(-1L),
                IpLink.link(row),
                row.text("link_type").equals(Optional.of("ether"))
                    ? row.text("address").filter(IpNeigh::isMac).orElse("")
                    : "",
                addresses.get()));
      }
    }
    return Reading.known(found);
  }

  /** Those that reach further than the link; nothing when one is not understood. */
  private static Optional<List<Network>> addresses(Json.Obj row) {
    var found = new ArrayList<Network>();
    for (Json item : row.get("addr_info").flatMap(Json::asItems).orElse(List.of())) {
      var info = item.asObject();
      if (info.isEmpty()) {
        return Optional.empty();
      }
      if (info.get().text("family").filter(family -> family.startsWith("inet")).isEmpty()) {
        continue;
      }
      var own =
          info.get()
              .text("local")
              .flatMap(local ->
                  IpRoute.number(info.get(), "prefixlen")
                      .flatMap(prefix -> Network.of(local + "/" + prefix)));
      if (own.isEmpty()) {
        return Optional.empty();
      }
      if (!isLinkLocal(own.get().first())) {
        found.add(own.get());
      }
    }
    return Optional.of(found);
  }

  private static boolean isLinkLocal(IpAddress address) {
    return !address.isIpv4() && address.high() >>> 54 == LINK_LOCAL >> 6;
  }
}
