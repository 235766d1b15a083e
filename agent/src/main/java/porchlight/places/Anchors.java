package porchlight.places;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import porchlight.facts.Lan.Attachment;
import porchlight.facts.Lan.Connection;
import porchlight.facts.Lan.Lease;
import porchlight.facts.Network;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Remembered.By;
import porchlight.facts.Wifi;

/**
 * What says that a network is the same as before, whoever is its gateway now. Neither a network's
 * addresses nor its DHCP server do: half of all homes have the same ones.
 */
final class Anchors {
  private Anchors() {}

  /**
   * One of them.
   *
   * @param id what stands for the network in memory
   */
  record Anchor(By by, String id) {}

  static List<Anchor> of(Attachment attachment, Reading<Wifi> wifi, Secret secret) {
    var found = new ArrayList<Anchor>();
    if (attachment.connection().isPresent()) {
      Connection one = attachment.connection().get();
      found.add(
          new Anchor(
              By.CONNECTION,
              secret.hides(
                  "connection",
                  one.boot(),
                  attachment.link(),
                  Long.toString(one.index()),
                  Long.toString(one.carrierChanges()),
                  Long.toString(one.suspends()))));
    }
    if (wifi instanceof Known<Wifi>(Wifi.Joined joined)
        && joined.link().equals(attachment.link())
        && !joined.network().isEmpty()) {
      var company = company(attachment);
      switch (joined.security()) {
        // Anybody can give such a name to a network of their own.
        case OPEN, WEP, OWE -> {}
        case WPA, WPA_WPA2, WPA2, WPA2_WPA3, WPA3 -> {
          found.add(wifi(secret, joined.network(), "password", subnets(attachment)));
          found.add(new Anchor(By.NAME, secret.hides("name", joined.network(), "password")));
        }
        // A name such as eduroam stands for many networks; with its owner's suffix for one.
        case ENTERPRISE -> {
          if (company.indexOf('.') > 0) {
            found.add(wifi(secret, joined.network(), company, subnets(attachment)));
          }
        }
      }
    }
    return found;
  }

  private static Anchor wifi(Secret secret, String name, String kind, String subnets) {
    return new Anchor(By.WIFI, secret.hides("wifi", name, kind, subnets));
  }

  private static String company(Attachment attachment) {
    return attachment.lease() instanceof Known<Lease>(var lease) ? lease.suffix() : "";
  }

  /** Several sites of one company may share a name and a password, but hardly an address range. */
  private static String subnets(Attachment attachment) {
    return attachment.addresses().stream()
        .filter(own -> own.first().isIpv4())
        .map(Anchors::range)
        .sorted()
        .distinct()
        .collect(Collectors.joining(" "));
  }

  private static String range(Network own) {
    long mask = own.prefix() == 0 ? 0 : -1L << (32 - own.prefix());
    return Long.toHexString(own.first().low() & mask & 0xffff_ffffL) + "/" + own.prefix();
  }
}
