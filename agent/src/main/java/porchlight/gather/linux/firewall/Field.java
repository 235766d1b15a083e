package porchlight.gather.linux.firewall;

import java.math.BigInteger;

/** What a rule can look at in a packet or in what the kernel knows about it. */
enum Field {
  NFPROTO(8, Kind.NFPROTO),
  ETHERTYPE(16, Kind.ETHERTYPE),
  L4PROTO(8, Kind.PROTOCOL),
  SADDR(128, Kind.ADDRESS),
  DADDR(128, Kind.ADDRESS),
  SPORT(16, Kind.NUMBER),
  DPORT(16, Kind.NUMBER),
  TTL(8, Kind.NUMBER),
  LENGTH(32, Kind.NUMBER),
  DSCP(6, Kind.DSCP),
  TCPFLAGS(8, Kind.TCPFLAGS),
  ETHER_SADDR(48, Kind.MAC),
  ETHER_DADDR(48, Kind.MAC),
  FRAGMENT(16, Kind.NUMBER),
  IP_VERSION(4, Kind.NUMBER),
  PKTTYPE(8, Kind.PKTTYPE),
  /** Names of interfaces are compared as the kernel does: sixteen bytes, padded with zeros. */
  IIF(128, Kind.NAME),
  OIF(128, Kind.NAME),
  IIFINDEX(32, Kind.NUMBER),
  OIFINDEX(32, Kind.NUMBER),
  IIFGROUP(32, Kind.GROUP),
  OIFGROUP(32, Kind.GROUP),
  IIFTYPE(16, Kind.IFTYPE),
  OIFTYPE(16, Kind.IFTYPE),
  MARK(32, Kind.NUMBER),
  CTMARK(32, Kind.NUMBER),
  CTSTATE(32, Kind.CTSTATE),
  CTSTATUS(32, Kind.CTSTATUS),
  CTDIRECTION(8, Kind.DIRECTION),
  CTZONE(16, Kind.NUMBER),
  /** The port and addresses that the stranger first asked for, before any translation. */
  CT_SADDR(128, Kind.ADDRESS),
  CT_DADDR(128, Kind.ADDRESS),
  CT_SPORT(16, Kind.NUMBER),
  CT_DPORT(16, Kind.NUMBER),
  FIB_SADDR_TYPE(32, Kind.ADDRTYPE),
  FIB_DADDR_TYPE(32, Kind.ADDRTYPE),
  /** The interface by which an answer to the source would leave. */
  FIB_SADDR_OIF(128, Kind.NAME),
  IPSEC(1, Kind.NUMBER),
  SKUID(32, Kind.NUMBER),
  SKGID(32, Kind.NUMBER),
  CGROUP(32, Kind.NUMBER);

  /** How the values of a field are written. */
  enum Kind {
    NUMBER,
    ADDRESS,
    MAC,
    NAME,
    NFPROTO,
    ETHERTYPE,
    PROTOCOL,
    DSCP,
    TCPFLAGS,
    PKTTYPE,
    GROUP,
    IFTYPE,
    CTSTATE,
    CTSTATUS,
    DIRECTION,
    ADDRTYPE
  }

  final int width;
  final Kind kind;

  Field(int width, Kind kind) {
    this.width = width;
    this.kind = kind;
  }

  /** Every value it could have. */
  Ranges all() {
    return Ranges.bits(width);
  }

  BigInteger fullMask() {
    return BigInteger.ONE.shiftLeft(width).subtract(BigInteger.ONE);
  }

  /** Whether only conntrack knows it: a packet that is not tracked has no such value. */
  boolean ofConntrack() {
    return name().startsWith("CT") && this != CTSTATE;
  }
}
