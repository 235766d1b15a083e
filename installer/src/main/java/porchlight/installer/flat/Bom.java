package porchlight.installer.flat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/**
 * The bill of materials of a package ({@code Bom}): every name with its mode, size and POSIX
 * checksum, in a tree of leaves. Nothing of it is documented; it is as {@code mkbom} writes it.
 */
final class Bom {
  private static final int MOST_IN_A_LEAF = 256;
  private static final short ANY_PROCESSOR = 3;

  private final Blocks blocks = new Blocks();

  private Bom() {}

  /**
   * @param info the block that says what it is
   * @param file the block with its name and its folder
   */
  private record Key(int parent, String name, int info, int file) {}

  static byte[] of(List<Entry> entries, long time) {
    return new Bom().bytes(entries, time);
  }

  private byte[] bytes(List<Entry> entries, long time) {
    int info = blocks.add(ByteBuffer.allocate(28).putInt(1).putInt(entries.size() + 1));
    blocks.name("BomInfo", info);
    blocks.name("Paths", tree(paths(keys(entries, time)), 4096, entries.size()));
    blocks.name("HLIndex", tree(emptyLeaf(), 4096, 0));
    int versions = tree(emptyLeaf(), 128, 0);
    blocks.name("VIndex", blocks.add(ByteBuffer.allocate(13).putInt(1).putInt(versions)));
    blocks.name("Size64", tree(emptyLeaf(), 4096, 0));
    return blocks.bytes();
  }

  private List<Key> keys(List<Entry> entries, long time) {
    var numbers = new HashMap<String, Integer>();
    numbers.put("", 0);
    var keys = new ArrayList<Key>();
    for (Entry entry : entries) {
      int number = numbers.size();
      numbers.put(entry.name(), number);
      Integer parent = numbers.get(entry.parent());
      if (parent == null) {
        throw new IllegalArgumentException(entry.name() + " comes before its folder");
      }
      byte[] name = entry.ownName().getBytes(StandardCharsets.UTF_8);
      int what = blocks.add(what(entry, time));
      int file = blocks.add(ByteBuffer.allocate(5 + name.length).putInt(parent).put(name));
      int info = blocks.add(ByteBuffer.allocate(8).putInt(number).putInt(what));
      keys.add(new Key(parent, entry.ownName(), info, file));
    }
    keys.sort(Comparator.comparingInt(Key::parent).thenComparing(Key::name));
    return keys;
  }

  private static ByteBuffer what(Entry entry, long time) {
    boolean isFolder = entry.kind() == Entry.Kind.FOLDER;
    boolean isLink = entry.kind() == Entry.Kind.LINK;
    byte[] data = entry.data();
    var block =
        ByteBuffer.allocate(31 + (isFolder ? 0 : 4) + (isLink ? data.length + 1 : 0))
            .put((byte) entry.kind().inBom)
            .put((byte) 1)
            .putShort(ANY_PROCESSOR)
            .putShort((short) entry.mode())
            .putInt(0) // root
            .putInt(0) // wheel
            .putInt((int) time)
            .putInt(data.length)
            .put((byte) 1)
            .putInt(isFolder ? 0 : Checksum.of(data))
            .putInt(isLink ? data.length + 1 : 0);
    return isLink ? block.put(data) : block;
  }

  /** The top of the tree of names: one leaf, or a branch over several. */
  private int paths(List<Key> keys) {
    int count = (keys.size() + MOST_IN_A_LEAF - 1) / MOST_IN_A_LEAF;
    int first = blocks.next();
    var branch = ByteBuffer.allocate(12 + 8 * count).putShort((short) 0).putShort((short) count);
    branch.putLong(0);
    for (int at = 0; at < count; at++) {
      var some =
          keys.subList(at * MOST_IN_A_LEAF, Math.min(keys.size(), (at + 1) * MOST_IN_A_LEAF));
      var leaf =
          ByteBuffer.allocate(12 + 8 * some.size())
              .putShort((short) 1)
              .putShort((short) some.size())
              .putInt(at + 1 < count ? first + at + 1 : 0)
              .putInt(at > 0 ? first + at - 1 : 0);
      some.forEach(key -> leaf.putInt(key.info).putInt(key.file));
      branch.putInt(blocks.add(leaf)).putInt(some.getLast().file);
    }
    return count == 1 ? first : blocks.add(branch);
  }

  private int emptyLeaf() {
    return blocks.add(ByteBuffer.allocate(12).putShort((short) 1));
  }

  private int tree(int top, int blockSize, int count) {
    return blocks.add(
        ByteBuffer.allocate(21)
            .put("tree".getBytes(StandardCharsets.US_ASCII))
            .putInt(1)
            .putInt(top)
            .putInt(blockSize)
            .putInt(count));
  }
}
