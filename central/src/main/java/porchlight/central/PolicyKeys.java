package porchlight.central;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.util.List;
import java.util.function.Supplier;
import porchlight.central.signing.SigningKey;

/** The keys for policies of a server that runs while another process may change them. */
final class PolicyKeys implements Supplier<List<SigningKey>> {
  private record Read(FileTime changed, List<SigningKey> keys) {}

  private final DataFolder folder;
  private volatile Read read;

  private PolicyKeys(DataFolder folder, Read read) {
    this.folder = folder;
    this.read = read;
  }

  static PolicyKeys of(DataFolder folder) throws IOException {
    List<SigningKey> keys = folder.policyKeys(new SecureRandom());
    return new PolicyKeys(folder, new Read(folder.policyKeyChanged(), keys));
  }

  /** The one in use first, then those before it. */
  @Override
  public List<SigningKey> get() {
    try {
      FileTime changed = folder.policyKeyChanged();
      if (!changed.equals(read.changed())) {
        read = new Read(changed, folder.policyKeys(new SecureRandom()));
      }
      return read.keys();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
