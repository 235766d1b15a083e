package porchlight.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.facts.Lan.Attachment;
import porchlight.facts.Lan.Connection;
import porchlight.facts.Lan.Kind;
import porchlight.facts.Lan.Lease;
import porchlight.facts.Lan.Origin;
import porchlight.facts.Lan.Router;

/** A local network for tests: a home with one router, but for what a test changes. */
public final class SampleLan {
  /** Of a range that no maker has. */
  public static final String ROUTER = "00:00:5e:00:53:01";

  private String link = "wlan0";
  private String own = "192.168.1.23/24";
  private long carrierChanges = 2;
  private Optional<Lan.Category> category = Optional.empty();
  private boolean canTellConnection = true;
  private Reading<Lease> lease = Reading.known(new Lease("192.168.1.1", "attic.example"));
  private final List<Router> routers = new ArrayList<>();

  public SampleLan link(String other) {
    link = other;
    return this;
  }

  public SampleLan own(String address) {
    own = address;
    return this;
  }

  /** After the link was up and down so often. */
  public SampleLan connection(long changes) {
    carrierChanges = changes;
    return this;
  }

  public SampleLan withoutConnection() {
    canTellConnection = false;
    return this;
  }

  public SampleLan lease(String server, String suffix) {
    lease = Reading.known(new Lease(server, suffix));
    return this;
  }

  public SampleLan category(Lan.Category of) {
    category = Optional.of(of);
    return this;
  }

  public SampleLan withoutLease() {
    lease = Reading.unknown(Reason.TOOL_MISSING, "no lease");
    return this;
  }

  /** One default gateway more; the others share its hardware address. */
  public SampleLan router(String address, String mac, String... alike) {
    routers.add(
        new Router(
            new Gateway.Hop(address, link, mac),
            address.contains(":") ? Origin.ADVERTISED : Origin.DHCP,
            Optional.empty(),
            List.of(alike)));
    return this;
  }

  public Lan build() {
    if (routers.isEmpty()) {
      router("192.168.1.1", ROUTER);
    }
    return new Lan(
        List.of(
            new Attachment(
                link,
                link.startsWith("w") ? Kind.WIFI : Kind.WIRED,
                true,
                List.of(Network.of(own).orElseThrow()),
                routers,
                lease,
                canTellConnection
                    ? Optional.of(
                        new Connection(
                            "00000000-0000-4000-8000-000000000001", 3, carrierChanges, 0))
                    : Optional.empty(),
                category)));
  }

  /** A network that is this one but for its lease. */
  public static Lan leased(Lan.Attachment one, Lan.Lease lease) {
    return new Lan(
        List.of(
            new Lan.Attachment(
                one.link(),
                one.kind(),
                one.madeUpMac(),
                one.addresses(),
                one.routers(),
                Reading.known(lease),
                one.connection())));
  }
}
