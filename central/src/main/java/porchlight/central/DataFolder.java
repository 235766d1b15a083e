package porchlight.central;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import porchlight.central.ledger.Store;
import porchlight.central.settings.Settings;
import porchlight.central.signing.SigningKey;

/** The folder that central keeps its files in; only its owner can look inside. */
record DataFolder(Path path) {
  /** The ledger's file; SQLite's others begin like it. */
  static final String LEDGER = "ledger.sqlite";

  private static final String FRESH = ".new";
  private static final Set<String> OF_A_RUN = Set.of("serve.lock", "address");
  private static final int KEY_BYTES = 32;
  private static final String BEFORE = "policy.key.";

  /** Earlier keys that still sign; who slept through more changes is enrolled anew. */
  private static final int MOST_BEFORE = 4;

  static DataFolder open(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      Files.createDirectories(path, only("rwx------"));
    }
    return new DataFolder(path);
  }

  /** Where the ledger is: on the server that the settings name, else in this folder. */
  Store store(Settings settings) throws IOException {
    return settings.server().isPresent()
        ? new Store.Server(settings.server().get().url(), settings.server().get().password())
        : new Store.File(ledger());
  }

  /**
   * The ledger's file, made empty and private when there is none; SQLite's other files follow it.
   */
  private Path ledger() throws IOException {
    Path file = path.resolve(LEDGER);
    try {
      return Files.createFile(file, only("rw-------"));
    } catch (FileAlreadyExistsException e) {
      return file;
    }
  }

  /** The key to the dashboard, made when there is none. */
  String dashboardKey(SecureRandom random) throws IOException {
    return kept("dashboard", () -> secret(random, KEY_BYTES));
  }

  /** The key that seals what the ledger must not tell by itself, made when there is none. */
  String vaultKey(SecureRandom random) throws IOException {
    return kept("vault", () -> secret(random, KEY_BYTES));
  }

  /** The key that signs policies, made when there is none. */
  SigningKey policyKey(SecureRandom random) throws IOException {
    return SigningKey.parse(kept("policy", () -> SigningKey.make(random)));
  }

  /** That key, and those before it, the newest first, for laptops that have not heard of it yet. */
  List<SigningKey> policyKeys(SecureRandom random) throws IOException {
    List<SigningKey> keys = new ArrayList<>(List.of(policyKey(random)));
    for (Path file : keysBefore()) {
      SigningKey before = SigningKey.parse(Files.readString(file).strip());
      if (keys.size() <= MOST_BEFORE
          && keys.stream().noneMatch(key -> key.open().equals(before.open()))) {
        keys.add(before);
      }
    }
    return List.copyOf(keys);
  }

  /** Puts another key for policies in use, and keeps the one before. */
  void changePolicyKey(SecureRandom random) throws IOException {
    String before = kept("policy", () -> SigningKey.make(random));
    replace(path.resolve(BEFORE + "%06d".formatted(keysBefore().size() + 1)), before + "\n");
    replace(path.resolve("policy.key"), SigningKey.make(random) + "\n");
  }

  /** When the key for policies was last changed. */
  FileTime policyKeyChanged() throws IOException {
    return Files.getLastModifiedTime(path.resolve("policy.key"));
  }

  /** Its files beside the ledger, without those that only mean something while central runs. */
  List<Path> kept() throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(path)) {
      for (Path file : all) {
        String name = String.valueOf(file.getFileName());
        if (Files.isRegularFile(file)
            && !name.startsWith(LEDGER)
            && !name.contains(FRESH)
            && !OF_A_RUN.contains(name)) {
          files.add(file);
        }
      }
    }
    Collections.sort(files);
    return files;
  }

  private List<Path> keysBefore() throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> names = Files.newDirectoryStream(path, BEFORE + "*")) {
      names.forEach(files::add);
    }
    files.sort(Comparator.reverseOrder());
    return files;
  }

  /** A secret in a file of its own, which only its owner can read. */
  private String kept(String name, Supplier<String> made) throws IOException {
    Path file = path.resolve(name + ".key");
    if (!Files.exists(file)) {
      Path fresh = Files.createTempFile(path, name, FRESH, only("rw-------"));
      Files.writeString(fresh, made.get() + "\n");
      try {
        Files.createLink(file, fresh);
      } catch (FileAlreadyExistsException e) {
        // Another process of central made it in the meantime; theirs holds.
      } catch (IOException | UnsupportedOperationException e) {
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(fresh);
      }
    }
    return Files.readString(file).strip();
  }

  /** Holds the folder for one server; empty when another has it. The lock ends with the process. */
  Optional<FileLock> lock() throws IOException {
    FileChannel channel =
        FileChannel.open(
            path.resolve("serve.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
      }
      return Optional.ofNullable(lock);
    } catch (OverlappingFileLockException e) {
      channel.close();
      return Optional.empty();
    }
  }

  /** The address that the server listened on last. */
  Optional<String> address() throws IOException {
    Path file = path.resolve("address");
    return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
  }

  void rememberAddress(String url) throws IOException {
    replace(path.resolve("address"), url + "\n");
  }

  /** Writes a file so that nobody ever sees half of it; only its owner can read it. */
  static void replace(Path file, String text) throws IOException {
    Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
    Path fresh = fresh(folder);
    Files.write(
        fresh,
        text.getBytes(StandardCharsets.UTF_8),
        StandardOpenOption.WRITE,
        StandardOpenOption.SYNC);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** A new file that only its owner can read. */
  static Path fresh(Path folder) throws IOException {
    return Files.createTempFile(folder, FRESH, "", only("rw-------"));
  }

  static String secret(SecureRandom random, int bytes) {
    byte[] secret = new byte[bytes];
    random.nextBytes(secret);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }

  private static FileAttribute<?>[] only(String permissions) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
