package porchlight.daemon;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Believes one certificate while it is valid, whoever signed it and whatever its name. */
final class Known extends X509ExtendedTrustManager {
  private final String leaf;

  /**
   * That certificate.
   *
   * @param leaf its SHA-256 in hex
   */
  Known(String leaf) {
    this.leaf = leaf;
  }

  private void check(X509Certificate[] chain) throws CertificateException {
    if (chain.length == 0 || !fingerprint(chain[0]).equals(leaf)) {
      throw new CertificateException("this certificate was not verified yet");
    }
    chain[0].checkValidity();
  }

  private static String fingerprint(X509Certificate certificate) throws CertificateException {
    try {
      byte[] sum = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return HexFormat.of().formatHex(sum);
    } catch (GeneralSecurityException impossible) {
      throw new CertificateException(impossible);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String kind, @Nullable Socket socket)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String kind, @Nullable SSLEngine engine)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String kind) throws CertificateException {
    throw new CertificateException("we serve nobody");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String kind, @Nullable Socket socket)
      throws CertificateException {
    throw new CertificateException("we serve nobody");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String kind, @Nullable SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("we serve nobody");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
