package porchlight.machine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Who a server says it is, whether that is believed or not. Nothing is sent over the connection, so
 * nothing is entrusted to whoever it leads to.
 */
final class TlsAsk {
  private static final int MOST = 8;
  private static final int LONGEST_NAME = 300;

  private TlsAsk() {}

  static Answer ask(Probe.TlsChain chain, Held held) throws IOException {
    InetAddress to = SocketAsk.address(chain.host(), chain.over());
    var judge = new Judge(chain.host());
    boolean done = false;
    var socket = held.hold(new Socket(Proxy.NO_PROXY));
    try (socket) {
      socket.setSoTimeout(chain.limitMillis());
      socket.setTcpNoDelay(true);
      SocketAsk.connect(socket, to, chain.port(), chain.over(), chain.limitMillis());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {judge}, null);
      try (var secured =
          (SSLSocket)
              context.getSocketFactory().createSocket(socket, chain.host(), chain.port(), true)) {
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        done = true;
      } catch (SSLException none) {
        // A chain that was shown counts, whatever came after it.
        if (judge.seen.get() == null) {
          return new Answer.Failed("no TLS there");
        }
      }
    } catch (GeneralSecurityException broken) {
      return new Answer.Failed("this Java has no TLS: " + broken.getMessage());
    }
    Shown shown = judge.seen.get();
    return shown == null
        ? new Answer.Failed("no certificate was shown")
        : new Answer.Said(
            0, "to " + to.getHostAddress() + "\n" + (done ? "handshake done\n" : "") + text(shown));
  }

  /** A chain, and what this Java's own list of authorities makes of it. */
  record Shown(List<X509Certificate> chain, String trust) {}

  private static String text(Shown shown) {
    var out = new StringBuilder("trust ").append(shown.trust).append('\n');
    out.append("linked ").append(linked(shown.chain)).append('\n');
    for (X509Certificate one : shown.chain.subList(0, Math.min(shown.chain.size(), MOST))) {
      out.append("subject ").append(line(one.getSubjectX500Principal().getName())).append('\n');
      out.append("issuer ").append(line(one.getIssuerX500Principal().getName())).append('\n');
      out.append("from ").append(one.getNotBefore().toInstant()).append('\n');
      out.append("until ").append(one.getNotAfter().toInstant()).append('\n');
      out.append("spki ").append(HttpAsk.sha256(one.getPublicKey().getEncoded())).append('\n');
    }
    return out.toString();
  }

  /** How many of the first certificates each vouch for the one before; the server's own counts. */
  private static int linked(List<X509Certificate> chain) {
    int count = 1;
    while (count < Math.min(chain.size(), MOST)) {
      X509Certificate above = chain.get(count);
      if (above.getBasicConstraints() < count - 1) {
        return count; // -1 is no authority; else how many may stand between it and the last
      }
      try {
        chain.get(count - 1).verify(above.getPublicKey());
      } catch (GeneralSecurityException | RuntimeException notBy) {
        return count;
      }
      count++;
    }
    return count;
  }

  /** Whoever made the certificate chose the name: any text at all. */
  private static String line(String name) {
    String clean = name.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ");
    return clean.length() <= LONGEST_NAME ? clean : clean.substring(0, LONGEST_NAME) + "…";
  }

  /** Lets everybody in, and writes down who would have been. */
  private static final class Judge extends X509ExtendedTrustManager {
    final AtomicReference<Shown> seen = new AtomicReference<>();
    private final String host;

    Judge(String host) {
      this.host = host;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket) {
      seen.set(new Shown(List.of(chain), verdict(chain, kind, socket)));
    }

    private String verdict(X509Certificate[] chain, String kind, Socket socket) {
      try {
        usual().checkServerTrusted(chain, kind, socket);
        return "yes";
      } catch (CertificateException distrusted) {
        // Whose it is does not hang on the clock, and nobody looked at that yet.
        String why = why(distrusted);
        return why.equals("dates") && !TlsNames.isFor(chain[0], host) ? "no name" : "no " + why;
      } catch (GeneralSecurityException | RuntimeException broken) {
        return "untold";
      }
    }

    private static String why(Throwable distrusted) {
      for (Throwable one = distrusted; one != null; one = one.getCause()) {
        if (one instanceof CertificateExpiredException
            || one instanceof CertificateNotYetValidException) {
          return "dates";
        }
        String said = String.valueOf(one.getMessage());
        if (said.contains("unable to find valid certification path")) {
          return "issuer";
        }
        if (said.startsWith("No subject alternative") || said.startsWith("No name matching")) {
          return "name";
        }
      }
      return "other";
    }

    /** The authorities that this Java comes with: what an administrator added is not among them. */
    private static X509ExtendedTrustManager usual() throws GeneralSecurityException {
      var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init((KeyStore) null);
      for (TrustManager one : factory.getTrustManagers()) {
        if (one instanceof X509ExtendedTrustManager usual) {
          return usual;
        }
      }
      throw new GeneralSecurityException("no trust manager");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine) {
      seen.set(new Shown(List.of(chain), "untold"));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind) {
      seen.set(new Shown(List.of(chain), "untold"));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind)
        throws CertificateException {
      throw new CertificateException("nobody is a client here");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket)
        throws CertificateException {
      checkClientTrusted(chain, kind);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
        throws CertificateException {
      checkClientTrusted(chain, kind);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
