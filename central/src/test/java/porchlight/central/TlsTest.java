package porchlight.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.central.settings.Front;
import porchlight.central.settings.Settings;
import porchlight.central.settings.TlsFiles;

/** TLS by files that openssl made. */
class TlsTest {
  private static TlsFiles made(Path folder, String name, String... key) throws Exception {
    Path certificates = folder.resolve(name + ".pem");
    Path secret = folder.resolve(name + ".key");
    List<String> line =
        new ArrayList<>(
            List.of("openssl", "req", "-x509", "-nodes", "-days", "2", "-subj", "/CN=" + name));
    line.addAll(List.of("-addext", "subjectAltName=IP:127.0.0.1", "-newkey"));
    line.addAll(List.of(key));
    line.addAll(List.of("-keyout", secret.toString(), "-out", certificates.toString()));
    assertEquals(0, new ProcessBuilder(line).redirectErrorStream(true).start().waitFor());
    return new TlsFiles(certificates, secret);
  }

  private static Settings settings(TlsFiles files) {
    return Settings.DEFAULTS.withFront(Front.DEFAULTS.withTls(files));
  }

  /** Asks a server, trusting these certificates alone; who it said it is. */
  private static String issuer(String url, Path certificates) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    try (InputStream in = Files.newInputStream(certificates)) {
      trusted.setCertificateEntry(
          "it", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    try (HttpClient client = HttpClient.newBuilder().sslContext(context).build()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(URI.create(url + "/signin")).build(),
              HttpResponse.BodyHandlers.ofString());
      assertEquals(200, answer.statusCode());
      String cookie = answer.headers().firstValue("set-cookie").orElse("");
      assertTrue(cookie.startsWith("__Host-porchlight-form=") && cookie.contains("Secure"), cookie);
      X509Certificate shown =
          (X509Certificate) answer.sslSession().orElseThrow().getPeerCertificates()[0];
      return shown.getSubjectX500Principal().getName();
    }
  }

  @Test
  void it_serves_by_its_files_and_follows_them_when_they_are_replaced(@TempDir Path folder)
      throws Exception {
    TlsFiles first = made(folder, "first", "rsa:2048");
    TlsFiles second = made(folder, "second", "ec", "-pkeyopt", "ec_paramgen_curve:P-256");
    try (Running running = new Running(folder.resolve("data"), 100, settings(first))) {
      String url = running.central.url();
      assertTrue(url.startsWith("https://127.0.0.1:"), url);
      assertEquals("CN=first", issuer(url, first.certificates()));
      assertThrows(IOException.class, () -> issuer(url, second.certificates()));
      replace(second.certificates(), first.certificates());
      running.central.beat();
      replace(second.key(), first.key());
      running.central.beat();
      assertEquals("CN=second", issuer(url, second.certificates()));
      Files.writeString(first.certificates(), "garbled");
      running.central.beat();
      assertEquals("CN=second", issuer(url, second.certificates()), "the one it had holds");
    }
  }

  private static void replace(Path from, Path to) throws IOException {
    Files.write(to, Files.readAllBytes(from));
    Files.setLastModifiedTime(to, FileTime.from(Instant.now().plusSeconds(5)));
  }

  @Test
  void files_that_are_no_good_are_told_by_name(@TempDir Path folder) throws Exception {
    TlsFiles one = made(folder, "one", "rsa:2048");
    TlsFiles other = made(folder, "other", "rsa:2048");
    Path empty = Files.createFile(folder.resolve("empty"));
    for (TlsFiles wrong :
        List.of(
            new TlsFiles(one.certificates(), other.key()),
            new TlsFiles(one.certificates(), empty),
            new TlsFiles(one.certificates(), one.certificates()))) {
      IOException fault =
          assertThrows(
              IOException.class, () -> new Running(folder.resolve("data"), 100, settings(wrong)));
      assertTrue(String.valueOf(fault.getMessage()).contains(wrong.key().toString()));
    }
    assertThrows(
        IOException.class,
        () -> new Running(folder.resolve("data"), 100, settings(new TlsFiles(empty, one.key()))));
  }
}
