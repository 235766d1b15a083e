package porchlight.cli.screen;

import java.util.ArrayList;
import java.util.List;
import porchlight.facts.Lan;
import porchlight.facts.Lan.Attachment;
import porchlight.facts.Lan.Lease;
import porchlight.facts.Lan.Router;
import porchlight.facts.Reading.Known;

/** The local network in lines for {@link FactScreen}. */
final class LanWords {
  private LanWords() {}

  static List<String> of(Lan lan) {
    if (lan.attachments().isEmpty()) {
      return List.of("no way out through a local network");
    }
    var lines = new ArrayList<String>();
    for (Attachment one : lan.attachments()) {
      lines.add(one.link() + ", " + one.kind().word() + (one.madeUpMac() ? ", made-up MAC" : ""));
      one.addresses().forEach(own -> lines.add("own " + own.first().text() + "/" + own.prefix()));
      one.routers().forEach(router -> lines.add(words(router)));
      if (one.lease() instanceof Known<Lease>(var lease)) {
        lines.add(
            "DHCP server "
                + lease.server()
                + (lease.suffix().isEmpty() ? "" : ", suffix " + lease.suffix()));
      }
    }
    return lines;
  }

  private static String words(Router router) {
    return "gateway "
        + router.hop().address()
        + (router.hop().mac().isEmpty() ? "" : " is " + router.hop().mac())
        + (router.alike().isEmpty() ? "" : ", as " + String.join(", ", router.alike()));
  }
}
