package porchlight.machine;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A folder that is open by its path, where Java cannot open by name relative to a folder (macOS
 * before Java 24). That nothing on the way is a link is looked at after each opening again, so a
 * link would have to come and go within that moment.
 *
 * @param real the folder without any link, as it was when the first one was opened
 */
record PlainFolder(Path real, DirectoryStream<Path> names) implements SecureDirectoryStream<Path> {

  static PlainFolder of(Path folder) throws IOException {
    return new PlainFolder(folder.toRealPath(), open(folder));
  }

  /** Whoever gets it closes it. */
  private static DirectoryStream<Path> open(Path folder) throws IOException {
    return folder.getFileSystem().provider().newDirectoryStream(folder, name -> true);
  }

  @Override
  public SecureDirectoryStream<Path> newDirectoryStream(Path name, LinkOption... options)
      throws IOException {
    Path path = real.resolve(name);
    DirectoryStream<Path> opened = open(path);
    try {
      requireNoLink(path);
    } catch (IOException link) {
      opened.close();
      throw link;
    }
    return new PlainFolder(path, opened);
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path name, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    Path path = real.resolve(name);
    var opened = Files.newByteChannel(path, options, attributes);
    try {
      requireNoLink(path);
    } catch (IOException link) {
      opened.close();
      throw link;
    }
    return opened;
  }

  private static void requireNoLink(Path path) throws IOException {
    if (!path.toRealPath().equals(path)) {
      throw new IOException("a link, which is not followed");
    }
  }

  @Override
  public <V extends @Nullable FileAttributeView> V getFileAttributeView(
      Path name, Class<V> type, LinkOption... options) {
    return Files.getFileAttributeView(real.resolve(name), type, options);
  }

  @Override
  public <V extends @Nullable FileAttributeView> V getFileAttributeView(Class<V> type) {
    return Files.getFileAttributeView(real, type);
  }

  @Override
  public Iterator<Path> iterator() {
    return names.iterator();
  }

  @Override
  public void deleteFile(Path name) throws IOException {
    throw new NoSuchFileException("nothing is deleted here");
  }

  @Override
  public void deleteDirectory(Path name) throws IOException {
    throw new NoSuchFileException("nothing is deleted here");
  }

  @Override
  public void move(Path name, SecureDirectoryStream<Path> to, Path other) throws IOException {
    throw new NoSuchFileException("nothing is moved here");
  }

  @Override
  public void close() throws IOException {
    names.close();
  }
}
