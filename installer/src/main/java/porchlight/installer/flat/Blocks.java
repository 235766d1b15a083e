package porchlight.installer.flat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The store that a bill of materials is kept in: numbered blocks, some of which have names. */
final class Blocks {
  private static final int HEADER = 512;

  /** Block 0 is nobody's. */
  private final List<byte[]> blocks = new ArrayList<>(List.of(new byte[0]));

  private final Map<String, Integer> names = new LinkedHashMap<>();

  /** Keeps it and tells its number. */
  int add(ByteBuffer block) {
    var bytes = new byte[block.capacity()];
    block.clear().get(bytes);
    blocks.add(bytes);
    return blocks.size() - 1;
  }

  /** The number that the block after so many others will have. */
  int next() {
    return blocks.size();
  }

  void name(String name, int block) {
    names.put(name, block);
  }

  /** The whole file: a header, the blocks, the names, and where each block lies. */
  byte[] bytes() {
    var body = new ByteArrayOutputStream();
    var index = ByteBuffer.allocate(4 + 8 * blocks.size() + 20).putInt(blocks.size());
    index.putLong(0);
    for (byte[] block : blocks.subList(1, blocks.size())) {
      index.putInt(HEADER + body.size()).putInt(block.length);
      body.writeBytes(block);
    }
    index.putInt(2); // of free blocks, both empty
    byte[] names = names();
    int namesAt = HEADER + body.size();
    var header =
        ByteBuffer.allocate(HEADER)
            .put("BOMStore".getBytes(StandardCharsets.US_ASCII))
            .putInt(1)
            .putInt(blocks.size() - 1)
            .putInt(namesAt + names.length)
            .putInt(index.capacity())
            .putInt(namesAt)
            .putInt(names.length);
    var whole = new ByteArrayOutputStream();
    whole.writeBytes(header.array());
    whole.writeBytes(body.toByteArray());
    whole.writeBytes(names);
    whole.writeBytes(index.array());
    return whole.toByteArray();
  }

  private byte[] names() {
    var written = new ByteArrayOutputStream();
    written.writeBytes(ByteBuffer.allocate(4).putInt(names.size()).array());
    names.forEach((name, block) -> {
      byte[] text = name.getBytes(StandardCharsets.US_ASCII);
      written.writeBytes(
          ByteBuffer.allocate(5 + text.length)
              .putInt(block)
              .put((byte) text.length)
              .put(text)
              .array());
    });
    return written.toByteArray();
  }
}
