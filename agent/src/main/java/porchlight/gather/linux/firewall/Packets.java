package porchlight.gather.linux.firewall;

import java.util.ArrayList;
import java.util.Optional;
import porchlight.facts.Firewall.Protocol;

/** The packets of a connection, as rules see them. */
final class Packets {
  private static final long ESTABLISHED = 2;
  private static final long NEW = 8;
  private static final long INVALID = 1;
  private static final long DNAT = 32;
  private static final long ASSURED = 4;
  private static final long NAT_DONE = 0x80 | 0x100;
  private static final long SEEN_REPLY_CONFIRMED = 2 + 8;
  // A first packet asks for congestion marks (ECN) or does not.
  private static final Ranges SYN = Ranges.just(0x02).or(Ranges.just(0xc2));
  private static final Ranges SYN_ACK = Ranges.just(0x12);
  private static final Ranges ACK = Ranges.just(0x10);
  private static final Ranges ZERO = Ranges.just(0);

  private Packets() {}

  /** The stranger's first packet, as it arrives at the interface. */
  static Packet first(Scene scene) {
    boolean tcp = scene.protocol() == Protocol.TCP;
    Link link = scene.link();
    Packet packet =
        Packet.blank()
            .with(Field.NFPROTO, Ranges.just(scene.v6() ? 10 : 2))
            .with(Field.ETHERTYPE, Ranges.just(scene.v6() ? 0x86dd : 0x800))
            .with(Field.IP_VERSION, Ranges.just(scene.v6() ? 6 : 4))
            .with(Field.L4PROTO, Ranges.just(tcp ? 6 : 17))
            .with(Field.SADDR, scene.sources())
            .with(Field.DADDR, scene.targets())
            .with(Field.SPORT, scene.sourcePorts())
            .with(Field.DPORT, Ranges.of(1, 65535))
            .with(Field.TTL, Ranges.of(1, 255))
            .with(Field.LENGTH, Ranges.of(scene.v6() ? 48 : 28, 1500))
            .with(Field.DSCP, Field.DSCP.all())
            .with(Field.FRAGMENT, scene.v6() ? Ranges.NONE : ZERO.or(Ranges.just(0x4000)))
            .with(Field.TCPFLAGS, tcp ? SYN : Ranges.NONE)
            .with(Field.ETHER_SADDR, link.mac().isPresent() ? Field.ETHER_SADDR.all() : Ranges.NONE)
            .with(Field.ETHER_DADDR, hardware(scene));
    return arriving(scene, packet)
        .with(Field.CTSTATE, Ranges.just(NEW))
        .with(Field.CTMARK, ZERO)
        .hiding(Field.CTSTATUS, status(0, NAT_DONE))
        .with(Field.CTDIRECTION, ZERO)
        .with(Field.CTZONE, ZERO);
  }

  /** The hardware address that packets to this laptop, a group or everybody are sent to. */
  private static Ranges hardware(Scene scene) {
    if (scene.link().mac().isEmpty()) {
      return Ranges.NONE;
    }
    return switch (scene.aim()) {
      case THIS_LAPTOP -> Ranges.just(scene.link().mac().get());
      case MULTICAST ->
          scene.v6()
              ? Ranges.of(0x3333_0000_0000L, 0x3333_ffff_ffffL)
              : Ranges.of(0x0100_5e00_0000L, 0x0100_5e7f_ffffL);
      case BROADCAST -> Ranges.just(0xffff_ffff_ffffL);
    };
  }

  private static Packet arriving(Scene scene, Packet packet) {
    Ranges name = Words.name(scene.link().name());
    long type =
        switch (scene.aim()) {
          case THIS_LAPTOP -> 2;
          case MULTICAST -> 5;
          case BROADCAST -> 3;
        };
    long kind =
        switch (scene.aim()) {
          case THIS_LAPTOP -> 0;
          case MULTICAST -> 2;
          case BROADCAST -> 1;
        };
    Packet out =
        packet
            .with(Field.PKTTYPE, Ranges.just(kind))
            .with(Field.IIF, name)
            .with(Field.OIF, ZERO)
            .with(Field.IIFINDEX, Ranges.just(scene.link().index()))
            .with(Field.OIFINDEX, ZERO)
            .with(Field.OIFGROUP, Ranges.NONE)
            .with(Field.OIFTYPE, Ranges.NONE)
            .with(Field.MARK, ZERO)
            .with(Field.FIB_SADDR_TYPE, Ranges.just(1))
            .with(Field.FIB_DADDR_TYPE, Ranges.just(type))
            .with(Field.FIB_SADDR_OIF, name)
            .with(Field.IPSEC, ZERO)
            .with(Field.SKUID, Ranges.NONE)
            .with(Field.SKGID, Ranges.NONE)
            .with(Field.CGROUP, Ranges.NONE);
    out = known(out, Field.IIFGROUP, scene.link().group());
    return known(out, Field.IIFTYPE, scene.link().type().map(Integer::longValue));
  }

  private static Packet known(Packet packet, Field field, Optional<Long> value) {
    return value
        .map(number -> packet.with(field, Ranges.just(number)))
        .orElseGet(() -> packet.hiding(field));
  }

  /** The laptop's answer, as it leaves the program that was reached. */
  static Packet reply(Scene scene, Packet first) {
    boolean tcp = scene.protocol() == Protocol.TCP;
    Packet out =
        turned(first)
            .reply(true)
            .with(Field.IIF, ZERO)
            .with(Field.OIF, Words.name(scene.link().name()))
            .with(Field.IIFINDEX, ZERO)
            .with(Field.OIFINDEX, Ranges.just(scene.link().index()))
            .with(Field.IIFGROUP, Ranges.NONE)
            .with(Field.IIFTYPE, Ranges.NONE)
            .with(Field.MARK, ZERO)
            .with(Field.PKTTYPE, ZERO)
            .with(Field.TTL, Ranges.just(64))
            .with(Field.TCPFLAGS, tcp ? SYN_ACK : Ranges.NONE)
            .with(Field.ETHER_SADDR, Ranges.NONE)
            .with(Field.ETHER_DADDR, Ranges.NONE)
            .with(Field.FIB_SADDR_TYPE, Ranges.just(2))
            .with(Field.FIB_DADDR_TYPE, Ranges.just(1))
            .hiding(Field.FIB_SADDR_OIF)
            .hiding(Field.SKUID)
            .hiding(Field.SKGID)
            .hiding(Field.CGROUP)
            .hiding(Field.LENGTH, Ranges.of((scene.v6() ? 40 : 20) + (tcp ? 20 : 8), 1500));
    out = known(out, Field.OIFGROUP, scene.link().group());
    out = known(out, Field.OIFTYPE, scene.link().type().map(Integer::longValue));
    boolean tracked = first.tracking() == Packet.Tracking.TRACKED;
    boolean addressed = scene.aim() == Scene.Aim.THIS_LAPTOP;
    if (!addressed) {
      out = out.with(Field.SADDR, scene.answers());
    }
    // An answer to a packet that conntrack did not see starts a connection of its own (UDP) or
    // belongs to none (TCP); an answer to a group does not come from the address that was asked.
    long state = tracked && addressed ? ESTABLISHED : tcp ? INVALID : NEW;
    boolean same = tracked && addressed;
    return out.begunTracked(tracked)
        .tracking(Packet.Tracking.NOT_YET)
        .with(Field.CTSTATE, Ranges.just(state))
        .with(Field.CTMARK, same ? first.stored(Field.CTMARK) : ZERO)
        .hiding(Field.CTSTATUS, same ? status(first) : status(0, NAT_DONE))
        .with(Field.CTDIRECTION, Ranges.just(same ? 1 : 0));
  }

  /** The stranger's second packet, without which a TCP connection does not come to be. */
  static Packet second(Scene scene, Packet reply) {
    Packet out =
        arriving(scene, turned(reply).reply(false))
            .with(Field.TTL, Ranges.of(1, 255))
            .with(Field.LENGTH, Ranges.of(40, 1500))
            .with(Field.TCPFLAGS, ACK)
            .with(
                Field.ETHER_SADDR,
                scene.link().mac().isPresent() ? Field.ETHER_SADDR.all() : Ranges.NONE)
            .with(Field.ETHER_DADDR, hardware(scene))
            .hiding(Field.SKUID)
            .hiding(Field.SKGID)
            .hiding(Field.CGROUP);
    return out.tracking(Packet.Tracking.NOT_YET)
        .with(Field.CTSTATE, Ranges.just(reply.begunTracked() ? ESTABLISHED : NEW))
        .hiding(Field.CTSTATUS, reply.begunTracked() ? status(reply) : status(0, NAT_DONE))
        .with(Field.CTDIRECTION, ZERO);
  }

  private static Ranges status(Packet packet) {
    return status(SEEN_REPLY_CONFIRMED | (packet.translated() ? DNAT : 0), NAT_DONE | ASSURED);
  }

  /**
   * The bits that are known, and those of {@code open} as it may be: whether the kernel has notes
   * of its own in them depends on chains and timing.
   */
  private static Ranges status(long known, long open) {
    var values = new ArrayList<Ranges>();
    for (long some = open; ; some = (some - 1) & open) {
      values.add(Ranges.just(known | some));
      if (some == 0) {
        return Ranges.join(values);
      }
    }
  }

  /** The packet sent on to another port or address, as rules behind the translation see it. */
  static Packet translated(Scene scene, Packet packet, Ranges address, Ranges port) {
    boolean here = address.isEmpty() || address.minus(scene.local()).isEmpty();
    Packet out =
        packet
            .translated(!here)
            .with(Field.DADDR, address.isEmpty() ? scene.answers() : address)
            .with(Field.FIB_DADDR_TYPE, Ranges.just(here ? 2 : 1))
            .hiding(Field.CTSTATUS, status(DNAT | 0x100, NAT_DONE));
    if (!port.isEmpty()) {
      out = out.with(Field.DPORT, port);
    }
    return here ? out : leaving(scene, out, address);
  }

  private static Packet leaving(Scene scene, Packet packet, Ranges address) {
    var link = address.isSingle() ? scene.linkTo(address.first()) : Optional.<Link>empty();
    Packet out =
        link.map(known ->
                packet
                    .with(Field.OIF, Words.name(known.name()))
                    .with(Field.OIFINDEX, Ranges.just(known.index())))
            .orElseGet(() -> packet.hiding(Field.OIF).hiding(Field.OIFINDEX));
    out = known(out, Field.OIFGROUP, link.flatMap(Link::group));
    return known(out, Field.OIFTYPE, link.flatMap(Link::type).map(Integer::longValue));
  }

  private static Packet turned(Packet packet) {
    return packet
        .with(Field.SADDR, packet.stored(Field.DADDR))
        .with(Field.DADDR, packet.stored(Field.SADDR))
        .with(Field.SPORT, packet.stored(Field.DPORT))
        .with(Field.DPORT, packet.stored(Field.SPORT));
  }
}
