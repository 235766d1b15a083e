package porchlight.installer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes a folder into a Win32 app for Intune ({@code .intunewin}): a zip of it, encrypted, with the
 * keys beside it in clear, as Microsoft's own tool writes it. So the keys keep nothing secret; they
 * are made of the content, and the same folder gives the same bytes.
 *
 * <p>Arguments: the folder, the file in it that installs, the file to write.
 */
public final class IntuneWin {
  private static final String CONTENT = "IntunePackage.intunewin";
  private static final String AES = "AES";
  private static final String HMAC = "HmacSHA256";

  /** The earliest time that every zip can say. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private IntuneWin() {}

  public static void main(String[] args) throws IOException, GeneralSecurityException {
    byte[] zip = zipped(Path.of(args[0]));
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(zip);
    byte[] key = derived(digest, "key");
    byte[] macKey = derived(digest, "mac");
    byte[] vector = Arrays.copyOf(derived(digest, "vector"), 16);
    var cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
    cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, AES), new IvParameterSpec(vector));
    byte[] behind = joined(vector, cipher.doFinal(zip));
    byte[] mac = mac(macKey, behind);
    String detection =
        """
        <ApplicationInfo xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ToolVersion="1.8.6.0">
          <Name>Porchlight</Name>
          <UnencryptedContentSize>%d</UnencryptedContentSize>
          <FileName>%s</FileName>
          <SetupFile>%s</SetupFile>
          <EncryptionInfo>
            <EncryptionKey>%s</EncryptionKey>
            <MacKey>%s</MacKey>
            <InitializationVector>%s</InitializationVector>
            <Mac>%s</Mac>
            <ProfileIdentifier>ProfileVersion1</ProfileIdentifier>
            <FileDigest>%s</FileDigest>
            <FileDigestAlgorithm>SHA256</FileDigestAlgorithm>
          </EncryptionInfo>
        </ApplicationInfo>
        """
            .formatted(
                zip.length,
                CONTENT,
                args[1],
                base64(key),
                base64(macKey),
                base64(vector),
                base64(mac),
                base64(digest));
    try (var out = Files.newOutputStream(Path.of(args[2]));
        var app = new ZipOutputStream(out)) {
      put(app, "IntuneWinPackage/Contents/" + CONTENT, joined(mac, behind));
      put(app, "IntuneWinPackage/Metadata/Detection.xml", utf8(detection));
    }
  }

  private static byte[] zipped(Path folder) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var files = Files.walk(folder);
        var zip = new ZipOutputStream(bytes)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        put(zip, folder.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, byte[] data) throws IOException {
    var entry = new ZipEntry(name);
    entry.setTimeLocal(TIME);
    zip.putNextEntry(entry);
    zip.write(data);
    zip.closeEntry();
  }

  private static byte[] derived(byte[] digest, String use) throws GeneralSecurityException {
    return mac(digest, utf8(use));
  }

  private static byte[] mac(byte[] key, byte[] data) throws GeneralSecurityException {
    var mac = Mac.getInstance(HMAC);
    mac.init(new SecretKeySpec(key, HMAC));
    return mac.doFinal(data);
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
