package porchlight.uplink.road;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The public keys of which one must stand in the chain that vouches for central. Only certificates
 * that really signed their way down to central's count: a chain may hold any others besides.
 */
final class Pins {
  private final List<String> pins;

  Pins(List<String> pins) {
    this.pins = pins;
  }

  void check(X509Certificate[] shown, X509Certificate[] authorities) throws CertificateException {
    if (pins.isEmpty()) {
      return;
    }
    var seen = new ArrayList<String>();
    for (X509Certificate link : links(shown, authorities)) {
      String pin = pin(link);
      if (pins.contains(pin)) {
        return;
      }
      seen.add("sha256/" + pin);
    }
    throw new CertificateException(
        "none of the keys that vouch for central is one of \"pins\" in agent.json; seen: "
            + String.join(", ", seen));
  }

  /** The certificate, who signed it, who signed that, up to an authority. */
  private static List<X509Certificate> links(
      X509Certificate[] shown, X509Certificate[] authorities) {
    var links = new ArrayList<X509Certificate>();
    var next = shown.length == 0 ? Optional.<X509Certificate>empty() : Optional.of(shown[0]);
    while (next.isPresent() && !links.contains(next.get()) && links.size() <= shown.length) {
      X509Certificate last = next.get();
      links.add(last);
      next = signer(last, shown).or(() -> signer(last, authorities));
    }
    return links;
  }

  private static Optional<X509Certificate> signer(X509Certificate of, X509Certificate[] among) {
    for (X509Certificate candidate : among) {
      if (candidate.getBasicConstraints() >= 0
          && candidate.getSubjectX500Principal().equals(of.getIssuerX500Principal())) {
        try {
          of.verify(candidate.getPublicKey());
          return Optional.of(candidate);
        } catch (GeneralSecurityException anotherOfThatName) {
          // Names are free; keys decide.
        }
      }
    }
    return Optional.empty();
  }

  private static String pin(X509Certificate certificate) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(certificate.getPublicKey().getEncoded()));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
