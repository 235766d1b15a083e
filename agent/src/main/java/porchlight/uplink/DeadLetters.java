package porchlight.uplink;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Reports that nobody will take, kept for a person to look at, each with a {@code .why} beside it;
 * only the newest few, by name.
 */
final class DeadLetters {
  static final int MOST = 20;
  private static final String WHY = ".why";

  private final Path folder;

  DeadLetters(Path folder) throws IOException {
    this.folder = folder;
    Durable.folder(folder);
  }

  void take(Path file, String why) throws IOException {
    Path letter = folder.resolve(String.valueOf(file.getFileName()));
    if (Files.isDirectory(letter)) {
      throw new IOException("a folder is in the way: " + letter);
    }
    Files.move(file, letter, StandardCopyOption.REPLACE_EXISTING);
    Durable.write(folder.resolve(letter.getFileName() + WHY), why + "\n");
    var letters = letters();
    for (Path oldest : letters.subList(0, Math.max(0, letters.size() - MOST))) {
      Files.deleteIfExists(folder.resolve(oldest.getFileName() + WHY));
      if (!Files.isDirectory(oldest)) {
        Files.delete(oldest);
      }
    }
  }

  int count() throws IOException {
    return letters().size();
  }

  private List<Path> letters() throws IOException {
    var letters = new ArrayList<Path>();
    try (DirectoryStream<Path> names = Files.newDirectoryStream(folder)) {
      for (Path name : names) {
        if (!name.toString().endsWith(WHY)) {
          letters.add(name);
        }
      }
    }
    letters.sort(null);
    return letters;
  }
}
