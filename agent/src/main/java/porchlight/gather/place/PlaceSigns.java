package porchlight.gather.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import porchlight.facts.Lan.Attachment;
import porchlight.facts.Lan.Category;
import porchlight.facts.Lan.Kind;
import porchlight.facts.Lan.Lease;
import porchlight.facts.Lan.Router;
import porchlight.facts.Network;
import porchlight.facts.Place.Sign;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Wifi;

/** What hints at the kind of place that a network is. */
final class PlaceSigns {
  private static final List<String> HOME_GATEWAYS =
      List.of(
          "192.168.1.1",
          "192.168.0.1",
          "10.0.0.1",
          "192.168.178.1",
          "192.168.1.254",
          "192.168.2.1",
          "192.168.68.1",
          "192.168.4.1",
          "192.168.86.1",
          "192.168.50.1",
          "192.168.100.1");
  private static final List<String> HOME_SUFFIXES =
      List.of(
          "fritz.box",
          "speedport.ip",
          "home.arpa",
          "attlocal.net",
          "cable.virginm.net",
          "myfiosgateway.com",
          "fios-router.home");
  private static final int WIDE = 21;

  private PlaceSigns() {}

  static List<Sign> of(Attachment attachment, Reading<Wifi> wifi) {
    var found = new ArrayList<Sign>();
    if (attachment.kind() == Kind.WIRED) {
      found.add(Sign.CABLE);
    } else if (wifi instanceof Known<Wifi>(Wifi.Joined joined)
        && joined.link().equals(attachment.link())) {
      found.add(protection(joined.security()));
      if (!joined.network().isEmpty()) {
        NetworkNames.shipped().of(joined.network()).ifPresent(found::add);
      }
    }
    attachment.category().map(PlaceSigns::category).ifPresent(found::add);
    if (!attachment.routers().isEmpty()) {
      router(attachment.preferred(), found);
    }
    attachment.preferred4().ifPresent(router -> gateway(router.hop().address(), found));
    attachment.addresses().forEach(own -> own(own, found));
    if (attachment.lease() instanceof Known<Lease>(var lease)) {
      suffix(lease.suffix()).ifPresent(found::add);
    }
    return found;
  }

  private static Sign protection(Wifi.Security security) {
    return switch (security) {
      case OPEN, WEP, OWE -> Sign.OPEN_WIFI;
      case WPA, WPA_WPA2, WPA2, WPA2_WPA3, WPA3 -> Sign.PASSWORD_WIFI;
      case ENTERPRISE -> Sign.COMPANY_WIFI;
    };
  }

  private static Sign category(Category category) {
    return switch (category) {
      case PUBLIC -> Sign.PUBLIC_CATEGORY;
      case PRIVATE -> Sign.PRIVATE_CATEGORY;
      case DOMAIN -> Sign.DOMAIN_CATEGORY;
    };
  }

  private static void router(Router router, List<Sign> found) {
    if (router.isVirtual()) {
      found.add(Sign.SHARED_MAC);
    } else if (router.madeUpMac()) {
      found.add(Sign.MADE_UP_MAC);
    } else if (!router.hop().mac().isEmpty()) {
      NetworkMakers.shipped().of(router.hop().mac()).ifPresent(found::add);
    }
  }

  private static void gateway(String address, List<Sign> found) {
    if (HOME_GATEWAYS.contains(address)) {
      found.add(Sign.HOME_RANGE);
    } else if (address.equals("192.168.43.1")) {
      found.add(Sign.ANDROID_RANGE);
    } else if (address.equals("192.168.137.1")
        || (address.startsWith("10.42.") && address.endsWith(".1"))) {
      found.add(Sign.SHARING_RANGE);
    } else if (address.equals("192.168.8.1")) {
      found.add(Sign.MOBILE_RANGE);
    }
  }

  private static void own(Network own, List<Sign> found) {
    if (!own.first().isIpv4()) {
      return;
    }
    if (isIn(own, "172.20.10.0/28") && own.prefix() == 28) {
      found.add(Sign.IPHONE_RANGE);
    } else if (isIn(own, "192.168.42.0/24")) {
      found.add(Sign.ANDROID_RANGE);
    } else if (isIn(own, "100.64.0.0/10")) {
      found.add(Sign.CARRIER_RANGE);
    }
    if (own.prefix() > 0 && own.prefix() <= WIDE) {
      found.add(Sign.WIDE_RANGE);
    }
  }

  private static boolean isIn(Network own, String range) {
    return Network.of(range).filter(all -> all.contains(own.first().text())).isPresent();
  }

  /** A single word, such as lan, is what routers for homes say. */
  private static Optional<Sign> suffix(String text) {
    String suffix = text.toLowerCase(Locale.ROOT).replaceFirst("[.]$", "");
    if (suffix.isEmpty() || suffix.contains("..") || suffix.startsWith(".")) {
      return Optional.empty();
    }
    boolean isHome =
        suffix.indexOf('.') < 0
            || HOME_SUFFIXES.contains(suffix)
            || suffix.endsWith(".comcast.net");
    return Optional.of(isHome ? Sign.HOME_SUFFIX : Sign.OWN_SUFFIX);
  }
}
