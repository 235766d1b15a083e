package porchlight.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedKeyManager;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real TLS with somebody who shows a certificate, with its key and without. */
class TlsAskTest {
  private static final char[] WORD = "changeit".toCharArray();

  @TempDir static Path folder;
  private static KeyStore store;

  @BeforeAll
  static void certificates() throws Exception {
    Path file = folder.resolve("keys.p12");
    make(file, "ours", "2020/01/01", "dns:localhost,ip:127.0.0.1");
    make(file, "other", "2020/01/01", "dns:evil.example");
    store = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(file)) {
      store.load(in, WORD);
    }
  }

  private static void make(Path file, String name, String from, String names) throws Exception {
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process process =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=" + names,
                "-startdate",
                from,
                "-validity",
                "10000",
                "-keystore",
                file.toString(),
                "-storepass",
                "changeit")
            .redirectErrorStream(true)
            .start();
    String said =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
  }

  /** Shows one's certificate, and signs with another's key. */
  private static final class Shows extends X509ExtendedKeyManager {
    private final String shown;
    private final String key;

    Shows(String shown, String key) {
      this.shown = shown;
      this.key = key;
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
      try {
        return new X509Certificate[] {(X509Certificate) store.getCertificate(shown)};
      } catch (Exception none) {
        throw new AssertionError(none);
      }
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
      try {
        return (PrivateKey) store.getKey(key, WORD);
      } catch (Exception none) {
        throw new AssertionError(none);
      }
    }

    @Override
    public String[] getServerAliases(String kind, Principal[] issuers) {
      return new String[] {shown};
    }

    @Override
    public String chooseServerAlias(String kind, Principal[] issuers, Socket socket) {
      return shown;
    }

    @Override
    public String[] getClientAliases(String kind, Principal[] issuers) {
      return new String[0];
    }

    @Override
    public String chooseClientAlias(String[] kinds, Principal[] issuers, Socket socket) {
      return shown;
    }
  }

  private static String ask(String shown, String key) throws Exception {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(new KeyManager[] {new Shows(shown, key)}, null, null);
    try (var server =
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var thread =
          new Thread(() -> {
            try (var one = (SSLSocket) server.accept()) {
              one.startHandshake();
              one.getInputStream().read();
            } catch (IOException broken) {
              // as it should be of one without the key
            }
          });
      thread.setDaemon(true);
      thread.start();
      Answer answer =
          new LocalMachine().ask(new Probe.TlsChain("localhost", server.getLocalPort(), 5000));
      assertTrue(answer instanceof Answer.Said, answer.toString());
      return answer instanceof Answer.Said said ? said.text() : "";
    }
  }

  @Test
  void a_certificate_without_its_key_is_shown_and_not_proved() throws Exception {
    String own = ask("ours", "ours");
    assertTrue(own.contains("\nhandshake done\n"), own);
    String copied = ask("ours", "other");
    assertTrue(copied.contains("\nsubject CN=ours\n"), copied);
    assertFalse(copied.contains("handshake done"), copied);
  }

  @Test
  void a_certificate_is_whose_names_it_bears() throws Exception {
    var ours = (X509Certificate) store.getCertificate("ours");
    assertTrue(TlsNames.isFor(ours, "LOCALHOST"));
    assertTrue(TlsNames.isFor(ours, "127.0.0.1"));
    assertFalse(TlsNames.isFor(ours, "127.0.0.2"));
    assertFalse(TlsNames.isFor(ours, "www.example.com"));
    assertTrue(TlsNames.fits("*.example.com", "www.Example.com"));
    assertFalse(TlsNames.fits("*.example.com", "a.www.example.com"));
    assertFalse(TlsNames.fits("*.example.com", "example.com"));
    assertFalse(TlsNames.fits("*.com", "example.com"));
    assertFalse(TlsNames.fits("w*.example.com", "www.example.com"));
  }
}
