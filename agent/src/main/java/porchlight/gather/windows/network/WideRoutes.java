package porchlight.gather.windows.network;

import java.util.ArrayList;
import java.util.List;
import porchlight.facts.IpAddress;

/** Where to look whether something leaves beside a tunnel. */
final class WideRoutes {
  private static final List<IpAddress> FAR =
      List.of(
          IpAddress.of("193.0.14.129").orElseThrow(),
          IpAddress.of("84.205.64.1").orElseThrow(),
          IpAddress.of("2001:7fd::1").orElseThrow(),
          IpAddress.of("2a02:1::1").orElseThrow());
  private static final int WIDE4 = 8;
  private static final int WIDE6 = 16;

  private WideRoutes() {}

  /** Addresses in the internet, and the first of every wide range that has a way of its own. */
  static List<IpAddress> of(Ways ways, boolean isIpv4) {
    var found = new ArrayList<IpAddress>();
    FAR.stream().filter(one -> one.isIpv4() == isIpv4).forEach(found::add);
    for (Route route : ways.routes()) {
      IpAddress first = route.destination().first();
      int prefix = route.destination().prefix();
      if (route.isIpv4() == isIpv4 && prefix > 0 && prefix <= (isIpv4 ? WIDE4 : WIDE6)) {
        if (isIpv4 ? isPublic4(first.low() >>> 24) : first.high() >>> 61 == 1) {
          found.add(first);
        }
      }
    }
    return found;
  }

  private static boolean isPublic4(long number) {
    return number != 10 && number != 127 && number < 224 && number > 0;
  }
}
