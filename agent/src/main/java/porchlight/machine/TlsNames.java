package porchlight.machine;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Whose a certificate is (RFC 6125): Java tells it only of one that is good in all else. */
final class TlsNames {
  private static final int DNS = 2;
  private static final int ADDRESS = 7;

  private TlsNames() {}

  static boolean isFor(X509Certificate certificate, String host) {
    try {
      Collection<List<?>> names = certificate.getSubjectAlternativeNames();
      if (names == null) {
        return false;
      }
      for (List<?> name : names) {
        boolean fits =
            Integer.valueOf(DNS).equals(name.get(0))
                ? fits(String.valueOf(name.get(1)), host)
                : Integer.valueOf(ADDRESS).equals(name.get(0))
                    && isSame(String.valueOf(name.get(1)), host);
        if (fits) {
          return true;
        }
      }
      return false;
    } catch (CertificateParsingException broken) {
      return false;
    }
  }

  /** A star stands for one whole label, the first. */
  static boolean fits(String name, String host) {
    String wanted = host.toLowerCase(Locale.ROOT);
    String given = name.toLowerCase(Locale.ROOT);
    if (!given.startsWith("*.")) {
      return given.equals(wanted);
    }
    int dot = wanted.indexOf('.');
    return dot > 0 && given.indexOf('.', 2) > 0 && wanted.substring(dot).equals(given.substring(1));
  }

  /** Only of addresses: letters would be looked up. */
  private static boolean isSame(String address, String host) {
    try {
      return host.matches("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*")
          && InetAddress.getByName(address).equals(InetAddress.getByName(host));
    } catch (UnknownHostException none) {
      return false;
    }
  }
}
