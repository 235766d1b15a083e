package porchlight.machine;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Something to ask the network that this machine is on, by a plain socket. What is asked is a
 * constant of the program or stands in the policy; nothing that came from the network is in it but
 * an address, or where the network itself tells whether somebody must log in. Where a text holds
 * {@link #RANDOM}, a word that nobody can foresee is asked instead, and put back in the answer: so
 * a recording can be replayed.
 */
public sealed interface Probe extends Question {

  /** Stands for a word made up anew for each question. */
  String RANDOM = "{random}";

  /** What fails for no other reason than that the other side says no: over TCP. */
  String REFUSED = "the connection was refused";

  /** A name has no address, of the kind that was asked for. */
  String NO_ADDRESS = "the name has no address";

  String NO_ROUTE = "no route to it";

  String NO_CONNECTION = "no connection in time";

  /** The same over UDP. */
  String NOBODY = "nobody listens there";

  Pattern KINDS = Pattern.compile("[?] (?:dns|https?|tls|connect|exchange) ");

  Pattern NAME = Pattern.compile("(?:[A-Za-z0-9_-]|\\{random}|[.](?=.)){1,200}");

  /** An address, with the link's name for one that is only known there; no brackets, no port. */
  Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f:.]{2,45}(?:%[A-Za-z0-9_.@:-]{1,15})?");

  Pattern PATH = Pattern.compile("/[A-Za-z0-9/._~%?=&-]{0,200}");

  Pattern HEX = Pattern.compile("(?:[0-9a-f]{2}){1,512}");

  /** Whether that is the text of a probe. */
  static boolean isText(String question) {
    return KINDS.matcher(question).lookingAt();
  }

  /** How long all of it may take. */
  int limitMillis();

  /** Whether that is why no connection to anybody came about. */
  static boolean isUnreached(String failure) {
    return failure.equals(REFUSED)
        || failure.equals(NO_ADDRESS)
        || failure.equals(NO_ROUTE)
        || failure.equals(NO_CONNECTION);
  }

  /** By which kind of address a host is reached. */
  enum Over {
    /** The first that the system's resolver gives. */
    ANY(""),
    IPV4(" ipv4"),
    IPV6(" ipv6");

    private final String words;

    Over(String words) {
      this.words = words;
    }
  }

  /**
   * A query to one name server. The answer is a line each: {@code rcode NXDOMAIN}, {@code flags aa
   * tc ra ad}, {@code by eth0} the link that the query left by, {@code answer A 192.0.2.1}, {@code
   * authority SOA example.com}, {@code ede 15}; what comes from elsewhere or answers another
   * question is passed over. Silence is {@link Answer.TimedOut}.
   *
   * @param plain without the extension (EDNS) that old servers do not know
   */
  record DnsQuery(
      String server,
      int port,
      Transport transport,
      String name,
      Type type,
      boolean plain,
      int limitMillis)
      implements Probe {
    public DnsQuery {
      require(ADDRESS, server);
      require(NAME, name);
      requirePort(port);
    }

    /** At the usual port. */
    public DnsQuery(String server, Transport transport, String name, Type type, int limitMillis) {
      this(server, 53, transport, name, type, false, limitMillis);
    }

    @Override
    public String text() {
      return "? dns "
          + server
          + (port == 53 ? "" : "#" + port)
          + " "
          + transport.name().toLowerCase(Locale.ROOT)
          + " "
          + name
          + " "
          + type
          + (plain ? " plain" : "");
    }
  }

  /** What carries a query. */
  enum Transport {
    UDP,
    TCP
  }

  /** What is asked of a name. */
  enum Type {
    A(1),
    AAAA(28),
    TXT(16);

    private final int code;

    Type(int code) {
      this.code = code;
    }

    int code() {
      return code;
    }
  }

  /**
   * One GET without following anything, that looks like a browser's. The answer is a line each:
   * {@code to 192.0.2.80}, the address that the system's own resolver gave; {@code status 204};
   * {@code location URL}, {@code answer} with our header {@link HttpAsk#ANSWER}; {@code length} and
   * {@code sha256} of the body; {@code challenge} the word that was sent along in {@link
   * HttpAsk#CHALLENGE}; {@code type captive} and {@code json NAME VALUE} of a portal's own word for
   * it (RFC 8908).
   *
   * @param tls whether to demand a certificate that this Java trusts
   * @param challenge whether our word is sent along
   * @param link the only one that it may leave by; any where that is empty
   */
  record HttpGet(
      boolean tls,
      String host,
      int port,
      String path,
      Over over,
      boolean challenge,
      String link,
      int limitMillis)
      implements Probe {
    /** By any way. */
    public HttpGet(boolean tls, String host, int port, String path, int limitMillis) {
      this(tls, host, port, path, Over.ANY, false, "", limitMillis);
    }

    /** The same of another host. */
    HttpGet at(String other) {
      return new HttpGet(tls, other, port, path, over, challenge, link, limitMillis);
    }

    public HttpGet {
      requireHost(host);
      requirePort(port);
      require(PATH, path);
    }

    @Override
    public String text() {
      return "? "
          + (tls ? "https " : "http ")
          + host
          + " "
          + port
          + " "
          + path
          + over.words
          + (challenge ? " challenge" : "")
          + (link.isEmpty() ? "" : " by " + link);
    }
  }

  /**
   * A TLS handshake that trusts everything and sends nothing. The answer is a line each: {@code to
   * 192.0.2.80}, {@code trust yes} or {@code trust no WHY} by the certificates that this Java comes
   * with; {@code linked 2}, how many of the first certificates vouch for each other; of each
   * certificate {@code subject}, {@code issuer}, {@code from}, {@code until}, {@code spki} (SHA-256
   * in hex), the server's own first.
   */
  record TlsChain(String host, int port, Over over, int limitMillis) implements Probe {
    /** By any way. */
    public TlsChain(String host, int port, int limitMillis) {
      this(host, port, Over.ANY, limitMillis);
    }

    public TlsChain {
      requireHost(host);
      requirePort(port);
    }

    @Override
    public String text() {
      return "? tls " + host + " " + port + over.words;
    }
  }

  /** Whether a TCP connection comes about, which is then closed: {@code open}. */
  record Connect(String server, int port, int limitMillis) implements Probe {
    public Connect {
      require(ADDRESS, server);
      requirePort(port);
    }

    @Override
    public String text() {
      return "? connect " + server + " " + port;
    }
  }

  /** One UDP packet and the one that comes back from there, both in hex. */
  record Exchange(String server, int port, String packet, int limitMillis) implements Probe {
    public Exchange {
      require(ADDRESS, server);
      requirePort(port);
      require(HEX, packet);
    }

    @Override
    public String text() {
      return "? exchange " + server + " " + port + " " + packet;
    }
  }

  private static void require(Pattern shape, String text) {
    if (!shape.matcher(text).matches()) {
      throw new IllegalArgumentException("not of the shape " + shape + ": " + text);
    }
  }

  private static void requireHost(String host) {
    require(host.indexOf(':') >= 0 ? ADDRESS : NAME, host);
  }

  private static void requirePort(int port) {
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException("not a port: " + port);
    }
  }
}
