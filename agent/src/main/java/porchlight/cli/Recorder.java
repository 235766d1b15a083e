package porchlight.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;
import porchlight.cli.screen.Plain;
import porchlight.facts.Dns;
import porchlight.facts.Facts;
import porchlight.facts.Reading.Known;
import porchlight.json.Refused;
import porchlight.machine.Recorded;
import porchlight.machine.Recording;
import porchlight.machine.TranscriptText;

/**
 * Writes a recording for its owner's eyes only.
 *
 * @param force whether a file of that name is replaced
 */
record Recorder(String file, boolean force) {

  Recorder {
    if (!force && Files.exists(Path.of(file), LinkOption.NOFOLLOW_LINKS)) {
      throw there(file);
    }
  }

  private static Refused there(String file) {
    return new Refused(file + ": there is such a file already; --force replaces it");
  }

  void write(Recording recording, Facts facts, Source source, Doors doors, Terminal terminal) {
    var exchanges = recording.redacted(judgedBy(facts)::contains);
    var recorded =
        new Recorded(
            "Recorded by Porchlight " + doors.version() + ".",
            source.at(),
            source.system(),
            exchanges);
    try {
      save(TranscriptText.write(recorded));
    } catch (FileAlreadyExistsException race) {
      throw there(file);
    } catch (IOException failed) {
      throw new Refused(file + ": " + Given.why(failed));
    }
    terminal
        .err()
        .println(
            Plain.of(
                exchanges.size()
                    + " answers are in "
                    + file
                    + ", names of people and networks replaced. Read it before you send it.",
                terminal.talk()));
  }

  /** Addresses that a verdict turns on: with others in their place it would be another one. */
  private static Set<String> judgedBy(Facts facts) {
    var kept = new HashSet<String>();
    if (facts.dns() instanceof Known<Dns>(var dns)) {
      dns.resolvers().forEach(resolver -> kept.add(resolver.address()));
    }
    return kept;
  }

  private void save(String text) throws IOException {
    Path path = Path.of(file);
    if (force) {
      Files.deleteIfExists(path); // never through a link, and never into wider permissions
    }
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] ownerOnly =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    try (var out =
        Files.newByteChannel(
            path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
      var bytes = java.nio.ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
    }
  }
}
