package porchlight.uplink.road;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Whom we believe that central is central: the public authorities that this program brings along,
 * and only when none of those vouches, the ones that were added to the operating system's store.
 * Whoever the latter is, is remembered: it may be somebody who reads along.
 */
final class Trust implements X509TrustManager {
  private static final int LONGEST_NAME = 200;

  private Optional<X509TrustManager> publics = Optional.empty();
  private final Supplier<Optional<KeyStore>> systems;
  private final Pins pins;
  private Optional<String> privateIssuer = Optional.empty();
  private boolean hasSeen;
  private Optional<String> last = Optional.empty();

  /**
   * Trust; the authorities are read when somebody is to be believed, since they are many.
   *
   * @param systems the operating system's store; read when it is needed, since it is long
   */
  Trust(Supplier<Optional<KeyStore>> systems, List<String> pins) {
    this.systems = systems;
    this.pins = new Pins(pins);
  }

  /** Who vouched last, in the words of the certificate, when it was no public authority. */
  Optional<String> privateIssuer() {
    return privateIssuer;
  }

  /** Whether anybody has vouched for central yet. */
  boolean hasSeen() {
    return hasSeen;
  }

  /** SHA-256 of the certificate that was believed last; whose name it bears is checked later. */
  Optional<String> last() {
    return last;
  }

  void forgetLast() {
    last = Optional.empty();
  }

  private synchronized X509TrustManager brought() {
    if (publics.isEmpty()) {
      publics = Optional.of(manager(null));
    }
    return publics.get();
  }

  SSLSocketFactory sockets() {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {this}, null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
    Optional<String> issuer = Optional.empty();
    X509TrustManager by = brought();
    try {
      if (by.getAcceptedIssuers().length == 0) { // a JDK without authorities would fail oddly
        throw new CertificateException("this Java knows no authority");
      }
      by.checkServerTrusted(chain, kind);
    } catch (CertificateException notPublic) {
      by = systems.get().map(Trust::manager).orElseThrow(() -> named(chain, notPublic));
      try {
        by.checkServerTrusted(chain, kind);
      } catch (CertificateException nobodys) {
        throw named(chain, nobodys);
      }
      issuer = Optional.of(issuer(chain));
    }
    pins.check(chain, by.getAcceptedIssuers());
    privateIssuer = issuer;
    hasSeen = true;
    last = Optional.of(fingerprint(chain[0]));
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String kind) throws CertificateException {
    throw new CertificateException("we serve nobody");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return brought().getAcceptedIssuers();
  }

  private static CertificateException named(X509Certificate[] chain, CertificateException why) {
    return new CertificateException(
        "the certificate that was shown, issued by "
            + issuer(chain)
            + ", is not trusted here: "
            + why.getMessage(),
        why);
  }

  private static String issuer(X509Certificate[] chain) {
    String name = chain.length == 0 ? "nobody" : chain[0].getIssuerX500Principal().getName();
    String line = name.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ");
    return line.length() <= LONGEST_NAME ? line : line.substring(0, LONGEST_NAME - 1) + "…";
  }

  private static String fingerprint(X509Certificate certificate) {
    try {
      byte[] sum = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return HexFormat.of().formatHex(sum);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static X509TrustManager manager(@Nullable KeyStore store) {
    try {
      var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      for (TrustManager manager : factory.getTrustManagers()) {
        if (manager instanceof X509TrustManager ours) {
          return ours;
        }
      }
      throw new IllegalStateException("this JDK trusts nobody");
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
