package porchlight.central.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import porchlight.central.settings.TlsFiles;

/**
 * TLS by files in PEM. Files that are replaced are read again; while the new ones are no good the
 * old ones hold, and the log says so.
 */
public final class Tls {
  private static final Logger LOG = LoggerFactory.getLogger(Tls.class);
  private static final String ALIAS = "central";
  private static final byte[] PROBE = "porchlight".getBytes(StandardCharsets.UTF_8);
  private final TlsFiles files;
  private final SslContextFactory.Server context = new SslContextFactory.Server();
  private List<FileTime> read = List.of();

  private Tls(TlsFiles files) {
    this.files = files;
  }

  /**
   * Reads the files; throws IOException, with the file and what is wrong, when they are no good.
   */
  public static Tls of(TlsFiles files) throws IOException {
    Tls tls = new Tls(files);
    tls.read = tls.changed();
    tls.context.setKeyStore(tls.keys());
    tls.context.setIncludeProtocols("TLSv1.3", "TLSv1.2");
    return tls;
  }

  /** Reads the files again where they were changed. */
  public void refresh() {
    try {
      List<FileTime> now = changed();
      if (!now.equals(read)) {
        KeyStore keys = keys();
        context.reload(same -> same.setKeyStore(keys));
        read = now;
        LOG.info("TLS goes on by the certificate that now is in {}", files.certificates());
      }
    } catch (Exception e) {
      LOG.error("TLS goes on by the certificate it had: {}", e.getMessage());
    }
  }

  Connector connector(Server server, HttpConfiguration plain, String host, int port) {
    HttpConfiguration secure = new HttpConfiguration(plain);
    // Which names are ours is for the entrance to say; agents may come by an address.
    secure.addCustomizer(new SecureRequestCustomizer(false));
    ServerConnector connector =
        new ServerConnector(
            server,
            new SslConnectionFactory(context, HttpVersion.HTTP_1_1.asString()),
            new HttpConnectionFactory(secure));
    connector.setHost(host);
    connector.setPort(port);
    return connector;
  }

  private List<FileTime> changed() throws IOException {
    return List.of(
        Files.getLastModifiedTime(files.certificates()), Files.getLastModifiedTime(files.key()));
  }

  private KeyStore keys() throws IOException {
    try {
      Certificate[] chain = chain();
      PrivateKey key = key(chain[0].getPublicKey());
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(null, null);
      keys.setKeyEntry(ALIAS, key, new char[0], chain);
      context.setKeyStorePassword("");
      return keys;
    } catch (GeneralSecurityException e) {
      throw new IOException(files.certificates() + ": cannot be used: " + e.getMessage(), e);
    }
  }

  private Certificate[] chain() throws IOException {
    try (InputStream in = Files.newInputStream(files.certificates())) {
      Certificate[] chain =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(in)
              .toArray(Certificate[]::new);
      if (chain.length == 0) {
        throw new IOException(files.certificates() + ": a certificate in PEM is expected");
      }
      return chain;
    } catch (GeneralSecurityException e) {
      throw new IOException(
          files.certificates() + ": certificates in PEM are expected: " + e.getMessage(), e);
    }
  }

  /** The key, proven to be that of the first certificate. */
  private PrivateKey key(PublicKey open) throws IOException {
    byte[] bytes = pkcs8(files.key());
    try {
      String kind = open.getAlgorithm();
      PrivateKey key = KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(bytes));
      Signature signature = Signature.getInstance(proof(kind));
      signature.initSign(key);
      signature.update(PROBE);
      byte[] made = signature.sign();
      signature.initVerify(open);
      signature.update(PROBE);
      if (signature.verify(made)) {
        return key;
      }
    } catch (GeneralSecurityException e) {
      // Refused below: whatever it is, it is not that key.
    }
    throw new IOException(files.key() + ": the key of the first certificate is expected");
  }

  private static String proof(String kind) {
    return switch (kind) {
      case "RSA" -> "SHA256withRSA";
      case "EC" -> "SHA256withECDSA";
      default -> kind;
    };
  }

  private static byte[] pkcs8(Path file) throws IOException {
    String text = Files.readString(file);
    String begin = "-----BEGIN PRIVATE KEY-----";
    String end = "-----END PRIVATE KEY-----";
    int from = text.indexOf(begin);
    int to = text.indexOf(end);
    if (from < 0 || to < from) {
      throw new IOException(
          file + ": a key in PKCS #8 is expected; openssl pkcs8 -topk8 -nodes makes one of others");
    }
    try {
      return Base64.getMimeDecoder().decode(text.substring(from + begin.length(), to));
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": a key in PKCS #8 is expected", e);
    }
  }
}
