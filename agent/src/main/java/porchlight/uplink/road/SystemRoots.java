package porchlight.uplink.road;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** The authorities in the operating system's own store, where a company puts its own. */
public final class SystemRoots {
  /** Debian, Arch, Alpine; Fedora, RHEL; SUSE; the older places of each. */
  private static final List<Path> BUNDLES =
      List.of(
          Path.of("/etc/ssl/certs/ca-certificates.crt"),
          Path.of("/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem"),
          Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
          Path.of("/var/lib/ca-certificates/ca-bundle.pem"),
          Path.of("/etc/ssl/ca-bundle.pem"));

  /** Of macOS: the system's and the administrator's; of Windows: the machine's, the user's. */
  private static final List<String> STORES =
      List.of("KeychainStore-ROOT", "KeychainStore", "Windows-ROOT-LOCALMACHINE", "Windows-ROOT");

  private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
  private static final String END = "-----END CERTIFICATE-----";
  private static final int LONGEST = 8 << 20;

  private SystemRoots() {}

  /** The files that it reads on that system, where they are. */
  public static List<String> files(String system) {
    return system.equals("linux") ? BUNDLES.stream().map(Path::toString).toList() : List.of();
  }

  /** The stores that the platform opens on that system. */
  public static List<String> stores(String system) {
    String beginning = system.equals("macos") ? "Keychain" : "Windows-";
    return system.equals("linux")
        ? List.of()
        : STORES.stream()
            .filter(name -> name.startsWith(beginning))
            .map(name -> "trusted authorities, " + name)
            .toList();
  }

  /** The store; nothing when this system has none that we can read. */
  static Optional<KeyStore> read() {
    return read(BUNDLES);
  }

  static Optional<KeyStore> read(List<Path> bundles) {
    var roots = new LinkedHashSet<Certificate>();
    var read = new LinkedHashSet<Path>();
    for (Path bundle : bundles) {
      try {
        Path real = bundle.toRealPath();
        if (read.add(real) && Files.size(real) <= LONGEST) {
          roots.addAll(of(Files.readString(real, StandardCharsets.ISO_8859_1)));
        }
      } catch (IOException notHere) {
        // Each system has its own place.
      }
    }
    for (String name : STORES) {
      roots.addAll(in(name));
    }
    return roots.isEmpty() ? Optional.empty() : Optional.of(store(roots));
  }

  /** One that cannot be read does not take the others away. */
  static List<Certificate> of(String text) {
    var roots = new ArrayList<Certificate>();
    for (int at = text.indexOf(BEGIN); at >= 0; at = text.indexOf(BEGIN, at + 1)) {
      int end = text.indexOf(END, at);
      if (end < 0) {
        break;
      }
      try {
        byte[] pem = text.substring(at, end + END.length()).getBytes(StandardCharsets.ISO_8859_1);
        roots.add(
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem)));
      } catch (CertificateException damaged) {
        // As if it had not been there.
      }
    }
    return roots;
  }

  private static List<Certificate> in(String name) {
    var roots = new ArrayList<Certificate>();
    try {
      var store = KeyStore.getInstance(name);
      store.load(null, null);
      for (String alias : java.util.Collections.list(store.aliases())) {
        if (store.isCertificateEntry(alias)) {
          roots.add(store.getCertificate(alias));
        }
      }
    } catch (GeneralSecurityException | IOException otherSystem) {
      return List.of();
    }
    return roots;
  }

  private static KeyStore store(Iterable<Certificate> roots) {
    try {
      var store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      int number = 0;
      for (Certificate root : roots) {
        store.setCertificateEntry(Integer.toString(number++), root);
      }
      return store;
    } catch (GeneralSecurityException | IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
