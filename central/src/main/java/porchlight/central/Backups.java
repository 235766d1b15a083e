package porchlight.central;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import porchlight.central.ledger.Ledger;
import porchlight.central.settings.Settings;

/**
 * The commands that keep a copy of all that central could not make anew: its keys, and the ledger
 * where that is a file. The ledger is copied as of one moment, while central goes on.
 */
record Backups(PrintStream out, Settings settings) {
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";

  /** Writes a new file that only its owner can read. */
  int make(Path file) throws IOException {
    if (Files.exists(file)) {
      return Main.complain(file + " is there already", 1);
    }
    DataFolder folder = DataFolder.open(settings.data());
    Path beside = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
    Path fresh = DataFolder.fresh(beside);
    Path copy = DataFolder.fresh(beside);
    try {
      boolean whole;
      try (Ledger ledger = Ledger.open(folder.store(settings), 1)) {
        whole = ledger.copyTo(copy);
      }
      try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(fresh))) {
        for (Path kept : folder.kept()) {
          put(zip, String.valueOf(kept.getFileName()), kept);
        }
        if (whole) {
          put(zip, DataFolder.LEDGER, copy);
        }
      }
      sync(fresh);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      out.println(file + (whole ? "" : " has the keys; the ledger's server is for pg_dump"));
      return 0;
    } finally {
      Files.deleteIfExists(fresh);
      Files.deleteIfExists(copy);
    }
  }

  private static void put(ZipOutputStream zip, String name, Path file) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    Files.copy(file, zip);
    zip.closeEntry();
  }

  private static void sync(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** Unpacks a copy into the data folder, which must hold nothing yet, and opens the ledger. */
  int restore(Path file) throws IOException {
    DataFolder folder = DataFolder.open(settings.data());
    List<Path> there = folder.kept();
    if (!there.isEmpty() || Files.exists(settings.data().resolve(DataFolder.LEDGER))) {
      return Main.complain(settings.data() + " holds a central already", 1);
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      List<? extends ZipEntry> entries = zip.stream().toList();
      if (entries.isEmpty() || !entries.stream().allMatch(entry -> entry.getName().matches(NAME))) {
        return Main.complain(file + " is no copy of a central", 1);
      }
      for (ZipEntry entry : entries) {
        unpack(zip, entry);
      }
    } catch (ZipException e) {
      return Main.complain(file + " is no copy of a central", 1);
    }
    try (Ledger ledger = Ledger.open(folder.store(settings), 1)) {
      out.println(settings.data() + " holds what " + file + " held");
      return ledger.isAlive() ? 0 : Main.complain("the ledger cannot be written", 70);
    }
  }

  private void unpack(ZipFile zip, ZipEntry entry) throws IOException {
    Path fresh = DataFolder.fresh(settings.data());
    try (InputStream in = zip.getInputStream(entry);
        OutputStream to = Files.newOutputStream(fresh)) {
      in.transferTo(to);
    }
    sync(fresh);
    Files.move(fresh, settings.data().resolve(entry.getName()));
  }
}
